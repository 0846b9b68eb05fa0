/* quantity.c - a printed quantity as number, unit and qualifier: "１，２３４．５余万条" is 1234.5, 万条, 余.
 */
#include "quantity.h"
#include "arena.h"
#include "fold.h"
#include "numeral.h"
#include "text.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* A word of the shadow and what it stands for. */
struct sign {
    const char *text;
    int value;
};

static const struct sign myriads[] = {{"万", 4}, {"亿", 8}};
static const struct sign scales[] = {{"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}};

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))

static int sign_at(const struct sign *signs, size_t count, const char *text, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (bytes_begin(text, text + length, signs[i].text))
            return signs[i].value;
    return -1;
}

/* Digits into `out`, separators and fillers left out. Returns the bytes read. */
static size_t read_digits(const char *text, size_t length, char *out)
{
    size_t at = 0, used = 0;
    bool point = false;
    for (; at < length; at++) {
        bool digit = text[at] >= '0' && text[at] <= '9';
        if (strchr(" \t", text[at]) && at + 1 < length && text[at + 1] >= '0' && text[at + 1] <= '9')
            continue; /* 1 532 */
        if (!digit && text[at] != ',' && text[at] != FOLD_FILLER && (text[at] != '.' || point))
            break;
        point |= text[at] == '.';
        if (digit || text[at] == '.')
            out[used++] = text[at];
    }
    out[used] = '\0';
    return at;
}

static const char *without_zeros(const char *number)
{
    size_t zeros = strspn(number, "0"); /* 08件 is 8 */
    return number + zeros - (zeros && (!number[zeros] || number[zeros] == '.'));
}

static struct nb_number number_of(const char *decimal)
{
    enum { MOST_DECIMALS = 30 }; /* a fact keeps how many in seven bits */
    struct nb_number number = {0, 0};
    bool point = false;
    for (; *decimal && number.units < INT64_MAX / 100 && number.scale < MOST_DECIMALS; decimal++) {
        point |= *decimal == '.';
        if (*decimal != '.')
            number = (struct nb_number){number.units * 10 + (*decimal - '0'), number.scale + point};
    }
    return number;
}

static void scale(struct nb_fact *number, int power)
{
    for (; power > 0 && number->scale > 0; power--)
        number->scale--;
    for (; power > 0 && number->units < INT64_MAX / 10; power--)
        number->units *= 10;
    for (; number->scale > 0 && number->units % 10 == 0; number->scale--)
        number->units /= 10;
}

/* Room for the words of a quantity, which are short and kept at their length. */
struct scratch {
    char bytes[64];
};

static char *scratch_of(struct nb_arena *arena, struct scratch *scratch, size_t length)
{
    return memset(length < sizeof scratch->bytes ? scratch->bytes : arena_room(arena, length + 1), 0,
                  length + 1);
}

static const char *const vague[] = {"余", "多"};

/* The word of the list that the text before or behind the quantity ends or begins with. */
static const char *qualifier_beside(const struct nb_report *report, struct nb_span span)
{
    const struct nb_text *text = report->text;
    const char *start = text->shadow + span.start, *end = text->shadow + span.end;
    for (const char *const *word = words_before_number; *word; word++) {
        size_t size = strlen(*word);
        if (span.start >= size && start[-1] == (*word)[size - 1] && !memcmp(start - size, *word, size))
            return *word;
    }
    for (const char *const *word = words_behind_number; *word; word++)
        if (string_begins(end, *word))
            return *word;
    return NULL;
}

/* The unit is what is left of the printed text, without spaces and 余; the scales it begins with go to the
 * number: 1.2万条, but not 8个百分点. */
static void read_unit(const struct nb_report *report, struct nb_fact *fact, size_t at)
{
    const char *shadow = report->text->shadow, *bytes = report->text->bytes;
    struct scratch scratch;
    char *unit = scratch_of(report->arena, &scratch, fact->span.end - at);
    size_t used = 0;
    bool begun = false;
    while (at < fact->span.end) {
        size_t left = fact->span.end - at, step = utf8_length((unsigned char)bytes[at]);
        int power = sign_at(scales, COUNT_OF(scales), shadow + at, left);
        for (size_t i = 0; i < COUNT_OF(vague); i++)
            if (bytes_begin(shadow + at, shadow + at + left, vague[i]))
                fact->qualifier = vague[i], step = 0, at += strlen(vague[i]);
        if (step && !strchr(" \t\n\x01", shadow[at])) {
            memcpy(unit + used, bytes + at, step);
            used += step;
            begun |= power <= 0;
            scale(fact, begun ? 0 : power);
        }
        at += step;
    }
    fact->unit = arena_strndup(report->arena, unit, used);
}

/* A Chinese numeral up to 万 or 亿, which belong to the unit; -1: none. Passes over it. */
static int64_t read_chinese(const char *shadow, size_t *at, size_t end)
{
    size_t scale = *at;
    while (scale < end && sign_at(myriads, COUNT_OF(myriads), shadow + scale, end - scale) < 0)
        scale++;
    const char *here = shadow + *at;
    int64_t number = numeral_read(&here, shadow + scale);
    *at = (size_t)(here - shadow);
    return number;
}

void quantity_read(const struct nb_report *report, struct nb_fact *fact)
{
    const char *shadow = report->text->shadow;
    size_t at = fact->span.start, length = fact->span.end - at;
    bool share = bytes_begin(shadow + at, shadow + at + length, "百分之");
    at += share ? strlen("百分之") : 0;
    bool arabic = shadow[at] >= '0' && shadow[at] <= '9';
    int64_t chinese = arabic ? -1 : read_chinese(shadow, &at, fact->span.end);
    struct scratch scratch;
    char *number = scratch_of(report->arena, &scratch, length + 1);
    if (chinese < 0)
        at += read_digits(shadow + at, fact->span.end - at, number);
    fact->quantity = *number ? arena_strdup(report->arena, without_zeros(number))
                             : arena_printf(report->arena, "%lld", chinese < 0 ? 0 : (long long)chinese);
    struct nb_number printed = number_of(fact->quantity);
    fact->units = printed.units;
    fact->scale = printed.scale;
    size_t range = bytes_begin(shadow + at, shadow + fact->span.end, "—") ||
                           bytes_begin(shadow + at, shadow + fact->span.end, "至") ||
                           bytes_begin(shadow + at, shadow + fact->span.end, "到")
                       ? 3
                   : at < fact->span.end && strchr("-~", shadow[at]) ? 1
                                                                     : 0;
    if (range) {
        at += range +
              read_digits(shadow + at + range, fact->span.end - at - range, number + strlen(number) + 1);
        fact->qualifier = "至";
    }
    scale(fact, 0);
    read_unit(report, fact, at);
    if (share)
        fact->unit = "%";
    if (!fact->qualifier)
        fact->qualifier = qualifier_beside(report, fact->span);
}

const char *unit_measure(const char *unit)
{
    while (sign_at(scales, COUNT_OF(scales), unit, strlen(unit)) > 0 || string_begins(unit, "萬") ||
           string_begins(unit, "億"))
        unit += 3;
    return unit;
}

const char *date_read(const char *at, int parts[3])
{
    static const char *const units[] = {"年", "月", "日"};
    memset(parts, 0, 3 * sizeof *parts);
    for (int unit = 0; unit < 3; unit++) {
        char *end;
        long number = *at >= '0' && *at <= '9' ? strtol(at, &end, 10) : 0;
        if (number <= 0 || number > 9999)
            continue;
        while (unit < 3 && !string_begins(end, units[unit]))
            unit++;
        if (unit == 3)
            return at;
        parts[unit] = (int)number;
        at = end + strlen(units[unit]);
    }
    return at;
}
