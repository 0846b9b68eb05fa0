/* html_parts.h - what the files of the reader of pages share beside the tree (html_tree.h), one section each.
 */
#ifndef NB_HTML_PARTS_H
#define NB_HTML_PARTS_H

#include "arena.h"
#include "html_style.h"
#include "html_tree.h"
#include "lexicon.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ---- html_guard.c: a look at a page's tags before the parser sees them ---- */

/* Whether no tag has more attributes than LIMIT_ATTRIBUTES. libxml2 compares each attribute of a tag with all
 * before it and offers no place to stop it, so a page made of one endless tag must not reach it. `source`
 * ends in NUL. */
bool html_attributes_bounded(const char *source);

/* ---- html_source.c: what is mended in a page's source before the parser sees it ---- */

/* Write out the blanks whose names the parser does not know: &nbsp without its semicolon, and &amp;nbsp; */
void html_write_blanks(char *bytes, size_t length);
/* A page that shows no table and holds one where only a script, or an older browser, finds it: in a string, a
 * comment, an attribute, an address, or spelled with entities. Returns the page with it unwrapped, *length
 * bytes and two NULs; NULL: it holds none. */
char *html_unwrap(struct nb_arena *arena, const char *bytes, size_t *length);

/* ---- html_veil.c: tables that attributes hide: some say again what shows, others wait for a script, as
 * those on the tabs of a page do ---- */

/* Which pairs of ideographs a text has, each as one bit; numbers are no part of it, so a table of another
 * year is the same. */
struct html_pairs {
    uint64_t bits[32];
};

/* A hidden element: where its tag ends in the source, and what its tables say. */
struct html_veil {
    size_t at;
    struct html_pairs pairs;
};

enum { HTML_VEILS = 16 };
/* Such elements, as many as are looked at; `shows`: which of them say what nothing else does. */
struct html_veils {
    struct html_veil items[HTML_VEILS];
    size_t count;
    bool shows[HTML_VEILS];
};

void html_pairs_add(struct html_pairs *pairs, const char *bytes, size_t size);
/* Find the elements whose tables say what is not yet said. Returns whether there are any. */
bool html_find_unsaid(struct html_veils *veils, struct html_pairs *shown);
/* Whether the hidden element whose tag ends there is one of them. */
bool html_is_unsaid(const struct html_veils *veils, size_t at);

/* ---- html_kind.c: what an element is for a text ---- */

/* Names of elements seen before, by their addresses, and what they are. */
enum { HTML_NAMES = 256 };
struct html_names {
    const char *names[HTML_NAMES];
    enum html_kind kinds[HTML_NAMES];
    enum html_kind
        others; /* what elements of other names are: inline as of HTML, or blocks as of an XML file */
};

/* Whether a tag or an attribute has this name. Most have none that begins so: a call for each cost a page 5
 * instructions a byte.
 */
static inline bool html_is(const char *name, const char *wanted)
{
    return *name == *wanted && !strcmp(name, wanted);
}

/* Set the kind of the element, by its tag or, where that says little, by its role or its style, and a cell's
 * spans. `attributes`: name, value, name, value…, NULL; values may be NULL. node->table is set. *spot: what
 * is said of its place, asked of all elements only where one before is `placed`, which the caller sets.
 * Returns whether an attribute hides the element or, in a table, a sheet. */
bool html_read_tag(struct html_names *names, const struct html_rules *rules, const char *name,
                   const char *const *attributes, struct html_node *node, struct html_spot *spot);

/* ---- html_place.c: pages on which each line, or part of one, is put at its place, as converters of PDF
 * write them ---- */

/* What attributes say of an element's place: SVG's, pdftotext's and hOCR's. Edges: x, y, and x and y of the
 * end; `moved`: it is transformed; `any`: the others are set. */
struct html_edges {
    bool any, moved, said[4];
    float at[4];
};

void html_read_edges(struct html_edges *edges, const char *name, const char *value);

/* What a style and attributes say of an element's place. */
void html_read_spot(const struct html_style *style, const struct html_edges *edges, struct html_spot *spot);

/* The text of a page that puts nearly all its text at places; NULL: it does not. */
struct nb_text *html_read_places(struct nb_arena *arena, const struct html_tree *tree,
                                 const struct lexicon *lexicon);

/* ---- html_shape.c: tables made of elements that do not say so: blocks in rows of as many, with the labels
 * of columns over them ---- */

/* Make rows and cells of such elements, and tell where each run of them ends (html_node.run). Takes time
 * linear in the page. */
void html_find_shapes(struct html_tree *tree, const struct lexicon *lexicon);

/* ---- html_table.c: the true grid of an HTML table, its spans resolved ---- */

/* A cell in its place. `again`: bytes of its text, blanks left aside, that say its label again
 * (html_again.c); `sure`: for sure.
 */
struct html_cell {
    uint32_t node;
    unsigned column, colspan, again;
    bool sure;
};

/* A row: its cells are those from `first` up to the next row's. `extent` is one more than the last column
 * that a cell or a span from above covers; `section`: it opens a section, into which no span from above
 * reaches. */
struct html_row {
    size_t first;
    unsigned extent;
    bool section;
};

/* The grid. rows[row_count].first is cell_count. Of the columns those count in which a cell starts: others
 * exist only in spans.
 */
struct html_grid {
    struct html_cell *cells;
    struct html_row *rows;
    size_t cell_count, row_count, cell_capacity, row_capacity;
    unsigned width;
    bool wide;    /* some cell is wider than a line */
    bool *starts; /* for each column */
};

/* What stands in a table outside of its cells (captions, stray texts) is handed to `loose`, node by node. */
typedef void html_loose(void *user, uint32_t node);

/* Lay out the rows in nodes [first, end) as HTML's table model does; the grid is to be freed. `positions`
 * counts grid positions of all tables so far. False with *error when LIMIT_COLUMNS or LIMIT_CELLS is
 * exceeded. */
bool html_lay_out(const struct html_tree *tree, uint32_t first, uint32_t end, struct html_grid *grid,
                  size_t *positions, html_loose *loose, void *user, struct nb_error *error);

/* Add the rows of `part` to `grid` if they have the same columns, for pages break a table into several. */
bool html_join(struct html_grid *grid, const struct html_grid *part);

/* Whether a grid is nothing but labels, which a program that keeps them in view prints as a table of its own.
 */
bool html_is_labels(const struct html_tree *tree, const struct html_grid *grid);

/* Put such a grid before `grid`, whose rows below its head are as many and have no labels. False: they are
 * not so. */
bool html_put_beside(const struct html_tree *tree, const struct html_grid *labels, struct html_grid *grid);

void html_grid_free(struct html_grid *grid);

/* ---- html_again.c: labels that a table says again in its cells, for screen readers and phones: 自然人：3
 * below 自然人 ---- */

/* Set `again` of the cells: how many bytes of text, blanks left aside, repeat the labels over and before a
 * cell. */
void html_find_labels_again(const struct html_tree *tree, struct html_grid *grid);

bool html_has_ideograph(const struct html_tree *tree, uint32_t cell);

/* ---- html_sheet.c: a worksheet saved as a page: one table that holds the whole report ---- */

/* Whether the first row is an empty cell and letters from A on: a sheet begins, and continues none. */
bool html_letters_columns(const struct html_tree *tree, const struct html_grid *grid);
/* Drop the row of letters and the column of numbers that a program has printed around the cells of a sheet.
 */
void html_drop_index(const struct html_tree *tree, struct html_grid *grid);
/* Whether the grid holds a report: rows of one cell are the titles of its articles. */
bool html_holds_report(const struct html_tree *tree, const struct html_grid *grid,
                       const struct lexicon *lexicon);
/* The cell of a row of such a grid that is prose: its only words, and neither a number nor the label of a
 * table; NULL: the row is a table's. */
const struct html_cell *html_prose_at(const struct html_tree *tree, const struct html_grid *grid, size_t row,
                                      const struct lexicon *lexicon);

/* ---- html_body.c: which part of a page is the report and which is the site around it ---- */

/* A line of text outside of tables: where it starts, the element it stands in, whether it is a link. */
struct html_line {
    size_t start;
    uint32_t node;
    bool linked;
};

/* Lines in order, on the heap. */
struct html_lines {
    struct html_line *items;
    size_t count, capacity;
};

void html_lines_add(struct html_lines *lines, size_t start, uint32_t node, bool linked);

/* Set body_start and body_end of the text: from the report's title to the end of the smallest element that
 * holds it and all article headings. They stay 0 where the page has no title or fewer than two headings. */
void html_find_body(const struct html_tree *tree, const struct html_lines *lines, struct nb_text *text);

#endif
