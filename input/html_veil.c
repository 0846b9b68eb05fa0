/* html_veil.c - a hidden table is one that shows, or none that does, by the pairs of ideographs in it. */
#include "html_parts.h"

#include <string.h>

enum { BITS = 64 };

void html_pairs_add(struct html_pairs *pairs, const char *bytes, size_t size)
{
    unsigned before = 0;
    for (size_t i = 0; i + 3 <= size; i++) {
        unsigned char first = (unsigned char)bytes[i];
        if (first < 0xE4 || first > 0xE9)
            continue;
        unsigned ideograph = (first & 0xFU) << 12 | ((unsigned char)bytes[i + 1] & 0x3FU) << 6 |
                             ((unsigned char)bytes[i + 2] & 0x3FU);
        unsigned hash = (before * 31 + ideograph) * 2654435761U >> 21; /* Knuth's multiplicative hash */
        if (before)
            pairs->bits[hash / BITS] |= (uint64_t)1 << hash % BITS;
        before = ideograph;
        i += 2;
    }
}

bool html_find_unsaid(struct html_veils *veils, struct html_pairs *shown)
{
    bool any = false;
    for (size_t i = 0; i < veils->count; i++) {
        size_t all = 0, said = 0;
        for (size_t word = 0; word < sizeof shown->bits / sizeof *shown->bits; word++) {
            uint64_t bits = veils->items[i].pairs.bits[word];
            all += (size_t)__builtin_popcountll(bits);
            said += (size_t)__builtin_popcountll(bits & shown->bits[word]);
        }
        veils->shows[i] = all && 10 * said < 9 * all;
        any |= veils->shows[i];
        for (size_t word = 0; veils->shows[i] && word < sizeof shown->bits / sizeof *shown->bits; word++)
            shown->bits[word] |= veils->items[i].pairs.bits[word];
    }
    return any;
}

bool html_is_unsaid(const struct html_veils *veils, size_t at)
{
    for (size_t i = 0; i < veils->count; i++)
        if (veils->shows[i] && veils->items[i].at == at)
            return true;
    return false;
}
