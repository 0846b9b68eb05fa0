/* roles.c - what each article is about, told by its heading, and the tables in it with it. */
#include "arena.h"
#include "fold.h"
#include "forms.h"
#include "text.h"

#include <string.h>

const struct nb_article *article_at(const struct nb_report *report, size_t place)
{
    const struct nb_article *found = NULL;
    for (const struct nb_article *article = report->articles; article && article->span.start <= place;
         article = article->next)
        found = article;
    return found;
}

/* Whether the word stands at `at`, with blanks between its characters or without. */
static bool stands_at(const char *at, const char *end, const char *word)
{
    for (; *word && at < end; at++)
        if (*at == *word)
            word++;
        else if (*at != ' ' && *at != '\t' && *at != FOLD_FILLER)
            return false;
    return !*word;
}

static bool span_has(const struct nb_text *text, struct nb_span span, const char *word)
{
    const char *at = text->shadow + span.start, *end = text->shadow + span.end;
    char first[5] = "";
    memcpy(first, word, utf8_length((unsigned char)*word));
    for (; (at = bytes_find(at, end, first)); at++)
        if (stands_at(at, end, word))
            return true;
    return false;
}

static const char *role_of(const struct nb_report *report, const struct nb_form *form,
                           const struct nb_article *article)
{
    for (size_t a = 0; a < form->article_count; a++)
        for (const char *const *word = form->articles[a].words; *word; word++)
            if (span_has(report->text, article->span, *word))
                return form->articles[a].role;
    return "";
}

/* The article from which on the headings come again: everything before it is a table of contents. NULL if
 * they do not. */
static struct nb_article *end_of_contents(const struct nb_report *report)
{
    const struct nb_article *first = report->articles;
    for (struct nb_article *again = first ? first->next : NULL; again; again = again->next) {
        if (!*first->title || strcmp(first->title, again->title) != 0)
            continue;
        for (const struct nb_article *article = first; article != again; article = article->next)
            if (article->blocks && article->next != again)
                return NULL;
        return again;
    }
    return NULL;
}

/* A heading in a table of contents is a paragraph of the preamble, and so is what stands behind the last of
 * them. */
static void into_preamble(struct nb_report *report, const struct nb_article *article, struct nb_block ***end)
{
    struct nb_block *line = arena_alloc(report->arena, sizeof *line);
    line->kind = NB_PARAGRAPH;
    line->span = line->words = article->span;
    line->next = article->blocks;
    for (**end = line; **end; *end = &(**end)->next)
        ;
}

void drop_contents(struct nb_report *report)
{
    struct nb_article *start = end_of_contents(report);
    struct nb_block **end = &report->preamble;
    while (*end)
        end = &(*end)->next;
    for (; start && report->articles != start; report->articles = report->articles->next)
        into_preamble(report, report->articles, &end);
    int number = 0;
    for (struct nb_article *article = report->articles; article; article = article->next)
        article->number = ++number;
}

void assign_roles(struct nb_report *report)
{
    const struct nb_form *form = report->form ? report->form : &form_table[0];
    struct nb_grid *grid = report->grids;
    const char *role = "";
    for (struct nb_article *article = report->articles; article; article = article->next) {
        for (; grid && grid->span.start < article->span.start; grid = grid->next)
            grid->role = role;
        role = article->role = role_of(report, form, article);
    }
    for (; grid; grid = grid->next)
        grid->role = role;
}
