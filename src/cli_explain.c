/* cli_explain.c - nianbao explain: what a rule checks, why, an example, how to mend it. */
#include "cli.h"
#include "i18n.h"
#include "language.h"

#include <getopt.h>
#include <string.h>

static const char help[] = N_("Usage: nianbao explain [RULE...]\n"
                              "Tell what a rule checks, why, with a wrong and a right example, and how to mend what it finds.\n"
                              "RULE is a number (NB302) or a name (outcome-total). Without one, all rules are listed.\n"
                              "  --lang=LANGUAGE  en or zh (default: by the locale)\n");

static const struct option long_options[] = {
    {"lang", required_argument, NULL, 'l'}, {"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};

static void list_rules(void)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    for (size_t i = 0; i < count; i++)
        printf("%s  %-22s  %-7s  %s\n", rules[i].id, rules[i].name, nb_severity_name(rules[i].severity), _(rules[i].summary));
}

/* A heading, and under it each line of the text indented. */
static void print_part(const char *heading, const char *text)
{
    printf("\n%s\n", heading);
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        printf("  %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
}

static void explain(const struct nb_rule *rule)
{
    printf("%s %s (%s)\n  %s\n", rule->id, rule->name, nb_severity_name(rule->severity), _(rule->summary));
    print_part(_("What it checks"), _(rule->checks));
    print_part(_("Source"), _(rule->source));
    print_part(_("Wrong"), rule->wrong);
    print_part(_("Right"), rule->right);
    print_part(_("How to mend it"), _(rule->mend));
}

int cli_explain(int argc, char **argv)
{
    for (int option; (option = getopt_long(argc, argv, "h", long_options, NULL)) != -1;) {
        if (option == 'h') {
            fputs(_(help), stdout);
            return STATUS_OK;
        }
        if (option != 'l')
            return see_help(argv[0]);
        if (!set_language(optarg))
            return usage_error(argv[0], _("unknown language '%s'"), optarg);
    }
    if (optind == argc)
        list_rules();
    for (int i = optind; i < argc; i++) {
        const struct nb_rule *rule = nb_rule_find(argv[i]);
        if (!rule)
            return usage_error(argv[0], _("unknown rule '%s'"), argv[i]);
        if (i > optind)
            putchar('\n');
        explain(rule);
    }
    return STATUS_OK;
}
