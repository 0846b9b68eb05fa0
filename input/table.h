/* table.h - plain text whose tables, however they are printed, are handed on in the table language. */
#ifndef NB_TABLE_H
#define NB_TABLE_H

#include "lexicon.h"
#include "text.h"

/* Lower `plain` (text_plain; it must live as long as the arena): tables drawn with bars or frames, set with
 * tabs, commas, spaces or one cell a line, and HTML tables inside the text become GROUP ... GROUP tables
 * (text.h); of the rest Markdown's marks are gone. `lexicon` (NULL: none) tells which lines are labels of a
 * form, and which labels are broken over lines. Returns a new text in `arena` whose source is that of
 * `plain`. Takes time linear in the text. `last`: nobody reads `plain` afterwards, unless the new text is
 * `apart`. */
struct nb_text *read_tables(struct nb_arena *arena, struct nb_text *plain, const struct lexicon *lexicon,
                            bool last);
/* The same for what stands between the tables of a text that another reader has lowered (a web page, which
 * has a table as lines or preformatted). Returns `text` itself where nothing was lowered. */
struct nb_text *read_tables_between(struct nb_arena *arena, struct nb_text *text,
                                    const struct lexicon *lexicon);
/* The tables of a text that a reader of any format has lowered, read as those of plain text are: rows that
 * stand in one, a line of each of its cells for each, are rows of their own; what repeats the text of the
 * cell that spans it is covered. Returns `text` itself where there are none. */
struct nb_text *read_lowered_tables(struct nb_text *text, const struct lexicon *lexicon);

#endif
