/* What an outcome means to rules 9, 10, 13, 15 and 17, by
 * tests/tables/rules/outcomes.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touch_text.h"
#include "touchbase/model/approach.h"
#include "touchbase/model/inbound.h"
#include "touchbase/model/item.h"
#include "touchbase/model/pace.h"
#include "touchbase/model/script.h"
#include "touchbase/model/waiting.h"

enum { MEANINGS_OUT = 7, MEANINGS_IN = 4 };

static void what_an_outcome_means(void **state)
{
    bool seen[OUTCOME_COUNT] = {[OUTCOME_NONE] = true};
    struct table table;

    (void)state;
    for (table_open(&table, "rules/outcomes.tsv"); table_next(&table);) {
        bool out = strcmp(table.cells[0].text, "out") == 0;
        int outcome = outcome_from_name(table.cells[1].text);
        struct touch touch = {.direction = out ? DIRECTION_OUT : DIRECTION_IN};

        if (outcome < 0) /* no word of the shell's */
            outcome = OUTCOME_DROPPED;
        touch.outcome = (enum outcome)outcome;
        const bool means[MEANINGS_OUT] = {
            touch_is_contact(touch.direction, touch.outcome),
            pace_is_attempt(&touch),
            approach_left_word(&touch),
            approach_is_return(&touch),
            outcome_answers(touch.outcome),
            item_arrives(touch.outcome),
            script_is_used(touch.outcome),
        };
        for (int i = 0; i < (out ? MEANINGS_OUT : MEANINGS_IN); i++) {
            if (means[i] != (strcmp(table.cells[2 + i].text, "yes") == 0))
                fail_msg("line %d, column %d", table.line, 3 + i);
        }
        seen[outcome] = seen[outcome] || out;
    }
    table_close(&table);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        assert_true(seen[i]);
}

/* What is pending is neither, and what goes with it may still arrive. */
static void what_is_pending_means_nothing_yet(void **state)
{
    const struct touch touch = {.outcome = OUTCOME_NONE};

    (void)state;
    assert_false(touch_is_contact(DIRECTION_OUT, OUTCOME_NONE) ||
                 touch_is_contact(DIRECTION_IN, OUTCOME_NONE) ||
                 pace_is_attempt(&touch) || approach_left_word(&touch) ||
                 approach_is_return(&touch) || outcome_answers(OUTCOME_NONE) ||
                 script_is_used(OUTCOME_NONE));
    assert_true(item_arrives(OUTCOME_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_outcome_means),
        cmocka_unit_test(what_is_pending_means_nothing_yet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
