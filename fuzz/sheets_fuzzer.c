/* sheets_fuzzer.c - pages as nianbao-pdf prints them: what it counts is counted here, so that places and
 * words are what is tried.
 *
 * An input is lines: "page WIDTH HEIGHT", "t X Y SIZE TEXT" (characters side by side), "h AT FROM TO" and "v
 * AT FROM TO". Other lines are left out, but for an input that begins as nianbao-pdf's do, which is tried as
 * it is. */
#include "config.h"

#include "fuzzer.h"
#include "text.h"
#include "utf8.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The page being made: its characters and its rules, each counted. */
struct page {
    FILE *chars, *rules;
    char *bytes[2];
    size_t lengths[2], char_count, rule_count;
    long width, height;
};

enum {
    FARTHEST = 1000000
}; /* a hundred metres, in hundredths of a point: no more digits than nianbao-pdf prints */

static long number(const char **at)
{
    char *end;
    long value = strtol(*at, &end, 10) % FARTHEST;
    *at = end;
    return value;
}

static void begin_page(struct page *page, const char *line)
{
    page->width = number(&line);
    page->height = number(&line);
    page->chars = open_memstream(&page->bytes[0], &page->lengths[0]);
    page->rules = open_memstream(&page->bytes[1], &page->lengths[1]);
    HOLDS(page->chars && page->rules);
    page->char_count = page->rule_count = 0;
}

/* Characters of three bytes and more are as wide as high, others half as wide. */
static void add_text(struct page *page, const char *line)
{
    long x = number(&line), y = number(&line), size = number(&line);
    for (line += *line == ' '; *line; line += utf8_length((unsigned char)*line)) {
        int length = (int)utf8_length((unsigned char)*line);
        long wide = length > 2 ? size : size / 2;
        if (utf8_valid(line, strnlen(line, (size_t)length)) < (size_t)length)
            return;
        if ((unsigned char)*line > ' ') {
            fprintf(page->chars, "c %ld %ld %ld %ld %.*s\n", x, y, x + wide, y + size, length, line);
            page->char_count++;
        }
        x += wide;
    }
}

static void add_rule(struct page *page, char kind, const char *line)
{
    long at = number(&line), from = number(&line), to = number(&line);
    fprintf(page->rules, "%c %ld %ld %ld\n", kind, at, from, to);
    page->rule_count++;
}

static void end_page(struct page *page, FILE *out)
{
    fclose(page->chars);
    fclose(page->rules);
    fprintf(out, "page %ld %ld %zu %zu\n%s%s", page->width, page->height, page->char_count, page->rule_count,
            page->bytes[0], page->bytes[1]);
    free(page->bytes[0]);
    free(page->bytes[1]);
}

/* All pages of the lines in `text`, which it cuts. */
static void print_pages(char *text, FILE *out)
{
    struct page page = {0};
    size_t pages = 0;
    fputs("nianbao-sheets 1\n", out);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        bool begins = !strncmp(line, "page", 4);
        if (begins && pages)
            end_page(&page, out);
        if (begins)
            begin_page(&page, line + 4), pages++;
        else if (pages && *line == 't')
            add_text(&page, line + 1);
        else if (pages && (*line == 'h' || *line == 'v'))
            add_rule(&page, *line, line + 1);
    }
    if (pages)
        end_page(&page, out);
    fprintf(out, "end %zu\n", pages);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = calloc(1, length + 1), *sheets = NULL;
    size_t size;
    FILE *out = open_memstream(&sheets, &size);
    HOLDS(text && out);
    memcpy(text, bytes, length);
    if (!strncmp(text, "nianbao-sheets", 14))
        fwrite(bytes, 1, length, out);
    else
        print_pages(text, out);
    fclose(out);
    check_input("pdf", sheets, size);
    free(text);
    free(sheets);
    return 0;
}
