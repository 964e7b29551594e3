#include "governor.h"

/* The nearest word of the sentence holds a date; clauses, joins and other dates between
 * put it further off. */

enum {
    CLAUSE = 3,
    JOIN = 5,
    DATE_BETWEEN = 4,
    FORWARD = 3,
    FAR = 1000,
    REASON_FAR = 2,
    UNTIL_WITHIN = 4,
    OF_RETURN_WITHIN = 2,
    BOUND_WITHIN = 4,
    BEFORE_WITHIN = 3,
    PLACE_WITHIN = 2
};

static bool is_clause_sign(const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at];
    if (token->kind != TOKEN_SIGN)
        return false;
    return token->sign == ',' || token->sign == ';' || token->sign == '(' ||
           token->sign == ')' || (token->sign == '-' && token->gap != GAP_NONE);
}

/* "until at least Monday", "until, we hope, Monday": an end may stand a few words off,
 * with no other date and no other clause between. */
bool reaches(const struct passage *passage, const struct sentence *sentence, size_t from,
             size_t to)
{
    if (to > from + UNTIL_WITHIN)
        return false;
    for (size_t at = from; at < to; at++)
        if (is_clause_sign(&passage->tokens, at) &&
            !token_is_sign(&passage->tokens, at, ','))
            return false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *between = &passage->mentions.items[i];
        if (between->at >= from && between->at < to)
            return false;
    }
    return true;
}

/* What a token between a word and a date adds to their distance. */
static int token_cost(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    struct phrase_match match;
    if (is_clause_sign(tokens, at))
        return CLAUSE;
    return phrase_book_match(letter->language->joins, tokens, at, &match) ? JOIN : 1;
}

/* The distances of all tokens from the start, so that one of them costs nothing where
 * many words and dates stand in a sentence: tokens, more for each clause and other date.
 */
void passage_measure(struct letter *letter, struct passage *passage)
{
    const struct tokens *tokens = &passage->tokens;
    size_t mention = 0;
    if (passage->mentions.count == 0)
        return;
    passage->costs = arena_array(letter->arena, tokens->count + 1, sizeof(int));
    for (size_t at = 0; at < tokens->count; at++) {
        int cost = token_cost(letter, tokens, at);
        for (; mention < passage->mentions.count &&
               passage->mentions.items[mention].at == at;
             mention++)
            cost += DATE_BETWEEN;
        passage->costs[at + 1] = passage->costs[at] + cost;
    }
}

/* How far a word is from a date. */
static int distance(const struct passage *passage, size_t from, size_t to)
{
    return to > from ? passage->costs[to] - passage->costs[from] : 0;
}

static int mark_distance(const struct passage *passage, const struct mark *mark,
                         const struct mention *mention)
{
    size_t end = mention->at + mention->date.count;
    /* "back at 3": the word may reach into the date; "esta semana não trabalho": hold it.
     */
    bool holds = mark->at == mention->at && mark->kind == CUE_AWAY &&
                 mark->count > mention->date.count;
    if (mark->at < mention->at || holds)
        return distance(passage, mark->at + mark->count, mention->at);
    if (mark->at >= end) {
        /* The comma in "From Monday, I am away" parts nothing. */
        end += token_is_sign(&passage->tokens, end, ',') && end < mark->at;
        /* "morgen weer": right behind its day a return holds it. */
        int far = distance(passage, end, mark->at);
        return far == 0 && mark->kind == CUE_BACK ? 1 : FORWARD + far;
    }
    return FAR;
}

/* "Monday is a holiday, so I return on Tuesday": a return with a day of its own right
 * behind it has nothing to say of the days before it. */
static bool has_own_day(const struct passage *passage, const struct sentence *sentence,
                        const struct mark *mark)
{
    size_t behind = mark->at + mark->count;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *own = &passage->mentions.items[i];
        /* Of "serai là jeudi" the "là" begins the date, too. */
        if (own->at <= mark->at || own->at + own->date.count <= behind ||
            own->date.form != DATE_DAY)
            continue;
        for (size_t at = behind; at < own->at; at++)
            if (is_clause_sign(&passage->tokens, at))
                return false;
        return own->at <= behind + BOUND_WITHIN;
    }
    return false;
}

/* "Thursday and Friday, Monday back": the day right before a return is its own, not the
 * ones before that. */
static bool has_day_before(const struct passage *passage, const struct sentence *sentence,
                           const struct mark *mark, const struct mention *mention)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *own = &passage->mentions.items[i];
        size_t end = own->at + own->date.count;
        if (own->at > mention->at && own->date.form == DATE_DAY && end <= mark->at &&
            mark->at - end <= 1)
            return true;
    }
    return false;
}

/* "I don't know when I'll be back, could be tomorrow". */
static bool is_unknown(const struct passage *passage, const struct sentence *sentence,
                       const struct mark *mark)
{
    if (!cue_of(passage, sentence, CUE_NO_END))
        return false;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_NO_END && cue->at < mark->at && cue->count > 2 &&
            mark->at - cue->at <= cue->count + BEFORE_WITHIN)
            return true;
    }
    return false;
}

/* "My last day before my leave is Friday", "till my leave begins": an absence named only
 * to say what comes before it, where somebody is at work. */
static bool is_before_which(const struct passage *passage,
                            const struct sentence *sentence, const struct mark *mark)
{
    const struct mark *there = cue_in(passage, sentence->cues, CUE_PRESENT);
    for (size_t i = sentence->cues.first; there && i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        size_t end = cue->at + cue->count;
        if (cue->kind == CUE_BEFORE && cue->at >= there->at && end <= mark->at &&
            mark->at - end <= BEFORE_WITHIN)
            return true;
    }
    return false;
}

static enum verb verb_of(int kind)
{
    if (kind == CUE_AWAY || kind == CUE_OFF || kind == CUE_CLOSED)
        return VERB_AWAY;
    if (kind == CUE_PRESENT || kind == CUE_GONE) /* the day of a death is no day away */
        return VERB_PRESENT;
    if (kind == CUE_ANSWER)
        return VERB_ANSWER;
    return kind == CUE_BACK ? VERB_BACK : VERB_NONE;
}

/* "Our company holidays take place from the 4th to the 15th": what takes place right
 * behind it is the absence. */
static bool takes_place(const struct passage *passage, const struct sentence *sentence,
                        const struct mark *there)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *reason = &passage->reasons.items[i];
        size_t end = reason->at + reason->count;
        if ((reason->kind == REASON_VACATION || reason->kind == REASON_HOLIDAY) &&
            end <= there->at && there->at - end <= PLACE_WITHIN)
            return true;
    }
    return false;
}

/* "back from my vacation on Tuesday": the vacation behind the return does not hold the
 * day. */
static bool is_of_return(const struct passage *passage, const struct sentence *sentence,
                         const struct mark *reason)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        size_t end = cue->at + cue->count;
        if (cue->kind == CUE_BACK && cue->at < reason->at &&
            reason->at <= end + OF_RETURN_WITHIN &&
            reaches(passage, sentence, end, reason->at))
            return true;
    }
    return false;
}

/* "All branches will be closed": neither the sender, who says "I", nor "we" before it. */
static bool closes_other(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence, const struct mark *mark)
{
    const struct mark *me = cue_in(passage, sentence->cues, CUE_I);
    return letter->first_person && !(me && me->at < mark->at);
}

/* "The firm closes on Friday and re-opens on 2 January. I am on leave until the 6th": the
 * return of what closed, where the sender tells an absence of his own. */
static bool reopens_other(const struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence, const struct mark *mark)
{
    const struct mark *closed = cue_of(passage, sentence, CUE_CLOSED);
    return letter->own_absence && closed && closed->at < mark->at &&
           !own_be_before(letter, &passage->tokens, mark->at) &&
           closes_other(letter, passage, sentence, mark);
}

/* "Thursday won't work, I'm off ...": a negation between a day and the word behind it. */
static bool is_negated_before(const struct passage *passage,
                              const struct sentence *sentence,
                              const struct mention *mention, const struct mark *mark)
{
    size_t end = mention->at + mention->date.count;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_NOT && cue->at >= end && cue->at + cue->count < mark->at)
            return true;
    }
    return false;
}

/* Something in the sentence takes the cue away from the day. */
static bool cue_is_taken(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence, const struct mention *mention,
                         const struct mark *mark, enum verb verb)
{
    bool behind = mark->at >= mention->at;
    if (verb == VERB_AWAY)
        return (mark->kind == CUE_CLOSED &&
                closes_other(letter, passage, sentence, mark)) ||
               (behind && is_negated_before(passage, sentence, mention, mark)) ||
               is_of_return(passage, sentence, mark) ||
               is_before_which(passage, sentence, mark);
    if (verb == VERB_PRESENT)
        return takes_place(passage, sentence, mark);
    if (verb == VERB_BACK && (is_unknown(passage, sentence, mark) ||
                              reopens_other(letter, passage, sentence, mark)))
        return true;
    return (verb == VERB_BACK || verb == VERB_ANSWER) && behind &&
           (has_own_day(passage, sentence, mark) ||
            has_day_before(passage, sentence, mark, mention));
}

/* The same of a reason. */
static bool reason_is_taken(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence,
                            const struct mention *mention, const struct mark *mark)
{
    bool closed = mark->kind == REASON_HOLIDAY && mark->value == REASON_WEAK;
    return (mark->at >= mention->at &&
            is_negated_before(passage, sentence, mention, mark)) ||
           (closed && closes_other(letter, passage, sentence, mark)) ||
           is_of_return(passage, sentence, mark) ||
           is_before_which(passage, sentence, mark);
}

/* What is not nearer is not looked at: a sentence may be a flood of words and days. */
struct governor find_governor(const struct letter *letter, const struct passage *passage,
                              const struct sentence *sentence,
                              const struct mention *mention)
{
    struct governor best = {.verb = VERB_NONE, .distance = FAR};
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *mark = &passage->cues.items[i];
        enum verb verb = verb_of(mark->kind);
        if (verb == VERB_NONE)
            continue;
        int far = mark_distance(passage, mark, mention);
        if (far < best.distance &&
            !cue_is_taken(letter, passage, sentence, mention, mark, verb))
            best = (struct governor){verb, mark, false, far};
    }
    bool at_work = best.verb == VERB_PRESENT && best.mark->kind == CUE_PRESENT &&
                   best.mark->at < mention->at;
    for (size_t i = sentence->reasons.first; !at_work && i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        int far = REASON_FAR + mark_distance(passage, mark, mention);
        if (mark->kind != REASON_NONE && far < best.distance &&
            !reason_is_taken(letter, passage, sentence, mention, mark))
            best = (struct governor){VERB_AWAY, mark, true, far};
    }
    return best;
}
