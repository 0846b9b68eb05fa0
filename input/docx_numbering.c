/* docx_numbering.c - read numbering.xml and count paragraphs as Word counts them. */
#include "docx_parts.h"

#include "numeral.h"
#include "pull.h"

#include <string.h>

enum { LEVELS = 9, COUNT_MOST = 32767, LEVEL_TEXT_MOST = 100 };

/* One level of a list. `restart` is the number of the level that sets it back (0: none does; -1: any above
 * it). */
struct level {
    const char *format, *text, *style, *suffix;
    int start, restart;
    bool legal; /* all numbers in decimal */
};

/* An abstractNum: all nums made from it count on together. `link` names the style whose numbering it really
 * is. */
struct docx_list {
    const char *link;
    struct level *levels[LEVELS];
    int values[LEVELS];
    bool begun[LEVELS];
};

/* A num: a list with levels of its own here and there, and places where it starts afresh (-1: it counts on).
 */
struct number {
    struct docx_list *list;
    struct level *levels[LEVELS];
    int starts[LEVELS];
    bool started[LEVELS];
};

struct numbering_reader {
    struct numbering *numbering;
    struct level **levels; /* of the list or num being read */
    struct docx_list *list;
    struct number *number;
    struct level *level;
    int ilvl;
};

static const char *copied(struct numbering_reader *at, const char *value)
{
    return arena_strndup(at->numbering->arena, value, strnlen(value, LEVEL_TEXT_MOST));
}

static void level_child(struct pull *pull, const char *name, void *state)
{
    struct numbering_reader *at = state;
    struct level *level = at->level;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "start"))
        level->start = word_number(pull, "val", 0, COUNT_MOST);
    else if (!strcmp(name, "lvlRestart"))
        level->restart = word_number(pull, "val", -1, LEVELS);
    else if (!strcmp(name, "isLgl"))
        level->legal = word_setting(pull) == ON;
    else if (!strcmp(name, "numFmt") && value)
        level->format = copied(at, value);
    else if (!strcmp(name, "lvlText") && value)
        level->text = copied(at, value);
    else if (!strcmp(name, "suff") && value)
        level->suffix = copied(at, value);
    else if (!strcmp(name, "pStyle") && value)
        level->style = arena_strdup(at->numbering->arena, value);
    else if (!strcmp(name, "AlternateContent") || !strcmp(name, "Fallback"))
        pull_children(pull, level_child, at);
}

static void read_level(struct pull *pull, struct numbering_reader *at)
{
    int ilvl = word_number(pull, "ilvl", -1, LEVELS);
    if (ilvl < 0 || ilvl >= LEVELS)
        return;
    at->level = arena_alloc(at->numbering->arena, sizeof *at->level);
    *at->level = (struct level){.format = "decimal", .text = "", .suffix = "tab", .restart = -1};
    at->levels[ilvl] = at->level;
    pull_children(pull, level_child, at);
}

static void list_child(struct pull *pull, const char *name, void *state)
{
    struct numbering_reader *at = state;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "lvl"))
        read_level(pull, at);
    else if (!strcmp(name, "numStyleLink") && value)
        at->list->link = arena_strdup(at->numbering->arena, value);
}

static void override_child(struct pull *pull, const char *name, void *state)
{
    struct numbering_reader *at = state;
    if (!strcmp(name, "startOverride"))
        at->number->starts[at->ilvl] = word_number(pull, "val", 0, COUNT_MOST);
    else if (!strcmp(name, "lvl"))
        read_level(pull, at);
}

static void number_child(struct pull *pull, const char *name, void *state)
{
    struct numbering_reader *at = state;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "abstractNumId") && value)
        at->number->list = names_find(at->numbering->lists, value);
    if (strcmp(name, "lvlOverride"))
        return;
    at->ilvl = word_number(pull, "ilvl", LEVELS, LEVELS);
    if (at->ilvl < LEVELS)
        pull_children(pull, override_child, at);
}

static void read_list(struct pull *pull, struct numbering *numbering, const char *id)
{
    struct docx_list *list = arena_alloc(numbering->arena, sizeof *list);
    names_add(numbering->lists, id, list);
    struct numbering_reader at = {.numbering = numbering, .list = list, .levels = list->levels};
    pull_children(pull, list_child, &at);
}

static void read_number(struct pull *pull, struct numbering *numbering, const char *id)
{
    struct number *number = arena_alloc(numbering->arena, sizeof *number);
    for (int i = 0; i < LEVELS; i++)
        number->starts[i] = -1;
    names_add(numbering->numbers, id, number);
    struct numbering_reader at = {.numbering = numbering, .number = number, .levels = number->levels};
    pull_children(pull, number_child, &at);
}

static void numbering_child(struct pull *pull, const char *name, void *state)
{
    const char *list = pull_attribute(pull, "abstractNumId"), *number = pull_attribute(pull, "numId");
    if (!strcmp(name, "abstractNum") && list)
        read_list(pull, state, list);
    else if (!strcmp(name, "num") && number)
        read_number(pull, state, number);
}

bool numbering_read(struct numbering *numbering, struct nb_arena *arena, const struct word_styles *styles,
                    const struct zip_part *part, struct nb_error *error)
{
    *numbering =
        (struct numbering){.arena = arena, .styles = styles, .lists = names_new(), .numbers = names_new()};
    return pull_part("numbering.xml", part, numbering_child, numbering, error);
}

void numbering_free(struct numbering *numbering)
{
    names_free(numbering->lists);
    names_free(numbering->numbers);
}

static struct number *find_number(struct numbering *numbering, const char *id)
{
    struct number *number = names_find(numbering->numbers, id);
    return number && number->list ? number : NULL;
}

/* The list a num counts in: its own, or that of the style which the list is linked to. */
static struct docx_list *list_of(struct numbering *numbering, const struct number *number)
{
    const struct word_style *style = word_style_find(numbering->styles, number->list->link);
    const struct number *linked =
        style && style->number.num_id ? find_number(numbering, style->number.num_id) : NULL;
    return linked ? linked->list : number->list;
}

static const struct level *level_of(const struct number *number, const struct docx_list *list, int ilvl)
{
    return number->levels[ilvl] ? number->levels[ilvl] : list->levels[ilvl];
}

static int start_of(const struct number *number, const struct docx_list *list, int ilvl)
{
    const struct level *level = level_of(number, list, ilvl);
    return number->starts[ilvl] >= 0 ? number->starts[ilvl] : level ? level->start : 0;
}

/* What a style and those below it ask for. */
static struct number_ref inherited(const struct numbering *numbering, const struct word_style *style)
{
    struct number_ref found = {NULL, -1};
    for (int steps = 0; style && steps < STYLE_STEPS;
         steps++, style = word_style_base(numbering->styles, style)) {
        if (!found.num_id)
            found.num_id = style->number.num_id;
        if (found.level < 0)
            found.level = style->number.level;
    }
    return found;
}

/* The level that names the style, or one it is based on, as its own; -1 if none does. */
static int level_for_style(const struct numbering *numbering, const struct number *number,
                           const struct docx_list *list, const struct word_style *style)
{
    for (int steps = 0; style && steps < STYLE_STEPS;
         steps++, style = word_style_base(numbering->styles, style))
        for (int i = 0; i < LEVELS; i++) {
            const struct level *level = level_of(number, list, i);
            if (level && level->style && !strcmp(level->style, style->id))
                return i;
        }
    return -1;
}

static void count(struct number *number, struct docx_list *list, int ilvl)
{
    bool afresh = number->starts[ilvl] >= 0 && !number->started[ilvl];
    number->started[ilvl] = true;
    list->values[ilvl] = afresh || !list->begun[ilvl] ? start_of(number, list, ilvl) : list->values[ilvl] + 1;
    list->begun[ilvl] = true;
    for (int below = ilvl + 1; below < LEVELS; below++) {
        const struct level *level = level_of(number, list, below);
        if (!level || level->restart < 0 || ilvl < level->restart)
            list->begun[below] = false;
    }
}

static size_t append(char *out, size_t used, const char *bytes, size_t length)
{
    if (used + length >= LABEL_MAX - 1)
        return used;
    memcpy(out + used, bytes, length);
    return used + length;
}

/* %1 to %9 in a level's text stand for the numbers of those levels. */
static size_t write_numbers(const struct number *number, const struct docx_list *list, int ilvl, char *out)
{
    const struct level *level = level_of(number, list, ilvl);
    char numeral[NUMERAL_MAX];
    size_t used = 0;
    for (const char *at = level->text; *at; at++) {
        int of = at[0] == '%' && at[1] >= '1' && at[1] <= '9' ? at[1] - '1' : -1;
        const struct level *other = of >= 0 ? level_of(number, list, of) : NULL;
        if (other) {
            int value = list->begun[of] ? list->values[of] : start_of(number, list, of);
            size_t length = numeral_write(numeral, level->legal ? "decimal" : other->format, (unsigned)value);
            used = append(out, used, numeral, length);
        } else if (of < 0) {
            used = append(out, used, at, 1);
        }
        at += of >= 0;
    }
    return used;
}

/* Word's bullets are mostly characters of its symbol fonts, in Unicode's private area (U+E000 to U+F8FF). */
static size_t write_bullet(const struct level *level, char *out)
{
    unsigned char first = (unsigned char)level->text[0], second = first ? (unsigned char)level->text[1] : 0;
    bool is_private = first == 0xEE || (first == 0xEF && second <= 0xA3);
    return is_private || !first ? append(out, 0, "•", 3) : append(out, 0, level->text, strlen(level->text));
}

/* The gap after a number is white in Word; after 、 or ） it is part of the mark, after "1." a space stands
 * for it. */
static size_t write_label(const struct number *number, const struct docx_list *list, int ilvl, char *out)
{
    const struct level *level = level_of(number, list, ilvl);
    if (!level)
        return 0;
    size_t used =
        strcmp(level->format, "bullet") ? write_numbers(number, list, ilvl, out) : write_bullet(level, out);
    if (used && !((unsigned char)out[used - 1] & 0x80) && out[used - 1] != ' ' &&
        strcmp(level->suffix, "nothing"))
        used = append(out, used, " ", 1);
    return used;
}

size_t numbering_label(struct numbering *numbering, const struct word_style *style, struct number_ref own,
                       char out[LABEL_MAX])
{
    struct number_ref styled = inherited(numbering, style);
    const char *id = own.num_id ? own.num_id : styled.num_id;
    struct number *number = id ? find_number(numbering, id) : NULL;
    size_t length = 0;
    if (number) {
        struct docx_list *list = list_of(numbering, number);
        int ilvl = own.level;
        if (ilvl < 0 && !own.num_id)
            ilvl = level_for_style(numbering, number, list, style);
        if (ilvl < 0)
            ilvl = styled.level < 0 ? 0 : styled.level;
        count(number, list, ilvl);
        length = write_label(number, list, ilvl, out);
    }
    out[length] = '\0';
    return length;
}
