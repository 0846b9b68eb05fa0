/* resume.c - compares times as make does; a note in the folder stands for what make does not see, the program
 * and its options. */
#include "resume.h"

#include "cli.h"
#include "files.h"
#include "i18n.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char note_name[] = ".nianbao-resume";

static bool is_before(struct timespec one, struct timespec other)
{
    return one.tv_sec != other.tv_sec ? one.tv_sec < other.tv_sec : one.tv_nsec < other.tv_nsec;
}

static bool says(const char *path, const char *how)
{
    char *bytes;
    size_t length;
    struct nb_error error;
    if (!read_file(path, 64 * 1024, &bytes, &length, &error))
        return false;
    bool same = length == strlen(how) && !memcmp(bytes, how, length);
    free(bytes);
    return same;
}

static bool write_note(const char *path, const char *how)
{
    struct target target;
    if (!target_open(&target, path))
        return false;
    fputs(how, target.file);
    return target_commit(&target);
}

/* The note is written before the first file: what a run that was stopped has left of another making is older.
 */
static bool begin(struct resume *resume, const char *path, const char *how)
{
    struct stat status;
    bool there = !lstat(path, &status);
    if (there && !S_ISREG(status.st_mode)) {
        complain(path, _("is no regular file"));
        return false;
    }
    if ((!there || !says(path, how)) && (!write_note(path, how) || lstat(path, &status)))
        return false;
    resume->noted = status.st_mtim;
    return true;
}

bool resume_begin(struct resume *resume, const char *folder, const char *how)
{
    char *path = checked(malloc(strlen(folder) + sizeof note_name + 1));
    sprintf(path, "%s/%s", folder, note_name);
    bool good = begin(resume, path, how);
    free(path);
    return good;
}

/* The input's time is that of its last change of any kind, which a copy with the times of another file has
 * too. Of two that are the same to the clock's last digit either may be the older one. */
bool resume_is_done(const struct resume *resume, const char *input, const char *output)
{
    struct stat from, to;
    return !stat(input, &from) && !lstat(output, &to) && S_ISREG(to.st_mode) &&
           is_before(from.st_ctim, to.st_mtim) && is_before(resume->noted, to.st_mtim);
}
