#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

// The numbers in cicu.h are ICU's, which never change them.
_Static_assert(CICU_WORD_STATUS == UBRK_WORD_NONE_LIMIT, "word status");
_Static_assert(CICU_BUFFER_OVERFLOW == U_BUFFER_OVERFLOW_ERROR, "overflow status");
_Static_assert(sizeof(UChar) == sizeof(uint16_t), "code units");
_Static_assert((int)CICU_CN == U_UNASSIGNED && (int)CICU_NO == U_OTHER_NUMBER && (int)CICU_CC == U_CONTROL_CHAR &&
                   (int)CICU_PD == U_DASH_PUNCTUATION && (int)CICU_SO == U_OTHER_SYMBOL &&
                   (int)CICU_PF == U_FINAL_PUNCTUATION,
               "general categories");
_Static_assert((int)CICU_COMMON == USCRIPT_COMMON && (int)CICU_INHERITED == USCRIPT_INHERITED &&
                   (int)CICU_ARABIC == USCRIPT_ARABIC && (int)CICU_CYRILLIC == USCRIPT_CYRILLIC &&
                   (int)CICU_HAN == USCRIPT_HAN && (int)CICU_HANGUL == USCRIPT_HANGUL &&
                   (int)CICU_HIRAGANA == USCRIPT_HIRAGANA && (int)CICU_KATAKANA == USCRIPT_KATAKANA &&
                   (int)CICU_LATIN == USCRIPT_LATIN,
               "scripts");

static inline UBreakIterator *iterator(cicu_Breaker *breaker) { return (UBreakIterator *)breaker; }

static inline const UNormalizer2 *normalizer(const cicu_Folding *folding) { return (const UNormalizer2 *)folding; }

void cicu_getVersion(uint8_t *version) { u_getVersion(version); }

void cicu_getUnicodeVersion(uint8_t *version) { u_getUnicodeVersion(version); }

const char *cicu_errorName(int32_t status) { return u_errorName((UErrorCode)status); }

cicu_Breaker *cicu_openBreaker(int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *opened = ubrk_open(UBRK_WORD, "", NULL, 0, &code);
    *status = code;
    if (U_SUCCESS(code)) return (cicu_Breaker *)opened;
    ubrk_close(opened);
    return NULL;
}

void cicu_closeBreaker(cicu_Breaker *breaker) { ubrk_close(iterator(breaker)); }

int32_t cicu_findBoundaries(
    cicu_Breaker *breaker, const uint16_t *text, int32_t count, int32_t *ends, int32_t *statuses, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(iterator(breaker), text, count, &code);
    *status = code;
    if (U_FAILURE(code)) return 0;
    int32_t found = 0;
    ubrk_first(iterator(breaker));
    for (int32_t end; found < count && (end = ubrk_next(iterator(breaker))) != UBRK_DONE; found++) {
        ends[found] = end;
        if (statuses) statuses[found] = ubrk_getRuleStatus(iterator(breaker));
    }
    return found;
}

int32_t cicu_getRules(cicu_Breaker *breaker, uint8_t *rules, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t count = ubrk_getBinaryRules(iterator(breaker), rules, capacity, &code);
    *status = code;
    return count;
}

const cicu_Folding *cicu_getFolding(int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *instance = unorm2_getNFKCCasefoldInstance(&code);
    *status = code;
    return U_SUCCESS(code) ? (const cicu_Folding *)instance : NULL;
}

int32_t cicu_fold(
    const cicu_Folding *folding, const uint16_t *text, int32_t count, uint16_t *result, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = unorm2_normalize(normalizer(folding), text, count, result, capacity, &code);
    *status = code;
    return length;
}

bool cicu_hasBoundaryBefore(const cicu_Folding *folding, int32_t point) {
    return unorm2_hasBoundaryBefore(normalizer(folding), point);
}

bool cicu_readTrie(const void *trie, int32_t count, uint32_t limit, uint8_t values[CICU_POINT_COUNT]) {
    UErrorCode code = U_ZERO_ERROR;
    UCPTrie *opened = ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, trie, count, NULL, &code);
    if (U_FAILURE(code)) return false;
    bool small = true;
    uint32_t value = 0;
    for (UChar32 start = 0, end; small && start < CICU_POINT_COUNT; start = end + 1) {
        end = ucptrie_getRange(opened, start, UCPMAP_RANGE_NORMAL, 0, NULL, NULL, &value);
        small = end >= start && value < limit && value <= UINT8_MAX;
        for (UChar32 point = start; small && point <= end; point++) values[point] = (uint8_t)value;
    }
    ucptrie_close(opened);
    return small;
}

static UBool fillRange(const void *context, UChar32 start, UChar32 limit, UCharCategory category) {
    uint8_t *categories = *(uint8_t *const *)context;
    for (UChar32 point = start; point < limit && point < CICU_POINT_COUNT; point++) categories[point] = (uint8_t)category;
    return true;
}

void cicu_readCategories(uint8_t categories[CICU_POINT_COUNT]) { u_enumCharTypes(fillRange, &categories); }

bool cicu_isWhiteSpace(int32_t point) { return u_isUWhiteSpace(point); }

int32_t cicu_getScript(int32_t point) {
    UErrorCode code = U_ZERO_ERROR;
    return uscript_getScript(point, &code);
}

bool cicu_hasScript(int32_t point, int32_t script) { return uscript_hasScript(point, (UScriptCode)script); }
