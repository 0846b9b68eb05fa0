/* torn_head.c - heads whose labels are printed in pieces: broken over the lines of a page, each of which
 * holds pieces of several, one behind the other as the columns stand, or cut to one of their lines.
 */
#include "rows.h"

#include "arena.h"
#include "fold.h"
#include "lexicon.h"
#include "text.h"
#include "width.h"

#include <string.h>

enum { MOST_LABELS = 64, MOST_PIECES = 256 }; /* of a head: the forms' have 20, in 50 pieces */

/* The key of a unit in brackets, which that of a column may end with. */
static const char UNIT[] = "(";

/* The label of a column, or one over columns or over the rows of an across table: in the order in which they
 * begin from left to right. `rest`: what of its key no piece has said yet. `end`: behind the last below it.
 */
struct torn_label {
    const char *text, *rest;
    bool money;
    const struct nb_form_row *row; /* whose columns it names, or some of them; NULL: none */
    size_t end;
    bool over;            /* it stands over columns */
    bool mates, follows;  /* some line has another of its columns, too; that before it */
    struct nb_span first; /* its first piece, in so many a line that holds pieces of columns */
    struct nb_span unit;
    size_t line;
};

/* What stands between two blanks in a line of the head, as a key. */
struct torn_piece {
    struct nb_span span;
    const char *key;
    size_t length;
    const char *unit; /* that it is */
    bool said;        /* it is a piece of a label */
    bool loose;       /* of a unit: it does not stand right behind a piece */
};

struct torn_head {
    const struct walk *walk;
    struct torn_label labels[MOST_LABELS + 1]; /* the last is none */
    struct torn_piece *pieces, *line, *end;    /* `line`: the first of the line that is read */
    size_t count, lines;                       /* `lines`: that hold pieces of columns */
    size_t last;                               /* the label of the last piece */
    bool parted;   /* pieces of others stand between those of a label, or below it */
    bool loose[2]; /* so are units of things, and of money */
};

static struct torn_label *add_label(struct torn_head *torn, const char *text, const struct nb_form_row *row)
{
    size_t length = strcspn(text, "(");
    char *key = arena_room(torn->walk->binding->scratch, length + sizeof UNIT);
    struct torn_label *label = &torn->labels[torn->count];
    strcpy(key + lexicon_key(text, length, key), row ? UNIT : "");
    torn->count += torn->count < MOST_LABELS;
    *label = (struct torn_label){.text = text, .rest = key, .row = row, .end = torn->count};
    return label;
}

/* The labels that stand over some columns of a table, by the first of these. */
static void find_over(const struct nb_form_table *table, const struct form_label *over[MOST_LABELS])
{
    for (size_t i = form_label_count; i-- > 0;) {
        uint64_t columns = meaning_of((int)i, table)->spanned;
        if (columns && columns_of_row(table, table->rows) & ~columns)
            over[first_of(columns)] = &form_labels[i];
    }
}

/* Begin a head of which nothing is said yet. */
static void begin_head(struct torn_head *torn, const struct grid_part *part)
{
    const struct nb_form_table *table = torn->walk->table;
    const struct form_label *over[MOST_LABELS] = {NULL};
    torn->count = torn->lines = 0;
    torn->parted = torn->loose[0] = torn->loose[1] = false;
    torn->line = torn->end = torn->pieces;
    if (!table->across)
        find_over(table, over);
    for (size_t r = 0; r < (table->across ? table->row_count : 1); r++) {
        const struct nb_form_row *row = table->across ? &table->rows[r] : row_below(part, table);
        if (table->across && *row->heading && (!r || strcmp(row->heading, row[-1].heading) != 0))
            add_label(torn, row->heading, NULL);
        if (table->across)
            add_label(torn, row->label, NULL);
        for (size_t c = 0; c < row->column_count; c++) {
            struct torn_label *label = over[c] ? add_label(torn, over[c]->text, row) : NULL;
            if (label) {
                label->over = true;
                label->end +=
                    (size_t)__builtin_popcountll(meaning_of((int)(over[c] - form_labels), table)->spanned);
            }
            add_label(torn, row->columns[c].label, row)->money = row->columns[c].type == NB_MONEY;
        }
    }
    torn->labels[torn->count] = (struct torn_label){.rest = ""};
}

/* Whether nothing is left of a label, but perhaps a unit. */
static bool is_said(const char *rest)
{
    return !*rest || !strcmp(rest, UNIT);
}

static bool begins_with(const char *rest, const struct torn_piece *piece)
{
    return strncmp(rest, piece->key, piece->length) == 0;
}

/* Whether no other label goes on with a piece. */
static bool is_only(const struct torn_head *torn, size_t at, const struct torn_piece *piece)
{
    for (size_t i = 0; i < torn->count; i++)
        if (i != at && begins_with(torn->labels[i].rest, piece))
            return false;
    return true;
}

/* Whether a label goes on with a piece. `again`: that before is its own, too; then this may be no other's,
 * but for a unit right behind it. */
static bool goes_on(const struct torn_head *torn, size_t at, const char *rest, const struct torn_piece *piece,
                    bool again)
{
    const struct torn_label *label = &torn->labels[at];
    bool own = piece->unit && !piece->loose;
    return begins_with(rest, piece) && (!piece->unit || !strstr(piece->unit, "元") == !label->money) &&
           (own ? again : !again || is_only(torn, at, piece));
}

/* A piece is of a label. `mate`: the last of a row's before it in the line, SIZE_MAX: none is. */
static void take_piece(struct torn_head *torn, size_t at, struct torn_piece *piece, size_t mate)
{
    struct torn_label *label = &torn->labels[at], *before = mate < at ? &torn->labels[mate] : NULL;
    piece->said = true;
    torn->loose[label->money] |= piece->loose;
    label->unit = piece->unit ? piece->span : label->unit;
    torn->parted |= label->over || (label->first.end && torn->last != at);
    torn->last = at;
    torn->lines += label->row && mate == SIZE_MAX;
    if (!label->first.end) {
        label->first = piece->span;
        label->line = torn->lines;
    }
    if (before && before->row == label->row)
        before->mates = label->mates = true;
    label->follows |= before && before->end == at;
}

/* Give each piece of a line, from one on, to the first label from `at` on that goes on with it, right of the
 * one before or, where it can be no other's, the same (总 计). Returns how far apart the first and the last
 * stand, the less the more are taken; `take`: they are. */
static size_t fit_line(struct torn_head *torn, size_t at, struct torn_piece *piece, bool take)
{
    size_t first = at, taken = 0, mate = SIZE_MAX;
    const char *rest = torn->labels[at].rest;
    for (; piece < torn->end; piece++) {
        size_t next = at;
        const char *left = rest;
        while (next < torn->count && !goes_on(torn, next, left, piece, taken && next == at))
            left = torn->labels[++next].rest;
        if (next == torn->count)
            continue;
        at = next;
        rest = left + piece->length;
        taken++;
        if (!take)
            continue;
        take_piece(torn, at, piece, mate);
        torn->labels[at].rest = rest;
        mate = torn->labels[at].row ? at : mate;
    }
    return at - first + (MOST_PIECES - taken) * MOST_LABELS;
}

/* Of the labels that go on with the first piece of a line that is any's, that from which on most go on, close
 * to each other: where one block of columns has lines of its own, 结果 goes on with 其他 and begins the next.
 */
static void end_line(struct torn_head *torn)
{
    size_t best = SIZE_MAX, found = torn->count;
    struct torn_piece *first = torn->line;
    for (; found == torn->count && first < torn->end; first++)
        for (size_t i = 0; i < torn->count; i++) {
            size_t fit =
                begins_with(torn->labels[i].rest, first) ? fit_line(torn, i, first, false) : SIZE_MAX;
            if (fit < best) {
                best = fit;
                found = i;
            }
        }
    if (found < torn->count)
        fit_line(torn, found, first - 1, true);
    torn->line = torn->end;
}

static void add_piece(struct torn_head *torn, struct torn_piece piece)
{
    if (piece.length && torn->end < torn->pieces + MOST_PIECES)
        *torn->end++ = piece;
}

/* What stands between two blanks: a piece of a label, a unit in brackets, or one behind the other; a bracket
 * may be closed in another line. */
static void add_words(struct torn_head *torn, struct nb_span words)
{
    const char *shadow = torn->walk->text->shadow;
    char *key = arena_room(torn->walk->binding->scratch, words.end - words.start + 1);
    struct nb_span unit = words;
    while (unit.end > unit.start && shadow[unit.end - 1] != '(')
        unit.end--;
    unit = (struct nb_span){unit.end > unit.start ? unit.end - 1 : unit.start, words.end};
    const char *named = label_unit(torn->walk->text, &(struct grid_cell){.span = unit});
    bool bracket = shadow[unit.start] == '(',
         open = bracket && !memchr(shadow + unit.start, ')', unit.end - unit.start),
         closed = shadow[fold_end(shadow, words.start + 1, words.end) - 1] == ')',
         alone = lexicon_key(shadow + unit.start, words.end - unit.start, key) == strlen(named),
         is_unit = *named && (alone || (bracket && closed));
    size_t end = is_unit || open ? unit.start : words.end,
           length = lexicon_key(shadow + words.start, end - words.start, key);
    key[length] = '\0';
    add_piece(torn, (struct torn_piece){{words.start, end}, key, length, NULL, false, false});
    add_piece(torn, (struct torn_piece){unit, UNIT, is_unit, named, false, !length});
}

/* The lines of a cell; false: they are more than a head has. */
static bool add_cell(struct torn_head *torn, const struct grid_cell *cell)
{
    const char *shadow = torn->walk->text->shadow;
    for (size_t at = cell->span.start, end; at < cell->span.end; at = end + 1) {
        for (end = at; end < cell->span.end && !strchr(" \t\n", shadow[end]);)
            end++;
        add_words(torn, (struct nb_span){at, end});
        if (end < cell->span.end && shadow[end] == '\n')
            end_line(torn);
    }
    return torn->end < torn->pieces + MOST_PIECES;
}

/* Where blanks part cells none is empty: elsewhere empty ones tell of places. */
static bool add_row(struct torn_head *torn, const struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!is_part_of_label(&row->cells[i]) || !add_cell(torn, &row->cells[i]))
            return false;
    end_line(torn);
    return true;
}

/* Whether pieces from one on are a label, from its first to its last; `say`: they are from now on. */
static bool is_printed(struct torn_head *torn, struct torn_piece *piece, const char *rest, bool say)
{
    for (; piece < torn->end && *rest; piece++)
        if (!piece->said && begins_with(rest, piece)) {
            rest += piece->length;
            piece->said = say;
        }
    return !*rest;
}

/* Whether a piece begins a label of another kind that the form has there, which is all said then, or is one
 * of its note, which may begin above the head. */
static bool is_of_other(struct torn_head *torn, struct torn_piece *piece)
{
    unsigned start = lexicon_start(piece->key);
    const struct lexicon_word *words = form_lexicon.words,
                              *word = words + (start < LEXICON_STARTS ? form_lexicon.starts[start] : 0),
                              *end = start < LEXICON_STARTS ? words + form_lexicon.starts[start + 1] : word;
    for (; word < end; word++)
        if (meaning_of(word->label, torn->walk->table)->forms && is_printed(torn, piece, word->key, false))
            return is_printed(torn, piece, word->key, true);
    for (size_t i = 0; i < form_lexicon.count; i++)
        if (words[i].kinds & WORD_NOTE && strstr(words[i].key, piece->key) &&
            meaning_of(words[i].label, torn->walk->table)->forms)
            return true;
    return false;
}

/* In which place of its line what stands at an offset is set, as programs that lay out text count them; 0: no
 * blanks set it. */
static size_t line_place(const struct nb_text *text, enum places kind, size_t offset)
{
    size_t at = text_source_offset(text, offset), places = 0,
           from = text->line_starts[text_position(text, offset).line - 1];
    bool set = from < at && text->source[from] == ' ';
    for (size_t length; from < at; from += length) {
        length = utf8_length((unsigned char)text->source[from]);
        set |= text->source[from] == ' ' && text->source[from + 1] == ' ';
        places += places_of(kind, text->source + from, length);
    }
    return set ? places : 0;
}

/* Whether blanks set the second of two labels left of the first. */
static bool is_set_left(const struct nb_text *text, struct nb_span first, struct nb_span second)
{
    bool left = true;
    for (enum places kind = PLACES_WIDE; left && kind <= PLACES_NARROW; kind++)
        left = line_place(text, kind, second.start) &&
               line_place(text, kind, second.end - 1) < line_place(text, kind, first.start);
    return left;
}

/* Whether a column stands left of the one before it, in another line: blanks set it there, or it is printed
 * before it where the pieces of each label follow each other, as cells print them. */
static bool is_contradicted(const struct torn_head *torn)
{
    const struct torn_label *before = torn->labels;
    for (const struct torn_label *label = before; label < torn->labels + torn->count; label++) {
        if (label->over)
            continue;
        bool earlier = !torn->parted && label->first.start < before->first.start;
        if (label->row && label->row == before->row && label->line != before->line &&
            (earlier || is_set_left(torn->walk->text, before->first, label->first)))
            return true;
        before = label;
    }
    return false;
}

/* Whether the head prints the labels of all columns, each but one of a block in a line with another's, of
 * units that stand in lines of their own one for each, and besides nothing but other labels that the form has
 * there. Of the one no line may tell where it stands: in cells of two lines one of two signs (其他) is set
 * between them. Where nothing parts the pieces of labels the order of print tells. */
static bool is_whole(struct torn_head *torn)
{
    const char *alone = NULL;
    for (const struct torn_label *label = torn->labels; label < torn->labels + torn->count; label++) {
        bool mates = !label->row || label->over || label->mates,
             lacks = torn->loose[label->money] && label->row && !label->over && *label->rest;
        if ((!is_said(label->rest) && !(label->over && !label->line)) || lacks ||
            (torn->parted && !mates && alone && strcmp(alone, label->text) != 0))
            return false;
        alone = mates ? alone : label->text;
    }
    for (struct torn_piece *piece = torn->pieces; piece < torn->end; piece++)
        if (!piece->said && !is_of_other(torn, piece))
            return false;
    return torn->lines > 1 && !is_contradicted(torn);
}

/* Whether some column stands in no line with the one before it: then only the form says that it is. */
static bool is_assumed(const struct torn_head *torn)
{
    for (const struct torn_label *label = torn->labels + 1; label < torn->labels + torn->count; label++)
        if (label->row && label->row == label[-1].row && !label->over && !label->follows &&
            !(label[-1].over && label[-1].follows))
            return true;
    return false;
}

/* The last row of a head that the form's labels are torn over; NULL: it is none. Words of its last line stand
 * below it, like those of a row's label. It may be printed again, where a page ends behind it. */
static const struct grid_row *find_end(struct torn_head *torn, const struct grid_part *part)
{
    const struct grid_row *end = NULL;
    begin_head(torn, part);
    for (const struct grid_row *row = part->head; row; row = row->next) {
        if (!add_row(torn, row))
            return NULL;
        end = is_whole(torn) ? row : NULL;
        if (end && row->next)
            begin_head(torn, part);
    }
    for (const struct grid_row *row = part->body; row && row->kind == ROW_WORDS && add_row(torn, row);
         row = row->next)
        end = is_whole(torn) ? row : end;
    return end;
}

/* Which of a row's values, in the form's order, a term of a sum is. */
static size_t place_of_term(const struct nb_form_table *table, const struct nb_form_term *term)
{
    return (size_t)(table->across ? term->row : 0) * table->rows[0].column_count + (size_t)term->column;
}

/* How many sums of a row fail, and how many hold that are no nought, if its values stand in the form's order.
 */
static void count_sums(const struct walk *walk, const struct grid_row *row, size_t *failed, size_t *held)
{
    const struct nb_form_table *table = walk->table;
    const struct nb_form_relation *sums = table->across ? table->relations : row_relation(table);
    size_t sum_count = table->across ? table->relation_count : sums != NULL, count = 0,
           cells = table->rows[0].column_count * (table->across ? table->row_count : 1);
    int64_t values[MOST_LABELS] = {0};
    for (size_t i = 0; i < row->count && count < MOST_LABELS; i++)
        if (cell_is(&row->cells[i], PLAIN_CELLS))
            printed_number(walk->binding->report, &row->cells[i], &values[count++]);
    for (size_t s = 0; count == cells && s < sum_count; s++) {
        const struct nb_form_relation *sum = &sums[s];
        int64_t residual = 0;
        for (const struct nb_form_term *term = sum->terms; term < sum->terms + sum->term_count; term++)
            residual += term->sign * values[place_of_term(table, term)];
        *failed += residual != 0;
        *held += !residual && values[place_of_term(table, sum->terms)];
    }
}

/* Whether no more sums of rows fail than hold if their values stand in the form's order: they tell whether a
 * total that no line holds in its place stands first or last. */
static bool sums_hold(const struct walk *walk, const struct grid_row *row)
{
    size_t failed = 0, held = 0;
    for (; row; row = row->next)
        count_sums(walk, row, &failed, &held);
    return failed <= held;
}

/* A row of the form's labels in place of those of a head, all where it begins, without the words that stand
 * there, as messages quote the form's, or up to its unit: of its columns, or of the rows over them. */
static struct grid_row *label_row(const struct torn_head *torn, bool columns, struct grid_row *next)
{
    struct grid_row *row = arena_alloc(torn->walk->arena, sizeof *row);
    struct nb_span place = {torn->labels->first.start, torn->labels->first.start};
    *row = (struct grid_row){.next = next,
                             .kind = ROW_HEAD,
                             .cells = arena_room(torn->walk->arena, torn->count * sizeof *row->cells)};
    for (const struct torn_label *label = torn->labels; label < torn->labels + torn->count; label++)
        if (!label->over && !label->row != columns) {
            bool unit = label->unit.end && !torn->walk->table->across;
            struct nb_span span = unit ? (struct nb_span){label->first.start, label->unit.end} : place;
            row->cells[row->count] = (struct grid_cell){span, CELL_LABEL, label_of(label->text), row->count};
            row->count++;
        }
    return row;
}

/* Whether labels of a head may be torn, or sorted by their height on the page. They are not where those of
 * one row, with what spans columns, stand in another order than the form's: 法人或其他组织 before 自然人. */
static bool may_be_torn(const struct nb_form_table *table, const struct grid_part *part)
{
    bool torn = part->head && part->body && part->body->kind == ROW_WORDS;
    uint64_t before = 0;
    for (const struct grid_row *row = part->head; row; row = row->next) {
        uint64_t left = 0;
        for (const struct grid_cell *cell = row->cells; cell < row->cells + row->count; cell++) {
            const struct form_meaning *says = meaning_of(cell->label, table);
            uint64_t column = table->across ? 0 : lowest(says->columns),
                     over = table->across || column ? column : lowest(says->spanned);
            if (over && over < left)
                return false;
            left = over ? over : left;
            torn |= cell->kind == CELL_WORDS || (column && column < before);
            before = column ? column : before;
        }
    }
    return torn;
}

void mend_torn_head(const struct walk *walk, struct grid_part *part)
{
    if (walk->grid->known != TEXT_ROWS || !walk->text->source || !walk->text->line_count ||
        !may_be_torn(walk->table, part))
        return;
    arena_clear(walk->binding->scratch);
    struct torn_head torn = {.walk = walk};
    torn.pieces = arena_room(walk->binding->scratch, MOST_PIECES * sizeof *torn.pieces);
    const struct grid_row *last = find_end(&torn, part);
    bool assumed = torn.parted && is_assumed(&torn); /* else the order of print tells */
    if (!last || (assumed && !sums_hold(walk, last->kind == ROW_WORDS ? last->next : part->body)))
        return;
    struct grid_row *columns = label_row(&torn, true, NULL);
    part->torn = assumed;
    part->body = last->kind == ROW_WORDS ? last->next : part->body;
    part->head = walk->table->across ? label_row(&torn, false, columns) : columns;
}

/* ---- labels that are cut ---- */

static bool is_named(const struct walk *walk, const struct grid_cell *cell, const struct torn_label *label)
{
    const struct form_meaning *says = meaning_of(cell->label, walk->table),
                              *own = meaning_of(label_of(label->text), walk->table);
    return label->over ? says->spanned == own->spanned : lowest(own->columns) & says->columns;
}

/* Whether a cell prints a label, or a piece of it. */
static bool is_part(const struct walk *walk, const struct grid_cell *cell, const struct torn_label *label)
{
    return is_named(walk, cell, label) || part_of_label(walk->text, cell->span, label->text) == PART_OF;
}

/* The labels of a head in the order in which they are printed: from left to right or, `by_level`, those that
 * no other spans before those below it. */
static size_t order_labels(struct torn_head *torn, bool by_level, struct torn_label **order)
{
    size_t count = 0;
    for (int below = 0; below <= by_level; below++) {
        size_t end = 0;
        for (size_t i = 0; i < torn->count; i++) {
            struct torn_label *label = &torn->labels[i];
            bool is_below = !label->over && i < end;
            end = label->over ? label->end : end;
            if (label->row && (!by_level || is_below == (below > 0)))
                order[count++] = label;
        }
    }
    return count;
}

/* Whether cells of a head are the labels of columns, one each, and some over them. A cell that is spanned may
 * say again what is printed left of it. `labels`: which is which; NULL: it is not printed. */
static bool match_labels(const struct walk *walk, struct grid_cell *const *cells, size_t cell_count,
                         struct torn_label *const *order, size_t count, struct grid_cell **labels)
{
    const struct grid_cell *words = NULL;
    size_t at = 0;
    for (size_t i = 0; i < cell_count; i++) {
        words = cells[i]->kind == CELL_SPAN ? words : cells[i];
        if (words && at + 1 < count && order[at]->over && is_part(walk, words, order[at + 1]))
            labels[at++] = NULL;
        bool part = words && at < count && is_part(walk, words, order[at]);
        if (part)
            labels[at++] = cells[i];
        else if (cells[i]->kind != CELL_SPAN)
            return false;
    }
    return at == count;
}

/* The cells of a head that may be labels of columns, or over some; false: none is words, or they are more
 * than labels. */
static size_t collect_cells(const struct walk *walk, const struct grid_row *head,
                            struct grid_cell *cells[MOST_LABELS])
{
    size_t count = 0, words = 0;
    for (const struct grid_row *row = head; row; row = row->next)
        for (struct grid_cell *cell = row->cells, *before = NULL; cell < row->cells + row->count; cell++) {
            const struct form_meaning *says = meaning_of(cell->label, walk->table);
            bool again =
                     cell->kind == CELL_SPAN && before && walk->text->bytes[cell->span.start] == SPAN_LEFT,
                 over = says->spanned && columns_of_row(walk->table, walk->table->rows) & ~says->spanned;
            before = again ? before : cell->kind == CELL_WORDS ? cell : NULL;
            words += cell->kind == CELL_WORDS;
            if (count < MOST_LABELS && (before || names_column(walk->table, cell) || over))
                cells[count++] = cell;
        }
    return words ? count : 0;
}

void mend_cut_head(const struct walk *walk, const struct grid_part *part)
{
    struct grid_cell *cells[MOST_LABELS], *labels[MOST_LABELS];
    struct torn_label *order[MOST_LABELS];
    size_t cell_count = collect_cells(walk, part->head, cells), count = 0, first = 0;
    if (!cell_count || cell_count < row_below(part, walk->table)->column_count)
        return; /* as most */
    struct torn_head torn = {.walk = walk};
    arena_clear(walk->binding->scratch);
    begin_head(&torn, part);
    bool matched = false;
    for (int way = 0; way < 4 && !matched; way++) {
        first = way & 1; /* 项目 over the labels of rows */
        count = order_labels(&torn, way > 1, order);
        matched = first < cell_count && !(first && names_column(walk->table, cells[0])) &&
                  match_labels(walk, cells + first, cell_count - first, order, count, labels);
    }
    for (size_t c = 0; matched && c < count; c++) {
        struct grid_cell *cell = labels[c];
        if (!cell || (cell->kind == CELL_LABEL && is_named(walk, cell, order[c])))
            continue;
        if (cell->kind == CELL_SPAN)
            cell->span = cell[-1].span;
        set_cell(cell, CELL_LABEL, label_of(order[c]->text));
        note_label(walk->binding, cell->span, order[c]->text);
    }
}
