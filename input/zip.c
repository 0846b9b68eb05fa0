/* zip.c - members of a zip archive by name. libarchive knows more kinds of archive, but ends the process
 * where it finds no memory for a name and falls where it finds none for its list of members; a Word document
 * needs one kind. Format: PKWARE's APPNOTE. */
#include "zip.h"

#include "bounds.h"
#include "i18n.h"
#include "memory.h"

#include <string.h>
#include <strings.h>
#include <zlib.h>

enum {
    END_SIZE = 22,
    END64_SIZE = 56,
    LOCATOR_SIZE = 20,
    ENTRY_SIZE = 46,
    LOCAL_SIZE = 30,
    LONGEST_COMMENT = 0xFFFF
};
enum { STORED = 0, DEFLATED = 8, FLAG_ENCRYPTED = 1 };

/* A member as the directory at the archive's end has it. */
struct member {
    const char *name;
    size_t name_length, packed, local; /* `local`: where its own header stands */
    unsigned flags, method;
    uint32_t crc;
};

/* Where the directory stands; offsets count from `base`, before which an archive may have something else. */
struct directory {
    size_t at, end, base;
    uint64_t members;
};

/* Whether `more` bytes may be unpacked on top of what has been. */
static bool within_limits(struct zip *zip, size_t more)
{
    size_t total = zip->unpacked + more;
    if (total > zip->max_size)
        return refuse(zip->error, _("the archive unpacks to more than %zu bytes (--max-size allows more)"),
                      zip->max_size);
    if (total > LIMIT_RATIO_FREE && total / LIMIT_RATIO > zip->length)
        return refuse(zip->error,
                      _("the archive unpacks to more than %d times its size, as only a zip bomb does"),
                      LIMIT_RATIO);
    zip->unpacked = total;
    return true;
}

/* ---- numbers ---- */

static uint64_t number(const char *at, int bytes)
{
    uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | (unsigned char)at[bytes];
    return value;
}

static bool is_at(const struct zip *zip, size_t at, size_t size, const char *signature)
{
    return at <= zip->length && zip->length - at >= size && !memcmp(zip->bytes + at, signature, 4);
}

/* ---- the directory ---- */

/* The record at the end of the archive; the length of the archive if there is none. */
static size_t find_end(const struct zip *zip)
{
    if (zip->length < END_SIZE)
        return zip->length;
    size_t last = zip->length - END_SIZE, first = last > LONGEST_COMMENT ? last - LONGEST_COMMENT : 0;
    for (size_t at = last + 1; at > first; at--)
        if (is_at(zip, at - 1, END_SIZE, "PK\5\6"))
            return at - 1;
    return zip->length;
}

/* The end of the directory, its length, its offset and its members; the larger record, where there is one,
 * says the same in more bytes. */
static bool open_directory(const struct zip *zip, struct directory *directory)
{
    size_t end = find_end(zip);
    if (end == zip->length)
        return false;
    const char *record = zip->bytes + end;
    uint64_t size = number(record + 12, 4), offset = number(record + 16, 4);
    directory->members = number(record + 10, 2);
    if (end >= LOCATOR_SIZE && is_at(zip, end - LOCATOR_SIZE, LOCATOR_SIZE, "PK\6\7") &&
        end - LOCATOR_SIZE >= END64_SIZE &&
        is_at(zip, end - LOCATOR_SIZE - END64_SIZE, END64_SIZE, "PK\6\6")) {
        end -= LOCATOR_SIZE + END64_SIZE;
        record = zip->bytes + end;
        directory->members = number(record + 32, 8);
        size = number(record + 40, 8);
        offset = number(record + 48, 8);
    }
    if (size > end || offset > end - size)
        return false;
    directory->end = end;
    directory->at = end - (size_t)size;
    directory->base = directory->at - (size_t)offset;
    return true;
}

/* Sizes that four bytes do not hold stand in a field of their own, in this order, and only those. */
static void read_long_sizes(const char *extra, size_t length, uint64_t *const sizes[3])
{
    while (length >= 4) {
        size_t size = (size_t)number(extra + 2, 2);
        if (size > length - 4)
            return;
        const char *at = extra + 4, *end = at + size;
        for (int i = 0; number(extra, 2) == 1 && i < 3; i++)
            if (*sizes[i] == UINT32_MAX && end - at >= 8) {
                *sizes[i] = number(at, 8);
                at += 8;
            }
        length -= 4 + size;
        extra = end;
    }
}

/* The next member of the directory; false where it is damaged. */
static bool next_member(const struct zip *zip, struct directory *directory, struct member *member)
{
    const char *at = zip->bytes + directory->at;
    if (directory->end - directory->at < ENTRY_SIZE || memcmp(at, "PK\1\2", 4))
        return false;
    size_t name = (size_t)number(at + 28, 2), extra = (size_t)number(at + 30, 2),
           comment = (size_t)number(at + 32, 2);
    uint64_t packed = number(at + 20, 4), whole = number(at + 24, 4), local = number(at + 42, 4);
    if (directory->end - directory->at - ENTRY_SIZE < name + extra + comment)
        return false;
    read_long_sizes(at + ENTRY_SIZE + name, extra, (uint64_t *const[]){&whole, &packed, &local});
    if (packed > zip->length || local > zip->length - directory->base)
        return false;
    *member = (struct member){.name = at + ENTRY_SIZE,
                              .name_length = name,
                              .packed = (size_t)packed,
                              .crc = (uint32_t)number(at + 16, 4)};
    member->local = directory->base + (size_t)local;
    member->flags = (unsigned)number(at + 8, 2);
    member->method = (unsigned)number(at + 10, 2);
    directory->at += ENTRY_SIZE + name + extra + comment;
    return true;
}

/* ---- unpacking ---- */

static void *allocate(void *user, unsigned count, unsigned size)
{
    (void)user;
    return xmalloc((size_t)count * size);
}

static void release(void *user, void *memory)
{
    (void)user;
    xfree(memory);
}

/* What the directory says of a member's size may be wrong: only bytes that come out count. */
static bool inflate_all(struct zip *zip, z_stream *stream, struct zip_part *part)
{
    size_t capacity = 64 * 1024;
    part->bytes = xmalloc(capacity);
    for (int status = Z_OK; status != Z_STREAM_END;) {
        if (part->length == capacity)
            part->bytes = xrealloc(part->bytes, capacity *= 2);
        size_t room = capacity - part->length < 1 << 30 ? capacity - part->length : 1 << 30;
        stream->next_out = (unsigned char *)part->bytes + part->length;
        stream->avail_out = (unsigned)room;
        status = inflate(stream, Z_NO_FLUSH);
        size_t got = room - stream->avail_out;
        if ((status != Z_OK && status != Z_STREAM_END) || (status == Z_OK && !got && !stream->avail_in))
            return refuse(zip->error, _("the archive is damaged"));
        if (!within_limits(zip, got))
            return false;
        part->length += got;
    }
    return true;
}

static bool unpack_deflated(struct zip *zip, const char *bytes, size_t length, struct zip_part *part)
{
    z_stream stream = {.next_in = (unsigned char *)(uintptr_t)bytes,
                       .avail_in = (unsigned)length,
                       .zalloc = allocate,
                       .zfree = release};
    if (length > UINT32_MAX || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return refuse(zip->error, _("the archive is damaged"));
    bool done = inflate_all(zip, &stream, part);
    inflateEnd(&stream);
    return done;
}

static bool unpack_stored(struct zip *zip, const char *bytes, size_t length, struct zip_part *part)
{
    if (!within_limits(zip, length))
        return false;
    part->bytes = memcpy(xmalloc(length + 1), bytes, length);
    part->length = length;
    return true;
}

static bool unpack(struct zip *zip, const struct member *member, struct zip_part *part)
{
    if (member->flags & FLAG_ENCRYPTED)
        return refuse(zip->error, _("the archive is encrypted"));
    if (!is_at(zip, member->local, LOCAL_SIZE, "PK\3\4"))
        return refuse(zip->error, _("the archive is damaged"));
    const char *header = zip->bytes + member->local;
    size_t start =
        member->local + LOCAL_SIZE + (size_t)number(header + 26, 2) + (size_t)number(header + 28, 2);
    if (start > zip->length || member->packed > zip->length - start ||
        (member->method != STORED && member->method != DEFLATED))
        return refuse(zip->error, _("the archive is damaged"));
    bool done = member->method == STORED ? unpack_stored(zip, zip->bytes + start, member->packed, part)
                                         : unpack_deflated(zip, zip->bytes + start, member->packed, part);
    if (done && crc32_z(0, (const unsigned char *)part->bytes, part->length) != member->crc)
        return refuse(zip->error, _("the archive is damaged"));
    return done;
}

static bool find(struct zip *zip, struct directory *directory, const char *name, struct zip_part *part)
{
    struct member member;
    size_t length = strlen(name);
    for (uint64_t i = 0; i < directory->members; i++) {
        if (i == LIMIT_MEMBERS)
            return refuse(zip->error, _("the archive has more than %d members"), LIMIT_MEMBERS);
        if (!next_member(zip, directory, &member))
            return refuse(zip->error, _("the archive is damaged"));
        if (member.name_length == length && !strncasecmp(member.name, name, length))
            return unpack(zip, &member, part);
    }
    return true;
}

bool zip_read(struct zip *zip, const char *name, struct zip_part *part)
{
    struct directory directory;
    *part = (struct zip_part){NULL, 0};
    if (!open_directory(zip, &directory))
        return refuse(zip->error, _("the archive is damaged or cut off"));
    bool done = find(zip, &directory, name, part);
    if (!done)
        zip_part_free(part);
    return done;
}

void zip_part_free(struct zip_part *part)
{
    xfree(part->bytes);
    *part = (struct zip_part){NULL, 0};
}

/* Take "." and ".." out of a path. */
static const char *without_dots(char *path)
{
    char *end = path;
    for (const char *at = path, *next; *at; at = next) {
        size_t length = strcspn(at, "/");
        next = at + length + (at[length] == '/');
        if (length == 2 && !memcmp(at, "..", 2))
            for (end -= end > path; end > path && end[-1] != '/'; end--)
                ;
        else if (length != 1 || *at != '.') {
            memmove(end, at, (size_t)(next - at));
            end += next - at;
        }
    }
    *end = '\0';
    return path;
}

const char *zip_name_from(struct nb_arena *arena, const char *part, const char *name)
{
    const char *slash = strrchr(part, '/');
    if (*name == '/')
        return without_dots(arena_strdup(arena, name + 1));
    return without_dots(arena_printf(arena, "%.*s%s", slash ? (int)(slash + 1 - part) : 0, part, name));
}
