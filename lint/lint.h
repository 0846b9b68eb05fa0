/* lint.h - what the rules share: the report being checked, its prose as tokens, and the way to raise a
 * finding. */
#ifndef NB_LINT_H
#define NB_LINT_H

#include "catalogue.h"
#include "event.h"
#include "forms.h"
#include "mask.h"
#include "nianbao.h"
#include "prose.h"
#include "relations.h"
#include "slips.h"
#include "text.h"

/* The relations of a printed table and whether they hold. */
struct table_sums {
    struct table_sums *next;
    const struct nb_table *table;
    struct equations equations;
};

/* One run over one report. Rules read the report and add findings, nothing else. */
struct lint {
    const struct nb_report *report;
    struct nb_arena *arena, *scratch; /* the report's; of the rule that runs, which leaves nothing in it */
    struct prose prose;
    struct slips slips;            /* of the whole text; only where the rules of group 6 and 7 run */
    const struct nb_text *covered; /* the text as findings show it, where it names persons (persons.c) */
    const struct nb_article *last_article; /* or NULL: of very many, it is not looked for again and again */
    enum rule running;                     /* the rule that a new finding belongs to */
    bool done[RULE_COUNT], plain;          /* plain: no number is printed otherwise than in plain digits */
    const struct nb_report *previous;      /* last year's report of the same agency, or NULL */
    const struct nb_report *const *parts;  /* the reports that this one sums up */
    size_t part_count;
    struct run {
        struct nb_span span;
        bool sought;
    } runs[MOST_TABLES]; /* where the labels of missing tables have run together, of each once */
    struct table_sums
        *sums; /* of all printed tables, in order; evaluated once for all rules of arithmetic: table_sums() */
    struct nb_finding *first, **last;
    size_t count;
    size_t raised[RULE_COUNT];              /* findings of each rule, those that are not listed among them */
    struct nb_finding *last_of[RULE_COUNT]; /* the last one listed */
    struct nb_finding unlisted;             /* what a finding that is only counted is written into */
};

/* Run the rules of groups 1 to 3, or all, on a bound report: fills in report->findings, sorted by place, and
 * report->facts. */
void lint_report(struct nb_report *report, bool all_rules);

/* Raise a finding of the running rule; the message is what printf would print, already translated. Of a rule
 * that has raised very many, further ones are counted only (finding_count_rest()), and what is returned is
 * forgotten. */
struct nb_finding *finding_add(struct lint *lint, struct nb_span span, const char *message, ...)
    __attribute__((format(printf, 3, 4)));
/* The same of words that the text has there: the message takes them and what should stand in their place,
 * where that is known; so does the finding. */
struct nb_finding *finding_mend(struct lint *lint, struct nb_span span, const char *message,
                                const char *right);
#define finding_quote(lint, span, message) finding_mend(lint, span, message, NULL)
/* Say what was found and what was expected there; returns the finding. */
static inline struct nb_finding *finding_says(struct nb_finding *finding, const char *found,
                                              const char *expected)
{
    finding->found = found;
    finding->expected = expected;
    return finding;
}

/* The same of numbers, of which 0 is none. */
struct nb_finding *finding_counts(struct lint *lint, struct nb_finding *finding, long long found,
                                  long long expected);
/* Name a cell; what it prints is what was found. */
struct nb_finding *finding_about(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                                 const struct nb_row *row, int column);
/* Say in the message of the last finding of a rule how many more there are: a further place is not always
 * shown. */
void finding_count_rest(struct lint *lint);
/* Name a cell that a finding is about; all cells of a row. */
void finding_cell(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                  const struct nb_row *row, int column);
void finding_row(struct lint *lint, struct nb_finding *finding, const struct nb_table *table,
                 const struct nb_row *row);
/* Whether it names the cell. */
bool finding_names(const struct nb_finding *finding, const char *table, const char *row, const char *column);
/* The finding of the running rule on a place, or NULL. */
const struct nb_finding *finding_at(const struct lint *lint, size_t place);
/* Add a place that explains the finding. */
void finding_related(struct lint *lint, struct nb_finding *finding, struct nb_span span, const char *message,
                     ...) __attribute__((format(printf, 4, 5)));
/* Hang findings under those that they follow from; a cause is as severe as the worst of what it explains. */
void find_causes(struct lint *lint, struct nb_finding *first);
/* The label of a row, or of the column of a cell, as messages quote it (forms.h). */
const char *row_words(const struct lint *lint, const struct nb_row *row);
const char *column_words(const struct lint *lint, const struct nb_row *row, int column);
/* A date "2023-01-18" as the reader's language writes it. */
const char *date_words(struct lint *lint, const char *date);
/* Whether a rule that the running one needs has named this cell. */
bool cell_doubted(const struct lint *lint, const struct nb_table *table, const struct nb_row *row,
                  int column);

/* Call `check` for every cell of the tables. */
typedef void cell_check(struct lint *lint, const struct nb_table *table, const struct nb_row *row,
                        int column);
void for_cells(struct lint *lint, cell_check *check);
/* The same with those cells only whose number is printed otherwise than in plain digits: few, and none in
 * most reports. */
void for_odd_numbers(struct lint *lint, cell_check *check);
/* Whether some block of a list is of a kind. */
static inline bool has_block(const struct nb_block *block, enum nb_block_kind kind)
{
    while (block && block->kind != kind)
        block = block->next;
    return block;
}

/* The article with a role, or NULL. */
const struct nb_article *article_of(const struct nb_report *report, const char *role);
/* The last place where words stand; the end of the text if they stand nowhere. */
struct nb_span last_place(const struct lint *lint, const char *words);
/* Raise a finding for each slip of a kind and value in the prose. The message is translated where there is
 * one: to look up those of all rules cost 3 instructions a byte. */
void report_slips(struct lint *lint, enum slip_kind kind, int value, const char *message);
/* The passage at this place of the text, or NULL. */
const struct passage *passage_at(const struct lint *lint, size_t offset);
/* The first token from this place of the text on. */
static inline size_t token_at(const struct lint *lint, size_t place)
{
    return first_not_before(&lint->prose.tokens->span.start, lint->prose.token_count,
                            sizeof *lint->prose.tokens, place);
}

/* Whether the mark before a place that is one of a pair is the one that opens it: “ of “我县何时…”. */
bool is_enclosed(const struct lint *lint, const struct passage *passage, size_t at, const char *open,
                 const char *close);
/* Whether a span lies in another. */
bool span_within(struct nb_span inner, struct nb_span outer);
/* Whether the name of an office is that of a department of a government (article 49), not of the government
 * itself. */
bool office_is_department(const char *name);
/* Whether two names are those of one office: 青石县人民政府 and 青石县, 市住建局 and 市住房和城乡建设局. */
bool office_is_same(struct lint *lint, const char *one, const char *other);
/* Whether words begin here with which the predicate of an office begins: 坚持…, 继续…. */
bool opens_predicate(const char *at);
/* The number that the relations that fail ask for in an empty cell; false where none does, or each another.
 */
bool sums_ask(struct lint *lint, const struct nb_table *table, const struct nb_row *row, int column,
              int64_t *value);
/* What the cells of this report add up to that a sum of the language of indicators names; false where that is
 * not certain. */
bool cells_sum(const struct lint *lint, const char *cells, double *sum);
const char *cells_other(const char *cells);
/* Whether the number is right up to its last digit, rounded or cut. */
bool number_fits(const struct nb_fact *fact, double right);
/* Of what a fact is a number: of all that its cells count; else a set of: of some of it, which may be less;
 * of other things besides, which may be more; not surely of it; of what no cell counts (scope.c). `first`:
 * the first that may speak for it. */
enum extent { EXTENT_ALL, EXTENT_SOME = 1, EXTENT_WIDER = 2, EXTENT_UNSURE = 4, EXTENT_OTHER = 8 };
unsigned scope_extent(struct lint *lint, const struct nb_fact *first, const struct nb_fact *fact);
/* The first fact from `first` on that stands near the fact in its sentence. */
const struct nb_fact *scope_first(const struct nb_fact *first, const struct nb_fact *fact);
/* Whether its clause names no other office before it. */
bool scope_is_own(struct lint *lint, const struct nb_fact *fact);
/* The part of it that needs no look at the text: a count of this year that is no part of another of its kind.
 */
bool scope_is_this_year(const struct nb_fact *fact);
/* The part of the rule on wrong words that looks for fixed terms with a slip in them (fixed_terms.c). */
void check_terms(struct lint *lint);
/* The relations of all printed tables. */
const struct table_sums *table_sums(struct lint *lint);
/* "3 6件": whether a blank has cut off the first digit of the number, or more. */
bool number_is_torn(const struct lint *lint, size_t place);

/* The checks, one for each rule. */
#define RULE(number, identifier, ...) void check_##identifier(struct lint *lint);
#include "rules.def"
#undef RULE

/* The digit that a letter looks like; 0: none. */
static inline char digit_like(char letter)
{
    static const char letters[] = "OoQDlI|iZSB", digits[] = "00001111258";
    const char *at = letter ? strchr(letters, letter) : NULL;
    return at ? digits[at - letters] : '\0';
}

/* The next slip of a kind behind `last` (NULL: the first); NULL: there is none. */
static inline const struct slip *next_slip(const struct slips *slips, const struct slip *last,
                                           enum slip_kind kind)
{
    bool any = slips->kinds >> kind & 1; /* of most kinds there is none */
    for (size_t i = last ? (size_t)(last - slips->list) + 1 : 0; any && i < slips->count; i++)
        if (slips->list[i].kind == kind)
            return &slips->list[i];
    return NULL;
}

#define FOR_SLIPS(slip, wanted)                                                                              \
    for (const struct slip *slip = NULL; (slip = next_slip(&lint->slips, slip, wanted));)

/* The text under a span, from the original or from the shadow; and a copy of it in the arena. */
static inline const char *text_at(const struct lint *lint, size_t offset)
{
    return lint->report->text->bytes + offset;
}

static inline const char *shadow_at(const struct lint *lint, size_t offset)
{
    return lint->report->text->shadow + offset;
}

static inline char *span_text(const struct lint *lint, struct nb_span span)
{
    return arena_strndup(lint->arena, text_at(lint, span.start), span.end - span.start);
}

/* A copy for the rule that runs, not for its findings. */
static inline char *shadow_text(const struct lint *lint, size_t from, size_t to)
{
    return arena_strndup(lint->scratch, shadow_at(lint, from), to - from);
}

#endif
