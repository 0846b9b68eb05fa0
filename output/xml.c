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
    char *copy; /* NUL-terminated and free of what XML cannot hold */
    size_t copy_size;
};

/* ---- characters ---- */

/* How many bytes at `at` are a character that XML 1.0 cannot hold: a control character, U+FFFE, U+FFFF; 0 if it can. */
static size_t forbidden(const unsigned char *at, size_t length)
{
    if (*at < 0x20)
        return *at != '\t' && *at != '\n' && *at != '\r';
    return length >= 3 && at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE ? 3 : 0;
}

/* A copy with U+FFFD in place of each forbidden character, valid until the next call. */
static const xmlChar *clean(struct xml *xml, const char *value, size_t length)
{
    if (xml->copy_size < 3 * length + 1) {
        xml->copy_size = 3 * length + 1;
        xml->copy = xrealloc(xml->copy, xml->copy_size);
    }
    char *to = xml->copy;
    for (size_t at = 0; at < length;) {
        size_t bad = forbidden((const unsigned char *)value + at, length - at);
        if (bad) {
            memcpy(to, "\xEF\xBF\xBD", 3);
            to += 3;
        } else {
            *to++ = value[at];
        }
        at += bad ? bad : 1;
    }
    *to = '\0';
    return BAD_CAST xml->copy;
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
    const xmlChar *text = clean(xml, value, length);
    if (field == CONTENT)
        xmlTextWriterWriteString(xml->writer, text);
    else if (xml->tag)
        xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name, text);
    else
        xmlTextWriterWriteElement(xml->writer, BAD_CAST name, text);
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
    free(xml.copy);
}

static void xml_end(FILE *file, size_t reports)
{
    if (reports > 1)
        fputs("</reports>\n", file);
}

const struct nb_writer xml_writer = {"xml", xml_begin, xml_report, xml_end};
