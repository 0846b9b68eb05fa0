/* test_lint.c - the catalogue of rules and the tokens of prose. What each rule finds is tested on whole
 * reports, in tests/lint.
 */
#include "arena.h"
#include "catalogue.h"
#include "fold.h"
#include "prose.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_rules_have_one_name(void)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    CU_ASSERT_EQUAL(count, RULE_COUNT);
    for (size_t i = 0; i < count; i++) {
        CU_ASSERT_PTR_EQUAL(nb_rule_find(rules[i].id), &rules[i]);
        CU_ASSERT_PTR_EQUAL(nb_rule_find(rules[i].name), &rules[i]);
        CU_ASSERT_EQUAL(rules[i].group, rules[i].id[2] - '0');
        CU_ASSERT_TRUE(!i || strcmp(rules[i - 1].id, rules[i].id) < 0);
    }
    CU_ASSERT_STRING_EQUAL(nb_rule_find("nb302")->name, "outcome-total");
    CU_ASSERT_PTR_NULL(nb_rule_find("NB999"));
}

/* A rule must not need, by whatever way, itself; nor a rule of a later group, which convert does not run (but
 * typography, which is one group for itself). */
static void test_needs_lead_nowhere_twice(void)
{
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        uint64_t reached = rule_needs((enum rule)rule), before = 0;
        while (reached != before) {
            before = reached;
            for (int other = 0; other < NEEDED_RULES; other++)
                if (before >> other & 1)
                    reached |= rule_needs((enum rule)other);
        }
        CU_ASSERT_FALSE(rule < NEEDED_RULES && reached >> rule & 1);
        for (int other = 0; other < NEEDED_RULES; other++)
            if (reached >> other & 1)
                CU_ASSERT_TRUE(rule_entry((enum rule)other)->group <= rule_entry((enum rule)rule)->group);
    }
}

/* The tokens of a string, each as its kind's letter and value; words are left out. */
static void expect_tokens(const char *string, const char *expected)
{
    static const char letters[] = "MOCDBYTRQENWZP";
    struct prose prose;
    char got[256] = "";
    size_t length = strlen(string);
    char *shadow = strcpy(calloc(length + 2, 1), string);
    fold(shadow, length);
    struct prose_scanner *scanner = prose_open(&prose);
    prose_tokens(scanner, shadow, length, 0);
    prose_close(scanner);
    free(shadow);
    for (size_t i = 0; i < prose.token_count; i++)
        if (prose.tokens[i].kind != TOKEN_WORD)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%c%d ", letters[prose.tokens[i].kind],
                     prose.tokens[i].value);
    CU_ASSERT_STRING_EQUAL(got, expected);
    prose_discard(&prose);
}

static void test_document_numbers(void)
{
    expect_tokens("某府办发〔2019〕60号", "D0 ");
    static const char *const broken[] = {"〔2019〕第60号", "〔2019〕060号", "〔201960",   "【2019】60号",
                                         "[2019]60号",     "(2019)60号",    "2019〕60号", "〔2019)60号",
                                         "〔2019〕60",     "〔2019〕 60号"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        expect_tokens(broken[i], "B0 ");
    expect_tokens("国务院令第711号", "");
    expect_tokens("(2019)渝01行初5号", "O0 C0 ");
    expect_tokens("〔2019〕渝01行初5号", "");
}

static void test_years_and_quantities(void)
{
    expect_tokens("2019年度公开5981条。", "Y2019 Q0 M46 ");
    expect_tokens("自2019年1月1日起", "T2019 ");
    expect_tokens("2019至2021年", "R2019 ");
    expect_tokens("浏览量138.9余万次,1,234件", "Q0 M44 Q0 ");
    expect_tokens("电话0851-33355680,第20条,12345热线", "M44 M44 ");
    expect_tokens("访问http://example.org/2019年鉴", "");
}

static void test_enumerators(void)
{
    expect_tokens("(一)主动公开", "E1 ");
    expect_tokens("（十二）其他", "E12 ");
    expect_tokens("（１２）其他", "E12 ");
    expect_tokens("1、概况;2.目录", "E1 M59 E2 ");
    expect_tokens("③平台", "E3 ");
    expect_tokens("一是健全;二是规范", "N1 M59 N2 ");
    expect_tokens("3.5万元", "Q0 ");
}

int add_lint_tests(void)
{
    CU_TestInfo tests[] = {
        {"rules have one name each", test_rules_have_one_name},
        {"needs run in no circle", test_needs_lead_nowhere_twice},
        {"document numbers", test_document_numbers},
        {"years and quantities", test_years_and_quantities},
        {"enumerators", test_enumerators},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"lint", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return (int)CU_register_suites(suites);
}
