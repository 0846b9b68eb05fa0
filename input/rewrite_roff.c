/* rewrite_roff.c - what troff typesets, as converters write manual pages and memoranda: requests are cut, and
 * the tables of tbl become rows with tabs. Source: M. E. Lesk, "Tbl - A Program to Format Tables".
 */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"

#include <ctype.h>
#include <string.h>

/* Where a line stands: a table opens with options, if a ";" ends them, and the format of its columns, whose
 * last line a "." ends. A block is a cell of several lines: from "T{" to "T}". */
enum part { PROSE, FORMAT, ROWS, BLOCK };

struct roff {
    struct rewriting *made;
    enum part part;
    char tab; /* parts the cells */
};

/* The bytes of the escape at `at`, behind the line's last: what shows nothing, or as `*sign`. */
static size_t escape_length(const char *at, const char *end, char *sign)
{
    static const char *const dashes[] = {"\\-", "\\[em]", "\\[en]", "\\[mi]", "\\(em", "\\(en", "\\(mi"};
    *sign = '-';
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (bytes_begin(at, end, dashes[i]))
            return strlen(dashes[i]);
    *sign = end - at > 1 && strchr(" ~0", at[1]) ? ' ' : '\0';
    if (end - at < 3 || at[1] != 'f')
        return end - at > 1 && strchr(" ~0&|^%:/,", at[1]) ? 2 : 0;
    const char *close = at[2] == '[' ? memchr(at, ']', (size_t)(end - at)) : at + (at[2] == '(' ? 4 : 2);
    return close && close < end ? (size_t)(close - at) + 1 : 0;
}

static void cut(struct roff *roff, const char *at, const char *end, char sign)
{
    rewrite_cut(roff->made, (size_t)(at - roff->made->text->bytes), (size_t)(end - roff->made->text->bytes),
                sign);
}

/* Escapes show what they stand for, and in rows the signs that part cells are tabs. */
static void write_words(struct roff *roff, const char *at, const char *end)
{
    for (size_t length; at < end; at += length ? length : 1) {
        char sign = '\t';
        length = *at == '\\' ? escape_length(at, end, &sign) : *at == roff->tab && roff->part == ROWS;
        if (length)
            cut(roff, at, at + length, sign);
    }
}

/* A line of options tells the sign that parts cells: "tab(@)". */
static void read_options(struct roff *roff, const char *at, const char *end)
{
    const char *tab = bytes_find(at, end, "tab");
    tab = tab ? tab + strlen("tab") + strspn(tab + strlen("tab"), " (") : end;
    if (tab < end)
        roff->tab = *tab;
}

/* A line that begins with a dot: a request or a macro, of which in prose the words stay. Returns whether they
 * do. */
static bool read_request(struct roff *roff, const char *at, const char *end)
{
    const char *name = at + 1, *behind = name;
    while (isalpha((unsigned char)*behind))
        behind++;
    bool words = roff->part == PROSE && isupper((unsigned char)*name) && behind < name + 3 && behind < end;
    if (bytes_begin(at, end, ".TS")) {
        roff->part = FORMAT;
        roff->tab = '\t';
        words = false;
    } else if (bytes_begin(at, end, ".T&") || bytes_begin(at, end, ".TE")) {
        roff->part = at[2] == '&' ? FORMAT : PROSE;
    }
    cut(roff, at, words ? behind : end, 0);
    write_words(roff, words ? behind : end, end);
    return words;
}

/* A line of a row, or of a block in it. Returns whether the row ends with it. */
static bool read_row(struct roff *roff, const char *at, const char *end)
{
    bool closes = roff->part == BLOCK && bytes_begin(at, end, "T}");
    bool rule = roff->part == ROWS && end == at + 1 && strchr("_=", *at);
    if (closes || rule)
        cut(roff, at, at + (closes ? 2 : 1), 0);
    at += closes ? 2 : rule;
    roff->part = closes ? ROWS : roff->part;
    bool opens = roff->part == ROWS && end - at > 1 && memcmp(end - 2, "T{", 2) == 0;
    write_words(roff, at, opens ? end - 2 : end);
    if (opens) {
        cut(roff, end - 2, end, 0);
        roff->part = BLOCK;
    }
    return roff->part == ROWS && !rule;
}

/* Returns whether the line's end stays. */
static bool read_line(struct roff *roff, const char *at, const char *end)
{
    if (*at == '.' && isalpha((unsigned char)at[1]))
        return read_request(roff, at, end);
    if (roff->part == ROWS || roff->part == BLOCK)
        return read_row(roff, at, end);
    if (roff->part == PROSE) {
        write_words(roff, at, end);
        return true;
    }
    bool options = at < end && end[-1] == ';';
    if (options)
        read_options(roff, at, end);
    roff->part = !options && at < end && end[-1] == '.' ? ROWS : FORMAT;
    cut(roff, at, end, 0);
    return false;
}

void without_requests(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    struct roff roff = {.made = made};
    if (!bytes_find(text->bytes, text->bytes + text->length, ".TS\n"))
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        if (!read_line(&roff, text->bytes + line.start, text->bytes + line.end))
            rewrite_cut(made, line.end, behind_line(text, i), roff.part == BLOCK ? ' ' : '\0');
    }
}
