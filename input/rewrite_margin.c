/* rewrite_margin.c - what programs print before or behind each line of a text: its number, a time, the name
 * of a file or of who speaks, marks of comments, of quotation and of line ends. One line that is a sentence
 * shows it; nearly all lines agree. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* What stands before the words of a line that is a sentence, and behind them. `blanks`: that follow the
 * former in each line. */
struct margins {
    const char *before, *behind;
    size_t before_length, blanks, behind_length;
};

/* How much of one line is like how much of another. */
struct likeness {
    size_t pattern, line;
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_name(char byte)
{
    return isalnum((unsigned char)byte) || byte == '^' || byte == '_';
}

static size_t run(const char *at, const char *end, bool (*is)(char))
{
    const char *first = at;
    while (at < end && is(*at))
        at++;
    return (size_t)(at - first);
}

/* The length of the name or number, the blanks or the one character that a line goes on with. */
static size_t step(const char *at, const char *end)
{
    size_t length = is_name(*at) ? run(at, end, is_name) : is_blank(*at) ? run(at, end, is_blank) : 0;
    return length ? length : utf8_length((unsigned char)*at);
}

/* Numbers and names may differ, and blanks before numbers, which stand at the right. */
static struct likeness compare(const char *pattern, const char *pattern_end, const char *line,
                               const char *line_end)
{
    const char *a = pattern, *b = line;
    while (a < pattern_end && b < line_end) {
        if (is_blank(*a) != is_blank(*b)) {
            size_t blanks = run(a, pattern_end, is_blank), others = run(b, line_end, is_blank);
            if (a + blanks == pattern_end || b + others == line_end || !is_name(a[blanks]) ||
                !is_name(b[others]))
                break;
            a += blanks;
            b += others;
        }
        size_t length = step(a, pattern_end), other = step(b, line_end);
        bool alike = (is_name(*a) && is_name(*b)) || (is_blank(*a) && is_blank(*b)) ||
                     (length == other && !memcmp(a, b, length));
        if (!alike)
            break;
        a += length;
        b += other;
    }
    return (struct likeness){(size_t)(a - pattern), (size_t)(b - line)};
}

enum { LONGEST = 8 }; /* bytes that may stand behind a sentence's stop: <br> and quotes */

/* A line that ends in a sentence, from the middle of the text on; the number of lines: there is none. */
static size_t find_sentence(const struct nb_text *text)
{
    size_t i = text->line_count / 2;
    for (; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        size_t last = strlen("。") + LONGEST,
               from = line.end - line.start > last ? line.end - last : line.start;
        if (text->lines[i].marks & LINE_STOP && bytes_find(text->bytes + from, text->bytes + line.end, "。"))
            break;
    }
    return i;
}

static int descending(const void *a, const void *b)
{
    const size_t *one = a, *other = b;
    return (*one < *other) - (*one > *other);
}

enum { NEARLY_ALL = 9 }; /* of ten lines; the others are what a mail or a program says around them */

/* How much of a sentence's beginning nearly all lines share, blanks at its end left out. A line that ends in
 * it says nothing else. As soon as too many share none it is known, which saves an ordinary text 17 of 19
 * instructions a byte. */
static size_t shared_beginning(struct nb_arena *arena, const struct nb_text *text, struct piece sentence)
{
    size_t *shared = arena_room(arena, (text->line_count + 1) * sizeof *shared), count = 0, none = 0;
    const char *pattern = text->bytes + sentence.start, *pattern_end = text->bytes + sentence.end;
    size_t indent = run(pattern, pattern_end, is_blank);
    for (size_t i = 0; i < text->line_count && none <= text->line_count / 10; i++) {
        struct piece words = line_of(text, i), trimmed = words_of_line(text, i);
        if (trimmed.start == trimmed.end)
            continue;
        struct likeness like =
            compare(pattern, pattern_end, text->bytes + words.start, text->bytes + words.end);
        size_t length = words.start + like.line >= trimmed.end ? sentence.end - sentence.start : like.pattern;
        none += length <= indent;
        shared[count++] = length;
    }
    if (!count || none > text->line_count / 10)
        return 0;
    qsort(shared, count, sizeof *shared, descending);
    size_t length = shared[(count * NEARLY_ALL - 1) / 10];
    while (length && is_blank(pattern[length - 1]))
        length--;
    return length;
}

/* The words of a line between its margins; `start` UINT_MAX: it has none before them. Quotes that end
 * before a separator, too, are each cell's. */
static struct piece words_of(const struct nb_text *text, struct piece line, const struct margins *margins)
{
    const char *begin = text->bytes + line.start, *end = text->bytes + line.end;
    size_t behind = margins->behind_length;
    if (behind && line.end - line.start >= behind && memcmp(end - behind, margins->behind, behind) == 0)
        end -= behind;
    bool quoted = behind && *margins->before == '"' && begin + 1 < end;
    const char *close = quoted ? memchr(begin + 1, '"', (size_t)(end - begin - 1)) : NULL;
    if (close && close + 1 < end && strchr(",;|\t", close[1]))
        return (struct piece){UINT_MAX, line.end};
    struct likeness like = compare(margins->before, margins->before + margins->before_length, begin, end);
    if (like.pattern < margins->before_length && begin + like.line < end)
        return (struct piece){UINT_MAX, (unsigned)(end - text->bytes)};
    size_t blanks = run(begin + like.line, end, is_blank);
    blanks = blanks < margins->blanks ? blanks : margins->blanks;
    return (struct piece){line.start + like.line + blanks, (size_t)(end - text->bytes)};
}

/* The fewest blanks that stand between the margin and words. */
static size_t fewest_blanks(const struct nb_text *text, const struct margins *margins)
{
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece words = words_of(text, line_of(text, i), margins);
        size_t blanks =
            words.start == UINT_MAX ? 0 : run(text->bytes + words.start, text->bytes + words.end, is_blank);
        if (words.start != UINT_MAX && words.start + blanks < words.end && blanks < fewest)
            fewest = blanks;
    }
    return fewest == SIZE_MAX ? 0 : fewest;
}

/* Whether most sentences stand behind the margin, without the mark it ends in: bars, commas part cells. With
 * an ideograph sentences only begin alike. */
static bool sentences_agree(const struct nb_text *text, const struct margins *margins)
{
    enum { SEVERAL = 3 };
    const char *last = margins->before, *end = last + margins->before_length;
    size_t sentences = 0, agree = 0;
    while (last + step(last, end) < end)
        last += step(last, end);
    if ((unsigned char)*last >= 0xE3 && !ispunct((unsigned char)text->shadow[last - text->bytes]))
        return false;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i), words = words_of(text, line, margins);
        if (!(text->lines[i].marks & LINE_STOP))
            continue;
        sentences++;
        agree += words.start != UINT_MAX &&
                 (is_name(*last) ||
                  !memmem(text->bytes + words.start, words.end - words.start, last, (size_t)(end - last)));
    }
    return sentences >= SEVERAL && 2 * agree > sentences && (!is_name(*last) || margins->blanks);
}

/* What a sentence ends in behind its stop, if nearly all lines do. */
static void find_behind(const struct nb_text *text, struct piece sentence, struct margins *margins)
{
    const char *end = text->bytes + sentence.end, *stop = end;
    while (memcmp(stop - strlen("。"), "。", strlen("。")) != 0)
        stop--;
    size_t length = (size_t)(end - stop), lines = 0, agree = 0;
    if (!length || run(stop, end, is_blank) == length)
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        lines += line.end > line.start;
        agree +=
            line.end - line.start >= length && memcmp(text->bytes + line.end - length, stop, length) == 0;
    }
    margins->behind = stop;
    margins->behind_length = agree * 10 >= lines * NEARLY_ALL ? length : 0;
}

static struct margins find_margins(struct nb_arena *arena, const struct nb_text *text)
{
    struct margins margins = {0};
    size_t found = find_sentence(text);
    if (found == text->line_count)
        return margins;
    struct piece sentence = line_of(text, found);
    find_behind(text, sentence, &margins);
    margins.before = text->bytes + sentence.start;
    margins.before_length = shared_beginning(arena, text, sentence);
    margins.blanks = margins.before_length ? fewest_blanks(text, &margins) : 0;
    if (margins.before_length && !sentences_agree(text, &margins))
        margins.before_length = margins.blanks = 0;
    return margins;
}

/* ---- patches and quotations ---- */

/* The first line of a patch's changes; the number of lines: it is none. Nearly no text has a sign of these:
 * with each line compared they cost a table of lines 2 instructions a byte. */
static size_t find_patch(const struct nb_text *text)
{
    size_t i = bytes_find(text->bytes, text->bytes + text->length, "@@ -") ? 1 : text->line_count;
    while (i < text->line_count && !(string_begins(text->bytes + text->line_starts[i], "@@ -") &&
                                     string_begins(text->bytes + text->line_starts[i - 1], "+++ ")))
        i++;
    return i;
}

/* What a patch makes of a text: the lines it keeps and those it adds. */
static void patch(struct rewriting *made, size_t changes)
{
    const struct nb_text *text = made->text;
    for (size_t i = changes; i < text->line_count; i++) {
        size_t start = text->line_starts[i];
        if (strchr("+ -@\\", text->bytes[start]))
            rewrite_cut(made, start, strchr("+ ", text->bytes[start]) ? start + 1 : behind_line(text, i), 0);
    }
}

/* The bytes of the marks of quotation that a line begins with: "> ", ">> ". */
static size_t quotation(const char *line)
{
    size_t length = 0;
    while (line[length] == '>' || (length && line[length] == ' ' && line[length + 1] == '>'))
        length++;
    return length && line[length] == ' ' ? length + 1 : length;
}

/* Nearly all lines are quoted, or rows of a table, as mails quote those. */
void without_quotation(struct rewriting *made)
{
    enum { TABLE = 3 }; /* a head, its rule and a row */
    const struct nb_text *text = made->text;
    size_t lines = 0, quoted = 0, rows = 0;
    for (size_t i = 0; memchr(text->bytes, '>', text->length) && i < text->line_count; i++) {
        bool quotes = text->bytes[text->line_starts[i]] == '>';
        lines += text->lines[i].begin < text->lines[i].end;
        quoted += quotes;
        rows += quotes && text->lines[i].marks & LINE_BAR;
    }
    bool all = (quoted > 1 && quoted * 10 >= lines * 8) || rows >= TABLE;
    for (size_t i = 0, start; all && i < text->line_count; i++) {
        start = text->line_starts[i];
        rewrite_cut(made, start, start + quotation(text->bytes + start), 0);
    }
}

void without_margins(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    size_t changes = find_patch(text);
    if (changes < text->line_count) {
        patch(made, changes);
        return;
    }
    struct nb_arena *scratch = arena_new();
    struct margins margins = find_margins(scratch, text);
    arena_free(scratch);
    if (!margins.before_length && !margins.behind_length)
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i), words = words_of(text, line, &margins);
        if (words.start != UINT_MAX)
            rewrite_cut(made, line.start, words.start, 0);
        rewrite_cut(made, words.end, line.end, 0);
    }
}
