/* office_name.c - what is left of an office's name without the words that every office's has. */
#include "office_name.h"
#include "fold.h"
#include "nianbao.h"

#include <stdlib.h>
#include <string.h>

size_t office_stem_length(const char *name)
{
    static const char *const tails[] = {"政府信息公开工作领导小组办公室",
                                        "政府信息公开领导小组办公室",
                                        "政务公开工作领导小组办公室",
                                        "政务公开领导小组办公室",
                                        "政务公开办公室",
                                        "信息公开办公室",
                                        "党政综合办公室",
                                        "党政办公室",
                                        "党政办",
                                        "人民政府办公室",
                                        "人民政府办公厅",
                                        "人民政府",
                                        "政府办公室",
                                        "政府办",
                                        "办公室",
                                        "办公厅",
                                        "机关",
                                        "政府",
                                        "管理委员会",
                                        "管委会"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t tail = strlen(tails[i]);
        if (length > tail && !strncmp(name + length - tail, tails[i], tail))
            length -= tail;
    }
    return length;
}

bool nb_same_agency(const char *one, const char *other)
{
    size_t left = strlen(one), right = strlen(other);
    char *copies = malloc(left + right + 2);
    if (!copies)
        return false;
    char *second = copies + left + 1;
    memcpy(copies, one, left + 1);
    memcpy(second, other, right + 1);
    fold(copies, left);
    fold(second, right);
    size_t stem = office_stem_length(copies);
    bool same = stem == office_stem_length(second) && !strncmp(copies, second, stem);
    free(copies);
    return same;
}
