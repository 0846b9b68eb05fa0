/* layout_row.c - give each line of numbers its label, and find the groups rows stand in.
 *
 * A label is centred on the line that has its numbers, or begins there: that line is one of those from its
 * first piece to its last. A line of numbers beside no label belongs to a row whose label stands above or
 * below it, or has lost its label, or is a piece of a broken value. */
#include "layout_parts.h"

#include <string.h>

struct row_list {
    struct layout_lines *lines;
    struct table_part *part;
    const struct table_part *before; /* NULL: it is the first */
    struct layout_label **labels;    /* of the part's body, in the order in which they begin */
    size_t label_count;
    struct layout_label *
        *around; /* for each line of the body the label that spans it, of several the best; or NULL */
};

/* ---- labels of the part ---- */

/* The words before the cells of a line that are no label: a label that no form has, or a remark. */
static struct layout_label *join_words(struct layout_lines *lines, size_t number)
{
    struct layout_line *line = &lines->line[number];
    struct layout_label *label = NULL;
    for (size_t i = 0; i < line->cells; i++) {
        if (line->tokens[i].label || line->tokens[i].serial)
            continue;
        if (label)
            add_piece(lines, label, &line->tokens[i], number);
        else
            label = other_label(lines, &line->tokens[i], number);
    }
    return label;
}

static void collect_labels(struct row_list *list)
{
    struct layout_lines *lines = list->lines;
    const struct table_part *part = list->part;
    size_t room = part->end - part->body;
    for (size_t i = part->body; i < part->end; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            room++;
    list->labels = arena_alloc(lines->arena, (room + 1) * sizeof(struct layout_label *));
    for (size_t i = part->body; i < part->end; i++) {
        struct layout_label *words = lines->line[i].kind == LINE_TEXT ? join_words(lines, i) : NULL;
        if (words)
            list->labels[list->label_count++] = words;
        for (struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            if (label->kinds || part->known)
                list->labels[list->label_count++] = label;
    }
}

/* A row of one form is a group in another: there rows of a deeper level follow it in the form. */
static void tell_groups(struct row_list *list)
{
    for (size_t i = 0; i < list->label_count; i++) {
        struct layout_label *group = list->labels[i];
        if (!(group->kinds & WORD_GROUP) || !(group->kinds & WORD_ROW))
            continue;
        for (size_t j = 0; j < list->label_count; j++)
            if (list->labels[j]->row >= group->row &&
                list->labels[j]->enumerator.level > group->enumerator.level)
                group->kinds = WORD_GROUP;
    }
}

/* ---- rows ---- */

/* How well a label suits as the label of a row: that of a group is none, but of one that is a row in another
 * form. */
static int rank_of(const struct layout_label *label)
{
    return label->kinds & WORD_ROW ? label->kinds & WORD_GROUP ? 2 : 3 : label->kinds ? 0 : 1;
}

/* The label that spans each line; of several the best, then the one that stands furthest right. */
static void find_around(struct row_list *list)
{
    const struct table_part *part = list->part;
    list->around = arena_alloc(list->lines->arena, (part->end - part->body + 1) * sizeof *list->around);
    for (size_t i = 0; i < list->label_count; i++) {
        struct layout_label *label = list->labels[i];
        for (size_t line = label->first_line; rank_of(label) && line <= label->last_line && line < part->end;
             line++) {
            struct layout_label **best = &list->around[line - part->body];
            if (!*best || rank_of(label) > rank_of(*best) ||
                (rank_of(label) == rank_of(*best) && label->start > (*best)->start))
                *best = label;
        }
    }
}

/* The label of the row that a line of numbers is. */
static struct layout_label *label_at(const struct row_list *list, size_t number)
{
    return list->around[number - list->part->body];
}

/* Rows are added in any order, and sorted once: each is large, and put in its place at once 1,000 of them
 * took 1,700 instructions a byte. */
static struct layout_row *add_row(struct table_part *part, struct layout_row row)
{
    struct layout_row *added = &part->rows[part->row_count++];
    *added = row;
    if (row.label)
        row.label->printed = added;
    return added;
}

/* By their centres; those with the same as they were added. Centres are half lines of the part, so that rows
 * are counted by them: compared with each other they cost words in columns 60 instructions a byte more. */
static void sort_rows(struct row_list *list)
{
    struct table_part *part = list->part;
    const struct layout_row *end = part->rows + part->row_count;
    struct layout_row *sorted = arena_room(list->lines->arena, (part->row_count + 1) * sizeof *sorted);
    size_t low = SIZE_MAX, high = 0;
    for (const struct layout_row *row = part->rows; row < end; row++) {
        low = row->centre < low ? row->centre : low;
        high = row->centre > high ? row->centre : high;
    }
    size_t centres = part->row_count ? high - low + 1 : 0;
    size_t *places = arena_alloc(list->lines->arena, (centres + 1) * sizeof *places);
    for (const struct layout_row *row = part->rows; row < end; row++)
        places[row->centre - low + 1]++;
    for (size_t i = 0; i < centres; i++)
        places[i + 1] += places[i];
    for (const struct layout_row *row = part->rows; row < end; row++)
        sorted[places[row->centre - low]++] = *row;
    part->rows = sorted;
}

static void add_cells(const struct row_list *list, struct layout_row *row, struct layout_line *line)
{
    size_t count = line->count - line->cells;
    struct layout_token **cells = arena_room(list->lines->arena, (row->count + count + 1) * sizeof *cells);
    if (row->count)
        memcpy(cells, row->cells, row->count * sizeof *cells);
    for (size_t i = 0; i < count && row->count < MAX_TOKENS; i++)
        cells[row->count++] = &line->tokens[line->cells + i];
    row->cells = cells;
}

/* Rows whose label stands beside their numbers. */
static void make_rows(struct row_list *list)
{
    struct table_part *part = list->part;
    part->rows =
        arena_room(list->lines->arena, (part->end - part->body + list->label_count + 1) * sizeof *part->rows);
    for (size_t i = 0; i < list->label_count; i++)
        list->labels[i]->printed = NULL;
    for (size_t i = part->body; i < part->end; i++) {
        struct layout_line *line = &list->lines->line[i];
        struct layout_label *label =
            line->kind == LINE_TEXT && line->cells < line->count ? label_at(list, i) : NULL;
        if (!label)
            continue;
        struct layout_row *row = label->printed;
        if (!row)
            row = add_row(part, (struct layout_row){.label = label, .line = i, .centre = 2 * i});
        add_cells(list, row, line);
    }
}

/* Labels without numbers: rows that print nothing, remarks, and groups. */
static void add_empty_rows(struct row_list *list)
{
    for (size_t i = 0; i < list->label_count; i++) {
        struct layout_label *label = list->labels[i];
        bool group = (label->kinds & WORD_GROUP) && !(label->kinds & WORD_ROW);
        if (!group && !label->printed)
            add_row(list->part, (struct layout_row){.label = label,
                                                    .line = label->last_line,
                                                    .centre = label->first_line + label->last_line});
    }
}

/* Numbers beside no label. In a table without such labels, lines that follow one another are one row, with
 * broken values. */
static void add_bare_rows(struct row_list *list)
{
    struct layout_row *row = NULL;
    size_t rank = 0;
    for (size_t i = list->part->body; i < list->part->end; i++) {
        struct layout_line *line = &list->lines->line[i];
        if (line->kind != LINE_TEXT || line->cells == line->count || label_at(list, i))
            continue;
        if (!row || list->label_count || line->rank != rank + 1)
            row = add_row(list->part, (struct layout_row){.line = i, .centre = 2 * i});
        add_cells(list, row, line);
        if (line->count - line->cells > row->count / 2)
            row->line = i;
        rank = line->rank;
    }
}

/* ---- numbers above or below their labels ---- */

static bool is_bare(const struct layout_row *row)
{
    return !row->label;
}

static bool is_empty(const struct layout_row *row)
{
    return row->label && row->label->kinds & WORD_ROW && !row->count;
}

/* Whether no row of the form stands between two. */
static bool are_neighbours(const struct layout_label *one, const struct layout_label *other)
{
    return one->row && other->row &&
           (other->row == one->row + 1 ||
            (one->enumerator.level && one->enumerator.level == other->enumerator.level &&
             other->enumerator.ordinal == one->enumerator.ordinal + 1));
}

/* Whether the label of a group stands whole before numbers: they may be its sum. */
static bool is_beside_group(const struct row_list *list, const struct layout_row *bare)
{
    for (const struct layout_token *token = list->lines->line[bare->line].tokens; token < bare->cells[0];
         token++)
        if (token->label && token->label->kinds & WORD_GROUP &&
            token->label->first_line == token->label->last_line)
            return true;
    return false;
}

/* Whether no row of the form is missing above a label: it is the first of a table, or the part before ends
 * with the row before.
 */
static bool is_first(const struct row_list *list, const struct layout_label *label)
{
    const struct lexicon *lexicon = list->lines->lexicon;
    const struct layout_row *last =
        list->before && list->before->row_count ? &list->before->rows[list->before->row_count - 1] : NULL;
    bool first = label->row > 0;
    for (size_t i = 0; i < lexicon->count && first; i++)
        first = !(lexicon->words[i].kinds & WORD_ROW) || lexicon->words[i].row != label->row - 1;
    return first || (last && last->label && are_neighbours(last->label, label));
}

/* Whether the numbers of a run of rows [from, to) that lack label or numbers can only be those of its empty
 * rows, one by one in order: as many, and from the row before to the one behind none of the form is missing.
 */
static bool is_certain(const struct row_list *list, size_t from, size_t to)
{
    const struct layout_row *rows = list->part->rows;
    const struct layout_label *above = from ? rows[from - 1].label : NULL;
    size_t bare = 0, empty = 0;
    for (size_t i = from; i <= to; i++) {
        if (is_bare(&rows[i])) {
            if (is_beside_group(list, &rows[i]))
                return false;
            bare++;
            continue;
        }
        if (above ? !are_neighbours(above, rows[i].label) : !is_first(list, rows[i].label))
            return false;
        empty += i < to;
        above = rows[i].label;
    }
    return bare == empty;
}

/* Give the numbers of a run to its empty rows, if they can only be theirs. */
static void resolve_run(const struct row_list *list, size_t from, size_t to)
{
    struct layout_row *rows = list->part->rows;
    if ((!from && list->part->header == list->part->body) || to == list->part->row_count ||
        !is_certain(list, from, to))
        return;
    for (size_t empty = from, bare = from; empty < to; empty++) {
        if (is_bare(&rows[empty]))
            continue;
        while (!is_bare(&rows[bare]))
            bare++;
        rows[empty].cells = rows[bare].cells;
        rows[empty].count = rows[bare].count;
        rows[empty].line = rows[bare].line;
        rows[bare++].count = 0;
    }
}

/* Find runs of rows that lack label or numbers. */
static void join_bare_rows(struct row_list *list)
{
    struct table_part *part = list->part;
    size_t kept = 0;
    for (size_t from = 0, to; from < part->row_count; from = to + 1) {
        for (to = from; to < part->row_count && (is_bare(&part->rows[to]) || is_empty(&part->rows[to]));)
            to++;
        resolve_run(list, from, to);
    }
    for (size_t i = 0; i < part->row_count; i++)
        if (part->rows[i].label || part->rows[i].count)
            part->rows[kept++] = part->rows[i];
    part->row_count = kept;
}

/* ---- groups ---- */

static int level_of(const struct layout_row *row)
{
    return row->label ? row->label->enumerator.level : 0;
}

/* The first row of a group: upwards from its centre while rows are of a deeper level; 1. is the first of its
 * kind. */
static size_t first_row(const struct table_part *part, const struct layout_label *group)
{
    size_t at = 0, middle = group->first_line + group->last_line;
    int level = group->enumerator.level;
    while (at + 1 < part->row_count && part->rows[at].centre < middle)
        at++;
    if (level_of(&part->rows[at]) <= level && at)
        at--;
    while (at && level_of(&part->rows[at - 1]) > level &&
           !(level_of(&part->rows[at]) > 2 && level > 1 && part->rows[at].label->enumerator.ordinal == 1))
        at--;
    return at;
}

static bool is_group(const struct table_part *part, const struct layout_label *label)
{
    bool row = false;
    for (size_t i = 0; label->kinds & WORD_GROUP && i < part->row_count && !row; i++)
        row = part->rows[i].label == label;
    return label->kinds & WORD_GROUP && !row;
}

static void place_groups(const struct row_list *list)
{
    struct table_part *part = list->part;
    size_t depth = 0;
    for (size_t i = 0; i < list->label_count; i++)
        if (is_group(part, list->labels[i]))
            depth = list->labels[i]->enumerator.level > 1 ? 2 : depth ? depth : 1;
    part->label_columns = list->label_count ? depth + 1 : 0;
    for (size_t i = 0; i < list->label_count && part->row_count; i++) {
        const struct layout_label *label = list->labels[i];
        if (!is_group(part, label))
            continue;
        size_t at = first_row(part, label), deep = label->enumerator.level > 1;
        while (at + 1 < part->row_count && part->rows[at].groups[deep])
            at++;
        part->rows[at].groups[deep] = label;
    }
}

void find_rows(struct layout_lines *lines, struct table_part *part, const struct table_part *before)
{
    struct row_list list = {.lines = lines, .part = part, .before = before};
    collect_labels(&list);
    tell_groups(&list);
    find_around(&list);
    make_rows(&list);
    add_empty_rows(&list);
    add_bare_rows(&list);
    sort_rows(&list);
    join_bare_rows(&list);
    place_groups(&list);
}
