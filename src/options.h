/* options.h - the options of a command in one table, which getopt, --help and the completions of shells are
 * made from. */
#ifndef NB_OPTIONS_H
#define NB_OPTIONS_H

/* An option; a table of them ends with OPTION_OF_HELP. */
struct cli_option {
    int value;            /* the letter, or for an option without one a number from 256 on */
    const char *name;     /* the long name */
    const char *argument; /* what its argument is called, NULL for an option without */
    const char *values;   /* what the argument may be: words with spaces between; "@file", "@folder", "@rule",
                             "@form"; NULL: anything */
    const char *help;     /* in lines, to be translated */
};
extern const char words_of_help[];
#define OPTION_OF_HELP                                                                                       \
    {                                                                                                        \
        'h', "help", NULL, NULL, words_of_help                                                               \
    }
/* The table of a command that has no other. */
extern const struct cli_option only_help[];

/* A command; `usage` stands above the options in its help and `notes`, if not NULL, below. */
struct cli_command {
    const char *name, *full_name;
    int (*run)(int argc, char **argv); /* argv[0] is full_name; the exit status is returned */
    const char *summary, *usage, *notes;
    const struct cli_option *options;
    const char *arguments; /* what they may be, as an option's values */
};
/* All of them, NULL at the end. */
extern const struct cli_command *const cli_commands[];

/* Give each option of a command but --help to `take`, which returns -1 to go on, else the exit status.
 * Returns the exit status; -1: the arguments are next, from optind on. */
int take_options(const struct cli_command *command, int argc, char **argv,
                 int (*take)(void *user, int option), void *user);

#endif
