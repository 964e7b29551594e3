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

/* ---- A name that is a contact's, an address that is nobody's ---- */

static struct take_in named(struct fixture *f, const char *name)
{
    return weighed(f, (struct message){.from = {name, "ana@other.example"}});
}

static void a_name_is_asked_about(void **state)
{
    static const char *const asked[] = {"Ana Ruiz",        "ANA  RUIZ",
                                        "Ruiz, Ana",       "'Ana Ruiz' via Sales",
                                        "Ana Ruiz (Brio)", "Ana Ruiz on behalf of Sales"};
    static const char *const strange[] = {"Ana",     "Ana Ruiz Vogt",   "Ruiz Ana",
                                          "Jo Lind", "Ruiz, Ana, Brio", ""};
    struct fixture *f = *state;

    add(f, "Ana Ruiz, ana@brio.example");
    add(f, "Jo Lind, jo@one.example");
    add(f, "Jo Lind, jo@two.example");
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct take_in take_in = named(f, asked[i]);

        if (take_in.doubt == NULL || !take_in.has_contact)
            fail_msg("%s is not asked about", asked[i]);
        assert_string_equal(take_in.contact.name, "Ana Ruiz");
        assert_string_equal(take_in.doubt, "ana@other.example");
    }
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        struct take_in take_in = named(f, strange[i]);

        if (take_in.doubt != NULL || take_in.state != TAKE_IN_STRANGER)
            fail_msg("%s is asked about", strange[i]);
    }
    assert_null(
        weighed(f, (struct message){.from = {"Ana Ruiz", "ana+x@brio.example"}}).doubt);
}

static struct absence *waiting(struct fixture *f, size_t *count)
{
    struct absence *absences;

    must(desk_to_confirm(f->desk, 0, 10, f->arena, &absences, count, &f->err));
    return absences;
}

/* It waits, starts nothing with all the others, and is none of hers yet. */
static int64_t file_doubtful(struct fixture *f, int64_t ana)
{
    struct take_in take_in = named(f, "Ana Ruiz");
    struct take_in_result result;
    struct take_in_waiting numbers;
    struct timeline_entry *rows;
    int64_t started;
    size_t count;

    must(take_in_file(f->desk, &take_in, TAKE_IN_START, true, &result, &f->err));
    assert_true(result.filed && !result.started);
    assert_string_equal(result.sentence,
                        "is this Ana Ruiz? ana@other.example: waits under To confirm");
    assert_string_equal(waiting(f, &count)->doubt, "ana@other.example");
    assert_int_equal(count, 1);
    must(take_in_count_waiting(f->desk, &numbers, &f->err));
    assert_int_equal(numbers.all, 0);
    assert_int_equal(numbers.doubtful, 1);
    must(take_in_accept_all(f->desk, &started, &f->err));
    assert_int_equal(started, 0);
    assert_string_equal(pending(f, ana), "");
    must(desk_timeline(f->desk, ana, NULL, 10, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 0);
    assert_int_equal(named(f, "Ana Ruiz").state, TAKE_IN_KNOWN);
    return result.absence_id;
}

static void yes_adds_the_address(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, ana@brio.example");
    int64_t id = file_doubtful(f, ana);
    struct take_in_result result;
    struct take_in take_in;
    size_t count;

    must(take_in_absence(f->desk, id, f->arena, &take_in, &f->err));
    assert_string_equal(take_in.doubt, "ana@other.example");
    must(take_in_file(f->desk, &take_in, TAKE_IN_ACCEPT, true, &result, &f->err));
    assert_true(result.started);
    assert_non_null(strstr(pending(f, ana), "call return"));
    waiting(f, &count);
    assert_int_equal(count, 0);
    assert_string_equal(from(f, "ana@other.example"), "Ana Ruiz");
    undo_is(f, "absence of Ana Ruiz");
    assert_string_equal(waiting(f, &count)->doubt, "ana@other.example");
    assert_string_equal(from(f, "ana@other.example"), "nobody");
    assert_string_equal(pending(f, ana), "");
    undo_is(f, "absence of Ana Ruiz");
    waiting(f, &count);
    assert_int_equal(count, 0);
}

static void no_is_a_stranger(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, ana@brio.example");
    int64_t id = file_doubtful(f, ana);
    struct take_in take_in;
    size_t count;

    must(take_in_absence(f->desk, id, f->arena, &take_in, &f->err));
    must(take_in_refuse(f->desk, &take_in, &f->err));
    waiting(f, &count);
    assert_int_equal(count, 0);
    assert_string_equal(pending(f, ana), "");
    assert_int_equal(named(f, "Ana Ruiz").state, TAKE_IN_KNOWN);
    undo_is(f, "ana@other.example is not Ana Ruiz");
    waiting(f, &count);
    assert_int_equal(count, 1);
}

/* Refused before it was filed it is a stranger's; given to another it is that one's. */
static void one_that_was_not_filed(void **state)
{
    struct fixture *f = *state;
    int64_t ben;
    int64_t ana = add(f, "Ana Ruiz, ana@brio.example");
    struct take_in take_in = named(f, "Ana Ruiz");
    struct take_in_result result;
    int64_t id;

    ben = add(f, "Ben Roth, ben@brio.example");
    must(take_in_refuse(f->desk, &take_in, &f->err));
    assert_int_equal(take_in.state, TAKE_IN_STRANGER);
    assert_null(take_in.doubt);
    id = file_doubtful(f, ana);
    must(take_in_absence(f->desk, id, f->arena, &take_in, &f->err));
    must(take_in_weigh(f->desk, ben, &take_in, &f->err));
    assert_null(take_in.doubt);
    must(take_in_file(f->desk, &take_in, TAKE_IN_ACCEPT, true, &result, &f->err));
    assert_non_null(strstr(pending(f, ben), "call return"));
    assert_string_equal(from(f, "ana@other.example"), "nobody");
    must(take_in_absence(f->desk, id, f->arena, &take_in, &f->err));
    assert_null(take_in.doubt);
}

int main(void)
{
#define IN_DESK(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        IN_DESK(any_address_of_a_person), IN_DESK(an_exact_address_wins),
        IN_DESK(those_who_stand_behind),  IN_DESK(a_name_is_asked_about),
        IN_DESK(yes_adds_the_address),    IN_DESK(no_is_a_stranger),
        IN_DESK(one_that_was_not_filed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
