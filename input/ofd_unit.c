/* ofd_unit.c - graphic units of an OFD document (GB/T 33190-2016, chapter 13): read once, drawn wherever
 * pages use them. */
#include "ofd_unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* OPEN: the units that it uses are being drawn in it. */
struct ofd_unit {
    const char *id;
    struct ofd_page drawn;
    enum { READ, OPEN, WHOLE } state;
};

static void content(struct pull *pull, const char *name, void *state)
{
    if (!strcmp(name, "Content"))
        ofd_objects(pull, state);
}

void ofd_unit(struct pull *pull, struct ofd_units *units, struct nb_arena *arena, size_t *room)
{
    const char *id = pull_attribute(pull, "ID");
    if (!id)
        return;
    units->units = arena_grow(arena, units->units, &units->capacity, units->count + 1, sizeof *units->units);
    struct ofd_unit *unit = &units->units[units->count++];
    *unit = (struct ofd_unit){arena_strdup(arena, id), {.arena = arena, .room = room}, READ};
    units->sorted = false;
    pull_children(pull, content, &unit->drawn);
}

static int by_id(const void *one, const void *other)
{
    return strcmp(((const struct ofd_unit *)one)->id, ((const struct ofd_unit *)other)->id);
}

static struct ofd_unit *find(struct ofd_units *units, const char *id)
{
    struct ofd_unit wanted = {.id = id};
    if (!units->sorted && units->count)
        qsort(units->units, units->count, sizeof *units->units, by_id);
    units->sorted = true;
    return units->count ? bsearch(&wanted, units->units, units->count, sizeof *units->units, by_id) : NULL;
}

static void copy(struct ofd_page *page, const struct ofd_page *drawn, const struct ofd_place *place)
{
    double scale = sqrt(fabs(place->matrix[0] * place->matrix[3] - place->matrix[1] * place->matrix[2]));
    for (size_t i = 0; i < drawn->sheet.char_count; i++) {
        const struct sheet_char *c = &drawn->sheet.chars[i];
        ofd_add_character(page, ofd_moved(place, (struct ofd_point){c->x0, c->y0}),
                          ofd_moved(place, (struct ofd_point){c->x1, c->y1}), c->text, c->length);
    }
    for (size_t i = 0; i < drawn->edge_count; i++) {
        const struct ofd_edge *edge = &drawn->edges[i];
        ofd_add_edge(page, (struct ofd_edge){ofd_moved(place, edge->one), ofd_moved(place, edge->other),
                                             scale * edge->thick});
    }
}

static bool draw_units(struct ofd_units *units, struct ofd_page *page, int depth)
{
    for (size_t i = 0; i < page->use_count; i++) {
        struct ofd_unit *unit = find(units, page->uses[i].unit);
        if (!unit || unit->state == OPEN)
            return false;
        if (unit->state == READ) {
            unit->state = OPEN;
            if (depth == LIMIT_DEPTH || !draw_units(units, &unit->drawn, depth + 1))
                return false;
            unit->state = WHOLE;
        }
        copy(page, &unit->drawn, &page->uses[i].place);
    }
    return true;
}

bool ofd_draw_units(struct ofd_units *units, struct ofd_page *page)
{
    return draw_units(units, page, 0);
}
