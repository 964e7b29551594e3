#include <string.h>

#include "letter.h"

enum { LABEL_WORDS = 4 };

static void add_mark(struct letter *letter, struct marks *marks, struct mark mark)
{
    marks->items = arena_grow(letter->arena, marks->items, marks->count, marks->count + 1,
                              sizeof *marks->items, &marks->capacity);
    marks->items[marks->count++] = mark;
}

static void find_marks(struct letter *letter, const struct tokens *tokens,
                       const struct phrase_book *book, struct marks *marks)
{
    struct phrase_match match;
    for (size_t at = 0; at < tokens->count; at++) {
        if (!phrase_book_match(book, tokens, at, &match))
            continue;
        add_mark(letter, marks, (struct mark){match.kind, match.value, at, match.count});
        at += match.count - 1;
    }
}

/* As find_marks; a phrase that ends in a preposition, "away until", is that preposition
 * too. */
static void find_cues(struct letter *letter, const struct tokens *tokens,
                      struct marks *marks)
{
    const struct phrase_book *book = letter->language->cues;
    struct phrase_match match, last;
    for (size_t at = 0; at < tokens->count; at++) {
        if (!phrase_book_match(book, tokens, at, &match))
            continue;
        if (match.count > 1 && match.kind != CUE_NOTHING &&
            begins_with_me(book, tokens, at))
            add_mark(letter, marks, (struct mark){CUE_I, 0, at, 1});
        add_mark(letter, marks, (struct mark){match.kind, match.value, at, match.count});
        at += match.count - 1;
        bool ends_so = match.kind != CUE_NOTHING && match.count > 1 &&
                       phrase_book_match(book, tokens, at, &last);
        if (!ends_so || last.kind < CUE_UNTIL || last.kind > CUE_BEFORE)
            continue;
        add_mark(letter, marks, (struct mark){last.kind, last.value, at, last.count});
        at += last.count - 1; /* "fuori fino" reaches into "fino al" */
    }
}

/* "Enrolment closes": within words of being at work, or of nothing, a reason is none. */
static void drop_idle_reasons(struct passage *passage)
{
    size_t kept = 0, cue = 0;
    for (size_t i = 0; i < passage->reasons.count; i++) {
        const struct mark *reason = &passage->reasons.items[i];
        while (cue < passage->cues.count &&
               passage->cues.items[cue].at + passage->cues.items[cue].count <= reason->at)
            cue++;
        const struct mark *over =
            cue < passage->cues.count ? &passage->cues.items[cue] : NULL;
        bool idle = over && over->at <= reason->at && over->count > 1 &&
                    reason->at + reason->count <= over->at + over->count &&
                    (over->kind == CUE_PRESENT || over->kind == CUE_NOTHING);
        if (!idle)
            passage->reasons.items[kept++] = *reason;
    }
    passage->reasons.count = kept;
}

static bool inside_mention(const struct passage *passage, size_t token)
{
    size_t low = 0, high = passage->mentions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct mention *mention = &passage->mentions.items[middle];
        if (token < mention->at)
            high = middle;
        else if (token >= mention->at + mention->date.count)
            low = middle + 1;
        else
            return token > mention->at;
    }
    return false;
}

/* "till the 13th of Jan. Leaking pool?": does a day end before the stop, in a language
 * where not every noun has a capital? */
static bool ends_day(const struct letter *letter, const struct passage *passage,
                     size_t stop)
{
    return !letter->language->names_known && inside_mention(passage, stop - 1) &&
           !inside_mention(passage, stop);
}

static bool is_abbreviation(const struct letter *letter, const struct tokens *tokens,
                            size_t at)
{
    struct phrase_match match;
    const struct token *token = &tokens->items[at];
    if (token->kind != TOKEN_WORD)
        return false;
    return token->length == 1 ||
           (phrase_book_match(letter->language->closings, tokens, at, &match) &&
            match.kind == LINE_ABBREVIATION);
}

/* "22.10. Urlaub": the dot is the date's where the next word gives the reason. */
static bool names_absence(const struct letter *letter, const struct tokens *tokens,
                          size_t at)
{
    struct phrase_match match;
    if (phrase_book_match(letter->language->reasons, tokens, at, &match) &&
        match.kind != REASON_NONE)
        return true;
    return phrase_book_match(letter->language->cues, tokens, at, &match) &&
           (match.kind == CUE_AWAY || match.kind == CUE_OFF || match.kind == CUE_CLOSED);
}

/* "Office: closed": a few words and a colon begin a line of a form. */
static bool is_label(const struct tokens *tokens, size_t at)
{
    for (size_t i = at; i <= at + LABEL_WORDS && i < tokens->count; i++) {
        if (i > at && token_is_sign(tokens, i, ':'))
            return true;
        if (tokens->items[i].kind != TOKEN_WORD ||
            (i > at && tokens->items[i].gap >= GAP_LINE))
            return false;
    }
    return false;
}

static bool begins_mention(const struct passage *passage, size_t token)
{
    size_t low = 0, high = passage->mentions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (passage->mentions.items[middle].at < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < passage->mentions.count && passage->mentions.items[low].at == token;
}

/* Does a sentence end before that token: a stop behind what is no abbreviation, a new
 * paragraph, a new item or short line of a list? */
static bool begins_sentence(const struct letter *letter, const struct passage *passage,
                            size_t at)
{
    const struct tokens *tokens = &passage->tokens;
    const struct token *token = &tokens->items[at], *before = &tokens->items[at - 1];
    if (token->gap >= GAP_LINE && list_goes_on(passage, at))
        return false;
    if (token->gap == GAP_PARAGRAPH)
        return true;
    if (inside_mention(passage, at))
        return false;
    /* "When will she be back? Monday the 4th." */
    if (token_is_sign(tokens, at - 1, '?') && begins_mention(passage, at))
        return false;
    if (token->gap == GAP_LINE) {
        size_t line = before->start;
        while (line > 0 && tokens->text[line - 1] != '\n' && before->start - line < 60)
            line--;
        bool item = token_is_sign(tokens, at, '*') || token_is_sign(tokens, at, '-');
        if (item || is_label(tokens, at) || before->start + before->length - line < 45 ||
            letter->message->jotted)
            return true;
    }
    if (before->kind != TOKEN_SIGN || token->gap == GAP_NONE)
        return false;
    /* "(... about the same.) The ..." */
    if ((before->sign == ')' || before->sign == '"') && at >= 2 && token->capital &&
        token_is_sign(tokens, at - 2, '.'))
        return true;
    if (before->sign == '!' || before->sign == '?' || before->sign == 0x2026)
        return true;
    if (inside_mention(passage, at - 1) && names_absence(letter, tokens, at))
        return false;
    if (before->sign != '.' || at < 2)
        return false;
    bool abbreviated = is_abbreviation(letter, tokens, at - 2) &&
                       !(token->capital && ends_day(letter, passage, at - 1));
    return !abbreviated && (tokens->items[at - 2].kind != TOKEN_NUMBER || token->capital);
}

static struct range marks_within(const struct marks *marks, struct range tokens,
                                 size_t *next)
{
    struct range range = {*next, *next};
    while (range.end < marks->count && marks->items[range.end].at < tokens.end)
        range.end++;
    *next = range.end;
    return range;
}

static struct range mentions_within(const struct mentions *mentions, struct range tokens,
                                    size_t *next)
{
    struct range range = {*next, *next};
    while (range.end < mentions->count && mentions->items[range.end].at < tokens.end)
        range.end++;
    *next = range.end;
    return range;
}

static uint64_t kinds_of(const struct passage *passage, struct range cues)
{
    uint64_t kinds = 0;
    for (size_t i = cues.first; i < cues.end; i++)
        kinds |= UINT64_C(1) << passage->cues.items[i].kind;
    return kinds;
}

/* No sentence is longer, so that looking around in one costs no more than its length. */
enum { SENTENCE_MAX = 200 };

static void cut_sentences(struct letter *letter, struct passage *passage)
{
    size_t cue = 0, reason = 0, mention = 0, first = 0;
    for (size_t at = 1; at <= passage->tokens.count; at++) {
        if (at < passage->tokens.count && at - first < SENTENCE_MAX &&
            !begins_sentence(letter, passage, at))
            continue;
        struct sentence sentence = {.tokens = {first, at}};
        const struct mark *by;
        sentence.cues = marks_within(&passage->cues, sentence.tokens, &cue);
        sentence.reasons = marks_within(&passage->reasons, sentence.tokens, &reason);
        sentence.mentions =
            mentions_within(&passage->mentions, sentence.tokens, &mention);
        judge_presence(letter, passage, &sentence);
        judge_returns(letter, passage, &sentence);
        sentence.kinds = kinds_of(passage, sentence.cues);
        sentence.excluded = exclusion(letter, passage, &sentence, &by) != NULL;
        passage->sentences = arena_grow(
            letter->arena, passage->sentences, passage->sentence_count,
            passage->sentence_count + 1, sizeof sentence, &passage->sentence_capacity);
        passage->sentences[passage->sentence_count++] = sentence;
        first = at;
    }
}

void passage_read(struct letter *letter, struct passage *passage,
                  enum evidence_place place, const char *source,
                  const struct tokens *said)
{
    *passage = (struct passage){.place = place, .source = source, .tokens = *said};
    if (passage->tokens.count == 0)
        return;
    if (place == EVIDENCE_TEXT)
        for (size_t i = 0; i < letter->point_count; i++)
            tokens_hide(&passage->tokens, letter->points[i].start,
                        letter->points[i].start + letter->points[i].length);
    hide_asides(letter, &passage->tokens);
    letter->first_person =
        letter->first_person || speaks_in_first_person(letter, &passage->tokens);
    find_cues(letter, &passage->tokens, &passage->cues);
    judge_off(letter, &passage->tokens, &passage->cues);
    letter->own_absence = letter->own_absence ||
                          tells_own_absence(letter, &passage->tokens, &passage->cues);
    find_marks(letter, &passage->tokens, letter->language->reasons, &passage->reasons);
    drop_idle_reasons(passage);
    mentions_find(letter, passage);
    passage_measure(letter, passage);
    cut_sentences(letter, passage);
}

const struct mark *cue_in(const struct passage *passage, struct range cues,
                          enum cue_kind kind)
{
    for (size_t i = cues.first; i < cues.end; i++)
        if (passage->cues.items[i].kind == (int)kind)
            return &passage->cues.items[i];
    return NULL;
}

const struct mark *cue_of(const struct passage *passage, const struct sentence *sentence,
                          enum cue_kind kind)
{
    bool has = sentence->kinds & (UINT64_C(1) << kind);
    return has ? cue_in(passage, sentence->cues, kind) : NULL;
}

const struct mark *receipt_in(const struct passage *passage, struct range cues)
{
    const struct mark *receipt = cue_in(passage, cues, CUE_RECEIPT);
    const struct mark *cover = cue_in(passage, cues, CUE_COVER);
    return cover && receipt && cover->at < receipt->at ? NULL : receipt;
}

const struct mark *hours_in(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence)
{
    const struct mark *hours = cue_in(passage, sentence->cues, CUE_HOURS);
    for (size_t i = sentence->mentions.first; hours && i < sentence->mentions.end; i++) {
        const struct date_expression *date = &passage->mentions.items[i].date;
        if (date->form == DATE_DAY && date->cycle != CYCLE_WEEK &&
            date->first > letter->dates.now.day &&
            cue_in(passage, sentence->cues, CUE_BACK))
            return NULL;
    }
    return hours;
}

const struct sentence *sentence_at(const struct passage *passage, size_t token)
{
    size_t low = 0, high = passage->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct sentence *sentence = &passage->sentences[middle];
        if (token < sentence->tokens.first)
            high = middle;
        else if (token >= sentence->tokens.end)
            low = middle + 1;
        else
            return sentence;
    }
    return NULL;
}

const struct sentence *sentence_of_byte(const struct passage *passage, size_t offset)
{
    return sentence_at(passage, tokens_find(&passage->tokens, offset));
}
