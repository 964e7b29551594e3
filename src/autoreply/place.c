#include "letter.h"

/* Where: a name behind "in", "at" or the like, where the absence is spoken of. */

enum { BEHIND_EVENT = 4, TERSE = 24 };

struct candidate {
    size_t first, end; /* tokens */
    int weight;
};

/* A word that gives a reason or says who is away is no place: "in Elternzeit". */
static bool is_marked(const struct marks *marks, struct range range, size_t at)
{
    for (size_t i = range.first; i < range.end; i++)
        if (marks->items[i].at <= at && at < marks->items[i].at + marks->items[i].count &&
            marks->items[i].kind != 0)
            return true;
    return false;
}

/* "on FMLA leave": a name within the words for being away, and not behind them. */
static bool is_word_for_away(const struct passage *passage,
                             const struct sentence *sentence, size_t at)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_AWAY && cue->at < at && at + 1 < cue->at + cue->count)
            return true;
    }
    return false;
}

/* Behind a word that asks to write or ring to somebody, a name is a person's. */
static bool behind_cover(const struct passage *passage, const struct sentence *sentence,
                         size_t at)
{
    const struct mark *cover = cue_in(passage, sentence->cues, CUE_COVER);
    return cover && cover->at < at;
}

static bool speaks_of_absence(const struct passage *passage,
                              const struct sentence *sentence)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++)
        if (passage->reasons.items[i].kind != REASON_NONE)
            return true;
    return cue_in(passage, sentence->cues, CUE_AWAY) ||
           cue_in(passage, sentence->cues, CUE_OFF) ||
           sentence->mentions.first < sentence->mentions.end;
}

/* A name with an address or number right behind it is a person's or a desk's. */
static bool before_contact(const struct passage *passage, const struct sentence *sentence,
                           size_t end)
{
    const struct tokens *tokens = &passage->tokens;
    if (mention_over(passage, sentence, end))
        return false;
    while (end < tokens->count && tokens->items[end].kind == TOKEN_SIGN &&
           (tokens->items[end].sign == '(' || tokens->items[end].sign == ',' ||
            tokens->items[end].sign == ':' || tokens->items[end].sign == '-'))
        end++;
    return end < tokens->count && (tokens->items[end].kind == TOKEN_HIDDEN ||
                                   (tokens->items[end].kind == TOKEN_NUMBER &&
                                    tokens->items[end].gap == GAP_BLANK &&
                                    tokens->items[end - 1].kind == TOKEN_WORD));
}

static void consider(struct candidate *best, size_t first, size_t end, int weight)
{
    if (weight > best->weight)
        *best = (struct candidate){first, end, weight};
}

/* "in the Algarve with my family": no event of that name. */
static bool is_company(const struct passage *passage, const struct sentence *sentence,
                       size_t at)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++)
        if (passage->reasons.items[i].at == at)
            return passage->reasons.items[i].kind == REASON_VACATION;
    return false;
}

/* "in MSHA refresher training", "at the Cloud Summit": the name of the event rather than
 * of a place, which ends before or with a word for one. */
static bool names_event(const struct letter *letter, const struct passage *passage,
                        const struct sentence *sentence, size_t first, size_t end)
{
    struct phrase_match match;
    for (size_t at = first; at < end; at++)
        if (is_marked(&passage->reasons, sentence->reasons, at))
            return true;
    /* "in Luanda to visit a site": the reason begins with a preposition of its own. */
    return is_marked(&passage->reasons, sentence->reasons, end) &&
           !is_company(passage, sentence, end) &&
           !phrase_book_match(letter->language->places, &passage->tokens, end, &match) &&
           !phrase_book_match(letter->language->people, &passage->tokens, end, &match) &&
           !phrase_book_match(letter->language->filler, &passage->tokens, end, &match);
}

/* Where the next date begins, for a name ends before it: "in Las Vegas Jan 5-8". */
static size_t next_mention(const struct passage *passage, const struct sentence *sentence,
                           size_t at)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].at >= at)
            return passage->mentions.items[i].at;
    return sentence->tokens.end;
}

/* "back at Gulf Pipe", "return to Chambers": where the sender is when he is not away. */
static bool is_of_return(const struct passage *passage, const struct sentence *sentence,
                         size_t at)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_BACK && cue->at <= at && at <= cue->at + cue->count)
            return true;
    }
    return false;
}

/* "in der Schweiz": where nouns have capitals too, only names that are known have an
 * article. */
static bool may_have_article(const struct letter *letter, const struct tokens *tokens,
                             size_t at)
{
    size_t count;
    return !letter->language->names_known ||
           place_word(letter->language->no_place, tokens, at, PLACE_KNOWN, &count);
}

/* "A Helena nasceu": what may be a preposition is an article where a sentence begins. */
static bool is_article(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, size_t at)
{
    struct phrase_match match;
    return at == sentence->tokens.first && passage->tokens.items[at].capital &&
           phrase_book_match(letter->language->people, &passage->tokens, at, &match) &&
           match.kind == PEOPLE_ARTICLE;
}

/* A name behind a preposition: "in" tells more than "at" or "to". */
static void look_behind_prepositions(const struct letter *letter,
                                     const struct passage *passage,
                                     const struct sentence *sentence,
                                     struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    bool speaks = speaks_of_absence(passage, sentence);
    const struct mark *condition = cue_in(passage, sentence->cues, CUE_IF);
    size_t limit = condition ? condition->at : sentence->tokens.end;
    struct phrase_match match;
    for (size_t at = sentence->tokens.first; at < limit; at++) {
        if (!phrase_book_match(letter->language->places, tokens, at, &match) ||
            is_article(letter, passage, sentence, at))
            continue;
        size_t first = at + match.count, count;
        bool label = match.kind == PLACE_LABEL;
        bool in = match.kind == PLACE_IN || label, article = match.kind == PLACE_THE;
        if (label && !token_is_sign(tokens, first++, ':'))
            continue;
        while (first < sentence->tokens.end && !tokens->items[first].capital &&
               place_word(letter->language->no_place, tokens, first, PLACE_OF, &count))
            first += count, article = true;
        if (article && !may_have_article(letter, tokens, first))
            continue;
        if (mention_over(passage, sentence, first) ||
            is_of_return(passage, sentence, at) ||
            behind_cover(passage, sentence, first) ||
            is_marked(&passage->reasons, sentence->reasons, first) ||
            is_word_for_away(passage, sentence, first))
            continue;
        size_t end =
            place_name(letter, tokens, first, next_mention(passage, sentence, first));
        bool told = speaks || label || own_be_before(letter, tokens, at);
        if (end > first && told && !before_contact(passage, sentence, end))
            consider(best, first, end,
                     names_event(letter, passage, sentence, first, end) ? 0
                     : in                                               ? 90
                                                                        : 75);
    }
}

/* "funeral, Leeds, 5/8", "training w/c 8 Sept (Reading)": a name between signs in a
 * jotted note. */
static void look_between_signs(const struct letter *letter, const struct passage *passage,
                               const struct sentence *sentence, struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    for (size_t at = sentence->tokens.first + 1; at < sentence->tokens.end; at++) {
        if (!token_is_sign(tokens, at - 1, ',') && !token_is_sign(tokens, at - 1, '('))
            continue;
        size_t end = place_name(letter, tokens, at, sentence->tokens.end);
        bool closed = end == sentence->tokens.end || token_is_sign(tokens, end, ',') ||
                      token_is_sign(tokens, end, ')') || token_is_sign(tokens, end, '.');
        if (end > at && closed && !mention_over(passage, sentence, at) &&
            !behind_cover(passage, sentence, at) &&
            sentence->reasons.first < sentence->reasons.end &&
            passage->reasons.items[sentence->reasons.first].at < at)
            consider(best, at, end, 60);
    }
}

/* "away from Saturday, Crete with the in-laws": a name behind a comma, with company. */
static void look_before_company(const struct letter *letter,
                                const struct passage *passage,
                                const struct sentence *sentence, struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    struct phrase_match match;
    for (size_t at = sentence->tokens.first + 1; at < sentence->tokens.end; at++) {
        if (!token_is_sign(tokens, at - 1, ',') || behind_cover(passage, sentence, at))
            continue;
        size_t end = place_name(letter, tokens, at, sentence->tokens.end);
        if (end > at && end < sentence->tokens.end &&
            phrase_book_match(letter->language->people, tokens, end, &match) &&
            match.kind == PEOPLE_WITH)
            consider(best, at, end, 60);
    }
}

/* "funeral in cork", "wedding, tulsa" in a note without capitals. */
static void look_in_small(const struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence, struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    struct phrase_match match;
    for (size_t at = sentence->tokens.first; at + 1 < sentence->tokens.end; at++) {
        bool in = phrase_book_match(letter->language->places, tokens, at, &match) &&
                  match.kind == PLACE_IN;
        bool sign = token_is_sign(tokens, at, ',') || token_is_sign(tokens, at, '(');
        size_t first = at + (in ? match.count : 1);
        if ((!in && !sign) || behind_cover(passage, sentence, first))
            continue;
        size_t end = small_name(letter, passage, sentence, first);
        bool closed =
            end == sentence->tokens.end || tokens->items[end].kind == TOKEN_SIGN;
        bool told = sentence->reasons.first < sentence->reasons.end &&
                    passage->reasons.items[sentence->reasons.first].at < at;
        if (end > first && (in || (closed && told)))
            consider(best, first, end, in ? 65 : 55);
    }
}

static bool is_small_word(const struct letter *letter, const struct tokens *tokens,
                          size_t at)
{
    size_t count;
    return at < tokens->count && tokens->items[at].kind == TOKEN_WORD &&
           !tokens->items[at].capital && tokens->items[at].gap == GAP_BLANK &&
           !place_word(letter->language->no_place, tokens, at, PLACE_OF, &count);
}

/* "Do+Fr Messe Friedrichshafen": in a jotted note a name right behind the reason. */
static void look_behind_reasons(const struct letter *letter,
                                const struct passage *passage,
                                const struct sentence *sentence, struct candidate *best)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        size_t at = passage->reasons.items[i].at + passage->reasons.items[i].count;
        size_t end = place_name(letter, &passage->tokens, at, sentence->tokens.end);
        if (passage->reasons.items[i].kind != REASON_NONE && end > at &&
            !mention_over(passage, sentence, at) &&
            !is_marked(&passage->cues, sentence->cues, at) &&
            !behind_cover(passage, sentence, at) &&
            !before_contact(passage, sentence, end))
            consider(best, at, end, 55);
    }
}

/* "salon de Lyon", "la feria hortofrutícola de Madrid", "salon Vinéo de Montpellier",
 * "feria del regadío de Zaragoza": the name behind the event and the last "of" that
 * stands within a few words of it. */
static size_t name_of_event(const struct letter *letter, const struct tokens *tokens,
                            size_t at, size_t limit, size_t *end)
{
    size_t count;
    for (size_t steps = 0; steps < BEHIND_EVENT && at < limit; steps++) {
        if (place_word(letter->language->no_place, tokens, at, PLACE_OF, &count)) {
            size_t behind = place_name(letter, tokens, at + count, limit);
            at += count;
            if (behind == at)
                continue;
            *end = behind;
            return at;
        }
        if (!is_small_word(letter, tokens, at) && !place_name_word(letter, tokens, at))
            break;
        at++;
    }
    return limit;
}

static void look_behind_events(const struct letter *letter, const struct passage *passage,
                               const struct sentence *sentence, struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        size_t end = 0, limit = next_mention(passage, sentence, mark->at);
        if (mark->kind != REASON_CONFERENCE)
            continue;
        size_t first = name_of_event(letter, tokens, mark->at + mark->count, limit, &end);
        if (first < limit && !before_contact(passage, sentence, end) &&
            !is_marked(&passage->reasons, sentence->reasons, first))
            consider(best, first, end, 70);
    }
}

/* "à l'université de Padoue", "nello stabilimento di Melfi": a site and where it is. */
static void look_behind_sites(const struct letter *letter, const struct passage *passage,
                              const struct sentence *sentence, struct candidate *best)
{
    const struct tokens *tokens = &passage->tokens;
    struct phrase_match match;
    for (size_t at = sentence->tokens.first; at < sentence->tokens.end; at++) {
        if (!phrase_book_match(letter->language->sites, tokens, at, &match))
            continue;
        size_t of = at + match.count, count;
        if (behind_cover(passage, sentence, at) ||
            !place_word(letter->language->no_place, tokens, of, PLACE_OF, &count))
            continue;
        size_t end = place_name(letter, tokens, of + count, sentence->tokens.end);
        if (end > of + count && !before_contact(passage, sentence, end))
            consider(best, of + count, end, 70);
    }
}

/* A condition in a sentence, but for one behind its days: "from 3 to 5 May in Lyon, so
 * that an answer might take longer". */
static bool is_supposed(const struct passage *passage, const struct sentence *sentence)
{
    const struct mark *condition = cue_in(passage, sentence->cues, CUE_IF);
    return condition &&
           (sentence->mentions.first == sentence->mentions.end ||
            condition->at < passage->mentions.items[sentence->mentions.first].at);
}

static void look_in(const struct letter *letter, const struct passage *passage,
                    struct candidate *best)
{
    bool small = is_small_note(letter, passage);
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        if (sentence->excluded || sentence->another ||
            cue_in(passage, sentence->cues, CUE_CLOSED))
            continue;
        look_behind_prepositions(letter, passage, sentence, best);
        if (!speaks_of_absence(passage, sentence) || is_supposed(passage, sentence))
            continue;
        look_before_company(letter, passage, sentence, best);
        look_behind_events(letter, passage, sentence, best);
        look_behind_sites(letter, passage, sentence, best);
        bool terse = sentence->tokens.end - sentence->tokens.first <= TERSE;
        if (letter->message->jotted || (terse && letter->language->names_known))
            look_behind_reasons(letter, passage, sentence, best);
        if (small)
            look_in_small(letter, passage, sentence, best);
        if (letter->message->jotted || terse)
            look_between_signs(letter, passage, sentence, best);
    }
}

/* Closures have no place; somebody who is away over a feast may have one. */
static bool tells_closing(const struct letter *letter)
{
    const struct passage *text = &letter->text, *subject = &letter->subject;
    return !letter->own_absence ||
           cue_in(text, (struct range){0, text->cues.count}, CUE_CLOSED) ||
           cue_in(subject, (struct range){0, subject->cues.count}, CUE_CLOSED);
}

void place_find(struct letter *letter, struct reading *out)
{
    const struct passage *passages[] = {&letter->text, &letter->subject};
    if (out->reason == REASON_HOLIDAY && tells_closing(letter))
        return;
    for (size_t i = 0; i < 2 && !out->place; i++) {
        struct candidate best = {0, 0, CERTAINTY_BAR};
        look_in(letter, passages[i], &best);
        if (best.end == 0)
            continue;
        const struct token *first = &passages[i]->tokens.items[best.first];
        const struct token *last = &passages[i]->tokens.items[best.end - 1];
        out->place = arena_copy(letter->arena, passages[i]->source + first->start,
                                last->start + last->length - first->start);
        evidence_add(letter, FIELD_PLACE, passages[i], best.first, best.end, best.weight);
    }
}
