// Positions in JSON that is already known to be valid: where strings, values and members end.
#ifndef CSIMDJSON_RAW_TEXT_H
#define CSIMDJSON_RAW_TEXT_H

#include <cstddef>
#include <cstring>

namespace raw {

inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

inline const char *skip_spaces(const char *at, const char *end) {
    while (at < end && is_space(*at)) ++at;
    return at;
}

/// The position after the string whose opening quote is at `at`.
inline const char *skip_string(const char *at, const char *end) {
    const char *search = at + 1;
    while (search < end) {
        auto quote = static_cast<const char *>(std::memchr(search, '"', size_t(end - search)));
        if (!quote) return end;
        // A quote after an odd number of backslashes is escaped.
        const char *run = quote;
        while (run > at + 1 && run[-1] == '\\') --run;
        if (((quote - run) & 1) == 0) return quote + 1;
        search = quote + 1;
    }
    return end;
}

/// The position after the value that starts at `at`.
inline const char *skip_value(const char *at, const char *end) {
    if (at >= end) return end;
    if (*at == '"') return skip_string(at, end);
    if (*at == '{' || *at == '[') {
        size_t depth = 0;
        while (at < end) {
            char c = *at;
            if (c == '"') {
                at = skip_string(at, end);
                continue;
            }
            ++at;
            if (c == '{' || c == '[') ++depth;
            if ((c == '}' || c == ']') && --depth == 0) return at;
        }
        return end;
    }
    while (at < end && *at != ',' && *at != '}' && *at != ']' && !is_space(*at)) ++at;
    return at;
}

/// Walks the members of an object or the elements of an array.
class Walk {
public:
    /// `at` is the opening brace or bracket.
    Walk(const char *at, const char *end) : next_(at < end ? at + 1 : end), end_(end) {}

    const char *key = nullptr;
    const char *value = nullptr;
    const char *value_end = nullptr;

    /// To the next member. The caller knows from the parser that there is one.
    void member() {
        key = separator();
        const char *colon = skip_spaces(skip_string(key, end_), end_);
        set_value(colon < end_ ? colon + 1 : end_);
    }

    /// To the next element. The caller knows from the parser that there is one.
    void element() { set_value(separator()); }

private:
    const char *separator() {
        const char *at = skip_spaces(next_, end_);
        if (at < end_ && *at == ',') at = skip_spaces(at + 1, end_);
        return at;
    }
    void set_value(const char *at) {
        value = skip_spaces(at, end_);
        value_end = skip_value(value, end_);
        next_ = value_end;
    }

    const char *next_;
    const char *end_;
};

}  // namespace raw

#endif
