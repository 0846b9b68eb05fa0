/* rewrite_blocks.c - tables wider than the page, which data frames print in blocks of columns below one
 * another, each with the numbers of the rows before it: rows are lines again. */
#include "config.h"

#include "rewrite.h"

#include "table_reader.h"
#include "width.h"

enum { MOST_HEADS = 4, MOST_APART = 2, MOST_BLOCKS = 64 };

/* Lines of a block: those of its head, then rows, whose numbers stand in `names` places; how wide it is. */
struct block {
    size_t head, row, end, names, width;
    enum places measure;
};

/* How far a line is drawn in; SIZE_MAX: it has no words. */
static size_t indent_of(const struct nb_text *text, size_t line)
{
    struct piece words = words_of_line(text, line);
    return words.start < words.end ? words.start - text->line_starts[line] : SIZE_MAX;
}

/* Rows from a line on, which are counted from 0 or 1 on, below `heads` lines that are drawn in further than
 * their numbers, of which some row has more; end == head: there are none. */
static struct block rows_at(const struct nb_text *text, size_t row, size_t heads)
{
    struct block block = {.head = row - heads, .row = row, .end = row};
    bool filled = false;
    size_t number, first = 0, places;
    for (; block.end < text->line_count; block.end++) {
        places = row_number_places(text, line_of(text, block.end), &number);
        first = block.end == row ? number : first;
        if (!places || first > 1 || number != first + block.end - row)
            break;
        block.names = places > block.names ? places : block.names;
        filled |= words_of_line(text, block.end).end > text->line_starts[block.end] + places;
    }
    bool drawn_in = filled;
    for (size_t line = block.head; line < row; line++)
        drawn_in &= indent_of(text, line) >= block.names;
    block.end = drawn_in ? block.end : block.head;
    return block;
}

/* The block whose head begins with a line; end == head: none does. */
static struct block block_at(const struct nb_text *text, size_t head)
{
    struct block block = {.head = head, .end = head};
    if ((unsigned char)text->shadow[text->line_starts[head]] > ' ') /* not drawn in, as most */
        return block;
    size_t number, drawn_in = indent_of(text, head);
    for (size_t row = head + 1; drawn_in && drawn_in < SIZE_MAX && row < text->line_count; row++) {
        if (row_number_places(text, line_of(text, row), &number) - 1 < drawn_in)
            return rows_at(text, row, row - head);
        drawn_in = row < head + MOST_HEADS ? indent_of(text, row) : 0;
    }
    return block;
}

/* The block below another, of the same rows, in which it goes on. Lines of its head may be empty. Lines
 * stand between them where a backslash says that it goes on, and else between two frames. */
static struct block block_below(const struct nb_text *text, struct block block)
{
    struct piece names = words_of_line(text, block.head);
    size_t heads = block.row - block.head, row = block.end + heads, number;
    size_t apart = names.end && text->bytes[names.end - 1] == '\\' ? MOST_APART : 0;
    while (row < text->line_count && row < block.end + heads + apart &&
           indent_of(text, row - heads) == SIZE_MAX && !row_number_places(text, line_of(text, row), &number))
        row++;
    struct block next = {.head = block.end, .end = block.end};
    if (row < text->line_count)
        next = rows_at(text, row, heads);
    if (next.end - next.row != block.end - block.row || next.names != block.names)
        next.end = next.head;
    return next;
}

/* The words of a line of a block, without the backslash that says that the line goes on. */
static struct piece words_of(const struct nb_text *text, size_t line)
{
    struct piece words = line_of(text, line);
    while (words.end > words.start && text->bytes[words.end - 1] == ' ')
        words.end--;
    if (words.end > words.start + 1 && text->bytes[words.end - 1] == '\\' &&
        text->bytes[words.end - 2] == ' ')
        words.end--;
    return words;
}

static size_t places_in(const struct nb_text *text, struct piece words, enum places measure)
{
    size_t places = 0;
    for (size_t at = words.start, length; at < words.end; at += length) {
        length = utf8_length((unsigned char)text->bytes[at]);
        places += places_of(measure, text->bytes + at, length);
    }
    return places;
}

/* How wide a block is; `full`: how many of its lines are as wide as that, blanks at their ends too. */
static size_t width_of_block(const struct nb_text *text, struct block block, enum places measure,
                             size_t *full)
{
    size_t width = 0;
    *full = 0;
    for (size_t line = block.head; line < block.end; line++) {
        size_t places = places_in(text, line_of(text, line), measure);
        *full = places > width ? 1 : *full + (places == width);
        width = places > width ? places : width;
    }
    return width;
}

/* The most of its lines are as wide as the block, told as its program tells places. */
static void measure_block(const struct nb_text *text, struct block *block)
{
    size_t most = 0, full;
    for (enum places measure = PLACES_WIDE; measure < PLACES_KINDS; measure++) {
        size_t width = width_of_block(text, *block, measure, &full);
        if (full <= most)
            continue;
        most = full;
        block->width = width;
        block->measure = measure;
    }
}

/* Line `number` of all blocks, beside one another. */
static void put_line(struct rewriting *made, const struct block *blocks, size_t count, size_t number)
{
    const struct nb_text *text = made->text;
    for (size_t i = 0; i < count; i++) {
        struct piece words = words_of(text, blocks[i].head + number);
        size_t places = places_in(text, words, blocks[i].measure);
        if (i) {
            words.start += (uint32_t)blocks[i].names;
            places = places > blocks[i].names ? places : blocks[i].names;
        }
        if (words.start < words.end)
            text_copy(made->builder, text, words.start, words.end, 0);
        for (; i + 1 < count && places < blocks[i].width; places++)
            text_separator(made->builder, ' ', words.end);
    }
    text_separator(made->builder, '\n', line_of(text, blocks->head + number).end);
}

void blocks_beside(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    struct block blocks[MOST_BLOCKS];
    for (size_t line = 0; line < text->line_count; line++) {
        size_t count = 0;
        if (text->bytes[text->line_starts[line]] != ' ')
            continue;
        for (struct block next = block_at(text, line); next.end > next.head && count < MOST_BLOCKS;
             next = block_below(text, next)) {
            measure_block(text, &next);
            blocks[count++] = next;
        }
        if (!count)
            continue;
        if (count > 1) {
            rewrite_cut(made, text->line_starts[line], text->line_starts[line], 0);
            for (size_t i = 0; i < blocks->end - blocks->head; i++)
                put_line(made, blocks, count, i);
            made->copied = behind_line(text, blocks[count - 1].end - 1);
        }
        line = blocks[count - 1].end - 1;
    }
}
