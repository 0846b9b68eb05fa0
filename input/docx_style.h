/* docx_style.h - what the styles of a Word document say about numbering and hidden text. */
#ifndef NB_DOCX_STYLE_H
#define NB_DOCX_STYLE_H

#include "arena.h"
#include "names.h"
#include "zip.h"

/* A setting that a style may make, unmake or leave to the style below it. */
enum setting { UNSET, OFF, ON };

/* Numbering as a paragraph or style asks for it: num_id NULL or level -1 where it does not say. */
struct number_ref {
    const char *num_id;
    int level;
};

/* A paragraph or character style. `contents`: of the table of contents, which the word processor writes by
 * itself. */
struct word_style {
    const char *id, *based_on;
    bool contents;
    enum setting hidden;
    struct number_ref number;
};

/* All styles of a document. */
struct word_styles {
    struct nb_arena *arena;
    struct names *by_id;
    const struct word_style *default_paragraph;
};

/* Styles are inherited over this many steps at most: a circle of styles ends. */
enum { STYLE_STEPS = 32 };

struct pull;

/* Read styles.xml (a part without bytes: no styles). What is read lives in `arena`, the table until
 * word_styles_free(). */
bool word_styles_read(struct word_styles *styles, struct nb_arena *arena, const struct zip_part *part,
                      struct nb_error *error);
void word_styles_free(struct word_styles *styles);
/* The style of this id, or NULL. */
const struct word_style *word_style_find(const struct word_styles *styles, const char *id);
/* The style a style is based on, or NULL. */
const struct word_style *word_style_base(const struct word_styles *styles, const struct word_style *style);
/* Whether text in this style (NULL: none) is hidden, through the styles it is based on. */
enum setting word_style_hidden(const struct word_styles *styles, const struct word_style *style);

/* What <w:vanish/> and its like say: on unless their val is 0, false or off. */
enum setting word_setting(struct pull *pull);
/* A number in the attribute val, or `otherwise`; kept within 0 and `most`. */
int word_number(struct pull *pull, const char *attribute, int otherwise, int most);
/* A handler of numPr's children; state is a struct word_number_state. */
struct word_number_state {
    struct nb_arena *arena;
    struct number_ref *number;
};
void word_number_child(struct pull *pull, const char *name, void *state);

#endif
