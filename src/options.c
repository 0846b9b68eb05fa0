/* options.c - options are taken and explained by one table. */
#include "options.h"

#include "cli.h"
#include "i18n.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

/* convert has 19; the test of the completions goes through all of them. */
enum { MOST_OPTIONS = 40, HELP_COLUMN = 25 };

const char words_of_help[] = N_("this help");
const struct cli_option only_help[] = {OPTION_OF_HELP};

/* The next option by its value, as getopt_long() has it: -1 behind the last, '?' for a wrong one. */
static int next_option(const struct cli_option *options, int argc, char **argv)
{
    struct option names[MOST_OPTIONS + 1] = {0};
    char letters[2 * MOST_OPTIONS + 1], *letter = letters;
    for (size_t i = 0; i < MOST_OPTIONS; i++) {
        const struct cli_option *option = &options[i];
        names[i] = (struct option){option->name, option->argument ? required_argument : no_argument, NULL,
                                   option->value};
        if (option->value < 256)
            *letter++ = (char)option->value;
        if (option->value < 256 && option->argument)
            *letter++ = ':';
        if (option->value == 'h')
            break;
    }
    *letter = '\0';
    return getopt_long(argc, argv, letters, names, NULL);
}

/* Behind the option's name; further lines below the first. */
static void put_lines(int column, const char *lines)
{
    for (size_t length; *lines; lines += length + (lines[length] == '\n'), column = 0) {
        length = strcspn(lines, "\n");
        printf("%*s%.*s\n", column < HELP_COLUMN ? HELP_COLUMN - column : 1, "", (int)length, lines);
    }
}

static void put_option(const struct cli_option *option)
{
    int column = option->value < 256 ? printf("  -%c, ", option->value) : printf("      ");
    column += printf("--%s", option->name);
    column += option->argument ? printf("=%s", option->argument) : 0;
    put_lines(column, _(option->help));
}

static void put_help(const struct cli_command *command)
{
    printf("%s\n", _(command->usage));
    const struct cli_option *option = command->options;
    do
        put_option(option);
    while (option++->value != 'h');
    if (command->notes)
        printf("\n%s", _(command->notes));
}

int take_options(const struct cli_command *command, int argc, char **argv,
                 int (*take)(void *user, int option), void *user)
{
    int status = -1;
    for (int option; status < 0 && (option = next_option(command->options, argc, argv)) != -1;)
        if (option == 'h') {
            put_help(command);
            status = STATUS_OK;
        } else {
            status = option == '?' ? bad_option(argv) : take(user, option);
        }
    return status;
}
