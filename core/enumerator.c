/* enumerator.c - what numbers articles and sections: 一、 壹、 (一) ㈠ 1. ① 第一部分 第一、 IV. */
#include "config.h"

#include "enumerator.h"

#include "fold.h"
#include "numeral.h"
#include "width.h"

#include <string.h>

/* An enumerator that is one character: its number and its kind; none if it is none. */
static enum enumerator_kind read_drawn(const char *at, const char *end, int *ordinal)
{
    static const struct {
        unsigned first, last;
        enum enumerator_kind kind;
    } ranges[] = {{0x2460, 0x2473, ENUMERATOR_CIRCLED},
                  {0x2474, 0x2487, ENUMERATOR_PAREN_ARABIC},
                  {0x2488, 0x249B, ENUMERATOR_ARABIC},
                  {0x3220, 0x3229, ENUMERATOR_PAREN},
                  {0x2160, 0x216B, ENUMERATOR_ROMAN}};
    bool begun = end - at >= 3 && (*at == '\xE2' || *at == '\xE3'); /* as few characters that are asked for */
    unsigned code = begun ? utf8_decode(at, 3) : 0;
    for (size_t i = 0; code && i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last) {
            *ordinal = (int)(code - ranges[i].first) + 1;
            return ranges[i].kind;
        }
    return ENUMERATOR_NONE;
}

/* I to XXXIX; 0: none. Moves *at behind it. */
static int read_roman(const char **at, const char *end)
{
    static const struct {
        const char *sign;
        int value;
    } signs[] = {{"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}};
    int number = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; bytes_begin(*at, end, signs[i].sign) && number < 30; *at += strlen(signs[i].sign))
            number += signs[i].value;
    return number;
}

static int read_arabic(const char **at, const char *end)
{
    int number = 0;
    for (; *at < end && number < 1000 && ((**at >= '0' && **at <= '9') || **at == FOLD_FILLER); ++*at)
        if (**at != FOLD_FILLER)
            number = number * 10 + (**at - '0');
    return number;
}

static void skip(const char **at, const char *end)
{
    while (*at < end && (**at == ' ' || **at == '\r' || **at == '\f' || **at == '\v' || **at == FOLD_FILLER))
        ++*at;
}

/* The numeral at *at and the kind of enumerator that it makes alone. */
static enum enumerator_kind read_number(const char **at, const char *end, int *ordinal)
{
    const char *from = *at;
    int64_t number = numeral_read(at, end);
    *ordinal = number < 0 || number > 99 ? 0 : (int)number;
    if (number >= 0)
        return ENUMERATOR_HAN;
    if ((*ordinal = read_arabic(at, end)) || *at > from)
        return ENUMERATOR_ARABIC;
    return (*ordinal = read_roman(at, end)) ? ENUMERATOR_ROMAN : ENUMERATOR_NONE;
}

/* Over the word and the blanks behind it, if it is there. */
static inline bool take(const char **at, const char *end, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(end - *at) < length || memcmp(*at, word, length) != 0)
        return false;
    *at += length;
    skip(at, end);
    return true;
}

/* Over a mark; its first byte, 0: there is none. */
static char take_mark(const char **at, const char *end)
{
    char mark = *at < end ? **at : 0;
    return take(at, end, "、") || take(at, end, ".") || take(at, end, ",") || take(at, end, ":") ? mark : 0;
}

static const int levels[] = {
    [ENUMERATOR_HAN] = 1,          [ENUMERATOR_PART] = 1,    [ENUMERATOR_PAREN] = 2, [ENUMERATOR_ARABIC] = 3,
    [ENUMERATOR_PAREN_ARABIC] = 4, [ENUMERATOR_CIRCLED] = 4, [ENUMERATOR_ROMAN] = 0};

/* Whether a character begins there that begins no enumerator, as in most text that is asked for. */
static bool is_word(const char *at, const char *end)
{
    const char *behind = at;
    if (at < end && (unsigned char)*at < 0x80)
        return !strchr("0123456789IVX(.,:)", *at);
    return at < end && (unsigned char)*at >= 0xE4 && !bytes_begin(at, end, "第") &&
           numeral_read(&behind, end) < 0;
}

struct enumerator enumerator_read(const char *at, const char *end)
{
    struct enumerator read = {0};
    const char *from = at;
    skip(&at, end);
    if (is_word(at, end)) {
        read.length = (size_t)(at - from);
        return read;
    }
    if ((read.kind = read_drawn(at, end, &read.ordinal))) {
        read.level = levels[read.kind];
        read.closed = true;
        read.mark = ')';
        read.length = (size_t)(at - from) + strlen("①");
        return read;
    }
    bool nth = take(&at, end, "第"), bracket = take(&at, end, "(");
    enum enumerator_kind kind = read_number(&at, end, &read.ordinal), within = ENUMERATOR_PAREN;
    skip(&at, end);
    bool part = nth && (take(&at, end, "部分") || take(&at, end, "章")),
         clause = nth && !part && take(&at, end, "条");
    read.mark = take_mark(&at, end);
    read.mark = take(&at, end, ")") ? ')' : read.mark;
    bracket |= read.mark == ')';
    read.closed = read.mark || part || clause || bracket;
    read.length = (size_t)(at - from);
    within = kind == ENUMERATOR_ARABIC ? ENUMERATOR_PAREN_ARABIC : within;
    read.kind = part      ? ENUMERATOR_PART
                : clause  ? ENUMERATOR_CLAUSE
                : nth     ? ENUMERATOR_ORDINAL
                : bracket ? within
                          : kind;
    read.level = levels[read.kind];
    return read;
}

struct enumerator enumerator_heads(const char *at, const char *end)
{
    const char *digits = at;
    while (digits < end && *digits >= '0' && *digits <= '9')
        digits++;
    if (digits == end) /* as of most lines in a table of lines */
        return (struct enumerator){0};
    struct enumerator read = enumerator_read(at, end);
    const char *behind = at + read.length;
    bool number = read.mark == '.' && behind < end && *behind >= '0' && *behind <= '9';
    bool part = read.kind == ENUMERATOR_PART || read.kind == ENUMERATOR_CLAUSE;
    if (!read.ordinal || read.ordinal > 99 || read.kind > ENUMERATOR_CLAUSE || number || read.mark == ',' ||
        read.mark == ':' || !(read.mark || part) ||
        ((read.kind == ENUMERATOR_PAREN || read.kind == ENUMERATOR_PAREN_ARABIC) && read.mark != ')'))
        return (struct enumerator){0};
    return read;
}

/* ---- which of them numbers the articles ---- */

/* A short line without a stop, as headings are. */
static bool is_heading(const char *line, const char *end)
{
    enum { LONGEST_HEADING = 40 * 3 };
    return end - line <= LONGEST_HEADING && !bytes_find(line, end, "。");
}

/* Sections may be numbered in any way; articles are by the kind whose one and two head lines first, but 一、
 * before all. */
enum enumerator_kind enumerator_of_articles(const struct nb_text *text)
{
    const char *at = text->shadow + text->body_start, *end = text->shadow + text->length;
    enum enumerator_kind first = ENUMERATOR_NONE, found = ENUMERATOR_NONE;
    for (const char *line = at; line < end; line = at + 1) {
        at = memchr(line, '\n', (size_t)(end - line));
        at = at ? at : end;
        struct enumerator read = enumerator_read(line, at);
        if (!read.closed || !read.kind || !is_heading(line, at))
            continue;
        if (read.kind == ENUMERATOR_HAN || read.kind == ENUMERATOR_PART || read.kind == ENUMERATOR_CLAUSE)
            return ENUMERATOR_HAN;
        if (!first && read.ordinal == 1)
            first = read.kind;
        if (!found && read.kind == first && read.ordinal == 2)
            found = first;
    }
    return found;
}
