/* columns.c - find where the columns of a table stand and which of them each value is in, by expectation and
 * maximisation.
 *
 * The columns of a page stand where an affine map of the page puts them, near their labels; values stand off
 * them by a jitter with heavy tails (Student's t). The values of a row keep the order of
 * their columns, so all ways of putting them are summed up by a forward and a backward pass. No numbers are
 * read: what they say is for the sums to decide. */
#include "columns.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* How values are set in their columns. */
enum { LEFT, CENTRE, RIGHT, MODES };

/* The numbers of the model; lengths in units (column_table). Each was chosen for the least loss on tests/pdf,
 * tests/layout and 40 generated reports (tests/columns.py), with three degrees of the jitter 13; behind it
 * the loss with it halved, and doubled. One page on which a start goes wrong costs 70 to 130. */
struct column_model {
    float jitter; /* scale of the jitter at least: 12, 21 */
    float start;  /* annealing: the first scale, in distances of columns: 145, 111 */
    float cool;   /* what remains of it after a round: 13, 13; at 0.5 there are a fifth more rounds */
    float rounds; /* after the scale is at its end, at most; with 8 one page goes wrong: 69 */
    float still;  /* columns and jitter that move less are where they belong: 14, 13; at 0.3 it is 90 */
    float rough;  /* or less than this part of the jitter: with 0.1 one page goes wrong, 70; with 0 columns
                     that  values do not stand in cost 2,000 instructions a byte more */
    float fill;   /* prior count of rows that have a value in a column: 145, 14 */
    float empty;  /* and that have none: 11, 146 */
    float close;  /* values that stand closer may share a column: 13, 145 */
    float share;  /* odds that they do: 13, 13 */
    float force;  /* that others do: 13, 145 */
    float gap;    /* distances of columns differ from those of their labels by so much: 91, 32 */
    float loose;  /* and by this part of them: 90, 26 */
    float shift;  /* the first column stands off its label by so much: 15, 13 */
    float stay;   /* how much likelier it is, as logarithm, that a page stands as the one before it: 14, 12 */
    float pushed; /* part of the values that a value before them has moved; all together now 22: 25, 19; but
                     with 0.3 half as many again of 99,478 generated cells are not exact */
    float unsure; /* part of the variance of where columns stand that counts: on 170 narrow pages of three
                     programs the loss is 1,700, with 0 2,180, 0.5 1,890, 2 1,600, which loses a third more on
                     the others */
    float
        temper; /* of evidence where ways are compared, as neighbouring values are not independent: 38, 13 */
};

#ifdef COLUMNS_TUNING
static struct column_model model = {
#else
static const struct column_model model = {
#endif
    .jitter = 0.3f,
    .start = 0.5f,
    .cool = 0.3f,
    .rounds = 10,
    .still = 0.2f,
    .rough = 0.08f,
    .fill = 1,
    .empty = 2,
    .close = 2.5f,
    .share = 1e-4f,
    .force = 1e-5f,
    .gap = 1,
    .loose = 0.15f,
    .shift = 12,
    .stay = 1,
    .pushed = 0.15f,
    .unsure = 1,
    .temper = 0.15f};

/* `same`: the first row of the page near it whose values stand alike, so that all is known of this one, too;
 * itself: none. */
struct value_row {
    size_t first, count, same;
    float copies; /* rows that stand as it does, itself too; 0: it stands as another, which is looked at for
                     it, or others are enough (choose_rows) */
    float sum;    /* of where its values stand: rows of different sums do not stand alike */
    double evidence, product; /* the logarithm of the sum of all ways, but for that of the product */
};

/* The tails of the jitter: Student's t with seven degrees of freedom, or three where but a few rows tell how
 * far values stand off. With three for all, 482 of 99,478 cells of 500 generated reports are not read
 * exactly, now 217 (six values more of one page of tests/pdf are put wrong); with seven for all 207, but then
 * a row alone is sure of what stands between two columns. */
struct tails {
    float part, height, steep; /* 1 / degrees; density at 0; 1: seven */
};
static const struct tails HEAVY = {1 / 3.0f, 0.36755f, 0}, LIGHT = {1 / 7.0f, 0.38503f, 1};
enum { FEW_ROWS = 3 };

/* A number for each column: all are reckoned at once. One after the other, wide tables cost 900 instructions
 * a byte more. */
typedef float by_column
    __attribute__((vector_size(MOST_COLUMNS * sizeof(float)), aligned(sizeof(float)), may_alias));

static inline by_column *all(float *numbers)
{
    return (by_column *)numbers;
}

static inline float sum_of(const by_column *numbers)
{
    typedef float four __attribute__((vector_size(4 * sizeof(float)), aligned(sizeof(float)), may_alias));
    const four *parts = (const four *)numbers;
    four sum = parts[0] + parts[1] + parts[2] + parts[3];
    return sum[0] + sum[1] + sum[2] + sum[3];
}

struct lattice;

/* The rows of one page, and where its columns stand. */
struct column_page {
    unsigned number;
    bool headed; /* the labels stand here */
    size_t first_row, row_count;
    size_t first, count;          /* values */
    float telling;                /* rows that tell where columns stand */
    int apart;                    /* by how many columns values side by side may differ, at most */
    float template[MOST_COLUMNS]; /* the columns stand in such distances from each other */
    by_column at;                 /* where columns stand */
    float weight[MOST_COLUMNS];   /* how many values say so */
    float mean[MOST_COLUMNS];     /* of these values */
    float unsure[MOST_COLUMNS];   /* the variance of where each stands, as template and values tell it */
    float tie[MOST_COLUMNS]; /* how firmly the template holds each at its distance from the next: 1 / variance
                              */
    float slack[MOST_COLUMNS]; /* the variance of the distance from the first, as the template tells it */
    by_column odds;            /* that a row has a value in the column */
    float scale;               /* of the jitter now */
    struct tails tails;
    double evidence, stands; /* of its values where columns stand; that these stand so by the template */
};

struct column_fit {
    const struct column_table *table;
    struct value_row *rows;
    size_t row_count;
    struct column_page *pages;
    size_t page_count;
    int columns, mode;
    const float *at;           /* where each value stands */
    float label[MOST_COLUMNS]; /* where the labels of columns stand */
    struct placement *placements;
    struct lattice *lattice; /* of the row that is looked at */
    struct column_modes *modes;
    double evidence, stands;
    float scale;
};

static float anchor(const struct run *run, int mode)
{
    return mode == LEFT ? run->x0 : mode == RIGHT ? run->x1 : (run->x0 + run->x1) / 2;
}

/* ---- one row: forward and backward ---- */

/* The columns that a value may stand in, by its rank in its row: [low, high). */
struct reach {
    int low, high;
};

/* What is known of a value of a row: how near it stands to each column (0: out of its reach); what weighs
 * that it was moved by the value before it, when that is in each column, and the column where it is then;
 * `together`: that it shares one with that. All ways up to it, and from it on, by its column. */
struct lattice_value {
    struct reach reach;
    by_column near, moved, forward, backward;
    float together;
    unsigned char moved_to[MOST_COLUMNS];
};

struct lattice {
    size_t count;
    struct lattice_value values[MOST_VALUES + 1];
    by_column narrow, fresh, pushed; /* `fresh`, `pushed`: the odds that a value is in a column by itself, and
                                        that one before has moved it there */
    float beside[MOST_COLUMNS][MOST_COLUMNS]; /* scales */
    float between[MOST_COLUMNS];              /* twice the middle between a column and the next */
};

/* Of a row's values only so many more than must share a column with the one before them: with 2 the loss is
 * the same, and a row costs a quarter more. */
enum { SHARED = 1 };

/* The reach of value i of a row: out of it its probabilities are zero from the beginning on. */
static struct reach reach_of(size_t i, size_t count, int columns)
{
    int missing = columns - (int)count, spare = SHARED + (missing < 0 ? -missing : 0);
    int low = (int)i - spare, high = (int)i + 1 + missing + spare;
    return (struct reach){low > 0 ? low : 0, high < columns ? high : columns};
}

/* Behind the last value all ways weigh the same. */
static void open_lattice(struct lattice *lattice, size_t count, int columns)
{
    struct lattice_value *end = &lattice->values[count];
    lattice->count = count;
    memset(lattice->values, 0, (count + 1) * sizeof *end);
    for (size_t i = 0; i < count; i++)
        lattice->values[i].reach = reach_of(i, count, columns);
    end->reach = (struct reach){0, columns};
    end->backward[0] = 1;
    for (int k = 0; k < columns; k++)
        end->moved[k] = 1;
}

/* Scale to the sum 1 what is zero out of its reach. Returns what the sum was; 0: all are less than a number
 * can tell, as of a row with far more values than columns, and then each is as likely as another. */
static float normalise(by_column *sums, struct reach reach)
{
    float sum = sum_of(sums);
    if (sum >= FLT_MIN) {
        *sums *= 1 / sum;
        return sum;
    }
    for (int k = reach.low; k < reach.high; k++)
        (*sums)[k] = 1 / (float)(reach.high - reach.low);
    return 0;
}

/* The density about 0; `narrow`: 1 / scale. */
static inline float density_of(float off, float narrow, const struct tails *tails)
{
    float square = off * narrow;
    square = 1 + square * square * tails->part;
    square *= square;
    return tails->height * narrow / (square * (1 + tails->steep * (square - 1))) + 1e-12f;
}

/* The same of all columns, in their place. */
static inline void find_densities(by_column *off, const by_column *narrow, const struct tails *tails)
{
    by_column square = *off * *narrow;
    square = 1 + square * square * tails->part;
    square *= square;
    *off = tails->height * *narrow / (square * (1 + tails->steep * (square - 1))) + 1e-12f;
}

/* fminf() is called, in the innermost loop. */
static inline float least(float one, float other)
{
    return one < other ? one : other;
}

/* 1 / scale of how far values may stand off: by their jitter, and as it is not known where columns stand. */
static float narrow(const struct column_page *page, float unsure)
{
    return 1 / sqrtf(page->scale * page->scale + model.unsure * unsure);
}

/* Of columns, and of the distances of those that values side by side may be in. */
static void find_scales(const struct column_page *page, struct lattice *lattice, int columns)
{
    lattice->fresh = (1 - model.pushed) * page->odds;
    lattice->pushed = model.pushed * page->odds;
    for (int k = 0; k < columns; k++) {
        lattice->narrow[k] = narrow(page, page->unsure[k]);
        lattice->between[k] = page->at[k] + (k + 1 < columns ? page->at[k + 1] : 0);
        for (int j = k > page->apart ? k - page->apart : 0; j < k; j++)
            lattice->beside[j][k] =
                narrow(page, least(page->unsure[j] + page->unsure[k], page->slack[k] - page->slack[j]));
    }
}

/* A value stands near its column, behind that of the value before it or in the same. */
static void go_behind(const struct lattice *lattice, struct lattice_value *value)
{
    float sum = 0;
    for (int k = value[-1].reach.low; k < value->reach.high; k++) {
        float before = value[-1].forward[k];
        value->forward[k] = value->near[k] * (value->together * before + lattice->fresh[k] * sum);
        sum += before;
    }
}

/* Or it stands as far from the value before it as their columns are, for a long one moves those behind it:
 * from each column of that in the one that is nearest so. Asked of all columns behind, a row took time in the
 * square of their number, 3,400 instructions a byte of wide tables, and the loss was the same. */
static void go_moved(const struct column_page *page, const struct lattice *lattice,
                     struct lattice_value *value, float apart)
{
    struct reach before = value[-1].reach, reach = value->reach;
    const struct tails tails =
        page->tails; /* stores of bytes may change all that is not the function's own */
    const float *at = (const float *)&page->at, *from = (const float *)&value[-1].forward,
                *pushed = (const float *)&lattice->pushed, *between = lattice->between;
    float *moved = (float *)&value->moved, *forward = (float *)&value->forward;
    for (int j = before.low, k = reach.low; j < before.high; j++) {
        float here = at[j], twice = 2 * (here + apart);
        k = k > j ? k : j + 1;
        while (k + 1 < reach.high && twice > between[k])
            k++;
        if (k >= reach.high)
            return;
        float off = apart - (at[k] - here), odds = pushed[k] * density_of(off, lattice->beside[j][k], &tails);
        value->moved_to[j] = (unsigned char)k;
        moved[j] = odds;
        forward[k] += odds * from[j];
    }
}

/* Whether a value may share a column with the one before it. */
static bool is_close(const struct column_fit *fit, const struct run *value)
{
    return value[0].x0 - value[-1].x1 < model.close * fit->table->unit;
}

/* Fill in what the places say, `forward` and the row's evidence. */
static void run_forward(const struct column_fit *fit, const struct column_page *page, struct value_row *row,
                        struct lattice *lattice)
{
    const struct run *values = fit->table->values + row->first;
    const float *at = fit->at + row->first;
    row->evidence = 0;
    row->product = 1;
    for (size_t i = 0; i < lattice->count; i++) {
        struct lattice_value *value = &lattice->values[i];
        by_column near = at[i] - page->at;
        find_densities(&near, &lattice->narrow, &page->tails);
        for (int k = value->reach.low; k < value->reach.high; k++)
            value->near[k] = near[k];
        if (!i) {
            value->forward = page->odds * value->near;
        } else {
            value->together = is_close(fit, &values[i]) ? model.share : model.force;
            go_behind(lattice, value);
            go_moved(page, lattice, value, at[i] - at[i - 1]);
        }
        row->product *= normalise(&value->forward, value->reach);
        if (row->product < 1e-200 && row->product > 0) {
            row->evidence += log(row->product);
            row->product = 1;
        }
    }
}

/* The same ways from the last value on. */
static void run_backward(struct lattice *lattice)
{
    for (size_t i = lattice->count; i-- > 0;) {
        struct lattice_value *value = &lattice->values[i], *next = value + 1;
        float sum = 0;
        for (int k = next->reach.high; k-- > value->reach.low;) {
            float near = next->near[k] * next->backward[k];
            if (k < value->reach.high)
                value->backward[k] =
                    sum + next->together * near + next->moved[k] * next->backward[next->moved_to[k]];
            sum += lattice->fresh[k] * near;
        }
        normalise(&value->backward, value->reach);
    }
}

static void place_row(struct column_fit *fit, const struct column_page *page, struct value_row *row)
{
    struct lattice *lattice = fit->lattice;
    open_lattice(lattice, row->count, fit->columns);
    run_forward(fit, page, row, lattice);
    run_backward(lattice);
    for (size_t i = 0; i < lattice->count; i++) {
        const struct lattice_value *value = &lattice->values[i];
        by_column *p = all(fit->placements[row->first + i].p);
        *p = value->forward * value->backward;
        normalise(p, value->reach);
    }
}

/* ---- one page: expectation and maximisation ---- */

/* Whether there is room for another round: without end, a text of narrow tables without number cost 4,700
 * instructions a byte. Where there is none, columns stand as far as they are known, values not surely in
 * them. Of 842 texts of 17 programs one had more than 15,500 values placed, of 343,000 bytes. */
static bool may_settle(const struct column_fit *fit)
{
    enum { FREE = 16000, BYTES = 8 };
    return fit->modes->placed < FREE + fit->modes->length / BYTES;
}

/* Place the rows that tell where columns stand, or at `last` all. */
static void place_rows(struct column_fit *fit, const struct column_page *page, bool last)
{
    find_scales(page, fit->lattice, fit->columns);
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++)
        if (last ? fit->rows[r].same == r : fit->rows[r].copies > 0) {
            place_row(fit, page, &fit->rows[r]);
            fit->modes->placed += fit->rows[r].count;
        }
}

/* How likely all rows stand as they do: asked once they are placed for good. */
static void sum_evidence(const struct column_fit *fit, struct column_page *page)
{
    page->evidence = 0;
    for (int k = 0; k < fit->columns; k++)
        page->evidence -= (double)page->row_count * log(1 + page->odds[k]);
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++) {
        const struct value_row *row = &fit->rows[fit->rows[r].same];
        page->evidence +=
            row->product > 0 ? row->evidence + log(row->product) : 0; /* what no way explains says nothing */
    }
}

static void copy_same_rows(struct column_fit *fit, const struct column_page *page)
{
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++) {
        const struct value_row *row = &fit->rows[r], *same = &fit->rows[row->same];
        if (row != same)
            memcpy(fit->placements + row->first, fit->placements + same->first,
                   row->count * sizeof *fit->placements);
    }
}

/* How far a value stands off all columns, and what that counts, for its probabilities, of all rows that are
 * as its own: far ones count little, as the tails are heavy. */
static inline void weigh_value(const struct column_fit *fit, const struct column_page *page, size_t value,
                               by_column *off, by_column *weight)
{
    *off = fit->at[value] - page->at;
    by_column scales = *off / page->scale;
    *weight *= (1 + page->tails.part) / (1 + scales * scales * page->tails.part);
}

/* How often rows have a value in each column, and where these stand on average. */
static void average_values(const struct column_fit *fit, struct column_page *page)
{
    by_column filled = {0}, weight = {0}, sum = {0}, off;
    float rows = page->telling;
    for (const struct value_row *row = &fit->rows[page->first_row], *end = row + page->row_count; row < end;
         row++)
        for (size_t i = row->first; row->copies > 0 && i < row->first + row->count; i++) {
            by_column own = row->copies * *all(fit->placements[i].p);
            filled += own;
            weigh_value(fit, page, i, &off, &own);
            weight += own;
            sum += own * fit->at[i];
        }
    for (int k = 0; k < fit->columns; k++) {
        page->odds[k] = (filled[k] + model.fill) / ((rows > filled[k] ? rows - filled[k] : 0) + model.empty);
        page->weight[k] = weight[k];
        page->mean[k] = weight[k] > 0 ? sum[k] / weight[k] : 0;
    }
}

/* Where columns stand as the least squares have it: a chain of equations, each of a column and its
 * neighbours. */
struct chain {
    float diagonal[MOST_COLUMNS], right[MOST_COLUMNS];
};

/* By how much the distance of a column from the next may differ from that of the template. */
static float slack_of(const struct column_fit *fit, const struct column_page *page, int k)
{
    return model.gap * fit->table->unit + model.loose * fabsf(page->template[k + 1] - page->template[k]);
}

/* Near their values, in about the distances of the template. */
static struct chain chain_of(const struct column_fit *fit, const struct column_page *page)
{
    struct chain chain = {.right = {0}};
    float off = model.shift * fit->table->unit, spread = page->scale * page->scale;
    for (int k = 0; k < fit->columns; k++) {
        float sure = k ? 0 : 1 / (off * off), values = page->weight[k] / spread;
        chain.diagonal[k] += sure + values;
        chain.right[k] += sure * page->template[k] + values * page->mean[k];
        if (k + 1 == fit->columns)
            break;
        float gap = page->template[k + 1] - page->template[k];
        chain.diagonal[k] += page->tie[k];
        chain.diagonal[k + 1] += page->tie[k];
        chain.right[k] -= page->tie[k] * gap;
        chain.right[k + 1] += page->tie[k] * gap;
    }
    return chain;
}

/* The logarithm of how likely columns stand so by the template alone, but for what all ways have in common.
 */
static double likely_columns(const struct column_fit *fit, const struct column_page *page)
{
    float off = (page->at[0] - page->template[0]) / (model.shift * fit->table->unit), sum = off * off;
    for (int k = 1; k < fit->columns; k++) {
        off = (page->at[k] - page->at[k - 1] - (page->template[k] - page->template[k - 1])) /
              slack_of(fit, page, k - 1);
        sum += off * off;
    }
    return -(double)sum / 2;
}

/* Where columns stand, and how surely. */
static void put_columns(const struct column_fit *fit, struct column_page *page)
{
    struct chain chain = chain_of(fit, page);
    float before[MOST_COLUMNS] = {0}, behind = 0; /* what the columns on either side leave of a diagonal */
    int last = fit->columns - 1;
    for (int k = 0; k <= last; k++) {
        float factor = k ? page->tie[k - 1] / before[k - 1] : 0;
        before[k] = chain.diagonal[k] - (k ? factor * page->tie[k - 1] : 0);
        chain.right[k] += k ? factor * chain.right[k - 1] : 0;
    }
    for (int k = last; k >= 0; k--) {
        page->at[k] = (chain.right[k] + (k < last ? page->tie[k] * page->at[k + 1] : 0)) / before[k];
        behind = chain.diagonal[k] - (k < last ? page->tie[k] * page->tie[k] / behind : 0);
        page->unsure[k] = 1 / (before[k] + behind - chain.diagonal[k]);
    }
}

/* By how much values stand off, on average of those that do not stand far off. */
static float measured_jitter(const struct column_fit *fit, const struct column_page *page)
{
    by_column sum = {0}, weight = {1e-6f}, off;
    for (const struct value_row *row = &fit->rows[page->first_row], *end = row + page->row_count; row < end;
         row++)
        for (size_t i = row->first; row->copies > 0 && i < row->first + row->count; i++) {
            by_column own = row->copies * *all(fit->placements[i].p);
            weight += own;
            weigh_value(fit, page, i, &off, &own);
            sum += own * off * off;
        }
    return sqrtf(sum_of(&sum) / sum_of(&weight));
}

/* The mean distance of columns. */
static float distance_of(const struct column_fit *fit, const struct column_page *page)
{
    if (fit->columns < 2)
        return 8 * fit->table->unit;
    float distance = (page->template[fit->columns - 1] - page->template[0]) / (float)(fit->columns - 1);
    return distance > fit->table->unit ? distance : fit->table->unit;
}

static bool is_full(const struct column_fit *fit, const struct value_row *row)
{
    return row->count == (size_t)fit->columns;
}

/* Whether each row has a value for each column and these surely stand in them: they do so wherever columns
 * move to. Placed anew all the same, heads with a row each cost 700 instructions a byte more. */
static bool are_told(const struct column_fit *fit, const struct column_page *page)
{
    static const float SURE = 0.99f;
    for (const struct value_row *row = &fit->rows[page->first_row], *end = row + page->row_count; row < end;
         row++)
        for (size_t i = 0; row->copies > 0 && i < row->count; i++)
            if (!is_full(fit, row) || fit->placements[row->first + i].p[i] < SURE)
                return false;
    return true;
}

/* By turns where values stand, and where columns do, until neither moves; the scale
 * falls to the jitter that is measured. */
static void settle(struct column_fit *fit, struct column_page *page)
{
    float least = model.jitter * fit->table->unit, still = model.still * fit->table->unit;
    bool told = false;
    for (int left = (int)model.rounds; left >= 0 && may_settle(fit);) {
        float before[MOST_COLUMNS], moved = 0;
        memcpy(before, &page->at, sizeof before);
        if (!told)
            place_rows(fit, page, false);
        told |= left < (int)model.rounds && are_told(fit, page);
        average_values(fit, page);
        put_columns(fit, page);
        for (int k = 0; k < fit->columns; k++)
            moved = fmaxf(moved, fabsf(page->at[k] - before[k]));
        float jitter = fmaxf(measured_jitter(fit, page), least),
              scale = fmaxf(page->scale * model.cool, jitter);
        bool cold = scale <= jitter,
             settled = fmaxf(moved, fabsf(jitter - page->scale)) < fmaxf(still, model.rough * page->scale);
        left = !cold ? left : settled ? -1 : left - 1;
        page->scale = scale;
    }
    place_rows(fit, page, true);
    sum_evidence(fit, page);
    copy_same_rows(fit, page);
}

/* From columns that stand at `start` on. */
static void anneal(struct column_fit *fit, struct column_page *page, const float *start)
{
    page->scale = fmaxf(model.start * distance_of(fit, page), model.jitter * fit->table->unit);
    memcpy(&page->at, start, sizeof page->at);
    memset(page->unsure, 0, sizeof page->unsure);
    for (int k = 0; k < fit->columns; k++)
        page->odds[k] = model.fill / model.empty;
    settle(fit, page);
}

/* Where values stand on average in rows that have one in each column. False: there is none. */
static bool average_full(const struct column_fit *fit, const struct column_page *page, float *mean)
{
    float count = 0;
    memset(mean, 0, MOST_COLUMNS * sizeof *mean);
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++) {
        const struct value_row *row = &fit->rows[r];
        count += is_full(fit, row);
        for (size_t i = 0; i < row->count && is_full(fit, row); i++)
            mean[i] += (fit->at[row->first + i] - mean[i]) / count;
    }
    return count > 0;
}

/* ---- the beginning ---- */

/* Whether the values of two rows stand alike. */
static bool stand_alike(const struct column_fit *fit, const struct value_row *one,
                        const struct value_row *other)
{
    const struct run *values = fit->table->values + one->first, *others = fit->table->values + other->first;
    for (size_t i = 0; i < one->count && one->count == other->count; i++)
        if (fit->at[one->first + i] != fit->at[other->first + i] ||
            (i && is_close(fit, &values[i]) != is_close(fit, &others[i])))
            return false;
    return one->count == other->count;
}

/* Most rows of a report stand as one of the few before them; with 24 text set in columns costs 115
 * instructions a byte more. */
static void find_same_rows(struct column_fit *fit, const struct column_page *page)
{
    enum { NEAR = 100 };
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++) {
        size_t other = r - page->first_row < NEAR ? page->first_row : r - NEAR;
        while (other < r && (fit->rows[other].sum != fit->rows[r].sum ||
                             !stand_alike(fit, &fit->rows[other], &fit->rows[r])))
            other++;
        fit->rows[r].same = other < r ? fit->rows[other].same : r;
        fit->rows[fit->rows[r].same].copies++;
    }
}

/* So many values of a page are enough to tell where its columns stand: of 2,200 pages 9 have more that do not
 * stand alike. Of others only each second or third row is asked, or fewer, and placed at last; with all of
 * them rows of as many values as come cost 250 instructions a byte more. */
static void choose_rows(const struct column_fit *fit, struct column_page *page)
{
    enum { ENOUGH = 200 };
    size_t values = 0, kept = 0;
    struct value_row *first = &fit->rows[page->first_row], *end = first + page->row_count;
    for (const struct value_row *row = first; row < end; row++)
        values += row->copies > 0 ? row->count : 0;
    for (struct value_row *row = first; row < end; row++) {
        if (row->copies > 0 && kept++ % (values / ENOUGH + 1))
            row->copies = 0;
        page->telling += row->copies;
    }
}

/* From the lowest column of a value's reach to the highest of that of the next. */
static int widest_step(const struct column_fit *fit, const struct column_page *page)
{
    int widest = 0;
    for (size_t r = page->first_row; r < page->first_row + page->row_count; r++) {
        int missing = fit->columns - (int)fit->rows[r].count,
            step = (missing < 0 ? -missing : missing) + 1 + 2 * SHARED;
        widest = step > widest ? step : widest;
    }
    return widest;
}

static void find_rows(struct nb_arena *arena, struct column_fit *fit)
{
    const struct run *values = fit->table->values;
    float *at = arena_room(arena, fit->table->count * sizeof *at);
    fit->rows = arena_alloc(arena, fit->table->count * sizeof *fit->rows);
    fit->at = at;
    size_t pages = 0;
    for (size_t i = 0; i < fit->table->count; i++) {
        at[i] = anchor(&values[i], fit->mode);
        pages += !i || values[i].page != values[i - 1].page;
    }
    fit->pages = arena_alloc(arena, pages * sizeof *fit->pages);
    for (size_t i = 0; i < fit->table->count; i++) {
        if (!i || values[i].page != values[i - 1].page)
            fit->pages[fit->page_count++] =
                (struct column_page){.number = values[i].page, .first_row = fit->row_count, .first = i};
        struct column_page *page = &fit->pages[fit->page_count - 1];
        if (!i || values[i].line != values[i - 1].line) {
            fit->rows[fit->row_count++] = (struct value_row){.first = i};
            page->row_count++;
        }
        fit->rows[fit->row_count - 1].count++;
        fit->rows[fit->row_count - 1].sum += at[i];
        page->count++;
    }
    for (size_t p = 0; p < fit->page_count; p++) {
        find_same_rows(fit, &fit->pages[p]);
        choose_rows(fit, &fit->pages[p]);
        fit->pages[p].apart = widest_step(fit, &fit->pages[p]);
        fit->pages[p].tails = fit->pages[p].row_count > FEW_ROWS ? LIGHT : HEAVY;
    }
}

/* Columns without labels stand at first where those of a row stand that prints them all, or else at equal
 * distances. */
static void guess_labels(struct column_fit *fit)
{
    float low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < fit->table->count; i++) {
        float x = fit->at[i];
        low = x < low ? x : low;
        high = x > high ? x : high;
    }
    for (int k = 0; k < fit->columns; k++)
        fit->label[k] = low + (high - low) * (float)(k + 1) / (float)(fit->columns + 1);
    for (size_t r = 0; r < fit->row_count; r++)
        for (int k = 0; k < fit->columns && fit->rows[r].count == (size_t)fit->columns; k++)
            fit->label[k] = fit->at[fit->rows[r].first + (size_t)k];
}

static void read_labels(struct column_fit *fit)
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

/* Ways in which the columns of a page may stand: as those of the labels or of the page before; as in its full
 * rows, which may have been moved; of a page without labels, also moved so that its last value stands in the
 * last column, or its first in the first; stretched to both. */
enum { STAY, FULL, BY_LAST, BY_FIRST, BY_BOTH, STARTS };

static float set_template(const struct column_fit *fit, struct column_page *page, const float *before,
                          int start)
{
    float low = INFINITY, high = -INFINITY;
    for (size_t i = page->first; i < page->first + page->count; i++) {
        float x = fit->at[i];
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
    for (int k = 0; k + 1 < fit->columns; k++) {
        float slack = slack_of(fit, page, k);
        page->tie[k] = 1 / (slack * slack);
        page->slack[k + 1] = page->slack[k] + 1 / page->tie[k];
    }
    return start == STAY || start == FULL ? model.stay : 0;
}

static void add_placements(const struct column_fit *fit, const struct column_page *page,
                           struct placement *sums, float keep, float weight)
{
    for (size_t i = 0; i < page->count; i++)
        for (int k = 0; k < fit->columns; k++)
            sums[i].p[k] = keep * sums[i].p[k] + weight * fit->placements[page->first + i].p[k];
}

/* Whether values stand nearer to their own column than to those beside it. */
static bool stand_so(const struct column_fit *fit, const struct column_page *page, const float *values)
{
    for (int k = 0; k < fit->columns; k++) {
        float off = fabsf(values[k] - page->at[k]);
        if ((k && fabsf(values[k] - page->at[k - 1]) < off) ||
            (k + 1 < fit->columns && fabsf(values[k] - page->at[k + 1]) < off))
            return false;
    }
    return true;
}

/* Find where the columns stand from a start. False: another start has found what it would. */
static bool try_start(struct column_fit *fit, struct column_page *page, int start)
{
    float full[MOST_COLUMNS];
    if (start == FULL && (!average_full(fit, page, full) || stand_so(fit, page, full)))
        return false;
    anneal(fit, page, start == FULL ? full : page->template);
    return true;
}

/* Try each start; each counts as much as it explains. Mostly the first is the only one. */
static void fit_page(struct column_fit *fit, struct column_page *page, const float *before,
                     struct placement *sums)
{
    struct column_page best = *page;
    struct placement *placements = fit->placements + page->first;
    double sum = 0, best_likely = -INFINITY;
    int tried = 0;
    for (int start = 0; start < (page->headed ? FULL + 1 : STARTS); start++) {
        float prior = set_template(fit, page, before, start), keep = 1, weight = 1;
        if (tried && !may_settle(fit))
            break;
        if (tried == 1)
            memcpy(sums, placements, page->count * sizeof *sums);
        if (!try_start(fit, page, start))
            continue;
        page->stands = likely_columns(fit, page);
        double likely = prior + model.temper * (page->evidence + page->stands), better = likely - best_likely;
        *(better > 0 ? &keep : &weight) = (float)exp(-fabs(better));
        sum = sum * keep + weight;
        if (tried++)
            add_placements(fit, page, sums, keep, weight);
        if (better > 0) {
            best = *page;
            best_likely = likely;
        }
    }
    *page = best;
    for (size_t i = 0; i < page->count && tried > 1; i++)
        for (int k = 0; k < fit->columns; k++)
            placements[i].p[k] = sums[i].p[k] / (float)sum;
}

static void fit_pages(struct nb_arena *arena, struct column_fit *fit)
{
    const float *before = fit->label;
    struct placement *sums = arena_room(arena, fit->table->count * sizeof *sums);
    for (size_t p = 0; p < fit->page_count; p++) {
        struct column_page *page = &fit->pages[p];
        fit_page(fit, page, before, sums);
        before = (const float *)&page->at;
        fit->evidence += page->evidence;
        fit->stands += page->stands;
        fit->scale += page->scale * (float)page->count / (float)fit->table->count;
    }
}

/* ---- all of it ---- */

/* How much each way to set values counts: as much as it explains, of all tables. */
static void weigh_modes(struct column_fit (*fits)[MODES], size_t count, float weight[MODES])
{
    double evidence[MODES] = {0}, best = -INFINITY;
    float sum = 0;
    for (int mode = 0; mode < MODES; mode++) {
        for (size_t t = 0; t < count; t++)
            evidence[mode] += fits[t][mode].evidence + fits[t][mode].stands;
        best = evidence[mode] > best ? evidence[mode] : best;
    }
    for (int mode = 0; mode < MODES; mode++)
        sum += weight[mode] = (float)exp(model.temper * (evidence[mode] - best));
    for (int mode = 0; mode < MODES; mode++)
        weight[mode] /= sum;
}

/* By how much a column of the page with labels stands off its own at most, in distances of columns. */
static float astray_by(const struct column_fit *fit)
{
    float most = 0;
    for (size_t p = 0; p < fit->page_count; p++)
        for (int k = 0; k < fit->columns && fit->pages[p].headed; k++)
            most = fmaxf(most, fabsf(fit->pages[p].at[k] - fit->label[k]) / distance_of(fit, &fit->pages[p]));
    return most;
}

static void mix(const struct column_fit *fits, struct column_table *table, const float weight[MODES])
{
    table->evidence = table->stands = table->jitter = table->astray = 0;
    for (size_t i = 0; i < table->count; i++) {
        table->placements[i] = (struct placement){0};
        for (int mode = 0; mode < MODES; mode++)
            if (fits[mode].table)
                *all(table->placements[i].p) += weight[mode] * *all(fits[mode].placements[i].p);
        for (size_t k = 0; k < table->columns; k++)
            if (table->placements[i].p[k] > table->placements[i].p[table->placements[i].best])
                table->placements[i].best = (int)k;
    }
    for (int mode = 0; mode < MODES; mode++) {
        if (!fits[mode].table)
            continue;
        table->evidence += weight[mode] * (float)fits[mode].evidence;
        table->stands += weight[mode] * (float)fits[mode].stands;
        table->jitter += weight[mode] * fits[mode].scale / table->unit;
        table->astray += weight[mode] * astray_by(&fits[mode]);
    }
}

static void fit_table(struct nb_arena *arena, struct column_fit *fit, const struct column_table *table,
                      int mode, struct lattice *lattice, struct column_modes *modes)
{
    *fit = (struct column_fit){
        .table = table, .columns = (int)table->columns, .mode = mode, .lattice = lattice, .modes = modes};
    fit->placements = arena_alloc(arena, table->count * sizeof *fit->placements);
    find_rows(arena, fit);
    read_labels(fit);
    fit_pages(arena, fit);
}

static int likeliest_mode(const struct column_modes *modes)
{
    int best = LEFT;
    for (int mode = CENTRE; mode < MODES; mode++)
        best = modes->evidence[mode] > modes->evidence[best] ? mode : best;
    return best;
}

void columns_place(struct nb_arena *arena, struct column_table *tables, size_t count,
                   struct column_modes *modes)
{
    struct column_fit(*fits)[MODES] = arena_alloc(arena, (count + 1) * sizeof *fits);
    struct lattice *lattice = arena_room(arena, sizeof *lattice);
    float weight[MODES], only[MODES] = {0};
    size_t telling = 0;
    for (; telling < count && modes->values < TELLING_VALUES; modes->values += tables[telling++].count)
        for (int mode = 0; mode < MODES; mode++) {
            struct column_fit *fit = &fits[telling][mode];
            fit_table(arena, fit, &tables[telling], mode, lattice, modes);
            modes->evidence[mode] += fit->evidence + fit->stands;
        }
    weigh_modes(fits, telling, weight);
    int best = likeliest_mode(modes);
    only[best] = 1;
    for (size_t t = 0; t < count; t++) {
        if (t >= telling)
            fit_table(arena, &fits[t][best], &tables[t], best, lattice, modes);
        mix(fits[t], &tables[t], t < telling ? weight : only);
    }
}

#ifdef COLUMNS_TUNING
bool columns_tune(const char *name, float value)
{
#define NUMBER(field)                                                                                        \
    {                                                                                                        \
#field, &model.field                                                                                 \
    }
    struct {
        const char *name;
        float *number;
    } all[] = {NUMBER(jitter), NUMBER(start), NUMBER(cool),  NUMBER(rounds), NUMBER(still),  NUMBER(rough),
               NUMBER(fill),   NUMBER(empty), NUMBER(close), NUMBER(share),  NUMBER(force),  NUMBER(gap),
               NUMBER(loose),  NUMBER(shift), NUMBER(stay),  NUMBER(pushed), NUMBER(unsure), NUMBER(temper)};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!strcmp(all[i].name, name)) {
            *all[i].number = value;
            return true;
        }
    return false;
}
#endif
