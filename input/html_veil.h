/* html_veil.h - tables that attributes hide: some say again what shows, others wait for a script, as those on
 * the tabs of a page do. */
#ifndef NB_HTML_VEIL_H
#define NB_HTML_VEIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which pairs of ideographs a text has, each as one bit; numbers are no part of it, so a table of another
 * year is the same. */
struct html_pairs {
    uint64_t bits[32];
};

/* A hidden element: where its tag ends in the source, and what its tables say. */
struct html_veil {
    size_t at;
    struct html_pairs pairs;
};

enum { HTML_VEILS = 16 };
/* Such elements, as many as are looked at; `shows`: which of them say what nothing else does. */
struct html_veils {
    struct html_veil items[HTML_VEILS];
    size_t count;
    bool shows[HTML_VEILS];
};

void html_pairs_add(struct html_pairs *pairs, const char *bytes, size_t size);
/* Find the elements whose tables say what is not yet said. Returns whether there are any. */
bool html_find_unsaid(struct html_veils *veils, struct html_pairs *shown);
/* Whether the hidden element whose tag ends there is one of them. */
bool html_is_unsaid(const struct html_veils *veils, size_t at);

#endif
