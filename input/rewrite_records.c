/* rewrite_records.c - records of one kind as programs print them, [{"信息内容": "规章", "本年制发件数": 3},
 * …], as items of YAML or a line for each value: a row of their names, and one of each record's values, with
 * tabs between; and rows that have no names, as lists print them, [["规章", 3, null], …]. */
#include "config.h"

#include "rewrite.h"

#include "fillers.h"
#include "memory.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

enum { MOST_NAMES = 64, FEWEST_NAMES = 2, FEWEST_LABELS = 2, SEVERAL = 3 };

/* Names and values of a record, without quotation marks. */
struct printed_record {
    struct piece names[MOST_NAMES], values[MOST_NAMES];
    size_t count;
};

/* A way to print records. `read`: behind the record that begins at a place, or the place itself, where none
 * does; `next`: where the one behind it may begin. `sign`: what stands between name and value. */
struct record_form {
    size_t (*read)(const struct nb_text *text, size_t at, const char *sign, struct printed_record *record);
    size_t (*next)(const struct nb_text *text, size_t at);
    const char *sign;
};

static size_t skip(const struct nb_text *text, size_t at, const char *signs)
{
    return at + strspn(text->bytes + at, signs);
}

/* Behind a string between quotation marks, or a number or name, that begins at `at`, and what it says; `at`:
 * none does. */
static size_t read_word(const struct nb_text *text, size_t at, bool quoted, struct piece *word)
{
    const char *bytes = text->bytes;
    char mark = bytes[at];
    size_t end = at + 1;
    if (mark != '"' && mark != '\'') {
        end = at + strcspn(bytes + at, ",}])(:{[ \t\n\"'");
        *word = (struct piece){at, unfilled_length(bytes + at, bytes + end) == end - at ? at : end};
        return quoted ? at : end;
    }
    while (bytes[end] && bytes[end] != mark && bytes[end] != '\n')
        end += 1 + (bytes[end] == '\\' && bytes[end + 1]);
    *word = (struct piece){at + 1, end};
    return bytes[end] == mark ? end + 1 : at;
}

static const char blanks[] = " \t\n";

/* Behind the value that begins at `at`, or the list of them, which are of as many columns of one name; `at`:
 * none does. The name is that of the last column. */
static size_t read_values(const struct nb_text *text, size_t at, struct printed_record *record)
{
    bool list = text->bytes[at] == '[' || text->bytes[at] == '(';
    size_t next = at, before;
    do {
        before = list ? skip(text, next + 1, blanks) : next;
        if (record->count + 1 == MOST_NAMES)
            return at;
        record->names[record->count + 1] = record->names[record->count];
        next = read_word(text, before, false, &record->values[record->count++]);
        if (next == before || !text->bytes[next = skip(text, next, blanks)])
            return at;
    } while (list && text->bytes[next] == ',' && !strchr("])", text->bytes[skip(text, next + 1, blanks)]));
    next = list && text->bytes[next] == ',' ? skip(text, next + 1, blanks) : next;
    return !list ? next : strchr("])", text->bytes[next]) ? skip(text, next + 1, blanks) : at;
}

static size_t read_record(const struct nb_text *text, size_t at, const char *sign,
                          struct printed_record *record)
{
    record->count = 0;
    if (text->bytes[at] != *sign)
        return at;
    for (size_t next = skip(text, at + 1, blanks), before;; next = skip(text, next + 1, blanks)) {
        before = next;
        next = read_word(text, before, true, &record->names[record->count]);
        if (next == before || text->bytes[next = skip(text, next, blanks)] != ':')
            return at;
        before = skip(text, next + 1, blanks);
        next = read_values(text, before, record);
        if (next == before || text->bytes[next] != ',')
            return next > before && text->bytes[next] == '}' ? next + 1 : at;
    }
}

/* A row of a list, in brackets of either kind: its values have no names. One in brackets alone, as cells are,
 * is a string. */
static size_t read_brackets(const struct nb_text *text, size_t at, const char *sign,
                            struct printed_record *record)
{
    record->count = 0;
    *record->names = (struct piece){0};
    size_t end = strchr(sign, text->bytes[at]) ? read_values(text, at, record) : at;
    bool quoted = end > at && strchr("\"'", text->bytes[record->values->end]);
    return (quoted || record->count > 1) && text->bytes[end] != '|' ? end : at; /* no cell between bars */
}

static bool same_names(const struct nb_text *text, const struct printed_record *one,
                       const struct printed_record *other)
{
    size_t i = 0;
    while (one->count == other->count && i < one->count && same_words(text, one->names[i], other->names[i]))
        i++;
    return (i == one->count && one->count == other->count) || !one->names->end;
}

/* How many of the words are labels of a form. */
static size_t count_labels(const struct nb_text *text, const struct lexicon *lexicon,
                           const struct piece *words, size_t count)
{
    size_t labels = 0;
    for (size_t i = 0; i < count; i++)
        labels += words[i].start < words[i].end &&
                  lexicon_label_kinds(lexicon, text->shadow + words[i].start, words[i].end - words[i].start);
    return labels;
}

/* A row of words; what an escape stands for is a blank, or shows nothing, or the sign behind
 * it. A name that only says that the
 * column has none is empty. */
static void put_row(struct rewriting *made, const struct piece *words, size_t count)
{
    const char *bytes = made->text->bytes;
    for (size_t i = 0; i < count; i++) {
        struct piece word = words[i];
        bool unnamed = bytes_begin(bytes + word.start, bytes + word.end, "Unnamed: ");
        for (size_t at = unnamed ? word.end : word.start, end; at < word.end; at = end) {
            const char *escape = memchr(bytes + at, '\\', word.end - at);
            end = escape ? (size_t)(escape - bytes) : word.end;
            if (at < end)
                text_copy(made->builder, made->text, at, end, 0);
            if (escape && strchr("nrtux", escape[1]))
                text_separator(made->builder, ' ', end);
            else if (escape && end + 1 < word.end)
                text_copy(made->builder, made->text, end + 1, end + 2, 0);
            end += !escape            ? 0
                   : escape[1] == 'u' ? strlen("\\u200b")
                   : escape[1] == 'x' ? strlen("\\xa0")
                                      : 2;
        }
        text_separator(made->builder, i + 1 < count ? '\t' : '\n', word.end);
    }
}

/* Whether a record begins with a line that is an item of a list, as YAML has them: its others are drawn in.
 */
static bool is_item(const struct nb_text *text, size_t at)
{
    return bytes_begin(text->bytes + at, text->bytes + text->length, "- ");
}

/* Records from `at` on, of one form and with the same names: each a row; `list`: one alone is one, too.
 * Returns where the last ends; `at`: there are none, or they say nothing of a form. */
static size_t put_records(struct rewriting *made, struct record_form form, size_t at, bool list)
{
    const struct nb_text *text = made->text;
    struct printed_record first, record;
    size_t end = form.read(text, at, form.sign, &first), labels = 0, count = 0, last = end, behind;
    for (size_t next = at; end > at && (behind = form.read(text, next, form.sign, &record)) > next &&
                           same_names(text, &first, &record);
         next = form.next(text, last = behind), count++)
        labels += count_labels(text, made->lexicon, record.values, record.count);
    labels += end > at ? count_labels(text, made->lexicon, first.names, first.count) : 0;
    list &= !is_item(text, form.next(text, last)); /* of other names */
    bool named = end > at && first.names->end;
    list &= named;
    if (end == at || (labels < FEWEST_LABELS && (named || count < SEVERAL)) || count < (list ? 1 : 2) ||
        (named &&
         (first.count < FEWEST_NAMES ||
          same_words(text, first.names[0], first.names[1])))) /* of whoever said each line of a talk */
        return last;
    size_t start = at; /* of the name that they have, and the list that they are in */
    while (start > made->copied && isprint((unsigned char)text->bytes[start - 1]))
        start--;
    while (start > made->copied && strchr("[( \t\n", text->bytes[start - 1]))
        start--;
    rewrite_cut(made, start, at, start && text->bytes[start - 1] != '\n' ? '\n' : '\0');
    if (named)
        put_row(made, first.names, first.count);
    for (size_t next = at; next < last; next = form.next(text, next)) {
        next = form.read(text, next, form.sign, &record);
        put_row(made, record.values, record.count);
    }
    return made->copied = skip(text, last, "]), ");
}

static size_t behind_comma(const struct nb_text *text, size_t at)
{
    return skip(text, at, " \t\n,");
}

/* The bracket that opens the next row of a list, which may be an item, or in lists of lists. */
static size_t next_bracket(const struct nb_text *text, size_t at)
{
    size_t next = skip(text, at, "[]() \t\n,-");
    while (next > at + 1 && !strchr("[(", text->bytes[next - 1]))
        next--;
    return next > at ? next - 1 : at;
}

void with_rows(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const struct record_form braces = {read_record, behind_comma, "{"},
                             brackets = {read_brackets, next_bracket, "[("};
    bool quotes = memchr(text->bytes, '"', text->length) || memchr(text->bytes, '\'', text->length);
    for (size_t at = 0, behind; made->lexicon && quotes && at < text->length; at = behind) {
        at += strcspn(text->bytes + at, "{[(");
        size_t before = at;
        while (before && strchr(blanks, text->bytes[before - 1]))
            before--;
        bool list = text->bytes[at] != '{';
        behind = at < text->length ? put_records(made, list ? brackets : braces, at,
                                                 list || (before && text->bytes[before - 1] == '['))
                                   : at;
        behind += behind == at;
    }
}

/* ---- a line for each value ---- */

/* The words of the line that begins at `*at`; behind it then. */
static struct piece take_words(const struct nb_text *text, size_t *at)
{
    size_t begin = *at, end = text_find(text, begin, text->length, '\n');
    *at = end + (end < text->length);
    return trim(text, begin, end);
}

/* Whether a line stands between records: it is empty, or drawn of stars or dashes around a number. */
static bool parts_records(const struct nb_text *text, size_t at_line)
{
    const char *at = text->shadow + at_line + strspn(text->shadow + at_line, " \t\f\v\r\x01");
    if (*at != '*' && *at != '-') /* as most lines */
        return *at == '\n' || !*at;
    struct piece words = take_words(text, &at_line);
    at = text->bytes + words.start;
    return words.end - words.start > 4 && (at[1] == *at || at[1] == '[');
}

/* Whether a bar stands before or behind the sign, as in a row of a table: the lines of a record have one. */
static bool has_more_bars(const char *start, const char *end, const char *found)
{
    return found[1] == '|' &&
           (memchr(start, '|', (size_t)(found - start)) || memchr(found + 2, '|', (size_t)(end - found - 2)));
}

/* Where a sign stands in a line; NULL: nowhere. It is looked for by its mark, which next to no line has: by
 * all its bytes it cost five reports 12 instructions a byte. */
static const char *find_sign(const char *start, const char *end, const char *sign)
{
    size_t mark = *sign == ' ', length = strlen(sign);
    for (const char *at = start + mark; at < end && (at = memchr(at, sign[mark], (size_t)(end - at))); at++)
        if ((size_t)(end - at) >= length - mark && !memcmp(at - mark, sign, length))
            return at - mark;
    return NULL;
}

static const char *const signs[] = {" = ", ": ", " | ", NULL};

/* The first of the signs that so many lines of a text have that it may have two records; few have one, and
 * the lines of the others need not be asked. */
static const char *const *first_sign(const struct nb_text *text)
{
    enum { FEWEST = 2 * FEWEST_NAMES };
    const char *end = text->bytes + text->length;
    const char *const *sign = signs;
    for (size_t count = 0; *sign; sign++, count = 0)
        for (const char *at = text->bytes; (at = find_sign(at, end, *sign)); at = strchrnul(at, '\n'))
            if (++count == FEWEST)
                return sign;
    return sign;
}

static size_t read_listed(const struct nb_text *text, size_t begin, const char *sign,
                          struct printed_record *record)
{
    size_t at = begin;
    bool item = is_item(text, begin);
    for (record->count = 0;
         at < text->length && (!item || at == begin || text->bytes[at] == ' ') && !parts_records(text, at);) {
        size_t start = at + (item ? strlen("- ") : 0); /* a name may be blank */
        struct piece row = take_words(text, &at);
        const char *found = find_sign(text->bytes + start, text->bytes + row.end + 1, sign);
        if (!found || record->count == MOST_NAMES ||
            has_more_bars(text->bytes + start, text->bytes + row.end, found))
            return begin;
        size_t end = (size_t)(found - text->bytes), behind = end + strlen(sign);
        record->names[record->count] = words_unquoted(text, trim(text, start, end));
        record->values[record->count++] =
            words_unquoted(text, trim(text, behind < row.end ? behind : row.end, row.end));
    }
    return at;
}

static size_t behind_gap(const struct nb_text *text, size_t at)
{
    for (size_t next = at; at < text->length && parts_records(text, at); at = next)
        take_words(text, &next);
    return at;
}

void with_listed_rows(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *const *first = first_sign(text);
    size_t items = SIZE_MAX; /* where the items of one form end: those behind are of the same list */
    for (size_t at = 0, behind; made->lexicon && *first && (at = behind_gap(text, at)) < text->length;
         at = behind) {
        size_t next = at;
        struct piece words = take_words(text, &next);
        const char *const *sign = first;
        while (*sign && !find_sign(text->bytes + words.start, text->bytes + words.end + 1, *sign))
            sign++;
        const struct record_form lines = {read_listed, behind_gap, *sign};
        bool item = is_item(text, at);
        behind = *sign ? put_records(made, lines, at, item && at != items) : at;
        items = item ? behind : SIZE_MAX;
        while (behind == at && next < text->length && !parts_records(text, next) && !is_item(text, next))
            take_words(text, &next);
        behind = behind == at ? next : behind;
    }
}
