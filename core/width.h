/* width.h - how many columns a character takes on a terminal or in a text set in columns. */
#ifndef NB_WIDTH_H
#define NB_WIDTH_H

#include <stddef.h>

/* 2 for a wide or full-width character (East Asian Width W, F), 0 for a combining or invisible one, else 1. */
int width_of(unsigned code_point);

/* The code point that the UTF-8 sequence of `length` bytes at `bytes` stands for. */
unsigned utf8_decode(const char *bytes, size_t length);

#endif
