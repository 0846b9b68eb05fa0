/* cli.h - the commands of nianbao and what they share. */
#ifndef NB_CLI_H
#define NB_CLI_H

#include "nianbao.h"
#include "options.h"
#include "progress.h"

/* Exit statuses; of many files the worst counts. */
enum { STATUS_OK, STATUS_FINDINGS, STATUS_FAILED };

extern const struct cli_command convert_command, lint_command, diff_command, forms_command, explain_command,
    schema_command, completion_command;

/* The files of a call that gave no report, in order. */
struct failures {
    struct nb_failure *first, *last;
};

/* What the commands that read reports share: how they are read, by how many threads (0: one for each
 * processor), where the document goes, what is said meanwhile. */
struct call {
    struct nb_options options;
    bool via_office; /* LibreOffice may convert what it alone can read */
    bool recursive;  /* a folder stands for the files in it */
    size_t threads;
    const char *output;
    struct progress progress;
    struct failures failures;
};
/* The values of options that several commands have; a command's own are numbered from OPTION_OWN on. */
enum {
    OPTION_ENCODING = 256,
    OPTION_MAX_SIZE,
    OPTION_FORCE,
    OPTION_VIA_OFFICE,
    OPTION_PROGRESS,
    OPTION_QUIET,
    OPTION_LANG,
    OPTION_FORMAT,
    OPTION_OWN
};
/* Take one that sets something of a call, or the language. Returns -1 to go on, else the exit status. */
int take_shared(struct call *call, int option, const struct cli_command *command);

/* One line on standard error: "nianbao: NAME: MESSAGE". Control characters are shown as '?', so it stays one
 * line. */
void complain(const char *name, const char *message);
/* One line about a wrong command line, and where help is. Returns STATUS_FAILED. */
int usage_error(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same about the argument that getopt_long() has just refused: its own message would print it as it is.
 */
int bad_option(char **argv);
/* `string` through the filter of echo.h: nothing that a report says may drive the terminal. */
void put_safely(FILE *file, const char *string);

/* The argument of -j is from 1 to this. */
enum { MOST_THREADS = 1024 };
/* What a file is called in messages and output: its path, or "<stdin>" for "-". */
const char *file_name(const char *path);
/* Remember one, by its path and why. */
const struct nb_failure *failures_add(struct failures *failures, const char *path, const char *why);
/* One line on standard error for each, below all findings, and forget them. */
void failures_tell(struct failures *failures);

/* Read and compile a file ("-": standard input), in any thread. NULL with *error filled in. */
struct nb_report *compile_file(const char *path, const struct call *call, struct nb_error *error);
/* The same, with the failure remembered as the last. */
struct nb_report *compile_or_fail(const char *path, struct call *call);

/* Whether `path` is one that a database can be written to; else one line on standard error. */
bool database_fits(const char *path);
/* A piece of a document was written, or was not: where memory ran out the process ends, as half a document is
 * none, and leaves nothing behind; what the file refused is seen when it is finished. */
void written(bool done, FILE *file);

/* Each finding that is not waived as "FILE:LINE:COLUMN: severity: message [rule]", the places that explain it
 * as notes. */
void print_findings(FILE *file, const struct nb_report *report);
/* The worst severity of the findings that are not waived; -1 without any. */
int worst_severity(const struct nb_report *report);

#endif
