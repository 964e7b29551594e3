/* Notes and the drafts they are typed as. */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/notes.h"

static bool file_note(struct desk *desk, const struct contact *contact, const char *text,
                      int64_t draft_id, struct arena *arena, struct error *err)
{
    struct note note = {
        .contact_id = contact->id, .written_utc = desk_now(desk), .text = text};

    return desk_step_begin(desk, err, "note on %s", contact->name) &&
           desk_step_end(desk,
                         note_file(desk->store, arena, &note, draft_id, err) &&
                             desk_bring_into_play(desk, contact->id, arena, err),
                         err);
}

bool desk_note_file(struct desk *desk, int64_t contact_id, const char *text,
                    int64_t draft_id, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    size_t length = strlen(text);
    bool done;

    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    if (length == 0)
        done = draft_id == 0 || draft_delete(desk->store, draft_id, err);
    else
        done = desk_load_contact(desk, contact_id, arena, &contact, err) &&
               file_note(desk, &contact, text_repair(arena, text, length), draft_id,
                         arena, err);
    arena_destroy(arena);
    return done;
}

bool desk_draft_save(struct desk *desk, int64_t contact_id, const char *kind,
                     const char *text, size_t cursor, int64_t *id, struct error *err)
{
    struct draft draft = {.id = *id,
                          .contact_id = contact_id,
                          .kind = kind,
                          .started_utc = desk_now(desk),
                          .text = text,
                          .cursor = (int64_t)cursor,
                          .process = (int64_t)getpid()};

    if (!draft_save(desk->store, &draft, err))
        return false;
    *id = draft.id;
    return true;
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

    mine.process = (int64_t)getpid();
    return draft_save(desk->store, &mine, err);
}
