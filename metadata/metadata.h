/* metadata.h - which report it is: its title, office, year, period and dates, and the page around it. */
#ifndef NB_METADATA_H
#define NB_METADATA_H

#include "nianbao.h"

/* Where the reader has told the report from the page around it (body_start, body_end of the text), what is
 * outside becomes furniture. */
void keep_furniture(struct nb_report *report);
/* Title, agency, year, period, dates, signature; what stands around the report becomes furniture. */
void read_metadata(struct nb_report *report);
/* Whether a name, in simplified characters, is made of words that any office may have and of nothing else:
 * 部门, 区政府办公室, 我局办公室, 重点. */
bool office_is_general(const char *name, size_t length);

#endif
