#include "event_play_key.h"

#include <ctype.h>
#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/model/event_play.h"

static const char *const anchor_words[ANCHOR_COUNT] = {
    [ANCHOR_NOW] = " after now",
    [ANCHOR_FIRST_DAY] = " after first day",
    [ANCHOR_BACK] = " after back",
};

static struct event_play *find(struct key_reader *reader, const char *name)
{
    for (size_t i = 0; i < reader->out->event_count; i++)
        if (text_same_folded(reader->events[i].name, name))
            return &reader->events[i];
    return NULL;
}

static struct event_play *begin(struct key_reader *reader, const char *name)
{
    size_t count = reader->out->event_count;
    reader->events = arena_grow(reader->arena, reader->events, count, count + 1,
                                sizeof *reader->events, &reader->event_capacity);
    reader->events[count] = (struct event_play){.name = name};
    reader->out->events = reader->events;
    reader->out->event_count = count + 1;
    return &reader->events[count];
}

static bool bad_trigger(struct key_reader *reader, const struct ini_entry *entry)
{
    const char *words = "";
    for (int i = 0; i < TRIGGER_COUNT; i++)
        if (i != TRIGGER_ABSENCE)
            words = arena_format(reader->arena, "%s%s, ", words,
                                 trigger_name((enum trigger)i));
    return key_bad(reader, entry,
                   arena_format(reader->arena, "%sor the reason of an absence", words));
}

static bool read_trigger(struct key_reader *reader, const struct ini_entry *entry,
                         struct event_play *play)
{
    for (int i = 0; i < TRIGGER_COUNT; i++) {
        if (i == TRIGGER_ABSENCE ||
            strcmp(trigger_name((enum trigger)i), entry->value) != 0)
            continue;
        play->trigger = (enum trigger)i;
        return key_once(reader, entry);
    }
    int reason = *entry->value ? reason_from_name(entry->value) : -1;
    if (reason < 0)
        return bad_trigger(reader, entry);
    play->trigger = TRIGGER_ABSENCE;
    play->reason = (enum reason)reason;
    return key_once(reader, entry);
}

/* Takes the text before the next comma, without blanks around it, and goes behind it. */
static const char *take_part(struct arena *arena, const char **at)
{
    const char *start = *at + strspn(*at, " ");
    size_t length = strcspn(start, ",");
    *at = start + length + (start[length] == ',');
    while (length > 0 && isspace((unsigned char)start[length - 1]))
        length--;
    return arena_copy(arena, start, length);
}

/* "3 working days after back"; without an anchor it is counted from now. */
static bool read_when(struct arena *arena, const char *text, struct play_touch *touch)
{
    size_t length = strlen(text);
    touch->anchor = ANCHOR_NOW;
    for (int i = 0; i < ANCHOR_COUNT; i++) {
        size_t behind = strlen(anchor_words[i]);
        if (length < behind || strcmp(text + length - behind, anchor_words[i]) != 0)
            continue;
        touch->anchor = (enum anchor)i;
        text = arena_copy(arena, text, length - behind);
        break;
    }
    return key_offset(arena, text, &touch->after);
}

/* Of a file the first touch begins the list anew; an empty one leaves it empty. */
static struct play_touch *next_touch(struct key_reader *reader,
                                     const struct ini_entry *entry,
                                     struct event_play *play)
{
    size_t count = key_earlier(reader->ini, entry) ? play->touch_count : 0;
    struct play_touch *touches =
        arena_array(reader->arena, count + 1, sizeof *play->touches);
    for (size_t i = 0; i < count; i++)
        touches[i] = play->touches[i];
    play->touches = touches;
    play->touch_count = count + (*entry->value != '\0');
    return &touches[count];
}

static bool read_touch(struct key_reader *reader, const struct ini_entry *entry,
                       struct event_play *play)
{
    struct play_touch *touch = next_touch(reader, entry, play);
    const char *at = entry->value;
    int channel = channel_from_name(take_part(reader->arena, &at));
    if (!*entry->value)
        return true;
    if (channel < 0 || !read_when(reader->arena, take_part(reader->arena, &at), touch))
        return key_bad(reader, entry,
                       arena_format(reader->arena,
                                    "\"CHANNEL, WHEN, PURPOSE\", WHEN %s, which may go "
                                    "on with \"after first day\" or \"after back\"",
                                    key_offset_words));
    touch->channel = (enum channel)channel;
    at += strspn(at, " ");
    touch->item = *at == '+';
    at += touch->item + strspn(at + touch->item, " ");
    touch->purpose = *at ? at : NULL;
    return key_wording(reader, entry);
}

/* Did a touch stand above the entry in its section of this file? */
static bool has_touch(const struct ini *ini, const struct ini_entry *entry)
{
    for (const struct ini_entry *e = ini->entries; e < entry; e++)
        if (strcmp(e->key, "touch") == 0 && strcmp(e->section, entry->section) == 0)
            return true;
    return false;
}

/* Opener and draft belong to the touch above them. */
static bool read_text(struct key_reader *reader, const struct ini_entry *entry,
                      struct event_play *play)
{
    if (play->touch_count == 0 || !has_touch(reader->ini, entry))
        return ini_error(reader->err, reader->ini, entry,
                         "%s belongs to a touch: write \"touch = ...\" above it",
                         entry->key);
    struct play_touch *touch = &play->touches[play->touch_count - 1];
    *(strcmp(entry->key, "opener") == 0 ? &touch->opener : &touch->draft) =
        *entry->value ? entry->value : NULL;
    return key_wording(reader, entry);
}

bool key_event_play(struct key_reader *reader, const struct ini_entry *entry,
                    const char *name, bool *known)
{
    struct event_play *play = find(reader, name);
    bool is_trigger = strcmp(entry->key, "trigger") == 0;
    *known = play || is_trigger;
    if (!*known)
        return true;
    if (!play)
        play = begin(reader, name);
    play->where = key_where(reader, entry);
    if (is_trigger)
        return read_trigger(reader, entry, play);
    if (strcmp(entry->key, "touch") == 0)
        return read_touch(reader, entry, play);
    if (strcmp(entry->key, "opener") == 0 || strcmp(entry->key, "draft") == 0)
        return read_text(reader, entry, play);
    return ini_error(reader->err, reader->ini, entry,
                     "there is no key \"%s\" in [%s]; there are trigger, touch, opener "
                     "and draft",
                     entry->key, entry->section);
}
