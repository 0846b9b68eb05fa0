/* cli_schema.c - nianbao schema: print the schema of an output format. */
#include "cli.h"
#include "codebook.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

static int cli_schema(int argc, char **argv);

const struct cli_command schema_command = {
    .name = "schema",
    .full_name = "nianbao schema",
    .run = cli_schema,
    .summary = N_("print the schema of an output format"),
    .usage = N_(
        "Usage: nianbao schema xml|json|csv|codebook\n"
        "Print the schema of an output format: XML Schema, JSON Schema (2020-12), CSV on the Web metadata;\n"
        "or the codebook: what every column and cell id means, in both languages, as CSV.\n"),
    .options = only_help,
    .arguments = "xml json csv codebook",
};

static int cli_schema(int argc, char **argv)
{
    int status = take_options(&schema_command, argc, argv, NULL, NULL);
    if (status >= 0)
        return status;
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
