/* layout_place.c - the columns of a part, and which of them each value of its rows is in, as the model of
 * columns has it. */
#include "layout_parts.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_ROWS = 100, /* of a table of a form */
    WIDEST = 40      /* gap between two cells that is told from wider ones */
};

/* By how much gaps must explain a table better than columns, as a logarithm: of 230 tables set in columns and
 * 36 PDFs' the highest was 4, of tables of more than 20 values with random gaps the least 103. A single row
 * tells little: with random gaps it was as low as -21, which the other tables of its text outweigh. */
static const float LOOSE = 6, ALIKE = 40;

/* ---- the columns of a part ---- */

/* The next token of a line, from `at` on, that is a piece of a label; `end`: none is. */
static const struct layout_token *piece_from(const struct layout_token *at, const struct layout_token *end,
                                             const struct layout_label *label)
{
    while (at < end && at->label != label)
        at++;
    return at;
}

/* The pieces of two labels that stand on one line; false: they share none. */
static bool on_one_line(const struct layout_lines *lines, const struct layout_label *one,
                        const struct layout_label *other, const struct layout_token **left,
                        const struct layout_token **right)
{
    for (const struct label_piece *piece = one->pieces; piece; piece = piece->next) {
        const struct layout_line *line = &lines->line[piece->line];
        *left = piece->token;
        *right = piece_from(line->tokens, line->tokens + line->count, other);
        if (*right < line->tokens + line->count)
            return true;
    }
    return false;
}

/* Whether a label has pieces on both sides of one of another's, on its line. */
static bool is_across(const struct layout_lines *lines, const struct layout_label *label,
                      const struct layout_label *other)
{
    for (const struct label_piece *piece = other->pieces; piece; piece = piece->next) {
        const struct layout_line *line = &lines->line[piece->line];
        const struct layout_token *end = line->tokens + line->count;
        if (piece_from(line->tokens, piece->token, label) < piece->token &&
            piece_from(piece->token, end, label) < end)
            return true;
    }
    return false;
}

/* Whether a page has pieces of both labels. */
static bool share_page(const struct layout_lines *lines, const struct layout_label *one,
                       const struct layout_label *other)
{
    return lines->line[one->first_line].page <= other->page &&
           lines->line[other->first_line].page <= one->page;
}

static bool overlap(const struct layout_label *one, const struct layout_label *other)
{
    return one->start < other->end && other->start < one->end;
}

/* Whether one column stands left of another: as on a line that has pieces of both. An extractor moves the
 * pieces of each line in its own way, and all of a page, so that others say nothing where they overlap or a
 * page parts them, nor one on which they are set across one another; there the form's order holds. */
static bool is_left_of(const struct layout_lines *lines, const struct layout_grid *grid, int at,
                       const struct layout_label *label, const struct layout_token *place)
{
    const struct layout_label *other = grid->leaf[at];
    const struct layout_token *left, *right;
    bool across = is_across(lines, label, other);
    if (!across && on_one_line(lines, other, label, &left, &right))
        return left->start <= right->start;
    if (across || !share_page(lines, other, label) || overlap(other, label) ||
        (grid->crossed && other->key->length && label->key->length))
        return other->order <= label->order;
    return grid->place[at]->start <= place->start;
}

static void add_leaf(const struct layout_lines *lines, struct layout_grid *grid,
                     const struct layout_label *label, const struct layout_token *place)
{
    int at = grid->columns++;
    for (; at && !is_left_of(lines, grid, at - 1, label, place); at--) {
        grid->leaf[at] = grid->leaf[at - 1];
        grid->place[at] = grid->place[at - 1];
    }
    grid->leaf[at] = label;
    grid->place[at] = place;
}

/* The labels of columns, from left to right: first those that forms have, then those that only their place
 * tells. */
static void find_leaves(const struct layout_lines *lines, const struct table_part *part,
                        struct layout_grid *grid)
{
    for (int other = false; other <= true; other++)
        for (size_t i = part->header; i < part->body; i++)
            for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
                if (is_column(part, label) && (label->key->length == 0) == other &&
                    grid->columns < MOST_COLUMNS)
                    add_leaf(lines, grid, label, label->pieces->token);
    grid->labelled = grid->columns > 0;
}

/* How many values the rows have at most but for one row, or of few rows the longest. What may be the digits
 * of one number is no sign of more columns than there are labels. */
static int most_values(const struct layout_lines *lines, const struct table_part *part, size_t labels)
{
    enum { MANY = 4 };
    size_t first = 0, second = 0, rows = 0;
    for (size_t i = 0; i < part->row_count; i++) {
        size_t count = part->rows[i].count;
        if (labels && count > labels && count_apart(lines, &part->rows[i]) <= labels)
            count = labels;
        rows += count > 0;
        if (count > first)
            second = first, first = count;
        else if (count > second)
            second = count;
    }
    return (int)(rows >= MANY ? second : first);
}

/* A row with as many values as the table has columns, printed on the page of the header or next to it; NULL:
 * there is none. */
static const struct layout_row *full_row(const struct table_part *part, int columns)
{
    for (size_t i = 0; i < part->row_count; i++)
        if (part->rows[i].count == (size_t)columns)
            return &part->rows[i];
    return NULL;
}

static float apart(const struct layout_token *label, const struct layout_token *value)
{
    return fabsf(label->x0 + label->x1 - value->x0 - value->x1);
}

/* Some columns have no label. Of all ways to leave out columns of a full row, the one in which the labels
 * stand nearest to the values: cost[l][c] is the least for the labels from l and the columns from c on. */
static void spread_leaves(struct layout_grid *grid, const struct layout_row *row)
{
    float cost[MOST_COLUMNS + 1][MOST_COLUMNS + 1];
    struct layout_grid given = *grid;
    int labels = grid->columns, columns = (int)row->count;
    for (int l = labels; l >= 0; l--)
        for (int c = columns; c >= 0; c--) {
            cost[l][c] = l == labels ? 0 : INFINITY;
            if (l < labels && c < columns)
                cost[l][c] = fminf(cost[l][c + 1], cost[l + 1][c + 1] + apart(given.place[l], row->cells[c]));
        }
    for (int c = 0, l = 0; c < columns; c++) {
        bool own = l < labels && cost[l][c] < cost[l][c + 1];
        grid->leaf[c] = own ? given.leaf[l] : NULL;
        grid->place[c] = own ? given.place[l] : row->cells[c];
        l += own;
    }
    grid->columns = columns;
}

/* Whether two labels that share no line stand over one column, where no two are alike. */
static bool is_crossed(const struct layout_lines *lines, const struct layout_grid *grid)
{
    const struct layout_token *left, *right;
    bool crossed = false;
    for (int i = 0; i < grid->columns; i++)
        for (int j = 0; j < i; j++) {
            const struct layout_label *one = grid->leaf[i], *other = grid->leaf[j];
            if (one->order == other->order)
                return false;
            crossed |= overlap(one, other) && share_page(lines, one, other) &&
                       !on_one_line(lines, one, other, &left, &right);
        }
    return crossed;
}

static void find_columns(const struct layout_lines *lines, const struct table_part *part,
                         struct layout_grid *grid)
{
    *grid = (struct layout_grid){0};
    find_leaves(lines, part->head ? part->head : part, grid);
    if ((grid->crossed = is_crossed(lines, grid))) {
        grid->columns = 0;
        find_leaves(lines, part->head ? part->head : part, grid);
    }
    int most = most_values(lines, part, (size_t)grid->columns);
    if (most > grid->columns + (part->row_count == 1) && most <= MOST_COLUMNS) {
        const struct layout_row *full = grid->labelled ? full_row(part, most) : NULL;
        if (full)
            spread_leaves(grid, full);
        grid->columns = most;
        grid->labelled &= full != NULL;
    }
    if (!grid->columns)
        grid->columns = most < MOST_COLUMNS ? most : MOST_COLUMNS;
}

/* ---- what the model is given ---- */

static int by_start(const void *a, const void *b)
{
    const struct layout_token *const *one = a, *const *other = b;
    int apart = (*one)->start - (*other)->start;
    return apart ? apart : (*one)->from < (*other)->from ? -1 : 1;
}

/* Where a label (NULL: none is printed) stands: one of its pieces, and those that are set off from it on its
 * line, as in 其 他.
 */
static struct run run_of(const struct layout_label *label, const struct layout_token *place)
{
    struct run run = {.x0 = place->x0, .x1 = place->x1};
    const struct label_piece *pieces = label ? label->pieces : NULL;
    size_t line = SIZE_MAX;
    for (const struct label_piece *piece = pieces; piece; piece = piece->next)
        if (piece->token == place)
            line = piece->line;
    for (const struct label_piece *piece = pieces; piece; piece = piece->next) {
        if (piece->line == line) {
            run.x0 = fminf(run.x0, piece->token->x0);
            run.x1 = fmaxf(run.x1, piece->token->x1);
        }
    }
    return run;
}

static struct run *runs_of_labels(const struct layout_lines *lines, const struct table_part *part,
                                  const struct layout_grid *grid)
{
    struct run *runs = arena_alloc(lines->arena, (size_t)(grid->columns + 1) * sizeof *runs);
    unsigned page = (unsigned)lines->line[part->body > part->header ? part->body - 1 : part->body].page;
    for (int i = 0; i < grid->columns; i++) {
        const struct layout_token *place = grid->labelled ? grid->place[i] : NULL;
        runs[i] = place ? run_of(grid->leaf[i], place) : (struct run){.x1 = -1};
        runs[i].page = page;
    }
    return runs;
}

static float label_end(const struct layout_label *label)
{
    float end = 0;
    for (const struct label_piece *piece = label ? label->pieces : NULL; piece; piece = piece->next)
        end = fmaxf(end, piece->token->x1);
    return end;
}

static struct run *runs_of_values(const struct layout_lines *lines, struct table_part *part, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < part->row_count; i++)
        *count += part->rows[i].count;
    struct run *runs = arena_alloc(lines->arena, (*count + 1) * sizeof *runs), *next = runs;
    for (size_t i = 0; i < part->row_count; i++) {
        struct layout_row *row = &part->rows[i];
        if (row->count) /* a row without values has no room for any */
            qsort(row->cells, row->count, sizeof *row->cells, by_start);
        for (size_t j = 0; j < row->count; j++, next++)
            *next = (struct run){.x0 = row->cells[j]->x0,
                                 .x1 = row->cells[j]->x1,
                                 .free = label_end(row->label),
                                 .line = (unsigned)i,
                                 .page = (unsigned)lines->line[row->line].page,
                                 .start = row->cells[j]->from,
                                 .end = row->cells[j]->to};
    }
    return runs;
}

/* ---- what it says ---- */

/* Rows are placed whose values stand each in its column so surely; other columns count where they are
 * likelier than MAYBE. Of all values above 0.9 in doc/scores.md's curve one in 300 is wrong. With a
 * MAYBE of 0.01, 52 of the numbers of 351 narrow pages are in a column that was called empty, and the sums
 * find no way for a page of tests/pdf; with 0.001 25, but then sums may move the two
 * numbers of a column beside it, where all others wrongly stand. */
static const float SURE = 0.9f, MAYBE = 0.005f;

/* Columns that stand further from their labels, in distances of columns, may be meant for the labels beside:
 * from a half on these are nearer. Only where sums say so as well (place.c): at 0 one table of 2,400 reports
 * becomes ambiguous by it, at 0.4 none. */
static const float ASTRAY = 0.4f;

/* Whether a value has more digits than any number of a report: several have run into one, and stand in its
 * columns, too. */
static bool is_run_together(const struct layout_lines *lines, const struct layout_token *value)
{
    enum { MOST_DIGITS = 15 }; /* as relations.c has it */
    size_t digits = 0;
    for (size_t at = value->from; at < value->to; at++)
        digits += isdigit((unsigned char)lines->shadow[at]) != 0;
    return digits > MOST_DIGITS;
}

/* A row is placed if all of its values are. */
static void read_row(struct layout_row *row, const struct placement *placements)
{
    row->placements = placements;
    row->trusted = true;
    for (size_t j = 0; j < row->count; j++) {
        const struct placement *placement = &placements[j];
        row->ragged |= placement->p[placement->best] < SURE;
        row->trusted &= placement->p[placement->best] > 0.5f;
    }
}

unsigned columns_near(const struct layout_row *row, size_t cell)
{
    unsigned near = 0;
    if (row->anywhere)
        return ~0u;
    for (int k = 0; k < MOST_COLUMNS && (row->ragged || !row->placements[cell].exact); k++)
        near |= (unsigned)(row->placements[cell].p[k] > MAYBE) << k;
    return near;
}

/* Hand on the values in order, as if each might stand anywhere. */
static void give_up_row(struct layout_row *row)
{
    row->ragged = row->count > 0;
    row->anywhere = true;
}

static void give_up(struct table_part *part)
{
    for (size_t i = 0; i < part->row_count; i++)
        give_up_row(&part->rows[i]);
}

/* Fill in what the model is to place of a part. False: it is too large to be a table of a form, or has no
 * values. */
static bool begin_placing(const struct layout_lines *lines, struct table_part *part, struct layout_grid *grid,
                          struct column_table *table)
{
    size_t count, longest = 0;
    find_columns(lines, part, grid);
    const struct run *values = runs_of_values(lines, part, &count);
    struct placement *placements = arena_room(lines->arena, (count + 1) * sizeof *placements);
    *table = (struct column_table){.labels = runs_of_labels(lines, part, grid),
                                   .columns = (size_t)grid->columns,
                                   .values = values,
                                   .count = count,
                                   .unit = 1,
                                   .placements = placements};
    for (size_t i = 0; i < part->row_count; i++)
        longest = part->rows[i].count > longest ? part->rows[i].count : longest;
    return count && part->row_count <= MOST_ROWS && longest <= MOST_VALUES;
}

/* The logarithm of how likely the gaps before the values of a part are where nothing but gaps parts them:
 * each as likely as it has been before. */
static float gap_evidence(const struct layout_lines *lines, const struct table_part *part)
{
    static const float FRESH = 0.05f; /* the same gap again and again is likelier than ever new ones */
    float seen[WIDEST] = {0}, all = 0, evidence = 0;
    for (size_t i = 0; i < part->row_count; i++) {
        const struct layout_row *row = &part->rows[i];
        const struct layout_line *line = &lines->line[row->line];
        for (size_t j = 0; j < row->count; j++) {
            const struct layout_token *cell = row->cells[j];
            bool beside = cell > line->tokens && cell < line->tokens + line->count;
            int gap = beside ? cell->start - cell[-1].end : WIDEST - 1;
            gap = gap < WIDEST ? gap : WIDEST - 1;
            evidence += logf((seen[gap] + FRESH) / (all + FRESH * WIDEST));
            seen[gap]++;
            all++;
        }
    }
    return evidence;
}

/* How far the values of a row differ in where they stand by their labels. A row behind the next heading is in
 * a table of its own: set by the head's places it differs by less than SPREAD, by its own by more. Of 100
 * reports of each layout with such rows, silent and right: without it 59 and 19,633 (lynx), 0 and 19,659
 * (aligned); with 4 12 and 19,464, 0 and 19,656; with 2 the same, and 19,599; with 6 27 and 19,493. */
static const float SPREAD = 4;

static float spread_of(const struct layout_row *row, const struct column_table *table,
                       const struct placement *placements)
{
    float most = -1e9f, least = 1e9f;
    for (size_t j = 0; j < row->count; j++) {
        const struct run *label = &table->labels[placements[j].best];
        float off = (row->cells[j]->x0 + row->cells[j]->x1 - label->x0 - label->x1) / 2;
        most = fmaxf(most, off);
        least = fminf(least, off);
    }
    return most - least;
}

/* Whether labels share some of their width. */
static bool shares_width(const struct layout_label *one, const struct layout_label *other)
{
    for (const struct label_piece *a = one->pieces; a; a = a->next)
        for (const struct label_piece *b = other->pieces; b; b = b->next)
            if (a->token->x0 < b->token->x1 && b->token->x0 < a->token->x1)
                return true;
    return false;
}

/* Whether the label of a row stands right of that of the first column, and in no column with that of another
 * row: it is a table of its own, whose columns one row does not tell. */
static bool is_alone(const struct layout_lines *lines, const struct table_part *part,
                     const struct layout_grid *grid, const struct layout_row *row)
{
    const struct layout_label *column = grid->labelled ? grid->leaf[0] : NULL;
    if (!lines->measure.places || !row->label || !column || !share_page(lines, column, row->label) ||
        row->label->pieces->token->x0 < grid->place[0]->x1)
        return false;
    for (const struct layout_row *other = part->rows; other < part->rows + part->row_count; other++)
        if (other != row && other->label && shares_width(row->label, other->label))
            return false;
    return true;
}

static void read_table(const struct layout_lines *lines, struct table_part *part,
                       const struct layout_grid *grid, const struct column_table *table)
{
    const struct placement *next = table->placements;
    for (size_t i = 0; i < part->row_count; next += part->rows[i++].count) {
        read_row(&part->rows[i], next);
        part->rows[i].astray = table->astray > ASTRAY;
        bool moved = part->head && part->rows[i].count < table->columns &&
                     spread_of(&part->rows[i], table, next) > SPREAD;
        moved |= is_alone(lines, part, grid, &part->rows[i]);
        for (size_t j = 0; j < part->rows[i].count && !moved; j++)
            moved = is_run_together(lines, part->rows[i].cells[j]);
        if (moved)
            give_up_row(&part->rows[i]);
    }
}

/* Whether columns side by side are named alike by labels of two lines, more than once: then these do not
 * stand over columns. Once may be a name that goes on below, 上年 and 总计. */
static bool has_twins(const struct layout_grid *grid)
{
    int twins = 0;
    for (int i = 1; i < grid->columns && grid->labelled; i++) {
        const struct layout_label *left = grid->leaf[i - 1], *right = grid->leaf[i];
        twins += left && right && left->key->length && left->key->length == right->key->length &&
                 left->key->first == right->key->first && left->first_line != right->first_line;
    }
    return twins > 1;
}

/* Whether each row has a value for each label, and labels of rows are broken over lines, as cells break them:
 * then order tells the columns, however close the cells stand. */
static bool is_whole(const struct table_part *part, const struct layout_grid *grid)
{
    bool whole = grid->labelled, broken = false;
    for (size_t i = 0; i < part->row_count && whole; i++) {
        const struct layout_row *row = &part->rows[i];
        whole = row->count == (size_t)grid->columns;
        broken |= row->label && row->label->first_line < row->label->last_line;
    }
    return whole && broken;
}

/* Whether the label of a column stands over the labels of rows of its page: the blanks that lines began with
 * are gone, and each stands in places of its own. */
static bool is_drawn_out(const struct layout_lines *lines, const struct table_part *part)
{
    int rows = INT_MAX, columns = INT_MAX;
    for (size_t i = part->header; i < part->end; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside) {
            if (i >= part->body && label->kinds & WORD_ROW && label->start < rows &&
                label->page == lines->line[part->header].page)
                rows = label->start;
            if (is_column(part, label) && label->start < columns)
                columns = label->start;
        }
    return columns <= rows && rows < INT_MAX;
}

/* Whether only spaces part the cells of each part: by its own places, and as the tables of one text are
 * mostly set alike. */
static void find_loose(struct table_part *parts, const struct layout_grid *grids, const float *gaps,
                       size_t count)
{
    float all = 0;
    for (size_t i = 0; i < count; i++)
        all += gaps[i];
    for (size_t i = 0; i < count; i++)
        parts[i].loose |= (gaps[i] + fmaxf(-ALIKE, fminf(ALIKE, all - gaps[i])) > LOOSE &&
                           !is_whole(&parts[i], &grids[i])) ||
                          has_twins(&grids[i]);
}

float place_values(const struct layout_lines *lines, struct table_part *parts, struct layout_grid *grids,
                   size_t count)
{
    struct column_table *tables = arena_alloc(lines->arena, (count + 1) * sizeof *tables);
    float *gaps = arena_alloc(lines->arena, (count + 1) * sizeof *gaps), cost = 0;
    bool *open = arena_alloc(lines->arena, count + 1);
    size_t opened = 0, next = 0, values = lines->modes->values;
    for (size_t i = 0; i < count; i++) {
        parts[i].loose = !lines->measure.places && is_drawn_out(lines, &parts[i]);
        bool told = parts[i].loose && values >= TELLING_VALUES; /* it tells others only how a text is set */
        open[i] = begin_placing(lines, &parts[i], &grids[i], &tables[opened]) && !told;
        values += open[i] ? tables[opened].count : 0;
        opened += open[i];
    }
    columns_place(lines->arena, tables, opened, lines->modes);
    if (lines->measure.places)
        columns_align(tables, opened);
    for (size_t i = 0; i < opened && !lines->measure.places; i++)
        columns_align_all(&tables[i]);
    for (size_t i = 0; i < count; i++) {
        if (!open[i]) {
            give_up(&parts[i]);
            continue;
        }
        if (!lines->measure.places)
            gaps[i] = gap_evidence(lines, &parts[i]) - tables[next].evidence;
        cost -= (tables[next].evidence + tables[next].stands) / 10;
        read_table(lines, &parts[i], &grids[i], &tables[next++]);
    }
    if (!lines->measure.places) /* on a page, what has columns stands in them */
        find_loose(parts, grids, gaps, count);
    return cost;
}
