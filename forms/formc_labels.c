/* formc_labels.c - which texts of the form files are one label, and in what other ways a label may be
 * printed. */
#include "formc.h"

#include "arena.h"

#include <ctype.h>
#include <string.h>

/* ---- labels ---- */

char *key_of(const struct compiler *c, const char *text, size_t length)
{
    char *key = arena_strndup(c->at.arena, text, length);
    key[lexicon_key(text, length, key)] = '\0';
    return key;
}

static struct key *find_key(struct compiler *c, const char *key)
{
    int i = FIND(c->keys, key);
    return i < 0 ? NULL : &c->keys.item[i];
}

static void add_key(struct compiler *c, struct key key)
{
    struct key *known = find_key(c, key.text);
    if (!known)
        *NEXT(&c->at, c->keys, "keys") = key;
    else if (known->label == key.label)
        known->is_long &= key.is_long;
}

static int new_label(struct compiler *c, char *text, enum class class)
{
    int id = c->labels.count;
    *NEXT(&c->at, c->labels, "labels") = (struct source_label){.text = text, .class = class, .sense = id};
    return id;
}

/* The label that the text's keys, with and without what stands in [ ], lead to; a new one if there is none
 * yet. */
static int label_id(struct compiler *c, char *text, enum class class)
{
    char *keys[] = {key_of(c, text, strlen(text)), key_of(c, text, strcspn(text, "["))};
    struct key *known[] = {find_key(c, keys[0]), find_key(c, keys[1])};
    if (lexicon_start(keys[1]) == LEXICON_STARTS)
        fail(&c->at, "label without letters", text);
    if (known[0] && known[1] && known[0]->label != known[1]->label)
        fail(&c->at, "two labels in one", text);
    int id = known[0] ? known[0]->label : known[1] ? known[1]->label : new_label(c, text, class);
    if (class < c->labels.item[id].class)
        c->labels.item[id].class = class;
    for (int k = 0; k < 2; k++)
        add_key(c, (struct key){.text = keys[k], .label = id, .is_long = strcmp(keys[k], keys[1]) != 0});
    return id;
}

/* The label of a text, which becomes one of its wordings. */
static int wording_id(struct compiler *c, char *text, enum class class)
{
    int id = label_id(c, text, class);
    if (FIND(c->wordings, text) < 0)
        *NEXT(&c->at, c->wordings, "wordings") = (struct wording){text, id};
    return id;
}

int wording_label(const struct compiler *c, const char *text)
{
    return c->wordings.item[FIND(c->wordings, text)].label;
}

static void unite_senses(struct compiler *c, int one, int other)
{
    FOR_LIST(label, c->labels)
    label->sense = label->sense == other ? one : label->sense;
}

static void add_use(struct compiler *c, struct use use)
{
    FOR_LIST(known, c->uses)
    if (memcmp(known, &use, sizeof use) == 0)
        return;
    *NEXT(&c->at, c->uses, "labels") = use;
}

int use_text(struct compiler *c, char *text, struct use use)
{
    use.form = c->forms.count - 1;
    use.table = c->form->tables.count - 1;
    use.label = wording_id(c, text, use.class);
    add_use(c, use);
    return use.label;
}

void use(struct compiler *c, struct source_names labels, struct use use)
{
    int first = 0;
    for (int i = 0; i < labels.count; i++) {
        int label = use_text(c, labels.item[i], use);
        first = i ? first : label;
        unite_senses(c, c->labels.item[first].sense, c->labels.item[label].sense);
    }
}

char *join(const struct compiler *c, const char *one, const char *other)
{
    return arena_printf(c->at.arena, "%s%s", one, other);
}

/* ---- without the enumerator ---- */

/* The bytes of the enumerator that a label opens with: "(一)", "1.", "一、". */
static size_t enumerator_length(const char *label)
{
    size_t length = *label == '('                    ? strcspn(label, ")") + 1
                    : isdigit((unsigned char)*label) ? strspn(label, "0123456789.")
                                                     : 0;
    if (!length) {
        const char *comma = strstr(label, "、");
        if (comma && comma - label == 3)
            length = 6;
    }
    return length < strlen(label) ? length : 0;
}

/* A lost enumerator does not matter where the words are long enough to stand for themselves ("总计" and
 * "其他" are not). */
static bool may_lose_enumerator(const char *label)
{
    size_t enumerator = enumerator_length(label);
    return enumerator && strlen(label + enumerator) > strlen("其他处理") - 1 && label[enumerator] != '[';
}

/* Each wording also without its enumerator, with and without what stands in [ ]. A label that has none goes
 * first. A note's number tells it from the same words as the heading of an article (三、依申请公开情况 in a
 * table, 三 依申请公开情况 in prose).
 */
static void add_lost_enumerators(struct compiler *c)
{
    for (int i = 0; i < c->wordings.count; i++) {
        const char *text = c->wordings.item[i].text, *rest = text + enumerator_length(text);
        if (!may_lose_enumerator(text) || c->labels.item[c->wordings.item[i].label].class == NOTE)
            continue;
        char *keys[] = {key_of(c, rest, strlen(rest)), key_of(c, rest, strcspn(rest, "["))};
        for (int k = 0; k < 2; k++) {
            struct key *known = find_key(c, keys[k]);
            if (!known || known->label == c->wordings.item[i].label)
                add_key(c, (struct key){.text = keys[k],
                                        .label = c->wordings.item[i].label,
                                        .is_long = strcmp(keys[k], keys[1]) != 0});
        }
    }
}

/* ---- labels with the label over them in one cell ---- */

/* The label of a joined text; `label`: the one it has, -1: a new one. A text that is a label itself, or may
 * be several, is none.
 */
static int join_label(struct compiler *c, const char *over, const char *text, int label)
{
    char *joined = join(c, over, text), *key = key_of(c, joined, strlen(joined));
    int known = FIND(c->joined, key);
    if (known >= 0)
        return c->joined.item[known].label;
    if (find_key(c, key))
        return -1;
    if (label < 0)
        label = new_label(c, joined, HEADER);
    *NEXT(&c->at, c->joined, "joined labels") = (struct key){.text = key, .label = label, .is_long = true};
    return label;
}

/* A row behind the caption of its part, the label of its group, and that of the group in which this stands,
 * each with its enumerator or without: 三、本年度办理结果-(三)不予公开-1.属于国家秘密. */
static void join_group(struct compiler *c, const struct source_row *row)
{
    for (int n = 0; n < row->names.count; n++) {
        char *name = row->names.item[n];
        int label = wording_label(c, name);
        if (*row->heading)
            join_label(c, row->heading, name, label);
        for (int way = 0; way < 24 && (*row->group || *row->outer); way++) {
            const char *group = row->group + (way & 4 ? enumerator_length(row->group) : 0);
            const char *outer = row->outer + (way >= 16 ? enumerator_length(row->outer) : 0);
            char *rest = name + (way & 1 ? enumerator_length(name) : 0);
            join_label(c, join(c, way >= 8 ? outer : "", group),
                       way & 2 ? copy(&c->at, rest, rest + strcspn(rest, "[")) : rest, label);
        }
    }
}

/* In an across table a column behind the label of a row, with that row's heading or without, is both. */
static void join_row(struct compiler *c, int form, int table, int row)
{
    const struct source_table *of = &c->forms.item[form].tables.item[table];
    const struct source_row *at = &of->rows.item[row];
    for (int n = 0; n < at->names.count && *at->heading; n++) /* 复议后起诉的行政诉讼, 复议后起诉(行政诉讼) */
        for (int bare = 0; bare < 2; bare++)
            join_label(c, join(c, at->names.item[n], bare ? "" : "的"), at->heading,
                       wording_label(c, at->names.item[n]));
    for (int i = 0; i < of->columns.count; i++)
        for (int n = 0; n < at->names.count; n++)
            for (int headed = 0; headed <= (*at->heading != '\0'); headed++)
                for (int k = 0; k < of->columns.item[i].names.count; k++) {
                    char *over = join(c, headed ? at->heading : "", at->names.item[n]);
                    int label = join_label(c, over, of->columns.item[i].names.item[k], -1);
                    if (label < 0)
                        continue;
                    add_use(c, (struct use){label, form, table, row, -1, HEADER, 0, 0, 0});
                    add_use(c, (struct use){label, form, table, -1, i, HEADER, 0, 0, 0});
                }
}

/* A column behind labels that stand over it, from the one next to it up: 法人或其他组织-商业企业,
 * 申请人情况-法人或其他组织-商业企业. */
static void join_spans(struct compiler *c, int form, int table, int column, char *text, int label, int above)
{
    for (int u = above; u-- > 0;) {
        const struct use *use = &c->uses.item[u];
        bool spans = use->count ? column >= use->first && column < use->first + use->count : use->row < 0;
        if (use->form != form || use->table != table || use->class != CAPTION || !spans)
            continue;
        char *joined = join(c, c->labels.item[use->label].text, text);
        join_label(c, "", joined, label);
        join_spans(c, form, table, column, joined, label, u);
    }
}

static void join_columns(struct compiler *c, int form, int table)
{
    const struct source_table *of = &c->forms.item[form].tables.item[table];
    for (int i = 0; i < of->columns.count; i++)
        for (int n = 0; n < of->columns.item[i].names.count; n++)
            join_spans(c, form, table, i, of->columns.item[i].names.item[n],
                       wording_label(c, of->columns.item[i].names.item[n]), c->uses.count);
}

static void add_joined_labels(struct compiler *c)
{
    for (int f = 0; f < c->forms.count; f++)
        for (int t = 0; t < c->forms.item[f].tables.count; t++, join_columns(c, f, t - 1))
            for (int r = 0; r < c->forms.item[f].tables.item[t].rows.count; r++)
                if (c->forms.item[f].tables.item[t].across)
                    join_row(c, f, t, r);
                else
                    join_group(c, &c->forms.item[f].tables.item[t].rows.item[r]);
}

void complete_labels(struct compiler *c)
{
    add_lost_enumerators(c);
    add_joined_labels(c);
}
