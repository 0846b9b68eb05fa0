/* places.c - says in words where a finding stands: by row and column of the form, or by the words that a person can look for. */
#include "i18n.h"
#include "mask.h"
#include "memory.h"
#include "output.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const char *severity_word(enum nb_severity severity)
{
    static const char *const words[] = {[NB_NOTE] = N_("note"), [NB_WARNING] = N_("warning"), [NB_ERROR] = N_("error")};
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

/* The label of a row as the draft prints it; that of the form where it prints none, or not on one line. */
static char *label_of(const struct nb_report *report, const struct nb_row *row)
{
    char *label = printed("%.*s", (int)(row->label.end - row->label.start), report->text->bytes + row->label.start);
    if (row->printed && *label && !strpbrk(label, "\n\r\t\x1d\x1e\x1f"))
        return label;
    xfree(label);
    return printed("%s", row->form->label);
}

static char *cell_in_words(const struct nb_report *report, const struct nb_cell_ref *cell)
{
    const struct nb_table *table = nb_table_find(report, cell->table);
    const struct nb_row *row = nb_row_find(table, cell->row);
    int column = nb_column_find(row, cell->column);
    if (column < 0)
        return NULL;
    char *label = label_of(report, row);
    quotes_within(label);
    cover_personal(report, label, row->label.start, row->label.start + strlen(label));
    char *words = printed(_("table “%s”, row “%s”, column “%s”"), table->form->title, label, row->form->columns[column].label);
    xfree(label);
    return words;
}

void cover_personal(const struct nb_report *report, char *copy, size_t from, size_t to)
{
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next) {
        struct nb_span span = finding->span;
        if (strcmp(finding->rule->name, "personal-data") || span.start >= to || span.end <= from)
            continue;
        size_t start = span.start > from ? span.start : from, end = span.end < to ? span.end : to;
        char *whole = printed("%.*s", (int)(span.end - span.start), report->text->bytes + span.start);
        mask_personal(whole, span.end - span.start);
        memcpy(copy + start - from, whole + start - span.start, end - start);
        xfree(whole);
    }
}

/* As much of a paragraph as one types into a search box. */
enum { WORDS = 12 };

static bool is_word_byte(char byte)
{
    return (unsigned char)byte < 0x80 && (isalnum((unsigned char)byte) || byte == '.');
}

/* The first words from a place on; numbers and addresses are not cut. */
static char *words_at(const struct nb_report *report, size_t offset)
{
    const char *from = report->text->bytes + offset, *to = from;
    for (int i = 0; (unsigned char)*to >= 0x20 && (i < WORDS || (i < 3 * WORDS && is_word_byte(to[-1]) && is_word_byte(*to)));
         i++)
        to += utf8_length((unsigned char)*to);
    char *words = xmalloc((size_t)(to - from) + 1);
    memcpy(words, from, (size_t)(to - from));
    words[to - from] = '\0';
    cover_personal(report, words, offset, offset + (size_t)(to - from));
    return words;
}

/* The article that the place stands in, or NULL. */
static const struct nb_article *article_at(const struct nb_report *report, size_t offset)
{
    const struct nb_article *found = NULL;
    for (const struct nb_article *article = report->articles; article && article->span.start <= offset; article = article->next)
        found = article;
    return found;
}

char *place_in_words(const struct nb_report *report, size_t offset, const struct nb_cell_ref *cell)
{
    char *place = cell && offset ? cell_in_words(report, cell) : NULL;
    if (place)
        return place;
    const struct nb_article *article = article_at(report, offset);
    char *words = words_at(report, offset);
    if (!*words)
        place = printed("%s", nb_locate(report, offset).place ? nb_locate(report, offset).place : "");
    else if (article)
        place = printed(_("article “%s”, at “%s”"), article->title, words);
    else
        place = printed(_("at “%s”"), words);
    xfree(words);
    return place;
}
