/* html_sheet.c - a worksheet saved as a page: which rows of the one table that it has are prose. */
#include "html_sheet.h"

#include "enumerator.h"
#include "fold.h"

#include <string.h>

enum { LONGEST = 512 }; /* bytes of a title or label */

/* The folded words of a cell. Returns their length, 0: there are none, or they are too many for a label. */
static size_t read_words(const struct html_tree *tree, uint32_t cell, char words[LONGEST])
{
    const struct html_node *nodes = tree->nodes;
    size_t length = 0;
    for (uint32_t at = cell + 1; at < nodes[cell].end; at++) {
        if (nodes[at].kind != HTML_TEXT)
            continue;
        if (length + nodes[at].size > LONGEST)
            return 0;
        memcpy(words + length, nodes[at].text, nodes[at].size);
        length += nodes[at].size;
    }
    fold(words, length);
    while (length && ((unsigned char)words[length - 1] <= ' '))
        length--;
    return length;
}

/* The only cell of a row that has words; NULL: none has, or more. */
static const struct html_cell *lone_cell(const struct html_tree *tree, const struct html_grid *grid, size_t row)
{
    const struct html_cell *lone = NULL;
    for (size_t i = grid->rows[row].first; i < grid->rows[row + 1].first; i++) {
        if (!tree->nodes[grid->cells[i].node].size)
            continue;
        if (lone)
            return NULL;
        lone = &grid->cells[i];
    }
    return lone;
}

static bool is_title(const struct html_tree *tree, const struct html_cell *cell, const struct lexicon *lexicon)
{
    char words[LONGEST], key[LONGEST];
    size_t length = read_words(tree, cell->node, words), blanks = 0;
    while (blanks < length && (unsigned char)words[blanks] <= ' ')
        blanks++;
    size_t start = blanks + enumerator_heads(words + blanks, words + length).length;
    return start < length && lexicon_is_title(lexicon, key, lexicon_key(words + start, length - start, key));
}

bool html_holds_report(const struct html_tree *tree, const struct html_grid *grid, const struct lexicon *lexicon)
{
    enum { SEVERAL = 3, NARROWEST = 3 };
    size_t titles = 0;
    for (size_t row = 0; lexicon && grid->width >= NARROWEST && row < grid->row_count && titles < SEVERAL; row++) {
        const struct html_cell *cell = lone_cell(tree, grid, row);
        titles += cell && is_title(tree, cell, lexicon);
    }
    return titles == SEVERAL;
}

const struct html_cell *html_prose_at(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                                      const struct lexicon *lexicon)
{
    char words[LONGEST + 1];
    const struct html_cell *cell = lone_cell(tree, grid, row);
    size_t length = cell ? read_words(tree, cell->node, words) : 0;
    words[length] = '\0';
    bool number = length && !words[strspn(words, "0123456789.,- \t\n\r\x01")];
    return number || (length && lexicon_label(lexicon, words, length)) ? NULL : cell;
}
