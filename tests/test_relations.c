/* test_relations.c - the form's equations over bound cells (forms/relations.c). */
#include "relations.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <string.h>

static size_t count_state(const struct nb_report *report, const char *rule, enum equation_state wanted)
{
    struct equations all = table_equations(nb_table_find(report, "applications"));
    size_t count = 0;
    for (size_t e = 0; e < all.count; e++) {
        int64_t residual;
        count += strcmp(all.equations[e].rule, rule) == 0 && evaluate(&all.equations[e], &residual) == wanted;
    }
    return count;
}

static void expect(const char *const changes[], const char *rule, size_t holding, size_t failing)
{
    struct nb_report *report = sample_full_applications(changes);
    CU_ASSERT_EQUAL(count_state(report, rule, EQUATION_HOLDS), holding);
    CU_ASSERT_EQUAL(count_state(report, rule, EQUATION_FAILS), failing);
    CU_ASSERT_EQUAL(sample_findings(report, rule), failing);
    nb_report_free(report);
}

/* 26 rows of seven columns: a sum in each row; outcomes and balance in each column. */
static void test_counts(void)
{
    const char *const nothing[] = {NULL};
    size_t rows = nb_form_find("2021")->tables[1].row_count;
    expect(nothing, "row-total", rows, 0);
    expect(nothing, "outcome-total", 7, 0);
    expect(nothing, "balance", 7, 0);
}

static void test_violations(void)
{
    const char *const row[] = {
        "granted", "1 0 0 0 0 0 2", "outcome_total", "1 0 0 0 0 0 2", "received", "1 0 0 0 0 0 2", NULL};
    const char *const outcome[] = {"granted", "1 0 0 0 0 0 1", NULL};
    const char *const balance[] = {"received", "1 0 0 0 0 0 1", NULL};
    size_t rows = nb_form_find("2021")->tables[1].row_count;
    expect(row, "row-total", rows - 3, 3);
    expect(outcome, "outcome-total", 5, 2);
    expect(balance, "balance", 5, 2);
}

/* The total comes first; the sum of all terms is what is wrong. */
static void test_residual(void)
{
    const char *const changes[] = {"granted", "1 2 0 0 0 0 9", NULL};
    struct nb_report *report = sample_full_applications(changes);
    struct equations all = table_equations(nb_table_find(report, "applications"));
    size_t found = 0;
    for (size_t e = 0; e < all.count; e++) {
        int64_t residual;
        if (evaluate(&all.equations[e], &residual) == EQUATION_FAILS &&
            strcmp(all.equations[e].rule, "row-total") == 0) {
            CU_ASSERT_EQUAL(residual, 6);
            CU_ASSERT_STRING_EQUAL(term_cell(all.equations[e].terms)->value, "9");
            found++;
        }
    }
    CU_ASSERT_EQUAL(found, 1);
    nb_report_free(report);
}

/* What is not printed, or is no whole number, makes no equation fail. */
static void test_unknown(void)
{
    struct nb_report *report =
        sample_applications("(一)予以公开\t1\t0\t0\t0\t0\t0\t\n(二)部分公开\t一\t0\t0\t0\t0\t0\t1\n(七)"
                            "总计\t0.5\t0\t0\t0\t0\t0\t1\n");
    CU_ASSERT_EQUAL(count_state(report, "row-total", EQUATION_FAILS), 0);
    CU_ASSERT_EQUAL(count_state(report, "row-total", EQUATION_HOLDS), 0);
    CU_ASSERT_EQUAL(count_state(report, "outcome-total", EQUATION_FAILS), 0);
    nb_report_free(report);
}

int add_relations_tests(void)
{
    CU_TestInfo tests[] = {
        {"one for each row and column", test_counts},
        {"violations", test_violations},
        {"residual", test_residual},
        {"unknown", test_unknown},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"relations", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
