/* head.h - the head of a report's page as marks: what of it can tell title, office, year, period and dates.
 */
#ifndef NB_HEAD_H
#define NB_HEAD_H

#include "arena.h"
#include "nianbao.h"

/* Bits, so that a set of kinds can be looked for. */
enum mark_kind {
    MARK_LINE = 1 << 0,       /* a line or row ends */
    MARK_CELL = 1 << 1,       /* a cell ends */
    MARK_DATE = 1 << 2,       /* 2023年1月20日, 2023-01-20, 二〇二三年一月二十日 */
    MARK_MONTH = 1 << 3,      /* 2023年1月; day is 0 */
    MARK_DAY = 1 << 4,        /* 1月20日 */
    MARK_ONLY_MONTH = 1 << 5, /* 12月 */
    MARK_YEAR = 1 << 6,       /* 2022年, 2022年度 */
    MARK_TERM = 1 << 7,       /* 2021-2022学年; year: the second */
    MARK_TO = 1 << 8,         /* 至, 到, 截止 */
    MARK_REPORT =
        1 << 9, /* 政府信息公开…报告, in the wordings of titles; year: one that stands in it, else 0 */
    MARK_MATTER = 1 << 10, /* 政府信息公开工作情况, which sentences say of what a report is on */
    MARK_FIELD = 1 << 11,  /* a caption of a metadata line or table; field says of what */
    MARK_OPEN = 1 << 12,   /* 《 */
    MARK_CLOSE = 1 << 13,  /* 》 */
    MARK_STOP = 1 << 14,   /* 。;!? */
    MARK_COMMA = 1 << 15,
    MARK_COLON = 1 << 16,
    MARK_PATH = 1 << 17, /* > between the steps of a path through the site */
    MARK_LAST = 1 << 18, /* 上年; this and the next in captions of tables only */
    MARK_OTHER = 1 << 19, /* 上半年, 1-6月, 样表, 更正前: what makes a table one that is not the report's */
    MARK_BRANCH = 1 << 20, /* 下属, 分局 */
    MARK_REACH = 1 << 21,  /* 全省 */
    MARK_SUM = 1 << 22     /* 合计 */
};

enum field {
    FIELD_OTHER,
    FIELD_TITLE,
    FIELD_PUBLISHED,
    FIELD_CREATED, /* 成文日期, 发文日期, 生成日期 */
    FIELD_UPDATED,
    FIELD_DATE,   /* 日期 or 时间 and nothing else */
    FIELD_OFFICE, /* 发布机构 */
    FIELD_SOURCE  /* 来源 */
};

struct date {
    int year, month, day;
};

/* `span` is in the squeezed text. */
struct head_mark {
    enum mark_kind kind;
    enum field field;
    struct nb_span span;
    struct date date;
};

/* A stretch of a text without the blanks in its lines, which spread titles and captions: a blank is left only
 * between two digits or letters, '\n' ends a line or row, 0x1F a cell. `offset[i]` is where squeezed byte i
 * stands in the text; offset[length] is behind the last. */
struct head {
    struct nb_arena *arena;
    const char *bytes, *shadow; /* of the text */
    char *squeezed;
    uint32_t *offset;
    size_t length;
    struct head_mark *marks;
    size_t mark_count, mark_room;
};

/* Squeeze and scan `span` of a text. */
struct head *head_read(struct nb_arena *arena, const char *bytes, const char *shadow, struct nb_span span);
/* The same for what stands over a table: what it is of is marked, too. */
struct head *head_read_caption(struct nb_arena *arena, const char *bytes, const char *shadow,
                               struct nb_span span);
/* Append the marks of head->squeezed (marks.l). */
void head_marks(struct head *head, bool caption);

/* The span of the line, or of the cell, around a place, without its end; cut where it is longer than 1500
 * bytes. */
struct nb_span head_line(const struct head *head, size_t at);
struct nb_span head_cell(const struct head *head, size_t at);
/* The marks inside a span: the index of the first; *count. */
size_t head_marks_in(const struct head *head, struct nb_span span, size_t *count);
/* The first or last mark of one of the kinds in a span, or NULL. */
const struct head_mark *head_find(const struct head *head, struct nb_span span, int kinds);
const struct head_mark *head_find_last(const struct head *head, struct nb_span span, int kinds);
bool head_has(const struct head *head, struct nb_span span, int kinds);
/* Whether a blank stands in the text before the byte at `at`. */
bool head_set_off(const struct head *head, size_t at);
/* Whether the span begins with the word, or ends with it. */
bool head_begins(const struct head *head, struct nb_span span, const char *word);
bool head_ends(const struct head *head, struct nb_span span, const char *word);
/* The bytes of the first of the words, up to NULL, that the span begins with; 0: with none. */
size_t head_begins_any(const struct head *head, struct nb_span span, const char *const *words);
/* The same of the first that it ends with. */
size_t head_ends_any(const struct head *head, struct nb_span span, const char *const *words);
/* Where the first of the words stands in the span; its end: none does. */
size_t head_find_word(const struct head *head, struct nb_span span, const char *const *words);
/* The bytes of the sign at a place: of what is neither word nor number, and opens no bracket or quotation; 0:
 * none stands there.
 */
size_t head_sign(const struct head *head, size_t at);
/* What stands behind a caption, the mark at the index: a date or words, in its cell, in the next, on the next
 * line, or below it in a row of values; it may be empty. */
struct nb_span field_value(const struct head *head, size_t caption);
static inline bool is_empty(struct nb_span span)
{
    return span.start >= span.end;
}

/* Characters in the span. */
size_t head_characters(const struct head *head, struct nb_span span);
/* What is printed there, without blanks. */
const char *head_text(const struct head *head, struct nb_span span);
/* Where the span stands in the text. */
struct nb_span head_place(const struct head *head, struct nb_span span);

/* ---- names of offices (office.c) ---- */

/* The span without what is no part of a name at its ends: 关于, 年度, quotation marks, bullets. */
struct nb_span office_trim(const struct head *head, struct nb_span span);
/* The office in the words that stand before a report's own name: beside the year, 关于 and the like; empty if
 * there is none. */
struct nb_span office_before(const struct head *head, struct nb_span words);
/* The name in the span, trimmed, where it is one of an office; else empty. */
struct nb_span office_in(const struct head *head, struct nb_span span);
/* Whether a name is one of an office and not just of a kind of office. */
bool office_is_named(const struct head *head, struct nb_span name);

/* The office on a line of its own, in brackets or bare, with a date or without; empty if the line is none. */
struct nb_span office_line(const struct head *head, struct nb_span line);

/* ---- titles (title.c) ---- */

/* What speaks for a line being the report's title, from weak to strong. */
enum title_evidence {
    TITLE_NONE,
    TITLE_BARE,   /* the report's kind and nothing else: it may be the name of the site's column */
    TITLE_OFFICE, /* with an office */
    TITLE_YEAR,   /* with a year */
    TITLE_FULL    /* with both */
};

/* A title, and the year and the office (may be empty) in it. `glued`: prose follows on the same line. */
struct title {
    enum title_evidence evidence;
    struct nb_span span, office;
    int year;
    bool glued;
};

/* What is said of reports in a head: the best title; what sentences call the report (not quoted), what stands
 * in 《》. */
struct titles {
    struct title best, named, quoted;
};

/* Find the titles in a head, of candidates alike the last. Candidates from squeezed offset `body` on go
 * before others. */
struct titles titles_find(const struct head *head, size_t body);

/* ---- dates (dates.c) ---- */

/* "YYYY-MM-DD", or NULL if it is no date. */
const char *date_text(struct nb_arena *arena, struct date date);

/* The lines of a text that hold what may be dates, from the first to the last, with one more before and
 * behind; empty: there is none. Prose that is squeezed and scanned costs five times as much. */
struct nb_span dated_lines(const struct nb_text *text, struct nb_span span);

struct period {
    struct date from, to;
};

/* Look for the period: two dates joined by a word that says "to". One that begins with a year goes before
 * others. */
void period_find(const struct head *head, struct period *period);

/* The days that a head gives with captions, and those with none that stand below and above the title: a page
 * prints above it what day it is today; year 0: not given. */
struct days {
    struct date published, created, updated, below, above;
};

/* Look for days; what is given already stays. `title` may be empty. */
void days_find(const struct head *head, struct nb_span title, struct days *days);

#endif
