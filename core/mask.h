/* mask.h - covers names and numbers of persons. */
#ifndef NB_MASK_H
#define NB_MASK_H

#include <stddef.h>

/* In place and without changing the length: of a name at the front only its first character stays, of a long number its ends. */
void mask_personal(char *bytes, size_t length);

#endif
