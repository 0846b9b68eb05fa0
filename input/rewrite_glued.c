/* rewrite_glued.c - a text whose labels have run together with the values behind them (规章3 0 15): a blank
 * between again. */
#include "config.h"

#include "rewrite.h"

#include "enumerator.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

/* A line that is words and, right behind them, values: the words of a label or what is left of them, and
 * where in them a label that the forms have begins; `label`: `value` if none does. `count`: of values. */
struct glued_row {
    size_t label, value, count;
    bool glued;
};

enum { FEWEST = 3, MOST = 32 }; /* values of a row that is told by them */

/* Where the number begins that words end with, right behind a letter or a closing mark of the script; their
 * end: none does. */
static size_t number_behind(const struct nb_text *text, struct piece words)
{
    size_t at = words.end;
    while (at > words.start && strchr("0123456789", text->shadow[at - 1]))
        at--;
    bool behind =
        at > words.start && ((unsigned char)text->shadow[at - 1] >= 0x80 || text->shadow[at - 1] == ')');
    return behind ? at : words.end;
}

static bool is_row_label(const struct nb_text *text, const struct lexicon *lexicon, size_t start, size_t end)
{
    return lexicon_label_kinds(lexicon, text->shadow + start, end - start) & WORD_ROW;
}

/* Where the label that ends the words [start, end) begins: with them, or with a number within, behind the
 * label at its side, of which a page prints a piece on the line (予公开1.属于国家秘密). `end`: they end in no
 * label. */
static size_t label_in(const struct nb_text *text, const struct lexicon *lexicon, size_t start, size_t end)
{
    enum { LONGEST = 600 }; /* bytes */
    if (end - start > LONGEST)
        return end;
    if (is_row_label(text, lexicon, start, end))
        return start;
    for (size_t at = start + 1; at < end; at++)
        if (strchr("(123456789", text->shadow[at]) && !strchr("0123456789(", text->shadow[at - 1]) &&
            enumerator_read(text->shadow + at, text->shadow + end).length &&
            is_row_label(text, lexicon, at, end))
            return at;
    return end;
}

/* The line as a row: words, and up to its end values, of which the first may stand right behind them; count
 * 0: it is none. */
static struct glued_row row_of(const struct nb_text *text, const struct lexicon *lexicon, struct piece line)
{
    struct glued_row row = {line.end, line.end, 0, false};
    size_t end = line.end, words = line.start;
    for (size_t start = end; end > line.start && row.count < MOST; end = trim(text, line.start, start).end) {
        start = end;
        while (start > line.start && text->shadow[start - 1] != ' ' && text->shadow[start - 1] != '\t')
            start--;
        if (!shows_value(text, (struct piece){start, end})) {
            words = start;
            break;
        }
        row.count++;
        row.value = start;
    }
    if (end == line.start || row.count < FEWEST - 1)
        return (struct glued_row){0};
    size_t stop = number_behind(text, (struct piece){words, end}),
           label = label_in(text, lexicon, words, stop);
    row.glued = stop < end;
    row.value = row.glued ? stop : row.value;
    row.count += row.glued;
    row.label = label < stop ? label : row.value;
    return row.count < FEWEST ? (struct glued_row){0} : row;
}

enum { SEVERAL = 4 }; /* lines */

/* Whether digits and blanks stand at the end of so many lines right behind a letter. Asked first, texts
 * without cost 1 instruction a byte in place of 20. */
static bool may_be_glued(const struct nb_text *text)
{
    size_t lines = 0;
    for (size_t i = 0; i < text->line_count && lines < SEVERAL; i++) {
        struct piece line = line_of(text, i);
        size_t at = line.end;
        while (at > line.start && (isdigit((unsigned char)text->bytes[at - 1]) ||
                                   text->bytes[at - 1] == ' ' || text->bytes[at - 1] == '\t'))
            at--;
        lines += at > line.start && at < line.end && text->bytes[at] > ' ' &&
                 memchr(text->bytes + at, ' ', line.end - at);
    }
    return lines == SEVERAL;
}

/* Whether labels stand right before values, more often than a note's number does (规章1 3 0 15): then rows
 * have as many values as others if the first is taken for one. */
static bool is_glued(const struct nb_text *text, const struct lexicon *lexicon)
{
    size_t glued = 0, counts[2][MOST + 2] = {{0}}, most[2] = {0};
    for (size_t i = 0; i < text->line_count; i++) {
        struct glued_row row = row_of(text, lexicon, words_of_line(text, i));
        if (!row.count || row.label == row.value)
            continue;
        glued += row.glued;
        counts[0][row.count - row.glued]++;
        counts[1][row.count]++;
    }
    for (size_t i = 0; i < MOST + 2; i++)
        for (size_t way = 0; way < 2; way++)
            most[way] = counts[way][i] > most[way] ? counts[way][i] : most[way];
    return glued >= SEVERAL && most[1] >= most[0];
}

struct nb_text *unglue(struct nb_arena *arena, const struct nb_text *text, const struct lexicon *lexicon)
{
    if (!lexicon || !may_be_glued(text) || !is_glued(text, lexicon))
        return NULL;
    struct rewriting made = {.arena = arena, .text = text};
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i), words = trim(text, line.start, line.end);
        struct glued_row row = row_of(text, lexicon, words);
        if (!row.count || !row.glued)
            continue;
        if (row.label > words.start &&
            row.label < row.value) /* behind what is left of the label at its side */
            rewrite_cut(&made, row.label, row.label, ' ');
        rewrite_cut(&made, row.value, row.value, ' ');
    }
    return rewrite_end(&made);
}
