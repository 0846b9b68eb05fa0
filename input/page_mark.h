/* page_mark.h - what numbers pages: - 4 -, 第4页, 第4页 共9页. */
#ifndef NB_PAGE_MARK_H
#define NB_PAGE_MARK_H

#include <stdbool.h>

/* Whether these bytes of a shadow are nothing else; `of_pages`: 4/9 is one, too. */
bool is_page_mark_at(const char *at, const char *end, bool of_pages);

#endif
