/* names.h - things by their name, on libxml2's hash tables, which are silent where memory runs out. */
#ifndef NB_NAMES_H
#define NB_NAMES_H

#include <stdbool.h>

struct names;

/* An empty table; like all that is held (memory.h) it goes where the work is given up. */
struct names *names_new(void);
void names_free(struct names *names);

/* Add a thing; false if one of this name is there, which stays. */
bool names_add(struct names *names, const char *name, void *thing);
/* The thing of this name, or NULL. */
void *names_find(const struct names *names, const char *name);

#endif
