/* title.c - which line of a page's head is the report's title, and what sentences call the report. */
#include "head.h"
#include "text.h"

#include <string.h>

enum { LONGEST_LEFT = 50, LONGEST_ABOVE = 30, LONGEST_TAIL = 40, MOST_ABOVE = 2 }; /* characters, lines */

/* What may stand behind a title: nothing that matters, prose, or words that make it something else. */
enum tail { TAIL_NONE, TAIL_PROSE, TAIL_OTHER };

static bool head_says(const struct head *head, struct nb_span span)
{
    return head_has(head, span, MARK_STOP | MARK_COMMA | MARK_COLON);
}

/* The first year or school year in the span; NULL: it names none. */
static const struct head_mark *find_year(const struct head *head, struct nb_span span)
{
    return head_find(head, span, MARK_YEAR | MARK_TERM);
}

static int year_in(const struct head *head, struct nb_span span)
{
    const struct head_mark *year = find_year(head, span);
    return year ? year->date.year : 0;
}

static bool begins_with(const struct head *head, struct nb_span span, int kinds)
{
    const struct head_mark *mark = head_find(head, span, kinds);
    return mark && mark->span.start == span.start;
}

/* "(2022年度)" and the like: a bracket of some characters. */
static size_t bracket_length(const struct head *head, struct nb_span span)
{
    enum { LONGEST = 45 }; /* bytes */
    static const char *const opens[] = {"(", "[", "【", "〔", NULL}, *const closes[] = {")", "]", "】", "〕",
                                                                                        NULL};
    if (!head_begins_any(head, span, opens))
        return 0;
    for (size_t at = span.start, length; at < span.end && at < span.start + LONGEST; at++)
        if ((length = head_begins_any(head, (struct nb_span){at, span.end}, closes)) != 0)
            return at - span.start + length;
    return 0;
}

/* "1、" and "3." before a title in a list. */
static size_t number_length(const struct head *head, struct nb_span span)
{
    enum { DIGITS = 2 };
    size_t digits = strspn(head->squeezed + span.start, "0123456789"), sign = span.start + digits;
    return digits && digits <= DIGITS && sign < span.end && (unsigned char)head->squeezed[sign] > ' '
               ? digits * (head_sign(head, sign) != 0) + head_sign(head, sign)
               : 0;
}

/* Behind what decorates a title on either side: bullets, numbers, rulers, brackets, and these words; up to a
 * year, a date or a caption. */
static struct nb_span skip_decoration(const struct head *head, struct nb_span span)
{
    static const char *const words[] = {"的公告", "的公示", "的通告", "公告",  "公示",  "公布", "发布",
                                        "全文",   "正文",   "附件",   "附:",   "标题:", "“",    ".docx",
                                        ".doc",   ".pdf",   ".wps",   ".html", NULL};
    for (size_t length; span.start < span.end; span.start += length) {
        if (begins_with(head, span, MARK_FIELD | MARK_DATE))
            break;
        length = head_begins_any(head, span, words);
        length = length ? length : bracket_length(head, span);
        length = length ? length : number_length(head, span);
        length = length ? length : head_sign(head, span.start);
        if (!length || year_in(head, (struct nb_span){span.start, span.start + length}))
            break;
    }
    return span;
}

/* ---- what stands behind ---- */

/* Whether the words open the report's first paragraph or article. */
static bool opens_prose(const struct head *head, struct nb_span span)
{
    static const char *const openers[] = {"根据",   "按照",   "依据", "遵照",     "为",   "本报告",
                                          "本年报", "本年度", "现将", "现公布",   "一、", "1、",
                                          "目录",   "20",     "概述", "总体情况", NULL};
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
    bool second = head_begins_any(head, tail, joins) && !head_says(head, tail) &&
                  head_characters(head, tail) <= LONGEST;
    return second ? tail.end - tail.start : 0;
}

/* The bytes of the year that ends a title: 年报2013年, 年报(2013年度), 年报(某局2013年). */
static size_t year_length(const struct head *head, struct nb_span tail)
{
    size_t bracket = bracket_length(head, tail);
    struct nb_span words = {tail.start, bracket ? tail.start + bracket : tail.end};
    const struct head_mark *year = find_year(head, words);
    bool whole = year && year->span.start == tail.start && year->span.end == tail.end;
    return year && (bracket || whole) ? words.end - words.start : 0;
}

static bool is_set_off(const struct head *head, size_t at)
{
    return head_set_off(head, at) || strchr("-_\x1F", head->squeezed[at - 1]);
}

static enum tail tail_of(const struct head *head, struct nb_span whole)
{
    struct nb_span tail =
        skip_decoration(head, (struct nb_span){whole.start + year_length(head, whole), whole.end});
    if (tail.start == tail.end || second_length(head, whole))
        return TAIL_NONE;
    bool prose = head_has(head, tail, MARK_STOP | MARK_COMMA) || head_characters(head, tail) > LONGEST_TAIL;
    if (begins_with(head, tail, MARK_FIELD | MARK_DATE) || is_office_and_date(head, tail))
        return TAIL_NONE;
    if (!prose && is_set_off(head, tail.start))
        return TAIL_NONE;
    return opens_prose(head, tail) && tail.start == whole.start ? TAIL_PROSE : TAIL_OTHER;
}

/* ---- what stands before ---- */

/* Behind the last thing in the line that cannot be in a title: a caption of a field or an office and its
 * colon, the end of a cell. */
static size_t left_start(const struct head *head, const struct head_mark *report, size_t line)
{
    size_t count, first = head_marks_in(head, (struct nb_span){line, report->span.start}, &count),
                  start = line;
    for (size_t i = first; i < first + count; i++)
        if (head->marks[i].kind == MARK_CELL || head->marks[i].kind == MARK_FIELD ||
            (head->marks[i].kind == MARK_COLON &&
             (start == head->marks[i].span.start ||
              office_is_named(head, (struct nb_span){start, head->marks[i].span.start}))))
            start = head->marks[i].span.end;
    return start;
}

/* Whether the words end as the name of a site or column does. */
static bool is_column(const struct head *head, struct nb_span words)
{
    static const char *const ends[] = {"网", "网站", "门户", "平台", "公开", "年报", "报告", "专栏", NULL};
    return head_ends_any(head, words, ends) != 0;
}

/* Behind the name of a site or column that a blank, dash or colon sets off from a title with an office:
 * 某区政府网 某区2022年….
 */
static size_t behind_column(const struct head *head, struct nb_span left)
{
    size_t start = left.start;
    for (size_t at = left.start + 1; at < left.end; at++) {
        char last = head->squeezed[at - 1];
        bool dash = last == '-' || last == '_' || last == ':';
        if ((dash || head_set_off(head, at)) && is_column(head, (struct nb_span){start, at - dash}) &&
            !is_empty(office_before(head, (struct nb_span){at, left.end})))
            start = at;
    }
    return start;
}

/* The 《 that opened before the end of the words and is not closed there; NULL: none did. */
static const struct head_mark *quotation(const struct head *head, struct nb_span left)
{
    const struct head_mark *last = head_find_last(head, left, MARK_OPEN | MARK_CLOSE);
    return last && last->kind == MARK_OPEN ? last : NULL;
}

/* A short line without a stop, a caption, a date or a path, and not a column's name. */
static bool is_plain(const struct head *head, struct nb_span line)
{
    int never =
        MARK_STOP | MARK_COMMA | MARK_COLON | MARK_FIELD | MARK_DATE | MARK_PATH | MARK_CELL | MARK_REPORT;
    return !head_has(head, line, never) && !is_column(head, line) &&
           head_characters(head, line) <= LONGEST_ABOVE;
}

/* 某局(某办): without the second name in brackets. */
static struct nb_span first_name(const struct head *head, struct nb_span name)
{
    const char *open =
        head_ends(head, name, ")") ? memchr(head->squeezed + name.start, '(', name.end - name.start) : NULL;
    return open ? (struct nb_span){name.start, (size_t)(open - head->squeezed)} : name;
}

/* A plain line may be the title's first line: one that names the year and, where the title has no office yet,
 * the office or 关于.
 */
static bool may_be_above(const struct head *head, struct nb_span line, bool has_office)
{
    struct nb_span name = first_name(head, office_before(head, line));
    if (!is_plain(head, line))
        return false;
    if (has_office)
        return year_in(head, line) && name.start == name.end;
    return year_in(head, line) || office_is_named(head, name) || head_ends(head, line, "关于");
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
        bool part = goes_on(head, title->office),
             has_office = head_characters(head, title->office) >= SHORTEST && !part;
        if ((has_office && title->year) || head->squeezed[left.start - 1] != '\n')
            return;
        struct nb_span above = head_line(head, left.start - 1);
        struct nb_span joined = {skip_decoration(head, above).start, left.end};
        if (!may_be_above(head, above, has_office) &&
            !(!has_office && is_plain(head, above) && office_is_named(head, office_before(head, joined))))
            return;
        left.start = title->span.start = joined.start;
        struct nb_span upper = first_name(head, office_before(head, above));
        if (!has_office)
            title->office = !part && office_is_named(head, upper) ? upper : office_before(head, left);
        title->year = title->year ? title->year : year_in(head, left); /* it may be broken over the lines */
    }
}

/* "…人民政府信息公开…" names a 人民政府. */
static void complete_government(const struct head *head, struct title *title, const struct head_mark *report)
{
    struct nb_span core = report->span;
    if (title->office.end == core.start && head_ends(head, title->office, "人民") &&
        head_begins(head, core, "政府"))
        title->office.end += strlen("政府");
}

static enum title_evidence weigh(const struct title *title)
{
    return TITLE_BARE + !is_empty(title->office) + 2 * (title->year != 0);
}

/* What stands behind a title and says more of it: in brackets, or set off by a line. */
static struct nb_span words_behind(const struct head *head, struct nb_span tail)
{
    size_t bracket = bracket_length(head, tail);
    if (bracket)
        return (struct nb_span){tail.start + 1, tail.start + bracket - 1};
    struct nb_span rest = skip_decoration(head, tail);
    bool more = rest.start > tail.start && strchr("-_ ", head->squeezed[rest.start - 1]);
    return more && !head_has(head, rest, MARK_REPORT | MARK_CELL) ? rest
                                                                  : (struct nb_span){tail.start, tail.start};
}

/* "…年报-某局", "…年报(某局2021年)". */
static struct nb_span office_behind(const struct head *head, struct nb_span tail)
{
    struct nb_span words = words_behind(head, tail), name = office_before(head, words);
    return !head_has(head, words, MARK_DATE) && office_is_named(head, name)
               ? name
               : (struct nb_span){tail.start, tail.start};
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
static struct title read_title(const struct head *head, const struct head_mark *report, struct nb_span left,
                               struct nb_span tail)
{
    struct title title = {.span = {left.start, report->span.end + second_length(head, tail)},
                          .office = office_before(head, left)};
    struct nb_span behind = {tail.start, tail.start + year_length(head, tail)};
    title.year = year_in(head, left);
    title.year = title.year ? title.year : report->date.year;
    if (!title.year && (title.year = year_in(head, behind)) != 0)
        title.span.end = behind.end;
    title.year = title.year ? title.year : year_in(head, words_behind(head, tail));
    return title;
}

/* The year of a line that says little else, "(2022年度)"; 0 if it is none. */
static int year_line(const struct head *head, struct nb_span line)
{
    enum { LONGEST = 12 };
    return head_has(head, line, MARK_COMMA | MARK_STOP) || head_characters(head, line) > LONGEST
               ? 0
               : year_in(head, line);
}

/* Year and office on lines of their own below, in either order; the year is the title's last line if it
 * stands next to it. */
static void join_below(const struct head *head, struct title *title)
{
    size_t end = title->span.end;
    for (int lines = 0; lines < 2 && end < head->length && head->squeezed[end] == '\n'; lines++) {
        struct nb_span below = head_line(head, end + 1), office = office_line(head, below);
        int year = year_line(head, below);
        if (!title->year && year) {
            title->year = year;
            title->span.end = title->span.end == end ? below.end : title->span.end;
        } else if (is_empty(title->office) && !is_empty(office)) {
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
    return (head_begins(head, who, "我") || head_begins(head, who, "本")) &&
           head_characters(head, who) <= LONGEST;
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
    static const char *const announcing[] = {"现公布", "现将",   "现发布", "根据", "按照",
                                             "本报告", "本机关", "本局",   "我",   NULL};
    return !head_has(head, (struct nb_span){line, left.end}, MARK_PATH) && !head_says(head, left) &&
           head_characters(head, left) <= LONGEST_LEFT && !head_has(head, left, MARK_REPORT) &&
           (!head_begins_any(head, left, announcing) || (is_own(head, left) && !tail));
}

/* The office that stands apart from the title: before a colon or behind. */
static void find_office(const struct head *head, struct title *title, struct nb_span before,
                        struct nb_span tail)
{
    if (is_empty(title->office))
        title->office = office_ahead(head, before.start, before.end);
    if (is_empty(title->office) && !title->glued)
        title->office = office_behind(head, tail);
}

/* Behind the verb of "关于公布…的通知", which hands on the report itself: one on how to write it says 做好,
 * 编制, 报送. SIZE_MAX: there is none. */
static size_t behind_verb(const struct head *head, struct nb_span left)
{
    static const char *const verbs[] = {"公布", "发布", "印发", NULL};
    struct nb_span verb = {head_find_word(head, left, verbs), left.end};
    return is_empty(verb) ? SIZE_MAX : verb.start + head_begins_any(head, verb, verbs);
}

/* A title of which the mark is the last part; evidence is TITLE_NONE if it is none. */
static struct title candidate(const struct head *head, const struct head_mark *report)
{
    static const char *const notices[] = {"》的通知", "的通知", "》的公告", "的公告",
                                          "》的通告", "的通告", NULL};
    struct title none = {.evidence = TITLE_NONE};
    struct nb_span line = head_line(head, report->span.start),
                   tail = {report->span.end, head_cell(head, report->span.end).end};
    struct nb_span left = {left_start(head, report, line.start), report->span.start};
    left.start = behind_column(head, left);
    left = skip_decoration(head, left);
    const struct head_mark *open = quotation(head, left);
    size_t inner = behind_verb(head, with_above(head, line, left));
    size_t notice = inner <= left.end ? head_begins_any(head, tail, notices) : 0;
    enum tail kind = tail_of(head, (struct nb_span){tail.start + notice, tail.end});
    bool bare = open && open->span.start == left.start && kind == TAIL_NONE;
    if (kind == TAIL_OTHER || !may_be_title(head, left, line.start, tail.start < tail.end))
        return none;
    if (open && !notice && !bare && !head_begins(head, tail, "》的公"))
        return none;
    struct nb_span office = office_before(head, left);
    left.start = open ? open->span.end : notice && inner > left.start ? inner : left.start;
    struct title title = read_title(head, report, left, tail);
    title.office = is_empty(title.office) ? office : title.office;
    title.glued = kind == TAIL_PROSE;
    if (skip_decoration(head, (struct nb_span){line.start, left.end}).start == left.start)
        join_above(head, &title, left);
    find_office(head, &title, (struct nb_span){line.start, left.start}, tail);
    join_below(head, &title);
    complete_government(head, &title, report);
    title.evidence = weigh(&title);
    return title.glued && !title.year ? none : title;
}

/* What a sentence calls the report: the words behind the last mark or verb before the report's name. */
static struct title mentioned(const struct head *head, const struct head_mark *report)
{
    static const char *const verbs[] = {"公布", "发布", "编制了", "编制", "现将", "形成",
                                        "制定", "制作", "撰写",   "公开", "反映", NULL};
    struct nb_span line = head_line(head, report->span.start), left = {line.start, report->span.start};
    const struct head_mark *last =
        head_find_last(head, left, MARK_STOP | MARK_COMMA | MARK_COLON | MARK_OPEN);
    left.start = last ? last->span.end : left.start;
    struct nb_span before = {left.start, head_find_word(head, left, verbs)};
    for (size_t verb; (verb = head_find_word(head, left, verbs)) < left.end;)
        left.start = verb + head_begins_any(head, (struct nb_span){verb, left.end}, verbs);
    struct title title = read_title(head, report, left, (struct nb_span){report->span.end, report->span.end});
    if (is_empty(title.office) && before.end < report->span.start)
        title.office = office_in(head, before);
    if (is_empty(title.office) && line.start && head_begins(head, line, "关于"))
        title.office =
            office_line(head, head_line(head, line.start - 1)); /* a letter's: its author stands above */
    complete_government(head, &title, report);
    title.evidence = weigh(&title);
    return title;
}

/* What speaks for a candidate, the weightiest first: it names the report and not just what it is on; it
 * stands in the report's own part of the page, from `body` on; year and office; nothing is glued to it. */
static int score(const struct title *title, const struct head_mark *mark, size_t body)
{
    bool own = title->span.start >= body && title->evidence > TITLE_BARE;
    return 32 * (mark->kind == MARK_REPORT) + 16 * own + 2 * (int)title->evidence + !title->glued;
}

/* Whether the mark, of what a report is on, may end a title: 某局2008年政府信息公开工作情况, alone on its
 * line. */
static bool ends_title(const struct head *head, const struct head_mark *mark, const struct title *title)
{
    bool matter = title->evidence == TITLE_FULL && mark->span.end == head_line(head, mark->span.start).end;
    return title->evidence && (mark->kind == MARK_REPORT || matter);
}

/* What the sentence around a mark calls the report, where it says more than those before. */
static void read_sentence(const struct head *head, const struct head_mark *report, struct titles *titles)
{
    struct nb_span left = {head_line(head, report->span.start).start, report->span.start};
    struct title *said = quotation(head, left) ? &titles->quoted : &titles->named,
                 title = mentioned(head, report);
    if (title.evidence > said->evidence)
        *said = title;
}

struct titles titles_find(const struct head *head, size_t body)
{
    struct titles titles = {{0}, {0}, {0}};
    int best = 0;
    for (size_t i = 0; i < head->mark_count; i++) {
        const struct head_mark *mark = &head->marks[i];
        if (mark->kind != MARK_REPORT && mark->kind != MARK_MATTER)
            continue;
        struct title title = candidate(head, mark);
        int found = ends_title(head, mark, &title) ? score(&title, mark, body) : 0;
        if (found && found >= best) { /* of equals the last: it stands beside the report */
            titles.best = title;
            best = found;
        }
        if (!title.evidence || mark->kind == MARK_MATTER)
            read_sentence(head, mark, &titles);
    }
    return titles;
}
