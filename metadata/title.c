/* title.c - which line of a page's head is the report's title, and what sentences call the report. */
#include "head.h"
#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LEFT = 50, LONGEST_ABOVE = 30, LONGEST_TAIL = 40, MOST_ABOVE = 2 }; /* characters, lines */

/* What may stand behind a title: nothing that matters, prose, or words that make it something else. */
enum tail { TAIL_NONE, TAIL_PROSE, TAIL_OTHER };

static bool head_says(const struct head *head, struct nb_span span)
{
    return head_has(head, span, MARK_STOP) || head_has(head, span, MARK_COMMA) || head_has(head, span, MARK_COLON);
}

/* "(2022年度)" and the like: a bracket of some characters. */
static size_t bracket_length(const struct head *head, struct nb_span span)
{
    enum { LONGEST = 45 }; /* bytes */
    static const char *const opens[] = {"(", "[", "【", "〔", NULL}, *const closes[] = {")", "]", "】", "〕", NULL};
    if (!head_begins_any(head, span, opens))
        return 0;
    for (size_t at = span.start, length; at < span.end && at < span.start + LONGEST; at++)
        if ((length = head_begins_any(head, (struct nb_span){at, span.end}, closes)) != 0)
            return at - span.start + length;
    return 0;
}

/* The bytes of 的通知 in "关于公布…的通知", a notice that hands on the report itself; *inner: what it says behind the verb. One
 * on how to write it says 做好, 编制, 报送. */
static size_t notice_length(const struct head *head, struct nb_span left, struct nb_span tail, struct nb_span *inner)
{
    static const char *const verbs[] = {"公布", "发布", "印发", NULL};
    static const char *const notices[] = {"》的通知", "的通知", NULL};
    for (*inner = left; inner->start < left.end; inner->start++) {
        size_t length = head_begins_any(head, *inner, verbs);
        inner->start += length;
        if (length)
            return head_begins_any(head, tail, notices);
    }
    return 0;
}

/* The bytes of ".docx" and the like, which ends the name of a file; 0: nothing does. */
static size_t extension_length(const struct head *head, struct nb_span tail)
{
    enum { LONGEST = 5 };
    size_t end = tail.start + 1;
    while (end < tail.end && end - tail.start <= LONGEST && isalpha((unsigned char)head->squeezed[end]))
        end++;
    return head_begins(head, tail, ".") && end == tail.end ? end - tail.start : 0;
}

/* The bytes of a year that ends the tail: 年报2013年. */
static size_t last_year_length(const struct head *head, struct nb_span tail)
{
    size_t count, first = head_marks_in(head, tail, &count);
    const struct mark *mark = &head->marks[first];
    return count == 1 && mark->kind == MARK_YEAR && mark->span.start == tail.start && mark->span.end == tail.end
               ? tail.end - tail.start
               : 0;
}

static bool is_date_or_field(const struct head *head, struct nb_span tail)
{
    size_t count, first = head_marks_in(head, tail, &count);
    const struct mark *mark = &head->marks[first];
    return count && mark->span.start == tail.start && (mark->kind == MARK_FIELD || mark->kind == MARK_DATE);
}

/* Behind what decorates a title, or makes it the title of the notice that the report is published with. */
static struct nb_span bare_tail(const struct head *head, struct nb_span tail)
{
    static const char *const words[] = {"的公告", "的公示", "的通告", "公告", "公示", "公布", "发布", "全文", "正文", NULL};
    for (size_t length; tail.start < tail.end && !is_date_or_field(head, tail);) {
        length = head_begins_any(head, tail, words);
        length = length ? length : bracket_length(head, tail);
        length = length ? length : extension_length(head, tail);
        length = length ? length : last_year_length(head, tail);
        length = length ? length : head_sign(head, tail.start);
        if (!length)
            break;
        tail.start += length;
    }
    return tail;
}

/* Whether the words open the report's first paragraph or article. */
static bool opens_prose(const struct head *head, struct nb_span span)
{
    static const char *const openers[] = {"根据",   "按照", "依据", "遵照", "为", "本报告", "本年报",   "本年度", "现将",
                                          "现公布", "一、", "1、",  "目录", "20", "概述",   "总体情况", NULL};
    return head_begins_any(head, span, openers) != 0;
}

/* Nothing, or the hour behind a date: 15:03. */
static bool is_hour(const struct head *head, size_t start, size_t end)
{
    return strspn(head->squeezed + start, " :0123456789") >= end - start;
}

/* "云丘市审计局2023年1月12日", "云丘市审计局二○二三年一月" */
static bool is_office_and_date(const struct head *head, struct nb_span tail)
{
    size_t count, first = head_marks_in(head, tail, &count);
    for (size_t i = first; i < first + count; i++)
        if ((head->marks[i].kind == MARK_DATE || head->marks[i].kind == MARK_MONTH) &&
            is_hour(head, head->marks[i].span.end, tail.end))
            return office_is_named(head, (struct nb_span){tail.start, head->marks[i].span.start});
    return false;
}

/* The bytes of what the title names beside the report: 和2012年工作打算; 0: nothing. */
static size_t second_length(const struct head *head, struct nb_span tail)
{
    enum { LONGEST = 15 }; /* characters */
    static const char *const joins[] = {"和", "及", "与", "暨", NULL};
    bool second = head_begins_any(head, tail, joins) && !head_says(head, tail) && head_characters(head, tail) <= LONGEST;
    return second ? tail.end - tail.start : 0;
}

static enum tail tail_of(const struct head *head, struct nb_span whole)
{
    struct nb_span tail = bare_tail(head, whole);
    if (tail.start == tail.end || second_length(head, whole))
        return TAIL_NONE;
    bool set_off = tail.start > whole.start && strchr("-_ \x1F", head->squeezed[tail.start - 1]);
    bool prose =
        head_has(head, tail, MARK_STOP) || head_has(head, tail, MARK_COMMA) || head_characters(head, tail) > LONGEST_TAIL;
    if (is_date_or_field(head, tail) || is_office_and_date(head, tail))
        return TAIL_NONE;
    if (!prose && (set_off || office_is_named(head, tail)))
        return TAIL_NONE;
    return opens_prose(head, tail) && tail.start == whole.start ? TAIL_PROSE : TAIL_OTHER;
}

/* ---- what stands before ---- */

/* Behind the last thing in the line that cannot be in a title: a caption of a field or an office and its colon, the end of a
 * cell. */
static size_t left_start(const struct head *head, const struct mark *report, size_t line)
{
    size_t count, first = head_marks_in(head, (struct nb_span){line, report->span.start}, &count), start = line;
    for (size_t i = first; i < first + count; i++)
        if (head->marks[i].kind == MARK_CELL || head->marks[i].kind == MARK_FIELD ||
            (head->marks[i].kind == MARK_COLON &&
             (start == head->marks[i].span.start || office_is_named(head, (struct nb_span){start, head->marks[i].span.start}))))
            start = head->marks[i].span.end;
    return start;
}

/* Behind the name of a site or column that a blank, dash or colon sets off from a title with an office: 某区政府网 某区2022年….
 */
static size_t behind_column(const struct head *head, struct nb_span left)
{
    static const char *const columns[] = {"网", "网站", "门户", "平台", "公开", "年报", "报告", "专栏"};
    size_t start = left.start;
    for (size_t at = left.start + 1; at < left.end; at++) {
        bool dash = strchr("-_:", head->squeezed[at - 1]), column = false;
        bool set_off = dash || strchr(" \t\x01", head->shadow[head->offset[at] - 1]);
        struct nb_span before = {start, at - dash}, name;
        for (size_t i = 0; set_off && i < sizeof columns / sizeof *columns; i++)
            column |= head_ends(head, before, columns[i]);
        name = column ? office_before(head, (struct nb_span){at, left.end}) : (struct nb_span){at, at};
        if (name.start < name.end)
            start = at;
    }
    return start;
}

/* "1、" and "3." before a title in a list; the year that opens a title is no number in a list. */
static size_t number_length(const struct head *head, struct nb_span span)
{
    enum { DIGITS = 2 };
    size_t digits = 0;
    while (span.start + digits < span.end && isdigit((unsigned char)head->squeezed[span.start + digits]))
        digits++;
    size_t behind = span.start + digits;
    bool number = digits && digits <= DIGITS && behind < span.end && head->squeezed[behind] != '\n' && head_sign(head, behind);
    return number ? digits + head_sign(head, behind) : 0;
}

static int year_in(const struct head *head, struct nb_span span)
{
    size_t count, first = head_marks_in(head, span, &count);
    for (size_t i = first; i < first + count; i++)
        if (head->marks[i].kind == MARK_YEAR || head->marks[i].kind == MARK_TERM)
            return head->marks[i].date.year;
    return 0;
}

/* Without bullets, numbers, rulers, quotation marks and the words 正文 and 附件. */
static struct nb_span bare_left(const struct head *head, struct nb_span left)
{
    static const char *const words[] = {"正文", "附件", "附:", "标题:", "“", NULL};
    for (size_t length; left.start < left.end;) {
        length = head_begins_any(head, left, words);
        size_t bracket = bracket_length(head, left);
        length = length || year_in(head, (struct nb_span){left.start, left.start + bracket}) ? length : bracket;
        length = length ? length : number_length(head, left);
        length = length ? length : head_sign(head, left.start);
        if (!length)
            break;
        left.start += length;
    }
    return left;
}

/* Whether 《 opened before and not closed holds the place; *open: where. */
static bool is_quoted(const struct head *head, struct nb_span left, size_t *open)
{
    size_t count, first = head_marks_in(head, left, &count);
    bool quoted = false;
    for (size_t i = first; i < first + count; i++) {
        if (head->marks[i].kind == MARK_OPEN)
            *open = head->marks[i].span.start;
        quoted = head->marks[i].kind == MARK_OPEN || (quoted && head->marks[i].kind != MARK_CLOSE);
    }
    return quoted;
}

/* "某局2022政府信息公开年报" */
static int bare_year(const struct head *head, struct nb_span left)
{
    const char *digits = left.end < left.start + 4 ? "" : head->squeezed + left.end - 4;
    if (strspn(digits, "0123456789") < 4 || (strncmp(digits, "20", 2) && strncmp(digits, "19", 2)))
        return 0;
    return left.end > left.start + 4 && digits[-1] >= '0' && digits[-1] <= '9' ? 0 : (int)strtol(digits, NULL, 10);
}

/* The year of a line: 2022年度, or a line of nothing but 2022. */
static int line_year(const struct head *head, struct nb_span line)
{
    int year = year_in(head, line);
    return year || head_characters(head, line) > 4 ? year : bare_year(head, line);
}

/* A short line without a stop, a caption, a date or a path. */
static bool is_plain(const struct head *head, struct nb_span line)
{
    static const enum mark_kind never[] = {MARK_STOP, MARK_COMMA, MARK_COLON, MARK_FIELD,
                                           MARK_DATE, MARK_PATH,  MARK_CELL,  MARK_REPORT};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (head_has(head, line, never[i]))
            return false;
    return head_characters(head, line) <= LONGEST_ABOVE;
}

/* 某局(某办): without the second name in brackets. */
static struct nb_span first_name(const struct head *head, struct nb_span name)
{
    const char *open = head_ends(head, name, ")") ? memchr(head->squeezed + name.start, '(', name.end - name.start) : NULL;
    return open ? (struct nb_span){name.start, (size_t)(open - head->squeezed)} : name;
}

/* A plain line may be the title's first line: one that names the year and, where the title has no office yet, the office or 关于.
 */
static bool may_be_above(const struct head *head, struct nb_span line, bool has_office)
{
    struct nb_span name = first_name(head, office_before(head, line));
    if (!is_plain(head, line))
        return false;
    if (has_office)
        return line_year(head, line) && name.start == name.end;
    return line_year(head, line) || office_is_named(head, name) || head_ends(head, line, "关于");
}

/* 和社会保障局: the name goes on from the line above. */
static bool goes_on(const struct head *head, struct nb_span name)
{
    static const char *const joins[] = {"和", "及", "与", "、", NULL};
    return head_begins_any(head, name, joins) != 0;
}

/* Take in the lines above while the title lacks its office, a part of it or its year. */
static void join_above(const struct head *head, struct title *title, struct nb_span left)
{
    enum { SHORTEST = 3 }; /* characters: 司法信息公开 names none, and 设局 is the end of a name */
    for (int lines = 0; lines < MOST_ABOVE && title->span.start == left.start && left.start > 0; lines++) {
        bool part = goes_on(head, title->office), has_office = head_characters(head, title->office) >= SHORTEST && !part;
        if ((has_office && title->year) || head->squeezed[left.start - 1] != '\n')
            return;
        struct nb_span above = head_line(head, left.start - 1);
        struct nb_span joined = {bare_left(head, above).start, left.end};
        if (!may_be_above(head, above, has_office) &&
            !(!has_office && is_plain(head, above) && office_is_named(head, office_before(head, joined))))
            return;
        left.start = title->span.start = joined.start;
        struct nb_span upper = first_name(head, office_before(head, above));
        if (!has_office)
            title->office = !part && office_is_named(head, upper) ? upper : office_before(head, left);
        int year = year_in(head, left); /* it may be broken over the lines */
        title->year = title->year ? title->year : year ? year : line_year(head, above);
    }
}

/* "…人民政府信息公开…" names a 人民政府. */
static void complete_government(const struct head *head, struct title *title, const struct mark *report)
{
    struct nb_span core = report->span;
    if (title->office.end == core.start && head_ends(head, title->office, "人民") && head_begins(head, core, "政府"))
        title->office.end += strlen("政府");
}

static enum title_evidence weigh(const struct title *title)
{
    bool office = title->office.start < title->office.end;
    return title->year ? office ? TITLE_FULL : TITLE_YEAR : office ? TITLE_OFFICE : TITLE_BARE;
}

/* What stands behind a title and says more of it: in brackets, or set off by a line. */
static struct nb_span words_behind(const struct head *head, struct nb_span tail)
{
    size_t bracket = bracket_length(head, tail);
    struct nb_span rest = bare_tail(head, tail), none = {tail.start, tail.start};
    if (bracket)
        return (struct nb_span){tail.start + 1, tail.start + bracket - 1};
    bool set_off = rest.start > tail.start && strchr("-_ ", head->squeezed[rest.start - 1]);
    return set_off && !head_has(head, rest, MARK_REPORT) && !head_has(head, rest, MARK_CELL) ? rest : none;
}

/* "…年报-某局", "…年报(某局2021年)". */
static struct nb_span office_behind(const struct head *head, struct nb_span tail)
{
    struct nb_span words = words_behind(head, tail), name = office_before(head, words);
    return !head_has(head, words, MARK_DATE) && office_is_named(head, name) ? name : (struct nb_span){tail.start, tail.start};
}

/* "某局:2021年…", "【某局】2021年…": the office stands before a colon or in brackets. */
static struct nb_span office_ahead(const struct head *head, size_t line, size_t left)
{
    struct nb_span none = {left, left}, name = {line, left - 1};
    size_t sign = utf8_length((unsigned char)head->squeezed[line]);
    if (left == line)
        return none;
    if (bracket_length(head, (struct nb_span){line, left}) == left - line)
        name = (struct nb_span){line + sign, left - sign};
    else if (head->squeezed[name.end] != ':')
        return none;
    return office_is_named(head, name) ? name : none;
}

/* What a title, or a sentence about a report, says before and in the report's name. */
static struct title read_title(const struct head *head, const struct mark *report, struct nb_span left, struct nb_span tail)
{
    struct title title = {.span = {left.start, report->span.end + second_length(head, tail)},
                          .office = office_before(head, left)};
    title.year = year_in(head, left);
    title.year = title.year ? title.year : report->date.year;
    title.year = title.year ? title.year : bare_year(head, left);
    struct nb_span behind = {tail.start, tail.start + bracket_length(head, tail)};
    if (behind.start == behind.end)
        behind.end += last_year_length(head, tail);
    if (!title.year && (title.year = year_in(head, behind)) != 0)
        title.span.end = behind.end;
    title.year = title.year ? title.year : year_in(head, words_behind(head, tail));
    return title;
}

/* The year of a line that says little else, "(2022年度)"; 0 if it is none. */
static int year_line(const struct head *head, struct nb_span line)
{
    enum { LONGEST = 12 };
    bool prose = head_has(head, line, MARK_COMMA) || head_has(head, line, MARK_STOP);
    return prose || head_characters(head, line) > LONGEST ? 0 : line_year(head, line);
}

/* Year and office on lines of their own below, in either order; the year is the title's last line if it stands next to it. */
static void join_below(const struct head *head, struct title *title)
{
    size_t end = title->span.end;
    for (int lines = 0; lines < 2 && end < head->length && head->squeezed[end] == '\n'; lines++) {
        struct nb_span below = head_line(head, end + 1), office = office_line(head, below);
        int year = year_line(head, below);
        if (!title->year && year) {
            title->year = year;
            title->span.end = title->span.end == end ? below.end : title->span.end;
        } else if (title->office.start == title->office.end && office.start < office.end) {
            title->office = office;
        } else {
            return;
        }
        end = below.end;
    }
}

/* ---- the candidates ---- */

/* 我局2022年, 本机关2022年: what a title says that names no office. A sentence has a verb there. */
static bool is_own(const struct head *head, struct nb_span left)
{
    enum { LONGEST = 3 }; /* characters */
    size_t count, first = head_marks_in(head, left, &count);
    bool year = count == 1 && (head->marks[first].kind == MARK_YEAR || head->marks[first].kind == MARK_TERM);
    if (!year || head->marks[first].span.end != left.end)
        return false;
    struct nb_span who = {left.start, head->marks[first].span.start};
    return (head_begins(head, who, "我") || head_begins(head, who, "本")) && head_characters(head, who) <= LONGEST;
}

/* With the line above, where the report's name opens its line and that one may be the title's. */
static struct nb_span with_above(const struct head *head, struct nb_span line, struct nb_span left)
{
    if (left.start != left.end || !line.start)
        return left;
    struct nb_span above = head_line(head, line.start - 1);
    return may_be_above(head, above, false) ? (struct nb_span){above.start, left.end} : left;
}

/* Whether the words before the report's name can be a title's: no sentence, path or announcement of one. */
static bool may_be_title(const struct head *head, struct nb_span left, size_t line, bool tail)
{
    static const char *const announcing[] = {"现公布", "现将", "现发布", "根据", "按照", "本报告", "本机关", "本局", "我", NULL};
    return !head_has(head, (struct nb_span){line, left.end}, MARK_PATH) && !head_says(head, left) &&
           head_characters(head, left) <= LONGEST_LEFT && !head_has(head, left, MARK_REPORT) &&
           (!head_begins_any(head, left, announcing) || (is_own(head, left) && !tail));
}

/* The office that stands apart from the title: before a colon or behind. */
static void find_office(const struct head *head, struct title *title, struct nb_span before, struct nb_span tail)
{
    if (title->office.start == title->office.end)
        title->office = office_ahead(head, before.start, before.end);
    if (title->office.start == title->office.end && !title->glued)
        title->office = office_behind(head, tail);
}

/* A title of which the mark is the last part; evidence is TITLE_NONE if it is none. */
static struct title candidate(const struct head *head, const struct mark *report)
{
    struct nb_span line = head_line(head, report->span.start), cell = head_cell(head, report->span.end);
    struct nb_span left = {left_start(head, report, line.start), report->span.start};
    left.start = behind_column(head, left);
    left = bare_left(head, left);
    struct nb_span tail = {report->span.end, cell.end}, inner;
    struct title none = {.evidence = TITLE_NONE};
    size_t open = SIZE_MAX, handed_on = notice_length(head, with_above(head, line, left), tail, &inner);
    enum tail kind = tail_of(head, (struct nb_span){tail.start + handed_on, tail.end});
    bool quoted = is_quoted(head, left, &open), notice = quoted && (handed_on || head_begins(head, tail, "》的公"));
    if (kind == TAIL_OTHER || !may_be_title(head, left, line.start, tail.start < tail.end))
        return none;
    if (quoted && !notice && !(open == left.start && kind == TAIL_NONE))
        return none;
    if (quoted)
        left.start = open + strlen("《");
    else if (handed_on && inner.start > left.start && office_before(head, inner).end > inner.start)
        left.start = inner.start;
    struct title title = read_title(head, report, left, tail);
    title.glued = kind == TAIL_PROSE;
    if (left.start == line.start || bare_left(head, (struct nb_span){line.start, left.end}).start == left.start)
        join_above(head, &title, left);
    find_office(head, &title, (struct nb_span){line.start, left.start}, tail);
    join_below(head, &title);
    complete_government(head, &title, report);
    title.evidence = weigh(&title);
    return title.glued && title.evidence < TITLE_YEAR ? none : title;
}

/* What a sentence calls the report: the words behind the last mark or verb before the report's name. */
static struct title mentioned(const struct head *head, const struct mark *report)
{
    static const char *const verbs[] = {"公布", "发布", "编制了", "编制", "现将", "形成",
                                        "制定", "制作", "撰写",   "公开", "反映", NULL};
    struct nb_span line = head_line(head, report->span.start), left = {line.start, report->span.start};
    size_t count, first = head_marks_in(head, left, &count);
    for (size_t i = first; i < first + count; i++) {
        enum mark_kind kind = head->marks[i].kind;
        if (kind == MARK_STOP || kind == MARK_COMMA || kind == MARK_COLON || kind == MARK_OPEN)
            left.start = head->marks[i].span.end;
    }
    struct nb_span before = {left.start, left.start};
    for (size_t at = left.start, length; at < left.end; at++)
        if ((length = head_begins_any(head, (struct nb_span){at, left.end}, verbs)) != 0) {
            before.end = before.end > before.start ? before.end : at;
            left.start = at + length;
        }
    struct title title = read_title(head, report, left, (struct nb_span){report->span.end, report->span.end});
    if (title.office.start == title.office.end && office_is_named(head, office_trim(head, before)))
        title.office = office_trim(head, before);
    if (title.office.start == title.office.end && line.start && head_begins(head, line, "关于"))
        title.office = office_line(head, head_line(head, line.start - 1)); /* a letter's: its author stands above */
    complete_government(head, &title, report);
    title.evidence = weigh(&title);
    return title;
}

static bool is_better(const struct head *head, const struct title *one, const struct title *best, size_t body)
{
    if (!best->evidence)
        return true;
    if ((one->span.start >= body) != (best->span.start >= body))
        return one->span.start >= body && one->evidence > TITLE_BARE;
    if (one->evidence != best->evidence)
        return one->evidence > best->evidence;
    if (one->glued != best->glued)
        return best->glued;
    return strcmp(head_text(head, one->span), head_text(head, best->span)) != 0;
}

/* Whether a title that names only what the report is on is one: 某局2008年政府信息公开工作情况, alone on its line. */
static bool is_of_matter(const struct head *head, const struct mark *matter, const struct title *title)
{
    return title->evidence == TITLE_FULL && matter->span.end == head_line(head, matter->span.start).end;
}

struct titles titles_find(const struct head *head, size_t body)
{
    struct titles titles = {{0}, {0}, {0}};
    struct title matter = {0};
    for (size_t i = 0; i < head->mark_count; i++) {
        const struct mark *report = &head->marks[i];
        size_t open;
        if (report->kind != MARK_REPORT && report->kind != MARK_MATTER)
            continue;
        struct title title = candidate(head, report);
        if (report->kind == MARK_MATTER)
            matter = is_of_matter(head, report, &title) ? title : matter;
        else if (title.evidence && is_better(head, &title, &titles.best, body))
            titles.best = title;
        if (title.evidence && report->kind == MARK_REPORT)
            continue;
        struct nb_span left = {head_line(head, report->span.start).start, report->span.start};
        struct title *said = is_quoted(head, left, &open) ? &titles.quoted : &titles.named;
        title = mentioned(head, report);
        if (title.evidence > said->evidence)
            *said = title;
    }
    if (!titles.best.evidence)
        titles.best = matter;
    return titles;
}
