/* xml.c - writes reports as XML: what JSON calls an object is an element, its fields are attributes until the first element
 * inside it and elements from there on; a null is left out. */
#include "arena.h"
#include "output.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>

#define NAMESPACE "urn:nianbao:report:1"

/* `tag`: the start tag of the innermost element may still take attributes. */
struct xml {
    struct sink sink;
    xmlTextWriterPtr writer;
    bool root, tag;
    char *escaped;
    size_t size;
};

/* ---- characters ---- */

/* What stands for the byte at `at` in an attribute (the writer would write each ideograph as a number there) or in content; NULL:
 * the byte itself. A character that XML 1.0 cannot hold, U+FFFE and U+FFFF among them, becomes U+FFFD. */
static const char *escape(const char *at, bool attribute)
{
    switch (*at) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\n':
        return attribute ? "&#10;" : NULL;
    case '\t':
        return attribute ? "&#9;" : NULL;
    case '\xBE':
    case '\xBF':
        return at[-1] == '\xBF' && at[-2] == '\xEF' ? "\xBD" : NULL;
    default:
        return (unsigned char)*at < 0x20 ? "\xEF\xBF\xBD" : NULL;
    }
}

/* The value as XML, valid until the next call. */
static const xmlChar *escaped(struct xml *xml, const char *value, size_t length, bool attribute)
{
    enum { LONGEST = 6 };
    if (xml->size < LONGEST * length + 1) {
        xml->size = LONGEST * length + 1;
        xml->escaped = xrealloc(xml->escaped, xml->size);
    }
    char *to = xml->escaped;
    for (const char *at = value, *end = value + length; at < end; at++) {
        const char *replacement = escape(at, attribute);
        if (replacement)
            to = stpcpy(to, replacement);
        else
            *to++ = *at;
    }
    *to = '\0';
    return BAD_CAST xml->escaped;
}

/* ---- the sink ---- */

static void xml_open(struct sink *sink, enum shape shape, const char *name, const char *id)
{
    struct xml *xml = (struct xml *)sink;
    (void)shape;
    xmlTextWriterStartElement(xml->writer, BAD_CAST name);
    if (xml->root)
        xmlTextWriterWriteAttribute(xml->writer, BAD_CAST "xmlns", BAD_CAST NAMESPACE);
    xml->root = false;
    if (id)
        xmlTextWriterWriteAttribute(xml->writer, BAD_CAST "id", BAD_CAST id);
    xml->tag = true;
}

static void xml_close(struct sink *sink)
{
    struct xml *xml = (struct xml *)sink;
    xmlTextWriterEndElement(xml->writer);
    xml->tag = false;
}

static void xml_field(struct sink *sink, enum field field, const char *name, const char *value, size_t length)
{
    struct xml *xml = (struct xml *)sink;
    if (!value || field == KIND || field == CARRIED)
        return;
    bool attribute = xml->tag && field != CONTENT;
    const xmlChar *text = escaped(xml, value, length, attribute);
    if (attribute)
        xmlTextWriterStartAttribute(xml->writer, BAD_CAST name);
    else if (field != CONTENT)
        xmlTextWriterStartElement(xml->writer, BAD_CAST name);
    xmlTextWriterWriteRaw(xml->writer, text);
    if (attribute)
        xmlTextWriterEndAttribute(xml->writer);
    else if (field != CONTENT)
        xmlTextWriterEndElement(xml->writer);
}

/* ---- the format ---- */

static void xml_begin(FILE *file, size_t reports)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", file);
    if (reports > 1)
        fputs("<reports xmlns=\"" NAMESPACE "\">\n", file);
}

/* The writer's buffer leaves the file open, and errors stay in the file's error indicator. */
static void xml_report(FILE *file, const struct nb_report *report, size_t index)
{
    struct xml xml = {.sink = {xml_open, xml_close, xml_field}, .root = true};
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateFile(file, NULL);
    xml.writer = buffer ? xmlNewTextWriter(buffer) : NULL;
    (void)index;
    if (!xml.writer) {
        fputs("nianbao: out of memory\n", stderr);
        exit(2);
    }
    xmlTextWriterSetIndent(xml.writer, 1);
    xmlTextWriterSetIndentString(xml.writer, BAD_CAST "  ");
    walk_report(&xml.sink, report);
    xmlFreeTextWriter(xml.writer);
    free(xml.escaped);
}

static void xml_end(FILE *file, size_t reports)
{
    if (reports > 1)
        fputs("</reports>\n", file);
}

const struct nb_writer xml_writer = {"xml", xml_begin, xml_report, xml_end, NULL};
