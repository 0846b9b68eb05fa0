/* main.c - the command line of nianbao: finds the command and leaves the rest to it. */
#include "config.h"

#include "cli.h"
#include "files.h"
#include "i18n.h"
#include "language.h"

#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <libxml/xmlversion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef HAVE_SQLITE
#include <sqlite3.h>
#define SQLITE ", SQLite " SQLITE_VERSION
#else
#define SQLITE ""
#endif

const struct cli_command *const cli_commands[] = {
    &convert_command, &lint_command,   &diff_command,       &forms_command,
    &explain_command, &schema_command, &completion_command, NULL};

static void print_help(FILE *file)
{
    fputs(_("Usage: nianbao COMMAND [OPTION...] [ARGUMENT...]\n"
            "Compile annual reports on government information disclosure (政府信息公开工作年度报告).\n\n"),
          file);
    for (const struct cli_command *const *command = cli_commands; *command; command++)
        fprintf(file, "  %-10s  %s\n", (*command)->name, _((*command)->summary));
    fputs(_("\n'nianbao COMMAND --help' explains a command; 'nianbao --version' prints the version.\n"
            "Exit status: 0 all is well, 1 findings, 2 wrong usage, unreadable input or output that cannot "
            "be written.\n"),
          file);
}

/* What is needed to say which nianbao this is. */
static void print_version(void)
{
    size_t count;
    const struct nb_form *forms = nb_forms(&count);
    puts(PACKAGE_STRING);
    puts(_("Licence: MIT; nianbao-pdf, a program of its own where PDF is read: GPL-2.0-or-later"));
    printf(_("Built with: %s\n"),
           "libxml2 " LIBXML_DOTTED_VERSION ", zlib " ZLIB_VERSION ", jansson " JANSSON_VERSION SQLITE);
    puts(_("Forms:"));
    for (size_t i = 0; i < count; i++)
        printf("  %s  %s, %s\n", forms[i].id, forms[i].name, forms[i].notice);
}

static int run_command(int argc, char **argv)
{
    for (const struct cli_command *const *command = cli_commands; *command; command++)
        if (!strcmp(argv[1], (*command)->name)) {
            argv[1] = (char *)(*command)->full_name;
            return (*command)->run(argc - 1, argv + 1);
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
        print_version();
        return STATUS_OK;
    }
    return run_command(argc, argv);
}

/* Blocks of half a mebibyte go back to the system when they are freed. By itself glibc raises that limit to
 * the largest block freed so far. Of 1,500 reports on two threads, one in a hundred of them three to twenty
 * times as long as the others, 9.4 MB are held between the long ones and not 11.8; the peak, a long report,
 * is the same. It costs 0.15 s of 2.3 s of the processor, in the kernel; of 600 ordinary reports 0.06 s of
 * 0.9 s. Where each report gave smaller blocks back, too, and asked for them again, 200 pages took 4,265
 * faults of pages for 460, and a twentieth of their time. */
static void return_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
#endif
}

/* Where a string of JSON grows and memory is out, jansson goes on without the byte, or aborts: it is not
 * asked to. */
static void *allocate(size_t size)
{
    return checked(malloc(size));
}

/* What the program opens never takes the place of a standard file that was closed, where messages would be
 * written into it. Opened for the other direction, it cannot be used as before. */
static void fill_standard_files(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            break;
}

int main(int argc, char **argv)
{
    fill_standard_files();
    return_memory();
    json_set_alloc_funcs(allocate, free);
    /* Messages are put together from pieces, and flushed when they are whole: line by line the C library
     * writes byte by byte, which cost the findings of a report 2 instructions for each byte of it. */
    setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
    set_language(NULL);
    targets_clean_up();
    opterr = 0;
    int status = run(argc, argv);
    return flush_stdout() ? status : STATUS_FAILED;
}
