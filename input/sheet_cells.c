/* sheet_cells.c - the words of lines; those of a label that its cell has wrapped are set on one line again,
 * beside the numbers of its row.
 *
 * A cell's lines stand right below each other and have one middle, one left or one right side; the words of
 * the forms tell where a label ends that nothing else parts from the next. */
#include "sheet_cells.h"

#include "fold.h"
#include "layout_parts.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* In halves of an ideograph: sides that differ by less are one, and middles, which a space that is not seen
 * moves. In heights of a character: lines of a cell are nearer. CLOSER: lines of a number stand so much
 * closer than rows at most, and at most so far apart. HIGHEST: so high is a label, whose words are set on its
 * middle line. Of 117,000 cells by 13 producers LOST is how many are exact no more: SAME 5 at 0.5, SPACE none
 * at 0.5 nor 1, COUNTED none at 1, 126 at 4, TIGHT 373 at 0.05, 6 silent at 0.2, NEAR none at 0.9 nor 1.5,
 * CLOSER 344 at 0.7, 641 at 1.1, EVEN 4 at 1.02, none at 1.3, WIDE none at 1.4 nor 2.2, HIGHEST none at 4 nor
 * 16, MOST_CUT none at 1 nor 6. */
static const float SAME = 0.35F, SPACE = 0.7F, COUNTED = 2, TIGHT = 0.1F, NEAR = 1.2F, CLOSER = 0.9F,
                   EVEN = 1.1F, WIDE = 1.75F, HIGHEST = 8;

enum { MOST_PIECES = 40, MOST_CUT = 3 /* lines that a page cuts */ };

struct cells {
    struct nb_arena *scratch;
    const struct lexicon *lexicon;
    const struct sheet_line *const *lines;
    struct sheet_word **words; /* of each line the first */
    size_t count;
    float unit, pitch, step; /* row_pitch, line_step */
    float advance;           /* digit_advance */
    float *starts;           /* find_starts */
    size_t start_count;
    size_t *set_on; /* of each line that on which its words are set, if none is left */
};

/* ---- words as text ---- */

static size_t text_of(const struct sheet_word *word, char text[MAX_KEY])
{
    size_t size = 0;
    for (; word; word = word->rest)
        for (const struct sheet_char *c = word->chars; c < word->chars + word->count; c++) {
            if (size + c->length > MAX_KEY)
                return 0;
            memcpy(text + size, c->text, c->length);
            size += c->length;
        }
    return size;
}

static bool is_value_word(const struct sheet_word *word)
{
    char text[MAX_KEY];
    size_t size = text_of(word, text);
    return size && is_value(text, text + size);
}

/* What a character is in ASCII, if it is of full width or ASCII itself; else 0. */
static int plain(const struct sheet_char *c)
{
    char bytes[8] = "";
    if (c->length >= sizeof bytes)
        return 0;
    memcpy(bytes, c->text, c->length);
    fold(bytes, c->length);
    return (unsigned char)*bytes < 0x80 ? *bytes : 0;
}

/* ---- a label that goes on below ---- */

enum { LEFT = 1, MIDDLE = 2, RIGHT = 4, ANY = 7 };

/* In which ways two words stand in one column. */
static unsigned shared_sides(const struct cells *at, const struct sheet_word *one,
                             const struct sheet_word *other)
{
    float same = SAME * at->unit, middle = (one->x0 + one->x1 - other->x0 - other->x1) / 2,
          left = one->x0 - other->x0;
    return (fabsf(left) < same ? LEFT : 0) | (fabsf(middle) < SPACE * at->unit ? MIDDLE : 0) |
           (fabsf(one->x1 - other->x1) < same ? RIGHT : 0);
}

/* The word of a line that shares some of its width with another; NULL: there is none. */
static struct sheet_word *word_on(const struct cells *at, size_t line, const struct sheet_word *above)
{
    for (struct sheet_word *word = at->words[line]; word; word = word->next)
        if (word->x0 < above->x1 && word->x1 > above->x0)
            return word;
    return NULL;
}

/* The word that stands below another, or at the top of the next page below one that this page ends with;
 * NULL: none is near. */
static struct sheet_word *word_below(const struct cells *at, const struct sheet_word *word)
{
    size_t i = word->line + 1, page = at->lines[word->line]->page;
    float reach = NEAR * (word->y1 - word->y0), lowest = word->y1 + reach;
    struct sheet_word *below = NULL;
    for (; i < at->count && at->lines[i]->page == page && at->lines[i]->y0 < lowest && !below; i++)
        below = word_on(at, i, word);
    if (i < at->count && !below && at->lines[i]->page == page + 1)
        for (lowest = at->lines[i]->y0 + reach;
             i < at->count && at->lines[i]->page == page + 1 && at->lines[i]->y0 < lowest && !below; i++)
            below = word_on(at, i, word);
    return below;
}

/* A label while it is read: its pieces, and how many of them are a word of a form. */
struct wrapped {
    struct sheet_word *pieces[MOST_PIECES];
    size_t count, whole;
    char key[2 * MAX_KEY];
    size_t length;
    unsigned kinds;
    size_t line; /* of a number: on which it is set */
};

/* Read on with a piece. A bracket that opens is of what stands below it, which is no label without one.
 * False: no word of a form goes on so. */
static bool add_piece_of(const struct cells *at, struct wrapped *label, struct sheet_word *piece)
{
    char text[MAX_KEY];
    size_t size = text_of(piece, text);
    const struct lexicon_word *word = NULL;
    if (!size || label->count == MOST_PIECES || label->length > MAX_KEY)
        return false;
    fold(text, size);
    label->length += lexicon_key(text, size, label->key + label->length);
    label->pieces[label->count++] = piece;
    bool opens = sheet_opens(&piece->chars[piece->count - 1]);
    if (!label->length)
        return opens;
    if (!lexicon_find(at->lexicon, label->key, label->length, &word))
        return false;
    if (word && !opens) {
        label->whole = label->count;
        label->kinds = word->kinds;
    }
    return true;
}

/* The longest label of a form that begins with a word. */
static void read_label(const struct cells *at, struct sheet_word *word, struct wrapped *label)
{
    struct sheet_word *last = word, *next = word_below(at, word);
    unsigned sides = ANY;
    if (!add_piece_of(at, label, word))
        return;
    for (; (next = word_below(at, last)); last = next) {
        sides &= shared_sides(at, word, next);
        if (!sides || is_value_word(next) || !add_piece_of(at, label, next))
            return;
    }
}

/* ---- a number that goes on below ---- */

/* A digit lies on its side in a line that runs down. */
static bool lies_down(const struct sheet_word *word)
{
    const struct sheet_char *c = word->chars;
    return word->count == 1 && (unsigned char)*c->text < 0x80 && c->x1 - c->x0 > c->y1 - c->y0;
}

static bool is_unit_word(const struct sheet_word *word)
{
    char text[MAX_KEY];
    size_t size = text_of(word, text);
    return size && is_unit(text, text + size);
}

/* The digits of a number that runs down, and the unit that found no room beside a number. */
static void read_number(const struct cells *at, struct sheet_word *word, struct wrapped *number)
{
    number->pieces[number->count++] = word;
    if (!lies_down(word) && !is_value_word(word))
        return;
    for (struct sheet_word *last = word, *next; (next = word_below(at, last)) && number->count < MOST_PIECES;
         last = next) {
        bool runs_down = lies_down(last) && lies_down(next) && next->y0 - last->y1 < last->y1 - last->y0;
        if (!shared_sides(at, word, next) || (!runs_down && !is_unit_word(next)))
            break;
        number->pieces[number->count++] = next;
    }
    number->whole = number->count;
}

/* ---- a number whose last digits found no room ---- */

static bool is_digits(const struct sheet_word *word)
{
    bool digits = isdigit(plain(word->chars)) && !word->rest;
    for (size_t i = 1; i < word->count && digits; i++) {
        int c = plain(&word->chars[i]);
        digits = isdigit(c) || c == '.' || c == ',';
    }
    return digits;
}

static bool is_number_word(const struct sheet_word *word)
{
    return isdigit(plain(word->chars)) && is_value_word(word);
}

/* A mark for none may be set in two. */
static bool is_dash(const struct sheet_word *word)
{
    return word->count == 1 && word->chars->length == strlen("—") &&
           !memcmp(word->chars->text, "—", word->chars->length);
}

/* What a word is in the tables of the forms. Each is asked for all values near it: read anew each time,
 * digits set on a page took 30,000 instructions a word. */
static unsigned kinds_of(const struct cells *at, const struct sheet_word *word)
{
    char text[MAX_KEY + 1];
    struct word_said *said = word->said;
    if (said->count != word->count || said->rest != word->rest) {
        text[text_of(word, text)] = '\0';
        *said = (struct word_said){word->count, word->rest, sheet_label(at->lexicon, at->scratch, text)};
    }
    return said->kinds;
}

/* Whether a line has all of a row's label. */
static bool names_row(const struct cells *at, size_t line)
{
    for (const struct sheet_word *word = at->words[line]; word; word = word->next)
        if (kinds_of(at, word) & WORD_ROW && !is_number_word(word))
            return true;
    return false;
}

/* The distance between two rows: an eighth of all are closer, such as the lines of a label of which one is as
 * another label. */
static float row_pitch(const struct cells *at)
{
    float *steps = arena_alloc(at->scratch, at->count * sizeof *steps + 1);
    size_t count = 0;
    for (size_t i = 0, last = at->count; i < at->count; i++) {
        if (!names_row(at, i))
            continue;
        if (last < i && at->lines[last]->page == at->lines[i]->page)
            steps[count++] = at->lines[i]->y0 - at->lines[last]->y0;
        last = i;
    }
    sheet_sort(steps, count);
    return count ? steps[count / 8] : 0;
}

/* How much of a value's height is beside the label of a row that stands on a line before it. */
static float height_beside(const struct cells *at, size_t line, const struct sheet_word *value)
{
    float most = 0;
    for (struct sheet_word *word = at->words[line]; word && word->x1 < value->x0; word = word->next) {
        float both = fminf(word->y1, value->y1) - fmaxf(word->y0, value->y0);
        if (both > most && kinds_of(at, word) & WORD_ROW)
            most = both;
    }
    return most;
}

/* The line with the label of a row that a third of a value's height or more is beside; its own, if there is
 * none with room. */
static size_t line_of_label(const struct cells *at, const struct sheet_word *value)
{
    size_t page = at->lines[value->line]->page, best = value->line, first = best;
    float height = value->y1 - value->y0, most = height / 3, reach = HIGHEST / 2 * height;
    while (first && at->lines[first - 1]->page == page && at->lines[first - 1]->y1 > value->y0 - reach)
        first--;
    for (size_t i = first;
         i < at->count && at->lines[i]->page == page && at->lines[i]->y0 < value->y1 + reach; i++) {
        float both = height_beside(at, i, value);
        if (i != value->line && both > most && !word_on(at, i, value))
            most = both, best = i;
    }
    return best;
}

/* Whether two values stand beside the labels of two rows. */
static bool are_of_rows(const struct cells *at, const struct sheet_word *one, const struct sheet_word *other)
{
    size_t first = names_row(at, one->line) ? one->line : line_of_label(at, one);
    size_t second = names_row(at, other->line) ? other->line : line_of_label(at, other);
    return first != second && names_row(at, first) && names_row(at, second);
}

/* Whether a line has, from a place on, a value that stands upright, such as those of a row. */
static bool has_values(const struct cells *at, size_t line, float from)
{
    for (const struct sheet_word *word = at->words[line]; word; word = word->next)
        if (word->x0 >= from && is_value_word(word) && !lies_down(word))
            return true;
    return false;
}

/* Whether a line between two words has numbers of its own: its row has them both, in a cell of two lines. */
static bool are_around_row(const struct cells *at, const struct sheet_word *above,
                           const struct sheet_word *below)
{
    size_t line = above->line + 1;
    while (line < below->line && !has_values(at, line, -INFINITY))
        line++;
    return line < below->line;
}

/* Whether another word of a column shows that there is room for one more digit: a number, or a label in one
 * line. */
static bool shows_room(const struct cells *at, const struct sheet_word *word, const struct sheet_word *other)
{
    float width = word->x1 - word->x0, digit = width / (float)word->count;
    bool wider = is_digits(other) ? other->count > word->count : other->x1 - other->x0 > width + digit;
    return wider && shared_sides(at, word, other) && (is_digits(other) || kinds_of(at, other) & WORD_COLUMN);
}

/* Whether digits fill their line of the cell, as far as the column goes up and down: to what is no value. */
static bool is_full(const struct cells *at, const struct sheet_word *word)
{
    for (int below = 0; below < 2; below++) {
        bool ends = false;
        for (size_t i = word->line; !ends && (below ? ++i < at->count : i-- > 0);) {
            const struct sheet_word *other = word_on(at, i, word);
            if (other && shows_room(at, word, other))
                return false;
            ends = other && !is_value_word(other);
        }
    }
    return true;
}

/* Whether a line has nothing but digits: the labels of rows, and values that stand beside them, are on
 * others. */
static bool has_digits_only(const struct cells *at, size_t line)
{
    const struct sheet_word *word = at->words[line];
    while (word && is_digits(word))
        word = word->next;
    return !word;
}

/* Whether the digits of one word go on with another, right below: the lines are nearer than rows, and not of
 * two. */
static bool goes_on(const struct cells *at, const struct sheet_word *above, const struct sheet_word *below)
{
    float apart = below->y0 - above->y0;
    bool number = is_digits(above) && (is_unit_word(below) || is_number_word(below));
    return (number || (is_dash(above) && is_dash(below))) && !below->rest && !lies_down(above) &&
           !lies_down(below) && shared_sides(at, above, below) &&
           (apart < CLOSER * at->pitch || are_around_row(at, above, below)) &&
           apart < WIDE * (above->y1 - above->y0) && apart < EVEN * at->step &&
           !are_of_rows(at, above, below) &&
           (!is_number_word(below) || has_digits_only(at, below->line) || is_full(at, above));
}

/* The word in whose column another stands, above or below it; NULL: none is near. */
static struct sheet_word *neighbour(const struct cells *at, const struct sheet_word *word, bool below)
{
    for (size_t i = word->line; below ? ++i < at->count : i-- > 0;) {
        float apart = fabsf(at->lines[i]->y0 - word->y0);
        struct sheet_word *other = word_on(at, i, word);
        if (other || at->lines[i]->page != at->lines[word->line]->page ||
            apart > 2 * WIDE * (word->y1 - word->y0))
            return other;
    }
    return NULL;
}

/* From one line of a cell to the next, as digits have it: rows have room between them besides. INFINITY:
 * there are none. */
static float line_step(const struct cells *at)
{
    float least = INFINITY;
    for (size_t i = 0; i < at->count; i++)
        for (const struct sheet_word *word = at->words[i]; word; word = word->next) {
            const struct sheet_word *below = is_digits(word) ? neighbour(at, word, true) : NULL;
            if (below && is_digits(below) && shared_sides(at, word, below) &&
                at->lines[below->line]->page == at->lines[i]->page)
                least = fminf(least, below->y0 - word->y0);
        }
    return least;
}

/* What the digits of a word go on with, or (`below` unset) what goes on with it; NULL: nothing. */
static struct sheet_word *rest_of(const struct cells *at, const struct sheet_word *word, bool below)
{
    struct sheet_word *other = neighbour(at, word, below);
    return other && at->lines[other->line]->page == at->lines[word->line]->page &&
                   (below ? goes_on(at, word, other) : goes_on(at, other, word))
               ? other
               : NULL;
}

/* Whether a number of this line is whole: then it is the line of a row. */
static bool has_whole_number(const struct cells *at, size_t line)
{
    for (const struct sheet_word *word = at->words[line]; word; word = word->next)
        if (is_value_word(word) && !rest_of(at, word, true) && !rest_of(at, word, false))
            return true;
    return false;
}

/* The line with values from a place on that is nearest to the middle of pieces; `best` if there is none. */
static size_t line_nearest(const struct cells *at, const struct wrapped *pieces, float from, size_t best)
{
    const struct sheet_word *first = pieces->pieces[0], *last = pieces->pieces[pieces->whole - 1];
    float middle = (first->y0 + last->y1) / 2, least = INFINITY;
    for (size_t i = first->line; i <= last->line; i++) {
        float off = fabsf((at->lines[i]->y0 + at->lines[i]->y1) / 2 - middle);
        if (off < least && has_values(at, i, from))
            least = off, best = i;
    }
    return best;
}

/* The digits that begin with a word, and what they go on with; a number has the line of one row at most. */
static void read_digits(const struct cells *at, struct sheet_word *word, struct wrapped *number)
{
    size_t rows = 0;
    if (rest_of(at, word, false))
        return;
    for (; word && number->count < MOST_PIECES; word = rest_of(at, word, true)) {
        number->pieces[number->count++] = word;
        if (has_whole_number(at, word->line) && !rows++)
            number->line = word->line;
    }
    number->whole = number->count > 1 && rows < 2 ? number->count : 0;
    if (number->whole && !rows)
        number->line = line_nearest(at, number, -INFINITY, number->pieces[0]->line);
}

/* ---- setting it on one line ---- */

/* The line on which a label is set: that of a row on one with numbers behind it, or on its own in the middle,
 * that of a column on its last, both before the end of a page; what is no label, with numbers. */
static size_t line_for(const struct cells *at, const struct wrapped *label, float right)
{
    if (!label->kinds)
        return line_nearest(at, label, -INFINITY, label->pieces[0]->line);
    size_t page = at->lines[label->pieces[0]->line]->page, last = label->whole - 1;
    while (at->lines[label->pieces[last]->line]->page != page)
        last--;
    size_t own = label->pieces[label->kinds & WORD_COLUMN ? last : (last + 1) / 2]->line;
    return label->kinds & WORD_ROW ? line_nearest(at, label, right, own) : own;
}

static void take(const struct cells *at, struct sheet_word *word)
{
    struct sheet_word **here = &at->words[word->line];
    while (*here != word)
        here = &(*here)->next;
    *here = word->next;
}

static void put(const struct cells *at, struct sheet_word *word, size_t line)
{
    struct sheet_word **here = &at->words[line];
    while (*here && (*here)->x0 <= word->x0)
        here = &(*here)->next;
    if (!at->words[word->line])
        at->set_on[word->line] = line;
    word->next = *here;
    word->line = line;
    *here = word;
}

static void set_label(const struct cells *at, const struct wrapped *label, bool digits)
{
    struct sheet_word *first = label->pieces[0];
    float left = first->x0, right = first->x1;
    for (size_t i = 1; i < label->whole; i++) {
        left = fminf(left, label->pieces[i]->x0);
        right = fmaxf(right, label->pieces[i]->x1);
    }
    size_t line = digits ? label->line : line_for(at, label, right);
    for (size_t i = 0; i < label->whole; i++) {
        take(at, label->pieces[i]);
        label->pieces[i]->rest = i + 1 < label->whole ? label->pieces[i + 1] : NULL;
    }
    first->x0 = left;
    first->x1 = right;
    first->y1 = fmaxf(first->y1, label->pieces[label->whole - 1]->y1);
    put(at, first, line);
    for (size_t i = 1; i < label->whole; i++)
        if (!at->words[label->pieces[i]->line])
            at->set_on[label->pieces[i]->line] = line;
}

static void join_digits(const struct cells *at)
{
    for (size_t i = 0; i < at->count; i++)
        for (struct sheet_word *word = at->words[i], *next; word; word = next) {
            struct wrapped number = {.count = 0};
            next = word->next;
            if (is_digits(word) || is_dash(word))
                read_digits(at, word, &number);
            if (number.whole)
                set_label(at, &number, true);
        }
}

static void join_labels(const struct cells *at)
{
    for (size_t i = 0; i < at->count; i++)
        for (struct sheet_word *word = at->words[i], *next; word; word = next) {
            struct wrapped label = {.count = 0};
            next = word->next;
            if (!word->rest)
                read_label(at, word, &label);
            if (!word->rest && label.whole < 2) {
                label = (struct wrapped){.count = 0};
                read_number(at, word, &label);
            }
            if (label.whole > 1)
                set_label(at, &label, false);
        }
}

/* A mark for none between words of no form and the label of a row is one of these words: 无 of 无法提供,
 * which runs down beside rows. */
static void join_sides(const struct cells *at)
{
    for (size_t i = 0; i < at->count; i++)
        for (struct sheet_word *word = at->words[i], *mark; word && (mark = word->next); word = word->next) {
            bool label = mark->next && !is_value_word(mark->next) && kinds_of(at, mark->next) & WORD_ROW;
            if (!label || word->rest || kinds_of(at, word) || !is_value_word(mark) || is_number_word(mark))
                continue;
            word->next = mark->next;
            word->rest = mark;
            word->x1 = mark->x1;
        }
}

/* ---- a line that the end of a page cuts ---- */

/* Whether a page begins with the lines that the page before ends with. */
static bool begins_again(const struct cells *at, size_t line, size_t count)
{
    bool same = count <= line && line + count <= at->count &&
                at->lines[line - count]->page == at->lines[line - 1]->page;
    for (size_t i = line; same && i < line + count; i++)
        same =
            at->lines[i]->page == at->lines[line]->page && sheet_is_copy(at->lines[i - count], at->lines[i]);
    return same;
}

/* How many lines from the first of a page on are cut: browsers print them at the end of the page before, too.
 */
static size_t count_cut(const struct cells *at, size_t line)
{
    size_t count = MOST_CUT;
    while (count && !begins_again(at, line, count))
        count--;
    return count;
}

/* Whether there are words on some lines that are no values. */
static bool has_labels(const struct cells *at, size_t line, size_t count)
{
    for (size_t i = line; i < line + count; i++)
        for (const struct sheet_word *word = at->words[i]; word; word = word->next)
            if (!is_value_word(word) && !is_unit_word(word))
                return true;
    return false;
}

/* Drop the second print of lines that are cut: those with words, or those with values only, unless they may
 * be those of the label just below. */
static void drop_cut(const struct cells *at, bool words)
{
    for (size_t i = 1; i < at->count; i++) {
        size_t count = at->lines[i]->page == at->lines[i - 1]->page ? 0 : count_cut(at, i), next = i + count;
        bool below = next < at->count && names_row(at, next) && !has_values(at, next, -INFINITY);
        if (!count || has_labels(at, i, count) != words || (!words && below))
            continue;
        for (size_t line = i; line < next; line++)
            at->words[line] = NULL, at->set_on[line] = line - count;
    }
}

/* ---- units that the end of a page cuts ---- */

static bool has_units_only(const struct cells *at, size_t line)
{
    const struct sheet_word *word = at->words[line];
    while (word && is_unit_word(word))
        word = word->next;
    return at->words[line] && !word;
}

/* The number of a column that the page before a line ends with; NULL: none is at its foot. */
static struct sheet_word *number_at_foot(const struct cells *at, size_t line, const struct sheet_word *word)
{
    size_t i = line - 1, page = at->lines[i]->page;
    struct sheet_word *above = word_on(at, i, word);
    while (!above && i-- && at->lines[i]->page == page)
        above = word_on(at, i, word);
    bool foot = above && at->lines[line - 1]->y0 < above->y1 + NEAR * (above->y1 - above->y0);
    return foot && is_number_word(above) && !above->rest && shared_sides(at, word, above) ? above : NULL;
}

/* Units for which the last row of a page had no room begin the next page, a line of their own. */
static void join_cut_units(const struct cells *at)
{
    for (size_t i = 1; i < at->count; i++) {
        bool cut = at->lines[i]->page != at->lines[i - 1]->page && has_units_only(at, i);
        for (struct sheet_word *word = cut ? at->words[i] : NULL, *next; word; word = next) {
            struct sheet_word *number = number_at_foot(at, i, word);
            next = word->next;
            if (!number)
                continue;
            take(at, word);
            number->rest = word;
            number->x1 = fmaxf(number->x1, word->x1);
            at->set_on[i] = at->words[i] ? i : number->line;
        }
    }
}

/* ---- values that stand between lines ---- */

/* The line with the label of a row that all values of a line are beside; itself, if they are not of one. */
static size_t line_of_values(const struct cells *at, size_t line)
{
    size_t found = at->count;
    for (const struct sheet_word *word = at->words[line]; word; word = word->next) {
        size_t own = is_value_word(word) ? line_of_label(at, word) : found;
        if (found < at->count && own != found)
            return line;
        found = own;
    }
    return found < at->count ? found : line;
}

/* Values that stand a little above or below the label of their row are set on its line. */
static void join_values(const struct cells *at)
{
    for (size_t i = 0; i < at->count; i++) {
        size_t line = names_row(at, i) ? i : line_of_values(at, i);
        for (struct sheet_word *word = at->words[i], *next; word && line != i; word = next) {
            next = word->next;
            if (is_value_word(word))
                take(at, word), put(at, word, line);
        }
    }
}

/* ---- heads ---- */

/* The line below a label of a column, or of several, with another whose height it shares by half or more, and
 * nothing above or below it: cells beside each other set their words in their middles, whose lines are not as
 * many. The label's own line: there is none. */
static size_t line_beside(const struct cells *at, const struct sheet_word *label, unsigned kind)
{
    size_t best = label->line, page = at->lines[label->line]->page;
    for (size_t i = label->line + 1;
         i < at->count && at->lines[i]->page == page && at->lines[i]->y0 < label->y1; i++) {
        bool beside = false;
        if (word_on(at, i, label))
            return best;
        for (const struct sheet_word *word = at->words[i]; word && !beside; word = word->next) {
            float both = fminf(word->y1, label->y1) - fmaxf(word->y0, label->y0);
            beside =
                2 * both >= fminf(word->y1 - word->y0, label->y1 - label->y0) && kinds_of(at, word) & kind;
        }
        best = beside ? i : best;
    }
    return best;
}

/* Labels of a head that stand beside each other are set on one line. */
static void join_heads(const struct cells *at)
{
    for (size_t i = 0; i < at->count; i++)
        for (struct sheet_word *word = at->words[i], *next; word; word = next) {
            unsigned kind = is_value_word(word) ? 0 : kinds_of(at, word) & (WORD_COLUMN | WORD_SPAN);
            size_t line = kind ? line_beside(at, word, kind) : i;
            next = word->next;
            if (line != i)
                take(at, word), put(at, word, line);
        }
}

/* ---- words ---- */

/* Whether a word is an enumerator. */
static bool is_enumerator_word(const struct sheet_word *word)
{
    char text[MAX_KEY];
    size_t size = text_of(word, text);
    fold(text, size);
    return size && enumerator_heads(text, text + size).length == size;
}

/* Whether a word just above begins where a character does: there a column begins. */
static bool begins_column(const struct cells *at, const struct sheet_char *c, size_t line)
{
    float reach = c->y0 - NEAR * (c->y1 - c->y0);
    for (size_t i = line; i-- > 0 && at->lines[i]->page == at->lines[line]->page && at->lines[i]->y1 > reach;)
        for (const struct sheet_word *word = at->words[i]; word; word = word->next)
            if (fabsf(word->x0 - c->x0) < SAME * at->unit)
                return true;
    return false;
}

/* Where lines begin, and characters a little off the last, sorted. */
static void find_starts(struct cells *at)
{
    size_t most = 0;
    for (size_t i = 0; i < at->count; i++)
        most += at->lines[i]->count;
    at->starts = arena_alloc(at->scratch, most * sizeof *at->starts + 1);
    for (size_t i = 0; i < at->count; i++)
        for (size_t k = 0; k < at->lines[i]->count; k++) {
            const struct sheet_char *c = &at->lines[i]->chars[k];
            if (!k || c->x0 - c[-1].x1 > TIGHT * at->unit)
                at->starts[at->start_count++] = c->x0;
        }
    sheet_sort(at->starts, at->start_count);
}

/* How far behind the last the digits of numbers stand, in heights: half of all. 0: there are none. */
static float digit_advance(const struct cells *at)
{
    size_t most = 0, count = 0;
    for (size_t i = 0; i < at->count; i++)
        most += at->lines[i]->count;
    float *steps = arena_alloc(at->scratch, most * sizeof *steps + 1);
    for (size_t i = 0; i < at->count; i++)
        for (size_t k = 1; k < at->lines[i]->count; k++) {
            const struct sheet_char *c = &at->lines[i]->chars[k];
            if (isdigit(plain(c - 1)) && isdigit(plain(c)) && !sheet_begins_word(c - 1, c, at->unit))
                steps[count++] = (c->x0 - c[-1].x0) / (c->y1 - c->y0);
        }
    sheet_sort(steps, count);
    return count ? steps[count / 2] : 0;
}

/* How many lines and characters that are a little off the last begin left of a place. */
static size_t starts_before(const struct cells *at, float place)
{
    size_t low = 0;
    for (size_t high = at->start_count; low < high;) {
        size_t middle = (low + high) / 2;
        if (at->starts[middle] < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a column begins at a character that is a little off the last: so do two others at least. Units of
 * numbers that end at one side begin below each other, too. */
static bool begins_tight(const struct cells *at, const struct sheet_char *c)
{
    float same = SAME * at->unit;
    return c->x0 - c[-1].x1 > TIGHT * at->unit &&
           !(isdigit(plain(c - 1)) && is_unit(c->text, c->text + c->length)) &&
           starts_before(at, c->x0 + same) - starts_before(at, c->x0 - same) > 2;
}

/* Whether a number, up to the next room, begins behind an ideograph, with no room between, where other words
 * do: Calc cuts words at the edge of the next cell, if that is not empty. */
static bool begins_at_cut(const struct cells *at, const struct sheet_line *line, const struct sheet_char *c)
{
    char value[MAX_KEY];
    float same = SAME * at->unit;
    size_t size = 0;
    if (!isdigit(plain(c)) || (unsigned char)*c[-1].text < 0xE4 || (unsigned char)*c[-1].text > 0xE9)
        return false;
    for (const struct sheet_char *next = c, *end = line->chars + line->count;
         next < end && size + 4 < sizeof value && (next == c || !sheet_begins_word(next - 1, next, at->unit));
         next++) {
        memcpy(value + size, next->text, next->length);
        size += next->length;
    }
    return is_value(value, value + size) &&
           starts_before(at, c->x0 + same) - starts_before(at, c->x0 - same) > 2;
}

/* Whether a number begins behind a unit, a little off it: no room is between a number and its unit either. */
static bool follows_unit(const struct cells *at, const struct sheet_word *word, const struct sheet_char *c)
{
    const struct sheet_char *unit = &word->chars[word->count - 1];
    return word->count > 1 && isdigit(plain(c)) && c->x0 - word->x1 > TIGHT * at->unit &&
           is_unit(unit->text, unit->text + unit->length) && isdigit(plain(unit - 1)) &&
           unit->x0 - unit[-1].x1 < TIGHT * at->unit;
}

/* Whether a word of the forms goes on with what stands from a character to the next room: Calc, which fits
 * sheets to the page, leaves up to a quarter of an ideograph within words. */
static bool is_within_label(const struct cells *at, struct sheet_word *word, const struct sheet_line *line,
                            const struct sheet_char *c)
{
    struct wrapped label = {.count = 0};
    struct sheet_word rest = {.chars = c, .count = 1};
    while (c + rest.count < line->chars + line->count &&
           c[rest.count].x0 - c[rest.count - 1].x1 < TIGHT * at->unit)
        rest.count++;
    return at->lexicon && c->x0 - word->x1 < at->unit && !is_value_word(word) &&
           add_piece_of(at, &label, word) && add_piece_of(at, &label, &rest);
}

/* Whether a digit stands as far behind the last as most do: fonts set the digits of a number so, though they
 * be of several widths, and some programs a little off each other. */
static bool keeps_step(const struct cells *at, const struct sheet_char *c)
{
    float advance = at->advance * (c->y1 - c->y0), step = c->x0 - c[-1].x0;
    return isdigit(plain(c - 1)) && isdigit(plain(c)) && fabsf(step - advance) < advance / 20;
}

/* Whether a bracket with a unit opens: it is of the label before it. */
static bool opens_unit(const struct sheet_line *line, size_t index)
{
    const struct sheet_char *c = &line->chars[index];
    return plain(c) == '(' && index + 1 < line->count && is_unit(c[1].text, c[1].text + c[1].length);
}

/* Whether a word ends before a character. What begins no line begins no word either, such as the point of
 * "1.", which TCPDF sets off; nor does one end with what ends no line. Behind an enumerator the label may
 * stand a little off, but no other enumerator. */
static bool ends_before(const struct cells *at, struct sheet_word *word, size_t line, size_t index)
{
    const struct sheet_char *c = &at->lines[line]->chars[index];
    bool bound = sheet_may_hang(c) || sheet_opens(c - 1) || opens_unit(at->lines[line], index);
    if (bound && c->x0 - word->x1 < COUNTED * at->unit)
        return false;
    bool apart = !keeps_step(at, c) &&
                 (sheet_begins_word(c - 1, c, at->unit) || begins_tight(at, c) || follows_unit(at, word, c));
    if (begins_at_cut(at, at->lines[line], c))
        return true;
    if (!is_enumerator_word(word))
        return apart && (begins_column(at, c, line) || !is_within_label(at, word, at->lines[line], c));
    return plain(c) == '(' ||
           (apart && (c->x0 - word->x1 > COUNTED * at->unit || begins_column(at, c, line)));
}

static struct sheet_word *words_of(const struct cells *at, const struct sheet_line *line, size_t number)
{
    struct sheet_word *first = NULL, **last = &first, *word = NULL;
    for (size_t i = 0; i < line->count; i++) {
        const struct sheet_char *c = &line->chars[i];
        if (!word || ends_before(at, word, number, i)) {
            word = arena_alloc(at->scratch, sizeof *word);
            *word = (struct sheet_word){.chars = c, .x0 = c->x0, .y0 = c->y0, .y1 = c->y1, .line = number};
            word->said = arena_alloc(at->scratch, sizeof *word->said);
            *last = word;
            last = &word->next;
        }
        word->count++;
        word->x1 = c->x1;
    }
    return first;
}

struct sheet_word **sheet_cells(struct nb_arena *scratch, const struct sheet_line *const *lines, size_t count,
                                float unit, const struct lexicon *lexicon, size_t *set_on)
{
    struct cells at = {.scratch = scratch,
                       .lexicon = lexicon,
                       .lines = lines,
                       .count = count,
                       .unit = unit,
                       .set_on = set_on};
    at.words = arena_alloc(scratch, (count + 1) * sizeof(struct sheet_word *));
    find_starts(&at);
    at.advance = digit_advance(&at);
    for (size_t i = 0; i < count; i++)
        at.words[i] = words_of(&at, lines[i], i), set_on[i] = i;
    if (lexicon)
        at.pitch = row_pitch(&at), at.step = line_step(&at), drop_cut(&at, true), join_cut_units(&at),
        join_digits(&at), join_labels(&at), join_sides(&at), join_values(&at), join_heads(&at),
        drop_cut(&at, false);
    return at.words;
}

struct word_kinds sheet_kinds(struct nb_arena *scratch, const struct lexicon *lexicon,
                              const struct sheet_line *line)
{
    struct word_kinds kinds = {0};
    char *word = arena_alloc(scratch, 5 * line->count + 1);
    for (size_t i = 0, size = 0; i < line->count; i++) {
        memcpy(word + size, line->chars[i].text, line->chars[i].length);
        word[size += line->chars[i].length] = 0;
        if (i + 1 < line->count && !sheet_begins_word(&line->chars[i], &line->chars[i + 1], 0))
            continue;
        unsigned labels = sheet_label(lexicon, scratch, word);
        kinds.value_last = !labels && sheet_is_value(word);
        kinds.labels |= labels;
        kinds.values += kinds.value_last;
        kinds.words += !labels && !kinds.value_last;
        size = 0;
    }
    return kinds;
}

bool sheet_has_row(struct nb_arena *scratch, const struct lexicon *lexicon, const struct sheet_lines *lines,
                   float unit)
{
    const struct sheet_line **all = arena_alloc(scratch, lines->count * sizeof *all + 1);
    for (size_t i = 0; i < lines->count; i++)
        all[i] = &lines->lines[i];
    size_t *set_on = arena_alloc(scratch, lines->count * sizeof *set_on + 1);
    struct sheet_word **words = sheet_cells(scratch, all, lines->count, unit, lexicon, set_on);
    for (size_t i = 0; i < lines->count; i++)
        for (const struct sheet_word *word = words[i]; word; word = word->next) {
            char text[MAX_KEY + 1];
            text[text_of(word, text)] = 0;
            unsigned labels = sheet_label(lexicon, scratch, text);
            if (labels & WORD_ROW && !(labels & (WORD_COLUMN | WORD_SPAN | WORD_PART)))
                return true;
        }
    return false;
}
