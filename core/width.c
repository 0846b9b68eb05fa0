/* width.c - the width of a character, looked up in a table made from Unicode's data. */
#include "width.h"

#include "width-table.h"

int width_in_table(unsigned code_point)
{
    size_t low = 0, high = sizeof wide / sizeof *wide;
    if (code_point < wide[0].first)
        return 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (wide[middle].first <= code_point)
            low = middle;
        else
            high = middle;
    }
    return code_point <= wide[low].last ? wide[low].width : 1;
}
