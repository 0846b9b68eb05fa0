/* archive_fuzzer.c - members of a zip archive, Word's or OFD's: the archive is made whole, so that XML is
 * what is tried.
 *
 * An input is lines "==== NAME", each before what the member of that name holds. */
#include "config.h"

#include "fuzzer.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* An archive being made: its members, and the directory that will follow them. */
struct archive {
    uint8_t *bytes, *directory;
    size_t length, directory_length;
    unsigned members;
};

static void add(uint8_t *bytes, size_t *length, const void *more, size_t size)
{
    memcpy(bytes + *length, more, size);
    *length += size;
}

static void add_number(uint8_t *bytes, size_t *length, size_t number, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        bytes[(*length)++] = (uint8_t)(number >> 8 * i);
}

/* What a member's own header and the directory's have in common, from the version on to the length of its
 * name. */
static void add_common(uint8_t *bytes, size_t *length, size_t crc, size_t size, size_t name)
{
    add_number(bytes, length, 20, 2);
    add_number(bytes, length, 0, 4); /* flags, stored */
    add_number(bytes, length, 0, 4); /* time, date */
    add_number(bytes, length, crc, 4);
    add_number(bytes, length, size, 4);
    add_number(bytes, length, size, 4);
    add_number(bytes, length, name, 2);
    add_number(bytes, length, 0, 2);
}

static void add_member(struct archive *archive, const uint8_t *name, size_t name_length, const uint8_t *bytes,
                       size_t length)
{
    size_t start = archive->length, crc = crc32_z(0, bytes, length);
    add(archive->bytes, &archive->length, "PK\3\4", 4);
    add_common(archive->bytes, &archive->length, crc, length, name_length);
    add(archive->bytes, &archive->length, name, name_length);
    add(archive->bytes, &archive->length, bytes, length);
    add(archive->directory, &archive->directory_length, "PK\1\2\24\0", 6);
    add_common(archive->directory, &archive->directory_length, crc, length, name_length);
    add_number(archive->directory, &archive->directory_length, 0, 8); /* comment, disk, kind */
    add_number(archive->directory, &archive->directory_length, 0, 2); /* attributes, the rest */
    add_number(archive->directory, &archive->directory_length, start, 4);
    add(archive->directory, &archive->directory_length, name, name_length);
    archive->members++;
}

static void add_directory(struct archive *archive)
{
    size_t start = archive->length;
    add(archive->bytes, &archive->length, archive->directory, archive->directory_length);
    add(archive->bytes, &archive->length, "PK\5\6\0\0\0\0", 8);
    add_number(archive->bytes, &archive->length, archive->members, 2);
    add_number(archive->bytes, &archive->length, archive->members, 2);
    add_number(archive->bytes, &archive->length, archive->directory_length, 4);
    add_number(archive->bytes, &archive->length, start, 4);
    add_number(archive->bytes, &archive->length, 0, 2);
}

static const uint8_t *next_head(const uint8_t *at, const uint8_t *end)
{
    const uint8_t *head = at < end ? memmem(at, (size_t)(end - at), "\n==== ", 6) : NULL;
    return head ? head + 1 : end;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const uint8_t *at = bytes, *end = bytes + length;
    /* A head is six bytes and a line end; what is added for it, header and name twice, fits in 16 times as
     * much. */
    struct archive archive = {malloc(32 * length + 64), malloc(16 * length + 64), 0, 0, 0};
    HOLDS(archive.bytes && archive.directory);
    while (length > 5 && at + 5 < end && !memcmp(at, "==== ", 5)) {
        const uint8_t *name = at + 5, *line = memchr(name, '\n', (size_t)(end - name)),
                      *next = next_head(name, end);
        if (!line)
            break;
        line = line < next ? line : next - 1;
        add_member(&archive, name, (size_t)(line - name), line + 1, (size_t)(next - line - 1));
        at = next;
    }
    add_directory(&archive);
    check_input(NULL, archive.bytes, archive.length);
    free(archive.bytes);
    free(archive.directory);
    return 0;
}
