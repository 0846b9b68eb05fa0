/* report.y - the grammar of an annual report: articles, sections, paragraphs, and tables with their rows.
 *
 * It describes what is printed. Which row and column of a form a cell belongs to is found by binding (forms/bind.c). */
%define api.pure full
%define api.prefix {report_}
%expect 0
%parse-param {void *scanner} {struct builder *builder}
%lex-param {void *scanner} {struct builder *builder}

%code requires {
#include "tree.h"
}

%code {
#include "parse.h"
#include "memory.h"
#include "scanner.h"

/* The parser's stacks. */
#define YYMALLOC xmalloc
#define YYREALLOC xrealloc
#define YYFREE xfree

static void report_error(void *scanner, struct builder *builder, const char *message);

/* The next token. A cell is the last of its row from now on: rules say of what kind a row is and where it ends, not of which cells it is made. */
static int next_token(REPORT_STYPE *value, void *scanner, struct builder *builder)
{
    int token = report_lex(value, scanner);
    if (token >= CAPTION)
        build_cell(builder, value->token);
    return token;
}
#undef yylex
#define yylex next_token

/* The cells before the one that the parser has seen ahead, if it has, are a row. */
#define ROW_OF(kind) build_row(builder, kind, yychar >= CAPTION)
}

%union {
    struct token token;
    struct block_list blocks;
}

/* An enumerator opens a section, which goes on until the next of its kind or of a higher one. */
%left HAN
%left PAREN
%left ARABIC
%left PAREN_ARABIC
%left CIRCLED
%precedence PARAGRAPH GRID ORDER

%token <token> HEADING    "heading of an article"
%token <token> HAN        "section 一、"
%token <token> PAREN      "section (一)"
%token <token> ARABIC     "section 1."
%token <token> PAREN_ARABIC "section (1)"
%token <token> CIRCLED    "section ①"
%token <token> PARAGRAPH  "paragraph"
%token <token> GRID       "table"
%token <token> ORDER      "table whose rows do not show"
%token <token> GRID_END   "end of the table"
%token ROW_END    "end of the row"
/* Those of cells are the last. */
%token CAPTION    "caption of a table"
%token HEADER     "column label"
%token GROUP      "label of a group of rows"
%token ROW        "row label"
%token WORDS      "words in a table"
%token REMARK     "remark in a table whose rows do not show"
%token VALUE      "number or sign for nothing"
%token BLANK      "cell that is empty or spanned"
%token LOST       "empty cell whose column is lost"

%type <blocks> blocks section table

%%

report
    : blocks            { build_preamble(builder, $1); }
      articles
    ;
articles : %empty | articles article ;
article
    : HEADING blocks    { build_article(builder, $1, $2); }
    ;

/* Paragraphs, tables between them, sections. */
blocks
    : %empty            { $$ = (struct block_list){NULL, NULL}; }
    | blocks PARAGRAPH  { $$ = build_paragraph(builder, $1, $2); }
    | blocks table      { $$ = build_join($1, $2); }
    | blocks section    { $$ = build_join($1, $2); }
    ;
section
    : HAN blocks            { $$ = build_section(builder, 0, $1, $2); }
    | PAREN blocks          { $$ = build_section(builder, 1, $1, $2); }
    | ARABIC blocks         { $$ = build_section(builder, 2, $1, $2); }
    | PAREN_ARABIC blocks   { $$ = build_section(builder, 3, $1, $2); }
    | CIRCLED blocks        { $$ = build_section(builder, 4, $1, $2); }
    ;
table
    : GRID { build_grid(builder, $1); } rows GRID_END    { $$ = build_table(builder, $4.words.end); }
    | ORDER { build_grid(builder, $1); } list GRID_END   { $$ = build_table(builder, $4.words.end); }
    ;

/* Rows whose ends are known. What stands before the first value tells what a row is: no label, a label of columns (or a caption),
 * of a group, of a row; several labels of columns before that of a row are the head over it. Values before the label of a row are a
 * number that counts the rows, all of them where labels stand last, or a fault: binding tells. A label of columns behind a value, but
 * a caption, is none of these: such a row is broken. */
rows : %empty | rows row ;
row
    : empty ROW_END     { ROW_OF(ROW_EMPTY); }
    | words ROW_END     { ROW_OF(ROW_WORDS); }
    | head ROW_END      { ROW_OF(ROW_HEAD); }
    | group ROW_END     { ROW_OF(ROW_GROUP); }
    | label ROW_END     { ROW_OF(ROW_DATA); }
    | values ROW_END    { ROW_OF(ROW_DATA); }
    | error ROW_END     { ROW_OF(ROW_BROKEN); yyerrok; }
    ;
empty : %empty | empty BLANK ;
words : empty WORDS | words LOST | words BLANK | words WORDS ;
head : empty title | words title | group HEADER | head LOST | head BLANK | head WORDS | head title | head GROUP ;
title : CAPTION { builder->captioned = true; } | HEADER { builder->titles++; } ;
group : empty GROUP | values GROUP | words GROUP | group LOST | group BLANK | group WORDS | group GROUP ;
label : empty ROW | values ROW | words ROW | head begun_row ROW | group ROW | label LOST | label BLANK | label WORDS | label ROW | label GROUP ;
begun_row : %empty { if (builder->titles > 1) ROW_OF(ROW_HEAD); } ;
values
    : empty VALUE | words VALUE | head VALUE | group VALUE | label VALUE
    | values VALUE | values LOST | values BLANK | values WORDS | values CAPTION
    ;

/* Cells of which only the order is known: the next label ends a row, and so does room for cells
 * that are gone. Labels of columns follow one another; the cells behind the
 * last of them, or before the first label of all, are those of a row that has no label; words behind a row that is closed are
 * another row, or the label of one that nobody knows. */
list : sequence | headed | closed ;
sequence
    : begun
    | begun cells       { ROW_OF(ROW_DATA); }
    | list line         { ROW_OF(ROW_DATA); }
    | headed cells      { ROW_OF(ROW_DATA); }
    | closed cells      { ROW_OF(ROW_DATA); }
    | closed remark     { ROW_OF(ROW_WORDS); }
    | closed remarked   { ROW_OF(ROW_DATA); }
    ;
headed
    : sequence labels   { ROW_OF(ROW_HEAD); }
    | closed labels     { ROW_OF(ROW_HEAD); }
    ;
closed
    : list shut         { ROW_OF(ROW_DATA); }
    | closed said       { ROW_OF(ROW_WORDS); }
    | closed ended      { ROW_OF(ROW_DATA); }
    | list note         { ROW_OF(ROW_WORDS); }
    ;
begun
    : opening           { if (builder->count > (yychar >= CAPTION)) ROW_OF(ROW_WORDS); }
    ;
opening : %empty | opening LOST | opening WORDS ;
note : REMARK | note LOST ;
labels : CAPTION | HEADER | labels CAPTION | labels HEADER | labels LOST | labels WORDS ;
line : ROW | GROUP | line VALUE | line BLANK | line WORDS ;
shut : line LOST | shut LOST ;
remark : WORDS | remark WORDS ;
remarked : remark VALUE | remark BLANK | remarked VALUE | remarked BLANK | remarked WORDS ;
said : remark LOST | said LOST ;
ended : remarked LOST | ended LOST ;
cells : VALUE | BLANK | cells VALUE | cells BLANK | cells LOST | cells WORDS ;

%%

/* What recovery passes over is of the row that it ends with, so there is nothing left to say. */
static void report_error(void *scanner, struct builder *builder, const char *message)
{
    (void)scanner, (void)builder, (void)message;
}

/* The grammar sees the body of a page as if it were the whole text: the scanner's buffer ends there for a
 * while. */
bool parse_report(struct nb_report *report, const struct lexicon *lexicon)
{
    struct builder builder = {.report = report};
    struct scanner scanner;
    struct nb_text body = *report->text;
    if (body.body_end)
        body.length = body.body_end;
    char *end = body.shadow + body.length, behind[2] = {end[0], end[1]};
    end[0] = end[1] = '\0';
    void *state = scanner_open(&scanner, &body, lexicon);
    int status = report_parse(state, &builder);
    scanner_close(state);
    xfree(builder.cells);
    end[0] = behind[0];
    end[1] = behind[1];
    return status == 0;
}
