/* codebook.c - the columns are told here; the cells are those of the form files, with the notice that
 * prescribes each. */
#include "codebook.h"

#include "cell_ids.h"

#include <string.h>

/* No field has a comma or a quotation mark. */
static const char *const columns[][5] = {
    {"column", "source", "text", "file or line of the stream", "来源文件或数据流中的行"},
    {"column", "agency", "text", "office that reports", "编制年度报告的行政机关"},
    {"column", "year", "integer", "year reported on", "报告年度"},
    {"column", "form", "text", "statutory form of the report", "报告所用的法定格式"},
    {"column", "table", "text", "statutory table", "法定表格"},
    {"column", "row", "text", "row of the table", "表格的行"},
    {"column", "column", "text", "column of the table", "表格的列"},
    {"column", "row_label", "text", "official label of the row", "行的法定名称"},
    {"column", "column_label", "text", "official label of the column", "列的法定名称"},
    {"column", "value", "decimal", "exact number as printed; empty if there is none",
     "报告中印出的数值；没有则为空"},
    {"column", "unit", "text", "unit that is printed or implied by the form", "印出的或格式规定的计量单位"},
    {"column", "raw", "text", "characters that are printed", "报告中印出的原文"},
    {"column", "status", "text", "where the value comes from", "数值的来源状态"},
    {"column", "line", "integer", "line of the source", "来源文件中的行号"},
    {"column", "article", "integer", "number of the article", "所在部分的序号"},
    {"column", "section", "text", "title of the section", "所在小节的标题"},
    {"column", "indicator", "text", "what the sentence counts", "语句所述的指标"},
    {"column", "quantity", "decimal", "number that the sentence states", "语句所述的数量"},
    {"column", "qualifier", "text", "word that makes the number inexact", "表示约数的词语"},
    {"column", "text", "text", "words of the sentence", "语句原文"},
    {"column", "rule", "text", "number of the rule", "规则编号"},
    {"column", "name", "text", "name of the rule", "规则名称"},
    {"column", "severity", "text", "error or warning or note", "严重程度"},
    {"column", "message", "text", "what was found", "发现的内容"},
    {"column", "expected", "text", "what should stand there", "应有的内容"},
    {"column", "found", "text", "what stands there", "实有的内容"},
    {"column", "suggestion", "text", "how to mend it", "修改建议"},
    {"status", "given", "text", "printed in that cell", "印在该单元格中"},
    {"status", "blank", "text", "the cell is printed and empty", "单元格印出但为空"},
    {"status", "na", "text", "a dash or 无 is printed", "印有横线或“无”"},
    {"status", "placed", "text", "printed in that row; its column was inferred and only one fits",
     "印在该行；列由推断得出且唯一"},
    {"status", "ambiguous", "text", "printed; several columns fit and the likeliest was chosen",
     "印出；可能的列不止一个，取最可能者"},
    {"status", "suspect", "text", "printed; contradicts the sums of the form", "印出；与勾稽关系矛盾"},
    {"status", "missing", "text", "not in the report", "报告中没有"},
    {"status", "unread", "text", "something is printed that is no number", "印有内容但不是数"},
    {"status", "derived", "text", "not printed; follows from the sums (--fill)", "未印出；由勾稽关系推出"},
};

/* An id in words: denied.state_secret is "denied: state secret". */
static void put_words(FILE *file, const char *id)
{
    for (; *id; id++)
        if (*id == '.')
            fputs(": ", file);
        else
            putc(*id == '_' ? ' ' : *id, file);
}

/* In quotation marks, as labels have commas. */
static void put_quoted(FILE *file, const char *text)
{
    putc('"', file);
    for (; *text; text++)
        fputs((char[]){*text, *text == '"' ? '"' : '\0', '\0'}, file);
    putc('"', file);
}

static void put_cell(void *user, const struct cell_id *cell)
{
    static const char *const types[] = {
        [NB_COUNT] = "integer", [NB_SIGNED] = "integer", [NB_MONEY] = "decimal"};
    FILE *file = user;
    fprintf(file, "cell,%s.%s.%s,%s,%s,", cell->table->id, cell->row->id, cell->column->id,
            types[cell->column->type], cell->column->unit);
    put_words(file, cell->table->id);
    fputs(" / ", file);
    put_words(file, cell->row->id);
    fputs(" / ", file);
    put_words(file, cell->column->id);
    putc(',', file);
    char labels[1024];
    snprintf(labels, sizeof labels, "%s / %s%s%s / %s", cell->table->title, cell->row->heading,
             *cell->row->heading ? " " : "", cell->row->label, cell->column->label);
    put_quoted(file, labels);
    fprintf(file, ",%s,", cell->form->id);
    put_quoted(file, cell->form->notice);
    putc('\n', file);
}

void codebook_write(FILE *file)
{
    fputs("kind,name,type,unit,english,chinese,form,source\n", file);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        fprintf(file, "%s,%s,%s,,%s,%s,,\n", columns[i][0], columns[i][1], columns[i][2], columns[i][3],
                columns[i][4]);
    each_cell_id(put_cell, file);
}
