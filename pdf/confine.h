/* confine.h - what a program that reads hostile files gives up before it reads them. */
#ifndef NB_CONFINE_H
#define NB_CONFINE_H

/* What the kernel took away (as bits): FILES: none can be opened but fonts, character maps and libraries, and
 * those only to be read; NETWORK: no sockets, and no other programs, neither run nor reached. */
enum { CONFINED_FILES = 1, CONFINED_NETWORK = 2 };

/* Give up files and network for good, as far as the kernel knows how to. Returns what was given up. */
int confine(void);

#endif
