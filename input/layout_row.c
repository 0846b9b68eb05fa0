/* layout_row.c - join the pieces of wrapped labels, give each line of numbers its label, and find the groups rows stand in.
 *
 * A label is centred on the line that has its numbers, so its pieces stand above, on and below that line. An enumerator opens
 * a label; a piece without one continues the label above it whose columns it shares. */
#include "layout_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_OPEN = 16 };

struct assembly {
    struct lines *lines;
    struct band *band;
    struct label *open[MAX_OPEN], **next;
    size_t open_count;
    int widest;            /* of the pieces without enumerator that stand on lines of their own or before numbers */
    bool broken;           /* a value stands before words */
    struct label *on_line; /* label of the token before, on the same line */
    const struct token *before;
};

static int shared(const struct token *token, const struct label *label)
{
    int start = token->start > label->start ? token->start : label->start;
    return (token->end < label->end ? token->end : label->end) - start;
}

/* Whether a token stands in the columns of a label; the extractor may have set neighbours a column too close. */
static bool in_columns(const struct token *token, const struct label *label)
{
    int least = label->end - label->start < 2 || token->end - token->start < 2 ? 1 : 2;
    return shared(token, label) >= least;
}

/* Two labels whose lines overlap stand side by side: which one is right? */
static bool right_of(const struct label *label, const struct label *other)
{
    return label->page == other->page ? label->start + label->end > other->start + other->end : label->level > other->level;
}

static void add_piece(struct assembly *state, struct label *label, struct token *token, size_t line)
{
    struct piece *piece = arena_alloc(state->lines->arena, sizeof *piece);
    int page = state->lines->line[line].page;
    piece->token = token;
    *label->last = piece;
    label->last = &piece->next;
    bool fresh = label->carried || label->page != page || piece == label->pieces;
    label->start = fresh || token->start < label->start ? token->start : label->start;
    label->end = fresh || token->end > label->end ? token->end : label->end;
    label->carried = false;
    label->page = page;
    label->last_line = line;
    label->latest = token;
    label->trail += label->has_heart && line > label->heart;
    state->on_line = label;
}

static void close_label(struct assembly *state, size_t index)
{
    state->open[index] = state->open[--state->open_count];
}

/* A new label closes those that stand in its columns, and those of its level or below that came over the page break. */
static void close_for(struct assembly *state, const struct token *token, int level)
{
    for (size_t i = state->open_count; i-- > 0;) {
        struct label *label = state->open[i];
        if (label->carried ? level && label->level >= level : label != state->on_line && in_columns(token, label))
            close_label(state, i);
    }
    if (state->open_count == MAX_OPEN)
        close_label(state, 0);
}

static void open_label(struct assembly *state, struct token *token, size_t line, struct enumerator enumerator)
{
    close_for(state, token, enumerator.level);
    struct label *label = arena_alloc(state->lines->arena, sizeof *label);
    label->last = &label->pieces;
    label->first_line = line;
    label->level = enumerator.level;
    label->ordinal = enumerator.ordinal;
    *state->next = label;
    state->next = &label->next;
    state->open[state->open_count++] = label;
    add_piece(state, label, token, line);
}

static bool is_character(const struct assembly *state, const struct token *token)
{
    return token->to - token->from == utf8_length((unsigned char)state->lines->bytes[token->from]);
}

/* Whether a label without enumerator goes on: its last piece filled the column, and its numbers are not yet behind it. */
static bool goes_on(const struct assembly *state, const struct label *label, const struct token *token, size_t line)
{
    const struct line *between = &state->lines->line[label->last_line];
    if (is_character(state, label->latest) && is_character(state, token)) /* written downwards, as 三 、 本 年 度 */
        return true;
    if (label->has_heart && label->heart != line && state->lines->line[line].kind == LINE_HEART)
        return false;
    if (label->level || label->last_line == line)
        return true;
    if (label->has_heart && (between->kind != LINE_HEART || label->heart != label->last_line || label->lead) &&
        label->trail >= label->lead)
        return false;
    return label->latest->end - label->latest->start >= state->widest - 1;
}

/* Twice the distance between the left edges or the centres of two tokens. */
static int apart(const struct token *token, const struct token *other)
{
    int edges = 2 * abs(token->start - other->start), centres = abs(token->start + token->end - other->start - other->end);
    return edges < centres ? edges : centres;
}

/* The open label whose columns the token shares most, of two the one whose last piece it lines up with; behind a token of another
 * label on the same line only one right of that label, though the extractor set the pieces closer than they stood. */
static struct label *shared_columns(const struct assembly *state, const struct token *token)
{
    const struct label *left = state->on_line;
    struct label *best = NULL;
    int most = left ? -2 : -1;
    for (size_t i = 0; i < state->open_count; i++) {
        struct label *label = state->open[i];
        int here = shared(token, label);
        if (label->carried || (left && !right_of(label, left)) || here < most ||
            (!left && here <= 0 && apart(token, label->latest) > 4) ||
            (best && here == most && apart(token, label->latest) >= apart(token, best->latest)))
            continue;
        most = here;
        best = label;
    }
    return best;
}

static size_t characters(const struct assembly *state, const struct token *token)
{
    const char *at = state->lines->bytes + token->from, *end = state->lines->bytes + token->to;
    size_t count = 0;
    for (; at < end; at += utf8_length((unsigned char)*at))
        count++;
    return count;
}

/* The label that came over the page break and goes on here. If something stands right of the token, not the row's, which is the
 * deepest, but the one of the others that was written last; else the row's, unless its one line is complete and this is a piece
 * of a side label. */
static struct label *carried_label(const struct assembly *state, const struct token *token, const struct line *line)
{
    struct label *found = NULL;
    bool first = token + 1 < line->tokens + line->count - line->values;
    int deepest = 0;
    for (size_t i = 0; i < state->open_count; i++)
        deepest = state->open[i]->level > deepest ? state->open[i]->level : deepest;
    for (size_t i = 0; i < state->open_count; i++) {
        struct label *label = state->open[i];
        bool complete =
            label->has_heart && ((label->heart == label->first_line && !label->trail && characters(state, token) < 3) ||
                                 (!first && line->kind == LINE_HEART));
        if (!label->carried || complete || (first && label->level == deepest && deepest > 1))
            continue;
        bool later = found && (label->last_line > found->last_line ||
                               (label->last_line == found->last_line && label->level < found->level));
        if (!found || (first ? later : label->level > found->level))
            found = label;
    }
    return found;
}

/* Whether a token is an enumerator and nothing else: what follows it is the label's first word. */
static bool alone(const struct assembly *state, const struct token *token)
{
    size_t length = token->to - token->from;
    return enumerator_at(state->lines->bytes + token->from, length).length == length;
}

static void place_token(struct assembly *state, struct token *token, size_t number)
{
    const struct line *line = &state->lines->line[number];
    const char *bytes = state->lines->bytes + token->from;
    struct enumerator enumerator = enumerator_at(bytes, token->to - token->from);
    if (enumerator.level) {
        open_label(state, token, number, enumerator);
        return;
    }
    struct label *label = shared_columns(state, token);
    if (label && !goes_on(state, label, token, number))
        label = NULL;
    else if (!label && state->on_line && token->start - state->before->end <= (alone(state, state->before) ? 2 : 1))
        label = state->on_line;
    else if (!label)
        label = carried_label(state, token, line);
    if (label)
        add_piece(state, label, token, number);
    else
        open_label(state, token, number, enumerator);
}

/* The rightmost open label that stands on this line or the one above has its numbers here; known early, it tells where it ends.
 */
static void note_heart(struct assembly *state, size_t number)
{
    struct label *found = NULL;
    for (size_t i = 0; i < state->open_count; i++) {
        struct label *label = state->open[i];
        if (!label->carried && label->last_line + 1 >= number && (!found || label->start > found->start))
            found = label;
    }
    if (!found || found->has_heart)
        return;
    found->has_heart = true;
    found->heart = number;
    for (const struct piece *piece = found->pieces; piece; piece = piece->next)
        found->lead += piece->token->to <= state->lines->line[number].from;
}

static void turn_page(struct assembly *state)
{
    for (size_t i = 0; i < state->open_count; i++)
        state->open[i]->carried = true;
}

static void measure(struct assembly *state)
{
    for (size_t i = state->band->body; i < state->band->end; i++) {
        const struct line *line = &state->lines->line[i];
        for (size_t j = 0; j < line->count - line->values && line->kind != LINE_MARK; j++) {
            int width = line->tokens[j].end - line->tokens[j].start;
            state->widest = width > state->widest ? width : state->widest;
        }
    }
}

/* The enumerator of a label written downwards. */
static void find_level(const struct assembly *state, struct label *label)
{
    char start[MAX_OPEN + 1];
    size_t length = 0;
    for (const struct piece *piece = label->pieces; piece && is_character(state, piece->token); piece = piece->next) {
        size_t size = piece->token->to - piece->token->from;
        if (length + size > sizeof start)
            break;
        memcpy(start + length, state->lines->bytes + piece->token->from, size);
        length += size;
    }
    struct enumerator enumerator = enumerator_at(start, length);
    label->level = enumerator.level;
    label->ordinal = enumerator.ordinal;
}

/* A remark between two rows: a sentence, or a word with a colon and what it says. */
static bool is_note(const struct assembly *state, const struct token *token)
{
    const char *at = state->lines->bytes + token->from, *end = state->lines->bytes + token->to;
    if (end - at < 12)
        return false;
    if (!memcmp(end - 3, "。", 3))
        return true;
    for (int i = 0; i < 3; i++, at += utf8_length((unsigned char)*at))
        if (i && (*at == ':' || !memcmp(at, "：", 3)))
            return true;
    return false;
}

static void place_note(struct assembly *state, struct token *token, size_t number)
{
    open_label(state, token, number, (struct enumerator){0});
    state->on_line->note = true;
    state->open_count--;
}

static void assemble(struct assembly *state)
{
    for (size_t i = state->band->body; i < state->band->end; i++) {
        const struct line *line = &state->lines->line[i];
        if (i > state->band->body && line->page != line[-1].page)
            turn_page(state);
        if (line->kind != LINE_TEXT && line->kind != LINE_HEART)
            continue;
        state->on_line = NULL;
        for (size_t j = 0; j < line->count - line->values; j++) {
            state->broken |= line->tokens[j].value;
            if (line->kind == LINE_TEXT && is_note(state, &line->tokens[j]))
                place_note(state, &line->tokens[j], i);
            else
                place_token(state, &line->tokens[j], i);
            state->before = &line->tokens[j];
        }
        if (line->kind == LINE_HEART)
            note_heart(state, i);
    }
    for (struct label *label = state->band->labels; label; label = label->next) {
        label->has_heart = false;
        if (!label->level)
            find_level(state, label);
    }
}

/* ---- hearts ---- */

/* For each line of the band the rightmost label that stands on it or spans it. */
static struct label **cover_lines(struct lines *lines, struct band *band)
{
    struct label **cover = arena_alloc(lines->arena, (band->end - band->body + 1) * sizeof *cover);
    for (struct label *label = band->labels; label; label = label->next) {
        for (size_t i = label->first_line; i <= label->last_line && !label->note; i++) {
            struct label **at = &cover[i - band->body];
            if (*at && right_of(label, *at))
                (*at)->group = true;
            else if (*at && right_of(*at, label))
                label->group = true;
            if (!*at || right_of(label, *at))
                *at = label;
        }
    }
    return cover;
}

static bool has_other_heart(const struct lines *lines, const struct label *label)
{
    if (label->has_heart || label->group)
        return true;
    for (size_t i = label->first_line; i <= label->last_line; i++)
        if (lines->line[i].kind == LINE_HEART)
            return true;
    return false;
}

/* The label of a heart that stands on a line of its own beside a label of one line: above or below, if only one can be. */
static struct label *beside(const struct lines *lines, const struct band *band, struct label **cover, size_t heart)
{
    struct label *above = heart > band->body ? cover[heart - 1 - band->body] : NULL;
    struct label *below = heart + 1 < band->end ? cover[heart + 1 - band->body] : NULL;
    above = above && !has_other_heart(lines, above) ? above : NULL;
    below = below && !has_other_heart(lines, below) ? below : NULL;
    return above && below ? NULL : above ? above : below;
}

/* Rows come in the order of their centres. Neighbours differ little from the order of their labels: insertion. */
static void add_row(struct band *band, struct row row)
{
    size_t at = band->row_count++;
    for (; at && band->rows[at - 1].centre > row.centre; at--)
        band->rows[at] = band->rows[at - 1];
    band->rows[at] = row;
}

static struct row row_at(struct label *label, size_t heart)
{
    return (struct row){.label = label, .has_heart = true, .heart = heart, .centre = 2 * heart};
}

/* Whether the label above a heart was given to a heart above it, though it stands between the two. */
static bool taken_above(const struct band *band, struct label **cover, size_t heart)
{
    const struct label *above = heart > band->body ? cover[heart - 1 - band->body] : NULL;
    return above && above->has_heart && above->heart < above->first_line;
}

/* Give each heart its label. A heart of several values that has none is a row that lost its label. */
static bool give_hearts(struct lines *lines, struct band *band, struct label **cover)
{
    for (size_t i = band->body; i < band->end; i++) {
        const struct line *line = &lines->line[i];
        if (line->kind != LINE_HEART)
            continue;
        struct label *label = cover[i - band->body];
        if (!label || label->has_heart || label->group)
            label = beside(lines, band, cover, i);
        if (label) {
            label->has_heart = true;
            label->heart = i;
        } else if (line->values > 1 && line->values == line->count && !cover[i - band->body] && !taken_above(band, cover, i)) {
            add_row(band, row_at(NULL, i));
        } else {
            return false;
        }
    }
    return true;
}

/* ---- rows and groups ---- */

/* A label of one line without numbers is a group if the labels before and after it both stand right of it. */
static void find_groups(struct band *band)
{
    const struct label *before = NULL;
    for (struct label *label = band->labels; label; label = label->next) {
        const struct label *after = label->next;
        if (!label->has_heart && !label->note && before && after && before->start >= label->end && after->start >= label->end &&
            before->level >= label->level && after->level > label->level)
            label->group = true;
        if (!label->group)
            before = label;
    }
}

/* Room for a row for each label and each heart. */
static void begin_rows(struct lines *lines, struct band *band)
{
    size_t count = band->end - band->body;
    for (struct label *label = band->labels; label; label = label->next)
        count++;
    band->rows = arena_alloc(lines->arena, (count + 1) * sizeof *band->rows);
}

static void make_rows(struct band *band)
{
    for (struct label *label = band->labels; label; label = label->next)
        if (!label->group && label->has_heart)
            add_row(band, row_at(label, label->heart));
        else if (!label->group)
            add_row(band, (struct row){.label = label, .centre = label->first_line + label->last_line});
}

static int level_of(const struct row *row)
{
    return row->label ? row->label->level : 0;
}

/* The first row of a group: upwards from its centre while rows are of a deeper level; 1. is the first of its kind. */
static size_t first_row(const struct band *band, const struct label *group)
{
    size_t at = 0, middle = group->first_line + group->last_line;
    while (at + 1 < band->row_count && band->rows[at].centre < middle)
        at++;
    if (level_of(&band->rows[at]) <= group->level && at)
        at--;
    while (at && level_of(&band->rows[at - 1]) > group->level &&
           !(level_of(&band->rows[at]) > 2 && group->level > 1 && band->rows[at].label->ordinal == 1))
        at--;
    return at;
}

static bool place_groups(struct band *band)
{
    size_t depth = 0;
    for (const struct label *label = band->labels; label; label = label->next)
        if (label->group)
            depth = label->level > 1 ? 2 : depth ? depth : 1;
    band->label_columns = band->labels ? depth + 1 : 0;
    for (const struct label *label = band->labels; label; label = label->next) {
        if (!label->group)
            continue;
        if (!band->row_count)
            return false;
        const struct label **place = &band->rows[first_row(band, label)].groups[label->level > 1];
        if (*place)
            return false;
        *place = label;
    }
    return true;
}

bool find_rows(struct lines *lines, struct band *band)
{
    struct assembly state = {.lines = lines, .band = band, .next = &band->labels};
    measure(&state);
    assemble(&state);
    if (state.broken)
        return false;
    begin_rows(lines, band);
    struct label **cover = cover_lines(lines, band);
    if (!give_hearts(lines, band, cover))
        return false;
    find_groups(band);
    make_rows(band);
    return place_groups(band);
}
