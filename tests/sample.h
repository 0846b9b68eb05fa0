/* sample.h - short texts for the tests of the core: compiled, and what came of them as one line to compare. */
#ifndef NB_SAMPLE_H
#define NB_SAMPLE_H

#include "nianbao.h"
#include "text.h"

#include <stdbool.h>

/* Room for what the functions below write. */
enum { SAMPLE_SIZE = 2048 };

/* The text of a string, in the arena. */
struct nb_text *sample_text(struct nb_arena *arena, const char *string);
/* The same with tables in it: [ ] stand around one (or { } where only the order of its cells is known), | behind a cell, / behind
 * a row; a cell < or ^ is spanned from the left or from above, ~ is room for a lost one. */
struct nb_text *sample_table_text(struct nb_arena *arena, const char *string);
/* The report of a string, a text or (if it begins with "<") a page, which must be one; with `fill`, --fill. Free it with
 * nb_report_free(). */
struct nb_report *sample_report(const char *string, bool fill);
/* Compile a heading and, under it, `table`: the article on applications, or on proactive disclosure, of 2022. */
struct nb_report *sample_applications(const char *table);
struct nb_report *sample_disclosure(const char *table);

/* A report of 2022 with the whole table on applications, all zeros but for the rows named by `changes`: pairs of a row's id and
 * its seven values, set apart by spaces; NULL after the last. */
struct nb_report *sample_full_applications(const char *const changes[]);

/* The cells of a row, each the value and its status: "3" given, "_" blank, "/" na, "." missing, "3p" placed, "3a" ambiguous,
 * "3!" suspect, "3d" derived, and words that are no number in quotes. "no row" if the form has no such row. */
const char *sample_cells(const struct nb_report *report, const char *table, const char *row, char *buffer);
/* How many findings of this rule there are. */
size_t sample_findings(const struct nb_report *report, const char *rule);
/* The first finding of this rule, or NULL. */
const struct nb_finding *sample_finding(const struct nb_report *report, const char *rule);

#endif
