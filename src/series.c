/* series.c - reads the reports of a folder and pairs those of one agency by year. */
#include "series.h"
#include "files.h"
#include "folder.h"
#include "i18n.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void reports_add(struct reports *reports, const char *path, struct nb_report *report)
{
    reports->paths = checked(realloc(reports->paths, (reports->count + 1) * sizeof *reports->paths));
    reports->list = checked(realloc(reports->list, (reports->count + 1) * sizeof *reports->list));
    reports->paths[reports->count] = checked(strdup(path));
    reports->list[reports->count++] = report;
}

/* How the files of a folder are read. */
struct series_reader {
    struct reports *reports;
    struct call *call;
};

static void add_file(void *user, const char *path)
{
    const struct series_reader *reader = user;
    struct nb_report *report = compile_or_fail(path, reader->call);
    if (report)
        reports_add(reader->reports, path, report);
}

bool reports_read(struct reports *reports, const char *folder, struct call *call)
{
    *reports = (struct reports){0};
    struct series_reader reader = {reports, call};
    if (!folder_walk(folder, &call->failures, add_file, &reader))
        return false;
    if (!reports->count && !call->failures.first)
        failures_add(&call->failures, folder, _("the folder has no report"));
    return reports->count;
}

void reports_free(struct reports *reports)
{
    for (size_t i = 0; i < reports->count; i++) {
        nb_report_free(reports->list[i]);
        free(reports->paths[i]);
    }
    free(reports->list);
    free(reports->paths);
}

/* The first of `count` reports that is on this year and of the agency of the report, which says what both
 * are; else `count`. */
static size_t find_report(const struct reports *reports, size_t count, const struct nb_report *report,
                          int year)
{
    size_t i = report->agency && report->year ? 0 : count;
    while (i < count && !(reports->list[i]->agency && reports->list[i]->year == year &&
                          nb_same_agency(reports->list[i]->agency, report->agency)))
        i++;
    return i;
}

const char *repeats_path(const struct reports *reports, size_t index)
{
    size_t first = find_report(reports, index, reports->list[index], reports->list[index]->year);
    return first < index ? reports->paths[first] : NULL;
}

static bool is_file(const char *path, const struct stat *file)
{
    struct stat status;
    return !stat(path, &status) && status.st_ino == file->st_ino && status.st_dev == file->st_dev;
}

size_t parts_of(const struct reports *reports, const char *path, int year, const struct nb_report **others,
                part_left_out *told, void *user)
{
    struct stat own;
    bool known = !stat(path, &own);
    size_t count = 0;
    for (size_t i = 0; i < reports->count; i++) {
        char why[256];
        const char *first = repeats_path(reports, i);
        int its_year = reports->list[i]->year;
        bool wrong = year && its_year && its_year != year;
        if (known && is_file(reports->paths[i], &own))
            continue;
        if (first && known &&
            is_file(first, &own)) /* the government's own office is a part of the government's summary */
            first = NULL;
        if (wrong)
            snprintf(why, sizeof why, _("the report is on %d, the summary on %d; left out of the sums"),
                     its_year, year);
        else if (first)
            snprintf(why, sizeof why, _("a second report of this agency, beside %s; left out of the sums"),
                     first);
        else
            others[count++] = reports->list[i];
        if ((wrong || first) && told)
            told(user, reports->paths[i], why);
    }
    return count;
}

int first_year(const struct reports *reports)
{
    int first = 0;
    for (size_t i = 0; i < reports->count; i++)
        if (reports->list[i]->year && (!first || reports->list[i]->year < first))
            first = reports->list[i]->year;
    return first;
}

const struct nb_report *last_years(const struct reports *reports, const struct nb_report *report)
{
    size_t i = find_report(reports, reports->count, report, report->year - 1);
    return i < reports->count ? reports->list[i] : NULL;
}
