/* sheets_fuzzer.c - bytes as what nianbao-pdf prints of the pages of a PDF. */
#include "fuzzer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_input("pdf", bytes, length);
    return 0;
}
