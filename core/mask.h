/* mask.h - covers names and numbers of persons. */
#ifndef NB_MASK_H
#define NB_MASK_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the character there is a common surname. */
bool is_surname(const char *at);

/* Words that announce a number or stand between a name and one, and are no name themselves; NULL at the end.
 */
extern const char *const number_words[];

/* In place and without changing the length: of a name at the front or the end only its first character stays,
 * of a long number its ends. */
void mask_personal(char *bytes, size_t length);

#endif
