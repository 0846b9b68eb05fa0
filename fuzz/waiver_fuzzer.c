/* waiver_fuzzer.c - bytes as a waiver file, applied to a report with findings, which are then written in
 * every format. */
#include "cli.h"
#include "files.h"
#include "fuzzer.h"
#include "policy.h"

#include <stdlib.h>
#include <string.h>

static const char *config;
static size_t config_length;

/* What policy.c needs of the command: the file is the fuzzer's input. */
void complain(const char *name, const char *message)
{
    HOLDS(*name && *message && !strchr(message, '\n'));
}

void *checked(void *memory)
{
    HOLDS(memory);
    return memory;
}

bool read_file(const char *path, size_t limit, char **bytes, size_t *length, struct nb_error *error)
{
    (void)path, (void)error;
    HOLDS(config_length < limit);
    *bytes = memcpy(checked(malloc(config_length + 1)), config, config_length);
    *length = config_length;
    return true;
}

static size_t count_findings(const struct nb_report *report)
{
    size_t count = 0;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        count++;
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char draft[] =
        "某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n本局主动公开信息3条,,受理申请XX件。\n";
    struct nb_report *report = compile("text", draft, sizeof draft - 1, true);
    HOLDS(report);
    size_t count = count_findings(report);
    struct policy policy = {.config = "fuzz/.nianbao-lint"};
    config = (const char *)bytes;
    config_length = length;
    if (policy_apply(&policy, "fuzz/report.txt", report)) {
        HOLDS(count_findings(report) == count);
        check_documents(report);
    }
    policy_free(&policy);
    nb_report_free(report);
    return 0;
}
