/* quantity.h - a printed quantity as number, unit and qualifier. */
#ifndef NB_QUANTITY_H
#define NB_QUANTITY_H

#include "nianbao.h"

/* Read the quantity that stands at fact->span: fills in quantity, unit, qualifier, number; strings in the
 * report's arena. A number in Chinese numerals is written in digits. `number` is scaled by 百, 千, 万, 亿 in
 * the unit. */
void quantity_read(const struct nb_report *report, struct nb_fact *fact);

/* The numbers before 年, 月 and 日 of the date that begins here, 0 where there is none. Returns what stands
 * behind it. */
const char *date_read(const char *at, int parts[3]);

/* The unit without 万 and the like: what is counted. Points into `unit`. */
const char *unit_measure(const char *unit);

#endif
