/* sheet_beside.c - put side by side the sheets of a table wider than the paper, which spreadsheets print one
 * after another. */
#include "sheet_cells.h"

#include <ctype.h>
#include <math.h>

/* A page on its way. */
struct leaf {
    struct sheet_page *page;
    struct sheet_lines lines;
    struct word_kinds *kinds; /* of each line */
    float em, left, right;    /* of what stands on it */
    float margin, end, by;  /* from where to where its own lines go; so far right of their place they stand */
    bool empty, right_part; /* but for furniture; may be: has rows, and none that has a label */
    size_t valued;          /* how many values it has beside the label of a row */
    size_t base,
        last; /* to whose right it stands, and which stands last to its own right: itself, if none does */
};

struct leaves {
    struct nb_arena *scratch;
    const struct lexicon *lexicon;
    struct leaf *leaves;
    size_t count;
};

static bool names_row(const struct word_kinds *kinds)
{
    return kinds->labels & (WORD_ROW | WORD_GROUP) && !(kinds->labels & (WORD_COLUMN | WORD_SPAN));
}

/* The line of a page with a character of one size and base with the first of a line, an eighth of its height
 * apart at most as labels and numbers are that a program sets in one row; NULL: there is none. */
static const struct sheet_line *line_at(const struct leaf *leaf, const struct sheet_line *line)
{
    float near = (line->chars->y1 - line->chars->y0) / 8;
    for (const struct sheet_line *other = leaf->lines.lines; other < leaf->lines.lines + leaf->lines.count;
         other++)
        for (size_t i = 0; i < other->count; i++)
            if (fabsf(other->chars[i].y0 - line->chars->y0) < near &&
                fabsf(other->chars[i].y1 - line->chars->y1) < near)
                return other;
    return NULL;
}

/* Whether a line says the same as another in the same place, but for its digits, which count pages; digits
 * alone may be a row. */
static bool is_furniture(const struct sheet_line *line, const struct sheet_line *other)
{
    bool same = line->count == other->count && fabsf(line->x0 - other->x0) < 1, words = false;
    for (size_t i = 0; i < line->count && same; i++) {
        const struct sheet_char *one = &line->chars[i], *two = &other->chars[i];
        bool digits = isdigit((unsigned char)*one->text) && isdigit((unsigned char)*two->text);
        same = digits || sheet_same_char(one, two);
        words |= !digits;
    }
    return same && words;
}

/* Whether a page says the same at the height of a line, but for the number of a page. */
static bool is_again(const struct leaf *leaf, const struct sheet_line *line)
{
    const struct sheet_line *other = line_at(leaf, line);
    return other && is_furniture(line, other);
}

/* Whether a page goes on to the right of `base`, behind the last one that does: its lines stand at the height
 * of lines there, most of them of this one's too, and heads beside heads; but for labels, which may stand
 * over several. Of other words, which run over from a line that ends at its side, two thirds do. */
static bool goes_on_right(const struct leaves *at, struct leaf *leaf, const struct leaf *base)
{
    const struct leaf *left = &at->leaves[base->last];
    size_t own = 0, beside = 0, prose = 0;
    for (size_t i = 0; i < leaf->lines.count; i++) {
        const struct sheet_line *line = &leaf->lines.lines[i], *first = line_at(base, line),
                                *before = line_at(left, line);
        const struct word_kinds *kinds = &leaf->kinds[i];
        if (first && is_furniture(line, first))
            continue;
        bool head = !kinds->values && !kinds->words;
        if ((!first && kinds->values) ||
            (head && before && left->kinds[before - left->lines.lines].value_last))
            return false;
        bool over = first && before && before->x1 > left->end - 3 * left->em;
        prose += kinds->words && !over && line->x1 - line->x0 > (base->end - base->margin) / 4;
        own += first || before;
        leaf->valued +=
            first && kinds->values && !kinds->words && names_row(&base->kinds[first - base->lines.lines]);
        beside += before != NULL;
    }
    return own && 2 * beside >= own && 3 * prose <= own;
}

static void measure(const struct leaves *at, struct leaf *leaf)
{
    if (leaf->kinds)
        return;
    leaf->lines = sheet_lines(at->scratch, leaf->page->chars, leaf->page->char_count, 0);
    leaf->em = sheet_em(leaf->page, at->scratch);
    leaf->kinds = arena_alloc(at->scratch, leaf->lines.count * sizeof *leaf->kinds + 1);
    leaf->margin = INFINITY, leaf->end = -INFINITY;
    for (size_t i = 0; i < leaf->lines.count; i++) {
        leaf->kinds[i] = sheet_kinds(at->scratch, at->lexicon, &leaf->lines.lines[i]);
        leaf->margin = fminf(leaf->margin, leaf->lines.lines[i].x0);
        leaf->end = fmaxf(leaf->end, leaf->lines.lines[i].x1);
    }
}

/* Find out what a page has, beside what another one has, too. Returns whether it can be no right part. */
static bool is_left_part(const struct leaves *at, size_t number)
{
    struct leaf *leaf = &at->leaves[number], *other = &at->leaves[number ? 0 : at->count - 1];
    bool rows = false, named = false;
    measure(at, leaf), measure(at, other);
    leaf->empty = true;
    for (size_t i = 0; i < leaf->lines.count; i++) {
        const struct word_kinds *kinds = &leaf->kinds[i];
        if (is_again(other, &leaf->lines.lines[i]))
            continue;
        leaf->empty = false;
        named |= names_row(kinds);
        rows |= (kinds->values || kinds->labels) && !kinds->words;
    }
    leaf->right_part = rows && !named;
    return !leaf->right_part && !leaf->empty;
}

/* ---- which page stands beside which ---- */

/* Try to find for each page that is none of `bases` the one to whose right it stands. Sheets follow each
 * other down, and then over: from the first one again; or those of the same rows do (`over`). Rows whose
 * labels are on the left have values there. */
static bool find_bases(const struct leaves *at, const bool *bases, bool over)
{
    size_t next = 0, valued = 0;
    for (size_t i = 0; i < at->count; i++) {
        struct leaf *leaf = &at->leaves[i];
        leaf->base = leaf->last = i;
        leaf->valued = 0;
        if (bases[i] || leaf->empty)
            continue;
        for (size_t tries = 0; leaf->base == i && tries < i; tries++) {
            size_t base = over ? i - 1 - tries : (next + tries) % i;
            if (bases[base] && goes_on_right(at, leaf, &at->leaves[base]))
                leaf->base = base;
            else if (bases[base] && over)
                return false;
        }
        if (leaf->base == i)
            return false;
        at->leaves[leaf->base].last = i, next = leaf->base + 1;
        valued += leaf->valued;
    }
    return valued > 1;
}

/* As many pages stand on the left as may at least. */
static bool find_sheets(const struct leaves *at)
{
    bool *bases = arena_alloc(at->scratch, at->count * sizeof *bases + 1), found;
    size_t left = 0;
    for (size_t i = 0; i < at->count; i++) {
        bases[i] = !at->leaves[i].right_part && !at->leaves[i].empty;
        left = bases[i] ? i + 1 : left;
    }
    for (found = find_bases(at, bases, true); !found && left < at->count; left++) {
        for (size_t i = 0; i < at->count; i++)
            bases[i] = i < left;
        found = find_bases(at, bases, false);
    }
    return found;
}

/* From where to where lines across are drawn, or characters stand. */
static void find_sides(struct leaf *leaf, bool ruled)
{
    const struct sheet_page *page = leaf->page;
    leaf->left = INFINITY, leaf->right = -INFINITY;
    for (size_t i = 0; i < page->rule_count && ruled; i++)
        if (!page->rules[i].vertical) {
            leaf->left = fminf(leaf->left, page->rules[i].from);
            leaf->right = fmaxf(leaf->right, page->rules[i].to);
        }
    for (size_t i = 0; i < page->char_count && !ruled; i++) {
        leaf->left = fminf(leaf->left, page->chars[i].x0);
        leaf->right = fmaxf(leaf->right, page->chars[i].x1);
    }
}

/* How far right of a page the next one begins, if that prints in its margin what runs over from there; 0: it
 * does not. */
static float overlap(const struct leaf *left, const struct leaf *leaf, float margin)
{
    for (const struct sheet_line *line = leaf->lines.lines; line < leaf->lines.lines + leaf->lines.count;
         line++) {
        const struct sheet_line *before = line->x0 < margin - leaf->em / 8 ? line_at(left, line) : NULL;
        for (size_t i = before ? before->count : 0; i-- > 0;)
            if (sheet_same_char(&before->chars[i], line->chars))
                return before->chars[i].x0 - line->chars->x0;
    }
    return 0;
}

/* How far to the right a page is put: that far, or as the ends of lines across touch, or one character behind
 * what stands there.
 */
static float shift_of(struct leaf *base, const struct leaf *left, struct leaf *leaf)
{
    bool ruled = base->page->rule_count && leaf->page->rule_count;
    float over = overlap(left, leaf, base->margin);
    find_sides(base, ruled), find_sides(leaf, ruled);
    return over > 0 ? left->by + over : base->right - leaf->left + (ruled ? 0 : leaf->em);
}

/* Set a page's characters so far to the right, but for those that the page has `to` which they are added, and
 * the furniture that `other` has, too. */
static void set_chars(struct sheet_page *to, const struct leaf *leaf, const struct leaf *other, float by)
{
    size_t count = to->char_count;
    for (const struct sheet_line *line = leaf->lines.lines; line < leaf->lines.lines + leaf->lines.count;
         line++)
        for (size_t i = 0; i < line->count && !is_again(other, line); i++) {
            struct sheet_char *c = &to->chars[to->char_count];
            *c = line->chars[i];
            to->char_count += !sheet_has_char(to->chars, count, c, by, 0);
            c->x0 += by, c->x1 += by;
        }
}

static void set_rules(struct sheet_page *to, const struct sheet_page *from, float by)
{
    for (size_t i = 0; i < from->rule_count; i++) {
        struct sheet_rule *rule = &to->rules[to->rule_count++];
        *rule = from->rules[i];
        *(rule->vertical ? &rule->at : &rule->from) += by;
        rule->to += rule->vertical ? 0 : by;
    }
}

/* Put the pages that stand to the right of one on this. */
static void put_beside(const struct leaves *at, size_t number)
{
    struct leaf *base = &at->leaves[number], *left = base;
    struct sheet_page page = *base->page;
    size_t chars = 0, rules = 0;
    for (size_t i = number; i < at->count; i++)
        if (at->leaves[i].base == number)
            chars += at->leaves[i].page->char_count, rules += at->leaves[i].page->rule_count;
    page.chars = arena_alloc(at->scratch, chars * sizeof *page.chars + 1);
    page.rules = arena_alloc(at->scratch, rules * sizeof *page.rules + 1);
    page.char_count = page.rule_count = 0;
    set_chars(&page, base, &at->leaves[base->last], 0);
    set_rules(&page, base->page, 0);
    *base->page = page;
    for (size_t i = number + 1; i < at->count; i++)
        if (at->leaves[i].base == number) {
            at->leaves[i].by = shift_of(base, left, &at->leaves[i]);
            set_chars(base->page, &at->leaves[i], base, at->leaves[i].by);
            set_rules(base->page, at->leaves[i].page, at->leaves[i].by);
            base->page->width = at->leaves[i].page->width + at->leaves[i].by;
            left = &at->leaves[i];
        }
}

/* Leave out the pages that were put beside others. */
static void drop_beside(const struct leaves *at, struct sheets *sheets)
{
    size_t kept = 0;
    for (size_t i = 0; i < at->count; i++)
        if (at->leaves[i].base == i)
            sheets->pages[kept++] = sheets->pages[i];
    sheets->page_count = kept;
}

bool sheet_put_beside(struct nb_arena *scratch, struct sheets *sheets, const struct lexicon *lexicon)
{
    bool one_sheet = false;
    if (sheets->page_count < 2)
        return false;
    struct leaves at = {scratch, lexicon, arena_alloc(scratch, sheets->page_count * sizeof *at.leaves + 1),
                        sheets->page_count};
    for (size_t i = 0; i < at.count; i++)
        at.leaves[i].page = &sheets->pages[i];
    /* The last sheet, or the second, is a right part, or empty: most documents are told by these two pages.
     */
    if (is_left_part(&at, at.count - 1) && is_left_part(&at, 1))
        return false;
    for (size_t i = 0; i < at.count; i++)
        is_left_part(&at, i);
    if (!find_sheets(&at))
        return false;
    for (size_t i = 0; i < at.count; i++) {
        one_sheet |=
            at.leaves[i].base != i && at.leaves[i].page->number == sheets->pages[at.leaves[i].base].number;
        if (at.leaves[i].last != i)
            put_beside(&at, i);
    }
    drop_beside(&at, sheets);
    return one_sheet;
}
