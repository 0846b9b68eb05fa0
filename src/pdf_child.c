/* pdf_child.c - run nianbao-pdf on the bytes of a PDF, nianbao-ocr on those of a scan: found beside the
 * program, in libexec or the path; no shell, within limits. */
#include "config.h"

#include "pdf_child.h"

#include "files.h"
#include "i18n.h"
#include "pdf_pages.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A report takes nianbao-pdf 0.5 seconds and 60 MB; SECONDS and MEMORY are 100 and 30 times that. A page
 * takes nianbao-ocr 2 seconds. The clock may show PATIENCE times that: a library that waits for itself uses
 * no processor. The PDF's mark stands in its first MARKED bytes (ISO 32000-1, annex H.3.4.1). */
enum { SECONDS = 60, OCR_SECONDS = 900, PATIENCE = 2, MARKED = 1024 };
static const rlim_t MEMORY = (rlim_t)2 << 30;

static const char pdf_program[] = "nianbao-pdf", ocr_program[] = "nianbao-ocr";

bool is_pdf(const char *bytes, size_t length)
{
    static const char mark[] = "%PDF-";
    return bytes_find(bytes, bytes + (length < MARKED ? length : MARKED), mark);
}

bool is_picture(const char *bytes, size_t length)
{
    static const char *const marks[] = {"\x89PNG\r\n", "\xFF\xD8\xFF", "II*", "MM"};
    static const size_t lengths[] = {6, 3, 4, 4}; /* with the zeros in those of TIFF */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (length >= lengths[i] && !memcmp(bytes, marks[i], strlen(marks[i])))
            return i != 3 || !memcmp(bytes, "MM\0*", 4);
    return false;
}

/* ---- where it is ---- */

/* FOLDER/BELOW/PROGRAM, if it can be run; the caller frees it. */
static char *program_in(const char *folder, size_t length, const char *below, const char *program)
{
    size_t size = length + strlen(below) + strlen(program) + 3;
    char *path = length ? malloc(size) : NULL;
    if (!path)
        return NULL;
    snprintf(path, size, "%.*s/%s%s", (int)length, folder, below, program);
    if (!access(path, X_OK))
        return path;
    free(path);
    return NULL;
}

/* Beside the program that runs, above it if that runs in its build tree, in ../libexec if the installation
 * was moved. */
static char *program_nearby(const char *program)
{
    static const char *const nearby[] = {"", "../", "../libexec/"};
    char self[PATH_MAX], *found = NULL;
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = '\0';
    const char *slash = strrchr(self, '/');
    for (size_t i = 0; slash && !found && i < sizeof nearby / sizeof *nearby; i++)
        found = program_in(self, (size_t)(slash - self), nearby[i], program);
    return found;
}

static char *find_program(const char *program)
{
    char *found = program_nearby(program);
    if (!found)
        found = program_in(LIBEXECDIR, strlen(LIBEXECDIR), "", program);
    const char *path = getenv("PATH");
    for (size_t length; !found && path && *path; path += length + (path[length] == ':')) {
        length = strcspn(path, ":");
        found = program_in(path, length, "", program);
    }
    return found;
}

/* ---- running it ---- */

static void limit(int resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(resource, &now) || now.rlim_max < most)
        return;
    setrlimit(resource, &(struct rlimit){most, most});
}

/* A program, found at `path`, and its argument, or NULL. */
struct helper {
    const char *path, *argument;
    bool ocr;
};

/* In the child: never returns. Files can be read, but not written, and what its libraries say reaches nobody.
 */
static void run(const struct helper *helper, int input, int output)
{
    char *arguments[] = {(char *)helper->path, (char *)helper->argument, NULL};
    bool ocr = helper->ocr;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL); /* a thread of the pool holds them all back */
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody is left to read what it prints */
#endif
    limit(RLIMIT_CPU, ocr ? OCR_SECONDS : SECONDS);
    alarm(PATIENCE * (ocr ? OCR_SECONDS : SECONDS));
    limit(RLIMIT_AS, MEMORY);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    if (ocr)
        setenv("OMP_THREAD_LIMIT", "1", 1); /* what Tesseract gains by more is lost again by waiting */
    execv(helper->path, arguments);
    _exit(127);
}

/* A file without a name that holds the bytes, at its start; -1: none can be made. */
static int as_file(const char *bytes, size_t length)
{
    FILE *file = tmpfile();
    int descriptor = -1;
    if (!file)
        return -1;
    if (fwrite(bytes, 1, length, file) == length && !fflush(file))
        descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
    fclose(file);
    if (descriptor >= 0)
        lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

static bool ended_well(pid_t child, const char *program, struct nb_error *error)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status) && !WEXITSTATUS(status))
        return true;
    if (WIFSIGNALED(status) &&
        (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGALRM))
        return refuse(error, _("%s takes too long to read it; given up"), program);
    return refuse(error, _("the document is damaged, or memory was short: %s has failed on it"), program);
}

/* What the child prints; NULL with *error filled in. */
static char *output_of(const struct helper *helper, int input, size_t most, size_t *length,
                       struct nb_error *error)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC)) /* no child of another thread may hold the end that this one waits for */
        return refuse(error, "%s", strerror(errno));
    pid_t child = fork();
    if (!child) {
        close(ends[0]);
        run(helper, input, ends[1]);
    }
    close(ends[1]);
    FILE *from = checked(fdopen(ends[0], "rb"));
    char *bytes = NULL;
    bool whole = child > 0 && read_stream(from, most, &bytes, length) && *length <= most;
    fclose(from);
    if (child < 0)
        return refuse(error, "%s", strerror(errno));
    if (!whole)
        kill(child, SIGTERM);
    if (ended_well(child, helper->ocr ? ocr_program : pdf_program, error) && whole)
        return bytes;
    free(bytes);
    return NULL;
}

/* Bytes of a document, and at most how many a program may print of it. */
struct document {
    const char *bytes;
    size_t length, most;
};

/* What a program prints of a document, of which pages ("2,5"; NULL: all); NULL with *error filled in:
 * `missing` where the program is not there. */
static char *sheets_of(const char *program, const char *missing, const char *pages,
                       const struct document *document, size_t *size, struct nb_error *error)
{
    char *path = find_program(program), *sheets = NULL;
    struct helper helper = {path, pages, program == ocr_program};
    if (!path)
        return refuse(error, "%s", missing);
    int input = as_file(document->bytes, document->length);
    if (input < 0)
        refuse(error, "%s", strerror(errno));
    else
        sheets = output_of(&helper, input, document->most, size, error);
    if (input >= 0)
        close(input);
    free(path);
    return sheets;
}

static bool take(char **bytes, size_t *length, char *sheets, size_t size)
{
    if (!sheets)
        return false;
    free(*bytes);
    *bytes = sheets;
    *length = size;
    return true;
}

/* Recognise pages that are pictures, if nianbao-ocr is there and can; else they stay as they are, which the
 * reader tells. So it does those that another program has recognised, which knows nothing of the form: of one
 * such report 80 cells were read of its words, and 911 of its pictures. */
static char *with_recognised(const struct document *document, const struct pdf_pages *pages, char *sheets,
                             size_t *size)
{
    struct nb_error error;
    size_t read_size = 0;
    char *list = pdf_pages_pictures(pages);
    char *read = *list ? sheets_of(ocr_program, "", list, document, &read_size, &error) : NULL;
    struct pdf_pages recognised = pdf_pages(read, read_size);
    if (recognised.whole) {
        char *joined = pdf_pages_joined(pages, &recognised, size);
        free(sheets);
        sheets = joined;
    }
    pdf_pages_free(&recognised);
    free(read);
    free(list);
    return sheets;
}

/* Recognise the whole document. */
static char *recognised_of(const struct document *document, bool misnamed, char *sheets, size_t *size,
                           struct nb_error *error)
{
    const char *pictures = _("the PDF has pictures but no text: its text must be recognised (OCR) first; "
                             "nianbao-ocr does that, which "
                             "is not installed (it is built where Debian's libtesseract-dev is)");
    const char *names = _("the fonts of the PDF name other characters than it shows: save the report as PDF "
                          "with another program, or "
                          "have its text recognised (OCR); nianbao-ocr does that, which is not installed (it "
                          "is built where Debian's "
                          "libtesseract-dev is)");
    free(sheets);
    return sheets_of(ocr_program, misnamed ? names : pictures, NULL, document, size, error);
}

bool pdf_to_sheets(char **bytes, size_t *length, size_t most, struct nb_error *error)
{
    struct document document = {*bytes, *length, most};
    size_t size = 0;
    char *sheets = sheets_of(
        pdf_program,
        _("a PDF document: reading it needs nianbao-pdf, which is not installed (it is built where Debian's "
          "libpoppler-glib-dev is); or save the report as .docx"),
        NULL, &document, &size, error);
    struct pdf_pages pages = pdf_pages(sheets, size);
    if (pages.whole && pdf_pages_have_text(&pages))
        sheets = with_recognised(&document, &pages, sheets, &size);
    else if (pages.whole)
        sheets = recognised_of(&document, pages.misnamed, sheets, &size, error);
    pdf_pages_free(&pages);
    return take(bytes, length, sheets, size);
}

bool picture_to_sheets(char **bytes, size_t *length, size_t most, struct nb_error *error)
{
    struct document document = {*bytes, *length, most};
    size_t size = 0;
    char *sheets =
        sheets_of(ocr_program,
                  _("a picture: its text must be recognised (OCR) first; nianbao-ocr does that, which is not "
                    "installed (it is built where Debian's libtesseract-dev is)"),
                  NULL, &document, &size, error);
    return take(bytes, length, sheets, size);
}
