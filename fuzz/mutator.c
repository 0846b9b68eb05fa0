/* mutator.c - for reports, which are lines of cells: besides libFuzzer's own changes, pieces up to a line
 * end, a bar, a tab, a blank or a tag's end are deleted, repeated, often too, swapped, joined. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

/* A run of whole pieces, bytes [start, end); what ends a piece. */
struct pieces {
    size_t start, end;
    uint8_t mark;
};

static size_t piece_end(const uint8_t *bytes, size_t length, size_t at, uint8_t mark)
{
    const uint8_t *end = memchr(bytes + at, mark, length - at);
    return end ? (size_t)(end - bytes) + 1 : length;
}

/* One to three pieces, anywhere. */
static struct pieces some_pieces(const uint8_t *bytes, size_t length, unsigned *random)
{
    static const uint8_t marks[] = "\n\n\n|\t >";
    size_t at = (size_t)rand_r(random) % length;
    struct pieces pieces = {0, 0, marks[(unsigned)rand_r(random) % (sizeof marks - 1)]};
    while (at && bytes[at - 1] != pieces.mark)
        at--;
    pieces.start = pieces.end = at;
    for (int i = rand_r(random) % 3; i >= 0 && pieces.end < length; i--)
        pieces.end = piece_end(bytes, length, pieces.end, pieces.mark);
    return pieces;
}

static size_t erase(uint8_t *bytes, size_t length, size_t start, size_t end)
{
    memmove(bytes + start, bytes + end, length - end);
    return length - (end - start);
}

static size_t repeat(uint8_t *bytes, size_t length, size_t most, struct pieces pieces, unsigned times)
{
    size_t size = pieces.end - pieces.start;
    for (; times && length + size <= most; times--, length += size)
        memmove(bytes + pieces.end, bytes + pieces.start, length - pieces.start);
    return length;
}

/* The pieces change places with the one behind them. */
static size_t swap(uint8_t *bytes, size_t length, struct pieces pieces)
{
    size_t end = piece_end(bytes, length, pieces.end, pieces.mark), size = pieces.end - pieces.start;
    uint8_t *copy = malloc(size);
    if (copy && pieces.end < length) {
        memcpy(copy, bytes + pieces.start, size);
        memmove(bytes + pieces.start, bytes + pieces.end, end - pieces.end);
        memcpy(bytes + end - size, copy, size);
    }
    free(copy);
    return length;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    unsigned random = seed;
    if (!length || rand_r(&random) % 2)
        return LLVMFuzzerMutate(bytes, length, most);
    struct pieces pieces = some_pieces(bytes, length, &random);
    switch (rand_r(&random) % 4) {
    case 0:
        return erase(bytes, length, pieces.start, pieces.end);
    case 1:
        return repeat(bytes, length, most, pieces, rand_r(&random) % 8 ? 1 : 30);
    case 2:
        return swap(bytes, length, pieces);
    default:
        return bytes[pieces.end - 1] == pieces.mark ? erase(bytes, length, pieces.end - 1, pieces.end)
                                                    : length;
    }
}
