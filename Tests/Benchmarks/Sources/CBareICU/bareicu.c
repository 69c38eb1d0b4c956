#include "bareicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct bareicu_Loop {
    UBreakIterator *iterator;
    UText text;
    UChar *units;
    int32_t capacity;
};

bareicu_Loop *bareicu_open(void) {
    bareicu_Loop *loop = calloc(1, sizeof *loop);
    if (!loop) return NULL;
    UErrorCode code = U_ZERO_ERROR;
    loop->iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &code);
    const UText empty = UTEXT_INITIALIZER;
    loop->text = empty;
    if (U_SUCCESS(code)) return loop;
    bareicu_close(loop);
    return NULL;
}

void bareicu_close(bareicu_Loop *loop) {
    ubrk_close(loop->iterator);
    utext_close(&loop->text);
    free(loop->units);
    free(loop);
}

static int64_t walk(UBreakIterator *iterator) {
    int64_t pieces = 0;
    ubrk_first(iterator);
    while (ubrk_next(iterator) != UBRK_DONE) pieces++;
    return pieces;
}

int64_t bareicu_countUTF8(bareicu_Loop *loop, const uint8_t *text, int64_t count) {
    UErrorCode code = U_ZERO_ERROR;
    utext_openUTF8(&loop->text, (const char *)text, count, &code);
    ubrk_setUText(loop->iterator, &loop->text, &code);
    return U_SUCCESS(code) ? walk(loop->iterator) : -1;
}

int64_t bareicu_countUTF16(bareicu_Loop *loop, const uint8_t *text, int64_t count) {
    if (count > INT32_MAX) return -1;
    // A code unit of UTF-16 stands for at least one byte.
    if (count > loop->capacity) {
        UChar *wider = realloc(loop->units, (size_t)count * sizeof *wider);
        if (!wider) return -1;
        loop->units = wider;
        loop->capacity = (int32_t)count;
    }
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8WithSub(
        loop->units, loop->capacity, &length, (const char *)text, (int32_t)count, 0xFFFD, NULL, &code);
    // Warns that there is no room for a final zero, which is not needed.
    if (U_FAILURE(code)) return -1;
    code = U_ZERO_ERROR;
    ubrk_setText(loop->iterator, loop->units, length, &code);
    return U_SUCCESS(code) ? walk(loop->iterator) : -1;
}
