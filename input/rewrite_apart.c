/* rewrite_apart.c - a text whose strings have run together with nothing between them (情况2022年, 规章030):
 * lines again, a cell each.
 */
#include "config.h"

#include "rewrite.h"

#include "enumerator.h"
#include "fold.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

enum {
    LONG = 600, /* bytes: 200 ideographs, with three headings */
    SEVERAL =
        8, /* labels and values right behind one another: a disclosure table without its captions has 20 */
    HEADINGS = 3
};

/* Where the text is cut. `article`, `section`: the numbers of the last headings. */
struct apart_run {
    const struct nb_text *text;
    const struct lexicon *lexicon;
    struct nb_arena *arena;
    size_t *cuts, count, room;
    int article, section;
    size_t headings, tables;
};

static void cut(struct apart_run *run, size_t at)
{
    if (!at || (run->count && run->cuts[run->count - 1] >= at))
        return;
    run->cuts = arena_grow(run->arena, run->cuts, &run->room, run->count + 1, sizeof *run->cuts);
    run->cuts[run->count++] = at;
}

/* What the shadow has for the bytes that a folded character lacks. */
#define FILLER "\x01"

static bool is_digit(const char *shadow, size_t at)
{
    return isdigit((unsigned char)shadow[at]);
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\x01';
}

/* ---- labels ---- */

/* Behind the marks that close what the label opens: 三安全一稳定”, 不计其他情形). */
static size_t behind_closing(const char *shadow, size_t at)
{
    static const char *const closing[] = {")", "\"", "'", "”", "’", "》", NULL};
    at += strspn(shadow + at, FILLER);
    for (size_t length; (length = string_opening(shadow + at, closing)); at += strspn(shadow + at, FILLER))
        at += length;
    return at;
}

/* The longest label that begins at `at`; its end, or `at`: none does. */
static size_t longest_label(const struct apart_run *run, size_t at, const struct lexicon_word **word)
{
    struct lexicon_beginning begins =
        lexicon_begin(run->lexicon, run->text->shadow + at, run->text->length - at);
    *word = begins.label ? begins.word : *word;
    return begins.label ? behind_closing(run->text->shadow, at + begins.label) : at;
}

/* The label that begins at `at`, with its number or without. */
static size_t end_of_label(const struct apart_run *run, size_t at, const struct lexicon_word **word)
{
    const char *shadow = run->text->shadow;
    bool digit = is_digit(shadow, at);
    if ((!utf8_is_han(shadow + at) && !digit && shadow[at] != '(') ||
        (digit && is_digit(shadow, fold_behind(shadow, at))))
        return at;
    size_t end = longest_label(run, at, word);
    if (end > at)
        return end;
    struct enumerator number = enumerator_read(shadow + at, shadow + run->text->length);
    end = number.closed ? longest_label(run, at + number.length, word) : at;
    return end > at + number.length ? end : at;
}

/* ---- tables ---- */

static size_t skip_gaps(const struct apart_run *run, size_t at)
{
    while (at < run->text->length && is_gap(run->text->shadow[at]))
        at++;
    return at;
}

/* Whether the digit at `at` is the number of what follows, and no value: 2.其他 3、收到 of a label or
 * heading. */
static bool is_number_of(const struct apart_run *run, size_t at)
{
    const char *shadow = run->text->shadow;
    const struct lexicon_word *word = NULL;
    size_t next = fold_behind(shadow, at);
    bool listed = !strncmp(shadow + next, "、", strlen("、")) ||
                  (shadow[next] == '.' && !is_digit(shadow, fold_behind(shadow, next)));
    return is_digit(shadow, at) && (listed || end_of_label(run, at, &word) > at);
}

/* Behind the unit of the digit before `at`; `at`: it has none. */
static size_t unit_end(const struct apart_run *run, size_t at)
{
    const char *shadow = run->text->shadow;
    size_t digit = at;
    while (digit && shadow[digit - 1] == *FILLER)
        digit--;
    return digit && is_digit(shadow, digit - 1) ? (size_t)(behind_unit(shadow + at) - shadow) : at;
}

/* The end of the values that stand at `at`: digits, their units, and signs for none. */
static size_t values_end(const struct apart_run *run, size_t at)
{
    const char *shadow = run->text->shadow;
    size_t end = at;
    for (size_t i = at, unit; i < run->text->length && !is_number_of(run, i); i = unit > i ? unit : i + 1) {
        unit = unit_end(run, i);
        if (unit == i && !strchr("0123456789 \t\n\r.,/-" FILLER, shadow[i]))
            break;
        end = is_gap(shadow[i]) || strchr(".,", shadow[i]) ? end : unit > i ? unit : i + 1;
    }
    return end + strspn(shadow + end, FILLER);
}

/* Behind the sign for no value at `at`: / or -, which may be printed twice; `at`: none, but the minus of a
 * number. */
static size_t behind_sign(const char *shadow, size_t at)
{
    size_t end = shadow[at] == '/' || shadow[at] == '-' ? fold_behind(shadow, at) : at;
    if (end > at && shadow[at] == '-' && shadow[end] == '-')
        return fold_behind(shadow, end);
    return end > at && shadow[at] == '-' && shadow[end] >= '1' && shadow[end] <= '9' ? at : end;
}

/* Cut at a label. */
static void cut_label(struct apart_run *run, size_t start, size_t end)
{
    cut(run, start);
    cut(run, end);
}

/* Cut at values: a sign for none is one of its own, and a unit ends one. */
static void cut_values(struct apart_run *run, size_t start, size_t end)
{
    const char *shadow = run->text->shadow;
    cut(run, start);
    for (size_t at = start, next; at < end; at = next) {
        size_t unit = unit_end(run, at), sign = behind_sign(shadow, at);
        next = unit > at ? unit : sign > at ? sign : fold_behind(shadow, at);
        if (sign > at || shadow[at] == '-')
            cut(run, at);
        if (sign > at || unit > at)
            cut(run, next);
    }
    cut(run, end);
}

/* The end of the labels and values that begin at `at`: a table, cut into its labels and what stands behind
 * each, if several stand right behind one another. */
static size_t table_end(struct apart_run *run, size_t at)
{
    const struct lexicon_word *word = NULL;
    size_t end = at, glued = 0, before = run->count;
    for (size_t next;; end = next) {
        size_t start = skip_gaps(run, end);
        if ((next = end_of_label(run, start, &word)) > start)
            cut_label(run, start, next);
        else if ((next = values_end(run, start)) > start)
            cut_values(run, start, next);
        else
            break;
        glued += start == end && start > at;
    }
    if (glued < SEVERAL) /* as have all that begin within it */
        run->count = before;
    run->tables += glued >= SEVERAL;
    return end;
}

/* ---- headings ---- */

/* The end of a title of the office's own: behind the last word that titles end with, before what no title
 * has, or the blank behind such a word. */
static size_t own_end(const struct apart_run *run, size_t at)
{
    enum { LONGEST = 40 * 3 };
    static const char *const last[] = {"情况", "概述", "概况", "措施",   "问题",
                                       "事项", "打算", "附表", "统计表", NULL};
    const char *shadow = run->text->shadow;
    size_t end = at, stop = at + LONGEST < run->text->length ? at + LONGEST : run->text->length;
    for (size_t i = at; i < stop && (utf8_is_han(shadow + i) || !strncmp(shadow + i, "、", 3) ||
                                     (shadow[i] == ' ' && end < i));) {
        size_t length = string_opening(shadow + i, last);
        i += length ? length : utf8_length((unsigned char)shadow[i]);
        end = length ? i : end;
    }
    return end;
}

/* Whether the heading at `at` is a line, or begins one as others do. */
static bool has_line(const struct apart_run *run, size_t at)
{
    const char *bytes = run->text->bytes;
    size_t start = at;
    while (start && bytes[start - 1] != '\n' && is_gap(run->text->shadow[start - 1]))
        start--;
    return (!start || bytes[start - 1] == '\n') && strcspn(bytes + at, "\n") <= LONG;
}

/* The title behind the number of an article; its end, or `at`: it has none. Within words (`inside`) only an
 * official one counts.
 */
static size_t title_end(const struct apart_run *run, size_t at, bool inside)
{
    size_t official = lexicon_begin(run->lexicon, run->text->shadow + at, run->text->length - at).title;
    return official || inside ? at + official : own_end(run, at);
}

/* A heading at `at`, where its number is due; its end, or `at`: none. */
static size_t heading_end(struct apart_run *run, size_t at, bool inside)
{
    const char *shadow = run->text->shadow;
    struct enumerator read = enumerator_read(shadow + at, shadow + run->text->length);
    bool article = read.kind == ENUMERATOR_HAN, section = read.kind == ENUMERATOR_PAREN && !inside;
    if (!read.closed || !(article || section) || read.ordinal != (article ? run->article : run->section) + 1)
        return at;
    size_t title = at + read.length, end = article ? title_end(run, title, inside) : title;
    if (article && end == title)
        return at;
    run->article += article;
    run->section = section ? run->section + 1 : 0;
    if (has_line(run, at))
        return end;
    run->headings += article;
    cut(run, at);
    if (article)
        cut(run, end);
    return end;
}

/* ---- the text ---- */

/* Whether digits that begin with a zero, or are as many as columns, stand right behind letters as often as in
 * a table that nothing parts, and zeros mostly there. Behind a pause, a bar, a blank or the dots that lead to
 * them something does: such texts gone over cost 130 to 500 instructions a byte more. */
static bool has_runs(const struct nb_text *text)
{
    enum { COLUMNS = 7 };
    size_t runs = 0, apart = 0;
    const char *end = text->bytes + text->length;
    for (const char *at = text->bytes; (at = memchr(at, '0', (size_t)(end - at)));) {
        const char *start = at;
        while (start > text->bytes && isdigit((unsigned char)start[-1]))
            start--;
        apart += start == at && at > text->bytes && is_gap(at[-1]);
        size_t digits = strspn(start, "0123456789");
        runs += start - text->bytes >= 3 && utf8_is_han(start - 3) && (start == at || digits >= COLUMNS);
        at = start + digits;
    }
    return runs >= SEVERAL && runs >= apart;
}

/* Behind the next pause of a line that this numeral stands before; NULL: there is none. Pauses are rarer than
 * numerals, and memmem() for six bytes cost long lines 2 instructions a byte. */
static const char *behind_number(const char *at, const char *end, const char *numeral)
{
    const char *from = at;
    while ((at = bytes_find(at, end, "、")) && !(at - from >= 3 && !memcmp(at - 3, numeral, 3)))
        at++;
    return at;
}

/* Whether a long line has the numbers of headings, 二、 and behind it 三、. */
static bool has_numbers(const struct nb_text *text)
{
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        const char *at = text->bytes + line.start, *end = text->bytes + line.end;
        if (line.end - line.start > LONG && (at = behind_number(at, end, "二")) &&
            behind_number(at, end, "三") && !has_html_cells(text, line))
            return true;
    }
    return false;
}

static void find_cuts(struct apart_run *run)
{
    const struct nb_text *text = run->text;
    for (size_t at = 0, end; at < text->length; at = end) {
        end = at + utf8_length((unsigned char)text->bytes[at]);
        bool inside =
            at >= 3 && utf8_is_han(text->shadow + at - 3) && !(run->count && run->cuts[run->count - 1] == at);
        if (is_gap(text->shadow[at]))
            continue;
        size_t heading = heading_end(run, at, inside),
               table = heading > at || inside ? at : table_end(run, at);
        end = heading > at ? heading : table > at ? table : end;
        table = end == heading ? table_end(run, skip_gaps(run, end)) : end;
        end = table > end ? table : end;
    }
}

/* Cut a text in which tables have run together, or so many headings at least. */
static void cut_apart(struct rewriting *made, size_t headings)
{
    struct nb_arena *scratch = arena_new();
    struct apart_run run = {.text = made->text, .lexicon = made->lexicon, .arena = scratch};
    find_cuts(&run);
    for (size_t i = 0; (run.tables || run.headings >= headings) && i < run.count; i++)
        rewrite_cut(made, run.cuts[i], run.cuts[i], '\n');
    made->run = run.tables;
    arena_free(scratch);
}

void tables_apart(struct rewriting *made)
{
    if (made->lexicon && has_runs(made->text)) /* other texts: an instruction a byte */
        cut_apart(made, SIZE_MAX);
}

void headings_apart(struct rewriting *made)
{
    if (made->lexicon && has_numbers(made->text))
        cut_apart(made, HEADINGS);
}
