#include "touchbase/model/tag.h"

#include <string.h>

#include "touchbase/base/text.h"

static bool is_tag(const char *word)
{
    const char *end = word + strlen(word);
    bool letters = false;
    while (word < end) {
        uint32_t code = text_next(&word, end);
        bool sign = code < 0x80 && strchr("-_.+", (int)code) != NULL;
        if (code == 0xFFFD || (!sign && !text_is_word(code)))
            return false;
        letters = letters || !sign;
    }
    return letters;
}

static bool read_change(struct arena *arena, const char *word, size_t length,
                        struct tag_change *change, struct error *err)
{
    bool remove = *word == '-';
    size_t skip = remove || *word == '+' ? 1 : 0;
    skip += skip < length && word[skip] == '#' ? 1 : 0;
    *change = (struct tag_change){arena_copy(arena, word + skip, length - skip), remove};
    if (length - skip > TAG_BYTES_MAX)
        return error_set(err, ERROR_USAGE, "a tag has at most %d bytes", TAG_BYTES_MAX);
    if (!is_tag(change->name))
        return error_set(err, ERROR_USAGE,
                         "\"%.*s\" can be no tag: letters, digits, - and _ only",
                         (int)length, word);
    return true;
}

/* The change of the same tag among the first, or one more behind them. */
static struct tag_change *place_of(struct tag_change *changes, size_t *count,
                                   const char *name)
{
    for (size_t i = 0; i < *count; i++) {
        if (text_same_folded(changes[i].name, name))
            return &changes[i];
    }
    return &changes[(*count)++];
}

bool tag_read_changes(struct arena *arena, const char *words, struct tag_change **changes,
                      size_t *count, struct error *err)
{
    static const char between[] = " \t,;\n";
    *changes = arena_array(arena, TAG_CHANGES_MAX, sizeof **changes);
    struct tag_change change;
    *count = 0;
    words += strspn(words, between);
    while (*words != '\0') {
        size_t length = strcspn(words, between);
        if (*count == TAG_CHANGES_MAX)
            return error_set(err, ERROR_USAGE, "at most %d tags at once",
                             TAG_CHANGES_MAX);
        if (!read_change(arena, words, length, &change, err))
            return false;
        *place_of(*changes, count, change.name) = change;
        words += length;
        words += strspn(words, between);
    }
    return true;
}
