#include <string.h>

#include "letter.h"

/* Is it an absence? Signs for and against are weighed over the sentences of the subject
 * and the text. */

enum {
    WEIGHT_AWAY = 3,
    WEIGHT_OFF = 1,
    WEIGHT_OFF_DATED = 3,
    WEIGHT_BACK_DATED = 2,
    WEIGHT_REASON_DATED = 2,
    WEIGHT_REASON_OWN = 3,
    FIRST_PERSON_WITHIN = 8,
    WEIGHT_PROMISED = 2,
    WEIGHT_AUTOMATIC = 1,
    WEIGHT_AGAINST = -4,
    WEIGHT_AGAINST_OWN = -1,
    WEIGHT_HOURS = -3,
    WEIGHT_TRADE = -2,
    ENOUGH = 3,
    REMOTE = 45 /* days */
};

struct scale {
    const struct letter *letter;
    int weight;
    int receipts; /* sentences of receipts */
    bool new_address, hours, back_now;
    bool promised;  /* an answer, for a day to come */
    bool reasoned;  /* there is a reason for an absence */
    bool dated;     /* "closed on 24 December": away on a day of the year */
    bool own_words; /* "I am out of the office": stands against one sentence of
                        receipts */
    const struct passage *passage; /* of the best sign */
    const struct mark *sign;
    int sign_weight;
};

/* A negation up to three tokens before the mark: "not", "no longer". */
static bool negated(const struct passage *passage, const struct sentence *sentence,
                    const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_NOT && cue->at < mark->at && mark->at - cue->at <= 3)
            return true;
    }
    return false;
}

/* Words between quotes are somebody's else: an advert's, a joke's. */
static bool quoted(const struct passage *passage, const struct sentence *sentence,
                   size_t at, bool jotted)
{
    size_t quotes = 0;
    if (jotted) /* a greeting is jotted as it was said */
        return false;
    for (size_t i = sentence->tokens.first; i < at; i++)
        quotes += token_is_sign(&passage->tokens, i, '"');
    return quotes % 2 == 1;
}

static bool has_day(const struct passage *passage, const struct sentence *sentence)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].outcome != DATE_IMPOSSIBLE &&
            !passage->mentions.items[i].date.bare)
            return true;
    return false;
}

/* Does a sentence name a day that does not come round every week? */
static bool is_of_year(const struct passage *passage, const struct sentence *sentence)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].date.cycle == CYCLE_YEAR)
            return true;
    return false;
}

/* What neither a machine sent as an answer nor somebody jotted must say of whom it
 * speaks: people write of others' days, of invitations, of parcels. */
static bool must_be_owned(const struct letter *letter, const struct passage *passage)
{
    return !letter->automatic && !letter->message->jotted &&
           passage->place == EVIDENCE_TEXT;
}

/* "Bin zwei Wochen weg": how long tells as much as a day where the sender speaks of
 * himself. */
static bool is_dated(const struct passage *passage, const struct sentence *sentence)
{
    return has_day(passage, sentence) ||
           (sentence->mentions.first < sentence->mentions.end &&
            cue_in(passage, sentence->cues, CUE_I));
}

/* "Closed", "estará cerrada": does a mark say that a house is closed? */
static bool says_closed(const struct passage *passage, const struct sentence *sentence,
                        const struct mark *mark)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *reason = &passage->reasons.items[i];
        if (mark->kind == CUE_AWAY && reason->kind == REASON_HOLIDAY &&
            reason->at >= mark->at && reason->at < mark->at + mark->count)
            return true;
    }
    return mark->kind == CUE_CLOSED;
}

static int sign_weight(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, const struct mark *mark)
{
    bool dated = is_dated(passage, sentence);
    bool owned =
        !must_be_owned(letter, passage) || sign_is_owned(letter, passage, sentence, mark);
    if (!owned && letter->notice) /* "Showroom and offices close tomorrow" */
        return says_closed(passage, sentence, mark) && dated && trade_signs(letter) == 0
                   ? WEIGHT_OFF_DATED
                   : 0;
    if (!owned)
        return mark->kind == CUE_AWAY ? WEIGHT_OFF_DATED - 1
               : mark->kind == CUE_OFF || mark->kind == CUE_CLOSED ||
                       mark->kind == CUE_BACK
                   ? WEIGHT_OFF
                   : 0;
    switch ((enum cue_kind)mark->kind) {
    case CUE_AWAY:
        return WEIGHT_AWAY;
    case CUE_OFF:
    case CUE_CLOSED:
        return dated ? WEIGHT_OFF_DATED : WEIGHT_OFF;
    case CUE_BACK:
        return dated ? WEIGHT_BACK_DATED : WEIGHT_OFF;
    default:
        return 0;
    }
}

/* "I am at a fair": the first person within a few words before the reason. */
static bool in_first_person(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark *reason)
{
    struct phrase_match match;
    size_t at = reason->at > FIRST_PERSON_WITHIN ? reason->at - FIRST_PERSON_WITHIN : 0;
    if (at < sentence->tokens.first)
        at = sentence->tokens.first;
    for (; at < reason->at; at++)
        if (phrase_book_match(letter->language->first, &passage->tokens, at, &match))
            return true;
    return false;
}

/* "I go on leave next month", "I am away 3 to 10 February" in a mail of November: what
 * somebody writes of days far off is no notice of an absence. */
static bool is_remote(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence)
{
    if (!must_be_owned(letter, passage) || !has_day(passage, sentence) ||
        cue_in(passage, sentence->cues, CUE_UNTIL) ||
        cue_in(passage, sentence->cues, CUE_THROUGH) ||
        cue_in(passage, sentence->cues, CUE_BACK))
        return false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct date_expression *date = &passage->mentions.items[i].date;
        day_number near = letter->dates.now.day + (date->form == DATE_MONTH ? 0 : REMOTE);
        if (date->first == DAY_NONE || date->feast || date->first <= near)
            return false;
    }
    return true;
}

/* What a reason says: with a day more, in the first person most. One without a day counts
 * only where a machine answers in the first person: "I have to serve on a jury". */
static int reason_weight(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence)
{
    /* "Any Wednesday except the 11th, when I'm at a fair" */
    const struct mark *condition = cue_of(passage, sentence, CUE_IF);
    bool dated = has_day(passage, sentence);
    int best = 0;
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        bool strong = mark->value != REASON_WEAK;
        if (mark->kind == REASON_NONE ||
            (must_be_owned(letter, passage) && condition && condition->at < mark->at))
            continue;
        bool own = strong && in_first_person(letter, passage, sentence, mark);
        if (dated && own)
            return WEIGHT_REASON_OWN;
        if (own && best < WEIGHT_OFF)
            best = WEIGHT_OFF;
        if ((dated && (!must_be_owned(letter, passage) ||
                       sign_is_owned(letter, passage, sentence, mark))) ||
            (strong && (letter->message->jotted ||
                        (letter->automatic && cue_in(passage, sentence->cues, CUE_I)))))
            best = WEIGHT_REASON_DATED;
    }
    return best;
}

/* "If it burns, run; I am back tomorrow": a condition goes as far as its clause. */
static bool is_conditional(const struct passage *passage, const struct mark *condition,
                           const struct mark *mark)
{
    if (!condition || condition->at >= mark->at ||
        (mark->kind == CUE_AWAY && mark->at - condition->at > 1))
        return false;
    for (size_t at = condition->at; at < mark->at; at++)
        if (token_is_sign(&passage->tokens, at, ';'))
            return false;
    return true;
}

static void weigh_sentence(struct scale *scale, const struct passage *passage,
                           const struct sentence *sentence)
{
    const struct mark *condition = cue_in(passage, sentence->cues, CUE_IF);
    int best = 0;
    if (is_remote(scale->letter, passage, sentence))
        return;
    for (size_t i = sentence->cues.first; i < sentence->cues.end && !sentence->excluded;
         i++) {
        const struct mark *mark = &passage->cues.items[i];
        int weight = sign_weight(scale->letter, passage, sentence, mark);
        bool conditional = is_conditional(passage, condition, mark);
        if (weight == 0 || conditional ||
            quoted(passage, sentence, mark->at, scale->letter->message->jotted) ||
            (mark->kind == CUE_OFF && negated(passage, sentence, mark)))
            continue;
        best = weight > best ? weight : best;
        scale->dated =
            scale->dated || (mark->kind == CUE_AWAY && is_of_year(passage, sentence));
        scale->own_words = scale->own_words ||
                           (mark->kind == CUE_AWAY &&
                            sign_is_owned(scale->letter, passage, sentence, mark)) ||
                           (passage->place == EVIDENCE_SUBJECT &&
                            weight >= WEIGHT_OFF_DATED && scale->letter->first_person);
        if (weight > scale->sign_weight) {
            scale->sign_weight = weight;
            scale->sign = mark;
            scale->passage = passage;
        }
    }
    if (!sentence->excluded && best < WEIGHT_REASON_OWN) {
        int reason = reason_weight(scale->letter, passage, sentence);
        bool own = reason == WEIGHT_REASON_OWN;
        if (best == 0 && tells_end(scale->letter, passage, sentence))
            best = WEIGHT_REASON_DATED;
        if (best <= WEIGHT_OFF || own)
            best = reason > best ? reason : best;
    }
    scale->weight += best;
}

static void weigh_passage(struct scale *scale, const struct passage *passage)
{
    struct range all = {0, passage->cues.count};
    for (size_t i = 0; i < passage->sentence_count; i++) {
        weigh_sentence(scale, passage, &passage->sentences[i]);
        scale->promised = scale->promised ||
                          promises_day(scale->letter, passage, &passage->sentences[i]);
        scale->reasoned =
            scale->reasoned || gives_reason(passage, &passage->sentences[i]);
        scale->receipts += receipt_in(passage, passage->sentences[i].cues) != NULL;
        scale->hours = scale->hours ||
                       hours_in(scale->letter, passage, &passage->sentences[i]) != NULL;
    }
    scale->new_address = scale->new_address || cue_in(passage, all, CUE_NEW_ADDRESS);
    scale->back_now = scale->back_now || cue_in(passage, all, CUE_BACK_NOW);
}

static int against(const struct scale *scale, const char **why)
{
    *why = "nothing in it says that somebody is away";
    int weight = 0;
    if (scale->hours) {
        weight += scale->own_words || scale->dated ? WEIGHT_AGAINST_OWN : WEIGHT_HOURS;
        *why = "it speaks of hours, not of an absence";
    }
    if (scale->new_address) {
        weight += WEIGHT_AGAINST;
        *why = "an address has changed";
    }
    if (scale->receipts > 0) {
        bool one = scale->own_words && scale->receipts == 1;
        weight += one ? WEIGHT_AGAINST_OWN : WEIGHT_AGAINST;
        *why = "a receipt or another notice of a machine";
    }
    if (scale->back_now) {
        weight += WEIGHT_AGAINST;
        *why = "they are back";
    }
    return weight;
}

/* "Not read: ...", "Declined: ...": what programs write before the subject that they
 * answer. */
static bool is_notice(const struct letter *letter)
{
    const char *subject = letter->message->subject ? letter->message->subject : "";
    struct tokens tokens;
    struct phrase_match match;
    tokens_read(letter->arena, subject, strlen(subject), &tokens);
    return phrase_book_match(letter->language->closings, &tokens, 0, &match) &&
           match.kind == LINE_SUBJECT_OTHER && token_is_sign(&tokens, match.count, ':');
}

enum reading_kind kind_judge(struct letter *letter, const char **why)
{
    if (is_notice(letter)) {
        *why = "a receipt, or an answer to an invitation";
        return READING_OTHER;
    }
    if (left_judge(letter, why))
        return READING_LEFT;
    struct scale scale = {.letter = letter};
    weigh_passage(&scale, &letter->subject);
    weigh_passage(&scale, &letter->text);
    if (scale.promised && (scale.weight > 0 || scale.reasoned))
        scale.weight += WEIGHT_PROMISED;
    int weight = scale.weight + against(&scale, why);
    /* A machine that answers may speak of orders while its owner is away. */
    int trade = letter->notice ? WEIGHT_TRADE * trade_signs(letter) : 0;
    if (letter->automatic && !scale.own_words)
        trade = -trade_signs(letter);
    weight += trade;
    if (trade < 0)
        *why = "a shop, a carrier or a calendar sent it";
    if (scale.weight > 0 && (letter->automatic || letter->message->jotted))
        weight += WEIGHT_AUTOMATIC;
    if (weight < ENOUGH)
        return READING_OTHER;
    if (scale.sign)
        evidence_add(letter, FIELD_KIND, scale.passage, scale.sign->at,
                     scale.sign->at + scale.sign->count,
                     weight > 5   ? 95
                     : weight > 3 ? 85
                                  : 70);
    *why = "the words say that somebody is away";
    return READING_OOO;
}
