/* walk.c - tells a report to a sink, part by part: the one place that knows what the nested formats contain,
 * and in which order.
 */
#include "output.h"

#include "forms.h"

static const char *name_or_null(const char *string)
{
    return string && *string ? string : NULL;
}

void field_string(struct sink *sink, const char *name, const char *value)
{
    sink->field(sink, STRING, name, value, value ? strlen(value) : 0);
}

static void field_decimal(struct sink *sink, const char *name, const char *value)
{
    sink->field(sink, NUMBER, name, value, value ? strlen(value) : 0);
}

void field_number(struct sink *sink, const char *name, size_t value)
{
    char buffer[DECIMAL_SIZE];
    sink->field(sink, NUMBER, name, buffer, (size_t)(put_decimal(buffer, value) - buffer));
}

/* 0 is not known. */
static void field_known(struct sink *sink, const char *name, size_t value)
{
    if (value)
        field_number(sink, name, value);
    else
        field_decimal(sink, name, NULL);
}

static void field_kind(struct sink *sink, const char *kind)
{
    sink->field(sink, KIND, "type", kind, strlen(kind));
}

static struct nb_position locate(struct sink *sink, const struct nb_report *report, size_t offset)
{
    return text_position_near(report->text, offset, &sink->at);
}

static void field_line(struct sink *sink, const struct nb_report *report, struct nb_span span)
{
    field_number(sink, "line", locate(sink, report, span.start).line);
}

static void field_position(struct sink *sink, const struct nb_report *report, struct nb_span span)
{
    struct nb_position at = locate(sink, report, span.start);
    field_number(sink, "line", at.line);
    field_number(sink, "column", at.column);
}

/* ---- prose ---- */

static void walk_blocks(struct sink *sink, const struct nb_report *report, const char *name,
                        const struct nb_block *blocks);

static void walk_paragraph(struct sink *sink, const struct nb_report *report, const struct nb_block *block)
{
    sink->open(sink, RECORD, "paragraph", NULL);
    field_kind(sink, "paragraph");
    field_line(sink, report, block->span);
    sink->field(sink, CONTENT, "text", report->text->bytes + block->words.start,
                block->words.end - block->words.start);
    sink->close(sink);
}

/* Words in one line; null: there are none. */
static void field_words(struct sink *sink, const char *name, const struct nb_report *report,
                        struct nb_span span)
{
    struct nb_span line = {span.start, text_find(report->text, span.start, span.end, '\n')};
    if (line.end == span.end) {
        const char *words = span.start < span.end ? report->text->bytes + span.start : NULL;
        sink->field(sink, STRING, name, words, span.end - span.start);
        return;
    }
    struct nb_arena *arena = arena_new();
    field_string(sink, name, text_line(arena, report->text, span));
    arena_free(arena);
}

static void walk_section(struct sink *sink, const struct nb_report *report, const struct nb_block *block)
{
    sink->open(sink, OBJECT, "section", NULL);
    field_kind(sink, "section");
    field_words(sink, "number", report, (struct nb_span){block->span.start, block->number_end});
    field_words(sink, "title", report, block->words);
    field_line(sink, report, block->span);
    walk_blocks(sink, report, "blocks", block->blocks);
    sink->close(sink);
}

static void walk_table_block(struct sink *sink, const struct nb_grid *grid)
{
    sink->open(sink, RECORD, "table", NULL);
    field_kind(sink, "table");
    if (grid->form)
        field_string(sink, "table", grid->form->id);
    else
        field_number(sink, "other", grid->other_index);
    sink->close(sink);
}

static void walk_blocks(struct sink *sink, const struct nb_report *report, const char *name,
                        const struct nb_block *blocks)
{
    sink->open(sink, LIST, name, NULL);
    for (const struct nb_block *block = blocks; block; block = block->next) {
        if (block->kind == NB_PARAGRAPH)
            walk_paragraph(sink, report, block);
        else if (block->kind == NB_SECTION)
            walk_section(sink, report, block);
        else if (block->grid->form || block->grid->parts)
            walk_table_block(sink, block->grid);
    }
    sink->close(sink);
}

static void walk_articles(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, LIST, "articles", NULL);
    for (const struct nb_article *article = report->articles; article; article = article->next) {
        sink->open(sink, OBJECT, "article", NULL);
        field_number(sink, "number", (size_t)article->number);
        field_string(sink, "title", article->title);
        field_string(sink, "role", name_or_null(article->role));
        field_position(sink, report, article->span);
        walk_blocks(sink, report, "blocks", article->blocks);
        sink->close(sink);
    }
    sink->close(sink);
}

/* ---- tables ---- */

static void walk_cell(struct sink *sink, const struct nb_report *report, const char *id,
                      const struct nb_cell *cell)
{
    struct nb_position at = {0};
    if (has_place(cell->span))
        at = locate(sink, report, cell->span.start);
    struct cell_words words = {cell->value,
                               cell->unit ? cell->unit : "",
                               cell->raw ? cell->raw : "",
                               nb_status_name(cell->status),
                               at.line,
                               at.column};
    if (sink->cell && sink->cell(sink, id, &words))
        return;
    sink->open(sink, RECORD, "cell", id);
    field_decimal(sink, "value", words.value);
    field_string(sink, "unit", words.unit);
    field_string(sink, "raw", words.raw);
    field_string(sink, "status", words.status);
    field_known(sink, "line", at.line);
    field_known(sink, "column", at.column);
    sink->close(sink);
}

static void walk_table(struct sink *sink, const struct nb_report *report, const struct nb_table *table)
{
    sink->open(sink, OBJECT, "table", table->form->id);
    field_known(sink, "line", table->printed ? locate(sink, report, table->span.start).line : 0);
    sink->open(sink, OBJECT, "rows", NULL);
    for (const struct nb_row *row = table->rows; row; row = row->next) {
        sink->open(sink, OBJECT, "row", row->form->id);
        for (size_t i = 0; i < row->form->column_count; i++)
            walk_cell(sink, report, row->form->columns[i].id, &row->cells[i]);
        sink->close(sink);
    }
    sink->close(sink);
    sink->close(sink);
}

static void walk_tables(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, OBJECT, "tables", NULL);
    for (const struct nb_table *table = report->tables; table; table = table->next)
        walk_table(sink, report, table);
    sink->close(sink);
}

/* A row as printed; a position that a cell spans is an empty cell. What a cell holds is needed no longer than
 * it is written: kept, it would take 64 bytes of each cell of one digit. */
static void walk_grid_row(struct sink *sink, const struct nb_report *report, const struct grid_row *row,
                          struct nb_arena *arena)
{
    sink->open(sink, LIST, "row", NULL);
    for (size_t i = 0; i < row->count; i++) {
        struct nb_cell cell;
        read_other_cell(arena, report, &row->cells[i], &cell);
        walk_cell(sink, report, NULL, &cell);
        arena_clear(arena);
    }
    sink->close(sink);
}

static void walk_grid(struct sink *sink, const struct nb_report *report, const struct nb_grid *grid)
{
    struct nb_arena *arena = arena_new();
    sink->open(sink, LIST, "rows", NULL);
    for (const struct grid_part *part = grid->parts; part; part = part->next) {
        for (const struct grid_row *row = part->head; row; row = row->next)
            walk_grid_row(sink, report, row, arena);
        for (const struct grid_row *row = part->body; row; row = row->next)
            walk_grid_row(sink, report, row, arena);
    }
    arena_free(arena);
    sink->close(sink);
}

static void walk_other_tables(struct sink *sink, const struct nb_report *report)
{
    const struct nb_article *article = NULL, *next = report->articles;
    sink->open(sink, LIST, "other_tables", NULL);
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        if (grid->form || !grid->parts)
            continue;
        for (; next && next->span.start <= grid->span.start; next = next->next)
            article = next;
        sink->open(sink, OBJECT, "table", NULL);
        field_known(sink, "article", article ? (size_t)article->number : 0);
        field_line(sink, report, grid->span);
        walk_grid(sink, report, grid);
        sink->close(sink);
    }
    sink->close(sink);
}

/* ---- facts and findings ---- */

/* The place among all facts of the one that this is a part of, from 0. */
static void field_whole(struct sink *sink, const struct nb_fact *whole)
{
    if (whole)
        field_number(sink, "part_of", whole->index);
    else
        field_decimal(sink, "part_of", NULL);
}

static void walk_facts(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, LIST, "facts", NULL);
    for (const struct nb_fact *fact = report->facts; fact; fact = fact->next) {
        sink->open(sink, RECORD, "fact", NULL);
        field_known(sink, "article", (size_t)fact->article);
        field_position(sink, report, fact->span);
        field_decimal(sink, "quantity", fact->quantity);
        field_string(sink, "unit", fact->unit);
        field_string(sink, "qualifier", fact->qualifier);
        field_string(sink, "kind", nb_fact_kind_name(fact->kind));
        field_string(sink, "scope", nb_scope_name(fact->scope));
        field_whole(sink, fact->part_of);
        sink->field(sink, STRING, "text", report->text->bytes + fact->words.start,
                    fact->words.end - fact->words.start);
        field_string(sink, "indicator", fact->names->indicator);
        sink->close(sink);
    }
    sink->close(sink);
}

static void walk_finding_cells(struct sink *sink, const struct nb_finding *finding)
{
    sink->open(sink, LIST, "cells", NULL);
    for (size_t i = 0; i < finding->cell_count; i++) {
        sink->open(sink, TUPLE, "cell", NULL);
        field_string(sink, "table", finding->cells[i].table);
        field_string(sink, "row", finding->cells[i].row);
        field_string(sink, "column", finding->cells[i].column);
        sink->close(sink);
    }
    sink->close(sink);
}

/* Where something was found; "place" says it in words for a format without lines. */
static void field_finding_position(struct sink *sink, const struct nb_report *report, struct nb_span span)
{
    field_position(sink, report, span);
    field_string(sink, "place", locate(sink, report, span.start).place);
}

static void walk_related(struct sink *sink, const struct nb_report *report, const struct nb_related *related)
{
    sink->open(sink, LIST, "related", NULL);
    for (; related; related = related->next) {
        sink->open(sink, RECORD, "note", NULL);
        field_finding_position(sink, report, related->span);
        field_string(sink, "message", related->message);
        sink->close(sink);
    }
    sink->close(sink);
}

void walk_findings(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, LIST, "findings", NULL);
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next) {
        sink->open(sink, OBJECT, "finding", NULL);
        field_string(sink, "rule", finding->rule->id);
        field_string(sink, "name", finding->rule->name);
        field_string(sink, "severity", nb_severity_name(finding->severity));
        field_finding_position(sink, report, finding->span);
        field_string(sink, "message", finding->message);
        field_string(sink, "detail", finding->detail);
        field_string(sink, "expected", finding->expected);
        field_string(sink, "found", finding->found);
        field_string(sink, "suggestion", finding->suggestion);
        if (finding->cause)
            field_number(sink, "cause", finding->cause->index);
        sink->field(sink, BOOLEAN, "waived", finding->waived ? "true" : "false", finding->waived ? 4 : 5);
        walk_finding_cells(sink, finding);
        walk_related(sink, report, finding->related);
        sink->close(sink);
    }
    sink->close(sink);
}

/* ---- the report ---- */

void walk_source(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, RECORD, "source", NULL);
    field_string(sink, "name", report->name);
    field_string(sink, "format", report->format);
    field_string(sink, "encoding", report->encoding);
    field_number(sink, "bytes", report->bytes);
    sink->close(sink);
}

static void walk_pair(struct sink *sink, const char *name, const char *first_name, const char *first,
                      const char *second_name, const char *second)
{
    sink->open(sink, RECORD, name, NULL);
    field_string(sink, first_name, first);
    field_string(sink, second_name, second);
    sink->close(sink);
}

static void walk_head(struct sink *sink, const struct nb_report *report)
{
    field_string(sink, "title", report->title);
    field_string(sink, "agency", report->agency);
    field_known(sink, "year", (size_t)report->year);
    field_string(sink, "form", report->form ? report->form->id : NULL);
    walk_pair(sink, "period", "from", report->period_from, "to", report->period_to);
    field_string(sink, "published", report->published);
    field_string(sink, "updated", report->updated);
    walk_pair(sink, "signed", "by", report->signed_by, "date", report->signed_date);
    field_string(sink, "script", report->traditional ? "hant" : "hans");
}

void walk_report(struct sink *sink, const struct nb_report *report)
{
    sink->open(sink, OBJECT, "report", NULL);
    field_decimal(sink, "nianbao", "1");
    if (report->carried)
        sink->field(sink, CARRIED, "carried", report->carried, strlen(report->carried));
    walk_source(sink, report);
    walk_head(sink, report);
    walk_blocks(sink, report, "furniture", report->furniture);
    walk_blocks(sink, report, "preamble", report->preamble);
    walk_articles(sink, report);
    walk_tables(sink, report);
    walk_other_tables(sink, report);
    walk_facts(sink, report);
    walk_findings(sink, report);
    sink->close(sink);
}
