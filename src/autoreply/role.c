#include "letter.h"

/* What a date is to the absence: told by the preposition right before it, and by the word
 * for being away or back that governs it, the nearest in its sentence. */

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
    NEAR = 2
};

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
static bool reaches(const struct passage *passage, const struct sentence *sentence,
                    size_t from, size_t to)
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

/* The preposition right before the date, NULL when there is none. */
static const struct mark *preposition(const struct letter *letter,
                                      const struct passage *passage,
                                      const struct sentence *sentence, size_t at)
{
    for (size_t i = sentence->cues.end; i > sentence->cues.first; i--) {
        const struct mark *mark = &passage->cues.items[i - 1];
        if (mark->at >= at || mark->kind == CUE_I)
            continue;
        size_t behind = mark->at + mark->count;
        if ((mark->kind == CUE_UNTIL || mark->kind == CUE_THROUGH ||
             mark->kind == CUE_AFTER) &&
            reaches(passage, sentence, behind, at))
            return mark;
        while (behind < at && is_filler(letter, &passage->tokens, behind))
            behind++;
        return behind >= at && is_preposition(mark->kind) ? mark : NULL;
    }
    return NULL;
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
    /* "back at 3": the word may reach into the date. */
    if (mark->at < mention->at)
        return distance(passage, mark->at + mark->count, mention->at);
    if (mark->at >= end) {
        /* The comma in "From Monday, I am away" parts nothing. */
        end += token_is_sign(&passage->tokens, end, ',') && end < mark->at;
        return FORWARD + distance(passage, end, mark->at);
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

enum verb { VERB_NONE, VERB_AWAY, VERB_BACK, VERB_ANSWER, VERB_PRESENT };

struct governor {
    enum verb verb;
    const struct mark *mark;
    bool of_reason;
    int distance;
};

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

static struct governor find_governor(const struct letter *letter,
                                     const struct passage *passage,
                                     const struct sentence *sentence,
                                     const struct mention *mention)
{
    struct governor best = {.verb = VERB_NONE, .distance = FAR};
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *mark = &passage->cues.items[i];
        enum verb verb = verb_of(mark->kind);
        if (mark->kind == CUE_CLOSED && letter->first_person &&
            !cue_in(passage, sentence->cues, CUE_I))
            continue; /* what closes there is neither the sender nor "we" */
        if (verb == VERB_AWAY && is_of_return(passage, sentence, mark))
            continue;
        bool behind = mark->at >= mention->at;
        if (verb == VERB_NONE || ((verb == VERB_BACK || verb == VERB_ANSWER) && behind &&
                                  has_own_day(passage, sentence, mark)))
            continue;
        int far = mark_distance(passage, mark, mention);
        if (far < best.distance)
            best = (struct governor){verb, mark, false, far};
    }
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        bool at_work = best.verb == VERB_PRESENT && best.mark->at < mention->at;
        if (at_work || is_of_return(passage, sentence, mark))
            continue;
        int far = REASON_FAR + mark_distance(passage, mark, mention);
        if (mark->kind != REASON_NONE && far < best.distance)
            best = (struct governor){VERB_AWAY, mark, true, far};
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
        return date->following ? ROLE_NEXT : ROLE_NONE;
    switch (preposition_kind) {
    case CUE_THROUGH:
        return ROLE_LAST;
    case CUE_SINCE:
        return ROLE_NONE;
    default:
        return ROLE_BACK;
    }
}

static enum role role_away(int preposition_kind, const struct date_expression *date,
                           bool near)
{
    if (date->form == DATE_TIME)
        return ROLE_NONE;
    if (date->form == DATE_LENGTH)
        return date->following ? ROLE_NONE : ROLE_LENGTH;
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
        return date->form == DATE_SPAN ? ROLE_SPAN : ROLE_SINCE;
    case CUE_AFTER:
        return date->form == DATE_DAY && date->cycle != CYCLE_NONE ? ROLE_FIRST
                                                                   : ROLE_NONE;
    case CUE_BEFORE: /* "no calls before Monday" */
        return near ? ROLE_ANSWER : ROLE_NONE;
    default:
        return date->feast ? ROLE_NONE : ROLE_SPAN;
    }
}

/* "I will reply on Monday" tells a return; "no replies until Monday" an end. */
static enum role role_answer(int preposition_kind, const struct date_expression *date)
{
    if (preposition_kind == CUE_UNTIL || preposition_kind == CUE_THROUGH)
        return role_away(preposition_kind, date, false);
    if (date->form != DATE_DAY || date->feast || preposition_kind == CUE_BEFORE ||
        preposition_kind == CUE_SINCE)
        return date->following ? ROLE_NEXT : ROLE_NONE;
    return preposition_kind == CUE_AFTER ? ROLE_NONE : ROLE_ANSWER;
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

/* "No work before Monday", "not at my desk before the 5th": a negation in the sentence
 * before that "before". */
static bool is_not_before(const struct passage *passage, const struct sentence *sentence,
                          int before, const struct mention *mention)
{
    const struct mark *negation = cue_in(passage, sentence->cues, CUE_NOT);
    return before == CUE_BEFORE && negation && negation->at < mention->at &&
           mention->date.form == DATE_DAY;
}

/* "till after Easter": does an "until" end right before an "after"? */
static bool is_until_after(const struct passage *passage, const struct sentence *sentence,
                           const struct mark *after)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_UNTIL && cue->at + cue->count == after->at)
            return true;
    }
    return false;
}

/* What a date is where no word for being away or back holds it. From some day on
 * somebody else may be asked. */
static enum role role_loose(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence,
                            const struct mention *mention, int before)
{
    const struct mark *cover = cue_in(passage, sentence->cues, CUE_COVER);
    if (before == CUE_FROM && cover && cover->at < mention->at)
        return ROLE_NONE;
    return role_alone(before, &mention->date, letter->message->jotted);
}

/* "away until 5 May, back in the saddle": a far word for the return does not turn an end.
 */
static bool turns_end(const struct passage *passage, const struct sentence *sentence,
                      const struct governor *governor, int before)
{
    return before != CUE_UNTIL || governor->distance <= 6 ||
           is_negated(passage, sentence, governor->mark);
}

enum role role_of(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, const struct mention *mention,
                  int *certainty)
{
    const struct mark *mark = preposition(letter, passage, sentence, mention->at);
    int before = mark ? mark->kind : -1;
    const struct date_expression *date = &mention->date;
    struct governor governor = find_governor(letter, passage, sentence, mention);
    *certainty = governor.distance < 8 ? 95 : governor.verb == VERB_NONE ? 60 : 80;
    if (date->past)
        return ROLE_NONE;
    if (before == CUE_AFTER && is_until_after(passage, sentence, mark))
        return date->form == DATE_TIME ? ROLE_NONE : ROLE_AFTER;
    if (governor.verb != VERB_PRESENT &&
        is_not_before(passage, sentence, before, mention))
        return ROLE_ANSWER;
    switch (governor.verb) {
    case VERB_BACK:
        if (turns_end(passage, sentence, &governor, before))
            return role_back(before, date);
        return role_away(before, date, false);
    case VERB_AWAY:
        return role_away(before, date, governor.distance <= NEAR);
    case VERB_ANSWER:
        return role_answer(before, date);
    case VERB_PRESENT:
        return ROLE_NONE;
    case VERB_NONE:
        break;
    }
    return role_loose(letter, passage, sentence, mention, before);
}

struct role_words role_words_of(const struct letter *letter,
                                const struct passage *passage,
                                const struct sentence *sentence,
                                const struct mention *mention)
{
    struct governor governor = find_governor(letter, passage, sentence, mention);
    return (struct role_words){
        .before = preposition(letter, passage, sentence, mention->at),
        .governor = governor.verb == VERB_NONE ? NULL : governor.mark,
        .of_reason = governor.of_reason,
        .at_work = governor.verb == VERB_PRESENT,
    };
}
