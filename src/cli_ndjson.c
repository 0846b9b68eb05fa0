/* cli_ndjson.c - nianbao convert -f ndjson: streams of reports, one result for each line, in order and in constant memory. */
#include "cli.h"
#include "files.h"
#include "ndjson.h"
#include "pool.h"
#include "result.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* One call: the streams that are read, where results go, how many there are so far, the worst status. */
struct results {
    const struct stream_options *options;
    char **paths, **end; /* the stream that is read, the last */
    struct ndjson stream;
    struct target target;
    struct database *database; /* or NULL */
    size_t written;
    int status;
    size_t read; /* streams read to their end */
    size_t kept; /* failures */
};

/* One line on its way through the pool; or, with `failed`, a stream that could not be read on. */
struct job {
    const char *path;
    int failed; /* errno */
    struct ndjson_record record;
    struct result result;
};

static void worsen(struct results *results, int status)
{
    if (status > results->status)
        results->status = status;
}

/* ---- reading ---- */

static struct job *new_job(const char *path)
{
    struct job *job = checked(calloc(1, sizeof *job));
    job->path = path;
    return job;
}

/* Done with the stream: the next. A job that says why, where it could not be read to its end. */
static struct job *leave_stream(struct results *results, int error)
{
    struct job *job = error ? new_job(*results->paths) : NULL;
    if (error)
        job->failed = error;
    else
        results->read++;
    ndjson_end(&results->stream);
    if (results->stream.file && results->stream.file != stdin)
        fclose(results->stream.file);
    results->stream.file = NULL;
    results->paths++;
    return job;
}

static bool open_stream(struct results *results)
{
    size_t max_size = results->options->call->options.max_size;
    const char *path = *results->paths;
    results->stream = (struct ndjson){.max_size = max_size ? max_size : NB_MAX_SIZE};
    results->stream.file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    return results->stream.file;
}

static void *next_job(void *user)
{
    struct results *results = user;
    struct ndjson_record record;
    while (results->paths < results->end) {
        struct job *job = NULL;
        errno = 0;
        if (!results->stream.file && !open_stream(results)) {
            job = leave_stream(results, errno);
        } else if (ndjson_next(&results->stream, &record)) {
            job = new_job(*results->paths);
            job->record = record;
        } else {
            job = leave_stream(results, ferror(results->stream.file) ? errno : 0);
        }
        if (job)
            return job;
    }
    return NULL;
}

/* ---- compiling ---- */

static void name_record(char name[4096], const struct job *job)
{
    snprintf(name, 4096, "%s:%zu", file_name(job->path), job->record.line);
}

/* The line is not held until the result's turn comes. */
static struct nb_report *compile(const struct results *results, struct job *job)
{
    struct nb_options options = results->options->call->options;
    struct ndjson_record *record = &job->record;
    char name[4096];
    ndjson_parse(record);
    if (*record->error) {
        snprintf(job->result.error.message, sizeof job->result.error.message, "%s", record->error);
        return NULL;
    }
    name_record(name, job);
    options.format = record->format;
    options.encoding = "UTF-8";
    struct nb_report *report = nb_compile(name, record->text, record->length, &options, &job->result.error);
    ndjson_drop_text(record);
    if (report)
        report->carried = record->carried;
    return report;
}

static void do_job(void *user, void *data)
{
    const struct results *results = user;
    struct job *job = data;
    if (!job->failed)
        result_take(&job->result, compile(results, job), results->options->writer,
                    results->options->call->threads > 1 && !results->options->database);
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

static void fail_stream(struct results *results, const struct job *job)
{
    const struct nb_failure *failure = remember(results, job->path, strerror(job->failed));
    worsen(results, STATUS_FAILED);
    if (results->database)
        worsen(results, database_add_failure(results->database, failure->name, failure->why) ? STATUS_OK : STATUS_FAILED);
    else
        written(nb_write_failure(results->options->writer, results->target.file, failure, results->written),
                results->target.file);
}

static void refuse(struct results *results, const struct job *job)
{
    char name[4096];
    name_record(name, job);
    remember(results, name, job->result.error.message);
    worsen(results, STATUS_FAILED);
    if (results->database)
        database_add_failure(results->database, name, job->result.error.message);
    else if (!strcmp(nb_writer_format(results->options->writer), "ndjson"))
        write_error(results, &job->record, job->result.error.message);
}

static void write_result(struct results *results, const struct job *job)
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
    struct job *job = data;
    (void)user;
    ndjson_free(&job->record);
    result_free(&job->result);
    free(job);
}

/* A reader who waits for the answer to a line before sending the next gets it: nothing stays in the buffer. */
static bool take_job(void *user, void *data)
{
    struct results *results = user;
    const struct job *job = data;
    if (job->failed)
        fail_stream(results, job);
    else if (job->result.compiled)
        write_result(results, job);
    else
        refuse(results, job);
    fflush(results->target.file);
    result_tell(&job->result, &results->options->call->progress);
    drop_job(user, data);
    return !ferror(results->target.file);
}

/* Whether the first two signs of a file, blanks left aside, are those of a JSON object. */
static bool begins_object(FILE *file)
{
    char begin[3] = "";
    bool read = fscanf(file, " %1[{] %1[\"]", begin, begin + 1) == 2;
    rewind(file);
    return read;
}

unsigned lines_of_stream(const char *path)
{
    const char *ending = strrchr(path, '.');
    struct ndjson stream = {.max_size = NB_MAX_SIZE};
    struct ndjson_record record;
    unsigned lines = 0;
    stream.file = strcmp(path, "-") && !is_special(path) ? fopen(path, "rb") : NULL;
    if (!stream.file)
        return 0;
    for (bool known = begins_object(stream.file); known && lines < 2 && ndjson_next(&stream, &record); lines += known) {
        if (!lines)
            ndjson_parse(&record);
        known = !*record.error || (ending && (!strcmp(ending, ".ndjson") || !strcmp(ending, ".jsonl")));
        ndjson_free(&record);
    }
    ndjson_end(&stream);
    fclose(stream.file);
    return lines;
}

/* How many reports there will be is not known but of a single line: the formats are told of several. A bad line is a result;
 * where no stream could be read to its end, what was there before stays. */
int convert_streams(const struct stream_options *options, char **paths, size_t count)
{
    struct results results = {.options = options, .paths = paths, .end = paths + count};
    const struct pool_work work = {&results, next_job, do_job, take_job, drop_job};
    if ((options->database && !database_fits(options->call->output)) || !target_open(&results.target, options->call->output))
        return STATUS_FAILED;
    if (options->bom)
        fputs(BYTE_ORDER_MARK, results.target.file);
    if (options->database && !(results.database = database_open(results.target.temporary, options->call->output))) {
        target_abandon(&results.target);
        return STATUS_FAILED;
    }
    if (!options->database)
        written(nb_write_begin(options->writer, results.target.file, options->single ? 1 : 2), results.target.file);
    progress_begin(&options->call->progress, 0);
    pool_run(&work, options->call->threads);
    progress_end(&options->call->progress);
    if (results.stream.file)
        leave_stream(&results, 0);
    if (!options->database)
        written(nb_write_end(options->writer, results.target.file, options->single ? 1 : 2), results.target.file);
    bool whole = database_close(results.database);
    if (!whole)
        results.status = STATUS_FAILED;
    if (!whole || (!results.read && results.target.file != stdout))
        target_abandon(&results.target);
    else if (!target_commit(&results.target))
        results.status = STATUS_FAILED;
    failures_tell(&options->call->failures);
    return results.status;
}
