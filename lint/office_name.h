/* office_name.h - what is left of an office's name without the words that every office's has. */
#ifndef NB_OFFICE_NAME_H
#define NB_OFFICE_NAME_H

#include <stddef.h>

/* Bytes of a name, in simplified characters, without 人民政府, 办公室 and the like at its end: 青石县 of
 * 青石县人民政府办公室. Two names with the same stem are names of one office. */
size_t office_stem_length(const char *name);

#endif
