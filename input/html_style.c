/* html_style.c - the few properties of CSS that tell whether something is seen, and where cells are. */
#include "config.h"

#include "html_style.h"

#include "memory.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const properties[HTML_PROPERTIES] = {"bottom",
                                                        "display",
                                                        "flex",
                                                        "flex-direction",
                                                        "font-size",
                                                        "left",
                                                        "line-height",
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
    if ((at[0] | 32) != properties[property][0] || (at[1] | 32) != properties[property][1] ||
        strncasecmp(at, properties[property], length) != 0)
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
    return (*values[HTML_LEFT] && strtol(values[HTML_LEFT], NULL, 10) <= OUTSIDE) ||
           is_struck(values[HTML_DECORATION]) || is_struck(values[HTML_DECORATION_LINE]) ||
           !strncasecmp(values[HTML_DISPLAY], "none", 4) ||
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

bool html_style_is_thin(const struct html_style *style)
{
    static const char *const dots[] = {"px", "pt", NULL};
    char *end;
    double width = strtod(style->values[HTML_WIDTH], &end);
    return end > style->values[HTML_WIDTH] && width <= HTML_DOTS &&
           (width == 0 || string_begins_any(end, dots));
}

/* ---- sheets ---- */

static unsigned bucket_of(const char *name, size_t length)
{
    unsigned hash = 0;
    for (size_t i = 0; i < length; i++)
        hash = 31 * hash + (unsigned char)name[i];
    return hash % HTML_BUCKETS;
}

static bool is_name(const char *name, const char *at, size_t length)
{
    return strlen(name) == length && !memcmp(name, at, length);
}

/* What `more` says and `style` does not; `over`: also where it does. Returns whether it says anything. */
static bool take_style(struct html_style *style, const struct html_style *more, bool over)
{
    bool any = false;
    for (enum html_property i = 0; i < HTML_PROPERTIES; i++) {
        any = any || *more->values[i];
        if (*more->values[i] && (over || !*style->values[i]))
            style->values[i] = more->values[i];
    }
    return any;
}

/* A selector "tag.class.other", of which only the class must be there, in its parts; or "tag#id", where "#id"
 * is the class. */
struct selector {
    const char *tag, *class_name, *other;
    size_t tag_length, class_length, other_length;
};

/* Other selectors ask for more than an element tells. */
static bool read_selector(const char *at, size_t length, struct selector *selector)
{
    static const char blanks[] = " \t\r\n";
    while (length && strchr(blanks, *at))
        at++, length--;
    while (length && strchr(blanks, at[length - 1]))
        length--;
    const char *end = at + length, *dot = memchr(at, '.', length),
               *sharp = dot ? NULL : memchr(at, '#', length);
    dot = sharp ? sharp : dot;
    if (!dot)
        return false;
    const char *second = memchr(dot + 1, '.', (size_t)(end - dot - 1));
    const char *behind = second ? second : end;
    *selector = (struct selector){.tag = at,
                                  .tag_length = (size_t)(dot - at),
                                  .class_name = dot + !sharp,
                                  .class_length = (size_t)(behind - dot - !sharp),
                                  .other = second ? second + 1 : end};
    selector->other_length = (size_t)(end - selector->other);
    for (; at < end; at++)
        if (at != dot && at != second && strchr(" \t\r\n.:#>+~[*", *at))
            return false;
    return selector->class_length > (sharp != NULL);
}

/* Of rules with the same selector the last counts. A bucket takes so many of them and no more: a page that
 * has more is made to be slow. */
static void add_rule(struct html_rules *rules, struct nb_arena *arena, const struct selector *selector,
                     const struct html_style *style)
{
    enum { MOST = 16 };
    unsigned *bucket = &rules->buckets[bucket_of(selector->class_name, selector->class_length)], count = 0;
    for (unsigned i = *bucket; i; i = rules->items[i - 1].next, count++) {
        struct html_rule *rule = &rules->items[i - 1];
        if (is_name(rule->class_name, selector->class_name, selector->class_length) &&
            is_name(rule->tag, selector->tag, selector->tag_length) &&
            is_name(rule->other, selector->other, selector->other_length)) {
            take_style(&rule->style, style, true);
            return;
        }
    }
    if (count == MOST)
        return;
    rules->items = xgrow(rules->items, &rules->capacity, rules->count + 1, sizeof *rules->items);
    struct html_rule rule = {.style = *style, .next = *bucket};
    rule.tag = arena_strndup(arena, selector->tag, selector->tag_length);
    rule.class_name = arena_strndup(arena, selector->class_name, selector->class_length);
    rule.other = arena_strndup(arena, selector->other, selector->other_length);
    rules->items[rules->count++] = rule;
    rules->ids |= *rule.class_name == '#';
    *bucket = (unsigned)rules->count;
}

/* The rules of a block, unless it says nothing that is asked. */
static void add_rules(struct html_rules *rules, struct nb_arena *arena, const char *selectors,
                      const char *block, const char *end)
{
    struct html_style style = html_no_style();
    bool asked = html_style_add(&style, arena_strndup(arena, block + 1, (size_t)(end - block - 1)));
    struct selector selector;
    for (const char *comma; asked && selectors < block; selectors = comma + 1) {
        comma = memchr(selectors, ',', (size_t)(block - selectors));
        comma = comma ? comma : block;
        if (read_selector(selectors, (size_t)(comma - selectors), &selector))
            add_rule(rules, arena, &selector, &style);
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

/* The classes of an element, as many as are looked at, each once; and how long its id is at most. */
enum { MOST_CLASSES = 12, LONGEST_ID = 64 };
struct classes {
    const char *items[MOST_CLASSES];
    size_t lengths[MOST_CLASSES], count;
};

static bool has_class(const struct classes *classes, const char *at, size_t length)
{
    for (size_t i = 0; i < classes->count; i++)
        if (classes->lengths[i] == length && !memcmp(classes->items[i], at, length))
            return true;
    return false;
}

static void read_classes(const char *at, struct classes *classes)
{
    static const char blanks[] = " \t\r\n";
    classes->count = 0;
    for (size_t length; *(at += strspn(at, blanks)) && classes->count < MOST_CLASSES; at += length) {
        length = strcspn(at, blanks);
        if (has_class(classes, at, length))
            continue;
        classes->items[classes->count] = at;
        classes->lengths[classes->count++] = length;
    }
}

/* What the rules for two classes say, or for one. */
static bool apply(const struct html_rules *rules, const char *tag, const struct classes *classes, bool two,
                  struct html_style *style)
{
    bool added = false;
    for (size_t i = 0; i < classes->count; i++)
        for (unsigned next = rules->buckets[bucket_of(classes->items[i], classes->lengths[i])]; next;
             next = rules->items[next - 1].next) {
            const struct html_rule *rule = &rules->items[next - 1];
            if (!*rule->other != two && is_name(rule->class_name, classes->items[i], classes->lengths[i]) &&
                (!*rule->tag || !strcasecmp(rule->tag, tag)) &&
                (!two || has_class(classes, rule->other, strlen(rule->other))))
                added |= take_style(style, &rule->style, false);
        }
    return added;
}

/* What the rules for an id say. */
static bool apply_id(const struct html_rules *rules, const char *tag, const char *id,
                     struct html_style *style)
{
    char key[LONGEST_ID];
    struct classes classes = {.items = {key}, .count = 1};
    classes.lengths[0] = (size_t)snprintf(key, sizeof key, "#%s", id);
    return classes.lengths[0] < sizeof key && apply(rules, tag, &classes, false, style);
}

/* What is said first counts more. */
bool html_rules_apply(const struct html_rules *rules, const char *tag, const char *id, const char *names,
                      struct html_style *style)
{
    struct classes classes;
    bool more = rules->ids && *id && apply_id(rules, tag, id, style);
    read_classes(names, &classes);
    more |= apply(rules, tag, &classes, true, style);
    return apply(rules, tag, &classes, false, style) || more;
}
