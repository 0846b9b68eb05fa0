/* columns_width.c - the columns of a table that has empty ones and no head of its own, by how wide its columns are.
 *
 * Browsers make a column as wide as its widest content and the room beside that; where the table is to be as wide as the page,
 * all columns are wider in proportion, or (WeasyPrint) by as much as the others, and where they are too wide, labels give way,
 * down to one ideograph. An empty column is as wide as one that has nothing beside the room. */
#include "columns_width.h"

#include <math.h>

/* In units: by how much columns may be wider or narrower, for browsers round them to points of a screen; the narrowest label. Of
 * 7,966 cells of Chromium's unruled pages 1 is not whole, as with half of ROUNDED; with twice as much 30; of wkhtmltopdf's 1, 4
 * and 24. */
static const float ROUNDED = 0.2F, IDEOGRAPH = 2;

enum { MOST_WAYS = 500 }; /* more than the 35 of a form's seven columns: what is tried is bounded */

/* A column is as wide as `stretch` times its content, and `rest`. */
struct law {
    float stretch, rest;
};

/* The part of the contents that is between what one column has in common and the next. */
static float content(float left, float right, enum side side)
{
    return side == LEFT ? left : side == RIGHT ? right : (left + right) / 2;
}

static float content_behind(const struct headed *head, size_t k)
{
    return content(head->width[k], head->width[k + 1], head->side);
}

static float distance_of(const struct headed *head, size_t k)
{
    return side_of(&head->labels[k + 1], head->side) - side_of(&head->labels[k], head->side);
}

/* The law of columns, by least squares. `spread`: by how much their contents differ; 0: the law tells their width only. False:
 * they follow none. */
static bool find_law(const struct headed *head, struct law *law, float *spread)
{
    float sum_x = 0, sum_y = 0, both = 0, square = 0, count = (float)head->columns - 1;
    for (size_t k = 0; k + 1 < head->columns; k++) {
        float x = content_behind(head, k), y = distance_of(head, k);
        sum_x += x, sum_y += y, both += x * y, square += x * x;
    }
    *spread = count * square - sum_x * sum_x;
    law->stretch = *spread > head->unit ? (count * both - sum_x * sum_y) / *spread : 0;
    law->rest = (sum_y - law->stretch * sum_x) / count;
    bool all = head->columns > 1 && law->stretch >= 0;
    for (size_t k = 0; k + 1 < head->columns && all; k++)
        all = fabsf(law->stretch * content_behind(head, k) + law->rest - distance_of(head, k)) < ROUNDED * head->unit;
    return all;
}

float columns_room(const struct headed *head)
{
    struct law law;
    float spread;
    if (head->columns < 4 || !find_law(head, &law, &spread) || law.stretch == 0)
        return 0;
    return fmaxf(0, law.stretch < 1 ? law.rest - IDEOGRAPH * head->unit * (1 - law.stretch) : law.rest / law.stretch);
}

/* Places in a table as wide as that of the labels, which ends at `end`. */
struct fitting {
    const struct run *places;
    size_t count, columns;
    enum side side;
    float room, end, unit;
    int chosen[MOST_COLUMNS], found[MOST_COLUMNS];
    float best, second; /* by how much places are off */
};

static float width_of(const struct run *run)
{
    return run->x1 - run->x0;
}

/* How much of a column is behind what all in it have in common. */
static float part_behind(enum side side)
{
    return side == LEFT ? 1 : side == MIDDLE ? 0.5F : 0;
}

/* How much content is between place i and the next, or the end. */
static float content_of(const struct fitting *fit, size_t i)
{
    const struct run *place = &fit->places[i];
    return i + 1 < fit->count ? content(width_of(place), width_of(place + 1), fit->side)
                              : part_behind(fit->side) * width_of(place);
}

/* How many columns are there. */
static float columns_behind(const struct fitting *fit, size_t i)
{
    return i + 1 < fit->count ? (float)(fit->chosen[i + 1] - fit->chosen[i])
                              : part_behind(fit->side) + (float)((int)fit->columns - 1 - fit->chosen[i]);
}

static float distance_behind(const struct fitting *fit, size_t i)
{
    float next = i + 1 < fit->count ? side_of(&fit->places[i + 1], fit->side) : fit->end;
    return next - side_of(&fit->places[i], fit->side);
}

/* By how much places are off where the chosen columns would have them, at most: columns that are wider in proportion, or by as
 * much as others. */
static float error_of(const struct fitting *fit, bool in_proportion)
{
    float fixed[MOST_COLUMNS], more[MOST_COLUMNS], both = 0, square = 0, most = 0;
    for (size_t i = 0; i < fit->count; i++) {
        fixed[i] = in_proportion ? 0 : content_of(fit, i);
        more[i] = in_proportion ? content_of(fit, i) + fit->room * columns_behind(fit, i) : columns_behind(fit, i);
        both += more[i] * (distance_behind(fit, i) - fixed[i]);
        square += more[i] * more[i];
    }
    for (size_t i = 0; i < fit->count; i++)
        most = fmaxf(most, fabsf(distance_behind(fit, i) - fixed[i] - both / square * more[i]));
    return most;
}

/* Keep the chosen columns if they explain the places best, and how well the second best do. */
static void try_columns(struct fitting *fit)
{
    float error = fminf(error_of(fit, true), error_of(fit, false));
    if (error < fit->best) {
        fit->second = fit->best;
        fit->best = error;
        for (size_t i = 0; i < fit->count; i++)
            fit->found[i] = fit->chosen[i];
    } else {
        fit->second = fminf(fit->second, error);
    }
}

/* Choose columns from `low` on for the places from i on. */
static void choose(struct fitting *fit, size_t i, size_t low)
{
    if (i == fit->count)
        try_columns(fit);
    for (size_t column = low; i < fit->count && column + fit->count <= fit->columns + i; column++) {
        fit->chosen[i] = (int)column;
        choose(fit, i + 1, column + 1);
    }
}

/* In how many ways so many places may be in the columns. */
static size_t count_ways(size_t columns, size_t count)
{
    size_t ways = 1;
    for (size_t i = 1; i <= count; i++)
        ways = ways * (columns - count + i) / i;
    return ways;
}

bool columns_by_width(const struct headed *head, float room, const struct run *places, size_t count, int *column)
{
    struct fitting fit = {.places = places,
                          .count = count,
                          .columns = head->columns,
                          .side = head->side,
                          .room = room,
                          .unit = head->unit,
                          .best = INFINITY,
                          .second = INFINITY};
    size_t last = head->columns - 1;
    struct law law;
    float spread;
    if (count < 2 || room <= 0 || count_ways(head->columns, count) > MOST_WAYS || !find_law(head, &law, &spread))
        return false;
    fit.end = side_of(&head->labels[last], head->side) + part_behind(head->side) * (law.stretch * head->width[last] + law.rest);
    choose(&fit, 0, 0);
    for (size_t i = 0; i < count; i++)
        column[i] = fit.found[i];
    return fit.best < ROUNDED * head->unit && fit.second > ROUNDED / 2 * head->unit;
}
