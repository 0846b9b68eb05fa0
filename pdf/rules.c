/* rules.c - find the straight lines in what cairo's script surface writes of a page: thin rectangles filled, and paths stroked.
 * The script gives each path in the space of the page: matrices in it only turn pens and glyphs. */
#include "pdf.h"

#include <math.h>
#include <string.h>

/* THIN: a filled rectangle up to so many points high (or wide) is a line; borders of 3 points are the widest seen in reports.
 * LEANING: a line that leaves its axis by more points is none. PALE: paint of which each part is above this is taken for white.
 */
#define THIN 3.0
#define LEANING 0.5
#define PALE 0.97

/* STEPS: a table has been seen whose borders, 100 rectangles, are one path. */
enum { OPERANDS = 64, STEPS = 100000 };

/* One step of a path. */
struct step {
    char kind; /* 'm', 'l' or 'h', which closes */
    double x, y;
};

/* The script's interpreter: the operands before an operator, the path, and what is needed of the graphics state. */
struct machine {
    GArray *rules;
    double operands[OPERANDS];
    unsigned operand_count;
    GArray *path;            /* of struct step */
    gboolean straight, pale; /* of the path; of the paint */
};

static double operand(const struct machine *machine, unsigned from_end)
{
    return from_end <= machine->operand_count ? machine->operands[machine->operand_count - from_end] : 0;
}

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

static void add_rectangle(struct machine *machine)
{
    double x = operand(machine, 4), y = operand(machine, 3), width = operand(machine, 2), height = operand(machine, 1);
    add_step(machine, 'm', x, y);
    add_step(machine, 'l', x + width, y);
    add_step(machine, 'l', x + width, y + height);
    add_step(machine, 'l', x, y + height);
    add_step(machine, 'h', x, y);
}

static void begin_path(struct machine *machine)
{
    g_array_set_size(machine->path, 0);
    machine->straight = TRUE;
}

static void add_rule(struct machine *machine, gboolean vertical, double at, double from, double to)
{
    struct rule rule = {vertical, at, MIN(from, to), MAX(from, to)};
    g_array_append_val(machine->rules, rule);
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

struct box {
    double x0, y0, x1, y1;
};

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

static void fill_box(struct machine *machine, struct box box)
{
    if (box.y1 - box.y0 <= THIN && box.x1 - box.x0 > box.y1 - box.y0)
        add_rule(machine, FALSE, (box.y0 + box.y1) / 2, box.x0, box.x1);
    else if (box.x1 - box.x0 <= THIN && box.y1 - box.y0 > box.x1 - box.x0)
        add_rule(machine, TRUE, (box.x0 + box.x1) / 2, box.y0, box.y1);
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

static void paint(struct machine *machine, void (*how)(struct machine *machine))
{
    if (machine->straight && !machine->pale)
        how(machine);
}

static void set_source(struct machine *machine)
{
    machine->pale = machine->operand_count > 0;
    for (unsigned i = 0; i < machine->operand_count; i++)
        machine->pale &= machine->operands[i] > PALE;
}

static gboolean is(const char *word, size_t length, const char *name)
{
    return strlen(name) == length && !memcmp(word, name, length);
}

/* Operators that take the numbers before them. Returns whether those are used up. */
static gboolean operate(struct machine *machine, const char *word, size_t length)
{
    if (is(word, length, "n"))
        begin_path(machine);
    else if (is(word, length, "m") || is(word, length, "l"))
        add_step(machine, *word, operand(machine, 2), operand(machine, 1));
    else if (is(word, length, "h"))
        add_step(machine, 'h', 0, 0);
    else if (is(word, length, "c"))
        machine->straight = FALSE;
    else if (is(word, length, "rectangle"))
        add_rectangle(machine);
    else if (is(word, length, "set-source"))
        set_source(machine);
    else if (is(word, length, "fill") || is(word, length, "fill+"))
        paint(machine, fill);
    else if (is(word, length, "stroke") || is(word, length, "stroke+"))
        paint(machine, stroke);
    else
        return !is(word, length, "g") && !is(word, length, "rgb") && !is(word, length, "rgba");
    return TRUE;
}

/* Behind a string in brackets or encoded data; NULL: there is none of them here. */
static const char *past_data(const char *at, const char *end)
{
    if (*at == '(') {
        for (at++; at < end && *at != ')'; at++)
            at += *at == '\\';
        return at < end ? at + 1 : end;
    }
    if (*at != '<' || at + 1 >= end || (at[1] != '~' && at[1] != '|'))
        return NULL;
    const char *closed = g_strstr_len(at + 2, end - at - 2, "~>");
    return closed ? closed + 2 : end;
}

static const char *take_word(struct machine *machine, const char *at, const char *end)
{
    const char *start = at;
    char *behind;
    while (at < end && !strchr(" \n\t[]<>(", *at))
        at++;
    double number = g_ascii_strtod(start, &behind);
    if (behind != at) {
        if (operate(machine, start, (size_t)(at - start)))
            machine->operand_count = 0;
    } else if (machine->operand_count < OPERANDS) {
        machine->operands[machine->operand_count++] = number;
    }
    return at;
}

void rules_of_script(const char *script, size_t length, GArray *rules)
{
    struct machine machine = {.rules = rules, .path = g_array_new(FALSE, FALSE, sizeof(struct step))};
    const char *at = script, *end = script + length;
    begin_path(&machine);
    for (int depth = 0; at < end;) { /* in braces: how a font draws a glyph */
        const char *behind = past_data(at, end);
        depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
        if (behind)
            at = behind;
        else if (depth || strchr(" \n\t[]<>}", *at))
            at++;
        else
            at = take_word(&machine, at, end);
    }
    g_array_free(machine.path, TRUE);
}
