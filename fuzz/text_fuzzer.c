/* text_fuzzer.c - bytes as a report in text. */
#include "fuzzer.h"

#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    /* One way each time, chosen by the bytes, so that what fails fails again. */
    check_text((const char *)bytes, length, (unsigned)(crc32_z(0, bytes, length) % TEXT_ROUND_TRIP));
    return 0;
}
