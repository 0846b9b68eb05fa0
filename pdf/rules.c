/* rules.c - find the straight lines that a page draws: thin rectangles filled, and paths stroked. What
 * poppler has cairo draw is looked at, and not drawn. */
#include "pdf.h"

#include <cairo.h>
#include <math.h>

/* THIN: a filled rectangle up to so many points high (or wide) is a line; borders of 3 points are the widest
 * seen in reports, and so is the room between two that is seen as one. LEANING: a line that leaves its axis
 * by more points is none, nor is such room less wide. PALE: paint of which each part is above this is taken
 * for white.
 */
#define THIN 3.0
#define LEANING 0.5
#define PALE 0.97

/* STEPS: a table has been seen whose borders, 100 rectangles, are one path. MOST_SIDE: points; a larger page
 * is cut off. */
enum { STEPS = 100000, MOST_SIDE = 4000, MOST_BOXES = 2000 };

/* For the screen, as poppler draws where it shall find the characters at once, it moves lines to the middle
 * of pixels: so many are a point, which is half as many parts of one off. */
#define FINE 8.0

/* One step of a path. */
struct step {
    char kind; /* 'm', 'l' or 'h', which closes */
    double x, y;
};

/* What is drawn, while poppler draws it. */
struct machine {
    struct drawing *drawing;
    struct box dark; /* the last large one filled: what cells leave of it may be the lines of a table */
    GArray *boxes;   /* of struct box: all such */
    GArray *path;    /* of struct step */
    cairo_t *page;   /* what is drawn elsewhere is the glyph of a font or the tile of a pattern */
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

/* `room`: before its first dash and behind the last. */
static void add_edge(struct machine *machine, const struct step *from, const struct step *to, double room)
{
    if (fabs(from->y - to->y) <= LEANING)
        add_rule(machine, FALSE, (from->y + to->y) / 2, MIN(from->x, to->x) - room,
                 MAX(from->x, to->x) + room);
    else if (fabs(from->x - to->x) <= LEANING)
        add_rule(machine, TRUE, (from->x + to->x) / 2, MIN(from->y, to->y) - room,
                 MAX(from->y, to->y) + room);
}

static void stroke(struct machine *machine, double room)
{
    const struct step *start = NULL, *last = NULL;
    for (unsigned i = 0; i < machine->path->len; i++) {
        const struct step *step = step_at(machine, i);
        if (step->kind == 'm')
            start = step;
        else if (last)
            add_edge(machine, last, step->kind == 'h' && start ? start : step, room);
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

/* What two boxes have in common. */
static struct box common(struct box box, struct box other)
{
    return (struct box){MAX(box.x0, other.x0), MAX(box.y0, other.y0), MIN(box.x1, other.x1),
                        MIN(box.y1, other.y1)};
}

/* WeasyPrint fills one of no height with each of its lines. */
static gboolean is_drawn(struct box box)
{
    return box.x1 > box.x0 && box.y1 > box.y0;
}

static void fill_box(struct machine *machine, struct box box, struct box clip)
{
    if (!is_drawn(box))
        return;
    if (box.y1 - box.y0 <= THIN && box.x1 - box.x0 >= box.y1 - box.y0)
        add_rule(machine, FALSE, (box.y0 + box.y1) / 2, box.x0, box.x1);
    else if (box.x1 - box.x0 <= THIN && box.y1 - box.y0 > box.x1 - box.x0)
        add_rule(machine, TRUE, (box.x0 + box.x1) / 2, box.y0, box.y1);
    else {
        struct box seen = common(box, clip);
        if (machine->boxes->len < MOST_BOXES && is_drawn(seen))
            g_array_append_val(machine->boxes, seen);
        if (!is_inside(box, machine->dark))
            machine->dark = box;
    }
}

/* How wide the white line is between two boxes beside each other, or one above the other; 0: there is none.
 */
static double room_between(const struct box *one, const struct box *other)
{
    double across = MAX(one->x0, other->x0) - MIN(one->x1, other->x1),
           down = MAX(one->y0, other->y0) - MIN(one->y1, other->y1), room = MAX(across, down);
    return room > LEANING && room <= THIN && MIN(across, down) < 0 ? room : 0;
}

/* Boxes with white lines between are the cells of a table, whose sides these lines are. */
static void add_cells(struct machine *machine)
{
    const struct box *boxes = (const struct box *)machine->boxes->data;
    for (guint i = 0; i < machine->boxes->len; i++) {
        double room = 0;
        for (guint k = 0; k < machine->boxes->len && room <= 0; k++)
            room = room_between(&boxes[i], &boxes[k]) / 2;
        double x0 = boxes[i].x0 - room, x1 = boxes[i].x1 + room, y0 = boxes[i].y0 - room,
               y1 = boxes[i].y1 + room;
        if (room <= 0)
            continue;
        add_rule(machine, FALSE, y0, x0, x1), add_rule(machine, FALSE, y1, x0, x1);
        add_rule(machine, TRUE, x0, y0, y1), add_rule(machine, TRUE, x1, y0, y1);
    }
}

/* White on a dark ground: of its sides those are seen that no clip cuts off, as the foot of a page does, and
 * all where WeasyPrint fills the page, clipped to a cell. */
static void clear_box(struct machine *machine, struct box box, struct box clip)
{
    struct box seen = common(box, clip);
    if (!is_drawn(box) || !is_inside(seen, machine->dark))
        return;
    for (int last = 0; last < 2; last++) {
        double y = last ? box.y1 : box.y0, x = last ? box.x1 : box.x0;
        if (y >= clip.y0 && y <= clip.y1)
            add_rule(machine, FALSE, y, seen.x0, seen.x1);
        if (x >= clip.x0 && x <= clip.x1)
            add_rule(machine, TRUE, x, seen.y0, seen.y1);
    }
}

/* The side of a box between two rectangles that are so far apart there; where they touch, none is drawn. */
static void add_side(struct machine *machine, gboolean vertical, double one, double other, double from,
                     double to)
{
    if (one != other)
        add_rule(machine, vertical, (one + other) / 2, from, to);
}

static gboolean may_be_side(double inner, double outer)
{
    return fabs(inner - outer) <= THIN;
}

/* The border of a box, filled between two rectangles: four lines, or fewer of one that goes on on another
 * page. Returns whether it is one. */
static gboolean fill_ring(struct machine *machine, struct box one, struct box other)
{
    struct box in = is_inside(one, other) ? one : other, out = is_inside(one, other) ? other : one;
    if (!is_inside(in, out) || !is_drawn(in) || is_inside(out, in) || !may_be_side(in.x0, out.x0) ||
        !may_be_side(in.y0, out.y0) || !may_be_side(in.x1, out.x1) || !may_be_side(in.y1, out.y1))
        return FALSE;
    add_side(machine, FALSE, in.y0, out.y0, out.x0, out.x1);
    add_side(machine, FALSE, in.y1, out.y1, out.x0, out.x1);
    add_side(machine, TRUE, in.x0, out.x0, out.y0, out.y1);
    add_side(machine, TRUE, in.x1, out.x1, out.y0, out.y1);
    return TRUE;
}

/* Each part of the path, up to the next 'm', by the box around it. */
static void fill(struct machine *machine, struct box clip)
{
    struct box last = {0};
    for (unsigned first = 0, end; first < machine->path->len; first = end) {
        for (end = first + 1; end < machine->path->len && step_at(machine, end)->kind != 'm'; end++)
            ;
        struct box box = box_of(machine, first, end);
        if (!first || !fill_ring(machine, last, box))
            fill_box(machine, box, clip);
        last = box;
    }
}

/* ---- what poppler draws ---- */

/* A program's own functions stand for those of a library. Drawing took most of the time: 0.15 of 0.17 s of a
 * report with dotted borders, and of others a third for what is not lines. */

static struct machine machine; /* of the page that poppler draws */

static void to_points(cairo_t *context, double *x, double *y)
{
    cairo_user_to_device(context, x, y);
    *x /= FINE, *y /= FINE;
}

/* Where what is drawn is seen. */
static struct box clip_of(cairo_t *context)
{
    double x0, y0, x1, y1;
    cairo_clip_extents(context, &x0, &y0, &x1, &y1);
    to_points(context, &x0, &y0);
    to_points(context, &x1, &y1);
    return (struct box){MIN(x0, x1), MIN(y0, y1), MAX(x0, x1), MAX(y0, y1)};
}

static gboolean is_page(const cairo_t *context)
{
    return context == machine.page;
}

static double area_of(const cairo_matrix_t *m)
{
    return m->xx * m->yy - m->xy * m->yx;
}

static void draw_glyphs(cairo_t *context, const cairo_glyph_t *glyphs, int count)
{
    if (!is_page(context))
        return;
    struct run run = {.clip = clip_of(context),
                      .font = cairo_scaled_font_reference(cairo_get_scaled_font(context)),
                      .count = count};
    cairo_matrix_t font;
    cairo_get_matrix(context, &run.matrix);
    cairo_get_font_matrix(context, &font);
    run.matrix.xx /= FINE, run.matrix.xy /= FINE, run.matrix.x0 /= FINE;
    run.matrix.yx /= FINE, run.matrix.yy /= FINE, run.matrix.y0 /= FINE;
    run.em = sqrt(fabs(area_of(&font) * area_of(&run.matrix)));
    run.glyphs = g_memdup2(glyphs, (gsize)count * sizeof *glyphs);
    g_array_append_val(machine.drawing->runs, run);
}

void cairo_show_glyphs(cairo_t *context, const cairo_glyph_t *glyphs, int count)
{
    draw_glyphs(context, glyphs, count);
}

void cairo_show_text_glyphs(cairo_t *context, const char *text, int length, const cairo_glyph_t *glyphs,
                            int count, const cairo_text_cluster_t *clusters, int cluster_count,
                            cairo_text_cluster_flags_t flags)
{
    (void)text, (void)length, (void)clusters, (void)cluster_count, (void)flags;
    draw_glyphs(context, glyphs, count);
}

void cairo_glyph_path(cairo_t *context, const cairo_glyph_t *glyphs, int count)
{
    draw_glyphs(context, glyphs, count);
}

/* Poppler paints a picture in the unit square. */
static void add_picture(cairo_t *context)
{
    cairo_matrix_t m;
    cairo_get_matrix(context, &m);
    if (is_page(context))
        machine.drawing->pictured += fabs(area_of(&m)) / (FINE * FINE);
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

enum paint { NONE, WHITE, DARK };

/* Gradients are none: those that draw lines leave some out where cells span rows. */
static enum paint paint_of(cairo_t *context)
{
    double red, green, blue, alpha;
    if (!is_page(context) || cairo_pattern_get_rgba(cairo_get_source(context), &red, &green, &blue, &alpha) ||
        alpha < 1 - PALE)
        return NONE;
    return red > PALE && green > PALE && blue > PALE ? WHITE : DARK;
}

/* Whether some of the path taken is, which reaches so far around its lines. */
static gboolean is_seen(cairo_t *context, double reach)
{
    struct box box = box_of(&machine, 0, machine.path->len), clip = clip_of(context);
    return is_drawn(clip) && box.x0 - reach < clip.x1 && box.x1 + reach > clip.x0 &&
           box.y0 - reach < clip.y1 && box.y1 + reach > clip.y0;
}

/* The path in the context, in points of the page. Returns whether it is made of straight lines. */
static gboolean take_path(cairo_t *context)
{
    cairo_path_t *path = cairo_copy_path(context);
    gboolean straight = !path->status;
    g_array_set_size(machine.path, 0);
    for (int i = 0; straight && i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t *data = &path->data[i];
        double x = 0, y = 0;
        if (data->header.type == CAIRO_PATH_CURVE_TO)
            straight = FALSE;
        if (data->header.length > 1)
            x = data[1].point.x, y = data[1].point.y;
        to_points(context, &x, &y);
        add_step(&machine, "mlch"[data->header.type], x, y);
    }
    cairo_path_destroy(path);
    return straight;
}

void cairo_fill(cairo_t *context)
{
    if (cairo_pattern_get_type(cairo_get_source(context)) == CAIRO_PATTERN_TYPE_SURFACE)
        add_picture(context);
    enum paint paint = paint_of(context);
    gboolean straight = paint && take_path(context), seen = paint && is_seen(context, 0);
    if (seen && straight && paint == WHITE)
        clear_box(&machine, box_of(&machine, 0, machine.path->len), clip_of(context));
    else if (seen && straight)
        fill(&machine, clip_of(context));
    else if (seen)
        machine.drawing->curves += paint == DARK;
    cairo_new_path(context);
}

/* Half of the gap between dashes: Firefox draws that at the corner by itself, a gap off the others. */
static double room_of(cairo_t *context)
{
    enum { MOST_DASHES = 16 };
    double dashes[MOST_DASHES] = {0}, gap = 0, none = 0;
    int count = cairo_get_dash_count(context);
    if (count > 0 && count <= MOST_DASHES)
        cairo_get_dash(context, dashes, NULL), gap = dashes[count - 1];
    cairo_user_to_device_distance(context, &gap, &none);
    return hypot(gap, none) / FINE / 2;
}

void cairo_stroke(cairo_t *context)
{
    double width = cairo_get_line_width(context), none = 0;
    cairo_user_to_device_distance(context, &width, &none);
    if (paint_of(context) == DARK && take_path(context) && is_seen(context, hypot(width, none) / FINE / 2))
        stroke(&machine, room_of(context));
    cairo_new_path(context);
}

void draw_page(PopplerPage *page, struct drawing *drawn)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    const cairo_rectangle_t extents = {0, 0, FINE * CLAMP(width, 1, MOST_SIDE),
                                       FINE * CLAMP(height, 1, MOST_SIDE)};
    cairo_surface_t *target = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, &extents);
    cairo_t *context = cairo_create(target);
    machine = (struct machine){.drawing = drawn,
                               .boxes = g_array_new(FALSE, FALSE, sizeof(struct box)),
                               .path = g_array_new(FALSE, FALSE, sizeof(struct step)),
                               .page = context};
    cairo_scale(context, FINE, FINE);
    poppler_page_render(page, context);
    add_cells(&machine);
    cairo_destroy(context);
    cairo_surface_destroy(target);
    g_array_free(machine.path, TRUE);
    g_array_free(machine.boxes, TRUE);
    machine = (struct machine){0}; /* the extents of a glyph may be asked for: its font draws it */
}

static void turn_box(struct box *box, const cairo_matrix_t *turn)
{
    struct box old = *box;
    cairo_matrix_transform_point(turn, &old.x0, &old.y0);
    cairo_matrix_transform_point(turn, &old.x1, &old.y1);
    *box = (struct box){MIN(old.x0, old.x1), MIN(old.y0, old.y1), MAX(old.x0, old.x1), MAX(old.y0, old.y1)};
}

void turn_drawing(struct drawing *drawn, const cairo_matrix_t *turn)
{
    for (guint i = 0; i < drawn->runs->len; i++) {
        struct run *run = &g_array_index(drawn->runs, struct run, i);
        cairo_matrix_multiply(&run->matrix, &run->matrix, turn);
        turn_box(&run->clip, turn);
    }
    for (guint i = 0; i < drawn->rules->len; i++) {
        struct rule *rule = &g_array_index(drawn->rules, struct rule, i);
        struct box box = rule->vertical ? (struct box){rule->at, rule->from, rule->at, rule->to}
                                        : (struct box){rule->from, rule->at, rule->to, rule->at};
        turn_box(&box, turn);
        *rule = rule->vertical == (turn->xx != 0) ? (struct rule){TRUE, box.x0, box.y0, box.y1}
                                                  : (struct rule){FALSE, box.y0, box.x0, box.x1};
    }
}
