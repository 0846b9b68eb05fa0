/* docx_comments.c - read comments.xml: of comments in the margin only those that speak to this program are
 * kept. */
#include "docx_parts.h"
#include "pull.h"

#include <string.h>

static const char addressed[] = "nianbao";
enum { LONGEST_COMMENT = 2000 }; /* bytes: a rule, a level and a reason */

struct comment_reader {
    struct nb_arena *arena;
    struct docx_comment **end;
    char words[LONGEST_COMMENT + 1];
    size_t length;
};

static void add_piece(const char *piece, void *state)
{
    struct comment_reader *reader = state;
    size_t length = strlen(piece), room = LONGEST_COMMENT - reader->length;
    length = length < room ? length : 0; /* never a part of a character */
    memcpy(reader->words + reader->length, piece, length);
    reader->words[reader->length += length] = '\0';
}

/* The text at any depth of a comment. */
static void comment_child(struct pull *pull, const char *name, void *state)
{
    struct comment_reader *reader = state;
    if (!strcmp(name, "p") && reader->length)
        add_piece(" ", reader);
    if (!strcmp(name, "t"))
        pull_text(pull, add_piece, reader);
    else if (strcmp(name, "del") != 0)
        pull_children(pull, comment_child, reader);
}

static void comments_child(struct pull *pull, const char *name, void *state)
{
    struct comment_reader *reader = state;
    const char *id = pull_attribute(pull, "id");
    if (strcmp(name, "comment") || !id)
        return;
    struct docx_comment comment = {.id = arena_strdup(reader->arena, id)};
    reader->length = 0;
    reader->words[0] = '\0';
    pull_children(pull, comment_child, reader);
    const char *words = reader->words + strspn(reader->words, " \t\r\n");
    if (strncmp(words, addressed, strlen(addressed)))
        return;
    comment.words = arena_strdup(reader->arena, words);
    *reader->end = arena_alloc(reader->arena, sizeof **reader->end);
    **reader->end = comment;
    reader->end = &(*reader->end)->next;
}

bool docx_comments_read(struct docx_comment **comments, struct nb_arena *arena, const struct zip_part *part,
                        struct nb_error *error)
{
    struct comment_reader *reader = arena_alloc(arena, sizeof *reader);
    *comments = NULL;
    reader->arena = arena;
    reader->end = comments;
    return pull_part("comments.xml", part, comments_child, reader, error);
}
