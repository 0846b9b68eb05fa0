/* diff.c - compares two reports cell by cell and paragraph by paragraph (longest common subsequence). */
#include "diff.h"
#include "files.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- cells ---- */

static void add_cell(struct difference *difference, struct cell_change change)
{
    if (difference->cell_count == difference->cell_room) {
        difference->cell_room = difference->cell_room ? difference->cell_room * 2 : 64;
        difference->cells = checked(realloc(difference->cells, difference->cell_room * sizeof *difference->cells));
    }
    difference->cells[difference->cell_count++] = change;
}

static bool same_value(const char *one, const char *other)
{
    return one == other || (one && other && !strcmp(one, other));
}

/* The cells of one table that the other has as well, or that print a value. */
static void compare_table(struct difference *difference, const struct nb_table *table, const struct nb_table *other, bool turned)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t i = 0; i < row->form->column_count; i++) {
            const struct nb_row *beside = nb_row_find(other, row->form->id);
            int column = nb_column_find(beside, row->form->columns[i].id);
            const char *here = row->cells[i].value, *there = column < 0 ? NULL : beside->cells[column].value;
            if (same_value(here, there) || (turned && column >= 0))
                continue;
            add_cell(difference, (struct cell_change){table->form, row->form, &row->form->columns[i], turned ? here : there,
                                                      turned ? there : here});
        }
}

static void compare_tables(struct difference *difference, const struct nb_report *old, const struct nb_report *new)
{
    for (const struct nb_table *table = new->tables; table; table = table->next)
        compare_table(difference, table, nb_table_find(old, table->form->id), false);
    for (const struct nb_table *table = old->tables; table; table = table->next)
        compare_table(difference, table, nb_table_find(new, table->form->id), true);
}

/* ---- paragraphs ---- */

struct paragraphs {
    const char **list;
    size_t count, room;
};

static void add_paragraph(struct paragraphs *paragraphs, const char *text)
{
    if (!text || !*text)
        return;
    if (paragraphs->count == paragraphs->room) {
        paragraphs->room = paragraphs->room ? paragraphs->room * 2 : 64;
        paragraphs->list = checked(realloc(paragraphs->list, paragraphs->room * sizeof *paragraphs->list));
    }
    paragraphs->list[paragraphs->count++] = text;
}

static void gather(struct paragraphs *paragraphs, const struct nb_block *block)
{
    for (; block; block = block->next) {
        add_paragraph(paragraphs, block->kind == NB_PARAGRAPH ? block->text : block->kind == NB_SECTION ? block->title : NULL);
        if (block->kind == NB_SECTION)
            gather(paragraphs, block->blocks);
    }
}

static struct paragraphs paragraphs_of(const struct nb_report *report)
{
    struct paragraphs paragraphs = {0};
    add_paragraph(&paragraphs, report->title);
    gather(&paragraphs, report->preamble);
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        add_paragraph(&paragraphs, article->title);
        gather(&paragraphs, article->blocks);
    }
    return paragraphs;
}

static void add_change(struct difference *difference, const char *old, const char *new, bool equal)
{
    if (difference->paragraph_count == difference->paragraph_room) {
        difference->paragraph_room = difference->paragraph_room ? difference->paragraph_room * 2 : 64;
        difference->paragraphs =
            checked(realloc(difference->paragraphs, difference->paragraph_room * sizeof *difference->paragraphs));
    }
    difference->paragraphs[difference->paragraph_count++] = (struct paragraph_change){old, new, equal};
}

/* Paragraphs between two that are equal: side by side as long as both have some. */
static void add_gap(struct difference *difference, const struct paragraphs *old, size_t i, size_t old_end,
                    const struct paragraphs *new, size_t j, size_t new_end)
{
    while (i < old_end || j < new_end) {
        const char *left = i < old_end ? old->list[i++] : NULL;
        const char *right = j < new_end ? new->list[j++] : NULL;
        add_change(difference, left, right, false);
    }
}

/* Reports have some hundred paragraphs; of a longer one the rest behind this many is not compared but shown. */
enum { MOST_PARAGRAPHS = 4000 };

/* lengths[i][j]: of the longest common subsequence of the paragraphs from i and from j on. */
static void compare_paragraphs(struct difference *difference, const struct paragraphs *old, const struct paragraphs *new)
{
    size_t rows = old->count < MOST_PARAGRAPHS ? old->count : MOST_PARAGRAPHS;
    size_t columns = new->count < MOST_PARAGRAPHS ? new->count : MOST_PARAGRAPHS, width = columns + 1;
    uint16_t *lengths = checked(calloc((rows + 1) * width, sizeof *lengths));
    for (size_t i = rows; i-- > 0;)
        for (size_t j = columns; j-- > 0;) {
            uint16_t down = lengths[(i + 1) * width + j], right = lengths[i * width + j + 1];
            bool equal = !strcmp(old->list[i], new->list[j]);
            lengths[i * width + j] = equal ? (uint16_t)(lengths[(i + 1) * width + j + 1] + 1) : down > right ? down : right;
        }
    size_t i = 0, j = 0, gap_i = 0, gap_j = 0;
    while (i < rows && j < columns) {
        if (!strcmp(old->list[i], new->list[j])) {
            add_gap(difference, old, gap_i, i, new, gap_j, j);
            add_change(difference, old->list[i], new->list[j], true);
            gap_i = ++i;
            gap_j = ++j;
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            i++;
        else
            j++;
    }
    add_gap(difference, old, gap_i, old->count, new, gap_j, new->count);
    free(lengths);
}

struct difference diff_reports(const struct nb_report *old, const struct nb_report *new)
{
    struct difference difference = {0};
    struct paragraphs before = paragraphs_of(old), now = paragraphs_of(new);
    compare_tables(&difference, old, new);
    compare_paragraphs(&difference, &before, &now);
    free(before.list);
    free(now.list);
    return difference;
}

void diff_free(struct difference *difference)
{
    free(difference->cells);
    free(difference->paragraphs);
}
