/* nianbao.h - the one public header of libnianbao: compile an annual report on government information
 * disclosure and walk what it says.
 *
 * A report is compiled from bytes in one call, and everything that can be reached from the `struct nb_report`
 * that the call returns lives in that report's arena: it is valid until nb_report_free() and is never freed
 * piece by piece. The library keeps no global or static mutable state, so reports may be compiled in
 * parallel, one report a thread. Strings are UTF-8 and end in NUL. Identifiers (tables, rows, columns, roles,
 * rules) are those of doc/. The library prints nothing, never ends the process, and reports when memory runs
 * out.
 *
 * What may change: functions, and members at the end of structs that the library makes, are added without
 * notice. Of structs that the caller makes, nb_options carries its size and may grow, too; nb_error,
 * nb_failure, nb_lint_style and nb_lint_summary stay as they are, and so do the elements of arrays (nb_cell,
 * nb_cell_ref and those of the forms). Whatever breaks this has another soname. No struct of the library is
 * to be copied or made by the caller. */
#ifndef NIANBAO_H
#define NIANBAO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header, and that of the library that is running: "0.1.0". */
#define NB_VERSION "0.1.0"
const char *nb_version(void);

/* ---- places ---- */

/* Bytes [start, end) of the compiled text; start == end marks a place where nothing is printed. */
struct nb_span {
    uint32_t start, end;
};

/* A place in the file the user has open. Lines and columns count from 1, columns in code points. For a format
 * without lines (docx) `line` is the number of the paragraph or table row in the body and `place` says it in
 * words; else NULL. */
struct nb_position {
    size_t line, column;
    const char *place;
};

/* ---- the statutory forms ---- */

enum nb_cell_type { NB_COUNT, NB_SIGNED, NB_MONEY };

/* A column of a statutory table: English id, official label, what its cells hold, unit implied by the label
 * ("" if none). */
struct nb_form_column {
    const char *id, *label;
    enum nb_cell_type type;
    const char *unit;
};

/* A row: id, official label, the heading that belongs to its full label ("第二十条第(一)项", "行政诉讼") or
 * "", the group it stands in
 * ("(三)不予公开") or "", and its columns. */
struct nb_form_row {
    const char *id, *label, *heading, *group;
    const struct nb_form_column *columns;
    size_t column_count;
};

/* One signed term of a relation: row and column by index into the table. */
struct nb_form_term {
    int sign, row, column;
};

/* A relation of the form (勾稽关系): the terms add up to zero. `rule` names the finding a violation raises.
 * The first term is the total. Instances over "each" row or column are already spelled out. */
struct nb_form_relation {
    const char *rule;
    const struct nb_form_term *terms;
    size_t term_count;
};

struct nb_form_table {
    const char *id, *title;
    bool across; /* printed with its rows side by side: one line of cells under the row labels */
    bool annex;  /* a report may leave it out */
    bool choice; /* and rows of it: each place has its own */
    const struct nb_form_row *rows;
    size_t row_count;
    const struct nb_form_relation *relations;
    size_t relation_count;
    const struct nb_form *form; /* that it is of */
};

/* One official article of a form: its role, official title, and the words (NULL after the last) that tell the
 * role of a heading worded in another way. */
struct nb_form_article {
    const char *role, *title, *words[12];
};

/* A statutory form. `notice` is the document that prescribes it; `first_year`..`last_year` the years reported
 * on (last 0: open).
 */
struct nb_form {
    const char *id, *name, *notice;
    int first_year, last_year;
    const struct nb_form_article *articles;
    size_t article_count;
    const char *const
        *order; /* roles of the articles that a report must have, in the form's order; ends in NULL */
    const struct nb_form_table *tables;
    size_t table_count;
};

/* All forms known, oldest first; *count receives their number. Static data. */
const struct nb_form *nb_forms(size_t *count);
/* The form with this id, or NULL. */
const struct nb_form *nb_form_find(const char *id);

/* ---- what a report says ---- */

enum nb_status {
    NB_GIVEN,
    NB_BLANK,
    NB_NA,
    NB_PLACED,
    NB_AMBIGUOUS,
    NB_SUSPECT,
    NB_MISSING,
    NB_DERIVED,
    NB_UNREAD
};

/* An exact decimal: units / 10^scale. */
struct nb_number {
    int64_t units;
    int scale;
};

/* One cell. `value` is the canonical decimal ("-375", "47222.14") or NULL; `raw` the printed characters (""
 * if none); `unit` from the cell, else from the form, else "". `number` is meaningful when value is not NULL.
 */
struct nb_cell {
    struct nb_span span;
    const char *value, *raw, *unit;
    struct nb_number number;
    enum nb_status status;
};

/* A row of a bound statutory table: as many cells as form->column_count. `printed` is false for a row the
 * report lacks (all cells missing). `label` is where its label stands (empty span at the first cell if the
 * label is not printed). `origin` is the form the row belongs to: usually the report's. */
struct nb_row {
    struct nb_row *next;
    const struct nb_form_row *form;
    const struct nb_form *origin;
    struct nb_cell *cells;
    struct nb_span label;
    bool printed;
};

/* A statutory table as bound. `printed` is false when the report has no such table. */
struct nb_table {
    struct nb_table *next;
    const struct nb_form_table *form;
    struct nb_row *rows;
    struct nb_span span;
    bool printed;
};

/* A table as printed (grammar/tree.h). */
struct nb_grid;

enum nb_block_kind { NB_PARAGRAPH, NB_SECTION, NB_TABLE };

/* A block of an article: a paragraph, a section with the blocks in it, a table. `span` covers a paragraph's
 * text, a section's enumerator and title, a table's cells; `words` the text or the title alone (nb_words()),
 * and the number as printed ("(一)", "1.", empty if it was lost) ends at `number_end`. A page of lines of a
 * number has one for two bytes, so it is kept small, and the words stand in the report's text only. */
struct nb_block {
    struct nb_block *next;
    union {
        struct nb_block *blocks; /* of a section; of a paragraph NULL */
        struct nb_grid *grid;    /* of a table */
    };
    struct nb_span span, words;
    uint32_t number_end;
    enum nb_block_kind kind : 8;
    int level : 8;    /* of a section: 1 (一), 2 1., 3 (1), 4 ① */
    int ordinal : 16; /* and its number, 0 if lost */
};

/* A numbered article. `ordinal` is its number as printed (一 = 1; 0 if lost), `number` its place in the
 * report, from 1. `role`: overview, disclosure, applications, review, problems, other, fees, priorities; ""
 * if it could not be told. `glued`: the heading stands at the end of a paragraph. */
struct nb_article {
    struct nb_article *next;
    const char *title, *role;
    int number, ordinal;
    struct nb_span span;
    bool glued;
    struct nb_block *blocks;
};

/* What a fact's sentence says of its time: nothing, the report's year, the year before, another year, a part
 * of the year, up to a date, since ever. */
enum nb_scope {
    NB_SCOPE_UNSAID,
    NB_SCOPE_YEAR,
    NB_SCOPE_LAST_YEAR,
    NB_SCOPE_OTHER,
    NB_SCOPE_PART,
    NB_SCOPE_AS_OF,
    NB_SCOPE_CUMULATIVE
};
/* What a fact tells: how many, a change (比上年增加), a share of something (占), a rate, how many times as
 * many. */
enum nb_fact_kind { NB_FACT_COUNT, NB_FACT_CHANGE, NB_FACT_SHARE, NB_FACT_RATE, NB_FACT_TIMES };

/* What a quantity counts. `indicator` is NULL where the words name none, `cells` the sum of cells that it
 * must equal, `tolerated` another that may be meant, or NULL; `outcome` the cells that count what its
 * sentence says of all of it; `meaning` what is known of its indicator, or NULL, internal. */
struct nb_fact_names {
    const char *indicator, *cells, *tolerated, *outcome;
    const struct indicator *meaning;
};

/* A quantity that the prose states: "5981余条", or says to be none: "未收到" (`none`: quantity "0", unit "").
 * `article` is 0 in the preamble, `section` the section or NULL. `words` are its clause. `qualifier` is 余,
 * 约, 以上, ... or NULL; `units` the quantity with the 万 of its unit multiplied in. `part_of` is the fact
 * that it is said to be a part of (其中), or NULL. `names` is never NULL. `sure`: its own sentence says what
 * it counts; `stock`: a number that stands at a date. Dense prose has one for thirty bytes, so they are kept
 * small. */
struct nb_fact {
    struct nb_fact *next;
    const struct nb_fact *part_of;
    const struct nb_fact_names *names;
    const struct nb_block *section;
    const char *quantity, *unit, *qualifier;
    int64_t units; /* the number: units / 10^scale */
    struct nb_span span, words;
    uint32_t index; /* its place among all, from 0 */
    int article, sentence;
    int scale : 7;
    enum nb_scope scope : 4;
    enum nb_fact_kind kind : 4;
    int member : 8; /* of several things of a kind, the one that it counts, from 1 */
    bool none : 1, sure : 1, stock : 1;
    bool up : 1, down : 1; /* a change for the more, for the less; neither: it is not said which */
    bool is_sum : 1;       /* its sentence says that it is a sum */
    bool some : 1;         /* it counts some of the several things that its words name */
    bool named : 1;        /* its own words say what is counted, no words before */
    bool wider : 1;        /* it may count more than its cells: reviews on any matter */
};

/* "year", "last_year", ...; NULL where nothing is said. */
const char *nb_scope_name(enum nb_scope scope);
/* "count", "change", "share", "rate", "times" */
const char *nb_fact_kind_name(enum nb_fact_kind kind);

/* ---- findings ---- */

enum nb_severity { NB_NOTE, NB_WARNING, NB_ERROR };

/* One rule of the catalogue: id "NB302", name "outcome-total" and in Chinese, group 3. The prose is English,
 * to be looked up in the message catalogue "nianbao"; `source` names the article or notice behind it, `wrong`
 * and `right` are examples from a report. */
struct nb_rule {
    const char *id, *name, *chinese;
    enum nb_severity severity;
    int group;
    uint64_t needs; /* the rules that run first, a set of 1 << index in nb_rules() */
    const char *summary, *checks, *source, *wrong, *right, *mend;
};

struct nb_cell_ref {
    const char *table, *row, *column;
    struct nb_span span;
};

/* A further place that explains a finding. */
struct nb_related {
    struct nb_related *next;
    struct nb_span span;
    const char *message;
};

/* A finding. `expected`, `found`, `suggestion` are NULL where they do not apply; `detail` is the equation of
 * an arithmetic finding with its numbers in it, or NULL. */
struct nb_finding {
    struct nb_finding *next;
    const struct nb_rule *rule;
    enum nb_severity severity;
    struct nb_span span;
    const char *message, *detail, *expected, *found, *suggestion;
    struct nb_cell_ref *cells;
    size_t cell_count;
    struct nb_related *related;
    bool waived;                    /* does not count, the user has said why */
    const char *waiver;             /* the user's reason, also where the severity was only lowered; or NULL */
    const struct nb_finding *cause; /* the finding that this one follows from, or NULL */
    bool leads;                     /* others follow from this one */
    size_t index;                   /* its place in the report's list, from 0 */
};

/* The rule with this id or name, English or Chinese, or NULL. */
const struct nb_rule *nb_rule_find(const char *id_or_name);
/* All rules by id; *count receives their number. Static data. */
const struct nb_rule *nb_rules(size_t *count);

/* ---- the report ---- */

/* Dates are "YYYY-MM-DD" or NULL; `year` is 0 and `form` NULL where the report does not say and nothing
 * implies it. */
struct nb_report {
    struct nb_arena *arena;
    const struct nb_text *text;
    const char *name, *format, *encoding; /* of the source */
    size_t bytes;
    const char *title, *agency;
    struct nb_span title_span;
    int year;
    const struct nb_form *form;
    const char *period_from, *period_to, *published, *updated, *signed_by, *signed_date;
    bool traditional;
    bool fill;    /* as in nb_options: CSV prints `missing` cells too */
    bool csv_raw; /* as in nb_options */
    const char
        *carried; /* JSON members carried over from the ndjson line of this report ("\"id\": 7"), or NULL */
    struct nb_block *furniture; /* navigation, footers, metadata lines of the page */
    struct nb_block *preamble;
    struct nb_article *articles;
    struct nb_grid *grids; /* every table as printed, in order */
    struct nb_table *tables;
    struct nb_fact *facts;
    struct nb_finding *findings;
    struct nb_event *events; /* what binding noticed, for lint; internal */
};

/* How to compile: size set and all else zero is the default, format and encoding detected, nothing filled in.
 * `size` tells the library which members the caller knows: later ones are added at the end and are zero for
 * those who do not. */
struct nb_options {
    size_t size;          /* sizeof(struct nb_options); begin with NB_OPTIONS */
    const char *format;   /* "text", "html", "docx", "pdf" (what nianbao-pdf or nianbao-ocr prints), "ofd";
                             NULL: detect */
    const char *encoding; /* an iconv name; NULL: detect */
    bool csv_raw;         /* CSV: as printed, also what a spreadsheet would take for a formula */
    bool fill;            /* write `derived` values where relations determine them */
    bool force;           /* take what is no report all the same */
    bool all_rules;       /* lint: every rule; else NB1xx, NB2xx, NB3xx */
    size_t max_size;      /* bytes of input accepted, 1 GiB at most; 0: the default, see NB_MAX_SIZE */
    void (*release)(
        void *bytes); /* as free(): called with the input once it is needed no more, whether a report comes of
                       * it or not, but where the options are refused; NULL: the caller keeps it */
};

#define NB_OPTIONS                                                                                           \
    {                                                                                                        \
        sizeof(struct nb_options), NULL, NULL, false, false, false, false, 0, NULL                           \
    }
#define NB_MAX_SIZE ((size_t)256 << 20)

/* Why a compilation failed: one line for the user, without the file's name. */
struct nb_error {
    char message[256];
};

/* Compile `length` bytes into a report. `name` is used in messages and output only. Returns NULL, with *error
 * filled in, when the bytes cannot be read or are no report. The bytes are not needed after the call. Free
 * the report with nb_report_free(). */
struct nb_report *nb_compile(const char *name, const void *bytes, size_t length,
                             const struct nb_options *options, struct nb_error *error);
void nb_report_free(struct nb_report *report);

/* Add to a report what the rules NB5xx find against last year's report of the same agency (or NULL) and
 * against the reports of the offices that it sums up. Call it once; nothing of the other reports is needed
 * after the call. False where memory ran out: then the findings are those from before. */
bool nb_compare(struct nb_report *report, const struct nb_report *previous,
                const struct nb_report *const *parts, size_t part_count);

/* Whether two names, in either script, are those of one agency: 某县, 某縣人民政府 and its office are. False
 * where memory ran out. */
bool nb_same_agency(const char *one, const char *other);

/* Cover in place the numbers of persons (identity cards, mobile telephones, bank cards) in a UTF-8 string,
 * and the names beside them, as findings show them; the length stays. False where memory ran out. */
bool nb_cover_persons(char *text);

/* Where an offset into the compiled text stands in the file. */
struct nb_position nb_locate(const struct nb_report *report, size_t offset);
/* What is printed in a span of the compiled text, which does not end in NUL; *length receives its bytes. A
 * title that is set in two lines has the end of one in it. */
const char *nb_words(const struct nb_report *report, struct nb_span span, size_t *length);
/* The source line with this number, without its end; *length receives its bytes. NULL if the format has no
 * lines. */
const char *nb_source_line(const struct nb_report *report, size_t line, size_t *length);

/* The statutory table with this id, or NULL. */
const struct nb_table *nb_table_find(const struct nb_report *report, const char *id);
/* The table's row with this id, or NULL, also where `table` is NULL. */
const struct nb_row *nb_row_find(const struct nb_table *table, const char *id);
/* The place of the column with this id among the row's cells; -1: it has none, or `row` is NULL. */
int nb_column_find(const struct nb_row *row, const char *id);

/* "given", "blank", ... */
const char *nb_status_name(enum nb_status status);
/* "note", "warning", "error" */
const char *nb_severity_name(enum nb_severity severity);

/* ---- output ---- */

/* A file that gave no report: its name and why, in valid UTF-8. */
struct nb_failure {
    const struct nb_failure *next;
    const char *name, *why;
};

/* Takes `length` bytes of a document; returns false where it cannot, and then receives no more. */
typedef bool nb_take(void *user, const void *bytes, size_t length);

/* An output format: "json", "ndjson", "xml", "csv" (cells), "csv:facts", "text", "tree". Static. */
struct nb_writer;

/* The writer of a format, or NULL. */
const struct nb_writer *nb_writer_find(const char *format);
/* "json", "csv", ... */
const char *nb_writer_format(const struct nb_writer *writer);
/* Whether the format has a record for a file that gave no report. */
bool nb_writer_records_failures(const struct nb_writer *writer);

/* A document piece by piece. One of one report is begin(1), report, end; of several begin(n), report..., end;
 * n counts only 1 or more, index is from 0. Each returns false where memory ran out or `out` has an error
 * (ferror()). */
bool nb_write_begin(const struct nb_writer *writer, FILE *out, size_t reports);
bool nb_write_report(const struct nb_writer *writer, FILE *out, const struct nb_report *report, size_t index);
/* What stands before the report with this index. nb_write_report() writes it by itself unless it is told 0,
 * as one does who writes reports into memory, in no order, to put them together later. */
bool nb_write_between(const struct nb_writer *writer, FILE *out, size_t index);
/* A file that gave no report, in its place among the others; nothing where the format has no record for it.
 */
bool nb_write_failure(const struct nb_writer *writer, FILE *out, const struct nb_failure *failure,
                      size_t index);
bool nb_write_end(const struct nb_writer *writer, FILE *out, size_t reports);

/* A whole document, handed to take(user, ...) in pieces. False where memory ran out or `take` returned false.
 */
bool nb_write(const struct nb_writer *writer, const struct nb_report *const *reports, size_t count,
              nb_take *take, void *user);
/* A whole document in memory that ends in NUL and that the caller frees with free(); its length without the
 * NUL in *length unless that is NULL. NULL where memory ran out. */
char *nb_write_memory(const struct nb_writer *writer, const struct nb_report *const *reports, size_t count,
                      size_t *length);

/* How lint's documents look: `brief` leaves out the source lines, `color` is for a terminal, `verbose` shows
 * what follows from a finding and every further place, `words` has severities and the names of rules in the
 * reader's language too, as no editor needs them in English. */
struct nb_lint_style {
    bool brief, color, verbose, words;
};

/* How many findings of each severity, without those that were waived; `failures` are the files that gave no
 * report, which the end of a document names (NULL: none). */
struct nb_lint_summary {
    size_t reports, errors, warnings, notes, waived;
    const struct nb_failure *failures;
};

/* A format of findings: "text", "json", "sarif", "html". Its text is in the language that gettext has been
 * told. Static. */
struct nb_lint_writer;

/* The writer of a format of findings, or NULL. */
const struct nb_lint_writer *nb_lint_writer_find(const char *format);

/* A document of findings piece by piece: begin, report..., end. `before` sums up the reports already written
 * (nb_lint_count()), `summary` all. Each returns false as those above do. */
bool nb_lint_begin(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style);
bool nb_lint_report(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style,
                    const struct nb_report *report, const struct nb_lint_summary *before);
bool nb_lint_end(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style,
                 const struct nb_lint_summary *summary);

/* A whole document of findings, as nb_write() and nb_write_memory(). */
bool nb_lint(const struct nb_lint_writer *writer, const struct nb_lint_style *style,
             const struct nb_report *const *reports, size_t count, nb_take *take, void *user);
char *nb_lint_memory(const struct nb_lint_writer *writer, const struct nb_lint_style *style,
                     const struct nb_report *const *reports, size_t count, size_t *length);

/* Add a report's findings to a summary; what follows from another counts with that. */
void nb_lint_count(struct nb_lint_summary *summary, const struct nb_report *report);

/* The schema of an output format ("xml", "json", "csv"), or NULL. Static text. */
const char *nb_schema(const char *format);

#ifdef __cplusplus
}
#endif
#endif
