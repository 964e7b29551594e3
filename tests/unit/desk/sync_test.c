/* A calendar that comes back (desk/sync.h): every change here against every change there,
 * and what a person answers. The calendar is a folder, changed as another program does.
 */
#include "fixture.h"

#include "touchbase/base/file.h"
#include "touchbase/desk/sync.h"
#include "touchbase/store/touches.h"

enum edit { NOTHING, MOVED, RETITLED, DONE, DELETED, CHANGES };

static const char *const change_names[] = {"nothing", "moved", "retitled", "done",
                                           "deleted"};

enum { NO_QUESTION = -1 }; /* else enum parting_kind */

/* What is left on both sides: "10:00 offer" was planned; moved here is 12:00, there
 * 14:00, retitled "mine" and "theirs"; "" is gone. */
struct outcome_row {
    int asked;
    const char *mine, *theirs;
};

#define ALL(text)               \
    {                           \
        NO_QUESTION, text, text \
    }
#define CONFLICT(mine, theirs)         \
    {                                  \
        PARTING_CONFLICT, mine, theirs \
    }
#define GONE(mine)             \
    {                          \
        PARTING_GONE, mine, "" \
    }
#define OUTCOME                 \
    {                           \
        PARTING_OUTCOME, "", "" \
    }

static const struct outcome_row expected[CHANGES][CHANGES] = {
    /* there: nothing, moved, retitled, done, deleted */
    [NOTHING] = {ALL("10:00 offer"), ALL("14:00 offer"), ALL("10:00 theirs"), OUTCOME,
                 GONE("10:00 offer")},
    [MOVED] = {ALL("12:00 offer"), CONFLICT("12:00 offer", "14:00 offer"),
               CONFLICT("12:00 offer", "10:00 theirs"), OUTCOME, GONE("12:00 offer")},
    [RETITLED] = {ALL("10:00 mine"), CONFLICT("10:00 mine", "14:00 offer"),
                  CONFLICT("10:00 mine", "10:00 theirs"), OUTCOME, GONE("10:00 mine")},
    [DONE] = {ALL(""), CONFLICT("", "14:00 offer"), CONFLICT("", "10:00 theirs"), ALL(""),
              ALL("")},
    [DELETED] = {ALL(""), CONFLICT("", "14:00 offer"), CONFLICT("", "10:00 theirs"),
                 ALL(""), ALL("")},
};

/* A touch of a person of its own, and its item. */
struct pair {
    int64_t contact_id, touch_id;
    const char *path;
};

static int open_calendar(void **state)
{
    struct fixture *f;

    if (access("/dev/shm", W_OK) == 0)
        setenv("TMPDIR", "/dev/shm", 0); /* each touch is a commit of its own */
    setup(state);
    f = *state;
    worker_set_program(f->desk->worker,
                       arena_format(f->arena, "%s/touchbase-worker", getenv("BUILD")));
    f->desk->settings.sync = arena_format(f->arena, "%s/calendar/", f->folder);
    f->desk->settings.calendar_tasks = true;
    return 0;
}

static struct sync_totals sync_now(struct fixture *f)
{
    struct sync_totals totals;

    must(desk_sync(f->desk, &totals, &f->err));
    return totals;
}

static const char *item_path(struct fixture *f, const char *uuid)
{
    return arena_format(f->arena, "%s%s-task.ics", f->desk->settings.sync, uuid);
}

static struct pair plan_pair(struct fixture *f, const char *name)
{
    struct pair pair = {.contact_id = add(f, name)};

    pair.touch_id = plan(f, pair.contact_id, "call 2026-03-04 10:00 offer");
    pair.path = item_path(f, touch_of(f, pair.touch_id).uuid);
    return pair;
}

static char *read_item(struct fixture *f, const struct pair *pair)
{
    struct buffer text = {0};
    struct error missing;
    char *copy = NULL;

    if (file_read(pair->path, 1 << 20, &text, &missing))
        copy = arena_string(f->arena, buffer_string(&text));
    buffer_free(&text);
    return copy;
}

static void write_item(const struct pair *pair, const char *text)
{
    char beside[256];
    FILE *file;

    snprintf(beside, sizeof beside, "%s.tmp", pair->path);
    file = fopen(beside, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(rename(beside, pair->path), 0);
}

static void replace(struct fixture *f, const struct pair *pair, const char *old,
                    const char *new)
{
    const char *text = read_item(f, pair);
    const char *at = text == NULL ? NULL : strstr(text, old);

    if (at == NULL)
        fail_msg("no %s in %s", old, text);
    write_item(pair, arena_format(f->arena, "%.*s%s%s", (int)(at - text), text, new,
                                  at + strlen(old)));
}

static void change_here(struct fixture *f, const struct pair *pair, enum edit edit)
{
    struct touch touch = touch_of(f, pair->touch_id);

    touch.purpose = "mine";
    switch (edit) {
    case MOVED:
        must(desk_touch_move(f->desk, touch.id, (struct wall){touch.due.day, 12 * 60},
                             &f->err));
        break;
    case RETITLED:
        must(desk_touch_change(f->desk, &touch, &f->err));
        break;
    case DONE:
        must(desk_touch_finish(f->desk, touch.id, OUTCOME_VOICEMAIL, NULL, &f->err));
        break;
    case DELETED:
        must(desk_touch_drop(f->desk, touch.id, &f->err));
        break;
    default:
        break;
    }
}

static void change_there(struct fixture *f, const struct pair *pair, enum edit edit)
{
    switch (edit) {
    case MOVED:
        replace(f, pair, "DUE:20260304T150000Z", "DUE:20260304T190000Z");
        break;
    case RETITLED:
        replace(f, pair, ": offer", ": theirs");
        break;
    case DONE:
        replace(f, pair, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED");
        break;
    case DELETED:
        assert_int_equal(unlink(pair->path), 0);
        break;
    default:
        break;
    }
}

/* "10:00 offer", of the one pending touch; "" without one. */
static const char *state_here(struct fixture *f, const struct pair *pair)
{
    const char *line = pending(f, pair->contact_id);

    assert_null(strchr(line, '\n'));
    if (*line == '\0')
        return "";
    return arena_format(f->arena, "%.5s %s", line + strlen("2026-03-04 "),
                        strrchr(line, ' ') + 1);
}

/* Of the touch that is pending now: one that was done and planned again has an item of
 * its own, and the old one is gone. */
static const char *read_pending(struct fixture *f, const struct pair *pair)
{
    struct pair now = *pair;
    struct touch *touches;
    size_t count;

    must(desk_touches_of(f->desk, pair->contact_id, f->arena, &touches, &count, &f->err));
    if (count == 0 || touches[0].id == pair->touch_id)
        return read_item(f, pair);
    assert_null(read_item(f, pair));
    now.path = item_path(f, touches[0].uuid);
    return read_item(f, &now);
}

/* The same of the item; what is there in Toronto is five hours later in UTC. */
static const char *state_there(struct fixture *f, const struct pair *pair)
{
    const char *text = read_pending(f, pair);
    const char *due, *title;

    if (text == NULL)
        return "";
    due = strstr(text, "DUE:20260304T");
    title = strstr(text, "SUMMARY:");
    assert_non_null(due);
    assert_non_null(title);
    title = strchr(title + strlen("SUMMARY:"), ':') + 2;
    return arena_format(f->arena, "%02ld:%.2s %.*s",
                        strtol(due + strlen("DUE:20260304T"), NULL, 10) / 10000 - 5,
                        due + strlen("DUE:20260304T15"), (int)strcspn(title, "\r\n"),
                        title);
}

static int question(struct fixture *f, const struct pair *pair)
{
    struct parting parting;
    struct error none;

    return desk_parting_of(f->desk, pair->touch_id, f->arena, &parting, &none)
               ? (int)parting.kind
               : NO_QUESTION;
}

static void answer(struct fixture *f, const struct pair *pair, enum parting_choice choice)
{
    struct parting parting;

    must(desk_parting_of(f->desk, pair->touch_id, f->arena, &parting, &f->err));
    if (parting.kind == PARTING_OUTCOME)
        must(desk_parting_outcome(f->desk, &parting, OUTCOME_REACHED, &f->err));
    else
        must(desk_parting_decide(f->desk, &parting, choice, &f->err));
}

static void meet_all(struct fixture *f, enum parting_choice choice)
{
    struct pair pairs[CHANGES][CHANGES];

    for (int here = 0; here < CHANGES; here++) {
        for (int there = 0; there < CHANGES; there++)
            pairs[here][there] =
                plan_pair(f, arena_format(f->arena, "%s %s", change_names[here],
                                          change_names[there]));
    }
    assert_int_equal(sync_now(f).written, CHANGES * CHANGES);
    for (int here = 0; here < CHANGES; here++) {
        for (int there = 0; there < CHANGES; there++) {
            change_here(f, &pairs[here][there], (enum edit)here);
            change_there(f, &pairs[here][there], (enum edit)there);
        }
    }
    sync_now(f);
    for (int here = 0; here < CHANGES; here++) {
        for (int there = 0; there < CHANGES; there++) {
            const struct pair *pair = &pairs[here][there];
            int asked = expected[here][there].asked;

            if (question(f, pair) != asked)
                fail_msg("here %s, there %s: asked %d", change_names[here],
                         change_names[there], question(f, pair));
            if (asked != NO_QUESTION)
                answer(f, pair, choice);
        }
    }
    sync_now(f);
    for (int here = 0; here < CHANGES; here++) {
        for (int there = 0; there < CHANGES; there++) {
            const struct pair *pair = &pairs[here][there];
            const struct outcome_row *row = &expected[here][there];
            const char *left = choice == PARTING_MINE ? row->mine : row->theirs;

            if (strcmp(state_here(f, pair), left) != 0 ||
                strcmp(state_there(f, pair), left) != 0)
                fail_msg("here %s, there %s: \"%s\" and \"%s\"", change_names[here],
                         change_names[there], state_here(f, pair), state_there(f, pair));
        }
    }
}

/* Nothing is left to be done by a further run. */
static void assert_in_step(struct fixture *f)
{
    struct sync_totals totals = sync_now(f);

    assert_int_equal(totals.taken + totals.asked + totals.written + totals.removed +
                         totals.later + totals.foreign,
                     0);
}

static void every_change_mine(void **state)
{
    meet_all(*state, PARTING_MINE);
    assert_in_step(*state);
}

static void every_change_theirs(void **state)
{
    meet_all(*state, PARTING_THEIRS);
    assert_in_step(*state);
}

static void the_same_on_both_sides_is_agreed(void **state)
{
    struct fixture *f = *state;
    struct pair pair = plan_pair(f, "Ana Ruiz");

    sync_now(f);
    must(desk_touch_move(f->desk, pair.touch_id, (struct wall){day("2026-03-04"), 840},
                         &f->err));
    change_there(f, &pair, MOVED);
    sync_now(f);
    assert_int_equal(question(f, &pair), NO_QUESTION);
    assert_string_equal(state_there(f, &pair), "14:00 offer");
    assert_in_step(f);
}

static void a_promise_moved_there_is_asked_about(void **state)
{
    struct fixture *f = *state;
    struct pair pair = plan_pair(f, "Ana Ruiz");
    struct touch touch = touch_of(f, pair.touch_id);

    touch.promise = true;
    must(desk_touch_change(f->desk, &touch, &f->err));
    sync_now(f);
    change_there(f, &pair, MOVED);
    sync_now(f);
    assert_int_equal(question(f, &pair), PARTING_PROMISE);
    assert_string_equal(state_here(f, &pair), "10:00 offer");
    answer(f, &pair, PARTING_THEIRS);
    sync_now(f);
    assert_string_equal(state_there(f, &pair), "14:00 offer");
}

/* Deleted there, done here; another desk answered "keep it" and put it there again. */
static struct pair put_again_elsewhere(struct fixture *f)
{
    struct pair pair = plan_pair(f, "Ana Ruiz");
    const char *text;

    sync_now(f);
    text = read_item(f, &pair);
    change_here(f, &pair, DONE);
    change_there(f, &pair, DELETED);
    sync_now(f);
    assert_int_equal(question(f, &pair), NO_QUESTION);
    write_item(&pair, text);
    sync_now(f);
    assert_int_equal(question(f, &pair), PARTING_CONFLICT);
    assert_non_null(read_item(f, &pair));
    return pair;
}

static void what_another_desk_keeps_is_not_removed(void **state)
{
    struct fixture *f = *state;
    struct pair pair = put_again_elsewhere(f);

    answer(f, &pair, PARTING_MINE);
    sync_now(f);
    assert_null(read_item(f, &pair));
    assert_in_step(f);
}

static void planned_again_it_is_a_touch_of_its_own(void **state)
{
    struct fixture *f = *state;
    struct pair pair = put_again_elsewhere(f);

    answer(f, &pair, PARTING_THEIRS);
    undo_is(f, "call with Ana Ruiz as in the calendar");
    assert_int_equal(question(f, &pair), PARTING_CONFLICT);
    redo(f);
    assert_int_equal(touch_of(f, pair.touch_id).outcome, OUTCOME_VOICEMAIL);
    assert_string_equal(state_here(f, &pair), "10:00 offer");
    assert_int_equal(sync_now(f).written, 1);
    assert_in_step(f);
}

/* Programs take an item only when its sequence is higher than what they have. */
static void the_sequence_goes_beyond_the_calendars(void **state)
{
    struct fixture *f = *state;
    struct pair pair = plan_pair(f, "Ana Ruiz");

    sync_now(f);
    replace(f, &pair, "SEQUENCE:0", "SEQUENCE:7\r\nLOCATION:Room 4");
    assert_int_equal(sync_now(f).written, 0);
    assert_int_equal(touch_of(f, pair.touch_id).sequence, 7);
    change_here(f, &pair, MOVED);
    assert_int_equal(sync_now(f).written, 1);
    assert_non_null(strstr(read_item(f, &pair), "SEQUENCE:8\r\n"));
    assert_non_null(strstr(read_item(f, &pair), "LOCATION:Room 4\r\n"));
    assert_in_step(f);
}

static void what_comes_home_is_one_step_and_logged(void **state)
{
    struct fixture *f = *state;
    struct pair moved = plan_pair(f, "Ana Ruiz"), done = plan_pair(f, "Lena Vogt");
    struct sync_line *lines;
    size_t count;
    int before;

    sync_now(f);
    change_there(f, &moved, MOVED);
    change_there(f, &done, DONE);
    before = steps(f);
    assert_int_equal(sync_now(f).taken, 2);
    assert_int_equal(steps(f), before + 1);
    must(desk_sync_log(f->desk, 10, f->arena, &lines, &count, &f->err));
    assert_int_equal(count, 3);
    assert_non_null(strstr(lines[0].words, "written 2, removed 0"));
    undo_is(f, "sync with the calendar");
    assert_string_equal(state_here(f, &moved), "10:00 offer");
    assert_string_equal(state_here(f, &done), "10:00 offer");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_calendar, teardown)
    const struct CMUnitTest tests[] = {
        TEST(every_change_mine),
        TEST(every_change_theirs),
        TEST(the_same_on_both_sides_is_agreed),
        TEST(a_promise_moved_there_is_asked_about),
        TEST(what_another_desk_keeps_is_not_removed),
        TEST(planned_again_it_is_a_touch_of_its_own),
        TEST(the_sequence_goes_beyond_the_calendars),
        TEST(what_comes_home_is_one_step_and_logged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
