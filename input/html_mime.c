/* html_mime.c - take the pages out of a MIME message. No library for it: what of MIME saved pages use are two
 * codes for bytes. */
#include "config.h"

#include "html_mime.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { HEADERS = 4096 }; /* bytes in which a message says that it is one */

enum packing { AS_IT_IS, QUOTED_PRINTABLE, BASE64 };

struct mime_part {
    bool page;
    enum packing packing;
    const char *body;
};

/* Whether a stretch begins with a word, in any case. */
static bool begins(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && !strncasecmp(at, word, length);
}

static bool says(const char *at, const char *end, const char *word)
{
    while (at < end && !begins(at, end, word))
        at++;
    return at < end;
}

static const char *line_end(const char *at, const char *end)
{
    const char *feed = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return feed ? feed + 1 : end;
}

bool html_is_message(const char *bytes, size_t length)
{
    const char *end = bytes + (length < HEADERS ? length : HEADERS), *at;
    bytes += length > 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    at = bytes;
    while (at < end && (isalnum((unsigned char)*at) || *at == '-'))
        at++;
    return at > bytes && at < end && *at == ':' && says(bytes, end, "mime-version:") &&
           says(bytes, end, "content-type:");
}

/* ---- the two codes ---- */

static int hex_digit(char byte)
{
    const char *digits = "0123456789ABCDEF", *at = byte ? strchr(digits, toupper((unsigned char)byte)) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* "=E4" is a byte, and a "=" that ends a line is not there, nor is the line's end (RFC 2045, 6.7). */
static char *unquote(char *to, const char *at, const char *end)
{
    for (; at < end; at++) {
        int high = *at == '=' && end - at > 2 ? hex_digit(at[1]) : -1,
            low = high >= 0 ? hex_digit(at[2]) : -1;
        const char *next = at + 1;
        while (next < end && (*next == ' ' || *next == '\t' || *next == '\r'))
            next++;
        if (low >= 0) {
            *to++ = (char)(high * 16 + low);
            at += 2;
        } else if (*at == '=' && (next >= end || *next == '\n')) {
            at = next;
        } else {
            *to++ = *at;
        }
    }
    return to;
}

char *html_unpack_base64(char *to, const char *at, const char *end)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0, count = 0;
    for (; at < end && *at != '='; at++) {
        const char *letter = *at ? strchr(letters, *at) : NULL;
        if (!letter)
            continue;
        bits = (bits << 6 | (unsigned)(letter - letters)) & 0xFFFFFF;
        count += 6;
        if (count >= 8)
            *to++ = (char)(bits >> (count -= 8) & 0xFF);
    }
    return to;
}

static char *unpack(char *to, const struct mime_part *part, const char *end)
{
    if (part->packing == QUOTED_PRINTABLE)
        return unquote(to, part->body, end);
    if (part->packing == BASE64)
        return html_unpack_base64(to, part->body, end);
    memcpy(to, part->body, (size_t)(end - part->body));
    return to + (end - part->body);
}

/* ---- parts ---- */

/* The headers at `at`, up to an empty line; a line that begins with a blank goes on with the one before. */
static struct mime_part read_headers(const char *at, const char *end)
{
    struct mime_part part = {false, AS_IT_IS, end};
    for (const char *stop; at < end; at = stop) {
        stop = line_end(at, end);
        while (stop < end && (*stop == ' ' || *stop == '\t'))
            stop = line_end(stop, end);
        if (*at == '\n' || *at == '\r') {
            part.body = stop;
            break;
        }
        if (begins(at, stop, "content-type:"))
            part.page = says(at, stop, "text/html") && !says(at, stop, "multipart/");
        else if (begins(at, stop, "content-transfer-encoding:"))
            part.packing = says(at, stop, "quoted-printable") ? QUOTED_PRINTABLE
                           : says(at, stop, "base64")         ? BASE64
                                                              : AS_IT_IS;
    }
    return part;
}

/* The next line from `at` on that begins with "--" and `boundary`, or, without one, begins a part. */
static const char *next_boundary(const char *at, const char *end, const char *boundary, size_t length)
{
    for (; at < end; at = line_end(at, end)) {
        const char *next = line_end(at, end);
        if (end - at > 2 && !memcmp(at, "--", 2) &&
            (boundary ? (size_t)(end - at) >= length && !memcmp(at, boundary, length)
                      : end - next > 8 && !strncasecmp(next, "content-", 8)))
            return at;
    }
    return end;
}

/* The line without its end. */
static size_t line_length(const char *at, const char *end)
{
    size_t length = (size_t)(line_end(at, end) - at);
    while (length && isspace((unsigned char)at[length - 1]))
        length--;
    return length;
}

/* The parts of parts need no tree: each begins behind a line with the boundary that ends it, too. */
const char *html_unpack(struct nb_arena *arena, const char *bytes, size_t *length)
{
    const char *end = bytes + *length, *boundary = NULL, *at = bytes;
    char *pages = arena_room(arena, *length + 2), *to = pages;
    for (size_t size = 0; at < end;) {
        struct mime_part part = read_headers(at, end);
        const char *stop = part.page && boundary ? next_boundary(part.body, end, boundary, size)
                           : part.page           ? end
                                                 : part.body;
        if (part.page)
            to = unpack(to, &part, stop);
        at = next_boundary(stop, end, NULL, 0);
        size = at < end ? line_length(at, end) : 0;
        boundary = at;
        at = line_end(at, end);
    }
    memset(to, 0, 2);
    *length = (size_t)(to - pages);
    return pages;
}
