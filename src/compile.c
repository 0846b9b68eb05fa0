/* compile.c - the driver that joins the stages: bytes, text, tree, bound tables, findings. */
#include "arena.h"
#include "nianbao.h"

void nb_report_free(struct nb_report *report)
{
    if (report)
        arena_free(report->arena);
}
