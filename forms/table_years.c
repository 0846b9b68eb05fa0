/* table_years.c - tables that print other years beside the report's own. */
#include "table_head.h"

#include "arena.h"
#include "fold.h"

#include <ctype.h>
#include <string.h>

/* ---- years as columns of their own ---- */

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

/* Whether labels stand in the rows of a head below one: then years in it stand over columns. */
static bool has_labels_below(const struct grid_row *row)
{
    for (row = row->kind == ROW_HEAD ? row->next : NULL; row; row = row->next)
        for (size_t i = 0; i < row->count; i++)
            if (row->cells[i].label >= 0)
                return true;
    return false;
}

bool part_is_of_years(const struct nb_text *text, const struct grid_part *part)
{
    const struct grid_row *first = first_wide(part->head ? part->head : part->body);
    return (first && heads_years(text, first) && !has_labels_below(first)) || lists_years(text, part);
}

/* ---- years over columns of the form ---- */

/* The cell of a row that stands over a position: itself, or what spans it from the left; where spans are not
 * known, an empty cell may be what a span has left. */
static const struct grid_cell *cell_over(const struct nb_text *text, const struct grid_row *row,
                                         unsigned position, bool spans)
{
    const struct grid_cell *cell = &row->cells[position];
    while (cell > row->cells && ((cell->kind == CELL_SPAN && text->bytes[cell->span.start] == SPAN_LEFT) ||
                                 (cell->kind == CELL_BLANK && !spans)))
        cell--;
    return cell;
}

/* The next row of a head; behind it come the words below it, before the first row of values. */
static const struct grid_row *next_of_head(const struct grid_part *part, const struct grid_row *row)
{
    const struct grid_row *next = row->next || row->kind != ROW_HEAD ? row->next : part->body;
    return next && (next->kind == ROW_HEAD || next->kind == ROW_WORDS) ? next : NULL;
}

/* The row of words right above a head: it ends the part before; NULL: there is none. */
static const struct grid_row *words_above(const struct nb_grid *grid, const struct grid_part *part)
{
    const struct grid_part *before = grid->parts;
    while (before && before->next != part)
        before = before->next;
    const struct grid_row *last = before ? before->body : NULL;
    while (last && last->next)
        last = last->next;
    return last && last->kind == ROW_WORDS ? last : NULL;
}

/* The words over a position that name another year; NULL: none do. */
static const struct grid_cell *other_year(const struct nb_report *report, const struct table_head *head,
                                          unsigned position)
{
    const struct grid_row *above = words_above(head->grid, head->part);
    for (const struct grid_row *row = above ? above : head->part->head; row;
         row = row == above ? head->part->head : next_of_head(head->part, row)) {
        const struct grid_cell *cell =
            row->count == head->width ? cell_over(report->text, row, position, head->grid->spans) : NULL;
        if (cell && cell->kind == CELL_WORDS && owner_of(report, cell->span) == OWNER_OTHER)
            return cell;
    }
    return NULL;
}

/* The columns, position by position: the words that name another year are the label of a column that the form
 * does not have. What such words span is one column where no label begins below. A label whose span is lost
 * is that of the first column from it on that is no other year's. False: all are. */
static bool set_apart(const struct table_head *head, const struct grid_cell *const *years,
                      struct table_head *apart)
{
    const struct head_column *label = NULL;
    bool own = false, taken = false;
    for (unsigned p = 0; p < head->width; p++) {
        const struct head_column *over = head_column_at(head, p);
        taken = taken && !over;
        label = over ? over : label;
        if (!label || (taken && !years[p]) ||
            (head->grid->spans && p && !over && years[p] && years[p] == years[p - 1]))
            continue;
        const struct grid_cell *words = years[p] ? years[p] : label->label;
        own |= !years[p];
        taken |= !years[p];
        struct head_column *column = &apart->columns[apart->count++];
        *column = *label;
        column->label = words;
        column->first = column->last = p;
    }
    return own;
}

void part_years(const struct binding *binding, struct table_head *head)
{
    struct nb_arena *arena = binding->scratch;
    const struct grid_cell **years = arena_alloc(arena, (head->width + 1) * sizeof *years);
    bool others = false;
    for (unsigned p = head->count ? head->columns[0].first : head->width; p < head->width; p++)
        others |= (years[p] = other_year(binding->report, head, p)) != NULL;
    struct table_head apart = *head;
    apart.count = 0;
    apart.columns = arena_alloc(arena, (head->width + head->most + 2) * sizeof *apart.columns);
    if (others && set_apart(head, years, &apart))
        *head = apart;
}
