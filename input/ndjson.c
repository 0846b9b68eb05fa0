/* ndjson.c - split a stream into lines, and a line into the report and the members that go with it. */
#include "config.h"

#include "i18n.h"
#include "ndjson.h"
#include "plain.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- lines ---- */

/* Room for another byte of the line; false: it is too long. */
static bool make_room(struct ndjson *stream)
{
    size_t capacity = stream->capacity ? 2 * stream->capacity : 64 * 1024;
    capacity = capacity < stream->max_size ? capacity : stream->max_size;
    char *bytes = capacity > stream->capacity && !stream->too_long ? realloc(stream->bytes, capacity) : NULL;
    stream->too_long = !bytes;
    stream->bytes = bytes ? bytes : stream->bytes;
    stream->capacity = bytes ? capacity : stream->capacity;
    return bytes;
}

/* The rest of a line that is too long is read and forgotten. */
static bool read_line(struct ndjson *stream)
{
    int byte = getc_unlocked(stream->file);
    if (byte == EOF)
        return false;
    stream->line++;
    stream->too_long = false;
    char *bytes = stream->bytes;
    size_t room = stream->capacity, length = 0;
    for (; byte != EOF && byte != '\n'; byte = getc_unlocked(stream->file)) {
        if (length == room && make_room(stream)) {
            bytes = stream->bytes;
            room = stream->capacity;
        }
        if (length < room)
            bytes[length++] = (char)byte;
    }
    stream->length = length;
    return true;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool is_blank(const struct ndjson *stream)
{
    size_t i = 0;
    while (i < stream->length && is_space(stream->bytes[i]))
        i++;
    return i == stream->length;
}

/* ---- members, in JSON that is known to be right ---- */

static const char *skip_space(const char *at)
{
    while (is_space(*at))
        at++;
    return at;
}

static const char *skip_string(const char *at)
{
    at += 1 + strcspn(at + 1, "\"\\");
    while (*at == '\\')
        at += 2 + strcspn(at + 2, "\"\\");
    return at + 1;
}

static const char *skip_value(const char *at)
{
    size_t depth = 0;
    do {
        if (*at == '"') {
            at = skip_string(at);
            continue;
        }
        if (*at == '{' || *at == '[')
            depth++;
        else if (*at == '}' || *at == ']')
            depth--;
        at++;
    } while (depth || (*at != ',' && *at != '}' && !is_space(*at)));
    return at;
}

/* ---- strings ---- */

/* Write a character; returns the end of its bytes. */
static char *put_character(char *to, unsigned code)
{
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    int more = (code >= 0x80) + (code >= 0x800) + (code >= 0x10000);
    *to++ = (char)(lead[more] | code >> 6 * more);
    while (more--)
        *to++ = (char)(0x80 | (code >> 6 * more & 0x3F));
    return to;
}

/* The number of \uXXXX; 0: it is none, or not written so. */
static unsigned code_unit(const char *at)
{
    unsigned code = 0;
    if (at[0] != '\\' || at[1] != 'u')
        return 0;
    at += 2;
    for (const char *end = at + 4; at < end; at++) {
        if (!isxdigit((unsigned char)*at))
            return 0;
        code = code * 16 + (unsigned)(*at <= '9' ? *at - '0' : (*at | 0x20) - 'a' + 10);
    }
    return code;
}

/* Decode what begins with a backslash. Returns the place behind it; NULL: it is wrong. */
static const char *decode_escape(const char *at, char **to)
{
    enum { UNIT = 6, HIGH = 0xD800, LOW = 0xDC00, BEHIND = 0xE000 };
    static const char names[] = "\"\\/bfnrt", signs[] = "\"\\/\b\f\n\r\t";
    const char *name = at[1] ? strchr(names, at[1]) : NULL;
    if (name) {
        *(*to)++ = signs[name - names];
        return at + 2;
    }
    unsigned code = code_unit(at), low = code >= HIGH && code < LOW ? code_unit(at + UNIT) : 0;
    at += UNIT;
    if (low >= LOW && low < BEHIND) {
        code = 0x10000 + ((code - HIGH) << 10) + (low - LOW);
        at += UNIT;
    }
    if (!code || (code >= HIGH && code < BEHIND))
        return NULL;
    *to = put_character(*to, code);
    return at;
}

/* Decode the string that begins at `at`, in a line of UTF-8 that goes up to `end`, into *to, which has room
 * for as many bytes and moves behind it. Returns the place behind the string; NULL: it is none that is right.
 */
static const char *decode_string(const char *at, const char *end, char **to)
{
    char *out = *to;
    for (at++; at && *at != '"';)
        if (*at == '\\')
            at = decode_escape(at, &out);
        else if ((unsigned char)*at < ' ')
            return NULL;
        else {
            copy_plain(&out, &at, end);
            for (int step = SIXTEEN; step && (unsigned char)*at >= ' ' && *at != '"' && *at != '\\'; step--)
                *out++ = *at++;
        }
    *to = out;
    return at ? at + 1 : NULL;
}

/* ---- members that are carried over ---- */

/* The members of a report in JSON, which none that is carried over may be taken for. */
static bool is_of_report(const char *name)
{
    static const char *const names[] = {
        "nianbao",      "source",  "title",    "agency",    "year",     "form",     "period",
        "published",    "updated", "signed",   "script",    "preamble", "articles", "tables",
        "other_tables", "facts",   "findings", "furniture", "error",    "line",     NULL};
    return string_is_any(name, names);
}

static void fail(struct ndjson_record *record, const char *why)
{
    snprintf(record->error, sizeof record->error, "%s", why);
}

/* One member to carry over: its name decoded, and its name and value as written. */
struct json_member {
    json_t *decoded;
    const char *name, *name_end, *value, *value_end;
};

static bool is_report_text(const char *name)
{
    return !strcmp(name, "text") || !strcmp(name, "html");
}

/* How many times "input_" must stand before a name, so that it is neither a report's member nor another of
 * the line. */
static size_t prefixes_for(const json_t *line, const char *name)
{
    size_t count = 0;
    json_t *longer = is_of_report(name) ? json_string(name) : NULL;
    for (bool taken = longer; taken; count++) {
        json_t *next = json_sprintf("input_%s", json_string_value(longer));
        json_decref(longer);
        longer = next;
        taken = json_object_get(line, json_string_value(longer));
    }
    json_decref(longer);
    return count;
}

static void write_member(FILE *out, const json_t *line, const struct json_member *member, bool first)
{
    if (!first)
        putc(',', out);
    putc('"', out);
    for (size_t i = prefixes_for(line, json_string_value(member->decoded)); i > 0; i--)
        fputs("input_", out);
    fwrite(member->name + 1, 1, (size_t)(member->name_end - member->name - 1), out);
    putc(':', out);
    fwrite(member->value, 1, (size_t)(member->value_end - member->value), out);
}

/* Of a text and a page the page is taken: it has the tables' grid. */
static void see_text(struct ndjson_record *record, const struct json_member *member, const char *name)
{
    if (*member->value == '"' && (!record->format || !strcmp(name, "html"))) {
        record->format = strcmp(name, "html") ? "text" : "html";
        record->written = member->value;
    }
}

static void write_members(FILE *out, struct ndjson_record *record, const char *at)
{
    bool first = true;
    for (at = skip_space(skip_space(at) + 1); *at == '"'; at = skip_space(at)) {
        struct json_member member = {.name = at, .name_end = skip_string(at)};
        member.value = skip_space(skip_space(member.name_end) + 1);
        at = member.value_end = skip_value(member.value);
        member.decoded =
            json_loadb(member.name, (size_t)(member.name_end - member.name), JSON_DECODE_ANY, NULL);
        const char *name = json_string_value(member.decoded);
        if (name && is_report_text(name)) {
            see_text(record, &member, name);
        } else if (name) {
            write_member(out, record->object, &member, first);
            first = false;
            record->has_id |= !strcmp(name, "id");
        }
        json_decref(member.decoded);
        at = skip_space(at);
        at += *at == ',';
    }
}

static void carry(struct ndjson_record *record, const char *line)
{
    size_t length = 0;
    FILE *out = open_memstream(&record->carried, &length);
    if (out)
        write_members(out, record, line);
    bool whole = out && !ferror(out);
    if ((out && fclose(out)) || !whole ||
        !record->carried) { /* glibc closes without a word what it cannot hand over */
        fail(record, _("out of memory"));
    } else if (!length) {
        free(record->carried);
        record->carried = NULL;
    }
}

/* ---- numbers that are carried ---- */

static const char *skip_digits(const char *at)
{
    return at + strspn(at, "0123456789");
}

/* The end of the JSON number at `at`; `at` itself if there is none. */
static const char *number_end(const char *at)
{
    const char *digits = at + (*at == '-'), *end = skip_digits(digits);
    if (end == digits || (*digits == '0' && end > digits + 1))
        return at;
    if (*end == '.') {
        const char *fraction = end + 1;
        if ((end = skip_digits(fraction)) == fraction)
            return at;
    }
    if (*end != 'e' && *end != 'E')
        return end;
    const char *exponent = end + 1 + strspn(end + 1, "+-");
    return exponent - end > 2 || skip_digits(exponent) == exponent ? at : skip_digits(exponent);
}

/* Numbers are carried as written, however large, but jansson refuses those that no double holds (1e999): in
 * the copy that it reads, only the first digit of each is left. */
static char *without_large_numbers(const char *line, size_t length)
{
    char *copy = malloc(length + 1);
    if (!copy)
        return NULL;
    memcpy(copy, line, length);
    copy[length] = '\0';
    for (char *at = copy; *at;) {
        size_t step = strcspn(at, "\"-0123456789");
        at += step;
        if (*at == '"') {
            for (at++; *at && *at != '"'; at++)
                at += *at == '\\' && at[1];
            at += *at == '"';
        } else if (*at) {
            char *end = copy + (number_end(at) - copy), *rest = at + 1 + (*at == '-');
            if (end > rest)
                memset(rest, ' ', (size_t)(end - rest));
            at = end > at ? end : at + 1;
        }
    }
    return copy;
}

/* ---- records ---- */

static void take_text(struct ndjson_record *record)
{
    char *end = record->text = record->written ? malloc(record->size) : NULL;
    if (!record->written) {
        fail(record, _("neither text nor html is a string"));
    } else if (!end || !decode_string(record->written, record->bytes + record->size, &end)) {
        fail(record, _("out of memory"));
    } else {
        *end = '\0';
        record->length = (size_t)(end - record->text);
    }
}

/* The line with nothing in its strings that are long, and none of them wrong: jansson takes 180 instructions
 * a byte for them, half as much as all else that is done with a report. NULL: one is wrong, or memory is out.
 */
static char *without_long_strings(const char *line, size_t length)
{
    enum { LONG = 64 };
    char *copy = malloc(length + 1), *to = copy;
    const char *at = line;
    for (const char *quote; copy && at && (quote = strchr(at, '"'));) {
        to = (char *)mempcpy(to, at, (size_t)(quote - at));
        char *decoded = to;
        at = decode_string(quote, line + length, &decoded);
        if (at && at - quote < LONG)
            to = (char *)mempcpy(to, quote, (size_t)(at - quote));
        else
            to = (char *)mempcpy(to, "\"\"", 2);
    }
    if (copy && at && at + strlen(at) == line + length && utf8_valid(line, length) == length) {
        strcpy(to, at);
        return copy;
    }
    free(copy);
    return NULL;
}

/* Why a line is no JSON, in the user's language; jansson's own words are English. The last is any other
 * reason. */
static const struct {
    enum json_error_code code;
    const char *words;
} reasons[] = {{json_error_premature_end_of_input, N_("the line ends too early")},
               {json_error_end_of_input_expected, N_("something stands behind the value")},
               {json_error_duplicate_key, N_("the object has a member of this name already")},
               {json_error_null_character, N_("a NUL in a string")},
               {json_error_null_byte_in_key, N_("a NUL in a string")},
               {json_error_invalid_utf8, N_("not UTF-8")},
               {json_error_stack_overflow, N_("too many values inside one another")},
               {json_error_invalid_syntax, N_("something else is expected here")}};

static void fail_json(struct ndjson_record *record, const json_error_t *error)
{
    size_t i = 0;
    while (i + 1 < sizeof reasons / sizeof *reasons && reasons[i].code != json_error_code(error))
        i++;
    snprintf(record->error, sizeof record->error, _("not valid JSON at byte %d: %s"), error->position,
             _(reasons[i].words));
}

/* What is wrong with a line jansson tells of the whole. */
static json_t *load(struct ndjson_record *record, const char *line, size_t length)
{
    const size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL | JSON_DECODE_ANY;
    json_error_t error;
    char *readable = without_long_strings(line, length);
    json_t *object = readable ? json_loads(readable, flags, &error) : NULL;
    free(readable);
    if (object)
        return object;
    readable = without_large_numbers(line, length);
    object = readable ? json_loadb(readable, length, flags, &error) : NULL;
    if (!readable)
        fail(record, _("out of memory"));
    else if (!object)
        fail_json(record, &error);
    free(readable);
    return object;
}

void ndjson_parse(struct ndjson_record *record)
{
    if (*record->error)
        return;
    size_t mark = record->line == 1 && record->size > 2 && !memcmp(record->bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *line = record->bytes + mark;
    if (!(record->object = load(record, line, record->size - mark)))
        return;
    if (!json_is_object((json_t *)record->object)) {
        fail(record, _("no JSON object"));
        return;
    }
    carry(record, line);
    if (!*record->error)
        take_text(record);
}

static void keep_line(const struct ndjson *stream, struct ndjson_record *record)
{
    record->bytes = malloc(stream->length + 1);
    if (!record->bytes) {
        fail(record, _("out of memory"));
        return;
    }
    memcpy(record->bytes, stream->bytes, stream->length);
    record->bytes[stream->length] = '\0';
    record->size = stream->length;
}

bool ndjson_next(struct ndjson *stream, struct ndjson_record *record)
{
    *record = (struct ndjson_record){0};
    do {
        if (!read_line(stream))
            return false;
    } while (!stream->too_long && is_blank(stream));
    record->line = stream->line;
    if (stream->too_long)
        snprintf(record->error, sizeof record->error,
                 _("the line is longer than %zu bytes (--max-size allows more)"), stream->max_size);
    else
        keep_line(stream, record);
    return true;
}

void ndjson_drop_text(struct ndjson_record *record)
{
    json_decref(record->object);
    free(record->bytes);
    free(record->text);
    record->object = NULL;
    record->bytes = record->text = NULL;
}

void ndjson_free(struct ndjson_record *record)
{
    ndjson_drop_text(record);
    free(record->carried);
}

void ndjson_end(struct ndjson *stream)
{
    free(stream->bytes);
}
