/* indicatorc.c - the indicator compiler: forms/prose.indicators in, scanner rules for prose or tables out. Runs in the build.
 *
 * Usage: indicatorc --rules FILE     flex rules, one a wording, for lint/prose.l
 *        indicatorc --tables FILE    C tables for the meaning of facts
 *
 * The language is explained in doc/forms.md. */
#include "arena.h"
#include "indicators.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_WORDS = 64, MAX_RULES = 2048, MAX_INDICATORS = 256, MAX_ROLES = 16, TOLD_BY_YEARS = 2 };

/* A wording: `none` says that there is none of the word; `word` is -1 where it names none; `flags` is a set of the table below.
 */
struct wording {
    char *text;
    int word;
    bool none;
    unsigned flags;
};

struct compiler {
    struct nb_arena *arena;
    const char *file;
    int line;
    char *words[MAX_WORDS];
    int word_count;
    uint64_t topics, verbs, events, nouns, about, about_words;
    struct wording rules[MAX_RULES];
    int rule_count;
    struct indicator indicators[MAX_INDICATORS];
    int indicator_count, first; /* the entries of the indicator being read start here */
    char *id;
    struct indicator_role roles[MAX_ROLES];
    int role_count;
};

/* What a word or a wording is marked with, aspects of article one first, and what the scanner says of it. */
static const char *const flags[][2] = {{"proactive", "WORD_PROACTIVE"},
                                       {"on_request", "WORD_ON_REQUEST"},
                                       {"management", "WORD_MANAGEMENT"},
                                       {"platform", "WORD_PLATFORM"},
                                       {"oversight", "WORD_OVERSIGHT"},
                                       {"fee", "WORD_FEE"},
                                       {"bare", "WORD_BARE"},
                                       {"verb", "WORD_VERB"},
                                       {"touches", "WORD_TOUCHES"},
                                       {"unclear", "WORD_UNCLEAR"},
                                       {"join", "WORD_JOIN"}};
enum { FLAGS = sizeof flags / sizeof *flags };

static void fail(const struct compiler *c, const char *message, const char *what)
{
    fprintf(stderr, "%s:%d: %s: %s\n", c->file, c->line, message, what);
    exit(1);
}

static int next(const struct compiler *c, int *count, int limit, const char *what)
{
    if (*count == limit)
        fail(c, "too many", what);
    return (*count)++;
}

/* Cut the next word off *text; "" at the end. */
static char *cut(const struct compiler *c, char **text)
{
    char *start = *text + strspn(*text, " \t"), *end = start + strcspn(start, " \t");
    *text = end;
    return arena_strndup(c->arena, start, (size_t)(end - start));
}

static unsigned flag_named(const struct compiler *c, const char *name)
{
    for (size_t i = 0; i < FLAGS; i++)
        if (!strcmp(flags[i][0], name))
            return 1u << i;
    fail(c, "unknown aspect", name);
    return 0;
}

static int word_named(const struct compiler *c, const char *name)
{
    for (int i = 0; i < c->word_count; i++)
        if (!strcmp(c->words[i], name))
            return i;
    fail(c, "unknown word", name);
    return -1;
}

/* "a/b" as a set of words. */
static uint64_t set_of(const struct compiler *c, char *names)
{
    uint64_t set = 0;
    for (char *name = names; name;) {
        char *slash = strchr(name, '/');
        if (slash)
            *slash++ = '\0';
        set |= UINT64_C(1) << word_named(c, name);
        name = slash;
    }
    return set;
}

static uint64_t set_of_all(const struct compiler *c, char *rest)
{
    uint64_t set = 0;
    for (char *name; *(name = cut(c, &rest));)
        set |= set_of(c, name);
    return set;
}

/* One wording, behind it the flags that it has besides those of its word. */
static void read_wording(struct compiler *c, char *text, struct wording rule)
{
    char *wording = cut(c, &text);
    if (!*wording)
        fail(c, "empty wording", text);
    for (char *flag; *(flag = cut(c, &text));)
        rule.flags |= flag_named(c, flag);
    for (int i = 0; i < c->rule_count; i++)
        if (!strcmp(c->rules[i].text, wording))
            fail(c, "this wording has a word already", wording);
    rule.text = wording;
    c->rules[next(c, &c->rule_count, MAX_RULES, "wordings")] = rule;
}

/* "wording | wording"; bars inside ( ) are of the wording. */
static void read_wordings(struct compiler *c, char *rest, struct wording rule)
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

static char *behind_colon(const struct compiler *c, char *rest)
{
    char *colon = strstr(rest, " :");
    if (!colon)
        fail(c, "no colon", rest);
    *colon = '\0';
    return colon + 2;
}

/* A word that the scanner gives to years has no number of its own. */
static int new_word(struct compiler *c, char *name)
{
    for (int i = 0; i < TOLD_BY_YEARS; i++)
        if (!strcmp(c->words[i], name))
            return i;
    int word = next(c, &c->word_count, MAX_WORDS, "words");
    c->words[word] = name;
    return word;
}

static void read_word(struct compiler *c, char *rest)
{
    char *wordings = behind_colon(c, rest), *name = cut(c, &rest);
    struct wording rule = {.word = -1};
    uint64_t bit = 0;
    if (strcmp(name, "-")) {
        rule.word = new_word(c, name);
        bit = UINT64_C(1) << rule.word;
    }
    for (char *flag; *(flag = cut(c, &rest));)
        if (!strcmp(flag, "topic"))
            c->topics |= bit;
        else if (!strcmp(flag, "noun"))
            c->nouns |= bit;
        else if (!strcmp(flag, "event"))
            c->events |= bit;
        else
            rule.flags |= flag_named(c, flag);
    if (rule.flags & flag_named(c, "verb"))
        c->verbs |= bit;
    read_wordings(c, wordings, rule);
}

static void read_none(struct compiler *c, char *rest)
{
    char *wordings = behind_colon(c, rest), *name = cut(c, &rest);
    bool strict = !strcmp(name, "~"), nothing = strict || !strcmp(name, "-");
    struct wording rule = {.word = nothing ? -1 : word_named(c, name), .none = true};
    rule.flags = strict ? flag_named(c, "touches") : 0;
    for (char *flag; *(flag = cut(c, &rest));)
        rule.flags |= flag_named(c, flag);
    read_wordings(c, wordings, rule);
}

static void read_role(struct compiler *c, char *rest)
{
    char *topics = behind_colon(c, rest);
    c->roles[next(c, &c->role_count, MAX_ROLES, "roles")] = (struct indicator_role){cut(c, &rest), set_of_all(c, topics)};
}

static void read_about(struct compiler *c, char *rest)
{
    char *words = behind_colon(c, rest);
    c->about = set_of_all(c, rest);
    c->about_words = set_of_all(c, words);
}

static void read_says(struct compiler *c, char *rest)
{
    struct indicator *one = &c->indicators[next(c, &c->indicator_count, MAX_INDICATORS, "wordings of indicators")];
    int count = 0;
    *one = (struct indicator){.id = c->id};
    for (char *name; *(name = cut(c, &rest));)
        one->says[next(c, &count, MAX_SAYS, "words")] = set_of(c, name);
}

static void read_of(const struct compiler *c, struct indicator *one, char *rest)
{
    char *first = cut(c, &rest);
    one->topic = strcmp(first, "-") ? set_of(c, first) : 0;
    one->topics = one->topic | set_of_all(c, rest);
    if (one->topics & ~c->topics)
        fail(c, "no topic", first);
}

/* A line below an indicator, for each of its wordings. */
static void read_property(struct compiler *c, const char *key, char *rest)
{
    if (!strcmp(key, "says")) {
        read_says(c, rest);
        return;
    }
    rest += strspn(rest, " \t");
    for (int i = c->first; i < c->indicator_count; i++) {
        struct indicator *one = &c->indicators[i];
        char *copy = arena_strndup(c->arena, rest, strlen(rest));
        if (!strcmp(key, "of"))
            read_of(c, one, copy);
        else if (!strcmp(key, "not"))
            one->without = set_of_all(c, copy);
        else if (!strcmp(key, "units"))
            one->units = copy;
        else if (!strcmp(key, "cells"))
            one->cells = copy;
        else if (!strcmp(key, "or"))
            one->tolerated = copy;
        else if (!strcmp(key, "plain"))
            one->plain = true;
        else if (!strcmp(key, "modified"))
            one->modified = true;
        else if (!strcmp(key, "stock"))
            one->stock = true;
        else
            fail(c, "unknown word", key);
    }
}

static void read_line(struct compiler *c, char *line)
{
    char *rest = line, *key = cut(c, &rest);
    if (!*key || *key == '#')
        return;
    if (!strcmp(key, "word")) {
        read_word(c, rest);
    } else if (!strcmp(key, "none")) {
        read_none(c, rest);
    } else if (!strcmp(key, "role")) {
        read_role(c, rest);
    } else if (!strcmp(key, "about")) {
        read_about(c, rest);
    } else if (!strcmp(key, "indicator")) {
        c->id = cut(c, &rest);
        c->first = c->indicator_count;
    } else if (c->id) {
        read_property(c, key, rest);
    } else {
        fail(c, "unknown word", key);
    }
}

static void read_file(struct compiler *c)
{
    FILE *in = fopen(c->file, "r");
    char line[4096];
    if (!in)
        fail(c, "cannot be opened", c->file);
    while (fgets(line, sizeof line, in)) {
        c->line++;
        line[strcspn(line, "\r\n")] = '\0';
        read_line(c, line);
    }
    fclose(in);
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

static void write_rules(const struct compiler *c)
{
    for (int i = 0; i < c->rule_count; i++) {
        const struct wording *rule = &c->rules[i];
        write_pattern(rule->text);
        printf("  push(yyextra, %s, 0", rule->none ? "TOKEN_NONE" : "TOKEN_WORD");
        for (size_t f = 0; f < FLAGS; f++)
            if (rule->flags & 1u << f)
                printf(" | %s", flags[f][1]);
        printf(", %d);\n", rule->word + 1);
    }
}

static void write_text(const char *text)
{
    if (text)
        printf("\"%s\"", text);
    else
        fputs("NULL", stdout);
}

static void write_indicator(const struct indicator *one)
{
    printf("    {\"%s\", {", one->id);
    for (int i = 0; i < MAX_SAYS; i++)
        printf("UINT64_C(0x%llx), ", (unsigned long long)one->says[i]);
    printf("}, UINT64_C(0x%llx), UINT64_C(0x%llx), UINT64_C(0x%llx), %d, %d, %d, ", (unsigned long long)one->topic,
           (unsigned long long)one->topics, (unsigned long long)one->without, one->plain, one->modified, one->stock);
    write_text(one->units);
    fputs(", ", stdout);
    write_text(one->cells);
    fputs(", ", stdout);
    write_text(one->tolerated);
    puts("},");
}

static void write_tables(const struct compiler *c)
{
    puts("/* indicators.c - made by indicatorc from forms/prose.indicators. */\n#include \"indicators.h\"\n");
    puts("const struct indicator indicator_table[] = {");
    for (int i = 0; i < c->indicator_count; i++)
        write_indicator(&c->indicators[i]);
    printf("};\nconst size_t indicator_count = %d;\n\nconst struct indicator_role indicator_roles[] = {\n", c->indicator_count);
    for (int i = 0; i < c->role_count; i++)
        printf("    {\"%s\", UINT64_C(0x%llx)},\n", c->roles[i].role, (unsigned long long)c->roles[i].topics);
    printf("};\nconst size_t indicator_role_count = %d;\n", c->role_count);
    printf("const uint64_t indicator_about = UINT64_C(0x%llx);\n", (unsigned long long)c->about);
    printf("const uint64_t indicator_about_words = UINT64_C(0x%llx);\n", (unsigned long long)c->about_words);
    printf("const uint64_t indicator_topics = UINT64_C(0x%llx);\n", (unsigned long long)c->topics);
    printf("const uint64_t indicator_verbs = UINT64_C(0x%llx);\n", (unsigned long long)c->verbs);
    printf("const uint64_t indicator_events = UINT64_C(0x%llx);\n", (unsigned long long)c->events);
    printf("const uint64_t indicator_nouns = UINT64_C(0x%llx);\n", (unsigned long long)(c->nouns | c->topics));
}

int main(int argc, char **argv)
{
    if (argc != 3 || (strcmp(argv[1], "--rules") && strcmp(argv[1], "--tables"))) {
        fprintf(stderr, "usage: indicatorc --rules|--tables FILE\n");
        return 2;
    }
    struct nb_arena *arena = arena_new();
    struct compiler *c = arena_alloc(arena, sizeof *c);
    c->arena = arena;
    c->file = argv[2];
    c->words[c->word_count++] = "last_year";
    c->words[c->word_count++] = "next_year";
    read_file(c);
    if (!strcmp(argv[1], "--rules"))
        write_rules(c);
    else
        write_tables(c);
    arena_free(arena);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
