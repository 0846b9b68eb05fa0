/* compile_fuzzer.c - libFuzzer target: any bytes through the whole compiler and every writer. */
#include "nianbao.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void write_all(const struct nb_report *report, FILE *out)
{
    static const char *const formats[] = {"json", "xml", "csv", "text"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct nb_writer *writer = nb_writer_find(formats[i]);
        writer->begin(out, 1);
        writer->report(out, report, 0);
        writer->end(out, 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct nb_error error;
    struct nb_options options = {.fill = true, .all_rules = true};
    struct nb_report *report = nb_compile("fuzz", bytes, length, &options, &error);
    FILE *out = report ? fopen("/dev/null", "w") : NULL;
    if (out) {
        write_all(report, out);
        fclose(out);
    }
    nb_report_free(report);
    return 0;
}
