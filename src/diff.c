/* diff.c - compares two reports cell by cell and paragraph by paragraph (longest common subsequence). */
#include "diff.h"
#include "files.h"
#include "text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *hold(struct difference *difference, char *string)
{
    difference->strings = checked_grow(difference->strings, &difference->string_room,
                                       difference->string_count + 1, sizeof *difference->strings);
    return difference->strings[difference->string_count++] = checked(string);
}

/* A copy in which numbers and names of persons are covered; the difference keeps it. */
static const char *covered(struct difference *difference, const char *text)
{
    if (!text)
        return NULL;
    char *copy = checked(strdup(text));
    checked(nb_cover_persons(copy) ? copy : NULL);
    return hold(difference, copy);
}

/* ---- cells ---- */

static void add_cell(struct difference *difference, struct cell_change change)
{
    difference->cells = checked_grow(difference->cells, &difference->cell_room, difference->cell_count + 1,
                                     sizeof *difference->cells);
    difference->cells[difference->cell_count++] = change;
}

static bool same_value(const char *one, const char *other)
{
    return one == other || (one && other && !strcmp(one, other));
}

/* The number of a cell, or what it prints instead of one. */
static const char *content_of(const struct nb_row *row, int column)
{
    const struct nb_cell *cell = row && column >= 0 ? &row->cells[column] : NULL;
    return !cell ? NULL : cell->value ? cell->value : *cell->raw ? cell->raw : NULL;
}

/* The label of a row as its report prints it, that of the form where it prints none, or not on one line. */
static const char *label_of(struct difference *difference, const struct nb_report *report,
                            const struct nb_row *row)
{
    size_t length = row->printed ? row->label.end - row->label.start : 0;
    char *label = length ? checked(strndup(report->text->bytes + row->label.start, length)) : NULL;
    if (label && !strpbrk(label, "\n\r\t\x1d\x1e\x1f"))
        return hold(difference, label);
    free(label);
    return row->form->label;
}

/* The cells of one table of a report that the other has as well, or that print a value. */
static void compare_table(struct difference *difference, const struct nb_report *report,
                          const struct nb_table *table, const struct nb_table *other, bool turned)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t i = 0; i < row->form->column_count; i++) {
            const struct nb_row *beside = nb_row_find(other, row->form->id);
            int column = nb_column_find(beside, row->form->columns[i].id);
            const char *here = content_of(row, (int)i), *there = content_of(beside, column);
            if (same_value(here, there) || (turned && column >= 0))
                continue;
            const char *shown = covered(difference, here), *beside_shown = covered(difference, there);
            add_cell(difference,
                     (struct cell_change){table->form, row->form, &row->form->columns[i],
                                          label_of(difference, report, row), turned ? shown : beside_shown,
                                          turned ? beside_shown : shown});
        }
}

static void compare_tables(struct difference *difference, const struct nb_report *old,
                           const struct nb_report *new)
{
    for (const struct nb_table *table = new->tables; table; table = table->next)
        compare_table(difference, new, table, nb_table_find(old, table->form->id), false);
    for (const struct nb_table *table = old->tables; table; table = table->next)
        compare_table(difference, old, table, nb_table_find(new, table->form->id), true);
}

/* ---- paragraphs ---- */

struct paragraphs {
    char **list;
    size_t count, room;
};

/* `text` is the list's from now on. */
static void add_paragraph(struct paragraphs *paragraphs, char *text)
{
    paragraphs->list =
        checked_grow(paragraphs->list, &paragraphs->room, paragraphs->count + 1, sizeof *paragraphs->list);
    paragraphs->list[paragraphs->count++] = text;
}

static void add_title(struct paragraphs *paragraphs, const char *title)
{
    if (title && *title)
        add_paragraph(paragraphs, checked(strdup(title)));
}

static void gather(struct paragraphs *paragraphs, const struct nb_report *report,
                   const struct nb_block *block)
{
    for (; block; block = block->next) {
        size_t length;
        const char *words = nb_words(report, block->words, &length);
        if (block->kind != NB_TABLE && length)
            add_paragraph(paragraphs, checked(strndup(words, length)));
        if (block->kind == NB_SECTION)
            gather(paragraphs, report, block->blocks);
    }
}

static void free_paragraphs(struct paragraphs *paragraphs)
{
    for (size_t i = 0; i < paragraphs->count; i++)
        free(paragraphs->list[i]);
    free(paragraphs->list);
}

static struct paragraphs paragraphs_of(const struct nb_report *report)
{
    struct paragraphs paragraphs = {0};
    add_title(&paragraphs, report->title);
    gather(&paragraphs, report, report->preamble);
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        add_title(&paragraphs, article->title);
        gather(&paragraphs, report, article->blocks);
    }
    return paragraphs;
}

/* ---- characters ---- */

/* Longer paragraphs are compared at their start and end only: the table of the others takes at most 8 MB. */
enum { LONGEST = 2000 };

static size_t step_of(const char *text)
{
    size_t step = 1;
    while ((text[step] & 0xC0) == 0x80)
        step++;
    return step;
}

struct characters {
    size_t *starts, count; /* starts[count] is the length */
};

static struct characters characters_of(const char *text)
{
    struct characters characters = {checked(malloc((strlen(text) + 1) * sizeof *characters.starts)), 0};
    size_t at = 0;
    for (; text[at]; at += step_of(text + at))
        characters.starts[characters.count++] = at;
    characters.starts[characters.count] = at;
    return characters;
}

static bool same_character(const char *old, const struct characters *left, size_t i, const char *new,
                           const struct characters *right, size_t j)
{
    size_t length = left->starts[i + 1] - left->starts[i];
    return length == right->starts[j + 1] - right->starts[j] &&
           !memcmp(old + left->starts[i], new + right->starts[j], length);
}

/* The part of two texts between what both begin and end with. */
struct middle {
    const char *old, *new;
    struct characters left, right;
    size_t from, left_end, right_end;
};

static void keep(const struct characters *characters, size_t index, bool *kept)
{
    for (size_t at = characters->starts[index]; at < characters->starts[index + 1]; at++)
        kept[at] = true;
}

/* Mark the longest common subsequence of the middle; returns its length. */
static size_t keep_common(const struct middle *middle, bool *kept_old, bool *kept_new)
{
    size_t rows = middle->left_end - middle->from, columns = middle->right_end - middle->from,
           width = columns + 1, common = 0;
    uint16_t *lengths = checked(calloc((rows + 1) * width, sizeof *lengths));
    for (size_t i = rows; i-- > 0;)
        for (size_t j = columns; j-- > 0;) {
            uint16_t down = lengths[(i + 1) * width + j], right = lengths[i * width + j + 1];
            bool same = same_character(middle->old, &middle->left, middle->from + i, middle->new,
                                       &middle->right, middle->from + j);
            lengths[i * width + j] = same           ? (uint16_t)(lengths[(i + 1) * width + j + 1] + 1)
                                     : down > right ? down
                                                    : right;
        }
    for (size_t i = 0, j = 0; i < rows && j < columns;)
        if (same_character(middle->old, &middle->left, middle->from + i, middle->new, &middle->right,
                           middle->from + j)) {
            keep(&middle->left, middle->from + i++, kept_old);
            keep(&middle->right, middle->from + j++, kept_new);
            common++;
        } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
            i++;
        else
            j++;
    free(lengths);
    return common;
}

size_t diff_characters(const char *old, const char *new, bool *kept_old, bool *kept_new)
{
    struct middle middle = {old, new, characters_of(old), characters_of(new), 0, 0, 0};
    size_t common = 0;
    middle.left_end = middle.left.count;
    middle.right_end = middle.right.count;
    memset(kept_old, false, strlen(old) + 1);
    memset(kept_new, false, strlen(new) + 1);
    for (; middle.from < middle.left_end && middle.from < middle.right_end &&
           same_character(old, &middle.left, middle.from, new, &middle.right, middle.from);
         middle.from++, common++) {
        keep(&middle.left, middle.from, kept_old);
        keep(&middle.right, middle.from, kept_new);
    }
    for (; middle.left_end > middle.from && middle.right_end > middle.from &&
           same_character(old, &middle.left, middle.left_end - 1, new, &middle.right, middle.right_end - 1);
         common++) {
        keep(&middle.left, --middle.left_end, kept_old);
        keep(&middle.right, --middle.right_end, kept_new);
    }
    if (middle.left_end - middle.from <= LONGEST && middle.right_end - middle.from <= LONGEST)
        common += keep_common(&middle, kept_old, kept_new);
    size_t longer = middle.left.count > middle.right.count ? middle.left.count : middle.right.count;
    free(middle.left.starts);
    free(middle.right.starts);
    return longer ? common * 100 / longer : 100;
}

/* Two paragraphs of which one may have become the other. */
static bool are_alike(const char *old, const char *new)
{
    bool *kept_old = checked(malloc(strlen(old) + 1)), *kept_new = checked(malloc(strlen(new) + 1));
    bool alike = diff_characters(old, new, kept_old, kept_new) >= 50;
    free(kept_old);
    free(kept_new);
    return alike;
}

static void add_change(struct difference *difference, const char *old, const char *new, bool equal)
{
    difference->paragraphs = checked_grow(difference->paragraphs, &difference->paragraph_room,
                                          difference->paragraph_count + 1, sizeof *difference->paragraphs);
    difference->paragraphs[difference->paragraph_count++] =
        (struct paragraph_change){covered(difference, old), covered(difference, new), equal};
}

/* Paragraphs between two that are equal: those that share half of their characters stand side by side, the
 * others by themselves.
 */
static void add_gap(struct difference *difference, const struct paragraphs *old, size_t i, size_t old_end,
                    const struct paragraphs *new, size_t j, size_t new_end)
{
    for (; i < old_end; i++) {
        size_t twin = j;
        while (twin < new_end && !are_alike(old->list[i], new->list[twin]))
            twin++;
        for (; twin < new_end && j < twin; j++)
            add_change(difference, NULL, new->list[j], false);
        add_change(difference, old->list[i], twin < new_end ? new->list[j++] : NULL, false);
    }
    for (; j < new_end; j++)
        add_change(difference, NULL, new->list[j], false);
}

/* Reports have some hundred paragraphs; of a longer one the rest behind this many is not compared but shown.
 */
enum { MOST_PARAGRAPHS = 4000 };

/* lengths[i][j]: of the longest common subsequence of the paragraphs from i and from j on. */
static void compare_paragraphs(struct difference *difference, const struct paragraphs *old,
                               const struct paragraphs *new)
{
    size_t rows = old->count < MOST_PARAGRAPHS ? old->count : MOST_PARAGRAPHS;
    size_t columns = new->count < MOST_PARAGRAPHS ? new->count : MOST_PARAGRAPHS, width = columns + 1;
    uint16_t *lengths = checked(calloc((rows + 1) * width, sizeof *lengths));
    for (size_t i = rows; i-- > 0;)
        for (size_t j = columns; j-- > 0;) {
            uint16_t down = lengths[(i + 1) * width + j], right = lengths[i * width + j + 1];
            bool equal = !strcmp(old->list[i], new->list[j]);
            lengths[i * width + j] = equal          ? (uint16_t)(lengths[(i + 1) * width + j + 1] + 1)
                                     : down > right ? down
                                                    : right;
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
    free_paragraphs(&before);
    free_paragraphs(&now);
    return difference;
}

void diff_free(struct difference *difference)
{
    for (size_t i = 0; i < difference->string_count; i++)
        free(difference->strings[i]);
    free(difference->strings);
    free(difference->cells);
    free(difference->paragraphs);
}
