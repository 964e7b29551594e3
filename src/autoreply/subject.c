#include "letter.h"

/* Of whom a sentence speaks: what is said of a colleague, of the past, of opening hours
 * or of a request that came in says nothing of the sender's absence. */

enum {
    PREDICATE_WITHIN = 6, /* tokens from "is" to the word for being away */
    ASIDE_MAX = 30,       /* tokens of an aside in brackets */
    ASIDE_CUE_WITHIN = 3, /* where in it that word stands at the latest */
    NAME_WORDS_MAX = 4
};

static bool is_in_cue(const struct passage *passage, struct range cues,
                      enum cue_kind kind, size_t token)
{
    for (size_t i = cues.first; i < cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == (int)kind && token >= cue->at && token < cue->at + cue->count)
            return true;
    }
    return false;
}

static bool is_own_word(const struct letter *letter, const struct tokens *tokens,
                        size_t at)
{
    struct phrase_match match;
    return phrase_book_match(letter->language->own, tokens, at, &match);
}

bool speaks_in_first_person(const struct letter *letter, const struct tokens *tokens)
{
    for (size_t at = 0; at < tokens->count; at++)
        if (is_own_word(letter, tokens, at))
            return true;
    return false;
}

static bool is_of_absence(int cue)
{
    return cue == CUE_AWAY || cue == CUE_OFF || cue == CUE_BACK;
}

/* The first token from first up to, without, end that says away or back, or why; end when
 * none does. */
static size_t absent_at(const struct passage *passage, const struct sentence *sentence,
                        size_t first, size_t end)
{
    size_t at = end;
    /* "Dan's away" speaks of Dan, "my sister's wedding" of nobody. */
    bool joined = first > 0 && passage->tokens.items[first - 1].gap == GAP_NONE &&
                  passage->tokens.items[first - 1].kind == TOKEN_WORD &&
                  first - 1 > sentence->tokens.first;
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (is_of_absence(cue->kind) && cue->at >= first && cue->at < at)
            at = cue->at;
    }
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end && !joined; i++) {
        const struct mark *reason = &passage->reasons.items[i];
        if (reason->kind != REASON_NONE && reason->at >= first && reason->at < at)
            at = reason->at;
    }
    return at;
}

/* The token that a verb speaks of: the one before it, or before the brackets or commas
 * between: "Keisha Landry, who covers for me, is ..."; the verb itself when none is. */
static size_t subject_of(const struct passage *passage, const struct sentence *sentence,
                         size_t verb)
{
    const struct tokens *tokens = &passage->tokens;
    size_t at = verb - 1;
    bool bracket = token_is_sign(tokens, at, ')'), comma = token_is_sign(tokens, at, ',');
    if (!bracket && !comma)
        return at;
    while (at > sentence->tokens.first) {
        at--;
        if (token_is_sign(tokens, at, bracket ? '(' : ',') && at > sentence->tokens.first)
            return at - 1;
    }
    return verb;
}

/* "Peter is tot maandag op vakantie": a name, no common word with a capital. */
static bool is_called_by_name(const struct letter *letter, const struct passage *passage,
                              const struct sentence *sentence, size_t at)
{
    const struct phrase_book *words[] = {
        letter->language->common, letter->language->adverbs, letter->language->no_place,
        letter->language->cues, letter->language->reasons};
    struct phrase_match match;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (phrase_book_match(words[i], &passage->tokens, at, &match))
            return false;
    return passage->tokens.items[at].capital && !mention_over(passage, sentence, at);
}

/* "Sue is out until Monday", "my partner is away". In an answer of a machine, which may
 * speak of its owner by name, it must be another's name, and the owner speak in the first
 * person. */
static bool is_another(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, size_t subject, size_t absent,
                       size_t behind_verb)
{
    const struct token *token = &passage->tokens.items[subject];
    if (token->kind != TOKEN_WORD || names_sender(letter, token) ||
        is_in_cue(passage, sentence->cues, CUE_I, subject) ||
        is_own_word(letter, &passage->tokens, subject) ||
        is_own_word(letter, &passage->tokens, behind_verb)) /* "heute bin ich" */
        return false;
    /* "Peter broke his leg and is signed off", on behalf of Peter */
    for (size_t at = sentence->tokens.first; at < subject; at++)
        if (names_sender(letter, &passage->tokens.items[at]))
            return false;
    if (!letter->automatic && absent == behind_verb)
        return true;
    return (!letter->automatic || letter->first_person) &&
           is_called_by_name(letter, passage, sentence, subject);
}

/* "There is a new arrival, so I am on leave": the sender's own absence, told behind. */
static bool tells_own(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, size_t behind)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_AWAY && cue->at > behind &&
            (own_be_before(letter, &passage->tokens, cue->at) ||
             is_in_cue(passage, sentence->cues, CUE_I, cue->at)))
            return true;
    }
    return false;
}

static bool is_of_another(const struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence)
{
    struct phrase_match match;
    size_t end = sentence->tokens.end;
    if (cue_in(passage, sentence->cues, CUE_CLOSED))
        return false;
    for (size_t verb = sentence->tokens.first + 1; verb < end; verb++) {
        if (!phrase_book_match(letter->language->third, &passage->tokens, verb, &match) ||
            mention_over(passage, sentence, verb))
            continue;
        size_t behind = verb + match.count;
        size_t limit = behind + PREDICATE_WITHIN < end ? behind + PREDICATE_WITHIN : end;
        size_t absent = absent_at(passage, sentence, behind, limit);
        size_t subject = subject_of(passage, sentence, verb);
        if (absent < limit && subject < verb &&
            !tells_own(letter, passage, sentence, subject) &&
            is_another(letter, passage, sentence, subject, absent, behind))
            return true;
    }
    return false;
}

/* "Cuando vuelva Marta", "rientra Paolo lunedì": the name of another behind the verb. */
static bool is_of_name_behind(const struct letter *letter, const struct passage *passage,
                              const struct sentence *sentence)
{
    struct phrase_match match, article;
    for (size_t verb = sentence->tokens.first; verb < sentence->tokens.end; verb++) {
        if (!phrase_book_match(letter->language->inverted, &passage->tokens, verb,
                               &match))
            continue;
        size_t name = verb + match.count;
        if (name < sentence->tokens.end && !passage->tokens.items[name].capital &&
            phrase_book_match(letter->language->people, &passage->tokens, name,
                              &article) &&
            article.kind != PEOPLE_RELATIVE && article.kind != PEOPLE_WITH)
            name += article.count;
        if (name >= sentence->tokens.end ||
            names_sender(letter, &passage->tokens.items[name]))
            continue;
        bool relative =
            phrase_book_match(letter->language->people, &passage->tokens, name, &match) &&
            match.kind == PEOPLE_RELATIVE;
        if (relative || is_called_by_name(letter, passage, sentence, name))
            return true;
    }
    return false;
}

/* "He is at a fair until Friday", where the sender says "I" of himself; "ask her, she is
 * in until I am back" is the sender's. */
static bool is_of_pronoun(const struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence)
{
    const struct mark *pronoun = cue_in(passage, sentence->cues, CUE_PRONOUN);
    if (!pronoun || (letter->automatic && !letter->first_person))
        return false;
    size_t behind = pronoun->at + pronoun->count, end = sentence->tokens.end;
    size_t absent = absent_at(passage, sentence, sentence->tokens.first, end);
    if (absent < pronoun->at)
        return false;
    absent = absent_at(passage, sentence, behind, end);
    for (size_t at = behind; at < absent; at++)
        if (is_own_word(letter, &passage->tokens, at))
            return false;
    return true;
}

/* "Filling in for Joanne has caught up with me: I am away myself". */
static bool is_own_between(const struct passage *passage, const struct sentence *sentence,
                           const struct mark *other, const struct mark *away)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &passage->cues.items[i];
        if (cue->kind == CUE_I && cue->at >= other->at + other->count &&
            cue->at <= away->at && away->at - cue->at <= PREDICATE_WITHIN)
            return true;
    }
    return false;
}

/* "I was out of my inbox last week": only past days, and none since which. */
static bool is_past(const struct passage *passage, const struct sentence *sentence)
{
    bool past = false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        if (!passage->mentions.items[i].date.past &&
            passage->mentions.items[i].date.form != DATE_TIME)
            return false;
        past = past || passage->mentions.items[i].date.past;
    }
    return past && !cue_in(passage, sentence->cues, CUE_SINCE) &&
           !cue_in(passage, sentence->cues, CUE_FROM) &&
           !cue_in(passage, sentence->cues, CUE_BACK);
}

/* "My father died yesterday": a machine tells a death or a birth of the past as the
 * reason of an absence that goes on. */
static bool begins_absence(const struct letter *letter, const struct passage *passage,
                           const struct sentence *sentence)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        int kind = passage->reasons.items[i].kind;
        if (kind == REASON_FUNERAL || kind == REASON_PARENTAL)
            return letter->automatic;
    }
    return false;
}

/* "We are open Tuesday to Saturday (closed Sunday and Monday)": days of every week. */
static bool is_of_hours(const struct passage *passage, const struct sentence *sentence)
{
    const struct mark *open = cue_in(passage, sentence->cues, CUE_PRESENT);
    for (size_t i = sentence->mentions.first; open && i < sentence->mentions.end; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        if (mention->at >= open->at && mention->at <= open->at + open->count + 2)
            return mention->date.form == DATE_SPAN && mention->date.weekday &&
                   mention->date.cycle == CYCLE_WEEK;
    }
    return false;
}

/* "On site in Ulm, but I answer the phone as always". */
static bool is_but(const struct letter *letter, const struct passage *passage,
                   const struct mark *hours, const struct mark *away)
{
    struct phrase_match match;
    return hours->at > away->at && phrase_book_match(letter->language->joins,
                                                     &passage->tokens, hours->at, &match);
}

/* "I've been on leave since April and start back in May". */
static bool lasts_until(const struct letter *letter, const struct passage *passage,
                        const struct sentence *sentence)
{
    if (!cue_in(passage, sentence->cues, CUE_SINCE))
        return false;
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++)
        if (passage->mentions.items[i].date.first > letter->dates.now.day)
            return true;
    return false;
}

const char *exclusion(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, const struct mark **by)
{
    const struct mark *past = cue_in(passage, sentence->cues, CUE_PAST);
    const struct mark *other = cue_in(passage, sentence->cues, CUE_OTHER_PERSON);
    const struct mark *away = cue_in(passage, sentence->cues, CUE_AWAY);
    if ((*by = receipt_in(passage, sentence->cues)) != NULL)
        return "a receipt or a notice of a machine";
    if ((*by = cue_in(passage, sentence->cues, CUE_BACK_NOW)) != NULL)
        return "somebody is back already";
    *by = hours_in(letter, passage, sentence);
    if (*by && (!away || is_but(letter, passage, *by, away)))
        return "it speaks of hours";
    if (!away && is_of_hours(passage, sentence))
        return "it speaks of hours";
    if (is_past(passage, sentence) && !begins_absence(letter, passage, sentence))
        return "it speaks of the past";
    *by = past;
    if (past && !lasts_until(letter, passage, sentence) &&
        (!away || (past->at < away->at && away->at - past->at - past->count <= 2)))
        return "it speaks of the past";
    *by = other;
    if (letter->message->jotted)
        return NULL;
    if (other && (!away || (other->at < away->at &&
                            !is_own_between(passage, sentence, other, away))))
        return "it speaks of somebody else";
    *by = cue_in(passage, sentence->cues, CUE_PRONOUN);
    if (is_of_pronoun(letter, passage, sentence))
        return "it speaks of somebody else";
    *by = NULL;
    return is_of_another(letter, passage, sentence) ||
                   is_of_name_behind(letter, passage, sentence)
               ? "it speaks of somebody else"
               : NULL;
}

/* ---- Asides ---- */

static bool is_name(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    const struct token *token = &tokens->items[at];
    struct phrase_match match;
    bool shouted = token->length > 1 && tokens->text[token->start + 1] >= 'A' &&
                   tokens->text[token->start + 1] <= 'Z';
    return token->kind == TOKEN_WORD && token->capital && !shouted &&
           !names_sender(letter, token) &&
           !phrase_book_match(letter->language->no_place, tokens, at, &match) &&
           !phrase_book_match(letter->language->reasons, tokens, at, &match) &&
           !phrase_book_match(letter->language->cues, tokens, at, &match);
}

/* Another's name, not a place's, right before a token. */
static bool follows_name(const struct letter *letter, const struct tokens *tokens,
                         size_t at)
{
    struct phrase_match match;
    size_t first = at;
    while (first > 0 && at - first < NAME_WORDS_MAX && is_name(letter, tokens, first - 1))
        first--;
    size_t before = first;
    while (before > 0 &&
           phrase_book_match(letter->language->no_place, tokens, before - 1, &match) &&
           match.kind == PLACE_OF && match.count == 1)
        before--;
    /* Where all nouns have capitals, a name is two words. */
    size_t least = letter->language->names_known ? 2 : 1;
    return at - first >= least && before > 0 &&
           !phrase_book_match(letter->language->places, tokens, before - 1, &match);
}

/* Do the first words behind a bracket say that somebody is away? */
static bool begins_absent(const struct letter *letter, const struct tokens *tokens,
                          size_t at)
{
    struct phrase_match match;
    for (size_t i = at; i < tokens->count && i < at + ASIDE_CUE_WITHIN; i++) {
        if (is_own_word(letter, tokens, i))
            return false;
        if (phrase_book_match(letter->language->cues, tokens, i, &match) &&
            (is_of_absence(match.kind) || match.kind == CUE_PRONOUN))
            return true;
        if (phrase_book_match(letter->language->reasons, tokens, i, &match) &&
            match.kind != REASON_NONE)
            return true;
    }
    return false;
}

static size_t closing_bracket(const struct tokens *tokens, size_t open)
{
    for (size_t at = open + 1; at < tokens->count && at < open + ASIDE_MAX; at++)
        if (token_is_sign(tokens, at, ')'))
            return at;
    return open;
}

void hide_asides(const struct letter *letter, struct tokens *tokens)
{
    for (size_t at = 1; at < tokens->count; at++) {
        if (!token_is_sign(tokens, at, '(') || !follows_name(letter, tokens, at) ||
            !begins_absent(letter, tokens, at + 1))
            continue;
        size_t close = closing_bracket(tokens, at);
        if (close > at)
            tokens_hide(tokens, tokens->items[at].start, tokens->items[close].start + 1);
    }
}
