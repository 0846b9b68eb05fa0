/* formc.c - the form compiler: form files in, scanner rules or binding tables out. Runs in the build.
 *
 * Usage: formc COMMAND FORM... [--phrases LABELS TURNED...]
 *   --labels  all labels and titles, one a line
 *   --rules   flex rules, one a label and one an article title
 *   --tables  C tables for binding, lint and `nianbao forms`
 *
 * LABELS is what --labels wrote, TURNED the same lines in the phrases of other places, by OpenCC: further
 * wordings.
 *
 * The language of form files is explained in doc/forms.md. */
#include "formc.h"

#include "arena.h"
#include "fold.h"
#include "nianbao.h"

#include <stdio.h>
#include <string.h>

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
static void end_line(struct compiler *c, char *rest)
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
        FOR_LIST(phrase, c->phrases)
    if (!strcmp(phrase->official, list[i]) && find(list, *count, sizeof *list, phrase->turned) < 0)
        list[next(&c->at, count, limit, "wordings")] = phrase->turned;
}

#define ADD_PHRASES(c, list)                                                                                 \
    add_phrases(c, (list).item, &(list).count, (int)(sizeof(list).item / sizeof *(list).item))

/* "name | alias | alias" */
static struct source_names names(const struct compiler *c, const char *text)
{
    struct source_names result = {.count = 0};
    for (const char *start = text, *end;; start = end + 1) {
        end = start + strcspn(start, "|");
        char *name = copy(&c->at, start, end);
        if (!*name)
            fail(&c->at, "empty label", text);
        check_brackets(c, name);
        *NEXT(&c->at, result, "aliases") = name;
        if (!*end)
            break;
    }
    ADD_PHRASES(c, result);
    return result;
}

/* ---- reading ---- */

static void read_article(struct compiler *c, char *rest)
{
    struct article *article = NEXT(&c->at, c->form->articles, "articles");
    article->role = need(c, &rest, "role");
    need_known(&c->at, FIND_ANY(roles, article->role), "unknown role", article->role);
    char *arrow = strstr(rest, "=>");
    if (!arrow)
        fail(&c->at, "article without => words", rest);
    *arrow = '\0';
    article->titles = names(c, rest);
    FOR_LIST(title, article->titles)
    {
        if (strchr(*title, '['))
            fail(&c->at, "brackets in a title", *title);
        if (FIND(c->titles, *title) < 0)
            *NEXT(&c->at, c->titles, "titles") = *title;
    }
    for (char *words = arrow + 2, *w; *(w = word(&c->at, &words));)
        *NEXT(&c->at, article->words, "words") = w;
    ADD_PHRASES(c, article->words);
}

static void read_order(struct compiler *c, char *rest)
{
    struct form *form = c->form;
    for (char *role; *(role = word(&c->at, &rest));) {
        need_known(&c->at, FIND(form->articles, role), "no article of this role", role);
        if (FIND(form->order, role) >= 0)
            fail(&c->at, "twice in the order", role);
        *NEXT(&c->at, form->order, "roles") = role;
    }
}

/* "2019-2020", "2021-" */
static void read_years(struct compiler *c, char *rest)
{
    int used = 0;
    char *years = need(c, &rest, "years");
    if (sscanf(years, "%4d-%n%4d%n", &c->form->first_year, &used, &c->form->last_year, &used) < 1 || !used ||
        years[used])
        fail(&c->at, "no years", years);
    end_line(c, rest);
}

/* Two rows of one table, or two columns of one part, whose labels are one, or whose IDs are. */
static void check_twins(const struct compiler *c, const char *id, const char *other_id,
                        const struct source_names *names, const struct source_names *others)
{
    if (strcmp(id, other_id) == 0)
        fail(&c->at, "the same ID again", id);
    FOR_LIST(name, *names)
    FOR_LIST(one, *others)
    if (wording_label(c, *name) == wording_label(c, *one))
        fail(&c->at, "the same label again", *name);
}

static void read_column(struct compiler *c, char *rest)
{
    struct source_table *table = c->table;
    if (!c->part_open) {
        c->first_column = table->columns.count;
        c->part_open = true;
    }
    int i = table->columns.count;
    struct column *column = NEXT(&c->at, table->columns, "columns");
    column->id = need(c, &rest, "ID");
    char *type = need(c, &rest, "type"), *colon = strchr(type, ':');
    column->unit = colon ? colon + 1 : "";
    if (colon)
        *colon = '\0';
    if (colon && strcmp(type, "money") != 0)
        fail(&c->at, "only money has a unit; found", column->unit);
    column->type = types[need_known(&c->at, FIND_ANY(types, type), "unknown type", type)].type;
    column->names = names(c, rest);
    use(c, column->names, (struct use){.class = HEADER, .row = -1, .column = i});
    for (int k = c->first_column; k < i; k++)
        check_twins(c, column->id, table->columns.item[k].id, &column->names, &table->columns.item[k].names);
}

/* The column that has this ID, which must be there. */
static int column_index(const struct compiler *c, const char *id)
{
    return need_known(&c->at, FIND(c->table->columns, id), "unknown column", id);
}

/* FIRST..LAST LABEL: a label that spans the columns from the one to the other. */
static void read_span(struct compiler *c, char *rest)
{
    char *range = word(&c->at, &rest), *dots = strstr(range, "..");
    if (!dots)
        fail(&c->at, "span without ..", range);
    *dots = '\0';
    int first = column_index(c, range), last = column_index(c, dots + 2);
    use(c, names(c, rest),
        (struct use){.class = CAPTION, .row = -1, .column = -1, .first = first, .count = last - first + 1});
}

/* Rows of a table whose labels may come again are told by their order. */
static void check_row(const struct compiler *c, const struct source_row *row)
{
    static const struct source_names no_names;
    for (const struct source_row *other = c->table->rows.item; other != row; other++)
        check_twins(c, row->id, other->id, c->table->again ? &no_names : &row->names, &other->names);
}

static void read_row(struct compiler *c, char *rest)
{
    struct source_table *table = c->table;
    int i = table->rows.count;
    struct source_row *row = NEXT(&c->at, table->rows, "rows");
    row->id = need(c, &rest, "ID");
    row->names = names(c, rest);
    row->heading = table->across && c->group ? c->group : c->part ? c->part : "";
    row->group = !table->across && c->group ? c->group : "";
    row->outer = !table->across && c->outer && c->outer != c->group ? c->outer : "";
    row->first_column = c->first_column;
    row->column_count = table->columns.count - c->first_column;
    use(c, row->names, (struct use){.class = table->across ? HEADER : ROW, .row = i, .column = -1});
    check_row(c, row);
    if (!row->column_count)
        fail(&c->at, "a row before any column", row->id);
    FOR_LIST(name, row->names)
    if (*row->heading && table->across) /* a row that stands for itself */
        use_text(c, join(c, row->heading, *name),
                 (struct use){.class = HEADER, .row = i, .column = -1, .whole = 1});
    c->part_open = false;
}

static void read_relation(struct compiler *c, char *rest)
{
    struct source_table *table = c->table;
    struct relation *relation = NEXT(&c->at, table->relations, "relations");
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
    struct source_names part = names(c, rest);
    c->part = part.item[0];
    use(c, part, (struct use){.class = CAPTION, .row = c->table->rows.count, .column = -1});
}

static void read_group(struct compiler *c, char *rest)
{
    struct source_names group = names(c, rest);
    c->group = strcmp(group.item[0], "-") == 0 ? NULL : group.item[0];
    if (c->group && *c->group != '(')
        c->outer = c->group;
    if (c->group)
        use(c, group,
            (struct use){
                .class = c->table->across ? HEADER : GROUP, .row = c->table->rows.count, .column = -1});
}

static void read_head(struct compiler *c, char *rest)
{
    use(c, names(c, rest), (struct use){.class = CAPTION, .row = -1, .column = -1});
}

static void read_note(struct compiler *c, char *rest)
{
    use(c, names(c, rest), (struct use){.class = NOTE, .row = -1, .column = -1});
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
    if (FIND(c->form->tables, id) >= 0)
        fail(&c->at, "the same ID again", id);
    c->table = NEXT(&c->at, c->form->tables, "tables");
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
    if (FIND(c->forms, id) >= 0)
        fail(&c->at, "the same ID again", id);
    c->form = NEXT(&c->at, c->forms, "forms");
    c->form->id = id;
    end_line(c, rest);
}

/* The form that an annex adds tables to: the one read last, whose tables are numbered still. */
static void open_annex(struct compiler *c, char *rest)
{
    char *id = need(c, &rest, "ID");
    if (!c->forms.count || strcmp(c->forms.item[c->forms.count - 1].id, id) != 0)
        fail(&c->at, "an annex belongs to the form before it; found", id);
    c->form = &c->forms.item[c->forms.count - 1];
    c->annex = true;
    end_line(c, rest);
}

/* Where a statement may stand. */
enum where { OPENING, IN_FORM, IN_TABLE };

/* `mark`: of a table, where it stands alone in its line. */
static const struct {
    const char *word;
    enum where where;
    void (*read)(struct compiler *c, char *rest);
    size_t mark;
} statements[] = {
    {"form", OPENING, open_form, 0},
    {"annex", OPENING, open_annex, 0},
    {"name", IN_FORM, read_name, 0},
    {"notice", IN_FORM, read_notice, 0},
    {"years", IN_FORM, read_years, 0},
    {"article", IN_FORM, read_article, 0},
    {"order", IN_FORM, read_order, 0},
    {"table", IN_FORM, open_table, 0},
    {"across", IN_TABLE, end_line, offsetof(struct source_table, across)},
    {"again", IN_TABLE, end_line, offsetof(struct source_table, again)},
    {"choice", IN_TABLE, end_line, offsetof(struct source_table, choice)},
    {"head", IN_TABLE, read_head, 0},
    {"note", IN_TABLE, read_note, 0},
    {"part", IN_TABLE, read_part, 0},
    {"group", IN_TABLE, read_group, 0},
    {"column", IN_TABLE, read_column, 0},
    {"span", IN_TABLE, read_span, 0},
    {"row", IN_TABLE, read_row, 0},
    {"relation", IN_TABLE, read_relation, 0},
    {"end", IN_TABLE, end_table, 0},
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
    if (statements[i].mark)
        *(bool *)((char *)c->table + statements[i].mark) = true;
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

/* ---- equations, when all is read ---- */

/* An operand of an equation: a row or a column, or all rows whose ID begins so. */
static void add_terms(const struct source_table *table, const struct relation *relation, const char *operand,
                      int sign, struct terms *terms)
{
    bool rows = !relation->by_rows, all = rows && operand[strlen(operand) - 1] == '*';
    size_t stem = strlen(operand) - all;
    int before = terms->count;
    for (int i = 0; i < (rows ? table->rows.count : table->columns.count); i++) {
        const char *id = rows ? table->rows.item[i].id : table->columns.item[i].id;
        if (strncmp(id, operand, stem) == 0 && (all || !id[stem]))
            *NEXT(&relation->at, *terms, "terms") = (struct term){sign, i};
    }
    if (terms->count == before)
        fail(&relation->at, rows ? "unknown row" : "unknown column", operand);
}

struct terms parse_equation(const struct source_table *table, const struct relation *relation)
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

/* ---- the phrases of other places ---- */

static void write_all_texts(const struct compiler *c)
{
    FOR_LIST(wording, c->wordings)
    puts(wording->text);
    FOR_LIST(form, c->forms)
    FOR_LIST(article, form->articles)
    {
        FOR_LIST(title, article->titles)
        puts(*title);
        FOR_LIST(word, article->words)
        puts(*word);
    }
}

/* The lines of a file of texts, in simplified characters. */
struct texts {
    struct LIST(char *, MAX_PHRASES) lines;
    struct place at;
};

static void read_text(void *user, char *line)
{
    struct texts *texts = user;
    fold(line, strlen(line));
    *NEXT(&texts->at, texts->lines, "phrases") = arena_strdup(texts->at.arena, line);
}

/* Of two files with the same texts line by line, those that differ. */
static void read_phrases(struct compiler *c, const char *labels, const char *file)
{
    struct texts *official = arena_alloc(c->at.arena, sizeof *official),
                 *turned = arena_alloc(c->at.arena, sizeof *turned);
    official->at.arena = turned->at.arena = c->at.arena;
    read_lines(&official->at, labels, read_text, official);
    read_lines(&turned->at, file, read_text, turned);
    if (turned->lines.count < official->lines.count)
        fail(&turned->at, "fewer lines than", labels);
    for (int i = 0; i < official->lines.count; i++) {
        struct phrase phrase = {official->lines.item[i], turned->lines.item[i]};
        if (strcmp(phrase.official, phrase.turned) != 0)
            *NEXT(&turned->at, c->phrases, "phrases") = phrase;
    }
}

static void compile(struct compiler *c, const char *what, char **files, int count)
{
    int phrases = find(files, count, sizeof *files, "--phrases"), forms = phrases < 0 ? count : phrases;
    for (int i = forms + 2; i < count; i++)
        read_phrases(c, files[forms + 1], files[i]);
    for (int i = 0; i < forms; i++)
        read_file(c, files[i]);
    if (strcmp(what, "--labels") == 0)
        write_all_texts(c);
    else if (strcmp(what, "--rules") == 0)
        write_rules(c);
    else {
        complete_labels(c);
        write_tables(c);
    }
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
