/* comments.c - reads waivers from the comments of a report's file. */
#include "comments.h"

#include "cli.h"
#include "files.h"
#include "i18n.h"
#include "policy.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char opening[] = "<!--", closing[] = "-->";

/* Behind "nianbao:", with either colon; NULL where something else stands. */
static const char *behind_announcement(const char *at)
{
    static const char *const announced[] = {"nianbao:", "nianbao：", NULL};
    for (const char *const *word = announced; *word; word++)
        if (!strncmp(at, *word, strlen(*word)))
            return at + strlen(*word);
    return NULL;
}

/* The next word between `*at` and `end`, as a copy; `*at` moves behind it. */
static char *next_word(const char **at, const char *end)
{
    while (*at < end && strchr(" \t\r\n", **at))
        ++*at;
    const char *from = *at;
    while (*at < end && !strchr(" \t\r\n", **at))
        ++*at;
    return checked(strndup(from, (size_t)(*at - from)));
}

/* The rest between `at` and `end` without blanks around it, in valid UTF-8. */
static char *rest_of(const char *at, const char *end)
{
    while (at < end && strchr(" \t\r\n", *at))
        at++;
    while (end > at && strchr(" \t\r\n", end[-1]))
        end--;
    char *rest = checked(strndup(at, (size_t)(end - at))), *clean = clean_copy(rest);
    free(rest);
    return clean;
}

/* Fill in a comment from what stands between its marks. Returns what is wrong, or NULL. */
static const char *parse(struct comment *comment, const char *at, const char *end)
{
    char *level = next_word(&at, end), *rule = next_word(&at, end);
    comment->level = policy_level(level);
    comment->rule = nb_rule_find(rule);
    comment->why = rest_of(at, end);
    free(level);
    free(rule);
    return comment->level < -1 ? _("the level must be off, note or warning")
           : !comment->rule    ? _("no such rule; 'nianbao explain' lists them")
           : !*comment->why    ? _("a waiver needs a reason behind its level")
                               : NULL;
}

static size_t lines_between(const char *from, const char *to)
{
    size_t lines = 0;
    for (; from < to; from++)
        lines += *from == '\n';
    return lines;
}

static const char *behind_blanks(const char *at)
{
    return at + strspn(at, " \t\r");
}

/* Which lines the comment that begins on this line is about: its own, and the next that is not blank where
 * nothing else stands on its own. */
static void place(struct comment *comment, const char *source, const char *start, const char *end)
{
    const char *before = start, *at = behind_blanks(end);
    while (before > source && strchr(" \t\r", before[-1]))
        before--;
    if ((before > source && before[-1] != '\n') || (*at && *at != '\n'))
        return;
    comment->next_line = comment->line + lines_between(start, end);
    for (; *at == '\n'; at = behind_blanks(at + 1))
        comment->next_line++;
}

/* Read what a comment says behind "nianbao:" and put it before the others. False after a line on standard
 * error, which names the line of the comment, or in Word its words. */
static bool add_comment(struct comment **comments, struct comment found, const char *from, const char *to,
                        const char *path)
{
    struct comment *comment = checked(malloc(sizeof *comment));
    *comment = found;
    comment->next = *comments;
    *comments = comment;
    const char *wrong = parse(comment, from, to);
    if (!wrong)
        return true;
    char message[512], *words = rest_of(from, to);
    if (found.in_margin)
        snprintf(message, sizeof message, _("comment “%.200s”: %s"), words, wrong);
    else
        snprintf(message, sizeof message, _("line %zu: %s"), found.line, wrong);
    free(words);
    complain(path, message);
    return false;
}

bool comments_read(const struct nb_report *report, const char *path, struct comment **comments)
{
    const char *source =
        report->text ? report->text->source : NULL; /* a file that could not be read has none */
    *comments = NULL;
    const char *end = source, *counted = source;
    size_t line = 1;
    for (const char *at = source; at && end && (at = strstr(at, opening)); at += strlen(opening)) {
        const char *words =
            behind_announcement(at + strlen(opening) + strspn(at + strlen(opening), " \t\r\n"));
        if (!words || !(end = strstr(words, closing)))
            continue;
        line += lines_between(counted, at);
        counted = at;
        struct comment comment = {.line = line};
        place(&comment, source, at, end + strlen(closing));
        if (!add_comment(comments, comment, words, end, path))
            return false;
    }
    for (const struct text_comment *margin = report->text ? report->text->comments : NULL; margin;
         margin = margin->next) {
        const char *words = behind_announcement(margin->words);
        struct comment comment = {.line = margin->line, .in_margin = true};
        if (words && !add_comment(comments, comment, words, words + strlen(words), path))
            return false;
    }
    return true;
}

void comments_free(struct comment *comments)
{
    while (comments) {
        struct comment *next = comments->next;
        free(comments->why);
        free(comments);
        comments = next;
    }
}

const struct comment *comment_for(const struct comment *comments, const struct nb_report *report,
                                  const struct nb_finding *finding)
{
    size_t line = comments ? nb_locate(report, finding->span.start).line : 0;
    while (comments &&
           !(comments->rule == finding->rule && (comments->line == line || comments->next_line == line)))
        comments = comments->next;
    return comments;
}
