/* rewrite_signs.c - a text without signs that say nothing, or that programs have written for others: letters
 * for line ends, tabs for blanks. */
#include "config.h"

#include "rewrite.h"

#include "fold.h"
#include "table_reader.h"
#include "utf8.h"
#include "width.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- signs that show nothing ---- */

/* The character at a place shows nothing: such fold to fillers from their first byte on; of others the first
 * byte says something. */
static bool is_invisible(const struct nb_text *text, size_t at)
{
    return text->shadow[at] == FOLD_FILLER && ((unsigned char)text->bytes[at] & 0xC0) == 0xC0;
}

/* Whether a program that set columns took these characters for places: more lines are as long as those before
 * with them than without, though they have another number of them. */
static bool take_places(const struct nb_text *text)
{
    size_t with = 0, without = 0;
    for (size_t i = 0, before = 0, unseen_before = 0; i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        size_t places = 0, unseen = 0;
        for (size_t at = line.start; at < line.end; at += utf8_length((unsigned char)text->bytes[at])) {
            places++;
            unseen += is_invisible(text, at);
        }
        with += unseen != unseen_before && places == before;
        without += unseen != unseen_before && places - unseen == before - unseen_before;
        before = places;
        unseen_before = unseen;
    }
    return with > without;
}

void without_invisible(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *end = text->shadow + text->length;
    int places = -1; /* not known yet */
    for (const char *at = text->shadow; (at = memchr(at, FOLD_FILLER, (size_t)(end - at)));) {
        size_t start = (size_t)(at - text->shadow), length = utf8_length((unsigned char)text->bytes[start]),
               word = start;
        at += length;
        if (!is_invisible(text, start))
            continue;
        places = places < 0 ? take_places(text) : places;
        while (places && word > made->copied && !strchr(" \n", text->shadow[word - 1]))
            word--;
        if (places) /* a blank before the word: such programs set numbers flush right */
            rewrite_cut(made, word, word, ' ');
        rewrite_cut(made, start, start + length, '\0');
    }
}

/* ---- letters for signs ---- */

/* What a backslash and this letter stand for in a string of C, JSON or a script: a sign; the letter itself,
 * of which the backslash is taken out (1); 0: something else. */
static char escaped_sign(char letter)
{
    static const char letters[] = "nrt\"\\/", signs[] = "\n\r\t\1\1\1";
    const char *at = letter ? strchr(letters, letter) : NULL;
    return at ? signs[at - letters] : '\0';
}

enum { SEVERAL = 20 }; /* the shortest table of the form, a cell a line, has thirty; the widest row fifteen */

/* Whether nearly all line ends of a text are written in letters. */
static bool is_escaped(const struct nb_text *text)
{
    size_t ends = 0;
    const char *at = text->bytes, *end = at + text->length;
    if (text->line_count * SEVERAL > text->length / 2)
        return false;
    for (; (at = memchr(at, '\\', (size_t)(end - at))) && at + 1 < end; at += 2)
        ends += at[1] == 'n';
    return ends > SEVERAL && ends > 4 * text->line_count;
}

/* The bytes from the quotation mark that ends a string of a list to that which begins the next; 0: this is
 * none. */
static size_t between_strings(const char *at, const char *end)
{
    const char *next = at + 1;
    if (end - at < 3 || *next++ != ',')
        return 0;
    while (next < end && (*next == ' ' || *next == '\n'))
        next++;
    return next < end && *next == *at ? (size_t)(next + 1 - at) : 0;
}

/* The first quotation mark behind a bracket, before which all is ASCII, as names are; `end`: there is none.
 */
static const char *find_list(const char *at, const char *end)
{
    for (; at < end && (unsigned char)*at < 0x80; at++) {
        const char *mark = at + 1 + strspn(at + 1, " \t\n");
        if (strchr("[(", *at) && (*mark == '\'' || *mark == '"'))
            return mark;
    }
    return end;
}

/* The quotation mark of the strings in a list that a program has printed, the lines of the report, in one
 * line or in as many; '\0': the text is no list. */
static char list_mark(const struct nb_text *text)
{
    size_t count = 0;
    const char *end = text->bytes + text->length, *mark = find_list(text->bytes, end);
    for (const char *at = mark; at < end && (at = memchr(at, *mark, (size_t)(end - at))); at++)
        count += between_strings(at, end) != 0;
    return count > SEVERAL && count * 10 > text->line_count * 8 ? *mark : '\0';
}

void without_escapes(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *end = text->bytes + text->length;
    char signs[] = {'\\', list_mark(text), '\0'};
    if (!signs[1] && !is_escaped(text))
        return;
    for (const char *at = text->bytes; (at += strcspn(at, signs)) < end; at++) {
        size_t start = (size_t)(at - text->bytes);
        char sign = *at == '\\' ? escaped_sign(at[1]) : '\0';
        size_t own = sign == '\n' && at[2] == signs[1] ? strlen("\\n") : 0; /* lines may end with their own */
        size_t between = *at != '\\' || own ? between_strings(at + own, end) : 0;
        if (between)
            rewrite_cut(made, start, start + own + between, '\n');
        else if (sign)
            rewrite_cut(made, start, start + 1 + (sign != 1), sign == 1 ? '\0' : sign);
        at += between ? own + between - 1 : *at == '\\' && at + 1 < end;
    }
}

/* ---- what a page does not show, or shows as a blank ---- */

/* The bytes of the reference to a character by its number that begins at `at`, if it shows nothing or a
 * blank; 0: none does. *sign: what shows of it. */
static size_t number_length(const char *at, const char *end, char *sign)
{
    bool hex = end - at > 3 && (at[2] | 32) == 'x';
    const char *digits = at + 2 + hex;
    char *stop = NULL;
    unsigned long code =
        digits < end && isxdigit((unsigned char)*digits) ? strtoul(digits, &stop, hex ? 16 : 10) : 0;
    bool unseen = code == 0xAD || code == 0xFEFF || (code >= 0x200B && code <= 0x200F) || code == 0x2060;
    *sign = code == 0xA0 ? ' ' : code < ' ' ? (char)code : '\0';
    return stop && *stop == ';' && (*sign || unseen) ? (size_t)(stop + 1 - at) : 0;
}

/* The bytes of the comment, of the name of a blank, or of the number of what is not seen, that begin at `at`;
 * *sign: what shows of it. `closed`: the end of a comment has been found in each search so far; one that
 * failed need not be made again. */
static size_t unshown_length(const char *at, const char *end, char *sign, bool *closed)
{
    static const char *const blanks[] = {"&nbsp;", "&ensp;", "&emsp;", "&thinsp;"};
    bool comment = *closed && bytes_begin(at, end, "<!--");
    const char *behind = comment ? bytes_find(at, end, "-->") : NULL;
    *closed &= !comment || behind;
    *sign = behind ? '\0' : ' ';
    if (behind)
        return (size_t)(behind - at) + strlen("-->");
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (bytes_begin(at, end, blanks[i]))
            return strlen(blanks[i]);
    return bytes_begin(at, end, "&#") ? number_length(at, end, sign) : 0;
}

/* A page within a cell of Markdown, whose line ends and tabs are written as numbers: between two of its own
 * cells a tab has a line. */
static const char page_in_cell[] = "&#xA;&#x9;&#xA;";

void without_unshown(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *at = text->bytes, *end = at + text->length, *stop = at;
    bool any = memchr(at, '&', text->length) || bytes_find(at, end, "<!--"), closed = true, page = false;
    while (any && (at += strcspn(at, "&<|")) < end) {
        if (at >= stop) {
            stop = strchrnul(at, '\n');
            page = bytes_find(at, stop, page_in_cell);
        }
        char sign = '\n';
        size_t start = (size_t)(at - text->bytes),
               length = *at == '|' ? page : unshown_length(at, end, &sign, &closed);
        if (length)
            rewrite_cut(made, start, start + length, sign == '\n' && !page ? ' ' : sign);
        at += length ? length : 1;
    }
}

/* ---- dashes ---- */

void dashes_together(struct rewriting *made)
{
    static const char dash[] = " -- ", two[] = "--  -- \n"; /* a dash of two signs, in a line */
    const struct nb_text *text = made->text;
    const char *at = text->bytes, *end = at + text->length;
    bool any = false;
    for (const char *lone = at; !any && (lone = bytes_find(lone, end, two)); lone++)
        any = lone - at > 1 && lone[-1] == ' ' && lone[-2] == '\n';
    for (; any && (at = bytes_find(at, end, dash)); at += strlen(dash))
        rewrite_cut(made, (size_t)(at - text->bytes), (size_t)(at - text->bytes) + strlen(dash), '-');
}

/* ---- links ---- */

/* The bytes of the number of a link before its words, or of its target behind them, in brackets from `at` on;
 * 0: it is neither. */
static size_t link_length(const char *at, const char *end, bool numbered)
{
    static const char *const schemes[] = {"javascript:", "http://", "https://", "mailto:", NULL};
    size_t digits = strspn(at + 1, "0123456789");
    if (digits)
        return numbered && at[1 + digits] == ']' && (unsigned char)at[2 + digits] >= 0xE3 ? digits + 2 : 0;
    size_t target = string_begins_any(at + 1, schemes) ? strcspn(at, "] \n") : 0;
    return target && at + target < end && at[target] == ']' ? target + 1 : 0;
}

/* Whether the links of a page are numbered, from the first on: footnotes stand behind words. Of 5,968 texts
 * of converters and others those of three that number links have the first two before words, and no other. */
static bool numbers_links(const char *at, const char *end)
{
    const char *first = bytes_find(at, end, "[1]"), *second = first ? bytes_find(first, end, "[2]") : NULL;
    return second && link_length(first, end, true) && link_length(second, end, true);
}

/* What stands in columns stays in them. */
void without_links(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *at = text->bytes, *end = at + text->length;
    bool numbered = numbers_links(at, end);
    while ((at = memchr(at, '[', (size_t)(end - at)))) {
        size_t start = (size_t)(at - text->bytes), length = link_length(at, end, numbered);
        for (size_t i = start; i < start + length; i++)
            rewrite_cut(made, i, i + 1, ' ');
        at += length ? length : 1;
    }
}

/* ---- labels that are counted ---- */

/* The bytes of the number that counts a label over columns among those of a line, .1, from the dot at `dot`
 * on; 0: it is none. */
static size_t count_length(const struct rewriting *made, struct piece line, size_t dot)
{
    const char *bytes = made->text->bytes;
    size_t digits = strspn(bytes + dot + 1, "0123456789"), word = dot;
    while (word > line.start && (unsigned char)bytes[word - 1] >= 0x80)
        word--;
    return digits && word < dot && strchr(" |\t,\"\n", bytes[dot + 1 + digits]) &&
                   lexicon_label_kinds(made->lexicon, bytes + word, dot - word) & (WORD_COLUMN | WORD_SPAN)
               ? digits + 1
               : 0;
}

void without_counts(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    for (size_t i = 0; made->lexicon && i < text->line_count; i++) {
        if (!(text->lines[i].marks & LINE_PARTS)) /* nor a dot */
            continue;
        struct piece line = line_of(text, i);
        size_t counted = 0, length;
        for (int cut = 0; cut < (counted > 1 ? 2 : 1); cut++)
            for (size_t at = line.start; (at = text_find(text, at, line.end, '.')) < line.end; at++) {
                length = count_length(made, line, at);
                counted += length && !cut;
                for (size_t place = at; cut && place < at + length; place++)
                    rewrite_cut(made, place, place + 1, ' ');
            }
    }
}

/* ---- bars for the marks of heads ---- */

/* Whether a line is a row of DokuWiki: carets, or bars once some line had carets, open and close it. */
static bool is_wiki_row(const char *at, const char *end, bool wiki)
{
    while (end > at && end[-1] == ' ')
        end--;
    return end - at > 2 && strchr("^|", end[-1]) && (*at == '^' || (wiki && *at == '|'));
}

/* How many bars of a line stand alone, or touch several others; `doubled`: how many pairs. */
static size_t count_bars(const char *at, const char *end, size_t *doubled)
{
    size_t single = 0, run;
    for (*doubled = 0; at < end && (at = memchr(at, '|', (size_t)(end - at))); at += run) {
        run = strspn(at, "|");
        *doubled += run == 2;
        single += run == 2 ? 0 : run;
    }
    return single;
}

/* Whether heads have pairs of bars, as those of Jira, or all rows, as those of MoinMoin: some row has, and
 * one below it as many bars, or pairs of them. A row is open until a line of it ends with a bar. */
static bool has_doubled_bars(const struct nb_text *text)
{
    size_t head = 0, single = 0, pairs = 0;
    bool open = false, any = bytes_find(text->bytes, text->bytes + text->length, "||");
    for (size_t i = 0; any && i < text->line_count; i++) {
        struct piece line = words_of_line(text, i);
        size_t paired = 0;
        if (!open)
            single = pairs = 0;
        if (line.start == line.end || (!open && text->bytes[line.start] != '|')) {
            head = 0;
            open = false;
            continue;
        }
        if (text->lines[i].marks & LINE_BAR)
            single += count_bars(text->bytes + line.start, text->bytes + line.end, &paired);
        pairs += paired;
        open = text->bytes[line.end - 1] != '|';
        bool mixed = single && pairs > 1; /* in a row of single bars it begins, or ends, with an empty cell */
        if (!open && head && single + pairs == head && single != 1 && !mixed)
            return true;
        head = !open && pairs > 2 && single < 2 ? single + pairs : head;
    }
    return false;
}

void with_bars(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    static const char spanned[] = ":::"; /* downwards, by the cell above */
    const char *end = text->bytes + text->length;
    bool doubled = has_doubled_bars(text);
    if (!doubled && !memchr(text->bytes, '^', text->length))
        return;
    for (const char *line = text->bytes, *stop; line < end; line = stop + 1) {
        stop = strchrnul(line, '\n');
        if (!doubled && !is_wiki_row(line, stop, made->builder))
            continue;
        for (const char *at = line, *mark = doubled ? "||" : *line == '^' ? "^" : spanned; at < stop; at++) {
            size_t start = (size_t)(at - text->bytes);
            const char *found = bytes_begin(at, stop, mark)      ? mark
                                : bytes_begin(at, stop, spanned) ? spanned
                                                                 : "";
            if (*found)
                rewrite_cut(made, start, start + strlen(found), found == spanned ? '\0' : '|');
            at += *found ? strlen(found) - 1 : 0;
        }
    }
}

/* ---- blanks that are shown ---- */

/* Whether nearly all blanks of a text are written as this sign, as editors show them: it stands where no name
 * has a dot, before another one or a sign of ASCII, and there are hardly any others. */
static bool shows_blanks(const struct nb_text *text, const char *sign)
{
    size_t shown = 0, blanks = 0;
    const char *end = text->bytes + text->length;
    for (const char *at = text->bytes; (at = bytes_find(at, end, sign)); at += strlen(sign))
        shown += isgraph((unsigned char)at[strlen(sign)]) || bytes_begin(at + strlen(sign), end, sign);
    for (const char *at = text->bytes; shown > SEVERAL && (at = memchr(at, ' ', (size_t)(end - at))); at++)
        blanks++;
    return shown > SEVERAL && blanks * SEVERAL < shown;
}

void with_shown_blanks(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    static const char *const signs[] = {"·", "␣", NULL};
    const char *end = text->bytes + text->length;
    for (const char *const *sign = signs; *sign && !made->builder; sign++)
        for (const char *at = shows_blanks(text, *sign) ? text->bytes : end;
             (at = bytes_find(at, end, *sign)); at += strlen(*sign))
            rewrite_cut(made, (size_t)(at - text->bytes), (size_t)(at - text->bytes) + strlen(*sign), ' ');
}

/* ---- words that are set wide ---- */

/* A letter of Chinese, or a mark beside one. */
static bool is_wide_sign(const char *shadow)
{
    return (unsigned char)*shadow >= 0x80 || strchr("()[],.:;!?", *shadow);
}

/* Whether a blank alone stands at a place of a line. */
static bool is_one_blank(const char *at)
{
    return *at == ' ' && at[1] != ' ' && at[1] != '\n';
}

/* Whether nearly all letters of a text have a blank between: then those of words, for no text consists of
 * columns of a letter. A title may be set otherwise; of other texts it tells that they are not, so that no
 * more of them is looked at. */
static bool is_set_wide(const struct nb_text *text)
{
    enum { FEW = 64, SHARE = 16 };
    const char *at = text->shadow, *end = at + text->length;
    size_t close = 0, wide = 0;
    for (bool letter = false; at < end && close <= FEW + wide / SHARE; at += utf8_step(at)) {
        bool blank = letter && is_one_blank(at);
        at += blank;
        bool next = utf8_is_han(at);
        close += letter && next && !blank;
        wide += blank && next;
        letter = next;
    }
    return wide > 4 * FEW && close <= FEW + wide / SHARE;
}

/* Whether the blank between two signs parts those of a word: not from a number, but the one that counts. */
static bool is_within(const char *before, const char *behind)
{
    bool sign = is_wide_sign(behind);
    return is_wide_sign(before) ? sign || (*before == '(' && isdigit((unsigned char)*behind))
                                : sign && isdigit((unsigned char)*before) && !utf8_is_han(behind);
}

/* The blanks of a word stand behind it where there is a gap, so that columns keep their places. */
void letters_together(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    const char *shadow = text->shadow, *end = shadow + text->length, *before = "";
    size_t gone = 0;
    if (!is_set_wide(text))
        return;
    for (const char *at = shadow; at < end; at++) {
        size_t place = (size_t)(at - shadow);
        if (is_one_blank(at) && at > shadow && is_within(before, at + 1)) {
            rewrite_cut(made, place, place + 1, 0);
            gone++;
        } else if (gone && *at == ' ' && at[1] == ' ') {
            rewrite_cut(made, place, place, 0);
            for (; gone; gone--)
                text_append(made->builder, " ", 1, text_source_offset(text, place));
        }
        gone = *at == '\n' ? 0 : gone;
        if (*at != FOLD_FILLER && (*at & 0xC0) != 0x80)
            before = at;
    }
}

/* ---- lines in emphasis ---- */

/* How many marks of emphasis, * or _, are around all of a line, cells and the tabs between them: as many
 * before it as behind, and none within. 0: none; a star before a blank is that of a list, and blanks within
 * both set words off. */
static size_t marks_around(const char *line, const char *end)
{
    char mark[] = {*line, '\0'};
    size_t count = strspn(line, mark), behind = 0;
    while (behind < count && end[-1 - (ptrdiff_t)behind] == *mark)
        behind++;
    bool apart = line[count] == ' ' && ((*mark == '*' && count == 1) || end[-1 - (ptrdiff_t)count] == ' ');
    bool around = count == behind && count <= 3 && 2 * count < (size_t)(end - line) && !apart;
    return around && !memchr(line + count, *mark, (size_t)(end - line) - 2 * count) ? count : 0;
}

/* The bytes before the words of a heading in the markup of Textile and trackers, h2. 一、总体情况, or of
 * AsciiDoc, == 一、总体情况; 0: it is none. */
static size_t heading_marks(const char *line, const char *end)
{
    size_t equals = strspn(line, "="),
           letter = *line == 'h' && isdigit((unsigned char)line[1]) && line[2] == '.',
           marks = equals ? equals : 3 * letter;
    return marks && (size_t)(end - line) > marks && line[marks] == ' ' && end[-1] != '=' ? marks + 1 : 0;
}

/* The bytes before the words of a heading in LaTeX, \section*{一、总体情况}, which one behind them closes. */
static size_t command_length(const char *line, const char *end)
{
    static const char *const names[] = {"\\title",     "\\part",       "\\chapter",
                                        "\\section",   "\\subsection", "\\subsubsection",
                                        "\\paragraph", "\\textbf",     NULL};
    const char *brace = memchr(line, '{', (size_t)(end - line));
    if (!brace || memchr(line, '}', (size_t)(end - line)) != end - 1 ||
        memchr(brace + 1, '{', (size_t)(end - brace - 1)))
        return 0;
    size_t length = (size_t)(brace - line) - (brace[-1] == '*');
    for (const char *const *name = names; *name; name++)
        if (strlen(*name) == length && !memcmp(line, *name, length))
            return (size_t)(brace + 1 - line);
    return 0;
}

void without_emphasis(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    for (size_t i = 0; i < text->line_count; i++) {
        if (!(text->lines[i].marks & (LINE_INLINE | LINE_PARTS))) /* as most */
            continue;
        struct piece line = {line_of(text, i).start, words_of_line(text, i).end};
        const char *at = text->bytes + line.start, *end = text->bytes + line.end;
        size_t count = *at == '*' || *at == '_' ? marks_around(at, end) : 0, behind = count;
        if (*at == '=' || *at == 'h')
            count = heading_marks(at, end);
        else if (*at == '\\')
            behind = (count = command_length(at, end)) > 0;
        if (count) {
            rewrite_cut(made, line.start, line.start + count, '\0');
            rewrite_cut(made, line.end - behind, line.end, '\0');
        }
    }
}

/* ---- tabs for blanks ---- */

enum { STOP = 8 }; /* columns from one tab stop to the next */

/* Runs of blanks between the words of lines that have tabs: with a tab, of these with blanks before the first
 * and behind the last; with none, but several blanks. */
struct gaps {
    size_t tabs, before, behind, plain;
};

static void count_gaps(struct gaps *gaps, const char *at, const char *end)
{
    for (const char *behind; (at += strcspn(at, "\t \n")) < end; at = behind) {
        behind = at + strspn(at, "\t ");
        bool tab = behind < end && memchr(at, '\t', (size_t)(behind - at));
        gaps->tabs += tab;
        gaps->before += tab && *at == ' ';
        gaps->behind += tab && behind[-1] == ' ';
        gaps->plain += !tab && behind < end && behind > at + 1;
    }
}

/* Whether tabs stand for the blanks up to tab stops: then many gaps go on with blanks, some end before a tab
 * stop, and in none stand blanks before a tab but where one ends at a stop. Of 36 texts in nine layouts half
 * of the gaps with tabs or more go on with blanks, a fourth at most begins with one, and there are 2 to 104
 * gaps without tabs for a hundred with; none in those whose cells tabs part. */
static bool has_tab_stops(const struct nb_text *text)
{
    enum { FEW = 4 };
    struct gaps gaps = {0};
    const char *end = text->bytes + text->length, *stop;
    for (const char *at = text->bytes; (at = memchr(at, '\t', (size_t)(end - at))); at = stop) {
        const char *line = memrchr(text->bytes, '\n', (size_t)(at - text->bytes));
        stop = strchrnul(at, '\n');
        line = line ? line + 1 : text->bytes;
        count_gaps(&gaps, line + strspn(line, "\t "), stop);
    }
    return gaps.plain >= FEW && gaps.plain * 60 > gaps.tabs && gaps.before * 2 < gaps.tabs &&
           gaps.behind * 4 > gaps.tabs;
}

void with_blanks(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    if (!has_tab_stops(text))
        return;
    for (size_t at = 0, column = 0, length; at < text->length; at += length) {
        length = utf8_length((unsigned char)text->bytes[at]);
        if (text->bytes[at] == '\n')
            column = 0;
        else if (text->bytes[at] != '\t')
            column += places_of(PLACES_WIDE, text->bytes + at, length);
        else
            do
                rewrite_cut(made, at + (made->copied > at), at + 1, ' ');
            while (++column % STOP);
    }
}

/* ---- tabs between what Python prints ---- */

static const char nothing[] = "None";

static size_t count_blanks(const struct nb_text *text, struct piece line)
{
    size_t blanks = 0;
    for (size_t at = line.start; at < line.end; at++)
        blanks += text->bytes[at] == ' ';
    return blanks;
}

/* How many cells most lines of a text have if a blank alone parts two and nearly all end in a cell that is
 * none, as print(*row) leaves the rows of a sheet; 0: too few have as many. Of twelve such texts 978 lines of
 * a thousand end so at least, and 898 have as many blanks. */
static size_t printed_cells(const struct nb_text *text)
{
    enum { MOST = 64 }; /* as many cells a row of Word has at most */
    size_t lines = 0, with = 0, counts[MOST] = {0}, most = 0;
    for (size_t i = 0; i < text->line_count && (with + 1) * 10 >= lines * 9; i++) {
        struct piece line = line_of(text, i);
        bool ends = string_ends(text->bytes + line.start, text->bytes + line.end, " None");
        size_t blanks = ends ? count_blanks(text, line) : 0;
        blanks = blanks < MOST ? blanks : 0;
        lines += line.start < line.end;
        with += ends;
        most = ++counts[blanks] > counts[most] && blanks > 1 ? blanks : most;
    }
    return lines > SEVERAL && with * 10 >= lines * 9 && 2 * counts[most] > lines ? most + 1 : 0;
}

void with_printed_cells(struct rewriting *made)
{
    const struct nb_text *text = made->text;
    size_t cells = printed_cells(text);
    for (size_t i = 0; cells && i < text->line_count; i++) {
        struct piece line = line_of(text, i);
        size_t stop = count_blanks(text, line) + 1 == cells ? line.end : line.start;
        for (size_t at = line.start, end; at < stop; at = end + 1) {
            end = text_find(text, at, line.end, ' ');
            bool none = end - at == strlen(nothing) && !memcmp(text->bytes + at, nothing, end - at);
            if (none || end < line.end)
                rewrite_cut(made, none ? at : end, end + (end < line.end), end < line.end ? '\t' : '\0');
        }
    }
}
