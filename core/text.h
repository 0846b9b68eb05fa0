/* text.h - the one text that every input becomes: UTF-8 with ASCII's separators for tables, a folded shadow,
 * a map back to the file. */
#ifndef NB_TEXT_H
#define NB_TEXT_H

#include "arena.h"
#include "beginnings.h"
#include "nianbao.h"

#include <stddef.h>
#include <string.h>

/* The table language, in which every reader hands on what is set in rows and columns, however it is printed:
 * GROUP opens a table and closes it, each cell ends with UNIT, each row with RECORD. So a table of one row
 * "规章 | 0 | (empty)" is GS 规章 US 0 US US RS GS. A line break inside a cell is '\n'. A position that a
 * cell spans holds one byte that says from where; ROOM stands for an empty cell that the row prints
 * somewhere, nobody knows in which column. */
enum {
    UNIT_SEPARATOR = 0x1F,
    RECORD_SEPARATOR = 0x1E,
    GROUP_SEPARATOR = 0x1D,
    SPAN_LEFT = 0x11,
    SPAN_ABOVE = 0x12,
    ROOM = 0x13
};

/* How much of a table's grid the reader knows. GRID: rows and columns; each row has a cell for each column.
 * ROWS: where rows end, and the order of the cells in each; empty cells may have been lost, and positions
 * covered by spans are not printed. ORDER: only the order of the cells of the whole table, which has no
 * RECORD; empty cells have been lost. */
enum text_grid { TEXT_GRID, TEXT_ROWS, TEXT_ORDER };

/* A table that opens at text offset `start`. `spans`: covered positions are marked (SPAN_LEFT, SPAN_ABOVE);
 * else they are empty cells, or repeat what covers them. */
struct text_table {
    uint32_t start;
    enum text_grid known;
    bool spans, compared; /* `compared`: its cells with those beside them, for the words of spanning ones */
};

/* From text offset `start` on, up to the next run, the text follows the source from `source` on byte by byte.
 */
struct text_run {
    uint32_t start, source;
};

/* A place in a format without lines (docx): from text offset `start` on. `line` as nb_position has it. */
struct text_place {
    uint32_t start, line;
    const char *words;
};

/* A value from text offset `start` on that stands in one of several columns: bit n of `columns` stands for
 * column n of the values. */
struct text_doubt {
    uint32_t start;
    unsigned columns;
    int best;    /* the column that it fits best; -1: places are not exact enough to tell */
    bool astray; /* columns stand off their labels, so that it may be that of the label beside */
    bool placed; /* it fits that one by far best, and stands there, as its place in the table says; unless
                    numbers say no */
    float p[16]; /* how likely it stands in each; all 0: not measured */
};

/* A comment in the margin, at the place whose line this is (a format without lines). */
struct text_comment {
    struct text_comment *next;
    size_t line;
    const char *words;
};

/* What is known of a yes or no. BY_NEXT: what follows decides. */
enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES, ANSWER_BY_NEXT };

/* The text of one report. bytes[length] and bytes[length + 1] are NUL, for the scanner's buffer, and NULS
 * bytes of the shadow are (beginnings.h). */
struct nb_text {
    struct nb_arena *arena; /* owns all below */
    char *bytes;            /* what is printed; values are cut from here */
    char *shadow;           /* the same length, variants folded; what the scanner reads */
    const char *shown;      /* the same length, numbers and names of persons covered; == bytes where none were
                               looked for or found */
    size_t length;
    const char
        *source; /* the file as the user sees it, decoded to UTF-8; == bytes where nothing was lowered */
    const char *source_shown; /* what `shown` is to the bytes */
    size_t source_length;
    struct text_run *runs; /* sorted by start; none: text and source are the same */
    size_t run_count;
    struct text_place *places; /* sorted by start; none: the format has lines */
    size_t place_count;
    struct text_comment *comments; /* those that speak to this program */
    struct text_doubt *doubts;     /* sorted by start: values whose columns the reader is not certain of */
    size_t doubt_count;
    struct text_table *tables; /* sorted by start */
    size_t table_count;
    uint32_t *line_starts; /* offset in `source` of each line, and behind what ends the last one */
    size_t line_count;
    struct line
        *lines; /* what its lines show (table_reader.h), for the readers of tables; NULL: nobody has looked */
    uint32_t
        *marks; /* of a source with long lines: code points before each block of it (see text.c); else NULL */
    const char *format, *encoding;
    const char *page_title, *page_date,
        *page_source;          /* what a web page's <title> and <meta> say of it; NULL: nothing */
    const char *encoding_note; /* what was wrong or uncertain about the encoding; NULL: nothing */
    const char
        *pictures,   /* the numbers of pages that are pictures, of which nothing was read; NULL: none is */
        *cut;        /* of those whose tables go on beyond the paper; NULL: there is none */
    bool recognised; /* its words were seen in pictures, */
    bool layer;      /* and what stands where it has none may have been missed: another program has seen them,
                        or no lines enclose its cells */
    bool hides;      /* the shadow has blanks where tags stand, for the readers of its tables */
    bool feeds;      /* form feeds ended its pages, which it has no more */
    bool run;        /* values of its tables stand right behind one another */
    bool apart;      /* a PDF's text in which labels and numbers stand apart: its tables are not read */
    size_t body_start,
        body_end;     /* the page's main content, what is outside is furniture; 0, 0: not told apart */
    bool traditional; /* more characters were folded from traditional to simplified than a simplified text
                         would have */
};

/* Where a byte stands first in [start, end) of a text; `end`: nowhere. */
static inline size_t text_find(const struct nb_text *text, size_t start, size_t end, char byte)
{
    const char *found = start < end ? memchr(text->bytes + start, byte, end - start) : NULL;
    return found ? (size_t)(found - text->bytes) : end;
}

/* Whether two stretches of a text are the same words. */
static inline bool text_same(const struct nb_text *text, struct nb_span one, struct nb_span other)
{
    size_t length = one.end - one.start;
    return length == other.end - other.start &&
           !memcmp(text->shadow + one.start, text->shadow + other.start, length);
}

/* A copy of a title, in one line where it is set in two. */
char *text_line(struct nb_arena *arena, const struct nb_text *text, struct nb_span span);

/* Builds a text from left to right. */
struct text_builder;

/* `source` (decoded UTF-8, `source_length` bytes, not copied, must live as long as the arena) is the file
 * that runs refer to. It may be NULL for a format that has places in place of lines. */
struct text_builder *text_begin(struct nb_arena *arena, const char *source, size_t source_length);
/* The same for a text made of another's, which lives as long: it leads to the same source, whose lines are
 * known, is written in the same script, and what else is known of the file is known of it. What is copied has
 * its shadow with it (folding all anew costs 10 instructions a byte). */
struct text_builder *text_begin_anew(struct nb_arena *arena, const struct nb_text *text);
/* Append `length` bytes that stand in the source at `at` (ignored without a source). */
void text_append(struct text_builder *builder, const char *bytes, size_t length, size_t at);
/* Append one separator or line break, which stands for the place `at` in the source. */
void text_separator(struct text_builder *builder, char separator, size_t at);
/* Open a table: append its GROUP_SEPARATOR, which stands for `at` in the source. The caller closes it with
 * text_separator(). */
void text_table(struct text_builder *builder, enum text_grid known, bool spans, size_t at);
/* The cells of the table that was opened last have been compared. */
void text_compared(struct text_builder *builder);
/* A comment stands at the place with this line; the words are copied. */
void text_comment(struct text_builder *builder, size_t line, const char *words);
/* From here on the text stands at this place (a format without lines). */
void text_place(struct text_builder *builder, size_t line, const char *words);
/* The value that begins here stands in one of these columns; `start` is filled in. */
void text_doubt(struct text_builder *builder, struct text_doubt doubt);
/* Append all of `from`, whose source is a stretch of `over` that begins at offset `start`: it leads back to
 * the source of `over`.
 */
void text_copy_over(struct text_builder *builder, const struct nb_text *from, const struct nb_text *over,
                    size_t start);
/* `inner`, a text made of the bytes of `made`, leads to the source of `made` from now on, which is discarded.
 */
void text_through(struct nb_text *inner, struct nb_text *made);
/* Append [start, end) of another text whose source begins at `base` of the builder's: bytes, places, tables
 * and doubts. */
void text_copy(struct text_builder *builder, const struct nb_text *from, size_t start, size_t end,
               size_t base);
/* A separator in place of the byte that was appended last. */
void text_end_with(struct text_builder *builder, char separator);
/* Bytes appended so far. */
size_t text_length(const struct text_builder *builder);
/* The finished text; the builder is gone. Folds the shadow. */
struct nb_text *text_end(struct text_builder *builder, const char *format, const char *encoding);

/* A text from which another was made, and which is needed no more: its source and what is known of the file
 * remain. */
void text_discard(struct nb_text *text);

/* All of its lines are read: it is only what another leads to (1.5 bytes a byte where all stands in columns).
 */
void text_forget_shadow(struct nb_text *text);

/* Its lines are known (find_lines), and it leads to another's source when it is read: where each of its own
 * begins is needed no more. */
void text_forget_starts(struct nb_text *text);

/* A text that was made of one that is its own source: where it says the same, as prose without tables does,
 * it needs no bytes of its own. */
void text_share(struct nb_text *text);

/* A text that is its own source. `bytes` (UTF-8, no NUL inside) lives as long as the arena and has two NULs
 * after `length`. */
struct nb_text *text_plain(struct nb_arena *arena, char *bytes, size_t length, const char *encoding);
/* The first `length` bytes of a text that was made of another, as one that is its own source; what was made
 * has no shadow any more. */
struct nb_text *text_own(struct nb_arena *arena, struct nb_text *made, size_t length);

/* [start, end) of another text as one that is its own source, in the same bytes: NULs stand behind them until
 * they are given back, and `from` is not to be read before. Copied, they took a page of prose 2 bytes of
 * memory more for each of it. */
struct text_loan {
    struct nb_text *text, *from;
    size_t end;
    char bytes[2], shadow[NULS]; /* what stands behind them */
};
struct text_loan text_lend(struct nb_arena *arena, struct nb_text *from, size_t start, size_t end);
void text_give_back(const struct text_loan *loan);

/* Where an offset of the text stands in the source; a byte offset, and a line and column. */
size_t text_source_offset(const struct nb_text *text, size_t offset);
struct nb_position text_position(const struct nb_text *text, size_t offset);

/* Where the last place was found that was asked for; zeros: none yet. Places that are asked for in order are
 * found at it or behind it, and are not searched, nor are their lines counted anew. */
struct text_cursor {
    size_t run, line, source, column;
};
struct nb_position text_position_near(const struct nb_text *text, size_t offset, struct text_cursor *cursor);
/* The same as text_source_offset(). */
size_t text_source_near(const struct nb_text *text, size_t offset, struct text_cursor *cursor);

/* The table that opens at an offset; NULL: none does. */
const struct text_table *text_table_at(const struct nb_text *text, size_t offset);
/* The columns that the value at an offset may stand in; NULL: its place in the table tells. */
const struct text_doubt *text_columns(const struct nb_text *text, size_t offset);

/* The length of the UTF-8 sequence that this first byte opens (1 for a byte that opens none). */
static inline size_t utf8_length(unsigned char first)
{
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* In place, “ and ” become ‘ and ’: the words will stand within quotation marks (GB/T 15834, 4.8.3). */
void quotes_within(char *words);

/* The first of `count` things, `size` bytes apart and sorted by a key, whose key is not less; `key`: a
 * uint32_t, that of the first.
 */
size_t first_not_before(const void *key, size_t count, size_t size, size_t wanted);

/* Whether the bytes up to `end` begin with a word. */
static inline bool bytes_begin(const char *at, const char *end, const char *word)
{
    if (at == end || *at != *word) /* as with most of a list of words */
        return !*word;
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Where a word stands; NULL: nowhere. memchr() goes from one to the next at a sixth of an instruction a byte,
 * memmem() over all bytes at three, strstr() at two: of Chinese characters and their marks it looks for the
 * last byte, as most begin alike.
 */
static inline const char *bytes_find(const char *at, const char *end, const char *word)
{
    ptrdiff_t key = (unsigned char)*word >= 0xE2 && (unsigned char)*word <= 0xE9 ? 2 : 0;
    for (; end - at > key; at++) {
        const char *found = (const char *)memchr(at + key, word[key], (size_t)(end - at - key));
        if (!found)
            return NULL;
        at = found - key;
        if (bytes_begin(at, end, word))
            return at;
    }
    return NULL;
}

/* Whether a string begins with a word; with one of the words, of which NULL is the last. */
static inline bool string_begins(const char *at, const char *word)
{
    while (*word && *at == *word)
        at++, word++;
    return !*word;
}

/* The length of the longest of the words that the text begins with; 0: with none. */
size_t string_opening(const char *at, const char *const *words);
bool string_begins_any(const char *at, const char *const *words);
/* Whether what stands between two places ends with a word. */
static inline bool string_ends(const char *start, const char *end, const char *word)
{
    ptrdiff_t length = (ptrdiff_t)strlen(word);
    return end - start >= length && (!length || end[-1] == word[length - 1]) &&
           !memcmp(end - length, word, (size_t)length);
}

/* The length of the first of the words that what stands between two places ends with; 0: none. */
static inline size_t string_ends_any(const char *start, const char *end, const char *const *words)
{
    while (*words && !string_ends(start, end, *words))
        words++;
    return *words ? strlen(*words) : 0;
}

/* Whether one of the words stands in a text. */
bool string_says(const char *text, const char *const *words);
/* Whether it is one of the words. */
static inline bool string_is_any(const char *word, const char *const *words)
{
    while (*words && (**words != *word || strcmp(word, *words) != 0))
        words++;
    return *words;
}

/* Whether folded words are a remark on what they stand below: 注: 备注: 附注: 说明: (the scanner's REMARK).
 */
bool string_is_remark(const char *at);
/* Whether folded words say in what the numbers of a table count: "单位:件"; in brackets it is a label's. */
bool string_is_unit(const char *at);

#endif
