/* form_fuzzer.c - bytes as a form file, through the form compiler in this process: it refuses or compiles,
 * and the same bytes always in the same way. */
#include "fuzzer.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* The form compiler ends its process; here its work is given up, which releases its memory. It prints to what
 * `stdout` is. */
static const struct form_source {
    const uint8_t *bytes;
    size_t length;
} * source;
static FILE *opened;
_Noreturn static void refuse(int status);
static FILE *open_source(const char *path, const char *mode);
static int close_source(FILE *file);

#define main formc_main
#define exit refuse
#define fopen open_source
#define fclose close_source
#undef stderr
#define stderr stdout
#define compile compile_forms
int formc_main(int argc, char **argv);
/* The readers of the core have a function of this name, too. */
#define read_lines read_statements
#include "formc.c"
#include "formc_labels.c"
#include "formc_write.c"
#include "statements.c"
#undef exit
#undef fopen
#undef fclose

_Noreturn static void refuse(int status)
{
    HOLDS(status == 1);
    memory_out();
}

static FILE *open_source(const char *path, const char *mode)
{
    (void)path;
    opened = fmemopen((void *)source->bytes, source->length, mode);
    HOLDS(opened);
    return opened;
}

static int close_source(FILE *file)
{
    HOLDS(file == opened);
    opened = NULL;
    return fclose(file);
}

static void run(void *what)
{
    char *arguments[] = {"formc", what, "fuzz.form", NULL};
    HOLDS(!formc_main(3, arguments));
    memory_out(); /* what it has not released */
}

/* What it prints, refusals too. */
static char *output_of(const char *what)
{
    char *bytes = NULL;
    size_t length;
    FILE *saved = stdout;
    stdout = open_memstream(&bytes, &length);
    HOLDS(stdout);
    memory_guard(run, (void *)what);
    fclose(stdout);
    stdout = saved;
    if (opened)
        fclose(opened);
    opened = NULL;
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const kinds[] = {"--labels", "--rules", "--tables"};
    const struct form_source own = {bytes, length};
    if (!length)
        return 0;
    source = &own;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char *one = output_of(kinds[i]), *other = output_of(kinds[i]);
        HOLDS(!strcmp(one, other));
        free(one);
        free(other);
    }
    return 0;
}
