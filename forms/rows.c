/* rows.c - which table of the form a printed table is, and which row each of its rows. */
#include "rows.h"

#include "arena.h"
#include "enumerator.h"
#include "numeral.h"
#include "text.h"

#include <ctype.h>
#include <string.h>

/* ---- which table ---- */

enum { MOST_LABELS = 64 }; /* that tell which table a part is of: more tell nothing else */

/* The labels that rows print, each once however often it is printed, behind the `count` that are known.
 * Returns how many. */
static size_t collect_labels(const struct grid_row *rows, int *labels, size_t count)
{
    FOR_CELLS (cell, rows) {
        size_t known = cell->label < 0 ? count + 1 : 0;
        while (known < count && labels[known] != cell->label)
            known++;
        if (known == count && count < MOST_LABELS)
            labels[count++] = cell->label;
    }
    return count;
}

/* How many labels of each table of the form a part prints, with the one that was said before it. */
static void count_labels(const struct walk *walk, const struct grid_part *part, size_t counts[MOST_TABLES])
{
    int labels[MOST_LABELS] = {walk->context};
    size_t count = collect_labels(part->body, labels, collect_labels(part->head, labels, walk->context >= 0));
    for (size_t i = 0; i < count; i++) {
        const unsigned short *meanings = form_labels[labels[i]].meanings[form_index(walk->form)];
        for (size_t t = 0; t < walk->form->table_count; t++)
            counts[t] += form_meanings[meanings[t]].forms != 0;
    }
}

/* Whether there are more cells above the first row than a form's head has, which are 50: labels are compared
 * each with each. */
static bool is_endless(const struct grid_row *head)
{
    enum { MOST = 1000 };
    size_t cells = 0;
    for (; head && cells <= MOST; head = head->next)
        cells += head->count;
    return cells > MOST;
}

/* How many cells the form's table has. */
static size_t cell_count(const struct nb_form_table *table)
{
    size_t count = 0;
    for (size_t r = 0; r < table->row_count; r++)
        count += table->rows[r].column_count;
    return count;
}

static size_t count_cells(const struct grid_row *rows)
{
    size_t count = 0;
    for (; rows; rows = rows->next)
        count += rows->count;
    return count;
}

/* The across table that the article is about, where the part prints nothing but one row with a value for each
 * of its cells, under fewer labels: order and number are the witness. NULL: it does not. */
static const struct nb_form_table *bare_table(const struct walk *walk, const struct grid_part *part)
{
    const struct nb_form_table *table = form_table_find(walk->form, walk->grid->role);
    const struct grid_row *row = part->body;
    bool alone = table && table->across && row && !row->next && count_cells(part->head) < cell_count(table);
    return alone && row_count(row, 0, VALUE_CELLS) == cell_count(table) ? table : NULL;
}

/* Whether a part without a head says in no label but those that columns have, too (总计), of which table it
 * is. */
static bool is_untold(const struct grid_part *part, const struct nb_form_table *table)
{
    FOR_CELLS (cell, part->body)
        if (cell->label >= 0 && !columns_named(cell->label, table))
            return false;
    return !part->head;
}

/* The table whose labels the part prints, or that was named before it; where it prints none, the one before
 * goes on. */
static const struct nb_form_table *choose_table(const struct walk *walk, const struct grid_part *part)
{
    if (is_endless(part->head))
        return NULL;
    const struct nb_form_table *best = NULL;
    size_t most = 0, counts[MOST_TABLES] = {0};
    count_labels(walk, part, counts);
    for (size_t t = 0; t < walk->form->table_count; t++) {
        size_t count = 2 * counts[t];
        count += count && (&walk->form->tables[t] == walk->last ||
                           strcmp(walk->form->tables[t].id, walk->grid->role) == 0);
        if (count > most) {
            most = count;
            best = &walk->form->tables[t];
        }
    }
    if (best && best != walk->last && strcmp(best->id, walk->grid->role) != 0 && walk->context < 0 &&
        is_untold(part, best))
        return NULL;
    best = best ? best : walk->last;
    const struct nb_form_table *bare = best && best->across ? NULL : bare_table(walk, part);
    return bare ? bare : best;
}

/* A part without labels can go on with a table only in the same table as printed, or where an across table
 * has no values yet. */
static void leave_grid(struct walk *walk)
{
    bool open = walk->last && walk->last->across && walk->head && !walk->before;
    walk->last = open ? walk->last : NULL;
}

/* ---- which row ---- */

/* Whether the label names a group of rows in the report's form, as a row of another form may. */
static bool is_group(const struct walk *walk, int label)
{
    return meaning_of(label, walk->table)->grouped;
}

/* The row that a label names, in the report's form or in the same table of another; of several (of an annex)
 * the next one behind the row before. */
static bool name_row(const struct walk *walk, int label, struct printed *printed)
{
    size_t own = form_index(walk->form);
    for (size_t f = form_count; f-- > 0 && label >= 0;) {
        size_t form = f == form_count - 1 ? own : f + (f >= own); /* its own first */
        const struct nb_form_table *table = form_table_find(&form_table[form], walk->table->id);
        uint64_t rows = table ? rows_named(label, table) : 0, behind = 0;
        if (!rows)
            continue;
        if (walk->before && walk->before->table == table && walk->before->index >= 0)
            behind = rows & ~((UINT64_C(2) << walk->before->index) - 1);
        printed->table = table;
        printed->index = first_of(behind ? behind : rows);
        return true;
    }
    return false;
}

/* The last label of a row before its values; before a label may stand a number of the row, of its own, and
 * behind the values the label again. */
static const struct grid_cell *last_label(const struct grid_row *row)
{
    const struct grid_cell *label = NULL;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].kind == CELL_LABEL)
            label = &row->cells[i];
        else if (label && (row->cells[i].kind == CELL_NUMBER || row->cells[i].kind == CELL_NA))
            break;
    return label;
}

/* Whether the numbers of a row without labels count its columns, 甲 乙 1 2 3 4 5, 栏次 1 2 3, as statistical
 * forms do below the head. Of values one is the sum of others, and longer words are the label of a row that
 * the form does not have. */
static bool counts_columns(const struct nb_text *text, const struct table_head *head,
                           const struct grid_row *row)
{
    enum { FEWEST = 3, LONGEST = 6 };
    int64_t count = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct grid_cell *cell = &row->cells[i];
        struct nb_number number;
        size_t unit;
        if (cell->kind == CELL_LABEL || cell->kind == CELL_GARBLED || (count && cell->kind != CELL_NUMBER) ||
            (cell->kind == CELL_WORDS && cell->span.end - cell->span.start > LONGEST))
            return false;
        if (cell->kind == CELL_NUMBER && (!read_number(text->shadow + cell->span.start,
                                                       cell->span.end - cell->span.start, &number, &unit) ||
                                          number.scale || number.units != ++count))
            return false;
    }
    return head && count >= FEWEST && count >= (int64_t)head->count;
}

/* The words with which a row ends, but for empty cells behind them; NULL: it ends with something else. */
static const struct grid_cell *last_words(const struct grid_row *row)
{
    const struct grid_cell *cell = row->cells + row->count;
    while (cell > row->cells && cell_is(cell - 1, 1 << CELL_BLANK | 1 << CELL_SPAN))
        cell--;
    return cell > row->cells && cell[-1].kind == CELL_WORDS ? cell - 1 : NULL;
}

/* Whether a row ends in words and, behind them, empty cells: the label of a row that prints nothing. */
static bool ends_in_words(const struct grid_row *row)
{
    const struct grid_cell *words = last_words(row);
    return words && row_count(row, (size_t)(words - row->cells), 1 << CELL_BLANK) > 0;
}

/* A row that has lost its number, and whose words alone are the label of a column, 其他 or 总计, stands
 * behind the row that comes before it in the form. */
static bool name_next(const struct walk *walk, const struct grid_cell *cell, struct printed *printed)
{
    const struct printed *before = walk->before;
    if (cell->kind != CELL_LABEL || !columns_named(cell->label, walk->table) || !before ||
        before->table != walk->table || before->index < 0 ||
        (size_t)before->index + 1 == walk->table->row_count)
        return false;
    const struct nb_form_row *next = &walk->table->rows[before->index + 1];
    struct enumerator number = enumerator_read(next->label, next->label + strlen(next->label));
    if (!number.length ||
        strcmp(next->label + number.length, official_column(walk->table, cell->label)->label) != 0)
        return false;
    printed->table = walk->table;
    printed->index = before->index + 1;
    return true;
}

/* The words in the place of the label that are near to one; noted, since they are not what the form says. A
 * row of nothing but words is rather one of labels. */
static bool guess_row(struct walk *walk, struct printed *printed)
{
    bool row = row_count(printed->row, 0, VALUE_CELLS) || printed->row->room || ends_in_words(printed->row);
    const struct grid_cell *cell = row ? words_of_label(walk->text, printed->row) : NULL;
    if (!cell || (cell->kind == CELL_LABEL && !names_column(walk->table, cell)))
        return false;
    int label = guess_label(walk, cell->span, false);
    if (!(label >= 0 && name_row(walk, label, printed)) && !name_next(walk, cell, printed))
        return false;
    printed->label = cell;
    printed->guessed = true;
    note_label(walk->binding, cell->span, printed->table->rows[printed->index].label);
    return true;
}

static struct printed *add_printed(struct walk *walk, const struct grid_row *row)
{
    struct printed *printed = arena_alloc(walk->binding->work, sizeof *printed);
    printed->grid = walk->grid;
    printed->row = row;
    printed->head = walk->head;
    printed->table = walk->table;
    printed->index = -1;
    *walk->binding->printed_end = printed;
    walk->binding->printed_end = &printed->next;
    return printed;
}

static bool has_rows_above(const struct table_head *head)
{
    return head && head->columns[0].row;
}

/* Where only the order of cells is known, words behind as many values as the row has are the label of the
 * next one. Returns the cell that the next row begins with; the row's count: there is none. */
static size_t next_label(const struct printed *printed)
{
    const struct grid_row *row = printed->row;
    size_t values = 0,
           wanted = printed->index >= 0 ? printed->table->rows[printed->index].column_count : SIZE_MAX;
    for (size_t i = printed->label ? printed->label->column + 1 : 0; i + 1 < row->count; i++) {
        if (row->cells[i].kind == CELL_WORDS && values == wanted && row->cells[i + 1].kind == CELL_NUMBER)
            return i;
        values += row->cells[i].kind != CELL_WORDS;
    }
    return row->count;
}

/* A stretch of a row's cells as a row of its own. */
static const struct grid_row *cut_row(struct nb_arena *arena, const struct grid_row *row, size_t start,
                                      size_t end)
{
    struct grid_row *part = row_with_room(arena, row, end - start);
    append_cells(part, row->cells + start, end - start);
    return part;
}

/* The cell of a row that holds several numbers and is the only one that holds any; NULL: there is none. */
static const struct grid_cell *lone_numbers(const struct nb_text *text, const struct grid_row *row)
{
    const struct grid_cell *lone = NULL;
    for (size_t i = 0; i < row->count; i++) {
        size_t numbers = count_numbers(text, &row->cells[i]);
        if (numbers > 1 && !lone)
            lone = &row->cells[i];
        else if (numbers || row->cells[i].kind == CELL_NA || row->cells[i].kind == CELL_GARBLED)
            return NULL;
    }
    return lone;
}

/* Whether a blank parts a number behind its point or its comma: 0. 23. */
static bool is_torn_number(const struct nb_text *text, const struct grid_cell *cell)
{
    for (size_t at = cell->span.start; at + 1 < cell->span.end; at++)
        if ((text->shadow[at] == '.' || text->shadow[at] == ',') && strchr(" \n", text->shadow[at + 1]))
            return true;
    return false;
}

/* A row whose numbers stand in one cell together: their columns are not known, only their order, and its
 * empty cells are none. They may be one, whose digits blanks part. */
static const struct grid_row *part_numbers(struct walk *walk, const struct grid_row *row)
{
    const struct grid_cell *lone = lone_numbers(walk->text, row);
    if (!lone || is_torn_number(walk->text, lone))
        return row;
    struct grid_row *parted = row_with_room(walk->arena, row, row->count + count_numbers(walk->text, lone));
    parted->room = 0;
    parted->kind = digits_apart(walk->text->shadow + lone->span.start, walk->text->shadow + lone->span.end) ==
                           DIGITS_SINGLE
                       ? ROW_BROKEN
                       : ROW_DATA;
    for (const struct grid_cell *cell = row->cells; cell < lone; cell++)
        append_cells(parted, cell, cell->kind != CELL_BLANK);
    for (size_t at = lone->span.start, end; at < lone->span.end; at = end) {
        at += strspn(walk->text->shadow + at, " \n\r\t\x01");
        end = at + strcspn(walk->text->shadow + at, " \n\r\t\x1F");
        struct nb_number number;
        size_t unit;
        bool counts = read_number(walk->text->shadow + at, end - at, &number, &unit);
        append_cells(
            parted,
            &(struct grid_cell){.span = {at, end}, .kind = counts ? CELL_NUMBER : CELL_NA, .label = -1}, 1);
    }
    return parted;
}

/* Whether a number with a unit of one character, or none, stands at the end of words: it may be the first of
 * the row's values, but not in brackets, as a footnote's mark is. */
static bool ends_in_number(const struct nb_text *text, struct nb_span words)
{
    size_t at = words.end - words.start > 4 ? words.end - 4 : words.start;
    while (at < words.end && !isdigit((unsigned char)text->shadow[at]))
        at++;
    return at < words.end && !strchr(")]", text->shadow[words.end - 1]);
}

/* A row with a label that is known, or nearly; one of an across table, whose labels stand over its columns or
 * before the table; or none of these: the rest of the row before, or a row that its place may tell. */
static void read_row(struct walk *walk, const struct grid_row *row)
{
    row = part_numbers(walk, row);
    const struct grid_cell *label = last_label(row);
    bool values = row_count(row, 0, VALUE_CELLS) > 0;
    if (!label && !walk->before && counts_columns(walk->text, walk->head, row))
        return;
    if (label && !values && !row->room && row->kind != ROW_BROKEN && !ends_in_words(row) &&
        is_group(walk, label->label))
        return;
    struct printed *printed = add_printed(walk, row);
    printed->label = label;
    bool group = label && is_group(walk, label->label) && guess_row(walk, printed);
    if (!group && !(label && name_row(walk, label->label, printed)) && !guess_row(walk, printed) &&
        !has_rows_above(walk->head))
        name_row(walk, walk->context, printed);
    printed->shifted = printed->label && ends_in_number(walk->text, printed->label->span);
    walk->before = printed;
    size_t next = walk->grid->known == TEXT_ORDER ? next_label(printed) : row->count;
    if (next == row->count)
        return;
    printed->row = cut_row(walk->arena, row, 0, next);
    printed->label = printed->label ? &printed->row->cells[printed->label->column] : NULL;
    read_row(walk, cut_row(walk->arena, row, next, row->count));
}

/* Where only the order of cells is known, words behind values that are near to the label of a row begin that
 * row; those near to that of a group of rows end the row before it and are of none. Each piece is cut once:
 * cut from what is left, 200 KB of such words took 1.3 GB. */
static void read_rows(struct walk *walk, const struct grid_row *row)
{
    size_t start = 0, values = 0;
    for (size_t i = 0; walk->grid->known == TEXT_ORDER && i < row->count; i++) {
        const struct grid_cell *cell = &row->cells[i];
        int label = values && cell->kind == CELL_WORDS ? guess_label(walk, cell->span, false) : -1;
        bool group = label >= 0 && is_group(walk, label);
        if (group || (label >= 0 && i + 1 < row->count)) {
            read_row(walk, cut_row(walk->arena, row, start, i));
            start = i + group;
            values = 0;
        }
        if (group)
            note_label(walk->binding, cell->span, form_labels[label].text);
        values += cell->kind != CELL_WORDS && cell->kind != CELL_LABEL;
    }
    if (start < row->count)
        read_row(walk, start ? cut_row(walk->arena, row, start, row->count) : row);
}

/* The one row of an across table, or of its part that is named before it, all of whose cells are empty; not
 * if the row before it is words in the places of values. */
static bool is_empty_across(const struct walk *walk, const struct grid_row *row,
                            const struct grid_row *before)
{
    struct printed named;
    bool words = before && before->kind == ROW_WORDS && row_count(before, 0, 1U << CELL_WORDS) > 1;
    return !words && row->kind == ROW_EMPTY && walk->table->across && walk->head &&
           row->count >= walk->head->count &&
           (has_rows_above(walk->head) || name_row(walk, walk->context, &named));
}

/* Whether cells before the last one name a row and no column. */
static bool names_row_before(const struct walk *walk, const struct grid_row *head,
                             const struct grid_cell *last)
{
    FOR_CELLS (cell, head)
        if (cell != last && names_row(walk->table, cell) && !names_column(walk->table, cell))
            return true;
    return false;
}

/* The label of the first row at the end of a head: in an across table that of a row whose values, no more
 * than it has columns, follow, if no other is named before it, whose values they may be; else words that are
 * no label of the forms, if they are near to one, no column's. -1: it is none. */
static int label_at_end(struct walk *walk, const struct grid_row *head, const struct grid_cell *last,
                        const struct grid_row *body)
{
    if (!walk->table->across) {
        int label = last->kind == CELL_WORDS ? guess_label(walk, last->span, false) : -1;
        return rows_named(label, walk->table) ? label : -1;
    }
    bool row = names_row(walk->table, last) && !names_column(walk->table, last);
    return row && body->count <= walk->table->rows[0].column_count && !names_row_before(walk, head, last)
               ? last->label
               : -1;
}

/* Where only the order is known, the label of the first row may stand at the end of the head, if that row has
 * none. Returns the first row. */
static const struct grid_row *first_row(struct walk *walk, const struct grid_part *part)
{
    struct grid_cell *last = last_cell(part->head);
    const struct grid_row *body = part->body;
    bool bare = body && body->kind == ROW_DATA && body->count && !is_part_of_label(&body->cells[0]);
    int label =
        walk->grid->known == TEXT_ORDER && bare && last ? label_at_end(walk, part->head, last, body) : -1;
    if (label < 0)
        return body;
    struct grid_row *row = row_with_room(walk->arena, body, body->count + 1);
    append_cells(row, &(struct grid_cell){.span = last->span, .kind = CELL_LABEL, .label = label}, 1);
    append_cells(row, body->cells, body->count);
    if (last->kind == CELL_WORDS)
        note_label(walk->binding, last->span, form_labels[label].text);
    set_cell(last, CELL_BLANK, -1);
    return row;
}

/* The only row of an across table that a heading names among other words, and no group but that row's:
 * 未经复议直接起诉的行政诉讼情况. -1: it names none, or is no heading. */
static int label_within(const struct nb_form_table *table, const char *at, const char *end)
{
    enum { LONGEST = 90 }; /* bytes: 30 signs, of which the longest of these labels has 8 */
    const struct nb_form_row *found = NULL;
    bool sole = table->across && end - at <= LONGEST && !memchr(at, ',', (size_t)(end - at)) &&
                !bytes_find(at, end, "。");
    for (size_t r = 0; sole && r < table->row_count; r++)
        if (bytes_find(at, end, table->rows[r].label)) {
            sole = !found;
            found = &table->rows[r];
        }
    for (size_t r = 0; sole && found && r < table->row_count; r++)
        sole = !bytes_find(at, end, table->rows[r].heading) || !*table->rows[r].heading ||
               !strcmp(table->rows[r].heading, found->heading);
    const struct lexicon_word *word =
        sole && found ? lexicon_label(&form_lexicon, found->label, strlen(found->label)) : NULL;
    return word ? word->label : -1;
}

/* The label that was said last before a table, with a number of its own or without; -1: it was none. */
static int label_before(const struct nb_report *report, struct nb_span words)
{
    const char *at = report->text->shadow + words.start, *end = report->text->shadow + words.end;
    const struct lexicon_word *word = lexicon_label(&form_lexicon, at, words.end - words.start);
    struct enumerator number = enumerator_read(at, end);
    if (!word && number.kind && number.closed)
        word = lexicon_label(&form_lexicon, at + number.length, (size_t)(end - at) - number.length);
    int label = word ? word->label : -1;
    const struct nb_form *form = report->form;
    for (size_t t = 0; label < 0 && t < form->table_count; t++)
        label = label_within(&form->tables[t], at, end);
    return label;
}

/* The same of words that stand behind the rows of a part, alone in a row or, where only the order is known,
 * behind its values. */
static int label_behind(const struct nb_report *report, const struct grid_row *row)
{
    const struct grid_cell *words = row->next ? NULL : last_words(row);
    return words ? label_before(report, words->span) : -1;
}

/* Whether a numeral is no value, but a sign of the words behind it: 三、 of a label that is set upright. */
static bool is_numbered(const struct nb_text *text, const struct grid_row *row)
{
    const struct grid_cell *first = row->cells;
    return row->count > 1 && first->kind == CELL_NUMBER && utf8_is_han(text->shadow + first->span.start) &&
           !row_count(row, 1, VALUE_CELLS);
}

/* Whether words stand over a first row that has a label of its own, one over each of its cells: they name its
 * columns in words that the form does not have (列1, 列2). */
static bool names_columns(const struct grid_row *row, const struct grid_row *before)
{
    const struct grid_row *below = row->next;
    return !before && below && below->kind == ROW_DATA && below->count == row->count &&
           below->cells->kind == CELL_LABEL && row_count(row, 0, 1 << CELL_WORDS) == row->count;
}

/* Whether a row prints something of a row of the form: values, or words in the place of some. */
static bool may_be_row(const struct walk *walk, const struct grid_row *row, const struct grid_row *before)
{
    return (row->kind == ROW_DATA && !is_numbered(walk->text, row)) || row->kind == ROW_BROKEN ||
           (row->kind == ROW_WORDS && row->count > 1 && !names_columns(row, before)) ||
           (row->kind == ROW_GROUP && ends_in_words(row)) || is_empty_across(walk, row, before);
}

static void read_body(struct walk *walk, const struct grid_row *body)
{
    const struct grid_row *before = NULL;
    for (const struct grid_row *row = body; row; before = row, row = row->next) {
        int said = label_behind(walk->binding->report, row);
        if (may_be_row(walk, row, before) && !(row->kind == ROW_WORDS && said >= 0))
            read_rows(walk, row);
        else if (row->kind == ROW_GROUP)
            walk->before = NULL;
        walk->context = said < 0 ? walk->context : said;
    }
}

/* Whether nothing but words stands in the rows before a head: the title of the table, or its unit. */
static bool is_title(const struct grid_part *part)
{
    const struct grid_row *row = part->body;
    while (row && row->kind == ROW_WORDS)
        row = row->next;
    return !part->head && !row && part->next && part->next->head;
}

/* Whether a head that a table prints again has the same columns in another order. */
static bool is_reordered(const struct table_head *head, const struct table_head *before)
{
    size_t at = 0;
    bool reordered = false;
    for (size_t c = 0; c < head->count; c++) {
        size_t same = 0;
        while (same < before->count && !name_same_column(head->columns[c].label->label,
                                                         before->columns[same].label->label, head->table))
            same++;
        if (same == before->count)
            return false;
        reordered |= same < at;
        at = same;
    }
    return reordered;
}

/* The columns of a table stay where they are: in a head that stands again with the same ones in another
 * order, as programs leave one whose spans they lose, none is certain. */
static void doubt_again(const struct table_head *head, const struct table_head *before)
{
    const struct nb_form_row *rows = head ? head->table->rows : NULL;
    bool same = head && rows[0].columns == rows[head->table->row_count - 1].columns; /* of all its rows */
    if (!same || !before || head->table->across || !is_reordered(head, before))
        return;
    for (size_t c = 0; c < head->count; c++)
        head->columns[c].doubted = true;
}

static bool names_rows(const struct grid_row *rows, const struct nb_form_table *table)
{
    FOR_CELLS (cell, rows)
        if (rows_named(cell->label, table))
            return true;
    return false;
}

/* A part that is a head only, with the rows of the table behind it if that has none: pages print the two as
 * tables of their own, so that the rows may be moved below the head. */
static const struct grid_part *with_rows_behind(const struct walk *walk, const struct grid_part *part)
{
    const struct grid_part *behind = walk->grid->next ? walk->grid->next->parts : NULL;
    if (part->body || part->next || !behind || behind->head || !names_rows(behind->body, walk->table))
        return part;
    struct grid_part *joined = arena_alloc(walk->arena, sizeof *joined);
    *joined = *part;
    joined->body = behind->body;
    return joined;
}

static void read_part(struct walk *walk, struct grid_part *part)
{
    bool title = is_title(part), other = part_is_of_years(walk->text, part);
    walk->table = other ? NULL : choose_table(walk, title ? part->next : part);
    if (title && walk->table)
        take_title(walk, part);
    if (title || !walk->table)
        return;
    give_empty_rows(walk, part);
    mend_torn_head(walk, part);
    mend_labels(walk, part);
    size_t t = (size_t)(walk->table - walk->form->tables);
    const struct grid_row *first = first_row(walk, part);
    const struct table_head *head =
        part->head ? read_head(walk->binding, walk->grid, with_rows_behind(walk, part), walk->table) : NULL;
    doubt_again(head, walk->heads[t]);
    walk->heads[t] = !head ? walk->heads[t] : head->count ? head : NULL;
    walk->head = walk->heads[t];
    walk->last = walk->table;
    walk->before = NULL;
    read_body(walk, first);
}

/* ---- rows without a label ---- */

/* Whether rows of two tables, which may be of two forms, are the same. */
static bool is_row(const struct printed_row *row, const struct nb_form_table *table, int index)
{
    if (row->table == table)
        return row->index == index;
    return strcmp(row->table->id, table->id) == 0 &&
           strcmp(row->table->rows[row->index].id, table->rows[index].id) == 0;
}

static bool is_labelled(const struct binding *binding, const struct nb_form_table *table, int index)
{
    for (const struct printed_row *row = binding->printed_rows; row; row = row->next)
        if (row->index >= 0 && is_row(row, table, index))
            return true;
    return false;
}

/* Whether a row prints values, and nothing says of which row of the form. */
static bool is_nameless(const struct printed *printed)
{
    return printed->index < 0 && !printed->table->across && printed->row->kind == ROW_DATA &&
           row_count(printed->row, 0, VALUE_CELLS) > 0;
}

/* Whether a row prints nothing but words: pieces of labels beside the rows whose they are. */
static bool is_of_pieces(const struct printed *printed)
{
    return printed->index < 0 && printed->row->kind == ROW_WORDS &&
           row_count(printed->row, 0, 1U << CELL_WORDS) == printed->row->count;
}

/* Whether a row prints words, no number among them, and, behind them, empty cells only. */
static bool is_unfilled(const struct nb_text *text, const struct printed *printed)
{
    const struct grid_cell *words =
        printed->row->kind == ROW_WORDS ? words_of_label(text, printed->row) : NULL;
    return words && printed->index < 0 && !printed->table->across && ends_in_words(printed->row) &&
           !ends_in_number(text, words->span);
}

/* The row of the form at which those end that this one may be: that of the next printed row that is named. */
static int row_behind(const struct printed *printed)
{
    const struct printed *after = printed->next;
    while (after && after->table == printed->table && after->index < 0)
        after = after->next;
    return after && after->table == printed->table ? after->index : (int)printed->table->row_count;
}

/* The first row of the form that is printed nowhere, of those between the rows around this one; -1: from it
 * on not as many rows are nameless as there are such. */
static int row_between(const struct binding *binding, const struct printed *before,
                       const struct printed *printed)
{
    const struct nb_form_table *table = printed->table;
    const struct printed *after = printed;
    size_t nameless = 0;
    for (; after && after->table == table && (is_nameless(after) || is_of_pieces(after)); after = after->next)
        nameless += !is_of_pieces(after);
    int row = before && before->table == table ? before->index + 1 : 0, found = -1;
    for (int at = row_behind(printed); at-- > row;)
        if (!is_labelled(binding, table, at)) {
            found = at;
            nameless--;
        }
    return nameless ? -1 : found;
}

/* Where the report prints rows of a group of its form, the group's label is not that of a row, as it is in
 * another form: the label of the row that it stands before is lost. */
static void unname_groups(struct binding *binding)
{
    const struct nb_form *own = binding->report->form;
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        const struct nb_form_table *table = form_table_find(own, printed->table->id);
        for (size_t r = 0;
             printed->table->form != own && printed->index >= 0 && table && r < table->row_count; r++)
            if (strcmp(table->rows[r].group, printed->table->rows[printed->index].label) == 0 &&
                is_labelled(binding, table, (int)r)) {
                printed->table = table;
                printed->index = -1;
            }
    }
}

/* The row of the form that is printed nowhere, of those between the named rows around this one, whose label
 * is most like the words in the place of one; -1: none is, or two are as much. */
static int row_like(const struct binding *binding, const struct printed *before,
                    const struct printed *printed)
{
    const struct nb_form_table *table = printed->table;
    const struct grid_cell *words = words_of_label(binding->report->text, printed->row);
    int row = before && before->table == table ? before->index + 1 : 0, found = -1, end = row_behind(printed);
    size_t most = 0;
    for (; words && words->kind == CELL_WORDS && row < end; row++) {
        size_t alike = is_labelled(binding, table, row)
                           ? 0
                           : likeness(binding->report->text, words->span, table->rows[row].label, false);
        found = alike > most ? row : alike && alike == most ? -1 : found;
        most = alike > most ? alike : most;
    }
    return found;
}

static void infer_rows(struct binding *binding)
{
    struct printed *before, *last = NULL;
    for (struct printed *printed = binding->printed; printed; printed = printed->next)
        printed_row(binding, printed);
    unname_groups(binding);
    for (struct printed *printed = binding->printed; printed; printed = printed->next) {
        bool nameless = is_nameless(printed);
        before = last;
        last = is_of_pieces(printed) ? last : printed;
        if ((!nameless && !is_unfilled(binding->report->text, printed)) || (before && before->index < 0))
            continue;
        int like = row_like(binding, before, printed);
        int row = like < 0 && nameless ? row_between(binding, before, printed) : like;
        if (row < 0)
            continue;
        if (like >= 0)
            note_label(binding, words_of_label(binding->report->text, printed->row)->span,
                       printed->table->rows[row].label);
        printed->index = row;
        printed->inferred = true;
        printed_row(binding, printed);
        if (!printed->label) /* what it is called instead is no value */
            printed->label = words_of_label(binding->report->text, printed->row);
    }
}

void find_printed(struct binding *binding)
{
    const struct nb_report *report = binding->report;
    struct walk walk = {.binding = binding,
                        .text = report->text,
                        .arena = report->arena,
                        .form = report->form,
                        .guesses = arena_alloc(binding->work, GUESSES * sizeof *walk.guesses),
                        .heads = arena_alloc(binding->work, report->form->table_count * sizeof *walk.heads)};
    for (const struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        walk.grid = grid;
        walk.context = label_before(report, grid->before);
        for (struct grid_part *part = gather(binding, grid); part; part = part->next)
            read_part(&walk, part);
        leave_grid(&walk);
    }
    name_by_sums(binding);
    infer_rows(binding);
}
