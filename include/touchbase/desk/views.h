/* Views: filters under a name and a number 1 to 9, kept with the desk (setting "view.N").
 */
#ifndef TOUCHBASE_DESK_VIEWS_H
#define TOUCHBASE_DESK_VIEWS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

enum { VIEWS_MAX = 9, VIEW_NAME_MAX = 40 /* bytes */ };

struct view {
    int number; /* 1 to VIEWS_MAX */
    const char *name;
    const char *filter;
};

/* Those there are, by number; views has room for VIEWS_MAX, its strings are arena's. */
bool desk_views(struct desk *desk, struct arena *arena, struct view *views, size_t *count,
                struct error *err);
/* By number or name (folded). ERROR_NOT_FOUND says which there are. */
bool desk_view_find(struct desk *desk, const char *name, struct arena *arena,
                    struct view *out, struct error *err);
/* Keeps a filter under a name: in the place of the view of that name, else under the
 * lowest number that is free; *number (may be NULL) gets it. ERROR_USAGE for a name that
 * is empty, too long or a number, for a filter that is empty or cannot be read, and when
 * all numbers are taken. */
bool desk_view_save(struct desk *desk, const char *name, const char *filter, int *number,
                    struct error *err);
bool desk_view_rename(struct desk *desk, const char *name, const char *to,
                      struct error *err);
bool desk_view_remove(struct desk *desk, const char *name, struct error *err);

#endif
