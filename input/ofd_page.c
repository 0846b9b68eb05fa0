/* ofd_page.c - read the text and path objects of an OFD page (GB/T 33190-2016, chapters 8, 9 and 11). */
#include "ofd_page.h"

#include "width.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* POINTS: lengths are millimetres. ASCENT, DESCENT: what an ideograph takes above and below its base line, of its size. THIN: a
 * filled rectangle up to so many points high (or wide) is a line. LEANING: a line that leaves its axis by more is none. PALE:
 * paint of which each part is above this is taken for white. */
static const double POINTS = 72 / 25.4, ASCENT = 0.86, DESCENT = 0.14, THIN = 3, LEANING = 0.5, PALE = 247;

/* MOST: no page has more of anything. PATH: numbers and operators of one path. */
enum { MOST = 100000, PATH = 10000 };

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

/* Where an object stands: its matrix, then the corner of its boundary. */
struct place {
    double corner[2], matrix[6];
};

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

static struct place place_of(struct pull *pull, const struct ofd_page *page)
{
    double boundary[4] = {0};
    struct place place = {{0, 0}, {1, 0, 0, 1, 0, 0}};
    ofd_numbers(pull_attribute(pull, "Boundary"), boundary, 4);
    if (ofd_numbers(pull_attribute(pull, "CTM"), place.matrix, 6) != 6)
        memcpy(place.matrix, (double[]){1, 0, 0, 1, 0, 0}, sizeof place.matrix);
    place.corner[0] = boundary[0] - page->box[0];
    place.corner[1] = boundary[1] - page->box[1];
    return place;
}

/* A point of an object, in points from the upper left corner of the page. */
struct point {
    double x, y;
};

static struct point point_at(const struct place *place, double x, double y)
{
    const double *m = place->matrix;
    return (struct point){POINTS * (place->corner[0] + m[0] * x + m[2] * y + m[4]),
                          POINTS * (place->corner[1] + m[1] * x + m[3] * y + m[5])};
}

/* ---- text ---- */

/* A text object, and what its next TextCode goes on from. */
struct text_object {
    struct ofd_page *page;
    struct place place;
    double size, scale, x, y;
};

/* The steps between characters: "3 4.5" is one each, "g 20 3" twenty times three. */
struct steps {
    const char *at;
    double again;
    long times;
    bool given;
};

static bool next_step(struct steps *steps, double *step)
{
    char *behind;
    while (isspace((unsigned char)*steps->at))
        steps->at++;
    if (!steps->times && *steps->at == 'g') {
        steps->times = strtol(steps->at + 1, &behind, 10);
        steps->again = strtod(behind, &behind);
        steps->at = behind;
    }
    if (steps->times > 0) {
        steps->times--;
        *step = steps->again;
        return true;
    }
    double number = strtod(steps->at, &behind);
    if (behind == steps->at)
        return false;
    steps->at = behind;
    *step = number;
    return true;
}

static void add_character(struct text_object *object, const char *text, size_t length, double width)
{
    struct ofd_page *page = object->page;
    struct point one = point_at(&object->place, object->x, object->y - ASCENT * object->size);
    struct point other = point_at(&object->place, object->x + width, object->y + DESCENT * object->size);
    if (page->sheet.char_count >= MOST)
        return;
    page->sheet.chars =
        arena_grow(page->arena, page->sheet.chars, &page->char_capacity, page->sheet.char_count + 1, sizeof *page->sheet.chars);
    page->sheet.chars[page->sheet.char_count++] = (struct sheet_char){.x0 = (float)fmin(one.x, other.x),
                                                                      .y0 = (float)fmin(one.y, other.y),
                                                                      .x1 = (float)fmax(one.x, other.x),
                                                                      .y1 = (float)fmax(one.y, other.y),
                                                                      .text = text,
                                                                      .length = (unsigned)length};
}

static bool is_blank(const char *text, size_t length)
{
    unsigned code = utf8_decode(text, length);
    return code <= ' ' || code == 0xA0 || code == 0x3000 || code == 0x200B || code == 0xFEFF;
}

/* Without steps in either direction characters follow one another by their widths, as viewers have it. */
static void set_text(struct text_object *object, const char *text, struct steps across, struct steps down)
{
    for (size_t length; *text; text += length) {
        length = utf8_length((unsigned char)*text);
        if (strnlen(text, length) < length)
            return;
        double width = object->size * object->scale * (width_of(utf8_decode(text, length)) == 2 ? 1 : 0.5), x = 0, y = 0;
        if (!next_step(&across, &x) && !across.given && !down.given)
            x = width;
        next_step(&down, &y);
        if (!is_blank(text, length))
            add_character(object, text, length, x > 0 ? fmin(x, width) : width);
        object->x += x;
        object->y += y;
    }
}

/* Text of an element that is put together; what is longer than any line is cut off. */
enum { LONGEST = 1 << 16 };

struct words {
    struct nb_arena *arena;
    const char *text;
    size_t length;
};

static void add_words(const char *text, void *state)
{
    struct words *words = state;
    size_t more = strlen(text);
    if (words->length + more > LONGEST)
        return;
    words->text = words->length ? arena_printf(words->arena, "%s%s", words->text, text) : arena_strdup(words->arena, text);
    words->length += more;
}

const char *ofd_words(struct pull *pull, struct nb_arena *arena)
{
    struct words words = {arena, "", 0};
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
    if (strcmp(name, "TextCode"))
        return;
    object->x = number_of(pull, "X", object->x);
    object->y = number_of(pull, "Y", object->y);
    struct steps across = steps_of(pull, "DeltaX", object->page->arena), down = steps_of(pull, "DeltaY", object->page->arena);
    set_text(object, ofd_words(pull, object->page->arena), across, down);
}

static void text_object(struct pull *pull, struct ofd_page *page)
{
    struct text_object object = {.page = page, .place = place_of(pull, page)};
    object.size = number_of(pull, "Size", 0);
    object.scale = number_of(pull, "HScale", 1);
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
    struct point points[PATH];
    size_t count;
    bool straight, closed;
};

static void add_rule(struct ofd_page *page, struct sheet_rule rule)
{
    if (page->sheet.rule_count >= MOST)
        return;
    page->sheet.rules =
        arena_grow(page->arena, page->sheet.rules, &page->rule_capacity, page->sheet.rule_count + 1, sizeof *page->sheet.rules);
    page->sheet.rules[page->sheet.rule_count++] = rule;
}

static void add_edge(struct ofd_page *page, struct point one, struct point other)
{
    if (fabs(one.y - other.y) <= LEANING)
        add_rule(page, (struct sheet_rule){false, (float)((one.y + other.y) / 2), (float)fmin(one.x, other.x),
                                           (float)fmax(one.x, other.x)});
    else if (fabs(one.x - other.x) <= LEANING)
        add_rule(page, (struct sheet_rule){true, (float)((one.x + other.x) / 2), (float)fmin(one.y, other.y),
                                           (float)fmax(one.y, other.y)});
}

static void stroke(struct ofd_page *page, const struct ofd_part *part)
{
    for (size_t i = 1; i < part->count; i++)
        add_edge(page, part->points[i - 1], part->points[i]);
    if (part->closed && part->count > 2)
        add_edge(page, part->points[part->count - 1], part->points[0]);
}

static void fill(struct ofd_page *page, const struct ofd_part *part)
{
    struct point low = {INFINITY, INFINITY}, high = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < part->count; i++) {
        low = (struct point){fmin(low.x, part->points[i].x), fmin(low.y, part->points[i].y)};
        high = (struct point){fmax(high.x, part->points[i].x), fmax(high.y, part->points[i].y)};
    }
    double width = high.x - low.x, height = high.y - low.y;
    if (height <= THIN && width >= height)
        add_rule(page, (struct sheet_rule){false, (float)((low.y + high.y) / 2), (float)low.x, (float)high.x});
    else if (width <= THIN && height > width)
        add_rule(page, (struct sheet_rule){true, (float)((low.x + high.x) / 2), (float)low.y, (float)high.y});
}

struct painter {
    struct ofd_page *page;
    struct place place;
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

static void draw(const struct painter *painter, struct ofd_part *part, char operator, const double * numbers, size_t count)
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
    struct painter painter = {page, place_of(pull, page), !says(pull, "Stroke", "false"), says(pull, "Fill", "true")};
    struct path_object object = {.arena = page->arena, .data = ""};
    pull_children(pull, path_part, &object);
    painter.stroke &= !object.pale_stroke;
    painter.fill &= !object.pale_fill;
    paint(&painter, object.data);
}

/* ---- objects ---- */

static void object(struct pull *pull, const char *name, void *state)
{
    struct ofd_page *page = state;
    if (says(pull, "Visible", "false"))
        return;
    if (!strcmp(name, "TextObject"))
        text_object(pull, page);
    else if (!strcmp(name, "PathObject"))
        path_object(pull, page);
    else if (!strcmp(name, "Layer") || !strcmp(name, "PageBlock"))
        pull_children(pull, object, page);
}

void ofd_objects(struct pull *pull, struct ofd_page *page)
{
    pull_children(pull, object, page);
}
