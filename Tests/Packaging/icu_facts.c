// What ICU says of texts, converters and encodings, a fact a line: built once with all of ICU's data and once with what the portable
// program has of it (Packaging/icu-data.txt), it must print the same.
//
// usage: icu_facts FILE...      each line of a file is a text

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

static uint64_t digest(const void *bytes, size_t count) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < count; ++i) hash = (hash ^ ((const uint8_t *)bytes)[i]) * 0x100000001B3u;
    return hash;
}

static void fail(const char *what, UErrorCode code) {
    printf("%s: %s\n", what, u_errorName(code));
    exit(1);
}

static const char *locales[] = {"", "root", "en_US_POSIX", "en", "zh", "ja", "th", "fi"};

static void text_facts(const char *line, int32_t length) {
    static UChar text[1 << 16], folded[1 << 18];
    int32_t count = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strFromUTF8(text, 1 << 16, &count, line, length, &code);
    if (U_FAILURE(code)) return;
    for (size_t i = 0; i < sizeof locales / sizeof *locales; ++i) {
        code = U_ZERO_ERROR;
        UBreakIterator *words = ubrk_open(UBRK_WORD, locales[i], text, count, &code);
        if (U_FAILURE(code)) fail("ubrk_open", code);
        uint64_t hash = 0;
        for (int32_t end = ubrk_first(words); end != UBRK_DONE; end = ubrk_next(words)) {
            int32_t pair[2] = {end, ubrk_getRuleStatus(words)};
            hash = hash * 31 + digest(pair, sizeof pair);
        }
        ubrk_close(words);
        printf("words %s %016llx\n", locales[i], (unsigned long long)hash);
    }
    code = U_ZERO_ERROR;
    const UNormalizer2 *folding = unorm2_getNFKCCasefoldInstance(&code);
    int32_t size = unorm2_normalize(folding, text, count, folded, 1 << 18, &code);
    if (U_FAILURE(code)) fail("unorm2_normalize", code);
    printf("folded %016llx\n", (unsigned long long)digest(folded, (size_t)size * sizeof(UChar)));

    UCharsetDetector *detector = ucsdet_open(&code);
    static const char *names[] = {"UTF-8", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "KOI8-R", "windows-1251", "ISO-8859-1",
                                  "windows-1256", "windows-1253", "UTF-16LE", "UTF-32BE", "ISO-2022-JP"};
    static char bytes[1 << 18];
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        code = U_ZERO_ERROR;
        UConverter *converter = ucnv_open(names[i], &code);
        int32_t written = ucnv_fromUChars(converter, bytes, sizeof bytes, text, count, &code);
        ucnv_close(converter);
        ucsdet_setText(detector, bytes, written, &code);
        const UCharsetMatch *match = ucsdet_detect(detector, &code);
        printf("as %s %s %d\n", names[i], match ? ucsdet_getName(match, &code) : "nothing", match ? ucsdet_getConfidence(match, &code) : 0);
    }
    ucsdet_close(detector);
}

// Each converter by its name and aliases, and what it makes of all pairs of bytes.
static void converter_facts(void) {
    static char bytes[2 * 65536];
    static UChar text[8 * 65536];
    for (int32_t i = 0; i < 65536; ++i) bytes[2 * i] = (char)(i >> 8), bytes[2 * i + 1] = (char)i;
    UErrorCode code = U_ZERO_ERROR;
    UEnumeration *names = ucnv_openAllNames(&code);
    if (U_FAILURE(code)) fail("ucnv_openAllNames", code);
    const char *name;
    int32_t count = 0;
    while ((name = uenum_next(names, NULL, &code))) {
        UErrorCode opened = U_ZERO_ERROR;
        UConverter *converter = ucnv_open(name, &opened);
        if (U_FAILURE(opened)) {
            // Some are listed without being there.
            printf("converter %s %s\n", name, u_errorName(opened));
            continue;
        }
        int32_t length = ucnv_toUChars(converter, text, sizeof text / sizeof *text, bytes, sizeof bytes, &opened);
        printf("converter %s %s %016llx", name, ucnv_getName(converter, &code), (unsigned long long)digest(text, (size_t)length * 2));
        uint16_t aliases = ucnv_countAliases(name, &code);
        for (uint16_t i = 0; i < aliases; ++i) printf(" %s", ucnv_getAlias(name, i, &code));
        printf("\n");
        ucnv_close(converter);
        ++count;
    }
    uenum_close(names);
    printf("converters %d\n", count);
}

static void point_facts(void) {
    uint64_t hash = 0;
    for (UChar32 point = 0; point <= 0x10FFFF; ++point) {
        UErrorCode code = U_ZERO_ERROR;
        hash = hash * 31 + (uint64_t)uscript_getScript(point, &code) + (uscript_hasScript(point, USCRIPT_HAN) ? 7u : 0u);
    }
    printf("scripts %016llx\n", (unsigned long long)hash);
}

int main(int count, char **arguments) {
    static char line[1 << 16];
    for (int i = 1; i < count; ++i) {
        FILE *file = fopen(arguments[i], "r");
        if (!file) return 1;
        while (fgets(line, sizeof line, file)) text_facts(line, (int32_t)strcspn(line, "\n"));
        fclose(file);
    }
    converter_facts();
    point_facts();
    return 0;
}
