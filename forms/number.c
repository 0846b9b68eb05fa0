/* number.c - numbers as reports print them, read exactly. */
#include "arena.h"
#include "bind.h"
#include "fold.h"
#include "numeral.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_DIGITS = 18 }; /* of a number in an int64_t, whatever they are */

static bool starts_with(const char *at, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/* Pass over a sign; returns whether it is a minus. */
static bool read_sign(const char **at, const char *end)
{
    static const char *const minus[] = {"-", "减少", "减", "↓"}, *const plus[] = {"+", "增加", "增", "↑"};
    for (size_t i = 0; i < sizeof minus / sizeof *minus; i++)
        if (starts_with(*at, end, minus[i])) {
            *at += strlen(minus[i]);
            return true;
        }
    for (size_t i = 0; i < sizeof plus / sizeof *plus; i++)
        if (starts_with(*at, end, plus[i])) {
            *at += strlen(plus[i]);
            break;
        }
    return false;
}

/* What stands before a number that is not exact; the number is read all the same, and the word stays in what is printed. */
static void skip_qualifier(const char **at, const char *end)
{
    static const char *const words[] = {"约", "近", "超"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (starts_with(*at, end, words[i])) {
            *at += strlen(words[i]);
            return;
        }
}

/* Digits in groups, and decimals. False: none, or too many to hold. */
static bool read_digits(const char **at, const char *end, struct nb_number *number)
{
    bool point = false, any = false;
    int digits = 0;
    for (; *at < end; ++*at) {
        if (**at >= '0' && **at <= '9') {
            if (digits == MOST_DIGITS)
                return false;
            any = true;
            digits += number->units != 0 || **at != '0';
            number->units = number->units * 10 + (**at - '0');
            number->scale += point;
        } else if (**at == '.' && !point) {
            point = true;
        } else if (**at != ',' && **at != FOLD_FILLER && **at != ' ') {
            break;
        }
    }
    return any && number->scale <= MOST_DIGITS;
}

bool read_number(const char *words, size_t length, struct nb_number *number, size_t *unit_start)
{
    const char *at = words, *end = words + length;
    skip_qualifier(&at, end);
    bool negative = read_sign(&at, end);
    const char *start = at;
    int64_t numeral = numeral_read(&at, end);
    *number = (struct nb_number){numeral > 0 ? numeral : 0, 0};
    if (numeral < 0 && (at > start || !read_digits(&at, end, number)))
        return false;
    *unit_start = (size_t)(at - words);
    if (negative)
        number->units = -number->units;
    return true;
}

const char *number_text(struct nb_arena *arena, struct nb_number number)
{
    int64_t power = 1;
    for (int i = 0; i < number.scale; i++)
        power *= 10;
    int64_t absolute = number.units < 0 ? -number.units : number.units;
    const char *sign = number.units < 0 ? "-" : "";
    if (!number.scale)
        return arena_printf(arena, "%s%" PRId64, sign, absolute);
    return arena_printf(arena, "%s%" PRId64 ".%0*" PRId64, sign, absolute / power, number.scale, absolute % power);
}
