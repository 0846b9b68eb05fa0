/* sample.c - short texts for the tests of the core: compiled, and what came of them as one line to compare.
 */
#include "sample.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct nb_text *sample_text(struct nb_arena *arena, const char *string)
{
    size_t length = strlen(string);
    char *bytes = arena_alloc(arena, length + 2);
    memcpy(bytes, string, length);
    return text_plain(arena, bytes, length, "UTF-8");
}

struct nb_text *sample_table_text(struct nb_arena *arena, const char *string)
{
    static const char marks[] = "|/<^~";
    static const char separators[] = {UNIT_SEPARATOR, RECORD_SEPARATOR, SPAN_LEFT, SPAN_ABOVE, ROOM};
    struct text_builder *builder = text_begin(arena, NULL, 0);
    bool table = false;
    for (const char *at = string; *at; at++) {
        const char *mark = table ? strchr(marks, *at) : NULL;
        bool cell = mark && (*mark != '/' || at[-1] == '|');
        if (!table && (*at == '[' || *at == '{'))
            text_table(builder, *at == '{' ? TEXT_ORDER : TEXT_GRID, true, 0);
        else if (table && (*at == ']' || *at == '}'))
            text_separator(builder, GROUP_SEPARATOR, 0);
        else if (cell && (at[1] != '|' || *mark == '|' || at[-1] == '|'))
            text_separator(builder, separators[mark - marks], 0);
        else
            text_append(builder, at, 1, 0);
        table = *at == '[' || *at == '{' ? true : *at == ']' || *at == '}' ? false : table;
    }
    return text_end(builder, "text", "UTF-8");
}

struct nb_report *sample_report(const char *string, bool fill)
{
    struct nb_error error = {""};
    struct nb_options options = {
        .size = sizeof options, .format = *string == '<' ? "html" : "text", .fill = fill};
    struct nb_report *report = nb_compile("sample", string, strlen(string), &options, &error);
    CU_ASSERT_STRING_EQUAL(error.message, "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(report);
    return report;
}

/* The report of 2022 whose article is printed so: lines of text, or what stands in a page. */
static struct nb_report *under_heading(const char *heading, const char *printed)
{
    static const char line[] = "云川县2022年政府信息公开工作年度报告\n%s\n%s",
                      page[] =
                          "<html><body><p>云川县2022年政府信息公开工作年度报告</p><p>%s</p>%s</body></html>";
    const char *form = *printed == '<' ? page : line;
    size_t size = sizeof page + strlen(heading) + strlen(printed);
    char *string = malloc(size);
    snprintf(string, size, form, heading, printed);
    struct nb_report *report = sample_report(string, false);
    free(string);
    return report;
}

struct nb_report *sample_applications(const char *table)
{
    return under_heading("三、收到和处理政府信息公开申请情况", table);
}

struct nb_report *sample_disclosure(const char *table)
{
    return under_heading("二、主动公开政府信息情况", table);
}

struct nb_report *sample_review(const char *table)
{
    return under_heading("四、政府信息公开行政复议、行政诉讼情况", table);
}

struct nb_report *sample_whole(const char *string)
{
    return sample_report(string, false);
}

struct nb_report *sample_full_applications(const char *const changes[])
{
    const struct nb_form_table *table = &nb_form_find("2021")->tables[1];
    char text[8 * SAMPLE_SIZE] = "";
    for (size_t r = 0, at = 0; r < table->row_count; r++) {
        const char *values = "0 0 0 0 0 0 0", *group = table->rows[r].group;
        for (const char *const *change = changes; *change; change += 2)
            values = strcmp(change[0], table->rows[r].id) == 0 ? change[1] : values;
        bool opens = *group && (!r || strcmp(group, table->rows[r - 1].group) != 0);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s%s\n", opens ? group : "", opens ? "\n" : "",
                               table->rows[r].label);
        for (const char *value = values; *value; value += strspn(value, " ")) {
            int length = (int)strcspn(value, " ");
            at += (size_t)snprintf(text + at, sizeof text - at, "%.*s\n", length, value);
            value += length;
        }
    }
    return sample_applications(text);
}

static const struct nb_row *find(const struct nb_report *report, const char *table_id, const char *row_id)
{
    const struct nb_table *table = nb_table_find(report, table_id);
    for (const struct nb_row *row = table ? table->rows : NULL; row; row = row->next)
        if (strcmp(row->form->id, row_id) == 0)
            return row;
    return NULL;
}

static const char *show_cells(const struct nb_row *row, bool units, char *buffer)
{
    static const char *const marks[] = {"", "_", "/", "p", "a", "!", ".", "d", "?"};
    *buffer = '\0';
    for (size_t c = 0, at = 0; row && c < row->form->column_count; c++) {
        const struct nb_cell *cell = &row->cells[c];
        bool words = !cell->value && *cell->raw && cell->status != NB_NA, unit = units && *cell->unit;
        at += (size_t)snprintf(
            buffer + at, SAMPLE_SIZE - at, "%s%s%s%s%s%s%s%s", c ? " " : "", words ? "'" : "",
            cell->value ? cell->value
            : words     ? cell->raw
                        : "",
            words ? "'" : "", unit ? "[" : "", unit ? cell->unit : "", unit ? "]" : "", marks[cell->status]);
    }
    return row ? buffer : "no row";
}

const char *sample_cells(const struct nb_report *report, const char *table, const char *row, char *buffer)
{
    return show_cells(find(report, table, row), false, buffer);
}

/* ---- cases ---- */

/* How many findings of a rule there are, as the case has it: a number, or "some". */
static const char *show_findings(const struct nb_report *report, const char *rule, bool any, char *buffer)
{
    size_t count = sample_findings(report, rule);
    snprintf(buffer, SAMPLE_SIZE, any && count ? "some" : "%zu", count);
    return buffer;
}

/* Whether what is found of a report is what one part of a case expects: "ROW CELLS" or "RULE: COUNT". */
static bool is_found(const struct nb_report *report, char *part, int line)
{
    char buffer[SAMPLE_SIZE], *expected = strchr(part, ' ');
    const struct nb_row *row = NULL;
    *expected++ = '\0';
    bool rule = expected[-2] == ':';
    if (rule)
        expected[-2] = '\0';
    for (const struct nb_table *table = report->tables; table && !row; table = table->next)
        row = find(report, table->form->id, part);
    const char *found = rule ? show_findings(report, part, !strcmp(expected, "some"), buffer)
                             : show_cells(row, strchr(expected, '['), buffer);
    bool same = strcmp(found, expected) == 0;
    if (!same)
        printf("\nline %d: %s gives %s, not %s", line, part, found, expected);
    return same;
}

void sample_check(const struct sample_case *cases, size_t count)
{
    for (const struct sample_case *at = cases; at < cases + count; at++) {
        struct nb_report *report = at->compile(at->printed);
        char *parts = strdup(at->expected);
        for (char *part = parts, *next; part; part = next) {
            next = strstr(part, "; ");
            if (next)
                *next = '\0', next += 2;
            CU_ASSERT(is_found(report, part, at->line));
        }
        free(parts);
        nb_report_free(report);
    }
}

const struct nb_finding *sample_finding(const struct nb_report *report, const char *rule)
{
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        if (strcmp(finding->rule->name, rule) == 0)
            return finding;
    return NULL;
}

size_t sample_findings(const struct nb_report *report, const char *rule)
{
    size_t count = 0;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        count += strcmp(finding->rule->name, rule) == 0;
    return count;
}
