/* office.c - run LibreOffice headless on a document of an old word processor: no shell, a folder and profile
 * of its own. */
#include "config.h"

#include "office.h"

#include "files.h"
#include "i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A report takes LibreOffice 0.7 seconds, its first start with a new profile 5. */
enum { SECONDS = 120, PATH_ROOM = 4096 };

/* The status of what took too long, as timeout(1) has it. */
enum { LATE = 124 };

bool is_office(const char *bytes, size_t length)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", rtf[] = "{\\rtf";
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    static const char odt[] = "mimetypeapplication/vnd.oasis.opendocument.text";
    enum { HEADER = 30 }; /* of the archive's first member, before its name */
    if (length >= sizeof ole - 1 && !memcmp(bytes, ole, sizeof ole - 1))
        return !memmem(bytes, length, encrypted, sizeof encrypted); /* the library says what that is */
    if (length >= sizeof rtf - 1 && !memcmp(bytes, rtf, sizeof rtf - 1))
        return true;
    return length >= HEADER + sizeof odt - 1 && !memcmp(bytes, "PK\3\4", 4) &&
           !memcmp(bytes + HEADER, odt, sizeof odt - 1);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status, (void)kind, (void)at;
    return remove(path);
}

/* ---- running it ---- */

/* In the child: never returns. */
static void run(const char *folder)
{
    char profile[PATH_ROOM + 64], document[PATH_ROOM + 64];
    snprintf(profile, sizeof profile, "-env:UserInstallation=file://%s/profile", folder);
    snprintf(document, sizeof document, "%s/report.doc", folder);
    char *arguments[] = {"soffice", profile,    "--headless",   "--norestore", "--convert-to",
                         "docx",    "--outdir", (char *)folder, document,      NULL};
    int nothing = open("/dev/null", O_RDWR);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL); /* a thread of the pool holds them all back */
    for (int i = 0; i < 3; i++)
        dup2(nothing, i);
    setpgid(0, 0);
    execvp("soffice", arguments);
    arguments[0] = "libreoffice";
    execvp("libreoffice", arguments);
    _exit(127);
}

/* In a child that no signal for the program reaches: run it until it ends, takes too long, or the program is
 * gone; whose folder goes then, too. Ends with its exit status, LATE, or 1. */
static void keep(const char *folder, pid_t program)
{
    sigset_t all;
    int status = 0;
    pid_t ended = 0, child;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    setpgid(0, 0);
    if (!(child = fork()))
        run(folder);
    if (child < 0)
        _exit(1);
    for (long tenths = 0; tenths < 10L * SECONDS && getppid() == program && !ended; tenths++)
        if (!(ended = waitpid(child, &status, WNOHANG)))
            usleep(100000);
    if (!ended) {
        setpgid(child, child); /* it may not have come so far itself */
        kill(-child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    if (getppid() != program)
        execlp("rm", "rm", "-rf", "--", folder, (char *)NULL);
    _exit(!ended ? LATE : ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

/* Its exit status; -1: it did not run. */
static int run_kept(const char *folder)
{
    int status = 0;
    pid_t program = getpid(), keeper = fork();
    if (!keeper)
        keep(folder, program);
    while (keeper > 0 && waitpid(keeper, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return keeper > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool write_whole(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(bytes, 1, length, file) == length;
    return file && !fclose(file) && written;
}

static bool convert(const char *folder, char **bytes, size_t *length, size_t limit, struct nb_error *error)
{
    char path[PATH_ROOM + 64], *docx = NULL;
    size_t size = 0;
    snprintf(path, sizeof path, "%s/report.doc", folder);
    if (!write_whole(path, *bytes, *length))
        return refuse(error, "%s", strerror(errno));
    int status = run_kept(folder);
    if (status == 127)
        return refuse(error, _("--via-office needs LibreOffice (soffice), which is not installed"));
    if (status == LATE)
        return refuse(error, _("LibreOffice took more than %d seconds for the document and was stopped"),
                      SECONDS);
    snprintf(path, sizeof path, "%s/report.docx", folder);
    if (status || !read_file(path, limit, &docx, &size, error))
        return refuse(
            error, _("LibreOffice cannot convert the document: it is damaged, or protected by a password"));
    free(*bytes);
    *bytes = docx;
    *length = size;
    return true;
}

bool office_to_docx(char **bytes, size_t *length, size_t limit, struct nb_error *error)
{
    const char *where = getenv("TMPDIR");
    char folder[PATH_ROOM];
    int size = snprintf(folder, sizeof folder, "%s/nianbao-XXXXXX", where && *where == '/' ? where : "/tmp");
    if (size >= (int)sizeof folder || !mkdtemp(folder))
        return refuse(error, "%s", strerror(errno));
    bool converted = convert(folder, bytes, length, limit, error);
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return converted;
}
