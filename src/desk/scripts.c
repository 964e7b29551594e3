#include "touchbase/desk/scripts.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/scripts.h"

enum { CHOSEN_FROM = 200 };

bool desk_scripts(struct desk *desk, bool retired, int64_t after, size_t limit,
                  struct arena *arena, struct script **scripts, size_t *count,
                  struct error *err)
{
    return scripts_window(desk->store, retired, after, limit, arena, scripts, count, err);
}

bool desk_scripts_of(struct desk *desk, int64_t contact_id, size_t limit,
                     struct arena *arena, struct script **scripts, size_t *count,
                     struct error *err)
{
    return scripts_of(desk->store, contact_id, limit, arena, scripts, count, err);
}

bool desk_script_get(struct desk *desk, int64_t id, struct arena *arena,
                     struct script *out, struct error *err)
{
    struct script *found = NULL;

    if (!script_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND,
                         "this message is not on the desk any more");
    *out = *found;
    return true;
}

/* What is typed already when somebody begins. */
static const char *first_words(struct arena *arena, const struct touch *touch,
                               enum channel channel)
{
    const char *words = touch->draft != NULL    ? touch->draft
                        : touch->opener != NULL ? "{opener}\n"
                                                : "";

    if (channel != CHANNEL_EMAIL)
        return words;
    return arena_format(arena, "Subject: %s\n\n%s",
                        touch->purpose != NULL ? touch->purpose : "", words);
}

bool desk_script_for(struct desk *desk, int64_t contact_id, int64_t touch_id,
                     enum channel channel, struct arena *arena, struct script *out,
                     struct error *err)
{
    const struct script *chosen;
    struct touch touch = {0};
    struct script *scripts;
    size_t count;

    if (!scripts_of(desk->store, contact_id, CHOSEN_FROM, arena, &scripts, &count, err))
        return false;
    chosen = script_choose(scripts, count, touch_id, channel);
    if (chosen != NULL) {
        *out = *chosen;
        return true;
    }
    if (touch_id != 0 && !desk_load_touch(desk, touch_id, arena, &touch, err))
        return false;
    *out = (struct script){.channel = channel,
                           .contact_id = contact_id,
                           .touch_id = touch_id,
                           .text = first_words(arena, &touch, channel)};
    return true;
}

static bool drop_draft(struct desk *desk, int64_t draft_id, struct error *err)
{
    return draft_id == 0 || draft_delete(desk->store, draft_id, err);
}

static bool put(struct desk *desk, struct script *script, struct arena *arena,
                struct error *err)
{
    bool refers = script_has(arena, script->text, "reference");

    if (script->id == 0)
        script->created_utc = desk_now(desk);
    return (script->id != 0 ? script_update(desk->store, script, err)
                            : script_insert(desk->store, arena, script, err)) &&
           desk_reference_filed(desk, script->touch_id, refers, arena, err);
}

static bool begin(struct desk *desk, const struct script *script, const char *verb,
                  struct arena *arena, struct error *err)
{
    struct contact contact;

    if (script->contact_id == 0)
        return desk_step_begin(desk, err, "%smessage %s", verb,
                               script_title(arena, script->text));
    return desk_load_contact(desk, script->contact_id, arena, &contact, err) &&
           desk_step_begin(desk, err, "%smessage to %s", verb, contact.name);
}

/* Nothing was written, or nothing is left of it. */
static bool file_nothing(struct desk *desk, const struct script *script, int64_t draft_id,
                         struct arena *arena, struct error *err)
{
    struct script stored = {0};

    if (script->id == 0)
        return drop_draft(desk, draft_id, err);
    return desk_script_get(desk, script->id, arena, &stored, err) &&
           begin(desk, &stored, "no more ", arena, err) &&
           desk_step_end(
               desk,
               script_delete(desk->store, script->id, err) &&
                   desk_reference_filed(desk, stored.touch_id, false, arena, err) &&
                   drop_draft(desk, draft_id, err),
               err);
}

/* Only what was typed is changed: the row may have been used or retired meanwhile. */
static bool keep_stored(struct desk *desk, struct script *script, struct arena *arena,
                        struct error *err)
{
    struct script stored;

    if (script->id == 0)
        return true;
    if (!desk_script_get(desk, script->id, arena, &stored, err)) {
        script->id = 0; /* removed elsewhere: what was typed is filed all the same */
        script->uuid = NULL;
        return err->code == ERROR_NOT_FOUND;
    }
    stored.text = script->text;
    stored.channel = script->channel;
    *script = stored;
    return true;
}

bool desk_script_file(struct desk *desk, struct script *script, int64_t draft_id,
                      struct arena *arena, struct error *err)
{
    script->text = desk_text_repair(arena, script->text);
    if (script->text == NULL || *script_title(arena, script->text) == '\0')
        return file_nothing(desk, script, draft_id, arena, err);
    return keep_stored(desk, script, arena, err) &&
           begin(desk, script, script->id == 0 ? "" : "change of ", arena, err) &&
           desk_step_end(desk,
                         put(desk, script, arena, err) && drop_draft(desk, draft_id, err),
                         err);
}

bool desk_script_retire(struct desk *desk, int64_t id, bool retired, struct error *err)
{
    struct arena *arena = arena_create();
    struct script script;
    bool done = desk_script_get(desk, id, arena, &script, err);

    if (done) {
        script.retired = retired;
        done =
            begin(desk, &script, retired ? "retirement of " : "return of ", arena, err) &&
            desk_step_end(desk, script_update(desk->store, &script, err), err);
    }
    arena_destroy(arena);
    return done;
}

/* From now on it stands as it went out: what its fields stood for changes. touch NULL: it
 * went with none. */
static bool keep_words(struct desk *desk, struct script *script,
                       const struct touch *touch, struct arena *arena, struct error *err)
{
    struct script_filled filled;
    struct script_fact *facts;
    size_t count;

    if (!desk_script_facts(desk, script->contact_id, script->touch_id, script->channel,
                           arena, &facts, &count, err))
        return false;
    if (script_has(arena, script->text, "reference") &&
        !desk_reference_used(desk, script, touch, arena, err))
        return false;
    script_fill(arena, script->text, facts, count, &filled);
    if (*filled.text != '\0')
        script->text = filled.text;
    return script_update(desk->store, script, err);
}

bool desk_script_said(struct desk *desk, const struct touch *touch, struct arena *arena,
                      struct error *err)
{
    struct script *script;

    return script_of_touch(desk->store, touch->id, arena, &script, err) &&
           (script == NULL || keep_words(desk, script, touch, arena, err));
}

bool desk_script_used(struct desk *desk, const struct script *script, struct error *err)
{
    struct arena *arena = arena_create();
    struct script used;
    bool done = desk_script_get(desk, script->id, arena, &used, err);

    if (done && used.touch_id == 0 && used.contact_id != 0) {
        used.used_utc = desk_now(desk);
        done = begin(desk, &used, "use of ", arena, err) &&
               desk_step_end(desk, keep_words(desk, &used, NULL, arena, err), err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_script_ready(struct desk *desk, const struct script *script,
                       struct arena *arena, const char **subject, const char **words,
                       struct error *err)
{
    struct script_filled filled;
    struct script_fact *facts;
    struct contact contact;
    size_t count;

    if (!desk_load_contact(desk, script->contact_id, arena, &contact, err) ||
        !desk_may_reach(&contact, err) ||
        !desk_script_facts(desk, script->contact_id, script->touch_id, script->channel,
                           arena, &facts, &count, err))
        return false;
    script_fill(arena, script->text, facts, count, &filled);
    if (filled.gap_count > 0)
        return error_set(err, ERROR_FAILED,
                         "{%s} is not known of %s: write it there, or take it out",
                         filled.gaps[0].name, contact.name);
    *subject = script_subject(arena, filled.text);
    *words = script_body(filled.text);
    return **words != '\0' || script->channel == CHANNEL_EMAIL ||
           error_set(err, ERROR_FAILED, "the message has no words yet");
}

char *desk_script_mailto(struct desk *desk, const struct script *script,
                         struct arena *arena, struct error *err)
{
    const char *subject, *words;

    if (!desk_script_ready(desk, script, arena, &subject, &words, err))
        return NULL;
    return desk_mailto(desk, script->contact_id, *subject != '\0' ? subject : NULL,
                       *words != '\0' ? words : NULL, arena, err);
}
