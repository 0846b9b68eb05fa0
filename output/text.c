/* text.c - writes the text that the scanner read, with " | " between the cells of a row and a line for each row. */
#include "output.h"

#include "text.h"

/* What stands for the separator or line break at `at`. `table`: inside a table; `order`: of which only the order of the cells is
 * known, so each has a line of its own, that a bar ends, with a bar more for each that is lost behind it. */
static const char *shown(const char *at, bool table, bool order)
{
    switch (*at) {
    case UNIT_SEPARATOR:
        return order ? at[1] == ROOM ? " |" : " |\n" : at[1] == RECORD_SEPARATOR ? " |" : " | ";
    case RECORD_SEPARATOR:
        return "\n";
    case '\n':
        return table ? " " : "\n";
    default:
        return "";
    }
}

static void text_report(FILE *file, const struct nb_report *report)
{
    static const char marks[] = {UNIT_SEPARATOR, RECORD_SEPARATOR, GROUP_SEPARATOR, SPAN_LEFT, SPAN_ABOVE, ROOM, '\n', '\0'};
    struct output out;
    const char *at = report->text->bytes, *end = at + report->text->length;
    bool table = false, order = false;
    output_begin(&out, file);
    while (at < end) {
        size_t run = strcspn(at, marks);
        output_bytes(&out, at, run);
        at += run;
        if (at == end)
            break;
        const struct text_table *opens = text_table_at(report->text, (size_t)(at - report->text->bytes));
        table ^= *at == GROUP_SEPARATOR;
        order = *at == GROUP_SEPARATOR ? table && opens && opens->known == TEXT_ORDER : order;
        output_string(&out, shown(at, table, order));
        at += !table && at[0] == GROUP_SEPARATOR && at[1] == '\n' ? 2 : 1; /* its last row or cell has ended the line */
    }
    if (report->text->length && end[-1] != '\n' && end[-1] != GROUP_SEPARATOR)
        output_char(&out, '\n');
    output_flush(&out);
}

static void nothing(FILE *file, size_t reports)
{
    (void)file, (void)reports;
}

const struct nb_writer text_writer = {"text", "\f", nothing, text_report, nothing, NULL};
