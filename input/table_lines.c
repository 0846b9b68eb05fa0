/* table_lines.c - tables without any border: a cell a line, or a row a line whose cells are words with blanks
 * between. */
#include "table_reader.h"

#include "fillers.h"
#include "layout.h"
#include "numeral.h"
#include "utf8.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

/* So many numbers alone on their lines in a table of a PDF's text are not what laying it out leaves over. */
enum { ALONE = 8 };

enum kind { LABEL, VALUE, WORDS, EMPTY };

struct cell {
    enum kind kind;
    size_t first, end; /* words */
};

enum {
    AHEAD = 16, /* words that one label is broken into at most */
    RUNS = 4    /* kept: a label is looked for behind the words that it may end, and where these end */
};

/* Words between blanks, with the line they stand in, each cut once: of the lines up to `stop`, which no table
 * goes over. Those before a stop are forgotten behind it: of all lines they took a text of short ones 1.3
 * bytes of memory for each of it. */
struct cut_words {
    struct reader *reader;
    struct piece *pieces;
    uint32_t *lines;
    bool *barren; /* with which of them no table begins */
    size_t count, capacity, stop;
    bool begun;       /* the lines are a table's: prose is not compared with labels */
    struct cell last; /* the cell that was read last; its end is 0: none */
    struct run {
        size_t at, left, count; /* `left`: words that may be of one label */
    } runs[RUNS]; /* labels that words from `at` on are, as many words; left is 0: that is not known */
};

/* ---- cutting a line into words ---- */

static void add_word(struct cut_words *words, struct piece piece, size_t line)
{
    if (words->count == words->capacity) {
        words->capacity = words->capacity ? 2 * words->capacity : 256;
        words->pieces = xrealloc(words->pieces, words->capacity * sizeof *words->pieces);
        words->lines = xrealloc(words->lines, words->capacity * sizeof *words->lines);
        words->barren = xrealloc(words->barren, words->capacity * sizeof *words->barren);
    }
    words->pieces[words->count] = piece;
    words->barren[words->count] = false;
    words->lines[words->count++] = line;
}

static void add_filled(struct cut_words *words, struct piece piece, size_t line)
{
    if (piece.start < piece.end)
        add_word(words, piece, line);
}

/* A tab stands behind the words of the line, if it has any. */
static bool ends_with_tab(const struct reader *reader, size_t line)
{
    const struct line *at = &reader->lines[line];
    size_t end = is_empty_line(reader, line) ? at->begin : at->words.end;
    return memchr(reader->text->bytes + end, '\t', at->end - end) != NULL;
}

/* Whether an empty line holds a no-break space or a wide one, as pages write one in an empty paragraph. */
static bool holds_space(const struct reader *reader, size_t line)
{
    const char *begin = reader->text->bytes + reader->lines[line].begin,
               *end = reader->text->bytes + reader->lines[line].end;
    return bytes_find(begin, end, "\xC2\xA0") || bytes_find(begin, end, "\xE3\x80\x80");
}

/* An empty line that is an empty cell. */
static void add_empty(struct cut_words *words, size_t line)
{
    size_t begin = words->reader->lines[line].begin;
    add_word(words, (struct piece){begin, begin}, line);
}

/* The bytes at `at` that part cells: blanks, or dots that lead from one to the next. 0: none. Most bytes
 * begin neither: asked here once, a table of lines costs 70 instructions a byte less. */
static size_t gap_length(const struct nb_text *text, size_t at, size_t end)
{
    char first = text->shadow[at], byte = text->bytes[at];
    if (first == ' ' || first == '\t') {
        size_t blanks = strspn(text->shadow + at, " \t\x01"); /* with fillers */
        return blanks < end - at ? blanks : end - at;
    }
    return first == '.' || byte == '\xE2' || byte == '\xC2'
               ? leader_length(text->bytes + at, text->bytes + end)
               : 0;
}

/* Whether what stands before the next pause is a value. */
static bool starts_value(const struct nb_text *text, struct piece rest)
{
    size_t end = rest.start;
    while (end < rest.end && text->shadow[end] != ':' && !utf8_is(text->shadow + end, "、"))
        end += utf8_step(text->shadow + end);
    return shows_value(text, trim(text, rest.start, end));
}

/* The bytes of the pause or colon at `at`, which may part cells; 0: none stands there. */
static size_t pause_length(const struct nb_text *text, size_t at, size_t end)
{
    if (text->shadow[at] == ':')
        return utf8_length((unsigned char)text->bytes[at]); /* a full-width one, too */
    return end - at >= 3 && utf8_is(text->shadow + at, "、") ? 3 : 0;
}

/* Behind the bracket that opens at `at`; `at`, if none opens there or it is not closed. */
static size_t behind_bracket(const struct nb_text *text, size_t at, size_t end)
{
    const char *close = text->shadow[at] == '(' ? memchr(text->shadow + at, ')', end - at) : NULL;
    return close ? (size_t)(close - text->shadow) + 1 : at;
}

/* A token is cut at pauses and colons: 规章、3、4; not in brackets: (单位:元). What belongs together is put
 * together again as a label or as words. A number before words and not behind a value keeps its pause, for it
 * is no value: 一、新收; and so do words whose number stands on the line before. */
static void add_token(struct cut_words *words, struct piece token, size_t line)
{
    const struct nb_text *text = words->reader->text;
    size_t start = token.start, length;
    bool value = false; /* the piece before is one */
    for (size_t i = token.start; i < token.end; i += utf8_step(text->shadow + i)) {
        if ((unsigned char)text->shadow[i] >= 0xE4) /* an ideograph, as nearly all */
            continue;
        i = behind_bracket(text, i, token.end);
        if (i == token.end || !(length = pause_length(text, i, token.end)))
            continue;
        struct piece rest = trim(text, i + length, token.end);
        if (i == token.start && !starts_value(text, rest))
            continue;
        bool own = shows_value(text, trim(text, start, i));
        bool number =
            own && !value && !starts_value(text, rest) && (rest.start < rest.end || start == token.start);
        add_filled(words, trim(text, start, number ? i + length : i), line);
        value = own && !number;
        start = i + length;
        i = start - 1;
    }
    add_filled(words, trim(text, start, token.end), line);
}

/* Whether what stands behind a blank, up to the next one, is no cell of its own but the unit of the number
 * before it: 5 项. */
static bool is_its_unit(const struct nb_text *text, struct piece number, size_t at, size_t end)
{
    size_t stop = at;
    if (at == end || number.start == number.end || !isdigit((unsigned char)text->shadow[number.end - 1]) ||
        !utf8_is_han(text->shadow + at))
        return false;
    while (stop < end && !gap_length(text, stop, end))
        stop += utf8_step(text->shadow + stop);
    return !shows_value(text, (struct piece){at, stop}) && shows_value(text, number) &&
           shows_value(text, (struct piece){number.start, stop});
}

static void cut_line(struct cut_words *words, size_t line)
{
    struct piece whole = words->reader->lines[line].words;
    size_t start = whole.start, length;
    if (!(words->reader->lines[line].marks & LINE_PARTS)) {
        add_filled(words, whole, line);
        return;
    }
    for (size_t at = whole.start; at < whole.end; at += length) {
        struct piece token = {start, at};
        bool ideograph = (unsigned char)words->reader->text->shadow[at] >= 0xE4;
        length = ideograph ? 0 : gap_length(words->reader->text, at, whole.end);
        if (!length)
            length = utf8_step(words->reader->text->shadow + at);
        else if (!is_its_unit(words->reader->text, token, at + length, whole.end)) {
            add_token(words, token, line);
            start = at + length;
        }
    }
    add_token(words, (struct piece){start, whole.end}, line);
}

/* Whether a line is Markdown's rule before the next heading: of hyphens it looks like a cell for nothing. */
static bool is_rule(struct reader *reader, size_t line)
{
    if (!is_drawn_of(reader->text, reader->lines[line].words, "-*_"))
        return false;
    size_t next = next_line(reader, line + 1);
    return next < reader->count && ends_table(reader, next);
}

/* Whether no table goes on over the line: a sentence, a heading. */
static bool is_stop(const struct reader *reader, size_t line)
{
    return reader->lines[line].marks & (LINE_TABLE | LINE_HEADING | LINE_MARKED | LINE_STOP);
}

/* Whether a line says in what all numbers of a table count; in a bracket, which the line above opens, it is a
 * label's unit. */
static bool is_unit_of_all(const struct reader *reader, size_t line)
{
    const struct nb_text *text = reader->text;
    return string_is_unit(text->shadow + reader->lines[line].words.start) &&
           !(line && open_behind(text, reader->lines[line - 1].words, 0) > 0);
}

/* Whether so many empty lines end with one that is an empty cell. */
static bool ends_empty_cell(struct empty_cells cells, size_t run)
{
    return run > cells.apart && (run - cells.apart) % cells.cell == 0;
}

/* How many empty lines part any two cells of the lines [first, end), as they do values (a label may have
 * lines of its own), and how many more an empty cell is: where each cell is a paragraph with such lines
 * behind it, the empty ones, too, they are always odd in number. */
static struct empty_cells learn_empty_lines(const struct reader *reader, size_t first, size_t end)
{
    struct empty_cells cells = {EMPTY_LINES, SIZE_MAX, 1};
    bool paragraphs = true;
    first = next_line(reader, first);
    for (size_t line = first, gap = 0; line < end && cells.apart; line++) {
        bool empty = is_empty_line(reader, line);
        if (!empty && gap < cells.apart && line_holds_value(reader, line))
            cells.apart = gap;
        gap = empty ? gap + 1 : 0;
    }
    cells.apart = cells.apart == SIZE_MAX ? 0 : cells.apart;
    for (size_t line = first, gap = 0; cells.apart && line < end; line++) {
        bool empty = is_empty_line(reader, line);
        paragraphs &= empty || gap < cells.apart || (gap - cells.apart) % (cells.apart + 1) == 0;
        gap = empty ? gap + 1 : 0;
    }
    cells.cell = cells.apart && paragraphs ? cells.apart + 1 : 1;
    return cells;
}

/* Whether an empty line, so many of which stand in a row up to it, is an empty cell. */
static bool is_empty_cell(const struct reader *reader, struct empty_cells cells, size_t line, size_t run)
{
    return cells.kind == EMPTY_LINES ? ends_empty_cell(cells, run)
           : cells.kind == LONE_TABS ? ends_with_tab(reader, line)
                                     : cells.kind == LONE_SPACES && holds_space(reader, line);
}

/* What empty lines are from a line up to the next heading before `end`: where no two of the lines between, of
 * labels neither, or no two of so many values, have as few between them as cells elsewhere, more part them,
 * as paragraphs do. */
static struct empty_cells empty_cells_below(struct reader *reader, size_t line, size_t end)
{
    enum { MANY = 8 };
    struct empty_cells cells = reader->empty_cells;
    size_t at = line, least = SIZE_MAX, least_value = SIZE_MAX, values = 0, next = line;
    while (cells.kind == EMPTY_LINES && least_value > cells.apart &&
           (next = next_line(reader, at + 1)) < end && !is_heading(reader, next)) {
        size_t gap = next - at - 1;
        bool value = line_holds_value(reader, next);
        values += value;
        least = gap < least ? gap : least;
        least_value = value && gap < least_value ? gap : least_value;
        at = next;
    }
    bool wider = (least < SIZE_MAX && least > cells.apart) || (!cells.apart && values >= MANY && least_value);
    return wider ? learn_empty_lines(reader, line, at + 1) : cells;
}

static bool ends_with_sign(const struct reader *reader, size_t line, struct piece sign)
{
    struct piece words = reader->lines[line].words;
    size_t length = sign.end - sign.start, at = words.end - length;
    const char *bytes = reader->text->bytes;
    return words.end - words.start >= length && !memcmp(bytes + at, bytes + sign.start, length) &&
           (at == words.start || bytes[at - 1] == ' ') && !is_page_mark(reader->text, words);
}

/* Whether some line has a sign as its last word. Asked of the first sign only, as page marks have one: of
 * each, a text of marks took time as the square of its length. */
static bool prints_sign(struct reader *reader, struct piece sign)
{
    if (!reader->prints_sign) {
        size_t line = 0;
        while (line < reader->count && !ends_with_sign(reader, line, sign))
            line++;
        reader->sign = sign;
        reader->prints_sign = line < reader->count ? ANSWER_YES : ANSWER_NO;
    }
    size_t length = sign.end - sign.start;
    return reader->prints_sign == ANSWER_YES && reader->sign.end - reader->sign.start == length &&
           !memcmp(reader->text->bytes + reader->sign.start, reader->text->bytes + sign.start, length);
}

/* Whether a line reads as a page mark, —— 1 ——, and is the row of the label before it: another label follows,
 * and such dashes stand for nothing elsewhere. */
static bool is_row_of_signs(struct reader *reader, size_t line)
{
    struct piece sign = reader->lines[line].words;
    sign.end = sign.start + (uint32_t)strcspn(reader->text->bytes + sign.start, "0123456789 ");
    size_t next = next_line(reader, line + 1);
    return line && !is_empty_line(reader, line - 1) && !line_holds_value(reader, line - 1) &&
           next < reader->count && !line_holds_value(reader, next) && reader->text->bytes[sign.end] == ' ' &&
           prints_sign(reader, sign);
}

/* Page marks, rules and the unit of all numbers are no words. */
static void cut_lines(struct cut_words *words, size_t first, size_t end)
{
    struct reader *reader = words->reader;
    struct empty_cells cells = reader->empty_cells;
    for (size_t line = first, empty = 0; line < end; line++) {
        empty = is_empty_line(reader, line) ? empty + 1 : 0;
        if (cells.kind == EMPTY_LINES && (line == first || (!empty && is_heading(reader, line))))
            cells = empty_cells_below(reader, line, end);
        if (reader->lines[line].marks == LINE_NUMBER) {
            add_word(words, reader->lines[line].words, line);
        } else if (!empty) {
            bool mark = is_page_mark(reader->text, reader->lines[line].words);
            if (!is_stop(reader, line) && (!mark || is_row_of_signs(reader, line)) &&
                !is_rule(reader, line) && !is_unit_of_all(reader, line))
                cut_line(words, line);
        } else if (is_empty_cell(reader, cells, line, empty)) {
            add_empty(words, line);
        }
    }
}

/* Cut the lines behind the last stop up to the next one that is not before a line. */
static void cut_up_to_stop(struct cut_words *words, size_t line)
{
    const struct reader *reader = words->reader;
    size_t first = words->stop;
    while (line < reader->count && (is_empty_line(reader, line) || !is_stop(reader, line)))
        line++;
    words->stop = line;
    words->count = 0;
    cut_lines(words, first, line);
}

/* The first word of a line, or behind it, from `at` on. */
static size_t first_word(struct cut_words *words, size_t at, size_t line)
{
    if (line >= words->stop) {
        cut_up_to_stop(words, line);
        at = 0;
    }
    while (at < words->count && words->lines[at] < line)
        at++;
    words->last.end = 0;
    memset(words->runs, 0, sizeof words->runs);
    return at;
}

/* ---- cells ---- */

static bool is_empty(struct piece word)
{
    return word.start == word.end;
}

/* Whether two values stand at the end of the line: then what is numbered is a row. */
static bool ends_in_values(const struct cut_words *words, size_t at)
{
    size_t end = at;
    while (end < words->count && words->lines[end] == words->lines[at])
        end++;
    return end - at > 2 && holds_value(words->reader, words->pieces[end - 1]) &&
           holds_value(words->reader, words->pieces[end - 2]);
}

static bool is_prose_heading(const struct cut_words *words, size_t at)
{
    return is_heading(words->reader, words->lines[at]) && !ends_in_values(words, at);
}

/* Whether a word and the next are cells of their own: more than one blank or pause parts them, or one is near
 * to a label, but not both to the same that a pause parts. The number of a label is none. */
static bool are_parted(const struct cut_words *words, size_t at)
{
    const struct piece *pieces = words->pieces + at;
    size_t gap = pieces[1].start - pieces[0].end;
    enum { NUMBER = 12 }; /* bytes of a label's number at most: （十二） */
    if (!gap ||
        (pieces[0].end - pieces[0].start <= NUMBER && enumerator_kind(words->reader->text, pieces[0])))
        return false;
    if (gap > utf8_length((unsigned char)words->reader->text->bytes[pieces[0].end]))
        return true;
    return words->begun && !is_prose_heading(words, at) &&
           (is_near_label(words->reader, pieces[0]) || is_near_label(words->reader, pieces[1])) &&
           !(pause_length(words->reader->text, pieces[0].end, pieces[1].start) &&
             is_begun_label(words->reader, pieces));
}

/* Behind the words of a line, from the one before `end` on, that are one cell: neither values nor labels, nor
 * parted. */
static size_t end_of_words(struct cut_words *words, size_t end)
{
    struct reader *reader = words->reader;
    while (end < words->count && words->lines[end] == words->lines[end - 1] &&
           !holds_value(reader, words->pieces[end]) && !is_label(reader, words->pieces[end]) &&
           !are_parted(words, end - 1))
        end++;
    return end;
}

/* How much nearer the words of a line must be to a label without those before it, [at, end), to begin it:
 * these are a label's themselves, or else each of their characters would be wrong. */
static int distance_before(struct cut_words *words, size_t at, size_t end)
{
    const struct reader *reader = words->reader;
    const struct piece *first = &words->pieces[at], *last = &words->pieces[end - 1];
    int letters = 0;
    if (label_distance(words->reader, first, end - at) < INT_MAX)
        return 1;
    for (size_t i = 0, length = lexicon_key(reader->text->shadow + first->start, last->end - first->start,
                                            reader->key);
         i < length; i += utf8_length((unsigned char)reader->key[i]))
        letters++;
    return LEXICON_WRONG * letters;
}

/* The label that words from `at` on are, up to an empty line that is a cell. */
static struct run run_at(struct cut_words *words, size_t at)
{
    struct reader *reader = words->reader;
    struct run *run = &words->runs[at % RUNS];
    size_t most = words->count - at < AHEAD ? words->count - at : AHEAD;
    if (run->left && run->at == at)
        return *run;
    *run = (struct run){.at = at, .left = reader->empty_cells.kind == NO_LINES ? most : 0};
    while (run->left < most && !is_empty(words->pieces[at + run->left]))
        run->left++;
    run->count = label_run(reader, words->pieces + at, run->left);
    return *run;
}

/* Where a cell's words end that go on in further lines: one label together that is shortened or garbled, so
 * that the words of the forms do not tell where it goes on. A line that is a label, or nearer to one without
 * those before it, begins another; the unit of the label before, in brackets, begins none. */
static size_t end_of_torn(struct cut_words *words, size_t at, size_t end, size_t last)
{
    enum { TORN = 3 }; /* lines that follow at most */
    struct reader *reader = words->reader;
    const struct piece *pieces = words->pieces;
    size_t found = end;
    if (reader->text->shadow[pieces[at].start] == '(' && !enumerator_kind(reader->text, pieces[at]))
        return end;
    for (size_t n = 0; n < TORN && end < last && words->lines[end] != words->lines[end - 1]; n++, end++) {
        if (holds_value(reader, pieces[end]) || run_at(words, end).count)
            break;
        int joined = label_distance(reader, pieces + at, end + 1 - at),
            alone = label_distance(reader, pieces + end, 1);
        if (joined < INT_MAX && (alone == INT_MAX || joined - alone < distance_before(words, at, end)))
            found = end + 1;
        else if (alone < INT_MAX)
            break;
    }
    return found;
}

/* Where a label ends whose unit or quotation is broken: behind the word that closes what is open at its end,
 * or begins behind it. */
static size_t end_of_open(const struct cut_words *words, size_t end, size_t last)
{
    enum { BROKEN = 3 }; /* words that follow at most */
    int open = 0;
    struct reader *reader = words->reader;
    const struct piece *next = words->pieces + end;
    bool behind = end + 1 < last && reader->text->shadow[next->start] == '(' &&
                  open_behind(reader->text, *next, 0) > 0 && !begins_label(reader, next, 2);
    for (size_t n = behind ? end : end - 1; n < last && n < end + BROKEN; n++)
        if ((open = open_behind(reader->text, words->pieces[n], open)) <= 0)
            return n + 1;
    return end;
}

/* Whether words are digits of one number that blanks part, if they are one: they do not show that a line is a
 * row. */
static bool may_be_number(const struct cut_words *words, size_t first, size_t end)
{
    const char *shadow = words->reader->text->shadow;
    enum digits_apart how =
        digits_apart(shadow + words->pieces[first].start, shadow + words->pieces[end - 1].end);
    return how == DIGITS_SINGLE || how == DIGITS_GROUPED;
}

/* Where a value ends: its unit may stand on a line of its own behind it, where a page sets the two apart. */
static size_t end_of_value(const struct cut_words *words, size_t at)
{
    const uint32_t *lines = words->lines;
    const char *shadow = words->reader->text->shadow;
    bool alone = at + 1 < words->count && lines[at + 1] == lines[at] + 1 &&
                 (at + 2 == words->count || lines[at + 2] != lines[at + 1]);
    struct piece next = alone ? words->pieces[at + 1] : words->pieces[at];
    return alone && is_unit(shadow + next.start, shadow + next.end) ? at + 2 : at + 1;
}

/* The cell that begins with word `at`: an empty line, a label that may be broken over blanks and lines, a
 * value, or other words of the line. */
static struct cell read_cell(struct cut_words *words, size_t at)
{
    struct reader *reader = words->reader;
    if (is_number_alone(reader->text, words->pieces + at,
                        at + 1 == words->count || is_empty(words->pieces[at + 1])))
        return (struct cell){VALUE, at, end_of_value(words, at)};
    struct run run = run_at(words, at);
    if (!run.left)
        return (struct cell){EMPTY, at, at + 1};
    if (run.count)
        return (struct cell){LABEL, at, end_of_open(words, at + run.count, at + run.left)};
    bool value = holds_value(reader, words->pieces[at]);
    size_t end = value ? end_of_value(words, at) : end_of_words(words, at + 1),
           torn = words->begun ? end_of_torn(words, at, end, at + run.left) : end;
    return (struct cell){value && torn == end ? VALUE : WORDS, at,
                         torn > end ? end_of_words(words, torn) : end};
}

/* The same, which is asked before a cell is added and when it is. */
static struct cell cell_at(struct cut_words *words, size_t at)
{
    if (!words->last.end || words->last.first != at)
        words->last = read_cell(words, at);
    return words->last;
}

/* What the words of a cell are in the forms, or what the label is that they are near to (enum in lexicon.h);
 * 0: none of theirs. A remark explains the table: it is no cell of the row that it stands behind. */
static unsigned find_kinds(struct reader *reader, size_t index)
{
    const struct sheet *sheet = &reader->sheet;
    struct sheet_cell *cell = &sheet->cells[index];
    const struct piece *pieces = sheet->pieces + cell->piece;
    size_t count = sheet_pieces_end(sheet, index) - cell->piece;
    cell->compared = true;
    cell->kinds = count == 1 && is_digits(reader->text, *pieces) ? 0 : label_kinds(reader, pieces, count);
    if (!cell->kinds && count && !holds_value(reader, *pieces))
        cell->kinds = string_is_remark(reader->text->shadow + pieces->start)
                          ? WORD_NOTE
                          : near_label_kinds(reader, pieces, count);
    return cell->kinds;
}

/* The same, known of most that it is asked of. */
static inline unsigned kinds_of(struct reader *reader, size_t index)
{
    const struct sheet_cell *cell = &reader->sheet.cells[index];
    return cell->compared ? cell->kinds : find_kinds(reader, index);
}

/* Add a cell to the sheet; words of one line are one piece. */
static void add_cell(struct cut_words *words, struct cell cell)
{
    struct sheet *sheet = &words->reader->sheet;
    sheet_add_cell(sheet, 0);
    for (size_t i = cell.first, last; i < cell.end; i = last + 1) {
        for (last = i; last + 1 < cell.end && words->lines[last + 1] == words->lines[i];)
            last++;
        sheet_add_piece(sheet, (struct piece){words->pieces[i].start, words->pieces[last].end});
    }
    kinds_of(words->reader, sheet->cell_count - 1);
}

/* ---- the table ---- */

/* What a table of lines has shown so far. `good`: how many cells and rows there are up to the last line that
 * is certainly of it, and the line behind it. */
struct line_block {
    size_t cells, rows, end;
    size_t labels, row_lines, lone_values;
    size_t filled_lines; /* of the row lines those in which another label stands behind values of the first */
    bool ends_in_labels; /* they have no values yet */
};

/* The cells of one line, and of the lines that its last label goes on in. Returns the word behind them. */
static size_t add_line(struct cut_words *words, size_t at, struct line_block *block)
{
    struct reader *reader = words->reader;
    size_t counts[4] = {0}, line = words->lines[at], first = at;
    bool labelled = false, filled = false; /* values stand behind a label, and another label behind these */
    sheet_add_row(&reader->sheet);
    while (at < words->count && words->lines[at] == line) {
        struct cell cell = cell_at(words, at);
        filled |= cell.kind == LABEL && labelled;
        labelled |= cell.kind == VALUE && counts[LABEL];
        counts[cell.kind]++;
        add_cell(words, cell);
        at = cell.end;
        line = words->lines[at - 1];
    }
    if (!counts[LABEL] && !counts[VALUE] && !counts[EMPTY])
        return at;
    block->labels += counts[LABEL];
    bool lone = counts[VALUE] && !counts[LABEL] && !counts[WORDS] &&
                (counts[VALUE] == 1 || may_be_number(words, first, at));
    block->row_lines += counts[VALUE] && counts[LABEL] + counts[VALUE] > 1 && !lone;
    block->lone_values += lone;
    block->filled_lines += filled;
    block->ends_in_labels = !counts[VALUE];
    block->cells = reader->sheet.cell_count;
    block->rows = reader->sheet.row_count;
    block->end = line + 1;
    return at;
}

static bool is_number_line(const struct cut_words *words, size_t at)
{
    return words->reader->lines[words->lines[at]].marks == LINE_NUMBER;
}

/* Lines of a number each, but for the last, behind which its unit may stand: such lines are cells by
 * themselves. Asked what cells they begin, they cost a table of lines 5 instructions a byte more. */
static size_t add_numbers(struct cut_words *words, size_t at, struct line_block *block)
{
    struct sheet *sheet = &words->reader->sheet;
    for (; at + 1 < words->count && is_number_line(words, at) && is_number_line(words, at + 1); at++) {
        sheet_add_row(sheet);
        sheet_add_cell(sheet, 0);
        sheet_add_piece(sheet, words->pieces[at]);
        block->lone_values++;
    }
    return at;
}

/* Whether a table may begin with this line: a label does it that fills the line or has only labels and values
 * beside it, or more labels than other words; or several values alone. A single one does only where a table
 * was broken off. */
static bool may_begin(struct cut_words *words, size_t at)
{
    struct cell cell = cell_at(words, at);
    size_t line, counts[4] = {0};
    for (;; cell = cell_at(words, cell.end)) {
        counts[cell.kind] += cell.kind == WORDS ? cell.end - cell.first : 1;
        line = words->lines[cell.end - 1];
        if (cell.end == words->count || words->lines[cell.end] != line)
            break;
    }
    if (counts[WORDS])
        return counts[LABEL] > 1 && counts[LABEL] > counts[WORDS];
    return counts[LABEL] || counts[VALUE] > 1 || words->reader->open_table;
}

/* A line that ends the table: a heading, or words longer than any label. */
static bool is_end(struct cut_words *words, size_t at)
{
    struct reader *reader = words->reader;
    struct cell cell = cell_at(words, at);
    bool torn = cell.kind == WORDS && words->lines[cell.end - 1] != words->lines[cell.first];
    if (cell.kind == EMPTY || torn || cell.kind == LABEL)
        return false;
    struct piece span = {words->pieces[cell.first].start, words->pieces[cell.end - 1].end};
    return is_prose_heading(words, at) ||
           (cell.kind == WORDS && lexicon_key_within(reader->text->shadow + span.start, span.end - span.start,
                                                     reader->key, reader->longest) > reader->longest);
}

/* ---- empty lines ---- */

/* Cells behind a label, up to the next one or a remark; `filled`: up to the last that is not empty; `values`:
 * one of them is a value. */
struct stretch {
    size_t first, filled, end;
    bool values;
};

static struct stretch stretch_at(struct reader *reader, size_t first)
{
    const struct sheet *sheet = &reader->sheet;
    struct stretch stretch = {first, first, first, false};
    for (size_t i = first; i < sheet->cell_count && !kinds_of(reader, i); i++) {
        bool empty = sheet_is_empty(sheet, i);
        stretch.end = i + 1;
        stretch.filled = empty ? stretch.filled : stretch.end;
        stretch.values |= !empty && holds_value(reader, sheet->pieces[sheet->cells[i].piece]);
    }
    return stretch;
}

/* Labels over columns, one of which begins a part of the table. */
enum { HEAD = WORD_COLUMN | WORD_SPAN | WORD_PART };

/* Behind the last cell before this one that is not empty; 0: there is none. */
static size_t behind_filled(const struct sheet *sheet, size_t cell)
{
    while (cell > 0 && sheet_is_empty(sheet, cell - 1))
        cell--;
    return cell;
}

/* Whether the number before the label of a row, but for empty cells, may count it as the row with this
 * number. `behind`: the cell behind that number. */
static bool is_counted(struct reader *reader, size_t label, size_t number, size_t *behind)
{
    const struct sheet *sheet = &reader->sheet;
    size_t serial = 0;
    bool beside = label && !sheet_is_empty(
                               sheet, label - 1); /* else far before it: looked for only where it may count */
    if ((!beside && !(kinds_of(reader, label) & (WORD_ROW | WORD_GROUP))) ||
        !(*behind = behind_filled(sheet, label)))
        return false;
    struct piece printed = sheet->pieces[sheet->cells[*behind - 1].piece];
    for (size_t at = printed.start; at < printed.end; at++) {
        char digit = reader->text->shadow[at];
        if (digit < '0' || digit > '9' || serial > number)
            return false;
        serial = serial * 10 + (size_t)(digit - '0');
    }
    return serial == number && kinds_of(reader, label) & (WORD_ROW | WORD_GROUP) &&
           !kinds_of(reader, *behind - 1);
}

/* Whether the label of a row does not stand right behind that of its group: then it begins the row. */
static bool begins_row(struct reader *reader, size_t label)
{
    return kinds_of(reader, label) & (WORD_ROW | WORD_GROUP) &&
           !(label && kinds_of(reader, label - 1) & WORD_GROUP);
}

/* Whether a label stands over columns: the rows before it end. */
static bool ends_rows(struct reader *reader, size_t label)
{
    unsigned kinds = kinds_of(reader, label);
    return kinds & HEAD && !(kinds & WORD_ROW);
}

/* Numbers that count all rows up to the next head are no values; they go on counting below a head that is
 * printed again. Those that begin behind the first row are its last cell, which stands under a label of its
 * own. Where only some are counted, it may be chance: two of 3,000 reports had the totals 1, 2 and 3 in a
 * row.
 */
static void drop_serials(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet;
    bool any = false;
    for (size_t i = 1, end, behind, count = 0; i < sheet->cell_count; i = end + 1) {
        size_t rows = 0, number = count;
        bool counted = true;
        for (end = i; end < sheet->cell_count && !ends_rows(reader, end); end++)
            if (begins_row(reader, end)) {
                number = !rows++ && is_counted(reader, end, 1, &behind) ? 1 : number + 1;
                counted = counted && is_counted(reader, end, number, &behind);
            }
        if (!counted || rows < 3)
            continue;
        any = true;
        count = number;
        for (number -= rows; i < end; i++)
            if (begins_row(reader, i) && is_counted(reader, i, ++number, &behind))
                sheet->cells[behind - 1].cover = ROOM;
    }
    if (any)
        sheet_drop_room(sheet);
}

/* A footnote's mark that has a line of its own behind a label is no cell: over columns, where no other stands
 * behind it, or where the row has more with it than any row without one. */
static void drop_notes(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet;
    size_t most = 0, notes = 0;
    for (size_t i = 0; i < sheet->cell_count; i++)
        notes += shows_note(reader->text, cell_words(sheet, i));
    for (int pass = 0; notes && pass < 2; pass++)
        for (size_t i = 0; i + 1 < sheet->cell_count; i++) {
            unsigned kinds = kinds_of(reader, i);
            size_t cells = kinds ? stretch_at(reader, i + 1).end - (i + 1) : 0;
            bool note = cells && shows_note(reader->text, cell_words(sheet, i + 1)) &&
                        !(cells > 1 && shows_note(reader->text, cell_words(sheet, i + 2))); /* [3] [0] */
            if (note && pass && (kinds & HEAD || cells == 1 || cells > most))
                sheet->cells[i + 1].cover = ROOM;
            most = !note && cells > most && !(kinds & HEAD) ? cells : most;
        }
    if (notes)
        sheet_drop_room(sheet);
}

/* The longest run of empty cells. */
static size_t longest_empty(const struct sheet *sheet, size_t first, size_t end)
{
    size_t longest = 0, run = 0;
    for (size_t i = first; i < end; i++) {
        run = sheet_is_empty(sheet, i) ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* How many cells the rows have from the label of one on, up to the next head: as many as the one with the
 * fewest, for some row has nothing before the next label that is covered; but no row has fewer than another
 * shows. Where that is more than there are labels of `columns`, and most rows do not show so many, an empty
 * line without a tab stands behind each row. Where some row but the last has fewer than another shows, a
 * program has joined empty lines to so many at most (`joined`; 0: it has not). */
static size_t cells_a_row(struct reader *reader, size_t label, size_t columns, size_t *joined)
{
    size_t fewest = SIZE_MAX, before = SIZE_MAX, most = 0, rows = 0, wide = 0, longest = 0;
    for (size_t i = label, next; i < reader->sheet.cell_count && !ends_rows(reader, i); i = next) {
        struct stretch stretch = stretch_at(reader, i + 1);
        size_t count = stretch.end - stretch.first, filled = stretch.filled - stretch.first;
        next = stretch.end;
        if (kinds_of(reader, i) & WORD_ROW && count) {
            size_t empty = longest_empty(&reader->sheet, stretch.first, stretch.end);
            longest = empty > longest ? empty : longest;
            before = fewest;
            fewest = count < fewest ? count : fewest;
            most = filled > most ? filled : most;
            wide += filled > columns;
            rows++;
        }
    }
    *joined = before < most && most <= columns && reader->empty_cells.kind != LONE_TABS ? longest : 0;
    if (reader->empty_cells.kind == EMPTY_LINES && columns && fewest > columns && 2 * wide < rows)
        return columns;
    return fewest > most ? fewest : most;
}

/* How many empty cells between a head and values right behind it part their rows: as many as the fewest
 * between its labels, of which there are `columns` over columns, and more where the values have room for no
 * empty one. 0: none. */
static size_t parting(const struct sheet *sheet, struct stretch values, size_t columns, size_t fewest)
{
    size_t empty = 0, filled = values.filled - values.first;
    while (sheet_is_empty(sheet, values.first + empty))
        empty++;
    if (empty < fewest || values.end - values.first < columns + fewest)
        return 0;
    while (fewest && fewest < empty && filled - fewest > columns)
        fewest++;
    return fewest;
}

/* Whether a label that has nothing behind it spans columns, and the next is of one: a row of a head ends
 * between the two, and empty cells part no rows. */
static bool ends_bare(unsigned kinds, unsigned next)
{
    return kinds & (WORD_SPAN | WORD_PART) && !(kinds & WORD_COLUMN) && next & WORD_COLUMN;
}

enum { DROPPED = 1 };

/* Add cells of a sheet; the empty ones are `empty`: nothing else than they were, or ROOM, or DROPPED. */
static void copy_cells(struct sheet *to, struct sheet *from, size_t first, size_t count, char empty)
{
    for (size_t i = first; i < first + count; i++) {
        bool changed = empty && sheet_is_empty(from, i);
        if (changed && empty == ROOM)
            from->cells[i].cover = ROOM;
        if (!changed || empty == ROOM)
            sheet_copy_cell(to, from, i);
    }
}

/* Where empty lines are cells, some of them are the places that a cell above covers, or part rows: those
 * between two labels of a head, those before a label that are more than the cells of a row, and before values
 * right behind a head of fewer columns as many as the fewest between its labels. */
static void drop_hanging(struct reader *reader)
{
    struct sheet *sheet = &reader->sheet, kept = {0};
    size_t wanted = 0, columns = 0, gap = 0, joined = 0;
    unsigned before = 0;
    bool bare = false;
    sheet_add_row(&kept);
    for (size_t i = 0; i < sheet->cell_count;) {
        unsigned kinds = kinds_of(reader, i);
        if (kinds)
            sheet_copy_cell(&kept, sheet, i++);
        struct stretch stretch = stretch_at(reader, i);
        size_t count = stretch.end - stretch.first, filled = stretch.filled - stretch.first;
        bool row = kinds & WORD_ROW, labels = !row && kinds & HEAD;
        columns = (wanted && labels ? 0 : columns) + (kinds & WORD_COLUMN && !row);
        bare = labels && ((bare && !wanted) || ends_bare(before, kinds));
        before = labels && !count ? kinds : 0;
        size_t parted = labels && stretch.values && !bare ? parting(sheet, stretch, columns, gap) : 0;
        i += parted;
        if (parted)
            count = filled - parted > columns ? filled - parted : columns;
        else if (labels)
            columns += filled; /* words that are no label of the forms */
        gap = labels && !filled && count && (!gap || count < gap) ? count : gap;
        wanted = row            ? (wanted ? wanted : cells_a_row(reader, i - 1, columns, &joined))
                 : kinds & HEAD ? 0
                                : wanted;
        if (row && count > wanted)
            count = filled > wanted ? filled : wanted;
        bool head = !row && !stretch.values && stretch.end < sheet->cell_count;
        bool lost = row && joined && longest_empty(sheet, i, stretch.end) >= joined;
        copy_cells(&kept, sheet, i, count, lost ? ROOM : head ? DROPPED : 0);
        i = stretch.end;
    }
    sheet_free(sheet);
    *sheet = kept;
}

/* Values behind a label, up to the next words: how many, with the empty lines between them, and with those
 * behind them too. */
struct line_run {
    size_t values, inside, all;
};

/* Whether a tab closes each cell, as where a table was copied from Word with a paragraph a cell: values have
 * one behind them, and some other line has none. Then a line that has nothing else is an empty cell. */
static bool tabs_close_cells(const struct reader *reader)
{
    if (!reader->tabs)
        return false;
    size_t values[2] = {0}, words[2] = {0}, alone = 0;
    for (size_t line = 0; line < reader->count; line++) {
        bool tab = ends_with_tab(reader, line);
        if (is_empty_line(reader, line))
            alone += tab;
        else if (line_holds_value(reader, line))
            values[tab]++;
        else
            words[tab]++;
    }
    return alone && values[true] > values[false] && words[false];
}

/* Empty lines that are more than part paragraphs. */
enum { APART = 4 };

/* Whether empty lines between cells are cells: then more rows have as many as the row before than if they are
 * not counted, or several rows have more between them than part paragraphs (of five real reports one has two
 * such gaps, the others none); and more values have none before them than one, for runs of empty cells
 * are the rarer the longer they are. Where each value is a paragraph of its own, as lynx prints cells, none
 * has. */
static bool empty_lines_are_cells(const struct reader *reader, struct empty_cells cells)
{
    enum { SEVERAL = 3 };
    struct line_run run = {0}, before = {0};
    size_t inside = 0, counted = 0, uncounted = 0, empty_rows = 0, gap = 0, empty = 0, behind[2] = {0};
    for (size_t line = 0; line <= reader->count; line++) {
        struct piece words = line < reader->count ? reader->lines[line].words : (struct piece){0, 1};
        if (is_empty(words)) {
            bool cell = ends_empty_cell(cells, ++gap);
            run.all += cell;
            empty += cell;
            continue;
        }
        if (line < reader->count && line_holds_value(reader, line)) {
            behind[empty > 0] += empty < 2;
            run = (struct line_run){run.values + 1, run.all + 1, run.all + 1};
        } else if (run.all) {
            inside += run.inside - run.values;
            empty_rows += (run.values ? run.inside : run.all) >= run.values + APART;
            uncounted += run.values == before.values;
            counted += run.inside <= before.all && before.inside <= run.all;
            before = run;
            run = (struct line_run){0};
        }
        gap = empty = 0;
    }
    return ((inside && counted > uncounted) || empty_rows >= SEVERAL) && behind[0] > behind[1];
}

/* Whether lines with nothing but a no-break space are empty cells: then one stands between two values, but
 * most values have none before them, else such lines would part all paragraphs. Beside it no line is that
 * holds nothing, which would be as empty a cell, unless such a line parts any two values. */
static bool spaces_are_cells(const struct reader *reader)
{
    const char *bytes = reader->text->bytes;
    size_t before[2] = {0}, between = 0, mixed = 0, adjacent = 0;
    bool value = false, space = false, bare = false;
    if (!bytes_find(bytes, bytes + reader->text->length, "\xC2\xA0")) /* as most texts */
        return false;
    for (size_t line = 0; line < reader->count; line++) {
        if (is_empty_line(reader, line)) {
            *(holds_space(reader, line) ? &space : &bare) = true;
        } else {
            bool number = line_holds_value(reader, line);
            before[space] += number;
            between += value && number && space;
            mixed += value && number && space && bare;
            adjacent += value && number && !space && !bare;
            value = number;
            space = bare = false;
        }
    }
    return between && !(mixed && adjacent) && before[0] > before[1];
}

struct empty_cells lines_empty_cells(const struct reader *reader)
{
    size_t line = 0;
    while (line < reader->count && !is_empty_line(reader, line))
        line++;
    if (line == reader->count) /* there are none: what they are need not be asked of each line */
        return (struct empty_cells){NO_LINES, 0, 1};
    struct empty_cells cells = learn_empty_lines(reader, 0, reader->count);
    cells.kind = tabs_close_cells(reader)               ? LONE_TABS
                 : spaces_are_cells(reader)             ? LONE_SPACES
                 : empty_lines_are_cells(reader, cells) ? EMPTY_LINES
                                                        : NO_LINES;
    return cells;
}

/* Lines are rows, but where most have only one value, or most hold more rows than one, as where a page's
 * words were filled into lines; so they are then in tables behind, where a line may hold one by chance. */
static void write_block(struct reader *reader, size_t first, const struct line_block *block)
{
    struct sheet *sheet = &reader->sheet;
    if (block->cells < sheet->cell_count)
        sheet->piece_count = sheet->cells[block->cells].piece;
    sheet->cell_count = block->cells;
    sheet->row_count = block->rows;
    reader_claim(reader, first, block->end);
    reader->filled |= 2 * block->filled_lines > block->row_lines;
    bool rows = block->row_lines > block->lone_values && !reader->filled;
    if (!rows) {
        drop_notes(reader);
        drop_serials(reader);
    }
    if (reader->empty_cells.kind != NO_LINES && !rows)
        drop_hanging(reader);
    reader->apart |= !rows && reader->feeds && block->lone_values >= ALONE;
    sheet->row_count = rows ? sheet->row_count : 1;
    sheet_write(reader, rows ? TEXT_ROWS : TEXT_ORDER, false);
}

/* Whether the line above ends in mid-sentence: a line of numbers or a label below goes on with it, where no
 * table was broken off.
 */
static bool goes_on_above(const struct reader *reader, size_t line)
{
    static const char *const marks[] = {",", "，", "、", NULL};
    struct piece above = line ? reader->lines[line - 1].words : (struct piece){0, 0};
    const char *bytes = reader->text->bytes;
    return !reader->open_table && string_ends_any(bytes + above.start, bytes + above.end, marks);
}

/* Put what may be a table into the sheet, from a word on. One that has neither labels nor rows is none, nor
 * is what begins with a later line of it, which is not looked at again: 1 842 on each line took time in the
 * square of their number. */
static struct line_block read_block(struct cut_words *words, size_t at)
{
    struct reader *reader = words->reader;
    struct line_block block = {0};
    size_t next = at;
    bool bare = !reader->open_table;
    while (next < words->count && (next == at || !is_end(words, next)) && !(bare && words->barren[next])) {
        words->barren[next] = true;
        next = add_line(words, bare ? next : add_numbers(words, next, &block), &block);
        bare &= !block.labels && !block.row_lines;
    }
    if (!bare)
        memset(words->barren + at, 0, (next - at) * sizeof *words->barren);
    return block;
}

/* Whether words are each a piece of a label that stands over columns, or over the table: a line of a head
 * whose labels are torn over lines. */
static bool are_pieces(const struct cut_words *words, size_t at, size_t end)
{
    const struct reader *reader = words->reader;
    const struct lexicon_word *last = reader->lexicon->words + reader->lexicon->count, *word = NULL;
    for (; at < end && word != last; at++) {
        struct piece piece = words->pieces[at];
        size_t length = lexicon_key(reader->text->shadow + piece.start, piece.end - piece.start, reader->key);
        uint64_t letters = lexicon_letters(reader->key, length);
        reader->key[length] = '\0';
        word = length ? reader->lexicon->words : last;
        while (word < last &&
               !(word->kinds & HEAD && !(letters & ~word->letters) && strstr(word->key, reader->key)))
            word++;
    }
    return word != last;
}

/* Whether the words [at, end), a line's, are labels, near to some that stand over columns, or pieces of some.
 */
static bool holds_near_labels(struct cut_words *words, size_t at, size_t end)
{
    while (at < end) {
        struct cell cell = cell_at(words, at);
        if (cell.kind != LABEL &&
            (cell.kind != WORDS ||
             (!are_pieces(words, cell.first, cell.end) &&
              !(near_label_kinds(words->reader, words->pieces + cell.first, cell.end - cell.first) &
                (HEAD | WORD_ROW)))))
            return false;
        at = cell.end;
    }
    return true;
}

/* Whether words are all single characters, as those of 件 数 are, which say nothing by themselves. */
static bool are_characters(const struct cut_words *words, size_t at, size_t end)
{
    while (at < end && words->pieces[at].end - words->pieces[at].start <= strlen("件"))
        at++;
    return at == end;
}

/* The first line of a table that begins with words from `at` on: garbled labels begin none by themselves, but
 * lines above a label that have nothing but such, and pieces of labels, are the table's. */
static size_t first_line(struct cut_words *words, size_t first, size_t *at)
{
    bool near = cell_at(words, *at).kind == LABEL;
    size_t line = first;
    for (size_t start = *at; near && start && line > words->reader->written;) {
        size_t end = start;
        while (start && words->lines[start - 1] + 1 == line)
            start--;
        words->last.end = 0;
        near = start < end && !is_prose_heading(words, start) && holds_near_labels(words, start, end);
        line -= near;
        if (near && !are_characters(words, start, end)) {
            first = line;
            *at = start;
        }
    }
    words->last.end = 0;
    return first;
}

/* A table that begins with a line, the words of which are those from *at on: returns the line behind it;
 * `first`: none does. */
static size_t read_table(struct cut_words *words, size_t first, size_t *at)
{
    struct reader *reader = words->reader;
    struct line_block block = {0};
    if (!reader->lexicon || is_empty_line(reader, first))
        return first;
    if (is_heading(reader, first))
        reader->open_table = reader->lacks_values;
    if (goes_on_above(reader, first))
        return first;
    *at = first_word(words, *at, first);
    words->begun = false;
    words->begun = *at < words->count && words->lines[*at] == first && may_begin(words, *at);
    words->last.end = 0;
    size_t begin = words->begun ? first_line(words, first, at) : first;
    if (words->begun)
        block = read_block(words, *at);
    bool lone = block.labels == 1 && !block.row_lines &&
                !block.lone_values; /* a heading that sounds like a label, empty lines */
    if (block.cells < 2 || lone || (!block.labels && !block.row_lines && !reader->open_table)) {
        sheet_clear(&reader->sheet);
        return first;
    }
    reader->open_table = true;
    reader->lacks_values = block.ends_in_labels;
    write_block(reader, begin, &block);
    return block.end;
}

void read_lines(struct reader *reader, size_t first, size_t end)
{
    struct cut_words words = {.reader = reader, .stop = first};
    for (size_t line = first, at = 0; line < end;) {
        size_t next = reader->lines[line].marks & LINE_TABLE ? line : read_table(&words, line, &at);
        line = next > line ? next : line + 1;
    }
    xfree(words.pieces);
    xfree(words.lines);
    xfree(words.barren);
}
