/* text_fuzzer.c - bytes as a report in text. */
#include "fuzzer.h"

#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    /* One way each time, chosen by the bytes, so that what fails fails again; none is the round trip, which
     * may fail. */
    unsigned way = (unsigned)(crc32_z(0, bytes, length) % (TEXT_WAYS - 1));
    check_text((const char *)bytes, length, way < TEXT_ROUND_TRIP ? way : TEXT_WAYS - 1);
    return 0;
}
