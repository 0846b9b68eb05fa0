/* html_tree.h - a page as a flat list of the visible elements and texts that matter to a report, each with
 * its place in the source. */
#ifndef NB_HTML_TREE_H
#define NB_HTML_TREE_H

#include "arena.h"
#include "html_page.h"
#include "nianbao.h"
#include "text.h"

#include <stdint.h>

/* What an element means for a text. Elements of no other kind are inline. */
enum html_kind {
    HTML_INLINE,
    HTML_TEXT,
    HTML_HIDDEN,
    HTML_NOTE,   /* raised or lowered: in a table the mark of a footnote, no text; else inline */
    HTML_OBJECT, /* shows something that is no text: a picture, what a script writes; in a table it is a leaf,
                    outside of tables a node if it is a drawing, of which what is in it is read by its place
                  */
    HTML_BLOCK,
    HTML_NAME, /* a block: what a list of definitions defines */
    HTML_TOLD, /* and what it says of it */
    HTML_BREAK,
    HTML_LINK,
    HTML_PRE,
    HTML_CHOICE, /* of its options the chosen one shows, else the first */
    HTML_OPTION,
    HTML_TABLE,
    HTML_SECTION,
    HTML_ROW,
    HTML_CELL,
    HTML_CAPTION
};

/* A node; those up to `end` are inside it. `at` is the byte of the source where a text starts or that follows
 * an element's start tag. A page of nothing but small cells has one for six bytes, so it is kept small. */
struct html_node {
    enum html_kind kind : 8;
    bool grid : 1,
        layout : 1;  /* of a table: it has cells beside one another; it has no meaning, only its cells have */
    bool beside : 1; /* its children stand beside one another */
    bool thin : 1;   /* a cell that is no wider than a line: nothing is to be in it */
    bool nests : 1;  /* a cell with a table in it that has a grid or wraps one */
    bool chosen : 1; /* of an option */
    bool tiny : 1;   /* its letters have no size */
    bool drawn : 1;  /* it is hidden from screen readers: a drawing of what is said beside it */
    bool draws : 1;  /* such an element is a child of it */
    bool counts : 1; /* the number below is not 0: where the element says 0 a script may count up to it */
    unsigned
        shows : 8; /* the mark of an attribute with a number that a style may show, though it is no text */
    uint32_t parent, end, at;
    union {
        const char *text; /* of a text: `size` bytes, in the source or in the arena */
        struct {
            uint32_t run;   /* of the first of several siblings that are rows of a table: where the last ends;
                               else 0 */
            unsigned cells; /* of a row, or what else holds them: cells beside one another */
        };                  /* of an element */
    };
    uint32_t size;                       /* of an element: bytes of text inside it, blank ones left aside */
    uint32_t table;                      /* the innermost table around it, 0 if none */
    unsigned colspan : 16, rowspan : 16; /* of a cell, as written; rowspan 0: to the end of the section;
                                          * colspan of others: how wide they say they are, 0: they do not */
    unsigned column : 16, row : 16;      /* of a cell: where it is, from 1, 0: behind the one before */
};

enum { HTML_MARKS = 256 };

/* What is said of an element's place, in points. `placed`: what is in it is measured from a point that is
 * (dx, dy) from where it is itself measured from, and its text begins (x, y) from there, NAN: where it would
 * without; `extent`, `height`: how wide its text is and how high, 0: its letters tell; `leading`: from one of
 * its lines to the next. Else `width` is how wide it is.
 */
struct html_spot {
    uint32_t node;
    bool placed, aslant; /* its letters' line is neither level nor runs straight up or down */
    float dx, dy, x, y, extent, height, leading, width, size,
        scale; /* size of its letters, 0: unknown; and how much larger all in it is made */
};

/* nodes[0] is the page itself, which is nobody's child. `nodes` is on the heap. */
struct html_tree {
    struct html_node *nodes;
    size_t count;
    struct html_spot *spots; /* in the arena, in order; of a page that puts nothing at places none */
    size_t spot_count, spot_room;
    struct html_page page;
    bool tables;           /* some table with a grid shows */
    bool said[HTML_MARKS]; /* marks of attributes that elements with a text have, too: no style shows them */
};

/* Parse `source` (UTF-8, `length` bytes, which the tree refers to). False with *error when a limit (bounds.h)
 * is exceeded. The caller frees tree->nodes in either case. Nothing outside the source is ever read. */
bool html_parse(struct nb_arena *arena, const char *source, size_t length, struct html_tree *tree,
                struct nb_error *error);

/* The folded words of an element, without the blanks around them, and a zero: `most` bytes at most. Returns
 * their length, 0: there are none, or they are too many. */
size_t html_words(const struct html_node *nodes, uint32_t element, char *words, size_t most);

/* Lower a page or a part of one, `length` bytes whose first is byte `base` of the builder's source, at the
 * end of the builder's text. Returns the bytes read: 0 when a limit (bounds.h) was exceeded. */
size_t html_fragment(struct nb_arena *arena, struct text_builder *builder, const char *source, size_t length,
                     size_t base);

#endif
