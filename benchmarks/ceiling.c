/* How fast one pass can be: UTF-8 -> letters folded -> a word's hash -> its number and count. No offsets, no strings out. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 1 << 22 };

static uint16_t folded[0x800];  /* code point -> folded code point; 0 no letter; 1 a mark, looked through */

void set_letter(uint32_t letter, uint32_t to) { if (letter < 0x800) folded[letter] = (uint16_t)to; }

/* Fill words[0] with the number of words, words[1] with that of distinct ones; return 0, or 1 without memory. */
int count(const uint8_t *text, size_t size, uint64_t *words) {
    uint64_t *keys = calloc(PLACES, sizeof *keys), hash = 0;
    uint32_t *counts = calloc(PLACES, sizeof *counts);
    if (!keys || !counts) { free(keys); free(counts); return 1; }
    words[0] = words[1] = 0;
    for (size_t at = 0; at <= size;) {
        uint32_t letter = 0;
        if (at == size) at++;
        else if (text[at] < 0x80) letter = text[at++];
        else if (text[at] < 0xE0 && at + 1 < size) { letter = (text[at] & 0x1Fu) << 6 | (text[at + 1] & 0x3Fu); at += 2; }
        else at += text[at] < 0xF0 ? 3 : 4;
        uint16_t to = letter < 0x800 ? folded[letter] : 0;
        if (to > 1) { hash = (hash ^ to) * 0x9E3779B97F4A7C15u; hash ^= hash >> 32; }
        else if (to == 0 && hash) {
            size_t place = hash & (PLACES - 1);
            while (keys[place] && keys[place] != hash) place = (place + 1) & (PLACES - 1);
            if (!keys[place]) { keys[place] = hash; words[1]++; }
            counts[place]++;
            words[0]++;
            hash = 0;
        }
    }
    free(keys); free(counts);
    return 0;
}
