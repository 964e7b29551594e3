#include <string.h>

#include "letter.h"

/* Why: the reasons named are weighed by how much they say and by where they stand. */

/* How much a word of each reason says: a funeral named beside a vacation is the reason.
 */
static const int weights[REASON_COUNT] = {
    [REASON_VACATION] = 5,    [REASON_HOLIDAY] = 6,  [REASON_WEDDING] = 12,
    [REASON_GRADUATION] = 11, [REASON_FUNERAL] = 13, [REASON_ILLNESS] = 9,
    [REASON_PARENTAL] = 12,   [REASON_TRAVEL] = 7,   [REASON_CONFERENCE] = 8,
    [REASON_TRAINING] = 8,    [REASON_MOVING] = 9,   [REASON_JURY] = 11,
    [REASON_OTHER] = 8};

enum {
    WEAK_WEIGHT = 2,
    IN_ABSENCE = 6,
    NEGATED_BEFORE = 2,
    OWN = 2,
    OWN_WITHIN = 6,
    OF_HOUSE = 4,
    OF_FEAST = 4,
    COVER_WITHIN = 2,
    BESIDE_WITHIN = 3,
    IN_TOLD = 1,
    SUPPOSED_WITHIN = 8,
    NAME_LEAST = 4 /* bytes of a word that a domain is searched for */
};

struct choice {
    enum reason reason;
    int weight;
    bool hospital;
    const struct passage *passage;
    const struct mark *mark;
};

static bool is_negated(const struct passage *passage, const struct sentence *sentence,
                       const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_NOT && cue->at < mark->at &&
            mark->at - cue->at <= NEGATED_BEFORE)
            return true;
    }
    return false;
}

/* Does the sentence speak of being away, or of a day of it? */
static bool is_of_absence(const struct passage *passage, const struct sentence *sentence)
{
    return sentence->mentions.first < sentence->mentions.end ||
           cue_in(passage, sentence->cues, CUE_AWAY) ||
           cue_in(passage, sentence->cues, CUE_OFF) ||
           cue_in(passage, sentence->cues, CUE_CLOSED) ||
           cue_in(passage, sentence->cues, CUE_BACK) ||
           cue_in(passage, sentence->cues, CUE_I);
}

/* "I'm burning a week of vacation": the first person within a few words before. */
static bool is_own(const struct letter *letter, const struct passage *passage,
                   const struct sentence *sentence, const struct mark *mark)
{
    struct phrase_match match;
    size_t at = mark->at > OWN_WITHIN ? mark->at - OWN_WITHIN : 0;
    if (at < sentence->tokens.first)
        at = sentence->tokens.first;
    for (; at < mark->at; at++)
        if (phrase_book_match(letter->language->own, &passage->tokens, at, &match))
            return true;
    return false;
}

/* Does the sentence itself say that somebody is away or something closed? */
static bool is_told(const struct passage *passage, const struct sentence *sentence)
{
    return cue_in(passage, sentence->cues, CUE_AWAY) ||
           cue_in(passage, sentence->cues, CUE_CLOSED);
}

static int weigh(const struct letter *letter, const struct passage *passage,
                 const struct sentence *sentence, const struct mark *mark)
{
    int weight = mark->value == REASON_WEAK ? WEAK_WEIGHT : weights[mark->kind];
    if (is_of_absence(passage, sentence))
        weight += IN_ABSENCE;
    /* Who takes days off around a feast has a vacation. */
    if (mark->kind == REASON_HOLIDAY && mark->value != REASON_WEAK &&
        letter->first_person)
        weight -= OF_FEAST;
    if (is_told(passage, sentence))
        weight += IN_TOLD;
    /* "Closed for winter recess, spring classes begin ...": of a house its holiday. */
    if (mark->kind == REASON_HOLIDAY && mark->value != REASON_WEAK &&
        !letter->first_person && cue_in(passage, sentence->cues, CUE_CLOSED))
        weight += OF_HOUSE;
    if (mark->value != REASON_WEAK && is_own(letter, passage, sentence, mark))
        weight += OWN;
    return weight;
}

/* Does the word itself say that somebody is away: "closed"? */
static bool is_in_cue(const struct passage *passage, const struct sentence *sentence,
                      const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_AWAY && mark->at >= cue->at &&
            mark->at < cue->at + cue->count)
            return true;
    }
    return false;
}

/* A feast says why only where something is closed: "back after Easter" gives no reason.
 */
static bool is_idle_feast(const struct passage *passage, const struct sentence *sentence,
                          const struct mark *mark)
{
    return mark->kind == REASON_HOLIDAY && mark->value == REASON_WEAK &&
           !cue_in(passage, sentence->cues, CUE_CLOSED) &&
           !is_in_cue(passage, sentence, mark);
}

/* "quarta-feira" is a day and no fair; only a feast that is named may also be the reason.
 */
static bool is_in_date(const struct passage *passage, const struct sentence *sentence,
                       const struct mark *mark)
{
    const struct mention *mention = mention_over(passage, sentence, mark->at);
    /* "une année sabbatique" */
    bool reaches_out = mention && mention->date.form == DATE_LENGTH &&
                       mark->at + mark->count > mention->at + mention->date.count;
    /* "12th to Bank Holiday Monday", where nothing closes: only its end */
    if (mention && mark->kind == REASON_HOLIDAY && mention->date.form == DATE_SPAN &&
        !mention->date.feast && mark->at > mention->at)
        return !cue_of(passage, sentence, CUE_CLOSED);
    return mention && !reaches_out && !mention->date.feast &&
           mark->kind != REASON_HOLIDAY;
}

/* "After Whitsun I am away": a feast that only says before or after which is no reason.
 */
static bool is_beside_feast(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark *mark)
{
    const struct mention *feast = mention_over(passage, sentence, mark->at);
    struct phrase_match match;
    if (!feast || !feast->date.feast)
        return false;
    for (size_t back = 1; back <= BESIDE_WITHIN && back <= feast->at; back++)
        if (phrase_book_match(letter->language->cues, &passage->tokens, feast->at - back,
                              &match) &&
            match.count == back &&
            (match.kind == CUE_AFTER || match.kind == CUE_BEFORE ||
             match.kind == CUE_SINCE))
            return true;
    return false;
}

static bool is_reason(const struct passage *passage, size_t at)
{
    for (size_t i = 0; i < passage->reasons.count; i++)
        if (passage->reasons.items[i].at <= at &&
            at < passage->reasons.items[i].at + passage->reasons.items[i].count)
            return true;
    return false;
}

/* "Prospect Dental Supply": a word between two others with capitals, of which none gives
 * a reason, is a firm's, but not where all nouns have them. */
static bool is_in_name(const struct letter *letter, const struct passage *passage,
                       const struct mark *mark)
{
    const struct token *items = passage->tokens.items;
    size_t end = mark->at + mark->count;
    if (letter->language->names_known || mark->count > 1 || mark->at == 0 ||
        end >= passage->tokens.count || !items[mark->at].capital)
        return false;
    const struct token *before = &items[mark->at - 1], *after = &items[end];
    return before->kind == TOKEN_WORD && before->capital && after->kind == TOKEN_WORD &&
           after->capital && items[mark->at].gap == GAP_BLANK &&
           after->gap == GAP_BLANK && !is_reason(passage, mark->at - 1) &&
           !is_reason(passage, end);
}

/* Does the name of the sender's house hold a word: "brightsidephysio.example"? */
static bool is_in_domain(const struct letter *letter, const struct token *token)
{
    const char *mail = letter->message->from.mail;
    const char *domain = mail ? strchr(mail, '@') : NULL;
    return domain && token->kind == TOKEN_WORD && token->capital &&
           token->length >= NAME_LEAST && strstr(domain, token->word);
}

/* "Brightside Physio" writes, or somebody of that firm: what it is called is no reason.
 */
static bool is_of_sender(const struct letter *letter, const struct passage *passage,
                         const struct mark *mark)
{
    const struct token *token = &passage->tokens.items[mark->at];
    if (!token->capital)
        return false;
    if (mark->at > 0 && names_sender(letter, token) && names_sender(letter, &token[-1]))
        return true;
    return mark->at > 0 && token->gap == GAP_BLANK && is_in_domain(letter, token) &&
           is_in_domain(letter, &token[-1]);
}

/* "If your animal is unwell", "if the boiler dies": no reason of the sender's, who does
 * not speak of himself in that clause. */
static bool is_supposed(const struct letter *letter, const struct passage *passage,
                        const struct sentence *sentence, const struct mark *mark)
{
    const struct mark *condition = cue_in(passage, sentence->cues, CUE_IF);
    if (!condition || condition->at > mark->at ||
        mark->at - condition->at > SUPPOSED_WITHIN)
        return false;
    for (size_t at = condition->at; at < mark->at; at++) {
        const struct token *token = &passage->tokens.items[at];
        struct phrase_match match;
        if (phrase_book_match(letter->language->own, &passage->tokens, at, &match) ||
            (token->kind == TOKEN_SIGN && (token->sign == ',' || token->sign == ';')))
            return false;
    }
    return true;
}

/* "congresso de fisioterapia", "corso di cucina": what a fair or a course is about,
 * behind its word and "of", is not the reason. */
static bool is_topic(const struct letter *letter, const struct passage *passage,
                     const struct sentence *sentence, const struct mark *mark)
{
    struct phrase_match match;
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *event = &passage->reasons.items[i];
        size_t of = event->at + event->count;
        if ((event->kind == REASON_CONFERENCE || event->kind == REASON_TRAINING) &&
            of < mark->at &&
            phrase_book_match(letter->language->no_place, &passage->tokens, of, &match) &&
            match.kind == PLACE_OF && of + match.count == mark->at)
            return true;
    }
    return false;
}

/* "Ring the vet", "see our training team": whom to turn to is no reason, unless the
 * sender speaks of himself: "call me after my holiday". */
static bool is_of_cover(const struct letter *letter, const struct passage *passage,
                        const struct sentence *sentence, const struct mark *mark)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        size_t at = cue->at + cue->count;
        if (cue->kind != CUE_COVER || at > mark->at || mark->at - at > COVER_WITHIN)
            continue;
        struct phrase_match match;
        while (at < mark->at && passage->tokens.items[at].kind == TOKEN_WORD &&
               !phrase_book_match(letter->language->own, &passage->tokens, at, &match))
            at++;
        if (at == mark->at)
            return true;
    }
    return false;
}

/* "Sick child in between?" asks the reader. */
static bool asks(const struct passage *passage, const struct sentence *sentence)
{
    return token_is_sign(&passage->tokens, sentence->tokens.end - 1, '?');
}

static void weigh_passage(const struct letter *letter, const struct passage *passage,
                          struct choice *best)
{
    for (size_t s = 0; s < passage->sentence_count; s++) {
        const struct sentence *sentence = &passage->sentences[s];
        for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
            const struct mark *mark = &passage->reasons.items[i];
            if (mark->kind == REASON_NONE || sentence->excluded ||
                asks(passage, sentence) || sentence->another ||
                is_negated(passage, sentence, mark) ||
                is_idle_feast(passage, sentence, mark) ||
                is_in_date(passage, sentence, mark) ||
                is_beside_feast(letter, passage, sentence, mark) ||
                is_topic(letter, passage, sentence, mark) ||
                is_in_name(letter, passage, mark) ||
                is_of_sender(letter, passage, mark) ||
                is_supposed(letter, passage, sentence, mark) ||
                is_of_cover(letter, passage, sentence, mark))
                continue;
            best->hospital = best->hospital || mark->value == REASON_HOSPITAL;
            int weight = weigh(letter, passage, sentence, mark);
            if (weight <= best->weight)
                continue;
            best->reason = (enum reason)mark->kind;
            best->weight = weight;
            best->passage = passage;
            best->mark = mark;
        }
    }
}

/* "We are shut for the long weekend": a house that closes has a holiday, whatever it
 * calls it. */
static enum reason reason_of_house(const struct letter *letter, const struct choice *best)
{
    const struct sentence *sentence = sentence_at(best->passage, best->mark->at);
    const struct mark *mark =
        sentence ? cue_in(best->passage, sentence->cues, CUE_CLOSED) : NULL;
    bool closed =
        mark && (mark->count > 1 || cue_in(best->passage, sentence->cues, CUE_I));
    return best->reason == REASON_VACATION && closed && !letter->first_person
               ? REASON_HOLIDAY
               : best->reason;
}

static void take(struct letter *letter, const struct choice *best, struct reading *out)
{
    int certainty = best->weight > IN_ABSENCE + WEAK_WEIGHT ? 90
                    : best->weight > WEAK_WEIGHT            ? 70
                                                            : 55;
    out->reason = reason_of_house(letter, best);
    out->hospital = best->hospital && best->reason == REASON_ILLNESS;
    evidence_add(letter, FIELD_REASON, best->passage, best->mark->at,
                 best->mark->at + best->mark->count, certainty);
}

void reason_find(struct letter *letter, struct reading *out)
{
    struct choice best = {.reason = REASON_NONE};
    weigh_passage(letter, &letter->text, &best);
    weigh_passage(letter, &letter->subject, &best);
    if (best.reason != REASON_NONE)
        take(letter, &best, out);
}

void reason_of_chosen(struct letter *letter, struct reading *out)
{
    struct choice best = {.reason = REASON_NONE};
    weigh_passage(letter, &letter->text, &best);
    if (best.reason == REASON_NONE || best.reason == out->reason)
        return;
    evidence_drop(letter, FIELD_REASON);
    take(letter, &best, out);
}
