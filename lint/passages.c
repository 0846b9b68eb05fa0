/* passages.c - gathers the prose of a report: the paragraphs and section heads of preamble and articles, in
 * order. */
#include "fold.h"
#include "prose.h"
#include "text.h"
#include "utf8.h"

#include <string.h>

/* The prose being gathered, its scanner, the text it stands in. */
struct gathering {
    struct prose *prose;
    struct prose_scanner *scanner;
    const struct nb_text *text;
};

static void add_passage(struct gathering *gathering, struct passage passage)
{
    struct prose *prose = gathering->prose;
    const char *shadow = gathering->text->shadow + passage.span.start;
    prose->passages =
        xgrow(prose->passages, &prose->passage_room, prose->passage_count + 2, sizeof *prose->passages);
    passage.first = prose->token_count;
    prose->kinds = 0;
    prose_tokens(gathering->scanner, shadow, passage.span.end - passage.span.start, passage.span.start);
    passage.kinds = prose->kinds;
    prose->passages[prose->passage_count++] = passage;
    prose->passages[prose->passage_count].first = prose->token_count;
}

/* A section's head without its enumerator, or what is left of one. */
static struct nb_span behind_enumerator(const struct nb_block *section, const struct nb_text *text)
{
    struct nb_span span = {section->number_end, section->span.end};
    while (!section->ordinal && span.start < span.end && strchr("().\x01", text->shadow[span.start]))
        span.start++;
    return span;
}

static void walk(struct gathering *gathering, const struct nb_article *article,
                 const struct nb_block *section, const struct nb_block *blocks)
{
    for (const struct nb_block *block = blocks; block; block = block->next) {
        if (block->kind == NB_PARAGRAPH)
            add_passage(gathering,
                        (struct passage){.article = article, .section = section, .span = block->span});
        if (block->kind != NB_SECTION)
            continue;
        struct nb_span head = behind_enumerator(block, gathering->text);
        add_passage(gathering,
                    (struct passage){.article = article, .section = block, .span = head, .heads = true});
        walk(gathering, article, block, block->blocks);
    }
}

void prose_scan(struct prose *prose, const struct nb_report *report)
{
    struct gathering gathering = {prose, prose_open(prose), report->text};
    walk(&gathering, NULL, NULL, report->preamble);
    for (const struct nb_article *article = report->articles; article; article = article->next)
        walk(&gathering, article, NULL, article->blocks);
    prose_close(gathering.scanner);
}

void prose_discard(struct prose *prose)
{
    xfree(prose->tokens);
    xfree(prose->passages);
}

const struct passage *passages_of(const struct prose *prose, const struct nb_article *article,
                                  const struct passage **end)
{
    const struct passage *passage = prose->passages, *last = passage + prose->passage_count;
    if (prose->passage_count)
        passage += first_not_before(&passage->span.start, prose->passage_count, sizeof *passage,
                                    article->span.start);
    for (*end = passage; *end < last && (*end)->article == article;)
        ++*end;
    return passage;
}

bool token_leads(const struct prose *prose, const struct passage *passage, size_t token, const char *shadow)
{
    const struct prose_token *here = &prose->tokens[token],
                             *before = token > passage->first ? here - 1 : NULL;
    size_t from = before ? before->span.end : passage->span.start;
    if (before && before->kind != TOKEN_MARK && before->kind != TOKEN_CLOSE &&
        before->kind != TOKEN_ENUMERATOR)
        return false;
    for (; from < here->span.start; from++)
        if (!strchr(" \t\n\x01", shadow[from]))
            return false;
    return true;
}

struct nb_span sentence_from(const char *shadow, struct nb_span passage, size_t from)
{
    const char *end = shadow + passage.end, *stop = bytes_find(shadow + from, end, "。");
    const char *half = memchr(shadow + from, ';', (size_t)((stop ? stop : end) - shadow) - from);
    const char *at = half ? half + 1 : stop ? stop + 3 : end;
    while (at < end && *at == FOLD_FILLER)
        at++;
    return (struct nb_span){from, (size_t)(at - shadow)};
}

uint64_t words_hash(const char *shadow, struct nb_span span, size_t *length)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a, a character at once */
    *length = 0;
    for (size_t at = span.start, step; at < span.end; at += step) {
        unsigned char byte = (unsigned char)shadow[at];
        step = utf8_step(shadow + at);
        if (byte == ' ' || byte == '\t' || byte == '\n' || byte == FOLD_FILLER)
            continue;
        hash = (hash ^ (step == 3 ? utf8_three(shadow + at) : byte)) * UINT64_C(1099511628211);
        *length += step;
    }
    return hash;
}
