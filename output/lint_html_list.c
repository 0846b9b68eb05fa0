/* lint_html_list.c - the list of findings on the page: the worst first, causes above what follows, many of
 * one kind folded. */
#include "i18n.h"
#include "lint_html.h"
#include "memory.h"
#include "text.h"

#include <string.h>

/* So many of one kind stand in the list by themselves; with more, one looks for the next kind in vain. */
enum { FEW = 3 };

/* The part of the list behind those of the severities. */
enum { WAIVED = -1 };

/* Where a finding, or a place beside it, stands, in the reader's words. */
static void put_place(struct page *page, size_t offset, const struct nb_cell_ref *cell)
{
    char *words = place_in_words(page->report, offset, cell);
    html_string(page->file, words);
    xfree(words);
}

static void put_part(FILE *file, const char *class, const char *before, const char *text)
{
    if (!text)
        return;
    fprintf(file, "<span class=\"%s\">%s", class, before);
    html_string(file, text);
    fputs("</span>", file);
}

/* What is to be done stands first below the message: the value to write where there is one, else the rule's
 * advice; of what follows from another finding nothing, for that is mended with it. */
static void put_mend(FILE *file, const struct nb_finding *finding)
{
    if (finding->suggestion)
        put_part(file, "mend", _("Write: "), finding->suggestion);
    else if (!finding->cause)
        put_part(file, "mend", "", _(finding->rule->mend));
    put_part(file, "detail", "", finding->detail);
    put_part(file, "why", finding->waived ? _("waived: ") : _("lowered: "), finding->waiver);
}

/* The further places of a finding; those of a sum are its cells, which the table shows. */
static void put_related(struct page *page, const struct nb_finding *finding)
{
    if (!finding->related || finding->detail)
        return;
    fprintf(page->file, "<details><summary>%s</summary><ul>\n", _("Further places"));
    for (const struct nb_related *related = finding->related; related; related = related->next) {
        fputs("<li>", page->file);
        html_string(page->file, related->message);
        fputs(" <span class=\"where\">", page->file);
        put_place(page, related->span.start, NULL);
        fputs("</span></li>\n", page->file);
    }
    fputs("</ul></details>\n", page->file);
}

/* The rule's name in the reader's language, then the other one. */
static void put_rule(FILE *file, const struct nb_rule *rule)
{
    bool chinese = in_chinese();
    fprintf(file, "<span class=\"rule\" title=\"%s\">%s %s</span>", _(rule->summary),
            chinese ? rule->chinese : rule->name, chinese ? rule->name : rule->id);
}

static void put_entry(struct page *page, size_t index);

static void put_consequences(struct page *page, const struct nb_finding *cause)
{
    if (!cause->leads)
        return;
    fprintf(page->file, "<details open><summary>%s</summary><ol>\n", _("Of the same cause"));
    for (size_t i = 0; i < page->count; i++)
        if (page->findings[i]->cause == cause)
            put_entry(page, i);
    fputs("</ol></details>", page->file);
}

static void put_entry(struct page *page, size_t index)
{
    const struct nb_finding *finding = page->findings[index];
    FILE *file = page->file;
    const char *severity = nb_severity_name(finding->severity);
    fprintf(file, "<li id=\"r%zul%zu\" class=\"%s%s\"><a class=\"pin %s\" href=\"#r%zuf%zu\" aria-label=\"",
            page->number, index + 1, severity, finding->waived ? " waived" : "", severity, page->number,
            index + 1);
    fprintf(file, _("place of finding %zu"), index + 1);
    fprintf(file, "\">%zu</a> ", index + 1);
    fprintf(file, "<span class=\"severity\">%s</span> ", severity_word(finding->severity));
    html_string(file, finding->message);
    put_mend(file, finding);
    fputs("<span class=\"where\">", file);
    put_place(page, finding->span.start, finding->cell_count ? finding->cells : NULL);
    fputs(" · ", file);
    put_rule(file, finding->rule);
    fputs("</span>", file);
    put_related(page, finding);
    put_consequences(page, finding);
    fputs("</li>\n", file);
}

/* Whether a finding belongs to a part of the list: one severity, or what was waived; not what hangs under
 * another. */
static bool is_in(const struct nb_finding *finding, int part)
{
    return !finding->cause && part == (finding->waived ? WAIVED : (int)finding->severity);
}

/* How many findings of the part are of this one's rule: before it, and in all. */
static void count_alike(const struct page *page, size_t index, int part, size_t *before, size_t *all)
{
    *before = *all = 0;
    for (size_t i = 0; i < page->count; i++)
        if (is_in(page->findings[i], part) && page->findings[i]->rule == page->findings[index]->rule) {
            *before += i < index;
            ++*all;
        }
}

/* The rest of a kind, behind a line that says how many there are. */
static void put_rest(struct page *page, size_t index, int part, size_t more)
{
    fputs("<li class=\"rest\"><details><summary>", page->file);
    fprintf(page->file, _("%zu more of this kind: "), more);
    put_rule(page->file, page->findings[index]->rule);
    fputs("</summary><ol>\n", page->file);
    for (size_t i = index; i < page->count; i++)
        if (is_in(page->findings[i], part) && page->findings[i]->rule == page->findings[index]->rule)
            put_entry(page, i);
    fputs("</ol></details></li>\n", page->file);
}

/* The findings of a part, those of one rule together, in the order in which their first stands in the text.
 */
static void put_part_list(struct page *page, int part)
{
    for (size_t i = 0; i < page->count; i++) {
        size_t before, all, shown = 0;
        if (!is_in(page->findings[i], part))
            continue;
        count_alike(page, i, part, &before, &all);
        for (size_t k = i; !before && k < page->count; k++) {
            if (!is_in(page->findings[k], part) || page->findings[k]->rule != page->findings[i]->rule)
                continue;
            if (shown == FEW && all > FEW + 1) {
                put_rest(page, k, part, all - FEW);
                break;
            }
            put_entry(page, k);
            shown++;
        }
    }
}

static void put_part_head(struct page *page, int part, size_t count)
{
    const char *name = part == WAIVED ? "waived" : nb_severity_name((enum nb_severity)part);
    const char *words = part == WAIVED ? _("waived") : severity_word((enum nb_severity)part);
    fprintf(page->file, "<h3 id=\"r%zu%s\">", page->number, name);
    fprintf(page->file, _("%s (%zu)"), words, count);
    fputs("</h3>\n<ol>\n", page->file);
}

void html_list(struct page *page)
{
    fprintf(page->file,
            "<section class=\"findings\" aria-labelledby=\"r%zuh r%zut\"><h2 id=\"r%zuh\">%s</h2>\n",
            page->number, page->number, page->number, _("Findings"));
    if (!page->count)
        fprintf(page->file, "<p>%s</p>\n", _("Nothing was found."));
    for (int part = NB_ERROR; part >= WAIVED; part--) {
        size_t count = 0;
        for (size_t i = 0; i < page->count; i++)
            count += is_in(page->findings[i], part);
        if (!count)
            continue;
        put_part_head(page, part, count);
        put_part_list(page, part);
        fputs("</ol>\n", page->file);
    }
    fputs("</section>\n", page->file);
}
