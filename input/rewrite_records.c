/* rewrite_records.c - records of one kind as programs print them, [{"信息内容": "规章", "本年制发件数": 3},
 * …]: a row of their names, and one of each record's values, with tabs between. */
#include "config.h"

#include "rewrite.h"

#include "fillers.h"
#include "memory.h"
#include "table_reader.h"

#include <string.h>

enum { MOST_NAMES = 64, FEWEST_NAMES = 2, LONGEST = 600, FEWEST_LABELS = 2 };

/* Names and values of a record, without quotation marks. */
struct printed_record {
    struct nb_span names[MOST_NAMES], values[MOST_NAMES];
    size_t count;
};

static size_t skip(const struct nb_text *text, size_t at, const char *signs)
{
    return at + strspn(text->bytes + at, signs);
}

/* Behind a string between quotation marks, or a number or name, that begins at `at`, and what it says; `at`:
 * none does. */
static size_t read_word(const struct nb_text *text, size_t at, bool quoted, struct nb_span *word)
{
    const char *bytes = text->bytes;
    char mark = bytes[at];
    size_t end = at + 1;
    if (mark != '"' && mark != '\'') {
        end = at + strcspn(bytes + at, ",}]:{[ \t\n\"'");
        *word = (struct nb_span){at, unfilled_length(bytes + at, bytes + end) == end - at ? at : end};
        return quoted ? at : end;
    }
    while (bytes[end] && bytes[end] != mark && bytes[end] != '\n' && end - at < LONGEST)
        end += 1 + (bytes[end] == '\\' && bytes[end + 1]);
    *word = (struct nb_span){at + 1, end};
    return bytes[end] == mark ? end + 1 : at;
}

static const char blanks[] = " \t\n";

/* Behind the value that begins at `at`, or the list of them, which are of as many columns of one name; `at`:
 * none does. The name is that of the last column. */
static size_t read_values(const struct nb_text *text, size_t at, struct printed_record *record)
{
    bool list = text->bytes[at] == '[';
    size_t next = at, before;
    do {
        before = list ? skip(text, next + 1, blanks) : next;
        if (record->count + 1 == MOST_NAMES)
            return at;
        record->names[record->count + 1] = record->names[record->count];
        next = read_word(text, before, false, &record->values[record->count++]);
        if (next == before || !text->bytes[next = skip(text, next, blanks)])
            return at;
    } while (list && text->bytes[next] == ',');
    return !list ? next : text->bytes[next] == ']' ? skip(text, next + 1, blanks) : at;
}

/* Behind the record that begins at `at`; `at`: none does. */
static size_t read_record(const struct nb_text *text, size_t at, struct printed_record *record)
{
    record->count = 0;
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

static bool same_bytes(const struct nb_text *text, struct nb_span one, struct nb_span other)
{
    return one.end - one.start == other.end - other.start &&
           !memcmp(text->bytes + one.start, text->bytes + other.start, one.end - one.start);
}

static bool same_names(const struct nb_text *text, const struct printed_record *one,
                       const struct printed_record *other)
{
    size_t i = 0;
    while (one->count == other->count && i < one->count && same_bytes(text, one->names[i], other->names[i]))
        i++;
    return i == one->count && one->count == other->count;
}

/* How many of the words are labels of a form. */
static size_t count_labels(const struct nb_text *text, const struct lexicon *lexicon,
                           const struct nb_span *words, size_t count)
{
    size_t labels = 0;
    for (size_t i = 0; i < count; i++)
        labels += words[i].start < words[i].end &&
                  lexicon_label_kinds(lexicon, text->shadow + words[i].start, words[i].end - words[i].start);
    return labels;
}

/* A row of words; what an escape stands for is a blank, or the sign behind it. A name that only says that the
 * column has none is empty. */
static void put_row(struct rewriting *made, const struct nb_span *words, size_t count)
{
    const char *bytes = made->text->bytes;
    for (size_t i = 0; i < count; i++) {
        struct nb_span word = words[i];
        bool unnamed = bytes_begin(bytes + word.start, bytes + word.end, "Unnamed: ");
        for (size_t at = unnamed ? word.end : word.start, end; at < word.end; at = end) {
            const char *escape = memchr(bytes + at, '\\', word.end - at);
            end = escape ? (size_t)(escape - bytes) : word.end;
            if (at < end)
                text_copy(made->builder, made->text, at, end, 0);
            if (escape && strchr("nrt", escape[1]))
                text_separator(made->builder, ' ', end);
            else if (escape && end + 1 < word.end)
                text_copy(made->builder, made->text, end + 1, end + 2, 0);
            end += escape ? 2 : 0;
        }
        text_separator(made->builder, i + 1 < count ? '\t' : '\n', word.end);
    }
}

/* Records from `at` on, as far as they have the same names: each a row. Returns where the last one ends;
 * `at`: there are none, or they say nothing of a form. */
static size_t put_records(struct rewriting *made, const struct lexicon *lexicon, size_t at)
{
    const struct nb_text *text = made->text;
    struct printed_record first, record;
    size_t end = read_record(text, at, &first), labels = 0, count = 0, last = end;
    size_t before = at;
    while (before && strchr(" \t\n", text->bytes[before - 1]))
        before--;
    bool list = before && text->bytes[before - 1] == '[';
    for (size_t next = at; end > at && next < text->length && text->bytes[next] == '{';
         next = skip(text, last, " \t\n,"), count++) {
        size_t behind = read_record(text, next, &record);
        if (behind == next || !same_names(text, &first, &record))
            break;
        labels += count_labels(text, lexicon, record.values, record.count);
        last = behind;
    }
    labels += count_labels(text, lexicon, first.names, first.count);
    if (end == at || first.count < FEWEST_NAMES || labels < FEWEST_LABELS || count < (list ? 1 : 2))
        return last;
    rewrite_cut(made, at, at, at && text->bytes[at - 1] != '\n' ? '\n' : '\0');
    put_row(made, first.names, first.count);
    for (size_t next = at; next < last; next = skip(text, next, " \t\n,")) {
        next = read_record(text, next, &record);
        put_row(made, record.values, record.count);
    }
    made->copied = last;
    return last;
}

struct nb_text *with_rows(struct nb_arena *arena, const struct nb_text *text, const struct lexicon *lexicon)
{
    struct rewriting made = {.arena = arena, .text = text};
    const char *at = text->bytes, *end = at + text->length;
    while (lexicon && at < end && (at = memchr(at, '{', (size_t)(end - at)))) {
        size_t start = (size_t)(at - text->bytes), behind = put_records(&made, lexicon, start);
        at = text->bytes + (behind > start ? behind : start + 1);
    }
    return rewrite_end(&made);
}

/* ---- a line for each value ---- */

/* Whether a line stands between records: it is empty, or drawn of stars or dashes around a number. */
static bool parts_records(const struct nb_text *text, size_t line)
{
    struct piece words = words_of_line(text, line);
    const char *at = text->bytes + words.start;
    return words.start == words.end ||
           (words.end - words.start > 4 && (*at == '*' || *at == '-') && (at[1] == *at || at[1] == '['));
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

/* The first of the signs that stands so often in a text that it may have two records; few have one, and the
 * lines of the others need not be asked. */
static const char *const *first_sign(const struct nb_text *text)
{
    enum { FEWEST = 2 * FEWEST_NAMES };
    const char *end = text->bytes + text->length;
    const char *const *sign = signs;
    for (size_t count = 0; *sign; sign++, count = 0)
        for (const char *at = text->bytes; (at = find_sign(at, end, *sign)); at++)
            if (++count == FEWEST)
                return sign;
    return sign;
}

/* What stands between name and value in a line, of the signs from one on; NULL: nothing does. */
static const char *sign_in(const struct nb_text *text, struct piece words, const char *const *sign)
{
    while (*sign && !find_sign(text->bytes + words.start, text->bytes + words.end + 1, *sign))
        sign++;
    return *sign;
}

/* The lines of a record from `line` on: behind them; `line`: they are none. */
static size_t read_lines_of(const struct nb_text *text, size_t line, const char *sign,
                            struct printed_record *record)
{
    size_t at = line;
    for (record->count = 0; at < text->line_count && !parts_records(text, at); at++) {
        struct piece row = line_of(text, at);
        const char *found = find_sign(text->bytes + row.start, text->bytes + row.end, sign);
        if (!found || record->count == MOST_NAMES)
            return line;
        struct piece name = trim(text, row.start, (size_t)(found - text->bytes)),
                     value = trim(text, (size_t)(found - text->bytes) + strlen(sign), row.end);
        record->names[record->count] = (struct nb_span){name.start, name.end};
        record->values[record->count++] = (struct nb_span){value.start, value.end};
    }
    return at;
}

/* The same as put_records() for those whose lines begin with `line`. */
static size_t put_listed(struct rewriting *made, const struct lexicon *lexicon, size_t line,
                         const char *const *signs_from)
{
    const struct nb_text *text = made->text;
    const char *sign = sign_in(text, words_of_line(text, line), signs_from);
    struct printed_record first, record;
    size_t end = sign ? read_lines_of(text, line, sign, &first) : line, labels = 0, count = 0, last = end;
    for (size_t next = line, behind; end > line && next < text->line_count; count++) {
        behind = read_lines_of(text, next, sign, &record);
        if (behind == next || !same_names(text, &first, &record))
            break;
        labels += count_labels(text, lexicon, record.values, record.count);
        for (last = next = behind; next < text->line_count && parts_records(text, next);)
            next++;
    }
    labels += end > line ? count_labels(text, lexicon, first.names, first.count) : 0;
    if (end == line || first.count < FEWEST_NAMES || labels < FEWEST_LABELS || count < 2 ||
        same_bytes(text, first.names[0], first.names[1])) /* of whoever said each line of a talk */
        return last;
    rewrite_cut(made, text->line_starts[line], text->line_starts[line], 0);
    put_row(made, first.names, first.count);
    for (size_t next = line; next < last;) {
        next = read_lines_of(text, next, sign, &record);
        put_row(made, record.values, record.count);
        while (next < last && parts_records(text, next))
            next++;
    }
    made->copied = behind_line(text, last - 1);
    return last;
}

struct nb_text *with_listed_rows(struct nb_arena *arena, const struct nb_text *text,
                                 const struct lexicon *lexicon)
{
    struct rewriting made = {.arena = arena, .text = text};
    const char *const *sign = first_sign(text);
    for (size_t line = 0, behind; lexicon && *sign && line < text->line_count; line = behind) {
        behind = parts_records(text, line) ? line + 1 : put_listed(&made, lexicon, line, sign);
        if (behind > line)
            continue;
        while (behind < text->line_count && !parts_records(text, behind))
            behind++;
    }
    return rewrite_end(&made);
}
