/* sheet_rule.c - join what is drawn piece by piece to whole lines, and group lines that touch into frames. */
#include "sheet_rule.h"

#include <math.h>
#include <stdlib.h>

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

/* How far apart the dashes of a line are at most, pieces that repeat one step; cell by cell they begin anew.
 * 0: it has none. */
static float gap_of(const struct sheet_rule *rules, size_t first, size_t end, float near)
{
    float most = 0, same = near / 10;
    for (size_t i = first; i + 3 < end; i++) {
        const struct sheet_rule *dash = &rules[i];
        float step = dash[1].from - dash->from, gap = dash[1].from - dash->to;
        bool steady = fabsf(dash[2].from - dash[1].from - step) < same &&
                      fabsf(dash[3].from - dash[2].from - step) < same &&
                      fabsf(dash[2].to - dash[1].to - step) < same;
        if (steady && gap < 2 * near && step < 4 * near)
            most = fmaxf(most, gap);
    }
    return most;
}

/* Join the pieces [first, end), all about in one line, that overlap or nearly touch, but for those that are
 * all strokes. Dashes have half a gap before the first and behind the last. */
static size_t join_pieces(const struct sheet_page *page, struct sheet_rule *rules, size_t first, size_t end,
                          float near, size_t kept)
{
    qsort(rules + first, end - first, sizeof *rules, by_start);
    float at = 0, gap = gap_of(rules, first, end, near), reach = fmaxf(near, 1.5F * gap);
    for (size_t i = first; i < end; i++)
        at += rules[i].at / (float)(end - first);
    for (size_t i = first; i < end;) {
        struct sheet_rule line = {rules[i].vertical, at, rules[i].from, rules[i].to};
        bool drawn = false;
        do { /* the first, too, where `near` is none or its ends are exchanged */
            line.to = fmaxf(line.to, rules[i].to);
            drawn = drawn || rules[i].to - rules[i].from > 2 * near || !is_stroke(page, &rules[i]);
        } while (++i < end && rules[i].from <= line.to + reach);
        if (drawn && line.to - line.from > near) /* else it is a dot */
            rules[kept++] = (struct sheet_rule){line.vertical, at, line.from - gap / 2, line.to + gap / 2};
    }
    return kept;
}

/* Join all pieces in place. */
static size_t join_rules(const struct sheet_page *page, struct sheet_rule *rules, size_t count, float near,
                         float tight)
{
    size_t kept = 0;
    qsort(rules, count, sizeof *rules, by_place);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && rules[end].vertical == rules[first].vertical; end++)
            if (rules[end].at - rules[end - 1].at > tight / 2 || rules[end].at - rules[first].at > tight)
                break;
        kept = join_pieces(page, rules, first, end, near, kept);
    }
    return kept;
}

/* The line across at which another would end, were it `near` longer at that end; INFINITY: there is none. */
static float end_across(const struct sheet_rule *rules, size_t count, const struct sheet_rule *rule,
                        float end, float near)
{
    float best = INFINITY, least = near;
    for (size_t i = 0; i < count; i++) {
        const struct sheet_rule *across = &rules[i];
        float off = fabsf(across->at - end);
        if (across->vertical != rule->vertical && off < least && across->from - near <= rule->at &&
            across->to + near >= rule->at)
            least = off, best = across->at;
    }
    return best;
}

/* Writer does not draw the sides of double borders on to what is drawn double above and below: those that
 * stop short of a line at both ends go on up to it. */
static void draw_on(struct sheet_rule *rules, size_t count, float near)
{
    for (size_t i = 0; i < count; i++) {
        float from = end_across(rules, count, &rules[i], rules[i].from, near),
              to = end_across(rules, count, &rules[i], rules[i].to, near);
        if (isinf(from) || isinf(to))
            continue;
        rules[i].from = fminf(rules[i].from, from);
        rules[i].to = fmaxf(rules[i].to, to);
    }
}

/* ---- frames ---- */

bool sheet_touch(const struct sheet_rule *one, const struct sheet_rule *other, float near)
{
    if (one->vertical == other->vertical)
        return fabsf(one->at - other->at) <= near && one->from <= other->to + near &&
               other->from <= one->to + near;
    return one->at >= other->from - near && one->at <= other->to + near && other->at >= one->from - near &&
           other->at <= one->to + near;
}

struct connection {
    const struct sheet_rule *rules;
    size_t count;
    float near, tight;
    const size_t *group_of;           /* of each line; NULL while groups are being found */
    const struct sheet_frame *groups; /* without their lines */
};

/* Whether lines may make cells. */
static bool is_frame(const struct sheet_frame *group)
{
    return group->down && group->across && group->down + group->across > 3;
}

bool sheet_is_around(const struct sheet_frame *one, const struct sheet_frame *other)
{
    return one != other && one->x0 <= other->x0 && one->y0 <= other->y0 && one->x1 >= other->x1 &&
           one->y1 >= other->y1;
}

/* Whether two lines are of one frame: they meet, or nearly do and are those of two cells beside each other.
 */
static bool belong_together(const struct connection *at, size_t one, size_t other)
{
    if (!at->group_of)
        return sheet_touch(&at->rules[one], &at->rules[other], at->tight);
    const struct sheet_frame *a = &at->groups[at->group_of[one]], *b = &at->groups[at->group_of[other]];
    return a == b ||
           (is_frame(a) && is_frame(b) && sheet_touch(&at->rules[one], &at->rules[other], at->near) &&
            !sheet_is_around(a, b) && !sheet_is_around(b, a));
}

/* owner[i]: the first line that line i is connected to. */
static size_t *connect(struct nb_arena *scratch, const struct connection *at)
{
    size_t count = at->count;
    size_t *owner = arena_alloc(scratch, count * sizeof *owner + 1),
           *queue = arena_alloc(scratch, count * sizeof *queue + 1);
    for (size_t i = 0; i < count; i++)
        owner[i] = count;
    for (size_t i = 0; i < count; i++) {
        size_t head = 0, tail = 0;
        if (owner[i] < count)
            continue;
        owner[i] = i;
        for (queue[tail++] = i; head < tail; head++)
            for (size_t k = i + 1; k < count; k++)
                if (owner[k] == count && belong_together(at, queue[head], k)) {
                    owner[k] = i;
                    queue[tail++] = k;
                }
    }
    return owner;
}

static void widen(struct sheet_frame *group, const struct sheet_rule *rule)
{
    bool first = !group->down && !group->across;
    float x0 = rule->vertical ? rule->at : rule->from, x1 = rule->vertical ? rule->at : rule->to;
    float y0 = rule->vertical ? rule->from : rule->at, y1 = rule->vertical ? rule->to : rule->at;
    *(rule->vertical ? &group->down : &group->across) += 1;
    group->x0 = first ? x0 : fminf(group->x0, x0);
    group->y0 = first ? y0 : fminf(group->y0, y0);
    group->x1 = first ? x1 : fmaxf(group->x1, x1);
    group->y1 = first ? y1 : fmaxf(group->y1, y1);
}

/* owner[i]: the first line of the frame of line i. */
static size_t *find_frames(struct nb_arena *scratch, const struct sheet_rule *rules, size_t count, float near,
                           float tight)
{
    struct connection at = {rules, count, near, tight, NULL, NULL};
    struct sheet_frame *groups = arena_alloc(scratch, count * sizeof *groups + 1);
    size_t *owner = connect(scratch, &at);
    for (size_t i = 0; i < count; i++)
        widen(&groups[owner[i]], &rules[i]);
    at.group_of = owner;
    at.groups = groups;
    return connect(scratch, &at);
}

static void measure(struct sheet_frame *frame)
{
    frame->down = frame->across = 0;
    for (size_t i = 0; i < frame->count; i++)
        widen(frame, &frame->rules[i]);
}

/* The outermost place at which two lines of a direction end, or the only one, or the uppermost across;
 * INFINITY: there is none. Browsers draw one side of a table that goes on down to the edge of the paper. */
static float common_end(const struct sheet_frame *frame, bool vertical, bool last, float near)
{
    float best = INFINITY;
    size_t own = 0, only = 0;
    for (size_t i = 0; i < frame->count; i++)
        if (frame->rules[i].vertical == vertical)
            own++, only = i;
    if (own == 1)
        return last ? frame->rules[only].to : frame->rules[only].from;
    for (size_t i = 0; i < frame->count; i++)
        for (size_t k = 0; k <= i && frame->rules[i].vertical == vertical; k++) {
            const struct sheet_rule *one = &frame->rules[i], *other = &frame->rules[k];
            if (k == i && (vertical || one->at > frame->y0 + near))
                continue;
            float end = last ? one->to : one->from, than = last ? other->to : other->from;
            if (other->vertical == vertical && fabsf(end - than) <= near &&
                (isinf(best) || (last ? end > best : end < best)))
                best = end;
        }
    return best;
}

/* A side on which two lines or more end and none is drawn, nor further out. */
static void close_side(struct sheet_frame *frame, bool vertical, bool last, float near)
{
    float side = common_end(frame, !vertical, last, near), from = INFINITY, to = -INFINITY;
    for (size_t i = 0; i < frame->count; i++) {
        const struct sheet_rule *rule = &frame->rules[i];
        if (rule->vertical == vertical && (last ? rule->at >= side - near : rule->at <= side + near))
            return;
        if (rule->vertical == vertical || fabsf((last ? rule->to : rule->from) - side) > near)
            continue;
        from = fminf(from, rule->at);
        to = fmaxf(to, rule->at);
    }
    if (!isinf(side))
        frame->rules[frame->count++] = (struct sheet_rule){vertical, side, from, to};
}

static int by_size(const void *one, const void *other)
{
    const struct sheet_frame *a = one, *b = other;
    float size = (a->x1 - a->x0) * (a->y1 - a->y0), than = (b->x1 - b->x0) * (b->y1 - b->y0);
    return (size > than) - (size < than);
}

/* A dot, about as wide as high, may be one of a line across as of one down. */
static struct sheet_rule turned(const struct sheet_rule *dot)
{
    float half = (dot->to - dot->from) / 2;
    return (struct sheet_rule){!dot->vertical, dot->from + half, dot->at - half, dot->at + half};
}

/* What is seen of the lines on the page, joined. `rules` has room for twice as many as the page has. */
static size_t clean_rules(const struct sheet_page *page, struct sheet_rule *rules, float near, float tight)
{
    size_t count = 0;
    for (size_t i = 0; i < page->rule_count; i++) {
        struct sheet_rule rule = page->rules[i];
        float across = rule.vertical ? page->width : page->height,
              along = rule.vertical ? page->height : page->width;
        bool seen = rule.at >= 0 && rule.at <= across && rule.from < along && rule.to > 0;
        rule.from = fmaxf(rule.from, 0);
        rule.to = fminf(rule.to, along);
        if (seen)
            rules[count++] = rule;
        if (seen && rule.to - rule.from < near / 2)
            rules[count++] = turned(&rule);
    }
    count = join_rules(page, rules, count, near, tight);
    return count > MOST_LINES ? 0 : count;
}

/* The lines of one owner, with room for four sides. */
static struct sheet_frame take_lines(struct nb_arena *scratch, const struct sheet_rule *rules, size_t count,
                                     const size_t *owner, size_t first)
{
    size_t own = 0;
    for (size_t i = first; i < count; i++)
        own += owner[i] == first;
    struct sheet_frame frame = {.rules = arena_alloc(scratch, (own + 4) * sizeof *frame.rules)};
    for (size_t i = first; i < count; i++)
        if (owner[i] == first)
            frame.rules[frame.count++] = rules[i];
    return frame;
}

/* ---- tables right below one another ---- */

static bool is_side(const struct sheet_frame *frame, const struct sheet_rule *rule, float near)
{
    return rule->vertical && rule->at - frame->x0 > near; /* the left side is all tables' */
}

/* Whether a line down that ends at this height goes on below, or one that crosses it does. */
static bool goes_over(const struct sheet_frame *frame, const struct sheet_rule *rule, float y, float near,
                      float tight)
{
    bool over = rule->from < y - near && rule->to > y + near;
    for (size_t i = 0; i < frame->count && !over && fabsf(rule->to - y) <= near; i++) {
        const struct sheet_rule *other = &frame->rules[i];
        over = other->vertical && fabsf(other->from - y) <= near && fabsf(other->at - rule->at) <= tight;
    }
    return over;
}

/* Where one table ends and another begins, near this height: of two columns or more above it none goes on
 * below, where there are two or more. INFINITY: not there. */
static float seam_at(const struct sheet_frame *frame, float y, float near, float tight)
{
    float ends[2] = {INFINITY, -INFINITY}, begins[2] = {INFINITY, -INFINITY}, foot = -INFINITY,
          head = INFINITY;
    for (size_t i = 0; i < frame->count; i++) {
        const struct sheet_rule *rule = &frame->rules[i];
        if (!is_side(frame, rule, near))
            continue;
        if (goes_over(frame, rule, y, near, tight))
            return INFINITY;
        if (fabsf(rule->to - y) <= near) {
            foot = fmaxf(foot, rule->to);
            ends[0] = fminf(ends[0], rule->at), ends[1] = fmaxf(ends[1], rule->at);
        }
        if (fabsf(rule->from - y) <= near) {
            head = fminf(head, rule->from);
            begins[0] = fminf(begins[0], rule->at), begins[1] = fmaxf(begins[1], rule->at);
        }
    }
    return ends[1] - ends[0] > near && begins[1] - begins[0] > near ? (foot + head) / 2 : INFINITY;
}

/* Draw the line that closes a table at a seam, from the left to its last side, or where that is not drawn to
 * where its lines across end. */
static void close_seam(struct sheet_frame *frame, float seam, float left)
{
    struct sheet_rule line = {false, seam, left, left};
    for (size_t i = 0; i < frame->count; i++)
        line.to = fmaxf(line.to, frame->rules[i].vertical ? frame->rules[i].at : frame->rules[i].to);
    frame->rules[frame->count++] = line;
}

/* Take what stands above a seam from a frame: what is drawn across there may be of both. */
static struct sheet_frame take_upper(struct nb_arena *scratch, struct sheet_frame *frame, float seam,
                                     float near)
{
    struct sheet_frame upper = {.rules = arena_alloc(scratch, (frame->count + 5) * sizeof *upper.rules)};
    size_t kept = 0;
    for (size_t i = 0; i < frame->count; i++) {
        struct sheet_rule rule = frame->rules[i], above = rule;
        bool is_above = (rule.vertical ? rule.from : rule.at) < seam - near;
        bool is_below = (rule.vertical ? rule.to : rule.at) > seam + near;
        if (is_above && is_below)
            above.to = rule.from = seam;
        if (is_above)
            upper.rules[upper.count++] = above;
        if (is_below)
            frame->rules[kept++] = rule;
    }
    frame->count = kept;
    close_seam(&upper, seam, frame->x0), close_seam(frame, seam, frame->x0);
    return upper;
}

/* Tables that touch share no line but the left side: take the uppermost from a frame of several. Returns
 * whether there was one. */
static bool part_frame(struct nb_arena *scratch, struct sheet_frame *frame, float near, float tight,
                       struct sheet_frame *upper)
{
    float first = INFINITY;
    for (size_t i = 0; i < frame->count; i++)
        if (is_side(frame, &frame->rules[i], near) && frame->rules[i].to < fminf(first, frame->y1 - near))
            first = fminf(first, seam_at(frame, frame->rules[i].to, near, tight));
    if (isinf(first))
        return false;
    *upper = take_upper(scratch, frame, first, near);
    measure(upper), measure(frame);
    return true;
}

/* Close a frame and add it to the others. */
static void add_frame(struct sheet_frames *frames, struct sheet_frame frame, float near)
{
    if (!is_frame(&frame))
        return;
    for (int side = 0; side < 4; side++)
        /* those down first: the one line across of a row that a page cuts tells them */
        close_side(&frame, side < 2, side % 2, near);
    frames->frames[frames->count++] = frame;
}

struct sheet_frames sheet_frames(struct nb_arena *scratch, const struct sheet_page *page, float near,
                                 float tight)
{
    struct sheet_rule *rules = arena_alloc(scratch, 2 * page->rule_count * sizeof *rules + 1);
    size_t count = clean_rules(page, rules, near, tight);
    draw_on(rules, count, near);
    size_t *owner = find_frames(scratch, rules, count, near, tight);
    struct sheet_frames frames = {arena_alloc(scratch, 2 * count * sizeof *frames.frames + 1), 0};
    for (size_t first = 0; first < count; first++) {
        if (owner[first] != first)
            continue;
        struct sheet_frame frame = take_lines(scratch, rules, count, owner, first), upper;
        measure(&frame);
        while (part_frame(scratch, &frame, near, tight, &upper))
            add_frame(&frames, upper, near);
        add_frame(&frames, frame, near);
    }
    qsort(frames.frames, frames.count, sizeof *frames.frames, by_size);
    return frames;
}
