/* numeral.h - a number as a word processor's automatic numbering writes it. */
#ifndef NB_NUMERAL_H
#define NB_NUMERAL_H

#include <stddef.h>

/* Bytes that the longest numeral takes, with its NUL. */
enum { NUMERAL_MAX = 96 };

/* Write `number` in `format`, a name of ECMA-376 17.18.59 ("chineseCounting", "decimalEnclosedCircle"); decimal where the format
 * is not known or has no numeral for this number. Returns the bytes written, without the NUL. */
size_t numeral_write(char out[NUMERAL_MAX], const char *format, unsigned number);

#endif
