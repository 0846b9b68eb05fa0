/* formc.h - the form compiler: all that is read from form files, and its three parts: formc.c reads,
 * formc_labels.c knows labels, formc_write.c writes. */
#ifndef NB_FORMC_H
#define NB_FORMC_H

#include "forms.h"
#include "lexicon.h"
#include "statements.h"

enum { MAX_ROWS = 64, MAX_NAMES = 24, MAX_PHRASES = 1024, MAX_TITLES = 1024, MAX_USES = 2048 };

/* The first name is the official one. */
struct source_names LIST(char *, MAX_NAMES);

struct column {
    char *id, *unit;
    const char *type; /* as C has it */
    struct source_names names;
};

struct source_row {
    char *id, *heading, *group, *outer;
    struct source_names names;
    int first_column, column_count;
};

struct relation {
    char *rule, *equation;
    bool by_rows;
    struct place at; /* the names in it are looked up when all is read */
};

struct source_table {
    char *id, *title;
    bool across, annex, again, choice;
    struct LIST(struct column, 64) columns;
    struct LIST(struct source_row, MAX_ROWS) rows;
    struct LIST(struct relation, 8) relations;
};

/* As many as the program has room for; behind the last it has NULL. */
struct words LIST(char *, sizeof((struct nb_form_article *)0)->words / sizeof(char *) - 1);

struct article {
    char *role;
    struct source_names titles;
    struct words words; /* behind the last is NULL */
};

struct form {
    char *id, *name, *notice;
    int first_year, last_year;
    struct LIST(struct article, 16) articles;
    struct words order; /* roles of the articles that a report must have */
    struct LIST(struct source_table, MOST_TABLES) tables;
};

/* What a label text may be in some form; ordered: a text that is several is scanned as the first. */
enum class { ROW, GROUP, HEADER, CAPTION, NOTE };

/* What is printed with the same ideographs, letters and digits is one label, in whatever form it stands.
 * `sense`: the same for all labels that stand in one line of a form file. */
struct source_label {
    char *text;
    enum class class;
    int sense;
    unsigned forms, kinds; /* when all is read: that have it, and WORD_ kinds */
    int row;               /* its number; 0: it is none */
};

/* A text as a form file has it. */
struct wording {
    char *text;
    int label;
};

struct use {
    int label, form, table, row, column;
    enum class class;
    int first, count; /* the columns that it spans */
    int whole;        /* a row's label with its heading before it */
};

/* A key of the lexicon. `is_long`: with what stands in [ ]. Known when it is written: its letters, and how
 * many of them stand before, too. */
struct key {
    char *text;
    int label;
    bool is_long;
    unsigned *letters;
    size_t count, repeats;
};

struct keys LIST(struct key, LEXICON_MOST);

/* A label or title, and what another place says for it, in simplified characters. */
struct phrase {
    char *official, *turned;
};

/* All that is read from the form files; one compilation, then the process ends. */
struct compiler {
    struct LIST(struct form, MOST_FORMS) forms;
    struct LIST(struct source_label, 512) labels;
    struct LIST(struct wording, 1024) wordings;
    struct keys keys, joined;
    struct LIST(struct use, MAX_USES) uses;
    struct LIST(char *, MAX_TITLES) titles; /* of articles, each once */
    struct LIST(struct phrase, MAX_PHRASES) phrases;
    struct place at;
    struct form *form;          /* that is being read; NULL: none yet in this file */
    struct source_table *table; /* of it, NULL: none is open */
    bool annex;                 /* what is read is an annex of the form */
    int first_column;           /* of the part that is being read */
    bool part_open;
    char *part, *group, *outer; /* `outer`: the last group that stands in no other */
};

/* An equation: with which sign each row, or each column, counts in it. */
struct term {
    int sign, index;
};

struct terms LIST(struct term, 64);

/* ---- formc.c ---- */

/* "a = b + c.*": +a, -b, -c.x, -c.y; operands with one sign between each two, one of them =. */
struct terms parse_equation(const struct source_table *table, const struct relation *relation);

/* ---- formc_labels.c ---- */

/* The key of the label's first `length` bytes. */
char *key_of(const struct compiler *c, const char *text, size_t length);
/* The label of one of the wordings. */
int wording_label(const struct compiler *c, const char *text);
/* The text is a label in the table that is being read; `use` says which. Returns the label. */
int use_text(struct compiler *c, char *text, struct use use);
/* The same of all names of one thing: a row, a column, or what spans several. */
void use(struct compiler *c, struct source_names labels, struct use use);
char *join(const struct compiler *c, const char *one, const char *other);
/* When all is read: labels without their enumerators, and with what stands over them in one cell. */
void complete_labels(struct compiler *c);

/* ---- formc_write.c ---- */

/* flex rules, one for each title of an article; C tables. To standard output. */
void write_rules(const struct compiler *c);
void write_tables(struct compiler *c);

#endif
