/* ofd_page.c - read the text, path and composite objects of an OFD page (GB/T 33190-2016, chapters 8, 9, 11
 * and 13). */
#include "ofd_page.h"

#include "width.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* POINTS: lengths are millimetres. ASCENT, DESCENT: what an ideograph takes above and below its base line, of
 * its size. THIN: a filled rectangle up to so many points high (or wide) is a line. LEANING: a line that
 * leaves its axis by more is none. PALE: paint of which each part is above this is taken for white. ASLANT:
 * of its length, how far the line of text leaves its axis at most. */
static const double POINTS = 72 / 25.4, ASCENT = 0.86, DESCENT = 0.14, THIN = 3, LEANING = 0.5, PALE = 247,
                    ASLANT = 0.1;

/* Numbers and operators of one path. */
enum { PATH = 10000 };

size_t ofd_numbers(const char *list, double *numbers, size_t most)
{
    size_t count = 0;
    char *behind;
    for (const char *at = list ? list : ""; count < most; at = behind) {
        double number = strtod(at, &behind);
        if (behind == at || !isfinite(number))
            break;
        numbers[count++] = number;
    }
    return count;
}

/* ---- places ---- */

static double number_of(struct pull *pull, const char *name, double otherwise)
{
    double number;
    return ofd_numbers(pull_attribute(pull, name), &number, 1) ? number : otherwise;
}

static bool says(struct pull *pull, const char *name, const char *value)
{
    const char *found = pull_attribute(pull, name);
    return found && !strcmp(found, value);
}

static struct ofd_place place_of(struct pull *pull, const struct ofd_page *page)
{
    double boundary[4] = {0};
    struct ofd_place place = {{0, 0}, {1, 0, 0, 1, 0, 0}};
    ofd_numbers(pull_attribute(pull, "Boundary"), boundary, 4);
    if (ofd_numbers(pull_attribute(pull, "CTM"), place.matrix, 6) != 6)
        memcpy(place.matrix, (double[]){1, 0, 0, 1, 0, 0}, sizeof place.matrix);
    place.corner[0] = boundary[0] - page->box[0];
    place.corner[1] = boundary[1] - page->box[1];
    return place;
}

struct ofd_point ofd_moved(const struct ofd_place *place, struct ofd_point point)
{
    const double *m = place->matrix;
    return (struct ofd_point){POINTS * (place->corner[0] + m[4]) + m[0] * point.x + m[2] * point.y,
                              POINTS * (place->corner[1] + m[5]) + m[1] * point.x + m[3] * point.y};
}

/* A point of an object, which is told in millimetres. */
static struct ofd_point point_at(const struct ofd_place *place, double x, double y)
{
    return ofd_moved(place, (struct ofd_point){POINTS * x, POINTS * y});
}

/* Whether the document may have one thing more drawn. */
static bool is_room(struct ofd_page *page)
{
    if (!*page->room)
        return false;
    --*page->room;
    return true;
}

/* ---- text ---- */

/* A text object. `x`, `y`: where its last TextCode began, as the next does that does not say. `unseen`: it is
 * drawn without colour, as words are that were recognised in the picture of a page. */
struct text_object {
    struct ofd_page *page;
    struct ofd_place place;
    double size, scale, x, y;
    bool unseen;
};

/* The steps between characters: "3 4.5" is one each, "g 20 3" twenty times three; the last is that of all
 * that follow. */
struct steps {
    const char *at;
    double last;
    long times;
    bool given;
};

static double next_step(struct steps *steps)
{
    char *behind;
    while (isspace((unsigned char)*steps->at))
        steps->at++;
    if (steps->times > 0) {
        steps->times--;
        return steps->last;
    }
    if (*steps->at == 'g') {
        steps->times = strtol(steps->at + 1, &behind, 10) - 1;
        steps->at = behind;
    }
    double number = strtod(steps->at, &behind);
    if (behind != steps->at)
        steps->last = number;
    steps->at = behind;
    return steps->last;
}

void ofd_add_character(struct ofd_page *page, struct ofd_point one, struct ofd_point other, const char *text,
                       unsigned length)
{
    if (!is_room(page))
        return;
    page->sheet.chars = arena_grow(page->arena, page->sheet.chars, &page->char_capacity,
                                   page->sheet.char_count + 1, sizeof *page->sheet.chars);
    page->sheet.chars[page->sheet.char_count++] = (struct sheet_char){.x0 = (float)fmin(one.x, other.x),
                                                                      .y0 = (float)fmin(one.y, other.y),
                                                                      .x1 = (float)fmax(one.x, other.x),
                                                                      .y1 = (float)fmax(one.y, other.y),
                                                                      .text = text,
                                                                      .length = length};
}

static bool is_blank(const char *text, size_t length)
{
    unsigned code = utf8_decode(text, length);
    return code <= ' ' || code == 0xA0 || code == 0x3000 || code == 0x200B || code == 0xFEFF;
}

static void set_character(struct text_object *object, struct ofd_point pen, double width, const char *text,
                          size_t length)
{
    struct ofd_point one = point_at(&object->place, pen.x, pen.y - ASCENT * object->size);
    struct ofd_point other = point_at(&object->place, pen.x + width, pen.y + DESCENT * object->size);
    if (is_blank(text, length))
        return;
    ofd_add_character(object->page, one, other, text, (unsigned)length);
    object->page->unseen += object->unseen;
}

/* Without steps in either direction characters follow one another by their widths, as viewers have it. */
static void set_text(struct text_object *object, const char *text, struct steps across, struct steps down)
{
    struct ofd_point pen = {object->x, object->y};
    for (size_t length; *text; text += length) {
        length = utf8_length((unsigned char)*text);
        if (strnlen(text, length) < length)
            return;
        double width = object->size * object->scale * (width_of(utf8_decode(text, length)) == 2 ? 1 : 0.5);
        double x = across.given || down.given ? next_step(&across) : width;
        set_character(object, pen, x > 0 && text[length] ? fmin(x, width) : width, text, length);
        pen.x += x;
        pen.y += next_step(&down);
    }
}

/* Text of an element that is put together; what is longer than any line is cut off. */
enum { LONGEST = 1 << 16 };

struct ofd_words {
    struct nb_arena *arena;
    const char *text;
    size_t length;
};

static void add_words(const char *text, void *state)
{
    struct ofd_words *words = state;
    size_t more = strlen(text);
    if (words->length + more > LONGEST)
        return;
    words->text = words->length ? arena_printf(words->arena, "%s%s", words->text, text)
                                : arena_strdup(words->arena, text);
    words->length += more;
}

const char *ofd_words(struct pull *pull, struct nb_arena *arena)
{
    struct ofd_words words = {arena, "", 0};
    pull_text(pull, add_words, &words);
    return words.text;
}

static struct steps steps_of(struct pull *pull, const char *name, struct nb_arena *arena)
{
    const char *list = pull_attribute(pull, name);
    return (struct steps){.at = list ? arena_strdup(arena, list) : "", .given = list != NULL};
}

static void text_code(struct pull *pull, const char *name, void *state)
{
    struct text_object *object = state;
    if (!strcmp(name, "FillColor"))
        object->unseen |= says(pull, "Alpha", "0");
    if (strcmp(name, "TextCode"))
        return;
    object->x = number_of(pull, "X", object->x);
    object->y = number_of(pull, "Y", object->y);
    struct steps across = steps_of(pull, "DeltaX", object->page->arena),
                 down = steps_of(pull, "DeltaY", object->page->arena);
    set_text(object, ofd_words(pull, object->page->arena), across, down);
}

/* What is set aslant is stamped (pdf/glyphs.c). */
static void text_object(struct pull *pull, struct ofd_page *page)
{
    struct text_object object = {.page = page, .place = place_of(pull, page)};
    const double *m = object.place.matrix;
    if (fmin(fabs(m[0]), fabs(m[1])) > ASLANT * hypot(m[0], m[1]))
        return;
    object.size = number_of(pull, "Size", 0);
    object.scale = number_of(pull, "HScale", 1);
    object.unseen =
        says(pull, "Alpha", "0") || (says(pull, "Fill", "false") && !says(pull, "Stroke", "true"));
    pull_children(pull, text_code, &object);
}

/* ---- paths ---- */

struct path_object {
    struct nb_arena *arena;
    const char *data;
    bool pale_stroke, pale_fill;
};

/* One part of a path, up to the next start. */
struct ofd_part {
    struct ofd_point points[PATH];
    size_t count;
    bool straight, closed;
};

void ofd_add_edge(struct ofd_page *page, struct ofd_edge edge)
{
    if (!is_room(page))
        return;
    page->edges =
        arena_grow(page->arena, page->edges, &page->edge_capacity, page->edge_count + 1, sizeof *page->edges);
    page->edges[page->edge_count++] = edge;
}

static void stroke(struct ofd_page *page, const struct ofd_part *part)
{
    for (size_t i = 1; i < part->count; i++)
        ofd_add_edge(page, (struct ofd_edge){part->points[i - 1], part->points[i], 0});
    if (part->closed && part->count > 2)
        ofd_add_edge(page, (struct ofd_edge){part->points[part->count - 1], part->points[0], 0});
}

/* A rectangle by its longer middle line. */
static void fill(struct ofd_page *page, const struct ofd_part *part)
{
    struct ofd_point low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < part->count; i++) {
        low = (struct ofd_point){fmin(low.x, part->points[i].x), fmin(low.y, part->points[i].y)};
        high = (struct ofd_point){fmax(high.x, part->points[i].x), fmax(high.y, part->points[i].y)};
    }
    double width = high.x - low.x, height = high.y - low.y, x = (low.x + high.x) / 2,
           y = (low.y + high.y) / 2;
    if (width >= height) /* a dot of a dotted line is square */
        ofd_add_edge(page, (struct ofd_edge){{low.x, y}, {high.x, y}, height});
    else
        ofd_add_edge(page, (struct ofd_edge){{x, low.y}, {x, high.y}, width});
}

static void add_rule(struct ofd_page *page, bool vertical, double at, double one, double other)
{
    page->sheet.rules = arena_grow(page->arena, page->sheet.rules, &page->rule_capacity,
                                   page->sheet.rule_count + 1, sizeof *page->sheet.rules);
    page->sheet.rules[page->sheet.rule_count++] =
        (struct sheet_rule){vertical, (float)at, (float)fmin(one, other), (float)fmax(one, other)};
}

void ofd_rules(struct ofd_page *page)
{
    for (size_t i = 0; i < page->edge_count; i++) {
        const struct ofd_edge *edge = &page->edges[i];
        if (edge->thick > THIN)
            continue;
        else if (fabs(edge->one.y - edge->other.y) <= LEANING)
            add_rule(page, false, (edge->one.y + edge->other.y) / 2, edge->one.x, edge->other.x);
        else if (fabs(edge->one.x - edge->other.x) <= LEANING)
            add_rule(page, true, (edge->one.x + edge->other.x) / 2, edge->one.y, edge->other.y);
    }
}

struct painter {
    struct ofd_page *page;
    struct ofd_place place;
    bool stroke, fill;
};

static void end_part(const struct painter *painter, struct ofd_part *part)
{
    if (part->straight && part->count > 1 && painter->stroke)
        stroke(painter->page, part);
    if (part->straight && part->count > 1 && painter->fill)
        fill(painter->page, part);
    part->count = 0;
    part->straight = true;
    part->closed = false;
}

/* Numbers behind each operator: S start, M move, L line, Q and B curves, A arc, C close. */
static size_t operands_of(char operator)
{
    return operator== 'Q' ? 4 : operator== 'B' ? 6 : operator== 'A' ? 7 : operator== 'C' ? 0 : 2;
}

static void draw(const struct painter *painter, struct ofd_part *part, char operator, const double * numbers,
                 size_t count)
{
    if (operator== 'S' || operator== 'M')
        end_part(painter, part);
    part->straight &= operator!= 'Q' && operator!= 'B' && operator!= 'A';
    part->closed |= operator== 'C';
    if (count > 1 && part->count < PATH)
        part->points[part->count++] = point_at(&painter->place, numbers[count - 2], numbers[count - 1]);
}

static void paint(const struct painter *painter, const char *data)
{
    struct ofd_page *page = painter->page;
    if (!page->part)
        page->part = arena_alloc(page->arena, sizeof *page->part);
    struct ofd_part *part = page->part;
    part->count = 0;
    end_part(painter, part);
    for (const char *at = data; *at;) {
        double numbers[7];
        char operator= * at++;
        if (!strchr("SMLQBAC", operator))
            continue;
        size_t count = ofd_numbers(at, numbers, operands_of(operator));
        draw(painter, part, operator, numbers, count);
        while (*at && !isalpha((unsigned char)*at))
            at++;
    }
    end_part(painter, part);
}

static bool is_pale(struct pull *pull)
{
    double parts[4];
    size_t count = ofd_numbers(pull_attribute(pull, "Value"), parts, 4);
    bool pale = count == 1 || count == 3; /* four are of ink */
    for (size_t i = 0; i < count; i++)
        pale &= parts[i] > PALE;
    return pale || says(pull, "Alpha", "0");
}

static void path_part(struct pull *pull, const char *name, void *state)
{
    struct path_object *object = state;
    if (!strcmp(name, "StrokeColor"))
        object->pale_stroke = is_pale(pull);
    else if (!strcmp(name, "FillColor"))
        object->pale_fill = is_pale(pull);
    else if (!strcmp(name, "AbbreviatedData"))
        object->data = ofd_words(pull, object->arena);
}

static void path_object(struct pull *pull, struct ofd_page *page)
{
    struct painter painter = {page, place_of(pull, page), !says(pull, "Stroke", "false"),
                              says(pull, "Fill", "true")};
    struct path_object object = {.arena = page->arena, .data = ""};
    pull_children(pull, path_part, &object);
    painter.stroke &= !object.pale_stroke;
    painter.fill &= !object.pale_fill;
    paint(&painter, object.data);
}

/* ---- objects ---- */

static void composite_object(struct pull *pull, struct ofd_page *page)
{
    const char *unit = pull_attribute(pull, "ResourceID");
    if (!unit || !is_room(page))
        return;
    const char *id = arena_strdup(page->arena, unit);
    page->uses =
        arena_grow(page->arena, page->uses, &page->use_capacity, page->use_count + 1, sizeof *page->uses);
    page->uses[page->use_count++] = (struct ofd_use){id, place_of(pull, page)};
}

static void object(struct pull *pull, const char *name, void *state)
{
    struct ofd_page *page = state;
    if (says(pull, "Visible", "false"))
        return;
    if (!strcmp(name, "TextObject"))
        text_object(pull, page);
    else if (!strcmp(name, "PathObject"))
        path_object(pull, page);
    else if (!strcmp(name, "CompositeObject"))
        composite_object(pull, page);
    else if (!strcmp(name, "Layer") || !strcmp(name, "PageBlock"))
        pull_children(pull, object, page);
}

void ofd_objects(struct pull *pull, struct ofd_page *page)
{
    pull_children(pull, object, page);
}
