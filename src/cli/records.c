#include "records.h"

#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"
#include "touchbase/model/inbound.h"

const char *records_text(const char *text)
{
    return text != NULL ? text : "";
}

char *records_due(struct arena *arena, const struct desk *desk, struct wall due)
{
    struct date date = day_date(due.day);
    char *day = arena_format(arena, "%s %d %s", day_weekday_name(day_weekday(due.day)),
                             date.mday, day_month_name(date.month));

    if (date.year != day_date(desk_today(desk)).year)
        day = arena_format(arena, "%s %d", day, date.year);
    if (due.minute == MINUTE_NONE)
        return day;
    return arena_format(arena, "%s %02d:%02d", day, due.minute / 60, due.minute % 60);
}

char *records_time(struct arena *arena, const struct desk *desk, int64_t utc)
{
    return records_due(arena, desk, zone_wall(desk_zone(desk), utc));
}

void records_print_json(struct call *call, struct json *json)
{
    buffer_add_char(&json->text, '\n');
    output_data(&call->out, buffer_string(&json->text), json->text.length);
    buffer_clear(&json->text);
    json->comma = false;
}

void records_touch_json(struct json *json, const struct desk *desk,
                        const struct touch *touch)
{
    const struct zone *zone = desk_zone(desk);

    json_string(json, "id", touch->uuid);
    json_string(json, "contact", touch->contact);
    json_string(json, "contact_id", touch->contact_uuid);
    json_string(json, "channel", channel_name(touch->channel));
    json_string(json, "direction", touch->direction == DIRECTION_IN ? "in" : "out");
    json_due(json, "due", touch->due, touch->due_utc, zone);
    json_time(json, "done", touch->done_utc, zone);
    json_string(json, "purpose", touch->purpose);
    json_string(json, "opener", touch->opener);
    json_bool(json, "promise", touch->promise);
    json_string(json, "outcome",
                touch->outcome == OUTCOME_NONE ? NULL : outcome_name(touch->outcome));
    json_string(json, "cause", cause_name(touch->cause));
    json_string(json, "company", touch->company);
    json_string(json, "draft", touch->draft);
    json_bool(json, "late",
              touch->outcome == OUTCOME_NONE && desk_touch_late(desk, touch));
}

static void points_json(struct json *json, const char *key, const struct contact *contact,
                        enum point_kind kind)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < contact->point_count; i++) {
        if (contact->points[i].kind == kind)
            json_string(json, NULL, contact->points[i].value);
    }
    json_close(json, ']');
}

static int64_t due_utc(const struct desk *desk, struct wall due)
{
    int64_t utc = 0;

    if (due.day != DAY_NONE)
        zone_utc(desk_zone(desk), due, &utc);
    return utc;
}

void records_contact_json(struct json *json, const struct desk *desk,
                          const struct contact *contact)
{
    const struct zone *zone = desk_zone(desk);

    json_string(json, "id", contact->uuid);
    json_string(json, "name", contact->name);
    json_string(json, "company", contact->company);
    json_string(json, "stage", stage_name(contact->stage));
    points_json(json, "mails", contact, POINT_MAIL);
    points_json(json, "phones", contact, POINT_PHONE);
    json_day(json, "away_until", contact->away_until);
    json_due(json, "next_touch", contact->next_due, due_utc(desk, contact->next_due),
             zone);
    json_open(json, "tags", '[');
    for (size_t i = 0; i < contact->tag_count; i++)
        json_string(json, NULL, contact->tags[i]);
    json_close(json, ']');
    json_string(json, "title", contact->title);
    json_string(json, "city", contact->city);
    json_string(json, "zone", contact->zone);
    points_json(json, "addresses", contact, POINT_ADDRESS);
    points_json(json, "links", contact, POINT_LINK);
    json_bool(json, "do_not_contact", contact->do_not_contact);
    json_time(json, "created", contact->created_utc, zone);
    json_time(json, "last_contact", contact->last_contact_utc, zone);
}

static void cover_json(struct json *json, const struct cover *cover)
{
    json_open(json, NULL, '{');
    json_string(json, "name", cover->name);
    json_string(json, "mail", cover->mail);
    json_string(json, "phone", cover->phone);
    json_string(json, "matter", cover->matter);
    json_close(json, '}');
}

void records_absence_json(struct json *json, const struct desk *desk,
                          const struct absence *absence)
{
    const char *reason = reason_name(absence->reason);

    json_string(json, "id", absence->uuid);
    json_time(json, "at", absence->received_utc, desk_zone(desk));
    json_string(json, "state", absence_state_name(absence->state));
    json_string(json, "absence", reading_kind_name(absence->kind));
    json_day(json, "first_day", absence->first_day);
    json_day(json, "back", absence->back);
    json_string(json, "reason", *reason == '\0' ? NULL : reason);
    json_string(json, "place", absence->place);
    json_string(json, "whose", absence->whose);
    json_open(json, "cover", '[');
    for (size_t i = 0; i < absence->cover_count; i++)
        cover_json(json, &absence->covers[i]);
    json_close(json, ']');
    json_string(json, "subject", absence->subject);
    json_string(json, "text", absence->verbatim);
}

void records_entry_json(struct json *json, const struct desk *desk,
                        const struct timeline_entry *entry)
{
    switch (entry->kind) {
    case TIMELINE_TOUCH:
        json_string(json, "kind", "touch");
        records_touch_json(json, desk, entry->touch);
        break;
    case TIMELINE_NOTE:
        json_string(json, "kind", "note");
        json_string(json, "id", entry->note->uuid);
        json_time(json, "at", entry->note->written_utc, desk_zone(desk));
        json_string(json, "text", entry->note->text);
        break;
    case TIMELINE_ABSENCE:
        json_string(json, "kind", "absence");
        records_absence_json(json, desk, entry->absence);
        break;
    }
    json_string(json, "with", entry->with != NULL ? entry->with->name : NULL);
    json_string(json, "with_id", entry->with != NULL ? entry->with->uuid : NULL);
}

void records_print_touch(struct call *call, const struct touch *touch)
{
    const struct desk *desk = call->desk;
    struct json json = {0};

    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        records_touch_json(&json, desk, touch);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return;
    }
    output_print(
        &call->out, "%.*s  %s%-20s  %-9s  %s%s%s%s%s%s%s%s\n", ID_SHOWN, touch->uuid,
        touch->promise ? "!" : " ", records_due(call->arena, desk, touch->due),
        channel_name(touch->channel), touch->contact, touch->company != NULL ? " (" : "",
        records_text(touch->company), touch->company != NULL ? ")" : "",
        touch->purpose != NULL ? ": " : "", records_text(touch->purpose),
        touch->outcome != OUTCOME_NONE || touch->direction == DIRECTION_IN ? ", " : "",
        touch->direction == DIRECTION_IN ? touch_told(call->arena, touch)
                                         : outcome_name(touch->outcome));
}

void records_print_tags(struct call *call, const struct contact *contact)
{
    for (size_t i = 0; i < contact->tag_count; i++)
        output_print(&call->out, "%s%s", i == 0 ? "  #" : " #", contact->tags[i]);
}

void records_print_contact(struct call *call, const struct contact *contact)
{
    struct json json = {0};
    const char *mail = contact_first(contact, POINT_MAIL);
    const char *phone = contact_first(contact, POINT_PHONE);

    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        records_contact_json(&json, call->desk, contact);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return;
    }
    output_print(&call->out, "%.*s  %-8s  %s%s%s%s%s%s%s%s", ID_SHOWN, contact->uuid,
                 stage_name(contact->stage), contact->name,
                 contact->company != NULL ? " (" : "", records_text(contact->company),
                 contact->company != NULL ? ")" : "", mail != NULL ? "  " : "",
                 records_text(mail), phone != NULL ? "  " : "", records_text(phone));
    records_print_tags(call, contact);
    output_print(&call->out, "\n");
}

bool records_find(struct call *call, const char *who, struct contact *out,
                  struct error *err)
{
    struct contact *found = NULL;
    size_t count = 0;

    if (desk_person_find(call->desk, who, call->arena, out, &found, &count, err))
        return true;
    if (err->code != ERROR_AMBIGUOUS)
        return false;
    output_talk(&call->out, "%s:", err->text);
    for (size_t i = 0; i < count; i++) {
        const char *mail = contact_first(&found[i], POINT_MAIL);

        output_talk(&call->out, "  %.*s  %s%s%s%s%s", ID_SHOWN, found[i].uuid,
                    found[i].name, found[i].company != NULL ? ", " : "",
                    records_text(found[i].company), mail != NULL ? ", " : "",
                    records_text(mail));
    }
    err->text[0] = '\0';
    return false;
}
