/* What is said where a calendar and the desk go apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/parting.h"

static void said_in_words(void **state)
{
    static const struct {
        enum parting_kind kind;
        struct wall there;
        enum outcome outcome;
        const char *words;
    } rows[] = {
        {PARTING_OUTCOME,
         {0, MINUTE_NONE},
         OUTCOME_REACHED,
         "done in the calendar, taken as reached: how did it go?"},
        {PARTING_PROMISE,
         {1, 600},
         OUTCOME_NONE,
         "moved in the calendar to Fri 1970-01-02 10:00, but promised for Thu 1970-01-01 "
         "09:00"},
        {PARTING_GONE,
         {DAY_NONE, MINUTE_NONE},
         OUTCOME_NONE,
         "deleted in the calendar, here on Thu 1970-01-01 09:00"},
        {PARTING_CONFLICT,
         {1, MINUTE_NONE},
         OUTCOME_NONE,
         "changed on both sides: there Fri 1970-01-02, \"Theirs\"; here Thu 1970-01-01 "
         "09:00, \"Mine\""},
        {PARTING_CONFLICT,
         {DAY_NONE, MINUTE_NONE},
         OUTCOME_NO_ANSWER,
         "changed on both sides: there no time, \"Theirs\"; here done (no-answer), "
         "\"Mine\""},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct parting parting = {
            .kind = rows[i].kind,
            .title = "Theirs",
            .due = rows[i].there,
            .touch = {.due = {0, 540}, .outcome = rows[i].outcome},
        };

        assert_string_equal(parting_words(arena, &parting, "Mine"), rows[i].words);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(said_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
