/* A slip forgiven: words of the index that are close to those typed. One slip is found by
 * asking for the few hundred words it may have been; two, and words of other letters than
 * a to z, by going through the words that begin alike. */
#include <string.h>

#include "search_private.h"
#include "touchbase/base/text.h"

enum {
    LETTERS_MAX = 16,     /* longer words are not forgiven */
    LETTERS_ONE = 4,      /* from so many letters on one slip */
    LETTERS_TWO = 8,      /* and two */
    NEAR_WORDS_MAX = 6,   /* taken for one word */
    WORDS_LOOKED = 20000, /* words with the same first letters */
    LETTERS_ALIKE = 3,    /* with which those gone through begin */
    WORDS_SAID = 3
};

struct letters {
    uint32_t codes[LETTERS_MAX];
    size_t count; /* 0: too long, or no plain word */
};

static struct letters letters_of(const char *word, size_t length)
{
    struct letters letters = {0};
    const char *end = word + length;
    while (word < end) {
        uint32_t code = text_next(&word, end);
        if (letters.count == LETTERS_MAX || text_is_cjk(code) ||
            (code >= '0' && code <= '9') || !text_is_word(code))
            return (struct letters){0};
        letters.codes[letters.count++] = code;
    }
    return letters;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters must be put in, taken out, changed or swapped so that typed begins the
 * word. */
static size_t distance(const struct letters *typed, const struct letters *word)
{
    size_t rows[3][LETTERS_MAX + 1], best = typed->count;
    for (size_t j = 0; j <= word->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= typed->count; i++) {
        size_t *now = rows[i % 3];
        const size_t *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        const uint32_t *a = &typed->codes[i - 1];
        now[0] = i;
        for (size_t j = 1; j <= word->count; j++) {
            const uint32_t *b = &word->codes[j - 1];
            now[j] = least(before[j], now[j - 1]) + 1;
            now[j] = least(now[j], before[j - 1] + (*a != *b));
            if (i > 1 && j > 1 && *a == b[-1] && a[-1] == *b)
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    for (size_t j = 0; j <= word->count; j++)
        best = least(best, rows[typed->count % 3][j]);
    return best;
}

/* The words close to one, the closest first. */
struct near_words {
    struct search *search;
    struct arena *arena;
    struct letters typed;
    size_t slips; /* forgiven */
    const char *words[NEAR_WORDS_MAX];
    size_t distances[NEAR_WORDS_MAX];
    size_t count;
};

static void take(struct near_words *near, const char *word, size_t far)
{
    size_t at = near->count;
    for (size_t i = 0; i < near->count; i++) {
        if (strcmp(near->words[i], word) == 0)
            return;
    }
    while (at > 0 && near->distances[at - 1] > far)
        at--;
    if (at == NEAR_WORDS_MAX)
        return;
    if (near->count < NEAR_WORDS_MAX)
        near->count++;
    for (size_t i = near->count - 1; i > at; i--) {
        near->words[i] = near->words[i - 1];
        near->distances[i] = near->distances[i - 1];
    }
    near->words[at] = arena_string(near->arena, word);
    near->distances[at] = far;
}

static char *word_of(struct arena *arena, const uint32_t *codes, size_t count)
{
    struct buffer word = {0};
    for (size_t i = 0; i < count; i++)
        text_append(&word, codes[i]);
    char *text = arena_string(arena, buffer_string(&word));
    buffer_free(&word);
    return text;
}

/* Words that begin with the same letters. */
static bool look_along(struct near_words *near, struct error *err)
{
    struct store *store = near->search->store;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEARCH_VOCABULARY, err);
    if (s == NULL)
        return false;
    const char *first = word_of(near->arena, near->typed.codes, LETTERS_ALIKE);
    bind_text(s, 1, first);
    bind_number(s, 2, WORDS_LOOKED);
    while (statement_next(store, s, &failed, err)) {
        const char *word = (const char *)sqlite3_column_text(s, 0);
        if (word == NULL)
            continue;
        struct letters letters = letters_of(word, strlen(word));
        size_t far = letters.count == 0 ? LETTERS_MAX : distance(&near->typed, &letters);
        if (far > 0 && far <= near->slips)
            take(near, word, far);
    }
    return !failed;
}

/* Does any word of a record begin with these letters? */
static bool stands(struct near_words *near, const uint32_t *codes, size_t count,
                   const char **word, bool *there, struct error *err)
{
    int64_t id;
    *word = word_of(near->arena, codes, count);
    if (search_stopped(near->search))
        return false;
    sqlite3_stmt *s = statement_get(near->search->store, STATEMENT_SEARCH_CONTACTS, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, arena_format(near->arena, "\"%s\" *", *word));
    bind_number(s, 2, 1);
    if (!statement_number(near->search->store, s, 0, &id, err))
        return false;
    *there = id != 0;
    return true;
}

static bool ask_for(struct near_words *near, const uint32_t *codes, size_t count,
                    struct error *err)
{
    const char *word;
    bool there;
    if (!stands(near, codes, count, &word, &there, err))
        return false;
    if (there)
        take(near, word, 1);
    return true;
}

/* The letter at a place is another, is missing, is one too many, or was swapped with the
 * next. */
static bool look_at(struct near_words *near, size_t place, struct error *err)
{
    const struct letters *typed = &near->typed;
    uint32_t more[LETTERS_MAX + 1], same[LETTERS_MAX];
    size_t behind = typed->count - place;
    bool good = true;
    memcpy(same, typed->codes, sizeof same);
    memcpy(more, typed->codes, place * sizeof *more);
    memcpy(more + place + 1, typed->codes + place, behind * sizeof *more);
    for (uint32_t letter = 'a'; good && letter <= 'z'; letter++) {
        more[place] = same[place] = letter;
        good = ask_for(near, more, typed->count + 1, err);
        if (letter != typed->codes[place])
            good = good && ask_for(near, same, typed->count, err);
    }
    same[place] = typed->codes[place + 1];
    same[place + 1] = typed->codes[place];
    memmove(more + place, typed->codes + place + 1, (behind - 1) * sizeof *more);
    return good && ask_for(near, same, typed->count, err) &&
           ask_for(near, more, typed->count - 1, err);
}

static bool is_latin(const struct letters *letters)
{
    for (size_t i = 0; i < letters->count; i++) {
        if (letters->codes[i] < 'a' || letters->codes[i] > 'z')
            return false;
    }
    return true;
}

/* The letters before a slip are right, so that it lies no further than the beginning
 * which is in the index. */
static bool look_everywhere(struct near_words *near, struct error *err)
{
    bool there = true;
    const char *word;
    for (size_t place = 0; there && place + 1 < near->typed.count; place++) {
        if (!look_at(near, place, err) ||
            !stands(near, near->typed.codes, place + 1, &word, &there, err))
            return false;
    }
    return true;
}

/* A word of letters alone may be a slip. */
static bool look(struct near_words *near, const struct search_term *term,
                 struct error *err)
{
    const char *word = term->needles[0].texts[0] + 1;
    near->count = 0;
    near->typed = letters_of(word, strlen(word));
    near->slips = near->typed.count >= LETTERS_TWO   ? 2
                  : near->typed.count >= LETTERS_ONE ? 1
                                                     : 0;
    if (near->slips == 0)
        return true;
    bool latin = is_latin(&near->typed);
    if (latin && !look_everywhere(near, err))
        return false;
    return (latin && (near->slips == 1 || near->count > 0)) || look_along(near, err);
}

/* Does any word of a record begin so? */
static bool is_there(struct search *search, const struct search_term *term, bool *there,
                     struct error *err)
{
    struct buffer query = {0};
    int64_t id = 0;
    sqlite3_stmt *s = statement_get(search->store, STATEMENT_SEARCH_CONTACTS, err);
    if (s == NULL)
        return false;
    term_query(term, NULL, &query);
    bind_text(s, 1, buffer_string(&query));
    bind_number(s, 2, 1);
    bool good = statement_number(search->store, s, 0, &id, err);
    *there = id != 0;
    buffer_free(&query);
    return good;
}

/* The term with the words close to its own beside it. */
static void widen(const struct near_words *near, struct filter_term *term,
                  struct buffer *said)
{
    const char **texts =
        arena_array(near->arena, term->text_count + near->count, sizeof *texts);
    size_t count = 0;
    for (; count < term->text_count; count++)
        texts[count] = term->texts[count];
    for (size_t i = 0; i < near->count; i++) {
        texts[count++] = near->words[i];
        if (i < WORDS_SAID)
            buffer_add_format(said, "%s%s", said->length > 0 ? ", " : "", near->words[i]);
    }
    term->texts = texts;
    term->text_count = count;
}

/* Widens the words that stand nowhere, or, when each stands somewhere, all. */
static bool forgive(struct near_words *near, struct filter_term *terms, bool all,
                    struct buffer *said, struct error *err)
{
    struct search *search = near->search;
    bool there = false;
    for (size_t i = 0; i < search->count; i++) {
        terms[i] = *search->terms[i].term;
        if (terms[i].key != FILTER_WORDS || terms[i].negated)
            continue;
        if (!all && !is_there(search, &search->terms[i], &there, err))
            return false;
        if (!all && there)
            continue;
        if (!look(near, &search->terms[i], err))
            return false;
        if (near->count > 0)
            widen(near, &terms[i], said);
    }
    return true;
}

bool search_forgive(struct search *search, struct arena *arena, struct filter **out,
                    const char **instead, struct error *err)
{
    struct near_words near = {.search = search, .arena = arena};
    struct filter_term *terms = arena_array(arena, search->count, sizeof *terms);
    struct buffer said = {0};
    *out = NULL;
    bool good = forgive(&near, terms, false, &said, err) &&
                (said.length > 0 || forgive(&near, terms, true, &said, err));
    if (good && said.length > 0) {
        *out = arena_alloc(arena, sizeof **out);
        **out = (struct filter){terms, search->count};
        *instead = arena_string(arena, buffer_string(&said));
    }
    buffer_free(&said);
    return good;
}
