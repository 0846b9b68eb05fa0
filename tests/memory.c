/* memory.c - each allocation of a run of the library fails once in turn: the run gives an error or what it
 * always gives, and leaves nothing behind. Usage: memory FILE... */
#include "fail_alloc.h"
#include "nianbao.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* A run that takes so long, in seconds of the processor, hangs: none takes a tenth of one. */
enum { HANGS = 10 };

/* Of the allocations that fail, so many leave something behind that is not ours: libxml2 2.9.14 loses parts
 * of a parser that it cannot complete (5 of them, and where its page is long the copy of that), glibc one
 * block of iconv_open(). */
enum { KNOWN_LEAKS = 7 };

/* What a run wrote, as a sum (FNV-1a), so that the test itself allocates nothing. */
struct outcome {
    bool done;
    uint64_t written;
};

struct kind {
    const char *name;
    bool lint;
    const char *formats[8];
};

static const struct kind kinds[] = {
    {"convert", false, {"json", "ndjson", "xml", "csv", "csv:facts", "text", "tree"}},
    {"lint", true, {"text", "json", "sarif", "html"}}};

static bool add(void *user, const void *bytes, size_t length)
{
    struct outcome *outcome = user;
    for (const unsigned char *at = bytes, *end = at + length; at < end; at++)
        outcome->written = (outcome->written ^ *at) * UINT64_C(1099511628211);
    return true;
}

static bool write_as(const struct kind *kind, const char *format, const struct nb_report *report,
                     struct outcome *outcome)
{
    const struct nb_lint_style style = {.brief = false};
    return kind->lint ? nb_lint(nb_lint_writer_find(format), &style, &report, 1, add, outcome)
                      : nb_write(nb_writer_find(format), &report, 1, add, outcome);
}

static struct outcome run(const struct kind *kind, const char *name, const char *bytes, size_t length)
{
    const struct nb_options options = {.size = sizeof options, .all_rules = kind->lint, .fill = !kind->lint};
    struct outcome outcome = {true, UINT64_C(14695981039346656037)};
    struct nb_error error = {""};
    struct nb_report *report = nb_compile(name, bytes, length, &options, &error);
    if (!report && !*error.message)
        printf("FAIL: %s: an error without a message\n", name);
    outcome.done = report;
    for (const char *const *format = kind->formats; *format && outcome.done; format++)
        outcome.done = write_as(kind, *format, report, &outcome);
    nb_report_free(report);
    return outcome;
}

static void hangs(int number)
{
    static const char message[] = "FAIL: a run hangs\n";
    (void)number;
    _exit(write(STDOUT_FILENO, message, sizeof message - 1) < 0 ? 2 : 1);
}

static void limit_time(void)
{
    const struct itimerval most = {.it_value = {.tv_sec = HANGS}};
    setitimer(ITIMER_PROF, &most, NULL);
}

/* Whether blocks stay behind each time: what the C library and libxml2 keep for later they keep once. */
static bool leaves(const struct kind *kind, const char *name, const char *bytes, size_t length,
                   size_t fail_at)
{
    size_t live = 0;
    for (int i = 0; i < 2; i++) {
        live = allocations->live;
        allocations->count = 0;
        allocations->fail_at = fail_at;
        run(kind, name, bytes, length);
        allocations->fail_at = 0;
    }
    return allocations->live > live;
}

static int fail_each(const struct kind *kind, const char *name, const char *bytes, size_t length)
{
    struct outcome whole = run(kind, name, bytes, length);
    whole = run(kind, name, bytes, length);
    size_t different = 0, kept = 0, same = 0, n = 1, live = allocations->live;
    for (; whole.done; n++) {
        limit_time();
        allocations->count = 0;
        allocations->fail_at = n;
        struct outcome outcome = run(kind, name, bytes, length);
        bool failed = allocations->count >= n;
        allocations->fail_at = 0;
        if (!failed)
            break;
        same += outcome.done && outcome.written == whole.written;
        different += outcome.done && outcome.written != whole.written;
        if (outcome.done && outcome.written != whole.written)
            printf("FAIL: %s %s: other output when allocation %zu fails\n", kind->name, name, n);
        if (allocations->live > live && leaves(kind, name, bytes, length, n) && kept++ >= KNOWN_LEAKS)
            printf("FAIL: %s %s: allocation %zu leaves blocks behind\n", kind->name, name, n);
        live = allocations->live;
    }
    printf("%s %s: %zu allocations failed, %zu runs gave the whole output, %zu another\n", kind->name, name,
           n - 1, same, different);
    fflush(stdout);
    return !whole.done || n < 2 || different || kept > KNOWN_LEAKS;
}

struct attempt {
    const char *name, *bytes;
    size_t length, fail_at;
    struct outcome outcome;
};

static void *attempt(void *data)
{
    struct attempt *attempt = data;
    allocations->count = 0;
    allocations->fail_at = attempt->fail_at;
    attempt->outcome = run(&kinds[0], attempt->name, attempt->bytes, attempt->length);
    allocations->fail_at = 0;
    return NULL;
}

/* The first allocations of a thread, among which is that of what libxml2 keeps for each. */
static int fail_in_threads(const char *name, const char *bytes, size_t length)
{
    enum { FIRST = 10 };
    uint64_t whole = run(&kinds[0], name, bytes, length).written;
    size_t different = 0;
    for (size_t n = 1; n <= FIRST; n++) {
        pthread_t thread;
        struct attempt one = {name, bytes, length, n, {false, 0}};
        if (pthread_create(&thread, NULL, attempt, &one) || pthread_join(thread, NULL))
            return 99;
        different += one.outcome.done && one.outcome.written != whole;
    }
    printf("in threads %s: %d allocations failed, %zu runs gave another output\n", name, FIRST, different);
    return different > 0;
}

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    *length = file && bytes ? fread(bytes, 1, 1 << 20, file) : 0;
    if (file)
        fclose(file);
    return bytes;
}

int main(int count, char **paths)
{
    int status = 0;
    signal(SIGPROF, hangs);
    for (int i = 1; i < count; i++) {
        size_t length;
        char *bytes = read_whole(paths[i], &length);
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            status |= fail_each(&kinds[k], paths[i], bytes, length);
        status |= fail_in_threads(paths[i], bytes, length);
        free(bytes);
    }
    return status;
}
