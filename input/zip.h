/* zip.h - take parts out of a zip archive in memory, within limits and without ever using a member's name as
 * a path. */
#ifndef NB_ZIP_H
#define NB_ZIP_H

#include "input.h"

#include <stddef.h>

/* An archive and what has been unpacked of it so far. */
struct zip {
    const char *bytes;
    size_t length;
    size_t max_size; /* of all parts together */
    size_t unpacked;
    struct nb_error *error;
};

/* One part, on the heap: zip_part_free() frees it. bytes is NULL if the archive has no such member. */
struct zip_part {
    char *bytes;
    size_t length;
};

/* Unpack the first member of this name (letters' case aside, as OPC has it). False, with *zip->error filled
 * in, when the archive is damaged or a limit is hit; a member that is not there is no error. */
bool zip_read(struct zip *zip, const char *name, struct zip_part *part);
/* The name of a member that another one, `part`, names: from the archive's root, or from that member's
 * folder. */
const char *zip_name_from(struct nb_arena *arena, const char *part, const char *name);
void zip_part_free(struct zip_part *part);

#endif
