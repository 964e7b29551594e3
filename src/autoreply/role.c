#include "governor.h"

/* What a date is to the absence: told by the preposition right before it, and by the word
 * for being away or back that governs it (governor.c). */

enum { NEAR = 2, MONTH_MAX = 31 };

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

/* "Jusqu'à la rentrée du 6 janvier": is a "from" only the "of" behind the end? */
static bool is_of_end(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, const struct mark *mark,
                      const struct mark *end)
{
    size_t count;
    return mark->kind == CUE_FROM && end->kind == CUE_UNTIL &&
           end->at + end->count < mark->at &&
           place_word(letter->language->no_place, &passage->tokens, mark->at, PLACE_OF,
                      &count) &&
           reaches(passage, sentence, end->at + end->count, mark->at);
}

/* The preposition right before the date, NULL when there is none. */
static const struct mark *preposition(const struct letter *letter,
                                      const struct passage *passage,
                                      const struct sentence *sentence, size_t at)
{
    for (size_t i = sentence->cues.end; i > sentence->cues.first; i--) {
        const struct mark *mark = &passage->cues.items[i - 1];
        if (mark->at >= at || mark->kind == CUE_I || mark->kind == CUE_BACK_ON)
            continue;
        if (i - 1 > sentence->cues.first &&
            is_of_end(letter, passage, sentence, mark, mark - 1))
            return mark - 1;
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
    if (date->form == DATE_MONTH && date->last - date->first > MONTH_MAX)
        return ROLE_NONE; /* "in the course of next year" */
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
        if (date->feast && date->form != DATE_SPAN)
            return ROLE_NONE;
        return date->form == DATE_SPAN ? ROLE_SPAN : ROLE_FIRST;
    case CUE_SINCE:
        return date->form == DATE_SPAN ? ROLE_SPAN : ROLE_SINCE;
    case CUE_AFTER:
        if (date->feast)
            return ROLE_BEYOND;
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
    if (preposition_kind == CUE_FROM) /* "from 1 October we answer mail": at work again */
        return ROLE_BACK;
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
        return date->form == DATE_SPAN ? ROLE_SPAN : ROLE_FIRST;
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

/* "10 August, she is not there till then": the day before such a word, with one for being
 * away between. */
static bool is_until_which(const struct passage *passage, const struct sentence *sentence,
                           const struct mention *mention)
{
    const struct mark *then = cue_in(passage, sentence->cues, CUE_THEN);
    size_t end = mention->at + mention->date.count;
    if (!then || then->at < end || mention->date.form != DATE_DAY)
        return false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].at >= end &&
            passage->mentions.items[i].at < then->at)
            return false;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->at >= end && cue->at < then->at &&
            (cue->kind == CUE_AWAY || cue->kind == CUE_OFF))
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

/* "I'm in West Lafayette Friday through Monday", "next week I travel to the Ardennes":
 * who says where he is or goes, is away. */
static bool says_where(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence)
{
    const struct tokens *tokens = &passage->tokens;
    struct phrase_match match;
    bool me = false;
    for (size_t at = sentence->tokens.first; at < sentence->tokens.end; at++) {
        size_t count;
        me = me || phrase_book_match(letter->language->first, tokens, at, &match);
        if (!phrase_book_match(letter->language->places, tokens, at, &match))
            continue;
        size_t name = at + match.count;
        name += place_word(letter->language->no_place, tokens, name, PLACE_OF, &count)
                    ? count
                    : 0;
        if (name < sentence->tokens.end && place_name_word(letter, tokens, name) &&
            !mention_over(passage, sentence, name) &&
            (me || own_be_before(letter, tokens, at)))
            return true;
    }
    return false;
}

enum role role_of(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, const struct mention *mention,
                  int *certainty)
{
    const struct mark *mark = preposition(letter, passage, sentence, mention->at);
    int before = mark ? mark->kind : -1;
    const struct date_expression *date = &mention->date;
    struct governor governor = find_governor(letter, passage, sentence, mention);
    bool there = governor.verb == VERB_NONE &&
                 (date->form == DATE_SPAN || date->form == DATE_WEEK) &&
                 says_where(letter, passage, sentence);
    *certainty = governor.distance < 8                  ? 95
                 : governor.verb == VERB_NONE && !there ? 60
                                                        : 80;
    if (date->past)
        return ROLE_NONE;
    if (is_until_which(passage, sentence, mention))
        return ROLE_BACK;
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
    if (there)
        return role_away(before, date, false);
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
