/* paragraphs.c - paragraphs that a page or a mail has broken into lines are put together again, and page
 * numbers go.
 *
 * Nothing is added or changed: page numbers are cut out, and line ends and form feeds between two lines of
 * one paragraph. Which lines are of one paragraph is told by what is written: how wide this text is set, how
 * it parts its paragraphs, brackets that are open. */
#include "config.h"

#include "paragraphs.h"

#include "enumerator.h"
#include "fold.h"
#include "numeral.h"
#include "page_mark.h"
#include "rewrite.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

enum line_kind { LINE_BLANK, LINE_PAGE, LINE_TABLE, LINE_TEXT };

/* By what a line is filled: characters, or columns of a page, of which ideographs take two; and so do “”…— in
 * fonts of Chinese; and where a program sets numbers off, the blank beside one takes a half (a quarter of an
 * ideograph, as Word and WPS have it).
 */
enum measure { CHARACTERS, COLUMNS, WIDE_COLUMNS, SET_COLUMNS, MEASURES };

/* Kinds of brackets that a line leaves open, and that it closes without having opened them, one bit a kind.
 */
struct brackets {
    unsigned char open, closed;
};

/* A line without blanks at its ends: its kind, and its width with its indent. `clause`: bytes before the
 * first mark that ends a clause or a sentence in it; its length: none does. */
struct paragraph_line {
    uint32_t start, end;
    unsigned width[MEASURES], clause;
    enum line_kind kind : 8;
    struct brackets brackets;
    bool has_han, enumerated, indented;
    bool ended, cut; /* `ended`: with a stop; `cut`: it ends in mid-sentence, as far as it alone tells */
    enum answer whole : 8, label : 8; /* asked of a line and of what it goes on with */
};

enum {
    DRAWN_IN = 1,
    MOST_DRAWN_IN = 3
}; /* characters that a line is longer by because the next may not open one: ， and 》”， */

/* How a text is set. `full`: the width of a full line by one of the measures, 0 if lines are not full;
 * `slack`: how much a full line may lack. */
struct setting {
    enum measure measure;
    unsigned full, slack;
    bool sure;           /* many lines are full */
    bool indents, parts; /* paragraphs are indented; are parted by blank lines */
    bool pieces;         /* lines are broken before they are full, too */
};

struct paragraph_lines {
    const struct nb_text *text;
    const struct lexicon *lexicon;
    struct paragraph_line *line;
    size_t count;
    struct setting setting;
    struct rewriting made;
};

/* ---- lines ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == FOLD_FILLER;
}

static bool ends(const struct nb_text *text, const struct paragraph_line *line, const char *word)
{
    return string_ends(text->shadow + line->start, text->shadow + line->end, word);
}

static bool ends_any(const struct nb_text *text, const struct paragraph_line *line, const char *const *words)
{
    return string_ends_any(text->shadow + line->start, text->shadow + line->end, words);
}

/* "- 3 -", "第3页"; a number alone where a page ends. */
static bool is_page_number(const struct nb_text *text, const struct paragraph_line *line, bool feed)
{
    const char *at = text->shadow + line->start, *end = text->shadow + line->end;
    size_t digits = feed ? strspn(at, "0123456789") : 0;
    return is_page_mark_at(at, end, feed) || (digits && digits < 5 && at + digits == end);
}

/* Whether a bracket of one byte or of three stands at `at`. */
static bool is_sign(const char *at, const char *sign)
{
    return *at == *sign && (!sign[1] || (at[1] == sign[1] && at[2] == sign[2]));
}

enum { BRACKETS = 4 };

/* Count the bracket at `at`, if one stands there: how deep each kind is. Returns the kinds that it closes
 * without one that is open, a bit a kind. */
static unsigned count_bracket(const char *at, unsigned depth[BRACKETS])
{
    static const char *const open[BRACKETS] = {"(", "《", "“", "〔"}, *const close[BRACKETS] = {")", "》",
                                                                                                "”", "〕"};
    for (size_t kind = 0; kind < BRACKETS; kind++) {
        if (is_sign(at, open[kind]))
            depth[kind]++;
        else if (!is_sign(at, close[kind]))
            continue;
        else if (!depth[kind])
            return 1U << kind;
        else
            depth[kind]--;
        return 0;
    }
    return 0;
}

/* Whether the blank at `at`, within a line, parts an ideograph from a number or a word in Latin letters. */
static bool is_gap(const char *at)
{
    return ((unsigned char)at[-1] < 0x80) != ((unsigned char)at[1] < 0x80);
}

/* What stands in the line, in one pass: its width, with the blanks that indent it; its brackets; where its
 * first clause ends. Ideographs, as nearly all is, and digits only count. */
static void measure(const struct nb_text *text, struct paragraph_line *line, size_t from)
{
    unsigned char c;
    unsigned depth[BRACKETS] = {0}, closed = 0, characters = 0, narrow = 0, signs = 0, gaps = 0;
    bool ideographs = false; /* or other signs from U+4000 on */
    line->clause = (unsigned)(line->end - line->start);
    for (size_t at = from; at < line->end; at += utf8_length(c), characters++) {
        size_t run = at;
        while ((c = (unsigned char)text->bytes[at]) >= 0xE4 && c < 0xEF)
            at += 3;
        characters += (unsigned)(at - run) / 3;
        ideographs |= at > run;
        if (at >= line->end)
            break;
        narrow += c < 0xE2;
        if (c >= '0' && c <= '9')
            continue;
        signs += c == 0xE2;
        if (at < line->start)
            continue;
        ideographs |= c >= 0xE4;
        gaps += c == ' ' && is_gap(text->bytes + at);
        const char *sign = text->shadow + at;
        if (*sign == '(' || *sign == ')' || *sign == '\xE2' ||
            (*sign == '\xE3' && (unsigned char)sign[2] > 0x82))
            closed |= count_bracket(sign, depth);
        else if (at < line->start + line->clause && (*sign == ',' || *sign == ';' || is_sign(sign, "。")))
            line->clause = (unsigned)(at - line->start);
    }
    line->brackets.closed = (unsigned char)closed;
    for (size_t kind = 0; kind < BRACKETS; kind++)
        line->brackets.open |= (unsigned char)((depth[kind] > 0) << kind);
    line->width[CHARACTERS] = characters;
    line->has_han = ideographs;
    line->width[COLUMNS] = 2 * characters - narrow - signs;
    line->width[WIDE_COLUMNS] = 2 * characters - narrow;
    line->width[SET_COLUMNS] = 2 * characters - narrow - gaps / 2;
}

/* Which signs stand in the text: most have none of them, and its lines need not be searched for each. */
struct signs {
    bool bars, tabs, feeds;
};

static struct paragraph_line read_line(const struct nb_text *text, size_t start, size_t end,
                                       struct signs signs, bool table, bool feed)
{
    struct paragraph_line line = {.start = (uint32_t)start, .end = (uint32_t)end, .kind = LINE_TEXT};
    while (line.start < line.end && is_blank(text->shadow[line.start]))
        line.start++;
    while (line.end > line.start && is_blank(text->shadow[line.end - 1]) &&
           text->shadow[line.end - 1] != FOLD_FILLER)
        line.end--;
    line.indented = line.start >= start + 2;
    if (line.start == line.end)
        line.kind = LINE_BLANK;
    else if (table || (signs.bars && memchr(text->bytes + line.start, '|', line.end - line.start)) ||
             (signs.tabs && memchr(text->bytes + line.start, '\t', line.end - line.start)))
        line.kind = LINE_TABLE;
    else if (is_page_number(text, &line, feed))
        line.kind = LINE_PAGE;
    if (line.kind == LINE_TEXT)
        measure(text, &line, start);
    return line;
}

static void read_lines(struct paragraph_lines *lines)
{
    const struct nb_text *text = lines->text;
    const char *bytes = text->bytes;
    struct signs signs = {memchr(bytes, '|', text->length), memchr(bytes, '\t', text->length),
                          memchr(bytes, '\f', text->length)};
    size_t room = 0, mark = text_find(text, 0, text->length, GROUP_SEPARATOR); /* the next */
    bool table = false;
    for (size_t at = 0; at < text->length;) {
        size_t end = text_find(text, at, text->length, '\n'), groups = 0;
        for (; mark < end; groups++)
            mark = text_find(text, mark + 1, text->length, GROUP_SEPARATOR);
        lines->line = xgrow(lines->line, &room, lines->count + 1, sizeof *lines->line);
        bool feed = signs.feeds && (memchr(text->bytes + at, '\f', end - at) ||
                                    (end + 1 < text->length && text->bytes[end + 1] == '\f'));
        lines->line[lines->count++] = read_line(text, at, end, signs, table || groups, feed);
        table ^= groups & 1;
        at = end + 1;
    }
}

/* ---- what a line opens ---- */

/* Bytes of a numeral, Chinese or Arabic. */
static size_t numeral_length(const char *at)
{
    enum { LONGEST = 4 * 3 }; /* bytes */
    const char *behind = at;
    return numeral_read(&behind, at + strnlen(at, LONGEST)) >= 0 ? (size_t)(behind - at)
                                                                 : strspn(at, "0123456789");
}

/* The enumerator that the line opens with. */
static struct enumerator enumerator_of(const struct nb_text *text, const struct paragraph_line *line)
{
    return enumerator_heads(text->shadow + line->start, text->shadow + line->end);
}

/* Whether it opens with one that heads it; none of a sentence: 第三十六条的规定, and 三、四季度, whose pause
 * parts two numbers.
 */
static bool is_enumerated(const struct nb_text *text, const struct paragraph_line *line)
{
    struct enumerator enumerator = enumerator_of(text, line);
    const char *rest = text->shadow + line->start + enumerator.length, *end = text->shadow + line->end,
               *number = rest;
    if (enumerator.kind == ENUMERATOR_CLAUSE)
        return rest == end || (unsigned char)*rest < 0xE4;
    return enumerator.kind && numeral_read(&number, end) != enumerator.ordinal + 1;
}

/* Whether it is nothing but one: what it numbers stands in the next line. */
static bool is_lone_enumerator(const struct nb_text *text, const struct paragraph_line *line)
{
    return line->enumerated && enumerator_of(text, line).length == line->end - line->start;
}

static bool ends_heading(const struct nb_text *text, const struct paragraph_line *line)
{
    static const char *const last[] = {"情况", "事项", "概述", "概况", "问题", "措施", "打算",
                                       "管理", "建设", "保障", "公开", "说明", NULL};
    struct paragraph_line bare = *line;
    while (bare.end > bare.start && strchr(";.\x01", text->shadow[bare.end - 1]))
        bare.end--;
    return ends_any(text, &bare, last);
}

static bool has(const struct nb_text *text, const struct paragraph_line *line, const char *word)
{
    return line->end > line->start &&
           memmem(text->shadow + line->start, line->end - line->start, word, strlen(word));
}

/* Whether a sentence or a clause has ended in the line. */
static bool has_sentence(const struct paragraph_line *line)
{
    return line->start + line->clause < line->end;
}

/* A heading that says what its article or section is on: 一、总体情况. */
static bool is_whole_heading(const struct nb_text *text, const struct paragraph_line *line)
{
    size_t mark = line->start + line->clause;
    bool within = mark + utf8_length((unsigned char)text->shadow[mark]) < line->end;
    return line->enumerated && ends_heading(text, line) && !within;
}

/* The title of a report, as a whole. */
static bool is_whole_title(const struct nb_text *text, const struct paragraph_line *line)
{
    static const char *const last[] = {"报告", "年报", NULL};
    return line->has_han && !has_sentence(line) && ends_any(text, line, last) &&
           has(text, line, "信息公开") && !has(text, line, "、");
}

/* ---- how the text is set ---- */

/* The line without what fills up its last sign, which is one of three bytes. */
static struct paragraph_line without_fillers(const struct nb_text *text, const struct paragraph_line *line)
{
    struct paragraph_line bare = *line;
    bare.end = (uint32_t)fold_end(text->shadow, bare.start, bare.end);
    return bare;
}

static bool ends_sentence(const struct nb_text *text, const struct paragraph_line *line)
{
    static const char *const stops[] = {"。", "!", "?", "。”", "。)", "。》", ":", "…", NULL};
    struct paragraph_line bare = without_fillers(text, line);
    bool letter =
        bare.end - bare.start >= strlen("字") && utf8_is_han(text->shadow + bare.end - strlen("字"));
    return !letter && ends_any(text, &bare, stops); /* most end in a letter */
}

/* "联系电话:…": a caption of two to eight characters, for "中:" is the end of 其中; a colon in a bracket,
 * "局联系(电话:…)", captions what stands in it. */
static bool is_captioned(const struct nb_text *text, const struct paragraph_line *line)
{
    enum { SHORTEST = 2 * 3, LONGEST = 8 * 3 };
    int depth = 0;
    for (size_t at = line->start; at < line->end && at <= line->start + LONGEST;
         at += utf8_step(text->shadow + at)) {
        const char *sign = text->shadow + at;
        if (*sign == ':' && !depth)
            return at >= line->start + SHORTEST;
        depth += (*sign == '(') - (*sign == ')');
        if (*sign == ',' || utf8_is(sign, "、") || utf8_is(sign, "。"))
            return false;
    }
    return false;
}

/* "索引号:000014349/2021-00012": a caption and what no sentence is made of. */
static bool is_entry(const struct nb_text *text, const struct paragraph_line *line)
{
    const char *colon = memchr(text->shadow + line->start, ':', line->end - line->start);
    for (const char *at = colon; at && at < text->shadow + line->end; at++)
        if ((unsigned char)*at >= 0xE3)
            return false;
    return colon && is_captioned(text, line);
}

static bool is_date(const struct nb_text *text, const struct paragraph_line *line)
{
    enum { LONGEST = 60 };
    if (line->end - line->start > LONGEST || !ends(text, line, "日"))
        return false;
    for (size_t at = line->start; at < line->end; at++) {
        size_t length = numeral_length(text->shadow + at);
        if (length)
            at += length - 1;
        else if (!strncmp(text->shadow + at, "年", 3) || !strncmp(text->shadow + at, "月", 3) ||
                 !strncmp(text->shadow + at, "日", 3) || !strncmp(text->shadow + at, "〇", 3))
            at += 2;
        else if (!is_blank(text->shadow[at]))
            return false;
    }
    return true;
}

/* "青石县审计局  2023年1月12日": a date that a blank sets off ends the line. */
static bool is_byline(const struct nb_text *text, const struct paragraph_line *line)
{
    struct paragraph_line date = *line;
    if (!ends(text, line, "日")) /* as hardly any line does */
        return false;
    while (date.end > line->start && !is_blank(text->shadow[date.end - 1]))
        date.end--;
    date = (struct paragraph_line){.start = date.end, .end = line->end};
    return date.start > line->start && is_date(text, &date);
}

/* Whether the line says what it has to say: a heading, a title, a step of a path through the site, a caption
 * and its value, who signed when. */
static bool find_whole(const struct nb_text *text, const struct paragraph_line *line)
{
    bool words = line->has_han &&
                 (is_whole_heading(text, line) || is_whole_title(text, line) || is_byline(text, line));
    return words || is_entry(text, line) ||
           memchr(text->shadow + line->start, '>', line->end - line->start) ||
           (is_captioned(text, line) && !has_sentence(line));
}

static bool is_whole(const struct nb_text *text, struct paragraph_line *line)
{
    if (!line->whole)
        line->whole = find_whole(text, line) ? ANSWER_YES : ANSWER_NO;
    return line->whole == ANSWER_YES;
}

/* Whether line i ends in mid-sentence, as far as it alone tells. */
static bool is_cut(const struct paragraph_lines *lines, size_t i)
{
    struct paragraph_line *line = &lines->line[i];
    return i + 1 < lines->count && line->kind == LINE_TEXT && line[1].kind == LINE_TEXT && !line->ended &&
           !line[1].enumerated && !is_whole(lines->text, line);
}

static size_t count_near(const unsigned *ended, unsigned width, unsigned slack)
{
    size_t near = 0;
    for (unsigned less = 0; less <= slack; less++)
        near += ended[width - less];
    return near;
}

/* The commonest width of those that marks drawn into a line can have made the given one. */
static unsigned without_drawn(const unsigned *ended, unsigned width)
{
    unsigned commonest = width;
    for (unsigned less = 1; less <= MOST_DRAWN_IN; less++)
        if (ended[width - less] > ended[commonest])
            commonest = width - less;
    return commonest;
}

/* The width that at least three lines have that end in mid-sentence, and that few lines exceed. Returns how
 * many have it. */
static size_t find_width(const struct paragraph_lines *lines, enum measure by, unsigned slack,
                         unsigned *found)
{
    enum { NARROWEST = 15, WIDEST = 160, LEAST = 3, EXCEED = 10 };
    unsigned ended[WIDEST + 1] = {0}, prose[WIDEST + 1] = {0},
                            drawn = by == CHARACTERS ? MOST_DRAWN_IN : 2 * MOST_DRAWN_IN;
    size_t total = 0, longer = 0, cut = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct paragraph_line *line = &lines->line[i];
        cut += line->cut;
        total += line->kind == LINE_TEXT && line->width[CHARACTERS] >= NARROWEST;
        longer += line->kind == LINE_TEXT && line->width[by] > WIDEST;
        if (line->width[by] > WIDEST || line->width[by] < NARROWEST / 2)
            continue;
        ended[line->width[by]] += line->cut;
        prose[line->width[by] - (line->ended && line->width[by] > drawn ? drawn : 0)] +=
            line->cut || line->ended;
    }
    size_t most = 0;
    for (unsigned width = cut ? WIDEST : 0; width >= NARROWEST && longer * EXCEED <= total;
         longer += prose[width--]) {
        size_t near = ended[width] ? count_near(ended, width, slack) : 0;
        bool widest = !longer && slack <= DRAWN_IN &&
                      near > 1; /* no line is longer, and those as long are exactly so */
        if (near <= most || !(widest || (near >= LEAST && near * EXCEED > total)))
            continue;
        most = near;
        *found = width;
    }
    if (most && (by == CHARACTERS ||
                 by == SET_COLUMNS)) /* other columns hold too little to tell a mark from a digit */
        *found = without_drawn(ended, *found);
    return most;
}

/* Where no width is that of many lines, the longest may be the only one that is full; 0 if it is that of a
 * text that is not broken. */
static unsigned longest(const struct paragraph_lines *lines)
{
    enum { NARROWEST = 20, WIDEST = 80 };
    unsigned width = 0;
    for (size_t i = 0; i < lines->count; i++)
        if (lines->line[i].kind == LINE_TEXT && lines->line[i].width[CHARACTERS] > width)
            width = lines->line[i].width[CHARACTERS];
    return width >= NARROWEST && width <= WIDEST ? width : 0;
}

/* The measure by which most lines are full. */
static void find_measure(struct paragraph_lines *lines)
{
    /* columns: a mark that may not open a line takes a character along */
    static const unsigned slack[MEASURES] = {DRAWN_IN, 3, 3, 3};
    struct setting *setting = &lines->setting;
    size_t most = 0;
    setting->slack = DRAWN_IN;
    for (enum measure by = CHARACTERS; by < MEASURES; by++) {
        unsigned width;
        size_t count = find_width(lines, by, slack[by], &width);
        if (count <= most)
            continue;
        most = count;
        setting->measure = by;
        setting->full = width;
        setting->slack = slack[by];
    }
    setting->sure = most > 0;
    setting->full = most ? setting->full : longest(lines);
}

static void find_setting(struct paragraph_lines *lines)
{
    enum { PROSE = 30, MOST = 3 }; /* characters; most: two of three */
    size_t prose = 0, parted = 0, indented = 0;
    for (size_t i = 0; i < lines->count; i++)
        lines->line[i].enumerated =
            lines->line[i].kind == LINE_TEXT && is_enumerated(lines->text, &lines->line[i]);
    for (size_t i = 0; i < lines->count; i++) {
        struct paragraph_line *line = &lines->line[i];
        line->ended = line->kind == LINE_TEXT && ends_sentence(lines->text, line);
        line->cut = is_cut(lines, i);
        if (!line->ended)
            continue;
        prose++;
        parted += i + 1 == lines->count || lines->line[i + 1].kind == LINE_BLANK;
        indented += i + 1 < lines->count && lines->line[i + 1].indented;
    }
    lines->setting.parts = prose >= MOST && parted * MOST > prose * (MOST - 1);
    lines->setting.indents = prose >= MOST && indented * 2 > prose;
    find_measure(lines);
}

/* Where one line alone tells the width, it must be of prose: titles, headings and captions are as long as
 * they are. */
static bool is_full(const struct paragraph_lines *lines, const struct paragraph_line *line)
{
    const struct setting *setting = &lines->setting;
    return setting->full && line->width[setting->measure] + setting->slack >= setting->full &&
           line->width[setting->measure] <= setting->full + MOST_DRAWN_IN &&
           (setting->sure || (has_sentence(line) && !ends_heading(lines->text, line)));
}

/* A line that is set wide leaves a page in pieces, behind its marks mostly. One comma before a line is full
 * may be a slip for a stop; no office makes three. */
static bool has_pieces(const struct paragraph_lines *lines)
{
    enum { LEAST = 3 };
    static const char *const commas[] = {",", "、", NULL};
    size_t pieces = 0;
    for (size_t i = 0; lines->setting.sure && i < lines->count && pieces < LEAST; i++) {
        const struct paragraph_line *line = &lines->line[i];
        if (!line->cut || is_full(lines, line))
            continue;
        struct paragraph_line bare = without_fillers(lines->text, line);
        pieces += ends_any(lines->text, &bare, commas);
    }
    return pieces == LEAST;
}

/* ---- which lines go on ---- */

/* Whether the line is a label of the forms as a whole; labels end in no stop and in no pause. */
static bool find_label(const struct paragraph_lines *lines, const struct paragraph_line *line)
{
    enum { LONGEST = 200 };
    static const char *const stops[] = {"。", "、", NULL};
    char key[LONGEST];
    const struct lexicon_word *word = NULL;
    size_t length = line->end - line->start;
    if (!lines->lexicon || length > LONGEST || !line->has_han || ends_any(lines->text, line, stops))
        return false;
    length = lexicon_key(lines->text->shadow + line->start, length, key);
    return length && lexicon_find(lines->lexicon, key, length, &word) && word;
}

static bool is_label(const struct paragraph_lines *lines, struct paragraph_line *line)
{
    if (!line->label)
        line->label = find_label(lines, line) ? ANSWER_YES : ANSWER_NO;
    return line->label == ANSWER_YES;
}

/* Whether nothing can go on at this line: it opens something by itself. */
static bool opens(const struct paragraph_lines *lines, struct paragraph_line *line)
{
    static const char *const words[] = {"#", ">", "*", "- ", "注:", "备注", "附件", "附:", "[", "【", NULL};
    return string_begins_any(lines->text->shadow + line->start, words) || is_date(lines->text, line) ||
           is_label(lines, line);
}

/* Whether the line looks like one that stands alone: a caption with its value, a number. In a sentence that
 * is not at its end it is what the line's end has cut off: "联|系电话:0000-1234567". */
static bool stands_alone(const struct nb_text *text, const struct paragraph_line *line)
{
    return !line->has_han || is_captioned(text, line);
}

/* Whether a line ends with one of these characters: asked of nearly all, word by word it cost lines of
 * numbers 120 instructions a byte. */
static bool ends_in(const struct nb_text *text, const struct paragraph_line *line, const char *signs)
{
    const char *end = text->shadow + line->end;
    for (size_t size; line->end > line->start && *signs; signs += size) {
        size = utf8_step(signs);
        if (end[-1] == signs[size - 1] && line->end - line->start >= size && !memcmp(end - size, signs, size))
            return true;
    }
    return false;
}

/* What is written says that the sentence is not at its end: a mark that cannot end a line, or one that cannot
 * open one. */
static bool is_broken(const struct nb_text *text, const struct paragraph_line *line,
                      const struct paragraph_line *next)
{
    static const char *const openers[] = {"起至", "至", "止", "的", "了", NULL}, *const units[] = {
                                                                                     "年", "月", "日", NULL};
    struct paragraph_line bare = without_fillers(text, line);
    char last = bare.end > bare.start ? text->shadow[bare.end - 1] : 0, first = text->shadow[next->start];
    bool number = isdigit((unsigned char)last) &&
                  (isdigit((unsigned char)first) || string_begins_any(text->shadow + next->start, units));
    bool sentence = has_sentence(line), listed = sentence && ends(text, &bare, "、");
    number |= isdigit((unsigned char)first) && (ends(text, &bare, "年") || ends(text, &bare, "月"));
    bool order = string_begins(text->shadow + next->start, "是") &&
                 ends_in(text, &bare, "一二三四五六七八九十"); /* 一是 */
    return (number && sentence) || order || listed || ends_in(text, &bare, ",《(“〔至的和与及在为由") ||
           (string_begins_any(text->shadow + next->start, openers) && !line->enumerated);
}

/* A mark that cannot open a line. */
static bool opens_with_mark(const struct nb_text *text, const struct paragraph_line *line)
{
    static const char *const marks[] = {",", "。", "、", ";", "》", "”", "〕", NULL};
    unsigned char first = (unsigned char)text->shadow[line->start];
    return (first < 0x80 ? first == ',' || first == ';' : first < 0xE4) && /* as few are */
           string_begins_any(text->shadow + line->start, marks);
}

/* An address or a number that is broken at the end of a full line of prose: xxgk@qingshi. and gov.cn, 0000-12
 * and 34567. */
static bool is_broken_address(const struct paragraph_lines *lines, const struct paragraph_line *line,
                              const struct paragraph_line *next, bool prose)
{
    const struct nb_text *text = lines->text;
    unsigned char last = (unsigned char)text->shadow[line->end - 1],
                  first = (unsigned char)text->shadow[next->start];
    bool within = isalnum(last) || memchr("./-_@:", last, 6);
    return prose && within && isalnum(first) && is_full(lines, line) && !next->enumerated &&
           !is_entry(text, line);
}

/* Whether a bracket of these kinds that a full line leaves open is closed by the next lines. */
static bool is_closed_below(const struct paragraph_lines *lines, const struct paragraph_line *line,
                            const struct paragraph_line *next, unsigned open)
{
    enum { LINES = 3 };
    const struct paragraph_line *end = lines->line + lines->count;
    for (int i = 0;
         open && i < LINES && next + i < end && next[i].kind == LINE_TEXT && (!i || is_full(lines, line));
         i++) {
        struct brackets below = next[i].brackets;
        if (below.closed & open)
            return true;
        if ((below.open & open) || ends(lines->text, next + i, "。"))
            return false;
    }
    return false;
}

/* What is open where a paragraph ends for now: kinds of brackets; whether it is prose; whether a clause has
 * ended in it. `first`: its first line. */
struct joined_paragraph {
    const struct paragraph_line *first;
    unsigned open;
    bool prose, sentence;
};

/* Whether a line is full but for the indent of a paragraph's first line, two ideographs, which programs that
 * take the text out of a page leave out. */
static bool lacks_indent(const struct paragraph_lines *lines, const struct paragraph_line *line)
{
    enum { INDENT = 2 };
    const struct setting *setting = &lines->setting;
    unsigned indent = setting->measure == CHARACTERS ? INDENT : 2 * INDENT;
    return setting->sure && !setting->indents && has_sentence(line) && !ends_heading(lines->text, line) &&
           line->width[setting->measure] + setting->slack + indent >= setting->full &&
           line->width[setting->measure] <= setting->full;
}

/* Whether `next` goes on where `line` ends. `page`: a page ends between them. */
static bool goes_on(const struct paragraph_lines *lines, const struct joined_paragraph *paragraph,
                    struct paragraph_line *line, struct paragraph_line *next, bool page)
{
    enum { SHORTEST = 15 }; /* characters: shorter lines are names and headings */
    const struct nb_text *text = lines->text;
    const struct setting *setting = &lines->setting;
    bool ended = line->ended, exact = setting->sure && setting->measure == CHARACTERS && is_full(lines, line);
    if (is_closed_below(lines, line, next, paragraph->open) ||
        (is_lone_enumerator(text, line) && !next->enumerated))
        return true;
    if (is_whole_title(text, next) && !has_sentence(line))
        return false;
    if ((opens_with_mark(text, next) && !ended) || is_broken_address(lines, line, next, paragraph->prose))
        return true;
    struct paragraph_line bare = without_fillers(text, line);
    bool comma = ends(text, &bare, ","), piece = setting->pieces && !ended;
    bool full = is_full(lines, line) || (line == paragraph->first && lacks_indent(lines, line)) ||
                (piece && (paragraph->sentence || comma || ends(text, line, "、")));
    bool sentence = paragraph->sentence && !ended && (full || comma);
    bool opened = line->indented && !next->indented && has_sentence(line); /* a paragraph's first line */
    bool words = next->has_han || sentence;
    bool set_on =
        ended ? is_full(lines, line) && !next->indented && (setting->indents || exact) && has_sentence(next)
              : words && !(setting->indents && next->indented && !page) &&
                    ((page && !setting->sure) || opened || full ||
                     (setting->parts && line->width[CHARACTERS] >= SHORTEST) || is_broken(text, line, next));
    /* a last line is full by chance only; what the words say is asked last, for most lines are not set so */
    return set_on && !(stands_alone(text, next) && !sentence) && !opens(lines, next) &&
           !is_label(lines, line) && !(is_whole(text, line) && !sentence) &&
           !(next->enumerated && (ended || (!exact && !ends(text, line, "第") && !ends(text, line, "条"))));
}

/* ---- cutting ---- */

/* What stands between two lines of text. */
enum gap { GAP_NONE, GAP_BLANK, GAP_PAGE };

/* The next line of text behind line i. lines->count if something else is. */
static size_t next_text(const struct paragraph_lines *lines, size_t i, enum gap *gap)
{
    const char *bytes = lines->text->bytes;
    size_t next = i + 1;
    for (*gap = GAP_NONE;
         next < lines->count && (lines->line[next].kind == LINE_BLANK || lines->line[next].kind == LINE_PAGE);
         next++)
        if (*gap != GAP_PAGE)
            *gap = lines->line[next].kind == LINE_PAGE ? GAP_PAGE : GAP_BLANK;
    if (next == lines->count || lines->line[next].kind != LINE_TEXT)
        return lines->count;
    if (memchr(bytes + lines->line[i].end, '\f', lines->line[next].start - lines->line[i].end))
        *gap = GAP_PAGE;
    return next;
}

/* Over blank lines only a bracket goes on, which a page of OCR has broken. */
static bool is_joined(const struct paragraph_lines *lines, const struct joined_paragraph *paragraph,
                      struct paragraph_line *line, struct paragraph_line *next, enum gap gap)
{
    if (gap == GAP_BLANK)
        return !line->ended && line->brackets.open & next->brackets.closed;
    return goes_on(lines, paragraph, line, next, gap == GAP_PAGE);
}

/* The line goes on the paragraph. */
static void take_in(struct joined_paragraph *paragraph, const struct paragraph_line *line)
{
    paragraph->first = paragraph->first ? paragraph->first : line;
    paragraph->open = (paragraph->open & ~(unsigned)line->brackets.closed) | line->brackets.open;
    paragraph->prose |= line->has_han;
    paragraph->sentence |= has_sentence(line);
}

static void find_cuts(struct paragraph_lines *lines)
{
    struct joined_paragraph paragraph = {0};
    for (size_t i = 0, next; i < lines->count; i++) {
        enum gap gap;
        struct paragraph_line *line = &lines->line[i];
        if (line->kind == LINE_PAGE &&
            !isdigit((unsigned char)lines->text->shadow[line->start])) /* 3 alone may be a value */
            rewrite_cut(&lines->made, line->start, line->end, 0);
        if (line->kind == LINE_TEXT)
            take_in(&paragraph, line);
        if (line->kind != LINE_TEXT || (next = next_text(lines, i, &gap)) == lines->count ||
            !is_joined(lines, &paragraph, line, &lines->line[next], gap)) {
            paragraph = (struct joined_paragraph){0};
            continue;
        }
        rewrite_cut(&lines->made, line->end, lines->line[next].start, 0);
        i = next - 1;
    }
}

struct nb_text *join_paragraphs(struct nb_text *text, const struct lexicon *lexicon)
{
    struct paragraph_lines lines = {
        .text = text, .lexicon = lexicon, .made = {.arena = text->arena, .text = text}};
    read_lines(&lines);
    find_setting(&lines);
    lines.setting.pieces = has_pieces(&lines);
    find_cuts(&lines);
    struct nb_text *joined = rewrite_end(&lines.made);
    xfree(lines.line);
    if (joined)
        text_discard(text);
    return joined ? joined : text;
}
