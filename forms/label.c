/* label.c - what the labels that a report prints say: which form it follows, which row and column they name.
 */
#include "bind.h"

#include "arena.h"
#include "enumerator.h"
#include "lexicon.h"
#include "text.h"
#include "utf8.h"

#include <limits.h>
#include <string.h>

bool row_fits(const struct grid_row *row, size_t width)
{
    for (size_t i = width; i < row->count; i++)
        if (row->cells[i].kind != CELL_BLANK)
            return false;
    return row->count >= width;
}

struct grid_row *row_with_room(struct nb_arena *arena, const struct grid_row *like, size_t room)
{
    struct grid_row *row = arena_alloc(arena, sizeof *row);
    *row = *like;
    row->cells = arena_alloc(arena, room * sizeof *row->cells);
    row->count = 0;
    return row;
}

void append_cells(struct grid_row *row, const struct grid_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        row->cells[row->count] = cells[i];
        row->cells[row->count].column = grid_column(row->count);
        row->count++;
    }
}

enum label_part part_of_label(const struct nb_text *text, struct nb_span words, const char *label)
{
    char key[256];
    size_t length = words.end - words.start;
    if (length >= sizeof key)
        return NO_PART;
    length = lexicon_key(text->shadow + words.start, length, key);
    key[length] = '\0';
    return !length || !strstr(label, key) ? NO_PART : label[length] ? PART_OF : WHOLE_LABEL;
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
    unsigned forms = form_labels[cell->label].forms;
    if (!(forms & (forms - 1)))
        votes[first_of(forms)]++;
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
    const struct form_meaning *meaning = meaning_of(label, table);
    return meaning->columns | meaning->spanned || (table->across && (meaning->rows | meaning->headed));
}

/* The table whose rows and groups of rows, or these columns, are sought. `plain`: of those whose labels have
 * no number. */
struct sought {
    const struct nb_form_table *table;
    bool over;
    uint64_t columns;
    bool plain;
};

static bool is_sought(const struct lexicon_word *word, const void *context)
{
    const struct sought *sought = context;
    const struct form_meaning *meaning = meaning_of(word->label, sought->table);
    const char *label = form_labels[word->label].text;
    if (sought->plain && enumerator_heads(label, label + strlen(label)).length)
        return false;
    if (!sought->over)
        return meaning->rows_anywhere | meaning->grouped;
    return stands_over(word->label, sought->table) &&
           (sought->columns == UINT64_MAX || meaning->columns & sought->columns);
}

enum { LONGEST_WORDS = 512 }; /* bytes that are compared with labels */

/* The label that words are nearest to; -1: none, or they cost as much as `*cost` at least, which is lowered.
 */
static int nearer_label(const char *at, size_t length, const struct sought *sought, int *cost)
{
    char key[LONGEST_WORDS];
    int own;
    const struct lexicon_word *word =
        lexicon_nearest(&form_lexicon, key, lexicon_key(at, length, key), ~0u, is_sought, sought, &own);
    if (!word || own >= *cost)
        return -1;
    *cost = own;
    return word->label;
}

/* The label that words behind a number are, or are nearer to than `*cost`; -1: none. */
static int plain_label(const char *at, size_t length, const struct sought *sought, int *cost)
{
    char key[LONGEST_WORDS];
    const struct lexicon_word *word = lexicon_exact(&form_lexicon, key, lexicon_key(at, length, key));
    return word && is_sought(word, sought) ? word->label : nearer_label(at, length, sought, cost);
}

int nearest_label(const struct nb_text *text, struct nb_span words, const struct nb_form_table *table,
                  bool over)
{
    struct sought sought = {table, over, UINT64_MAX, false};
    const char *at = text->shadow + words.start;
    size_t length = words.end - words.start;
    int cost = INT_MAX, label = -1;
    if (length > LONGEST_WORDS)
        return -1;
    struct lexicon_beginning group =
        over ? lexicon_begin(&form_lexicon, at, length) : (struct lexicon_beginning){0};
    uint64_t spanned = group.word ? meaning_of(group.word->label, table)->spanned : 0;
    if (spanned && group.label < length) { /* behind that which spans it: 法人或其他组织/企业 */
        sought.columns = spanned;
        label = nearer_label(at + group.label, length - group.label, &sought, &cost);
        sought.columns = UINT64_MAX;
    }
    int whole = nearer_label(at, length, &sought, &cost);
    label = whole < 0 ? label : whole;
    size_t number = enumerator_heads(at, at + length).length;
    if (number && number < length) { /* of a list of the report's own: 二、 */
        sought.plain = true;
        whole = plain_label(at + number, length - number, &sought, &cost);
    }
    return whole < 0 ? label : whole;
}

enum { LONGEST_KEY = LEXICON_LONGEST * 3 };

/* How many characters two keys have in common, in one order. */
static size_t count_common(const char *one, size_t length, const char *other, size_t other_length)
{
    unsigned char common[LONGEST_KEY + 1] = {0}; /* with so many characters of the other */
    for (const char *at = one; at < one + length; at += utf8_step(at)) {
        size_t i = 1, before = 0; /* without the last of both */
        for (const char *to = other; to < other + other_length; to += utf8_step(to), i++) {
            unsigned char most = common[i] > common[i - 1] ? common[i] : common[i - 1];
            if (!memcmp(at, to, utf8_step(to)))
                most = (unsigned char)(before + 1);
            before = common[i];
            common[i] = most;
        }
    }
    return common[utf8_count(other, other_length)];
}

size_t likeness(const struct nb_text *text, struct nb_span words, const char *label, bool even)
{
    enum { FEWEST = 4 }; /* letters that tell a label: 2.不缴费 */
    char key[LONGEST_KEY + 1] = {0}, own[LONGEST_KEY + 1] = {0};
    size_t length = words.end - words.start, own_length = strlen(label);
    if (length > LONGEST_KEY || own_length > LONGEST_KEY)
        return 0;
    length = lexicon_key(text->shadow + words.start, length, key);
    own_length = lexicon_key(label, own_length, own);
    size_t common = count_common(key, length, own, own_length);
    size_t letters = utf8_count(key, length), own_letters = utf8_count(own, own_length);
    bool shortened = !even && letters >= FEWEST && 4 * common >= 3 * letters,
         alike = shortened || 2 * common >= (letters > own_letters ? letters : own_letters);
    return alike && (!even || letters == own_letters) ? common : 0;
}
