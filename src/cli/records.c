#include "records.h"

#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/series.h"
#include "touchbase/desk/waiting.h"
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

void records_tell(struct call *call, const struct touch_warning *warning)
{
    if (warning->words != NULL)
        output_talk(&call->out, "%s", warning->words);
    if (warning->strip != NULL)
        output_talk(&call->out, "%s", warning->strip);
}

void records_print_touch(struct call *call, const struct touch *touch)
{
    const struct desk *desk = call->desk;
    struct json json = {0};

    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        desk_touch_json(&json, desk, touch);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return;
    }
    output_print(
        &call->out, "%.*s  %s%-20s  %-9s  %s%s%s%s%s%s%s%s%s%s\n", ID_SHOWN, touch->uuid,
        touch->promise ? "!" : " ", records_due(call->arena, desk, touch->due),
        channel_name(touch->channel), touch->contact, touch->company != NULL ? " (" : "",
        records_text(touch->company), touch->company != NULL ? ")" : "",
        touch->purpose != NULL ? ": " : "", records_text(touch->purpose),
        touch->rule != NULL ? ", " : "", records_text(desk_repeats(call->arena, touch)),
        touch->outcome != OUTCOME_NONE || touch->direction == DIRECTION_IN ? ", " : "",
        touch->direction == DIRECTION_IN ? touch_told(call->arena, touch)
                                         : outcome_name(touch->outcome));
}

void records_print_waiting(struct call *call, const struct waiting *waiting)
{
    const char *text = records_text(waiting->text);
    int line = (int)strcspn(text, "\n");
    struct json json = {0};

    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        desk_waiting_json(&json, call->desk, waiting);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return;
    }
    output_print(&call->out, "%-8s %s%-9s  %s%s%s%s%s%.*s",
                 waiting_age(call->arena, desk_now(call->desk) - waiting->reached_utc),
                 desk_waiting_late(call->desk, waiting) ? "!" : " ",
                 inbound_name(waiting->kind), waiting_who(waiting),
                 waiting->company != NULL ? " (" : "", records_text(waiting->company),
                 waiting->company != NULL ? ")" : "", line > 0 ? ": " : "", line, text);
    if (waiting->count > 1)
        output_print(&call->out, "  (%d in all)", waiting->count);
    output_print(&call->out, "\n");
}

void records_print_tie(struct call *call, const struct tie *tie)
{
    struct json json = {0};

    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        desk_tie_json(&json, tie);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return;
    }
    output_print(&call->out, "%s %s%s%s  %.*s\n", tie_words(tie), tie->with.name,
                 tie->with.company != NULL ? ", " : "", records_text(tie->with.company),
                 ID_SHOWN, tie->with.uuid);
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
        desk_contact_json(&json, call->desk, contact);
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
