/* test_layout.c - tables set in columns: rows and cells of texts as pdftotext prints them, what is left
 * alone, and where cells stand. */
#include "columns.h"
#include "forms.h"
#include "layout.h"
#include "tests.h"
#include "width.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct nb_arena *arena;

static int begin(void)
{
    arena = arena_new();
    return 0;
}

static int end(void)
{
    arena_free(arena);
    return 0;
}

static struct nb_text *plain(const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 2);
    memcpy(copy, bytes, length);
    return text_plain(arena, copy, length, "UTF-8");
}

/* The lowered text with its separators shown: | ends a cell, / a row, # opens and closes a table. */
static char *shown(const char *bytes)
{
    struct nb_text *text =
        layout_lower(arena, plain(bytes, strlen(bytes)), &form_lexicon, NULL, &(struct column_modes){0});
    char *copy = arena_strndup(arena, text->bytes, text->length);
    for (char *at = copy; *at; at++)
        *at = *at == UNIT_SEPARATOR     ? '|'
              : *at == RECORD_SEPARATOR ? '/'
              : *at == GROUP_SEPARATOR  ? '#'
                                        : *at;
    return copy;
}

static void check_shown(const char *bytes, const char *wanted)
{
    char *found = shown(bytes);
    CU_ASSERT_STRING_EQUAL(found, wanted);
    if (strcmp(found, wanted))
        printf("\nfound:  %s\nwanted: %s\n", found, wanted);
}

/* ---- texts made by pdftotext ---- */

static char *read_file(const char *name, const char *ending)
{
    const char *folder = getenv("srcdir");
    FILE *file =
        fopen(arena_printf(arena, "%s/tests/layout/%s.%s", folder ? folder : ".", name, ending), "rb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    enum { LARGEST = 1 << 16 };
    char *bytes = arena_alloc(arena, LARGEST);
    bytes[fread(bytes, 1, LARGEST - 1, file)] = '\0';
    fclose(file);
    return bytes;
}

/* Each line of NAME.cells is a row of the lowered text, cell by cell and in order. */
static void check_rows(const char *name, char *found)
{
    for (char *row = strtok(read_file(name, "cells"), "\n"); row; row = strtok(NULL, "\n")) {
        char *printed = strstr(found, arena_printf(arena, "/%s|/", row));
        CU_ASSERT_PTR_NOT_NULL(printed);
        if (printed)
            found = printed + 1;
        else
            printf("\n%s: no row %s\n", name, row);
    }
}

/* Tabs behind lines part nothing. */
static char *with_tabs(const char *bytes)
{
    char *copy = arena_alloc(arena, 2 * strlen(bytes) + 1), *to = copy;
    for (; *bytes; *to++ = *bytes++)
        if (*bytes == '\n')
            *to++ = '\t';
    return copy;
}

static void check_file(const char *name)
{
    check_rows(name, shown(read_file(name, "txt")));
    check_rows(name, shown(with_tabs(read_file(name, "txt"))));
}

static void test_files(void)
{
    static const char *const names[] = {
        "plain", "narrow",       "tight",        "landscape",      "full-width",  "large",
        "airy",  "blank-centre", "writer",       "writer-wrapped", "writer-left", "blank",
        "weasy", "wkhtml",       "wkhtml-blank", "wkhtml-large",   "uming-blank", "writer-blank"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_file(names[i]);
}

/* ---- small texts ---- */

/* Texts, and what is shown of them. */
static const char *const cases[][2] = {
    {"                          自然人  其他  总计\n"
     "5.要求行政机关确认或\n"
     "                           1       0     1\n"
     "重新出具已获取信息\n"
     "2.重复申请                10       5     15\n"
     "3.要求提供公开出          0       7     7\n"
     "版物\n",
     "#|自然人|其他|总计|/5.要求行政机关确认或重新出具已获取信息|1|0|1|/2.重复申请|10|5|15|/"
     "3.要求提供公开出版物|0|7|7|/#\n"},
    {"                                     自然人  其他    总计\n"
     "一、本年新收政府信息公开申请数量     1       2       3\n"
     "三  (一)予以公开                     0       0       4\n"
     "、  (五)不 1.信访举报投诉类申请      5       0       0\n"
     "本  予处理 2.重复申请                0       6       0\n"
     "年度(七)总计                         5       6       4\n"
     "办理结果\n"
     "四、结转下年度继续办理               1       1       1\n",
     "#|||自然人|其他|总计|/一、本年新收政府信息公开申请数量|||1|2|3|/"
     "三、本年度办理结果|(一)予以公开||0|0|4|/"
     "|(五)不予处理|1.信访举报投诉类申请|5|0|0|/||2.重复申请|0|6|0|/|(七)总计||5|6|4|/"
     "四、结转下年度继续办理|||1|1|1|/#\n"},
    /* What an extractor has set without space: a side label and a row's, a label and its first value. */
    {"                                       自然人   其他   总计\n"
     "(四)无法提供2.没有现成信息需要另行制作   1       0      1\n"
     "            3.补正后申请内容仍不明确2            0      2\n",
     "#|||自然人|其他|总计|/|(四)无法提供|2.没有现成信息需要另行制作|1|0|1|/"
     "||3.补正后申请内容仍不明确|2|0|2|/#\n"},
    {"项目          甲     乙     丙\n"
     "其一           1      2      3\n"
     "其二较长      40     50     60\n"
     "其三                  7\n"
     "其四           8             9\n",
     "#项目|甲|乙|丙|/其一|1|2|3|/其二较长|40|50|60|/其三||7||/其四|8||9|/#\n"},
    /* Words may stand in the cells of a table of no form. */
    {"序号      栏目      条数\n"
     "1         公告      62\n"
     "2         来信      6\n"
     "3         问答      881\n",
     "#序号|栏目|条数|/1|公告|62|/2|来信|6|/3|问答|881|/#\n"},
    /* A wide character may take two columns. */
    {"项目            甲        乙        丙\n"
     "一很长的标签    1         2         3\n"
     "二              4                   5\n"
     "三标签          6         7         8\n",
     "#项目|甲|乙|丙|/一很长的标签|1|2|3|/二|4||5|/三标签|6|7|8|/#\n"},
    {"项目          甲     乙     丙\n"
     "其一           1      2      3\n"
     "                  - 4 -\n"
     "\f其二较长      40     50     60\n"
     "                  第5页\n"
     "其三           7      8      9\n",
     "#项目|甲|乙|丙|/其一|1|2|3|/其二较长|40|50|60|/其三|7|8|9|/#\n"},
    /* A dash, a number and a dash are a page mark only where they stand together. */
    {"项目          甲      乙      丙\n"
     "其一           1       2       3\n"
     "其二较长      40      50      60\n"
     "其三           -     134       -\n",
     "#项目|甲|乙|丙|/其一|1|2|3|/其二较长|40|50|60|/其三|-|134|-|/#\n"},
    /* A row that has lost a value and has one too many is as long as a whole one. */
    {"                        自然人    商业企业    科研机构    其他    总计\n"
     "1.属于国家秘密             1          0           0         2       3\n"
     "2.重复申请                 4          0           1         0       5\n"
     "3.其他                     0          7           0         0       7\n"
     "(七)总计                   5          7           1         2      15\n"
     "4.保护第三方合法权益       0 0        3                     0       3\n",
     "#|自然人|商业企业|科研机构|其他|总计|/1.属于国家秘密|1|0|0|2|3|/2.重复申请|4|0|1|0|5|/"
     "3.其他|0|7|0|0|7|/"
     "(七)总计|5|7|1|2|15|/4.保护第三方合法权益|0 0|3||0|3|/#\n"},
    {"四、复议和诉讼的标题\n"
     "   行政复议             未经复议直接起诉\n"
     "结果  其他  总计        结果  其他  总计\n"
     "维持  结果              维持  结果\n"
     "1     0     1           2     3     5\n"
     "五、后面的标题\n",
     "四、复议和诉讼的标题\n#行政复议|||未经复议直接起诉|||/结果维持|其他结果|总计|结果维持|其他结果|总计|/"
     "1|0|1|2|3|5|/#\n"
     "五、后面的标题\n"},
    /* Labels that stand over columns elsewhere are those of rows where values stand behind them. */
    {"                结果维持  结果纠正  总计\n"
     "行政复议            0         2      2\n"
     "复议后起诉          1         0      1\n",
     "#|结果维持|结果纠正|总计|/行政复议|0|2|2|/复议后起诉|1|0|1|/#\n"},
    /* An extractor moves the pieces of a line that stand behind longer ones; they keep the order of their
       labels. */
    {"        行政复议                    未经复议直接起诉\n"
     "结果   结果   其他                结果   结果   其他\n"
     "维持   纠正   结果   总计         维持 纠正 结果 总计\n"
     "1      0      2      3            4      5      6      15\n",
     "#|行政复议|||未经复议直接起诉||||/结果维持|结果纠正|其他结果|总计|结果维持|结果纠正|其他结果|总计|/"
     "1|0|2|3|4|5|6|15|/#\n"},
    {"                           自然人  商业企  科研机  社会公    总计\n"
     "                        业    构   益组织\n"
     "1.属于国家秘密               1       2       3      4         10\n",
     "#|自然人|商业企业|科研机构|社会公益组织|总计|/1.属于国家秘密|1|2|3|4|10|/#\n"},
    /* A number before the label of a row counts the rows, and is no value. */
    /* What stands under the labels of columns is a cell, whatever it says, also beside a label that goes on
       below. */
    {"         第二十条第(五)项\n"
     "   信息内容    本年处理决定数量\n"
     "行政许可             ***\n"
     "其他对外管理服务     六\n"
     "事项\n",
     "#|第二十条第(五)项|/信息内容|本年处理决定数量|/行政许可|***|/其他对外管理服务事项|六|/#\n"},
    /* Words of a head that touch a label, on the line above it, are of its column. */
    {"                 本年制发件数  本年废止件数  现行有效件数   去年\n"
     "  信息内容                                                      总计    备注\n"
     "规章                  2            7             8            9      已核\n"
     "行政规范性文件        5            6            11           12\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|去年总计|备注|/规章|2|7|8|9|已核|/"
     "行政规范性文件|5|6|11|12||/#\n"},
    {"                 本年制发件数  本年废止件数  现行有效件数   去年\n"
     "  信息内容                                                  件数    备注\n"
     "规章                  二            7             见附表     9      已核\n"
     "行政规范性文件        5             约6           十一       12\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|去年件数|备注|/规章|二|7|见附表|9|已核|/"
     "行政规范性文件|5|约6|十一|12||/#\n"},
    {"                         自然人  科研机构  其他  总计\n"
     "1.属于国家秘密        二       三       五    十\n"
     "2.其他法律行政\n"
     "                      四       零       零    四\n"
     "法规禁止公开\n",
     "#|自然人|科研机构|其他|总计|/1.属于国家秘密|二|三|五|十|/2.其他法律行政法规禁止公开|四|零|零|四|/#\n"},
    {"                         自然人  科研机构  其他  总计\n"
     "1.属于国家秘密        4③      3       0    7\n"
     "2.重复申请            0①      0       0    0\n",
     "#|自然人|科研机构|其他|总计|/1.属于国家秘密|4③|3|0|7|/2.重复申请|0①|0|0|0|/#\n"},
    {"    结果维持  其他结果  总计\n 0           约1     1\n", "#结果维持|其他结果|总计|/0|约1|1|/#\n"},
    {"                         自然人  科研机构  其他  总计\n"
     "4.大量申请            4③      3       0    7\n"
     "2.重复申请            0①      0       0    3②\n"
     "                                  其他\n",
     "#|自然人|科研机构|其他|总计|/4.大量申请|4③|3|0|7|/2.重复申请|0①|0|0|3②|/#\n#其他|/#\n"},
    /* One column has no label; its values stand where those of a full row do. */
    {"                   自然人            科研机构   其他    总计\n"
     "1.属于国家秘密       1        2         0        3        6\n"
     "2.重复申请           4                           1        5\n"
     "3.其他                        7                           7\n",
     "#|自然人||科研机构|其他|总计|/1.属于国家秘密|1|2|0|3|6|/2.重复申请|4|||1|5|/3.其他||7|||7|/#\n"},
/* The row of a table stands behind the next heading: the header tells its columns all the same. */
#define REVIEW_AND_HEADING                                                                                   \
    "   行政复议             未经复议直接起诉\n"                                                 \
    "结果  其他  总计        结果  其他  总计\n"                                                 \
    "维持  结果              维持  结果\n"                                                           \
    "五、后面的标题\n\n"
    {REVIEW_AND_HEADING "1     0     1           2           5\n"
                        "这里是正文。\n",
     "#行政复议|||未经复议直接起诉|||/结果维持|其他结果|总计|结果维持|其他结果|总计|/"
     "#\n五、后面的标题\n\n#1|0|1|2||5|/#\n"
     "这里是正文。\n"},
    /* set by places of its own it is only known in order */
    {REVIEW_AND_HEADING "1     0  1   2  5\n"
                        "这里是正文。\n",
     "#行政复议|||未经复议直接起诉|||/结果维持|其他结果|总计|结果维持|其他结果|总计|/"
     "#\n五、后面的标题\n\n#1|0|1|2|5|/#\n"
     "这里是正文。\n"},
    {"序号                 自然人  其他  总计\n"
     "1    1.属于国家秘密     1     2     3\n"
     "2    2.重复申请         4     0     4\n",
     "#序号|自然人|其他|总计|/1.属于国家秘密|1|2|3|/2.重复申请|4|0|4|/#\n"},
    {"序号                 自然人  其他  总计\n"
     "1    1.属于国家秘密     1     2     3\n"
     "     2.重复申\n"
     "2                       4     0     4\n"
     "     请\n",
     "#序号|自然人|其他|总计|/1.属于国家秘密|1|2|3|/2.重复申请|4|0|4|/#\n"},
    {"序号                 自然人  其他  总计\n"
     "1    1.属于国家秘密     1     2     3\n"
     "     2.重复申\n"
     "2\n"
     "     请\n",
     "#序号|自然人|其他|总计|/1.属于国家秘密|1|2|3|/2.重复申请||||/#\n"},
    /* words of one line beside a label of two */
    {"                  自然人        商业  总计\n"
     "                          小计\n"
     "                                企业\n"
     "1.属于国家秘密     1       5     2     3\n",
     "#|自然人|小计|商业企业|总计|/1.属于国家秘密|1|5|2|3|/#\n"},
    /* A whole label does not go on beside it with what begins another. */
    {"              自然人  其他  法律  总计\n"
     "                            服务\n"
     "                            机构\n"
     "1.属于国家秘密    1     2     3     6\n",
     "#|自然人|其他|法律服务机构|总计|/1.属于国家秘密|1|2|3|6|/#\n"},
    /* Words left of all columns that forms have are a column where values stand below them; others say what
       rows are. */
    {"类别               居民  科研机构  总计\n"
     "1.属于国家秘密      1       2       3\n"
     "2.重复申请          4       0       4\n",
     "#类别|居民|科研机构|总计|/1.属于国家秘密|1|2|3|/2.重复申请|4|0|4|/#\n"},
    {"          说明      第二十条第(一)项\n"
     "信息内容        本年制发件数  本年废止件数  现行有效件数\n"
     "规章       4          1            37\n"
     "行政规范性文件  0     2             5\n",
     "#|第二十条第(一)项|||/说明信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|4|1|37|/"
     "行政规范性文件|0|2|5|/#\n"},
    /* Two numbers that stand apart in a cell do so there, too: they are not one with a blank in it. */
    {"行政处罚6             1\n"
     "行政强制7             385\n"
     "信息内容9             本年收费金额（单位：万元）\n"
     "行政事业性收费1       202.19\n",
     "#行政处罚|6|1|/行政强制|7|385|/信息内容9|本年收费金额（单位：万元）|/行政事业性收费|1  202.19|/#\n"},
    /* The label of a row without its enumerator is that of a column, too: it is no head. */
    {"                      自然人  其他  总计\n"
     "1.属于国家秘密        1       2     3\n"
     "其他                  1       0     1\n"
     "总计                  2       2     4\n"
     "结转下年度继续办理    0       1     1\n",
     "#|自然人|其他|总计|/1.属于国家秘密|1|2|3|/其他|1|0|1|/总计|2|2|4|/结转下年度继续办理|0|1|1|/#\n"},
    /* Words under an enumerator are no heading beside a label of the form; the title of an article is one
       under any. */
    {"                                       自然人  其他  总计\n"
     "二、上年结转政府信息公开申请数量          1     2     3\n"
     "三、处理后 (一)予以公开\n"
     "          (二)部分公开                    4     0     4\n",
     "#|自然人|其他|总计|/二、上年结转政府信息公开申请数量|1|2|3|/三、处理后||||/(一)予以公开||||/"
     "(二)部分公开|4|0|4|/#\n"},
    {"          第二十条第(八)项\n"
     "信息内容          金额\n"
     "2、主动公开政府信息情况\n"
     "                   自然人  其他  总计\n"
     "1.属于国家秘密       1     2     3\n",
     "          第二十条第(八)项\n信息内容          金额\n2、主动公开政府信息情况\n"
     "#|自然人|其他|总计|/1.属于国家秘密|1|2|3|/#\n"},
    /* Labels that share no line and overlap have been moved: they stand in the form's order. */
    {"                   自然人  社会       总计\n"
     "                           商业\n"
     "                           公益\n"
     "                           企业\n"
     "                           组织\n"
     "1.属于国家秘密        1    2     3      6\n"
     "2.重复申请            1    0     4      5\n",
     "#|自然人|商业企业|社会公益组织|总计|/1.属于国家秘密|1|2|3|6|/2.重复申请|1|0|4|5|/#\n"},
    /* Then where those lines have others tells nothing either, as converters set heads that know no spans. */
    {"                自然人    法人或其他组织   总计\n"
     "                商业企业  科研机构  社会公益组织  法律服务机构  其他\n"
     "1.属于国家秘密     1         2           3           4       5     15\n",
     "#|||法人或其他组织|||||/|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|/"
     "1.属于国家秘密|1|2|3|4|5|15|/#\n"},
    /* Labels of columns without a space between them. */
    {"结果维持结果纠正其他结果尚未审结   总计\n"
     " 1       0       2       0         3\n"
     "五、后面的标题\n",
     "#结果维持|结果纠正|其他结果|尚未审结|总计|/1|0|2|0|3|/#\n五、后面的标题\n"},
    /* The text of another page may be set further left. */
    {"                            自然人  其他   总计\n"
     "    1.属于国家秘密            1      2      3\n"
     "    2.重复申请                4      0      4\n"
     "\f3.其他                           5      5\n"
     "4.保护第三方合法权益      6             6\n"
     "5.属于三类内部事务信息    7      8      9\n"
     "8.属于行政查询事项               9      9\n",
     "#|自然人|其他|总计|/1.属于国家秘密|1|2|3|/2.重复申请|4|0|4|/3.其他||5|5|/4.保护第三方合法权益|6||6|/"
     "5.属于三类内部事务信息|7|8|9|/8.属于行政查询事项||9|9|/#\n"},
    {"项目          甲       乙         丙\n"
     "其一           /      +3         1,200\n"
     "其二较长      无      −12        30.5 万元\n",
     "#项目|甲|乙|丙|/其一|/|+3|1,200|/其二较长|无|−12|30.5 万元|/#\n"},
    /* One blank may part the digits of a number, or two numbers. */
    {"信息内容          本年制发件数   本年废止件数   现行有效件数\n"
     "规章              1 204          15             12 345 678\n"
     "行政规范性文件    0              2 417          307\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|1 204|15|12 345 678|/行政规范性文件|0|2 "
     "417|307|/#\n"},
    /* rows have too many values otherwise, though some numbers stand close */
    {"信息内容          本年制发件数   本年废止件数   现行有效件数\n"
     "规章                       0 1 204             15 318\n"
     "行政规范性文件             0     7              2 417\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|0|1 204|15 318|/行政规范性文件|0|7|2 417|/#\n"},
    {"信息内容          本年制发件数   本年废止件数   现行有效件数\n"
     "规章              1 2 0 4        1 5            7\n"
     "行政规范性文件    0              2 4 1 7        3 07\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|1 2 0 4|1 5|7|/行政规范性文件|0|2 4 1 7|3 "
     "07|/#\n"},
    /* a number of four digits has no blank */
    {"信息内容          本年制发件数 本年废止件数 现行有效件数\n"
     "规章                       112 345                     7\n"
     "行政规范性文件            1204 345                     0\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|112|345|7|/行政规范性文件|1204|345|0|/#\n"},
    /* the last of these digits begins where those of the next column do */
    {"            自然人 商业企业 总计\n"
     "1.属于国家秘密    2 6 3    2 9\n"
     "2.重复申请      1   0    1\n"
     "3.要求提供公开出版物 1 2 0    1 2\n",
     "#|自然人|商业企业|总计|/1.属于国家秘密|2 6|3|2 9|/2.重复申请|1|0|1|/3.要求提供公开出版物|1 2|0|1 "
     "2|/#\n"},
    /* no row has too many values, but two where one column is */
    {"信息内容                  本年制发件数      本年废止件数      现行有效件数\n"
     "规章                         1 615               0\n"
     "行政规范性文件                                  2 204              17\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|1 615|0||/行政规范性文件||2 204|17|/#\n"},
    /* no row has too many values: each blank parts two */
    {"信息内容          本年制发件数 本年废止件数 现行有效件数\n"
     "规章                       112 345                     7\n"
     "行政规范性文件              10 345                     0\n",
     "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|112|345|7|/行政规范性文件|10|345|0|/#\n"},
    /* Labels of which a page has some and the next the rest stand in the form's order: a page moves what it
       has. */
    {"                         自然人   总计\n"
     "\f                              商业企业   科研机构   其他\n"
     "1.属于国家秘密            1      0          0         2       3\n"
     "2.重复申请                4      0          1         0       5\n",
     "#|自然人|商业企业|科研机构|其他|总计|/1.属于国家秘密|1|0|0|2|3|/2.重复申请|4|0|1|0|5|/#\n"},
    /* A label of two lines set across the one beside: its end stands before its beginning, on both sides of
       the other. */
    {"                     自然 商业 科研        总\n"
     "                     人 企业 机构 他 计  其\n"
     "1.属于国家秘密        1  0  0  2  3\n"
     "2.重复申请            4  0  1  0  5\n"
     "3.其他                0  7  0  0  7\n",
     "#|自然人|商业企业|科研机构|其他|总计|/1.属于国家秘密|1|0|0|2|3|/2.重复申请|4|0|1|0|5|/"
     "3.其他|0|7|0|0|7|/#\n"},
    /* Numbers that have run into one leave no empty cells beside them. */
    {"                           自然人    商业企业    科研机构    其他      总计\n"
     "1.属于国家秘密             23827231781070613\n"
     "2.重复申请                 4012      10          11203       5000      20225\n"
     "3.其他                     31        722         1           40120     40874\n"
     "(七)总计                   400       7           1000        20        1427\n",
     "#|自然人|商业企业|科研机构|其他|总计|/1.属于国家秘密|23827231781070613|/"
     "2.重复申请|4012|10|11203|5000|20225|/"
     "3.其他|31|722|1|40120|40874|/(七)总计|400|7|1000|20|1427|/#\n"},
    /* Cells as close as one space: whole rows are in columns all the same where cells break their labels. */
    {"                自然人 商业企业 科研机构 其他 总计\n"
     "一、本年新收政府信\n"
     "             22178 3911 3990 2430 32509\n"
     "息公开申请数量\n"
     "1.属于国家秘密    4 1155 284 1 1444\n"
     "2.重复申请     722 36 1 1000 1759\n"
     "3.其他         3 1 3602 17700 21306\n",
     "#|自然人|商业企业|科研机构|其他|总计|/一、本年新收政府信息公开申请数量|22178|3911|3990|2430|32509|/"
     "1.属于国家秘密|4|1155|284|1|1444|/2.重复申请|722|36|1|1000|1759|/3.其他|3|1|3602|17700|21306|/#\n"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_shown(cases[i][0], cases[i][1]);
}

/* ---- what stays as it is ---- */

static const char *const unchanged[] = {
    "",
    "一、总体情况\n本局全年公开  128  条,比上年多 12 条。\n",
    "规章\n    0\n    0\n    5\n规范性文件\n    1\n    2\n    3\n",
    "规章 | 0 | 0 | 5 |\n规范性文件 | 1 | 2 | 3 |\n",
    "规章\t0\t0\t5\n规范性文件\t1\t2\t3\n",
    "联系电话  12345678\n邮政编码  100000\n",
    /* Two numbers of one label on two lines: not understood, not lowered. */
    "项目          甲     乙     丙\n"
    "               1      2      3\n"
    "1.其一\n"
    "               4      5      6\n",
};

static void test_unchanged(void)
{
    for (size_t i = 0; i < sizeof unchanged / sizeof *unchanged; i++) {
        struct nb_text *text = plain(unchanged[i], strlen(unchanged[i]));
        CU_ASSERT_PTR_EQUAL(layout_lower(arena, text, &form_lexicon, NULL, &(struct column_modes){0}), text);
    }
}

/* Numbers between two labels belong to the one that has none beside it, if no row is missing there. */
static void test_numbers_below_labels(void)
{
    check_shown(
        "                       自然人  其他  总计\n"
        "1.信访举报投诉类申请    1       0     1\n"
        "2.重复申请\n"
        "                        0       7     7\n"
        "3.要求提供公开出版物    2       2     4\n",
        "#|自然人|其他|总计|/1.信访举报投诉类申请|1|0|1|/2.重复申请|0|7|7|/3.要求提供公开出版物|2|2|4|/#\n");
    char *found = shown("                       自然人  其他  总计\n"
                        "1.信访举报投诉类申请    1       0     1\n"
                        "3.要求提供公开出版物\n"
                        "                        0       7     7\n"
                        "4.无正当理由大量反复申请 2      2     4\n");
    CU_ASSERT_PTR_NULL(strstr(found, "3.要求提供公开出版物|0|7|7|"));
}

/* A value between two columns comes with those that it may be of. */
static void test_doubts(void)
{
    const char *bytes = "                    自然人 商业企业  总计\n"
                        "1.属于国家秘密            5           5\n"
                        "2.重复申请            3               3\n"
                        "3.其他                1        2      3\n";
    struct nb_text *text =
        layout_lower(arena, plain(bytes, strlen(bytes)), &form_lexicon, NULL, &(struct column_modes){0});
    const char *value = strstr(text->bytes, "5\x1F");
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    const struct text_doubt *doubt = text_columns(text, (size_t)(value - text->bytes));
    CU_ASSERT(doubt && !doubt->placed && (doubt->columns & 3) == 3);
    value = strstr(text->bytes, "3\x1F");
    doubt = text_columns(text, (size_t)(value - text->bytes));
    CU_ASSERT(!doubt || doubt->placed);
}

static void test_lexicon(void)
{
    char key[64];
    size_t length = lexicon_key("（一）予以 公开", strlen("（一）予以 公开"), key);
    const struct lexicon_word *word;
    CU_ASSERT(length == strlen("一予以公开") && !memcmp(key, "一予以公开", length));
    CU_ASSERT(lexicon_find(&form_lexicon, key, length, &word) && word && word->kinds == WORD_ROW);
    int row = word ? word->row : 0;
    CU_ASSERT(lexicon_find(&form_lexicon, "予以公开", strlen("予以公开"), &word) && word && word->row == row);
    CU_ASSERT(lexicon_find(&form_lexicon, "二部分", strlen("二部分"), &word) && !word);
    CU_ASSERT(lexicon_find(&form_lexicon, "二部分公开", strlen("二部分公开"), &word) && word &&
              word->row == row + 1);
    CU_ASSERT_FALSE(lexicon_find(&form_lexicon, "予以公布", strlen("予以公布"), &word));
    CU_ASSERT(lexicon_may_begin(&form_lexicon, 0x4E88));       /* 予 */
    CU_ASSERT_FALSE(lexicon_may_begin(&form_lexicon, 0x3B00)); /* 㬀, before all that labels begin with */
}

/* Cells parted by two spaces, some lost: no columns, so no row may get empty cells of our making. */
static void test_lost_cells(void)
{
    const char *bytes = "规章  12  4  5\n规范性文件  7\n行政许可事项  31  8\n收费  9  2  6\n";
    CU_ASSERT_PTR_NULL(strstr(shown(bytes), "||"));
}

/* ---- places ---- */

static void test_places(void)
{
    const char *bytes = "项目          甲     乙     丙\n"
                        "1.一个长的    \n"
                        "               1      2      3\n"
                        "标签\n"
                        "2.其二较长    40     50     60\n";
    struct nb_text *text =
        layout_lower(arena, plain(bytes, strlen(bytes)), &form_lexicon, NULL, &(struct column_modes){0});
    const char *value = strstr(text->bytes, "50"), *piece = strstr(text->bytes, "标签");
    CU_ASSERT_FATAL(value && piece);
    struct nb_position at = text_position(text, (size_t)(value - text->bytes));
    CU_ASSERT_EQUAL(at.line, 5);
    CU_ASSERT_EQUAL(at.column, 18);
    at = text_position(text, (size_t)(piece - text->bytes));
    CU_ASSERT_EQUAL(at.line, 4);
    CU_ASSERT_EQUAL(at.column, 1);
}

/* ---- size ---- */

static void test_large(void)
{
    enum { SIZE = 4 << 20 };
    char *bytes = arena_alloc(arena, SIZE + 2);
    static const char *const patterns[] = {
        "1  ", "a  1  2\n", "三  1\n", "(一)  2\n\n", "1.a   b\n 1  1\n", "x     \n", "  7\n"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        size_t size = strlen(patterns[i]);
        for (size_t at = 0; at + size <= SIZE; at += size)
            memcpy(bytes + at, patterns[i], size);
        size_t length = SIZE / size * size;
        struct nb_text *text =
            layout_lower(arena, plain(bytes, length), &form_lexicon, NULL, &(struct column_modes){0});
        CU_ASSERT(text->length > 0);
    }
}

static void test_width(void)
{
    CU_ASSERT_EQUAL(width_of('a'), 1);
    CU_ASSERT_EQUAL(width_of(0x7701), 2);
    CU_ASSERT_EQUAL(width_of(0x3000), 2);
    CU_ASSERT_EQUAL(width_of(0xFF08), 2);
    CU_ASSERT_EQUAL(width_of(0x20000), 2);
    CU_ASSERT_EQUAL(width_of(0x0301), 0);
    CU_ASSERT_EQUAL(width_of(0xE9), 1);
}

int add_layout_tests(void)
{
    CU_TestInfo tests[] = {{"texts made by pdftotext", test_files},
                           {"cases", test_cases},
                           {"what stays as it is", test_unchanged},
                           {"numbers below labels", test_numbers_below_labels},
                           {"doubts", test_doubts},
                           {"lexicon", test_lexicon},
                           {"lost cells", test_lost_cells},
                           {"places", test_places},
                           {"large input", test_large},
                           {"width of characters", test_width},
                           CU_TEST_INFO_NULL};
    CU_SuiteInfo suites[] = {{.pName = "layout", .pInitFunc = begin, .pCleanupFunc = end, .pTests = tests},
                             CU_SUITE_INFO_NULL};
    return CU_register_suites(suites);
}
