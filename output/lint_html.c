/* lint_html.c - writes findings as one page that needs nothing else: summary, findings, the report as read
 * with marks at their places. */
#include "lint_html.h"
#include "grid.h"

#include "i18n.h"
#include "lint-css.h"
#include "memory.h"
#include "text.h"

void html_text(FILE *file, const char *bytes, size_t length)
{
    for (const char *end = bytes + length; bytes < end; bytes++) {
        if (*bytes == '<')
            fputs("&lt;", file);
        else if (*bytes == '>')
            fputs("&gt;", file);
        else if (*bytes == '&')
            fputs("&amp;", file);
        else if (*bytes == '"')
            fputs("&quot;", file);
        else
            putc((unsigned char)*bytes < 0x20 || *bytes == 0x7F ? ' ' : *bytes, file);
    }
}

void html_string(FILE *file, const char *string)
{
    html_text(file, string, strlen(string));
}

/* ---- marks in the text ---- */

void html_pin(struct page *page, size_t finding)
{
    const struct nb_finding *one = page->findings[finding];
    fprintf(page->file, "<a class=\"pin %s\" id=\"r%zuf%zu\" href=\"#r%zul%zu\" title=\"",
            nb_severity_name(one->severity), page->number, finding + 1, page->number, finding + 1);
    html_string(page->file, one->message);
    fputs("\" aria-label=\"", page->file);
    fprintf(page->file, _("finding %zu"), finding + 1);
    fprintf(page->file, "\">%zu</a>", finding + 1);
    page->pinned[finding] = true;
}

void html_pins_before(struct page *page, size_t offset)
{
    for (; page->next < page->count && page->findings[page->next]->span.start < offset; page->next++)
        if (!page->pinned[page->next])
            html_pin(page, page->next);
}

void html_covered(struct page *page, size_t from, size_t to)
{
    html_text(page->file, page->report->text->shown + from, to - from);
}

/* The text under a span; a finding that stands in it is marked, and those that begin within another's mark
 * add only their pin. */
static void put_span(struct page *page, struct nb_span span)
{
    size_t at = span.start;
    html_pins_before(page, span.start);
    while (page->next < page->count && page->findings[page->next]->span.start < span.end) {
        const struct nb_finding *finding = page->findings[page->next];
        size_t start = finding->span.start > at ? finding->span.start : at;
        size_t end = finding->span.end < span.end ? finding->span.end : span.end;
        html_covered(page, at, start);
        if (!page->pinned[page->next])
            html_pin(page, page->next);
        page->next++;
        if (end > start) {
            fprintf(page->file, "<mark class=\"%s\">", nb_severity_name(finding->severity));
            html_covered(page, start, end);
            fputs("</mark>", page->file);
        }
        at = end > start ? end : start;
    }
    html_covered(page, at, span.end);
}

/* ---- the report as read ---- */

/* A statutory table is drawn where its first part stands. */
static void put_grid(struct page *page, const struct nb_grid *grid, bool *drawn)
{
    size_t index = 0;
    if (!grid->form) {
        html_pins_before(page, grid->span.end);
        html_grid(page, grid);
        return;
    }
    for (const struct nb_table *table = page->report->tables; table; table = table->next, index++)
        if (table->form == grid->form && !drawn[index]) {
            drawn[index] = true;
            html_table(page, table);
        }
    html_pins_before(page, grid->span.end);
}

static void put_blocks(struct page *page, const struct nb_block *blocks, bool *drawn)
{
    for (const struct nb_block *block = blocks; block; block = block->next) {
        if (block->kind == NB_TABLE) {
            put_grid(page, block->grid, drawn);
            continue;
        }
        fputs(block->kind == NB_SECTION ? "<section><h3>" : "<p>", page->file);
        put_span(page, block->span);
        fputs(block->kind == NB_SECTION ? "</h3>\n" : "</p>\n", page->file);
        if (block->kind == NB_SECTION) {
            put_blocks(page, block->blocks, drawn);
            fputs("</section>\n", page->file);
        }
    }
}

static void put_body(struct page *page)
{
    size_t tables = 0;
    for (const struct nb_table *table = page->report->tables; table; table = table->next)
        tables++;
    bool *drawn = xmalloc(tables + 1);
    memset(drawn, false, tables + 1);
    fprintf(page->file, "<section class=\"report\" id=\"r%zureport\" lang=\"zh\">\n", page->number);
    put_blocks(page, page->report->preamble, drawn);
    for (const struct nb_article *article = page->report->articles; article; article = article->next) {
        fputs("<section><h2>", page->file);
        put_span(page, article->span);
        fputs("</h2>\n", page->file);
        put_blocks(page, article->blocks, drawn);
        fputs("</section>\n", page->file);
    }
    size_t index = 0;
    for (const struct nb_table *table = page->report->tables; table; table = table->next, index++)
        if (table->printed && !drawn[index])
            html_table(page, table);
    fputs("<p>", page->file);
    html_pins_before(page, SIZE_MAX);
    fputs("</p></section>\n", page->file);
    xfree(drawn);
}

/* ---- summary and list ---- */

/* How many, and the way to the first of them; `report` is 0 where there is no list. None is no alarm. */
static void put_chip(FILE *file, size_t report, const char *class, const char *words, size_t count)
{
    fprintf(file, "<li class=\"%s\">", count ? class : "none");
    if (report && count)
        fprintf(file, "<a href=\"#r%zu%s\"><b>%zu</b> %s</a></li>", report, class, count, words);
    else
        fprintf(file, "<b>%zu</b> %s</li>", count, words);
}

static void put_summary(FILE *file, size_t report, const struct nb_lint_summary *summary)
{
    fputs("<ul class=\"chips\">", file);
    put_chip(file, report, "error", _("errors"), summary->errors);
    put_chip(file, report, "warning", _("warnings"), summary->warnings);
    put_chip(file, report, "note", _("notes"), summary->notes);
    if (summary->waived)
        put_chip(file, report, "waived", _("waived"), summary->waived);
    fputs("</ul>\n", file);
}

static void put_head(struct page *page)
{
    const struct nb_report *report = page->report;
    struct nb_lint_summary summary = {0};
    nb_lint_count(&summary, report);
    fprintf(page->file, "<header><h1 lang=\"zh\" id=\"r%zut\">", page->number);
    if (report->title)
        put_span(page, report->title_span);
    else
        html_string(page->file, _("(no title)"));
    fputs("</h1>\n<p class=\"meta\">", page->file);
    html_string(page->file, report->name);
    if (report->form)
        fprintf(page->file, " · %s", report->form->name);
    if (report->agency)
        fputs(" · ", page->file), html_string(page->file, report->agency);
    fputs("</p>\n", page->file);
    put_summary(page->file, page->number, &summary);
    fputs("</header>\n", page->file);
}

/* Whether a cell of the printed tables has this status. */
static bool has_status(const struct nb_report *report, enum nb_status status)
{
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->printed ? table->rows : NULL; row; row = row->next)
            for (size_t i = 0; i < row->form->column_count; i++)
                if (row->cells[i].status == status)
                    return true;
    return false;
}

const char *html_status_words(enum nb_status status)
{
    static const char *const words[] = {
        [NB_PLACED] = N_("column inferred"),
        [NB_AMBIGUOUS] = N_("several columns fit"),
        [NB_SUSPECT] = N_("contradicts the sums"),
        [NB_BLANK] = N_("blank"),
        [NB_NA] = N_("not applicable"),
        [NB_MISSING] = N_("not in the report"),
        [NB_UNREAD] = N_("could not be read"),
        [NB_DERIVED] = N_("computed"),
    };
    return (size_t)status < sizeof words / sizeof *words && words[status] ? _(words[status]) : NULL;
}

/* What the colours of cells mean, those that this report has. */
static void put_legend(struct page *page)
{
    bool any = false;
    for (int status = NB_GIVEN; status <= NB_UNREAD; status++) {
        const char *words = html_status_words((enum nb_status)status);
        if (!words || !has_status(page->report, (enum nb_status)status))
            continue;
        if (!any)
            fprintf(page->file, "<p class=\"legend\">%s ", _("Cells:"));
        any = true;
        fprintf(page->file, "<i class=\"%s\">%s</i>", nb_status_name((enum nb_status)status), words);
    }
    if (any)
        fputs("</p>\n", page->file);
}

/* ---- the document ---- */

static void html_begin(FILE *file)
{
    /* Translators: the language of these messages, as in HTML's lang attribute. */
    const char *language = _("en");
    fprintf(file, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", language);
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", file);
    fprintf(file, "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", _("Findings"),
            lint_css);
}

static void html_report(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                        const struct nb_lint_summary *before)
{
    (void)style;
    struct page page = {.file = file, .report = report, .number = before->reports + 1};
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        page.count++;
    page.findings = xmalloc((page.count + 1) * sizeof *page.findings);
    page.pinned = xmalloc(page.count + 1);
    memset(page.pinned, false, page.count + 1);
    size_t index = 0;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        page.findings[index++] = finding;
    fprintf(file, "<article>\n<a class=\"skip\" href=\"#r%zureport\">%s</a>\n", page.number,
            _("Skip the list of findings"));
    put_head(&page);
    fputs("<div class=\"beside\">\n", file);
    html_list(&page);
    fputs("<div class=\"paper\">\n", file);
    put_legend(&page);
    put_body(&page);
    fputs("</div></div>\n</article>\n", file);
    xfree(page.findings);
    xfree(page.pinned);
}

static void put_failures(FILE *file, const struct nb_failure *failure)
{
    fprintf(file, "<article><section class=\"findings\"><h2>%s</h2>\n<ul>\n", _("Not checked"));
    for (; failure; failure = failure->next) {
        fputs("<li class=\"error\">", file);
        html_string(file, failure->name);
        fputs(": ", file);
        html_string(file, failure->why);
        fputs("</li>\n", file);
    }
    fputs("</ul></section></article>\n", file);
}

static void html_end(FILE *file, const struct nb_lint_summary *summary)
{
    if (summary->failures)
        put_failures(file, summary->failures);
    if (summary->reports > 1) {
        fprintf(file, "<article><footer><h2>%s</h2>\n", _("All reports"));
        put_summary(file, 0, summary);
        fputs("</footer></article>\n", file);
    }
    fputs("</main>\n</body>\n</html>\n", file);
}

const struct nb_lint_writer lint_html_writer = {"html", html_begin, html_report, html_end};
