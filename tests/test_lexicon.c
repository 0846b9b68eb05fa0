/* test_lexicon.c - labels of the forms, whole, shortened and garbled. */
#include "bind.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <string.h>

static bool in_table(const struct lexicon_word *word, const void *context)
{
    const struct nb_form_table *table = context;
    return meaning_of(word->label, table)->forms >> form_index(table->form) & 1;
}

static const struct nb_form_table *last_table(const char *id)
{
    return form_table_find(&form_table[form_count - 1], id);
}

/* ---- exact ---- */

static void test_words(void)
{
    for (size_t i = 0; i < form_lexicon.count; i++) {
        const struct lexicon_word *word = &form_lexicon.words[i];
        size_t length = strlen(word->key);
        CU_ASSERT(length <= form_lexicon.longest);
        CU_ASSERT(word->label >= 0 && (size_t)word->label < form_label_count);
        CU_ASSERT_EQUAL(word->letters, lexicon_letters(word->key, length));
        CU_ASSERT_EQUAL(word->head, lexicon_head(word->key, length));
        CU_ASSERT_PTR_EQUAL(lexicon_exact(&form_lexicon, word->key, length), word);
        CU_ASSERT(i == 0 || strcmp(word[-1].key, word->key) < 0);
    }
    CU_ASSERT_PTR_NULL(lexicon_exact(&form_lexicon, "", 0));
}

static int label_of(const char *text)
{
    char key[LEXICON_LONGEST * 3];
    const struct lexicon_word *word = lexicon_exact(&form_lexicon, key, lexicon_key(text, strlen(text), key));
    return word ? word->label : -1;
}

/* Marks, what may be missing and a lost enumerator lead to one label; another wording to one of the same
 * uses. */
static void test_one_label(void)
{
    CU_ASSERT(label_of("本年增/减") >= 0);
    CU_ASSERT_EQUAL(label_of("本年增/减"), label_of("本年增(减)"));
    CU_ASSERT_EQUAL(label_of("(二)部分公开"), label_of("部分公开(区分处理的,只计这一情形,不计其他情形)"));
    CU_ASSERT_EQUAL(label_of("本年收费金额"), label_of("本年收费金额(单位:万元)"));
    CU_ASSERT(label_of("(七)总计") != label_of("总计"));
    CU_ASSERT(label_of("3.其他") != label_of("其他"));
    int one = label_of("行政规范性文件"), other = label_of("规范性文件");
    CU_ASSERT(one >= 0 && other >= 0 &&
              meaning_of(one, last_table("disclosure")) == meaning_of(other, last_table("disclosure")));
    int note = label_of("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)");
    CU_ASSERT(note >= 0 && form_labels[note].class == LABEL_CAPTION);
}

/* ---- the nearest word ---- */

struct garbled {
    const char *printed, *meant; /* NULL: nothing that is clear */
};

static void check_nearest(const struct garbled *pairs, size_t count, lexicon_filter *filter,
                          const void *context)
{
    for (size_t i = 0; i < count; i++) {
        char key[512];
        size_t length = lexicon_key(pairs[i].printed, strlen(pairs[i].printed), key);
        const struct lexicon_word *word =
                                      lexicon_nearest(&form_lexicon, key, length, ~0u, filter, context, NULL),
                                  *meant = NULL;
        if (pairs[i].meant)
            meant =
                lexicon_exact(&form_lexicon, key, lexicon_key(pairs[i].meant, strlen(pairs[i].meant), key));
        bool same = word && meant ? word->sense == meant->sense : !word && !meant;
        CU_ASSERT(!pairs[i].meant || meant);
        CU_ASSERT(same);
        if (!same)
            fprintf(stderr, "%s: %s\n", pairs[i].printed, word ? word->key : "nothing");
    }
}

static void test_shortened(void)
{
    static const char overdue[] = "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请";
    static const struct garbled pairs[] = {
        {"逾期不补正", overdue},
        {"1.逾期不补正", overdue},
        {"逾期未缴费", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
        {"公开出版物", "3.要求提供公开出版物"},
        {"反复申请", "4.无正当理由大量反复申请"}, /* one character away from 重复申请 */
        {"公益组织", "社会公益组织"},
        {"国家秘密", NULL}, /* 属于 or 涉及国家秘密: which, only the table tells */
        {"政府信息公开申请", NULL},
        {"企业", NULL}, /* two characters, and no table to look in */
        {"区分处理", NULL},
        {"单位:万元", NULL},
        {"勾稽关系", NULL},
    };
    check_nearest(pairs, sizeof pairs / sizeof *pairs, NULL, NULL);
}

static void test_garbled(void)
{
    static const struct garbled pairs[] = {
        {"科研机枃", "科研机构"},
        {"社会公益組织", "社会公益组织"},
        {"社会公益组组织", "社会公益组织"},
        {"末经复议直接起诉", "未经复议直接起诉"},
        {"尚末审结", "尚未审结"},
        {"自燃人", "自然人"},
        {"(一)予以公幵", "(一)予以公开"},
        {"本年新收政府信总公开申请量", "本年新收政府信息公开申请数量"},
        {"夲年制发仵数", NULL}, /* two of six */
        {"总汁", NULL},
    };
    check_nearest(pairs, sizeof pairs / sizeof *pairs, NULL, NULL);
}

/* A key that has lost or changed what turns the meaning round is not that label, nor its opposite. */
static void test_negation(void)
{
    static const struct garbled pairs[] = {
        {"予公开", NULL}, {"准予公开", NULL}, {"给予公开", NULL}, {"全部公开", NULL},
        {"审结", NULL},   {"已审结", NULL},   {"可以提供", NULL}, {"掌握相关政府信息", NULL},
    };
    check_nearest(pairs, sizeof pairs / sizeof *pairs, NULL, NULL);
    check_nearest(pairs, sizeof pairs / sizeof *pairs, in_table, last_table("review"));
}

/* A label that names another year is none of this year's, however near; 今年 is this one. */
static void test_years(void)
{
    static const struct garbled pairs[] = {
        {"上年制发件数", NULL},
        {"上年度废止件数", NULL},
        {"上年处理决定数量", NULL},
        {"去年新收政府信息公开申请数量", NULL},
        {"今年制发件数", "本年制发件数"},
        {"去年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数量"},
        {"本年项目数量", NULL},
    };
    check_nearest(pairs, sizeof pairs / sizeof *pairs, NULL, NULL);
}

/* A label may stand in one cell behind the label over it; where that is a row's and it a column's, the two
 * are both. */
static void test_joined(void)
{
    CU_ASSERT_EQUAL(label_of("(三)不予公开-1.属于国家秘密"), label_of("1.属于国家秘密"));
    CU_ASSERT_EQUAL(label_of("不予公开/属于国家秘密"), label_of("1.属于国家秘密"));
    CU_ASSERT_EQUAL(label_of("三、本年度办理结果 (二)部分公开"), label_of("(二)部分公开"));
    CU_ASSERT_EQUAL(label_of("其他处理:3.其他"), label_of("3.其他"));
    CU_ASSERT(label_of("自然人总计") < 0);
    int both = label_of("行政诉讼-复议后起诉-总计");
    CU_ASSERT_FATAL(both >= 0);
    CU_ASSERT(rows_named(both, last_table("review")));
    CU_ASSERT(columns_named(both, last_table("review")));
    CU_ASSERT(label_of("复议后起诉总计") >= 0);
    CU_ASSERT_EQUAL(label_of("复议后起诉的行政诉讼"), label_of("复议后起诉"));
}

/* Among the labels of one table two characters may do. */
static void test_in_one_table(void)
{
    static const struct garbled pairs[] = {
        {"企业", "商业企业"},     {"科研", "科研机构"},
        {"公益", "社会公益组织"}, {"机构", NULL},
        {"组织", NULL},           {"处罚", NULL},
        {"维持", NULL},           {"申请", NULL},
        {"没有", NULL},           {"国家秘密", "1.属于国家秘密"},
    };
    check_nearest(pairs, sizeof pairs / sizeof *pairs, in_table, last_table("applications"));
}

static struct lexicon_span span_of(const char *key)
{
    const struct lexicon_word *word, *first = lexicon_find(&form_lexicon, key, strlen(key), &word);
    return lexicon_span(&form_lexicon, first, strlen(key));
}

/* What a piece of a label begins that has one wrong character. */
static void test_garbled_beginning(void)
{
    static const struct {
        const char *key, *known, *meant;
        unsigned kinds;
    } pieces[] = {
        {"科妍", "", "科研", ~0u},         {"结杲", "", NULL, ~0u}, /* 结果, 结转 */
        {"结杲", "", "结果", WORD_COLUMN}, {"结果维特", "结果", "结果维持", ~0u},
        {"结果维持", "结果", NULL, ~0u}, /* is one */
        {"二予以公开", "", NULL, ~0u},   /* of (一) */
        {"杲某", "", NULL, ~0u},
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i].key);
        struct lexicon_span known = span_of(pieces[i].known);
        const char *found =
            lexicon_meant(&form_lexicon, LEXICON_GARBLED, pieces[i].key, &known, &length, pieces[i].kinds);
        CU_ASSERT_EQUAL(!found, !pieces[i].meant);
        CU_ASSERT(!found || !pieces[i].meant || !strncmp(found, pieces[i].meant, strlen(pieces[i].meant)));
    }
}

/* What a piece stands for that begins in the middle of a label, or behind what is left out. */
static void test_shortened_beginning(void)
{
    static const struct {
        const char *key, *known, *meant;
    } pieces[] = {{"公益", "", "社会公益"},
                  {"机构", "", NULL} /* of two labels */,
                  {"法律机构", "法律", "法律服务机构"},
                  {"社会", "", NULL}};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i].key);
        struct lexicon_span known = span_of(pieces[i].known);
        const char *found =
            lexicon_meant(&form_lexicon, LEXICON_SHORTENED, pieces[i].key, &known, &length, WORD_COLUMN);
        CU_ASSERT_EQUAL(!found, !pieces[i].meant);
        CU_ASSERT(!found || !pieces[i].meant ||
                  (length == strlen(pieces[i].meant) && !strncmp(found, pieces[i].meant, length)));
    }
    const struct lexicon_word *word =
        lexicon_begun(&form_lexicon, "法律服务", strlen("法律服务"), WORD_COLUMN);
    CU_ASSERT(word && !strcmp(word->key, "法律服务机构"));
    CU_ASSERT_PTR_NULL(lexicon_begun(&form_lexicon, "结果", strlen("结果"), WORD_COLUMN));
}

static void test_kinds(void)
{
    const char *key = "行政诉松";
    CU_ASSERT_PTR_NULL(lexicon_nearest(&form_lexicon, key, strlen(key), WORD_COLUMN, NULL, NULL, NULL));
    const struct lexicon_word *word =
        lexicon_nearest(&form_lexicon, key, strlen(key), WORD_SPAN, NULL, NULL, NULL);
    CU_ASSERT(word && word->label == label_of("行政诉讼"));
}

static void test_too_long(void)
{
    char key[400];
    memset(key, '1', sizeof key);
    CU_ASSERT_PTR_NULL(lexicon_nearest(&form_lexicon, key, sizeof key, ~0u, NULL, NULL, NULL));
    CU_ASSERT_PTR_NULL(lexicon_nearest(&form_lexicon, key, 0, ~0u, NULL, NULL, NULL));
}

/* ---- the measurement that the costs in core/lexicon.c come from ---- */

struct tally {
    unsigned right, none, wrong;
};

static unsigned random_below(unsigned *state, unsigned limit)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % limit;
}

static size_t size_at(const char *at)
{
    return (unsigned char)*at < 0x80 ? 1 : 3;
}

/* A character that is exchanged, lost, added or doubled. Others come from the forms' words, which is harder
 * than any. */
static void garble(char *key, unsigned *state)
{
    char rest[512], *at = key;
    const char *other = form_lexicon.words[random_below(state, (unsigned)form_lexicon.count)].key;
    size_t count = 0;
    for (const char *c = key; *c; c += size_at(c))
        count++;
    for (unsigned skip = random_below(state, (unsigned)count); skip > 0; skip--)
        at += size_at(at);
    unsigned how = random_below(state, 4);
    strcpy(rest, how == 0 || how == 1 ? at + size_at(at) : at);
    if (how == 1 && count > 1)
        strcpy(at, rest);
    else if (how == 3)
        strcpy(at + size_at(at), rest);
    else
        sprintf(at, "%.*s%s", (int)size_at(other), other, rest);
}

/* The first table that has a word's label. */
static const struct nb_form_table *first_table(const struct lexicon_word *word)
{
    const struct nb_form_table *table = form_table[first_of(form_labels[word->label].forms)].tables;
    while (!in_table(word, table))
        table++;
    return table;
}

static struct tally measure(unsigned changes)
{
    struct tally tally = {0, 0, 0};
    unsigned state = 1;
    for (size_t i = 0; i < form_lexicon.count; i++)
        for (int round = 0; round < 50; round++) {
            const struct lexicon_word *word = &form_lexicon.words[i];
            const struct nb_form_table *table = first_table(word);
            char key[512];
            strcpy(key, word->key);
            for (unsigned k = 0; k < changes; k++)
                garble(key, &state);
            if (lexicon_exact(&form_lexicon, key, strlen(key)))
                continue;
            const struct lexicon_word *near =
                lexicon_nearest(&form_lexicon, key, strlen(key), ~0u, in_table, table, NULL);
            unsigned *count = !near ? &tally.none : near->sense == word->sense ? &tally.right : &tally.wrong;
            ++*count;
        }
    return tally;
}

static void test_measured(void)
{
    for (unsigned changes = 1; changes <= 3; changes++) {
        struct tally tally = measure(changes);
        unsigned all = tally.right + tally.none + tally.wrong;
        static const unsigned least_right[] = {0, 93, 66, 42}; /* of a hundred */
        /* Of ten thousand. Measured 2, 7 and 5: two of three at three changes are rows of 2014.form, whose
         * labels are as near to each other as 当面申请数 and 网络申请数. */
        static const unsigned most_wrong[] = {0, 2, 8, 11};
        CU_ASSERT(tally.right * 100 >= least_right[changes] * all);
        CU_ASSERT(tally.wrong * 10000 <= most_wrong[changes] * all);
        printf("[%u: %.1f %% right, %.1f %% nothing, %.2f %% wrong] ", changes, 100.0 * tally.right / all,
               100.0 * tally.none / all, 100.0 * tally.wrong / all);
    }
}

/* A label keeps its words whatever brackets a note behind it has. */
static void test_notes(void)
{
    static const char *const noted[] = {"自然人(户)", "自然人[注1]", "自然人〔第十条〕", "自然人【1】",
                                        "自然人[1](户)"};
    for (size_t i = 0; i < sizeof noted / sizeof *noted; i++) {
        const struct lexicon_word *word = lexicon_label(&form_lexicon, noted[i], strlen(noted[i]));
        CU_ASSERT(word && strcmp(word->key, "自然人") == 0);
    }
    CU_ASSERT_PTR_NULL(lexicon_label(&form_lexicon, "自然人[户)", strlen("自然人[户)")));
    CU_ASSERT_PTR_NULL(lexicon_label(&form_lexicon, "户]", strlen("户]")));
}

int add_lexicon_tests(void)
{
    CU_TestInfo tests[] = {
        {"each word leads to its label", test_words},
        {"wordings of one label", test_one_label},
        {"shortened labels", test_shortened},
        {"garbled labels", test_garbled},
        {"negations", test_negation},
        {"years", test_years},
        {"joined labels", test_joined},
        {"among the labels of one table", test_in_one_table},
        {"a garbled beginning", test_garbled_beginning},
        {"a shortened beginning", test_shortened_beginning},
        {"notes in brackets", test_notes},
        {"kinds", test_kinds},
        {"keys longer than any label", test_too_long},
        {"the costs as measured", test_measured},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {{"lexicon", NULL, NULL, NULL, NULL, tests}, CU_SUITE_INFO_NULL};
    return CU_register_suites(suites);
}
