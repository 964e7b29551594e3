/* What is taken in becomes records: the absence, what its plan changes, and what it
 * replaces, in one step. */
#include "take_in_private.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/answers.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"

/* A message was left after the greeting: a call done, its words to come. */
static bool file_voicemail(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct touch touch = {
        .contact_id = take_in->contact.id,
        .channel = CHANNEL_CALL,
        .direction = DIRECTION_OUT,
        .outcome = OUTCOME_VOICEMAIL,
        .purpose = "left a message after the greeting",
        .cause = CAUSE_HAND,
        .before_due = {DAY_NONE, MINUTE_NONE},
        .done_utc = desk_now(desk),
        .created_utc = desk_now(desk),
        .changed_utc = desk_now(desk),
    };

    if (!take_in->message_left)
        return true;
    desk_set_due(desk, &touch, desk_wall(desk));
    return touch_insert(desk->store, take_in->arena, &touch, err);
}

static bool add_stranger_contact(struct desk *desk, struct take_in *take_in,
                                 struct error *err)
{
    struct contact contact = take_in_sender(desk, take_in);

    if (contact.name == NULL)
        return error_set(err, ERROR_USAGE,
                         "%s does not say who wrote it: say whose it is",
                         take_in->message.source);
    if (!contact_insert(desk->store, take_in->arena, &contact, err))
        return false;
    take_in->has_contact = true;
    take_in->contact = contact;
    return take_in_weigh(desk, contact.id, take_in, err);
}

/* Does the play run now, or wait for a person? */
static bool starts(const struct take_in *take_in, enum take_in_how how)
{
    return how == TAKE_IN_ACCEPT ||
           (how == TAKE_IN_START && take_in->plan.verdict == PLAN_STARTS);
}

static bool store_record(struct desk *desk, struct take_in *take_in,
                         struct absence *record, struct error *err)
{
    if (record->id == 0)
        return absence_insert(desk->store, take_in->arena, record, err);
    return absence_update(desk->store, record, NULL, err);
}

static bool replace(struct desk *desk, const struct absence *absence, struct error *err)
{
    struct absence earlier = *absence;

    earlier.state = ABSENCE_REPLACED;
    earlier.questions = 0;
    return absence_update(desk->store, &earlier, NULL, err);
}

/* What waited under To confirm for the same time away has been overtaken. */
static bool replace_proposals(struct desk *desk, struct take_in *take_in,
                              const struct absence *record, struct error *err)
{
    struct absence *absences;
    size_t count;

    if (!absences_of(desk->store, record->contact_id, take_in->arena, &absences, &count,
                     err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (absences[i].id != record->id && absences[i].state == ABSENCE_PROPOSED &&
            plan_relate(&absences[i], record) != PLAN_ANOTHER &&
            !replace(desk, &absences[i], err))
            return false;
    }
    return true;
}

/* The play, and what it means for the absence before. What is over has none, but takes
 * over the touches all the same. */
static bool run_play(struct desk *desk, struct take_in *take_in, struct absence *record,
                     struct error *err)
{
    if (take_in->state == TAKE_IN_REPLACES && take_in->earlier.state == ABSENCE_FILED &&
        !replace(desk, &take_in->earlier, err))
        return false;
    if (take_in->ask_anew && !answers_forget(desk->store, record->id, take_in->plan.kept,
                                             take_in->plan.kept_count, err))
        return false;
    return take_in_apply(desk, take_in->arena, record, &take_in->plan, &record->questions,
                         err) &&
           answers_remember(desk->store, record->id, take_in->plan.kept,
                            take_in->plan.kept_count, desk_now(desk), err) &&
           absence_update(desk->store, record, NULL, err);
}

/* Files the absence; its play runs in the same step when it starts. */
static bool file_absence(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                         struct take_in_result *result, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);
    bool ended = record.state == ABSENCE_ENDED;
    bool plays =
        take_in->plan.verdict == PLAN_STARTS || take_in->plan.verdict == PLAN_PROPOSES;

    result->started = plays && starts(take_in, how);
    if (!plays && how == TAKE_IN_PROPOSE)
        result->unsure = absence_unsure(&record);
    result->waits = (plays && !result->started) || result->unsure != UNSURE_NOTHING;
    record.state = result->waits ? ABSENCE_PROPOSED
                   : ended       ? ABSENCE_ENDED
                                 : ABSENCE_FILED;
    if (!store_record(desk, take_in, &record, err) ||
        !replace_proposals(desk, take_in, &record, err))
        return false;
    if (record.state != ABSENCE_PROPOSED &&
        !(run_play(desk, take_in, &record, err) &&
          take_in_plan_listening(desk, take_in, record.id, err)))
        return false;
    result->filed = true;
    result->questions = record.questions;
    result->absence_id = record.id;
    return file_voicemail(desk, take_in, err) &&
           desk_bring_into_play(desk, record.contact_id, take_in->arena, err);
}

/* Nothing starts: the message is remembered, and one that waited under To confirm waits
 * no more. */
static bool confirm_earlier(struct desk *desk, struct take_in *take_in,
                            struct take_in_result *result, struct error *err)
{
    const char *message_id = take_in->message.message_id;

    result->absence_id = take_in->earlier.id;
    if (take_in->stored != NULL && !replace(desk, take_in->stored, err))
        return false;
    if (message_id != NULL && !message_remember(desk->store, message_id,
                                                take_in->earlier.id, desk_now(desk), err))
        return false;
    return file_voicemail(desk, take_in, err);
}

/* Whose it is is asked first: it waits under To confirm, and nothing else happens. */
static bool file_doubtful(struct desk *desk, struct take_in *take_in,
                          struct take_in_result *result, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);

    record.state = ABSENCE_PROPOSED;
    if (!store_record(desk, take_in, &record, err) ||
        !absence_doubt(desk->store, record.id, take_in->doubt, err))
        return false;
    result->filed = result->waits = true;
    result->absence_id = record.id;
    return true;
}

/* It is theirs: so is the address. */
static bool settle_doubt(struct desk *desk, struct take_in *take_in, struct error *err)
{
    const struct point point = {POINT_MAIL, take_in->doubt, NULL};

    take_in->doubt = NULL;
    if (!contact_add_point(desk->store, take_in->contact.id, &point, NULL, err))
        return false;
    return take_in_weigh(desk, take_in->contact.id, take_in, err);
}

bool take_in_file_inside(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                         struct take_in_result *result, struct error *err)
{
    if (take_in->state == TAKE_IN_STRANGER && !add_stranger_contact(desk, take_in, err))
        return false;
    if (take_in->doubt != NULL && how == TAKE_IN_ACCEPT &&
        !settle_doubt(desk, take_in, err))
        return false;
    result->state = take_in->state;
    result->contact_id = take_in->contact.id;
    if (take_in->doubt == NULL && take_in->stored != NULL &&
        take_in->stored->doubt != NULL &&
        !absence_doubt(desk->store, take_in->absence_id, NULL, err))
        return false;
    if (take_in->doubt != NULL)
        return file_doubtful(desk, take_in, result, err);
    if (take_in->state == TAKE_IN_CONFIRMS)
        return confirm_earlier(desk, take_in, result, err);
    return file_absence(desk, take_in, how, result, err);
}

static const char *who(const struct take_in *take_in)
{
    if (take_in->has_contact)
        return take_in->contact.name;
    if (take_in->message.from.name != NULL)
        return take_in->message.from.name;
    return take_in->message.from.mail != NULL ? take_in->message.from.mail : "somebody";
}

/* Rule 1: a greeting that was not heard to the end may say when they are back. */
static const char *nudge(const struct take_in *take_in)
{
    if (!take_in->message.jotted || take_in->heard_whole)
        return "";
    return take_in_listens(take_in) ? "; not heard to the end: ring again and listen"
                                    : "; not heard to the end";
}

const char *take_in_sentence(const struct take_in *take_in,
                             const struct take_in_result *result)
{
    struct arena *arena = take_in->arena;
    const char *name = who(take_in);

    if (take_in->doubt != NULL && result->filed)
        return arena_format(arena, "is this %s? %s: waits under To confirm", name,
                            take_in->doubt);
    switch (result->state) {
    case TAKE_IN_OTHER:
        return arena_format(arena, "%s: no absence (%s)", name, take_in->reading.why);
    case TAKE_IN_KNOWN:
        return arena_format(arena, "%s: taken in before", name);
    case TAKE_IN_STRANGER:
        return arena_format(
            arena, "%s <%s> is not on the desk; --add takes them in", name,
            take_in->message.from.mail != NULL ? take_in->message.from.mail
                                               : "no address");
    case TAKE_IN_CONFIRMS:
        return arena_format(arena, "%s: %s", name, take_in->plan.sentence);
    default:
        break;
    }
    if (result->unsure != UNSURE_NOTHING)
        return arena_format(arena, "%s: waits under To confirm: %s", name,
                            unsure_words(result->unsure));
    if (!result->started && take_in->plan.verdict != PLAN_FILED)
        return arena_format(arena, "%s: waits under To confirm (%s)%s", name,
                            take_in->plan.sentence, nudge(take_in));
    return arena_format(arena, "%s: %s%s", name, take_in->plan.sentence, nudge(take_in));
}

bool take_in_leaves_nothing(const struct take_in *take_in, bool add_stranger)
{
    return take_in->state == TAKE_IN_OTHER || take_in->state == TAKE_IN_KNOWN ||
           (take_in->state == TAKE_IN_STRANGER && !add_stranger);
}

bool take_in_file(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                  bool add_stranger, struct take_in_result *result, struct error *err)
{
    *result = (struct take_in_result){.state = take_in->state,
                                      .contact_id =
                                          take_in->has_contact ? take_in->contact.id : 0};
    if (!take_in_leaves_nothing(take_in, add_stranger) &&
        !(desk_step_begin(desk, err, "absence of %s", who(take_in)) &&
          desk_step_end(desk, take_in_file_inside(desk, take_in, how, result, err), err)))
        return false;
    result->sentence = take_in_sentence(take_in, result);
    return true;
}

bool take_in_dismiss(struct desk *desk, struct take_in *take_in, struct error *err)
{
    const char *message_id = take_in->message.message_id;
    struct absence record;
    bool done;

    if (take_in->stored == NULL && message_id == NULL)
        return true;
    if (!desk_step_begin(desk, err, "no absence of %s", who(take_in)))
        return false;
    if (take_in->stored != NULL) {
        record = *take_in->stored;
        record.state = ABSENCE_DISMISSED;
        record.questions = 0;
        done = take_in_take_back(desk, take_in->arena, record.id, err) &&
               absence_update(desk->store, &record, NULL, err);
    } else {
        done = message_remember(desk->store, message_id, 0, desk_now(desk), err);
    }
    return desk_step_end(desk, done, err);
}

bool take_in_refuse(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct absence record;

    take_in->stranger = true;
    if (take_in->stored == NULL)
        return take_in_weigh(desk, 0, take_in, err);
    record = *take_in->stored;
    record.state = ABSENCE_DISMISSED;
    return desk_step_begin(desk, err, "%s is not %s", take_in->doubt, who(take_in)) &&
           desk_step_end(desk, absence_update(desk->store, &record, NULL, err), err);
}
