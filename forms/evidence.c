/* evidence.c - whether a text is an annual report on information disclosure at all: what speaks for it, and
 * what is missing. */
#include "fold.h"
#include "forms.h"
#include "i18n.h"
#include "text.h"
#include "words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    ROWS_ALONE = 3, /* rows with values that no other kind of document prints */
    SUBJECTS_ALONE =
        3, /* subjects of article 32 of the 2007 regulation in a report without numbered articles */
    LIKELY_TOGETHER = 3, /* headings that other documents have, but not this many of them together */
    BLANK_ROWS = 5       /* rows without any value: a form that nobody has filled in */
};

/* What was looked for and found. `subjects`: of the regulation, that prose speaks of; `kind`: what else the
 * text calls itself. */
struct report_evidence {
    bool title, own_article, any_article, placeholder;
    size_t rows, filled, subjects;
    const char *kind;
};

/* ---- tables ---- */

static bool is_filled(const struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        if (row->cells[c].value || row->cells[c].status == NB_NA)
            return true;
    return false;
}

static void see_tables(struct report_evidence *evidence, const struct nb_report *report)
{
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next) {
            evidence->rows += row->printed;
            evidence->filled += row->printed && is_filled(row);
        }
}

/* ---- articles ---- */

enum heading { HEADING_NONE, HEADING_LIKELY, HEADING_OWN };

/* 主动公开政府信息情况 heads an article of such a report only; 主动公开情况 may head one; 主动公开 heads a
 * chapter of any rule or guide. */
static enum heading weigh_heading(const struct nb_report *report, const struct nb_article *article)
{
    static const char *const roles[] = {"disclosure", "applications", "review", "fees", NULL};
    char *title = arena_strdup(report->arena, article->title);
    fold(title, strlen(title));
    if (!string_is_any(article->role, roles) || !strstr(title, "情况"))
        return HEADING_NONE;
    return strstr(title, "信息") || strstr(title, "资讯") ? HEADING_OWN : HEADING_LIKELY;
}

static void see_articles(struct report_evidence *evidence, const struct nb_report *report)
{
    size_t likely = 0;
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        enum heading heading = weigh_heading(report, article);
        evidence->any_article |= *article->role != '\0';
        evidence->own_article |= heading == HEADING_OWN;
        likely += heading != HEADING_NONE;
    }
    evidence->own_article |= likely >= LIKELY_TOGETHER;
}

/* ---- words ---- */

static void see_subjects(struct report_evidence *evidence, const struct nb_text *text)
{
    static const char *const subjects[][3] = {{"主动公开", NULL},
                                              {"申请公开", "公开申请", NULL},
                                              {"复议", "诉讼", NULL},
                                              {"收费", "费用", NULL},
                                              {"问题", "不足", NULL}};
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        evidence->subjects += string_says(text->shadow, subjects[i]);
}

/* The kind of document that a title of so many bytes names last; NULL: none of these, or the letter that a
 * report goes out with.
 */
static const char *last_kind(const char *words, size_t length)
{
    for (const char *const *kind = words_other_documents; *kind; kind++)
        if (string_ends(words, words + length, *kind))
            return string_ends(words, words + length, "年度报告的函") ? NULL : *kind;
    return NULL;
}

/* The kind of document that a title names last or in its last bracket, or the title of a report of a year on
 * something else; NULL: none of these. */
static const char *kind_named(const char *words)
{
    size_t length = strlen(words);
    while (length && strchr(" \t\x01)", words[length - 1]))
        length--;
    const char *kind = last_kind(words, length), *open = words[length] == ')' ? strrchr(words, '(') : NULL;
    length = open ? (size_t)(open - words) : length;
    kind = kind ? kind : last_kind(words, length);
    bool own = strstr(words, "公开") || strstr(words, "政府信息");
    return kind || own || !strstr(words, "年") || !string_ends(words, words + length, "报告") ? kind : words;
}

/* Whether letters at [sign, end) are part of an address or a word (xxgk.example.cn): a letter, a point or a
 * stroke stands at them.
 */
static bool is_in_address(const char *line, const char *sign, const char *end)
{
    if (!isalpha((unsigned char)*sign))
        return false;
    while (sign > line && tolower((unsigned char)sign[-1]) == 'x')
        sign--;
    while (tolower((unsigned char)*end) == 'x')
        end++;
    return (sign > line && (isalpha((unsigned char)sign[-1]) || strchr("./@-", sign[-1]))) ||
           isalpha((unsigned char)*end) || (*end && strchr("./@-", *end) && isalnum((unsigned char)end[1]));
}

/* ××市20XX年, ____年: a title that is to be filled in; the circles of 二○○八年 are zeros. */
static bool is_placeholder(const char *line)
{
    static const char *const signs[] = {"×", "XX", "xx", "__", "○○", "〇〇", "某某", "单位名称", "□□"};
    for (size_t i = 0; strstr(line, "公开") && strstr(line, "报") && i < sizeof signs / sizeof *signs; i++)
        for (const char *at = line, *sign; (sign = strstr(at, signs[i])); at = sign + strlen(signs[i]))
            if (!(sign - line >= 3 && !strncmp(sign - 3, "二", 3)) &&
                !is_in_address(line, sign, sign + strlen(signs[i])))
                return true;
    return false;
}

/* "…年度报告,是指…": the line of a dictionary or guide. */
static bool is_definition(const char *line)
{
    static const char report[] = "年度报告";
    for (const char *at = line; (at = strstr(at, report));) {
        at += strlen(report);
        at += strspn(at, " ,\x01");
        if (!strncmp(at, "是指", strlen("是指")))
            return true;
    }
    return false;
}

/* A text names its kind on its first lines. */
static void see_lines(struct report_evidence *evidence, const struct nb_report *report)
{
    enum { LONGEST = 60 * 3, LINES = 4 };
    const struct nb_text *text = report->text;
    size_t end = report->articles ? report->articles->span.start : text->length, lines = 0;
    for (size_t at = 0; at < end && lines < LINES; lines++) {
        at += strspn(text->shadow + at, " \t\n\r\x01");
        size_t length = strcspn(text->shadow + at, "\n\x1D\x1E\x1F");
        const char *line = arena_strndup(report->arena, text->shadow + at, length);
        if (length < LONGEST && !evidence->kind)
            evidence->kind = kind_named(line);
        if (!evidence->kind && is_definition(line))
            evidence->kind = "释义";
        evidence->placeholder |= length < LONGEST && is_placeholder(line);
        at += length;
    }
}

/* ---- garbled text ---- */

/* Whether signs that only a wrong encoding leaves are more than the commonest of Chinese: U+FFFD and 锟,
 * which it becomes; letters of Latin-1 for bytes; 銆 锛 鈥 for the first two bytes of punctuation in UTF-8
 * that was read as GBK. */
static bool is_garbled(const struct nb_text *text)
{
    static const char *const wrong[] = {"\xEF\xBF\xBD", "锟", "銆", "锛", "鈥", NULL},
                             *const right[] = {"的", "。", "、", "一", NULL},
                             *const signs_of_latin[] = {"×", "÷", NULL};
    size_t signs = 0, common = 0;
    for (const char *at = text->bytes; *at; at++) {
        bool latin = ((unsigned char)at[0] == 0xC3 && !string_begins_any(at, signs_of_latin)) ||
                     ((unsigned char)at[0] == 0xC2 && (unsigned char)at[1] < 0xA0);
        signs += latin || string_begins_any(at, wrong);
        common += string_begins_any(at, right);
    }
    return signs > common;
}

/* ---- the decision ---- */

static bool is_template(const struct report_evidence *evidence, const struct nb_report *report)
{
    return evidence->placeholder || (evidence->rows >= BLANK_ROWS && !evidence->filled && !report->year);
}

/* 某厂环境信息公开报告: what is disclosed is told by another law. */
static bool is_of_other_matter(const char *title)
{
    return string_says(title, words_other_matters);
}

/* 2022年上半年…总结: the word that says so; NULL: the title is of a whole year. */
static const char *part_of_year(const struct nb_report *report)
{
    static const char *const parts[] = {"上半年", "下半年", "季度"};
    for (size_t i = 0; report->title && i < sizeof parts / sizeof *parts; i++)
        if (strstr(report->title, parts[i]))
            return parts[i];
    return NULL;
}

/* "某市发布2022年…报告": the news of it speaks of the same subjects. */
static bool is_news(const char *title)
{
    return !strstr(title, "关于") && (strstr(title, "发布") || strstr(title, "公布"));
}

static bool suffices(const struct report_evidence *evidence, const struct nb_report *report)
{
    if (evidence->filled >= ROWS_ALONE)
        return true;
    if (is_template(evidence, report) || part_of_year(report))
        return false;
    if (evidence->title && (report->year || !evidence->kind))
        return evidence->any_article || evidence->filled ||
               (evidence->subjects >= SUBJECTS_ALONE && !is_news(report->title));
    return evidence->own_article && !evidence->kind;
}

/* What the page shows instead of a report, or what it lacks. */
static void explain(const struct report_evidence *evidence, const struct nb_report *report,
                    struct nb_error *error)
{
    const char *lacks =
        evidence->any_article ? _("no article that only such reports have") : _("none of its articles");
    const char *rows = evidence->filled ? _("too few rows of its tables with values")
                                        : _("no table of the form with values");
    char *out = error->message;
    int used = snprintf(out, sizeof error->message, "%s", _("no annual report on information disclosure: "));
    size_t left = sizeof error->message - (size_t)used;
    out += used;
    if (is_garbled(report->text))
        snprintf(out, left, _("the text is garbled, its encoding is not %s"), report->text->encoding);
    else if (is_template(evidence, report))
        snprintf(out, left, "%s", _("a form that is not filled in"));
    else if (evidence->kind)
        snprintf(out, left, _("it calls itself a document of another kind (%s)"), evidence->kind);
    else if (!evidence->title)
        snprintf(out, left, _("no title of one, %s, %s"), lacks, rows);
    else
        snprintf(out, left, "%s", _("a title of one, but neither its articles nor its tables are there"));
}

bool is_report(const struct nb_report *report, struct nb_error *error)
{
    struct report_evidence evidence = {.title = report->title && !is_of_other_matter(report->title)};
    see_tables(&evidence, report);
    see_articles(&evidence, report);
    see_lines(&evidence, report);
    evidence.kind = part_of_year(report) ? part_of_year(report) : evidence.kind;
    if (suffices(&evidence, report))
        return true;
    see_subjects(&evidence, report->text);
    if (suffices(&evidence, report))
        return true;
    explain(&evidence, report, error);
    return false;
}
