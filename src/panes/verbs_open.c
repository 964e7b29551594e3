/* What leaves the desk by another program: copies, mails, web links. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "actions.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"
#include "verbs.h"

enum { COPY_MAX = 64 * 1024 };

/* A place to remember another one that runs beside; of too many the oldest is let go. */
static struct outside_child *free_child(struct workspace *workspace)
{
    struct outside_child *oldest = &workspace->opened[0];

    for (int i = 0; i < OPENED_MAX; i++) {
        struct outside_child *child = &workspace->opened[i];

        outside_look(child, INT64_MAX);
        if (child->process == 0)
            return child;
        if (child->started_ms < oldest->started_ms)
            oldest = child;
    }
    outside_leave(oldest);
    return oldest;
}

static bool copy_by(struct workspace *workspace, const char *command, const char *text)
{
    struct buffer plain = {0};
    struct error err;
    bool taken;

    text_plain(&plain, text, strlen(text));
    taken = outside_take(command, buffer_string(&plain), plain.length,
                         free_child(workspace), &err);
    if (taken)
        notice_set(&workspace->notice, NOTICE_PLAIN, "copied %s", text);
    else
        workspace_error(workspace, &err);
    buffer_free(&plain);
    return taken;
}

bool verb_hand_copy(struct workspace *workspace, const char *text)
{
    const char *command = desk_settings(workspace->desk)->clipboard;
    size_t length = strlen(text);

    if (length > COPY_MAX) {
        notice_set(&workspace->notice, NOTICE_WARNING, "too long for the clipboard");
        return false;
    }
    if (command != NULL)
        return copy_by(workspace, command, text);
    if (!screen_copy(workspace->screen, text, length)) {
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "this terminal has no clipboard; :set clipboard names a command");
        return false;
    }
    notice_set(&workspace->notice, NOTICE_PLAIN, "copied %s", text);
    return true;
}

bool verb_open(struct workspace *workspace, const char *command, const char *link,
               struct error *err)
{
    return outside_open(workspace->screen, command, link, free_child(workspace), err);
}

/* Only what a browser is for: no file, no script, nothing that a program could take for
 * an option. NULL for anything else. */
static const char *web_link(struct arena *arena, const char *text)
{
    static const char *const schemes[] = {"http://", "https://"};
    size_t length = strlen(text), scheme = strcspn(text, ":/");

    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] <= ' ' || text[i] == 0x7f)
            return NULL;
    }
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
            return text;
    }
    if (!isalnum((unsigned char)*text) || memchr(text, '.', scheme) == NULL ||
        (text[scheme] == ':' && !isdigit((unsigned char)text[scheme + 1])))
        return NULL;
    return arena_format(arena, "https://%s", text);
}

/* The wanted one (from 1) of a person's links, the last when there are fewer. */
static const char *link_of(const struct contact *contact, int wanted)
{
    const char *found = NULL;

    for (size_t i = 0; i < contact->point_count && wanted > 0; i++) {
        if (contact->points[i].kind == POINT_LINK) {
            found = contact->points[i].value;
            wanted--;
        }
    }
    return found;
}

static bool open_link(struct workspace *workspace, struct arena *arena, struct error *err)
{
    const char *opener = desk_settings(workspace->desk)->opener, *link;
    int wanted = workspace->verb_count > 0 ? workspace->verb_count : 1;
    struct contact contact;

    if (!desk_person_get(workspace->desk, workspace->shared.person_id, arena, &contact,
                         err))
        return false;
    link = link_of(&contact, wanted);
    if (link == NULL)
        return error_set(err, ERROR_NOT_FOUND, "no web link of %s is known; %s",
                         contact.name,
                         shared_hint(&workspace->shared, arena, "{edit} adds one"));
    if (opener == NULL) {
        verb_hand_copy(workspace, link);
        return true;
    }
    link = web_link(arena, link);
    if (link == NULL)
        return error_set(err, ERROR_FAILED, "\"%s\" is no web link",
                         link_of(&contact, wanted));
    if (!verb_open(workspace, opener, link, err))
        return false;
    notice_set(&workspace->notice, NOTICE_PLAIN, "opened %s", link);
    return true;
}

bool verb_open_act(struct workspace *workspace, int action)
{
    struct arena *arena;
    struct error err;

    if (action != DO_OPEN_LINK)
        return false;
    if (workspace->shared.person_id == 0) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nobody is under the cursor");
        return true;
    }
    arena = arena_create();
    if (!open_link(workspace, arena, &err))
        workspace_error(workspace, &err);
    arena_destroy(arena);
    return true;
}
