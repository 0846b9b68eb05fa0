/* files.c - reads whole files; writes a file beside its place and moves it there when it is complete. */
#include "files.h"

#include "cli.h"
#include "i18n.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- reading ---- */

static void *checked(void *memory)
{
    if (!memory) {
        complain("nianbao", strerror(ENOMEM));
        exit(STATUS_FAILED);
    }
    return memory;
}

/* Room for a whole regular file and one byte more, so that its end is seen without growing. */
static size_t first_size(FILE *file)
{
    struct stat status;
    bool regular = !fstat(fileno(file), &status) && S_ISREG(status.st_mode);
    return regular && status.st_size > 0 ? (size_t)status.st_size + 1 : 64 * 1024;
}

static bool read_stream(FILE *file, size_t limit, char **bytes, size_t *length)
{
    size_t size = first_size(file), used = 0;
    if (size > limit)
        size = limit + 1;
    char *buffer = checked(malloc(size));
    for (;;) {
        used += fread(buffer + used, 1, size - used, file);
        if (used < size || used > limit)
            break;
        size = size > limit / 2 ? limit + 1 : 2 * size;
        buffer = checked(realloc(buffer, size));
    }
    *bytes = buffer;
    *length = used;
    return !ferror(file);
}

bool read_file(const char *path, size_t limit, char **bytes, size_t *length)
{
    bool from_stdin = !strcmp(path, "-");
    FILE *file = from_stdin ? stdin : fopen(path, "rb");
    if (!file) {
        complain(path, strerror(errno));
        return false;
    }
    bool read = read_stream(file, limit, bytes, length);
    if (!read)
        complain(file_name(path), strerror(errno));
    if (!from_stdin)
        fclose(file);
    if (read && *length > limit) {
        char message[160];
        snprintf(message, sizeof message, _("larger than %zu bytes (see --max-size)"), limit);
        complain(file_name(path), message);
        read = false;
    }
    if (!read)
        free(*bytes);
    return read;
}

/* ---- writing ---- */

/* What a new file may be by the user's mask, or what the old one was. */
static mode_t mode_for(const struct stat *old)
{
    if (old)
        return old->st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* DIRECTORY/.NAME.XXXXXX for DIRECTORY/NAME */
static char *name_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    int directory = slash ? (int)(slash + 1 - path) : 0;
    size_t size = strlen(path) + sizeof "..XXXXXX";
    char *name = checked(malloc(size));
    snprintf(name, size, "%.*s.%s.XXXXXX", directory, path, path + directory);
    return name;
}

static bool open_beside(struct target *target, const struct stat *old)
{
    target->temporary = name_beside(target->path);
    int descriptor = mkstemp(target->temporary);
    if (descriptor < 0)
        return false;
    if (!fchmod(descriptor, mode_for(old)) && (target->file = fdopen(descriptor, "wb")))
        return true;
    int error = errno;
    close(descriptor);
    unlink(target->temporary);
    errno = error;
    return false;
}

static void target_free(struct target *target)
{
    free(target->path);
    free(target->temporary);
    *target = (struct target){0};
}

bool target_open(struct target *target, const char *path)
{
    struct stat old;
    *target = (struct target){.file = stdout};
    if (!strcmp(path, "-"))
        return true;
    bool exists = !stat(path, &old);
    /* Where a link leads, so that the link stays one. */
    target->path = exists ? realpath(path, NULL) : NULL;
    if (!target->path)
        target->path = checked(strdup(path));
    if (exists && S_ISDIR(old.st_mode))
        errno = EISDIR, target->file = NULL;
    else if (exists && !S_ISREG(old.st_mode))
        target->file = fopen(target->path, "wb");
    else if (!open_beside(target, exists ? &old : NULL))
        target->file = NULL;
    if (target->file)
        return true;
    complain(path, strerror(errno));
    target_free(target);
    return false;
}

void target_abandon(struct target *target)
{
    if (target->file && target->file != stdout)
        fclose(target->file);
    if (target->temporary)
        unlink(target->temporary);
    target_free(target);
}

bool target_commit(struct target *target)
{
    if (target->file == stdout)
        return flush_stdout();
    bool good = !ferror(target->file);
    good &= !fclose(target->file);
    target->file = NULL;
    if (good && target->temporary)
        good = !rename(target->temporary, target->path);
    if (good) {
        target_free(target);
        return true;
    }
    complain(target->path, errno ? strerror(errno) : _("cannot be written"));
    target_abandon(target);
    return false;
}

bool same_file(const char *one, const char *other)
{
    struct stat first, second;
    return !stat(one, &first) && !stat(other, &second) && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool flush_stdout(void)
{
    bool good = !ferror(stdout);
    good &= !fflush(stdout);
    if (!good)
        complain(_("standard output"), errno ? strerror(errno) : _("cannot be written"));
    clearerr(stdout);
    return good;
}
