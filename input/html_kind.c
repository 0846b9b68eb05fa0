/* html_kind.c - what an element is for a text: one question to its tag, its role for screen readers and its
 * style. */
#include "config.h"

#include "html_parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- names ---- */

struct kind_name {
    const char *name;
    enum html_kind kind;
};

/* Sorted by name. */
static const struct kind_name tags[] = {
    {"a", HTML_LINK},
    {"address", HTML_BLOCK},
    {"annotation", HTML_HIDDEN},
    {"annotation-xml", HTML_HIDDEN},
    {"article", HTML_BLOCK},
    {"aside", HTML_BLOCK},
    {"audio", HTML_HIDDEN},
    {"blockquote", HTML_BLOCK},
    {"body", HTML_BLOCK},
    {"br", HTML_BREAK},
    {"canvas", HTML_OBJECT},
    {"caption", HTML_CAPTION},
    {"center", HTML_BLOCK},
    {"datalist", HTML_HIDDEN},
    {"dd", HTML_TOLD},
    {"del", HTML_HIDDEN},
    {"details", HTML_BLOCK},
    {"dir", HTML_BLOCK},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK},
    {"dt", HTML_NAME},
    {"embed", HTML_OBJECT},
    {"fieldset", HTML_BLOCK},
    {"figcaption", HTML_BLOCK},
    {"figure", HTML_BLOCK},
    {"flow", HTML_SECTION}, /* of a page that pdftotext measures in blocks */
    {"footer", HTML_BLOCK},
    {"foreignobject", HTML_BLOCK},
    {"form", HTML_BLOCK},
    {"h1", HTML_BLOCK},
    {"h2", HTML_BLOCK},
    {"h3", HTML_BLOCK},
    {"h4", HTML_BLOCK},
    {"h5", HTML_BLOCK},
    {"h6", HTML_BLOCK},
    {"header", HTML_BLOCK},
    {"hr", HTML_BLOCK},
    {"iframe", HTML_OBJECT},
    {"img", HTML_OBJECT},
    {"legend", HTML_BLOCK},
    {"li", HTML_BLOCK},
    {"main", HTML_BLOCK},
    {"map", HTML_HIDDEN},
    {"menu", HTML_BLOCK},
    {"meter", HTML_OBJECT},
    {"nav", HTML_BLOCK},
    {"noframes", HTML_HIDDEN},
    {"noscript", HTML_BLOCK},
    {"ol", HTML_BLOCK},
    {"option", HTML_OPTION},
    {"p", HTML_BLOCK},
    {"pre", HTML_PRE},
    {"progress", HTML_OBJECT},
    {"rp", HTML_HIDDEN},
    {"rt", HTML_HIDDEN},
    {"s", HTML_HIDDEN},
    {"script", HTML_OBJECT},
    {"section", HTML_BLOCK},
    {"select", HTML_CHOICE},
    {"strike", HTML_HIDDEN},
    {"style", HTML_HIDDEN},
    {"sub", HTML_NOTE},
    {"summary", HTML_BLOCK},
    {"sup", HTML_NOTE},
    {"svg", HTML_OBJECT},
    {"table", HTML_TABLE},
    {"tbody", HTML_SECTION},
    {"td", HTML_CELL},
    {"template", HTML_HIDDEN},
    {"textarea", HTML_PRE},
    {"tfoot", HTML_SECTION},
    {"th", HTML_CELL},
    {"thead", HTML_SECTION},
    {"title", HTML_HIDDEN},
    {"tr", HTML_ROW},
    {"ul", HTML_BLOCK},
    {"video", HTML_OBJECT},
};

/* The same of other vocabularies of XML, also behind a prefix: WordprocessingML and SpreadsheetML of 2003,
 * OpenDocument, the exchange tables of OASIS (CALS). */
static const struct kind_name elements[] = {
    {"cell", HTML_CELL},     {"covered-table-cell", HTML_HIDDEN},
    {"entry", HTML_CELL},    {"r", HTML_INLINE},
    {"row", HTML_ROW},       {"span", HTML_INLINE},
    {"t", HTML_INLINE},      {"table-cell", HTML_CELL},
    {"table-row", HTML_ROW}, {"tbl", HTML_TABLE},
    {"tc", HTML_CELL},       {"tgroup", HTML_TABLE},
};

/* Roles of WAI-ARIA. */
static const struct kind_name roles[] = {
    {"table", HTML_TABLE},      {"grid", HTML_TABLE},        {"treegrid", HTML_TABLE},
    {"rowgroup", HTML_SECTION}, {"row", HTML_ROW},           {"cell", HTML_CELL},
    {"gridcell", HTML_CELL},    {"columnheader", HTML_CELL}, {"rowheader", HTML_CELL},
    {"caption", HTML_CAPTION},  {NULL, HTML_INLINE},
};

/* Values of CSS's display. */
static const struct kind_name displays[] = {
    {"table", HTML_TABLE},
    {"inline-table", HTML_TABLE},
    {"table-row-group", HTML_SECTION},
    {"table-header-group", HTML_SECTION},
    {"table-footer-group", HTML_SECTION},
    {"table-row", HTML_ROW},
    {"table-cell", HTML_CELL},
    {"table-caption", HTML_CAPTION},
    {NULL, HTML_INLINE},
};

/* Values of CSS's white-space that keep line ends. */
static const struct kind_name spaces[] = {{"pre", HTML_PRE},
                                          {"pre-wrap", HTML_PRE},
                                          {"pre-line", HTML_PRE},
                                          {"break-spaces", HTML_PRE},
                                          {NULL, HTML_INLINE}};

/* Values of CSS's vertical-align. */
static const struct kind_name aligns[] = {{"super", HTML_NOTE}, {"sub", HTML_NOTE}, {NULL, HTML_INLINE}};

static int compare_names(const void *key, const void *entry)
{
    return strcmp(key, ((const struct kind_name *)entry)->name);
}

/* The parser keeps one copy of each name, so a name seen before is known by its address. */
static enum html_kind kind_of_tag(struct html_names *names, const char *name)
{
    size_t place = (uintptr_t)name % HTML_NAMES; /* short names stand beside one another */
    if (names->names[place] != name) {
        const char *prefix = strchr(name, ':'), *local = prefix ? prefix + 1 : name;
        bool xml = names->others == HTML_BLOCK;
        const struct kind_name *found = NULL;
        if (xml)
            found =
                bsearch(local, elements, sizeof elements / sizeof *elements, sizeof *elements, compare_names);
        if (!found && (xml || !prefix))
            found = bsearch(local, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_names);
        names->names[place] = name;
        names->kinds[place] = found ? found->kind : names->others;
    }
    return names->kinds[place];
}

/* What a word of a role or of a style makes of an element; `otherwise`: it says nothing of tables. */
static enum html_kind kind_of_word(const struct kind_name *words, const char *word, enum html_kind otherwise)
{
    size_t length = 0;
    while (isalpha((unsigned char)word[length]) || word[length] == '-')
        length++;
    for (; length && words->name; words++)
        if (strlen(words->name) == length && !strncasecmp(words->name, word, length))
            return words->kind;
    return otherwise;
}

/* ---- styles ---- */

/* Letters of no size are not seen; what is inside may have another, where they close the gaps between blocks
 * in a row. */
static void read_size(struct html_node *node, const char *size)
{
    if (*size)
        node->tiny = *size == '0' && strtod(size, NULL) == 0;
}

/* HTML's rules for integers: leading blanks, an optional sign, digits up to the first other character; 1 if
 * there are none. */
static unsigned read_span(const char *value)
{
    char *end;
    long number = strtol(value, &end, 10);
    return end == value || number < 0 ? 1 : number > 65534 ? 65534 : (unsigned)number;
}

/* How many parts of its row an element takes that stands beside others: flex: 2; 0: it does not say. */
static unsigned style_share(const struct html_style *style)
{
    return (unsigned)(strtoul(style->values[HTML_FLEX], NULL, 10) & 0xFFFF);
}

/* Whether an element puts its children beside one another. */
static bool is_row_of(const struct html_style *style)
{
    const char *display = style->values[HTML_DISPLAY];
    display += string_begins(display, "inline-") ? strlen("inline-") : 0;
    return string_begins(display, "flex") && !string_begins(style->values[HTML_DIRECTION], "column");
}

/* ---- the question ---- */

/* A cell's spans, as its tag or its role writes them. */
struct spans {
    unsigned columns, rows;
};

static void read_spans(struct spans *spans, const char *name, const char *value)
{
    static const struct {
        const char *name;
        bool rows;
        unsigned more; /* what the number leaves out */
    } names[] = {{"colspan", false, 0},           {"rowspan", true, 0},  {"mergeacross", false, 1},
                 {"mergedown", true, 1},          {"morerows", true, 1}, {"number-columns-spanned", false, 0},
                 {"number-rows-spanned", true, 0}};
    const char *prefix = strchr(name, ':');
    name += prefix                                         ? (size_t)(prefix + 1 - name)
            : *name == 'a' && string_begins(name, "aria-") ? strlen("aria-")
                                                           : 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (html_is(name, names[i].name))
            *(names[i].rows ? &spans->rows : &spans->columns) = read_span(value) + names[i].more;
}

/* Whether an image is a few dots that keep a distance. That it has no alternative text tells nothing: editors
 * write none. */
static bool is_decoration(const char *const *attributes)
{
    for (const char *const *at = attributes; at && at[0]; at += 2)
        if (at[1] && (html_is(at[0], "width") || html_is(at[0], "height")) && read_span(at[1]) <= HTML_DOTS)
            return true;
    return false;
}

/* A name in so few bits, for a set of them; 0 is none. */
static unsigned char name_mark(const char *name)
{
    unsigned mark = 0;
    for (; *name; name++)
        mark = 31 * mark + (unsigned char)*name;
    return (unsigned char)(mark % HTML_MARKS ? mark % HTML_MARKS : 1);
}

/* What its style makes of an element. Returns the kind. */
static enum html_kind read_style(const struct html_style *style, enum html_kind kind, bool plain,
                                 struct html_node *node)
{
    node->beside = plain && is_row_of(style);
    node->colspan = plain ? style_share(style) : 0;
    read_size(node, style->values[HTML_FONT_SIZE]);
    kind = plain ? kind_of_word(displays, style->values[HTML_DISPLAY], kind) : kind;
    kind = kind == HTML_INLINE ? kind_of_word(aligns, style->values[HTML_ALIGN], kind) : kind;
    return kind == HTML_BLOCK ? kind_of_word(spaces, style->values[HTML_WHITE_SPACE], kind) : kind;
}

static bool is_plain(enum html_kind kind)
{
    return kind == HTML_INLINE || (kind >= HTML_BLOCK && kind <= HTML_TOLD);
}

/* What a tag says of its element, as far as it is read. */
struct start_tag {
    const char *name, *id, *classes;
    enum html_kind kind;
    struct spans spans;
    struct html_style style;
    struct html_edges edges;
    bool hidden, begun, styled; /* begun: `style` is set; styled: it says anything that is asked */
};

/* The style as far as it has been read. */
static struct html_style *style_of(struct start_tag *tag)
{
    if (!tag->begun)
        tag->style = html_no_style();
    tag->begun = true;
    return &tag->style;
}

/* Attributes that say what a style may say, too; and where it stands, or how far it reaches. */
static bool read_measure(struct start_tag *tag, const char *name, const char *value)
{
    static const struct {
        const char *name;
        enum html_property property;
    } measures[] = {{"left", HTML_LEFT},
                    {"top", HTML_TOP},
                    {"transform", HTML_TRANSFORM},
                    {"font-size", HTML_FONT_SIZE},
                    {"height", HTML_FONT_SIZE}};
    if (*name == 'x' || *name == 'y' || html_is(name, "title")) {
        html_read_edges(&tag->edges, name, value);
        return false;
    }
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (html_is(name, measures[i].name) && (*name != 'h' || html_is(tag->name, "text"))) {
            style_of(tag)->values[measures[i].property] = value;
            if (measures[i].property == HTML_TRANSFORM)
                html_read_edges(&tag->edges, name, value);
            return tag->styled = true;
        }
    return false;
}

/* Whether one of them begins so. */
static bool may_measure(char first)
{
    return first == 'f' || first == 'h' || first == 'l' || first == 't' || first == 'x' || first == 'y';
}

static void read_attribute(struct start_tag *tag, const char *name, const char *value, struct html_node *node)
{
    bool plain = is_plain(tag->kind) && value;
    if (html_is(name, "hidden"))
        tag->hidden = true;
    else if (tag->kind == HTML_INLINE && value && html_is(name, "aria-hidden"))
        node->drawn = !strcasecmp(value, "true");
    else if (tag->kind == HTML_OPTION && html_is(name, "selected"))
        node->chosen = true;
    else if (plain && html_is(name, "role"))
        tag->kind = kind_of_word(roles, value, tag->kind);
    else if (plain && html_is(name, "dir") && html_is(tag->name, "bdo") && !strcasecmp(value, "rtl"))
        tag->kind = HTML_OBJECT; /* its characters show in the other order */
    else if (plain && string_begins(name, "data-") && *value && !value[strspn(value, "0123456789.,")])
        node->shows = name_mark(name), node->counts = value[strspn(value, "0.,")];
    else if (value && html_is(name, "class"))
        tag->classes = value;
    else if (value && html_is(name, "id"))
        tag->id = value;
    else if (value && html_is(name, "style"))
        tag->styled = html_style_add(style_of(tag), value) || tag->styled;
    else if (value && !(may_measure(*name) && read_measure(tag, name, value)))
        read_spans(&tag->spans, name, value);
}

/* Outside of tables a script may show what the page's sheets hide, or what has no place. */
static void read_styles(struct start_tag *tag, const struct html_rules *rules, struct html_node *node)
{
    tag->hidden = tag->hidden || (tag->styled && html_style_hides(&tag->style));
    if (rules->count && (*tag->classes || *tag->id))
        tag->styled |= html_rules_apply(rules, tag->name, tag->id, tag->classes, style_of(tag));
    if (!tag->styled)
        return;
    tag->kind = read_style(&tag->style, tag->kind, is_plain(tag->kind), node);
    tag->hidden |= node->table && (html_style_hides(&tag->style) || html_style_vanishes(&tag->style));
}

bool html_read_tag(struct html_names *names, const struct html_rules *rules, const char *name,
                   const char *const *attributes, struct html_node *node, struct html_spot *spot)
{
    struct start_tag tag;
    tag.name = name;
    tag.id = tag.classes = "";
    tag.kind = kind_of_tag(names, name);
    tag.spans = (struct spans){1, 1};
    tag.hidden = tag.begun = tag.styled = false;
    tag.edges.any = false;
    for (const char *const *at = attributes; at && at[0]; at += 2)
        read_attribute(&tag, at[0], at[1], node);
    read_styles(&tag, rules, node);
    bool thin = tag.styled && *tag.style.values[HTML_WIDTH] && html_style_is_thin(&tag.style);
    node->thin = thin;
    node->kind = tag.kind == HTML_OBJECT && (thin || is_decoration(attributes)) ? HTML_HIDDEN : tag.kind;
    if (tag.kind == HTML_CELL) {
        node->colspan = tag.spans.columns;
        node->rowspan = tag.spans.rows;
    }
    bool asked = tag.edges.any || (tag.styled && (spot->placed || *tag.style.values[HTML_LEFT]));
    spot->placed = false;
    spot->size = spot->width = 0;
    if (asked)
        html_read_spot(style_of(&tag), &tag.edges, spot);
    return tag.hidden;
}
