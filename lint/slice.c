/* slice.c - gathers the words before a quantity: what is counted, what is done with it, what is between them. */
#include "slice.h"
#include "fold.h"
#include "indicators.h"
#include "text.h"

#include <string.h>

bool printed_between(const struct nb_report *report, size_t from, size_t to)
{
    for (const char *shadow = report->text->shadow; from < to; from++)
        if (!strchr(" \t\n\x01", shadow[from]))
            return true;
    return false;
}

/* "在公开专栏发布文件": once what is published is named, the topic before the verb was only the place. */
static void take_noun(struct slice *slice, uint64_t bit, bool platform)
{
    if (!platform)
        slice->own &= ~slice->places;
    slice->modified = slice->gap || slice->value & WORD_LIST || slice->own & indicator_topics & ~bit;
    if (!(bit & indicator_topics))
        return;
    slice->places |= platform ? bit : 0;
    slice->head = slice->pieces[slice->piece].head = bit;
}

/* "公开专栏更新86条": a topic that may be a place is one where a verb follows. */
static void leave_place(struct slice *slice)
{
    if (!(slice->head & slice->places))
        return;
    slice->head = slice->pieces[slice->piece].head = 0;
    slice->modified = false;
}

/* What a word says of how the quantity counts: all of a list, a part of the whole, those for a reason. */
static void take_measure(struct slice *slice, const struct nb_report *report, const struct token *token)
{
    static const char *const sums[] = {"共", NULL}, *const parts[] = {"本级", NULL}, *const reasons[] = {"因", "由于", NULL};
    bool filler = token->value & WORD_FILLER;
    const char *word = report->text->shadow + token->span.start;
    slice->total = token->value & WORD_SUM || (filler && (slice->total || string_begins_any(word, sums)));
    slice->part |= filler && string_begins_any(word, parts);
    slice->reason |= slice->reason_end && printed_between(report, slice->reason_end, token->span.start);
    slice->reason_end = filler && string_begins_any(word, reasons) ? token->span.end : 0;
}

void slice_take(struct slice *slice, const struct nb_report *report, const struct token *token)
{
    uint64_t bit = word_bit(token);
    take_measure(slice, report, token);
    slice->gap |= printed_between(report, slice->at, token->span.start);
    slice->broken |= slice->gap;
    slice->restricted |= slice->gap && slice->value & (WORD_ABOUT | WORD_FROM);
    slice->narrowed |= slice->gap && token->value & WORD_BARE;
    if (token->value & WORD_JOIN)
        slice_join(slice);
    if (bit & indicator_verbs)
        leave_place(slice);
    if (bit & indicator_nouns)
        take_noun(slice, bit, token->value & WORD_PLATFORM);
    if (!(token->value & WORD_FILLER))
        slice->gap = false;
    bit |= token->value & WORD_LAST_YEAR ? WORDS_LAST_YEAR : 0;
    slice->own |= bit;
    slice->pieces[slice->piece].own |= bit;
    slice->value |= token->value;
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
