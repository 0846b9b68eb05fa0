/* sources.h - where the reports of a call come from: files that are one each, or streams that hold one a
 * line.
 */
#ifndef NB_SOURCES_H
#define NB_SOURCES_H

#include "cli.h"
#include "ndjson.h"

/* `streams`: each file holds a JSON object a line; `size`: bytes of all streams, 0 where that is not known;
 * `read`: streams read to their end. */
struct sources {
    char **paths, **end; /* the file that is next or the stream that is read, the last */
    bool streams;
    struct ndjson stream;
    size_t max_size, read;
    double size, taken;
};

/* A file (its `line` has no number), or a line of a stream; or, with `failed` (errno), a stream that could
 * not be read on. `share`: of all bytes so much is read with it. */
struct record {
    const char *path;
    int failed;
    double share;
    struct ndjson_record line;
};

/* The records of files ("-": standard input), refused from a size on (0: NB_MAX_SIZE). */
struct sources sources_of(char **paths, size_t count, bool streams, size_t max_size);
/* How many threads work on them: as many as are `wanted`, else (0) one for each processor, never more than
 * files. */
size_t sources_threads(const struct sources *sources, size_t wanted);
/* False: there is none any more. Else record_free() it. */
bool sources_next(struct sources *sources, struct record *record);
/* Close what is still open. */
void sources_end(struct sources *sources);
/* How many lines a file has of which the first is an object with text or html, or is named so; 2: several. 0:
 * it is no stream, or is a pipe, of which nothing may be read twice. */
unsigned lines_of_stream(const char *path);

/* Whether all files are streams. */
bool are_streams(char **paths, size_t count);

enum { RECORD_NAME = 4096 };
/* What a record is called in messages: its path, or for a line FILE:LINE, which is written into `name`. */
const char *record_name(const struct record *record, char name[RECORD_NAME]);
/* Compile the report of a record, in any thread; a line's text is then no longer held. NULL with *error
 * filled in. */
struct nb_report *record_compile(struct record *record, const struct call *call, struct nb_error *error);
void record_free(struct record *record);

#endif
