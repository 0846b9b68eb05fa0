/* evidence.c - whether a text is an annual report on information disclosure at all: what speaks for it, and what is missing. */
#include "fold.h"
#include "forms.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum {
    ROWS_ALONE = 3,     /* rows with values that no other kind of document prints */
    SUBJECTS_ALONE = 3, /* subjects of article 32 of the 2007 regulation in a report without numbered articles */
    BLANK_ROWS = 5      /* rows without any value: a form that nobody has filled in */
};

/* What was looked for and found. `subjects`: of the regulation, that prose speaks of; `kind`: what else the text calls itself. */
struct evidence {
    bool title, own_article, any_article, placeholder;
    size_t rows, filled, subjects;
    const char *kind;
};

static bool line_has(const char *words, const char *word)
{
    return strstr(words, word) != NULL;
}

/* ---- tables ---- */

static bool is_filled(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].value || row->cells[c].status == NB_NA)
            return true;
    return false;
}

static void see_tables(struct evidence *evidence, const struct nb_report *report)
{
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next) {
            evidence->rows += row->printed;
            evidence->filled += row->printed && is_filled(row);
        }
}

/* ---- articles ---- */

/* Headings of this regulation's reports only: 主动公开政府信息情况; 主动公开 alone also heads a chapter of a rule or a guide. */
static bool is_own(const struct nb_report *report, const struct nb_article *article)
{
    static const char *const roles[] = {"disclosure", "applications", "review", "fees"};
    bool special = false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        special |= strcmp(article->role, roles[i]) == 0;
    char *title = arena_strdup(report->arena, article->title);
    fold(title, strlen(title));
    return special && (line_has(title, "信息") || line_has(title, "资讯")) && line_has(title, "情况");
}

static void see_articles(struct evidence *evidence, const struct nb_report *report)
{
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        evidence->any_article |= *article->role != '\0';
        evidence->own_article |= is_own(report, article);
    }
}

/* ---- words ---- */

static void see_subjects(struct evidence *evidence, const struct nb_text *text)
{
    static const char *const subjects[][3] = {{"主动公开", NULL},
                                              {"申请公开", "公开申请", NULL},
                                              {"复议", "诉讼", NULL},
                                              {"收费", "费用", NULL},
                                              {"问题", "不足", NULL}};
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        bool found = false;
        for (size_t w = 0; w < 3 && subjects[i][w] && !found; w++)
            found = line_has(text->shadow, subjects[i][w]);
        evidence->subjects += found;
    }
}

/* The kind of document that a title names last; NULL: none of these. */
static const char *kind_named(const char *words)
{
    static const char *const kinds[] = {"指南", "目录", "制度", "办法", "条例", "规定", "通知", "要点", "方案",
                                        "意见", "细则", "规则", "研究", "综述", "格式", "模板", "样本", "范本",
                                        "规范", "评析", "解读", "问答", "预案", "规划", "计划", "讲话", "函"};
    size_t length = strlen(words);
    while (length && strchr(" \t\x01)", words[length - 1]))
        length--;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (length >= strlen(kinds[i]) && !memcmp(words + length - strlen(kinds[i]), kinds[i], strlen(kinds[i])))
            return kinds[i];
    return NULL;
}

/* A text names its kind on its first lines, or on the last ones before its first article. */
static void see_kind(struct evidence *evidence, const struct nb_report *report)
{
    enum { LONGEST = 60 * 3, LINES = 4 };
    const struct nb_text *text = report->text;
    size_t end = report->articles ? report->articles->span.start : text->length, lines = 0;
    for (size_t at = 0; at < end && lines < LINES && !evidence->kind; lines++) {
        at += strspn(text->shadow + at, " \t\n\r\x01");
        size_t length = strcspn(text->shadow + at, "\n\x1D\x1E\x1F");
        if (length < LONGEST)
            evidence->kind = kind_named(arena_strndup(report->arena, text->shadow + at, length));
        at += length;
    }
}

/* ××市20XX年, ____年: a title that is to be filled in. */
static bool is_placeholder(const char *title)
{
    static const char *const signs[] = {"×", "XX", "xx", "ＸＸ", "__", "＿＿", "○○", "〇〇", "某某", "单位名称", "□□"};
    for (size_t i = 0; title && i < sizeof signs / sizeof *signs; i++)
        if (strstr(title, signs[i]) && !strstr(title, "二〇〇"))
            return true;
    return false;
}

/* ---- garbled text ---- */

/* Characters that texts read in the wrong encoding are full of, and ideographs. */
static bool is_garbled(const struct nb_text *text)
{
    enum { FEW = 20, SHARE = 4 };
    size_t wrong = 0, han = 0;
    for (const unsigned char *at = (const unsigned char *)text->bytes; *at; at++) {
        bool replaced = at[0] == 0xEF && at[1] == 0xBF && at[2] == 0xBD;
        bool kun = at[0] == 0xE9 && at[1] == 0x94 && at[2] == 0x9F; /* 锟, of U+FFFD read as GBK */
        bool latin = at[0] == 0xC3 || (at[0] == 0xC2 && at[1] < 0xA0);
        wrong += replaced || kun || latin;
        han += at[0] >= 0xE4 && at[0] <= 0xE9;
    }
    return wrong > FEW && wrong > han / SHARE;
}

/* ---- the decision ---- */

static bool is_template(const struct evidence *evidence, const struct nb_report *report)
{
    return evidence->placeholder || (evidence->rows >= BLANK_ROWS && !evidence->filled && !report->year);
}

static bool suffices(const struct evidence *evidence, const struct nb_report *report)
{
    if (evidence->filled >= ROWS_ALONE)
        return true;
    if (is_template(evidence, report))
        return false;
    if (evidence->title)
        return evidence->any_article || evidence->filled || evidence->subjects >= SUBJECTS_ALONE;
    return evidence->own_article && !evidence->kind;
}

static void explain(const struct evidence *evidence, const struct nb_report *report, struct nb_error *error)
{
    static const char refusal[] = "no annual report on information disclosure";
    char *out = error->message;
    size_t size = sizeof error->message;
    if (is_garbled(report->text))
        snprintf(out, size, "%s: the text is garbled, its encoding is not %s", refusal, report->text->encoding);
    else if (is_template(evidence, report))
        snprintf(out, size, "%s: a form that is not filled in", refusal);
    else if (evidence->kind)
        snprintf(out, size, "%s: it calls itself a document of another kind (%s)", refusal, evidence->kind);
    else if (!evidence->title)
        snprintf(out, size, "%s: no title of one, %s, no table of the form with values", refusal,
                 evidence->any_article ? "no article that only such reports have" : "none of its articles");
    else
        snprintf(out, size, "%s: a title of one, but neither its articles nor its tables are there", refusal);
}

bool is_report(const struct nb_report *report, struct nb_error *error)
{
    struct evidence evidence = {.title = report->title != NULL, .placeholder = is_placeholder(report->title)};
    see_tables(&evidence, report);
    see_articles(&evidence, report);
    see_kind(&evidence, report);
    if (suffices(&evidence, report))
        return true;
    see_subjects(&evidence, report->text);
    if (suffices(&evidence, report))
        return true;
    explain(&evidence, report, error);
    return false;
}
