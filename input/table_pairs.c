/* table_pairs.c - tables in which each value names its column, 自然人：3, below the label of its row: as cards on a phone show
 * them. */
#include "table_reader.h"

#include "fold.h"

#include <ctype.h>
#include <string.h>

enum {
    PAIRS = 32,       /* of a row: the widest has 15 values */
    TITLES = 4,       /* labels over the values of a row: that of the table's part, of the group, of the subgroup and its own */
    FIRST_HAN = 0xE4, /* the byte that labels begin with */
    LONGEST = 600     /* bytes of a line that may hold so many pairs */
};

struct pair {
    struct piece label, value;
};

/* The values of one row, and the lines of labels over them. */
struct record {
    struct piece titles[TITLES];
    struct pair pairs[PAIRS];
    size_t title_count, pair_count, begin, end;
    bool told;    /* some value stands behind its label, or a colon before where it is left out */
    size_t below; /* values that stand below their labels */
};

/* Only what counts is set: a record is large, and one is opened for each line. */
static void open_record(struct record *record, size_t line)
{
    record->title_count = record->pair_count = record->below = 0;
    record->begin = record->end = line;
    record->told = false;
}

/* ---- a line of pairs ---- */

static bool is_column(struct reader *reader, struct piece piece)
{
    return label_kinds(reader, &piece, 1) & WORD_COLUMN;
}

/* Between words: blanks, and Markdown's stars. */
static bool is_gap(char byte)
{
    return (unsigned char)byte <= ' ' || byte == '*';
}

static size_t behind_gap(const char *shadow, size_t at, size_t end)
{
    while (at < end && is_gap(shadow[at]))
        at++;
    return at;
}

/* Behind a number: digits with points and commas between them, and what fills up the last one. */
static size_t behind_number(const char *shadow, size_t at, size_t end)
{
    size_t behind = at;
    bool digit = false;
    for (; at < end && (isdigit((unsigned char)shadow[at]) || strchr(".,\x01", shadow[at])); at++) {
        digit = isdigit((unsigned char)shadow[at]) || (digit && shadow[at] == FOLD_FILLER);
        behind = digit ? at + 1 : behind;
    }
    return behind;
}

/* Where the label of a column ends that begins at `at`: at a colon, a number or a sign of nothing. */
static size_t behind_label(const char *shadow, size_t at, size_t end)
{
    const char *close;
    for (; at < end; at += (unsigned char)shadow[at] >= 0xE0 ? 3 : 1) {
        if (shadow[at] == '(' && (close = memchr(shadow + at, ')', end - at)))
            at = (size_t)(close - shadow);
        else if (isdigit((unsigned char)shadow[at]) || shadow[at] == ':' || shadow[at] == '-' || shadow[at] == '/')
            break;
    }
    return at;
}

/* The words of a line behind the sign of a list, and Markdown's marks. */
static struct piece words_of(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    const char *shadow = reader->text->shadow;
    while (words.start < words.end && (unsigned char)shadow[words.start] < FIRST_HAN && shadow[words.start] != '(' &&
           !isalnum((unsigned char)shadow[words.start]))
        words.start++;
    return words;
}

/* Behind the unit at `at`; `at`: none stands there. */
static size_t behind_unit(const char *shadow, size_t at, size_t end)
{
    static const char *const units[] = {"件", "条", "份", "次", "万元", "元", NULL};
    for (size_t i = 0; units[i]; i++)
        if (at + strlen(units[i]) <= end && !memcmp(shadow + at, units[i], strlen(units[i])))
            return at + strlen(units[i]);
    return at;
}

/* A sign may be of several bytes, which are fillers but for the first: —. */
static bool ends_sign(char byte)
{
    return byte != FOLD_FILLER && (is_gap(byte) || byte == ',' || byte == ';');
}

/* Behind the value at `at`: a number with its unit, or a sign of nothing. *value: without the unit. */
static size_t behind_value(const struct nb_text *text, size_t at, size_t end, struct piece *value)
{
    size_t stop = behind_number(text->shadow, at, end);
    for (bool number = stop > at; !number && stop < end && !ends_sign(text->shadow[stop]); stop++)
        ;
    *value = trim(text, at, stop);
    return stop > at ? behind_unit(text->shadow, behind_gap(text->shadow, stop, end), end) : stop;
}

/* Without the blanks and stars at its end. */
static struct piece trim_stars(const struct nb_text *text, size_t start, size_t end)
{
    struct piece piece = trim(text, start, end);
    while (piece.end > piece.start && text->shadow[piece.end - 1] == '*')
        piece = trim(text, piece.start, piece.end - 1);
    return piece;
}

/* The label of a column before a value; without the unit, which stands alone where the value is left out. */
static struct piece label_before(const struct nb_text *text, size_t at, size_t stop)
{
    struct piece label = trim_stars(text, at, stop);
    for (size_t size = strlen("元"); size <= strlen("万元") && size < label.end - label.start; size += strlen("元")) {
        size_t unit = label.end - size;
        struct piece words = trim_stars(text, label.start, unit);
        if (words.end < unit && behind_unit(text->shadow, unit, label.end) == label.end)
            return words;
    }
    return label;
}

/* Add the pairs of a line. False: it is none of pairs only, the record is as before. */
static bool add_line(struct reader *reader, size_t line, struct record *record)
{
    const char *shadow = reader->text->shadow;
    struct piece words = words_of(reader, line);
    size_t before = record->pair_count;
    bool told = false;
    if (reader->lines[line].marks & (LINE_STOP | LINE_TABLE | LINE_BAR) || words.end - words.start > LONGEST ||
        (unsigned char)shadow[words.start] < FIRST_HAN)
        return false;
    for (size_t at = words.start; at < words.end;) {
        size_t stop = behind_label(shadow, at, words.end);
        struct pair pair = {.label = label_before(reader->text, at, stop)};
        bool colon = stop < words.end && shadow[stop] == ':';
        if (record->pair_count == PAIRS || !is_column(reader, pair.label))
            break;
        at = behind_gap(shadow, stop + colon, words.end);
        at = behind_gap(shadow, behind_value(reader->text, at, words.end, &pair.value), words.end);
        if (pair.value.start < pair.value.end && !holds_value(reader, pair.value))
            break;
        at = behind_gap(shadow, at + (at < words.end && strchr(",;", shadow[at])), words.end);
        told |= colon || pair.value.start < pair.value.end;
        record->pairs[record->pair_count++] = pair;
        if (at == words.end) {
            record->told |= told;
            record->end = line + 1;
            return true;
        }
    }
    record->pair_count = before;
    return false;
}

/* ---- a row ---- */

/* The value that stands alone on the next line; an empty piece: none does. */
static struct piece value_below(const struct reader *reader, size_t line)
{
    size_t next = next_line(reader, line + 1);
    bool value =
        next < reader->count && !(reader->lines[next].marks & LINE_TABLE) && holds_value(reader, reader->lines[next].words);
    return value ? reader->lines[next].words : (struct piece){0};
}

/* Add the pairs that begin in a line, or the one of this line and the next. False: there are none. */
static bool add_pairs(struct reader *reader, size_t line, struct record *record)
{
    if (!add_line(reader, line, record))
        return false;
    struct pair *last = &record->pairs[record->pair_count - 1];
    struct piece below = last->value.start == last->value.end ? value_below(reader, line) : (struct piece){0};
    if (below.end) {
        last->value = below;
        record->below++;
        record->end = next_line(reader, line + 1) + 1;
    }
    return true;
}

/* Whether a line may be the first one of pairs; most are seen at once to be none. */
static bool may_begin(const struct reader *reader, size_t line)
{
    struct piece words = words_of(reader, line);
    if (words.start == words.end || (unsigned char)reader->text->shadow[words.start] < FIRST_HAN ||
        reader->lines[line].marks & LINE_STOP)
        return false;
    return behind_label(reader->text->shadow, words.start, words.end) < words.end || value_below(reader, line).end > 0;
}

/* Whether a line may be a label over the values of a row; behind another row (`near`) also one that is shortened or garbled. */
static bool is_title(struct reader *reader, size_t line, bool near)
{
    struct piece words = reader->lines[line].words;
    if (reader->lines[line].marks & (LINE_STOP | LINE_TABLE | LINE_BAR) || is_column(reader, words))
        return false;
    return is_label(reader, words) || (near && behind_label(reader->text->shadow, words.start + 1, words.end) == words.end &&
                                       !is_heading(reader, line) && is_near_label(reader, words));
}

/* The row whose labels begin with this line; `width`: how many values the row before has. False: it is none. */
static bool read_record(struct reader *reader, size_t line, size_t width, struct record *record)
{
    open_record(record, line);
    for (; line < reader->count; line = next_line(reader, record->end)) {
        bool full = width && record->pair_count >= width;
        if (record->title_count && !full && add_pairs(reader, line, record))
            continue;
        if (record->pair_count || record->title_count == TITLES || !is_title(reader, line, width))
            break;
        record->titles[record->title_count++] = words_of(reader, line);
        record->end = line + 1;
    }
    /* labels in a row and values in a row behind them are another kind of table */
    bool values = line < reader->count && holds_value(reader, reader->lines[line].words);
    if (values || !record->title_count || !record->pair_count)
        return false;
    bool row = label_kinds(reader, &record->titles[record->title_count - 1], 1) & WORD_ROW;
    return record->told || record->below > !row || (width && record->pair_count == width);
}

/* ---- the table ---- */

static bool same_columns(const struct nb_text *text, const struct record *a, const struct record *b)
{
    bool same = a->pair_count == b->pair_count;
    for (size_t i = 0; same && i < a->pair_count; i++)
        same = same_words(text, a->pairs[i].label, b->pairs[i].label);
    return same;
}

static void add_cell(struct sheet *sheet, struct piece piece)
{
    sheet_add_cell(sheet, 0);
    sheet_add_piece(sheet, piece);
}

static void add_row(struct sheet *sheet, struct piece title, const struct record *record, bool head, bool values)
{
    sheet_add_row(sheet);
    add_cell(sheet, title);
    for (size_t i = 0; i < record->pair_count; i++)
        add_cell(sheet, head ? record->pairs[i].label : values ? record->pairs[i].value : (struct piece){0});
}

/* A label over the last stands over the rows of a group. */
static void add_record(struct sheet *sheet, const struct record *record)
{
    for (size_t i = 0; i < record->title_count; i++)
        add_row(sheet, record->titles[i], record, false, i + 1 == record->title_count);
}

/* The labels above a line of pairs, and of the pairs before it: where the row begins. */
static size_t first_title(struct reader *reader, size_t line)
{
    size_t first = line;
    for (size_t titles = 0, pairs = 0; line-- > reader->written && titles < TITLES && pairs < PAIRS;) {
        if (is_empty_line(reader, line))
            continue;
        if (!titles && is_column(reader, reader->lines[line].words)) {
            pairs++;
            continue;
        }
        if (!is_title(reader, line, false))
            break;
        titles++;
        first = line;
    }
    return first;
}

/* The same of a line that may be the first one of pairs. */
static size_t read_records(struct reader *reader, size_t first)
{
    struct record record, head, next;
    open_record(&record, first);
    if (!add_pairs(reader, first, &record) || !(record.told || record.below))
        return first;
    size_t start = first_title(reader, first), line;
    if (start == first || !read_record(reader, start, 0, &head) || head.end <= first)
        return first;
    for (bool more = true; more; head = next) {
        add_row(&reader->sheet, (struct piece){0}, &head, true, false);
        add_record(&reader->sheet, &head);
        start = head.begin;
        line = head.end;
        while ((more = read_record(reader, next_line(reader, line), head.pair_count, &next)) &&
               same_columns(reader->text, &head, &next)) {
            add_record(&reader->sheet, &next);
            line = next.end;
        }
        reader_claim(reader, start, line);
        sheet_write(reader, TEXT_GRID, false);
    }
    return line;
}

size_t read_pairs(struct reader *reader, size_t first)
{
    return reader->lexicon && may_begin(reader, first) ? read_records(reader, first) : first;
}
