// Prints words whose 64-bit feature hash ends in zeros, a word a line, for growth.py: collide COUNT BITS. The hash is FeatureHasher's, with the
// seed of the first field.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t mix(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)(a ^ 0x2D358DCCAA6C78A5) * (b ^ 0x8BB84B93962EACC9);
    uint64_t folded = (uint64_t)(product >> 64) ^ (uint64_t)product;
    folded = (folded ^ (folded >> 32)) * 0xD6E8FEB86659FD93;
    return folded ^ (folded >> 32);
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    long left = atol(arguments[1]);
    uint64_t mask = (1ull << atoi(arguments[2])) - 1, state = mix(1, 0x7E975417) ^ 0x9E3779B97F4A7C15;
    for (uint64_t number = 0; left > 0; number++) {
        // All words of seven letters, in an order in which neighbours differ in most of them.
        uint64_t rest = number * 3141592653ull % 8031810176ull, tail = 0;
        for (int letter = 0; letter < 7; letter++, rest /= 26) tail |= (uint64_t)('a' + rest % 26) << (8 * letter);
        if (mix(state ^ tail, 0xE7037ED1A0B428DB ^ 7) & mask) continue;
        printf("%.7s\n", (char *)&tail);
        left--;
    }
}
