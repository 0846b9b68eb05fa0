/* layout.c - find blocks of lines set in columns and replace their tables by cells. */
#include "config.h"

#include "layout.h"

#include "layout_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    REACH = 24,         /* lines that are read before the first numbers of a block */
    PATIENCE = 80,      /* lines of text that may stand between its numbers: rows may have none */
    MAX_LINES = 3000,   /* of a block; a longer one is left as it is */
    LONGEST_NUMBER = 3, /* digits of a page's number */
    BROKEN = 10         /* what a label that does not come together adds to the cost of a reading */
};

struct layout_lowering {
    struct nb_arena *arena;
    struct nb_text *text;
    const struct lexicon *lexicon;
    struct measure measure;
    struct column_modes *modes;
    struct text_builder *builder; /* NULL: nothing was lowered yet */
    size_t copied;                /* bytes of the text that stand in the builder or were replaced */
    size_t recent[REACH];         /* starts of the lines before the current one */
    size_t recent_count;
};

/* ---- blocks ---- */

/* Copy what stands before byte `to` and was not lowered. */
static void copy_up_to(struct layout_lowering *lowering, size_t to)
{
    if (to <= lowering->copied)
        return;
    text_copy(lowering->builder, lowering->text, lowering->copied, to, 0);
    lowering->copied = to;
}

static void keep_tokens(const struct layout_lines *lines, struct layout_line *line)
{
    struct layout_token *copy = arena_room(lines->arena, (line->count + 1) * sizeof *copy);
    memcpy(copy, line->tokens, line->count * sizeof *copy);
    line->tokens = copy;
}

/* A block as it reads in one measure of width; `cost` tells how badly. */
struct layout_attempt {
    struct layout_lines lines;
    struct table_part *parts;
    struct layout_grid *grids;
    size_t count;
    float cost;
};

/* Where pieces of labels were put together to more labels that no form has than TORN of all, of MANY or more,
 * they stand anywhere, and the lines are left to the readers of rows: of 786 blocks of other programs' texts
 * that came to tables of reports none had more than 0.35, of generated ones none more than 0.08; letters and
 * parts of labels have 0.46 to 0.80. Gone on with, they cost 800 instructions a byte more. */
static bool are_torn(const struct layout_lines *lines)
{
    enum { MANY = 64 };
    static const float TORN = 0.45F;
    size_t labels = 0, torn = 0;
    for (const struct layout_label *label = lines->labels; label; label = label->next) {
        labels++;
        torn += !label->kinds && label->pieces->next;
    }
    return labels >= MANY && (float)torn > TORN * (float)labels;
}

/* A cell taken for a piece of a header hides the cells below: labels are found once more without them. A
 * third time they were in one of 20,000 reports, of whose row nothing was read without it. */
enum { MOST_TURNS = 3 };

static void find_tables(struct layout_attempt *attempt)
{
    struct layout_lines *lines = &attempt->lines;
    find_labels(lines);
    attempt->count = 0;
    if (are_torn(lines))
        return;
    attempt->count = find_parts(lines, &attempt->parts);
    for (int turn = 1; turn < MOST_TURNS && mark_cells(lines, attempt->parts, attempt->count); turn++) {
        find_labels(lines);
        attempt->count = find_parts(lines, &attempt->parts);
    }
    for (size_t i = 0; i < attempt->count; i++)
        find_rows(lines, &attempt->parts[i], i ? &attempt->parts[i - 1] : NULL);
}

static void read_parts(struct layout_attempt *attempt)
{
    struct layout_lines *lines = &attempt->lines;
    for (size_t i = 0, rank = 0; i < lines->count; i++)
        lines->line[i].rank = rank += lines->line[i].kind == LINE_TEXT;
    find_tables(attempt);
    if (join_apart(lines, attempt->parts, attempt->count))
        find_tables(attempt);
    attempt->grids = arena_alloc(lines->arena, (attempt->count + 1) * sizeof *attempt->grids);
    attempt->cost = place_values(lines, attempt->parts, attempt->grids, attempt->count);
    for (const struct layout_label *label = lines->labels; label; label = label->next)
        attempt->cost += label->kinds ? 0 : BROKEN;
}

/* Whether nothing but page marks stands between two parts: they are parts of one table. */
static bool is_continued(const struct layout_lines *lines, const struct table_part *before,
                         const struct table_part *part)
{
    if (before->loose || part->loose || !before->known || !part->known ||
        !before->label_columns != !part->label_columns)
        return false;
    for (size_t i = before->end; i < part->header; i++)
        if (lines->line[i].kind == LINE_TEXT)
            return false;
    return true;
}

static void put_parts(struct layout_lowering *lowering, const struct layout_attempt *attempt)
{
    const struct layout_lines *lines = &attempt->lines;
    const struct nb_text *text = lowering->text;
    for (size_t i = 0; i < attempt->count && !lowering->builder; i++)
        if (!attempt->parts[i].loose)
            lowering->builder = text_begin_anew(lowering->arena, text);
    struct layout_output output = {.builder = lowering->builder, .lines = lines};
    for (size_t i = 0; i < attempt->count; i++) {
        const struct table_part *part = &attempt->parts[i];
        if (part->loose)
            continue;
        size_t start = lines->line[part->header].from, end = lines->line[part->end - 1].to;
        if (!i || !is_continued(lines, part - 1, part)) {
            copy_up_to(lowering, start);
            open_table(&output, start);
        }
        write_part(&output, part, &attempt->grids[i]);
        if (i + 1 == attempt->count || !is_continued(lines, part, part + 1))
            close_table(&output, end);
        lowering->copied = end < text->length ? end + 1 : end;
    }
}

/* The first `count` lines once more, `wide`: where a wide character takes two columns. */
static struct layout_lines copied(const struct layout_lines *lines, size_t count, bool wide)
{
    struct layout_lines copy = *lines;
    copy.count = count;
    copy.measure.display = wide;
    copy.line = arena_room(lines->arena, (count + 1) * sizeof *lines->line);
    memcpy(copy.line, lines->line, count * sizeof *lines->line);
    for (size_t i = 0; i < count; i++) {
        struct layout_token tokens[MAX_TOKENS];
        if (wide)
            widen_line(lines->bytes, &copy.line[i], tokens);
        keep_tokens(&copy, &copy.line[i]);
    }
    return copy;
}

/* The entropy of places, of which each has so many values: the logarithm of how many columns as often filled
 * they would make. */
static float entropy(const unsigned *filled, size_t count)
{
    float sum = 0;
    for (size_t i = 0, seen = 0; seen < count; seen += filled[i++])
        if (filled[i]) {
            float share = (float)filled[i] / (float)count;
            sum -= share * logf(share);
        }
    return sum;
}

/* How many values a line has at least that counts: several, for one alone may be no row's, but where most
 * values stand alone. By one line of three values among 1,400 of one, text set nowhere was read as set in
 * columns. */
static size_t fewest_values(const struct layout_lines *lines)
{
    size_t alone = 0, others = 0;
    for (size_t i = 0; i < lines->count; i++)
        if (lines->line[i].kind == LINE_TEXT)
            *(lines->line[i].values > 1 ? &others : &alone) += lines->line[i].values;
    return alone > others ? 1 : 2;
}

/* In how many places values stand (entropy), by their left or their right sides, whichever are fewer; `wide`:
 * where a wide character takes two columns. `values`: how many there are. */
static float disorder(const struct layout_lines *lines, bool wide, size_t *values)
{
    unsigned starts[PLACES] = {0}, ends[PLACES] = {0};
    size_t count = 0, fewest = fewest_values(lines);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0;
             lines->line[i].kind == LINE_TEXT && lines->line[i].values >= fewest && j < lines->line[i].count;
             j++)
            if (lines->line[i].tokens[j].value) {
                const struct layout_token *token = &lines->line[i].tokens[j];
                starts[wide ? token->wide_start : token->start]++;
                ends[wide ? token->wide_end : token->end]++;
                count++;
            }
    *values = count;
    return fminf(entropy(starts, count), entropy(ends, count));
}

/* Where values stand in more places than LOOSE, by either measure, only spaces part them, and the lines are
 * left to the readers of rows: of 160 blocks set in columns none stood in more than 3.51, of 250 others none
 * in less than 3.93. Else the measure in which they stand in fewer is the right one, and the other need not
 * be read, where the difference times the number of values, the logarithm of how much likelier one measure
 * is, is more than ODDS: of 376 blocks of generated reports the reading of less cost was then always that
 * one; in 10,000 texts it was so up to 3.3 that the other cost less, and with 2.4 a report of eight values
 * was read by the wrong one. */
static const float ODDS = 10, LOOSE = 3.75F;

/* Where places do not tell the measure of a long block, as many of its lines do as TELLING: of 11,000 files
 * places did not in 11, of which 82 lines or fewer told the one that all told, unless it was by less than
 * 0.02. A text of nothing but broken headers costs 1,300 instructions a byte less. One text is set by one
 * measure: behind more lines than LONG it is not asked of each block anew, which cost texts of many 250. */
enum { TELLING = 82, LONG = 200 };

static void add_costs(struct column_modes *modes, size_t lines, float narrow, float wide)
{
    modes->lines += lines;
    modes->narrow += narrow;
    modes->wide += wide;
}

/* The cost of the block's first lines by a measure. */
static float cost_of(const struct layout_lines *lines, size_t count, bool wide)
{
    struct layout_attempt attempt = {.lines = copied(lines, count, wide)};
    read_parts(&attempt);
    return attempt.cost;
}

/* Whether wide characters take two columns in a block of which places do not tell it. */
static bool is_wide(const struct layout_lines *lines)
{
    struct column_modes *modes = lines->modes;
    if (modes->lines > LONG)
        return modes->wide < modes->narrow;
    float wide = cost_of(lines, TELLING, true), narrow = cost_of(lines, TELLING, false);
    add_costs(modes, TELLING, narrow, wide);
    return wide < narrow;
}

static void lower_block(struct layout_lowering *lowering, struct layout_lines *lines)
{
    struct layout_attempt narrow = {.cost = INFINITY}, wide = {.cost = INFINITY};
    size_t values = 0;
    bool measured = lowering->measure.places; /* on a page each character stands in a place of its own */
    float one = measured ? 0 : disorder(lines, false, &values),
          other = measured ? INFINITY : disorder(lines, true, &values);
    float clear = values ? ODDS / (float)values : 0;
    if (fminf(one, other) > LOOSE)
        return;
    read_words(lines);
    if (fabsf(one - other) <= clear && (lines->count > LONG || lines->modes->lines > LONG)) {
        bool display = is_wide(lines);
        one = display ? INFINITY : 0;
        other = display ? 0 : INFINITY;
    }
    if (other - one <= clear)
        wide.lines = copied(lines, lines->count, true);
    narrow.lines = *lines;
    if (one - other <= clear)
        read_parts(&narrow);
    if (other - one <= clear)
        read_parts(&wide);
    if (fabsf(one - other) <= clear)
        add_costs(lines->modes, lines->count, narrow.cost, wide.cost);
    put_parts(lowering, wide.cost < narrow.cost ? &wide : &narrow);
}

/* ---- the text, line by line ---- */

/* Whether two spaces stand together somewhere behind the line's indentation, or a wide one does: all are
 * spaces in the shadow, which is searched for them at once, for most lines have none. Looked for byte by byte
 * they cost a text with some gap 8 instructions a byte. */
static bool has_gap(const struct nb_text *text, size_t start, size_t end)
{
    const char *shadow = text->shadow, *stop = shadow + end, *space;
    while (start < end && text->bytes[start] == ' ')
        start++;
    for (const char *from = shadow + start; from < stop && (space = memchr(from, ' ', (size_t)(stop - from)));
         from = space + 1) {
        const char *at = text->bytes + (space - shadow);
        if ((*at == ' ' && at[1] == ' ') || string_begins(at, "\xC2\xA0\xC2\xA0") ||
            string_begins(at, "\xE3\x80\x80"))
            return true;
    }
    return false;
}

/* Whether several words of a line may be labels of the forms, such as those of columns. */
static bool has_words(const struct layout_lowering *lowering, const struct layout_line *line)
{
    size_t words = 0;
    for (size_t i = 0; i < line->count && words < 2; i++) {
        char key[MAX_LINE + 1];
        const struct layout_token *token = &line->tokens[i];
        const struct lexicon_word *word;
        if (token->value)
            continue;
        size_t length = lexicon_key(lowering->text->shadow + token->from, token->to - token->from, key);
        words += length && lexicon_find(lowering->lexicon, key, length, &word);
    }
    return words > 1;
}

/* A line with a gap that tells of columns: numbers behind it, or several labels. */
static bool is_seed(const struct layout_lowering *lowering, size_t start, size_t end)
{
    struct layout_token tokens[MAX_TOKENS];
    struct layout_line line = {.from = start, .to = end};
    read_line(lowering->text->bytes, &line, tokens, &lowering->measure);
    return line.count > 1 && (line.values || has_words(lowering, &line));
}

static bool add_line(struct layout_lines *lines, size_t start, size_t end)
{
    struct layout_token tokens[MAX_TOKENS];
    struct layout_line line = {
        .from = start, .to = end, .page = lines->count ? lines->line[lines->count - 1].page : 1};
    if (end > start && lines->bytes[start] == '\f')
        line.page++;
    read_line(lines->bytes, &line, tokens, &lines->measure);
    if (line.kind == LINE_BAR)
        return false;
    keep_tokens(lines, &line);
    lines->line = xgrow(lines->line, &lines->capacity, lines->count + 1, sizeof *lines->line);
    lines->line[lines->count++] = line;
    return true;
}

/* Read the block around a seed: from the lines before it up to PATIENCE lines of text behind its last heart.
 */
static bool read_block(const struct layout_lowering *lowering, struct layout_lines *lines, size_t seed)
{
    const struct nb_text *text = lowering->text;
    size_t before = lowering->recent_count < REACH ? lowering->recent_count : REACH, idle = 0, at = seed;
    for (size_t i = 0; i < before; i++) {
        size_t start = lowering->recent[(lowering->recent_count - before + i) % REACH];
        if (start >= lowering->copied && !add_line(lines, start, text_find(text, start, text->length, '\n')))
            lines->count = 0;
    }
    while (at < text->length && idle < PATIENCE && lines->count < MAX_LINES) {
        size_t end = text_find(text, at, text->length, '\n');
        if (!add_line(lines, at, end))
            break;
        const struct layout_line *line = &lines->line[lines->count - 1];
        idle = line->values || has_words(lowering, line) ? 0 : idle + (line->kind == LINE_TEXT);
        at = end + 1;
    }
    return lines->count < MAX_LINES;
}

/* Lower the block around the seed line. Returns where to go on. */
static size_t lower_at(struct layout_lowering *lowering, size_t seed)
{
    struct nb_arena *arena = arena_new();
    struct layout_lines lines = {.arena = arena,
                                 .words = arena_alloc(arena, KNOWN_WORDS * sizeof *lines.words),
                                 .bytes = lowering->text->bytes,
                                 .shadow = lowering->text->shadow,
                                 .lexicon = lowering->lexicon,
                                 .measure = lowering->measure,
                                 .modes = lowering->modes};
    bool whole = read_block(lowering, &lines, seed);
    size_t next = lines.count ? lines.line[lines.count - 1].to + 1
                              : text_find(lowering->text, seed, lowering->text->length, '\n') + 1;
    if (whole && lines.count)
        lower_block(lowering, &lines);
    xfree(lines.line);
    arena_free(lines.arena);
    return next > lowering->copied ? next : lowering->copied;
}

struct nb_text *layout_lower(struct nb_arena *arena, struct nb_text *text, const struct lexicon *lexicon,
                             const struct layout_place *places, struct column_modes *modes)
{
    struct layout_lowering lowering = {
        .arena = arena, .text = text, .lexicon = lexicon, .measure.places = places, .modes = modes};
    if (text->source != text->bytes || !lexicon)
        return text;
    modes->length += text->length;
    for (size_t at = 0, end; at < text->length; at = end) {
        end = text_find(text, at, text->length, '\n');
        if (end - at <= MAX_LINE && has_gap(text, at, end) && is_seed(&lowering, at, end)) {
            end = lower_at(&lowering, at);
            lowering.recent_count = 0;
        } else {
            lowering.recent[lowering.recent_count++ % REACH] = at;
            end++;
        }
    }
    if (!lowering.builder)
        return text;
    text_copy(lowering.builder, text, lowering.copied, text->length, 0);
    return text_end(lowering.builder, "text", text->encoding);
}
