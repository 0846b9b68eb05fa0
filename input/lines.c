/* lines.c - tables without any border: a cell a line, or a row a line whose cells are words with blanks between. */
#include "reader.h"

#include "fold.h"

#include <stdlib.h>
#include <string.h>

/* Words between blanks, with the line they stand in. The lines are cut into words as far as cells need them. */
struct words {
    struct reader *reader;
    struct piece *pieces;
    size_t *lines;
    size_t count, capacity, next; /* `next`: the line that is cut next */
    bool ended;                   /* no line follows that may be of the table */
};

/* ---- cutting a line into words ---- */

static void add_word(struct words *words, struct piece piece, size_t line)
{
    if (piece.start >= piece.end)
        return;
    if (words->count == words->capacity) {
        words->capacity = words->capacity ? 2 * words->capacity : 256;
        words->pieces = xrealloc(words->pieces, words->capacity * sizeof *words->pieces);
        words->lines = xrealloc(words->lines, words->capacity * sizeof *words->lines);
    }
    words->pieces[words->count] = piece;
    words->lines[words->count++] = line;
}

/* How many bytes from `at` on are one of `signs` in the shadow, with the fillers behind each; `count`: how many signs. */
static size_t run_of(const struct nb_text *text, size_t at, size_t end, const char *signs, size_t *count)
{
    size_t length = at;
    for (*count = 0; length < end && text->shadow[length]; length++) {
        bool sign = strchr(signs, text->shadow[length]) != NULL;
        if (!sign && !(*count && text->shadow[length] == FOLD_FILLER))
            break;
        *count += sign;
    }
    return length - at;
}

/* The bytes at `at` that part cells: blanks, or dots that lead from one to the next (…… ··· ...). 0: none. */
static size_t gap_length(const struct nb_text *text, size_t at, size_t end)
{
    const char *bytes = text->bytes;
    size_t count, length = run_of(text, at, end, " \t", &count);
    if (count)
        return length;
    length = run_of(text, at, end, ".", &count);
    if (count)
        return count > 2 ? length : 0;
    for (length = at; length + 1 < end; length += utf8_length((unsigned char)bytes[length]))
        if (memcmp(bytes + length, "\xE2\x80\xA6", 3) != 0 && memcmp(bytes + length, "\xC2\xB7", 2) != 0)
            break;
    return length - at > 4 ? length - at : 0;
}

/* Whether what stands before the next pause is a value. */
static bool starts_value(const struct nb_text *text, struct piece rest)
{
    size_t end = rest.start;
    while (end < rest.end && text->shadow[end] != ':' && memcmp(text->shadow + end, "、", 3) != 0)
        end++;
    return shows_value(text, trim(text, rest.start, end));
}

/* The bytes of the pause or colon at `at`, which may part cells; 0: none stands there. */
static size_t pause_length(const struct nb_text *text, size_t at, size_t end)
{
    if (text->shadow[at] == ':')
        return 1;
    return end - at >= 3 && memcmp(text->shadow + at, "、", 3) == 0 ? 3 : 0;
}

/* A token is cut at pauses and colons: 规章、3、4. What belongs together is put together again as a label or as words. A number
 * before words keeps its pause, for it is no value: 一、新收. */
static void add_token(struct words *words, struct piece token, size_t line)
{
    const struct nb_text *text = words->reader->text;
    size_t start = token.start, length;
    for (size_t i = token.start; i < token.end; i++) {
        if (!(length = pause_length(text, i, token.end)))
            continue;
        struct piece rest = trim(text, i + length, token.end);
        bool number = shows_value(text, trim(text, start, i)) && rest.start < rest.end && !starts_value(text, rest);
        add_word(words, trim(text, start, number ? i + length : i), line);
        start = i + length;
        i = start - 1;
    }
    add_word(words, trim(text, start, token.end), line);
}

static void cut_line(struct words *words, size_t line)
{
    struct piece whole = words->reader->lines[line].words;
    size_t start = whole.start, length;
    for (size_t at = whole.start; at < whole.end; at += length) {
        length = gap_length(words->reader->text, at, whole.end);
        if (length) {
            add_token(words, (struct piece){start, at}, line);
            start = at + length;
        } else {
            length = 1;
        }
    }
    add_token(words, (struct piece){start, whole.end}, line);
}

static bool is_sentence(const struct nb_text *text, struct piece words)
{
    if (words.start < words.end && text->bytes[words.start] == '#')
        return true; /* a heading in Markdown */
    for (size_t i = words.start; i + 3 <= words.end; i++)
        if (memcmp(text->bytes + i, "。", 3) == 0)
            return true;
    return false;
}

/* Cut lines until there are `wanted` words or the table cannot go on. Page marks are no words. */
static void fill(struct words *words, size_t wanted)
{
    struct reader *reader = words->reader;
    while (words->count < wanted && !words->ended) {
        words->next = next_line(reader, words->next);
        words->ended = words->next == reader->count || (reader->lines[words->next].marks & LINE_TABLE) ||
                       is_sentence(reader->text, reader->lines[words->next].words);
        if (words->ended)
            break;
        if (!is_page_mark(reader->text, reader->lines[words->next].words))
            cut_line(words, words->next);
        words->next++;
    }
}

/* ---- cells ---- */

enum kind { LABEL, VALUE, WORDS };

struct cell {
    enum kind kind;
    size_t first, end; /* words */
};

/* The cell that begins with word `at`: a label that may be broken over blanks and lines, a value, or other words of the line. */
static struct cell cell_at(struct words *words, size_t at)
{
    enum { AHEAD = 16 }; /* words that one label is broken into at most */
    struct reader *reader = words->reader;
    fill(words, at + AHEAD);
    size_t left = words->count - at, run = label_run(reader, words->pieces + at, left < AHEAD ? left : AHEAD);
    if (run)
        return (struct cell){LABEL, at, at + run};
    if (shows_value(reader->text, words->pieces[at]))
        return (struct cell){VALUE, at, at + 1};
    size_t end = at + 1;
    while (end < words->count && words->lines[end] == words->lines[at] && !shows_value(reader->text, words->pieces[end]) &&
           !is_label(reader, words->pieces[end]))
        end++;
    return (struct cell){WORDS, at, end};
}

/* Add a cell to the sheet; words of one line are one piece. */
static void add_cell(struct words *words, struct cell cell)
{
    struct sheet *sheet = &words->reader->sheet;
    sheet_add_cell(sheet, 0);
    for (size_t i = cell.first, last; i < cell.end; i = last + 1) {
        for (last = i; last + 1 < cell.end && words->lines[last + 1] == words->lines[i];)
            last++;
        sheet_add_piece(sheet, (struct piece){words->pieces[i].start, words->pieces[last].end});
    }
}

/* ---- the table ---- */

/* What a table of lines has shown so far. `good`: how many cells and rows there are up to the last line that is certainly of it,
 * and the line behind it. */
struct block {
    size_t cells, rows, end;
    size_t labels, row_lines, lone_values;
};

/* The cells of one line, and of the lines that its last label goes on in. Returns the word behind them. */
static size_t add_line(struct words *words, size_t at, struct block *block)
{
    struct reader *reader = words->reader;
    size_t counts[3] = {0}, line = words->lines[at];
    sheet_add_row(&reader->sheet);
    while (at < words->count && words->lines[at] == line) {
        struct cell cell = cell_at(words, at);
        counts[cell.kind]++;
        add_cell(words, cell);
        at = cell.end;
        line = words->lines[at - 1];
    }
    if (!counts[LABEL] && !counts[VALUE])
        return at;
    if (counts[WORDS] > counts[LABEL] + counts[VALUE])
        return at;
    block->labels += counts[LABEL];
    block->row_lines += counts[VALUE] && counts[LABEL] + counts[VALUE] > 1;
    block->lone_values += counts[VALUE] == 1 && counts[LABEL] + counts[WORDS] == 0;
    block->cells = reader->sheet.cell_count;
    block->rows = reader->sheet.row_count;
    block->end = line + 1;
    return at;
}

/* Whether a table may begin with this word: a label does it that fills the line or has only labels and values beside it, or
 * several values alone; a single one only where a table was broken off. */
static bool may_begin(struct words *words)
{
    struct cell cell = cell_at(words, 0);
    size_t line = words->lines[0], labels = 0, values = 0;
    while (cell.kind != WORDS) {
        labels += cell.kind == LABEL;
        values += cell.kind == VALUE;
        line = words->lines[cell.end - 1];
        fill(words, cell.end + 1);
        if (cell.end == words->count || words->lines[cell.end] != line)
            return labels || values > 1 || words->reader->open_table;
        cell = cell_at(words, cell.end);
    }
    return false;
}

/* A line that ends the table: a heading, or words longer than any label. */
static bool is_end(struct words *words, size_t at)
{
    struct reader *reader = words->reader;
    struct cell cell = cell_at(words, at);
    if (cell.kind == LABEL)
        return false;
    struct piece span = {words->pieces[cell.first].start, words->pieces[cell.end - 1].end};
    return is_heading(reader, words->lines[at]) ||
           (cell.kind == WORDS &&
            lexicon_key(reader->text->shadow + span.start, span.end - span.start, reader->key) > reader->longest);
}

static bool is_slash(const struct reader *reader, size_t cell)
{
    struct piece piece = reader->sheet.pieces[reader->sheet.cells[cell].piece];
    const char *shadow = reader->text->shadow + piece.start;
    size_t length = piece.end - piece.start;
    return *shadow == '/' && (length == 1 || (length == 3 && shadow[1] == FOLD_FILLER));
}

/* Where each pair of values has a slash between, slashes part cells; else they stand for nothing. */
static bool slashes_part(const struct reader *reader)
{
    const struct sheet *sheet = &reader->sheet;
    bool any = false;
    for (size_t row = 0; row < sheet->row_count; row++) {
        size_t slashes = 0, first = sheet->rows[row], end = sheet_row_end(sheet, row), pairs = 0;
        for (size_t i = first; i < end; i++) {
            slashes += is_slash(reader, i);
            pairs += i > first && is_slash(reader, i) == is_slash(reader, i - 1) &&
                     (is_slash(reader, i) || shows_value(reader->text, sheet->pieces[sheet->cells[i - 1].piece]));
        }
        if (slashes && (pairs || is_slash(reader, first) || is_slash(reader, end - 1)))
            return false;
        any |= slashes > 1;
    }
    return any;
}

static void drop_slashes(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet, kept = {0};
    for (size_t row = 0; row < sheet->row_count; row++) {
        sheet_add_row(&kept);
        for (size_t i = sheet->rows[row], end = sheet_row_end(sheet, row); i < end; i++) {
            if (is_slash(reader, i))
                continue;
            sheet_add_cell(&kept, 0);
            for (size_t p = sheet->cells[i].piece; p < sheet_pieces_end(sheet, i); p++)
                sheet_add_piece(&kept, sheet->pieces[p]);
        }
    }
    sheet_free(sheet);
    *sheet = kept;
}

static void write_block(struct reader *reader, size_t first, const struct block *block)
{
    struct sheet *sheet = &reader->sheet;
    if (block->cells < sheet->cell_count)
        sheet->piece_count = sheet->cells[block->cells].piece;
    sheet->cell_count = block->cells;
    sheet->row_count = block->rows;
    reader_claim(reader, first, block->end);
    if (slashes_part(reader))
        drop_slashes(reader);
    bool rows = block->row_lines > block->lone_values;
    sheet->row_count = rows ? sheet->row_count : 1;
    sheet_write(reader, rows ? TEXT_ROWS : TEXT_ORDER, false);
}

size_t read_lines(struct reader *reader, size_t first)
{
    struct words words = {.reader = reader, .next = first};
    struct block block = {0};
    if (!reader->lexicon || first < reader->refused[REFUSED_LINES] ||
        reader->lines[first].words.start == reader->lines[first].words.end)
        return first;
    if (is_heading(reader, first))
        reader->open_table = false;
    fill(&words, 1);
    if (words.count && words.lines[0] == first && may_begin(&words))
        for (size_t at = 0; at < words.count && (!at || !is_end(&words, at)); fill(&words, at + 1))
            at = add_line(&words, at, &block);
    free(words.pieces);
    free(words.lines);
    if (block.cells < 2 || (!block.labels && !block.row_lines && !reader->open_table)) {
        sheet_clear(&reader->sheet);
        return first;
    }
    reader->open_table = true;
    write_block(reader, first, &block);
    return block.end;
}
