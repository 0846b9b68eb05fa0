/* rewrite_lines.c - a text without lines that programs have put between those of a page. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"
#include "utf8.h"

#include <string.h>

static bool is_blank_line(const struct nb_text *text, size_t i)
{
    struct piece line = words_of_line(text, i);
    return line.start == line.end;
}

static bool is_lone_bar(const struct nb_text *text, size_t i)
{
    struct piece line = words_of_line(text, i);
    return line.end == line.start + 1 && text->bytes[line.start] == '|';
}

/* Whether a line breaks off in mid-sentence: it is as long as one of a page, ends in an ideograph or a comma,
 * and has a comma, and no blanks that would part cells. */
static bool breaks_off(const struct nb_text *text, size_t i)
{
    enum { LONG = 60 }; /* bytes: 20 ideographs; the narrowest of pages, of large type, takes 24 */
    struct piece whole = line_of(text, i), line = words_of_line(text, i);
    if (whole.end - whole.start < LONG)
        return false;
    const char *at = text->bytes + line.start, *end = text->bytes + line.end;
    unsigned char last = (unsigned char)end[-3];
    return ((last >= 0xE4 && last <= 0xE9) || memcmp(end - 3, "，", 3) == 0) && bytes_find(at, end, "，") &&
           !memmem(at, (size_t)(end - at), "  ", 2);
}

/* Whether a blank line stands behind each line, or block of lines, of a page, as programs write what they
 * find in a PDF: nearly all lines that break off in mid-sentence have one. */
static bool is_spaced_out(const struct nb_text *text)
{
    enum { SEVERAL = 4 };
    size_t lines = 0, spaced = 0;
    for (size_t i = 0; i + 1 < text->line_count; i++)
        if (breaks_off(text, i)) {
            lines++;
            spaced += is_blank_line(text, i + 1);
        }
    return lines >= SEVERAL && spaced * 10 >= lines * 9;
}

/* Whether a blank line stands behind each line, so that it says nothing: what was a line became a paragraph.
 * Then blank lines come in odd numbers: those that were there, doubled, and one. Where bars stand alone cells
 * are paragraphs, and blank lines are theirs (table_spread.c). */
static bool is_doubled(const struct nb_text *text)
{
    enum {
        SEVERAL = 8,
        RARE = 50
    }; /* lines; one of so many may be otherwise: a page's own, before the text */
    size_t lines = 0, others = 0, blanks = 0;
    for (size_t i = 0; i < text->line_count && others * RARE <= lines + RARE; i++)
        if (is_blank_line(text, i)) {
            blanks++;
        } else if (is_lone_bar(text, i)) {
            return false;
        } else {
            others += lines && blanks % 2 == 0;
            lines++;
            blanks = 0;
        }
    return lines >= SEVERAL && others * RARE <= lines;
}

void without_blank_lines(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    bool doubled = !is_spaced_out(text);
    if (doubled && !is_doubled(text))
        return;
    for (size_t i = 0, blanks = 0; i < text->line_count; i++) {
        blanks = is_blank_line(text, i) ? blanks + 1 : 0;
        if (doubled ? blanks % 2 : blanks) /* doubled: the first, third and so on of those behind a line */
            rewrite_cut(made, text->line_starts[i], behind_line(text, i), 0);
    }
}

/* On which sides a line goes on that is a mark of punctuation and nothing else. */
enum { BEFORE = 1, BEHIND = 2 };

static int goes_on(const struct nb_text *text, size_t i)
{
    struct piece words = words_of_line(text, i);
    const char *at = text->shadow + words.start;
    if (words.start == words.end ||
        words.end - words.start != utf8_length((unsigned char)text->bytes[words.start]))
        return 0;
    return *at == '('                                 ? BEHIND
           : *at == ')'                               ? BEFORE
           : strchr(",.:;", *at) || utf8_is(at, "、") ? BEFORE | BEHIND
                                                      : 0;
}

void marks_together(struct rewriting *made)
{
    /* lines of a comma: 3 to 26 in 28 texts of two programs, one in one of 5,940 others */
    enum { SEVERAL = 3 };
    const struct nb_text *text = made->text;
    size_t commas = 0;
    for (size_t i = 0; i < text->line_count; i++)
        commas += text->shadow[words_of_line(text, i).start] == ',' && goes_on(text, i);
    for (size_t i = 0; commas >= SEVERAL && i + 1 < text->line_count; i++)
        if (goes_on(text, i) & BEHIND || goes_on(text, i + 1) & BEFORE)
            rewrite_cut(made, words_of_line(text, i).end, words_of_line(text, i + 1).start, 0);
}
