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
#include "forms.h"
#include "lexicon.h"
#include "nianbao.h"
#include "statements.h"
#include "text.h"
#include "width.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
struct names {
    char *name[MAX_NAMES];
    int count;
};

struct column {
    char *id, *type, *unit;
    struct names names;
};

struct row {
    char *id, *heading, *group, *outer;
    struct names names;
    int first_column, column_count;
};

struct relation {
    char *rule, *equation;
    bool by_rows;
    struct place at; /* the names in it are looked up when all is read */
};

struct table {
    char *id, *title;
    bool across, annex, again, choice;
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

/* A key of the lexicon. `is_long`: with what stands in [ ]. */
struct key {
    char *text;
    int label;
    bool is_long;
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
    char *titles[MAX_WORDINGS]; /* of articles, each once */
    int title_count;
    struct phrase phrases[MAX_PHRASES];
    int phrase_count;
    struct place at;
    struct form *form;   /* that is being read; NULL: none yet in this file */
    struct table *table; /* of it, NULL: none is open */
    bool annex;          /* what is read is an annex of the form */
    int first_column;    /* of the part that is being read */
    bool part_open;
    char *part, *group, *outer; /* `outer`: the last group that stands in no other */
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
    const char *name;
    int number;
} rules[] = {
#define RULE(number, identifier, name, ...) {name, number},
#include "rules.def"
#undef RULE
};

/* The index of the thing with this name in an array whose things begin with their names. */
#define FIND(array, count, name) find(array, (int)(count), sizeof *(array), name)
#define FIND_ANY(array, name) find(array, (int)(sizeof(array) / sizeof *(array)), sizeof *(array), name)

/* An index that was looked for; a failure if it is -1. */
static int need_known(const struct place *at, int index, const char *message, const char *name)
{
    if (index < 0)
        fail(at, message, name);
    return index;
}

static bool is_relation_rule(const char *name)
{
    int rule = FIND_ANY(rules, name);
    return rule >= 0 && rules[rule].number >= FIRST_RELATION && rules[rule].number <= LAST_RELATION;
}

/* The next word, which must be there. */
static char *need(const struct compiler *c, char **text, const char *what)
{
    char *result = word(&c->at, text);
    if (!*result)
        fail(&c->at, "missing", what);
    return result;
}

static char *rest_of(const struct compiler *c, const char *text)
{
    return copy(&c->at, text, text + strlen(text));
}

/* All that is left of the line is one word or none. */
static void end_line(const struct compiler *c, char *rest)
{
    char *more = word(&c->at, &rest);
    if (*more)
        fail(&c->at, "unknown word", more);
}

/* [ ] come in pairs, at most one in a label. */
static void check_brackets(const struct compiler *c, const char *name)
{
    const char *open = strchr(name, '['), *close = strchr(name, ']');
    if (!open != !close || (open && (close < open || strchr(open + 1, '[') || strchr(close + 1, ']'))))
        fail(&c->at, "brackets that do not pair", name);
}

/* Behind the names what other places say for each of them. */
static void add_phrases(const struct compiler *c, char **list, int *count, int limit)
{
    for (int i = 0, own = *count; i < own; i++)
        for (int k = 0; k < c->phrase_count; k++)
            if (strcmp(c->phrases[k].official, list[i]) == 0 && FIND(list, *count, c->phrases[k].turned) < 0)
                list[next(&c->at, count, limit, "wordings")] = c->phrases[k].turned;
}

/* "name | alias | alias" */
static struct names names(const struct compiler *c, const char *text)
{
    struct names result = {.count = 0};
    for (const char *start = text, *end;; start = end + 1) {
        end = start + strcspn(start, "|");
        char *name = copy(&c->at, start, end);
        if (!*name)
            fail(&c->at, "empty label", text);
        check_brackets(c, name);
        result.name[next(&c->at, &result.count, MAX_NAMES, "aliases")] = name;
        if (!*end)
            break;
    }
    add_phrases(c, result.name, &result.count, MAX_NAMES);
    return result;
}

/* ---- labels ---- */

/* The key of the label's first `length` bytes. */
static char *key_of(const struct compiler *c, const char *text, size_t length)
{
    char *key = arena_strndup(c->at.arena, text, length);
    key[lexicon_key(text, length, key)] = '\0';
    return key;
}

static struct key *find_key(struct compiler *c, const char *key)
{
    int i = FIND(c->keys, c->key_count, key);
    return i < 0 ? NULL : &c->keys[i];
}

static void add_key(struct compiler *c, struct key key)
{
    struct key *known = find_key(c, key.text);
    if (!known)
        c->keys[next(&c->at, &c->key_count, MAX_KEYS, "keys")] = key;
    else if (known->label == key.label)
        known->is_long &= key.is_long;
}

static int new_label(struct compiler *c, char *text, enum class class)
{
    int id = next(&c->at, &c->label_count, MAX_LABELS, "labels");
    c->labels[id] = (struct label){text, class, id};
    return id;
}

/* The label that the text's keys, with and without what stands in [ ], lead to; a new one if there is none yet. */
static int label_id(struct compiler *c, char *text, enum class class)
{
    char *keys[] = {key_of(c, text, strlen(text)), key_of(c, text, strcspn(text, "["))};
    struct key *known[] = {find_key(c, keys[0]), find_key(c, keys[1])};
    if (lexicon_start(keys[1]) == LEXICON_STARTS)
        fail(&c->at, "label without letters", text);
    if (known[0] && known[1] && known[0]->label != known[1]->label)
        fail(&c->at, "two labels in one", text);
    int id = known[0] ? known[0]->label : known[1] ? known[1]->label : new_label(c, text, class);
    if (class < c->labels[id].class)
        c->labels[id].class = class;
    for (int k = 0; k < 2; k++)
        add_key(c, (struct key){keys[k], id, strcmp(keys[k], keys[1]) != 0});
    return id;
}

/* The label of a text, which becomes one of its wordings. */
static int wording_id(struct compiler *c, char *text, enum class class)
{
    int id = label_id(c, text, class);
    if (FIND(c->wordings, c->wording_count, text) < 0)
        c->wordings[next(&c->at, &c->wording_count, MAX_WORDINGS, "wordings")] = (struct wording){text, id};
    return id;
}

static int wording_label(const struct compiler *c, const char *text)
{
    return c->wordings[FIND(c->wordings, c->wording_count, text)].label;
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
    c->uses[next(&c->at, &c->use_count, MAX_USES, "labels")] = use;
}

/* The text is a label in the table that is being read; `use` says which. */
static int use_text(struct compiler *c, char *text, struct use use)
{
    use.form = c->form_count - 1;
    use.table = c->form->table_count - 1;
    use.label = wording_id(c, text, use.class);
    add_use(c, use);
    return use.label;
}

static void use(struct compiler *c, struct names labels, enum class class, int row, int column)
{
    int first = 0;
    for (int i = 0; i < labels.count; i++) {
        int label = use_text(c, labels.name[i], (struct use){.class = class, .row = row, .column = column});
        first = i ? first : label;
        unite_senses(c, c->labels[first].sense, c->labels[label].sense);
    }
}

/* ---- reading ---- */

static void read_article(struct compiler *c, char *rest)
{
    struct article *article = &c->form->articles[next(&c->at, &c->form->article_count, MAX_ARTICLES, "articles")];
    article->role = need(c, &rest, "role");
    need_known(&c->at, FIND_ANY(roles, article->role), "unknown role", article->role);
    char *arrow = strstr(rest, "=>");
    if (!arrow)
        fail(&c->at, "article without => words", rest);
    *arrow = '\0';
    article->titles = names(c, rest);
    for (int i = 0; i < article->titles.count; i++) {
        if (strchr(article->titles.name[i], '['))
            fail(&c->at, "brackets in a title", article->titles.name[i]);
        if (FIND(c->titles, c->title_count, article->titles.name[i]) < 0)
            c->titles[next(&c->at, &c->title_count, MAX_WORDINGS, "titles")] = article->titles.name[i];
    }
    for (char *words = arrow + 2, *w; *(w = word(&c->at, &words));)
        article->words[next(&c->at, &article->word_count, MAX_WORDS, "words")] = w;
    add_phrases(c, article->words, &article->word_count, MAX_WORDS);
}

static void read_order(struct compiler *c, char *rest)
{
    struct form *form = c->form;
    for (char *role; *(role = word(&c->at, &rest));) {
        need_known(&c->at, FIND(form->articles, form->article_count, role), "no article of this role", role);
        if (FIND(form->order, form->order_count, role) >= 0)
            fail(&c->at, "twice in the order", role);
        form->order[next(&c->at, &form->order_count, MAX_ROLES, "roles")] = role;
    }
}

/* "2019-2020", "2021-" */
static void read_years(struct compiler *c, char *rest)
{
    int used = 0;
    char *years = need(c, &rest, "years");
    if (sscanf(years, "%4d-%n%4d%n", &c->form->first_year, &used, &c->form->last_year, &used) < 1 || !used || years[used])
        fail(&c->at, "no years", years);
    end_line(c, rest);
}

/* Two rows of one table, or two columns of one part, whose labels are one, or whose IDs are. */
static void check_twins(const struct compiler *c, const char *id, const char *other_id, const struct names *names,
                        const struct names *others)
{
    if (strcmp(id, other_id) == 0)
        fail(&c->at, "the same ID again", id);
    for (int i = 0; i < names->count; i++)
        for (int k = 0; k < others->count; k++)
            if (wording_label(c, names->name[i]) == wording_label(c, others->name[k]))
                fail(&c->at, "the same label again", names->name[i]);
}

static void read_column(struct compiler *c, char *rest)
{
    struct table *table = c->table;
    if (!c->part_open) {
        c->first_column = table->column_count;
        c->part_open = true;
    }
    int i = next(&c->at, &table->column_count, MAX_COLUMNS, "columns");
    struct column *column = &table->columns[i];
    column->id = need(c, &rest, "ID");
    column->type = need(c, &rest, "type");
    char *colon = strchr(column->type, ':');
    column->unit = colon ? colon + 1 : "";
    if (colon)
        *colon = '\0';
    need_known(&c->at, FIND_ANY(types, column->type), "unknown type", column->type);
    if (colon && strcmp(column->type, "money") != 0)
        fail(&c->at, "only money has a unit; found", column->unit);
    column->names = names(c, rest);
    use(c, column->names, HEADER, -1, i);
    for (int k = c->first_column; k < i; k++)
        check_twins(c, column->id, table->columns[k].id, &column->names, &table->columns[k].names);
}

static char *join(const struct compiler *c, const char *one, const char *other)
{
    return arena_printf(c->at.arena, "%s%s", one, other);
}

/* The row or column that has this ID, which must be there. */
static int row_index(const struct place *at, const struct table *table, const char *id)
{
    return need_known(at, FIND(table->rows, table->row_count, id), "unknown row", id);
}

static int column_index(const struct place *at, const struct table *table, const char *id)
{
    return need_known(at, FIND(table->columns, table->column_count, id), "unknown column", id);
}

/* FIRST..LAST LABEL: a label that spans the columns from the one to the other. */
static void read_span(struct compiler *c, char *rest)
{
    char *range = word(&c->at, &rest), *dots = strstr(range, "..");
    if (!dots)
        fail(&c->at, "span without ..", range);
    *dots = '\0';
    int first = column_index(&c->at, c->table, range), last = column_index(&c->at, c->table, dots + 2);
    struct names labels = names(c, rest);
    for (int i = 0; i < labels.count; i++)
        use_text(c, labels.name[i],
                 (struct use){.class = CAPTION, .row = -1, .column = -1, .first = first, .count = last - first + 1});
}

/* Rows of a table whose labels may come again are told by their order. */
static void check_row(const struct compiler *c, const struct row *row)
{
    static const struct names no_names;
    for (const struct row *other = c->table->rows; other != row; other++)
        check_twins(c, row->id, other->id, c->table->again ? &no_names : &row->names, &other->names);
}

static void read_row(struct compiler *c, char *rest)
{
    struct table *table = c->table;
    int i = next(&c->at, &table->row_count, MAX_ROWS, "rows");
    struct row *row = &table->rows[i];
    row->id = need(c, &rest, "ID");
    row->names = names(c, rest);
    row->heading = table->across && c->group ? c->group : c->part ? c->part : "";
    row->group = !table->across && c->group ? c->group : "";
    row->outer = !table->across && c->outer && c->outer != c->group ? c->outer : "";
    row->first_column = c->first_column;
    row->column_count = table->column_count - c->first_column;
    use(c, row->names, table->across ? HEADER : ROW, i, -1);
    check_row(c, row);
    if (!row->column_count)
        fail(&c->at, "a row before any column", row->id);
    for (int n = 0; n < row->names.count && *row->heading && table->across; n++) /* a row that stands for itself */
        use_text(c, join(c, row->heading, row->names.name[n]), (struct use){.class = HEADER, .row = i, .column = -1, .whole = 1});
    c->part_open = false;
}

static void read_relation(struct compiler *c, char *rest)
{
    struct table *table = c->table;
    struct relation *relation = &table->relations[next(&c->at, &table->relation_count, MAX_RELATIONS, "relations")];
    relation->rule = need(c, &rest, "rule");
    if (!is_relation_rule(relation->rule))
        fail(&c->at, "no rule for relations", relation->rule);
    relation->at = c->at;
    const char *over = need(c, &rest, "rows or columns");
    relation->by_rows = strcmp(over, "rows") == 0;
    if (!relation->by_rows && strcmp(over, "columns") != 0)
        fail(&c->at, "neither rows nor columns", over);
    relation->equation = rest_of(c, rest);
}

static void read_part(struct compiler *c, char *rest)
{
    struct names part = names(c, rest);
    c->part = part.name[0];
    use(c, part, CAPTION, c->table->row_count, -1);
}

static void read_group(struct compiler *c, char *rest)
{
    struct names group = names(c, rest);
    c->group = strcmp(group.name[0], "-") == 0 ? NULL : group.name[0];
    if (c->group && *c->group != '(')
        c->outer = c->group;
    if (c->group)
        use(c, group, c->table->across ? HEADER : GROUP, c->table->row_count, -1);
}

static void read_head(struct compiler *c, char *rest)
{
    use(c, names(c, rest), CAPTION, -1, -1);
}

static void read_note(struct compiler *c, char *rest)
{
    use(c, names(c, rest), NOTE, -1, -1);
}

static void read_across(struct compiler *c, char *rest)
{
    c->table->across = true;
    end_line(c, rest);
}

static void read_again(struct compiler *c, char *rest)
{
    c->table->again = true;
    end_line(c, rest);
}

static void read_choice(struct compiler *c, char *rest)
{
    c->table->choice = true;
    end_line(c, rest);
}

static void end_table(struct compiler *c, char *rest)
{
    end_line(c, rest);
    c->table = NULL;
}

static void read_name(struct compiler *c, char *rest)
{
    c->form->name = rest_of(c, rest);
}

/* An annex may say where it is from; the form's own notice counts. */
static void read_notice(struct compiler *c, char *rest)
{
    if (!c->annex)
        c->form->notice = rest_of(c, rest);
}

static void open_table(struct compiler *c, char *rest)
{
    char *id = need(c, &rest, "ID");
    if (FIND(c->form->tables, c->form->table_count, id) >= 0)
        fail(&c->at, "the same ID again", id);
    c->table = &c->form->tables[next(&c->at, &c->form->table_count, MAX_TABLES, "tables")];
    c->table->id = id;
    c->table->title = rest_of(c, rest);
    c->table->annex = c->annex;
    if (!*c->table->title)
        fail(&c->at, "a table without title", id);
    c->part = c->group = c->outer = NULL;
    c->part_open = false;
    c->first_column = 0;
}

static void open_form(struct compiler *c, char *rest)
{
    char *id = need(c, &rest, "ID");
    if (FIND(c->forms, c->form_count, id) >= 0)
        fail(&c->at, "the same ID again", id);
    c->form = &c->forms[next(&c->at, &c->form_count, MAX_FORMS, "forms")];
    c->form->id = id;
    end_line(c, rest);
}

/* The form that an annex adds tables to: the one read last, whose tables are numbered still. */
static void open_annex(struct compiler *c, char *rest)
{
    char *id = need(c, &rest, "ID");
    if (!c->form_count || strcmp(c->forms[c->form_count - 1].id, id) != 0)
        fail(&c->at, "an annex belongs to the form before it; found", id);
    c->form = &c->forms[c->form_count - 1];
    c->annex = true;
    end_line(c, rest);
}

/* Where a statement may stand. */
enum where { OPENING, IN_FORM, IN_TABLE };

static const struct {
    const char *word;
    enum where where;
    void (*read)(struct compiler *c, char *rest);
} statements[] = {
    {"form", OPENING, open_form},          {"annex", OPENING, open_annex},    {"name", IN_FORM, read_name},
    {"notice", IN_FORM, read_notice},      {"years", IN_FORM, read_years},    {"article", IN_FORM, read_article},
    {"order", IN_FORM, read_order},        {"table", IN_FORM, open_table},    {"across", IN_TABLE, read_across},
    {"again", IN_TABLE, read_again},       {"choice", IN_TABLE, read_choice}, {"head", IN_TABLE, read_head},
    {"note", IN_TABLE, read_note},         {"part", IN_TABLE, read_part},     {"group", IN_TABLE, read_group},
    {"column", IN_TABLE, read_column},     {"span", IN_TABLE, read_span},     {"row", IN_TABLE, read_row},
    {"relation", IN_TABLE, read_relation}, {"end", IN_TABLE, end_table},
};

static void read_line(void *user, char *line)
{
    struct compiler *c = user;
    char *rest = line, *key = word(&c->at, &rest);
    if (!*key || *key == '#')
        return;
    int i = FIND_ANY(statements, key);
    if (!c->form && (i < 0 || statements[i].where != OPENING))
        fail(&c->at, "the first line must be: form ID; found", key);
    if (c->table && i >= 0 && statements[i].where != IN_TABLE)
        fail(&c->at, "a table without end", c->table->id);
    if (i < 0 || (statements[i].where == IN_TABLE && !c->table))
        fail(&c->at, "unknown word", key);
    statements[i].read(c, rest);
}

static void read_file(struct compiler *c, const char *file)
{
    c->form = NULL;
    c->annex = false;
    read_lines(&c->at, file, read_line, c);
    if (c->table)
        fail(&c->at, "a table without end", c->table->id);
    if (!c->form || !c->form->name || !c->form->notice || !c->form->first_year)
        fail(&c->at, "a form needs name, notice and years", c->form ? c->form->id : "no form");
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

/* The lines of a file of texts, in simplified characters. */
struct texts {
    char *text[MAX_PHRASES];
    int count;
    struct place at;
};

static void read_text(void *user, char *line)
{
    struct texts *texts = user;
    fold(line, strlen(line));
    texts->text[next(&texts->at, &texts->count, MAX_PHRASES, "phrases")] = arena_strdup(texts->at.arena, line);
}

/* Of two files with the same texts line by line, those that differ. */
static void read_phrases(struct compiler *c, const char *labels, const char *file)
{
    struct texts *official = arena_alloc(c->at.arena, sizeof *official), *turned = arena_alloc(c->at.arena, sizeof *turned);
    official->at.arena = turned->at.arena = c->at.arena;
    read_lines(&official->at, labels, read_text, official);
    read_lines(&turned->at, file, read_text, turned);
    if (turned->count < official->count)
        fail(&turned->at, "fewer lines than", labels);
    for (int i = 0; i < official->count; i++)
        if (strcmp(official->text[i], turned->text[i]) != 0)
            c->phrases[next(&turned->at, &c->phrase_count, MAX_PHRASES, "phrases")] =
                (struct phrase){official->text[i], turned->text[i]};
}

/* ---- scanner rules ---- */

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

/* The character at `at`, and what stands there in the phrases. flex has no room for a pattern of each. */
static void write_character(const struct compiler *c, const char *title, const char *at, int length)
{
    const char *other = NULL;
    for (int i = 0; i < c->phrase_count && !other; i++)
        if (is_parallel(&c->phrases[i], title) && strncmp(c->phrases[i].turned + (at - title), at, (size_t)length) != 0)
            other = c->phrases[i].turned + (at - title);
    if (other)
        printf("(\"%.*s\"|\"%.*s\")", length, at, length, other);
    else
        printf(strncmp(at, "、", (size_t)length) ? "\"%.*s\"" : "(\"%.*s\"|[,.])?", length, at);
}

/* A pattern for the title with gaps between its characters. */
static void write_pattern(const struct compiler *c, const char *title)
{
    for (const char *at = title; *at;) {
        size_t length = utf8_length((unsigned char)*at);
        write_character(c, title, at, (int)length);
        at += length;
        if (*at)
            fputs("{G}", stdout);
    }
}

static void write_rules(const struct compiler *c)
{
    for (int i = 0; i < c->title_count; i++) {
        if (is_written_beside(c, c->titles[i]))
            continue;
        fputs("<LINE,GLUE>({ENUMERATOR}{G})?", stdout);
        write_pattern(c, c->titles[i]);
        fputs(" { RETURN(official_heading(yyscanner)); }\n", stdout);
    }
}

/* ---- binding tables ---- */

/* The label as the form prints it, without [ ], as a string of C. */
static char *quoted(const struct compiler *c, const char *text)
{
    char *string = arena_alloc(c->at.arena, 2 * strlen(text) + 3), *to = string;
    *to++ = '"';
    for (; *text; text++)
        if (*text != '[' && *text != ']') {
            if (*text == '"' || *text == '\\')
                *to++ = '\\';
            *to++ = *text;
        }
    *to = '"';
    return string;
}

struct term {
    int sign, index;
};

struct terms {
    struct term term[MAX_TERMS];
    int count;
};

static void add_term(const struct relation *relation, struct terms *terms, int sign, int index)
{
    terms->term[next(&relation->at, &terms->count, MAX_TERMS, "terms")] = (struct term){sign, index};
}

/* An operand of an equation: a row or a column, or all rows whose ID begins so. */
static void add_terms(const struct table *table, const struct relation *relation, const char *operand, int sign,
                      struct terms *terms)
{
    size_t stem = strlen(operand) - 1;
    int before = terms->count;
    if (relation->by_rows)
        add_term(relation, terms, sign, column_index(&relation->at, table, operand));
    else if (operand[stem] != '*')
        add_term(relation, terms, sign, row_index(&relation->at, table, operand));
    else
        for (int i = 0; i < table->row_count; i++)
            if (strncmp(table->rows[i].id, operand, stem) == 0)
                add_term(relation, terms, sign, i);
    if (terms->count == before)
        fail(&relation->at, "unknown row", operand);
}

/* "a = b + c.*": +a, -b, -c.x, -c.y; operands with one sign between each two, one of them =. */
static struct terms parse_equation(const struct table *table, const struct relation *relation)
{
    struct terms terms = {.count = 0};
    int sign = 1, side = 1;
    bool operand = true;
    char *text = relation->equation;
    for (char *w; *(w = word(&relation->at, &text)); operand = !operand) {
        if (operand) {
            add_terms(table, relation, w, sign * side, &terms);
        } else if (strcmp(w, "=") == 0 && side == 1) {
            side = -1;
            sign = 1;
        } else if (strcmp(w, "+") == 0 || strcmp(w, "-") == 0) {
            sign = *w == '+' ? 1 : -1;
        } else {
            fail(&relation->at, "no sign of an equation", w);
        }
    }
    if (operand || side == 1)
        fail(&relation->at, "an equation that is not whole", relation->equation);
    return terms;
}

/* The relation once for each row or column. Returns how often. */
static int write_relation(const struct table *table, const struct relation *relation)
{
    struct terms terms = parse_equation(table, relation);
    int instances = relation->by_rows ? table->row_count : table->column_count;
    for (int i = 0; i < instances; i++) {
        printf("        {\"%s\", (const struct nb_form_term[]){", relation->rule);
        for (int k = 0; k < terms.count; k++)
            printf("{%d, %d, %d}, ", terms.term[k].sign, relation->by_rows ? i : terms.term[k].index,
                   relation->by_rows ? terms.term[k].index : i);
        printf("}, %d},\n", terms.count);
    }
    return instances;
}

static void write_columns(const struct compiler *c, const struct table *table, int f, int t)
{
    printf("static const struct nb_form_column columns_%d_%d[] = {\n", f, t);
    for (const struct column *column = table->columns; column < table->columns + table->column_count; column++)
        printf("    {\"%s\", %s, %s, \"%s\"},\n", column->id, quoted(c, column->names.name[0]),
               types[FIND_ANY(types, column->type)].type, column->unit);
    puts("};");
}

static void write_table(const struct compiler *c, const struct table *table, int f, int t)
{
    int relations = 0;
    printf("    {\"%s\", %s, %s, %s, %s, (const struct nb_form_row[]){\n", table->id, quoted(c, table->title),
           table->across ? "true" : "false", table->annex ? "true" : "false", table->choice ? "true" : "false");
    for (const struct row *row = table->rows; row < table->rows + table->row_count; row++)
        printf("        {\"%s\", %s, %s, %s, columns_%d_%d + %d, %d},\n", row->id, quoted(c, row->names.name[0]),
               quoted(c, row->heading), quoted(c, row->group), f, t, row->first_column, row->column_count);
    printf("    }, %d, %s", table->row_count, table->relation_count ? "(const struct nb_form_relation[]){\n" : "NULL");
    for (int r = 0; r < table->relation_count; r++)
        relations += write_relation(table, &table->relations[r]);
    printf("%s, %d, &form_table[%d]},\n", table->relation_count ? "    }" : "", relations, f);
}

static void write_tables_of(const struct compiler *c, int f)
{
    const struct form *form = &c->forms[f];
    for (int t = 0; t < form->table_count; t++)
        write_columns(c, &form->tables[t], f, t);
    if (!form->table_count)
        return;
    printf("static const struct nb_form_table tables_%d[] = {\n", f);
    for (int t = 0; t < form->table_count; t++)
        write_table(c, &form->tables[t], f, t);
    puts("};");
}

static void write_words_of(char *const *words, int count)
{
    for (int i = 0; i < count; i++)
        printf("\"%s\", ", words[i]);
}

static void write_form(const struct compiler *c, int f)
{
    const struct form *form = &c->forms[f];
    printf("    {\"%s\", \"%s\", \"%s\", %d, %d, (const struct nb_form_article[]){\n", form->id, form->name, form->notice,
           form->first_year, form->last_year);
    for (int a = 0; a < form->article_count; a++) {
        printf("        {\"%s\", %s, {", form->articles[a].role, quoted(c, form->articles[a].titles.name[0]));
        write_words_of(form->articles[a].words, form->articles[a].word_count);
        puts("NULL}},");
    }
    printf("    }, %d, (const char *const[]){", form->article_count);
    write_words_of(form->order, form->order_count);
    printf(form->table_count ? "NULL}, tables_%d, %d},\n" : "NULL}, NULL, 0},\n", f, form->table_count);
}

static void write_forms(const struct compiler *c)
{
    for (int f = 0; f < c->form_count; f++)
        write_tables_of(c, f);
    puts("const struct nb_form form_table[] = {");
    for (int f = 0; f < c->form_count; f++)
        write_form(c, f);
    printf("};\nconst size_t form_count = %d;\n\n", c->form_count);
}

/* The uses of a label in the forms before one. */
static int uses_before(const struct compiler *c, int label, int form)
{
    int count = 0;
    for (int u = 0; u < c->use_count; u++)
        count += c->uses[u].label == label && c->uses[u].form < form;
    return count;
}

/* The tables of a form that have the label, in that form or in another. */
static unsigned tables_with(const struct compiler *c, int label, const struct form *form)
{
    unsigned tables = 0;
    for (int u = 0; u < c->use_count; u++)
        for (int t = 0; c->uses[u].label == label && t < form->table_count; t++)
            if (!strcmp(form->tables[t].id, c->forms[c->uses[u].form].tables[c->uses[u].table].id))
                tables |= 1U << t;
    return tables;
}

static void write_labels(const struct compiler *c)
{
    int first = 0;
    puts("const struct form_label form_labels[] = {");
    for (int i = 0; i < c->label_count; i++) {
        int count = uses_before(c, i, c->form_count);
        printf("    {%s, %s, %d, %d, {", quoted(c, c->labels[i].text), class_names[c->labels[i].class], first, count);
        for (int f = 0; f <= c->form_count; f++)
            printf("%d, ", uses_before(c, i, f));
        printf("}, {");
        for (int f = 0; f < c->form_count; f++)
            printf("%u, ", tables_with(c, i, &c->forms[f]));
        puts("}},");
        first += count;
    }
    printf("};\nconst size_t form_label_count = %d;\n\nconst struct form_use form_uses[] = {\n", c->label_count);
    for (int i = 0; i < c->label_count * c->form_count; i++)
        for (const struct use *use = c->uses; use < c->uses + c->use_count; use++)
            if (use->label == i / c->form_count && use->form == i % c->form_count)
                printf("    {%s, %d, %d, %d, %d, %d, %d},\n", class_names[use->class], use->form, use->table, use->row,
                       use->column, use->first, use->count);
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
                add_key(c, (struct key){keys[k], c->wordings[i].label, strcmp(keys[k], keys[1]) != 0});
        }
    }
}

/* ---- labels with the label over them in one cell ---- */

/* The label of a joined text; `label`: the one it has, -1: a new one. A text that is a label itself, or may be several, is none.
 */
static int join_label(struct compiler *c, const char *over, const char *text, int label)
{
    char *joined = join(c, over, text), *key = key_of(c, joined, strlen(joined));
    int known = FIND(c->joined, c->joined_count, key);
    if (known >= 0)
        return c->joined[known].label;
    if (find_key(c, key))
        return -1;
    if (label < 0)
        label = new_label(c, joined, HEADER);
    c->joined[next(&c->at, &c->joined_count, MAX_KEYS, "joined labels")] = (struct key){key, label, true};
    return label;
}

/* A row behind what stands over it, each with its enumerator or without: (三)不予公开-1.属于国家秘密. */
static void join_over(struct compiler *c, const char *over, char *name, int label)
{
    for (int way = 0; way < 4; way++) {
        char *rest = name + (way & 1 ? enumerator_length(name) : 0);
        join_label(c, over, way & 2 ? copy(&c->at, rest, rest + strcspn(rest, "[")) : rest, label);
    }
}

/* A row behind the label of its group, and that of the group in which this stands, 三、本年度办理结果-(三)不予公开. */
static void join_group(struct compiler *c, const struct row *row)
{
    for (int n = 0; n < row->names.count; n++) {
        char *name = row->names.name[n];
        int label = wording_label(c, name);
        for (int way = 0; way < 6 && (*row->group || *row->outer); way++) {
            const char *group = row->group + (way & 1 ? enumerator_length(row->group) : 0);
            const char *outer = row->outer + (way >> 1 == 2 ? enumerator_length(row->outer) : 0);
            join_over(c, join(c, way >> 1 ? outer : "", group), name, label);
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
    for (int n = 0; n < at->names.count && of->across && *at->heading; n++) /* 复议后起诉的行政诉讼 */
        join_label(c, join(c, at->names.name[n], "的"), at->heading, wording_label(c, at->names.name[n]));
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

/* Of strings, or of keys, which begin with theirs. */
static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* How many of the sorted keys stand before each heap. */
static void write_starts(const char *name, const struct key *keys, int count)
{
    int before = 0;
    printf("static const unsigned short %s_starts[] = {", name);
    for (unsigned start = 0; start <= LEXICON_STARTS; start++) {
        while (before < count && lexicon_start(keys[before].text) < start)
            before++;
        printf("%s%d,", start % 24 ? " " : "\n    ", before);
    }
    puts("\n};");
}

static size_t count_letters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

/* How many letters stand before, too. */
static size_t count_repeats(const char *text)
{
    size_t count = 0;
    for (const char *at = text, *next; *at; at = next) {
        for (next = at + 1; (*next & 0xC0) == 0x80; next++)
            ;
        char letter[8] = {0};
        memcpy(letter, at, (size_t)(next - at));
        count += strstr(text, letter) < at;
    }
    return count;
}

/* The letters of the sorted keys, two zeros before and behind each. */
static void write_spellings(const struct key *keys, int count)
{
    puts("\nstatic const uint16_t spellings[] = {0, 0,");
    for (const struct key *key = keys; key < keys + count; key++) {
        for (const char *at = key->text; *at; at += *at & 0x80 ? 3 : 1)
            printf("%#x, ", *at & 0x80 ? utf8_decode(at, 3) : (unsigned char)*at + 0U);
        puts("0, 0,");
    }
    puts("};");
}

/* The keys, sorted. Returns the length of the longest. */
static size_t write_words(const struct compiler *c, const char *name, struct key *keys, int count)
{
    size_t longest = 0;
    qsort(keys, (size_t)count, sizeof *keys, by_text);
    printf("\nstatic const struct lexicon_word %s[] = {\n", name);
    size_t spelling = 2;
    for (const struct key *key = keys; key < keys + count; key++) {
        size_t length = strlen(key->text);
        longest = length > longest ? length : longest;
        printf("    {\"%s\", %zu, %zu, %u, %d, %d, %d, UINT64_C(%#" PRIx64 "), UINT64_C(%#" PRIx64 ")},\n", key->text, spelling,
               count_letters(key->text), kinds_of_label(c, key->label) | (key->is_long ? WORD_LONG : 0),
               row_number(c, key->label), key->label, c->labels[key->label].sense, lexicon_letters(key->text, length),
               lexicon_head(key->text, length));
        spelling += count_letters(key->text) + 2;
    }
    puts("};");
    write_starts(name, keys, count);
    return longest;
}

/* Which words lack a letter (lexicon.h). */
static bool lacks(const char *text, size_t row)
{
    const char *at = text;
    while (*at && lexicon_row(*at & 0x80 ? utf8_decode(at, 3) : (unsigned char)*at) != row)
        at += *at & 0x80 ? 3 : 1;
    return !*at;
}

static bool repeats_up_to(const char *text, size_t most)
{
    return count_repeats(text) <= most;
}

static bool is_longer(const char *text, size_t length)
{
    return count_letters(text) > length;
}

/* Which words something is true of: a line for each number below `numbers`, 64 words a number. */
static void write_groups(const char *name, bool holds(const char *, size_t), size_t numbers, const struct key *keys, int count)
{
    printf("static const uint64_t %s[] = {\n", name);
    for (size_t number = 0; number < numbers; number++)
        for (int first = 0; first < count; first += 64) {
            uint64_t words = 0;
            for (int i = first; i < count && i < first + 64; i++)
                words |= (uint64_t)holds(keys[i].text, number) << (i - first);
            printf("UINT64_C(%#" PRIx64 "),%s", words, first + 64 < count ? " " : "\n");
        }
    puts("};");
}

static void write_lexicon(struct compiler *c)
{
    size_t word = write_words(c, "words", c->keys, c->key_count), joined = write_words(c, "joined", c->joined, c->joined_count);
    write_spellings(c->keys, c->key_count);
    size_t most_repeats = 0, repeats;
    for (const struct key *key = c->keys; key < c->keys + c->key_count; key++)
        if ((repeats = count_repeats(key->text)) > most_repeats)
            most_repeats = repeats;
    write_groups("lacking", lacks, LEXICON_ROWS, c->keys, c->key_count);
    write_groups("few", repeats_up_to, most_repeats, c->keys, c->key_count);
    write_groups("longer", is_longer, LEXICON_LONGEST + 1, c->keys, c->key_count);
    printf("enum { word_count = %d, joined_count = %d, longest_word = %zu, most_repeats = %zu };\n", c->key_count,
           c->joined_count, word > joined ? word : joined, most_repeats);
}

/* The keys of the articles' titles, sorted, each once. */
static void write_titles(struct compiler *c)
{
    char *keys[MAX_WORDINGS];
    int count = c->title_count;
    for (int i = 0; i < count; i++)
        keys[i] = key_of(c, c->titles[i], strlen(c->titles[i]));
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
           "words_starts, joined_starts, lacking, few, longer, most_repeats, UINT64_C(%#" PRIx64 "), spellings};\n",
           kept, letters);
}

static void write_tables(struct compiler *c)
{
    add_lost_enumerators(c);
    add_joined_labels(c);
    puts("/* tables.c - made by formc from the form files. */\n#include \"forms.h\"\n");
    write_forms(c);
    write_labels(c);
    write_lexicon(c);
    write_titles(c);
}

static void compile(struct compiler *c, const char *what, char **files, int count)
{
    int phrases = FIND(files, count, "--phrases"), forms = phrases < 0 ? count : phrases;
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
    if (argc < 3 || FIND_ANY(((const char *const[]){"--labels", "--rules", "--tables"}), argv[1]) < 0) {
        fprintf(stderr, "usage: formc --labels|--rules|--tables FORM... [--phrases LABELS TURNED...]\n");
        return 2;
    }
    struct nb_arena *arena = arena_new();
    struct compiler *c = arena_alloc(arena, sizeof *c);
    c->at.arena = arena;
    compile(c, argv[1], argv + 2, argc - 2);
    arena_free(arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
