/* captions.c - whether a printed table is another's than the report's, as its caption says. */
#include "config.h"

#include "bind.h"

#include "arena.h"
#include "fold.h"
#include "forms.h"
#include "metadata.h"
#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 120 }; /* bytes: a caption is no paragraph */

/* ---- where it stands ---- */

/* The line of text before a place. */
static struct nb_span line_before(const struct nb_text *text, size_t at)
{
    while (at && (unsigned char)text->bytes[at - 1] <= ' ')
        at--;
    size_t start = at;
    while (start && (unsigned char)text->bytes[start - 1] >= ' ')
        start--;
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

/* The number that ends before *at, which moves to its first digit; -1: none does. */
static int number_before(const char *begin, const char **at)
{
    const char *end = *at;
    while (*at > begin && isdigit((unsigned char)(*at)[-1]))
        --*at;
    return *at < end && end - *at <= 2 ? atoi(*at) : -1;
}

/* 1-6月, 10月至12月; not 1-12月, which is the year. */
static bool names_months(const char *begin, const char *end)
{
    static const char *const between[] = {"-", "—", "–", "至", "到", "~"};
    for (const char *month = begin; (month = memmem(month, (size_t)(end - month), "月", strlen("月"))); month += strlen("月")) {
        const char *at = month;
        int last = number_before(begin, &at), first = -1;
        while (at > begin && at[-1] == FOLD_FILLER)
            at--;
        for (size_t i = 0; last > 0 && first < 0 && i < sizeof between / sizeof *between; i++) {
            const char *sign = at - strlen(between[i]);
            if (sign < begin || memcmp(sign, between[i], strlen(between[i])) != 0)
                continue;
            if (sign - begin >= (long)strlen("月") && !memcmp(sign - strlen("月"), "月", strlen("月")))
                sign -= strlen("月");
            first = number_before(begin, &sign);
        }
        if (first > 0 && !(first == 1 && last == 12))
            return true;
    }
    return false;
}

/* Whether what stands behind a word goes on with it: 计划数, 计划 at the end; not 计划完成情况, which tells of what was done. */
static bool is_last(const char *at, const char *end)
{
    static const char *const more[] = {"数", "值", "表", ")", ":"};
    bool last = at == end;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        last |= bytes_begin(at, end, more[i]);
    return last;
}

/* What makes a table another's. `last`: where nothing but a sign or 表 follows; `unless`: not of an office whose name has it;
 * `sum`: not of one that sums up. */
static const struct saying {
    const char *words, *unless;
    bool last, sum;
} sayings[] = {
    {"上半年", NULL, false, false},       {"下半年", NULL, false, false}, {"季度", NULL, false, false},
    {"其中:", NULL, false, true},         {"下属", NULL, false, true},    {"所属", NULL, false, true},
    {"分局", "分局", false, true},        {"全国", "国家", false, false}, {"全省", "省", false, false},
    {"全自治区", "自治区", false, false}, {"空表", NULL, false, false},   {"式样", NULL, true, false},
    {"样表", NULL, true, false},          {"表样", NULL, true, false},    {"样式", NULL, true, false},
    {"示例", NULL, true, false},          {"范例", NULL, true, false},    {"填表说明", NULL, true, false},
    {"填报说明", NULL, true, false},      {"计划", NULL, true, false},    {"目标", NULL, true, false},
    {"更正前", NULL, false, false},       {"修改前", NULL, false, false}, {"修订前", NULL, false, false},
};

static bool sums_up(const char *at, size_t length)
{
    return memmem(at, length, "合计", strlen("合计")) || memmem(at, length, "汇总", strlen("汇总")) ||
           memmem(at, length, "总计", strlen("总计"));
}

static bool says_another(const struct nb_report *report, struct nb_span words)
{
    const char *shadow = report->text->shadow + words.start;
    size_t length = words.end - words.start;
    char key[LONGEST];
    uint64_t letters = lexicon_letters(key, lexicon_key(shadow, length, key));
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        const struct saying *saying = &sayings[i];
        if (lexicon_letters(saying->words, strlen("字")) & ~letters)
            continue;
        const char *said = memmem(shadow, length, saying->words, strlen(saying->words));
        if (said && (!saying->last || is_last(said + strlen(saying->words), shadow + length)) &&
            !(saying->unless && report->title && strstr(report->title, saying->unless)) &&
            !(saying->sum && sums_up(shadow, length)))
            return true;
    }
    return names_months(shadow, shadow + length) || names_other_year(report, words);
}

/* The label of a row is no caption (上年结转), nor is a note to the rows above. */
static bool is_another(const struct nb_report *report, struct nb_span words)
{
    const char *shadow = report->text->shadow + words.start;
    size_t length = words.end - words.start;
    return length && length <= LONGEST && !lexicon_label(&form_lexicon, shadow, length) &&
           !bytes_begin(shadow, shadow + length, "备注") && !bytes_begin(shadow, shadow + length, "注:") &&
           says_another(report, words);
}

bool is_of_another(const struct nb_report *report, const struct nb_grid *grid)
{
    const struct grid_part *part = grid->parts;
    return is_another(report, only_words(part && part->head ? part->head
                                         : part             ? part->body
                                                            : NULL)) ||
           is_another(report, line_before(report->text, grid->span.start));
}

/* ---- captions between the rows of a table ---- */

/* Whether a row of a table whose rows are known is a caption that tells what those below it are of: this year, or another. */
static bool is_caption(const struct nb_report *report, const struct nb_grid *grid, const struct grid_row *row)
{
    struct nb_span words = only_words(row);
    return grid->known != TEXT_ORDER && words.end && words.end - words.start <= LONGEST &&
           (is_another(report, words) || names_year(report, words));
}

/* The rows of a part from a caption on, and the parts behind it, as a table of its own. */
static void cut_at(struct nb_report *report, struct nb_grid *grid, struct grid_part *part, struct grid_row **caption)
{
    struct nb_grid *rest = arena_alloc(report->arena, sizeof *rest);
    struct grid_part *first = arena_alloc(report->arena, sizeof *first);
    *rest = *grid;
    first->body = *caption;
    first->next = part->next;
    rest->parts = first;
    rest->span.start = grid->span.end = grid_row_span(*caption).start;
    grid->next = rest;
    part->next = NULL;
    *caption = NULL;
}

void cut_at_captions(struct nb_report *report)
{
    for (struct nb_grid *grid = report->grids; grid; grid = grid->next)
        for (struct grid_part *part = grid->parts; part; part = part->next)
            for (struct grid_row **row = &part->body; *row; row = &(*row)->next)
                if ((row != &part->body || part != grid->parts || part->head) && is_caption(report, grid, *row)) {
                    cut_at(report, grid, part, row);
                    break;
                }
}
