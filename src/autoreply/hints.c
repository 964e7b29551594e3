#include "letter.h"

/* What hints at an absence where no word says that somebody is away. */

static bool has_day_to_come(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        if (mention->outcome != DATE_IMPOSSIBLE && mention->date.first != DAY_NONE &&
            mention->date.first > letter->dates.now.day)
            return true;
    }
    return false;
}

static bool has_form(const struct passage *passage, const struct sentence *sentence,
                     enum date_form form)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].date.form == form)
            return true;
    return false;
}

bool tells_end(const struct letter *letter, const struct passage *passage,
               const struct sentence *sentence)
{
    bool spoken = letter->message->jotted ||
                  (letter->automatic && cue_in(passage, sentence->cues, CUE_I));
    if (!spoken || cue_in(passage, sentence->cues, CUE_PRESENT) ||
        cue_in(passage, sentence->cues, CUE_IF))
        return false;
    if (letter->message->jotted && has_form(passage, sentence, DATE_LENGTH))
        return true;
    return has_day_to_come(letter, passage, sentence) &&
           (cue_in(passage, sentence->cues, CUE_UNTIL) ||
            has_form(passage, sentence, DATE_SPAN));
}

bool promises_day(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence)
{
    int certainty;
    if (!letter->automatic || !letter->first_person || sentence->excluded ||
        !cue_in(passage, sentence->cues, CUE_ANSWER))
        return false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        if (mention->date.form == DATE_DAY && mention->outcome == DATE_FOUND &&
            mention->date.first > letter->dates.now.day &&
            role_of(letter, passage, sentence, mention, &certainty) == ROLE_ANSWER)
            return true;
    }
    return false;
}

bool gives_reason(const struct passage *passage, const struct sentence *sentence)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++)
        if (passage->reasons.items[i].kind != REASON_NONE &&
            passage->reasons.items[i].value != REASON_WEAK)
            return !sentence->excluded && !cue_in(passage, sentence->cues, CUE_IF);
    return false;
}
