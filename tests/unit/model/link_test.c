/* What was typed about a link, and from which side it is seen (rule 16). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/link.h"

static void lines(void **state)
{
    static const struct {
        const char *line;
        enum link_kind kind;
        bool of, remove;
        const char *who;
    } rows[] = {
        {"reference Mike Kincaid", LINK_REFERENCE, false, false, "Mike Kincaid"},
        {"refers Ana", LINK_REFERENCE, true, false, "Ana"},
        {"reference for Ana", LINK_REFERENCE, true, false, "Ana"},
        {" -advocate  Mike", LINK_ADVOCATE, false, true, "Mike"},
        {"advocate for Ana Ruiz", LINK_ADVOCATE, true, false, "Ana Ruiz"},
        {"assistant of Ana", LINK_ASSISTANT, true, false, "Ana"},
        {"assistant Ofra", LINK_ASSISTANT, false, false, "Ofra"},
        {"colleague of Ana", LINK_COLLEAGUE, false, false, "Ana"},
        {"successor Forster", LINK_SUCCESSOR, false, false, "Forster"},
        {"successor of Ana", LINK_SUCCESSOR, true, false, "Ana"},
    };
    struct tie_line line;
    struct error err;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!tie_read(rows[i].line, &line, &err))
            fail_msg("%s: %s", rows[i].line, err.text);
        assert_int_equal(line.tie.kind, rows[i].kind);
        assert_int_equal(line.tie.of, rows[i].of);
        assert_int_equal(line.remove, rows[i].remove);
        assert_string_equal(line.who, rows[i].who);
    }
}

static void lines_that_make_no_sense(void **state)
{
    static const char *const rows[] = {"",       "advocate",       "advocate for ",
                                       "-",      "advocates Mike", "Mike Kincaid",
                                       "refers", "-reference"};
    struct tie_line line;
    struct error err;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (tie_read(rows[i], &line, &err))
            fail_msg("\"%s\" was taken", rows[i]);
        assert_int_equal(err.code, ERROR_USAGE);
    }
}

/* Person 1 has a tie with person 2: from whom does the link lead? */
static void both_sides(void **state)
{
    static const struct {
        enum link_kind kind;
        bool of;
        int64_t from;
        const char *words;
    } rows[] = {
        {LINK_ADVOCATE, false, 2, "advocate"},
        {LINK_ADVOCATE, true, 1, "advocate for"},
        {LINK_ASSISTANT, true, 1, "assistant of"},
        {LINK_SUCCESSOR, false, 1, "successor"},
        {LINK_SUCCESSOR, true, 2, "successor of"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct tie tie = {
            .kind = rows[i].kind, .of = rows[i].of, .with = {.contact_id = 2}};
        struct link link = tie_link(&tie, 1);
        assert_int_equal(link.from_id, rows[i].from);
        assert_int_equal(link.from_id + link.to_id, 3);
        assert_string_equal(tie_words(&tie), rows[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(lines_that_make_no_sense),
        cmocka_unit_test(both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
