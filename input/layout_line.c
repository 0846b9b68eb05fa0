/* layout_line.c - cut a line into tokens with their columns, and tell numbers, enumerators and page marks by
 * their shape. */
#include "config.h"

#include "fillers.h"
#include "fold.h"
#include "layout_parts.h"
#include "numeral.h"
#include "page_mark.h"
#include "utf8.h"
#include "width.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum {
    WIDEST_MARK = 16, /* columns of a page mark */
    WIDEST_GAP = 2    /* in it */
};

static inline unsigned next_code(const char **at, const char *end)
{
    size_t length = utf8_length((unsigned char)**at);
    if (length > (size_t)(end - *at))
        length = 1;
    unsigned code = utf8_decode(*at, length);
    *at += length;
    return code;
}

static bool is_space(unsigned code)
{
    if ((code > 0x3000 && code != 0xFEFF) || (code > ' ' && code < 0xA0)) /* nearly all that is asked for */
        return false;
    return code == ' ' || code == '\t' || code == 0xA0 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0xFEFF ||
           code == '\r' || code == '\f' || code == '\v';
}

static int digit_of(unsigned code)
{
    return code >= '0' && code <= '9'         ? (int)(code - '0')
           : code >= 0xFF10 && code <= 0xFF19 ? (int)(code - 0xFF10)
                                              : -1;
}

/* Whether the character up to `behind` is one of a set. Searched for with memmem(), which makes a table for
 * three bytes, they cost text set with spaces 14 instructions a byte more. */
static bool one_of(const char *at, const char *behind, const char *set)
{
    for (const char *one = set; *at && (one = strchr(one, *at)); one++)
        if (!strncmp(one, at, (size_t)(behind - at)))
            return true;
    return false;
}

/* Whether a character begins a number, a unit or a mark for none: of ideographs 无 and 無 only, and most
 * words begin with another.
 */
static bool may_begin_value(const char *at, const char *end)
{
    return end - at < 3 || (unsigned char)*at < 0xE3 || (unsigned char)*at > 0xE9 || !memcmp(at, "无", 3) ||
           !memcmp(at, "無", 3) || !memcmp(at, "零", 3) || !memcmp(at, "〇", 3);
}

/* A mark for "none": / — 无 and the like. */
static bool is_mark(const char *at, const char *end)
{
    size_t count = 0;
    bool word = false;
    while (at < end) {
        const char *here = at;
        next_code(&at, end);
        word = one_of(here, at, "无無零〇\\＼·•×");
        if (!word && !one_of(here, at, "/／-—–－―−─‐‑‒"))
            return false;
        if (word && (count || at < end))
            return false;
        count++;
    }
    return count > 0;
}

bool is_unit(const char *at, const char *end)
{
    int count = 0;
    if (at < end && isdigit((unsigned char)*at)) /* as most that is asked is a number */
        return false;
    while (at < end && ++count <= 4) {
        const char *here = at;
        next_code(&at, end);
        if (!one_of(here, at,
                    "元万萬亿億件条條项項个個份次人宗起户戶页頁批例笔筆部篇家类類期案名场場册冊张張套处處种種"
                    "%％‰"))
            return false;
    }
    return count > 0 && at == end;
}

bool is_number(const char *at, const char *end)
{
    int digits = 0, others = 0;
    bool after_digit = false;
    for (bool first = true; at < end; first = false) {
        const char *here = at;
        unsigned code = next_code(&at, end);
        if (first && digit_of(code) < 0 && one_of(here, at, "+-−－＋—–±‐‑‒﹣﹘﹢⁃"))
            continue;
        if (digit_of(code) >= 0 || one_of(here, at, "OolI")) {
            digits += digit_of(code) >= 0;
            others += digit_of(code) < 0;
            after_digit = true;
        } else if (one_of(here, at, ",.，．")) {
            after_digit = false; /* it may be first: .8 and ,101 are the rest of broken numbers */
        } else {
            return after_digit && is_unit(here, end);
        }
    }
    return after_digit && (digits || others == 1);
}

bool is_numeral(const char *at, const char *end)
{
    return numeral_read(&at, end) >= 0 && at == end;
}

struct enumerator enumerator_at(const struct layout_lines *lines, const struct layout_token *token)
{
    return enumerator_heads(lines->shadow + token->from, lines->shadow + token->to);
}

bool is_value(const char *at, const char *end)
{
    return may_begin_value(at, end) && (is_number(at, end) || is_mark(at, end));
}

/* Words in brackets from end to end. */
static bool is_remark(const char *at, const char *end)
{
    const char *inside = at + utf8_step(at), *last = end - 1;
    while (last > inside && (*last & 0xC0) == 0x80)
        last--;
    return inside < last && one_of(at, inside, "(（") && one_of(last, end, ")）");
}

/* A number and its unit, or what is said of it in brackets: 3418.26 and 万元, 12 and （10）. */
static bool may_join(const char *bytes, const struct layout_token *before, const struct layout_token *next)
{
    const char *at = bytes + next->from, *end = bytes + next->to;
    return before->value && !next->value && (is_unit(at, end) || is_remark(at, end)) &&
           is_number(bytes + before->from, bytes + before->to);
}

/* They are one though a space parts them. */
static void add_token(const char *bytes, struct layout_line *line, struct layout_token *token)
{
    struct layout_token *before = line->count ? &line->tokens[line->count - 1] : NULL;
    token->value = is_value(bytes + token->from, bytes + token->to);
    bool joins = before && may_join(bytes, before, token);
    line->joins |= joins;
    if (joins && token->start - before->end <= 2) {
        before->to = token->to;
        before->end = token->end;
        before->wide_end = token->wide_end;
        before->x1 = token->x1;
    } else {
        line->tokens[line->count++] = *token;
    }
}

int column_at(const struct layout_lines *lines, const struct layout_token *token, size_t at)
{
    if (lines->measure.places)
        return (int)lroundf(lines->measure.places[at].x0);
    int column = token->start;
    for (const char *from = lines->bytes + token->from, *end = lines->bytes + at; from < end;) {
        unsigned code = next_code(&from, end);
        column += lines->measure.display ? width_of(code) : 1;
    }
    return column;
}

/* A token takes the places of its first and its last character, or columns [start, end). */
static void measure_token(struct layout_token *token, const struct measure *measure, size_t last)
{
    if (measure->display) {
        token->start = token->wide_start;
        token->end = token->wide_end;
    }
    if (measure->places) {
        token->start = (int)lroundf(token->x0 = measure->places[token->from].x0);
        token->end = (int)lroundf(token->x1 = measure->places[last].x1);
    } else {
        token->x0 = (float)token->start;
        token->x1 = (float)token->end;
    }
}

/* As many tokens as the line has; MAX_TOKENS and more: no line of a block. */
static void cut(const char *bytes, struct layout_line *line, const struct measure *measure)
{
    const char *at = bytes + line->from, *end = bytes + line->to;
    struct layout_token token = {0};
    size_t last = line->from;
    int column = 0, wide = 0;
    bool inside = false;
    while (line->count < MAX_TOKENS && (at < end || inside)) {
        for (; !inside && at < end && *at == ' '; at++, wide++) /* as most of such a text is */
            column++;
        size_t here = (size_t)(at - bytes);
        unsigned code = at < end ? next_code(&at, end) : ' ';
        bool space = is_space(code);
        if (space && inside) {
            token.to = here;
            token.end = column;
            token.wide_end = wide;
            measure_token(&token, measure, last);
            add_token(bytes, line, &token);
        } else if (!space && !inside) {
            token = (struct layout_token){.from = here, .start = column, .wide_start = wide};
        }
        inside = !space;
        last = here;
        if (code != '\f' && code != '\r' && code != '\v') {
            column++;
            wide += width_of(code);
        }
    }
}

size_t count_values(const struct layout_line *line)
{
    size_t values = 0;
    int gap = 0;
    while (values < line->count && line->tokens[line->count - 1 - values].value) {
        size_t index = line->count - 1 - values++;
        int space = line->tokens[index].start - (index ? line->tokens[index - 1].end : 0);
        gap = space > gap ? space : gap;
    }
    return gap < 2 && line->count > 1 ? 0 : values;
}

/* A dash, a number, and a dash further apart are three cells. */
static bool is_page_mark(const char *bytes, const struct layout_line *line)
{
    char word[3 * WIDEST_MARK];
    const struct layout_token *last = &line->tokens[line->count - 1];
    size_t length = last->to - line->tokens->from;
    if (last->end - line->tokens->start > WIDEST_MARK || length > sizeof word)
        return false;
    for (size_t i = 1; i < line->count; i++)
        if (line->tokens[i].start - line->tokens[i - 1].end > WIDEST_GAP)
            return false;
    memcpy(word, bytes + line->tokens->from, length);
    fold(word, length);
    return is_page_mark_at(word, word + length, true);
}

static enum line_kind kind_of(const char *bytes, struct layout_line *line)
{
    if (!line->count)
        return LINE_BLANK;
    if (is_page_mark(bytes, line))
        return LINE_MARK;
    line->values = count_values(line);
    return LINE_TEXT;
}

/* Whether signs in a line part its cells: tabs, bars, and dots that lead from cell to cell more often than
 * once, as from a title to its page. */
static bool has_signs(const char *at, const char *end)
{
    enum { PARTS = 1, LEADS = 2 };
    static const unsigned char signs[256] = {['\t'] = PARTS,
                                             ['|'] = PARTS,
                                             [GROUP_SEPARATOR] = PARTS,
                                             [RECORD_SEPARATOR] = PARTS,
                                             [UNIT_SEPARATOR] = PARTS,
                                             ['.'] = LEADS,
                                             [0xC2] = LEADS,
                                             [0xE2] = LEADS,
                                             [0xEF] = LEADS};
    size_t leaders = 0;
    for (size_t length; at < end && leaders < 2; at += length) {
        unsigned sign = signs[(unsigned char)*at];
        if (sign == PARTS)
            return true;
        size_t leader = sign ? leader_length(at, end) : 0;
        leaders += leader > 0;
        length = leader ? leader : utf8_step(at);
    }
    return leaders > 1;
}

void read_line(const char *bytes, struct layout_line *line, struct layout_token tokens[MAX_TOKENS],
               const struct measure *measure)
{
    line->values = line->count = 0;
    line->joins = false;
    line->tokens = tokens;
    line->kind = LINE_BAR;
    if (line->to - line->from > MAX_LINE)
        return;
    size_t end = line->to; /* tabs behind the last word part nothing */
    while (end > line->from && (bytes[end - 1] == '\t' || bytes[end - 1] == ' '))
        end--;
    if (has_signs(bytes + line->from, bytes + end))
        return;
    cut(bytes, line, measure);
    if (line->count < MAX_TOKENS)
        line->kind = kind_of(bytes, line);
}

/* Its words are the same, but where the distance of a number from its unit tells. */
void widen_line(const char *bytes, struct layout_line *line, struct layout_token tokens[MAX_TOKENS])
{
    const struct measure display = {.display = true};
    if (line->kind == LINE_BAR)
        return;
    if (line->joins) {
        read_line(bytes, line, tokens, &display);
        return;
    }
    memcpy(tokens, line->tokens, line->count * sizeof *tokens);
    line->tokens = tokens;
    for (size_t i = 0; i < line->count; i++)
        measure_token(&tokens[i], &display, 0);
    line->values = 0;
    line->kind = kind_of(bytes, line);
}
