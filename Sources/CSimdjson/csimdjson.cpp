#include "csimdjson.h"

#include "Chat.h"
#include "RawText.h"
#include "Repair.h"

#include <new>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

static_assert(CSIMDJSON_PADDING >= simdjson::SIMDJSON_PADDING, "simdjson reads further than the header says");

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

namespace {

/// The members of an object, as simdjson read them and where they stand in the text, in step.
class Members {
public:
    Members(const object &members, const char *at, const char *end)
        : at_(members.begin()), end_(members.end()), walk(at, end) {}

    bool next() {
        if (started_) ++at_;
        started_ = true;
        if (!(at_ != end_)) return false;
        walk.member();
        return true;
    }
    std::string_view key() const { return at_.key(); }
    element value() const { return at_.value(); }

private:
    object::iterator at_;
    object::iterator end_;
    bool started_ = false;

public:
    raw::Walk walk;
};

/// An object or array that a walk is in.
class Level {
public:
    Level(const object &members, const char *at, const char *end)
        : member_(members.begin()), member_end_(members.end()), is_object_(true), next_(at + 1), end_(end) {}
    Level(const simdjson::dom::array &elements, const char *at, const char *end)
        : element_(elements.begin()), element_end_(elements.end()), next_(at + 1), end_(end) {}

    const char *key_start = nullptr;
    const char *start = nullptr;

    bool next() {
        if (start) {
            next_ = value_end();
            is_object_ ? void(++member_) : void(++element_);
        }
        finish_ = start = nullptr;
        if (is_object_ ? !(member_ != member_end_) : !(element_ != element_end_)) {
            closing_ = raw::skip_spaces(next_, end_);
            return false;
        }
        const char *at = raw::skip_spaces(next_, end_);
        if (at < end_ && *at == ',') at = raw::skip_spaces(at + 1, end_);
        key_start = at;
        if (is_object_) {
            at = raw::skip_spaces(raw::skip_string(at, end_), end_);
            at = raw::skip_spaces(at < end_ ? at + 1 : end_, end_);
        }
        start = at;
        return true;
    }
    std::string_view key() const { return is_object_ ? member_.key() : std::string_view(); }
    element value() const { return is_object_ ? member_.value() : *element_; }

    /// The end of the current value; found at most once.
    const char *value_end() {
        if (!finish_) finish_ = raw::skip_value(start, end_);
        return finish_;
    }
    void set_value_end(const char *end) { finish_ = end; }
    /// The byte after the closing bracket, once the last member has been passed.
    const char *after() const { return closing_ && closing_ < end_ ? closing_ + 1 : nullptr; }

private:
    object::iterator member_;
    object::iterator member_end_;
    simdjson::dom::array::iterator element_;
    simdjson::dom::array::iterator element_end_;
    bool is_object_ = false;
    const char *next_;
    const char *end_;
    const char *finish_ = nullptr;
    const char *closing_ = nullptr;
};

uint8_t kind_of(const element &value) {
    switch (value.type()) {
        case element_type::STRING: return CSIMDJSON_TEXT;
        case element_type::INT64:
        case element_type::UINT64:
        case element_type::DOUBLE: return CSIMDJSON_NUMBER;
        case element_type::BOOL: return CSIMDJSON_BOOLEAN;
        case element_type::ARRAY: return CSIMDJSON_ARRAY;
        case element_type::OBJECT: return CSIMDJSON_OBJECT;
        case element_type::NULL_VALUE: return CSIMDJSON_NULL;
    }
    return CSIMDJSON_NULL;
}

csimdjson_bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

/// A key that is a decimal index without sign or leading zeros.
std::optional<size_t> index_of(std::string_view key) {
    if (key.empty() || key.size() > 9 || (key.size() > 1 && key[0] == '0')) return std::nullopt;
    size_t index = 0;
    for (char c : key) {
        if (c < '0' || c > '9') return std::nullopt;
        index = index * 10 + size_t(c - '0');
    }
    return index;
}

}  // namespace

struct csimdjson_parser {
    simdjson::dom::parser parser;
    element root;
    const char *text = nullptr;
    size_t length = 0;
    std::vector<char> copy;
    std::string joined;
    size_t strings = 0;
    std::optional<Members> members;
    std::vector<Level> levels;

    bool enter(const element &value, const char *start) {
        object members_inside;
        simdjson::dom::array elements;
        if (!value.get_object().get(members_inside)) levels.emplace_back(members_inside, start, end());
        else if (!value.get_array().get(elements)) levels.emplace_back(elements, start, end());
        else return false;
        return true;
    }

    const char *end() const { return text + length; }

    /// Where the value begins: simdjson passes over a byte order mark too.
    const char *start() const {
        const bool is_marked = std::string_view(text, length).substr(0, 3) == "\xEF\xBB\xBF";
        return raw::skip_spaces(text + (is_marked ? 3 : 0), end());
    }

    /// Parses a copy of the text, repaired.
    template <typename Repair> simdjson::error_code parse_copy(Repair repair) {
        copy.assign(text, text + length);
        copy.resize(length + CSIMDJSON_PADDING);
        repair(copy.data(), length);
        return parser.parse(copy.data(), length, false).get(root);
    }

    /// Whether `NaN` or `Infinity` occurs, in a string or not.
    bool has_not_finite() const {
        const std::string_view all(text, length);
        return all.find("NaN") != all.npos || all.find("Infinity") != all.npos;
    }

    simdjson::error_code parse(bool padded) {
        const bool lone = repair::lone_surrogate(text, end()) != nullptr;
        simdjson::error_code error = lone ? parse_copy(repair::replace_lone_surrogates)
                                          : parser.parse(text, length, !padded).get(root);
        // Integers beyond 64 bits are numbers to us.
        if (error == simdjson::NUMBER_ERROR || error == simdjson::BIGINT_ERROR) {
            error = parse_copy([](char *bytes, size_t count) {
                repair::replace_lone_surrogates(bytes, count);
                repair::replace_numbers(bytes, count);
            });
        }
        // Whatever else it is that simdjson refuses, it may be NaN or Infinity, and large numbers beside them.
        if (error && error != simdjson::CAPACITY && error != simdjson::MEMALLOC && error != simdjson::UTF8_ERROR && has_not_finite()) {
            error = parse_copy([](char *bytes, size_t count) {
                repair::replace_lone_surrogates(bytes, count);
                repair::replace_not_finite(bytes, count);
                repair::replace_numbers(bytes, count);
            });
        }
        return error;
    }

    /// Appends the strings of `array` to `joined`, newlines between them. False where it holds something else; arrays of
    /// strings in it (the sentences of a document, say) count only if it `may_nest`.
    bool join(const simdjson::dom::array &array, bool may_nest) {
        for (element item : array) {
            std::string_view string;
            simdjson::dom::array inner;
            if (!item.get_string().get(string)) {
                if (strings++ > 0) joined.push_back('\n');
                joined.append(string);
            } else if (!may_nest || item.get_array().get(inner) || !join(inner, false)) {
                return false;
            }
        }
        return true;
    }

    /// Appends to `joined` all texts at the end of a path: through every element of an array, by key through an object, and, in a
    /// chat, by the name of a role to what that role said. False where there is none.
    bool gather(const element &value, const csimdjson_bytes *keys, size_t count) {
        std::string_view string;
        if (!value.get_string().get(string)) {
            if (count > 0) return false;
            if (strings++ > 0) joined.push_back('\n');
            joined.append(string);
            return true;
        }
        simdjson::dom::array array;
        if (!value.get_array().get(array)) {
            bool found = false;
            for (element item : array) found = gather(item, keys, count) || found;
            return found;
        }
        object members_inside;
        if (value.get_object().get(members_inside)) return false;
        element inner;
        // The parts of a turn that are not one string: {"type": "text", "text": "…"}.
        if (count == 0) return !members_inside["text"].get(inner) && inner.is_string() && gather(inner, keys, 0);
        const std::string_view key(reinterpret_cast<const char *>(keys[0].bytes), keys[0].length);
        if (!members_inside.at_key(key).get(inner)) return gather(inner, keys + 1, count - 1);
        const std::optional<element> said = chat::said_by(members_inside, key);
        return said && gather(*said, keys + 1, count - 1);
    }

    /// The texts at the end of a path that `find` cannot follow, as if they were an array of strings.
    bool find_texts(const csimdjson_bytes *keys, size_t count, csimdjson_member *member) {
        joined.clear();
        strings = 0;
        if (count < 2 || !gather(root, keys, count)) return false;
        const char *start = this->start();
        member->key = keys[count - 1];
        member->key_start = member->value_start = size_t(start - text);
        member->value_end = length;
        member->kind = CSIMDJSON_ARRAY;
        member->all_strings = true;
        member->strings = strings;
        member->text = bytes_of(joined);
        return true;
    }

    void describe(const element &value, const char *start, const char *finish, csimdjson_member *member) {
        member->kind = kind_of(value);
        member->all_strings = false;
        member->strings = 0;
        member->text = {nullptr, 0};
        member->value_start = size_t(start - text);
        member->value_end = size_t(finish - text);
        // Repaired as a number, it is none.
        if (member->kind == CSIMDJSON_NUMBER && start < finish && (*start == 'N' || *start == 'I' || (finish - start > 1 && start[1] == 'I')))
            member->kind = CSIMDJSON_NULL;
        if (member->kind == CSIMDJSON_TEXT) {
            std::string_view string;
            if (!value.get_string().get(string)) member->text = bytes_of(string);
        } else if (member->kind == CSIMDJSON_NUMBER || member->kind == CSIMDJSON_BOOLEAN) {
            member->text = bytes_of({start, size_t(finish - start)});
        } else if (member->kind == CSIMDJSON_ARRAY) {
            joined.clear();
            strings = 0;
            simdjson::dom::array array;
            if (value.get_array().get(array)) return;
            if (!join(array, true)) return;
            member->all_strings = true;
            member->strings = strings;
            member->text = bytes_of(joined);
        }
    }

    bool find(const csimdjson_bytes *keys, size_t count, csimdjson_member *member) {
        members.reset();
        element here = root;
        const char *start = this->start();
        const char *finish = end();
        const char *key_start = start;
        for (size_t level = 0; level < count; ++level) {
            std::string_view key(reinterpret_cast<const char *>(keys[level].bytes), keys[level].length);
            std::optional<element> found;
            const char *found_start = nullptr;
            const char *found_end = nullptr;
            object inner;
            simdjson::dom::array array;
            if (!here.get_object().get(inner)) {
                Members walk(inner, start, finish);
                while (walk.next()) {
                    if (walk.key() != key) continue;
                    found = walk.value();
                    key_start = walk.walk.key;
                    found_start = walk.walk.value;
                    found_end = walk.walk.value_end;
                }
            } else if (!here.get_array().get(array)) {
                auto index = index_of(key);
                if (!index) return false;
                raw::Walk walk(start, finish);
                size_t at = 0;
                for (element item : array) {
                    walk.element();
                    if (at++ < *index) continue;
                    found = item;
                    key_start = found_start = walk.value;
                    found_end = walk.value_end;
                    break;
                }
            }
            if (!found) return false;
            here = *found;
            start = found_start;
            finish = found_end;
        }
        if (count == 0) return false;
        member->key = keys[count - 1];
        member->key_start = size_t(key_start - text);
        describe(here, start, finish, member);
        return true;
    }
};

extern "C" {

csimdjson_parser *csimdjson_create(void) {
    try {
        return new csimdjson_parser();
    } catch (...) {
        return nullptr;
    }
}

void csimdjson_destroy(csimdjson_parser *parser) { delete parser; }

int csimdjson_parse(csimdjson_parser *parser, const uint8_t *bytes, size_t length, bool padded) {
    try {
        parser->members.reset();
        parser->levels.clear();
        parser->text = reinterpret_cast<const char *>(bytes);
        parser->length = length;
        switch (parser->parse(padded)) {
            case simdjson::SUCCESS: return CSIMDJSON_OK;
            case simdjson::MEMALLOC: return CSIMDJSON_NO_MEMORY;
            case simdjson::CAPACITY: return CSIMDJSON_TOO_LONG;
            case simdjson::DEPTH_ERROR: return CSIMDJSON_TOO_DEEP;
            default: return CSIMDJSON_INVALID;
        }
    } catch (...) {
        return CSIMDJSON_NO_MEMORY;
    }
}

uint8_t csimdjson_root_kind(const csimdjson_parser *parser) { return kind_of(parser->root); }

bool csimdjson_rewind(csimdjson_parser *parser) {
    object members;
    if (parser->root.get_object().get(members)) return false;
    parser->members.emplace(members, parser->start(), parser->end());
    return true;
}

bool csimdjson_next(csimdjson_parser *parser, csimdjson_member *member) {
    try {
        if (!parser->members || !parser->members->next()) return false;
        Members &members = *parser->members;
        member->key = bytes_of(members.key());
        member->key_start = size_t(members.walk.key - parser->text);
        parser->describe(members.value(), members.walk.value, members.walk.value_end, member);
        return true;
    } catch (...) {
        return false;
    }
}

bool csimdjson_find(csimdjson_parser *parser, const csimdjson_bytes *keys, size_t count, csimdjson_member *member) {
    try {
        return parser->find(keys, count, member) || parser->find_texts(keys, count, member);
    } catch (...) {
        return false;
    }
}

bool csimdjson_walk_start(csimdjson_parser *parser) {
    try {
        parser->levels.clear();
        return parser->enter(parser->root, parser->start());
    } catch (...) {
        return false;
    }
}

bool csimdjson_walk_next(csimdjson_parser *parser, csimdjson_member *member) {
    try {
        if (parser->levels.empty() || !parser->levels.back().next()) return false;
        Level &level = parser->levels.back();
        const element value = level.value();
        member->key = bytes_of(level.key());
        member->key_start = size_t(level.key_start - parser->text);
        if (value.is_array() || value.is_object()) {
            member->kind = kind_of(value);
            member->all_strings = false;
            member->strings = 0;
            member->text = {nullptr, 0};
            member->value_start = member->value_end = size_t(level.start - parser->text);
        } else {
            parser->describe(value, level.start, level.value_end(), member);
        }
        return true;
    } catch (...) {
        return false;
    }
}

bool csimdjson_walk_enter(csimdjson_parser *parser) {
    try {
        if (parser->levels.empty() || !parser->levels.back().start) return false;
        // By value: entering may move the levels.
        const element value = parser->levels.back().value();
        return parser->enter(value, parser->levels.back().start);
    } catch (...) {
        return false;
    }
}

void csimdjson_walk_leave(csimdjson_parser *parser) {
    if (parser->levels.empty()) return;
    const char *after = parser->levels.back().after();
    parser->levels.pop_back();
    // What was walked to its end need not be skipped over again.
    if (after && !parser->levels.empty()) parser->levels.back().set_value_end(after);
}

size_t csimdjson_walk_value_end(csimdjson_parser *parser) {
    if (parser->levels.empty() || !parser->levels.back().start) return 0;
    return size_t(parser->levels.back().value_end() - parser->text);
}

bool csimdjson_is_utf8(const uint8_t *bytes, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}

size_t csimdjson_code_points(const uint8_t *bytes, size_t length) {
    // Counted in bytes, which the compiler makes vectors of: no lane has more than 255 in a round.
    constexpr size_t width = 64;
    size_t count = 0;
    size_t i = 0;
    while (length - i >= width) {
        uint8_t lanes[width] = {};
        for (int round = 0; round < 255 && length - i >= width; ++round, i += width) {
            for (size_t lane = 0; lane < width; ++lane) lanes[lane] += int8_t(bytes[i + lane]) > -65;
        }
        for (uint8_t lane : lanes) count += lane;
    }
    for (; i < length; ++i) count += int8_t(bytes[i]) > -65;
    return count;
}

}  // extern "C"
