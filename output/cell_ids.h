/* cell_ids.h - every cell that a statutory form has, each once: the columns of wide tables and the entries of
 * the codebook. */
#ifndef NB_CELL_IDS_H
#define NB_CELL_IDS_H

#include "nianbao.h"

/* A cell by its names, with the first form that has it. */
struct cell_id {
    const struct nb_form *form;
    const struct nb_form_table *table;
    const struct nb_form_row *row;
    const struct nb_form_column *column;
};

/* Tell take(user, ...) of each cell, in the order of the newest form, then what only older ones have. */
void each_cell_id(void (*take)(void *user, const struct cell_id *cell), void *user);

#endif
