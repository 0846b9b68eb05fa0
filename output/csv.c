/* csv.c - writes the cells of the statutory tables, or the facts of the prose, as CSV (RFC 4180): one line each. */
#include "output.h"

#include "cell_ids.h"
#include "memory.h"

static bool needs_quotes(const char *value)
{
    return value[strcspn(value, ",\"\r\n")];
}

static void write_doubled(struct output *out, const char *value)
{
    for (const char *quote; (quote = strchr(value, '"')); value = quote + 1) {
        output_bytes(out, value, (size_t)(quote - value) + 1);
        output_char(out, '"');
    }
    output_string(out, value);
}

/* A field with a comma after it. */
static void write_field(struct output *out, const char *value)
{
    if (value && needs_quotes(value)) {
        output_char(out, '"');
        write_doubled(out, value);
        output_char(out, '"');
    } else if (value) {
        output_string(out, value);
    }
    output_char(out, ',');
}

/* A spreadsheet runs what begins so as a formula; the last four are what full-width input turns into the first four. */
static bool is_formula(const char *value)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    size_t length = 0;
    for (size_t i = 0; i < sizeof starts / sizeof *starts && !length; i++)
        if (!strncmp(value, starts[i], strlen(starts[i])))
            length = strlen(starts[i]);
    /* A sign alone, and a number with its sign, calculate nothing. */
    return length && value[length] && value[length + strspn(value + length, "0123456789.,")];
}

/* What the file or its name says, made safe by the apostrophe that spreadsheets read as "this is text". */
static void write_said(struct output *out, const struct nb_report *report, const char *value)
{
    bool formula = value && !report->csv_raw && is_formula(value), quoted = formula && needs_quotes(value);
    if (!formula) {
        write_field(out, value);
        return;
    }
    output_string(out, quoted ? "\"'" : "'");
    write_doubled(out, value);
    output_string(out, quoted ? "\"," : ",");
}

/* A field with a comma after it; 0 is left empty. */
static void write_number(struct output *out, size_t number)
{
    char buffer[DECIMAL_SIZE];
    if (number)
        output_string(out, decimal(buffer, number));
    output_char(out, ',');
}

/* The last field of a line has no comma. */
static void end_line(struct output *out)
{
    out->used--;
    output_bytes(out, "\r\n", 2);
}

static void write_head(struct output *out, const struct nb_report *report)
{
    write_said(out, report, report->name);
    write_said(out, report, report->agency);
    write_number(out, (size_t)report->year);
}

static void write_place(struct output *out, const struct nb_report *report, struct nb_span span)
{
    struct nb_position place = nb_locate(report, span.start);
    write_number(out, place.line);
    write_number(out, place.column);
}

/* The label as the form prints it, below its heading; one with a number of its own ("1.属于国家秘密") says enough. */
static void write_row_label(struct output *out, const struct nb_form_row *row)
{
    char joined[512];
    bool numbered = row->label[0] >= '0' && row->label[0] <= '9';
    bool below = *row->heading && !numbered;
    snprintf(joined, sizeof joined, "%s%s%s", below ? row->heading : "", below ? "/" : "", row->label);
    write_field(out, joined);
}

static void write_cell(struct output *out, const struct nb_report *report, const struct nb_table *table, const struct nb_row *row,
                       size_t column)
{
    const struct nb_cell *cell = &row->cells[column];
    write_head(out, report);
    write_field(out, report->form ? report->form->id : NULL);
    write_field(out, table->form->id);
    write_field(out, row->form->id);
    write_field(out, row->form->columns[column].id);
    write_row_label(out, row->form);
    write_field(out, row->form->columns[column].label);
    write_field(out, cell->value);
    write_field(out, cell->unit);
    write_said(out, report, cell->raw);
    write_field(out, nb_status_name(cell->status));
    write_number(out, has_place(cell->span) ? nb_locate(report, cell->span.start).line : 0);
    end_line(out);
}

static void csv_begin(FILE *file, size_t reports)
{
    (void)reports;
    fputs("source,agency,year,form,table,row,column,row_label,column_label,value,unit,raw,status,line\r\n", file);
}

static void csv_report(FILE *file, const struct nb_report *report)
{
    struct output out;
    output_begin(&out, file);
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (size_t i = 0; i < row->form->column_count; i++)
                if (row->cells[i].status != NB_MISSING || report->fill)
                    write_cell(&out, report, table, row, i);
    output_flush(&out);
}

static void csv_end(FILE *file, size_t reports)
{
    (void)file, (void)reports;
}

/* ---- facts ---- */

static void write_fact(struct output *out, const struct nb_report *report, const struct nb_fact *fact)
{
    write_head(out, report);
    write_number(out, (size_t)fact->article);
    write_said(out, report, fact->section);
    write_field(out, fact->indicator);
    write_field(out, fact->quantity);
    write_field(out, fact->unit);
    write_field(out, fact->qualifier);
    write_said(out, report, fact->text);
    write_place(out, report, fact->span);
    end_line(out);
}

static void facts_begin(FILE *file, size_t reports)
{
    (void)reports;
    fputs("source,agency,year,article,section,indicator,quantity,unit,qualifier,text,line,column\r\n", file);
}

static void facts_report(FILE *file, const struct nb_report *report)
{
    struct output out;
    output_begin(&out, file);
    for (const struct nb_fact *fact = report->facts; fact; fact = fact->next)
        write_fact(&out, report, fact);
    output_flush(&out);
}

/* ---- findings ---- */

static void write_finding(struct output *out, const struct nb_report *report, const struct nb_finding *finding)
{
    write_head(out, report);
    write_field(out, finding->rule->id);
    write_field(out, finding->rule->name);
    write_field(out, nb_severity_name(finding->severity));
    write_place(out, report, finding->span);
    write_said(out, report, finding->message);
    write_said(out, report, finding->expected);
    write_said(out, report, finding->found);
    write_said(out, report, finding->suggestion);
    char *place = place_in_words(report, finding->span.start, finding->cell_count ? finding->cells : NULL);
    write_said(out, report, place);
    xfree(place);
    end_line(out);
}

static void findings_begin(FILE *file, size_t reports)
{
    (void)reports;
    fputs("source,agency,year,rule,name,severity,line,column,message,expected,found,suggestion,place\r\n", file);
}

static void findings_report(FILE *file, const struct nb_report *report)
{
    struct output out;
    output_begin(&out, file);
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        write_finding(&out, report, finding);
    output_flush(&out);
}

/* ---- one report a row ---- */

struct wide {
    struct output out;
    const struct nb_report *report;
};

static void put_name(void *user, const struct cell_id *cell)
{
    fprintf(user, ",%s.%s.%s", cell->table->id, cell->row->id, cell->column->id);
}

static void wide_begin(FILE *file, size_t reports)
{
    (void)reports;
    fputs("source,agency,year,form", file);
    each_cell_id(put_name, file);
    fputs("\r\n", file);
}

/* The value of the report's cell with these names, or NULL. */
static const char *value_of(const struct nb_report *report, const struct cell_id *cell)
{
    const struct nb_row *row = nb_row_find(nb_table_find(report, cell->table->id), cell->row->id);
    int column = nb_column_find(row, cell->column->id);
    return column < 0 ? NULL : row->cells[column].value;
}

static void put_value(void *user, const struct cell_id *cell)
{
    struct wide *wide = user;
    output_char(&wide->out, ',');
    const char *value = value_of(wide->report, cell);
    if (value)
        output_string(&wide->out, value);
}

static void wide_report(FILE *file, const struct nb_report *report)
{
    struct wide wide = {.report = report};
    output_begin(&wide.out, file);
    write_head(&wide.out, report);
    if (report->form)
        output_string(&wide.out, report->form->id);
    each_cell_id(put_value, &wide);
    output_bytes(&wide.out, "\r\n", 2);
    output_flush(&wide.out);
}

const struct nb_writer csv_findings_writer = {"csv", "", findings_begin, findings_report, csv_end, NULL};
const struct nb_writer csv_wide_writer = {"csv", "", wide_begin, wide_report, csv_end, NULL};
const struct nb_writer csv_facts_writer = {"csv", "", facts_begin, facts_report, csv_end, NULL};
const struct nb_writer csv_writer = {"csv", "", csv_begin, csv_report, csv_end, NULL};
