/* layout_column.c - the columns of a band, by what its header and its rows show together. */
#include "layout_column.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Whether each column of the header has a value somewhere below: if rows print fewer values than the header shows columns, a
 * column without values may be no column at all. */
static bool supported(const struct lines *lines, const struct band *band, const struct columns *header)
{
    for (int j = 0; j < header->count; j++) {
        bool found = false;
        for (size_t i = band->body; !found && i < band->end; i++) {
            const struct line *line = &lines->line[i];
            for (size_t k = line->count - line->values; k < line->count && line->page == lines->line[band->body - 1].page; k++)
                found |= touch(header, j, &line->tokens[k]);
        }
        if (!found)
            return false;
    }
    return true;
}

/* Whether every one of several rows has as many values: then none has lost a cell, whatever the header seems to show. */
static bool all_full(const struct lines *lines, const struct band *band, int most)
{
    enum { SEVERAL = 4 };
    size_t full = 0;
    for (size_t i = 0; i < band->row_count; i++)
        if (!band->rows[i].has_heart || lines->line[band->rows[i].heart].values != (size_t)most)
            return false;
        else
            full++;
    return full >= SEVERAL;
}

/* The columns that values stand in, as header and rows show them together. */
static void join_header(const struct lines *lines, const struct band *band, struct grid *grid,
                        const struct header_reading *reading)
{
    int shown = reading->columns.count;
    bool full = all_full(lines, band, reading->most);
    grid->columns = shown > reading->most && !full ? shown : reading->most;
    grid->labelled = shown == grid->columns;
    grid->uncertain = !full && reading->doubtful && shown > reading->most && !supported(lines, band, &reading->columns);
    if (grid->labelled)
        label_columns(lines, band, grid, &reading->columns, reading->edge);
    for (int i = 0; i < shown; i++)
        grid->starts[i] = reading->columns.column[i].start;
}

void weigh_alignment(const struct lines *lines, const struct band *band, struct alignment *alignment)
{
    struct header_reading reading;
    if (!begin_reading(lines, band, &reading) || reading.columns.count < reading.most)
        return;
    for (size_t i = 0; i < band->row_count; i++) {
        const struct line *line = &lines->line[band->rows[i].heart];
        if (band->rows[i].has_heart && line->page == lines->line[band->body - 1].page)
            strike(&reading.columns, line, alignment);
    }
}

/* How values stand in the block; if nothing fits it all, in this band. */
static struct alignment alignment_of(const struct lines *lines, const struct band *band, const struct alignment *block)
{
    struct alignment alignment = {true, true, true};
    if (block->centre || block->right || block->left)
        return *block;
    weigh_alignment(lines, band, &alignment);
    return alignment;
}

/* Where values stand may show more columns than the header, whose first label may stand too far left to be told from the corner.
 */
static bool count_by_rows(const struct lines *lines, const struct band *band, const struct columns *header, struct grid *grid)
{
    int page = 0, most = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        struct columns columns;
        if (!band->rows[i].has_heart || lines->line[band->rows[i].heart].page == page)
            continue;
        page = lines->line[band->rows[i].heart].page;
        if (full_rows(lines, band, page, grid->columns, &columns) > 1 && aligned(lines, band, page, &columns))
            return false;
        size_t values = value_columns(lines, band, page, &columns);
        bool left = columns.count && header->count && columns.column[0].end <= header->column[0].start;
        if (left && values >= 2 * (size_t)columns.count && columns.count > most)
            most = columns.count;
    }
    if (most != grid->columns + 1)
        return false;
    grid->columns = most;
    grid->labelled = false;
    return true;
}

/* A table with more doubtful rows than others is better handed on without a grid. */
static bool mostly_ragged(const struct band *band)
{
    size_t ragged = 0, others = 0;
    for (size_t i = 0; i < band->row_count; i++) {
        ragged += band->rows[i].has_heart && band->rows[i].ragged;
        others += band->rows[i].has_heart && !band->rows[i].ragged;
    }
    return ragged > others;
}

bool find_columns(const struct lines *lines, struct band *band, struct grid *grid, const struct alignment *block)
{
    struct header_reading reading;
    if (!begin_reading(lines, band, &reading))
        return false;
    join_header(lines, band, grid, &reading);
    if (!all_full(lines, band, reading.most) && !count_by_rows(lines, band, &reading.columns, grid) && !grid->labelled)
        grid->uncertain = true;
    struct alignment alignment = alignment_of(lines, band, block);
    struct page_context context = {
        .lines = lines, .band = band, .grid = grid, .header = &reading.columns, .alignment = &alignment};
    context.header_page = band->header < band->body ? lines->line[band->body - 1].page : 0;
    for (size_t i = 0; i < band->row_count; i++) {
        int page = lines->line[band->rows[i].heart].page;
        if (!band->rows[i].has_heart || page == context.page)
            continue;
        context.page = page;
        place_page(&context);
    }
    grid->uncertain |= mostly_ragged(band);
    return true;
}
