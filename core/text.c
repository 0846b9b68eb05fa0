/* text.c - build the text, fold its shadow, and lead an offset back to the file. */
#include "text.h"

#include "beginnings.h"
#include "fold.h"
#include "memory.h"
#include "sixteen.h"
#include "utf8.h"

#include <string.h>

struct text_builder {
    struct nb_arena *arena;
    struct nb_text *text;
    bool folds; /* the shadow grows with the text, most of it copied from another */
    size_t capacity, shadow_capacity, run_capacity, place_capacity, doubt_capacity, table_capacity;
};

struct text_builder *text_begin(struct nb_arena *arena, const char *source, size_t source_length)
{
    struct text_builder *builder = arena_alloc(arena, sizeof *builder);
    builder->arena = arena;
    builder->text = arena_alloc(arena, sizeof *builder->text);
    builder->text->arena = arena;
    builder->text->source = builder->text->source_shown = source;
    builder->text->source_length = source_length;
    return builder;
}

struct text_builder *text_begin_anew(struct nb_arena *arena, const struct nb_text *text)
{
    struct text_builder *builder = text_begin(arena, text->source, text->source_length);
    *builder->text = (struct nb_text){.arena = arena,
                                      .source = text->source,
                                      .source_shown = text->source,
                                      .source_length = text->source_length,
                                      .comments = text->comments,
                                      .line_starts = text->line_starts,
                                      .line_count = text->line_count,
                                      .marks = text->source ? text->marks : NULL,
                                      .page_title = text->page_title,
                                      .page_date = text->page_date,
                                      .page_source = text->page_source,
                                      .encoding_note = text->encoding_note,
                                      .traditional = text->traditional};
    builder->folds = true;
    return builder;
}

static inline void add_run(struct text_builder *builder, size_t source)
{
    struct nb_text *text = builder->text;
    if (!text->source)
        return;
    if (text->run_count) {
        const struct text_run *last = &text->runs[text->run_count - 1];
        if (last->source + (text->length - last->start) == source)
            return;
    }
    text->runs = arena_grow(builder->arena, text->runs, &builder->run_capacity, text->run_count + 1,
                            sizeof *text->runs);
    text->runs[text->run_count++] = (struct text_run){(uint32_t)text->length, (uint32_t)source};
}

/* Room for more bytes, and for the NULs behind them. */
static inline void grow(struct text_builder *builder, size_t more)
{
    struct nb_text *text = builder->text;
    size_t before = builder->capacity;
    if (text->length + more + NULS <= before)
        return;
    /* Most texts are about as long as what they are made of: with an eighth more (arena_grow() doubles it)
     * few grow, which would take half as much memory again while they are copied. */
    size_t half = before ? 0 : text->source_length / 16 * 9;
    text->bytes =
        arena_grow(builder->arena, text->bytes, &builder->capacity, text->length + more + half + NULS, 1);
    if (builder->folds)
        text->shadow = arena_grow(builder->arena, text->shadow, &builder->shadow_capacity,
                                  text->length + more + half + NULS, 1);
}

/* `shadow`: that of the bytes; NULL: they are to be folded. */
static void append_bytes(struct text_builder *builder, const char *bytes, const char *shadow, size_t length)
{
    struct nb_text *text = builder->text;
    grow(builder, length);
    memcpy(text->bytes + text->length, bytes, length);
    if (builder->folds)
        memcpy(text->shadow + text->length, shadow ? shadow : bytes, length);
    if (builder->folds && !shadow)
        fold(text->shadow + text->length, length);
    text->length += length;
}

static void append(struct text_builder *builder, const char *bytes, const char *shadow, size_t length,
                   size_t at)
{
    if (!length)
        return;
    add_run(builder, at);
    append_bytes(builder, bytes, shadow, length);
}

void text_append(struct text_builder *builder, const char *bytes, size_t length, size_t at)
{
    append(builder, bytes, NULL, length, at);
}

void text_separator(struct text_builder *builder, char separator, size_t at)
{
    struct nb_text *text = builder->text;
    add_run(builder, at);
    grow(builder, 1);
    text->bytes[text->length] = separator;
    if (builder->folds)
        text->shadow[text->length] = separator;
    text->length++;
}

void text_end_with(struct text_builder *builder, char separator)
{
    struct nb_text *text = builder->text;
    text->bytes[text->length - 1] = separator;
    if (builder->folds)
        text->shadow[text->length - 1] = separator;
}

void text_table(struct text_builder *builder, enum text_grid known, bool spans, size_t at)
{
    struct nb_text *text = builder->text;
    text->tables = arena_grow(builder->arena, text->tables, &builder->table_capacity, text->table_count + 1,
                              sizeof *text->tables);
    text->tables[text->table_count++] = (struct text_table){text->length, known, spans, false};
    text_separator(builder, GROUP_SEPARATOR, at);
}

void text_compared(struct text_builder *builder)
{
    builder->text->tables[builder->text->table_count - 1].compared = true;
}

void text_place(struct text_builder *builder, size_t line, const char *words)
{
    struct nb_text *text = builder->text;
    text->places = arena_grow(builder->arena, text->places, &builder->place_capacity, text->place_count + 1,
                              sizeof *text->places);
    text->places[text->place_count++] = (struct text_place){text->length, line, words};
}

void text_doubt(struct text_builder *builder, struct text_doubt doubt)
{
    struct nb_text *text = builder->text;
    text->doubts = arena_grow(builder->arena, text->doubts, &builder->doubt_capacity, text->doubt_count + 1,
                              sizeof *text->doubts);
    doubt.start = text->length;
    text->doubts[text->doubt_count++] = doubt;
}

size_t text_length(const struct text_builder *builder)
{
    return builder->text->length;
}

static size_t code_points(const char *from, const char *to)
{
    return utf8_count(from, (size_t)(to - from));
}

/* Columns count code points, and counting them from the start of a line for each cell would take a page that
 * is all one line a time that grows with its square. So where there are long lines, they are counted once,
 * block by block. */
enum { LONG_LINE = 4096, BLOCK = 1024 };

static void set_marks(struct nb_text *text, const char *bytes, size_t length)
{
    text->marks = arena_alloc(text->arena, (length / BLOCK + 1) * sizeof *text->marks);
    for (size_t i = 1; i <= length / BLOCK; i++)
        text->marks[i] = text->marks[i - 1] + code_points(bytes + (i - 1) * BLOCK, bytes + i * BLOCK);
}

/* Code points in [start, end) of the bytes that the marks, if there are any, were set for. */
static size_t width(const struct nb_text *text, const char *bytes, size_t start, size_t end)
{
    size_t first = start / BLOCK, last = end / BLOCK;
    if (start == end) /* as where each cell has a line */
        return 0;
    if (!text->marks || first == last)
        return code_points(bytes + start, bytes + end);
    return text->marks[last] - text->marks[first] + code_points(bytes + last * BLOCK, bytes + end) -
           code_points(bytes + first * BLOCK, bytes + start);
}

/* The source's lines, in one pass, sixteen bytes at a time: from one to the next by memchr() they cost twice
 * as much. */
static void find_line_starts(struct nb_text *text)
{
    const char *source = text->source;
    size_t room = 0, at = 0, count = 1, length = text->source_length;
    uint32_t *starts = xgrow(NULL, &room, SIXTEEN + 1, sizeof *starts);
    bool is_long = false;
    starts[0] = 0;
    for (; length - at >= SIXTEEN; at += SIXTEEN) {
        sixteen breaks = (sixteen)(load_sixteen(source + at) == '\n');
        if (!is_any(breaks))
            continue;
        if (room < count + 2 * SIXTEEN)
            starts = xgrow(starts, &room, count + 2 * SIXTEEN, sizeof *starts);
        is_long |= at > LONG_LINE + starts[count - 1];
        count += put_places(starts + count, breaks, at + 1);
    }
    for (; at < length; at++)
        if (source[at] == '\n')
            starts[count++] = (uint32_t)at + 1;
    is_long |= length > LONG_LINE + starts[count - 1];
    starts[count] = (uint32_t)length + 1;
    text->line_count = count;
    text->line_starts = arena_room(text->arena, (count + 1) * sizeof *starts);
    memcpy(text->line_starts, starts, (count + 1) * sizeof *starts);
    xfree(starts);
    if (is_long)
        set_marks(text, source, length);
}

static void finish(struct nb_text *text, const char *format, const char *encoding)
{
    text->format = format;
    text->encoding = encoding;
    if (!text->shadow) {
        utf8_hush(text->bytes, text->length);
        text->shadow = arena_room(text->arena, text->length + NULS);
        memcpy(text->shadow, text->bytes, text->length);
        memset(text->shadow + text->length, 0, NULS);
        text->traditional = fold(text->shadow, text->length);
    }
    if (text->source && !text->line_count)
        find_line_starts(text);
    else if (!text->source && text->length > LONG_LINE)
        set_marks(text, text->bytes, text->length);
}

void text_comment(struct text_builder *builder, size_t line, const char *words)
{
    struct text_comment *comment = arena_alloc(builder->arena, sizeof *comment);
    *comment = (struct text_comment){builder->text->comments, line, arena_strdup(builder->arena, words)};
    builder->text->comments = comment;
}

struct nb_text *text_end(struct text_builder *builder, const char *format, const char *encoding)
{
    struct nb_text *text = builder->text;
    grow(builder, 0);
    memset(text->bytes + text->length, 0, NULS);
    if (builder->folds)
        memset(text->shadow + text->length, 0, NULS);
    text->shown = text->bytes;
    finish(text, format, encoding);
    return text;
}

void text_forget_shadow(struct nb_text *text)
{
    arena_discard(text->arena, text->shadow);
    arena_discard(text->arena, text->lines);
    text->shadow = NULL;
    text->lines = NULL;
}

void text_discard(struct nb_text *text)
{
    if (text->bytes != text->source)
        arena_discard(text->arena, text->bytes);
    text_forget_shadow(text);
    arena_discard(text->arena, text->runs);
}

void text_forget_starts(struct nb_text *text)
{
    arena_discard(text->arena, text->line_starts);
    text->line_starts = NULL;
}

void text_share(struct nb_text *text)
{
    if (text->length != text->source_length || text->run_count > 1 ||
        memcmp(text->bytes, text->source, text->length) != 0)
        return;
    arena_discard(text->arena, text->bytes);
    text->shown = text->bytes = (char *)(uintptr_t)text->source;
}

struct nb_text *text_plain(struct nb_arena *arena, char *bytes, size_t length, const char *encoding)
{
    struct nb_text *text = arena_alloc(arena, sizeof *text);
    text->arena = arena;
    text->shown = text->bytes = bytes;
    text->length = length;
    text->source = text->source_shown = bytes;
    text->source_length = length;
    finish(text, "text", encoding);
    return text;
}

struct nb_text *text_own(struct nb_arena *arena, struct nb_text *made, size_t length)
{
    struct nb_text *text = arena_alloc(arena, sizeof *text);
    memset(made->bytes + length, 0, 2);
    memset(made->shadow + length, 0, NULS);
    text->arena = arena;
    text->shown = text->bytes = made->bytes;
    text->shadow = made->shadow;
    text->traditional = made->traditional;
    text->length = length;
    text->source = text->source_shown = made->bytes;
    text->source_length = length;
    made->shadow = NULL;
    finish(text, "text", made->encoding);
    return text;
}

struct text_loan text_lend(struct nb_arena *arena, struct nb_text *from, size_t start, size_t end)
{
    struct nb_text *text = arena_alloc(arena, sizeof *text);
    struct text_loan loan = {.text = text, .from = from, .end = end};
    memcpy(loan.bytes, from->bytes + end, sizeof loan.bytes);
    memset(from->bytes + end, 0, sizeof loan.bytes);
    memcpy(loan.shadow, from->shadow + end, NULS);
    text->arena = arena;
    text->shown = text->source = text->source_shown = text->bytes = from->bytes + start;
    text->length = text->source_length = end - start;
    if (!from->hides) {
        text->shadow = from->shadow + start;
        memset(from->shadow + end, 0, NULS);
    }
    finish(text, "text", from->encoding);
    return loan;
}

void text_give_back(const struct text_loan *loan)
{
    const struct nb_text *text = loan->text;
    if (text->hides && !loan->from->hides) {
        memcpy(text->shadow, text->bytes, text->length);
        fold(text->shadow, text->length);
    }
    memcpy(loan->from->bytes + loan->end, loan->bytes, sizeof loan->bytes);
    memcpy(loan->from->shadow + loan->end, loan->shadow, NULS);
}

/* The last of `count` records, sorted by their leading number and `size` bytes apart, that does not start
 * after `key`; else the first. */
static size_t last_at(const void *records, size_t count, size_t size, size_t key)
{
    size_t after = first_not_before(records, count, size, key + 1);
    return after ? after - 1 : 0;
}

/* The same, looked for at `*near` and the few behind it first; `*near` becomes the one found. */
static size_t last_near(const void *records, size_t count, size_t size, size_t key, size_t *near)
{
    enum { FEW = 8 };
    const char *record = (const char *)records + *near * size;
    size_t at = *near, end = count - at < FEW ? count : at + FEW;
    if (at < count && *(const uint32_t *)(const void *)record <= key) {
        while (++at < end && *(const uint32_t *)(const void *)(record += size) <= key)
            ;
        if (at < end || end == count)
            return *near = at - 1;
    }
    return *near = last_at(records, count, size, key);
}

/* Where an offset of the text, in or before this run, stands in the source. */
static size_t source_in(const struct nb_text *text, const struct text_run *run, size_t offset)
{
    size_t source = run->source + (offset > run->start ? offset - run->start : 0);
    return source < text->source_length ? source : text->source_length;
}

static size_t source_near(const struct nb_text *text, size_t offset, size_t *near)
{
    if (!text->run_count)
        return offset;
    return source_in(
        text, &text->runs[last_near(text->runs, text->run_count, sizeof *text->runs, offset, near)], offset);
}

size_t text_source_offset(const struct nb_text *text, size_t offset)
{
    return source_near(text, offset, &(size_t){0});
}

size_t text_source_near(const struct nb_text *text, size_t offset, struct text_cursor *cursor)
{
    return source_near(text, offset, &cursor->run);
}

size_t first_not_before(const void *key, size_t count, size_t size, size_t wanted)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (*(const uint32_t *)(const void *)((const char *)key + middle * size) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What is known of places in [start, end) of `from` is known of the same bytes in the builder's text, which
 * they now end. */
static void copy_records(struct text_builder *builder, const struct nb_text *from, size_t start, size_t end)
{
    struct nb_text *text = builder->text;
    size_t shift = text->length - start;
    for (size_t i = first_not_before(from->tables, from->table_count, sizeof *from->tables, start);
         i < from->table_count && from->tables[i].start < end; i++) {
        text->tables = arena_grow(builder->arena, text->tables, &builder->table_capacity,
                                  text->table_count + 1, sizeof *text->tables);
        text->tables[text->table_count] = from->tables[i];
        text->tables[text->table_count++].start += shift;
    }
    for (size_t i = first_not_before(from->doubts, from->doubt_count, sizeof *from->doubts, start);
         i < from->doubt_count && from->doubts[i].start < end; i++) {
        text->doubts = arena_grow(builder->arena, text->doubts, &builder->doubt_capacity,
                                  text->doubt_count + 1, sizeof *text->doubts);
        text->doubts[text->doubt_count] = from->doubts[i];
        text->doubts[text->doubt_count++].start += shift;
    }
    for (size_t i = last_at(from->places, from->place_count, sizeof *from->places, start);
         i < from->place_count && from->places[i].start < end; i++) {
        text_place(builder, from->places[i].line, from->places[i].words);
        text->places[text->place_count - 1].start +=
            from->places[i].start > start ? from->places[i].start - start : 0;
    }
}

void text_copy(struct text_builder *builder, const struct nb_text *from, size_t start, size_t end,
               size_t base)
{
    if (from->table_count || from->doubt_count || from->place_count)
        copy_records(builder, from, start, end);
    if (!from->run_count && start < end) { /* as most texts that are copied: they are their own source */
        struct nb_text *text = builder->text;
        bool few =
            end - start <= SIXTEEN && from->length - start >= SIXTEEN && builder->folds && !from->hides;
        /* Short stretches, as most cells, are copied at once, and what is too much is written over: 1
         * instruction a byte less. */
        if (few && text->length + SIXTEEN + 2 <= builder->capacity) {
            add_run(builder, base + start);
            memcpy(text->bytes + text->length, from->bytes + start, SIXTEEN);
            memcpy(text->shadow + text->length, from->shadow + start, SIXTEEN);
            text->length += end - start;
            return;
        }
        append(builder, from->bytes + start, from->hides ? NULL : from->shadow + start, end - start,
               base + start);
        return;
    }
    for (size_t run = last_at(from->runs, from->run_count, sizeof *from->runs, start); start < end; run++) {
        size_t stop =
            run + 1 < from->run_count && from->runs[run + 1].start < end ? from->runs[run + 1].start : end;
        append(builder, from->bytes + start, from->hides ? NULL : from->shadow + start, stop - start,
               base + source_in(from, &from->runs[run], start));
        start = stop;
    }
}

/* Where a run ends; a text without runs is one. */
static size_t run_end(const struct nb_text *text, size_t run)
{
    return run + 1 < text->run_count ? text->runs[run + 1].start : text->length;
}

/* The runs of `from`, whose source begins at offset `start` of `over`, lead to the source of `over`. */
static void add_runs_over(struct text_builder *builder, const struct nb_text *from,
                          const struct nb_text *over, size_t start)
{
    size_t run = 0, over_run = 0, before = builder->text->length; /* looked for anew, they cost half of it */
    for (size_t at = 0, length; at < from->length; at += length) {
        size_t place = start + source_near(from, at, &run), source = source_near(over, place, &over_run),
               rest = run_end(over, over_run) - place;
        length = run_end(from, run) - at;
        length = rest && rest < length ? rest : length;
        builder->text->length = before + at;
        add_run(builder, source);
    }
    builder->text->length = before;
}

void text_copy_over(struct text_builder *builder, const struct nb_text *from, const struct nb_text *over,
                    size_t start)
{
    copy_records(builder, from, 0, from->length);
    add_runs_over(builder, from, over, start);
    append_bytes(builder, from->bytes, from->hides ? NULL : from->shadow, from->length);
}

void text_through(struct nb_text *inner, struct nb_text *made)
{
    struct text_builder *builder = text_begin(inner->arena, made->source, made->source_length);
    add_runs_over(builder, inner, made, 0);
    arena_discard(inner->arena, inner->runs);
    arena_discard(inner->arena, inner->lines);
    arena_discard(inner->arena, inner->line_starts);
    arena_discard(inner->arena, made->runs);
    if (inner->bytes != made->bytes)
        arena_discard(inner->arena, made->bytes);
    inner->lines = NULL;
    inner->runs = builder->text->runs;
    inner->run_count = builder->text->run_count;
    inner->source = inner->source_shown = made->source;
    inner->source_length = made->source_length;
    inner->line_starts = made->line_starts;
    inner->line_count = made->line_count;
    inner->marks = made->marks;
}

const struct text_table *text_table_at(const struct nb_text *text, size_t offset)
{
    if (!text->table_count)
        return NULL;
    const struct text_table *table =
        &text->tables[last_at(text->tables, text->table_count, sizeof *text->tables, offset)];
    return table->start == offset ? table : NULL;
}

const struct text_doubt *text_columns(const struct nb_text *text, size_t offset)
{
    if (!text->doubt_count)
        return NULL;
    const struct text_doubt *doubt =
        &text->doubts[last_at(text->doubts, text->doubt_count, sizeof *text->doubts, offset)];
    return doubt->start == offset ? doubt : NULL;
}

static struct nb_position place_of(const struct nb_text *text, size_t offset)
{
    const struct text_place *place =
        &text->places[last_at(text->places, text->place_count, sizeof *text->places, offset)];
    size_t start = place->start <= offset ? place->start : offset;
    return (struct nb_position){place->line, 1 + width(text, text->bytes, start, offset), place->words};
}

struct nb_position text_position_near(const struct nb_text *text, size_t offset, struct text_cursor *cursor)
{
    if (text->place_count)
        return place_of(text, offset);
    if (!text->line_count)
        return (struct nb_position){1, 1, NULL};
    size_t source = source_near(text, offset, &cursor->run);
    size_t line =
        last_near(text->line_starts, text->line_count, sizeof *text->line_starts, source, &cursor->line);
    bool behind = cursor->column && cursor->source >= text->line_starts[line] && cursor->source <= source;
    size_t from = behind ? cursor->source : text->line_starts[line];
    cursor->column = (behind ? cursor->column : 1) + width(text, text->source, from, source);
    cursor->source = source;
    return (struct nb_position){line + 1, cursor->column, NULL};
}

struct nb_position text_position(const struct nb_text *text, size_t offset)
{
    return text_position_near(text, offset, &(struct text_cursor){0});
}

char *text_line(struct nb_arena *arena, const struct nb_text *text, struct nb_span span)
{
    char *line = arena_strndup(arena, text->bytes + span.start, span.end - span.start), *to = line;
    for (const char *from = line; *from; from++)
        if (*from != '\n')
            *to++ = *from;
    *to = '\0';
    return line;
}

void quotes_within(char *words)
{
    for (char *at = words; (at = strstr(at, "“")); at += strlen("“"))
        memcpy(at, "‘", strlen("‘"));
    for (char *at = words; (at = strstr(at, "”")); at += strlen("”"))
        memcpy(at, "’", strlen("’"));
}

size_t string_opening(const char *at, const char *const *words)
{
    size_t longest = 0;
    for (; *words; words++) {
        const char *word = *words, *behind = at;
        while (*word && *behind == *word)
            behind++, word++;
        longest = !*word && (size_t)(behind - at) > longest ? (size_t)(behind - at) : longest;
    }
    return longest;
}

bool string_begins_any(const char *at, const char *const *words)
{
    while (*words && !string_begins(at, *words))
        words++;
    return *words;
}

bool string_says(const char *text, const char *const *words)
{
    while (*words && !strstr(text, *words))
        words++;
    return *words;
}

bool string_is_remark(const char *at)
{
    static const char *const words[] = {"注", "备注", "附注", "说明", NULL};
    size_t length = string_opening(at, words);
    while (length && at[length] == FOLD_FILLER)
        length++;
    return length && at[length] == ':';
}

bool string_is_unit(const char *at)
{
    return string_begins(at, "单位:");
}
