/* page_mark.c - tell what numbers a page, or says that a table goes on there, from what else stands alone on
 * a line. */
#include "page_mark.h"

#include "fold.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST = 32 }; /* bytes without blanks */

/* Whether the word is as the pattern has it: 0 stands for the number of a page, - for dashes. No page has the
 * number 0. */
static bool fits(const char *word, const char *pattern)
{
    for (size_t run; *pattern; pattern++, word += run) {
        run = *pattern == '0'   ? strspn(word, "0123456789")
              : *pattern == '-' ? strspn(word, "-")
                                : *word == *pattern;
        if (!run || (*pattern == '0' && *word == '0'))
            return false;
    }
    return !*word;
}

/* Signs or digits that a blank parts are cells of a row: —— —— 1 1 ——. */
static bool are_alike(char one, char other)
{
    return (one == '-' && other == '-') || (isdigit((unsigned char)one) && isdigit((unsigned char)other));
}

bool is_whole_page_mark(const char *at, const char *end, bool of_pages)
{
    static const char *const marks[] = {"续表",        "续上表",      "-0-",         "第0页",
                                        "第0页共0页",  "第0页,共0页", "第0页/共0页", "共0页第0页",
                                        "共0页,第0页", "共0页/第0页", "0/0"};
    size_t count = sizeof marks / sizeof *marks - !of_pages, length = 0;
    char word[LONGEST + 1];
    bool blank = false, parted = false;
    if (at < end && isdigit((unsigned char)*at) && !memchr(at, '/', (size_t)(end - at))) /* as most values */
        return false;
    for (; at < end && length <= LONGEST && !parted; at++)
        if (isspace((unsigned char)*at)) {
            blank = true;
        } else if (*at != FOLD_FILLER) {
            parted = length && blank && are_alike(word[length - 1], *at);
            word[length++] = *at;
            blank = false;
        }
    if (length > LONGEST || parted)
        return false;
    word[length] = '\0';
    for (size_t i = 0; i < count; i++)
        if (fits(word, marks[i]))
            return true;
    return false;
}
