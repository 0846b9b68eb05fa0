/* dates.c - the period of a report's figures and the days on which it was published, made and changed. */
#include "head.h"
#include "numeral.h"
#include "text.h"
#include "utf8.h"

#include <string.h>

const char *date_text(struct nb_arena *arena, struct date date)
{
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
        return NULL;
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static bool is_whole(struct date date)
{
    return date.year && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

/* The end of the line behind that of `at`, and the start of the one before: a date may be broken. */
static size_t behind_next(const char *words, size_t at, size_t end)
{
    for (size_t lines = 0; lines < 2 && at < end; lines++) {
        const char *stop = memchr(words + at, '\n', end - at);
        at = stop ? (size_t)(stop + 1 - words) : end;
    }
    return at;
}

static size_t before_last(const char *words, size_t at, size_t start)
{
    for (size_t lines = 0; at > start; at--)
        if (words[at - 1] == '\n' && lines++)
            break;
    return at;
}

struct nb_span dated_lines(const struct nb_text *text, struct nb_span span)
{
    enum { COMPACT = 8 }; /* digits: 20230114 */
    const char *start = text->shadow + span.start, *end = text->shadow + span.end, *first = end,
               *last = start;
    size_t digits = 0;
    for (const char *at = start; at < end; at += utf8_length((unsigned char)*at)) {
        for (; at < end && *at != *"月" && (unsigned char)*at > 0xE3; digits = 0) /* as most of prose */
            at += strlen("月");
        bool digit = at < end && *at >= '0' && *at <= '9', mark = digits && *at >= '-' && *at <= '/';
        digits = digit ? digits + 1 : mark || (unsigned char)*at <= ' ' ? digits : 0;
        if (at >= end || (!mark && digits < COMPACT && !utf8_is(at, "月")))
            continue;
        first = first < end ? first : at;
        last = at;
    }
    if (first == end)
        return (struct nb_span){span.start, span.start};
    return (struct nb_span){before_last(text->shadow, (size_t)(first - text->shadow), span.start),
                            behind_next(text->shadow, (size_t)(last - text->shadow), span.end)};
}

/* ---- the period ---- */

static bool opens_year(struct date date)
{
    return date.month == 1 && date.day == 1;
}

/* The period between two marks that are joined; year 0 where they make none: days of one month are those of a
 * notice (公示期). */
static struct period period_of(const struct head_mark *from, const struct head_mark *to)
{
    struct period none = {{0, 0, 0}, {0, 0, 0}}, period = {from->date, to->date};
    bool months = from->kind == MARK_MONTH && (to->kind == MARK_MONTH || to->kind == MARK_ONLY_MONTH);
    if (!period.to.year)
        period.to.year = period.from.year;
    if (to->kind == MARK_ONLY_MONTH)
        period.to.month = to->date.month;
    if (months) {
        period.from.day = 1;
        period.to.day = days_of_month(period.to.year, period.to.month);
    }
    /* From New Year's Day to 31 December of an earlier year: one of the years is wrong, and the period is
     * meant all the same. */
    bool turned = opens_year(period.from) && period.to.month == 12 && period.to.day == 31;
    bool days = from->kind == MARK_DATE && (to->kind == MARK_DATE || to->kind == MARK_DAY);
    bool later = period.from.year < period.to.year ||
                 (period.from.year == period.to.year && period.from.month < period.to.month);
    return (days || months) && is_whole(period.from) && is_whole(period.to) && (later || turned) ? period
                                                                                                 : none;
}

static bool is_date(const struct head_mark *mark)
{
    return mark->kind >= MARK_DATE && mark->kind <= MARK_ONLY_MONTH;
}

/* The date behind this one, if no other kind of mark than those of a span of time stands between them. */
static const struct head_mark *next_date(const struct head *head, size_t i)
{
    for (i++; i < head->mark_count; i++) {
        const struct head_mark *mark = &head->marks[i];
        if (is_date(mark))
            return mark;
        if (mark->kind != MARK_TO && mark->kind != MARK_COMMA && mark->kind != MARK_LINE)
            return NULL;
    }
    return NULL;
}

/* Whether a word that says "to" stands between the mark and the next date: 起,至; (含)至; 零时到. How far
 * they are apart tells nothing: of the heads in tests/metadata.txt all 100 periods are found with up to 4
 * characters between, and no other with 60. */
static bool opens_period(const struct head *head, size_t i)
{
    const struct head_mark *next = next_date(head, i);
    return next && head_has(head, (struct nb_span){head->marks[i].span.end, next->span.start}, MARK_TO);
}

void period_find(const struct head *head, struct period *period)
{
    for (size_t i = 0; i < head->mark_count; i++) {
        const struct head_mark *from = &head->marks[i];
        if ((from->kind != MARK_DATE && from->kind != MARK_MONTH) || !opens_period(head, i))
            continue;
        const struct head_mark *to = next_date(head, i);
        struct period found = to ? period_of(from, to) : (struct period){{0, 0, 0}, {0, 0, 0}};
        if (found.from.year && (!period->from.year || (opens_year(found.from) && !opens_year(period->from))))
            *period = found;
    }
}

/* ---- days ---- */

/* Whether the date is one end of a span of time. */
static bool in_period(const struct head *head, size_t i)
{
    size_t before = i;
    while (before && !is_date(&head->marks[before - 1]))
        before--;
    return opens_period(head, i) ||
           (before && next_date(head, before - 1) == &head->marks[i] && opens_period(head, before - 1));
}

/* Whether nothing before the date says what happened on that day: it opens its line or a bracket, is set off
 * by a blank, or stands behind a name. */
static bool is_bare(const struct head *head, struct nb_span before)
{
    for (size_t length; !is_empty(before) && (length = head_sign(head, before.start)) != 0;)
        before.start += length;
    return is_empty(before) || head_set_off(head, before.end) ||
           strchr("([\x1F", head->squeezed[before.end - 1]) || head_ends(head, before, "【") ||
           office_is_named(head, before);
}

/* What stands between the title and the first caption behind the date, as far as it is on the date's line. */
static struct nb_span line_beside(const struct head *head, size_t date, struct nb_span title)
{
    struct nb_span line = head_line(head, head->marks[date].span.start);
    if (line.start < title.end && title.start < line.end)
        line.start = title.end;
    for (size_t i = date + 1; i < head->mark_count && head->marks[i].span.start < line.end; i++)
        if (head->marks[i].kind == MARK_FIELD)
            line.end = head->marks[i].span.start;
    return line;
}

/* Whether the date stands alone, with the hour or a name, on a line or at a line's end at most three lines
 * from the title. */
static bool is_beside(const struct head *head, size_t i, struct nb_span title)
{
    enum { NEAR = 3, LONGEST_LINE = 80, FAR = 1000 }; /* lines, characters beside the date, bytes */
    struct nb_span date = head->marks[i].span, line = line_beside(head, i, title);
    size_t lines = 0, from = title.end <= date.start ? title.end : date.end,
           to = title.end <= date.start ? date.start : title.start;
    struct nb_span before = {line.start, date.start}, behind = {date.end, line.end};
    if (to - from > FAR)
        return false;
    for (size_t at = from; at < to; at++)
        lines += head->squeezed[at] == '\n';
    return title.start < title.end && lines <= NEAR &&
           !head_has(head, line, MARK_STOP | MARK_OPEN | MARK_PATH | MARK_REPORT) && is_bare(head, before) &&
           head_characters(head, before) + head_characters(head, behind) <= LONGEST_LINE &&
           !(title.start <= date.start && date.end <= title.end);
}

static void take(struct date *day, struct date date)
{
    if (!day->year)
        *day = date;
}

/* Take the day that stands behind a caption. Returns the place of its mark, mark_count where none does. */
static size_t take_captioned(const struct head *head, size_t caption, struct days *days)
{
    size_t count, i = head_marks_in(head, field_value(head, caption), &count);
    enum field field = head->marks[caption].field;
    if (count != 1 || head->marks[i].kind != MARK_DATE)
        return head->mark_count;
    if (!is_whole(head->marks[i].date) || in_period(head, i))
        return i;
    if (field == FIELD_PUBLISHED || field == FIELD_DATE)
        take(&days->published, head->marks[i].date);
    else if (field == FIELD_CREATED)
        take(&days->created, head->marks[i].date);
    else if (field == FIELD_UPDATED)
        take(&days->updated, head->marks[i].date);
    return i;
}

void days_find(const struct head *head, struct nb_span title, struct days *days)
{
    bool *captioned = arena_alloc(head->arena, (head->mark_count + 1) * sizeof *captioned);
    for (size_t i = 0; i < head->mark_count; i++)
        if (head->marks[i].kind == MARK_FIELD)
            captioned[take_captioned(head, i, days)] = true;
    for (size_t i = 0; i < head->mark_count; i++) {
        const struct head_mark *mark = &head->marks[i];
        if (mark->kind == MARK_DATE && is_whole(mark->date) && !captioned[i] && !in_period(head, i) &&
            is_beside(head, i, title))
            take(mark->span.start > title.start ? &days->below : &days->above, mark->date);
    }
}
