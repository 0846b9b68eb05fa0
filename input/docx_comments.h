/* docx_comments.h - the comments in the margin of a Word document that speak to this program. */
#ifndef NB_DOCX_COMMENTS_H
#define NB_DOCX_COMMENTS_H

#include "zip.h"

#include "arena.h"

/* Where a comment begins, or where its mark stands; comment_words() knows what it says. */
struct docx_mark {
    const struct docx_mark *next;
    const char *id;
};

/* What a comment says, its paragraphs joined by blanks. */
struct docx_comment {
    struct docx_comment *next;
    const char *id, *words;
};

/* Read comments.xml (a part without bytes: no comments): of those that begin with "nianbao" what they say, in
 * `arena`. False with *error filled in when the part is damaged. */
bool docx_comments_read(struct docx_comment **comments, struct nb_arena *arena, const struct zip_part *part,
                        struct nb_error *error);

#endif
