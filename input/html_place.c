/* html_place.c - elements at places are characters on sheets. */

#include "html_parts.h"
#include "layout_parts.h"
#include "memory.h"
#include "paragraphs.h"
#include "sheet.h"
#include "utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINES = 3,        /* how many times as high as a letter what it is in must be not to be its line */
    FEWEST = 20,      /* spots: fewer are ornaments of a page */
    MOST_PAGES = 400, /* as many as a PDF may have, and on each of them so many characters */
    MOST_CHARACTERS = 50000,
    MOST_BYTES = 4 << 20 /* of text: each character takes 40 bytes */
};
static const float SIZE = 12,     /* of letters of which none is said, in points */
    MARGIN = 72,                  /* of a page of which it is not known */
    PI = 3.14159265F, ASLANT = 6, /* degrees by which the line of text leaves its axis at most */
    INK = 1.25F,                  /* how many times as large as its ink a letter is at most */
    LEADING = 1.2F;               /* lines of which none is said, in sizes of letters, as browsers have it */

static const float PAGE[] = {595, 842}; /* wide and high, where parts of it are said: A4 */

/* A length in points; of a product, which multiplies it by the reader's zoom, the last factor. Those without
 * a unit are pixels, as in attributes; `whole`: what a part of it is a part of. */
static float length_of(const char *value, float whole)
{
    char *end;
    const char *factor = string_begins(value, "calc(") ? strpbrk(value, "*;") : NULL;
    bool zoomed = factor && *factor == '*';
    if (!*value)
        return 0;
    float length = strtof(zoomed ? factor + 1 : value, &end);
    return *end == '%' ? length * whole / 100 : zoomed || string_begins(end, "pt") ? length : length * 3 / 4;
}

/* From one line to the next: a length, or so many times the size of the letters; 0: it is not said. */
static float leading_of(const char *value, float size)
{
    char *end;
    float number = strtof(value, &end);
    if (end == value || number <= 0)
        return 0;
    return !*end || *end == ';' || *end == ' ' || string_begins(end, "em") ? number * size
                                                                           : length_of(value, size);
}

/* How much larger a transformation makes what it is of, how far it moves it, and whether it turns it a
 * little.
 */
static void read_transform(const char *value, struct html_spot *spot)
{
    bool matrix = string_begins(value, "matrix("), scale = string_begins(value, "scale("),
         translate = string_begins(value, "translate("), rotate = string_begins(value, "rotate(");
    float numbers[6] = {1};
    const char *at = matrix || scale || translate || rotate ? strchr(value, '(') + 1 : "";
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && *at && *at != ')'; i++) {
        char *end;
        numbers[i] = strtof(at, &end);
        at = end + strcspn(end, "-+.0123456789)");
    }
    spot->scale = (matrix || scale) && numbers[0] > 0 ? numbers[0] : 1;
    spot->dx = matrix ? numbers[4] * 3 / 4 : translate ? numbers[0] * 3 / 4 : 0;
    spot->dy = matrix ? numbers[5] * 3 / 4 : translate ? numbers[1] * 3 / 4 : 0;
    float degrees = matrix ? atan2f(numbers[1], numbers[0]) * 180 / PI : rotate ? numbers[0] : 0;
    spot->aslant = fabsf(remainderf(degrees, 90)) > ASLANT;
}

void html_read_edges(struct html_edges *edges, const char *name, const char *value)
{
    static const char *const names[] = {"xmin", "ymin", "xmax", "ymax", "x", "y"};
    const char *box = html_is(name, "title") ? strstr(value, "bbox ") : NULL;
    char *end = (char *)(box ? box + strcspn(box, " ") : value);
    struct html_edges more = edges->any ? *edges : (struct html_edges){0};
    more.moved |= html_is(name, "transform");
    more.any |= more.moved;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (box ? i < 4 : !strcmp(name, names[i])) {
            const char *from = end;
            more.at[i % 4] = strtof(from, &end) * 3 / 4;
            more.said[i % 4] = end > from;
            more.any |= end > from;
        }
    *edges = more;
}

void html_read_spot(const struct html_style *style, const struct html_edges *edges, struct html_spot *spot)
{
    const char *const *values = style->values;
    bool top = *values[HTML_TOP], bottom = *values[HTML_BOTTOM];
    *spot = (struct html_spot){.placed = edges->any || (*values[HTML_LEFT] && (top || bottom))};
    spot->size = length_of(values[HTML_FONT_SIZE], SIZE);
    spot->leading = leading_of(values[HTML_LINE_HEIGHT], spot->size > 0 ? spot->size : SIZE);
    read_transform(values[HTML_TRANSFORM], spot);
    if (edges->any) {
        spot->x = edges->said[0] || edges->moved ? edges->at[0] : NAN;
        spot->y = edges->said[1] || edges->moved ? edges->at[1] : NAN;
        spot->extent = edges->said[2] ? edges->at[2] - edges->at[0] : 0;
        spot->height = edges->said[3] ? edges->at[3] - edges->at[1] : 0;
    } else if (spot->placed) {
        spot->dx += length_of(values[HTML_LEFT], PAGE[0]);
        spot->dy += top ? length_of(values[HTML_TOP], PAGE[1]) : -length_of(values[HTML_BOTTOM], PAGE[1]);
    } else if (*values[HTML_WIDTH]) {
        spot->width = length_of(values[HTML_WIDTH], 0);
    }
}

/* ---- from nodes to characters ---- */

/* An element at a place, inside others: from where on its page all in it is measured, and where what is
 * written next is, and its next line. */
struct placed_box {
    uint32_t end;
    float x, y, pen, line, left, leading, height, size, scale;
    bool guessed; /* how far its next line is, and that one has begun */
    bool aslant;
};

/* Characters of one text, [first, end) of a page's. */
struct placed_run {
    size_t page, first, end;
};

struct placed_pages {
    const struct html_tree *tree;
    struct nb_arena *scratch;
    struct sheets sheets;
    struct placed_run *runs;
    size_t page_room, char_room, run_room, run_count, written; /* written: bytes of text at places */
    size_t spot;                                               /* the next one */
    bool guessed_rows;     /* numbers stand below others by a guess: it may be the next row's line */
    uint32_t key, gap_end; /* the element that is the page; behind the last gap */
    struct placed_box boxes[8];
    size_t depth;
};

/* What has the same key is on the same page: the element that holds what is at places, or the outermost one
 * that is itself at one, if that is the page's corner. */
static bool turn_page(struct placed_pages *to, uint32_t key)
{
    struct sheets *sheets = &to->sheets;
    if (sheets->page_count && key == to->key)
        return true;
    if (sheets->page_count == MOST_PAGES)
        return false;
    sheets->pages =
        arena_grow(to->scratch, sheets->pages, &to->page_room, sheets->page_count + 1, sizeof *sheets->pages);
    sheets->pages[sheets->page_count++] = (struct sheet_page){0};
    to->char_room = 0;
    to->key = key;
    return true;
}

/* What an element is in, but for the parts that its page is read in. */
static uint32_t page_around(const struct html_tree *tree, uint32_t element)
{
    do
        element = tree->nodes[element].parent;
    while (tree->nodes[element].kind == HTML_SECTION);
    return element;
}

/* Ideographs are as wide as they are high, other characters half as wide. */
static float width_of(char first)
{
    return (unsigned char)first < 0xE2 ? .5F : 1;
}

/* The size of letters with which the text that is an element's own is so wide. */
static float size_in(const struct html_tree *tree, uint32_t element, float extent)
{
    float width = 0;
    for (uint32_t i = element + 1; i < tree->nodes[element].end; i = tree->nodes[i].end)
        for (uint32_t at = 0; tree->nodes[i].kind == HTML_TEXT && at < tree->nodes[i].size;
             at += (uint32_t)utf8_length((unsigned char)tree->nodes[i].text[at]))
            width += (unsigned char)tree->nodes[i].text[at] > ' ' ? width_of(tree->nodes[i].text[at]) : 0;
    return width > 0 ? extent / width : 0;
}

/* Whether it says how wide a text is, or a gap in it. */
static bool says_width(const struct html_tree *tree, const struct html_spot *spot)
{
    return spot->extent > 0 || (!spot->placed && spot->width > 0 && !tree->nodes[spot->node].size);
}

static void open_box(struct placed_pages *to, const struct html_spot *spot)
{
    const struct html_node *node = &to->tree->nodes[spot->node];
    static const struct placed_box page = {.size = SIZE, .scale = 1};
    const struct placed_box *outer = to->depth ? &to->boxes[to->depth - 1] : &page;
    bool corner = spot->dx == 0 && spot->dy == 0 && !(spot->x > 0 || spot->y > 0);
    if (to->depth == sizeof to->boxes / sizeof *to->boxes ||
        (!to->depth && !turn_page(to, corner ? spot->node : page_around(to->tree, spot->node))))
        return;
    struct placed_box box = {.end = node->end, .scale = outer->scale * spot->scale};
    /* A word stands on the line that it is in, and a letter is as large as it: their own edges are those of
     * ink. */
    float size = spot->extent > 0 ? size_in(to->tree, spot->node, spot->extent) : spot->size;
    bool in_line = outer->height > 0 && outer->height < LINES * size;
    if (in_line && spot->extent < outer->height)
        size = outer->height < INK * size ? outer->height : size;
    box.size = size > 0 ? size * box.scale : outer->size;
    box.x = outer->x + spot->dx * outer->scale;
    box.y = outer->y + spot->dy * outer->scale;
    box.pen = box.left = isnan(spot->x) ? outer->pen : box.x + spot->x * box.scale;
    box.leading = spot->leading * box.scale;
    box.height = spot->height;
    box.aslant = spot->aslant || outer->aslant;
    box.line = isnan(spot->y) || in_line ? outer->line : box.y + spot->y * box.scale;
    to->boxes[to->depth++] = box;
}

/* Letters of another size; or a gap, in which blanks are nothing more. */
static void write_gap(struct placed_pages *to, const struct html_node *node, const struct html_spot *spot)
{
    struct placed_box *box = &to->boxes[to->depth - 1];
    box->size = spot->size > 0 ? spot->size * box->scale : box->size;
    if (!node->size && spot->width > 0) {
        box->pen += spot->width * box->scale;
        to->gap_end = node->end;
    }
}

/* What stands at a node: a place, a size, or a gap in the line. */
static void follow_spots(struct placed_pages *to, uint32_t node)
{
    const struct html_tree *tree = to->tree;
    while (to->depth && node >= to->boxes[to->depth - 1].end)
        to->depth--;
    for (; to->spot < tree->spot_count && tree->spots[to->spot].node <= node; to->spot++) {
        const struct html_spot *spot = &tree->spots[to->spot];
        if (spot->placed)
            open_box(to, spot);
        else if (to->depth)
            write_gap(to, &tree->nodes[spot->node], spot);
    }
}

static void break_line(struct placed_box *box)
{
    box->pen = box->left;
    box->line += box->leading > 0 ? box->leading : LEADING * box->size;
    box->guessed |= box->leading <= 0;
}

/* Whether a text is no more than a number, as a cell holds it. */
static bool is_figure(const struct html_node *text)
{
    const char *at = text->text, *end = at + text->size;
    while (at < end && (unsigned char)*at <= ' ')
        at++;
    while (end > at && (unsigned char)end[-1] <= ' ')
        end--;
    return is_value(at, end);
}

static void print_text(struct placed_pages *to, const struct html_node *node)
{
    struct placed_box *box = &to->boxes[to->depth - 1];
    struct sheet_page *page = &to->sheets.pages[to->sheets.page_count - 1];
    size_t first = page->char_count;
    to->written += node->size;
    if (box->aslant) /* stamped, as in a PDF (pdf/glyphs.c) */
        return;
    page->chars = arena_grow(to->scratch, page->chars, &to->char_room, page->char_count + node->size,
                             sizeof *page->chars);
    for (uint32_t at = 0; at < node->size && page->char_count < MOST_CHARACTERS;) {
        const char *text = node->text + at;
        unsigned length = (unsigned)utf8_length((unsigned char)*text);
        float width = width_of(*text) * box->size;
        bool blank = (unsigned char)*text <= ' ' || string_begins(text, "\xC2\xA0") ||
                     string_begins(text, "\xE3\x80\x80");
        if (!blank)
            page->chars[page->char_count++] = (struct sheet_char){
                box->pen, box->line, box->pen + width, box->line + box->size, text, length, 0, false};
        box->pen += width;
        at += length;
    }
    to->guessed_rows |= box->guessed && is_figure(node);
    if (page->char_count == first)
        return;
    to->runs = arena_grow(to->scratch, to->runs, &to->run_room, to->run_count + 1, sizeof *to->runs);
    to->runs[to->run_count++] = (struct placed_run){to->sheets.page_count - 1, first, page->char_count};
}

/* ---- widths ---- */

static struct sheet_char *first_of(const struct placed_pages *to, const struct placed_run *run)
{
    return &to->sheets.pages[run->page].chars[run->first];
}

/* Where the next text on the line of a run begins; INFINITY: none stands there. Lines hold no more texts than
 * are looked at. */
static float next_beside(const struct placed_pages *to, const struct placed_run *run)
{
    enum { BESIDE = 64 };
    const struct sheet_char *here = first_of(to, run);
    const struct placed_run *from = run - to->runs > BESIDE ? run - BESIDE : to->runs,
                            *end = to->runs + to->run_count - run > BESIDE ? run + BESIDE
                                                                           : to->runs + to->run_count;
    float next = INFINITY;
    for (const struct placed_run *other = from; other < end; other++) {
        const struct sheet_char *there = first_of(to, other);
        if (other->page == run->page && there->x0 > here->x0 && there->x0 < next &&
            fabsf(there->y0 + there->y1 - here->y0 - here->y1) < here->y1 - here->y0)
            next = there->x0;
    }
    return next;
}

/* Letters of whose widths nothing is said may be narrower than their fonts have them: no text reaches into
 * the next one on its line. One that would lose half is printed twice, for bold letters. */
static void squeeze(const struct placed_pages *to, const struct placed_run *run)
{
    struct sheet_char *chars = to->sheets.pages[run->page].chars;
    float start = chars[run->first].x0, wide = chars[run->end - 1].x1 - start,
          room = next_beside(to, run) - start;
    if (room >= wide || room < wide / 2)
        return;
    for (size_t i = run->first; i < run->end; i++) {
        chars[i].x0 = start + (chars[i].x0 - start) * room / wide;
        chars[i].x1 = start + (chars[i].x1 - start) * room / wide;
    }
}

/* The upper left corner is where the first character is, for where the page ends is not known. */
static void set_edges(struct sheet_page *page)
{
    float left = page->char_count ? page->chars[0].x0 : 0, top = page->char_count ? page->chars[0].y0 : 0;
    for (size_t i = 0; i < page->char_count; i++) {
        left = page->chars[i].x0 < left ? page->chars[i].x0 : left;
        top = page->chars[i].y0 < top ? page->chars[i].y0 : top;
    }
    for (size_t i = 0; i < page->char_count; i++) {
        struct sheet_char *c = &page->chars[i];
        c->x0 += MARGIN - left;
        c->x1 += MARGIN - left;
        c->y0 += MARGIN - top;
        c->y1 += MARGIN - top;
        page->width = c->x1 + MARGIN > page->width ? c->x1 + MARGIN : page->width;
        page->height = c->y1 + MARGIN > page->height ? c->y1 + MARGIN : page->height;
    }
}

struct nb_text *html_read_places(struct nb_arena *arena, const struct html_tree *tree,
                                 const struct lexicon *lexicon)
{
    if (tree->spot_count < FEWEST || tree->nodes[0].size > MOST_BYTES)
        return NULL;
    struct placed_pages to = {.tree = tree, .scratch = arena_new(), .sheets.guessed = true};
    for (size_t i = 0; i < tree->spot_count && to.sheets.guessed; i++)
        to.sheets.guessed = !says_width(tree, &tree->spots[i]);
    for (uint32_t i = 0; i < tree->count; i++) {
        follow_spots(&to, i);
        if (to.depth && tree->nodes[i].kind == HTML_BREAK)
            break_line(&to.boxes[to.depth - 1]);
        else if (to.depth && i >= to.gap_end && tree->nodes[i].kind == HTML_TEXT)
            print_text(&to, &tree->nodes[i]);
    }
    for (size_t i = 0; i < to.run_count; i++)
        squeeze(&to, &to.runs[i]);
    for (size_t i = 0; i < to.sheets.page_count; i++)
        set_edges(&to.sheets.pages[i]);
    struct nb_text *text = 10 * to.written >= 9 * (size_t)tree->nodes[0].size && !to.guessed_rows
                               ? sheet_lower(arena, to.scratch, &to.sheets, lexicon)
                               : NULL;
    arena_free(to.scratch);
    return text && to.sheets.guessed ? join_paragraphs(text, lexicon) : text;
}
