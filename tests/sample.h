/* sample.h - short texts for the tests of the core: compiled, and what came of them as one line to compare.
 */
#ifndef NB_SAMPLE_H
#define NB_SAMPLE_H

#include "nianbao.h"
#include "text.h"

#include <stdbool.h>

/* Room for what the functions below write. */
enum { SAMPLE_SIZE = 2048 };

/* The text of a string, in the arena. */
struct nb_text *sample_text(struct nb_arena *arena, const char *string);
/* The same with tables in it: [ ] stand around one (or { } where only the order of its cells is known), |
 * behind a cell, / behind a row; a cell < or ^ is spanned from the left or from above, ~ is room for a lost
 * one. */
struct nb_text *sample_table_text(struct nb_arena *arena, const char *string);
/* The report of a string, a text or (if it begins with "<") a page, which must be one; with `fill`, --fill.
 * Free it with nb_report_free(). */
struct nb_report *sample_report(const char *string, bool fill);
/* The same without --fill. */
struct nb_report *sample_whole(const char *string);
/* Compile a heading and, under it, `table`: the article on applications, proactive disclosure, or reviews of
 * 2022. A table that begins with "<" stands in a page. */
struct nb_report *sample_applications(const char *table);
struct nb_report *sample_disclosure(const char *table);
struct nb_report *sample_review(const char *table);

/* A report of 2022 with the whole table on applications, all zeros but for the rows named by `changes`: pairs
 * of a row's id and its seven values, set apart by spaces; NULL after the last. */
struct nb_report *sample_full_applications(const char *const changes[]);

/* The cells of a row, each the value and its status: "3" given, "_" blank, "/" na, "." missing, "3p" placed,
 * "3a" ambiguous, "3!" suspect, "3d" derived, and words that are no number in quotes. "no row" if the form
 * has no such row. */
const char *sample_cells(const struct nb_report *report, const char *table, const char *row, char *buffer);

/* What is printed, and what of it must be found, in parts that "; " sets apart: "ROW CELLS", the cells as
 * sample_cells() has them, with their units in brackets if one is given: "fees 12[元]"; or "RULE: COUNT"
 * findings, "RULE: some". */
struct sample_case {
    int line; /* of the test's source */
    struct nb_report *(*compile)(const char *printed);
    const char *printed, *expected;
};

/* clang-format off */
#define DISCLOSURE(printed, expected) {__LINE__, sample_disclosure, printed, expected}
#define APPLICATIONS(printed, expected) {__LINE__, sample_applications, printed, expected}
#define REVIEW(printed, expected) {__LINE__, sample_review, printed, expected}
#define REPORT(printed, expected) {__LINE__, sample_whole, printed, expected}
/* clang-format on */

void sample_check(const struct sample_case *cases, size_t count);

/* How many findings of this rule there are. */
size_t sample_findings(const struct nb_report *report, const char *rule);
/* The first finding of this rule, or NULL. */
const struct nb_finding *sample_finding(const struct nb_report *report, const char *rule);

#endif
