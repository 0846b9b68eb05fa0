/* standalone.c - what the fuzzers hold for true, of files that are named: a test that needs no libFuzzer.
 * Text is tried in every way of printing it.
 *
 * Usage: standalone FILE...; what ends in .txt, .md or .csv is text, anything else is detected. */
#include "config.h"

#include "invariants.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_OTHER_CELLS = 6 }; /* in 100 reports; 3.7 in 300 generated ones */

static char *read_all(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    FILE *to = open_memstream(&bytes, length);
    for (int byte; file && to && (byte = getc(file)) != EOF;)
        putc(byte, to);
    if (file)
        fclose(file);
    if (to)
        fclose(to);
    return bytes;
}

static bool ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), size = strlen(ending);
    return length >= size && !strcmp(path + length - size, ending);
}

static void check_file(const char *path, int way)
{
    size_t length;
    char *bytes = read_all(path, &length);
    if (way < TEXT_WAYS)
        check_text(bytes, length, (unsigned)way);
    else
        check_input(NULL, bytes, length);
    free(bytes);
}

/* In a process of its own, as what does not hold traps. */
static bool holds(const char *path, int way)
{
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        check_file(path, way);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status) {
        printf("%s: %s, status %d\n", way == TEXT_ROUND_TRIP ? "other cells" : "FAIL", path, status);
        return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    size_t tried = 0, failures = 0, round_trips = 0, other_cells = 0;
    for (int i = 1; i < argc; i++) {
        bool text = ends_in(argv[i], ".txt") || ends_in(argv[i], ".md") || ends_in(argv[i], ".csv");
        for (int way = text ? 0 : TEXT_WAYS; way < (text ? TEXT_WAYS : TEXT_WAYS + 1); way++)
            if (way != TEXT_ROUND_TRIP)
                tried++, failures += !holds(argv[i], way);
        round_trips += text;
        other_cells += text && !holds(argv[i], TEXT_ROUND_TRIP);
    }
    printf("%zu tried, %zu failures; %zu of %zu have other cells when their text is read again\n", tried,
           failures, other_cells, round_trips);
    return failures || other_cells * 100 > MOST_OTHER_CELLS * round_trips;
}
