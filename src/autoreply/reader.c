#include "touchbase/autoreply/reader.h"

#include <stdlib.h>
#include <string.h>

#include "letter.h"

struct autoreply_reader {
    struct arena *arena;
    struct language *languages;
    size_t count;
    size_t
        english; /* the index of the language that is taken when the words do not tell */
};

/* The language is told by the first words: of a notice in two languages the first counts.
 * Where the text has few, the subject's count too. */
enum {
    LANGUAGE_WORDS = 40,
    FEW_WORDS = 15,
    AHEAD = 1,
    DAYS_PAST = 75,
    NAME_MAX_BYTES = 200
};

static bool is_lexicon(const struct embedded_file *file)
{
    const char *dot = strrchr(file->name, '.');
    return strncmp(file->name, "phrases/", 8) == 0 && dot && strcmp(dot, ".ini") == 0;
}

static bool open_languages(struct autoreply_reader *reader, struct error *err)
{
    size_t capacity = 0;
    for (const struct embedded_file *file = embedded_files; file->name; file++) {
        if (!is_lexicon(file))
            continue;
        reader->languages =
            arena_grow(reader->arena, reader->languages, reader->count, reader->count + 1,
                       sizeof *reader->languages, &capacity);
        if (!language_open(reader->arena, file, &reader->languages[reader->count], err))
            return false;
        if (strcmp(reader->languages[reader->count].code, "en") == 0)
            reader->english = reader->count;
        reader->count++;
    }
    if (reader->count == 0)
        return error_set(err, ERROR_FAILED, "there is no lexicon to read messages with");
    return true;
}

struct autoreply_reader *autoreply_open(struct error *err)
{
    struct autoreply_reader *reader = memory_alloc(sizeof *reader);
    *reader = (struct autoreply_reader){.arena = arena_create()};
    if (open_languages(reader, err))
        return reader;
    autoreply_close(reader);
    return NULL;
}

void autoreply_close(struct autoreply_reader *reader)
{
    if (!reader)
        return;
    arena_destroy(reader->arena);
    free(reader);
}

bool autoreply_read_languages(struct autoreply_reader *reader, struct error *err)
{
    for (size_t i = 0; i < reader->count; i++)
        if (!language_read(reader->arena, &reader->languages[i], err))
            return false;
    return true;
}

static size_t count_common(const struct language *language, const struct tokens *tokens)
{
    struct phrase_match match;
    size_t common = 0;
    for (size_t i = 0; i < tokens->count && i < LANGUAGE_WORDS; i++)
        common += phrase_book_match(language->common, tokens, i, &match);
    return common;
}

/* The language most of whose common words the text has. Small words are shared ("in",
 * "mon"): another language than the first must be ahead by more than one. */
static struct language *choose_language(const struct autoreply_reader *reader,
                                        const struct tokens *tokens,
                                        const struct tokens *more)
{
    struct language *best = &reader->languages[reader->english];
    size_t most = count_common(best, tokens) + count_common(best, more) + AHEAD;
    for (size_t i = 0; i < reader->count; i++) {
        size_t common = count_common(&reader->languages[i], tokens) +
                        count_common(&reader->languages[i], more);
        if (i != reader->english && common > most) {
            best = &reader->languages[i];
            most = common;
        }
    }
    return best;
}

static struct language *language_of(const struct autoreply_reader *reader,
                                    struct arena *arena, const struct message *message)
{
    struct tokens tokens, subject = {0};
    tokens_read_first(arena, message->text, message->text_length, LANGUAGE_WORDS,
                      &tokens);
    const char *text = message->subject ? message->subject : "";
    if (tokens.count < FEW_WORDS)
        tokens_read(arena, text, strlen(text), &subject);
    return choose_language(reader, &tokens, &subject);
}

/* The order of days and months: what the message tells, its language, the setting. */
static enum date_order order_of(const struct letter *letter, enum date_order told,
                                enum date_order setting)
{
    if (told != DATE_ORDER_NONE)
        return told;
    return letter->language->order != DATE_ORDER_NONE ? letter->language->order : setting;
}

/* The display name; without one the words of the address: "Harold_Nkemelu@...". */
static void read_sender(struct letter *letter)
{
    const struct message_address *from = &letter->message->from;
    const char *name = from->name ? from->name : from->mail ? from->mail : "";
    size_t length = from->name ? strnlen(name, NAME_MAX_BYTES) : strcspn(name, "@");
    char *words = arena_copy(letter->arena, name, length);
    for (char *c = words; *c && !from->name; c++)
        if (*c == '_' || *c == '.')
            *c = ' ';
    tokens_read(letter->arena, words, length, &letter->sender);
}

static void prepare(struct letter *letter, enum date_order order)
{
    const struct message *message = letter->message;
    const char *subject = message->subject ? message->subject : "";
    struct tokens tokens, subject_tokens;
    letter->said = said_text(letter->arena, letter->language, message, letter->tracing);
    letter->said_length = message->text_length;
    tokens_read(letter->arena, letter->said, letter->said_length, &tokens);
    enum date_order told = date_order_told(&tokens);
    letter->dates = (struct date_context){
        .now = {letter->dated ? message->date_day : 0, message->date_minute},
        .order = order_of(letter, told, order),
        .order_told = told != DATE_ORDER_NONE,
        .past_days = DAYS_PAST,
        .informal = message->jotted,
    };
    read_sender(letter);
    letter_contacts(letter);
    const char *said = said_subject(letter->arena, letter->language, &letter->sender,
                                    subject, &letter->automatic);
    tokens_read(letter->arena, said, strlen(said), &subject_tokens);
    passage_read(letter, &letter->text, EVIDENCE_TEXT, message->text, &tokens);
    passage_read(letter, &letter->subject, EVIDENCE_SUBJECT, subject, &subject_tokens);
}

static void understand(struct letter *letter, struct reading *out)
{
    out->kind = kind_judge(letter, &out->why);
    if (out->kind == READING_OTHER) {
        letter->evidence_count = 0;
        return;
    }
    if (out->kind == READING_OOO) {
        reason_find(letter, out); /* it tells whether one day stands for itself */
        period_find(letter, out);
        reason_of_chosen(letter, out);
        place_find(letter, out);
        whose_find(letter, out);
    }
    covers_find(letter, out);
}

/* A message in a language that cannot be read is none that is understood. */
static bool learn(struct autoreply_reader *reader, struct language *language,
                  struct arena *arena, struct reading *out)
{
    struct error err = {0};
    bool learnt = language_read(reader->arena, language, &err);
    if (!learnt)
        out->why = arena_string(arena, err.text);
    return learnt;
}

static void read_letter(struct autoreply_reader *reader, struct arena *arena,
                        const struct message *message, enum date_order order,
                        struct reading *out, struct trace *trace)
{
    struct tracing tracing = {.arena = arena, .message = message};
    struct letter letter = {
        .arena = arena, .message = message, .tracing = trace ? &tracing : NULL};
    if (trace)
        *trace = (struct trace){0};
    *out = (struct reading){.kind = READING_OTHER,
                            .first_day = DAY_NONE,
                            .back = DAY_NONE,
                            .back_minute = MINUTE_NONE,
                            .why = "",
                            .language = ""};
    const char *sign = NULL;
    if (trace)
        headers_trace(&tracing, message);
    enum header_sign header = headers_judge(message, &sign);
    struct language *language = language_of(reader, arena, message);
    letter.language = language;
    out->language = arena_string(arena, language->code);
    if (header == HEADER_OTHER)
        out->why = sign;
    if ((header == HEADER_OTHER && !trace) || !learn(reader, language, arena, out))
        return;
    if (header == HEADER_OTHER) {
        trace_finish(&letter, order, out, trace);
        return;
    }
    letter.automatic = header == HEADER_AUTOMATIC;
    letter.notice = header == HEADER_NOTICE;
    letter.dated = message->date_day != DAY_NONE;
    prepare(&letter, order);
    understand(&letter, out);
    if (out->kind != READING_OTHER && header == HEADER_AUTOMATIC)
        evidence_add_header(&letter, FIELD_KIND, sign, message_header(message, sign));
    evidence_finish(&letter, out);
    if (trace)
        trace_finish(&letter, order, out, trace);
}

void autoreply_read(struct autoreply_reader *reader, struct arena *arena,
                    const struct message *message, enum date_order order,
                    struct reading *out)
{
    read_letter(reader, arena, message, order, out, NULL);
}

void autoreply_explain(struct autoreply_reader *reader, struct arena *arena,
                       const struct message *message, enum date_order order,
                       struct reading *out, struct trace *trace)
{
    read_letter(reader, arena, message, order, out, trace);
}
