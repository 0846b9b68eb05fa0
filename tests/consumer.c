/* consumer.c - a program of somebody else's: prints how many applications each report says were received. It
 * is compiled against the installed header and library, and stands in the README as an example. */
#include <nianbao.h>
#include <stdlib.h>
#include <string.h>

/* A whole file in heap memory, to be freed by the caller; NULL if it cannot be read. */
static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    char *bytes = NULL;
    long size;
    if (file && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 &&
        (bytes = malloc((size_t)size + 1))) {
        rewind(file);
        *length = fread(bytes, 1, (size_t)size, file);
    }
    if (file)
        fclose(file);
    return bytes;
}

static const struct nb_cell *find_cell(const struct nb_table *table, const char *row, const char *column)
{
    for (const struct nb_row *r = table ? table->rows : NULL; r; r = r->next)
        for (size_t c = 0; strcmp(r->form->id, row) == 0 && c < r->form->column_count; c++)
            if (strcmp(r->form->columns[c].id, column) == 0)
                return &r->cells[c];
    return NULL;
}

int main(int count, char **names)
{
    for (int i = 1; i < count; i++) {
        size_t length;
        char *bytes = read_file(names[i], &length);
        struct nb_error error;
        struct nb_report *report = bytes ? nb_compile(names[i], bytes, length, NULL, &error) : NULL;
        free(bytes);
        if (!report)
            return 1;
        const struct nb_cell *cell = find_cell(nb_table_find(report, "applications"), "received", "total");
        printf("%s %d: %s (%s)\n", report->agency, report->year, cell && cell->value ? cell->value : "-",
               cell ? nb_status_name(cell->status) : "no such table");
        nb_report_free(report);
    }
    return 0;
}
