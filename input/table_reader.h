/* table_reader.h - what the readers of tables in plain text share: the lines of the text, and the sheet that
 * each of them fills.
 */
#ifndef NB_TABLE_READER_H
#define NB_TABLE_READER_H

#include "bounds.h"
#include "lexicon.h"
#include "page_mark.h"
#include "text.h"
#include "width.h"

#include <stdint.h>
#include <string.h>

/* A stretch of the text, which is no longer than LIMIT_TEXT: as numbers of four bytes pieces, lines and cells
 * of a table take half the memory, which is most of what a text takes. */
struct piece {
    uint32_t start, end;
};

/* What a line shows before anybody looks at it more closely. TAG: opens a <table>. FIELD: empty fields stand
 * behind its only one. STOP: has a full stop (。). PARTS: has a sign that may part words: a blank, a dot, a
 * pause or a colon. INLINE: has a sign of which Markdown makes marks within a line. SIGN: has one of those
 * that few texts have but those of programs: " ' [ { ^ >. */
enum {
    LINE_BAR = 1,
    LINE_TAB = 2,
    LINE_COMMA = 4, /* of any kind; each kind has a mark of its own, too */
    LINE_TAG = 8,
    LINE_BOX = 16,
    LINE_GAP = 32,
    LINE_TABLE = 64,
    LINE_FIELD = 128,
    LINE_HEADING = 256,
    LINE_BACKSLASH = 512,
    LINE_NARROW_COMMA = 1024,
    LINE_NARROW_SEMICOLON = 2048,
    LINE_WIDE_COMMA = 4096,
    LINE_WIDE_SEMICOLON = 8192,
    LINE_STOP = 16384,
    LINE_PARTS = 32768,
    LINE_INLINE = 65536,
    LINE_NUMBER = 131072,
    LINE_MARKED = 262144,
    LINE_RULE = 524288,
    LINE_CROWDED = 1048576,
    LINE_DIGIT = 2097152,
    LINE_SIGN = 268435456
};

/* A line: [begin, end) as printed, `words` without blanks around (start == end: an empty line). GAP: two
 * blanks or more between words. TABLE: it belongs to a table that is handed on already. HEADING: it was
 * underlined (the underline is an empty line now). MARKED: it is marked as headings are (has_heading_marks).
 * NUMBER: it is of digits only, as most lines of a cell are. RULE: the reader of bars has seen that it draws
 * one. CROWDED: it has more separators than a table has columns. DIGIT: it has words and a digit.
 */
struct line {
    uint32_t begin, end;
    struct piece words;
    unsigned marks;
    unsigned char heading : 4, sentence : 4; /* whether it is one (enum answer): each reader asks anew */
    unsigned char numbered : 1;              /* its number has been read (line_number), as several ask */
    unsigned char kind : 7, ordinal;
};

/* What was found out of a piece, a line, a cell or a word, which one reader asks after the other. `value`: an
 * answer; `sought`: it was looked up in the forms, where it is what `kinds` says; `keyed`: it has a key,
 * which labels begin with as `begins` says.
 */
struct known_piece {
    struct piece piece;
    uint8_t kinds, value : 2, sought : 1, begins : 2, keyed : 1, numbered : 2;
};
/* At most; mostly one for eight bytes of a text. Each reader goes over all lines: with 512, lines of two
 * letters cost 70 instructions a byte more. */
enum { KNOWN_PIECES = 1 << 13 };

/* The label that a key is near to, or NULL, as it was found last. One cell is asked for it a dozen times, and
 * what repeats itself on each line is a few: compared anew each time with all words of the forms, such lines
 * cost 20,000 instructions a byte. */
struct known_near {
    char key[LEXICON_LONGEST * 3 + 1];
    bool numbered;
    int distance;
    const struct lexicon_word *word;
};
/* A known one for so many pieces: with 64 in all, lines of two letters cost 60 instructions a byte more. */
enum { PIECES_A_NEAR = 8 };

/* A table while it is being read. Cells are made of pieces, rows of cells; a row ends where the next begins.
 * `cover`: 0, or SPAN_LEFT, SPAN_ABOVE or ROOM, then it has no pieces. On the heap. */
struct sheet_cell {
    uint32_t piece;
    char cover;
    bool compared; /* whether its kinds have been asked for: those of the label that it is, or is near to */
    uint8_t kinds;
};

struct sheet {
    struct piece *pieces;
    struct sheet_cell *cells;
    uint32_t *rows;
    size_t piece_count, cell_count, row_count;
    size_t piece_capacity, cell_capacity, row_capacity;
};

/* Which lines between cells that stand a line each are empty cells; of empty ones, how many part two cells,
 * and how many more an empty cell is. */
enum empty_kind { NO_LINES, EMPTY_LINES, LONE_TABS, LONE_SPACES };
struct empty_cells {
    enum empty_kind kind;
    size_t apart, cell;
};

/* How many empty lines a browser writes at least between a cell's words and the tab behind them, and between
 * a tab and the words behind it (table_clipboard.c), if that is `learned`; and between two paragraphs of a
 * cell at most. */
struct clipboard_style {
    size_t before, behind, within;
    bool learned;
};

/* A text being read line by line. `base`: offset of `text`'s source in the builder's source. Lines before
 * `written` are written to `out` (or belong to nobody any more). `longest`: bytes of the longest key of a
 * label. */
struct reader {
    struct nb_arena *arena;
    struct nb_text *text;
    const struct lexicon *lexicon;
    struct text_builder *out;
    size_t base;
    struct line *lines;
    size_t count, written, longest;
    struct known_piece
        *known; /* `known_room` of them, a power of two; where a piece is kept its bounds say */
    size_t known_room;
    struct known_near *nears; /* by key; NULL: nobody has asked */
    char *key;                /* room for a label's key */
    unsigned articles;        /* how articles are numbered (enumerator_kind); 0: not known */
    bool counted;             /* lines numbered so are known to be articles, or not, by their numbers */
    bool tabs;                /* some tab stands in the text */
    unsigned marks;           /* of all lines */
    bool inner;               /* only the reader of lines is at work: what it leaves is prose */
    enum answer
        keeps_empty; /* whether bars stand around an empty cell between two others: then none is left out */
    enum answer loses_empty;     /* whether bars at the ends of rows stand for cells that are lost */
    enum answer bars_before;     /* whether bars alone stand before cells, as a table before has it */
    enum answer keeps_cells;     /* whether bars on lines of their own are empty cells between values */
    enum answer tabs_keep_empty; /* whether tabs stand so between two numbers */
    enum answer
        prints_sign;   /* whether what stands around the number of a page mark stands for nothing, too: */
    struct piece sign; /* the first such */
    struct empty_cells empty_cells;
    bool last;         /* nobody reads the text behind its last lines */
    bool feeds, apart; /* form feeds end pages, as pdftotext prints them; and then numbers stand alone on
                          their lines: not laid out */
    bool tabbed;       /* tabs part the cells of a table before */
    struct clipboard_style clipboard;
    size_t separated; /* cells of the last row whose cells commas part; 0: there was none */
    bool open_table; /* a table of lines has been read since the last heading: values that stand alone are its
                      */
    bool filled;     /* the words of one were filled into lines: these are no rows */
    bool lacks_values; /* the last one ends in labels without values, which may stand behind the heading */
    size_t refused;    /* up to which line the reader that is asked has said no */
    size_t refused_signs[4]; /* the same of each sign that may part cells (table_separated.c) */
    bool unclosed;           /* no table of LaTeX is closed any more */
    size_t behind_pair; /* the next line that ends in a name and its value (table_pairs.c); SIZE_MAX: none
                           does */
    size_t spread_end;  /* up to which line it is known whether a bar opens rows that bars close
                           (table_spread.c) */
    bool spread_opened;
    struct column_modes *modes; /* of all blocks set in columns */
    struct sheet sheet;         /* for the next table; empty between tables */
};

/* ---- the sheet ---- */

void sheet_add_row(struct sheet *sheet);
/* A report with more cells is refused when it is read (input_read), so that no more are kept. */
static inline bool sheet_is_full(const struct sheet *sheet)
{
    return sheet->cell_count > LIMIT_CELLS;
}
void sheet_add_cell(struct sheet *sheet, char cover);
/* One more piece of the last cell; an empty one is none. */
void sheet_add_piece(struct sheet *sheet, struct piece piece);
/* The same for a line of a cell, which may be an empty one until rows are split. */
void sheet_add_line(struct sheet *sheet, struct piece piece);
/* The pieces of a cell are [first, end). */
static inline size_t sheet_pieces_end(const struct sheet *sheet, size_t cell)
{
    return cell + 1 < sheet->cell_count ? sheet->cells[cell + 1].piece : sheet->piece_count;
}
static inline bool sheet_is_empty(const struct sheet *sheet, size_t cell)
{
    return sheet->cells[cell].piece == sheet_pieces_end(sheet, cell);
}
/* The cells of a row are [rows[row], end). */
static inline size_t sheet_row_end(const struct sheet *sheet, size_t row)
{
    return row + 1 < sheet->row_count ? sheet->rows[row + 1] : sheet->cell_count;
}
/* Whether the last cell of the sheet goes on with words that are printed behind it: its brackets are open, or
 * together they are a label, the beginning of one, or one with its unit. */
enum { TORN_PIECES = 8 }; /* at most of which a cell is made that goes on */
bool sheet_is_torn(struct reader *reader, struct piece words);
/* Add a cell of another sheet, with its pieces. */
void sheet_copy_cell(struct sheet *to, const struct sheet *from, size_t cell);
void sheet_clear(struct sheet *sheet);

/* Pieces of cells that are printed beside one another over several lines, in the order of these: each of some
 * cell. On the heap. */
struct scattered {
    struct piece *pieces;
    uint32_t *cells;
    size_t count, piece_capacity, cell_capacity;
};
void sheet_scatter(struct scattered *scattered, size_t cell, struct piece piece); /* an empty one is none */
/* Forget those of a cell. */
void sheet_forget(struct scattered *scattered, size_t cell);
/* Give them to the cells of the sheet, which have none yet, and free them. */
void sheet_gather(struct sheet *sheet, struct scattered *scattered);
void sheet_free(struct sheet *sheet);

/* Whether a row counts the columns, 0 1 2 … or 1 2 3 …, behind an empty corner. */
bool sheet_counts_columns(const struct sheet *sheet, size_t row, const struct nb_text *text);
/* Whether the first column counts the rows below its head, 1 2 3 …, but for those without a number. */
bool sheet_counts_rows(const struct sheet *sheet, const struct nb_text *text);
/* The words of a piece without the quotation marks around them, if there are two alike. */
struct piece words_unquoted(const struct nb_text *text, struct piece piece);
/* Take away the first row and column where they count the columns and the rows, as a data frame prints them;
 * or the first column alone, where it counts the rows from 0 on; and quotation marks around all cells below
 * the first row that are no numbers. */
void sheet_drop_index(struct sheet *sheet, const struct nb_text *text);
/* Whether all rows have as many cells. */
bool sheet_is_even(const struct sheet *sheet);
/* Whether the lines of a cell, of which there are `*lines`, are those of several rows: values, and words in
 * place of a few. */
bool sheet_is_stack(const struct reader *reader, size_t cell, size_t *lines);
/* A row whose value cells all hold as many lines, empty ones too, is so many rows. Empty lines are gone then.
 */
void sheet_split_rows(struct reader *reader);
/* Mark what repeats the text of the cell that spans it. Returns whether all positions that are covered are
 * marked now. */
bool sheet_cover(struct reader *reader);
/* Give rows the cells back that others above span, where all that rows lack is told by that. Returns whether
 * they have them. */
bool sheet_uncover(struct reader *reader);
/* In rows of any width, whose cells are printed once sideways and again in each row that they span: where the
 * last row of a head has as many labels of columns as each row below has values, these are all columns, and
 * those of the rows above it say nothing more. */
void sheet_drop_repeats(struct reader *reader);
/* Take away the cells that are room; of a full sheet none, for it must stay full to be refused. */
void sheet_drop_room(struct sheet *sheet);
/* Write the sheet as a table and clear it. What is covered prints nothing. */
void sheet_write(struct reader *reader, enum text_grid known, bool spans);

/* ---- what lines and cells are ---- */

/* The first words of a cell; none, where it is empty. */
static inline struct piece cell_words(const struct sheet *sheet, size_t cell)
{
    return sheet_is_empty(sheet, cell) ? (struct piece){0, 0} : sheet->pieces[sheet->cells[cell].piece];
}

/* Whether words say that they stand for others, as 同上 does, or a mark that no value is. */
bool is_ditto(const struct nb_text *text, struct piece words);

static inline bool same_words(const struct nb_text *text, struct piece a, struct piece b)
{
    return a.end - a.start == b.end - b.start &&
           !memcmp(text->bytes + a.start, text->bytes + b.start, a.end - a.start);
}

/* Line `number` of a text that is its own source. */
static inline struct piece line_of(const struct nb_text *text, size_t number)
{
    return (struct piece){text->line_starts[number], text->line_starts[number + 1] - 1};
}

/* Behind its line feed, if it has one. */
static inline size_t behind_line(const struct nb_text *text, size_t number)
{
    return text->line_starts[number + 1] - (text->line_starts[number + 1] > text->length);
}

/* Whether a line holds rows of HTML, which programs write into one: long as it is, it is none that a page's
 * strings were joined to. Taken for one it costs Markdown with such tables 390 instructions a byte. */
static inline bool has_html_cells(const struct nb_text *text, struct piece line)
{
    return bytes_find(text->bytes + line.start, text->bytes + line.end, "<td") != NULL;
}

/* Whether a sign of box drawing stands at `at`: U+2500 to U+257F. */
static inline bool is_box(const char *at)
{
    return (unsigned char)at[0] == 0xE2 && ((unsigned char)at[1] & 0xFE) == 0x94;
}

/* The same for a stretch that begins or ends with other signs than blanks that say nothing. */
struct piece trim_all(const struct nb_text *text, size_t start, size_t end);
/* The stretch without blanks around. Nearly all have words at both ends, or blanks there only. */
static inline struct piece trim(const struct nb_text *text, size_t start, size_t end)
{
    const char *shadow = text->shadow;
    while (start < end && shadow[start] == ' ')
        start++;
    while (start < end && shadow[end - 1] == ' ')
        end--;
    if (start < end && (unsigned char)shadow[start] > ' ' && (unsigned char)shadow[end - 1] > ' ')
        return (struct piece){(uint32_t)start, (uint32_t)end};
    return trim_all(text, start, end);
}
/* Find the lines of a text, and what they show, where that is not known yet. Of a text that is its own source
 * they are those of line_starts. Returns how many there are, an empty one at its end not counted. */
size_t find_lines(struct nb_text *text);
/* What words of a line show. */
unsigned marks_of(const struct nb_text *text, struct piece words);
/* The words of a line, without the blanks around them. */
static inline struct piece words_of_line(const struct nb_text *text, size_t number)
{
    return text->lines[number].words;
}
/* Room in the reader's arena for what will be known of pieces of its text, and for the key of a label. */
void reader_make_room(struct reader *reader);

/* Whether it prints a number, a dash or another sign of nothing, or no letter at all. */
bool shows_value(const struct nb_text *text, struct piece piece);
/* Behind the letters of a unit that stand at `at`. */
const char *behind_unit(const char *at);
/* Whether a piece is the mark of a footnote and nothing else: * [1] ①. */
bool shows_note(const struct nb_text *text, struct piece piece);
/* The same, found out once for each piece. */
bool holds_value(const struct reader *reader, struct piece piece);
/* The same of a line's words, unless bars part them. */
static inline bool line_holds_value(const struct reader *reader, size_t line)
{
    unsigned marks = reader->lines[line].marks & (LINE_NUMBER | LINE_BAR | LINE_BOX);
    return marks ? marks == LINE_NUMBER : holds_value(reader, reader->lines[line].words);
}
/* Whether the first piece is of digits only and no label's number, which the next one tells if it is not the
 * last. Most cells are: known at once as values, they cost a table of lines 60 instructions a byte less. */
bool is_number_alone(const struct nb_text *text, const struct piece *pieces, bool last);
/* Digits and nothing else, as most cells are: what is known of these at once needs no look at units, notes
 * and labels. */
bool is_all_digits(const struct nb_text *text, struct piece piece);
static inline bool is_digits(const struct nb_text *text, struct piece piece)
{
    return (unsigned)(text->shadow[piece.start] - '0') < 10 && is_all_digits(text, piece);
}
/* Of the pieces, how many from the first on, put together, are the longest label of a table; 0: none are. */
size_t label_run(struct reader *reader, const struct piece *pieces, size_t count);
bool is_label(struct reader *reader, struct piece piece);
/* Whether a word is none of the forms' labels, but near to one: shortened or garbled. */
bool is_near_label(struct reader *reader, struct piece word);
/* Whether a piece is near to a label, and so are it and the next together, to the same: a label that a pause
 * parts. */
bool is_begun_label(struct reader *reader, const struct piece pieces[2]);
/* How far pieces put together are from the label that they are near to (lexicon_nearest); INT_MAX: they are
 * near to none. */
int label_distance(struct reader *reader, const struct piece *pieces, size_t count);
/* What that label is in the forms (enum in lexicon.h); 0: there is none. */
unsigned near_label_kinds(struct reader *reader, const struct piece *pieces, size_t count);
/* Whether it is the heading of rows and numbered, so that it looks like a heading of prose: 一、主动公开情况.
 */
bool is_numbered_note(struct reader *reader, struct piece piece);
/* What the pieces put together are in the forms (enum in lexicon.h), 0: no label of theirs. */
unsigned label_kinds(struct reader *reader, const struct piece *pieces, size_t count);
/* Where a label ends that carries its unit in brackets behind it, which may be broken off:
 * 本年收费金额(单位:元; piece.end: it carries none. */
size_t label_end(const struct nb_text *text, struct piece piece);
/* How many brackets and quotations are open behind a piece, of which `open` are before it. */
int open_behind(const struct nb_text *text, struct piece piece, int open);
/* Whether the pieces put together are a label or the beginning of one. */
bool begins_label(struct reader *reader, const struct piece *pieces, size_t count);
/* The same, or one behind what stands over it: 申请人情况/法人或其他组织. */
bool begins_joined(struct reader *reader, struct piece piece);
/* Whether a piece may be what a label begins with though it has no key by itself: its bracket, or its number.
 */
bool opens_label(const struct nb_text *text, const struct piece *pieces);
/* What numbers the line: 1 一、 2 第一部分 3 （一） 4 1. 5 (1) 6 ①; 0: nothing. */
unsigned enumerator_kind(const struct nb_text *text, struct piece words);
/* The same of a line; line->ordinal is then its number. */
unsigned line_number(const struct nb_text *text, struct line *line);
/* Whether words are marked as headings are in Markdown, # so, or in a wiki, == so ==; what a spreadsheet
 * prints for an error
 * (#REF! #DIV/0!) is none. */
bool has_heading_marks(const struct nb_text *text, struct piece words);
/* Where slashes with blanks around them part the cells of the text's tables, as those between labels of
 * columns show, they are bars from here on: in the folded text, whatever is printed. */
void read_slashes_as_bars(struct reader *reader);
/* Whether a table ends before this line: it is a sentence, or the heading of an article. */
bool ends_table(struct reader *reader, size_t line);
/* Whether the line is the title of an article, or numbered as articles are, and no label of a table. */
bool find_heading(struct reader *reader, size_t line);
static inline bool is_heading(struct reader *reader, size_t line)
{
    return reader->lines[line].heading != ANSWER_NO && find_heading(reader, line);
}
/* Whether a line is drawn of one of the signs, three or more, and nothing else; hardly any begins with two
 * that are alike. */
bool is_all_drawn_of(const struct nb_text *text, struct piece words, const char *signs);
static inline bool is_drawn_of(const struct nb_text *text, struct piece words, const char *signs)
{
    const char *at = text->bytes + words.start;
    return words.end - words.start > 2 && at[0] == at[1] && is_all_drawn_of(text, words, signs);
}
/* Whether it has signs of these, and nothing else. */
bool consists_of(const struct nb_text *text, struct piece words, const char *signs);
/* "- 4 -", "第4页 共9页": printed at the edge of a page. */
static inline bool is_page_mark(const struct nb_text *text, struct piece words)
{
    return is_page_mark_at(text->shadow + words.start, text->shadow + words.end, false);
}
/* In how many places the number of its row stands that a line begins with, and blanks before it, as data
 * frames print them: 3, 3: or [3,]; 0: it begins with none. */
size_t row_number_places(const struct nb_text *text, struct piece line, size_t *number);
/* Whether a line has no words. */
static inline bool is_empty_line(const struct reader *reader, size_t line)
{
    return reader->lines[line].words.start == reader->lines[line].words.end;
}
/* Whether blanks alone stand on the line between bars that stand alone, as what a page has for an empty cell
 * leaves them. */
bool is_blank_cell(const struct reader *reader, size_t line);
/* The next line from `line` on that has words; reader->count: none has. */
size_t next_line(const struct reader *reader, size_t line);

/* Columns of a table that blanks set: the places on a line from where each starts to where it stops. */
enum { PLACE_COLUMNS = 64 };
struct place_columns {
    enum places measure;
    size_t count, start[PLACE_COLUMNS], stop[PLACE_COLUMNS];
};
/* A cell, and the places that its words stand in. */
struct place_cell {
    struct piece words;
    size_t start, stop;
};
/* The cells of a line. A word that reaches over a column's end stays whole in the column where it begins. */
void columns_cut(const struct reader *reader, const struct place_columns *columns, size_t number,
                 struct place_cell *cells);

/* ---- writing ---- */

/* Lines [first, end) are a table's: write what stands before them as prose. */
void reader_claim(struct reader *reader, size_t first, size_t end);
/* In the shadow of a line of cells, tags (no line breaks) are blanks, with what they strike out: what is
 * matched are the words.
 */
void hide_tags(struct nb_text *text, struct piece line);
/* Write a stretch without Markdown's marks, a position that is a byte of the text for each byte. */
void write_inline(struct reader *reader, struct piece piece);
/* The same with a separator in place of the byte behind it: put there by itself it costs a table of lines 5
 * instructions a byte more. */
void write_ended(struct reader *reader, struct piece piece, char separator);
void write_separator(struct reader *reader, char separator, size_t at);
/* Write lines as prose: blanks at their ends and marks of Markdown are gone. */
void write_prose(struct reader *reader, size_t first, size_t end);

/* ---- the readers ---- */

/* What the sheet lacks of what was printed, as the reader knows it. LOST_ENDS: empty cells at the ends of
 * rows, and no others; LOST_ANY: empty cells somewhere in a row, for which as many stand at its end;
 * LOST_ROWS: where rows end. */
enum lost { LOST_NOTHING, LOST_ENDS, LOST_ANY, LOST_ROWS };

/* What a reader says of a line. NONE_FOUND: none of its kind begins there; REFUSED: nor before line `end`;
 * FOUND: lines [first, end) are one, and its cells are in the sheet; WRITTEN: and they are claimed and
 * written already. */
struct found {
    enum { NONE_FOUND, REFUSED, FOUND, WRITTEN } what;
    size_t first, end;
    enum lost lost;
};

/* Looks at a table that begins at line `first`. What it does not claim it has looked at in time linear in the
 * lines that no later call looks at again. */
typedef struct found table_reader(struct reader *reader, size_t first);

table_reader read_bars, read_spread, read_frame, read_latex, read_markup, read_counted, read_ruled, read_tabs,
    read_clipboard, read_commas, read_pairs, read_fragment, read_typst;
/* Write the table whose cells are in the sheet: what repeats the text of the cell that spans it is covered,
 * and how much of the grid is known follows from what is `lost`. */
void sheet_finish(struct reader *reader, enum lost lost);
/* The reader of what the others leave, for all lines of [first, end). */
void read_lines(struct reader *reader, size_t first, size_t end);
/* Which lines between cells that stand a line each are empty cells in this text. */
struct empty_cells lines_empty_cells(const struct reader *reader);

#endif
