/* finding.c - builds findings: message, cells, further places. */
#include "i18n.h"
#include "lint.h"
#include "utf8.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* So many findings of one rule are listed: more than a form has cells (200), so that each wrong cell is
 * named, and more than anybody reads. A text of 5.8 MB that breaks one rule 250,000 times would make a page
 * of 346 MB. */
enum { MOST_FINDINGS = 1000 };

struct nb_finding *finding_add(struct lint *lint, struct nb_span span, const char *message, ...)
{
    bool listed = lint->raised[lint->running]++ < MOST_FINDINGS;
    struct nb_finding *finding = listed ? arena_alloc(lint->arena, sizeof *finding) : &lint->unlisted;
    *finding = (struct nb_finding){0};
    finding->rule = rule_entry(lint->running);
    finding->severity = finding->rule->severity;
    finding->span = span;
    if (!listed)
        return finding;
    lint->last_of[lint->running] = finding;
    va_list arguments;
    va_start(arguments, message);
    finding->message = arena_vprintf(lint->arena, message, arguments);
    va_end(arguments);
    *lint->last = finding;
    lint->last = &finding->next;
    lint->count++;
    return finding;
}

struct nb_finding *finding_mend(struct lint *lint, struct nb_span span, const char *message,
                                const char *right)
{
    const char *found = span_text(lint, span);
    struct nb_finding *finding = finding_add(lint, span, message, found, right);
    finding->found = found;
    finding->expected = finding->suggestion = right;
    return finding;
}

struct nb_finding *finding_counts(struct lint *lint, struct nb_finding *finding, long long found,
                                  long long expected)
{
    return finding_says(finding, found ? arena_printf(lint->arena, "%lld", found) : NULL,
                        arena_printf(lint->arena, "%lld", expected));
}

const struct nb_finding *finding_at(const struct lint *lint, size_t place)
{
    const struct nb_finding *finding = lint->first;
    while (finding && (finding->rule != rule_entry(lint->running) || finding->span.start > place ||
                       place >= finding->span.end))
        finding = finding->next;
    return finding;
}

void finding_count_rest(struct lint *lint)
{
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        struct nb_finding *last = lint->last_of[rule];
        if (lint->raised[rule] <= MOST_FINDINGS)
            continue;
        const char *rest = arena_printf(lint->arena, _("%zu more of this kind are not listed"),
                                        lint->raised[rule] - MOST_FINDINGS);
        last->message = arena_printf(lint->arena, _("%s; %s"), last->message, rest);
    }
}

void finding_cell(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                  const struct nb_row *row, int column)
{
    size_t count = finding->cell_count;
    if (finding == &lint->unlisted)
        return;
    if (!(count & (count - 1))) { /* none, or as many as there is room for: the room is doubled */
        const struct nb_cell_ref *cells = finding->cells;
        finding->cells = arena_alloc(lint->arena, (count ? 2 * count : 1) * sizeof *finding->cells);
        if (count)
            memcpy(finding->cells, cells, count * sizeof *cells);
    }
    finding->cells[finding->cell_count++] = (struct nb_cell_ref){
        table->form->id, row->form->id, row->form->columns[column].id, row->cells[column].span};
}

void finding_row(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                 const struct nb_row *row)
{
    for (size_t i = 0; i < row->form->column_count; i++)
        finding_cell(lint, finding, table, row, (int)i);
}

struct nb_finding *finding_about(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                                 const struct nb_row *row, int column)
{
    finding->found = row->cells[column].raw;
    finding_cell(lint, finding, table, row, column);
    return finding;
}

/* Whether there is one. */
static bool each_cell(struct lint *lint, cell_check *check, bool plain)
{
    bool any = false;
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (int i = 0, count = row->printed ? (int)row->form->column_count : 0; i < count; i++)
                if (plain || (row->cells[i].value && row->cells[i].value != row->cells[i].raw)) {
                    any = true;
                    check(lint, table, row, i);
                }
    return any;
}

void for_cells(struct lint *lint, cell_check *check)
{
    each_cell(lint, check, true);
}

void for_odd_numbers(struct lint *lint, cell_check *check)
{
    lint->plain = lint->plain || !each_cell(lint, check, false);
}

/* More places than this explain nothing. */
enum { MOST_RELATED = 40 };

void finding_related(struct lint *lint, struct nb_finding *finding, struct nb_span span, const char *message,
                     ...)
{
    struct nb_related *related, **last = &finding->related;
    int count = 0;
    for (; *last; last = &(*last)->next)
        count++;
    if (count >= MOST_RELATED || finding == &lint->unlisted)
        return;
    *last = related = arena_alloc(lint->arena, sizeof *related);
    related->span = span;
    va_list arguments;
    va_start(arguments, message);
    related->message = arena_vprintf(lint->arena, message, arguments);
    va_end(arguments);
}

const char *row_words(const struct lint *lint, const struct nb_row *row)
{
    return quote_row(lint->report, row);
}

const char *column_words(const struct lint *lint, const struct nb_row *row, int column)
{
    return quote_column(lint->report, row, column);
}

const char *date_words(struct lint *lint, const char *date)
{
    /* Translators: year, month and day. */
    return arena_printf(lint->arena, _("%04d-%02d-%02d"), atoi(date), atoi(date + 5), atoi(date + 8));
}

bool finding_names(const struct nb_finding *finding, const char *table, const char *row, const char *column)
{
    for (size_t i = 0; i < finding->cell_count; i++)
        if (!strcmp(finding->cells[i].row, row) && !strcmp(finding->cells[i].table, table) &&
            !strcmp(finding->cells[i].column, column))
            return true;
    return false;
}

bool cell_doubted(const struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    uint64_t needs = rule_needs(lint->running);
    const struct nb_rule *own =
        rule_entry(lint->running); /* whose findings stand behind those that it needs */
    for (const struct nb_finding *finding = lint->first; finding && finding->rule != own;
         finding = finding->next) {
        unsigned rule =
            finding->cell_count ? (unsigned)rule_number(finding->rule) : NEEDED_RULES; /* most name no cell */
        if (rule < NEEDED_RULES && needs >> rule & 1 &&
            finding_names(finding, table->form->id, row->form->id, row->form->columns[column].id))
            return true;
    }
    return false;
}

bool is_enclosed(const struct lint *lint, const struct passage *passage, size_t at, const char *open,
                 const char *close)
{
    enum { LONGEST = 300 }; /* bytes */
    size_t from = at;
    while (at >= passage->span.start + 3 && from - at < LONGEST && !utf8_is(shadow_at(lint, at - 3), open) &&
           !utf8_is(shadow_at(lint, at - 3), close))
        at--;
    return at >= passage->span.start + 3 && utf8_is(shadow_at(lint, at - 3), open);
}

const struct nb_article *article_of(const struct nb_report *report, const char *role)
{
    const struct nb_article *article = report->articles;
    while (article && strcmp(article->role, role))
        article = article->next;
    return article;
}

struct nb_span last_place(const struct lint *lint, const char *words)
{
    const struct nb_text *text = lint->report->text;
    const char *const texts[] = {text->shadow,
                                 text->bytes}; /* dates as they fold, names as they are printed */
    const char *last = NULL;
    size_t which = 0;
    for (; !last && which < 2; which++)
        for (const char *at = texts[which]; (at = strstr(at, words)); at++)
            last = at;
    size_t start = last ? (size_t)(last - texts[which - 1]) : text->length;
    return (struct nb_span){start, last ? start + strlen(words) : start};
}

const struct passage *passage_at(const struct lint *lint, size_t offset)
{
    const struct passage *passages = lint->prose.passages;
    size_t count = lint->prose.passage_count,
           at = count ? first_not_before(&passages->span.end, count, sizeof *passages, offset + 1) : 0;
    return at < count && passages[at].span.start <= offset ? &passages[at] : NULL;
}

bool span_within(struct nb_span inner, struct nb_span outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}
