#include <assert.h>

#include "name.h"
#include "plan_work.h"

/* "Call Dana", "Card to Dana". */
static const char *const channel_words[] = {
    [CHANNEL_CALL] = "Call",          [CHANNEL_VOICEMAIL] = "Voicemail for",
    [CHANNEL_EMAIL] = "Email",        [CHANNEL_LETTER] = "Letter to",
    [CHANNEL_CARD] = "Card to",       [CHANNEL_POSTCARD] = "Postcard to",
    [CHANNEL_FAX] = "Fax to",         [CHANNEL_VISIT] = "Visit",
    [CHANNEL_MESSAGE] = "Message to",
};
static_assert(NAME_COUNT(channel_words) == CHANNEL_COUNT, "words for each channel");

/* "Call Dana about pricing"; what a play made tells its purpose in another way. */
static const char *about(const struct plan_work *work, const struct change *change)
{
    const char *words = arena_format(work->arena, "%s %s", channel_words[change->channel],
                                     words_first(work));
    if (!change->purpose)
        return words;
    return arena_format(work->arena,
                        change->cause == CAUSE_PLAY ? "%s (%s)" : "%s about %s", words,
                        change->purpose);
}

/* Rule 20: why it is not the landing day. */
static const char *full(const struct plan_work *work, const struct change *change)
{
    struct wall landing = {work->landing, MINUTE_NONE};
    if (!change->put_off)
        return "";
    return arena_format(work->arena, " (%s is full)", words_day(work, landing));
}

static const char *to_create(const struct plan_work *work, const struct change *change)
{
    const char *who = words_first(work);
    const char *part = "";
    if (change->return_call)
        part = arena_format(work->arena, "%s, the return call", full(work, change));
    if (change->cover && change->channel == CHANNEL_EMAIL)
        who = change->cover->mail;
    else if (work->left && !channel_is_post(change->channel) &&
             change->channel != CHANNEL_MESSAGE)
        who = change->cover && work->facts.values[VARIABLE_COVER]
                  ? work->facts.values[VARIABLE_COVER]
                  : "the company";
    const char *words =
        arena_format(work->arena, "%s %s %s%s", channel_words[change->channel], who,
                     words_on(work, change->to), part);
    if (!change->purpose)
        return words;
    return arena_format(work->arena, "%s: %s", words, change->purpose);
}

static const char *to_move(const struct plan_work *work, const struct change *change)
{
    const char *what = about(work, change);
    if (wall_compare(change->from, change->to) == 0)
        return arena_format(work->arena, "%s %s is %s return call", what,
                            words_on(work, change->from),
                            change->return_call ? "the" : "no longer the");
    if (change->restored)
        return arena_format(work->arena, "%s goes back to %s", what,
                            words_day(work, change->to));
    return arena_format(work->arena, "%s moves from %s to %s%s%s", what,
                        words_day(work, change->from), words_day(work, change->to),
                        full(work, change),
                        change->return_call ? ", as the return call" : "");
}

/* "a, b or c" as it grows. */
static const char *join(const struct plan_work *work, const char *list, const char *item,
                        bool last)
{
    const char *between = last ? " or " : ", ";
    return arena_format(work->arena, "%s%s%s", list, *list ? between : "", item);
}

/* What may be answered: the choices in words. */
static const char *choices(const struct plan_work *work, const struct change *change)
{
    const char *const cover = work->facts.values[VARIABLE_COVER];
    const struct {
        enum choice choice;
        const char *words;
        const struct wall *wall;
        const char *who;
    } rows[] = {{CHOICE_AFTER, "move it to ", &change->to, NULL},
                {CHOICE_BEFORE, "move it up to ", &change->before_leaving, NULL},
                {CHOICE_COVER, "hand it to ", NULL, cover},
                {CHOICE_KEEP, "keep it", NULL, ""},
                {CHOICE_DROP, "drop it", NULL, ""}};
    const char *list = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!(change->choices & rows[i].choice))
            continue;
        const char *more = rows[i].wall ? words_day(work, *rows[i].wall) : rows[i].who;
        const char *item = arena_format(work->arena, "%s%s", rows[i].words, more);
        list = join(work, list, item, rows[i].choice == CHOICE_DROP);
    }
    return list;
}

/* "Call Dana about pricing on Tue 10 Mar". */
static const char *standing(const struct plan_work *work, const struct change *change)
{
    return arena_format(work->arena, "%s %s", about(work, change),
                        words_on(work, change->from));
}

static const char *to_ask(const struct plan_work *work, const struct change *change)
{
    const char *who = words_first(work);
    const char *why = "falls into a long absence";
    if (change->question == QUESTION_BACK)
        return arena_format(work->arena, "When is %s back?", who);
    if (change->question == QUESTION_RETURN)
        return arena_format(work->arena,
                            "%s: %s was in touch first: is it done, or keep it?",
                            standing(work, change), who);
    if (change->question == QUESTION_PROMISE)
        why = "was promised";
    else if (change->question == QUESTION_LEFT)
        why = arena_format(work->arena, "cannot be as %s has left", who);
    return arena_format(work->arena, "%s %s %s: %s?", about(work, change),
                        words_on(work, change->from), why, choices(work, change));
}

/* What the change does, in one line. */
void words_change(const struct plan_work *work, struct change *change)
{
    switch (change->kind) {
    case CHANGE_CREATE:
        change->sentence = to_create(work, change);
        break;
    case CHANGE_MOVE:
        change->sentence = to_move(work, change);
        break;
    case CHANGE_ASK:
        change->sentence = to_ask(work, change);
        break;
    case CHANGE_COVER:
        change->sentence = arena_format(work->arena, "%s goes to %s", about(work, change),
                                        work->facts.values[VARIABLE_COVER]);
        break;
    case CHANGE_DROP:
        change->sentence =
            arena_format(work->arena, "%s is dropped", standing(work, change));
        break;
    case CHANGE_DONE:
        change->sentence = arena_format(work->arena, "%s is done: %s was in touch first",
                                        standing(work, change), words_first(work));
        break;
    }
}

static const char *why(const struct plan_work *work)
{
    const struct absence *absence = work->input->absence;
    const char *reason = reason_name(absence->reason);
    if (!*reason || absence->reason == REASON_OTHER)
        return absence->place ? arena_format(work->arena, " (%s)", absence->place) : "";
    if (!absence->place)
        return arena_format(work->arena, " (%s)", reason);
    return arena_format(work->arena, " (%s, %s)", reason, absence->place);
}

static const char *back_words(const struct plan_work *work)
{
    if (work->back == DAY_NONE)
        return "no return date";
    struct wall back = {work->back, work->input->absence->back_minute};
    return arena_format(work->arena, "back %s", words_on(work, back));
}

const char *words_verdict(const struct plan_work *work, enum plan_verdict verdict)
{
    const char *who = words_first(work);
    if (work->input->contact->do_not_contact)
        return arena_format(work->arena,
                            "%s is not to be contacted: filed, nothing planned", who);
    if (verdict == PLAN_CONFIRMS)
        return arena_format(work->arena,
                            "The same absence of %s again, %s: nothing starts", who,
                            back_words(work));
    if (work->left)
        return arena_format(work->arena, "%s has left the company", who);
    if (verdict == PLAN_FILED)
        return arena_format(work->arena, "%s was away%s, %s: over, only filed", who,
                            why(work), back_words(work));
    if (verdict == PLAN_PROPOSES)
        return arena_format(work->arena,
                            "%s was away%s, %s: over, so it is only proposed", who,
                            why(work), back_words(work));
    return arena_format(work->arena, "%s is away%s, %s", who, why(work),
                        back_words(work));
}

/* Rule 6: other days replace those on file, and say so. */
const char *words_replaced(const struct plan_work *work, const char *sentence)
{
    const struct absence *earlier = work->input->earlier;
    if (work->left || work->back == DAY_NONE || earlier->back == DAY_NONE ||
        earlier->back == work->back)
        return arena_format(work->arena, "%s; replaces what was on file", sentence);
    return arena_format(work->arena, "%s, no longer %s", sentence,
                        words_day(work, (struct wall){earlier->back, MINUTE_NONE}));
}
