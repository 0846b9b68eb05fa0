/* cli_ndjson.c - nianbao convert -f ndjson: streams of reports, one result for each line, in order and in
 * constant memory. */
#include "cli.h"
#include "files.h"
#include "pool.h"
#include "result.h"
#include "streams.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* One call: the streams that are read, where results go, how many there are so far, the worst status. */
struct results {
    const struct stream_options *options;
    struct streams streams;
    struct target target;
    struct database *database; /* or NULL */
    size_t written;
    int status;
    size_t kept; /* failures */
};

/* One record on its way through the pool. */
struct ndjson_job {
    struct record record;
    struct result result;
};

static void worsen(struct results *results, int status)
{
    if (status > results->status)
        results->status = status;
}

/* ---- compiling ---- */

static void *next_job(void *user)
{
    struct results *results = user;
    struct record record;
    if (!streams_next(&results->streams, &record))
        return NULL;
    struct ndjson_job *job = checked(calloc(1, sizeof *job));
    job->record = record;
    return job;
}

static void do_job(void *user, void *data)
{
    const struct results *results = user;
    struct ndjson_job *job = data;
    const struct call *call = results->options->call;
    if (!job->record.failed)
        result_take(&job->result, record_compile(&job->record, call, &job->result.error),
                    results->options->writer, call->threads > 1 && !results->options->database);
}

/* ---- writing ---- */

/* An error that a line of results takes the place of: only ndjson has room for it. */
static void write_error(struct results *results, const struct ndjson_record *record, const char *why)
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
    fprintf(out, ",\"line\":%zu}\n", record->line);
    json_decref(message);
}

/* Failures are told below all findings; but a stream may have no end, so some are told on the way. */
static const struct nb_failure *remember(struct results *results, const char *name, const char *why)
{
    enum { MOST_KEPT = 1000 };
    if (results->kept++ == MOST_KEPT) {
        failures_tell(&results->options->call->failures);
        results->kept = 1;
    }
    return failures_add(&results->options->call->failures, name, why);
}

static void fail_stream(struct results *results, const struct ndjson_job *job)
{
    const struct nb_failure *failure = remember(results, job->record.path, strerror(job->record.failed));
    worsen(results, STATUS_FAILED);
    if (results->database)
        worsen(results, database_add_failure(results->database, failure->name, failure->why) ? STATUS_OK
                                                                                             : STATUS_FAILED);
    else
        written(nb_write_failure(results->options->writer, results->target.file, failure, results->written),
                results->target.file);
}

static void refuse(struct results *results, const struct ndjson_job *job)
{
    char name[4096];
    record_name(name, &job->record);
    remember(results, name, job->result.error.message);
    worsen(results, STATUS_FAILED);
    if (results->database)
        database_add_failure(results->database, name, job->result.error.message);
    else if (!strcmp(nb_writer_format(results->options->writer), "ndjson"))
        write_error(results, &job->record.line, job->result.error.message);
}

static void write_result(struct results *results, const struct ndjson_job *job)
{
    if (!results->database)
        result_print(&job->result, results->options->writer, results->target.file, results->written++);
    else if (!database_add(results->database, job->result.report))
        worsen(results, STATUS_FAILED);
    if (job->result.severity >= (int)results->options->failing)
        worsen(results, STATUS_FINDINGS);
}

static void drop_job(void *user, void *data)
{
    struct ndjson_job *job = data;
    (void)user;
    record_free(&job->record);
    result_free(&job->result);
    free(job);
}

/* A reader who waits for the answer to a line before sending the next gets it: nothing stays in the buffer.
 */
static bool take_job(void *user, void *data)
{
    struct results *results = user;
    const struct ndjson_job *job = data;
    if (job->record.failed)
        fail_stream(results, job);
    else if (job->result.compiled)
        write_result(results, job);
    else
        refuse(results, job);
    fflush(results->target.file);
    results->options->call->progress.share = job->record.share;
    result_tell(&job->result, &results->options->call->progress);
    drop_job(user, data);
    return !ferror(results->target.file);
}

/* How many reports there will be is not known but of a single line: the formats are told of several. A bad
 * line is a result; where no stream could be read to its end, what was there before stays. */
int convert_streams(const struct stream_options *options, char **paths, size_t count)
{
    struct results results = {.options = options,
                              .streams = streams_of(paths, count, options->call->options.max_size)};
    const struct pool_work work = {&results, next_job, do_job, take_job, drop_job};
    if ((options->database && !database_fits(options->call->output)) ||
        !target_open(&results.target, options->call->output))
        return STATUS_FAILED;
    if (options->bom)
        fputs(BYTE_ORDER_MARK, results.target.file);
    if (options->database &&
        !(results.database = database_open(results.target.temporary, options->call->output))) {
        target_abandon(&results.target);
        return STATUS_FAILED;
    }
    if (!options->database)
        written(nb_write_begin(options->writer, results.target.file, options->single ? 1 : 2),
                results.target.file);
    progress_begin(&options->call->progress, 0);
    pool_run(&work, options->call->threads);
    progress_end(&options->call->progress);
    streams_end(&results.streams);
    if (!options->database)
        written(nb_write_end(options->writer, results.target.file, options->single ? 1 : 2),
                results.target.file);
    bool whole = database_close(results.database);
    if (!whole)
        results.status = STATUS_FAILED;
    if (!whole || (!results.streams.read && results.target.file != stdout))
        target_abandon(&results.target);
    else if (!target_commit(&results.target))
        results.status = STATUS_FAILED;
    failures_tell(&options->call->failures);
    return results.status;
}
