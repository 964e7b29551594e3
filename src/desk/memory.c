#include "touchbase/desk/memory.h"

#include "desk_private.h"
#include "touchbase/store/settings.h"

bool desk_remembered(struct desk *desk, const char *name, struct arena *arena,
                     const char **value, struct error *err)
{
    return setting_get(desk->store, name, arena, value, err);
}

bool desk_remember(struct desk *desk, const char *name, const char *value,
                   struct error *err)
{
    return desk_read_only(desk) || setting_set(desk->store, name, value, err);
}
