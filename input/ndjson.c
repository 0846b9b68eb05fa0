/* ndjson.c - split a stream into lines, and a line into the report and the members that go with it. */
#include "ndjson.h"
#include "i18n.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- lines ---- */

static bool add_byte(struct ndjson *stream, int byte)
{
    if (stream->length == stream->capacity) {
        size_t capacity = stream->capacity ? 2 * stream->capacity : 64 * 1024;
        char *bytes = realloc(stream->bytes, capacity);
        if (!bytes)
            return false;
        stream->bytes = bytes;
        stream->capacity = capacity;
    }
    stream->bytes[stream->length++] = (char)byte;
    return true;
}

/* The rest of a line that is too long is read and forgotten. */
static bool read_line(struct ndjson *stream)
{
    int byte = getc_unlocked(stream->file);
    if (byte == EOF)
        return false;
    stream->line++;
    stream->length = 0;
    stream->too_long = false;
    for (; byte != EOF && byte != '\n'; byte = getc_unlocked(stream->file))
        if (!stream->too_long && (stream->length >= stream->max_size || !add_byte(stream, byte)))
            stream->too_long = true;
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
    for (at++; *at != '"'; at++)
        at += *at == '\\';
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

/* The members of a report in JSON, which none that is carried over may be taken for. */
static bool is_of_report(const char *name)
{
    static const char *const names[] = {"nianbao",      "source",  "title",    "agency",    "year",     "form",     "period",
                                        "published",    "updated", "signed",   "script",    "preamble", "articles", "tables",
                                        "other_tables", "facts",   "findings", "furniture", "error",    "line"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

static void fail(struct ndjson_record *record, const char *why)
{
    snprintf(record->error, sizeof record->error, "%s", why);
}

/* One member to carry over: its name decoded, and its name and value as written. */
struct member {
    json_t *decoded;
    const char *name, *name_end, *value, *value_end;
};

static bool is_report_text(const char *name)
{
    return !strcmp(name, "text") || !strcmp(name, "html");
}

/* How many times "input_" must stand before a name, so that it is neither a report's member nor another of the line. */
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

static void write_member(FILE *out, const json_t *line, const struct member *member, bool first)
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

static void write_members(FILE *out, const json_t *line, const char *at, bool *has_id)
{
    bool first = true;
    for (at = skip_space(skip_space(at) + 1); *at == '"'; at = skip_space(at)) {
        struct member member = {.name = at, .name_end = skip_string(at)};
        member.value = skip_space(skip_space(member.name_end) + 1);
        at = member.value_end = skip_value(member.value);
        member.decoded = json_loadb(member.name, (size_t)(member.name_end - member.name), JSON_DECODE_ANY, NULL);
        const char *name = json_string_value(member.decoded);
        if (name && !is_report_text(name)) {
            write_member(out, line, &member, first);
            first = false;
            *has_id = *has_id || !strcmp(name, "id");
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
        write_members(out, record->object, line, &record->has_id);
    bool whole = out && !ferror(out);
    if ((out && fclose(out)) || !whole || !record->carried) { /* glibc closes without a word what it cannot hand over */
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

/* Numbers are carried as written, however large, but jansson refuses those that no double holds (1e999): in the copy that it
 * reads, only the first digit of each is left. */
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

/* Of both kinds the page is taken: it has the tables' grid. */
static void take_text(struct ndjson_record *record)
{
    const json_t *html = json_object_get(record->object, "html"), *text = json_object_get(record->object, "text");
    const json_t *taken = json_is_string(html) ? html : text;
    record->format = taken == html ? "html" : "text";
    record->text = json_string_value(taken);
    record->length = json_string_length(taken);
    if (!record->text)
        fail(record, _("neither text nor html is a string"));
}

/* Why a line is no JSON, in the user's language; jansson's own words are English. The last is any other reason. */
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
    snprintf(record->error, sizeof record->error, _("not valid JSON at byte %d: %s"), error->position, _(reasons[i].words));
}

void ndjson_parse(struct ndjson_record *record)
{
    json_error_t error;
    if (*record->error)
        return;
    size_t mark = record->line == 1 && record->size > 2 && !memcmp(record->bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    const char *line = record->bytes + mark;
    char *readable = without_large_numbers(line, record->size - mark);
    if (!readable) {
        fail(record, _("out of memory"));
        return;
    }
    record->object =
        json_loadb(readable, record->size - mark, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL | JSON_DECODE_ANY, &error);
    free(readable);
    if (!record->object) {
        fail_json(record, &error);
        return;
    }
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
        snprintf(record->error, sizeof record->error, _("the line is longer than %zu bytes (--max-size allows more)"),
                 stream->max_size);
    else
        keep_line(stream, record);
    return true;
}

void ndjson_drop_text(struct ndjson_record *record)
{
    json_decref(record->object);
    free(record->bytes);
    record->object = record->bytes = NULL;
    record->text = NULL;
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
