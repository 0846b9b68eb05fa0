/* streams.h - streams of reports: the records of several files that hold a JSON object a line, one after the
 * other. */
#ifndef NB_STREAMS_H
#define NB_STREAMS_H

#include "cli.h"
#include "ndjson.h"

/* `size`: bytes of all streams, 0 where that is not known; `read`: streams read to their end. */
struct streams {
    char **paths, **end; /* the stream that is read, the last */
    struct ndjson stream;
    size_t max_size, read;
    double size, taken;
};

/* One line; or, with `failed` (errno), a stream that could not be read on. `share`: of all bytes so much is
 * read with it. */
struct record {
    const char *path;
    int failed;
    double share;
    struct ndjson_record line;
};

/* The records of files ("-": standard input), refused from a size on (0: NB_MAX_SIZE). */
struct streams streams_of(char **paths, size_t count, size_t max_size);
/* False: there is none any more. Else record_free() it. */
bool streams_next(struct streams *streams, struct record *record);
/* Close what is still open. */
void streams_end(struct streams *streams);
/* How many lines a file has of which the first is an object with text or html, or is named so; 2: several. 0:
 * it is no stream, or is a pipe, of which nothing may be read twice. */
unsigned lines_of_stream(const char *path);

/* Whether all files are streams. */
bool are_streams(char **paths, size_t count);

/* What a record is called in messages: FILE:LINE. */
void record_name(char name[4096], const struct record *record);
/* Compile the report of a line, in any thread; the line's text is then no longer held. NULL with *error
 * filled in. */
struct nb_report *record_compile(struct record *record, const struct call *call, struct nb_error *error);
void record_free(struct record *record);

#endif
