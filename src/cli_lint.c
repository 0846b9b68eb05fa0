/* cli_lint.c - nianbao lint: check reports by every rule and say what was found. */
#include "baseline.h"
#include "cli.h"
#include "files.h"
#include "folder.h"
#include "i18n.h"
#include "policy.h"
#include "pool.h"
#include "progress.h"
#include "series.h"
#include "sources.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct lint_command {
    struct call call;
    struct policy policy;
    const struct nb_lint_writer *writer;
    struct nb_lint_style style;
    struct nb_lint_summary summary;
    const char *color, *baseline_path;
    const char *previous, *series, *parts; /* reports to compare with: a file, two folders */
    struct reports others;                 /* last year's report, or the parts */
    struct baseline *baseline;
    int fail_on;
    struct target target;
    bool stream; /* the files hold a report a line */
    struct sources sources;
    int status;
};

/* One record on its way through the pool. */
struct lint_job {
    struct record record;
    const char *path; /* the record's name */
    char name[RECORD_NAME];
    struct nb_report *report;
    struct nb_error error;
};

enum {
    OPTION_FAIL_ON = OPTION_OWN,
    OPTION_ENABLE,
    OPTION_DISABLE,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
    OPTION_COLOR,
    OPTION_BASELINE,
    OPTION_PREVIOUS,
    OPTION_SERIES,
    OPTION_PARTS,
    OPTION_VERBOSE
};

static int cli_lint(int argc, char **argv);

static const struct cli_option option_table[] = {
    {OPTION_FORMAT, "format", "FORMAT", "text json sarif html", N_("text (default), json, sarif, html")},
    {OPTION_FAIL_ON, "fail-on", "LEVEL", "error warning note never",
     N_("exit with 1 on findings of this level or worse: error (default), warning, note, never")},
    {OPTION_ENABLE, "enable", "RULE,...", "@rule",
     N_("switch rules on again that --disable has switched off")},
    {OPTION_DISABLE, "disable", "RULE,...", "@rule",
     N_("leave rules out, by number or name; all for all of them")},
    {OPTION_CONFIG, "config", "FILE", "@file",
     N_("read waivers from FILE, not from the nearest .nianbao-lint")},
    {OPTION_NO_CONFIG, "no-config", NULL, NULL, N_("read no waivers")},
    {OPTION_BASELINE, "baseline", "FILE", "@file",
     N_("tell only what is new since FILE, which --format=json has written")},
    {OPTION_PREVIOUS, "previous", "FILE", "@file", N_("compare with last year's report")},
    {OPTION_SERIES, "series", "FOLDER", "@folder",
     N_("check all reports of a folder, each beside that of the same agency on the year before")},
    {OPTION_PARTS, "parts", "FOLDER", "@folder",
     N_("compare with the sums of the reports of subordinate offices")},
    {OPTION_PROGRESS, "progress", "WHEN", "auto always never",
     N_("how far it is: auto (default: on a terminal, after a second), always, never")},
    {OPTION_QUIET, "quiet", NULL, NULL,
     N_("no findings as text on standard output, progress only if asked for: the exit status tells")},
    {OPTION_VERBOSE, "verbose", NULL, NULL, N_("show what follows from a finding, and every further place")},
    {OPTION_LANG, "lang", "LANGUAGE", "en zh", N_("en or zh (default: by the locale)")},
    {OPTION_COLOR, "color", "WHEN", "auto always never", N_("auto (default), always, never")},
    {'o', "output", "FILE", "@file", N_("write FILE, whole or not at all")},
    {'j', "jobs", "N", NULL,
     N_("work in N threads (default: one for each processor); the output is the same")},
    {'f', "from", "FORMAT", "auto text html docx pdf ofd ndjson",
     N_("what the input is: auto (default), text, html, docx, pdf, ofd,\n"
        "or ndjson: one JSON object with text or html (and id, ...) a line")},
    {OPTION_ENCODING, "encoding", "NAME", NULL,
     N_("character encoding of the input, for example GB18030 (default: detected)")},
    {OPTION_MAX_SIZE, "max-size", "BYTES", NULL,
     N_("refuse larger input (K, M, G may follow; default 256M)")},
    {OPTION_VIA_OFFICE, "via-office", NULL, NULL, N_("let LibreOffice convert .doc, .wps, .rtf and .odt")},
    {OPTION_FORCE, "force", NULL, NULL, N_("take what is no report all the same")},
    {'r', "recursive", NULL, NULL, N_("a folder stands for the files in it and its folders")},
    OPTION_OF_HELP,
};

const struct cli_command lint_command = {
    .name = "lint",
    .full_name = "nianbao lint",
    .run = cli_lint,
    .summary = N_("check reports and say what is wrong, where, and how to mend it"),
    .usage = N_("Usage: nianbao lint [OPTION...] [FILE...]\n"
                "Check reports and say what is wrong, where, and how to mend it. FILE '-', or none, is "
                "standard input.\n"),
    .notes = N_("A line of .nianbao-lint reads 'RULE off|note|warning WHY'; [PATTERN] before it limits it to "
                "some files, \"WORDS\"\n"
                "behind RULE to the places where these words stand.\n"
                "Exit status: 0 nothing of that level, 1 findings, 2 failure. 'nianbao explain RULE' tells "
                "more of a rule.\n"),
    .options = option_table,
    .arguments = "@file",
};

/* never is one above error, so nothing reaches it; -1 for no level. */
static int level_named(const char *name)
{
    for (int level = NB_NOTE; level <= NB_ERROR; level++)
        if (!strcmp(name, nb_severity_name((enum nb_severity)level)))
            return level;
    return strcmp(name, "never") ? -1 : NB_ERROR + 1;
}

static bool is_when(const char *word)
{
    return !strcmp(word, "auto") || !strcmp(word, "always") || !strcmp(word, "never");
}

/* Options that choose rules, or name other reports. Returns -1 to go on, else the exit status. */
static int take_own(struct lint_command *lint, int option)
{
    const char **const names[] = {[OPTION_CONFIG] = &lint->policy.config,
                                  [OPTION_PREVIOUS] = &lint->previous,
                                  [OPTION_SERIES] = &lint->series,
                                  [OPTION_PARTS] = &lint->parts};
    switch (option) {
    case OPTION_ENABLE:
    case OPTION_DISABLE:
        return policy_switch(&lint->policy, optarg, option == OPTION_ENABLE) ? -1 : STATUS_FAILED;
    case OPTION_NO_CONFIG:
        lint->policy.no_config = true;
        return -1;
    case OPTION_BASELINE:
        baseline_free(lint->baseline);
        lint->baseline = baseline_read(optarg);
        lint->baseline_path = optarg;
        return lint->baseline ? -1 : STATUS_FAILED;
    default:
        *names[option] = optarg;
        return -1;
    }
}

static int take_option(void *user, int option)
{
    struct lint_command *lint = user;
    const char *command = lint_command.full_name;
    switch (option) {
    case OPTION_FORMAT:
        lint->writer = nb_lint_writer_find(optarg);
        return lint->writer ? -1 : usage_error(command, _("unknown output format '%s'"), optarg);
    case OPTION_FAIL_ON:
        lint->fail_on = level_named(optarg);
        return lint->fail_on >= 0 ? -1 : usage_error(command, _("unknown level '%s'"), optarg);
    case OPTION_COLOR:
        lint->color = optarg;
        return is_when(optarg) ? -1 : usage_error(command, _("--color takes auto, always or never"));
    case OPTION_VERBOSE:
        lint->style.verbose = true;
        return -1;
    case 'f':
        lint->stream = !strcmp(optarg, "ndjson");
        return lint->stream ? -1 : take_shared(&lint->call, option, &lint_command);
    default:
        lint->style.words |= option == OPTION_LANG;
        return option < OPTION_OWN ? take_shared(&lint->call, option, &lint_command) : take_own(lint, option);
    }
}

/* Colour on request, else on a terminal that has not asked for none (no-color.org). */
static bool wants_color(const struct lint_command *lint)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (lint->color && strcmp(lint->color, "auto"))
        return !strcmp(lint->color, "always");
    return !(none && *none) && !strcmp(lint->call.output, "-") && isatty(STDOUT_FILENO) && terminal &&
           strcmp(terminal, "dumb");
}

/* --quiet is for those who ask for the status only; a document that was asked for is written all the same. */
static bool is_silent(const struct lint_command *lint)
{
    return lint->call.progress.quiet && lint->target.file == stdout &&
           lint->writer == nb_lint_writer_find("text");
}

/* What the report says, waivers and all, into the document. */
static int write_report(struct lint_command *lint, const char *path, struct nb_report *report)
{
    if (!policy_apply(&lint->policy, path, report))
        return STATUS_FAILED;
    if (lint->baseline)
        baseline_apply(lint->baseline, report);
    progress_hide(&lint->call.progress);
    if (!is_silent(lint))
        written(nb_lint_report(lint->writer, lint->target.file, &lint->style, report, &lint->summary),
                lint->target.file);
    nb_lint_count(&lint->summary, report);
    return worst_severity(report) >= lint->fail_on ? STATUS_FINDINGS : STATUS_OK;
}

/* nb_compare(), or the end of the process: half of the findings are none. */
static void compare(struct nb_report *report, const struct nb_report *previous,
                    const struct nb_report *const *parts, size_t count)
{
    if (!nb_compare(report, previous, parts, count))
        checked(NULL);
}

/* ---- the jobs of the pool ---- */

static void *next_job(void *user)
{
    struct lint_command *lint = user;
    struct record record;
    if (!sources_next(&lint->sources, &record))
        return NULL;
    struct lint_job *job = checked(calloc(1, sizeof *job));
    job->record = record;
    job->path = record_name(&record, job->name);
    return job;
}

/* What there is nothing to compare with is not taken for right. */
static void fail(struct lint_job *job)
{
    nb_report_free(job->report);
    job->report = NULL;
}

/* Figures of any other year have nothing to say. */
static void compare_with_previous(struct lint_job *job, const struct nb_report *previous)
{
    int year = job->report->year;
    if (!year || !previous->year || previous->year == year - 1) {
        compare(job->report, previous, NULL, 0);
        return;
    }
    snprintf(job->error.message, sizeof job->error.message,
             _("the report is on %d; --previous names one on %d, not on %d"), year, previous->year, year - 1);
    fail(job);
}

/* The summary itself may lie among the reports that it sums up. */
static void compare_with_parts(struct lint_job *job, const struct reports *parts)
{
    const struct nb_report **others = checked(malloc((parts->count + 1) * sizeof *others));
    size_t count = parts_of(parts, job->path, job->report->year, others, NULL, NULL);
    if (count) {
        compare(job->report, NULL, others, count);
    } else {
        snprintf(job->error.message, sizeof job->error.message,
                 _("the folder has no report on %d of an office"), job->report->year);
        fail(job);
    }
    free(others);
}

static void do_job(void *user, void *data)
{
    const struct lint_command *lint = user;
    struct lint_job *job = data;
    job->report = record_compile(&job->record, &lint->call, &job->error);
    if (job->report && lint->previous && lint->others.count)
        compare_with_previous(job, lint->others.list[0]);
    else if (job->report && lint->parts)
        compare_with_parts(job, &lint->others);
}

static void drop_job(void *user, void *data)
{
    struct lint_job *job = data;
    (void)user;
    nb_report_free(job->report);
    record_free(&job->record);
    free(job);
}

static void tell_part(void *user, const char *path, const char *why)
{
    struct lint_command *lint = user;
    progress_hide(&lint->call.progress);
    complain(path, why);
}

/* Reports that are not summed up: nobody should take them for counted. */
static void tell_left_out(struct lint_command *lint, const struct lint_job *job)
{
    const struct nb_report **others = checked(malloc((lint->others.count + 1) * sizeof *others));
    parts_of(&lint->others, job->path, job->report->year, others, tell_part, lint);
    free(others);
}

/* One report is done, or could not be read (NULL). */
static void step(struct progress *progress, const struct nb_report *report)
{
    struct tally tally = {0};
    if (report)
        tally_report(&tally, report);
    progress_step(progress, report ? &tally : NULL, NULL, 0);
}

/* Offices are renamed and merged, so another name is told and compared all the same. */
static void tell_other_agency(struct lint_command *lint, const struct lint_job *job)
{
    const struct nb_report *previous = lint->previous && lint->others.count ? lint->others.list[0] : NULL;
    const char *agency = job->report->agency;
    if (!previous || !previous->agency || !agency || lint->call.progress.quiet ||
        nb_same_agency(agency, previous->agency))
        return;
    char words[512];
    snprintf(words, sizeof words, _("the report is that of %s; --previous names one of %s"), agency,
             previous->agency);
    progress_hide(&lint->call.progress);
    complain(job->path, words);
}

/* Waivers and the baseline are taken in order, so they wait for their turn, and the document with them. */
static bool take_job(void *user, void *data)
{
    struct lint_command *lint = user;
    struct lint_job *job = data;
    int status = STATUS_FAILED;
    if (job->report)
        tell_other_agency(lint, job);
    if (job->report && lint->parts && !lint->call.progress.quiet)
        tell_left_out(lint, job);
    if (job->report)
        status = write_report(lint, job->path, job->report);
    else
        failures_add(&lint->call.failures, job->path, job->error.message);
    lint->call.progress.share = job->record.share;
    step(&lint->call.progress, job->report);
    lint->status = status > lint->status ? status : lint->status;
    drop_job(user, job);
    return !ferror(lint->target.file);
}

/* ---- all files ---- */

/* That nothing was found to compare with is no finding of the report, but nobody should take it for
 * agreement. */
static void tell_unpaired(struct progress *progress, const char *path, const struct nb_report *report)
{
    char words[256];
    snprintf(words, sizeof words, _("the folder has no report of this agency on %d to compare it with"),
             report->year - 1);
    progress_hide(progress);
    complain(path, words);
}

/* Of two reports of one agency on one year one is compared with, and nobody knows which is meant. */
static void tell_repeated(struct progress *progress, const char *path, const char *first)
{
    char words[512];
    snprintf(words, sizeof words,
             _("a second report of this agency on this year, beside %s, which next year's is compared with"),
             first);
    progress_hide(progress);
    complain(path, words);
}

/* All reports of a folder, each beside last year's. */
static int lint_series(struct lint_command *lint)
{
    struct reports series;
    int worst = STATUS_OK;
    if (!reports_read(&series, lint->series, &lint->call))
        return STATUS_FAILED;
    for (size_t i = 0; i < series.count && !ferror(lint->target.file); i++) {
        const struct nb_report *previous = last_years(&series, series.list[i]);
        if (previous)
            compare(series.list[i], previous, NULL, 0);
        else if (series.list[i]->year > first_year(&series) && !lint->call.progress.quiet)
            tell_unpaired(&lint->call.progress, series.paths[i], series.list[i]);
        if (repeats_path(&series, i) && !lint->call.progress.quiet)
            tell_repeated(&lint->call.progress, series.paths[i], repeats_path(&series, i));
        int status = write_report(lint, series.paths[i], series.list[i]);
        step(&lint->call.progress, series.list[i]);
        worst = status > worst ? status : worst;
    }
    reports_free(&series);
    return lint->call.failures.first ? STATUS_FAILED : worst;
}

/* Read what the files will be compared with. */
static bool read_others(struct lint_command *lint)
{
    if (lint->parts)
        return reports_read(&lint->others, lint->parts, &lint->call);
    if (!lint->previous)
        return true;
    struct nb_report *report = compile_or_fail(lint->previous, &lint->call);
    if (report)
        reports_add(&lint->others, lint->previous, report);
    return report;
}

/* Of one file that could not be checked, or where there is nothing to compare with, the old document stays;
 * of several files, what was found in the others is written. */
static bool finish(struct lint_command *lint, bool read, size_t count)
{
    if (lint->target.file == stdout || (read && (lint->summary.reports || count > 1)))
        return target_commit(&lint->target);
    target_abandon(&lint->target);
    return true;
}

static int lint_files(struct lint_command *lint, char **paths, size_t count)
{
    const struct pool_work work = {lint, next_job, do_job, take_job, drop_job};
    if (!target_open(&lint->target, lint->call.output))
        return STATUS_FAILED;
    written(nb_lint_begin(lint->writer, lint->target.file, &lint->style), lint->target.file);
    progress_begin(&lint->call.progress, lint->stream ? 0 : count);
    bool read = read_others(lint);
    lint->status = !read || lint->call.failures.first ? STATUS_FAILED
                   : lint->series                     ? lint_series(lint)
                                                      : STATUS_OK;
    lint->sources = sources_of(paths, count, lint->stream, lint->call.options.max_size);
    if (read && !ferror(lint->target.file))
        pool_run(&work, sources_threads(&lint->sources, lint->call.threads));
    sources_end(&lint->sources);
    progress_end(&lint->call.progress);
    lint->summary.failures = lint->call.failures.first;
    if (!is_silent(lint))
        written(nb_lint_end(lint->writer, lint->target.file, &lint->style, &lint->summary),
                lint->target.file);
    if (!finish(lint, read, count))
        lint->status = STATUS_FAILED;
    failures_tell(&lint->call.failures);
    return lint->status;
}

static bool is_among(char **paths, size_t count, const char *path)
{
    struct inputs inputs = inputs_of(paths, count);
    bool among = is_input(&inputs, path);
    inputs_free(&inputs);
    return among;
}

/* Whether the output would destroy a file that is read, to be checked or to be compared with. */
static bool destroys(const struct lint_command *lint, char **paths, size_t count)
{
    const char *const beside[] = {lint->previous, lint->policy.config, lint->baseline_path};
    bool read = is_among(paths, count, lint->call.output);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        read = read || (beside[i] && is_among((char *[]){(char *)beside[i]}, 1, lint->call.output));
    return read || (lint->series && folder_has(lint->series, lint->call.output)) ||
           (lint->parts && folder_has(lint->parts, lint->call.output));
}

static int lint_to_file(struct lint_command *lint, char **paths, size_t count)
{
    if (!destroys(lint, paths, count))
        return lint_files(lint, paths, count);
    complain(lint->call.output, _("is an input file; not overwritten"));
    return STATUS_FAILED;
}

static int cli_lint(int argc, char **argv)
{
    static char *standard_input[] = {"-"};
    struct lint_command lint = {
        .call = {.options = {.size = sizeof lint.call.options, .all_rules = true}, .output = "-"},
        .fail_on = NB_ERROR};
    lint.writer = nb_lint_writer_find("text");
    int status = take_options(&lint_command, argc, argv, take_option, &lint);
    if (status < 0) {
        lint.style.color = wants_color(&lint);
        lint.style.words |= lint.style.color;
        char **named = optind < argc ? argv + optind : standard_input;
        struct file_list list =
            folders_open(named, optind < argc ? (size_t)(argc - optind) : !lint.series, NULL, &lint.call);
        lint.stream |= !lint.call.options.format && are_streams(list.paths, list.count);
        status = lint_to_file(&lint, list.paths, list.count);
        file_list_free(&list);
    }
    policy_free(&lint.policy);
    baseline_free(lint.baseline);
    reports_free(&lint.others);
    return status;
}
