/* flex.h - how the scanners that flex makes get memory and give up: as the rest of the house does (memory.h).
 */
#ifndef NB_FLEX_H
#define NB_FLEX_H

#include "beginnings.h"
#include "memory.h"

#include <string.h>

/* What flex calls a fatal error is a lack of memory, or cannot be: its own function prints and exits. */
#define YY_FATAL_ERROR(message) memory_out()
#pragma GCC diagnostic ignored "-Wunused-function"

/* Scan a copy of some bytes to their end. Copied by yy_scan_bytes(), byte by byte, they would cost a sixth of
 * what scanning does; memory for each copy, of which few are long, 1 instruction a byte of a report, and for
 * its buffer as much again.
 */
enum { FLEX_SHORT = 2048 };
#define FLEX_SCAN(prefix)                                                                                    \
    static void prefix##scan_copy(const char *bytes, size_t length, yyscan_t scanner)                        \
    {                                                                                                        \
        char room[FLEX_SHORT];                                                                               \
        char *copy = length + NULS > sizeof room ? xmalloc(length + NULS) : room; /* flex wants two NULs */  \
        memcpy(copy, bytes, length);                                                                         \
        memset(copy + length, 0, NULS);                                                                      \
        struct yy_buffer_state buffer = {.yy_ch_buf = copy, .yy_buf_pos = copy, .yy_at_bol = 1};             \
        buffer.yy_buf_size = buffer.yy_n_chars = (int)length;                                                \
        prefix##_switch_to_buffer(&buffer, scanner);                                                         \
        prefix##lex(scanner);                                                                                \
        struct yyguts_t *yyg = scanner;                                                                      \
        YY_CURRENT_BUFFER_LVALUE = NULL;                                                                     \
        if (copy != room)                                                                                    \
            xfree(copy);                                                                                     \
    }

/* Behind each match, pass over what begins nothing. A scanner that is to do so says so, and what it does with
 * the bytes that are passed over, before it includes this file: flex has this macro end each action. */
#ifdef FLEX_PASSED
static const uint32_t beginnings[BEGINNINGS]; /* it stands behind the scanner */
#define YY_BREAK                                                                                             \
    {                                                                                                        \
        *yyg->yy_c_buf_p = yyg->yy_hold_char;                                                                \
        size_t passed_ = begins_nothing(beginnings, yyg->yy_c_buf_p);                                        \
        yyg->yy_c_buf_p += passed_;                                                                          \
        yyg->yy_hold_char = *yyg->yy_c_buf_p;                                                                \
        FLEX_PASSED(passed_);                                                                                \
    }                                                                                                        \
    break;
#endif

/* The three functions that "%option noyyalloc noyyrealloc noyyfree" asks for; they never return NULL. */
#define FLEX_MEMORY(prefix)                                                                                  \
    void *prefix##alloc(size_t size, void *scanner)                                                          \
    {                                                                                                        \
        (void)scanner;                                                                                       \
        return xmalloc(size);                                                                                \
    }                                                                                                        \
    void *prefix##realloc(void *memory, size_t size, void *scanner)                                          \
    {                                                                                                        \
        (void)scanner;                                                                                       \
        return xrealloc(memory, size);                                                                       \
    }                                                                                                        \
    void prefix##free(void *memory, void *scanner)                                                           \
    {                                                                                                        \
        (void)scanner;                                                                                       \
        xfree(memory);                                                                                       \
    }

#endif
