/* json.c - writes reports as JSON: indented, or compact with one report a line (ndjson). */
#include "config.h"

#include "output.h"
#include "plain.h"

#include <stdint.h>

enum { DEEPEST = 64 };

/* `lists` has one bit for each open object or list, the innermost lowest: 1 for a list. Sections nest four
 * deep at most, so 64 are enough. `flat`: a record or tuple is open, which is written on one line. */
struct json {
    struct sink sink;
    bool indent, first, flat;
    unsigned depth;
    uint64_t lists;
    struct output out;
};

/* ---- strings ---- */

/* One byte, escaped if need be. Returns the end of what was written: at most LONGEST_ESCAPE bytes. */
static char *put_byte(char *to, char byte)
{
    static const char short_names[0x20] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    static const char hex[] = "0123456789abcdef";
    unsigned code = (unsigned char)byte;
    if (code >= 0x20 && byte != '"' && byte != '\\') {
        *to++ = byte;
        return to;
    }
    *to++ = '\\';
    if (code >= 0x20 || short_names[code]) {
        *to++ = code >= 0x20 ? byte : short_names[code];
        return to;
    }
    memcpy(to, "u00", 3);
    to[3] = hex[code >> 4];
    to[4] = hex[code & 0xF];
    return to + 5;
}

/* Nearly all text needs no escape. */
static char *put_bytes(char *to, const char *bytes, size_t length)
{
    for (const char *end = bytes + length, *stop; bytes < end;) {
        copy_plain(&to, &bytes, end);
        if (copy_plain_rest(to, bytes, (size_t)(end - bytes)))
            return to + (end - bytes);
        for (stop = end - bytes < SIXTEEN ? end : bytes + SIXTEEN; bytes < stop; bytes++)
            to = put_byte(to, *bytes);
    }
    return to;
}

enum { LONGEST_ESCAPE = 6, PIECE = 1024 };

/* `to`: where there is room for a piece and its quotes. */
static void write_string(struct output *out, char *to, const char *bytes, size_t length)
{
    *to++ = '"';
    for (; length > PIECE; bytes += PIECE, length -= PIECE) {
        output_wrote(out, put_bytes(to, bytes, PIECE));
        to = output_room(out, LONGEST_ESCAPE * PIECE + 2);
    }
    to = put_bytes(to, bytes, length);
    *to++ = '"';
    output_wrote(out, to);
}

/* ---- layout ---- */

/* A report is as deep as SHALLOW or less but in sections of sections: so many blanks are put at once. */
static char *put_break(char *to, const struct json *json)
{
    enum { SHALLOW = 8 };
    size_t depth = json->depth < DEEPEST ? json->depth : DEEPEST;
    *to++ = '\n';
    memcpy(to, "                ", 2 * SHALLOW);
    if (depth > SHALLOW)
        memset(to, ' ', 2 * depth);
    return to + 2 * depth;
}

/* Room for what put_key() puts, but for a key longer than our own names. */
enum { KEY_ROOM = 2 * DEEPEST + 64 };

/* What stands before a value: a comma, a new line, and within an object its key, an identifier that needs no
 * escape. */
static inline __attribute__((always_inline)) char *put_key(struct json *json, char *to, const char *key)
{
    if (!json->first)
        *to++ = ',';
    if (json->indent && json->depth && !json->flat)
        to = put_break(to, json);
    else if (json->indent && !json->first)
        *to++ = ' ';
    json->first = false;
    if (json->depth && !(json->lists & 1)) {
        *to++ = '"';
        to = stpcpy(to, key);
        *to++ = '"';
        *to++ = ':';
        if (json->indent)
            *to++ = ' ';
    }
    return to;
}

/* ---- the sink ---- */

static void json_open(struct sink *sink, enum shape shape, const char *name, const char *id)
{
    struct json *json = (struct json *)sink;
    bool list = shape == LIST || shape == TUPLE;
    char *to = put_key(json, output_room(&json->out, (id ? strlen(id) : 0) + KEY_ROOM), id ? id : name);
    *to++ = list ? '[' : '{';
    output_wrote(&json->out, to);
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
        output_wrote(&json->out, put_break(output_room(&json->out, KEY_ROOM), json));
    output_char(&json->out, json->lists & 1 ? ']' : '}');
    json->lists >>= 1;
    json->first = json->flat = false;
}

static void json_field(struct sink *sink, enum field field, const char *name, const char *value,
                       size_t length)
{
    struct json *json = (struct json *)sink;
    if (field == CARRIED) {
        output_string(&json->out, json->indent ? ", " : ",");
        output_bytes(&json->out, value, length);
        return;
    }
    bool string = value && field != NUMBER && field != BOOLEAN;
    char *to = put_key(json, output_room(&json->out, KEY_ROOM + LONGEST_ESCAPE * PIECE + 2), name);
    if (string) {
        write_string(&json->out, to, value, length);
        return;
    }
    output_wrote(&json->out, to);
    output_bytes(&json->out, value ? value : "null", value ? length : 4);
}

/* A literal without its zero. */
#define PUT(to, literal) ((char *)memcpy((to), "" literal, sizeof(literal) - 1) + sizeof(literal) - 1)

/* The name of a cell's next field, which stands on the same line. */
#define NEXT(to, json, name) ((json)->indent ? PUT(to, ", \"" name "\": ") : PUT(to, ",\"" name "\":"))

/* A name of our own, which needs no escape; so short that to call stpcpy() would cost more. */
static char *put_name(char *to, const char *name)
{
    while (*name)
        *to++ = *name++;
    return to;
}

/* A string in quotes of at most SHORT bytes; NULL: it is longer. */
enum { SHORT = 64 };

static char *put_short(char *to, const char *string)
{
    const char *end = string + SHORT;
    *to++ = '"';
    for (; *string && string < end; string++)
        if ((unsigned char)*string >= 0x20 && *string != '"' && *string != '\\')
            *to++ = *string;
        else
            to = put_byte(to, *string);
    *to++ = '"';
    return *string ? NULL : to;
}

/* A cell of short words in one step: as six fields it costs three times as much, 60 instructions a byte of a
 * table of lines. */
static bool json_cell(struct sink *sink, const char *id, const struct cell_words *cell)
{
    struct json *json = (struct json *)sink;
    bool first = json->first;
    if (cell->value && strlen(cell->value) > SHORT)
        return false;
    char *to = put_key(json, output_room(&json->out, 4 * LONGEST_ESCAPE * SHORT + 3 * KEY_ROOM), id);
    *to++ = '{';
    to = json->indent ? PUT(to, "\"value\": ") : PUT(to, "\"value\":");
    to = put_name(to, cell->value ? cell->value : "null");
    if (!(to = put_short(NEXT(to, json, "unit"), cell->unit)) ||
        !(to = put_short(NEXT(to, json, "raw"), cell->raw))) {
        json->first = first;
        return false;
    }
    to = put_name(PUT(NEXT(to, json, "status"), "\""), cell->status);
    *to++ = '"';
    to = NEXT(to, json, "line");
    to = cell->line ? put_decimal(to, cell->line) : PUT(to, "null");
    to = NEXT(to, json, "column");
    to = cell->line ? put_decimal(to, cell->column) : PUT(to, "null");
    *to++ = '}';
    output_wrote(&json->out, to);
    return true;
}

void json_write(FILE *file, bool indent, void (*walk)(struct sink *, const struct nb_report *),
                const struct nb_report *report)
{
    struct json json;
    json.sink = (struct sink){json_open, json_close, json_field, json_cell, {0}};
    json.indent = indent;
    json.first = true;
    json.flat = false;
    json.depth = 0;
    json.lists = 0;
    output_begin(&json.out, file);
    walk(&json.sink, report);
    output_flush(&json.out);
}

void json_quote(FILE *file, const char *string)
{
    struct output out;
    output_begin(&out, file);
    write_string(&out, output_room(&out, LONGEST_ESCAPE * PIECE + 2), string, strlen(string));
    output_flush(&out);
}

/* ---- the two formats ---- */

static void json_report(FILE *file, const struct nb_report *report)
{
    json_write(file, true, walk_report, report);
}

static void ndjson_report(FILE *file, const struct nb_report *report)
{
    json_write(file, false, walk_report, report);
    putc('\n', file);
}

static void ndjson_failure(FILE *file, const struct nb_failure *failure, size_t index)
{
    (void)index;
    fputs("{\"nianbao\":1,\"source\":{\"name\":", file);
    json_quote(file, failure->name);
    fputs("},\"error\":", file);
    json_quote(file, failure->why);
    fputs("}\n", file);
}

const struct nb_writer json_writer = {"json",         .open = "[\n", .between = ",\n",
                                      .close = "\n]", .foot = "\n",  .report = json_report};
const struct nb_writer ndjson_writer = {"ndjson", .report = ndjson_report, .failure = ndjson_failure};
