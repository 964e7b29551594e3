/* Whose a message is (desk/take_in.h): by the addresses in it. */
#include "fixture.h"

/* A message as the worker hands it over, weighed. */
static struct take_in weighed(struct fixture *f, struct message message)
{
    struct take_in take_in = {.arena = f->arena, .message = message};

    take_in.message.source = take_in.message.id = "a";
    take_in.message.message_id = "a@b.example";
    take_in.message.has_date = true;
    take_in.message.date_utc = desk_now(f->desk);
    take_in.message.date_day = desk_today(f->desk);
    take_in.message.date_minute = MINUTE_NONE;
    take_in.message.text = "I am away until March 9.";
    take_in.message.text_length = strlen(take_in.message.text);
    take_in.reading = (struct reading){.kind = READING_OOO,
                                       .first_day = DAY_NONE,
                                       .back = desk_today(f->desk) + 7,
                                       .back_minute = MINUTE_NONE};
    must(take_in_weigh(f->desk, 0, &take_in, &f->err));
    return take_in;
}

static const char *whose(struct fixture *f, struct message message)
{
    struct take_in take_in = weighed(f, message);

    return take_in.has_contact ? take_in.contact.name : "nobody";
}

static const char *from(struct fixture *f, const char *mail)
{
    return whose(f, (struct message){.from = {.mail = mail}});
}

static void any_address_of_a_person(void **state)
{
    struct fixture *f = *state;

    add(f, "Ana Ruiz, ana@brio.example, Ana.Ruiz@home.example");
    add(f, "Ben Roth, ben+news@brio.example, roth@googlemail.com");
    assert_string_equal(from(f, "ana@brio.example"), "Ana Ruiz");
    assert_string_equal(from(f, "ana.ruiz@home.example"), "Ana Ruiz");
    assert_string_equal(from(f, "ana+crm@brio.example"), "Ana Ruiz");
    assert_string_equal(from(f, "ben@brio.example"), "Ben Roth");
    assert_string_equal(from(f, "ben+crm@brio.example"), "Ben Roth");
    assert_string_equal(from(f, "roth+x@gmail.com"), "Ben Roth");
    assert_string_equal(from(f, "anaruiz@home.example"), "nobody");
    assert_string_equal(from(f, "ana@other.example"), "nobody");
    assert_string_equal(from(f, "ben@brio.example.org"), "nobody");
    assert_string_equal(from(f, "+crm@brio.example"), "nobody");
}

/* Two people whose addresses differ behind the plus alone keep their own. */
static void an_exact_address_wins(void **state)
{
    struct fixture *f = *state;

    add(f, "Ana Ruiz, team@brio.example");
    add(f, "Ben Roth, team+ben@brio.example");
    assert_string_equal(from(f, "team+ben@brio.example"), "Ben Roth");
    assert_string_equal(from(f, "team@brio.example"), "Ana Ruiz");
    assert_string_equal(from(f, "team+eva@brio.example"), "Ana Ruiz");
}

/* Exchange's "on behalf of", a list that writes in its own name, an alias. */
static void those_who_stand_behind(void **state)
{
    static const struct message_header kept[] = {
        {"X-Original-From", "Ana Ruiz <Ana@brio.example>"}};
    static const struct message_header list[] = {{"List-Id", "<sales.bell.example>"}};
    struct fixture *f = *state;

    add(f, "Ana Ruiz, ana@brio.example");
    add(f, "Ruth Bell, ruth@bell.example");
    assert_string_equal(
        whose(f, (struct message){.from = {"Ruth Bell on behalf of Sales",
                                           "sales@bell.example"},
                                  .sender = {.mail = "ruth@bell.example"}}),
        "Ruth Bell");
    assert_string_equal(
        whose(f, (struct message){.from = {"'Ana Ruiz' via Sales", "list@bell.example"},
                                  .sender = {.mail = "ruth@bell.example"},
                                  .headers = kept,
                                  .header_count = 1}),
        "Ana Ruiz");
    assert_string_equal(whose(f, (struct message){.from = {.mail = "eva@else.example"},
                                                  .sender = {.mail = "ruth@bell.example"},
                                                  .headers = list,
                                                  .header_count = 1}),
                        "nobody");
    assert_string_equal(
        whose(f, (struct message){.from = {.mail = "alias@brio.example"},
                                  .reply_to = {.mail = "ana+x@brio.example"}}),
        "Ana Ruiz");
}

int main(void)
{
#define IN_DESK(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        IN_DESK(any_address_of_a_person),
        IN_DESK(an_exact_address_wins),
        IN_DESK(those_who_stand_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
