// A C face over simdjson's DOM parser, cut to what reading one record per line needs.
//
// Guarantees: a parse validates the whole text, UTF-8 included; positions are byte offsets into the text that was
// given; no C++ exception leaves these functions; nothing is read outside [bytes, bytes + length) unless `padded` says
// that CSIMDJSON_PADDING more bytes are readable.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin
#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable after a text that is parsed in place.
#define CSIMDJSON_PADDING 64

/// Result codes of csimdjson_parse.
enum {
    CSIMDJSON_OK = 0,
    CSIMDJSON_NO_MEMORY = 1,
    CSIMDJSON_TOO_LONG = 2,
    CSIMDJSON_TOO_DEEP = 3,
    CSIMDJSON_INVALID = 4,
};

/// Kinds of a JSON value.
enum {
    CSIMDJSON_TEXT = 0,
    CSIMDJSON_NUMBER = 1,
    CSIMDJSON_BOOLEAN = 2,
    CSIMDJSON_NULL = 3,
    CSIMDJSON_ARRAY = 4,
    CSIMDJSON_OBJECT = 5,
};

/// One parser and the text it parsed last. Belongs to one thread at a time.
typedef struct csimdjson_parser csimdjson_parser;

/// Bytes that belong to someone else.
typedef struct {
    const uint8_t *_Nullable bytes;
    size_t length;
} csimdjson_bytes;

/// A member of an object.
typedef struct {
    /// The unescaped key; valid until the next parse.
    csimdjson_bytes key;
    /// A string's unescaped UTF-8 (valid until the next parse); a number's or boolean's spelling (valid as long as the
    /// text); the strings of an array, joined by newlines (valid until the next call); nothing for everything else.
    csimdjson_bytes text;
    /// Offset of the key's opening quote.
    size_t key_start;
    /// Offsets of the value's first byte and of the byte after its last.
    size_t value_start;
    size_t value_end;
    /// One of the kinds above.
    uint8_t kind;
    /// Whether an array holds strings alone, or arrays of strings, so that `text` stands for it. An empty one does.
    bool all_strings;
    /// How many strings these are.
    size_t strings;
} csimdjson_member;

/// A new parser, or null when memory is short.
csimdjson_parser *_Nullable csimdjson_create(void);

/// Frees a parser.
void csimdjson_destroy(csimdjson_parser *_Nullable parser);

/// Parses one JSON text.
///
/// Three things that simdjson refuses are accepted, since other readers accept them: numbers beyond a double or 64 bits
/// (their spelling is kept), escaped surrogates without their partner (read as U+FFFD), and `NaN`, `Infinity` and `-Infinity`
/// (of kind null).
/// `bytes` must stay as they are for as long as members are asked for.
int csimdjson_parse(csimdjson_parser *parser, const uint8_t *bytes, size_t length, bool padded);

/// The kind of the value that was parsed.
uint8_t csimdjson_root_kind(const csimdjson_parser *parser);

/// Starts over at the root object's first member. False if the root is no object.
bool csimdjson_rewind(csimdjson_parser *parser);

/// The root object's next member. False after the last.
bool csimdjson_next(csimdjson_parser *parser, csimdjson_member *member);

/// The value at the end of a path of keys; a decimal key also indexes an array, and of equal keys the last counts.
/// Where the path leads through an array without an index, or to a role of a chat (`messages.user`), all texts at its end are
/// joined as those of an array of strings. False if there is none. Ends an iteration with csimdjson_next.
bool csimdjson_find(csimdjson_parser *parser, const csimdjson_bytes *keys, size_t count, csimdjson_member *member);

/// Starts a walk through the parsed value: csimdjson_walk_next gives its members or elements. False if it is a scalar.
bool csimdjson_walk_start(csimdjson_parser *parser);

/// The next member or element of the object or array that the walk is in; an element has no key. False after the last.
/// Of arrays and objects `value_end` is not set, and neither is `text`.
bool csimdjson_walk_next(csimdjson_parser *parser, csimdjson_member *member);

/// Goes into the value that csimdjson_walk_next gave last. False if that is a scalar.
bool csimdjson_walk_enter(csimdjson_parser *parser);

/// Goes back out, to where csimdjson_walk_enter was called; entering again starts over.
void csimdjson_walk_leave(csimdjson_parser *parser);

/// The end of the value that csimdjson_walk_next gave last: the offset of the byte after its last.
size_t csimdjson_walk_value_end(csimdjson_parser *parser);

/// Whether the bytes are well-formed UTF-8.
bool csimdjson_is_utf8(const uint8_t *_Nullable bytes, size_t length);

/// Code points of well-formed UTF-8.
size_t csimdjson_code_points(const uint8_t *_Nullable bytes, size_t length);

#ifdef __cplusplus
}
#endif
#pragma clang assume_nonnull end

#endif
