/* csv.c - writes the cells of the statutory tables, or the facts of the prose, as CSV (RFC 4180): one line
 * each. */
#include "output.h"

#include "cell_ids.h"
#include "memory.h"

/* The lines of one report. `head`: source, agency and year, which open each of them. */
struct csv {
    struct output out;
    struct nb_arena *arena, *kept; /* of what is written next; of the head */
    const struct nb_report *report;
    const char *head;
    struct text_cursor at;
};

static bool needs_quotes(const char *value)
{
    return value[strcspn(value, ",\"\r\n")];
}

/* A field in quotes, with `mark` before the value. */
static const char *quoted(const struct csv *csv, const char *mark, const char *value)
{
    char *field = arena_room(csv->arena, strlen(mark) + 2 * strlen(value) + 3), *to = field;
    *to++ = '"';
    to = stpcpy(to, mark);
    for (; *value; *to++ = *value++)
        if (*value == '"')
            *to++ = '"';
    *to++ = '"';
    *to = '\0';
    return field;
}

/* What a field prints for a value; NULL is an empty one. */
static const char *field(const struct csv *csv, const char *value)
{
    return !value ? "" : needs_quotes(value) ? quoted(csv, "", value) : value;
}

/* A spreadsheet runs what begins so as a formula; the last four are what full-width input turns into the
 * first four. */
static bool is_formula(const char *value)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", NULL};
    if (!strchr("=+-@\t\r\xEF", *value)) /* as nearly all */
        return false;
    size_t length = string_opening(value, starts);
    /* A sign alone, and a number with its sign, calculate nothing. */
    return length && value[length] && value[length + strspn(value + length, "0123456789.,")];
}

/* What the file or its name says, made safe by the apostrophe that spreadsheets read as "this is text". */
static const char *said(const struct csv *csv, const char *value)
{
    if (!value || csv->report->csv_raw || !is_formula(value))
        return field(csv, value);
    return needs_quotes(value) ? quoted(csv, "'", value) : arena_printf(csv->arena, "'%s", value);
}

/* A field as it is printed, with a comma after it. */
static void write_field(struct csv *csv, const char *field)
{
    output_string(&csv->out, field);
    output_char(&csv->out, ',');
}

/* 0 is left empty. */
static void write_number(struct csv *csv, size_t number)
{
    if (number)
        output_decimal(&csv->out, number);
    output_char(&csv->out, ',');
}

/* The last field of a line has no comma. */
static void end_line(struct csv *csv)
{
    csv->out.used--;
    output_bytes(&csv->out, "\r\n", 2);
}

static void write_place(struct csv *csv, struct nb_span span)
{
    struct nb_position place = nb_locate(csv->report, span.start);
    write_number(csv, place.line);
    write_number(csv, place.column);
}

static void csv_open(struct csv *csv, FILE *file, const struct nb_report *report)
{
    csv->arena = arena_new();
    csv->kept = arena_new();
    csv->report = report;
    csv->head = arena_printf(csv->kept, "%s,%s,%s", said(csv, report->name), said(csv, report->agency),
                             report->year ? arena_printf(csv->arena, "%d", report->year) : "");
    csv->at = (struct text_cursor){0};
    output_begin(&csv->out, file);
}

static void csv_close(struct csv *csv)
{
    output_flush(&csv->out);
    arena_free(csv->arena);
    arena_free(csv->kept);
}

/* ---- cells ---- */

/* The label as the form prints it, below its heading; one with a number of its own ("1.属于国家秘密") says
 * enough. */
static const char *row_label(const struct csv *csv, const struct nb_form_row *row)
{
    bool numbered = row->label[0] >= '0' && row->label[0] <= '9', below = *row->heading && !numbered;
    return field(csv, below ? arena_printf(csv->arena, "%s/%s", row->heading, row->label) : row->label);
}

/* What opens the line of each cell of a row. By printf() it cost a fifth of all that is written. */
static const char *row_head(const struct csv *csv, const char *form, const struct nb_table *table,
                            const struct nb_row *row)
{
    const char *const parts[] = {csv->head, form, table->form->id, row->form->id};
    enum { PARTS = sizeof parts / sizeof *parts };
    size_t length = PARTS;
    for (size_t i = 0; i < PARTS; i++)
        length += strlen(parts[i]);
    char *head = arena_room(csv->arena, length), *to = head;
    for (size_t i = 0; i < PARTS; i++)
        to = stpcpy(to, parts[i]), *to++ = ',';
    to[-1] = '\0';
    return head;
}

/* `head` and `label` stand in all cells of the row. Plain digits are the value, too, and need no quotes. */
static void write_cell(struct csv *csv, const struct nb_form_column *column, const struct nb_cell *cell,
                       const char *head, const char *label)
{
    size_t place = cell->span.start;
    write_field(csv, head);
    write_field(csv, column->id);
    write_field(csv, label);
    write_field(csv, field(csv, column->label));
    write_field(csv, cell->value ? cell->value : "");
    write_field(csv, field(csv, cell->unit));
    write_field(csv, cell->raw == cell->value ? cell->raw : said(csv, cell->raw));
    write_field(csv, nb_status_name(cell->status));
    write_number(csv,
                 has_place(cell->span) ? text_position_near(csv->report->text, place, &csv->at).line : 0);
    end_line(csv);
}

static void write_row(struct csv *csv, const struct nb_table *table, const struct nb_row *row)
{
    const struct nb_report *report = csv->report;
    const char *form = report->form ? report->form->id : "", *label = row_label(csv, row->form);
    const char *head = row_head(csv, form, table, row);
    for (size_t i = 0; i < row->form->column_count; i++)
        if (row->cells[i].status != NB_MISSING || report->fill)
            write_cell(csv, &row->form->columns[i], &row->cells[i], head, label);
}

static void csv_report(FILE *file, const struct nb_report *report)
{
    struct csv csv;
    csv_open(&csv, file, report);
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            write_row(&csv, table, row);
    csv_close(&csv);
}

/* ---- facts ---- */

static void write_fact(struct csv *csv, const struct nb_fact *fact)
{
    const struct nb_text *text = csv->report->text;
    size_t length = fact->words.end - fact->words.start;
    write_field(csv, csv->head);
    write_number(csv, (size_t)fact->article);
    write_field(csv, fact->section ? said(csv, text_line(csv->arena, text, fact->section->words)) : "");
    write_field(csv, field(csv, fact->names->indicator));
    write_field(csv, field(csv, fact->quantity));
    write_field(csv, field(csv, fact->unit));
    write_field(csv, field(csv, fact->qualifier));
    write_field(csv, said(csv, arena_strndup(csv->arena, text->bytes + fact->words.start, length)));
    write_place(csv, fact->span);
    end_line(csv);
    arena_clear(csv->arena);
}

static void facts_report(FILE *file, const struct nb_report *report)
{
    struct csv csv;
    csv_open(&csv, file, report);
    for (const struct nb_fact *fact = report->facts; fact; fact = fact->next)
        write_fact(&csv, fact);
    csv_close(&csv);
}

/* ---- findings ---- */

static void write_finding(struct csv *csv, const struct nb_finding *finding)
{
    write_field(csv, csv->head);
    write_field(csv, finding->rule->id);
    write_field(csv, finding->rule->name);
    write_field(csv, nb_severity_name(finding->severity));
    write_place(csv, finding->span);
    write_field(csv, said(csv, finding->message));
    write_field(csv, said(csv, finding->expected));
    write_field(csv, said(csv, finding->found));
    write_field(csv, said(csv, finding->suggestion));
    char *place =
        place_in_words(csv->report, finding->span.start, finding->cell_count ? finding->cells : NULL);
    write_field(csv, said(csv, place));
    xfree(place);
    end_line(csv);
}

static void findings_report(FILE *file, const struct nb_report *report)
{
    struct csv csv;
    csv_open(&csv, file, report);
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        write_finding(&csv, finding);
    csv_close(&csv);
}

/* ---- one report a row ---- */

static void put_name(void *user, const struct cell_id *cell)
{
    fprintf(user, ",%s.%s.%s", cell->table->id, cell->row->id, cell->column->id);
}

static void wide_begin(FILE *file)
{
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
    struct csv *csv = user;
    const char *value = value_of(csv->report, cell);
    output_char(&csv->out, ',');
    if (value)
        output_string(&csv->out, value);
}

static void wide_report(FILE *file, const struct nb_report *report)
{
    struct csv csv;
    csv_open(&csv, file, report);
    write_field(&csv, csv.head);
    if (report->form)
        output_string(&csv.out, report->form->id);
    each_cell_id(put_value, &csv);
    output_bytes(&csv.out, "\r\n", 2);
    csv_close(&csv);
}

const struct nb_writer csv_findings_writer = {
    "csv",
    .head = "source,agency,year,rule,name,severity,line,column,message,expected,found,suggestion,place\r\n",
    .report = findings_report};
const struct nb_writer csv_wide_writer = {"csv", .head = "source,agency,year,form", .begin = wide_begin,
                                          .report = wide_report};
const struct nb_writer csv_facts_writer = {
    "csv",
    .head = "source,agency,year,article,section,indicator,quantity,unit,qualifier,text,line,column\r\n",
    .report = facts_report};
const struct nb_writer csv_writer = {
    "csv",
    .head = "source,agency,year,form,table,row,column,row_label,column_label,value,unit,raw,status,line\r\n",
    .report = csv_report};
