/* label.c - what the labels that a report prints say: which form it follows, which row and column they name.
 */
#include "bind.h"

#include "arena.h"
#include "text.h"

#include <string.h>

bool label_is_heading(int label, const struct nb_form_row *row)
{
    return label >= 0 && strcmp(form_labels[label].text, row->heading) == 0;
}

const struct form_use *find_use(int label, const struct nb_form_table *table, bool column)
{
    for (const struct form_use *use = next_use(label, table, NULL); use; use = next_use(label, table, use))
        if (column ? use->column >= 0
                   : use->row >= 0 && use->column < 0 && use->class != LABEL_CAPTION &&
                         use->class != LABEL_GROUP && !label_is_heading(label, &table->rows[use->row]))
            return use;
    return NULL;
}

bool row_fits(const struct grid_row *row, size_t width)
{
    for (size_t i = width; i < row->count; i++)
        if (row->cells[i].kind != CELL_BLANK)
            return false;
    return row->count >= width;
}

int form_column_index(const struct nb_form_table *table, const struct nb_form_row *row, size_t column)
{
    return (int)(row->columns - table->rows[0].columns) + (int)column;
}

bool is_column_label(int label, const struct nb_form_table *table, int column)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && use->column != column)
        use = next_use(label, table, use);
    return use;
}

bool name_same_column(int one, int other, const struct nb_form_table *table)
{
    const struct form_use *use = one == other ? NULL : find_use(one, table, true);
    return one == other || (use && is_column_label(other, table, use->column));
}

bool turns_back(const struct nb_form_table *table, int label, int next)
{
    const struct form_use *one = find_use(label, table, true), *other = find_use(next, table, true);
    return one && other && other->column <= one->column;
}

bool label_spans(int label, const struct nb_form_table *table, int column)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && !(use->first <= column && column < use->first + use->count))
        use = next_use(label, table, use);
    return use;
}

/* ---- the form ---- */

const struct nb_form *form_of_year(int year)
{
    for (size_t f = 0; f < form_count; f++)
        if (year >= form_table[f].first_year && (!form_table[f].last_year || year <= form_table[f].last_year))
            return &form_table[f];
    return NULL;
}

const struct nb_form_table *form_table_find(const struct nb_form *form, const char *id)
{
    for (size_t t = 0; form && t < form->table_count; t++)
        if (strcmp(form->tables[t].id, id) == 0)
            return &form->tables[t];
    return NULL;
}

/* Labels that only one form has vote for it, each once (`heard`), however often it is printed: a column 单位
 * in each piece of a table is none of the statistics of older reports. `rows` counts rows of any form. */
static void count_label(const struct grid_cell *cell, size_t *votes, bool *heard)
{
    if (cell->label < 0 || heard[cell->label])
        return;
    heard[cell->label] = true;
    const struct form_label *label = &form_labels[cell->label];
    int form = form_uses[label->first_use].form;
    for (int i = 1; i < label->use_count; i++)
        if (form_uses[label->first_use + i].form != form)
            return;
    votes[form]++;
}

static void count_votes(const struct nb_report *report, size_t *votes, size_t *rows)
{
    bool *heard = arena_alloc(report->arena, form_label_count * sizeof *heard);
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (const struct grid_part *part = grid->parts; part; part = part->next)
            for (int body = 0; body < 2; body++)
                for (const struct grid_row *row = body ? part->body : part->head; row; row = row->next) {
                    bool labelled = false;
                    for (size_t i = 0; i < row->count; i++) {
                        count_label(&row->cells[i], votes, heard);
                        labelled |= row->cells[i].label >= 0;
                    }
                    *rows += labelled && row->kind == ROW_DATA;
                }
}

bool is_on_school_year(const struct nb_report *report)
{
    const char *from = report->period_from, *to = report->period_to;
    bool crosses = from && to && strncmp(from, to, 4) != 0 && strcmp(from + 4, "-01-01") != 0;
    return crosses || (report->title && strstr(report->title, "学年"));
}

/* The form whose labels the tables use; without tables, or where they do not tell, that of the year. One
 * label alone, which may be a word of what was taken for a table (三、本年度办理结果), does not tell against
 * the year.
 */
const struct nb_form *choose_form(const struct nb_report *report)
{
    size_t *votes = arena_alloc(report->arena, form_count * sizeof *votes), rows = 0, best = 0;
    count_votes(report, votes, &rows);
    for (size_t f = 1; f < form_count; f++)
        if (votes[f] > votes[best])
            best = f;
    const struct nb_form *by_year = report->year ? form_of_year(report->year) : NULL;
    if (!rows && is_on_school_year(report))
        return NULL;
    if (!rows || (by_year && by_year->table_count && votes[form_index(by_year)] == votes[best]))
        return by_year;
    if (votes[best] > (by_year && by_year->table_count ? 1 : 0))
        return &form_table[best];
    return by_year && by_year->table_count ? by_year : &form_table[form_count - 1];
}

bool print_same_labels(const struct grid_row *one, const struct grid_row *other)
{
    bool same = one && other && one->kind == other->kind && one->count == other->count;
    for (size_t i = 0; same && i < one->count; i++)
        same = one->cells[i].kind == other->cells[i].kind && one->cells[i].label == other->cells[i].label;
    return same;
}

/* ---- labels that are not printed as the form has them ---- */

/* Whether the label may stand over columns of the table: that of a column, of several, or in an across table
 * of rows. */
static bool stands_over(int label, const struct nb_form_table *table)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && use->column < 0 && !(use->row >= 0 && table->across))
        use = next_use(label, table, use);
    return use;
}

/* Whether the label names a row of the table with this id in some form or, with `over`, may stand over its
 * columns. */
static bool names(const struct lexicon_word *word, const char *id, bool over)
{
    for (size_t f = 0; f < form_count; f++) {
        bool used = form_uses_first(word->label, f) < form_uses_end(word->label, f);
        const struct nb_form_table *table = used ? form_table_find(&form_table[f], id) : NULL;
        if (table && (over ? stands_over(word->label, table) : find_use(word->label, table, false) != NULL))
            return true;
    }
    return false;
}

/* Whether the label names a group of rows of the table. */
static bool names_group(int label, const struct nb_form_table *table)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && use->class != LABEL_GROUP)
        use = next_use(label, table, use);
    return use;
}

/* The table whose rows and groups of rows, or columns, are sought: `bit` of a label's tables in its form. */
struct sought {
    const struct nb_form_table *table;
    size_t form;
    unsigned bit;
    bool over;
    uint64_t columns;
};

/* Whether a label stands over one of these columns of the table; ~0: over any, of another form's, too. */
static bool is_over(int label, const struct nb_form_table *table, uint64_t columns)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && (use->column < 0 || !(columns >> use->column & 1)))
        use = next_use(label, table, use);
    return use || columns == UINT64_MAX;
}

/* Most labels have nothing to do with the table, which is asked first: of lines near to labels it saves 40
 * instructions a byte.
 */
static bool is_sought(const struct lexicon_word *word, const void *context)
{
    const struct sought *sought = context;
    return form_labels[word->label].tables[sought->form] & sought->bit &&
           (sought->over ? stands_over(word->label, sought->table) &&
                               is_over(word->label, sought->table, sought->columns)
                         : names(word, sought->table->id, false) || names_group(word->label, sought->table));
}

enum { LONGEST_WORDS = 512 }; /* bytes that are compared with labels */

/* The columns of the table that a label spans which names none itself; 0: there are none. */
static uint64_t columns_spanned(int label, const struct nb_form_table *table)
{
    const struct form_use *use = label < 0 ? NULL : next_use(label, table, NULL);
    uint64_t columns = 0;
    for (; use; use = next_use(label, table, use))
        for (int c = use->first; use->column < 0 && c < use->first + use->count; c++)
            columns |= UINT64_C(1) << c;
    return columns;
}

int nearest_label(const struct nb_text *text, struct nb_span words, const struct nb_form_table *table,
                  bool over, uint64_t columns)
{
    struct sought sought = {table, form_index(table->form), 1U << (table - table->form->tables), over,
                            columns};
    char key[LONGEST_WORDS];
    const char *at = text->shadow + words.start;
    size_t length = words.end - words.start;
    if (length > sizeof key)
        return -1;
    struct lexicon_beginning group =
        over ? lexicon_begin(&form_lexicon, at, length) : (struct lexicon_beginning){0};
    uint64_t spanned = group.word ? columns_spanned(group.word->label, table) : 0;
    if (spanned &&
        group.label < length) { /* a column's label behind that which spans it: 法人或其他组织/企业 */
        sought.columns &= spanned;
        at += group.label;
        length -= group.label;
    }
    length = lexicon_key(at, length, key);
    const struct lexicon_word *word =
        lexicon_nearest(&form_lexicon, key, length, ~0u, is_sought, &sought, NULL);
    return word ? word->label : -1;
}

int joined_label(const struct nb_text *text, const struct nb_span *pieces, size_t count, const char *id,
                 bool over)
{
    char key[MOST_PIECES * LONGEST_WORDS];
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].end - pieces[i].start > LONGEST_WORDS)
            return -1;
        length += lexicon_key(text->shadow + pieces[i].start, pieces[i].end - pieces[i].start, key + length);
    }
    const struct lexicon_word *word = lexicon_exact(&form_lexicon, key, length);
    return word && names(word, id, over) ? word->label : -1;
}
