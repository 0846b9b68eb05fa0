/* layout_table.c - cut a block into parts: header lines, then lines with rows; what stands between them is
 * not the table's. */
#include "layout_parts.h"

#include <limits.h>
#include <string.h>

enum {
    PATIENCE = 8,  /* lines that belong to nothing known and may stand between two lines of a table */
    MAX_ROWS = 300 /* of a table of no form */
};

static bool has_kind(const struct layout_line *line, unsigned kinds)
{
    const struct layout_token *token = line->tokens,
                              *end = token + (line->kind == LINE_TEXT ? line->count : 0);
    while (token < end && !(token->label && token->label->kinds & kinds))
        token++;
    return token < end;
}

static bool is_header(const struct layout_line *line)
{
    return has_kind(line, WORD_COLUMN | WORD_SPAN | WORD_PART);
}

static bool is_row(const struct layout_line *line)
{
    return line->cells < line->count || has_kind(line, WORD_ROW | WORD_GROUP);
}

/* ---- cells ---- */

/* Where the cells of a line begin: with its first value, or behind the label of a row; nothing behind is a
 * label, and without such a label all are values. Marks and words before it are none of its cells, whatever
 * they stand under. */
static size_t first_cell(const char *bytes, const struct layout_line *line)
{
    size_t first = 0, last_label = 0;
    bool row = false;
    for (size_t i = 0; i < line->count; i++)
        if (line->tokens[i].label) {
            row |= (line->tokens[i].label->kinds & WORD_ROW) != 0;
            last_label = i + 1;
        }
    for (first = last_label; first < line->count && !row && !line->tokens[first].value; first++)
        ;
    for (size_t i = row ? 1 : 0; i < first; i++) /* the first before the label of a row may count the rows */
        if (!line->tokens[i].label && is_number(bytes + line->tokens[i].from, bytes + line->tokens[i].to))
            return line->count;
    for (size_t i = first; i < line->count && !row; i++)
        if (!line->tokens[i].value)
            return line->count;
    return first;
}

/* Whether a line is nothing but values, several of them. */
static bool is_all_values(const struct layout_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (!line->tokens[i].value)
            return false;
    return line->count > 1;
}

/* Cells stand behind a label, or alone. */
static void find_cells(struct layout_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        struct layout_line *line = &lines->line[i];
        line->cells =
            line->kind != LINE_TEXT || is_header(line) ? line->count : first_cell(lines->bytes, line);
    }
}

/* ---- prose ---- */

/* A heading of the report: words at the margin under an enumerator, or the title of an article, and no label
 * on the line. */
static bool is_heading(const struct layout_lines *lines, const struct layout_line *line)
{
    const struct layout_token *token = line->tokens;
    char key[MAX_LINE];
    if (!line->count || token->label || is_row(line))
        return false;
    struct enumerator enumerator = enumerator_at(lines, token);
    size_t from = token->from + enumerator.length;
    return enumerator.level == 1 ||
           lexicon_is_title(lines->lexicon, key, lexicon_key(lines->shadow + from, line->to - from, key));
}

/* ---- headers ---- */

/* The line behind the header that begins at `at`. */
static size_t header_end(const struct layout_lines *lines, size_t at)
{
    size_t end = at, idle = 0;
    bool columns = false;
    for (size_t i = at; i < lines->count && idle < 3; i++) {
        const struct layout_line *line = &lines->line[i];
        if (line->kind != LINE_TEXT)
            continue;
        if (is_row(line) || is_heading(lines, line) || (columns && has_kind(line, WORD_PART)))
            break;
        if (is_header(line)) {
            columns |= has_kind(line, WORD_COLUMN);
            end = i + 1;
            idle = 0;
        } else {
            idle++;
        }
    }
    return columns ? end : at;
}

bool is_column(const struct table_part *part, const struct layout_label *label)
{
    return label->first_line >= part->header && label->first_line < part->body && label->kinds & WORD_COLUMN;
}

size_t count_columns(const struct layout_lines *lines, const struct table_part *part)
{
    size_t count = 0;
    for (size_t i = part->header; i < part->body; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            count += is_column(part, label);
    return count;
}

/* Where the labels of a part's columns begin; INT_MAX: none is printed. */
static int first_column(const struct layout_lines *lines, const struct table_part *part)
{
    int first = INT_MAX;
    for (size_t i = part->header; i < part->body; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            if (is_column(part, label) && label->start < first)
                first = label->start;
    return first;
}

/* The first label of a column that forms have; NULL: there is none. */
static struct layout_label *first_named(const struct layout_lines *lines, const struct table_part *part)
{
    for (size_t i = part->header; i < part->body; i++)
        for (struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            if (is_column(part, label) && label->key->length)
                return label;
    return NULL;
}

/* The label of a column that stands above or below a token, of those from one on that begin before the part's
 * body; in a text a blank at least parts columns. */
static struct layout_label *column_beside(const struct layout_lines *lines, struct layout_label *first,
                                          const struct table_part *part, const struct layout_token *token)
{
    int blank = !lines->measure.places;
    for (struct layout_label *label = first; label && label->first_line < part->body; label = label->next)
        if (is_column(part, label) && token->start < label->end + blank && token->end + blank > label->start)
            return label;
    return NULL;
}

/* Whether a value of a part's rows stands below a token. */
static bool is_over_value(const struct layout_lines *lines, const struct table_part *part,
                          const struct layout_token *token)
{
    for (const struct layout_line *line = &lines->line[part->body]; line < &lines->line[part->end]; line++)
        for (size_t i = line->cells; line->kind == LINE_TEXT && i < line->count; i++)
            if (!line->tokens[i].serial && line->tokens[i].start < token->end &&
                line->tokens[i].end > token->start)
                return true;
    return false;
}

/* Add words of a header to a label, as its beginning where they stand before it: 上年, over 总计. */
static void add_words(struct layout_lines *lines, struct layout_label *label, struct layout_token *token,
                      size_t number)
{
    struct label_piece *first = label->pieces, **link = label->last;
    add_piece(lines, label, token, number);
    if (first->token->from < token->from)
        return;
    label->pieces = *link;
    label->pieces->next = first;
    label->last = link;
    *link = NULL;
}

/* Words of the header that no form has are labels of columns too, or the rest of one; left of all columns
 * that forms have, from the line on where these have labels, those below which values stand: others say what
 * the rows are. What says so in some form (单位) and stands right of them, over values, is a column's, too.
 */
static void name_other_columns(struct layout_lines *lines, const struct table_part *part)
{
    if (part->header == part->body)
        return;
    int first = first_column(lines, part);
    struct layout_label *labels = first_named(lines, part), **others = lines->last_label;
    for (size_t i = part->header; i < part->body; i++)
        for (size_t j = 0; lines->line[i].kind == LINE_TEXT && j < lines->line[i].count; j++) {
            struct layout_token *token = &lines->line[i].tokens[j];
            bool left = token->start < first, below = labels && i >= labels->first_line;
            unsigned kinds = token->label ? token->label->kinds : 0;
            if ((kinds && (left || kinds != (WORD_SPAN | WORD_HEAD))) ||
                ((kinds || left) && !(below && is_over_value(lines, part, token))))
                continue;
            struct layout_label *label = column_beside(lines, labels, part, token);
            if (kinds && !label)
                token->label->kinds = WORD_COLUMN;
            if (kinds)
                continue;
            label = label ? label : column_beside(lines, *others, part, token);
            if (label)
                add_words(lines, label, token, i);
            else
                column_label(lines, token, i);
        }
}

/* ---- bodies ---- */

/* Whether a line is a row whose label, left of all `columns`, a column has too, for its enumerator is lost
 * (总计): values alone stand behind it. Of the rows it is none that forms have. */
static bool takes_label(const struct layout_line *line, int columns)
{
    struct layout_label *label = line->count > 1 ? line->tokens->label : NULL;
    if (!label || label->kinds != WORD_COLUMN || line->tokens->end > columns)
        return false;
    for (size_t i = 1; i < line->count; i++)
        if (!line->tokens[i].value)
            return false;
    label->kinds = 0;
    return true;
}

/* The line behind the last row of a part, before the next header. */
static size_t body_end(const struct layout_lines *lines, const struct table_part *part)
{
    size_t end = part->body, idle = 0, columns = count_columns(lines, part);
    int left = columns ? first_column(lines, part) : 0;
    for (size_t i = part->body; i < lines->count && idle < PATIENCE; i++) {
        struct layout_line *line = &lines->line[i];
        if (line->kind != LINE_TEXT)
            continue;
        line->cells = takes_label(line, left) ? 1 : line->cells;
        if (is_header(line) || is_heading(lines, line))
            break;
        if (is_row(line)) {
            end = i + 1;
            idle = 0;
        } else {
            idle++;
        }
    }
    return end;
}

static bool has_cells(const struct layout_lines *lines, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (lines->line[i].kind == LINE_TEXT && lines->line[i].cells < lines->line[i].count)
            return true;
    return false;
}

/* Numbers before all labels of rows count the rows, also on a line that has the values of a row and not its
 * label. */
static void mark_serials(struct layout_lines *lines, const struct table_part *part)
{
    int left = INT_MAX;
    if (part->body == part->end)
        return;
    for (size_t i = part->body; i < part->end; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            if (label->kinds & WORD_ROW && label->start < left)
                left = label->start;
    for (size_t i = part->body; i < part->end && left < INT_MAX; i++) {
        struct layout_line *line = &lines->line[i];
        if (line->kind != LINE_TEXT || !line->count || !line->tokens[0].value || line->tokens[0].end > left)
            continue;
        line->tokens[0].serial = true;
        line->cells = line->cells ? line->cells : 1;
    }
}

static struct table_part part_at(struct layout_lines *lines, size_t at)
{
    struct table_part part = {.header = at, .body = at, .end = at};
    if (is_header(&lines->line[at])) {
        part.body = header_end(lines, at);
        part.known = part.body > at;
    } else {
        part.known = has_kind(&lines->line[at], WORD_ROW | WORD_GROUP);
    }
    if (part.known)
        part.end = body_end(lines, &part);
    if (part.body == at && !has_cells(lines, part.body, part.end))
        part.end = at;
    mark_serials(lines, &part);
    name_other_columns(lines, &part);
    return part;
}

/* ---- tables of no form ---- */

/* Whether some words stand apart, as the labels of columns do. */
static bool is_spaced(const struct layout_line *line)
{
    for (size_t i = 1; i < line->count; i++)
        if (line->tokens[i].start - line->tokens[i - 1].end > 1)
            return true;
    return false;
}

static size_t next_text(const struct layout_lines *lines, size_t at)
{
    while (at < lines->count && lines->line[at].kind != LINE_TEXT)
        at++;
    return at;
}

/* Take words of a table of no form for what they are, though labels of forms begin so. */
static void forget_fragments(const struct layout_lines *lines, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        for (size_t j = 0; j < lines->line[i].count; j++)
            if (lines->line[i].tokens[j].label && !lines->line[i].tokens[j].label->kinds)
                lines->line[i].tokens[j].label = NULL;
}

/* Whether a line may be a row below a header of `columns` words: words and numbers set apart, the last a
 * number. */
static bool is_other_row(const struct layout_line *line, size_t columns)
{
    return line->kind == LINE_TEXT && is_spaced(line) && line->count > 1 && line->count <= columns &&
           line->tokens[line->count - 1].value && !is_header(line) && !has_kind(line, WORD_ROW | WORD_GROUP);
}

/* The first word of each row is its label; the rest are cells. */
static void set_cells(const struct layout_lines *lines, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (lines->line[i].kind == LINE_TEXT)
            lines->line[i].cells = 1;
}

/* One line of words, then several with as many words and numbers, or fewer, below them. */
static struct table_part other_part_at(struct layout_lines *lines, size_t at)
{
    struct table_part part = {.header = at, .body = at + 1, .end = at};
    struct layout_line *header = &lines->line[at];
    size_t rows = 0, words = header->count;
    if (header->values || words < 2 || !is_spaced(header) || is_header(header) || is_row(header))
        return part;
    for (size_t i = next_text(lines, at + 1);
         i < lines->count && is_other_row(&lines->line[i], words + 1) && rows < MAX_ROWS;
         i = next_text(lines, i + 1)) {
        part.end = i + 1;
        rows++;
    }
    if (rows < 2 || words > MAX_COLUMNS)
        part.end = at;
    forget_fragments(lines, at, part.end);
    set_cells(lines, at + 1, part.end);
    for (size_t i = 1; i < words && part.end > at; i++)
        column_label(lines, &header->tokens[i], at);
    return part;
}

/* Values alone on their line, behind a header without rows: its row, though other lines stand between. */
static struct table_part bare_part_at(const struct layout_lines *lines, size_t at,
                                      const struct table_part *before)
{
    const struct layout_line *line = &lines->line[at];
    bool bare = before->end == before->body && is_all_values(line);
    size_t columns = bare ? count_columns(lines, before) : 0;
    bare = bare && line->count <= columns && 2 * line->count > columns;
    return (struct table_part){.header = at, .body = at, .end = bare ? at + 1 : at, .head = before};
}

size_t find_parts(struct layout_lines *lines, struct table_part **parts)
{
    size_t count = 0;
    find_cells(lines);
    *parts = arena_alloc(lines->arena, (lines->count + 1) * sizeof **parts);
    for (size_t i = 0; i < lines->count;) {
        if (lines->line[i].kind != LINE_TEXT) {
            i++;
            continue;
        }
        struct table_part part = part_at(lines, i);
        if (part.end == i)
            part = other_part_at(lines, i);
        if (part.end == i && count)
            part = bare_part_at(lines, i, &(*parts)[count - 1]);
        if (part.end > i) {
            (*parts)[count++] = part;
            i = part.end;
        } else {
            i++;
        }
    }
    return count;
}

/* ---- what stands under the labels of columns ---- */

/* A value, a Chinese numeral, or a number with something behind it: 4③, 3(其中1件). */
static bool is_figure(const struct layout_lines *lines, const struct layout_token *token)
{
    const char *from = lines->bytes + token->from, *to = lines->bytes + token->to;
    bool digit = lines->shadow[token->from] >= '0' && lines->shadow[token->from] <= '9';
    return token->value || is_numeral(from, to) || (digit && !enumerator_at(lines, token).level);
}

/* Whether a token is part of a label by its words. An enumerator's numeral may be a number. */
static bool is_known_piece(const struct layout_lines *lines, const struct layout_token *token)
{
    return token->label && token->label->kinds && !token->stray && !is_figure(lines, token);
}

/* Where cells may begin: `words` of them where the first label of a column does; `figures`, which are set in
 * the middle of their column, up to the width of a column before it. */
struct edge {
    int words, figures;
};

static struct edge edge_of(const struct layout_lines *lines, const struct table_part *part)
{
    int first = first_column(lines, part), second = INT_MAX;
    for (size_t i = part->header; i < part->body; i++)
        for (const struct layout_label *label = lines->line[i].labels; label; label = label->beside)
            if (is_column(part, label) && label->start > first && label->start < second)
                second = label->start;
    return (struct edge){first, second < INT_MAX ? first - (second - first) : first};
}

static bool is_under(const struct layout_lines *lines, const struct layout_token *token, struct edge edge)
{
    return token->start >= edge.words || (token->end > edge.figures && is_figure(lines, token));
}

static bool mark_line(const struct layout_lines *lines, struct layout_line *line, struct edge edge)
{
    bool marked = false;
    for (size_t i = 0; line->kind == LINE_TEXT && i < line->count; i++) {
        struct layout_token *token = &line->tokens[i];
        if (token->value || !is_under(lines, token, edge) ||
            (line->count == 1 && token->start < edge.words) || is_known_piece(lines, token))
            continue;
        token->value = token->cell = marked = true;
    }
    if (marked)
        line->values = count_values(line);
    return marked;
}

static bool has_value(const struct layout_lines *lines, const struct layout_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (is_figure(lines, &line->tokens[i]))
            return true;
    return false;
}

/* The line behind what may be rows of a part. One that has none yet may have one with values and words, set
 * apart. */
static size_t rows_end(const struct layout_lines *lines, const struct table_part *part, struct edge edge)
{
    size_t next = next_text(lines, part->body);
    if (part->end > part->body || next == lines->count)
        return part->end;
    const struct layout_line *line = &lines->line[next];
    bool row = is_under(lines, &line->tokens[0], edge) && is_spaced(line) && has_value(lines, line) &&
               !is_header(line) && !is_heading(lines, line);
    return row ? next + 1 : part->end;
}

bool mark_cells(struct layout_lines *lines, const struct table_part *parts, size_t count)
{
    bool marked = false;
    for (size_t i = 0; i < count; i++) {
        struct edge edge = edge_of(lines, &parts[i]);
        for (size_t j = parts[i].body, end = rows_end(lines, &parts[i], edge); j < end; j++)
            marked |= mark_line(lines, &lines->line[j], edge);
    }
    return marked;
}
