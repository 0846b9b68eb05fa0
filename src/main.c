/* main.c - the command line of nianbao: finds the command and leaves the rest to it. */
#include "cli.h"
#include "config.h"
#include "files.h"
#include "i18n.h"
#include "language.h"

#include <getopt.h>
#include <string.h>

static const struct command {
    const char *name, *full_name;
    int (*run)(int argc, char **argv);
    const char *summary;
} commands[] = {
    {"convert", "nianbao convert", cli_convert, N_("turn reports into JSON, XML or CSV")},
    {"lint", "nianbao lint", cli_lint, N_("check reports and say what is wrong, where, and how to mend it")},
    {"diff", "nianbao diff", cli_diff, N_("tell what changed from one report to another")},
    {"forms", "nianbao forms", cli_forms, N_("show the statutory forms: rows, columns, labels, relations")},
    {"explain", "nianbao explain", cli_explain, N_("tell what a rule checks, why, and how to mend it")},
    {"schema", "nianbao schema", cli_schema, N_("print the schema of an output format")},
};

static void print_help(FILE *file)
{
    fputs(_("Usage: nianbao COMMAND [OPTION...] [ARGUMENT...]\n"
            "Compile annual reports on government information disclosure (政府信息公开工作年度报告).\n\n"),
          file);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(file, "  %-8s  %s\n", commands[i].name, _(commands[i].summary));
    fputs(_("\n'nianbao COMMAND --help' explains a command; 'nianbao --version' prints the version.\n"
            "Exit status: 0 all is well, 1 findings, 2 wrong usage, unreadable input or output that cannot be written.\n"),
          file);
}

static int run_command(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(argv[1], commands[i].name)) {
            argv[1] = (char *)commands[i].full_name;
            return commands[i].run(argc - 1, argv + 1);
        }
    return usage_error("nianbao", _("unknown command '%s'"), argv[1]);
}

static int run(int argc, char **argv)
{
    if (argc < 2)
        return usage_error("nianbao", _("a command is missing"));
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
        print_help(stdout);
        return STATUS_OK;
    }
    if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V")) {
        puts(PACKAGE_STRING);
        return STATUS_OK;
    }
    return run_command(argc, argv);
}

int main(int argc, char **argv)
{
    /* Messages are put together from pieces; a line at a time is soon enough. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    set_language(NULL);
    targets_clean_up();
    opterr = 0;
    int status = run(argc, argv);
    return flush_stdout() ? status : STATUS_FAILED;
}
