/* table_order.c - the columns of a printed table of whose labels only the order is known: which label stands
 * over which is told by the form's nesting, and where a label stands that the form does not have by the sums
 * of the rows. */
#include "table_head.h"

#include "arena.h"
#include "fold.h"
#include "lexicon.h"
#include "relations.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---- which label stands over which ---- */

/* A label among those of a head, level by level; those that stand below it are its children. */
struct node {
    const struct grid_cell *label;
    const struct node *row; /* the label of a row over it, or it itself says both */
    struct node *children, *last, *next;
    bool column, closed, names_row;
    bool foreign; /* a column that the form does not have */
    bool begins;  /* a row of labels begins with it */
    bool again;   /* the label of a row, which is printed before, too */
    const struct form_meaning *means;
    uint64_t below, rows; /* the columns that its children stand for, and the rows */
    size_t level;         /* the row of labels that it is printed in; 0: rows are not printed */
    size_t place;         /* where it is printed, in the source */
    size_t first, end;    /* the columns below it */
    bool left;            /* of those behind it, if the form does not have it (place_foreign) */
    size_t at;            /* then the known column that it stands before */
};

/* Whether a label spans all columns of a table: it says of none where it stands. */
static bool spans_all(const struct nb_form_table *table, const struct node *node)
{
    return !table->across && table->rows[0].column_count > 1 &&
           !(columns_of_row(table, &table->rows[0]) & ~node->means->spanned);
}

/* Whether the form puts the one label below the other, and no row of labels has both. In an across table
 * whose columns are printed in the form's order (`sorted`) none goes back below the same row. */
static bool may_be_child(const struct nb_form_table *table, const struct node *parent,
                         const struct node *child, bool sorted)
{
    if (parent->closed || parent->column || parent->below & child->means->columns ||
        (!child->column && parent->rows & child->means->rows))
        return false;
    if (child->column && table->across)
        return parent->names_row && !(sorted && parent->last &&
                                      lowest(child->means->columns) <= lowest(parent->last->means->columns));
    if (child->column)
        return (!child->level || child->level > parent->level) &&
               parent->means->spanned & lowest(child->means->columns) && !spans_all(table, parent);
    return table->across && parent->means->headed & lowest(child->means->rows);
}

static void add_child(struct node **first, struct node **last, struct node *child)
{
    if (*last)
        (*last)->next = child;
    else
        *first = child;
    *last = child;
}

/* Whether the label of a row is printed again, as over each of its columns: then these hang below it where it
 * stands first. */
static bool is_again(const struct node *nodes, const struct node *node)
{
    for (const struct node *before = nodes; node->names_row && before < node; before++)
        if (before->label->label == node->label->label)
            return true;
    return false;
}

/* Hang a label below the first before it that takes it; those that would have taken it before are closed,
 * since labels stand from left to right. One that names its row as well stands for itself. */
static bool hang(const struct nb_form_table *table, struct node *nodes, struct node *child, bool sorted)
{
    if (child->column && child->names_row) {
        child->row = child;
        return false;
    }
    for (struct node *parent = nodes; parent < child; parent++)
        if (may_be_child(table, parent, child, sorted) && !parent->again) {
            add_child(&parent->children, &parent->last, child);
            parent->below |= lowest(child->means->columns);
            parent->rows |= lowest(child->means->rows);
            for (struct node *left = nodes; left < parent; left++)
                left->closed |= left->children && left->children->column == child->column && !left->column;
            if (parent->names_row)
                child->row = parent;
            return true;
        }
    return false;
}

static struct head_column column_of(const struct node *node)
{
    unsigned at = node->label->column;
    const struct grid_cell *row = node->row ? node->row->label : NULL;
    return (struct head_column){
        .label = node->label, .row = row, .position = at, .named = node->means->columns};
}

/* The columns below a row, for one that has none: they are those of the row `like`, in its order. */
static void add_like(struct table_head *head, const struct node *node, const struct node *like)
{
    unsigned at = node->label->column;
    for (const struct node *child = like->children; child; child = child->next, at++)
        head->columns[head->count++] = (struct head_column){.label = child->label,
                                                            .row = node->label,
                                                            .position = at,
                                                            .assumed = true,
                                                            .named = child->means->columns};
}

/* The columns below a node, from left to right. Of a row in an across table whose columns have no labels,
 * none is known, but for those of the row `like` (NULL: none). */
static void read_leaves(struct table_head *head, struct node *node, const struct node *like)
{
    for (; node; node = node->next) {
        node->first = head->count;
        if (node->children)
            read_leaves(head, node->children, like);
        else if (node->column)
            head->columns[head->count++] = column_of(node);
        else if (node->names_row && like)
            add_like(head, node, like);
        node->end = head->count;
    }
}

/* Where the label of a row is lost, nobody can tell whether the columns below it stand left or right of those
 * of other rows. */
static void doubt_orphans(const struct nb_form_table *table, struct table_head *head)
{
    size_t named = 0;
    for (size_t c = 0; c < head->count; c++)
        named += head->columns[c].row != NULL;
    for (size_t c = 0; table->across && named && named < head->count && c < head->count; c++)
        head->columns[c].doubted = true;
}

/* Where a label that spans columns is printed twice, with others between, and all that may stand below it
 * hang under the first, nobody can tell how many are under the second: 法人 自然人 法人, 法人 小计 法人. */
static void doubt_split(const struct node *nodes, const struct node *end, struct table_head *head)
{
    for (const struct node *again = nodes; again < end; again++)
        for (const struct node *node = nodes; !again->column && !again->children && node < again; node++) {
            if (node->label->label != again->label->label || !node->children || node->names_row)
                continue;
            bool split = again->first > node->end;
            for (const struct node *between = node + 1; between < again; between++)
                split |= between->foreign;
            for (size_t c = node->first; split && c < (again->end > node->end ? again->end : node->end); c++)
                head->columns[c].doubted = true;
        }
}

/* Where only the order is known, and the label of another column stands between those below a label (法人
 * 其他 总计 商业企业), those before it may stand beside that label.
 */
static void doubt_parted(const struct node *nodes, const struct node *end, struct table_head *head)
{
    for (const struct node *parent = nodes; head->grid->known == TEXT_ORDER && parent < end; parent++)
        for (const struct node *child = parent->children; child && child->next; child = child->next)
            for (const struct node *between = child + 1; between < child->next; between++)
                for (size_t c = parent->first; between->column && !between->foreign && c < parent->end; c++)
                    head->columns[c].doubted = true;
}

static int by_print(const void *a, const void *b)
{
    const struct node *one = a, *other = b;
    return (one->place > other->place) - (one->place < other->place);
}

/* ---- labels that the form does not have ---- */

/* A head in the making: its labels in the order of print, and the columns that the known ones make. */
struct order {
    struct binding *binding;
    struct node *nodes;
    size_t count, open;
    bool flat;    /* one row prints the labels of all columns: their order is that of its cells, and nothing
                     stands over them */
    bool sums;    /* all that are open say a sum */
    bool layered; /* labels of columns stand in several rows, though not only their order is known */
    struct table_head known;
};

/* Whether it is not known on which side of a label that the form does not have its neighbour in the order of
 * print stands: the ends of rows are not printed. */
static bool is_open(const struct order *order, const struct node *node)
{
    return node->foreign && order->known.grid->known == TEXT_ORDER;
}

enum { MOST_OPEN = 4 }; /* of which both ways are tried: each doubles them */

/* Find where among the known columns the labels stand that the form does not have: right of the one that is
 * printed before them or, where a new row of labels begins with one, left of the one behind it. `ways`: a bit
 * for each of the first of these that are open, whether it stands left of what is behind it. Sought for each
 * anew, heads of empty cells cost 3,500 instructions a byte.
 */
static void place_foreign(const struct order *order, unsigned ways)
{
    size_t before = SIZE_MAX, behind = SIZE_MAX, way = 0;
    for (struct node *node = order->nodes; node < order->nodes + order->count; node++) {
        bool open = is_open(order, node);
        node->left = open ? way < MOST_OPEN && ways >> way & 1 : node->begins;
        way += open;
        node->at = before < SIZE_MAX ? before : node->left ? order->known.count : 0;
        before = !node->foreign && node->end > node->first ? node->end : before;
    }
    for (size_t i = order->count; i-- > 0;) {
        struct node *node = &order->nodes[i];
        node->at = node->left && behind < SIZE_MAX ? behind : node->at;
        behind = !node->foreign && node->end > node->first ? node->first : behind;
    }
}

/* The known columns with the others between them. */
static void make_columns(const struct order *order, unsigned ways, struct table_head *head)
{
    size_t known = 0;
    head->count = 0;
    place_foreign(order, ways);
    for (size_t at = 0; at <= order->known.count; at++) {
        for (const struct node *node = order->nodes; node < order->nodes + order->count; node++)
            if (node->foreign && node->at == at)
                head->columns[head->count++] = column_of(node);
        if (known < order->known.count)
            head->columns[head->count++] = order->known.columns[known++];
    }
}

/* Columns that stand elsewhere in another way that the sums allow as well. */
static void doubt_columns(struct table_head *head, const struct table_head *other)
{
    for (size_t c = 0; c < head->count; c++)
        head->columns[c].doubted |= head->columns[c].label != other->columns[c].label;
}

bool says_sum(const struct nb_report *report, struct nb_span words)
{
    const char *end = report->text->shadow + fold_end(report->text->shadow, words.start, words.end);
    return words.end - words.start > strlen("计") && memcmp(end - strlen("计"), "计", strlen("计")) == 0 &&
           owner_of(report, words) != OWNER_OTHER;
}

/* Of the ways in which the labels that the form does not have may stand, that which the sums of the rows
 * contradict least; of several such that in which more of them hold if one is the label that the head lacks.
 */
static void choose_way(const struct order *order, struct table_head *head)
{
    size_t foreign = 0;
    for (size_t i = 0; i < order->count; i++)
        foreign += order->nodes[i].foreign;
    if (!foreign) {
        head->count = order->known.count;
        memcpy(head->columns, order->known.columns, head->count * sizeof *head->columns);
        return;
    }
    size_t open = order->open < MOST_OPEN ? order->open : MOST_OPEN, fewest = SIZE_MAX, most = 0;
    struct table_head other = order->known;
    other.columns =
        arena_alloc(order->binding->scratch, (order->count + order->known.count + 1) * sizeof *other.columns);
    for (unsigned ways = 0; ways < 1u << open; ways++) {
        make_columns(order, ways, &other);
        size_t broken = open ? count_broken(order->binding, &other) : 0;
        size_t held = open ? count_held(order->binding, &other) : 0;
        bool same = broken == fewest && held == most, rather = order->sums && !broken && same;
        if (same && !rather)
            doubt_columns(head, &other);
        if (broken > fewest || (broken == fewest && held <= most && !rather))
            continue;
        fewest = broken;
        most = held;
        head->count = other.count;
        memcpy(head->columns, other.columns, other.count * sizeof *other.columns);
    }
}

static void doubt_all(struct table_head *head)
{
    for (size_t c = 0; c < head->count; c++)
        head->columns[c].doubted = true;
}

/* Whether labels were printed by their height on the page: in rows of cells those of all columns beside a
 * label that spans some begin in its row. */
static bool is_by_height(const struct order *order)
{
    for (const struct node *node = order->nodes; order->layered && node < order->nodes + order->count; node++)
        for (const struct node *over = order->nodes; node->column && over < node; over++)
            if (over->children && over->level < node->level && !(over->below & node->means->columns))
                return true;
    return false;
}

static int by_form(const void *a, const void *b)
{
    const struct head_column *one = a, *other = b;
    uint64_t first = lowest(one->named), second = lowest(other->named);
    return first != second ? (first > second) - (first < second)
                           : (one->position > other->position) - (one->position < other->position);
}

/* The known columns in the form's order; returns whether they are now and were not. */
static bool sort_by_form(const struct order *order, struct table_head *sorted)
{
    const struct table_head *known = &order->known;
    bool moved = false;
    *sorted = *known;
    sorted->columns = arena_alloc(order->binding->scratch, (known->count + 1) * sizeof *sorted->columns);
    memcpy(sorted->columns, known->columns, known->count * sizeof *sorted->columns);
    if (!known->table->across)
        qsort(sorted->columns, known->count, sizeof *sorted->columns, by_form);
    for (size_t i = 0; i < sorted->count; i++)
        moved |= sorted->columns[i].label != known->columns[i].label;
    return moved;
}

/* Whether a line of the text prints two labels of a head in another order, or the text has no lines, as a PDF
 * and a Word document have not, or some label stands nowhere in them. */
static bool is_contradicted(const struct nb_text *text, const struct table_head *head)
{
    bool contradicted = !text->source || !text->line_count;
    for (size_t i = 0; i < head->count && !contradicted; i++) {
        struct nb_span label = head->columns[i].label->span;
        contradicted = label.start == label.end;
        for (size_t c = i + 1; c < head->count && !contradicted; c++) {
            struct nb_span other = head->columns[c].label->span;
            contradicted = other.start < label.start &&
                           text_position(text, other.start).line == text_position(text, label.start).line;
        }
    }
    return contradicted;
}

/* Whether the label over those of the rows (信息内容), which stands left of all, is printed in a row below
 * labels of columns. */
static bool leads_late(const struct order *order)
{
    bool columns = false;
    for (const struct node *node = order->nodes; node < order->nodes + order->count; node++) {
        bool leads = !node->column && !node->foreign && !node->names_row && !node->means->spanned;
        if (leads && columns && node->level > order->nodes->level)
            return true;
        columns |= node->column;
    }
    return false;
}

/* Labels in another order than the form's may have been sorted by their height on the page: so they were
 * where the sums of the rows fail more often in it than in the form's, and may have been where rows have no
 * sums and labels stand in several rows, unless all are whole: of such in lines that are sorted pieces stand
 * below them. What stands over which is then not known. Where the rows of labels
 * say that they were, no sum can tell in which order they add up: the form's is the likelier, unless a line
 * contradicts it. */
static void doubt_order(struct order *order)
{
    struct table_head *known = &order->known, sorted;
    if (!sort_by_form(order, &sorted))
        return;
    bool sort = is_by_height(order) && !is_contradicted(order->binding->report->text, &sorted);
    const struct grid_row *body = known->part->body;
    bool whole = known->grid->known == TEXT_ROWS && !(body && body->kind == ROW_WORDS) && !leads_late(order),
         untold = order->layered && !whole && !row_relation(known->table);
    if (!sort && !untold && count_broken(order->binding, known) <= count_broken(order->binding, &sorted))
        return;
    if (sort)
        *known = sorted;
    doubt_all(known);
}

/* Words of one character. */
static bool is_character(const struct order *order, const struct node *node)
{
    const char *bytes = order->binding->report->text->bytes + node->label->span.start;
    return node->foreign &&
           node->label->span.end - node->label->span.start == utf8_length((unsigned char)*bytes);
}

/* Whether all labels of columns in a row of a head, some at least, are printed again in another, in the same
 * order: they take both rows. */
static bool comes_again(const struct nb_form_table *table, const struct grid_row *row,
                        const struct grid_row *again)
{
    size_t at = 0, labels = 0;
    for (size_t i = 0; again && !table->across && i < row->count; i++) {
        if (!names_column(table, &row->cells[i]))
            continue;
        while (at < again->count && again->cells[at].label != row->cells[i].label)
            at++;
        if (at++ == again->count)
            return false;
        labels++;
    }
    return labels;
}

/* Whether words over the last column, which the form does not have, are those of the next row of the head,
 * too: they take both. */
static bool words_again(const struct order *order, const struct grid_row *row, size_t at)
{
    const struct grid_row *next = row->next;
    const struct grid_cell *words = &row->cells[at];
    return words->kind == CELL_WORDS && at + 1 == row->count && next && next->count &&
           next->cells[next->count - 1].kind == CELL_WORDS &&
           text_same(order->binding->report->text, next->cells[next->count - 1].span, words->span);
}

/* Whether a piece of a label that was taken for all of it and words beside it are the label: 科研 机构. */
static bool are_label(const struct order *order, const struct node *one, const struct node *other)
{
    const struct nb_text *text = order->binding->report->text;
    const struct grid_cell *label = one->foreign ? other->label : one->label;
    char key[512];
    size_t first = one->label->span.end - one->label->span.start,
           second = other->label->span.end - other->label->span.start;
    if (one->foreign == other->foreign || first + second >= sizeof key / 2)
        return false;
    size_t length = lexicon_key(text->shadow + one->label->span.start, first, key);
    length += lexicon_key(text->shadow + other->label->span.start, second, key + length);
    const struct lexicon_word *word = lexicon_exact(&form_lexicon, key, length);
    return word && name_same_column(word->label, label->label, order->known.table);
}

/* Words behind words, one of which is a single character, are what is torn from them; and so are words beside
 * a label that is whole with them, where only the order of cells is known. */
static void join_torn(struct order *order)
{
    size_t kept = 0;
    for (size_t i = 0; i < order->count; i++) {
        struct node *before = kept ? &order->nodes[kept - 1] : NULL, *node = &order->nodes[i];
        bool torn = before && before->foreign && node->foreign &&
                    (is_character(order, before) || is_character(order, node));
        bool label = before && order->known.grid->known == TEXT_ORDER && are_label(order, before, node);
        if (label && before->foreign)
            *before = *node;
        else if (!torn && !label)
            order->nodes[kept++] = *node;
    }
    order->count = kept;
}

static void collect_nodes(struct order *order)
{
    size_t rows = 0, level = order->known.grid->known != TEXT_ORDER;
    for (const struct grid_row *row = order->known.part->head; row; row = row->next, level += level > 0) {
        bool columns = false, words = false, again = comes_again(order->known.table, row, row->next);
        for (size_t i = 0; i < row->count; i++) {
            const struct grid_cell *cell = &row->cells[i];
            if ((cell->kind != CELL_LABEL && cell->kind != CELL_WORDS) ||
                (again && names_column(order->known.table, cell)) || words_again(order, row, i))
                continue;
            struct node *node = &order->nodes[order->count++];
            *node = (struct node){.label = cell,
                                  .means = meaning_of(cell->label, order->known.table),
                                  .level = level,
                                  .column = names_column(order->known.table, cell),
                                  .names_row = names_row(order->known.table, cell),
                                  .foreign = cell->kind == CELL_WORDS,
                                  .begins = !words};
            columns |= node->column;
            words = true;
        }
        rows += columns;
    }
    order->flat = rows == 1 && !order->known.table->across && order->known.grid->known != TEXT_ORDER;
    order->layered = rows > 1 && order->known.grid->known != TEXT_ORDER;
    struct text_cursor at = {0};
    bool sorted = true; /* as in nearly all heads */
    /* In cells that span others words may stand further down than those of cells behind them. */
    bool placed = !order->flat && !order->known.grid->spans;
    for (size_t i = 0; placed && i < order->count; i++) {
        order->nodes[i].place =
            text_source_near(order->binding->report->text, order->nodes[i].label->span.start, &at);
        sorted &= !i || order->nodes[i - 1].place <= order->nodes[i].place;
    }
    if (!sorted)
        qsort(order->nodes, order->count, sizeof *order->nodes, by_print);
    join_torn(order);
}

/* Whether the labels of an across table go back in the form's order once for each row but the first: then
 * they do where its next row begins, also where rows lack columns. */
static bool is_sorted(const struct order *order)
{
    size_t rows = 0, runs = 0;
    uint64_t before = UINT64_MAX;
    for (struct node *node = order->nodes; node < order->nodes + order->count; node++) {
        node->again = is_again(order->nodes, node);
        rows += node->names_row && !node->column && !node->again;
        runs += node->column && lowest(node->means->columns) <= before;
        before = node->column ? lowest(node->means->columns) : before;
    }
    return order->known.table->across && rows && runs == rows;
}

/* What is printed behind a label that spans all columns stands behind them; but where only the order of cells
 * is known, and the first column has no label, it may be that column's. */
static void span_all(struct order *order)
{
    const struct nb_form_table *table = order->known.table;
    const struct table_head *known = &order->known;
    bool first = known->count && known->columns[0].named & 1;
    if (known->grid->known == TEXT_ORDER && !first)
        return;
    for (struct node *node = order->nodes; node < order->nodes + order->count; node++)
        if (!node->foreign && spans_all(table, node))
            node->first = 0, node->end = known->count;
}

/* Hang the form's columns below a row that has none printed, in its order. */
static void hang_form(struct order *order, struct node *node)
{
    const struct nb_form_table *table = order->known.table;
    for (size_t c = 0; c < table->rows[0].column_count; c++) {
        struct node *child = arena_alloc(order->binding->work, sizeof *child);
        struct grid_cell *label =
            arena_alloc(order->binding->report->arena, sizeof *label); /* rules ask it */
        *label = (struct grid_cell){.kind = CELL_LABEL, .label = label_of(table->rows[0].columns[c].label)};
        *child = (struct node){.label = label, .means = meaning_of(label->label, table), .column = true};
        add_child(&node->children, &node->last, child);
    }
}

/* The first row that has labels of columns below it, if there are as many cells as columns where the rows
 * without any have the same; where none has, but each row of the form is named, one with the form's columns.
 * NULL: there are not so many. Where none of the first block's cells has a value, the row of labels that is
 * lost may have shifted the values. */
static const struct node *row_with_columns(struct order *order, const struct table_head *head)
{
    struct node *like = NULL;
    size_t columns = 0, below = 0, bare = 0;
    for (struct node *node = order->nodes; node < order->nodes + order->count; node++) {
        columns += node->column;
        bare += node->names_row && !node->column && !node->children;
        if (!like && node->names_row && node->children && node->children->column)
            like = node;
    }
    if (!columns && bare == head->table->row_count)
        hang_form(order, like = arena_alloc(order->binding->work, sizeof *like));
    for (const struct node *child = like ? like->children : NULL; child; child = child->next)
        below++;
    return bare && columns + bare * below == head->most && head->first_value < below ? like : NULL;
}

/* Whether a label that spans columns stands beside them in the only row of labels: it is one whose own label
 * is left empty, behind what spans it (法人或其他组织-). */
static bool is_beside(const struct order *order, const struct node *node)
{
    const struct nb_form_table *table = order->known.table;
    for (const struct node *other = order->nodes;
         order->flat && !node->column && !spans_all(table, node) && other < order->nodes + order->count;
         other++)
        if (other->level == node->level && other->column &&
            node->means->spanned & lowest(other->means->columns))
            return true;
    return false;
}

/* Whether, where cells stand one a line, a row is named below which no column is: cells are lost, and values
 * may be that row's. */
static bool lacks_columns(const struct order *order)
{
    bool lacks = false;
    for (const struct node *node = order->nodes; node < order->nodes + order->count; node++)
        lacks |= node->names_row && !node->column && !node->children && !node->again;
    return lacks && order->known.table->across && order->known.grid->known == TEXT_ORDER;
}

void read_order(struct binding *binding, size_t cells, struct table_head *head)
{
    struct nb_arena *arena = binding->scratch;
    const struct nb_form_table *table = head->table;
    struct order order = {binding, .nodes = arena_room(arena, (cells + 1) * sizeof *order.nodes),
                          .sums = true, .known = *head};
    struct node *first = NULL, *last = NULL;
    uint64_t printed =
        0; /* the columns whose labels are: where one comes again, another should, of no known place */
    order.known.columns = arena_room(arena, (cells + head->most + 1) * sizeof *order.known.columns);
    collect_nodes(&order);
    bool sorted = is_sorted(&order);
    for (struct node *node = order.nodes; node < order.nodes + order.count; node++) {
        if (!node->foreign && (order.flat || !hang(table, order.nodes, node, sorted))) {
            node->foreign =
                order.flat ? is_beside(&order, node) : !table->across && printed & node->means->columns;
            if (!node->foreign)
                add_child(&first, &last, node);
        }
        printed |= lowest(node->means->columns);
        order.open += is_open(&order, node);
        order.sums &= !is_open(&order, node) ||
                      (node->label->kind == CELL_WORDS && says_sum(binding->report, node->label->span));
    }
    const struct node *like = table->across ? row_with_columns(&order, head) : NULL;
    read_leaves(&order.known, first, like);
    span_all(&order);
    if (!like && lacks_columns(&order))
        doubt_all(&order.known);
    doubt_orphans(table, &order.known);
    doubt_split(order.nodes, order.nodes + order.count, &order.known);
    if (!table->across)
        doubt_parted(order.nodes, order.nodes + order.count, &order.known);
    doubt_order(&order);
    choose_way(&order, head);
    if (sums_contradict(binding, head))
        doubt_all(head);
}
