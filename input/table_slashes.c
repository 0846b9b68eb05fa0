/* table_slashes.c - slashes with blanks around them that part cells are bars to all readers of tables. */
#include "table_reader.h"

#include "fillers.h"
#include "fold.h"

#include <ctype.h>
#include <string.h>

/* Whether a blank stands before a place in folded text. */
static bool is_behind_blank(const char *shadow, size_t start, size_t at)
{
    at = fold_end(shadow, start, at);
    return at == start || shadow[at - 1] == ' ' || shadow[at - 1] == '\t';
}

/* The next slash of a line [at, end) with blanks or the line's ends around it; `end`: there is none. */
static size_t next_slash(const char *shadow, size_t start, size_t at, size_t end)
{
    for (const char *slash; (slash = memchr(shadow + at, '/', end - at)); at = (size_t)(slash - shadow) + 1) {
        size_t behind = (size_t)(slash - shadow) + 1;
        while (behind < end && shadow[behind] == FOLD_FILLER)
            behind++;
        if ((behind == end || shadow[behind] == ' ' || shadow[behind] == '\t') &&
            is_behind_blank(shadow, start, (size_t)(slash - shadow)))
            return (size_t)(slash - shadow);
    }
    return end;
}

/* Whether numbers stand in words with nothing but blanks between. */
static bool holds_numbers(const char *shadow, struct piece words)
{
    bool digit = false, apart = false;
    for (size_t at = words.start; at < words.end; at++) {
        if (isdigit((unsigned char)shadow[at]) && digit && apart)
            return true;
        apart = shadow[at] == ' ' || (apart && shadow[at] == FOLD_FILLER);
        digit = isdigit((unsigned char)shadow[at]) || (apart && digit);
    }
    return false;
}

/* Whether something else parts the cells of a line: bars, a frame, tabs, the signs of LaTeX. */
static bool is_parted(const struct nb_text *text, const struct line *line)
{
    return line->marks & (LINE_BAR | LINE_BOX | LINE_TAB) ||
           memchr(text->shadow + line->begin, '&', line->end - line->begin);
}

/* What the slashes of a line show: that they part cells, as they stand between labels of columns, or only
 * seem to, as several stand between words and single values; that they stand for nothing, as one is missing
 * between numbers or a cell would be empty, or certainly do, as something else parts the cells; or neither.
 */
enum shown { NOTHING_SHOWN, SEEM_TO_PART, STAND_FOR_NOTHING, PART, NEVER_PART };

static enum shown line_shows(struct reader *reader, const struct line *line)
{
    const char *shadow = reader->text->shadow;
    size_t start = line->begin, end = line->end;
    size_t slashes = 0;
    bool label = false, lacks = false, values = true;
    if (next_slash(shadow, start, start, end) == end)
        return NOTHING_SHOWN;
    if (is_parted(reader->text, line))
        return NEVER_PART;
    for (size_t at = start, slash; at <= end; at = slash + 1, slashes++) {
        slash = next_slash(shadow, start, at < end ? at : end, end);
        struct piece cell = trim(reader->text, at < end ? at : end, slash);
        bool before = label, empty = cell.start == cell.end;
        label = !empty && label_kinds(reader, &cell, 1) & (WORD_COLUMN | WORD_SPAN);
        if (label && before)
            return PART;
        lacks |=
            empty || holds_numbers(shadow, cell) || leader_length(shadow + cell.start, shadow + cell.end);
        values &= !slashes || holds_value(reader, cell);
    }
    return lacks ? STAND_FOR_NOTHING : values && slashes > 2 ? SEEM_TO_PART : NOTHING_SHOWN;
}

/* Whether slashes part cells in the lines of a text: in none that parts some otherwise. */
static bool slashes_part(struct reader *reader)
{
    int seems = 0;
    bool part = false;
    for (size_t i = 0; i < reader->count; i++) {
        enum shown shown = line_shows(reader, &reader->lines[i]);
        if (shown == NEVER_PART)
            return false;
        part |= shown == PART;
        seems += shown == SEEM_TO_PART ? 1 : shown == STAND_FOR_NOTHING ? -1 : 0;
    }
    return part || seems > 0;
}

/* Whether a slash has a blank beside it, as in hardly any text. */
static bool has_loose_slash(const struct nb_text *text)
{
    const char *at = text->shadow, *end = at + text->length;
    while ((at = memchr(at, '/', (size_t)(end - at))) && at[1] != ' ' &&
           (at == text->shadow || at[-1] != ' '))
        at++;
    return at;
}

void read_slashes_as_bars(struct reader *reader)
{
    struct nb_text *text = reader->text;
    if (!has_loose_slash(text) || !reader->lexicon || !slashes_part(reader))
        return;
    reader->keeps_empty = ANSWER_YES;
    reader->marks |= LINE_BAR;
    for (struct line *line = reader->lines; line < reader->lines + reader->count; line++)
        for (size_t at = line->begin; (at = next_slash(text->shadow, line->begin, at, line->end)) < line->end;
             at++) {
            text->shadow[at] = '|';
            line->marks |= LINE_BAR;
        }
}
