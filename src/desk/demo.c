/* The sample desk of `touchbase --demo`, from data/demo: its people with their history
 * around today, the library, then the replies, taken in as any others are. */
#include <string.h>

#include "demo_library.h"
#include "demo_text.h"
#include "desk_private.h"
#include "touchbase/base/embedded.h"
#include "touchbase/base/ini.h"
#include "touchbase/desk/take_in.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/notes.h"
#include "touchbase/store/scripts.h"
#include "touchbase/store/touches.h"

enum { POINTS_MAX = 8 };

struct demo {
    struct desk *desk;
    struct arena *arena;
    const struct ini *ini;
    const struct ini_entry *entry; /* the line at hand */
    struct touch last;             /* done, of the lines before it */
    struct error *err;
};

static bool wrong(const struct demo *demo, const char *what)
{
    return ini_error(demo->err, demo->ini, demo->entry, "%s", what);
}

static bool open_ini(struct arena *arena, const char *name, struct ini *ini,
                     struct error *err)
{
    const struct embedded_file *file = embedded_find(name);

    if (file == NULL)
        return error_set(err, ERROR_FAILED, "%s is missing from the program", name);
    return ini_parse(arena, name, file->text, file->size, ini, err);
}

static int64_t utc_of(const struct demo *demo, struct wall wall)
{
    int64_t utc;

    zone_utc(demo->desk->clock.zone, wall, &utc);
    return utc;
}

/* Takes "DAY HH:MM" off the front of *rest. */
static bool take_wall(const struct demo *demo, const char **rest, struct wall *out)
{
    const char *day = demo_word(demo->arena, rest);
    const char *minute = demo_word(demo->arena, rest);

    return (demo_day(day, desk_today(demo->desk), &out->day) &&
            demo_minute(minute, &out->minute)) ||
           wrong(demo, "no day and time");
}

static bool add_note(struct demo *demo, int64_t contact_id)
{
    const char *rest = demo->entry->value;
    struct note note = {.contact_id = contact_id};
    struct wall wall;

    if (!take_wall(demo, &rest, &wall))
        return false;
    note.written_utc = utc_of(demo, wall);
    note.text = demo_text(demo->arena, rest, desk_today(demo->desk));
    return note_file(demo->desk->store, demo->arena, &note, 0, demo->err);
}

static const char *text_or_null(const char *text)
{
    return *text == '\0' ? NULL : text;
}

static bool take_channel(const struct demo *demo, const char **rest, struct touch *touch)
{
    int channel = channel_from_name(demo_word(demo->arena, rest));

    touch->channel = (enum channel)channel;
    return channel >= 0 || wrong(demo, "no channel");
}

static struct touch new_touch(const struct demo *demo, int64_t contact_id)
{
    return (struct touch){.contact_id = contact_id,
                          .direction = DIRECTION_OUT,
                          .before_due = {DAY_NONE, MINUTE_NONE},
                          .created_utc = desk_now(demo->desk)};
}

static bool add_done(struct demo *demo, int64_t contact_id)
{
    const char *rest = demo->entry->value;
    struct touch touch = new_touch(demo, contact_id);
    struct wall wall;
    int outcome;

    if (!take_wall(demo, &rest, &wall) || !take_channel(demo, &rest, &touch))
        return false;
    outcome = outcome_from_name(demo_word(demo->arena, &rest));
    if (outcome <= 0 || !outcome_fits((enum outcome)outcome, touch.channel))
        return wrong(demo, "no outcome of that channel");
    touch.outcome = (enum outcome)outcome;
    touch.purpose = text_or_null(rest);
    desk_set_due(demo->desk, &touch, wall);
    touch.done_utc = touch.due_utc;
    touch.created_utc = touch.due_utc;
    if (!touch_insert(demo->desk->store, demo->arena, &touch, demo->err))
        return false;
    demo->last = touch;
    return true;
}

/* The words that went with the touch of the line before. */
static bool add_said(struct demo *demo, int64_t contact_id)
{
    struct script script = {
        .contact_id = contact_id,
        .touch_id = demo->last.id,
        .channel = demo->last.channel,
        .text = demo_text(demo->arena, demo->entry->value, desk_today(demo->desk)),
        .used_utc = demo->last.done_utc,
        .created_utc = demo->last.done_utc,
    };

    return script_insert(demo->desk->store, demo->arena, &script, demo->err);
}

static bool add_touch(struct demo *demo, int64_t contact_id)
{
    const char *rest = demo->entry->value;
    struct touch touch = new_touch(demo, contact_id);
    struct wall wall;

    if (!take_wall(demo, &rest, &wall) || !take_channel(demo, &rest, &touch))
        return false;
    touch.promise = *rest == '!';
    if (touch.promise)
        demo_word(demo->arena, &rest);
    touch.purpose = text_or_null(rest);
    desk_set_due(demo->desk, &touch, wall);
    return touch_insert(demo->desk->store, demo->arena, &touch, demo->err);
}

/* One line about who the person is; those of their history change nothing here. */
static void take_field(const struct demo *demo, struct contact *contact,
                       struct point *points)
{
    const struct {
        const char *key;
        const char **field;
    } fields[] = {{"company", &contact->company},
                  {"title", &contact->title},
                  {"city", &contact->city},
                  {"zone", &contact->zone}};
    const char *key = demo->entry->key, *value = demo->entry->value;
    bool phone = strcmp(key, "phone") == 0;

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(key, fields[i].key) == 0)
            *fields[i].field = value;
    }
    if ((phone || strcmp(key, "mail") == 0) && contact->point_count < POINTS_MAX)
        points[contact->point_count++] =
            (struct point){phone ? POINT_PHONE : POINT_MAIL, value, NULL};
    if (strcmp(key, "stage") == 0 && stage_from_name(value) >= 0)
        contact->stage = (enum stage)stage_from_name(value);
}

static bool take_since(const struct demo *demo, struct contact *contact)
{
    struct wall wall = {.minute = 9 * 60};

    if (!demo_day(demo->entry->value, desk_today(demo->desk), &wall.day))
        return wrong(demo, "no day");
    contact->created_utc = contact->changed_utc = utc_of(demo, wall);
    return true;
}

static bool add_history(struct demo *demo, int64_t contact_id)
{
    static const struct {
        const char *key;
        bool (*add)(struct demo *demo, int64_t contact_id);
    } kinds[] = {
        {"note", add_note}, {"done", add_done}, {"said", add_said}, {"touch", add_touch}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(demo->entry->key, kinds[i].key) == 0)
            return kinds[i].add(demo, contact_id);
    }
    return true;
}

/* The lines from first to end are one person. */
static bool add_person(struct demo *demo, size_t first, size_t end)
{
    struct point points[POINTS_MAX];
    struct contact contact = {.name = demo->ini->entries[first].section,
                              .points = points,
                              .away_until = DAY_NONE,
                              .created_utc = desk_now(demo->desk),
                              .changed_utc = desk_now(demo->desk)};

    for (size_t i = first; i < end; i++) {
        demo->entry = &demo->ini->entries[i];
        take_field(demo, &contact, points);
        if (strcmp(demo->entry->key, "since") == 0 && !take_since(demo, &contact))
            return false;
    }
    if (!contact_insert(demo->desk->store, demo->arena, &contact, demo->err))
        return false;
    for (size_t i = first; i < end; i++) {
        demo->entry = &demo->ini->entries[i];
        if (!add_history(demo, contact.id))
            return false;
    }
    return true;
}

typedef bool (*section_fn)(struct demo *demo, size_t first, size_t end);

static bool for_each_section(struct demo *demo, section_fn each)
{
    const struct ini *ini = demo->ini;
    size_t end;

    for (size_t first = 0; first < ini->count; first = end) {
        for (end = first + 1; end < ini->count; end++) {
            if (ini->entries[end].section != ini->entries[first].section)
                break;
        }
        if (!each(demo, first, end))
            return false;
    }
    return true;
}

static bool fill_message(struct demo *demo, size_t first, size_t end,
                         struct message *message, bool *start)
{
    static const struct message_header headers[] = {{"Auto-Submitted", "auto-replied"}};
    struct wall wall = {DAY_NONE, MINUTE_NONE};

    *message = (struct message){
        .source = demo->ini->name,
        .id = demo->ini->entries[first].section,
        .message_id = arena_format(demo->arena, "%s@touchbase-demo.example",
                                   demo->ini->entries[first].section),
        .has_date = true,
        .headers = headers,
        .header_count = 1,
        .text = "",
    };
    for (size_t i = first; i < end; i++) {
        const char *key = demo->ini->entries[i].key;
        const char *value = demo->ini->entries[i].value;

        demo->entry = &demo->ini->entries[i];
        if (strcmp(key, "from") == 0)
            message->from.mail = value;
        else if (strcmp(key, "received") == 0 && !take_wall(demo, &value, &wall))
            return false;
        else if (strcmp(key, "subject") == 0)
            message->subject = value;
        else if (strcmp(key, "text") == 0)
            message->text = demo_text(demo->arena, value, desk_today(demo->desk));
        else if (strcmp(key, "start") == 0)
            *start = strcmp(value, "yes") == 0;
    }
    if (message->text == NULL || wall.day == DAY_NONE)
        return wrong(demo, "no reply: a day in it, or its own, is missing");
    message->text_length = strlen(message->text);
    message->date_day = wall.day;
    message->date_minute = wall.minute;
    message->date_utc = utc_of(demo, wall);
    return true;
}

static bool add_reply(struct demo *demo, size_t first, size_t end)
{
    struct desk *desk = demo->desk;
    struct take_in take_in = {.arena = demo->arena, .heard_whole = true};
    struct take_in_result result;
    bool start = false;

    if (!fill_message(demo, first, end, &take_in.message, &start))
        return false;
    take_in.collected = !start;
    autoreply_read(desk->reader, demo->arena, &take_in.message, desk->settings.date_order,
                   &take_in.reading);
    return take_in_weigh(desk, 0, &take_in, demo->err) &&
           take_in_file(desk, &take_in, start ? TAKE_IN_ACCEPT : TAKE_IN_PROPOSE, false,
                        &result, demo->err);
}

static bool fill(struct demo *demo)
{
    struct ini people, library, replies;
    bool done;

    if (!open_ini(demo->arena, "demo/people.ini", &people, demo->err) ||
        !open_ini(demo->arena, "demo/library.ini", &library, demo->err) ||
        !open_ini(demo->arena, "demo/replies.ini", &replies, demo->err) ||
        !desk_step_begin(demo->desk, demo->err, "sample desk"))
        return false;
    demo->ini = &people;
    done = for_each_section(demo, add_person) &&
           demo_library(demo->desk, demo->arena, &library, demo->err);
    done = desk_step_end(demo->desk, done, demo->err);
    demo->ini = &replies;
    done = done && for_each_section(demo, add_reply);
    demo->ini = NULL;
    return done;
}

bool desk_demo_fill(struct desk *desk, struct error *err)
{
    struct demo demo = {.desk = desk, .arena = arena_create(), .err = err};
    int64_t window = desk->window;
    bool filled;

    /* Not this window's doing: `u` asks before it takes a piece of the sample away. */
    desk->window = 0;
    if (desk->reader == NULL)
        desk->reader = autoreply_open(err);
    filled = desk->reader != NULL && fill(&demo);
    desk->window = window;
    arena_destroy(demo.arena);
    return filled;
}
