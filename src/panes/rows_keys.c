/* Keys of lists: a number and an id, in one part or two. */
#include "rows.h"

int row_key_order(const void *a, const void *b)
{
    return row_key_compare(a, b);
}

void *row_key_copy(struct arena *arena, const void *key)
{
    struct row_key *copy = arena_alloc(arena, sizeof *copy);

    *copy = *(const struct row_key *)key;
    return copy;
}

int64_t row_key_id(const void *key)
{
    return ((const struct row_key *)key)->id;
}

int part_key_order(const void *a, const void *b)
{
    const struct part_key *left = a, *right = b;

    if (left->second != right->second)
        return left->second ? 1 : -1;
    return row_key_compare(&left->key, &right->key);
}

void *part_key_copy(struct arena *arena, const void *key)
{
    struct part_key *copy = arena_alloc(arena, sizeof *copy);

    *copy = *(const struct part_key *)key;
    return copy;
}

const struct row_key *part_key_from(const struct rows_page *page, bool second)
{
    const struct part_key *from = page->from;

    return from != NULL && from->second == second ? &from->key : NULL;
}

bool part_window(void *context, struct rows_page *page, part_add *add, struct error *err)
{
    bool backward = page->direction == WINDOW_BACKWARD;
    bool left_behind = part_key_from(page, !backward) != NULL;

    return (left_behind || add(context, backward, page, err)) &&
           add(context, !backward, page, err);
}
