/* What is told of messages taken in from a shell, one by one and in all. */
#include <inttypes.h>

#include "ooo.h"
#include "records.h"

void ooo_tell_json(struct call *call, const struct take_in *item,
                   const struct take_in_result *result)
{
    static const char *const states[] = {
        [TAKE_IN_OTHER] = "other",       [TAKE_IN_KNOWN] = "known",
        [TAKE_IN_STRANGER] = "stranger", [TAKE_IN_CONFIRMS] = "confirms",
        [TAKE_IN_REPLACES] = "replaces", [TAKE_IN_NEW] = "new",
    };
    struct json json = {0};

    json_open(&json, NULL, '{');
    ooo_reading_json(&json, &item->message, &item->reading);
    if (item->trace != NULL)
        ooo_explain_json(&json, item);
    if (result != NULL) {
        json_string(&json, "state", states[result->state]);
        json_bool(&json, "filed", result->filed);
        json_bool(&json, "started", result->started);
        json_string(&json, "unsure",
                    result->unsure == UNSURE_NOTHING ? NULL
                                                     : unsure_words(result->unsure));
        json_string(&json, "contact", item->has_contact ? item->contact.name : NULL);
        json_string(&json, "contact_id", item->has_contact ? item->contact.uuid : NULL);
        json_string(&json, "asks_about", item->doubt);
        json_string(&json, "sentence", result->sentence);
    }
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

/* Of a folder only what came of it: most of its messages are no absence. */
static bool is_worth_a_line(const struct take_in *item,
                            const struct take_in_result *result)
{
    return result->state != TAKE_IN_STRANGER &&
           (!item->collected ||
            (result->state != TAKE_IN_OTHER && result->state != TAKE_IN_KNOWN));
}

void ooo_tell_words(struct output *out, const struct take_in *item,
                    const struct take_in_result *result)
{
    if (!is_worth_a_line(item, result))
        return;
    output_print(out, "%s\n", result->sentence);
    if (item->doubt != NULL)
        return;
    for (size_t i = 0; i < item->plan.change_count; i++) {
        if (result->state == TAKE_IN_NEW || result->state == TAKE_IN_REPLACES)
            output_print(out, "  %s\n", item->plan.changes[i].sentence);
    }
}

void ooo_tell_questions(struct output *out, const struct take_in *item)
{
    const struct plan *plan = &item->plan;

    for (size_t i = 0; i < plan->change_count; i++) {
        if (plan->changes[i].kind == CHANGE_ASK)
            output_talk(out, "%s: to confirm: %s", item->contact.name,
                        plan->changes[i].sentence);
    }
}

void ooo_count(struct ooo_totals *totals, const struct take_in *item,
               const struct take_in_result *result)
{
    int reason =
        item->reading.kind == READING_LEFT ? REASON_COUNT : (int)item->reading.reason;

    totals->known += result->state == TAKE_IN_KNOWN || result->state == TAKE_IN_CONFIRMS;
    totals->others += result->state == TAKE_IN_OTHER;
    totals->strangers += result->state == TAKE_IN_STRANGER;
    totals->started += result->started;
    if (!result->filed || result->started)
        return;
    if (item->doubt != NULL) {
        totals->waiting++;
        totals->asked++;
        return;
    }
    if (!result->waits) {
        totals->filed++;
        return;
    }
    totals->waiting++;
    if (result->unsure != UNSURE_NOTHING) {
        totals->unsure[result->unsure]++;
        return;
    }
    totals->proposed[reason]++;
}

static void tell_waiting(struct output *out, const struct ooo_totals *totals)
{
    for (int i = 0; i < OOO_REASONS; i++) {
        const char *name = i == REASON_COUNT  ? "left the company"
                           : i == REASON_NONE ? "no reason given"
                                              : reason_name((enum reason)i);

        if (totals->proposed[i] > 0)
            output_talk(out, "to confirm: %s %" PRId64, name, totals->proposed[i]);
    }
    for (int i = UNSURE_NOTHING + 1; i < UNSURE_COUNT; i++) {
        if (totals->unsure[i] > 0)
            output_talk(out, "to confirm: %s %" PRId64, unsure_words((enum unsure)i),
                        totals->unsure[i]);
    }
    if (totals->asked > 0)
        output_talk(out, "to confirm: whose it is %" PRId64, totals->asked);
}

void ooo_tell_summary(struct output *out, const struct ooo_totals *totals, bool dry)
{
    if (dry) {
        output_talk(out, "%" PRId64 " read, %" PRId64 " could not be read", totals->read,
                    totals->bad);
        return;
    }
    tell_waiting(out, totals);
    output_talk(out,
                "%" PRId64 " read: %" PRId64 " started, %" PRId64 " to confirm, %" PRId64
                " only filed, %" PRId64 " known, %" PRId64
                " from people not on the desk, %" PRId64 " no absence; %" PRId64
                " could not be read",
                totals->read, totals->started, totals->waiting, totals->filed,
                totals->known, totals->strangers, totals->others, totals->bad);
    if (totals->passed > 0)
        output_talk(out, "%" PRId64 " read before and passed by; --again reads them too",
                    totals->passed);
}
