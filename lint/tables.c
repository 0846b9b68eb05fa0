/* tables.c - rules NB2xx: what binding noticed about the statutory tables, as findings. */
#include "config.h"

#include "fold.h"
#include "forms.h"
#include "grid.h"
#include "i18n.h"
#include "lint.h"

#include <limits.h>
#include <string.h>

/* The next event of a kind, starting with `event` itself. */
static const struct nb_event *next_of(const struct nb_event *event, enum nb_event_kind kind)
{
    while (event && event->kind != kind)
        event = event->next;
    return event;
}

#define FOR_EVENTS(event, wanted)                                                                            \
    for (const struct nb_event *event = next_of(lint->report->events, wanted); event;                        \
         event = next_of(event->next, wanted))

/* Name the cell of an event, or all cells of its row. */
static void name_cells(struct lint *lint, struct nb_finding *finding, const struct nb_event *event)
{
    if (event->table && event->row && event->column >= 0)
        finding_cell(lint, finding, event->table, event->row, event->column);
    else if (event->table && event->row)
        finding_row(lint, finding, event->table, event->row);
}

/* Name the cells of a table that nobody can tell for certain. */
static void name_doubted(struct lint *lint, struct nb_finding *finding, const struct nb_table *table)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; row->printed && c < row->form->column_count; c++)
            if (row->cells[c].status == NB_AMBIGUOUS || row->cells[c].status == NB_MISSING)
                finding_cell(lint, finding, table, row, (int)c);
}

static void quote(struct nb_finding *finding, const struct nb_event *event)
{
    finding->found = event->found;
    finding->suggestion = event->suggestion;
}

static const char *table_title(const struct nb_event *event)
{
    return event->table ? event->table->form->title : "";
}

/* What an event is about: its row, what it found, or else its table. */
static const char *row_label(const struct lint *lint, const struct nb_event *event)
{
    return event->row ? row_words(lint, event->row) : event->found ? event->found : table_title(event);
}

/* The article that a table belongs to: tables and roles have the same names. NULL: there is none. */
static const struct nb_article *home_of(const struct lint *lint, const struct nb_event *event)
{
    return event->table ? article_of(lint->report, event->table->form->id) : NULL;
}

/* Whether a line is one of a table: words, a blank or a bar, a number, and no full stop. */
static bool is_table_line(const char *line, const char *end)
{
    bool words = false, parted = false, number = false;
    for (const char *at = line; at < end; at++) {
        if (!strncmp(at, "。", 3) || *at == ',')
            return false;
        number |= parted && *at >= '0' && *at <= '9';
        words |= (*at & 0x80) != 0 || (*at >= '0' && *at <= '9');
        parted = words && strchr(" \t|\x1f\x1e", *at);
    }
    return number;
}

/* The text of an article, up to the next. */
static struct nb_span body_of(const struct lint *lint, const struct nb_article *article)
{
    return (struct nb_span){article->span.end,
                            article->next ? article->next->span.start : lint->report->text->length};
}

/* Whether an article prints a table, of whatever rows. */
static bool has_table(const struct lint *lint, const struct nb_article *article)
{
    enum { FEWEST = 2 }; /* lines: the shortest table of the form has four rows */
    if (has_block(article->blocks, NB_TABLE))
        return true;
    struct nb_span body = body_of(lint, article);
    size_t lines = 0;
    for (const char *line = shadow_at(lint, body.start), *last = shadow_at(lint, body.end); line < last;) {
        const char *stop = memchr(line, '\n', (size_t)(last - line));
        stop = stop ? stop : last;
        lines += is_table_line(line, stop);
        line = stop + 1;
    }
    return lines >= FEWEST;
}

/* The label of a column that begins here; NULL: none does. */
static const char *label_at(const struct nb_form_row *row, const char *at)
{
    for (size_t c = 0; c < row->column_count; c++)
        if (!strncmp(at, row->columns[c].label, strlen(row->columns[c].label)))
            return row->columns[c].label;
    return NULL;
}

/* Where most labels of a table's columns stand right behind one another, as cells of which only the words are
 * left; an empty span: nowhere. */
static struct nb_span find_run(const struct lint *lint, const struct nb_form_row *row)
{
    const char *shadow = lint->report->text->shadow, *end = shadow + lint->report->text->length;
    for (size_t c = 0; c < row->column_count; c++) {
        const char *at = shadow, *label = row->columns[c].label;
        while ((at = memmem(at, (size_t)(end - at), label, strlen(label)))) {
            size_t start = (size_t)(at - shadow), labels = 0;
            for (const char *next; (next = label_at(row, at)); at += strlen(next))
                labels++;
            if (2 * labels > row->column_count)
                return (struct nb_span){start, (size_t)(at - shadow)};
        }
    }
    return (struct nb_span){0, 0};
}

static struct nb_span run_together(struct lint *lint, const struct nb_event *event)
{
    const struct nb_form_table *form = event->table->form;
    struct run *run = &lint->runs[form - form->form->tables];
    if (!run->sought)
        *run = (struct run){find_run(lint, &form->rows[0]), true};
    return run->span;
}

static bool is_run_together(struct lint *lint, const struct nb_event *event)
{
    return run_together(lint, event).end;
}

/* Whether the article of a table prints one, which was not read. */
static bool is_named_otherwise(struct lint *lint, const struct nb_event *event)
{
    const struct nb_article *article = home_of(lint, event);
    return article && !is_run_together(lint, event) && has_table(lint, article);
}

void check_table_missing(struct lint *lint)
{
    if (!lint->report->form && !is_on_school_year(lint->report))
        finding_add(lint, lint->report->title_span, "%s",
                    _("no table of a known form is there, nor a year that says which form to expect"));
    FOR_EVENTS (event, EVENT_TABLE_MISSING) {
        const struct nb_article *article = home_of(lint, event);
        if (lint->report->text->apart)
            return;
        if (!is_run_together(lint, event) && !is_named_otherwise(lint, event))
            finding_add(lint, article ? article->span : event->span, _("the table “%s” is missing"),
                        table_title(event))
                ->expected = table_title(event);
    }
}

/* One finding on all tables that were not read for the same reason: of a PDF's text that was not laid out, or
 * those whose cells have run `together`. */
static void report_unread(struct lint *lint, bool together)
{
    const char *titles = NULL;
    struct nb_span place = {0, 0};
    FOR_EVENTS (event, EVENT_TABLE_MISSING) {
        const struct nb_article *article = home_of(lint, event);
        struct nb_span at = together ? run_together(lint, event) : article ? article->span : place;
        if (together && !at.end)
            continue;
        place = titles ? place : at;
        titles =
            titles ? arena_printf(lint->arena, "%s；%s", titles, table_title(event)) : table_title(event);
    }
    if (titles)
        finding_add(lint, place,
                    together
                        ? _("the cells of tables stand right behind one another, so that none of their "
                            "numbers was read (%s): "
                            "part them by blanks or tabs, or give the document that the text is from")
                        : _("the text of a PDF in which labels and numbers stand apart, so that no table "
                            "was read (%s): give the PDF itself, or "
                            "what pdftotext -layout makes of it"),
                    titles)
            ->expected = titles;
}

/* Whether a label stands within a span, as words of their own. */
static bool prints_label(const struct lint *lint, struct nb_span span, const char *label)
{
    const char *at = shadow_at(lint, span.start), *end = shadow_at(lint, span.end);
    size_t length = strlen(label);
    for (const char *from = at; (at = memmem(at, (size_t)(end - at), label, length)); at++)
        if ((at == from || (unsigned char)at[-1] <= ' ' || at[-1] == '|') &&
            (at + length == end || (unsigned char)at[length] <= ' ' || strchr("|(", at[length])))
            return true;
    return false;
}

/* Whether an article prints the labels of the columns of a table whose rows have none. */
static bool has_head(const struct lint *lint, const struct nb_article *article, const struct nb_table *table)
{
    size_t labels = 0;
    const struct nb_form_row *row = table->rows ? table->rows->form : NULL;
    for (size_t c = 0; row && c < row->column_count; c++)
        labels += prints_label(lint, body_of(lint, article), row->columns[c].label);
    return row && labels > row->column_count / 2;
}

void check_table_unread(struct lint *lint)
{
    report_unread(lint, !lint->report->text->apart);
    FOR_EVENTS (event, EVENT_TABLE_MISSING) {
        const struct nb_article *article = home_of(lint, event);
        if (!lint->report->text->apart && is_named_otherwise(lint, event))
            finding_add(lint, article->span,
                        event->table->form->across && has_head(lint, article, event->table)
                            ? _("the table “%s” has its head, and no row whose numbers could be read")
                            : _("“%s” has a table, but its rows and columns are not named as in the form; "
                                "its numbers were not read"),
                        table_title(event))
                ->expected = table_title(event);
    }
}

/* Words that were recognised may lack some that stand on the page, or stand in the cell beside: each cell
 * that was found without any is named. */
void check_text_recognised(struct lint *lint)
{
    if (!lint->report->text->recognised)
        return;
    struct nb_finding *finding = finding_add(
        lint, lint->report->title_span, "%s",
        lint->report->text->layer
            ? _("a scan: its text was recognised (OCR), and what stands in cells without words may have been "
                "missed; compare the numbers with the picture")
            : _("a scan: its text was recognised (OCR); compare the numbers with the picture"));
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        name_doubted(lint, finding, table);
}

void check_page_unread(struct lint *lint)
{
    const char *pictures = lint->report->text->pictures;
    if (pictures)
        finding_add(lint, lint->report->title_span,
                    _("page %s: a picture without text, of which nothing was read; its text must be "
                      "recognised (OCR) first"),
                    pictures);
    if (!lint->report->text->cut)
        return;
    struct nb_finding *finding =
        finding_add(lint, lint->report->title_span,
                    _("page %s: a table goes on beyond the paper; what stands there was not read, and cells "
                      "without words are not known to be empty"),
                    lint->report->text->cut);
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        name_doubted(lint, finding, table);
}

/* The label of the printed row before a missing one, or NULL. */
static const char *row_before(const struct lint *lint, const struct nb_event *event)
{
    const struct nb_row *before = NULL;
    for (const struct nb_row *row = event->table->rows; row && row != event->row; row = row->next)
        before = row->printed ? row : before;
    return before ? row_words(lint, before) : NULL;
}

/* How many missing rows belong at the place of this one, and the last of them; 1 if it is not the first: that
 * one tells of all.
 */
static int count_missing(const struct nb_event *before, const struct nb_event *event,
                         const struct nb_event **last)
{
    int count = 1;
    bool told = before && before->table == event->table && before->span.start == event->span.start;
    *last = event;
    for (const struct nb_event *next = event->next;
         !told && next && next->kind == event->kind && next->table == event->table &&
         next->span.start == event->span.start;
         next = next->next, count++)
        *last = next;
    return count;
}

void check_row_missing(struct lint *lint)
{
    const struct nb_event *told = NULL, *last;
    FOR_EVENTS (event, EVENT_ROW_MISSING) {
        const char *before = row_before(lint, event), *missing = row_label(lint, event);
        int count = count_missing(told, event, &last);
        struct nb_finding *finding;
        if (count > 1)
            finding = finding_add(lint, event->span,
                                  _("%d rows are missing, from “%s” to “%s”; they belong behind “%s”"), count,
                                  missing, row_label(lint, last), before ? before : table_title(event));
        else if (before)
            finding = finding_add(lint, event->span, _("the row “%s” is missing; it belongs behind “%s”"),
                                  missing, before);
        else
            finding = finding_add(lint, event->span, _("the row “%s” is missing"), missing);
        finding->expected = missing;
        name_cells(lint, finding, event);
        told = event;
    }
}

/* Name the cells of the row above values that have no label, and those of the row below that lack one: the
 * values may be theirs.
 */
static void name_beside(struct lint *lint, struct nb_finding *finding, const struct nb_event *event)
{
    const struct nb_row *below = event->row ? event->row->next : event->table->rows;
    while (below && !below->printed)
        below = below->next;
    if (event->row)
        finding_row(lint, finding, event->table, event->row);
    for (size_t c = 0; below && c < below->form->column_count; c++)
        if (below->cells[c].status == NB_MISSING)
            finding_cell(lint, finding, event->table, below, (int)c);
}

/* A table may break a rule in each of its rows: then the message is translated once, not anew for each, at
 * 1,500 instructions. */
#define ONCE(message, words) ((message) = (message) ? (message) : (words))

void check_row_unknown(struct lint *lint)
{
    const struct nb_table *named = NULL;
    const char *unknown = NULL, *beside = NULL, *alone = NULL;
    FOR_EVENTS (event, EVENT_ROW_UNKNOWN) {
        const char *label = event->found ? event->found : span_text(lint, event->span);
        const char *message =
            *label ? ONCE(unknown,
                          _("“%s” is no row of the form; if it is one, print its label as the form has it"))
            : event->row
                ? ONCE(beside,
                       _("values without the label of a row; they may be of “%s” or of the row below"))
                : ONCE(alone, _("values without the label of a row"));
        struct nb_finding *finding =
            finding_add(lint, event->span, message, *label ? label : row_label(lint, event));
        quote(finding, event);
        if (event->count && event->table != named)
            name_doubted(lint, finding, event->table);
        else if (!*label)
            name_beside(lint, finding, event);
        named = event->count ? event->table : named;
    }
}

void check_row_order(struct lint *lint)
{
    const char *message = NULL;
    FOR_EVENTS (event, EVENT_ROW_ORDER)
        finding_add(lint, event->span, ONCE(message, _("the row “%s” stands out of the form's order")),
                    row_label(lint, event));
}

void check_row_repeated(struct lint *lint)
{
    const char *again = NULL, *here = NULL;
    FOR_EVENTS (event, EVENT_ROW_REPEATED) {
        struct nb_finding *finding =
            finding_add(lint, event->span, ONCE(again, _("the row “%s” is printed again, with other values")),
                        row_label(lint, event));
        name_cells(lint, finding, event);
        if (event->row && event->row->printed)
            finding_related(lint, finding, event->row->label, "%s", ONCE(here, _("first printed here")));
    }
}

static void count(struct lint *lint, struct nb_finding *finding, const struct nb_event *event)
{
    finding->found = arena_printf(lint->arena, "%zu", event->count);
    finding->expected = arena_printf(lint->arena, "%zu", event->expected);
}

/* The first value that the row of an event prints; the event's own place if it prints none. */
static struct nb_span first_value(const struct nb_event *event)
{
    for (size_t i = 0; event->row && i < event->row->form->column_count; i++)
        if (event->row->cells[i].span.start < event->row->cells[i].span.end)
            return event->row->cells[i].span;
    return event->span;
}

/* Whether an event has this reason; NULL: none. */
static bool has_reason(const struct nb_event *event, const char *reason)
{
    return reason ? event->reason && !strcmp(event->reason, reason) : !event->reason;
}

/* All rows of a table with an event of the same cause in one finding, at the first of them. */
static void note_rows(struct lint *lint, const struct nb_table *table, enum nb_event_kind kind,
                      const char *reason, const char *message)
{
    const struct nb_event *first = NULL;
    size_t rows = 0;
    FOR_EVENTS (event, kind)
        if (event->table == table && has_reason(event, reason)) {
            first = first && first_value(first).start <= first_value(event).start ? first : event;
            rows++;
        }
    if (!first)
        return;
    const char *named = rows == 1 ? _("the row “%s”") : _("the row “%s” and %zu more");
    struct nb_finding *finding =
        finding_add(lint, first_value(first), _(message),
                    arena_printf(lint->arena, named, row_label(lint, first), rows - 1));
    FOR_EVENTS (event, kind)
        if (event->table == table && has_reason(event, reason))
            name_cells(lint, finding, event);
}

/* Whether the values of a row that has too few were given columns; then that is what there is to say. */
static bool was_placed(const struct lint *lint, const struct nb_event *event)
{
    for (const struct nb_event *other = lint->report->events;
         other && event->row && event->count < event->expected; other = other->next)
        if (other->row == event->row && (other->kind == EVENT_PLACED || other->kind == EVENT_AMBIGUOUS))
            return true;
    return false;
}

void check_cell_count(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        note_rows(lint, table, EVENT_CELL_COUNT, "empty",
                  N_("no cell of %s could be read, not even an empty one"));
    FOR_EVENTS (event, EVENT_CELL_COUNT) {
        if (event->reason || was_placed(lint, event))
            continue;
        const char *message = event->count == event->expected
                                  ? _("the row “%s” has %zu values for its %zu columns, but is printed "
                                      "unlike the rows around it; a value "
                                      "may be broken, or one may be too many")
                                  : _("the row “%s” has %zu values, the form %zu columns");
        struct nb_finding *finding = finding_add(lint, first_value(event), message, row_label(lint, event),
                                                 event->count, event->expected);
        count(lint, finding, event);
        name_cells(lint, finding, event);
    }
}

void check_label_lost(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_LABEL_LOST) {
        struct nb_finding *finding = finding_add(
            lint, first_value(event), _("the label of “%s” is missing; the values behind “%s” may be its"),
            event->found, row_label(lint, event));
        finding->found = event->found;
        name_cells(lint, finding, event);
    }
}

/* Whether borders or markup say where the cells of the table stand: then none was lost. */
static bool has_borders(const struct lint *lint, const struct nb_table *table)
{
    const struct nb_grid *grid = lint->report->grids;
    while (grid && !(grid->form == table->form && grid->known == TEXT_GRID))
        grid = grid->next;
    return grid;
}

void check_last_empty(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        note_rows(lint, table, EVENT_LAST_EMPTY, NULL,
                  has_borders(lint, table)
                      ? N_("the last cell of %s is empty; other cells there have numbers")
                      : N_("the last cell of %s is empty; see that each number stands under its own label"));
}

/* How many cells of the printed rows have a status. */
static size_t count_cells(const struct nb_table *table, enum nb_status status)
{
    size_t count = 0;
    for (const struct nb_row *row = table->rows; row; row = row->next)
        for (size_t c = 0; row->printed && c < row->form->column_count; c++)
            count += row->cells[c].status == status;
    return count;
}

static void report_blank(struct lint *lint, const struct nb_table *table, const struct nb_row *row,
                         int column)
{
    int64_t value = 0;
    const char *label = column_words(lint, row, column), *words = row_words(lint, row);
    bool asked = sums_ask(lint, table, row, column, &value);
    struct nb_span span = row->cells[column].span.end ? row->cells[column].span : row->label;
    struct nb_finding *finding =
        asked ? finding_add(lint, span, _("“%s”, %s is empty; the sums ask for %lld"), words, label,
                            (long long)value)
              : finding_add(lint, span, _("“%s”, %s is empty, though others have numbers"), words, label);
    finding_cell(lint, finding, table, row, column);
    if (asked)
        finding->expected = finding->suggestion = arena_printf(lint->arena, "%lld", (long long)value);
}

/* One or two cells without a number in a table that is filled in: where zeros are left out, many are. */
void check_cell_blank(struct lint *lint)
{
    enum { FEW = 2, SHARE = 8 };
    for (const struct nb_table *table = lint->report->tables; table; table = table->next) {
        size_t blank = table->printed ? count_cells(table, NB_BLANK) : 0;
        if (!blank || blank > FEW || count_cells(table, NB_GIVEN) < SHARE * blank)
            continue;
        for (const struct nb_row *row = table->rows; row; row = row->next)
            for (size_t c = 0; row->printed && c < row->form->column_count; c++)
                if (row->cells[c].status == NB_BLANK && !cell_doubted(lint, table, row, (int)c))
                    report_blank(lint, table, row, (int)c);
    }
}

void check_cell_placed(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next) {
        note_rows(lint, table, EVENT_PLACED, "columns",
                  N_("no label says the columns of %s; the values are taken in the form's order"));
        note_rows(lint, table, EVENT_PLACED, "torn",
                  N_("the labels over the values of %s are torn over lines; their order is taken to be the "
                     "form's"));
        note_rows(lint, table, EVENT_PLACED, "run",
                  N_("the values of %s stand right behind one another; the sums part them in one way only"));
        note_rows(lint, table, EVENT_PLACED, NULL,
                  N_("the values of %s fit the columns in one way only, by the sums"));
    }
    FOR_EVENTS (event, EVENT_PLACED) {
        if (!has_reason(event, "row"))
            continue;
        const char *label = row_label(lint, event), *official = event->row->form->label;
        bool renamed = strcmp(label, official) != 0;
        struct nb_finding *finding =
            renamed
                ? finding_add(lint, first_value(event),
                              _("“%s” is no label of the form; by its place the row is “%s”"), label,
                              official)
                : finding_add(lint, first_value(event),
                              _("these values have no label; by their place they are those of “%s”"), label);
        name_cells(lint, finding, event);
    }
}

/* What is said of a row that is printed in doubt. */
static const char *doubted_how(const struct nb_event *event)
{
    if (has_reason(event, "shifted"))
        return _("the values of “%s” may be those of the row below: a row above has too many, and one below "
                 "none; put each label before its values");
    if (has_reason(event, "count"))
        return _("“%s” prints a number more or fewer than it has cells; the others may stand a column off");
    return _("the values of “%s” fit its columns in no way that the sums allow");
}

/* Each row that has lost cells is a fault of its own; where the head tells nothing, it is the rows' one. */
void check_cell_ambiguous(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next) {
        note_rows(lint, table, EVENT_AMBIGUOUS, "head",
                  N_("the labels over the values of %s do not tell which column is which"));
        note_rows(lint, table, EVENT_AMBIGUOUS, "run",
                  N_("the values of %s stand right behind one another, and nothing tells for certain where "
                     "one ends: part them by blanks or tabs"));
    }
    FOR_EVENTS (event, EVENT_AMBIGUOUS) {
        if (has_reason(event, "head") || has_reason(event, "run"))
            continue;
        bool ways = !event->reason && event->count > 1;
        const char *label = row_label(lint, event);
        struct nb_finding *finding =
            ways ? finding_add(lint, first_value(event),
                               _("the values of “%s” fit its columns in %zu ways; the likeliest is taken"),
                               label, event->count)
                 : finding_add(lint, first_value(event), doubted_how(event), label);
        name_cells(lint, finding, event);
    }
}

/* "1O" with digits for the letters that look like them; NULL if something else is left. */
static const char *with_digits(struct lint *lint, struct nb_span span)
{
    char *number = arena_strndup(lint->arena, shadow_at(lint, span.start), span.end - span.start),
         *to = number;
    for (const char *from = number; *from; from++) {
        char digit = digit_like(*from);
        if (!digit && !strchr("0123456789.,-+\x01", *from))
            return NULL;
        if (*from != FOLD_FILLER)
            *to++ = digit ? digit : *from;
    }
    *to = '\0';
    return strpbrk(number, "0123456789") ? number : NULL;
}

static const char *printed_sign(struct lint *lint, const struct nb_event *event)
{
    return event->found ? event->found : span_text(lint, event->span);
}

/* The last of the events, from one on, that are about the same sign in cells of a table. */
static const struct nb_event *last_alike(struct lint *lint, const struct nb_event *event, size_t *more)
{
    const struct nb_event *last = event, *next;
    while ((next = next_of(last->next, event->kind)) && next->table == event->table &&
           !strcmp(printed_sign(lint, next), printed_sign(lint, event))) {
        last = next;
        ++*more;
    }
    return last;
}

void check_not_a_number(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_NOT_A_NUMBER) {
        size_t more = 0;
        const struct nb_event *first = event, *last = last_alike(lint, event, &more);
        const char *found = printed_sign(lint, event);
        const char *mend = event->suggestion ? event->suggestion : with_digits(lint, event->span);
        if (mend && !strcmp(mend, found))
            mend = NULL;
        const char *place = more ? arena_printf(lint->arena, _(", nor in %zu more cells"), more) : "";
        struct nb_finding *finding =
            mend ? finding_add(lint, event->span, _("“%s” is not a number%s; is it %s?"), found, place, mend)
                 : finding_add(lint, event->span, _("“%s” is not a number%s"), found, place);
        finding->found = found;
        finding->suggestion = mend;
        for (event = first; event != last; event = next_of(event->next, EVENT_NOT_A_NUMBER))
            name_cells(lint, finding, event);
        name_cells(lint, finding, last);
    }
}

/* Whether a row that only this form has was bound as one of another; in this table, or, where it is NULL, in
 * any. */
static bool has_rows_of(const struct lint *lint, const struct nb_table *table, const struct nb_form *form)
{
    FOR_EVENTS (event, EVENT_FORM_MISMATCH)
        if (event->row && event->row->origin == form && (!table || event->table == table))
            return true;
    return false;
}

/* Tables, or one of them, that are those of another form from the first row to the last. */
static void check_whole_form(struct lint *lint, const struct nb_form *due)
{
    const struct nb_report *report = lint->report;
    const struct nb_table *table = report->tables;
    while (table && (!table->printed || has_rows_of(lint, table, due)))
        table = table->next;
    if (!table || !due || !due->table_count || !report->form || report->form == due)
        return;
    const struct nb_row *row = table->rows;
    while (row && !row->printed)
        row = row->next;
    struct nb_finding *finding =
        finding_add(lint, row ? row->label : table->span,
                    has_rows_of(lint, NULL, due)
                        ? _("this table follows the form %s; a report on %d uses that of %s")
                        : _("the tables follow the form %s throughout; a report on %d uses that of %s"),
                    report->form->notice, report->year, due->notice);
    finding_says(finding, report->form->notice, due->notice);
}

void check_form_mismatch(struct lint *lint)
{
    const struct nb_form *form = lint->report->form, *due = form_of_year(lint->report->year);
    check_whole_form(lint, due);
    FOR_EVENTS (event, EVENT_FORM_MISMATCH) {
        const struct nb_form *origin = event->row ? event->row->origin : NULL;
        if (origin && origin == due)
            continue;
        struct nb_finding *finding =
            origin && form
                ? finding_add(lint, event->span, _("“%s” belongs to the form %s; a report on %d uses %s"),
                              row_label(lint, event), origin->notice, lint->report->year, form->notice)
                : finding_add(lint, event->span, _("“%s” belongs to the form of another year"),
                              row_label(lint, event));
        finding_says(finding, origin ? origin->notice : event->found, form ? form->notice : NULL);
        name_cells(lint, finding, event);
    }
}

void check_table_truncated(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_TABLE_TRUNCATED) {
        if (event->row) {
            name_cells(lint,
                       finding_add(lint, event->span,
                                   _("the text ends with this number, which may be cut off as well")),
                       event);
            continue;
        }
        struct nb_finding *finding =
            finding_add(lint, event->span, _("the table “%s” stops after %zu of %zu rows"),
                        table_title(event), event->count, event->expected);
        count(lint, finding, event);
    }
}

/* What may have happened to a suspect cell. */
static const char *slip(const char *reason)
{
    static const struct {
        const char *reason, *words;
    } slips[] = {
        {"digit", N_("one digit differs")},
        {"swap", N_("two digits look swapped")},
        {"missing digit", N_("a digit looks lost")},
        {"extra digit", N_("a digit looks one too many")},
        {"run together", N_("two cells look run together")},
    };
    for (size_t i = 0; reason && i < sizeof slips / sizeof *slips; i++)
        if (!strcmp(reason, slips[i].reason))
            return _(slips[i].words);
    return NULL;
}

void check_likely_typo(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_SUSPECT) {
        const char *words = slip(event->reason), *found = event->found ? event->found : "",
                   *mend = event->suggestion;
        if (!mend || !*found)
            continue;
        const char *place = !event->row ? ""
                            : event->column < 0
                                ? row_words(lint, event->row)
                                : arena_printf(lint->arena, _("“%s”, %s: "), row_words(lint, event->row),
                                               column_words(lint, event->row, event->column));
        struct nb_finding *finding =
            words ? finding_add(lint, event->span, _("%s%s is printed; %s would make every sum right: %s"),
                                place, found, mend, words)
                  : finding_add(lint, event->span, _("%s%s is printed; %s would make every sum right"), place,
                                found, mend);
        quote(finding, event);
        finding->expected = mend;
        name_cells(lint, finding, event);
    }
}

void check_row_label(struct lint *lint)
{
    const char *message = NULL;
    FOR_EVENTS (event, EVENT_ROW_LABEL)
        quote(finding_add(lint, event->span,
                          ONCE(message, _("the label “%s” is not the form's; read as “%s”")), event->found,
                          event->suggestion),
              event);
}

void check_total_missing(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_TOTAL_MISSING) {
        bool cell = event->row && event->column >= 0;
        struct nb_finding *finding =
            !event->suggestion ? finding_add(lint, event->span, _("the total in “%s” is not printed"),
                                             row_label(lint, event))
            : cell ? finding_add(lint, event->span, _("“%s”, %s: no number is printed; the sum is %s"),
                                 row_label(lint, event), column_words(lint, event->row, event->column),
                                 event->suggestion)
                   : finding_add(lint, event->span, _("the total in “%s” is not printed; the sum is %s"),
                                 row_label(lint, event), event->suggestion);
        name_cells(lint, finding, event);
        finding->expected = finding->suggestion = event->suggestion;
    }
}

/* Whether a row that has the columns of another one has a number in this column. */
static bool others_have(const struct nb_table *table, const struct nb_row *lacking, int column)
{
    bool some = false;
    for (const struct nb_row *row = table->rows; row && !some; row = row->next)
        some = row->form->columns == lacking->form->columns && row->cells[column].status != NB_MISSING;
    return some;
}

/* The rows of a table that lack a column: those that have it in the form. Where its label is there, `found`,
 * it is its cells that were lost, or it stands over other rows. */
void check_column_missing(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_COLUMN_MISSING) {
        const char *label = event->row->form->columns[event->column].label;
        bool printed = prints_label(lint, event->table->span, label);
        const char *message = others_have(event->table, event->row, event->column)
                                  ? _("some rows have no column “%s”")
                              : printed ? _("no row has a number in the column “%s”")
                                        : _("the column “%s” is not printed");
        struct nb_finding *finding =
            finding_add(lint, event->span, message, column_words(lint, event->row, event->column));
        finding->found = printed ? label : NULL;
        for (const struct nb_row *row = event->table->rows; row; row = row->next)
            if (row->form->columns == event->row->form->columns &&
                row->cells[event->column].status == NB_MISSING)
                finding_cell(lint, finding, event->table, row, event->column);
    }
}

void check_column_unknown(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_COLUMN_UNKNOWN) {
        const char *message =
            !*event->found
                ? _("a number stands in a column without a label; it is in no cell, and those beside it "
                    "are uncertain")
            : event->table
                ? _("the form has no column “%s”, and where it stands among the others is not to be "
                    "told: the numbers beside it are uncertain")
                : _("the form has no column “%s”");
        struct nb_finding *finding = finding_add(lint, event->span, message, event->found);
        quote(finding, event);
        if (event->table)
            name_doubted(lint, finding, event->table);
    }
}

/* Name all cells of the rows that are printed between two places. */
static void name_rows(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                      struct nb_span span)
{
    for (const struct nb_row *row = table->rows; row; row = row->next)
        if (row->printed && span.start <= row->label.start && row->label.start < span.end)
            finding_row(lint, finding, table, row);
}

/* Whether these words stand there, fillers and blanks left aside: a caption may go on in the next line. */
static bool reads(const char *shadow, const char *words)
{
    for (; *words; words++, shadow++) {
        if ((unsigned char)*shadow <= ' ')
            shadow += strspn(shadow, "\x01 \t\r\n");
        if (*shadow != *words)
            return false;
    }
    return true;
}

/* "第二十条第(二)项": the caption of no part of this table. */
static void check_parts(struct lint *lint, const struct nb_table *table)
{
    static const char begin[] = "第二十条第", close[] = "项";
    enum { LONGEST = 64 }; /* bytes with fillers */
    const char *text = lint->report->text->shadow, *behind = text + table->span.end, *end;
    for (const char *at = text + table->span.start;
         (at = memmem(at, (size_t)(behind - at), begin, strlen(begin))); at += strlen(begin)) {
        bool known = !(end = memmem(at, strnlen(at, LONGEST), close, strlen(close)));
        for (size_t r = 0; !known && r < table->form->row_count; r++)
            known = *table->form->rows[r].heading && reads(at, table->form->rows[r].heading);
        struct nb_span span = {(size_t)(at - text), known ? 0 : (size_t)(end - text) + strlen(close)};
        if (!known)
            finding_quote(lint, span, _("the form has no part “%s”"));
    }
}

void check_table_caption(struct lint *lint)
{
    for (const struct nb_table *table = lint->report->tables; table; table = table->next)
        if (table->printed && !strcmp(table->form->id, "disclosure"))
            check_parts(lint, table);
    FOR_EVENTS (event, EVENT_TABLE_CAPTION) {
        struct nb_finding *finding =
            finding_add(lint, event->span,
                        _("what stands over this table makes it another year's or office's, or a sample; its "
                          "numbers may not be the report's"));
        name_rows(lint, finding, event->table, event->span);
    }
}

/* Tables in the article of another table, where their own is there, too: two that have changed places are one
 * finding. */
void check_table_misplaced(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    struct nb_finding *finding = NULL;
    for (const struct nb_table *table = report->tables; table; table = table->next) {
        const struct nb_article *article = table->printed ? article_at(report, table->span.start) : NULL;
        bool other = false;
        for (const struct nb_table *beside = report->tables; article && beside; beside = beside->next)
            other |= beside != table && !strcmp(beside->form->id, article->role);
        if (!other || !article_of(report, table->form->id))
            continue;
        if (finding) {
            finding_related(lint, finding, table->span, _("and “%s” here"), table->form->title);
            continue;
        }
        finding =
            finding_add(lint, (struct nb_span){table->span.start, table->span.start},
                        _("the table “%s” stands in the article “%s”"), table->form->title, article->title);
        finding_says(finding, article->title, table->form->title);
    }
}

void check_table_repeated(struct lint *lint)
{
    FOR_EVENTS (event, EVENT_TABLE_REPEATED) {
        const char *message =
            event->reason
                ? _("a second table “%s” right behind the first; say above each of which year it is")
                : _("a second table “%s”; it is kept as another table");
        struct nb_finding *finding = finding_add(lint, event->span, message, table_title(event));
        if (event->reason)
            name_rows(lint, finding, event->table, (struct nb_span){0, UINT_MAX});
    }
}
