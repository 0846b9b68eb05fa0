/* formc.c - the form compiler: form files in, scanner rules or binding tables out. Runs in the build.
 *
 * Usage: formc --labels FORM...                                       all labels and titles, one a line
 *        formc --rules FORM... [--phrases LABELS TURNED...]           flex rules, one a label and one an article title
 *        formc --tables FORM... [--phrases LABELS TURNED...]          C tables for binding, lint and `nianbao forms`
 *
 * LABELS is what --labels wrote, TURNED the same lines in the phrases of other places, by OpenCC: further wordings.
 *
 * The language of form files is explained in doc/forms.md. */
#include "arena.h"
#include "fold.h"
#include "lexicon.h"
#include "nianbao.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_FORMS = 8,
    MAX_TABLES = 8,
    MAX_ROWS = 64,
    MAX_COLUMNS = 64,
    MAX_RELATIONS = 8,
    MAX_ARTICLES = 16,
    MAX_NAMES = 24,
    MAX_PHRASES = 1024,
    MAX_WORDS = sizeof((struct nb_form_article *)0)->words / sizeof(char *) - 1, /* the last is NULL */
    MAX_ROLES = 8,
    LONGEST_LINE = 4096,
    MAX_LABELS = 512,
    MAX_WORDINGS = 1024,
    MAX_KEYS = LEXICON_MOST,
    MAX_USES = 2048,
    MAX_TERMS = 64
};

/* The first name is the official one. */
struct names {
    char *name[MAX_NAMES];
    int count;
};

struct column {
    char *id, *type, *unit;
    struct names names;
};

struct row {
    char *id, *heading, *group;
    struct names names;
    int first_column, column_count;
};

struct relation {
    char *rule, *equation;
    bool by_rows;
    const char *file; /* where it stands: the names in it are looked up when all is read */
    int line;
};

struct table {
    char *id, *title;
    bool across, annex, again;
    struct column columns[MAX_COLUMNS];
    int column_count;
    struct row rows[MAX_ROWS];
    int row_count;
    struct relation relations[MAX_RELATIONS];
    int relation_count;
};

struct article {
    char *role;
    struct names titles;
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
    struct table tables[MAX_TABLES];
    int table_count;
};

/* What a label text may be in some form; ordered: a text that is several is scanned as the first. */
enum class { ROW, GROUP, HEADER, CAPTION, NOTE };
static const char *const class_names[] = {"LABEL_ROW", "LABEL_GROUP", "LABEL_HEADER", "LABEL_CAPTION", "LABEL_CAPTION"};

/* What is printed with the same ideographs, letters and digits is one label, in whatever form it stands. `sense`: the same for
 * all labels that stand in one line of a form file. */
struct label {
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

/* A key of the lexicon. `is_long`: with what stands in [ ]; `lost`: without the label's enumerator. */
struct key {
    char *text;
    int label;
    bool is_long, lost;
};

/* A label or title, and what another place says for it, in simplified characters. */
struct phrase {
    char *official, *turned;
};

/* All that is read from the form files; one compilation, then the process ends. */
struct compiler {
    struct form forms[MAX_FORMS];
    int form_count;
    struct label labels[MAX_LABELS];
    int label_count;
    struct wording wordings[MAX_WORDINGS];
    int wording_count;
    struct key keys[MAX_KEYS], joined[MAX_KEYS];
    int key_count, joined_count;
    struct use uses[MAX_USES];
    int use_count;
    struct phrase phrases[MAX_PHRASES];
    int phrase_count;
    const char *file;
    int line;
    int first_column; /* of the part that is being read */
    bool part_open;
    char *part, *group;
    struct nb_arena *arena; /* of all strings */
};

/* ---- the words that formc knows ---- */

/* What an article may be about (article.role in nianbao.h and in the schemas). */
static const char *const roles[] = {"overview", "disclosure", "applications", "review",
                                    "problems", "other",      "fees",         "priorities"};

static const struct {
    const char *name, *type;
} types[] = {{"count", "NB_COUNT"}, {"signed", "NB_SIGNED"}, {"money", "NB_MONEY"}};

/* The rules that look at relations are the first of the third group. */
enum { FIRST_RELATION = 301, LAST_RELATION = 304 };

static const struct {
    int number;
    const char *name;
} rules[] = {
#define RULE(number, identifier, name, ...) {number, name},
#include "rules.def"
#undef RULE
};

static bool is_relation_rule(const char *name)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].number >= FIRST_RELATION && rules[i].number <= LAST_RELATION && strcmp(rules[i].name, name) == 0)
            return true;
    return false;
}

static bool is_role(const char *name)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i], name) == 0)
            return true;
    return false;
}

static const char *type_named(const char *name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    return NULL;
}

static void fail_at(const char *file, int line, const char *message, const char *what)
{
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, message, what);
    exit(1);
}

static void fail(const struct compiler *c, const char *message, const char *what)
{
    fail_at(c->file, c->line, message, what);
}

static int next(const struct compiler *c, int *count, int limit, const char *what)
{
    if (*count == limit)
        fail(c, "too many", what);
    return (*count)++;
}

static char *copy(const struct compiler *c, const char *start, const char *end)
{
    while (start < end && isspace((unsigned char)*start))
        start++;
    while (end > start && isspace((unsigned char)end[-1]))
        end--;
    return arena_strndup(c->arena, start, (size_t)(end - start));
}

/* Cut the next word off *text. */
static char *word(const struct compiler *c, char **text)
{
    char *start = *text + strspn(*text, " \t");
    char *end = start + strcspn(start, " \t");
    *text = end;
    return copy(c, start, end);
}

/* The next word, which must be there. */
static char *need(const struct compiler *c, char **text, const char *what)
{
    char *result = word(c, text);
    if (!*result)
        fail(c, "missing", what);
    return result;
}

/* All that is left of the line is one word or none. */
static void end_line(const struct compiler *c, char *rest)
{
    char *more = word(c, &rest);
    if (*more)
        fail(c, "unknown word", more);
}

/* [ ] come in pairs, at most one in a label. */
static void check_brackets(const struct compiler *c, const char *name)
{
    const char *open = strchr(name, '['), *close = strchr(name, ']');
    if (!open != !close || (open && (close < open || strchr(open + 1, '[') || strchr(close + 1, ']'))))
        fail(c, "brackets that do not pair", name);
}

static bool has_name(char *const *list, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* Behind the names what other places say for each of them. */
static void add_phrases(const struct compiler *c, char **list, int *count, int limit)
{
    for (int i = 0, own = *count; i < own; i++)
        for (int k = 0; k < c->phrase_count; k++)
            if (strcmp(c->phrases[k].official, list[i]) == 0 && !has_name(list, *count, c->phrases[k].turned))
                list[next(c, count, limit, "wordings")] = c->phrases[k].turned;
}

/* "name | alias | alias" */
static struct names names(const struct compiler *c, const char *text)
{
    struct names result = {.count = 0};
    for (const char *start = text, *end;; start = end + 1) {
        end = start + strcspn(start, "|");
        char *name = copy(c, start, end);
        if (!*name)
            fail(c, "empty label", text);
        check_brackets(c, name);
        result.name[next(c, &result.count, MAX_NAMES, "aliases")] = name;
        if (!*end)
            break;
    }
    add_phrases(c, result.name, &result.count, MAX_NAMES);
    return result;
}

/* ---- reading ---- */

/* The key of the label's first `length` bytes. */
static char *key_of(const struct compiler *c, const char *text, size_t length)
{
    char *key = arena_strndup(c->arena, text, length);
    key[lexicon_key(text, length, key)] = '\0';
    return key;
}

static struct key *find_key(struct compiler *c, const char *key)
{
    for (int i = 0; i < c->key_count; i++)
        if (strcmp(c->keys[i].text, key) == 0)
            return &c->keys[i];
    return NULL;
}

static void add_key(struct compiler *c, struct key key)
{
    struct key *known = find_key(c, key.text);
    if (!known)
        c->keys[next(c, &c->key_count, MAX_KEYS, "keys")] = key;
    else if (known->label == key.label)
        known->is_long &= key.is_long;
}

/* The label that the text's keys, with and without what stands in [ ], lead to; a new one if there is none yet. */
static int label_id(struct compiler *c, char *text, enum class class)
{
    char *keys[] = {key_of(c, text, strlen(text)), key_of(c, text, strcspn(text, "["))};
    struct key *known[] = {find_key(c, keys[0]), find_key(c, keys[1])};
    if (!*keys[1])
        fail(c, "label without letters", text);
    if (known[0] && known[1] && known[0]->label != known[1]->label)
        fail(c, "two labels in one", text);
    int id = known[0] ? known[0]->label : known[1] ? known[1]->label : c->label_count;
    if (id == c->label_count) {
        next(c, &c->label_count, MAX_LABELS, "labels");
        c->labels[id] = (struct label){text, class, id};
    }
    if (class < c->labels[id].class)
        c->labels[id].class = class;
    for (int k = 0; k < 2; k++)
        add_key(c, (struct key){keys[k], id, strcmp(keys[k], keys[1]) != 0, false});
    return id;
}

/* The label of a text, which becomes one of its wordings. */
static int wording_id(struct compiler *c, char *text, enum class class)
{
    int id = label_id(c, text, class), i = 0;
    while (i < c->wording_count && strcmp(c->wordings[i].text, text) != 0)
        i++;
    if (i == c->wording_count)
        c->wordings[next(c, &c->wording_count, MAX_WORDINGS, "wordings")] = (struct wording){text, id};
    return id;
}

static int wording_label(const struct compiler *c, const char *text)
{
    int i = 0;
    while (strcmp(c->wordings[i].text, text) != 0)
        i++;
    return c->wordings[i].label;
}

static void unite_senses(struct compiler *c, int one, int other)
{
    for (int i = 0; i < c->label_count; i++)
        if (c->labels[i].sense == other)
            c->labels[i].sense = one;
}

static void add_use(struct compiler *c, struct use use)
{
    for (int i = 0; i < c->use_count; i++)
        if (memcmp(&c->uses[i], &use, sizeof use) == 0)
            return;
    c->uses[next(c, &c->use_count, MAX_USES, "labels")] = use;
}

static void use(struct compiler *c, struct names labels, enum class class, int row, int column)
{
    int form = c->form_count - 1, table = c->forms[form].table_count - 1, first = wording_id(c, labels.name[0], class);
    for (int i = 0; i < labels.count; i++) {
        int label = wording_id(c, labels.name[i], class);
        add_use(c, (struct use){label, form, table, row, column, class, 0, 0, 0});
        unite_senses(c, c->labels[first].sense, c->labels[label].sense);
    }
}

static void read_article(struct compiler *c, struct form *form, char *rest)
{
    struct article *article = &form->articles[next(c, &form->article_count, MAX_ARTICLES, "articles")];
    article->role = need(c, &rest, "role");
    if (!is_role(article->role))
        fail(c, "unknown role", article->role);
    char *arrow = strstr(rest, "=>");
    if (!arrow)
        fail(c, "article without => words", rest);
    *arrow = '\0';
    article->titles = names(c, rest);
    for (char *words = arrow + 2, *w; *(w = word(c, &words));)
        article->words[next(c, &article->word_count, MAX_WORDS, "words")] = w;
    add_phrases(c, article->words, &article->word_count, MAX_WORDS);
}

static bool has_article(const struct form *form, const char *role)
{
    for (int i = 0; i < form->article_count; i++)
        if (strcmp(form->articles[i].role, role) == 0)
            return true;
    return false;
}

static void read_order(struct compiler *c, struct form *form, char *rest)
{
    for (char *role; *(role = word(c, &rest));) {
        if (!has_article(form, role))
            fail(c, "no article of this role", role);
        for (int i = 0; i < form->order_count; i++)
            if (strcmp(form->order[i], role) == 0)
                fail(c, "twice in the order", role);
        form->order[next(c, &form->order_count, MAX_ROLES, "roles")] = role;
    }
}

/* "2019-2020", "2021-" */
static void read_years(struct compiler *c, struct form *form, char *rest)
{
    int used = 0;
    char *years = need(c, &rest, "years");
    if (sscanf(years, "%4d-%n%4d%n", &form->first_year, &used, &form->last_year, &used) < 1 || !used || years[used])
        fail(c, "no years", years);
    end_line(c, rest);
}

static void read_form_line(struct compiler *c, struct form *form, const char *key, char *rest)
{
    if (strcmp(key, "name") == 0)
        form->name = copy(c, rest, rest + strlen(rest));
    else if (strcmp(key, "notice") == 0)
        form->notice = copy(c, rest, rest + strlen(rest));
    else if (strcmp(key, "years") == 0)
        read_years(c, form, rest);
    else if (strcmp(key, "order") == 0)
        read_order(c, form, rest);
    else if (strcmp(key, "article") == 0)
        read_article(c, form, rest);
    else
        fail(c, "unknown word", key);
}

/* Two rows of one table, or two columns of one part, whose labels are one, or whose IDs are. */
static void check_twins(const struct compiler *c, const char *id, const char *other_id, const struct names *names,
                        const struct names *others)
{
    if (strcmp(id, other_id) == 0)
        fail(c, "the same ID again", id);
    for (int i = 0; i < names->count; i++)
        for (int k = 0; k < others->count; k++)
            if (wording_label(c, names->name[i]) == wording_label(c, others->name[k]))
                fail(c, "the same label again", names->name[i]);
}

static void read_column(struct compiler *c, struct table *table, char *rest)
{
    if (!c->part_open) {
        c->first_column = table->column_count;
        c->part_open = true;
    }
    int i = next(c, &table->column_count, MAX_COLUMNS, "columns");
    struct column *column = &table->columns[i];
    column->id = need(c, &rest, "ID");
    column->type = need(c, &rest, "type");
    char *colon = strchr(column->type, ':');
    column->unit = colon ? colon + 1 : "";
    if (colon)
        *colon = '\0';
    if (!type_named(column->type))
        fail(c, "unknown type", column->type);
    if (colon && strcmp(column->type, "money") != 0)
        fail(c, "only money has a unit; found", column->unit);
    column->names = names(c, rest);
    use(c, column->names, HEADER, -1, i);
    for (int k = c->first_column; k < i; k++)
        check_twins(c, column->id, table->columns[k].id, &column->names, &table->columns[k].names);
}

static char *join(struct compiler *c, const char *one, const char *other)
{
    return arena_printf(c->arena, "%s%s", one, other);
}

static int column_index(struct compiler *c, const struct table *table, const char *id)
{
    for (int i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, id) == 0)
            return i;
    fail(c, "unknown column", id);
    return -1;
}

/* FIRST..LAST LABEL: a label that spans the columns from the one to the other. */
static void read_span(struct compiler *c, const struct table *table, char *rest)
{
    char *range = word(c, &rest), *dots = strstr(range, "..");
    if (!dots)
        fail(c, "span without ..", range);
    *dots = '\0';
    int first = column_index(c, table, range), last = column_index(c, table, dots + 2);
    struct names labels = names(c, rest);
    int form = c->form_count - 1, of = c->forms[form].table_count - 1;
    for (int i = 0; i < labels.count; i++)
        add_use(c, (struct use){wording_id(c, labels.name[i], CAPTION), form, of, -1, -1, CAPTION, first, last - first + 1, 0});
}

/* Rows of a table whose labels may come again are told by their order. */
static void check_row(const struct compiler *c, const struct table *table, const struct row *row)
{
    static const struct names no_names;
    for (const struct row *other = table->rows; other != row; other++)
        check_twins(c, row->id, other->id, table->again ? &no_names : &row->names, &other->names);
}

static void read_row(struct compiler *c, struct table *table, char *rest)
{
    int i = next(c, &table->row_count, MAX_ROWS, "rows");
    struct row *row = &table->rows[i];
    row->id = need(c, &rest, "ID");
    row->names = names(c, rest);
    row->heading = table->across && c->group ? c->group : c->part ? c->part : "";
    row->group = !table->across && c->group ? c->group : "";
    row->first_column = c->first_column;
    row->column_count = table->column_count - c->first_column;
    use(c, row->names, table->across ? HEADER : ROW, i, -1);
    check_row(c, table, row);
    if (!row->column_count)
        fail(c, "a row before any column", row->id);
    for (int n = 0; n < row->names.count && *row->heading && table->across; n++) {
        int form = c->form_count - 1, of = c->forms[form].table_count - 1; /* a row that stands for itself */
        int label = wording_id(c, join(c, row->heading, row->names.name[n]), HEADER);
        add_use(c, (struct use){label, form, of, i, -1, HEADER, 0, 0, 1});
    }
    c->part_open = false;
}

static void read_relation(struct compiler *c, struct table *table, char *rest)
{
    struct relation *relation = &table->relations[next(c, &table->relation_count, MAX_RELATIONS, "relations")];
    relation->rule = need(c, &rest, "rule");
    if (!is_relation_rule(relation->rule))
        fail(c, "no rule for relations", relation->rule);
    relation->file = c->file;
    relation->line = c->line;
    const char *over = need(c, &rest, "rows or columns");
    relation->by_rows = strcmp(over, "rows") == 0;
    if (!relation->by_rows && strcmp(over, "columns") != 0)
        fail(c, "neither rows nor columns", over);
    relation->equation = copy(c, rest, rest + strlen(rest));
}

static void read_table_line(struct compiler *c, struct table *table, const char *key, char *rest)
{
    if (strcmp(key, "across") == 0) {
        table->across = true;
        end_line(c, rest);
    } else if (strcmp(key, "again") == 0) {
        table->again = true;
        end_line(c, rest);
    } else if (strcmp(key, "head") == 0) {
        use(c, names(c, rest), CAPTION, -1, -1);
    } else if (strcmp(key, "note") == 0) {
        use(c, names(c, rest), NOTE, -1, -1);
    } else if (strcmp(key, "part") == 0) {
        struct names part = names(c, rest);
        c->part = part.name[0];
        use(c, part, CAPTION, table->row_count, -1);
    } else if (strcmp(key, "group") == 0) {
        struct names group = names(c, rest);
        c->group = strcmp(group.name[0], "-") == 0 ? NULL : group.name[0];
        if (c->group)
            use(c, group, table->across ? HEADER : GROUP, table->row_count, -1);
    } else if (strcmp(key, "column") == 0) {
        read_column(c, table, rest);
    } else if (strcmp(key, "span") == 0) {
        read_span(c, table, rest);
    } else if (strcmp(key, "row") == 0) {
        read_row(c, table, rest);
    } else if (strcmp(key, "relation") == 0) {
        read_relation(c, table, rest);
    } else {
        fail(c, "unknown word", key);
    }
}

static struct table *open_table(struct compiler *c, struct form *form, char *rest)
{
    struct table *table = &form->tables[next(c, &form->table_count, MAX_TABLES, "tables")];
    table->id = need(c, &rest, "ID");
    table->title = copy(c, rest, rest + strlen(rest));
    if (!*table->title)
        fail(c, "a table without title", table->id);
    for (int i = 0; i + 1 < form->table_count; i++)
        if (strcmp(form->tables[i].id, table->id) == 0)
            fail(c, "the same ID again", table->id);
    c->part = c->group = NULL;
    c->part_open = false;
    c->first_column = 0;
    return table;
}

static struct form *open_form(struct compiler *c, char *rest)
{
    struct form *form = &c->forms[next(c, &c->form_count, MAX_FORMS, "forms")];
    form->id = need(c, &rest, "ID");
    for (int i = 0; i + 1 < c->form_count; i++)
        if (strcmp(c->forms[i].id, form->id) == 0)
            fail(c, "the same ID again", form->id);
    end_line(c, rest);
    return form;
}

/* The form that an annex adds tables to: the one read last, whose tables are numbered still. */
static struct form *open_annex(struct compiler *c, char *rest)
{
    char *id = need(c, &rest, "ID");
    struct form *form = c->form_count ? &c->forms[c->form_count - 1] : NULL;
    if (!form || strcmp(form->id, id) != 0)
        fail(c, "an annex belongs to the form before it; found", id);
    end_line(c, rest);
    return form;
}

/* Where the reader stands in a file: in which form, in which of its tables (NULL: in none); `annex`: of which it is an annex. */
struct place {
    struct form *form;
    struct table *table;
    bool annex;
};

static void read_line(struct compiler *c, struct place *at, char *line)
{
    char *rest = line, *key = word(c, &rest);
    bool begins = strcmp(key, "form") == 0 || strcmp(key, "table") == 0 || strcmp(key, "annex") == 0;
    if (!*key || *key == '#')
        return;
    if (begins && at->table)
        fail(c, "a table without end", at->table->id);
    if (strcmp(key, "form") == 0) {
        at->form = open_form(c, rest);
        at->annex = false;
    } else if (strcmp(key, "annex") == 0) {
        at->form = open_annex(c, rest);
        at->annex = true;
    } else if (!at->form) {
        fail(c, "the first line must be: form ID; found", key);
    } else if (strcmp(key, "table") == 0) {
        at->table = open_table(c, at->form, rest);
        at->table->annex = at->annex;
    } else if (at->table && strcmp(key, "end") == 0) {
        end_line(c, rest);
        at->table = NULL;
    } else if (at->table) {
        read_table_line(c, at->table, key, rest);
    } else if (!at->annex || strcmp(key, "notice") != 0) {
        read_form_line(c, at->form, key, rest);
    }
}

static void read_file(struct compiler *c, const char *file)
{
    FILE *in = fopen(file, "r");
    c->file = file;
    c->line = 0;
    if (!in)
        fail(c, "cannot be opened", file);
    struct place at = {NULL, NULL, false};
    char line[LONGEST_LINE];
    while (fgets(line, sizeof line, in)) {
        c->line++;
        if (strlen(line) == sizeof line - 1)
            fail(c, "line too long", "4096 bytes");
        line[strcspn(line, "\r\n")] = '\0';
        read_line(c, &at, line);
    }
    if (at.table)
        fail(c, "a table without end", at.table->id);
    if (!at.form || !at.form->name || !at.form->notice || !at.form->first_year)
        fail(c, "a form needs name, notice and years", at.form ? at.form->id : "no form");
    fclose(in);
}

/* ---- the phrases of other places ---- */

static void write_texts(char *const *texts, int count)
{
    for (int i = 0; i < count; i++)
        puts(texts[i]);
}

static void write_all_texts(const struct compiler *c)
{
    for (int i = 0; i < c->wording_count; i++)
        puts(c->wordings[i].text);
    for (int f = 0; f < c->form_count; f++)
        for (int a = 0; a < c->forms[f].article_count; a++) {
            const struct article *article = &c->forms[f].articles[a];
            write_texts(article->titles.name, article->titles.count);
            write_texts(article->words, article->word_count);
        }
}

/* The next line, without its end and in simplified characters. NULL: there is none. */
static char *read_text(struct compiler *c, FILE *in)
{
    char line[LONGEST_LINE];
    if (!fgets(line, sizeof line, in))
        return NULL;
    line[strcspn(line, "\r\n")] = '\0';
    fold(line, strlen(line));
    return arena_strdup(c->arena, line);
}

/* Of two files with the same texts line by line, those that differ. */
static void read_phrases(struct compiler *c, const char *labels, const char *file)
{
    FILE *official = fopen(labels, "r"), *turned = fopen(file, "r");
    c->file = file;
    c->line = 0;
    if (!official || !turned)
        fail(c, "cannot be opened", official ? file : labels);
    for (char *text; (text = read_text(c, official));) {
        c->line++;
        char *phrase = read_text(c, turned);
        if (!phrase)
            fail(c, "fewer lines than", labels);
        if (strcmp(text, phrase) != 0)
            c->phrases[next(c, &c->phrase_count, MAX_PHRASES, "phrases")] = (struct phrase){text, phrase};
    }
    fclose(official);
    fclose(turned);
}

/* ---- scanner rules ---- */

static size_t utf8_length(char first)
{
    unsigned char c = (unsigned char)first;
    return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* Punctuation that people write in several ways, or leave out. The shadow that is scanned has ASCII's for full-width forms. */
static const struct {
    const char *mark, *pattern;
    bool may_miss;
} variants[] = {
    {"“", "(\"“\"|\"”\"|\"\\\"\"|\"「\"|\"『\"|\"‘\"|\"'\")", true},
    {"”", "(\"”\"|\"“\"|\"\\\"\"|\"」\"|\"』\"|\"’\"|\"'\")", true},
    {"、", "(\"、\"|[,.])", true},
    {",", "(\"、\"|[,;])", true},
    {":", "\":\"", true},
    {".", "(\"、\"|[.,])", false},
    {"/", "(\"、\"|\"/\")", true},
    {")", "\")\"{F}", false}, /* a label may end in a full-width bracket, whose other bytes are fillers in the shadow */
};

/* The character that stands at `at`. If it may be missing at the end of a label, so may the gap before it, which is written here.
 */
static void write_character(const char *at, size_t length)
{
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (strlen(variants[i].mark) == length && strncmp(at, variants[i].mark, length) == 0) {
            printf(!variants[i].may_miss ? "%s" : at[length] ? "%s?" : "({G}%s)?", variants[i].pattern);
            return;
        }
    printf("\"%.*s\"", (int)length, at);
}

/* The bytes of the enumerator that a label opens with: "(一)", "1.", "一、". */
static size_t enumerator_length(const char *label)
{
    size_t length = *label == '(' ? strcspn(label, ")") + 1 : isdigit((unsigned char)*label) ? strspn(label, "0123456789.") : 0;
    if (!length) {
        const char *comma = strstr(label, "、");
        if (comma && comma - label == 3)
            length = 6;
    }
    return length < strlen(label) ? length : 0;
}

/* A lost enumerator does not matter where the words are long enough to stand for themselves ("总计" and "其他" are not). */
static bool may_lose_enumerator(const char *label)
{
    size_t enumerator = enumerator_length(label);
    return enumerator && strlen(label + enumerator) > strlen("其他处理") - 1 && label[enumerator] != '[';
}

/* Whether a phrase is what another place says for the label, character for character: the label's pattern has it beside its own.
 */
static bool is_parallel(const struct phrase *phrase, const char *label)
{
    return strcmp(phrase->official, label) == 0 && strlen(phrase->turned) == strlen(label);
}

static bool is_written_beside(const struct compiler *c, const char *text)
{
    for (int i = 0; i < c->phrase_count; i++)
        if (strcmp(c->phrases[i].turned, text) == 0 && is_parallel(&c->phrases[i], c->phrases[i].official))
            return true;
    return false;
}

/* The character at `at`, or what stands there in the phrases. flex has no room for a pattern of each. */
static void write_characters(const struct compiler *c, const char *label, const char *at, size_t length)
{
    const char *other = NULL;
    for (int i = 0; i < c->phrase_count && !other; i++)
        if (is_parallel(&c->phrases[i], label) && strncmp(c->phrases[i].turned + (at - label), at, length) != 0)
            other = c->phrases[i].turned + (at - label);
    if (other)
        printf("(\"%.*s\"|\"%.*s\")", (int)length, at, (int)length, other);
    else
        write_character(at, length);
}

/* A pattern for the label with gaps between its characters; [ ] enclose what may be missing. */
static void write_pattern(const struct compiler *c, const char *label)
{
    size_t enumerator = enumerator_length(label);
    bool optional = may_lose_enumerator(label);
    if (optional)
        putchar('(');
    for (const char *at = label; *at;) {
        if (optional && at == label + enumerator)
            fputs(")?", stdout);
        size_t length = utf8_length(*at);
        if (*at == '[') {
            putchar('(');
        } else if (*at == ']') {
            fputs(")?", stdout);
        } else {
            write_characters(c, label, at, length);
            if (at[length] && at[length] != '[' && at[length] != ']' && strcmp(at + length, "”") != 0)
                fputs("{G}", stdout);
        }
        at += length;
        if (*at == '[')
            fputs("({G}", stdout), at++;
    }
}

/* Whether an earlier article, of this form or another, has the same title: flex wants each rule once. */
static bool title_seen(const struct compiler *c, int form, int article, int title)
{
    const char *text = c->forms[form].articles[article].titles.name[title];
    for (int f = 0; f <= form; f++)
        for (int a = 0; a < c->forms[f].article_count; a++)
            for (int t = 0; t < c->forms[f].articles[a].titles.count; t++) {
                if (f == form && a == article && t == title)
                    return false;
                if (strcmp(c->forms[f].articles[a].titles.name[t], text) == 0)
                    return true;
            }
    return false;
}

static void write_rules(const struct compiler *c)
{
    for (int f = 0; f < c->form_count; f++)
        for (int a = 0; a < c->forms[f].article_count; a++)
            for (int t = 0; t < c->forms[f].articles[a].titles.count; t++) {
                if (title_seen(c, f, a, t) || is_written_beside(c, c->forms[f].articles[a].titles.name[t]))
                    continue;
                fputs("<LINE,GLUE>({ENUMERATOR}{G})?", stdout);
                write_pattern(c, c->forms[f].articles[a].titles.name[t]);
                fputs(" { RETURN(official_heading(yyscanner)); }\n", stdout);
            }
}

/* ---- binding tables ---- */

/* The label as the form prints it: without [ ]. */
static void write_string(const char *text)
{
    putchar('"');
    for (; *text; text++)
        if (*text != '[' && *text != ']') {
            if (*text == '"' || *text == '\\')
                putchar('\\');
            putchar(*text);
        }
    putchar('"');
}

static int find_row(const struct table *table, const struct relation *relation, const char *id)
{
    for (int i = 0; i < table->row_count; i++)
        if (strcmp(table->rows[i].id, id) == 0)
            return i;
    fail_at(relation->file, relation->line, "relation names an unknown row", id);
    return -1;
}

static int find_column(const struct table *table, const struct relation *relation, const char *id)
{
    for (int i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, id) == 0)
            return i;
    fail_at(relation->file, relation->line, "relation names an unknown column", id);
    return -1;
}

struct term {
    int sign, index;
};

struct terms {
    struct term term[MAX_TERMS];
    int count;
};

/* An operand of an equation: a row or a column, or all rows whose ID begins so. */
static void add_terms(const struct compiler *c, const struct table *table, const struct relation *relation, const char *operand,
                      int sign, struct terms *terms)
{
    size_t stem = strlen(operand) - 1;
    int before = terms->count;
    if (operand[stem] != '*' || relation->by_rows) {
        int index = relation->by_rows ? find_column(table, relation, operand) : find_row(table, relation, operand);
        terms->term[next(c, &terms->count, MAX_TERMS, "terms")] = (struct term){sign, index};
        return;
    }
    for (int i = 0; i < table->row_count; i++)
        if (strncmp(table->rows[i].id, operand, stem) == 0)
            terms->term[next(c, &terms->count, MAX_TERMS, "terms")] = (struct term){sign, i};
    if (terms->count == before)
        fail_at(relation->file, relation->line, "relation names an unknown row", operand);
}

/* "a = b + c.*": +a, -b, -c.x, -c.y; operands with one sign between each two, one of them =. */
static struct terms parse_equation(const struct compiler *c, const struct table *table, const struct relation *relation)
{
    struct terms terms = {.count = 0};
    int sign = 1, side = 1;
    bool operand = true;
    char *text = relation->equation;
    for (char *w; *(w = word(c, &text)); operand = !operand) {
        if (operand) {
            add_terms(c, table, relation, w, sign * side, &terms);
        } else if (strcmp(w, "=") == 0 && side == 1) {
            side = -1;
            sign = 1;
        } else if (strcmp(w, "+") == 0 || strcmp(w, "-") == 0) {
            sign = *w == '+' ? 1 : -1;
        } else {
            fail_at(relation->file, relation->line, "no sign of an equation", w);
        }
    }
    if (operand || side == 1)
        fail_at(relation->file, relation->line, "an equation that is not whole", relation->equation);
    return terms;
}

static void write_relation_terms(const struct compiler *c, int f, int t, int r)
{
    const struct table *table = &c->forms[f].tables[t];
    const struct relation *relation = &table->relations[r];
    struct terms terms = parse_equation(c, table, relation);
    int instances = relation->by_rows ? table->row_count : table->column_count;
    for (int i = 0; i < instances; i++) {
        printf("static const struct nb_form_term terms_%d_%d_%d_%d[] = {", f, t, r, i);
        for (int k = 0; k < terms.count; k++)
            printf("{%d, %d, %d}, ", terms.term[k].sign, relation->by_rows ? i : terms.term[k].index,
                   relation->by_rows ? terms.term[k].index : i);
        puts("};");
    }
}

static void write_table_parts(const struct compiler *c, int f, int t)
{
    const struct table *table = &c->forms[f].tables[t];
    printf("static const struct nb_form_column columns_%d_%d[] = {\n", f, t);
    for (int i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        printf("    {\"%s\", ", column->id);
        write_string(column->names.name[0]);
        printf(", %s, \"%s\"},\n", type_named(column->type), column->unit);
    }
    printf("};\nstatic const struct nb_form_row rows_%d_%d[] = {\n", f, t);
    for (int i = 0; i < table->row_count; i++) {
        const struct row *row = &table->rows[i];
        printf("    {\"%s\", ", row->id);
        write_string(row->names.name[0]);
        fputs(", ", stdout);
        write_string(row->heading);
        fputs(", ", stdout);
        write_string(row->group);
        printf(", columns_%d_%d + %d, %d},\n", f, t, row->first_column, row->column_count);
    }
    puts("};");
    for (int r = 0; r < table->relation_count; r++)
        write_relation_terms(c, f, t, r);
    if (!table->relation_count)
        return;
    printf("static const struct nb_form_relation relations_%d_%d[] = {\n", f, t);
    for (int r = 0; r < table->relation_count; r++)
        for (int i = 0; i < (table->relations[r].by_rows ? table->row_count : table->column_count); i++)
            printf("    {\"%s\", terms_%d_%d_%d_%d, sizeof terms_%d_%d_%d_%d / sizeof *terms_%d_%d_%d_%d},\n",
                   table->relations[r].rule, f, t, r, i, f, t, r, i, f, t, r, i);
    puts("};");
}

static void write_tables_of(const struct compiler *c, int f)
{
    const struct form *form = &c->forms[f];
    for (int t = 0; t < form->table_count; t++)
        write_table_parts(c, f, t);
    if (!form->table_count)
        return;
    printf("static const struct nb_form_table tables_%d[] = {\n", f);
    for (int t = 0; t < form->table_count; t++) {
        const struct table *table = &form->tables[t];
        printf("    {\"%s\", ", table->id);
        write_string(table->title);
        printf(", %s, %s, rows_%d_%d, %d, ", table->across ? "true" : "false", table->annex ? "true" : "false", f, t,
               table->row_count);
        int instances = 0;
        for (int r = 0; r < table->relation_count; r++)
            instances += table->relations[r].by_rows ? table->row_count : table->column_count;
        if (instances)
            printf("relations_%d_%d, %d},\n", f, t, instances);
        else
            puts("NULL, 0},");
    }
    puts("};");
}

static void write_articles_of(const struct compiler *c, int f)
{
    const struct form *form = &c->forms[f];
    printf("static const struct nb_form_article articles_%d[] = {\n", f);
    for (int a = 0; a < form->article_count; a++) {
        printf("    {\"%s\", ", form->articles[a].role);
        write_string(form->articles[a].titles.name[0]);
        fputs(", {", stdout);
        for (int w = 0; w < form->articles[a].word_count; w++)
            printf("\"%s\", ", form->articles[a].words[w]);
        puts("NULL}},");
    }
    printf("};\nstatic const char *const order_%d[] = {", f);
    for (int i = 0; i < form->order_count; i++)
        printf("\"%s\", ", form->order[i]);
    puts("NULL};");
}

static void write_forms(const struct compiler *c)
{
    puts("const struct nb_form form_table[] = {");
    for (int f = 0; f < c->form_count; f++) {
        const struct form *form = &c->forms[f];
        printf("    {\"%s\", \"%s\", \"%s\", %d, %d, articles_%d, %d, order_%d, ", form->id, form->name, form->notice,
               form->first_year, form->last_year, f, form->article_count, f);
        if (form->table_count)
            printf("tables_%d, %d},\n", f, form->table_count);
        else
            puts("NULL, 0},");
    }
    printf("};\nconst size_t form_count = %d;\n\n", c->form_count);
}

static void write_labels(const struct compiler *c)
{
    puts("const struct form_label form_labels[] = {");
    for (int i = 0; i < c->label_count; i++) {
        fputs("    {", stdout);
        write_string(c->labels[i].text);
        int first = 0, count = 0;
        for (int u = 0; u < c->use_count; u++)
            count += c->uses[u].label == i;
        for (int u = 0; u < c->use_count; u++)
            first += c->uses[u].label < i;
        printf(", %s, %d, %d},\n", class_names[c->labels[i].class], first, count);
    }
    printf("};\nconst size_t form_label_count = %d;\n\nconst struct form_use form_uses[] = {\n", c->label_count);
    for (int i = 0; i < c->label_count; i++)
        for (int u = 0; u < c->use_count; u++)
            if (c->uses[u].label == i)
                printf("    {%s, %d, %d, %d, %d, %d, %d},\n", class_names[c->uses[u].class], c->uses[u].form, c->uses[u].table,
                       c->uses[u].row, c->uses[u].column, c->uses[u].first, c->uses[u].count);
    puts("};");
}

/* ---- the lexicon ---- */

/* What a use makes of its label. */
static unsigned kinds_of(const struct use *use)
{
    if (use->column >= 0)
        return WORD_COLUMN;
    if (use->whole)
        return WORD_WHOLE;
    switch (use->class) {
    case ROW:
        return WORD_ROW;
    case GROUP:
        return WORD_GROUP;
    case HEADER:
        return WORD_SPAN;
    case NOTE:
        return WORD_SPAN | WORD_NOTE;
    case CAPTION:
        break;
    }
    return use->row >= 0 ? WORD_PART : WORD_SPAN;
}

static unsigned kinds_of_label(const struct compiler *c, int label)
{
    unsigned kinds = 0;
    for (int u = 0; u < c->use_count; u++)
        kinds |= c->uses[u].label == label ? kinds_of(&c->uses[u]) : 0;
    return kinds;
}

/* Rows are numbered through the tables of a form, so that neighbours have neighbouring numbers; of several forms the last counts.
 */
static int row_number(const struct compiler *c, int label)
{
    int number = 0;
    for (int u = 0; u < c->use_count; u++)
        if (c->uses[u].label == label && kinds_of(&c->uses[u]) == WORD_ROW)
            number = c->uses[u].table * (MAX_ROWS + 1) + c->uses[u].row + 1;
    return number;
}

static void copy_uses(struct compiler *c, int from, int to)
{
    for (int u = c->use_count; u-- > 0;)
        if (c->uses[u].label == from) {
            struct use use = c->uses[u];
            use.label = to;
            add_use(c, use);
        }
}

/* A label of its own for what is left of several labels when their enumerators are lost: it may be any of them. */
static void share_key(struct compiler *c, struct key *key, int other)
{
    int id = next(c, &c->label_count, MAX_LABELS, "labels");
    enum class class = c->labels[key->label].class, second = c->labels[other].class;
    c->labels[id] = (struct label){key->text, class < second ? class : second, id};
    copy_uses(c, key->label, id);
    copy_uses(c, other, id);
    key->label = id;
}

/* Each wording also without its enumerator, with and without what stands in [ ]. A label that has none goes first. A note's
 * number tells it from the same words as the heading of an article (三、依申请公开情况 in a table, 三 依申请公开情况 in prose).
 */
static void add_lost_enumerators(struct compiler *c)
{
    for (int i = 0; i < c->wording_count; i++) {
        const char *text = c->wordings[i].text, *rest = text + enumerator_length(text);
        if (!may_lose_enumerator(text) || c->labels[c->wordings[i].label].class == NOTE)
            continue;
        char *keys[] = {key_of(c, rest, strlen(rest)), key_of(c, rest, strcspn(rest, "["))};
        for (int k = 0; k < 2; k++) {
            struct key *known = find_key(c, keys[k]);
            if (!known || known->label == c->wordings[i].label)
                add_key(c, (struct key){keys[k], c->wordings[i].label, strcmp(keys[k], keys[1]) != 0, true});
            else if (known->lost)
                share_key(c, known, c->wordings[i].label);
        }
    }
}

/* ---- labels with the label over them in one cell ---- */

/* The label of a joined text; `label`: the one it has, -1: a new one. A text that is a label itself, or may be several, is none.
 */
static int join_label(struct compiler *c, const char *over, const char *text, int label)
{
    char *joined = join(c, over, text), *key = key_of(c, joined, strlen(joined));
    for (int i = 0; i < c->joined_count; i++)
        if (strcmp(c->joined[i].text, key) == 0)
            return c->joined[i].label;
    if (find_key(c, key))
        return -1;
    if (label < 0) {
        label = next(c, &c->label_count, MAX_LABELS, "labels");
        c->labels[label] = (struct label){joined, HEADER, label};
    }
    c->joined[next(c, &c->joined_count, MAX_KEYS, "joined labels")] = (struct key){key, label, true, false};
    return label;
}

/* A row behind the label of its group, each with its enumerator or without: (三)不予公开-1.属于国家秘密. */
static void join_group(struct compiler *c, const struct row *row)
{
    for (int n = 0; n < row->names.count && *row->group; n++) {
        char *name = row->names.name[n];
        int label = wording_label(c, name);
        for (int way = 0; way < 8; way++) {
            const char *group = row->group + (way & 1 ? enumerator_length(row->group) : 0);
            char *rest = name + (way & 2 ? enumerator_length(name) : 0);
            join_label(c, group, way & 4 ? copy(c, rest, rest + strcspn(rest, "[")) : rest, label);
        }
    }
}

/* A column of an across table behind the label of a row, with that row's heading or without: it is both. */
static void join_column(struct compiler *c, struct use use, const char *row, const struct column *column)
{
    for (int n = 0; n < column->names.count; n++) {
        int label = join_label(c, row, column->names.name[n], -1);
        if (label < 0)
            continue;
        add_use(c, (struct use){label, use.form, use.table, use.row, -1, HEADER, 0, 0, 0});
        add_use(c, (struct use){label, use.form, use.table, -1, use.column, HEADER, 0, 0, 0});
    }
}

static void join_row(struct compiler *c, int form, int table, int row)
{
    const struct table *of = &c->forms[form].tables[table];
    const struct row *at = &of->rows[row];
    for (int i = 0; i < of->column_count && of->across; i++)
        for (int n = 0; n < at->names.count; n++) {
            struct use use = {.form = form, .table = table, .row = row, .column = i};
            join_column(c, use, at->names.name[n], &of->columns[i]);
            if (*at->heading)
                join_column(c, use, join(c, at->heading, at->names.name[n]), &of->columns[i]);
        }
}

/* A column behind labels that stand over it, from the one next to it up: 法人或其他组织-商业企业,
 * 申请人情况-法人或其他组织-商业企业. */
static void join_spans(struct compiler *c, int form, int table, int column, char *text, int label, int above)
{
    for (int u = above; u-- > 0;) {
        const struct use *use = &c->uses[u];
        bool spans = use->count ? column >= use->first && column < use->first + use->count : use->row < 0;
        if (use->form != form || use->table != table || use->class != CAPTION || !spans)
            continue;
        char *joined = join(c, c->labels[use->label].text, text);
        join_label(c, "", joined, label);
        join_spans(c, form, table, column, joined, label, u);
    }
}

static void join_columns(struct compiler *c, int form, int table)
{
    const struct table *of = &c->forms[form].tables[table];
    for (int i = 0; i < of->column_count; i++)
        for (int n = 0; n < of->columns[i].names.count; n++)
            join_spans(c, form, table, i, of->columns[i].names.name[n], wording_label(c, of->columns[i].names.name[n]),
                       c->use_count);
}

static void add_joined_labels(struct compiler *c)
{
    for (int f = 0; f < c->form_count; f++)
        for (int t = 0; t < c->forms[f].table_count; t++, join_columns(c, f, t - 1))
            for (int r = 0; r < c->forms[f].tables[t].row_count; r++) {
                join_group(c, &c->forms[f].tables[t].rows[r]);
                join_row(c, f, t, r);
            }
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct key *)a)->text, ((const struct key *)b)->text);
}

/* How many of the sorted keys stand before each heap. */
static void write_starts(const char *name, const struct key *keys, int count)
{
    int before = 0;
    printf("static const unsigned short %s_starts[] = {", name);
    for (unsigned start = 0; start <= LEXICON_STARTS; start++) {
        while (before < count && ((unsigned char)*keys[before].text < 0xE4 || lexicon_start(keys[before].text) < start))
            before++;
        printf("%s%d,", start % 24 ? " " : "\n    ", before);
    }
    puts("\n};");
}

/* The keys, sorted. Returns the length of the longest. */
static size_t write_words(const struct compiler *c, const char *name, struct key *keys, int count)
{
    size_t longest = 0;
    qsort(keys, (size_t)count, sizeof *keys, by_key);
    printf("\nstatic const struct lexicon_word %s[] = {\n", name);
    for (const struct key *key = keys; key < keys + count; key++) {
        size_t length = strlen(key->text);
        longest = length > longest ? length : longest;
        printf("    {\"%s\", %u, %d, %d, %d, UINT64_C(%#" PRIx64 ")},\n", key->text,
               kinds_of_label(c, key->label) | (key->is_long ? WORD_LONG : 0), row_number(c, key->label), key->label,
               c->labels[key->label].sense, lexicon_letters(key->text, length));
    }
    puts("};");
    write_starts(name, keys, count);
    return longest;
}

static void write_lexicon(struct compiler *c)
{
    size_t word = write_words(c, "words", c->keys, c->key_count), joined = write_words(c, "joined", c->joined, c->joined_count);
    printf("enum { word_count = %d, joined_count = %d, longest_word = %zu };\n", c->key_count, c->joined_count,
           word > joined ? word : joined);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The keys of the articles' titles, sorted, each once. */
static void write_titles(struct compiler *c)
{
    char *keys[MAX_WORDINGS];
    int count = 0;
    for (int f = 0; f < c->form_count; f++)
        for (int a = 0; a < c->forms[f].article_count; a++)
            for (int t = 0; t < c->forms[f].articles[a].titles.count; t++) {
                const char *title = c->forms[f].articles[a].titles.name[t];
                char *key = arena_alloc(c->arena, strlen(title) + 1);
                lexicon_key(title, strlen(title), key);
                keys[next(c, &count, MAX_WORDINGS, "titles")] = key;
            }
    qsort(keys, (size_t)count, sizeof *keys, by_text);
    puts("static const char *const titles[] = {");
    int kept = 0;
    uint64_t letters = 0;
    for (int i = 0; i < count; i++) {
        letters |= lexicon_letters(keys[i], 1);
        if (i == 0 || strcmp(keys[i], keys[i - 1]) != 0)
            kept += printf("    \"%s\",\n", keys[i]) > 0;
    }
    printf("};\nconst struct lexicon form_lexicon = {words, word_count, joined, joined_count, longest_word, titles, %d, "
           "words_starts, joined_starts, UINT64_C(%#" PRIx64 ")};\n",
           kept, letters);
}

static void write_tables(struct compiler *c)
{
    add_lost_enumerators(c);
    add_joined_labels(c);
    puts("/* tables.c - made by formc from the form files. */\n#include \"forms.h\"\n");
    for (int f = 0; f < c->form_count; f++) {
        write_tables_of(c, f);
        write_articles_of(c, f);
    }
    write_forms(c);
    write_labels(c);
    write_lexicon(c);
    write_titles(c);
}

static void compile(struct compiler *c, const char *what, char **files, int count)
{
    int forms = 0;
    while (forms < count && strcmp(files[forms], "--phrases") != 0)
        forms++;
    for (int i = forms + 2; i < count; i++)
        read_phrases(c, files[forms + 1], files[i]);
    for (int i = 0; i < forms; i++)
        read_file(c, files[i]);
    if (strcmp(what, "--labels") == 0)
        write_all_texts(c);
    else if (strcmp(what, "--rules") == 0)
        write_rules(c);
    else
        write_tables(c);
}

int main(int argc, char **argv)
{
    if (argc < 3 || !has_name((char *[]){"--labels", "--rules", "--tables"}, 3, argv[1])) {
        fprintf(stderr, "usage: formc --labels|--rules|--tables FORM... [--phrases LABELS TURNED...]\n");
        return 2;
    }
    struct nb_arena *arena = arena_new();
    struct compiler *c = arena_alloc(arena, sizeof *c);
    c->arena = arena;
    compile(c, argv[1], argv + 2, argc - 2);
    arena_free(arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
