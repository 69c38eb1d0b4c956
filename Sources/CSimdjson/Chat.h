#pragma once

#include <algorithm>
#include <cctype>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

// Chats as people store them: an array of turns, each an object that says who speaks and what.
namespace chat {

/// The names of roles under one name each; others as they are, in lower case.
inline std::string role(std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const char *one : {"human", "user", "prompter", "customer"}) {
        if (lower == one) return "user";
    }
    for (const char *one : {"gpt", "assistant", "bot", "chatgpt", "model", "ai"}) {
        if (lower == one) return "assistant";
    }
    return lower;
}

/// What an object says if it is a turn of the role `key`, by any of the role's names.
inline std::optional<simdjson::dom::element> said_by(const simdjson::dom::object &turn, std::string_view key) {
    std::string_view speaker;
    for (const char *name : {"role", "from", "speaker"}) {
        if (!turn.at_key(name).get_string().get(speaker)) break;
    }
    if (speaker.empty() || role(speaker) != role(key)) return std::nullopt;
    simdjson::dom::element said;
    for (const char *name : {"content", "value", "text", "message", "utterance"}) {
        if (!turn.at_key(name).get(said)) return said;
    }
    return std::nullopt;
}

}  // namespace chat
