/* series.c - reads the reports of a folder and pairs those of one agency by year. */
#include "series.h"
#include "files.h"
#include "i18n.h"
#include "office_name.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void add_file(struct reports *reports, const char *path, const struct nb_options *options, bool via_office,
                     struct failures *failures)
{
    struct stat status;
    if (stat(path, &status) || !S_ISREG(status.st_mode))
        return;
    struct nb_report *report = compile_or_fail(path, options, via_office, failures);
    if (!report)
        return;
    reports->paths[reports->count] = checked(strdup(path));
    reports->list[reports->count++] = report;
}

bool reports_read(struct reports *reports, const char *folder, const struct nb_options *options, bool via_office,
                  struct failures *failures)
{
    struct dirent **entries;
    *reports = (struct reports){0};
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count < 0) {
        complain(folder, strerror(errno));
        return false;
    }
    reports->list = checked(malloc(((size_t)count + 1) * sizeof *reports->list));
    reports->paths = checked(malloc(((size_t)count + 1) * sizeof *reports->paths));
    for (int i = 0; i < count; i++) {
        char *path = checked(malloc(strlen(folder) + strlen(entries[i]->d_name) + 2));
        sprintf(path, "%s/%s", folder, entries[i]->d_name);
        add_file(reports, path, options, via_office, failures);
        free(path);
        free(entries[i]);
    }
    free(entries);
    return true;
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

static bool same_agency(const char *one, const char *other)
{
    size_t length = office_stem_length(one);
    return length == office_stem_length(other) && !strncmp(one, other, length);
}

const struct nb_report *last_years(const struct reports *reports, const struct nb_report *report)
{
    for (size_t i = 0; i < reports->count && report->agency && report->year; i++) {
        const struct nb_report *other = reports->list[i];
        if (other->agency && other->year == report->year - 1 && same_agency(other->agency, report->agency))
            return other;
    }
    return NULL;
}
