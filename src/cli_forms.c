/* cli_forms.c - nianbao forms: show the statutory forms as the form files describe them. */
#include "cli.h"
#include "i18n.h"

#include <getopt.h>
#include <string.h>

enum { LINE_WIDTH = 100 };

static int cli_forms(int argc, char **argv);

const struct cli_command forms_command = {
    .name = "forms",
    .full_name = "nianbao forms",
    .run = cli_forms,
    .summary = N_("show the statutory forms: rows, columns, labels, relations"),
    .usage = N_("Usage: nianbao forms [FORM]\n"
                "List the statutory forms, or show one: its articles, and of its tables the columns, rows "
                "and relations.\n"
                "Ids are those of the output formats; labels are those of the printed form.\n"),
    .options = only_help,
    .arguments = "@form",
};

static void print_years(const struct nb_form *form)
{
    if (!form->first_year)
        printf("until %d", form->last_year);
    else if (!form->last_year)
        printf("%d and later", form->first_year);
    else
        printf("%d-%d", form->first_year, form->last_year);
}

static void list_forms(void)
{
    size_t count;
    const struct nb_form *forms = nb_forms(&count);
    for (size_t i = 0; i < count; i++) {
        printf("%s  %s, %s, for ", forms[i].id, forms[i].name, forms[i].notice);
        print_years(&forms[i]);
        putchar('\n');
    }
}

/* ---- columns and rows ---- */

static bool same_columns(const struct nb_form_row *one, const struct nb_form_row *other)
{
    if (one->column_count != other->column_count)
        return false;
    for (size_t i = 0; i < one->column_count; i++)
        if (strcmp(one->columns[i].id, other->columns[i].id) ||
            strcmp(one->columns[i].label, other->columns[i].label))
            return false;
    return true;
}

static void print_columns(const struct nb_form_row *row)
{
    static const char *const types[] = {[NB_COUNT] = "count", [NB_SIGNED] = "signed", [NB_MONEY] = "money"};
    for (size_t i = 0; i < row->column_count; i++) {
        const struct nb_form_column *column = &row->columns[i];
        printf("  %-7s  %-28s  %-6s  %s", i ? "" : "columns", column->id, types[column->type], column->label);
        printf(*column->unit ? " [%s]\n" : "\n", column->unit);
    }
}

/* Rows that share their columns stand below them together. */
static void print_rows(const struct nb_form_table *table)
{
    const char *heading = "";
    for (size_t i = 0; i < table->row_count; i++) {
        const struct nb_form_row *row = &table->rows[i];
        bool first = !i || !same_columns(row, row - 1);
        if (first)
            print_columns(row);
        if (*row->heading && strcmp(row->heading, heading))
            printf("  %-7s  %-28s  %s\n", first ? "rows" : "", "", row->heading);
        printf("  %-7s  %-28s  %s%s\n",
               first && (!*row->heading || !strcmp(row->heading, heading)) ? "rows" : "", row->id,
               *row->heading ? "  " : "", row->label);
        heading = row->heading;
    }
}

/* ---- relations ---- */

/* The form file says "total = a + b in each row" once; in the form's tables the equation is spelled out row
 * by row. */
enum axis { IN_ROW, IN_COLUMN };

static enum axis axis_of(const struct nb_form_relation *relation)
{
    return relation->term_count > 1 && relation->terms[0].row == relation->terms[1].row ? IN_ROW : IN_COLUMN;
}

/* What a term is called within its row or column. */
static const char *term_name(const struct nb_form_table *table, const struct nb_form_term *term,
                             enum axis axis)
{
    const struct nb_form_row *row = &table->rows[term->row];
    return axis == IN_ROW ? row->columns[term->column].id : row->id;
}

static bool same_equation(const struct nb_form_table *table, const struct nb_form_relation *one,
                          const struct nb_form_relation *other)
{
    enum axis axis = axis_of(one);
    if (axis_of(other) != axis || strcmp(one->rule, other->rule) || one->term_count != other->term_count)
        return false;
    for (size_t i = 0; i < one->term_count; i++)
        if (one->terms[i].sign != other->terms[i].sign ||
            strcmp(term_name(table, &one->terms[i], axis), term_name(table, &other->terms[i], axis)))
            return false;
    return true;
}

/* Prints a word after the others, on a new line if it would not fit. Returns the width now used. */
static int print_word(int used, const char *sign, const char *word)
{
    enum { INDENT = 28 };
    int length = (int)(strlen(sign) + strlen(word)) + 2;
    if (used + length > LINE_WIDTH)
        used = printf("\n%*s", INDENT, "") - 1;
    return used + printf(" %s%s%s", sign, *sign ? " " : "", word);
}

/* The terms with the sign of the first, the total, on the left; the others on the right. */
static void print_relation(const struct nb_form_table *table, const struct nb_form_relation *relation,
                           const char *title, size_t times)
{
    const struct nb_form_term *terms = relation->terms;
    enum axis axis = axis_of(relation);
    int used = printf("  %-9s  %-13s  ", title, relation->rule);
    for (int side = 1; side >= -1; side -= 2) {
        const char *sign = side > 0 ? "" : "=";
        for (size_t i = 0; i < relation->term_count; i++)
            if (terms[i].sign == side * terms[0].sign) {
                used = print_word(used, sign, term_name(table, &terms[i], axis));
                sign = "+";
            }
    }
    const char *single = term_name(table, &terms[0], axis == IN_ROW ? IN_COLUMN : IN_ROW);
    print_word(used, "in", times > 1 ? axis == IN_ROW ? "each row" : "each column" : single);
    putchar('\n');
}

static void print_relations(const struct nb_form_table *table)
{
    for (size_t i = 0, next; i < table->relation_count; i = next) {
        for (next = i + 1; next < table->relation_count; next++)
            if (!same_equation(table, &table->relations[i], &table->relations[next]))
                break;
        print_relation(table, &table->relations[i], i ? "" : "relations", next - i);
    }
}

/* ---- the form ---- */

static void print_table(const struct nb_form_table *table)
{
    printf("\ntable %s  %s\n", table->id, table->title);
    print_rows(table);
    print_relations(table);
}

static void print_form(const struct nb_form *form)
{
    printf("form %s  %s\n%s, for reports on ", form->id, form->name, form->notice);
    print_years(form);
    puts("\n\narticles");
    for (size_t i = 0; i < form->article_count; i++)
        printf("  %-12s  %s\n", form->articles[i].role, form->articles[i].title);
    for (size_t i = 0; i < form->table_count; i++)
        print_table(&form->tables[i]);
}

static int cli_forms(int argc, char **argv)
{
    int status = take_options(&forms_command, argc, argv, NULL, NULL);
    if (status >= 0)
        return status;
    if (argc - optind > 1)
        return usage_error(argv[0], _("at most one form is expected"));
    if (optind == argc) {
        list_forms();
        return STATUS_OK;
    }
    const struct nb_form *form = nb_form_find(argv[optind]);
    if (!form)
        return usage_error(argv[0], _("unknown form '%s'"), argv[optind]);
    print_form(form);
    return STATUS_OK;
}
