/* progress.c - a line on the terminal that tells how far a long call is, and makes room for what else is
 * printed. */
#include "config.h"

#include "progress.h"

#include "i18n.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Seconds: of work before a line is worth it, and between two drawings of it. */
static const double PATIENCE = 1, PAUSE = 0.1;

bool progress_mode(struct progress *progress, const char *word)
{
    static const char *const words[] = {"auto", "always", "never"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(word, words[i])) {
            progress->mode = (enum progress_mode)i;
            return true;
        }
    return false;
}

static double seconds_since(const struct timespec *then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void progress_begin(struct progress *progress, size_t all)
{
    if (progress->mode == PROGRESS_AUTO && (progress->quiet || !isatty(STDERR_FILENO)))
        progress->mode = PROGRESS_NEVER;
    progress->all = all;
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
    progress->drawn = progress->began;
}

void progress_hide(struct progress *progress)
{
    if (progress->visible)
        fputs("\r\033[K", stderr);
    progress->visible = false;
}

static bool is_due(const struct progress *progress)
{
    if (progress->mode == PROGRESS_NEVER || seconds_since(&progress->drawn) < PAUSE)
        return false;
    return progress->mode == PROGRESS_ALWAYS || seconds_since(&progress->began) >= PATIENCE;
}

static void draw(struct progress *progress)
{
    double seconds = seconds_since(&progress->began),
           rate = seconds > 0 ? (double)progress->done / seconds : 0;
    progress_hide(progress);
    fprintf(stderr, "%zu", progress->done);
    if (progress->all)
        fprintf(stderr, "/%zu", progress->all);
    fprintf(stderr, _("  %.0f a second"), rate);
    double share = progress->all ? (double)progress->done / (double)progress->all : progress->share;
    if (share > 0 && share < 1)
        fprintf(stderr, _("  %.0f s left"), seconds * (1 - share) / share);
    fprintf(stderr, _("  findings: %zu"), progress->tally.findings);
    fflush(stderr);
    progress->visible = progress->shown = true;
    clock_gettime(CLOCK_MONOTONIC, &progress->drawn);
}

void progress_step(struct progress *progress, const struct tally *tally, const char *findings, size_t length)
{
    progress->done++;
    progress->failed += !tally;
    if (tally)
        tally_add(&progress->tally, tally);
    if (length && !progress->quiet) {
        progress_hide(progress);
        fwrite(findings, 1, length, stderr);
        fflush(stderr);
    }
    if (is_due(progress))
        draw(progress);
}

void progress_end(struct progress *progress)
{
    progress_hide(progress);
    if (!progress->shown && progress->mode != PROGRESS_ALWAYS)
        return;
    fprintf(stderr, _("nianbao: inputs: %zu, failed: %zu, findings: %zu, seconds: %.1f\n"), progress->done,
            progress->failed, progress->tally.findings, seconds_since(&progress->began));
    if (progress->left_out)
        fprintf(stderr, _("nianbao: up to date: %zu\n"), progress->left_out);
    tally_print(&progress->tally, stderr);
}
