#include "zone_names.h"

#include <string.h>

#include "touchbase/base/error.h"
#include "touchbase/base/zone.h"

static bool exists(const char *name)
{
    struct error ignored;
    struct zone *zone = zone_open(name, &ignored);
    zone_close(zone);
    return zone != NULL;
}

bool zone_names_has(struct zone_names *names, const char *name)
{
    if (strchr(name, '/') == NULL || !zone_name_valid(name) ||
        strlen(name) >= ZONE_NAME_SIZE) {
        return false;
    }
    for (unsigned i = 0; i < ZONE_NAMES_KEPT; i++) {
        if (strcmp(names->names[i], name) == 0) {
            return names->exist[i];
        }
    }
    unsigned at = names->next;
    names->next = (at + 1) % ZONE_NAMES_KEPT;
    memcpy(names->names[at], name, strlen(name) + 1);
    names->exist[at] = exists(name);
    return names->exist[at];
}
