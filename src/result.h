/* result.h - what became of one input: a report and what is printed for it, made in any thread, printed in
 * its turn. */
#ifndef NB_RESULT_H
#define NB_RESULT_H

#include "database.h"
#include "nianbao.h"
#include "progress.h"

/* Bytes in memory that a FILE has taken. */
struct bytes {
    char *start;
    size_t length, room;
};

/* `report` is NULL where there is none, and `error` says why, or where its document is written already;
 * `severity` is that of its worst finding, -1 without any. */
struct result {
    struct nb_report *report;
    struct nb_error error;
    struct bytes document, findings;
    bool compiled;
    int severity;
    struct tally tally;
};

/* Take the report that was compiled, or NULL, and prepare its findings. With `ahead` its document is written
 * into memory and the report freed: then its memory is not held until its turn comes. */
void result_take(struct result *result, struct nb_report *report, const struct nb_writer *writer, bool ahead);
/* Write the document as that of the report with this index. */
void result_print(const struct result *result, const struct nb_writer *writer, FILE *out, size_t index);
/* Say on standard error what was found, and how far all is. */
void result_tell(const struct result *result, struct progress *progress);
void result_free(struct result *result);

#endif
