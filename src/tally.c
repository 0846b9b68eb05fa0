/* tally.c - counts what reports have, and says it. */
#include "tally.h"

#include "i18n.h"

static void tally_row(struct tally *tally, const struct nb_row *row)
{
    for (size_t i = 0; i < row->form->column_count; i++)
        tally->cells[row->cells[i].status]++;
}

void tally_report(struct tally *tally, const struct nb_report *report)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    for (const struct nb_table *table = report->tables; table; table = table->next)
        for (const struct nb_row *row = table->rows; row; row = row->next)
            tally_row(tally, row);
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next) {
        if (finding->waived || (finding->cause && !finding->cause->waived))
            continue;
        tally->findings++;
        tally->rules[finding->rule - rules]++;
    }
}

void tally_add(struct tally *tally, const struct tally *other)
{
    tally->findings += other->findings;
    for (size_t i = 0; i < STATUSES; i++)
        tally->cells[i] += other->cells[i];
    for (size_t i = 0; i < RULE_COUNT; i++)
        tally->rules[i] += other->rules[i];
}

static void print_cells(const struct tally *tally, FILE *file)
{
    size_t shown = 0;
    for (int status = 0; status < STATUSES; status++)
        if (tally->cells[status])
            fprintf(file, "%s%s %zu", shown++ ? ", " : _("nianbao: cells: "),
                    nb_status_name((enum nb_status)status), tally->cells[status]);
    if (shown)
        putc('\n', file);
}

void tally_print(const struct tally *tally, FILE *file)
{
    size_t count;
    const struct nb_rule *rules = nb_rules(&count);
    bool chinese = in_chinese();
    print_cells(tally, file);
    for (size_t i = 0; i < count; i++)
        if (tally->rules[i])
            fprintf(file, _("nianbao: %s %s: %zu\n"), rules[i].id, chinese ? rules[i].chinese : rules[i].name,
                    tally->rules[i]);
}
