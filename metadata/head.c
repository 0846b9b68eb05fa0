/* head.c - lines without the blanks that spread them, and where in the text each byte of them stands. */
#include "config.h"

#include "head.h"

#include "fold.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* What the byte at `at` of the shadow becomes: itself, ' ', '\n', UNIT_SEPARATOR, or 0 for nothing. */
static char squeezed_byte(const char *shadow, size_t at, bool *table)
{
    char c = shadow[at];
    if (c == GROUP_SEPARATOR)
        *table = !*table;
    if (c == GROUP_SEPARATOR || c == RECORD_SEPARATOR)
        return '\n';
    if (c == UNIT_SEPARATOR || c == '\t' || c == '|')
        return UNIT_SEPARATOR;
    bool nothing =
        c == FOLD_FILLER || c == SPAN_LEFT || c == SPAN_ABOVE || c == '\r' || c == '\f' || c == '\v';
    return nothing || (c == '\n' && *table) ? 0 : c;
}

/* '\n' or UNIT_SEPARATOR: what ends a cell. */
static bool ends_cell(char c)
{
    return c == '\n' || c == UNIT_SEPARATOR;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c);
}

static void put(struct head *head, char byte, size_t offset)
{
    head->squeezed[head->length] = byte;
    head->offset[head->length++] = (uint32_t)offset;
}

/* Four offsets in a row. */
typedef uint32_t four __attribute__((vector_size(4 * sizeof(uint32_t))));
enum { FOUR = 4 };

/* Take the bytes of characters from `at` on that are not ASCII's, as nearly all are. Returns where they end:
 * one by one, they cost three times as much; with an offset at a time, twice. */
static size_t put_run(struct head *head, size_t at, size_t end)
{
    const unsigned char *from = (const unsigned char *)head->shadow + at;
    uint32_t *offset = head->offset + head->length, first = (uint32_t)at;
    size_t length = 0;
    while (length < end - at && from[length] & 0x80)
        length += from[length] < 0xE0 ? 1 : 3;
    length = length < end - at ? length : end - at;
    memcpy(head->squeezed + head->length, from, length);
    four next = {first, first + 1, first + 2, first + 3};
    for (size_t i = 0; i < length; i += FOUR, next += FOUR)
        memcpy(offset + i, &next, sizeof next);
    head->length += length;
    return at + length;
}

static void squeeze(struct head *head, struct nb_span span)
{
    bool table = false, blank = false;
    for (size_t at = put_run(head, span.start, span.end); at < span.end;
         at = put_run(head, at + 1, span.end)) {
        char byte = squeezed_byte(head->shadow, at, &table);
        if (byte == '\n' && head->length && head->squeezed[head->length - 1] == UNIT_SEPARATOR)
            head->length--; /* a bar that closes its row */
        char last = head->length ? head->squeezed[head->length - 1] : '\n';
        if (byte == ' ')
            blank = true;
        if (!byte || byte == ' ' || (ends_cell(byte) && ends_cell(last)))
            continue;
        if (blank && is_word(byte) && is_word(last))
            put(head, ' ', at);
        put(head, byte, at);
        blank = false;
    }
    head->offset[head->length] = span.end;
    head->squeezed[head->length] = '\0';
}

static struct head *read_words(struct nb_arena *arena, const char *bytes, const char *shadow,
                               struct nb_span span, bool caption)
{
    struct head *head = arena_alloc(arena, sizeof *head);
    size_t room = span.end - span.start + 1;
    *head = (struct head){.arena = arena, .bytes = bytes, .shadow = shadow};
    head->squeezed = arena_room(arena, room);
    head->offset = arena_room(arena, (room + FOUR) * sizeof *head->offset);
    squeeze(head, span);
    head_marks(head, caption);
    return head;
}

struct head *head_read(struct nb_arena *arena, const char *bytes, const char *shadow, struct nb_span span)
{
    return read_words(arena, bytes, shadow, span, false);
}

struct head *head_read_caption(struct nb_arena *arena, const char *bytes, const char *shadow,
                               struct nb_span span)
{
    return read_words(arena, bytes, shadow, span, true);
}

/* A line without an end is cut: what is looked for stands in lines of a few hundred bytes. */
static struct nb_span around(const struct head *head, size_t at, char end)
{
    enum { REACH = 1500 };
    const char *squeezed = head->squeezed;
    struct nb_span span = {at > REACH ? at - REACH : 0,
                           head->length - at > REACH ? at + REACH : head->length};
    for (const char *ends = (const char[]){end, '\n', '\0'}; *ends; ends++) {
        const char *before = memrchr(squeezed + span.start, *ends, at - span.start);
        const char *behind = memchr(squeezed + at, *ends, span.end - at);
        span.start = before ? (size_t)(before + 1 - squeezed) : span.start;
        span.end = behind ? (size_t)(behind - squeezed) : span.end;
    }
    return span;
}

struct nb_span head_line(const struct head *head, size_t at)
{
    return around(head, at, '\n');
}

struct nb_span head_cell(const struct head *head, size_t at)
{
    return around(head, at, UNIT_SEPARATOR);
}

size_t head_marks_in(const struct head *head, struct nb_span span, size_t *count)
{
    const uint32_t *key = head->mark_count ? &head->marks->span.start : NULL;
    size_t first = first_not_before(key, head->mark_count, sizeof *head->marks, span.start), end = first;
    while (end < head->mark_count && head->marks[end].span.end <= span.end)
        end++;
    *count = end - first;
    return first;
}

const struct head_mark *head_find(const struct head *head, struct nb_span span, int kinds)
{
    size_t count, first = head_marks_in(head, span, &count);
    for (size_t i = first; i < first + count; i++)
        if (head->marks[i].kind & kinds)
            return &head->marks[i];
    return NULL;
}

const struct head_mark *head_find_last(const struct head *head, struct nb_span span, int kinds)
{
    size_t count, first = head_marks_in(head, span, &count);
    while (count && !(head->marks[first + count - 1].kind & kinds))
        count--;
    return count ? &head->marks[first + count - 1] : NULL;
}

bool head_set_off(const struct head *head, size_t at)
{
    char before = at ? head->shadow[head->offset[at] - 1] : '\n';
    return before == ' ' || before == '\t' || before == FOLD_FILLER || !before;
}

static size_t count_marks(const struct head *head, struct nb_span span, enum mark_kind kind)
{
    size_t count, first = head_marks_in(head, span, &count), found = 0;
    for (size_t i = first; i < first + count; i++)
        found += head->marks[i].kind == kind;
    return found;
}

bool head_has(const struct head *head, struct nb_span span, int kinds)
{
    return head_find(head, span, kinds) != NULL;
}

bool head_begins(const struct head *head, struct nb_span span, const char *word)
{
    const char *at = head->squeezed + span.start, *end = head->squeezed + span.end;
    while (*word && at < end && *at == *word)
        at++, word++;
    return !*word;
}

size_t head_begins_any(const struct head *head, struct nb_span span, const char *const *words)
{
    while (*words && !head_begins(head, span, *words))
        words++;
    return *words ? strlen(*words) : 0;
}

size_t head_find_word(const struct head *head, struct nb_span span, const char *const *words)
{
    while (!is_empty(span) && !head_begins_any(head, span, words))
        span.start += utf8_step(head->squeezed + span.start);
    return span.start < span.end ? span.start : span.end;
}

bool head_ends(const struct head *head, struct nb_span span, const char *word)
{
    return string_ends(head->squeezed + span.start, head->squeezed + span.end, word);
}

size_t head_ends_any(const struct head *head, struct nb_span span, const char *const *words)
{
    return string_ends_any(head->squeezed + span.start, head->squeezed + span.end, words);
}

size_t head_sign(const struct head *head, size_t at)
{
    static const char *const opens[] = {"(", "[", "【", "〔", "《", "“", NULL};
    unsigned char c = (unsigned char)head->squeezed[at];
    bool word = c >= 0xE4 || isalnum(c);
    return word || string_begins_any(head->squeezed + at, opens) ? 0 : utf8_length(c);
}

size_t head_characters(const struct head *head, struct nb_span span)
{
    return is_empty(span) ? 0 : utf8_count(head->squeezed + span.start, span.end - span.start);
}

/* A squeezed byte may be the first of several in the text whose rest was folded away. */
const char *head_text(const struct head *head, struct nb_span span)
{
    char *text = arena_alloc(head->arena, 4 * (span.end - span.start) + 1), *to = text;
    for (size_t at = span.start; at < span.end; at++) {
        char byte = head->squeezed[at];
        size_t from = head->offset[at];
        if (byte == '\n' || byte == UNIT_SEPARATOR)
            continue;
        if (byte == ' ') { /* between letters, not between the digits of a spread year */
            if (!isdigit((unsigned char)head->squeezed[at - 1]))
                *to++ = ' ';
            continue;
        }
        do
            *to++ = head->bytes[from++];
        while (head->shadow[from] == FOLD_FILLER);
    }
    *to = '\0';
    return text;
}

struct nb_span head_place(const struct head *head, struct nb_span span)
{
    if (is_empty(span))
        return (struct nb_span){head->offset[span.start], head->offset[span.start]};
    size_t end = head->offset[span.end - 1] + 1;
    while (head->shadow[end] == FOLD_FILLER)
        end++;
    return (struct nb_span){head->offset[span.start], end};
}

/* ---- captions ---- */

/* The cell below a caption in a row of captions; empty: no value stands there. */
static struct nb_span value_below(const struct head *head, size_t caption)
{
    struct nb_span line = head_line(head, head->marks[caption].span.start), value = {line.end, line.end};
    size_t cells = count_marks(head, line, MARK_CELL);
    if (!cells || line.end == head->length || count_marks(head, line, MARK_FIELD) <= cells)
        return value; /* a value stands in the row */
    struct nb_span below = head_line(head, line.end + 1);
    if (count_marks(head, below, MARK_CELL) != cells || head_has(head, below, MARK_FIELD))
        return value;
    value = head_cell(head, below.start);
    for (size_t at = line.start; (at = head_cell(head, at).end + 1) <= head->marks[caption].span.start;)
        value = head_cell(head, value.end + 1);
    return value;
}

/* Whether the caption is one of several, each on a line of its own, whose values come behind them all. */
static bool is_stacked(const struct head *head, size_t caption)
{
    const struct head_mark *mark = &head->marks[caption];
    return caption >= 2 && mark[-1].kind == MARK_LINE && mark[-1].span.end == mark->span.start &&
           mark[-2].kind == MARK_FIELD && mark[-2].span.end == mark[-1].span.start;
}

/* Where the value beside or below a caption begins: in its cell, in the next or on the next line. *i: the
 * mark from there on. */
static size_t value_start(const struct head *head, size_t caption, size_t *i)
{
    size_t start = head->marks[caption].span.end;
    bool colon = false, moved = false;
    if (head_begins(head, (struct nb_span){start, head->length}, "】"))
        start += strlen("】");
    for (*i = caption + 1; *i < head->mark_count && head->marks[*i].span.start == start; ++*i) {
        enum mark_kind kind = head->marks[*i].kind;
        bool next = kind == MARK_CELL || (kind == MARK_LINE && (colon || !is_stacked(head, caption)));
        if (kind != MARK_COLON && (!next || moved))
            break;
        colon |= kind == MARK_COLON;
        moved |= next;
        start = head->marks[*i].span.end;
    }
    return start;
}

struct nb_span field_value(const struct head *head, size_t caption)
{
    struct nb_span value = value_below(head, caption);
    if (!is_empty(value))
        return value;
    size_t i;
    value = (struct nb_span){value_start(head, caption, &i), head->length};
    if (i < head->mark_count && head->marks[i].kind == MARK_DATE && head->marks[i].span.start == value.start)
        return head->marks[i].span;
    while (i < head->mark_count &&
           !(head->marks[i].kind & (MARK_FIELD | MARK_CELL | MARK_LINE | MARK_DATE | MARK_STOP)))
        i++;
    value.end = i < head->mark_count ? head->marks[i].span.start : value.end;
    return value;
}
