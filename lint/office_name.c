/* office_name.c - what is left of an office's name without the words that every office's has. */
#include "office_name.h"
#include "fold.h"
#include "nianbao.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* The length of a name without a tail that it ends with; itself where it does not, or is nothing else. */
static size_t without(const char *name, size_t length, const char *tail)
{
    size_t less = strlen(tail);
    return length > less && !strncmp(name + length - less, tail, less) ? length - less : length;
}

/* The same without the room that cares for disclosure: 信息公开办公室, 政务公开工作领导小组办公室. */
static size_t without_room(const char *name, size_t length)
{
    size_t room = without(name, length, "办公室"),
           group = without(name, without(name, room, "领导小组"), "工作");
    for (const char *const *subject = words_office_rooms; *subject && room < length; subject++)
        if (without(name, group, *subject) < group)
            return without(name, group, *subject);
    return length;
}

size_t office_stem_length(const char *name)
{
    size_t length = without_room(name, strlen(name));
    for (const char *const *tail = words_office_tails; *tail; tail++)
        length = without(name, length, *tail);
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
