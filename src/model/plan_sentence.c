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

/* "Call Dana about pricing". */
static const char *about(const struct plan_work *work, const struct change *change)
{
    const char *words = arena_format(work->arena, "%s %s", channel_words[change->channel],
                                     words_first(work));
    if (!change->purpose)
        return words;
    return arena_format(work->arena, "%s about %s", words, change->purpose);
}

static const char *to_create(const struct plan_work *work, const struct change *change)
{
    const char *who = words_first(work);
    const char *part = change->return_call ? ", the return call" : "";
    if (change->cover && change->channel == CHANNEL_EMAIL)
        who = change->cover->mail;
    else if (work->left && !channel_is_post(change->channel) &&
             change->channel != CHANNEL_MESSAGE)
        who = change->cover && work->facts.values[VARIABLE_COVER]
                  ? work->facts.values[VARIABLE_COVER]
                  : "the company";
    const char *words =
        arena_format(work->arena, "%s %s %s%s", channel_words[change->channel], who,
                     words_when(work, change->to), part);
    if (!change->purpose)
        return words;
    return arena_format(work->arena, "%s: %s", words, change->purpose);
}

static const char *to_move(const struct plan_work *work, const struct change *change)
{
    const char *what = about(work, change);
    const char *from = words_when(work, change->from);
    const char *to = words_when(work, change->to);
    bool today_from = from[0] == 't';
    bool today_to = to[0] == 't';
    if (wall_compare(change->from, change->to) == 0)
        return arena_format(work->arena, "%s %s is %s return call", what, from,
                            change->return_call ? "the" : "no longer the");
    if (change->restored)
        return arena_format(work->arena, "%s goes back to %s", what,
                            today_to ? to : to + 3);
    return arena_format(work->arena, "%s moves from %s to %s%s", what,
                        today_from ? from : from + 3, today_to ? to : to + 3,
                        change->return_call ? ", as the return call" : "");
}

static const char *to_ask(const struct plan_work *work, const struct change *change)
{
    const char *what = about(work, change);
    if (change->question == QUESTION_BACK)
        return arena_format(work->arena, "When is %s back?", words_first(work));
    const char *when = words_when(work, change->from);
    const char *to = change->to.day == DAY_NONE ? "" : words_when(work, change->to);
    const char *before = "";
    const char *cover = "";
    if (change->choices & CHOICE_BEFORE)
        before = arena_format(work->arena, ", before they leave (%s)",
                              words_when(work, change->before_leaving));
    if (change->choices & CHOICE_COVER)
        cover = arena_format(work->arena, ", hand it to %s",
                             work->facts.values[VARIABLE_COVER]);
    if (change->question == QUESTION_LEFT)
        return arena_format(work->arena, "%s %s: %s has left: drop it, keep it%s?", what,
                            when, words_first(work), cover);
    if (change->question == QUESTION_LONG)
        return arena_format(work->arena, "%s %s: a long absence: after it (%s)%s%s?",
                            what, when, to, before, cover);
    return arena_format(work->arena, "%s %s was promised: move it (%s)%s or keep it?",
                        what, when, to, before);
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
            arena_format(work->arena, "%s %s is dropped", about(work, change),
                         words_when(work, change->from));
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
    return arena_format(work->arena, "back %s", words_when(work, back));
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
