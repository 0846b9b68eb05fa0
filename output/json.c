/* json.c - writes reports as JSON: indented, or compact with one report a line (ndjson). */
#include "output.h"

#include <stdint.h>

enum { DEEPEST = 64 };

/* `lists` has one bit for each open object or list, the innermost lowest: 1 for a list. Sections nest four deep at most, so
 * 64 are enough. `flat`: a record or tuple is open, which is written on one line. */
struct json {
    struct sink sink;
    bool indent, first, flat;
    unsigned depth;
    uint64_t lists;
    struct output out;
};

/* ---- strings ---- */

#define EACH_BYTE(byte) (UINT64_MAX / 255 * (byte))

/* Not zero if one of the eight bytes is a control character, a quote or a backslash. */
static uint64_t special_bytes(uint64_t bytes)
{
    uint64_t quote = bytes ^ EACH_BYTE('"'), backslash = bytes ^ EACH_BYTE('\\');
    return (((bytes - EACH_BYTE(0x20)) & ~bytes) | ((quote - EACH_BYTE(1)) & ~quote) |
            ((backslash - EACH_BYTE(1)) & ~backslash)) &
           EACH_BYTE(0x80);
}

static bool is_special(char byte)
{
    return (unsigned char)byte < 0x20 || byte == '"' || byte == '\\';
}

/* How many bytes need no escape, eight at a time: nearly all text goes through here. */
static size_t plain_run(const char *bytes, size_t length)
{
    size_t at = 0;
    for (uint64_t eight; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, bytes + at, sizeof eight);
        if (special_bytes(eight))
            break;
    }
    while (at < length && !is_special(bytes[at]))
        at++;
    return at;
}

static void write_escape(struct output *out, char byte)
{
    static const char short_names[0x20] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    static const char hex[] = "0123456789abcdef";
    unsigned code = (unsigned char)byte;
    char escape[6] = {'\\', byte};
    if (code >= 0x20 || short_names[code]) {
        escape[1] = code >= 0x20 ? byte : short_names[code];
        output_bytes(out, escape, 2);
    } else {
        memcpy(escape + 1, "u00", 3);
        escape[4] = hex[code >> 4];
        escape[5] = hex[code & 0xF];
        output_bytes(out, escape, 6);
    }
}

static void write_string(struct output *out, const char *bytes, size_t length)
{
    output_char(out, '"');
    for (;;) {
        size_t run = plain_run(bytes, length);
        output_bytes(out, bytes, run);
        if (run == length)
            break;
        write_escape(out, bytes[run]);
        bytes += run + 1;
        length -= run + 1;
    }
    output_char(out, '"');
}

/* ---- layout ---- */

static void write_break(struct json *json)
{
    static const char spaces[2 * DEEPEST + 1] = "                                                                "
                                                "                                                                ";
    output_char(&json->out, '\n');
    output_bytes(&json->out, spaces, 2 * (json->depth < DEEPEST ? json->depth : DEEPEST));
}

/* What stands before a value: a comma, a new line, and within an object its key. */
static void write_key(struct json *json, const char *key)
{
    if (!json->first)
        output_char(&json->out, ',');
    if (json->indent && json->depth && !json->flat)
        write_break(json);
    else if (json->indent && !json->first)
        output_char(&json->out, ' ');
    json->first = false;
    if (json->depth && !(json->lists & 1)) {
        write_string(&json->out, key, strlen(key));
        output_bytes(&json->out, ": ", json->indent ? 2 : 1);
    }
}

/* ---- the sink ---- */

static void json_open(struct sink *sink, enum shape shape, const char *name, const char *id)
{
    struct json *json = (struct json *)sink;
    write_key(json, id ? id : name);
    bool list = shape == LIST || shape == TUPLE;
    output_char(&json->out, list ? '[' : '{');
    json->first = true;
    json->depth++;
    json->lists = json->lists << 1 | list;
    json->flat = shape == RECORD || shape == TUPLE;
}

static void json_close(struct sink *sink)
{
    struct json *json = (struct json *)sink;
    json->depth--;
    if (json->indent && !json->flat && !json->first)
        write_break(json);
    output_char(&json->out, json->lists & 1 ? ']' : '}');
    json->lists >>= 1;
    json->first = json->flat = false;
}

static void json_field(struct sink *sink, enum field field, const char *name, const char *value, size_t length)
{
    struct json *json = (struct json *)sink;
    if (field == CARRIED) {
        output_string(&json->out, json->indent ? ", " : ",");
        output_bytes(&json->out, value, length);
        return;
    }
    write_key(json, name);
    if (!value)
        output_string(&json->out, "null");
    else if (field == NUMBER || field == BOOLEAN)
        output_bytes(&json->out, value, length);
    else
        write_string(&json->out, value, length);
}

void json_write(FILE *file, bool indent, void (*walk)(struct sink *, const struct nb_report *), const struct nb_report *report)
{
    struct json json = {.sink = {json_open, json_close, json_field}, .indent = indent, .first = true};
    json.out.file = file;
    walk(&json.sink, report);
    output_flush(&json.out);
}

/* ---- the two formats ---- */

static void nothing(FILE *file, size_t reports)
{
    (void)file, (void)reports;
}

static void json_begin(FILE *file, size_t reports)
{
    if (reports > 1)
        fputs("[\n", file);
}

static void json_report(FILE *file, const struct nb_report *report, size_t index)
{
    if (index)
        fputs(",\n", file);
    json_write(file, true, walk_report, report);
}

static void json_end(FILE *file, size_t reports)
{
    fputs(reports > 1 ? "\n]\n" : "\n", file);
}

static void ndjson_report(FILE *file, const struct nb_report *report, size_t index)
{
    (void)index;
    json_write(file, false, walk_report, report);
    putc('\n', file);
}

const struct nb_writer json_writer = {"json", json_begin, json_report, json_end};
const struct nb_writer ndjson_writer = {"ndjson", nothing, ndjson_report, nothing};
