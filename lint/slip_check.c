/* slip_check.c - decides by the characters in and around a match of the scanner of slips whether it is one.
 */
#include "config.h"

#include "slip_check.h"

#include "fold.h"
#include "memory.h"
#include "numeral.h"
#include "text.h"
#include "utf8.h"
#include "words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void slip_keep(struct slip_reader *reader, enum slip_kind kind, int value)
{
    struct slips *slips = reader->slips;
    if (reader->start < reader->kept[kind]) /* within what is kept already */
        return;
    slips->list = xgrow(slips->list, &slips->room, slips->count + 1, sizeof *slips->list);
    size_t end = reader->at; /* a character of several bytes is kept whole */
    while (reader->shadow[end] == FOLD_FILLER)
        end++;
    slips->list[slips->count++] = (struct slip){kind, value, {reader->start, end}};
    slips->kinds |= UINT64_C(1) << kind;
    reader->kept[kind] = end;
}

const char *slip_word(int value)
{
    static const char *const right[] = {"截至", "登录", "账", "信息公开", "依申请公开", "政府信息公开条例"};
    return right[value];
}

/* ---- what stands around a match ---- */

/* Whether a Chinese numeral begins here. */
static bool begins_numeral(const char *at)
{
    return numeral_read(&at, at + strnlen(at, strlen("十"))) >= 0;
}

const char *slip_before(const struct slip_reader *reader)
{
    size_t at = fold_end(reader->shadow, 0, reader->start);
    if (!at)
        return "";
    do
        at--;
    while (at > 0 && (reader->shadow[at] & 0xC0) == 0x80);
    return reader->shadow + at;
}

const char *slip_behind(const struct slip_reader *reader)
{
    return reader->shadow + reader->at;
}

bool slip_beside_han(const struct slip_reader *reader)
{
    return utf8_is_han(slip_before(reader)) || utf8_is_han(slip_behind(reader));
}

bool slip_follows_word(const struct slip_reader *reader)
{
    const char *last = slip_before(reader);
    return last >= reader->shadow + 3 && utf8_is_han(last) && utf8_is_han(last - 3);
}

bool slip_is_full_stop(const struct slip_reader *reader)
{
    enum { CLAUSE = 5 * 3 }; /* bytes: names with a point in them, 中国.青石, are shorter */
    const char *end = slip_behind(reader), *from = reader->shadow + reader->start;
    if (!*slip_before(reader) || !slip_follows_word(reader) || begins_numeral(slip_before(reader)))
        return false;
    while (from >= reader->shadow + 3 && utf8_is_han(from - 3))
        from -= 3;
    bool ends = !end[strspn(end, " \t\r\x01")] || end[strspn(end, " \t\r\x01")] == '\n';
    return ends || (utf8_is_han(end) && reader->shadow + reader->start - from >= CLAUSE);
}

static bool is_latin(const char *at)
{
    return isalnum((unsigned char)*at);
}

bool slip_begins_word(const struct slip_reader *reader)
{
    const char *before = slip_before(reader);
    return !*before || (!is_latin(before) && !strchr("-/.", *before));
}

bool slip_stands_alone(const struct slip_reader *reader)
{
    return slip_begins_word(reader) && !is_latin(slip_behind(reader));
}

static bool ends_field(char c)
{
    return !c || strchr(",\n\r", c);
}

bool slip_quotes_field(const struct slip_reader *reader)
{
    const char *mark = reader->shadow + reader->start, *first = mark, *last = mark;
    bool opens = mark == reader->shadow || ends_field(mark[-1]);
    if (opens)
        last = strchr(mark + 1, '"');
    else
        for (first = mark - 1; first > reader->shadow && *first != '"';)
            first--;
    return last && *first == '"' && (first == reader->shadow || ends_field(first[-1])) && ends_field(last[1]);
}

/* Where lines were joined, fillers stand for the end of the line, or nothing does: nobody types three commas.
 */
bool slip_parts_fields(const struct slip_reader *reader)
{
    size_t end = fold_end(reader->shadow, reader->start, reader->at), commas = 0;
    while (end - commas > reader->start && reader->shadow[end - commas - 1] == ',')
        commas++;
    return commas > 2 || (commas > 1 && (end < reader->at || ends_field(*slip_behind(reader))));
}

/* “××村”式, “××医院”字样: the words are spoken of. */
static bool is_cited(const struct slip_reader *reader)
{
    const char *at = slip_behind(reader);
    while (utf8_is_han(at))
        at += 3;
    return !strncmp(slip_before(reader), "“", 3) && string_begins_any(at, words_cite);
}

bool slip_stands_for_words(const struct slip_reader *reader)
{
    const char *before = slip_before(reader);
    bool number =
        *before == '-' && before > reader->shadow && isdigit((unsigned char)before[-1]); /* 0736-XXXXXXX */
    return !is_cited(reader) && !is_latin(before) && !is_latin(slip_behind(reader)) &&
           (number || slip_beside_han(reader));
}

bool slip_follows_words(const struct slip_reader *reader)
{
    const char *at = slip_before(reader);
    return utf8_is_han(at) || is_latin(at) || (*at && strchr(")]%", *at)) || !strncmp(at, "》", 3) ||
           !strncmp(at, "”", 3);
}

/* A particle that stands twice is no slip where the second one begins a word: 以及|及时, 为了|了解, 是|是否.
 */
static bool begins_word(const char *particle, const char *behind)
{
    char word[7] = "";
    memcpy(word, particle, 3);
    memcpy(word + 3, behind, strnlen(behind, 3));
    return string_begins_any(word, words_begin_particles);
}

bool slip_is_no_phrase(const struct slip_reader *reader)
{
    const char *end = slip_behind(reader);
    bool echoes = utf8_is_han(end) && utf8_is_han(end + 3) && !memcmp(end, end + 3, 3);
    return !echoes && strncmp(end, "确确", 6) != 0 && !(utf8_is_han(end) && begins_word(end - 3, end));
}

bool slip_ends_short_line(const struct slip_reader *reader)
{
    enum { SHORT = 90 }; /* bytes: the longest name of an office */
    const char *end = slip_behind(reader) + strspn(slip_behind(reader), " \t\r\x01");
    size_t from = reader->start;
    while (from > 0 && reader->shadow[from - 1] != '\n' && reader->start - from < SHORT)
        from--;
    bool begins = !from || reader->shadow[from - 1] == '\n';
    return (!*end || *end == '\n') && begins && !memchr(reader->shadow + from, ',', reader->start - from);
}

bool slip_is_month(const struct slip_reader *reader)
{
    const char *before = slip_before(reader);
    return (utf8_is_han(before) || !*before || strchr("\n,;", *before) || utf8_is(before, "。")) &&
           !string_begins_any(before, words_no_months) &&
           !string_begins_any(slip_behind(reader), words_lengths_of_time);
}

bool slip_opens_number(const struct slip_reader *reader)
{
    static const char *const counts[] = {"第", "表", "图", "号", NULL};
    const char *last = slip_before(reader);
    return utf8_is_han(last) && !string_begins_any(last, counts);
}

/* ---- dates and years ---- */

bool is_day(int year, int month, int day)
{
    return day >= 1 && day <= days_of_month(year, month);
}

enum { LONGEST_ORDINAL = 8 * 3 }; /* bytes of a numeral that is read: of a year or an article */

/* The next number of the text, which moves behind it; -1 where there is none. */
static int next_number(const char **text)
{
    while (**text && !isdigit((unsigned char)**text) && !begins_numeral(*text))
        (*text)++;
    if (!**text)
        return -1;
    if (begins_numeral(*text))
        return (int)numeral_read(text, *text + strnlen(*text, LONGEST_ORDINAL));
    int number = 0;
    for (; isdigit((unsigned char)**text) || **text == FOLD_FILLER; (*text)++)
        if (**text != FOLD_FILLER && number < 100000)
            number = number * 10 + (**text - '0');
    return number;
}

enum { LONGEST_BRACKET = 200 }; /* bytes: what is longer is text */

bool slip_closes_twice(const struct slip_reader *reader, const char *close)
{
    size_t half = strlen(close) / 2;
    for (const char *at = slip_behind(reader);
         *at && *at != '\n' && at - slip_behind(reader) < LONGEST_BRACKET; at++)
        if (!strncmp(at, close, half)) {
            at += half;
            while (*at == FOLD_FILLER)
                at++;
            return !strncmp(at, close, half);
        }
    return false;
}

bool slip_names_form(const struct slip_reader *reader)
{
    for (const char *at = slip_behind(reader); utf8_is_han(at) || string_begins_any(at, words_names_of_forms);
         at += 3)
        if (string_begins_any(at, words_names_of_forms))
            return true;
    return !strncmp(slip_before(reader), "“", 3);
}

bool slip_stands_for_count(const struct slip_reader *reader)
{
    return utf8_is_han(slip_before(reader)) && !utf8_is_han(slip_behind(reader)) &&
           strncmp(slip_behind(reader), "…", 3) != 0;
}

bool slip_ends_clause(const struct slip_reader *reader)
{
    const char *end = slip_behind(reader);
    return utf8_is(end, "。") || utf8_is(end, "、") || (*end && strchr(",;:()", *end));
}

bool slip_ends_sentence(const struct slip_reader *reader)
{
    return slip_ends_clause(reader) &&
           !utf8_is(slip_behind(reader), "、"); /* 12月30、31日; 增长4.4、5.1个百分点 */
}

/* Signs that no sentence has, within a sentence: a heading of Markdown begins its line with them. */
bool slip_fills_gap(const struct slip_reader *reader)
{
    return utf8_is_han(slip_behind(reader)) && *slip_before(reader) && *slip_before(reader) != '\n';
}

bool slip_counts(const struct slip_reader *reader)
{
    bool again = !strncmp(slip_behind(reader), slip_behind(reader) - 3, 3); /* 5件件件落实 */
    return isdigit((unsigned char)*slip_before(reader)) && !again &&
           !string_begins_any(slip_behind(reader), words_behind_units);
}

bool slip_lacks_number(const struct slip_reader *reader)
{
    return !isdigit((unsigned char)*slip_before(reader)) && !begins_numeral(slip_before(reader));
}

bool slip_is_date(const char *text)
{
    int parts[3], count = 0;
    while (count < 3 && (parts[count] = next_number(&text)) >= 0)
        count++;
    bool dated = parts[0] > 31;
    int year = dated ? parts[0] : 2020; /* any leap year */
    int month = parts[dated ? 1 : 0], day = count > (dated ? 2 : 1) ? parts[dated ? 2 : 1] : 1;
    return is_day(year, month, day);
}

int slip_number(const char *text)
{
    return next_number(&text);
}

int slip_notice(const char *text)
{
    int year = next_number(&text), number = next_number(&text);
    return year > 0 && year < 10000 && number > 0 ? year * NOTICES + number % NOTICES : 0;
}

static int slip_article(const char *text)
{
    int largest = -1;
    for (const char *at = text; (at = strstr(at, "第")); at += strlen("第")) {
        const char *number = at;
        int article = next_number(&number);
        largest = article > largest ? article : largest;
    }
    return largest;
}

const char *slip_keep_decree(struct slip_reader *reader, const char *text)
{
    const char *decree = strstr(text, "国务院"), *end = decree;
    if (!decree)
        return text;
    struct slip_reader own = *reader;
    int number = next_number(&end);
    end += string_begins(end, "号") ? strlen("号") : 0;
    reader->at = reader->start + (size_t)(end - text);
    reader->start += (size_t)(decree - text);
    slip_keep(reader, SLIP_REGULATION, number);
    reader->start = own.start;
    reader->at = own.at;
    return end;
}

/* Begin the match with the article, behind the name of the regulation and its decree; returns what it cites.
 */
static const char *begin_article(struct slip_reader *reader, const char *text)
{
    const char *article = strstr(slip_keep_decree(reader, text), "第");
    reader->start += (size_t)(article - text);
    return article;
}

void slip_keep_article(struct slip_reader *reader, const char *text)
{
    slip_keep(reader, SLIP_ARTICLE, slip_article(begin_article(reader, text)));
}

void slip_keep_item(struct slip_reader *reader, const char *text)
{
    const char *article = begin_article(reader, text);
    int number = next_number(&article), item = next_number(&article);
    slip_keep(reader, SLIP_ARTICLE, number);
    slip_keep(reader, SLIP_ITEM, number * 100 + item);
}

void slip_keep_year(struct slip_reader *reader, const char *text)
{
    int year = slip_number(text);
    if (year >= 1900 && strncmp(slip_before(reader), "〔", 3) &&
        !isdigit((unsigned char)*slip_before(reader)))
        slip_keep(reader, SLIP_YEAR, year);
}

/* ---- numbers of persons and accounts ---- */

enum { MOST_DIGITS = 24 };

/* The digits of the match and a last X; returns how many. */
static size_t digits_of(const struct slip_reader *reader, char digits[MOST_DIGITS + 1])
{
    size_t count = 0;
    for (size_t at = reader->start; at < reader->at && count < MOST_DIGITS; at++)
        if (isalnum((unsigned char)reader->shadow[at]))
            digits[count++] = (char)toupper((unsigned char)reader->shadow[at]);
    digits[count] = '\0';
    return count;
}

static int two(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* GB 11643: digits of a region and a day of birth. */
static bool is_born(const char *digits)
{
    int year = two(digits + 6) * 100 + two(digits + 8);
    return digits[0] >= '1' && digits[0] <= '8' && year >= 1900 && year < 2100 &&
           is_day(year, two(digits + 10), two(digits + 12));
}

/* And a check character (ISO 7064, MOD 11-2). */
static bool is_identity(const char *digits)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
        if (!isdigit((unsigned char)digits[i]))
            return false;
        sum += (digits[i] - '0') * weights[i];
    }
    return is_born(digits) && digits[17] == "10X98765432"[sum % 11];
}

/* ISO/IEC 7812 (Luhn). */
static bool is_luhn(const char *digits, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        int digit = digits[count - 1 - i] - '0';
        if (digit < 0 || digit > 9)
            return false;
        digit = i % 2 ? digit * 2 : digit;
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/* Whether one of the words stands in the bytes before the match, within the line. */
static bool is_announced(const struct slip_reader *reader, const char *const *words)
{
    enum { NEAR = 48 };
    char around[NEAR + 1];
    size_t from = reader->start > NEAR ? reader->start - NEAR : 0, length = reader->start - from;
    memcpy(around, reader->shadow + from, length);
    around[length] = '\0';
    return string_says(around, words);
}

static bool is_account(const struct slip_reader *reader, const char *digits, size_t count)
{
    return count >= 16 && count <= 19 && is_luhn(digits, count) &&
           (!strncmp(digits, "62", 2) || is_announced(reader, words_accounts));
}

/* Eleven digits from 13 on, with or without the number of the country. */
static bool is_mobile(const char *digits, size_t count)
{
    if (count == 15 && !strncmp(digits, "00", 2))
        return is_mobile(digits + 2, 13);
    if (count == 13 && !strncmp(digits, "86", 2))
        return is_mobile(digits + 2, 11);
    return count == 11 && digits[0] == '1' && digits[1] >= '3' && isdigit((unsigned char)digits[10]);
}

/* The day of birth within the number of an identity card of fifteen digits. */
static bool has_birthday(const char *digits)
{
    return is_day(1900 + two(digits + 6), two(digits + 8), two(digits + 10));
}

/* Whether somebody stands before 住: 申请人住…, 申请人王秀兰住…, or a mark that ends what is said of him. */
static bool stands_somebody(const struct slip_reader *reader)
{
    enum { NAME = 2 * 3, LONG_NAME = 3 * 3 }; /* bytes */
    static const size_t names[] = {0, NAME, LONG_NAME};
    const char *before = slip_before(reader);
    bool somebody = *before == ',' || *before == '(';
    for (size_t i = 0; i < 3 && !somebody; i++)
        somebody =
            reader->start >= names[i] + 3 && utf8_is(reader->shadow + reader->start - names[i] - 3, "人");
    return somebody;
}

bool slip_is_home(const struct slip_reader *reader)
{
    if (utf8_is(reader->shadow + reader->start, "住") && !utf8_is(reader->shadow + reader->start + 3, "址") &&
        !stands_somebody(reader))
        return false;
    const char *end = slip_behind(reader) - strlen("号"), *from = reader->shadow + reader->start;
    const char *home = memmem(from, (size_t)(end - from), "住", strlen("住"));
    while (end > reader->shadow && end[-1] == FOLD_FILLER)
        end--;
    return isdigit((unsigned char)end[-1]) && !(home && string_begins_any(home, words_houses));
}

void slip_keep_announced(struct slip_reader *reader)
{
    char digits[MOST_DIGITS + 1];
    size_t start = reader->start;
    while (!isdigit((unsigned char)reader->shadow[reader->start]))
        reader->start++;
    size_t count = digits_of(reader, digits);
    if (count == 18 ? is_born(digits)
                    : count == 15 && has_birthday(digits)) /* one of its digits may be wrong */
        slip_keep(reader, SLIP_IDENTITY, 0);
    reader->start = start;
}

void slip_keep_number(struct slip_reader *reader)
{
    char digits[MOST_DIGITS + 1];
    size_t count = digits_of(reader, digits);
    if (!slip_stands_alone(reader))
        return;
    if (is_mobile(digits, count))
        slip_keep(reader, SLIP_MOBILE, 0);
    else if (count == 18 && is_identity(digits))
        slip_keep(reader, SLIP_IDENTITY, 0);
    else if (is_account(reader, digits, count))
        slip_keep(reader, SLIP_ACCOUNT, 0);
}

bool slip_is_misgrouped(const struct slip_reader *reader)
{
    size_t groups = 1, length = 0, first = 0;
    bool wrong = false, threes = false;
    for (size_t at = reader->start; at < reader->at; at++) {
        char c = reader->shadow[at];
        length += isdigit((unsigned char)c) != 0;
        if (c != ',' && (c & 0x80) == 0)
            continue;
        first = groups == 1 ? length : first;
        wrong |= groups > 1 && length != 3;
        threes |= groups > 1 && length == 3;
        if (c != ',')
            break;
        groups++;
        length = 0;
    }
    bool counted = !isdigit((unsigned char)*slip_before(reader)) && *slip_before(reader) != '.' &&
                   strncmp(slip_before(reader), "第", 3);
    wrong |= threes && reader->shadow[reader->start] == '0';
    return counted && first <= 3 && wrong && (groups == 2 || threes);
}

/* ---- addresses ---- */

static bool is_label(const char *from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)from[i]) && !(from[i] == '-' && i && i + 1 < length))
            return false;
    return length > 0;
}

/* Domains that stand for others by a slip: gov without cn, and ends that are no country's and no kind's. */
static bool is_slip(const char *last, size_t length)
{
    static const char *const slips[] = {"gov", "gvo", "c", "nc", "cm", "con", "cmo", "ocm", "govcn", "comcn"};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        if (strlen(slips[i]) == length && !strncmp(last, slips[i], length))
            return true;
    return false;
}

/* Labels parted by single stops, the last of letters (or an address in four numbers). */
static bool is_host(const char *host, size_t length)
{
    const char *end = host + length, *last = host;
    size_t labels = 0;
    for (const char *at = host;; at++) {
        if (at < end && *at != '.')
            continue;
        if (!is_label(last, (size_t)(at - last)))
            return false;
        labels++;
        if (at == end)
            break;
        last = at + 1;
    }
    bool numbers = labels == 4 && strspn(host, "0123456789.") >= length;
    size_t least = strncasecmp(host, "www.", 4) ? 2 : 3, tail = (size_t)(end - last) + 1;
    bool twice = length > 2 * tail && !strncasecmp(last - tail - 1, last - 1, tail); /* .cn.cn */
    return numbers || (labels >= least && !twice && isalpha((unsigned char)*last) && end - last > 1 &&
                       !is_slip(last, (size_t)(end - last)));
}

/* The host of "http://host/…", "https://host…" or "www.host…"; NULL for any other beginning. */
static const char *host_of(const char *text)
{
    if (!strncasecmp(text, "http://", 7) || !strncasecmp(text, "https://", 8))
        return strchr(text, '/') + 2;
    return strncasecmp(text, "www.", 4) ? NULL : text;
}

/* "wwwx.gov.cn": no name of a host begins so. */
static bool runs_on(const char *host)
{
    return !strncasecmp(host, "www", 3) && host[3] != '.';
}

/* What follows a host: a port, a path, a question, or nothing. */
static bool is_web(const char *text)
{
    const char *host = host_of(text);
    return host && strncasecmp(host, "http", 4) != 0 && !runs_on(host) &&
           is_host(host, strcspn(host, ":/?#"));
}

static bool begins_web(const char *text)
{
    static const char *const ways[] = {"http", "htpp", "htp:", "hppt", "htttp", "www.", "ww.", "wwww."};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (!strncasecmp(text, ways[i], strlen(ways[i])))
            return true;
    return !strncasecmp(text, "www", 3) && (!text[3] || strchr(text, '.')); /* wwwx.gov.cn */
}

/* An address that goes on behind a Chinese mark: www。x。cn. */
static bool is_broken_off(const struct slip_reader *reader)
{
    const char *end = slip_behind(reader);
    return !strncmp(end, "。", 3) && islower((unsigned char)end[3]);
}

/* What a mailbox is announced before, "邮箱:xxgk#163.com": a name and a domain, and no @ between them. */
static bool is_mailbox(const struct slip_reader *reader, const char *text)
{
    static const char *const words[] = {"邮箱", "邮件", "E-mail", "Email", "email", NULL};
    const char *at = reader->shadow + reader->start;
    while (at > reader->shadow && strchr(":( \x01", at[-1]))
        at--;
    return string_ends_any(reader->shadow, at, words) && strchr(text, '.') && !strchr(text, '/') &&
           !host_of(text);
}

/* An address of the own computer or of a net that nobody outside reaches (RFC 1918). */
static bool is_private(const char *text)
{
    static const char *const hosts[] = {"localhost", "127.", "10.", "192.168.", NULL};
    const char *host = host_of(text);
    if (!host)
        return !strncasecmp(text, "file://", 7);
    int second = strncmp(host, "172.", 4) ? 0 : atoi(host + 4);
    return string_begins_any(host, hosts) || (second >= 16 && second <= 31);
}

enum { LONGEST_ADDRESS = 512 };

/* How much more of an address that is broken stands behind its first part: http;//www…, www。x。cn. */
static size_t rest_of_address(const char *at)
{
    static const char *const marks[] = {";", ",", "。", NULL};
    size_t length = 0;
    while (length < LONGEST_ADDRESS) {
        size_t mark = string_begins_any(at + length, marks) ? (at[length] & 0x80 ? strlen("。") : 1) : 0;
        while (mark && at[length + mark] == FOLD_FILLER)
            mark++;
        size_t next = length + mark;
        if (!isalnum((unsigned char)at[next]) && (!at[next] || !strchr("/.:", at[next])))
            return length;
        length = next + 1;
    }
    return length;
}

void slip_keep_address(struct slip_reader *reader)
{
    char text[LONGEST_ADDRESS];
    size_t length = reader->at - reader->start;
    if (length >= sizeof text)
        return;
    memcpy(text, reader->shadow + reader->start, length);
    while (length && strchr(".!?#-~=&\x01", text[length - 1]))
        length--;
    text[length] = '\0';
    const char *at = strchr(text, '@');
    bool good = at ? at > text && !strchr(at + 1, '@') && is_host(at + 1, strlen(at + 1))
                   : is_web(text) && !is_broken_off(reader);
    reader->at = reader->start + length;
    if (at && good)
        slip_keep(reader, SLIP_MAIL, 0);
    else if (!at && is_private(text))
        slip_keep(reader, SLIP_LINK, 1);
    else if (!good && (at ? at > text && (at[1] || !utf8_is_han(slip_behind(reader)))
                          : begins_web(text) || is_mailbox(reader, text))) {
        size_t rest = rest_of_address(slip_behind(reader));
        bool word = !rest && !strpbrk(text, ".:/@") && strcmp(text, "www") != 0; /* HTTPS */
        reader->at += rest;
        if (!word)
            slip_keep(reader, SLIP_LINK, 0);
    }
    reader->at = reader->end;
}

/* What a template prints for a digit. */
static bool begins_cross(const char *at)
{
    static const char *const crosses[] = {"x", "X", "*", "×", "○", "□", "?", NULL};
    return string_begins_any(at, crosses);
}

static size_t digits_between(const char *from, const char *to)
{
    size_t digits = 0;
    for (; from < to; from++)
        digits += isdigit((unsigned char)*from) != 0;
    return digits;
}

/* Digits of a telephone number: its area, the rest, an extension are told apart by their signs. */
static bool is_phone(const char *text, size_t length)
{
    char digits[32];
    size_t count = 0;
    for (size_t i = 0; i < length && count < sizeof digits - 1; i++) {
        bool extension =
            (count >= 11 || (count >= 7 && *digits > '1')) && (text[i] == '-' || (text[i] & 0x80));
        if (extension)
            break;
        if (isdigit((unsigned char)text[i]))
            digits[count++] = text[i];
    }
    digits[count] = '\0';
    if (memmem(text, length, "--", 2))
        return false;
    if (!strncmp(digits, "86", 2) && text[0] == '+')
        return true;
    if (*digits == '0') {
        size_t area = digits[1] == '1' || digits[1] == '2' ? 3 : 4, own = count < area ? 0 : count - area;
        const char *dash = memchr(text, '-', length), *zero = strchr(text, '0');
        if (dash && zero && dash > zero && dash - zero < 6 &&
            digits_between(zero, dash) != area) /* 077-45220118 */
            return false;
        bool service = own == 5 && (digits[area] == '1' || digits[area] == '9'); /* 0736-12345 */
        return service || (digits[area] != '0' && (own == 8 || (own == 7 && area == 4)));
    }
    if (*digits == '1' && count > 6)
        return count == 11 && digits[1] >= '3';
    if (!strncmp(digits, "400", 3) || !strncmp(digits, "800", 3))
        return count == 10 || count == 7 || count == 8;
    return (count >= 3 && count <= 5 && (*digits == '1' || *digits == '9')) || count == 7 || count == 8;
}

void slip_keep_phone(struct slip_reader *reader)
{
    const char *text = reader->shadow + reader->start, *end = reader->shadow + reader->at;
    while (text < end && !isdigit((unsigned char)*text) && *text != '+')
        text++;
    while (end > text && !isdigit((unsigned char)end[-1]))
        end--;
    reader->start = (size_t)(text - reader->shadow);
    reader->at = (size_t)(end - reader->shadow);
    char digits[MOST_DIGITS + 1];
    bool mobile = is_mobile(digits, digits_of(reader, digits));
    if (begins_cross(reader->shadow +
                     reader->end)) { /* 0736-XXXXXXX: left over, and no number that is too short */
        slip_keep(reader, SLIP_PHONE, 0);
        reader->at = reader->end;
        return;
    }
    bool broken = !is_phone(text, (size_t)(end - text)) || is_latin(slip_behind(reader)); /* 43012O7 */
    while (is_latin(slip_behind(reader)))
        reader->at++;
    slip_keep(reader, SLIP_PHONE, !mobile && broken);
    if (mobile)
        slip_keep(reader, SLIP_MOBILE, 0);
    reader->at = reader->end;
}

/* ---- marks ---- */

void slip_keep_mark(struct slip_reader *reader)
{
    const char *left = slip_before(reader), *right = slip_behind(reader);
    bool words = utf8_is_han(left) || !strncmp(left, "”", 3) || !strncmp(left, "》", 3) || *left == '%' ||
                 *left == ')';
    bool full = *right == '(' && right[1] == FOLD_FILLER &&
                reader->shadow[reader->start] != ','; /* a comma parts fields */
    if (words && (utf8_is_han(right) || !strncmp(right, "“", 3) || !strncmp(right, "《", 3) ||
                  isdigit((unsigned char)*right) || full))
        slip_keep(reader, reader->at - reader->start == 1 ? SLIP_HALF : SLIP_FULL, 0);
}
