#include "fixture.h"

#include <sys/stat.h>

#include "touchbase/desk/zones.h"

/* The machine's only zone is Test/Here, a copy of a real one. */
static void put_zone(struct fixture *f, const char *name)
{
    char command[512];

    snprintf(command, sizeof command,
             "mkdir -p %s/zones/Test && cp /usr/share/zoneinfo/%s %s/zones/Test/new && "
             "mv %s/zones/Test/new %s/zones/Test/Here",
             f->folder, name, f->folder, f->folder, f->folder);
    assert_int_equal(system(command), 0);
}

static void use_zone(struct fixture *f, const char *name)
{
    char folder[96];

    put_zone(f, name);
    snprintf(folder, sizeof folder, "%s/zones", f->folder);
    setenv("TZDIR", folder, 1);
    setenv("TZ", "Test/Here", 1);
    reopen(f, "2026-03-02 09:00");
}

static int forget_zone(void **state)
{
    unsetenv("TZDIR");
    return teardown(state);
}

/* How many calls it takes. */
static int renew(struct fixture *f)
{
    bool more = true;
    int calls = 0;

    for (; more && calls < 1000; calls++)
        must(desk_zones_renew(f->desk, &more, &f->err));
    assert_false(more);
    return calls;
}

static void other_rules(void **state)
{
    struct fixture *f = *state;
    int64_t ana, call, card;
    int history;

    use_zone(f, "America/Toronto");
    ana = add(f, "Ana Ruiz");
    call = plan(f, ana, "call 4 mar 10:00 catalogue");
    card = plan(f, ana, "card 5 mar");
    history = steps(f);
    renew(f);
    assert_false(desk_zone_follow(f->desk));
    assert_int_equal(touch_of(f, call).due_utc, 1772636400); /* 15:00 UTC */
    put_zone(f, "Europe/Paris");
    assert_true(desk_zone_follow(f->desk));
    assert_false(desk_zone_follow(f->desk));
    assert_true(renew(f) > 1);
    assert_int_equal(touch_of(f, call).due_utc, 1772614800); /* 09:00 UTC */
    assert_int_equal(touch_of(f, card).due_utc,
                     1772665200); /* 23:00 UTC the day before */
    assert_due(touch_of(f, call).due, "2026-03-04 10:00");
    assert_int_equal(steps(f), history);
    assert_int_equal(person(f, ana).next_due.day, day("2026-03-04"));
    undo_is(f, "card with Ana Ruiz on 2026-03-05");
}

/* A desk that was closed while tzdata came, and one that did not change. */
static void at_the_next_opening(void **state)
{
    struct fixture *f = *state;
    int64_t ana, call;

    use_zone(f, "America/Toronto");
    ana = add(f, "Ana Ruiz");
    call = plan(f, ana, "call 4 mar 10:00 catalogue");
    for (int i = 0; i < 1200; i++)
        plan(f, ana, "card 5 mar");
    renew(f);
    reopen(f, "2026-03-02 09:00");
    assert_int_equal(renew(f), 1);
    use_zone(f, "Asia/Kolkata");
    assert_int_equal(renew(f), 5);
    assert_int_equal(touch_of(f, call).due_utc, 1772598600); /* 04:30 UTC */
    reopen(f, "2026-03-02 09:00");
    assert_int_equal(renew(f), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(other_rules, setup, forget_zone),
        cmocka_unit_test_setup_teardown(at_the_next_opening, setup, forget_zone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
