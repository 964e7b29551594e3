#include "letter.h"

/* What a date is to the absence: told by the preposition right before it, and by the word
 * for being away or back that governs it, the nearest in its sentence. */

enum { CLAUSE = 3, DATE_BETWEEN = 4, FORWARD = 3, FAR = 1000, REASON_FAR = 2 };

/* Words and signs that may stand between a preposition and its date. */
static bool is_filler(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    struct phrase_match match;
    return phrase_book_match(letter->language->filler, tokens, at, &match);
}

static bool is_preposition(int kind)
{
    return kind == CUE_UNTIL || kind == CUE_THROUGH || kind == CUE_FROM ||
           kind == CUE_SINCE || kind == CUE_AFTER || kind == CUE_BEFORE;
}

/* The preposition right before the date, -1 when there is none. */
static int preposition(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, size_t at)
{
    for (size_t i = sentence->cues.end; i > sentence->cues.first; i--) {
        const struct mark *mark = &passage->cues.items[i - 1];
        if (mark->at >= at)
            continue;
        size_t behind = mark->at + mark->count;
        while (behind < at && is_filler(letter, &passage->tokens, behind))
            behind++;
        return behind >= at && is_preposition(mark->kind) ? mark->kind : -1;
    }
    return -1;
}

static bool is_clause_sign(const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at];
    if (token->kind != TOKEN_SIGN)
        return false;
    return token->sign == ',' || token->sign == ';' || token->sign == '(' ||
           token->sign == ')' || (token->sign == '-' && token->gap != GAP_NONE);
}

/* How far a word is from a date: tokens, more for each clause and other date between. */
static int distance(const struct passage *passage, const struct sentence *sentence,
                    size_t from, size_t to)
{
    int cost = 0;
    for (size_t at = from; at < to; at++)
        cost += is_clause_sign(&passage->tokens, at) ? CLAUSE : 1;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *between = &passage->mentions.items[i];
        if (between->at >= from && between->at < to)
            cost += DATE_BETWEEN;
    }
    return cost;
}

static int mark_distance(const struct passage *passage, const struct sentence *sentence,
                         const struct mark *mark, const struct mention *mention)
{
    size_t end = mention->at + mention->date.count;
    /* "back at 3": the word may reach into the date. */
    if (mark->at < mention->at)
        return distance(passage, sentence, mark->at + mark->count, mention->at);
    if (mark->at >= end)
        return FORWARD + distance(passage, sentence, end, mark->at);
    return FAR;
}

enum verb { VERB_NONE, VERB_AWAY, VERB_BACK, VERB_PRESENT };

struct governor {
    enum verb verb;
    const struct mark *mark;
    int distance;
};

static enum verb verb_of(int kind)
{
    if (kind == CUE_AWAY || kind == CUE_OFF || kind == CUE_CLOSED)
        return VERB_AWAY;
    if (kind == CUE_PRESENT)
        return VERB_PRESENT;
    return kind == CUE_BACK ? VERB_BACK : VERB_NONE;
}

static struct governor find_governor(const struct passage *passage,
                                     const struct sentence *sentence,
                                     const struct mention *mention)
{
    struct governor best = {VERB_NONE, NULL, FAR};
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *mark = &passage->cues.items[i];
        enum verb verb = verb_of(mark->kind);
        if (verb == VERB_NONE)
            continue;
        int far = mark_distance(passage, sentence, mark, mention);
        if (far < best.distance)
            best = (struct governor){verb, mark, far};
    }
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        int far = REASON_FAR + mark_distance(passage, sentence, mark, mention);
        if (mark->kind != REASON_NONE && far < best.distance)
            best = (struct governor){VERB_AWAY, mark, far};
    }
    return best;
}

/* "will not return", "won't be back": a negation within the four tokens before. */
static bool is_negated(const struct passage *passage, const struct sentence *sentence,
                       const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->at >= mark->at)
            return false;
        if (cue->kind == CUE_NOT && mark->at - cue->at <= 4)
            return true;
    }
    return false;
}

static enum role role_back(int preposition_kind, const struct date_expression *date)
{
    if (date->form == DATE_TIME)
        return ROLE_TIME;
    if (preposition_kind == CUE_AFTER)
        return ROLE_AFTER;
    if (date->form == DATE_SPAN)
        return ROLE_SPAN;
    if (date->form == DATE_LENGTH)
        return ROLE_NONE;
    switch (preposition_kind) {
    case CUE_THROUGH:
        return ROLE_LAST;
    case CUE_SINCE:
        return ROLE_NONE;
    default:
        return ROLE_BACK;
    }
}

static enum role role_away(int preposition_kind, const struct date_expression *date)
{
    if (date->form == DATE_TIME)
        return ROLE_NONE;
    if (date->form == DATE_LENGTH)
        return ROLE_LENGTH;
    switch (preposition_kind) {
    case CUE_UNTIL:
        return ROLE_UNTIL;
    case CUE_THROUGH:
        return ROLE_LAST;
    case CUE_FROM:
        if (date->feast)
            return ROLE_NONE;
        return date->form == DATE_SPAN ? ROLE_SPAN : ROLE_FIRST;
    case CUE_SINCE:
        return ROLE_SINCE;
    case CUE_AFTER:
        return date->form == DATE_DAY && date->cycle != CYCLE_NONE ? ROLE_FIRST
                                                                   : ROLE_NONE;
    case CUE_BEFORE:
        return ROLE_NONE;
    default:
        return date->feast ? ROLE_NONE : ROLE_SPAN;
    }
}

/* Without a word for being away: a range or an end still tells, a day alone does not. */
static enum role role_alone(int preposition_kind, const struct date_expression *date,
                            bool jotted)
{
    if (date->form == DATE_TIME || date->form == DATE_LENGTH)
        return ROLE_NONE;
    if (preposition_kind == CUE_UNTIL)
        return ROLE_UNTIL;
    if (preposition_kind == CUE_THROUGH)
        return ROLE_LAST;
    if (preposition_kind == CUE_FROM)
        return ROLE_FIRST;
    /* "Monday - Thursday, 8 to 5" are hours. */
    bool hours = date->weekday && date->cycle == CYCLE_WEEK && !jotted;
    return date->form == DATE_SPAN && !date->feast && !hours ? ROLE_SPAN : ROLE_NONE;
}

enum role role_of(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, const struct mention *mention,
                  int *certainty)
{
    int before = preposition(letter, passage, sentence, mention->at);
    struct governor governor = find_governor(passage, sentence, mention);
    *certainty = governor.distance < 8 ? 95 : 80;
    if (governor.verb == VERB_BACK) {
        /* "away until 5 May, back in the saddle": a far word for the return does not turn
         * an end. */
        if (before == CUE_UNTIL && governor.distance > 6 &&
            !is_negated(passage, sentence, governor.mark))
            return role_away(before, &mention->date);
        return role_back(before, &mention->date);
    }
    if (governor.verb == VERB_AWAY)
        return role_away(before, &mention->date);
    if (governor.verb == VERB_PRESENT)
        return ROLE_NONE;
    *certainty = 60;
    return role_alone(before, &mention->date, letter->message->jotted);
}
