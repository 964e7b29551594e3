/* Notes and the drafts they are typed as. */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/notes.h"

bool desk_note_insert(struct desk *desk, int64_t contact_id, const char *text,
                      int64_t draft_id, struct arena *arena, struct error *err)
{
    struct note note = {
        .contact_id = contact_id, .written_utc = desk_now(desk), .text = text};

    return note_file(desk->store, arena, &note, draft_id, err) &&
           desk_bring_into_play(desk, contact_id, arena, err);
}

static bool file_note(struct desk *desk, const struct contact *contact, const char *text,
                      int64_t draft_id, struct arena *arena, struct error *err)
{
    return desk_step_begin(desk, err, "note on %s", contact->name) &&
           desk_step_end(desk,
                         desk_note_insert(desk, contact->id, text, draft_id, arena, err),
                         err);
}

size_t desk_text_length(const char *text)
{
    size_t length = strlen(text);

    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    return length;
}

char *desk_text_repair(struct arena *arena, const char *text)
{
    size_t length = text == NULL ? 0 : desk_text_length(text);

    return length == 0 ? NULL : text_repair(arena, text, length);
}

bool desk_note_file(struct desk *desk, int64_t contact_id, const char *text,
                    int64_t draft_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    size_t length = desk_text_length(text);
    bool done;

    if (length == 0)
        done = draft_id == 0 || draft_delete(desk->store, draft_id, err);
    else
        done = desk_load_contact(desk, contact_id, arena, &contact, err) &&
               file_note(desk, &contact, text_repair(arena, text, length), draft_id,
                         arena, err);
    arena_destroy(arena);
    return done;
}

static bool change_note(struct desk *desk, struct note *note, int64_t draft_id,
                        struct arena *arena, struct error *err)
{
    struct contact contact;
    bool done;

    if (!desk_load_contact(desk, note->contact_id, arena, &contact, err) ||
        !desk_step_begin(desk, err, "change of a note on %s", contact.name))
        return false;
    done = note_update(desk->store, note, NULL, err) &&
           (draft_id == 0 || draft_delete(desk->store, draft_id, err));
    return desk_step_end(desk, done, err);
}

bool desk_note_change(struct desk *desk, int64_t note_id, const char *text,
                      int64_t draft_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct note *note = NULL;
    size_t length = desk_text_length(text);
    bool done = note_by_id(desk->store, note_id, arena, &note, err);

    if (done && note == NULL)
        done = error_set(err, ERROR_NOT_FOUND, "this note is not on the desk any more");
    else if (done && length == 0)
        done = error_set(err, ERROR_USAGE,
                         "an empty note says nothing; :undo takes it back");
    if (done) {
        note->text = text_repair(arena, text, length);
        done = change_note(desk, note, draft_id, arena, err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_draft_save(struct desk *desk, struct draft *draft, struct error *err)
{
    if (draft->started_utc == 0)
        draft->started_utc = desk_now(desk);
    draft->process = (int64_t)getpid();
    return draft_save(desk->store, draft, err);
}

bool desk_draft_drop(struct desk *desk, int64_t id, struct error *err)
{
    return draft_delete(desk->store, id, err);
}

bool desk_draft_orphans(struct desk *desk, struct arena *arena, struct draft **drafts,
                        size_t *count, struct error *err)
{
    return drafts_left(desk->store, arena, drafts, count, err);
}

bool desk_draft_adopt(struct desk *desk, const struct draft *draft, struct error *err)
{
    struct draft mine = *draft;

    return desk_draft_save(desk, &mine, err);
}
