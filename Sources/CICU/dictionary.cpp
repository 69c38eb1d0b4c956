#include "cicu.h"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <cstring>
#include <memory>
#include <new>

// ICU's Chinese and Japanese dictionary, read through its public trie class.

namespace {

constexpr uint16_t firstPoint = CICU_FIRST_IDEOGRAPH;
constexpr int32_t pointCount = CICU_LAST_IDEOGRAPH - CICU_FIRST_IDEOGRAPH + 1;

// The place in the trie after some characters. Without a match `result` says so and the rest means nothing.
struct Node {
    uint64_t state = 0;
    int32_t value = 0;
    UStringTrieResult result = USTRINGTRIE_NO_MATCH;
};

Node here(icu::UCharsTrie &trie, UStringTrieResult result) {
    Node node;
    node.result = result;
    if (result == USTRINGTRIE_NO_MATCH) return node;
    if (USTRINGTRIE_HAS_VALUE(result)) node.value = trie.getValue();
    node.state = trie.getState64();
    return node;
}

// The data that ICU hands out stays mapped as long as this lives, which is as long as the process.
struct Shared {
    const char16_t *trie;
    std::unique_ptr<Node[]> roots;
};

const Shared *load() {
    UErrorCode code = U_ZERO_ERROR;
    UDataMemory *memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &code);
    if (U_FAILURE(code)) return nullptr;
    UDataInfo info;
    info.size = sizeof info;
    udata_getInfo(memory, &info);
    // Eight words: offset of the trie, two reserved, total size, type of trie, transform, two reserved.
    const int32_t *words = static_cast<const int32_t *>(udata_getMemory(memory));
    const int32_t unitTrie = 1, typeMask = 7;
    if (std::memcmp(info.dataFormat, "Dict", 4) != 0 || info.formatVersion[0] != 1 || (words[4] & typeMask) != unitTrie) {
        udata_close(memory);
        return nullptr;
    }
    Shared *shared = new (std::nothrow) Shared;
    if (!shared) return nullptr;
    shared->trie = reinterpret_cast<const char16_t *>(reinterpret_cast<const char *>(words) + words[0]);
    shared->roots.reset(new (std::nothrow) Node[pointCount]);
    if (!shared->roots) return nullptr;
    icu::UCharsTrie trie(shared->trie);
    for (int32_t point = 0; point < pointCount; point++) {
        shared->roots[point] = here(trie, trie.first(firstPoint + point));
    }
    return shared;
}

// A direct-mapped cache of the second step, where the trie has its widest branches.
constexpr size_t pairCount = 1 << 14;
struct Pair {
    uint32_t key = 0;  // no pair of ideographs has key 0
    Node node;
};

}  // namespace

struct cicu_Dictionary {
    const Shared *shared;
    icu::UCharsTrie trie;
    Pair pairs[pairCount];
    explicit cicu_Dictionary(const Shared *shared) : shared(shared), trie(shared->trie) {}
};

extern "C" cicu_Dictionary *cicu_openDictionary(void) {
    static const Shared *const shared = load();
    return shared ? new (std::nothrow) cicu_Dictionary(shared) : nullptr;
}

extern "C" void cicu_closeDictionary(cicu_Dictionary *dictionary) { delete dictionary; }

extern "C" int32_t cicu_findWords(
    cicu_Dictionary *dictionary, const uint16_t *text, int32_t count, int32_t longest, int32_t *lengths, int32_t *costs) {
    int32_t found = 0;
    const Node *node = &dictionary->shared->roots[text[0] - firstPoint];
    for (int32_t length = 1;; length++) {
        if (USTRINGTRIE_HAS_VALUE(node->result)) {
            lengths[found] = length;
            costs[found] = node->value;
            found++;
        }
        if (!USTRINGTRIE_HAS_NEXT(node->result) || length >= longest || length >= count) return found;
        if (length > 1) break;
        uint32_t key = uint32_t(text[0]) << 16 | text[1];
        Pair &pair = dictionary->pairs[(key * UINT32_C(0x9E3779B1)) >> 18];
        if (pair.key != key) {
            pair.key = key;
            dictionary->trie.resetToState64(node->state);
            pair.node = here(dictionary->trie, dictionary->trie.next(text[1]));
        }
        node = &pair.node;
    }
    // Two characters matched; words of three and more are rarer.
    icu::UCharsTrie &trie = dictionary->trie;
    trie.resetToState64(node->state);
    for (int32_t length = 3;; length++) {
        UStringTrieResult result = trie.next(text[length - 1]);
        if (USTRINGTRIE_HAS_VALUE(result)) {
            lengths[found] = length;
            costs[found] = trie.getValue();
            found++;
        }
        if (!USTRINGTRIE_HAS_NEXT(result) || length >= longest || length >= count) return found;
    }
}
