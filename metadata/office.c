/* office.c - names of offices: cut out of the words around them, and told from words that name no office. */
#include "head.h"
#include "metadata.h"
#include "text.h"

#include <ctype.h>
#include <string.h>

/* What stands around a name in titles and is no part of it, besides signs. */
static const char *const noise[] = {"关于", "发布", "公布", "印发", "公开", "年度",
                                    "年",   "的",   "正文", "全文", NULL};
static const char *const noise_before[] = {"编制了", "编制", "现将", "现", "组织", "报送",
                                           "上报",   "呈报", "由",   "《", "“",    NULL};
static const char *const noise_behind[] = {"公告",       "政府信息与", "政府信息和", "信息公开与",
                                           "信息公开及", "信息公开和", "党务公开与", "门户网站",
                                           "网站",       NULL};

/* The bytes of "(公章)", "(盖章)" at the end: where the seal stands. */
static size_t seal_length(const struct head *head, struct nb_span span)
{
    size_t open = span.end;
    while (head_ends(head, span, "章)") && open > span.start && head->squeezed[open - 1] != '(')
        open--;
    return open > span.start && open < span.end ? span.end - open + 1 : 0;
}

/* The bytes of a sign or digit at the end; a name may end with a bracket: 某局(某办). */
static size_t last_sign(const struct head *head, struct nb_span span)
{
    size_t last = span.end - 1;
    while (last > span.start && ((unsigned char)head->squeezed[last] & 0xC0) == 0x80)
        last--;
    unsigned char c = (unsigned char)head->squeezed[last];
    return c >= 0xE4 || isalpha(c) || c == ')' ? 0 : span.end - last;
}

static size_t noise_before_length(const struct head *head, struct nb_span span)
{
    size_t length =
        isdigit((unsigned char)head->squeezed[span.start]) ? 1 : head_begins_any(head, span, noise);
    length = length ? length : head_begins_any(head, span, noise_before);
    return length ? length : head_sign(head, span.start);
}

static size_t noise_behind_length(const struct head *head, struct nb_span span)
{
    size_t length = head_ends_any(head, span, noise);
    length = length ? length : head_ends_any(head, span, noise_behind);
    length = length ? length : last_sign(head, span);
    return length ? length : seal_length(head, span);
}

struct nb_span office_trim(const struct head *head, struct nb_span span)
{
    for (size_t length; span.start < span.end && (length = noise_before_length(head, span));)
        span.start += length;
    for (size_t length; span.start < span.end && (length = noise_behind_length(head, span));)
        span.end -= length;
    return span;
}

/* "A关于发布B": B if it is there, else A. */
static struct nb_span part_on(const struct head *head, struct nb_span words)
{
    static const char *const on[] = {"关于", NULL};
    size_t about = head_find_word(head, words, on);
    if (about == words.end)
        return office_trim(head, words);
    struct nb_span behind = office_trim(head, (struct nb_span){about, words.end});
    return behind.start < behind.end ? behind : office_trim(head, (struct nb_span){words.start, about});
}

bool office_is_general(const char *name, size_t length)
{
    static const char *const parts[] = {
        "我",   "本",   "该",     "全",   "省",   "市",   "县",   "区",       "镇",       "乡",   "街道",
        "级",   "直",   "行政",   "部门", "机关", "单位", "政府", "人民政府", "办公室",   "办",   "局",
        "委",   "党政", "办事处", "学校", "网",   "网站", "站",   "信息公开", "政务公开", "推进", "重点",
        "年报", "无",   "其他",   "经开", "高新", "开发", "中心", "医院",     "学院",     NULL};
    static const char *const own[] = {"我", "本", NULL};
    const char *at = name, *end = name + length;
    for (const char *const *part = parts; *part && at < end;)
        if (bytes_begin(at, end, *part)) {
            at += strlen(*part);
            part = parts;
        } else {
            part++;
        }
    return at == end || (length == strlen("我局") && string_begins_any(name, own));
}

static bool is_general(const struct head *head, struct nb_span name)
{
    return office_is_general(head->squeezed + name.start, name.end - name.start);
}

struct nb_span office_before(const struct head *head, struct nb_span words)
{
    enum { YEARS = MARK_YEAR | MARK_TERM | MARK_DATE };
    const struct head_mark *year = head_find(head, words, YEARS), *last = head_find_last(head, words, YEARS);
    struct nb_span before = part_on(head, (struct nb_span){words.start, year ? year->span.start : words.end});
    struct nb_span behind = part_on(head, (struct nb_span){last ? last->span.end : words.end, words.end});
    if (head_ends(head, behind, "及") || head_ends(head, behind, "和") || head_ends(head, behind, "与"))
        behind.start = behind.end; /* 2022年司法公开情况及政府信息公开年度报告: of two matters */
    struct nb_span name = before.start < before.end && !is_general(head, before) ? before : behind;
    return name.start < name.end && !is_general(head, name) ? name
                                                            : (struct nb_span){words.start, words.start};
}

bool office_is_named(const struct head *head, struct nb_span name)
{
    enum { SHORTEST = 3, LONGEST = 40 }; /* characters: 某市局; longer ones are sentences */
    static const char *const kinds[] = {"府", "局", "委", "办", "厅", "院", "校", "学",   "室",   "心", "镇",
                                        "乡", "道", "县", "市", "区", "处", "会", "关",   "司",   "部", "署",
                                        "行", "站", "队", "所", "馆", "社", "库", "联",   "省",   "州", "盟",
                                        "旗", "组", "团", "园", "台", "厂", "店", "集团", "中学", NULL};
    size_t characters = head_characters(head, name);
    return characters >= SHORTEST && characters <= LONGEST && head_ends_any(head, name, kinds) &&
           !is_general(head, name);
}

struct nb_span office_in(const struct head *head, struct nb_span span)
{
    span = office_trim(head, span);
    return office_is_named(head, span) ? span : (struct nb_span){span.start, span.start};
}

struct nb_span office_line(const struct head *head, struct nb_span line)
{
    size_t count, first = head_marks_in(head, line, &count);
    if (count > 1 || (count && head->marks[first].kind != MARK_DATE))
        return (struct nb_span){line.start, line.start};
    line.end = count ? head->marks[first].span.start : line.end;
    bool bracketed =
        line.end > line.start + 2 && head->squeezed[line.start] == '(' && head->squeezed[line.end - 1] == ')';
    return office_in(head, (struct nb_span){line.start + bracketed, line.end - bracketed});
}
