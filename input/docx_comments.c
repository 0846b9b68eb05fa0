/* docx_comments.c - read comments.xml: of comments in the margin only those that speak to this program are kept. */
#include "docx_comments.h"
#include "pull.h"

#include <string.h>

static const char addressed[] = "nianbao";
enum { LONGEST_COMMENT = 2000 }; /* bytes: a rule, a level and a reason */

struct reading {
    struct nb_arena *arena;
    struct docx_comment **end;
    char words[LONGEST_COMMENT + 1];
    size_t length;
};

static void add_piece(const char *piece, void *state)
{
    struct reading *reading = state;
    size_t length = strlen(piece), room = LONGEST_COMMENT - reading->length;
    length = length < room ? length : 0; /* never a part of a character */
    memcpy(reading->words + reading->length, piece, length);
    reading->words[reading->length += length] = '\0';
}

/* The text at any depth of a comment. */
static void comment_child(struct pull *pull, const char *name, void *state)
{
    struct reading *reading = state;
    if (!strcmp(name, "p") && reading->length)
        add_piece(" ", reading);
    if (!strcmp(name, "t"))
        pull_text(pull, add_piece, reading);
    else if (strcmp(name, "del") != 0)
        pull_children(pull, comment_child, reading);
}

static void comments_child(struct pull *pull, const char *name, void *state)
{
    struct reading *reading = state;
    const char *id = pull_attribute(pull, "id");
    if (strcmp(name, "comment") || !id)
        return;
    struct docx_comment comment = {.id = arena_strdup(reading->arena, id)};
    reading->length = 0;
    reading->words[0] = '\0';
    pull_children(pull, comment_child, reading);
    const char *words = reading->words + strspn(reading->words, " \t\r\n");
    if (strncmp(words, addressed, strlen(addressed)))
        return;
    comment.words = arena_strdup(reading->arena, words);
    *reading->end = arena_alloc(reading->arena, sizeof **reading->end);
    **reading->end = comment;
    reading->end = &(*reading->end)->next;
}

bool docx_comments_read(struct docx_comment **comments, struct nb_arena *arena, const struct zip_part *part,
                        struct nb_error *error)
{
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *comments = NULL;
    reading->arena = arena;
    reading->end = comments;
    return pull_part("comments.xml", part, comments_child, reading, error);
}
