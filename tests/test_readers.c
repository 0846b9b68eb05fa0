/* test_readers.c - each way of printing a table in plain text, and the table language that it becomes. */
#include "arena.h"
#include "forms.h"
#include "input.h"
#include "rewrite.h"
#include "table.h"
#include "table_reader.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

/* The table language made readable: '[' and the letter of what is known (G, R, O; small: spans are marked)
 * open a table, ']' closes it, '|' ends a cell, '/' a row; '<' and '^' are covered; '~' is room; '+' is a
 * line break in a cell. Of prose, line breaks are '\n'.
 */
static void show(const struct nb_text *text, char *out, size_t room)
{
    bool open = false;
    size_t length = 0;
    for (size_t i = 0; i < text->length && length + 4 < room; i++) {
        char byte = text->bytes[i];
        const struct text_table *table = byte == GROUP_SEPARATOR ? text_table_at(text, i) : NULL;
        if (byte == GROUP_SEPARATOR && !open) {
            out[length++] = '[';
            out[length++] = table ? (table->spans ? "gro" : "GRO")[table->known] : '?';
        } else {
            static const char marks[] = "\x1D\x1E\x1F\x11\x12\x13\n", shown[] = "]/|<^~+";
            const char *mark = strchr(marks, byte);
            out[length++] = mark && (byte != '\n' || open) ? shown[mark - marks] : byte;
        }
        open ^= byte == GROUP_SEPARATOR;
    }
    out[length] = '\0';
}

static char *padded(struct nb_arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 2);
    memcpy(copy, bytes, length);
    return copy;
}

static bool reads(const char *input, const char *expected)
{
    struct nb_arena *arena = arena_new();
    size_t length = strlen(input), room = 4 * length + 64;
    struct nb_text *plain = text_plain(arena, padded(arena, input, length), length, "UTF-8");
    char *shown = malloc(room);
    show(read_tables(arena, plain, &form_lexicon, true), shown, room);
    bool same = strcmp(shown, expected) == 0;
    if (!same)
        fprintf(stderr, "\n--- input\n%s\n--- read as\n%s\n--- expected\n%s\n", input, shown, expected);
    free(shown);
    arena_free(arena);
    return same;
}

#define HEAD "信息内容|本年制发件数|本年废止件数|现行有效件数|/"

static bool file_reads(const char *page, const char *format, const char *expected)
{
    struct nb_arena *arena = arena_new();
    struct input input = {.bytes = page, .length = strlen(page), .format = format, .lexicon = &form_lexicon};
    struct nb_error error = {0};
    struct nb_text *text = input_read(arena, &input, &error);
    char shown[8192] = "";
    if (text)
        show(text, shown, sizeof shown);
    bool same = strcmp(shown, expected) == 0;
    if (!same)
        fprintf(stderr, "\n--- read as\n%s\n--- expected\n%s\n", shown, expected);
    arena_free(arena);
    return same;
}

/* Texts as they are printed, and the table language that they become. */
static const char *const cases[][2] = {
    /* What cells span, as AsciiDoc and Textile say it; without that, or where a row is no line, bars part
       cells. */
    {"|===\n3+|第二十条第（一）项\n.2+|信息内容 2+|件数\n|本年制发件数 |\n\n|规章 |0 |1\n|===\n",
     "[g第二十条第（一）项|<|<|/信息内容|件数|<|/^|本年制发件数||/规章|0|1|/]\n"},
    {"|===\n2.2+|行政复议 |总计\n|1\n|===\n\n|===\n|规章 |3\n|废止 |4\n|===\n",
     "[g行政复议|<|总计|/^|^|1|/]\n\n[G规章|3|/废止|4|/]\n"},
    {"|_\\2/2. 信息内容|_. 件数|\n|_/2. 本年|\n|规章| 3 |\n", "[g信息内容|<|件数|/^|^|本年|/规章|3|^|/]\n"},
    {"|\\2/2. 信息内容|_. 件数|\n|/2. 本年|\n|规章|2. 3|\n", "[g信息内容|<|件数|/^|^|本年|/规章|2. 3|^|/]\n"},
    /* rows in several lines: as many columns as are said, but not where the cells do not fill them */
    {"[cols=\"2*,1\"]\n|===\n.2+|信息内容\n2+|件数\n\n|本年制发件数\n|\n\n|规章\n|0\n|1\n|===\n",
     "[g信息内容|件数|<|/^|本年制发件数||/规章|0|1|/]\n"},
    {"[cols=3*]\n|===\n|规章\n|0\n|1\n|行政\n许可\n|2\n|3\n|===\n", "[G规章|0|1|/行政+许可|2|3|/]\n"},
    {"[cols=3*]\n|===\n|规章\n|0\n|1\n|许可\n|2\n|===\n", "[cols=3*]\n[O规章|0|1|许可|2|]\n"},
    {"|_\\5. 申请人情况|\n|_/2. 自然人|_\\3. 法人或其他组织|_/2. 总计|\n|_. 商业企业|_. 科研机构|_. 其他|\n"
     "|3|4|7|0|14|\n",
     "[g申请人情况|<|<|<|<|/自然人|法人或其他组织|<|<|总计|/^|商业企业|科研机构|其他|^|/3|4|7|0|14|/]\n"},
    {"|===\n|规章\n2+|3\n|===\n", "[G|规章|/2+|3|/]\n"},
    /* A plus breaks a line of AsciiDoc, a row goes on behind a line, its first has as many cells as all. */
    {"[cols=\",,\"]\n|===\n|信息 +\n内容 |本年 +\n制发件数 |件数\n|规章 |0\n|1\n|许\n可 | + | 2 +\n|===\n",
     "[G信息+内容|本年+制发件数|件数|/规章|0|1|/许+可||2|/]\n"},
    {"|===\n|信息内容 2+^.^s|件数\n\n|规章\na|3\n|+4\n|===\n", "[g信息内容|件数|<|/规章|3|+4|/]\n"},
    /* A wiki that opens cells with bars: groups hold lines and bars of their own, line breaks are written. */
    {"|=信息内容 |= |=件数\n|(((规章\n))) |(% rowspan=\"2\" %)(((3\n\n4|5\n))) |6\n|许\\\\可 |"
     "\n\n一句话。\n",
     "[g信息内容||件数|/规章|3+4|5|6|/许+可|^||/]\n\n一句话。\n"},
    {"|=信息内容|=件数\n|(% colspan=2 %)(((规章\n制定)))\n|许可|3\n",
     "[g信息内容|件数|/规章+制定|<|/许可|3|/]\n"},
    {"|=信息内容|=件数\n|规章|3|4\n|许可|3\n", "[R=信息内容|=件数|/规章|3|4|/许可|3|/]\n"},
    /* What says that it stands for others: a mark alone between tabs quotes nothing. */
    {"序号\t信息内容\t\"\t本年制发件数\n1\t行政许可\t\"\t3\n2\t行政处罚\t\"\t4\n",
     "[g序号|信息内容|<|本年制发件数|/^|行政许可|<|3|/^|行政处罚|<|4|/]\n"},
    {"序号\t信息内容\t同上\t本年处理决定数量\n1\t行政处罚\t同上\t3\n2\t同上\t行政强制\t\n",
     "[g序号|信息内容|<|本年处理决定数量|/^|行政处罚|<|3|/^|^|行政强制||/]\n"},
    /* In a column of values it stands for one. */
    {"|信息内容|本年制发件数|现行有效件数|\n|--|--|--|\n|规章|同上|0|\n|规范性文件|同上|同上|\n",
     "[G信息内容|本年制发件数|现行有效件数|/规章|同上|0|/规范性文件|同上|同上|/]\n"},
    /* Calls of Typst, with what they name; none is one that is not closed, or whose cells fill no grid. */
    {"#table(\n  columns: (auto, 1fr, 1fr), align: (left, center),\n  table.header(table.cell(rowspan: "
     "2)[信息内容], "
     "table.cell(colspan: 2)[*件数*],\n  [本年\\\n制发件数], [废止]),\n  table.hline(start: 1),\n  [规章], "
     "[3], \"4\",\n)\n"
     "好。\n",
     "[g信息内容|件数|<|/^|本年+制发件数|废止|/规章|3|4|/]\n好。\n"},
    {"#figure(\n  table(columns: (auto,) * 2, [信息内容], [件数], [规章], []),\n)\n",
     "#figure(\n[G信息内容|件数|/规章||/]\n)\n"},
    {"#table(columns: 2, [规章], [3], [许可])\n", "#table(columns: 2, [规章], [3], [许可])\n"},
    {"{|\n|colspan=2|规章\n件数\n|-\n|3\n|4\n|}\n", "[g规章+件数|<|/3|4|/]\n"},
    /* A bar opens each row and closes it, be it many lines further down. */
    {"|信息内容\n  |甲\n|乙\n|\n|规章\n  |3\n  |    |\n|许\\n可  |     |5\n|\n",
     "[G信息内容|甲|乙|/规章|3||/许+可||5|/]\n"},
    {"| 信息内容 | 甲 | 乙 |\n| 规章 | \n | 3 |\n| 许可 |  | \n |\n",
     "[G信息内容|甲|乙|/规章||3|/许可|||/]\n"},
    {"| 信息内容 | 甲 |\n另一行\n| 规章 | 3 |\n", "[G信息内容|甲|/另一行|/规章|3|/]\n"},
    /* Numbers over the right edges of columns and before rows, as data frames are printed: by programs that
       know wide characters, that do not, and that set the numbers a place too far left. */
    {"          0     1  2\n0  信息内容  件数\n1      规章     3  7\n2      许可\n",
     "[G信息内容|件数||/规章|3|7|/许可|||/]\n"},
    {"      0   1  2\n0  信息内容  件数\n1    规章   3  7\n2    许可\n",
     "[G信息内容|件数||/规章|3|7|/许可|||/]\n"},
    {"         0     1  2\n0  信息内容  件数\n1      规章     3  7\n2      许可\n",
     "[G信息内容|件数||/规章|3|7|/许可|||/]\n"},
    /* Labels, or V1 V2, over them, and rows counted from one on or in brackets; words set to the left. Dots
       stand for what is left out. */
    {"    信息内容 件数\n1   规章     3\n2   许可\n10  处罚     12\n",
     "[G信息内容|件数|/规章|3|/许可||/处罚|12|/]\n"},
    {"         V1 V2\n [9,]  规章  3\n[10,]  许可   \n[11,]        7\n", "[G规章|3|/许可||/|7|/]\n"},
    {"   信息内容  ... 件数\n0    规章  ...  3\n..   ..  ... ..\n9    许可  ...  5\n",
     "[G信息内容|件数|/规章|3|/许可|5|/]\n"},
    /* What the forms have over the labels of rows is a column's label right of them. */
    {"信息内容        制发件数  本年废止件数  现行有效件数  单位\n"
     "规章            3                       7             件\n"
     "行政规范性文件            12            40            件\n",
     "[?信息内容|制发件数|本年废止件数|现行有效件数|单位|/规章|3||7|件|/行政规范性文件||12|40|件|/]\n"},
    /* A head of which only its end is flush, and no row: they stand behind an empty line. */
    {"                                              社会   法律\n"
     "          加第四项之和）             自然人   商业   科研                  总计\n"
     "                                              公益   服务   其他\n"
     "                                    企业   机构\n"
     "                                              组织   机构\n"
     "\n"
     "规章                            105   1         0    21   63   190\n",
     "[?加第四项之和）|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|/"
     "规章|105|1||0|21|63|190|/]\n"},
    /* One row, in no place but under its labels. */
    {"\n   件数  总计\n0     3     4\n", "\n[G件数|总计|/3|4|/]\n"},
    /* Columns that are counted from 0 on above words, and no rows; above numbers they may be a row. */
    {"| 0 | 1 | 2 |\n|---|---|---|\n| 自然人 | 其他 | 总计 |\n| 3 | 0 | 3 |\n",
     "[G自然人|其他|总计|/3|0|3|/]\n"},
    {"| 0 | 1 |\n|---|---|\n| 3 | 4 |\n| 规章 | 5 |\n", "[G0|1|/3|4|/规章|5|/]\n"},
    /* strings may be quoted, numbers need not */
    {"| (index) | 0 | 1 |\n|---|---|---|\n| 0 | '信息内容' | '件数' |\n| 1 | '规章' | '' |\n",
     "[G信息内容|件数|/规章||/]\n"},
    {"| (index) | 0 | 1 |\n|---|---|---|\n| 0 | '信息内容' | '件数' |\n| 1 | '规章' | 3 |\n",
     "[G信息内容|件数|/规章|3|/]\n"},
    {"| (index) | 0 | 1 |\n|---|---|---|\n| 0 | '信息内容' | '件数' |\n| 1 | 规章 | 3 |\n",
     "[G'信息内容'|'件数'|/规章|3|/]\n"},
    /* A directive of reStructuredText says how a cell is set. */
    {"+------+------+\n| 规章 | ..   |\n|      |  con |\n|      | er:: |\n|      |      |\n|      |    3 |\n"
     "+------+------+\n| 许可 | ..   |\n+------+------+\n",
     "[G规章|3|/许可|..|/]\n"},
    {"+---+---+\n| 规 | . |\n| 章 | . |\n|    |   |\n|    | t |\n|    | : |\n|    | : |\n|    | 3 "
     "|\n+---+---+\n"
     "| 许 | 4 |\n| 可 |   |\n+---+---+\n",
     "[G规+章|3|/许+可|4|/]\n"},
    /* Bars stand below corners, also where lines are no wider than the rules because wide signs and cells
       that are too narrow make up for one another. */
    {"+---+---+---+\n| 甲 |  | 乙 |\n+---+---+---+\n|  | 3 |   |\n+---+---+---+\n", "[G甲||乙|/|3||/]\n"},
    /* Rules below the head only: labels that are broken over lines, among headings that are none, are rows
       beside their values. */
    {"+--------------+----+----+\n| 统计指标     |单位|数量|\n+--------------+----+----+\n| 一、公开情况 | — "
     "| — "
     "|\n| 其中：主动公 |件  |12  |\n| 开规范性文件 |    |    |\n| 数           |    |    |\n| 2.传真申请数 "
     "|次  |3  "
     " |\n+--------------+----+----+\n",
     "[G统计指标|单位|数量|/一、公开情况|—|—|/其中：主动公+开规范性文件+数|件|12|/2.传真申请数|次|3|/]\n"},
    {"+--------------+------------+--+--+\n| 其中：主动公 |            |1 |2 |\n| 开规范性文件 |            "
     "|  |  |\n"
     "| 数           |            |  |  |\n+--------------+------------+--+--+\n| 3.其他       |            "
     "|3 |4 |\n"
     "|              | （七）总计 |5 |6 |\n+--------------+------------+--+--+\n",
     "[G其中：主动公+开规范性文件+数||1|2|/3.其他||3|4|/|（七）总计|5|6|/]\n"},
    /* A label of columns that have their own spans no value, though all of them are alike. */
    {"|行政复议|行政诉讼|行政诉讼|行政诉讼|\n|--|--|--|--|\n|总计|复议后起诉|复议后起诉|复议后起诉|\n|3|0|0|"
     "0|\n",
     "[g行政复议|行政诉讼|<|<|/总计|复议后起诉|<|<|/3|0|0|0|/]\n"},
    /* Numbers that count the rows are none of the table's, also before a label that is none of a form's. */
    {"|序号|项目|件数|总计|\n|--|--|--|--|\n|1|规章|4|4|\n|2|规定等|5|5|\n|3|行政许可|6|6|\n",
     "[G项目|件数|总计|/规章|4|4|/规定等|5|5|/行政许可|6|6|/]\n"},
    {"|序号|项目|件数|总计|\n|--|--|--|--|\n|1|规章|4|4|\n|3|规定等|5|5|\n|4|行政许可|6|6|\n",
     "[g序号|项目|件数|总计|/^|规章|4|4|/3|规定等|5|5|/^|行政许可|6|6|/]\n"},
    /* Beside a frame stands what the page sets in columns. */
    {"        +----+----+\n        |规章|3   |\n栏目    |    |    |\n导航 甲 +----+----+\n        |许可|4   "
     "|\n"
     "        +----+----+\n",
     "[G规章|3|/许可|4|/]\n"},
    {"    +--+--+\n    |规章|3 |\n导航  |  |  |\n    +--+--+\n    |许可|4 |\n    +--+--+\n",
     "[G规章|3|/许可|4|/]\n"},
    {".. list-table::\n   :header-rows: 1\n\n   * - 规章\n     -\n     - 3\n   * - 行政\n       许可\n     - "
     "-1\n     - "
     "-\n说明\n",
     "[G规章||3|/行政+许可|-1|-|/]\n说明\n"},
    /* Signs of covered positions, as the writer of text has them, too. Below it what a bar opens keeps its
       empty cells. */
    {"| 项目 | 项目 | 自然人 | 其他 |\n|---|---|---|---|\n| 甲 | 甲 | 近1 | 近1 |\n| 乙 | 1.乙 | 2件左右 | "
     "2件左右 |\n",
     "[g项目|<|自然人|其他|/甲|<|近1|近1|/乙|1.乙|2件左右|2件左右|/]\n"},
    /* A cell that spans columns leaves empty ones behind it, one that spans rows none. */
    {"|  |  |\n|---|---|\n| 项目 | | 法人或其他组织 | | 总计 |\n| 商业企业 | 科研机构 |\n| 受理 | | 1 | | 1 "
     "|\n"
     "| 三、本年度办理结果 | （一）予以公开 | | 2 | 2 |\n| 注 | | | |\n"
     "| （七）总计 | | | |\n",
     "[g项目|<|法人或其他组织|<|总计|/^|^|商业企业|科研机构|^|/受理|<|1||1|/"
     "三、本年度办理结果|（一）予以公开||2|2|/^|注||||/^|（七）总计||||/]\n"},
    {"| 结果维持 | 行政诉讼 | | |\n| 结果纠正 | 其他结果 | 总计 |\n| | 3 | | 3 |\n",
     "[g结果维持|行政诉讼|<|<|/^|结果纠正|其他结果|总计|/|3||3|/]\n"},
    /* A row lacks no cell where no label above it can span one, or where its label would span a value. */
    {"| 信息内容 | 甲 | 乙 |\n|---|---|---|\n| 规章 | 1 | |\n| 行政许可 | 3 |\n| 行政处罚 | | 4 |\n",
     "[G信息内容|甲|乙|/规章|1||/行政许可|3||/行政处罚||4|/]\n"},
    {"| 信息内容 | < | 件数 |\n| ^ | ^ | 件数 |\n| 规章 | 0 | |\n", "[g信息内容|<|件数|/^|^|^|/规章|0||/]\n"},
    {"| 信息内容 | 件数 |\n| 规章 < | 3^ |\n", "[G信息内容|件数|/规章 <|3^|/]\n"},
    {"信息内容 | 件数\n规章 | <\n", "[G信息内容|件数|/规章|<|/]\n"},
    {"| 信息内容 | | |\n| 规章 | 1 | |\n| 行政许可 | | |\n", "[G信息内容|||/规章|1||/行政许可|||/]\n"},
    {"信息内容 | | |\n规章 | 1 | |\n行政许可 | | |\n", "[O信息内容|~|~|规章|1|~|行政许可|~|~|]\n"},
    {"行政复议 | 行政诉讼 |\n结果维持 | 总计 | 总计 |\n |  |  |\n",
     "[R行政复议|行政诉讼|/结果维持|总计|总计|/|||/]\n"},
    {"| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 1 | | 3 |\n",
     "[G" HEAD "规章|1||3|/]\n"},
    {"信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n---|---|---|---\n规章 | 1 | 2 | 3\n",
     "[G" HEAD "规章|1|2|3|/]\n"},
    {"|**信息内容**|**本年<br>制发件数**|\n|:-:|:-:|\n|1\\.规章|__5__|\n",
     "[G信息内容|本年+制发件数|/1.规章|5|/]\n"},
    {"| 信息内容 | 件数 |\n|--|--|\n| 规章 | 6<sup>①</sup><sub>2</sub> |\n| 行政许可 | ~~5~~7 |\n",
     "[G信息内容|件数|/规章|6|/行政许可|7|/]\n"},
    {"| 信息内容 | <span style=\"x\">**本年<br/>制发<br/>件数**</span> | <b>件数</b> |\n|--|--|--|\n| "
     "<i>规章</i> "
     "| <span>**0件**</span> | "
     "<span>**0件**</span> |\n| 行政许可 | &nbsp; | <span>7</span><sup>①</sup> |\n",
     "[G信息内容|本年+制发+件数|件数|/规章|0件|0件|/行政许可||7|/]\n"},
    {"|信息内容|件数|\n|--|--|\n|规章\\|规定|3|\n", "[G信息内容|件数|/规章|规定|3|/]\n"},
    {"信息内容｜本年制发件数\n规章｜３\n", "[G信息内容|本年制发件数|/规章|３|/]\n"},
    {"信息内容｜甲｜乙\n规章｜\\｜3\n", "[G信息内容|甲|乙|/规章|\\|3|/]\n"},
    /* Set in columns, a backslash or a dot stands for none; blanks that spread a word part no columns. */
    {"信息内容    本年制发件数  本年废止件数\n规章        \\             \\\n行政处罚    ·             3\n",
     "[?信息内容|本年制发件数|本年废止件数|/规章|\\|\\|/行政处罚|·|3|/]\n"},
    {"|规章|件|\n—|—|\n|行政许可|3|\n|—|—|\n",
     "[G规章|件|/行政许可|3|/—|—|/]\n"}, /* made of -- by an editor */
    {"|信息内容|甲|\n|规章|\\(12\\)|\n", "[G信息内容|甲|/规章|\\(12\\)|/]\n"},
    {"件　数\n行政复议\n结果维持\n3\n", "件　数\n[O行政复议|结果维持|3|]\n"},
    {"| 行政复议 | 行政复议 |\n| 结果维持 | 总计 |\n| ~3； | ~3； |\n",
     "[g行政复议|<|/结果维持|总计|/~3；|~3；|/]\n"}, /* no span */
    {"| 结果维持 | 总计 |\n| 结果维持 | 总计 |\n| - | - |\n", "[G结果维持|总计|/结果维持|总计|/-|-|/]\n"},
    {"|规章|  |\n|----|--||\n|行政许可|3 |\n",
     "[G规章||/行政许可|3|/]\n"}, /* two dashes in a narrow column */
    {"| 规章 | 件 |\n|------+----|\n| 行政许可 | 3 |\n|------+----|\n| 行政处罚 | 4 |\n",
     "[G规章|件|/行政许可|3|/行政处罚|4|/]\n"},
    /* a number that is torn from its mark */
    {"规章 | 0 | 4 |\n3\n.其他 | 0 | 5 |\n（七）总计 | 0 | 9 |\n",
     "[G规章|0|4|/3+.其他|0|5|/（七）总计|0|9|/]\n"},
    /* Where no bar opens the first line, none opens the others; a cell that no bar closes may be empty. */
    {"三、本年度办理结果 | （一）予以公开 | 1 | 2 |\n--- | --- | --- | ---\n | （二）部分公开 |   |  \n | "
     "（三）不予公开 | 4 |   |\n",
     "[G三、本年度办理结果|（一）予以公开|1|2|/|（二）部分公开|||/|（三）不予公开|4||/]\n"},
    /* Behind the last row of cells a row of empty ones, as pandoc prints it. */
    {"项目      结果维持  总计  其他\n------  ----  --  --\n行政复议    3     4   5 \n复议后起诉   12    5   "
     "6 \n",
     "[G项目|结果维持|总计|其他|/行政复议|3|4|5|/复议后起诉|12|5|6|/]\n"}, /* by a program that counts
                                                                              characters */
    {"  ---- ----\n  甲   乙\n\n  丙   丁\n\n\n  ---- ----\n", "[G甲|乙|/丙|丁|/||/]\n"},
    {"  ---- ----\n  甲   乙\n\n\n\n  丙   丁\n\n  ---- ----\n", "[G甲|乙|/||/丙|丁|/]\n"},
    {"  ---- ----\n  甲   乙\n  丙   丁\n\n  ---- ----\n", "[G甲|乙|/丙|丁|/||/]\n"}, /* rows are not apart */
    /* a table without a rule above ends before an empty line, though the next one has a rule, too */
    {"  甲   乙\n  ---- ----\n  丙   丁\n\n\n次项\n\n  甲   乙\n  ---- ----\n  丙   3\n",
     "[G甲|乙|/丙|丁|/]\n\n\n次项\n\n[G甲|乙|/丙|3|/]\n"},
    /* The last cell of a row is empty where a tab stands behind the one before. */
    {"行政复议\t行政诉讼\n总计\t其他结果\t总计\n3\t5\t\t\n",
     "[R行政复议|行政诉讼|/总计|其他结果|总计|/3|5|||/]\n"},
    /* What looks like an article's heading, but is the first line of a row's label, ends no table. */
    {"信息内容 |\n总计 | ||\n一、本年\n新收政府信息公开申请数量 |\n3 |\n4 | ||\n四、结转\n下年度继续\n办理 "
     "|\n2 |\n5 | ||\n",
     "[O信息内容|总计|~|~|一、本年+新收政府信息公开申请数量|3|4|~|~|四、结转+下年度继续+办理|2|5|~|~|]\n"},
    /* A label is broken within its unit, and at the stroke that it has. */
    {"信息内容\n上一年项目数量（\n项）\n本年增\n/\n减\n处理决定数量\n行政许可\n1\n/\n2\n",
     "[O信息内容|上一年项目数量（+项）|本年增+/+减|处理决定数量|行政许可|1|/|2|]\n"},
    {"信息内容 | 本年新\n制作数量（件） | 本年新\n公开数量（条\n） | 总计\n规章 | 0 | 1 | 3\n",
     "[G信息内容|本年新+制作数量（件）|本年新+公开数量（条+）|总计|/规章|0|1|3|/]\n"},
    {"规章 3 4\n（二） 部分公开 （ 区分处理的 ， 只计这一情形 , 不计其他情形 ） 1 2\n",
     "[R规章|3|4|/（二） 部分公开 （ 区分处理的 ， 只计这一情形 , 不计其他情形 ）|1|2|/]\n"},
    {"规章 1 2\n3.危及\"三安全一稳定\n\" 3 4\n", "[R规章|1|2|/3.危及\"三安全一稳定+\"|3|4|/]\n"},
    {"规章\n1\n2\n3.危及\n\"三\n安全一稳定\n\"\n3\n4\n", "[O规章|1|2|3.危及+\"三+安全一稳定+\"|3|4|]\n"},
    /* The title of an article is a heading, numbers below it or not; they are the values of labels above it
       that have none. */
    {"一、总体情况\n行政复议\n结果维持\n总计\n五、存在的主要问题及改进情况\n3\n4\n五日内办结。\n",
     "一、总体情况\n[O行政复议|结果维持|总计|]\n五、存在的主要问题及改进情况\n[O3|4|]\n五日内办结。\n"},
    {"一、总体情况\n行政复议\n总计\n3\n五、存在的主要问题及改进情况\n4\n五日内办结。\n",
     "一、总体情况\n[O行政复议|总计|3|]\n五、存在的主要问题及改进情况\n4\n五日内办结。\n"},
    /* Bars that only part cells: one that stands last has an empty cell behind it. */
    {"　信息内容　｜　甲　｜　乙　\n　规章　｜　　｜　　\n　行政许可　｜　　｜　5　\n　｜　6　｜　\n",
     "[G信息内容|甲|乙|/规章|||/行政许可||5|/|6||/]\n"},
    /* a label torn over three lines, its unit on the last */
    {"信息内容 | 采购项目数量 | 采 \n购总金 \n额（单位：元） |  | \n政府集中采购 | 1项 | 12936.40 |  | \n",
     "[G信息内容|采购项目数量|采+购总金+额（单位：元）|/政府集中采购|1项|12936.40|/]\n"},
    {"信息内容｜甲｜乙\n规章｜3｜\n行政许可｜｜5\n", "[G信息内容|甲|乙|/规章|3||/行政许可||5|/]\n"},
    /* the first label is blank */
    {"　　｜　甲　\n　规章　｜　3　｜　　\n　行政许可　｜　　｜　5　\n", "[G|甲|/规章|3||/行政许可||5|/]\n"},
    /* the rows with two labels all end in an empty cell: a bar more in them closes no line */
    {"信息内容｜甲｜乙\n规章｜3｜\n三、本年度办理结果｜（一）予以公开｜3｜\n（七）总计｜｜5\n",
     "[R信息内容|甲|乙|/规章|3||/三、本年度办理结果|（一）予以公开|3||/（七）总计||5|/]\n"},
    /* as many lines end in words as in a bar behind words; but in as many bars, too */
    {"｜自然人｜总计\n规章｜其他｜\n行政许可｜｜\n", "[G|自然人|总计|/规章|其他||/行政许可|||/]\n"},
    /* of a table without values all bars part cells, where each line has as many */
    {"｜｜申请人情况｜｜\n｜｜自然人｜｜总计\n三、本年度办理结果｜（一）予以公开｜｜｜\n｜（七）总计｜｜｜\n",
     "[G||申请人情况|||/||自然人||总计|/三、本年度办理结果|（一）予以公开||||/|（七）总计||||/]\n"},
    /* as many lines with a bar behind their last word as without: blanks behind a bar are a cell where more
     * stand there than behind words */
    {" 信息内容 | 甲 | 乙 \n 规章 | 3 |  \n 行政许可 | 4 |  \n 行政处罚 |  | 5 \n",
     "[G信息内容|甲|乙|/规章|3||/行政许可|4||/行政处罚||5|/]\n"},
    /* few cells are filled, yet a hole shows that lines are rows; a row ends where it was printed to end */
    {" 第一项 |  |  |  \n 信息内容 | 甲 | 乙 | 丙 \n 规章 |  | 3 |  \n 行政许可 |  |  |  \n 行政处罚 |  |  | "
     " \n",
     "[G第一项||||/信息内容|甲|乙|丙|/规章||3||/行政许可||||/行政处罚||||/]\n"},
    /* One row behind a heading of its own is a table's where a rule is drawn below it, or where it has as
       many cells as the last one that commas part. */
    {"四、情况\n\n1\n\n| \n\n0\n\n|  |  | \n\n3  \n  \n---|---|---|---|---  \n\n一句话。\n",
     "四、情况\n\n[G1|0|||3|/]\n\n一句话。\n"},
    {"规章,4,1\n行政许可,2,\n五、情况\n3,,5\n一句话。\n",
     "[G规章|4|1|/行政许可|2||/]\n五、情况\n[G3||5|/]\n一句话。\n"},
    {"规章\t4\t1\n行政许可\t2\t\n\n五、情况\n3\t\t5\n一句话。\n",
     "[G规章|4|1|/行政许可|2||/]\n\n五、情况\n[G3||5|/]\n一句话。\n"},
    {"规章,4,1\n行政许可,2,\n五、情况\n3,842,517,000\n一句话。\n",
     "[G规章|4|1|/行政许可|2||/]\n五、情况\n3,842,517,000\n一句话。\n"},
    {"信息内容 | 件数\n---|---\n | 总计\n/ | 3\n", "[G信息内容|件数|/|总计|//|3|/]\n"}, /* no rest of 总计 */
    /* what no bar ends goes on in the next line, be it a number or a sign; but a label alone, or a value
       where others end so */
    {"信息内容 | 件数 |\n规章 | 4 |\n3\n.\n其他 | 5 |\n6.属于\n四\n类信息 | 7 |\n",
     "[G信息内容|件数|/规章|4|/3+.+其他|5|/6.属于+四+类信息|7|/]\n"},
    /* nor what begins a row that would be longer than any with it */
    {"序号 | 信息内容 | 件数 |\n1 | 规章 | 4\n2 | 行政许可 | 5 |\n",
     "[g序号|信息内容|件数|/^|规章|4|/^|行政许可|5|/]\n"},
    {"规章 | 4 |\n危及“三安全一稳定\n” | 5 |\n行政许可\n项 | 6 |\n",
     "[G规章|4|/危及“三安全一稳定+”|5|/行政许可|/项|6|/]\n"},
    {"规章 | 4 |\n许可 |\n5\n备注：甲\n处罚 | 6 |\n", "[G规章|4|/许可|/5|/备注：甲|/处罚|6|/]\n"},
    {"信息内容 | 件数 |\n“甲”项\n规章 | 4 |\n危及“三安全一稳定”\n行政处罚 | 5 |\n",
     "[R信息内容|件数|/“甲”项|/规章|4|/危及“三安全一稳定”|/行政处罚|5|/]\n"},
    {"规章 | 4 | 2 |\n许可 | 3\n.\n件 | 1 |\n备注：甲\n处罚乙 | 2 | 7 |\n",
     "[G规章|4|2|/许可|3+.+件|1|/备注：甲|/处罚乙|2|7|/]\n"},
    {"信息内容 | 件数 | 条数\n规章 | 4 | 5\n甲项 |\n许可 | 6 |\n",
     "[R信息内容|件数|条数|/规章|4|5|/甲项|~|/许可|6|~|/]\n"},
    /* values a line behind a heading of their own: nothing but the bars tells of a table */
    {"四、情况\n4 |\n0 |\n|\n12 |\n一句话。\n", "四、情况\n[O4|0||12|]\n一句话。\n"},
    /* a remark without bars parts no table */
    {"信息内容 | 甲 | 乙\n规章 | 3 | 4\n备注：不含所属单位，也不含派出机构。\n行政许可 | | 5\n",
     "[G信息内容|甲|乙|/规章|3|4|/备注：不含所属单位，也不含派出机构。|/行政许可||5|/]\n"},
    {"行政复议 | 行政诉讼\n结果维持 | 总计 | 总计\n3 |  | 5 |  |  \n",
     "[R行政复议|行政诉讼|/结果维持|总计|总计|/3||5|||/]\n"},
    /* a dash before labels of two lines spans nothing, nor do they */
    {"| - | 自然人<br>甲 | 总计<br>乙 |\n|---|---|---|\n| 2 | 1 | 2 |\n",
     "[G-|自然人+甲|总计+乙|/2|1|2|/]\n"},
    /* Several rows in one: lines of its cells, of which some are empty. */
    {"| 信息内容 | 甲 | 乙 |\n|---|---|---|\n| 规章<br/>行政许可<br/>行政处罚 | 1<br/><br/>3 | <br/><br/> "
     "|\n| "
     "行政强制 | 7 | <br> |\n",
     "[G信息内容|甲|乙|/规章|1||/行政许可|||/行政处罚|3||/行政强制|7||/]\n"},
    {"| | 信息内容 | 甲 |\n|---|---|---|\n| 5 | 规章<br>行政许可 | 1<br>2 |\n| 7 | 行政处罚 | 4 |\n",
     "[g|信息内容|甲|/^|规章|1|/^|行政许可|2|/^|行政处罚|4|/]\n"}, /* numbers that count the rows */
    {"| 信息内容 | 甲 |\n|---|---|\n| 行政<br>强制 | 1<br>4 |\n",
     "[G信息内容|甲|/行政+强制|1+4|/]\n"}, /* one label, broken */
    /* Cells that are left out without a trace leave rows of several widths, in which labels and values share
       columns. */
    {"| 信息内容 | 甲 | 乙 | 丙 |\n|-|-|-|-|\n| 规章 | 1 | 2 |\n| 三、本年度办理结果 | （一）予以公开 | 3 "
     "|\n",
     "[R信息内容|甲|乙|丙|/规章|1|2|/三、本年度办理结果|（一）予以公开|3|/]\n"},
    {"| 信息内容 | 甲 | 乙 | 丙 |\n|---|---|---|---|\n| 规章 | 1 | 2 |\n| 行政许可 | | 3 | 4 |\n",
     "[G信息内容|甲|乙|丙|/规章|1|2||/行政许可||3|4|/]\n"},
    {"信息内容\t甲\t乙\t丙\n规章\t1\n行政许可\t\t3\n\"行政\n处罚\"\n",
     "[G信息内容|甲|乙|丙|/规章|1|||/行政许可||3||/行政+处罚||||/]\n"},
    /* a spreadsheet's label of two lines begins a row below one that has no values; it is not its first */
    {"类\t组\t信息内容\t甲\n甲类\t一组\t规章\t1\n\t\t行政许可\n\t\t\"行政\n处罚\"\t3\n",
     "[G类|组|信息内容|甲|/甲类|一组|规章|1|/||行政许可||/||行政+处罚|3|/]\n"},
    {"信息内容,类,甲,乙\n甲类,规章,1,2\n—,行政许可,,3\n—,行政处罚,4\n",
     "[g信息内容|类|甲|乙|/甲类|规章|1|2|/^|行政许可||3|/^|行政处罚|4||/]\n"},
    {"| 信息内容 | 甲 | 乙 | 丙 |\n|---|---|---|---|\n| 规章 | 1 | 2 |\n| 行政许可 | 3 | 4 |\n",
     "[R信息内容|甲|乙|丙|/规章|1|2|/行政许可|3|4|/]\n"},
    /* Bars of text extractors: each closes a cell, and those at the end of a row stand for cells that are
       lost. */
    {"二、主动公开\n第二十条第(一)项 | |||\n信息内容 |\n本年制发\n件数 |\n规章 |\n0 |\n4 | ||\n三、其他\n",
     "二、主动公开\n[O第二十条第(一)项|~|~|~|信息内容|本年制发+件数|规章|0|4|~|~|]\n三、其他\n"},
    {"信息内容 | 本年制发件数 | 本年废止件数 |\n规章 | 3 | |\n行政许可 | 5 | 6 |\n",
     "[R信息内容|本年制发件数|本年废止件数|/规章|3|~|/行政许可|5|6|/]\n"},
    {"首页 | 政务公开 | 年报\n", "首页 | 政务公开 | 年报\n"},
    {"┌───────────┐\n│行政复议   │\n├────┬──────┤\n│总计│其他结│\n│    │果    │\n├────┼──────┤\n│3   │4     "
     "│\n└────┴──────┘\n",
     "[g行政复议|<|/总计|其他结+果|/3|4|/]\n"},
    {"┌────┬──────┐\n│规章│3     │\n└────┴──────┘\n┌────────┬──┐\n│行政许可│5 │\n└────────┴──┘\n",
     "[G规章|3|/]\n[G行政许可|5|/]\n"},
    {"+------+---+\n| 规章 | 3 |\n+------+---+\n+----------+---+\n| 行政许可 | 5 |\n+----------+---+\n",
     "[G规章|3|/]\n[G行政许可|5|/]\n"},
    {"┌────┬────┐\n│    │规章│\n│甲乙├────┤\n│    │3   │\n└────┴────┘\n", "[g甲乙|规章|/^|3|/]\n"},
    {"+------+----+\n| 规章 | 3  |\n+------+----+\n| 许\\  |    |\n| 可   |    |\n+------+----+\n",
     "[G规章|3|/许+可||/]\n"},
    {"+----------+----+\n| 规章     |    |\n| 行政许可 | 3  |\n+----------+----+\n",
     "[G规章||/行政许可|3|/]\n"},
    /* a label printed twice; another is broken */
    {"+------+---+\n| 规章 | 2 |\n| 规章 |   |\n+------+---+\n| 行政 | 3 |\n| 许可 |   |\n+------+---+\n",
     "[G规章+规章|2|/行政+许可|3|/]\n"},
    {"+------+----+\n| 规章 | 件 |\n+------+----+\n| 许可 | 3  |\n| 处罚 | 4  |\n+------+----+\n",
     "[G规章|件|/许可+处罚|3+4|/]\n"},
    {"+------+----+---+\n| 规章 | 件 | 条 |\n+------+----+---+\n| 许可 | 3 | 5 |\n| 处罚 | 4 | 6 "
     "|\n+------+----+---+\n",
     "[G规章|件|条|/许可|3|5|/处罚|4|6|/]\n"},
    {"+---------+\n| 行政复议    |\n|---------|\n| 总计 | 其他 |\n|----+----|\n| 3  | 4  |\n+---------+\n",
     "[g行政复议|<|/总计|其他|/3|4|/]\n"},
    {"+------+----------+\n| 规章 |          |\n|------+----------|\n| 总计 | 其他结果 |\n| 3    | 4        "
     "|\n+------+----------+\n",
     "[G规章||/总计|其他结果|/3|4|/]\n"},
    {" 信息内容 │ 件数\n──────────┼──────\n 规章     │  3\n", "[G信息内容|件数|/规章|3|/]\n"},
    /* a remark alone in its line is no part of the cell above; one that others stand beside is */
    {"+------+------+\n| 总计 | 其他 |\n+------+------+\n| 3    | 4    |\n| 注：取自台账 |      "
     "|\n+------+------+\n",
     "[G总计|其他|/3|4|/注：取自台账||/]\n"},
    {"+--------+------+\n| 总计   | 其他 |\n+--------+------+\n| 3      | 4    |\n| 注：甲 | 件   "
     "|\n+--------+------+\n",
     "[G总计|其他|/3+注：甲|4+件|/]\n"},
    {"{| class=\"wikitable\"\n|+ 表\n|-\n! colspan=\"2\" | 行政复议 !! 总计\n|-\n| rowspan=\"2\" | 甲\n| "
     "1\n| "
     "2\n|-\n| 5 || 6\n|}\n",
     "[g行政复议|<|总计|/甲|1|2|/^|5|6|/]\n"},
    {"{|\n| 规章 || 3", "[G规章|3|/]\n"},
    /* elements around the words, as pandoc writes cells with blocks */
    {"{|\n|\n<div>\n\n规章\n\n</div>\n|\n<div>\n\n3\n\n</div>\n|\n<div>\n\n3\n\n</div>\n|}\n",
     "[G规章|3|3|/]\n"},
    /* Cells that are paragraphs: bars between them and a line of two blanks behind a row, or bars around
       them. */
    {"情况：\n\n信息  \n内容\n\n| \n\n件数  \n  \n---|---  \n  \n规章\n\n|  | \n\n3  \n  \n行政许可\n\n| "
     "\n\n4\n\n|   \n  "
     "\n行政处罚\n\n| \n\n5\n\n| \n\n6\n\n三、情况\n",
     "情况：\n\n[R信息+内容|件数|/规章||3|/行政许可|4||/行政处罚|5|6|/]\n\n三、情况\n"},
    {"无。\n\n| \n\n件数\n\n规章\n\n| \n\n3\n", "无。\n\n[G|件数|/规章|3|/]\n"},
    {"甲\n\n|\n\n乙。\n", "甲\n\n|\n\n乙。\n"},
    {"规章\n\n| \n\n3  \n  \n行政许可\n\n| \n\n4  \n\n\n行政处罚\n\n| \n\n5  \n  \n行政强制\n\n| \n\n6  \n\n",
     "[G规章|3|/行政许可|4|/行政处罚|5|/行政强制|6|/]\n\n"}, /* a table ends and another follows */
    {"无。\n\n| \n\n件数\n\n规章\n\n| \n\n-\n", "无。\n\n[G|件数|/规章|-|/]\n"}, /* no rule */
    /* behind an empty last cell the table is over; a heading ends it behind a bar, too, but a broken label
       does not */
    {"规章\n\n|  | \n\n3  \n  \n行政  \n许可\n\n| \n\n4\n\n|   \n\n\n行政处罚\n",
     "[G规章||3|/行政+许可|4||/]\n\n\n行政处罚\n"},
    {"一、甲\n\n规章\n\n| \n\n3  \n  \n四、结转下年  \n度继续办理\n\n| \n\n二、情况\n",
     "一、甲\n\n[G规章|3|/四、结转下年+度继续办理||/]\n\n二、情况\n"},
    {"无。\n\n| \n信息内容\n\n | \n\n件数\n\n |\n| --- | --- |\n| \n\n规章\n\n |  |\n|  | \n\n3\n\n |\n\n    "
     "三、情况\n",
     "无。\n\n[G信息内容|件数|/规章||/|3|/]\n\n    三、情况\n"},
    {"一、甲\n\n| \n\n规章\n\n | \n\n3\n\n |\n| \n\n行政许可\n\n |  |\n\n二、情况\n\n| \n\n行政处罚\n\n | "
     "\n\n4\n\n |\n| \n\n行政"
     "强制\n\n | \n\n5\n\n |\n",
     "一、甲\n\n[G规章|3|/行政许可||/]\n\n二、情况\n\n[G行政处罚|4|/行政强制|5|/]\n"},
    /* a line within a paragraph is no heading; captions are rows of a cell */
    {"二、甲\n\n| \n\n第二十条第（  \n一）项\n\n |\n| \n\n | \n\n件数\n\n |\n",
     "二、甲\n\n[R第二十条第（+一）项|/|件数|/]\n"},
    /* no blank behind the bar that closes a table, so that what follows is no cell of it */
    {"无。\n\n| \n\n规章\n\n | \n\n3\n\n |\n| \n\n行政许可\n\n |  |\n\n行政复议\n\n| \n\n结果维持\n\n | "
     "\n\n总计\n\n |\n| \n\n4\n\n "
     "| \n\n5\n\n |\n",
     "无。\n\n[G规章|3|/行政许可||/]\n\n行政复议\n\n[G结果维持|总计|/4|5|/]\n"},
    /* as crawlers write them: bars open rows behind blanks, or behind bars for cells that spans have left out
     */
    {"一、甲\n| \n  规章  | \n  \t \n  3  | \n  \t \n  4  | \n    \n| \n  许可  | \n  \t \n  5  | \n    "
     "|\n二、情况\n",
     "一、甲\n[G规章|3|4|/许可|5||/]\n二、情况\n"},
    {"一、甲\n| \n规章 \n  | \n \n  | \n4 | \n    \n| \n许可 \n  | \n5 | \n    |\n\n二、情况\n",
     "一、甲\n[G规章||4|/许可|5||/]\n\n二、情况\n"},
    {"||||\n|:-:|:-:|:-:|\n|信息内容|甲|乙|\n|规章|1|2|\n", "[G|||/信息内容|甲|乙|/规章|1|2|/]\n"},
    /* Bars that touch fill up a row that has lost cells: it is not known where, whatever rule is drawn. */
    {"第一项 | ||\n---|---|---|\n信息内容 | 甲 | 乙 |\n规章 | 3 | |\n",
     "[R第一项|~|~|/信息内容|甲|乙|/规章|3|~|/]\n"},
    {"| 第一项 | ||\n| 信息内容 | 甲 | 乙 |\n| 规章 | 3 | |\n",
     "[R第一项|~|~|/信息内容|甲|乙|/规章|3|~|/]\n"},
    {"无。\n| \n  信息内容 | \n  \t \n  甲 | \n  \t \n  乙 | \n    \n| \n  规章 | \n  \t \n  3 | \n    |\n| "
     "\n  许可 | \n    ||\n",
     "无。\n[R信息内容|甲|乙|/规章|3|~|/许可|~|~|/]\n"},
    /* so it is where they fill up rows of another table */
    {"| 信息内容 | 甲 | 乙 |\n| 规章 | 3 | |\n\n无。\n\n| 第一项 | ||\n| 许可 | 1 | 2 |\n",
     "[R信息内容|甲|乙|/规章|3|~|/]\n\n无。\n\n[G第一项|/许可|1|2|/]\n"},
    /* They tell how long rows are, whose cells stand a line each, bars too, also behind a bar that opens a
       row; one alone is an empty cell, but for the last. */
    {"第一项 |\n||\n信息内容 |\n甲 |\n乙 |\n规章 |\n|\n3 |\n许可 |\n4 |\n|\n强制 |\n||\n",
     "[R第一项|~|~|/信息内容|甲|乙|/规章||3|/许可|4|~|/强制|~|~|/]\n"},
    /* Dashes that stand for nothing elsewhere around a number are the row of the label before it; a page's
       mark is none. */
    {"信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n—— 1 ——\n行政规范性文件\n—— 2 3\n行政许可 "
     "——\n五、其他\n",
     "[R信息内容|/本年制发件数|/本年废止件数|/现行有效件数|/规章|/——|1|——|/行政规范性文件|/——|2|3|/"
     "行政许可|——|/]\n五、其他\n"},
    {"信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n— 1 —\n行政规范性文件\n—— 2 3\n行政许可 "
     "——\n五、其他\n",
     "[R信息内容|/本年制发件数|/本年废止件数|/现行有效件数|/规章|/行政规范性文件|/——|2|3|/行政许可|——|/"
     "]\n五、其他\n"},
    {"信息内容\n|\n甲\n|\n乙\n|\n规章\n|\n|\n3\n|\n许可\n|\n  \n|\n|\n\n五、其他\n",
     "[O信息内容|甲|乙|规章||3|许可|||]\n\n五、其他\n"},
    {"信息内容\n|\n||\n规章\n|\n|\n3\n|\n许可\n|\n4\n|\n|\n强制\n|\n||\n",
     "[R信息内容|~|~|/规章||3|/许可|4|~|/强制|~|~|/]\n"},
    {"|\n第一项 | ||\n|\n信息内容 |\n甲 |\n乙 |\n|\n规章 |\n|\n3 |\n|\n第二项 | ||\n|\n信息内容 |\n乙 | "
     "|\n|\n许可 |\n4 | |\n",
     "[G第一项|/信息内容|甲|乙|/规章||3|/第二项|/信息内容|乙|/许可|4|/]\n"},
    /* Behind dashes a label may be broken over lines. */
    {"申请人情况\t\t\t自然人\t总计\n三、本年度办理结果\t（三）不予公开\t1.属于国家秘密\t0\t0\n—\t—\t\"2."
     "其他法律行政\n法规禁止公开\"\t2\t2\n",
     "[G申请人情况|||自然人|总计|/三、本年度办理结果|（三）不予公开|1.属于国家秘密|0|0|/"
     "^|^|2.其他法律行政+法规禁止公开|2|2|/]\n"},
    /* No label above is a repeated one where the cells below it are empty. */
    {"行政复议\t\t行政诉讼\n结果维持\t总计\t未经复议直接起诉\n\t\t结果维持\t总计\n1\t2\n",
     "[R行政复议||行政诉讼|/结果维持|总计|未经复议直接起诉|/||结果维持|总计|/1|2|/]\n"},
    /* What fills up the last row of a table may be left out before the head of another. */
    {"第一项 |\n||\n信息内容 |\n甲 |\n乙 |\n规章 |\n|\n3 |\n第二项 |\n||\n许可 |\n4 |\n申请人情况 "
     "|\n|||\n自然人 |\n总计 |"
     "\n||\n一、本年新收政府信息公开申请数量 |\n5 |\n6 |\n|\n",
     "[R第一项|~|~|/信息内容|甲|乙|/规章||3|/第二项|~|~|/许可|4|/]\n[R申请人情况|~|~|~|/自然人|总计|~|~|/"
     "一、本年新收政府信息公开申请数量|5|6|~|/]\n"},
    /* Where a bar alone stands between two values, in any table of the text, no empty cell is left out. */
    {"第二十条第（一）项 |\n|||\n信息内容 |\n甲 |\n乙 |\n丙 |\n规章 |\n3 |\n4 |\n|\n第二十条第（五）项 "
     "|\n|||\n许可 |\n5 |\n6 |\n7 |\n无。\n第二十条第（六）项 |\n|||\n信息内容 |\n甲 |\n乙 |\n丙 |\n处罚 "
     "|\n8 |\n|\n9 |\n第二十条第（八）项 |\n|||\n",
     "[R第二十条第（一）项|/信息内容|甲|乙|丙|/规章|3|4||/第二十条第（五）项|/许可|5|6|7|/"
     "]\n无。\n[G第二十条第（六）项|/信息内容|甲|乙|丙|/处罚|8||9|/第二十条第（八）项|/]\n"},
    {"|信息内容 | 甲 | 乙 | 丙 |\n| 规章 | 3 | 4 | |\n| 第二十条第（五）项 | |||\n| 许可 | 5 | 6 | 7 "
     "|\n无。\n| 信息内容 | 甲 | 乙 |\n| 处罚 | | "
     "9 |\n",
     "[G信息内容|甲|乙|丙|/规章|3|4||/第二十条第（五）项||||/许可|5|6|7|/]\n无。\n[G信息内容|甲|乙|/处罚||9|/"
     "]\n"},
    /* Where lines with words and a bar have shown it before, bars alone stand so, too. */
    {"信息内容|\n甲|\n规章\n|\n3\n|\n无。\n|\n总计\n|\n许可\n|\n4\n|\n",
     "[O信息内容|甲|规章|3|]\n无。\n[O|总计|许可|4|]\n"},
    /* Rows that are none's but a head's or the body's have a width, too, though nothing fills them up. */
    {"信息内容 |\n甲 |\n|\n规章 |\n4 |\n|\n许可 |\n5 |\n|\n强制 |\n6 |\n|\n信息内容 |\n乙 |\n丙 |\n处罚 |\n7 "
     "|\n8 "
     "|\n",
     "[G信息内容|甲|/规章|4|/许可|5|/强制|6|/信息内容|乙|丙|/处罚|7|8|/]\n"},
    /* A bar alone stands first where the first cell is empty. */
    {"|\n申请人情况|\n自然人|\n规章|\n3|\n许可|\n4|\n", "[O申请人情况|自然人|规章|3|许可|4|]\n"},
    {"信息内容\n|\n甲\n|\n规章\n|\n3\n|\n无。\n|\n申请人情况\n|\n自然人\n|\n许可\n|\n4\n|\n",
     "[O信息内容|甲|规章|3|]\n无。\n[O|申请人情况|自然人|许可|4|]\n"},
    {"|\n申请人情况\n|\n自然人\n|\n许可\n|\n4\n|\n规章\n|\n3\n|\n", "[O申请人情况|自然人|许可|4|规章|3|]\n"},
    /* A bar for each cell, behind it or before it, on its line or alone: two have an empty cell between. */
    {"信息内容\n|\n本年制发件数|\n本年废止件数|\n规章\n|\n|\n3|\n行政许可|\n4\n|\n|\n",
     "[O信息内容|本年制发件数|本年废止件数|规章||3|行政许可|4||]\n"},
    {"|信息内容\n|\n本年制发件数\n|本年废止件数\n|规章\n|\n|3\n|\n行政许可\n|4\n|\n",
     "[O信息内容|本年制发件数|本年废止件数|规章||3|行政许可|4||]\n"},
    {"结果维持|\n总计|\n1|\n1|\n见下\n结果维持|\n总计|\n2|\n2|\n",
     "[O结果维持|总计|1|1|见下|结果维持|总计|2|2|]\n"},
    /* Bars in rows that differ are room only. */
    {"第一项 |\n|||\n规章 |\n3 |\n强制 |\n4 |\n||\n", "[O第一项|~|~|~|规章|3|强制|4|~|~|]\n"},
    {"\\begin{tabular}{|c|c|c|}\n\\hline\n\\multicolumn{2}{|c|}{行政复议} & \\textbf{总计} \\\\ \\hline\n"
     "\\multirow{2}{*}{甲} & 1 & $2$ \\\\ \\cline{2-3}\n & 5 & \\\\[2pt]\n\\hline\n\\end{tabular}\n完\n",
     "[g行政复议|<|总计|/甲|1|2|/|5||/]\n完\n"},
    /* lists of names and values: outlines, records, JSON, sentences; a row with its column and value in each
       line */
    {"- 规章\n  - 本年制发件数：3\n  - 本年废止件数：0\n- 行政许可\n  - 本年处理决定数量：7\n\n完。\n",
     "[g|本年制发件数|本年废止件数|/规章|3|0|/]\n[g|本年处理决定数量|/行政许可|7|/]\n\n完。\n"},
    {"{\n\"规章\": {\n\"本年制发件数\": 1,234,\n\"本年废止件数\": null\n}\n}\n二、其他\n",
     "[g|本年制发件数|本年废止件数|/规章|1,234|null|/]\n}\n}\n二、其他\n"},
    {"行政复议：结果维持3件，总计3件。\n行政诉讼（复议后起诉）：结果维持：，总计：2\n",
     "[g|结果维持|总计|/行政复议|3件|3件|/行政诉讼（复议后起诉）||2|/]\n"},
    {"行政复议（结果维持3，总计3）\n行政诉讼（复议后起诉）（结果维持0，总计2）\n",
     "[g|结果维持|总计|/行政复议|3|3|/行政诉讼（复议后起诉）|0|2|/]\n"},
    {"行政复议 → 结果维持 3；总计 3\n复议后起诉 → 结果维持 0；总计 2\n",
     "[g|结果维持|总计|/行政复议|3|3|/复议后起诉|0|2|/]\n"},
    {"1) 规章\n  a) 本年制发件数 = 3\n  b) 现行有效件数 = 0\n2) 行政规范性文件\n  a) 本年制发件数 = 1\n  b) "
     "现行有效件数 = 2\n",
     "[g|本年制发件数|现行有效件数|/规章|3|0|/行政规范性文件|1|2|/]\n"},
    /* The column stands behind the row in one name; a label that says both needs none. */
    {"第二十条第（一）项/规章/本年制发件数: 3\n第二十条第（一）项/规章/现行有效件数: 0\n",
     "[g|本年制发件数|现行有效件数|/第二十条第（一）项/规章|3|0|/]\n"},
    {"规章/本年制发件数\t3\n规章/本年废止件数\t\n规章/现行有效件数\t0\n",
     "[g|本年制发件数|本年废止件数|现行有效件数|/规章|3||0|/]\n"},
    /* A row is the same where all that leads to it is repeated; what stands below a label over columns is
       one. */
    {"[三、本年度办理结果/（二）部分公开（区分处理的,只计这一情形,不计其他情形）]\n自然人=1\n总计=15\n",
     "[g|自然人|总计|/三、本年度办理结果/（二）部分公开（区分处理的,只计这一情形,不计其他情形）|1|15|/]\n"},
#define ROW "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
#define PATH "三、本年度办理结果/（六）其他处理/" ROW
    {PATH "/自然人: 3\n" PATH "/总计: 4\n", "[g|自然人|总计|/" ROW "|3|4|/]\n"},
#undef PATH
#undef ROW
    {"一、本年新收政府信息公开申请数量:\n  自然人: 1\n  法人或其他组织/小计: 5\n  法人或其他组织:\n  "
     "法人或其他组织/其他: 5\n  总计: 6\n",
     "[g|自然人|小计|法人或其他组织/其他|总计|/一、本年新收政府信息公开申请数量|1|5|5|6|/]\n"},
    /* A label that is printed again over others spans no equal values below these. */
    {"| 项目 | 自然人 | 法人或其他组织 | 法人或其他组织 |\n|-|-|-|-|\n| NaN | NaN | 商业企业 | 科研机构 |\n"
     "| 一、本年新收政府信息公开申请数量 | 1 | 3 | 3 |\n",
     "[g项目|自然人|法人或其他组织|<|/^|^|商业企业|科研机构|/一、本年新收政府信息公开申请数量|1|3|3|/]\n"},
    {"一、本年新收政府信息公开申请数量\n申请人情况/自然人 = 3\n申请人情况/法人或其他组织/商业企业 = 4\n",
     "[g|申请人情况/自然人|申请人情况/法人或其他组织/商业企业|/一、本年新收政府信息公开申请数量|3|4|/]\n"},
    {"行政复议/结果维持: 3\n行政复议/结果纠正: -\n", "[g|行政复议/结果维持|行政复议/结果纠正|/|3|-|/]\n"},
    {"*** 1. row ***\n项目: 规章\n本年制发件数: 3\n*** 2. row ***\n项目: 行政规范性文件\n本年制发件数: 4\n",
     "[g|本年制发件数|/规章|3|/行政规范性文件|4|/]\n"},
    {"| 项目 | 列 | 数值 |\n|---|---|---|\n| 规章 | 本年制发件数 | 3 |\n| 规章 | 本年废止件数 | 0 |\n",
     "[g项目|列|数值|/规章|本年制发件数|3|/^|本年废止件数|0|/]\n"},
    /* Words that are no label stand for one: before a value among cells, and over cells. */
    {"规章\n  序号 = 1\n  本年制发件数 = 3\n  上年数 = 2\n行政规范性文件\n  序号 = 2\n  本年制发件数 = 1\n"
     "  上年数 = 5\n备查 = 7\n",
     "[g|序号|本年制发件数|上年数|/规章|1|3|2|/行政规范性文件|2|1|5|/]\n备查 = 7\n"},
    {"- 规章文：\n  - 本年制发件数：3\n- 行政规范文：\n  - 本年制发件数：1\n",
     "[g|本年制发件数|/规章文|3|/行政规范文|1|/]\n"},
    {"规章文 本年制发件数 3\n规章文 现行有效件数 8\n规范文 本年制发件数 4\n规范文 现行有效件数 9\n",
     "[g|本年制发件数|现行有效件数|/规章文|3|8|/规范文|4|9|/]\n"},
    /* the row that the last line names has no cells */
    {"规章：本年制发件数：3\n  现行有效件数：8 行政许可\n\n完。\n",
     "[g|本年制发件数|现行有效件数|/规章|3|8|/]\n\n完。\n"},
    {"规章：本年制发件数3件，其中：现行有效件数2件\n", "[g|本年制发件数|现行有效件数|/规章|3件|2件|/]\n"},
    /* of names that are no labels most are near to one, else it is no list of the form's */
    {"新收：\n  企业：3\n  科研：2\n  公益组织：0\n  合计：5\n",
     "[g|企业|科研|公益组织|合计|/新收|3|2|0|5|/]\n"},
    {"开支：\n  差旅：3\n  办公：2\n  水电：0\n  设备：4\n  印刷：5\n  其他：1\n  合计：15\n",
     "开支：\n  差旅：3\n  办公：2\n  水电：0\n  设备：4\n  印刷：5\n[R其他|1|/合计|15|/]\n"},
    /* what names rows names those that are no labels, too; behind another name stand words of a cell */
    {"{\"项目\": \"规章\", \"备注\": \"见附件\", \"本年制发件数\": \"3\"}\n"
     "{\"项目\": \"规章文\", \"备注\": \"\", \"本年制发件数\": \"4\"}\n",
     "[g|备注|本年制发件数|/规章|见附件|3|/规章文||4|/]\n"},
    {"- 规章：本年制发件数：3、备注：\n- 许可：本年制发件数：4、备注：另有2件\n",
     "[g|本年制发件数|备注|/规章|3||/许可|4|另有2件|/]\n"},
    {"规章：\n  1.本年制发件数：3\n  2.现行有效件数：8\n", "[g|本年制发件数|现行有效件数|/规章|3|8|/]\n"},
    {"规章：\n  本 年 制 发 件 数：3\n  现 行 有 效 件 数：8\n",
     "[g|本 年 制 发 件 数|现 行 有 效 件 数|/规章|3|8|/]\n"},
    {"规章：\n  本年制发件数：12[1]\n  现行有效件数：**\n许可：\n  本年制发件数：4\n  现行有效件数：×\n",
     "[g|本年制发件数|现行有效件数|/规章|12[1]|**|/许可|4|×|/]\n"},
    /* nor does what a page repeats: the row goes on behind it */
    {"规章：\n  本年制发件数：3\n  现行有效件数：8\n许可：\n  本年制发件数：4\n- 4 -\n\f甲局2023年度报告\n  "
     "现行有效件数：9\n",
     "[g|本年制发件数|现行有效件数|/规章|3|8|/许可|4|9|/]\n"},
    /* no lists: a table turned, of which cells are empty, in lines and in a grid; a column that no row is
       named before */
    {"结果\t行政复议\t行政诉讼\n结果维持\t2\t\n结果纠正\t3\t\n",
     "[G结果|行政复议|行政诉讼|/结果维持|2||/结果纠正|3||/]\n"},
    {"结果维持：3\n结果纠正：4\n", "[R结果维持|3|/结果纠正|4|/]\n"},
    {"\\begin{longtable}{lr}\n规章 & 3 \\tabularnewline\n许可 & {a \\tabularnewline b} "
     "\\cr\n\\end{longtable}\n",
     "[G规章|3|/许可|a+b|/]\n"},
    {"\\begin{longtblr}{hlines}\n\\SetCell[r=1,c=2]{c} 行政复议 & & 总计 \\\\\n甲 & 1 & 2 "
     "\\\\\n\\end{longtblr}\n完\n",
     "[G行政复议||总计|/甲|1|2|/]\n完\n"},
    {"\\begin{array}{cc} \\begin{tabular}{c} 本年制 \\\\ 发件数 \\end{tabular} & 7\\% \\\\ 规章 & A\\&B \\\\ "
     "\\end{array}\n",
     "[G本年制+发件数|7+%|/规章|A+&B|/]\n"},
    /* half a table ends before the next heading */
    {"\\begin{tabular}{cc}\n一、本年新收 & 3 \\\\\n规章 & 4\n五、存在的主要问题及改进情况\n",
     "[G一、本年新收|3|/规章|4|/]\n五、存在的主要问题及改进情况\n"},
    {"用\\begin{tabular}写表。\n", "用\\begin{tabular}写表。\n"},
    {"第二十条第（一）项\n信息内容\t本年制发件数\t现行有效件数\n规章\t\t7\n\n完\n",
     "[G第二十条第（一）项|/信息内容|本年制发件数|现行有效件数|/规章||7|/]\n\n完\n"},
    {"信息内容\t件数\t\n规章\t7\t\n", "[G信息内容|件数|/规章|7|/]\n"},
    {"\"本年制\n发件数\"\t\"a \"\"b\"\"\"\n规章\t7\n", "[G本年制+发件数|a \"\"b\"\"|/规章|7|/]\n"},
    {"\t本报告编制。\n\t数据\t如下。\n", "本报告编制。\n数据\t如下。\n"},
    /* one table shows that only the ends of rows are left out, in another, too */
    {"信息内容\t总计\t其他结果\n规章\t7\n\n完。\n自然人\t总计\t其他结果\n规章\t7\t\t2\n",
     "[G信息内容|总计|其他结果|/规章|7||/]\n\n完。\n[R自然人|总计|其他结果|/规章|7||2|/]\n"},
    {"信息内容\t总计\t其他结果\n规章\t7\n\n完。\n自然人\t总计\t其他结果\n规章\t7\t\t无\n",
     "[R信息内容|总计|其他结果|/规章|7|/]\n\n完。\n[R自然人|总计|其他结果|/规章|7||无|/]\n"},
    {"\t\"本年制\n发件数\"\n规章\t7\n", "[G|本年制+发件数|/规章|7|/]\n"},
    {"信息内容\t总计\t其他结果\n规章\t\t7\n\t备注：不含街道。\n行政许可\t8\n",
     "[G信息内容|总计|其他结果|/规章||7|/|备注：不含街道。||/行政许可|8||/]\n"},
    /* totals that happen to count are no serial numbers where other rows print none */
    {"自然人\n总计\n1.属于国家秘密\n1\n2.重复申请\n7.属于行政执法案卷\n2\n3.其他\n（七）总计\n3\n行政许可\n",
     "[O自然人|总计|1.属于国家秘密|1|2.重复申请|7.属于行政执法案卷|2|3.其他|（七）总计|3|行政许可|]\n"},
    /* numbers that count the rows behind their values have a column, though not all labels are behind */
    {"自然人\n行次\n总计\n1.属于国家秘密\n4\n4\n1\n2.重复申请\n6\n6\n2\n3."
     "其他\n8\n8\n3\n（七）总计\n9\n9\n4\n",
     "[O自然人|行次|总计|1.属于国家秘密|4|4|1|2.重复申请|6|6|2|3.其他|8|8|3|（七）总计|9|9|4|]\n"},
    /* a footnote's mark on a line of its own is no cell; one that takes the place of a value is */
    {"自然人\n*\n总计\n三、办理结果\n[1]\n1.属于国家秘密\n4\n4\n2.重复申请\n①\n6\n6\n3.其他\n*\n8\n",
     "[O自然人|总计|三、办理结果|1.属于国家秘密|4|4|2.重复申请|6|6|3.其他|*|8|]\n"},
    {"自然人\t总计\t其他\t总计\n三、办理结果\t(三)不予公开\t1.国家秘密\t3\n-\t-\t4."
     "第三方权益\t5\n规章\t零\t零\t二十六\n",
     "[g自然人|总计|其他|总计|/三、办理结果|(三)不予公开|1.国家秘密|3|/^|^|4.第三方权益|5|/"
     "规章|零|零|二十六|/]\n"},
    {"自然人 法人或其他组织 总计\n企业 科研 公益组织 法律服务 其他\n一、本年新收 3 2 0 0 3 0 8\n(二)部分公开 "
     "0 0 0 0 0 0 0\n",
     "[R自然人|法人或其他组织|总计|/企业|科研|公益组织|法律服务|其他|/一、本年新收|3|2|0|0|3|0|8|/"
     "(二)部分公开|0|0|0|0|0|0|0|/]\n"},
    {"规章\t7\n\t本报告编制。\n", "[G规章|7|/]\n本报告编制。\n"},
    {"第二十条第（一）项\n\n信息内容\n\n\t\n\n件数\n\n规章\n\n\t\n\n78\n\n二、其他\n",
     "[G第二十条第（一）项|/信息内容|件数|/规章|78|/]\n\n二、其他\n"},
    {"规章\n\n\t\n\n7\n\n\t\n\n\t8\n\n行政许可\n\n\t9\n", "[G规章|7||8|/行政许可|9|/]\n"},
    /* A browser's cell that is empty at the end of a row, or at its beginning, is an empty line more. */
    {"信息内容\n\n\t\n件数\n\n\t\n条数\n\n规章\n\n\t\n7\n\n\t\n\n\n行政许可\n\n\t\n\n\n\t\n8\n\n\n\n\t\n5\n\n"
     "\t\n6\n",
     "[G信息内容|件数|条数|/规章|7||/行政许可||8|/|5|6|/]\n"},
    {"规章\n\n\t\n\n7\n\n\t\n\n\n\n行政许可\n\n\t\n\n\n\n\t\n\n8\n\n三、其他\n",
     "[G规章|7||/行政许可||8|/]\n\n三、其他\n"},
    /* Rows may be numbered as articles are: a number that is not between those of the titles before and
       behind it heads no article, though no form has the label so. */
    {"3、收到和处理政府信息公开申请情况\n1.国家秘密\n\n\t\n\n\n\n2.重复的申请\n\n\t\n\n\n"
     "4、政府信息公开行政复议、行政诉讼情况\n\n规章\n\n\t\n\n7\n\n5、存在的主要问题及改进情况\n",
     "3、收到和处理政府信息公开申请情况\n[G1.国家秘密||/2.重复的申请||/]\n\n\n\n\n4、政府信息公开行政复议、"
     "行政诉讼情况\n\n[G规章|7|/]\n\n5、存在的主要问题及改进情况\n"},
    /* what a row of empty cells does not show of the browser, the text's other tables do */
    {"规章\n\n\t\n\n7\n\n一、其他\n\n行政许可\n\n\t\n\n\n\n行政处罚\n\n\t\n\n\n\n三、其他\n",
     "[G规章|7|/]\n\n一、其他\n\n[G行政许可||/行政处罚||/]\n\n\n\n\n\n三、其他\n"},
    {"规章\n\n\t\n\n7\n\n\t\n\n\n\n三、其他\n", "[G规章|7||/]\n\n\n\n\n\n三、其他\n"},
    {"行政复议\n\n\t\n行政诉讼\n\n结果维持\n\n\t\n总计\n\n7\n\n\t\n9\n\n\t\n\n\n\t\n\n\n三、其他\n",
     "[R行政复议|行政诉讼|/结果维持|总计|/7|9|||/]\n\n\n\n\n\n\n\n三、其他\n"},
    /* A line with nothing but a tab, or with nothing at all, is an empty cell where rows have as many cells
     * with it as others have.
     */
    {"规章\t\n3\t\n\t\n5\t\n行政规\t\n范性文件\t\n6\t\n7\t\n8\t\n行政许可\t\n9\t\n4\t\n\t\n",
     "[O规章|3||5|行政规+范性文件|6|7|8|行政许可|9|4||]\n"},
    {"规章\n3\n\n5\n行政规范性文件\n6\n7\n8\n", "[O规章|3||5|行政规范性文件|6|7|8|]\n"},
    {"规章\n3\n4\n\n5\n\n行政规范性文件\n6\n7\n8\n", "[O规章|3|4|5|行政规范性文件|6|7|8|]\n"},
    {"规章\n\n3\n\n4\n\n行政规范性文件\n\n6\n\n7\n", "[O规章|3|4|行政规范性文件|6|7|]\n"},
    /* hardly a value, but rows of nothing else */
    {"规章\n3\n4\n5\n6\n行政规范性文件\n\n\n\n\n行政许可\n\n\n\n\n行政处罚\n\n\n\n\n行政强制\n\n7\n",
     "[O规章|3|4|5|6|行政规范性文件|||||行政许可|||||行政处罚|||||行政强制||7|]\n"},
    /* Where a tab closes each cell, and not each line, a line with nothing else is a cell however few cells
     * are filled, and a line without one is none. */
    {"二、公开\n规章\t\n\t\n\t\n5\t\n\n行政许可\t\n\t\n\t\n\t\n", "二、公开\n[O规章|||5|行政许可||||]\n"},
    {"二、公开\t\n规章\t\n\t\n\t\n5\t\n行政许可\t\n7\t\n", "二、公开\n[O规章|5|行政许可|7|]\n"},
    /* Empty lines before a label that are more than the cells of a row, and those between the labels of a
       head, are covered. */
    {"申请人情况\n\n自然人\n总计\n一、本年新收政府信息公开申请数量\n1\n\n三、本年度办理结果\n（一）予以公开\n"
     "\n2\n\n"
     "（三）不予公开\n1．属于国家秘密\n\n\n\n\n2．其他法律行政法规禁止公开\n3\n4\n",
     "[O申请人情况|自然人|总计|一、本年新收政府信息公开申请数量|1||三、本年度办理结果|（一）予以公开||2|"
     "（三）不予公开|1．属于国家秘密|||2．其他法律行政法规禁止公开|3|4|]\n"},
    {"申请人情况\n\n自然人\n总计\n\n说明\n\n\n商业企业\n一、本年新收政府信息公开申请数量\n1\n\n3\n无\n"
     "二、上年结转政府信息公开申请数量\n1\n2\n3\n\n四、结转下年度继续办理\n4\n\n6\n\n",
     "[O申请人情况|自然人|总计|说明|商业企业|一、本年新收政府信息公开申请数量|1||3|无|"
     "二、上年结转政府信息公开申请数量|1|2|3||四、结转下年度继续办理|4||6||]\n"},
    /* nor is a remark a cell of the row before it, or those behind it */
    {"自然人\n其他结果\n总计\n一、本年新收政府信息公开申请数量\n1\n\n3\n二、上年结转政府信息公开申请数量\n\n2"
     "\n3\n\n"
     "备注：本表由办公室填报\n\n\n四、结转下年度继续办理\n4\n\n6\n行政许可\n4\n\n\n\n",
     "[O自然人|其他结果|总计|一、本年新收政府信息公开申请数量|1||3|二、上年结转政府信息公开申请数量||2|3|"
     "备注：本表由办公室填报|四、结转下年度继续办理|4||6|行政许可|4|||]\n"},
    {"规章\n本年制发件数：\n本年废止件数：\n4\n3\n", "[O规章|本年制发件数|本年废止件数|4|3|]\n"},
    {"行政复议\n结果维持\n结果纠正\n总计\n1\n2\n3\n", "[O行政复议|结果维持|结果纠正|总计|1|2|3|]\n"},
    {"说明\n自然人：3\n", "说明\n[R自然人|3|/]\n"},
    {"规章\n本年制发件数：见附件\n", "[O规章|本年制发件数|见附件|]\n"},
    /* Numbers that count all rows are no values, also where an empty cell that is covered stands behind one.
     */
    {"信息内容\n件数\n1\n规章\n3\n2\n行政规范性文件\n7\n3\n行政许可\n1\n信息内容\n件数\n行政处罚\n1\n行政强制"
     "\n",
     "[O信息内容|件数|规章|3|行政规范性文件|7|行政许可|1|信息内容|件数|行政处罚|1|行政强制|]\n"},
    {"信息内容\n件数\n规章\n1\n行政规范性文件\n2\n行政许可\n3\n行政处罚\n9\n行政强制\n6\n",
     "[O信息内容|件数|规章|1|行政规范性文件|2|行政许可|3|行政处罚|9|行政强制|6|]\n"},
    {"二、公开\n信息内容\t\n本年制发件数\t\n1\t\n\t\n规章\t\n3\t\n2\t\n\t\n行政许可\t\n\t\n3\t\n\t\n行政处罚"
     "\t\n5\t\n",
     "二、公开\n[O信息内容|本年制发件数|规章|3|行政许可||行政处罚|5|]\n"},
    {"第二十条第（一）项,,\n信息内容,\"件,数\",\n规章,\"1,234\",5\n一是公开,二是解读\n",
     "[G第二十条第（一）项|||/信息内容|件,数||/规章|1,234|5|/]\n一是公开,二是解读\n"},
    {"\"行政\n复议\",,\"行政\n诉讼\"\n总计,其他结果,总计\n,3,5\n",
     "[G行政+复议||行政+诉讼|/总计|其他结果|总计|/|3|5|/]\n"},
    /* or marked as headings are: it ends a table of lines */
    {"信息内容\n规章\n3\n\"# 其他\",,\n\n行政许可\n4\n", "[O信息内容|规章|3|]\n其他\n\n[O行政许可|4|]\n"},
    {"规章;3;4\n", "[G规章|3|4|/]\n"},
    {"规章，3，4\n行政许可，5，6\n", "[G规章|3|4|/行政许可|5|6|/]\n"},
    {"规章,\"3\n规范性文件,4\n", "[G规章|\"3|/规范性文件|4|/]\n"},
    /* a long dash leads to a value, or is one */
    {"规章，本年制发件数——3.00\n规章，现行有效件数——\n行政规范性文件，本年制发件数—— 18\n"
     "行政规范性文件，现行有效件数——12件\n",
     "[g|本年制发件数|现行有效件数|/规章|3.00|——|/行政规范性文件|18|12件|/]\n"},
    /* a sentence, not a list: neither its rows are the forms', nor its columns */
    {"9件申请按申请人分：自然人4件、企业3件、公益组织2件。\n",
     "9件申请按申请人分：自然人4件、企业3件、公益组织2件。\n"},
    {"(二)依申请公开\n全年收到申请13件,上年结转1件,办结12件,结转下年2件。\n",
     "(二)依申请公开\n全年收到申请13件,上年结转1件,办结12件,结转下年2件。\n"},
    {"重复申请1件，不予处理。\n", "重复申请1件，不予处理。\n"},
    {"规范性文件，按要求公开\n", "规范性文件，按要求公开\n"},
    {"员进行培训，掌握办理规范，规范性文件、\n政策解读，信息审核，提高水平\n",
     "员进行培训，掌握办理规范，规范性文件、\n政策解读，信息审核，提高水平\n"},
    {"信息内容,本年制发件数,现行有效件数\n规章,4\n行政规范性文件\n行政许可,,7\n",
     "[G信息内容|本年制发件数|现行有效件数|/规章|4||/行政规范性文件|||/行政许可||7|/]\n"},
    {"信息内容,本年制发件数,现行有效件数\n规章,4\n行政许可,5\n",
     "[G信息内容|本年制发件数|现行有效件数|/规章|4||/行政许可|5||/]\n"},
    {"信息内容,本年制发件数,现行有效件数\n规章\n行政许可\n",
     "[G信息内容|本年制发件数|现行有效件数|/规章|||/行政许可|||/]\n"},
    {"信息内容\t本年制发件数\t现行有效件数\n规章\t4\n行政许可\t5\n",
     "[R信息内容|本年制发件数|现行有效件数|/规章|4|/行政许可|5|/]\n"},
    {"行政复议\t行政诉讼\n总计\t其他结果\t总计\n\t\t\n", "[R行政复议|行政诉讼|/总计|其他结果|总计|/|||/]\n"},
    {"今年,我局共公开信息,\n", "今年,我局共公开信息,\n"},
    /* a remark between rows, and one behind the last */
    /* a label alone that the row below the next head has again is a caption, without cells; else a row that
       prints nothing */
    {"行政强制,1\n规章\n信息内容,本年制发件数,现行有效件数\n1．规章,4\n行政处罚\n（一）予以公开\n信息内容,"
     "甲\n予以公开,5\n",
     "[G行政强制|1||/规章|/信息内容|本年制发件数|现行有效件数|/1．规章|4||/行政处罚|||/（一）予以公开|/"
     "信息内容|甲||/"
     "予以公开|5||/]\n"},
    /* where a cell is quoted, a spreadsheet left out empty cells at the ends of rows only */
    {"信息内容\t\"件\n数\"\n规章\n", "[G信息内容|件+数|/规章||/]\n"},
    {"信息内容\t件数\n规章\n", "[R信息内容|件数|/规章|/]\n"},
    /* Cells that hold paragraphs, an empty one that holds none: in a row, and at its end. */
    {"信息内容\n\n| \n\n件数\n\n| \n\n总计  \n  \n规章\n\n|   \n| \n\n5  \n  \n行政许可\n\n| \n\n7\n\n|   \n "
     " \n  \n"
     "行政处罚\n\n| \n\n8\n\n| \n\n9  \n  \n",
     "[G信息内容|件数|总计|/规章||5|/行政许可|7||/行政处罚|8|9|/]\n  \n"},
    /* Behind an empty line nothing goes on. */
    {"规章 | 2 |\n行政许可 | 3 |\n\n| 甲 | 乙 |\n", "[G规章|2|/行政许可|3|/]\n\n| 甲 | 乙 |\n"},
    /* Among cells without lines of their own a browser copies an empty one that holds a paragraph as lines,
       at the end of a row, too. */
    {"信息内容\t件数\t总计\n规章\t\n\n \n\n\t5\n行政许可\t\n\n \n\n\t\n\n \n\n\n行政处罚\t8\t9\n",
     "[G信息内容|件数|总计|/规章||5|/行政许可|||/行政处罚|8|9|/]\n"},
    {"规章\t8\t\n\n\t行政许可\t9\n", "[G规章|8||/]\n\n[G|行政许可|9|/]\n"}, /* two tables */
    /* A browser copies a cell whose words are broken over lines as so many lines; 1 and 属于国家秘密 are two
       cells, and what was quoted ends where it does. */
    {"自然人\t法人或\n其他\n组织\t总计\n商\n业企业\t科研机构\t法律服务机\n构\t其他\n",
     "[R自然人|法人或+其他+组织|总计|/商+业企业|科研机构|法律服务机+构|其他|/]\n"},
    {"（六）其他处理\t3\n．其他\t2\n", "[G（六）其他处理|3+．其他|2|/]\n"},
    {"规章\t1\n属于国家秘密\t2\n", "[G规章|1|/属于国家秘密|2|/]\n"},
    {"规章\t\"本年制\"\n发件数\t2\n", "[G规章|本年制|/发件数|2|/]\n"},
    /* as many tabs as labels have between them are a row of empty cells, not what parts two cells */
    {"结果维持\t其他结果\t总计\n\t\t\n行政诉讼\n结果维持\t其他结果\t总计\n\t\t3\n",
     "[G结果维持|其他结果|总计|/|||/行政诉讼|/结果维持|其他结果|总计|/||3|/]\n"},
    {"行政复议,行政诉讼\n总计,其他结果,总计\n,,\n", "[R行政复议|行政诉讼|/总计|其他结果|总计|/|||/]\n"},
    {"行政复议,,行政诉讼\n总计,其他结果,总计,维持\n", "[G行政复议||行政诉讼||/总计|其他结果|总计|维持|/]\n"},
    {"数据关系为,    法人或其他组织\n", "数据关系为,    法人或其他组织\n"},
    /* Where most values have an empty line before them, each is a paragraph, and the empty lines between are
       no cells. */
    {"规章\n\n1\n\n2\n\n3\n\n行政许可\n\n4\n\n5\n\n6\n\n行政处罚\n\n\n7\n\n\n8\n",
     "[O规章|1|2|3|行政许可|4|5|6|行政处罚|7|8|]\n"},
    {"规章\n1\n2\n3\n行政许可\n4\n\n6\n行政处罚\n\n8\n9\n", "[O规章|1|2|3|行政许可|4||6|行政处罚||8|9|]\n"},
    /* An empty paragraph among others is an empty line, and one more behind it, or holds a blank that does
       not break; an empty cell between paragraphs may be an empty line alone. */
    {"信息内容\n\n一\n\n二\n\n规章\n\n\n\n3\n\n行政许可\n\n4\n\n\n\n行政处罚\n\n5\n\n6\n",
     "[O信息内容|一|二|规章||3|行政许可|4||行政处罚|5|6|]\n"},
    {"信息内容\n\n\n甲\n\n乙\n\n规章\n\n\n\n3\n\n行政许可\n\n4\n\n5\n",
     "[O信息内容|甲|乙|规章|3|行政许可|4|5|]\n"},
    {"信息内容\n\n甲\n\n乙\n\n规章\n\n\n3\n\n行政许可\n\n4\n\n\n行政处罚\n\n5\n\n6\n",
     "[O信息内容|甲|乙|规章||3|行政许可|4||行政处罚|5|6|]\n"},
    {"信息内容\n\n一\n\n二\n\n三\n\n规章\n\n1\n\n\u00A0\n\n3\n\n行政许可\n\n4\n\n5\n\n\u00A0\n",
     "[O信息内容|一|二|三|规章|1||3|行政许可|4|5||]\n"},
    /* Pages have line feeds between cells and more between rows, also before values right behind a head:
       where those have room for empty cells, as many as between the head's own rows. */
    {"信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n\n\n规章\n1\n\n3\n\n\n行政许可\n4\n5\n6\n\n\n行政处"
     "罚\n7\n8\n9\n\n\n见下表。\n"
     "行政复议\n行政诉讼\n\n\n结果维持\n总计\n结果维持\n总计\n\n\n\n5\n\n7\n\n\n共5件。\n",
     "[O信息内容|本年制发件数|本年废止件数|现行有效件数|规章|1||3|行政许可|4|5|6|行政处罚|7|8|9|]\n见下表。\n"
     "[O行政复议|行政诉讼|结果维持|总计|结果维持|总计||5||7|]\n共5件。\n"},
    {"信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n\n\n规章\n1\n\n3\n\n\n行政许可\n4\n5\n6\n\n\n见下表"
     "。\n行政复议\n\n\n结果维持\n总计\n\n\n\n5\n7\n\n\n共5件"
     "。\n",
     "[O信息内容|本年制发件数|本年废止件数|现行有效件数|规章|1||3|行政许可|4|5|6|]\n见下表。\n[O行政复议|"
     "结果维持|总计|5|7|]\n共5件。\n"},
    /* The number of a label may stand on a line of its own, before the mark behind it. */
    {"（三）不予公开\n1\n．属于国家秘密\n2\n3\n2\n."
     "\n其他法律行政法规禁止公开\n4\n三\n、本年度办理结果\n（\n一）予以公开\n5\n",
     "[O（三）不予公开|1+．属于国家秘密|2|3|2+.+其他法律行政法规禁止公开|4|三+、本年度办理结果|（+"
     "一）予以公开|5|]\n"},
    {"行政许可\n8\n第\n二\n十条\n第（六）项\n三、其他事项\n(\n",
     "[O行政许可|8|第+二+十条+第（六）项|]\n三、其他事项\n(\n"},
    {"信息内容 本年制发件数 现行有效件数\n规章 3 4\n行政规范性\n文件 5 6\n0 0\n",
     "[R信息内容|本年制发件数|现行有效件数|/规章|3|4|/行政规范性+文件|5|6|/0|0|/]\n"},
    /* Lines into which a page's words were filled are no rows, also in the next table. */
    {"规章 3 4 5 行政规范性文件 6\n7 8 行政许可 9 行政处罚 1 行政强制\n2\n\n共3件。\n结果维持 总计\n总计 5 6 "
     "7\n",
     "[O规章|3|4|5|行政规范性文件|6|7|8|行政许可|9|行政处罚|1|行政强制|2|]\n\n共3件。\n[O结果维持|总计|总计|"
     "5|6|7|]\n"},
    {"1 规章 3 4 5\n2 行政规范性文件 6 7 8\n", "[R1|规章|3|4|5|/2|行政规范性文件|6|7|8|/]\n"},
    {"规章……3……4\n行政许可....5....6\n", "[R规章|3|4|/行政许可|5|6|/]\n"},
    {"规章 / 3 / 4 / 5\n行政许可 / 6 / 7 / 8\n", "[G规章|3|4|5|/行政许可|6|7|8|/]\n"},
    {"规章 / / 5\n", "[R规章|/|/|5|/]\n"},
    /* A row that is printed twice spans nothing. */
    {"| 甲类 | 规章 | 1 |\n| --- | --- | --- |\n|  | 行政许可 | 2 |\n|  | 行政许可 | 2 |\n",
     "[G甲类|规章|1|/|行政许可|2|/|行政许可|2|/]\n"},
    /* Bars close the rows whose last cell is empty only, as they are one more then; each parts cells where
     * most rows have none.
     */
    {"信息内容 | 一 | 二\n规章 | | 1\n行政许可 | 2 | |\n行政处罚 | | |\n",
     "[G信息内容|一|二|/规章||1|/行政许可|2||/行政处罚|||/]\n"},
    {"信息内容 | 一\n规章 | 1 | | 2 |\n行政处罚 | 3\n", "[G信息内容|一|/规章|1||2||/行政处罚|3|/]\n"},
    /* Where labels span others and no row of the head has an empty cell, none tells of columns: of a row that
       is as wide as the widest by chance a browser may have left out empty cells before its first. */
    {"规章\t3\t\t5\n行政许可\t1\t2\t3\n\n结果维持\t总计\t未经复议直接起诉\n结果维持\t总计\t其他结果\t总计\n\t"
     "5\t\t5\n",
     "[G规章|3||5|/行政许可|1|2|3|/]\n\n"
     "[R结果维持|总计|未经复议直接起诉|/结果维持|总计|其他结果|总计|/|5||5|/]\n"},
    /* Quotation marks around all cells are those of strings, and each such line is a row. */
    {"+------------+------+\n|  信息内容  | 件数 |\n+------------+------+\n| '规章'     | '7'  |\n| "
     "'行政许可' | ''   |\n"
     "+------------+------+\n",
     "[G信息内容|件数|/规章|7|/行政许可||/]\n"},
    {"+------------+------+\n|  信息内容  | 件数 |\n+------------+------+\n| '规章'     | '7'  |\n| 行政许可 "
     "  | '8'  |\n"
     "+------------+------+\n",
     "[G信息内容|件数|/'规章'|'7'|/行政许可|'8'|/]\n"},
    /* An empty line between rows ends no table before a row's label; a line of prose that begins so is none.
     */
    {"信息内容\t制发件数\t废止件数\n\n规章\t3\t5\n\n\n行政许可\t4\t6\n\n另表\t8\t9\n",
     "[G信息内容|制发件数|废止件数|/规章|3|5|/行政许可|4|6|/]\n\n另表\t8\t9\n"},
    /* Textile says of a cell how it is set, too. */
    {"|_. 信息内容 |_. 件数 |\n|<. 规章     |>. 7    |\n|<. 行政许可 |<.      |\n",
     "[G信息内容|件数|/规章|7|/行政许可||/]\n"},
    /* behind a row that prints no value another head begins */
    {"信息内容\t件数\n规章\t\n结果维持\t其他结果\t总计\n\t5\t5\n",
     "[G信息内容|件数|/规章||/结果维持|其他结果|总计|/|5|5|/]\n"},
    /* Two full-width digits with an empty cell between show that tabs keep such. */
    {"信息内容\t制发件数\t废止件数\t有效件数\n规章\t３\t\t５\n行政许可\n",
     "[G信息内容|制发件数|废止件数|有效件数|/规章|３||５|/行政许可||||/]\n"},
    /* Of a row in which the text breaks off no cell was left out. */
    {"信息内容\t制发件数\t废止件数\t有效件数\n规章\t3\t\t5\n行政许可\t2",
     "[G信息内容|制发件数|废止件数|有效件数|/规章|3||5|/行政许可|2|/]\n"},
    {"-------- ----\n规章     1\n行政\n许可     2\n\n行政处罚 3\n\n行政强制 4\n-------- ----\n",
     "[G规章+行政+许可|1+2|/行政处罚|3|/行政强制|4|/]\n"},
    {"规章 / 3 / 4 / 5\n行政处罚 / 2 / 4 0\n行政许可 / 6 / 7 / 8\n",
     "[G规章|3|4|5|/行政处罚|2|4 0|/行政许可|6|7|8|/]\n"},
    /* where bars part cells, slashes stand for nothing */
    {"规章 | / | / | / |\n行政许可 | / | 3 | / |\n", "[G规章|/|/|/|/行政许可|/|3|/|/]\n"},
    /* Between labels of columns slashes are bars, also around empty cells, however wide they are. */
    {"　 ／ 本年制发件数 ／ 现行有效件数\n规章 ／ 　 ／ 3\n规章 ／ 4 ／\n本级/部门共3件。\n",
     "[G|本年制发件数|现行有效件数|/规章||3|/规章|4||/]\n本级/部门共3件。\n"},
    {"规章 / 3 / 4 / 5\n行政处罚 / 2 / 4 0\n行政许可 6 / 7 8\n",
     "[R规章|/|3|/|4|/|5|/行政处罚|/|2|/|4|0|/行政许可|6|/|7|8|/]\n"},
    {"信息内容、本年制发件数\n三、本年度办理结果、（一）予以公开、3\n",
     "[R信息内容|本年制发件数|/三、本年度办理结果|（一）予以公开|3|/]\n"},
    {"规章．．．３．．．．4\n", "[R规章|３|4|/]\n"},
    {"\t规章\n\n\t3\n\n4\n", "[O规章|3|4|]\n"},
    /* A unit that stands on a line of its own behind a value is of its cell. */
    {"规章\n3\n件\n4\n件\n许可\n5\n条 6\n", "[O规章|3+件|4+件|许可|5|条|6|]\n"},
    /* Wide blanks fill empty cells as no-break ones do; beside lines that hold nothing neither does. */
    {"自然人\n商业企业\n总计\n规章\n1\n\xC2\xA0\n3\n许可\n　\n5\n5\n处罚\n1\n1\n2\n\n好。\n",
     "[O自然人|商业企业|总计|规章|1||3|许可||5|5|处罚|1|1|2|]\n\n好。\n"},
    {"自然人\n商业企业\n其他\n总计\n规章\n1\n\xC2\xA0\n\n3\n许可\n　\n5\n5\n5\n",
     "[O自然人|商业企业|其他|总计|规章|1|||3|许可||5|5|5|]\n"},
    /* Empty cells below a label part no rows where a row of the head ends without any. */
    {"自然人\n商业企业\n总计\n规章\n1\n2\n3\n许可\n1\n\n1\n处罚\n\n2\n2\n强制\n2\n\n2\n四、行政复议情况\n"
     "行政复议\n行政诉讼\n结果维持\n总计\n未经复议直接起诉\n\n\n结果维持\n总计\n\n\n5\n5\n\n\n好。\n",
     "[O自然人|商业企业|总计|规章|1|2|3|许可|1||1|处罚||2|2|强制|2||2|]\n四、行政复议情况\n"
     "[O行政复议|行政诉讼|结果维持|总计|未经复议直接起诉|结果维持|总计|||5|5|||]\n好。\n"},
    /* Where a row has fewer cells than another, empty lines were joined to as many as the longest run. */
    {"自然人\n商业企业\n科研机构\n总计\n规章\n1\n1\n1\n3\n许可\n\n2\n\n2\n处罚\n\n\n3\n行政强制\n\n\n3\n",
     "[O自然人|商业企业|科研机构|总计|规章|1|1|1|3|许可||2||2|处罚|~|~|3|行政强制|~|~|3|]\n"},
    /* Lines without an empty one between are one paragraph, and that a cell. */
    {"信息\n内容\n\n\t\n\n本年\n制发\n件数\n\n\n\n\n规\n章\n\n\t\n\n3\n\n好。\n",
     "[G信息+内容|本年+制发+件数|/规+章|3|/]\n\n好。\n"},
    /* Each cell once in a row, and again in each row that it spans: the head's last row has all columns. */
    {"项目 | 申请人情况\n项目 | 自然人 | 法人或其他组织 | 总计\n项目 | 自然人 | 商业企业 | 其他 | 总计\n"
     "一、本年新收 | 1 | 2 | 3 | 6\n三、办理结果 | （一）予以公开 | 1 | 2 | 3 | 6\n",
     "[R项目|申请人情况|/项目|法人或其他组织|/项目|自然人|商业企业|其他|总计|/一、本年新收|1|2|3|6|/"
     "三、办理结果|（一）予以公开|1|2|3|6|/]\n"},
    {"申请人 | 自然人 | 法人或其他组织 | 总计\n商业企业 | 其他\n一、本年新收 | 1 | 2 | 3 | 6\n",
     "[R申请人|自然人|法人或其他组织|总计|/商业企业|其他|/一、本年新收|1|2|3|6|/]\n"},
    {"规章、3、4\n行政许可：5、6\n", "[R规章|3|4|/行政许可|5|6|/]\n"},
    {"|第二十条第（五）项|第二十条第（五）项|第二十条第（五）项|\n|-|-|-|\n|信息内容|本年处理决定数量|"
     "本年处理决定数量|\n|行政许可|7|7|\n",
     "[g第二十条第（五）项|<|<|/信息内容|本年处理决定数量|<|/行政许可|7|<|/]\n"},
    {"|信息内容|本年制发件数|本年废止件数|\n|-|-|-|\n|注|合计数|合计数|\n|规章|7|7|\n",
     "[g信息内容|本年制发件数|本年废止件数|/注|合计数|<|/规章|7|7|/]\n"},
    {"|信息内容|甲|乙|\n|---|---|---|\n|规章|7|7|\n|规章|7|7|\n",
     "[G信息内容|甲|乙|/规章|7|7|/规章|7|7|/]\n"},
    {"|三、本年度办理结果|（一）予以公开|3|\n|三、本年度办理结果|（七）总计|3|\n|—|（六）其他处理|3|\n",
     "[g三、本年度办理结果|（一）予以公开|3|/^|（七）总计|3|/^|（六）其他处理|3|/]\n"},
    {"|信息内容|件数|\n|---|---|\n|规章<br>行政许可<br>行政处罚|3<br>待核<br>5|\n",
     "[G信息内容|件数|/规章|3|/行政许可|待核|/行政处罚|5|/]\n"},
    {"|（三）不予公开|1.属于国家秘密<br>3.其他|0<br>4|5<br>6|\n|---|---|---|---|\n|甲|乙|4<br>4|7|\n",
     "[g（三）不予公开|1.属于国家秘密|0|5|/^|3.其他|4|6|/甲|乙|4+4|7|/]\n"},
    {"# 报告\n<html><body><table><tr><td "
     "colspan=\"2\">规章</td></tr><tr><td>a<s>b</s></td><td>5<sup>1</sup></td></tr>"
     "</table></body></html>\n完\n",
     "报告\n[g规章|<|/a|5|/]\n完\n"},
    {"<table>\n<tr><td rowspan=\"2\">甲</td><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n",
     "[g甲|1|/^|2|/]\n"},
    {"## 一、总体情况\n\n**二、其他**\n#话题\n===\n::: content\n1\\. 公开\\\n<u>下划</u>线 3**\n",
     "一、总体情况\n\n二、其他\n#话题\n\n\n1. 公开\n下划线 3**\n"},
    {"二、主动公开政府信息情况\n----\n\n(一)主动公开情况\n~~~~\n\n公布3条。\n",
     "二、主动公开政府信息情况\n\n\n(一)主动公开情况\n\n\n公布3条。\n"},
    {"(一)主动公开情况,,\n公布3条。,,\n", "(一)主动公开情况\n公布3条。\n"},
    {"| 规章 | 0\\.0 | 0\\.0 |\n|---|---|---|\n| 行政许可 | \\-2 | \\-2 |\n",
     "[G规章|0.0|0.0|/行政许可|-2|-2|/]\n"},
};

/* The same of pages. */
static const char *const pages[][2] = {
    /* The same in a page, where cells span others, and lines are empty; and what looks like it only. */
    {"<table><tr><td rowspan=2>甲类<td>规章<br>行政许可<br>行政处罚<td>1<br><br>3<td>4<br>5<br>"
     "<tr><td>行政强制<td>7<td><br></table>",
     "[g甲类|规章|1|4|/^|行政许可||5|/^|行政处罚|3||/^|行政强制|7||/]\n"},
    {"<table><tr><td>甲类<td><p>规章</p><p>行政<br>许可</p><td><p>1</p><p>2</p></table>",
     "[G甲类|规章|1|/^|行政+许可|2|/]\n"},
    {"<table><tr><td>规章<br>行政许可<td>1<br>2<td>3</table>", "[G规章+行政许可|1+2|3|/]"},
    {"<table><tr><td>规章<br><td>1<br><td>3<br></table>", "[G规章+|1+|3+|/]"},
    /* Dashes beside the labels of rows stand for what these span, as in plain text. */
    {"<table><tr><td>行政复议<td>-<td>-<td>总计<tr><td>-<td>结果维持<td>-<td>3<tr><td>-<td>结果纠正<td>-<td>-"
     "</table>",
     "[g行政复议|<|<|总计|/^|结果维持|-|3|/^|结果纠正|-|-|/]\n"},
    /* A list of definitions says of each name a word or two, or tells of it. */
    {"<dl><dt>规章<dd><dl><dt>本年制发件数<dd>3件<dt>本年废止件数<dd><b>无</b></"
     "dl><dt>甲<dd>乙是两个字，丙丁也是</dl>",
     "[g|本年制发件数|本年废止件数|/规章|3件|无|/]\n甲\n乙是两个字，丙丁也是"},
    /* The letters of columns and the numbers of rows around a sheet, some left out, are none of its cells;
       others are. */
    {"<table><tr><th><th>A<th>B<tr><th>1<td colspan=2>规章<tr><th>3<td>件数<td>7</table>",
     "[g规章|<|/件数|7|/]"},
    {"<table><tr><th><th>A<th>B<tr><th>1<td colspan=2>规章<tr><th>1<td>件数<td>7</table>",
     "[g|A|B|/1|规章|<|/1|件数|7|/]"},
    {"<table><tr><th><th>A<th>C<tr><th>1<td>规章<td>7</table>", "[G|A|C|/1|规章|7|/]"},
    /* In a sheet that is a report the lines of a cell are rows of their own; sentences end its tables. */
    {"<table><tr><td>一、总体情况<td><td><tr><td>二、主动公开政府信息情况<td><td><tr><td>规章<td>本年制<td>"
     "件数"
     "<tr><td><td>发件数<td><tr><td>规章<td>3<td>4<tr><td>如上。<td><td>"
     "<tr><td>三、收到和处理政府信息公开申请情况<td><td></table>",
     "一、总体情况\n二、主动公开政府信息情况\n[G规章|本年制|件数|/|发件数||/规章|3|4|/]\n如上。\n"
     "三、收到和处理政府信息公开申请情况"},
    /* Pages of a report, whose lines are elements, are no rows of labels. */
    {"<div><h3>第一部分 总体情况</h3><h3>好。</h3></div><div><h3>第二部分 主动公开政府信息情况</h3>"
     "<h3>规章 3 4</h3><h3>结果维持</h3><h3>总计</h3></div><div><h3>如上。</h3><h3>完。</h3></div>",
     "第一部分 总体情况\n好。\n第二部分 主动公开政府信息情况\n[R规章|3|4|/结果维持|/总计|/]\n如上。\n完。"},
    /* Nor are the numbers of a data frame's rows; of a table whose rows are counted from one on they are. */
    {"<table><tr><th><th>信息内容<th>件数<tr><th>0<td>规章<td>7<tr><th>1<td>行政许可<td>8</table>",
     "[G信息内容|件数|/规章|7|/行政许可|8|/]\n"},
    {"<table><tr><th><th>信息内容<th>件数<tr><th>1<td>规章<td>7<tr><th>2<td>行政许可<td>8</table>",
     "[G|信息内容|件数|/1|规章|7|/2|行政许可|8|/]"},
    /* The text of spanned cells in each of them, as converters write pages without spans. */
    {"<table><tr><td>信息内容<td>信息内容<td>件数<tr><td>甲类<td>规章<td>1<tr><td>甲类<td>行政许可<td>1</"
     "table>",
     "[g信息内容|<|件数|/甲类|规章|1|/^|行政许可|1|/]\n"},
};

#define FIVE(line) line line line line line

/* What passes take back before tables are read. They follow one another: what was numbered, and then quoted,
 * is read as neither. */
static const char *const rewritten[][2] = {
    {"> 1 项目\t自然人\t总计\n> 2 甲\t3\t3\n> 3 乙\t4\t4\n> 4 第一句。\n> 5 第二句。\n> "
     "6 第三句。\n> 7 第四句。\n",
     "[G项目|自然人|总计|/甲|3|3|/乙|4|4|/]\n第一句。\n第二句。\n第三句。\n第四句。\n"},
    /* bars around each cell, but where they part cells of which some are empty */
    {"|信息内容||本年制发件数||本年废止件数|\n|规章||3||1|\n行政许可\n|4||5|\n",
     "[O信息内容|本年制发件数|本年废止件数|规章|3|1|行政许可|4|5|]\n"},
    {"|信息内容\n||本年制发件数\n||本年废止件数\n|\n|规章||3||1|\n行政许可\n|4||5|\n",
     "[O信息内容|本年制发件数|本年废止件数|规章|3|1|行政许可|4|5|]\n"},
    {"|信息内容||本年废止件数|\n|规章|3|1|\n|行政许可||5|\n",
     "[G信息内容||本年废止件数|/规章|3|1|/行政许可||5|/]\n"},
    /* A page in a cell of Markdown, with its line ends and tabs as numbers, in others a blank. */
    {"| a | 甲。&#xA;信息内容&#xA;&#x9;&#xA;件数&#xA;&#xA;规章&#xA;&#x9;&#xA;7&#8203;&#xA;乙。 |\n",
     "\n a\n 甲。\n[G信息内容|件数|/规章|7|/]\n乙。\n"},
    {"信息&#xA;内容,件数&#xA0;\n规章,7&#8203;\n", "[G信息 内容|件数|/规章|7|/]\n"},
    /* Word's marks of cells and rows are tabs: rows stand behind one another, one of two lines between. */
    {"\t自然人\t总计\t\n\t\t其他\t\t\t一、本年新收政府信息公开申请数量\t1\t\t4\t\t二、上年结转"
     "政府信息公开申请数量\t\t"
     "3\t5\t\t三、本年度办理结\n果\t(一)予以公开\t2\t2\t9\t\t\t(二)"
     "部分公开\t1\t1\t8\t\t\t(四)无法提供\t3\t3\t6\t\t四、结转下年度继续办理\t0\t\t4\t\t四、复议\n",
     "\n[O自然人|总计|其他|一、本年新收政府信息公开申请数量|1||4|"
     "二、上年结转政府信息公开申请数量||3|5|三、本年度办理结+果|"
     "(一)予以公开|2|2|9|(二)部分公开|1|1|8|(四)无法提供|3|3|6||四、结转下年度继续办理|0||4|]"
     "\n四、复议\n"},
    /* what stands before a label is no row: a dash for the group, a serial number */
    {"\t\t自然人\t企业\t科研\t公益组织\t法律服务\t其他\t总计\t\n"
     "三、本年度办理结果\t(一)予以公开\t3\t0\t0\t0\t0\t0\t3\t\n"
     "—\t(二)部分公开\t4\t0\t0\t0\t0\t0\t4\t\n"
     "—\t(四)无法提供\t5\t0\t0\t0\t0\t0\t5\t\n"
     "—\t(六)其他处理\t7\t0\t0\t0\t0\t0\t7\t\n"
     "1\t(七)总计\t8\t0\t0\t0\t0\t0\t8\t\n",
     "[G||自然人|企业|科研|公益组织|法律服务|其他|总计|/三、本年度办理结果|(一)予以公开|3|0|0|0|0|0|3|/"
     "^|(二)部分公开|4|0|0|0|0|0|4|/^|(四)无法提供|5|0|0|0|0|0|5|/^|(六)其他处理|7|0|0|0|0|0|7|/"
     "^|(七)总计|8|0|0|0|0|0|8|/]\n"},
    /* Words that changed their type have lines of their own, and so have the marks between. */
    {"二\n.\n甲\n,\n乙\n,\n丙\n,\n丁\n。\n信息内容\n件数\n(\n单位\n:\n件\n)\n规章\n3\n",
     "二.甲,乙,丙,丁。\n[O信息内容|件数|(单位:件)|规章|3|]\n"},
    /* Blanks at the same place of all cells of a column are within them, if cells are two apart. */
    {"       0    1   2\n0  信息 内容  自然人  总计\n1  规章 条例    3   4\n2  许可 事项    5   6\n",
     "[G信息 内容|自然人|总计|/规章 条例|3|4|/许可 事项|5|6|/]\n"},
    /* What shows nothing took a place where columns were set: its word goes on to the right. */
    {"   0    1   2\n0  项  自然人  总计\n1  甲   3​   4\n2  乙    5  6​\n",
     "[G项|自然人|总计|/甲|3|4|/乙|5|6|/]\n"},
    /* Rows of a sheet as Python prints them: empty cells leave their blanks. */
    {FIVE(FIVE("甲。 None None None\n")) "信息内容 None 件数 条数\n规章 None  3\n许可 None 4 "
                                         "\n" FIVE("乙。 None None None\n"),
     FIVE(FIVE("甲。\n")) "[G信息内容||件数|条数|/规章|||3|/许可||4||/]\n" FIVE("乙。\n")},
    /* Links are numbered before their words, or have their targets behind them; footnotes are no links. */
    {"[1]首页 [2]公开\n信息内容\n[10]件数\n条数 [javascript:void(0)]\n规章\n7\n8\n",
     "   首页    公开\n[O信息内容|件数|条数|规章|7|8|]\n"},
    {"信息内容\n件数[1]\n规章\n7\n[1]甲。\n[2]乙。\n[3]丙。\n",
     "[O信息内容|件数[1]|规章|7|]\n[1]甲。\n[2]乙。\n[3]丙。\n"},
    /* A table says that it goes on. */
    {"自然人\n总计\n1.属于国家秘密\n4\n4\n\n续表\n自然人\n总计\n2.重复申请\n6\n6\n",
     "[O自然人|总计|1.属于国家秘密|4|4|自然人|总计|2.重复申请|6|6|]\n"},
    /* A browser's cell without paragraphs leaves one empty line less at the end of its row. */
    {"信息内容\n\t\n件数\n\t \n\n规章\n\t\n7\n\t \n\n许可\n\t\n8\n\t \n\n完。\n",
     "[G信息内容|件数||/规章|7||/许可|8||/]\n\n\n完。\n"},
    /* Beside a rule a dash alone between bars is one, too. */
    {"+---------+\n|  |yy   | |\n|规|-----|-|\n|  |k |l | |\n|--+--+--+-|\n|r |1 |- | |\n+---------+\n",
     "[g规|yy||/^|k|l|/r|1|-|/]\n"},
    /* Between bars alone in lines a cell may have many paragraphs. */
    {"规章\n\n| \n\n7\n\n| \n\n8  \n  \n行政\n\n规范性\n\n文件\n\n| \n\n9\n\n| \n\n6  \n  \n完。\n",
     "[G规章|7|8|/行政+规范性+文件|9|6|/]\n  \n完。\n"},
    /* pandas counts the labels that a row has twice; records are named by the numbers of their cells. */
    {"| 甲 | 总计 | 总计.1 | 其他结果 | 其他结果.1 |\n|---|---|---|---|---|\n| 规章 | 1 "
     "| 1 | 2.1 | 2.1 |\n",
     "[g甲|总计|<|其他结果|<|/规章|1|<|2.1|<|/]\n"},
    {"[\n{\n  \"1\": \"甲\",\n  \"2\": \"总计\",\n  \"3\": \"其他结果\"\n},\n{\n  \"1\": "
     "\"规章\",\n  \"2\": 7,\n  \"3\": 8\n}\n]\n",
     "[G甲|总计|其他结果|/规章|7|8|/]\n\n]\n"},
    /* A dash of two signs as docx2txt writes it. */
    {"信息内容\n甲\n乙\n规章\n --  -- \n3\n许可\n -- \n4\n", "[O信息内容|甲|乙|规章|--|3|许可|-|4|]\n"},
    /* Wikis part the cells of heads, or all cells, with two bars. */
    {"|| 信息内容 || 甲 || 乙 ||\n|| 规章 || 3 ||  ||\n|| 许可 ||  || 4 ||\n",
     "[G信息内容|甲|乙|/规章|3||/许可||4|/]\n"},
    {"|| 信息\n内容 || 甲 ||  ||\n| 规章 | 3 | |\n| 许\n可 | | 4 |\n",
     "[G信息+内容|甲||/规章|3||/许+可||4|/]\n"},
    /* Records of the same names are rows, in JSON or as Python prints them; lists of values are of as many
       columns. Others are left as they are: those that say nothing of a form, and one alone. */
    {"第一句。\n[{\"信息内容\": \"规章\", \"件\\\"数\": 3}, {\"信息内容\":\"许可\",\"件\\\"数\":null}]\n",
     "第一句。\n[G信息内容|件\"数|/规章|3|/许可||/]\n"},
    {"{'信息内容': '规章', 'Unnamed: 1': [1, 2]}\n{'信息内容': '许可', 'Unnamed: 1': [3, '']}\n",
     "[G信息内容|||/规章|1|2|/许可|3||/]\n"},
    {"信息内容 = 规章\n    件数 = 3\n\n信息内容 = 许可\n    件数 = \n\n完。\n",
     "[G信息内容|件数|/规章|3|/许可||/]\n\n完。\n"},
    /* Rows of a grid whose first cell is empty are no list of names and values below the name of a row. */
    {"（七）总计\n\n\\begin{tabular}{lll}\n & 自然人 & 总计 \\\\\n（七）总计 & 3 & 3 \\\\\n\\end{tabular}\n",
     "（七）总计\n\n[G|自然人|总计|/（七）总计|3|3|/]\n"},
    /* So many columns no values count: a table of one row, whose head stands elsewhere. */
    {"|0|1|2|3|4|\n|-|-|-|-|-|\n|7|0|无|2|9|\n", "[G7|0|无|2|9|/]\n"},
    /* Headings of LaTeX and of trackers and AsciiDoc are their words; a field may have semicolons behind it.
     */
    {"\\section*{一、总体情况}\n\\caption{图}\n\\textbf{甲} \\textbf{乙}\nh2. （一）主动公开\nhh. 好\n== "
     "（二）办理\n= 好 =\n",
     "一、总体情况\n\\caption{图}\n\\textbf{甲} \\textbf{乙}\n（一）主动公开\nhh. 好\n（二）办理\n= 好 =\n"},
    {"====  ====\n\\     件数\n====  ====\n规章  3\n====  ====\n", "[G|件数|/规章|3|/]\n"},
    {"总体情况;;;\n信息内容;件数;;\n规章;3;;\n", "总体情况\n[G信息内容|件数||/规章|3||/]\n"},
    /* What closes a ruled table is as long as what opens it, and underlines no heading. */
    {"好。\n\n  ---------------------------\n  信息内容               件数\n  ---------------------- ----\n"
     "  规章                   3\n\n  四、结转下年度继续办理\n  ---------------------------\n\n"
     "总结\n----\n\n好。\n",
     "好。\n\n[G信息内容|件数|/规章|3|/四、结转下年度继续办理||/]\n\n总结\n\n\n好。\n"},
    /* The same table twice is none of them. */
    {"| 信息内容 | 件数 |\n| --- | --- |\n| 规章 | 3 |\n\n| 信息内容 | 件数 |\n| --- | --- |\n| 规章 | 3 |\n",
     "[G信息内容|件数|/规章|3|/]\n\n[G信息内容|件数|/规章|3|/]\n"},
    /* So are items of a list in YAML, whose others are drawn in; items of one line, or of other names, are
     * none. */
    {"办理情况\n- 件数: 3\n  信息内容: 规章\n- 件数: \"\"\n  信息内容: 许可\n完。\n",
     "办理情况\n[G件数|信息内容|/3|规章|/|许可|/]\n完。\n"},
    {"- 规章: 3\n  行政许可: 4\n- 行政处罚: 3\n  行政强制: 4\n",
     "[R-|规章|3|/行政许可|4|/-|行政处罚|3|/行政强制|4|/]\n"},
    {"*** 1. row ***\n信息内容: 规章\n件数: 3\n*** 2. row ***\n信息内容: 许可\n件数: 4\n",
     "* 1. row *\n[G信息内容|件数|/规章|3|/许可|4|/]\n"},
    {"乙方: 规章\n乙方: 行政许可\n\n乙方: 行政处罚\n乙方: 行政强制\n\n",
     "乙方: 规章\n乙方: 行政许可\n\n乙方: 行政处罚\n乙方: 行政强制\n"},
    {"[{\"甲\": 3, \"乙\": 4}, {\"甲\": 3, \"乙\": 4}]\n",
     "[{\"甲\": 3, \"乙\": 4}, {\"甲\": 3, \"乙\": 4}]\n"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT(reads(cases[i][0], cases[i][1]));
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CU_ASSERT(file_reads(pages[i][0], "html", pages[i][1]));
    for (size_t i = 0; i < sizeof rewritten / sizeof *rewritten; i++)
        CU_ASSERT(file_reads(rewritten[i][0], "text", rewritten[i][1]));
}

/* Dashes in what spans cover are empty cells, and dashes for values are none where the head has no such. */
static void test_fillers(void)
{
    static const char *const texts[][2] = {
    /* Labels that slashes part in a long line are no rows that were joined to one. */
#define NOTE "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） / "
        {NOTE NOTE NOTE NOTE "自然人 / 总计\n"
                             " / 自然人 / 自然人 / 规章 / 3 / 4\n",
         "[G（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<|<|自然人|总计|/"
         "|自然人|<|规章|3|4|/]\n"},
#undef NOTE
        {"结果维持  -     -     总计\n-         结果  其他  -\n0         1     2     3\n",
         "[?结果维持|结果|其他|总计|/0|1|2|3|/]\n"},
        {"| 行政复议 | - | - | 行政诉讼 |\n| 结果维持 | 结果纠正 | 总计 | - |\n| - | - | - | - |\n",
         "[G行政复议|||行政诉讼|/结果维持|结果纠正|总计||/-|-|-|-|/]\n"},
        {"行政复议\t-\t-\t行政诉讼\n结果维持\t结果纠正\t总计\t-\n0\t1\t1\t2\n",
         "[G行政复议|||行政诉讼|/结果维持|结果纠正|总计||/0|1|1|2|/]\n"},
        {"结果维持  —     —     总计\n—         结果  其他  —\n0         1     2     -\n",
         "[?结果维持|结果|其他|总计|/0|1|2|-|/]\n"},
        {"一、本年新收政府信息公开申请数量 - - 行政复议\n1 - - 2\n",
         "[R一、本年新收政府信息公开申请数量|-|-|行政复议|/1|-|-|2|/]\n"},
        {"| 信息内容 | 本年制发件数 | 本年废止件数 |\n| 规章 | - | - |\n",
         "[G信息内容|本年制发件数|本年废止件数|/规章|-|-|/]\n"},
        {"| \"Unnamed: 0\" | 件数 |\n| 规章 | 2 |\n| 许可 | 3 |\n",
         "[G\"Unnamed: 0\"|件数|/规章|2|/许可|3|/]\n"},
        {"| Unnamed: 0 | Unnamed: 1_level_0 | 件数 |\n| 规章 | 1 | 2 |\n| 许可 | 3 | Unnamed: |\n",
         "[G||件数|/规章|1|2|/许可|3|Unnamed:|/]\n"},
        {"首页 - 公开 - 年报\n- 公开 3 - - 件\n", "首页 - 公开 - 年报\n- 公开 3 - - 件\n"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CU_ASSERT(file_reads(texts[i][0], "text", texts[i][1]));
}

/* What is known of a place in a document is known of it in the row that it stands in then. */
static void test_stacked_places(void)
{
    struct nb_arena *arena = arena_new();
    struct text_builder *builder = text_begin(arena, NULL, 0);
    text_table(builder, TEXT_GRID, true, 0);
    text_place(builder, 5, "第1列");
    text_append(builder, "规章\n行政许可\x1F", strlen("规章\n行政许可\x1F"), 0);
    text_place(builder, 5, "第2列");
    text_append(builder, "1\n2\x1F\x1E\x1D", 7, 0);
    struct nb_text *text = read_lowered_tables(text_end(builder, "docx", "UTF-8"), &form_lexicon);
    CU_ASSERT_STRING_EQUAL(text->bytes, "\x1D规章\x1F"
                                        "1\x1F\x1E行政许可\x1F"
                                        "2\x1F\x1E\x1D\n");
    struct nb_position two = text_position(text, (size_t)(strchr(text->bytes, '2') - text->bytes));
    CU_ASSERT_EQUAL(two.line, 5);
    CU_ASSERT_STRING_EQUAL(two.place ? two.place : "", "第2列");
    arena_free(arena);
}

static void test_ruled(void)
{
    CU_ASSERT(reads("========  ====\n信息内容  件数\n========  ====\n规章      3\n许可\n========  ====\n",
                    "[G信息内容|件数|/规章|3|/许可||/]\n"));
    CU_ASSERT(reads("信息内容  件数\n--------- ----\n规章         3\n\n完\n",
                    "[G信息内容|件数|/规章|3|/]\n\n完\n"));
    CU_ASSERT(reads("  ---------------\n  信息内容   件数\n  --------- -----\n  行政规范      3\n  "
                    "性文件\n\n  规章          4\n "
                    " ---------------\n",
                    "[G信息内容|件数|/行政规范+性文件|3|/规章|4|/]\n"));
    CU_ASSERT(reads("  -------- ----\n  信息内容 件数\n  \n  规章        4\n  \n  注：以上数据截至年底。\n  "
                    "-------- ----\n",
                    "[G信息内容|件数|/规章|4|/注：以上数据截至年底。||/]\n"));
    /* where a wide character takes one place, words would reach over the gaps otherwise; a heading ends the
     * table */
    CU_ASSERT(
        reads("信息内容       件数\n---------  ----\n行政规范性文件      12\n规章            3\n三、其他\n",
              "[G信息内容|件数|/行政规范性文件|12|/规章|3|/]\n三、其他\n"));
    CU_ASSERT(reads("甲  1  2\n-  --  -\n乙  3  4\n", "甲  1  2\n[R-|--|-|/乙|3|4|/]\n"));
    /* values alone under columns of a digit or two: the rules are as short as signs for nothing, but there
     * are two of them */
    CU_ASSERT(reads("  -- -- --\n  7  —— 12\n  -- -- --\n", "[G7|——|12|/]\n"));
    CU_ASSERT(reads("  -- -- --\n  7  —— 12\n", "[R--|--|--|/7|——|12|/]\n"));
    /* The rule below the head of the next table closes none. */
    CU_ASSERT(reads("-------- ----\n规章        3\n处罚        4\n\n附表\n\n信息     件数\n-------- "
                    "----\n强制        5\n",
                    "[G规章|3|/处罚|4|/]\n\n附表\n\n[G信息|件数|/强制|5|/]\n"));
    /* labels between two rules are a head without rows, whose lines are not put together */
    CU_ASSERT(!reads("==== ====\n规章 件数\n总计 总计\n\n==== ====\n", "[G规章+总计|件数+总计|/]\n"));
}

static void test_lines(void)
{
    /* Cut behind a full-width colon, not within it. */
    CU_ASSERT(reads(
        "第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额单 -：元\n政府集中采购\n／\n20257.9128\n",
        "[O第二十条第（九）项|信息内容|采购项目数量|采购总金额单|-：|元|政府集中采购|／|20257.9128|]\n"));
    CU_ASSERT(
        reads("二、情况\n\n信息内容\n\n本年新\n\n制作数量\n\n规章\n\n- 4 -\n\n0\n\n备查\n\n１２\n\n某局\n",
              "二、情况\n\n[O信息内容|本年新+制作数量|规章|0|备查|１２|]\n\n某局\n"));
    CU_ASSERT(reads("信　息　内　容\n本年制发件数\n规  章\n3\n行　政　许　可\n4\n",
                    "[O信　息　内　容|本年制发件数|规  章|3|行　政　许　可|4|]\n"));
    CU_ASSERT(reads("行政事业性收费\n(单位：元)\n18.80\n", "[O行政事业性收费|(单位：元)|18.80|]\n"));
    CU_ASSERT(reads("1.情况\n行政事业性收费\n18.80\n", "1.情况\n[O行政事业性收费|18.80|]\n"));
    CU_ASSERT(reads("信息内容\t\n规章\t\n3\t\n", "[O信息内容|规章|3|]\n"));
    CU_ASSERT(reads("规章\n3\n四、行政复议情况\n行政复议\n总计\n5\n",
                    "[O规章|3|]\n四、行政复议情况\n[O行政复议|总计|5|]\n"));
    /* the rest of a telephone number is no enumerator that articles could have */
    CU_ASSERT(reads("电话:0000-\n80)。\n一、情况\n规章\n3\n四、行政复议情况\n行政复议\n总计\n5\n",
                    "电话:0000-\n80)。\n一、情况\n[O规章|3|]\n四、行政复议情况\n[O行政复议|总计|5|]\n"));
    CU_ASSERT(reads("电话:0000-\n1)。\n一、情况\n规章\n3\n四、行政复议情况\n行政复议\n总计\n5\n",
                    "电话:0000-\n1)。\n一、情况\n[O规章|3|]\n四、行政复议情况\n[O行政复议|总计|5|]\n"));
    /* slashes that part cells once do so where a row has one value, too */
    CU_ASSERT(reads("规章 / 1 / 2 / 3\n\n完。\n行政处罚 / 0\n行政强制 / 9\n",
                    "[G规章|1|2|3|/]\n\n完。\n[G行政处罚|0|/行政强制|9|/]\n"));
    CU_ASSERT(reads("完。\n行政处罚 / 0\n行政强制 / 9\n", "完。\n[R行政处罚|/|0|/行政强制|/|9|/]\n"));
    CU_ASSERT(reads("规章制度建设。\n其他\n全年办理5件。\n", "规章制度建设。\n其他\n全年办理5件。\n"));
    /* headings, however they are dressed, and Markdown's rule before one are no cells */
    static const char *const headings[] = {"**四、行政复议情况**", "__四、行政复议情况__",
                                           "【四、行政复议情况】", "■四、行政复议情况",
                                           "四政府信息公开行政复议、行政诉讼情况"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        char input[256], expected[256];
        snprintf(input, sizeof input, "三、情况\n规章\n3\n4\n%s\n行政复议\n总计\n5\n", headings[i]);
        snprintf(expected, sizeof expected, "三、情况\n[O规章|3|4|]\n%s\n[O行政复议|总计|5|]\n",
                 strchr("*_", *headings[i]) ? "四、行政复议情况" : headings[i]);
        CU_ASSERT(reads(input, expected));
    }
    CU_ASSERT(reads("三、情况\n规章\n3\n---\n四、行政复议情况\n没有。\n",
                    "三、情况\n[O规章|3|]\n\n四、行政复议情况\n没有。\n"));
    /* the unit of all numbers is no cell; that of a label is of it */
    CU_ASSERT(reads("规章\n3\n单位：件\n行政事业性收费\n本年收费金额（\n单位：万\n元）\n4\n",
                    "[O规章|3|行政事业性收费|本年收费金额（+单位：万+元）|4|]\n"));
    /* a number behind values is one, also before words */
    CU_ASSERT(reads(
        "信息内容、本年制发件数、说明\n规章、3、4、已办结\n三、本年度办理结果、1、属于国家秘密、5、无\n",
        "[R信息内容|本年制发件数|说明|/规章|3|4|已办结|/三、本年度办理结果|1、属于国家秘密|5|无|/]\n"));
}

/* Whether the lines of a text are joined, and then what they are; NULL: they are not. */
static bool unfolds(const char *input, const char *expected)
{
    struct nb_arena *arena = arena_new();
    size_t length = strlen(input);
    struct nb_text *plain = text_plain(arena, padded(arena, input, length), length, "UTF-8");
    find_lines(plain);
    struct rewriting made = {.arena = arena, .text = plain, .lexicon = &form_lexicon};
    unfold(&made);
    const struct nb_text *text = rewrite_end(&made);
    bool same = text && expected ? strcmp(text->bytes, expected) == 0 : !text == !expected;
    if (!same)
        fprintf(stderr, "\n--- input\n%s\n--- unfolded\n%s\n", input, text ? text->bytes : "not at all");
    for (size_t i = 0; same && text && i < text->length; i++)
        same &= text->bytes[i] == '\n' || text->bytes[i] == input[text_source_offset(text, i)];
    arena_free(arena);
    return same;
}

/* Strings of a page in one line are lines again, whatever joins them, where labels stand behind values; of
 * rows, of sentences and of short lines none do. */
/* What lines show is found once: each byte that tells something, but for those around the words; of a line of
 * digits nothing else; of one with more bars than a table has columns, that too. */
static void test_marks_of_lines(void)
{
    static const char input[] = " 规章 | 1  2 \n12\n\t\n二、情况。\n# 一,2\n";
    static const unsigned marks[] = {LINE_BAR | LINE_PARTS | LINE_GAP | LINE_DIGIT,
                                     LINE_NUMBER,
                                     0,
                                     LINE_STOP | LINE_PARTS,
                                     LINE_MARKED | LINE_PARTS | LINE_COMMA | LINE_NARROW_COMMA | LINE_DIGIT,
                                     0};
    struct nb_arena *arena = arena_new();
    struct nb_text *text = text_plain(arena, padded(arena, input, strlen(input)), strlen(input), "UTF-8");
    CU_ASSERT_EQUAL(find_lines(text), 5);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        CU_ASSERT_EQUAL(text->lines[i].marks, marks[i]);
    CU_ASSERT_EQUAL(text->lines[0].words.start, 1);
    CU_ASSERT_EQUAL(text->lines[0].end - text->lines[0].words.end, 1);
    char *bars = memset(arena_alloc(arena, 2 * LIMIT_COLUMNS), '|', LIMIT_COLUMNS + 1);
    text = text_plain(arena, bars, LIMIT_COLUMNS + 1, "UTF-8");
    find_lines(text);
    CU_ASSERT_EQUAL(text->lines->marks, LINE_BAR | LINE_CROWDED);
    arena_free(arena);
}

static void test_unfold(void)
{
#define LEAD                                                                                                                                                    \
    "本机关主动公开政府信息的范围、形式和时限，按照条例和本机关的公开指南执行，内容以本机关网站的公开专栏为" \
    "准，群众可以查阅。"
#define LONG_LEAD LEAD LEAD LEAD
    CU_ASSERT(unfolds(
        LONG_LEAD " 规章 0 1 行政许可 7 行政处罚 8 行政强制 9 行政事业性收费 - 四、情况 1 2 3", LONG_LEAD
        "\n规章\n0\n1\n行政许可\n7\n行政处罚\n8\n行政强制\n9\n行政事业性收费\n-\n四、情况\n1\n2\n3\n"));
    CU_ASSERT(unfolds(LONG_LEAD "  规 章  0  行政许  可  7  行政处罚  8  行政强制  9  行政事业性收费  3",
                      LONG_LEAD "\n规 章\n0\n行政许\n可\n7\n行政处罚\n8\n行政强制\n9\n行政事业性收费\n3\n"));
    CU_ASSERT(unfolds(LONG_LEAD "|规章|0|行政许可|7|行政处罚|8|行政强制|9|行政事业性收费|3",
                      LONG_LEAD "\n规章\n0\n行政许可\n7\n行政处罚\n8\n行政强制\n9\n行政事业性收费\n3\n"));
    CU_ASSERT(unfolds("短行 1 2\n" LONG_LEAD ",规章,0,行政许可,7,行政处罚,8,行政强制,9,行政事业性收费,3",
                      "短行 1 2\n" LONG_LEAD
                      "\n规章\n0\n行政许可\n7\n行政处罚\n8\n行政强制\n9\n行政事业性收费\n3\n"));
    CU_ASSERT(unfolds("规章 0 行政许可 7 行政处罚 8 行政强制 9 行政事业性收费 3", NULL));
    CU_ASSERT(
        unfolds("<td>" LONG_LEAD "</td> 规章 0 行政许可 7 行政处罚 8 行政强制 9 行政事业性收费 3", NULL));
    CU_ASSERT(unfolds(LONG_LEAD " 规章 0 1 2 3 4 5 6 7 8 9 行政许可 7", NULL));
    CU_ASSERT(
        unfolds(LONG_LEAD "| 规章 | 0 1 | 行政许可 | 行政处罚 | 行政强制 | 7 | 8 | 9 | 3 | 4 | 5 |", NULL));
    CU_ASSERT(unfolds(
        LONG_LEAD "|  规章  |  行政许可  |  行政处罚  |  行政强制  |  行政事业性收费  |  0  |  0  |  0  |",
        NULL));
    CU_ASSERT(unfolds(
        LONG_LEAD "│  规章  │  行政许可  │  行政处罚  │  行政强制  │  行政事业性收费  │  0  │  0  │", NULL));
    CU_ASSERT(unfolds(
        LONG_LEAD "全年 3 次培训 4 场座谈 5 期简报 6 人参加 7 件建议 8 份通知 9 项任务 10 个专栏", NULL));
}

/* Whether what has run together in a text comes apart; NULL: it is left as it is. */
static bool comes_apart(const char *input, rewrite_pass *what, const char *expected)
{
    struct nb_arena *arena = arena_new();
    size_t length = strlen(input);
    struct rewriting made = {.arena = arena,
                             .text = text_plain(arena, padded(arena, input, length), length, "UTF-8"),
                             .lexicon = &form_lexicon};
    what(&made);
    const struct nb_text *text = rewrite_end(&made);
    bool same = text && expected ? strcmp(text->bytes, expected) == 0 : !text == !expected;
    if (!same)
        fprintf(stderr, "\n--- input\n%s\n--- apart\n%s\n", input, text ? text->bytes : "not at all");
    arena_free(arena);
    return same;
}

/* Headings within a line, and tables whose labels and values stand right behind one another, come apart. */
static void test_run(void)
{
#define RULES "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数"
#define RULE_LINES "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
#define LICENCES "第二十条第（五）项信息内容本年处理决定数量行政许可0"
#define LICENCE_LINES "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n0\n"
#define OUTCOMES                                                                                                    \
    "自然人商业企业总计（一）予以公开0700007（二）部分公开0 10-/10"                          \
    "1.属于国家秘密００００2.其他法律行政法规禁止公开0件12件4.保护第三方合法权益0" \
    "5.属于三类内部事务信息06.属于四类过程性信息0"
#define OUTCOME_LINES                                                                                                             \
    "自然人\n商业企业\n总计\n（一）予以公开\n0700007\n（二）部分公开\n0 10\n-\n/\n10\n"                    \
    "1.属于国家秘密\n００００\n2.其他法律行政法规禁止公开\n0件\n12件\n4.保护第三方合法权益\n0\n" \
    "5.属于三类内部事务信息\n0\n6.属于四类过程性信息\n0\n"
    CU_ASSERT(
        comes_apart("二、情况。" RULES "规章000行政规范性文件8,123-5--0" LICENCES "三、情况。" OUTCOMES LEAD,
                    tables_apart,
                    "二、情况。\n" RULE_LINES "规章\n000\n行政规范性文件\n8,123\n-5\n--\n0\n" LICENCE_LINES
                    "三、情况。\n" OUTCOME_LINES LEAD));
    CU_ASSERT(comes_apart("二、情况0件0次0个0名0期0场0家0户。规章000行政许可8。" LONG_LEAD LEAD, tables_apart,
                          NULL));
    CU_ASSERT(comes_apart(
        "一、总体情况" LONG_LEAD LEAD "二、主动公开政府信息情况（一）数量2022年多。" LEAD
        "三、本局的整改措施2023年做好。四、评议情况 做好问题整改五、其他需要报告的事项无。",
        headings_apart,
        "一、总体情况\n" LONG_LEAD LEAD "\n二、主动公开政府信息情况\n（一）数量2022年多。" LEAD
        "\n三、本局的整改措施\n2023年做好。\n四、评议情况\n 做好问题整改\n五、其他需要报告的事项\n无。"));
    CU_ASSERT(comes_apart("一、总体情况\n" LONG_LEAD LEAD
                          "\n　　二、主动公开政府信息情况\n三、其他需要报告的事项\n",
                          headings_apart, NULL)); /* lines */
    CU_ASSERT(comes_apart(LONG_LEAD LEAD "分三步：一、清理。二、登记。三、公布。", headings_apart, NULL));
    CU_ASSERT(comes_apart(
        "# 一、总体情况\n# 二、主动公开政府信息情况\n# 三、其他需要报告的事项\n<table><tr><td>" LONG_LEAD LEAD
        "二、本年新收三、本年度办理结果</td></tr></table>\n",
        headings_apart, NULL)); /* rows of HTML, which programs write into one line */
}

/* A place in what was read leads to the line and column of the file. */
static void test_positions(void)
{
    struct nb_arena *arena = arena_new();
    const char *input = "# 报告\n| 规章 | 12 |\n| 行政许可 | 7 |\n";
    struct nb_text *plain = text_plain(arena, padded(arena, input, strlen(input)), strlen(input), "UTF-8");
    struct nb_text *text = read_tables(arena, plain, &form_lexicon, true);
    struct nb_position at = text_position(text, (size_t)(strstr(text->bytes, "7") - text->bytes));
    CU_ASSERT_EQUAL(at.line, 3);
    CU_ASSERT_EQUAL(at.column, 10);
    at = text_position(text, (size_t)(strstr(text->bytes, "报告") - text->bytes));
    CU_ASSERT_EQUAL(at.line, 1);
    CU_ASSERT_EQUAL(at.column, 3);
    arena_free(arena);
}

static void read_only(const char *bytes, size_t length)
{
    struct nb_arena *arena = arena_new();
    struct nb_text *text = read_tables(
        arena, text_plain(arena, padded(arena, bytes, length), length, "UTF-8"), &form_lexicon, true);
    CU_ASSERT_PTR_NOT_NULL(text);
    arena_free(arena);
}

/* Inputs that are nothing but the signs of tables, in every order: read to their end, within the time of
 * their length. */
static void test_hostile(void)
{
    enum { SIZE = 1 << 18 };
    static const char *const parts[] = {
        "|",           "a|",          "|\n",        "a|\n",         "\t",
        "\t\n",        "a\t\n",       "规章\n",     "规章\t",       "\"",
        "规章,\"",     "<table>",     "+-+\n",      "+--",          "| - |\n",
        "┌─┐\n│",      "├\n",         "{|\n",       "---\n",        "-- --\n",
        "a\n\n\t\n\n", "规 ",         "3\n",        "<br>|",        "**|",
        "<s>",         "规章|\n<br>", "=== =\na\n", "一、\n规章\n", "|===\n",
        "3+|",         ".9+|\n",      "|\\2. ",     "|/9/9. a|\n",  ".. list-table::\n",
        " * -\n",      "  - 3\n"};
    char *bytes = malloc(SIZE);
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
        size_t length = strlen(parts[part]), filled = 0;
        for (; filled + length <= SIZE; filled += length)
            memcpy(bytes + filled, parts[part], length);
        read_only(bytes, filled);
    }
    unsigned state = 1;
    for (int round = 0; round < 200; round++) {
        size_t filled = 0;
        for (int i = 0; i < 60; i++) {
            state = state * 1103515245u + 12345u;
            const char *part = parts[(state >> 16) % (sizeof parts / sizeof *parts)];
            memcpy(bytes + filled, part, strlen(part));
            filled += strlen(part);
        }
        read_only(bytes, filled);
    }
    /* a number ends the words of a line, but no-break spaces stand behind it */
    static const char padded[] = "法\xC2\xA0\xC2\xA0总计7\xC2\xA0\xC2\xA0"
                                 "2.\xC2\xA0\xC2\xA0\n(一\n自然人5.属于三";
    read_only(padded, sizeof padded - 1);
    read_only("", 0);
    free(bytes);
}

/* Rows that are refused, however many, hide no table that follows them: the first row from which on there are
 * no more words than labels and values begins one. */
static void test_refused_rows(void)
{
    enum { MANY = 210 };
    static const char words[] = "规章,甲,乙,丙,丁,戊,己\n", rows[] = "行政许可,3\n行政处罚,4\n",
                      table[] = "[G行政许可|3|/行政处罚|4|/]\n";
    char text[MANY * sizeof words + sizeof rows], reads[MANY * sizeof words + sizeof table];
    size_t line = strlen(words), joined = line - 1; /* of one paragraph */
    for (size_t i = 0; i < MANY; i++) {
        memcpy(text + i * line, words, line);
        memcpy(reads + i * joined, words, line);
    }
    memcpy(text + MANY * line, rows, sizeof rows);
    memcpy(reads + MANY * joined + 1, table, sizeof table);
    CU_ASSERT(file_reads(text, "text", reads)); /* read_commas */
}

/* A string that joins the labels of a head, and values, parts cells as tabs do. */
static void test_joints(void)
{
#define ROW(a, j, z, label) a label j "3" j "0" j "3" z "\n"
#define ROWS(a, j, z)                                                                                        \
    a "项目" j "自然人" j "其他" j "总计" z "\n" ROW(a, j, z, "甲") ROW(a, j, z, "乙") ROW(a, j, z, "丙") a  \
        "丁" j j "4" j "4" z
#define READ_AS "项目|自然人|其他|总计|/甲|3|0|3|/乙|3|0|3|/丙|3|0|3|/丁||4|4|/]\n"
    CU_ASSERT(file_reads(ROWS("", "#", "") "\n## 丙", "text", "[G" READ_AS "丙"));
    CU_ASSERT(file_reads(ROWS("【", "】【", "】"), "text", "[G" READ_AS));
    CU_ASSERT(file_reads(ROWS("", "\\t", ""), "text", "[G" READ_AS));
    CU_ASSERT(file_reads(ROWS("", "&emsp;", ""), "text", "[G" READ_AS));
    CU_ASSERT(file_reads("x=[('项目', '自然人', '其他', '总计'),\n('甲,乙',\n  3, 0,\n  '3'),\n('丙', '0', "
                         "'4', '4')\n('丁', 0, "
                         "4, 4),\n('戊', 1, 0, 1)]",
                         "text", "[G项目|自然人|其他|总计|/甲,乙|3|0|3|/丙|0|4|4|/丁|0|4|4|/戊|1|0|1|/]\n"));
    CU_ASSERT(file_reads(
        "\"项目\",\"自然人\",\"其他\",\"总计\"\n\"甲\n乙\",\"3\",\"0\",\"3\"\n\"丙\",\"0\",\"4\","
        "\"4\"\n\"丁\","
        "\"1\",\"0\",\"1\"\n\"戊\",\"1\",\"0\",\"1\"",
        "text", "[G项目|自然人|其他|总计|/甲+乙|3|0|3|/丙|0|4|4|/丁|1|0|1|/戊|1|0|1|/]\n")); /* read_commas */
    CU_ASSERT(file_reads("\"项目\",,\"自然人\",,\"其他\",,\"总计\"\n\"甲\",,\"3\",,\"0\",,\"3\"\n\"丙\",,"
                         "\"0\",,\"4\",,"
                         "\"4\"\n\"丁\",,"
                         "\"1\",,\"0\",,\"1\"\n\"戊\",,\"1\",,\"0\",,\"1,340\"",
                         "text",
                         "[G项目||自然人||其他||总计|/甲||3||0||3|/丙||0||4||4|/丁||1||0||1|/"
                         "戊||1||0||1,340|/]\n")); /* read_commas
                                                    */
    CU_ASSERT(file_reads(
        "\"项目 \",\"\",\"自然人 \",\"商业企业 \",\"科研机构 \",\"其他 \",\"总计 \",\n\"甲 \",\"\",\"3 "
        "\",\"0 \",\"1 \",\"0 \",\"4 \",\n\"乙 \",\"\",\"4 \",\"0 \",\"1 \",\"0 \",\"5 \",\n\"丙 \",\"\",\"5 "
        "\",\"0 \",\"1 \",\"0 \",\"6 \",\n",
        "text",
        "[G项目||自然人|商业企业|科研机构|其他|总计|/甲||3|0|1|0|4|/乙||4|0|1|0|5|/丙||5|0|1|0|6|/]\n"));
    CU_ASSERT(file_reads("自然人#其他#总计\n甲#乙\n丙#丁\n", "text",
                         "自然人#其他#总计\n甲#乙\n丙#丁\n")); /* no values */
    CU_ASSERT(file_reads("项目^自然人^其他^总计\n甲|3|0|3\n乙|4|0|4\n", "text",
                         "项目^自然人^其他^总计\n[G甲|3|0|3|/乙|4|0|4|/]\n"));
    CU_ASSERT(file_reads(
        "\\begin{tabular}{cccc}\n\\multicolumn{4}{c}{件} \\\\\n" ROWS("", " & ", " \\\\") "\n\\end{tabular}",
        "text", "[g件|<|<|<|/" READ_AS)); /* read_latex */
}

static void test_lists_and_wikis(void)
{
    /* Lists as programs print them: a row a line, or all rows in one; a word for what is no cell keeps its
       place, and what a cell breaks is put together. */
    CU_ASSERT(
        file_reads("[null, null, \"甲\\n乙\", \"自然人\", \"其他\", \"总计\"]\n[\"丙\", null, null, \"-\", "
                   "\"7\"]\n[\"丁\", null, 0, null, \"0\"]\n[\"戊\"]\n",
                   "text", "[G||甲 乙|自然人|其他|总计|/丙|||-|7||/丁||0||0||/]\n戊\n"));
    CU_ASSERT(file_reads(
        "[[None, '甲', '自然人', '其他', '总计'], ['丙', None, '-', '7', ''], ['丁', nan, 0, None, '0']]\n",
        "text", "[G|甲|自然人|其他|总计|/丙||-|7||/丁||0||0|/]\n"));
    /* Rows of strings are no lines of a list, and escapes show nothing. */
#define TUPLES "('规章', '3\\u200b', '\\xa0', '4')\n('许可', '3', '', '4')\n"
#define TUPLE_CELLS "规章|3||4|/许可|3||4|/"
    CU_ASSERT(file_reads(TUPLES TUPLES TUPLES TUPLES "", "text",
                         "[G" TUPLE_CELLS TUPLE_CELLS TUPLE_CELLS TUPLE_CELLS "]\n"));
#undef TUPLES
#undef TUPLE_CELLS
    /* A tuple that a cell between bars prints is none. */
    CU_ASSERT(file_reads("| ('自然人', '甲') | ('总计', '乙') |\n|---|---|\n| 3 | 4 |\n", "text",
                         "[G('自然人', '甲')|('总计', '乙')|/3|4|/]\n"));
    /* Brackets and quotes tell lists of rows, whatever labels they have; a cell may have a line of its own.
     */
    CU_ASSERT(file_reads("- [\"甲\", \"乙\", \"\"]\n- [\"丙\", 3, \"\"]\n- [\"丁\", \"\", \"5\"]\n", "text",
                         "[G甲|乙||/丙|3||/丁||5|/]\n"));
    CU_ASSERT(file_reads("[[\"甲县年报。\",null],[\"甲\",\"乙\"],[\"丙\",-3]]\n", "text",
                         "甲县年报。\n[G甲|乙|/丙|-3|/]\n"));
    CU_ASSERT(file_reads("[\n  [\n    \"甲\",\n    \"自然人\",\n    \"\",\n    \"总计\"\n  ],\n"
                         "  [\n    \"丙\",\n    -3,\n    4,\n    1\n  ],\n"
                         "  [\n    \"丁\",\n    null,\n    5,\n    \"6\"\n  ]\n]\n",
                         "text", "[G甲|自然人||总计|/丙|-3|4|1|/丁||5|6|/]\n"));
    CU_ASSERT(file_reads("[\"甲\", \"乙\"]\n[\"丙\", 3]\n", "text",
                         "[\"甲\", \"乙\"]\n[\"丙\", 3]\n")); /* too few */
    /* Wikis part the cells of heads with marks of their own. */
    CU_ASSERT(file_reads("||项目||自然人||其他||总计|\n" ROW("||", "|", "|", "甲") ROW("||", "|", "|", "乙")
                             ROW("||", "|", "|", "丁") "||丙| |4|4|\n",
                         "text", "[G项目|自然人|其他|总计|/甲|3|0|3|/乙|3|0|3|/丁|3|0|3|/丙||4|4|/]\n"));
    CU_ASSERT(file_reads("|| ||个人||单位||合并||\n|甲|3|0|3|\n|乙|4|0|4|\n|丙|5|0|5|\n", "text",
                         "[G|个人|单位|合并|/甲|3|0|3|/乙|4|0|4|/丙|5|0|5|/]\n")); /* no labels */
    CU_ASSERT(file_reads("^ 项目 ^ 自然人 ^ 其他 ^ 总计 ^\n" ROW("| ", " | ", " |", "甲")
                             ROW("| ", " | ", " |", "乙") "| ::: | 3 | 0 | 3 |\n",
                         "text", "[G项目|自然人|其他|总计|/甲|3|0|3|/乙|3|0|3|/|3|0|3|/]\n"));
    CU_ASSERT(
        file_reads("^ ^ 法人 ^ ^ 备注 ^\n^ ^ 企业 ^ 公益 ^ ^\n| 规章 | 3 | ::: | 2 |\n^ 许可 | | 5 | 无 |\n",
                   "text", "[G|法人||备注|/|企业|公益||/规章|3||2|/许可||5|无|/]\n"));
    CU_ASSERT(file_reads(
        "||自然人||其他||总计|\n|甲|1|2|3|4|5|6|\n|乙|1|2|3|4|5|6|\n|丙|1|2|3|4|5|6|\n", "text",
        "[R|自然人||其他||总计|/甲|1|2|3|4|5|6|/乙|1|2|3|4|5|6|/丙|1|2|3|4|5|6|/]\n")); /* an empty cell
                                                                                           behind each */
#undef ROW
#undef ROWS
#undef READ_AS
}

/* What data frames print in blocks of columns, one below the other, is one table: as wide as its lines in
 * places of either kind, or without the blanks at their ends, with empty heads, and with signs that it goes
 * on. */
static void test_blocks(void)
{
    CU_ASSERT(file_reads(
        "  信息内容 甲\n1     规章   \n2     许可  3\n   乙 总计\n1   5    5\n2   6    9\n第一句。\n", "text",
        "[G信息内容|甲|乙|总计|/规章||5|5|/许可|3|6|9|/]\n第一句。\n"));
    CU_ASSERT(file_reads(
        "  信息内容  甲  \\\n0     规章       \n1     许可   3   \n\n   乙  总计\n0   5     5\n1   6     9\n",
        "text", "[G信息内容|甲|乙|总计|/规章||5|5|/许可|3|6|9|/]\n"));
    CU_ASSERT(file_reads("  信息内容\n1     规章\n2     许可\n\n1 3\n2\n   总计\n1     5\n2     9\n", "text",
                         "[G信息内容||总计|/规章|3|5|/许可||9|/]\n"));
    /* other rows are another table's */
    CU_ASSERT(file_reads("  信息内容 甲\n1     规章  3\n2     许可  3\n\n   乙 总计\n1   5    5\n", "text",
                         "[G信息内容|甲|/规章|3|/许可|3|/]\n\n[G乙|总计|/5|5|/]\n"));
    CU_ASSERT(file_reads(
        "  信息内容 甲\n1     规章  3\n2     许可  3\n\n  信息内容 总计\n1     处罚    5\n2     强制    9\n",
        "text", "[G信息内容|甲|/规章|3|/许可|3|/]\n\n[G信息内容|总计|/处罚|5|/强制|9|/]\n"));
    /* for this program quotation marks are wide */
    CU_ASSERT(file_reads("                      V1                     V2                      V3    V4\n"
                         "1     三、本年度办理结果           (三)不予公开 3．危及“三安全一稳定” 469件\n"
                         "2 四、结转下年度继续办理 四、结转下年度继续办理  四、结转下年度继续办理      \n"
                         "     V5  V6 V7    V8\n"
                         "1       0件      0件\n"
                         "2 133件        539件\n"
                         "     V9   V10\n"
                         "1       469件\n"
                         "2 152件 824件\n",
                         "text",
                         "[g三、本年度办理结果|(三)不予公开|3．危及“三安全一稳定”|469件||0件||0件||469件|/"
                         "四、结转下年度继续办理|<|<||133件|||539件|152件|824件|/]\n"));
}

/* Rows that Firefox has broken behind paragraphs are lines again; an empty line parts none. */
static void test_paragraphs(void)
{
    CU_ASSERT(file_reads(
        "信息内容\t本年制发件数\t现行有效件数\n\n规章\n\t\t3\n\n行政规范性文件\n\t4\t\n"
        "行政许可\n\t\t7\n完。\n",
        "text", "[G信息内容|本年制发件数|现行有效件数|/规章||3|/行政规范性文件|4||/行政许可||7|/]\n完。\n"));
    CU_ASSERT(file_reads(
        "表1 情况\n\n规章\n\n\t\n\n3\n\n\n\n\n行政许可\n\n\t\n\n7\n\n\n\n\n行政处罚\n\n\t\n\n1\n\n\n完。\n",
        "text", "表1 情况\n\n[G规章|3|/行政许可|7|/行政处罚|1|/]\n\n\n完。\n"));
    /* A tag that lines break is one all the same; what no tag closes, or an empty line parts, is none. */
    CU_ASSERT(
        file_reads("<span\nstyle=\"font-size: 16pt;\">一、总体情况</span>\n\n甲<b\n乙。\n\n丙<i\n\n>。\n",
                   "text", "一、总体情况\n\n甲<b\n乙。\n\n丙<i\n\n>。\n"));
    /* Several paragraphs of a cell, where rows are further apart; but not a label on its own. */
    CU_ASSERT(
        file_reads("信息内容\n\n\t\n\n本年\n\n制发\n\n件数\n\n\t\n\n现行有效件数\n\n\n\n\n行政\n\n规范性文件"
                   "\n\n\t\n\n4\n\n\t\n\n9\n\n\n\n\n"
                   "规章\n\n\t\n\n3\n\n\t\n\n5\n\n行政许可\n\n\t\n\n7\n\n\t\n\n8\n\n\n\n\n行政处罚\n\n\t\n\n1"
                   "\n\n\t\n\n2\n\n\n完。\n",
                   "text",
                   "[G信息内容|本年+制发+件数|现行有效件数|/行政+规范性文件|4|9|/规章|3|5|/行政许可|7|8|/"
                   "行政处罚|1|2|/]\n\n\n完。\n"));
    /* Rows that end with their labels, each its own, are none that go on. */
    CU_ASSERT(file_reads(
        "本年制发件数\t现行有效件数\t信息内容\n1\t3\t规章\n\t2\t行政规范性文件\n\t7\t行政许可\n\t\t行政处罚"
        "\n",
        "text",
        "[G本年制发件数|现行有效件数|信息内容|/1|3|规章|/|2|行政规范性文件|/|7|行政许可|/||行政处罚|/]\n"));
}

int add_reader_tests(void)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {{"cases", test_cases},
                 {"ruled", test_ruled},
                 {"places of rows in one", test_stacked_places},
                 {"lines", test_lines},
                 {"what lines show", test_marks_of_lines},
                 {"joined lines", test_unfold},
                 {"strings run together", test_run},
                 {"positions", test_positions},
                 {"fillers", test_fillers},
                 {"refused rows", test_refused_rows},
                 {"joints", test_joints},
                 {"lists of rows, heads of wikis", test_lists_and_wikis},
                 {"blocks", test_blocks},
                 {"paragraphs in cells", test_paragraphs},
                 {"hostile", test_hostile}};
    CU_pSuite suite = CU_add_suite("readers", NULL, NULL);
    for (size_t i = 0; suite && i < sizeof tests / sizeof *tests; i++)
        if (!CU_add_test(suite, tests[i].name, tests[i].run))
            return CU_get_error();
    return suite ? CUE_SUCCESS : CU_get_error();
}
