/* cli_schema.c - nianbao schema: print the schema of an output format. */
#include "cli.h"
#include "codebook.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

static int cli_schema(int argc, char **argv);

static const struct cli_option option_table[] = {
    OPTION_OF_HELP,
};

const struct cli_command schema_command = {
    .name = "schema",
    .full_name = "nianbao schema",
    .run = cli_schema,
    .summary = N_("print the schema of an output format"),
    .usage = N_("Usage: nianbao schema xml|json|csv|codebook\n"
                "Print the schema of an output format: XML Schema, JSON Schema (2020-12), CSV on the Web metadata;\n"
                "or the codebook: what every column and cell id means, in both languages, as CSV.\n"),
    .notes = NULL,
    .options = option_table,
    .arguments = "xml json csv codebook",
};

static int cli_schema(int argc, char **argv)
{
    int option = next_option(option_table, argc, argv);
    if (option == 'h') {
        put_help(&schema_command);
        return STATUS_OK;
    }
    if (option != -1)
        return bad_option(argv);
    if (argc - optind != 1)
        return usage_error(argv[0], _("one format is expected"));
    if (!strcmp(argv[optind], "codebook")) {
        codebook_write(stdout);
        return STATUS_OK;
    }
    const char *schema = nb_schema(argv[optind]);
    if (!schema)
        return usage_error(argv[0], _("no schema for '%s'"), argv[optind]);
    fputs(schema, stdout);
    return STATUS_OK;
}
