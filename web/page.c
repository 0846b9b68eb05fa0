/* page.c - the library as the page calls it: compile, compare, write; and messages in Chinese without files.
 */
#include "nianbao.h"

#include "i18n.h"
#include "page-catalogue.h"

#include <emscripten.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The worker that runs this does one thing at a time. */
static bool speaks_chinese;
static struct nb_error error;

/* ---- messages ---- */

/* The number at a place of the catalogue, which msgfmt has written for a machine of the same order of bytes
 * (GNU gettext, "The Format of GNU MO Files"). */
static uint32_t word(size_t at)
{
    uint32_t value;
    memcpy(&value, page_catalogue + at, sizeof value);
    return value;
}

/* In place of the C library's own, which reads catalogues from files. Their strings are in order. */
char *dgettext(const char *domain, const char *message)
{
    (void)domain;
    uint32_t first = 0, last = speaks_chinese ? word(8) : 0, originals = word(12), translations = word(16);
    while (first < last) {
        uint32_t middle = first + (last - first) / 2;
        int order = strcmp(message, page_catalogue + word(originals + 8 * middle + 4));
        if (!order)
            return (char *)page_catalogue + word(translations + 8 * middle + 4);
        if (order < 0)
            last = middle;
        else
            first = middle + 1;
    }
    return (char *)message;
}

EMSCRIPTEN_KEEPALIVE void page_speak(bool chinese)
{
    speaks_chinese = chinese;
}

/* ---- reports ---- */

EMSCRIPTEN_KEEPALIVE const char *page_error(void)
{
    return error.message;
}

/* NULL where page_error() says why. `lint` runs every rule, as the command of this name does. */
EMSCRIPTEN_KEEPALIVE struct nb_report *page_compile(const char *name, const char *bytes, size_t length,
                                                    bool lint)
{
    struct nb_options options = NB_OPTIONS;
    options.all_rules = lint;
    options.csv_raw = lint; /* of these an Excel file is made, in which no text is a formula */
    return nb_compile(name, bytes, length, &options, &error);
}

/* A document of some reports in a format of reports ("json", "csv", ...); the caller frees it. NULL where
 * memory ran out. */
EMSCRIPTEN_KEEPALIVE char *page_write(const char *format, const struct nb_report *const *reports,
                                      size_t count, size_t *length)
{
    return nb_write_memory(nb_writer_find(format), reports, count, length);
}

/* The same in a format of findings ("html", "json", ...); `failures` are the files that gave no report, or
 * NULL. */
EMSCRIPTEN_KEEPALIVE char *page_lint(const char *format, const struct nb_report *const *reports, size_t count,
                                     size_t *length, const struct nb_failure *failures)
{
    const struct nb_lint_writer *writer = nb_lint_writer_find(format);
    struct nb_lint_style style = {0};
    struct nb_lint_summary summary = {0};
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, length);
    bool good = out && nb_lint_begin(writer, out, &style);
    for (size_t i = 0; i < count && good; i++) {
        good = nb_lint_report(writer, out, &style, reports[i], &summary);
        nb_lint_count(&summary, reports[i]);
    }
    summary.failures = failures;
    good = good && nb_lint_end(writer, out, &style, &summary);
    good = out && !fclose(out) && good;
    if (good)
        return bytes;
    free(bytes);
    return NULL;
}
