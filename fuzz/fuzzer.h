/* fuzzer.h - what libFuzzer calls. */
#ifndef NB_FUZZER_H
#define NB_FUZZER_H

#include "invariants.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
