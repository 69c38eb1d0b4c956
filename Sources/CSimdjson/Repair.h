// Texts that simdjson refuses and every other reader accepts. Both repairs keep the length, so that positions hold.
#ifndef CSIMDJSON_REPAIR_H
#define CSIMDJSON_REPAIR_H

#include "RawText.h"

#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace repair {

/// The value of four hexadecimal digits, or -1.
inline int32_t hexadecimal(const char *at) {
    int32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        char c = at[i];
        int digit;
        if (c >= '0' && c <= '9') digit = c - '0';
        else if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
        else return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// The next escaped surrogate (`\uD8xx` and so on) without its partner at or after `at`, or null.
inline const char *lone_surrogate(const char *at, const char *end) {
    while (at < end) {
        // Escapes mostly come in runs.
        if (*at != '\\') at = static_cast<const char *>(std::memchr(at, '\\', size_t(end - at)));
        if (!at || end - at < 6) return nullptr;
        if (at[1] != 'u') {
            at += 2;
            continue;
        }
        if (at[2] != 'd' && at[2] != 'D') {
            at += 6;
            continue;
        }
        int32_t unit = hexadecimal(at + 2);
        if (unit < 0xD800 || unit > 0xDFFF) {
            at += 6;
            continue;
        }
        bool paired = unit < 0xDC00 && end - at >= 12 && at[6] == '\\' && at[7] == 'u';
        if (paired) {
            int32_t low = hexadecimal(at + 8);
            paired = low >= 0xDC00 && low <= 0xDFFF;
        }
        if (!paired) return at;
        at += 12;
    }
    return nullptr;
}

/// Writes U+FFFD over every lone surrogate.
inline void replace_lone_surrogates(char *text, size_t length) {
    const char *end = text + length;
    const char *at = text;
    while ((at = lone_surrogate(at, end))) {
        std::memcpy(text + (at - text) + 2, "fffd", 4);
        at += 6;
    }
}

/// The position after the number at `at`, or null if the number breaks JSON's grammar.
inline const char *skip_number(const char *at, const char *end) {
    auto digits = [&] {
        const char *start = at;
        while (at < end && *at >= '0' && *at <= '9') ++at;
        return at - start;
    };
    if (at < end && *at == '-') ++at;
    bool zero = at < end && *at == '0';
    auto whole = digits();
    if (whole == 0 || (zero && whole > 1)) return nullptr;
    if (at < end && *at == '.') {
        ++at;
        if (digits() == 0) return nullptr;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < end && (*at == '+' || *at == '-')) ++at;
        if (digits() == 0) return nullptr;
    }
    return at;
}

/// Writes a zero and spaces over every well-formed number: the spelling is taken from the text that was given.
inline void replace_numbers(char *text, size_t length) {
    const char *end = text + length;
    const char *at = text;
    while (at < end) {
        if (*at == '"') {
            at = raw::skip_string(at, end);
            continue;
        }
        if (*at != '-' && (*at < '0' || *at > '9')) {
            ++at;
            continue;
        }
        const char *after = skip_number(at, end);
        if (!after) return;
        char *number = text + (at - text);
        std::memset(number, ' ', size_t(after - at));
        *number = '0';
        // A scalar that goes on after the number (12abc) must stay an error.
        if (after < end && *after != ',' && *after != '}' && *after != ']' && !raw::is_space(*after)) return;
        at = after;
    }
}

/// The bytes of the `NaN`, `Infinity` or `-Infinity` at `at`, which some writers put for numbers; 0 if there is none.
inline size_t not_finite(const char *at, const char *end) {
    for (const char *word : {"NaN", "Infinity", "-Infinity"}) {
        size_t length = std::strlen(word);
        if (size_t(end - at) >= length && std::memcmp(at, word, length) == 0) return length;
    }
    return 0;
}

/// Writes a zero and spaces over every such word that stands by itself.
inline void replace_not_finite(char *text, size_t length) {
    const char *end = text + length;
    const char *at = text;
    char before = ',';
    while (at < end) {
        if (*at == '"') {
            at = raw::skip_string(at, end);
            before = '"';
            continue;
        }
        const bool starts = before == ',' || before == ':' || before == '[' || raw::is_space(before);
        size_t word = starts ? not_finite(at, end) : 0;
        const char *after = at + word;
        if (word && (after == end || *after == ',' || *after == '}' || *after == ']' || raw::is_space(*after))) {
            char *number = text + (at - text);
            std::memset(number, ' ', word);
            *number = '0';
            at = after;
            before = ' ';
            continue;
        }
        before = *at++;
    }
}

}  // namespace repair

#endif
