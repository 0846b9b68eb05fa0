/* html_page.c - <title> and the <meta> elements ArticleTitle, PubDate (PublishDate, article:published_time)
 * and ContentSource. */
#include "config.h"

#include "html_page.h"

#include "utf8.h"

#include <string.h>
#include <strings.h>

enum { LONGEST = 400 }; /* bytes kept of each */

static const char *hushed(char *string)
{
    utf8_hush(string, strlen(string));
    return string;
}

static const char *kept(struct nb_arena *arena, const char *value)
{
    size_t length = strnlen(value, LONGEST);
    while (length && ((unsigned char)value[length] & 0xC0) == 0x80)
        length--;
    return hushed(arena_strndup(arena, value, length));
}

void html_page_meta(struct html_page *page, struct nb_arena *arena, const char *const *attributes)
{
    const char *name = NULL, *content = NULL;
    for (; attributes && attributes[0]; attributes += 2) {
        if (!strcasecmp(attributes[0], "name") || !strcasecmp(attributes[0], "property"))
            name = attributes[1];
        if (!strcasecmp(attributes[0], "content"))
            content = attributes[1];
    }
    if (!name || !content || !*content)
        return;
    if (!strcasecmp(name, "ArticleTitle"))
        page->article = kept(arena, content);
    else if (!strcasecmp(name, "PubDate") || !strcasecmp(name, "PublishDate") ||
             !strcasecmp(name, "article:published_time"))
        page->date = kept(arena, content);
    else if (!strcasecmp(name, "ContentSource"))
        page->source = kept(arena, content);
}

void html_page_title(struct html_page *page, struct nb_arena *arena, const char *bytes, size_t length)
{
    const char *before = page->title ? page->title : "";
    if (strlen(before) < LONGEST && length < LONGEST)
        page->title = hushed(arena_printf(arena, "%s%.*s", before, (int)length, bytes));
}
