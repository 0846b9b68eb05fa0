/* output.c - buffered bytes, and the table of output formats. */
#include "output.h"

void output_flush(struct output *output)
{
    fwrite(output->bytes, 1, output->used, output->file);
    output->used = 0;
}

void output_more(struct output *output, const char *bytes, size_t length)
{
    output_flush(output);
    if (length > sizeof output->bytes)
        fwrite(bytes, 1, length, output->file);
    else
        output_bytes(output, bytes, length);
}

char *put_decimal(char *to, size_t number)
{
    to = number < 10 ? to : put_decimal(to, number / 10);
    *to++ = (char)('0' + number % 10);
    return to;
}

const struct nb_writer *nb_writer_find(const char *format)
{
    static const struct nb_writer *const writers[] = {&json_writer, &ndjson_writer, &xml_writer,
                                                      &csv_writer,  &text_writer,   &tree_writer};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (!strcmp(writers[i]->format, format))
            return writers[i];
    static const struct {
        const char *name;
        const struct nb_writer *writer;
    } tables[] = {{"csv:facts", &csv_facts_writer},
                  {"csv:findings", &csv_findings_writer},
                  {"csv:wide", &csv_wide_writer}};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!strcmp(tables[i].name, format))
            return tables[i].writer;
    return NULL;
}
