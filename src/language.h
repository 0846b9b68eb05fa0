/* language.h - the language of messages. */
#ifndef NB_LANGUAGE_H
#define NB_LANGUAGE_H

#include <stdbool.h>

/* Speak the language of the environment (`language` NULL), "en" or "zh". False if it is another. Works
 * without any locale installed, and finds the translations of a build tree as well as those of an installed
 * program. */
bool set_language(const char *language);

#endif
