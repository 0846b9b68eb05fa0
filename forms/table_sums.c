/* table_sums.c - what the sums of the rows tell of the columns of a printed table. */
#include "table_head.h"

#include "arena.h"
#include "lexicon.h"
#include "relations.h"

#include <string.h>

/* ---- the sum of a row ---- */

/* The sign with which a column counts in the sum of a row; 0: it does not. */
static int sign_in(const struct nb_form_relation *sum, const struct head_column *column)
{
    for (size_t t = 0; column->named && t < sum->term_count; t++)
        if (column->named >> sum->terms[t].column & 1)
            return sum->terms[t].sign;
    return 0;
}

/* Whether the sum of a row holds if its cells stand under these columns, and the column `of` (NULL: any) adds
 * to it. It fails, too, where words or a share of 100 stand under a label of the form. Words before the first
 * label that is known are none of a column, if the row has fewer cells. */
static enum equation_state sum_of_row(const struct binding *binding, const struct table_head *head,
                                      const struct grid_row *row, const struct head_column *of)
{
    const struct nb_form_relation *sum = row_relation(head->table);
    const struct head_column *column = head->columns, *end = head->columns + head->count;
    const struct grid_cell *cell = row->cells + row->count;
    int64_t residual = 0, added = 0;
    size_t count = 0;
    while (cell > row->cells && cell[-1].kind != CELL_LABEL)
        count += (--cell)->kind != CELL_SPAN;
    while (column < end && count < (size_t)(end - column) && column->label->label < 0)
        column++;
    if (count != (size_t)(end - column))
        return EQUATION_UNKNOWN;
    for (; column < end; cell++) {
        if (cell->kind == CELL_SPAN)
            continue;
        int64_t number = 0;
        bool read = cell->kind == CELL_BLANK || printed_number(binding->report, cell, &number);
        int sign = read && !number ? 0 : sign_in(sum, column); /* zeros, as most are, add nothing */
        if (cell->kind == CELL_WORDS && column->label->label >= 0)
            return EQUATION_FAILS;
        if (sign && !read)
            return cell->kind == CELL_NUMBER ? EQUATION_FAILS : EQUATION_UNKNOWN;
        residual += sign * number;
        added = sign && number && (!of || column == of) ? number : added;
        column++;
    }
    return residual ? EQUATION_FAILS : added ? EQUATION_HOLDS : EQUATION_UNKNOWN;
}

/* Whether each row of the table has a sum. */
static bool has_sums(const struct nb_form_table *table)
{
    return !table->across && row_relation(table);
}

/* The rows of which the sum is in that state, and the column `of` adds to it. */
static size_t count_rows(const struct binding *binding, const struct table_head *head,
                         const struct head_column *of, enum equation_state state)
{
    size_t count = 0;
    for (const struct grid_row *row = head->part->body; has_sums(head->table) && row; row = row->next)
        count += row->kind == ROW_DATA && sum_of_row(binding, head, row, of) == state;
    return count;
}

size_t count_broken(const struct binding *binding, const struct table_head *head)
{
    return count_rows(binding, head, NULL, EQUATION_FAILS);
}

/* ---- words over the only column that is not printed ---- */

/* The form's columns that no label of the head names. */
static uint64_t columns_without(const struct nb_form_table *table, const struct table_head *head)
{
    uint64_t missing = head ? columns_of_row(table, &table->rows[0]) : 0;
    for (size_t i = 0; missing && i < head->count; i++)
        missing &= ~head->columns[i].named;
    return missing;
}

/* The only such column; NULL: there is none, or several. */
static const struct nb_form_column *only_missing(const struct nb_form_table *table,
                                                 const struct table_head *head)
{
    uint64_t missing = columns_without(table, head);
    return missing && !(missing & (missing - 1)) ? &table->rows[0].columns[first_of(missing)] : NULL;
}

int label_of(const char *words)
{
    char key[256];
    const struct lexicon_word *word =
        lexicon_exact(&form_lexicon, key, lexicon_key(words, strlen(words), key));
    return word ? word->label : -1;
}

/* The only column of a head that has words for a label; NULL: none has, or several. */
static struct head_column *only_words(const struct table_head *head)
{
    struct head_column *words = NULL;
    for (size_t c = columns_over_labels(head); c < head->count; c++)
        if (head->columns[c].label->kind == CELL_WORDS) {
            if (words)
                return NULL;
            words = &head->columns[c];
        }
    return words;
}

static void set_label(struct head_column *column, const struct grid_cell *label,
                      const struct nb_form_table *table)
{
    column->label = label;
    column->named = columns_named(label->label, table);
}

/* A column is this of the form, where other words are printed. */
static void name_column(struct binding *binding, struct head_column *column, const struct nb_form_column *as,
                        const struct nb_form_table *table)
{
    struct grid_cell *label = arena_alloc(binding->report->arena, sizeof *label);
    *label = *column->label;
    label->kind = CELL_LABEL;
    label->label = label_of(as->label);
    set_label(column, label, table);
}

size_t count_held(const struct binding *binding, const struct table_head *head)
{
    const struct nb_form_column *missing = has_sums(head->table) ? only_missing(head->table, head) : NULL;
    struct head_column *column = missing ? only_words(head) : NULL;
    if (!column)
        return 0;
    const struct grid_cell label = {.kind = CELL_LABEL, .label = label_of(missing->label)};
    const struct head_column words = *column;
    set_label(column, &label, head->table);
    size_t held = count_rows(binding, head, column, EQUATION_HOLDS);
    *column = words;
    return held;
}

/* Whether two columns have labels of one (合计 beside 总计): they are doubted, and the sums say nothing of
 * the others. */
static bool has_twins(const struct table_head *head)
{
    uint64_t named = 0;
    size_t c = 0;
    for (; c < head->count && !(named & lowest(head->columns[c].named)); c++)
        named |= head->columns[c].named;
    return c < head->count;
}

bool sums_contradict(const struct binding *binding, const struct table_head *head)
{
    enum { SLIPS = 2 };
    size_t broken =
        count_broken(binding, head); /* by slips alone in nearly all tables: no more is asked then */
    return broken > SLIPS && !has_twins(head) &&
           broken > count_rows(binding, head, NULL, EQUATION_HOLDS) + count_held(binding, head) + SLIPS;
}

/* How many of the sums of the rows [first, end) hold to which the column adds (NULL: any); -1: one fails, not
 * by words that stand for a number. Of 475 subtotals that were taken for totals that were not printed, 104
 * had failed. */
static int count_sums(const struct binding *binding, const struct printed *first, const struct printed *end,
                      const struct head_column *column)
{
    int held = 0;
    for (const struct printed *printed = first; printed != end; printed = printed->next) {
        bool words = row_count(printed->row, printed->head->columns->position, 1 << CELL_WORDS);
        enum equation_state state =
            words ? EQUATION_UNKNOWN : sum_of_row(binding, printed->head, printed->row, column);
        if (state == EQUATION_FAILS)
            return -1;
        held += state == EQUATION_HOLDS;
    }
    return held;
}

/* The only column of a head whose label is as many letters as this label, half of them the same: 总汁, 具他;
 * NULL: none is, or several. */
static struct head_column *only_garbled(const struct nb_text *text, const struct table_head *head,
                                        const char *label)
{
    struct head_column *garbled = NULL;
    for (size_t c = columns_over_labels(head); c < head->count; c++) {
        struct head_column *column = &head->columns[c];
        if (column->label->kind != CELL_WORDS || !likeness(text, column->label->span, label, true))
            continue;
        if (garbled)
            return NULL;
        garbled = column;
    }
    return garbled;
}

/* Garbled labels of columns that the head of the rows [first, end) lacks, unless then a sum fails. */
static void name_garbled(struct binding *binding, struct printed *first, const struct printed *end)
{
    const struct table_head *head = first->head;
    const struct nb_form_column *columns = first->table->rows[0].columns;
    struct head_column *before = arena_alloc(binding->scratch, (head->count + 1) * sizeof *before), *garbled;
    uint64_t missing = columns_without(first->table, head);
    if (!missing) /* as in nearly all heads, whose sums need not be taken for it */
        return;
    memcpy(before, head->columns, head->count * sizeof *before);
    for (; missing; missing &= missing - 1) {
        const struct nb_form_column *column = &columns[first_of(missing)];
        if ((garbled = only_garbled(binding->report->text, head, column->label)))
            name_column(binding, garbled, column, first->table);
    }
    if (count_sums(binding, first, end, NULL) < 0)
        memcpy(head->columns, before, head->count * sizeof *before);
    for (size_t c = 0; c < head->count; c++)
        if (head->columns[c].label != before[c].label)
            note_label(binding, head->columns[c].label->span,
                       columns[first_of(head->columns[c].named)].label);
}

/* The words over a column of the head of the rows [first, end) that alone may be the label of the missing
 * one, as the sums tell, are that label. */
static void name_missing(struct binding *binding, struct printed *first, const struct printed *end,
                         const struct nb_form_column *missing)
{
    const struct grid_cell label = {.kind = CELL_LABEL, .label = label_of(missing->label)};
    struct head_column *named = NULL, *columns = first->head->columns;
    for (size_t c = columns_over_labels(first->head); c < first->head->count; c++) {
        const struct head_column words = columns[c];
        if (words.label->kind != CELL_WORDS)
            continue;
        set_label(&columns[c], &label, first->table);
        int held = count_sums(binding, first, end, &columns[c]);
        columns[c] = words;
        if (held <= 0)
            continue;
        if (named)
            return;
        named = &columns[c];
    }
    if (!named)
        return;
    name_column(binding, named, missing, first->table);
    note_label(binding, named->label->span, missing->label);
}

void name_by_sums(struct binding *binding)
{
    for (struct printed *first = binding->printed, *end = NULL; first; first = end) {
        for (end = first->next; end && end->head == first->head && end->table == first->table;)
            end = end->next;
        if (!has_sums(first->table))
            continue;
        if (first->head)
            name_garbled(binding, first, end);
        const struct nb_form_column *missing = only_missing(first->table, first->head);
        if (missing && (first->head->grid->known != TEXT_ORDER || only_words(first->head)))
            name_missing(binding, first, end, missing);
    }
}
