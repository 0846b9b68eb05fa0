/* writer_fuzzer.c - every back end with what else goes into a document: several reports, files that failed,
 * any names; and reports compared with each other.
 *
 * The first byte chooses options, the first line is the name of the source, and form feeds part the reports.
 */
#include "diff.h"
#include "files.h"
#include "fuzzer.h"

#include <jansson.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_REPORTS = 4 };

/* Documents from one input; `style` and the options are bits of its first byte. */
struct documents {
    struct nb_report *reports[MOST_REPORTS];
    size_t count;
    struct nb_failure failure;
    struct nb_lint_style style;
};

static void check_valid(const char *format, const char *document, size_t length)
{
    if (!strcmp(format, "xml")) {
        xmlDocPtr parsed = xmlReadMemory(document, (int)length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
        HOLDS(parsed);
        xmlFreeDoc(parsed);
    } else if (!strcmp(format, "json") || !strcmp(format, "sarif")) {
        json_t *root = json_loadb(document, length, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
        HOLDS(root);
        json_decref(root);
    }
}

static void check_ndjson(char *document)
{
    for (char *line = strtok(document, "\n"); line; line = strtok(NULL, "\n")) {
        json_t *root = json_loads(line, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
        HOLDS(json_is_object(root));
        json_decref(root);
    }
}

/* All reports, and a failure behind them where the format has a record for it. */
static void check_writer(const struct documents *documents, const char *format)
{
    const struct nb_writer *writer = nb_writer_find(format);
    char *document = NULL;
    size_t length, count = documents->count + nb_writer_records_failures(writer);
    if (!count)
        return;
    FILE *out = open_memstream(&document, &length);
    HOLDS(out && nb_write_begin(writer, out, count));
    for (size_t i = 0; i < documents->count; i++)
        HOLDS(nb_write_report(writer, out, documents->reports[i], i));
    HOLDS(nb_write_failure(writer, out, &documents->failure, documents->count));
    HOLDS(nb_write_end(writer, out, count));
    fclose(out);
    check_valid(format, document, length);
    if (!strcmp(format, "ndjson"))
        check_ndjson(document);
    free(document);
}

static void check_lint_writer(const struct documents *documents, const char *format)
{
    const struct nb_lint_writer *writer = nb_lint_writer_find(format);
    struct nb_lint_summary summary = {.failures = &documents->failure};
    char *document = NULL;
    size_t length;
    FILE *out = open_memstream(&document, &length);
    HOLDS(out && nb_lint_begin(writer, out, &documents->style));
    for (size_t i = 0; i < documents->count; i++) {
        HOLDS(nb_lint_report(writer, out, &documents->style, documents->reports[i], &summary));
        nb_lint_count(&summary, documents->reports[i]);
    }
    HOLDS(nb_lint_end(writer, out, &documents->style, &summary));
    fclose(out);
    check_valid(format, document, length);
    free(document);
}

static void add_report(struct documents *documents, const char *name, const char *bytes, size_t length,
                       unsigned choice)
{
    struct nb_options options = NB_OPTIONS;
    struct nb_error error;
    options.fill = choice & 1;
    options.csv_raw = choice & 2;
    options.force = options.all_rules = true;
    struct nb_report *report =
        documents->count < MOST_REPORTS ? nb_compile(name, bytes, length, &options, &error) : NULL;
    if (report)
        documents->reports[documents->count++] = report;
}

static void check_all(const struct documents *documents)
{
    static const char *const formats[] = {"json", "ndjson", "xml", "csv", "csv:facts", "text", "tree"};
    static const char *const lint_formats[] = {"text", "json", "sarif", "html"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        check_writer(documents, formats[i]);
    for (size_t i = 0; i < sizeof lint_formats / sizeof *lint_formats; i++)
        check_lint_writer(documents, lint_formats[i]);
}

/* What diff.c needs of the command. */
void *checked(void *memory)
{
    HOLDS(memory);
    return memory;
}

/* What `nianbao diff` and lint with last year's report and those of other offices look at. */
static void compare(const struct documents *documents)
{
    const struct nb_report *const *reports = (const struct nb_report *const *)documents->reports;
    if (documents->count < 2)
        return;
    struct difference difference = diff_reports(reports[1], reports[0]);
    diff_free(&difference);
    HOLDS(nb_compare(documents->reports[0], reports[1], reports + 2, documents->count - 2));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!length)
        return 0;
    char *copy = malloc(length + 1), *name = copy + 1, *at, *next;
    HOLDS(copy);
    memcpy(copy, bytes, length);
    copy[length] = '\0';
    at = strchr(name, '\n');
    if (at)
        *at++ = '\0';
    /* A failure's name and reason are valid UTF-8: they are ours here. */
    struct documents documents = {.failure = {NULL, "a.txt", "gone"},
                                  .style = {.brief = *bytes & 4, .color = *bytes & 8}};
    for (; at; at = next) {
        next = strchr(at, '\f');
        add_report(&documents, name, at, next ? (size_t)(next - at) : strlen(at), *bytes);
        next = next ? next + 1 : NULL;
    }
    compare(&documents);
    check_all(&documents);
    while (documents.count)
        nb_report_free(documents.reports[--documents.count]);
    free(copy);
    return 0;
}
