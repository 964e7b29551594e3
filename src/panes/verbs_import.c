/* A calendar of others taken in: what would come of it is shown on paper first. */
#include <string.h>
#include <strings.h>

#include "sheets.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/appointments.h"
#include "verbs.h"
#include "words.h"

struct importing {
    const char *path;
    struct appointments_wishes wishes;
    struct appointments appointments;
};

static void show(struct workspace *workspace, struct importing *importing);

bool verb_import_is_calendar(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot != NULL && strcasecmp(dot, ".ics") == 0;
}

static void add_row(struct workspace *workspace, const struct appointment_row *row,
                    struct buffer *out)
{
    const struct touch *touch = &row->touch;
    const char *astray = row->appointment->astray;

    buffer_add_format(
        out, "%-9s  %-16s  %-9s  %s%s%s%s\n", fate_name(row->fate),
        shown_wall(workspace->asking, touch->due, desk_today(workspace->desk)),
        channel_name(touch->channel), touch->contact != NULL ? touch->contact : "?",
        row->newcomer != NULL ? " (new)" : "", touch->purpose != NULL ? ": " : "",
        touch->purpose != NULL ? touch->purpose : "");
    if (astray != NULL)
        buffer_add_format(
            out, "%11snobody knows the zone %s; its hour is taken as here\n", "", astray);
}

static void show_paper(struct workspace *workspace, const struct appointments *all)
{
    struct buffer text = {0};
    struct paper paper = {.title = arena_format(workspace->asking, "What comes of %s",
                                                file_base_name(all->path))};

    for (size_t i = 0; i < all->count; i++)
        add_row(workspace, &all->rows[i], &text);
    paper.text = buffer_string(&text);
    paper.length = text.length;
    workspace_open(workspace, SHEET_PAPER, &paper);
    buffer_free(&text);
}

static void file_all(struct workspace *workspace, const struct appointments *all)
{
    struct error err;

    if (!desk_appointments_file(workspace->desk, all, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_settle(workspace);
    workspace_made(workspace, NOTICE_PLAIN, "%zu planned, %zu changed, %zu dropped",
                   all->fates[FATE_NEW], all->fates[FATE_CHANGED],
                   all->fates[FATE_CANCELLED]);
}

static void chosen(struct workspace *workspace, char key)
{
    struct importing *importing = workspace->pending;

    workspace_back(workspace); /* the preview on paper */
    if (key == 'y') {
        file_all(workspace, &importing->appointments);
    } else if (key == 'w' || key == 'a') {
        importing->wishes.add = importing->wishes.add || key == 'a';
        if (key == 'w')
            importing->wishes.contact_id = workspace->shared.person_id;
        show(workspace, importing);
    }
}

static bool changes(const struct appointments *all)
{
    return all->fates[FATE_NEW] + all->fates[FATE_CHANGED] + all->fates[FATE_CANCELLED] >
           0;
}

/* Those of nobody may be the current person's, or of who is named in them. */
static void ask(struct workspace *workspace, const struct appointments *all)
{
    enum { CHOICES = 5 };
    struct arena *arena = workspace->asking;
    struct key_choice *choices = arena_array(arena, CHOICES, sizeof *choices);
    size_t nobodys = all->fates[FATE_NOBODY], count = 0;

    if (changes(all))
        choices[count++] = (struct key_choice){'y', "take it in"};
    if (nobodys > 0 && workspace->shared.person_id != 0)
        choices[count++] = (struct key_choice){
            'w', arena_format(arena, "? is %s", workspace->shared.person_name)};
    if (nobodys > 0)
        choices[count++] = (struct key_choice){'a', "add who is named"};
    choices[count] = (struct key_choice){'n', "leave it"};
    ask_choice(workspace, "Take it in?", choices, chosen);
}

static void show(struct workspace *workspace, struct importing *importing)
{
    struct appointments *all = &importing->appointments;
    struct error err;

    if (!desk_appointments_read(workspace->desk, importing->path, &importing->wishes,
                                workspace->asking, all, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (!changes(all) && all->fates[FATE_NOBODY] == 0) {
        notice_set(&workspace->notice, NOTICE_PLAIN,
                   "%zu known with nothing new, %zu over", all->fates[FATE_KNOWN],
                   all->fates[FATE_OVER]);
        return;
    }
    show_paper(workspace, all);
    ask(workspace, all);
}

void verb_import_calendar(struct workspace *workspace, const char *path)
{
    struct importing *importing = arena_alloc(workspace->asking, sizeof *importing);

    importing->path = arena_string(workspace->asking, path);
    workspace->pending = importing;
    show(workspace, importing);
}
