/* table_reader.c - the lines of a text and what they look like, for the readers of tables in plain text. */
#include "config.h"

#include "table_reader.h"

#include "enumerator.h"
#include "fillers.h"
#include "fold.h"
#include "utf8.h"
#include "width.h"

#include <ctype.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <uchar.h>

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r' && byte != '\n');
}

struct piece trim_all(const struct nb_text *text, size_t start, size_t end)
{
    const char *shadow = text->shadow;
    while (start < end && (is_blank(shadow[start]) || shadow[start] == FOLD_FILLER))
        start++;
    for (size_t last = end; end > start; end = last) {
        while (last > start && shadow[last - 1] == FOLD_FILLER)
            last--;
        if (last == start || !is_blank(shadow[last - 1]))
            break;
        last--;
    }
    return (struct piece){start, end};
}

size_t next_line(const struct reader *reader, size_t line)
{
    while (line < reader->count && is_empty_line(reader, line))
        line++;
    return line;
}

/* ---- values ---- */

/* What a letter may be in a value. */
enum { NUMERAL = 1, UNIT = 2, LEADING = 4, NOTHING = 8 };

/* Each at a place of its own: 172 is the least number for which no two have the same (the compiler warns if
 * two have). Looked up so, they cost a table of lines 80 instructions a byte less than searched for. */
enum { LETTERS = 172 };
#define LETTER(letter, classes) [(letter) % LETTERS] = {letter, classes}
static const struct {
    char16_t letter;
    unsigned char classes;
} letters[LETTERS] = {
    LETTER(u'一', NUMERAL), LETTER(u'二', NUMERAL), LETTER(u'三', NUMERAL), LETTER(u'四', NUMERAL),
    LETTER(u'五', NUMERAL), LETTER(u'六', NUMERAL), LETTER(u'七', NUMERAL), LETTER(u'八', NUMERAL),
    LETTER(u'九', NUMERAL), LETTER(u'十', NUMERAL), LETTER(u'零', NUMERAL), LETTER(u'〇', NUMERAL),
    LETTER(u'两', NUMERAL), LETTER(u'百', NUMERAL), LETTER(u'千', NUMERAL), LETTER(u'万', NUMERAL | UNIT),
    LETTER(u'件', UNIT),    LETTER(u'条', UNIT),    LETTER(u'项', UNIT),    LETTER(u'个', UNIT),
    LETTER(u'次', UNIT),    LETTER(u'份', UNIT),    LETTER(u'宗', UNIT),    LETTER(u'起', UNIT),
    LETTER(u'人', UNIT),    LETTER(u'亿', UNIT),    LETTER(u'元', UNIT),    LETTER(u'余', UNIT),
    LETTER(u'多', UNIT),    LETTER(u'增', LEADING), LETTER(u'加', LEADING), LETTER(u'减', LEADING),
    LETTER(u'少', LEADING), LETTER(u'约', LEADING), LETTER(u'共', LEADING), LETTER(u'计', LEADING),
    LETTER(u'无', NOTHING), LETTER(u'没', NOTHING), LETTER(u'空', NOTHING),
};
#undef LETTER

static unsigned classes_of(unsigned letter)
{
    return letters[letter % LETTERS].letter == letter ? letters[letter % LETTERS].classes : 0;
}

enum { SHORT = 96 }; /* bytes: no number with its unit and remark that is longer is told from words */

/* The folded text without fillers, blanks, marks of emphasis and of escape. False if it is too long for a
 * value. */
static bool bare(const struct nb_text *text, struct piece piece, char out[SHORT])
{
    size_t length = 0;
    for (size_t i = piece.start, size; i < piece.end; i += size) {
        const char *at = text->shadow + i;
        size = utf8_step(at);
        if (size == 1 && (*at == FOLD_FILLER || is_blank(*at)))
            continue;
        if (*at == '*' && i + 1 < piece.end && at[1] == '*') {
            size = 2;
            continue;
        }
        if (*at == '\\' && i + 1 < piece.end && ispunct((unsigned char)at[1]) && !strchr("()", at[1]))
            continue; /* 5\.0 */
        if (length + size >= SHORT)
            return false;
        out[length++] = *at;
        for (size_t n = 1; n < 3 && size == 3; n++)
            out[length++] = at[n];
    }
    out[length] = '\0';
    return true;
}

/* The first letter that bare() would leave, without the work of leaving out the others: a byte, or the code
 * of a character of three. 0: there is none, or a mark stands before it that only bare() can tell. Most
 * pieces are known by it, and asked what they are so often that with bare() alone a table of lines cost 150
 * instructions a byte more. */
static unsigned first_letter(const struct nb_text *text, struct piece piece)
{
    const unsigned char *at = (const unsigned char *)text->shadow + piece.start,
                        *end = (const unsigned char *)text->shadow + piece.end;
    while (at < end && *at <= ' ' && (*at == FOLD_FILLER || is_blank((char)*at)))
        at++;
    if (at == end || *at == '*' || *at == '\\')
        return 0;
    if (*at >= 0xE0 && *at < 0xF0 && end - at >= 3)
        return utf8_decode((const char *)at, 3);
    return *at;
}

static bool is_han(unsigned letter)
{
    return letter >= 0x4000 && letter < 0xA000;
}

/* The character of three bytes at `at`, 0: none stands there. */
static unsigned letter_at(const char *at)
{
    return (unsigned char)*at >= 0xE0 && at[1] && at[2] ? utf8_decode(at, 3) : 0;
}

static const char *skip(const char *at, unsigned classes)
{
    while (classes_of(letter_at(at)) & classes)
        at += 3;
    return at;
}

/* A remark in brackets, the mark of a note, ① ² [1] 注1 * $^{1}$, or what closes $12$ and `12`, as the
 * scanner has them. */
static bool is_note(const char *at)
{
    char last = at[strlen(at) - 1];
    if ((*at == '(' && last == ')') || (*at == '[' && last == ']') || (*at == '$' && last == '$') ||
        !strcmp(at, "*") || !strcmp(at, "`") || !strcmp(at, "※") ||
        (at[0] == ']' && at[1] == '(' && last == ')'))
        return true;
    const char *mark = at, *number = at;
    while (letter_at(mark) >= u'①' && letter_at(mark) <= u'⑩')
        mark += 3;
    mark += strspn(mark, "\xC2\xB9\xB2\xB3");
    while (letter_at(number) == u'注')
        number += 3;
    return !*mark || (number > at && !number[strspn(number, "0123456789")]);
}

/* Behind the first of the signs that a word goes on with; `at`: with none of them. */
static const char *skip_sign(const char *at, const char *const *signs)
{
    for (; *signs; signs++)
        if (*at == **signs && !strncmp(at, *signs, strlen(*signs)))
            return at + strlen(*signs);
    return at;
}

/* Units, and what may stand behind a number. */
static bool is_tail(const char *at)
{
    static const char *const closing[] = {"\\)", "\"", "]", "”", "’", "。", "↑", "↓", "→", "▲", "▼", NULL};
    at = skip(at, UNIT);
    if (*at == '%')
        at++;
    at = skip_sign(at, closing);
    return !*at || is_note(at);
}

const char *behind_unit(const char *at)
{
    return skip(at, UNIT);
}

static bool has_letter(const char *at)
{
    for (; *at; at++)
        if (isalnum((unsigned char)*at) || ((unsigned char)*at >= 0xE3 && (unsigned char)*at <= 0xE9))
            return true;
    return false;
}

/* A bracket alone, or behind the mark that opens its cell, is torn from a label. */
static bool is_bracket(const struct nb_text *text, struct piece piece)
{
    char word[SHORT];
    unsigned letter = first_letter(text, piece);
    if ((letter && letter != '(' && letter != ')' && letter != '"') || !bare(text, piece, word))
        return false;
    const char *sign = word + (*word == '"');
    return !strcmp(sign, "(") || !strcmp(sign, ")");
}

static bool is_numeral(unsigned letter)
{
    return classes_of(letter) & NUMERAL;
}

/* Whether the words begin with a Chinese character that begins no value. Most labels do, and then they need
 * not be read. */
static bool begins_as_words(unsigned letter)
{
    return is_han(letter) && !(classes_of(letter) & (NUMERAL | LEADING | NOTHING));
}

/* Words for nothing, as they are written in a cell, by programs too. */
static bool is_nothing(const char *word)
{
    static const char *const words[] = {"无", "没有", "空", "空白", "n/a", "N/A", "n/A", "N/a", NULL};
    size_t length = unfilled_length(word, word + strlen(word));
    return length ? !word[length] : string_is_any(word, words);
}

/* Whether a piece that begins like a value goes on as words: behind its digits or its Chinese number a pause
 * or a character stands that is no unit (一、, 1.属于), or a letter behind a bracket that opens it
 * ((一)予以公开). Most labels that are numbered are told so without their being read. */
static bool goes_on_as_words(const struct nb_text *text, struct piece piece, unsigned letter)
{
    const char *at = text->shadow + piece.start, *end = text->shadow + piece.end;
    if (letter == '(') {
        while (at < end && !isalnum((unsigned char)*at) &&
               !((unsigned char)*at >= 0xE3 && (unsigned char)*at <= 0xE9))
            at++;
        return at < end;
    }
    for (struct piece rest = piece;
         is_numeral(letter) || (letter >= '0' && letter <= '9') || letter == '.' || letter == ',';) {
        while (*at == FOLD_FILLER || is_blank(*at))
            at++;
        at += letter < 0x80 ? 1 : 3;
        rest.start = (size_t)(at - text->shadow);
        letter = first_letter(text, rest);
        if (letter == u'、' ||
            (is_han(letter) && !(classes_of(letter) & (NUMERAL | UNIT)) && letter != u'注'))
            return true;
    }
    return false;
}

bool is_all_digits(const struct nb_text *text, struct piece piece)
{
    size_t at = piece.start;
    while (at < piece.end && text->shadow[at] >= '0' && text->shadow[at] <= '9')
        at++;
    return at == piece.end && at > piece.start && at - piece.start < SHORT;
}

bool shows_value(const struct nb_text *text, struct piece piece)
{
    char word[SHORT];
    if (is_digits(text, piece))
        return true;
    unsigned letter = piece.start < piece.end ? first_letter(text, piece) : 0;
    if (piece.start >= piece.end || begins_as_words(letter) || goes_on_as_words(text, piece, letter) ||
        !bare(text, piece, word) || !*word)
        return false;
    if (!strcmp(word, "(") || !strcmp(word, ")")) /* torn from a label */
        return false;
    if (!has_letter(word) || is_nothing(word))
        return true;
    static const char *const opening[] = {"\\(", "\\", "“", "‘", NULL};
    const char *at = skip(word, LEADING);
    at = skip_sign(at + strspn(at, "+-~<>$`'[=:\""), opening);
    size_t digits = strspn(at, "0123456789,.");
    if (digits)
        return is_tail(at + digits);
    const char *numeral = skip(at, NUMERAL);
    return numeral > at && is_tail(numeral);
}

bool shows_note(const struct nb_text *text, struct piece piece)
{
    char word[SHORT];
    unsigned letter = piece.start < piece.end ? first_letter(text, piece) : u'件';
    bool other =
        is_han(letter) ? letter != u'注' : letter >= '0' && letter <= '9'; /* as in nearly all cells */
    return !other && bare(text, piece, word) && *word && *word != '(' && is_note(word);
}

void reader_make_room(struct reader *reader)
{
    reader->key = arena_room(reader->arena, reader->longest + reader->text->length + 1);
    for (reader->known_room = 1;
         reader->known_room < KNOWN_PIECES && 8 * reader->known_room < reader->text->length;)
        reader->known_room *= 2;
    reader->known = arena_alloc(reader->arena, reader->known_room * sizeof *reader->known);
}

/* The place of a piece among those that are known; what stood there is forgotten. */
static struct known_piece *known_at(const struct reader *reader, struct piece piece)
{
    struct known_piece *known = &reader->known[(piece.start ^ piece.end << 3) & (reader->known_room - 1)];
    if (known->piece.start != piece.start || known->piece.end != piece.end)
        *known = (struct known_piece){.piece = piece};
    return known;
}

bool holds_value(const struct reader *reader, struct piece piece)
{
    if (is_digits(reader->text, piece))
        return true;
    struct known_piece *known = known_at(reader, piece);
    if (!known->value)
        known->value = shows_value(reader->text, piece) ? ANSWER_YES : ANSWER_NO;
    return known->value == ANSWER_YES;
}

bool is_all_drawn_of(const struct nb_text *text, struct piece words, const char *signs)
{
    size_t at = words.start;
    while (at < words.end && text->bytes[at] == text->bytes[words.start])
        at++;
    return at == words.end && strchr(signs, text->bytes[words.start]);
}

static bool is_lone_bar(const struct reader *reader, size_t line)
{
    const struct piece words = reader->lines[line].words;
    return words.end - words.start == 1 && reader->text->bytes[words.start] == '|';
}

bool is_blank_cell(const struct reader *reader, size_t line)
{
    return reader->lines[line].end > reader->lines[line].begin && is_empty_line(reader, line) && line &&
           line + 1 < reader->count && is_lone_bar(reader, line - 1) && is_lone_bar(reader, line + 1);
}

bool consists_of(const struct nb_text *text, struct piece words, const char *signs)
{
    return words.start < words.end && strspn(text->bytes + words.start, signs) >= words.end - words.start;
}

/* ---- labels ---- */

static char last_byte(const struct nb_text *text, struct piece piece)
{
    return text->shadow[fold_end(text->shadow, piece.start + 1, piece.end) - 1];
}

/* Whether a piece that shows a value is the number of a label, or a part of it: "1." and "(", or "1" where
 * the next piece begins with the mark behind it. */
static bool is_enumerator(const struct nb_text *text, const struct piece *piece, bool last)
{
    char byte = last_byte(text, *piece);
    if (byte == '.' || byte == ')')
        return true;
    const char *next = last ? "" : text->shadow + piece[1].start;
    return !last && piece[1].start < piece[1].end &&
           (*next == '.' || *next == ')' || letter_at(next) == u'、');
}

static const size_t NO_KEY = SIZE_MAX;

/* A stroke, a comma or what closes a quotation may stand alone within a label, too: 本年增, / and 减. */
static bool is_mark(const char *words, const struct piece *piece)
{
    size_t length = piece->end - piece->start;
    return (length == 1 && strchr("/\"'", *words)) ||
           (*words == ',' && (length == 1 || (length == 3 && words[1] == FOLD_FILLER)));
}

/* Add the key of a piece to one of `size` bytes. Returns its size then; NO_KEY: it is no label's. Values are
 * no part of a label, but its number is, and behind its first piece a Chinese one: 第 and 二十条. */
static size_t add_key(struct reader *reader, size_t size, const struct piece *piece, bool first, bool last)
{
    const char *words = reader->text->shadow + piece->start;
    bool han = !first && (unsigned char)words[strspn(words, "\"'")] >= 0x80; /* "三 and 安全一稳定" */
    if (!first && is_mark(words, piece))
        return size;
    if (!han && holds_value(reader, *piece) && !is_enumerator(reader->text, piece, last))
        return NO_KEY;
    size += lexicon_key_within(words, piece->end - piece->start, reader->key + size, reader->longest);
    reader->key[size] = '\0';
    return size > reader->longest ? NO_KEY : size;
}

/* The key of the pieces; 0: none. */
static size_t key_of(struct reader *reader, const struct piece *pieces, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count && size != NO_KEY; i++)
        size = add_key(reader, size, &pieces[i], !i, i + 1 == count);
    return size == NO_KEY ? 0 : size;
}

int open_behind(const struct nb_text *text, struct piece piece, int open)
{
    for (const char *at = text->shadow + piece.start, *end = text->shadow + piece.end; at < end;
         at += utf8_step(at)) {
        if ((unsigned char)*at > 0xE2) /* as nearly all */
            continue;
        bool opens = *at == '(' || utf8_is(at, "“"), closes = *at == ')' || utf8_is(at, "”");
        open += *at == '"' ? (open ? -1 : 1) : opens - closes;
    }
    return open;
}

/* Where in words their unit begins that is broken off, the only one in brackets; piece.end: none is. */
static size_t broken_unit(const struct nb_text *text, struct piece piece)
{
    size_t length = piece.end - piece.start;
    const char *words = text->shadow + piece.start, *open = memchr(words, '(', length);
    return open && open > words && !memchr(words, ')', length) ? (size_t)(open - text->shadow) : piece.end;
}

/* A label may carry its unit in brackets, which a line may break. */
size_t label_end(const struct nb_text *text, struct piece piece)
{
    size_t end = fold_end(text->shadow, piece.start, piece.end);
    if (end == piece.start || text->shadow[end - 1] != ')')
        return broken_unit(text, piece);
    while (end > piece.start + 1 && text->shadow[end - 1] != '(')
        end--;
    return end > piece.start + 1 ? end - 1 : piece.end;
}

static unsigned kinds_of_key(struct reader *reader, size_t size, enum lexicon_prefix *begins)
{
    const struct lexicon_word *word = lexicon_look_up(reader->lexicon, reader->key, size, begins);
    return word ? word->kinds : 0;
}

/* Whether words are longer than any label or title with what may stand between its characters. */
static bool is_long(const struct reader *reader, struct piece words)
{
    return words.end - words.start > 3 * reader->longest;
}

/* What the piece is in the forms. Digits, as most cells are, and nearly all words of prose need not be looked
 * up for that, nor have most words to be read to know that they are no value. */
static struct known_piece look_up(struct reader *reader, struct piece piece)
{
    struct known_piece found = {.piece = piece, .value = ANSWER_NO, .sought = true};
    unsigned letter = first_letter(reader->text, piece);
    if (holds_value(reader, piece))
        found.value = ANSWER_YES;
    found.keyed = !reader->lexicon || (is_han(letter) && !lexicon_may_begin(reader->lexicon, letter));
    if (found.keyed || is_long(reader, piece) || is_digits(reader->text, piece))
        return found;
    enum lexicon_prefix begins, of_head;
    size_t size = 0;
    if (found.value == ANSWER_NO || is_enumerator(reader->text, &piece, true))
        size = lexicon_key_within(reader->text->shadow + piece.start, piece.end - piece.start, reader->key,
                                  reader->longest);
    size = size > reader->longest ? 0 : size;
    found.kinds = (uint8_t)kinds_of_key(reader, size, &begins);
    struct piece head = piece;
    if (!found.kinds && (head.end = (uint32_t)label_end(reader->text, piece)) < piece.end)
        found.kinds = (uint8_t)kinds_of_key(reader, key_of(reader, &head, 1), &of_head);
    found.begins = begins & 3U;
    found.keyed = size > 0;
    return found;
}

static struct known_piece find_label(struct reader *reader, struct piece piece)
{
    static const struct known_piece none = {.keyed = true};
    if (piece.start >= piece.end)
        return none;
    struct known_piece *known = known_at(reader, piece);
    if (!known->sought)
        *known = look_up(reader, piece);
    return *known;
}

unsigned label_kinds(struct reader *reader, const struct piece *pieces, size_t count)
{
    if (count < 2)
        return count ? find_label(reader, *pieces).kinds : 0;
    enum lexicon_prefix begins;
    unsigned letter = reader->lexicon ? first_letter(reader->text, *pieces) : 0;
    if (!reader->lexicon || pieces->start >= pieces->end ||
        (is_han(letter) && !lexicon_may_begin(reader->lexicon, letter)))
        return 0;
    return kinds_of_key(reader, key_of(reader, pieces, count), &begins);
}

bool is_label(struct reader *reader, struct piece piece)
{
    return label_kinds(reader, &piece, 1) != 0;
}

static bool begins_alike(const struct lexicon_word *word, const void *key)
{
    return !memcmp(word->key, key, utf8_length((unsigned char)*word->key));
}

static bool is_any(const struct lexicon_word *word, const void *context)
{
    return word && !context;
}

static void find_near(struct reader *reader, struct known_near *near, size_t length)
{
    lexicon_filter *filter = near->numbered ? begins_alike : is_any;
    const void *context = near->numbered ? near->key : NULL;
    near->word = lexicon_nearest(reader->lexicon, near->key, length, ~(unsigned)WORD_NOTE, filter, context,
                                 &near->distance);
    if (!near->word && near->distance < LEXICON_FAR) /* a column's, or a row's of an older form */
        near->word = lexicon_nearest(reader->lexicon, near->key, length, WORD_COLUMN | WORD_SPAN, filter,
                                     context, &near->distance);
}

static bool is_numbered(const struct reader *reader, struct piece piece)
{
    struct known_piece *known = known_at(reader, piece);
    if (!known->numbered)
        known->numbered = enumerator_kind(reader->text, piece) ? ANSWER_YES : ANSWER_NO;
    return known->numbered == ANSWER_YES;
}

/* The label that the pieces are near to; NULL: none. */
static const struct known_near *nearest(struct reader *reader, const struct piece *pieces, size_t count)
{
    const char *words = reader->text->shadow + pieces->start;
    if (count == 1 && pieces->end - pieces->start == strlen("字") && utf8_is_han(words))
        return NULL; /* a letter alone tells no label */
    size_t length = key_of(reader, pieces, count);
    bool letter = length == strlen("字") && (unsigned char)*reader->key >= 0x80;
    if (!length || letter || length >= sizeof reader->nears->key)
        return NULL;
    size_t room = reader->known_room / PIECES_A_NEAR + 1;
    if (!reader->nears)
        reader->nears = arena_alloc(reader->arena, room * sizeof *reader->nears);
    struct known_near *near = &reader->nears[lexicon_hash(reader->key, length) % room];
    bool numbered = is_numbered(reader, *pieces);
    if (near->numbered != numbered || strcmp(near->key, reader->key) != 0) {
        memcpy(near->key, reader->key, length + 1);
        near->numbered = numbered;
        find_near(reader, near, length);
    }
    return near->word ? near : NULL;
}

int label_distance(struct reader *reader, const struct piece *pieces, size_t count)
{
    const struct known_near *near = nearest(reader, pieces, count);
    return near ? near->distance : INT_MAX;
}

unsigned near_label_kinds(struct reader *reader, const struct piece *pieces, size_t count)
{
    const struct known_near *near = nearest(reader, pieces, count);
    return near ? near->word->kinds : 0;
}

bool is_near_label(struct reader *reader, struct piece word)
{
    return label_distance(reader, &word, 1) < INT_MAX;
}

bool is_begun_label(struct reader *reader, const struct piece pieces[2])
{
    const struct known_near *near = nearest(reader, pieces, 1);
    const struct lexicon_word *begun = near ? near->word : NULL;
    near = begun ? nearest(reader, pieces, 2) : NULL;
    return near && near->word == begun;
}

bool is_numbered_note(struct reader *reader, struct piece piece)
{
    return label_kinds(reader, &piece, 1) & WORD_NOTE && enumerator_kind(reader->text, piece);
}

bool begins_label(struct reader *reader, const struct piece *pieces, size_t count)
{
    const struct lexicon_word *word;
    if (count == 1)
        return find_label(reader, *pieces).begins > PREFIX_JOINED;
    size_t size = reader->lexicon ? key_of(reader, pieces, count) : 0;
    return size && lexicon_find(reader->lexicon, reader->key, size, &word);
}

bool begins_joined(struct reader *reader, struct piece piece)
{
    return find_label(reader, piece).begins != PREFIX_NONE;
}

bool opens_label(const struct nb_text *text, const struct piece *pieces)
{
    return is_bracket(text, pieces[0]) || is_enumerator(text, pieces, false);
}

/* Whether a piece with a key may be one label with the next: where none is longer, only if that closes it; of
 * other signs (√, …, ×) a cell may be made. Asked before the two are looked up, which most are not then, it
 * saves 50 instructions a byte of a table of lines. */
static bool may_go_on(const struct nb_text *text, struct known_piece known, struct piece next)
{
    unsigned letter = known.begins == PREFIX_WHOLE && next.start < next.end ? first_letter(text, next) : 0;
    return known.begins == PREFIX_LONGER ||
           (known.begins == PREFIX_WHOLE &&
            (!letter || letter == u'、' || (letter < 0x80 && strchr("()[]\"',:;/", (int)letter))));
}

bool is_number_alone(const struct nb_text *text, const struct piece *pieces, bool last)
{
    return is_digits(text, *pieces) && !is_enumerator(text, pieces, last);
}

/* Whether the key of `size` bytes is that of a label with what stands before the unit of the next piece. */
static bool is_label_with_unit(struct reader *reader, size_t size, struct piece next)
{
    const struct lexicon_word *word;
    struct piece own = {next.start, label_end(reader->text, next)};
    if (own.end == next.end || (size = add_key(reader, size, &own, false, true)) == NO_KEY)
        return false;
    const struct lexicon_word *found = lexicon_find(reader->lexicon, reader->key, size, &word);
    return found && !found->key[size];
}

size_t label_run(struct reader *reader, const struct piece *pieces, size_t count)
{
    const struct lexicon_word *word;
    if (!count)
        return 0;
    struct known_piece known = find_label(reader, pieces[0]);
    size_t longest = known.kinds != 0;
    if (count < 2 ||
        (known.keyed ? !may_go_on(reader->text, known, pieces[1]) : !opens_label(reader->text, pieces)))
        return longest;
    size_t size = add_key(reader, 0, pieces, true, known.keyed), before;
    const struct lexicon_word *first = NULL; /* that begins so: most go on as it does, and none is sought */
    for (size_t n = 2; n <= count && size != NO_KEY; n++) {
        before = size;
        size = add_key(reader, size, &pieces[n - 1], false, true);
        if (size == NO_KEY || !size)
            break;
        if (!first || strncmp(first->key + before, reader->key + before, size - before) != 0)
            first = lexicon_find(reader->lexicon, reader->key, size, &word);
        if (!first)
            return is_label_with_unit(reader, before, pieces[n - 1]) ? n : longest;
        if (!first->key[size] && !strchr("(/", last_byte(reader->text, pieces[n - 1])))
            longest = n;
    }
    return longest;
}

/* ---- lines ---- */

/* Whether behind the digits that a piece begins with nothing stands that makes them an enumerator, nor a mark
 * of Markdown. Most values are told so. */
static bool lacks_mark(const struct nb_text *text, struct piece piece)
{
    const char *at = text->shadow + piece.start, *end = text->shadow + piece.end;
    while (at < end && (isdigit((unsigned char)*at) || *at == FOLD_FILLER || is_blank(*at)))
        at++;
    return at == end || (!memchr(".,:)*\\", *at, 6) && !bytes_begin(at, end, "、"));
}

/* What numbers words, as enumerator_kind() tells it. */
static struct enumerator enumerator_of(const struct nb_text *text, struct piece words)
{
    const struct enumerator none = {0};
    char word[SHORT];
    struct piece head = {words.start, words.end < words.start + 24 ? words.end : words.start + 24};
    unsigned letter = first_letter(text, head);
    bool ascii = letter && letter < 0x80;
    if ((is_han(letter) && letter != u'第' && !is_numeral(letter)) ||
        (ascii && !strchr("0123456789IVX(.,:)#", (int)letter)) ||
        (ascii && isdigit((int)letter) && lacks_mark(text, head)) || !bare(text, head, word))
        return none;
    const char *at = word + strspn(word, "#");
    struct enumerator read = enumerator_heads(at, at + strlen(at));
    return read.kind == ENUMERATOR_CLAUSE ? none : read;
}

unsigned enumerator_kind(const struct nb_text *text, struct piece words)
{
    return enumerator_of(text, words).kind;
}

unsigned line_number(const struct nb_text *text, struct line *line)
{
    if (line->numbered)
        return line->kind;
    struct enumerator read = enumerator_of(text, line->words);
    line->numbered = true;
    line->ordinal = (unsigned char)read.ordinal;
    return line->kind = (unsigned char)read.kind;
}

/* Longer than any label, or a sentence. */
static bool find_sentence(struct reader *reader, const struct line *line)
{
    struct piece words = line->words;
    if (line->marks & (LINE_STOP | LINE_TABLE) &&
        bytes_find(reader->text->shadow + words.start, reader->text->shadow + words.end, "。"))
        return true;
    if (is_long(reader, words) && reader->longest)
        return true;
    return reader->lexicon && words.end - words.start > reader->longest &&
           lexicon_key_within(reader->text->shadow + words.start, words.end - words.start, reader->key,
                              reader->longest) > reader->longest;
}

static bool is_sentence(struct reader *reader, size_t line)
{
    struct line *at = &reader->lines[line];
    if (!at->sentence)
        at->sentence = find_sentence(reader, at) ? ANSWER_YES : ANSWER_NO;
    return at->sentence == ANSWER_YES;
}

/* Whether a title may begin with a letter: false is certain. Others than digits and ideographs stand in no
 * title, but may before one. */
static bool may_begin_title(const struct reader *reader, unsigned letter)
{
    return reader->lexicon && (!(is_han(letter) || (letter < 0x80 && isdigit((int)letter))) ||
                               lexicon_may_begin_title(reader->lexicon, letter));
}

/* Whether words are the title of an article. */
static bool is_article_title(struct reader *reader, struct piece words)
{
    return may_begin_title(reader, first_letter(reader->text, words)) && !is_long(reader, words) &&
           lexicon_is_title(reader->lexicon, reader->key,
                            lexicon_key_within(reader->text->shadow + words.start, words.end - words.start,
                                               reader->key, reader->longest));
}

/* Words behind what numbers them, also a bare number: 四政府信息公开. */
static struct piece behind_enumerator(const struct nb_text *text, struct piece words)
{
    const char *at = text->shadow + words.start;
    size_t length = enumerator_heads(at, text->shadow + words.end).length;
    return trim(text,
                words.start + (length                      ? length
                               : is_numeral(letter_at(at)) ? strlen("四")
                                                           : 0),
                words.end);
}

/* Words without what headings are dressed in before them: marks of emphasis, a tag, an opening bracket 【, a
 * shape ■ ◆ ▶. */
static struct piece undressed(const struct nb_text *text, struct piece words)
{
    for (const char *at = text->shadow + words.start; words.start < words.end;
         at = text->shadow + words.start) {
        const char *tag = *at == '<' ? memchr(at, '>', words.end - words.start) : NULL;
        unsigned letter = letter_at(at);
        bool shape = letter == u'【' || letter == u'〖' || (letter >= 0x25A0 && letter <= 0x27BF);
        if (!tag && !shape && !strchr(" *_`\x01", *at))
            break;
        words.start += tag ? (size_t)(tag - at) + 1 : shape ? 3 : 1;
    }
    return words;
}

/* Whether words stand between the signs of equality that a wiki sets around a heading. */
static bool is_wiki_heading(const char *words, size_t length)
{
    return length > 4 && !memcmp(words, "==", 2) && !memcmp(words + length - 2, "==", 2) &&
           strspn(words, "= ") < length;
}

bool has_heading_marks(const struct nb_text *text, struct piece words)
{
    const char *at = text->shadow + words.start;
    size_t length = words.end - words.start, sharps = length && *at == '#' ? strspn(at, "#") : 0;
    return sharps ? !(at[sharps] >= 'A' && at[sharps] <= 'Z') : is_wiki_heading(at, length);
}

/* Whether a line is a heading, as far as it tells that by itself. Most lines of cells begin with an ideograph
 * that neither numbers one nor begins a title: told so, they need not be looked up. Nor need what is neither
 * numbered as articles are nor a title: whether it is a label, asked first, cost a report 2 instructions a
 * byte. */
static enum answer heading_of(struct reader *reader, struct line *line)
{
    struct piece words = undressed(reader->text, line->words);
    unsigned letter = first_letter(reader->text, words);
    if (is_han(letter) && (words.end - words.start == strlen("字") ||
                           (letter != u'第' && !is_numeral(letter) && !may_begin_title(reader, letter))))
        return ANSWER_NO;
    bool dressed = words.start > line->words.start;
    unsigned kind = dressed ? enumerator_kind(reader->text, words) : line_number(reader->text, line);
    bool numbered = kind || is_numeral(letter), marked = has_heading_marks(reader->text, words);
    bool title = is_article_title(reader, numbered ? behind_enumerator(reader->text, words) : words) &&
                 !holds_value(reader, words);
    bool article = kind && kind == (reader->articles ? reader->articles : 1);
    if ((!marked && !title && !article) || (is_label(reader, words) && !is_numbered_note(reader, words)))
        return ANSWER_NO;
    return marked || title ? ANSWER_YES : ANSWER_BY_NEXT;
}

/* Whether a line and those below it, up to a bar, are one label. */
static bool is_broken_label(struct reader *reader, size_t line)
{
    enum { MOST = 6 };
    struct piece pieces[MOST];
    size_t count = 0;
    for (bool bar = false; count < MOST && line < reader->count && !bar && !is_empty_line(reader, line);
         line++) {
        struct piece *piece = &pieces[count++], words = reader->lines[line].words;
        const char *mark = memchr(reader->text->shadow + words.start, '|', words.end - words.start);
        bar = mark;
        *piece = bar ? trim(reader->text, words.start, (size_t)(mark - reader->text->shadow)) : words;
    }
    return label_run(reader, pieces, count) > 1;
}

/* The number of a line that is numbered as articles are, if it may be a heading; 0: it is none. Whether the
 * others are headings, asked of all, cost tables whose rows are numbered so 11 instructions a byte. */
static int article_number(struct reader *reader, size_t line)
{
    struct line *at = &reader->lines[line];
    unsigned kind = at->heading == ANSWER_NO ? 0 : line_number(reader->text, at);
    if (!kind || kind != reader->articles)
        return 0;
    if (!at->heading)
        at->heading = (unsigned char)heading_of(reader, at);
    return at->heading == ANSWER_NO ? 0 : at->ordinal;
}

/* Of the lines [first, end), those are no headings whose number does not lie between these two. */
static void refuse_others(struct reader *reader, size_t first, size_t end, int before, int behind)
{
    for (size_t line = first; before < behind && line < end; line++) {
        struct line *at = &reader->lines[line];
        int own = at->heading == ANSWER_BY_NEXT && line_number(reader->text, at) ? at->ordinal : 0;
        if (own && (own <= before || own >= behind))
            at->heading = ANSWER_NO;
    }
}

/* Rows of tables may be numbered as articles are: of the lines numbered so, those are no headings whose
 * number does not lie between those of the headings before and behind it that have an official title. */
static void count_articles(struct reader *reader)
{
    int before = 0;
    size_t first = 0;
    reader->counted = true;
    for (size_t line = 0; line < reader->count; line++) {
        int number = article_number(reader, line);
        if (!number || reader->lines[line].heading != ANSWER_YES)
            continue;
        refuse_others(reader, first, line, before, number);
        before = number;
        first = line;
    }
    refuse_others(reader, first, reader->count, before, INT_MAX);
}

bool find_heading(struct reader *reader, size_t line)
{
    struct line *at = &reader->lines[line];
    if (!at->heading)
        at->heading = (unsigned char)heading_of(reader, at);
    if (at->heading == ANSWER_BY_NEXT && !reader->counted)
        count_articles(reader); /* few reports have such a line */
    if (at->heading != ANSWER_BY_NEXT)
        return at->heading == ANSWER_YES;
    size_t next = next_line(reader, line + 1);
    bool values = next < reader->count && line_holds_value(reader, next);
    return !values && !is_broken_label(reader, line);
}

bool ends_table(struct reader *reader, size_t line)
{
    struct piece words = reader->lines[line].words;
    bool remark = string_is_remark(reader->text->shadow + words.start);
    return is_heading(reader, line) || (!remark && !is_label(reader, words) && is_sentence(reader, line));
}
