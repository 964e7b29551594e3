/* Blockers as they are typed, and how long they hold (rule 11). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/blocker.h"

static void a_word_or_its_beginning(void **state)
{
    static const struct {
        const char *text;
        int blocker; /* -1: not read */
    } rows[] = {
        {"busy", BLOCKER_BUSY},
        {"B", BLOCKER_BUSY},
        {"answer", BLOCKER_NO_ANSWER},
        {"no answer", BLOCKER_NO_ANSWER},
        {"No answer yet", BLOCKER_NO_ANSWER},
        {"third", BLOCKER_THIRD_PARTY},
        {"waiting on a third party", BLOCKER_THIRD_PARTY},
        {"none", BLOCKER_NONE},
        {"no", BLOCKER_NONE},
        {"", -1},
        {"busybody", -1},
        {"silent", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum blocker read = BLOCKER_COUNT;
        struct error err;

        assert_int_equal(blocker_read(rows[i].text, &read, &err), rows[i].blocker != -1);
        if (rows[i].blocker != -1)
            assert_int_equal(read, rows[i].blocker);
        else
            assert_int_equal(err.code, ERROR_USAGE);
    }
}

static void it_holds_until_they_talk(void **state)
{
    const struct blocker_note note = {BLOCKER_BUSY, 1000};
    (void)state;
    assert_int_equal(blocker_holds(note, 0), BLOCKER_BUSY);
    assert_int_equal(blocker_holds(note, 1000), BLOCKER_BUSY);
    assert_int_equal(blocker_holds(note, 1001), BLOCKER_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_or_its_beginning),
        cmocka_unit_test(it_holds_until_they_talk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
