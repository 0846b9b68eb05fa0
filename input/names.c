/* names.c - a hash table of libxml2 that is looked at after each step. */
#include "names.h"

#include "libxml.h"
#include "memory.h"

struct names {
    xmlHashTable *table;
    struct foreign *held;
};

static void free_table(void *table)
{
    xmlHashFree(table, NULL);
}

struct names *names_new(void)
{
    struct names *names = xmalloc(sizeof *names);
    names->table = xmlHashCreate(64);
    if (!names->table)
        memory_out();
    names->held = foreign_hold(names->table, free_table);
    return names;
}

void names_free(struct names *names)
{
    if (names)
        foreign_free(names->held);
    xfree(names);
}

bool names_add(struct names *names, const char *name, void *thing)
{
    if (names_find(names, name))
        return false;
    if (xmlHashAddEntry(names->table, (const xmlChar *)name, thing) || names_find(names, name) != thing)
        memory_out();
    return true;
}

void *names_find(const struct names *names, const char *name)
{
    return xmlHashLookup(names->table, (const xmlChar *)name);
}
