/* series.c - reads the reports of a folder and pairs those of one agency by year. */
#include "series.h"
#include "files.h"
#include "i18n.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

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

/* What is done with each file of a folder. */
struct visit {
    void (*file)(void *user, const char *path);
    void *user;
    struct failures *failures; /* where a folder that cannot be read is remembered; NULL: nowhere */
};

/* What is there and cannot be looked at; false. */
static bool unread(const struct visit *visit, const char *path)
{
    if (visit->failures)
        failures_add(visit->failures, path, strerror(errno));
    return false;
}

/* A link to a folder is not followed: it may lead back. */
static bool each_file(const struct visit *visit, const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count < 0)
        return unread(visit, folder);
    for (int i = 0; i < count; i++) {
        struct stat status, target;
        char *path = checked(malloc(strlen(folder) + strlen(entries[i]->d_name) + 2));
        sprintf(path, "%s/%s", folder, entries[i]->d_name);
        if (lstat(path, &status))
            unread(visit, path);
        else if (S_ISDIR(status.st_mode))
            each_file(visit, path);
        else if (!stat(path, &target) && S_ISREG(target.st_mode))
            visit->file(visit->user, path);
        free(path);
        free(entries[i]);
    }
    free(entries);
    return true;
}

bool reports_read(struct reports *reports, const char *folder, struct call *call)
{
    *reports = (struct reports){0};
    struct series_reader reader = {reports, call};
    if (!each_file(&(struct visit){add_file, &reader, &call->failures}, folder))
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

/* A file, and whether it was met. */
struct series_search {
    struct stat file;
    bool found;
};

static void look_for(void *user, const char *path)
{
    struct series_search *search = user;
    search->found = search->found || is_file(path, &search->file);
}

bool folder_has(const char *folder, const char *path)
{
    struct series_search search = {.found = false};
    if (!stat(path, &search.file))
        each_file(&(struct visit){look_for, &search, NULL}, folder);
    return search.found;
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
