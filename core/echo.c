/* echo.c - which characters may reach a terminal, and names of files as text. */
#include "echo.h"

#include "text.h"
#include "utf8.h"

#include <stdint.h>
#include <string.h>

/* C0, DEL and C1; line and paragraph separator; marks, embeddings, overrides and isolates of direction (UAX
 * 9). */
static const struct {
    uint32_t first, last;
} harmful[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},
               {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFFF9, 0xFFFB}};

static bool is_harmful(uint32_t character)
{
    for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
        if (character >= harmful[i].first && character <= harmful[i].last)
            return true;
    return false;
}

/* The character of a valid sequence. */
static uint32_t character_at(const char *at, size_t length)
{
    uint32_t character = (unsigned char)*at & (length == 1 ? 0x7F : 0xFF >> (length + 1));
    for (size_t i = 1; i < length; i++)
        character = character << 6 | ((unsigned char)at[i] & 0x3F);
    return character;
}

/* Whether a character stands there whose first byte no harmful one has, nor any sequence that is not valid:
 * as nearly all of Chinese, each of which took 70 instructions to look at. */
static inline bool is_common(const char *at, size_t left)
{
    return *at >= '\xE3' && *at <= '\xE9' && left >= 3 && (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80;
}

size_t echo_step(const char *at, size_t left, bool *harmless)
{
    size_t length = utf8_length((unsigned char)*at);
    if (*at >= 0x20 && *at < 0x7F) {
        *harmless = true;
        return 1;
    }
    if (is_common(at, left)) {
        *harmless = true;
        return 3;
    }
    *harmless = length <= left && utf8_valid(at, length) == length;
    if (!*harmless)
        return 1;
    *harmless = !is_harmful(character_at(at, length));
    return length;
}

void echo(FILE *file, const char *bytes, size_t length)
{
    bool harmless;
    size_t written = 0;
    for (size_t at = 0, step; at < length; at += step) {
        step = bytes[at] >= 0x20 && bytes[at] < 0x7F ? 1 : is_common(bytes + at, length - at) ? 3 : 0;
        if (step)
            continue;
        step = echo_step(bytes + at, length - at, &harmless);
        if (harmless)
            continue;
        fwrite(bytes + written, 1, at - written, file);
        putc(bytes[at] == '\t' ? ' ' : '?', file);
        written = at + step;
    }
    fwrite(bytes + written, 1, length - written, file);
}

/* What stands for a byte of another name: its own backslash is written so, too. */
static bool is_escape(const char *at)
{
    static const char digits[] = "0123456789abcdef";
    return at[0] == '\\' && at[1] == 'x' && at[2] && strchr(digits, at[2]) && at[3] && strchr(digits, at[3]);
}

void echo_name(char *to, const char *name)
{
    bool harmless;
    for (size_t left = strlen(name), step; left; name += step, left -= step) {
        step = echo_step(name, left, &harmless);
        harmless = harmless && !is_escape(name);
        for (size_t i = 0; i < step; i++)
            if (harmless)
                *to++ = name[i];
            else
                to += sprintf(to, "\\x%02x", (unsigned char)name[i]);
    }
    *to = '\0';
}
