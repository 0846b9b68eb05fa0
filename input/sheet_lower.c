/* sheet_lower.c - pages become the one text: furniture left out, paragraphs and tables joined over lines and
 * pages. */
#include "fold.h"
#include "layout_parts.h"
#include "sheet_cells.h"
#include "sheet_parts.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* A header or footer has at most so many lines; a table's head, and a page of print, have
 * fewer than so many. */
enum { FURNITURE_LINES = 3, MOST_HEAD = 24, MOST_LINES = 500 };

/* A space is less than so much of a character's height wide. */
static const float SPACE = 0.6F;

/* One page on its way: its lines outside of tables, its tables. */
struct page_parts {
    struct sheet_lines lines;
    struct sheet_table *tables;
    float em, left, right; /* of the lines that are no furniture, on all pages of this width */
    float pitch;           /* from one line of a paragraph to the next; 0: not known */
};

struct sheet_lowering {
    struct nb_arena *arena, *scratch;
    const struct sheets *sheets;
    bool drawn; /* there are tables with lines, which alone say that a cell is empty in a scan */
    const struct lexicon *lexicon;
    struct page_parts *pages;
    struct text_builder *builder;
    struct sheet_table *table;         /* not yet written: it may go on */
    const struct sheet_line **stretch; /* lines since the last table, not yet written */
    size_t stretch_count;
    const struct sheet_line *last; /* the last line of the paragraph that is open; NULL: none is */
};

/* ---- parts of a page ---- */

static struct sheet_lines number_lines(struct nb_arena *scratch, struct sheet_page *page, size_t number)
{
    struct sheet_lines lines = sheet_lines(scratch, page->chars, page->char_count, number);
    for (size_t i = 0; i < lines.count; i++)
        for (size_t k = 0; k < lines.lines[i].count; k++)
            lines.lines[i].chars[k].line = (unsigned)i + 1;
    return lines;
}

/* The last table of a page, if that of the next page goes on with it; else NULL. */
static const struct sheet_table *table_cut(const struct sheet_lowering *at, size_t page)
{
    const struct page_parts *behind = &at->pages[page + 1];
    const struct sheet_table *last = at->pages[page].tables;
    while (last && last->next)
        last = last->next;
    return last && behind->tables && sheet_goes_on(at->scratch, last, behind->tables, behind->em) ? last
                                                                                                  : NULL;
}

/* Find the tables again without what a page prints over the head of its first. */
static void lift(struct sheet_lowering *at, size_t number)
{
    struct sheet_page *page = &at->sheets->pages[number];
    struct page_parts *parts = &at->pages[number];
    bool goes_on = number && table_cut(at, number - 1);
    const bool *over = goes_on ? sheet_over_head(at->scratch, page - 1, page, parts->tables) : NULL;
    if (!over)
        return;
    for (size_t i = 0; i < page->char_count; i++)
        page->chars[i].in_table = over[i];
    parts->tables = sheet_tables(at->arena, at->scratch, page, number, at->lexicon);
    for (size_t i = 0; i < page->char_count; i++)
        page->chars[i].in_table &= !over[i];
}

static void find_lines(struct sheet_lowering *at, size_t number)
{
    const struct sheet_page *page = &at->sheets->pages[number];
    struct sheet_char *outside = arena_alloc(at->scratch, page->char_count * sizeof *outside + 1);
    size_t count = 0;
    for (size_t i = 0; i < page->char_count; i++)
        if (!page->chars[i].in_table)
            outside[count++] = page->chars[i];
    at->pages[number].lines = sheet_lines(at->scratch, outside, count, number);
}

static void take_apart(struct sheet_lowering *at, size_t number)
{
    struct sheet_page *page = &at->sheets->pages[number];
    struct page_parts *parts = &at->pages[number];
    parts->em = sheet_em(page, at->scratch);
    parts->tables = sheet_tables(at->arena, at->scratch, page, number, at->lexicon);
    lift(at, number);
    find_lines(at, number);
}

/* ---- furniture ---- */

/* The `index`th line from the top (or from the foot) of a page, unless a table is further out; NULL: there is
 * none. */
static struct sheet_line *outer_line(const struct sheet_lowering *at, size_t page, bool foot, size_t index)
{
    const struct page_parts *parts = &at->pages[page];
    if (index >= parts->lines.count)
        return NULL;
    struct sheet_line *line = &parts->lines.lines[foot ? parts->lines.count - 1 - index : index];
    for (const struct sheet_table *table = parts->tables; table; table = table->next)
        if (foot ? table->bottom > line->y1 : table->top < line->y0)
            return NULL;
    return line;
}

/* Whether two lines stand as close as those of a paragraph or a cell. */
static bool are_close(const struct sheet_line *line, const struct sheet_line *other)
{
    float gap = fmaxf(other->y0 - line->y1, line->y0 - other->y1);
    return gap < (line->y1 - line->y0) / 2;
}

/* A line without its numbers, which count pages; a digit of a scan that is in doubt is one, too. */
static const char *pattern_of(const struct sheet_lowering *at, const struct sheet_line *line)
{
    char *text = arena_alloc(at->scratch, 5 * line->count + 1);
    size_t size = sheet_line_text(line, text, 0), kept = 0;
    for (size_t i = 0, number = 0; i < size; i++) {
        bool digit = isdigit((unsigned char)text[i]) || (text[i] == '?' && at->sheets->recognised);
        if (text[i] != ' ' && !(digit && number))
            text[kept++] = digit ? '#' : text[i];
        number = digit;
    }
    text[kept] = 0;
    return text;
}

/* Whether a line says nothing but the number of its page. */
static bool is_page_number(const struct sheet_lowering *at, const struct sheet_line *line)
{
    static const char *const patterns[] = {"#",          "-#-",          "—#—", "–#–",   "#/#",     "第#页",
                                           "第#页共#页", "第#页，共#页", "·#·", "－#－", "Page#of#"};
    char *text = arena_alloc(at->scratch, 5 * line->count + 1);
    sheet_line_text(line, text, 0);
    size_t digit = strcspn(text, "0123456789"), number = 0;
    for (; isdigit((unsigned char)text[digit]) && number < 100000; digit++)
        number = 10 * number + (size_t)(text[digit] - '0');
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (number == line->page + 1 && !strcmp(pattern_of(at, line), patterns[i]))
            return true;
    return false;
}

/* Whether a line says nothing but that a table goes on over the page. */
static bool says_it_goes_on(const struct sheet_lowering *at, const struct sheet_line *line)
{
    static const char *const words[] = {"续表",   "续上表", "续下表", "续",
                                        "接上页", "转下页", "续下页", "续上页"};
    char *text = arena_alloc(at->scratch, 5 * line->count + 1);
    size_t size = sheet_line_text(line, text, 0), kept = 0;
    fold(text, size);
    for (size_t i = 0; i < size; i++)
        if (text[i] != FOLD_FILLER && !strchr(" ()", text[i]))
            text[kept++] = text[i];
    text[kept] = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(text, words[i]))
            return true;
    return false;
}

/* How many bytes must be put in, left out or changed that one text be the other. */
static size_t text_distance(struct nb_arena *scratch, const char *one, const char *other)
{
    size_t length = strlen(other), *row = arena_alloc(scratch, (length + 1) * sizeof *row);
    for (size_t i = 0; i <= length; i++)
        row[i] = i;
    for (; *one; one++) {
        size_t before = row[0]++;
        for (size_t i = 1; i <= length; i++) {
            size_t changed = before + (other[i - 1] != *one),
                   least = row[i] < row[i - 1] ? row[i] : row[i - 1];
            before = row[i];
            row[i] = changed < least + 1 ? changed : least + 1;
        }
    }
    return row[length];
}

/* Whether a line prints the same as another at the same height; in a scan a third of it may be read
 * otherwise: of 871 pairs of first and last lines of pages 516 printed the same and differed by 0.28 at most,
 * the others by 0.65 at least, but for two of three strokes each. */
static bool is_same(const struct sheet_lowering *at, const struct sheet_line *line, const char *pattern,
                    const struct sheet_line *other)
{
    enum { OTHERWISE = 3 };
    if (fabsf(other->y0 - line->y0) >= line->y1 - line->y0)
        return false;
    const char *found = pattern_of(at, other);
    return !strcmp(found, pattern) ||
           (at->sheets->recognised &&
            OTHERWISE * text_distance(at->scratch, found, pattern) <= strlen(pattern));
}

/* Whether a page has the same as a line of another at the same height. */
static bool has_same(const struct sheet_lowering *at, size_t page, const struct sheet_line *line,
                     const char *pattern, bool foot)
{
    for (size_t i = 0; i < FURNITURE_LINES; i++) {
        const struct sheet_line *other = outer_line(at, page, foot, i);
        if (other && is_same(at, line, pattern, other))
            return true;
    }
    return false;
}

/* Whether as many pages have the same as have what stands on left or on right pages, and not on the first:
 * two of five. A table that is printed twice may end two pages alike. */
static bool is_repeated(const struct sheet_lowering *at, const struct sheet_line *line, bool foot)
{
    const char *pattern = pattern_of(at, line);
    size_t pages = 0;
    for (size_t page = 0; page < at->sheets->page_count; page++)
        pages += has_same(at, page, line, pattern, foot);
    return pages > 1 && 5 * pages >= 2 * at->sheets->page_count;
}

/* What words of the forms' tables a line has: the head of a table that goes on over pages is no furniture. */
static unsigned labels_of(const struct sheet_lowering *at, const struct sheet_line *line)
{
    return sheet_kinds(at->scratch, at->lexicon, line).labels;
}

static bool has_letter(const struct sheet_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (isalpha((unsigned char)*line->chars[i].text) || (unsigned char)*line->chars[i].text >= 0xE3)
            return true;
    return false;
}

/* Whether a line has the numbers of a row, and no letters: where no rules are drawn, other pages may begin
 * with such a row. */
static bool is_row(const struct sheet_line *line)
{
    size_t numbers = 0;
    for (size_t i = 0; i < line->count; i++)
        numbers += isdigit((unsigned char)*line->chars[i].text) &&
                   (!i || sheet_has_space(&line->chars[i - 1], &line->chars[i]));
    return numbers > 2 && !has_letter(line);
}

/* Furniture is set off from what a page prints: lines close to it are what the page begins or ends with by
 * chance, as others do. */
static void find_furniture(struct sheet_lowering *at, size_t page, bool foot)
{
    struct sheet_line *outer[FURNITURE_LINES];
    size_t count = 0;
    for (struct sheet_line *line; (line = outer_line(at, page, foot, count));) {
        bool alike = count < FURNITURE_LINES &&
                     ((is_repeated(at, line, foot) && !labels_of(at, line) && !is_row(line)) ||
                      (!count && is_page_number(at, line)) || says_it_goes_on(at, line));
        if (!alike) {
            while (count && are_close(line, outer[count - 1]))
                line = outer[--count];
            break;
        }
        outer[count++] = line;
    }
    while (count)
        outer[--count]->furniture = true;
}

/* The words of a line that begin with a character, up to where there is more room than for a space, "1 / 3".
 */
static struct sheet_line words_from(const struct sheet_line *line, size_t first)
{
    struct sheet_line words = *line;
    const struct sheet_char *c = words.chars = &line->chars[first];
    for (words.count = 1; first + words.count < line->count && c[1].x0 - c->x1 < SPACE * (c->y1 - c->y0); c++)
        words.count++;
    words.x0 = words.chars->x0, words.y0 = words.chars->y0, words.x1 = c->x1, words.y1 = c->y1;
    return words;
}

/* The line of a page on which its number stands where another page has `words`, and from which character on;
 * NULL: none is. */
static struct sheet_line *number_at(const struct sheet_lowering *at, size_t page,
                                    const struct sheet_line *words, size_t *first)
{
    const struct sheet_lines *lines = &at->pages[page].lines;
    for (struct sheet_line *line = lines->lines; line < lines->lines + lines->count; line++)
        for (size_t k = 0; k < line->count && fabsf(line->y0 - words->y0) < words->y1 - words->y0;) {
            struct sheet_line other = words_from(line, *first = k);
            float left = other.x0 - words->x0, right = other.x1 - words->x1;
            float mirrored =
                other.x0 + words->x1 - at->sheets->pages[page].width; /* left and right pages of a book */
            bool side = fabsf(left) < 1 || fabsf(right) < 1 || fabsf(left + right) < 2 ||
                        fabsf(mirrored) < line->y1 - line->y0;
            if (side && fabsf(other.y0 - words->y0) < 1 && is_page_number(at, &other))
                return line;
            k += other.count;
        }
    return NULL;
}

/* Whether all that a page prints stands above a line, or all below it. */
static bool is_outermost(const struct sheet_lowering *at, size_t page, const struct sheet_line *line)
{
    const struct sheet_lines *lines = &at->pages[page].lines;
    return line == lines->lines || line == lines->lines + lines->count - 1;
}

/* Whether words say the number of their page, and each page has its own there, outermost on half of them:
 * cells of rows may count, too, and what a page cuts may stand beside and below its number. Of two pages, two
 * rows may have these figures, but not with the marks of a page number beside them. */
static bool is_numbered(const struct sheet_lowering *at, const struct sheet_line *words)
{
    size_t page = 0, outermost = 0, first;
    for (const struct sheet_line *line; is_page_number(at, words) && page < at->sheets->page_count; page++) {
        line = number_at(at, page, words, &first);
        if (!line)
            break;
        outermost += is_outermost(at, page, line);
    }
    return page == at->sheets->page_count && page > 1 && page + words->count > 3 && 2 * outermost >= page;
}

/* Take their numbers from the pages: what a page cuts may stand beside and below them. */
static void drop_numbers(const struct sheet_lowering *at, const struct sheet_line *words)
{
    for (size_t page = 0, first; page < at->sheets->page_count; page++) {
        struct sheet_line *line = number_at(at, page, words, &first);
        size_t count = words_from(line, first).count;
        line->furniture |= count == line->count;
        if (line->furniture)
            continue;
        line->count -= count;
        memmove(&line->chars[first], &line->chars[first + count],
                (line->count - first) * sizeof *line->chars);
        line->x0 = line->chars->x0, line->x1 = line->chars[line->count - 1].x1;
    }
}

static void find_numbers(const struct sheet_lowering *at)
{
    struct sheet_lines *lines = &at->pages->lines;
    for (size_t i = 0; at->sheets->page_count && i < lines->count; i++)
        for (size_t k = 0; k < lines->lines[i].count;) {
            struct sheet_line words = words_from(&lines->lines[i], k);
            k += words.count;
            if (is_numbered(at, &words)) {
                drop_numbers(at, &words);
                return;
            }
        }
}

/* ---- tables that lose their lines ---- */

/* Whether a line has a figure or a mark for none; the stroke is in a label of the form, too. */
static bool has_figure(const struct sheet_line *line)
{
    for (size_t i = 0; i < line->count; i++)
        if (*line->chars[i].text != '/' &&
            is_value(line->chars[i].text, line->chars[i].text + line->chars[i].length))
            return true;
    return false;
}

/* What labels a page begins with outside of all lines: those of its first row, or of a head that stands over
 * it. */
static unsigned first_labels(const struct sheet_lowering *at, size_t page)
{
    const struct page_parts *parts = &at->pages[page];
    for (const struct sheet_line *line = parts->lines.lines;
         line < parts->lines.lines + parts->lines.count && (!parts->tables || line->y0 <= parts->tables->top);
         line++) {
        unsigned head = labels_of(at, line) & (WORD_COLUMN | WORD_SPAN);
        if (head || has_figure(line))
            return head ? head : labels_of(at, line) & WORD_ROW;
    }
    return 0;
}

/* What words of the forms' tables, and whether values, a table has. */
static unsigned kinds_in(const struct sheet_lowering *at, const struct sheet_table *table, bool *values)
{
    unsigned kinds = 0;
    *values = false;
    for (size_t i = 0; i < table->rows * table->columns; i++) {
        kinds |= sheet_label(at->lexicon, at->scratch, table->cells[i].text);
        *values |= sheet_is_value(table->cells[i].text);
    }
    return kinds;
}

/* The last table of a page that has a head, if no other's stands below it; with those right behind, which
 * have none. `head_only`: it has nothing else. */
static struct sheet_table **last_head(const struct sheet_lowering *at, size_t page, bool *head_only)
{
    const struct sheet_lines *lines = &at->pages[page].lines;
    struct sheet_table **last = NULL;
    bool values;
    for (struct sheet_table **table = &at->pages[page].tables; *table; table = &(*table)->next)
        if (!last || kinds_in(at, *table, &values) & (WORD_COLUMN | WORD_SPAN))
            last = table, kinds_in(at, *table, &values), *head_only = !values && !(*table)->next;
    for (size_t i = 0; i < lines->count && last; i++)
        if (lines->lines[i].y0 > (*last)->bottom &&
            labels_of(at, &lines->lines[i]) & (WORD_COLUMN | WORD_SPAN))
            return NULL;
    return last;
}

/* Programs leave out lines of what they print of a table on some pages: where it goes on without, all of it
 * is read by measure, for only its head tells where its columns stand. */
static void read_by_measure(struct sheet_lowering *at, size_t page)
{
    const struct sheet_page *sheet = &at->sheets->pages[page];
    bool head_only = false;
    struct sheet_table **first = last_head(at, page, &head_only);
    unsigned labels = first ? first_labels(at, page + 1) : 0;
    if (!labels || (labels != WORD_ROW && !head_only))
        return;
    for (const struct sheet_table *table = *first; table; table = table->next)
        for (size_t i = 0; i < sheet->char_count; i++)
            sheet->chars[i].in_table &= sheet->chars[i].y0 < table->top || sheet->chars[i].y0 > table->bottom;
    *first = NULL;
    find_lines(at, page);
}

/* ---- rows that a page cuts ---- */

static void take_cut(struct sheet_lowering *at, size_t page)
{
    struct page_parts *parts = &at->pages[page], *behind = parts + 1;
    const struct sheet_table *table = table_cut(at, page);
    if (table)
        sheet_take_cut(at->arena, at->scratch, table, &parts->lines, behind->tables, &behind->lines,
                       at->lexicon);
}

/* ---- what is cut off ---- */

/* A character at the very edge of the paper may be cut off, and others behind it: nobody can read the word or
 * number that it ends, and "?" stands in its place. */
static void mark_cut(struct sheet_page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->char_count; i++) {
        struct sheet_char c = page->chars[i];
        if (c.x1 > page->width - 1) {
            for (; kept && fabsf(page->chars[kept - 1].y0 - c.y0) < 1 &&
                   fabsf(c.x0 - page->chars[kept - 1].x1) < 1;
                 kept--)
                c.x0 = page->chars[kept - 1].x0;
            c.text = "?", c.length = 1;
        }
        page->chars[kept++] = c;
    }
    page->char_count = kept;
}

/* ---- what cannot be read ---- */

static const char unread[] = "\xEF\xBF\xBD"; /* stands for a glyph that the fonts do not name */

/* Whether a glyph stands alone before words: a mark that opens an item or a heading, which no reader misses.
 */
static bool opens_words(const struct sheet_line *line, size_t i)
{
    const struct sheet_char *c = &line->chars[i];
    float em = c->y1 - c->y0;
    bool first = !i || c->x0 - c[-1].x1 > em;
    return first && i + 1 < line->count && c[1].x0 - c->x1 < em && (unsigned char)*c[1].text >= 0xE3 &&
           memcmp(c[1].text, unread, sizeof unread - 1) != 0;
}

/* "?" stands in the place of what cannot be read. */
static void mark_unread(struct sheet_lines *lines)
{
    for (struct sheet_line *line = lines->lines; line < lines->lines + lines->count; line++)
        for (size_t i = 0; i < line->count; i++)
            if (line->chars[i].length == sizeof unread - 1 &&
                !memcmp(line->chars[i].text, unread, sizeof unread - 1)) {
                line->chars[i].length = opens_words(line, i) ? 0 : 1;
                line->chars[i].text = "?";
            }
}

/* ---- what browsers print in the margins ---- */

/* Take the characters of furniture from a page, and those of no length. */
static void drop_furniture(struct sheet_page *page, const struct sheet_lines *lines)
{
    size_t kept = 0;
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->lines[i].count && !lines->lines[i].furniture; k++)
            if (lines->lines[i].chars[k].length)
                page->chars[kept++] = lines->lines[i].chars[k];
    page->char_count = kept;
}

/* Whether every page has the same at the same height. */
static bool is_everywhere(const struct sheet_lowering *at, const struct sheet_line *line, bool foot)
{
    const char *pattern = pattern_of(at, line);
    size_t pages = 0;
    for (size_t page = 0; page < at->sheets->page_count; page++) {
        const struct sheet_line *other = outer_line(at, page, foot, 0);
        pages += other && is_same(at, line, pattern, other);
    }
    return pages > 1 && pages == at->sheets->page_count;
}

/* Browsers draw the sides of a table that goes on down to the edge of the paper, across the margins: what
 * stands there is no cell. Without numbers of its own, a line that is repeated is none of a table's. The
 * page's number is none either, over which a table may be drawn whose last row is higher than the room left
 * for it. */
static void clear_margins(struct sheet_lowering *at)
{
    for (size_t i = 0; i < at->sheets->page_count; i++)
        at->pages[i].lines = number_lines(at->scratch, &at->sheets->pages[i], i),
        mark_unread(&at->pages[i].lines);
    sheet_close_up(at->scratch, at->sheets);
    for (size_t i = 0; i < 2 * at->sheets->page_count; i++) {
        struct sheet_line *line = outer_line(at, i / 2, i % 2, 0), *next = outer_line(at, i / 2, i % 2, 1);
        if (line && has_letter(line) && !labels_of(at, line) && !(next && are_close(line, next)))
            line->furniture = is_everywhere(at, line, i % 2);
    }
    find_numbers(at);
    for (size_t i = 0; i < at->sheets->page_count; i++)
        drop_furniture(&at->sheets->pages[i], &at->pages[i].lines);
}

/* ---- heads that each page repeats ---- */

/* Whether some lines have this character, so much further up. */
static bool has_char(const struct sheet_lines *lines, const struct sheet_char *c, float up)
{
    bool found = false;
    for (const struct sheet_line *line = lines->lines; line < lines->lines + lines->count && !found; line++)
        found = line->y0 < c->y0 - up + 1 && line->y1 > c->y0 - up &&
                sheet_has_char(line->chars, line->count, c, 0, -up);
    return found;
}

/* How many characters of lines [from, end) a page has, too, so much further up. */
static size_t count_copied(const struct sheet_lines *lines, size_t from, size_t end,
                           const struct sheet_lines *before, float up)
{
    size_t count = 0;
    for (size_t i = from; i < end; i++)
        for (size_t k = 0; k < lines->lines[i].count; k++)
            count += has_char(before, &lines->lines[i].chars[k], up);
    return count;
}

/* How much further up the page before has most of lines [from, end), one of which begins with one of its
 * characters. */
static float find_copy(const struct sheet_lines *lines, size_t from, size_t end,
                       const struct sheet_lines *before)
{
    size_t most = 0;
    float best = 0;
    for (size_t n = from; n < end; n++)
        for (size_t i = 0; i < before->count; i++)
            for (size_t k = 0; k < before->lines[i].count; k++) {
                const struct sheet_char *first = lines->lines[n].chars, *c = &before->lines[i].chars[k];
                float up = first->y0 - c->y0;
                size_t count = sheet_is_at(c, first, 0, -up) ? count_copied(lines, from, end, before, up) : 0;
                if (count > most)
                    most = count, best = up;
            }
    return best;
}

/* Whether what stands just above a height is of a head: then what stands there is the rest of it. */
static bool is_rest_of_head(const struct sheet_lowering *at, const struct sheet_lines *lines, float y)
{
    size_t above = 0;
    while (above < lines->count && lines->lines[above].y1 < y)
        above++;
    const struct sheet_line *line = above ? &lines->lines[above - 1] : NULL;
    unsigned kinds = line ? labels_of(at, line) : 0;
    return kinds & (WORD_PART | WORD_SPAN | WORD_COLUMN) && !(kinds & WORD_ROW) && !has_figure(line);
}

/* Whether the head that begins at a height of a page has a character in the same column. */
static bool is_in_head(const struct sheet_lines *lines, float top, const struct sheet_char *c)
{
    for (const struct sheet_line *line = lines->lines; line < lines->lines + lines->count; line++) {
        if (line->y0 < top - 1)
            continue;
        if (has_figure(line))
            return false;
        for (size_t k = 0; k < line->count; k++)
            if (sheet_same_char(&line->chars[k], c) && fabsf(line->chars[k].x0 - c->x0) < 1)
                return true;
    }
    return false;
}

/* Take from a line what the head has that begins at a height of a page; its labels may stand higher or lower
 * there, as those beside rows do that are not repeated. Returns whether all of it was. */
static bool drop_copied(struct sheet_line *line, const struct sheet_lines *before, float top)
{
    size_t kept = 0;
    for (size_t k = 0; k < line->count; k++)
        if (!is_in_head(before, top, &line->chars[k]))
            line->chars[kept++] = line->chars[k];
    if (kept) {
        line->count = kept;
        line->x0 = line->chars[0].x0;
        line->x1 = line->chars[kept - 1].x1;
    }
    return !kept;
}

static bool has_labels(const struct sheet_lowering *at, const struct sheet_lines *lines, size_t from,
                       size_t end)
{
    while (from < end && !labels_of(at, &lines->lines[from]))
        from++;
    return from < end;
}

/* A page that begins with the head of a table, as it stands on the page before; a label that runs down may
 * stand beside it. Most pages begin with prose: where that was compared with the page before, it cost 15,000
 * instructions a byte. */
static void drop_repeated_head(struct sheet_lowering *at, size_t page)
{
    struct sheet_lines *lines = &at->pages[page].lines, *before = &at->pages[page ? page - 1 : 0].lines;
    size_t from = 0, end, whole = 0;
    while (from < lines->count && lines->lines[from].furniture)
        from++;
    for (end = from; end < lines->count && end - from < MOST_HEAD && !has_figure(&lines->lines[end]);)
        end++;
    if (!page || before->count > MOST_LINES || !has_labels(at, lines, from, end))
        return;
    float up = find_copy(lines, from, end, before), top = lines->lines[from].y0 - up;
    if (is_rest_of_head(at, before, top + 1))
        return;
    for (size_t i = from; i < end; i++) {
        size_t copied = count_copied(lines, i, i + 1, before, up);
        bool label = labels_of(at, &lines->lines[i]);
        whole += label && copied == lines->lines[i].count;
        end = label && !copied ? i : end;
    }
    for (size_t i = from; i < end && whole; i++)
        lines->lines[i].furniture = drop_copied(&lines->lines[i], before, top);
}

/* ---- margins ---- */

/* How far a line reaches to the right. A mark that may not open the next line hangs over the margin, where
 * `others` end, that end in none. */
static float reach_of(const struct sheet_line *line, float others)
{
    const struct sheet_char *last = &line->chars[line->count - 1];
    bool hangs = sheet_may_hang(last) && fabsf(last->x0 - others) < (last->x1 - last->x0) / 2;
    return hangs ? last->x0 : line->x1;
}

/* The margins of a page's lines, from those of all pages that are as wide. */
static void find_margins(struct sheet_lowering *at, size_t number)
{
    struct page_parts *parts = &at->pages[number];
    float others = -INFINITY;
    parts->left = INFINITY;
    parts->right = -INFINITY;
    for (int marks = 0; marks < 2; others = parts->right, marks++)
        for (size_t p = 0; p < at->sheets->page_count; p++) {
            const struct sheet_lines *lines = &at->pages[p].lines;
            bool wide = fabsf(at->sheets->pages[p].width - at->sheets->pages[number].width) <= 1;
            for (const struct sheet_line *line = lines->lines; wide && line < lines->lines + lines->count;
                 line++)
                if (!line->furniture && sheet_may_hang(&line->chars[line->count - 1]) == marks) {
                    parts->left = fminf(parts->left, line->x0);
                    parts->right = fmaxf(parts->right, reach_of(line, others));
                }
        }
}

/* Lines of a paragraph stand closer than paragraphs where these have room between them: an eighth of all are
 * closer than the pitch, which leaves out marks that stand a little off their line. */
static void find_pitch(struct sheet_lowering *at, size_t number)
{
    struct page_parts *parts = &at->pages[number];
    float *steps = arena_alloc(at->scratch, parts->lines.count * sizeof *steps + 1);
    size_t count = 0;
    for (size_t i = 1; i < parts->lines.count; i++) {
        const struct sheet_line *last = &parts->lines.lines[i - 1], *line = last + 1;
        if (!last->furniture && !line->furniture && line->y0 - last->y0 > 0.9F * (line->y1 - line->y0))
            steps[count++] = line->y0 - last->y0;
    }
    sheet_sort(steps, count);
    parts->pitch = count ? steps[count / 8] : 0;
}

/* ---- writing ---- */

static void set_place(struct sheet_lowering *at, size_t page, unsigned line)
{
    size_t before = 0;
    for (size_t p = 0; p < page; p++)
        before += at->sheets->pages[p].char_count
                      ? at->sheets->pages[p].chars[at->sheets->pages[p].char_count - 1].line
                      : 0;
    text_place(at->builder, before + line,
               arena_printf(at->arena, "第%zu页第%u行", at->sheets->pages[page].number, line));
}

static void write_table(struct sheet_lowering *at)
{
    const struct sheet_table *table = at->table;
    at->table = NULL;
    if (!table)
        return;
    at->drawn = true;
    set_place(at, table->page, table->cells->line);
    text_table(at->builder, TEXT_GRID, true, 0);
    for (size_t r = 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++) {
            const struct box_cell *cell = sheet_cell_at(table, r, c);
            set_place(at, cell->page, cell->line);
            if (cell->cover)
                text_separator(at->builder, cell->cover, 0);
            text_append(at->builder, cell->text, strlen(cell->text), 0);
            text_separator(at->builder, UNIT_SEPARATOR, 0);
        }
        text_separator(at->builder, RECORD_SEPARATOR, 0);
    }
    text_separator(at->builder, GROUP_SEPARATOR, 0);
    text_separator(at->builder, '\n', 0);
}

static void end_paragraph(struct sheet_lowering *at)
{
    if (at->last)
        text_separator(at->builder, '\n', 0);
    at->last = NULL;
}

/* Room between two lines of one page that is wider than between lines of a paragraph by a quarter: paragraphs
 * of web pages. */
static bool is_set_off(const struct sheet_lowering *at, const struct sheet_line *last,
                       const struct sheet_line *line)
{
    float pitch = at->pages[line->page].pitch;
    return pitch > 0 && last->page == line->page && line->y0 - last->y0 > 1.25F * pitch;
}

/* How large the ideographs of a line are, by their widths, for boxes are as high as the fonts of a line say,
 * which may be several of one size (楷体 for the heading that a paragraph begins with, Times for its
 * figures); 0: it has none. */
static float size_of(const struct sheet_line *line)
{
    float width = 0;
    size_t count = 0;
    for (size_t i = 0; i < line->count; i++)
        if ((unsigned char)*line->chars[i].text >= 0xE4 && (unsigned char)*line->chars[i].text <= 0xE9) {
            width += line->chars[i].x1 - line->chars[i].x0;
            count++;
        }
    return count ? width / (float)count : 0;
}

/* Whether two lines are of one size, as far as their ideographs tell. */
static bool are_of_size(const struct sheet_line *line, const struct sheet_line *other)
{
    float one = size_of(line), two = size_of(other);
    return one <= 0 || two <= 0 || fabsf(one - two) < 0.2F * one;
}

/* Whether a line goes on where the last one ended: that was full, this one is not indented, and both are of
 * one size. */
static bool continues(const struct sheet_lowering *at, const struct sheet_line *line)
{
    const struct sheet_line *last = at->last;
    const struct page_parts *parts = &at->pages[line->page];
    if (!last || at->sheets->guessed || is_set_off(at, last, line))
        return false;
    float room = at->pages[last->page].right - last->x1, height = line->y1 - line->y0;
    return room < sheet_first_word(line) && line->x0 < parts->left + height && are_of_size(line, last);
}

static void write_line(struct sheet_lowering *at, const struct sheet_line *line)
{
    char *words = arena_alloc(at->scratch, 5 * line->count + 1);
    size_t length = sheet_line_text(line, words, 0);
    bool joined = continues(at, line);
    if (!joined)
        end_paragraph(at);
    set_place(at, line->page, line->number);
    if (joined && isalnum((unsigned char)*words) &&
        isalnum((unsigned char)*at->last->chars[at->last->count - 1].text))
        text_separator(at->builder, ' ', 0);
    text_append(at->builder, words, length, 0);
    at->last = line;
}

/* The line of a stretch that holds a byte of its source. */
static size_t line_of(const size_t *starts, size_t count, size_t offset)
{
    size_t low = 0;
    for (size_t high = count; high - low > 1;) {
        size_t middle = (low + high) / 2;
        *(starts[middle] <= offset ? &low : &high) = middle;
    }
    return low;
}

/* Write a table set by measure, [start, end) of the text. Returns the line of the stretch behind it. */
static size_t write_measured(struct sheet_lowering *at, const struct nb_text *text, size_t start, size_t end,
                             const size_t *starts)
{
    size_t line = 0;
    end_paragraph(at);
    for (size_t here = start, next; here < end; here = next) {
        line = line_of(starts, at->stretch_count, text_source_offset(text, here));
        for (next = here + 1;
             next < end && line_of(starts, at->stretch_count, text_source_offset(text, next)) == line;)
            next++;
        set_place(at, at->stretch[line]->page, at->stretch[line]->number);
        text_copy(at->builder, text, here, next, 0);
    }
    text_separator(at->builder, '\n', 0);
    return line + 1;
}

/* Where the table opens or closes that is next from an offset on; the end of the text if none is. */
static size_t next_group(const struct nb_text *text, size_t from)
{
    return text_find(text, from, text->length, GROUP_SEPARATOR);
}

/* Write lines [from, to), between tables, but for those whose words have been set on a line of a table. */
static void write_lines(struct sheet_lowering *at, size_t from, size_t to, const size_t *set_on)
{
    for (size_t i = from; i < to; i++)
        if (set_on[i] >= from && set_on[i] < to)
            write_line(at, at->stretch[i]);
}

/* Write the lines since the last table: tables set by measure, and paragraphs. */
static void write_stretch(struct sheet_lowering *at)
{
    size_t *starts = arena_alloc(at->scratch, at->stretch_count * sizeof *starts + 1), line = 0;
    size_t *set_on = arena_alloc(at->scratch, at->stretch_count * sizeof *set_on + 1);
    const struct nb_text *text = NULL;
    if (at->stretch_count)
        text = sheet_measured(at->scratch, at->stretch, at->stretch_count, at->lexicon, starts, set_on);
    for (size_t start = text ? next_group(text, 0) : 0, end; text && start < text->length;
         start = next_group(text, end)) {
        size_t first = line_of(starts, at->stretch_count, text_source_offset(text, start));
        end = next_group(text, start + 1) + 1;
        write_lines(at, line, first, set_on);
        line = write_measured(at, text, start, end, starts);
    }
    write_lines(at, line, at->stretch_count, set_on);
    at->stretch_count = 0;
}

static void add_line(struct sheet_lowering *at, const struct sheet_line *line)
{
    if (line->furniture)
        return;
    write_table(at);
    at->stretch[at->stretch_count++] = line;
}

/* A table at the top of a page may go on with the one that the page before ends with. */
static void add_table(struct sheet_lowering *at, struct sheet_table *table)
{
    write_stretch(at);
    end_paragraph(at);
    if (at->table && sheet_goes_on(at->scratch, at->table, table, at->pages[table->page].em)) {
        sheet_join(at->arena, at->scratch, at->table, table, at->pages[table->page].em, at->lexicon);
        return;
    }
    if (at->table && at->table->last_page < table->page)
        sheet_drop_bare(at->table, at->table->rows);
    write_table(at);
    at->table = table;
}

static void write_page(struct sheet_lowering *at, size_t page)
{
    struct page_parts *parts = &at->pages[page];
    struct sheet_table *table = parts->tables;
    for (size_t i = 0; i < parts->lines.count || table;) {
        if (i == parts->lines.count || (table && table->top < parts->lines.lines[i].y0)) {
            struct sheet_table *next = table->next;
            add_table(at, table);
            table = next;
        } else {
            add_line(at, &parts->lines.lines[i++]);
        }
    }
}

static bool is_picture(const struct sheet_page *page)
{
    return page->picture;
}

/* Whether a table goes on beyond the right side of the paper, as two lines across do that begin on it. In 650
 * documents none does by chance. */
static bool runs_over(const struct sheet_page *page)
{
    const struct sheet_rule *first = NULL;
    for (size_t i = 0; i < page->rule_count; i++) {
        const struct sheet_rule *rule = &page->rules[i];
        if (rule->vertical || rule->from <= 0 || rule->to <= page->width + 1)
            continue;
        if (first && fabsf(rule->at - first->at) > 1)
            return true;
        first = first ? first : rule;
    }
    return false;
}

/* The numbers of such pages, "2, 5"; NULL: there is none. */
static const char *pages_that(bool (*are_such)(const struct sheet_page *), struct nb_arena *arena,
                              const struct sheets *sheets)
{
    const char *list = NULL;
    for (size_t i = 0; i < sheets->page_count; i++)
        if (are_such(&sheets->pages[i]))
            list = list ? arena_printf(arena, "%s, %zu", list, i + 1) : arena_printf(arena, "%zu", i + 1);
    return list;
}

struct nb_text *sheet_lower(struct nb_arena *arena, struct nb_arena *scratch, struct sheets *sheets,
                            const struct lexicon *lexicon)
{
    struct sheet_lowering at = {.arena = arena, .scratch = scratch, .sheets = sheets, .lexicon = lexicon};
    const char *unread_pages = pages_that(is_picture, arena, sheets),
               *cut = pages_that(runs_over, arena, sheets);
    for (size_t i = 0; i < sheets->page_count; i++)
        sheets->pages[i].number = i + 1;
    sheet_halve(scratch, sheets, lexicon);
    at.pages = arena_alloc(scratch, sheets->page_count * sizeof *at.pages + 1);
    at.builder = text_begin(arena, NULL, 0);
    sheet_drop_stamps(scratch, sheets);
    for (size_t i = 0; i < sheets->page_count; i++)
        mark_cut(&sheets->pages[i]), sheet_drop_headings(scratch, &sheets->pages[i]);
    sheet_put_beside(scratch, sheets, lexicon);
    clear_margins(&at);
    sheet_columns(scratch, sheets, lexicon);
    at.pages = arena_alloc(scratch, sheets->page_count * sizeof *at.pages + 1);
    for (size_t i = 0; i < sheets->page_count; i++)
        take_apart(&at, i);
    for (size_t i = sheets->page_count; i-- > 1;)
        read_by_measure(&at, i - 1);
    size_t lines = 0;
    for (size_t i = 0; i < sheets->page_count; i++)
        lines += at.pages[i].lines.count;
    at.stretch = arena_alloc(scratch, lines * sizeof *at.stretch + 1);
    for (size_t i = 0; i < 2 * sheets->page_count; i++)
        find_furniture(&at, i / 2, i % 2);
    for (size_t i = 0; i < sheets->page_count; i++)
        drop_repeated_head(&at, i);
    for (size_t i = 0; i + 1 < sheets->page_count; i++)
        take_cut(&at, i);
    for (size_t i = 0; i < sheets->page_count; i++)
        find_margins(&at, i), find_pitch(&at, i);
    for (size_t i = 0; i < sheets->page_count; i++)
        write_page(&at, i);
    write_table(&at);
    write_stretch(&at);
    end_paragraph(&at);
    struct nb_text *text =
        text_end(at.builder, sheets->recognised || sheets->layer ? "scan" : "pdf", "UTF-8");
    text->pictures = unread_pages;
    text->cut = cut;
    text->recognised = sheets->recognised || sheets->layer;
    text->layer = sheets->layer || (sheets->recognised && !at.drawn);
    return text;
}
