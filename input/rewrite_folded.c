/* rewrite_folded.c - a text whose lines were joined, as programs hand on what a page says in one string:
 * lines again, a cell each.
 */
#include "config.h"

#include "rewrite.h"
#include "table_reader.h"

#include <ctype.h>
#include <string.h>

/* What was put between the strings of a page. A cell may have a blank within, so that two are looked for
 * before one. */
static const char *const joints[] = {"|", "\t", ",", ";", "  ", " "};
static const unsigned joint_marks[] = {LINE_BAR, LINE_TAB,  LINE_NARROW_COMMA, LINE_NARROW_SEMICOLON,
                                       LINE_GAP, LINE_PARTS}; /* of lines that have them */
enum { JOINTS = sizeof joints / sizeof *joints };

/* The end of the word that begins at `at`. */
static size_t word_end(const struct nb_text *text, size_t at, size_t end, const char *joint)
{
    const char *found = memmem(text->bytes + at, end - at, joint, strlen(joint));
    return found ? (size_t)(found - text->bytes) : end;
}

/* Whether words are a label, or its beginning: the string may be a line of a cell only. */
static bool begins_row(const struct nb_text *text, const struct lexicon *lexicon, struct piece words)
{
    enum { SHORTEST = 6 }; /* bytes: two characters */
    char key[LEXICON_LONGEST * 3 + 4];
    size_t length =
        lexicon_key_within(text->shadow + words.start, words.end - words.start, key, LEXICON_LONGEST * 3);
    enum lexicon_prefix begins = PREFIX_NONE;
    return length >= SHORTEST && length <= lexicon->longest &&
           (lexicon_look_up(lexicon, key, length, &begins) || begins == PREFIX_LONGER);
}

/* How often a label stands right behind a value, and another value behind it: where rows are joined it does
 * for each but the first, else for none; what begins the line counts the row, or stands for labels above.
 * Where no value is a number, what looks like one parts the labels of a head: 自然人 / 总计. */
static size_t rows_in(const struct nb_text *text, const struct lexicon *lexicon, struct piece line,
                      const char *joint)
{
    size_t rows = 0;
    bool value = false, number = false, words = false, label = false;
    for (size_t at = line.start, end; at < line.end; at = end + strlen(joint)) {
        end = word_end(text, at, line.end, joint);
        struct piece word = trim(text, at, end);
        bool is_value = shows_value(text, word);
        rows += label && is_value && word.start < word.end;
        label = (label && !is_value) || (value && !is_value && begins_row(text, lexicon, word));
        number |= is_value && isdigit((unsigned char)text->shadow[word.start]);
        words |= !is_value && word.start < word.end;
        value = word.start < word.end ? is_value && words : value;
    }
    return number ? rows : 0;
}

enum {
    LONG = 300, /* bytes: the shortest table with rows, 2021's second of zeros, takes 399 in one line */
    SEVERAL = 4 /* labels behind values; the shortest table has five, a row none */
};

/* Whether a byte stands so often in a line that it may join rows: labels and values are twice as many. */
static bool is_often(const struct nb_text *text, struct piece line, char byte)
{
    const char *at = text->bytes + line.start, *end = text->bytes + line.end;
    size_t count = 0;
    while (count <= 2 * SEVERAL && at < end && (at = memchr(at, byte, (size_t)(end - at))))
        count++, at++;
    return count > 2 * SEVERAL;
}

/* Whether cells stand between drawn bars. */
static bool is_drawn(const struct nb_text *text, struct piece line)
{
    const char *at = text->bytes + line.start, *end = text->bytes + line.end;
    size_t count = 0;
    while (count <= SEVERAL && at < end && (at = memchr(at, '\xE2', (size_t)(end - at))))
        count += is_box(at++);
    return count > SEVERAL;
}

/* What joins the rows of a line; NULL: it holds no several rows. Between bars, drawn ones too, or tabs
 * nothing else parts cells. */
static const char *joint_of(const struct nb_text *text, const struct lexicon *lexicon, size_t number)
{
    struct piece line = line_of(text, number);
    for (size_t i = 0; i < JOINTS; i++) {
        if (!(text->lines[number].marks & joint_marks[i]) || !is_often(text, line, *joints[i]))
            continue;
        if (is_drawn(text, line))
            return NULL;
        if (rows_in(text, lexicon, line, joints[i]) >= SEVERAL)
            return joints[i];
        if (strchr("|\t", *joints[i]))
            break;
    }
    return NULL;
}

/* The first joint that some long line shows, or tabs where lines hold several rows together: cells of several
 * lines break theirs. NULL: none does. */
static const char *find_joint(const struct nb_text *text, const struct lexicon *lexicon)
{
    const char *joint = NULL;
    size_t rows = 0;
    for (size_t i = 0; lexicon && i < text->line_count && !joint; i++) {
        struct piece line = line_of(text, i);
        bool folded = line.end - line.start > LONG &&
                      !(text->lines[i].marks & LINE_INLINE && has_html_cells(text, line));
        joint = folded ? joint_of(text, lexicon, i) : NULL;
        if (!joint && text->lines[i].marks & LINE_TAB && is_often(text, line, '\t'))
            rows += rows_in(text, lexicon, line, "\t");
        joint = rows >= SEVERAL ? "\t" : joint;
    }
    return joint;
}

void unfold(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *joint = find_joint(text, made->lexicon);
    if (!joint)
        return;
    for (size_t i = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        if (line.end - line.start <= LONG && *joint != '\t')
            continue;
        for (size_t at; (at = word_end(text, line.start, line.end, joint)) < line.end;)
            rewrite_cut(made, at, line.start = (uint32_t)(at + strlen(joint)), '\n');
    }
    if (text->bytes[text->length - 1] != '\n')
        rewrite_cut(made, text->length, text->length, '\n');
}
