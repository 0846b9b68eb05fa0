/* metadata.c - title, agency, year, period, dates and signature: for each, the best of what the page says;
 * and the page around the report becomes furniture. */
#include "metadata.h"
#include "fold.h"
#include "grid.h"
#include "head.h"
#include "text.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

/* What has been read of a report, and where. `page` is the head that the page's <title> makes by itself, or
 * NULL. */
struct metadata {
    struct nb_report *report;
    struct head *head, *page;
    const char *page_source;
    struct date page_date;
    struct titles titles;
    struct title page_title;
    struct period period;
    struct days days;
    struct date signed_on;
};

/* Where dates and names stand is known well within this many bytes; what is longer is cut. With 65,536, texts
 * that begin no article until late cost 150 instructions a byte more. */
enum { LONGEST_STRETCH = 1 << 14 };

static struct head *read_in(struct nb_arena *arena, const struct nb_report *report, struct nb_span span)
{
    if (span.end - span.start > LONGEST_STRETCH)
        span.end = span.start + LONGEST_STRETCH;
    while (span.end > span.start && ((unsigned char)report->text->bytes[span.end] & 0xC0) == 0x80)
        span.end--;
    return head_read(arena, report->text->bytes, report->text->shadow, span);
}

static struct head *read_span(const struct nb_report *report, struct nb_span span)
{
    return read_in(report->arena, report, span);
}

/* What stands above the first article; where there is none, what a page shows of it at once. */
static struct nb_span head_span(const struct nb_report *report)
{
    enum { NO_ARTICLE = 6000 }; /* bytes */
    const struct nb_text *text = report->text;
    if (report->articles) {
        size_t above = report->articles->span.start,
               start = above > LONGEST_STRETCH ? above - LONGEST_STRETCH : 0;
        while (start < above && ((unsigned char)text->bytes[start] & 0xC0) == 0x80)
            start++;
        return (struct nb_span){start, above};
    }
    size_t end = text->length < NO_ARTICLE ? text->length : NO_ARTICLE;
    while (end < text->length && text->bytes[end] != '\n')
        end++;
    return (struct nb_span){0, end};
}

/* ---- title ---- */

/* A text that stands outside the report's: what a page says of itself. NULL if there is none. */
static struct head *read_aside(struct nb_arena *arena, const char *bytes)
{
    if (!bytes)
        return NULL;
    size_t length = strlen(bytes);
    char *shadow = arena_strndup(arena, bytes, length);
    fold(shadow, length);
    return head_read(arena, bytes, shadow, (struct nb_span){0, length});
}

static void read_page(struct metadata *metadata)
{
    const struct nb_report *report = metadata->report;
    const struct head *date = read_aside(report->arena, report->text->page_date);
    struct head *source = read_aside(report->arena, report->text->page_source);
    metadata->page = read_aside(report->arena, report->text->page_title);
    if (metadata->page)
        metadata->page_title = titles_find(metadata->page, 0).best;
    if (date && date->mark_count && date->marks->kind == MARK_DATE)
        metadata->page_date = date->marks->date;
    if (source && office_is_named(source, (struct nb_span){0, source->length}))
        metadata->page_source = head_text(source, (struct nb_span){0, source->length});
}

/* A report's kind alone is a title in its long form, or where a sentence says whose and of when it is; else
 * 政府信息公开年报 is the name of a site's column. */
static bool is_acceptable(const struct metadata *metadata)
{
    const struct title *title = &metadata->titles.best;
    bool alone =
        head_ends(metadata->head, title->span, "报告") || metadata->titles.named.evidence == TITLE_FULL;
    return title->evidence > TITLE_BARE || (title->evidence == TITLE_BARE && alone);
}

/* As printed; without blanks if they spread its characters or it is broken over lines. */
static const char *title_text(const struct nb_report *report, const struct head *head, struct nb_span span)
{
    struct nb_span place = head_place(head, span);
    for (size_t at = span.start + 1; at < span.end; at++) {
        bool han = (head->squeezed[at] & 0x80) && (head->squeezed[at - 1] & 0x80);
        if (head->squeezed[at] == '\n' || (han && strchr(" \t\x01", head->shadow[head->offset[at] - 1])))
            return head_text(head, span);
    }
    return arena_strndup(report->arena, report->text->bytes + place.start, place.end - place.start);
}

static void choose_title(struct metadata *metadata)
{
    struct nb_report *report = metadata->report;
    struct title *best = &metadata->titles.best;
    if (best->evidence < TITLE_YEAR && metadata->page_title.evidence > best->evidence) {
        report->title = head_text(metadata->page, metadata->page_title.span);
        *best = metadata->page_title;
        best->span = (struct nb_span){0, 0};
        report->agency = is_empty(best->office) ? NULL : head_text(metadata->page, best->office);
        return;
    }
    if (!is_acceptable(metadata)) {
        *best = (struct title){.evidence = TITLE_NONE};
        return;
    }
    report->title = title_text(report, metadata->head, best->span);
    report->title_span = head_place(metadata->head, best->span);
    report->agency = is_empty(best->office) ? NULL : head_text(metadata->head, best->office);
}

/* ---- agency ---- */

static const char *field_office(const struct head *head, enum field field)
{
    for (size_t i = 0; i < head->mark_count; i++) {
        if (head->marks[i].kind != MARK_FIELD || head->marks[i].field != field)
            continue;
        struct nb_span value = office_in(head, field_value(head, i));
        if (!is_empty(value))
            return head_text(head, value);
    }
    return NULL;
}

/* "本报告由X编制", "由X按照条例编制" */
static const char *made_by(const struct head *head)
{
    enum { LONGEST = 40 * 3 };
    static const char *const by[] = {"由", NULL}, *const makes[] = {"编制", "制作", "编写",
                                                                    "撰写", "起草", NULL};
    static const char *const ends[] = {"\n", ",", ";", NULL}, *const before[] = {"组织", "负责", "统一",
                                                                                 "牵头", "综合", "汇总",
                                                                                 "会同", "按照", "根据",
                                                                                 "依据", "依照", NULL};
    for (struct nb_span rest = {0, head->length}; (rest.start = head_find_word(head, rest, by)) < rest.end;) {
        rest.start += strlen("由");
        struct nb_span clause = {rest.start,
                                 rest.end - rest.start < LONGEST ? rest.end : rest.start + LONGEST};
        clause.end = head_find_word(head, clause, ends);
        struct nb_span name = {clause.start, head_find_word(head, clause, makes)};
        if (name.end == clause.end)
            continue;
        name.end = head_find_word(head, name, before);
        name = office_in(head, name);
        if (!is_empty(name))
            return head_text(head, name);
    }
    return NULL;
}

static const char *named_office(const struct head *head, const struct title *title)
{
    bool named = title->evidence == TITLE_FULL && office_is_named(head, title->office);
    return named ? head_text(head, title->office) : NULL;
}

/* The office that stands on a line of its own above the title, the nearest; NULL if none does. */
static const char *office_above(const struct head *head, const struct title *title)
{
    for (size_t end = title->span.start; end > 0;) {
        struct nb_span line = head_line(head, end - 1), name = office_line(head, line);
        if (name.start < name.end)
            return head_text(head, name);
        end = line.start;
    }
    return NULL;
}

static void choose_agency(struct metadata *metadata)
{
    struct nb_report *report = metadata->report;
    const struct head *head = metadata->head;
    const char *agency = report->agency;
    agency = agency ? agency : field_office(head, FIELD_OFFICE);
    agency = agency ? agency : made_by(head);
    agency = agency ? agency : named_office(head, &metadata->titles.named);
    agency = agency ? agency : named_office(head, &metadata->titles.quoted);
    agency = agency ? agency : field_office(head, FIELD_SOURCE);
    agency = agency ? agency : metadata->page_source;
    agency = agency ? agency : report->signed_by;
    report->agency = agency ? agency : office_above(head, &metadata->titles.best);
}

/* ---- lines of the tree ---- */

static bool is_short(const struct nb_report *report, const struct nb_block *block, size_t limit)
{
    static const char *const stops[] = {"。", "；", "！", "，", ",", NULL};
    size_t length;
    const char *words = nb_words(report, block->words, &length);
    if (block->kind != NB_PARAGRAPH || length > 4 * limit) /* none has more bytes */
        return false;
    for (const char *at = words; at < words + length; at += (unsigned char)*at < 0xE4 ? 1 : utf8_step(at))
        if ((*at == ',' || *at == '\xE3' || *at == '\xEF') && string_begins_any(at, stops))
            return false;
    return utf8_count(words, length) <= limit;
}

static void move_to_furniture(struct nb_report *report, struct nb_block **first)
{
    struct nb_block **end = &report->furniture;
    while (*end)
        end = &(*end)->next;
    *end = *first;
    *first = NULL;
}

/* ---- signature ---- */

/* Whether a date that stops here ends its line, or a bracket behind it does: (农历腊月廿八). */
static bool ends_line(const struct head *line, size_t at)
{
    return at + 3 >= line->length || (line->squeezed[at] == '(' && line->squeezed[line->length - 1] == ')');
}

/* Whether the line is a date, or one behind what may be a name. */
static bool is_date_line(struct nb_arena *arena, const struct nb_report *report, const struct nb_block *block,
                         struct head **line, const struct head_mark **date)
{
    enum {
        SHORTEST_LINE = 8,
        LONGEST_LINE = 200,
        LONGEST_NAME = 120
    }; /* bytes, with the spaces that set it to the right */
    size_t length = block->span.end - block->span.start;
    if (block->kind != NB_PARAGRAPH || length < SHORTEST_LINE || length > LONGEST_LINE ||
        is_empty(dated_lines(report->text, block->span)))
        return false;
    *line = read_in(arena, report, block->span);
    struct nb_span whole = {0, (*line)->length};
    *date = head_find_last(*line, whole, MARK_DATE);
    if (!*date || head_has(*line, whole, ~(MARK_DATE | MARK_CELL)) || !ends_line(*line, (*date)->span.end))
        return false;
    return (*date)->span.start <= LONGEST_NAME;
}

/* The name without a caption or seal beside it: 单位(盖章):某局. */
static const char *signer(const struct head *head, struct nb_span name)
{
    for (size_t at = name.start; at < name.end; at++)
        if (head->squeezed[at] == ':')
            name.start = at + 1;
    name = office_in(head, name);
    return is_empty(name) ? NULL : head_text(head, name);
}

/* Whether a line is a date, behind a name or a short line that is one: date and agency that sign the report.
 */
static bool signs(struct metadata *metadata, struct nb_arena *scratch, const struct nb_block *block,
                  const struct nb_block *before)
{
    struct nb_report *report = metadata->report;
    struct head *line;
    const struct head_mark *date;
    if (!is_date_line(scratch, report, block, &line, &date) ||
        (report->title && block->span.start < report->title_span.end))
        return false;
    const char *name = date->span.start > 3 ? signer(line, (struct nb_span){0, date->span.start}) : NULL;
    if (date->span.start > 3 && !name)
        return false;
    if (!name && before && is_short(report, before, 40) && !is_short(report, before, 2)) {
        const struct head *above = read_in(scratch, report, before->span);
        name = signer(above, (struct nb_span){0, above->length});
    }
    metadata->signed_on = date->date;
    report->signed_date = date_text(report->arena, date->date);
    report->signed_by = name ? arena_strdup(report->arena, name) : NULL;
    return true;
}

/* What comes behind the signature is furniture. */
static bool read_signature(struct metadata *metadata, struct nb_block **list)
{
    struct nb_arena *scratch = arena_new();
    struct nb_block *block = *list, *before = NULL;
    for (; block && !signs(metadata, scratch, block, before); before = block, block = block->next)
        arena_clear(scratch);
    arena_free(scratch);
    if (block)
        move_to_furniture(metadata->report, &block->next);
    return block;
}

static struct nb_block **last_section_blocks(struct nb_block **list)
{
    struct nb_block *last = *list;
    while (last && last->next)
        last = last->next;
    return last && last->kind == NB_SECTION ? last_section_blocks(&last->blocks) : list;
}

/* The signature in the last section or, where that is an item of a list of annexes, before it. */
static bool find_signature(struct metadata *metadata, struct nb_block **list)
{
    struct nb_block *last = *list;
    while (last && last->next)
        last = last->next;
    return (last && last->kind == NB_SECTION && find_signature(metadata, &last->blocks)) ||
           read_signature(metadata, list);
}

/* ---- furniture ---- */

/* Short lines without a stop at the end of the last article are the page's, but for the article's first line.
 */
static void cut_footer(struct nb_report *report, struct nb_block **list)
{
    struct nb_block **cut = NULL;
    for (struct nb_block **at = list; *at; at = &(*at)->next) {
        bool line = (*at)->kind == NB_PARAGRAPH && is_short(report, *at, 40);
        if (!line || at == list)
            cut = NULL;
        else if (!cut)
            cut = at;
    }
    if (cut)
        move_to_furniture(report, cut);
}

static bool has_labels(const struct grid_row *rows)
{
    for (const struct grid_row *row = rows; row; row = row->next)
        for (size_t i = 0; i < row->count; i++)
            if (row->cells[i].label >= 0)
                return true;
    return false;
}

/* A table of captions and their values, with or without the title, is the page's: no table of the report,
 * which has labels of the forms. */
static bool is_field_table(const struct nb_report *report, const struct nb_block *block)
{
    if (block->kind != NB_TABLE)
        return false;
    for (const struct grid_part *part = block->grid->parts; part; part = part->next)
        if (has_labels(part->head) || has_labels(part->body))
            return false;
    const struct head *table = read_span(report, block->grid->span);
    return head_has(table, (struct nb_span){0, table->length}, MARK_FIELD);
}

static void drop_grid(struct nb_report *report, const struct nb_grid *grid)
{
    for (struct nb_grid **at = &report->grids; *at; at = &(*at)->next)
        if (*at == grid) {
            *at = grid->next;
            return;
        }
}

static bool says(const struct nb_report *report, const struct nb_block *block, const char *title)
{
    size_t length;
    const char *words = nb_words(report, block->words, &length);
    return length == strlen(title) && !memcmp(words, title, length);
}

/* Before the articles: short lines without a stop and tables of captions are the page's; the title is
 * neither. */
static void cut_header(struct nb_report *report)
{
    enum { LONGEST_LINE = 150 }; /* characters: a page sets many captions and their values in one line */
    struct nb_block *page = NULL, **page_end = &page;
    for (struct nb_block **at = &report->preamble; *at;) {
        struct nb_block *block = *at;
        bool table = is_field_table(report, block);
        bool in_title = report->title && block->span.start >= report->title_span.start &&
                        block->span.end <= report->title_span.end;
        bool repeated = report->title && block->kind == NB_PARAGRAPH && says(report, block, report->title);
        if (!table &&
            (block->kind != NB_PARAGRAPH || (!is_short(report, block, LONGEST_LINE) && !in_title))) {
            at = &block->next;
            continue;
        }
        *at = block->next;
        block->next = NULL;
        if (table)
            drop_grid(report, block->grid);
        else if (!in_title && !repeated) {
            *page_end = block;
            page_end = &block->next;
        }
    }
    move_to_furniture(report, &page);
}

/* ---- year ---- */

/* The year that opens each dated sentence of these blocks; 0: none does; -1: they differ. */
static int sentence_year(struct nb_arena *scratch, const struct nb_report *report,
                         const struct nb_block *block, int year)
{
    for (; block && year >= 0; block = block->next) {
        if (block->kind != NB_TABLE) {
            const struct head *words = read_in(scratch, report, block->span);
            for (size_t i = 0; i < words->mark_count && year >= 0; i++) {
                const struct head_mark *mark = &words->marks[i];
                bool opens = !mark->span.start || (i && words->marks[i - 1].kind == MARK_STOP &&
                                                   words->marks[i - 1].span.end == mark->span.start);
                if (mark->kind == MARK_YEAR && opens)
                    year = !year || year == mark->date.year ? mark->date.year : -1;
            }
            arena_clear(scratch);
        }
        year = block->kind == NB_SECTION ? sentence_year(scratch, report, block->blocks, year) : year;
    }
    return year;
}

/* What the sentences of the first half of the articles say; the later ones speak of the next year, too. */
static int articles_year(const struct nb_report *report)
{
    int count = 0, number = 0, year = 0;
    struct nb_arena *scratch = arena_new();
    for (const struct nb_article *article = report->articles; article; article = article->next)
        count++;
    for (const struct nb_article *article = report->articles; article && 2 * number < count;
         article = article->next, number++)
        year = sentence_year(scratch, report, article->blocks, year);
    arena_free(scratch);
    return year > 0 ? year : 0;
}

static void choose_year(struct metadata *metadata)
{
    struct nb_report *report = metadata->report;
    const struct titles *titles = &metadata->titles;
    int dated = metadata->signed_on.year ? metadata->signed_on.year
                : report->published      ? atoi(report->published)
                                         : 0;
    int years[] = {titles->best.year, metadata->period.to.year, titles->named.year};
    for (size_t i = 0; i < sizeof years / sizeof *years && !report->year; i++)
        report->year = years[i];
    if (!report->year)
        report->year = articles_year(report);
    if (!report->year)
        report->year = titles->quoted.year ? titles->quoted.year : dated ? dated - 1 : 0;
}

/* ---- all of it ---- */

static const char *first_day(struct metadata *metadata)
{
    const struct days *days = &metadata->days;
    struct nb_arena *arena = metadata->report->arena;
    const struct date *choices[] = {&days->published, &days->below, &days->above, &metadata->page_date,
                                    &days->created};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (choices[i]->year)
            return date_text(arena, *choices[i]);
    return NULL;
}

static void read_articles(struct metadata *metadata)
{
    struct nb_report *report = metadata->report;
    struct nb_article *last = report->articles;
    const struct nb_text *text = report->text;
    struct nb_span none = {0, 0};
    while (last && last->next)
        last = last->next;
    if (!last) {
        read_signature(metadata, &report->preamble);
        return;
    }
    const struct nb_span end = dated_lines(text, (struct nb_span){last->span.end, text->length});
    if (!metadata->period.from.year && last != report->articles)
        period_find(
            read_span(report, dated_lines(text, (struct nb_span){report->articles->span.end,
                                                                 report->articles->next->span.start})),
            &metadata->period);
    if (!is_empty(end)) {
        const struct head *head = read_span(report, end);
        if (!metadata->period.from.year)
            period_find(head, &metadata->period);
        days_find(head, none, &metadata->days);
    }
    if (!find_signature(metadata, &last->blocks))
        cut_footer(report, last_section_blocks(&last->blocks));
}

void read_metadata(struct nb_report *report)
{
    struct metadata metadata = {.report = report, .head = read_span(report, head_span(report))};
    size_t body = 0;
    report->traditional = report->text->traditional;
    while (body < metadata.head->length && metadata.head->offset[body] < report->text->body_start)
        body++;
    metadata.titles = titles_find(metadata.head, body);
    read_page(&metadata);
    choose_title(&metadata);
    period_find(metadata.head, &metadata.period);
    days_find(metadata.head, metadata.titles.best.span, &metadata.days);
    cut_header(report);
    read_articles(&metadata);
    report->period_from = metadata.period.from.year ? date_text(report->arena, metadata.period.from) : NULL;
    report->period_to = metadata.period.from.year ? date_text(report->arena, metadata.period.to) : NULL;
    report->published = first_day(&metadata);
    report->updated = metadata.days.updated.year ? date_text(report->arena, metadata.days.updated) : NULL;
    choose_year(&metadata);
    choose_agency(&metadata);
}
