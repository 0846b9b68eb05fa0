/* cli_schema.c - nianbao schema: print the schema of an output format. */
#include "cli.h"
#include "codebook.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

static const char help[] =
    N_("Usage: nianbao schema xml|json|csv|codebook\n"
       "Print the schema of an output format: XML Schema, JSON Schema (2020-12), CSV on the Web metadata;\n"
       "or the codebook: what every column and cell id means, in both languages, as CSV.\n");

static const struct option long_options[] = {{"help", no_argument, NULL, 'h'}, {NULL, 0, NULL, 0}};

int cli_schema(int argc, char **argv)
{
    int option = getopt_long(argc, argv, "h", long_options, NULL);
    if (option == 'h') {
        fputs(_(help), stdout);
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
