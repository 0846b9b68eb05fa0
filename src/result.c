/* result.c - writes a report's document and findings into memory, and from there to where they belong. */
#include "config.h"

#include "result.h"

#include "cli.h"
#include "files.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static ssize_t keep(void *data, const char *start, size_t length)
{
    struct bytes *bytes = data;
    bytes->start = checked_grow(bytes->start, &bytes->room, bytes->length + length, 1);
    memcpy(bytes->start + bytes->length, start, length);
    bytes->length += length;
    return (ssize_t)length;
}

/* A stream into memory; one of the C library's own does not tell where memory has run out. */
static FILE *open_bytes(struct bytes *bytes)
{
    return checked(fopencookie(bytes, "w", (cookie_io_functions_t){.write = keep}));
}

void result_take(struct result *result, struct nb_report *report, const struct nb_writer *writer, bool ahead)
{
    result->report = report;
    result->compiled = report;
    if (!report)
        return;
    result->severity = worst_severity(report);
    tally_report(&result->tally, report);
    FILE *file = open_bytes(&result->findings);
    print_findings(file, report);
    fclose(file);
    if (!ahead)
        return;
    file = open_bytes(&result->document);
    written(nb_write_report(writer, file, report, 0), file);
    fclose(file);
    nb_report_free(report);
    result->report = NULL;
}

void result_print(const struct result *result, const struct nb_writer *writer, FILE *out, size_t index)
{
    if (result->report) {
        written(nb_write_report(writer, out, result->report, index), out);
    } else {
        nb_write_between(writer, out, index);
        fwrite(result->document.start, 1, result->document.length, out);
    }
}

void result_tell(const struct result *result, struct progress *progress)
{
    progress_step(progress, result->compiled ? &result->tally : NULL, result->findings.start,
                  result->findings.length);
}

void result_free(struct result *result)
{
    nb_report_free(result->report);
    free(result->document.start);
    free(result->findings.start);
}
