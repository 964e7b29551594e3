#include "records.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"

enum { PAGE = 256, HELD_MAX = 1024 };

/* In order of due what is all day today comes before what is late since this morning; it
 * is held back until the late ones are through. */
struct listing {
    struct call *call;
    struct arena *arena; /* of the touches held back */
    struct touch held[HELD_MAX];
    size_t held_count;
};

static void print_held(struct listing *listing)
{
    for (size_t i = 0; i < listing->held_count; i++)
        records_print_touch(listing->call, &listing->held[i]);
    listing->held_count = 0;
}

static void hold(struct listing *listing, const struct touch *touch)
{
    struct touch *held = &listing->held[listing->held_count++];
    struct arena *arena = listing->arena;

    *held = *touch;
    held->uuid = arena_string(arena, touch->uuid);
    held->contact = arena_string(arena, touch->contact);
    held->contact_uuid = arena_string(arena, touch->contact_uuid);
    held->company = arena_string(arena, touch->company);
    held->purpose = arena_string(arena, touch->purpose);
    held->opener = arena_string(arena, touch->opener);
    held->draft = arena_string(arena, touch->draft);
    held->zone = NULL;
    held->before_opener = NULL;
}

static void list_touch(struct listing *listing, const struct touch *touch)
{
    const struct desk *desk = listing->call->desk;
    bool all_day_today =
        touch->due.minute == MINUTE_NONE && touch->due.day == desk_today(desk);

    if (all_day_today && listing->held_count < HELD_MAX) {
        hold(listing, touch);
        return;
    }
    if (!desk_touch_late(desk, touch))
        print_held(listing);
    records_print_touch(listing->call, touch);
}

static bool list_all(struct listing *listing, struct wall until, struct error *err)
{
    struct arena *page = arena_create();
    struct row_key key, *from = NULL;
    struct touch *touches;
    size_t count = PAGE;
    bool good = true;

    while (good && count == PAGE && !output_failed(&listing->call->out)) {
        arena_reset(page);
        good =
            desk_due(listing->call->desk, until, from, PAGE, page, &touches, &count, err);
        for (size_t i = 0; good && i < count; i++)
            list_touch(listing, &touches[i]);
        if (good && count > 0) {
            key = desk_touch_key(&touches[count - 1]);
            from = &key;
        }
    }
    print_held(listing);
    arena_destroy(page);
    return good;
}

bool cmd_due(struct call *call, struct error *err)
{
    struct listing *listing = arena_alloc(call->arena, sizeof *listing);
    struct wall until = {day_of(9999, 12, 30), MINUTE_NONE};

    if (call_desk(call, DESK_LOOK, err) == NULL)
        return false;
    if (call_has(call, OPTION_UNTIL) &&
        !desk_when(call->desk, 0, call->values[OPTION_UNTIL], &until, err))
        return false;
    listing->call = call;
    listing->arena = call->arena;
    return list_all(listing, until, err);
}
