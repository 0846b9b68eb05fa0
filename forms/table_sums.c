/* table_sums.c - what the sums of the rows tell of the columns of a printed table. */
#include "table_head.h"

#include "arena.h"
#include "lexicon.h"
#include "relations.h"

#include <string.h>

/* ---- the sum of a row ---- */

/* The sign with which a column counts in the sum of a row; 0: it does not. */
static int sign_in(const struct nb_form_table *table, const struct nb_form_relation *sum, const struct head_column *column)
{
    for (size_t t = 0; column->label->label >= 0 && t < sum->term_count; t++)
        if (is_column_label(column->label->label, table, sum->terms[t].column))
            return sum->terms[t].sign;
    return 0;
}

/* The cells of a row behind its label. */
static size_t cells_behind(const struct grid_row *row, const struct grid_cell **cells, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].kind == CELL_LABEL)
            count = 0;
        else if (row->cells[i].kind != CELL_SPAN && count < room)
            cells[count++] = &row->cells[i];
    return count;
}

/* Whether the sum of a row holds if its cells stand under these columns, and the column `of` adds to it. It fails, too, where
 * words stand under a label of the form. Words before the first label that is known are none of a column, if the row has fewer
 * cells. */
static enum equation_state sum_of_row(const struct binding *binding, const struct nb_form_table *table,
                                      const struct table_head *head, const struct grid_row *row, const struct head_column *of)
{
    const struct nb_form_relation *sum = row_relation(table);
    const struct grid_cell *cells[32];
    size_t count = cells_behind(row, cells, sizeof cells / sizeof *cells), first = 0;
    int64_t residual = 0, added = 0;
    while (count < head->count - first && head->columns[first].label->label < 0)
        first++;
    if (count != head->count - first)
        return EQUATION_UNKNOWN;
    for (size_t i = 0; i < count; i++) {
        const struct head_column *column = &head->columns[first + i];
        int sign = sign_in(table, sum, column);
        int64_t number = 0;
        if (cells[i]->kind == CELL_WORDS && column->label->label >= 0)
            return EQUATION_FAILS;
        if (sign && cells[i]->kind != CELL_BLANK && !printed_number(binding->report, cells[i], &number))
            return EQUATION_UNKNOWN;
        residual += sign * number;
        added = column == of ? number : added;
    }
    return residual ? EQUATION_FAILS : added ? EQUATION_HOLDS : EQUATION_UNKNOWN;
}

/* Whether each row of the table has a sum. */
static bool has_sums(const struct nb_form_table *table)
{
    return !table->across && row_relation(table);
}

size_t count_broken(const struct binding *binding, const struct grid_part *part, const struct nb_form_table *table,
                    const struct table_head *head)
{
    size_t broken = 0;
    for (const struct grid_row *row = part->body; has_sums(table) && row; row = row->next)
        broken += row->kind == ROW_DATA && sum_of_row(binding, table, head, row, NULL) == EQUATION_FAILS;
    return broken;
}

/* ---- words over the only column that is not printed ---- */

enum { MOST_STRANGERS = 8 }; /* different words of one report: each is tried on all its rows */

/* Words over a column that are no label of the form's, in heads that lack the label `missing` alone; the rows whose sums hold,
 * and fail, if they are that label. */
struct stranger {
    const struct nb_form_column *missing;
    int label; /* the missing one */
    struct nb_span words;
    size_t held, broken;
    bool noted;
};

struct strangers {
    struct stranger all[MOST_STRANGERS];
    size_t count;
};

/* The form's only column that no label of the head names; NULL: there is none, or several. */
static const struct nb_form_column *only_missing(const struct printed *printed)
{
    const struct nb_form_row *row = &printed->table->rows[0];
    const struct table_head *head = printed->head;
    const struct nb_form_column *missing = NULL;
    for (size_t c = 0; head && c < row->column_count; c++) {
        int column = form_column_index(printed->table, row, c);
        bool named = false;
        for (size_t i = 0; i < head->count && !named; i++)
            named = is_column_label(head->columns[i].label->label, printed->table, column);
        if (!named && missing)
            return NULL;
        missing = named ? missing : &row->columns[c];
    }
    return missing;
}

static bool are_same_words(const struct nb_text *text, struct nb_span one, struct nb_span other)
{
    size_t length = one.end - one.start;
    return length == other.end - other.start && !memcmp(text->shadow + one.start, text->shadow + other.start, length);
}

static int label_of(const char *words)
{
    char key[256];
    const struct lexicon_word *word = lexicon_exact(&form_lexicon, key, lexicon_key(words, strlen(words), key));
    return word ? word->label : -1;
}

/* The stranger that stands over a column; NULL: it has a label, or there are too many. */
static struct stranger *stranger_over(const struct binding *binding, struct strangers *strangers,
                                      const struct nb_form_column *missing, const struct head_column *column)
{
    if (!missing || column->label->kind != CELL_WORDS)
        return NULL;
    struct stranger *at = strangers->all, *end = at + strangers->count;
    while (at < end && (at->missing != missing || !are_same_words(binding->report->text, at->words, column->label->span)))
        at++;
    if (at == strangers->all + MOST_STRANGERS)
        return NULL;
    if (at == end) {
        *at = (struct stranger){.missing = missing, .label = label_of(missing->label), .words = column->label->span};
        strangers->count++;
    }
    return at;
}

/* The label, printed with these words. */
static const struct grid_cell *label_with(struct nb_arena *arena, const struct stranger *stranger, const struct grid_cell *words)
{
    struct grid_cell *label = arena_alloc(arena, sizeof *label);
    *label = *words;
    label->kind = CELL_LABEL;
    label->label = stranger->label;
    return label;
}

static void try_words(const struct binding *binding, struct strangers *strangers, const struct printed *printed,
                      const struct nb_form_column *missing)
{
    for (size_t c = 0; c < printed->head->count; c++) {
        struct head_column *column = &printed->head->columns[c];
        struct stranger *stranger = stranger_over(binding, strangers, missing, column);
        if (!stranger)
            continue;
        const struct grid_cell *words = column->label;
        column->label = label_with(binding->scratch, stranger, words);
        enum equation_state state = sum_of_row(binding, printed->table, printed->head, printed->row, column);
        stranger->held += state == EQUATION_HOLDS;
        stranger->broken += state == EQUATION_FAILS;
        column->label = words;
    }
}

static bool is_told(const struct stranger *stranger)
{
    return stranger->held > stranger->broken;
}

/* Whether the sums tell that these words alone are the missing column's. */
static bool is_only_one(const struct strangers *strangers, const struct stranger *stranger)
{
    size_t told = 0;
    for (size_t s = 0; s < strangers->count; s++)
        told += strangers->all[s].missing == stranger->missing && is_told(&strangers->all[s]);
    return is_told(stranger) && told == 1;
}

static void take_words(struct binding *binding, struct strangers *strangers, const struct printed *printed,
                       const struct nb_form_column *missing)
{
    for (size_t c = 0; c < printed->head->count; c++) {
        struct head_column *column = &printed->head->columns[c];
        struct stranger *stranger = stranger_over(binding, strangers, missing, column);
        if (!stranger || !is_only_one(strangers, stranger))
            continue;
        if (!stranger->noted)
            note_label(binding, column->label->span, missing->label);
        stranger->noted = true;
        column->label = label_with(binding->report->arena, stranger, column->label);
    }
}

void name_by_sums(struct binding *binding)
{
    struct strangers strangers = {.count = 0};
    for (int take = 0; take < 2; take++) {
        const struct printed *before = NULL;
        const struct nb_form_column *missing = NULL; /* of the head of the row before: nearly always the same */
        for (const struct printed *printed = binding->printed; printed; before = printed, printed = printed->next) {
            bool same = before && before->head == printed->head && before->table == printed->table;
            missing = same ? missing : has_sums(printed->table) ? only_missing(printed) : NULL;
            if (missing && !take)
                try_words(binding, &strangers, printed, missing);
            else if (missing && !same)
                take_words(binding, &strangers, printed, missing);
        }
    }
}
