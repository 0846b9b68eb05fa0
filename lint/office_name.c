/* office_name.c - what is left of an office's name without the words that every office's has. */
#include "office_name.h"

#include <string.h>

size_t office_stem_length(const char *name)
{
    static const char *const tails[] = {
        "政务公开办公室", "信息公开办公室", "人民政府办公室", "人民政府办公厅", "人民政府", "政府办公室",
        "政府办",         "办公室",         "办公厅",         "机关",           "政府"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t tail = strlen(tails[i]);
        if (length > tail && !strncmp(name + length - tail, tails[i], tail))
            length -= tail;
    }
    return length;
}
