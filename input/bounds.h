/* bounds.h - how much a reader takes on before it refuses: a file made to exhaust the machine costs one clear
 * line. */
#ifndef NB_BOUNDS_H
#define NB_BOUNDS_H

/* Besides these, nb_options.max_size bounds the bytes of a file and, for an archive, the bytes of all parts
 * unpacked. */
enum {
    LIMIT_TEXT = 1 << 30,      /* bytes of a file, whatever max_size is */
    LIMIT_DEPTH = 200,         /* elements inside one another */
    LIMIT_CELLS = 1000000,     /* positions of all tables of a report, covered ones included */
    LIMIT_COLUMNS = 1000,      /* positions of a table's row (Word has 63 at most) */
    LIMIT_NODES = 2000000,     /* tags and runs of text of an HTML page */
    LIMIT_ATTRIBUTES = 500,    /* attributes of a tag: the parser compares each with all others */
    LIMIT_MEMBERS = 10000,     /* members of an archive */
    LIMIT_RATIO = 200,         /* bytes unpacked for each byte of the archive ... */
    LIMIT_RATIO_FREE = 1 << 20 /* ... beyond this many, which are always taken */
};

#endif
