/* quote.c - the labels of rows and columns as messages quote them: as the draft prints them. */
#include "bind.h"
#include "i18n.h"
#include "text.h"

#include <string.h>

char *form_words(struct nb_arena *arena, const char *label)
{
    static const char *const wide[] = {"（", "）", "：", "，"};
    static const char marks[] = "():,";
    char *words = arena_strdup(arena, "");
    while (*label) {
        int length = (int)strcspn(label, marks);
        const char *mark = label[length] ? strchr(marks, label[length]) : NULL;
        words = arena_printf(arena, "%s%.*s%s", words, length, label, mark ? wide[mark - marks] : "");
        label += length + (mark != NULL);
    }
    return words;
}

char *printed_words(const struct nb_report *report, struct nb_span span)
{
    char *words = arena_strndup(report->arena, report->text->shown + span.start, span.end - span.start),
         *to = words;
    if (strpbrk(words, "\x1d\x1e\x1f"))
        return arena_strdup(report->arena, "");
    for (const char *at = words; *at; at++)
        if ((unsigned char)*at >= ' ')
            *to++ = *at;
    *to = '\0';
    return words;
}

/* Quoted in “”; where nothing is printed, as the form has it, in Chinese with the form's marks. */
static const char *quote(const struct nb_report *report, bool printed, struct nb_span span, const char *label)
{
    char *words = printed_words(report, printed ? span : (struct nb_span){0});
    if (!*words)
        words = in_chinese() ? form_words(report->arena, label) : arena_strdup(report->arena, label);
    quotes_within(words);
    return words;
}

const char *quote_row(const struct nb_report *report, const struct nb_row *row)
{
    return quote(report, row->printed, row->label, row->form->label);
}

const char *quote_column(const struct nb_report *report, const struct nb_row *row, int column)
{
    const struct grid_cell *label = evidence_of(row, column)->label;
    return quote(report, label != NULL, label ? label->span : (struct nb_span){0},
                 row->form->columns[column].label);
}
