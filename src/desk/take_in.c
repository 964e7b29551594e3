/* A message matched to a contact, and what would follow from it (desk/take_in.h). Nothing
 * is stored here. */
#include "touchbase/desk/take_in.h"

#include <string.h>

#include "take_in_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"

/* The desk keeps that a date could be read in two ways as words of no certainty. */
static void add_two_ways(const struct take_in *take_in, struct absence *record)
{
    struct evidence *all =
        arena_array(take_in->arena, record->evidence_count + 1, sizeof *all);

    for (size_t i = 0; i < record->evidence_count; i++)
        all[i] = record->evidence[i];
    all[record->evidence_count++] = (struct evidence){
        .field = record->back == DAY_NONE ? FIELD_BACK : FIELD_FIRST_DAY,
        .place = EVIDENCE_HEADER,
        .words = "a date that can be read in two ways"};
    record->evidence = all;
}

/* Once a person named the day nothing is left to read. */
static bool two_ways_stand(const struct take_in *take_in)
{
    const struct reading *reading = &take_in->reading;

    return reading->ambiguous_date && reading->kind == READING_OOO &&
           (reading->back == DAY_NONE || reading->first_day == DAY_NONE);
}

struct absence take_in_record(const struct desk *desk, const struct take_in *take_in)
{
    const struct message *message = &take_in->message;
    const struct reading *reading = &take_in->reading;
    day_number today = desk_today(desk);

    struct absence record = {.state = ABSENCE_PROPOSED, .created_utc = desk_now(desk)};

    if (take_in->stored != NULL)
        record = *take_in->stored;
    record.contact_id = take_in->contact.id;
    record.contact = take_in->contact.name;
    record.company = take_in->contact.company;
    record.message_id = message->message_id;
    record.received_utc =
        message->has_date && !message->jotted ? message->date_utc : desk_now(desk);
    record.received_day = message->date_day != DAY_NONE ? message->date_day : today;
    record.subject = message->subject;
    record.verbatim = message->text;
    record.heard_whole = take_in->heard_whole;
    record.kind = reading->kind;
    record.first_day = reading->first_day;
    record.back = reading->back;
    record.back_minute = reading->back_minute;
    record.reason = reading->reason;
    record.hospital = reading->hospital;
    record.place = reading->place;
    record.whose = reading->whose;
    record.covers = reading->covers;
    record.cover_count = reading->cover_count;
    record.evidence = reading->evidence;
    record.evidence_count = reading->evidence_count;
    if (two_ways_stand(take_in))
        add_two_ways(take_in, &record);
    return record;
}

bool take_in_asked_anew(const struct take_in *take_in)
{
    return take_in->stored != NULL && (take_in->stored->state == ABSENCE_FILED ||
                                       take_in->stored->state == ABSENCE_ENDED);
}

/* How the message relates to one on file. A play that has not run yet is started by a
 * message named one by one, also when the days are the same. */
static enum plan_relation relate(const struct take_in *take_in,
                                 const struct absence *on_file,
                                 const struct absence *record)
{
    enum plan_relation relation = plan_relate(on_file, record);

    if (on_file->id == take_in->absence_id || on_file->state > ABSENCE_FILED)
        return PLAN_ANOTHER;
    if (on_file->state == ABSENCE_PROPOSED && relation == PLAN_SAME &&
        !take_in->collected)
        return PLAN_ANOTHER;
    return relation;
}

/* Rule 6: the absence on file that this message speaks of once more, one whose play ran
 * before one that waits. */
static bool find_earlier(struct desk *desk, struct take_in *take_in,
                         enum plan_relation *relation, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);
    struct absence *absences;
    size_t count;

    *relation = PLAN_ANOTHER;
    if (take_in_asked_anew(take_in))
        return true;
    if (!absences_of(desk->store, take_in->contact.id, take_in->arena, &absences, &count,
                     err))
        return false;
    for (size_t i = 0; i < count; i++) {
        enum plan_relation found = relate(take_in, &absences[i], &record);

        if (found == PLAN_ANOTHER ||
            (*relation != PLAN_ANOTHER && take_in->earlier.state == ABSENCE_FILED))
            continue;
        if (*relation != PLAN_ANOTHER && absences[i].state != ABSENCE_FILED)
            continue;
        *relation = found;
        take_in->earlier = absences[i];
    }
    return true;
}

/* A mail read late: what came after it stands. */
static bool is_outdated(const struct take_in *take_in, enum plan_relation relation)
{
    return relation == PLAN_OTHER_DAYS && !take_in->message.jotted &&
           take_in->message.has_date &&
           take_in->message.date_utc < take_in->earlier.received_utc;
}

/* Where there is nothing to start there is a sentence. */
static void confirm(struct take_in *take_in, const char *sentence)
{
    take_in->state = TAKE_IN_CONFIRMS;
    take_in->plan = (struct plan){
        .verdict = PLAN_CONFIRMS, .landing = DAY_NONE, .sentence = sentence};
}

/* The same Message-ID is the same message, unless it is the very one being looked at
 * again. */
static bool is_known(struct desk *desk, struct take_in *take_in, bool *known,
                     struct error *err)
{
    int64_t absence_id = 0;
    struct absence *absence = NULL;

    *known = false;
    if (take_in->message.message_id == NULL || take_in->absence_id != 0)
        return true;
    if (!message_seen(desk->store, take_in->message.message_id, known, &absence_id, err))
        return false;
    if (*known && absence_id != 0 &&
        !absence_by_id(desk->store, absence_id, take_in->arena, &absence, err))
        return false;
    if (absence != NULL)
        take_in->earlier = *absence;
    return true;
}

/* What would follow if a sender who is not on the desk became a contact. */
static bool preview_stranger(struct desk *desk, struct take_in *take_in,
                             struct error *err)
{
    take_in->contact = take_in_sender(desk, take_in);
    return take_in->contact.name == NULL ||
           take_in_make_plan(desk, take_in, PLAN_ANOTHER, err);
}

bool take_in_weigh(struct desk *desk, int64_t contact_id, struct take_in *take_in,
                   struct error *err)
{
    enum plan_relation relation;
    bool known;

    take_in->has_contact = false;
    take_in->plan = (struct plan){.landing = DAY_NONE};
    take_in->state = TAKE_IN_OTHER;
    if (!take_in_find_sender(desk, contact_id, take_in, err) ||
        !is_known(desk, take_in, &known, err))
        return false;
    if (known) {
        take_in->state = TAKE_IN_KNOWN;
        return true;
    }
    if (take_in->reading.kind == READING_OTHER)
        return true;
    take_in->state = TAKE_IN_STRANGER;
    if (!take_in->has_contact)
        return preview_stranger(desk, take_in, err);
    if (take_in->doubt != NULL) { /* what would follow if it were theirs */
        take_in->state = TAKE_IN_NEW;
        return take_in_make_plan(desk, take_in, PLAN_ANOTHER, err);
    }
    if (!find_earlier(desk, take_in, &relation, err))
        return false;
    if (relation == PLAN_SAME || is_outdated(take_in, relation)) {
        confirm(take_in, relation == PLAN_SAME
                             ? "The days on file are confirmed: nothing starts"
                             : "A newer message is on file: nothing starts");
        return true;
    }
    take_in->state = relation == PLAN_ANOTHER ? TAKE_IN_NEW : TAKE_IN_REPLACES;
    return take_in_make_plan(desk, take_in, relation, err);
}

/* What add_two_ways kept, back into the reading. */
static void take_two_ways(struct reading *reading, struct arena *arena)
{
    struct evidence *kept = arena_array(arena, reading->evidence_count, sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; i < reading->evidence_count; i++) {
        if (reading->evidence[i].certainty > 0)
            kept[count++] = reading->evidence[i];
    }
    reading->ambiguous_date = count < reading->evidence_count;
    reading->evidence = kept;
    reading->evidence_count = count;
}

bool take_in_absence(struct desk *desk, int64_t absence_id, struct arena *arena,
                     struct take_in *out, struct error *err)
{
    struct absence *stored = arena_alloc(arena, sizeof *stored);

    if (!desk_absence_get(desk, absence_id, arena, stored, err))
        return false;
    *out = (struct take_in){.arena = arena,
                            .absence_id = absence_id,
                            .stored = stored,
                            .heard_whole = stored->heard_whole};
    out->message = (struct message){
        .source = "the desk",
        .id = stored->uuid,
        .jotted = stored->message_id == NULL,
        .message_id = stored->message_id,
        .has_date = true,
        .date_utc = stored->received_utc,
        .date_day = stored->received_day,
        .date_minute = MINUTE_NONE,
        .subject = stored->subject,
        .text = stored->verbatim != NULL ? stored->verbatim : "",
        .text_length = stored->verbatim != NULL ? strlen(stored->verbatim) : 0,
    };
    out->reading = (struct reading){
        .kind = stored->kind,
        .first_day = stored->first_day,
        .back = stored->back,
        .back_minute = stored->back_minute,
        .reason = stored->reason,
        .hospital = stored->hospital,
        .place = stored->place,
        .whose = stored->whose,
        .covers = stored->covers,
        .cover_count = stored->cover_count,
        .evidence = stored->evidence,
        .evidence_count = stored->evidence_count,
    };
    take_two_ways(&out->reading, arena);
    out->doubt = stored->doubt;
    out->contact.id = stored->contact_id;
    return take_in_weigh(desk, stored->contact_id, out, err);
}
