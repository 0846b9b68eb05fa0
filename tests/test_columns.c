/* test_columns.c - the model of measured columns by itself: runs in, probabilities out. */
#include "columns.h"
#include "tests.h"

#include <CUnit/Basic.h>
#include <math.h>
#include <string.h>

enum { MANY = 64 };

static struct nb_arena *arena;
static struct run labels[MOST_COLUMNS], values[MANY];
static struct placement placements[MANY];
static struct column_table table;

static int begin(void)
{
    arena = arena_new();
    return 0;
}

static int end(void)
{
    arena_free(arena);
    return 0;
}

/* A table under labels of a width, on page 1. */
static void begin_table(size_t columns, const float *starts, float width)
{
    for (size_t k = 0; k < columns; k++)
        labels[k] = (struct run){.x0 = starts[k], .x1 = starts[k] + width, .page = 1};
    table = (struct column_table){
        .labels = labels, .columns = columns, .values = values, .unit = 1, .placements = placements};
}

static void add(unsigned row, unsigned page, float at)
{
    values[table.count++] = (struct run){.x0 = at, .x1 = at + 1, .line = row, .page = page};
}

static void add_row(unsigned row, unsigned page, size_t count, const float *at)
{
    for (size_t i = 0; i < count; i++)
        add(row, page, at[i]);
}

static void place(void)
{
    columns_place(arena, &table, 1, &(struct column_modes){0});
    for (size_t i = 0; i < table.count; i++) {
        float sum = 0;
        for (int k = 0; k < MOST_COLUMNS; k++)
            sum += placements[i].p[k];
        CU_ASSERT_DOUBLE_EQUAL(sum, 1, 1e-4);
    }
}

static void check(size_t value, int column)
{
    CU_ASSERT_EQUAL(placements[value].best, column);
    CU_ASSERT(placements[value].p[column] > 0.9f);
}

static const float five[] = {20, 30, 40, 50, 60};

static void test_below_labels(void)
{
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 4; row++)
        add_row(row, 1, 5, five);
    add(4, 1, 40);
    add(4, 1, 60);
    place();
    check(20, 2);
    check(21, 4);
    CU_ASSERT(table.jitter < 1);
}

/* Full rows tell where columns are, wherever their labels stand. */
static void test_full_rows(void)
{
    static const float moved[] = {15, 22, 29, 44, 58};
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 6; row++)
        add_row(row, 1, 5, moved);
    add(6, 1, 22);
    add(6, 1, 44);
    place();
    for (size_t i = 0; i < 30; i++)
        check(i, (int)(i % 5));
    check(30, 1);
    check(31, 3);
}

/* In the middle between two columns nobody can tell. */
static void test_between(void)
{
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 4; row++)
        add_row(row, 1, 5, five);
    add(4, 1, 35);
    place();
    CU_ASSERT_DOUBLE_EQUAL(placements[20].p[1], placements[20].p[2], 0.05);
    CU_ASSERT(placements[20].p[1] > 0.4f);
}

/* Another page may be moved, and its columns closer together. */
static void test_next_page(void)
{
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 4; row++)
        add_row(row, 1, 5, five);
    for (unsigned row = 4; row < 7; row++)
        for (size_t k = 0; k < 5; k++)
            add(row, 2, 8 * five[k] / 10 - 9);
    add(7, 2, 15);
    add(7, 2, 39);
    place();
    check(35, 1);
    check(36, 4);
}

/* A page with one row under no labels: its place says little. */
static void test_lone_row(void)
{
    begin_table(5, five, 1);
    add(0, 2, 18);
    add(0, 2, 28);
    place();
    CU_ASSERT(placements[0].p[placements[0].best] < 0.9f);
}

/* A row alone below its labels does not tell where its columns stand: each may be wider than its label is. */
static void test_stretched(void)
{
    static const float close[] = {10, 13, 16, 19, 22};
    begin_table(5, close, 1);
    add(0, 1, 14);
    add(0, 1, 22);
    place();
    CU_ASSERT(placements[0].p[0] > 0.01f && placements[0].p[2] > 0.01f && placements[0].p[1] < 0.98f);
    CU_ASSERT(placements[1].p[3] > 0.01f && placements[1].p[4] < 0.98f);
}

/* Values that stand off their labels so far that others are nearer: full rows say whose they are. */
static void test_far_off(void)
{
    static const float starts[] = {29, 52, 60, 65, 71, 76, 80}, full[] = {36, 53, 61, 71, 81, 87, 93};
    begin_table(7, starts, 1);
    add_row(0, 1, 7, full);
    add_row(1, 1, 7, full);
    for (unsigned row = 2; row < 12; row++) {
        add(row, 1, 46);
        if (row % 2)
            add(row, 1, 54);
        if (row % 3 == 0)
            add(row, 1, 62);
        add(row, 1, 97);
    }
    place();
    for (size_t i = 14; i < table.count; i++)
        check(i, values[i].x0 == 46 ? 0 : values[i].x0 == 54 ? 1 : values[i].x0 == 62 ? 2 : 6);
}

/* A long value moves those behind it: the distance from it to them is kept. */
static void test_pushed(void)
{
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 4; row++)
        add_row(row, 1, 5, five);
    add(4, 1, 20);
    add(4, 1, 33);
    add(4, 1, 43);
    add(4, 1, 63);
    place();
    check(20, 0);
    check(21, 1);
    check(22, 2);
    check(23, 4);
}

/* A row that has lost a value and has one too many is as long as a full one. */
static void test_shared(void)
{
    begin_table(5, five, 1);
    for (unsigned row = 0; row < 6; row++)
        add_row(row, 1, 5, five);
    static const float odd[] = {20, 22, 30, 50, 60};
    static const int columns[] = {0, 0, 1, 3, 4};
    add_row(6, 1, 5, odd);
    place();
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_EQUAL(placements[30 + i].best, columns[i]);
}

/* Values set right under wide labels: the way they are set comes out of the table. */
static void test_right(void)
{
    begin_table(3, five, 8);
    for (unsigned row = 0; row < 6; row++)
        for (unsigned k = 0; k < 3; k++)
            values[table.count++] = (struct run){.x0 = 27 + 10 * (float)k - (float)(row % 4),
                                                 .x1 = 28 + 10 * (float)k,
                                                 .line = row,
                                                 .page = 1};
    values[table.count++] = (struct run){.x0 = 36, .x1 = 38, .line = 6, .page = 1};
    place();
    check(18, 1);
}

/* Without labels the values alone show the columns. */
static void test_no_labels(void)
{
    begin_table(3, five, -1);
    for (unsigned row = 0; row < 3; row++)
        add_row(row, 1, 3, five);
    add(3, 1, 30);
    place();
    check(9, 1);
}

/* In a text whose values have the right sides of labels, many that stand but a space off them are theirs; few
 * may be by chance.
 */
static void test_unseen_space(void)
{
    static const float starts[] = {20, 30, 40, 50, 60, 70};
    struct run all[2][6], heads[6];
    struct placement placed[2][6];
    for (size_t count = 2; count <= 5; count += 3) {
        for (size_t k = 0; k < 6; k++) {
            heads[k] = (struct run){.x0 = starts[k], .x1 = starts[k] + 8};
            all[0][k] = (struct run){.x0 = starts[k] + 7, .x1 = starts[k] + 8};
            all[1][k] = (struct run){.x0 = starts[k] + 6, .x1 = starts[k] + 7};
        }
        struct column_table tables[] = {{heads, 6, all[0], 6, 1, placed[0], 0, 0, 0, 0},
                                        {heads, 6, all[1], count, 1, placed[1], 0, 0, 0, 0}};
        memset(placed, 0, sizeof placed);
        columns_align(tables, 2);
        CU_ASSERT(placed[0][4].exact && placed[0][4].best == 4);
        CU_ASSERT_EQUAL(placed[1][1].exact, count == 5);
    }
}

/* A row of another table, with far more values than columns, all far off them: it says nothing of the rows
 * above it. */
static void test_too_many(void)
{
    static const float seven[] = {224, 240, 256, 272, 288, 304, 316};
    begin_table(7, seven, 1);
    for (unsigned row = 0; row < 3; row++)
        add_row(row, 1, 7, seven);
    for (size_t i = 0; i < 14; i++)
        add(3, 1, 21 + 12 * (float)i);
    place();
    for (size_t i = 0; i < 21; i++)
        check(i, (int)(i % 7));
    CU_ASSERT(isfinite(table.evidence) && isfinite(table.stands));
}

int add_columns_tests(void)
{
    CU_TestInfo tests[] = {{"below their labels", test_below_labels},
                           {"full rows", test_full_rows},
                           {"between two columns", test_between},
                           {"the next page", test_next_page},
                           {"a row without labels on its page", test_lone_row},
                           {"a row alone, stretched", test_stretched},
                           {"far off their labels", test_far_off},
                           {"moved by a long value", test_pushed},
                           {"two values in a column", test_shared},
                           {"set right", test_right},
                           {"no labels", test_no_labels},
                           {"far more values than columns", test_too_many},
                           {"a space that is not seen", test_unseen_space},
                           CU_TEST_INFO_NULL};
    CU_SuiteInfo suites[] = {{.pName = "columns", .pInitFunc = begin, .pCleanupFunc = end, .pTests = tests},
                             CU_SUITE_INFO_NULL};
    return CU_register_suites(suites);
}
