#include "touchbase/model/window.h"

#include <string.h>

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

int row_key_compare(const struct row_key *a, const struct row_key *b)
{
    int order = compare(a->number, b->number);

    return order != 0 ? order : compare(a->id, b->id);
}

int need_key_compare(const struct need_key *a, const struct need_key *b)
{
    int order = compare(a->segment, b->segment);

    if (order == 0)
        order = compare(a->number, b->number);
    if (order == 0)
        order = strcmp(a->text, b->text);
    return order != 0 ? order : compare(a->id, b->id);
}
