/* xml.c - writes reports as XML: what JSON calls an object is an element, its fields are attributes until the
 * first element inside it and elements from there on; a null is left out. */
#include "output.h"

#define NAMESPACE "urn:nianbao:report:1"

/* `open` are the elements around; `tag`: the start tag of the innermost one may still take attributes and has
 * no '>' yet; `text`: it holds text, which its end follows at once. Sections nest five deep, so nothing comes
 * near DEPTH. */
enum { DEPTH = 64 };

struct xml {
    struct sink sink;
    struct output out;
    const char *open[DEPTH];
    size_t depth;
    bool tag, text;
};

/* ---- characters ---- */

/* What stands for the byte at `at` in an attribute or in content; NULL:
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

static void write_escaped(struct output *out, const char *value, size_t length, bool attribute)
{
    const char *start = value;
    for (const char *at = value, *end = value + length; at < end; at++) {
        const char *replacement = escape(at, attribute);
        if (!replacement)
            continue;
        output_bytes(out, start, (size_t)(at - start));
        output_string(out, replacement);
        start = at + 1;
    }
    output_bytes(out, start, (size_t)(value + length - start));
}

/* ---- the sink ---- */

static void begin_line(struct xml *xml)
{
    for (size_t i = 0; i < xml->depth; i++)
        output_bytes(&xml->out, "  ", 2);
}

static void end_tag(struct xml *xml)
{
    if (xml->tag)
        output_bytes(&xml->out, ">\n", 2);
    xml->tag = false;
}

static void write_attribute(struct xml *xml, const char *name, const char *value, size_t length)
{
    output_char(&xml->out, ' ');
    output_string(&xml->out, name);
    output_bytes(&xml->out, "=\"", 2);
    write_escaped(&xml->out, value, length, true);
    output_char(&xml->out, '"');
}

static void xml_open(struct sink *sink, enum shape shape, const char *name, const char *id)
{
    struct xml *xml = (struct xml *)sink;
    (void)shape;
    end_tag(xml);
    begin_line(xml);
    output_char(&xml->out, '<');
    output_string(&xml->out, name);
    if (!xml->depth)
        write_attribute(xml, "xmlns", NAMESPACE, strlen(NAMESPACE));
    if (id)
        write_attribute(xml, "id", id, strlen(id));
    xml->open[xml->depth++] = name;
    xml->tag = true;
    xml->text = false;
}

static void xml_close(struct sink *sink)
{
    struct xml *xml = (struct xml *)sink;
    xml->depth--;
    if (xml->tag) {
        output_string(&xml->out, "/>\n");
    } else {
        if (!xml->text)
            begin_line(xml);
        output_string(&xml->out, "</");
        output_string(&xml->out, xml->open[xml->depth]);
        output_string(&xml->out, ">\n");
    }
    xml->tag = xml->text = false;
}

static void write_element(struct xml *xml, const char *name, const char *value, size_t length)
{
    end_tag(xml);
    begin_line(xml);
    output_char(&xml->out, '<');
    output_string(&xml->out, name);
    output_char(&xml->out, '>');
    write_escaped(&xml->out, value, length, false);
    output_string(&xml->out, "</");
    output_string(&xml->out, name);
    output_string(&xml->out, ">\n");
}

static void xml_field(struct sink *sink, enum field field, const char *name, const char *value, size_t length)
{
    struct xml *xml = (struct xml *)sink;
    if (!value || field == KIND || field == CARRIED)
        return;
    if (field == CONTENT) {
        if (xml->tag)
            output_char(&xml->out, '>');
        write_escaped(&xml->out, value, length, false);
        xml->tag = false;
        xml->text = true;
    } else if (xml->tag) {
        write_attribute(xml, name, value, length);
    } else {
        write_element(xml, name, value, length);
    }
}

/* ---- the format ---- */

static void xml_report(FILE *file, const struct nb_report *report)
{
    struct xml xml;
    xml.sink = (struct sink){xml_open, xml_close, xml_field, NULL, {0}};
    xml.depth = 0;
    xml.tag = xml.text = false;
    output_begin(&xml.out, file);
    walk_report(&xml.sink, report);
    output_flush(&xml.out);
}

const struct nb_writer xml_writer = {"xml", .head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                                     .open = "<reports xmlns=\"" NAMESPACE "\">\n", .close = "</reports>\n",
                                     .report = xml_report};
