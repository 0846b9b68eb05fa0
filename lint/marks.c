/* marks.c - rules NB606 to NB611: doubled marks, half-width marks, straight quotes, commas in numbers, wrong
 * and doubled words.
 */
#include "config.h"

#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "sixteen.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

/* Slips of a kind, one finding for each passage, further places beside it; the message is translated here. */
static void report_passages(struct lint *lint, enum slip_kind kind, const char *message)
{
    const struct passage *last = NULL;
    struct nb_finding *finding = NULL;
    FOR_SLIPS (slip, kind) {
        const struct passage *passage = passage_at(lint, slip->span.start);
        passage =
            passage ? passage : passage_at(lint, slip->span.end); /* (一)、 before the head of a section */
        if (passage && passage == last)
            finding_related(lint, finding, slip->span, _("and “%s” here"), span_text(lint, slip->span));
        else if (passage)
            finding = finding_quote(lint, slip->span, _(message));
        last = passage ? passage : last;
    }
}

void check_doubled_mark(struct lint *lint)
{
    report_passages(lint, SLIP_DOUBLED, N_("“%s”: one mark too many"));
}

/* The half of a pair of round brackets that is half-width where the other is not, "(…）"; the first of each
 * passage. */
static void check_pairs(struct lint *lint, const struct passage *passage)
{
    const struct prose_token *open = NULL;
    FOR_TOKENS (token, &lint->prose, passage) {
        bool round = !token->value && (token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE);
        if (!round)
            continue;
        bool wide = text_at(lint, token->span.start)[0] & 0x80;
        if (token->kind == TOKEN_CLOSE && open &&
            wide != ((text_at(lint, open->span.start)[0] & 0x80) != 0)) {
            finding_quote(lint, wide ? open->span : token->span,
                          _("“%s” is half-width; the other half of its pair is not"));
            return;
        }
        open = token->kind == TOKEN_OPEN ? token : NULL;
    }
}

/* Many pages have lost every full-width mark on their way; what is left then is no slip. */
void check_half_width_mark(struct lint *lint)
{
    long more = 0;
    FOR_SLIPS (slip, SLIP_FULL)
        more++;
    FOR_SLIPS (slip, SLIP_HALF)
        more--;
    if (more <= 0)
        return;
    report_passages(lint, SLIP_HALF, N_("“%s” is a half-width mark; the others are full-width"));
    FOR_PASSAGES (passage, &lint->prose)
        check_pairs(lint, passage);
}

void check_straight_quote(struct lint *lint)
{
    report_passages(lint, SLIP_QUOTE, N_("%s is a straight quotation mark; Chinese text has “ and ”"));
}

void check_number_grouping(struct lint *lint)
{
    report_passages(lint, SLIP_GROUPING,
                    N_("“%s” is no number: its commas part no thousands, or it has two points"));
}

/* ---- wrong words ---- */

/* Bytes of the characters that two names share at their beginning (way 1), or at their end (-1). */
static size_t shared(const char *one, const char *other, size_t most, int way)
{
    size_t length = 0;
    while (length + 3 <= most && !memcmp(way > 0 ? one + length : one - length - 3,
                                         way > 0 ? other + length : other - length - 3, 3))
        length += 3;
    return length;
}

/* Whether one name is another with a slip: one character wrong, or one or two left out or too many, but not
 * at its beginning, where names are cut short. */
static bool is_slip_of(const char *name, size_t length, const char *right)
{
    enum { FEW = 2 * 3 }; /* bytes */
    size_t whole = strlen(right), least = length < whole ? length : whole,
           begin = shared(name, right, least, 1);
    size_t end = shared(name + length, right + whole, least - begin, -1), extra = length - begin - end,
           lost = whole - begin - end;
    return (extra == 3 && lost == 3) || (begin && end && !(extra && lost) && extra <= FEW && lost <= FEW);
}

/* The law or the office of which a name is a slip; NULL where it is none, or right. */
static const char *name_meant(const char *name, size_t length)
{
    const char *meant = NULL;
    for (const char *const *right = words_proper_names; *right; right++) {
        if (strlen(*right) == length && !memcmp(*right, name, length))
            return NULL;
        meant = meant || !is_slip_of(name, length, *right) ? meant : *right;
    }
    return meant;
}

/* The names that stand between two signs, or from one word to another (`inside` is false). One that nothing
 * closes is not searched to its end. */
static void check_names(struct lint *lint, const char *open, const char *close, bool inside)
{
    enum { LONGEST = 20 * 3 }; /* bytes of a name */
    const char *text = lint->report->text->shadow;
    const char *last = text + lint->report->text->length;
    for (const char *at = text; (at = bytes_find(at, last, open)); at += strlen(open)) {
        const char *from = inside ? at + strlen(open) : at, *behind = at + strlen(open);
        const char *end = bytes_find(behind, last - behind < LONGEST ? last : behind + LONGEST, close);
        if (!end)
            continue;
        struct nb_span span = {(size_t)(from - text), (size_t)(end - text) + (inside ? 0 : strlen(close))};
        const char *right = name_meant(from, span.end - span.start);
        if (!right || !passage_at(lint, span.start))
            continue;
        finding_mend(lint, span, _("“%s” should read “%s”"), right);
    }
}

void check_wrong_word(struct lint *lint)
{
    check_names(lint, "《", "》", true);
    check_names(lint, "国务院办公厅", "公开办公室", false);
    FOR_SLIPS (slip, SLIP_WORD)
        if (passage_at(lint, slip->span.start) &&
            !(lint->report->traditional && slip->value == SLIP_ACCOUNT_BOOK))
            finding_mend(lint, slip->span, _("“%s” should read “%s”"), slip_word(slip->value));
    check_terms(lint);
}

/* ---- words twice ---- */

/* Words of two characters: verbs that Chinese doubles, and numbers; and 政府 ends a name where 政府信息公开
 * goes on. One character, however often. */
static bool may_double(const char *word, size_t length)
{
    return (length == 6 && string_begins_any(word, words_doubled)) || !memcmp(word, word + 3, 3);
}

enum { LONGEST_WORD = 6 }; /* characters of a word or phrase that is looked for twice */

static bool is_han_run(const char *at, size_t length)
{
    const char *end = at + length;
    while (at < end && utf8_is_han(at))
        at += 3;
    return at == end;
}

/* Which of the bytes here are the same as those so many bytes behind, as the next one is. */
static inline sixteen same_behind(const char *at, size_t distance)
{
    return (sixteen)(load_sixteen(at) == load_sixteen(at + distance)) &
           (sixteen)(load_sixteen(at + 1) == load_sixteen(at + distance + 1));
}

/* Where in a run of Chinese characters one may stand that comes again so near that a word may stand twice, or
 * the next one does at once; `end`: nowhere. Five at a time, by their last two bytes, but for the last ones
 * of the text: one by one, all rules cost a report 10 instructions a byte more. */
static const char *next_again(const struct lint *lint, const char *at, const char *end)
{
    enum { STEP = 5, READ = 3 * (1 + LONGEST_WORD) + SIXTEEN + 2 };
    static const sixteen fifth = {0x80, 0, 0, 0x80, 0, 0, 0x80, 0, 0, 0x80, 0, 0, 0x80};
    const char *last = shadow_at(lint, lint->report->text->length), *second = at + 1;
    uint32_t places[STEP];
    for (; second < end && last - second >= READ; second += 3 * STEP) {
        sixteen again = same_behind(second, 3) | same_behind(second, 6) | same_behind(second, 9) |
                        same_behind(second, 12) | same_behind(second, 15) | same_behind(second, 18) |
                        same_behind(second + 3, 3);
        if (is_any(again & fifth) && put_places(places, again & fifth, 0))
            return second - 1 + places[0] < end ? second - 1 + places[0] : end;
    }
    return second < end ? second - 1 : end;
}

/* The longest run of characters here that stands twice in a row, in bytes; 0: none. */
static size_t doubled_at(const char *at, const char *end)
{
    size_t room = (size_t)(end - at) / 6;
    for (size_t length = 3 * (room < LONGEST_WORD ? room : LONGEST_WORD); length >= 3 * 2; length -= 3)
        if (utf8_is(at, at + length) && !memcmp(at, at + length, length) && is_han_run(at, length))
            return may_double(at, length) ? 0 : length;
    return 0;
}

/* How often the two characters stand by themselves, the first (`before`), or the second, not doubled: near
 * here, as far as a whole report. With all of a long text for each, 20,000 doubled words took 7 seconds. */
static size_t count_word(const struct lint *lint, const char *word, bool before)
{
    enum { NEAR = 4096 }; /* bytes */
    const char *text = lint->report->text->shadow, *end = text + lint->report->text->length;
    const char *two = arena_strndup(lint->arena, word, 6);
    size_t count = 0;
    const char *at = word - text > NEAR ? word - NEAR : text;
    end = end - word > NEAR ? word + NEAR : end;
    for (; (at = bytes_find(at, end, two)); at += 3)
        count += before ? at < text + 3 || strncmp(at - 3, word, 3) : strncmp(at + 6, word + 3, 3) != 0;
    return count;
}

/* Whether the scanner of prose knows a word of two characters or more that ends here. */
static bool ends_token(const struct lint *lint, const struct passage *passage, size_t end)
{
    const struct prose_token *tokens = lint->prose.tokens + passage->first;
    size_t count = tokens_behind(passage) - passage->first,
           at = first_not_before(&tokens->span.end, count, sizeof *tokens, end);
    return at < count && tokens[at].kind == TOKEN_WORD && tokens[at].span.end == end &&
           tokens[at].span.start + 6 <= end;
}

/* Whether a noun of offices ends with the character, which no word has twice: 制度, 文本, 目录. */
static bool ends_noun(const char *character)
{
    static const char ends[] = "本度制库网册站法施录目务理案据议告令";
    return memmem(ends, sizeof ends - 1, character, 3);
}

/* "评议议": the last character of a word stands twice, at the end of its clause: in front of another word it
 * may be that word's first, 公开开展. What tells it from 成果累累 is that the report has the word without it,
 * that it is one of disclosure or ends as nouns do. */
static bool is_last_doubled(const struct lint *lint, const struct passage *passage, size_t place)
{
    const char *at = shadow_at(lint, place), *end = shadow_at(lint, passage->span.end);
    if (at + 9 > end || !utf8_is(at + 3, at + 6) || utf8_is(at, at + 3) || !utf8_is_han(at) ||
        !utf8_is_han(at + 3))
        return false;
    if (at + 9 < end && utf8_is_han(at + 9))
        return false;
    return ends_noun(at + 3) || ends_token(lint, passage, place + 6) || count_word(lint, at, false);
}

/* "信信息报送": the first character of a word stands twice, at the beginning of its clause; the report has
 * the word, 人民 of 人人民 is one, 人参 of 人人参与 is not. */
static bool is_first_doubled(const struct lint *lint, const struct passage *passage, size_t place)
{
    const char *at = shadow_at(lint, place);
    bool begins = place == passage->span.start || !utf8_is_han(at - 3);
    return place + 9 <= passage->span.end && utf8_is(at, at + 3) && begins && utf8_is_han(at) &&
           utf8_is_han(at + 6) && !utf8_is(at, at + 6) && count_word(lint, at + 3, true) >= 2;
}

static void report_doubled(struct lint *lint, struct nb_span span, size_t half)
{
    const char *once = arena_strndup(lint->arena, text_at(lint, span.start), half);
    struct nb_finding *finding = finding_add(lint, span, _("“%s” stands twice"), once);
    finding->found = span_text(lint, span);
    finding->suggestion = finding->expected = once;
}

/* "青石县县水利局": a character of the name stands twice, at the first place for each character; those before
 * the last are looked at, too, or not. */
static void check_name(struct lint *lint, const char *name, bool last)
{
    enum { LONGEST = 63 }; /* characters of a name */
    const char *text = lint->report->text->bytes, *end = text + lint->report->text->length,
               *first = utf8_is_han(name) ? arena_strndup(lint->arena, name, 3) : NULL;
    uint64_t seen = 0;
    for (const char *at = text; first && (at = bytes_find(at, end, first)); at += 3) {
        size_t same = 3; /* bytes of the name that stand there */
        while (same < 3 * LONGEST && utf8_is_han(name + same) && utf8_is(at + same, name + same))
            same += 3;
        size_t place = (size_t)(at - text) + same - 3;
        bool again = utf8_is(at + same, name + same - 3) && !string_begins_any(at + same, words_begin_levels);
        if (!again || seen >> same / 3 & 1 || (last && name[same]))
            continue;
        seen |= UINT64_C(1) << same / 3;
        if (passage_at(lint, place) && !finding_at(lint, place))
            report_doubled(lint, (struct nb_span){place, place + 6}, 3);
    }
}

/* The office's name, and what it is called for short: its end, 水利局 of 青石县水利局. */
static void check_agency(struct lint *lint)
{
    enum { SHORT = 3 * 3 };
    const char *agency = lint->report->agency ? lint->report->agency : "";
    size_t length = strlen(agency);
    check_name(lint, agency, false);
    if (length > SHORT)
        check_name(lint, agency + length - SHORT, true);
}

enum { SHORTEST_CLAUSE = 4 * 3 }; /* bytes: 不公开、不公开 may be meant */

/* "留言当日回复;留言当日回复;": bytes from a clause, of so many, to its neighbour that says the same; 0 where
 * none does, or where it is too short to be told from a phrase. */
static size_t clause_doubled_at(const char *at, size_t length, const char *end)
{
    const char *mark = at + length, *next = mark;
    if (length < SHORTEST_CLAUSE || mark >= end)
        return 0;
    next += utf8_is(mark, "、") || utf8_is(mark, "。") ? 3 : *mark == ',' || *mark == ';';
    while (next > mark && *next == FOLD_FILLER)
        next++;
    bool same = next > mark && end - next > (ptrdiff_t)length && !memcmp(at, next, length);
    return same && !utf8_is_han(next + length) ? (size_t)(next - at) : 0;
}

/* The words that stand twice at a place of a run that ends at `behind`, or all of it where it `opens` here;
 * returns where to look next. A doubled word begins, and ends, with a character. */
static const char *check_doubled(struct lint *lint, const struct passage *passage, const char *words,
                                 const char *behind, bool opens)
{
    size_t at = (size_t)(words - shadow_at(lint, 0)), length = doubled_at(words, behind),
           clause = (size_t)(behind - words);
    if (length) {
        report_doubled(lint, (struct nb_span){at, at + 2 * length}, length);
    } else if (opens && (length = clause_doubled_at(words, clause, shadow_at(lint, passage->span.end)))) {
        report_doubled(lint, (struct nb_span){at, at + length + clause}, clause);
    } else if (is_first_doubled(lint, passage, at)) {
        report_doubled(lint, (struct nb_span){at, at + 6}, 3);
    } else if (is_last_doubled(lint, passage, at)) {
        report_doubled(lint, (struct nb_span){at + 3, at + 9}, 3);
    }
    return words + (length ? 2 * length : 3);
}

/* The words that stand twice in a passage: in runs of Chinese characters, at their beginning and where one
 * comes again. */
static void check_characters(struct lint *lint, const struct passage *passage)
{
    const char *start = shadow_at(lint, passage->span.start), *end = shadow_at(lint, passage->span.end);
    for (const char *at = start, *behind; at < end;) {
        while (at < end && !utf8_is_han(at))
            at += utf8_step(at);
        for (behind = at; behind < end && utf8_is_han(behind);)
            behind += 3;
        bool opens = at == start || !utf8_is_han(at - 3);
        for (const char *again; at < behind; opens = false) {
            again = next_again(lint, at, behind);
            at = again == at || (opens && clause_doubled_at(at, (size_t)(behind - at), end))
                     ? check_doubled(lint, passage, at, behind, opens)
                     : again;
        }
    }
}

/* The item of a list 甲、乙、丙 that begins at `at`, and whether a mark ends it. */
static size_t item_at(const struct lint *lint, const struct passage *passage, size_t at, bool *last)
{
    static const char *const stops[] = {"。", ",", ";", ":", NULL};
    size_t end = at;
    while (end < passage->span.end && utf8_is_han(shadow_at(lint, end)))
        end += 3;
    *last = end >= passage->span.end || string_begins_any(shadow_at(lint, end), stops);
    return *last || utf8_is(shadow_at(lint, end), "、") ? end - at : 0;
}

/* "促规范、促服务、促规范,": an item of a list that has stood in it already. Words before the first item are
 * none of it. */
static void check_list(struct lint *lint, const struct passage *passage, size_t from)
{
    enum { MOST = 16, SHORTEST = 6 }; /* items; bytes */
    struct nb_span items[MOST];
    size_t count = 0;
    bool last = false;
    for (size_t at = from, length; count < MOST && !last && (length = item_at(lint, passage, at, &last));
         at += length + 3) {
        items[count++] = (struct nb_span){at, at + length};
        for (size_t i = 0; length >= SHORTEST && i + 1 < count; i++) {
            bool same = items[i].end - items[i].start == length ||
                        (i == 0 && items[0].end - items[0].start > length + 3);
            if (same && !strncmp(shadow_at(lint, items[i].end - length), shadow_at(lint, at), length) &&
                (i || length > SHORTEST)) {
                struct nb_finding *finding =
                    finding_quote(lint, items[count - 1], _("“%s” stands in this list already"));
                finding_related(lint, finding, items[i], _("here"));
                return;
            }
        }
    }
}

/* The lists of a passage: what begins behind another sign than 、 and has 、 behind it. They are looked for
 * from that sign, which few characters are: to walk over all cost 6 instructions a byte more. */
static void check_lists(struct lint *lint, const struct passage *passage)
{
    const char *from = shadow_at(lint, passage->span.start), *end = shadow_at(lint, passage->span.end);
    for (const char *mark = from; (mark = memchr(mark, *"、", (size_t)(end - mark))); mark++) {
        const char *item = mark;
        while (utf8_is(mark, "、") && item - from >= 3 && utf8_is_han(item - 3))
            item -= 3;
        if (item < mark && (item - from < 3 || !utf8_is(item - 3, "、")))
            check_list(lint, passage, (size_t)(item - shadow_at(lint, 0)));
    }
}

/* The words that stand twice in a row in the title, in bytes: in 2024年年 one character. */
static size_t doubled_in_title(const struct lint *lint, size_t place)
{
    const char *at = shadow_at(lint, place);
    size_t length = doubled_at(at, shadow_at(lint, lint->report->title_span.end));
    return length || strncmp(at, "年年政府", strlen("年年政府")) ? length : 3;
}

void check_repeated_words(struct lint *lint)
{
    FOR_SLIPS (slip, SLIP_PARTICLE)
        if (passage_at(lint, slip->span.start))
            report_doubled(lint, slip->span, 3);
    struct nb_span title = lint->report->title_span;
    for (size_t at = title.start, length; at < title.end;
         at += length ? 2 * length : utf8_step(shadow_at(lint, at)))
        if ((length = doubled_in_title(lint, at)))
            report_doubled(lint, (struct nb_span){at, at + 2 * length}, length);
    FOR_PASSAGES (passage, &lint->prose) {
        check_characters(lint, passage);
        check_lists(lint, passage);
    }
    check_agency(lint);
}
