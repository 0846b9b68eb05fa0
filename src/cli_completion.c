/* cli_completion.c - nianbao completion: what a shell completes behind "nianbao", from the tables of options.
 */
#include "cli.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

static int cli_completion(int argc, char **argv);

const struct cli_command completion_command = {
    .name = "completion",
    .full_name = "nianbao completion",
    .run = cli_completion,
    .summary = N_("print what a shell needs to complete commands and options"),
    .usage = N_("Usage: nianbao completion bash|zsh|fish\n"
                "Print what the shell needs to complete commands, options and their values.\n"),
    .options = only_help,
    .arguments = "bash zsh fish",
};

/* ---- what all shells share ---- */

/* The first line of `text` inside single quotes, with a backslash before each of `marks`; `quote` stands for
 * a single quote. */
static void put_quoted(const char *text, const char *marks, const char *quote)
{
    for (; *text && *text != '\n'; text++) {
        if (*text == '\'') {
            fputs(quote, stdout);
            continue;
        }
        if (strchr(marks, *text))
            putchar('\\');
        putchar(*text);
    }
}

static void put_rules(void)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    fputs("all", stdout);
    for (size_t i = 0; i < count; i++)
        printf(" %s %s", rules[i].id, rules[i].name);
}

static void put_forms(void)
{
    size_t count;
    const struct nb_form *forms = nb_forms(&count);
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i ? " " : "", forms[i].id);
}

/* The words that an argument may be; none where it is a file, a folder or anything. */
static void put_words(const char *values)
{
    if (values && !strcmp(values, "@rule"))
        put_rules();
    else if (values && !strcmp(values, "@form"))
        put_forms();
    else if (values && *values != '@')
        fputs(values, stdout);
}

static bool is_kind(const char *values, const char *kind)
{
    return values && !strcmp(values, kind);
}

/* ---- bash ---- */

static void bash_values(const char *values)
{
    if (is_kind(values, "@file") || is_kind(values, "@folder"))
        printf("kind=%s\n", values + 1);
    else {
        fputs("words='", stdout);
        put_words(values);
        puts("'");
    }
}

static void bash_command(const struct cli_command *command)
{
    const struct cli_option *option = command->options;
    fputs("            ", stdout);
    bash_values(command->arguments);
    fputs("            [[ $word != -* ]] || kind= words='", stdout);
    do {
        if (option->value < 256)
            printf("-%c ", option->value);
        printf("--%s%s ", option->name, option->argument ? "=" : "");
    } while (option++->value != 'h');
    puts("'\n            case $before in");
    for (option = command->options; option->value != 'h'; option++) {
        if (!option->argument)
            continue;
        fputs("                ", stdout);
        if (option->value < 256)
            printf("-%c | ", option->value);
        printf("--%s) kind= words=\n                    ", option->name);
        bash_values(option->values);
        puts("                    ;;");
    }
    puts("            esac");
}

/* To bash "=" is a word of its own, and of several rules the last is completed. */
static void put_bash(void)
{
    puts("# bash completion for nianbao, made by 'nianbao completion bash'\n"
         "_nianbao()\n"
         "{\n"
         "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words='' kind='' "
         "list=''\n"
         "    [[ $before != = ]] || before=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "    [[ $word != = ]] || word=\n"
         "    case $before in --enable | --disable) list=${word%\"${word##*,}\"} word=${word##*,} ;; esac");
    fputs("    ((COMP_CWORD > 1)) || words='--help --version", stdout);
    for (const struct cli_command *const *command = cli_commands; *command; command++)
        printf(" %s", (*command)->name);
    puts("'\n    ((COMP_CWORD == 1)) || case ${COMP_WORDS[1]} in");
    for (const struct cli_command *const *command = cli_commands; *command; command++) {
        printf("        %s)\n", (*command)->name);
        bash_command(*command);
        puts("            ;;");
    }
    puts("    esac\n"
         "    case $kind in\n"
         "        file) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n"
         "        folder) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -d -- \"$word\") ;;\n"
         "        *) mapfile -t COMPREPLY < <(compgen -P \"$list\" -W \"$words\" -- \"$word\") ;;\n"
         "    esac\n"
         "    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace\n"
         "}\n"
         "complete -F _nianbao nianbao");
}

/* ---- zsh ---- */

static void zsh_values(const char *values)
{
    if (is_kind(values, "@file"))
        fputs("_files", stdout);
    else if (is_kind(values, "@folder"))
        fputs("_files -/", stdout);
    else if (is_kind(values, "@rule")) {
        fputs("_sequence compadd - ", stdout);
        put_words(values);
    } else {
        fputs(values ? "(" : " ", stdout);
        put_words(values);
        fputs(values ? ")" : "", stdout);
    }
}

static void zsh_option(const struct cli_option *option)
{
    const char *after = option->argument ? "=" : "";
    fputs("                ", stdout);
    if (option->value < 256)
        printf("'(-%c --%s)'{-%c%s,--%s%s}'[", option->value, option->name, option->value,
               option->argument ? "+" : "", option->name, after);
    else
        printf("'--%s%s[", option->name, after);
    put_quoted(_(option->help), "[]:\\", "'\\''");
    putchar(']');
    if (option->argument) {
        putchar(':');
        put_quoted(option->argument, "[]:\\", "'\\''");
        putchar(':');
        zsh_values(option->values);
    }
    puts("' \\");
}

static void put_zsh(void)
{
    puts("#compdef nianbao\n# zsh completion for nianbao, made by 'nianbao completion zsh'\n"
         "_nianbao() {\n"
         "    local -a commands=(");
    for (const struct cli_command *const *command = cli_commands; *command; command++) {
        printf("        '%s:", (*command)->name);
        put_quoted(_((*command)->summary), ":\\", "'\\''");
        puts("'");
    }
    puts("        '--help' '--version'\n    )\n"
         "    if ((CURRENT == 2)); then\n"
         "        _describe command commands\n"
         "        return\n"
         "    fi\n"
         "    local command=$words[2]\n"
         "    shift words\n"
         "    ((CURRENT--))\n"
         "    case $command in");
    for (const struct cli_command *const *command = cli_commands; *command; command++) {
        const struct cli_option *option = (*command)->options;
        printf("        %s)\n            _arguments -s \\\n", (*command)->name);
        do
            zsh_option(option);
        while (option++->value != 'h');
        fputs("                '*: :", stdout);
        zsh_values((*command)->arguments);
        puts("'\n            ;;");
    }
    puts("    esac\n}\n"
         "if [[ $funcstack[1] == _nianbao ]]; then\n"
         "    _nianbao \"$@\"\n"
         "else\n"
         "    compdef _nianbao nianbao\n"
         "fi");
}

/* ---- fish ---- */

static void fish_values(const char *values)
{
    if (is_kind(values, "@folder"))
        fputs(" -a '(__fish_complete_directories)'", stdout);
    else if (is_kind(values, "@file"))
        fputs(" -F", stdout);
    else if (values) {
        fputs(" -a '", stdout);
        put_words(values);
        putchar('\'');
    }
}

static void fish_option(const char *command, const struct cli_option *option)
{
    printf("complete -c nianbao -n '__fish_seen_subcommand_from %s' -l %s", command, option->name);
    if (option->value < 256)
        printf(" -s %c", option->value);
    if (option->argument) {
        fputs(is_kind(option->values, "@file") ? " -r" : " -x", stdout);
        fish_values(option->values);
    }
    fputs(" -d '", stdout);
    put_quoted(_(option->help), "\\", "\\'");
    puts("'");
}

static void put_fish(void)
{
    puts("# fish completion for nianbao, made by 'nianbao completion fish'\n"
         "complete -c nianbao -f\n"
         "complete -c nianbao -n __fish_use_subcommand -l help\n"
         "complete -c nianbao -n __fish_use_subcommand -l version");
    for (const struct cli_command *const *command = cli_commands; *command; command++) {
        const struct cli_option *option = (*command)->options;
        printf("complete -c nianbao -n __fish_use_subcommand -a %s -d '", (*command)->name);
        put_quoted(_((*command)->summary), "\\", "\\'");
        printf("'\ncomplete -c nianbao -n '__fish_seen_subcommand_from %s'", (*command)->name);
        fish_values((*command)->arguments);
        putchar('\n');
        do
            fish_option((*command)->name, option);
        while (option++->value != 'h');
    }
}

static int cli_completion(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*put)(void);
    } shells[] = {{"bash", put_bash}, {"zsh", put_zsh}, {"fish", put_fish}};
    int status = take_options(&completion_command, argc, argv, NULL, NULL);
    if (status >= 0)
        return status;
    if (argc - optind != 1)
        return usage_error(argv[0], _("one shell is expected"));
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (!strcmp(argv[optind], shells[i].name)) {
            shells[i].put();
            return STATUS_OK;
        }
    return usage_error(argv[0], _("unknown shell '%s'"), argv[optind]);
}
