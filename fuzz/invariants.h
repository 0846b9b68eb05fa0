/* invariants.h - what holds for any input; what does not hold traps. */
#ifndef NB_INVARIANTS_H
#define NB_INVARIANTS_H

#include "nianbao.h"

#include <stdint.h>

/* Traps, with one line that says what did not hold. */
#define HOLDS(condition) ((condition) ? (void)0 : does_not_hold(#condition, __FILE__, __LINE__))
_Noreturn void does_not_hold(const char *condition, const char *file, int line);

/* Compile the bytes as this format (NULL: detect) and write them in every format. JSON, XML and CSV are
 * well-formed and say the same of each cell, findings are well-formed, the same bytes give the same
 * documents, and a given value is printed at its place.
 */
void check_input(const char *format, const void *bytes, size_t length);

/* Or, for plain text, one of the ways to print the same: one more line end, a byte order mark, CR LF, blanks
 * at the ends of lines and behind the last change nothing. The next way is what the writer of text makes of
 * it, which has the same cells in most reports (fuzz/standalone.c counts), the next has digits and
 * punctuation of full width, which is another text, as long as characters count. With the last way, and for
 * what is not plain, it is check_input(). */
enum { TEXT_WAYS = 8, TEXT_ROUND_TRIP = TEXT_WAYS - 3, TEXT_WIDE = TEXT_WAYS - 2 };
void check_text(const char *bytes, size_t length, unsigned way);

/* The pieces of check_input(). */
struct nb_report *compile(const char *format, const void *bytes, size_t length, bool force);
void check_cells(const struct nb_report *report);
void check_documents(const struct nb_report *report);

/* Each cell as "table row column status value", what formats and ways of printing must agree on. The caller
 * frees it. */
char *cells_of(const struct nb_report *report);

#endif
