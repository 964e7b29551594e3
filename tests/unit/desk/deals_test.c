/* Deals: told by amount and state, and what follows for the person (rule 21). */
#include "fixture.h"

#include "touchbase/desk/deals.h"
#include "touchbase/desk/history.h"

static struct deal tell(struct fixture *f, int64_t id, const char *line)
{
    struct deal deal;
    enum deal_state state;
    int64_t amount;
    must(desk_deal_read(line, f->arena, &amount, &state, &f->err));
    must(desk_deal_tell(f->desk, id, amount, state, f->arena, &deal, &f->err));
    return deal;
}

static const char *deals(struct fixture *f, int64_t id)
{
    struct deal *rows;
    const char *all = "";
    size_t count;
    must(desk_deals(f->desk, id, 10, f->arena, &rows, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        all =
            arena_format(f->arena, "%s%s %s;", all, deal_amount(f->arena, rows[i].amount),
                         deal_state_name(rows[i].state));
    return all;
}

static enum stage stage(struct fixture *f, int64_t id)
{
    struct contact contact;
    must(desk_person_get(f->desk, id, f->arena, &contact, &f->err));
    return contact.stage;
}

static void a_deal_goes_its_way(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    assert_int_equal(tell(f, ana, "4800").won_utc, 0);
    assert_int_equal(stage(f, ana), STAGE_LEAD);
    assert_int_equal(tell(f, ana, "4800 won").won_utc, desk_now(f->desk));
    assert_int_equal(stage(f, ana), STAGE_CUSTOMER);
    tell(f, ana, "4800.00  delivered ");
    assert_string_equal(deals(f, ana), "4800 delivered;");
    tell(f, ana, "4800 won");
    tell(f, ana, "200 lost");
    assert_string_equal(deals(f, ana), "200 lost;4800 won;4800 delivered;");
}

static void mailed(struct fixture *f, int64_t id, enum outcome outcome)
{
    must(desk_touch_finish(f->desk, plan(f, id, "email today offer"), outcome, NULL,
                           &f->err));
}

/* Ten wins of as many touches as their number, then one of somebody with two so far. */
static void what_wins_took(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    const char *words;

    for (int win = 1; win <= 10; win++) {
        int64_t id = add(f, arena_format(f->arena, "Person %d", win));
        must(desk_base_rate(f->desk, ana, f->arena, &words, &f->err));
        assert_null(words);
        for (int i = 0; i < win; i++)
            mailed(f, id, OUTCOME_SENT);
        plan(f, id, "email today one more that is only planned");
        tell(f, id, "100 won");
    }
    mailed(f, ana, OUTCOME_SENT);
    mailed(f, ana, OUTCOME_BOUNCED);
    must(desk_base_rate(f->desk, ana, f->arena, &words, &f->err));
    assert_string_equal(words, "5 touches, half of them 3 to 8 (10 wins); 1 here so far");
    tell(f, ana, "100 won"); /* a win of one touch more; from now on it counts anew */
    must(desk_base_rate(f->desk, ana, f->arena, &words, &f->err));
    assert_string_equal(words, "5 touches, half of them 2 to 8 (11 wins); 0 here so far");
}

static void lost_makes_no_customer(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    tell(f, ana, "4800 lost");
    assert_int_equal(stage(f, ana), STAGE_LEAD);
}

static void undo_takes_deal_and_stage_back(void **state)
{
    struct fixture *f = *state;
    struct desk_step step;
    int64_t ana = add(f, "Ana Ruiz");
    tell(f, ana, "4800");
    tell(f, ana, "4800 won");
    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(deals(f, ana), "4800 open;");
    assert_int_equal(stage(f, ana), STAGE_LEAD);
    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(deals(f, ana), "");
}

static void what_cannot_be_is_said(void **state)
{
    struct fixture *f = *state;
    enum deal_state deal;
    int64_t amount;
    must_fail(desk_deal_read("4800 gone", f->arena, &amount, &deal, &f->err), ERROR_USAGE,
              "won, delivered, lost");
    must_fail(desk_deal_read("much", f->arena, &amount, &deal, &f->err), ERROR_USAGE,
              "\"much\" is no amount");
    must_fail(desk_deal_read("", f->arena, &amount, &deal, &f->err), ERROR_USAGE,
              "is no amount");
}

#define DEAL_TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DEAL_TEST(a_deal_goes_its_way),    DEAL_TEST(what_wins_took),
        DEAL_TEST(lost_makes_no_customer), DEAL_TEST(undo_takes_deal_and_stage_back),
        DEAL_TEST(what_cannot_be_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
