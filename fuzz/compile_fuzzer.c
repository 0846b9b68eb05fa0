/* compile_fuzzer.c - libFuzzer target: any bytes through the whole compiler and every writer. */
#include "nianbao.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool forget(void *user, const void *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return true;
}

static void write_all(const struct nb_report *report)
{
    static const char *const formats[] = {"json", "xml", "csv", "text"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        nb_write(nb_writer_find(formats[i]), &report, 1, forget, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct nb_error error;
    struct nb_options options = {.size = sizeof options, .fill = true, .all_rules = true};
    struct nb_report *report = nb_compile("fuzz", bytes, length, &options, &error);
    if (report)
        write_all(report);
    nb_report_free(report);
    return 0;
}
