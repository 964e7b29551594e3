#include "letter.h"

/* Words for being there. "Ik ben er tot vrijdag niet", "ich arbeite diese Woche nicht":
 * where a negation ends the clause, they say that somebody is away; "ab Montag im Büro",
 * that somebody is back from then on; by themselves they say neither. */

enum { NOT_WITHIN = 12, DAY_WITHIN = 4, DAYS_BACK = 7 };

static bool parts_clauses(const struct tokens *tokens, size_t at)
{
    return token_is_sign(tokens, at, ';') || token_is_sign(tokens, at, '(') ||
           token_is_sign(tokens, at, ')') || token_is_sign(tokens, at, ',') ||
           token_is_sign(tokens, at, ':');
}

/* The token behind the date or the cue of several words ("tot en met") that begins at a
 * token; at when none does. */
static size_t behind_whole(const struct passage *passage, const struct sentence *sentence,
                           size_t at)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].at == at)
            return at + passage->mentions.items[i].date.count;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++)
        if (passage->cues.items[i].at == at && passage->cues.items[i].count > 1)
            return at + passage->cues.items[i].count;
    return at;
}

/* Does another clause begin from first up to, without, end? */
static bool is_parted(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, size_t first, size_t end)
{
    struct phrase_match match;
    for (size_t at = first; at < end;) {
        size_t behind = behind_whole(passage, sentence, at);
        if (behind == at &&
            (parts_clauses(&passage->tokens, at) ||
             phrase_book_match(letter->language->joins, &passage->tokens, at, &match)))
            return true;
        at = behind > at ? behind : at + 1;
    }
    return false;
}

static bool tells(int kind)
{
    return kind == CUE_AWAY || kind == CUE_OFF || kind == CUE_CLOSED ||
           kind == CUE_BACK || kind == CUE_ANSWER;
}

/* Does a word for being away, back or answering stand from first up to, without, end? */
static bool is_told(const struct passage *passage, const struct sentence *sentence,
                    size_t first, size_t end)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (tells(cue->kind) && cue->at >= first && cue->at < end)
            return true;
    }
    return false;
}

/* A negation behind it, in its clause. */
static bool is_denied(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, const struct mark *there)
{
    size_t behind = there->at + there->count;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind != CUE_NOT || cue->at < behind)
            continue;
        return cue->at <= behind + NOT_WITHIN &&
               !is_parted(letter, passage, sentence, behind, cue->at) &&
               !is_told(passage, sentence, behind, cue->at);
    }
    return false;
}

/* Does a preposition of that kind end right before a day, fillers between? */
static bool is_behind(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, enum cue_kind kind, size_t day)
{
    struct phrase_match match;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        size_t end = cue->at + cue->count;
        if (cue->kind != (int)kind || cue->at >= day)
            continue;
        while (end < day &&
               phrase_book_match(letter->language->filler, &passage->tokens, end, &match))
            end += match.count;
        if (end >= day)
            return true;
    }
    return false;
}

/* A day to come from which it holds, before it or behind it. */
static bool has_beginning(const struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence, const struct mark *there)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        size_t end = mention->at + mention->date.count;
        bool before = end <= there->at;
        size_t first = before ? end : there->at + there->count;
        size_t last = before ? there->at : mention->at;
        if (mention->date.form != DATE_DAY ||
            mention->date.first <= letter->dates.now.day || last < first ||
            last - first > DAY_WITHIN ||
            !is_behind(letter, passage, sentence, CUE_FROM, mention->at))
            continue;
        /* The comma in "Ab Montag, 8 Uhr, bin ich ..." parts nothing. */
        first += before && token_is_sign(&passage->tokens, first, ',') && first < last;
        if (!is_parted(letter, passage, sentence, first, last) &&
            !is_told(passage, sentence, first, last))
            return true;
    }
    return false;
}

/* "Since this morning I am back", "ab heute": the only day of the sentence is the first
 * one at work, and it has come. */
static bool is_over(const struct letter *letter, const struct passage *passage,
                    const struct sentence *sentence)
{
    if (sentence->mentions.end != sentence->mentions.first + 1 ||
        letter->message->jotted || cue_in(passage, sentence->cues, CUE_AWAY) ||
        cue_in(passage, sentence->cues, CUE_NOT))
        return false;
    const struct mention *mention = &passage->mentions.items[sentence->mentions.first];
    if (mention->date.form != DATE_DAY || mention->date.first > letter->dates.now.day ||
        mention->date.first + DAYS_BACK < letter->dates.now.day ||
        mention->date.minute != MINUTE_NONE)
        return false;
    return is_behind(letter, passage, sentence, CUE_FROM, mention->at) ||
           is_behind(letter, passage, sentence, CUE_SINCE, mention->at);
}

/* "M. Serra absent, joignable mercredi", jotted: the day right beside it is the return.
 */
static bool is_jotted_return(const struct letter *letter, const struct passage *passage,
                             const struct sentence *sentence, const struct mark *there)
{
    struct phrase_match filler;
    size_t behind = there->at + there->count;
    bool reasoned = sentence->reasons.first < sentence->reasons.end &&
                    passage->reasons.items[sentence->reasons.first].at < there->at;
    if (!letter->message->jotted ||
        !(reasoned || is_told(passage, sentence, sentence->tokens.first, there->at)))
        return false;
    while (phrase_book_match(letter->language->filler, &passage->tokens, behind, &filler))
        behind += filler.count;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *day = &passage->mentions.items[i];
        size_t end = day->at + day->date.count;
        bool beside = end == there->at || (day->at > there->at && day->at <= behind);
        if (beside && day->date.form == DATE_DAY &&
            day->date.first > letter->dates.now.day)
            return true;
    }
    return false;
}

void judge_presence(const struct letter *letter, struct passage *passage,
                    const struct sentence *sentence)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_ANSWER && has_beginning(letter, passage, sentence, cue))
            cue->kind = CUE_BACK; /* "I can answer only from the 28th on" */
        if (cue->kind == CUE_BACK && is_over(letter, passage, sentence))
            cue->kind = CUE_BACK_NOW;
        if (cue->kind != CUE_THERE)
            continue;
        if (is_denied(letter, passage, sentence, cue))
            cue->kind = CUE_AWAY;
        else if (has_beginning(letter, passage, sentence, cue) ||
                 is_jotted_return(letter, passage, sentence, cue))
            cue->kind = CUE_BACK;
    }
}
