/* Messages: kept for everybody, copied for a person, filled, handed out, used up; and the
 * print list (rule 15). */
#include "fixture.h"

#include "touchbase/desk/inbound.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/print_list.h"
#include "touchbase/desk/scripts.h"

static struct script put(struct fixture *f, int64_t contact_id, int64_t touch_id,
                         enum channel channel, const char *text)
{
    struct script script = {
        .channel = channel, .contact_id = contact_id, .touch_id = touch_id, .text = text};
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    return script;
}

static struct script ready_for(struct fixture *f, int64_t contact_id, int64_t touch_id,
                               enum channel channel)
{
    struct script script;
    must(desk_script_for(f->desk, contact_id, touch_id, channel, f->arena, &script,
                         &f->err));
    return script;
}

static size_t kept(struct fixture *f, bool retired)
{
    struct script *scripts;
    size_t count;
    must(desk_scripts(f->desk, retired, 0, 10, f->arena, &scripts, &count, &f->err));
    return count;
}

static size_t own(struct fixture *f, int64_t contact_id)
{
    struct script *scripts;
    size_t count;
    must(desk_scripts_of(f->desk, contact_id, 10, f->arena, &scripts, &count, &f->err));
    return count;
}

static const char *words_of(struct fixture *f, const struct script *script)
{
    const char *subject, *words;
    must(desk_script_ready(f->desk, script, f->arena, &subject, &words, &f->err));
    return words;
}

static void a_message_is_filed_changed_and_taken_back(void **state)
{
    struct fixture *f = *state;
    struct script script =
        put(f, 0, 0, CHANNEL_EMAIL, "Subject: Second item\n\nHi {first}  \n\n");

    assert_string_equal(script.text, "Subject: Second item\n\nHi {first}");
    assert_int_equal(kept(f, false), 1);
    script.text = "Subject: Third item\n\nHi";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    must(desk_script_retire(f->desk, script.id, true, &f->err));
    assert_int_equal(kept(f, false), 0);
    assert_int_equal(kept(f, true), 1);
    undo_is(f, "retirement of message Third item");
    undo_is(f, "change of message Third item");
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_string_equal(script.text, "Subject: Second item\n\nHi {first}");
    undo_is(f, "message Second item");
    must_fail(desk_script_get(f->desk, script.id, f->arena, &script, &f->err),
              ERROR_NOT_FOUND, "not on the desk any more");
}

/* Empty leaves nothing: no row, no draft, and what was there goes. */
static void without_words_nothing_is_left(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct draft draft = {.contact_id = dana, .kind = "message", .text = " "};
    struct script script;
    int made = steps(f);

    must(desk_draft_save(f->desk, &draft, &f->err));
    script = (struct script){.contact_id = dana, .text = "Subject: \n\n"};
    must(desk_script_file(f->desk, &script, draft.id, f->arena, &f->err));
    assert_int_equal(own(f, dana), 0);
    assert_int_equal(steps(f), made);
    script = put(f, dana, 0, CHANNEL_CARD, "Thank you");
    script.text = "\n";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_int_equal(own(f, dana), 0);
    undo_is(f, "no more message to Dana Whitfield");
    assert_int_equal(own(f, dana), 1);
}

/* Removed in another window while it is typed on here. */
static void a_text_is_filed_whatever_was_removed(void **state)
{
    struct fixture *f = *state;
    struct script script = put(f, 0, 0, CHANNEL_CARD, "Thank you"), gone = script;

    gone.text = "";
    must(desk_script_file(f->desk, &gone, 0, f->arena, &f->err));
    assert_int_equal(kept(f, false), 0);
    script.text = "Thank you all";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_int_equal(kept(f, false), 1);
}

/* A template stays as it is whatever becomes of a copy. */
static void a_copy_is_the_persons_own(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct script kept_one = put(f, 0, 0, CHANNEL_VOICEMAIL, "Hi {first}, call me");
    struct script copy = kept_one;

    copy.id = 0;
    copy.uuid = NULL;
    copy.contact_id = dana;
    must(desk_script_file(f->desk, &copy, 0, f->arena, &f->err));
    copy.text = "Hi Dana, it saves you an hour: call me";
    must(desk_script_file(f->desk, &copy, 0, f->arena, &f->err));
    must(desk_script_get(f->desk, kept_one.id, f->arena, &kept_one, &f->err));
    assert_string_equal(kept_one.text, "Hi {first}, call me");
    assert_int_equal(kept(f, false), 1);
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, copy.id);
    undo_is(f, "change of message to Dana Whitfield");
}

static void fields_are_filled_or_refused(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind"), jo = add(f, "Jo");
    int64_t call = plan(f, dana, "call today pricing");
    struct item item = {0};
    struct script script;
    struct take_in away;

    must(item_read(f->arena, "Six ways, save time", &item, &f->err));
    must(desk_item_add(f->desk, &item, &item.id, &f->err));
    script = put(f, dana, call, CHANNEL_CALL,
                 "{first} {name} {company} {item} {matter}, {{}{x}");
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "{} is not known of Dana Whitfield");
    script.text = "{first} {name} {company} {item} {matter}";
    assert_string_equal(words_of(f, &script),
                        "Dana Dana Whitfield Northwind Six ways pricing");
    script.contact_id = jo;
    script.touch_id = 0;
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "{company} is not known of Jo: write it there, or take it");
    script.contact_id = dana;
    script.text = "How was {place}?";
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "{place}");
    away = mail(f, "<a@b>", "dana@northwind.example", "2026-02-20",
                "I am on vacation in Mexico until 1 March 2026.");
    away.has_contact = true;
    away.contact = person(f, dana);
    must(take_in_weigh(f->desk, dana, &away, &f->err));
    file(f, &away, TAKE_IN_ACCEPT);
    assert_string_equal(words_of(f, &script), "How was Mexico?");
    script.text = "Subject: only\n\n";
    script.channel = CHANNEL_LETTER;
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "no words yet");
}

static void the_reference_is_who_the_purpose_names(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct script script = {.contact_id = dana, .text = "{reference} asked me to call"};
    struct tie_line made;

    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "{reference} is not known of Dana Whitfield");
    add(f, "Mike Kincaid, Quality Fabricators");
    add(f, "Jo Lindqvist");
    must(desk_link(f->desk, dana, "reference for Jo", f->arena, &made, &f->err));
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "{reference}");
    must(desk_link(f->desk, dana, "reference Mike", f->arena, &made, &f->err));
    must(desk_link(f->desk, dana, "-reference for Jo", f->arena, &made, &f->err));
    must(desk_link(f->desk, dana, "reference Jo", f->arena, &made, &f->err));
    assert_string_equal(words_of(f, &script),
                        "Mike Kincaid at Quality Fabricators asked me to call");
    script.touch_id = plan(f, dana, "call today about what Jo Lindqvist said");
    assert_string_equal(words_of(f, &script), "Jo Lindqvist asked me to call");
}

static void a_new_one_begins_with_what_the_touch_says(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct touch touch = touch_of(f, plan(f, dana, "email today pricing"));

    assert_string_equal(ready_for(f, dana, touch.id, CHANNEL_EMAIL).text,
                        "Subject: pricing\n\n");
    assert_string_equal(ready_for(f, dana, 0, CHANNEL_CARD).text, "");
    touch.opener = "How was it?";
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_string_equal(ready_for(f, dana, touch.id, CHANNEL_EMAIL).text,
                        "Subject: pricing\n\n{opener}\n");
    touch.draft = "Hello";
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_string_equal(ready_for(f, dana, touch.id, CHANNEL_EMAIL).text,
                        "Subject: pricing\n\nHello");
    assert_int_equal(ready_for(f, dana, touch.id, CHANNEL_EMAIL).id, 0);
}

/* Said is used; what reached nobody is there for the next call. */
static void a_message_is_used_with_its_touch(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t first = plan(f, dana, "call today offer"), second;
    struct script script = put(f, dana, first, CHANNEL_CALL, "Call me");

    must(desk_touch_finish(f->desk, first, OUTCOME_NO_ANSWER, NULL, &f->err));
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, script.id);
    second = plan(f, dana, "call tomorrow offer");
    must(desk_touch_finish(f->desk, second, OUTCOME_VOICEMAIL, NULL, &f->err));
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_int_equal(script.touch_id, second);
    assert_true(script.used_utc == desk_now(f->desk));
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, 0);
    undo_is(f, "call with Dana Whitfield: voicemail");
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, script.id);
    must(desk_script_used(f->desk, &script, &f->err)); /* it goes with none by now */
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, 0);
}

static struct timeline_entry newest(struct fixture *f, int64_t contact_id)
{
    struct timeline_entry *entries;
    size_t count;
    must(
        desk_timeline(f->desk, contact_id, NULL, 1, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 1);
    return entries[0];
}

/* The matter is another one later; what was said is not. */
static void what_was_said_stays_in_the_timeline(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind");
    int64_t call = plan(f, dana, "call today the pump");
    struct script script = put(f, dana, call, CHANNEL_CALL, "Hi {first}, {matter}?");
    struct contact renamed;
    struct timeline_entry entry;

    must(desk_touch_finish(f->desk, call, OUTCOME_VOICEMAIL, NULL, &f->err));
    renamed = person(f, dana);
    renamed.name = "Dora Whitfield";
    must(desk_person_change(f->desk, &renamed, &f->err));
    entry = newest(f, dana);
    assert_int_equal(entry.kind, TIMELINE_TOUCH);
    assert_int_equal(entry.id, call);
    assert_string_equal(entry.script->text, "Hi Dana, the pump?");
    undo_is(f, "change of Dora Whitfield");
    undo_is(f, "call with Dana Whitfield: voicemail");
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_string_equal(script.text, "Hi {first}, {matter}?");
}

/* Nobody heard it, or it waits to be posted: nothing was said. */
static void what_reached_nobody_was_not_said(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind");
    int64_t call = plan(f, dana, "call today"), card = plan(f, dana, "card today");

    put(f, dana, call, CHANNEL_CALL, "Hi {first}");
    put(f, dana, card, CHANNEL_CARD, "Dear {first}");
    must(desk_touch_finish(f->desk, call, OUTCOME_NO_ANSWER, NULL, &f->err));
    assert_null(newest(f, dana).script);
    must(desk_touch_finish(f->desk, card, OUTCOME_WRITTEN, NULL, &f->err));
    assert_null(newest(f, dana).script);
    must(desk_touch_finish(f->desk, card, OUTCOME_POSTED, NULL, &f->err));
    assert_string_equal(newest(f, dana).script->text, "Dear Dana");
}

/* Pages of one row: messages of their own stand among touches. */
static void a_message_without_a_touch_is_an_entry(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), call = plan(f, dana, "call today");
    struct script script = put(f, dana, 0, CHANNEL_EMAIL, "Subject: Hi\n\n{first}?");
    struct timeline_entry entry, *next;
    size_t count;

    must(desk_touch_finish(f->desk, call, OUTCOME_REACHED, NULL, &f->err));
    reopen(f, "2026-03-02 10:00");
    must(desk_script_used(f->desk, &script, &f->err));
    entry = newest(f, dana);
    assert_int_equal(entry.kind, TIMELINE_MESSAGE);
    assert_true(entry.utc == desk_now(f->desk));
    assert_string_equal(entry.script->text, "Subject: Hi\n\nDana?");
    must(desk_timeline(f->desk, dana, &entry, 5, f->arena, &next, &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(next[0].id, call);
    undo_is(f, "use of message to Dana Whitfield");
    assert_int_equal(newest(f, dana).id, call);
}

/* They rang before it was said: the planned call is done, its message is not. */
static void they_ring_first_and_the_message_waits(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), id;
    int64_t call = plan(f, dana, "call today offer");
    struct script script = put(f, dana, call, CHANNEL_CALL, "Call me");
    const struct inbound inbound = {.contact_id = dana,
                                    .kind = INBOUND_CALL,
                                    .return_call = call,
                                    .answer = INBOUND_RETURN_DONE};

    must(desk_inbound_store(f->desk, &inbound, &id, &f->err));
    assert_int_equal(touch_of(f, call).outcome, OUTCOME_REACHED);
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_int_equal(script.touch_id, 0);
    assert_int_equal(script.used_utc, 0);
    assert_int_equal(ready_for(f, dana, 0, CHANNEL_CALL).id, script.id);
    undo_is(f, "Dana Whitfield rang");
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_int_equal(script.touch_id, call);
}

static void a_mail_takes_subject_and_body(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana+desk@northwind.example");
    int64_t jo = add(f, "Jo Lindqvist");
    struct contact barred;
    struct script script = {.contact_id = dana,
                            .channel = CHANNEL_EMAIL,
                            .text = "Subject: 50% off & more?\n\nHello Zoë,\n\n\"it's\" "
                                    "#1=yes"};

    assert_string_equal(desk_script_mailto(f->desk, &script, f->arena, &f->err),
                        "mailto:dana%2Bdesk@northwind.example"
                        "?subject=50%25%20off%20%26%20more%3F"
                        "&body=Hello%20Zo%C3%AB%2C%0D%0A%0D%0A%22it%27s%22%20%231%3Dyes");
    script.text = "Hello {first}";
    assert_string_equal(desk_script_mailto(f->desk, &script, f->arena, &f->err),
                        "mailto:dana%2Bdesk@northwind.example?body=Hello%20Dana");
    script.text = "Subject: a\x1b[31m\n\n-x\x07\xc2\x9b\nBcc: e@f.example";
    assert_string_equal(desk_script_mailto(f->desk, &script, f->arena, &f->err),
                        "mailto:dana%2Bdesk@northwind.example?subject=a%3F%5B31m"
                        "&body=-x%3F%3F%0D%0ABcc%3A%20e@f.example");
    script.text = "Subject: \n\n";
    assert_string_equal(desk_script_mailto(f->desk, &script, f->arena, &f->err),
                        "mailto:dana%2Bdesk@northwind.example");
    script.contact_id = jo;
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "no mail address of Jo Lindqvist is known");
    barred = person(f, dana);
    barred.do_not_contact = true;
    must(desk_person_change(f->desk, &barred, &f->err));
    script.contact_id = dana;
    must_fail(desk_script_mailto(f->desk, &script, f->arena, &f->err) != NULL,
              ERROR_FAILED, "do not contact");
}

struct printed {
    struct fixture *f;
    const char *bytes;
    const char *left_out;
};

static bool take(void *context, const char *bytes, size_t length, struct error *err)
{
    struct printed *printed = context;
    (void)err;
    printed->bytes = arena_copy(printed->f->arena, bytes, length);
    return true;
}

static void left_out(void *context, const char *words)
{
    struct printed *printed = context;
    printed->left_out =
        arena_format(printed->f->arena, "%s%s\n", printed->left_out, words);
}

static void set_address(struct fixture *f, int64_t id, const char *address)
{
    struct contact contact = person(f, id);
    struct point *points = arena_array(f->arena, contact.point_count + 1, sizeof *points);
    if (contact.point_count > 0)
        memcpy(points, contact.points, contact.point_count * sizeof *points);
    points[contact.point_count] = (struct point){.kind = POINT_ADDRESS, .value = address};
    contact.points = points;
    contact.point_count++;
    must(desk_person_change(f->desk, &contact, &f->err));
}

static struct printed print(struct fixture *f, int written, int out)
{
    struct printed printed = {.f = f, .bytes = "", .left_out = ""};
    const struct print_options options = {
        .path = "-", .take = take, .left_out = left_out, .context = &printed};
    struct print_totals totals;
    must(desk_print_list(f->desk, &options, &totals, &f->err));
    assert_int_equal(totals.written, written);
    assert_int_equal(totals.left_out, out);
    return printed;
}

static void cards_are_printed_or_named(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind"), jo = add(f, "Jo Lindqvist");
    int64_t tom = add(f, "Tom Field"), card = plan(f, dana, "card tomorrow thanks");
    struct printed printed;

    set_address(f, dana, "1 Main Street\nSpringfield 12345");
    set_address(f, tom, "2 Side Street");
    plan(f, jo, "letter +2d offer");
    plan(f, tom, "postcard +3d hello");
    print(f, 0, 3);
    put(f, dana, card, CHANNEL_CARD, "Dear {first},\n\nthank you.");
    put(f, jo, 0, CHANNEL_LETTER, "Dear Jo");
    put(f, tom, 0, CHANNEL_POSTCARD, "From {place}");
    printed = print(f, 1, 2);
    assert_string_equal(printed.bytes,
                        "Dana Whitfield\nNorthwind\n1 Main Street\nSpringfield 12345\n\n"
                        "Dear Dana,\n\nthank you.\n");
    assert_string_equal(printed.left_out,
                        "Jo Lindqvist, letter: no postal address is known\n"
                        "Tom Field, postcard: {place} is not known of Tom Field: write "
                        "it there, or take it out\n");
    set_address(f, jo, "3 Lane");
    printed = print(f, 2, 1);
    assert_non_null(strstr(printed.bytes, "thank you.\n\f\nJo Lindqvist\n3 Lane\n\n"));
    must(desk_touch_finish(f->desk, card, OUTCOME_WRITTEN, NULL, &f->err));
    printed = print(f, 1, 1);
    assert_null(strstr(printed.bytes, "Dana"));
}

/* A printer's and a terminal's commands stay out; a long text in any letters is whole. */
static void a_card_is_printed_plain(void **state)
{
    struct fixture *f = *state;
    int64_t wang = add(f, "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e");
    char text[5000] = "";
    struct printed printed;

    for (int i = 0; i < 400; i++)
        strcat(text, "\xd0\x94\xd0\xb0! ");
    set_address(f, wang, "1 Main\x1b[2J\fStreet\nX");
    put(f, wang, plan(f, wang, "card today thanks"), CHANNEL_CARD,
        arena_format(f->arena, "{first}\x1b\n%send", text));
    printed = print(f, 1, 0);
    assert_non_null(
        strstr(printed.bytes, "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e\n1 Main"));
    assert_null(strchr(printed.bytes, '\x1b'));
    assert_null(strchr(printed.bytes, '\f'));
    assert_non_null(strstr(printed.bytes, arena_format(f->arena, "\n%send\n", text)));
}

static void only_txt_is_a_print_list(void **state)
{
    (void)state;
    assert_true(print_list_is("cards.txt"));
    assert_true(print_list_is("/tmp/a.TXT"));
    assert_false(print_list_is(".txt"));
    assert_false(print_list_is("txt"));
    assert_false(print_list_is("cards.ics"));
    assert_false(print_list_is("cards.txt/"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_message_is_filed_changed_and_taken_back),
        TEST(without_words_nothing_is_left),
        TEST(a_text_is_filed_whatever_was_removed),
        TEST(a_copy_is_the_persons_own),
        TEST(fields_are_filled_or_refused),
        TEST(the_reference_is_who_the_purpose_names),
        TEST(a_new_one_begins_with_what_the_touch_says),
        TEST(a_message_is_used_with_its_touch),
        TEST(what_was_said_stays_in_the_timeline),
        TEST(what_reached_nobody_was_not_said),
        TEST(a_message_without_a_touch_is_an_entry),
        TEST(they_ring_first_and_the_message_waits),
        TEST(a_mail_takes_subject_and_body),
        TEST(cards_are_printed_or_named),
        TEST(a_card_is_printed_plain),
        TEST(only_txt_is_a_print_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
