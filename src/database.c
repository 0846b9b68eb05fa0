/* database.c - fills a SQLite database, one transaction a file. */
#include "config.h"

#include "database.h"

#include "cell_ids.h"
#include "cli.h"
#include "files.h"
#include "i18n.h"

#include <stdlib.h>
#include <string.h>

#ifdef HAVE_SQLITE
#include <dlfcn.h>
#include <sqlite3.h>

/* SQLite is loaded when a database is written: linked, it would make every start cost 1.7 million
 * instructions, not 0.5. */
#define SQLITE_FUNCTIONS(X)                                                                                  \
    X(sqlite3_bind_int64)                                                                                    \
    X(sqlite3_bind_text)                                                                                     \
    X(sqlite3_close)                                                                                         \
    X(sqlite3_errmsg)                                                                                        \
    X(sqlite3_exec)                                                                                          \
    X(sqlite3_finalize)                                                                                      \
    X(sqlite3_last_insert_rowid)                                                                             \
    X(sqlite3_open)                                                                                          \
    X(sqlite3_prepare_v2)                                                                                    \
    X(sqlite3_reset)                                                                                         \
    X(sqlite3_step)

static struct {
#define X(name) __typeof__(name) *name;
    SQLITE_FUNCTIONS(X)
#undef X
} sqlite;

static bool load_sqlite(void)
{
    void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL), *function = library;
#define X(name)                                                                                              \
    if (function && (function = dlsym(library, #name)))                                                      \
        memcpy(&sqlite.name, &function, sizeof function);
    SQLITE_FUNCTIONS(X)
#undef X
    return function;
}

enum statement {
    ADD_REPORT,
    ADD_CELL,
    ADD_FACT,
    ADD_FINDING,
    ADD_FINDING_CELL,
    ADD_FAILURE,
    ADD_LABEL,
    STATEMENTS
};

struct database {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS];
    char *name;           /* for messages */
    sqlite3_int64 report; /* the id of the one being added */
    bool failed;          /* something could not be written, so the whole is not */
};

/* Values have NUMERIC affinity: counts become integers, amounts with at most 15 digits the nearest double;
 * `raw` keeps what is printed. */
static const char tables[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version=1; BEGIN;"
    "CREATE TABLE reports (id INTEGER PRIMARY KEY, source TEXT NOT NULL, format TEXT, encoding TEXT, bytes "
    "INTEGER, title TEXT,"
    " agency TEXT, year INTEGER, form TEXT, period_from TEXT, period_to TEXT, published TEXT, updated TEXT, "
    "signed_by TEXT,"
    " signed_date TEXT, script TEXT, carried TEXT);"
    "CREATE TABLE cells (report INTEGER NOT NULL REFERENCES reports, \"table\" TEXT NOT NULL, \"row\" TEXT "
    "NOT NULL,"
    " \"column\" TEXT NOT NULL, value NUMERIC, unit TEXT, raw TEXT, status TEXT NOT NULL, line INTEGER,"
    " PRIMARY KEY (report, \"table\", \"row\", \"column\")) WITHOUT ROWID;"
    "CREATE TABLE facts (report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL, article "
    "INTEGER, section TEXT,"
    " line INTEGER, \"column\" INTEGER, quantity NUMERIC, unit TEXT, qualifier TEXT, kind TEXT, scope TEXT, "
    "part_of INTEGER,"
    " text TEXT, indicator TEXT, PRIMARY KEY (report, number)) WITHOUT ROWID;"
    "CREATE TABLE findings (report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL, rule TEXT "
    "NOT NULL,"
    " name TEXT NOT NULL, severity TEXT NOT NULL, line INTEGER, \"column\" INTEGER, message TEXT, detail "
    "TEXT, expected TEXT,"
    " found TEXT, suggestion TEXT, PRIMARY KEY (report, number)) WITHOUT ROWID;"
    "CREATE TABLE finding_cells (report INTEGER NOT NULL, finding INTEGER NOT NULL, \"table\" TEXT, \"row\" "
    "TEXT, \"column\" "
    "TEXT,"
    " FOREIGN KEY (report, finding) REFERENCES findings (report, number));"
    "CREATE TABLE failures (source TEXT NOT NULL, error TEXT NOT NULL);"
    "CREATE TABLE labels (\"table\" TEXT, \"row\" TEXT, \"column\" TEXT, row_label TEXT, column_label TEXT, "
    "unit TEXT, form TEXT,"
    " notice TEXT, PRIMARY KEY (\"table\", \"row\", \"column\")) WITHOUT ROWID;";

static const char *const inserts[STATEMENTS] = {
    [ADD_REPORT] = "INSERT INTO reports VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [ADD_CELL] = "INSERT INTO cells VALUES (?,?,?,?,?,?,?,?,?)",
    [ADD_FACT] = "INSERT INTO facts VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [ADD_FINDING] = "INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [ADD_FINDING_CELL] = "INSERT INTO finding_cells VALUES (?,?,?,?,?)",
    [ADD_FAILURE] = "INSERT INTO failures VALUES (?,?)",
    [ADD_LABEL] = "INSERT INTO labels VALUES (?,?,?,?,?,?,?,?)",
};

/* What stands where a report prints the cell comes from the form that the report has; labels are those of the
 * newest. */
static const char views[] = "CREATE INDEX cells_by_name ON cells (\"table\", \"row\", \"column\");"
                            "CREATE INDEX reports_by_agency ON reports (agency, year);"
                            "CREATE VIEW long AS SELECT r.id AS report, r.source, r.agency, r.year, r.form, "
                            "c.\"table\", c.\"row\", c.\"column\","
                            " l.row_label, l.column_label, c.value, c.unit, c.raw, c.status, c.line FROM "
                            "cells c JOIN reports r ON r.id = c.report"
                            " LEFT JOIN labels l USING (\"table\", \"row\", \"column\");";

static bool fail(struct database *database)
{
    if (!database->failed)
        complain(database->name, sqlite.sqlite3_errmsg(database->db));
    database->failed = true;
    return false;
}

static bool run(struct database *database, const char *sql)
{
    return sqlite.sqlite3_exec(database->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(database);
}

/* ---- values of a row, in order ---- */

struct values {
    sqlite3_stmt *statement;
    int count;
    int bound; /* SQLITE_OK, or what went wrong */
};

static struct values values_for(struct database *database, enum statement statement)
{
    return (struct values){database->statements[statement], 0, SQLITE_OK};
}

static void put_text(struct values *values, const char *text)
{
    values->bound |= sqlite.sqlite3_bind_text(values->statement, ++values->count, text, -1, SQLITE_STATIC);
}

/* What is printed in a span. */
static void put_words(struct values *values, const struct nb_report *report, struct nb_span span)
{
    size_t length;
    const char *words = nb_words(report, span, &length);
    values->bound |=
        sqlite.sqlite3_bind_text(values->statement, ++values->count, words, (int)length, SQLITE_STATIC);
}

static void put_all(struct values *values, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_text(values, texts[i]);
}

#define PUT_TEXTS(values, ...)                                                                               \
    put_all(values, (const char *const[]){__VA_ARGS__}, sizeof(const char *[]){__VA_ARGS__} / sizeof(char *))

static void put_number(struct values *values, sqlite3_int64 number)
{
    values->bound |= sqlite.sqlite3_bind_int64(values->statement, ++values->count, number);
}

static void put_number_or_null(struct values *values, sqlite3_int64 number)
{
    if (number)
        put_number(values, number);
    else
        put_text(values, NULL);
}

static bool put_row(struct database *database, struct values *values)
{
    bool done = values->bound == SQLITE_OK && sqlite.sqlite3_step(values->statement) == SQLITE_DONE;
    if (!done)
        fail(database);
    sqlite.sqlite3_reset(values->statement);
    return done;
}

/* ---- a report ---- */

static bool add_head(struct database *database, const struct nb_report *report)
{
    struct values values = values_for(database, ADD_REPORT);
    char *carried = NULL; /* an object, as json_extract() wants it */
    if (report->carried && asprintf(&carried, "{%s}", report->carried) < 0)
        carried = checked(NULL);
    PUT_TEXTS(&values, report->name, report->format, report->encoding);
    put_number(&values, (sqlite3_int64)report->bytes);
    PUT_TEXTS(&values, report->title, report->agency);
    put_number_or_null(&values, report->year);
    PUT_TEXTS(&values, report->form ? report->form->id : NULL, report->period_from, report->period_to,
              report->published, report->updated, report->signed_by, report->signed_date,
              report->traditional ? "hant" : "hans", carried);
    bool added = put_row(database, &values);
    free(carried);
    database->report = sqlite.sqlite3_last_insert_rowid(database->db);
    return added;
}

static bool add_cell(struct database *database, const struct nb_report *report, const struct nb_table *table,
                     const struct nb_row *row, size_t column)
{
    const struct nb_cell *cell = &row->cells[column];
    struct values values = values_for(database, ADD_CELL);
    put_number(&values, database->report);
    PUT_TEXTS(&values, table->form->id, row->form->id, row->form->columns[column].id, cell->value, cell->unit,
              cell->raw, nb_status_name(cell->status));
    put_number_or_null(&values, cell->span.end ? (sqlite3_int64)nb_locate(report, cell->span.start).line : 0);
    return put_row(database, &values);
}

static bool add_cells(struct database *database, const struct nb_report *report)
{
    bool added = true;
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (size_t i = 0; added && i < row->form->column_count; i++)
                added = add_cell(database, report, table, row, i);
    return added;
}

/* In one line where it is set in two. */
static char *title_of(const struct nb_report *report, const struct nb_block *section)
{
    size_t length;
    const char *words = nb_words(report, section->words, &length);
    char *title = checked(strndup(words, length)), *to = title;
    for (const char *from = title; *from; from++)
        if (*from != '\n')
            *to++ = *from;
    *to = '\0';
    return title;
}

static bool add_fact(struct database *database, const struct nb_report *report, const struct nb_fact *fact)
{
    struct nb_position place = nb_locate(report, fact->span.start);
    struct values values = values_for(database, ADD_FACT);
    put_number(&values, database->report);
    put_number(&values, (sqlite3_int64)fact->index);
    put_number_or_null(&values, fact->article);
    char *section = fact->section ? title_of(report, fact->section) : NULL;
    put_text(&values, section);
    put_number(&values, (sqlite3_int64)place.line);
    put_number(&values, (sqlite3_int64)place.column);
    PUT_TEXTS(&values, fact->quantity, fact->unit, fact->qualifier, nb_fact_kind_name(fact->kind),
              nb_scope_name(fact->scope));
    if (fact->part_of)
        put_number(&values, (sqlite3_int64)fact->part_of->index);
    else
        put_text(&values, NULL);
    put_words(&values, report, fact->words);
    put_text(&values, fact->names->indicator);
    bool added = put_row(database, &values);
    free(section);
    return added;
}

static bool add_finding_cell(struct database *database, sqlite3_int64 number, const struct nb_cell_ref *cell)
{
    struct values values = values_for(database, ADD_FINDING_CELL);
    put_number(&values, database->report);
    put_number(&values, number);
    PUT_TEXTS(&values, cell->table, cell->row, cell->column);
    return put_row(database, &values);
}

static bool add_finding(struct database *database, const struct nb_report *report,
                        const struct nb_finding *finding, sqlite3_int64 number)
{
    struct nb_position place = nb_locate(report, finding->span.start);
    struct values values = values_for(database, ADD_FINDING);
    put_number(&values, database->report);
    put_number(&values, number);
    PUT_TEXTS(&values, finding->rule->id, finding->rule->name, nb_severity_name(finding->severity));
    put_number(&values, (sqlite3_int64)place.line);
    put_number(&values, (sqlite3_int64)place.column);
    PUT_TEXTS(&values, finding->message, finding->detail, finding->expected, finding->found,
              finding->suggestion);
    bool added = put_row(database, &values);
    for (size_t i = 0; added && i < finding->cell_count; i++)
        added = add_finding_cell(database, number, &finding->cells[i]);
    return added;
}

bool database_add(struct database *database, const struct nb_report *report)
{
    sqlite3_int64 number = 0;
    bool added = add_head(database, report) && add_cells(database, report);
    for (const struct nb_fact *fact = report->facts; added && fact; fact = fact->next)
        added = add_fact(database, report, fact);
    for (const struct nb_finding *finding = report->findings; added && finding; finding = finding->next)
        added = add_finding(database, report, finding, number++);
    return added;
}

bool database_add_failure(struct database *database, const char *source, const char *why)
{
    struct values values = values_for(database, ADD_FAILURE);
    PUT_TEXTS(&values, source, why);
    return put_row(database, &values);
}

/* ---- labels and views ---- */

static void add_label(void *user, const struct cell_id *cell)
{
    struct database *database = user;
    struct values values = values_for(database, ADD_LABEL);
    PUT_TEXTS(&values, cell->table->id, cell->row->id, cell->column->id, cell->row->label,
              cell->column->label, cell->column->unit, cell->form->id, cell->form->notice);
    put_row(database, &values);
}

/* One column of the view that has one row a report. A question asked of it costs what it asks for: with all
 * cells grouped by their report, the sum of one column of 20,000 reports took 163 seconds, now 0.2. */
static void add_wide_column(void *user, const struct cell_id *cell)
{
    fprintf(user,
            ", (SELECT value FROM cells WHERE report = r.id AND \"table\" = '%s' AND \"row\" = '%s' AND "
            "\"column\" = '%s') AS \"%s.%s.%s\"",
            cell->table->id, cell->row->id, cell->column->id, cell->table->id, cell->row->id,
            cell->column->id);
}

static bool make_wide(struct database *database)
{
    char *sql = NULL;
    size_t length;
    FILE *file = checked(open_memstream(&sql, &length));
    fputs("CREATE VIEW wide AS SELECT r.id AS report, r.source, r.agency, r.year, r.form", file);
    each_cell_id(add_wide_column, file);
    fputs(" FROM reports r", file);
    fclose(file);
    bool made = run(database, checked(sql));
    free(sql);
    return made;
}

/* ---- opening and closing ---- */

static bool prepare(struct database *database)
{
    for (size_t i = 0; i < STATEMENTS; i++)
        if (sqlite.sqlite3_prepare_v2(database->db, inserts[i], -1, &database->statements[i], NULL) !=
            SQLITE_OK)
            return fail(database);
    return true;
}

static void let_go(struct database *database)
{
    for (size_t i = 0; i < STATEMENTS; i++)
        sqlite.sqlite3_finalize(database->statements[i]);
    sqlite.sqlite3_close(database->db);
    free(database->name);
    free(database);
}

struct database *database_open(const char *path, const char *name)
{
    if (!load_sqlite()) {
        complain(name, _("SQLite cannot be loaded (Debian: libsqlite3-0)"));
        return NULL;
    }
    struct database *database = checked(calloc(1, sizeof *database));
    database->name = checked(strdup(name));
    if (sqlite.sqlite3_open(path, &database->db) != SQLITE_OK)
        fail(database);
    else if (run(database, tables) && prepare(database))
        return database;
    let_go(database);
    return NULL;
}

bool database_goes_on(const struct database *database)
{
    return !database || !database->failed;
}

bool database_close(struct database *database)
{
    if (!database)
        return true;
    each_cell_id(add_label, database);
    bool good =
        !database->failed && run(database, views) && make_wide(database) && run(database, "COMMIT; ANALYZE");
    let_go(database);
    return good;
}

#else

struct database *database_open(const char *path, const char *name)
{
    (void)path;
    complain(name, _("this program was built without SQLite (Debian: libsqlite3-dev)"));
    return NULL;
}

bool database_add(struct database *database, const struct nb_report *report)
{
    return (void)database, (void)report, false;
}

bool database_add_failure(struct database *database, const char *source, const char *why)
{
    return (void)database, (void)source, (void)why, false;
}

bool database_goes_on(const struct database *database)
{
    return !database;
}

bool database_close(struct database *database)
{
    return !database;
}
#endif
