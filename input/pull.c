/* pull.c - libxml2's text reader, made safe and given the shape of nested walks. */
#include "pull.h"
#include "i18n.h"

#include "memory.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

void pull_fail(struct pull *pull, const char *why)
{
    if (!pull->failed)
        snprintf(pull->error->message, sizeof pull->error->message, "%s: %s", pull->name, why);
    pull->failed = true;
}

static void on_error(void *state, xmlErrorPtr error)
{
    struct pull *pull = state;
    pull->watch.out_of_memory |= error->code == XML_ERR_NO_MEMORY;
    if (error->level < XML_ERR_ERROR || pull->failed)
        return;
    char why[200];
    snprintf(why, sizeof why,
             _("not well-formed XML at line %d: open the document in Word or WPS and save it again"),
             error->line);
    pull_fail(pull, why);
}

/* Attributes of the tag that starts here. */
static size_t count_attributes(const char *at, const char *end)
{
    size_t count = 0;
    char quote = '\0';
    for (; at < end && (quote || *at != '>'); at++)
        if (quote ? *at == quote : *at == '"' || *at == '\'')
            quote = quote ? '\0' : *at;
        else if (!quote && *at == '=')
            count++;
    return count;
}

/* The parser takes a time that grows with the square of a tag's attributes, so they are counted before it
 * sees them. An attribute has five bytes (a="") and no '<': where that is near, as nearly always, there is
 * nothing to count. */
static bool tags_are_short(const struct zip_part *part)
{
    const char *end = part->bytes + part->length, *at = memchr(part->bytes, '<', part->length), *next;
    for (; at && at + 1 < end; at = next) {
        next = memchr(at + 1, '<', (size_t)(end - at - 1));
        bool near = (next ? next : end) - at <= 5 * LIMIT_ATTRIBUTES;
        if (!near && *at != '!' && *at != '?' && count_attributes(at, end) > LIMIT_ATTRIBUTES)
            return false;
    }
    return true;
}

static void free_reader(void *data)
{
    struct pull *pull = data;
    xmlFreeTextReader(pull->reader);
    xml_unwatch(&pull->watch);
}

/* The parser is asked not to look anywhere: entities stay unexpanded, and a part that declares any is
 * refused. */
bool pull_open(struct pull *pull, const char *name, const struct zip_part *part, struct nb_error *error)
{
    *pull = (struct pull){.name = name, .error = error};
    if (part->length > INT_MAX) {
        pull_fail(pull, _("too large"));
        return false;
    }
    if (!tags_are_short(part)) {
        pull_fail(pull, _("a tag has more attributes than any real one"));
        return false;
    }
    xml_watch(&pull->watch);
    int options = XML_PARSE_NONET | XML_PARSE_NOCDATA;
    pull->reader = xmlReaderForMemory(part->bytes, (int)part->length, NULL, NULL, options);
    if (!pull->reader) {
        xml_unwatch(&pull->watch);
        memory_out();
    }
    pull->held = foreign_hold(pull, free_reader);
    xmlTextReaderSetStructuredErrorHandler(pull->reader, on_error, pull);
    return true;
}

/* A name's namespace is searched among all that are declared around it. */
static void count_spaces(struct pull *pull, int depth)
{
    unsigned count = depth > 0 ? pull->spaces[depth - 1] : 0;
    for (const xmlNs *ns = xmlTextReaderCurrentNode(pull->reader)->nsDef; ns; ns = ns->next)
        count++;
    pull->spaces[depth] = count;
    if (count > LIMIT_ATTRIBUTES)
        pull_fail(pull, _("too many namespaces are declared"));
}

static void check_node(struct pull *pull)
{
    pull->type = xmlTextReaderNodeType(pull->reader);
    pull->depth = xmlTextReaderDepth(pull->reader);
    if (pull->type == XML_READER_TYPE_DOCUMENT_TYPE)
        pull_fail(pull, _("declares a document type, which DOCX forbids"));
    else if (pull->depth > LIMIT_DEPTH)
        pull_fail(pull, _("elements are nested too deep"));
    else if (pull->type == XML_READER_TYPE_ELEMENT)
        count_spaces(pull, pull->depth);
}

static bool step(struct pull *pull)
{
    if (pull->failed)
        return false;
    int got = xmlTextReaderRead(pull->reader);
    if (got < 0)
        pull_fail(pull, _("not well-formed XML"));
    else if (got > 0)
        check_node(pull);
    return got > 0 && !pull->failed;
}

const char *pull_root(struct pull *pull)
{
    while (step(pull))
        if (pull->type == XML_READER_TYPE_ELEMENT)
            return (const char *)xmlTextReaderConstLocalName(pull->reader);
    pull_fail(pull, _("holds no XML element"));
    return NULL;
}

void pull_children(struct pull *pull, pull_child *child, void *state)
{
    if (pull->failed || xmlTextReaderIsEmptyElement(pull->reader))
        return;
    int depth = pull->depth;
    while (step(pull) && pull->depth > depth)
        if (pull->type == XML_READER_TYPE_ELEMENT && pull->depth == depth + 1)
            child(pull, (const char *)xmlTextReaderCurrentNode(pull->reader)->name, state);
}

static bool is_text(int type)
{
    return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
           type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

void pull_text(struct pull *pull, pull_text_piece *piece, void *state)
{
    if (pull->failed || xmlTextReaderIsEmptyElement(pull->reader))
        return;
    int depth = pull->depth;
    while (step(pull) && pull->depth > depth)
        if (is_text(pull->type) && pull->depth == depth + 1)
            piece((const char *)xmlTextReaderConstValue(pull->reader), state);
}

/* A namespace in its transitional and its strict form. */
static enum pull_space space_of(const char *href)
{
    static const struct {
        const char *href;
        enum pull_space space;
    } known[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", PULL_WORD},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", PULL_WORD},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006", PULL_COMPATIBILITY},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math", PULL_MATH},
        {"http://purl.oclc.org/ooxml/officeDocument/math", PULL_MATH},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(href, known[i].href) == 0)
            return known[i].space;
    return PULL_OTHER;
}

enum pull_space pull_space(struct pull *pull)
{
    const xmlNs *ns = xmlTextReaderCurrentNode(pull->reader)->ns;
    return ns && ns->href ? space_of((const char *)ns->href) : PULL_OTHER;
}

const char *pull_attribute(struct pull *pull, const char *name)
{
    const xmlNode *node = xmlTextReaderCurrentNode(pull->reader);
    for (const xmlAttr *at = node->properties; at; at = at->next)
        if (strcmp((const char *)at->name, name) == 0)
            return at->children && at->children->content ? (const char *)at->children->content : "";
    return NULL;
}

bool pull_close(struct pull *pull)
{
    foreign_free(pull->held);
    pull->reader = NULL;
    if (pull->watch.out_of_memory)
        memory_out();
    return !pull->failed;
}

bool pull_part(const char *name, const struct zip_part *part, pull_child *child, void *state,
               struct nb_error *error)
{
    struct pull pull;
    if (!part->bytes)
        return true;
    if (!pull_open(&pull, name, part, error))
        return false;
    if (pull_root(&pull))
        pull_children(&pull, child, state);
    return pull_close(&pull);
}
