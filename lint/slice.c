/* slice.c - gathers the words before a quantity: what is counted, what is done with it, what is between them.
 */
#include "slice.h"
#include "fold.h"
#include "indicators.h"
#include "text.h"

#include <string.h>

bool printed_between(const struct nb_report *report, size_t from, size_t to)
{
    const char *shadow = report->text->shadow;
    while (from < to && (shadow[from] == ' ' || shadow[from] == '\t' || shadow[from] == '\n' ||
                         shadow[from] == FOLD_FILLER))
        from++;
    return from < to;
}

/* "在公开专栏发布文件": once what is published is named, the topic before the verb was only the place. */
static void take_noun(struct slice *slice, uint64_t bit, int value)
{
    bool platform = value & WORD_PLATFORM;
    if (!platform)
        slice->own &= ~slice->places;
    slice->modified = slice->gap || slice->value & WORD_LIST || value & WORD_UNCLEAR ||
                      slice->own & indicator_topics & ~bit;
    if (!(bit & indicator_topics))
        return;
    slice->places |= platform ? bit : 0;
    slice->head = slice->pieces[slice->piece].head = bit;
}

/* What a filler says of how the quantity counts: all of a list (共), those for a reason (因). */
static void take_filler(struct slice *slice, const char *word)
{
    slice->total |= string_begins(word, "共");
    slice->because |= string_begins(word, "因") || string_begins(word, "由于");
    slice->reason |= string_begins(word, "为由");
}

static void take_gap(struct slice *slice)
{
    slice->gap = slice->broken = true;
    slice->reason |= slice->because;
}

static void take_list(struct slice *slice, int value)
{
    if (value & WORD_JOIN)
        slice_join(slice);
    slice->total |= (value & WORD_SUM) != 0;
}

static void take_member(int *member, int other)
{
    if (other > 0)
        *member = *member && *member != other ? SEVERAL : other;
}

void slice_take(struct slice *slice, const struct nb_report *report, const struct prose_token *token)
{
    uint64_t bit = word_bit(token);
    int value = token->value;
    if (printed_between(report, slice->at, token->span.start))
        take_gap(slice);
    if (value & WORD_FILLER)
        take_filler(slice, report->text->shadow + token->span.start);
    else
        slice->total = false;
    slice->because &= !(bit & indicator_verbs);
    if (value & (WORD_JOIN | WORD_SUM))
        take_list(slice, value);
    if (bit & indicator_nouns)
        take_noun(slice, bit, value);
    if (bit & ~(indicator_nouns | indicator_verbs) && slice->value & WORD_LIST && slice->member)
        slice->member = SEVERAL; /* 重复申请等不予处理3件: what is named before 等 is only one of them */
    slice->gap &= (value & (WORD_FILLER | WORD_WAY)) != 0;
    bit |= value & WORD_LAST_YEAR ? WORDS_LAST_YEAR : 0;
    slice->acts = bit & indicator_verbs || (slice->acts && value & (WORD_FILLER | WORD_WAY));
    slice->own |= bit;
    slice->pieces[slice->piece].own |= bit;
    take_member(&slice->member, token->level - MAX_WORDS);
    take_member(&slice->pieces[slice->piece].member, token->level - MAX_WORDS);
    slice->value |= value;
    slice->at = token->span.end;
}

void slice_join(struct slice *slice)
{
    if (slice->pieces[slice->piece].own && slice->piece + 1 < MOST_PIECES)
        slice->piece++;
}

void slice_include(struct slice *slice, const struct slice *bracket)
{
    slice_join(slice);
    slice->pieces[slice->piece].own |= bracket->own;
    slice->total = true;
}

uint64_t slice_heads(const struct slice *slice)
{
    uint64_t heads = 0;
    for (int i = 0; i <= slice->piece; i++)
        heads |= slice->pieces[i].head;
    return heads;
}
