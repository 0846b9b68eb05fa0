/* mask.c - covers names and numbers of persons, so that a finding about them does not print them again. */
#include "mask.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_NAME = 4, SHORTEST_NUMBER = 7, SHOWN_FRONT = 3, SHOWN_END = 2 };

/* Chinese characters at the front. */
static size_t name_length(const char *bytes, size_t length)
{
    size_t count = 0;
    while (3 * (count + 1) <= length && (unsigned char)bytes[3 * count] >= 0xE4 && (unsigned char)bytes[3 * count] <= 0xE9)
        count++;
    return count;
}

static void mask_number(char *digits, size_t length)
{
    for (size_t i = SHOWN_FRONT; i + SHOWN_END < length; i++)
        if (isalnum((unsigned char)digits[i]))
            digits[i] = '*';
}

void mask_personal(char *bytes, size_t length)
{
    size_t name = name_length(bytes, length);
    for (size_t i = 1; name <= LONGEST_NAME && i < name; i++)
        memcpy(bytes + 3 * i, "＊", 3);
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && (isalnum((unsigned char)bytes[end]) || (strchr(" -", bytes[end]) && end > at)))
            end++;
        if (end - at >= SHORTEST_NUMBER)
            mask_number(bytes + at, end - at);
        at = end > at ? end : at + 1;
    }
}
