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
