#ifndef CICU_H
#define CICU_H

// ICU renames its functions by macro (`ubrk_open_72`), which Swift cannot call: each that is used is wrapped once here.

#include <stdbool.h>
#include <stdint.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

static inline void cicu_getVersion(UVersionInfo version) { u_getVersion(version); }
static inline void cicu_getUnicodeVersion(UVersionInfo version) { u_getUnicodeVersion(version); }
static inline const char *cicu_errorName(UErrorCode status) { return u_errorName(status); }

static inline UBreakIterator *cicu_openWords(UErrorCode *status) { return ubrk_open(UBRK_WORD, "", NULL, 0, status); }
static inline void cicu_closeBreaks(UBreakIterator *breaks) { ubrk_close(breaks); }
static inline void cicu_setText(UBreakIterator *breaks, const UChar *text, int32_t length, UErrorCode *status) {
    ubrk_setText(breaks, text, length, status);
}
static inline int32_t cicu_first(UBreakIterator *breaks) { return ubrk_first(breaks); }
/// The end of the next segment, or -1 (UBRK_DONE).
static inline int32_t cicu_next(UBreakIterator *breaks) { return ubrk_next(breaks); }
/// Whether the segment that ends here holds letters, numbers, kana or ideographs.
static inline bool cicu_isWord(UBreakIterator *breaks) { return ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT; }

static inline const UNormalizer2 *cicu_nfkcCasefold(UErrorCode *status) {
    return unorm2_getNFKCCasefoldInstance(status);
}
static inline int32_t cicu_normalize(const UNormalizer2 *form, const UChar *text, int32_t length, UChar *into,
                                     int32_t capacity, UErrorCode *status) {
    return unorm2_normalize(form, text, length, into, capacity, status);
}

static inline int8_t cicu_charType(int32_t point) { return u_charType(point); }
static inline bool cicu_isWhiteSpace(int32_t point) { return u_isUWhiteSpace(point); }
static inline int32_t cicu_script(int32_t point, UErrorCode *status) { return uscript_getScript(point, status); }

#endif
