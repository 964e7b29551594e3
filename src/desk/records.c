#include "touchbase/desk/records.h"

#include "touchbase/desk/agenda.h"

void desk_touch_json(struct json *json, const struct desk *desk,
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
    if (touch->talked > 0)
        json_number(json, "seconds", touch->talked);
    json_string(json, "repeats", touch->rule);
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

void desk_contact_json(struct json *json, const struct desk *desk,
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

void desk_tie_json(struct json *json, const struct tie *tie)
{
    json_string(json, "kind", link_kind_name(tie->kind));
    json_string(json, "words", tie_words(tie));
    json_string(json, "id", tie->with.uuid);
    json_string(json, "name", tie->with.name);
    json_string(json, "company", tie->with.company);
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

void desk_absence_json(struct json *json, const struct desk *desk,
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

void desk_entry_json(struct json *json, const struct desk *desk,
                     const struct timeline_entry *entry)
{
    switch (entry->kind) {
    case TIMELINE_TOUCH:
        json_string(json, "kind", "touch");
        desk_touch_json(json, desk, entry->touch);
        json_string(json, "said", entry->script != NULL ? entry->script->text : NULL);
        break;
    case TIMELINE_NOTE:
        json_string(json, "kind", "note");
        json_string(json, "id", entry->note->uuid);
        json_time(json, "at", entry->note->written_utc, desk_zone(desk));
        json_string(json, "text", entry->note->text);
        break;
    case TIMELINE_ABSENCE:
        json_string(json, "kind", "absence");
        desk_absence_json(json, desk, entry->absence);
        break;
    case TIMELINE_MESSAGE:
        json_string(json, "kind", "message");
        json_string(json, "id", entry->script->uuid);
        json_time(json, "at", entry->utc, desk_zone(desk));
        json_string(json, "channel", channel_name(entry->script->channel));
        json_string(json, "said", entry->script->text);
        break;
    }
    json_string(json, "with", entry->with != NULL ? entry->with->name : NULL);
    json_string(json, "with_id", entry->with != NULL ? entry->with->uuid : NULL);
}
