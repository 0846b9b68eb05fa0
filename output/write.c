/* write.c - documents of reports and of findings: to a file piece by piece, as a whole to a function and to
 * memory. */
#include "config.h"

#include "memory.h"
#include "output.h"

#include <stdlib.h>
#include <sys/types.h>

/* ---- to a file ---- */

enum part { BEGIN, REPORT, FAILURE, END };

/* One part of a document of reports, or of findings, which has a `style`. */
struct output_piece {
    enum part part;
    const struct nb_writer *writer;
    const struct nb_lint_writer *lint_writer;
    FILE *out;
    const struct nb_report *report;
    const struct nb_failure *failure;
    size_t number; /* the report's, or how many there are */
    const struct nb_lint_style *style;
    const struct nb_lint_summary *summary;
};

static void put_words(FILE *out, const char *words)
{
    if (words)
        fputs(words, out);
}

static void put_report(void *data)
{
    const struct output_piece *piece = data;
    const struct nb_writer *writer = piece->writer;
    bool several = piece->number > 1;
    if (piece->part == BEGIN) {
        put_words(piece->out, writer->head);
        put_words(piece->out, several ? writer->open : NULL);
        if (writer->begin)
            writer->begin(piece->out);
    } else if (piece->part == END) {
        put_words(piece->out, several ? writer->close : NULL);
        put_words(piece->out, writer->foot);
    } else if (piece->part == FAILURE)
        writer->failure(piece->out, piece->failure, piece->number);
    else if (nb_write_between(writer, piece->out, piece->number))
        writer->report(piece->out, piece->report);
}

static void put_findings(void *data)
{
    const struct output_piece *piece = data;
    const struct nb_lint_writer *writer = piece->lint_writer;
    if (piece->part == BEGIN) {
        if (writer->begin)
            writer->begin(piece->out);
    } else if (piece->part == END)
        writer->end(piece->out, piece->summary);
    else
        writer->report(piece->out, piece->style, piece->report, piece->summary);
}

static bool put(struct output_piece piece)
{
    return memory_guard(piece.writer ? put_report : put_findings, &piece) && !ferror(piece.out);
}

bool nb_write_begin(const struct nb_writer *writer, FILE *out, size_t reports)
{
    return put((struct output_piece){BEGIN, .writer = writer, .out = out, .number = reports});
}

bool nb_write_report(const struct nb_writer *writer, FILE *out, const struct nb_report *one, size_t index)
{
    return put((struct output_piece){REPORT, .writer = writer, .out = out, .report = one, .number = index});
}

bool nb_write_between(const struct nb_writer *writer, FILE *out, size_t index)
{
    put_words(out, index ? writer->between : NULL);
    return !ferror(out);
}

bool nb_write_failure(const struct nb_writer *writer, FILE *out, const struct nb_failure *failed,
                      size_t index)
{
    return !writer->failure || put((struct output_piece){FAILURE, .writer = writer, .out = out,
                                                         .failure = failed, .number = index});
}

bool nb_write_end(const struct nb_writer *writer, FILE *out, size_t reports)
{
    return put((struct output_piece){END, .writer = writer, .out = out, .number = reports});
}

const char *nb_writer_format(const struct nb_writer *writer)
{
    return writer->format;
}

bool nb_writer_records_failures(const struct nb_writer *writer)
{
    return writer->failure;
}

bool nb_lint_begin(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style)
{
    return put((struct output_piece){BEGIN, .lint_writer = writer, .out = out, .style = style});
}

bool nb_lint_report(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style,
                    const struct nb_report *one, const struct nb_lint_summary *before)
{
    return put((struct output_piece){REPORT, .lint_writer = writer, .out = out, .style = style, .report = one,
                                     .summary = before});
}

bool nb_lint_end(const struct nb_lint_writer *writer, FILE *out, const struct nb_lint_style *style,
                 const struct nb_lint_summary *summary)
{
    return put(
        (struct output_piece){END, .lint_writer = writer, .out = out, .style = style, .summary = summary});
}

/* ---- to a function and to memory ---- */

/* A stream whose bytes are handed on. (A stream in memory would do, but glibc's does not tell where it has
 * not grown.) */
struct spool {
    FILE *file;
    nb_take *take;
    void *user;
};

static ssize_t hand_on(void *data, const char *bytes, size_t length)
{
    const struct spool *spool = data;
    return spool->take(spool->user, bytes, length) ? (ssize_t)length : 0;
}

static bool spool_open(struct spool *spool, nb_take *take, void *user)
{
    *spool = (struct spool){NULL, take, user};
    spool->file = fopencookie(spool, "w", (cookie_io_functions_t){.write = hand_on});
    return spool->file;
}

static bool spool_close(struct spool *spool, bool good)
{
    good = !fflush(spool->file) && good;
    return !fclose(spool->file) && good;
}

/* A document in memory. */
struct memory {
    char *bytes;
    size_t length, room;
};

static bool keep(void *user, const void *bytes, size_t length)
{
    struct memory *memory = user;
    if (memory->room - memory->length <= length) {
        size_t room = 2 * (memory->length + length) + 1;
        char *more = realloc(memory->bytes, room);
        if (!more)
            return false;
        memory->bytes = more;
        memory->room = room;
    }
    memcpy(memory->bytes + memory->length, bytes, length);
    memory->length += length;
    memory->bytes[memory->length] = '\0';
    return true;
}

static char *kept(struct memory *memory, bool good, size_t *length)
{
    if (good && (memory->bytes || keep(memory, "", 0))) {
        if (length)
            *length = memory->length;
        return memory->bytes;
    }
    free(memory->bytes);
    return NULL;
}

/* Reports, or with a `lint` writer what was found in them. */
static bool spool_all(struct spool *spool, const struct nb_writer *writer, const struct nb_lint_writer *lint,
                      const struct nb_lint_style *style, const struct nb_report *const *reports, size_t count)
{
    struct nb_lint_summary summary = {0};
    bool good = lint ? nb_lint_begin(lint, spool->file, style) : nb_write_begin(writer, spool->file, count);
    for (size_t i = 0; good && i < count; i++) {
        good = lint ? nb_lint_report(lint, spool->file, style, reports[i], &summary)
                    : nb_write_report(writer, spool->file, reports[i], i);
        nb_lint_count(&summary, reports[i]);
    }
    return good && (lint ? nb_lint_end(lint, spool->file, style, &summary)
                         : nb_write_end(writer, spool->file, count));
}

bool nb_write(const struct nb_writer *writer, const struct nb_report *const *reports, size_t count,
              nb_take *take, void *user)
{
    struct spool spool;
    return spool_open(&spool, take, user) &&
           spool_close(&spool, spool_all(&spool, writer, NULL, NULL, reports, count));
}

char *nb_write_memory(const struct nb_writer *writer, const struct nb_report *const *reports, size_t count,
                      size_t *length)
{
    struct memory memory = {NULL, 0, 0};
    return kept(&memory, nb_write(writer, reports, count, keep, &memory), length);
}

bool nb_lint(const struct nb_lint_writer *writer, const struct nb_lint_style *style,
             const struct nb_report *const *reports, size_t count, nb_take *take, void *user)
{
    struct spool spool;
    return spool_open(&spool, take, user) &&
           spool_close(&spool, spool_all(&spool, NULL, writer, style, reports, count));
}

char *nb_lint_memory(const struct nb_lint_writer *writer, const struct nb_lint_style *style,
                     const struct nb_report *const *reports, size_t count, size_t *length)
{
    struct memory memory = {NULL, 0, 0};
    return kept(&memory, nb_lint(writer, style, reports, count, keep, &memory), length);
}
