/* report.y - the grammar of an annual report: articles, sections, paragraphs, and tables as they are printed.
 *
 * It describes layout only. Which row and column a cell belongs to is found by binding (forms/bind.c), because pages lose cells. */
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
#include "scanner.h"

#define YYLLOC_DEFAULT(current, rhs, n)                                                                                                    \
    ((current).start = (n) ? YYRHSLOC(rhs, 1).start : YYRHSLOC(rhs, 0).end, (current).end = YYRHSLOC(rhs, n).end)

static void report_error(struct nb_span *at, void *scanner, struct builder *builder, const char *message);
}

%union {
    struct token token;
    struct block_list *blocks;
    struct nb_item *item;
}

%token <token> HEADING    "heading of an article"
%token <token> HAN        "section 一、"
%token <token> PAREN      "section (一)"
%token <token> ARABIC     "section 1."
%token <token> PAREN_ARABIC "section (1)"
%token <token> CIRCLED    "section ①"
%token <token> PARAGRAPH  "paragraph"
%token <token> CAPTION    "caption of a table"
%token <token> HEADER     "column label"
%token <token> GROUP      "label of a group of rows"
%token <token> ROW        "row label"
%token <token> TEXT       "words in a table"
%token <token> VALUE      "number"
%token <token> NA         "sign for nothing"
%token <token> BLANK      "empty cell"
%token <token> PAD        "empty cells closing a row"
%token <token> NOT_NUMBER "cell that is no number"
%token <token> TABLE_BEGIN "table with borders" TABLE_END "end of the table"

%type <blocks> plain strays entry caption header group row ruled cells entries
%type <item> cell
%type <blocks> sections0 sections1 sections2 sections3 sections4 section0 section1 section2 section3 section4

/* What error recovery throws away is kept as unread text; nothing printed goes unnoticed. */
%destructor { build_discarded(builder, $$); } <token>
%destructor { (void)$$; /* in the arena */ } <blocks> <item>

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

/* Paragraphs, and tables between them. Cells may follow anything: a page that has lost a label has not lost its numbers. */
plain
    : strays
    | plain PARAGRAPH strays  { $$ = build_join(build_paragraph(builder, $1, $2), $3); }
    | plain entry             { $$ = build_join($1, $2); }
    | plain ruled strays      { $$ = build_join(build_join($1, $2), $3); }
    | plain error             { $$ = $1; yyerrok; }
    ;
strays
    : %empty                  { $$ = build_break(builder); }
    | strays cell             { $$ = build_cell(builder, $1, $2); }
    ;

/* A label and the cells behind it: a caption and a column label have none as a rule, a row label those of its row. The last
 * column label has the cells of a row that has no label of its own (the review table). */
entry
    : caption
    | header
    | group
    | row
    ;
caption
    : CAPTION                 { $$ = build_cell(builder, build_list(builder), build_item(builder, NB_ITEM_CAPTION, $1)); }
    | caption cell            { $$ = build_cell(builder, $1, $2); }
    ;
header
    : HEADER                  { $$ = build_cell(builder, build_list(builder), build_item(builder, NB_ITEM_HEADER, $1)); }
    | header cell             { $$ = build_cell(builder, $1, $2); }
    ;
group
    : GROUP                   { $$ = build_cell(builder, build_list(builder), build_item(builder, NB_ITEM_GROUP, $1)); }
    | group cell              { $$ = build_cell(builder, $1, $2); }
    ;
row
    : ROW                     { $$ = build_cell(builder, build_list(builder), build_item(builder, NB_ITEM_ROW, $1)); }
    | TEXT                    { $$ = build_cell(builder, build_list(builder), build_item(builder, NB_ITEM_TEXT, $1)); }
    | row cell                { $$ = build_cell(builder, $1, $2); }
    ;
cell
    : VALUE                   { $$ = build_item(builder, NB_ITEM_VALUE, $1); }
    | NA                      { $$ = build_item(builder, NB_ITEM_NA, $1); }
    | BLANK                   { $$ = build_item(builder, NB_ITEM_BLANK, $1); }
    | PAD                     { $$ = build_item(builder, NB_ITEM_PAD, $1); }
    | NOT_NUMBER              { $$ = build_item(builder, NB_ITEM_NOT_NUMBER, $1); }
    ;

/* A table whose borders are known. What stands in it is read as above; what does not fit is passed over up to its end. */
ruled
    : table_begin cells entries table_end   { $$ = build_join($2, $3); }
    | table_begin cells entries error table_end { $$ = build_join($2, $3); yyerrok; }
    ;
table_begin
    : TABLE_BEGIN             { (void)$1; build_ruled(builder, @1); }
    ;
table_end
    : TABLE_END               { (void)$1; build_ruled_end(builder, @1); }
    ;
cells
    : %empty                  { $$ = build_list(builder); }
    | cells cell              { $$ = build_cell(builder, $1, $2); }
    ;
entries
    : %empty                  { $$ = build_list(builder); }
    | entries entry           { $$ = build_join($1, $2); }
    ;

%%

/* Recovery has already found its place when this is called; the place is kept for lint. */
static void report_error(struct nb_span *at, void *scanner, struct builder *builder, const char *message)
{
    (void)scanner;
    (void)message;
    build_discarded(builder, (struct token){.words = *at, .label = -1});
}

/* The grammar sees the body of a page as if it were the whole text: the scanner's buffer ends there for a while. */
bool parse_report(struct nb_report *report)
{
    struct builder builder = {.report = report};
    struct scanner scanner;
    struct nb_text body = *report->text;
    if (body.body_end)
        body.length = body.body_end;
    char *end = body.shadow + body.length, behind[2] = {end[0], end[1]};
    end[0] = end[1] = '\0';
    void *state = scanner_open(&scanner, &body);
    int status = report_parse(state, &builder);
    scanner_close(state);
    end[0] = behind[0];
    end[1] = behind[1];
    return status == 0;
}
