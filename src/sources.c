/* sources.c - read the records of files and of streams, and compile their reports. */
#include "config.h"

#include "sources.h"

#include "files.h"
#include "pool.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct sources sources_of(char **paths, size_t count, bool streams, size_t max_size)
{
    struct sources sources = {.paths = paths,
                              .end = count ? paths + count : paths,
                              .streams = streams,
                              .max_size = max_size ? max_size : NB_MAX_SIZE};
    bool known = true;
    for (size_t i = 0; i < count; i++) {
        struct stat file;
        known = known && strcmp(paths[i], "-") && !stat(paths[i], &file) && S_ISREG(file.st_mode);
        sources.size = known ? sources.size + (double)file.st_size : 0;
    }
    return sources;
}

/* Standard input that is named twice is read by the first that comes, so these come in order. */
size_t sources_threads(const struct sources *sources, size_t wanted)
{
    size_t threads = wanted ? wanted : pool_processors(), from_stdin = 0;
    size_t count = (size_t)(sources->end - sources->paths);
    for (size_t i = 0; i < count; i++)
        from_stdin += !strcmp(sources->paths[i], "-");
    return sources->streams ? threads : from_stdin > 1 ? 1 : threads < count ? threads : count;
}

static bool open_stream(struct sources *sources)
{
    const char *path = *sources->paths;
    sources->stream = (struct ndjson){.max_size = sources->max_size};
    sources->stream.file = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    return sources->stream.file;
}

/* Done with the stream: the next. */
static void leave_stream(struct sources *sources, int error)
{
    sources->read += !error;
    ndjson_end(&sources->stream);
    if (sources->stream.file && sources->stream.file != stdin)
        fclose(sources->stream.file);
    sources->stream.file = NULL;
    sources->paths++;
}

bool sources_next(struct sources *sources, struct record *record)
{
    while (sources->paths < sources->end) {
        *record = (struct record){.path = *sources->paths};
        if (!sources->streams) {
            sources->paths++;
            return true;
        }
        errno = 0;
        if (!sources->stream.file && !open_stream(sources))
            record->failed = errno;
        else if (!ndjson_next(&sources->stream, &record->line))
            record->failed = ferror(sources->stream.file) ? errno : 0;
        else {
            sources->taken += (double)(record->line.size + strlen("\n"));
            record->share = sources->size > 0 ? sources->taken / sources->size : 0;
            return true;
        }
        leave_stream(sources, record->failed);
        if (record->failed)
            return true;
    }
    return false;
}

void sources_end(struct sources *sources)
{
    if (sources->stream.file)
        leave_stream(sources, 0);
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

const char *record_name(const struct record *record, char name[RECORD_NAME])
{
    if (!record->line.line)
        return record->path;
    snprintf(name, RECORD_NAME, "%s:%zu", file_name(record->path), record->line.line);
    return name;
}

struct nb_report *record_compile(struct record *record, const struct call *call, struct nb_error *error)
{
    struct nb_options options = call->options;
    struct ndjson_record *line = &record->line;
    char name[RECORD_NAME];
    if (!line->line && !record->failed)
        return compile_file(record->path, call, error);
    if (line->line)
        ndjson_parse(line);
    if (record->failed) {
        snprintf(error->message, sizeof error->message, "%s", strerror(record->failed));
        return NULL;
    }
    if (*line->error) {
        snprintf(error->message, sizeof error->message, "%s", line->error);
        return NULL;
    }
    options.format = line->format;
    options.encoding = "UTF-8";
    struct nb_report *report =
        nb_compile(record_name(record, name), line->text, line->length, &options, error);
    ndjson_drop_text(line);
    if (report)
        report->carried = line->carried;
    return report;
}

void record_free(struct record *record)
{
    ndjson_free(&record->line);
}
