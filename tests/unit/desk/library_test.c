/* The library: what is brought, and never twice (rule 13). */
#include "fixture.h"

#include "touchbase/desk/calls.h"
#include "touchbase/desk/library.h"

static int64_t item(struct fixture *f, const char *line)
{
    struct item item = {0};
    int64_t id;
    must(item_read(f->arena, line, &item, &f->err));
    must(desk_item_add(f->desk, &item, &id, &f->err));
    return id;
}

static struct touch bring(struct fixture *f, int64_t id, const char *line)
{
    struct touch touch;
    struct touch_warning warning;
    must(desk_touch_read(f->desk, id, line, f->arena, &touch, &warning, &f->err));
    must(desk_touch_plan(f->desk, &touch, &touch.id, &f->err));
    return touch;
}

static const char *next(struct fixture *f, int64_t id)
{
    struct item item;
    bool found;
    must(desk_item_next(f->desk, id, CHANNEL_EMAIL, f->arena, &item, &found, &f->err));
    return found ? item.title : "";
}

static const char *given(struct fixture *f, int64_t id)
{
    struct gift *gifts;
    const char *all = "";
    size_t count;
    must(desk_gifts(f->desk, id, 10, f->arena, &gifts, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        all = arena_format(f->arena, "%s%s;", all, gifts[i].title);
    return all;
}

static void refuse(struct fixture *f, int64_t id, const char *line, enum error_code code)
{
    struct touch touch;
    struct touch_warning warning;
    must_fail(desk_touch_read(f->desk, id, line, f->arena, &touch, &warning, &f->err),
              code, "");
}

static void the_next_one_not_had(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), tom = add(f, "Tom Field");

    assert_string_equal(next(f, ana), "");
    refuse(f, ana, "email today +", ERROR_NOT_FOUND);
    item(f, "First");
    item(f, "Second");
    assert_string_equal(bring(f, ana, "email today +").purpose, "First");
    assert_string_equal(next(f, ana), "Second");
    assert_string_equal(next(f, tom), "First");
    bring(f, ana, "letter today + sec");
    assert_string_equal(given(f, ana), "Second;First;");
    refuse(f, ana, "email today +", ERROR_NOT_FOUND);
    refuse(f, ana, "email today +first", ERROR_NOT_FOUND);
    assert_string_equal(bring(f, tom, "email today +").purpose, "First");
}

static void words_name_one(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    item(f, "Six ways to cut scrap");
    item(f, "Six tips on Scrap");
    refuse(f, ana, "email today +six scrap", ERROR_AMBIGUOUS);
    refuse(f, ana, "email today +seven", ERROR_NOT_FOUND);
    assert_string_equal(bring(f, ana, "email today +six WAYS").purpose,
                        "Six ways to cut scrap");
    assert_string_equal(bring(f, ana, "email today +six scr").purpose,
                        "Six tips on Scrap");
}

/* What did not arrive was not given; undo gives it back. */
static void what_did_not_arrive_is_brought_again(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct touch touch;

    item(f, "First");
    touch = bring(f, ana, "email today +");
    must(desk_touch_finish(f->desk, touch.id, OUTCOME_BOUNCED, NULL, &f->err));
    assert_string_equal(given(f, ana), "");
    undo_is(f, "email with Ana Ruiz: bounced");
    assert_string_equal(given(f, ana), "First;");
    must(desk_touch_finish(f->desk, touch.id, OUTCOME_SENT, NULL, &f->err));
    assert_string_equal(given(f, ana), "First;");
    assert_string_equal(next(f, ana), "");
}

/* It goes on with the touch that tries again for the same, however that is planned. */
static void what_did_not_arrive_goes_with_the_next(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct touch touch, again;
    struct call_log log = {.contact_id = ana, .outcome = OUTCOME_BUSY, .next = &again};

    item(f, "First");
    touch = bring(f, ana, "call today +");
    again = desk_touch_new(f->desk, ana);
    again.purpose = "First";
    desk_set_due(f->desk, &again, (struct wall){day("2026-03-03"), MINUTE_NONE});
    must(desk_touch_finish(f->desk, touch.id, OUTCOME_NO_ANSWER, &again, &f->err));
    assert_string_equal(given(f, ana), "First;");
    refuse(f, ana, "email today +", ERROR_NOT_FOUND);
    log.touch_id = person(f, ana).next_touch;
    must(desk_call_store(f->desk, &log, &f->err));
    assert_string_equal(given(f, ana), "First;");
    again.purpose = "another matter";
    must(desk_touch_finish(f->desk, person(f, ana).next_touch, OUTCOME_NO_ANSWER, &again,
                           &f->err));
    assert_string_equal(given(f, ana), "");
    undo_is(f, "call with Ana Ruiz: no-answer");
    undo_is(f, "call with Ana Ruiz: busy");
    undo_is(f, "call with Ana Ruiz: no-answer");
    assert_string_equal(given(f, ana), "First;");
    assert_int_equal(person(f, ana).next_touch, touch.id);
}

static void a_missed_promise_keeps_what_it_brings(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct touch touch;

    item(f, "First");
    touch = bring(f, ana, "! call 2026-03-03 15:00 +");
    reopen(f, "2026-03-04 09:00");
    must(desk_touch_move(f->desk, touch.id, (struct wall){day("2026-03-06"), 900},
                         &f->err));
    assert_string_equal(given(f, ana), "First;");
    undo_is(f, "move of call with Ana Ruiz");
    assert_string_equal(given(f, ana), "First;");
}

/* But not to somebody who had it. */
static void what_a_touch_brings_is_given_with_it(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), tom = add(f, "Tom Field");
    struct touch first, second;

    item(f, "First");
    first = bring(f, ana, "email today +");
    must(desk_touch_give(f->desk, first.id, tom, &f->err));
    assert_string_equal(given(f, ana), "");
    assert_string_equal(given(f, tom), "First;");
    second = bring(f, ana, "email today +");
    must(desk_touch_give(f->desk, second.id, tom, &f->err));
    assert_string_equal(given(f, ana), "");
    assert_null(touch_of(f, second.id).purpose);
    undo_is(f, "email with Ana Ruiz given to Tom Field");
    assert_string_equal(given(f, ana), "First;");
    assert_string_equal(touch_of(f, second.id).purpose, "First");
}

static void a_touch_brings_one(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), second;
    struct touch touch;

    item(f, "First");
    second = item(f, "Second");
    touch = bring(f, ana, "email today +first");
    touch.item_id = second;
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_string_equal(given(f, ana), "Second;");
    undo_is(f, "change of email with Ana Ruiz");
    assert_string_equal(given(f, ana), "First;");
}

static void retired_ones_and_offers_past_are_not_proposed(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), first = item(f, "First");

    item(f, "Offer, until 2026-03-01");
    must(desk_item_retire(f->desk, first, true, &f->err));
    assert_string_equal(next(f, ana), "");
    undo_is(f, "retirement of item First");
    assert_string_equal(next(f, ana), "First");
}

static void adding_an_item_is_a_step(void **state)
{
    struct fixture *f = *state;
    struct item *items;
    size_t count;

    item(f, "First");
    undo_is(f, "item First");
    must(desk_items(f->desk, false, 0, 10, f->arena, &items, &count, &f->err));
    assert_int_equal(count, 0);
}

#define LIBRARY_TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LIBRARY_TEST(the_next_one_not_had),
        LIBRARY_TEST(words_name_one),
        LIBRARY_TEST(what_did_not_arrive_is_brought_again),
        LIBRARY_TEST(what_did_not_arrive_goes_with_the_next),
        LIBRARY_TEST(a_missed_promise_keeps_what_it_brings),
        LIBRARY_TEST(what_a_touch_brings_is_given_with_it),
        LIBRARY_TEST(a_touch_brings_one),
        LIBRARY_TEST(retired_ones_and_offers_past_are_not_proposed),
        LIBRARY_TEST(adding_an_item_is_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
