/* What finishing a touch proposes next, by tests/tables/rules/next.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plays_text.h"
#include "touch_text.h"
#include "touchbase/model/next.h"

static void what_comes_next(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/next.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        day_number today = day_text(cells[2].text), off[TOUCH_TEXTS];
        struct holidays holidays = {off, day_texts(cells[4].text, off)};
        struct touch done = touch_text(cells[0].text, today);
        int outcome = outcome_from_name(cells[1].text);
        struct plays plays;
        struct next_step step;

        done.purpose = "pricing";
        plays_text(table.arena, cells[5].text, &plays);
        next_after(table.arena, &plays, &done,
                   outcome < 0 ? OUTCOME_DROPPED : (enum outcome)outcome, today,
                   day_text(cells[3].text), holidays, &step);
        if (strcmp(step.sentence, cells[6].text) != 0)
            fail_msg("line %d: \"%s\", not \"%s\"", table.line, step.sentence,
                     cells[6].text);
        assert_true((step.due.day == DAY_NONE) == (step.kind != NEXT_TOUCH));
        assert_int_equal(step.due.minute, MINUTE_NONE);
    }
    assert_true(table.line > 35);
    table_close(&table);
}

static void a_touch_without_purpose_proposes_none(void **state)
{
    const struct touch done = {.channel = CHANNEL_CALL};
    struct arena *arena = arena_create();
    struct plays plays;
    struct next_step step;

    (void)state;
    plays_text(arena, NULL, &plays);
    next_after(arena, &plays, &done, OUTCOME_REACHED, day_of(2026, 3, 2), DAY_NONE,
               (struct holidays){NULL, 0}, &step);
    assert_null(step.purpose);
    assert_string_equal(step.sentence, "Next: call Mon 9 Mar");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_next),
        cmocka_unit_test(a_touch_without_purpose_proposes_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
