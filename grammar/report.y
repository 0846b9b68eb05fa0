/* report.y - the grammar of an annual report: articles, sections, paragraphs, and tables with their rows.
 *
 * It describes what is printed. Which row and column of a form a cell belongs to is found by binding (forms/bind.c). */
%define api.pure full
%define api.prefix {report_}
%define parse.error verbose
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

static void report_error(void *scanner, struct builder *builder, const char *message);
}

%union {
    struct token token;
    struct block_list blocks;
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
%token <token> REMARK     "remark in a table whose rows do not show"
%token <token> VALUE      "number or sign for nothing"
%token <token> BLANK      "cell that is empty or spanned"
%token <token> LOST       "empty cell whose column is lost"

%type <blocks> plain table
%type <cells> empty group head label words values
%type <cells> labels line shut remark remarked said ended note cells opening
%type <blocks> sections0 sections1 sections2 sections3 sections4 section0 section1 section2 section3 section4

/* What error recovery throws away stays in the tree, as a broken row; nothing printed goes unnoticed. */
%destructor { build_discard(builder, build_cell(builder, NULL, $$)); } <token>
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
        { build_article(builder, $1, build_join($2, build_join($3, build_join($4, build_join($5, build_join($6, $7)))))); }
    ;

/* Sections: an enumerator opens one, which goes on until the next of its kind or of a higher one. */
sections0
    : %empty                { $$ = (struct block_list){NULL, NULL}; }
    | sections0 section0    { $$ = build_join($1, $2); }
    ;
section0
    : HAN plain sections4 sections3 sections2 sections1
        { $$ = build_section(builder, 0, $1, build_join($2, build_join($3, build_join($4, build_join($5, $6))))); }
    ;
sections1
    : %empty                { $$ = (struct block_list){NULL, NULL}; }
    | sections1 section1    { $$ = build_join($1, $2); }
    ;
section1
    : PAREN plain sections4 sections3 sections2
        { $$ = build_section(builder, 1, $1, build_join($2, build_join($3, build_join($4, $5)))); }
    ;
sections2
    : %empty                { $$ = (struct block_list){NULL, NULL}; }
    | sections2 section2    { $$ = build_join($1, $2); }
    ;
section2
    : ARABIC plain sections4 sections3
        { $$ = build_section(builder, 2, $1, build_join($2, build_join($3, $4))); }
    ;
sections3
    : %empty                { $$ = (struct block_list){NULL, NULL}; }
    | sections3 section3    { $$ = build_join($1, $2); }
    ;
section3
    : PAREN_ARABIC plain sections4
        { $$ = build_section(builder, 3, $1, build_join($2, $3)); }
    ;
sections4
    : %empty                { $$ = (struct block_list){NULL, NULL}; }
    | sections4 section4    { $$ = build_join($1, $2); }
    ;
section4
    : CIRCLED plain         { $$ = build_section(builder, 4, $1, $2); }
    ;

/* Paragraphs, and tables between them. */
plain
    : %empty                  { $$ = (struct block_list){NULL, NULL}; }
    | plain PARAGRAPH         { $$ = build_paragraph(builder, $1, $2); }
    | plain table             { $$ = build_join($1, $2); }
    ;
table
    : grid rows GRID_END            { $$ = build_table(builder, $3.words.end); }
    | order sequence GRID_END       { $$ = build_table(builder, $3.words.end); }
    | order headed GRID_END         { $$ = build_table(builder, $3.words.end); }
    | order closed GRID_END         { $$ = build_table(builder, $3.words.end); }
    ;
grid
    : GRID                    { build_grid(builder, $1); }
    ;
order
    : ORDER                   { build_grid(builder, $1); }
    ;

/* Rows whose ends are known. What stands before the first value tells what a row is: no label, a label of columns (or a caption),
 * of a group, of a row. Values before the label of a row are a number that counts the rows, all of them where labels stand last, or a
 * fault: binding tells. A label of columns behind a value, but a caption, is none of these: such a row is broken, and its cells are kept as one. */
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
    | empty BLANK             { $$ = build_cell(builder, $1, $2); }
    ;
words
    : empty WORDS             { $$ = build_cell(builder, $1, $2); }
    | words LOST              { $$ = build_cell(builder, $1, $2); }
    | words BLANK             { $$ = build_cell(builder, $1, $2); }
    | words WORDS             { $$ = build_cell(builder, $1, $2); }
    ;
head
    : empty CAPTION           { $$ = build_caption(builder, $1, $2); }
    | empty HEADER            { $$ = build_cell(builder, $1, $2); }
    | words CAPTION           { $$ = build_caption(builder, $1, $2); }
    | words HEADER            { $$ = build_cell(builder, $1, $2); }
    | group HEADER            { $$ = build_cell(builder, $1, $2); }
    | head LOST               { $$ = build_cell(builder, $1, $2); }
    | head BLANK              { $$ = build_cell(builder, $1, $2); }
    | head WORDS              { $$ = build_cell(builder, $1, $2); }
    | head CAPTION            { $$ = build_caption(builder, $1, $2); }
    | head HEADER             { $$ = build_cell(builder, $1, $2); }
    | head GROUP              { $$ = build_cell(builder, $1, $2); }
    ;
group
    : empty GROUP             { $$ = build_cell(builder, $1, $2); }
    | values GROUP            { $$ = build_cell(builder, $1, $2); }
    | words GROUP             { $$ = build_cell(builder, $1, $2); }
    | group LOST              { $$ = build_cell(builder, $1, $2); }
    | group BLANK             { $$ = build_cell(builder, $1, $2); }
    | group WORDS             { $$ = build_cell(builder, $1, $2); }
    | group GROUP             { $$ = build_cell(builder, $1, $2); }
    ;
label
    : empty ROW               { $$ = build_cell(builder, $1, $2); }
    | values ROW              { $$ = build_cell(builder, $1, $2); }
    | words ROW               { $$ = build_cell(builder, $1, $2); }
    | head ROW                { $$ = build_cell(builder, $1, $2); }
    | group ROW               { $$ = build_cell(builder, $1, $2); }
    | label LOST              { $$ = build_cell(builder, $1, $2); }
    | label BLANK             { $$ = build_cell(builder, $1, $2); }
    | label WORDS             { $$ = build_cell(builder, $1, $2); }
    | label ROW               { $$ = build_cell(builder, $1, $2); }
    | label GROUP             { $$ = build_cell(builder, $1, $2); }
    ;
values
    : empty VALUE             { $$ = build_cell(builder, $1, $2); }
    | words VALUE             { $$ = build_cell(builder, $1, $2); }
    | head VALUE              { $$ = build_cell(builder, $1, $2); }
    | group VALUE             { $$ = build_cell(builder, $1, $2); }
    | label VALUE             { $$ = build_cell(builder, $1, $2); }
    | values VALUE            { $$ = build_cell(builder, $1, $2); }
    | values LOST             { $$ = build_cell(builder, $1, $2); }
    | values BLANK            { $$ = build_cell(builder, $1, $2); }
    | values WORDS            { $$ = build_cell(builder, $1, $2); }
    | values CAPTION          { $$ = build_cell(builder, $1, $2); }
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
    | sequence note           { build_row(builder, ROW_WORDS, $2); }
    | headed note             { build_row(builder, ROW_WORDS, $2); }
    | closed note             { build_row(builder, ROW_WORDS, $2); }
    ;
note
    : REMARK                  { $$ = build_cell(builder, NULL, $1); }
    | note LOST               { $$ = build_cell(builder, $1, $2); }
    ;
labels
    : CAPTION                 { $$ = build_cell(builder, NULL, $1); }
    | HEADER                  { $$ = build_cell(builder, NULL, $1); }
    | labels CAPTION          { $$ = build_cell(builder, $1, $2); }
    | labels HEADER           { $$ = build_cell(builder, $1, $2); }
    | labels LOST             { $$ = build_cell(builder, $1, $2); }
    | labels WORDS            { $$ = build_cell(builder, $1, $2); }
    ;
line
    : ROW                     { $$ = build_cell(builder, NULL, $1); }
    | GROUP                   { $$ = build_cell(builder, NULL, $1); }
    | line VALUE              { $$ = build_cell(builder, $1, $2); }
    | line BLANK              { $$ = build_cell(builder, $1, $2); }
    | line WORDS              { $$ = build_cell(builder, $1, $2); }
    ;
shut
    : line LOST               { $$ = build_cell(builder, $1, $2); }
    | shut LOST               { $$ = build_cell(builder, $1, $2); }
    ;
remark
    : WORDS                   { $$ = build_cell(builder, NULL, $1); }
    | remark WORDS            { $$ = build_cell(builder, $1, $2); }
    ;
remarked
    : remark VALUE            { $$ = build_cell(builder, $1, $2); }
    | remark BLANK            { $$ = build_cell(builder, $1, $2); }
    | remarked VALUE          { $$ = build_cell(builder, $1, $2); }
    | remarked BLANK          { $$ = build_cell(builder, $1, $2); }
    | remarked WORDS          { $$ = build_cell(builder, $1, $2); }
    ;
said
    : remark LOST             { $$ = build_cell(builder, $1, $2); }
    | said LOST               { $$ = build_cell(builder, $1, $2); }
    ;
ended
    : remarked LOST           { $$ = build_cell(builder, $1, $2); }
    | ended LOST              { $$ = build_cell(builder, $1, $2); }
    ;
opening
    : %empty                  { $$ = NULL; }
    | opening LOST            { $$ = build_cell(builder, $1, $2); }
    | opening WORDS           { $$ = build_cell(builder, $1, $2); }
    ;
cells
    : VALUE                   { $$ = build_cell(builder, NULL, $1); }
    | BLANK                   { $$ = build_cell(builder, NULL, $1); }
    | cells VALUE             { $$ = build_cell(builder, $1, $2); }
    | cells BLANK             { $$ = build_cell(builder, $1, $2); }
    | cells LOST              { $$ = build_cell(builder, $1, $2); }
    | cells WORDS             { $$ = build_cell(builder, $1, $2); }
    ;

%%

/* Recovery keeps what it passes over (the destructors), so there is nothing left to say. */
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
    end[0] = behind[0];
    end[1] = behind[1];
    return status == 0;
}
