/* fillers.c - what programs write in columns that blanks part, for a cell that is empty, around one that is
 * not, or from one to the next: blanks, too.
 */
#include "config.h"

#include "fillers.h"

#include "text.h"

#include <string.h>

/* Whether several dashes stand before the label of a column, behind other words, in a line, whose cells
 * blanks, tabs or bars part. Behind that of a row they are values. */
static bool is_filled(const struct lexicon *lexicon, const char *line, const char *end)
{
    size_t words = 0, dashes = 0;
    for (const char *at = line, *next; at < end; at = next + 1) {
        next = at + strcspn(at, " \t|\n");
        if (next == at + 1 && *at == '-') {
            dashes++;
        } else if (next > at) {
            unsigned kinds = lexicon_label_kinds(lexicon, at, (size_t)(next - at)),
                     over = kinds & (WORD_COLUMN | WORD_SPAN);
            if ((kinds & WORD_ROW && !over) || (over && words && dashes > 1))
                return over;
            words++;
            dashes = 0;
        }
    }
    return false;
}

/* Dashes that stand alone in a line become blanks, where it has words; one of dashes alone is a row of
 * values. */
static void blank_dashes(char *line, const char *end)
{
    if (strspn(line, "- \t|") >= (size_t)(end - line))
        return;
    for (char *at = line, *next; at < end; at = next + 1) {
        next = at + strcspn(at, " \t|\n");
        if (next == at + 1 && *at == '-')
            *at = ' ';
    }
}

/* Whether some line is filled so. Only those with a dash are looked at: all of them cost a text 10
 * instructions a byte. */
static bool has_fillers(const struct lexicon *lexicon, const char *bytes, const char *end)
{
    for (const char *at = bytes; (at = memchr(at, '-', (size_t)(end - at)));) {
        const char *before = memrchr(bytes, '\n', (size_t)(at - bytes));
        at = strchrnul(at, '\n');
        if (is_filled(lexicon, before ? before + 1 : bytes, at))
            return true;
    }
    return false;
}

/* Programs that cannot leave a cell empty, for blanks part theirs, write a dash in what a span covers. The
 * head of a table tells it, between its labels. */
void blank_fillers(const struct lexicon *lexicon, char *bytes, size_t length)
{
    char *end = bytes + length, *stop;
    bool filled = has_fillers(lexicon, bytes, end);
    for (char *at = bytes; filled && at < end; at = stop + 1) {
        stop = strchrnul(at, '\n');
        blank_dashes(at, stop);
    }
}

/* Whether a line quotes what stands in columns: several numbers do between blanks. Between tabs a quoted cell
 * may hold lines. */
static bool quotes_columns(const char *line, const char *end)
{
    size_t quoted = 0;
    for (const char *at = line; (at = memchr(at, '"', (size_t)(end - at))); at++) {
        size_t number = strspn(at + 1, "0123456789.-");
        bool apart = (at == line || at[-1] == ' ') && number && at[number + 1] == '"';
        quoted += apart && (at + number + 2 == end || at[number + 2] == ' ');
    }
    return quoted > 1 && !memchr(line, '\t', (size_t)(end - line));
}

/* Quotes that open or close what stands in a column become blanks: programs that print strings quote them. */
void blank_quotes(char *bytes, size_t length)
{
    char *end = bytes + length;
    for (char *at = bytes, *line, *stop; (at = memchr(at, '"', (size_t)(end - at))); at = stop) {
        line = memrchr(bytes, '\n', (size_t)(at - bytes));
        line = line ? line + 1 : bytes;
        stop = strchrnul(at, '\n');
        for (bool quoted = quotes_columns(line, stop); quoted && at < stop; at++)
            if (*at == '"' && (at == line || at[-1] == ' ' || at + 1 == stop || at[1] == ' '))
                *at = ' ';
    }
}

size_t leader_length(const char *at, const char *end)
{
    const char *start = at;
    size_t dots = 0;
    for (; at < end; at += utf8_length((unsigned char)*at)) {
        bool three = bytes_begin(at, end, "…");
        if (!three && *at != '.' && !bytes_begin(at, end, "．") && !bytes_begin(at, end, "·"))
            break;
        dots += three ? 3 : 1;
    }
    return dots > 2 ? (size_t)(at - start) : 0;
}
