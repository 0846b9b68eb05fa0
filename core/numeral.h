/* numeral.h - numerals: as a word processor's automatic numbering writes them, and Chinese ones as people do.
 */
#ifndef NB_NUMERAL_H
#define NB_NUMERAL_H

#include <stddef.h>
#include <stdint.h>

/* Bytes that the longest numeral takes, with its NUL. */
enum { NUMERAL_MAX = 96 };

/* Write `number` in `format`, a name of ECMA-376 17.18.59 ("chineseCounting", "decimalEnclosedCircle");
 * decimal where the format is not known or has no numeral for this number. Returns the bytes written, without
 * the NUL. */
size_t numeral_write(char out[NUMERAL_MAX], const char *format, unsigned number);

/* The Chinese numeral that begins at *at: 七, 十二, 二千一百零五, 三万, 二〇二三 digit by digit. Moves *at
 * behind it. -1: none begins there. */
int64_t numeral_read(const char **at, const char *end);

/* How blanks part the digits of a number: not at all, or it is none; one before every three, 1 842; one
 * behind each, 1 8 4 2; where recognition of characters has put one, 18 42. */
enum digits_apart { DIGITS_TOGETHER, DIGITS_GROUPED, DIGITS_SINGLE, DIGITS_TORN };
/* `at`: a text's shadow, without blanks around. */
enum digits_apart digits_apart(const char *at, const char *end);

/* How many days the month has; 0: there is no such month. */
int days_of_month(int year, int month);

#endif
