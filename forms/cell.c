/* cell.c - a cell of the form from what is printed: number, unit, status. */
#include "bind.h"

#include "arena.h"
#include "text.h"

#include <string.h>

/* The unit that a column label names in brackets: "采购总金额（单位：万元）", "本年新制作数量(件)"; "" if it names none. */
static const char *header_unit(const struct nb_text *text, const struct nb_item *header)
{
    static const char *const units[] = {"亿元", "万元", "元", "件", "条", "项", "个", "次", "份", "宗", "起", "人"};
    if (!header)
        return "";
    size_t end = header->span.end + strspn(text->shadow + header->span.end, " \n\r\x01"), length = 0;
    if (text->shadow[end] == '(')
        end += strcspn(text->shadow + end, ")\t|\x1D\x1E\x1F") + 1;
    char words[64]; /* the label without line breaks, spaces and fillers */
    for (size_t at = header->span.start; at < end && length + 1 < sizeof words; at++)
        if (!strchr(" \n\r\x01", text->shadow[at]))
            words[length++] = text->shadow[at];
    words[length] = '\0';
    const char *bracket = strchr(words, '(');
    for (size_t i = 0; bracket && i < sizeof units / sizeof *units; i++) {
        const char *unit = strstr(bracket, units[i]);
        if (unit && unit[strlen(units[i])] == ')')
            return units[i];
    }
    return "";
}

/* The unit behind a number, in simplified script: its words without brackets, spaces and fillers. */
static const char *printed_unit(struct nb_report *report, struct nb_span span)
{
    const char *shadow = report->text->shadow;
    while (span.start < span.end && strchr(" (\x01", shadow[span.start]))
        span.start++;
    while (span.end > span.start && strchr(" )\x01", shadow[span.end - 1]))
        span.end--;
    return arena_strndup(report->arena, shadow + span.start, span.end - span.start);
}

void bind_cell(struct nb_report *report, const struct nb_form_column *column, const struct nb_item *item,
               const struct nb_item *header, struct nb_cell *cell)
{
    const struct nb_text *text = report->text;
    cell->unit = column->unit;
    cell->raw = "";
    cell->status = NB_BLANK;
    if (!item || item->kind == NB_ITEM_BLANK || item->kind == NB_ITEM_PAD)
        return;
    cell->span = item->span;
    cell->raw = arena_strndup(report->arena, text->bytes + item->span.start, item->span.end - item->span.start);
    cell->status = item->kind == NB_ITEM_NA ? NB_NA : NB_GIVEN;
    size_t unit;
    if (item->kind != NB_ITEM_VALUE ||
        !read_number(text->shadow + item->span.start, item->span.end - item->span.start, &cell->number, &unit))
        return;
    cell->value = number_text(report->arena, cell->number);
    if (item->span.start + unit < item->span.end)
        cell->unit = printed_unit(report, (struct nb_span){item->span.start + unit, item->span.end});
    else if (*header_unit(text, header))
        cell->unit = header_unit(text, header);
}
