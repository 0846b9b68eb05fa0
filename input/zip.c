/* zip.c - members of a zip archive by name, through libarchive's reader of the central directory. */
#include "zip.h"

#include "bounds.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <strings.h>

static bool refuse(struct zip *zip, const char *why)
{
    snprintf(zip->error->message, sizeof zip->error->message, "%s", why);
    return false;
}

/* Whether `more` bytes may be unpacked on top of what has been. */
static bool within_limits(struct zip *zip, size_t more)
{
    size_t total = zip->unpacked + more;
    if (total > zip->max_size) {
        snprintf(zip->error->message, sizeof zip->error->message,
                 "the archive unpacks to more than %zu bytes (--max-size allows more)", zip->max_size);
        return false;
    }
    if (total > LIMIT_RATIO_FREE && total / LIMIT_RATIO > zip->length) {
        snprintf(zip->error->message, sizeof zip->error->message,
                 "the archive unpacks to more than %d times its size, as only a zip bomb does", LIMIT_RATIO);
        return false;
    }
    zip->unpacked = total;
    return true;
}

/* What the header says of a member's size may be wrong: only bytes that come out count. */
static bool unpack(struct zip *zip, struct archive *archive, struct zip_part *part)
{
    size_t capacity = 64 * 1024;
    part->bytes = xmalloc(capacity);
    part->length = 0;
    for (;;) {
        if (part->length == capacity)
            part->bytes = xrealloc(part->bytes, capacity *= 2);
        la_ssize_t got = archive_read_data(archive, part->bytes + part->length, capacity - part->length);
        if (got == 0)
            return true;
        if (got < 0)
            return refuse(zip, archive_read_has_encrypted_entries(archive) > 0 ? "the archive is encrypted"
                                                                               : "the archive is damaged");
        if (!within_limits(zip, (size_t)got))
            return false;
        part->length += (size_t)got;
    }
}

static bool is_named(struct archive_entry *entry, const char *name)
{
    const char *found = archive_entry_pathname(entry);
    return found && strcasecmp(found, name) == 0;
}

static bool find(struct zip *zip, struct archive *archive, const char *name, struct zip_part *part)
{
    struct archive_entry *entry;
    for (size_t members = 0; members <= LIMIT_MEMBERS; members++) {
        int status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF)
            return true;
        if (status < ARCHIVE_WARN)
            return refuse(zip, "the archive is damaged");
        if (is_named(entry, name))
            return unpack(zip, archive, part);
    }
    snprintf(zip->error->message, sizeof zip->error->message, "the archive has more than %d members", LIMIT_MEMBERS);
    return false;
}

bool zip_read(struct zip *zip, const char *name, struct zip_part *part)
{
    *part = (struct zip_part){NULL, 0};
    struct archive *archive = archive_read_new();
    if (!archive)
        return refuse(zip, "out of memory");
    archive_read_support_format_zip_seekable(archive);
    bool done = archive_read_open_memory(archive, zip->bytes, zip->length) == ARCHIVE_OK
                    ? find(zip, archive, name, part)
                    : refuse(zip, "the archive is damaged or cut off");
    archive_read_free(archive);
    if (!done)
        zip_part_free(part);
    return done;
}

void zip_part_free(struct zip_part *part)
{
    free(part->bytes);
    *part = (struct zip_part){NULL, 0};
}
