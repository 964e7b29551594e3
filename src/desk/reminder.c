#include "reminder.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/store/notes.h"

enum {
    WHOLE_DAY_MINUTES = 15 * 60, /* before midnight: 09:00 on the day before */
    NOTE_BYTES = 1200, /* interop.md 2: some programs cut a description beyond 4,000 */
    DRAFT_BYTES = 1600,
    LINE_BYTES = 300
};

static const char *verb_of(enum channel channel)
{
    static const char *const verbs[CHANNEL_COUNT] = {
        [CHANNEL_CALL] = "Call",
        [CHANNEL_VOICEMAIL] = "Leave a voicemail for",
        [CHANNEL_EMAIL] = "Mail",
        [CHANNEL_LETTER] = "Write a letter to",
        [CHANNEL_CARD] = "Write a card to",
        [CHANNEL_POSTCARD] = "Write a postcard to",
        [CHANNEL_FAX] = "Fax",
        [CHANNEL_VISIT] = "Visit",
        [CHANNEL_MESSAGE] = "Message",
    };

    return verbs[channel];
}

char *reminder_title(struct arena *arena, const struct touch *touch)
{
    const char *about = touch->purpose != NULL ? touch->purpose : touch->opener;
    struct buffer title = {0};
    char *text;

    buffer_add_format(&title, "%s %s", verb_of(touch->channel), touch->contact);
    if (touch->company != NULL)
        buffer_add_format(&title, " (%s)", touch->company);
    if (about != NULL)
        buffer_add_format(&title, ": %s", about);
    text = arena_string(arena, buffer_string(&title));
    buffer_free(&title);
    return text;
}

/* "LABEL: text" as a line of its own, cut behind a whole character when longer than limit
 * bytes. */
static void add_line(struct buffer *out, const char *label, const char *text,
                     size_t limit)
{
    size_t length = text == NULL ? 0 : strlen(text);
    size_t fit = 0, next = 0;

    if (length == 0)
        return;
    while (length > limit && next <= limit - 3) {
        fit = next;
        next = text_cluster_next(text, length, next);
    }
    if (out->length > 0)
        buffer_add_char(out, '\n');
    buffer_add_string(out, label);
    buffer_add(out, text, length > limit ? fit : length);
    if (length > limit)
        buffer_add_string(out, "...");
}

static void add_person(struct buffer *out, const struct contact *contact)
{
    add_line(out, "", contact->name, LINE_BYTES);
    if (contact->title != NULL)
        buffer_add_format(out, ", %s", contact->title);
    if (contact->company != NULL)
        buffer_add_format(out, ", %s", contact->company);
    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];

        if (point->kind == POINT_PHONE)
            add_line(out, "Phone: ", point->value, LINE_BYTES);
    }
    for (size_t i = 0; i < contact->point_count; i++) {
        if (contact->points[i].kind == POINT_MAIL)
            add_line(out, "Mail: ", contact->points[i].value, LINE_BYTES);
    }
}

static void add_address(struct buffer *out, const struct touch *touch,
                        const struct contact *contact)
{
    const char *address = contact_first(contact, POINT_ADDRESS);

    if (address != NULL &&
        (channel_is_post(touch->channel) || touch->channel == CHANNEL_VISIT))
        add_line(out, "Address: ", address, LINE_BYTES);
}

static void add_touch(struct buffer *out, const struct touch *touch)
{
    if (touch->promise)
        add_line(out, "", "Promised: they were told this time.", LINE_BYTES);
    add_line(out, "About: ", touch->purpose, LINE_BYTES);
    add_line(out, "Opener: ", touch->opener, LINE_BYTES);
    add_line(out, "Draft:\n", touch->draft, DRAFT_BYTES);
}

static void add_cover(struct buffer *out, struct arena *arena, const struct cover *cover)
{
    buffer_add_format(out, "\nCover: %s", cover_line(arena, cover));
    if (cover->matter != NULL)
        buffer_add_format(out, ", %s", cover->matter);
}

/* Who covers, when the touch falls into an absence. */
static void add_absence(struct buffer *out, struct arena *arena,
                        const struct touch *touch, const struct absence *absence)
{
    char day[DAY_TEXT_SIZE];

    if (absence->back != DAY_NONE && absence->back <= touch->due.day)
        return;
    if (absence->first_day != DAY_NONE && absence->first_day > touch->due.day)
        return;
    if (absence->back == DAY_NONE)
        add_line(out, "", "Away, no return date given.", LINE_BYTES);
    else
        add_line(out, "Away, back on ", day_format(absence->back, day), LINE_BYTES);
    for (size_t i = 0; i < absence->cover_count; i++)
        add_cover(out, arena, &absence->covers[i]);
}

static void add_last_note(const struct desk *desk, const struct note *note,
                          struct arena *arena, struct buffer *out)
{
    char day[DAY_TEXT_SIZE];

    day_format(zone_wall(desk->clock.zone, note->written_utc).day, day);
    add_line(out, arena_format(arena, "Last note, %s:\n", day), note->text, NOTE_BYTES);
}

/* A URI that may stand in a calendar: printable ASCII (interop.md 2). */
static const char *link_of(const struct contact *contact)
{
    const char *link = contact_first(contact, POINT_LINK);

    if (link == NULL ||
        (strncmp(link, "http://", 7) != 0 && strncmp(link, "https://", 8) != 0))
        return NULL;
    for (const char *at = link; *at != '\0'; at++) {
        if (*at <= ' ' || *at > '~' || *at == '"')
            return NULL;
    }
    return link;
}

static void describe(const struct desk *desk, const struct reminder_facts *facts,
                     struct arena *arena, struct buffer *out)
{
    add_person(out, facts->contact);
    add_address(out, facts->touch, facts->contact);
    add_touch(out, facts->touch);
    if (facts->absence != NULL)
        add_absence(out, arena, facts->touch, facts->absence);
    if (facts->note != NULL)
        add_last_note(desk, facts->note, arena, out);
}

void reminder_write(const struct desk *desk, const struct reminder_facts *facts,
                    struct arena *arena, struct reminder *out)
{
    const struct touch *touch = facts->touch;
    bool whole_day = touch->due.minute == MINUTE_NONE;
    struct buffer text = {0};

    describe(desk, facts, arena, &text);
    *out = (struct reminder){
        .uid = touch->uuid,
        .sequence = touch->sequence,
        .created_utc = touch->created_utc,
        .changed_utc = touch->changed_utc,
        .title = reminder_title(arena, touch),
        .description = arena_string(arena, buffer_string(&text)),
        .link = link_of(facts->contact),
        .due = touch->due,
        .zone = whole_day ? NULL : touch->zone,
        .due_utc = touch->due_utc,
        .alarm_minutes = whole_day ? WHOLE_DAY_MINUTES : desk->settings.alarm_minutes,
        .busy = touch->promise || touch->channel == CHANNEL_VISIT,
    };
    buffer_free(&text);
}

bool reminder_make(struct desk *desk, const struct touch *touch,
                   const struct contact *contact, struct arena *arena,
                   struct reminder *out, struct error *err)
{
    struct reminder_facts facts = {.touch = touch, .contact = contact};
    struct absence absence;
    struct note *notes;
    bool away;
    size_t count;

    if (!desk_absence_of(desk, contact->id, arena, &absence, &away, err) ||
        !notes_window(desk->store, contact->id, NULL, 1, arena, &notes, &count, err))
        return false;
    if (away)
        facts.absence = &absence;
    if (count > 0)
        facts.note = notes;
    reminder_write(desk, &facts, arena, out);
    return true;
}
