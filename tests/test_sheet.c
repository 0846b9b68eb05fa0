/* test_sheet.c - pages as geometry: grids, spans, page breaks, paragraphs, furniture, what is refused. */
#include "arena.h"
#include "forms.h"
#include "input.h"
#include "sample.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Pages being drawn, as nianbao-pdf prints them. A character is 10 points wide and high, a digit or letter 5
 * wide. */
struct drawing {
    struct nb_arena *arena;
    char pages[65536], chars[65536], rules[16384];
    size_t page_count, char_count, rule_count;
};

static void end_page(struct drawing *drawing)
{
    size_t length = strlen(drawing->pages);
    snprintf(drawing->pages + length, sizeof drawing->pages - length, "page 40000 50000 %zu %zu\n%s%s",
             drawing->char_count, drawing->rule_count, drawing->chars, drawing->rules);
    drawing->page_count++;
    drawing->char_count = drawing->rule_count = 0;
    *drawing->chars = *drawing->rules = 0;
}

static struct drawing *begin(void)
{
    struct nb_arena *arena = arena_new();
    struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
    drawing->arena = arena;
    strcpy(drawing->pages, "nianbao-sheets 1\n");
    return drawing;
}

static void write_tall(struct drawing *drawing, int x, int y, int height, const char *text)
{
    for (size_t size; *text; text += size) {
        size = utf8_length((unsigned char)*text);
        int width = size > 1 ? 10 : 5;
        size_t length = strlen(drawing->chars);
        if (*text != ' ') {
            snprintf(drawing->chars + length, sizeof drawing->chars - length, "c %d00 %d00 %d00 %d00 %.*s\n",
                     x, y, x + width, y + height, (int)size, text);
            drawing->char_count++;
        }
        x += width;
    }
}

static void write_at(struct drawing *drawing, int x, int y, const char *text)
{
    write_tall(drawing, x, y, 10, text);
}

static void draw(struct drawing *drawing, char kind, int at, int from, int to)
{
    size_t length = strlen(drawing->rules);
    snprintf(drawing->rules + length, sizeof drawing->rules - length, "%c %d00 %d00 %d00\n", kind, at, from,
             to);
    drawing->rule_count++;
}

/* A grid of lines: columns 100 points wide from 50 on, rows 20 points high from y on. */
static void draw_grid(struct drawing *drawing, int y, int rows, int columns)
{
    for (int r = 0; r <= rows; r++)
        draw(drawing, 'h', y + 20 * r, 50, 50 + 100 * columns);
    for (int c = 0; c <= columns; c++)
        draw(drawing, 'v', 50 + 100 * c, y, y + 20 * rows);
}

static void write_cell(struct drawing *drawing, int y, int row, int column, const char *text)
{
    write_at(drawing, 55 + 100 * column, y + 20 * row + 5, text);
}

/* The cells of a grid, as check() has them: "|" between columns, "/" between rows, and nothing where nothing
 * is written. */
static void write_cells(struct drawing *drawing, int y, const char *cells)
{
    char text[64];
    for (int row = 0, column = 0; *cells; cells++) {
        size_t length = strcspn(cells, "|/");
        snprintf(text, sizeof text, "%.*s", (int)length, cells);
        if (length)
            write_cell(drawing, y, row, column, text);
        cells += length;
        column = *cells == '|' ? column + 1 : 0;
        row += *cells == '/';
        if (!*cells)
            break;
    }
}

static const struct nb_text *read_drawing(struct drawing *drawing, struct nb_error *error)
{
    size_t length = strlen(drawing->pages);
    if (drawing->page_count)
        snprintf(drawing->pages + length, sizeof drawing->pages - length, "end %zu\n", drawing->page_count);
    struct input input = {
        .bytes = drawing->pages, .length = strlen(drawing->pages), .lexicon = &form_lexicon};
    return input_read(drawing->arena, &input, error);
}

/* The text with "|" for the end of a cell, "/" of a row, "#" of a table, "<" and "^" for covered positions,
 * "~" for a line's end.
 */
static const char *shown(struct drawing *drawing)
{
    struct nb_error error = {{0}};
    const struct nb_text *text = read_drawing(drawing, &error);
    if (!text)
        return arena_printf(drawing->arena, "refused: %s", error.message);
    char *copy = arena_strndup(drawing->arena, text->bytes, text->length);
    for (char *at = copy; *at; at++) {
        static const char from[] = {
            UNIT_SEPARATOR, RECORD_SEPARATOR, GROUP_SEPARATOR, SPAN_LEFT, SPAN_ABOVE, '\n', 0};
        const char *found = strchr(from, *at);
        if (found)
            *at = "|/#<^~"[found - from];
    }
    return copy;
}

static void check_at(int line, struct drawing *drawing, const char *expected)
{
    const char *text = shown(drawing);
    CU_ASSERT_STRING_EQUAL(text, expected);
    if (strcmp(text, expected) != 0)
        printf("\n  line %d\n  got      %s\n  expected %s\n", line, text, expected);
    arena_free(drawing->arena);
}

#define check(drawing, expected) check_at(__LINE__, drawing, expected)

static void draw_border(struct drawing *drawing, int x0, int y0, int x1, int y1)
{
    draw(drawing, 'h', y0, x0, x1);
    draw(drawing, 'h', y1, x0, x1);
    draw(drawing, 'v', x0, y0, y1);
    draw(drawing, 'v', x1, y0, y1);
}

/* A box of four lines, 2 points off the box beside it. */
static void draw_box(struct drawing *drawing, int row, int column, int columns)
{
    draw_border(drawing, 51 + 100 * column, 101 + 20 * row, 49 + 100 * (column + columns), 119 + 20 * row);
}

/* Words of characters 20 points wide. */
static void write_large(struct drawing *drawing, int x, int y, int height, const char *text)
{
    for (size_t i = 0; text[3 * i]; i++, x += 20) {
        size_t length = strlen(drawing->chars);
        snprintf(drawing->chars + length, sizeof drawing->chars - length, "c %d00 %d00 %d00 %d00 %.3s\n", x,
                 y, x + 20, y + height, text + 3 * i);
        drawing->char_count++;
    }
}

/* A word whose middle is at `middle`. */
static void write_centred(struct drawing *drawing, int middle, int y, const char *text)
{
    int width = 0;
    for (const char *at = text; *at; at += utf8_length((unsigned char)*at))
        width += utf8_length((unsigned char)*at) > 1 ? 10 : 5;
    write_at(drawing, middle - width / 2, y, text);
}

enum { COLUMNS = 4 };
static const int middles[COLUMNS] = {240, 300, 345, 380};

/* The same value under the middles of the columns. */
static void write_values(struct drawing *drawing, int y, const char *text)
{
    for (int c = 0; c < COLUMNS; c++)
        write_centred(drawing, middles[c], y, text);
}

/* A head whose first label and last are broken where the columns are narrow. */
static void write_head(struct drawing *drawing)
{
    write_centred(drawing, middles[0], 55, "自然人");
    write_centred(drawing, middles[1], 50, "商业");
    write_centred(drawing, middles[1], 60, "企业");
    write_centred(drawing, middles[2], 50, "科研");
    write_centred(drawing, middles[2], 60, "机构");
    write_centred(drawing, middles[3], 50, "总");
    write_centred(drawing, middles[3], 60, "计");
}

#define HEAD "|自然人|商业企业|科研机构|总计|/"

/* ---- drawings in words ---- */

/* clang-format off */
/* What is drawn, in parts that "; " sets apart, and the text that is read of it. A part is a verb and its numbers,
 * of which the first of h and v may be several, 100,120; and words up to its end:
 *   h Y X0 X1 | v X Y0 Y1                 lines across and down
 *   grid Y ROWS COLUMNS                   draw_grid();  cells Y CELLS: write_cells()
 *   border X0 Y0 X1 Y1 | box ROW COLUMN COLUMNS
 *   at X Y WORDS | mid X Y WORDS          words that begin at a place, or have their middle there
 *   large X Y HEIGHT WORDS | tall X Y HEIGHT WORDS
 *                                         larger characters; as large ones of a font whose boxes are higher
 *   head | values Y WORDS                 write_head(), and the same value under the middles of its columns
 *   page                                  the page ends, as the last one does by itself
 */
/* clang-format on */
struct sheet_case {
    int line; /* of this source */
    const char *drawn, *expected;
};

enum verb { ACROSS, DOWN, GRID, CELLS, BORDER, BOX, AT, MIDDLE, LARGE, TALL, LABELS, VALUES, PAGE, VERBS };
enum { MOST_NUMBERS = 4 };

static const struct {
    const char *name;
    size_t numbers;
} verbs[VERBS] = {{"h", 3},   {"v", 3},     {"grid", 3}, {"cells", 1}, {"border", 4}, {"box", 3}, {"at", 2},
                  {"mid", 2}, {"large", 3}, {"tall", 3}, {"head", 0},  {"values", 1}, {"page", 0}};

static void draw_part(struct drawing *drawing, enum verb verb, const int *n, const char *words)
{
    switch (verb) {
    case ACROSS:
    case DOWN:
        draw(drawing, *verbs[verb].name, n[0], n[1], n[2]);
        break;
    case GRID:
        draw_grid(drawing, n[0], n[1], n[2]);
        break;
    case CELLS:
        write_cells(drawing, n[0], words);
        break;
    case BORDER:
        draw_border(drawing, n[0], n[1], n[2], n[3]);
        break;
    case BOX:
        draw_box(drawing, n[0], n[1], n[2]);
        break;
    case AT:
        write_at(drawing, n[0], n[1], words);
        break;
    case MIDDLE:
        write_centred(drawing, n[0], n[1], words);
        break;
    case LARGE:
        write_large(drawing, n[0], n[1], n[2], words);
        break;
    case TALL:
        write_tall(drawing, n[0], n[1], n[2], words);
        break;
    case LABELS:
        write_head(drawing);
        break;
    case VALUES:
        write_values(drawing, n[0], words);
        break;
    default:
        end_page(drawing);
    }
}

/* One part; of several first numbers, once for each. */
static void read_part(struct drawing *drawing, const char *part)
{
    size_t length = strcspn(part, " ");
    enum verb verb = ACROSS;
    while (verb < VERBS && (strncmp(verbs[verb].name, part, length) != 0 || verbs[verb].name[length]))
        verb++;
    CU_ASSERT_FATAL(verb < VERBS);
    const char *first = part + length, *at = first + strspn(first, " ");
    int n[MOST_NUMBERS] = {0};
    at += strspn(at, "-0123456789,");
    for (size_t i = 1; i < verbs[verb].numbers; i++)
        n[i] = (int)strtol(at, (char **)&at, 10);
    for (bool more = true; more; first += more) {
        n[0] = (int)strtol(first, (char **)&first, 10);
        draw_part(drawing, verb, n, *at ? at + 1 : at);
        more = *first == ',';
    }
}

static void check_cases(const struct sheet_case *cases, size_t count)
{
    for (const struct sheet_case *at = cases; at < cases + count; at++) {
        struct drawing *drawing = begin();
        char *parts = arena_strdup(drawing->arena, at->drawn);
        for (char *part = parts, *next; part; part = next) {
            next = strstr(part, "; ");
            if (next)
                *next = '\0', next += 2;
            read_part(drawing, part);
        }
        end_page(drawing);
        check_at(at->line, drawing, at->expected);
    }
}

/* clang-format off */
#define DRAWN(drawn, expected) {__LINE__, drawn, expected}
/* clang-format on */

static const struct sheet_case cases[] = {
    DRAWN("grid 100 2 2; cells 100 规章|12/|0.5", "#规章|12|/|0.5|/#~"),
    /* A sheet wider than the paper: the next page has its last column, which may begin in the margin. */
    DRAWN("grid 100 3 2; cells 100 |自然人/规章|5/行政许可|3; page; grid 100 3 1; cells 100 总计/9/4",
          "#|自然人|总计|/规章|5|9|/行政许可|3|4|/#~"),
    DRAWN("at 100 80 规章; at 200 80 5; at 300 80 3; at 100 100 行政许可; at 200 100 6; at 300 100 4; at 220 "
          "60 法人或其他组织; "
          "page; "
          "at 20 60 法人或其他组织; at 100 80 3; at 130 80 8; at 100 100 4; at 130 100 9",
          "法人或其他组织~#规章|5|3|8|/行政许可|6|4|9|/#~"),
    /* Sheets follow each other down and then over, or over and then down. */
    DRAWN("grid 100 3 2; cells 100 |自然人/规章|5/行政许可|3; page; grid 100 2 2; cells 100 "
          "行政处罚|6/行政强制|2; page; "
          "grid 100 3 1; cells 100 总计/9/4; page; grid 100 2 1; cells 100 8/7",
          "#|自然人|总计|/规章|5|9|/行政许可|3|4|/行政处罚|6|8|/行政强制|2|7|/#~"),
    DRAWN("grid 100 3 2; cells 100 |自然人/规章|5/行政许可|3; page; grid 100 3 1; cells 100 总计/9/4; page; "
          "grid 100 2 2; cells 100 行政处罚|6/行政强制|2; page; grid 100 2 1; cells 100 8/7",
          "#|自然人|总计|/规章|5|9|/行政许可|3|4|/行政处罚|6|8|/行政强制|2|7|/#~"),
    /* Labels of a head beside each other, which their cells wrap, are of one line, whatever lines they make.
     */
    DRAWN("at 20 40 行政复; at 20 50 议; mid 245 45 行政诉讼; at 120 75 未经复议直接起诉; at 270 75 "
          "复议后起诉; at 20 100 结果; at 20 110 维持; at 70 100 总; at 70 110 计; at 120,270 107 结果; at "
          "120,270 117 维持; at 170,320 107 总; at 170,320 117 计; at 20,70,120,170 140 3; at 270,320 140 4",
          "#行政复议|||行政诉讼|||/||未经复议直接起诉||复议后起诉||/"
          "结果维持|总计|结果维持|总计|结果维持|总计|/3|3|3|3|4|4|/#~"),
    /* Of two labels of the form on both sides of a page break neither goes on with the other. */
    DRAWN("h 400,420 50 350; v 50,150,350 400 420; cells 400 行政复议|行政诉讼; page; h 50,90,110 50 350; v "
          "50,150,350 50 110; "
          "v 250 50 110; h 70 150 350; at 55 65 总计; at 155 55 未经复议直接起诉; at 255 55 复议后起诉; at "
          "155,255 75 总计; cells 90 5|3|4",
          "#行政复议|行政诉讼|<|/总计|未经复议直接起诉|复议后起诉|/^|总计|总计|/5|3|4|/#~"),
    /* Where the label of a column and its value stand in one cell, the lines across are not all of them. */
    DRAWN("h 50,70,110 50 350; v 50,150,250,350 50 110; cells 50 "
          "行政复议|行政诉讼|复议后起诉/结果维持|结果纠正|总计; at 55 95 3; at 155 95 4",
          "#行政复议|行政诉讼|复议后起诉|/结果维持|结果纠正|总计|/3|4||/#~"),
    /* A head within lines, and what it stands over without: on the next page, or behind rows that have lines.
     */
    DRAWN("h 400,420 50 350; v 50,150,350 400 420; at 55 405 行政; at 155 405 行政诉讼; page; at 55 20 复议; "
          "at 155 50 未经复议直接起诉; at 255 50 "
          "复议后起诉; at 55 75 结果维持; at 105 75 总计; at 155,255 75 结果维持; at 205,305 75 总计; at "
          "55,105,155,205 100 3; at 255,305 100 4",
          "#行政复议||行政诉讼||||/||未经复议直接起诉||复议后起诉||/"
          "结果维持|总计|结果维持|总计|结果维持|总计|/3|3|3|3|4|4|/#~"),
    DRAWN("grid 400 2 3; cells 400 |自然人|总计/规章|4|5; grid 450 1 3; cells 450 行政许可|3|6; page; at 55 "
          "40 行政处罚; at 155 40 2; at 255 40 8",
          "#|自然人|总计|/规章|4|5|/行政许可|3|6|/行政处罚|2|8|/#~"),
    /* So is one whose label takes the place of that one, too, whatever is read of it. */
    DRAWN("h 400 50 350; h 420 130 350; v 50,130,250,350 400 440; h 440 130 350; at 55 405 （五）不予; at "
          "135 405 "
          "1.信访举报投诉; at 255 405 4; at 135 425 2.重复申请; at 255 425 5; page; "
          "h 50,70 50 350; v 50,250,350 30 70; at 55 55 处量.要求提供公开出版物; at 255 55 7; "
          "at 55 75 四、结转下年度继续办理; at 255 75 0; h 90 50 350; v 50,250,350 70 90",
          "#（五）不予|1.信访举报投诉|4|/^|2.重复申请|5|/处量.要求提供公开出版物|<|7|/"
          "四、结转下年度继续办理|<|0|/#~"),
    /* A row that begins a page where a label beside rows has ended is another row. */
    DRAWN("grid 440 2 3; cells 440 三、本年度办理结果|（六）其他处理|4/|（七）总计|5; page; h 50,70 50 350; "
          "v 50,250,350 50 70; at 55 55 "
          "四、结转下年度继续办理; at 255 55 0",
          "#三、本年度办理结果|（六）其他处理|4|/|（七）总计|5|/四、结转下年度继续办理|<|0|/#~"),
    DRAWN("h 440,480 50 350; h 460 150 350; v 50,150,250,350 440 480; at 55 445 （五）不予处理; at 155 445 "
          "2.重复申请; at 255 445 4; at 155 465 "
          "3.其他; at 255 465 5; page; h 50,70 50 350; v 50,250,350 50 70; at 55 55 "
          "（六）其他处理; at 255 55 0",
          "#（五）不予处理|2.重复申请|4|/^|3.其他|5|/（六）其他处理|<|0|/#~"),
    /* Labels of columns that a page cuts are of the line of those that it does not cut. */
    DRAWN("at 20 450 行政复议; at 120 450 复议后起诉; at 70,170 480 总计; at 20,120 480 结果; page; at "
          "20,120 20 维持; at 20,120 50 3; at 70,170 50 4",
          "#行政复议||复议后起诉||/结果维持|总计|结果维持|总计|/3|4|3|4|/#~"),
    /* A left side that is not drawn is where the uppermost line begins, though a page cuts the cell there. */
    DRAWN("h 440 50 350; h 460 150 350; v 150 440 480; v 250 460 480; at 55 450 （本列数据; at 155 445 "
          "申请人情况; at 155 465 自然人; at 255 465 总计",
          "#（本列数据|申请人情况|<|/^|自然人|总计|/#~"),
    /* Rows that end at an inner edge of the table before are not the rest of it. */
    DRAWN("grid 400 2 3; cells 400 |自然人|总计/规章|4|5; page; grid 50 1 2; cells 50 行政许可|3",
          "#|自然人|总计|/规章|4|5|/#~#行政许可|3|/#~"),
    /* Lines of prose, or a head beside values, stand on a page of their own. */
    DRAWN("grid 100 3 2; cells 100 |自然人/规章|5/行政许可|3; page; grid 120 2 1; cells 120 总计/9",
          "#|自然人|/规章|5|/行政许可|3|/#~总计9~"),
    /* The first column's label covers two rows, the head two columns. Borders are drawn in pieces, and
       double. */
    DRAWN("h 100,120 50 350; h 140 150 250; h 141 249 350; h 160 50 350; v 50 100 160; v 150 100 130; v 151 "
          "130 160; "
          "v 250 120 160; v 350 100 160; cells 100 |行政诉讼/合计||7",
          "#|行政诉讼|<|/合计||7|/^|||/#~"),
    /* Cells that stand apart within the border of their table: what is between them is no cell. */
    DRAWN("border 48 98 352 162; box 0 0 1; box 0 1 2; box 1 0 1; box 1 1 1; box 1 2 1; box 2 0 1; box 2 1 "
          "1; box 2 2 1; "
          "cells 100 |行政诉讼/合计||7/|3",
          "#|行政诉讼|<|/合计||7|/|3||/#~"),
    /* Below a table with a border around its cells stands another, whose border is not drawn where the page
       ends. */
    DRAWN("border 48 98 252 122; border 51 101 149 119; border 151 101 249 119; border 51 124 149 160; "
          "border 151 124 249 160; cells 100 规章|12; cells 126 行政许可|3",
          "#规章|12|/#~#行政许可|3|/#~"),
    /* A line whose ends are exchanged, as no page has it, is none, and reading comes to an end. */
    /* Lines down part the labels of columns, but not what stands over several; across none is drawn between.
     */
    DRAWN("h 50,90,110 50 350; v 50,250,350 50 110; v 150 70 110; at 130 55 行政复议; at 75 75 结果维持; at "
          "175 75 "
          "结果纠正; at 290 65 总计; at 100 95 1; at 200 95 2; at 300 95 3",
          "#行政复议|<|总计|/结果维持|结果纠正|^|/1|2|3|/#~"),
    DRAWN("grid 100 1 2; h 110 200 60; cells 100 规章|12", "#规章|12|/#~"),
    /* Where a page cuts a table, one of its sides goes on down to the edge of the paper. */
    DRAWN("h 100,120 50 250; v 50,150 100 140; v 250 100 500; cells 100 规章|12/行政许可|3",
          "#规章|12|/行政许可|3|/#~"),
    /* A frame with two columns around a table is none of its own. */
    DRAWN("border 20 60 380 300; v 45 60 300; at 25 70 甲; grid 100 1 2; cells 100 规章|12",
          "甲~#规章|12|/#~"),
    /* The rest of a label below the last line of a page. */
    DRAWN("grid 400 1 2; cells 400 |自然; at 155 425 人; page; grid 100 1 2; cells 100 规章|12",
          "#|自然人|/规章|12|/#~"),
    /* Over the number of its page a table may be drawn: it is in none of the cells. */
    DRAWN("grid 100 2 2; cells 100 规章|12/行政许可|3; at 200 128 1 / 2; page; grid 100 1 2; cells 100 "
          "行政处罚|4; at 200 128 2 "
          "/ 2",
          "#规章|12|/行政许可|3|/行政处罚|4|/#~"),
    DRAWN("grid 100 2 2; cells 100 规章|12/行政许可|3; at 200 128 1; page; grid 100 2 2; cells 100 "
          "行政处罚|4/行政强制|5; at 200 "
          "128 2",
          "#规章|12|/行政许可|3 1|/行政处罚|4|/行政强制|5 2|/#~"),
    /* What does not find room at the foot of a page hangs over the lowest line. */
    DRAWN("grid 100 1 2; at 55 105 总; at 55 116 计; at 155 105 12", "#总计|12|/#~"),
    /* The cells of a column in which nothing stands are 2 points wide; a border of two lines, as far apart,
       is one. */
    DRAWN("grid 100 2 2; v 152 100 140; border 48 98 252 142; cells 100 规章|12", "#规章||12|/|||/#~"),
    /* Where all lines are drawn double there is no column between two. */
    DRAWN("grid 100 2 2; h 98 48 250; v 48 98 140; h 118 48 250; v 148 98 140; h 138 48 250; v 248 98 140; "
          "cells 100 规章/|12",
          "#规章||/|12|/#~"),
    /* A frame around a page's words and its table, close to the table's own border, on the second page
       without an end. */
    DRAWN("h 60 48 252; v 48,252 60 500; h 500 48 252; at 55 70 甲; grid 100 1 2; at 55 105 规章; at 155 105 "
          "12; page; "
          "h 60 48 252; v 48,252 60 500; at 55 70 丙; grid 100 1 2; at 55 105 规范性文件; at 155 105 12",
          "甲~#规章|12|/#~丙~#规范性文件|12|/#~"),
    /* Lines down that part no rows: a number below a label that is wrapped is none of its words. */
    DRAWN("h 100,140 50 250; v 50,150,250 100 140; mid 100 101 结果; mid 100 112 维持; mid 200 101 结果; mid "
          "200 112 纠正; "
          "mid 100 127 0; mid 200 127 5",
          "#结果维持|结果纠正|/0|5|/#~"),
    /* Nor below a head whose cells are drawn. */
    DRAWN("h 100,120,180 50 350; v 50,150,250,350 100 180; cells 100 信息内容|本年新制作数量|本年新公开数量; "
          "at 55 125 规章; "
          "at 155,255 125 1; at 55 150 规范性文件; at 155,255 150 2",
          "#信息内容|本年新制作数量|本年新公开数量|/规章|1|1|/规范性文件|2|2|/#~"),
    /* Numbers that found no room on one line are no rows; those between which another line finds room are. */
    DRAWN("h 100,130 50 200; v 50,150,175,200 100 130; at 55 110 规章; at 155 103 123; at 155 113 45; at 180 "
          "103 678; "
          "at 180 113 90",
          "#规章|12345|67890|/#~"),
    DRAWN("h 100,150 50 195; v 50,150,165,180,195 100 150; at 55 105 规章; at 155,170,185 105 1; at 55 130 "
          "规范性文件; "
          "at 155,170,185 130 2",
          "#规章|1|1|1|/规范性文件|2|2|2|/#~"),
    /* Lines across with nothing at the sides are closed there; a line below words is no table; strokes of
       glyphs are no lines. */
    DRAWN("at 50 50 标题; h 61 50 70; h 100,120,140 50 250; v 150 100 140; at 55 105 一一; h 110 56 64; h "
          "110 66 74; "
          "at 155 105 3",
          "标题~#一一|3|/||/#~"),
    /* A label over several lines is one; numbers below one another stay two, but one that is too wide for its
       cell goes on. */
    DRAWN("h 100,130,160,175,190 50 130; v 50,100,130 100 190; at 55 105 不予公; at 55 117 开; at 105 105 3; "
          "at 105 117 4; "
          "at 105 135 1234; at 105 147 56; at 105 163 7; at 105 178 8",
          "#不予公开|3~4|/|123456|/|7|/|8|/#~"),
    /* Lines that part no values make no cells: lines down without any across, lines across without any down.
     */
    DRAWN("h 100,180 50 350; v 50,150,250,350 100 180; cells 100 规章|1|2/规范性文件|3|4/行政许可|5|6",
          "#规章|1|2|/规范性文件|3|4|/行政许可|5|6|/#~"),
    DRAWN("h 100,120,140,160 50 350; v 50,350 100 160; v 58 100 160; cells 100 "
          "规章|1|2/规范性文件|3|4/行政许可|5|6",
          "#规章|1|2|/规范性文件|3|4|/行政许可|5|6|/#~"),
    /* Black lines that stand closer than they are told apart are one wall, as thick as all of them. */
    DRAWN("h 100,140 50 250; h 120 50 150; h 121,122 50 55; h 123 150 250; v 50,150,250 100 140; cells 100 "
          "规章|1; "
          "at 55 128 总计; at 155 128 2",
          "#规章|1|/总计|2|/#~"),
    /* A number that found no room for its last digit: how much cells keep free tells neither a mark that
     * hangs over a side nor what stands where there is no room for two, and rules are drawn a little off. */
    DRAWN("h 100,130,160,190 50 124; v 50,100,124 100 190; at 55 105 规章; at 52 135 属于国，; at 105 165 "
          "12; at 105 177 3",
          "#规章||/属于国，||/|123|/#~"),
    DRAWN("h 100,130,160,190 50 124; v 50,100,124 100 190; at 55 105 规章; at 101 135 总; at 105 165 12; at "
          "105 177 3",
          "#规章||/|总|/|123|/#~"),
    /* A mark that may not begin a line stands over the side of its cell. */
    DRAWN("grid 100 1 2; at 55 105 区分处理的; at 146 105 ，; at 155 105 1", "#区分处理的 ，|1|/#~"),
    /* Below the last row of a page the sides of the table go on, with no lines between columns. */
    DRAWN(
        "grid 400 1 3; v 50,350 420 490; cells 400 规章|1|2; page; grid 50 1 3; cells 50 行政规范性文件|4|5",
        "#规章|1|2|/行政规范性文件|4|5|/#~"),
    /* What stands in the middle of a row that the page cuts may be printed below its lines, or above those of
       the next page. */
    DRAWN("grid 400 1 3; cells 400 行政规范; at 155,255 425 5; page; grid 50 2 3; cells 50 性文件/规章|8|8",
          "#行政规范性文件|5|5|/规章|8|8|/#~"),
    DRAWN("grid 400 1 3; cells 400 行政规范; page; at 155,255 35 5; grid 50 2 3; cells 50 性文件/规章|8|8",
          "#行政规范性文件|5|5|/规章|8|8|/#~"),
    DRAWN("grid 400 1 3; at 155 405 2．没有; at 55 425 (四)无法提供; page; grid 50 1 3; cells 50 |现成信息|5",
          "#(四)无法提供|2．没有现成信息|5|/#~"),
    /* A heading of few words that stands there is none, nor is a line of words that the sides of the columns
       cross. */
    DRAWN("grid 400 1 3; cells 400 规章|1|2; at 55 425 附表如下; page; at 55 35 附表; grid 50 1 3; cells 50 "
          "行政许可|8|8",
          "#规章|1|2|/#~附表如下附表~#行政许可|8|8|/#~"),
    DRAWN("grid 400 1 3; cells 400 规章|1|2; at 55 425 以上为本年制发的各类文件的数量; page; grid 50 1 3; "
          "cells 50 行政许可|8|8",
          "#规章|1|2|/#~以上为本年制发的各类文件的数量~#行政许可|8|8|/#~"),
    /* Nor is the number of the page, which each page has there. */
    DRAWN(
        "grid 400 1 3; cells 400 行政规范; at 155 425 5; at 255 425 1; at 155,255 450 6; page; grid 50 2 3; "
        "cells 50 性文件/规章|8|8; at 255 425 2; page; at 55 50 完; at 255 425 3",
        "#行政规范性文件|5~6|6|/规章|8|8|/#~完~"),
    /* A head that is printed again stands somewhere above; over it stands what the page cuts. */
    DRAWN(
        "grid 360 3 3; cells 360 规章|4|4/申请人情况|科研机构社会公益|法律服务机构商业/行政规范; page; grid "
        "50 3 3; "
        "cells 50 申请人情况|科研机构社会公益|法律服务机构商业/性文件/行政许可|8|8; at 185 62 5; at 285 62 6",
        "#规章|4|4|/申请人情况|科研机构社会公益|法律服务机构商业|/行政规范性文件|5|6|/行政许可|8|8|/#~"),
    /* A value is of one row, and so is what stands beside it; a label below a bare cell is of the row that
       the others begin with. */
    DRAWN("h 100,120,145 50 350; h 125 250 350; v 50,150,250,350 100 145; cells 100 信息内容|甲|乙; "
          "at 55 128 规章; at 155 128 1; at 255 128 2",
          "#信息内容|甲|乙|/规章|1|2|/#~"),
    DRAWN("h 100,120,145 50 350; h 125 50 150; v 50,150,250,350 100 145; cells 100 信息内容|甲|乙; "
          "at 55 128 规章",
          "#信息内容|甲|乙|/规章|||/#~"),
    /* The row below the head is empty on one page only: what stands there on the other is not over the head.
     */
    DRAWN(
        "grid 360 3 3; cells 360 申请人情况|科研机构社会公益|法律服务机构商业//规章|4|4; page; grid 50 3 3; "
        "cells 50 申请人情况|科研机构社会公益|法律服务机构商业/行政许可|6|7/行政处罚|8|8",
        "#申请人情况|科研机构社会公益|法律服务机构商业|/|||/规章|4|4|/行政许可|6|7|/行政处罚|8|8|/#~"),
    /* A row that the page cuts: the one line across behind the break tells how far it goes, for its sides are
       not drawn. */
    DRAWN("h 400,420 50 350; v 150,250 400 500; cells 400 规章|1|2; page; h 40 50 350; v 150,250,300 0 40; "
          "at 55 15 3; "
          "at 155 15 4; at 255 15 5; at 305 15 6",
          "#规章|1|2|<|/3|4|5|6|/#~"),
    /* Nothing stands in the row that the page cuts, and the next page begins with another table: it was not
       seen empty. */
    DRAWN("grid 400 1 3; v 50,150,250,350 420 500; cells 400 规章|1|2; page; h 50,70 60 300; v 60,120,300 50 "
          "70; at 65 55 3",
          "#规章|1|2|/#~#3||/#~"),
    /* Room at the head of a page, over the head that it repeats, is no row. */
    DRAWN("grid 360 3 3; cells 360 信息内容|甲|乙/规章|1|2/行政许可|3|4; page; h 40 50 350; v 50,350 40 50; "
          "grid 50 2 3; cells 50 信息内容|甲|乙/行政处罚|5|6",
          "#信息内容|甲|乙|/规章|1|2|/行政许可|3|4|/行政处罚|5|6|/#~"),
    /* The label of a row does not stand beside the next one, whose own group is named further below. */
    DRAWN("h 400,420 50 350; v 50,250,350 400 420; at 55 405 规章; at 255 405 1; page; h 50,70 50 350; "
          "v 50,150,250,350 50 70; at 155 55 行政许可; at 255 55 8",
          "#规章|<|1|/|行政许可|8|/#~"),
    /* The page ends within a head: a label that spans its rows goes on, the others are rows of their own. */
    DRAWN("grid 400 1 3; cells 400 自|法人或其他组织; page; grid 50 2 3; cells 50 然人|商业企业/|4",
          "#自然人|法人或其他组织||/^|商业企业||/|4||/#~"),
    /* A table at the top of a page whose cells lie across those of the table above does not go on with it. */
    DRAWN("h 100,120 50 350; v 50,120,200,350 100 120; at 125 105 12; page; h 50,70 50 350; v 50,160,350 50 "
          "70; at 165 55 3",
          "#|12||/#~#|3|/#~"),
    /* The point of an enumerator, set off in all rows, begins no word. */
    DRAWN("head; at 50 80 1; at 57 80 .属于国家秘密; values 80 3; at 50 100 3; at 57 100 "
          ".危及“三安全一稳定”; values 100 4; "
          "at 50 120 4; at 57 120 .保护第三方合法权益; values 120 5",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/3.危及“三安全一稳定”|4|4|4|4|/4.保护第三方合法权益|5|5|5|5|/#~"),
    /* Units that end at one side, a little off their numbers, begin no column, nor go on with a mark above.
     */
    DRAWN(
        "head; at 20 80 1.属于国家秘密; at 236 80 无; mid 300,345,380 80 3; at 20 100 3.危及“三安全一稳定”; "
        "at 225 100 12; at 236 100 件; mid 300,345,380 100 4; at 20 120 4.保护第三方合法权益; at 230 120 5; "
        "at 236 120 件; mid 300,345,380 120 6",
        "#" HEAD
        "1.属于国家秘密|无|3|3|3|/3.危及“三安全一稳定”|12件|4|4|4|/4.保护第三方合法权益|5件|6|6|6|/#~"),
    /* Room within a word of the forms, where no column begins, parts none. */
    DRAWN("mid 150 40 行政复议; at 50 50 结果维持; at 110 50 结果纠正; at 170 50 其他; at 192 50 结果; "
          "at 230 50 尚未审结; at 290 50 总计; mid 70 70 3; mid 191 70 4; mid 250 70 5; mid 300 70 12",
          "#|行政复议||||/结果维持|结果纠正|其他结果|尚未审结|总计|/3||4|5|12|/#~"),
    /* Nor does a point that is a blank off, in one row only. */
    DRAWN("head; at 20 80 3.危及“三安全一稳定”; values 80 3; at 20 100 4.保护第三方; at 20 110 合法权益; "
          "values 100 4; at 20 130 5 .属于三类内; at 20 140 部事务信息; values 130 5",
          "#" HEAD "3.危及“三安全一稳定”|3|3|3|3|/4.保护第三方合法权益|4|4|4|4|/"
          "5.属于三类内部事务信息|5|5|5|5|/#~"),
    /* Values that stand in one line are of one row: they are set all or none on the line of a label just
       below. */
    DRAWN("head; at 20 80 甲类文件; values 86 3; at 20 92 1.属于国家秘密; mid 240,345 92 4; "
          "at 20 110 3.危及“三安全一稳定”; values 110 6",
          "#" HEAD "甲类文件|||||/|3|3|3|3|/1.属于国家秘密|4||4||/3.危及“三安全一稳定”|6|6|6|6|/#~"),
    /* A page ends with the head that the next one repeats. */
    DRAWN(
        "grid 400 2 3; cells 400 规章|12|3/本机关受理的内容|本机关公开的内容|本机关处理的内容; page; "
        "grid 50 3 3; cells 50 本机关受理的内容|本机关公开的内容|本机关处理的内容/行政许可|5|6/行政处罚|7|8",
        "#规章|12|3|/本机关受理的内容|本机关公开的内容|本机关处理的内容|/行政许可|5|6|/行政处罚|7|8|/#~"),
    /* A mark for none below the label of a column is no rest of that. */
    DRAWN("grid 400 1 2; cells 400 结果维持|结果纠正; page; grid 50 1 2; cells 50 ——|5",
          "#结果维持|结果纠正|/——|5|/#~"),
    /* The unit of a number that a page cuts off is the number's. */
    DRAWN("grid 400 1 3; cells 400 规章|33|5件; page; grid 50 2 3; cells 50 |件/行政许可",
          "#规章|33件|5件|/行政许可|||/#~"),
    DRAWN(
        "grid 400 1 3; at 55 405 政府集中采购; at 255 405 4; page; grid 50 2 3; cells 50 |申请人情况/|自然人",
        "#政府集中采购||4|/|申请人情况||/|自然人||/#~"),
    DRAWN("grid 400 1 3; at 55 405 政府集中采购; page; grid 50 2 3; cells 50 |申请人情况/|自然人",
          "#政府集中采购|||/|申请人情况||/|自然人||/#~"),
    /* A header whose last line has run into the row below it, and text behind it: no row that prints nothing.
     */
    DRAWN(
        "at 160 80 行政复议; at 20 100 结果维; at 30 111 持; at 32 114 0; at 90 100 结果纠; at 100 111 正; "
        "at 102 114 0; "
        "at 160 100 其他结果; at 172 114 0; at 230 100 尚未审结; at 242 114 0; at 300 100 总; at 310 111 计; "
        "at 312 114 0; at 20 300 下一步将继续做好政府信息公开工作。",
        "#||行政复议||||/结果维持0|结果纠正0下一步将继续做好政府信息公开工作。0|其他结果|尚未审结0|总|计0|/"
        "#~"),
    /* A letter that is printed twice to look bold, the second time higher, is no stamp, and is read once. */
    DRAWN("at 205 25 总; large 200 20 20 总; grid 100 1 2; cells 100 规章|; large 155 100 20 ４",
          "总~#规章|４|/#~"),
    /* Words across the page, level or one character a line, and the same words where nothing stands are none
       of its text. */
    DRAWN("at 50 20 甲乙丙; large 50 20 60 年度报告全文; grid 100 2 2; cells 100 规章|12/|5; large 52 99 20 "
          "仅供内部使用; "
          "large 52 300 20 仅供内部使用; large 60 121 20 样; large 75 135 20 本; "
          "at 50 200 本表由各科室填报，经核对后汇总，如有疑问请联系办公室。",
          "甲乙丙~年度报告全文~#规章|12|/|5|/#~本表由各科室填报，经核对后汇总，如有疑问请联系办公室。~"),
    /* A paragraph whose first words are of a font with higher boxes, over the number of a page that stands
     * close to it, left and right in turn; a mark hangs over the margin. */
    DRAWN("tall 70 450 14 （一）主动公开。; at 150 453 全年发布信息二千余条; at 50 466 "
          "内容同上年相近，其中解读材料与问答共有四，; "
          "at 50 480 -1-; page; at 50 50 图片共有三十九幅，视频八部，新闻发布会两; tall 50 62 14 13）。; at "
          "335 480 -2-; "
          "page; "
          "at 50 50 办法。; at 50 480 -3-",
          "（一）主动公开。全年发布信息二千余条内容同上年相近，其中解读材料与问答共有四，图片共有三十九幅，视"
          "频八部，新闻发布会两13"
          "）。~办法。~"),
    /* The head is printed again, and a label goes on behind the break. */
    DRAWN("grid 400 2 3; cells 400 信息内容|甲/行政规范|5; at 195 470 - 1 -; page; grid 50 3 3; "
          "cells 50 信息内容|甲/性文件/规章||8; at 195 470 - 2 -",
          "#信息内容|甲||/行政规范性文件|5||/规章||8|/#~"),
    /* A label that has been misread is one over the break, though the form has neither its halves nor both
     * together, where numbers stand on one side only. */
    DRAWN("grid 440 1 3; at 55 445 行故规; at 155 445 5; at 195 470 - 1 -; page; grid 50 2 3; at 55 55 "
          "范牲文件; "
          "at 55 75 规章; at 255 75 8; at 195 470 - 2 -",
          "#行故规范牲文件|5||/规章||8|/#~"),
    DRAWN("grid 440 1 3; at 55 445 行故规; at 155 445 5; at 195 470 - 1 -; page; grid 50 2 3; at 55 55 "
          "范牲文件; "
          "at 155 55 6; at 55 75 规章; at 255 75 8; at 195 470 - 2 -",
          "#行故规|5||/范牲文件|6||/规章||8|/#~"),
    /* Words below words, without a number, are the rest of labels; so is a label below its enumerator. */
    DRAWN("grid 400 1 3; cells 400 信息内容|甲类数量（|乙类数量; page; grid 50 2 3; cells 50 |条）/规章|4|5",
          "#信息内容|甲类数量（条）|乙类数量|/规章|4|5|/#~"),
    DRAWN("grid 400 1 3; cells 400 2．|4|5; page; grid 50 2 3; cells 50 重复申请/其他|6|7",
          "#2．重复申请|4|5|/其他|6|7|/#~"),
    /* Columns of the two pages differ: those of both count. */
    DRAWN("grid 400 1 3; cells 400 规章||1; page; h 50,70 50 350; v 50,250,350 50 70; cells 50 行政许可||2",
          "#规章||1|/行政许可|<|2|/#~"),
    /* Sides nearer than half a character, of another table that the second page draws below the rest of this
     * one: each keeps its columns. */
    DRAWN("grid 400 1 3; cells 400 规章|1; page; grid 50 1 3; h 90 50 350; v 50,146,250,350 70 90; cells 50 "
          "行政许可|2; "
          "at 146 75 5",
          "#规章|<|1||/行政许可|<|2||/|5|<||/#~"),
    /* A label set from top to bottom where there is room for one character only: its columns run from right
       to left. */
    DRAWN("grid 100 1 2; cells 100 计 总|1", "#总计|1|/#~"),
    /* Numbers that run over a side of their cell: through a figure; between two; out of the table. */
    DRAWN("grid 100 3 2; at 133 105 123456; at 140 125 1234; at 243 145 12.5", "#123456||/??|??|/|12.5|/#~"),
    /* The head of a table is narrower than its rows: what is beside it is none of the cell below. */
    DRAWN("grid 100 1 2; h 140 50 270; v 50,150,270 120 140; cells 100 信息内容|总计/行政许可|7",
          "#信息内容|总计||/行政许可|7|<|/#~"),
    /* The numbers of a row stand above the break and its label below; sides are not drawn, and the label
     * beside all rows ends none.
     */
    DRAWN("grid 400 2 3; cells 400 不予公开|属于国家秘密|4/||9; page; h 50,70,90 150 350; v 250,350 50 90; "
          "cells 50 |属于行政查询事项/|重复申请|6",
          "#不予公开|属于国家秘密|4|/|属于行政查询事项|9|/^|重复申请|6|/#~"),
    /* Figures of a row without a label, below those of one that has its own, are the rest of these: no number
       is what one page has of it. */
    DRAWN("grid 460 1 3; cells 460 重复申请|5|13; page; grid 50 2 3; cells 50 |8|/行政许可|1|2",
          "#重复申请|5~8|13|/行政许可|1|2|/#~"),
    /* Two tables that touch have no line in common but the left side. */
    DRAWN("h 100,120 50 350; v 50,110,190,350 100 120; h 120,140 50 300; v 50,150,250,300 120 140; at 55 105 "
          "规章; "
          "at 115 105 1; at 195 105 2; at 55 125 行政许可; at 155 125 3; at 255 125 4",
          "#规章|1|2|/#~#行政许可|3|4|/#~"),
    /* The same where the sides are not drawn: the last columns are not lost. */
    DRAWN("h 100,120,140 50 350; v 110,190 100 120; v 150,250 120 140; at 55 105 规章; at 115 105 1; "
          "at 195 105 2; at 55 125 行政许可; at 155 125 3; at 255 125 4",
          "#规章|1|2|/#~#行政许可|3|4|/#~"),
    /* Low room is a row where a cell is drawn in it, and none between lines that end at different columns. */
    DRAWN("grid 100 1 2; h 126 50 250; v 50,150,250 120 126; cells 100 规章|12", "#规章|12|/||/#~"),
    DRAWN("h 100 50 250; h 120 50 150; h 126 150 250; h 146 50 250; v 50,150,250 100 146; cells 100 规章|12; "
          "at 55 131 行政许可; at 155 131 7",
          "#规章|12|/行政许可|7|/#~"),
    /* 无 of a label that runs down in two columns is no value. */
    DRAWN("at 70 70 信息内容; at 200 70 自然人; at 260 70 总计; at 40 110 法; at 60 110 无; at 90 110 "
          "2.重复申请; at 200 110 1; "
          "at 260 110 1; at 90 130 3.其他; at 200 130 4; at 260 130 4; at 90 150 （七）总计; at 200 150 5; "
          "at 260 150 5",
          "#信息内容|自然人|总计|/2.重复申请|1|1|/法无|||/3.其他|4|4|/（七）总计|5|5|/#~"),
    /* Digits close below others are the next row's where their column has room: a label that is set wide
       names no row. */
    DRAWN("at 50 50 信息内容; mid 200 50 本年制发件数; mid 300 50 现行有效件数; at 50 62 规章; mid 200 62 7; "
          "mid 300 62 12; "
          "at 50 73 规; at 65 73 范; at 80 73 性文件; mid 200 73 0; mid 300 73 3; at 50 110 行政许可; mid "
          "200 110 5; "
          "mid 300 110 6; at 50 150 行政处罚; mid 200 150 8; mid 300 150 9",
          "#信息内容|本年制发件数|现行有效件数|/规章|7|12|/规范性文件|0|3|/行政许可|5|6|/行政处罚|8|9|/#~"),
    /* A tenth of a unit parts a label from a number where a column begins. */
    DRAWN("large 50 70 20 信息内容; large 152 70 20 总计; large 230 70 20 其他; large 50 110 20 规章; large "
          "152 110 20 ４; "
          "large 230 110 20 ５; large 70 150 20 行政规范; large 152 150 20 ６; large 230 150 20 ７; large 70 "
          "172 20 性文件; "
          "large 50 210 20 行政处罚; large 152 210 20 ８; large 230 210 20 ９",
          "#信息内容|总计|其他|/规章|４|５|/行政规范性文件|６|７|/行政处罚|８|９|/#~"),
    /* Without rules the places of words tell their columns; what stands before and behind is prose. */
    DRAWN("at 50 60 二、主动公开政府信息情况; at 50 100 信息内容; at 150 100 本年制发件数; at 240 100 "
          "本年废止件数; "
          "at 330 100 现行有效件数; at 50 120 规章; at 150 120 7; at 240 120 0; at 330 120 9556; at 50 140 "
          "行政规范性文件; "
          "at 150 140 12; at 330 140 81; at 50 180 以上数字截至年底。",
          "二、主动公开政府信息情况~#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|7|0|9556|/"
          "行政规范性文件|12||81|/"
          "#~以上数字截至年底。~"),
    /* Where no rules are drawn, the last digits of a number, its unit, or the half of a dash may stand below:
     * beside the row's other numbers, or half a line below them, or on the line of the row's label. */
    DRAWN("at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
          "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 60; at 20 150 规范性文件; at 152 150 4; at "
          "232 150 0; "
          "at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 12; at 310 162 34",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|1234|/"
          "规章|4|0|60|/#~"),
    /* So do those that are alone on their line, though a number of the column found more room. */
    DRAWN(
        "at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
        "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 600; at 20 150 规范性文件; at 152 150 4; at "
        "232 150 0; at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 12; at 310 162 34",
        "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|600|/规范性文件|4|0|1234|/"
        "规章|4|0|60|/#~"),
    DRAWN("at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
          "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 60; at 20 156 规范性文件; at 152 156 4; at "
          "232 156 0; "
          "at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 12; at 310 162 34",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|1234|/"
          "规章|4|0|60|/#~"),
    DRAWN("at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
          "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 60; at 20 162 规范性文件; at 152 162 4; at "
          "232 162 0; "
          "at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 12; at 310 162 34",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|1234|/"
          "规章|4|0|60|/#~"),
    DRAWN("at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
          "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 60; at 20 150 规范性文件; at 152 150 4; at "
          "232 150 0; "
          "at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 12; at 310 162 件",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|12件|/"
          "规章|4|0|60|/#~"),
    DRAWN("at 20 90 信息内容; at 120 90 本年新制作数量; at 200 90 本年新公开数量; at 285 90 对外公开总数量; "
          "at 20 120 规章; at 152 120 4; at 232 120 0; at 310 120 60; at 20 156 规范性文件; at 152 156 4; at "
          "232 156 0; "
          "at 20 190 规章; at 152 190 4; at 232 190 0; at 310 190 60; at 310 150 —; at 310 162 —",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|——|/"
          "规章|4|0|60|/#~"),
    /* The end of a page parts two numbers, which stand a little higher than the others of the row, from their
     * units. */
    DRAWN(
        "at 20 400 信息内容; at 120 400 本年新制作数量; at 200 400 本年新公开数量; at 285 400 "
        "对外公开总数量; "
        "at 20 430 规章; at 152 430 4; at 232 430 0; at 310 430 60; at 20 484 规范性文件; at 152 484 4件; at "
        "232,310 480 7; page; at 230,308 8 件; at 20 30 规章; at 152 30 4; at 232 30 0; at 310 30 60",
        "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4件|7件|7件|/"
        "规章|4|0|60|/#~"),
    /* Numbers of a row at the same height of two pages are no header. */
    DRAWN("at 150 20 4; at 200 20 5; at 250 20 6; at 50 200 情况见表。; page; at 150 20 7; at 200 20 5; at "
          "250 20 6; "
          "at 50 200 说明如下。",
          "4 5 6情况见表。~7 5 6说明如下。~"),
    /* A browser draws the sides of a row that goes on across the margin, where it prints the file's name. */
    DRAWN("h 400 50 350; v 50,150,250,350 400 500; cells 400 行政许可|3; at 60 480 "
          "file:///srv/reports/sheet.html 1/2; "
          "page; grid 50 1 3; cells 50 规章|12; at 60 480 file:///srv/reports/sheet.html 2/2",
          "#行政许可|3||/规章|12||/#~"),
    /* Two points part the labels of columns, a unit stands below its number, and the second page repeats the
       head. */
    DRAWN(
        "at 60 50 信息内容; at 122 50 本年制发件数; at 184 50 本年废止件数; at 246 50 现行有效件数; at 60 80 "
        "规章; "
        "at 140 80 7件; at 205 74 9556; at 210 86 件; at 265 80 65件; page; at 60 50 信息内容; at 122 50 "
        "本年制发件数; "
        "at 184 50 本年废止件数; at 246 50 现行有效件数; at 60 80 行政规范性文件; at 145 80 31; at 205 80 8; "
        "at 265 80 0",
        "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|7件|9556件|65件|/行政规范性文件|31|8|0|/#~"),
    /* A row that stands among the columns is of another table, and where its value stands tells no column. */
    DRAWN("head; at 24 85 规章; values 85 7; at 24 100 行政许可; values 100 7; at 290 115 行政规范性文件; "
          "mid 380 115 7",
          "#|自然人|商业企业|科研机构|总计|/规章|7|7|7|7|/行政许可|7|7|7|7|/行政规范性文件|7|/#~"),
    /* Rows without room between them: the words of the forms tell where a label ends, and numbers stand in
     * the middle of theirs. Columns are those of the labels that have the same middle, though cells are
     * empty. */
    DRAWN("head; mid 120 80 2.其他法律行政法规; mid 120 90 禁止公开; mid 300 85 100; mid 380 85 100; "
          "mid 120 100 4.保护第三方; mid 120 110 合法权益; mid 240 105 7; mid 380 105 7",
          "#" HEAD "2.其他法律行政法规禁止公开||100||100|/4.保护第三方合法权益|7|||7|/#~"),
    /* Cells of side labels and of labels stand close to each other: another base, a side that words above
     * have and another enumerator part them; and numbers a little above or below their label are its row's.
     */
    DRAWN("head; at 24 84 三、本; at 24 94 年度办; at 24 104 理结果; at 56 100 (二)部分公开; mid 240 100 7; "
          "mid 380 100 7",
          "#|" HEAD "三、本年度办理结果|(二)部分公开|7|||7|/#~"),
    DRAWN("head; at 48 85 4.保护第三方合法; at 24 97 (三); at 48 97 权益; at 24 109 不予; at 24 121 公开; "
          "mid 240 91 7; "
          "mid 380 91 7",
          "#||" HEAD "|(三)不予公开|4.保护第三方合法权益|7|||7|/#~"),
    DRAWN("head; at 24 100 三、本年度办理结果; at 136 104 1.属于国家秘密; mid 240 100 7; mid 380 100 7",
          "#|" HEAD "三、本年度办理结果|1.属于国家秘密|7|||7|/#~"),
    /* Where a bracket, a number or 无, which may be one, stands two points off a label, a column begins if it
     * does so on other lines.
     */
    DRAWN("head; at 2 110 三、; at 2 120 本年; at 2 130 度办; at 2 140 理结; at 2 150 果; at 24 130 (四); at "
          "24 140 无; "
          "at 24 150 法; at 24 160 提; at 24 170 供; at 46 130 1.本机关不掌握相关政府信息; values 130 7; "
          "at 46 150 2.没有现成信息需要另行制作; values 150 3; at 46 170 3.补正后申请内容仍不明确; values "
          "170 3",
          "#||" HEAD "三、本年度办理结果|(四)无法提供|1.本机关不掌握相关政府信息|7|7|7|7|/"
          "||2.没有现成信息需要另行制作|3|3|3|3|/"
          "||3.补正后申请内容仍不明确|3|3|3|3|/#~"),
    /* A number is set on two lines around the numbers of its row, in a table whose rows are as close as lines
     * and have no labels.
     */
    DRAWN("mid 50 50 结果维持; mid 50 85 4; mid 110 50 结果纠正; mid 110 85 4; mid 170 50 其他结果; mid 170 "
          "85 4; "
          "mid 230 45 总; mid 230 55 计; mid 230 80 1; mid 230 90 2; at 10 110 1.属于国家秘密; at 10 121 "
          "8.属于行政查询事项",
          "#|结果维持|结果纠正|其他结果|总计|/|4|4|4|12|/1.属于国家秘密|||||/8.属于行政查询事项|||||/#~"),
    /* A line that the end of a page cuts, which browsers print on both: with a piece of its label, and with
       numbers alone. */
    DRAWN("head; at 50 80 1.属于国家秘密; values 80 3; values 110 7; at 50 103 4.无正当理由; page; values 40 "
          "7; "
          "at 50 47 大量反复申请; at 50 70 8.属于行政查询事项; values 70 5",
          "#" HEAD
          "1.属于国家秘密|3|3|3|3|/4.无正当理由大量反复申请|7|7|7|7|/8.属于行政查询事项|5|5|5|5|/#~"),
    DRAWN(
        "head; at 50 80 1.属于国家秘密; values 80 3; values 110 7; at 50 103 4.无正当; at 80 110 理由; page; "
        "values 40 7; at 50 47 大量反复申请; at 80 40 理由; at 50 70 8.属于行政查询事项; values 70 5",
        "#" HEAD "1.属于国家秘密|3|3|3|3|/4.无正当理由大量反复申请|7|7|7|7|/8.属于行政查询事项|5|5|5|5|/#~"),
    /* Where columns are narrower than numbers, rows have room between them, and the lines of a number have
       none. */
    DRAWN("head; at 50 90 1.属于国家秘密; mid 240 90 7; mid 300 90 7; mid 345 90 7; mid 380 80 4; mid 380 90 "
          "8; "
          "mid 380 100 5; at 50 119 2.其他法律行政法规禁止公开; mid 240 119 7; mid 300 119 7; mid 345 119 7; "
          "mid 380 114 1; mid 380 124 9; at 50 148 8.属于行政查询事项; mid 240 148 7; mid 300 148 7; mid 345 "
          "148 7",
          "#" HEAD
          "1.属于国家秘密|7|7|7|485|/2.其他法律行政法规禁止公开|7|7|7|19|/8.属于行政查询事项|7|7|7||/#~"),
    /* The label of a table's first row has slipped below its numbers, as browsers do at the foot of a page.
     * Above another row's they may be of a row that has lost its label. */
    DRAWN(
        "head; values 80 7; at 50 95 1.属于国家秘密; page; at 50 40 2.其他法律行政法规禁止公开; values 40 3",
        "#" HEAD "|7|7|7|7|/1.属于国家秘密|||||/2.其他法律行政法规禁止公开|3|3|3|3|/#~"),
    DRAWN("head; values 80 7; at 50 95 一、本年新收政府信息公开申请数量; page; at 50 40 "
          "二、上年结转政府信息公开申请数量; "
          "values 40 3",
          "#" HEAD "一、本年新收政府信息公开申请数量|7|7|7|7|/二、上年结转政府信息公开申请数量|3|3|3|3|/#~"),
    /* The head that a page repeats is known though its characters make other lines, beside others. */
    DRAWN("head; at 10 46 单位; at 50 90 1.属于国家秘密; values 90 3; page; head; at 50 90 "
          "3.危及“三安全一稳定”; "
          "values 90 7",
          "#单位" HEAD "1.属于国家秘密|3|3|3|3|/3.危及“三安全一稳定”|7|7|7|7|/#~"),
    /* Rows that have the same numbers are no line that is cut where each has a label. */
    DRAWN("head; at 50 80 1.属于国家秘密; values 80 7; at 50 96 2.其他法律行政法规禁止公开; values 110 0; "
          "page; "
          "values 40 0; at 50 54 3.危及“三安全一稳定”",
          "#" HEAD "1.属于国家秘密|7|7|7|7|/2.其他法律行政法规禁止公开|||||/|0|0|0|0|/|0|0|0|0|/"
          "3.危及“三安全一稳定”|||||/#~"),
    /* A number that stands two points off the unit of another is one of its own. */
    DRAWN("head; at 50 80 1.属于国家秘密; at 225 80 10件; at 286 80 200件; at 335 80 30件; at 357 80 1843件",
          "#" HEAD "1.属于国家秘密|10件|200件|30件|1843件|/#~"),
    /* Beside the head that a page repeats a label runs down; a row that has the values of the first below the
     * head is none of it, and a head whose caption the page before ends with is not repeated. */
    DRAWN("head; at 2 105 三; at 50 80 1.属于国家秘密; values 80 —; page; head; at 2 60 本; at 2 70 年; "
          "at 50 80 3.危及“三安全一稳定”; values 80 —",
          "#" HEAD "1.属于国家秘密|—|—|—|—|/三本年|||||/3.危及“三安全一稳定”|—|—|—|—|/#~"),
    DRAWN("at 100 50 第二十条第(五)项; at 60 70 信息内容; at 200 70 本年处理决定数量; at 60 90 行政许可; at "
          "200 90 7; "
          "at 100 130 第二十条第(六)项; page; at 60 50 信息内容; at 200 50 本年处理决定数量; at 60 70 "
          "行政处罚; "
          "at 60 90 行政强制; at 200 90 5",
          "#第二十条第(五)项信息内容|本年处理决定数量|/行政许可|7|/"
          "第二十条第(六)项信息内容|本年处理决定数量|/行政处罚||/"
          "行政强制|5|/#~"),
    /* Rows are cut into tables that have the fewest places: that with two of its own, as many as which the
     * next has of four, is one by itself. Columns are not where other rows of the table have their labels. */
    DRAWN("head; at 85 80 1.属于国家秘密; values 80 3; at 70 100 4.保护第三方合法权益; mid 262 100 7; mid "
          "330 100 7; "
          "at 70 120 3.危及“三安全一稳定”; mid 318 120 5; mid 395 120 5; at 70 140 8.属于行政查询事项; mid "
          "285 140 9; "
          "mid 318 140 9; mid 360 140 9; mid 395 140 9",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|/3.危及“三安全一稳定”||5||5|/"
          "8.属于行政查询事项|9|9|9|9|/#~"),
    DRAWN("head; at 85 80 1.属于国家秘密; values 80 3; at 70 100 4.保护第三方合法权益; mid 318 100 7; mid "
          "350 100 7; "
          "mid 383 100 7; at 10 120 （七）总计; mid 100 120 9; mid 383 120 9",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|7|/（七）总计|9|9|/#~"),
    /* Dashes of two rows, each a little above its label, are no dash of two lines. */
    DRAWN("head; at 50 80 1.属于国家秘密; values 76 —; at 50 91 2.其他法律行政法规禁止公开; values 87 —; "
          "at 50 140 6.属于四类过程性信息; values 136 7; at 50 180 7.属于行政执法案卷; values 176 7",
          "#" HEAD
          "1.属于国家秘密|—|—|—|—|/2.其他法律行政法规禁止公开|—|—|—|—|/6.属于四类过程性信息|7|7|7|7|/"
          "7.属于行政执法案卷|7|7|7|7|/#~"),
    /* Numbers that no column has room for go on below: as all of a row do, the distance of rows is that of
     * most of their labels.
     */
    DRAWN("mid 240 40 自; mid 240 50 然; mid 240 60 人; mid 300 50 商业; mid 300 60 企业; mid 345 50 科研; "
          "mid 345 60 机构; "
          "mid 380 50 总; mid 380 60 计; at 50 86 1.属于国家秘密; values 80 1; values 92 3; at 50 110 "
          "2.其他法律行政法规禁止公开; values 110 7; "
          "at 50 130 3.危及“三安全一稳定”; values 130 7; at 50 150 4.保护第三方合法权益; values 150 7; "
          "at 50 170 5.属于三类内部事务信息; values 170 7; at 50 190 6.属于四类过程性信息; values 190 7; "
          "at 50 210 7.属于行政执法案卷; values 210 7; at 50 230 8.属于行政查询事项; values 230 7; "
          "at 50 250 1.本机关不掌握相关政府信息; values 250 7; at 50 270 2.没有现成信息需要另行制作; values "
          "270 7; "
          "at 50 281 3.补正后申请内容仍不明确",
          "#" HEAD
          "1.属于国家秘密|13|13|13|13|/2.其他法律行政法规禁止公开|7|7|7|7|/3.危及“三安全一稳定”|7|7|7|7|/"
          "4.保护第三方合法权益|7|7|7|7|/5.属于三类内部事务信息|7|7|7|7|/6.属于四类过程性信息|7|7|7|7|/"
          "7.属于行政执法案卷|7|7|7|7|/8.属于行政查询事项|7|7|7|7|/1.本机关不掌握相关政府信息|7|7|7|7|/"
          "2.没有现成信息需要另行制作|7|7|7|7|/3.补正后申请内容仍不明确|||||/#~"),
    /* Frames around tables, and rules between rows, part no columns: what they enclose is set by measure. */
    DRAWN("h 40,80,120 15 390; v 15,390 40 120; head; at 50 90 1.属于国家秘密; values 90 7",
          "#" HEAD "1.属于国家秘密|7|7|7|7|/#~"),
    /* The head that a page repeats is known by its labels, close as they stand. */
    DRAWN("at 20 60 信息; at 20 70 内容; at 80 65 本年新制作数量; mid 115 95 1; at 153 65 本年新公开数量; "
          "mid 188 95 1; "
          "at 226 65 对外公开总数量; mid 261 95 1; at 20 95 规章; page; at 20 60 信息; at 20 70 内容; "
          "at 80 65 本年新制作数量; mid 115 95 1; at 153 65 本年新公开数量; mid 188 95 1; at 226 65 "
          "对外公开总数量; "
          "mid 261 95 1; at 20 95 规范性文件",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|1|1|1|/规范性文件|1|1|1|/#~"),
    /* The cells of a row are set at their tops: the number stands beside the first line of its label. */
    DRAWN("head; mid 120 80 2.其他法律行政法规; mid 120 92 禁止公开; mid 120 104 4.保护第三方合法权益; mid "
          "300 80 100; "
          "mid 380 80 100; mid 240 104 7; mid 380 104 7",
          "#" HEAD "2.其他法律行政法规禁止公开||100||100|/4.保护第三方合法权益|7|||7|/#~"),
    /* Where a page ends within a label, it goes on at the top of the next. */
    DRAWN("head; mid 120 80 1.属于国家秘密; mid 345 80 3; mid 380 80 3; mid 120 100 4.保护第三方; mid 240 "
          "100 7; "
          "mid 380 100 7; page; mid 120 50 合法权益; mid 120 70 3.危及“三安全一稳定”; mid 300 70 9; mid 380 "
          "70 9",
          "#" HEAD "1.属于国家秘密|||3|3|/4.保护第三方合法权益|7|||7|/3.危及“三安全一稳定”||9||9|/#~"),
    /* Rows below stand in other places than the labels, as those of another table do: what it does not tell
       is not placed. */
    DRAWN("head; at 85 80 1.属于国家秘密; mid 300 80 3; mid 380 80 3; at 70 100 4.保护第三方合法权益; "
          "at 70 120 3.危及“三安全一稳定”; mid 305 120 7; mid 335 100 7; mid 362 120 7",
          "#" HEAD "1.属于国家秘密||3||3|/4.保护第三方合法权益|7|/3.危及“三安全一稳定”|7|7|/#~"),
    /* Where the rest of a table is set as one of its own, as many places as there are columns tell these; a
     * page before that has less of them stands as that one does. */
    DRAWN("head; at 85 80 1.属于国家秘密; values 80 3; at 70 100 4.保护第三方合法权益; mid 285 100 5; mid "
          "360 100 5; page; "
          "at 70 80 3.危及“三安全一稳定”; mid 285 80 7; mid 318 80 7; mid 360 80 7; mid 395 80 7",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|5||5||/3.危及“三安全一稳定”|7|7|7|7|/#~"),
    /* Rows in places of their own below one that stands as the labels do are another table's: in as many
     * places as there are columns they tell these, though one of them stands as a label does; in fewer they
     * tell none, nor does it help that all together are as many. */
    DRAWN("head; at 85 80 1.属于国家秘密; mid 240 80 3; mid 300 80 3; at 70 100 4.保护第三方合法权益; mid "
          "360 100 7; "
          "mid 395 100 7; at 70 120 3.危及“三安全一稳定”; mid 360 120 7; mid 395 120 7",
          "#" HEAD "1.属于国家秘密|3|3|||/4.保护第三方合法权益|7|7|/3.危及“三安全一稳定”|7|7|/#~"),
    DRAWN("head; at 85 80 1.属于国家秘密; mid 240 80 3; mid 300 80 3; mid 345 80 3; mid 380 80 3; "
          "at 70 100 4.保护第三方合法权益; mid 285 100 7; mid 318 100 7; mid 360 100 7; mid 395 100 7; "
          "at 70 120 3.危及“三安全一稳定”; mid 262 120 7; mid 303 120 7; mid 330 120 7; mid 372 120 7",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|7|7|/3.危及“三安全一稳定”|7|7|7|7|/#~"),
    /* The numbers of a row at the foot of a page are no page number, though the first is that of the page. */
    DRAWN("head; at 70 80 1.属于国家秘密; values 80 3; at 70 100 4.保护第三方; at 70 110 合法权益; mid 240 "
          "125 1; "
          "mid 300 125 3; mid 345 125 3; mid 380 125 3",
          "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|||||/|1|3|3|3|/#~"),
    /* A label set right whose cell ends a line with a bracket that opens: it is of this label, not of the one
       above. */
    DRAWN("head; at 130 80 3.其他; values 80 4; at 160 100 （; values 100 9; at 125 112 七）总计",
          "#" HEAD "3.其他|4|4|4|4|/（七）总计|9|9|9|9|/#~"),
    /* Nor does a word end with one, though what follows stands a little off; so may the unit of a column. */
    DRAWN("head; at 50 80 （; at 66 80 六）其他处理; values 80 4; at 50 94 （七）总计; values 94 9",
          "#" HEAD "（六）其他处理|4|4|4|4|/（七）总计|9|9|9|9|/#~"),
    DRAWN("at 20 60 信息内容; at 80 60 本年新制作数量; at 160 60 本年新公开数量; at 240 60 对外公开总数量; "
          "at 314 60 "
          "（件; at 240 70 ）; at 20 95 规章; at 145 95 1; at 225 95 2; at 319 95 3; at 20 115 规范性文件; "
          "at 145 115 "
          "4; at 225 115 5; at 319 115 6",
          "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量（件）|/规章|1|2|3|/规范性文件|4|5|6|/#~"),
    /* A head that the page repeats stands over columns that those of the row before it cross. */
    DRAWN("h 400,420,440,460 50 350; v 50,350 400 460; v 150,250 400 440; v 220 440 460; at 55 405 信息内容; "
          "at 155 405 "
          "本年新制作数量; at 255 405 本年新公开数量; at 55 425 规章; at 155 425 1; at 255 425 2; at 55 445 "
          "行政复议; at "
          "225 445 行政诉讼; page; h 40,60,80 50 350; v 50,350 40 80; v 150,250 40 60; v 220 60 80; at 55 45 "
          "信息内容; at "
          "155 45 本年新制作数量; at 255 45 本年新公开数量; at 55 65 结果维持; at 225 65 总计",
          "#信息内容|本年新制作数量|<|本年新公开数量|/规章|1|<|2|/行政复议|<|行政诉讼|<|/结果维持|<|总计|<|/"
          "#~"),
    /* Broad borders are drawn as the sides of two cells. */
    DRAWN("h 100,119 50 350; v 50,350 100 119; h 120,139,140,159 50 121; h 120,139,140,159 125 196; h "
          "120,139,140,159 "
          "200 271; h 120,139,140,159 275 350; v 50,121,125,196,200,271,275,350 120 139; v "
          "50,121,125,196,200,271,275,350 140 159; at 155 105 第二十条第(一)项; at 55 125 规章; at 155 125 "
          "1; at 230 125 "
          "2; at 305 125 3; at 55 145 行政许可; at 155 145 4; at 230 145 5; at 305 145 6",
          "#第二十条第(一)项|<|<|<|/规章|1|2|3|/行政许可|4|5|6|/#~"),
    /* What says that a table goes on over the page is none of it. */
    DRAWN("grid 430 2 2; cells 430 规章|1/行政许可|4; at 200 480 （续下页）; page; at 50 30 续 表; grid 50 1 "
          "2; "
          "cells 50 行政强制|7",
          "#规章|1|/行政许可|4|/行政强制|7|/#~"),
    /* Numbers in digits of full width, of which some are wrapped, and a label whose point is. */
    DRAWN("head; mid 120 80 4; mid 120 90 ．保护第三方合法权益; mid 240 85 ２６; mid 300 85 ２６; mid 345 85 "
          "２６; "
          "mid 380 80 ７; mid 380 90 ８; mid 120 120 1.属于国家秘密; values 120 ０",
          "#" HEAD "4．保护第三方合法权益|２６|２６|２６|７８|/1.属于国家秘密|０|０|０|０|/#~"),
    /* So is the point that stands a little off its figure. */
    DRAWN("head; at 70 80 2; at 81 80 ．重复申请; values 80 7; at 70 120 1.属于国家秘密; values 120 0",
          "#" HEAD "2．重复申请|7|7|7|7|/1.属于国家秘密|0|0|0|0|/#~"),
    /* No cell has cut the words before a figure that is of full width itself or has such a sign. */
    DRAWN("head; at 70 80 1.属于国家秘密; values 80 １２; at 70 100 2.重复申请; values 100 ﹣5; at 70 120 "
          "3.其他; "
          "values 120 １２",
          "#" HEAD
          "1.属于国家秘密|１２|１２|１２|１２|/2.重复申请|﹣5|﹣5|﹣5|﹣5|/3.其他|１２|１２|１２|１２|/#~"),
    /* What reaches the edge of the paper is cut off: a number there cannot be read. */
    DRAWN("head; at 70 95 1.属于国家秘密; mid 240 95 3; mid 300 95 3; mid 345 95 3; at 375 95 12345",
          "#" HEAD "1.属于国家秘密|3|3|3|?|/#~"),
    /* A number stands beside the first line of a label whose second reaches further: left of where that ends.
     */
    DRAWN("head; at 50 80 2.其他; at 50 90 法律行政法规禁止公开; at 125 80 7; mid 300 80 7; mid 345 80 7; "
          "mid 380 80 7",
          "#" HEAD "2.其他法律行政法规禁止公开|7|7|7|7|/#~"),
    /* A space that is not seen moves all numbers. */
    DRAWN("head; at 70 80 1.属于国家秘密; mid 237 80 —; mid 342 80 —; mid 377 80 —; at 70 100 "
          "4.保护第三方合法权益; "
          "mid 237 100 0; mid 297 100 0; mid 342 100 0; mid 377 100 0",
          "#" HEAD "1.属于国家秘密|—||—|—|/4.保护第三方合法权益|0|0|0|0|/#~"),
    /* A number that cannot be read is no label: the label of its row spans two columns, and above it stands
       another. */
    DRAWN("h 400,440 50 450; h 420 150 450; v 50,150,250,350,450 400 440; at 55 405 其他处理; at 155 405 "
          "逾期不补正; at 255 405 1; at 155 425 3.其他; at 255 425 6; page; h 50,70 50 450; v 50,250,350,450 "
          "50 70; "
          "at 55 55 (七)总计; at 255 55 7; at 355 55 ?",
          "#其他处理|逾期不补正|1||/^|3.其他|6||/(七)总计|<|7|?|/#~"),
    /* A table printed twice ends two pages of six alike: its last row is no footer. */
    DRAWN("at 50 100 甲。; page; at 50 100 乙乙。; at 50 480 0 0; page; at 50 100 丙丙丙。; page; at 50 100 "
          "丁丁丁丁。; "
          "page; at 50 100 戊戊戊戊戊。; page; at 50 100 己。; at 50 480 0 0",
          "甲。~乙乙。~0 0~丙丙丙。~丁丁丁丁。~戊戊戊戊戊。己。~0 0~"),
    /* More lines than a header has, close to each other, are none, though two pages begin with them. */
    DRAWN(
        "at 20 60 甲甲。; at 20 71 乙乙。; at 20 82 丙丙。; at 20 93 丁丁。; at 20 120 戊。; page; at 20 60 "
        "甲甲。; at 20 71 乙乙。; at 20 82 丙丙。; at 20 93 丁丁。; at 20 120 己己己。",
        "甲甲。~乙乙。~丙丙。~丁丁。~戊。~甲甲。~乙乙。~丙丙。~丁丁。~己己己。~"),
    /* Room behind the number of a label makes it no value. */
    DRAWN("grid 100 3 3; cells 100 |自然人|总计/2.重复申请|5|6/3 .其他|0|4",
          "#|自然人|总计|/2.重复申请|5|6|/3 .其他|0|4|/#~"),
    /* What two pages end with by chance stands as close to the line above as lines of a cell do, and is no
       footer. */
    DRAWN("head; at 70 475 1.属于国家秘密; mid 240 470 6; mid 300 475 0件; mid 345 475 0件; mid 380 475 0件; "
          "mid 240 481 件; page; head; at 70 475 4.保护第三方合法权益; mid 240 470 6; mid 300 475 0件; mid "
          "345 475 0件; "
          "mid 380 475 0件; mid 240 481 件",
          "#" HEAD "1.属于国家秘密|6件|0件|0件|0件|/4.保护第三方合法权益|6件|0件|0件|0件|/#~"),
    /* Cells that count as pages do are no page numbers: others stand above and below them. */
    DRAWN("at 60 60 甲。; grid 80 2 2; cells 80 规章|1/行政许可|4; page; at 60 60 乙乙。; grid 80 2 2; "
          "cells 80 规章|2/行政许可|4; page; at 60 60 丙丙丙。; grid 80 2 2; cells 80 规章|3/行政许可|4",
          "甲。~#规章|1|/行政许可|4|/#~乙乙。~#规章|2|/行政许可|4|/#~丙丙丙。~#规章|3|/行政许可|4|/#~"),
    /* The headings of a sheet are none of its text, nor the table's frame; letters without numbers are. */
    DRAWN(
        "border 30 80 250 100; v 50,150 80 100; grid 100 2 2; v 30 100 140; h 120,140 30 50; at 98 85 Z; at "
        "195 85 AA; at 38 105 1; at 38 125 3; cells 100 |自然人/规章|12",
        "#|自然人|/规章|12|/#~"),
    DRAWN("grid 100 3 3; cells 100 |A|B/4|规章|12/3|行政许可|5", "#|A|B|/4|规章|12|/3|行政许可|5|/#~"),
    /* A line drawn through a label is none of the table's there. */
    DRAWN("grid 100 3 2; v 75 90 180; cells 100 |自然人/规范性文件|12/规章|3",
          "#||自然人|/规范性文件|<|12|/规章||3|/#~"),
    /* Nor is one drawn across between its lines, beside a value for both. */
    DRAWN("h 100,120,160 50 250; h 140 50 150; v 50,150,250 100 160; cells 100 |自然人; at 55 125 1.属于; at "
          "55 145 "
          "国家秘密; at 155 135 7",
          "#|自然人|/1.属于国家秘密|7|/#~"),
    /* Full lines go on, over pages too; indented ones begin anew; what every page repeats is left out. */
    DRAWN(
        "at 50 20 某县公报; at 70 100 本局依法公开信息; at 50 120 并回应群众的关切，全; at 150 480 1; page; "
        "at 50 20 某县公报; at 50 100 年无收费。; at 70 120 下一段; at 150 480 2",
        "本局依法公开信息并回应群众的关切，全年无收费。~下一段~"),
};

static void test_cases(void)
{
    check_cases(cases, sizeof cases / sizeof *cases);
}

/* Dots are as wide as high: which line one is of is seen by those beside it. */
static void test_dots(void)
{
    struct drawing *drawing = begin();
    for (int at = 0; at <= 200; at += 2) {
        draw(drawing, 'v', 50 + at, 100, 101);
        draw(drawing, 'h', 120, 50 + at, 51 + at);
    }
    for (int y = 100; y <= 120; y += 2)
        for (int x = 50; x <= 250; x += 100)
            draw(drawing, 'h', y, x, x + 1);
    write_cells(drawing, 100, "甲|乙");
    end_page(drawing);
    check(drawing, "#甲|乙|/#~");
}

/* Dashes that lie within the boxes of what stands below them are a line, for others do not. The first may
 * stand off the line that theirs begins on. */
static void test_dashed(void)
{
    for (int i = 0; i < 4; i++) {
        struct drawing *drawing = begin();
        int step = 4 + i / 2 * 2, off = i % 2 * (step - 2) / 2;
        for (int y = 100; y <= 140; y += 20)
            for (int x = 50 + off; x < 250; x += step)
                draw(drawing, 'h', y, x, x + 2);
        for (int x = 50; x <= 250; x += 100)
            for (int y = 100 + off; y < 140; y += step)
                draw(drawing, 'v', x, y, y + 2);
        write_at(drawing, 55, 106, "规章规章规章规章规");
        write_at(drawing, 55, 117, "规章规章规章规章规");
        write_cell(drawing, 100, 0, 1, "12");
        end_page(drawing);
        check(drawing, "#规章规章规章规章规|12|/规章规章规章规章规||/#~");
    }
}

/* Two pages side by side on each sheet: the left one, then the right one; unless something stands across the
 * middle of a sheet.
 */
static void draw_halves(struct drawing *drawing, const char *heading)
{
    write_at(drawing, 40, 20, heading);
    for (int x = 40; x <= 240; x += 200) {
        for (int i = 0; i < 2; i++)
            draw(drawing, 'h', 50 + 20 * i, x, x + 120);
        for (int i = 0; i < 3; i++)
            draw(drawing, 'v', x + 60 * i, 50, 70);
    }
    write_at(drawing, 45, 55, "规章");
    write_at(drawing, 105, 55, "1");
    write_at(drawing, 240, 20, "右侧");
    write_at(drawing, 245, 55, "行政");
    write_at(drawing, 305, 55, "2");
    end_page(drawing);
    char *page = strstr(drawing->pages, "page 40000 50000");
    memcpy(page, "page 40000 30000", strlen("page 40000 30000"));
}

/* Two pages above one another on a sheet that is higher than wide, the lower one so much lower: what they
 * print begins as far from the head of each. */
static void draw_above(struct drawing *drawing, int lower)
{
    for (int y = 40; y <= 40 + lower; y += lower) {
        write_at(drawing, 50, y, y > 40 ? "下侧" : "上侧");
        draw_grid(drawing, y + 60, 1, 2);
        write_cell(drawing, y + 60, 0, 0, y > 40 ? "行政" : "规章");
        write_cell(drawing, y + 60, 0, 1, y > 40 ? "2" : "1");
    }
    end_page(drawing);
}

static void test_above(void)
{
    struct drawing *drawing = begin();
    draw_above(drawing, 250);
    draw_above(drawing, 250);
    check(drawing,
          "#规章|1|/行政|2|/规章|1|/行政|2|/#~"); /* their heads are furniture: of four pages two have each */
    drawing = begin();
    draw_above(drawing, 280);
    check(drawing, "上侧~#规章|1|/#~下侧~#行政|2|/#~");
}

static void test_halves(void)
{
    struct drawing *drawing = begin();
    draw_halves(drawing, "左侧");
    check(drawing, "左侧~#规章|1|/#~右侧~#行政|2|/#~");
    drawing = begin();
    draw_halves(drawing, "一个标题一直伸到中间以外的地方去");
    check(drawing, "一个标题一直伸到中间以外的地方去 右侧~#规章|1|/#~#行政|2|/#~");
}

static void draw_columns(struct drawing *drawing, int right)
{
    enum { LINES = 5 };
    for (int line = 0; line < LINES; line++) {
        write_at(drawing, 40, 60 + 14 * line, line == LINES - 1 ? "左边末行。" : "左边各行都写到边上为止了");
        write_at(drawing, 200, right + 14 * line,
                 line == LINES - 1 ? "右边末行。" : "右边各行也写到边上为止了");
    }
}

static void draw_column_grid(struct drawing *drawing, int x, int y, const char *label, const char *value)
{
    draw(drawing, 'h', y, x, x + 120), draw(drawing, 'h', y + 20, x, x + 120);
    for (int column = 0; column < 3; column++)
        draw(drawing, 'v', x + 60 * column, y, y + 20);
    write_at(drawing, x + 5, y + 5, label), write_at(drawing, x + 65, y + 5, value);
}

/* Prose that runs down two columns under a title is read one column after the other; a table without lines
 * that stands below it over both of them is one. */
static void test_columns(void)
{
    static const char *const cells[] = {
        "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", "1", "2", "3"};
    static const char left[] = "左边各行都写到边上为止了左边各行都写到边上为止了左边各行都写到边上为止了"
                               "左边各行都写到边上为止了左边末行。~",
                      right[] = "右边各行也写到边上为止了右边各行也写到边上为止了右边各行也写到边上为止了"
                                "右边各行也写到边上为止了右边末行。~";
    static const char *const whole[] = {"规章", "规范性文件", "行政许可"}, *const wrapped[][2] = {
                                                                               {"1.属于国", "家秘密"},
                                                                               {"2.重复", "申请"},
                                                                               {"行政事业", "性收费"}};
    struct drawing *drawing = begin();
    write_at(drawing, 130, 20, "某县某局报告的标题");
    draw_columns(drawing, 60);
    for (int cell = 0; cell < 8; cell++)
        write_at(drawing, 40 + 75 * (cell % 4), 150 + 20 * (cell / 4), cells[cell]);
    end_page(drawing);
    check(drawing, arena_printf(drawing->arena, "某县某局报告的标题~%s%s%s", left, right,
                                "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|1|2|3|/#~"));
    drawing = begin(); /* a table that goes on over the columns */
    draw_columns(drawing, 90);
    draw_column_grid(drawing, 40, 150, "规章", "1");
    draw_column_grid(drawing, 200, 60, "行政许可", "2");
    end_page(drawing);
    check(drawing, arena_printf(drawing->arena, "%s#规章|1|/行政许可|2|/#~%s", left, right));
    drawing = begin(); /* one is wider than the column; next to it stands another */
    draw_columns(drawing, 60);
    draw_column_grid(drawing, 76, 150, "规章", "1");
    draw_column_grid(drawing, 200, 150, "自然人", "总计");
    end_page(drawing);
    check(drawing, arena_printf(drawing->arena, "%s#规章|1|/#~%s#自然人|总计|/#~", left, right));
    drawing = begin(); /* beside values that are not its own stand rows of which every label is wrapped */
    draw_columns(drawing, 60);
    end_page(drawing);
    for (int row = 0; row < 3; row++) {
        for (int cell = 0; cell < 4; cell++)
            write_at(drawing, (cell % 2 ? 110 : 40) + cell / 2 * 160, 160 + 40 * row,
                     cell % 2 ? "7"
                     : cell   ? wrapped[row][0]
                              : whole[row]);
        write_at(drawing, 200, 172 + 40 * row, wrapped[row][1]);
    }
    end_page(drawing);
    check(drawing,
          arena_printf(
              drawing->arena,
              "%s%s#规章|7|/规范性文件|7|/行政许可|7|/1.属于国家秘密|7|/2.重复申请|7|/行政事业性收费|7|/#~",
              left, right));
}

/* A line drawn down between columns, in pieces, tells them though a table alone stands on the right. */
static void test_columns_drawn(void)
{
    static const char *const heads[] = {"信息内容", "自然人", "结果维持", "总计"};
    struct drawing *drawing = begin();
    draw_columns(drawing, 60);
    end_page(drawing);
    for (int cell = 0; cell < 4; cell++) {
        write_at(drawing, (cell % 2 ? 110 : 40) + cell / 2 * 160, 60, heads[cell]);
        write_at(drawing, (cell % 2 ? 110 : 40) + cell / 2 * 160, 90, cell ? "7" : "规章");
    }
    draw(drawing, 'v', 192, 20, 80), draw(drawing, 'v', 192, 80, 120);
    end_page(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(shown(drawing), "#信息内容|自然人|/规章|7|/#~#结果维持|总计|/7|7|/#~"));
    arena_free(drawing->arena);
}

/* A page with a row that goes on across the middle of the paper, though nothing stands on that, is one. */
static void test_row_across_middle(void)
{
    struct drawing *drawing = begin();
    static const char *const rows[][5] = {
        {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
        {"规章", "12", "0", "3456"},
        {"行政规范性文件", "7", "1", "88"},
    };
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 4; column++)
            write_at(drawing, 36 + 90 * column, 60 + 20 * row, rows[row][column]);
    end_page(drawing);
    char *page = strstr(drawing->pages, "page 40000 50000");
    memcpy(page, "page 40000 30000", strlen("page 40000 30000"));
    check(drawing, "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|12|0|3456|/"
                   "行政规范性文件|7|1|88|/#~");
}

static const char *const prose = "县政府办公室公开各类信息若干";
static const char *const first_words[] = {"甲", "乙", "丙", "丁", "戊", "己"};

/* A page on a sheet: four lines of prose, and a table. */
static void draw_tile(struct drawing *drawing, int x, int y, int number)
{
    char text[80], value[4] = {(char)('9' - number), 0};
    for (int line = 0; line < 4; line++) {
        snprintf(text, sizeof text, "%s%s号", first_words[number], prose);
        write_at(drawing, x + 20, y + 20 + 12 * line, text);
    }
    draw(drawing, 'h', y + 80, x + 20, x + 180);
    draw(drawing, 'h', y + 100, x + 20, x + 180);
    for (int c = 0; c < 3; c++)
        draw(drawing, 'v', x + 20 + 80 * c, y + 80, y + 100);
    write_at(drawing, x + 25, y + 85, "规章");
    write_at(drawing, x + 105, y + 85, value);
}

/* `behind`: what each of their lines but the last ends with. */
static const char *words_of_tiles(struct drawing *drawing, int count, const char *behind)
{
    const char *words = "";
    for (int i = 0; i < count; i++) {
        const char *line = arena_printf(drawing->arena, "%s%s号", first_words[i], prose);
        words = arena_printf(drawing->arena, "%s%s%s%s%s%s%s%s~#规章|%c|/#~", words, line, behind, line,
                             behind, line, behind, line, '9' - i);
    }
    return words;
}

/* Four pages on an upright sheet follow each other from left to right, then down, in the frames that some
 * programs draw; sides of a table that one page leaves open may touch those of the page below. None of the
 * pages on the right need begin at its margin; then no line is full. */
static void test_tiled(void)
{
    enum { PLAIN, FRAMED, OFF, WAYS };
    for (int way = PLAIN; way < WAYS; way++) {
        struct drawing *drawing = begin();
        for (int i = 0; i < 4; i++) {
            draw_tile(drawing, i % 2 * (way == OFF ? 215 : 200), i / 2 * 250, i);
            if (way == FRAMED)
                draw_border(drawing, i % 2 * 200 + 1, i / 2 * 250 + 1, i % 2 * 200 + 199, i / 2 * 250 + 249);
        }
        draw(drawing, 'v', 40, 240, 260);
        end_page(drawing);
        check(drawing, words_of_tiles(drawing, 4, way == OFF ? "~" : ""));
    }
}

static void check_wide(struct drawing *drawing, int count)
{
    end_page(drawing);
    char *page = strstr(drawing->pages, "page 40000 50000");
    memcpy(page, "page 60000 40000", strlen("page 40000 50000"));
    check(drawing, words_of_tiles(drawing, count, ""));
}

/* Six pages on a sheet that is wider than high; and four, which are not two whose lower halves begin with
 * words that the upper ones begin with, too. */
static void test_tiled_wide(void)
{
    struct drawing *drawing = begin();
    for (int i = 0; i < 6; i++)
        draw_tile(drawing, i % 3 * 200, i / 3 * 200, i);
    check_wide(drawing, 6);
    drawing = begin();
    for (int i = 0; i < 4; i++) {
        draw_tile(drawing, i % 2 * 300, i / 2 * 200, i);
        write_at(drawing, i % 2 * 300 + 20, i / 2 * 200 + 5, "县政府办公室");
    }
    check_wide(drawing, 4);
}

/* Digits on their side, in a cell whose writing runs down. */
static void test_turned(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    write_cell(drawing, 100, 0, 0, "规章");
    strcat(drawing->chars, "c 16000 10300 17000 10800 4\nc 16000 10800 17000 11300 2\n");
    drawing->char_count += 2;
    end_page(drawing);
    check(drawing, "#规章|42|/#~");
}

/* A label whose characters are set apart is as wide as all of them. */
static void test_spaced_label(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    drawing->char_count -= 2;
    strcpy(strstr(drawing->chars, "c 37500"), "");
    write_at(drawing, 363, 55, "总");
    write_at(drawing, 382, 55, "计");
    for (int row = 0; row < 2; row++) {
        write_at(drawing, 50, 90 + 20 * row, row ? "7.属于行政执法案卷" : "1.属于国家秘密");
        write_at(drawing, 250, 90 + 20 * row, "7");
        write_at(drawing, 387, 90 + 20 * row, "7");
    }
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|7|||7|/7.属于行政执法案卷|7|||7|/#~");
}

/* Digits are of one number where they are as far apart, though some are narrower than others. */
static void test_step(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 70, 60, "信息内容");
    write_at(drawing, 230, 60, "本年处理决定数量");
    for (int row = 0; row < 3; row++) {
        write_at(drawing, 70, 80 + 20 * row, row > 1 ? "行政许可" : row ? "行政强制" : "行政处罚");
        write_at(drawing, 230, 80 + 20 * row, "1215");
    }
    for (char *two = drawing->chars; (two = strstr(two, "c 23500 ")); two++)
        memcpy(strstr(two, " 24000"), " 23930", strlen(" 23930"));
    end_page(drawing);
    check(drawing, "#信息内容|本年处理决定数量|/行政处罚|1215|/行政强制|1215|/行政许可|1215|/#~");
}

/* Digits that a program sets a little off each other are of one number, though they be but two. */
static void test_digits_off(void)
{
    static const char *const labels[] = {"行政处罚", "行政强制", "行政许可"}, *const digits = "121535";
    struct drawing *drawing = begin();
    write_at(drawing, 70, 60, "信息内容");
    write_at(drawing, 230, 60, "本年处理决定数量");
    for (int row = 0; row < 3; row++) {
        write_at(drawing, 70, 80 + 20 * row, labels[row]);
        for (int i = 0; i < 2; i++)
            drawing->char_count++,
                snprintf(drawing->chars + strlen(drawing->chars), 80, "c %d %d %d %d %c\n", 23000 + 560 * i,
                         8000 + 2000 * row, 23500 + 560 * i, 9000 + 2000 * row, digits[2 * row + i]);
    }
    end_page(drawing);
    check(drawing, "#信息内容|本年处理决定数量|/行政处罚|12|/行政强制|15|/行政许可|35|/#~");
}

/* A number right behind a word that the next cell cuts is that cell's, where others begin there. */
static void test_cut_word(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 70, 60, "信息内容");
    write_at(drawing, 180, 60, "本年制发件数");
    write_at(drawing, 280, 60, "现行有效件数");
    for (int row = 0; row < 3; row++) {
        write_at(drawing, row == 2 ? 120 : 70, 80 + 20 * row,
                 row == 2 ? "行政规范性文"
                 : row    ? "规章"
                          : "文件");
        write_at(drawing, 180, 80 + 20 * row, "27件");
        write_at(drawing, 280, 80 + 20 * row, "5");
    }
    end_page(drawing);
    check(drawing, "#信息内容|本年制发件数|现行有效件数|/文件|27件|5|/规章|27件|5|/行政规范性文|27件|5|/#~");
}

/* The labels of the first and the last column are lost: numbers beside the others' are not theirs. */
static void test_lost_labels(void)
{
    struct drawing *drawing = begin();
    write_centred(drawing, middles[1], 60, "商业企业");
    write_centred(drawing, middles[2], 60, "科研机构");
    write_at(drawing, 85, 80, "1.属于国家秘密");
    write_centred(drawing, middles[0], 80, "3");
    write_centred(drawing, middles[3] + 20, 80, "3");
    end_page(drawing);
    write_at(drawing, 85, 80, "5.属于三类内部事务信息");
    write_centred(drawing, middles[0], 80, "8");
    write_centred(drawing, middles[3] + 20, 80, "8");
    end_page(drawing);
    struct nb_error error = {{0}};
    const struct nb_text *text = read_drawing(drawing, &error);
    size_t doubts = 0;
    for (size_t i = 0; i < text->doubt_count; i++)
        doubts += text->doubts[i].columns == 3 && !text->doubts[i].placed;
    CU_ASSERT_EQUAL(doubts, 4);
    arena_free(drawing->arena);
}

/* Rows of two tables under one head: two places of one column, which no row has both, are not two columns,
 * and nobody knows whose they are. */
static void test_two_places(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 40, 60, "信息内容");
    write_at(drawing, 110, 60, "上一年项目数量");
    write_at(drawing, 210, 60, "本年增/减");
    write_at(drawing, 290, 60, "处理决定数量");
    write_at(drawing, 40, 80, "行政处罚");
    write_at(drawing, 109, 80, "1");
    write_at(drawing, 40, 100, "行政强制");
    write_at(drawing, 102, 100, "2");
    write_at(drawing, 300, 100, "73");
    end_page(drawing);
    check(drawing, "#信息内容|上一年项目数量|本年增/减|处理决定数量|/行政处罚|1|/行政强制|2|73|/#~");
}

/* A glyph that the fonts do not name is "?"; before words, where it opens an item, it is nothing. */
static void test_unread(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 50, 50, "\xEF\xBF\xBD一、总体情况");
    write_at(drawing, 50, 80,
             "受理\xEF\xBF\xBD"
             "2件");
    end_page(drawing);
    check(drawing, "一、总体情况受理?2件~");
}

/* Two pages with a table that goes on, and between its parts what each page repeats. */
static const char *between(const char *kind, const char *foot, const char *other_foot, const char *head)
{
    struct drawing *drawing = begin();
    strcpy(drawing->pages, kind);
    write_at(drawing, 50, 20, "东山县公报第二期");
    draw_grid(drawing, 400, 2, 2);
    write_cells(drawing, 400, "规章|1/行政许可|2");
    write_at(drawing, 50, 470, foot);
    end_page(drawing);
    write_at(drawing, 50, 20, head);
    draw_grid(drawing, 40, 2, 2);
    write_cells(drawing, 40, "行政处罚|3/行政强制|4");
    write_at(drawing, 50, 470, other_foot);
    end_page(drawing);
    bool one = strstr(shown(drawing), "行政许可|2|/行政处罚|3") != NULL;
    arena_free(drawing->arena);
    return one ? "one" : "two";
}

/* What pages repeat is read a little otherwise from page to page in a scan, and its digits may be in doubt.
 */
static void test_recognised(void)
{
    static const char scan[] = "nianbao-sheets 1 ocr\n", print[] = "nianbao-sheets 1\n";
    CU_ASSERT_STRING_EQUAL(between(scan, "?/12", "2/12", "东山县公报第二期"), "one");
    CU_ASSERT_STRING_EQUAL(between(scan, "1/12", "2/12", "东山具公报第二期"), "one");
    CU_ASSERT_STRING_EQUAL(between(print, "1/12", "2/12", "东山县公报第二期"), "one");
    CU_ASSERT_STRING_EQUAL(between(print, "1/12", "2/12", "东山具公报第二期"), "two");
    CU_ASSERT_STRING_EQUAL(between(scan, "1/12", "2/12", "西水市年鉴第二期"), "two");
}

/* What is read of a row below labels one of which a scan has misread. */
static const char *misread(const char *kind, const char *labels, char *cells)
{
    struct drawing *drawing = begin();
    strcpy(drawing->pages, kind);
    write_at(drawing, 50, 50, "二、主动公开政府信息情况");
    draw_grid(drawing, 100, 2, 3);
    write_cells(drawing, 100, labels);
    end_page(drawing);
    size_t length = strlen(drawing->pages);
    snprintf(drawing->pages + length, sizeof drawing->pages - length, "end 1\n");
    struct nb_options options = {.size = sizeof options};
    struct nb_error error;
    struct nb_report *report =
        nb_compile("drawing", drawing->pages, strlen(drawing->pages), &options, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(report);
    sample_cells(report, "disclosure", "regulations", cells);
    const struct nb_finding *scanned = sample_finding(report, "text-recognised");
    CU_ASSERT(!scanned || scanned->cell_count == (size_t)(strchr(cells, '.') != strrchr(cells, '.')) + 1);
    nb_report_free(report);
    arena_free(drawing->arena);
    return cells;
}

static void test_misread(void)
{
    static const char scan[] = "nianbao-sheets 1 ocr\n", print[] = "nianbao-sheets 1\n",
                      half[] = "信息内容|本年制发件数|木年店止仕数/规章|1|2",
                      less[] = "信息内容|本年制发件数|木生店止仕数/规章|1|2",
                      taken[] = "信息内容|本年废止件数|木年店止仕数/规章|1|2";
    char cells[SAMPLE_SIZE];
    CU_ASSERT_STRING_EQUAL(misread(scan, half, cells), "1 2 .");
    CU_ASSERT_STRING_EQUAL(misread(print, half, cells), "1 . .");
    CU_ASSERT_STRING_EQUAL(misread(scan, less, cells), "1 . .");
    CU_ASSERT_STRING_EQUAL(misread(scan, taken, cells), ". 1 .");
}

static void test_places(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 50, 50, "甲");
    write_at(drawing, 50, 80, "乙");
    end_page(drawing);
    draw_grid(drawing, 100, 2, 2);
    write_cells(drawing, 100, "规章/|7");
    end_page(drawing);
    struct nb_error error;
    const struct nb_text *text = read_drawing(drawing, &error);
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    struct nb_position place = text_position(text, (size_t)(strchr(text->bytes, '7') - text->bytes));
    CU_ASSERT_STRING_EQUAL(place.place, "第2页第2行");
    CU_ASSERT_EQUAL(place.line, 4);
    arena_free(drawing->arena);
}

static void test_refused(void)
{
    static const char *const refused[][2] = {
        {"nianbao-sheets 1\nerror encrypted\n",
         "refused: the PDF is encrypted: save it without a password first"},
        {"nianbao-sheets 1\nerror damaged\n", "refused: the PDF is damaged: no pages can be read from it"},
        {"nianbao-sheets 1\npage 100 100 0 0\nend 1\n",
         "refused: the PDF has pictures but no text: its text must be recognised (OCR) first"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3 4 A\nend 1 misnamed\n",
         "refused: the fonts of the PDF name other characters than it shows: save the report as PDF with "
         "another program, or "
         "have "
         "its text recognised (OCR)"},
        {"nianbao-sheets 1\npage 100 100 0 0\n", "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1 ocr\npage 100 100 0 0\n", "refused: what nianbao-ocr printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 99999999 0\nend 1\n",
         "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3\nend 1\n",
         "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3 4 \xE4\xBA*\nend 1\n",
         "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3 4 \xE4",
         "refused: what nianbao-pdf printed is not complete"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct drawing *drawing = begin();
        strcpy(drawing->pages, refused[i][0]);
        check(drawing, refused[i][1]);
    }
}

static CU_TestInfo tests[] = {
    {"cases", test_cases},
    {"dots", test_dots},
    {"dashed", test_dashed},
    {"halves", test_halves},
    {"digits a little off", test_digits_off},
    {"columns", test_columns},
    {"columns drawn", test_columns_drawn},
    {"row across the middle", test_row_across_middle},
    {"above", test_above},
    {"four on a sheet", test_tiled},
    {"six on a sheet", test_tiled_wide},
    {"turned", test_turned},
    {"spaced label", test_spaced_label},
    {"step", test_step},
    {"cut word", test_cut_word},
    {"lost labels", test_lost_labels},
    {"two places", test_two_places},
    {"unread", test_unread},
    {"recognised", test_recognised},
    {"misread", test_misread},
    {"places", test_places},
    {"refused", test_refused},
    CU_TEST_INFO_NULL,
};

int add_sheet_tests(void)
{
    CU_SuiteInfo suites[] = {{.pName = "pages", .pTests = tests}, CU_SUITE_INFO_NULL};
    return CU_register_suites(suites);
}
