/* rewrite.h - what programs do to a plain text as a whole, taken back: one pass for each habit, asked in the
 * order of this list.
 */
#ifndef NB_REWRITE_H
#define NB_REWRITE_H

#include "lexicon.h"
#include "text.h"

/* A text of which something is taken out, from left to right: its own source, whose lines are found
 * (find_lines). */
struct rewriting {
    struct nb_arena *arena;
    const struct nb_text *text;
    const struct lexicon *lexicon; /* the words of the forms; NULL: none are known */
    struct text_builder *builder;  /* NULL: nothing has been taken out */
    size_t copied;                 /* up to here it is written */
    bool run;                      /* of its tables, values that stand right behind one another are left so */
};

/* Take the habit out, if the text shows it: what is told by labels only is not told without a lexicon. Each
 * takes time linear in the text, but for spans that are nested. */
typedef void rewrite_pass(struct rewriting *made);

/* Take [start, end) out, behind all that was; `sign`: what stands in its place, 0: nothing. */
void rewrite_cut(struct rewriting *made, size_t start, size_t end, char sign);
/* A new text with what is left, whose source is that of the old; NULL: nothing was taken out. */
struct nb_text *rewrite_end(struct rewriting *made);

/* Characters that show nothing: soft hyphens, places where a line may break or not. */
rewrite_pass without_invisible;
/* Dashes written as two hyphens with a blank on either side, as docx2txt does: one hyphen. */
rewrite_pass dashes_together;
/* Numbers before the words of links, and their targets behind them, in brackets: blanks. */
rewrite_pass without_links;
/* Numbers behind the labels of columns that a line has twice, as pandas counts them (总计.1): blanks. */
rewrite_pass without_counts;
/* Line ends around marks of punctuation, as what strips a page writes where its words change their type. */
rewrite_pass marks_together;
/* Blanks that an editor shows, as dots or open boxes: blanks. */
rewrite_pass with_shown_blanks;
/* Blanks between the letters of all words, as those set wide are copied; gaps between words keep theirs. */
rewrite_pass letters_together;
/* Requests of troff, of which the tables of tbl become rows with tabs between. */
rewrite_pass without_requests;
/* Line ends, tabs and quotation marks written as a string of a program has them, with a backslash; and such
 * strings as a list of them is printed. */
rewrite_pass without_escapes;
/* Records that all have the same names, as JSON and Python have them: rows, with tabs between. */
rewrite_pass with_rows;
/* The same of records that have a line for each value, "name = value". */
rewrite_pass with_listed_rows;
/* Tabs that stand for the blanks up to a tab stop, as programs write them to save bytes: those blanks. */
rewrite_pass with_blanks;
/* Carets around the labels of a table, as DokuWiki has them ("^ a ^ b ^", "^ a | 1 |"), and pairs of bars, as
 * Jira has them ("||a||b||"): bars. */
rewrite_pass with_bars;
/* Bars on each side of each cell, |a||b|: a line for each cell. */
rewrite_pass cells_apart;
/* Rows as Python prints the cells of a sheet, with blanks between and None for none: tabs. */
rewrite_pass with_printed_cells;
/* Marks of quotation before nearly all lines ("> "), as mails have them. */
rewrite_pass without_quotation;
/* A blank line behind each line, or block of lines, of a page, as programs write what they find in a PDF. */
rewrite_pass without_blank_lines;
/* Lines at the edges of pages: numbers that count them, what is the same beside those. */
rewrite_pass without_page_edges;
/* The same before or behind nearly all lines, but for numbers and names in it: numbers of lines, times, marks
 * of comments. */
rewrite_pass without_margins;
/* Marks of emphasis around a whole line, with the tabs in it: **7<tab>**. */
rewrite_pass without_emphasis;
/* Spans with attributes, [words]{style="…"}, attributes of headings and fences of divisions (:::). What
 * stands in columns stays in them. Source: the manual of pandoc, "Divs and Spans". */
rewrite_pass without_spans;
/* A tag of HTML in Markdown whose attributes are wrapped: line breaks in it are blanks. */
rewrite_pass tags_together;
/* A string of the writer's own between the labels of a table's columns and between the values of its rows:
 * tabs. */
rewrite_pass with_tabs;
/* Comments of HTML, and the names and numbers of its blanks, in texts that are no page: &nbsp;, &#xA;. */
rewrite_pass without_unshown;
/* Labels and values of tables right behind one another, with nothing between, as programs hand on what a page
 * says without its elements: a line for each label, and for what stands behind it. How the digits of a row
 * part is told by the form (forms/run.c). */
rewrite_pass tables_apart;
/* Lines that hold several rows of tables each, for a page's strings were joined with blanks, bars or commas:
 * a line for each. */
rewrite_pass unfold;
/* Headings within long lines of such a text: a line for each. */
rewrite_pass headings_apart;

#endif
