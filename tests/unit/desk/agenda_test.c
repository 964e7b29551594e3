/* What the panes and lists show (desk/agenda.h), and what the header counts. */
#include "fixture.h"

#include <sys/stat.h>

#include "touchbase/desk/inbound.h"
#include "touchbase/desk/tags.h"
#include "touchbase/desk/waiting.h"

static const char *due(struct fixture *f, const char *until)
{
    struct wall end;
    struct touch *rows;
    size_t count;
    const char *text = "";

    must(desk_when(f->desk, 0, until, &end, &f->err));
    must(desk_due(f->desk, end, NULL, 20, f->arena, &rows, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(f->arena, "%s%s%s", text, i == 0 ? "" : " ", rows[i].purpose);
    return text;
}

/* Late is what a time has passed of, or a whole day; the header and the rows agree. */
static void late_and_today(void **state)
{
    struct fixture *f = *state;
    static const char *const lines[] = {
        "call 2026-03-01 yesterday",   "call 2026-03-02 allday",
        "call 2026-03-02 08:00 early", "call 2026-03-02 15:00 afternoon",
        "call 2026-03-02 23:59 last",  "call 2026-03-03 tomorrow",
        "call 2026-03-03 00:30 night",
    };
    static const struct {
        const char *now;
        int late, today;
    } cases[] = {
        {"2026-03-01 23:59", 0, 1}, {"2026-03-02 00:00", 1, 4},
        {"2026-03-02 00:01", 1, 4}, {"2026-03-02 08:00", 1, 4},
        {"2026-03-02 08:01", 2, 3}, {"2026-03-02 15:00", 2, 3},
        {"2026-03-02 15:01", 3, 2}, {"2026-03-02 23:59", 3, 2},
        {"2026-03-03 00:00", 5, 2}, {"2026-03-03 00:31", 6, 1},
        {"2026-03-04 00:00", 7, 0},
    };
    int64_t id = add(f, "Dana Whitfield");

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        plan(f, id, lines[i]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct touch *rows;
        size_t count;
        int late = 0;

        reopen(f, cases[i].now);
        must(desk_touches(f->desk, NULL, WINDOW_FORWARD, 20, f->arena, &rows, &count,
                          &f->err));
        for (size_t j = 0; j < count; j++)
            late += desk_touch_late(f->desk, &rows[j]);
        if (counts(f).late != cases[i].late || counts(f).today != cases[i].today ||
            late != cases[i].late)
            fail_msg("%s: late %d, rows %d, today %d", cases[i].now, (int)counts(f).late,
                     late, (int)counts(f).today);
        assert_int_equal(counts(f).pending, 7);
    }
}

/* The day the clocks go forward has 23 hours and still all of its touches. */
static void a_short_day_counts_whole(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");

    plan(f, id, "call 2026-03-08 allday");
    plan(f, id, "call 2026-03-08 23:30 late evening");
    plan(f, id, "call 2026-03-09 00:10 next");
    reopen(f, "2026-03-08 12:00");
    assert_int_equal(counts(f).today, 2);
    assert_int_equal(counts(f).late, 0);
    assert_string_equal(due(f, "2026-03-08"), "allday late evening");
}

static void people_are_counted(void **state)
{
    struct fixture *f = *state;
    int64_t lead = add(f, "A Lead");
    struct desk_counts found;

    add(f, "A Prospect, #prospect");
    add(f, "A Customer, #customer");
    add(f, "At Rest, #rest");
    add(f, "A Former, #former");
    add(f, "A No, #no");
    plan(f, lead, "call fri offer");
    found = counts(f);
    assert_int_equal(found.in_play, 3);
    assert_int_equal(found.at_rest, 1);
    assert_int_equal(found.others, 2);
    assert_int_equal(found.no_next_step, 2);
    assert_int_equal(found.pending, 1);
    assert_int_equal(found.away, 0);
    assert_int_equal(found.to_confirm, 0);
}

static void due_until(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch *rows;
    struct row_key key;
    size_t count;

    plan(f, id, "call 2026-03-05 15:00 c");
    plan(f, id, "call 2026-03-05 10:00 b");
    plan(f, id, "call 2026-03-05 a");
    plan(f, id, "call 2026-03-06 d");
    assert_string_equal(due(f, "2026-03-05"), "a b c");
    assert_string_equal(due(f, "2026-03-05 10:00"), "a b");
    assert_string_equal(due(f, "2026-03-05 09:59"), "a");
    assert_string_equal(due(f, "2026-03-06"), "a b c d");
    assert_string_equal(due(f, "2026-03-04"), "");
    must(desk_due(f->desk, (struct wall){day("2026-03-06"), MINUTE_NONE}, NULL, 3,
                  f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 3);
    key = desk_touch_key(&rows[2]);
    must(desk_due(f->desk, (struct wall){day("2026-03-06"), MINUTE_NONE}, &key, 3,
                  f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(rows[0].purpose, "d");
}

/* "Ana Bo": the first people in the order of need. */
static const char *order(struct fixture *f)
{
    struct need_context context = desk_need_context(f->desk);
    struct contact_row *rows;
    const char *names = "";
    size_t count;

    must(desk_people(f->desk, &context, NULL, WINDOW_FORWARD, 10, f->arena, &rows, &count,
                     &f->err));
    for (size_t i = 0; i < count; i++)
        names = arena_format(f->arena, "%s%s%s", names, i == 0 ? "" : " ",
                             rows[i].contact.name);
    return names;
}

static void reached_by(struct fixture *f, int64_t contact)
{
    const struct inbound inbound = {.contact_id = contact, .kind = INBOUND_EMAIL};
    int64_t id;

    must(desk_inbound_store(f->desk, &inbound, &id, &f->err));
}

/* Rule 17: behind what is due, before who has no next step; until it is answered. */
static void who_waits_has_a_place(void **state)
{
    struct fixture *f = *state;
    int64_t late = add(f, "Late"), later = add(f, "Later"), gone = add(f, "Gone, #no");
    struct waiting *rows;
    size_t count;

    plan(f, late, "call 2026-02-20 offer");
    plan(f, later, "call 2026-03-20 offer");
    add(f, "Open");
    assert_string_equal(order(f), "Late Open Later Gone");
    reached_by(f, later);
    reached_by(f, late);
    reached_by(f, gone);
    assert_string_equal(order(f), "Late Later Open Gone");
    must(desk_waiting(f->desk, 10, f->arena, &rows, &count, &f->err));
    assert_int_equal(rows[0].contact_id, later);
    must(desk_waiting_end(f->desk, rows[0].id, WAITING_NEEDS_NONE, &f->err));
    assert_string_equal(order(f), "Late Open Later Gone");
    undo_is(f, "Later needs no answer");
    assert_string_equal(order(f), "Late Later Open Gone");
    must(desk_touch_finish(f->desk, plan(f, later, "email today answer"), OUTCOME_SENT,
                           NULL, &f->err));
    assert_string_equal(order(f), "Late Open Later Gone");
}

static void write_plays(struct fixture *f, const char *text)
{
    const char *folder = arena_format(f->arena, "%s/touchbase", f->folder);
    FILE *file;

    (void)mkdir(folder, 0700);
    file = fopen(arena_format(f->arena, "%s/plays.ini", folder), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
}

/* Rule 8: a tag's floor, set, changed while the desk is open, and taken off. */
static void a_tag_sets_the_floor(void **state)
{
    struct fixture *f = *state;
    int64_t one = add(f, "One"), two = add(f, "Two, #customer");

    plan(f, one, "call 2026-05-20 offer");
    plan(f, two, "call 2026-05-10 offer");
    assert_string_equal(order(f), "Two One");
    write_plays(f, "[rules vip]\nfloor_prospect = 5\nfloor_customer = 6\n");
    reopen(f, "2026-03-08 10:00"); /* six days later: One alone is past the five */
    assert_string_equal(order(f), "Two One");
    must(desk_tag(f->desk, &one, 1, "VIP", NULL, &f->err));
    assert_string_equal(order(f), "One Two");
    undo_is(f, "tags of One: VIP");
    assert_string_equal(order(f), "Two One");
    redo(f);
    must(desk_set(f->desk, "floor_prospect", "3", &f->err)); /* of all, the tag's stays */
    assert_string_equal(order(f), "One Two");
    write_plays(f, "");
    must(desk_reload_settings(f->desk, &f->err));
    assert_string_equal(order(f), "Two One");
    must(desk_set(f->desk, "floor_prospect", "3", &f->err));
    assert_string_equal(order(f), "One Two");
    must(desk_reload_settings(f->desk, &f->err)); /* of files that are as they were */
    assert_string_equal(order(f), "Two One");
}

static void people_stand_in_order_of_need(void **state)
{
    struct fixture *f = *state;
    static const char *const order[] = {"Late Lou",  "Today Tim", "Open Ora",
                                        "Later Lea", "Rest Ray",  "Former Fay"};
    struct need_context context = desk_need_context(f->desk);
    struct contact_row *rows, *again;
    int64_t ids[3];
    size_t count;

    add(f, "Rest Ray, #rest");
    add(f, "Former Fay, #former");
    plan(f, add(f, "Later Lea"), "call 2026-03-20 offer");
    plan(f, add(f, "Today Tim"), "call today offer");
    add(f, "Open Ora");
    plan(f, add(f, "Late Lou"), "call 2026-02-20 offer");
    must(desk_people(f->desk, &context, NULL, WINDOW_FORWARD, 10, f->arena, &rows, &count,
                     &f->err));
    assert_int_equal(count, 6);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(rows[i].contact.name, order[i]);
    must(desk_people(f->desk, &context, &rows[1].key, WINDOW_FORWARD, 2, f->arena, &again,
                     &count, &f->err));
    assert_int_equal(count, 2);
    assert_string_equal(again[0].contact.name, "Open Ora");
    must(desk_people(f->desk, &context, NULL, WINDOW_BACKWARD, 1, f->arena, &again,
                     &count, &f->err));
    assert_string_equal(again[0].contact.name, "Former Fay");
    ids[0] = rows[4].contact.id;
    ids[1] = 4711;
    ids[2] = rows[0].contact.id;
    must(desk_people_rows(f->desk, &context, ids, 3, f->arena, &again, &count, &f->err));
    assert_int_equal(count, 2);
    assert_string_equal(again[0].contact.name, "Rest Ray");
    assert_string_equal(again[1].contact.name, "Late Lou");
}

static int64_t away(struct fixture *f, const char *name, const char *text)
{
    int64_t id = add(f, name);
    struct take_in item;

    must(take_in_text(f->desk, text, id, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    return id;
}

static void absences_by_day_back(void **state)
{
    struct fixture *f = *state;
    struct absence *rows, absence;
    struct row_key key;
    size_t count;
    bool found;
    int64_t tom = away(f, "Tom Field", "I am out of the office.");
    int64_t lena = away(f, "Lena Vogt", "I am on vacation, back on March 12.");
    int64_t dana = away(f, "Dana Whitfield", "I am on vacation, back on March 9.");

    must(desk_absences(f->desk, NULL, WINDOW_FORWARD, 10, f->arena, &rows, &count,
                       &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(rows[0].contact_id, dana);
    assert_int_equal(rows[1].contact_id, lena);
    assert_int_equal(rows[2].contact_id, tom);
    key = desk_absence_key(&rows[0]);
    must(desk_absences(f->desk, &key, WINDOW_FORWARD, 1, f->arena, &rows, &count,
                       &f->err));
    assert_int_equal(rows[0].contact_id, lena);
    must(desk_absence_of(f->desk, tom, f->arena, &absence, &found, &f->err));
    assert_true(found);
    assert_int_equal(absence.back, DAY_NONE);

    /* Back in the morning of that day. */
    reopen(f, "2026-03-09 08:00");
    must(desk_absence_of(f->desk, dana, f->arena, &absence, &found, &f->err));
    assert_false(found);
    assert_int_equal(counts(f).away, 2);
    must_fail(desk_absence_get(f->desk, 4711, f->arena, &absence, &f->err),
              ERROR_NOT_FOUND, "not on the desk any more");
}

static void the_absence_under_way_comes_first(void **state)
{
    struct fixture *f = *state;
    int64_t dana = away(f, "Dana Whitfield",
                        "I will be on vacation from Monday, March 16 and back on Monday, "
                        "March 23.");
    struct take_in item;
    struct absence absence;
    bool found;

    must(take_in_text(f->desk, "I am at a conference, back on Thursday, March 5.", dana,
                      f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_absence_of(f->desk, dana, f->arena, &absence, &found, &f->err));
    assert_int_equal(absence.back, day("2026-03-05"));
    reopen(f, "2026-03-06 09:00");
    must(desk_absence_of(f->desk, dana, f->arena, &absence, &found, &f->err));
    assert_int_equal(absence.back, day("2026-03-23"));
}

static void the_timeline_is_newest_first(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t call = plan(f, dana, "call today offer");
    struct timeline_entry *rows, *older;
    size_t count;

    must(desk_note_file(f->desk, dana, "first", 0, &f->err));
    reopen(f, "2026-03-02 10:00");
    must(desk_touch_finish(f->desk, call, OUTCOME_REACHED, NULL, &f->err));
    reopen(f, "2026-03-02 11:00");
    must(desk_note_file(f->desk, dana, "second", 0, &f->err));
    must(desk_timeline(f->desk, dana, NULL, 10, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(rows[0].kind, TIMELINE_NOTE);
    assert_string_equal(rows[0].note->text, "second");
    assert_int_equal(rows[1].kind, TIMELINE_TOUCH);
    assert_string_equal(rows[2].note->text, "first");
    must(desk_timeline(f->desk, dana, &rows[1], 10, f->arena, &older, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(older[0].note->text, "first");
}

static const char *search(struct fixture *f, const char *words, size_t limit)
{
    struct contact_row *rows;
    size_t count;
    const char *text = "";

    must(
        desk_search(f->desk, words, limit, NULL, NULL, f->arena, &rows, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(f->arena, "%s%s%s", text, i == 0 ? "" : ", ",
                            rows[i].contact.name);
    return text;
}

/* A person found by name, by three notes and by an absence is one row. */
static void search_names_a_person_once(void **state)
{
    struct fixture *f = *state;
    int64_t dana = away(f, "Dana Whitfield, Pumpen AG", "I am in Mexico, back March 9.");
    int64_t zoe = add(f, "Zoë Müller");

    for (int i = 0; i < 3; i++)
        must(desk_note_file(f->desk, dana, "pumpen, three of them", 0, &f->err));
    must(desk_note_file(f->desk, zoe, "knows about pumpen", 0, &f->err));
    assert_string_equal(search(f, "pumpen", 10), "Dana Whitfield, Zoë Müller");
    assert_string_equal(search(f, "pumpen", 1), "Dana Whitfield");
    assert_string_equal(search(f, "mexico", 10), "Dana Whitfield");
    assert_string_equal(search(f, "muller", 10), "Zoë Müller");
    assert_string_equal(search(f, "  ", 10), "");
    assert_string_equal(search(f, "nothing", 10), "");
}

/* Many notes of one person do not hide the next. */
static void many_hits_of_one_hide_nobody(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    int64_t ravi = add(f, "Ravi Menon");

    must(desk_note_file(f->desk, ravi, "asked for valves", 0, &f->err));
    for (int i = 0; i < 12; i++)
        must(desk_note_file(f->desk, ana, "valves once more", 0, &f->err));
    assert_string_equal(search(f, "valves", 5), "Ana Ruiz, Ravi Menon");
}

static bool stop_at_once(void *context)
{
    ++*(int *)context;
    return true;
}

static void search_stops_when_told(void **state)
{
    struct fixture *f = *state;
    struct contact_row *rows;
    size_t count = 99;
    int asked = 0;

    add(f, "Dana Whitfield");
    must(desk_search(f->desk, "dana", 10, stop_at_once, &asked, f->arena, &rows, &count,
                     &f->err));
    assert_in_range(count, 0, 1);
}

static void to_confirm_in_pages(void **state)
{
    struct fixture *f = *state;
    struct absence *rows;
    size_t count;

    for (int i = 0; i < 3; i++) {
        struct take_in item;

        add(f, arena_format(f->arena, "Person %c, p%d@a.example", 'A' + i, i));
        item = mail(f, arena_format(f->arena, "m%d", i),
                    arena_format(f->arena, "p%d@a.example", i), "2026-03-02",
                    "I am on vacation, back on Monday, March 9.");
        file(f, &item, TAKE_IN_PROPOSE);
    }
    assert_int_equal(counts(f).to_confirm, 3);
    must(desk_to_confirm(f->desk, 0, 2, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 2);
    assert_string_equal(rows[0].contact, "Person A");
    must(desk_to_confirm(f->desk, rows[1].id, 2, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(rows[0].contact, "Person C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(late_and_today, setup, teardown),
        cmocka_unit_test_setup_teardown(a_short_day_counts_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(people_are_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(due_until, setup, teardown),
        cmocka_unit_test_setup_teardown(people_stand_in_order_of_need, setup, teardown),
        cmocka_unit_test_setup_teardown(who_waits_has_a_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_tag_sets_the_floor, setup, teardown),
        cmocka_unit_test_setup_teardown(absences_by_day_back, setup, teardown),
        cmocka_unit_test_setup_teardown(the_absence_under_way_comes_first, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_timeline_is_newest_first, setup, teardown),
        cmocka_unit_test_setup_teardown(search_names_a_person_once, setup, teardown),
        cmocka_unit_test_setup_teardown(many_hits_of_one_hide_nobody, setup, teardown),
        cmocka_unit_test_setup_teardown(search_stops_when_told, setup, teardown),
        cmocka_unit_test_setup_teardown(to_confirm_in_pages, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
