/* numeral.c - numerals of Word's numbering formats: Chinese counting, enclosed figures, stems and branches, letters, Roman. */
#include "numeral.h"

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
        return number >= 1 && number <= 99 ? spoken(out, format->characters, number) : digits(out, DIGITS_ZH, number);
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
