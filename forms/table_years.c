/* table_years.c - tables that print other years beside the report's own. */
#include "table_head.h"

#include "arena.h"
#include "fold.h"

#include <ctype.h>
#include <string.h>

int year_alone(const struct nb_text *text, const struct grid_cell *cell)
{
    static const char *const behind[] = {"年", "度"};
    const char *at = text->shadow + cell->span.start, *end = text->shadow + cell->span.end;
    int year = 0, digits = 0;
    for (; at < end && digits < 5 && (isdigit((unsigned char)*at) || *at == FOLD_FILLER); at++)
        if (*at != FOLD_FILLER)
            year = 10 * year + *at - '0', digits++;
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        at += (size_t)(end - at) >= strlen(behind[i]) && !memcmp(at, behind[i], strlen(behind[i]))
                  ? strlen(behind[i])
                  : 0;
    return at == end && digits == 4 && year > 1990 && year < 2100 ? year : 0;
}

/* Whether most cells of a row behind the first are years. */
static bool heads_years(const struct nb_text *text, const struct grid_row *row)
{
    size_t years = 0, others = 0;
    for (size_t i = 1; i < row->count; i++) {
        if (row->cells[i].kind == CELL_BLANK || row->cells[i].kind == CELL_SPAN)
            continue;
        if (row->cells[i].label >= 0)
            return false;
        *(year_alone(text, &row->cells[i]) ? &years : &others) += 1;
    }
    return years > 1 && years > others && (row->kind != ROW_DATA || row->cells->label < 0);
}

/* Whether the rows of a part begin with years, one below the other. */
static bool lists_years(const struct nb_text *text, const struct grid_part *part)
{
    size_t years = 0, others = 0;
    for (const struct grid_row *row = part->body; row; row = row->next)
        if (row->count > 1)
            *(year_alone(text, row->cells) ? &years : &others) += 1;
    return !part->head && years > 1 && years >= others;
}

/* The first row of several cells; NULL: there is none. */
static const struct grid_row *first_wide(const struct grid_row *row)
{
    while (row && row->count < 2)
        row = row->next;
    return row;
}

bool part_is_of_years(const struct nb_text *text, const struct grid_part *part)
{
    const struct grid_row *first = first_wide(part->head ? part->head : part->body);
    return (first && heads_years(text, first)) || lists_years(text, part);
}

/* ---- a column for each year below each label ---- */

/* Words that come again and again at the end of a row, one of them of the report's year and the others of
 * other years: 本年 上年 本年 上年. `first`: the words, `run` cells; `period`: after how many they come
 * again; `own`: which is the report's. */
struct years {
    const struct grid_cell *first;
    unsigned run, period, own;
};

static bool come_again(const struct nb_text *text, const struct years *years)
{
    unsigned i = years->period;
    while (i < years->run && text_same(text, years->first[i].span, years->first[i - years->period].span))
        i++;
    return i == years->run && years->run % years->period == 0;
}

static bool find_years(const struct nb_report *report, const struct grid_row *row, struct years *years)
{
    enum { MOST = 4 };
    static const char *const this_year[] = {"本", "今", "当", NULL};
    *years = (struct years){.first = row->cells + row->count, .period = 2};
    for (; years->run < row->count && years->first[-1].kind == CELL_WORDS; years->run++)
        years->first--;
    while (years->period <= MOST && !come_again(report->text, years))
        years->period++;
    unsigned own = 0, others = 0;
    for (unsigned i = 0; years->run >= 2 * years->period && years->period <= MOST && i < years->period; i++) {
        enum owner owner = owner_of(report, years->first[i].span);
        bool is_own = owner == OWNER_REPORT ||
                      string_begins_any(report->text->shadow + years->first[i].span.start, this_year);
        years->own = is_own ? i : years->own;
        own += is_own;
        others += !is_own && owner == OWNER_OTHER;
    }
    return own == 1 && others + 1 == years->period;
}

/* Leave in a row the cells of the report's year; what stands over all of a label's columns, or the first of
 * them, stays. */
static void keep_own(const struct years *years, struct grid_row *row, bool head)
{
    if (row->count < years->run || row->room) {
        row->kind = row->kind == ROW_DATA ? ROW_BROKEN : row->kind;
        return;
    }
    unsigned kept = row->count - years->run;
    for (unsigned i = kept; i < row->count; i += years->period) {
        unsigned own = i + years->own;
        for (unsigned j = i; head && j < i + years->period; j++)
            own = row->cells[j].kind == CELL_LABEL ? j : own;
        row->cells[kept] = row->cells[own];
        row->cells[kept].column = grid_column(kept);
        kept++;
    }
    row->count = kept;
}

static void drop_years(struct binding *binding, struct grid_part *part, struct grid_row *printed,
                       const struct years *years)
{
    for (unsigned i = 0; i < years->period; i++)
        if (i != years->own)
            bind_event(binding, EVENT_COLUMN_UNKNOWN, NULL, NULL, -1, years->first[i].span)->found =
                printed_words(binding->report, years->first[i].span);
    printed->count -= years->run;
    for (struct grid_row *row = part->head; row; row = row->next)
        if (row != printed)
            keep_own(years, row, true);
    for (struct grid_row *row = part->body; row; row = row->next)
        if (row != printed)
            keep_own(years, row, false);
}

void keep_own_years(struct binding *binding)
{
    struct years years;
    for (struct nb_grid *grid = binding->report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next)
            for (int body = 0; body < 2; body++)
                for (struct grid_row *row = body ? part->body : part->head; row && row->kind != ROW_DATA;
                     row = row->next)
                    if (find_years(binding->report, row, &years))
                        drop_years(binding, part, row, &years);
}
