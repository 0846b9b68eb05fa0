/* failing.c - the command, each of whose allocations fails once in turn, in a child of its own: it ends with
 * status 2 and says why, or does what it always does; never by a signal, and its target is whole or not
 * there. Usage: failing [-STEP] TARGET ARGUMENT...; with STEP, one allocation of so many. */
#include "config.h"
#include "fail_alloc.h"

#undef main

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int nianbao_main(int argc, char **argv);

enum { ROOM = 1 << 20, SECONDS = 10 };

/* What a run gave. */
struct outcome {
    int status; /* of waitpid() */
    size_t out, err, file;
    char bytes[3][ROOM]; /* standard output, standard error, the target */
};

/* What the tools of coverage do after the program's own end is not ours: destructors of a later kind follow
 * this one. */
__attribute__((destructor)) static void end(void)
{
    allocations->fail_at = 0;
}

static void redirect(int to, const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || dup2(file, to) < 0)
        _exit(99);
    close(file);
}

static size_t read_whole(const char *path, char *bytes)
{
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(bytes, 1, ROOM, file) : 0;
    if (file)
        fclose(file);
    return length;
}

static void run(struct outcome *outcome, size_t fail_at, const char *target, int argc, char **argv)
{
    unlink(target);
    *allocations = (struct allocations){.fail_at = fail_at};
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        setrlimit(RLIMIT_CPU, &(struct rlimit){SECONDS, SECONDS});
        redirect(STDOUT_FILENO, "failing.out");
        redirect(STDERR_FILENO, "failing.err");
        allocations->count = 0;
        exit(nianbao_main(argc, argv));
    }
    waitpid(child, &outcome->status, 0);
    allocations->fail_at = 0;
    outcome->out = read_whole("failing.out", outcome->bytes[0]);
    outcome->err = read_whole("failing.err", outcome->bytes[1]);
    outcome->file = read_whole(target, outcome->bytes[2]);
}

/* What is wrong with a run, compared with the one in which nothing failed; NULL if nothing is. */
static const char *wrong(const struct outcome *one, const struct outcome *whole, const char *target)
{
    if (!WIFEXITED(one->status))
        return WTERMSIG(one->status) == SIGXCPU || WTERMSIG(one->status) == SIGKILL ? "hangs"
                                                                                    : "ends by a signal";
    if (WEXITSTATUS(one->status) == 2)
        return !one->err ? "says nothing" : !access(target, F_OK) ? "leaves its target behind" : NULL;
    if (one->status != whole->status)
        return "ends with another status";
    if (one->out != whole->out || memcmp(one->bytes[0], whole->bytes[0], one->out))
        return "writes another output";
    if (one->file != whole->file || memcmp(one->bytes[2], whole->bytes[2], one->file))
        return "writes another file";
    return one->err != whole->err || memcmp(one->bytes[1], whole->bytes[1], one->err) ? "says something else"
                                                                                      : NULL;
}

int main(int argc, char **argv)
{
    struct allocations *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct outcome *whole = calloc(1, sizeof *whole), *one = calloc(1, sizeof *one);
    size_t step = argc > 1 && argv[1][0] == '-' ? strtoul(argv[1] + 1, NULL, 10) : 1;
    if (step > 1) {
        argv[1] = argv[0];
        argc--, argv++;
    }
    if (argc < 3 || !step || shared == MAP_FAILED || !whole || !one)
        return 99;
#ifdef LIBXML_NAME /* while it is loaded, the loader ends the process (input/libxml.c) */
    if (!dlopen(LIBXML_NAME, RTLD_LAZY | RTLD_LOCAL))
        return 99;
#endif
    allocations = shared;
    const char *target = argv[1];
    size_t faults = 0, count;
    argv[1] = argv[0];
    run(whole, 0, target, argc - 1, argv + 1);
    count = allocations->count;
    for (size_t n = 1; n <= count; n += step) {
        run(one, n, target, argc - 1, argv + 1);
        const char *fault = wrong(one, whole, target);
        if (fault && faults++ < 10)
            printf("FAIL: when allocation %zu fails, %s %s %s\n%.*s", n, argv[2], argv[argc - 1], fault,
                   (int)one->err, one->bytes[1]);
    }
    printf("%s %s: status %d, %zu allocations failed, %zu faults\n", argv[2], argv[argc - 1],
           WEXITSTATUS(whole->status), (count + step - 1) / step, faults);
    return !WIFEXITED(whole->status) || WEXITSTATUS(whole->status) == 2 || !count || faults;
}
