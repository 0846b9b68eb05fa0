/* places.c - says in words where a finding stands: by row and column of the form, or by the words that a
 * person can look for. */
#include "forms.h"
#include "i18n.h"
#include "memory.h"
#include "output.h"
#include "text.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

const char *severity_word(enum nb_severity severity)
{
    static const char *const words[] = {
        [NB_NOTE] = N_("note"), [NB_WARNING] = N_("warning"), [NB_ERROR] = N_("error")};
    return _(words[severity]);
}

static char *printed(const char *format, ...) __attribute__((format(printf, 1, 2)));

static char *printed(const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = xmalloc((size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

static bool within(struct nb_span span, size_t offset)
{
    return offset >= span.start && offset < span.end;
}

static const struct nb_table *table_at(const struct nb_report *report, size_t offset)
{
    const struct nb_table *table = report->tables;
    while (table && !within(table->span, offset))
        table = table->next;
    return table;
}

static char *cell_in_words(const struct nb_report *report, const struct nb_table *table,
                           const struct nb_row *row, size_t column)
{
    return printed(_("table “%s”, row “%s”, column “%s”"), table->form->title, quote_row(report, row),
                   quote_column(report, row, (int)column));
}

static char *row_in_words(const struct nb_report *report, const struct nb_table *table,
                          const struct nb_row *row)
{
    return printed(_("table “%s”, row “%s”"), table->form->title, quote_row(report, row));
}

/* The cell that stands at a place in a table, or the row whose label does; else the cell that a finding
 * names, if it is of that table; or NULL. */
static char *cell_at(const struct nb_report *report, size_t offset, const struct nb_cell_ref *named)
{
    const struct nb_table *table = table_at(report, offset);
    for (const struct nb_row *row = table ? table->rows : NULL; row; row = row->next)
        for (size_t column = 0; column < row->form->column_count; column++)
            if (within(row->cells[column].span, offset))
                return cell_in_words(report, table, row, column);
    for (const struct nb_row *row = table ? table->rows : NULL; row; row = row->next)
        if (row->printed && within(row->label, offset))
            return row_in_words(report, table, row);
    const struct nb_row *row =
        table && named && !strcmp(named->table, table->form->id) ? nb_row_find(table, named->row) : NULL;
    int column = row ? nb_column_find(row, named->column) : -1;
    return column < 0 ? NULL : cell_in_words(report, table, row, (size_t)column);
}

/* As much of a paragraph as one types into a search box. */
enum { WORDS = 12 };

static bool is_word_byte(char byte)
{
    return (unsigned char)byte < 0x80 && (isalnum((unsigned char)byte) || byte == '.');
}

/* Whether the words cannot end, or begin, between a byte and the one before it: numbers and addresses are not
 * cut. */
static bool is_in_word(const char *at)
{
    return is_word_byte(at[-1]) && is_word_byte(*at);
}

/* The words at a place: from there on, or those before it, too, where the paragraph ends soon. */
static char *words_at(const struct nb_report *report, size_t offset)
{
    const char *from = report->text->bytes + offset, *to = from, *start = report->text->bytes;
    int count = 0;
    for (; (unsigned char)*to >= 0x20 && (count < WORDS || (count < 3 * WORDS && is_in_word(to))); count++)
        to += utf8_length((unsigned char)*to);
    for (bool ends = (unsigned char)*to < 0x20; ends && from > start && (unsigned char)from[-1] >= 0x20;
         count++) {
        if (count >= WORDS && (count >= 3 * WORDS || !is_in_word(from)))
            break;
        do
            from--;
        while ((*from & 0xC0) == 0x80);
    }
    return printed("%.*s", (int)(to - from), report->text->shown + (from - start));
}

/* What is counted before the words: "page 2, line 8, " in pages, of a cell the page alone; "line 8, " in
 * text. Nobody counts the lines of a web page or the paragraphs of a Word document. */
static char *counted(const struct nb_report *report, struct nb_position at, bool cell)
{
    size_t page, line;
    if (at.place && sscanf(at.place, "第%zu页第%zu行", &page, &line) == 2)
        return cell ? printed(_("page %zu, "), page) : printed(_("page %zu, line %zu, "), page, line);
    if (!at.place && strcmp(report->format, "html") != 0)
        return printed(_("line %zu, "), at.line);
    return printed("%s", "");
}

/* By what stands there; "" if nothing does. */
static char *words_of(const struct nb_report *report, size_t offset)
{
    const struct nb_article *article = article_at(report, offset);
    char *words = words_at(report, offset);
    if (!*words)
        return words;
    char *place =
        article ? printed(_("article “%s”, at “%s”"), article->title, words) : printed(_("at “%s”"), words);
    xfree(words);
    return place;
}

/* A place where nothing stands, by what is counted. */
static char *counted_alone(struct nb_position at)
{
    size_t one, two, three;
    if (!at.place)
        return printed(_("line %zu"), at.line);
    if (sscanf(at.place, "第%zu页第%zu行", &one, &two) == 2)
        return printed(_("page %zu, line %zu"), one, two);
    if (sscanf(at.place, "表%zu第%zu行第%zu列", &one, &two, &three) == 3)
        return printed(_("table %zu, row %zu, column %zu"), one, two, three);
    return sscanf(at.place, "第%zu段", &one) == 1 ? printed(_("paragraph %zu"), one)
                                                  : printed("%s", at.place);
}

char *place_in_words(const struct nb_report *report, size_t offset, const struct nb_cell_ref *cell)
{
    struct nb_position at = nb_locate(report, offset);
    char *words = cell_at(report, offset, cell), *before = counted(report, at, words != NULL);
    if (!words)
        words = words_of(report, offset);
    char *place = *words ? printed("%s%s", before, words) : counted_alone(at);
    xfree(before);
    xfree(words);
    return place;
}
