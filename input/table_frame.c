/* table_frame.c - tables drawn with a frame, +--+ or box drawing: where bars and rules stand tells each cell
 * and what it spans.
 */
#include "table_reader.h"
#include "width.h"

#include <string.h>

/* ---- signs ---- */

enum sign { TEXT, BAR, RULE, CORNER };

/* Box drawing: U+2500, 2501, 2504, 2505, 2508, 2509, 254C, 254D, 2550 are rules; 2502, 2503, 2506, 2507,
 * 250A, 250B, 254E, 254F, 2551 bars; the others have parts of both. */
static enum sign box_sign(unsigned code)
{
    if (code < 0x2500 || code > 0x257F)
        return TEXT;
    if (code == 0x2550 || code == 0x254C || code == 0x254D || (code <= 0x250B && !(code & 2)))
        return RULE;
    if (code == 0x2551 || code == 0x254E || code == 0x254F || code <= 0x250B)
        return BAR;
    return CORNER;
}

/* How wide box drawing and ambiguous characters are in this table, and Chinese ones, which some programs take
 * for narrow. */
struct widths {
    int box, ambiguous, wide;
};

static int width_in(unsigned code, struct widths widths)
{
    if (code < 0x80)
        return 1;
    int width = box_sign(code) ? widths.box : is_ambiguous_width(code) ? widths.ambiguous : width_of(code);
    return width < widths.wide ? width : widths.wide;
}

/* ---- the frame ---- */

/* How many characters of each kind a line has. */
struct width_counts {
    size_t narrow, wide, box, ambiguous;
};

/* A stretch of a line between two bars or corners: from boundary `left` to `right`; `rule`: drawn all along.
 */
struct segment {
    size_t left, right;
    struct piece words;
    bool rule;
};

/* A bar or corner; `drawn`: what is before it is a rule. */
struct bar {
    size_t start, end, place;
    bool drawn;
};

enum { LABEL_LINES = 16 }; /* that a label is broken over */
enum { MOST_BARS = 32 };   /* on a line: the widest table of a form has 18 */

struct frame {
    struct reader *reader;
    size_t first, end;
    struct widths widths;
    struct width_counts *counts; /* of each line from `first` on */
    size_t *boundary;            /* for each place on a line, the boundary nearest to it */
    size_t place[MOST_BARS];     /* of each boundary */
    size_t width, boundary_count;
    struct scattered words;
    struct bar *bars;         /* of the line being read */
    struct segment *segments; /* between these */
    size_t bar_count, bar_room, segment_count;
    size_t *open; /* for each column the cell that is open in it, SIZE_MAX: none, for a rule has closed it */
    bool line_rows; /* each line is a row: rules stand below the head only */
};

/* Characters of one kind: blanks, or the same sign of a rule; else one. Most of a frame are such, and each
 * pass over its lines takes them in one step. */
struct same_signs {
    size_t count, length; /* characters; bytes of them all */
    unsigned code;
};

static struct same_signs run_at(const char *bytes, size_t at, size_t end)
{
    size_t length = utf8_length((unsigned char)bytes[at]), behind = at + length;
    unsigned code = utf8_decode(bytes + at, length);
    if (code == ' ' || code == '-' || code == '=')
        while (behind < end && bytes[behind] == bytes[at])
            behind++;
    else if (length == 3 && box_sign(code) == RULE)
        while (end - behind >= 3 && bytes[behind + 2] == bytes[at + 2] &&
               bytes[behind + 1] == bytes[at + 1] && bytes[behind] == bytes[at])
            behind += 3;
    return (struct same_signs){(behind - at) / length, behind - at, code};
}

static bool is_frame_rule(const struct nb_text *text, struct piece words)
{
    size_t corners = 0, drawn = 0;
    struct same_signs run;
    for (size_t at = words.start; at < words.end; at += run.length) {
        run = run_at(text->bytes, at, words.end);
        enum sign sign = box_sign(run.code);
        bool corner = run.code == '+' || sign == CORNER;
        corners += corner;
        drawn += !corner;
        if (!corner && sign != RULE && run.code != '-' && run.code != '=' && run.code != ':')
            return false;
    }
    return corners > 1 && drawn;
}

/* Whether a line within a frame begins as one: with a bar or a corner. */
static bool is_framed(const struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    const char *at = reader->text->bytes + words.start;
    if (words.start == words.end)
        return false;
    size_t length = utf8_length((unsigned char)*at);
    return *at == '+' || reader->text->shadow[words.start] == '|' ||
           (length == 3 && box_sign(utf8_decode(at, 3)));
}

static struct width_counts count_widths(const struct frame *frame, size_t line)
{
    const struct line *at = &frame->reader->lines[line];
    struct width_counts counts = {0};
    struct same_signs run;
    for (size_t i = at->begin; i < at->words.end; i += run.length) {
        run = run_at(frame->reader->text->bytes, i, at->words.end);
        bool box = box_sign(run.code), ambiguous = run.code >= 0x80 && is_ambiguous_width(run.code);
        int width = run.code < 0x80 ? 1 : box || ambiguous ? 0 : width_of(run.code);
        counts.narrow += width == 1 ? run.count : 0;
        counts.wide += width == 2 ? run.count : 0;
        counts.box += box ? run.count : 0;
        counts.ambiguous += ambiguous ? run.count : 0;
    }
    return counts;
}

static size_t width_with(struct width_counts counts, struct widths widths)
{
    return counts.narrow + counts.wide * (size_t)widths.wide + counts.box * (size_t)widths.box +
           counts.ambiguous * (size_t)widths.ambiguous;
}

/* The widths with which most lines are as wide as the first one, a rule. */
static void choose_widths(struct frame *frame)
{
    struct width_counts *counts =
        arena_alloc(frame->reader->arena, (frame->end - frame->first + 1) * sizeof *counts);
    size_t best = 0;
    frame->counts = counts;
    for (size_t line = frame->first; line < frame->end; line++)
        counts[line - frame->first] = count_widths(frame, line);
    for (int choice = 0; choice < 5; choice++) {
        struct widths widths =
            choice < 4 ? (struct widths){1 + choice / 2, 1 + choice % 2, 2} : (struct widths){1, 1, 1};
        size_t width = width_with(counts[0], widths), agree = 0;
        for (size_t line = 0; line < frame->end - frame->first; line++)
            agree += width_with(counts[line], widths) == width;
        if (agree > best) {
            best = agree;
            frame->widths = widths;
            frame->width = width;
        }
    }
}

/* ---- a line's segments ---- */

/* A plus is a corner where a rule runs up to it. */
static enum sign sign_at(const struct nb_text *text, const struct line *line, size_t at, unsigned code)
{
    const char *bytes = text->bytes;
    if (text->shadow[at] == '|')
        return BAR;
    if (bytes[at] == ' ' || (unsigned char)bytes[at] > 0xE2)
        return TEXT;
    if (bytes[at] == '+')
        return (at > line->words.start && memchr("-=+:", bytes[at - 1], 4)) ||
                       (at + 1 < line->words.end && memchr("-=+:", bytes[at + 1], 4))
                   ? CORNER
                   : TEXT;
    if (bytes[at] == '-' || bytes[at] == '=' || bytes[at] == ':')
        return RULE;
    return box_sign(code);
}

/* Find the bars and corners of a line; returns how many. What is before one is a rule if nothing else stands
 * there and a corner bounds it, it is more than a dash or two, or a rule stands before it in the line. */
static size_t find_bars(struct frame *frame, const struct line *line)
{
    const struct nb_text *text = frame->reader->text;
    size_t place = 0, start = line->begin;
    bool rule = true, corner = false, ruled = false;
    struct same_signs run;
    frame->bar_count = 0;
    for (size_t i = line->begin; i < line->words.end; i += run.length) {
        run = run_at(text->bytes, i, line->words.end);
        enum sign sign = i < line->words.start ? TEXT : sign_at(text, line, i, run.code);
        if (sign == BAR || sign == CORNER) {
            bool drawn = rule && i > start && (ruled || corner || sign == CORNER || i > start + 2);
            ruled |= drawn;
            frame->bars = arena_grow(frame->reader->arena, frame->bars, &frame->bar_room,
                                     frame->bar_count + 1, sizeof *frame->bars);
            start = i + run.length;
            frame->bars[frame->bar_count++] = (struct bar){i, start, place, drawn};
            rule = true;
            corner = sign == CORNER;
        }
        rule &= sign != TEXT;
        place += run.count * (size_t)width_in(run.code, frame->widths);
    }
    return frame->bar_count;
}

/* Make of the places of a line's bars the boundaries that they are: those with which each stretch is nearly
 * as wide as drawn. What is in a cell may be wider than the program that drew the frame took it for, and
 * moves all bars behind it. cost[i][k]: of the bars up to i, which is at boundary k. */
static void fit_bars(struct frame *frame)
{
    struct bar *bars = frame->bars;
    size_t count = frame->bar_count, spare = frame->boundary_count - count;
    size_t cost[MOST_BARS][MOST_BARS], from[MOST_BARS][MOST_BARS];
    for (size_t i = 0; i < count; i++)
        for (size_t k = i; k <= i + spare; k++) {
            cost[i][k] = i ? SIZE_MAX : frame->place[k];
            for (size_t j = i - 1; i && j < k; j++) {
                size_t wide = bars[i].place - bars[i - 1].place, drawn = frame->place[k] - frame->place[j];
                size_t all = cost[i - 1][j] + (wide > drawn ? wide - drawn : drawn - wide);
                if (all < cost[i][k])
                    cost[i][k] = all, from[i][k] = j;
            }
        }
    size_t last = frame->boundary_count - 1; /* of the line as of the frame */
    for (size_t i = count; i-- > 0; last = from[i][last])
        bars[i].place = last;
}

/* Where a bar at `place` belongs: the nearest boundary, behind the last one. */
static size_t boundary_at(const struct frame *frame, size_t place, size_t after)
{
    size_t boundary = frame->boundary[place < frame->width ? place : frame->width];
    return boundary > after || after == SIZE_MAX ? boundary : after + 1;
}

/* Whether the bars of a line are told by each other: where there are as many as boundaries, each is the next,
 * wherever it stands; and a line that is wider than the frame has moved them. */
static bool are_fit(const struct frame *frame, size_t number)
{
    bool wider = width_with(frame->counts[number - frame->first], frame->widths) > frame->width;
    return frame->boundary_count <= MOST_BARS &&
           (frame->bar_count == frame->boundary_count || (wider && frame->bar_count < frame->boundary_count));
}

/* A stretch up to boundary `right`. Where bars stand too close for the frame, the last stretch holds the rest
 * of the line. */
static void add_segment(struct frame *frame, size_t left, size_t right, struct piece words, bool rule)
{
    if (left + 1 < frame->boundary_count)
        frame->segments[frame->segment_count++] = (struct segment){
            left, right < frame->boundary_count ? right : frame->boundary_count - 1, words, rule};
    else if (frame->segment_count && words.start < words.end)
        frame->segments[frame->segment_count - 1].words.end = words.end;
}

/* Cut a line at its bars and corners. */
static void cut_line(struct frame *frame, size_t number)
{
    const struct line *line = &frame->reader->lines[number];
    const struct nb_text *text = frame->reader->text;
    struct bar *last = NULL;
    bool fit = find_bars(frame, line) && are_fit(frame, number);
    if (fit)
        fit_bars(frame);
    frame->segment_count = 0;
    for (size_t i = 0; i < frame->bar_count; i++) {
        struct bar *bar = &frame->bars[i];
        bar->place = fit ? bar->place : boundary_at(frame, bar->place, last ? last->place : SIZE_MAX);
        if (last)
            add_segment(frame, last->place, bar->place, trim(text, last->end, bar->start), bar->drawn);
        last = bar;
    }
    if (last && last->end < line->words.end)
        add_segment(frame, last->place, frame->boundary_count - 1, trim(text, last->end, line->words.end),
                    false);
}

/* Mark the places of the bars and corners of lines: of the rules, or of those that are as wide as the frame.
 * Returns the most bars that a line has. */
static size_t mark_places(struct frame *frame, bool *marked, bool rules)
{
    size_t most = 0;
    for (size_t number = frame->first; number < frame->end; number++) {
        const struct line *line = &frame->reader->lines[number];
        bool even = width_with(frame->counts[number - frame->first], frame->widths) == frame->width,
             rule = is_frame_rule(frame->reader->text, line->words);
        size_t bars = rules || even ? find_bars(frame, line) : 0;
        most = bars > most ? bars : most;
        for (size_t i = rules == rule ? bars : 0; i-- > 0;)
            if (frame->bars[i].place <= frame->width)
                marked[frame->bars[i].place] = true;
    }
    return most;
}

/* The places of the bars and corners of the rules, and the boundary next to each place. Where a line has more
 * bars than these, so does the frame, and lines as wide as it tell where. */
static void find_boundaries(struct frame *frame)
{
    bool *marked = arena_alloc(frame->reader->arena, frame->width + 1);
    size_t most = mark_places(frame, marked, true), places = 0;
    for (size_t place = 0; place <= frame->width; place++)
        places += marked[place];
    if (most > places)
        mark_places(frame, marked, false);
    frame->boundary = arena_alloc(frame->reader->arena, (frame->width + 1) * sizeof *frame->boundary);
    for (size_t place = 0, last = 0; place <= frame->width; place++) {
        if (marked[place]) {
            for (size_t back = place; frame->boundary_count && back > last + (place - last) / 2; back--)
                frame->boundary[back] = frame->boundary_count;
            last = place;
            if (frame->boundary_count < MOST_BARS)
                frame->place[frame->boundary_count] = place;
            frame->boundary_count++;
        }
        frame->boundary[place] = frame->boundary_count ? frame->boundary_count - 1 : 0;
    }
}

/* ---- cells ---- */

/* Whether words end a directive of reStructuredText, ".. name::", that begins their cell: that may be broken
 * anywhere, and says only how what follows it is set. */
static bool ends_directive(const struct frame *frame, size_t cell, struct piece words)
{
    const char *bytes = frame->reader->text->bytes;
    const struct scattered *all = &frame->words;
    char name[32]; /* longer ones have no cell of their own */
    size_t length = 0;
    if (words.start == words.end || bytes[words.end - 1] != ':')
        return false;
    for (size_t i = 0; i <= all->count; i++) {
        struct piece piece = i == all->count ? words : all->pieces[i];
        size_t size = i < all->count && all->cells[i] != cell ? 0 : piece.end - piece.start;
        if (size > sizeof name - length)
            return false;
        memcpy(name + length, bytes + piece.start, size);
        length += size;
    }
    return length > 4 && !memcmp(name, "..", 2) && !memcmp(name + length - 2, "::", 2);
}

static void add_words(struct frame *frame, size_t cell, struct piece words)
{
    if (cell != SIZE_MAX && ends_directive(frame, cell, words))
        sheet_forget(&frame->words, cell);
    else if (cell != SIZE_MAX)
        sheet_scatter(&frame->words, cell, words);
}

/* Whether a cell of the line lies where a rule has closed what was open: then a row begins. */
static bool begins_row(const struct frame *frame)
{
    for (size_t i = 0; i < frame->segment_count; i++)
        if (!frame->segments[i].rule && frame->open[frame->segments[i].left] == SIZE_MAX)
            return true;
    return false;
}

/* The cells of a new row: what a rule has closed opens anew, the rest goes on from the row above. */
static void begin_row(struct frame *frame)
{
    struct sheet *sheet = &frame->reader->sheet;
    size_t row = sheet->cell_count, before = SIZE_MAX;
    sheet_add_row(sheet);
    for (size_t i = 0; i < frame->segment_count; i++) {
        const struct segment *segment = &frame->segments[i];
        size_t open = frame->open[segment->left];
        if (open == SIZE_MAX && !segment->rule)
            open = sheet->cell_count;
        for (size_t column = segment->left; column < segment->right; column++) {
            size_t cell = frame->open[column] = segment->rule ? frame->open[column] : open;
            sheet_add_cell(sheet, cell < row                           ? SPAN_ABOVE
                                  : cell != SIZE_MAX && cell == before ? SPAN_LEFT
                                                                       : 0);
            before = cell;
        }
    }
}

/* Whether the line has nothing but a remark: it is no part of the row above, though no rule need part them.
 */
static bool is_remark_line(const struct frame *frame)
{
    size_t filled = 0, remarks = 0;
    for (size_t i = 0; i < frame->segment_count; i++) {
        struct piece words = frame->segments[i].words;
        bool empty = frame->segments[i].rule || words.start >= words.end;
        filled += !empty;
        remarks += !empty && string_is_remark(frame->reader->text->shadow + words.start);
    }
    return remarks && remarks == filled;
}

static void close_cells(struct frame *frame)
{
    for (size_t i = 0; i < frame->boundary_count; i++)
        frame->open[i] = SIZE_MAX;
}

/* Whether these words go on with the label that begins in a cell of the last row so far. */
static bool continues_label(const struct frame *frame, size_t cell, struct piece words)
{
    const struct sheet *sheet = &frame->reader->sheet;
    const struct scattered *all = &frame->words;
    struct piece pieces[LABEL_LINES];
    size_t first = LABEL_LINES - 1, row = sheet->row_count ? sheet->rows[sheet->row_count - 1] : 0;
    pieces[first] = words;
    for (size_t i = all->count; i-- > 0 && all->cells[i] >= row && first;)
        if (all->cells[i] == cell)
            pieces[--first] = all->pieces[i];
    size_t count = LABEL_LINES - first;
    return count > 1 && (label_run(frame->reader, pieces + first, count) == count ||
                         begins_label(frame->reader, pieces + first, count));
}

/* Whether a line has nothing but ends of labels that the line above begins. */
static bool goes_on(const struct frame *frame)
{
    bool any = false;
    for (size_t i = 0; i < frame->segment_count; i++) {
        const struct segment *segment = &frame->segments[i];
        size_t cell = frame->open[segment->left];
        if (segment->rule || (segment->words.start < segment->words.end &&
                              (cell == SIZE_MAX || !continues_label(frame, cell, segment->words))))
            return false;
        any |= segment->words.start < segment->words.end;
    }
    return any;
}

static void add_line(struct frame *frame, size_t number)
{
    cut_line(frame, number);
    if (is_remark_line(frame) || (frame->line_rows && !goes_on(frame)))
        close_cells(frame);
    if (begins_row(frame))
        begin_row(frame);
    for (size_t i = 0; i < frame->segment_count; i++) {
        const struct segment *segment = &frame->segments[i];
        if (!segment->rule)
            add_words(frame, frame->open[segment->left], segment->words);
        for (size_t column = segment->left; column < segment->right && segment->rule; column++)
            frame->open[column] = SIZE_MAX;
    }
}

static void read_lines_of(struct frame *frame)
{
    sheet_clear(&frame->reader->sheet);
    close_cells(frame);
    for (size_t line = frame->first; line < frame->end; line++)
        add_line(frame, line);
    sheet_gather(&frame->reader->sheet, &frame->words);
}

/* What the lines of a cell are: values, labels and what stands in quotation marks, each by itself; `runs`:
 * labels that may be broken over lines; `broken`: all are one. */
struct stack {
    size_t pieces, values, labels, quoted, runs;
    bool broken;
};

static struct stack stack_of(struct reader *reader, size_t cell)
{
    const struct sheet *sheet = &reader->sheet;
    struct stack stack = {.pieces = sheet_pieces_end(sheet, cell) - sheet->cells[cell].piece};
    const struct piece *pieces = stack.pieces ? sheet->pieces + sheet->cells[cell].piece : NULL;
    for (size_t i = 0, run, behind = 0; i < stack.pieces; i++) {
        stack.values += holds_value(reader, pieces[i]);
        stack.labels +=
            is_label(reader, pieces[i]) && !(i && same_words(reader->text, pieces[i], pieces[i - 1]));
        stack.quoted += words_unquoted(reader->text, pieces[i]).end < pieces[i].end;
        if (i < behind)
            continue;
        run = label_run(reader, pieces + i, stack.pieces - i < LABEL_LINES ? stack.pieces - i : LABEL_LINES);
        stack.runs += run > 0;
        stack.broken |= run > 1 && run == stack.pieces;
        behind = i + run;
    }
    return stack;
}

/* How many rows the lines of a row's cells are: two of them hold several values each, or labels and values,
 * or one holds several labels, each on its line and no other, or beside several values; 0: one. Beside one
 * value in each other cell labels are one that is broken. `broken`: so many are. */
static size_t rows_held(struct reader *reader, size_t row, size_t *broken)
{
    size_t first = reader->sheet.rows[row], end = sheet_row_end(&reader->sheet, row);
    size_t rows = 0, listed = 0, stacks = 0, single = 0;
    for (size_t i = first; i < end; i++) {
        struct stack stack = stack_of(reader, i);
        size_t several = stack.runs > stack.values ? stack.runs : stack.values;
        bool labels = stack.labels > 1 && stack.labels == stack.pieces;
        stacks += stack.runs > 1 || (stack.values && (stack.values > 1 || stack.labels) &&
                                     stack.values + stack.labels == stack.pieces);
        if (stack.quoted > 1)
            return SIZE_MAX;
        listed += labels ? several : 0;
        rows += !labels && stack.pieces && stacks == 2 ? several : 0;
        single += stack.values == 1 && stack.pieces == 1;
        *broken += stack.broken;
    }
    return rows + (single > 1 && single + 1 == end - first ? 0 : listed);
}

/* Whether what rules part is several rows, more than labels are broken over lines, as values may be, too.
 * What stands in quotation marks is a cell. */
static bool holds_rows(struct reader *reader)
{
    size_t rows = 0, broken = 0;
    for (size_t row = 0; row < reader->sheet.row_count; row++) {
        size_t held = rows_held(reader, row, &broken);
        if (held == SIZE_MAX)
            return true;
        rows += held;
    }
    return rows > broken;
}

/* ---- the table ---- */

/* Whether a line begins another frame right below this one: two rules with nothing between them close the one
 * and open the next.
 */
static bool begins_frame(const struct frame *frame, size_t line)
{
    const struct reader *reader = frame->reader;
    return line > frame->first && is_frame_rule(reader->text, reader->lines[line - 1].words) &&
           is_frame_rule(reader->text, reader->lines[line].words);
}

/* What stands beside a frame, at the left of a line of it, is no part of its table: browsers print so what a
 * page sets in columns. Whether there is such, `wide` being the width of Chinese characters, and the line's
 * words begin at the frame from here on. */
static bool cut_beside(const struct reader *reader, size_t first, size_t number, int wide)
{
    struct line *line = &reader->lines[number];
    struct piece words = line->words;
    const char *bytes = reader->text->bytes;
    size_t place = 0, left = reader->lines[first].words.start - reader->lines[first].begin, at = line->begin;
    for (size_t length; at < words.end && place < left; at += length) {
        length = utf8_length((unsigned char)bytes[at]);
        place += (size_t)width_in(utf8_decode(bytes + at, length), (struct widths){1, 1, wide});
    }
    line->words.start = at;
    if (place == left && words.start < at && at < words.end && bytes[at - 1] == ' ' &&
        is_framed(reader, number))
        return true;
    line->words = words;
    return false;
}

/* Whether a line goes on with the frame that begins with line `first`. */
static bool is_framed_by(const struct reader *reader, size_t first, size_t line)
{
    return is_framed(reader, line) || cut_beside(reader, first, line, 2) ||
           cut_beside(reader, first, line, 1);
}

struct found read_frame(struct reader *reader, size_t first)
{
    struct frame frame = {.reader = reader, .first = first, .end = first};
    if (!is_framed(reader, first) || !is_frame_rule(reader->text, reader->lines[first].words))
        return (struct found){0};
    while (frame.end < reader->count && is_framed_by(reader, first, frame.end) &&
           !begins_frame(&frame, frame.end))
        frame.end++;
    choose_widths(&frame);
    find_boundaries(&frame);
    if (frame.end < first + 2 || frame.boundary_count < 2)
        return (struct found){0};
    frame.segments = arena_alloc(reader->arena, (frame.boundary_count + 1) * sizeof *frame.segments);
    frame.open = arena_alloc(reader->arena, (frame.boundary_count + 1) * sizeof *frame.open);
    read_lines_of(&frame);
    frame.line_rows = holds_rows(reader);
    if (frame.line_rows)
        read_lines_of(&frame);
    return (struct found){FOUND, first, frame.end, LOST_NOTHING};
}
