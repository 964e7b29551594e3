#include "letter.h"

/* Whose absence a word tells: the sender's, or that of somebody he writes of. */

enum { ME_WITHIN = 4 };

/* Does "we", "our" stand within a few words before what is closed? */
static bool says_me_near(const struct passage *passage, const struct sentence *sentence,
                         const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_I && cue->at <= mark->at && mark->at - cue->at <= ME_WITHIN)
            return true;
    }
    return false;
}

/* "24 to 28 November, vacation": does a date fill all before a mark from the start of its
 * sentence, or item of a list? */
static bool follows_date(const struct passage *passage, const struct sentence *sentence,
                         const struct mark *mark)
{
    if (sentence->mentions.first >= sentence->mentions.end)
        return false;
    const struct mention *date = &passage->mentions.items[sentence->mentions.first];
    size_t end = date->at + date->date.count;
    bool right_behind =
        end == mark->at ||
        (end + 1 == mark->at && passage->tokens.items[end].kind == TOKEN_SIGN);
    size_t first = sentence->tokens.first;
    first += passage->tokens.items[first].kind == TOKEN_SIGN;
    return date->at == first && right_behind;
}

/* Does "I", "we", "the office" or the sender's name stand at a mark or before it in its
 * sentence, or nothing at all, which a machine's own notice does not mean: "Flying to
 * Osaka tomorrow", "G'day, knocking off"? */
bool sign_is_owned(const struct letter *letter, const struct passage *passage,
                   const struct sentence *sentence, const struct mark *mark)
{
    const struct mark *me = cue_in(passage, sentence->cues, CUE_I);
    bool bare = mark->at <= sentence->tokens.first + 1 ||
                follows_date(passage, sentence, mark) ||
                token_is_sign(&passage->tokens, mark->at - 1, ',') ||
                (token_is_sign(&passage->tokens, mark->at - 1, '-') &&
                 !passage->tokens.items[mark->at - 2].capital);
    /* "We can ship on Friday, because the carrier is closed" */
    bool near = me && (mark->kind != CUE_CLOSED || says_me_near(passage, sentence, mark));
    if ((near && me->at <= mark->at) || (bare && !letter->notice))
        return true;
    for (size_t at = sentence->tokens.first; at < mark->at; at++)
        if (passage->tokens.items[at].capital &&
            names_sender(letter, &passage->tokens.items[at]))
            return true;
    return false;
}
