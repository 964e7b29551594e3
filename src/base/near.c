#include "touchbase/base/near.h"

#include <string.h>

enum { NEAR_MAX = 63 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t near_distance(const char *a, const char *b)
{
    size_t rows[3][NEAR_MAX + 2];
    size_t length_a = strlen(a), length_b = strlen(b);

    if (length_a > NEAR_MAX || length_b > NEAR_MAX)
        return NEAR_MAX + 1;
    for (size_t j = 0; j <= length_b; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= length_a; i++) {
        size_t *now = rows[i % 3];
        const size_t *before = rows[(i + 2) % 3];

        now[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            now[j] = least(before[j], now[j - 1]) + 1;
            now[j] = least(now[j], before[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], rows[(i + 1) % 3][j - 2] + 1);
        }
    }
    return rows[length_a % 3][length_b];
}

const char *near_word(const char *word, const char *const *words, size_t count)
{
    size_t length = strlen(word);
    size_t best = least((length + 2) / 3, 2) + 1;
    const char *found = NULL;

    for (size_t i = 0; i < count; i++) {
        size_t distance = near_distance(word, words[i]);

        if (length >= 2 && strncmp(word, words[i], length) == 0)
            distance = 1;
        if (distance < best) {
            best = distance;
            found = words[i];
        }
    }
    return found;
}
