/* rules.c - find the straight lines that a page draws: thin rectangles filled, and paths stroked. An observer of cairo's is told
 * of each fill and stroke while its path stands in the context; what is painted is thrown away. */
#include "pdf.h"

#include <cairo.h>
#include <math.h>

/* THIN: a filled rectangle up to so many points high (or wide) is a line; borders of 3 points are the widest seen in reports.
 * LEANING: a line that leaves its axis by more points is none. PALE: paint of which each part is above this is taken for white.
 */
#define THIN 3.0
#define LEANING 0.5
#define PALE 0.97

/* STEPS: a table has been seen whose borders, 100 rectangles, are one path. MOST_SIDE: points; a larger page is cut off. */
enum { STEPS = 100000, MOST_SIDE = 4000 };

/* One step of a path. */
struct step {
    char kind; /* 'm', 'l' or 'h', which closes */
    double x, y;
};

struct box {
    double x0, y0, x1, y1;
};

/* What is drawn, while poppler draws it. */
struct machine {
    struct drawing *drawing;
    struct box dark; /* the last large one filled: what cells leave of it may be the lines of a table */
    GArray *path;    /* of struct step */
    cairo_t *context;
};

static const struct step *step_at(const struct machine *machine, unsigned index)
{
    return &g_array_index(machine->path, struct step, index);
}

static void add_step(struct machine *machine, char kind, double x, double y)
{
    struct step step = {kind, x, y};
    if (machine->path->len < STEPS)
        g_array_append_val(machine->path, step);
}

static void add_rule(struct machine *machine, gboolean vertical, double at, double from, double to)
{
    struct rule rule = {vertical, at, MIN(from, to), MAX(from, to)};
    g_array_append_val(machine->drawing->rules, rule);
}

static void add_edge(struct machine *machine, const struct step *from, const struct step *to)
{
    if (fabs(from->y - to->y) <= LEANING)
        add_rule(machine, FALSE, (from->y + to->y) / 2, from->x, to->x);
    else if (fabs(from->x - to->x) <= LEANING)
        add_rule(machine, TRUE, (from->x + to->x) / 2, from->y, to->y);
}

static void stroke(struct machine *machine)
{
    const struct step *start = NULL, *last = NULL;
    for (unsigned i = 0; i < machine->path->len; i++) {
        const struct step *step = step_at(machine, i);
        if (step->kind == 'm')
            start = step;
        else if (last)
            add_edge(machine, last, step->kind == 'h' && start ? start : step);
        last = step;
    }
}

/* The box around one part of a path. */
static struct box box_of(const struct machine *machine, unsigned first, unsigned end)
{
    struct box box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (unsigned i = first; i < end; i++) {
        const struct step *step = step_at(machine, i);
        if (step->kind == 'h')
            continue;
        box.x0 = MIN(box.x0, step->x), box.x1 = MAX(box.x1, step->x);
        box.y0 = MIN(box.y0, step->y), box.y1 = MAX(box.y1, step->y);
    }
    return box;
}

static gboolean is_inside(struct box box, struct box other)
{
    return box.x0 >= other.x0 && box.y0 >= other.y0 && box.x1 <= other.x1 && box.y1 <= other.y1;
}

/* WeasyPrint fills one of no height with each of its lines. */
static gboolean is_drawn(struct box box)
{
    return box.x1 > box.x0 && box.y1 > box.y0;
}

static void fill_box(struct machine *machine, struct box box)
{
    if (!is_drawn(box))
        return;
    if (box.y1 - box.y0 <= THIN && box.x1 - box.x0 >= box.y1 - box.y0)
        add_rule(machine, FALSE, (box.y0 + box.y1) / 2, box.x0, box.x1);
    else if (box.x1 - box.x0 <= THIN && box.y1 - box.y0 > box.x1 - box.x0)
        add_rule(machine, TRUE, (box.x0 + box.x1) / 2, box.y0, box.y1);
    else if (!is_inside(box, machine->dark))
        machine->dark = box;
}

/* White on a dark ground: its sides are seen. */
static void clear_box(struct machine *machine, struct box box)
{
    if (!is_drawn(box) || !is_inside(box, machine->dark))
        return;
    for (int last = 0; last < 2; last++) {
        add_rule(machine, FALSE, last ? box.y1 : box.y0, box.x0, box.x1);
        add_rule(machine, TRUE, last ? box.x1 : box.x0, box.y0, box.y1);
    }
}

static gboolean is_side(double inner, double outer)
{
    return inner > outer && inner - outer <= THIN;
}

/* The border of a box, filled between two rectangles: four lines. Returns whether it is one. */
static gboolean fill_ring(struct machine *machine, struct box one, struct box other)
{
    struct box in = one.x0 > other.x0 ? one : other, out = one.x0 > other.x0 ? other : one;
    if (!is_side(in.x0, out.x0) || !is_side(in.y0, out.y0) || !is_side(out.x1, in.x1) || !is_side(out.y1, in.y1))
        return FALSE;
    add_rule(machine, FALSE, (in.y0 + out.y0) / 2, out.x0, out.x1);
    add_rule(machine, FALSE, (in.y1 + out.y1) / 2, out.x0, out.x1);
    add_rule(machine, TRUE, (in.x0 + out.x0) / 2, out.y0, out.y1);
    add_rule(machine, TRUE, (in.x1 + out.x1) / 2, out.y0, out.y1);
    return TRUE;
}

/* Each part of the path, up to the next 'm', by the box around it. */
static void fill(struct machine *machine)
{
    struct box last = {0};
    for (unsigned first = 0, end; first < machine->path->len; first = end) {
        for (end = first + 1; end < machine->path->len && step_at(machine, end)->kind != 'm'; end++)
            ;
        struct box box = box_of(machine, first, end);
        if (!first || !fill_ring(machine, last, box))
            fill_box(machine, box);
        last = box;
    }
}

/* ---- what is not drawn ---- */

/* A program's own functions stand for those of a library: what poppler has cairo draw beside fills and strokes ends here, a third
 * of the time, and the strokes with which it makes letters bold, a fifth. Where a linker does not do so it is drawn in vain. */

static struct drawing *drawing; /* of the page that poppler draws */

void cairo_show_glyphs(cairo_t *context, const cairo_glyph_t *glyphs, int count)
{
    glyphs_drawn(context, glyphs, count, drawing->glyphs);
}

void cairo_glyph_path(cairo_t *context, const cairo_glyph_t *glyphs, int count)
{
    glyphs_drawn(context, glyphs, count, drawing->glyphs);
}

/* Poppler paints a picture in the unit square. */
static void add_picture(cairo_t *context)
{
    cairo_matrix_t m;
    cairo_get_matrix(context, &m);
    drawing->pictured += fabs(m.xx * m.yy - m.xy * m.yx);
}

void cairo_paint(cairo_t *context)
{
    add_picture(context);
}

void cairo_paint_with_alpha(cairo_t *context, double alpha)
{
    (void)alpha;
    add_picture(context);
}

void cairo_mask(cairo_t *context, cairo_pattern_t *pattern)
{
    (void)pattern;
    add_picture(context);
}

/* ---- what cairo tells ---- */

enum paint { NONE, WHITE, DARK };

static enum paint paint_of(cairo_t *context)
{
    double red, green, blue, alpha;
    if (cairo_pattern_get_rgba(cairo_get_source(context), &red, &green, &blue, &alpha))
        return DARK;
    if (alpha < 1 - PALE)
        return NONE;
    return red > PALE && green > PALE && blue > PALE ? WHITE : DARK;
}

/* The path in the context, in points of the page. Returns whether it is made of straight lines. */
static gboolean take_path(struct machine *machine)
{
    cairo_path_t *path = cairo_copy_path(machine->context);
    gboolean straight = !path->status;
    g_array_set_size(machine->path, 0);
    for (int i = 0; straight && i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        double x = 0, y = 0;
        if (data->header.type == CAIRO_PATH_CURVE_TO)
            straight = FALSE;
        if (data->header.length > 1)
            x = data[1].point.x, y = data[1].point.y;
        cairo_user_to_device(machine->context, &x, &y);
        add_step(machine, "mlch"[data->header.type], x, y);
    }
    cairo_path_destroy(path);
    return straight;
}

static void on_fill(cairo_surface_t *observer, cairo_surface_t *target, void *data)
{
    struct machine *machine = data;
    (void)observer, (void)target;
    enum paint paint = paint_of(machine->context);
    gboolean straight = paint && take_path(machine);
    if (straight && paint == WHITE)
        clear_box(machine, box_of(machine, 0, machine->path->len));
    else if (straight)
        fill(machine);
    else
        machine->drawing->curves += paint == DARK;
}

static void on_stroke(cairo_surface_t *observer, cairo_surface_t *target, void *data)
{
    struct machine *machine = data;
    (void)observer, (void)target;
    if (paint_of(machine->context) == DARK && take_path(machine))
        stroke(machine);
}

void draw_page(PopplerPage *page, const struct sheet *sheet, struct drawing *drawn)
{
    drawing = drawn;
    int width = (int)CLAMP(sheet->width, 1, MOST_SIDE) + 1, height = (int)CLAMP(sheet->height, 1, MOST_SIDE) + 1;
    cairo_surface_t *target = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    cairo_surface_t *observer = cairo_surface_create_observer(target, CAIRO_SURFACE_OBSERVER_NORMAL);
    struct machine machine = {
        .drawing = drawn, .path = g_array_new(FALSE, FALSE, sizeof(struct step)), .context = cairo_create(observer)};
    cairo_surface_observer_add_fill_callback(observer, on_fill, &machine);
    cairo_surface_observer_add_stroke_callback(observer, on_stroke, &machine);
    cairo_transform(machine.context, &sheet->turn);
    poppler_page_render_for_printing(page, machine.context); /* for the screen, poppler moves lines to the middle of pixels */
    cairo_destroy(machine.context);
    cairo_surface_destroy(observer);
    cairo_surface_destroy(target);
    g_array_free(machine.path, TRUE);
}
