#include "letter.h"

/* Words that tell a return only beside a day. */

/* Does a day to come, or a time, follow a cue in its clause? */
static bool leads_to_day(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence, const struct mark *cue)
{
    for (size_t k = sentence->mentions.first; k < sentence->mentions.end; k++) {
        const struct mention *mention = &passage->mentions.items[k];
        if (mention->at < cue->at + cue->count)
            continue;
        for (size_t at = cue->at; at < mention->at; at++)
            if (passage->tokens.items[at].kind == TOKEN_SIGN &&
                (passage->tokens.items[at].sign == ',' ||
                 passage->tokens.items[at].sign == ';'))
                return false;
        return mention->date.form == DATE_TIME ||
               mention->date.first > letter->dates.now.day;
    }
    return false;
}

/* "From Tuesday I am back": does a day to come end right before a cue? */
static bool follows_day(const struct letter *letter, const struct passage *passage,
                        const struct sentence *sentence, const struct mark *cue)
{
    for (size_t k = sentence->mentions.first; k < sentence->mentions.end; k++) {
        const struct mention *mention = &passage->mentions.items[k];
        size_t end = mention->at + mention->date.count;
        if (end <= cue->at && cue->at - end <= 1 &&
            mention->date.first > letter->dates.now.day)
            return true;
    }
    return false;
}

/* "open Mon & Wed", "in Monday to Friday" are hours: one day that another one follows. */
static bool goes_on(const struct passage *passage, const struct sentence *sentence,
                    const struct mention *day)
{
    size_t behind = day->at + day->date.count;
    const struct mention *next = mention_over(passage, sentence, behind + 1);
    return next && next->date.form == DATE_DAY && next->date.weekday &&
           behind < sentence->tokens.end &&
           passage->tokens.items[behind].kind == TOKEN_SIGN &&
           !token_is_sign(&passage->tokens, behind, '(');
}

/* "Out today, in tomorrow", "shut till New Year. Open Thurs 2/1": one day right behind
 * such a word, and nothing right before it that it could belong to ("calling in"). */
static bool is_return_on(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence, const struct mark *cue)
{
    struct phrase_match filler;
    size_t at = cue->at + cue->count;
    const struct mention *day = mention_over(passage, sentence, at);
    bool begins = cue->at == sentence->tokens.first ||
                  passage->tokens.items[cue->at - 1].kind != TOKEN_WORD ||
                  phrase_book_match(letter->language->joins, &passage->tokens,
                                    cue->at - 1, &filler) ||
                  mention_over(passage, sentence, cue->at - 1);
    if (begins && !day &&
        phrase_book_match(letter->language->filler, &passage->tokens, at, &filler))
        day = mention_over(passage, sentence, at + filler.count);
    return begins && day && day->outcome != DATE_IMPOSSIBLE &&
           day->date.form == DATE_DAY && !day->date.past && day->at >= at &&
           day->date.first >= letter->dates.now.day && !goes_on(passage, sentence, day);
}

/* "I am back" with a day to come behind it is a return, not news of one; "back from my
 * holiday" is news without; "in" is none without its day. */
void judge_returns(const struct letter *letter, struct passage *passage,
                   const struct sentence *sentence)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_BACK_ON && is_return_on(letter, passage, sentence, cue))
            cue->kind = CUE_BACK;
        if (cue->kind != CUE_BACK_NOW && cue->kind != CUE_BACK_FROM)
            continue;
        if (leads_to_day(letter, passage, sentence, cue) ||
            follows_day(letter, passage, sentence, cue))
            cue->kind = CUE_BACK;
        else if (cue->kind == CUE_BACK_FROM)
            cue->kind = CUE_PAST;
    }
}
