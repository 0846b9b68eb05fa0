/* rewrite_paragraphs.c - a text that Firefox has copied, where what a cell holds as a paragraph stands on
 * lines of its own, and the tabs between cells at the begin of the next line, or the end of the one before:
 * the rows of its tables are lines again. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <string.h>

enum { SEVERAL = 3 }; /* rows broken so that show it */

static bool has_tab(const struct nb_text *text, size_t line)
{
    struct piece words = line_of(text, line);
    return memchr(text->bytes + words.start, '\t', words.end - words.start) != NULL;
}

static unsigned kinds_of(const struct nb_text *text, const struct lexicon *lexicon, struct piece cell)
{
    return cell.start < cell.end
               ? lexicon_label_kinds(lexicon, text->shadow + cell.start, cell.end - cell.start)
               : 0;
}

/* Whether a line ends with the label of a row. */
static bool ends_in_label(const struct nb_text *text, const struct lexicon *lexicon, size_t line)
{
    struct piece row = line_of(text, line);
    const char *tab = memrchr(text->bytes + row.start, '\t', row.end - row.start);
    size_t last = tab ? (size_t)(tab + 1 - text->bytes) : row.start;
    return kinds_of(text, lexicon, trim(text, last, row.end)) & WORD_ROW;
}

/* Whether a row goes on below a line: that ends with a row's label, and the next begins with a tab, and has
 * none of its own, nor a cell of several lines, in quotes. */
static bool goes_on(const struct nb_text *text, const struct lexicon *lexicon, size_t line)
{
    if (line + 1 >= text->line_count || text->bytes[text->line_starts[line + 1]] != '\t')
        return false;
    struct piece next = words_of_line(text, line + 1);
    const char *end = memchr(text->bytes + next.start, '\t', next.end - next.start);
    return text->bytes[next.start] != '"' && ends_in_label(text, lexicon, line) &&
           !ends_in_label(text, lexicon, line + 1) &&
           !kinds_of(text, lexicon, trim(text, next.start, end ? (size_t)(end - text->bytes) : next.end));
}

/* Whether tabs part cells of a line; a lone one before it may only draw it in. */
static bool has_cells(const struct nb_text *text, size_t line)
{
    struct piece words = line_of(text, line);
    const char *first = memchr(text->bytes + words.start, '\t', words.end - words.start);
    return first && memrchr(text->bytes + words.start, '\t', words.end - words.start) != first;
}

static bool is_broken(const struct nb_text *text, const struct lexicon *lexicon)
{
    size_t broken = 0;
    for (size_t line = 0; line + 1 < text->line_count && broken < SEVERAL; line++)
        broken += goes_on(text, lexicon, line) && has_cells(text, line + 1);
    return broken >= SEVERAL;
}

void with_rows_joined(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    if (!made->lexicon || !memchr(text->bytes, '\t', text->length) || !is_broken(text, made->lexicon))
        return;
    size_t row = SIZE_MAX; /* the last line of the row before */
    for (size_t line = 0; line < text->line_count; line++) {
        struct piece words = words_of_line(text, line);
        bool on = goes_on(text, made->lexicon, line), tab = has_tab(text, line) || on;
        if (tab && row < line && row + 1 < line)
            rewrite_cut(made, behind_line(text, row), text->line_starts[line], 0);
        if (on)
            rewrite_cut(made, line_of(text, line).end, text->line_starts[line + 1], 0);
        line += on;
        row = tab ? line : words.start < words.end ? SIZE_MAX : row;
    }
}
