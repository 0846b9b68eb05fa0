/* streams.c - read the records of streams of reports, and compile them. */
#include "config.h"

#include "streams.h"

#include "files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct streams streams_of(char **paths, size_t count, size_t max_size)
{
    struct streams streams = {
        .paths = paths, .end = paths + count, .max_size = max_size ? max_size : NB_MAX_SIZE};
    bool known = true;
    for (size_t i = 0; i < count; i++) {
        struct stat file;
        known = known && strcmp(paths[i], "-") && !stat(paths[i], &file) && S_ISREG(file.st_mode);
        streams.size = known ? streams.size + (double)file.st_size : 0;
    }
    return streams;
}

static bool open_stream(struct streams *streams)
{
    const char *path = *streams->paths;
    streams->stream = (struct ndjson){.max_size = streams->max_size};
    streams->stream.file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    return streams->stream.file;
}

/* Done with the stream: the next. */
static void leave_stream(struct streams *streams, int error)
{
    streams->read += !error;
    ndjson_end(&streams->stream);
    if (streams->stream.file && streams->stream.file != stdin)
        fclose(streams->stream.file);
    streams->stream.file = NULL;
    streams->paths++;
}

bool streams_next(struct streams *streams, struct record *record)
{
    while (streams->paths < streams->end) {
        *record = (struct record){.path = *streams->paths};
        errno = 0;
        if (!streams->stream.file && !open_stream(streams))
            record->failed = errno;
        else if (!ndjson_next(&streams->stream, &record->line))
            record->failed = ferror(streams->stream.file) ? errno : 0;
        else {
            streams->taken += (double)(record->line.size + strlen("\n"));
            record->share = streams->size > 0 ? streams->taken / streams->size : 0;
            return true;
        }
        leave_stream(streams, record->failed);
        if (record->failed)
            return true;
    }
    return false;
}

void streams_end(struct streams *streams)
{
    if (streams->stream.file)
        leave_stream(streams, 0);
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
    for (bool known = begins_object(stream.file); known && lines < 2 && ndjson_next(&stream, &record);
         lines += known) {
        if (!lines)
            ndjson_parse(&record);
        known = !*record.error || (ending && (!strcmp(ending, ".ndjson") || !strcmp(ending, ".jsonl")));
        ndjson_free(&record);
    }
    ndjson_end(&stream);
    fclose(stream.file);
    return lines;
}

bool are_streams(char **paths, size_t count)
{
    size_t streams = 0;
    while (streams < count && lines_of_stream(paths[streams]))
        streams++;
    return count && streams == count;
}

void record_name(char name[4096], const struct record *record)
{
    snprintf(name, 4096, "%s:%zu", file_name(record->path), record->line.line);
}

struct nb_report *record_compile(struct record *record, const struct call *call, struct nb_error *error)
{
    struct nb_options options = call->options;
    struct ndjson_record *line = &record->line;
    char name[4096];
    ndjson_parse(line);
    if (*line->error) {
        snprintf(error->message, sizeof error->message, "%s", line->error);
        return NULL;
    }
    record_name(name, record);
    options.format = line->format;
    options.encoding = "UTF-8";
    struct nb_report *report = nb_compile(name, line->text, line->length, &options, error);
    ndjson_drop_text(line);
    if (report)
        report->carried = line->carried;
    return report;
}

void record_free(struct record *record)
{
    ndjson_free(&record->line);
}
