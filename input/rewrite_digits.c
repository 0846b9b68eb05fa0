/* rewrite_digits.c - values of a row whose digits nothing parts: the only way that gives each column a number
 * and adds up. */
#include "config.h"

#include "rewrite_digits.h"

#include <ctype.h>
#include <string.h>

enum { FILLER = '\x01' }; /* what the shadow has for the bytes that a folded character lacks */
enum { TRIES = 20000 };   /* ways looked at; two digits a column of a review row take 9,000 */

/* `group`: columns to a total, with it; 0: there is none. `found`: ways, of which the first is in `starts`.
 */
struct parting {
    const char *bytes;
    size_t end, columns, group, found;
    size_t now[DIGITS_MOST], *starts, *tries;
};

static size_t skip_blanks(const struct parting *parting, size_t at)
{
    while (at < parting->end && strchr(" \t\r\n", parting->bytes[at]))
        at++;
    return at;
}

/* The bytes of the character of one byte in the shadow, with what it lacks there. */
static size_t width_at(const struct parting *parting, size_t at)
{
    size_t end = at + 1;
    while (end < parting->end && parting->bytes[end] == FILLER)
        end++;
    return end - at;
}

/* The bytes of the sign for no value at `at`: - / — or one of them twice; 0: none. */
static size_t sign_at(const struct parting *parting, size_t at)
{
    char sign = parting->bytes[at];
    size_t length = sign == '-' || sign == '/' ? width_at(parting, at) : 0;
    bool twice = length && at + length < parting->end && parting->bytes[at + length] == sign;
    return twice ? length + width_at(parting, at + length) : length;
}

/* The bytes of the longest value at `at`: digits, of which a zero stands alone, with a minus or without; or a
 * sign alone. */
static size_t longest(const struct parting *parting, size_t at)
{
    enum { DIGITS = 9 };
    const char *bytes = parting->bytes;
    size_t sign = sign_at(parting, at), end = at + sign, digits = 0;
    bool twice = sign > width_at(parting, at);
    if (sign && (twice || bytes[at] == '/' || end == parting->end || bytes[end] == '0'))
        return sign;
    for (size_t first = end; end < parting->end && digits < DIGITS; end += width_at(parting, end), digits++)
        if (!isdigit((unsigned char)bytes[end]) || (digits && bytes[first] == '0'))
            break;
    return end > at ? end - at : 1;
}

static long value_of(const struct parting *parting, size_t at, size_t length)
{
    bool negative = parting->bytes[at] == '-';
    long value = 0;
    for (size_t i = 0; i < length; i++)
        value = isdigit((unsigned char)parting->bytes[at + i]) ? value * 10 + (parting->bytes[at + i] - '0')
                                                               : value;
    return negative ? -value : value;
}

static bool is_blank_at(const struct parting *parting, size_t at)
{
    return at < parting->end && strchr(" \t\r\n", parting->bytes[at]);
}

/* Every way to part the rest, from `at` on, into the columns from `column` on; `sum`: of the group's so far;
 * `empty`: a blank has been taken for an empty cell, which makes it one way too many: 1302336 behind one may
 * be 1 30 2 3 36 or 0 13 0 23 36.
 */
static void part(struct parting *parting, size_t at, size_t column, long sum, bool empty)
{
    bool total = parting->group && column % parting->group == parting->group - 1;
    if (column == parting->columns) {
        if (skip_blanks(parting, at) < parting->end)
            return;
        if (!parting->found)
            memcpy(parting->starts, parting->now, column * sizeof *parting->now);
        parting->found += empty ? 2 : 1;
        return;
    }
    if (at == parting->end || parting->found > 1 || !*parting->tries || !--*parting->tries)
        return;
    if (is_blank_at(parting, at)) {
        part(parting, skip_blanks(parting, at), column, sum, empty);
        if (!total || !sum)
            part(parting, at + 1, column + 1, sum, true);
        return;
    }
    size_t most = longest(parting, at);
    parting->now[column] = at;
    for (size_t length = 1; length <= most; length++) {
        if (at + length < parting->end && parting->bytes[at + length] == FILLER)
            continue;
        long value = value_of(parting, at, length);
        if (!total || value == sum)
            part(parting, at + length, column + 1, total ? 0 : sum + value, empty);
    }
}

/* Blanks that part as many values as there are columns part them. */
static bool is_parted(struct parting *parting, size_t at)
{
    size_t column = 0;
    for (at = skip_blanks(parting, at); at < parting->end; at = skip_blanks(parting, at)) {
        size_t length = strcspn(parting->bytes + at, " \t\r\n");
        bool zero =
            parting->bytes[at] == '0' && length > 1 && strspn(parting->bytes + at + 1, "0123456789\x01");
        if (column == parting->columns || zero)
            return false;
        parting->starts[column++] = at;
        at += at + length < parting->end ? length : parting->end - at;
    }
    return column == parting->columns;
}

bool part_digits(const char *bytes, size_t at, size_t end, size_t columns, size_t totals, size_t *starts,
                 size_t *tries)
{
    struct parting parting = {
        .bytes = bytes, .end = end, .columns = columns, .starts = starts, .tries = tries};
    parting.group = totals && columns % totals == 0 ? columns / totals : 0;
    if (!columns || is_parted(&parting, at))
        return columns > 0;
    part(&parting, skip_blanks(&parting, at), 0, 0, false);
    return parting.found == 1 && *tries;
}
