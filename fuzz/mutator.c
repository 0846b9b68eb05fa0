/* mutator.c - for reports, which are lines: besides libFuzzer's own changes, lines are deleted, repeated, swapped, joined. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

/* A run of whole lines, bytes [start, end). */
struct lines {
    size_t start, end;
};

static size_t line_end(const uint8_t *bytes, size_t length, size_t at)
{
    const uint8_t *end = memchr(bytes + at, '\n', length - at);
    return end ? (size_t)(end - bytes) + 1 : length;
}

/* One to three lines, somewhere behind `from`. */
static struct lines some_lines(const uint8_t *bytes, size_t length, size_t from, unsigned *random)
{
    size_t at = from + (size_t)rand_r(random) % (length - from);
    while (at > from && bytes[at - 1] != '\n')
        at--;
    struct lines lines = {at, at};
    for (int i = rand_r(random) % 3; i >= 0 && lines.end < length; i--)
        lines.end = line_end(bytes, length, lines.end);
    return lines;
}

static size_t erase(uint8_t *bytes, size_t length, size_t start, size_t end)
{
    memmove(bytes + start, bytes + end, length - end);
    return length - (end - start);
}

static size_t repeat(uint8_t *bytes, size_t length, size_t most, struct lines lines)
{
    size_t size = lines.end - lines.start;
    if (length + size > most)
        return length;
    memmove(bytes + lines.end, bytes + lines.start, length - lines.start);
    return length + size;
}

/* The lines change places with those behind them. */
static size_t swap(uint8_t *bytes, size_t length, struct lines lines)
{
    size_t end = line_end(bytes, length, lines.end), size = lines.end - lines.start;
    uint8_t *copy = malloc(size);
    if (copy && lines.end < length) {
        memcpy(copy, bytes + lines.start, size);
        memmove(bytes + lines.start, bytes + lines.end, end - lines.end);
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
    struct lines lines = some_lines(bytes, length, 0, &random);
    switch (rand_r(&random) % 4) {
    case 0:
        return erase(bytes, length, lines.start, lines.end);
    case 1:
        return repeat(bytes, length, most, lines);
    case 2:
        return swap(bytes, length, lines);
    default:
        return bytes[lines.end - 1] == '\n' ? erase(bytes, length, lines.end - 1, lines.end) : length;
    }
}
