/* page.c - what a web page prints around the report is set apart before anything is read into it. */
#include "forms.h"
#include "text.h"

/* A list of blocks that grows at its end. */
struct pile {
    struct nb_block *first, **end;
};

static void add(struct pile *pile, struct nb_block *blocks)
{
    for (*pile->end = blocks; *pile->end; pile->end = &(*pile->end)->next)
        ;
}

/* From the first block on that stands at or behind `offset`, be it inside a section, blocks go from the list to the pile. */
static void cut(struct nb_block **list, size_t offset, struct pile *pile)
{
    for (; *list; list = &(*list)->next) {
        if ((*list)->span.start >= offset) {
            add(pile, *list);
            *list = NULL;
            return;
        }
        cut(&(*list)->blocks, offset, pile);
    }
}

/* A heading of the page that looks like an article's is a paragraph, followed by what it heads. */
static void add_article(struct pile *pile, const struct nb_report *report, const struct nb_article *article)
{
    struct nb_block *heading = arena_alloc(report->arena, sizeof *heading);
    heading->kind = NB_PARAGRAPH;
    heading->span = article->span;
    heading->number = heading->title = "";
    heading->text =
        arena_strndup(report->arena, report->text->bytes + article->span.start, article->span.end - article->span.start);
    heading->next = article->blocks;
    add(pile, heading);
}

void set_page_apart(struct nb_report *report)
{
    size_t start = report->text->body_start, end = report->text->body_end;
    if (start >= end)
        return;
    struct pile before = {.end = &before.first}, body = {.end = &body.first}, after = {.end = &after.first};
    cut(&report->preamble, start, &body);
    add(&before, report->preamble);
    int number = 0;
    for (struct nb_article **at = &report->articles; *at;) {
        struct nb_article *article = *at;
        if (article->span.start >= start && article->span.start < end) {
            cut(&article->blocks, end, &after);
            article->number = ++number;
            at = &article->next;
            continue;
        }
        bool early = article->span.start < start;
        if (early)
            cut(&article->blocks, start, &body);
        add_article(early ? &before : &after, report, article);
        *at = article->next;
    }
    cut(&body.first, end, &after);
    report->preamble = body.first;
    add(&before, after.first);
    report->furniture = before.first;
}
