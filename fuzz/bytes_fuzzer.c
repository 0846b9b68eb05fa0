/* bytes_fuzzer.c - bytes of which nothing is said: encoding and format are detected, archives unpacked. */
#include "fuzzer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_input(NULL, bytes, length);
    return 0;
}
