#include "points.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/buffer.h"

struct ranked_point {
    struct point point;
    int rank;
    size_t place; /* as they came; qsort is not stable */
};

void points_add(struct points *points, enum point_kind kind, const char *value,
                const char *label, int rank)
{
    if (value == NULL || value[0] == '\0') {
        return;
    }
    for (size_t i = 0; i < points->count; i++) {
        struct ranked_point *known = &points->items[i];
        if (known->point.kind == kind && strcmp(known->point.value, value) == 0) {
            known->rank = rank < known->rank ? rank : known->rank;
            known->point.label = known->point.label != NULL ? known->point.label : label;
            return;
        }
    }
    points->full = points->count >= POINTS_LIMIT;
    if (points->full) {
        return;
    }
    points->items =
        arena_grow(points->arena, points->items, points->count, points->count + 1,
                   sizeof *points->items, &points->capacity);
    points->items[points->count] =
        (struct ranked_point){{kind, value, label}, rank, points->count};
    points->count++;
}

static int compare(const void *a, const void *b)
{
    const struct ranked_point *left = a;
    const struct ranked_point *right = b;
    if (left->point.kind != right->point.kind) {
        return left->point.kind < right->point.kind ? -1 : 1;
    }
    if (left->rank != right->rank) {
        return left->rank < right->rank ? -1 : 1;
    }
    return left->place < right->place ? -1 : 1;
}

void points_finish(struct points *points, struct contact *contact)
{
    if (points->count == 0) {
        return;
    }
    qsort(points->items, points->count, sizeof *points->items, compare);
    struct point *plain = arena_array(points->arena, points->count, sizeof *plain);
    for (size_t i = 0; i < points->count; i++) {
        plain[i] = points->items[i].point;
    }
    contact->points = plain;
    contact->point_count = points->count;
}

static bool says_nothing(const char *word)
{
    static const char *const words[] = {"voice", "internet",   "pref",   "intl",
                                        "dom",   "postal",     "parcel", "x400",
                                        "msg",   "x-internet", "uri"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(word, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_place(const char *word)
{
    return strcmp(word, "work") == 0 || strcmp(word, "home") == 0;
}

static void add_word(struct buffer *label, const char *word)
{
    const char *plain = strcmp(word, "cell") == 0 ? "mobile" : word;
    if (label->length > 0) {
        buffer_add_char(label, ' ');
    }
    buffer_add_string(label, plain);
}

/* The words of types that are places (work, home), or those that are not. */
static void add_words(struct buffer *label, const char *types, bool places)
{
    char word[32];
    for (const char *at = types; *at != '\0';) {
        size_t length = strcspn(at, ", ");
        if (length > 0 && length < sizeof word) {
            for (size_t i = 0; i < length; i++) {
                word[i] =
                    (char)(at[i] >= 'A' && at[i] <= 'Z' ? at[i] - 'A' + 'a' : at[i]);
            }
            word[length] = '\0';
            if (is_place(word) == places && !says_nothing(word)) {
                add_word(label, word);
            }
        }
        at += length + (at[length] != '\0');
    }
}

char *points_label(struct arena *arena, const char *types)
{
    struct buffer label = {0};
    add_words(&label, types, true);
    add_words(&label, types, false);
    char *text = label.length > 0 ? arena_copy(arena, label.data, label.length) : NULL;
    buffer_free(&label);
    return text;
}
