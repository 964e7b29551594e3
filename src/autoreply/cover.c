#include <string.h>

#include "letter.h"

/* Who covers: the addresses and numbers named, less the sender's own, each with the name
 * before it. */

enum { NAME_WORDS = 4, NAME_NEAR = 60 };

struct covers {
    struct cover *items;
    size_t count, capacity;
    size_t last_end; /* byte behind the last point taken */
};

static bool same_mail(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

enum { CUE_WITHIN = 8 };

/* Does a cue of that kind stand within a few words before a point? */
static bool is_behind(const struct letter *letter, const struct point_found *point,
                      enum cue_kind kind)
{
    const struct passage *text = &letter->text;
    const struct sentence *sentence = sentence_of_byte(text, point->start);
    if (!sentence)
        return false;
    size_t token = tokens_find(&text->tokens, point->start);
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *cue = &text->cues.items[i];
        if (cue->kind == (int)kind && cue->at < token && token - cue->at <= CUE_WITHIN)
            return true;
    }
    return false;
}

/* The sender's own address, a number behind "ring me on", an address to be removed. */
static bool is_own(const struct letter *letter, const struct point_found *point)
{
    const struct message *message = letter->message;
    if (is_behind(letter, point, CUE_NO_COVER))
        return true;
    if (point->mail)
        return same_mail(point->value, message->from.mail) ||
               same_mail(point->value, message->reply_to.mail) ||
               same_mail(point->value, message->sender.mail);
    return is_behind(letter, point, CUE_OWN_CONTACT);
}

static bool is_name_token(const struct letter *letter, const struct token *token,
                          const struct tokens *tokens, size_t at)
{
    struct phrase_match match;
    if (token->kind != TOKEN_WORD || !token->capital)
        return false;
    bool no_name = phrase_book_match(letter->language->no_place, tokens, at, &match) &&
                   match.kind == PLACE_NOT;
    bool cue = phrase_book_match(letter->language->cues, tokens, at, &match);
    bool article = phrase_book_match(letter->language->people, tokens, at, &match) &&
                   match.kind == PEOPLE_ARTICLE;
    return !no_name && !cue && !article &&
           !phrase_book_match(letter->language->contacts, tokens, at, &match);
}

/* The name that stands nearest before a point, within its sentence and behind the point
 * before. */
static const char *name_before(const struct letter *letter,
                               const struct point_found *point, size_t after)
{
    const struct tokens *tokens = &letter->text.tokens;
    size_t at = tokens_find(tokens, point->start), end = 0, first = 0;
    const struct sentence *sentence = sentence_of_byte(&letter->text, point->start);
    size_t low = sentence ? sentence->tokens.first : at;
    while (at > low) {
        const struct token *token = &tokens->items[--at];
        if (token->start < after || point->start - token->start > NAME_NEAR)
            break;
        bool name = is_name_token(letter, token, tokens, at);
        if (name && end == 0)
            end = at + 1;
        if (name)
            first = at;
        else if (end > 0)
            break;
    }
    if (end == 0 || end - first > NAME_WORDS)
        return NULL;
    size_t start = tokens->items[first].start;
    return arena_copy(letter->arena, letter->message->text + start,
                      tokens->items[end - 1].start + tokens->items[end - 1].length -
                          start);
}

/* "Contracts and renewals: Gareth ...": what stands before a colon at the start of the
 * sentence. */
static const char *matter_before(const struct letter *letter,
                                 const struct point_found *point)
{
    const struct tokens *tokens = &letter->text.tokens;
    const struct sentence *sentence = sentence_of_byte(&letter->text, point->start);
    if (!sentence)
        return NULL;
    size_t first = sentence->tokens.first;
    while (first < sentence->tokens.end && tokens->items[first].kind == TOKEN_SIGN)
        first++;
    for (size_t at = first; at < sentence->tokens.end && at < first + 8; at++) {
        if (tokens->items[at].start >= point->start)
            return NULL;
        if (tokens->items[at].kind != TOKEN_SIGN)
            continue;
        if ((tokens->items[at].sign != ':' && tokens->items[at].sign != '>') ||
            at == first)
            return NULL;
        size_t start = tokens->items[first].start;
        return arena_copy(letter->arena, letter->message->text + start,
                          tokens->items[at - 1].start + tokens->items[at - 1].length -
                              start);
    }
    return NULL;
}

static struct cover *add_cover(struct letter *letter, struct covers *covers)
{
    covers->items =
        arena_grow(letter->arena, covers->items, covers->count, covers->count + 1,
                   sizeof *covers->items, &covers->capacity);
    covers->items[covers->count] = (struct cover){0};
    return &covers->items[covers->count++];
}

/* A number right behind a mail, or the other way round, belongs to the same cover. */
static bool joins(const struct letter *letter, const struct covers *covers,
                  const struct point_found *point, const char *name)
{
    if (covers->count == 0 || name)
        return false;
    const struct cover *last = &covers->items[covers->count - 1];
    const char *between = letter->said + covers->last_end;
    size_t length = point->start - covers->last_end;
    return (point->mail ? !last->mail : !last->phone) && length < NAME_NEAR &&
           !memchr(between, ':', length);
}

static void take_point(struct letter *letter, struct covers *covers,
                       const struct point_found *point)
{
    const char *name = name_before(letter, point, covers->last_end);
    struct cover *cover;
    if (joins(letter, covers, point, name)) {
        cover = &covers->items[covers->count - 1];
    } else {
        cover = add_cover(letter, covers);
        cover->name = name;
        cover->matter = matter_before(letter, point);
        if (cover->matter && name && strstr(cover->matter, name))
            cover->matter = NULL;
    }
    if (point->mail)
        cover->mail = point->value;
    else
        cover->phone = point->value;
    covers->last_end = point->start + point->length;
    evidence_add_bytes(letter, FIELD_COVER, EVIDENCE_TEXT, point->start, point->length,
                       85);
}

/* The same address twice is one stand-in. */
static bool is_known(const struct letter *letter, size_t index)
{
    const struct point_found *point = &letter->points[index];
    size_t from = index > 64 ? index - 64 : 0;
    for (size_t i = from; i < index; i++)
        if (strcmp(letter->points[i].value, point->value) == 0)
            return true;
    return false;
}

/* "Please contact Joan Fell in my absence": a stand-in by name alone. */
static void take_name(struct letter *letter, struct covers *covers)
{
    const struct passage *text = &letter->text;
    for (size_t i = 0; i < text->cues.count && covers->count == 0; i++) {
        const struct mark *cue = &text->cues.items[i];
        size_t first = cue->at + cue->count, end = first;
        if (cue->kind != CUE_COVER)
            continue;
        while (end < text->tokens.count && end - first < NAME_WORDS &&
               (end == first || text->tokens.items[end].gap < GAP_PARAGRAPH) &&
               is_name_token(letter, &text->tokens.items[end], &text->tokens, end))
            end++;
        if (end - first < 2)
            continue;
        size_t start = text->tokens.items[first].start;
        const struct token *last = &text->tokens.items[end - 1];
        add_cover(letter, covers)->name =
            arena_copy(letter->arena, letter->message->text + start,
                       last->start + last->length - start);
        evidence_add(letter, FIELD_COVER, text, first, end, 70);
    }
}

void covers_find(struct letter *letter, struct reading *out)
{
    struct covers covers = {0};
    for (size_t i = 0; i < letter->point_count; i++)
        if (!is_own(letter, &letter->points[i]) && !is_known(letter, i))
            take_point(letter, &covers, &letter->points[i]);
    take_name(letter, &covers);
    out->covers = covers.items;
    out->cover_count = covers.count;
}
