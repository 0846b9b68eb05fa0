/* cli.c - what the commands share: messages, options for reading, findings. */
#include "config.h"

#include "cli.h"

#include "echo.h"
#include "files.h"
#include "i18n.h"
#include "language.h"
#include "office.h"
#include "pdf_child.h"
#include "pool.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void put_safely(FILE *file, const char *string)
{
    echo(file, string, strlen(string));
}

static void complain_of(const char *name, const char *message)
{
    put_safely(stderr, name);
    fputs(": ", stderr);
    put_safely(stderr, message);
    putc('\n', stderr);
    fflush(stderr);
}

void complain(const char *name, const char *message)
{
    fputs("nianbao: ", stderr);
    complain_of(name, message);
}

/* Where help is. */
static int see_help(const char *command)
{
    fprintf(stderr, _("Try '%s --help'.\n"), command);
    return STATUS_FAILED;
}

int usage_error(const char *command, const char *format, ...)
{
    va_list arguments;
    char *message = NULL;
    va_start(arguments, format);
    if (vasprintf(&message, format, arguments) < 0)
        message = NULL;
    va_end(arguments);
    complain_of(command, message ? message : strerror(ENOMEM));
    free(message);
    return see_help(command);
}

int bad_option(char **argv)
{
    return usage_error(argv[0], _("'%s' is no option here, or lacks its argument"), argv[optind - 1]);
}

static bool set_format(struct nb_options *options, const char *format)
{
    static const char *const formats[] = {"text", "html", "docx", "pdf", "ofd"};
    options->format = NULL;
    if (!strcmp(format, "auto"))
        return true;
    for (size_t i = 0; i < sizeof formats / sizeof *formats && !options->format; i++)
        if (!strcmp(format, formats[i]))
            options->format = formats[i];
    return options->format;
}

static bool set_max_size(struct nb_options *options, const char *size)
{
    static const char units[] = "KMG";
    char *end;
    if (*size < '1' || *size > '9')
        return false;
    unsigned long long bytes = strtoull(size, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    int shift = unit ? 10 * (int)(unit - units + 1) : 0;
    if ((*end && !unit) || (unit && end[1]) || bytes > (SIZE_MAX >> 2) >> shift)
        return false;
    options->max_size = (size_t)bytes << shift;
    return true;
}

static bool set_threads(size_t *threads, const char *number)
{
    char *end;
    unsigned long value = *number >= '1' && *number <= '9' ? strtoul(number, &end, 10) : 0;
    if (!value || *end || value > MOST_THREADS)
        return false;
    *threads = value;
    return true;
}

int take_shared(struct call *call, int option, const struct cli_command *command)
{
    const char *name = command->full_name;
    switch (option) {
    case 'f':
        return set_format(&call->options, optarg) ? -1
                                                  : usage_error(name, _("unknown input format '%s'"), optarg);
    case 'o':
        call->output = optarg;
        return -1;
    case 'j':
        return set_threads(&call->threads, optarg)
                   ? -1
                   : usage_error(name, _("'%s' is no number of threads"), optarg);
    case OPTION_ENCODING:
        call->options.encoding = optarg;
        return -1;
    case OPTION_MAX_SIZE:
        return set_max_size(&call->options, optarg) ? -1 : usage_error(name, _("'%s' is no size"), optarg);
    case OPTION_PROGRESS:
        return progress_mode(&call->progress, optarg)
                   ? -1
                   : usage_error(name, _("'%s' is none of auto, always, never"), optarg);
    case OPTION_LANG:
        return set_language(optarg) ? -1 : usage_error(name, _("unknown language '%s'"), optarg);
    default:
        call->options.force |= option == OPTION_FORCE;
        call->via_office |= option == OPTION_VIA_OFFICE;
        call->recursive |= option == 'r';
        call->progress.quiet |= option == OPTION_QUIET;
        return -1;
    }
}

const char *file_name(const char *path)
{
    return strcmp(path, "-") ? path : "<stdin>";
}

const struct nb_failure *failures_add(struct failures *failures, const char *path, const char *why)
{
    struct nb_failure *failure = checked(malloc(sizeof *failure));
    *failure = (struct nb_failure){NULL, clean_copy(file_name(path)), checked(strdup(why))};
    if (failures->last)
        failures->last->next = failure;
    else
        failures->first = failure;
    failures->last = failure;
    return failure;
}

void failures_tell(struct failures *failures)
{
    for (const struct nb_failure *failure = failures->first, *next; failure; failure = next) {
        complain(failure->name, failure->why);
        next = failure->next;
        free((char *)failure->name);
        free((char *)failure->why);
        free((struct nb_failure *)failure);
    }
    *failures = (struct failures){0};
}

/* Bytes that the library reads in place of a document that another program must convert first. */
static bool convert_bytes(char **bytes, size_t *length, size_t most, bool via_office, struct nb_error *error)
{
    if (is_pdf(*bytes, *length))
        return pdf_to_sheets(bytes, length, most, error);
    if (is_picture(*bytes, *length))
        return picture_to_sheets(bytes, length, most, error);
    if (!is_office(*bytes, *length))
        return true;
    if (via_office)
        return office_to_docx(bytes, length, most, error);
    return refuse(error, "%s",
                  _("a document of an old word processor (.doc, .wps, .rtf, .odt): open it and save it as "
                    ".docx or PDF, or give "
                    "--via-office where LibreOffice is installed"));
}

struct nb_report *compile_file(const char *path, const struct call *call, struct nb_error *error)
{
    char *bytes;
    size_t length, most = call->options.max_size ? call->options.max_size : NB_MAX_SIZE;
    if (!read_file(path, most, &bytes, &length, error))
        return NULL;
    struct nb_options options = call->options;
    options.release = free;
    size_t size = length;
    if (!convert_bytes(&bytes, &length, most, call->via_office, error)) {
        free(bytes);
        return NULL;
    }
    struct nb_report *report = nb_compile(file_name(path), bytes, length, &options, error);
    if (report)
        report->bytes = size;
    return report;
}

struct nb_report *compile_or_fail(const char *path, struct call *call)
{
    struct nb_error error;
    struct nb_report *report = compile_file(path, call, &error);
    if (!report)
        failures_add(&call->failures, path, error.message);
    return report;
}

bool database_fits(const char *path)
{
    bool fits = strcmp(path, "-") && !is_special(path);
    if (!fits)
        complain(file_name(path), _("a database is written to a file: use -o"));
    return fits;
}

void written(bool done, FILE *file)
{
    if (!done && !ferror(file))
        checked(NULL);
}

void print_findings(FILE *file, const struct nb_report *report)
{
    const struct nb_lint_style style = {.brief = true};
    const struct nb_lint_summary before = {0};
    written(nb_lint_report(nb_lint_writer_find("text"), file, &style, report, &before), file);
}

int worst_severity(const struct nb_report *report)
{
    int worst = -1;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        if (!finding->waived && (int)finding->severity > worst)
            worst = (int)finding->severity;
    return worst;
}
