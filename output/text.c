/* text.c - writes the text that the scanner read, with " | " between the cells of a row and a line for each
 * row. */
#include "output.h"

#include "text.h"

/* What stands for the separator or line break at `at` of a table. A bar opens each row of a grid: nobody
 * takes its empty cells for some that were lost. Where only the order of the cells is known each has a line
 * of its own, that a bar ends, with a bar more for each that is lost behind it. */
static const char *shown(const char *at, enum text_grid known, bool spans)
{
    bool last = at[1] == RECORD_SEPARATOR;
    switch (*at) {
    case UNIT_SEPARATOR:
        return known == TEXT_ORDER ? at[1] == ROOM ? " |" : " |\n" : last ? " |" : " | ";
    case RECORD_SEPARATOR:
        return known == TEXT_GRID && at[1] != GROUP_SEPARATOR ? "\n| " : "\n";
    case GROUP_SEPARATOR:
        return known == TEXT_GRID ? "| " : "";
    case '\n':
        return " ";
    case SPAN_LEFT:
        return spans ? "<" : "";
    case SPAN_ABOVE:
        return spans ? "^" : "";
    default:
        return "";
    }
}

static void text_report(FILE *file, const struct nb_report *report)
{
    static const char marks[] = {
        UNIT_SEPARATOR, RECORD_SEPARATOR, GROUP_SEPARATOR, SPAN_LEFT, SPAN_ABOVE, ROOM, '\n', '\0'};
    struct output out;
    const char *at = report->text->bytes, *end = at + report->text->length;
    enum text_grid known = TEXT_GRID;
    bool table = false, spans = false;
    output_begin(&out, file);
    while (at < end) {
        size_t run = strcspn(at, marks);
        output_bytes(&out, at, run);
        at += run;
        if (at == end)
            break;
        const struct text_table *opens = text_table_at(report->text, (size_t)(at - report->text->bytes));
        bool edge = *at == GROUP_SEPARATOR;
        table ^= edge;
        known = !edge ? known : opens ? opens->known : TEXT_GRID;
        spans = !edge ? spans : opens && opens->spans && known == TEXT_GRID;
        output_string(&out, table ? shown(at, known, spans) : edge ? "" : "\n");
        at += !table && at[0] == GROUP_SEPARATOR && at[1] == '\n'
                  ? 2
                  : 1; /* its last row or cell has ended the line */
    }
    if (report->text->length && end[-1] != '\n' && end[-1] != GROUP_SEPARATOR)
        output_char(&out, '\n');
    output_flush(&out);
}

const struct nb_writer text_writer = {"text", .between = "\f", .report = text_report};
