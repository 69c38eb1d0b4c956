#ifndef BAREICU_H
#define BAREICU_H

#include <stdint.h>

// ICU's word break iterator and nothing else: the cost that textshift's own passes are measured against.

/// A word break iterator of the root locale, and room for converted text.
typedef struct bareicu_Loop bareicu_Loop;

/// Returns NULL where ICU has no word boundaries, as without its data.
bareicu_Loop *bareicu_open(void);
void bareicu_close(bareicu_Loop *loop);

/// Walks all word boundaries of UTF-8 text read in place (utext_openUTF8). Returns how many pieces they part the text
/// into, or -1 on failure.
int64_t bareicu_countUTF8(bareicu_Loop *loop, const uint8_t *text, int64_t count);
/// The same over a UTF-16 copy, which is made and paid for here; ICU's dictionaries read UTF-16.
int64_t bareicu_countUTF16(bareicu_Loop *loop, const uint8_t *text, int64_t count);

#endif
