/* files.c - reads whole files; writes a file beside its place and moves it there when it is complete. */
#include "files.h"

#include "cli.h"
#include "i18n.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- reading ---- */

void *checked(void *memory)
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

bool read_stream(FILE *file, size_t limit, char **bytes, size_t *length)
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

bool read_file(const char *path, size_t limit, char **bytes, size_t *length, struct nb_error *error)
{
    bool from_stdin = !strcmp(path, "-");
    FILE *file = from_stdin ? stdin : fopen(path, "rb");
    if (!file)
        return refuse(error, "%s", strerror(errno));
    bool read = read_stream(file, limit, bytes, length);
    if (!read)
        refuse(error, errno == EISDIR ? _("%s: --recursive takes the files in it") : "%s", strerror(errno));
    if (!from_stdin)
        fclose(file);
    if (read && *length > limit)
        read = refuse(error, _("larger than %zu bytes (see --max-size)"), limit);
    if (!read)
        free(*bytes);
    return read;
}

/* ---- what may not be overwritten ---- */

struct file_id {
    dev_t device;
    ino_t inode;
};

static int by_id(const void *one, const void *other)
{
    const struct file_id *a = one, *b = other;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    return (a->inode > b->inode) - (a->inode < b->inode);
}

struct inputs inputs_of(char **paths, size_t count)
{
    struct inputs inputs = {checked(malloc(count * sizeof *inputs.ids)), 0};
    struct stat status;
    for (size_t i = 0; i < count; i++)
        if (!(strcmp(paths[i], "-") ? stat(paths[i], &status) : fstat(STDIN_FILENO, &status)) &&
            S_ISREG(status.st_mode))
            inputs.ids[inputs.count++] = (struct file_id){status.st_dev, status.st_ino};
    qsort(inputs.ids, inputs.count, sizeof *inputs.ids, by_id);
    return inputs;
}

void inputs_free(struct inputs *inputs)
{
    free(inputs->ids);
    *inputs = (struct inputs){0};
}

bool is_input(const struct inputs *inputs, const char *path)
{
    struct stat status;
    if (!strcmp(path, "-") || stat(path, &status))
        return false;
    const struct file_id id = {status.st_dev, status.st_ino};
    return inputs->count && bsearch(&id, inputs->ids, inputs->count, sizeof id, by_id);
}

bool is_special(const char *path)
{
    struct stat status;
    return !stat(path, &status) && !S_ISREG(status.st_mode);
}

/* Where a path leads; if there is nothing yet, where the nearest folder above it does. The caller frees it.
 */
static char *leads_to(const char *path)
{
    char *there = realpath(path, NULL), *above = checked(strdup(path)), *slash;
    while (!there && (slash = strrchr(above, '/'))) {
        *slash = '\0';
        there = realpath(above, NULL);
    }
    free(above);
    return there;
}

enum place { ELSEWHERE, BELOW, NOWHERE };

/* Where a path leads, seen from a folder; nowhere: one of the two is not there. */
static enum place place_of(const char *folder, const char *path)
{
    char *home = realpath(folder, NULL), *there = leads_to(path);
    size_t length = home ? strlen(home) : 0;
    bool known = home && there;
    bool below =
        known && !strncmp(home, there, length) && (!there[length] || there[length] == '/' || length == 1);
    free(home);
    free(there);
    return !known ? NOWHERE : below ? BELOW : ELSEWHERE;
}

bool is_below(const char *folder, const char *path)
{
    return place_of(folder, path) == BELOW;
}

bool leads_out(const char *folder, const char *path)
{
    return place_of(folder, path) == ELSEWHERE;
}

void make_folders(const char *folder, char *path)
{
    for (char *slash = strchr(path + strlen(folder) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = !leads_out(folder, path) && (!mkdir(path, 0777) || errno == EEXIST);
        *slash = '/';
        if (!made)
            return;
    }
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

/* The file that is being written, for the moment in which the process ends; "" while there is none. */
static char unfinished[PATH_MAX];

/* The signals that end a process unless it takes care, and that somebody sends. */
static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2};
enum { ENDINGS = sizeof endings / sizeof *endings };

static void remove_unfinished(void)
{
    if (*unfinished)
        unlink(unfinished);
}

static void end_by(int signal_number)
{
    remove_unfinished();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* What nohup ignores stays ignored. A file that may not grow is a full disk: writing fails, and that is told.
 */
void targets_clean_up(void)
{
    signal(SIGXFSZ, SIG_IGN);
    struct sigaction old, action = {.sa_handler = end_by};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ENDINGS; i++)
        if (!sigaction(endings[i], NULL, &old) && old.sa_handler == SIG_DFL)
            sigaction(endings[i], &action, NULL);
    atexit(remove_unfinished);
}

/* The file comes to be, and is known, in one step as a signal sees it; the same when it gets its name or
 * goes. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDINGS; i++)
        sigaddset(&held, endings[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

static int make_temporary(char *name)
{
    sigset_t before;
    hold_signals(&before);
    int descriptor = mkstemp(name), error = errno;
    if (descriptor >= 0)
        snprintf(unfinished, sizeof unfinished, "%s", name);
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return descriptor;
}

/* Give the file its name, or remove it where that is NULL. */
static bool settle_temporary(const char *name, const char *path)
{
    sigset_t before;
    hold_signals(&before);
    bool good = !(path ? rename(name, path) : unlink(name));
    int error = errno;
    if (good)
        *unfinished = '\0';
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return good;
}

/* DIRECTORY/.nianbao.XXXXXX for DIRECTORY/NAME: the name itself may be as long as names can be. */
static char *name_beside(const char *path)
{
    static const char pattern[] = ".nianbao.XXXXXX";
    size_t directory = (size_t)(strrchr(path, '/') ? strrchr(path, '/') + 1 - path : 0);
    char *name = checked(malloc(directory + sizeof pattern));
    memcpy(name, path, directory);
    memcpy(name + directory, pattern, sizeof pattern);
    return name;
}

static bool open_beside(struct target *target, const struct stat *old)
{
    target->temporary = name_beside(target->path);
    int descriptor = strlen(target->temporary) < sizeof unfinished ? make_temporary(target->temporary) : -1;
    if (descriptor < 0)
        return false;
    if (!fchmod(descriptor, mode_for(old)) && (target->file = fdopen(descriptor, "wb")))
        return true;
    int error = errno;
    close(descriptor);
    settle_temporary(target->temporary, NULL);
    errno = error;
    return false;
}

static void target_free(struct target *target)
{
    free(target->path);
    free(target->temporary);
    *target = (struct target){0};
}

static bool is_link(const char *path)
{
    struct stat status;
    return !lstat(path, &status) && S_ISLNK(status.st_mode);
}

/* A link that leads nowhere, or in a ring, is no place to write to. */
bool target_open(struct target *target, const char *path)
{
    struct stat old;
    *target = (struct target){.file = stdout};
    if (!strcmp(path, "-"))
        return true;
    bool exists = !stat(path, &old);
    int missing = errno;
    /* Where a link leads, so that the link stays one. */
    target->path = exists ? realpath(path, NULL) : NULL;
    if (!target->path)
        target->path = checked(strdup(path));
    if (!exists && is_link(path))
        errno = missing, target->file = NULL;
    else if (exists && S_ISDIR(old.st_mode))
        errno = EISDIR, target->file = NULL;
    else if (exists && !S_ISREG(old.st_mode))
        target->file = fopen(target->path, "wb");
    else if (!open_beside(target, exists ? &old : NULL))
        target->file = NULL;
    if (target->file)
        return true;
    int error = errno;
    complain(path, strerror(error));
    target_free(target);
    errno = error;
    return false;
}

void target_abandon(struct target *target)
{
    if (target->file && target->file != stdout)
        fclose(target->file);
    if (target->temporary)
        settle_temporary(target->temporary, NULL);
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
        good = settle_temporary(target->temporary, target->path);
    if (good) {
        target_free(target);
        return true;
    }
    int error = errno;
    complain(target->path, error ? strerror(error) : _("cannot be written"));
    target_abandon(target);
    errno = error;
    return false;
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
