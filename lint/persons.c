/* persons.c - rule NB706: numbers of persons, and the names that stand before or behind them. */
#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "memory.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

enum { CHARACTER = 3, NEAR = 72 }; /* bytes of a Chinese character; of a few words before a number */

/* What announces a person. */

/* Whether `length` bytes of Chinese characters look like the name of a person. */
static bool is_name(const char *at, size_t length)
{
    bool whole = string_begins_any(at, words_long_surnames)
                     ? length > 2 * CHARACTER && length <= 4 * CHARACTER
                     : is_surname(at) && length > CHARACTER && length <= 3 * CHARACTER;
    return whole && !string_begins_any(at + length - CHARACTER, words_end_offices);
}

static bool is_gap(char c)
{
    return c && strchr(" :,()[\t\x01", c);
}

/* The place before the marks and the words that announce a number. */
static size_t before_announcement(const char *shadow, size_t from, size_t at)
{
    for (size_t word = 1; word; at -= word) {
        while (at > from && is_gap(shadow[at - 1]))
            at--;
        word = string_ends_any(shadow + from, shadow + at, number_words);
    }
    return at;
}

/* Whether what is announced here is a name: four characters, more only around a dot, up to a mark or a word
 * before the number; no room of an office (联系人所在科室). */
static bool is_announced_name(const char *at)
{
    bool surname = string_begins_any(at, words_long_surnames);
    size_t characters = 0;
    while (utf8_is_han(at) && !string_begins_any(at, number_words)) {
        at += CHARACTER;
        characters = strncmp(at, "·", strlen("·")) ? characters + 1 : 0;
        at += characters ? 0 : strlen("·");
    }
    return characters < 4 ||
           (characters == 4 && (surname || !string_begins_any(at - CHARACTER, words_end_offices)));
}

/* Where the name before a number begins: one that is announced (联系人:张某,手机…), or right before it
 * (退至刘芳62…). */
static size_t name_before(const char *shadow, size_t number)
{
    size_t from = number > NEAR ? number - NEAR : 0, best = number;
    for (size_t at = from; at < number; at++)
        for (size_t i = 0; words_announce_persons[i]; i++)
            if (!strncmp(shadow + at, words_announce_persons[i], strlen(words_announce_persons[i])))
                best = at + strlen(words_announce_persons[i]);
    while (best < number && is_gap(shadow[best]))
        best++;
    best = is_announced_name(shadow + best) ? best : number;
    size_t end = best < number ? from : before_announcement(shadow, from, number), length = 4 * CHARACTER;
    while (length > CHARACTER && !(end >= from + length && utf8_is_han(shadow + end - length) &&
                                   is_name(shadow + end - length, length)))
        length -= CHARACTER;
    return length > CHARACTER ? end - length : best;
}

/* Where the name behind a number ends: 186…(王晓明), 186…,联系人:李建国; `number` where none stands there. */
static size_t name_behind(const char *shadow, size_t number)
{
    size_t at = number, length = 0;
    while (is_gap(shadow[at]))
        at++;
    bool announced = string_begins_any(shadow + at, words_announce_persons);
    while (announced && utf8_is_han(shadow + at))
        at += CHARACTER;
    while (announced && is_gap(shadow[at]))
        at++;
    const char *name = shadow + at;
    while (utf8_is_han(name + length) && length < 4 * CHARACTER &&
           !string_begins_any(name + length, words_behind_persons)) {
        length += CHARACTER;
        if (announced && !strncmp(name + length, "·", strlen("·")))
            at += length + strlen("·"), name = shadow + at, length = 0;
    }
    bool ends = !utf8_is_han(name + length) || string_begins_any(name + length, words_behind_persons);
    if (!length || !ends || !(announced || is_name(name, length)))
        return number;
    at += length;
    return memchr(shadow + number, '(', at - number) && shadow[at] == ')'
               ? at + 1 + strspn(shadow + at + 1, "\x01")
               : at;
}

static struct nb_span person_span(const char *shadow, struct nb_span number)
{
    return (struct nb_span){name_before(shadow, number.start), name_behind(shadow, number.end)};
}

static const char *message_for(const struct slip *slip)
{
    static const char *const messages[SLIP_KINDS] = {
        [SLIP_IDENTITY] = N_("the number of an identity card: %s"),
        [SLIP_MOBILE] = N_("the number of a mobile telephone: %s"),
        [SLIP_ACCOUNT] = N_("the number of a bank card: %s"),
        [SLIP_HOME] = N_("the address of somebody's home: %s")};
    bool passport = slip->kind == SLIP_IDENTITY && slip->value;
    const char *message =
        passport ? N_("the number of a passport or travel permit: %s") : messages[slip->kind];
    return message ? _(message) : NULL;
}

/* Cover numbers with their names where findings show the text, and the same bytes where they stand in the
 * source. */
static void cover_spans(struct lint *lint, const struct nb_span *spans, size_t count)
{
    struct nb_text *text = arena_alloc(lint->arena, sizeof *text);
    *text = *lint->report->text;
    char *shown = arena_strndup(lint->arena, text->bytes, text->length), *source = shown;
    if (text->source != text->bytes)
        source = text->source ? arena_strndup(lint->arena, text->source, text->source_length) : NULL;
    for (size_t i = 0; i < count; i++) {
        mask_personal(shown + spans[i].start, spans[i].end - spans[i].start);
        for (size_t at = spans[i].start; source && at < spans[i].end; at++) {
            char *there = source + text_source_offset(text, at);
            *there = *there == text->bytes[at] ? shown[at] : *there;
        }
    }
    text->shown = shown;
    text->source_shown = source;
    lint->covered = text;
}

void check_personal_data(struct lint *lint)
{
    struct nb_span *spans = xmalloc(lint->slips.count * sizeof *spans);
    size_t count = 0;
    for (size_t i = 0; i < lint->slips.count; i++)
        if (message_for(&lint->slips.list[i]))
            spans[count++] = person_span(shadow_at(lint, 0), lint->slips.list[i].span);
    if (count)
        cover_spans(lint, spans, count);
    for (size_t i = 0, span = 0; i < lint->slips.count; i++) {
        const char *message = message_for(&lint->slips.list[i]);
        if (!message)
            continue;
        const char *shown = lint->covered->shown + spans[span].start;
        char *found = arena_strndup(lint->arena, shown, spans[span].end - spans[span].start);
        finding_add(lint, spans[span++], message, found)->found = found;
    }
    xfree(spans);
}

static void cover(void *text)
{
    struct slips slips;
    size_t length = strlen(text);
    char *shadow = xmalloc(length + 2); /* two NULs, as the scanner wants them */
    memcpy(shadow, text, length);
    shadow[length] = shadow[length + 1] = '\0';
    fold(shadow, length);
    slips_scan(&slips, shadow, length);
    for (size_t i = 0; i < slips.count; i++) {
        struct nb_span span = person_span(shadow, slips.list[i].span);
        if (message_for(&slips.list[i]))
            mask_personal((char *)text + span.start, span.end - span.start);
    }
    slips_discard(&slips);
    xfree(shadow);
}

bool nb_cover_persons(char *text)
{
    return memory_guard(cover, text);
}
