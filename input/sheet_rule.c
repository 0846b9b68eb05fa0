/* sheet_rule.c - join what is drawn piece by piece to whole lines, and group lines that touch into frames. */
#include "sheet_rule.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of lines joined, which are compared each with each: a page full of tables has 100. */
enum { MOST_LINES = 3000 };

static int by_place(const void *one, const void *other)
{
    const struct sheet_rule *a = one, *b = other;
    if (a->vertical != b->vertical)
        return a->vertical - b->vertical;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return (a->from > b->from) - (a->from < b->from);
}

static int by_start(const void *one, const void *other)
{
    const struct sheet_rule *a = one, *b = other;
    return (a->from > b->from) - (a->from < b->from);
}

/* A stroke of a glyph that is drawn as a path: it lies inside the box of a character. */
static bool is_stroke(const struct sheet_page *page, const struct sheet_rule *rule)
{
    for (size_t i = 0; i < page->char_count; i++) {
        const struct sheet_char *c = &page->chars[i];
        float low = rule->vertical ? c->x0 : c->y0, high = rule->vertical ? c->x1 : c->y1;
        float start = rule->vertical ? c->y0 : c->x0, end = rule->vertical ? c->y1 : c->x1;
        if (rule->at > low && rule->at < high && rule->from >= start && rule->to <= end)
            return true;
    }
    return false;
}

/* Join the pieces [first, end), all about in one line, that overlap or nearly touch. */
static size_t join_pieces(struct sheet_rule *rules, size_t first, size_t end, float near, size_t kept)
{
    float at = 0;
    qsort(rules + first, end - first, sizeof *rules, by_start);
    for (size_t i = first; i < end; i++)
        at += rules[i].at / (float)(end - first);
    size_t begun = kept;
    for (size_t i = first; i < end; i++) {
        struct sheet_rule rule = rules[i];
        rule.at = at;
        if (kept > begun && rule.from <= rules[kept - 1].to + near)
            rules[kept - 1].to = fmaxf(rules[kept - 1].to, rule.to);
        else
            rules[kept++] = rule;
    }
    return kept;
}

/* Join all pieces in place; what stays shorter than `near` is a dot. */
static size_t join_rules(struct sheet_rule *rules, size_t count, float near)
{
    size_t kept = 0, long_enough = 0;
    qsort(rules, count, sizeof *rules, by_place);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && rules[end].vertical == rules[first].vertical; end++)
            if (rules[end].at - rules[end - 1].at > near / 2 || rules[end].at - rules[first].at > near)
                break;
        kept = join_pieces(rules, first, end, near, kept);
    }
    for (size_t i = 0; i < kept; i++)
        if (rules[i].to - rules[i].from > near)
            rules[long_enough++] = rules[i];
    return long_enough;
}

/* ---- frames ---- */

static bool touch(const struct sheet_rule *one, const struct sheet_rule *other, float near)
{
    if (one->vertical == other->vertical)
        return fabsf(one->at - other->at) <= near && one->from <= other->to + near && other->from <= one->to + near;
    return one->at >= other->from - near && one->at <= other->to + near && other->at >= one->from - near &&
           other->at <= one->to + near;
}

/* owner[i]: the first line that line i is connected to. */
static size_t *connect(struct nb_arena *scratch, const struct sheet_rule *rules, size_t count, float near)
{
    size_t *owner = arena_alloc(scratch, count * sizeof *owner + 1), *queue = arena_alloc(scratch, count * sizeof *queue + 1);
    for (size_t i = 0; i < count; i++)
        owner[i] = count;
    for (size_t i = 0; i < count; i++) {
        size_t head = 0, tail = 0;
        if (owner[i] < count)
            continue;
        owner[i] = i;
        for (queue[tail++] = i; head < tail; head++)
            for (size_t k = i + 1; k < count; k++)
                if (owner[k] == count && touch(&rules[queue[head]], &rules[k], near)) {
                    owner[k] = i;
                    queue[tail++] = k;
                }
    }
    return owner;
}

static void measure(struct sheet_frame *frame)
{
    frame->x0 = frame->y0 = INFINITY;
    frame->x1 = frame->y1 = -INFINITY;
    for (size_t i = 0; i < frame->count; i++) {
        const struct sheet_rule *rule = &frame->rules[i];
        frame->x0 = fminf(frame->x0, rule->vertical ? rule->at : rule->from);
        frame->x1 = fmaxf(frame->x1, rule->vertical ? rule->at : rule->to);
        frame->y0 = fminf(frame->y0, rule->vertical ? rule->from : rule->at);
        frame->y1 = fmaxf(frame->y1, rule->vertical ? rule->to : rule->at);
    }
}

/* A side on which two lines or more end and none is drawn. */
static void close_side(struct sheet_frame *frame, bool vertical, float side, float near)
{
    float from = INFINITY, to = -INFINITY;
    size_t ends = 0;
    for (size_t i = 0; i < frame->count; i++) {
        const struct sheet_rule *rule = &frame->rules[i];
        if (rule->vertical == vertical && fabsf(rule->at - side) <= near)
            return;
        if (rule->vertical == vertical || (fabsf(rule->from - side) > near && fabsf(rule->to - side) > near))
            continue;
        ends++;
        from = fminf(from, rule->at);
        to = fmaxf(to, rule->at);
    }
    if (ends > 1)
        frame->rules[frame->count++] = (struct sheet_rule){vertical, side, from, to};
}

static bool crosses(const struct sheet_frame *frame)
{
    size_t down = 0, across = 0;
    for (size_t i = 0; i < frame->count; i++)
        *(frame->rules[i].vertical ? &down : &across) += 1;
    return down && across && down + across > 3;
}

static int by_top(const void *one, const void *other)
{
    const struct sheet_frame *a = one, *b = other;
    return (a->y0 > b->y0) - (a->y0 < b->y0);
}

/* What is seen of the lines on the page, joined. */
static size_t clean_rules(const struct sheet_page *page, struct sheet_rule *rules, float near)
{
    size_t count = 0;
    for (size_t i = 0; i < page->rule_count; i++) {
        struct sheet_rule rule = page->rules[i];
        float across = rule.vertical ? page->width : page->height, along = rule.vertical ? page->height : page->width;
        bool seen = rule.at >= 0 && rule.at <= across && rule.from < along && rule.to > 0;
        rule.from = fmaxf(rule.from, 0);
        rule.to = fminf(rule.to, along);
        if (seen && (rule.to - rule.from > 2 * near || !is_stroke(page, &rule)))
            rules[count++] = rule;
    }
    count = join_rules(rules, count, near);
    return count > MOST_LINES ? 0 : count;
}

struct sheet_frames sheet_frames(struct nb_arena *scratch, const struct sheet_page *page, float near)
{
    struct sheet_rule *rules = arena_alloc(scratch, page->rule_count * sizeof *rules + 1);
    size_t count = clean_rules(page, rules, near);
    size_t *owner = connect(scratch, rules, count, near);
    struct sheet_frames frames = {arena_alloc(scratch, count * sizeof *frames.frames + 1), 0};
    for (size_t first = 0; first < count; first++) {
        if (owner[first] != first)
            continue;
        struct sheet_frame frame = {arena_alloc(scratch, (count + 4) * sizeof *frame.rules), 0, 0, 0, 0, 0};
        for (size_t i = first; i < count; i++)
            if (owner[i] == first)
                frame.rules[frame.count++] = rules[i];
        measure(&frame);
        if (!crosses(&frame))
            continue;
        close_side(&frame, true, frame.x0, near);
        close_side(&frame, true, frame.x1, near);
        close_side(&frame, false, frame.y0, near);
        close_side(&frame, false, frame.y1, near);
        frames.frames[frames.count++] = frame;
    }
    qsort(frames.frames, frames.count, sizeof *frames.frames, by_top);
    return frames;
}
