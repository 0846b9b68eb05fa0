/* offices.c - rules NB7xx on who reports and whether the articles say something: signature, other offices'
 * names, empty articles.
 */
#include "config.h"

#include "fold.h"
#include "i18n.h"
#include "lint.h"
#include "memory.h"
#include "metadata.h"
#include "office_name.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 管理委员会 governs a zone. */
bool office_is_department(const char *name)
{
    const char *end = name + strlen(name);
    return string_ends_any(name, end, words_departments) && !string_ends_any(name, end, words_no_departments);
}

static bool is_government(const char *name)
{
    return string_ends_any(name, name + strlen(name), words_governments);
}

/* ---- whether two names are those of one office ---- */

static char *stem_of(struct lint *lint, const char *name)
{
    char *stem = arena_strdup(lint->arena, name);
    fold(stem, strlen(stem));
    stem[office_stem_length(stem)] = '\0';
    return stem;
}

/* Whether the characters of a short name stand in the long one in the same order, as 市住建局 in
 * 市住房和城乡建设局. */
static bool abbreviates(const char *name, const char *whole)
{
    for (; *name && *whole; whole += 3)
        if (!strncmp(name, whole, 3))
            name += 3;
    return !*name;
}

static bool is_chinese(const char *name)
{
    for (; *name; name++)
        if (!(*name & 0x80))
            return false;
    return strlen(name) % 3 == 0;
}

/* 平桥街道党政综合办公室 is a room of 平桥街道办事处: below a town there are no other offices. */
static bool is_room_of(const char *name, const char *town)
{
    for (const char *const *level = words_towns; *level; level++) {
        const char *place = strstr(town, *level);
        size_t length = place ? (size_t)(place - town) + strlen(*level) : 0;
        if (length && !strncmp(name, town, length))
            return string_ends_any(name, name + strlen(name), words_rooms);
    }
    return false;
}

/* The government of a county, of which the town has the name before its own. */
static bool is_above(const char *name, const char *town)
{
    return is_government(name) && !string_says(name, words_towns) && string_says(town, words_towns) &&
           !is_government(town);
}

bool office_is_same(struct lint *lint, const char *one, const char *other)
{
    const char *left = stem_of(lint, one), *right = stem_of(lint, other);
    if (!is_chinese(left) || !is_chinese(right))
        return true;
    if (string_says(one, words_beside_government) !=
        string_says(other, words_beside_government)) /* these sign no government's report */
        return false;
    if (is_room_of(one, other) || is_room_of(other, one))
        return true;
    if (is_above(one, other) || is_above(other, one))
        return false;
    bool alike = strlen(left) < strlen(right) ? abbreviates(left, right) : abbreviates(right, left);
    return alike && !(office_is_department(one) && is_government(other));
}

/* ---- names in the text ---- */

static void mismatch(struct lint *lint, struct nb_span span, const char *found, const char *message)
{
    struct nb_finding *finding = finding_add(lint, span, message, found, lint->report->agency);
    finding_says(finding, found, lint->report->agency);
    if (lint->report->title)
        finding_related(lint, finding, lint->report->title_span, _("the title names %s"),
                        lint->report->agency);
}

/* Whether a word stands here that says that the name before it is that of the office of this report. */
static bool closes(const struct lint *lint, size_t at)
{
    const char *shadow = shadow_at(lint, at);
    const char *subject = !strncmp(shadow, "20", 2) ? strstr(shadow, "政府信息公开") : NULL;
    return string_begins_any(shadow, words_behind_office) || *shadow == '(' ||
           (subject && subject - shadow < 16);
}

enum { LONGEST_NAME = 90 }; /* bytes */

/* The name that runs from here to a closing word; empty if another sign stands between. */
static struct nb_span name_at(const struct lint *lint, size_t from, size_t end)
{
    size_t at = from;
    while (at < end && at - from < LONGEST_NAME && (unsigned char)*shadow_at(lint, at) >= 0xE4 &&
           !closes(lint, at))
        at += 3;
    return (struct nb_span){from, at < end && at - from < LONGEST_NAME && closes(lint, at) ? at : from};
}

static bool names_office(const struct lint *lint, struct nb_span span, const char *name)
{
    return strlen(name) >= 9 && string_ends_any(name, name + strlen(name), words_ends_of_offices) &&
           !office_is_general(shadow_at(lint, span.start), span.end - span.start);
}

/* Behind the name of a department that begins here, 应急管理局|坚持…; `at` itself where none does. */
static const char *behind_department(const char *at)
{
    enum { LONGEST = 12 * 3 }; /* bytes */
    static const char *const ends[] = {"局", "委员会", NULL};
    for (const char *end = at + 3; utf8_is_han(end - 3) && end - at < LONGEST && utf8_is_han(end); end += 3)
        if (string_begins_any(end, ends))
            return end + string_opening(end, ends);
    return at;
}

/* 县公安局指挥中心 is a unit of 岭阳县公安局: its name begins with the office's. */
static bool is_unit(struct lint *lint, struct nb_span name)
{
    const char *from = shadow_at(lint, name.start), *behind = behind_department(from);
    size_t length = (size_t)(behind - from);
    return length && length < name.end - name.start &&
           office_is_same(lint, lint->report->agency, arena_strndup(lint->arena, from, length));
}

/* Words, and by what most characters are told from those that one of them begins with: with all words
 * compared at each character, some rules cost 5 instructions a byte of a report. */
struct openings {
    const char *const *words;
    bool begins[UINT8_MAX + 1];
};

static uint8_t told_by(const char *at)
{
    return (unsigned char)*at < 0xE0 ? 0 : (uint8_t)((unsigned char)at[1] << 2 ^ (unsigned char)at[2]);
}

static struct openings openings_of(const char *const *words)
{
    struct openings openings = {.words = words};
    for (; *words; words++)
        openings.begins[told_by(*words)] = true;
    return openings;
}

/* The length of the longest of the words that the text begins with; 0: with none. */
static size_t opening_at(const struct openings *openings, const char *at)
{
    return openings->begins[told_by(at)] ? string_opening(at, openings->words) : 0;
}

/* "由X编制", "现公布X2022年政府信息公开…", "请与X联系": X is the office of the report. */
static void check_passage(struct lint *lint, const struct passage *passage)
{
    struct openings before = openings_of(words_before_office);
    for (size_t at = passage->span.start; at < passage->span.end; at++) {
        if ((unsigned char)*shadow_at(lint, at) < 0xE4 ||
            (passage->article && !utf8_is(shadow_at(lint, at), "请"))) /* as nearly everywhere */
            continue;
        size_t length = opening_at(&before, shadow_at(lint, at));
        bool first = at == passage->span.start || *shadow_at(lint, at - 1) == FOLD_FILLER ||
                     strchr(",;:", *shadow_at(lint, at - 1));
        if (!length && !first)
            continue;
        length += utf8_is(shadow_at(lint, at + length), "我") ? strlen("我")
                                                              : 0; /* 我区管委会: of the place reported on */
        struct nb_span span = name_at(lint, at + length, passage->span.end);
        char *name = span_text(lint, span);
        if (!names_office(lint, span, name) || (!length && strstr(name, "由")))
            continue;
        if (!office_is_same(lint, lint->report->agency, name) && !is_unit(lint, span))
            mismatch(lint, span, name, _("the report is said to be that of %s, its title says %s"));
        at = span.end - 1;
    }
}

/* "云麓区市场监督管理局(以下简称“区城市管理局”)": what an office calls itself for short is made of its name.
 */
static void check_short_name(struct lint *lint, const struct passage *passage)
{
    static const char word[] = "以下简称";
    const char *from = shadow_at(lint, passage->span.start), *end = shadow_at(lint, passage->span.end);
    const char *at = bytes_find(from, end, word), *before = at;
    while (at && before > from && strchr("(\x01", before[-1]))
        before--;
    const char *name = at ? at + sizeof word - 1 : end, *behind;
    name += name < end && !strncmp(name, "“", 3) ? 3 : 0;
    for (behind = name; behind < end && behind - name < LONGEST_NAME && utf8_is_han(behind);)
        behind += 3;
    struct nb_span span = {(size_t)(name - lint->report->text->shadow),
                           (size_t)(behind - lint->report->text->shadow)};
    char *found = span_text(lint, span),
         *whole = at ? arena_strndup(lint->arena, from, (size_t)(before - from)) : "";
    if (names_office(lint, span, found) &&
        string_ends_any(whole, whole + strlen(whole), (const char *const[]){lint->report->agency, NULL}) &&
        !abbreviates(found, lint->report->agency))
        mismatch(lint, span, found, _("“%s” is no short name of %s"));
}

/* ---- the names of other places ---- */

static const char *const levels[] = {"县", "市", "区", "镇", "乡", "旗", NULL};
static const char street[] = "街道";

/* The places in the name of the office, the last first, each with the two characters before its level: 青石县
 * of 青石县教育局. */
enum { MOST_PLACES = 4 };
struct known_places {
    const char *names[MOST_PLACES];
    size_t count;
};

static struct known_places own_places(struct lint *lint)
{
    char *name = arena_strdup(lint->arena, lint->report->agency);
    struct known_places places = {.count = 0};
    fold(name, strlen(name));
    for (size_t at = strlen(name); is_chinese(name) && at > 6 && places.count + 1 < MOST_PLACES; at -= 3)
        if (string_begins_any(name + at - 3, levels) && at >= 9)
            places.names[places.count++] = arena_strndup(lint->arena, name + at - 9, 9);
    const char *own_street = strstr(name, street);
    if (own_street && own_street - name >= 6 && is_chinese(name))
        places.names[places.count++] = arena_strndup(lint->arena, own_street - 6, 9);
    return places;
}

/* "各机关收取…": the offices of the place do something; in 各机关的做法 they do not. */
static bool offices_act(const char *at)
{
    if (!utf8_is(at, "各"))
        return false;
    while (utf8_is_han(at) && !utf8_is(at, "的"))
        at += 3;
    return !utf8_is(at, "的");
}

/* Behind a verb and its object, 通过县…, none of these words stands. */
bool opens_predicate(const char *at)
{
    return string_begins_any(at, words_predicates);
}

/* Whether the office or place that ends here does something. */
static bool acts(const char *at)
{
    at = behind_department(at + string_opening(at, words_offices_of_governments));
    return opens_predicate(at) || offices_act(at);
}

/* Whether the two characters before a level are no name: one of them says which or how many (各乡镇, 我们县),
 * or they stand in the report without the level too (通过, 依托), as the name of another place does not. */
static bool is_word(const struct lint *lint, const char *at)
{
    for (const char *const *character = words_no_places; *character; character++)
        if (utf8_is(at, *character) || utf8_is(at + 3, *character))
            return true;
    char *word = arena_strndup(lint->arena, at, 6);
    for (const char *other = lint->report->text->shadow; (other = strstr(other, word)); other += 6)
        if (strncmp(other + 6, at + 6, 3))
            return true;
    return false;
}

/* Whether a clause, or what a year or 全年 opens, begins here. */
static bool is_head(const struct lint *lint, const struct passage *passage, size_t at)
{
    const char *shadow = shadow_at(lint, at);
    return at == passage->span.start || strchr(",;:\x01", shadow[-1]) ||
           (at >= passage->span.start + 3 && (utf8_is(shadow - 3, "。") || utf8_is(shadow - 3, "年")));
}

/* "制定《白水县水利局…": what the report says was made is the office's own. */
static bool is_made(const struct lint *lint, const struct passage *passage, size_t at)
{
    size_t quote = strlen("《"), length = quote + strlen("制定");
    return at >= passage->span.start + length && utf8_is(shadow_at(lint, at - quote), "《") &&
           string_begins_any(shadow_at(lint, at - length), words_issue);
}

/* Places of one rank, of which none lies in another. */
static const char *const ranks[][4] = {{"县", "区", "旗", NULL}, {"镇", "乡", NULL}};

/* Whether two levels differ and are of one rank: 县 and 区, 镇 and 乡. */
static bool is_sibling(const char *one, const char *other)
{
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (string_begins_any(one, ranks[i]) && string_begins_any(other, ranks[i]))
            return strncmp(one, other, 3) != 0;
    return false;
}

/* 青石区 for 青石县: the own name, and another level of its rank behind it. */
static bool is_renamed(const struct lint *lint, const struct passage *passage, size_t level, const char *own)
{
    const char *at = shadow_at(lint, level);
    return level >= passage->span.start + 6 && !memcmp(at - 6, own, 6) && is_sibling(own + 6, at);
}

/* "联系单位:": what stands behind is the office of the report. */
static bool is_labelled(const struct lint *lint, const struct passage *passage, size_t at)
{
    while (at > passage->span.start && strchr(":\x01", *shadow_at(lint, at - 1)))
        at--;
    return at >= passage->span.start + strlen(*words_labels_of_office) && *shadow_at(lint, at) == ':' &&
           string_begins_any(shadow_at(lint, at - strlen(*words_labels_of_office)), words_labels_of_office);
}

/* "白水县2023年政务公开…": what is said of this work in this year is said of the own place. */
static bool is_of_year(const struct lint *lint, const char *behind)
{
    return atoi(behind) == lint->report->year &&
           string_begins_any(behind + strspn(behind, "0123456789"), words_works_of_years);
}

/* Behind the level of a place: 县, 街道办事处; NULL: 街 ends the name of no place. */
static const char *behind_level(const char *level)
{
    static const char office[] = "办事处";
    if (!utf8_is(level, "街"))
        return level + 3;
    if (!string_begins(level, street))
        return NULL;
    level += strlen(street);
    return level + (string_begins(level, office) ? strlen(office) : 0);
}

/* Another place of the level of `own` that begins here, its level behind `name` bytes: with its predicate at
 * the head of a clause, 白水县把公开…; one of three characters with its office, too; with its office where
 * that has made something; with its site in the preamble, where a city's may be that of the city above. */
static bool is_other_place(const struct lint *lint, const struct passage *passage, size_t at, size_t name,
                           const char *own)
{
    static const char *const sites[] = {"人民政府网站", "人民政府门户网站", NULL};
    bool head = is_head(lint, passage, at);
    if (!head && passage->article && !is_made(lint, passage, at)) /* as nearly everywhere */
        return false;
    const char *shadow = shadow_at(lint, at), *behind = behind_level(shadow + name);
    bool renamed = is_renamed(lint, passage, at + name, own), stem = !strncmp(shadow + name - 6, own, 6);
    if ((strncmp(shadow + name, own + 6, 3) && !renamed) || (stem && !renamed) || !behind ||
        !is_chinese(arena_strndup(lint->arena, shadow, name)))
        return false;
    bool office = behind_department(behind) > behind ||
                  string_begins_any(behind, (const char *const[]){"人民政府", "政府信息公开", NULL});
    if (head && (acts(behind) || is_of_year(lint, behind)) && (office || name == 6))
        return true;
    if (office && !passage->article && is_labelled(lint, passage, at))
        return true;
    return (office && is_made(lint, passage, at)) ||
           (name == 6 && !passage->article && at >= passage->span.start + 3 && utf8_is(shadow - 3, "在") &&
            strncmp(own + 6, "市", 3) && string_begins_any(behind, sites));
}

static void check_place(struct lint *lint, const struct passage *passage, size_t at, const char *own)
{
    const char *shadow = shadow_at(lint, at);
    size_t name = is_other_place(lint, passage, at, 6, own)   ? 6
                  : is_other_place(lint, passage, at, 9, own) ? 9
                                                              : 0;
    bool renamed = name && !strncmp(shadow + name - 6, own, 6);
    if (!name || (!renamed && is_word(lint, shadow + name - 6)) || finding_at(lint, at) ||
        strstr(lint->report->agency, arena_strndup(lint->arena, shadow, name + 3)))
        return;
    struct nb_span span = {at, at + (size_t)(behind_level(shadow + name) - shadow)};
    mismatch(lint, span, span_text(lint, span), _("%s is another place; the report is that of %s"));
}

/* The names of other places that stand where only that of the report does: two or three characters and the
 * level of its own, or its own name and another level. */
static void check_places(struct lint *lint, const struct passage *passage, const char *own)
{
    const char *const words[] = {own + 6, arena_strndup(lint->scratch, own, 6)};
    const char *end = shadow_at(lint, passage->span.end);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (const char *at = shadow_at(lint, passage->span.start); (at = bytes_find(at, end, words[i]));
             at += 3) {
            size_t level = (size_t)(at - shadow_at(lint, 0)) + (i ? 6 : 0);
            for (size_t name = 9; name >= 6 && (!i || is_renamed(lint, passage, level, own)); name -= 3)
                if (level >= passage->span.start + name && level - name + 12 < passage->span.end)
                    check_place(lint, passage, level - name, own);
        }
}

/* Another department of the place as the subject of the first sentence of a department's report:
 * 青石县水利局坚持…, 县水利局… */
static void check_subject(struct lint *lint, const struct passage *passage, const char *own)
{
    for (size_t at = passage->span.start; at + 9 < passage->span.end && !utf8_is(shadow_at(lint, at), "。");
         at++) {
        const char *shadow = shadow_at(lint, at), *place = strncmp(shadow, own, 9) ? own + 6 : own;
        const char *name = shadow + strlen(place),
                   *behind = string_begins(shadow, place) ? behind_department(name) : name;
        if (behind == name || !is_head(lint, passage, at) || !acts(behind))
            continue;
        struct nb_span span = {at, at + (size_t)(behind - shadow)};
        char *found = span_text(lint, span);
        if (!office_is_same(lint, lint->report->agency, found))
            mismatch(lint, span, found, _("%s is another office; the report is that of %s"));
        return;
    }
}

/* The kinds of office whose leaders are none of the agency's own: a town's of a bureau, a bureau's of a town;
 * NULL: none is. Governments of counties and cities have both below them. */
static const char *const *strange_kinds(const char *agency)
{
    static const char *const bureaus[] = {"局", "厅", NULL};
    bool bureau = string_says(agency, bureaus), town = string_says(agency, words_towns);
    return bureau == town ? NULL : bureau ? words_towns : bureaus;
}

/* The bytes of the leaders of another kind of office, who do something at the head of a clause: "镇党委" in
 * the report of a bureau, "局党组" in that of a town; 0: there are none. */
static size_t strange_leaders_at(const struct lint *lint, const struct passage *passage, size_t at,
                                 const char *const *kinds)
{
    const char *shadow = shadow_at(lint, at);
    size_t kind = string_opening(shadow, kinds),
           length = kind ? string_opening(shadow + kind, words_leaders) : 0;
    return length && is_head(lint, passage, at) &&
                   !string_begins_any(shadow + kind + length, words_with_leaders)
               ? kind + length
               : 0;
}

/* The bytes of what another office calls itself: "我局" in the report of a county, "我镇" in that of a
 * bureau, "我县" in that of a city; "本局" at the head of a clause, and "区政府办" where it does something;
 * 0: nothing of the kind stands there. What an office calls itself stands in its name; 我市 and 我县 are
 * those above it. */
static size_t stranger_at(const struct lint *lint, const struct passage *passage, size_t at, const char *own)
{
    const char *shadow = shadow_at(lint, at);
    bool we = utf8_is(shadow, "我"), own_one = utf8_is(shadow, "本"),
         office = string_begins(shadow + 3, "政府办"),
         below = own && utf8_is(own + 6, "市") && utf8_is(shadow + 3, "县") &&
                 !strstr(lint->report->agency, "县");
    for (const char *const *kind = words_kinds_of_offices; *kind && (we || own_one); kind++) {
        size_t length = 3 + strlen(*kind);
        const char *named = strcmp(*kind, "校") ? *kind : "学"; /* 我校 in the report of a 大学 */
        if (string_begins(shadow + 3, *kind) && !strstr(lint->report->agency, *kind) &&
            !strstr(lint->report->agency, named) && (we || is_head(lint, passage, at)))
            return length;
    }
    if (own && we && (below || is_sibling(own + 6, shadow + 3)))
        return 6;
    return own && office && is_sibling(own + 6, shadow) && is_head(lint, passage, at) && acts(shadow + 12)
               ? 12
               : 0;
}

/* The first place where an office that is not the report's is named. Looked for are what such names hold,
 * and how many bytes before it they may begin: with the words themselves at each character, rules cost 8
 * instructions a byte more. */
static void check_pronouns(struct lint *lint, const struct passage *passage, const char *own,
                           const char *const *kinds)
{
    static const struct {
        const char *word;
        size_t before;
    } held[] = {{"我", 0}, {"本", 0}, {"政府办", 3}, {"党", 3}, {"党", 6}};
    const char *end = shadow_at(lint, passage->span.end);
    struct nb_span first = {passage->span.end, 0};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        for (const char *word = shadow_at(lint, passage->span.start);
             (word = bytes_find(word, end, held[i].word)); word += 3) {
            size_t at = (size_t)(word - shadow_at(lint, held[i].before));
            if (word < shadow_at(lint, passage->span.start + held[i].before))
                continue;
            if (at + 6 > passage->span.end || at >= first.start)
                break;
            size_t length = stranger_at(lint, passage, at, own);
            length = length || !kinds ? length : strange_leaders_at(lint, passage, at, kinds);
            if (length && !is_enclosed(lint, passage, at, "“", "”")) /* what others say, and names */
                first = (struct nb_span){at, at + length};
        }
    if (first.end)
        mismatch(lint, first, span_text(lint, first), _("“%s” is not what %s would call itself"));
}

/* The name of an office that the reform of 2018 gave up, in a passage of the preamble or as who signs:
 * 濯江市国土资源局. */
static void check_given_up(struct lint *lint, struct nb_span span)
{
    if (lint->report->year < atoi(*words_given_up_by))
        return;
    struct openings given_up = openings_of(words_given_up);
    for (size_t at = span.start; at < span.end; at += utf8_step(shadow_at(lint, at))) {
        size_t length = opening_at(&given_up, shadow_at(lint, at));
        bool once = at >= span.start + 3 && utf8_is(shadow_at(lint, at - 3), "原");
        if (length && !once && !finding_at(lint, at))
            finding_quote(lint, ((struct nb_span){at, at + length}),
                          _("“%s” is the name of an office before the reform of 2018"));
    }
}

/* Whether an office may sign the report: a department that of its government only if it is in charge of
 * disclosure. */
static bool may_sign(struct lint *lint, const char *name, const char *agency)
{
    bool department = office_is_department(name) && !office_is_department(agency);
    return office_is_same(lint, agency, name) && (!department || string_says(name, words_in_charge));
}

void check_office_mismatch(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    if (!report->agency || !report->title)
        return;
    if (report->signed_by && !may_sign(lint, report->signed_by, report->agency))
        mismatch(lint, last_place(lint, report->signed_by), report->signed_by,
                 _("%s signs the report of %s"));
    if (report->signed_by)
        check_given_up(lint, last_place(lint, report->signed_by));
    struct known_places places = own_places(lint);
    const char *own = places.count && !utf8_is(places.names[0] + 6, "街") ? places.names[0] : NULL;
    const char *const *kinds = strange_kinds(report->agency);
    const char *const ends[] = {own ? own + 6 : "街道", "街道", "街道办事处", NULL};
    bool plain = office_is_department(report->agency) || is_government(report->agency) ||
                 string_ends_any(report->agency, report->agency + strlen(report->agency), ends);
    FOR_PASSAGES (passage, &lint->prose) {
        if (passage->heads)
            continue;
        bool other = passage->article && !strcmp(passage->article->role, "other");
        if (!passage->article || other)
            check_passage(lint, passage);
        if (!passage->article) {
            check_short_name(lint, passage);
            check_given_up(lint, passage->span);
        }
        for (size_t i = 0; i < places.count; i++)
            check_places(lint, passage, places.names[i]);
        bool first = passage->article && !strcmp(passage->article->role, "overview") &&
                     (passage == lint->prose.passages || passage[-1].article != passage->article);
        if (own && first && office_is_department(report->agency))
            check_subject(lint, passage, own);
        if (plain)
            check_pronouns(lint, passage, own, kinds);
    }
}

/* Where the report ends, behind its last sign: a page's foot names offices too. */
static size_t end_of_report(const struct nb_text *text)
{
    size_t end = text->body_end ? text->body_end : text->length;
    while (end && strchr(" \t\r\n\f\v\x01", text->shadow[end - 1]))
        end--;
    while (((unsigned char)text->bytes[end] & 0xC0) == 0x80) /* a sign that is folded to its first byte */
        end++;
    return end;
}

/* The name of the office on a line of its own under the text; empty if there is none. */
static struct nb_span name_under_text(struct lint *lint)
{
    const struct passage *last = lint->prose.passages + lint->prose.passage_count - 1;
    size_t at = lint->prose.passage_count ? last->span.end : 0, end = end_of_report(lint->report->text);
    while (lint->report->agency && at < end) {
        at += strspn(shadow_at(lint, at), " \t\r\n\x01");
        struct nb_span line = {at, at + strcspn(shadow_at(lint, at), " \t\r\n\x01")};
        char *name = span_text(lint, line);
        if (strlen(name) < LONGEST_NAME && names_office(lint, line, name) &&
            office_is_same(lint, lint->report->agency, name))
            return line;
        at = line.end + 1;
    }
    return (struct nb_span){0, 0};
}

/* Whether a year and a month are the next to come: 2023年1月. */
static bool is_month(const char *at)
{
    int year, month, end = 0;
    return sscanf(at, " %4d年%2d月%n", &year, &month, &end) == 2 && end && year >= 1000;
}

void check_signature_missing(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    size_t at = end_of_report(report->text);
    struct nb_span end = {at, at}, name;
    if (!report->articles || (report->signed_by && report->signed_date))
        return;
    if (report->signed_date)
        finding_add(lint, end, _("the report ends with a date, but without the name of the office"));
    else if (name = name_under_text(lint), name.end)
        finding_add(lint, name,
                    is_month(shadow_at(lint, name.end))
                        ? _("the date under the name of the office lacks its day")
                        : _("no date stands under the name of the office"));
    else
        finding_add(lint, end, _("the report ends without the name of the office and a date"));
}

/* ---- articles that say nothing ---- */

/* Whether a passage is the name of the office that signs, or the date below it. */
static bool is_signature(const struct lint *lint, const struct passage *passage)
{
    const struct prose_token *token = &lint->prose.tokens[passage->first];
    const char *by = lint->report->signed_by, *name = text_at(lint, passage->span.start);
    size_t length = passage->span.end - passage->span.start;
    bool dated = tokens_behind(passage) == passage->first + 1 && token->kind == TOKEN_DATE &&
                 token->span.start == passage->span.start;
    return dated || (by && length <= strlen(by) + 3 && !strncmp(name, by, strlen(by)));
}

/* Whether a passage of an article is prose: a paragraph, or the head of a section that is, or runs on in, a
 * sentence. */
static bool is_prose(const struct lint *lint, const struct passage *passage)
{
    if (is_signature(lint, passage))
        return false;
    const char *at = shadow_at(lint, passage->span.start), *end = shadow_at(lint, passage->span.end);
    while (at < end && passage->heads && !utf8_is(at, "。"))
        at++;
    return at < end;
}

/* Fewer characters than in "不断提高工作水平。": that says nothing. */
enum { LEAST_WORDS = 10 };

static size_t count_chinese(const char *at, const char *end)
{
    size_t count = 0;
    for (; at < end; at += utf8_step(at))
        count += (unsigned char)*at >= 0xE4;
    return count;
}

/* The prose of an article, folded; `characters` counts its Chinese characters. The caller frees it: an
 * article may be all of a report. */
static char *words_of(const struct lint *lint, const struct nb_article *article, size_t *characters)
{
    const struct passage *end, *first = passages_of(&lint->prose, article, &end);
    size_t length = 0;
    for (const struct passage *passage = first; passage < end; passage++)
        length += passage->span.end - passage->span.start;
    char *words = xmalloc(length + 1), *to = words;
    for (const struct passage *passage = first; passage < end; passage++) {
        size_t bytes = passage->span.end - passage->span.start;
        if (!is_prose(lint, passage))
            continue;
        memcpy(to, shadow_at(lint, passage->span.start), bytes);
        to += bytes;
    }
    *to = '\0';
    *characters = count_chinese(words, to);
    return words;
}

/* The Chinese characters of an article's prose, as far as LEAST_WORDS: all of it, copied, cost 2 instructions
 * a byte. */
static size_t count_words(const struct lint *lint, const struct nb_article *article)
{
    const struct passage *end, *first = passages_of(&lint->prose, article, &end);
    size_t characters = 0;
    for (const struct passage *passage = first; passage < end && characters < LEAST_WORDS; passage++)
        if (is_prose(lint, passage))
            characters +=
                count_chinese(shadow_at(lint, passage->span.start), shadow_at(lint, passage->span.end));
    return characters;
}

/* Whether a passage of an article's prose says one of the words. Looked for in a copy of all of it, they took
 * a byte more for each byte of a report. */
static bool prose_says(const struct lint *lint, const struct nb_article *article, const char *const *words)
{
    const struct passage *end, *passage = passages_of(&lint->prose, article, &end);
    for (; passage < end; passage++) {
        const char *at = shadow_at(lint, passage->span.start);
        size_t length = is_prose(lint, passage) ? passage->span.end - passage->span.start : 0;
        for (const char *const *word = words; *word; word++)
            if (bytes_find(at, at + length, *word))
                return true;
    }
    return false;
}

static const char *title_of(const struct lint *lint, const struct nb_block *section)
{
    return text_line(lint->scratch, lint->report->text, section->words);
}

/* "无。" under a heading. */
static bool says_nothing(const struct lint *lint, const struct nb_block *block)
{
    static const char *const nothing[] = {"无", "暂无", "没有", NULL};
    enum { SHORTEST = 5 * 3 }; /* bytes: 无此类问题。 */
    return block && block->kind == NB_PARAGRAPH && !block->next &&
           block->words.end - block->words.start <= SHORTEST &&
           string_begins_any(lint->report->text->bytes + block->words.start, nothing);
}

/* Whether a section of the article is headed by one of the words and something stands under it. */
static bool is_headed(const struct lint *lint, const struct nb_article *article, const char *const *words)
{
    for (const struct nb_block *block = article->blocks; block; block = block->next)
        if (block->kind == NB_SECTION && string_says(title_of(lint, block), words) &&
            (block->blocks || block->next) && !says_nothing(lint, block->blocks))
            return true;
    return false;
}

/* "以上问题将…" with nothing above it. */
static bool points_at_nothing(const struct nb_article *article, const char *words)
{
    const struct nb_block *block = article->blocks;
    while (block && block->kind == NB_PARAGRAPH)
        block = block->next;
    return !block && string_begins_any(words, words_above);
}

/* Measures from the first word on, what next year brings among them, and none that tells what is wrong. */
static bool names_no_problem(const struct lint *lint, const struct nb_article *article, const char *words)
{
    bool plans = lint->report->year && atoi(words) == lint->report->year + 1;
    return (plans || string_begins_any(words, words_begin_measures)) && !string_says(words, words_problems) &&
           !is_headed(lint, article, words_problems);
}

/* Whether words of what is done stand there; what is still to be improved (有待加强, 还需提高) is a problem.
 */
static bool says_measures(const char *words)
{
    struct openings measures = openings_of(words_measures);
    for (const char *at = words; *at; at += utf8_step(at))
        if (opening_at(&measures, at) && !string_ends_any(words, at, words_lacking))
            return true;
    return false;
}

static void check_problems(struct lint *lint, const struct nb_article *article)
{
    size_t characters;
    char *words = words_of(lint, article, &characters);
    if (characters < LEAST_WORDS || (characters < 2 * LEAST_WORDS && string_says(words, words_elsewhere)))
        finding_add(lint, article->span, _("the article names neither problems nor what is done about them"));
    else if (points_at_nothing(article, words))
        finding_add(lint, article->span, _("the article speaks of the problems above, and names none"));
    else if (!says_measures(words) && !is_headed(lint, article, words_measures))
        finding_add(lint, article->span, _("the article names problems and nothing that is done about them"))
            ->severity = NB_NOTE;
    else if (names_no_problem(lint, article, words))
        finding_add(lint, article->span, _("the article names measures and no problem that they are for"))
            ->severity = NB_NOTE;
    xfree(words);
}

/* The head of a section that ends as a heading does, with nothing under it. */
static bool is_bare_head(const struct lint *lint, const struct nb_block *block)
{
    enum { LONGEST_HEAD = 15 * 3 }; /* bytes: a longer one says something */
    if (block->kind != NB_SECTION || block->blocks || block->level != 1)
        return false;
    size_t length, mark = 0;
    const char *title = nb_words(lint->report, block->words, &length);
    while (length <= LONGEST_HEAD && mark < length && !strchr(".;:,", title[mark]))
        mark++;
    return length && mark == length && strncmp(shadow_at(lint, block->span.end) - 3, "。", 3) != 0;
}

/* Sections without text beside sections that have some: where none has, the report is a list. */
static void check_sections(struct lint *lint, const struct nb_article *article)
{
    size_t bare = 0, full = 0;
    for (const struct nb_block *block = article->blocks; block; block = block->next) {
        bare += is_bare_head(lint, block);
        full += block->kind == NB_SECTION && block->blocks;
    }
    for (const struct nb_block *block = article->blocks; block && full && full >= bare; block = block->next)
        if (is_bare_head(lint, block))
            finding_add(lint, block->span, _("nothing stands under “%s”"), title_of(lint, block))->severity =
                NB_NOTE;
}

void check_empty_article(struct lint *lint)
{
    for (const struct nb_article *article = lint->report->articles; article; article = article->next)
        check_sections(lint, article);
    for (const struct nb_article *article = lint->report->articles; article; article = article->next) {
        if (!strcmp(article->role, "problems"))
            check_problems(lint, article);
        else if (!strcmp(article->role, "overview") && count_words(lint, article) < LEAST_WORDS)
            finding_add(lint, article->span, _("the article says nothing"));
        else if (!strcmp(article->role, "other") && !count_words(lint, article) &&
                 !has_block(article->blocks, NB_TABLE))
            finding_add(lint, article->span,
                        _("the article says nothing, not even that there is nothing to report"));
    }
}

void check_oversight_missing(struct lint *lint)
{
    const struct nb_article *overview = article_of(lint->report, "overview");
    const struct nb_form *form = lint->report->form;
    bool prescribed = form && form->table_count &&
                      !form->tables[0].annex; /* narrative reports have an article of their own */
    if (overview && prescribed && !prose_says(lint, overview, words_assessment))
        finding_add(
            lint, overview->span,
            _("nothing is said of assessment (考核), public appraisal (评议) and accountability (责任追究)"));
}

void check_title_year(struct lint *lint)
{
    const struct nb_report *report = lint->report;
    if (!report->title || !report->year)
        return;
    for (const char *at = report->title; *at; at++)
        if ((at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9') || utf8_is(at, "〇") ||
            utf8_is(at, "○") || !strncmp(at, "二零", 6) || utf8_is(at, "０"))
            return;
    finding_add(lint, report->title_span, _("the title does not say which year the report is on"))->expected =
        arena_printf(lint->arena, "%d", report->year);
}
