/* columns.c - find where the columns of a table stand and which of them each value is in, by expectation and maximisation.
 *
 * The columns of a page stand where an affine map of the page puts them, near their labels; values stand off them by a jitter
 * with heavy tails (Student's t with three degrees). The values of a row keep the order of their columns, so all ways of putting
 * them are summed up by a forward and a backward pass. No numbers are read: what they say is for the sums to decide. */
#include "columns.h"

#include <math.h>
#include <string.h>

/* How values are set in their columns. */
enum { LEFT, CENTRE, RIGHT, MODES };

/* The numbers of the model; lengths in units (column_table). Each was chosen for the least loss on tests/pdf, tests/layout and
 * 120 generated reports (tests/columns.py); behind it the loss with it, and with it halved and doubled. */
struct column_model {
    float jitter;       /* scale of the jitter at least */
    float start, cool;  /* annealing: the first scale, in distances of columns; what remains of it after a round */
    float rounds;       /* after the scale is at its end */
    float fill, empty;  /* prior counts of rows that have a value in a column, and that have none */
    float close;        /* values that stand closer may share a column */
    float share, force; /* odds that they do; that others do */
    float gap, loose;   /* distances of columns differ from those of their labels by so much, and by this part of them */
    float shift;        /* the first column stands off its label by so much */
    float stay;         /* how much likelier it is, as logarithm, that a page stands as the one before it */
    float pushed;       /* part of the values that a value before them has moved */
    float temper;       /* of evidence where ways are compared, as neighbouring values are not independent */
};

#ifdef COLUMNS_TUNING
static struct column_model model = {
#else
static const struct column_model model = {
#endif
    .jitter = 0.3f,
    .start = 0.5f,
    .cool = 0.5f,
    .rounds = 6,
    .fill = 1,
    .empty = 2,
    .close = 2.5f,
    .share = 1e-4f,
    .force = 1e-5f,
    .gap = 1,
    .loose = 0.15f,
    .shift = 12,
    .stay = 1,
    .pushed = 0.3f,
    .temper = 0.15f};

struct row {
    size_t first, count;
};

struct lattice;

/* The rows of one page, and where its columns stand. */
struct page {
    unsigned number;
    bool headed; /* the labels stand here */
    size_t first_row, row_count;
    size_t first, count;          /* values */
    float template[MOST_COLUMNS]; /* the columns stand in such distances from each other */
    float at[MOST_COLUMNS];       /* where columns stand */
    float weight[MOST_COLUMNS];   /* how many values say so */
    float mean[MOST_COLUMNS];     /* of these values */
    float odds[MOST_COLUMNS];     /* that a row has a value in the column */
    float scale;                  /* of the jitter now */
    double evidence;
};

struct fit {
    const struct column_table *table;
    struct row *rows;
    size_t row_count;
    struct page *pages;
    size_t page_count;
    int columns, mode;
    float label[MOST_COLUMNS]; /* where the labels of columns stand */
    struct placement *placements;
    struct lattice *lattice; /* of the row that is looked at */
    double evidence;
    float scale;
};

static float anchor(const struct run *run, int mode)
{
    return mode == LEFT ? run->x0 : mode == RIGHT ? run->x1 : (run->x0 + run->x1) / 2;
}

/* ---- one row: forward and backward ---- */

/* What the places of a row's values say: way[i][j][k] is the weight of value i in column k and the one before it in column j. The
 * first value's is in way[0][0]. */
struct lattice {
    size_t count;
    int columns;
    float way[MOST_VALUES][MOST_COLUMNS][MOST_COLUMNS];
    float forward[MOST_VALUES][MOST_COLUMNS], backward[MOST_VALUES][MOST_COLUMNS];
};

/* Scale to the sum 1. Returns what the sum was. */
static float normalise(float *sums, int columns)
{
    float all = 0;
    for (int k = 0; k < columns; k++)
        all += sums[k];
    for (int k = 0; k < columns; k++)
        sums[k] /= all;
    return all;
}

/* Fill in `forward`. Returns the logarithm of the sum of all ways. */
static double run_forward(struct lattice *lattice)
{
    double log_sum = 0;
    for (size_t i = 0; i < lattice->count; i++) {
        float *here = lattice->forward[i];
        for (int k = 0; k < lattice->columns; k++) {
            here[k] = i ? 0 : lattice->way[0][0][k];
            for (int j = 0; i && j <= k; j++)
                here[k] += lattice->forward[i - 1][j] * lattice->way[i][j][k];
        }
        log_sum += log(normalise(here, lattice->columns));
    }
    return log_sum;
}

static void run_backward(struct lattice *lattice)
{
    for (size_t i = lattice->count; i-- > 0;) {
        float *here = lattice->backward[i];
        for (int j = 0; j < lattice->columns; j++) {
            here[j] = i + 1 == lattice->count;
            for (int k = j; i + 1 < lattice->count && k < lattice->columns; k++)
                here[j] += lattice->way[i + 1][j][k] * lattice->backward[i + 1][k];
        }
        normalise(here, lattice->columns);
    }
}

/* Student's t with three degrees of freedom, about 0. */
static float density_of(float off, float scale)
{
    float square = off / scale;
    square = 1 + square * square / 3;
    return 0.36755f / (scale * square * square) + 1e-12f;
}

/* A value stands near its column, or as far from the value before it as their columns are: a long one moves those behind it. */
static void weigh_ways(const struct fit *fit, const struct page *page, const struct row *row, struct lattice *lattice)
{
    const struct run *values = fit->table->values + row->first;
    float before = 0;
    for (size_t i = 0; i < lattice->count; i++) {
        float x = anchor(&values[i], fit->mode);
        bool close = i && values[i].x0 - values[i - 1].x1 < model.close * fit->table->unit;
        for (int k = 0; k < fit->columns; k++) {
            float near = density_of(x - page->at[k], page->scale);
            for (int j = 0; i && j < k; j++) {
                float beside = density_of(x - before - (page->at[k] - page->at[j]), page->scale);
                lattice->way[i][j][k] = page->odds[k] * ((1 - model.pushed) * near + model.pushed * beside);
            }
            lattice->way[i][k][k] = (close ? model.share : model.force) * near;
            if (!i)
                lattice->way[0][0][k] = page->odds[k] * near;
        }
        before = x;
    }
}

static void place_row(struct fit *fit, struct page *page, const struct row *row)
{
    struct lattice *lattice = fit->lattice;
    lattice->count = row->count;
    lattice->columns = fit->columns;
    weigh_ways(fit, page, row, lattice);
    page->evidence += run_forward(lattice);
    for (int k = 0; k < fit->columns; k++)
        page->evidence -= log(1 + page->odds[k]);
    run_backward(lattice);
    for (size_t i = 0; i < lattice->count; i++) {
        float *p = fit->placements[row->first + i].p;
        for (int k = 0; k < fit->columns; k++)
            p[k] = lattice->forward[i][k] * lattice->backward[i][k];
        normalise(p, fit->columns);
    }
}

/* ---- one page: expectation and maximisation ---- */

static void place_rows(struct fit *fit, struct page *page)
{
    page->evidence = 0;
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++)
        place_row(fit, page, &fit->rows[r]);
}

/* Of a value that stands off by `off` scales: far ones count little, as the tails are heavy. */
static float weight_of(float off)
{
    return 4 / (3 + off * off);
}

/* How often rows have a value in each column, and where these stand on average. */
static void average_values(const struct fit *fit, struct page *page)
{
    for (int k = 0; k < fit->columns; k++) {
        float filled = 0, weight = 0, sum = 0, rows = (float)page->row_count;
        for (size_t i = page->first; i < page->first + page->count; i++) {
            float x = anchor(&fit->table->values[i], fit->mode), p = fit->placements[i].p[k];
            float w = p * weight_of((x - page->at[k]) / page->scale);
            filled += p;
            weight += w;
            sum += w * x;
        }
        page->odds[k] = (filled + model.fill) / ((rows > filled ? rows - filled : 0) + model.empty);
        page->weight[k] = weight;
        page->mean[k] = weight > 0 ? sum / weight : 0;
    }
}

/* Where columns stand: near their values, in about the distances of the template. The least squares of both is a chain of
 * equations, each of a column and its neighbours. */
static void put_columns(const struct fit *fit, struct page *page)
{
    float diagonal[MOST_COLUMNS] = {0}, right[MOST_COLUMNS] = {0}, tie[MOST_COLUMNS], unit = fit->table->unit;
    for (int k = 0; k < fit->columns; k++) {
        float sure = page->weight[k] / (page->scale * page->scale);
        diagonal[k] += sure;
        right[k] += sure * page->mean[k];
        if (k + 1 == fit->columns)
            break;
        float gap = page->template[k + 1] - page->template[k], slack = model.gap * unit + model.loose * fabsf(gap);
        tie[k] = 1 / (slack * slack);
        diagonal[k] += tie[k];
        diagonal[k + 1] += tie[k];
        right[k] -= tie[k] * gap;
        right[k + 1] += tie[k] * gap;
    }
    float off = model.shift * unit, held = 1 / (off * off);
    diagonal[0] += held;
    right[0] += held * page->template[0];
    for (int k = 1; k < fit->columns; k++) {
        float factor = tie[k - 1] / diagonal[k - 1];
        diagonal[k] -= factor * tie[k - 1];
        right[k] += factor * right[k - 1];
    }
    for (int k = fit->columns; k-- > 0;)
        page->at[k] = (right[k] + (k + 1 < fit->columns ? tie[k] * page->at[k + 1] : 0)) / diagonal[k];
}

/* By how much values stand off, on average of those that do not stand far off. */
static float measured_jitter(const struct fit *fit, const struct page *page)
{
    float sum = 0, weight = 1e-6f;
    for (size_t i = page->first; i < page->first + page->count; i++)
        for (int k = 0; k < fit->columns; k++) {
            float off = anchor(&fit->table->values[i], fit->mode) - page->at[k], p = fit->placements[i].p[k];
            sum += p * weight_of(off / page->scale) * off * off;
            weight += p;
        }
    return sqrtf(sum / weight);
}

/* The mean distance of columns. */
static float distance_of(const struct fit *fit, const struct page *page)
{
    if (fit->columns < 2)
        return 8 * fit->table->unit;
    float distance = (page->template[fit->columns - 1] - page->template[0]) / (float)(fit->columns - 1);
    return distance > fit->table->unit ? distance : fit->table->unit;
}

/* From where the columns stand by the template on. */
static void anneal(struct fit *fit, struct page *page)
{
    float least = model.jitter * fit->table->unit;
    page->scale = fmaxf(model.start * distance_of(fit, page), least);
    memcpy(page->at, page->template, sizeof page->at);
    memset(page->weight, 0, sizeof page->weight);
    for (int k = 0; k < fit->columns; k++)
        page->odds[k] = model.fill / model.empty;
    for (int left = (int)model.rounds; left >= 0;) {
        place_rows(fit, page);
        average_values(fit, page);
        put_columns(fit, page);
        float jitter = fmaxf(measured_jitter(fit, page), least);
        left -= page->scale * model.cool <= jitter;
        page->scale = fmaxf(page->scale * model.cool, jitter);
    }
    place_rows(fit, page);
}

/* ---- the beginning ---- */

static void find_rows(struct nb_arena *arena, struct fit *fit)
{
    const struct run *values = fit->table->values;
    fit->rows = arena_alloc(arena, fit->table->count * sizeof *fit->rows);
    fit->pages = arena_alloc(arena, fit->table->count * sizeof *fit->pages);
    for (size_t i = 0; i < fit->table->count; i++) {
        if (!i || values[i].page != values[i - 1].page)
            fit->pages[fit->page_count++] = (struct page){.number = values[i].page, .first_row = fit->row_count, .first = i};
        struct page *page = &fit->pages[fit->page_count - 1];
        if (!i || values[i].line != values[i - 1].line) {
            fit->rows[fit->row_count++] = (struct row){i, 0};
            page->row_count++;
        }
        fit->rows[fit->row_count - 1].count++;
        page->count++;
    }
}

/* Columns without labels stand at first where those of a row stand that prints them all, or else at equal distances. */
static void guess_labels(struct fit *fit)
{
    const struct run *values = fit->table->values;
    float low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < fit->table->count; i++) {
        float x = anchor(&values[i], fit->mode);
        low = x < low ? x : low;
        high = x > high ? x : high;
    }
    for (int k = 0; k < fit->columns; k++)
        fit->label[k] = low + (high - low) * (float)(k + 1) / (float)(fit->columns + 1);
    for (size_t r = 0; r < fit->row_count; r++)
        for (int k = 0; k < fit->columns && fit->rows[r].count == (size_t)fit->columns; k++)
            fit->label[k] = anchor(&values[fit->rows[r].first + (size_t)k], fit->mode);
}

static void read_labels(struct fit *fit)
{
    const struct run *labels = fit->table->labels;
    bool labelled = labels && labels[0].x1 >= labels[0].x0;
    guess_labels(fit);
    for (int k = 0; k < fit->columns && labelled; k++)
        fit->label[k] = anchor(&labels[k], fit->mode);
    for (size_t p = 0; p < fit->page_count; p++)
        fit->pages[p].headed = !labelled || labels[0].page == fit->pages[p].number;
}

/* ---- page after page ---- */

/* Ways in which the columns of a page may stand that has no labels: as on the page before; moved so that its last value stands in
 * the last column, or its first in the first; stretched to both. */
enum { STAY, BY_LAST, BY_FIRST, BY_BOTH, STARTS };

static float set_template(const struct fit *fit, struct page *page, const float *before, int start)
{
    float low = INFINITY, high = -INFINITY;
    for (size_t i = page->first; i < page->first + page->count; i++) {
        float x = anchor(&fit->table->values[i], fit->mode);
        low = x < low ? x : low;
        high = x > high ? x : high;
    }
    float first = before[0], last = before[fit->columns - 1], stretch = 1, shift = 0;
    if (start == BY_LAST)
        shift = high - last;
    if (start == BY_FIRST || start == BY_BOTH)
        shift = low - first;
    if (start == BY_BOTH && last > first && high > low)
        stretch = (high - low) / (last - first);
    for (int k = 0; k < fit->columns; k++)
        page->template[k] = first + shift + stretch * (before[k] - first);
    return start == STAY ? model.stay : 0;
}

static void add_placements(const struct fit *fit, const struct page *page, struct placement *sums, float keep, float weight)
{
    for (size_t i = 0; i < page->count; i++)
        for (int k = 0; k < fit->columns; k++)
            sums[i].p[k] = keep * sums[i].p[k] + weight * fit->placements[page->first + i].p[k];
}

/* Try each start; each counts as much as it explains. */
static void fit_page(struct fit *fit, struct page *page, const float *before, struct placement *sums)
{
    struct page best = *page;
    double sum = 0, best_likely = -INFINITY;
    memset(sums, 0, page->count * sizeof *sums);
    for (int start = 0; start < (page->headed ? 1 : STARTS); start++) {
        float prior = set_template(fit, page, before, start);
        anneal(fit, page);
        double likely = prior + model.temper * page->evidence, better = likely - best_likely;
        float keep = better > 0 ? (float)exp(-better) : 1, weight = better > 0 ? 1 : (float)exp(better);
        sum = sum * keep + weight;
        add_placements(fit, page, sums, keep, weight);
        if (better > 0) {
            best = *page;
            best_likely = likely;
        }
    }
    *page = best;
    for (size_t i = 0; i < page->count; i++)
        for (int k = 0; k < fit->columns; k++)
            fit->placements[page->first + i].p[k] = sums[i].p[k] / (float)sum;
}

static void fit_pages(struct nb_arena *arena, struct fit *fit)
{
    const float *before = fit->label;
    struct placement *sums = arena_alloc(arena, fit->table->count * sizeof *sums);
    for (size_t p = 0; p < fit->page_count; p++) {
        struct page *page = &fit->pages[p];
        fit_page(fit, page, before, sums);
        before = page->at;
        fit->evidence += page->evidence;
        fit->scale += page->scale * (float)page->count / (float)fit->table->count;
    }
}

/* ---- all of it ---- */

/* How much each way to set values counts: as much as it explains, of all tables. */
static void weigh_modes(struct fit (*fits)[MODES], size_t count, float weight[MODES])
{
    double evidence[MODES] = {0}, best = -INFINITY;
    float sum = 0;
    for (int mode = 0; mode < MODES; mode++) {
        for (size_t t = 0; t < count; t++)
            evidence[mode] += fits[t][mode].evidence;
        best = evidence[mode] > best ? evidence[mode] : best;
    }
    for (int mode = 0; mode < MODES; mode++)
        sum += weight[mode] = (float)exp(model.temper * (evidence[mode] - best));
    for (int mode = 0; mode < MODES; mode++)
        weight[mode] /= sum;
}

static void mix(const struct fit *fits, struct column_table *table, const float weight[MODES])
{
    table->evidence = table->jitter = 0;
    for (size_t i = 0; i < table->count; i++) {
        table->placements[i] = (struct placement){0};
        for (int mode = 0; mode < MODES; mode++)
            for (size_t k = 0; k < table->columns; k++)
                table->placements[i].p[k] += weight[mode] * fits[mode].placements[i].p[k];
        for (size_t k = 0; k < table->columns; k++)
            if (table->placements[i].p[k] > table->placements[i].p[table->placements[i].best])
                table->placements[i].best = (int)k;
    }
    for (int mode = 0; mode < MODES; mode++) {
        table->evidence += weight[mode] * (float)fits[mode].evidence;
        table->jitter += weight[mode] * fits[mode].scale / table->unit;
    }
}

void columns_place(struct nb_arena *arena, struct column_table *tables, size_t count)
{
    struct fit(*fits)[MODES] = arena_alloc(arena, (count + 1) * sizeof *fits);
    struct lattice *lattice = arena_alloc(arena, sizeof *lattice);
    float weight[MODES];
    for (size_t t = 0; t < count; t++)
        for (int mode = 0; mode < MODES; mode++) {
            struct fit *fit = &fits[t][mode];
            *fit = (struct fit){.table = &tables[t], .columns = (int)tables[t].columns, .mode = mode, .lattice = lattice};
            fit->placements = arena_alloc(arena, tables[t].count * sizeof *fit->placements);
            find_rows(arena, fit);
            read_labels(fit);
            fit_pages(arena, fit);
        }
    weigh_modes(fits, count, weight);
    for (size_t t = 0; t < count; t++)
        mix(fits[t], &tables[t], weight);
}

#ifdef COLUMNS_TUNING
#include <stdlib.h>
bool columns_tune(const char *name, float value)
{
#define NUMBER(field)                                                                                                            \
    {                                                                                                                            \
#field, &model.field                                                                                                     \
    }
    struct {
        const char *name;
        float *number;
    } all[] = {NUMBER(jitter), NUMBER(start), NUMBER(cool),  NUMBER(rounds), NUMBER(fill),
               NUMBER(empty),  NUMBER(close), NUMBER(share), NUMBER(force),  NUMBER(gap),
               NUMBER(loose),  NUMBER(shift), NUMBER(stay),  NUMBER(pushed), NUMBER(temper)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(all[i].name, name)) {
            *all[i].number = value;
            return true;
        }
    return false;
}
#endif
