/* tests.h - the suites of the unit tests; each function registers one and returns a CUnit error code. */
#ifndef NB_TESTS_H
#define NB_TESTS_H

int add_input_tests(void);
int add_layout_tests(void);
int add_reader_tests(void);
int add_columns_tests(void);
int add_output_tests(void);
int add_text_tests(void);
int add_lexicon_tests(void);
int add_docx_tests(void);
int add_sheet_tests(void);
int add_ndjson_tests(void);
int add_lint_tests(void);
int add_metadata_tests(void);
int add_relations_tests(void);
int add_recover_tests(void);
int add_bind_tests(void);
int add_grammar_tests(void);
int add_scanner_tests(void);

#endif
