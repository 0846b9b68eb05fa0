/* threads.c - four threads whose first call each is nb_compile: every format, every writer, the same bytes
 * from each of them. */
#include "nianbao.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4 };

struct job {
    pthread_barrier_t *start;
    char **paths;
    int count;
    char *written;
    size_t length;
};

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0;
    FILE *copy = open_memstream(&bytes, &room);
    for (int byte; file && copy && (byte = getc(file)) != EOF;)
        putc(byte, copy);
    if (file)
        fclose(file);
    if (copy)
        fclose(copy);
    *length = room;
    return bytes;
}

static void write_report(FILE *out, const struct nb_report *report)
{
    static const char *const formats[] = {"json", "xml", "csv", "text"};
    const struct nb_lint_style style = {.brief = false};
    const struct nb_lint_summary before = {0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        nb_write_report(nb_writer_find(formats[i]), out, report, 0);
    nb_lint_report(nb_lint_writer_find("html"), out, &style, report, &before);
}

static void *run(void *argument)
{
    struct job *job = argument;
    const struct nb_options options = {.size = sizeof options, .all_rules = true, .fill = true};
    FILE *out = open_memstream(&job->written, &job->length);
    pthread_barrier_wait(job->start);
    for (int i = 0; i < job->count; i++) {
        size_t length;
        struct nb_error error = {0};
        char *bytes = read_whole(job->paths[i], &length);
        struct nb_report *report = nb_compile(job->paths[i], bytes, length, &options, &error);
        free(bytes);
        if (report)
            write_report(out, report);
        else
            fprintf(out, "%s\n", error.message);
        nb_report_free(report);
    }
    fclose(out);
    return NULL;
}

int main(int count, char **arguments)
{
    pthread_t threads[THREADS];
    pthread_barrier_t start;
    struct job jobs[THREADS];
    int differ = 0;
    pthread_barrier_init(&start, NULL, THREADS);
    for (int i = 0; i < THREADS; i++) {
        jobs[i] = (struct job){.start = &start, .paths = arguments + 1, .count = count - 1};
        if (pthread_create(&threads[i], NULL, run, &jobs[i]))
            return 99;
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 1; i < THREADS; i++)
        differ |=
            jobs[i].length != jobs[0].length || memcmp(jobs[i].written, jobs[0].written, jobs[0].length);
    printf("%zu bytes from each thread%s\n", jobs[0].length, differ ? ", not the same" : "");
    for (int i = 0; i < THREADS; i++)
        free(jobs[i].written);
    pthread_barrier_destroy(&start);
    return differ || !jobs[0].length;
}
