#include "import_appointments.h"

#include <string.h>
#include <strings.h>

#include "records.h"
#include "touchbase/desk/appointments.h"

bool is_appointments(const struct call *call)
{
    const char *format = call->values[OPTION_FORMAT];
    const char *dot = strrchr(call->words[0], '.');

    return strcasecmp(format != NULL ? format : dot != NULL ? dot + 1 : "", "ics") == 0;
}

static void print_json(struct call *call, const struct appointment_row *row)
{
    const struct touch *touch = &row->touch;
    struct json json = {0};

    json_open(&json, NULL, '{');
    json_string(&json, "fate", fate_name(row->fate));
    json_string(&json, "uid", row->appointment->uid);
    json_string(&json, "title", row->appointment->title);
    json_string(&json, "contact", touch->contact);
    json_string(&json, "channel", channel_name(touch->channel));
    json_due(&json, "due", touch->due, touch->due_utc, desk_zone(call->desk));
    json_string(&json, "purpose", touch->purpose);
    json_bool(&json, "promise", touch->promise);
    json_bool(&json, "added", row->newcomer != NULL);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

static void print_row(struct call *call, const struct appointment_row *row)
{
    const struct touch *touch = &row->touch;

    if (call_has(call, OPTION_JSON)) {
        print_json(call, row);
        return;
    }
    output_print(&call->out, "%-9s  %-12s  %-9s  %s%s%s%s\n", fate_name(row->fate),
                 records_due(call->arena, call->desk, touch->due),
                 channel_name(touch->channel),
                 touch->contact != NULL ? touch->contact : "?",
                 row->newcomer != NULL ? " (new)" : "",
                 touch->purpose != NULL ? "  " : "", records_text(touch->purpose));
}

static void say_row(struct call *call, const struct appointment_row *row)
{
    const struct appointment *one = row->appointment;
    const char *title = one->title != NULL ? one->title : "an event without a title";

    if (one->astray != NULL && row->fate != FATE_OVER)
        output_talk(&call->out, "%s: nobody knows the zone %s; its hour is taken as here",
                    title, one->astray);
    if (row->fate == FATE_NOBODY)
        output_talk(&call->out,
                    "%s: nobody in it is on the desk; --for WHO says whose it is%s",
                    title, one->people_count > 0 ? ", --add adds who is named" : "");
    if (row->fate == FATE_REFUSED)
        output_talk(&call->out, "%s: %s is marked \"do not contact\"", title,
                    row->touch.contact);
}

static void say_totals(struct call *call, const struct appointments *appointments)
{
    const size_t *fates = appointments->fates;

    output_talk(&call->out,
                "%zu planned, %zu changed, %zu dropped as cancelled, %zu known with "
                "nothing new, %zu over, %zu of nobody on the desk%s",
                fates[FATE_NEW], fates[FATE_CHANGED], fates[FATE_CANCELLED],
                fates[FATE_KNOWN], fates[FATE_OVER],
                fates[FATE_NOBODY] + fates[FATE_REFUSED],
                call_has(call, OPTION_DRY_RUN) ? "; nothing was stored" : "");
}

static bool read_wishes(struct call *call, struct appointments_wishes *wishes,
                        struct error *err)
{
    struct contact contact;

    wishes->add = call_has(call, OPTION_ADD);
    if (!call_has(call, OPTION_FOR))
        return true;
    if (!records_find(call, call->values[OPTION_FOR], &contact, err))
        return false;
    wishes->contact_id = contact.id;
    return true;
}

bool import_appointments(struct call *call, struct error *err)
{
    bool dry = call_has(call, OPTION_DRY_RUN);
    struct appointments_wishes wishes = {0};
    struct appointments appointments;

    if (call_has(call, OPTION_UPDATE))
        return error_set(err, ERROR_USAGE,
                         "--update is for contacts; a calendar that is imported again "
                         "updates its touches");
    if (call_desk(call, dry ? DESK_LOOK : DESK_WRITE, err) == NULL ||
        !read_wishes(call, &wishes, err) ||
        !desk_appointments_read(call->desk, call->words[0], &wishes, call->arena,
                                &appointments, err) ||
        (!dry && !desk_appointments_file(call->desk, &appointments, err)))
        return false;
    for (size_t i = 0; i < appointments.count; i++) {
        print_row(call, &appointments.rows[i]);
        say_row(call, &appointments.rows[i]);
    }
    say_totals(call, &appointments);
    return true;
}
