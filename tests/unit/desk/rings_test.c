#include "fixture.h"

#include "touchbase/desk/rings.h"

static int64_t utc(struct fixture *f, const char *now)
{
    struct wall wall = {.day = day("2026-03-02")};
    int hour, minute;
    int64_t at;

    assert_int_equal(sscanf(now, "%d:%d", &hour, &minute), 2);
    wall.minute = hour * 60 + minute;
    zone_utc(desk_zone(f->desk), wall, &at);
    return at;
}

/* What rings after one time of the day and not after another, by its hours. */
static void rings(struct fixture *f, const char *after, const char *until,
                  const char *expected)
{
    struct arena *arena = arena_create();
    const char *text = "";
    struct touch *touches;
    size_t count;

    must(desk_rings(f->desk, utc(f, after), utc(f, until), arena, &touches, &count,
                    &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(arena, "%s%02d:%02d ", text, touches[i].due.minute / 60,
                            touches[i].due.minute % 60);
    assert_string_equal(text, expected);
    arena_destroy(arena);
}

static void at_the_minute(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), bo = add(f, "Bo Lind");
    int64_t call = plan(f, ana, "call 10:00 catalogue");
    struct touch promised;

    plan(f, ana, "card today");
    plan(f, bo, "call 10:30 price");
    rings(f, "09:00", "09:59", "");
    rings(f, "09:59", "10:00", "10:00 ");
    rings(f, "10:00", "10:29", "");
    rings(f, "00:00", "23:59", "10:00 10:30 ");
    promised = touch_of(f, call);
    promised.promise = true;
    must(desk_touch_change(f->desk, &promised, &f->err));
    rings(f, "09:54", "09:55", "10:00 ");
    rings(f, "09:55", "09:59", "");
    rings(f, "09:59", "10:00", "10:00 ");
    rings(f, "09:00", "10:00", "10:00 ");
    must(desk_touch_drop(f->desk, call, &f->err));
    rings(f, "00:00", "23:59", "10:30 ");
}

/* Every window asks; one of them rings, also after a restart. */
static void once(void **state)
{
    struct fixture *f = *state;
    struct desk *other;
    int64_t until = 0;
    bool ours;

    must(desk_rung_until(f->desk, &until, &f->err));
    assert_int_equal(until, utc(f, "09:00") - 1);
    reopen(f, "2026-03-02 10:00");
    other = open_desk(f, DESK_WINDOW);
    must(desk_ring_claim(f->desk, utc(f, "10:00"), &ours, &f->err));
    assert_true(ours);
    must(desk_ring_claim(other, utc(f, "10:00"), &ours, &f->err));
    assert_false(ours);
    must(desk_rung_until(other, &until, &f->err));
    assert_int_equal(until, utc(f, "10:00"));
    desk_close(other);
}

/* A clock that was a year ahead, or one night, does not decide what rings today. */
static void after_another_clock(void **state)
{
    struct fixture *f = *state;
    int64_t until = 0;
    bool ours;

    reopen(f, "2027-03-02 10:00");
    must(desk_ring_claim(f->desk, desk_now(f->desk), &ours, &f->err));
    reopen(f, "2026-03-02 10:00");
    must(desk_rung_until(f->desk, &until, &f->err));
    assert_int_equal(until, utc(f, "10:00") - 1);
    must(desk_ring_claim(f->desk, utc(f, "10:00"), &ours, &f->err));
    assert_true(ours);
    reopen(f, "2026-03-02 23:00");
    must(desk_rung_until(f->desk, &until, &f->err));
    assert_int_equal(until, utc(f, "11:00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(at_the_minute, setup, teardown),
        cmocka_unit_test_setup_teardown(once, setup, teardown),
        cmocka_unit_test_setup_teardown(after_another_clock, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
