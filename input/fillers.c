/* fillers.c - what programs write in columns that blanks part, for a cell that is empty, around one that is
 * not, or from one to the next: blanks, too.
 */
#include "config.h"

#include "fillers.h"

#include <string.h>
#include <strings.h>

/* What is written in a cell that a span covers, and the blanks of the same size and width. */
static const struct filler {
    const char *sign, *blank;
} fillers[] = {{"-", " "}, {"—", "\xE2\x80\x83"}, {"－", "\xE3\x80\x80"}};

/* The filler that a word is and nothing else; NULL: it is none. */
static const struct filler *filler_of(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (strlen(fillers[i].sign) == length && !memcmp(word, fillers[i].sign, length))
            return &fillers[i];
    return NULL;
}

/* The filler of which several stand before the label of a column, behind other words, in a line, whose cells
 * blanks, tabs or bars part; NULL: none does. Behind the label of a row they are values. */
static const struct filler *filler_in_head(const struct lexicon *lexicon, const char *line, const char *end)
{
    const struct filler *last = NULL, *filler;
    size_t words = 0, dashes = 0;
    for (const char *at = line, *next; at < end; at = next + 1) {
        next = at + strcspn(at, " \t|\n");
        if (next > at && (filler = filler_of(at, (size_t)(next - at)))) {
            dashes = filler == last ? dashes + 1 : 1;
            last = filler;
        } else if (next > at) {
            unsigned kinds = lexicon_label_kinds(lexicon, at, (size_t)(next - at)),
                     over = kinds & (WORD_COLUMN | WORD_SPAN);
            if ((kinds & WORD_ROW && !over) || (over && words && dashes > 1))
                return over ? last : NULL;
            words++;
            dashes = 0;
        }
    }
    return NULL;
}

/* Fillers become blanks in a line that has words; one of fillers alone is a row of values. */
static void blank_line(const struct filler *filler, const struct nb_text *text, char *line, char *end)
{
    size_t length = strlen(filler->sign), words = 0;
    for (int blanks = 0; blanks < (words ? 2 : 1); blanks++)
        for (char *at = line, *next; at < end; at = next + 1) {
            next = at + strcspn(at, " \t|\n");
            bool fills = (size_t)(next - at) == length && !memcmp(at, filler->sign, length);
            words += !fills && next > at;
            if (fills && blanks) {
                memcpy(at, filler->blank, length);
                text->shadow[at - text->bytes] = ' ';
            }
        }
}

/* The filler of some line. Only those with the sign are looked at: all of them cost a text 10 instructions a
 * byte. All three fold to a hyphen, which is rarer than what wide ones begin with. */
static const struct filler *find_filler(const struct lexicon *lexicon, const struct nb_text *text)
{
    const struct filler *found = NULL;
    const char *bytes = text->bytes, *end = text->shadow + text->length;
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !found; i++)
        for (const char *at = text->shadow; !found && (at = memchr(at, '-', (size_t)(end - at))); at++) {
            const char *sign = bytes + (at - text->shadow);
            if (!string_begins(sign, fillers[i].sign))
                continue;
            const char *before = memrchr(bytes, '\n', (size_t)(sign - bytes)), *stop = strchrnul(sign, '\n');
            found = filler_in_head(lexicon, before ? before + 1 : bytes, stop);
            at += stop - sign - 1;
        }
    return found;
}

/* Programs that cannot leave a cell empty, for blanks part theirs, write a dash in what a span covers. The
 * head of a table tells it, between its labels. */
void blank_fillers(const struct lexicon *lexicon, struct nb_text *text)
{
    char *end = text->bytes + text->length, *stop;
    const struct filler *filler = find_filler(lexicon, text);
    for (char *at = text->bytes; filler && at < end; at = stop + 1) {
        stop = strchrnul(at, '\n');
        blank_line(filler, text, at, stop);
    }
}

/* Also where they count the levels of a name, Unnamed: 3_level_1. */
void blank_unnamed(char *bytes, size_t length)
{
    static const char unnamed[] = "Unnamed: ", level[] = "_level_", digits[] = "0123456789";
    for (const char *found = bytes; (found = bytes_find(found, bytes + length, unnamed));) {
        char *at = bytes + (found - bytes);
        size_t size = strlen(unnamed), number = strspn(at + size, digits);
        size += number;
        if (string_begins(at + size, level))
            size += strlen(level) + strspn(at + size + strlen(level), digits);
        bool key = at > bytes && at[-1] == '"'; /* of JSON: its value is told by it */
        memset(at, ' ', number && !key ? size : 0);
        found += size;
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

size_t unfilled_length(const char *at, const char *end)
{
    static const char *const words[] = {"nan", "none", "null", NULL};
    if (at == end || (*at | 32) != 'n') /* as nearly all words */
        return 0;
    for (const char *const *word = words; *word; word++) {
        size_t length = strlen(*word);
        if ((size_t)(end - at) >= length && !strncasecmp(at, *word, length))
            return length;
    }
    return 0;
}
