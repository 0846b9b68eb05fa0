/* passages.c - gathers the prose of a report: the paragraphs and section heads of preamble and articles, in order. */
#include "arena.h"
#include "fold.h"
#include "prose.h"
#include "text.h"

#include <stdlib.h>
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
    if (prose->passage_count == prose->passage_room) {
        prose->passage_room = prose->passage_room ? prose->passage_room * 2 : 64;
        prose->passages = xrealloc(prose->passages, prose->passage_room * sizeof *prose->passages);
    }
    passage.first = prose->token_count;
    prose_tokens(gathering->scanner, shadow, passage.span.end - passage.span.start, passage.span.start);
    passage.count = prose->token_count - passage.first;
    prose->passages[prose->passage_count++] = passage;
}

/* A section's head without its enumerator, or what is left of one. */
static struct nb_span behind_enumerator(const struct nb_block *section, const struct nb_text *text)
{
    struct nb_span span = section->span;
    size_t number = strlen(section->number);
    if (number <= span.end - span.start && !memcmp(text->bytes + span.start, section->number, number))
        span.start += number;
    while (!section->ordinal && span.start < span.end && strchr("().\x01", text->shadow[span.start]))
        span.start++;
    return span;
}

/* Lines of a page that is set in lines (a PDF's text) are this long at most, in characters; paragraphs of web pages are mostly
 * longer. */
enum { SHORTEST_LINE = 15, LONGEST_LINE = 60 };

static bool ends_sentence(const char *end)
{
    return strchr(".!?;:", end[-1]) || !memcmp(end - 3, "。", 3) || !memcmp(end - 3, "…", 3) || !memcmp(end - 3, "”", 3);
}

/* Whether the next block is the next line of the same paragraph: a line that is full and ends in mid-sentence, and another just
 * below. */
static bool goes_on(const struct nb_text *text, const struct nb_block *block)
{
    const struct nb_block *next = block->next;
    if (block->kind != NB_PARAGRAPH || !next || next->kind != NB_PARAGRAPH)
        return false;
    const char *start = text->shadow + block->span.start, *end = text->shadow + block->span.end;
    size_t characters = 0, breaks = 0;
    for (const char *at = start; at < end && characters <= LONGEST_LINE; at++)
        characters += (*at & 0xC0) != 0x80 && *at != FOLD_FILLER;
    for (const char *at = end; at < text->shadow + next->span.start; at++)
        breaks += *at == '\n';
    while (end - start > 3 && strchr(" \t\x01", end[-1]))
        end--;
    return breaks == 1 && characters >= SHORTEST_LINE && characters <= LONGEST_LINE && !ends_sentence(end);
}

static void walk(struct gathering *gathering, const struct nb_article *article, const struct nb_block *section,
                 const struct nb_block *blocks)
{
    for (const struct nb_block *block = blocks; block; block = block->next) {
        struct nb_span span = block->span;
        while (goes_on(gathering->text, block)) {
            block = block->next;
            span.end = block->span.end;
        }
        if (block->kind == NB_PARAGRAPH)
            add_passage(gathering, (struct passage){.article = article, .block = block, .section = section, .span = span});
        if (block->kind != NB_SECTION)
            continue;
        struct nb_span head = behind_enumerator(block, gathering->text);
        add_passage(gathering, (struct passage){.article = article, .block = block, .section = block, .span = head});
        walk(gathering, article, block, block->blocks);
    }
}

void prose_scan(struct prose *prose, const struct nb_report *report)
{
    *prose = (struct prose){0};
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

bool token_leads(const struct prose *prose, const struct passage *passage, size_t token, const char *shadow)
{
    const struct token *here = &prose->tokens[token], *before = token > passage->first ? here - 1 : NULL;
    size_t from = before ? before->span.end : passage->span.start;
    if (before && before->kind != TOKEN_MARK && before->kind != TOKEN_CLOSE && before->kind != TOKEN_ENUMERATOR)
        return false;
    for (; from < here->span.start; from++)
        if (!strchr(" \t\n\x01", shadow[from]))
            return false;
    return true;
}
