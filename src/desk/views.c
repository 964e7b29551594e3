#include "touchbase/desk/views.h"

#include <string.h>

#include "desk_private.h"
#include "filter_read.h"
#include "touchbase/base/text.h"
#include "touchbase/store/settings.h"

static const char *setting_of(struct arena *arena, int number)
{
    return arena_format(arena, "view.%d", number);
}

bool desk_views(struct desk *desk, struct arena *arena, struct view *views, size_t *count,
                struct error *err)
{
    *count = 0;
    for (int number = 1; number <= VIEWS_MAX; number++) {
        const char *value, *tab;

        if (!setting_get(desk->store, setting_of(arena, number), arena, &value, err))
            return false;
        tab = value != NULL ? strchr(value, '\t') : NULL;
        if (tab != NULL)
            views[(*count)++] = (struct view){
                number, arena_copy(arena, value, (size_t)(tab - value)), tab + 1};
    }
    return true;
}

/* The view of that name or number among these, NULL for none. */
static const struct view *named(const struct view *views, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (text_same_folded(views[i].name, name) ||
            (name[0] == '0' + views[i].number && name[1] == '\0'))
            return &views[i];
    }
    return NULL;
}

static bool no_such(const struct view *views, size_t count, const char *name,
                    struct error *err)
{
    struct buffer list = {0};

    for (size_t i = 0; i < count; i++)
        buffer_add_format(&list, "%s%d %s", i > 0 ? ", " : "", views[i].number,
                          views[i].name);
    error_set(err, ERROR_NOT_FOUND, "there is no view \"%s\"; %s%s", name,
              count > 0 ? "there are " : ":view save NAME keeps what l shows",
              buffer_string(&list));
    buffer_free(&list);
    return false;
}

bool desk_view_find(struct desk *desk, const char *name, struct arena *arena,
                    struct view *out, struct error *err)
{
    struct view views[VIEWS_MAX];
    const struct view *view;
    size_t count;

    if (!desk_views(desk, arena, views, &count, err))
        return false;
    view = named(views, count, name);
    if (view == NULL)
        return no_such(views, count, name, err);
    *out = *view;
    return true;
}

static bool may_be_named(const char *name, struct error *err)
{
    if (*name == '\0' || strchr(name, '\t') != NULL)
        return error_set(err, ERROR_USAGE, "a view needs a name: :view save NAME");
    if (strlen(name) > VIEW_NAME_MAX)
        return error_set(err, ERROR_USAGE, "a view's name has at most %d bytes",
                         VIEW_NAME_MAX);
    if (name[strspn(name, "0123456789")] == '\0')
        return error_set(err, ERROR_USAGE,
                         "a view's name is no number, which g and the number open");
    return true;
}

static bool put(struct desk *desk, int number, const char *name, const char *filter,
                struct arena *arena, struct error *err)
{
    return setting_set(desk->store, setting_of(arena, number),
                       arena_format(arena, "%s\t%s", name, filter), err);
}

static int free_number(const struct view *views, size_t count)
{
    int number = 1;

    for (size_t i = 0; i < count && views[i].number == number; i++)
        number++;
    return number;
}

static bool save(struct desk *desk, const char *name, const char *filter, int *number,
                 struct arena *arena, struct error *err)
{
    struct view views[VIEWS_MAX];
    struct filter read;
    const struct view *old;
    size_t count;

    if (!may_be_named(name, err) || !filter_read(desk, filter, arena, &read, err) ||
        !desk_views(desk, arena, views, &count, err))
        return false;
    if (read.count == 0)
        return error_set(err, ERROR_USAGE, "everybody is shown; l limits the list first");
    old = named(views, count, name);
    *number = old != NULL ? old->number : free_number(views, count);
    if (*number > VIEWS_MAX)
        return error_set(err, ERROR_USAGE,
                         "there are %d views already; :view remove NAME makes room",
                         VIEWS_MAX);
    return put(desk, *number, name, filter, arena, err);
}

bool desk_view_save(struct desk *desk, const char *name, const char *filter, int *number,
                    struct error *err)
{
    struct arena *arena = arena_create();
    int taken;
    bool done = save(desk, name, filter, number != NULL ? number : &taken, arena, err);

    arena_destroy(arena);
    return done;
}

bool desk_view_rename(struct desk *desk, const char *name, const char *to,
                      struct error *err)
{
    struct arena *arena = arena_create();
    struct view view = {0}, other = {0};
    struct error none;
    bool done = desk_view_find(desk, name, arena, &view, err) && may_be_named(to, err);

    if (done && desk_view_find(desk, to, arena, &other, &none) &&
        other.number != view.number)
        done = error_set(err, ERROR_USAGE, "there is a view \"%s\" already", other.name);
    done = done && put(desk, view.number, to, view.filter, arena, err);
    arena_destroy(arena);
    return done;
}

bool desk_view_remove(struct desk *desk, const char *name, struct error *err)
{
    struct arena *arena = arena_create();
    struct view view = {0};
    bool done = desk_view_find(desk, name, arena, &view, err) &&
                setting_set(desk->store, setting_of(arena, view.number), NULL, err);

    arena_destroy(arena);
    return done;
}
