#include "letter.h"

/* Whose event it is, and who is with them: "my sister's wedding", "with my family". */

enum { WORDS_BETWEEN = 4, ARTICLE_WITHIN = 2 };

static int people_at(const struct letter *letter, const struct tokens *tokens, size_t at,
                     size_t *count)
{
    struct phrase_match match;
    if (!phrase_book_match(letter->language->people, tokens, at, &match))
        return -1;
    *count = match.count;
    return match.kind;
}

/* A family word within a few words; the token behind it, 0 when there is none. */
static size_t relative_behind(const struct letter *letter, const struct tokens *tokens,
                              size_t at, size_t end)
{
    size_t count;
    for (size_t i = at; i < end && i <= at + WORDS_BETWEEN; i++) {
        if (tokens->items[i].kind != TOKEN_WORD)
            return 0;
        if (people_at(letter, tokens, i, &count) == PEOPLE_RELATIVE)
            return i + count;
    }
    return 0;
}

/* "the death of" goes on with "my father", "la boda" with "de mi hermano". */
static size_t with_relative(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, size_t at)
{
    struct phrase_match of;
    size_t count, end = 0, mine = at;
    if (phrase_book_match(letter->language->no_place, &passage->tokens, at, &of) &&
        of.kind == PLACE_OF)
        mine += of.count;
    if (mine < sentence->tokens.end &&
        people_at(letter, &passage->tokens, mine, &count) == PEOPLE_MINE)
        end =
            relative_behind(letter, &passage->tokens, mine + count, sentence->tokens.end);
    return end > 0 ? end : at;
}

/* The end of "my sister's wedding" that begins at a "my", 0 when it is none. */
static size_t event_of(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, size_t at, size_t within)
{
    size_t count;
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        bool event = mark->kind == REASON_WEDDING || mark->kind == REASON_FUNERAL ||
                     mark->kind == REASON_GRADUATION || mark->kind == REASON_OTHER ||
                     mark->value == REASON_HOSPITAL;
        if (event && mark->at > at && mark->at - at <= within) {
            for (size_t k = at; k < mark->at; k++)
                if (passage->tokens.items[k].kind != TOKEN_WORD ||
                    (k > at &&
                     people_at(letter, &passage->tokens, k, &count) == PEOPLE_MINE))
                    return 0;
            return with_relative(letter, passage, sentence, mark->at + mark->count);
        }
    }
    return 0;
}

/* "the death of my father" is somebody's, "the fair" nobody's. */
static bool has_relative(const struct letter *letter, const struct tokens *tokens,
                         size_t first, size_t end)
{
    size_t count;
    for (size_t at = first; at < end; at++)
        if (people_at(letter, tokens, at, &count) == PEOPLE_RELATIVE)
            return true;
    return false;
}

/* "my wedding" has an owner; "our retreat", "my operation" tell of nobody else. */
static bool is_of_somebody(const struct passage *passage, const struct sentence *sentence,
                           size_t first, size_t end)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        if (mark->at >= first && mark->at < end)
            return mark->kind != REASON_OTHER && mark->value != REASON_HOSPITAL;
    }
    return false;
}

static void take(struct letter *letter, const struct passage *passage, size_t first,
                 size_t end, struct reading *out)
{
    const struct token *last = &passage->tokens.items[end - 1];
    size_t start = passage->tokens.items[first].start;
    const char *words = arena_copy(letter->arena, passage->source + start,
                                   last->start + last->length - start);
    out->whose =
        out->whose ? arena_format(letter->arena, "%s, %s", out->whose, words) : words;
    evidence_add(letter, FIELD_WHOSE, passage, first, end, 80);
}

/* "with my family", but not "met de begrafenis van mijn oma": an event between is no
 * company. */
static size_t company_behind(const struct letter *letter, const struct passage *passage,
                             const struct sentence *sentence, size_t at)
{
    size_t end = relative_behind(letter, &passage->tokens, at, sentence->tokens.end);
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++)
        if (passage->reasons.items[i].at >= at && passage->reasons.items[i].at < end)
            return 0;
    return end;
}

/* Only one event and one company are taken: the first of each. */
static void look_in(struct letter *letter, const struct passage *passage,
                    const struct sentence *sentence, bool *event, bool *company,
                    struct reading *out)
{
    size_t count;
    for (size_t at = sentence->tokens.first; at < sentence->tokens.end; at++) {
        int kind = people_at(letter, &passage->tokens, at, &count);
        size_t end = 0;
        if (kind == PEOPLE_MINE && !*event)
            end = event_of(letter, passage, sentence, at, WORDS_BETWEEN + 2);
        if (kind == PEOPLE_ARTICLE && !*event)
            end = event_of(letter, passage, sentence, at, ARTICLE_WITHIN);
        bool open = kind == PEOPLE_ARTICLE || !is_of_somebody(passage, sentence, at, end);
        if (open && end > 0 && !has_relative(letter, &passage->tokens, at, end))
            end = 0;
        *event = *event || end > 0;
        if (kind == PEOPLE_WITH && !*company) {
            end = company_behind(letter, passage, sentence, at + count);
            *company = end > 0;
        }
        if (end > at) {
            take(letter, passage, at, end, out);
            at = end - 1;
        }
    }
}

void whose_find(struct letter *letter, struct reading *out)
{
    bool event = false, company = false;
    for (size_t i = 0; i < letter->text.sentence_count; i++)
        if (!letter->text.sentences[i].excluded)
            look_in(letter, &letter->text, &letter->text.sentences[i], &event, &company,
                    out);
}
