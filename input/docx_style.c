/* docx_style.c - read styles.xml. */
#include "docx_parts.h"

#include "pull.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum setting word_setting(struct pull *pull)
{
    const char *value = pull_attribute(pull, "val");
    return value && (!strcmp(value, "0") || !strcmp(value, "false") || !strcmp(value, "off")) ? OFF : ON;
}

int word_number(struct pull *pull, const char *attribute, int otherwise, int most)
{
    const char *value = pull_attribute(pull, attribute);
    char *end;
    long number = value ? strtol(value, &end, 10) : 0;
    if (!value || end == value)
        return otherwise;
    return number < 0 ? 0 : number > most ? most : (int)number;
}

void word_number_child(struct pull *pull, const char *name, void *state)
{
    struct word_number_state *at = state;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "ilvl"))
        at->number->level = word_number(pull, "val", 0, 8);
    else if (!strcmp(name, "numId") && value)
        at->number->num_id = arena_strdup(at->arena, value);
}

/* The style being read. */
struct style_reader {
    struct word_styles *styles;
    struct word_style *style;
};

static void properties_child(struct pull *pull, const char *name, void *state)
{
    struct style_reader *at = state;
    struct word_number_state number = {at->styles->arena, &at->style->number};
    if (!strcmp(name, "numPr"))
        pull_children(pull, word_number_child, &number);
    else if (!strcmp(name, "vanish"))
        at->style->hidden = word_setting(pull);
}

static void style_child(struct pull *pull, const char *name, void *state)
{
    struct style_reader *at = state;
    const char *value = pull_attribute(pull, "val");
    if (!strcmp(name, "name") && value)
        at->style->contents = !strncasecmp(value, "toc ", 4);
    else if (!strcmp(name, "basedOn") && value)
        at->style->based_on = arena_strdup(at->styles->arena, value);
    else if (!strcmp(name, "pPr") || !strcmp(name, "rPr"))
        pull_children(pull, properties_child, at);
}

static void styles_child(struct pull *pull, const char *name, void *state)
{
    struct word_styles *styles = state;
    const char *id = pull_attribute(pull, "styleId"), *type = pull_attribute(pull, "type");
    if (strcmp(name, "style") || !id)
        return;
    const char *is_default = pull_attribute(pull, "default");
    bool first = is_default && (!strcmp(is_default, "1") || !strcmp(is_default, "true")) && type &&
                 !strcmp(type, "paragraph");
    struct word_style *style = arena_alloc(styles->arena, sizeof *style);
    style->id = arena_strdup(styles->arena, id);
    style->number.level = -1;
    if (names_add(styles->by_id, style->id, style) && first)
        styles->default_paragraph = style;
    struct style_reader at = {styles, style};
    pull_children(pull, style_child, &at);
}

bool word_styles_read(struct word_styles *styles, struct nb_arena *arena, const struct zip_part *part,
                      struct nb_error *error)
{
    *styles = (struct word_styles){.arena = arena, .by_id = names_new()};
    return pull_part("styles.xml", part, styles_child, styles, error);
}

void word_styles_free(struct word_styles *styles)
{
    names_free(styles->by_id);
}

const struct word_style *word_style_find(const struct word_styles *styles, const char *id)
{
    return id ? names_find(styles->by_id, id) : NULL;
}

const struct word_style *word_style_base(const struct word_styles *styles, const struct word_style *style)
{
    return word_style_find(styles, style->based_on);
}

enum setting word_style_hidden(const struct word_styles *styles, const struct word_style *style)
{
    for (int steps = 0; style && steps < STYLE_STEPS; steps++, style = word_style_base(styles, style))
        if (style->hidden != UNSET)
            return style->hidden;
    return UNSET;
}
