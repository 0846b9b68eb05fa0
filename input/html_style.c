/* html_style.c - the few properties of CSS that tell whether something is seen, and where cells are. */
#include "config.h"

#include "html_style.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const properties[HTML_PROPERTIES] = {"bottom",
                                                        "display",
                                                        "flex",
                                                        "font-size",
                                                        "left",
                                                        "opacity",
                                                        "overflow",
                                                        "text-decoration",
                                                        "text-decoration-line",
                                                        "top",
                                                        "transform",
                                                        "vertical-align",
                                                        "visibility",
                                                        "white-space",
                                                        "width"};

struct html_style html_no_style(void)
{
    struct html_style style;
    for (enum html_property i = 0; i < HTML_PROPERTIES; i++)
        style.values[i] = "";
    return style;
}

/* ---- values ---- */

/* The value at `at`, if this property stands there, however it is spaced and capitalized; NULL: it does not.
 */
static const char *value_at(const char *at, enum html_property property)
{
    size_t length = strlen(properties[property]);
    if ((*at | 32) != *properties[property] || strncasecmp(at, properties[property], length) != 0)
        return NULL;
    at += length + strspn(at + length, " \t\n");
    return *at == ':' ? at + 1 + strspn(at + 1, " \t\n") : NULL;
}

/* The first property of those that begin with this letter; they stand together. */
static enum html_property first_of(char letter)
{
    switch (letter | 32) {
    case 'b':
        return HTML_BOTTOM;
    case 'd':
        return HTML_DISPLAY;
    case 'f':
        return HTML_FLEX;
    case 'l':
        return HTML_LEFT;
    case 'o':
        return HTML_OPACITY;
    case 't':
        return HTML_DECORATION;
    case 'v':
        return HTML_ALIGN;
    case 'w':
        return HTML_WHITE_SPACE;
    default:
        return HTML_PROPERTIES;
    }
}

/* Read once for all properties: searched for each, they cost a page 25 instructions a byte. */
bool html_style_add(struct html_style *style, const char *text)
{
    bool added = false;
    for (const char *at = text; *at; at += *at == ';') {
        while (*at == ' ' || *at == '\t' || *at == '\n')
            at++;
        for (enum html_property i = first_of(*at); i < HTML_PROPERTIES && (*at | 32) == *properties[i]; i++) {
            const char *value = *style->values[i] ? NULL : value_at(at, i);
            added = added || value;
            style->values[i] = value ? value : style->values[i];
        }
        at = strchrnul(at, ';');
    }
    return added;
}

static bool is_struck(const char *value)
{
    const char *struck = *value ? strcasestr(value, "line-through") : NULL;
    return struck && struck < value + strcspn(value, ";");
}

bool html_style_hides(const struct html_style *style)
{
    enum { OUTSIDE = -999 };
    const char *const *values = style->values;
    return strtol(values[HTML_LEFT], NULL, 10) <= OUTSIDE || is_struck(values[HTML_DECORATION]) ||
           is_struck(values[HTML_DECORATION_LINE]) || !strncasecmp(values[HTML_DISPLAY], "none", 4) ||
           !strncasecmp(values[HTML_VISIBILITY], "hidden", 6);
}

/* Whether a value is a number, and no greater. */
static bool is_at_most(const char *value, double most)
{
    char *end;
    double number = strtod(value, &end);
    return end > value && number <= most && *end != '%';
}

/* A point wide is what screen readers are told and nobody else. */
bool html_style_vanishes(const struct html_style *style)
{
    const char *const *values = style->values;
    return is_at_most(values[HTML_OPACITY], 0) ||
           (is_at_most(values[HTML_WIDTH], 1) && !strncasecmp(values[HTML_OVERFLOW], "hidden", 6));
}

/* ---- sheets ---- */

static unsigned bucket_of(const char *name, size_t length)
{
    unsigned hash = 0;
    for (size_t i = 0; i < length; i++)
        hash = 31 * hash + (unsigned char)name[i];
    return hash % (sizeof((struct html_rules *)0)->buckets / sizeof(unsigned));
}

/* The rule of "tag.class" or ".class"; other selectors ask for more than an element tells. */
static void add_rule(struct html_rules *rules, struct nb_arena *arena, const char *selector, size_t length,
                     const char *style)
{
    static const char blanks[] = " \t\r\n";
    while (length && strchr(blanks, *selector))
        selector++, length--;
    while (length && strchr(blanks, selector[length - 1]))
        length--;
    const char *dot = memchr(selector, '.', length);
    size_t size = dot ? length - (size_t)(dot + 1 - selector) : 0;
    for (size_t i = 0; i < length; i++)
        if (selector + i != dot && strchr(" \t\r\n.:#>+~[*", selector[i]))
            return;
    if (!size)
        return;
    rules->items = xgrow(rules->items, &rules->capacity, rules->count + 1, sizeof *rules->items);
    unsigned *bucket = &rules->buckets[bucket_of(dot + 1, size)];
    rules->items[rules->count++] =
        (struct html_rule){.tag = arena_strndup(arena, selector, (size_t)(dot - selector)),
                           .class_name = arena_strndup(arena, dot + 1, size),
                           .style = style,
                           .next = *bucket};
    *bucket = (unsigned)rules->count;
}

/* The rules of a block, unless it says nothing that is asked. */
static void add_rules(struct html_rules *rules, struct nb_arena *arena, const char *selectors,
                      const char *block, const char *end)
{
    struct html_style said = html_no_style();
    const char *style = arena_strndup(arena, block + 1, (size_t)(end - block - 1));
    bool asked = html_style_add(&said, style);
    for (const char *comma; asked && selectors < block; selectors = comma + 1) {
        comma = memchr(selectors, ',', (size_t)(block - selectors));
        comma = comma ? comma : block;
        add_rule(rules, arena, selectors, (size_t)(comma - selectors), style);
    }
}

/* Behind the brace that closes the one at `at`. */
static const char *behind_block(const char *at, const char *end)
{
    size_t depth = 0;
    for (; at < end; at++) {
        depth += *at == '{';
        depth -= *at == '}' && depth;
        if (!depth)
            return at + 1;
    }
    return end;
}

void html_rules_read(struct html_rules *rules, struct nb_arena *arena, const char *sheet, size_t length)
{
    for (const char *at = sheet, *end = sheet + length, *block, *behind; at < end; at = behind) {
        while (at < end && strchr(" \t\r\n}", *at))
            at++;
        if (end - at > 1 && !memcmp(at, "/*", 2)) {
            behind = memmem(at + 2, (size_t)(end - at - 2), "*/", 2);
            behind = behind ? behind + 2 : end;
            continue;
        }
        block = memchr(at, '{', (size_t)(end - at));
        behind = block ? behind_block(block, end) : end;
        if (block && *at != '@')
            add_rules(rules, arena, at, block, behind - (behind[-1] == '}'));
    }
}

bool html_rules_apply(const struct html_rules *rules, const char *tag, const char *classes,
                      struct html_style *style)
{
    bool added = false;
    for (size_t length; rules->count && *classes; classes += length) {
        classes += strspn(classes, " \t\r\n");
        length = strcspn(classes, " \t\r\n");
        for (unsigned i = rules->buckets[bucket_of(classes, length)]; i; i = rules->items[i - 1].next) {
            const struct html_rule *rule = &rules->items[i - 1];
            if (strlen(rule->class_name) == length && !memcmp(rule->class_name, classes, length) &&
                (!*rule->tag || !strcasecmp(rule->tag, tag)))
                added |= html_style_add(style, rule->style);
        }
    }
    return added;
}
