/* What other processes do to the desk that is open here. */
#include "desk_private.h"

enum { CHANGES_COUNTED = 1001 };

bool desk_changed_rows(struct desk *desk, int64_t *count, struct error *err)
{
    return store_changes_elsewhere(desk->store, CHANGES_COUNTED, count, err);
}

/* Where nothing that can be opened took its place what is on the screen stays to be read:
 * it would be written into a file that has no name any more. */
static bool open_replaced(struct desk *desk, bool *changed, struct error *err)
{
    uint64_t before = desk_generation(desk);
    struct store *fresh = store_open(store_path(desk->store), STORE_WRITE, err);

    *changed = fresh != NULL;
    if (fresh == NULL) {
        store_only_read(desk->store,
                        "was taken away or replaced while it was open: what is on the "
                        "screen can still be read; put the desk back, or leave");
        if (!desk->lost)
            desk->notice = arena_string(desk->arena, store_read_only(desk->store));
        desk->lost = true;
        return error_set(err, ERROR_FAILED, "%s", store_read_only(desk->store));
    }
    desk->lost = false;
    store_close(desk->store);
    desk->store = fresh;
    desk->notice = store_read_only(fresh) == NULL
                       ? NULL
                       : arena_string(desk->arena, store_read_only(fresh));
    store_set_today(fresh, desk_today(desk));
    desk->replaced = before + 1;
    return true;
}

bool desk_refresh(struct desk *desk, bool *changed, struct error *err)
{
    if (desk->lost || store_is_replaced(desk->store))
        return open_replaced(desk, changed, err);
    return store_changed_elsewhere(desk->store, changed, err);
}
