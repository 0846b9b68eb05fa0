/* lint_sarif.c - writes findings as SARIF 2.1.0: one run, with the catalogue, regions in code points, and
 * fixes where a text is known. */
#include "config.h"

#include "i18n.h"
#include "memory.h"
#include "output.h"
#include "text.h"

static void open_object(struct sink *sink, const char *name)
{
    sink->open(sink, OBJECT, name, NULL);
}

static void walk_text(struct sink *sink, const char *name, const char *text)
{
    open_object(sink, name);
    field_string(sink, "text", text);
    sink->close(sink);
}

/* The explanation of a rule in one piece. */
static void walk_help(struct sink *sink, const struct nb_rule *rule)
{
    char help[4096];
    snprintf(help, sizeof help, "%s\n\n%s\n\n✗ %s\n\n✓ %s", _(rule->mend), _(rule->source), rule->wrong,
             rule->right);
    walk_text(sink, "help", help);
}

static void walk_rules(struct sink *sink, const struct nb_report *report)
{
    (void)report;
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    sink->open(sink, LIST, "rules", NULL);
    for (size_t i = 0; i < count; i++) {
        open_object(sink, "rule");
        field_string(sink, "id", rules[i].id);
        field_string(sink, "name", rules[i].name);
        walk_text(sink, "shortDescription", _(rules[i].summary));
        walk_text(sink, "fullDescription", _(rules[i].checks));
        walk_help(sink, &rules[i]);
        open_object(sink, "defaultConfiguration");
        field_string(sink, "level", nb_severity_name(rules[i].severity));
        sink->close(sink);
        sink->close(sink);
    }
    sink->close(sink);
}

/* A path as a URI reference: bytes that may not stand in one as %XX. */
static void walk_path(struct sink *sink, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    char uri[3 * 4096 + 8];
    size_t used = 0;
    if (*path == '/')
        used = (size_t)snprintf(uri, sizeof uri, "file://");
    for (; *path && used < sizeof uri - 4; path++)
        used += (size_t)snprintf(uri + used, 4, strchr(plain, *path) ? "%c" : "%%%02X", (unsigned char)*path);
    open_object(sink, "artifactLocation");
    sink->field(sink, STRING, "uri", uri, used);
    sink->close(sink);
}

static void walk_region(struct sink *sink, const char *name, const struct nb_report *report,
                        struct nb_span span)
{
    struct nb_position start = nb_locate(report, span.start), end = nb_locate(report, span.end);
    if (end.line < start.line || (end.line == start.line && end.column < start.column))
        end = start;
    open_object(sink, name);
    field_number(sink, "startLine", start.line);
    field_number(sink, "startColumn", start.column);
    field_number(sink, "endLine", end.line);
    field_number(sink, "endColumn", end.column);
    sink->close(sink);
}

/* A place: lines and columns, or in words for a format without lines. */
static void walk_location(struct sink *sink, const struct nb_report *report, struct nb_span span,
                          const char *message)
{
    const char *place = nb_locate(report, span.start).place;
    open_object(sink, "location");
    open_object(sink, "physicalLocation");
    walk_path(sink, report->name);
    if (!place)
        walk_region(sink, "region", report, span);
    sink->close(sink);
    if (place) {
        sink->open(sink, LIST, "logicalLocations", NULL);
        open_object(sink, "logicalLocation");
        field_string(sink, "fullyQualifiedName", place);
        sink->close(sink);
        sink->close(sink);
    }
    if (message)
        walk_text(sink, "message", message);
    sink->close(sink);
}

static void walk_related(struct sink *sink, const struct nb_report *report, const struct nb_related *related)
{
    sink->open(sink, LIST, "relatedLocations", NULL);
    for (; related; related = related->next)
        walk_location(sink, report, related->span, related->message);
    sink->close(sink);
}

/* Whether the suggestion replaces exactly what stands at the place. */
static bool is_fix(const struct nb_report *report, const struct nb_finding *finding)
{
    size_t length = finding->span.end - finding->span.start;
    return finding->suggestion && finding->found && strlen(finding->found) == length &&
           !nb_locate(report, finding->span.start).place &&
           !memcmp(report->text->bytes + finding->span.start, finding->found, length);
}

static void walk_fix(struct sink *sink, const struct nb_report *report, const struct nb_finding *finding)
{
    sink->open(sink, LIST, "fixes", NULL);
    open_object(sink, "fix");
    walk_text(sink, "description", _(finding->rule->mend));
    sink->open(sink, LIST, "artifactChanges", NULL);
    open_object(sink, "artifactChange");
    walk_path(sink, report->name);
    sink->open(sink, LIST, "replacements", NULL);
    open_object(sink, "replacement");
    walk_region(sink, "deletedRegion", report, finding->span);
    walk_text(sink, "insertedContent", finding->suggestion);
    for (int open = 0; open < 6; open++)
        sink->close(sink);
}

static void walk_suppression(struct sink *sink, const struct nb_finding *finding)
{
    sink->open(sink, LIST, "suppressions", NULL);
    open_object(sink, "suppression");
    field_string(sink, "kind", "external");
    field_string(sink, "justification", finding->waiver);
    sink->close(sink);
    sink->close(sink);
}

static void walk_message(struct sink *sink, const struct nb_finding *finding)
{
    char *text = finding->detail ? xmalloc(strlen(finding->message) + strlen(finding->detail) + 2) : NULL;
    if (text)
        sprintf(text, "%s\n%s", finding->message, finding->detail);
    walk_text(sink, "message", text ? text : finding->message);
    xfree(text);
}

/* The first finding of a report. */
static void walk_result(struct sink *sink, const struct nb_report *report)
{
    const struct nb_finding *finding = report->findings;
    size_t count;
    open_object(sink, "result");
    field_string(sink, "ruleId", finding->rule->id);
    field_number(sink, "ruleIndex", (size_t)(finding->rule - nb_rules(&count)));
    field_string(sink, "level", nb_severity_name(finding->severity));
    walk_message(sink, finding);
    sink->open(sink, LIST, "locations", NULL);
    walk_location(sink, report, finding->span, NULL);
    sink->close(sink);
    if (finding->related)
        walk_related(sink, report, finding->related);
    if (is_fix(report, finding))
        walk_fix(sink, report, finding);
    if (finding->waived)
        walk_suppression(sink, finding);
    sink->close(sink);
}

static void sarif_begin(FILE *file)
{
    fputs("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
          "\"runs\": [{\n"
          "\"tool\": {\"driver\": {\"name\": \"nianbao\", \"version\": \"" PACKAGE_VERSION "\", \"rules\": ",
          file);
    json_write(file, true, walk_rules, NULL);
    fputs("}},\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [", file);
}

/* The list of results goes over all reports: each finding is written by itself, as the only one of a copy of
 * its report. */
static void sarif_report(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                         const struct nb_lint_summary *before)
{
    (void)style;
    struct nb_report copy = *report;
    bool first = !(before->errors + before->warnings + before->notes + before->waived);
    for (; copy.findings; copy.findings = copy.findings->next) {
        fputs(first ? "\n" : ",\n", file);
        json_write(file, false, walk_result, &copy);
        first = false;
    }
}

/* A file that could not be checked, carried as the name of a report without anything else. */
static void walk_notification(struct sink *sink, const struct nb_report *failed)
{
    open_object(sink, "notification");
    field_string(sink, "level", "error");
    walk_text(sink, "message", failed->title);
    sink->open(sink, LIST, "locations", NULL);
    open_object(sink, "location");
    open_object(sink, "physicalLocation");
    walk_path(sink, failed->name);
    for (int open = 0; open < 4; open++)
        sink->close(sink);
}

static void sarif_end(FILE *file, const struct nb_lint_summary *summary)
{
    const char *before =
        "\n],\n\"invocations\": [{\"executionSuccessful\": false, \"toolExecutionNotifications\": [\n";
    for (const struct nb_failure *failure = summary->failures; failure;
         failure = failure->next, before = ",\n") {
        const struct nb_report failed = {.name = failure->name, .title = failure->why};
        fputs(before, file);
        json_write(file, false, walk_notification, &failed);
    }
    fputs(summary->failures ? "]}]}]}\n" : "\n]}]}\n", file);
}

const struct nb_lint_writer lint_sarif_writer = {"sarif", sarif_begin, sarif_report, sarif_end};
