/* ndjson_fuzzer.c - a stream of reports, one JSON object a line, and back to such lines: each is one valid
 * record with its own members carried over. */
#include "config.h"

#include "fuzzer.h"
#include "ndjson.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The names of the members that must stand in what is written, under whatever name. */
static size_t count_carried(const json_t *line)
{
    return json_object_size(line) - !!json_object_get(line, "text") - !!json_object_get(line, "html");
}

static size_t count_members(const char *carried)
{
    char *object = NULL;
    HOLDS(asprintf(&object, "{%s}", carried ? carried : "") > 0);
    json_t *members = json_loads(object, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
    size_t count = json_object_size(members);
    HOLDS(members || strpbrk(carried, "0123456789")); /* numbers that no double holds are carried, too */
    json_decref(members);
    free(object);
    return members ? count : SIZE_MAX;
}

static void check_record(const struct ndjson_record *record)
{
    HOLDS(*record->error || (record->text && record->format));
    if (!record->object || !json_is_object((const json_t *)record->object))
        return;
    size_t count = count_members(record->carried);
    HOLDS(count == SIZE_MAX || count == count_carried(record->object));
    if (*record->error)
        return;
    struct nb_report *report = compile(record->format, record->text, record->length, true);
    if (!report)
        return;
    report->carried = record->carried;
    char *document =
        nb_write_memory(nb_writer_find("ndjson"), (const struct nb_report *const *)&report, 1, NULL);
    HOLDS(document && strchr(document, '\n') == document + strlen(document) - 1);
    json_t *root = json_loads(document, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
    HOLDS(root || count == SIZE_MAX);
    json_decref(root);
    free(document);
    nb_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    FILE *file = length ? fmemopen((void *)bytes, length, "r") : NULL;
    if (!file)
        return 0;
    struct ndjson stream = {.file = file, .max_size = 1 << 20};
    struct ndjson_record record;
    while (ndjson_next(&stream, &record)) {
        ndjson_parse(&record);
        check_record(&record);
        ndjson_free(&record);
    }
    ndjson_end(&stream);
    fclose(file);
    return 0;
}
