/* html_again.c - what a cell says before its value is no part of it where the table's head, or the row's
 * label, says it too. */
#include "html_parts.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

enum {
    HEAD_ROWS = 6, /* the head of the widest table has four; and a title */
    LABELS = 96,   /* of a head: the widest has 24, and as many stand in the rows below it */
    BYTES = 160    /* of a cell's text that are looked at: two labels and a value */
};

/* The first words of a cell, blanks left aside. `ends`: whether a text ends behind a byte, so that an element
 * parts it. */
struct html_words {
    size_t length;
    char bytes[BYTES];
    bool ends[BYTES];
};

/* A label of these columns in the rows from `first` to `last`; `beside`: of the row itself, so that more is
 * said behind it. */
struct html_label {
    unsigned column, end;
    size_t first, last;
    bool beside;
    size_t length;
    const char *bytes;
};

struct labels {
    struct html_label items[LABELS];
    char bytes[LABELS][BYTES]; /* of the words of an item, or of two */
    size_t count;
};

/* The cell that is being looked at. */
struct html_place {
    size_t row;
    unsigned column;
};

/* What a cell says before its value. SURE: a colon or a value is behind it. PARTED: other words, in another
 * element. BARE: nothing.
 */
enum certainty { NOTHING, BARE, PARTED, SURE };

static void add_words(struct html_words *words, const char *text, size_t size)
{
    size_t before = words->length;
    for (size_t i = 0; i < size && words->length < BYTES; i++) {
        bool no_break = text[i] == '\xC2' && i + 1 < size && text[i + 1] == '\xA0';
        if (!no_break && (unsigned char)text[i] > ' ') {
            words->ends[words->length] = false;
            words->bytes[words->length++] = text[i];
        }
        i += no_break;
    }
    if (words->length > before)
        words->ends[words->length - 1] = true;
}

static void read_words(const struct html_tree *tree, uint32_t cell, struct html_words *words)
{
    const struct html_node *nodes = tree->nodes;
    for (uint32_t at = cell + 1; at < nodes[cell].end && words->length < BYTES; at++)
        if (nodes[at].kind == HTML_TEXT)
            add_words(words, nodes[at].text, nodes[at].size);
}

/* Whether a cell has an ideograph, as each label has. Asked before its words are read: most cells are
 * numbers, and this is a third of what all of it costs a page. */
bool html_has_ideograph(const struct html_tree *tree, uint32_t cell)
{
    for (uint32_t at = cell + 1; at < tree->nodes[cell].end; at++)
        for (uint32_t i = 0; tree->nodes[at].kind == HTML_TEXT && i < tree->nodes[at].size; i++)
            if ((unsigned char)tree->nodes[at].text[i] >= 0xE4)
                return true;
    return false;
}

/* Whether they have none. */
static bool is_value(const struct html_words *words)
{
    size_t at = 0;
    while (at < words->length && (unsigned char)words->bytes[at] < 0xE4)
        at++;
    return at == words->length;
}

/* The bytes at `at` that may stand between two labels, or one and its value. */
static size_t sign_length(const struct html_words *words, size_t at)
{
    static const char *const signs[] = {":", "：", "-", "—", "/", "·", "、", "，", ",", ">"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        if (at + length <= words->length && !memcmp(words->bytes + at, signs[i], length))
            return length;
    }
    return 0;
}

static bool is_colon(const struct html_words *words, size_t at)
{
    return words->bytes[at] == ':' || (at + 3 <= words->length && !memcmp(words->bytes + at, "：", 3));
}

/* Behind the longest label of the place that stands at `at`; `at`: none does. */
static size_t behind_label(const struct labels *labels, struct html_place place,
                           const struct html_words *words, size_t at)
{
    size_t behind = at;
    for (size_t i = 0; i < labels->count; i++) {
        const struct html_label *label = &labels->items[i];
        size_t length = label->length;
        bool here = label->column <= place.column && place.column < label->end && label->first <= place.row &&
                    place.row <= label->last;
        if (here && at + length + label->beside <= words->length && at + length > behind &&
            !memcmp(label->bytes, words->bytes + at, length))
            behind = at + length;
    }
    return behind;
}

/* What the words say again before their value; *length: of that. */
static enum certainty said_again(const struct labels *labels, struct html_place place,
                                 const struct html_words *words, size_t *length)
{
    size_t at = 0, end = 0, behind;
    while ((behind = behind_label(labels, place, words, at)) > at) {
        end = behind;
        at = end + (end < words->length && !is_colon(words, end) ? sign_length(words, end) : 0);
    }
    *length = end;
    if (!end || words->length == BYTES)
        return NOTHING;
    if (end == words->length)
        return BARE;
    if (is_colon(words, end)) {
        *length = end + sign_length(words, end);
        return SURE;
    }
    return isdigit((unsigned char)words->bytes[end]) ? SURE : words->ends[end - 1] ? PARTED : NOTHING;
}

/* Whether words may be a label: ideographs, and no digits among them but those of its number. What is read so
 * is left out of the cells that say it again, and must be no value, however that is written: :0, 约12. */
static bool may_be_label(const struct html_words *words)
{
    size_t at = 0;
    bool ideographs = false;
    while (at < words->length && strchr("0123456789.()", words->bytes[at]))
        at++;
    for (; at < words->length && (words->bytes[at] < '0' || words->bytes[at] > '9'); at++)
        ideographs |= (unsigned char)words->bytes[at] >= 0xE4 && (unsigned char)words->bytes[at] <= 0xE9;
    return ideographs && at == words->length && at < BYTES;
}

/* The words of a cell are a label of the cells beside it, and in the head of those below. */
static void add_label(struct labels *labels, const struct html_cell *cell, size_t row,
                      const struct html_words *words)
{
    if (!may_be_label(words) || labels->count == LABELS)
        return;
    unsigned end = cell->column + cell->colspan;
    size_t length = words->length;
    char *bytes = memcpy(labels->bytes[labels->count], words->bytes, length);
    labels->items[labels->count++] = (struct html_label){end, UINT_MAX, row, row, true, length, bytes};
    if (labels->count < LABELS)
        labels->items[labels->count++] =
            (struct html_label){cell->column, end, row + 1, SIZE_MAX, false, length, bytes};
}

/* What the cells of a row say again. Returns whether one of them does so for sure. Rows with values below the
 * head have no labels for those below. */
static bool look_at_row(const struct html_tree *tree, struct html_grid *grid, size_t row,
                        struct labels *labels)
{
    bool sure = false, values = false;
    size_t head = labels->count;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++) {
        struct html_cell *cell = &grid->cells[i];
        struct html_words words;
        size_t length;
        words.length = 0;
        cell->again = 0;
        cell->sure = false;
        if (html_has_ideograph(tree, cell->node))
            read_words(tree, cell->node, &words);
        if (is_value(&words)) {
            values = true;
            continue;
        }
        enum certainty certainty =
            said_again(labels, (struct html_place){row, cell->column}, &words, &length);
        cell->again = certainty ? (unsigned)length : 0;
        cell->sure = certainty == SURE;
        sure |= cell->sure;
        values |= certainty > BARE;
        if (!certainty)
            add_label(labels, cell, row, &words);
    }
    if (values && row >= HEAD_ROWS)
        labels->count = head;
    return sure;
}

/* A head that is repeated below says all again and means nothing by it: a row says a label again where its
 * first cell does not.
 */
static void keep_labels(struct html_grid *grid, size_t row, bool table)
{
    size_t first = grid->rows[row].first, end = grid->rows[row + 1].first;
    bool sure = false, begins = first < end && grid->cells[first].again;
    for (size_t i = first; i < end; i++)
        sure |= grid->cells[i].sure;
    for (size_t i = first; i < end && (!table || (begins && !sure)); i++)
        grid->cells[i].again = 0;
}

void html_find_labels_again(const struct html_tree *tree, struct html_grid *grid)
{
    struct labels labels;
    bool sure = false;
    labels.count = 0;
    for (size_t row = 0; row < grid->row_count; row++)
        sure |= look_at_row(tree, grid, row, &labels);
    for (size_t row = 0; row < grid->row_count; row++)
        keep_labels(grid, row, sure);
}
