#include "import_merge.h"

#include <string.h>

#include "import_match.h"
#include "touchbase/base/text.h"

struct merging {
    struct arena *arena;
    const struct contact *record;
    bool update;
    struct merge *out;
};

static void merge_value(const struct merging *merging, const char **stored,
                        const char *value)
{
    if (value == NULL || (*stored != NULL && strcmp(*stored, value) == 0))
        return;
    if (*stored == NULL) {
        merging->out->filled++;
    } else if (merging->update) {
        merging->out->updated++;
    } else {
        merging->out->differing++;
        return;
    }
    *stored = value;
}

static void fill_value(const struct merging *merging, const char **stored,
                       const char *value)
{
    if (value == NULL || *stored != NULL)
        return;
    *stored = value;
    merging->out->filled++;
}

/* The parts of a name belong to the whole: they are filled only where the whole agrees.
 */
static void merge_name(const struct merging *merging)
{
    struct contact *contact = &merging->out->contact;
    const struct contact *record = merging->record;
    bool same = strcmp(contact->name, record->name) == 0;

    if (!same && merging->update) {
        contact->name = record->name;
        contact->given = record->given;
        contact->family = record->family;
        merging->out->updated++;
        return;
    }
    merging->out->differing += !same;
    if (text_same_folded(contact->name, record->name)) {
        fill_value(merging, &contact->given, record->given);
        fill_value(merging, &contact->family, record->family);
    }
}

static void merge_card(const struct merging *merging)
{
    const char **stored = &merging->out->contact.card;
    const char *card = merging->record->card;

    if (card != NULL && (*stored == NULL || merging->update))
        merge_value(merging, stored, card);
}

static bool has_point(struct arena *arena, const struct point *points, size_t count,
                      const struct point *point)
{
    for (size_t i = 0; i < count; i++) {
        if (import_same_point(arena, &points[i], point))
            return true;
    }
    return false;
}

static const struct point *join_points(struct arena *arena, const struct contact *first,
                                       const struct contact *more, size_t *count)
{
    struct point *points =
        arena_array(arena, first->point_count + more->point_count, sizeof *points);

    *count = first->point_count;
    if (*count > 0)
        memcpy(points, first->points, *count * sizeof *points);
    for (size_t i = 0; i < more->point_count; i++) {
        if (!has_point(arena, points, *count, &more->points[i]))
            points[(*count)++] = more->points[i];
    }
    return points;
}

const struct point *import_points(struct arena *arena, const struct contact *record,
                                  size_t *count)
{
    const struct contact nobody = {0};

    return join_points(arena, &nobody, record, count);
}

void import_merge(struct arena *arena, const struct contact *stored,
                  const struct contact *record, bool update, struct merge *out)
{
    struct merging merging = {arena, record, update, out};
    struct contact *contact = &out->contact;

    *out = (struct merge){.contact = *stored};
    merge_name(&merging);
    merge_value(&merging, &contact->company, record->company);
    merge_value(&merging, &contact->title, record->title);
    merge_value(&merging, &contact->city, record->city);
    merge_value(&merging, &contact->zone, record->zone);
    merge_card(&merging);
    if (record->uid != NULL && strcmp(record->uid, stored->uuid) != 0)
        fill_value(&merging, &contact->uid, record->uid);
    contact->points = join_points(arena, stored, record, &contact->point_count);
    out->filled += (int)(contact->point_count - stored->point_count);
}
