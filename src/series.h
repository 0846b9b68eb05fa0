/* series.h - reports read together: those of a folder, last year's beside this year's. */
#ifndef NB_SERIES_H
#define NB_SERIES_H

#include "cli.h"

struct reports {
    struct nb_report **list;
    char **paths;
    size_t count;
};

/* Add one that was read. */
void reports_add(struct reports *reports, const char *path, struct nb_report *report);
/* Compile every file of a folder and of the folders in it, in the order of their names; hidden ones are
 * passed over. What is no report is remembered among the call's failures, and so is a folder that cannot be
 * read: false if it is this one. Free with reports_free(). */
bool reports_read(struct reports *reports, const char *folder, struct call *call);
void reports_free(struct reports *reports);

/* The report of the same agency on the year before, among these; NULL if there is none. 某县, 某县人民政府
 * and its office are one agency. */
const struct nb_report *last_years(const struct reports *reports, const struct nb_report *report);
/* The earlier one of two reports of one agency on one year: which of them it repeats, or NULL. */
const char *repeats_path(const struct reports *reports, size_t index);
/* The reports that a summary on `year`, which stands in the file `path`, sums up, into `others`, which has
 * room for all; returns how many. `told`, if not NULL, is called with each of another year, and each that
 * repeats one: they are left out. */
typedef void part_left_out(void *user, const char *path, const char *why);
size_t parts_of(const struct reports *reports, const char *path, int year, const struct nb_report **others,
                part_left_out *told, void *user);
/* The earliest year that one of them is on; 0 where none says. */
int first_year(const struct reports *reports);

#endif
