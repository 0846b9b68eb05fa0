/* filled.c - rules NB7xx on how the tables are filled in: what no sum tells. */
#include "config.h"

#include "facts_sum.h"

#include "i18n.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

/* Documents issued this year are in force at its end, and what was published (2019's form) is public; the few
 * that are repealed in the year they were issued in are named all the same. */
static void in_force(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int force)
{
    const char *id = row->form->columns[force].id;
    bool stock = !strcmp(id, "in_force"), all = !strcmp(id, "total_public");
    int issued = stock ? nb_column_find(row, "issued") : all ? nb_column_find(row, "published") : -1;
    if (issued < 0)
        return;
    const struct nb_cell *made = &row->cells[issued], *valid = &row->cells[force];
    if (!made->value || !valid->value || valid->number.units >= made->number.units ||
        cell_doubted(lint, table, row, issued) || cell_doubted(lint, table, row, force))
        return;
    struct nb_finding *finding =
        finding_add(lint, valid->span,
                    stock ? _("“%s”: %s were issued this year, but only %s are in force")
                          : _("“%s”: %s were published this year, but only %s in all"),
                    row_words(lint, row), made->value, valid->value);
    finding_about(lint, finding, table, row, force);
    finding_cell(lint, finding, table, row, issued);
    finding_related(lint, finding, made->span, _("“%s”: %s"), column_words(lint, row, issued), made->value);
}

void check_in_force_low(struct lint *lint)
{
    for_cells(lint, in_force);
}

static bool is_word(const struct nb_cell *cell)
{
    return cell->status == NB_NA &&
           (!strcmp(cell->raw, "无") || !strcmp(cell->raw, "無") || !strcmp(cell->raw, "没有"));
}

/* One finding for each table, at the first such cell. */
static void check_table_words(struct lint *lint, const struct nb_table *table)
{
    struct nb_finding *finding = NULL;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (int i = 0; i < (int)row->form->column_count; i++) {
            const struct nb_cell *cell = &row->cells[i];
            if (!is_word(cell))
                continue;
            if (!finding) {
                finding =
                    finding_add(lint, cell->span, _("“%s”, %s: “%s” stands where the form wants a number"),
                                row_words(lint, row), column_words(lint, row, i), cell->raw);
                finding->found = cell->raw;
                finding->suggestion = "0";
            }
            finding_cell(lint, finding, table, row, i);
        }
}

void check_zero_word(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        if (table->printed)
            check_table_words(lint, table);
}

/* No county, city or department takes ten thousand million yuan a year in fees; a province may. */
enum { MOST_FEES = 1000000 };

enum { NEAR = 24 }; /* bytes between the label of a column and its unit: (单位: */

/* The unit behind a label of a table's head, within its brackets: "金额(单位:万元)"; NULL where there is
 * none. */
static const char *unit_behind(const char *label_end, const char *unit)
{
    const char *at = label_end;
    while (at - label_end < NEAR && *at && !strchr("0123456789\n", *at) && !string_begins(at, unit))
        at++;
    return string_begins(at, unit) ? at : NULL;
}

/* Whether a column counts in 万元: the form says so, or the printed label where the form leaves it open. */
static bool counts_in_wan(const struct lint *lint, const struct nb_table *table,
                          const struct nb_form_column *column)
{
    if (!strcmp(column->unit, "万元"))
        return true;
    char *text = shadow_text(lint, table->span.start, table->span.end);
    const char *label = strstr(text, column->label);
    return label && unit_behind(label + strlen(column->label), "万元");
}

static void check_fees(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column)
{
    const struct nb_cell *cell = &row->cells[column];
    const struct nb_form_column *of = &row->form->columns[column];
    if (of->type != NB_MONEY || !cell->value || cell_doubted(lint, table, row, column) ||
        !counts_in_wan(lint, table, of))
        return;
    const char *yuan = strstr(cell->raw, "元");
    bool in_yuan = yuan && (yuan - cell->raw < 3 || strncmp(yuan - 3, "万", 3)) && !strstr(cell->raw, "万") &&
                   !strstr(cell->raw, "亿");
    int64_t whole = cell->number.units;
    for (int scale = cell->number.scale; scale > 0; scale--)
        whole /= 10;
    const char *agency = lint->report->agency;
    bool province = agency && (strstr(agency, "省") || strstr(agency, "自治区"));
    if (!in_yuan && (whole < MOST_FEES || province || !*of->unit))
        return;
    finding_about(lint,
                  finding_add(lint, cell->span, _("“%s”: %s is an amount in 元; the column is in 万元"),
                              row_words(lint, row), cell->raw),
                  table, row, column);
}

/* The printed label of the column, "收费金额(单位:元)", names another unit than the form does. */
static void check_fee_label(struct lint *lint, const struct nb_table *table)
{
    static const char label[] = "收费金额";
    char *text = shadow_text(lint, table->span.start, table->span.end);
    for (const char *at = text; (at = strstr(at, label)); at += strlen(label)) {
        const char *unit = unit_behind(at + strlen(label), "元");
        if (!unit || !strncmp(unit - 3, "万", 3) || !strncmp(unit - 3, "亿", 3))
            continue;
        size_t from = table->span.start + (size_t)(at - text);
        size_t length = (size_t)(unit - at) + strlen("元");
        length += strspn(at + length, ")\x01");
        struct nb_span span = {from, from + length};
        finding_quote(lint, span, _("the column is headed “%s”; the form counts in 万元"))->severity =
            NB_NOTE; /* the amounts below may well be in that unit */
    }
}

void check_fee_unit(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        if (table->printed)
            check_fee_label(lint, table);
    for_cells(lint, check_fees);
}

/* ---- the fees of the applications, in the table and in article six ---- */

/* Where article six says that somebody did not pay in time; empty if it does not. */
static struct nb_span place_of_unpaid(const struct lint *lint, const struct nb_article *article)
{
    enum {
        BETWEEN = 14 * 3,
        BEFORE = 40 * 3
    }; /* bytes of 逾期未按收费通知要求缴纳, of the clause before it */
    size_t clause = article->span.end, end = lint->report->text->length;
    for (size_t at = clause; at < end; at += utf8_step(shadow_at(lint, at))) {
        const char *from = shadow_at(lint, at);
        clause = strchr(",;\n", *from) || utf8_is(from, "。") ? at : clause;
        if (!string_begins_any(from, words_unpaid) ||
            !memmem(from, end - at < BETWEEN ? end - at : BETWEEN, "缴", strlen("缴")))
            continue;
        size_t before = at - clause < BEFORE ? at - clause : BEFORE;
        if (!string_says(arena_strndup(lint->arena, from - before, before), words_denied))
            return (struct nb_span){at, at + strlen("逾期未")};
    }
    return (struct nb_span){0, 0};
}

/* Applications that ended because a fee was not paid: then article six tells of a notice to pay; and who did
 * not pay is counted.
 */
static void check_unpaid(struct lint *lint)
{
    const struct nb_table *table = nb_table_find(lint->report, "applications");
    const struct nb_row *row = nb_row_find(table, "other.overdue_fee");
    int total = row && row->printed ? nb_column_find(row, "total") : -1;
    const struct nb_cell *cell = total < 0 ? NULL : &row->cells[total];
    const struct nb_article *other = article_of(lint->report, "other");
    if (!cell || !cell->value || cell->number.units < 0 || !other || cell_doubted(lint, table, row, total))
        return;
    struct nb_span unpaid = cell->number.units ? (struct nb_span){0, 0} : place_of_unpaid(lint, other);
    if (unpaid.end)
        finding_about(
            lint,
            finding_add(lint, unpaid,
                        _("article six tells of fees that were not paid; in the table, “%s” has %s"),
                        row_words(lint, row), cell->value),
            table, row, total);
    if (!cell->number.units)
        return;
    for (const char *const *none = words_unasked; *none; none++) {
        const char *at = strstr(shadow_at(lint, other->span.start), *none);
        if (!at)
            continue;
        size_t start = (size_t)(at - lint->report->text->shadow);
        struct nb_finding *finding =
            finding_add(lint, (struct nb_span){start, start + strlen(*none)},
                        _("article six says that nobody was asked to pay; in the table, “%s” has %s"),
                        row_words(lint, row), cell->value);
        finding_about(lint, finding, table, row, total);
        finding_related(lint, finding, cell->span, "“%s”", row_words(lint, row));
        return;
    }
}

/* What a sentence says of all fees of the year for information. */
static bool is_fee(struct lint *lint, const struct nb_fact *fact)
{
    return fact->names->indicator && !strcmp(fact->names->indicator, "fees.charged") &&
           fact->kind == NB_FACT_COUNT && !fact->qualifier && !fact->part_of && is_this_year(fact->scope) &&
           scope_is_own(lint, fact);
}

/* 没有收取信息处理费, and a sentence later 收取信息处理费420元. */
static void check_fee_twice(struct lint *lint)
{
    const struct nb_fact *none = NULL, *some = NULL;
    for (const struct nb_fact *fact = lint->report->facts; fact && !(none && some); fact = fact->next) {
        if (!is_fee(lint, fact))
            continue;
        none = none || fact->units ? none : fact;
        some = some || !fact->units ? some : fact;
    }
    if (!none || !some || none->sentence == some->sentence || none->article != some->article)
        return;
    struct nb_finding *finding = finding_add(
        lint, some->span, _("%s%s are said to be charged, and that nothing was"), some->quantity, some->unit);
    finding->severity = NB_WARNING;
    finding_related(lint, finding, none->span, "“%.*s”", (int)(none->words.end - none->words.start),
                    lint->report->text->bytes + none->words.start);
}

void check_fee_mismatch(struct lint *lint)
{
    check_unpaid(lint);
    check_fee_twice(lint);
}
