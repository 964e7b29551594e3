#include <string.h>

#include "letter.h"
#include "touchbase/base/text.h"

/* The text is looked at line by line. What is not the sender's answer is blanked, so that
 * every offset stays. */

struct line {
    size_t start, end;  /* bytes */
    size_t first, last; /* tokens, last not included */
};

struct sieve {
    const struct language *language;
    const struct message *message;
    struct arena *arena;
    struct tokens tokens;
    struct tokens name; /* the sender's */
    struct line *lines;
    size_t line_count;
    char *said;
    struct tracing *tracing; /* NULL: nobody asks */
};

static void split_lines(struct sieve *sieve)
{
    const char *text = sieve->message->text;
    size_t length = sieve->message->text_length, start = 0, token = 0, capacity = 0;
    while (start < length) {
        const char *newline = memchr(text + start, '\n', length - start);
        size_t end = newline ? (size_t)(newline - text) : length;
        size_t first = token;
        while (token < sieve->tokens.count && sieve->tokens.items[token].start < end)
            token++;
        sieve->lines = arena_grow(sieve->arena, sieve->lines, sieve->line_count,
                                  sieve->line_count + 1, sizeof *sieve->lines, &capacity);
        sieve->lines[sieve->line_count++] = (struct line){start, end, first, token};
        start = end + 1;
    }
}

static void blank(struct sieve *sieve, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (sieve->said[i] != '\n')
            sieve->said[i] = ' ';
}

/* Leaves out what is not the sender's answer: why, in words. */
static void cut(struct sieve *sieve, size_t start, size_t end, const char *why)
{
    blank(sieve, start, end);
    if (sieve->tracing)
        trace_add(sieve->tracing, (struct trace_row){.topic = TRACE_CUT,
                                                     .place = EVIDENCE_TEXT,
                                                     .start = start,
                                                     .length = end - start,
                                                     .why = why});
}

static bool is_blank_line(const struct sieve *sieve, size_t line)
{
    return line >= sieve->line_count ||
           sieve->lines[line].first == sieve->lines[line].last;
}

static bool starts_with(const struct sieve *sieve, size_t line, enum line_kind kind,
                        size_t *count)
{
    struct phrase_match match;
    if (is_blank_line(sieve, line) ||
        !phrase_book_match(sieve->language->closings, &sieve->tokens,
                           sieve->lines[line].first, &match) ||
        match.kind != (int)kind)
        return false;
    *count = match.count;
    return true;
}

/* A header line of a quoted original: "From: ...", with "Sent: ..." or the like soon
 * behind it. */
static bool is_header(const struct sieve *sieve, size_t line, enum line_kind kind)
{
    size_t count;
    return starts_with(sieve, line, kind, &count) &&
           token_is_sign(&sieve->tokens, sieve->lines[line].first + count, ':');
}

static bool begins_original(const struct sieve *sieve, size_t line)
{
    if (!is_header(sieve, line, LINE_HEADER_FROM))
        return false;
    for (size_t i = line + 1; i <= line + 3; i++)
        if (is_header(sieve, i, LINE_HEADER_NEXT))
            return true;
    return false;
}

/* Does a phrase of that kind stand within so many tokens of the start of a line? */
static bool says(const struct sieve *sieve, size_t line, enum line_kind kind,
                 size_t within)
{
    const struct line *l = &sieve->lines[line];
    size_t end = l->last - l->first > within ? l->first + within : l->last;
    struct phrase_match match;
    for (size_t i = l->first; i < end; i++)
        if (phrase_book_match(sieve->language->lines, &sieve->tokens, i, &match) &&
            match.kind == (int)kind)
            return true;
    return false;
}

/* Is there an address, or a date and a time? */
static bool names_writing(const struct sieve *sieve, const struct line *line)
{
    size_t numbers = 0;
    for (size_t i = line->first; i < line->last; i++) {
        if (token_is_sign(&sieve->tokens, i, '@'))
            return true;
        numbers += sieve->tokens.items[i].kind == TOKEN_NUMBER;
    }
    return numbers >= 4;
}

/* "On Tue, 12 Sep 2023 at 08:54, Tom <tom@...> wrote:", on one line or two. */
static bool is_wrote_line(const struct sieve *sieve, size_t line)
{
    const struct line *l = &sieve->lines[line];
    struct phrase_match match;
    if (l->last - l->first < 2 || !token_is_sign(&sieve->tokens, l->last - 1, ':'))
        return false;
    size_t within = names_writing(sieve, l) ? l->last - l->first : 4;
    for (size_t i = l->last - 2; i + within >= l->last && i >= l->first && i > 0; i--)
        if (phrase_book_match(sieve->language->lines, &sieve->tokens, i, &match) &&
            match.kind == LINE_WROTE)
            return l->last - l->first > 4 || line > 0;
    return false;
}

static bool is_rule(const struct sieve *sieve, size_t line)
{
    const char *at = sieve->message->text + sieve->lines[line].start;
    size_t length = sieve->lines[line].end - sieve->lines[line].start, run = 0;
    while (run < length && at[run] == at[0] && strchr("_-=*", at[0]))
        run++;
    if (run >= 20 && at[0] != '_') /* "----" before "NOTICE: ..." */
        return line + 1 < sieve->line_count && says(sieve, line + 1, LINE_DISCLAIMER, 30);
    return (run >= 10 && at[0] == '_') ||
           (length >= 2 && length <= 3 && memcmp(at, "--", 2) == 0 &&
            (length == 2 || at[2] == ' ' || at[2] == '\r'));
}

/* A closing on a line of its own, a name or a greeting in another tongue behind it at
 * most. */
static bool is_closing(const struct sieve *sieve, size_t line)
{
    const struct line *l = &sieve->lines[line];
    size_t count;
    if (!starts_with(sieve, line, LINE_CLOSING, &count))
        return false;
    size_t words = 0;
    for (size_t i = l->first + count; i < l->last; i++) {
        const struct token *token = &sieve->tokens.items[i];
        if (token->kind == TOKEN_NUMBER || token_is_sign(&sieve->tokens, i, '@') ||
            token_is_sign(&sieve->tokens, i, ':'))
            return false;
        if (token->kind == TOKEN_WORD && (!token->capital || ++words > 3))
            return false;
        if (token_is_sign(&sieve->tokens, i, '.') && i + 1 < l->last)
            return false;
    }
    /* "Thanks" and the like within a paragraph go on: "Thank you.\nI am away". */
    return line > 0 || sieve->line_count == 1;
}

static bool in_name(const struct sieve *sieve, const struct token *token)
{
    for (size_t i = 0; i < sieve->name.count; i++)
        if (sieve->name.items[i].kind == TOKEN_WORD &&
            strcmp(sieve->name.items[i].word, token->word) == 0)
            return true;
    return false;
}

static bool parts_signature(uint32_t sign)
{
    return sign == '|' || sign == ',' || sign == '-' || sign == '*' || sign == '/' ||
           sign == '(';
}

/* "Dr", "Sr": an abbreviation before a name. */
static bool is_title(const struct sieve *sieve, size_t at)
{
    struct phrase_match match;
    return sieve->tokens.items[at].capital &&
           phrase_book_match(sieve->language->closings, &sieve->tokens, at, &match) &&
           match.kind == LINE_ABBREVIATION;
}

/* Roberta "Bobbie" Kinsolving: the token of the second quote; that of the first when
 * there is none. */
static size_t behind_nickname(const struct sieve *sieve, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end && i <= at + 3; i++)
        if (token_is_sign(&sieve->tokens, i, '"'))
            return i;
    return at;
}

/* The last word of the sender's name. */
static bool is_surname(const struct sieve *sieve, const struct token *token)
{
    size_t count = sieve->name.count;
    return count >= 2 && sieve->name.items[count - 1].kind == TOKEN_WORD &&
           token->kind == TOKEN_WORD && token->capital &&
           strcmp(sieve->name.items[count - 1].word, token->word) == 0;
}

/* Tony Brisco, where the header says Anthony Brisco: another first name before a name. */
static bool is_other_first_name(const struct sieve *sieve, size_t line, size_t at)
{
    const struct line *l = &sieve->lines[line];
    const struct token *token = &sieve->tokens.items[at];
    return at == l->first && at + 1 < l->last && token->capital &&
           !in_name(sieve, token) && is_surname(sieve, &token[1]);
}

/* The sender's name on a line of its own, or before a bar: the signature begins. */
static bool is_name_line(const struct sieve *sieve, size_t line)
{
    const struct line *l = &sieve->lines[line];
    size_t named = 0, i = l->first;
    for (; i < l->last; i++) {
        const struct token *token = &sieve->tokens.items[i];
        if (token_is_sign(&sieve->tokens, i, '"') && named > 0) {
            i = behind_nickname(sieve, i, l->last);
            continue;
        }
        if (token->kind == TOKEN_SIGN && named >= 2 && parts_signature(token->sign))
            return true;
        if (token->kind == TOKEN_SIGN && token->sign < 0x2600 && token->sign != '.' &&
            token->sign != '-' && token->sign != '~' && token->sign != '*')
            return false;
        if (token->kind == TOKEN_NUMBER)
            return false;
        if (token->kind == TOKEN_WORD && is_title(sieve, i))
            continue;
        if (token->kind == TOKEN_WORD && is_other_first_name(sieve, line, i)) {
            named++;
            continue;
        }
        if (token->kind == TOKEN_WORD && token->length > 1 && !in_name(sieve, token)) {
            if (named < 2 || !token->capital)
                return false;
            continue;
        }
        named += token->kind == TOKEN_WORD && token->length > 1;
    }
    return named > 0 && l->last - l->first <= 8;
}

static size_t paragraph_end(const struct sieve *sieve, size_t line)
{
    while (!is_blank_line(sieve, line))
        line++;
    return line;
}

static bool starts_paragraph(const struct sieve *sieve, size_t line)
{
    return line == 0 || is_blank_line(sieve, line - 1);
}

static bool begins_quote(const struct sieve *sieve, size_t line)
{
    if (begins_original(sieve, line) || is_wrote_line(sieve, line) ||
        says(sieve, line, LINE_QUOTE, 4))
        return true;
    /* "On Tue, 12 Sep 2023 at 08:54 Tom Ashby\n<tom@...> wrote:" */
    return line + 1 < sieve->line_count && is_wrote_line(sieve, line + 1) &&
           starts_paragraph(sieve, line);
}

/* Where the sender's own words end: what begins at that line instead, NULL when they go
 * on. */
static const char *ends_answer(const struct sieve *sieve, size_t line, bool spoken)
{
    if (begins_quote(sieve, line))
        return "the mail that is answered";
    if (!spoken || sieve->message->jotted)
        return NULL;
    if (is_rule(sieve, line) || is_closing(sieve, line) || is_name_line(sieve, line))
        return "a closing or a signature";
    return starts_paragraph(sieve, line) && says(sieve, line, LINE_DISCLAIMER, 14)
               ? "a disclaimer"
               : NULL;
}

/* Does a paragraph say that somebody is away? Then it is an answer, whatever else it
 * says.
 */
static bool tells_absence(const struct sieve *sieve, size_t line)
{
    struct phrase_match match;
    for (; !is_blank_line(sieve, line); line++) {
        const struct line *l = &sieve->lines[line];
        for (size_t i = l->first; i < l->last; i++) {
            if (!phrase_book_match(sieve->language->cues, &sieve->tokens, i, &match))
                continue;
            if (match.kind == CUE_AWAY)
                return true;
            i += match.count - 1;
        }
    }
    return false;
}

/* What a paragraph is that is left out while what follows still counts, NULL when it
 * counts. */
static const char *is_beside(const struct sieve *sieve, size_t line)
{
    if (!starts_paragraph(sieve, line) || sieve->message->jotted)
        return NULL;
    bool advert = says(sieve, line, LINE_ADVERT, 30);
    if ((advert || says(sieve, line, LINE_AUTO_NOTE, 12)) && !tells_absence(sieve, line))
        return advert ? "an advert" : "a note of the machine";
    return says(sieve, line, LINE_DISCLAIMER, 14) ? "a disclaimer" : NULL;
}

/* All from a line on; for who asks, a mail quoted below a signature is told apart. */
static void cut_rest(struct sieve *sieve, size_t line, const char *why)
{
    size_t start = sieve->lines[line].start, end = sieve->message->text_length;
    size_t quote = line + 1;
    while (sieve->tracing && quote < sieve->line_count &&
           (is_blank_line(sieve, quote) || !begins_quote(sieve, quote)))
        quote++;
    if (!sieve->tracing || quote >= sieve->line_count || begins_quote(sieve, line)) {
        cut(sieve, start, end, why);
        return;
    }
    cut(sieve, start, sieve->lines[quote].start, why);
    cut(sieve, sieve->lines[quote].start, end, "the mail that is answered");
}

static void sift(struct sieve *sieve)
{
    bool spoken = false;
    for (size_t line = 0; line < sieve->line_count; line++) {
        size_t start = sieve->lines[line].start;
        const char *why;
        if (is_blank_line(sieve, line))
            continue;
        if ((why = ends_answer(sieve, line, spoken)) != NULL) {
            cut_rest(sieve, line, why);
            return;
        }
        if ((why = is_beside(sieve, line)) != NULL) {
            line = paragraph_end(sieve, line) - 1;
            cut(sieve, start, sieve->lines[line].end, why);
        } else if (token_is_sign(&sieve->tokens, sieve->lines[line].first, '>')) {
            cut(sieve, start, sieve->lines[line].end, "quoted");
        } else {
            spoken = true;
        }
    }
}

/* The display name, or the words of the address's first half. */
static void read_name(struct sieve *sieve)
{
    const struct message_address *from = &sieve->message->from;
    const char *name = from->name ? from->name : from->mail ? from->mail : "";
    size_t length = from->name ? strlen(name) : strcspn(name, "@");
    char *copy = arena_copy(sieve->arena, name, length);
    for (char *c = copy; *c; c++)
        if (*c == '_' || *c == '.')
            *c = ' ';
    tokens_read(sieve->arena, copy, length, &sieve->name);
}

char *said_text(struct arena *arena, const struct language *language,
                const struct message *message, struct tracing *tracing)
{
    struct sieve sieve = {
        .language = language, .message = message, .arena = arena, .tracing = tracing};
    sieve.said = arena_copy(arena, message->text, message->text_length);
    tokens_read(arena, message->text, message->text_length, &sieve.tokens);
    split_lines(&sieve);
    read_name(&sieve);
    sift(&sieve);
    return sieve.said;
}
