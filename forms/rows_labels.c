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
    if (guess->table != walk->table || guess->over != over || guess->size != size ||
        memcmp(guess->text, text, size) != 0)
        *guess = (struct guess){text, size, walk->table, over,
                                nearest_label(walk->text, words, walk->table, over)};
    return guess->label;
}

size_t stub_length(const struct grid_row *row)
{
    size_t length = 0;
    while (length < row->count && !cell_is(&row->cells[length], VALUE_CELLS))
        length++;
    return length;
}

/* The last byte of words, but for fillers. */
static const char *last_sign(const struct nb_text *text, struct nb_span words)
{
    return text->shadow + fold_end(text->shadow, words.start + 1, words.end) - 1;
}

/* Whether words stand in brackets from end to end: the unit of the column that is named before them or over
 * them, printed as what a cell of two lines holds; of several side by side no one is that of the last label.
 */
static bool is_unit(const struct nb_text *text, const struct grid_cell *cell)
{
    const char *first = text->shadow + cell->span.start;
    return cell->kind == CELL_WORDS && *first == '(' &&
           memchr(first, ')', cell->span.end - cell->span.start) == last_sign(text, cell->span);
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
    if (other == cell || other->kind != CELL_WORDS)
        return other == cell || other->kind != CELL_LABEL ? -1 : other->label;
    return text_same(walk->text, cell->span, other->span) ? -1 : guess_label(walk, other->span, true);
}

/* Whether another cell of a head is the label of the same column, or near to it: then what is only near to it
 * names none, 上年数 beside 上年项目数量, 本年增 beside 本年减. In an across table columns come again for
 * each of its rows. */
static bool is_taken(const struct walk *walk, const struct grid_row *head, const struct grid_cell *cell,
                     int label)
{
    size_t left = walk->table->across ? walk->table->row_count : 1;
    FOR_CELLS (other, head) {
        int beside = label_beside(walk, cell, other);
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
    return word && columns_named(word->label, walk->table) ? word->label : -1;
}

/* The label of a column that words of a scan are most like, if no other cell has it; -1: they are none, or of
 * several nobody can tell which. */
static int misread_label(const struct walk *walk, const struct grid_row *head, const struct grid_cell *cell)
{
    const struct lexicon_word *words = form_lexicon.words;
    size_t most = 0;
    int found = -1;
    for (size_t i = 0; walk->text->recognised && i < form_lexicon.count; i++) {
        int label = words[i].label;
        size_t alike =
            columns_named(label, walk->table) ? likeness(walk->text, cell->span, words[i].key, false) : 0;
        if (!alike || alike < most || is_taken(walk, head, cell, label))
            continue;
        bool rival = alike == most && (found < 0 || !name_same_column(found, label, walk->table));
        found = rival ? -1 : label;
        most = alike;
    }
    return found;
}

/* Whether another label of a head is the form's own of the column that this one, in other words, names, too.
 */
static bool is_named_better(const struct walk *walk, const struct grid_row *head,
                            const struct grid_cell *cell)
{
    const char *own = official_column(walk->table, cell->label)->label;
    FOR_CELLS (other, head)
        if (other->kind == CELL_LABEL && name_same_column(other->label, cell->label, walk->table) &&
            part_of_label(walk->text, other->span, own) == WHOLE_LABEL &&
            part_of_label(walk->text, cell->span, own) != WHOLE_LABEL)
            return true;
    return false;
}

/* Whether a label that says a sum is that of some of the columns, not what it is near to (法人及其他组织小计)
 * or reads like: 合计 beside 总计. */
static bool sums_some(const struct walk *walk, const struct grid_row *head, const struct grid_cell *cell,
                      int label)
{
    if (label < 0 || walk->table->across || !says_sum(walk->binding->report, cell->span))
        return false;
    return cell->kind == CELL_LABEL ? names_column(walk->table, cell) && is_named_better(walk, head, cell)
                                    : !columns_named(label, walk->table);
}

/* Words, or a label of another table, among the labels of columns that are near to one are that label; others
 * are words here. */
static void read_words(struct walk *walk, const struct grid_row *head, struct grid_cell *cell)
{
    if (sums_some(walk, head, cell, cell->label))
        set_cell(cell, CELL_WORDS, -1);
    else if (cell->kind != CELL_WORDS &&
             (cell->kind != CELL_LABEL || meaning_of(cell->label, walk->table)->forms))
        return;
    int label = year_label(walk, cell);
    if (label >= 0) {
        set_cell(cell, CELL_LABEL, label);
        return;
    }
    label = guess_label(walk, cell->span, true);
    if (label < 0)
        label = misread_label(walk, head, cell);
    bool known = label >= 0 && !is_taken(walk, head, cell, label) && !sums_some(walk, head, cell, label);
    set_cell(cell, known ? CELL_LABEL : CELL_WORDS, known ? label : -1);
    if (known)
        note_label(walk->binding, cell->span,
                   columns_named(label, walk->table) ? official_column(walk->table, label)->label
                                                     : form_labels[label].text);
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
    const struct grid_cell *label = NULL;
    size_t labels = 0, blanks = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool stub = !blanks && (row->cells[i].kind == CELL_LABEL || row->cells[i].kind == CELL_SPAN);
        label = stub && row->cells[i].kind == CELL_LABEL ? &row->cells[i] : label;
        labels += stub;
        blanks += row->cells[i].kind == CELL_BLANK;
    }
    return label && blanks && labels + blanks == row->count && !has_columns(row, table) &&
           names_row(table, label);
}

void give_empty_rows(const struct walk *walk, struct grid_part *part)
{
    const struct nb_form_table *table = walk->table;
    struct grid_row **first = &part->head;
    bool columns = walk->heads[table - walk->form->tables], bare = part->body; /* below the name of a block */
    for (size_t i = 0; bare && i < stub_length(part->body); i++)
        bare = !names_row(table, &part->body->cells[i]);
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

/* Whether a label that stands alone in its row goes on the words before it, 上年 and 总计, which are none: it
 * is one that the head has besides.
 */
static bool goes_on(const struct walk *walk, const struct grid_row *head, const struct grid_row *row,
                    struct grid_cell *before, const struct grid_cell *cell)
{
    bool alone = row->count == 1 || walk->grid->known == TEXT_ORDER;
    return alone && before && before->kind == CELL_WORDS && cell->kind == CELL_LABEL &&
           guess_label(walk, before->span, true) < 0 && is_taken(walk, head, cell, cell->label) &&
           take_words(walk->text, before, cell);
}

static void read_labels(struct walk *walk, const struct grid_part *part)
{
    struct grid_cell *label = NULL, *before = NULL;
    for (struct grid_row *row = part->head; row; row = row->next)
        for (size_t i = 0; i < row->count; before = &row->cells[i++]) {
            struct grid_cell *cell = &row->cells[i];
            bool unit = is_unit(walk->text, cell);
            if (unit && !(i && is_unit(walk->text, cell - 1)) &&
                !(i + 1 < row->count && is_unit(walk->text, cell + 1)))
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

/* A question mark may stand in the place of a value that is not told. */
static bool has_letters(const struct nb_text *text, struct nb_span words)
{
    char key[8];
    return lexicon_key_within(text->shadow + words.start, words.end - words.start, key, 1);
}

struct grid_cell *words_of_label(const struct nb_text *text, const struct grid_row *row)
{
    struct grid_cell *words = NULL;
    for (size_t at = 0, end = stub_length(row); at < end; at++) {
        struct grid_cell *cell = &row->cells[at];
        if (is_part_of_label(cell) &&
            (!words || has_letters(text, cell->span) || !has_letters(text, words->span)))
            words = cell;
    }
    return words;
}

void mend_labels(struct walk *walk, const struct grid_part *part)
{
    read_labels(walk, part);
    mend_cut_head(walk, part);
}
