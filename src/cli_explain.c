/* cli_explain.c - nianbao explain: what a rule checks, why, an example, how to mend it. */
#include "cli.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

static int cli_explain(int argc, char **argv);

static const struct cli_option option_table[] = {
    {OPTION_FORMAT, "format", "FORMAT", "text markdown man", N_("text (default), markdown, man")},
    {OPTION_LANG, "lang", "LANGUAGE", "en zh", N_("en or zh (default: by the locale)")},
    OPTION_OF_HELP,
};

const struct cli_command explain_command = {
    .name = "explain",
    .full_name = "nianbao explain",
    .run = cli_explain,
    .summary = N_("tell what a rule checks, why, and how to mend it"),
    .usage =
        N_("Usage: nianbao explain [OPTION...] [RULE...]\n"
           "Tell what a rule checks, why, with a wrong and a right example, and how to mend what it finds.\n"
           "RULE is a number (NB302) or a name (outcome-total). Without one, all rules are listed.\n"),
    .options = option_table,
    .arguments = "@rule",
};

/* How an explanation is set: a rule's head, a part under its heading, an example under its heading. */
struct explain_setting {
    const char *name;
    void (*head)(const struct nb_rule *rule);
    void (*part)(const char *heading, const char *text);
    void (*example)(const char *heading, const char *text);
};

/* Each line of the text between two strings. */
static void print_lines(const char *before, const char *text, const char *after)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        printf("%s%.*s%s\n", before, (int)length, text, after);
        text += length + (text[length] == '\n');
    }
}

/* "NB101 article-missing", in Chinese "NB101 缺条目 article-missing". */
static void put_title(const struct nb_rule *rule)
{
    if (in_chinese())
        printf("%s %s %s", rule->id, rule->chinese, rule->name);
    else
        printf("%s %s", rule->id, rule->name);
}

/* " (error)", in Chinese “（错误）”. */
static void put_severity(const struct nb_rule *rule)
{
    printf(in_chinese() ? "（%s）" : " (%s)", _(nb_severity_name(rule->severity)));
}

static void text_head(const struct nb_rule *rule)
{
    put_title(rule);
    put_severity(rule);
    printf("\n  %s\n", _(rule->summary));
}

static void text_part(const char *heading, const char *text)
{
    printf("\n%s\n", heading);
    print_lines("  ", text, "");
}

static void markdown_head(const struct nb_rule *rule)
{
    fputs("### ", stdout);
    put_title(rule);
    printf("\n\n%s", _(rule->summary));
    put_severity(rule);
    fputs("\n\n", stdout);
}

static void markdown_part(const char *heading, const char *text)
{
    printf("- **%s%s** %s\n", heading, in_chinese() ? "：" : ":", text);
}

static void markdown_example(const char *heading, const char *text)
{
    printf("- **%s%s**\n\n  ```text\n", heading, in_chinese() ? "：" : ":");
    print_lines("  ", text, "");
    puts("  ```\n");
}

/* A backslash, and a full stop or apostrophe that begins a line, mean something else to roff. */
static void print_roff(const char *text)
{
    bool start = true;
    for (; *text; start = *text++ == '\n') {
        if (start && strchr(".'", *text))
            fputs("\\&", stdout);
        fputs(*text == '\\' ? "\\e" : *text == '-' ? "\\-" : (char[]){*text, '\0'}, stdout);
    }
    putchar('\n');
}

static void man_head(const struct nb_rule *rule)
{
    fputs(".SS \"", stdout);
    put_title(rule);
    put_severity(rule);
    fputs("\"\n", stdout);
    print_roff(_(rule->summary));
}

static void man_part(const char *heading, const char *text)
{
    printf(".TP\n.I %s\n", heading);
    print_roff(text);
}

static void man_example(const char *heading, const char *text)
{
    printf(".TP\n.I %s\n.nf\n", heading);
    print_roff(text);
    puts(".fi");
}

static const struct explain_setting settings[] = {
    {"text", text_head, text_part, text_part},
    {"markdown", markdown_head, markdown_part, markdown_example},
    {"man", man_head, man_part, man_example},
};

static const struct explain_setting *find_setting(const char *name)
{
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (!strcmp(name, settings[i].name))
            return &settings[i];
    return NULL;
}

static void explain_needs(const struct explain_setting *setting, const struct nb_rule *rule)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    char names[512] = "";
    for (size_t i = 0; i < count && i < 64; i++)
        if (rule->needs >> i & 1)
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", *names ? ", " : "",
                     rules[i].name);
    if (*names)
        setting->part(_("Runs after"), names);
}

static void explain(const struct explain_setting *setting, const struct nb_rule *rule)
{
    setting->head(rule);
    setting->part(_("What it checks"), _(rule->checks));
    setting->part(_("Source"), _(rule->source));
    explain_needs(setting, rule);
    setting->part(_("How to mend it"), _(rule->mend));
    setting->example(_("Wrong"), rule->wrong);
    setting->example(_("Right"), rule->right);
}

/* Without a name: a line for each rule as text, every explanation in the other settings. */
static void explain_all(const struct explain_setting *setting)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    for (size_t i = 0; i < count; i++)
        if (setting == settings)
            printf("%s  %-22s  %-7s  %s%s%s\n", rules[i].id, rules[i].name,
                   _(nb_severity_name(rules[i].severity)), in_chinese() ? rules[i].chinese : "",
                   in_chinese() ? "：" : "", _(rules[i].summary));
        else
            explain(setting, &rules[i]);
}

static int explain_named(const struct explain_setting *setting, char **names, const char *command)
{
    for (char **name = names; *name; name++) {
        const struct nb_rule *rule = nb_rule_find(*name);
        if (!rule)
            return usage_error(command, _("unknown rule '%s'"), *name);
        if (name > names)
            putchar('\n');
        explain(setting, rule);
    }
    return STATUS_OK;
}

static int take_option(void *user, int option)
{
    const struct explain_setting **setting = user;
    if (option != OPTION_FORMAT)
        return take_shared(&(struct call){.output = NULL}, option, &explain_command);
    *setting = find_setting(optarg);
    return *setting ? -1 : usage_error(explain_command.full_name, _("unknown output format '%s'"), optarg);
}

static int cli_explain(int argc, char **argv)
{
    const struct explain_setting *setting = settings;
    int status = take_options(&explain_command, argc, argv, take_option, &setting);
    if (status >= 0)
        return status;
    if (optind < argc)
        return explain_named(setting, argv + optind, argv[0]);
    explain_all(setting);
    return STATUS_OK;
}
