/* captions.c - whether a printed table is another's than the report's, as its caption says. */
#include "bind.h"
#include "enumerator.h"
#include "forms.h"
#include "head.h"
#include "page_mark.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <string.h>

/* ---- where it stands ---- */

enum { SHORTEST = 4, LONGEST = 120 }; /* bytes of a caption: of a year; it is no paragraph */

/* Whether words are a rule between signs, as programs set them over records (*** 1. row ***). */
static bool is_rule(const char *words, size_t length)
{
    char key[LONGEST];
    return length && length <= LONGEST && ispunct((unsigned char)*words) && words[length - 1] == *words &&
           lexicon_key(words, length, key) < SHORTEST;
}

/* The line of text before a place, but for a rule. */
static struct nb_span line_before(const struct nb_text *text, size_t at)
{
    size_t start = at;
    do {
        for (at = start; at && (unsigned char)text->bytes[at - 1] <= ' ';)
            at--;
        for (start = at; start && (unsigned char)text->bytes[start - 1] >= ' ';)
            start--;
    } while (is_rule(text->shadow + start, at - start) &&
             !is_page_mark_at(text->shadow + start, text->shadow + at, true));
    return (struct nb_span){start, at};
}

/* The words of a row that are its only ones; an empty span: it has none, or more. */
static struct nb_span only_words(const struct grid_row *row)
{
    struct nb_span words = {0};
    for (size_t i = 0; row && i < row->count; i++) {
        if (row->cells[i].kind == CELL_BLANK || row->cells[i].kind == CELL_SPAN)
            continue;
        if (words.end || row->cells[i].kind != CELL_WORDS)
            return (struct nb_span){0};
        words = row->cells[i].span;
    }
    return words;
}

/* ---- what it says ---- */

/* Whether a mark makes a table another's; of a branch, unless it stands in a sum or the report is one's; of
 * the whole province, unless the office is. */
static bool is_of_other(const struct nb_report *report, const struct head *head, const struct head_mark *mark)
{
    const char *word = head_text(head, mark->span), *title = report->title ? report->title : "";
    switch (mark->kind) {
    case MARK_OTHER:
        return true;
    case MARK_BRANCH:
        return !head_has(head, (struct nb_span){0, head->length}, MARK_SUM) && !strstr(title, word);
    case MARK_REACH:
        return !strstr(title, word + strlen("全"));
    default:
        return false;
    }
}

/* Whether a key is the title of a table of the forms. */
static bool is_title_key(const char *key, size_t length)
{
    size_t last = strlen("表");
    length -= length > last && !memcmp(key + length - last, "表", last) ? last : 0;
    return lexicon_is_title(&form_lexicon, key, length);
}

/* Whether words are the title of a table of the forms, or the unit of its numbers: they tell nothing of whose
 * they are. */
static bool is_title(const char *words, size_t length)
{
    char key[LONGEST];
    if (!length || length > LONGEST)
        return false;
    return string_is_unit(words) || is_title_key(key, lexicon_key(words, length, key));
}

/* Whether one name is the other without some of its characters: 某县政府 and 某县人民政府. */
static bool is_shortened(const char *name, const char *longer)
{
    for (; *longer; longer += utf8_step(longer))
        name += !strncmp(name, longer, utf8_step(longer)) ? utf8_step(longer) : 0;
    return !*name;
}

/* What stands in a caption between its number and the title of a table of the forms; empty: it has none. */
static struct nb_span before_title(const struct head *head)
{
    char key[LONGEST], rest[LONGEST];
    const char *words = head->squeezed, *end = words + head->length;
    size_t start = enumerator_read(words, end).length, at = start, title = 0;
    size_t size = lexicon_key(words + start, head->length - start, key);
    while (title < size && !is_title_key(key + title, size - title))
        title += utf8_step(key + title);
    while (title < size && lexicon_key(words + at, head->length - at, rest) > size - title)
        at += utf8_step(words + at);
    return (struct nb_span){start, at};
}

/* Whose the office is that a caption names before the title of its table. */
static enum owner owner_by_office(const struct nb_report *report, const struct head *head)
{
    enum { FEWEST = 21 }; /* bytes: of an office (某市局) and a title (总体情况) */
    static const char *const all[] = {"全", "各", "本", "我", NULL};
    struct nb_span before =
        report->agency && head->length >= FEWEST ? before_title(head) : (struct nb_span){0};
    struct nb_span name = is_empty(before) ? before : office_before(head, before);
    if (is_empty(name) || !office_is_named(head, name) || head_begins_any(head, name, all))
        return OWNER_UNTOLD;
    const char *office = head_text(head, name);
    return is_shortened(office, report->agency) || is_shortened(report->agency, office) ? OWNER_REPORT
                                                                                        : OWNER_OTHER;
}

/* Whose a caption says that a table is. */
static enum owner owner_in(const struct nb_report *report, const struct head *head)
{
    bool own = false, other = false;
    for (size_t i = 0; i < head->mark_count; i++) {
        const struct head_mark *mark = &head->marks[i];
        if (is_of_other(report, head, mark))
            return OWNER_OTHER;
        own |= report->year && mark->date.year == report->year;
        other |= report->year && (mark->date.year || mark->kind == MARK_LAST);
    }
    enum owner office = other && !own ? OWNER_OTHER : owner_by_office(report, head);
    return office == OWNER_UNTOLD && own ? OWNER_REPORT : office;
}

/* The label of a row is no caption (上年结转), nor is a note to the rows above. */
enum owner owner_of(const struct nb_report *report, struct nb_span words)
{
    size_t length = words.end - words.start;
    const char *shadow = report->text->shadow + words.start;
    if (length < SHORTEST || length > LONGEST || lexicon_label(&form_lexicon, shadow, length) ||
        string_is_remark(shadow))
        return OWNER_UNTOLD;
    struct nb_arena *scratch = arena_new();
    enum owner owner =
        owner_in(report, head_read_caption(scratch, report->text->bytes, report->text->shadow, words));
    arena_free(scratch);
    return owner;
}

/* Whether words on a line of their own say nothing of whose the table below them is: they are its title, or
 * of its head. */
static bool tells_nothing(const struct nb_text *text, struct nb_span words)
{
    const char *shadow = text->shadow + words.start;
    size_t length = words.end - words.start;
    return length >= SHORTEST && (is_title(shadow, length) || lexicon_label(&form_lexicon, shadow, length));
}

/* Whose the lines before a place say that a table is, its title and the first lines of its head left aside.
 */
static enum owner owner_above(const struct nb_report *report, size_t at)
{
    enum { LINES = 4 };
    struct nb_span above = line_before(report->text, at);
    for (size_t i = 1; i < LINES && tells_nothing(report->text, above); i++)
        above = line_before(report->text, above.start);
    return owner_of(report, above);
}

bool is_of_another(const struct nb_report *report, const struct nb_grid *grid)
{
    const struct grid_part *part = grid->parts;
    return owner_of(report, only_words(part && part->head ? part->head
                                       : part             ? part->body
                                                          : NULL)) == OWNER_OTHER ||
           owner_above(report, grid->span.start) == OWNER_OTHER;
}

/* ---- captions between the rows of a table ---- */

/* Whether a row of a table whose rows are known is a caption: it tells what those below it are of, this year
 * or another, or stands before a head that comes again. */
static bool is_caption(const struct nb_report *report, const struct nb_grid *grid,
                       const struct grid_part *part, const struct grid_row *row)
{
    struct nb_span words = only_words(row);
    return words.end && ((grid->known != TEXT_ORDER && !row->next && part->next &&
                          print_same_labels(part->head, part->next->head)) ||
                         owner_of(report, words) != OWNER_UNTOLD);
}

/* The parts of a table from one on as a table of its own, below a caption or none. */
static void cut_table(struct nb_report *report, struct nb_grid *grid, struct grid_part *parts,
                      struct nb_span caption, size_t start)
{
    struct nb_grid *rest = arena_alloc(report->arena, sizeof *rest);
    *rest = *grid;
    rest->parts = parts;
    rest->before = caption;
    rest->span.start = grid->span.end = start;
    grid->next = rest;
}

/* The rows of a part from a caption on, and the parts behind it. */
static void cut_at(struct nb_report *report, struct nb_grid *grid, struct grid_part *part,
                   struct grid_row **caption)
{
    struct grid_part *first = arena_alloc(report->arena, sizeof *first);
    first->body = *caption;
    first->next = part->next;
    cut_table(report, grid, first, only_words(*caption), grid_row_span(*caption).start);
    part->next = NULL;
    *caption = NULL;
}

/* Where only the order of cells is known, a caption before the next head, or before the title of its table,
 * is among the last cells of the row before: a row of its own. */
static void part_caption(struct nb_report *report, struct grid_part *part)
{
    struct grid_row *last = part->body;
    while (last && last->next)
        last = last->next;
    if (!part->next || !last || last->count < 2)
        return;
    unsigned at = last->count - 1;
    while (at > 1 &&
           (last->cells[at].kind == CELL_BLANK ||
            (last->cells[at].kind == CELL_WORDS && owner_of(report, last->cells[at].span) == OWNER_UNTOLD)))
        at--;
    if (last->cells[at].kind != CELL_WORDS || owner_of(report, last->cells[at].span) == OWNER_UNTOLD)
        return;
    struct grid_row *caption = last->next = arena_alloc(report->arena, sizeof *caption);
    *caption = (struct grid_row){.cells = &last->cells[at], .count = 1, .kind = ROW_WORDS};
    caption->cells->column = 0;
    last->count = at;
}

/* Which labels rows print, as true in `printed`, by label. */
static void note_labels(const struct grid_row *rows, bool *printed)
{
    FOR_CELLS (cell, rows)
        if (cell->label >= 0)
            printed[cell->label] = true;
}

/* Whether a part with a head of several labels begins another table: it prints labels of rows again that
 * those before have `printed`, most of its own or, below the same head, some. Where a page ends, rows go on.
 */
static bool begins_again(const struct grid_part *before, const struct grid_part *part, const bool *printed)
{
    size_t again = 0, labels = 0;
    if (!part->head || row_count(part->head, 0, 1 << CELL_LABEL) < 2)
        return false;
    FOR_CELLS (cell, part->body)
        if (cell->label >= 0) {
            labels++;
            again += printed[cell->label];
        }
    return print_same_labels(before->head, part->head) ? again > 0 : again > 1 && again * 2 > labels;
}

/* Whether rows print a label of a row of the report's form that others have printed. */
static bool print_again(const struct nb_report *report, const struct grid_row *rows, const bool *printed)
{
    FOR_CELLS (cell, rows)
        for (size_t t = 0; cell->label >= 0 && printed[cell->label] && t < report->form->table_count; t++)
            if (rows_named(cell->label, &report->form->tables[t]))
                return true;
    return false;
}

/* Nothing but the page's mark stands between, and it prints none of the rows again. */
bool is_rest_of(const struct nb_report *report, const struct nb_grid *before, const struct nb_grid *grid)
{
    const char *shadow = report->text->shadow;
    struct nb_span mark = line_before(report->text, grid->span.start);
    bool *printed = arena_alloc(report->arena, form_label_count * sizeof *printed);
    if (mark.start >= before->span.end && (!is_page_mark_at(shadow + mark.start, shadow + mark.end, true) ||
                                           line_before(report->text, mark.start).start >= before->span.end))
        return false;
    for (const struct grid_part *part = before->parts; part; part = part->next) {
        note_labels(part->head, printed);
        note_labels(part->body, printed);
    }
    for (const struct grid_part *part = grid->parts; part; part = part->next)
        if (print_again(report, part->head, printed) || print_again(report, part->body, printed))
            return false;
    return true;
}

static void cut_at_caption(struct nb_report *report, struct nb_grid *grid, struct grid_part *part)
{
    if (grid->known == TEXT_ORDER)
        part_caption(report, part);
    for (struct grid_row **row = &part->body; *row; row = &(*row)->next)
        if ((row != &part->body || part != grid->parts || part->head) &&
            is_caption(report, grid, part, *row)) {
            cut_at(report, grid, part, row);
            return;
        }
}

/* A table goes on as another from its part behind one on. */
static void cut_behind(struct nb_report *report, struct nb_grid *grid, struct grid_part *before)
{
    const struct grid_part *rest = before->next;
    cut_table(report, grid, before->next, (struct nb_span){0},
              grid_row_span(rest->head ? rest->head : rest->body).start);
    grid->next->follows = true;
    before->next = NULL;
}

/* The label of a row with values that stands next to them; -1: it has none. */
static int label_of_row(const struct grid_row *row)
{
    int label = -1;
    for (size_t i = 0; row->kind == ROW_DATA && i < row->count && !cell_is(&row->cells[i], PLAIN_CELLS); i++)
        label = row->cells[i].label >= 0 ? row->cells[i].label : label;
    return label;
}

/* Whether rows, up to the next that has the label of the first, have labels that others have `printed`: most
 * of theirs, and more than one. */
static bool come_again(const struct grid_row *first, const bool *printed)
{
    size_t again = 0, labels = 0;
    for (const struct grid_row *row = first; row; row = row->next) {
        int label = label_of_row(row);
        if (row != first && label == label_of_row(first))
            break;
        labels += label >= 0;
        again += label >= 0 && printed[label];
    }
    return again > 1 && again * 2 > labels;
}

/* Rows from the first one on that come again without a head are a part of their own. Returns whether there
 * are such; `printed` has room for all labels. */
static bool part_again(struct nb_report *report, struct grid_part *part, bool *printed)
{
    int first = -1;
    memset(printed, 0, form_label_count * sizeof *printed);
    for (struct grid_row **row = &part->body; *row; row = &(*row)->next) {
        int label = label_of_row(*row);
        if (label >= 0 && label == first) {
            if (!come_again(*row, printed))
                return false;
            struct grid_part *rest = arena_alloc(report->arena, sizeof *rest);
            *rest = (struct grid_part){.body = *row, .next = part->next};
            part->next = rest;
            *row = NULL;
            return true;
        }
        first = first < 0 ? label : first;
        if (label >= 0)
            printed[label] = true;
    }
    return false;
}

/* Part by part: what is cut off is a table of its own, and looked at when its turn comes. */
void cut_at_captions(struct nb_report *report)
{
    bool *printed = arena_room(report->arena, 2 * form_label_count * sizeof *printed),
         *own = printed + form_label_count;
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next) {
        bool several = grid->parts && grid->parts->next;
        memset(printed, 0, several ? form_label_count * sizeof *printed : 0);
        for (struct grid_part *part = grid->parts, *before = NULL; part; before = part, part = part->next) {
            bool again = part_again(report, part, own);
            cut_at_caption(report, grid, part);
            if (again && part->next)
                cut_behind(report, grid, part);
            if (before && begins_again(before, part, printed)) {
                cut_behind(report, grid, before);
                break;
            }
            if (part->next)
                note_labels(part->body, printed);
        }
    }
}
