/* lint_text.c - writes findings as a compiler does: place, message, the source line with the place
 * underlined, equation, further places. */
#include "echo.h"
#include "i18n.h"
#include "memory.h"
#include "output.h"
#include "text.h"
#include "width.h"

/* A source line is cut to this many columns around the place; paragraphs are lines of a thousand. */
enum { WINDOW = 76, BEFORE = 28 };

static const char *paint(const struct nb_lint_style *style, const char *sequence)
{
    return style->color ? sequence : "";
}

static void put_paint(FILE *file, const struct nb_lint_style *style, const char *sequence)
{
    if (style->color)
        fputs(sequence, file);
}

static const char *severity_color(enum nb_severity severity)
{
    static const char *const colors[] = {
        [NB_NOTE] = "\033[1;36m", [NB_WARNING] = "\033[1;35m", [NB_ERROR] = "\033[1;31m"};
    return colors[severity];
}

/* Editors know the English words. */
static const char *word_of(const struct nb_lint_style *style, enum nb_severity severity)
{
    return style->words ? severity_word(severity) : nb_severity_name(severity);
}

/* Behind a place in words and behind a severity. */
static const char *colon_of(const struct nb_lint_style *style)
{
    return style->words && in_chinese() ? "：" : ": ";
}

/* What the report says may not drive the terminal. */
static void put_safely(FILE *file, const char *bytes, size_t length)
{
    echo(file, bytes, length);
}

/* What a message says behind the cell that it names, where the place has named it already. */
static const char *behind_place(const char *message, const char *place)
{
    const char *colon = strstr(message, "：");
    size_t length = colon ? (size_t)(colon - message) : 0, room = strlen(place);
    bool named = length && length <= room && !memcmp(place + room - length, message, length);
    return named ? colon + strlen("：") : message;
}

/* Printed with fprintf(), places cost a report of nothing but findings 100 instructions a byte more. */
static void put_number(FILE *file, size_t number)
{
    char digits[DECIMAL_SIZE];
    fwrite(digits, 1, (size_t)(put_decimal(digits, number) - digits), file);
}

/* A place in a file without lines (Word) is named by what a person finds there; `cell`, if not NULL, stands
 * at it. Returns what of the message is still to be said. */
static const char *put_place(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                             size_t offset, const struct nb_cell_ref *cell, const char *message)
{
    struct nb_position at = nb_locate(report, offset);
    char *words = at.place ? place_in_words(report, offset, cell) : NULL;
    message = words ? behind_place(message, words) : message;
    put_safely(file, report->name, strlen(report->name));
    if (words)
        fputc(':', file), put_safely(file, words, strlen(words)), fputs(colon_of(style), file);
    else
        putc(':', file), put_number(file, at.line), putc(':', file), put_number(file, at.column),
            fputs(": ", file);
    xfree(words);
    return message;
}

static int columns_of(const char *at)
{
    bool harmless;
    size_t length = utf8_length((unsigned char)*at);
    return echo_step(at, length, &harmless) && !harmless ? 1 : width_of(utf8_decode(at, length));
}

static size_t step_of(const char *line, size_t at, size_t length)
{
    size_t step = utf8_length((unsigned char)line[at]);
    return step < length - at ? step : length - at;
}

/* The part of a line that is shown, in bytes. */
struct window {
    size_t from, to;
};

/* From some columns before `start` to the width of the window. */
static struct window window_of(const char *line, size_t length, size_t start)
{
    struct window window = {start, start};
    for (int columns = 0; window.from > 0 && columns < BEFORE;) {
        do
            window.from--;
        while (window.from > 0 && (line[window.from] & 0xC0) == 0x80);
        columns += columns_of(line + window.from);
    }
    window.to = window.from;
    for (int columns = 0; window.to < length && columns < WINDOW;) {
        columns += columns_of(line + window.to);
        window.to += step_of(line, window.to, length);
    }
    return window;
}

static void repeat(FILE *file, char byte, int count)
{
    while (count-- > 0)
        putc(byte, file);
}

static int columns_between(const char *line, size_t from, size_t to)
{
    int columns = 0;
    for (; from < to; from += step_of(line, from, to))
        columns += columns_of(line + from);
    return columns;
}

static void put_marks(FILE *file, const struct nb_lint_style *style, int before, int width)
{
    fputs("       | ", file);
    repeat(file, ' ', before);
    put_paint(file, style, "\033[32m");
    putc('^', file);
    repeat(file, '~', width - 1);
    fprintf(file, "%s\n", paint(style, "\033[m"));
}

/* The line, and marks under the place; a place of several lines is marked to the end of the first. */
static void put_line(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                     struct nb_span span)
{
    struct nb_position at = nb_locate(report, span.start);
    size_t length;
    const char *line = at.place ? NULL : nb_source_line(report, at.line, &length);
    if (!line || !length)
        return;
    const struct nb_text *text = report->text;
    size_t line_start = (size_t)(line - text->source);
    size_t start = text_source_offset(text, span.start) - line_start,
           end = text_source_offset(text, span.end) - line_start;
    start = start < length ? start : length;
    end = end < start || span.end <= span.start ? start : end < length ? end : length;
    struct window window = window_of(line, length, start);
    end = end < window.to ? end : window.to;
    fprintf(file, "%6zu | %s", at.line, window.from ? "…" : "");
    put_safely(file, text->source_shown + line_start + window.from, window.to - window.from);
    fputs(window.to < length ? "…\n" : "\n", file);
    put_marks(file, style, columns_between(line, window.from, start) + (window.from ? width_of(0x2026) : 0),
              columns_between(line, start, end));
}

static void put_related(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                        const struct nb_related *related)
{
    put_paint(file, style, "\033[1m");
    const char *message = put_place(file, style, report, related->span.start, NULL, related->message);
    fprintf(file, "%s%s%s%s", paint(style, severity_color(NB_NOTE)), word_of(style, NB_NOTE), colon_of(style),
            paint(style, "\033[m"));
    put_safely(file, message, strlen(message));
    putc('\n', file);
    if (!style->brief)
        put_line(file, style, report, related->span);
}

static void put_note(FILE *file, const char *kind, const char *words)
{
    fprintf(file, "       = %s", kind);
    put_safely(file, words, strlen(words));
    putc('\n', file);
}

static void put_head(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                     const struct nb_finding *finding)
{
    put_paint(file, style, "\033[1m");
    const char *message = put_place(file, style, report, finding->span.start,
                                    finding->cell_count ? finding->cells : NULL, finding->message);
    put_paint(file, style, severity_color(finding->severity));
    fputs(word_of(style, finding->severity), file);
    fputs(colon_of(style), file);
    put_paint(file, style, "\033[m\033[1m");
    put_safely(file, message, strlen(message));
    put_paint(file, style, "\033[m");
    fputs(" [", file);
    fputs(finding->rule->name, file);
    if (style->words && in_chinese())
        putc(' ', file), fputs(finding->rule->chinese, file);
    fputs("]\n", file);
}

static void put_finding(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                        const struct nb_finding *finding)
{
    put_head(file, style, report, finding);
    if (!style->brief)
        put_line(file, style, report, finding->span);
    if (finding->detail && !style->brief)
        put_note(file, "", finding->detail);
    if (finding->waiver && !style->brief)
        put_note(file, _("lowered: "), finding->waiver);
    for (const struct nb_related *related = finding->related; style->verbose && related;
         related = related->next)
        put_related(file, style, report, related);
}

/* Whether an earlier finding below the cause is of the same rule. */
static bool is_repeated(const struct nb_report *report, const struct nb_finding *finding)
{
    for (const struct nb_finding *earlier = report->findings; earlier != finding; earlier = earlier->next)
        if (earlier->cause == finding->cause && earlier->rule == finding->rule && !earlier->waived)
            return true;
    return false;
}

/* "row-total, balance", in Chinese too where the words are Chinese. */
static void put_rules(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                      const struct nb_finding *cause)
{
    bool chinese = style->words && in_chinese(), first = true;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        if (finding->cause == cause && !finding->waived && !is_repeated(report, finding)) {
            fprintf(file, "%s%s",
                    first     ? ""
                    : chinese ? "、"
                              : ", ",
                    chinese ? finding->rule->chinese : finding->rule->name);
            first = false;
        }
    putc('\n', file);
}

/* What follows from a finding, or how much does: one line that says what it is. */
static void put_consequences(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                             const struct nb_finding *cause)
{
    size_t count = 0, places = 0;
    if (style->brief && !style->verbose)
        return;
    for (const struct nb_finding *finding = cause->leads ? report->findings : NULL; finding;
         finding = finding->next)
        if (finding->cause == cause && !finding->waived) {
            if (style->verbose)
                put_finding(file, style, report, finding);
            count++;
        }
    for (const struct nb_related *related = cause->related; related; related = related->next)
        places++;
    if (style->verbose)
        return;
    if (count) {
        fprintf(file, _("       + of the same cause (%zu, --verbose shows them): "), count);
        put_rules(file, style, report, cause);
    } else if (places)
        fprintf(file, _("       + further places: %zu (--verbose shows them)\n"), places);
}

static void text_report(FILE *file, const struct nb_lint_style *style, const struct nb_report *report,
                        const struct nb_lint_summary *before)
{
    (void)before;
    for (const struct nb_finding *finding = report->findings; finding; finding = finding->next)
        if (!finding->waived && (style->brief || !finding->cause || finding->cause->waived)) {
            put_finding(file, style, report, finding);
            put_consequences(file, style, report, finding);
        }
}

/* Silence is for those who have nothing to mend and nothing waived. */
static void text_end_document(FILE *file, const struct nb_lint_summary *summary)
{
    if (summary->errors + summary->warnings + summary->notes + summary->waived)
        fprintf(file, _("errors: %zu, warnings: %zu, notes: %zu, waived: %zu\n"), summary->errors,
                summary->warnings, summary->notes, summary->waived);
}

const struct nb_lint_writer lint_text_writer = {"text", NULL, text_report, text_end_document};
