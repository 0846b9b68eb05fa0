/* cli.h - the commands of nianbao and what they share. */
#ifndef NB_CLI_H
#define NB_CLI_H

#include "nianbao.h"
#include "options.h"
#include "progress.h"

/* Exit statuses; of many files the worst counts. */
enum { STATUS_OK, STATUS_FINDINGS, STATUS_FAILED };

extern const struct cli_command convert_command, lint_command, diff_command, forms_command, explain_command, schema_command,
    completion_command;

/* How to convert streams of reports; `failing` is the severity from which on a finding makes the status STATUS_FINDINGS. */
struct stream_options {
    struct nb_options compile;
    const struct nb_writer *writer;
    const char *output;
    enum nb_severity failing;
    size_t threads;
    bool bom, database; /* begin with a byte order mark; write a SQLite database, and `writer` is that of ndjson */
    struct progress *progress;
};
/* Convert each line of `count` streams, one JSON object a line, into one output. Returns the exit status. */
int convert_streams(const struct stream_options *options, char **paths, size_t count);

/* One line on standard error: "nianbao: NAME: MESSAGE". Control characters are shown as '?', so it stays one line. */
void complain(const char *name, const char *message);
/* One line about a wrong command line, and where help is. Returns STATUS_FAILED. */
int usage_error(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same about the argument that getopt_long() has just refused: its own message would print it as it is. */
int bad_option(char **argv);
/* Where help is. */
int see_help(const char *command);
/* `string` through the filter of echo.h: nothing that a report says may drive the terminal. */
void put_safely(FILE *file, const char *string);

/* The options that say how to read input; both take the option's argument and return false if it is none. */
bool set_format(struct nb_options *options, const char *format);
bool set_max_size(struct nb_options *options, const char *size);
/* The argument of -j: from 1 to MOST_THREADS. */
enum { MOST_THREADS = 1024 };
bool set_threads(size_t *threads, const char *number);
/* How many threads work on these files: what -j says, else (0) one for each processor, never more than files. */
size_t threads_for(size_t wanted, char **paths, size_t count);

/* What a file is called in messages and output: its path, or "<stdin>" for "-". */
const char *file_name(const char *path);
/* The files of a call that gave no report, in order. */
struct failures {
    struct nb_failure *first, *last;
};
/* Remember one, by its path and why. */
const struct nb_failure *failures_add(struct failures *failures, const char *path, const char *why);
/* One line on standard error for each, below all findings, and forget them. */
void failures_tell(struct failures *failures);

/* Read and compile a file ("-": standard input), in any thread. `via_office`: LibreOffice may convert what it alone can read.
 * NULL with *error filled in. */
struct nb_report *compile_file(const char *path, const struct nb_options *options, bool via_office, struct nb_error *error);
/* The same, with the failure remembered as the last. */
struct nb_report *compile_or_fail(const char *path, const struct nb_options *options, bool via_office, struct failures *failures);

/* Whether `path` is one that a database can be written to; else one line on standard error. */
bool database_fits(const char *path);
/* A piece of a document was written, or was not: where memory ran out the process ends, as half a document is none, and leaves
 * nothing behind; what the file refused is seen when it is finished. */
void written(bool done, FILE *file);

/* Each finding that is not waived as "FILE:LINE:COLUMN: severity: message [rule]", the places that explain it as notes. */
void print_findings(FILE *file, const struct nb_report *report);
/* The worst severity of the findings that are not waived; -1 without any. */
int worst_severity(const struct nb_report *report);

#endif
