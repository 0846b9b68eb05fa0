/* spelled.c - files of ASCII that spell what is beyond it are written out. */
#include "spelled.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
    SEVERAL = 20
}; /* characters beyond ASCII of which chance spells none; the shortest title has as many */

/* What is spelled at a place: a character, or a byte of one. `length` 0: nothing. */
struct spelled_sign {
    unsigned long code;
    size_t length;
    bool byte;
};

/* How a program spells: the digits behind a mark, at least and at most so many, in this base, and what ends
 * them. Longer marks first. */
static const struct manner {
    const char *mark;
    unsigned least, most, base;
    const char *end;
    bool byte;
} manners[] = {
    {"\\u{", 1, 6, 16, "}", false}, {"\\u", 4, 4, 16, "", false}, {"\\U", 8, 8, 16, "", false},
    {"\\[u", 4, 6, 16, "]", false}, {"\\x", 2, 2, 16, "", true},  {"\\", 3, 3, 8, "", true},
    {"%u", 4, 4, 16, "", false},    {"%", 2, 2, 16, "", true},    {"&#x", 2, 6, 16, ";", false},
    {"&#X", 2, 6, 16, ";", false},  {"&#", 3, 7, 10, ";", false},
};

static struct spelled_sign spelled_so(const struct manner *manner, const char *at, const char *end)
{
    size_t mark = strlen(manner->mark), behind = strlen(manner->end), count = 0;
    char digits[8 + 1] = "";
    if ((size_t)(end - at) < mark + behind || memcmp(at, manner->mark, mark) != 0)
        return (struct spelled_sign){0};
    for (const char *digit = at + mark;
         digit < end && count < manner->most && isxdigit((unsigned char)*digit);)
        digits[count++] = *digit++;
    char *stop;
    unsigned long code = strtoul(digits, &stop, (int)manner->base);
    size_t length = mark + count + behind;
    bool whole = !*stop && count >= manner->least && length <= (size_t)(end - at) &&
                 memcmp(at + mark + count, manner->end, behind) == 0;
    return whole ? (struct spelled_sign){code, length, manner->byte} : (struct spelled_sign){0};
}

static struct spelled_sign spelled_at(const char *at, const char *end)
{
    struct spelled_sign spelling = {0};
    for (size_t i = 0; i < sizeof manners / sizeof *manners && !spelling.length; i++)
        spelling = spelled_so(&manners[i], at, end);
    return spelling;
}

/* The same, the two halves of a character beyond U+FFFF (UTF-16) being one. */
static struct spelled_sign character_at(const char *at, const char *end)
{
    struct spelled_sign high = spelled_at(at, end);
    if (!high.length || high.byte || high.code < 0xD800 || high.code > 0xDBFF)
        return high;
    struct spelled_sign low = spelled_at(at + high.length, end);
    if (!low.length || low.byte || low.code < 0xDC00 || low.code > 0xDFFF)
        return (struct spelled_sign){0};
    high.code = 0x10000 + ((high.code - 0xD800) << 10) + (low.code - 0xDC00);
    high.length += low.length;
    return high;
}

/* Write it at `to`; returns the bytes that it takes, never more than what spells it; 0: it stays spelled. */
static size_t write_out(char *to, const struct spelled_sign *spelling, char mark)
{
    unsigned long code = spelling->code;
    if (spelling->byte || code < 0x80) {
        *to = (char)code;
        return code && code < 0x100 && (mark != '&' || code >= 0x80);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    size_t rest = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const unsigned char first[] = {0, 0xC0, 0xE0, 0xF0};
    *to++ = (char)(first[rest] | code >> 6 * rest);
    for (size_t i = rest; i-- > 0;)
        *to++ = (char)(0x80 | (code >> 6 * i & 0x3F));
    return rest + 1;
}

static bool is_ascii(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] >= 0x80 || !bytes[i])
            return false;
    return true;
}

/* Whether what begins with this mark spells several characters beyond ASCII. */
static bool is_spelled(char mark, const char *at, const char *end)
{
    size_t count = 0;
    while (count < SEVERAL && (at = memchr(at, mark, (size_t)(end - at)))) {
        struct spelled_sign spelling = character_at(at, end);
        count += spelling.length && spelling.code >= 0x80;
        at += spelling.length ? spelling.length : 1;
    }
    return count == SEVERAL;
}

size_t spelled_write(char *to, const char *at, const char *end, size_t *length)
{
    struct spelled_sign spelling = character_at(at, end);
    size_t written = spelling.length ? write_out(to, &spelling, *at) : 0;
    if (!written)
        *to = *at;
    *length = written ? spelling.length : 1;
    return written ? written : 1;
}

bool read_spelled(struct nb_arena *arena, const char **bytes, size_t *length)
{
    const char *at = *bytes, *end = at + *length;
    char marks[4] = "", *to, *start;
    for (const char *mark = "\\%&"; *mark; mark++)
        if (memchr(at, *mark, *length) && is_ascii(at, *length) && is_spelled(*mark, at, end))
            marks[strlen(marks)] = *mark;
    if (!*marks)
        return false;
    bool plus = strchr(marks, '%') && !memchr(at, ' ', *length); /* blanks of what a form of a page sends */
    for (to = start = arena_alloc(arena, *length + 1); at < end;) {
        size_t spelled = 1;
        if (strchr(marks, *at))
            to += spelled_write(to, at, end, &spelled);
        else
            *to++ = *at == '+' && plus ? ' ' : *at;
        at += spelled;
    }
    *bytes = start;
    *length = (size_t)(to - start);
    return true;
}
