#include "cicu.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucptrie.h>
#include <unicode/ucsdet.h>
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

#define PIVOT_UNITS 4096

struct cicu_Decoder {
    UConverter *from;
    UConverter *to;
    /// UTF-16 between the two, kept from call to call.
    const UChar *pivot_source;
    UChar *pivot_target;
    /// Why the source cannot be read on, to be reported when the pivot is empty.
    UErrorCode failure;
    UChar pivot[PIVOT_UNITS];
};

cicu_Decoder *cicu_openDecoder(const char *name, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    cicu_Decoder *decoder = malloc(sizeof *decoder);
    if (!decoder) {
        *status = U_MEMORY_ALLOCATION_ERROR;
        return NULL;
    }
    decoder->pivot_source = decoder->pivot_target = decoder->pivot;
    decoder->failure = U_ZERO_ERROR;
    decoder->from = ucnv_open(name, &code);
    decoder->to = ucnv_open("UTF-8", &code);
    ucnv_setToUCallBack(decoder->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    ucnv_setFromUCallBack(decoder->to, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    *status = code;
    if (U_SUCCESS(code)) return decoder;
    cicu_closeDecoder(decoder);
    return NULL;
}

void cicu_closeDecoder(cicu_Decoder *decoder) {
    if (!decoder) return;
    ucnv_close(decoder->from);
    ucnv_close(decoder->to);
    free(decoder);
}

void cicu_decode(
    cicu_Decoder *decoder, const uint8_t *source, int32_t count, bool isLast, uint8_t *target, int32_t capacity,
    int32_t *consumed, int32_t *written, int32_t *invalid, int32_t *status) {
    // Not ucnv_convertEx: it can report a wrong sequence before the text in front of it is written.
    const char *from = (const char *)source;
    char *to = (char *)target;
    bool isRead = false;
    for (;;) {
        UErrorCode code = U_ZERO_ERROR;
        ucnv_fromUnicode(
            decoder->to, &to, (char *)target + capacity, &decoder->pivot_source, decoder->pivot_target, NULL, false, &code);
        *status = code;
        if (U_FAILURE(code)) break;
        *status = decoder->failure;
        if (U_FAILURE(decoder->failure) || isRead) break;
        decoder->pivot_target = decoder->pivot;
        ucnv_toUnicode(
            decoder->from, &decoder->pivot_target, decoder->pivot + PIVOT_UNITS, &from, (const char *)source + count, NULL,
            isLast, &code);
        decoder->pivot_source = decoder->pivot;
        // With everything read, one more round empties the pivot.
        isRead = code != U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR) decoder->failure = code;
    }
    *consumed = (int32_t)(from - (const char *)source);
    *written = (int32_t)(to - (char *)target);
    *invalid = 0;
    if (U_SUCCESS(decoder->failure)) return;
    char bytes[32];
    int8_t length = sizeof bytes;
    UErrorCode inner = U_ZERO_ERROR;
    ucnv_getInvalidChars(decoder->from, bytes, &length, &inner);
    if (U_SUCCESS(inner)) *invalid = length;
}

int32_t cicu_findCharsets(const uint8_t *bytes, int32_t count, cicu_Charset *found, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t matches = 0, kept = 0;
    UCharsetDetector *detector = ucsdet_open(&code);
    ucsdet_setText(detector, (const char *)bytes, count, &code);
    const UCharsetMatch **all = ucsdet_detectAll(detector, &matches, &code);
    for (int32_t i = 0; U_SUCCESS(code) && i < matches && kept < capacity; i++) {
        const char *name = ucsdet_getName(all[i], &code);
        int32_t confidence = ucsdet_getConfidence(all[i], &code);
        if (U_FAILURE(code) || strlen(name) >= sizeof found[kept].name) continue;
        strcpy(found[kept].name, name);
        found[kept++].confidence = confidence;
    }
    ucsdet_close(detector);
    *status = code;
    return kept;
}

bool cicu_getCharsetName(const char *alias, char *name, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    // Only what can really be opened, and not by options behind a comma.
    UConverter *converter = strchr(alias, ',') || !*alias ? NULL : ucnv_open(alias, &code);
    if (!converter || U_FAILURE(code)) return false;
    const char *standards[] = {"IANA", "MIME"};
    const char *found = NULL;
    for (int i = 0; !found && i < 2; i++) {
        UErrorCode inner = U_ZERO_ERROR;
        found = ucnv_getStandardName(alias, standards[i], &inner);
    }
    if (!found) found = ucnv_getName(converter, &code);
    bool fits = found && strlen(found) < (size_t)capacity;
    if (fits) strcpy(name, found);
    ucnv_close(converter);
    return fits;
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
