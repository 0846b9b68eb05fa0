/* cli_ndjson.c - nianbao convert -f ndjson: streams of reports, one result for each line, in order and in constant memory. */
#include "cli.h"
#include "files.h"
#include "ndjson.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* One call: where results go, how many there are so far, the worst status. */
struct results {
    const struct stream_options *options;
    struct target target;
    size_t written;
    int status;
    size_t read; /* streams read to their end */
    struct failures failures;
};

static void worsen(struct results *results, int status)
{
    if (status > results->status)
        results->status = status;
}

/* An error that a line of results takes the place of: only ndjson has room for it. */
static void write_error(struct results *results, const struct ndjson_record *record, size_t line, const char *why)
{
    FILE *out = results->target.file;
    json_t *message = json_string(why);
    fputs("{\"nianbao\":1", out);
    if (!record->has_id)
        fputs(",\"id\":null", out);
    if (record->carried)
        fprintf(out, ",%s", record->carried);
    fputs(",\"error\":", out);
    if (!message || json_dumpf(message, out, JSON_ENCODE_ANY))
        fputs("\"\"", out);
    fprintf(out, ",\"line\":%zu}\n", line);
    json_decref(message);
}

static void fail_stream(struct results *results, const char *path)
{
    const struct nb_failure *failure = failures_add(&results->failures, path, strerror(errno));
    worsen(results, STATUS_FAILED);
    written(nb_write_failure(results->options->writer, results->target.file, failure, results->written), results->target.file);
}

static void refuse(struct results *results, const struct ndjson_record *record, size_t line, const char *name, const char *why)
{
    failures_add(&results->failures, name, why);
    worsen(results, STATUS_FAILED);
    if (!strcmp(nb_writer_format(results->options->writer), "ndjson"))
        write_error(results, record, line, why);
}

static void write_report(struct results *results, struct nb_report *report, const struct ndjson_record *record)
{
    report->carried = record->carried;
    written(nb_write_report(results->options->writer, results->target.file, report, results->written++), results->target.file);
    print_findings(stderr, report);
    if (worst_severity(report) >= (int)results->options->failing)
        worsen(results, STATUS_FINDINGS);
}

static void convert_record(struct results *results, const struct ndjson_record *record, const char *path, size_t line)
{
    struct nb_options options = results->options->compile;
    struct nb_error error;
    char name[4096];
    snprintf(name, sizeof name, "%s:%zu", file_name(path), line);
    options.format = record->format;
    options.encoding = "UTF-8";
    struct nb_report *report = *record->error ? NULL : nb_compile(name, record->text, record->length, &options, &error);
    if (report)
        write_report(results, report, record);
    else
        refuse(results, record, line, name, *record->error ? record->error : error.message);
    nb_report_free(report);
    fflush(results->target.file);
}

static void convert_stream(struct results *results, const char *path, FILE *file)
{
    size_t max_size = results->options->compile.max_size;
    struct ndjson stream = {.file = file, .max_size = max_size ? max_size : NB_MAX_SIZE};
    struct ndjson_record record;
    errno = 0;
    while (!ferror(results->target.file) && ndjson_next(&stream, &record)) {
        convert_record(results, &record, path, stream.line);
        ndjson_free(&record);
        errno = 0;
    }
    if (ferror(file))
        fail_stream(results, path);
    else
        results->read++;
    ndjson_end(&stream);
}

static void convert_path(struct results *results, const char *path)
{
    FILE *file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    if (!file) {
        fail_stream(results, path);
        return;
    }
    convert_stream(results, path, file);
    if (file != stdin)
        fclose(file);
}

/* How many reports there will be is not known: the formats are told of several. A bad line is a result; where no
 * stream could be read to its end, what was there before stays. */
int convert_streams(const struct stream_options *options, char **paths, size_t count)
{
    struct results results = {.options = options};
    if (!target_open(&results.target, options->output))
        return STATUS_FAILED;
    written(nb_write_begin(options->writer, results.target.file, 2), results.target.file);
    for (size_t i = 0; i < count; i++)
        convert_path(&results, paths[i]);
    written(nb_write_end(options->writer, results.target.file, 2), results.target.file);
    if (!results.read && results.target.file != stdout)
        target_abandon(&results.target);
    else if (!target_commit(&results.target))
        results.status = STATUS_FAILED;
    failures_tell(&results.failures);
    return results.status;
}
