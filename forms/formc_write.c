/* formc_write.c - what is made of the form files: rules of the scanner, and tables of C. */
#include "formc.h"

#include "arena.h"
#include "text.h"
#include "width.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const class_names[] = {"LABEL_ROW", "LABEL_GROUP", "LABEL_HEADER", "LABEL_CAPTION",
                                          "LABEL_CAPTION"};

/* ---- scanner rules ---- */

/* Whether a phrase is what another place says for the label, character for character: the label's pattern has
 * it beside its own.
 */
static bool is_parallel(const struct phrase *phrase, const char *label)
{
    return strcmp(phrase->official, label) == 0 && strlen(phrase->turned) == strlen(label);
}

static bool is_written_beside(const struct compiler *c, const char *text)
{
    for (int i = 0; i < c->phrases.count; i++)
        if (strcmp(c->phrases.item[i].turned, text) == 0 &&
            is_parallel(&c->phrases.item[i], c->phrases.item[i].official))
            return true;
    return false;
}

/* The character at `at`, and what stands there in the phrases. flex has no room for a pattern of each. */
static void write_character(const struct compiler *c, const char *title, const char *at, int length)
{
    const char *other = NULL;
    for (int i = 0; i < c->phrases.count && !other; i++)
        if (is_parallel(&c->phrases.item[i], title) &&
            strncmp(c->phrases.item[i].turned + (at - title), at, (size_t)length) != 0)
            other = c->phrases.item[i].turned + (at - title);
    if (other)
        printf("(\"%.*s\"|\"%.*s\")", length, at, length, other);
    else
        printf(strncmp(at, "、", (size_t)length) ? "\"%.*s\"" : "(\"%.*s\"|[,.])?", length, at);
}

/* A pattern for the title with gaps between its characters. */
static void write_pattern(const struct compiler *c, const char *title)
{
    for (const char *at = title; *at;) {
        size_t length = utf8_length((unsigned char)*at);
        write_character(c, title, at, (int)length);
        at += length;
        if (*at)
            fputs("{G}", stdout);
    }
}

void write_rules(const struct compiler *c)
{
    for (int i = 0; i < c->titles.count; i++) {
        if (is_written_beside(c, c->titles.item[i]))
            continue;
        fputs("<LINE,GLUE>({ENUMERATOR}{G})?", stdout);
        write_pattern(c, c->titles.item[i]);
        fputs(" { RETURN(official_heading(yyscanner)); }\n", stdout);
    }
}

/* ---- binding tables ---- */

/* The label as the form prints it, without [ ], as a string of C. */
static char *quoted(const struct compiler *c, const char *text)
{
    char *string = arena_alloc(c->at.arena, 2 * strlen(text) + 3), *to = string;
    *to++ = '"';
    for (; *text; text++)
        if (*text != '[' && *text != ']') {
            if (*text == '"' || *text == '\\')
                *to++ = '\\';
            *to++ = *text;
        }
    *to = '"';
    return string;
}

/* The relation once for each row or column. Returns how often. */
static int write_relation(const struct source_table *table, const struct relation *relation)
{
    struct terms terms = parse_equation(table, relation);
    int instances = relation->by_rows ? table->rows.count : table->columns.count;
    for (int i = 0; i < instances; i++) {
        printf("        {\"%s\", (const struct nb_form_term[]){", relation->rule);
        for (int k = 0; k < terms.count; k++)
            printf("{%d, %d, %d}, ", terms.item[k].sign, relation->by_rows ? i : terms.item[k].index,
                   relation->by_rows ? terms.item[k].index : i);
        printf("}, %d},\n", terms.count);
    }
    return instances;
}

static void write_columns(const struct compiler *c, const struct source_table *table, int f, int t)
{
    printf("static const struct nb_form_column columns_%d_%d[] = {\n", f, t);
    FOR_LIST(column, table->columns)
    printf("    {\"%s\", %s, %s, \"%s\"},\n", column->id, quoted(c, column->names.item[0]), column->type,
           column->unit);
    puts("};");
}

static void write_table(const struct compiler *c, const struct source_table *table, int f, int t)
{
    int relations = 0;
    printf("    {\"%s\", %s, %s, %s, %s, (const struct nb_form_row[]){\n", table->id, quoted(c, table->title),
           table->across ? "true" : "false", table->annex ? "true" : "false",
           table->choice ? "true" : "false");
    FOR_LIST(row, table->rows)
    printf("        {\"%s\", %s, %s, %s, columns_%d_%d + %d, %d},\n", row->id, quoted(c, row->names.item[0]),
           quoted(c, row->heading), quoted(c, row->group), f, t, row->first_column, row->column_count);
    printf("    }, %d, %s", table->rows.count,
           table->relations.count ? "(const struct nb_form_relation[]){\n" : "NULL");
    for (int r = 0; r < table->relations.count; r++)
        relations += write_relation(table, &table->relations.item[r]);
    printf("%s, %d, &form_table[%d]},\n", table->relations.count ? "    }" : "", relations, f);
}

static void write_tables_of(const struct compiler *c, int f)
{
    const struct form *form = &c->forms.item[f];
    for (int t = 0; t < form->tables.count; t++)
        write_columns(c, &form->tables.item[t], f, t);
    if (!form->tables.count)
        return;
    printf("static const struct nb_form_table tables_%d[] = {\n", f);
    for (int t = 0; t < form->tables.count; t++)
        write_table(c, &form->tables.item[t], f, t);
    puts("};");
}

static void write_words_of(const struct words *words)
{
    FOR_LIST(word, *words)
    printf("\"%s\", ", *word);
}

static void write_form(const struct compiler *c, int f)
{
    const struct form *form = &c->forms.item[f];
    printf("    {\"%s\", \"%s\", \"%s\", %d, %d, (const struct nb_form_article[]){\n", form->id, form->name,
           form->notice, form->first_year, form->last_year);
    FOR_LIST(article, form->articles)
    {
        printf("        {\"%s\", %s, {", article->role, quoted(c, article->titles.item[0]));
        write_words_of(&article->words);
        puts("NULL}},");
    }
    printf("    }, %d, (const char *const[]){", form->articles.count);
    write_words_of(&form->order);
    printf(form->tables.count ? "NULL}, tables_%d, %d},\n" : "NULL}, NULL, 0},\n", f, form->tables.count);
}

static void write_forms(const struct compiler *c)
{
    for (int f = 0; f < c->forms.count; f++)
        write_tables_of(c, f);
    puts("const struct nb_form form_table[] = {");
    for (int f = 0; f < c->forms.count; f++)
        write_form(c, f);
    printf("};\nconst size_t form_count = %d;\n\n", c->forms.count);
}

/* What a label is in a table, but for those of other forms. */
static struct form_meaning own_meaning(const struct compiler *c, int label, int form, int table)
{
    const struct source_table *of = &c->forms.item[form].tables.item[table];
    struct form_meaning meaning = {0};
    for (int r = 0; r < of->rows.count; r++)
        meaning.headed |= (uint64_t)!strcmp(of->rows.item[r].heading, c->labels.item[label].text) << r;
    FOR_LIST(use, c->uses)
    {
        if (use->label != label || use->form != form || use->table != table)
            continue;
        if (use->column >= 0)
            meaning.columns |= UINT64_C(1) << use->column;
        else if (use->row >= 0 && (use->class == ROW || use->class == HEADER))
            meaning.rows |= UINT64_C(1) << use->row & ~meaning.headed;
        if (use->class == GROUP)
            meaning.grouped |= UINT64_C(1) << use->row;
        for (int i = use->first; i < use->first + use->count; i++)
            meaning.spanned |= UINT64_C(1) << i;
    }
    return meaning;
}

static struct form_meaning meaning(const struct compiler *c, int label, int form, int table)
{
    struct form_meaning meaning = own_meaning(c, label, form, table);
    FOR_LIST(use, c->uses)
    {
        const char *id = c->forms.item[use->form].tables.item[use->table].id;
        if (use->label != label || strcmp(id, c->forms.item[form].tables.item[table].id) != 0)
            continue;
        meaning.rows_anywhere |= own_meaning(c, label, use->form, use->table).rows;
        meaning.forms |= UINT64_C(1) << use->form;
    }
    return meaning;
}

/* The meanings of all labels, each once; the first is none. */
struct meanings LIST(struct form_meaning, MAX_USES);

static int meaning_index(const struct compiler *c, struct meanings *meanings, struct form_meaning meaning)
{
    int m = 0;
    while (m < meanings->count && memcmp(&meanings->item[m], &meaning, sizeof meaning))
        m++;
    if (m == meanings->count)
        *NEXT(&c->at, *meanings, "meanings of labels") = meaning;
    return m;
}

#define SET "UINT64_C(%" PRIu64 ")"

static void write_labels(const struct compiler *c)
{
    struct meanings *meanings = arena_alloc(c->at.arena, sizeof *meanings);
    meanings->count = 1;
    puts("const struct form_label form_labels[] = {");
    for (int i = 0; i < c->labels.count; i++) {
        printf("    {%s, %s, %u, {", quoted(c, c->labels.item[i].text), class_names[c->labels.item[i].class],
               c->labels.item[i].forms);
        for (int f = 0; f < c->forms.count; f++) {
            for (int t = 0; t < c->forms.item[f].tables.count; t++)
                printf("%s%d, ", t ? "" : "{", meaning_index(c, meanings, meaning(c, i, f, t)));
            printf(c->forms.item[f].tables.count ? "}, " : "{0}, ");
        }
        puts("}},");
    }
    printf("};\nconst size_t form_label_count = %d;\n", c->labels.count);
    printf("_Static_assert(%d <= 1 << (LABEL_BITS - 1), \"each label has a number\");\n\n", c->labels.count);
    puts("const struct form_meaning form_meanings[] = {");
    FOR_LIST(m, *meanings)
    printf("    {" SET ", " SET ", " SET ", " SET ", " SET ", " SET ", " SET "},\n", m->rows, m->columns,
           m->headed, m->spanned, m->grouped, m->rows_anywhere, m->forms);
    puts("};");
}

/* ---- the lexicon ---- */

/* What a use makes of its label. */
static unsigned kinds_of(const struct use *use)
{
    static const unsigned kinds[] = {
        [ROW] = WORD_ROW, [GROUP] = WORD_GROUP, [HEADER] = WORD_SPAN, [NOTE] = WORD_SPAN | WORD_NOTE};
    if (use->column >= 0 || use->whole)
        return use->column >= 0 ? WORD_COLUMN : WORD_WHOLE;
    if (use->class == CAPTION)
        return use->row >= 0 ? WORD_PART : WORD_SPAN | (use->count ? 0 : WORD_HEAD);
    return kinds[use->class];
}

/* Note of each label what its uses make of it. Rows are numbered through the tables of a form, so that
 * neighbours have neighbouring numbers; of several forms the last counts. */
static void sum_up_uses(struct compiler *c)
{
    FOR_LIST(use, c->uses)
    {
        struct source_label *label = &c->labels.item[use->label];
        label->forms |= 1U << use->form;
        label->kinds |= kinds_of(use);
        label->row = kinds_of(use) == WORD_ROW ? use->table * (MAX_ROWS + 1) + use->row + 1 : label->row;
    }
}

/* Of strings, or of keys, which begin with theirs. */
static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* How many of the sorted keys stand before each heap. */
static void write_starts(const char *name, const struct keys *keys)
{
    int before = 0;
    printf("static const unsigned short %s_starts[] = {", name);
    for (unsigned start = 0; start <= LEXICON_STARTS; start++) {
        while (before < keys->count && lexicon_start(keys->item[before].text) < start)
            before++;
        printf("%s%d,", start % 24 ? " " : "\n    ", before);
    }
    puts("\n};");
}

/* Find the letters of a key, and how many of them stand before, too. */
static void spell(const struct compiler *c, struct key *key)
{
    key->letters = arena_alloc(c->at.arena, (strlen(key->text) + 1) * sizeof *key->letters);
    for (const char *at = key->text; *at; at += *at & 0x80 ? 3 : 1) {
        unsigned letter = *at & 0x80 ? utf8_decode(at, 3) : (unsigned char)*at;
        size_t before = 0;
        while (before < key->count && key->letters[before] != letter)
            before++;
        key->repeats += before < key->count;
        key->letters[key->count++] = letter;
    }
}

/* The letters of the sorted keys, two zeros before and behind each. */
static void write_spellings(const struct keys *keys)
{
    puts("\nstatic const uint16_t spellings[] = {0, 0,");
    FOR_LIST(key, *keys)
    {
        for (size_t i = 0; i < key->count; i++)
            printf("%#x, ", key->letters[i]);
        puts("0, 0,");
    }
    puts("};");
}

/* The keys, sorted. Returns the length of the longest. */
static size_t write_words(const struct compiler *c, const char *name, struct keys *keys)
{
    size_t longest = 0;
    qsort(keys->item, (size_t)keys->count, sizeof *keys->item, by_text);
    printf("\nstatic const struct lexicon_word %s[] = {\n", name);
    size_t spelling = 2;
    FOR_LIST(key, *keys)
    {
        size_t length = strlen(key->text);
        spell(c, key);
        longest = length > longest ? length : longest;
        printf("    {\"%s\", %zu, %zu, %u, %d, %d, %d, UINT64_C(%#" PRIx64 "), UINT64_C(%#" PRIx64 ")},\n",
               key->text, spelling, key->count,
               c->labels.item[key->label].kinds | (key->is_long ? WORD_LONG : 0),
               c->labels.item[key->label].row, key->label, c->labels.item[key->label].sense,
               lexicon_letters(key->text, length), lexicon_head(key->text, length));
        spelling += key->count + 2;
    }
    puts("};");
    write_starts(name, keys);
    return longest;
}

/* Which words lack a letter (lexicon.h). */
static bool lacks(const struct key *key, size_t row)
{
    size_t i = 0;
    while (i < key->count && lexicon_row(key->letters[i]) != row)
        i++;
    return i == key->count;
}

static bool repeats_up_to(const struct key *key, size_t most)
{
    return key->repeats <= most;
}

static bool is_longer(const struct key *key, size_t length)
{
    return key->count > length;
}

/* Which words something is true of: a line for each number below `numbers`, of groups of 64 words, an even
 * number of them. */
static void write_groups(const char *name, bool holds(const struct key *, size_t), size_t numbers,
                         const struct keys *keys)
{
    int rounded = (keys->count + 127) / 128 * 128;
    printf("static const uint64_t %s[] = {\n", name);
    for (size_t number = 0; number < numbers; number++)
        for (int first = 0; first < rounded; first += 64) {
            uint64_t words = 0;
            for (int i = first; i < keys->count && i < first + 64; i++)
                words |= (uint64_t)holds(&keys->item[i], number) << (i - first);
            printf("UINT64_C(%#" PRIx64 "),%s", words, first + 64 < rounded ? " " : "\n");
        }
    puts("};");
}

/* The pairs of letters that a key of two is near to a word by (lexicon.h). */
static void write_pairs(const struct keys *keys)
{
    static uint64_t pairs[LEXICON_PAIRS / 64];
    FOR_LIST(key, *keys)
    {
        size_t length = key->count < LEXICON_LONGEST ? key->count : LEXICON_LONGEST;
        for (size_t i = 0; i < length; i++)
            for (size_t j = i + 1; j < length; j++)
                if (!i || j == i + 1 || j + 1 == length) {
                    unsigned pair = lexicon_pair(key->letters[i], key->letters[j]);
                    pairs[pair / 64] |= UINT64_C(1) << pair % 64;
                }
    }
    puts("static const uint64_t pairs[] = {");
    for (size_t i = 0; i < LEXICON_PAIRS / 64; i++)
        printf("UINT64_C(%#" PRIx64 "),%s", pairs[i], i % 4 < 3 ? " " : "\n");
    puts("};");
}

static void write_lexicon(struct compiler *c)
{
    size_t word = write_words(c, "words", &c->keys), joined = write_words(c, "joined", &c->joined);
    write_spellings(&c->keys);
    size_t most_repeats = 0;
    FOR_LIST(key, c->keys)
    most_repeats = key->repeats > most_repeats ? key->repeats : most_repeats;
    write_groups("lacking", lacks, LEXICON_ROWS, &c->keys);
    write_groups("few", repeats_up_to, most_repeats, &c->keys);
    write_groups("longer", is_longer, LEXICON_LONGEST + 1, &c->keys);
    write_pairs(&c->keys);
    printf("enum { word_count = %d, joined_count = %d, longest_word = %zu, most_repeats = %zu };\n",
           c->keys.count, c->joined.count, word > joined ? word : joined, most_repeats);
}

/* The keys of the articles' titles, sorted, each once. */
static void write_titles(struct compiler *c)
{
    char *keys[MAX_TITLES];
    int count = c->titles.count;
    for (int i = 0; i < count; i++)
        keys[i] = key_of(c, c->titles.item[i], strlen(c->titles.item[i]));
    qsort(keys, (size_t)count, sizeof *keys, by_text);
    puts("static const char *const titles[] = {");
    int kept = 0;
    uint64_t letters = 0;
    for (int i = 0; i < count; i++) {
        letters |= lexicon_letters(keys[i], 1);
        if (i == 0 || strcmp(keys[i], keys[i - 1]) != 0)
            kept += printf("    \"%s\",\n", keys[i]) > 0;
    }
    printf("};\nconst struct lexicon form_lexicon = {words, word_count, joined, joined_count, longest_word, "
           "titles, %d, "
           "words_starts, joined_starts, lacking, few, longer, pairs, most_repeats, UINT64_C(%#" PRIx64
           "), spellings};\n",
           kept, letters);
}

void write_tables(struct compiler *c)
{
    puts("/* tables.c - made by formc from the form files. */\n#include \"forms.h\"\n");
    write_forms(c);
    sum_up_uses(c);
    write_labels(c);
    write_lexicon(c);
    write_titles(c);
}
