/* database.h - reports as a SQLite database that researchers open: tables reports, cells, facts, findings,
 * views long and wide.
 */
#ifndef NB_DATABASE_H
#define NB_DATABASE_H

#include "nianbao.h"

struct database;

/* Start a database in an empty file, which messages call `name`. NULL after one line on standard error. */
struct database *database_open(const char *path, const char *name);
/* Add a report, or a file that gave none. False after one line on standard error. */
bool database_add(struct database *database, const struct nb_report *report);
bool database_add_failure(struct database *database, const char *source, const char *why);
/* Whether more can be added: what could not be written makes the whole void. NULL is allowed. */
bool database_goes_on(const struct database *database);
/* Make the views, and close the file. False after one line on standard error. NULL is allowed. */
bool database_close(struct database *database);

#endif
