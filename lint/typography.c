/* typography.c - rules NB6xx: brackets, document numbers, full stops, script, spaces in numbers. */
#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* Brackets that are open at once; deeper ones are taken as one more of the deepest. */
enum { DEPTH = 64 };

/* A quotation mark turned the wrong way stands for its partner: “…“ is one slip, and the second mark is it.
 */
static bool is_turned(struct lint *lint, const struct prose_token *bracket, const char *text)
{
    struct nb_finding *last = lint->last_of[lint->running];
    const struct passage *passage = passage_at(lint, bracket->span.start);
    if (!last || !last->found || strcmp(last->found, text) || (strcmp(text, "“") && strcmp(text, "”")) ||
        passage_at(lint, last->span.start) != passage)
        return false;
    bool behind = bracket->span.start > last->span.start;
    struct nb_span first = behind ? last->span : bracket->span, second = behind ? bracket->span : last->span;
    const char *right = bracket->kind == TOKEN_OPEN ? "”" : "“";
    struct nb_span wrong = bracket->kind == TOKEN_OPEN ? second : first,
                   other = bracket->kind == TOKEN_OPEN ? first : second;
    last->span = wrong;
    last->message = arena_printf(lint->arena, _("%s should be %s here"), text, right);
    last->expected = last->suggestion = right;
    last->found = arena_printf(lint->arena, "%s", text);
    finding_related(lint, last, other, _("its partner"));
    return true;
}

static void report_bracket(struct lint *lint, const struct prose_token *bracket)
{
    char *text = span_text(lint, bracket->span);
    if (is_turned(lint, bracket, text))
        return;
    struct nb_finding *finding = bracket->kind == TOKEN_OPEN
                                     ? finding_add(lint, bracket->span, _("%s is never closed"), text)
                                     : finding_add(lint, bracket->span, _("%s was never opened"), text);
    finding->found = text;
}

/* "1)" at the head of an item, and the apostrophe of a Latin word. */
static bool is_no_bracket(const struct lint *lint, const struct passage *passage,
                          const struct prose_token *bracket)
{
    size_t at = bracket->span.start, from = at;
    if (from == passage->span.start)
        return false;
    if (bracket->value == 4)
        return isalnum((unsigned char)*shadow_at(lint, at - 1));
    while (from > passage->span.start && at - from < 6 &&
           (isalnum((unsigned char)*shadow_at(lint, from - 1)) || *shadow_at(lint, from - 1) == FOLD_FILLER))
        from--;
    if (bracket->value || from == at)
        return false;
    const struct prose_token *before = bracket;
    while (before > lint->prose.tokens + passage->first && before->span.end > from)
        before--;
    return from == passage->span.start || (before->kind == TOKEN_MARK && before->span.end == from);
}

/* Whether a bracket of this kind closes behind token `i` of the passage. */
static bool closes_behind(const struct lint *lint, const struct passage *passage, size_t i, int value)
{
    while (++i < tokens_behind(passage))
        if (lint->prose.tokens[i].kind == TOKEN_CLOSE && lint->prose.tokens[i].value == value)
            return true;
    return false;
}

/* 《…〉: one slip of the pen, and not one bracket that is open and another that was never opened. */
static void report_exchanged(struct lint *lint, const struct prose_token *open,
                             const struct prose_token *close)
{
    char *text = span_text(lint, close->span);
    struct nb_finding *finding =
        finding_add(lint, close->span, _("%s is closed by %s"), span_text(lint, open->span), text);
    finding->found = text;
    finding_related(lint, finding, open->span, _("opened here"));
}

static void check_brackets(struct lint *lint, const struct passage *passage)
{
    const struct prose_token *open[DEPTH];
    size_t depth = 0;
    for (size_t i = passage->first; i < tokens_behind(passage); i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        if (token->kind == TOKEN_OPEN && depth < DEPTH)
            open[depth++] = token;
        if (token->kind != TOKEN_CLOSE)
            continue;
        size_t partner = depth;
        while (partner > 0 && open[partner - 1]->value != token->value)
            partner--;
        if (!partner && depth && !closes_behind(lint, passage, i, open[depth - 1]->value))
            report_exchanged(lint, open[--depth], token);
        else if (!partner && !is_no_bracket(lint, passage, token))
            report_bracket(lint, token);
        while (partner && depth > partner)
            report_bracket(lint, open[--depth]);
        depth -= partner != 0;
    }
    while (depth)
        report_bracket(lint, open[--depth]);
}

void check_unbalanced_bracket(struct lint *lint)
{
    FOR_PASSAGES (passage, &lint->prose)
        if (passage_has(passage, TOKEN_OPEN, TOKEN_CLOSE))
            check_brackets(lint, passage);
}

/* "【2018】第050号" is 〔2018〕50号; "〔202070" is 〔2020〕70号. NULL where no number is left. */
static const char *mended_number(struct lint *lint, struct nb_span span)
{
    static const char zero[] = "〇零○", han[] = "一二三四五六七八九";
    char digits[16];
    size_t count = 0;
    for (size_t i = span.start; i < span.end && count < sizeof digits - 1; i++) {
        for (size_t d = 0; d < 9 && i + 3 <= span.end; d++)
            if (!memcmp(shadow_at(lint, i), han + 3 * d, 3))
                digits[count++] = (char)('1' + d);
        for (size_t d = 0; d < 3 && i + 3 <= span.end; d++)
            if (!memcmp(shadow_at(lint, i), zero + 3 * d, 3))
                digits[count++] = '0';
        if (isdigit((unsigned char)*shadow_at(lint, i)))
            digits[count++] = *shadow_at(lint, i);
    }
    digits[count] = '\0';
    const char *number = digits + (count < 4 ? count : 4);
    number += strspn(number, "0");
    bool year = !strncmp(digits, "19", 2) || !strncmp(digits, "20", 2);
    return year && *number && count < sizeof digits - 1
               ? arena_printf(lint->arena, "〔%.4s〕%s号", digits, number)
               : NULL;
}

/* The number without the blanks in it. */
static char *without_blanks(struct lint *lint, struct nb_span span)
{
    char *mended = arena_alloc(lint->arena, span.end - span.start + 1), *to = mended;
    for (size_t at = span.start, spaces = 0; at < span.end; at++) {
        char shadow = *shadow_at(lint, at);
        spaces = strchr(" \t", shadow) ? 1 : shadow == FOLD_FILLER && spaces;
        if (!spaces)
            *to++ = *text_at(lint, at);
    }
    return mended;
}

static bool is_date(const struct prose_token *token)
{
    return token->kind == TOKEN_YEAR || token->kind == TOKEN_DATE;
}

static bool is_number(const struct prose_token *token)
{
    return token->kind == TOKEN_QUANTITY || is_date(token);
}

/* Where more than every fourth number of a kind (a date, a quantity) is set off by a space, that is how the
 * text is set, or what an extractor made of it. */
static bool sets_off(const struct lint *lint, bool dates)
{
    enum { FEW = 3, SHARE = 4 };
    const struct prose_token *tokens = lint->prose.tokens, *end = tokens + lint->prose.token_count;
    size_t numbers = 0, spaced = 0;
    for (const struct prose_token *token = tokens; token < end; token++)
        spaced += token->level && is_number(token) && is_date(token) == dates;
    for (const struct prose_token *token = tokens; token < end && spaced > FEW; token++)
        numbers += is_number(token) && is_date(token) == dates;
    return spaced > FEW && spaced * SHARE > numbers;
}

void check_document_number(struct lint *lint)
{
    for (size_t i = 0; i < lint->prose.token_count; i++) {
        const struct prose_token *token = &lint->prose.tokens[i];
        bool broken = token->kind == TOKEN_BROKEN_DOCUMENT;
        const char *mended = broken ? mended_number(lint, token->span) : NULL;
        if (broken &&
            !(mended && sets_off(lint, false) && !strcmp(without_blanks(lint, token->span), mended)))
            finding_mend(lint, token->span,
                         mended ? _("the document number “%s” should read “%s”")
                                : _("the document number “%s” is not written as 〔year〕number号"),
                         mended);
    }
}

/* The passage without white space and closing brackets at its end. */
static struct nb_span bare_end(const struct lint *lint, struct nb_span span, bool brackets)
{
    static const char *const closers[] = {")", "”", "’", "》", "」", "』", "\"", NULL};
    const char *start = shadow_at(lint, span.start), *end = shadow_at(lint, span.end);
    while (end > start &&
           (strchr(" \t\n\r\x01", end[-1]) || (brackets && string_ends_any(start, end, closers)))) {
        end--;
        while (end > start && (*end & 0xC0) == 0x80)
            end--;
    }
    span.end = span.start + (size_t)(end - start);
    return span;
}

/* How many characters there are, counted up to `most`. */
static size_t characters(const char *from, size_t length, size_t most)
{
    size_t count = 0;
    for (; length && count < most; from++, length--)
        count += (*from & 0xC0) != 0x80;
    return count;
}

/* Whether the passage ends in the address of a page. */
static bool ends_with_address(const struct lint *lint, struct nb_span span)
{
    size_t at = span.end;
    while (at > span.start && *shadow_at(lint, at - 1) > ' ' && *shadow_at(lint, at - 1) < 0x7F)
        at--;
    char *word = shadow_text(lint, at, span.end);
    return strstr(word, "://") || strstr(word, "www.");
}

/* "联系地址:…" is an entry, not a sentence. */
static bool is_entry(const struct lint *lint, const struct passage *passage)
{
    enum { LONGEST_CAPTION = 8 }; /* characters */
    FOR_TOKENS (token, &lint->prose, passage)
        if (token->kind == TOKEN_MARK)
            return token->value == ':' &&
                   characters(shadow_at(lint, passage->span.start), token->span.start - passage->span.start,
                              LONGEST_CAPTION + 1) <= LONGEST_CAPTION;
    return false;
}

/* Prose of some length: with a comma, semicolon or full stop inside, and no address at its end. */
static bool is_prose(const struct lint *lint, const struct passage *passage, struct nb_span span)
{
    unsigned char last = (unsigned char)*shadow_at(lint, span.end - 1);
    enum { SHORTEST = 20 }; /* characters */
    if (characters(shadow_at(lint, span.start), span.end - span.start, SHORTEST) < SHORTEST ||
        (last < 0x80 && isalpha(last)) || (last >= '0' && last <= '9') || ends_with_address(lint, span) ||
        is_entry(lint, passage))
        return false;
    FOR_TOKENS (token, &lint->prose, passage)
        if (token->kind == TOKEN_MARK && strchr(".;,", token->value))
            return true;
    return false;
}

/* The passage up to a comment of HTML, which plain text and Markdown hand on as they stand. */
static struct nb_span before_comment(const struct lint *lint, struct nb_span span)
{
    const char *start = shadow_at(lint, span.start), *end = shadow_at(lint, span.end), *comment = start;
    while ((comment = memchr(comment, '<', (size_t)(end - comment))) && !string_begins(comment, "<!--"))
        comment++;
    span.end = comment ? span.start + (size_t)(comment - start) : span.end;
    return span;
}

/* Whether the file goes on in the same line with other text: then the end is the reader's, where it parted
 * what was joined. */
static bool goes_on(const struct lint *lint, const struct passage *passage)
{
    const struct passage *next = passage + 1;
    return next < lint->prose.passages + lint->prose.passage_count && !strcmp(lint->report->format, "text") &&
           nb_locate(lint->report, passage->span.end).line == nb_locate(lint->report, next->span.start).line;
}

static void check_end(struct lint *lint, const struct passage *passage)
{
    static const char *const ends[] = {"。", "!", "?", ";", ":", "…", ".", NULL}, *const closed[] = {
                                                                                      ")", ")\x01\x01", NULL};
    struct nb_span own = before_comment(lint, passage->span);
    struct nb_span whole = bare_end(lint, own, false), bare = bare_end(lint, whole, true);
    bool aside = *shadow_at(lint, whole.start) == '(' &&
                 string_ends_any(shadow_at(lint, bare.end), shadow_at(lint, whole.end), closed);
    if (bare.end == bare.start || aside || !is_prose(lint, passage, bare))
        return;
    if (string_ends_any(shadow_at(lint, bare.start), shadow_at(lint, bare.end), ends) ||
        goes_on(lint, passage))
        return;
    size_t last = whole.end - 1;
    while (last > whole.start && (*shadow_at(lint, last) & 0xC0) == 0x80)
        last--;
    whole.end = last + utf8_length((unsigned char)*text_at(lint, last));
    finding_add(lint, (struct nb_span){last, whole.end}, _("the paragraph ends without a full stop"))
        ->expected = "。";
}

void check_missing_full_stop(struct lint *lint)
{
    FOR_PASSAGES (passage, &lint->prose)
        if (!passage->heads)
            check_end(lint, passage);
}

static void check_script(struct lint *lint, const struct passage *passage)
{
    bool traditional = lint->report->traditional;
    struct nb_finding *finding = NULL;
    for (size_t at = passage->span.start; at < passage->span.end;) {
        size_t step = utf8_length((unsigned char)*text_at(lint, at));
        if (step == 3 && at + 3 <= passage->span.end && fold_is_foreign(text_at(lint, at), traditional)) {
            struct nb_span span = {at, at + 3};
            char *found = span_text(lint, span);
            if (!finding && traditional)
                finding =
                    finding_add(lint, span, _("“%s” is a simplified character in a traditional text"), found);
            else if (!finding)
                finding =
                    finding_add(lint, span, _("“%s” is a traditional character in a simplified text"), found);
            else
                finding_related(lint, finding, span, _("and “%s” here"), found);
            if (!finding->found) {
                finding->found = found;
                finding->suggestion = traditional ? NULL : arena_strndup(lint->arena, shadow_at(lint, at), 3);
            }
        }
        at += step;
    }
}

/* Whether a Han character folds: in a simplified text no other is foreign, and next to none do. What does not
 * is passed over eight bytes at once: character by character, it cost 4 instructions a byte more. */
static bool has_folded(const struct lint *lint, struct nb_span span)
{
    const char *text = text_at(lint, 0), *shadow = shadow_at(lint, 0);
    for (size_t at = span.start; at < span.end;) {
        if (at + 8 <= span.end && !memcmp(text + at, shadow + at, 8)) {
            at += 8;
        } else if (text[at] == shadow[at]) {
            at++;
        } else {
            while (((unsigned char)text[at] & 0xC0) == 0x80)
                at--;
            if (utf8_is_han(text + at))
                return true;
            at += utf8_length((unsigned char)text[at]);
        }
    }
    return false;
}

void check_mixed_script(struct lint *lint)
{
    FOR_PASSAGES (passage, &lint->prose)
        if (lint->report->traditional || has_folded(lint, passage->span))
            check_script(lint, passage);
}

void check_leading_mark(struct lint *lint)
{
    static const char *const marks[] = {",", ";", ":", "。", "、", NULL};
    FOR_PASSAGES (passage, &lint->prose) {
        size_t at = passage->span.start;
        if (!passage->heads && string_begins_any(shadow_at(lint, at), marks))
            finding_quote(lint, ((struct nb_span){at, at + utf8_length((unsigned char)*text_at(lint, at))}),
                          _("the paragraph begins with “%s”"));
    }
}

/* "23l0条" with digits for the letters, "二O二二年" with the Chinese zero. */
static char *without_letters(struct lint *lint, struct nb_span span, bool chinese)
{
    static const char zero[] = "〇";
    char *mended = arena_alloc(lint->arena, (span.end - span.start) * strlen(zero) + 1), *to = mended;
    for (size_t at = span.start; at < span.end; at++) {
        char from = *shadow_at(lint, at);
        if (chinese && strchr("Oo0", from)) {
            memcpy(to, zero, strlen(zero));
            to += strlen(zero);
        } else if (from != FOLD_FILLER) {
            *to++ = digit_like(from) ? digit_like(from) : from;
        }
    }
    *to = '\0';
    return mended;
}

static void check_letters(struct lint *lint, enum slip_kind kind, const char *message)
{
    FOR_SLIPS (slip, kind)
        if (passage_at(lint, slip->span.start) || span_within(slip->span, lint->report->title_span))
            finding_mend(lint, slip->span, _(message), without_letters(lint, slip->span, kind == SLIP_ZERO))
                ->expected = NULL;
}

void check_digit_letter(struct lint *lint)
{
    check_letters(lint, SLIP_LETTER, N_("“%s”: a letter stands among the digits; is it %s?"));
    check_letters(lint, SLIP_ZERO, N_("“%s” has a sign that is no Chinese numeral; is it %s?"));
}

/* "20 22年" in a title whose characters are not set apart. */
static void check_title_digits(struct lint *lint)
{
    struct nb_span title = lint->report->title_span;
    size_t parted = title.start, spaces = 0;
    for (size_t at = title.start; at + 1 < title.end; at++) {
        const char *shadow = shadow_at(lint, at);
        bool blank = at > title.start && shadow[0] == ' ';
        spaces += blank;
        parted =
            blank && isdigit((unsigned char)shadow[-1]) && isdigit((unsigned char)shadow[1]) ? at : parted;
    }
    struct nb_span around = {parted - 1, parted + 2};
    if (parted > title.start && spaces == 1)
        finding_quote(lint, around, _("a space stands among the digits of “%s”"));
}

void check_number_space(struct lint *lint)
{
    check_title_digits(lint);
    if (sets_off(lint, false) || sets_off(lint, true))
        return;
    report_slips(lint, SLIP_PARTED, 0, N_("a space stands among the digits of “%s”"));
    FOR_PASSAGES (passage, &lint->prose) {
        struct nb_finding *finding = NULL;
        FOR_TOKENS (token, &lint->prose, passage) {
            if (!token->level || !is_number(token))
                continue;
            if (finding)
                finding_related(lint, finding, token->span, _("and in “%s” here"),
                                span_text(lint, token->span));
            else
                finding = finding_mend(lint, token->span, _("a space stands between number and unit in “%s”"),
                                       without_blanks(lint, token->span));
        }
    }
}
