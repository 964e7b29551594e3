/* The row as text for others: copied (yy), or piped to a command as JSON (|). */
#include <string.h>
#include <sys/wait.h>

#include "actions.h"
#include "outside.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/records.h"
#include "verbs.h"
#include "words.h"

/* What the cursor is on. */
struct record {
    enum row_kind kind;
    struct contact contact;
    struct touch touch;
    struct absence absence;
};

static bool find_record(struct workspace *workspace, struct arena *arena,
                        struct record *out, struct error *err)
{
    const struct shared *shared = &workspace->shared;
    struct desk *desk = workspace->desk;

    out->kind = workspace_row(workspace);
    if (out->kind == ROW_TOUCH)
        return desk_touch_get(desk, shared->touch_id, arena, &out->touch, err);
    if (out->kind == ROW_ABSENCE)
        return desk_absence_get(desk, shared->absence_id, arena, &out->absence, err);
    out->kind = ROW_PERSON;
    if (shared->person_id == 0)
        return error_set(err, ERROR_NOT_FOUND, "nothing is under the cursor");
    return desk_person_get(desk, shared->person_id, arena, &out->contact, err);
}

static const char *with_company(struct arena *arena, const char *name,
                                const char *company)
{
    return company == NULL ? name : arena_format(arena, "%s (%s)", name, company);
}

/* One line, as a person would write it down. */
static const char *record_line(const struct workspace *workspace, struct arena *arena,
                               const struct record *record)
{
    const struct touch *touch = &record->touch;
    const struct absence *absence = &record->absence;
    day_number today = desk_today(workspace->desk);
    char due[WALL_TEXT_SIZE];

    if (record->kind == ROW_TOUCH)
        return arena_format(arena, "%s %s %s%s%s", wall_format(touch->due, due),
                            channel_name(touch->channel),
                            with_company(arena, touch->contact, touch->company),
                            touch->purpose != NULL ? ": " : "",
                            touch->purpose != NULL ? touch->purpose : "");
    if (record->kind == ROW_ABSENCE)
        return arena_format(
            arena, "%s: %s, %s", with_company(arena, absence->contact, absence->company),
            shown_absence(arena, absence), shown_back(arena, absence, today));
    return desk_person_line(arena, &record->contact);
}

static void add_json(const struct workspace *workspace, const struct record *record,
                     struct json *json)
{
    json_open(json, NULL, '{');
    if (record->kind == ROW_TOUCH)
        desk_touch_json(json, workspace->desk, &record->touch);
    else if (record->kind == ROW_ABSENCE)
        desk_absence_json(json, workspace->desk, &record->absence);
    else
        desk_contact_json(json, workspace->desk, &record->contact);
    json_close(json, '}');
    buffer_add_char(&json->text, '\n');
}

static void pipe_to(struct workspace *workspace, const char *command, const char *bytes,
                    size_t length)
{
    struct error err;
    int status = 0;

    if (!outside_pipe(workspace->screen, command, bytes, length, &status, &err))
        workspace_error(workspace, &err);
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        notice_set(&workspace->notice, NOTICE_WARNING, "%s ended with %d", command,
                   WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    else
        notice_set(&workspace->notice, NOTICE_PLAIN, "piped to %s", command);
}

/* "= COMMAND" takes the line of text instead. */
static void pipe_answer(struct workspace *workspace, const char *text)
{
    struct arena *arena;
    struct record record;
    struct json json = {0};
    struct error err;
    const char *line;

    if (text == NULL || *text == '\0')
        return;
    arena = arena_create();
    if (!find_record(workspace, arena, &record, &err)) {
        workspace_error(workspace, &err);
    } else if (*text == '=') {
        line = arena_format(arena, "%s\n", record_line(workspace, arena, &record));
        pipe_to(workspace, text + 1, line, strlen(line));
    } else {
        add_json(workspace, &record, &json);
        pipe_to(workspace, text, buffer_string(&json.text), json.text.length);
    }
    json_free(&json);
    arena_destroy(arena);
}

static void copy_row(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    struct record record;
    struct error err;

    if (!find_record(workspace, arena, &record, &err))
        workspace_error(workspace, &err);
    else
        verb_copy(workspace, record_line(workspace, arena, &record), "row");
    arena_destroy(arena);
}

bool verb_row_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_COPY_ROW:
        copy_row(workspace);
        return true;
    case DO_PIPE:
        ask_begin(workspace);
        ask_line(workspace, verb_label(workspace, "pipe as JSON to (= as text): "), NULL,
                 NULL, pipe_answer);
        return true;
    default:
        return false;
    }
}
