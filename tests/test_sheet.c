/* test_sheet.c - pages as geometry: grids, spans, page breaks, paragraphs, furniture, what is refused. */
#include "arena.h"
#include "forms.h"
#include "input.h"
#include "tests.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

/* Pages being drawn, as nianbao-pdf prints them. A character is 10 points wide and high, a digit or letter 5 wide. */
struct drawing {
    struct nb_arena *arena;
    char pages[65536], chars[65536], rules[16384];
    size_t page_count, char_count, rule_count;
};

static void end_page(struct drawing *drawing)
{
    size_t length = strlen(drawing->pages);
    snprintf(drawing->pages + length, sizeof drawing->pages - length, "page 40000 50000 %zu %zu\n%s%s", drawing->char_count,
             drawing->rule_count, drawing->chars, drawing->rules);
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

static void write_at(struct drawing *drawing, int x, int y, const char *text)
{
    for (size_t size; *text; text += size) {
        size = utf8_length((unsigned char)*text);
        int width = size > 1 ? 10 : 5;
        size_t length = strlen(drawing->chars);
        if (*text != ' ') {
            snprintf(drawing->chars + length, sizeof drawing->chars - length, "c %d00 %d00 %d00 %d00 %.*s\n", x, y, x + width,
                     y + 10, (int)size, text);
            drawing->char_count++;
        }
        x += width;
    }
}

static void draw(struct drawing *drawing, char kind, int at, int from, int to)
{
    size_t length = strlen(drawing->rules);
    snprintf(drawing->rules + length, sizeof drawing->rules - length, "%c %d00 %d00 %d00\n", kind, at, from, to);
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

/* The cells of a grid, as check() has them: "|" between columns, "/" between rows, and nothing where nothing is written. */
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
    struct input input = {.bytes = drawing->pages, .length = strlen(drawing->pages), .lexicon = &form_lexicon};
    return input_read(drawing->arena, &input, error);
}

/* The text with "|" for the end of a cell, "/" of a row, "#" of a table, "<" and "^" for covered positions, "~" for a line's end.
 */
static const char *shown(struct drawing *drawing)
{
    struct nb_error error = {{0}};
    const struct nb_text *text = read_drawing(drawing, &error);
    if (!text)
        return arena_printf(drawing->arena, "refused: %s", error.message);
    char *copy = arena_strndup(drawing->arena, text->bytes, text->length);
    for (char *at = copy; *at; at++) {
        static const char from[] = {UNIT_SEPARATOR, RECORD_SEPARATOR, GROUP_SEPARATOR, SPAN_LEFT, SPAN_ABOVE, '\n', 0};
        const char *found = strchr(from, *at);
        if (found)
            *at = "|/#<^~"[found - from];
    }
    return copy;
}

static void check(struct drawing *drawing, const char *expected)
{
    const char *text = shown(drawing);
    CU_ASSERT_STRING_EQUAL(text, expected);
    if (strcmp(text, expected) != 0)
        printf("\n  got      %s\n  expected %s\n", text, expected);
    arena_free(drawing->arena);
}

static void test_grid(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 2, 2);
    write_cells(drawing, 100, "规章|12/|0.5");
    end_page(drawing);
    check(drawing, "#规章|12|/|0.5|/#~");
}

/* The first column's label covers two rows, the head two columns. Borders are drawn in pieces, and double. */
static void test_spans(void)
{
    struct drawing *drawing = begin();
    draw(drawing, 'h', 100, 50, 350);
    draw(drawing, 'h', 120, 50, 350);
    draw(drawing, 'h', 140, 150, 250);
    draw(drawing, 'h', 141, 249, 350);
    draw(drawing, 'h', 160, 50, 350);
    draw(drawing, 'v', 50, 100, 160);
    draw(drawing, 'v', 150, 100, 130);
    draw(drawing, 'v', 151, 130, 160);
    draw(drawing, 'v', 250, 120, 160);
    draw(drawing, 'v', 350, 100, 160);
    write_cells(drawing, 100, "|行政诉讼/合计||7");
    end_page(drawing);
    check(drawing, "#|行政诉讼|<|/合计||7|/^|||/#~");
}

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

/* Cells that stand apart within the border of their table: what is between them is no cell. */
static void test_boxes_apart(void)
{
    struct drawing *drawing = begin();
    draw_border(drawing, 48, 98, 352, 162);
    draw_box(drawing, 0, 0, 1);
    draw_box(drawing, 0, 1, 2);
    for (int i = 0; i < 6; i++)
        draw_box(drawing, 1 + i / 3, i % 3, 1);
    write_cells(drawing, 100, "|行政诉讼/合计||7/|3");
    end_page(drawing);
    check(drawing, "#|行政诉讼|<|/合计||7|/|3||/#~");
}

/* Below a table with a border around its cells stands another, whose border is not drawn where the page ends. */
static void test_borders_of_two(void)
{
    struct drawing *drawing = begin();
    draw_border(drawing, 48, 98, 252, 122);
    for (int i = 0; i < 4; i++)
        draw_border(drawing, 51 + 100 * (i % 2), i < 2 ? 101 : 124, 149 + 100 * (i % 2), i < 2 ? 119 : 160);
    write_cells(drawing, 100, "规章|12");
    write_cells(drawing, 126, "行政许可|3");
    end_page(drawing);
    check(drawing, "#规章|12|/#~#行政许可|3|/#~");
}

/* The lines of a double border go on to the outer corners: what they enclose there is no cell. */
static void test_double_corners(void)
{
    struct drawing *drawing = begin();
    draw_border(drawing, 48, 98, 252, 142);
    for (int i = 0; i < 3; i++) {
        draw(drawing, 'h', 100 + 20 * i, i == 1 ? 50 : 48, i == 1 ? 250 : 252);
        draw(drawing, 'v', 50 + 100 * i, i == 1 ? 100 : 98, i == 1 ? 140 : 142);
    }
    write_cells(drawing, 100, "规章|12");
    end_page(drawing);
    check(drawing, "#规章|12|/||/#~");
}

/* A line whose ends are exchanged, as no page has it, is none, and reading comes to an end. */
static void test_exchanged_ends(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    draw(drawing, 'h', 110, 200, 60);
    write_cells(drawing, 100, "规章|12");
    end_page(drawing);
    check(drawing, "#规章|12|/#~");
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

/* Where a page cuts a table, one of its sides goes on down to the edge of the paper. */
static void test_open_foot(void)
{
    struct drawing *drawing = begin();
    draw(drawing, 'h', 100, 50, 250);
    draw(drawing, 'h', 120, 50, 250);
    draw(drawing, 'v', 50, 100, 140);
    draw(drawing, 'v', 150, 100, 140);
    draw(drawing, 'v', 250, 100, 500);
    write_cells(drawing, 100, "规章|12/行政许可|3");
    end_page(drawing);
    check(drawing, "#规章|12|/行政许可|3|/#~");
}

/* A frame with two columns around a table is none of its own. */
static void test_layout(void)
{
    struct drawing *drawing = begin();
    draw_border(drawing, 20, 60, 380, 300);
    draw(drawing, 'v', 45, 60, 300);
    write_at(drawing, 25, 70, "甲");
    draw_grid(drawing, 100, 1, 2);
    write_cells(drawing, 100, "规章|12");
    end_page(drawing);
    check(drawing, "甲~#规章|12|/#~");
}

/* What does not find room at the foot of a page hangs over the lowest line. */
static void test_hanging_words(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    write_at(drawing, 55, 105, "总");
    write_at(drawing, 55, 116, "计");
    write_cell(drawing, 100, 0, 1, "12");
    end_page(drawing);
    check(drawing, "#总计|12|/#~");
}

/* The cells of a column in which nothing stands are 2 points wide; a border of two lines, as far apart, is one. */
static void test_narrowest_column(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 2, 2);
    draw(drawing, 'v', 152, 100, 140);
    draw_border(drawing, 48, 98, 252, 142);
    write_cells(drawing, 100, "规章|12");
    end_page(drawing);
    check(drawing, "#规章||12|/|||/#~");
}

/* Where all lines are drawn double there is no column between two. */
static void test_all_double(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 2, 2);
    for (int i = 0; i < 3; i++) {
        draw(drawing, 'h', 98 + 20 * i, 48, 250);
        draw(drawing, 'v', 48 + 100 * i, 98, 140);
    }
    write_cells(drawing, 100, "规章/|12");
    end_page(drawing);
    check(drawing, "#规章||/|12|/#~");
}

/* A frame around a page's words and its table, close to the table's own border, on the second page without an end. */
static void test_framed(void)
{
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        draw(drawing, 'h', 60, 48, 252);
        draw(drawing, 'v', 48, 60, 500);
        draw(drawing, 'v', 252, 60, 500);
        if (!page)
            draw(drawing, 'h', 500, 48, 252);
        write_at(drawing, 55, 70, page ? "丙" : "甲");
        draw_grid(drawing, 100, 1, 2);
        write_cell(drawing, 100, 0, 0, page ? "规范性文件" : "规章");
        write_cell(drawing, 100, 0, 1, "12");
        end_page(drawing);
    }
    check(drawing, "甲~#规章|12|/#~丙~#规范性文件|12|/#~");
}

/* Dashes that lie within the boxes of what stands below them are a line, for others do not. */
static void test_dashed(void)
{
    struct drawing *drawing = begin();
    for (int y = 100; y <= 140; y += 20)
        for (int x = 50; x < 250; x += 4)
            draw(drawing, 'h', y, x, x + 2);
    for (int x = 50; x <= 250; x += 100)
        for (int y = 100; y < 140; y += 4)
            draw(drawing, 'v', x, y, y + 2);
    write_at(drawing, 55, 106, "规章规章规章规章规");
    write_at(drawing, 55, 117, "规章规章规章规章规");
    write_cell(drawing, 100, 0, 1, "12");
    end_page(drawing);
    check(drawing, "#规章规章规章规章规|12|/规章规章规章规章规||/#~");
}

/* Lines across with nothing at the sides are closed there; a line below words is no table; strokes of glyphs are no lines. */
static void test_half_ruled(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 50, 50, "标题");
    draw(drawing, 'h', 61, 50, 70);
    for (int r = 0; r < 3; r++)
        draw(drawing, 'h', 100 + 20 * r, 50, 250);
    draw(drawing, 'v', 150, 100, 140);
    write_cell(drawing, 100, 0, 0, "一一");
    draw(drawing, 'h', 110, 56, 64);
    draw(drawing, 'h', 110, 66, 74);
    write_cell(drawing, 100, 0, 1, "3");
    end_page(drawing);
    check(drawing, "标题~#一一|3|/||/#~");
}

/* A label over several lines is one; numbers below one another stay two, but one that is too wide for its cell goes on. */
static void test_lines_in_cells(void)
{
    struct drawing *drawing = begin();
    for (int i = 0; i < 3; i++)
        draw(drawing, 'h', 100 + 30 * i, 50, 130);
    draw(drawing, 'v', 50, 100, 160);
    draw(drawing, 'v', 100, 100, 160);
    draw(drawing, 'v', 130, 100, 160);
    write_at(drawing, 55, 105, "不予公");
    write_at(drawing, 55, 117, "开");
    write_at(drawing, 105, 105, "3");
    write_at(drawing, 105, 117, "4");
    write_at(drawing, 105, 135, "1234");
    write_at(drawing, 105, 147, "56");
    end_page(drawing);
    check(drawing, "#不予公开|3~4|/|123456|/#~");
}

/* A number that found no room for its last digit: how much cells keep free tells neither a mark that hangs over a side nor what
 * stands where there is no room for two, and rules are drawn a little off. */
static void test_wrapped_numbers(void)
{
    static const char *const others[] = {"属于国，", "总"};
    static const int places[] = {52, 101};
    for (int i = 0; i < 2; i++) {
        struct drawing *drawing = begin();
        for (int row = 0; row < 4; row++)
            draw(drawing, 'h', 100 + 30 * row, 50, 124);
        for (int column = 0; column < 3; column++)
            draw(drawing, 'v', 50 + 50 * column - 26 * (column / 2), 100, 190);
        write_at(drawing, 55, 105, "规章");
        write_at(drawing, places[i], 135, others[i]);
        write_at(drawing, 105, 165, "12");
        write_at(drawing, 105, 177, "3");
        end_page(drawing);
        check(drawing, i ? "#规章||/|总|/|123|/#~" : "#规章||/属于国，||/|123|/#~");
    }
}

/* A mark that may not begin a line stands over the side of its cell. */
static void test_hanging_mark(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    write_at(drawing, 55, 105, "区分处理的");
    write_at(drawing, 146, 105, "，");
    write_cell(drawing, 100, 0, 1, "1");
    end_page(drawing);
    check(drawing, "#区分处理的 ，|1|/#~");
}

/* Below the last row of a page the sides of the table go on, with no lines between columns. */
static void test_room_at_foot(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    draw(drawing, 'v', 50, 420, 490);
    draw(drawing, 'v', 350, 420, 490);
    write_cells(drawing, 400, "规章|1|2");
    end_page(drawing);
    draw_grid(drawing, 50, 1, 3);
    write_cells(drawing, 50, "行政规范性文件|4|5");
    end_page(drawing);
    check(drawing, "#规章|1|2|/行政规范性文件|4|5|/#~");
}

/* The page ends within a head: a label that spans its rows goes on, the others are rows of their own. */
static void test_cut_head(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    write_cells(drawing, 400, "自|法人或其他组织");
    end_page(drawing);
    draw_grid(drawing, 50, 2, 3);
    write_cells(drawing, 50, "然人|商业企业/|4");
    end_page(drawing);
    check(drawing, "#自然人|法人或其他组织||/^|商业企业||/|4||/#~");
}

/* The rows of a table: lines across, and down at the places given. */
static void draw_rows(struct drawing *drawing, int y, int rows, const int *places, int count)
{
    for (int r = 0; r <= rows; r++)
        draw(drawing, 'h', y + 20 * r, places[0], places[count - 1]);
    for (int c = 0; c < count; c++)
        draw(drawing, 'v', places[c], y, y + 20 * rows);
}

/* Tables right below one another are told by cells that lie across those above; what a narrower one leaves free is no cell of it,
 * so that it is known to go on below the head that the next page repeats. The title of a table stands above it. */
static void test_stacked(void)
{
    static const int wide[] = {50, 120, 200, 350}, narrow[] = {50, 160, 300};
    struct drawing *drawing = begin();
    draw_rows(drawing, 100, 1, wide, 4);
    draw_rows(drawing, 120, 2, narrow, 3);
    draw(drawing, 'h', 140, 50, 300);
    write_at(drawing, 55, 105, "规章");
    write_at(drawing, 125, 105, "12");
    write_at(drawing, 55, 125, "行政许可");
    write_at(drawing, 165, 125, "3");
    write_at(drawing, 55, 145, "行政处罚");
    end_page(drawing);
    draw_rows(drawing, 50, 2, narrow, 3);
    draw_rows(drawing, 90, 1, wide, 4);
    write_at(drawing, 55, 55, "行政许可");
    write_at(drawing, 165, 55, "3");
    write_at(drawing, 55, 75, "行政强制");
    write_at(drawing, 125, 95, "6");
    end_page(drawing);
    check(drawing, "#规章|12||/#~#行政许可|3|/行政处罚||/行政强制||/#~#|6||/#~");
}

/* A table at the top of a page whose cells lie across those of the table above does not go on with it. */
static void test_next_page(void)
{
    static const int first[] = {50, 120, 200, 350}, next[] = {50, 160, 350};
    struct drawing *drawing = begin();
    draw_rows(drawing, 100, 1, first, 4);
    write_at(drawing, 125, 105, "12");
    end_page(drawing);
    draw_rows(drawing, 50, 1, next, 3);
    write_at(drawing, 165, 55, "3");
    end_page(drawing);
    check(drawing, "#|12||/#~#|3|/#~");
}

/* A mark for none below the label of a column is no rest of that. */
static void test_mark_below(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 2);
    write_cells(drawing, 400, "结果维持|结果纠正");
    end_page(drawing);
    draw_grid(drawing, 50, 1, 2);
    write_cells(drawing, 50, "——|5");
    end_page(drawing);
    check(drawing, "#结果维持|结果纠正|/——|5|/#~");
}

/* The unit of a number that a page cuts off is the number's. */
static void test_cut_unit(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    write_cells(drawing, 400, "规章|33|5件");
    end_page(drawing);
    draw_grid(drawing, 50, 2, 3);
    write_cells(drawing, 50, "|件/行政许可");
    end_page(drawing);
    check(drawing, "#规章|33件|5件|/行政许可|||/#~");
}

/* A head below a row with values is the next table's. */
static void check_next_table(const char *value, const char *expected)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    write_cell(drawing, 400, 0, 0, "政府集中采购");
    write_cell(drawing, 400, 0, 2, value);
    end_page(drawing);
    draw_grid(drawing, 50, 2, 3);
    write_cells(drawing, 50, "|申请人情况/|自然人");
    end_page(drawing);
    check(drawing, expected);
}

static void test_next_table(void)
{
    check_next_table("4", "#政府集中采购||4|/|申请人情况||/|自然人||/#~");
    check_next_table("", "#政府集中采购|||/|申请人情况||/|自然人||/#~");
}

/* Two pages side by side on each sheet: the left one, then the right one; unless something stands across the middle of a sheet.
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

static void test_halves(void)
{
    struct drawing *drawing = begin();
    draw_halves(drawing, "左侧");
    check(drawing, "左侧~#规章|1|/#~右侧~#行政|2|/#~");
    drawing = begin();
    draw_halves(drawing, "一个标题一直伸到中间以外的地方去");
    check(drawing, "一个标题一直伸到中间以外的地方去 右侧~#规章|1|/#~#行政|2|/#~");
}

/* A header whose last line has run into the row below it, and text behind it: no row that prints nothing. */
static void test_glued_row(void)
{
    static const char *const labels[][2] = {{"结果维", "持"}, {"结果纠", "正"}, {"其他结果", ""}, {"尚未审结", ""}, {"总", "计"}};
    struct drawing *drawing = begin();
    write_at(drawing, 160, 80, "行政复议");
    for (int i = 0; i < 5; i++) {
        write_at(drawing, 20 + 70 * i, 100, labels[i][0]);
        write_at(drawing, 30 + 70 * i, 111, labels[i][1]);
        write_at(drawing, 32 + 70 * i, 114, "0");
    }
    write_at(drawing, 20, 300, "下一步将继续做好政府信息公开工作。");
    end_page(drawing);
    check(drawing, "#||行政复议||||/结果维持0|结果纠正0下一步将继续做好政府信息公开工作。0|其他结果|尚未审结0|总|计0|/#~");
}

/* Words across the page, level or one character a line, and the same words where nothing stands are none of its text. */
static void write_large(struct drawing *drawing, int x, int y, int height, const char *text)
{
    for (size_t i = 0; text[3 * i]; i++, x += 20) {
        size_t length = strlen(drawing->chars);
        snprintf(drawing->chars + length, sizeof drawing->chars - length, "c %d00 %d00 %d00 %d00 %.3s\n", x, y, x + 20,
                 y + height, text + 3 * i);
        drawing->char_count++;
    }
}

static void test_stamps(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 50, 20, "甲乙丙");
    write_large(drawing, 50, 20, 60, "年度报告全文"); /* a font's boxes may be too high */
    draw_grid(drawing, 100, 2, 2);
    write_cells(drawing, 100, "规章|12/|5");
    write_large(drawing, 52, 99, 20, "仅供内部使用");
    write_large(drawing, 52, 300, 20, "仅供内部使用");
    write_large(drawing, 60, 121, 20, "样");
    write_large(drawing, 75, 135, 20, "本");
    write_at(drawing, 50, 200, "本表由各科室填报，经核对后汇总，如有疑问请联系办公室。");
    end_page(drawing);
    check(drawing, "甲乙丙~年度报告全文~#规章|12|/|5|/#~本表由各科室填报，经核对后汇总，如有疑问请联系办公室。~");
}

/* The head is printed again, and a label goes on behind the break. */
static void test_page_break(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 2, 3);
    write_cells(drawing, 400, "信息内容|甲/行政规范|5");
    write_at(drawing, 195, 470, "- 1 -");
    end_page(drawing);
    draw_grid(drawing, 50, 3, 3);
    write_cells(drawing, 50, "信息内容|甲/性文件/规章||8");
    write_at(drawing, 195, 470, "- 2 -");
    end_page(drawing);
    check(drawing, "#信息内容|甲||/行政规范性文件|5||/规章||8|/#~");
}

/* A label that has been misread is one over the break, though the form has neither its halves nor both together, where numbers
 * stand on one side only. */
static void test_misread_label(void)
{
    for (int both = 0; both < 2; both++) {
        struct drawing *drawing = begin();
        draw_grid(drawing, 440, 1, 3);
        write_cell(drawing, 440, 0, 0, "行故规");
        write_cell(drawing, 440, 0, 1, "5");
        write_at(drawing, 195, 470, "- 1 -");
        end_page(drawing);
        draw_grid(drawing, 50, 2, 3);
        write_cell(drawing, 50, 0, 0, "范牲文件");
        write_cell(drawing, 50, 0, 1, both ? "6" : "");
        write_cell(drawing, 50, 1, 0, "规章");
        write_cell(drawing, 50, 1, 2, "8");
        write_at(drawing, 195, 470, "- 2 -");
        end_page(drawing);
        check(drawing, both ? "#行故规|5||/范牲文件|6||/规章||8|/#~" : "#行故规范牲文件|5||/规章||8|/#~");
    }
}

/* Columns of the two pages differ: those of both count. */
static void test_columns_of_two_pages(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    write_cells(drawing, 400, "规章||1");
    end_page(drawing);
    for (int i = 0; i < 2; i++)
        draw(drawing, 'h', 50 + 20 * i, 50, 350);
    draw(drawing, 'v', 50, 50, 70);
    draw(drawing, 'v', 250, 50, 70);
    draw(drawing, 'v', 350, 50, 70);
    write_cells(drawing, 50, "行政许可||2");
    end_page(drawing);
    check(drawing, "#规章||1|/行政许可|<|2|/#~");
}

/* Sides nearer than half a character, of another table that the second page draws below the rest of this one: each keeps its
 * columns. */
static void test_sides_of_two_tables(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 1, 3);
    write_cells(drawing, 400, "规章|1");
    end_page(drawing);
    draw_grid(drawing, 50, 1, 3);
    draw(drawing, 'h', 90, 50, 350);
    static const int sides[] = {50, 146, 250, 350};
    for (int i = 0; i < 4; i++)
        draw(drawing, 'v', sides[i], 70, 90);
    write_cells(drawing, 50, "行政许可|2");
    write_at(drawing, 146, 75, "5");
    end_page(drawing);
    check(drawing, "#规章|<|1||/行政许可|<|2||/|5|<||/#~");
}

/* A label set from top to bottom where there is room for one character only: its columns run from right to left. */
static void test_down(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    write_cells(drawing, 100, "计 总|1");
    end_page(drawing);
    check(drawing, "#总计|1|/#~");
}

/* Numbers that run over a side of their cell: through a figure; between two; out of the table. */
static void test_wide_numbers(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 3, 2);
    write_at(drawing, 133, 105, "123456");
    write_at(drawing, 140, 125, "1234");
    write_at(drawing, 243, 145, "12.5");
    end_page(drawing);
    check(drawing, "#123456||/??|??|/|12.5|/#~");
}

/* A border drawn again at another place, through the words of a cell or of the one above it. */
static void test_struck(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 3, 2);
    draw(drawing, 'h', 127, 150, 250);
    draw(drawing, 'h', 152, 50, 150);
    write_cells(drawing, 100, "规章|12/行政许可|3/行政处罚|4");
    end_page(drawing);
    check(drawing, "#规章|12|/行政许可|3|/^|^|/行政处罚|4|/^|^|/#~");
}

/* Boxes that reach over all walls are higher than what is seen: the wall above a number is one, though nothing stands behind it.
 */
static void test_high_boxes(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 3, 2);
    for (int r = 0; r < 3; r++)
        write_at(drawing, 55, 98 + 20 * r, r == 0 ? "规章" : r == 1 ? "行政许可" : "行政处罚");
    write_at(drawing, 155, 98, "12");
    write_at(drawing, 155, 138, "4");
    end_page(drawing);
    check(drawing, "#规章|12|/行政许可||/行政处罚|4|/#~");
}

/* The head of a table is narrower than its rows: what is beside it is none of the cell below. */
static void test_narrow_head(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    draw(drawing, 'h', 140, 50, 270);
    draw(drawing, 'v', 50, 120, 140);
    draw(drawing, 'v', 150, 120, 140);
    draw(drawing, 'v', 270, 120, 140);
    write_cells(drawing, 100, "信息内容|总计/行政许可|7");
    end_page(drawing);
    check(drawing, "#信息内容|总计||/行政许可|7|<|/#~");
}

/* The numbers of a row stand above the break and its label below; sides are not drawn, and the label beside all rows ends none.
 */
static void test_cut_rows(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 400, 2, 3);
    write_cells(drawing, 400, "不予公开|属于国家秘密|4/||9");
    end_page(drawing);
    for (int i = 0; i < 3; i++)
        draw(drawing, 'h', 50 + 20 * i, 150, 350);
    draw(drawing, 'v', 250, 50, 90);
    draw(drawing, 'v', 350, 50, 90);
    write_cells(drawing, 50, "|属于行政查询事项/|重复申请|6");
    end_page(drawing);
    check(drawing, "#不予公开|属于国家秘密|4|/|属于行政查询事项|9|/^|重复申请|6|/#~");
}

/* Low room is a row where a cell is drawn in it, and none between lines that end at different columns. */
static void test_low_rows(void)
{
    struct drawing *drawing = begin();
    draw_grid(drawing, 100, 1, 2);
    draw(drawing, 'h', 126, 50, 250);
    for (int c = 0; c <= 2; c++)
        draw(drawing, 'v', 50 + 100 * c, 120, 126);
    write_cells(drawing, 100, "规章|12");
    end_page(drawing);
    check(drawing, "#规章|12|/||/#~");

    drawing = begin();
    draw(drawing, 'h', 100, 50, 250);
    draw(drawing, 'h', 120, 50, 150);
    draw(drawing, 'h', 126, 150, 250);
    draw(drawing, 'h', 146, 50, 250);
    for (int c = 0; c <= 2; c++)
        draw(drawing, 'v', 50 + 100 * c, 100, 146);
    write_cells(drawing, 100, "规章|12");
    write_at(drawing, 55, 131, "行政许可");
    write_at(drawing, 155, 131, "7");
    end_page(drawing);
    check(drawing, "#规章|12|/行政许可|7|/#~");
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

/* Without rules the places of words tell their columns; what stands before and behind is prose. */
static void test_unruled(void)
{
    static const char *const rows[][4] = {{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
                                          {"规章", "7", "0", "9556"},
                                          {"行政规范性文件", "12", "", "81"}};
    struct drawing *drawing = begin();
    write_at(drawing, 50, 60, "二、主动公开政府信息情况");
    for (int r = 0; r < 3; r++)
        for (int c = 0; c < 4; c++)
            write_at(drawing, 50 + (c ? 10 : 0) + 90 * c, 100 + 20 * r, rows[r][c]);
    write_at(drawing, 50, 180, "以上数字截至年底。");
    end_page(drawing);
    check(drawing, "二、主动公开政府信息情况~#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|7|0|9556|/"
                   "行政规范性文件|12||81|/#~以上数字截至年底。~");
}

/* Where no rules are drawn, the last digits of a number, its unit, or the half of a dash may stand below: beside the row's other
 * numbers, or half a line below them, or on the line of the row's label. */
static void test_narrow_columns(void)
{
    static const struct {
        int row, first, second;
        const char *above, *below, *expected;
    } cases[] = {{150, 150, 162, "12", "34", "1234"},
                 {156, 150, 162, "12", "34", "1234"},
                 {162, 150, 162, "12", "34", "1234"},
                 {150, 150, 162, "12", "件", "12件"},
                 {156, 150, 162, "—", "—", "——"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawing *drawing = begin();
        write_at(drawing, 20, 90, "信息内容");
        write_at(drawing, 120, 90, "本年新制作数量");
        write_at(drawing, 200, 90, "本年新公开数量");
        write_at(drawing, 280, 90, "对外公开总数量");
        for (int row = 0; row < 3; row++) {
            int y = row == 1 ? cases[i].row : 120 + 35 * row;
            write_at(drawing, 20, y, row == 1 ? "规范性文件" : "规章");
            write_at(drawing, 152, y, "4");
            write_at(drawing, 232, y, "0");
            write_at(drawing, 310, y, row == 1 ? "" : "60");
        }
        write_at(drawing, 310, cases[i].first, cases[i].above);
        write_at(drawing, 310, cases[i].second, cases[i].below);
        end_page(drawing);
        check(drawing,
              arena_printf(
                  drawing->arena,
                  "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|4|0|60|/规范性文件|4|0|%s|/规章|4|0|60|/#~",
                  cases[i].expected));
    }
}

/* Numbers of a row at the same height of two pages are no header. */
static void test_rows_at_tops(void)
{
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_at(drawing, 150, 20, page ? "7" : "4");
        write_at(drawing, 200, 20, "5");
        write_at(drawing, 250, 20, "6");
        write_at(drawing, 50, 200, page ? "说明如下。" : "情况见表。");
        end_page(drawing);
    }
    check(drawing, "4 5 6情况见表。~7 5 6说明如下。~");
}

/* The number of a label is left on the line above. */
static void test_number_above(void)
{
    static const char *const head[] = {"自然人", "商业企业", "科研机构", "总计"};
    struct drawing *drawing = begin();
    for (int c = 0; c < 4; c++)
        write_at(drawing, 200 + 50 * c, 60, head[c]);
    write_at(drawing, 50, 100, "1.属于国家秘密");
    write_at(drawing, 70, 140, "2");
    write_at(drawing, 50, 152, ".其他法律行政法规禁止公开");
    for (int c = 0; c < 4; c++)
        for (int r = 0; r < 2; r++)
            write_at(drawing, 210 + 50 * c, r ? 152 : 100, r ? "12" : "7");
    end_page(drawing);
    check(drawing, "#|自然人|商业企业|科研机构|总计|/1.属于国家秘密|7|7|7|7|/2.其他法律行政法规禁止公开|12|12|12|12|/#~");
}

/* A browser draws the sides of a row that goes on across the margin, where it prints the file's name. */
static void test_margins(void)
{
    struct drawing *drawing = begin();
    draw(drawing, 'h', 400, 50, 350);
    for (int c = 0; c < 4; c++)
        draw(drawing, 'v', 50 + 100 * c, 400, 500);
    write_cells(drawing, 400, "行政许可|3");
    write_at(drawing, 60, 480, "file:///srv/reports/sheet.html 1/2");
    end_page(drawing);
    draw_grid(drawing, 50, 1, 3);
    write_cells(drawing, 50, "规章|12");
    write_at(drawing, 60, 480, "file:///srv/reports/sheet.html 2/2");
    end_page(drawing);
    check(drawing, "#行政许可|3||/规章|12||/#~");
}

/* Two points part the labels of columns, a unit stands below its number, and the second page repeats the head. */
static void test_tight(void)
{
    static const char *const head[] = {"本年制发件数", "本年废止件数", "现行有效件数"};
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_at(drawing, 60, 50, "信息内容");
        for (int c = 0; c < 3; c++)
            write_at(drawing, 122 + 62 * c, 50, head[c]);
        write_at(drawing, 60, 80, page ? "行政规范性文件" : "规章");
        write_at(drawing, page ? 145 : 140, 80, page ? "31" : "7件");
        write_at(drawing, 205, page ? 80 : 74, page ? "8" : "9556");
        write_at(drawing, 210, page ? 94 : 86, page ? "" : "件");
        write_at(drawing, 265, 80, page ? "0" : "65件");
        end_page(drawing);
    }
    check(drawing, "#信息内容|本年制发件数|本年废止件数|现行有效件数|/规章|7件|9556件|65件|/行政规范性文件|31|8|0|/#~");
}

/* A word whose middle is at `middle`. */
static void write_centred(struct drawing *drawing, int middle, int y, const char *text)
{
    int width = 0;
    for (const char *at = text; *at; at += utf8_length((unsigned char)*at))
        width += utf8_length((unsigned char)*at) > 1 ? 10 : 5;
    write_at(drawing, middle - width / 2, y, text);
}

/* The same value under the middles of so many columns. */
static void write_values(struct drawing *drawing, const int *middle, int count, int y, const char *text)
{
    for (int c = 0; c < count; c++)
        write_centred(drawing, middle[c], y, text);
}

static const int middles[] = {240, 300, 345, 380};

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

/* Rows without room between them: the words of the forms tell where a label ends, and numbers stand in the middle of theirs.
 * Columns are those of the labels that have the same middle, though cells are empty. */
static void test_wrapped(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_centred(drawing, 120, 80, "2.其他法律行政法规");
    write_centred(drawing, 120, 90, "禁止公开");
    write_centred(drawing, middles[1], 85, "100");
    write_centred(drawing, middles[3], 85, "100");
    write_centred(drawing, 120, 100, "4.保护第三方");
    write_centred(drawing, 120, 110, "合法权益");
    write_centred(drawing, middles[0], 105, "7");
    write_centred(drawing, middles[3], 105, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "2.其他法律行政法规禁止公开||100||100|/4.保护第三方合法权益|7|||7|/#~");
}

/* Cells of side labels and of labels stand close to each other: another base, a side that words above have, another enumerator
 * and a bracket that is not open part them; and numbers a little above or below their label are its row's. A bracket hangs out of
 * the line that it begins. */
static void test_close_cells(void)
{
    static const struct {
        int x, y;
        const char *words;
    } cases[][5] = {{{24, 84, "三、本"}, {24, 94, "年度办"}, {24, 104, "理结果"}, {56, 100, "(二)部分公开"}},
                    {{48, 85, "4.保护第三方合法"}, {24, 97, "(三)"}, {48, 97, "权益"}, {24, 109, "不予"}, {24, 121, "公开"}},
                    {{24, 85, "三、"}, {46, 85, "(一"}, {24, 97, "本年"}, {46, 97, ")"}, {46, 109, "予以公开"}},
                    {{24, 100, "三、本年度办理结果"}, {136, 104, "1.属于国家秘密"}},
                    {{40, 86, "（二）部分公开（区分处理的，"}, {45, 96, "只计这一情形，不计"}, {45, 106, "其他情形）"}}};
    static const struct {
        int values;
        const char *before, *expected;
    } rows[] = {{100, "|", "三、本年度办理结果|(二)部分公开|7|||7|/"},
                {91, "||", "|(三)不予公开|4.保护第三方合法权益|7|||7|/"},
                {97, "", "三、本年|||||/(一)予以公开|7|||7|/"},
                {100, "|", "三、本年度办理结果|1.属于国家秘密|7|||7|/"},
                {82, "", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）|7|||7|/"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawing *drawing = begin();
        write_head(drawing);
        for (size_t k = 0; k < 5 && cases[i][k].words; k++)
            write_at(drawing, cases[i][k].x, cases[i][k].y, cases[i][k].words);
        write_centred(drawing, middles[0], rows[i].values, "7");
        write_centred(drawing, middles[3], rows[i].values, "7");
        end_page(drawing);
        check(drawing, arena_printf(drawing->arena, "#%s" HEAD "%s#~", rows[i].before, rows[i].expected));
    }
}

/* The bracket that begins the next label, alone on its line, ends none. */
static void test_bracket_alone(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 50, 80, "（六）其他处");
    write_at(drawing, 50, 90, "理");
    write_at(drawing, 50, 100, "（");
    write_at(drawing, 50, 110, "七）总计");
    write_values(drawing, middles, 4, 105, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "（六）其他处理|||||/（七）总计|7|7|7|7|/#~");
}

/* Where a bracket, a number or 无, which may be one, stands two points off a label, a column begins if it does so on other lines.
 */
static void test_tight_sides(void)
{
    static const char *const sides[2][5] = {{"三、", "本年", "度办", "理结", "果"}, {"(四)", "无", "法", "提", "供"}};
    struct drawing *drawing = begin();
    write_head(drawing);
    for (int side = 0; side < 2; side++)
        for (int line = 0; line < 5; line++)
            write_at(drawing, 2 + 22 * side, 110 + 10 * (line + 2 * side), sides[side][line]);
    for (int row = 0; row < 3; row++) {
        static const char *const rows[] = {"1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
                                           "3.补正后申请内容仍不明确"};
        write_at(drawing, 46, 130 + 20 * row, rows[row]);
        write_values(drawing, middles, 4, 130 + 20 * row, row ? "3" : "7");
    }
    end_page(drawing);
    check(drawing, "#||" HEAD "三、本年度办理结果|(四)无法提供|1.本机关不掌握相关政府信息|7|7|7|7|/"
                   "||2.没有现成信息需要另行制作|3|3|3|3|/||3.补正后申请内容仍不明确|3|3|3|3|/#~");
}

/* A number is set on two lines around the numbers of its row, in a table whose rows are as close as lines and have no labels. */
static void test_around_row(void)
{
    struct drawing *drawing = begin();
    for (int c = 0; c < 4; c++) {
        static const char *const head[] = {"结果维持", "结果纠正", "其他结果", "总计"};
        write_centred(drawing, 50 + 60 * c, 50, head[c]);
        write_centred(drawing, 50 + 60 * c, c == 3 ? 80 : 85, c == 3 ? "1" : "4");
    }
    write_centred(drawing, 230, 90, "2");
    write_at(drawing, 10, 110, "1.属于国家秘密");
    write_at(drawing, 10, 121, "8.属于行政查询事项");
    end_page(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(shown(drawing), "|4|4|4|12|/"));
    arena_free(drawing->arena);
}

/* A line that the end of a page cuts, which browsers print on both: with a piece of its label, and with numbers alone. */
static void test_cut_line(void)
{
    for (int words = 0; words < 2; words++) {
        struct drawing *drawing = begin();
        write_head(drawing);
        write_at(drawing, 50, 80, "1.属于国家秘密");
        write_values(drawing, middles, 4, 80, "3");
        for (int page = 0; page < 2; page++) {
            write_values(drawing, middles, 4, page ? 40 : 110, "7");
            write_at(drawing, 50, page ? 47 : 103, page ? "大量反复申请" : words ? "4.无正当" : "4.无正当理由");
            write_at(drawing, 80, page ? 40 : 110, words ? "理由" : "");
            if (page)
                write_at(drawing, 50, 70, "8.属于行政查询事项"), write_values(drawing, middles, 4, 70, "5");
            end_page(drawing);
        }
        check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|3|/4.无正当理由大量反复申请|7|7|7|7|/8.属于行政查询事项|5|5|5|5|/#~");
    }
}

/* Where columns are narrower than numbers, rows have room between them, and the lines of a number have none. */
static void test_numbers_of_rows(void)
{
    static const char *const digits[2][3] = {{"4", "8", "5"}, {"1", "9"}};
    struct drawing *drawing = begin();
    write_head(drawing);
    for (int row = 0; row < 3; row++) {
        write_at(drawing, 50, 90 + 29 * row,
                 row ? row == 1 ? "2.其他法律行政法规禁止公开" : "8.属于行政查询事项" : "1.属于国家秘密");
        write_values(drawing, middles, 3, 90 + 29 * row, "7");
        for (int line = 0; line < 3 && row < 2; line++)
            if (digits[row][line])
                write_centred(drawing, middles[3], 80 + 34 * row + 10 * line, digits[row][line]);
    }
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|7|7|7|485|/2.其他法律行政法规禁止公开|7|7|7|19|/8.属于行政查询事项|7|7|7||/#~");
}

/* The label of a table's first row has slipped below its numbers, as browsers do at the foot of a page. Above another row's they
 * may be of a row that has lost its label. */
static void test_first_label_below(void)
{
    for (int first = 0; first < 2; first++) {
        struct drawing *drawing = begin();
        write_head(drawing);
        write_values(drawing, middles, 4, 80, "7");
        write_at(drawing, 50, 95, first ? "一、本年新收政府信息公开申请数量" : "1.属于国家秘密");
        end_page(drawing);
        write_at(drawing, 50, 40, first ? "二、上年结转政府信息公开申请数量" : "2.其他法律行政法规禁止公开");
        write_values(drawing, middles, 4, 40, "3");
        end_page(drawing);
        check(drawing, first ? "#" HEAD "一、本年新收政府信息公开申请数量|7|7|7|7|/二、上年结转政府信息公开申请数量|3|3|3|3|/#~"
                             : "#" HEAD "|7|7|7|7|/1.属于国家秘密|||||/2.其他法律行政法规禁止公开|3|3|3|3|/#~");
    }
}

/* The head that a page repeats is known though its characters make other lines, beside others. */
static void test_repeated_head(void)
{
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_head(drawing);
        write_at(drawing, 10, 46, page ? "" : "单位");
        write_at(drawing, 50, 90, page ? "3.危及“三安全一稳定”" : "1.属于国家秘密");
        write_values(drawing, middles, 4, 90, page ? "7" : "3");
        end_page(drawing);
    }
    check(drawing, "#单位" HEAD "1.属于国家秘密|3|3|3|3|/3.危及“三安全一稳定”|7|7|7|7|/#~");
}

/* Rows that have the same numbers are no line that is cut where each has a label. */
static void test_same_numbers(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 50, 80, "1.属于国家秘密");
    write_values(drawing, middles, 4, 80, "7");
    write_at(drawing, 50, 96, "2.其他法律行政法规禁止公开");
    write_values(drawing, middles, 4, 110, "0");
    end_page(drawing);
    write_values(drawing, middles, 4, 40, "0");
    write_at(drawing, 50, 54, "3.危及“三安全一稳定”");
    end_page(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(shown(drawing), "/|0|0|0|0|/|0|0|0|0|/"));
    arena_free(drawing->arena);
}

/* Poppler makes figures that stand evenly apart a word without room in it. */
static void test_even_digits(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 50, 80, "1.属于国家秘密");
    for (int c = 0; c < 4; c++) {
        size_t length = strlen(drawing->chars);
        snprintf(drawing->chars + length, sizeof drawing->chars - length, "c %d00 8000 %d00 9000 %d\n", 300 + 8 * c,
                 c == 3 ? 329 : 308 + 8 * c, c + 1);
        drawing->char_count++;
    }
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|1|2|3|4|/#~");
}

/* A number that stands two points off the unit of another is one of its own. */
static void test_close_units(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 50, 80, "1.属于国家秘密");
    write_at(drawing, 225, 80, "10件");
    write_at(drawing, 286, 80, "200件");
    write_at(drawing, 335, 80, "30件");
    write_at(drawing, 357, 80, "1843件");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|10件|200件|30件|1843件|/#~");
}

/* Beside the head that a page repeats a label runs down; a row that has the values of the first below the head is none of it, and
 * a head whose caption the page before ends with is not repeated. */
static void test_repeated_parts(void)
{
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_head(drawing);
        write_at(drawing, 2, 60, page ? "本" : "");
        write_at(drawing, 2, page ? 70 : 105, page ? "年" : "三");
        write_at(drawing, 50, 80, page ? "3.危及“三安全一稳定”" : "1.属于国家秘密");
        write_values(drawing, middles, 4, 80, "—");
        end_page(drawing);
    }
    const char *text = shown(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "1.属于国家秘密|—|—|—|—|"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "3.危及“三安全一稳定”|—|—|—|—|"));
    CU_ASSERT_PTR_NULL(strstr(strstr(text, "科研机构") + 1, "科研机构"));
    arena_free(drawing->arena);
    drawing = begin();
    for (int part = 0; part < 2; part++) {
        write_at(drawing, 100, part ? 130 : 50, part ? "第二十条第(六)项" : "第二十条第(五)项");
        if (part)
            end_page(drawing);
        write_at(drawing, 60, part ? 50 : 70, "信息内容");
        write_at(drawing, 200, part ? 50 : 70, "本年处理决定数量");
        write_at(drawing, 60, part ? 70 : 90, part ? "行政处罚" : "行政许可");
        write_at(drawing, 200, part ? 90 : 90, part ? "" : "7");
        write_at(drawing, 60, part ? 90 : 110, part ? "行政强制" : "");
        write_at(drawing, 200, 90, part ? "5" : "");
    }
    end_page(drawing);
    text = shown(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "信息内容|本年处理决定数量|/行政处罚||/行政强制|5|"));
    arena_free(drawing->arena);
}

/* Rows are cut into tables that have the fewest places: that with two of its own, as many as which the next has of four, is one
 * by itself. Columns are not where other rows of the table have their labels. */
static void test_cut_into_tables(void)
{
    static const int own[] = {262, 330}, others[] = {285, 318, 360, 395}, last[] = {318, 350, 383};
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 85, 80, "1.属于国家秘密");
    write_values(drawing, middles, 4, 80, "3");
    write_at(drawing, 70, 100, "4.保护第三方合法权益");
    write_values(drawing, own, 2, 100, "7");
    write_at(drawing, 70, 120, "3.危及“三安全一稳定”");
    write_centred(drawing, others[1], 120, "5");
    write_centred(drawing, others[3], 120, "5");
    write_at(drawing, 70, 140, "8.属于行政查询事项");
    write_values(drawing, others, 4, 140, "9");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|/3.危及“三安全一稳定”||5||5|/"
                   "8.属于行政查询事项|9|9|9|9|/#~");
    drawing = begin();
    write_head(drawing);
    write_at(drawing, 85, 80, "1.属于国家秘密");
    write_values(drawing, middles, 4, 80, "3");
    write_at(drawing, 70, 100, "4.保护第三方合法权益");
    write_values(drawing, last, 3, 100, "7");
    write_at(drawing, 10, 120, "（七）总计");
    write_centred(drawing, 100, 120, "9");
    write_centred(drawing, last[2], 120, "9");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|7|/（七）总计|9|9|/#~");
}

/* A row that is a table of its own, with an empty column: its places are as far apart as columns are wide, in proportion. */
static void test_empty_column(void)
{
    static const char *const head[] = {"自然人", "商业企业", "科研机构", "总计"};
    static const int right[] = {240, 290, 340, 370}, left[] = {210, 250, 300, 350}, own[] = {306, 330, 370};
    struct drawing *drawing = begin();
    for (int c = 0; c < 4; c++) {
        write_at(drawing, left[c], 50, head[c]);
        write_at(drawing, right[c] - 5, 80, "3");
        write_at(drawing, c < 3 ? own[c] - 5 : 0, 100, c < 3 ? "7" : "");
    }
    write_at(drawing, 85, 80, "1.属于国家秘密");
    write_at(drawing, 70, 100, "4.保护第三方合法权益");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7||7|/#~");
}

/* Dashes of two rows, each a little above its label, are no dash of two lines. */
static void test_dashes_of_rows(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    for (int row = 0; row < 4; row++) {
        static const char *const labels[] = {"1.属于国家秘密", "2.其他法律行政法规禁止公开", "6.属于四类过程性信息",
                                             "7.属于行政执法案卷"};
        int y = row < 2 ? 80 + 11 * row : 60 + 40 * row;
        write_at(drawing, 50, y, labels[row]);
        write_values(drawing, middles, 4, y - 4, row < 2 ? "—" : "7");
    }
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|—|—|—|—|/2.其他法律行政法规禁止公开|—|—|—|—|/"
                   "6.属于四类过程性信息|7|7|7|7|/7.属于行政执法案卷|7|7|7|7|/#~");
}

/* Numbers that no column has room for go on below: as all of a row do, the distance of rows is that of most of their labels. */
static void test_numbers_below(void)
{
    static const char *const labels[] = {
        "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",       "4.保护第三方合法权益",
        "5.属于三类内部事务信息",     "6.属于四类过程性信息",       "7.属于行政执法案卷",
        "8.属于行政查询事项",         "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作"};
    struct drawing *drawing = begin();
    const char *expected = "#" HEAD "1.属于国家秘密|13|13|13|13|/";
    write_head(drawing);
    write_at(drawing, 50, 86, "1.属于国家秘密");
    write_values(drawing, middles, 4, 80, "1");
    write_values(drawing, middles, 4, 92, "3");
    for (int row = 0; row < 9; row++) {
        write_at(drawing, 50, 110 + 20 * row, labels[row]);
        write_values(drawing, middles, 4, 110 + 20 * row, "7");
        expected = arena_printf(drawing->arena, "%s%s|7|7|7|7|/", expected, labels[row]);
    }
    write_at(drawing, 50, 281, "3.补正后申请内容仍不明确");
    end_page(drawing);
    check(drawing, arena_printf(drawing->arena, "%s3.补正后申请内容仍不明确|||||/#~", expected));
}

/* Frames around tables, and rules between rows, part no columns: what they enclose is set by measure. */
static void test_stacked_frames(void)
{
    struct drawing *drawing = begin();
    for (int y = 40; y <= 120; y += 40)
        draw(drawing, 'h', y, 15, 390);
    draw(drawing, 'v', 15, 40, 120);
    draw(drawing, 'v', 390, 40, 120);
    write_head(drawing);
    write_at(drawing, 50, 90, "1.属于国家秘密");
    write_values(drawing, middles, 4, 90, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|7|7|7|7|/#~");
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

/* The head that a page repeats is known by its labels, close as they stand. */
static void test_close_head(void)
{
    static const char *const head[] = {"本年新制作数量", "本年新公开数量", "对外公开总数量"};
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_at(drawing, 20, 60, "信息");
        write_at(drawing, 20, 70, "内容");
        for (int c = 0; c < 3; c++) {
            write_at(drawing, 80 + 73 * c, 65, head[c]);
            write_centred(drawing, 115 + 73 * c, 95, "1");
        }
        write_at(drawing, 20, 95, page ? "规范性文件" : "规章");
        end_page(drawing);
    }
    check(drawing, "#信息内容|本年新制作数量|本年新公开数量|对外公开总数量|/规章|1|1|1|/规范性文件|1|1|1|/#~");
}

/* Two points are between a label and the number beside its second line, after which the line ends. */
static void test_number_close(void)
{
    static const char *const head[] = {"自然人", "商业企业", "科研机构", "总计"};
    struct drawing *drawing = begin();
    for (int c = 0; c < 4; c++)
        write_at(drawing, 92 + 50 * c, 50, head[c]);
    write_at(drawing, 50, 80, "2.其他法");
    write_at(drawing, 50, 90, "律行政法");
    write_at(drawing, 50, 100, "规禁止公");
    write_at(drawing, 50, 110, "开");
    write_at(drawing, 92, 90, "6");
    write_at(drawing, 242, 95, "6");
    end_page(drawing);
    check(drawing, "#|自然人|商业企业|科研机构|总计|/2.其他法律行政法规禁止公开|6|||6|/#~");
}

/* The cells of a row are set at their tops: the number stands beside the first line of its label. */
static void test_tops(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_centred(drawing, 120, 80, "2.其他法律行政法规");
    write_centred(drawing, 120, 92, "禁止公开");
    write_centred(drawing, 120, 104, "4.保护第三方合法权益");
    write_centred(drawing, middles[1], 80, "100");
    write_centred(drawing, middles[3], 80, "100");
    write_centred(drawing, middles[0], 104, "7");
    write_centred(drawing, middles[3], 104, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "2.其他法律行政法规禁止公开||100||100|/4.保护第三方合法权益|7|||7|/#~");
}

/* Where a page ends within a label, it goes on at the top of the next. */
static void test_label_over_pages(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_centred(drawing, 120, 80, "1.属于国家秘密");
    write_centred(drawing, middles[2], 80, "3");
    write_centred(drawing, middles[3], 80, "3");
    write_centred(drawing, 120, 100, "4.保护第三方");
    write_centred(drawing, middles[0], 100, "7");
    write_centred(drawing, middles[3], 100, "7");
    end_page(drawing);
    write_centred(drawing, 120, 50, "合法权益");
    write_centred(drawing, 120, 70, "3.危及“三安全一稳定”");
    write_centred(drawing, middles[1], 70, "9");
    write_centred(drawing, middles[3], 70, "9");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|||3|3|/4.保护第三方合法权益|7|||7|/3.危及“三安全一稳定”||9||9|/#~");
}

/* Rows below stand in other places than the labels, as those of another table do: what it does not tell is not placed. */
static void test_other_places(void)
{
    static const int others[] = {305, 335, 362};
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 85, 80, "1.属于国家秘密");
    write_centred(drawing, middles[1], 80, "3");
    write_centred(drawing, middles[3], 80, "3");
    write_at(drawing, 70, 100, "4.保护第三方合法权益");
    write_at(drawing, 70, 120, "3.危及“三安全一稳定”");
    for (int c = 0; c < 3; c++)
        write_centred(drawing, others[c], c == 1 ? 100 : 120, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密||3||3|/4.保护第三方合法权益|7|/3.危及“三安全一稳定”|7|7|/#~");
}

/* Where the rest of a table is set as one of its own, as many places as there are columns tell these; a page before that has less
 * of them stands as that one does. */
static void test_own_places(void)
{
    static const char *const rows[] = {"1.属于国家秘密", "4.保护第三方合法权益", "3.危及“三安全一稳定”"};
    static const int others[] = {285, 318, 360, 395};
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 85, 80, rows[0]);
    write_values(drawing, middles, 4, 80, "3");
    write_at(drawing, 70, 100, rows[1]);
    write_centred(drawing, others[0], 100, "5");
    write_centred(drawing, others[2], 100, "5");
    end_page(drawing);
    write_at(drawing, 70, 80, rows[2]);
    write_values(drawing, others, 4, 80, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|5||5||/3.危及“三安全一稳定”|7|7|7|7|/#~");
}

/* Rows in places of their own below one that stands as the labels do are another table's: in as many places as there are columns
 * they tell these, though one of them stands as a label does; in fewer they tell none, nor does it help that all together are as
 * many. */
static void test_parts(void)
{
    static const char *const rows[] = {"1.属于国家秘密", "4.保护第三方合法权益", "3.危及“三安全一稳定”"};
    static const int others[] = {285, 318, 360, 395}, last[] = {262, 303, 330, 372};
    for (int places = 2; places <= 4; places += 2) {
        struct drawing *drawing = begin();
        write_head(drawing);
        write_at(drawing, 85, 80, rows[0]);
        for (int c = 0; c < 4; c++)
            if (places == 4 || c == 0 || c == 1)
                write_centred(drawing, middles[c], 80, "3");
        for (int r = 1; r < 3; r++) {
            write_at(drawing, 70, 80 + 20 * r, rows[r]);
            for (int c = 0; c < 4; c++)
                if (places == 4 || c > 1)
                    write_centred(drawing, places == 4 && r == 2 ? last[c] : others[c], 80 + 20 * r, "7");
        }
        end_page(drawing);
        check(drawing, places == 4 ? "#" HEAD
                                     "1.属于国家秘密|3|3|3|3|/4.保护第三方合法权益|7|7|7|7|/3.危及“三安全一稳定”|7|7|7|7|/#~"
                                   : "#" HEAD "1.属于国家秘密|3|3|||/4.保护第三方合法权益|7|7|/3.危及“三安全一稳定”|7|7|/#~");
    }
}

/* The numbers of a row at the foot of a page are no page number, though the first is that of the page. */
static void test_row_at_foot(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 70, 80, "1.属于国家秘密");
    write_values(drawing, middles, 4, 80, "3");
    write_at(drawing, 70, 100, "4.保护第三方");
    write_at(drawing, 70, 110, "合法权益");
    for (int c = 0; c < 4; c++)
        write_centred(drawing, middles[c], 125, c ? "3" : "1");
    end_page(drawing);
    CU_ASSERT_PTR_NOT_NULL(strstr(shown(drawing), "|1|3|3|3|"));
    arena_free(drawing->arena);
}

/* Numbers in digits of full width, of which some are wrapped, and a label whose point is. */
static void test_full_width(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_centred(drawing, 120, 80, "4");
    write_centred(drawing, 120, 90, "．保护第三方合法权益");
    write_values(drawing, middles, 3, 85, "２６");
    write_centred(drawing, middles[3], 80, "７");
    write_centred(drawing, middles[3], 90, "８");
    write_centred(drawing, 120, 120, "1.属于国家秘密");
    write_values(drawing, middles, 4, 120, "０");
    end_page(drawing);
    check(drawing, "#" HEAD "4．保护第三方合法权益|２６|２６|２６|７８|/1.属于国家秘密|０|０|０|０|/#~");
}

/* What reaches the edge of the paper is cut off: a number there cannot be read. */
static void test_cut_off(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 70, 95, "1.属于国家秘密");
    write_values(drawing, middles, 3, 95, "3");
    write_at(drawing, 375, 95, "12345");
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|3|3|3|?|/#~");
}

/* A number stands beside the first line of a label whose second reaches further: left of where that ends. */
static void test_under_number(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    write_at(drawing, 50, 80, "2.其他");
    write_at(drawing, 50, 90, "法律行政法规禁止公开");
    write_at(drawing, 125, 80, "7");
    write_values(drawing, middles + 1, 3, 80, "7");
    end_page(drawing);
    check(drawing, "#" HEAD "2.其他法律行政法规禁止公开|7|7|7|7|/#~");
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

/* A space that is not seen moves all numbers. */
static void test_shifted(void)
{
    struct drawing *drawing = begin();
    write_head(drawing);
    for (int r = 0; r < 2; r++) {
        write_at(drawing, 70, 80 + 20 * r, r ? "4.保护第三方合法权益" : "1.属于国家秘密");
        for (int c = 0; c < 4; c++)
            if (r || c != 1)
                write_centred(drawing, middles[c] - 3, 80 + 20 * r, r ? "0" : "—");
    }
    end_page(drawing);
    check(drawing, "#" HEAD "1.属于国家秘密|—||—|—|/4.保护第三方合法权益|0|0|0|0|/#~");
}

/* A table printed twice ends two pages of six alike: its last row is no footer. */
static void test_printed_twice(void)
{
    static const char *const words[] = {"甲。", "乙乙。", "丙丙丙。", "丁丁丁丁。", "戊戊戊戊戊。", "己。"};
    struct drawing *drawing = begin();
    for (int page = 0; page < 6; page++) {
        write_at(drawing, 50, 100, words[page]);
        if (page % 4 == 1)
            write_at(drawing, 50, 480, "0 0");
        end_page(drawing);
    }
    check(drawing, "甲。~乙乙。~0 0~丙丙丙。~丁丁丁丁。~戊戊戊戊戊。己。~0 0~");
}

/* What two pages end with by chance stands as close to the line above as lines of a cell do, and is no footer. */
static void test_last_line(void)
{
    struct drawing *drawing = begin();
    for (int page = 0; page < 2; page++) {
        write_head(drawing);
        write_at(drawing, 70, 475, page ? "4.保护第三方合法权益" : "1.属于国家秘密");
        for (int c = 0; c < 4; c++)
            write_centred(drawing, middles[c], c ? 475 : 470, c ? "0件" : "6");
        write_centred(drawing, middles[0], 481, "件");
        end_page(drawing);
    }
    check(drawing, "#" HEAD "1.属于国家秘密|6件|0件|0件|0件|/4.保护第三方合法权益|6件|0件|0件|0件|/#~");
}

/* Full lines go on, over pages too; indented ones begin anew; what every page repeats is left out. */
static void test_paragraphs(void)
{
    struct drawing *drawing = begin();
    write_at(drawing, 50, 20, "某县公报");
    write_at(drawing, 70, 100, "本局依法公开信息");
    write_at(drawing, 50, 120, "并回应群众的关切，全");
    write_at(drawing, 150, 480, "1");
    end_page(drawing);
    write_at(drawing, 50, 20, "某县公报");
    write_at(drawing, 50, 100, "年无收费。");
    write_at(drawing, 70, 120, "下一段");
    write_at(drawing, 150, 480, "2");
    end_page(drawing);
    check(drawing, "本局依法公开信息并回应群众的关切，全年无收费。~下一段~");
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
    static const char *const cases[][2] = {
        {"nianbao-sheets 1\nerror encrypted\n", "refused: the PDF is encrypted: save it without a password first"},
        {"nianbao-sheets 1\nerror damaged\n", "refused: the PDF is damaged: no pages can be read from it"},
        {"nianbao-sheets 1\npage 100 100 0 0\nend 1\n",
         "refused: the PDF has pictures but no text: its text must be recognised (OCR) first"},
        {"nianbao-sheets 1\npage 100 100 0 0\n", "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1 ocr\npage 100 100 0 0\n", "refused: what nianbao-ocr printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 99999999 0\nend 1\n", "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3\nend 1\n", "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3 4 \xE4\xBA*\nend 1\n", "refused: what nianbao-pdf printed is not complete"},
        {"nianbao-sheets 1\npage 100 100 1 0\nc 1 2 3 4 \xE4", "refused: what nianbao-pdf printed is not complete"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct drawing *drawing = begin();
        strcpy(drawing->pages, cases[i][0]);
        check(drawing, cases[i][1]);
    }
}

static CU_TestInfo tests[] = {
    {"grid", test_grid},
    {"spans", test_spans},
    {"stacked", test_stacked},
    {"next page", test_next_page},
    {"cut unit", test_cut_unit},
    {"mark below", test_mark_below},
    {"borders of two", test_borders_of_two},
    {"double corners", test_double_corners},
    {"dots", test_dots},
    {"a line with its ends exchanged", test_exchanged_ends},
    {"open foot", test_open_foot},
    {"layout", test_layout},
    {"hanging words", test_hanging_words},
    {"boxes apart", test_boxes_apart},
    {"narrowest column", test_narrowest_column},
    {"all double", test_all_double},
    {"framed", test_framed},
    {"dashed", test_dashed},
    {"half ruled", test_half_ruled},
    {"lines in cells", test_lines_in_cells},
    {"wrapped numbers", test_wrapped_numbers},
    {"hanging mark", test_hanging_mark},
    {"room at foot", test_room_at_foot},
    {"cut head", test_cut_head},
    {"next table", test_next_table},
    {"glued row", test_glued_row},
    {"halves", test_halves},
    {"stamps", test_stamps},
    {"page break", test_page_break},
    {"misread label", test_misread_label},
    {"columns of two pages", test_columns_of_two_pages},
    {"sides of two tables", test_sides_of_two_tables},
    {"struck", test_struck},
    {"high boxes", test_high_boxes},
    {"narrow head", test_narrow_head},
    {"down", test_down},
    {"wide numbers", test_wide_numbers},
    {"cut rows", test_cut_rows},
    {"low rows", test_low_rows},
    {"turned", test_turned},
    {"unruled", test_unruled},
    {"own places", test_own_places},
    {"parts", test_parts},
    {"row at foot", test_row_at_foot},
    {"full width", test_full_width},
    {"cut off", test_cut_off},
    {"under number", test_under_number},
    {"narrow columns", test_narrow_columns},
    {"rows at tops", test_rows_at_tops},
    {"tight", test_tight},
    {"margins", test_margins},
    {"number above", test_number_above},
    {"wrapped", test_wrapped},
    {"close cells", test_close_cells},
    {"bracket alone", test_bracket_alone},
    {"tight sides", test_tight_sides},
    {"numbers of rows", test_numbers_of_rows},
    {"first label below", test_first_label_below},
    {"repeated head", test_repeated_head},
    {"around row", test_around_row},
    {"even digits", test_even_digits},
    {"close units", test_close_units},
    {"repeated parts", test_repeated_parts},
    {"cut into tables", test_cut_into_tables},
    {"empty column", test_empty_column},
    {"cut line", test_cut_line},
    {"same numbers", test_same_numbers},
    {"dashes of rows", test_dashes_of_rows},
    {"numbers below", test_numbers_below},
    {"stacked frames", test_stacked_frames},
    {"spaced label", test_spaced_label},
    {"close head", test_close_head},
    {"number close", test_number_close},
    {"tops", test_tops},
    {"label over pages", test_label_over_pages},
    {"other places", test_other_places},
    {"lost labels", test_lost_labels},
    {"shifted", test_shifted},
    {"printed twice", test_printed_twice},
    {"last line", test_last_line},
    {"paragraphs", test_paragraphs},
    {"unread", test_unread},
    {"places", test_places},
    {"refused", test_refused},
    CU_TEST_INFO_NULL,
};

int add_sheet_tests(void)
{
    CU_SuiteInfo suites[] = {{.pName = "pages", .pTests = tests}, CU_SUITE_INFO_NULL};
    return CU_register_suites(suites);
}
