/* sheet_cells.h - the words of the lines of a page. */
#ifndef NB_SHEET_CELLS_H
#define NB_SHEET_CELLS_H

#include "sheet_parts.h"

/* What a word of so many characters, with this rest, is in the tables of the forms, as it was asked last. */
struct word_said {
    size_t count;
    const struct sheet_word *rest;
    unsigned kinds;
};

/* Characters that stand together: on one line, or a label that its cell has wrapped. */
struct sheet_word {
    struct sheet_word *next, *rest; /* on its line; of a label, what was set below */
    const struct sheet_char *chars;
    size_t count;
    float x0, y0, x1, y1; /* of the label as a whole */
    size_t line;
    struct word_said *said;
};

/* Whether there is room before a character for a word to begin; `unit`: half an ideograph. */
bool sheet_begins_word(const struct sheet_char *last, const struct sheet_char *c, float unit);

/* What the words of a line are: which labels (enum in lexicon.h), how many values and others, and whether it
 * ends with a value.
 */
struct word_kinds {
    unsigned labels;
    size_t values, words;
    bool value_last;
};
struct word_kinds sheet_kinds(struct nb_arena *scratch, const struct lexicon *lexicon,
                              const struct sheet_line *line);

/* The first word of each line, from left to right; labels that cells have wrapped are set on one line.
 * `set_on`, room for one a line: itself, or the line on which its words are set, all of them. */
struct sheet_word **sheet_cells(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                                float unit, const struct lexicon *lexicon, size_t *set_on);

/* Whether any word of some lines is the label of a row and of no column, or what the cell has wrapped of it.
 */
bool sheet_has_row(struct nb_arena *scratch, const struct lexicon *lexicon, const struct sheet_lines *lines,
                   float unit);

#endif
