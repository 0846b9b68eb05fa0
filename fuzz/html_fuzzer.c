/* html_fuzzer.c - bytes as a web page. */
#include "fuzzer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_input("html", bytes, length);
    return 0;
}
