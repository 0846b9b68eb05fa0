/* main.c - runs the unit tests of every stage. */
#include "tests.h"

#include <CUnit/Basic.h>

static int (*const suites[])(void) = {
    add_text_tests,    add_lexicon_tests,  add_docx_tests,      add_sheet_tests,   add_ndjson_tests,
    add_lint_tests,    add_input_tests,    add_layout_tests,    add_reader_tests,  add_columns_tests,
    add_output_tests,  add_metadata_tests, add_relations_tests, add_recover_tests, add_bind_tests,
    add_grammar_tests, add_scanner_tests,
};

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
        if (suites[i]() != CUE_SUCCESS)
            return 2;
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
