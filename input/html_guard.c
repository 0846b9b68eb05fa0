/* html_guard.c - count the attributes of each tag as libxml2 will, quotes, comments and scripts considered.
 */
#include "html_parts.h"

#include "bounds.h"
#include "text.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { NAME_BYTES = 100 }; /* the parser cuts longer names into several */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool starts_name(char byte)
{
    char small = byte | 32;
    return (small >= 'a' && small <= 'z') || byte == '_' || byte == ':' || byte == '.';
}

static bool ends_tag(const char *at)
{
    return !*at || *at == '>' || (*at == '/' && at[1] == '>');
}

static const char *skip_name(const char *at)
{
    const char *start = at;
    while (at - start < NAME_BYTES && (starts_name(*at) || *at == '-' || (*at >= '0' && *at <= '9')))
        at++;
    return at;
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

static const char *skip_value(const char *at)
{
    if (*at == '"' || *at == '\'') {
        const char *end = strchr(at + 1, *at);
        return end ? end + 1 : at + strlen(at);
    }
    while (*at && *at != '>' && !is_blank(*at))
        at++;
    return at;
}

/* From the first byte after a tag's name to its end; adds up the attributes. */
static const char *skip_attributes(const char *at, size_t *count)
{
    for (at = skip_blanks(at); !ends_tag(at); at = skip_blanks(at)) {
        if (!starts_name(*at)) {
            while (!ends_tag(at) && !is_blank(*at))
                at++;
            continue;
        }
        ++*count;
        const char *equals = skip_blanks(skip_name(at));
        at = *equals == '=' ? skip_value(skip_blanks(equals + 1)) : equals;
    }
    return at;
}

/* What scripts and styles hold is no markup: behind it, where the tag opens one. */
static const char *skip_raw(const char *at, const char *tag)
{
    static const char *const ends[] = {"</script", "</style"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (strncasecmp(tag + 1, ends[i] + 2, length - 2) != 0)
            continue;
        while ((at = strchr(at, '<')) && strncasecmp(at, ends[i], length))
            at++;
        return at;
    }
    return at;
}

bool html_attributes_bounded(const char *source)
{
    for (const char *at = source; at && (at = strchr(at, '<'));) {
        if (starts_name(at[1])) {
            size_t count = 0;
            const char *tag = at;
            at = skip_attributes(skip_name(at + 1), &count);
            if (count > LIMIT_ATTRIBUTES)
                return false;
            if ((tag[1] | 32) == 's')
                at = skip_raw(at, tag);
        } else {
            at = at[1] == '!' && string_begins(at, "<!--") ? strstr(at, "-->") : at + 1;
        }
    }
    return true;
}
