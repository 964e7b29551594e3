/* A desk for the benchmarks: COUNT contacts, twice as many touches and three times as
 * many notes, one name in ten in no Latin letters, a person in a hundred away. The rows
 * go in by plain SQLite, through the schema; what the store derives from them is made by
 * its own statements. The same count gives the same desk, as of DESK_NOW (UTC). With
 * --list, standard output gets a line a person, name, company and first point between
 * tabs, for minimal_list, and no desk is made.
 *
 *     make_desk COUNT FILE
 *     make_desk COUNT --list */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parts/measure.h"
#include "parts/people.h"
#include "store/index_text.h"
#include "store/statements.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/touch.h"
#include "touchbase/store/store.h"

enum { SEED = 4, OTHER_LETTERS = 10, TOUCHES_MOST = 3, DAY = 86400, DESK_YEARS = 20 };
enum { INDEX_USUAL = 1024 * 1024 };  /* FTS5's own */
#define DESK_NOW INT64_C(1772442000) /* 2026-03-02 09:00 UTC, a Monday */
#define MARK_TOMORROW (DESK_NOW - DESK_NOW % DAY)
#define MARK_PROSPECT (DESK_NOW - 31 * DAY)
#define MARK_CUSTOMER (DESK_NOW - 91 * DAY)

enum insert {
    INSERT_CONTACT,
    INSERT_POINT,
    INSERT_TOUCH,
    INSERT_IDENTITY,
    INSERT_NOTE,
    INSERT_ABSENCE,
    INSERT_SEARCH_CONTACT,
    INSERT_SEARCH_TEXT,
    INSERT_COUNT
};

static const char *const inserts[INSERT_COUNT] = {
    [INSERT_CONTACT] =
        "INSERT INTO contact (id, uuid, name, given, family, company, title, city, stage,"
        " do_not_contact, created_utc, changed_utc, folded_name, clock_utc,"
        " last_contact_utc, next_touch_id, next_due_day, next_due_minute, next_due_utc,"
        " need) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [INSERT_POINT] = "INSERT INTO point (contact_id, position, kind, value, match_key)"
                     " VALUES (?, ?, ?, ?, ?)",
    [INSERT_TOUCH] =
        "INSERT INTO touch (id, uuid, contact_id, channel, direction, due_day,"
        " due_minute, zone, due_utc, done_utc, purpose, promise, outcome, cause, moved,"
        " created_utc, contact_made)"
        " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 0, ?, 0, 0, ?, ?)",
    [INSERT_IDENTITY] =
        "INSERT INTO touch_identity (touch_id, sequence, changed_utc) VALUES (?, 0, ?)",
    [INSERT_NOTE] = "INSERT INTO note (id, uuid, contact_id, written_utc, text)"
                    " VALUES (?, ?, ?, ?, ?)",
    [INSERT_ABSENCE] =
        "INSERT INTO absence (id, uuid, contact_id, received_utc, received_day, kind,"
        " first_day, back, reason, hospital, place, heard_whole, state, created_utc,"
        " questions, back_order)"
        " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, 0, ?, 1, 1, ?, 0, ?)",
    [INSERT_SEARCH_CONTACT] =
        "INSERT INTO search_contact (rowid, who, reach) VALUES (?, ?, ?)",
    [INSERT_SEARCH_TEXT] = "INSERT INTO search_text (rowid, words) VALUES (?, ?)",
};

struct maker {
    sqlite3 *db;
    sqlite3_stmt *statements[INSERT_COUNT];
    struct arena *arena; /* of one person */
    uint64_t state;      /* of chance */
    int64_t touches, notes, absences;
};

static void run(struct maker *maker, const char *sql)
{
    if (sqlite3_exec(maker->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        measure_stop(sqlite3_errmsg(maker->db));
}

/* One row; kinds has a letter a value: n an int64_t, s text or NULL, 0 an int64_t whose 0
 * is NULL. */
static void insert(struct maker *maker, enum insert which, const char *kinds, ...)
{
    sqlite3_stmt *s = maker->statements[which];
    va_list values;
    va_start(values, kinds);
    sqlite3_clear_bindings(s);
    for (int i = 0; kinds[i] != '\0'; i++) {
        if (kinds[i] == 's') {
            const char *text = va_arg(values, const char *);
            sqlite3_bind_text(s, i + 1, text, -1, SQLITE_STATIC);
            continue;
        }
        int64_t number = va_arg(values, int64_t);
        if (kinds[i] == 'n' || number != 0)
            sqlite3_bind_int64(s, i + 1, number);
    }
    va_end(values);
    if (sqlite3_step(s) != SQLITE_DONE)
        measure_stop(sqlite3_errmsg(maker->db));
    sqlite3_reset(s);
}

static int below(struct maker *maker, int limit)
{
    return chance_below(&maker->state, limit);
}

static const char *uuid(struct maker *maker)
{
    uint64_t high = chance_next(&maker->state), low = chance_next(&maker->state);
    return arena_format(maker->arena, "%08x-%04x-4%03x-8%03x-%012" PRIx64,
                        (unsigned)(high >> 32), (unsigned)(high >> 16 & 0xFFFF),
                        (unsigned)(high & 0xFFF), (unsigned)(low >> 52),
                        low & UINT64_C(0xFFFFFFFFFFFF));
}

/* Six of ten are at rest, a third in play. */
static enum stage choose_stage(struct maker *maker)
{
    int chance = below(maker, 100);
    if (chance < 60)
        return STAGE_REST;
    if (chance < 68)
        return STAGE_LEAD;
    if (chance < 83)
        return STAGE_PROSPECT;
    if (chance < 95)
        return STAGE_CUSTOMER;
    return chance < 98 ? STAGE_FORMER : STAGE_NO;
}

/* A pending touch within ten days back and half a year ahead, working days at the hour or
 * all day. */
static void plan(struct maker *maker, struct touch *touch)
{
    touch->due.day = (day_number)(DESK_NOW / DAY) - 10 + below(maker, 190);
    touch->due.minute = below(maker, 3) == 0 ? 540 + 30 * below(maker, 16) : MINUTE_NONE;
    touch->due_utc = (int64_t)touch->due.day * DAY;
    if (touch->due.minute != MINUTE_NONE)
        touch->due_utc += touch->due.minute * INT64_C(60);
}

/* A done one of the last four years, more of them recent; two of three reached somebody.
 */
static void finish(struct maker *maker, struct touch *touch)
{
    int days = 1 + below(maker, 1 + below(maker, 4 * 365));
    touch->done_utc =
        DESK_NOW - (int64_t)days * DAY + 60 * (int64_t)(below(maker, 480) - 60);
    touch->due.day = (day_number)(touch->done_utc / DAY);
    touch->due.minute = MINUTE_NONE;
    touch->due_utc = (int64_t)touch->due.day * DAY;
    touch->outcome = below(maker, 3) > 0 ? OUTCOME_REACHED : OUTCOME_NO_ANSWER;
}

static int make_touches(struct maker *maker, long number, enum stage stage,
                        struct touch *touches)
{
    static const int counts[] = {2, 1, 3, 2};
    static const char *const purposes[] = {"catalogue", "pricing", "second item",
                                           "prices for 500 pieces", NULL};
    int count = counts[number % 4];
    for (int i = 0; i < count; i++) {
        touches[i] = (struct touch){.id = ++maker->touches,
                                    .channel = (enum channel)below(maker, 3),
                                    .purpose = purposes[below(maker, 5)]};
        if (stage_in_play(stage) && i == count - 1 && below(maker, 10) > 0)
            plan(maker, &touches[i]);
        else
            finish(maker, &touches[i]);
    }
    return count;
}

static void put_touch(struct maker *maker, int64_t contact, const struct touch *touch)
{
    bool timed = touch->due.minute != MINUTE_NONE;
    int64_t made = touch->due_utc - 14 * DAY;
    insert(maker, INSERT_TOUCH, "nsnnn0snnsnnn", touch->id, uuid(maker), contact,
           (int64_t)touch->channel, (int64_t)touch->due.day,
           timed ? (int64_t)touch->due.minute : INT64_C(0), timed ? "UTC" : NULL,
           touch->due_utc, touch->done_utc, touch->purpose, (int64_t)touch->outcome, made,
           (int64_t)(touch->outcome == OUTCOME_REACHED));
    insert(maker, INSERT_IDENTITY, "nn", touch->id, made);
}

static void put_points(struct maker *maker, int64_t contact, const struct person *person,
                       struct buffer *reach)
{
    int64_t position = 0;
    for (int i = 0; i < person->mails + person->phones; i++) {
        bool mail = i < person->mails;
        enum point_kind kind = mail ? POINT_MAIL : POINT_PHONE;
        const char *value = mail ? person->mail[i] : person->phone[i - person->mails];
        insert(maker, INSERT_POINT, "nnnss", contact, position++, (int64_t)kind, value,
               point_match_key(maker->arena, kind, value));
        index_words(reach, maker->arena, value);
        if (!mail)
            index_phone(reach, maker->arena, value);
    }
}

static void put_search(struct maker *maker, int64_t contact, const struct person *person)
{
    struct buffer who = {0}, reach = {0};
    index_words(&who, maker->arena, person->name);
    index_words(&who, maker->arena, person->company);
    index_words(&reach, maker->arena, person->title);
    index_words(&reach, maker->arena, person->city);
    put_points(maker, contact, person, &reach);
    insert(maker, INSERT_SEARCH_CONTACT, "nss", contact, buffer_string(&who),
           buffer_string(&reach));
    buffer_free(&who);
    buffer_free(&reach);
}

/* contact.need as of a mark set the day before (store/need.h). */
static int64_t need_of(enum stage stage, int64_t due_utc, int64_t silent_utc)
{
    if (!stage_in_play(stage) || due_utc < MARK_TOMORROW)
        return 0;
    return silent_utc < (stage == STAGE_CUSTOMER ? MARK_CUSTOMER : MARK_PROSPECT) ? 1 : 2;
}

static void put_contact(struct maker *maker, int64_t id, const struct person *person,
                        enum stage stage, const struct touch *touches, int count)
{
    const struct touch *next = &touches[count - 1];
    int64_t made = DESK_NOW - (int64_t)below(maker, DESK_YEARS * 365) * DAY, last = 0;
    bool pending = next->outcome == OUTCOME_NONE;
    bool timed = pending && next->due.minute != MINUTE_NONE;
    for (int i = 0; i < count; i++) {
        if (touches[i].outcome == OUTCOME_REACHED && touches[i].done_utc > last)
            last = touches[i].done_utc;
    }
    insert(maker, INSERT_CONTACT, "nsssssssnnnsn00000n", id, uuid(maker), person->name,
           person->given, person->family, person->company, person->title, person->city,
           (int64_t)stage, made, made, text_fold(maker->arena, person->name),
           last > 0 ? last : made, last, pending ? next->id : INT64_C(0),
           pending ? (int64_t)next->due.day : INT64_C(0),
           timed ? (int64_t)next->due.minute : INT64_C(0),
           pending ? next->due_utc : INT64_C(0),
           pending ? need_of(stage, next->due_utc, last > 0 ? last : made) : INT64_C(0));
}

static void put_text(struct maker *maker, int64_t place, const char *first,
                     const char *second)
{
    struct buffer words = {0};
    index_words(&words, maker->arena, first);
    index_words(&words, maker->arena, second);
    insert(maker, INSERT_SEARCH_TEXT, "ns", place, buffer_string(&words));
    buffer_free(&words);
}

static void put_notes(struct maker *maker, long number, int64_t contact)
{
    static const int counts[] = {3, 1, 5, 3};
    static const char *const said[] = {"wants the catalogue",  "asks for prices",
                                       "calls back on Monday", "has no budget yet",
                                       "likes the blue one",   "sends us to purchasing"};
    static const char *const more[] = {"the press is out of order",
                                       "Lena decides",
                                       "before the holidays",
                                       "by mail only",
                                       "not before ten",
                                       "500 pieces"};
    for (int i = 0; i < counts[number % 4]; i++) {
        int64_t id = ++maker->notes;
        const char *text =
            arena_format(maker->arena, "%s; %s, order %d", said[below(maker, 6)],
                         more[below(maker, 6)], 1000 + below(maker, 90000));
        insert(maker, INSERT_NOTE, "nsnns", id, uuid(maker), contact,
               DESK_NOW - (int64_t)(1 + below(maker, 3 * 365)) * DAY, text);
        put_text(maker, 2 * id, text, NULL);
    }
}

/* One in a hundred is away, as many are back again. */
static void put_absence(struct maker *maker, long number, int64_t contact)
{
    static const char *const places[] = {"Mexico", "Lisboa", "Kraków", NULL};
    int64_t id, today = DESK_NOW / DAY, first, back;
    if (number % 100 != 7 && number % 100 != 57)
        return;
    id = ++maker->absences;
    first = number % 100 == 7 ? today - below(maker, 7) : today - 40;
    back = first + 8 + below(maker, 20);
    const char *place = places[below(maker, 4)];
    insert(maker, INSERT_ABSENCE, "nsnnnnnnsnn", id, uuid(maker), contact, first * DAY,
           first, first, back, (int64_t)below(maker, 2), place, first * DAY, back);
    put_text(maker, 2 * id + 1, place, NULL);
}

static void put_person(struct maker *maker, long number)
{
    struct person person;
    struct touch touches[TOUCHES_MOST];
    int64_t id = number + 1;
    person_make_mixed(SEED, number, OTHER_LETTERS, &person);
    enum stage stage = choose_stage(maker);
    int count = make_touches(maker, number, stage, touches);
    put_contact(maker, id, &person, stage, touches, count);
    put_search(maker, id, &person);
    put_absence(maker, number, id);
    for (int i = 0; i < count; i++)
        put_touch(maker, id, &touches[i]);
    put_notes(maker, number, id);
    arena_reset(maker->arena);
}

/* How much of the index is gathered before a part of it is written. */
static void gather(struct maker *maker, int64_t bytes)
{
    static const char *const tables[] = {"search_contact", "search_text"};
    for (int i = 0; i < 2; i++)
        run(maker,
            arena_format(maker->arena,
                         "INSERT INTO %s (%s, rank) VALUES ('hashsize', %" PRId64 ")",
                         tables[i], tables[i], bytes));
}

static void make_desk(const char *path, long count)
{
    struct maker maker = {.arena = arena_create(), .state = SEED};
    struct error err;
    struct store *store = store_open(path, STORE_CREATE, &err);
    if (store == NULL)
        measure_stop(err.text);
    store_close(store);
    if (sqlite3_open(path, &maker.db) != SQLITE_OK)
        measure_stop("the desk cannot be opened");
    run(&maker, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                "PRAGMA cache_size = -2000000; BEGIN IMMEDIATE");
    gather(&maker, 64 * INDEX_USUAL);
    for (int i = 0; i < INSERT_COUNT; i++) {
        if (sqlite3_prepare_v2(maker.db, inserts[i], -1, &maker.statements[i], NULL) != 0)
            measure_stop(sqlite3_errmsg(maker.db));
    }
    for (long i = 0; i < count; i++)
        put_person(&maker, i);
    for (int i = 0; i < INSERT_COUNT; i++)
        sqlite3_finalize(maker.statements[i]);
    gather(&maker, INDEX_USUAL);
    run(&maker, statement_text(STATEMENT_TALLY_RESET));
    run(&maker,
        arena_format(maker.arena,
                     "UPDATE need_mark SET tomorrow_utc = %" PRId64
                     ", quiet_prospect_utc = %" PRId64 ", quiet_customer_utc = %" PRId64,
                     MARK_TOMORROW, MARK_PROSPECT, MARK_CUSTOMER));
    run(&maker, statement_text(STATEMENT_SPAN_FILL));
    run(&maker, "COMMIT; PRAGMA journal_mode = TRUNCATE");
    sqlite3_close(maker.db);
    arena_destroy(maker.arena);
}

static void list_people(long count)
{
    struct person person;
    for (long i = 0; i < count; i++) {
        person_make_mixed(SEED, i, OTHER_LETTERS, &person);
        printf("%s\t%s\t%s\n", person.name, person.company,
               person.mails > 0 ? person.mail[0] : person.phone[0]);
    }
}

int main(int argc, char **argv)
{
    long count = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (count < 1)
        measure_stop("usage: make_desk COUNT FILE | --list");
    if (strcmp(argv[2], "--list") == 0)
        list_people(count);
    else
        make_desk(argv[2], count);
    return fflush(stdout) == 0 ? 0 : 1;
}
