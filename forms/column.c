/* column.c - which of the cells that a row prints stands in which column of the form. */
#include "config.h"

#include "bind.h"

#include "arena.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* The column label above each cell of a row: in an across table, the n-th label of that name for the n-th row. NULL where there
 * is none. */
void find_headers(const struct printed *printed, int row, const struct nb_item **headers)
{
    const struct nb_form_row *form_row = &printed->table->rows[row];
    size_t form = form_index(printed->form);
    for (size_t c = 0; c < form_row->column_count; c++) {
        int column = form_column_index(printed->table, form_row, c), nth = printed->table->across ? row : 0;
        headers[c] = NULL;
        for (size_t h = 0; h < printed->header_count && !headers[c]; h++)
            if (is_column_label(printed->headers[h]->label_id, form, printed->table, column) && nth-- == 0)
                headers[c] = printed->headers[h];
    }
}

/* Whether the row has a label of its own: that of an across table stands below its last column label. */
static bool has_row_label(const struct printed *printed)
{
    return printed->label && printed->label->kind != NB_ITEM_HEADER;
}

/* Whether printed lines and columns are those of a table: borders are known, or bars or tabs stand between cells of one line. */
static bool is_gridded(const struct nb_text *text, const struct printed *printed)
{
    if (printed->grid->ruled)
        return true;
    if (!printed->count)
        return false;
    const struct nb_item *first = has_row_label(printed) ? printed->label : printed->items[0],
                         *last = printed->items[printed->count - 1];
    const char *start = text->bytes + first->span.end;
    return last->line == first->line && last->span.end > first->span.end &&
           (memchr(start, '|', last->span.end - first->span.end) || memchr(start, '\t', last->span.end - first->span.end));
}

/* What the column labels say of the cells of a row. */
enum by_headers { NO_HEADERS, CONTRADICTED, FOUND };

/* Whether the label stands in a column of its own, behind those before it; where borders are printed, any order will do. */
static bool has_own_column(const struct nb_item *const *headers, size_t column, bool bordered)
{
    if (!headers[column])
        return false;
    for (size_t c = 0; c < column; c++)
        if (bordered ? headers[c]->column == headers[column]->column : headers[c]->column >= headers[column]->column)
            return false;
    return true;
}

/* The cells of the row's printed line up to the last that holds something. */
static unsigned used_width(const struct printed *printed)
{
    unsigned width = 0;
    for (size_t i = 0; i < printed->count; i++)
        if (is_printed_value(printed->items[i]))
            width = printed->items[i]->column + 1;
    return width;
}

/* Whether a line of column labels is as wide as the row's, but for empty cells of a table that keeps them behind the last value:
 * lines of labels do without. A row that the text ends with may be narrower. */
static bool fits_width(const struct printed *printed, const struct nb_item *header)
{
    unsigned width = printed->items[0]->line_width;
    return header->line_width == width || (printed->cut && header->line_width > width) ||
           (printed->lossless && header->line_width < width && used_width(printed) <= header->line_width);
}

/* Whether each column has a label, in a line as wide as the row's: then the cells stand under them. */
static bool headers_above(const struct nb_text *text, const struct printed *printed, const struct nb_item *const *headers,
                          size_t count)
{
    if (printed->header_grid != printed->grid || !printed->count)
        return false;
    bool bordered = printed->grid->ruled && strcmp(text->format, "text") != 0;
    for (size_t c = 0; c < count; c++)
        if (!has_own_column(headers, c, bordered) || (!printed->grid->ruled && !fits_width(printed, headers[c])))
            return false;
    return true;
}

/* Whether a value stands behind the last column label although labels and row begin alike: it is one too many. */
static bool overhangs(const struct printed *printed, const struct nb_item *const *headers, size_t count)
{
    bool across = printed->table->across, labelled = has_row_label(printed) && !printed->label->column;
    if (printed->grid->ruled || printed->header_grid != printed->grid || !(across || labelled))
        return false;
    for (size_t c = 0; c < count; c++)
        if (!has_own_column(headers, c, false) || (!across && !headers[c]->column) ||
            used_width(printed) <= headers[c]->line_width)
            return false;
    return true;
}

/* Take each cell from under its column label. CONTRADICTED: two values under one label, or one under none. */
static enum by_headers bind_by_headers(const struct nb_text *text, const struct printed *printed,
                                       const struct nb_item *const *headers, size_t count, const struct nb_item **cells)
{
    size_t placed = 0;
    if (!headers_above(text, printed, headers, count))
        return NO_HEADERS;
    memset(cells, 0, count * sizeof *cells);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < printed->count; i++)
            if (printed->items[i]->column == headers[c]->column && is_printed_value(printed->items[i])) {
                if (cells[c])
                    return CONTRADICTED;
                cells[c] = printed->items[i];
                placed++;
            }
    return placed == count_values(printed) ? FOUND : CONTRADICTED;
}

/* Whether the row is printed over several lines, label and cells each on their own. */
static bool over_lines(const struct printed *printed)
{
    const struct nb_item *first = printed->count ? printed->items[0] : NULL;
    if (!first || printed->grid->ruled)
        return false;
    bool apart = has_row_label(printed) && printed->label->line != first->line;
    return apart || printed->items[printed->count - 1]->line != first->line;
}

/* The cells that count: without pads, and without empty cells that close a row printed over several lines. */
static size_t countable(const struct printed *printed, bool pads, const struct nb_item **cells)
{
    size_t count = 0;
    bool lines = over_lines(printed);
    for (size_t i = 0; i < printed->count; i++) {
        const struct nb_item *item = printed->items[i], *before = i ? printed->items[i - 1] : NULL;
        if (item->kind == NB_ITEM_PAD) {
            for (int n = 0; pads && n < item->label_id; n++)
                cells[count++] = item;
        } else if (item->kind != NB_ITEM_BLANK || !lines || !before || before->line != item->line) {
            cells[count++] = item;
        }
    }
    return count;
}

/* Whether bars close some cells of a row that is printed over lines, and not one that others follow: a value may be broken there.
 */
static bool is_broken(const struct nb_text *text, const struct printed *printed)
{
    bool closed = false, open = false;
    for (size_t i = 0; i < printed->count; i++) {
        size_t at = printed->items[i]->span.end;
        at += strspn(text->bytes + at, " ");
        closed |= is_printed_value(printed->items[i]) && text->bytes[at] == '|';
        open |= is_printed_value(printed->items[i]) && text->bytes[at] == '\n';
    }
    return closed && open && over_lines(printed);
}

/* Whether a row of cells parted by tabs or by room goes on in another line: a value is broken there. */
static bool is_torn(const struct nb_text *text, const struct printed *printed)
{
    if (!printed->label || !printed->count || printed->grid->ruled)
        return false;
    const struct nb_item *first = printed->items[0], *last = printed->items[printed->count - 1];
    size_t start = printed->label->span.end, end = first->span.end;
    return first->line == printed->label->line && last->line != first->line &&
           (memchr(text->bytes + start, '\t', end - start + 1) || memmem(text->bytes + start, end - start, "  ", 2));
}

/* Take the cells in order, if there are as many as the form has. */
static bool bind_by_count(const struct printed *printed, size_t expected, bool pads, const struct nb_item **cells)
{
    size_t capacity = 1;
    for (size_t i = 0; i < printed->count; i++)
        capacity += printed->items[i]->kind == NB_ITEM_PAD ? (size_t)printed->items[i]->label_id : 1;
    const struct nb_item **all = xmalloc(capacity * sizeof *all);
    size_t count = countable(printed, pads, all), values = 0, first = 0;
    for (size_t i = 0; i < count; i++)
        values += is_printed_value(all[i]);
    bool exact = count == expected || (values == expected && !(printed->lossless && over_lines(printed)));
    if (!exact && count > expected && has_row_label(printed) &&
        !over_lines(printed)) { /* empty cells under a label that spans columns */
        for (exact = true; first < count - expected; first++)
            exact &= !is_printed_value(all[first]);
        exact &= all[first]->column <= printed->leftmost;
    } else if (exact && count != expected) {
        for (size_t i = 0, n = 0; i < count; i++)
            if (is_printed_value(all[i]))
                all[n++] = all[i];
    }
    for (size_t c = 0; exact && c < expected; c++)
        cells[c] = all[first + c];
    free(all);
    return exact;
}

/* "规章 | 3 | 4 | |": the last bar may close an empty cell, or stand for a lost one anywhere in the row. Without any other empty
 * cell in the table, and without room between the bars, nobody can tell. */
static bool may_have_lost_cells(const struct printed *printed)
{
    const struct nb_item *last = printed->count ? printed->items[printed->count - 1] : NULL;
    if (!last || printed->grid->ruled || is_printed_value(last))
        return false;
    return !printed->lossless;
}

/* Whether the row prints all its values, one behind the other, and no more: nothing can be in the wrong place. */
static bool is_full(const struct printed *printed, size_t count)
{
    size_t first = 0;
    while (first < printed->count && !is_printed_value(printed->items[first]))
        first++;
    for (size_t i = first; i < first + count; i++)
        if (i >= printed->count || !is_printed_value(printed->items[i]))
            return false;
    return count_values(printed) == count;
}

/* Whether two values stand between the same borders. */
static bool has_crowded_cell(const struct printed *printed)
{
    for (size_t i = 1; i < printed->count; i++)
        if (is_printed_value(printed->items[i]) && is_printed_value(printed->items[i - 1]) &&
            printed->items[i]->line == printed->items[i - 1]->line && printed->items[i]->column == printed->items[i - 1]->column)
            return true;
    return false;
}

/* Whether the reader says of a value that it may stand in several columns: of one that it has placed, or not. */
bool has_doubts(const struct nb_text *text, const struct printed *printed, bool placed)
{
    for (size_t i = 0; i < printed->count; i++) {
        const struct text_doubt *doubt = text_columns(text, printed->items[i]->span.start);
        if (doubt && doubt->placed == placed)
            return true;
    }
    return false;
}

/* Whether the row's printed line has lost or gained a cell. One that prints all its values may have: but where it is too wide and
 * begins or ends with an empty cell, a value may have come in. */
static bool has_odd_width(const struct printed *printed, bool full)
{
    if (full)
        return printed->surplus_width > 0 &&
               !(is_printed_value(printed->items[0]) && is_printed_value(printed->items[printed->count - 1]));
    return printed->surplus_width != 0;
}

/* Whether the way in which the row is printed leaves open which cell a value is. */
static bool is_uncertain(const struct nb_text *text, const struct printed *printed, size_t count)
{
    return (may_have_lost_cells(printed) && count_values(printed) != count) || is_broken(text, printed) ||
           is_torn(text, printed) || has_doubts(text, printed, false);
}

/* Whether a cell under a column label is printed and empty. */
static bool has_empty_cell(const struct printed *printed, const struct nb_item *const *headers, size_t count)
{
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < printed->count; i++)
            if (printed->items[i]->kind == NB_ITEM_BLANK && printed->items[i]->column == headers[c]->column)
                return true;
    return false;
}

/* The cells of a row whose columns are certain; false where they are not. */
bool bind_exactly(const struct nb_text *text, const struct printed *printed, const struct nb_item **headers, size_t count,
                  const struct nb_item **cells)
{
    if (is_uncertain(text, printed, count))
        return false;
    bool gridded = is_gridded(text, printed), full = is_full(printed, count);
    if (gridded && (has_odd_width(printed, full) || has_crowded_cell(printed) || overhangs(printed, headers, count)))
        return false;
    enum by_headers found = gridded ? bind_by_headers(text, printed, headers, count, cells) : NO_HEADERS;
    if (found != NO_HEADERS)
        return found == FOUND ||
               (full && !has_empty_cell(printed, headers, count) && bind_by_count(printed, count, false, cells));
    if (gridded && printed->cut && !full)
        return false;
    return bind_by_count(printed, count, false, cells) || (!over_lines(printed) && bind_by_count(printed, count, true, cells));
}
