/* The row as text for others: copied (yy), or piped to a command as JSON (|). */
#include <string.h>
#include <sys/wait.h>

#include "actions.h"
#include "list_pane.h"
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

static bool load_record(struct workspace *workspace, enum row_kind kind, int64_t id,
                        struct arena *arena, struct record *out, struct error *err)
{
    struct desk *desk = workspace->desk;

    out->kind = kind;
    if (kind == ROW_TOUCH)
        return desk_touch_get(desk, id, arena, &out->touch, err);
    if (kind == ROW_ABSENCE)
        return desk_absence_get(desk, id, arena, &out->absence, err);
    return desk_person_get(desk, id, arena, &out->contact, err);
}

static bool find_record(struct workspace *workspace, struct arena *arena,
                        struct record *out, struct error *err)
{
    const struct shared *shared = &workspace->shared;
    enum row_kind kind = workspace_row(workspace);

    if (kind == ROW_NOTE)
        kind = ROW_PERSON;
    if (kind == ROW_PERSON && shared->person_id == 0)
        return error_set(err, ERROR_NOT_FOUND, "nothing is under the cursor");
    return load_record(workspace, kind,
                       kind == ROW_TOUCH     ? shared->touch_id
                       : kind == ROW_ABSENCE ? shared->absence_id
                                             : shared->person_id,
                       arena, out, err);
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
    json->comma = false; /* one object a line, no list */
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

/* As JSON, or as the line that yy copies. */
static void add_record(struct workspace *workspace, struct arena *arena,
                       const struct record *record, bool as_line, struct json *out)
{
    if (!as_line)
        add_json(workspace, record, out);
    else
        buffer_add_format(&out->text, "%s\n", record_line(workspace, arena, record));
}

static bool add_marked(struct workspace *workspace, const struct pane *pane, bool as_line,
                       struct json *out, struct error *err)
{
    const struct marks *marks = &((const struct list_pane *)pane->state)->marks;
    enum row_kind kind = pane->ops == &touch_pane  ? ROW_TOUCH
                         : pane->ops == &away_pane ? ROW_ABSENCE
                                                   : ROW_PERSON;
    struct arena *arena = arena_create();
    bool good = true;

    for (size_t i = 0; i < marks->count && good; i++) {
        struct record record;

        good = load_record(workspace, kind, marks->ids[i], arena, &record, err);
        if (good)
            add_record(workspace, arena, &record, as_line, out);
        arena_reset(arena);
    }
    arena_destroy(arena);
    return good;
}

/* "= COMMAND" takes lines of text instead. */
static void pipe_answer(struct workspace *workspace, const char *text)
{
    const struct pane *marked = workspace->pending;
    struct arena *arena = arena_create();
    struct json out = {0};
    struct record record;
    struct error err;
    bool as_line = text != NULL && *text == '=', good;

    if (text == NULL || *text == '\0') {
        arena_destroy(arena);
        return;
    }
    good = marked != NULL ? add_marked(workspace, marked, as_line, &out, &err)
                          : find_record(workspace, arena, &record, &err);
    if (good && marked == NULL)
        add_record(workspace, arena, &record, as_line, &out);
    if (good)
        pipe_to(workspace, text + as_line + strspn(text + as_line, " "),
                buffer_string(&out.text), out.text.length);
    else
        workspace_error(workspace, &err);
    json_free(&out);
    arena_destroy(arena);
}

void verb_pipe_marked(struct workspace *workspace, struct pane *pane)
{
    size_t count = ((const struct list_pane *)pane->state)->marks.count;

    ask_begin(workspace);
    workspace->pending = pane;
    ask_line(
        workspace,
        arena_format(workspace->asking, "%zu rows, pipe as JSON to (= as text): ", count),
        NULL, NULL, pipe_answer);
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
