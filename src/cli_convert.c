/* cli_convert.c - nianbao convert: compile files and write what they say in another format. */
#include "config.h"

#include "cli.h"
#include "files.h"
#include "folder.h"
#include "i18n.h"
#include "pool.h"
#include "result.h"
#include "resume.h"
#include "sources.h"

#include <errno.h>
#include <getopt.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* `written` counts the reports in the target that is open; `kept`: the failures that are remembered. */
struct convert {
    struct call call;
    const struct nb_writer *writer;
    const char *directory;
    const char *table; /* what csv holds, NULL: cells */
    bool werror, bom, database, resume;
    bool stream, single; /* the files are streams; one of one line */
    bool full;           /* the disk has no room: what is left of the files would not be written either */
    struct database *open_database;
    struct target target;
    struct file_list named; /* what the command line names: files, and folders with --recursive */
    struct inputs inputs;
    struct sources sources;
    size_t files, written, kept;
    int status;
};

/* One record on its way through the pool. */
struct convert_job {
    struct record record;
    struct result result;
};

/* ---- the command line ---- */

enum {
    OPTION_TABLE = OPTION_OWN,
    OPTION_WIDE,
    OPTION_BOM,
    OPTION_RESUME,
    OPTION_FILL,
    OPTION_CSV_RAW,
    OPTION_WERROR,
};

static int cli_convert(int argc, char **argv);

static const struct cli_option option_table[] = {
    {'f', "from", "FORMAT", "auto text html docx pdf ofd ndjson",
     N_("what the input is: auto (default), text, html, docx, pdf, ofd,\n"
        "or ndjson: one JSON object with text or html (and id, ...) a line")},
    {'t', "to", "FORMAT", "json ndjson xml csv sqlite text tree",
     N_("what to write: json (default), ndjson (default for ndjson), xml, csv, sqlite, text")},
    {'o', "output", "FILE", "@file", N_("write FILE; without -t its ending decides the format")},
    {'O', "output-dir", "DIR", "@folder", N_("write one file for each input into DIR")},
    {OPTION_RESUME, "resume", NULL, NULL, N_("with -O: only what is new or changed since")},
    {'r', "recursive", NULL, NULL, N_("a folder stands for the files in it and its folders; -O keeps these")},
    {'j', "jobs", "N", NULL,
     N_("work in N threads (default: one for each processor); the output is the same")},
    {OPTION_TABLE, "table", "TABLE", "cells facts findings wide",
     N_("what csv holds: cells (default), facts, findings, or wide: one report a row")},
    {OPTION_WIDE, "wide", NULL, NULL, N_("the same as --table=wide")},
    {OPTION_BOM, "bom", NULL, NULL,
     N_("CSV begins with a byte order mark, without which Excel takes it for GBK")},
    {OPTION_ENCODING, "encoding", "NAME", NULL,
     N_("character encoding of the input, for example GB18030 (default: detected)")},
    {OPTION_MAX_SIZE, "max-size", "BYTES", NULL,
     N_("refuse larger input (K, M, G may follow; default 256M)")},
    {OPTION_VIA_OFFICE, "via-office", NULL, NULL, N_("let LibreOffice convert .doc, .wps, .rtf and .odt")},
    {OPTION_FORCE, "force", NULL, NULL, N_("take what is no report all the same")},
    {OPTION_FILL, "fill", NULL, NULL, N_("write values that follow from the form's relations as 'derived'")},
    {OPTION_CSV_RAW, "csv-raw", NULL, NULL,
     N_("CSV: leave what a spreadsheet would run as a formula as it is printed")},
    {OPTION_WERROR, "werror", NULL, NULL, N_("warnings count as errors")},
    {OPTION_PROGRESS, "progress", "WHEN", "auto always never",
     N_("how far it is: auto (default: on a terminal, after a second), always, never")},
    {OPTION_QUIET, "quiet", NULL, NULL,
     N_("no findings on standard error, progress only if asked for: failures")},
    {OPTION_LANG, "lang", "LANGUAGE", "en zh", N_("messages in en or zh (default: by the locale)")},
    OPTION_OF_HELP,
};

const struct cli_command convert_command = {
    .name = "convert",
    .full_name = "nianbao convert",
    .run = cli_convert,
    .summary = N_("turn reports into JSON, XML or CSV"),
    .usage = N_("Usage: nianbao convert [OPTION...] [FILE...]\n"
                "Compile reports and write what they say. FILE '-', or none, is standard input.\n"),
    .notes = N_("Findings go to standard error as FILE:LINE:COLUMN: SEVERITY: MESSAGE [RULE]. A file is "
                "written whole or not at all.\n"
                "Exit status: 0 no error found in the reports, 1 errors found (the output is complete), 2 "
                "failure.\n"),
    .options = option_table,
    .arguments = "@file",
};

/* The format that the ending of a path names, another if it has none; NULL where no format has this ending.
 */
static const char *format_for(const char *path, const char *otherwise)
{
    static const char *const endings[][2] = {{".json", "json"}, {".ndjson", "ndjson"}, {".jsonl", "ndjson"},
                                             {".xml", "xml"},   {".csv", "csv"},       {".txt", "text"},
                                             {".db", "sqlite"}, {".sqlite", "sqlite"}};
    const char *slash = path ? strrchr(path, '/') : NULL, *name = slash ? slash + 1 : path;
    const char *ending = name ? strrchr(name, '.') : NULL;
    for (size_t i = 0; ending && i < sizeof endings / sizeof *endings; i++)
        if (!strcmp(ending, endings[i][0]))
            return endings[i][1];
    return ending && ending > name ? NULL : otherwise;
}

/* A database is filled with reports; the names of its failures are those of ndjson. */
static const struct nb_writer *find_table(const char *table)
{
    char format[32];
    snprintf(format, sizeof format, "csv:%s", table);
    return nb_writer_find(format);
}

static bool choose_format(struct convert *convert, const char *format)
{
    convert->database = !strcmp(format, "sqlite");
    convert->writer = nb_writer_find(convert->database ? "ndjson" : format);
    return convert->writer;
}

/* Take one option. Returns -1 to go on, else the exit status. */
static int take_option(void *user, int option)
{
    struct convert *convert = user;
    const char *command = convert_command.full_name;
    bool *const flags[] = {[OPTION_BOM] = &convert->bom,
                           [OPTION_RESUME] = &convert->resume,
                           [OPTION_FILL] = &convert->call.options.fill,
                           [OPTION_CSV_RAW] = &convert->call.options.csv_raw,
                           [OPTION_WERROR] = &convert->werror};
    switch (option) {
    case 'f':
        convert->stream = !strcmp(optarg, "ndjson");
        return convert->stream ? -1 : take_shared(&convert->call, option, &convert_command);
    case 't':
        return choose_format(convert, optarg) ? -1
                                              : usage_error(command, _("unknown output format '%s'"), optarg);
    case 'O':
        convert->directory = optarg;
        return -1;
    case OPTION_TABLE:
        convert->table = optarg;
        return !strcmp(optarg, "cells") || find_table(optarg)
                   ? -1
                   : usage_error(command, _("unknown table '%s'"), optarg);
    case OPTION_WIDE:
        convert->table = "wide";
        return -1;
    default:
        if (option < OPTION_OWN)
            return take_shared(&convert->call, option, &convert_command);
        *flags[option] = true;
        return -1;
    }
}

/* ---- one output file for each input ---- */

/* DIR/NAME.json for SOMEWHERE/NAME.txt, DIR/2022/NAME.json for FOLDER/2022/NAME.txt where the folder is
 * named; the caller frees it. */
static char *path_in(const struct convert *convert, const char *input)
{
    const char *name = strcmp(input, "-") ? path_below(&convert->named, input) : "stdin";
    const char *last = strrchr(name, '/') ? strrchr(name, '/') + 1 : name, *dot = strrchr(last, '.');
    int length = dot && dot > last ? (int)(dot - name) : (int)strlen(name);
    const char *format = nb_writer_format(convert->writer);
    char *path = NULL;
    int size = asprintf(&path, "%s/%.*s.%s", convert->directory, length, name,
                        strcmp(format, "text") ? format : "txt");
    return checked(size < 0 ? NULL : path);
}

/* A file that is to be written, and for which input. */
struct written_file {
    char *path;
    const char *input;
};

static int by_path(const void *one, const void *other)
{
    const struct written_file *a = one, *b = other;
    return strcmp(a->path, b->path);
}

/* Complains about the first path that two inputs would write. */
static bool all_differ(struct written_file *files, size_t count)
{
    qsort(files, count, sizeof *files, by_path);
    for (size_t i = 1; i < count; i++)
        if (!strcmp(files[i - 1].path, files[i].path)) {
            char why[2 * PATH_MAX];
            snprintf(why, sizeof why, _("two of the input files would be written to it: %s and %s"),
                     files[i - 1].input, files[i].input);
            complain(files[i].path, why);
            return false;
        }
    return true;
}

static bool directory_is_good(const struct convert *convert, char **inputs)
{
    struct written_file *files = checked(calloc(convert->files, sizeof *files));
    for (size_t i = 0; i < convert->files; i++)
        files[i] = (struct written_file){path_in(convert, inputs[i]), inputs[i]};
    bool good = all_differ(files, convert->files);
    for (size_t i = 0; i < convert->files; i++)
        free(files[i].path);
    free(files);
    if (good && mkdir(convert->directory, 0777) && errno != EEXIST) {
        complain(convert->directory, strerror(errno));
        good = false;
    }
    return good;
}

/* ---- what is done already ---- */

/* All that the files of a folder depend on but their inputs; the caller frees it. */
static char *how_made(const struct convert *convert)
{
    const struct nb_options *options = &convert->call.options;
    const char *language = getenv("LANGUAGE");
    char *how = NULL;
    int length = asprintf(
        &how, "%s\nto %s %s%s\nfrom %s, encoding %s, most %zu%s%s%s%s\nlanguage %s\n", PACKAGE_STRING,
        nb_writer_format(convert->writer), convert->table ? convert->table : "cells",
        convert->bom ? ", byte order mark" : "", options->format ? options->format : "auto",
        options->encoding ? options->encoding : "auto", options->max_size, options->force ? ", force" : "",
        options->fill ? ", fill" : "", options->csv_raw ? ", csv-raw" : "",
        convert->call.via_office ? ", via-office" : "", language ? language : "");
    return checked(length < 0 ? NULL : how);
}

/* Put the inputs whose files are up to date behind the others, and leave them out. */
static bool leave_out_done(struct convert *convert, char **inputs)
{
    struct resume resume;
    char *how = how_made(convert);
    bool good = resume_begin(&resume, convert->directory, how);
    size_t left = 0;
    for (size_t i = 0; good && i < convert->files; i++) {
        char *path = path_in(convert, inputs[i]);
        if (!strcmp(inputs[i], "-") || !resume_is_done(&resume, inputs[i], path)) {
            char *input = inputs[i];
            inputs[i] = inputs[left];
            inputs[left++] = input;
        }
        free(path);
    }
    convert->call.progress.left_out = convert->files - left;
    convert->files = left;
    free(how);
    return good;
}

/* ---- converting ---- */

static bool open_database(struct convert *convert)
{
    convert->open_database = database_open(convert->target.temporary, convert->call.output);
    if (!convert->open_database)
        target_abandon(&convert->target);
    return convert->open_database;
}

/* How many reports there will be in all, as the formats are told: of streams that is not known but for a
 * single line, and they are told of several. */
static size_t count_of(const struct convert *convert)
{
    return convert->directory || convert->single ? 1 : convert->stream ? 2 : convert->files;
}

static bool begin(struct convert *convert, const char *path)
{
    if (!target_open(&convert->target, path))
        return false;
    convert->written = 0;
    if (convert->database)
        return open_database(convert);
    if (convert->bom)
        fputs(BYTE_ORDER_MARK, convert->target.file);
    written(nb_write_begin(convert->writer, convert->target.file, count_of(convert)), convert->target.file);
    return true;
}

/* An error that a line of results takes the place of: only ndjson has room for it. */
static void write_error(FILE *out, const struct ndjson_record *record, const char *why)
{
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
static const struct nb_failure *remember(struct convert *convert, const char *name, const char *why)
{
    enum { MOST_KEPT = 1000 };
    if (convert->kept++ == MOST_KEPT && convert->stream) {
        failures_tell(&convert->call.failures);
        convert->kept = 1;
    }
    return failures_add(&convert->call.failures, name, why);
}

/* Where the format has a record for it, what gave no report takes its place among the others. */
static int write_failure(struct convert *convert, const struct convert_job *job)
{
    char name[RECORD_NAME];
    const char *why = job->result.error.message;
    const struct nb_failure *failure = remember(convert, record_name(&job->record, name), why);
    bool recorded = nb_writer_records_failures(convert->writer) && !convert->directory;
    if (!recorded || (!convert->target.file && !begin(convert, convert->call.output)))
        return STATUS_FAILED;
    if (convert->open_database)
        database_add_failure(convert->open_database, failure->name, failure->why);
    else if (job->record.line.line)
        write_error(convert->target.file, &job->record.line, why);
    else
        written(nb_write_failure(convert->writer, convert->target.file, failure, convert->written),
                convert->target.file);
    return STATUS_FAILED;
}

static bool end(struct convert *convert)
{
    if (!convert->database)
        written(nb_write_end(convert->writer, convert->target.file, count_of(convert)), convert->target.file);
    bool whole = database_close(convert->open_database);
    convert->open_database = NULL;
    if (!whole) {
        target_abandon(&convert->target);
        return false;
    }
    return target_commit(&convert->target);
}

static int status_of(const struct convert *convert, const struct result *result)
{
    return result->severity >= (convert->werror ? (int)NB_WARNING : (int)NB_ERROR) ? STATUS_FINDINGS
                                                                                   : STATUS_OK;
}

/* The target is opened by the first report that compiles: where none does, nothing is written. */
static int write_report(struct convert *convert, const char *path, const struct result *result)
{
    if (!convert->target.file && !begin(convert, path))
        return STATUS_FAILED;
    if (!convert->database)
        result_print(result, convert->writer, convert->target.file, convert->written);
    else if (!database_add(convert->open_database, result->report))
        return STATUS_FAILED;
    convert->written++;
    return status_of(convert, result);
}

static int convert_into_directory(struct convert *convert, const char *input, const struct result *result)
{
    char *path = path_in(convert, input);
    int status = STATUS_FAILED;
    make_folders(convert->directory, path);
    errno = 0;
    const char *why = is_input(&convert->inputs, path) ? _("is an input file; not overwritten")
                      : leads_out(convert->directory, path)
                          ? _("is a link that leads out of the folder; not followed")
                      : is_special(path) ? _("is no regular file") /* a pipe would wait for a reader */
                                         : NULL;
    if (why)
        failures_add(&convert->call.failures, path, why);
    else
        status = write_report(convert, path, result);
    if (convert->target.file && !end(convert))
        status = STATUS_FAILED;
    convert->full = status == STATUS_FAILED && (errno == ENOSPC || errno == EDQUOT);
    convert->target.file = NULL;
    free(path);
    return status;
}

static int write_result(struct convert *convert, const struct convert_job *job)
{
    return !job->result.compiled ? write_failure(convert, job)
           : convert->directory  ? convert_into_directory(convert, job->record.path, &job->result)
                                 : write_report(convert, convert->call.output, &job->result);
}

/* ---- the jobs of the pool ---- */

static void *next_job(void *user)
{
    struct convert *convert = user;
    struct record record;
    if (!sources_next(&convert->sources, &record))
        return NULL;
    struct convert_job *job = checked(calloc(1, sizeof *job));
    job->record = record;
    return job;
}

static void do_job(void *user, void *data)
{
    const struct convert *convert = user;
    struct convert_job *job = data;
    struct nb_report *report = record_compile(&job->record, &convert->call, &job->result.error);
    result_take(&job->result, report, convert->writer, convert->call.threads > 1 && !convert->database);
}

static void drop_job(void *user, void *data)
{
    struct convert_job *job = data;
    (void)user;
    record_free(&job->record);
    result_free(&job->result);
    free(job);
}

/* A reader who waits for the answer to a line before sending the next gets it: nothing stays in the buffer.
 */
static bool take_job(void *user, void *data)
{
    struct convert *convert = user;
    struct convert_job *job = data;
    int status = write_result(convert, job);
    if (convert->stream)
        fflush(convert->target.file);
    convert->call.progress.share = job->record.share;
    result_tell(&job->result, &convert->call.progress);
    if (status > convert->status)
        convert->status = status;
    drop_job(user, job);
    return !convert->full && database_goes_on(convert->open_database) &&
           (!convert->target.file || !ferror(convert->target.file));
}

/* ---- all files ---- */

/* What is good is written, whatever became of the rest; where nothing is, or no stream could be read to its
 * end, the old file stays. */
static int finish(struct convert *convert, int status)
{
    if (!convert->target.file)
        return status;
    if ((convert->stream ? convert->sources.read : convert->written) || convert->target.file == stdout)
        return end(convert) ? status : STATUS_FAILED;
    database_close(convert->open_database);
    target_abandon(&convert->target);
    return status;
}

static int convert_files(struct convert *convert, char **inputs)
{
    const struct pool_work work = {convert, next_job, do_job, take_job, drop_job};
    convert->sources = sources_of(inputs, convert->files, convert->stream, convert->call.options.max_size);
    convert->call.threads = sources_threads(&convert->sources, convert->call.threads);
    if (convert->stream && !begin(convert, convert->call.output))
        return STATUS_FAILED;
    progress_begin(&convert->call.progress, convert->stream ? 0 : convert->files);
    pool_run(&work, convert->call.threads);
    progress_end(&convert->call.progress);
    sources_end(&convert->sources);
    int worst = finish(convert, convert->status);
    failures_tell(&convert->call.failures);
    return worst;
}

static int convert_to_file(struct convert *convert, char **inputs)
{
    if (is_input(&convert->inputs, convert->call.output)) {
        complain(convert->call.output, _("is an input file; not overwritten"));
        return STATUS_FAILED;
    }
    if (convert->database && !database_fits(convert->call.output))
        return STATUS_FAILED;
    return convert_files(convert, inputs);
}

static int run(struct convert *convert, char **inputs)
{
    convert->inputs = inputs_of(inputs, convert->files);
    int status = STATUS_FAILED;
    if (!convert->directory)
        status = convert_to_file(convert, inputs);
    else if (directory_is_good(convert, inputs) && (!convert->resume || leave_out_done(convert, inputs)))
        status = convert_files(convert, inputs);
    inputs_free(&convert->inputs);
    return status;
}

/* Where no format is given, files that all hold JSON objects are streams; into a directory each file is one
 * report. */
static void find_streams(struct convert *convert, char **inputs)
{
    bool streams = !convert->stream && !convert->call.options.format && !convert->directory;
    for (size_t i = 0; streams && i < convert->files; i++) {
        unsigned lines = lines_of_stream(inputs[i]);
        streams = lines > 0;
        convert->single = lines == 1 && convert->files == 1;
    }
    convert->stream |= streams;
}

/* What is wrong with the options, which are known all: the format is chosen. Returns -1 to go on. */
static int choose_output(struct convert *convert)
{
    const char *command = convert_command.full_name;
    const char *format =
        convert->writer ? NULL : format_for(convert->call.output, convert->stream ? "ndjson" : "json");
    if (!convert->writer && !(format && choose_format(convert, format)))
        return usage_error(command, _("the ending of '%s' names no format; -t does"), convert->call.output);
    bool csv = !strcmp(nb_writer_format(convert->writer), "csv");
    if ((convert->table || convert->bom) && !csv)
        return usage_error(command, _("--table, --wide and --bom are for csv only"));
    if (convert->database && convert->directory)
        return usage_error(command, _("a database is written to one file: use -o"));
    if (convert->resume && !convert->directory)
        return usage_error(command, _("--resume is for -O only"));
    if (convert->table && strcmp(convert->table, "cells"))
        convert->writer = find_table(convert->table);
    if (convert->directory && convert->stream)
        return usage_error(command, _("a stream is written to one file: use -o"));
    if (!convert->call.output)
        convert->call.output = "-";
    return -1;
}

/* Folders are walked before the format is known, which is that of streams where all files are. */
static int run_named(struct convert *convert)
{
    struct file_list list =
        folders_open(convert->named.paths, convert->named.count, convert->directory, &convert->call);
    convert->files = list.count;
    find_streams(convert, list.paths);
    int status = choose_output(convert);
    bool all_read = !convert->call.failures.first;
    if (status < 0 && list.count)
        status = run(convert, list.paths);
    failures_tell(&convert->call.failures);
    file_list_free(&list);
    return all_read ? status : STATUS_FAILED;
}

static int cli_convert(int argc, char **argv)
{
    static char *standard_input[] = {"-"};
    struct convert convert = {.call.options = NB_OPTIONS};
    int status = take_options(&convert_command, argc, argv, take_option, &convert);
    if (status >= 0)
        return status;
    convert.named.paths = optind < argc ? argv + optind : standard_input;
    convert.named.count = optind < argc ? (size_t)(argc - optind) : 1;
    return convert.call.output && convert.directory ? usage_error(argv[0], _("-o and -O exclude each other"))
                                                    : run_named(&convert);
}
