/* lexicon.c - look up the words of the forms by what they begin with. */
#include "lexicon.h"

#include <ctype.h>
#include <string.h>

/* Of three-byte characters those from U+3400 to U+9FFF, the ideographs; of others ASCII's letters and digits. */
size_t lexicon_key(const char *text, size_t length, char *key)
{
    size_t size = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < 0x80 && isalnum(byte)) {
            key[size++] = (char)byte;
        } else if (byte >= 0xE0 && byte < 0xF0 && i + 2 < length) {
            unsigned code = (byte & 0xFu) << 12 | ((unsigned char)text[i + 1] & 0x3Fu) << 6;
            if (code >= 0x3400 && code < 0xA000) {
                memcpy(key + size, text + i, 3);
                size += 3;
            }
            i += 2;
        }
    }
    return size;
}

bool lexicon_find(const struct lexicon *lexicon, const char *key, size_t length, const struct lexicon_word **word)
{
    size_t low = 0, high = lexicon->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strncmp(lexicon->words[middle].key, key, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *word = NULL;
    if (low == lexicon->count || strncmp(lexicon->words[low].key, key, length) != 0)
        return false;
    if (!lexicon->words[low].key[length])
        *word = &lexicon->words[low];
    return true;
}
