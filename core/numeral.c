/* numeral.c - Chinese numerals are read, digits that blanks part, and numerals of Word's numbering formats
 * written: Chinese counting, enclosed figures, stems and branches, letters, Roman. */
#include "numeral.h"

#include "fold.h"
#include "width.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* How a numeral is made: from a style below, with `characters` of three bytes each. */
enum style { DECIMAL, NONE, LIST, DIGITS, HUNDRED, THOUSAND, LEGAL, LETTERS, ROMAN, PADDED };

struct format {
    const char *name;
    enum style style;
    const char *characters;
};

#define DIGITS_ZH "〇一二三四五六七八九"
#define COUNTING_ZH "零一二三四五六七八九十百千"
#define CIRCLES "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

static const struct format formats[] = {
    {"decimal", DECIMAL, ""},
    {"none", NONE, ""},
    {"bullet", NONE, ""},
    {"chineseCounting", HUNDRED, COUNTING_ZH},
    {"taiwaneseCounting", HUNDRED, COUNTING_ZH},
    {"chineseCountingThousand", THOUSAND, COUNTING_ZH},
    {"taiwaneseCountingThousand", THOUSAND, COUNTING_ZH},
    {"japaneseCounting", THOUSAND, COUNTING_ZH},
    {"chineseLegalSimplified", LEGAL, "零壹贰叁肆伍陆柒捌玖拾佰仟"},
    {"ideographLegalTraditional", LEGAL, "零壹貳參肆伍陸柒捌玖拾佰仟"},
    {"ideographDigital", DIGITS, DIGITS_ZH},
    {"japaneseDigitalTenThousand", DIGITS, DIGITS_ZH},
    {"taiwaneseDigital", DIGITS, DIGITS_ZH},
    {"decimalFullWidth", DIGITS, "０１２３４５６７８９"},
    {"decimalFullWidth2", DIGITS, "０１２３４５６７８９"},
    {"ideographTraditional", LIST, "甲乙丙丁戊己庚辛壬癸"},
    {"ideographZodiac", LIST, "子丑寅卯辰巳午未申酉戌亥"},
    {"decimalEnclosedCircle", LIST, CIRCLES},
    {"decimalEnclosedCircleChinese", LIST, CIRCLES},
    {"decimalEnclosedParen", LIST, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"},
    {"decimalEnclosedFullstop", LIST, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"},
    {"ideographEnclosedCircle", LIST, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"},
    {"upperLetter", LETTERS, "A"},
    {"lowerLetter", LETTERS, "a"},
    {"upperRoman", ROMAN, "IVXLCDM"},
    {"lowerRoman", ROMAN, "ivxlcdm"},
    {"decimalZero", PADDED, ""},
};

static const struct format *find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return &formats[0];
}

/* The `index`th character of three bytes. */
static char *put(char *out, const char *characters, unsigned index)
{
    memcpy(out, characters + 3 * index, 3);
    return out + 3;
}

static char *digits(char *out, const char *characters, unsigned number)
{
    char decimal[12];
    snprintf(decimal, sizeof decimal, "%u", number);
    for (const char *at = decimal; *at; at++)
        out = put(out, characters, (unsigned)(*at - '0'));
    return out;
}

/* 1 to 9999 with 十百千 (characters 10 to 12); one 零 stands for any run of zeros inside. */
static char *counting(char *out, const char *characters, unsigned number)
{
    static const unsigned powers[] = {1000, 100, 10, 1};
    bool begun = false, zero = false;
    for (unsigned i = 0; i < 4; i++) {
        unsigned digit = number / powers[i] % 10;
        if (digit && zero)
            out = put(out, characters, 0);
        zero = begun && !digit;
        if (!digit)
            continue;
        begun = true;
        out = put(out, characters, digit);
        if (i < 3)
            out = put(out, characters, 12 - i);
    }
    return out;
}

/* Spoken counting drops the one of 一十 at the front. */
static char *spoken(char *out, const char *characters, unsigned number)
{
    if (number < 10 || number > 19)
        return counting(out, characters, number);
    out = put(out, characters, 10);
    return number % 10 ? put(out, characters, number % 10) : out;
}

/* a to z, then aa, bb: the letter once more for each round. */
static char *letters(char *out, char first, unsigned number)
{
    size_t times = (number - 1) / 26 + 1;
    memset(out, first + (char)((number - 1) % 26), times);
    return out + times;
}

/* Each decimal digit in the pattern of its symbols: 1 i, 5 i+1, 10 i+2. */
static char *roman(char *out, const char *symbols, unsigned number)
{
    static const char *const patterns[] = {"", "0", "00", "000", "01", "1", "10", "100", "1000", "02"};
    unsigned power = 1000;
    for (unsigned i = 6; power; i -= 2, power /= 10)
        for (const char *at = patterns[number / power % 10]; *at; at++)
            *out++ = symbols[i + (unsigned)(*at - '0')];
    return out;
}

static bool has_numeral(const struct format *format, unsigned number)
{
    switch (format->style) {
    case LIST:
        return number >= 1 && number <= strlen(format->characters) / 3;
    case THOUSAND:
    case LEGAL:
        return number >= 1 && number <= 9999;
    case LETTERS:
        return number >= 1 && number <= 26 * 20;
    case ROMAN:
        return number >= 1 && number <= 3999;
    default:
        return true;
    }
}

static char *write(char *out, const struct format *format, unsigned number)
{
    switch (format->style) {
    case LIST:
        return put(out, format->characters, number - 1);
    case DIGITS:
        return digits(out, format->characters, number);
    case HUNDRED:
        return number >= 1 && number <= 99 ? spoken(out, format->characters, number)
                                           : digits(out, DIGITS_ZH, number);
    case THOUSAND:
        return spoken(out, format->characters, number);
    case LEGAL:
        return counting(out, format->characters, number);
    case LETTERS:
        return letters(out, *format->characters, number);
    case ROMAN:
        return roman(out, format->characters, number);
    case PADDED:
        return out + snprintf(out, NUMERAL_MAX, "%02u", number);
    default:
        return out;
    }
}

size_t numeral_write(char out[NUMERAL_MAX], const char *name, unsigned number)
{
    const struct format *format = find(name);
    char *end;
    if (format->style == DECIMAL || !has_numeral(format, number))
        end = out + snprintf(out, NUMERAL_MAX, "%u", number);
    else
        end = write(out, format, number);
    *end = '\0';
    return (size_t)(end - out);
}

/* ---- reading ---- */

enum {
    MYRIAD = 10000,
    LONGEST = 18,        /* characters of a numeral: as many digits fit into 64 bits */
    HIGHEST = 1000000000 /* above, another 亿 does not fit */
};

/* Where a character stands in the table of those that numerals have: each in a place of its own, else the
 * compiler warns. Looking for it among all of them cost a fifth of reading text set with spaces. */
#define PLACE(code) ((code)*5 >> 3 & 127)
#define SIGN(code, value) [(code)*5 >> 3 & 127] = {code, value} /* cppcheck expands no PLACE here */

/* What a character of a numeral stands for: 0 to 9, or a weight of 10 and more; -1: it is none. */
static int sign_at(const char *at, const char *end)
{
    static const struct {
        unsigned code;
        int value;
    } signs[PLACE(~0u) + 1] = {
        SIGN(0x3007 /* 〇 */, 0),    SIGN(0x25CB /* ○ */, 0),      SIGN(0x96F6 /* 零 */, 0),
        SIGN(0x4E00 /* 一 */, 1),    SIGN(0x4E8C /* 二 */, 2),     SIGN(0x4E24 /* 两 */, 2),
        SIGN(0x4E09 /* 三 */, 3),    SIGN(0x56DB /* 四 */, 4),     SIGN(0x4E94 /* 五 */, 5),
        SIGN(0x516D /* 六 */, 6),    SIGN(0x4E03 /* 七 */, 7),     SIGN(0x516B /* 八 */, 8),
        SIGN(0x4E5D /* 九 */, 9),    SIGN(0x5341 /* 十 */, 10),    SIGN(0x767E /* 百 */, 100),
        SIGN(0x5343 /* 千 */, 1000), SIGN(0x4E07 /* 万 */, 10000), SIGN(0x4EBF /* 亿 */, 100000000),
        SIGN(0x58F9 /* 壹 */, 1),    SIGN(0x8D30 /* 贰 */, 2),     SIGN(0x53C1 /* 叁 */, 3),
        SIGN(0x8086 /* 肆 */, 4),    SIGN(0x4F0D /* 伍 */, 5),     SIGN(0x9646 /* 陆 */, 6),
        SIGN(0x67D2 /* 柒 */, 7),    SIGN(0x634C /* 捌 */, 8),     SIGN(0x7396 /* 玖 */, 9),
        SIGN(0x62FE /* 拾 */, 10)};
    if (end - at < 3 || (unsigned char)*at < 0xE2 ||
        (unsigned char)*at >= 0xF0) /* no ideograph, nor a circle */
        return -1;
    unsigned code = utf8_decode(at, 3), place = PLACE(code);
    return signs[place].code == code ? signs[place].value : -1;
}

/* A numeral as far as it is read: `whole` up to the last 万 or 亿, `part` behind, `digit` that waits for its
 * weight (-1: none).
 */
struct numeral_reader {
    int64_t whole, part, digit, weight;
    bool zero; /* before the digit */
};

static void weigh(struct numeral_reader *reader, int64_t weight)
{
    int64_t digit = reader->digit >= 0 ? reader->digit : weight < MYRIAD;
    reader->part += digit * (weight < MYRIAD ? weight : 1);
    if (weight == MYRIAD)
        reader->whole += reader->part * MYRIAD;
    else if (weight > MYRIAD)
        reader->whole = (reader->whole + reader->part) * weight;
    if (weight >= MYRIAD)
        reader->part = 0;
    reader->digit = -1;
    reader->weight = weight;
    reader->zero = false;
}

int64_t numeral_read(const char **at, const char *end)
{
    const char *start = *at;
    int first = sign_at(start, end);
    if (first < 0 || first >= MYRIAD)
        return -1;
    struct numeral_reader reader = {.digit = -1};
    for (int sign; (sign = sign_at(*at, end)) >= 0 && *at - start < 3 * LONGEST && reader.whole < HIGHEST;
         *at += 3) {
        if (sign >= 10)
            weigh(&reader, sign);
        else if (!reader.weight)
            reader.digit = reader.digit < 0 ? sign : 10 * reader.digit + sign;
        else {
            reader.zero |= sign == 0;
            reader.digit = sign;
        }
    }
    bool tenths = reader.weight >= 100 && !reader.zero; /* 二百三 is 230 */
    int64_t rest = reader.digit > 0 ? reader.digit * (tenths ? reader.weight / 10 : 1) : 0;
    return reader.whole + reader.part + rest;
}

/* A blank and what folding has left behind it; false: none, or more than one. */
static bool skip_blank(const char **at, const char *end)
{
    const char *next = *at;
    if (next == end || *next != ' ')
        return false;
    for (next++; next < end && *next == FOLD_FILLER;)
        next++;
    *at = next;
    return next < end && *next != ' ';
}

static size_t skip_digits(const char **at, const char *end)
{
    size_t digits = 0;
    for (; *at < end && ((**at >= '0' && **at <= '9') || **at == FOLD_FILLER); ++*at)
        digits += **at != FOLD_FILLER;
    return digits;
}

enum digits_apart digits_apart(const char *at, const char *end)
{
    bool grouped, single, zero, apart = false;
    if (at < end && *at == '-')
        at++;
    zero = at < end && *at == '0';
    if (zero)
        return DIGITS_TOGETHER;
    size_t digits = skip_digits(&at, end);
    grouped = digits <= 3;
    single = digits == 1;
    while (digits && skip_blank(&at, end)) {
        digits = skip_digits(&at, end);
        grouped &= digits == 3;
        single &= digits == 1;
        apart = true;
    }
    if (digits && at + 1 < end && *at == '.') {
        at++;
        digits = skip_digits(&at, end);
    }
    if (!apart || !digits || at < end)
        return DIGITS_TOGETHER;
    return grouped ? DIGITS_GROUPED : single ? DIGITS_SINGLE : DIGITS_TORN;
}

int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && leap);
}
