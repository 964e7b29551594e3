#include "touchbase/model/script.h"

#include <string.h>

#include "ascii.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

enum { FIELD_NAME_MAX = 40 };

static const char subject_word[] = "subject:";

static const char *copy_line(struct arena *arena, const char *at)
{
    size_t length = strcspn(at, "\n");
    while (length > 0 && strchr(" \t", at[length - 1]))
        length--;
    return arena_copy(arena, at, length);
}

const char *script_body(const char *text)
{
    const char *at = text;
    if (ascii_begins(at, subject_word))
        at += strcspn(at, "\n");
    return at + strspn(at, "\n");
}

const char *script_subject(struct arena *arena, const char *text)
{
    if (!ascii_begins(text, subject_word))
        return "";
    text += strlen(subject_word);
    return copy_line(arena, text + strspn(text, " \t"));
}

const char *script_title(struct arena *arena, const char *text)
{
    const char *subject = script_subject(arena, text);
    return *subject ? subject : copy_line(arena, script_body(text));
}

static bool same_way(enum channel a, enum channel b)
{
    bool on_phone = (a == CHANNEL_CALL || a == CHANNEL_VOICEMAIL) &&
                    (b == CHANNEL_CALL || b == CHANNEL_VOICEMAIL);
    return a == b || on_phone;
}

const struct script *script_choose(const struct script *scripts, size_t count,
                                   int64_t touch_id, enum channel channel)
{
    const struct script *free = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct script *script = &scripts[i];
        if (touch_id && script->touch_id == touch_id)
            return script;
        if (!free && !script->touch_id && !script->used_utc &&
            same_way(script->channel, channel))
            free = script;
    }
    return free;
}

bool script_is_used(enum outcome outcome)
{
    return outcome_is_contact(outcome) || outcome == OUTCOME_VOICEMAIL;
}

/* The name between a brace and the next of its line, *at behind that; NULL when there is
 * none. */
static const char *read_name(struct arena *arena, const char **at)
{
    const char *start = *at + 1;
    size_t length = strcspn(start, "{}\n");
    if (start[length] != '}' || length > FIELD_NAME_MAX)
        return NULL;
    *at = start + length + 1;
    return text_fold(arena, arena_copy(arena, start, length));
}

static const struct script_fact *find_fact(const struct script_fact *facts, size_t count,
                                           const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(facts[i].name, name) == 0)
            return &facts[i];
    return NULL;
}

bool script_has(struct arena *arena, const char *text, const char *name)
{
    while ((text = strchr(text, '{')) != NULL) {
        const char *found = read_name(arena, &text);
        if (found && strcmp(found, name) == 0)
            return true;
        text += !found;
    }
    return false;
}

struct filling {
    struct arena *arena;
    struct buffer text;
    struct script_filled *out;
    size_t capacity; /* of out->gaps */
};

static void add_gap(struct filling *filling, const char *name)
{
    struct script_filled *out = filling->out;
    struct script_gap gap = {.start = filling->text.length, .name = name};
    buffer_add_format(&filling->text, "[%s?]", name);
    gap.end = filling->text.length;
    out->gaps = arena_grow(filling->arena, out->gaps, out->gap_count, out->gap_count + 1,
                           sizeof *out->gaps, &filling->capacity);
    out->gaps[out->gap_count++] = gap;
}

void script_fill(struct arena *arena, const char *text, const struct script_fact *facts,
                 size_t fact_count, struct script_filled *out)
{
    struct filling filling = {.arena = arena, .out = out};
    *out = (struct script_filled){0};
    while (*text) {
        const char *name = *text == '{' ? read_name(arena, &text) : NULL;
        const struct script_fact *fact = name ? find_fact(facts, fact_count, name) : NULL;
        if (!name) {
            buffer_add_char(&filling.text, *text++);
        } else if (fact && fact->value) {
            buffer_add_string(&filling.text, fact->value);
            out->brings = out->brings || fact->brings;
            out->against = out->against ? out->against : fact->against;
        } else {
            add_gap(&filling, name);
        }
    }
    out->text = arena_copy(arena, buffer_string(&filling.text), filling.text.length);
    buffer_free(&filling.text);
}
