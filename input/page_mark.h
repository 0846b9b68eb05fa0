/* page_mark.h - what numbers pages, or says that a table goes on: - 4 -, 第4页 共9页, 续表. */
#ifndef NB_PAGE_MARK_H
#define NB_PAGE_MARK_H

#include "utf8.h"

/* Whether these bytes of a shadow are nothing else; `of_pages`: 4/9 is one, too. */
bool is_whole_page_mark(const char *at, const char *end, bool of_pages);
/* The same: nearly all lines are told by their first character to be none. */
static inline bool is_page_mark_at(const char *at, const char *end, bool of_pages)
{
    if (end - at < 3) /* 4/9, -4- */
        return false;
    bool sign = *at == '-' || *at == ' ' || (of_pages && *at >= '0' && *at <= '9');
    return (sign || utf8_is(at, "第") || utf8_is(at, "共") || utf8_is(at, "续")) &&
           is_whole_page_mark(at, end, of_pages);
}

#endif
