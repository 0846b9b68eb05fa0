/* fixed_terms.c - rule NB610: fixed terms in which one character is another that looks or sounds alike or is
 * lost, or two have changed places. */
#include "config.h"

#include "beginnings.h"
#include "i18n.h"
#include "lint.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

/* One wrong character leaves the first two characters of a term or its last two as they are: by these pairs a
 * term is found. */
enum { CHARACTER = 3, PAIR = 2 * CHARACTER, BUCKETS = 1024 };

/* A term without its brackets; `any`: bit 1 << i where nothing else may stand in place of character i, nor
 * may it be lacking. */
struct fixed_term {
    const char *text, *right; /* right: what a misspelt word should be; NULL: the text is right */
    size_t length;
    unsigned any;
};

struct anchor {
    const struct fixed_term *term;
    const struct anchor *next;
    size_t offset; /* of the pair in the term */
};

struct fixed_terms {
    const struct anchor *buckets[BUCKETS];
    uint32_t pairs[BEGINNINGS]; /* which stand in a bucket (beginnings.h) */
};

static unsigned bucket_of(const char *pair)
{
    return (beginning_set(utf8_three(pair)) ^ beginning_place(utf8_three(pair + CHARACTER)) << 5) % BUCKETS;
}

/* 政府[信息]公开: nothing else may stand in place of what is in brackets. */
static struct fixed_term term_of(const struct lint *lint, const char *word)
{
    if (!strchr(word, '['))
        return (struct fixed_term){word, NULL, strlen(word), 0};
    char *text = arena_strdup(lint->arena, word), *to = text;
    struct fixed_term term = {text, NULL, 0, 0};
    bool any = false;
    for (const char *at = word; *at; at++) {
        if (*at == '[' || *at == ']') {
            any = *at == '[';
            continue;
        }
        term.any |= any ? 1U << (to - text) / CHARACTER : 0;
        *to++ = *at;
    }
    *to = '\0';
    term.length = (size_t)(to - text);
    return term;
}

static void add_anchor(const struct lint *lint, struct fixed_terms *terms, const struct fixed_term *term,
                       size_t offset)
{
    const struct anchor **bucket = &terms->buckets[bucket_of(term->text + offset)];
    struct anchor *anchor = arena_alloc(lint->arena, sizeof *anchor);
    *anchor = (struct anchor){term, *bucket, offset};
    terms->pairs[beginning_set(utf8_three(term->text + offset))] |=
        UINT32_C(1) << beginning_place(utf8_three(term->text + offset + CHARACTER));
    *bucket = anchor;
}

/* 部份 部分 */
static struct fixed_term misspelt_of(const struct lint *lint, const char *words)
{
    const char *right = strchr(words, ' ');
    size_t length = (size_t)(right - words);
    return (struct fixed_term){arena_strndup(lint->arena, words, length), right + 1, length, 0};
}

/* The anchor at its beginning. Returns the copy. */
static const struct fixed_term *add_term(const struct lint *lint, struct fixed_terms *terms,
                                         struct fixed_term term)
{
    struct fixed_term *copy = arena_alloc(lint->arena, sizeof *copy);
    *copy = term;
    add_anchor(lint, terms, copy, 0);
    return copy;
}

/* 政府信公开: the term without one of the characters that it cannot do without. */
static void add_shortened(const struct lint *lint, struct fixed_terms *terms, const struct fixed_term *term)
{
    for (size_t at = 0; at < term->length; at += CHARACTER)
        if (term->any & 1U << at / CHARACTER) {
            char *text = arena_strndup(lint->arena, term->text, term->length - CHARACTER);
            memcpy(text + at, term->text + at + CHARACTER, term->length - CHARACTER - at);
            add_term(lint, terms, (struct fixed_term){text, term->text, term->length - CHARACTER, 0});
        }
}

static struct fixed_terms *read_terms(const struct lint *lint)
{
    struct fixed_terms *terms = arena_alloc(lint->arena, sizeof *terms);
    for (const char *const *word = words_terms; *word; word++) {
        const struct fixed_term *term = add_term(lint, terms, term_of(lint, *word));
        add_anchor(lint, terms, term, term->length - PAIR);
        add_shortened(lint, terms, term);
    }
    for (const char *const *words = words_misspelt; *words; words++)
        add_term(lint, terms, misspelt_of(lint, *words));
    return terms;
}

static bool holds(const char *set, const char *character)
{
    while (*set && !utf8_is(set, character))
        set += utf8_step(set);
    return *set;
}

static bool are_alike(const char *one, const char *other)
{
    for (const char *const *set = words_alike; *set; set++)
        if (holds(*set, one) && holds(*set, other))
            return true;
    return false;
}

/* Whether the anchor's term stands at `at` with one slip in it; the anchor's pair does. */
static bool is_slip(const struct anchor *anchor, const char *at)
{
    const struct fixed_term *term = anchor->term;
    size_t wrong = anchor->offset ? 0 : PAIR, known = anchor->offset ? anchor->offset : term->length;
    if (term->right)
        return !memcmp(at, term->text, term->length);
    while (wrong < known && utf8_is(at + wrong, term->text + wrong))
        wrong += CHARACTER;
    if (wrong >= known || !utf8_is_han(at + wrong))
        return false;
    const char *right = term->text + wrong, *rest = right + CHARACTER, *printed = at + wrong;
    size_t left = term->length - wrong - CHARACTER;
    if (!left || (utf8_is(printed + CHARACTER, rest) && !memcmp(printed + CHARACTER, rest, left)))
        return term->any & 1U << wrong / CHARACTER || are_alike(printed, right);
    return utf8_is(printed, rest) && utf8_is(printed + CHARACTER, right) &&
           !memcmp(printed + PAIR, rest + CHARACTER, left - CHARACTER);
}

static void check_pair(struct lint *lint, const struct fixed_terms *terms, const struct passage *passage,
                       size_t at)
{
    const char *pair = shadow_at(lint, at);
    for (const struct anchor *anchor = terms->buckets[bucket_of(pair)]; anchor; anchor = anchor->next) {
        const struct fixed_term *term = anchor->term;
        if (memcmp(pair, term->text + anchor->offset, PAIR) || at < passage->span.start + anchor->offset ||
            at - anchor->offset + term->length > passage->span.end || !is_slip(anchor, pair - anchor->offset))
            continue;
        struct nb_span span = {at - anchor->offset, at - anchor->offset + term->length};
        if (!finding_at(lint, span.start))
            finding_mend(lint, span, _("“%s” should read “%s”"), term->right ? term->right : term->text);
    }
}

static void check_passage(struct lint *lint, const struct fixed_terms *terms, const struct passage *passage)
{
    const char *shadow = shadow_at(lint, 0), *end = shadow + passage->span.end;
    for (const char *at = shadow + passage->span.start; at + PAIR <= end; at += utf8_step(at)) {
        at += begins_nothing(terms->pairs, at);
        if (at + PAIR <= end)
            check_pair(lint, terms, passage, (size_t)(at - shadow));
    }
}

void check_terms(struct lint *lint)
{
    const struct fixed_terms *terms = read_terms(lint);
    FOR_PASSAGES (passage, &lint->prose)
        check_passage(lint, terms, passage);
}
