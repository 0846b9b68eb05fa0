/* pull.h - walk an XML part element by element in constant memory; no network, no external entities, no
 * document type. */
#ifndef NB_PULL_H
#define NB_PULL_H

#include "bounds.h"
#include "watch.h"
#include "zip.h"

/* Namespaces that a word processor's parts are made of. */
enum pull_space { PULL_OTHER, PULL_WORD, PULL_COMPATIBILITY, PULL_MATH };

/* A part being read. After a failure every walk ends at once and *error says why. */
struct pull {
    xmlTextReader *reader;
    const char *name; /* of the part, for messages */
    struct nb_error *error;
    bool failed;
    int type, depth; /* of the node where the reader is */
    struct xml_watch watch;
    struct foreign *held;             /* the reader */
    unsigned spaces[LIMIT_DEPTH + 1]; /* namespaces declared down to each depth */
};

/* Called at each child element; walks into it itself or leaves it, which passes over all that is inside. */
typedef void pull_child(struct pull *pull, const char *name, void *state);
/* Called with each piece of text. */
typedef void pull_text_piece(const char *text, void *state);

/* Open a part; the bytes must stay until pull_close(). False with *error filled in. */
bool pull_open(struct pull *pull, const char *name, const struct zip_part *part, struct nb_error *error);
/* Open a part, call `child` at each child of its root, and close it. A part that is not there has none. False
 * with *error filled in. */
bool pull_part(const char *name, const struct zip_part *part, pull_child *child, void *state,
               struct nb_error *error);
/* Go to the root element; its name, or NULL after a failure. */
const char *pull_root(struct pull *pull);
/* Call `child` at each child of the element that the reader stands at. */
void pull_children(struct pull *pull, pull_child *child, void *state);
/* Call `piece` at each piece of text directly in the element that the reader stands at. */
void pull_text(struct pull *pull, pull_text_piece *piece, void *state);
/* The namespace of the element that the reader stands at. */
enum pull_space pull_space(struct pull *pull);
/* An attribute of that element by its local name, or NULL; valid until the reader moves. */
const char *pull_attribute(struct pull *pull, const char *name);
/* End every walk: `why` in a few words. */
void pull_fail(struct pull *pull, const char *why);
/* Whether there was no failure. */
bool pull_close(struct pull *pull);

#endif
