/* output.h - what the back ends share: buffered bytes, and the walk that tells a report to a sink. */
#ifndef NB_OUTPUT_H
#define NB_OUTPUT_H

#include "nianbao.h"
#include "text.h"

#include <string.h>

/* Bytes on their way to a file. Errors stay in the file's error indicator. */
enum { OUTPUT_ROOM = 16 * 1024 };

struct output {
    FILE *file;
    size_t used;
    char bytes[OUTPUT_ROOM];
};

static inline void output_begin(struct output *output, FILE *file)
{
    output->file = file;
    output->used = 0;
}

void output_flush(struct output *output);

/* Room for `length` bytes, at most OUTPUT_ROOM; output_wrote() tells where the bytes written into it end. */
static inline char *output_room(struct output *output, size_t length)
{
    if (length > sizeof output->bytes - output->used)
        output_flush(output);
    return output->bytes + output->used;
}

static inline void output_wrote(struct output *output, const char *end)
{
    output->used = (size_t)(end - output->bytes);
}

static inline void output_char(struct output *output, char byte)
{
    *output_room(output, 1) = byte;
    output->used++;
}

/* Bytes for which there is no room: what stands before them is written. */
void output_more(struct output *output, const char *bytes, size_t length);

/* Any number of bytes. */
static inline void output_bytes(struct output *output, const char *bytes, size_t length)
{
    if (length > sizeof output->bytes - output->used) {
        output_more(output, bytes, length);
    } else {
        memcpy(output->bytes + output->used, bytes, length);
        output->used += length;
    }
}

static inline void output_string(struct output *output, const char *string)
{
    output_bytes(output, string, strlen(string));
}

/* Put the digits of a number, fewer than DECIMAL_SIZE; returns where they end. */
enum { DECIMAL_SIZE = 24 };
char *put_decimal(char *to, size_t number);

static inline void output_decimal(struct output *output, size_t number)
{
    output_wrote(output, put_decimal(output_room(output, DECIMAL_SIZE), number));
}

/* A RECORD is an object and a TUPLE a list that hold nothing but fields. */
enum shape { OBJECT, LIST, RECORD, TUPLE };

/* STRING, NUMBER (an exact decimal) and BOOLEAN may be null; CONTENT is the text an object is about; KIND
 * repeats the object's name where JSON has no other place for it; CARRIED are the JSON members of an ndjson
 * line. */
enum field { STRING, NUMBER, BOOLEAN, CONTENT, KIND, CARRIED };

/* What is said of a cell. `line` is 0: it has no place. */
struct cell_words {
    const char *value; /* NULL: none */
    const char *unit, *raw, *status;
    size_t line, column;
};

/* A format of nested objects and lists receives a report as a sequence of these calls, so that all such
 * formats say the same. `name` is what the thing is called; in a map of things with ids (rows of a table)
 * `id` is the key, else NULL. Before the first nested object or list of an object come those of its fields
 * that XML writes as attributes. */
struct sink {
    void (*open)(struct sink *sink, enum shape shape, const char *name, const char *id);
    void (*close)(struct sink *sink);
    /* `value` is NULL for null, else `length` bytes. */
    void (*field)(struct sink *sink, enum field field, const char *name, const char *value, size_t length);
    /* NULL, or a shorter way to write a cell than field by field, false where it is not taken: most of a
     * report are cells. */
    bool (*cell)(struct sink *sink, const char *id, const struct cell_words *cell);
    struct text_cursor at; /* of what is told */
};

/* Write what `walk` tells as JSON. */
void json_write(FILE *file, bool indent, void (*walk)(struct sink *sink, const struct nb_report *report),
                const struct nb_report *report);

/* One string as JSON, for documents that are put together around reports. */
void json_quote(FILE *file, const char *string);

/* Tell the whole report. */
void walk_report(struct sink *sink, const struct nb_report *report);
/* Tell the list "findings", for lint's own documents. */
void walk_findings(struct sink *sink, const struct nb_report *report);
/* Tell the object "source". */
void walk_source(struct sink *sink, const struct nb_report *report);

/* Fields of a sink, in short. */
void field_string(struct sink *sink, const char *name, const char *value);
void field_number(struct sink *sink, const char *name, size_t value);

/* Whether a cell stands somewhere in the text (one that is missing, or blank and not printed, does not). */
static inline bool has_place(struct nb_span span)
{
    return span.end > 0;
}

/* A format of reports, and one of findings, as their back ends hand them on (see nb_write_begin() and the
 * like). */
struct nb_writer {
    const char *format;
    const char *head, *foot;            /* what stands before all reports and behind them; or NULL */
    const char *open, *between, *close; /* around several, and between two; or NULL */
    void (*begin)(FILE *out);           /* write what is to stand behind the head; or NULL */
    void (*report)(FILE *out, const struct nb_report *report);
    void (*failure)(FILE *out, const struct nb_failure *failure, size_t index); /* or NULL */
};

struct nb_lint_writer {
    const char *format;
    void (*begin)(FILE *out); /* or NULL */
    void (*report)(FILE *out, const struct nb_lint_style *style, const struct nb_report *report,
                   const struct nb_lint_summary *before);
    void (*end)(FILE *out, const struct nb_lint_summary *summary);
};

/* "error" and so on, in the reader's language. */
const char *severity_word(enum nb_severity severity);
/* Where an offset stands, as a person finds it: page or line, and the labels of the cell or the words that
 * stand there. `cell`, or NULL: the one that a finding names. The caller frees it with xfree(). */
char *place_in_words(const struct nb_report *report, size_t offset, const struct nb_cell_ref *cell);

/* The back ends. */
extern const struct nb_writer json_writer, ndjson_writer, xml_writer, csv_writer, csv_facts_writer,
    csv_findings_writer, csv_wide_writer, text_writer, tree_writer;
extern const struct nb_lint_writer lint_text_writer, lint_json_writer, lint_sarif_writer, lint_html_writer;

#endif
