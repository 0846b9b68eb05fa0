/* rows_labels.c - labels that are not printed as the form has them: broken over cells or rows, run together,
 * with a number, near to one. */
#include "rows.h"

#include "arena.h"
#include "fold.h"
#include "table_head.h"
#include "text.h"

#include <string.h>

int guess_label(const struct walk *walk, struct nb_span words, bool over)
{
    const char *text = walk->text->shadow + words.start;
    size_t size = words.end - words.start;
    struct guess *guess = &walk->guesses[(lexicon_hash(text, size) + over) % GUESSES];
    uint64_t columns = over ? walk->columns : 0;
    if (guess->table != walk->table || guess->over != over || guess->columns != columns ||
        guess->size != size || memcmp(guess->text, text, size) != 0)
        *guess = (struct guess){text, size,    walk->table,
                                over, columns, nearest_label(walk->text, words, walk->table, over, columns)};
    return guess->label;
}

/* The columns of the rows that a label names; 0: it names none. */
static uint64_t columns_of_label(const struct nb_form_table *table, int label)
{
    uint64_t columns = 0;
    const struct form_use *use = label < 0 ? NULL : next_use(label, table, NULL);
    for (; use; use = next_use(label, table, use)) {
        const struct nb_form_row *row =
            use->class == LABEL_ROW && use->row >= 0 ? &table->rows[use->row] : NULL;
        for (size_t i = 0; row && i < row->column_count; i++)
            columns |= UINT64_C(1) << form_column_index(table, row, i);
    }
    return columns;
}

uint64_t columns_of_rows(const struct walk *walk, const struct grid_part *part)
{
    const struct nb_form_table *table = walk->table;
    uint64_t columns = 0;
    if (table->across || table->rows[table->row_count - 1].columns == table->rows[0].columns)
        return UINT64_MAX;
    for (const struct grid_row *row = part->body; row; row = row->next)
        for (size_t i = 0, end = stub_length(row); i < end; i++) {
            const struct grid_cell *cell = &row->cells[i];
            int label = cell->kind == CELL_LABEL   ? cell->label
                        : cell->kind == CELL_WORDS ? guess_label(walk, cell->span, false)
                                                   : -1;
            columns |= columns_of_label(table, label);
        }
    return columns ? columns : UINT64_MAX;
}

size_t count_printed(const struct grid_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        count += is_printed_value(&row->cells[i]) && row->cells[i].kind != CELL_WORDS;
    return count;
}

size_t stub_length(const struct grid_row *row)
{
    size_t length = 0;
    while (length < row->count &&
           (row->cells[length].kind == CELL_LABEL || row->cells[length].kind == CELL_WORDS ||
            row->cells[length].kind == CELL_BLANK || row->cells[length].kind == CELL_SPAN))
        length++;
    return length;
}

/* The last byte of words, but for fillers. */
static const char *last_sign(const struct nb_text *text, struct nb_span words)
{
    const char *last = text->shadow + words.end - 1;
    while (last > text->shadow + words.start && *last == FOLD_FILLER)
        last--;
    return last;
}

/* Whether words stand in brackets from end to end: the unit of the column that is named before them or over
 * them, printed as what a cell of two lines holds. */
static bool is_in_brackets(const struct nb_text *text, struct nb_span words)
{
    const char *first = text->shadow + words.start;
    return *first == '(' && memchr(first, ')', words.end - words.start) == last_sign(text, words);
}

/* Whether words are printed right behind a label. If so, they are of the label from now on. */
static bool take_words(const struct nb_text *text, struct grid_cell *label, const struct grid_cell *words)
{
    size_t between = label ? strspn(text->shadow + label->span.end, " \n\r\t\x01\x1E\x1F") : 0;
    if (!label || label->span.end + between != words->span.start)
        return false;
    label->span.end = words->span.end;
    return true;
}

/* The label that another cell of a head is or, of other words than these, is near to; -1: none. */
static int label_beside(const struct walk *walk, const struct grid_cell *cell, const struct grid_cell *other)
{
    const char *text = walk->text->shadow;
    size_t length = cell->span.end - cell->span.start;
    if (other == cell || other->kind != CELL_WORDS)
        return other == cell || other->kind != CELL_LABEL ? -1 : other->label;
    bool same = other->span.end - other->span.start == length &&
                !memcmp(text + cell->span.start, text + other->span.start, length);
    return same ? -1 : guess_label(walk, other->span, true);
}

/* Whether another cell of a head is the label of the same column, or near to it: then what is only near to it
 * names none, 上年数 beside 上年项目数量, 本年增 beside 本年减. In an across table columns come again for
 * each of its rows. */
static bool is_taken(const struct walk *walk, const struct grid_row *head, const struct grid_cell *cell,
                     int label)
{
    size_t left = walk->table->across ? walk->table->row_count : 1;
    for (; head; head = head->next)
        for (size_t i = 0; i < head->count; i++) {
            int beside = label_beside(walk, cell, &head->cells[i]);
            if (beside >= 0 && name_same_column(beside, label, walk->table) && !--left)
                return true;
        }
    return false;
}

/* The label of a column of the year reported on, where the cell names that year; -1: it does not, or the
 * table has none. */
static int year_label(const struct walk *walk, const struct grid_cell *cell)
{
    static const char words[] = "本年度";
    const struct nb_report *report = walk->binding->report;
    if (!report->year || year_alone(walk->text, cell) != report->year)
        return -1;
    const struct lexicon_word *word = lexicon_label(&form_lexicon, words, strlen(words));
    return word && find_use(word->label, walk->table, true) ? word->label : -1;
}

/* How many ideographs two keys of one length have in the same places. */
static size_t count_same(const char *one, const char *other, size_t length)
{
    enum { IDEOGRAPH = 3 };
    size_t same = 0;
    for (size_t i = 0; i + IDEOGRAPH <= length; i += IDEOGRAPH)
        same += !memcmp(one + i, other + i, IDEOGRAPH);
    return same;
}

/* Whether a label stands over some of these columns. */
static bool is_over(const struct nb_form_table *table, int label, uint64_t columns)
{
    const struct form_use *use = next_use(label, table, NULL);
    while (use && !(use->column >= 0 && columns >> use->column & 1))
        use = next_use(label, table, use);
    return use;
}

/* The label of a column that words of a scan were, if no other cell has it: one character is taken for
 * another there, so that as many stand in the same places, half of them right. -1: it is none, or of several
 * nobody can tell which. */
static int misread_label(const struct walk *walk, const struct grid_row *head, const struct grid_cell *cell)
{
    char key[LEXICON_LONGEST * 3];
    size_t length = cell->span.end - cell->span.start, most = 0;
    int found = -1;
    if (length > sizeof key || strcmp(walk->binding->report->format, "scan") != 0)
        return -1;
    length = lexicon_key(walk->text->shadow + cell->span.start, length, key);
    for (const struct lexicon_word *word = form_lexicon.words; word < form_lexicon.words + form_lexicon.count;
         word++) {
        if (strlen(word->key) != length || !is_over(walk->table, word->label, walk->columns))
            continue;
        size_t same = count_same(key, word->key, length);
        if (6 * same < length || same < most || is_taken(walk, head, cell, word->label))
            continue;
        bool rival = same == most && (found < 0 || !name_same_column(found, word->label, walk->table));
        found = rival ? -1 : word->label;
        most = same;
    }
    return found;
}

/* Words, or a label of another table, among the labels of columns that are near to one are that label; others
 * are words here. */
static void read_words(struct walk *walk, const struct grid_row *head, struct grid_cell *cell)
{
    if (cell->kind != CELL_WORDS && (cell->kind != CELL_LABEL || speaks_of(walk, cell->label, walk->table)))
        return;
    int label = year_label(walk, cell);
    if (label >= 0) {
        set_cell(cell, CELL_LABEL, label);
        return;
    }
    label = guess_label(walk, cell->span, true);
    if (label < 0)
        label = misread_label(walk, head, cell);
    bool known = label >= 0 && !is_taken(walk, head, cell, label);
    set_cell(cell, known ? CELL_LABEL : CELL_WORDS, known ? label : -1);
    const struct form_use *use = known ? find_use(label, walk->table, true) : NULL;
    if (known)
        note_label(walk->binding, cell->span,
                   use ? official_column(walk->table, use)->label : form_labels[label].text);
}

/* Where in words the second of two labels begins that stand over columns and were run together; 0: they are
 * not two, or some sign between them makes them one column's (科研机构、社会公益组织). */
static size_t second_label(const struct walk *walk, const struct grid_cell *cell)
{
    const struct nb_text *text = walk->text;
    struct nb_span first = {cell->span.start, cell->span.start}, second = {0, cell->span.end};
    char key[8];
    while (cell->kind == CELL_WORDS &&
           (first.end += utf8_length((unsigned char)text->bytes[first.end])) < cell->span.end) {
        second.start = first.end;
        if (joined_label(text, &first, 1, walk->table->id, true) < 0 ||
            joined_label(text, &second, 1, walk->table->id, true) < 0)
            continue;
        second.start += strspn(text->shadow + second.start, " \n\x01");
        return lexicon_key(text->shadow + second.start, utf8_length((unsigned char)text->bytes[second.start]),
                           key)
                   ? second.start
                   : 0;
    }
    return 0;
}

/* Whether some row of a part prints a value at a place, or with `behind` right of it. */
static bool is_reached(const struct grid_part *part, size_t at, bool behind)
{
    for (const struct grid_row *row = part->body; row; row = row->next)
        for (size_t i = at; row->kind == ROW_DATA && i < row->count && (i == at || behind); i++)
            if (is_printed_value(&row->cells[i]))
                return true;
    return false;
}

/* Behind the last cell of a head in which something is printed. */
static size_t labels_end(const struct grid_part *part)
{
    size_t end = 0;
    for (const struct grid_row *row = part->head; row; row = row->next)
        for (size_t i = end; i < row->count; i++)
            end = row->cells[i].kind == CELL_BLANK ? end : i + 1;
    return end;
}

/* Whether the place right of a cell of a head is the cell's, or empty in all of the head, and rows print
 * values there. */
static bool has_place(const struct grid_part *part, const struct grid_row *row, size_t index)
{
    for (const struct grid_row *other = part->head; other; other = other->next)
        if (index + 1 < other->count && is_part_of_label(&other->cells[index + 1]))
            return false;
    return index + 1 < row->count && is_reached(part, index + 1, false);
}

/* Two labels run together in a head are the two cells that they were, where rows have a value for both: the
 * second stands in the place that the cell covers, or that is empty, or, where rows print more values than
 * there are labels, in one more. */
static void part_labels(const struct walk *walk, const struct grid_part *part, struct grid_row *row,
                        size_t index)
{
    size_t second =
        walk->table->across || walk->grid->known == TEXT_ORDER ? 0 : second_label(walk, &row->cells[index]);
    bool spans = index + 1 < row->count && row->cells[index + 1].kind == CELL_SPAN;
    bool covers = second && has_place(part, row, index);
    if (!second || (!covers && (spans || !is_reached(part, labels_end(part), true))))
        return;
    bool spare = row->cells[row->count - 1].kind == CELL_BLANK;
    size_t count = row->count + !(covers || spare), behind = index + 1 + covers;
    struct grid_cell *cells = arena_alloc(walk->arena, (row->count + 1) * sizeof *cells);
    memcpy(cells, row->cells, behind * sizeof *cells);
    memcpy(cells + index + 2, row->cells + behind, (row->count - behind) * sizeof *cells);
    cells[index + 1] = cells[index];
    cells[index].span.end = cells[index + 1].span.start = second;
    for (size_t i = index; i < count; i++)
        cells[i].column = (unsigned)i;
    for (size_t i = index; i < index + 2; i++)
        set_cell(&cells[i], CELL_LABEL, joined_label(walk->text, &cells[i].span, 1, walk->table->id, true));
    row->cells = cells;
    row->count = (unsigned)count;
}

/* A label cut into two cells of a head, which are one more than rows have values for, is one. */
static void join_cells(const struct walk *walk, const struct grid_part *part, struct grid_row *row,
                       size_t index)
{
    struct grid_cell *cell = &row->cells[index], *next = cell + 1;
    if (walk->grid->known == TEXT_ORDER || index + 1 >= row->count ||
        (cell->kind != CELL_WORDS && next->kind != CELL_WORDS) || !is_part_of_label(cell) ||
        !is_part_of_label(next))
        return;
    const struct nb_span pieces[] = {cell->span, next->span};
    int label = joined_label(walk->text, pieces, 2, walk->table->id, true);
    if (label < 0 || is_reached(part, labels_end(part) - 1, true))
        return;
    cell->span.end = next->span.end;
    set_cell(cell, CELL_LABEL, label);
    row->count--;
    memmove(next, next + 1, (row->count - index - 1) * sizeof *next);
    for (size_t i = index + 1; i < row->count; i++)
        row->cells[i].column = (unsigned)i;
}

/* The words of a row that holds nothing else; 0: it does. */
static size_t count_words(const struct grid_row *row)
{
    size_t words = 0;
    for (size_t i = 0; i < row->count; i++)
        if (is_part_of_label(&row->cells[i]))
            words++;
        else if (row->cells[i].kind != CELL_BLANK && row->cells[i].kind != CELL_SPAN)
            return 0;
    return words;
}

/* Whether a row holds nothing but words, most of which are near to labels of columns, as many as this. */
static bool holds_labels(const struct walk *walk, const struct grid_row *row, size_t fewest)
{
    size_t words = count_words(row), labels = 0, others = 0;
    for (size_t i = 0; i < row->count && 2 * others < words; i++)
        if (is_part_of_label(&row->cells[i]))
            ++*(guess_label(walk, row->cells[i].span, true) >= 0 ? &labels : &others);
    return labels >= fewest && 2 * labels > words;
}

void take_title(const struct walk *walk, struct grid_part *title)
{
    struct grid_row **end = &title->body;
    while (*end && holds_labels(walk, *end, 1))
        end = &(*end)->next;
    if (*end)
        return;
    *end = title->next->head;
    title->next->head = title->body;
    title->body = NULL;
    for (struct grid_row *row = title->next->head; row != *end; row = row->next)
        row->kind = ROW_HEAD;
}

void take_head_rows(const struct walk *walk, struct grid_part *part)
{
    struct grid_row *last = part->head;
    while (last && last->next)
        last = last->next;
    while (last && part->body && part->body->kind == ROW_WORDS && holds_labels(walk, part->body, 2)) {
        last = last->next = part->body;
        part->body = last->next;
        last->kind = ROW_HEAD;
        last->next = NULL;
    }
}

/* Whether a row of a head has labels of columns; whether it has the label of a row, and empty cells behind.
 */
static bool has_columns(const struct grid_row *row, const struct nb_form_table *table)
{
    for (size_t i = 0; i < row->count; i++)
        if (names_column(table, &row->cells[i]))
            return true;
    return false;
}

static bool is_empty_row(const struct grid_row *row, const struct nb_form_table *table)
{
    size_t labels = 0, blanks = 0;
    for (size_t i = 0; i < row->count; i++) {
        labels += row->cells[i].kind == CELL_LABEL && !blanks;
        blanks += row->cells[i].kind == CELL_BLANK;
    }
    return labels && blanks && labels + blanks == row->count && !has_columns(row, table) &&
           names_row(table, &row->cells[labels - 1]);
}

void give_empty_rows(const struct walk *walk, struct grid_part *part)
{
    const struct nb_form_table *table = walk->table;
    struct grid_row **first = &part->head;
    bool columns = walk->heads[table - walk->form->tables],
         bare = part->body && !names_row(table, part->body->cells); /* below the name of a block */
    if (!table->across || walk->grid->known == TEXT_ORDER || bare)
        return;
    for (struct grid_row **row = first; *row; row = &(*row)->next) {
        columns |= has_columns(*row, table);
        first = columns && is_empty_row(*row, table) ? first : &(*row)->next;
    }
    struct grid_row *rows = *first, **end = first;
    for (; *end; end = &(*end)->next)
        (*end)->kind = ROW_DATA;
    *end = part->body;
    *first = NULL;
    part->body = rows ? rows : part->body;
}

/* Whether a label that stands alone in its row goes on the words before it, 上年 and 总计: it is one that the
 * head has besides.
 */
static bool goes_on(const struct walk *walk, const struct grid_row *head, const struct grid_row *row,
                    struct grid_cell *before, const struct grid_cell *cell)
{
    bool alone = row->count == 1 || walk->grid->known == TEXT_ORDER;
    return alone && before && before->kind == CELL_WORDS && cell->kind == CELL_LABEL &&
           is_taken(walk, head, cell, cell->label) && take_words(walk->text, before, cell);
}

static void read_labels(struct walk *walk, const struct grid_part *part)
{
    struct grid_cell *label = NULL, *before = NULL;
    for (struct grid_row *row = part->head; row; row = row->next)
        for (size_t i = 0; i < row->count; before = &row->cells[i++]) {
            part_labels(walk, part, row, i);
            join_cells(walk, part, row, i);
            struct grid_cell *cell = &row->cells[i];
            bool unit = cell->kind == CELL_WORDS && is_in_brackets(walk->text, cell->span);
            if (unit)
                take_words(walk->text, label, cell);
            if (unit || goes_on(walk, part->head, row, before, cell))
                set_cell(cell, CELL_BLANK, -1);
            else
                read_words(walk, part->head, cell);
            label = cell->kind == CELL_LABEL ? cell : label;
        }
}

struct grid_cell *last_cell(struct grid_row *row)
{
    while (row && row->next)
        row = row->next;
    return row && row->count ? &row->cells[row->count - 1] : NULL;
}

/* Words between the last label of a head and the first row that end in a bracket are what was torn from it,
 * with its unit. */
static void read_torn(const struct walk *walk, const struct grid_part *part)
{
    struct grid_cell *label = last_cell(part->head);
    if (!label || label->kind != CELL_LABEL)
        return;
    struct grid_cell torn = *label;
    for (const struct grid_row *row = part->body; row && row->kind == ROW_WORDS; row = row->next)
        for (size_t i = 0; i < row->count && take_words(walk->text, &torn, &row->cells[i]); i++)
            if (*last_sign(walk->text, torn.span) == ')')
                *label = torn;
}

/* A label that is broken over two rows of a head, whichever of them comes first, stands in the second. */
static void join_words(const struct walk *walk, struct grid_row *upper)
{
    for (struct grid_row *lower = upper ? upper->next : NULL; lower; upper = lower, lower = lower->next)
        for (size_t i = 0; upper->count == lower->count && i < lower->count; i++) {
            struct grid_cell *above = &upper->cells[i], *cell = &lower->cells[i];
            if (!is_part_of_label(above) || !is_part_of_label(cell) ||
                (above->label >= 0 && cell->label >= 0))
                continue;
            const struct nb_span down[] = {above->span, cell->span}, up[] = {cell->span, above->span};
            int label = joined_label(walk->text, down, 2, walk->table->id, true);
            label = label < 0 ? joined_label(walk->text, up, 2, walk->table->id, true) : label;
            if (label < 0)
                continue;
            set_cell(cell, CELL_LABEL, label);
            set_cell(above, CELL_BLANK, -1);
        }
}

struct grid_cell *words_of_label(const struct grid_row *row)
{
    size_t at = stub_length(row);
    while (at > 0 && !is_part_of_label(&row->cells[at - 1]))
        at--;
    return at ? &row->cells[at - 1] : NULL;
}

/* The label that is broken over rows [first, last] stands in the one of them that has the values, and nothing
 * in the others. */
static void keep_label(struct grid_row *first, const struct grid_row *last, struct grid_row *valued,
                       int label)
{
    for (struct grid_row *row = first; row != last->next; row = row->next) {
        struct grid_cell *cell = words_of_label(row);
        set_cell(cell, row == valued ? CELL_LABEL : CELL_BLANK, row == valued ? label : -1);
        row->kind = row == valued ? ROW_DATA : words_of_label(row) ? row->kind : ROW_EMPTY;
    }
}

/* The last of the rows over which the label of a row is broken, of which one prints values; NULL: its label
 * is not broken. */
static struct grid_row *join_label(const struct walk *walk, struct grid_row *first)
{
    const struct grid_cell *cell = words_of_label(first);
    struct grid_row *valued = cell && count_printed(first) ? first : NULL;
    struct nb_span pieces[MOST_PIECES] = {cell ? cell->span : (struct nb_span){0, 0}};
    size_t count = 1;
    for (struct grid_row *row = first->next; cell && row && count < MOST_PIECES; row = row->next) {
        const struct grid_cell *below = words_of_label(row);
        bool values = count_printed(row);
        if (!below || below->kind != CELL_WORDS || below->column != cell->column ||
            row->count != first->count || (values && valued))
            return NULL;
        valued = values ? row : valued;
        pieces[count++] = below->span;
        int label = joined_label(walk->text, pieces, count, walk->table->id, false);
        if (label < 0)
            continue;
        keep_label(first, row, valued ? valued : first, label);
        return row;
    }
    return NULL;
}

/* A label that is broken over several rows, one of which has the values. */
static void join_labels(const struct walk *walk, struct grid_row *row)
{
    for (struct grid_row *last; walk->grid->known == TEXT_GRID && row; row = last->next)
        if (!(last = join_label(walk, row)))
            last = row;
}

static bool parts_words(char sign)
{
    return sign == ' ' || sign == ':' || sign == '\n' || sign == '\t';
}

/* Take apart words that end in a number behind a blank or a colon: it, and what stands before it. False: they
 * do not. */
static bool cut_number(const struct nb_text *text, struct nb_span *name, struct nb_span *number)
{
    struct nb_number read;
    size_t unit, at = name->end;
    while (at > name->start && !parts_words(text->shadow[at - 1]))
        at--;
    *number = (struct nb_span){at, name->end};
    while (number->start < number->end && text->shadow[number->start] == FOLD_FILLER)
        number->start++;
    for (; at > name->start && (parts_words(text->shadow[at - 1]) || text->shadow[at - 1] == FOLD_FILLER);
         at--)
        name->end = parts_words(text->shadow[at - 1]) ? at - 1 : name->end;
    return number->start > name->end &&
           read_number(text->shadow + number->start, number->end - number->start, &read, &unit);
}

/* The leftmost place of a part at which the label of a column stands or, if it has none, a row prints a
 * number. */
static size_t first_place(const struct walk *walk, const struct grid_part *part)
{
    size_t first = SIZE_MAX;
    for (const struct grid_row *row = part->head; row; row = row->next)
        for (size_t i = 0; row->count > 1 && i < row->count && i < first; i++)
            first = names_column(walk->table, &row->cells[i]) ? i : first;
    for (const struct grid_row *row = part->head ? NULL : part->body; row; row = row->next)
        for (size_t i = 0; row->kind == ROW_DATA && i < row->count && i < first; i++)
            first = row->cells[i].kind == CELL_NUMBER ? i : first;
    return first;
}

/* A number that stands in one cell with the label of its row (行政处罚 12) is that of the first column,
 * `first`, if the cell there is empty, as those between are. */
static void part_number(const struct walk *walk, struct grid_row *row, size_t first)
{
    struct grid_cell *label = words_of_label(row);
    size_t at = label && label->kind == CELL_WORDS ? label->column : row->count;
    size_t end = first > at && first < row->count ? first : at + 1;
    for (size_t i = at; i < end; i++)
        if (i + 1 >= row->count ||
            (row->cells[i + 1].kind != CELL_BLANK && row->cells[i + 1].kind != CELL_SPAN))
            return;
    struct nb_span whole = label->span, name = whole, number;
    bool parted = cut_number(walk->text, &name, &number);
    int known = parted ? joined_label(walk->text, &name, 1, walk->table->id, false) : -1;
    if (known < 0)
        return;
    note_label(walk->binding, whole, form_labels[known].text);
    label->span = name;
    set_cell(label, CELL_LABEL, known);
    row->cells[end].span = number;
    set_cell(&row->cells[end], CELL_NUMBER, -1);
    row->kind = ROW_DATA;
}

static void part_numbers(const struct walk *walk, const struct grid_part *part)
{
    size_t first = first_place(walk, part);
    for (struct grid_row *row = walk->grid->known == TEXT_ORDER ? NULL : part->body; row; row = row->next)
        part_number(walk, row, first);
}

void mend_labels(struct walk *walk, const struct grid_part *part)
{
    join_words(walk, part->head);
    join_labels(walk, part->body);
    read_labels(walk, part);
    read_torn(walk, part);
    part_numbers(walk, part);
}
