/* Does one person fit a filter? The cheap conditions are asked first. */
#include <string.h>

#include "contacts_read.h"
#include "index_text.h"
#include "search_private.h"
#include "touchbase/base/text.h"

enum { TEXTS_LOOKED = 300 }; /* notes and absences of one person, the newest */

/* One person under test; what is read of them is read once. */
struct subject {
    struct search *search;
    const struct need_context *context;
    const struct contact *contact;
    const char *who, *reach; /* words of the index, a blank before; NULL: not read */
    struct error *err;
    bool failed;
};

/* Words of a text as the index would hold them. */
static const char *content_of(struct arena *arena, const char *text)
{
    struct buffer words = {0};
    buffer_add_char(&words, ' ');
    index_words(&words, arena, text);
    const char *content = arena_copy(arena, words.data, words.length);
    buffer_free(&words);
    return content;
}

static sqlite3_stmt *begin(struct subject *subject, enum statement statement,
                           int64_t number)
{
    sqlite3_stmt *s = statement_get(subject->search->store, statement, subject->err);
    if (s != NULL)
        bind_number(s, 1, number);
    subject->failed = subject->failed || s == NULL;
    return s;
}

static bool next(struct subject *subject, sqlite3_stmt *s)
{
    bool row = false;
    if (s == NULL || !statement_row(subject->search->store, s, &row, subject->err))
        subject->failed = true;
    return row;
}

/* A column of the index with a blank before it. What is damaged may hold no text. */
static const char *words_at(sqlite3_stmt *s, int column, struct arena *arena)
{
    const char *words = (const char *)sqlite3_column_text(s, column);
    return words == NULL ? " " : arena_format(arena, " %s", words);
}

static void read_words(struct subject *subject)
{
    struct arena *arena = subject->search->aside;
    if (subject->who != NULL)
        return;
    sqlite3_stmt *s = begin(subject, STATEMENT_SEARCH_CONTACT_GET, subject->contact->id);
    subject->who = subject->reach = " ";
    if (next(subject, s)) {
        subject->who = words_at(s, 0, arena);
        subject->reach = words_at(s, 1, arena);
        statement_end(s);
    }
}

/* A text key without words: has the person any such thing? */
static bool is_there(const char *text)
{
    return text != NULL && *text != '\0';
}

static bool field_fits(struct subject *subject, const struct search_term *term,
                       const char *text)
{
    if (term->term->none)
        return !is_there(text);
    if (term->term->any)
        return is_there(text);
    return text != NULL && term_in(term, content_of(subject->search->aside, text));
}

static bool point_fits(struct subject *subject, const struct search_term *term,
                       enum point_kind kind)
{
    struct arena *arena = subject->search->aside;
    bool found = false, any = false;
    sqlite3_stmt *s = begin(subject, STATEMENT_POINTS_OF, subject->contact->id);
    while (!found && next(subject, s)) {
        struct buffer words = {0};
        const char *value = column_text(s, 1, arena);
        if (column_number(s, 0) != kind)
            continue;
        if (value == NULL)
            continue;
        any = true;
        buffer_add_char(&words, ' ');
        index_words(&words, arena, value);
        if (kind == POINT_PHONE)
            index_phone(&words, arena, value);
        found = term_in(term, buffer_string(&words));
        buffer_free(&words);
    }
    if (s != NULL)
        statement_end(s);
    if (term->term->none || term->term->any)
        return any == term->term->any;
    return found;
}

/* A tag is meant whole. */
static bool tag_fits(struct subject *subject, const struct filter_term *term)
{
    bool found = false, any = false;
    sqlite3_stmt *s = begin(subject, STATEMENT_TAGS_OF, subject->contact->id);
    while (!found && next(subject, s)) {
        const char *name = column_text(s, 0, subject->search->aside);
        any = true;
        for (size_t i = 0; name != NULL && i < term->text_count; i++)
            found = found || text_same_folded(name, term->texts[i]);
    }
    if (s != NULL)
        statement_end(s);
    return term->none || term->any ? any == term->any : found;
}

/* The newest note or absence that has all these terms; 0 for none. */
static int64_t find_text(struct subject *subject, enum filter_key key,
                         const struct search_term *one)
{
    struct search *search = subject->search;
    int64_t places[TEXTS_LOOKED], found = 0;
    size_t count = 0;
    sqlite3_stmt *s = begin(subject, STATEMENT_SEARCH_PLACES, subject->contact->id);
    while (count < TEXTS_LOOKED && next(subject, s))
        places[count++] = column_number(s, 0);
    if (s != NULL)
        statement_end(s);
    for (size_t i = 0; found == 0 && i < count; i++) {
        s = begin(subject, STATEMENT_SEARCH_TEXT_GET, places[i]);
        if (!next(subject, s))
            continue;
        const char *content =
            arena_format(search->aside, " %s", (const char *)sqlite3_column_text(s, 0));
        bool all = true;
        statement_end(s);
        for (size_t j = 0; one == NULL && all && j < search->count; j++) {
            const struct search_term *term = &search->terms[j];
            all = term->term->key != key || term->term->negated || term_in(term, content);
        }
        if (one != NULL ? term_in(one, content) : all)
            found = places[i];
    }
    return found;
}

static bool has_texts(struct subject *subject)
{
    sqlite3_stmt *s = begin(subject, STATEMENT_SEARCH_PLACES, subject->contact->id);
    bool any = next(subject, s);
    if (s != NULL)
        statement_end(s);
    return any;
}

static bool note_fits(struct subject *subject, const struct search_term *term)
{
    if (term->term->none || term->term->any)
        return has_texts(subject) == term->term->any;
    return find_text(subject, FILTER_NOTE, term) != 0;
}

static bool is_in(unsigned set, int64_t number)
{
    return number >= 0 && number < 32 && (set & 1u << number) != 0;
}

static bool channel_fits(struct subject *subject, unsigned set)
{
    if (subject->contact->next_touch == 0)
        return false;
    sqlite3_stmt *s =
        begin(subject, STATEMENT_SEARCH_CHANNEL, subject->contact->next_touch);
    bool fits = next(subject, s) && is_in(set, column_number(s, 0));
    if (s != NULL)
        statement_end(s);
    return fits;
}

/* yes is bit 1, no is bit 2. */
static bool answer_fits(unsigned set, bool answer)
{
    return (set & (answer ? 1u : 2u)) != 0;
}

static bool number_fits(const struct filter_term *term, int64_t number)
{
    return number >= term->low && number < term->high;
}

static int64_t silent_since(const struct contact *contact)
{
    return contact->last_contact_utc != 0 ? contact->last_contact_utc
                                          : contact->created_utc;
}

static bool word_stands(struct subject *subject, const struct search_term *term)
{
    read_words(subject);
    return term_in(term, subject->who) || term_in(term, subject->reach) ||
           find_text(subject, FILTER_WORDS, term) != 0;
}

static bool term_fits(struct subject *subject, const struct search_term *term)
{
    const struct contact *contact = subject->contact;
    switch (term->term->key) {
    case FILTER_WORDS: /* a word that must not stand there */
        return word_stands(subject, term);
    case FILTER_STAGE:
        return is_in(term->term->set, (int64_t)contact->stage);
    case FILTER_TAG:
        return tag_fits(subject, term->term);
    case FILTER_COMPANY:
        return field_fits(subject, term, contact->company);
    case FILTER_CITY:
        return field_fits(subject, term, contact->city);
    case FILTER_TITLE:
        return field_fits(subject, term, contact->title);
    case FILTER_NAME:
        return field_fits(subject, term, contact->name);
    case FILTER_MAIL:
        return point_fits(subject, term, POINT_MAIL);
    case FILTER_PHONE:
        return point_fits(subject, term, POINT_PHONE);
    case FILTER_NOTE:
        return note_fits(subject, term);
    case FILTER_DUE:
        return contact->next_due.day != DAY_NONE &&
               number_fits(term->term, contact->next_due.day);
    case FILTER_CHANNEL:
        return channel_fits(subject, term->term->set);
    case FILTER_NEXT:
        return answer_fits(term->term->set, contact->next_touch != 0);
    case FILTER_PROMISE:
        return answer_fits(term->term->set, contact->next_promise);
    case FILTER_QUIET:
        return number_fits(term->term, silent_since(contact));
    case FILTER_AWAY:
        return answer_fits(term->term->set,
                           contact_is_away(contact, subject->context->today));
    default:
        return false;
    }
}

/* How costly a term is to ask. */
static int cost(enum filter_key key)
{
    switch (key) {
    case FILTER_STAGE:
    case FILTER_DUE:
    case FILTER_NEXT:
    case FILTER_PROMISE:
    case FILTER_QUIET:
    case FILTER_AWAY:
        return 0;
    case FILTER_NOTE:
    case FILTER_WORDS:
        return 2;
    default:
        return 1;
    }
}

static bool conditions_fit(struct subject *subject)
{
    const struct search *search = subject->search;
    for (int round = 0; round <= 2; round++) {
        for (size_t i = 0; i < search->count; i++) {
            const struct search_term *term = &search->terms[i];
            bool words = term->term->key == FILTER_WORDS && !term->term->negated;
            if (words || cost(term->term->key) != round)
                continue;
            if (term_fits(subject, term) == term->term->negated || subject->failed)
                return false;
        }
    }
    return true;
}

/* In a text that came with the question. */
static bool stands_beside(const struct subject *subject, const struct search_term *term)
{
    const struct search *search = subject->search;
    return search->beside != NULL &&
           term_in(term, content_of(search->aside, search->beside));
}

/* The newest note or absence that has all words; 0 for none. */
static int64_t words_place(struct subject *subject)
{
    const struct search *search = subject->search;
    bool none = search_knows(search) && search->texts.complete &&
                !gathered_has(&search->texts, subject->contact->id);
    return search->record_only || none ? 0 : find_text(subject, FILTER_WORDS, NULL);
}

/* All words in the record: in the name and company alone? */
static bool record_has(struct subject *subject, enum search_fit *fit)
{
    const struct search *search = subject->search;
    *fit = SEARCH_WHO;
    for (size_t i = 0; i < search->count; i++) {
        const struct search_term *term = &search->terms[i];
        if (term->term->key != FILTER_WORDS || term->term->negated)
            continue;
        read_words(subject);
        if (term_in(term, subject->who))
            continue;
        if (!term_in(term, subject->reach) && !stands_beside(subject, term))
            return false;
        *fit = SEARCH_RECORD;
    }
    return true;
}

bool search_holds(struct search *search, const struct need_context *context,
                  const struct contact *contact, bool *holds, enum search_fit *fit,
                  int64_t *place, struct error *err)
{
    struct subject subject = {
        .search = search, .context = context, .contact = contact, .err = err};
    enum search_fit found = SEARCH_TEXT;
    int64_t at = 0;
    arena_reset(search->aside);
    *holds = conditions_fit(&subject);
    if (*holds && !record_has(&subject, &found)) {
        at = words_place(&subject);
        found = SEARCH_TEXT;
        *holds = at != 0;
    }
    if (fit != NULL)
        *fit = found;
    if (place != NULL)
        *place = at;
    return !subject.failed;
}
