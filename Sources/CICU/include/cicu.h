#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What textshift needs of ICU4C, without a type of ICU: Swift cannot call ICU's functions, which are renamed by macro
// (`ubrk_open` is `ubrk_open_72`), and cannot have ICU's types beside those of Foundation's own copy of ICU.
//
// `status` is ICU's error code: 0 before each call, and above 0 after one that failed.

/// Number of code points, U+10FFFF included.
#define CICU_POINT_COUNT 0x110000

// Versions and errors

/// Version of the library, four numbers.
void cicu_getVersion(uint8_t *version);
/// Version of the Unicode Standard that it implements, four numbers.
void cicu_getUnicodeVersion(uint8_t *version);
/// ICU's name of an error code, such as `U_FILE_ACCESS_ERROR`.
const char *cicu_errorName(int32_t status);

// Word boundaries

/// A word break iterator of the root locale (UBreakIterator).
typedef struct cicu_Breaker cicu_Breaker;

/// Returns NULL with a status above 0 on failure.
cicu_Breaker *cicu_openBreaker(int32_t *status);
void cicu_closeBreaker(cicu_Breaker *breaker);
/// Writes the end of each piece of the text to `ends`, and its rule status to `statuses` unless that is NULL. Both have
/// room for `count` values. Returns the number of pieces.
int32_t cicu_findBoundaries(
    cicu_Breaker *breaker, const uint16_t *text, int32_t count, int32_t *ends, int32_t *statuses, int32_t *status);
/// Copies the compiled rules; returns their length in bytes, with a failure status if it exceeds the capacity.
int32_t cicu_getRules(cicu_Breaker *breaker, uint8_t *rules, int32_t capacity, int32_t *status);

/// The rule status from which on a piece is a word (UBRK_WORD_NONE_LIMIT).
#define CICU_WORD_STATUS 100

// The dictionary of Chinese and Japanese words

#ifdef __cplusplus
extern "C" {
#endif

/// The ideographs that text given to `cicu_findWords` may hold: those of Unicode 1.1.
#define CICU_FIRST_IDEOGRAPH 0x4E00
#define CICU_LAST_IDEOGRAPH 0x9FA5

/// The dictionary that ICU divides runs of ideographs with, and a cache of recent look-ups: one for each thread.
typedef struct cicu_Dictionary cicu_Dictionary;

/// Returns NULL where ICU has no such dictionary, or has it in a form unknown here.
cicu_Dictionary *cicu_openDictionary(void);
void cicu_closeDictionary(cicu_Dictionary *dictionary);
/// Writes the length and the cost of each word that `text` (ideographs, `count` of them, at least 1) begins with, rising
/// by length, up to `longest`, for which there is room. Returns how many there are.
int32_t cicu_findWords(
    cicu_Dictionary *dictionary, const uint16_t *text, int32_t count, int32_t longest, int32_t *lengths, int32_t *costs);

#ifdef __cplusplus
}
#endif

// Normalisation

/// NFKC case folding; shared and immutable (UNormalizer2).
typedef struct cicu_Folding cicu_Folding;

/// Returns NULL with a status above 0 on failure. Not to be closed.
const cicu_Folding *cicu_getFolding(int32_t *status);
/// Writes the folded text; returns its length in code units, with a failure status if it exceeds the capacity.
int32_t cicu_fold(
    const cicu_Folding *folding, const uint16_t *text, int32_t count, uint16_t *result, int32_t capacity, int32_t *status);
bool cicu_hasBoundaryBefore(const cicu_Folding *folding, int32_t point);

/// What `cicu_fold` and `cicu_decode` say of a result that exceeds the capacity (U_BUFFER_OVERFLOW_ERROR).
#define CICU_BUFFER_OVERFLOW 15

// Conversion to UTF-8

/// A converter of a stream of bytes in some character set to UTF-8 (UConverter).
typedef struct cicu_Decoder cicu_Decoder;

/// Opens a converter by the character set's name. Returns NULL with a status above 0 on failure.
cicu_Decoder *cicu_openDecoder(const char *name, int32_t *status);
void cicu_closeDecoder(cicu_Decoder *decoder);
/// Converts the stream's next bytes; a character may be cut by the end of the source and of the target.
///
/// `consumed` and `written` say how far it came. The status is CICU_BUFFER_OVERFLOW where the target is full before the
/// source is used up: call again with the rest. `isLast` says that the stream ends with these bytes. After a sequence
/// that the character set does not have, everything before it is written, the status is another failure, and `invalid` is
/// how many of the bytes consumed so far belong to it.
void cicu_decode(
    cicu_Decoder *decoder, const uint8_t *source, int32_t count, bool isLast, uint8_t *target, int32_t capacity,
    int32_t *consumed, int32_t *written, int32_t *invalid, int32_t *status);

/// What some bytes may be encoded in (UCharsetMatch).
typedef struct {
    char name[32];
    /// 0 to 100.
    int32_t confidence;
} cicu_Charset;

/// The character sets that bytes may be in, the likeliest first; returns how many, at most `capacity` (ucsdet_detectAll).
int32_t cicu_findCharsets(const uint8_t *bytes, int32_t count, cicu_Charset *found, int32_t capacity, int32_t *status);

/// Writes the usual name of the character set that ICU knows as `alias`. False if it has no such converter.
bool cicu_getCharsetName(const char *alias, char *name, int32_t capacity);


// Tables of code points

/// Reads a serialised code point trie (ucptrie.h), whose memory is aligned to 4 bytes: the value of each code point.
/// Returns false if it is none, or if a value is `limit` or more.
bool cicu_readTrie(const void *trie, int32_t count, uint32_t limit, uint8_t values[CICU_POINT_COUNT]);
/// The general category of each code point, as `cicu_Category`.
void cicu_readCategories(uint8_t categories[CICU_POINT_COUNT]);
bool cicu_isWhiteSpace(int32_t point);
/// The code point's script (sc), as `cicu_Script` if it is one of them.
int32_t cicu_getScript(int32_t point);
/// Whether the script is among the code point's script extensions (scx).
bool cicu_hasScript(int32_t point, int32_t script);

/// General categories (UCharCategory), by their short names in the Unicode Standard.
typedef enum cicu_Category : uint8_t {
    CICU_CN, CICU_LU, CICU_LL, CICU_LT, CICU_LM, CICU_LO, CICU_MN, CICU_ME, CICU_MC, CICU_ND, CICU_NL, CICU_NO,
    CICU_ZS, CICU_ZL, CICU_ZP, CICU_CC, CICU_CF, CICU_CO, CICU_CS, CICU_PD, CICU_PS, CICU_PE, CICU_PC, CICU_PO,
    CICU_SM, CICU_SC, CICU_SK, CICU_SO, CICU_PI, CICU_PF,
} cicu_Category;

/// Scripts (UScriptCode); there are more.
typedef enum cicu_Script : int32_t {
    CICU_COMMON = 0,
    CICU_INHERITED = 1,
    CICU_ARABIC = 2,
    CICU_CYRILLIC = 8,
    CICU_HAN = 17,
    CICU_HANGUL = 18,
    CICU_HIRAGANA = 20,
    CICU_KATAKANA = 22,
    CICU_LATIN = 25,
} cicu_Script;

#endif
