/* docx_numbering.h - Word's automatic numbering: the label that stands before a numbered paragraph on the
 * page. */
#ifndef NB_DOCX_NUMBERING_H
#define NB_DOCX_NUMBERING_H

#include "docx_style.h"

/* All lists of a document and how far each has counted. */
struct numbering {
    struct nb_arena *arena;
    const struct word_styles *styles;
    struct names *lists, *numbers; /* abstractNum and num by id */
};

/* Bytes of the longest label, with what sets it off from the text and the NUL. */
enum { LABEL_MAX = 256 };

/* Read numbering.xml (a part without bytes: no lists). What is read lives in `arena`, the tables until
 * numbering_free(). */
bool numbering_read(struct numbering *numbering, struct nb_arena *arena, const struct word_styles *styles,
                    const struct zip_part *part, struct nb_error *error);
void numbering_free(struct numbering *numbering);
/* Count a paragraph of this style (NULL: none) and own numbering, and write its label ("" if it has no
 * number); its length. */
size_t numbering_label(struct numbering *numbering, const struct word_style *style, struct number_ref own,
                       char out[LABEL_MAX]);

#endif
