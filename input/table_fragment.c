/* table_fragment.c - HTML tables inside a plain text, as OCR pipelines and converters to Markdown write them.
 */
#include "html_tree.h"
#include "table_reader.h"
#include "watch.h"

#include <string.h>
#include <strings.h>

/* How many more tables are open behind the bytes than before them. */
static long tables_opened(const char *at, const char *end, long open)
{
    for (; at < end && (at = memchr(at, '<', (size_t)(end - at))); at++) {
        if (end - at >= 8 && strncasecmp(at, "</table>", 8) == 0)
            open -= open > 0;
        else if (end - at > 6 && strncasecmp(at, "<table", 6) == 0 && strchr("> \t\n", at[6]))
            open++;
    }
    return open;
}

struct found read_fragment(struct reader *reader, size_t first)
{
    if (!xml_enter())
        return (struct found){0};
    const char *bytes = reader->text->bytes;
    size_t end = first;
    for (long open = 0; end < reader->count && (end == first || open); end++)
        open = tables_opened(bytes + reader->lines[end].begin, bytes + reader->lines[end].end, open);
    reader_claim(reader, first, end);
    size_t start = reader->lines[first].begin, stop = reader->lines[end - 1].end;
    if (!html_fragment(reader->arena, reader->out, bytes + start, stop - start, reader->base + start))
        write_prose(reader, first, end);
    else
        write_separator(reader, '\n', stop);
    return (struct found){.what = WRITTEN, .end = end};
}
