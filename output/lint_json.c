/* lint_json.c - writes findings as one JSON document, and knows the formats of findings. */
#include "output.h"

static void walk_lint(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, OBJECT, "report", NULL);
    walk_source(sink, report);
    walk_findings(sink, report);
    sink->close(sink);
}

static void json_begin(FILE *file)
{
    fputs("{\"nianbao\": 1, \"reports\": [", file);
}

static void json_report(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                        const struct nb_lint_summary *before)
{
    (void)style;
    fputs(before->reports ? ",\n" : "\n", file);
    json_write(file, true, walk_lint, report);
}

/* Only where there are any, so that the document of a whole run is as it was. */
static void put_failures(FILE *file, const struct nb_failure *failure)
{
    if (!failure)
        return;
    const char *before = "\"failures\": [";
    for (; failure; failure = failure->next, before = ", ") {
        fprintf(file, "%s{\"source\": {\"name\": ", before);
        json_quote(file, failure->name);
        fputs("}, \"error\": ", file);
        json_quote(file, failure->why);
        putc('}', file);
    }
    fputs("], ", file);
}

static void json_end(FILE *file, const struct nb_lint_summary *summary)
{
    fputs("\n], ", file);
    put_failures(file, summary->failures);
    fprintf(file,
            "\"summary\": {\"reports\": %zu, \"errors\": %zu, \"warnings\": %zu, \"notes\": %zu, \"waived\": "
            "%zu}}\n",
            summary->reports, summary->errors, summary->warnings, summary->notes, summary->waived);
}

const struct nb_lint_writer lint_json_writer = {"json", json_begin, json_report, json_end};

const struct nb_lint_writer *nb_lint_writer_find(const char *format)
{
    static const struct nb_lint_writer *const writers[] = {&lint_text_writer, &lint_json_writer,
                                                           &lint_sarif_writer, &lint_html_writer};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (!strcmp(writers[i]->format, format))
            return writers[i];
    return NULL;
}

void nb_lint_count(struct nb_lint_summary *summary, const struct nb_report *report)
{
    summary->reports++;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next) {
        size_t *counts[] = {
            [NB_NOTE] = &summary->notes, [NB_WARNING] = &summary->warnings, [NB_ERROR] = &summary->errors};
        if (finding->waived || !finding->cause || finding->cause->waived)
            ++*(finding->waived ? &summary->waived : counts[finding->severity]);
    }
}
