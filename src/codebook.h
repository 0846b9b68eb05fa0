/* codebook.h - what every column of the tables and every cell id means, as CSV in both languages. */
#ifndef NB_CODEBOOK_H
#define NB_CODEBOOK_H

#include <stdio.h>

/* kind,name,type,unit,english,chinese,form,source: one line for each column of the long and wide tables, of
 * facts and findings, one for each status, and one for each cell of every form. */
void codebook_write(FILE *file);

#endif
