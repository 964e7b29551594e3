#include "letter.h"

/* Is it an absence? Signs for and against are weighed over the sentences of the subject
 * and the text. */

enum {
    WEIGHT_AWAY = 3,
    WEIGHT_OFF = 1,
    WEIGHT_OFF_DATED = 3,
    WEIGHT_BACK_DATED = 2,
    WEIGHT_REASON_DATED = 2,
    WEIGHT_AUTOMATIC = 1,
    WEIGHT_AGAINST = -4,
    WEIGHT_HOURS = -3,
    ENOUGH = 3
};

struct scale {
    const struct letter *letter;
    int weight;
    bool receipt, new_address, hours, back_now;
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
                   size_t at)
{
    size_t quotes = 0;
    for (size_t i = sentence->tokens.first; i < at; i++)
        quotes += token_is_sign(&passage->tokens, i, '"');
    return quotes % 2 == 1;
}

static bool has_day(const struct passage *passage, const struct sentence *sentence)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].outcome != DATE_IMPOSSIBLE)
            return true;
    return false;
}

static int sign_weight(const struct passage *passage, const struct sentence *sentence,
                       const struct mark *mark)
{
    bool dated = has_day(passage, sentence);
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

/* A reason with a day, or one that a machine's answer gives in the first person: "I have
 * to serve on a jury". */
static bool tells_reason(const struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        if (mark->kind == REASON_NONE)
            continue;
        if (has_day(passage, sentence) ||
            (letter->automatic && mark->value != REASON_WEAK &&
             cue_in(passage, sentence->cues, CUE_I)))
            return true;
    }
    return false;
}

static void weigh_sentence(struct scale *scale, const struct passage *passage,
                           const struct sentence *sentence)
{
    const struct mark *condition = cue_in(passage, sentence->cues, CUE_IF);
    int best = 0;
    for (size_t i = sentence->cues.first; i < sentence->cues.end && !sentence->excluded;
         i++) {
        const struct mark *mark = &passage->cues.items[i];
        int weight = sign_weight(passage, sentence, mark);
        bool conditional =
            condition && condition->at < mark->at && mark->kind != CUE_AWAY;
        if (weight == 0 || conditional || quoted(passage, sentence, mark->at) ||
            (mark->kind == CUE_OFF && negated(passage, sentence, mark)))
            continue;
        best = weight > best ? weight : best;
        if (weight > scale->sign_weight) {
            scale->sign_weight = weight;
            scale->sign = mark;
            scale->passage = passage;
        }
    }
    if (best == 0 && !sentence->excluded &&
        tells_reason(scale->letter, passage, sentence))
        best = WEIGHT_REASON_DATED;
    scale->weight += best;
}

static void weigh_passage(struct scale *scale, const struct passage *passage)
{
    struct range all = {0, passage->cues.count};
    for (size_t i = 0; i < passage->sentence_count; i++)
        weigh_sentence(scale, passage, &passage->sentences[i]);
    scale->receipt = scale->receipt || cue_in(passage, all, CUE_RECEIPT);
    scale->new_address = scale->new_address || cue_in(passage, all, CUE_NEW_ADDRESS);
    scale->hours = scale->hours || cue_in(passage, all, CUE_HOURS);
    scale->back_now = scale->back_now || cue_in(passage, all, CUE_BACK_NOW);
}

/* A mail that a person wrote speaks of its writer only in the first person: others leave,
 * too. */
static bool is_about_sender(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark *mark)
{
    if (letter->automatic || letter->message->jotted)
        return !cue_in(passage, sentence->cues, CUE_OTHER_PERSON);
    const struct mark *me = cue_in(passage, sentence->cues, CUE_I);
    return me && me->at < mark->at + mark->count;
}

static const struct mark *find_left(const struct letter *letter,
                                    const struct passage *passage)
{
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        const struct mark *mark = cue_in(passage, sentence->cues, CUE_LEFT);
        if (!mark)
            mark = cue_in(passage, sentence->cues, CUE_MOVED);
        if (mark && is_about_sender(letter, passage, sentence, mark) &&
            !cue_in(passage, sentence->cues, CUE_IF))
            return mark;
    }
    return NULL;
}

static bool judge_left(struct letter *letter, const char **why)
{
    const struct passage *passages[] = {&letter->text, &letter->subject};
    for (size_t i = 0; i < 2; i++) {
        const struct mark *mark = find_left(letter, passages[i]);
        if (!mark)
            continue;
        evidence_add(letter, FIELD_KIND, passages[i], mark->at, mark->at + mark->count,
                     85);
        *why = "no longer there";
        return true;
    }
    return false;
}

static int against(const struct scale *scale, const char **why)
{
    *why = "nothing in it says that somebody is away";
    int weight = 0;
    if (scale->hours) {
        weight += WEIGHT_HOURS;
        *why = "it speaks of hours, not of an absence";
    }
    if (scale->new_address) {
        weight += WEIGHT_AGAINST;
        *why = "an address has changed";
    }
    if (scale->receipt) {
        weight += WEIGHT_AGAINST;
        *why = "a receipt or another notice of a machine";
    }
    if (scale->back_now) {
        weight += WEIGHT_AGAINST;
        *why = "they are back";
    }
    return weight;
}

enum reading_kind kind_judge(struct letter *letter, const char **why)
{
    if (judge_left(letter, why))
        return READING_LEFT;
    struct scale scale = {.letter = letter};
    weigh_passage(&scale, &letter->subject);
    weigh_passage(&scale, &letter->text);
    int weight = scale.weight + against(&scale, why);
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
