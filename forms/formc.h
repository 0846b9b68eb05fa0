/* formc.h - the form compiler: all that is read from form files, and its three parts: formc.c reads,
 * formc_labels.c knows labels, formc_write.c writes. */
#ifndef NB_FORMC_H
#define NB_FORMC_H

#include "forms.h"
#include "lexicon.h"
#include "statements.h"

enum {
    MAX_FORMS = MOST_FORMS,
    MAX_TABLES = MOST_TABLES,
    MAX_ROWS = 64,
    MAX_COLUMNS = 64,
    MAX_RELATIONS = 8,
    MAX_ARTICLES = 16,
    MAX_NAMES = 24,
    MAX_PHRASES = 1024,
    MAX_WORDS = sizeof((struct nb_form_article *)0)->words / sizeof(char *) - 1, /* the last is NULL */
    MAX_ROLES = 8,
    MAX_LABELS = 512,
    MAX_WORDINGS = 1024,
    MAX_KEYS = LEXICON_MOST,
    MAX_USES = 2048,
    MAX_TERMS = 64
};

/* The first name is the official one. */
struct source_names {
    char *name[MAX_NAMES];
    int count;
};

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
    struct column columns[MAX_COLUMNS];
    int column_count;
    struct source_row rows[MAX_ROWS];
    int row_count;
    struct relation relations[MAX_RELATIONS];
    int relation_count;
};

struct article {
    char *role;
    struct source_names titles;
    char *words[MAX_WORDS];
    int word_count;
};

struct form {
    char *id, *name, *notice;
    int first_year, last_year;
    struct article articles[MAX_ARTICLES];
    int article_count;
    char *order[MAX_ROLES]; /* roles of the articles that a report must have */
    int order_count;
    struct source_table tables[MAX_TABLES];
    int table_count;
};

/* What a label text may be in some form; ordered: a text that is several is scanned as the first. */
enum class { ROW, GROUP, HEADER, CAPTION, NOTE };

/* What is printed with the same ideographs, letters and digits is one label, in whatever form it stands.
 * `sense`: the same for all labels that stand in one line of a form file. */
struct source_label {
    char *text;
    enum class class;
    int sense;
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

/* A label or title, and what another place says for it, in simplified characters. */
struct phrase {
    char *official, *turned;
};

/* All that is read from the form files; one compilation, then the process ends. */
struct compiler {
    struct form forms[MAX_FORMS];
    int form_count;
    struct source_label labels[MAX_LABELS];
    int label_count;
    struct wording wordings[MAX_WORDINGS];
    int wording_count;
    struct key keys[MAX_KEYS], joined[MAX_KEYS];
    int key_count, joined_count;
    struct use uses[MAX_USES];
    int use_count;
    char *titles[MAX_WORDINGS]; /* of articles, each once */
    int title_count;
    struct phrase phrases[MAX_PHRASES];
    int phrase_count;
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

struct terms {
    struct term term[MAX_TERMS];
    int count;
};

/* The index of the thing with this name in an array whose things begin with their names. */
#define FIND(array, count, name) find(array, (int)(count), sizeof *(array), name)
#define FIND_ANY(array, name) find(array, (int)(sizeof(array) / sizeof *(array)), sizeof *(array), name)

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
void use(struct compiler *c, struct source_names labels, enum class class, int row, int column);
char *join(const struct compiler *c, const char *one, const char *other);
/* When all is read: labels without their enumerators, and with what stands over them in one cell. */
void complete_labels(struct compiler *c);

/* ---- formc_write.c ---- */

/* flex rules, one for each title of an article; C tables. To standard output. */
void write_rules(const struct compiler *c);
void write_tables(struct compiler *c);

#endif
