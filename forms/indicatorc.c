/* indicatorc.c - the indicator compiler: forms/prose.indicators in, scanner rules for prose or tables out.
 * Runs in the build.
 *
 * Usage: indicatorc --rules FILE     flex rules, one a wording, for lint/prose.l
 *        indicatorc --tables FILE    C tables for the meaning of facts
 *        indicatorc --words FILE     the header that declares the words of its lists
 *
 * The language is explained in doc/forms.md. */
#include "indicators.h"
#include "statements.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TOLD_BY_YEARS = 2 }; /* of the words */

/* A wording: `none` says that there is none of the word, one that is skipped says nothing; `word` is -1 where
 * it names none, from MAX_WORDS on a member; `flags` is a set of the table below.
 */
struct indicator_wording {
    char *text;
    int word;
    bool none, skipped;
    unsigned flags;
};

/* Words that a rule looks for as they are: the array words_NAME. */
struct wording_list {
    const char *name;
    char *words;
};

struct indicator_compiler {
    struct place at;
    struct LIST(char *, MAX_WORDS) words;
    uint64_t topics, kinds, verbs, events, nouns, light, about, about_words;
    struct LIST(struct indicator_wording, 2048) rules;
    struct LIST(struct indicator, 256) indicators;
    int first; /* the entries of the indicator being read start here */
    char *id;
    struct LIST(struct indicator_member, 64) members;
    struct LIST(struct indicator_role, 16) roles;
    struct LIST(struct wording_list, 256) lists;
};

/* What a word or a wording is marked with: the scanner says WORD_ and the name of it. */
static const char *const flags[] = {
    "proactive", "on_request", "management",   "platform",   "oversight", "fee",        "verb",
    "touches",   "unclear",    "join",         "comparison", "report",    "last_year",  "this_year",
    "from",      "to",         "up",           "down",       "as_of",     "cumulative", "part_year",
    "among",     "share",      "its_year",     "sum",        "all",       "way",        "filler",
    "list",      "now",        "respectively", "restricts"};
enum { FLAGS = sizeof flags / sizeof *flags };

static unsigned flag_named(const struct indicator_compiler *c, const char *name)
{
    return 1u << need_known(&c->at, FIND_ANY(flags, name), "unknown aspect", name);
}

static int word_named(const struct indicator_compiler *c, const char *name)
{
    return need_known(&c->at, FIND(c->words, name), "unknown word", name);
}

/* "a/b" as a set of words. */
static uint64_t set_of(const struct indicator_compiler *c, char *names)
{
    uint64_t set = 0;
    for (char *name; (name = strsep(&names, "/"));)
        set |= UINT64_C(1) << word_named(c, name);
    return set;
}

static uint64_t set_of_all(const struct indicator_compiler *c, char *rest)
{
    uint64_t set = 0;
    for (char *name; *(name = word(&c->at, &rest));)
        set |= set_of(c, name);
    return set;
}

/* One wording, behind it the flags that it has besides those of its word. */
static void read_wording(struct indicator_compiler *c, char *text, struct indicator_wording rule)
{
    char *wording = word(&c->at, &text);
    if (!*wording)
        fail(&c->at, "empty wording", text);
    for (char *flag; *(flag = word(&c->at, &text));)
        rule.flags |= flag_named(c, flag);
    if (FIND(c->rules, wording) >= 0)
        fail(&c->at, "this wording has a word already", wording);
    rule.text = wording;
    *NEXT(&c->at, c->rules, "wordings") = rule;
}

/* "wording | wording"; bars inside ( ) are of the wording. */
static void read_wordings(struct indicator_compiler *c, char *rest, struct indicator_wording rule)
{
    int depth = 0;
    char *start = rest;
    for (char *at = rest;; at++) {
        depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
        if (*at && (*at != '|' || depth))
            continue;
        bool last = !*at;
        *at = '\0';
        read_wording(c, start, rule);
        if (last)
            return;
        start = at + 1;
    }
}

static char *behind_colon(const struct indicator_compiler *c, char *rest)
{
    char *colon = strstr(rest, " :");
    if (!colon)
        fail(&c->at, "no colon", rest);
    *colon = '\0';
    return colon + 2;
}

/* A word that the scanner gives to years has no number of its own. */
static int new_word(struct indicator_compiler *c, char *name)
{
    int known = find(c->words.item, TOLD_BY_YEARS, sizeof *c->words.item, name);
    int index = known < 0 ? c->words.count : known;
    *(known < 0 ? NEXT(&c->at, c->words, "words") : &c->words.item[known]) = name;
    return index;
}

/* What stands behind the name of a word: what it is, and what the scanner says of its wordings. */
static unsigned read_flags(struct indicator_compiler *c, char *rest, uint64_t bit)
{
    const struct {
        const char *name;
        uint64_t *words;
    } kinds[] = {{"topic", &c->topics}, {"noun", &c->nouns}, {"event", &c->events}, {"light", &c->light}};
    unsigned said = 0;
    for (char *flag; *(flag = word(&c->at, &rest));) {
        int i = FIND_ANY(kinds, flag);
        if (i >= 0)
            *kinds[i].words |= bit;
        else
            said |= flag_named(c, flag);
    }
    if (said & flag_named(c, "verb"))
        c->verbs |= bit;
    return said;
}

static void read_word(struct indicator_compiler *c, char *rest)
{
    char *wordings = behind_colon(c, rest), *name = word(&c->at, &rest);
    struct indicator_wording rule = {.word = strcmp(name, "-") ? new_word(c, name) : -1};
    rule.flags = read_flags(c, rest, rule.word < 0 ? 0 : UINT64_C(1) << rule.word);
    read_wordings(c, wordings, rule);
}

/* The first member of a kind makes its word, unless that has wordings of its own. */
static void read_member(struct indicator_compiler *c, char *rest)
{
    char *wordings = behind_colon(c, rest), *kind = word(&c->at, &rest), *name = word(&c->at, &rest);
    int known = FIND(c->words, kind), index = known < 0 ? new_word(c, kind) : known;
    uint64_t bit = UINT64_C(1) << index;
    int member = c->members.count;
    c->kinds |= bit;
    *NEXT(&c->at, c->members, "members") = (struct indicator_member){bit, name};
    read_wordings(c, wordings,
                  (struct indicator_wording){.word = MAX_WORDS + member, .flags = read_flags(c, rest, bit)});
}

static void read_none(struct indicator_compiler *c, char *rest)
{
    char *wordings = behind_colon(c, rest), *name = word(&c->at, &rest);
    bool strict = !strcmp(name, "~"), nothing = strict || !strcmp(name, "-");
    struct indicator_wording rule = {.word = nothing ? -1 : word_named(c, name), .none = true};
    rule.flags = strict ? flag_named(c, "touches") : 0;
    for (char *flag; *(flag = word(&c->at, &rest));)
        rule.flags |= flag_named(c, flag);
    read_wordings(c, wordings, rule);
}

static void read_list(struct indicator_compiler *c, char *rest)
{
    char *words = behind_colon(c, rest);
    *NEXT(&c->at, c->lists, "lists") =
        (struct wording_list){word(&c->at, &rest), arena_strdup(c->at.arena, words)};
}

static void read_role(struct indicator_compiler *c, char *rest)
{
    char *topics = behind_colon(c, rest);
    *NEXT(&c->at, c->roles, "roles") = (struct indicator_role){word(&c->at, &rest), set_of_all(c, topics)};
}

static void read_about(struct indicator_compiler *c, char *rest)
{
    char *words = behind_colon(c, rest);
    c->about = set_of_all(c, rest);
    c->about_words = set_of_all(c, words);
}

static void read_says(struct indicator_compiler *c, char *rest)
{
    struct indicator *one = NEXT(&c->at, c->indicators, "wordings of indicators");
    int count = 0;
    *one = (struct indicator){.id = c->id};
    for (char *name; *(name = word(&c->at, &rest));)
        one->says[next(&c->at, &count, MAX_SAYS, "words")] = set_of(c, name);
}

static void read_of(const struct indicator_compiler *c, struct indicator *one, char *rest)
{
    char *first = word(&c->at, &rest);
    one->topic = strcmp(first, "-") ? set_of(c, first) : 0;
    one->topics = one->topic | set_of_all(c, rest);
    if (one->topics & ~c->topics)
        fail(&c->at, "no topic", first);
}

/* The lines below an indicator, and what of it they say: a word alone, words of the language, or a text that
 * is kept as it stands. */
enum kind { MARK, WORDS, TEXT };
static const struct property {
    const char *key, *field;
    size_t offset;
    enum kind kind;
} properties[] = {
#define PROPERTY(key, field, kind)                                                                           \
    {                                                                                                        \
        key, #field, offsetof(struct indicator, field), kind                                                 \
    }
    PROPERTY("plain", plain, MARK),  PROPERTY("modified", modified, MARK), PROPERTY("unsure", unsure, MARK),
    PROPERTY("stock", stock, MARK),  PROPERTY("whole", whole, MARK),       PROPERTY("loosely", loosely, MARK),
    PROPERTY("not", without, WORDS), PROPERTY("with", with, WORDS),        PROPERTY("units", units, TEXT),
    PROPERTY("cells", cells, TEXT),  PROPERTY("division", division, TEXT), PROPERTY("lacks", lacks, TEXT),
    PROPERTY("apart", apart, TEXT),  PROPERTY("rest", rest, TEXT),         PROPERTY("done", done, TEXT),
    PROPERTY("parts", parts, TEXT),  PROPERTY("or", tolerated, TEXT)};
enum { PROPERTIES = sizeof properties / sizeof *properties };

/* A line below an indicator, for each of its wordings. What else may be meant is said in several lines. */
static void read_property(struct indicator_compiler *c, const char *key, char *rest)
{
    if (!strcmp(key, "says")) {
        read_says(c, rest);
        return;
    }
    bool of = !strcmp(key, "of");
    int index = of ? 0 : need_known(&c->at, FIND_ANY(properties, key), "unknown word", key);
    for (int i = c->first; i < c->indicators.count; i++) {
        char *text = arena_strdup(c->at.arena, rest + strspn(rest, " \t"));
        void *field = of ? NULL : (char *)&c->indicators.item[i] + properties[index].offset;
        if (of)
            read_of(c, &c->indicators.item[i], text);
        else if (properties[index].kind == MARK)
            *(bool *)field = true;
        else if (properties[index].kind == WORDS)
            *(uint64_t *)field = set_of_all(c, text);
        else
            *(const char **)field = *(const char **)field
                                        ? arena_printf(c->at.arena, "%s or %s", *(const char **)field, text)
                                        : text;
    }
}

static void read_skipped(struct indicator_compiler *c, char *rest)
{
    read_wordings(c, behind_colon(c, rest), (struct indicator_wording){.word = -1, .skipped = true});
}

static void open_indicator(struct indicator_compiler *c, char *rest)
{
    c->id = word(&c->at, &rest);
    c->first = c->indicators.count;
}

static void read_line(void *user, char *line)
{
    static const struct {
        const char *key;
        void (*read)(struct indicator_compiler *c, char *rest);
    } statements[] = {{"word", read_word},    {"member", read_member},      {"none", read_none},
                      {"skip", read_skipped}, {"list", read_list},          {"role", read_role},
                      {"about", read_about},  {"indicator", open_indicator}};
    struct indicator_compiler *c = user;
    char *rest = line, *key = word(&c->at, &rest);
    if (!*key || *key == '#')
        return;
    int i = FIND_ANY(statements, key);
    if (i >= 0)
        statements[i].read(c, rest);
    else if (c->id)
        read_property(c, key, rest);
    else
        fail(&c->at, "unknown word", key);
}

/* A flex pattern: ( | ) as they are, [ ] enclose what may be missing. */
static void write_pattern(const char *text)
{
    bool quoted = false;
    for (; *text; text++) {
        bool sign = strchr("()[]|", *text);
        if (quoted == sign)
            putchar('"'), quoted = !quoted;
        fputs(*text == '[' ? "(" : *text == ']' ? ")?" : (char[]){*text, '\0'}, stdout);
    }
    if (quoted)
        putchar('"');
}

static void write_flag(const char *flag)
{
    fputs(" | WORD_", stdout);
    for (; *flag; flag++)
        putchar(toupper((unsigned char)*flag));
}

static void write_rules(const struct indicator_compiler *c)
{
    FOR_LIST(rule, c->rules)
    {
        write_pattern(rule->text);
        if (rule->skipped) {
            puts("  ;");
            continue;
        }
        printf("  push(yyextra, %s, 0", rule->none ? "TOKEN_NONE" : "TOKEN_WORD");
        for (size_t f = 0; f < FLAGS; f++)
            if (rule->flags & 1u << f)
                write_flag(flags[f]);
        printf(", %d);\n", rule->word + 1);
    }
}

/* A set of words as C has it. */
#define SET "UINT64_C(%#" PRIx64 ")"

static void write_indicator(const struct indicator *one)
{
    printf("    {.id = \"%s\", .says = {", one->id);
    for (int i = 0; i < MAX_SAYS; i++)
        printf(SET ", ", one->says[i]);
    printf("}, .topic = " SET ", .topics = " SET, one->topic, one->topics);
    for (const struct property *property = properties; property < properties + PROPERTIES; property++) {
        const void *field = (const char *)one + property->offset;
        if (property->kind == MARK)
            printf(", .%s = %d", property->field, *(const bool *)field);
        else if (property->kind == WORDS)
            printf(", .%s = " SET, property->field, *(const uint64_t *)field);
        else if (*(const char *const *)field)
            printf(", .%s = \"%s\"", property->field, *(const char *const *)field);
    }
    puts("},");
}

static void write_list(const struct wording_list *list)
{
    printf("const char *const words_%s[] = {", list->name);
    for (char *one = strtok(list->words, "|"); one; one = strtok(NULL, "|")) {
        one += strspn(one, " \t");
        printf("\"%.*s\", ", (int)(strlen(one) - (one[strlen(one) - 1] == ' ')), one);
    }
    puts("NULL};");
}

static void write_tables(const struct indicator_compiler *c)
{
    const struct {
        const char *name;
        uint64_t words;
    } sets[] = {{"about", c->about},
                {"about_words", c->about_words},
                {"topics", c->topics},
                {"kinds", c->kinds},
                {"verbs", c->verbs},
                {"events", c->events},
                {"nouns", c->nouns | c->topics},
                {"light", c->light | c->verbs}};
    puts("/* indicators.c - made by indicatorc from forms/prose.indicators. */\n#include \"indicators.h\"\n");
    puts("const struct indicator indicator_table[] = {");
    for (int i = 0; i < c->indicators.count; i++)
        write_indicator(&c->indicators.item[i]);
    printf("};\nconst size_t indicator_count = %d;\n\nconst struct indicator_role indicator_roles[] = {\n",
           c->indicators.count);
    for (int i = 0; i < c->roles.count; i++)
        printf("    {\"%s\", " SET "},\n", c->roles.item[i].role, c->roles.item[i].topics);
    puts("};\n\nconst struct indicator_member indicator_members[] = {");
    for (int i = 0; i < c->members.count; i++)
        printf("    {" SET ", \"%s\"},\n", c->members.item[i].word, c->members.item[i].name);
    printf("};\nconst size_t indicator_role_count = %d;\n", c->roles.count);
    for (int i = 0; i < c->lists.count; i++)
        write_list(&c->lists.item[i]);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        printf("const uint64_t indicator_%s = " SET ";\n", sets[i].name, sets[i].words);
}

static void write_words(const struct indicator_compiler *c)
{
    puts("/* words.h - made by indicatorc from forms/prose.indicators: the words of its lists, NULL behind "
         "them. */\n#ifndef "
         "NB_WORDS_H\n#define NB_WORDS_H\n");
    for (int i = 0; i < c->lists.count; i++)
        printf("extern const char *const words_%s[];\n", c->lists.item[i].name);
    puts("\n#endif");
}

int main(int argc, char **argv)
{
    static const struct {
        const char *option;
        void (*write)(const struct indicator_compiler *c);
    } products[] = {{"--rules", write_rules}, {"--tables", write_tables}, {"--words", write_words}};
    int product = argc == 3 ? FIND_ANY(products, argv[1]) : -1;
    if (product < 0) {
        fprintf(stderr, "usage: indicatorc --rules|--tables|--words FILE\n");
        return 2;
    }
    struct nb_arena *arena = arena_new();
    struct indicator_compiler *c = arena_alloc(arena, sizeof *c);
    c->at.arena = arena;
    *NEXT(&c->at, c->words, "words") = "last_year";
    *NEXT(&c->at, c->words, "words") = "next_year";
    read_lines(&c->at, argv[2], read_line, c);
    products[product].write(c);
    arena_free(arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
