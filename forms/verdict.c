/* verdict.c - value and status of each cell, from all that is known of it: nothing else sets them. */
#include "bind.h"

#include "arena.h"
#include "text.h"
#include "words.h"

#include <string.h>

/* The longest unit that begins at `at`; "" if none does. */
static const char *unit_at(const char *at, const char *end)
{
    const char *longest = "";
    for (const char *const *unit = words_units; *unit; unit++)
        if (bytes_begin(at, end, *unit) && strlen(*unit) > strlen(longest))
            longest = *unit;
    return longest;
}

/* Whether a label goes on at a place: within it, or in the cell behind it as long as its bracket is open. */
static bool goes_on(const struct nb_text *text, const struct grid_cell *header, size_t at, bool open)
{
    return at < header->span.end || (open && at < text->length && text->shadow[at] != '(');
}

static bool has_bracket(const char *words, size_t length)
{
    return memchr(words, '(', length) || memchr(words, ')', length);
}

/* Whether a unit stands at the end of a bracket, or of the label if a scan has lost the bracket's end. */
static bool ends_bracket(const char *words, size_t own, const char *at, size_t length)
{
    return at[length] == ')' || (size_t)(at - words) + length == own;
}

const char *label_unit(const struct nb_text *text, const struct grid_cell *header)
{
    char words[256]; /* the label from its last bracket on, without separators, line breaks, spaces and
                        fillers */
    size_t length = 0, own = 0;
    bool open = false;
    if (!header || !has_bracket(text->shadow + header->span.start, header->span.end - header->span.start))
        return "";
    for (size_t at = header->span.start; goes_on(text, header, at, open) && length + 1 < sizeof words; at++) {
        length = text->shadow[at] == '(' ? 0 : length;
        open = text->shadow[at] == '(' || (open && text->shadow[at] != ')');
        if (!strchr(" \n\r\t\x01\x1D\x1E\x1F", text->shadow[at]))
            words[length++] = text->shadow[at];
        own = at < header->span.end ? length : own;
    }
    words[length] = '\0';
    const char *bracket = words, *end;
    while ((end = strchr(bracket, ')')) && strchr(end + 1, ')'))
        bracket = end + 1;
    for (const char *const *unit = words_units; *unit; unit++) {
        const char *at = strstr(bracket, *unit);
        if (at && ends_bracket(words, own, at, strlen(*unit)))
            return *unit;
    }
    return "";
}

/* The same, looked for once for all rows below the label: for each number it took a fifth of its verdict. */
static const char *known_unit(struct binding *binding, const struct grid_cell *label, int column)
{
    struct label_unit *known = &binding->units[column % UNITS];
    if (known->label != label || !known->unit)
        *known = (struct label_unit){label, label_unit(binding->report->text, label)};
    return known->unit;
}

/* The unit behind a number, perhaps in brackets; "" for a remark or the mark of a note. */
static const char *printed_unit(const struct nb_text *text, struct nb_span span)
{
    while (span.start < span.end && strchr(" \n(\x01", text->shadow[span.start]))
        span.start++;
    return unit_at(text->shadow + span.start, text->shadow + span.end);
}

bool unit_suits(const char *unit, const struct nb_form_column *column)
{
    bool money = strstr(unit, "元"), share = strcmp(unit, "%") == 0;
    return !*unit || (!share && money == (column->type == NB_MONEY));
}

/* ---- numbers ---- */

const char *unit_of(const struct nb_report *report, const struct grid_cell *cell)
{
    struct nb_number number;
    const char *words = report->text->shadow + cell->span.start;
    size_t length = cell->span.end - cell->span.start, unit = length;
    if (cell->kind != CELL_NUMBER || !read_number(words, length, &number, &unit) || unit == length)
        return "";
    return printed_unit(report->text, (struct nb_span){cell->span.start + unit, cell->span.end});
}

/* Whether digits are all that is printed, and the first is no zero too many: so it is in nearly all cells.
 * Read in all the ways that numbers are printed, each took four times as much. */
static bool read_plain(const char *printed, size_t length, struct nb_number *number)
{
    enum { LONGEST = 18 };
    *number = (struct nb_number){0, 0};
    if (!length || length > LONGEST || (*printed == '0' && length > 1))
        return false;
    for (size_t i = 0; i < length; i++) {
        if (printed[i] < '0' || printed[i] > '9')
            return false;
        number->units = number->units * 10 + (printed[i] - '0');
    }
    return true;
}

bool printed_number(const struct nb_report *report, const struct grid_cell *cell, int64_t *number)
{
    struct nb_number read;
    const char *words = report->text->shadow + cell->span.start;
    size_t length = cell->span.end - cell->span.start, unit;
    *number = 0;
    if (cell->kind != CELL_NUMBER)
        return cell->kind == CELL_NA;
    return (read_plain(words, length, &read) || read_number(words, length, &read, &unit)) &&
           whole_number(read, number);
}

bool number_suits(const struct nb_report *report, const struct grid_cell *cell,
                  const struct nb_form_column *column)
{
    const char *at = report->text->shadow + cell->span.start;
    int64_t number;
    return cell->kind != CELL_NUMBER || (unit_suits(unit_of(report, cell), column) &&
                                         ((*at != '+' && *at != '-') || column->type == NB_SIGNED) &&
                                         (column->type == NB_MONEY || printed_number(report, cell, &number)));
}

/* What is printed, and the number in it; false: it holds none. `label_unit`: of a number that has none
 * itself. `money`: an amount, which has lost its decimals where nothing stands behind the point; a count ends
 * with a stop. */
static bool read_printed(struct nb_arena *arena, const struct nb_report *report,
                         const struct grid_cell *printed, const char *label_unit, bool money,
                         struct nb_cell *cell)
{
    static const char digits[][2] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}; /* most are one */
    const struct nb_text *text = report->text;
    const char *words = text->bytes + printed->span.start;
    size_t length = printed->span.end - printed->span.start, unit = length;
    cell->span = printed->span;
    cell->raw = length == 1 && *words >= '0' && *words <= '9' ? digits[*words - '0']
                                                              : arena_strndup(arena, words, length);
    if (printed->kind != CELL_NUMBER || (money && cell->raw[length - 1] == '.'))
        return false;
    if (read_plain(cell->raw, length, &cell->number))
        cell->value = cell->raw;
    else if (read_number(text->shadow + printed->span.start, length, &cell->number, &unit))
        cell->value = number_text(arena, cell->number);
    else
        return false;
    const char *behind =
        unit < length ? printed_unit(text, (struct nb_span){printed->span.start + unit, printed->span.end})
                      : "";
    const char *named = *behind ? behind : label_unit;
    if (*named)
        cell->unit = named;
    return true;
}

/* ---- the verdict ---- */

/* What a printed number is said to be. */
static enum nb_status status_of(const struct evidence *evidence)
{
    switch (evidence->witness) {
    case WITNESS_LABEL:
        return evidence->suspect ? NB_SUSPECT : NB_GIVEN;
    case WITNESS_ASSUMED:
        return evidence->suspect ? NB_SUSPECT : NB_PLACED;
    case WITNESS_SUMS:
        return NB_PLACED;
    default:
        return NB_AMBIGUOUS;
    }
}

/* Note that a cell holds something else than a number, once for what is printed, wherever it is put at last.
 */
static void note_not_number(struct binding *binding, const struct nb_table *table, const struct nb_row *row,
                            int column)
{
    const struct nb_cell *cell = &row->cells[column];
    struct nb_event *event = binding->report->events;
    while (event && (event->kind != EVENT_NOT_A_NUMBER || event->span.start != cell->span.start))
        event = event->next;
    if (!event)
        event = bind_event(binding, EVENT_NOT_A_NUMBER, table, row, column, cell->span);
    event->row = row;
    event->column = column;
    event->found = cell->raw;
}

/* The verdict on what is printed. */
static void judge_printed(struct binding *binding, const struct nb_table *table, const struct nb_row *row,
                          int column)
{
    const struct evidence *evidence = evidence_of(row, column);
    struct nb_report *report = binding->report;
    struct nb_cell *cell = &row->cells[column];
    bool number =
        read_printed(report->arena, report, evidence->cell, known_unit(binding, evidence->label, column),
                     row->form->columns[column].type == NB_MONEY, cell);
    if (evidence->cell->kind == CELL_NA) {
        cell->status = evidence->witness == WITNESS_GUESS ? NB_AMBIGUOUS : NB_NA;
    } else if (!number) {
        cell->status = NB_UNREAD;
        note_not_number(binding, table, row, column);
    } else {
        cell->status = status_of(evidence);
        if (evidence->changed) {
            cell->number = (struct nb_number){evidence->number, 0};
            cell->value = number_text(report->arena, cell->number);
        }
    }
}

/* Of a cell without words. Where another program recognised them, it may have missed some, or they stand
 * beyond the paper. */
static enum nb_status status_of_empty(const struct nb_report *report)
{
    return report->text->layer || report->text->cut ? NB_MISSING : NB_BLANK;
}

void verdict_unseen(struct nb_row *row)
{
    for (size_t c = 0; c < row->form->column_count; c++)
        row->cells[c] = (struct nb_cell){.raw = "", .unit = row->form->columns[c].unit, .status = NB_MISSING};
}

void verdict(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column)
{
    const struct evidence *evidence = evidence_of(row, column);
    struct nb_cell *cell = &row->cells[column];
    const struct nb_cell before = {.raw = cell->raw, .span = cell->span};
    ((struct bound_table *)table)->evaluated = false;
    *cell = (struct nb_cell){.raw = "",
                             .unit = row->form->columns[column].unit,
                             .status = evidence->empty ? status_of_empty(binding->report) : NB_MISSING};
    if (evidence->witness == WITNESS_DERIVED) {
        cell->number = (struct nb_number){evidence->number, 0};
        cell->value = number_text(binding->report->arena, cell->number);
        cell->status = NB_DERIVED;
        cell->raw = before.raw ? before.raw : ""; /* what is printed there and is no number */
        cell->span = before.span;
    } else if (evidence->cell) {
        judge_printed(binding, table, row, column);
    }
}

void deny_empty(struct binding *binding, const struct nb_table *table, struct nb_row *row, int column,
                bool left)
{
    struct evidence *evidence = evidence_of(row, column);
    if (!evidence->empty)
        return;
    evidence->empty = false;
    evidence->left = left;
    verdict(binding, table, row, column);
}

void read_other_cell(struct nb_arena *arena, const struct nb_report *report, const struct grid_cell *printed,
                     struct nb_cell *cell)
{
    *cell = (struct nb_cell){.raw = "", .unit = "", .status = status_of_empty(report), .span = printed->span};
    if (!is_printed_value(printed) && printed->kind != CELL_LABEL)
        return;
    bool number = read_printed(arena, report, printed, "", false, cell);
    cell->status = printed->kind == CELL_NA ? NB_NA : number ? NB_GIVEN : NB_UNREAD;
}

void take_slot(struct binding *binding, const struct nb_table *table, const struct slot *slot,
               struct evidence evidence)
{
    if (!slot->row)
        return;
    evidence.label = slot->label;
    evidence.empty &= !slot->doubted;
    if (slot->doubted && evidence.cell)
        evidence.witness = WITNESS_GUESS;
    *evidence_of(slot->row, slot->column) = evidence;
    verdict(binding, table, slot->row, slot->column);
}
