/* lexicon.c - look up the words of the forms: whole, by what they begin with, or the nearest one. */
#include "lexicon.h"

#include "fold.h"
#include "numeral.h"
#include "text.h"
#include "utf8.h"
#include "width.h"

#include <limits.h>
#include <string.h>

/* Of three-byte characters those from U+3400 to U+9FFF, the ideographs; of others ASCII's digits. No label
 * has letters: they are a translation beside it (总计 Total), or count it (A.自然人). */
size_t lexicon_key_within(const char *text, size_t length, char *key, size_t most)
{
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    char *to = key, *const full = key + (most < length ? most : length);
    while (at < end && to <= full) {
        const unsigned char *last = end - at - 2 <= full - to ? end - 2 : at + (full - to) + 1;
        for (; at < last && *at - 0xE4U < 6; at += 3, to += 3) /* nearly all */
            memcpy(to, at, 3);
        if (at == end || to > full)
            break;
        if (*at >= 0xE0 && *at < 0xF0 && end - at > 2) {
            if (*at == 0xE3 && at[1] >= 0x90)
                to = (char *)memcpy(to, at, 3) + 3;
            at += 3;
        } else {
            do /* by the loop around, lines of quotations cost 95 instructions a byte more */
                if (*at >= '0' && *at <= '9')
                    *to++ = (char)*at;
            while (++at < end && *at < 0xE0 && to <= full);
        }
    }
    return (size_t)(to - key);
}

size_t lexicon_key(const char *text, size_t length, char *key)
{
    return lexicon_key_within(text, length, key, length);
}

/* Whether a word of the key's heap begins with it; `head`: the key's. */
static inline bool begins(const struct lexicon_word *word, const char *key, size_t length, uint64_t head)
{
    if (length <= LEXICON_HEAD) /* its heap tells of the first byte */
        return length < 2 || !((word->head ^ head) >> 8 * (LEXICON_HEAD - length));
    return word->head == head &&
           !strncmp(word->key + LEXICON_HEAD, key + LEXICON_HEAD, length - LEXICON_HEAD);
}

/* The first of the sorted words that begins with the key; NULL: none does. Most are told apart by their
 * heads, eight bytes at once: compared byte by byte a search cost twice as much. */
static const struct lexicon_word *find(const struct lexicon_word *words, const unsigned short *starts,
                                       const char *key, size_t length)
{
    unsigned start = length ? lexicon_start(key) : LEXICON_STARTS;
    if (start == LEXICON_STARTS)
        return length ? NULL : words;
    size_t low = starts[start], high = starts[start + 1], end = high;
    if (low == high) /* as most heaps of joined labels are */
        return NULL;
    uint64_t head = lexicon_head(key, length);
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = words[middle].head < head;
        if (words[middle].head == head && length > LEXICON_HEAD)
            before = strncmp(words[middle].key + LEXICON_HEAD, key + LEXICON_HEAD, length - LEXICON_HEAD) < 0;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && begins(&words[low], key, length, head) ? &words[low] : NULL;
}

const struct lexicon_word *lexicon_find(const struct lexicon *lexicon, const char *key, size_t length,
                                        const struct lexicon_word **word)
{
    const struct lexicon_word *first = find(lexicon->words, lexicon->starts, key, length);
    *word = first && !first->key[length] ? first : NULL;
    return first;
}

static bool is_numeral(unsigned letter)
{
    char bytes[] = {(char)(0xE0 | letter >> 12), (char)(0x80 | (letter >> 6 & 0x3F)),
                    (char)(0x80 | (letter & 0x3F))};
    const char *at = bytes;
    return numeral_read(&at, bytes + sizeof bytes) >= 0;
}

struct spelling {
    uint16_t letter[LEXICON_LONGEST + 4]; /* two zeros before the first, two behind the last */
    size_t length;
};

/* A key has characters of one and of three bytes only. */
static inline unsigned next_letter(const char **at)
{
    unsigned char first = (unsigned char)**at;
    if (first < 0x80)
        return (unsigned char)*(*at)++;
    *at += 3;
    return utf8_decode(*at - 3, 3);
}

static void spell(const char *key, size_t length, struct spelling *spelling)
{
    spelling->length = 0;
    spelling->letter[0] = spelling->letter[1] = 0;
    for (const char *at = key; at < key + length && spelling->length < LEXICON_LONGEST;)
        spelling->letter[2 + spelling->length++] = (uint16_t)next_letter(&at);
    spelling->letter[2 + spelling->length] = spelling->letter[3 + spelling->length] = 0;
}

/* What a word is to begin with: the first `known` bytes of a key, `count` letters, then its rest, with a
 * fault. `letters` of the whole. */
struct beginning {
    const char *key;
    size_t known, length, count;
    uint64_t letters;
    struct spelling rest;
};

/* Where in a word the rest ends if characters are left out before it; 0: nowhere. */
static size_t end_of_shortened(const struct lexicon_word *word, const struct beginning *sought)
{
    if (!word->key[sought->known])
        return 0;
    const char *at = strstr(word->key + sought->known + 1, sought->key + sought->known);
    return at ? (size_t)(at - word->key) + sought->length - sought->known : 0;
}

/* The same if one ideograph of it is another. `word`: its letters from those on that are known. */
static size_t end_of_garbled(const uint16_t *word, const struct beginning *sought)
{
    const uint16_t *printed = sought->rest.letter + 2;
    size_t count = sought->rest.length, other = count;
    for (size_t i = 0; i < count; i++) {
        if (word[i] == printed[i])
            continue;
        if (other < count || printed[i] < 0x80 || word[i] < 0x80) /* or the word ends */
            return 0;
        other = i;
    }
    return other < count && !is_numeral(word[other]) && !is_numeral(printed[other]) ? sought->length : 0;
}

/* The letters of a key as rows of what words lack, each letter once, and how many stand before, too. */
struct distinct {
    size_t count, repeats;
    uint16_t row[LEXICON_LONGEST];
};

static void find_distinct(const struct spelling *key, struct distinct *distinct)
{
    distinct->count = 0;
    for (size_t i = 0; i < key->length; i++) {
        size_t before = 0;
        while (key->letter[2 + before] != key->letter[2 + i])
            before++;
        if (before == i)
            distinct->row[distinct->count++] = (uint16_t)lexicon_row(key->letter[2 + i]);
    }
    distinct->repeats = key->length - distinct->count;
}

/* Two groups of 64 words, a bit each: lines of letters cost 148 instructions a byte less than one by one. */
typedef uint64_t wide __attribute__((vector_size(2 * sizeof(uint64_t))));

static inline wide load_wide(const uint64_t *words)
{
    wide loaded;
    memcpy(&loaded, words, sizeof loaded);
    return loaded;
}

/* What the words of two groups lack, counted for 128 at once: a bit a word, and as many bits a count as what
 * is allowed has, which begins so that one more overflows it. Counted word by word it took nearly half of a
 * search; with five bits for any, lines of a letter cost 120 instructions a byte more. */
enum { DIGITS = 5 };

struct counts {
    wide digit[DIGITS], over;
    unsigned digits;
};

static inline struct counts counts_up_to(unsigned most)
{
    struct counts counts;
    counts.over = (wide){0};
    for (counts.digits = 0; most >> counts.digits; counts.digits++)
        counts.digit[counts.digits] = (wide){0} - (~most >> counts.digits & 1);
    return counts;
}

static inline void count_one(struct counts *counts, wide carry)
{
    for (unsigned i = 0; i < counts->digits; i++) {
        wide both = counts->digit[i] & carry;
        counts->digit[i] ^= carry;
        carry = both;
    }
    counts->over |= carry;
}

static size_t count_groups(const struct lexicon *lexicon)
{
    return (lexicon->count + 127) / 128 * 2;
}

/* Of each group the words that are longer than `shortest`. */
static const uint64_t *words_longer(const struct lexicon *lexicon, size_t shortest)
{
    return lexicon->longer + shortest * count_groups(lexicon);
}

static const uint64_t *words_lacking(const struct lexicon *lexicon, unsigned row)
{
    return lexicon->lacking + row * count_groups(lexicon);
}

/* What a key is meant to begin. */
struct meaning {
    const char *key;
    size_t end;
};

/* Whether a word may be what is meant: as most are not, it has one of the first two letters, or if letters
 * are left out, all. */
static inline bool may_mean(const struct lexicon *lexicon, const struct lexicon_word *word,
                            const struct beginning *sought, enum lexicon_fault fault)
{
    const uint16_t *meant = lexicon->spellings + word->spelling + sought->count,
                   *printed = sought->rest.letter + 2;
    return fault == LEXICON_SHORTENED ? !(sought->letters & ~word->letters)
                                      : *meant == *printed || meant[1] == printed[1];
}

/* Take a word of one of `kinds` for what is meant, if it is. False: another is, too. */
static bool take_meaning(const struct lexicon *lexicon, struct meaning *meaning,
                         const struct lexicon_word *word, const struct beginning *sought,
                         enum lexicon_fault fault, unsigned kinds)
{
    if (!(word->kinds & kinds))
        return true;
    size_t end = fault == LEXICON_SHORTENED
                     ? end_of_shortened(word, sought)
                     : end_of_garbled(lexicon->spellings + word->spelling + sought->count, sought);
    if (!end)
        return true;
    bool only = !meaning->key || (end == meaning->end && !strncmp(meaning->key, word->key, end));
    *meaning = (struct meaning){word->key, end};
    return only;
}

const char *lexicon_meant(const struct lexicon *lexicon, enum lexicon_fault fault, const char *key,
                          const struct lexicon_span *known, size_t *length, unsigned kinds)
{
    struct beginning sought = {.key = key,
                               .known = known->length,
                               .length = *length,
                               .count = known->count,
                               .letters = lexicon_letters(key, *length)};
    const struct lexicon_word *words = lexicon->words, *word = known->length ? known->first : known->end;
    struct meaning meaning = {NULL, 0};
    struct distinct letters = {.count = 0};
    bool only = true;
    spell(key + known->length, *length - known->length, &sought.rest);
    for (; word < known->end && only; word++)
        only = !may_mean(lexicon, word, &sought, fault) ||
               take_meaning(lexicon, &meaning, word, &sought, fault, kinds);
    if (!known->length)
        find_distinct(&sought.rest, &letters);
    size_t shortest = sought.rest.length - (sought.rest.length && fault == LEXICON_GARBLED);
    for (size_t group = 0; !known->length && group < count_groups(lexicon); group++) {
        uint64_t once = 0, twice = 0; /* words that lack a letter, or more */
        for (size_t i = 0; i < letters.count; i++) {
            uint64_t lacking = words_lacking(lexicon, letters.row[i])[group];
            twice |= once & lacking;
            once |= lacking;
        }
        uint64_t far = fault == LEXICON_SHORTENED ? once : twice;
        for (uint64_t near = ~far & words_longer(lexicon, shortest)[group]; near && only; near &= near - 1) {
            word = &words[group * 64 + (size_t)__builtin_ctzll(near)];
            only = !may_mean(lexicon, word, &sought, fault) ||
                   take_meaning(lexicon, &meaning, word, &sought, fault, kinds);
        }
    }
    if (!only)
        return NULL;
    *length = meaning.end;
    return meaning.key;
}

const struct lexicon_word *lexicon_begun(const struct lexicon *lexicon, const char *key, size_t length,
                                         unsigned kinds)
{
    const struct lexicon_word *begun = NULL, *word = find(lexicon->words, lexicon->starts, key, length);
    for (; word && word < lexicon->words + lexicon->count && !strncmp(word->key, key, length); word++) {
        if (!(word->kinds & kinds))
            continue;
        if (begun && begun->sense != word->sense)
            return NULL;
        begun = begun ? begun : word;
    }
    return begun;
}

static unsigned number_of(unsigned letter)
{
    return letter * 0x9E3779B1u >> 26;
}

static uint64_t bit_of(unsigned letter)
{
    return UINT64_C(1) << number_of(letter);
}

struct lexicon_span lexicon_span(const struct lexicon *lexicon, const struct lexicon_word *first,
                                 size_t length)
{
    struct lexicon_span span = {.first = first, .end = first, .length = length};
    const char *key = first->key;
    const struct lexicon_word *end =
        lexicon->words + (length ? lexicon->starts[lexicon_start(key) + 1] : lexicon->count);
    uint64_t head = lexicon_head(key, length);
    for (const char *at = key; at < key + length; span.count++)
        at += utf8_length((unsigned char)*at);
    for (; span.end < end && begins(span.end, key, length, head); span.end++) {
        span.letters |= span.end->letters;
        span.kinds |= span.end->kinds;
        if (span.count == span.end->length)
            continue;
        unsigned next = lexicon->spellings[span.end->spelling + span.count], row = lexicon_row(next);
        span.next |= bit_of(next);
        span.rows[row / 64] |= UINT64_C(1) << row % 64;
    }
    return span;
}

/* Words are told apart by their next letter, as nearly all are. */
const struct lexicon_word *lexicon_go_on(const struct lexicon *lexicon, const struct lexicon_span *span,
                                         const char *key, size_t length, const struct lexicon_word **word)
{
    const uint16_t *spelt = lexicon->spellings + span->count;
    const char *rest = key;
    unsigned letter = next_letter(&rest);
    size_t size = (size_t)(rest - key);
    const struct lexicon_word *low = span->first, *high = span->end;
    *word = NULL;
    while (low < high) {
        const struct lexicon_word *middle = low + (high - low) / 2;
        unsigned here = spelt[middle->spelling];
        if (here < letter || (here == letter && length > size &&
                              strncmp(middle->key + span->length + size, rest, length - size) < 0))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == span->end || spelt[low->spelling] != letter ||
        (length > size && strncmp(low->key + span->length + size, rest, length - size) != 0))
        return NULL;
    *word = low->key[span->length + length] ? NULL : low;
    return low;
}

bool lexicon_may_begin(const struct lexicon *lexicon, unsigned letter)
{
    if (letter < 0x4000) /* rare ones, as 㬀 */
        return false;
    unsigned start = lexicon_start_of(letter);
    return lexicon->starts[start] < lexicon->starts[start + 1] ||
           lexicon->joined_starts[start] < lexicon->joined_starts[start + 1];
}

const struct lexicon_word *lexicon_look_up(const struct lexicon *lexicon, const char *key, size_t length,
                                           enum lexicon_prefix *begins)
{
    const struct lexicon_word *end = lexicon->words + lexicon->count;
    const struct lexicon_word *word = length ? find(lexicon->words, lexicon->starts, key, length) : NULL;
    bool whole = word && !word->key[length];
    bool longer = word && (!whole || (word + 1 < end && !strncmp(word[1].key, key, length)));
    *begins = longer ? PREFIX_LONGER : whole ? PREFIX_WHOLE : PREFIX_NONE;
    if (whole || !length)
        return word;
    word = find(lexicon->joined, lexicon->joined_starts, key, length);
    *begins = word && !longer ? PREFIX_JOINED : *begins;
    return word && !word->key[length] ? word : NULL;
}

const struct lexicon_word *lexicon_exact(const struct lexicon *lexicon, const char *key, size_t length)
{
    enum lexicon_prefix begins;
    return lexicon_look_up(lexicon, key, length, &begins);
}

/* ---- the nearest word ---- */

/* What it costs to turn a word into the key. A gap is any number of the word's characters in a row that the
 * key leaves out. Measured (tests/test_lexicon.c: each word of the forms with random characters exchanged,
 * lost, added, doubled; new ones are taken from the forms): with one such change 94 % are known as what they
 * are among the labels of their table, 0.02 % as another; with two 68 % and 0.05 %. A margin of 2 makes ten
 * times as many of the latter wrong, one of 5 costs 1 % of the right; WRONG of 8 halves those known with two
 * changes, and WRONG of 4 takes 全部公开 for 部分公开. */
enum { WRONG = LEXICON_WRONG, GAP = 2, NEGATION = 12, MARGIN = 3, FAR = LEXICON_FAR };

/* Letters with others before and behind them, or zeros. */
struct letters {
    const uint16_t *at;
    size_t count;
};

uint64_t lexicon_letters(const char *key, size_t length)
{
    uint64_t letters = 0;
    for (const char *at = key; at < key + length;)
        letters |= bit_of(next_letter(&at));
    return letters;
}

unsigned lexicon_first_row(const char *key)
{
    return lexicon_row(next_letter(&key));
}

bool lexicon_may_begin_title(const struct lexicon *lexicon, unsigned letter)
{
    return lexicon->title_letters & bit_of(letter);
}

static bool is_negation(unsigned letter)
{
    return letter == 0x4E0D /* 不 */ || letter == 0x672A /* 未 */ || letter == 0x65E0 /* 无 */ ||
           letter == 0x6CA1 /* 没 */;
}

/* What a negation is misread as; any other character in its place turns the meaning round. */
static bool looks_like(unsigned negation, unsigned letter)
{
    static const uint16_t alike[][2] = {
        {0x672A, 0x672B} /* 末 */, {0x672A, 0x6765} /* 来 */, {0x672A, 0x6731} /* 朱 */,
        {0x4E0D, 0x6728} /* 木 */, {0x4E0D, 0x4E0B} /* 下 */, {0x4E0D, 0x4E15} /* 丕 */,
        {0x65E0, 0x5143} /* 元 */, {0x65E0, 0x5929} /* 天 */, {0x65E0, 0x65E1} /* 旡 */};
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (alike[i][0] == negation && alike[i][1] == letter)
            return true;
    return false;
}

/* Which year a character speaks of before 年: 1 this one (本, 今), 2 the last (上, 去); 0: none. */
static int year_of(unsigned letter)
{
    return letter == 0x672C || letter == 0x4ECA ? 1 : letter == 0x4E0A || letter == 0x53BB ? 2 : 0;
}

/* Which year is named at a place of the key: 本年, 上年, 上一年. */
static int named_year(const uint16_t *at)
{
    enum { YEAR = 0x5E74, ONE = 0x4E00 };
    return at[1] == YEAR || (at[1] == ONE && at[2] == YEAR) ? year_of(*at) : 0;
}

/* What a character of the key costs that the word does not have. A year that the word does not name makes it
 * another. */
static int cost_of_extra(const uint16_t *printed, bool strict)
{
    return !strict ? WRONG : named_year(printed) ? FAR : is_negation(*printed) ? NEGATION : WRONG;
}

/* What it costs that another character stands for the one that is meant, if the meaning counts. */
static int cost_of_other(const uint16_t *printed, unsigned meant)
{
    if (named_year(printed) && named_year(printed) != year_of(meant))
        return FAR;
    return is_negation(*printed) != is_negation(meant) && !looks_like(meant, *printed) ? NEGATION : WRONG;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* What it costs to leave out the characters right before the one at `at`: "审结" is not short for "尚未审结".
 */
static int cost_of_gap(const uint16_t *at)
{
    return is_negation(at[-1]) || is_negation(at[-2]) ? NEGATION : 0;
}

/* How words are compared. `longer`: what each further character of a gap costs. `strict`: what turns the
 * meaning round costs more. */
struct word_comparison {
    int longer, limit;
    bool strict;
};

/* The least cost of turning the word into the key, or FAR if it is above the limit. Row by row of the key;
 * `kept` ends in a character of the key, `left` in one of the word that the key leaves out. `from`, `to`:
 * before and behind them stand more extra characters than the limit allows. Compiled twice, for most
 * comparisons are not strict. */
static inline __attribute__((always_inline)) int
cost_of_word(const struct letters key, const struct letters word, const struct word_comparison with)
{
    int kept[LEXICON_LONGEST + 1], left[LEXICON_LONGEST + 1];
    for (size_t j = 0; j <= word.count; j++) {
        kept[j] = j ? FAR : 0;
        left[j] = j ? GAP + ((int)j - 1) * with.longer : FAR;
    }
    for (size_t i = 0; i < key.count; i++) {
        const uint16_t *printed = key.at + i;
        size_t extras = (size_t)with.limit / WRONG, from = i < extras ? 1 : i + 1 - extras,
               rest = key.count - 1 - i;
        size_t to = rest <= extras ? word.count : word.count + extras > rest ? word.count + extras - rest : 0;
        if (from > to + 1)
            return FAR;
        int extra = cost_of_extra(printed, with.strict), lowest;
        int kept_before = kept[from - 1], left_before = left[from - 1];
        kept[from - 1] = lowest = from > 1 ? FAR : kept[0] + extra;
        left[from - 1] = FAR;
        for (size_t j = from; j <= to; j++) {
            const uint16_t *meant = word.at + j - 1;
            int gap = left_before + (with.strict ? cost_of_gap(meant) : 0);
            int both = least(kept_before, gap) + (*printed == *meant ? 0
                                                  : with.strict      ? cost_of_other(printed, *meant)
                                                                     : WRONG);
            kept_before = kept[j];
            left_before = left[j];
            kept[j] = least(both, kept[j] + extra);
            left[j] = least(left[j] + extra, least(kept[j - 1] + GAP, left[j - 1] + with.longer));
            lowest = least(lowest, least(kept[j], left[j]));
        }
        if (lowest > with.limit)
            return FAR;
        if (to < word.count)
            kept[to + 1] = left[to + 1] = FAR;
    }
    int cost = least(kept[word.count], left[word.count]);
    return cost <= with.limit ? cost : FAR;
}

/* How many bits are set: in pairs, fours and bytes at once, for each comparison counts some. */
static inline int count_bits(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555;
    bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
    return (int)(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F) * 0x0101010101010101 >> 56);
}

/* Whether more of the key's characters are not in the word than the limit allows. */
static bool is_strange(uint64_t key, uint64_t word, int limit)
{
    return WRONG * count_bits(key & ~word) > limit;
}

/* The places of the key at which each letter stands; its letters (lexicon_letters). */
static uint64_t find_places(const struct spelling *key, uint64_t places[LEXICON_BITS])
{
    uint64_t letters = 0;
    memset(places, 0, LEXICON_BITS * sizeof *places);
    for (size_t i = 0; i < key->length; i++) {
        unsigned number = number_of(key->letter[2 + i]);
        places[number] |= UINT64_C(1) << i;
        letters |= UINT64_C(1) << number;
    }
    return letters;
}

/* How many of the key's characters do not stand in the word in this order at least: their longest common
 * subsequence, all places of the key at once (Hyyrö 2004). It tells most words off that have the letters,
 * which compared letter by letter cost fifteen times as much: a page of lines near to labels took 88,000
 * instructions a byte. */
static int count_shuffled(const uint64_t places[LEXICON_BITS], size_t length, const uint16_t *word,
                          size_t word_length)
{
    uint64_t open = ~UINT64_C(0);
    for (size_t i = 0; i < word_length; i++) {
        uint64_t met = open & places[number_of(word[i])];
        open = (open + met) | (open - met);
    }
    return count_bits(open & (~UINT64_C(0) >> (LEXICON_BITS - length)));
}

/* A word with its cost for a key. */
struct word_candidate {
    const struct lexicon_word *word;
    int cost, rival; /* `rival`: the least cost of a word of another sense */
};

/* Without what the key and the word begin and end with alike: to keep it costs least where a letter costs the
 * same anywhere. It is most of a label that is misspelt. */
static void trim_alike(struct letters *key, struct letters *word)
{
    while (key->count && word->count && *key->at == *word->at) {
        key->at++, key->count--;
        word->at++, word->count--;
    }
    while (key->count && word->count && key->at[key->count - 1] == word->at[word->count - 1])
        key->count--, word->count--;
}

/* Whether what turns the meaning round stands where the key and the word differ: else to compare them
 * strictly costs the same. The letter before a gap counts, too (cost_of_gap). */
static bool may_turn(const struct spelling *key, const struct letters word)
{
    struct letters printed = {key->letter + 2, key->length}, meant = word;
    trim_alike(&printed, &meant);
    for (size_t i = 0; i < printed.count; i++)
        if (is_negation(printed.at[i]) || named_year(printed.at + i))
            return true;
    for (size_t i = 0; i <= meant.count; i++)
        if (is_negation(*(meant.at + i - 1)))
            return true;
    return false;
}

/* What it costs at least where `wrong` characters of the key are: at both ends a gap stands, or a wrong one,
 * and one is at both only where it is all that is left. Without it nearly all comparisons of two characters
 * with words came to nothing: a page of lines of one took 15,000 instructions a byte more. */
static int least_cost(const struct letters key, const struct letters word, int wrong)
{
    if (!key.count || !word.count || (wrong == 1 && key.count == 1 && word.count == 1))
        return WRONG * wrong;
    return WRONG * wrong + (wrong > 1 ? 0 : wrong ? GAP : 2 * GAP);
}

struct word_search {
    const struct lexicon *lexicon;
    unsigned kinds;
    lexicon_filter *filter;
    const void *context;
    struct spelling key;
    size_t bytes;     /* of the key */
    uint64_t letters; /* of the key */
    struct distinct distinct;
    uint64_t places[LEXICON_BITS];
    int least_apart; /* by how many letters the key and a word that is near differ at least; 0: one may be the
                        key */
};

/* What it costs to leave out so many characters together. */
static int cost_of_gap_of(size_t count, int longer)
{
    return count ? GAP + ((int)count - 1) * longer : 0;
}

/* What it costs that the key stands in the word in one piece; FAR: it does not. */
static int cost_around(const struct letters key, const struct letters word, int longer)
{
    int cost = key.count ? FAR : cost_of_gap_of(word.count, longer);
    for (size_t i = 0; key.count && i + key.count <= word.count; i++)
        if (word.at[i] == *key.at && !memcmp(word.at + i, key.at, key.count * sizeof *key.at))
            cost =
                least(cost, cost_of_gap_of(i, longer) + cost_of_gap_of(word.count - key.count - i, longer));
    return cost;
}

/* What it costs that one character of the key is wrong, where there may be one gap besides: they stand at the
 * two ends, as neither is alike, or that one is all that is left. FAR: more differs. Letter by letter, as
 * most words that have nearly all letters of a short key were compared, lines of two of a label cost 60
 * instructions a byte more. */
static int cost_of_one_wrong(const struct letters key, const struct letters word, int longer)
{
    size_t same = key.count - 1, size = same * sizeof *key.at;
    if (!same)
        return WRONG + cost_of_gap_of(word.count ? word.count - 1 : 0, longer);
    for (size_t other = 2; other-- > 0;) { /* it stands for one of the word's, or is one more */
        if (word.count < same + other)
            continue;
        size_t gap = word.count - same - other;
        if (!memcmp(key.at + 1, word.at + other, size) || !memcmp(key.at, word.at + gap, size))
            return WRONG + cost_of_gap_of(gap, longer);
    }
    return FAR;
}

/* What a word costs for the key, FAR if that is above the limit. Where neither a wrong character is allowed
 * nor a third gap, the key stands in one piece behind what both begin with: so most words that have two
 * letters of a key are told off. */
static int compare(const struct word_search *search, struct letters meant, int longer, int limit)
{
    struct letters printed = {search->key.letter + 2, search->key.length};
    int wrong = 0, cost;
    if (limit >= WRONG &&
        WRONG * (wrong = count_shuffled(search->places, printed.count, meant.at, meant.count)) > limit)
        return FAR;
    trim_alike(&printed, &meant);
    if (limit < WRONG)
        return (cost = cost_around(printed, meant, longer)) <= limit ? cost : FAR;
    if (least_cost(printed, meant, wrong) > limit)
        return FAR;
    if (wrong == 1 && limit < WRONG + 2 * GAP && printed.count)
        return (cost = cost_of_one_wrong(printed, meant, longer)) <= limit ? cost : FAR;
    return cost_of_word(printed, meant, (struct word_comparison){longer, limit, false});
}

static void consider(struct word_candidate *best, const struct lexicon_word *word, int cost)
{
    bool same = best->word && word->sense == best->word->sense;
    if (cost >= best->cost) {
        best->rival = same ? best->rival : least(best->rival, cost);
        best->word = same && cost == best->cost && word < best->word
                         ? word
                         : best->word; /* whatever is compared first */
        return;
    }
    best->rival = same ? best->rival : best->cost;
    best->cost = cost;
    best->word = word;
}

/* One wrong character of three to seven, then one in four; two characters may be all that is left, but right.
 */
static int limit_for(int length)
{
    return length == 2 ? 2 * GAP : length < 5 ? length + 3 : (3 * length + 1) / 2;
}

static bool is_wanted(const struct word_search *search, const struct lexicon_word *word)
{
    return word->kinds & search->kinds & ~(unsigned)WORD_WHOLE &&
           (!search->filter || search->filter(word, search->context));
}

/* The groups of words that have each one fault of the key: a character that they lack, also for the second
 * time, and that they are longer, where that counts as much. Returns how many. */
static size_t find_faults(const struct word_search *search, int limit, size_t repeats,
                          const uint64_t *faults[2 * LEXICON_LONGEST + 1])
{
    const struct lexicon *lexicon = search->lexicon;
    size_t count = 0;
    if ((limit - GAP) / WRONG < limit / WRONG)
        faults[count++] = words_longer(lexicon, search->key.length);
    for (size_t i = 0; i < repeats; i++)
        faults[count++] = lexicon->few + i * count_groups(lexicon);
    for (size_t i = 0; i < search->distinct.count; i++)
        faults[count++] = words_lacking(lexicon, search->distinct.row[i]);
    return count;
}

/* The words of two groups that have more faults than `most`. Of short keys, as most are, none or one is
 * allowed, which needs no numbers. */
static wide words_beyond(const uint64_t *const *faults, size_t count, size_t group, size_t most)
{
    wide once = {0}, twice = {0};
    if (most > 1) {
        struct counts counts = counts_up_to((unsigned)most);
        for (size_t i = 0; i < count; i++)
            count_one(&counts, load_wide(faults[i] + group));
        return counts.over;
    }
    for (size_t i = 0; i < count; i++) {
        wide fault = load_wide(faults[i] + group);
        twice |= once & fault;
        once |= fault;
    }
    return most ? twice : once;
}

/* The words of each group that cost no more than the limit by the key's characters that they have, how often,
 * and by how many they have: a character that comes again in the key must in the word, too, and a word that
 * is longer has a gap. */
static void find_groups(const struct word_search *search, int limit, uint64_t groups[LEXICON_MOST / 64])
{
    const struct lexicon *lexicon = search->lexicon;
    const uint64_t *faults[2 * LEXICON_LONGEST + 1];
    size_t most = (size_t)limit / WRONG, repeats = search->distinct.repeats,
           beyond = repeats > lexicon->most_repeats ? repeats - lexicon->most_repeats : 0,
           count = find_faults(search, limit, repeats - beyond, faults);
    const uint64_t *long_enough =
        words_longer(lexicon, search->key.length > most ? search->key.length - most - 1 : 0);
    for (size_t group = 0; group < count_groups(lexicon); group += 2) {
        wide near = ~words_beyond(faults, count, group, most - beyond) & load_wide(long_enough + group);
        memcpy(groups + group, &near, sizeof near);
    }
}

/* Whether a word may be what the key means: one of two characters tells only a short one, 没有 is no row of
 * its own. */
static bool may_be_meant(const struct word_search *search, const struct lexicon_word *word)
{
    return search->key.length > 2 || word->length <= search->bytes;
}

/* Put the words that the key may mean into `near`. First the one whose letters differ least from the key's:
 * likely the nearest, which makes the others' limit low. Compared first, it saves nine tenths of the
 * comparisons that follow. */
static size_t find_near(struct word_search *search, int limit, const struct lexicon_word *near[LEXICON_MOST])
{
    uint64_t groups[LEXICON_MOST / 64];
    size_t count = 0;
    bool any = false;
    search->least_apart = INT_MAX;
    if (search->distinct.repeats > search->lexicon->most_repeats + (size_t)limit / WRONG)
        return 0;
    find_groups(search, limit, groups);
    const uint64_t *too_long = search->key.length > 2 ? NULL : words_longer(search->lexicon, search->bytes);
    for (size_t group = 0; group < count_groups(search->lexicon) && !any; group++)
        any = groups[group] & (too_long ? ~too_long[group] : ~UINT64_C(0));
    for (size_t group = 0; any && group < count_groups(search->lexicon); group++)
        for (uint64_t words = groups[group]; words; words &= words - 1) {
            const struct lexicon_word *word =
                &search->lexicon->words[group * 64 + (size_t)__builtin_ctzll(words)];
            int apart = count_bits(search->letters ^ word->letters);
            bool nearest = apart < search->least_apart && is_wanted(search, word);
            near[count] = nearest && count ? near[0] : word;
            if (nearest) {
                near[0] = word;
                search->least_apart = apart;
            }
            count++;
        }
    return count;
}

static struct letters letters_of(const struct lexicon *lexicon, const struct lexicon_word *word)
{
    return (struct letters){lexicon->spellings + word->spelling, word->length};
}

/* What each further character of a gap costs. */
static int cost_of_longer(const struct lexicon_word *word)
{
    return word->kinds & (WORD_LONG | WORD_NOTE) ? GAP : 0;
}

/* Whether words of two senses are so near that none can be the nearest by the margin, for one that is not the
 * key costs a gap. So it is with most keys of two characters: else lines of letters cost 200 instructions a
 * byte more. */
static bool is_told_by_none(const struct word_search *search, const struct word_candidate *best)
{
    return search->least_apart && best->rival < GAP + MARGIN;
}

/* Consider all words that cost no more than `limit`, nor than the best and the margin. */
static void consider_near(struct word_search *search, int limit, struct word_candidate *best)
{
    const struct lexicon_word *near[LEXICON_MOST];
    size_t count = find_near(search, limit, near);
    for (size_t i = 0; i < count && !is_told_by_none(search, best); i++) {
        bool same =
            best->word && near[i]->sense == best->word->sense; /* then it counts only if it is nearer */
        int within = least(limit, same ? best->cost - (near[i] > best->word) : best->cost + MARGIN - 1);
        if (is_strange(search->letters, near[i]->letters, within) || !is_wanted(search, near[i]))
            continue;
        struct letters word = letters_of(search->lexicon, near[i]);
        consider(best, near[i], compare(search, word, cost_of_longer(near[i]), within));
    }
}

/* Whether a key of two letters is near to no word: with two gaps at most they stand side by side in it, or
 * one stands at its end. Lines of letters cost 105 instructions a byte less. */
static bool is_strange_pair(const struct lexicon *lexicon, const struct spelling *key)
{
    unsigned pair = lexicon_pair(key->letter[2], key->letter[3]);
    return key->length == 2 && !(lexicon->pairs[pair / 64] >> pair % 64 & 1);
}

/* Rivals are compared without regard to negations: a key that has lost its 不 must not become another label
 * for it. A word is no rival if it is farther than the nearest by the margin; those farther than the limit
 * are looked for only where one is near. */
const struct lexicon_word *lexicon_nearest(const struct lexicon *lexicon, const char *key, size_t length,
                                           unsigned kinds, lexicon_filter *filter, const void *context,
                                           int *cost)
{
    struct word_search search; /* filled in as it is needed */
    struct word_candidate best = {NULL, FAR, FAR};
    int unasked;
    cost = cost ? cost : &unasked;
    *cost = FAR;
    if (length > lexicon->longest)
        return NULL;
    spell(key, length, &search.key);
    if (search.key.length < (filter ? 2 : 3) || is_strange_pair(lexicon, &search.key))
        return NULL;
    int limit = limit_for((int)search.key.length);
    search.lexicon = lexicon;
    search.kinds = kinds;
    search.filter = filter;
    search.context = context;
    search.bytes = length;
    find_distinct(&search.key, &search.distinct);
    search.letters = find_places(&search.key, search.places);
    consider_near(&search, limit, &best);
    if (best.word && best.cost + MARGIN - 1 > limit && !is_told_by_none(&search, &best))
        consider_near(&search, best.cost + MARGIN - 1, &best);
    if (!best.word)
        return NULL;
    *cost = best.cost;
    if (best.rival < best.cost + MARGIN || !may_be_meant(&search, best.word))
        return NULL;
    struct letters word = letters_of(lexicon, best.word);
    int strict = best.cost;
    if (may_turn(&search.key, word))
        strict = cost_of_word((struct letters){search.key.letter + 2, search.key.length}, word,
                              (struct word_comparison){cost_of_longer(best.word), limit, true});
    if (strict > limit)
        return NULL;
    *cost = strict;
    return best.word;
}

/* The text without the brackets that it ends with; its length if there are none. */
static size_t without_note(const char *text, size_t length)
{
    static const char *const brackets[][2] = {{"(", ")"}, {"[", "]"}, {"〔", "〕"}, {"【", "】"}};
    size_t end = length;
    while (end && text[end - 1] == FOLD_FILLER)
        end--;
    if (end && !strchr(")]\x95\x91", text[end - 1])) /* as most */
        return length;
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t size = strlen(brackets[i][0]), at = end;
        if (end < size || memcmp(text + end - size, brackets[i][1], size) != 0)
            continue;
        while (at >= size && memcmp(text + at - size, brackets[i][0], size) != 0)
            at--;
        return at >= size ? at - size : length;
    }
    return length;
}

enum { LONGEST_LABEL = 512 }; /* bytes, with a note */

/* The label of a row that a note behind another label is: 二、行政诉讼(复议后起诉). */
static const struct lexicon_word *row_in_note(const struct lexicon *lexicon, const char *note, size_t length)
{
    char key[LONGEST_LABEL];
    const struct lexicon_word *word = lexicon_exact(lexicon, key, lexicon_key(note, length, key));
    return word && word->kinds & (WORD_ROW | WORD_SPAN)
               ? word
               : NULL; /* rows side by side are named over their columns */
}

/* The label of a row that words behind a number in a circle are with that number: ③其他; NULL: they are none.
 */
static const struct lexicon_word *circled_row(const struct lexicon *lexicon, const char *text, size_t length)
{
    enum { CIRCLED_ONE = 0x2460, CIRCLED_NINE = 0x2468, BYTES = 3 };
    char key[LONGEST_LABEL + 1];
    unsigned code = length > BYTES && length <= LONGEST_LABEL ? utf8_decode(text, BYTES) : 0;
    if (code < CIRCLED_ONE || code > CIRCLED_NINE)
        return NULL;
    *key = (char)('1' + code - CIRCLED_ONE);
    size_t rest = lexicon_key_within(text + BYTES, length - BYTES, key + 1, lexicon->longest);
    const struct lexicon_word *word = lexicon_exact(lexicon, key, rest + 1);
    return word && word->kinds & WORD_ROW ? word : NULL;
}

const struct lexicon_word *lexicon_label(const struct lexicon *lexicon, const char *text, size_t length)
{
    char key[LONGEST_LABEL];
    const struct lexicon_word *row = NULL,
                              *word = length && *text == '\xE2' ? circled_row(lexicon, text, length) : NULL;
    if (word)
        return word;
    bool may = length < 3 || (unsigned char)*text - 0xE4U > 5 || /* as for lexicon_may_begin() */
               lexicon_may_begin(lexicon, utf8_decode(text, 3));
    while (length && length <= LONGEST_LABEL) {
        word = !may ? NULL
                    : lexicon_exact(lexicon, key, lexicon_key_within(text, length, key, lexicon->longest));
        size_t note = word ? length : without_note(text, length);
        if (note >= length)
            break;
        row = row_in_note(lexicon, text + note, length - note);
        length = note;
    }
    if (!row || (word && word->kinds & WORD_ROW))
        return word;
    const char *behind = key, *end = key + lexicon_key(text, length, key);
    numeral_read(&behind, end); /* the number of the row */
    return lexicon_exact(lexicon, behind, (size_t)(end - behind)) ? row : word;
}

unsigned lexicon_label_kinds(const struct lexicon *lexicon, const char *text, size_t length)
{
    const struct lexicon_word *word = lexicon_label(lexicon, text, length);
    return word ? word->kinds : 0;
}

/* The first title that begins with the key; NULL: none does. */
static const char *title_from(const struct lexicon *lexicon, const char *key, size_t length)
{
    size_t low = 0, high = lexicon->title_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strncmp(lexicon->titles[middle], key, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool begins = low < lexicon->title_count && !strncmp(lexicon->titles[low], key, length);
    return begins ? lexicon->titles[low] : NULL;
}

bool lexicon_is_title(const struct lexicon *lexicon, const char *key, size_t length)
{
    const char *title = length ? title_from(lexicon, key, length) : NULL;
    return title && !title[length];
}

struct lexicon_beginning lexicon_begin(const struct lexicon *lexicon, const char *text, size_t length)
{
    struct lexicon_beginning found = {0};
    char key[LONGEST_LABEL + 4];
    enum lexicon_prefix begins = PREFIX_LONGER;
    const char *title = "";
    for (size_t at = 0, size = 0, step; at < length && size < LONGEST_LABEL; at += step) {
        if ((unsigned char)text[at] < ' ' && text[at] != FOLD_FILLER) /* another line or cell */
            break;
        step = utf8_length((unsigned char)text[at]);
        size_t more = lexicon_key(text + at, step, key + size);
        if (!more)
            continue;
        size += more;
        const struct lexicon_word *word =
            begins == PREFIX_LONGER ? lexicon_look_up(lexicon, key, size, &begins) : NULL;
        title = title ? title_from(lexicon, key, size) : NULL;
        if (word)
            found.word = word, found.label = at + step;
        if (title && !title[size])
            found.title = at + step;
        if (!title && begins != PREFIX_LONGER)
            break;
    }
    return found;
}
