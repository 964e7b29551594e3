#include "filter_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/base/near.h"
#include "touchbase/base/text.h"
#include "touchbase/dates/when.h"
#include "touchbase/store/tags.h"

enum { DAY_SECONDS = 86400, QUIET_MOST = 36500, NEAR_TAGS = 200, TAGS_SAID = 4 };

/* One piece on its way. */
struct understanding {
    struct desk *desk;
    struct arena *arena;
    const struct filter_piece *piece;
    struct filter_term *term;
};

static const char *const stage_words[] = {"rest",   "lead", "prospect", "customer",
                                          "former", "no",   "play",     NULL};
static const char *const channel_words[] = {"call",    "voicemail", "email", "letter",
                                            "card",    "postcard",  "fax",   "visit",
                                            "message", "post",      "mail",  NULL};
static const char *const answer_words[] = {"yes", "no", NULL};
static const char *const due_words[] = {"late", "today", "tomorrow", "fri", "none", NULL};

const char *const *filter_value_words(enum filter_key key)
{
    switch (key) {
    case FILTER_STAGE:
        return stage_words;
    case FILTER_CHANNEL:
        return channel_words;
    case FILTER_NEXT:
    case FILTER_PROMISE:
    case FILTER_AWAY:
        return answer_words;
    case FILTER_DUE:
        return due_words;
    default:
        return NULL;
    }
}

/* The bit of a word of a list, folded; -1 when it is none. */
static int word_number(const char *word, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++) {
        if (text_same_folded(word, words[i]))
            return i;
    }
    return -1;
}

static bool unknown_word(const struct understanding *reading, const char *word,
                         const char *const *words, struct error *err)
{
    struct buffer list = {0};
    const char *key = filter_key_name(reading->piece->key);

    for (size_t i = 0; words[i] != NULL; i++)
        buffer_add_format(&list, "%s%s", i > 0 ? ", " : "", words[i]);
    error_set(err, ERROR_USAGE, "%s: knows no \"%s\"; it is one of %s", key, word,
              buffer_string(&list));
    buffer_free(&list);
    return false;
}

/* The values of a piece, parted by commas; what is quoted is one. */
static const char **values_of(const struct understanding *reading, size_t *count)
{
    char *at = arena_string(reading->arena, reading->piece->value);
    const char **values = arena_array(reading->arena, strlen(at) + 1, sizeof *values);

    *count = 0;
    if (reading->piece->quoted || reading->piece->key == FILTER_WORDS) {
        values[(*count)++] = at;
        return values;
    }
    for (char *next; at != NULL; at = next) {
        next = strchr(at, ',');
        if (next != NULL)
            *next++ = '\0';
        if (*at != '\0')
            values[(*count)++] = at;
    }
    return values;
}

static unsigned bits_of(enum filter_key key, int number)
{
    enum { PLAY_WORD = 6, POST_WORD = 9, MAIL_WORD = 10 };
    if (key == FILTER_STAGE && number == PLAY_WORD)
        return 1u << STAGE_LEAD | 1u << STAGE_PROSPECT | 1u << STAGE_CUSTOMER;
    if (key == FILTER_CHANNEL && number == POST_WORD)
        return 1u << CHANNEL_LETTER | 1u << CHANNEL_CARD | 1u << CHANNEL_POSTCARD;
    if (key == FILTER_CHANNEL && number == MAIL_WORD)
        return 1u << CHANNEL_EMAIL;
    return 1u << number;
}

static bool read_set(struct understanding *reading, struct error *err)
{
    enum filter_key key = reading->piece->key;
    const char *const *words = filter_value_words(key);
    size_t count;
    const char **values = values_of(reading, &count);

    for (size_t i = 0; i < count; i++) {
        int number = word_number(values[i], words);

        if (number < 0)
            return unknown_word(reading, values[i], words, err);
        reading->term->set |= bits_of(key, number);
    }
    return true;
}

static void between(struct filter_term *term, enum filter_compare compare, int64_t low,
                    int64_t high)
{
    term->low = compare == FILTER_BEFORE || compare == FILTER_UNTIL ? INT64_MIN : low;
    term->high = compare == FILTER_BEHIND || compare == FILTER_FROM_ON ? INT64_MAX : high;
    if (compare == FILTER_BEFORE)
        term->high = low;
    if (compare == FILTER_BEHIND)
        term->low = high;
}

static bool read_due(struct understanding *reading, struct error *err)
{
    const struct filter_piece *piece = reading->piece;
    struct when_context context = {.now = desk_wall(reading->desk),
                                   .order = reading->desk->settings.date_order,
                                   .landing_day = DAY_NONE};
    struct wall when;
    struct error mistake;

    if (text_same_folded(piece->value, "late")) {
        reading->term->low = INT64_MIN;
        reading->term->high = context.now.day;
        return true;
    }
    if (text_same_folded(piece->value, "none") || text_same_folded(piece->value, "any")) {
        reading->term->key = FILTER_NEXT;
        reading->term->set = text_same_folded(piece->value, "none") ? 2 : 1;
        return true;
    }
    if (!when_read(piece->value, &context, &when, &mistake))
        return error_set(err, mistake.code, "due: %s", mistake.text);
    between(reading->term, piece->compare, when.day, when.day + 1);
    return true;
}

/* 30d, 6w, 3m, 1y: days. 0 when it is none. */
static int64_t days_of(const char *value)
{
    static const struct {
        char letter;
        int days;
    } units[] = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}, {'\0', 1}};
    char *end;
    long number = strtol(value, &end, 10);

    if (!isdigit((unsigned char)*value) || number <= 0 || number > QUIET_MOST ||
        (*end != '\0' && end[1] != '\0'))
        return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (tolower((unsigned char)*end) == units[i].letter)
            return number * units[i].days;
    }
    return 0;
}

/* quiet:30d, silent for thirty days or more; quiet:<7d, spoken with in the last seven. */
static bool read_quiet(struct understanding *reading, struct error *err)
{
    const struct filter_piece *piece = reading->piece;
    int64_t days = days_of(piece->value);
    int64_t cut = desk_now(reading->desk) - days * DAY_SECONDS;
    bool within = piece->compare == FILTER_BEFORE || piece->compare == FILTER_UNTIL;

    if (days == 0)
        return error_set(err, ERROR_USAGE,
                         "quiet: wants a time such as 30d, 6w, 3m or 1y, not \"%s\"",
                         piece->value);
    reading->term->low = within ? cut : INT64_MIN;
    reading->term->high = within ? INT64_MAX : cut + 1;
    return true;
}

static bool unknown_tag(const struct understanding *reading, const char *name,
                        const char **known, size_t count, struct error *err)
{
    struct buffer list = {0};
    const char **folded = arena_array(reading->arena, count, sizeof *folded);
    const char *meant;

    for (size_t i = 0; i < count; i++)
        folded[i] = text_fold(reading->arena, known[i]);
    meant = near_word(text_fold(reading->arena, name), folded, count);
    for (size_t i = 0; i < count && i < TAGS_SAID; i++)
        buffer_add_format(&list, "%s%s", i > 0 ? ", " : "", known[i]);
    if (count == 0)
        error_set(err, ERROR_USAGE, "nobody is tagged yet; \"tag\" does that");
    else if (meant != NULL)
        error_set(err, ERROR_USAGE, "nobody is tagged \"%s\"; \"%s\" is meant?", name,
                  meant);
    else
        error_set(err, ERROR_USAGE, "nobody is tagged \"%s\"; there are %s%s", name,
                  buffer_string(&list), count > TAGS_SAID ? " ..." : "");
    buffer_free(&list);
    return false;
}

/* A tag has to be there, so that a slip is said instead of finding nobody. */
static bool check_tags(struct understanding *reading, struct error *err)
{
    const struct filter_term *term = reading->term;
    const char **known;
    size_t count;

    for (size_t i = 0; i < term->text_count; i++) {
        if (!tags_known(reading->desk->store, term->texts[i], 1, reading->arena, &known,
                        &count, err))
            return false;
        if (count == 1 && text_same_folded(known[0], term->texts[i]))
            continue;
        if (!tags_known(reading->desk->store, "", NEAR_TAGS, reading->arena, &known,
                        &count, err))
            return false;
        return unknown_tag(reading, term->texts[i], known, count, err);
    }
    return true;
}

static bool has_letters(const char *text)
{
    const char *end = text + strlen(text);

    while (text < end) {
        uint32_t code = text_next(&text, end);

        if (code != 0xFFFD && text_is_word(code))
            return true;
    }
    return false;
}

static bool read_text(struct understanding *reading, struct error *err)
{
    struct filter_term *term = reading->term;
    const char *value = reading->piece->value;
    bool condition = term->key != FILTER_WORDS && !reading->piece->quoted;

    term->none = condition && text_same_folded(value, "none");
    term->any = condition && text_same_folded(value, "any");
    if (term->none || term->any)
        return true;
    term->texts = values_of(reading, &term->text_count);
    for (size_t i = 0; term->key != FILTER_WORDS && i < term->text_count; i++) {
        if (!has_letters(term->texts[i]))
            return error_set(err, ERROR_USAGE, "%s: wants letters or digits, not \"%s\"",
                             filter_key_name(term->key), term->texts[i]);
    }
    return term->key != FILTER_TAG || check_tags(reading, err);
}

static bool read_piece(struct understanding *reading, struct error *err)
{
    reading->term->key = reading->piece->key;
    reading->term->negated = reading->piece->negated;
    switch (reading->piece->key) {
    case FILTER_DUE:
        return read_due(reading, err);
    case FILTER_QUIET:
        return read_quiet(reading, err);
    default:
        break;
    }
    if (filter_key_is_text(reading->piece->key))
        return read_text(reading, err);
    if (reading->piece->compare != FILTER_IS)
        return error_set(err, ERROR_USAGE, "%s: takes no < or >",
                         filter_key_name(reading->piece->key));
    return read_set(reading, err);
}

bool filter_read(struct desk *desk, const char *text, struct arena *arena,
                 struct filter *out, struct error *err)
{
    struct filter_piece *pieces;
    size_t count, kept = 0;

    if (!filter_split(arena, text, &pieces, &count, err))
        return false;
    struct filter_term *terms = arena_array(arena, count, sizeof *terms);
    for (size_t i = 0; i < count; i++) {
        struct understanding reading = {desk, arena, &pieces[i], &terms[kept]};

        if (!read_piece(&reading, err))
            return false;
        /* signs alone are no words */
        kept += terms[kept].key != FILTER_WORDS || has_letters(pieces[i].value) ? 1 : 0;
    }
    *out = (struct filter){terms, kept};
    return true;
}
