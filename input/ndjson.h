/* ndjson.h - a stream of reports, one JSON object a line, read in the memory of its longest line. */
#ifndef NB_NDJSON_H
#define NB_NDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A stream being read. A line longer than `max_size` bytes is an error and costs no memory. */
struct ndjson {
    FILE *file;
    size_t max_size;
    size_t line; /* number of the line read last, from 1 */
    char *bytes;
    size_t length, capacity;
    bool too_long;
};

/* One line: `bytes`, ending in NUL, and its number. `error` is why it holds no report, in a few words, or "".
 * `text` is the report, decoded; `format` "text" or "html". `carried` are the other members, id among them,
 * as JSON text just as they were written (numbers keep all digits), without braces; one that is named like a
 * member of a report has "input_" before its name. NULL if there are none. */
struct ndjson_record {
    char *bytes;
    size_t size, line;
    void *object;        /* the members, of strings that are long nothing but their names */
    const char *written; /* the report, as it is written in the line */
    const char *format;
    char *text;
    size_t length;
    char *carried;
    bool has_id;
    char error[160];
};

/* Read the next line that is not blank. False at the end of the stream or, with ferror(), when it cannot be
 * read. The record is valid until ndjson_free(), which must follow each call that returned true; the stream
 * may go on before. */
bool ndjson_next(struct ndjson *stream, struct ndjson_record *record);
/* Find out what the line says, unless there is an error already. */
void ndjson_parse(struct ndjson_record *record);
/* Frees the line and its text; what is carried stays. */
void ndjson_drop_text(struct ndjson_record *record);
void ndjson_free(struct ndjson_record *record);
/* Frees the stream's memory; the file stays open. */
void ndjson_end(struct ndjson *stream);

#endif
