/* input.h - from the bytes of a file to the text that the scanner reads; one reader a format. */
#ifndef NB_INPUT_H
#define NB_INPUT_H

#include "lexicon.h"
#include "text.h"

/* Bytes of one report as they were found, and what the caller knows of them (NULL: to be detected). */
struct input {
    const char *bytes;
    size_t length;
    const char *format, *encoding;
    size_t max_size;
    const struct lexicon *lexicon; /* of the forms, for readers that must put words together; NULL: none */
    struct foreign *
        *owned; /* the bytes, if they are freed as soon as they are read; NULL, or of NULL: they stay */
};

/* The bytes are needed no more. Kept to the end they were a byte of memory for each. */
static inline void input_done(const struct input *input)
{
    if (input->owned) {
        foreign_free(*input->owned);
        *input->owned = NULL;
    }
}

/* Detect, decode and lower. The text lives in `arena`. NULL with *error when the bytes cannot be read as a
 * report. */
struct nb_text *input_read(struct nb_arena *arena, const struct input *input, struct nb_error *error);

/* The bytes that a file may have, and that an archive may unpack to: as the caller says, but never more than
 * LIMIT_TEXT, for places in a text are numbers of four bytes. */
size_t input_most(const struct input *input);

/* The readers. */
struct nb_text *read_text(struct nb_arena *arena, const struct input *input, struct nb_error *error);
struct nb_text *read_html(struct nb_arena *arena, const struct input *input, struct nb_error *error);
struct nb_text *read_docx(struct nb_arena *arena, const struct input *input, struct nb_error *error);
/* Reads what nianbao-pdf prints of a PDF, which must be valid UTF-8, not the PDF itself. */
struct nb_text *read_pdf(struct nb_arena *arena, const struct input *input, struct nb_error *error);
struct nb_text *read_ofd(struct nb_arena *arena, const struct input *input, struct nb_error *error);
/* Whether a zip archive is an OFD document. */
bool is_ofd(const struct input *input);

#endif
