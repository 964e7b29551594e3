#include "letter.h"

/* Lists of days, one a line. */

/* The day that begins at a token, or ends right before it; NULL when none does. */
static const struct mention *day_beside(const struct passage *passage, size_t at,
                                        bool ends)
{
    for (size_t i = 0; i < passage->mentions.count; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        if (mention->at + (ends ? mention->date.count : 0) == at &&
            mention->date.form != DATE_TIME)
            return mention;
    }
    return NULL;
}

/* Is the last word before a token that tells of being away or back one for away? */
static bool announces(const struct passage *passage, size_t at)
{
    bool away = false;
    for (size_t i = 0; i < passage->cues.count && passage->cues.items[i].at < at; i++) {
        int kind = passage->cues.items[i].kind;
        if (kind == CUE_BACK || kind == CUE_ANSWER || kind == CUE_PRESENT)
            away = false;
        else if (kind == CUE_AWAY || kind == CUE_OFF || kind == CUE_CLOSED)
            away = true;
    }
    return away;
}

/* "My days off this spring:\n- 10 to 14 April\n- 9 to 12 May": a list of days belongs to
 * the line that announces it. */
bool list_goes_on(const struct passage *passage, size_t at)
{
    const struct tokens *tokens = &passage->tokens;
    bool item = token_is_sign(tokens, at, '*') || token_is_sign(tokens, at, '-');
    if (!day_beside(passage, at + item, false) || !announces(passage, at))
        return false;
    return token_is_sign(tokens, at - 1, ':') ||
           (tokens->items[at].gap == GAP_LINE && day_beside(passage, at, true));
}
