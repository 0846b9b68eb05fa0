/* comments.h - waivers that stand in the report's own file, as comments of HTML and Markdown or in the margin
 * of a Word document: they move with what they are about. */
#ifndef NB_COMMENTS_H
#define NB_COMMENTS_H

#include "nianbao.h"

/* "<!-- nianbao: LEVEL RULE WHY -->", in Word without the marks of HTML: findings of `rule` that begin on
 * `line` (in Word the paragraph or the row of a table), or on `next` where the comment stands by itself (else
 * 0), are lowered to `level` or waived (-1), for the reason `why`. */
struct comment {
    struct comment *next;
    const struct nb_rule *rule;
    int level;
    size_t line, next_line;
    bool in_margin; /* of a Word document */
    char *why;
};

/* The comments of a report. The caller frees them, where one cannot be understood too. False after one line
 * on standard error, which names `path`, where one cannot be understood. */
bool comments_read(const struct nb_report *report, const char *path, struct comment **comments);
void comments_free(struct comment *comments);
/* The last comment that covers a finding, or NULL. */
const struct comment *comment_for(const struct comment *comments, const struct nb_report *report,
                                  const struct nb_finding *finding);

#endif
