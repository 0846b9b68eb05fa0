/* html_source.c - blanks by names that the parser does not know; and tables that a page holds and does not
 * show. */
#include "config.h"

#include "html_parts.h"

#include "html_mime.h"
#include "spelled.h"
#include "text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- blanks ---- */

/* What takes their place is as long, so that all stays where it was: blanks that merge with the last. */
static void write_blank(char *at, size_t length)
{
    memset(at, ' ', length - strlen("\xC2\xA0"));
    memcpy(at + length - strlen("\xC2\xA0"), "\xC2\xA0", strlen("\xC2\xA0"));
}

void html_write_blanks(char *bytes, size_t length)
{
    static const char twice[] = "&amp;nbsp;", once[] = "&nbsp";
    for (char *at = bytes, *end = bytes + length; (at = memchr(at, '&', (size_t)(end - at))); at++)
        if (string_begins(at, twice))
            write_blank(at, strlen(twice));
        else if (string_begins(at, once) && at[strlen(once)] != ';')
            write_blank(at, strlen(once));
}

/* ---- tables that do not show ---- */

/* How the signs of HTML are spelled: as they are; by entities; by escapes of a string; in an address; as
 * Angular hands on what it knows, where strings are spelled so, too. */
enum spelling { PLAIN = 1, ENTITIES = 2, ESCAPES = 4, PERCENTS = 8, STATE = 16 };

static const struct {
    const char *sign;
    enum spelling spelling;
} openings[] = {{"<", PLAIN},         {"&lt;", ENTITIES}, {"&amp;lt;", ENTITIES}, {"%3C", PERCENTS},
                {"\\u003C", ESCAPES}, {"\\x3C", ESCAPES}, {"&l;", STATE}};

/* How the tags of tables are spelled in a stretch, all the ways that occur. */
static unsigned spellings_of(const char *from, const char *end)
{
    unsigned spellings = 0;
    for (const char *at = from; end - at >= (ptrdiff_t)strlen("table"); at++) {
        if ((*at | 32) != 't' || strncasecmp(at, "table", strlen("table")) != 0)
            continue;
        for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
            size_t size = strlen(openings[i].sign);
            if ((size_t)(at - from) >= size && !strncasecmp(at - size, openings[i].sign, size))
                spellings |= openings[i].spelling;
        }
    }
    return spellings;
}

/* The sign that an entity is, or the escape of a string; *length: its bytes. '\0': it is none. */
static char sign_at(const char *at, unsigned spellings, size_t *length)
{
    static const struct {
        const char *name;
        char sign;
        enum spelling spelling;
    } signs[] = {{"&lt;", '<', ENTITIES},  {"&gt;", '>', ENTITIES},   {"&quot;", '"', ENTITIES},
                 {"&amp;", '&', ENTITIES}, {"&#39;", '\'', ENTITIES}, {"&#34;", '"', ENTITIES},
                 {"\\n", '\n', ESCAPES},   {"\\t", '\t', ESCAPES},    {"\\r", ' ', ESCAPES},
                 {"\\/", '/', ESCAPES},    {"\\\"", '"', ESCAPES},    {"\\'", '\'', ESCAPES},
                 {"\\\\", '\\', ESCAPES},  {"&l;", '<', STATE},       {"&g;", '>', STATE},
                 {"&q;", '"', STATE},      {"&s;", '\'', STATE},      {"&a;", '&', STATE}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (spellings & signs[i].spelling && string_begins(at, signs[i].name)) {
            *length = strlen(signs[i].name);
            return signs[i].sign;
        }
    return '\0';
}

/* A stretch as it is meant; never longer than it is spelled. */
static char *write_meant(char *to, const char *at, const char *end, unsigned spellings)
{
    while (at < end) {
        size_t length = 1, written = 1;
        bool spelled = (*at == '&' && spellings & (ENTITIES | STATE)) ||
                       (*at == '\\' && spellings & ESCAPES) || (*at == '%' && spellings & PERCENTS);
        char sign = spelled ? sign_at(at, spellings, &length) : '\0';
        *to = sign ? sign : *at;
        if (spelled && !sign)
            written = spelled_write(to, at, end, &length);
        to += written;
        at += length;
    }
    return to;
}

/* The strings of a program are what it writes, its commands are not; strings of different things stand on
 * lines of their own. What is read may stand where it is written. */
static char *write_strings(char *to, const char *at, const char *end, unsigned spellings)
{
    for (bool apart = false; at < end; at++) {
        char quote = *at;
        apart |= strchr(",:([{", quote) != NULL;
        if (!strchr("\"'`", quote))
            continue;
        const char *stop = ++at;
        while (stop < end && *stop != quote && (*stop != '\n' || quote == '`'))
            stop += *stop == '\\' && stop + 1 < end ? 2 : 1;
        if (apart)
            *to++ = '\n';
        to = write_meant(to, at, stop, spellings | ESCAPES);
        at = stop;
        apart = false;
    }
    return to;
}

/* ---- what wraps them ---- */

static const char page_address[] = "data:text/html";

struct unwrapping {
    const char *at, *end;
    char *to;
    unsigned spellings; /* of the whole page */
    bool found;         /* a table */
    bool opened;        /* an element that hides what it holds */
    bool endless;       /* a comment or a script that does not end has been seen */
};

static void copy_up_to(struct unwrapping *page, const char *end)
{
    memcpy(page->to, page->at, (size_t)(end - page->at));
    page->to += end - page->at;
    page->at = end;
}

/* Whether the tag of a script says that it holds anything else than a program or what one knows. */
static bool is_template(const char *tag, const char *end)
{
    static const char *const types[] = {"javascript", "json", "module", "ecmascript"};
    bool other = tag < end && bytes_find(tag, end, "type=");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        other = other && !bytes_find(tag, end, types[i]);
    return other;
}

static bool begins_with(const char *at, const char *end, const char *signs)
{
    while (at < end && isspace((unsigned char)*at))
        at++;
    return at < end && strchr(signs, *at);
}

/* What stands between `inside` and `stop`: as it is meant where it holds a table; else it stays, and what
 * wraps it, from here to `behind`. `code`: of a script. */
static void unwrap(struct unwrapping *page, const char *inside, const char *stop, const char *behind,
                   bool code)
{
    unsigned spellings = spellings_of(inside, stop);
    if (!spellings) {
        copy_up_to(page, behind);
        return;
    }
    page->found = true;
    code = code && !is_template(page->at, inside);
    if (spellings & STATE) {
        stop = write_meant(page->to, inside, stop, STATE);
        inside = page->to;
    }
    page->to = code ? write_strings(page->to, inside, stop, spellings & ~(unsigned)STATE)
                    : write_meant(page->to, inside, stop, spellings | (spellings & PLAIN ? ESCAPES : 0));
    page->at = behind;
}

/* The end of a tag, quotes considered. */
static const char *tag_end(const char *at, const char *end)
{
    for (char quote = '\0'; at < end; at++)
        if (quote)
            quote = *at == quote ? '\0' : quote;
        else if (*at == '>')
            return at + 1;
        else if ((*at == '"' || *at == '\'') && at[-1] == '=')
            quote = *at;
    return end;
}

/* Tables that a tag holds in attributes, or an address behind one: the tag is what wraps them. What a program
 * keeps there are strings. */
static bool unwrap_tag(struct unwrapping *page, const char *stop)
{
    static const char packed[] = ";base64,";
    bool any = false;
    for (const char *at = page->at, *end; at < stop; at = end + 1) {
        char quote = *at++;
        end = at - 1;
        if (quote != '"' && quote != '\'')
            continue;
        end = memchr(at, quote, (size_t)(stop - at));
        end = end ? end : stop;
        const char *address = bytes_find(at, end, page_address),
                   *bytes = address ? bytes_find(address, end, packed) : NULL;
        unsigned spellings = spellings_of(at, end);
        any |= bytes || spellings;
        if (bytes)
            page->to = html_unpack_base64(page->to, bytes + strlen(packed), end);
        else if (spellings) {
            char *meant = write_meant(page->to, at, end, spellings);
            page->to = begins_with(at, end, "{[") ? write_strings(page->to, page->to, meant, 0) : meant;
        }
    }
    return any;
}

/* Elements that hide what they hold, or show it as it is written. */
static bool hides(const char *tag)
{
    static const char *const names[] = {"template", "noframes", "textarea",      "xmp",
                                        "svg",      "frameset", "frame",         "iframe",
                                        "object",   "embed",    "foreignobject", "noscript"};
    tag += *tag == '/';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncasecmp(tag, names[i], strlen(names[i])) && !isalnum((unsigned char)tag[strlen(names[i])]))
            return true;
    return false;
}

/* What begins with a '<': a comment or a script goes to its end, any other tag to its own. */
static void unwrap_markup(struct unwrapping *page)
{
    bool comment = string_begins(page->at, "<!--"), script = !strncasecmp(page->at, "<script", 7),
         style = !strncasecmp(page->at, "<style", 6);
    const char *closing = comment ? "-->" : script ? "</script" : style ? "</style" : NULL;
    const char *inside = comment ? page->at + strlen("<!--") : tag_end(page->at, page->end);
    const char *stop = closing && !page->endless ? strcasestr(inside, closing) : NULL;
    page->endless |= closing && !stop;
    if (stop) {
        unwrap(page, inside, stop, comment ? stop + strlen("-->") : tag_end(stop, page->end), script);
        return;
    }
    stop = inside;
    if (unwrap_tag(page, stop)) {
        page->found = true;
        page->at = stop;
    } else if (hides(page->at + 1)) {
        page->opened = true;
        page->at = stop;
    } else {
        page->found |= page->opened && !strncasecmp(page->at, "<table", strlen("<table"));
        copy_up_to(page, stop);
    }
}

char *html_unwrap(struct nb_arena *arena, const char *bytes, size_t *length)
{
    unsigned spellings = spellings_of(bytes, bytes + *length);
    if (!spellings && !bytes_find(bytes, bytes + *length, page_address))
        return NULL;
    char *start = arena_room(arena, *length + 2);
    struct unwrapping page = {
        .at = bytes, .end = bytes + *length, .to = start, .spellings = spellings & ENTITIES};
    page.found = page.spellings;
    while (page.at < page.end) {
        const char *stop = memchr(page.at, '<', (size_t)(page.end - page.at));
        stop = stop ? stop : page.end;
        page.to = write_meant(page.to, page.at, stop, page.spellings);
        page.at = stop;
        if (stop < page.end)
            unwrap_markup(&page);
    }
    memset(page.to, 0, 2);
    *length = (size_t)(page.to - start);
    if (!page.found)
        arena_discard(arena, start);
    return page.found ? start : NULL;
}
