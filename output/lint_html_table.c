/* lint_html_table.c - draws the statutory tables as the official form looks, each cell coloured by its status
 * and findings. */
#include "forms.h"
#include "grid.h"
#include "i18n.h"
#include "lint_html.h"

#include "text.h"

/* What findings say of a cell: `worst` is that of the finding that is about it (of a whole row: about what
 * the row prints), -1 without any; `addend` tells that it is named beside
 * another cell; `to_pin` is the first of its findings without a mark, or the number of findings. */
struct verdict {
    int worst;
    bool addend;
    size_t to_pin;
};

static struct verdict judge(const struct page *page, const struct nb_table *table, const struct nb_row *row,
                            size_t column)
{
    struct verdict verdict = {-1, false, page->count};
    for (size_t i = 0; i < page->count; i++) {
        const struct nb_finding *finding = page->findings[i];
        for (size_t c = 0; c < finding->cell_count; c++) {
            const struct nb_cell_ref *cell = &finding->cells[c];
            if (strcmp(cell->row, row->form->id) || strcmp(cell->column, row->form->columns[column].id) ||
                strcmp(cell->table, table->form->id))
                continue;
            if (c && finding->detail)
                verdict.addend = true;
            else if ((!c || *row->cells[column].raw) && (int)finding->severity > verdict.worst)
                verdict.worst = (int)finding->severity;
            if (!c && !page->pinned[i] && verdict.to_pin == page->count)
                verdict.to_pin = i;
        }
    }
    return verdict;
}

/* Marks that one cell may hold; more are set behind the table. */
enum { MOST_PINS = 8 };

static void put_value(struct page *page, const struct nb_cell *cell)
{
    if (*cell->raw && strlen(cell->raw) == cell->span.end - cell->span.start)
        html_covered(page, cell->span.start, cell->span.end);
    else
        html_string(page->file, *cell->raw ? cell->raw : cell->value ? cell->value : "");
}

/* A label of the form with the marks that the form is printed with. */
static void put_label(struct page *page, const char *label)
{
    html_string(page->file, form_words(page->report->arena, label));
}

/* `span` is the number of columns that the cell takes. */
static void put_cell(struct page *page, const struct nb_table *table, const struct nb_row *row, size_t column,
                     size_t span)
{
    static const char *const classes[] = {
        [NB_NOTE] = " f-note", [NB_WARNING] = " f-warning", [NB_ERROR] = " f-error"};
    const struct nb_cell *cell = &row->cells[column];
    struct verdict verdict = judge(page, table, row, column);
    bool total = !strcmp(row->form->columns[column].id, "total");
    fprintf(page->file, "<td colspan=\"%zu\" class=\"%s%s%s\" title=\"", span, nb_status_name(cell->status),
            total ? " total" : "",
            verdict.worst >= 0 ? classes[verdict.worst]
            : verdict.addend   ? " f-addend"
                               : "");
    put_label(page, row->form->label);
    fputs(" · ", page->file);
    put_label(page, row->form->columns[column].label);
    const char *words = html_status_words(cell->status);
    if (words)
        fprintf(page->file, " · %s", words);
    fputs("\">", page->file);
    put_value(page, cell);
    for (int pins = 0; pins < MOST_PINS && verdict.to_pin < page->count; pins++) {
        html_pin(page, verdict.to_pin);
        verdict = judge(page, table, row, column);
    }
    fputs("</td>", page->file);
}

/* The cells of a row; the last one is as wide as it takes to fill `width` columns. */
static void put_cells(struct page *page, const struct nb_table *table, const struct nb_row *row, size_t width)
{
    size_t count = row->form->column_count;
    for (size_t i = 0; i < count; i++)
        put_cell(page, table, row, i, i + 1 == count && width > count ? width - i : 1);
}

/* A header cell over some rows and columns. */
static void put_header(struct page *page, const char *class, size_t rows, size_t columns, const char *label)
{
    const char *element = *label ? "th" : "td"; /* the corner above the labels heads nothing */
    fprintf(page->file, "<%s class=\"%s\" rowspan=\"%zu\" colspan=\"%zu\">", element, class, rows, columns);
    put_label(page, label);
    fprintf(page->file, "</%s>", element);
}

static void put_column_labels(struct page *page, const struct nb_form_row *row, size_t from, size_t to,
                              size_t rows)
{
    for (size_t i = from; i < to; i++)
        put_header(page, "", rows, 1, row->columns[i].label);
}

/* ---- one row of columns for each part: 主动公开 ---- */

static size_t widest(const struct nb_table *table)
{
    size_t most = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        most = row->form->column_count > most ? row->form->column_count : most;
    return most;
}

static void draw_parts(struct page *page, const struct nb_table *table)
{
    const char *heading = NULL;
    size_t columns = widest(table);
    for (const struct nb_row *row = table->rows; row; row = row->next) {
        if (!heading || strcmp(heading, row->form->heading)) {
            heading = row->form->heading;
            fputs("<tr>", page->file);
            put_header(page, "part", 1, columns + 1, heading);
            fputs("</tr>\n<tr>", page->file);
            put_header(page, "label", 1, 1, "信息内容");
            put_column_labels(page, row->form, 0, row->form->column_count - 1, 1);
            put_header(page, "", 1, columns - row->form->column_count + 1,
                       row->form->columns[row->form->column_count - 1].label);
            fputs("</tr>\n", page->file);
        }
        fputs("<tr>", page->file);
        put_header(page, "label", 1, 1, row->form->label);
        put_cells(page, table, row, columns);
        fputs("</tr>\n", page->file);
    }
}

/* ---- rows in groups, one set of columns: 申请 ---- */

/* A label that opens with 一、 二、 … stands at the left edge; the others stand under the third of them. */
static bool is_outer(const struct nb_row *row)
{
    return strlen(row->form->label) > 6 && !memcmp(row->form->label + 3, "、", 3);
}

static size_t prefix_length(const char *id)
{
    const char *dot = strchr(id, '.');
    return dot ? (size_t)(dot - id) : 0;
}

static bool same_group(const struct nb_row *row, const struct nb_row *other)
{
    size_t length = prefix_length(row->form->id);
    return length && length == prefix_length(other->form->id) &&
           !strncmp(row->form->id, other->form->id, length);
}

static void draw_head(struct page *page, const struct nb_row *row)
{
    size_t last = row->form->column_count - 1;
    fputs("<tr>", page->file);
    put_header(page, "part", 3, 3, "");
    put_header(page, "part", 1, last + 1, "申请人情况");
    fputs("</tr>\n<tr>", page->file);
    put_column_labels(page, row->form, 0, 1, 2);
    put_header(page, "", 1, last - 1, "法人或其他组织");
    put_header(page, "total", 2, 1, row->form->columns[last].label);
    fputs("</tr>\n<tr>", page->file);
    put_column_labels(page, row->form, 1, last, 1);
    fputs("</tr>\n", page->file);
}

/* How many rows from this one on satisfy the same condition as it. */
static size_t inner_run(const struct nb_row *row)
{
    size_t count = 0;
    for (; row && !is_outer(row); row = row->next)
        count++;
    return count;
}

static size_t group_run(const struct nb_row *row)
{
    size_t count = 0;
    for (const struct nb_row *other = row; other && same_group(row, other); other = other->next)
        count++;
    return count;
}

/* The labels before the cells of an inner row: that of the run, that of the group, its own. */
static void put_inner_labels(struct page *page, const struct nb_row *row, const struct nb_row *before)
{
    if (!before || is_outer(before))
        put_header(page, "side", inner_run(row), 1, "三、本年度办理结果");
    if (!prefix_length(row->form->id)) {
        put_header(page, "label", 1, 2, row->form->label);
        return;
    }
    if (!before || !same_group(row, before))
        put_header(page, "side", group_run(row), 1, row->form->group ? row->form->group : "");
    put_header(page, "label", 1, 1, row->form->label);
}

static void draw_groups(struct page *page, const struct nb_table *table)
{
    const struct nb_row *before = NULL;
    draw_head(page, table->rows);
    for (const struct nb_row *row = table->rows; row; before = row, row = row->next) {
        fputs("<tr>", page->file);
        if (is_outer(row))
            put_header(page, "label", 1, 3, row->form->label);
        else
            put_inner_labels(page, row, before);
        put_cells(page, table, row, 0);
        fputs("</tr>\n", page->file);
    }
}

/* ---- all rows side by side: 复议诉讼 ---- */

static void draw_across(struct page *page, const struct nb_table *table)
{
    const struct nb_row *first = table->rows;
    size_t others = 0;
    for (const struct nb_row *row = first->next; row; row = row->next)
        others += row->form->column_count;
    fputs("<tr>", page->file);
    put_header(page, "part", 1, first->form->column_count, first->form->label);
    put_header(page, "part", 1, others, "行政诉讼");
    fputs("</tr>\n<tr>", page->file);
    put_column_labels(page, first->form, 0, first->form->column_count, 2);
    for (const struct nb_row *row = first->next; row; row = row->next)
        put_header(page, "", 1, row->form->column_count, row->form->label);
    fputs("</tr>\n<tr>", page->file);
    for (const struct nb_row *row = first->next; row; row = row->next)
        put_column_labels(page, row->form, 0, row->form->column_count, 1);
    fputs("</tr>\n<tr>", page->file);
    for (const struct nb_row *row = first; row; row = row->next)
        put_cells(page, table, row, 0);
    fputs("</tr>\n", page->file);
}

/* ---- tables ---- */

/* What may be wider than the page is scrolled with the keyboard, too. */
static void put_scroll(struct page *page, const char *name)
{
    fprintf(page->file, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"%s\">", name);
}

void html_table(struct page *page, const struct nb_table *table)
{
    if (!table->rows)
        return;
    bool groups = !strcmp(table->form->id, "applications");
    put_scroll(page, table->form->title);
    fprintf(page->file, "<table%s><caption>", groups ? " class=\"groups\"" : "");
    html_string(page->file, table->form->title);
    fputs("</caption>\n", page->file);
    if (groups)
        draw_groups(page, table);
    else if (table->form->across && table->rows->next)
        draw_across(page, table);
    else
        draw_parts(page, table);
    fputs("</table></div>\n", page->file);
}

static void draw_grid_row(struct page *page, const struct grid_row *row)
{
    fputs("<tr>", page->file);
    for (size_t i = 0; i < row->count; i++) {
        const struct nb_span *span = &row->cells[i].span;
        fputs("<td>", page->file);
        if (row->cells[i].kind != CELL_SPAN)
            html_covered(page, span->start, span->end);
        fputs("</td>", page->file);
    }
    fputs("</tr>\n", page->file);
}

void html_grid(struct page *page, const struct nb_grid *grid)
{
    put_scroll(page, _("a table of no form"));
    fputs("<table>\n", page->file);
    for (const struct grid_part *part = grid->parts; part; part = part->next) {
        for (const struct grid_row *row = part->head; row; row = row->next)
            draw_grid_row(page, row);
        for (const struct grid_row *row = part->body; row; row = row->next)
            draw_grid_row(page, row);
    }
    fputs("</table></div>\n", page->file);
}
