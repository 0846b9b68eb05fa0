/* report.y - the grammar of an annual report: articles, sections, paragraphs, and tables with their rows.
 *
 * It describes what is printed. Which row and column of a form a cell belongs to is found by binding (forms/bind.c). */
%define api.pure full
%define api.prefix {report_}
%define api.location.type {struct nb_span}
%define parse.error verbose
%locations
%expect 0
%parse-param {void *scanner} {struct builder *builder}
%lex-param {void *scanner}

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

#define YYLLOC_DEFAULT(current, rhs, n)                                                                                                    \
    ((current).start = (n) ? YYRHSLOC(rhs, 1).start : YYRHSLOC(rhs, 0).end, (current).end = YYRHSLOC(rhs, n).end)

static void report_error(struct nb_span *at, void *scanner, struct builder *builder, const char *message);
static struct cell_node *discarded(struct builder *builder, struct token token, int symbol);
}

%union {
    struct token token;
    struct block_list *blocks;
    struct cell_node *cells;
}

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
%token <token> ROW_END    "end of the row"
%token <token> CAPTION    "caption of a table"
%token <token> HEADER     "column label"
%token <token> GROUP      "label of a group of rows"
%token <token> ROW        "row label"
%token <token> WORDS      "words in a table"
%token <token> NUMBER     "number"
%token <token> NA         "sign for nothing"
%token <token> GARBLED    "letters for digits"
%token <token> BLANK      "empty cell"
%token <token> SPAN       "cell that is spanned"
%token <token> LOST       "empty cell whose column is lost"

%type <blocks> plain table
%type <cells> empty group head label words values value room lost
%type <cells> labels line shut remark remarked said ended cells opening
%type <blocks> sections0 sections1 sections2 sections3 sections4 section0 section1 section2 section3 section4

/* What error recovery throws away stays in the tree, as a broken row; nothing printed goes unnoticed. */
%destructor { build_discard(builder, discarded(builder, $$, yykind)); } <token>
%destructor { build_discard(builder, $$); } <cells>
%destructor { (void)$$; /* in the arena */ } <blocks>

%%

report
    : plain sections4 sections3 sections2 sections1 sections0
        { build_preamble(builder, build_join($1, build_join($2, build_join($3, build_join($4, build_join($5, $6)))))); }
      articles
    ;

articles
    : %empty
    | articles article
    ;

article
    : HEADING plain sections4 sections3 sections2 sections1 sections0
        { build_article(builder, $1, @1, build_join($2, build_join($3, build_join($4, build_join($5, build_join($6, $7)))))); }
    ;

/* Sections: an enumerator opens one, which goes on until the next of its kind or of a higher one. */
sections0
    : %empty                { $$ = build_list(builder); }
    | sections0 section0    { $$ = build_join($1, $2); }
    ;
section0
    : HAN plain sections4 sections3 sections2 sections1
        { $$ = build_section(builder, build_list(builder), 0, $1, build_join($2, build_join($3, build_join($4, build_join($5, $6))))); }
    ;
sections1
    : %empty                { $$ = build_list(builder); }
    | sections1 section1    { $$ = build_join($1, $2); }
    ;
section1
    : PAREN plain sections4 sections3 sections2
        { $$ = build_section(builder, build_list(builder), 1, $1, build_join($2, build_join($3, build_join($4, $5)))); }
    ;
sections2
    : %empty                { $$ = build_list(builder); }
    | sections2 section2    { $$ = build_join($1, $2); }
    ;
section2
    : ARABIC plain sections4 sections3
        { $$ = build_section(builder, build_list(builder), 2, $1, build_join($2, build_join($3, $4))); }
    ;
sections3
    : %empty                { $$ = build_list(builder); }
    | sections3 section3    { $$ = build_join($1, $2); }
    ;
section3
    : PAREN_ARABIC plain sections4
        { $$ = build_section(builder, build_list(builder), 3, $1, build_join($2, $3)); }
    ;
sections4
    : %empty                { $$ = build_list(builder); }
    | sections4 section4    { $$ = build_join($1, $2); }
    ;
section4
    : CIRCLED plain         { $$ = build_section(builder, build_list(builder), 4, $1, $2); }
    ;

/* Paragraphs, and tables between them. */
plain
    : %empty                  { $$ = build_list(builder); }
    | plain PARAGRAPH         { $$ = build_paragraph(builder, $1, $2); }
    | plain table             { $$ = build_join($1, $2); }
    ;
table
    : grid rows GRID_END            { $$ = build_table(builder, @3.end); (void)$3; }
    | order sequence GRID_END       { $$ = build_table(builder, @3.end); (void)$3; }
    | order headed GRID_END         { $$ = build_table(builder, @3.end); (void)$3; }
    | order closed GRID_END         { $$ = build_table(builder, @3.end); (void)$3; }
    ;
grid
    : GRID                    { build_grid(builder, $1); }
    ;
order
    : ORDER                   { build_grid(builder, $1); }
    ;

/* Rows whose ends are known. What stands before the first value tells what a row is: no label, a label of columns (or a caption),
 * of a group, of a row. Values before the label of a row are a number that counts the rows, or a fault that binding tells. A label of
 * columns behind a value is none of these: such a row is broken, and its cells are kept as one. */
rows
    : %empty
    | rows row
    ;
row
    : empty ROW_END           { build_row(builder, ROW_EMPTY, $1); (void)$2; }
    | words ROW_END           { build_row(builder, ROW_WORDS, $1); (void)$2; }
    | head ROW_END            { build_row(builder, ROW_HEAD, $1); (void)$2; }
    | group ROW_END           { build_row(builder, ROW_GROUP, $1); (void)$2; }
    | label ROW_END           { build_row(builder, ROW_DATA, $1); (void)$2; }
    | values ROW_END          { build_row(builder, ROW_DATA, $1); (void)$2; }
    | error ROW_END           { build_broken(builder); (void)$2; yyerrok; }
    ;
empty
    : %empty                  { $$ = NULL; }
    | empty room              { $$ = build_behind($1, $2); }
    ;
words
    : empty WORDS             { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    | words lost          { $$ = build_behind($1, $2); }
    | words room              { $$ = build_behind($1, $2); }
    | words WORDS             { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
head
    : empty CAPTION           { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | empty HEADER            { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | words CAPTION           { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | words HEADER            { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | group HEADER            { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | head lost           { $$ = build_behind($1, $2); }
    | head room               { $$ = build_behind($1, $2); }
    | head WORDS              { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    | head CAPTION            { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | head HEADER             { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | head GROUP              { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    ;
group
    : empty GROUP             { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | values GROUP            { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | words GROUP             { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | group lost          { $$ = build_behind($1, $2); }
    | group room              { $$ = build_behind($1, $2); }
    | group WORDS             { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    | group GROUP             { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    ;
label
    : empty ROW               { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | values ROW              { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | words ROW               { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | head ROW                { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | group ROW               { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | label lost          { $$ = build_behind($1, $2); }
    | label room              { $$ = build_behind($1, $2); }
    | label WORDS             { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    | label ROW               { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | label GROUP             { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    ;
values
    : empty value             { $$ = build_behind($1, $2); }
    | words value             { $$ = build_behind($1, $2); }
    | head value              { $$ = build_behind($1, $2); }
    | group value             { $$ = build_behind($1, $2); }
    | label value             { $$ = build_behind($1, $2); }
    | values value            { $$ = build_behind($1, $2); }
    | values lost         { $$ = build_behind($1, $2); }
    | values room             { $$ = build_behind($1, $2); }
    | values WORDS            { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
value
    : NUMBER                  { $$ = build_cell(builder, NULL, CELL_NUMBER, $1); }
    | NA                      { $$ = build_cell(builder, NULL, CELL_NA, $1); }
    | GARBLED                 { $$ = build_cell(builder, NULL, CELL_GARBLED, $1); }
    ;
room
    : BLANK                   { $$ = build_cell(builder, NULL, CELL_BLANK, $1); }
    | SPAN                    { $$ = build_cell(builder, NULL, CELL_SPAN, $1); }
    ;
lost
    : LOST                    { $$ = build_cell(builder, NULL, CELL_SPAN, $1); }
    ;

/* Cells of which only the order is known: the next label ends a row, and so does room for cells
 * that are gone. Labels of columns follow one another; the cells behind the
 * last of them, or before the first label of all, are those of a row that has no label; words behind a row that is closed are
 * another row, or the label of one that nobody knows. */
sequence
    : opening                 { build_words(builder, $1); }
    | opening cells           { build_words(builder, $1); build_row(builder, ROW_DATA, $2); }
    | sequence line           { build_row(builder, ROW_DATA, $2); }
    | headed line             { build_row(builder, ROW_DATA, $2); }
    | closed line             { build_row(builder, ROW_DATA, $2); }
    | headed cells            { build_row(builder, ROW_DATA, $2); }
    | closed cells            { build_row(builder, ROW_DATA, $2); }
    | closed remark           { build_row(builder, ROW_WORDS, $2); }
    | closed remarked         { build_row(builder, ROW_DATA, $2); }
    ;
headed
    : sequence labels         { build_row(builder, ROW_HEAD, $2); }
    | closed labels           { build_row(builder, ROW_HEAD, $2); }
    ;
closed
    : sequence shut           { build_row(builder, ROW_DATA, $2); }
    | headed shut             { build_row(builder, ROW_DATA, $2); }
    | closed shut             { build_row(builder, ROW_DATA, $2); }
    | closed said             { build_row(builder, ROW_WORDS, $2); }
    | closed ended            { build_row(builder, ROW_DATA, $2); }
    ;
labels
    : CAPTION                 { $$ = build_cell(builder, NULL, CELL_LABEL, $1); }
    | HEADER                  { $$ = build_cell(builder, NULL, CELL_LABEL, $1); }
    | labels CAPTION          { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | labels HEADER           { $$ = build_cell(builder, $1, CELL_LABEL, $2); }
    | labels lost             { $$ = build_behind($1, $2); }
    | labels WORDS            { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
line
    : ROW                     { $$ = build_cell(builder, NULL, CELL_LABEL, $1); }
    | GROUP                   { $$ = build_cell(builder, NULL, CELL_LABEL, $1); }
    | line value              { $$ = build_behind($1, $2); }
    | line room               { $$ = build_behind($1, $2); }
    | line WORDS              { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
shut
    : line lost               { $$ = build_behind($1, $2); }
    | shut lost               { $$ = build_behind($1, $2); }
    ;
remark
    : WORDS                   { $$ = build_cell(builder, NULL, CELL_WORDS, $1); }
    | remark WORDS            { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
remarked
    : remark value            { $$ = build_behind($1, $2); }
    | remark room             { $$ = build_behind($1, $2); }
    | remarked value          { $$ = build_behind($1, $2); }
    | remarked room           { $$ = build_behind($1, $2); }
    | remarked WORDS          { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
said
    : remark lost             { $$ = build_behind($1, $2); }
    | said lost               { $$ = build_behind($1, $2); }
    ;
ended
    : remarked lost           { $$ = build_behind($1, $2); }
    | ended lost              { $$ = build_behind($1, $2); }
    ;
opening
    : %empty                  { $$ = NULL; }
    | opening lost            { $$ = build_behind($1, $2); }
    | opening WORDS           { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;
cells
    : value
    | room
    | cells value             { $$ = build_behind($1, $2); }
    | cells room              { $$ = build_behind($1, $2); }
    | cells lost              { $$ = build_behind($1, $2); }
    | cells WORDS             { $$ = build_cell(builder, $1, CELL_WORDS, $2); }
    ;

%%

/* A token that recovery passes over, as a cell: recovery begins and ends within a table. */
static struct cell_node *discarded(struct builder *builder, struct token token, int symbol)
{
    static const enum grid_cell_kind kinds[] = {
        [YYSYMBOL_CAPTION] = CELL_LABEL, [YYSYMBOL_HEADER] = CELL_LABEL, [YYSYMBOL_GROUP] = CELL_LABEL,
        [YYSYMBOL_ROW] = CELL_LABEL,     [YYSYMBOL_WORDS] = CELL_WORDS,  [YYSYMBOL_NUMBER] = CELL_NUMBER,
        [YYSYMBOL_NA] = CELL_NA,         [YYSYMBOL_GARBLED] = CELL_GARBLED, [YYSYMBOL_BLANK] = CELL_BLANK,
        [YYSYMBOL_SPAN] = CELL_SPAN,       [YYSYMBOL_LOST] = CELL_SPAN};
    return build_cell(builder, NULL, kinds[symbol], token);
}

/* Recovery keeps what it passes over (the destructors), so there is nothing left to say. */
static void report_error(struct nb_span *at, void *scanner, struct builder *builder, const char *message)
{
    (void)at, (void)scanner, (void)builder, (void)message;
}

/* The grammar sees the body of a page as if it were the whole text: the scanner's buffer ends there for a while. */
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
    end[0] = behind[0];
    end[1] = behind[1];
    return status == 0;
}
