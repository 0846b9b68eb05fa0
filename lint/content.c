/* content.c - rules NB7xx on what no report should print: leftovers, impossible dates, numbers of persons,
 * dead addresses, notices of another year. */
#include "config.h"

#include "forms.h"
#include "i18n.h"
#include "lint.h"
#include "numeral.h"
#include "quantity.h"
#include "utf8.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* The title and what stands below it up to the first article, prose, or the lines behind it: where the office
 * signs. */
static bool is_text(const struct lint *lint, struct nb_span span)
{
    const struct nb_article *first = lint->report->articles, *last = lint->last_article;
    bool heads = lint->report->title && first && span.start >= lint->report->title_span.start &&
                 span.end <= first->span.start;
    return passage_at(lint, span.end - 1) || heads || span_within(span, lint->report->title_span) ||
           (last && span.start > last->span.end);
}

static void report_leftovers(struct lint *lint, enum slip_kind kind, const char *message)
{
    FOR_SLIPS (slip, kind)
        if (is_text(lint, slip->span))
            finding_quote(lint, slip->span, _(message));
}

void report_slips(struct lint *lint, enum slip_kind kind, int value, const char *message)
{
    FOR_SLIPS (slip, kind)
        if (slip->value == value && passage_at(lint, slip->span.start))
            finding_quote(lint, slip->span, _(message));
}

void check_placeholder(struct lint *lint)
{
    report_leftovers(lint, SLIP_PLACEHOLDER, N_("“%s” is left over from a template"));
    report_leftovers(lint, SLIP_UNCOUNTED, N_("“%s”: the number is missing"));
    FOR_SLIPS (slip, SLIP_CODE) /* Markdown has HTML in its text */
        if (is_text(lint, slip->span) && !(slip->value && !strcmp(lint->report->format, "text")))
            finding_quote(lint, slip->span, _("“%s” is what a program left in the text"));
    report_leftovers(lint, SLIP_SEAL, N_("“%s” tells where the seal belongs on paper; it is left over"));
}

/* ---- dates ---- */

/* 至, 到 before a year or 前 behind it, or the title it stands in, 《2035年远景规划》: it is one of a plan.
 */
static bool is_planned(const struct lint *lint, const struct passage *passage, struct nb_span year)
{
    static const char *const before[] = {"至", "到", NULL}, *const behind[] = {"前", "底前", NULL};
    return (year.start >= passage->span.start + 3 &&
            string_begins_any(shadow_at(lint, year.start - 3), before)) ||
           string_begins_any(shadow_at(lint, year.end), behind) ||
           is_enclosed(lint, passage, year.start, "《", "》");
}

/* The sentence around a place, with the stop before it. */
static struct nb_span sentence_around(const struct lint *lint, const struct passage *passage,
                                      struct nb_span place)
{
    while (place.start > passage->span.start && strncmp(shadow_at(lint, place.start), "。", 3))
        place.start--;
    while (place.end < passage->span.end && strncmp(shadow_at(lint, place.end), "。", 3))
        place.end++;
    return place;
}

/* The last year that a sentence may speak of: plans reach far, what comes into force does so within some
 * years. */
static int last_year_of(const struct lint *lint, struct nb_span sentence)
{
    enum { FAR = 50, NOTICE = 3 }; /* years */
    int year = lint->report->year;
    const char *words = shadow_text(lint, sentence.start, sentence.end);
    return string_says(words, words_plans)             ? year + FAR
           : string_says(words, words_come_into_force) ? year + NOTICE
                                                       : year + 1;
}

/* A year after the next one, in a sentence that plans nothing. A sentence is looked at once, however many
 * years it names. */
static void check_years_to_come(struct lint *lint)
{
    int year = lint->report->year;
    struct nb_span sentence = {0, 0};
    int last = year + 1;
    FOR_SLIPS (slip, SLIP_YEAR) {
        const struct passage *passage = passage_at(lint, slip->span.start);
        if (!year || slip->value <= year + 1 || !is_text(lint, slip->span) ||
            (passage && is_planned(lint, passage, slip->span)))
            continue;
        if (passage && slip->span.start >= sentence.end) {
            sentence = sentence_around(lint, passage, slip->span);
            last = last_year_of(lint, sentence);
        }
        if (passage && slip->value <= last)
            continue;
        char *found = span_text(lint, slip->span);
        finding_add(lint, slip->span, _("“%s” lies ahead of the report on %d"), found, year)->found = found;
    }
}

/* The date of a token as it compares with those of the report, "2024-05" or "2024-05-31"; NULL: it is set
 * otherwise. */
static const char *date_of(const struct lint *lint, const struct prose_token *token)
{
    int parts[3];
    date_read(shadow_at(lint, token->span.start), parts);
    return !parts[0] || !parts[1] ? NULL
                                  : arena_printf(lint->arena, parts[2] ? "%d-%02d-%02d" : "%d-%02d", parts[0],
                                                 parts[1], parts[2]);
}

/* "截至2024年5月" in a report that was signed before: nobody knew by then. */
static void check_days_to_come(struct lint *lint)
{
    const char *known = lint->report->signed_date;
    for (size_t i = 1; known && i < lint->prose.token_count; i++) {
        const struct prose_token *token = &lint->prose.tokens[i], *as_of = token - 1;
        if (token->kind != TOKEN_DATE || as_of->kind != TOKEN_WORD || !(as_of->value & WORD_AS_OF) ||
            as_of->span.end != token->span.start || utf8_is(shadow_at(lint, token->span.end), "前"))
            continue;
        const char *date = date_of(lint, token);
        if (date && strncmp(date, known, strlen(date)) > 0) {
            char *found = span_text(lint, token->span);
            finding_add(lint, token->span, _("“%s” lies ahead of the day of signature, %s"), found,
                        date_words(lint, known))
                ->found = found;
        }
    }
}

/* "2月29日" of a year that has none, the last that its paragraph names before it, else that of the report;
 * next year's may be meant where plans are made. */
static void check_leap_days(struct lint *lint)
{
    const struct slip *named = NULL;
    for (size_t i = 0; i < lint->slips.count; i++) {
        const struct slip *slip = &lint->slips.list[i];
        const struct passage *passage =
            slip->kind == SLIP_LEAP_DAY ? passage_at(lint, slip->span.start) : NULL;
        named = slip->kind == SLIP_YEAR ? slip : named;
        int year =
            named && passage && named->span.start >= passage->span.start ? named->value : lint->report->year;
        if (!year || !passage || is_day(year, 2, 29) || is_day(year + 1, 2, 29))
            continue;
        char *found = span_text(lint, slip->span);
        finding_add(lint, slip->span, _("the year %d has no “%s”"), year, found)->found = found;
    }
}

/* Whether a time ends before it begins: 5月至3月. Without a year, what begins in autumn may well end in the
 * spring after. */
static bool runs_backwards(const int from[3], const int to[3])
{
    enum { AUTUMN = 9, SPRING = 5 }; /* heating, and the months without rain */
    int first = to[0] ? 0 : to[1] ? 1 : 2;
    if (!from[first] || (first == 1 && from[1] >= AUTUMN && to[1] <= SPRING))
        return false;
    for (int part = first; part < 3 && from[part] && to[part]; part++)
        if (from[part] != to[part])
            return to[part] < from[part];
    return false;
}

static void check_times(struct lint *lint)
{
    static const char *const joins[] = {"至", "到", "起至", "——", "—", "-", "~", NULL};
    for (size_t i = 0; i < lint->prose.token_count; i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        if (token->kind != TOKEN_DATE && token->kind != TOKEN_MONTH && token->kind != TOKEN_YEARS &&
            token->kind != TOKEN_YEAR)
            continue;
        int from[3], to[3];
        const char *at = shadow_at(lint, token->span.start), *end = date_read(at, from);
        const char *second = end + string_opening(end, joins);
        if (second == end)
            continue;
        second += strspn(second, "\x01");
        const char *behind = date_read(second, to);
        struct nb_span span = {token->span.start, token->span.start + (size_t)(behind - at)};
        if (behind > second && runs_backwards(from, to))
            finding_quote(lint, span, _("“%s” ends before it begins"));
    }
}

/* 二〇二三年一月十八日, with one of the signs for zero. */
static const char *date_in_numerals(const struct lint *lint, const char *date, const char *zero)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    char month[NUMERAL_MAX], day[NUMERAL_MAX];
    const char *year = "";
    for (int i = 0; i < 4; i++)
        year = arena_printf(lint->arena, "%s%s", year, date[i] == '0' ? zero : digits[date[i] - '1']);
    numeral_write(month, "chineseCounting", (unsigned)atoi(date + 5));
    numeral_write(day, "chineseCounting", (unsigned)atoi(date + 8));
    return arena_printf(lint->arena, "%s年%s月%s日", year, month, day);
}

/* Where a date "2023-01-18" stands as 2023年1月18日, or so; the end of the text if it stands nowhere. */
static struct nb_span place_of_date(const struct lint *lint, const char *date)
{
    static const char *const zeros[] = {"〇", "○", "零"};
    struct nb_span place = last_place(
        lint, arena_printf(lint->arena, "%d年%d月%d日", atoi(date), atoi(date + 5), atoi(date + 8)));
    for (size_t i = 0; i < 3 && place.start == place.end; i++)
        place = last_place(lint, date_in_numerals(lint, date, zeros[i]));
    return place.start < place.end ? place : last_place(lint, date);
}

/* What is published is signed: a page's date before that is another report's, or one of both is wrong. */
static void check_published(struct lint *lint)
{
    const char *published = lint->report->published, *known = lint->report->signed_date;
    if (!published || !known || strcmp(published, known) >= 0)
        return;
    struct nb_finding *finding = finding_add(lint, place_of_date(lint, published),
                                             _("the report was published on %s, before it was signed on %s"),
                                             date_words(lint, published), date_words(lint, known));
    finding->found = published;
    finding->severity = NB_WARNING;
}

void check_impossible_date(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    FOR_SLIPS (slip, SLIP_DATE)
        if (passage_at(lint, slip->span.start) || slip->span.start > report->title_span.end)
            finding_quote(lint, slip->span, _("no calendar has the date “%s”"));
    check_years_to_come(lint);
    check_leap_days(lint);
    check_days_to_come(lint);
    check_times(lint);
    check_published(lint);
    if (report->signed_date && report->year && atoi(report->signed_date) == report->year &&
        strcmp(report->signed_date + 5, "12-31") && !is_on_school_year(report))
        finding_add(lint, place_of_date(lint, report->signed_date),
                    _("the report on %d is signed on %s, before that year ended"), report->year,
                    date_words(lint, report->signed_date))
            ->found = report->signed_date;
}

/* Article 49: departments by 31 January, governments by 31 March. Who is neither for certain has the later
 * day; so had all before 2019 (article 31 of 2007). */
static const char *deadline(const struct lint *lint)
{
    const struct nb_report *report = lint->report;
    bool department = report->year >= 2019 && report->agency && office_is_department(report->agency);
    return arena_printf(lint->arena, "%d-%s", report->year + 1, department ? "01-31" : "03-31");
}

void check_late_date(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    const char *date = report->signed_date ? report->signed_date : report->published;
    if (!report->year || !date)
        return;
    const char *last = deadline(lint);
    if (strcmp(date, last) <= 0 && report->published)
        date = report->published;
    /* A date a year late is that of a page that was moved, or a wrong year. */
    if (strcmp(date, last) <= 0 || atoi(date) > report->year + 1)
        return;
    struct nb_finding *finding = finding_add(
        lint, place_of_date(lint, date),
        date == report->signed_date ? _("the report is signed on %s; it was to be published by %s")
                                    : _("the report was published on %s, not by %s"),
        date_words(lint, date), date_words(lint, last));
    if (date != report->signed_date)
        finding->severity = NB_NOTE;
    finding_says(finding, date, last);
}

/* ---- how to reach the office ---- */

void check_contact_missing(struct lint *lint)
{
    static const char *const words[] = {"地址", "邮编", NULL};
    const struct slips *slips = &lint->slips;
    const struct nb_article *first = lint->report->articles;
    bool said = next_slip(slips, NULL, SLIP_PHONE) || next_slip(slips, NULL, SLIP_MAIL) ||
                next_slip(slips, NULL, SLIP_MOBILE);
    if (!said && first && !string_says(lint->report->text->shadow, words))
        finding_add(lint, (struct nb_span){first->span.start, first->span.start},
                    _("the report names no telephone number, address or mailbox for questions"));
}

void check_link_broken(struct lint *lint)
{
    report_slips(lint, SLIP_LINK, 0,
                 N_("the address “%s” leads nowhere: it is not written as addresses are"));
    report_slips(lint, SLIP_LINK, 1, N_("“%s” can be reached from within the office only"));
}

void check_phone_broken(struct lint *lint)
{
    report_slips(lint, SLIP_PHONE, 1, N_("the telephone number “%s” has too few or too many digits"));
    report_slips(lint, SLIP_POSTCODE, 0, N_("“%s”: a postcode has six digits"));
}

/* ---- what is cited ---- */

/* Whether this notice, or, `loosely`, one of its year gave the form of other reports. */
static bool is_of_other_form(int notice, const struct nb_form *own, bool loosely)
{
    int part = loosely ? NOTICES : 1;
    for (size_t f = 0; f < form_count; f++)
        if (notice / part && &form_table[f] != own &&
            slip_notice(form_table[f].notice) / part == notice / part)
            return true;
    return false;
}

/* Notices that gave the form of other years, where the own one's year is not cited; and, in the preamble,
 * where the own one is cited nowhere, one of its year or of its number: other notices of that office are
 * cited in the articles. */
/* Whether the title before a notice is that of the one which gave the form:
 * 《关于印发〈…年度报告格式〉的通知》(国办公开办函…).
 */
static bool gives_form(const struct lint *lint, const struct slip *slip)
{
    static const char title[] = "年度报告格式";
    enum { NEAR = 40 }; /* bytes: 〉的通知》( */
    size_t from = slip->span.start < NEAR ? 0 : slip->span.start - NEAR;
    return memmem(shadow_at(lint, from), slip->span.start - from, title, strlen(title));
}

static void check_notices(struct lint *lint, const struct nb_form *form, int own)
{
    const struct nb_article *first = lint->report->articles;
    const struct slip *wrong = NULL;
    bool right = false, year = false;
    FOR_SLIPS (slip, SLIP_NOTICE) {
        right |= slip->value == own;
        year |= slip->value / NOTICES == own / NOTICES;
    }
    FOR_SLIPS (slip, SLIP_NOTICE) {
        bool preamble = first && slip->span.start < first->span.start;
        bool other = is_of_other_form(slip->value, form, preamble),
             same = slip->value / NOTICES == own / NOTICES;
        bool number = slip->value % NOTICES == own % NOTICES;
        if (other && !year && !string_begins_any(shadow_at(lint, slip->span.end), words_since)) {
            const char *found = span_text(lint, slip->span);
            finding_says(finding_add(lint, slip->span, _("“%s” does not hold for a report on %d"), found,
                                     lint->report->year),
                         found, form->notice);
        }
        if (!right && preamble && (same || (number && !other) || (!other && gives_form(lint, slip))))
            wrong = slip;
    }
    if (wrong)
        finding_mend(lint, wrong->span, _("“%s” is not the notice on annual reports; that is %s"),
                     form->notice);
}

/* 国办发〔2021〕30号: the number of the notice behind the name of another series. */
static void check_series(struct lint *lint, const struct nb_form *form)
{
    enum { LONGEST = 8 * 3 }; /* bytes of a series: 国办公开办函 */
    const char *number = strstr(form->notice, "〔"), *text = lint->report->text->shadow,
               *at = number ? text : NULL;
    size_t series = number ? (size_t)(number - form->notice) : 0, length = number ? strlen(number) : 0;
    size_t end = lint->report->articles ? lint->report->articles->span.start : 0;
    for (; at && (at = memmem(at, (size_t)(text + end - at), number, length)); at += length) {
        const char *from = at;
        while (from - text >= 3 && at - from < LONGEST && utf8_is_han(from - 3) && !utf8_is(from, "国"))
            from -= 3;
        if (utf8_is(from, "国") && ((size_t)(at - from) != series || strncmp(from, form->notice, series)))
            finding_mend(lint, (struct nb_span){(size_t)(from - text), (size_t)(at + length - text)},
                         _("“%s” is not the notice on annual reports; that is %s"), form->notice);
    }
}

void check_notice_outdated(struct lint *lint)
{
    const struct nb_form *form = form_of_year(lint->report->year);
    int own = form ? slip_notice(form->notice) : 0;
    if (own < NOTICES)
        return;
    check_notices(lint, form, own);
    check_series(lint, form);
    FOR_SLIPS (slip, SLIP_REGULATION) {
        if (slip->value == 711)
            continue;
        struct nb_finding *finding =
            slip->value == 492
                ? finding_add(lint, slip->span,
                              _("the regulation of 2007 (国务院令第492号) ceased on 15 May 2019"))
                : finding_add(
                      lint, slip->span,
                      _("the regulation is decree 711 of the State Council (国务院令第711号), not %d"),
                      slip->value);
        finding_says(finding, span_text(lint, slip->span), "国务院令第711号");
    }
}

/* Items of the articles of the regulation that reports cite with items, since 2019. */
static const struct {
    int article, items;
} itemized[] = {{20, 15}, {36, 7}};

static void check_items(struct lint *lint)
{
    for (size_t i = 0; i < sizeof itemized / sizeof *itemized; i++)
        FOR_SLIPS (slip, SLIP_ITEM)
            if (slip->value / 100 == itemized[i].article && slip->value % 100 > itemized[i].items)
                finding_add(lint, slip->span, _("article %d of the regulation has %d items, no (%d)"),
                            itemized[i].article, itemized[i].items, slip->value % 100)
                    ->found = span_text(lint, slip->span);
}

/* "根据《条例》第十五条编制本报告": articles 49 and 50 are on annual reports; those of public enterprises
 * rest on article 55. */
static void check_purpose(struct lint *lint)
{
    FOR_SLIPS (slip, SLIP_ARTICLE) {
        const struct passage *passage = passage_at(lint, slip->span.start);
        if (!passage || passage->article || slip->value == 49 || slip->value == 50 || slip->value >= 55)
            continue;
        struct nb_span sentence = sentence_around(lint, passage, slip->span);
        const char *words = shadow_text(lint, sentence.start, sentence.end);
        if (string_says(words, words_make_reports) && strstr(words, "报告"))
            finding_add(lint, slip->span,
                        _("annual reports rest on articles 49 and 50 of the regulation, not on article %d"),
                        slip->value)
                ->found = span_text(lint, slip->span);
    }
}

/* Whether the words before a term say that the law sets it: 法定15个工作日, 条例规定的15个工作日; not
 * 在法定期限内 办结,用时5个工作日. */
static bool is_set_by_law(const char *before)
{
    enum { GAP = 14 * 3 }; /* bytes: 规定,自收到申请之日起 */
    const char *law = strstr(before, "条例"), *rule = law ? strstr(law, "规定") : NULL;
    return string_ends_any(before, before + strlen(before), words_set_by_law) ||
           (rule && strlen(rule) <= GAP);
}

/* "按照《条例》规定,在15个工作日内答复": an application has 20 working days, what was made no more than 20.
 * Others have terms of their own, more time may be asked for, and an office may need fewer. */
static void check_terms_of_law(struct lint *lint)
{
    enum { DAYS = 20, ANSWER = 33, PUBLISH = 26 };
    FOR_SLIPS (slip, SLIP_DAYS) {
        const struct passage *passage = passage_at(lint, slip->span.start);
        if (!passage)
            continue;
        struct nb_span whole = sentence_around(lint, passage, slip->span);
        const char *before = shadow_text(lint, whole.start, slip->span.start),
                   *behind = shadow_text(lint, slip->span.end, whole.end);
        bool answer = is_set_by_law(before) && strstr(behind, "答复");
        bool late = string_says(before, words_begin_terms) && strstr(behind, "公开") && slip->value > DAYS;
        if (string_says(before, words_other_terms) || string_says(behind, words_other_terms) ||
            !(answer ? slip->value != DAYS : late))
            continue;
        finding_add(lint, slip->span,
                    _("article %d of the regulation sets %d working days, the sentence says %d"),
                    answer ? ANSWER : PUBLISH, DAYS, slip->value)
            ->found = span_text(lint, slip->span);
    }
}

/* The regulation has 56 articles since 2019, had 38 before. */
void check_statute_article(struct lint *lint)
{
    int last = lint->report->year && lint->report->year < 2018 ? 38 : 56;
    FOR_SLIPS (slip, SLIP_ARTICLE)
        if (slip->value > last || slip->value < 1)
            finding_add(lint, slip->span, _("the regulation has no article %d; its last is %d"), slip->value,
                        last)
                ->found = span_text(lint, slip->span);
    if (last != 56)
        return;
    check_items(lint);
    check_purpose(lint);
    if (lint->report->year > 2019) /* that of 2007 gave 15 days, until May 2019 */
        check_terms_of_law(lint);
}

/* ---- annexes ---- */

/* Whether a line begins with an annex or a link to one, 相关附件下载. */
static bool has_annex(const struct lint *lint)
{
    const char *line = lint->report->text->shadow;
    for (; line; line = strchr(line, '\n')) {
        line += strspn(line, " \t\r\n\x01");
        if (string_begins_any(line, words_annexes))
            return true;
    }
    return false;
}

/* "具体名单见附件1" where nothing is annexed. */
void check_annex_missing(struct lint *lint)
{
    if (!strstr(lint->report->text->shadow, "见附") || has_annex(lint))
        return;
    FOR_PASSAGES (passage, &lint->prose)
        for (const char *const *refer = words_refer_to_annexes; *refer; refer++) {
            const char *at =
                bytes_find(shadow_at(lint, passage->span.start), shadow_at(lint, passage->span.end), *refer);
            size_t place = at ? (size_t)(at - shadow_at(lint, 0)) + strlen("见") : 0;
            if (at)
                finding_quote(lint, ((struct nb_span){place, place + strlen("附件")}),
                              _("“%s”: nothing is annexed to the report"));
        }
}
