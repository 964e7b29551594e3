/* vCard 4.0 as written, and read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record_text.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/contacts/writer.h"

#define ID "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11"

static void assert_written(const struct contact *contact, const char *notes,
                           const char *expected)
{
    struct buffer card = {0};
    const struct contacts_record record = {.contact = *contact, .notes = notes};
    contacts_write_vcard(&card, &record);
    assert_string_equal(buffer_string(&card), expected);
    buffer_free(&card);
}

static void a_whole_card(void **state)
{
    (void)state;
    const struct point points[] = {
        {POINT_MAIL, "dana@northwind.example", "work"},
        {POINT_MAIL, "dana@home.example", NULL},
        {POINT_PHONE, "+1 416 555 0101", "work mobile"},
        {POINT_PHONE, "+1 416 555 0103", "Cottage; by the lake"},
        {POINT_ADDRESS, "12 Front Street\nToronto, \"ON\"", "home"},
        {POINT_LINK, "https://northwind.example/?a=b;c", NULL},
    };
    const struct contact contact = {.uuid = "not-used",
                                    .uid = ID,
                                    .name = "Dana, Whitfield",
                                    .given = "Dana",
                                    .family = "Whit;field",
                                    .company = "Northwind",
                                    .title = "Head of Purchasing",
                                    .city = "Toronto",
                                    .zone = "America/Toronto",
                                    .points = points,
                                    .point_count = 6};
    assert_written(&contact, "one\ntwo",
                   "BEGIN:VCARD\r\n"
                   "VERSION:4.0\r\n"
                   "UID:urn:uuid:" ID "\r\n"
                   "FN:Dana\\, Whitfield\r\n"
                   "N:Whit\\;field;Dana;;;\r\n"
                   "ORG:Northwind\r\n"
                   "TITLE:Head of Purchasing\r\n"
                   "EMAIL;TYPE=work;PREF=1:dana@northwind.example\r\n"
                   "EMAIL;PREF=2:dana@home.example\r\n"
                   "TEL;TYPE=work,cell;PREF=1:+1 416 555 0101\r\n"
                   "label1.TEL;PREF=2:+1 416 555 0103\r\n"
                   "label1.X-ABLABEL:Cottage\\; by the lake\r\n"
                   "ADR;TYPE=home;LABEL=\"12 Front Street\\nToronto, ^'ON^'\":;;12 Front "
                   "Street\\nT\r\n"
                   " oronto\\, \"ON\";Toronto;;;\r\n"
                   "URL:https://northwind.example/?a=b\\;c\r\n"
                   "TZ:America/Toronto\r\n"
                   "NOTE:one\\ntwo\r\n"
                   "END:VCARD\r\n");
}

static void the_least(void **state)
{
    (void)state;
    const struct contact contact = {.name = "Ana", .uuid = "own-id", .city = "Bern"};
    assert_written(
        &contact, NULL,
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:own-id\r\nFN:Ana\r\nADR:;;;Bern;;;\r\n"
        "END:VCARD\r\n");
}

static void the_card_that_came_is_given_back(void **state)
{
    (void)state;
    struct contact contact = {
        .name = "Dr. Dana Whitfield",
        .given = "Dana",
        .family = "Whitfield",
        .company = "Northwind",
        .card = "N:Whitfield;Dana;Marie;Dr.;\nORG:Northwind;Purchasing\n"
                "BDAY:1979-03-14\nitem1.PHOTO;ENCODING=b;TYPE=JPEG:/9j/\n"
                "ORG:Fishing Club\n"};
    assert_written(&contact, "",
                   "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dr. Dana Whitfield\r\n"
                   "N:Whitfield;Dana;Marie;Dr.;\r\nORG:Northwind;Purchasing\r\n"
                   "BDAY:1979-03-14\r\nitem1.PHOTO:data:image/jpeg;base64,/9j/\r\n"
                   "ORG:Fishing Club\r\nEND:VCARD\r\n");
    contact.family = "Vogt";
    contact.company = "Kessler";
    assert_written(&contact, NULL,
                   "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dr. Dana Whitfield\r\n"
                   "N:Vogt;Dana;;;\r\nORG:Kessler\r\nORG:Northwind;Purchasing\r\n"
                   "BDAY:1979-03-14\r\nitem1.PHOTO:data:image/jpeg;base64,/9j/\r\n"
                   "ORG:Fishing Club\r\nEND:VCARD\r\n");
}

/* Each kind in its own words; what a line of the card says is not said again. */
static void ties_are_related_lines(void **state)
{
    (void)state;
    struct tie ties[] = {
        {.kind = LINK_COLLEAGUE, .with = {.uuid = ID, .name = "Jo"}},
        {.kind = LINK_ASSISTANT, .with = {.uuid = "abc@google", .name = "Tom; Field"}},
        {.kind = LINK_ASSISTANT, .of = true, .with = {.name = "Ana"}},
        {.kind = LINK_REFERENCE, .with = {.name = "Mike"}},
        {.kind = LINK_ADVOCATE, .of = true, .with = {.uuid = ID}},
        {.kind = LINK_SUCCESSOR, .of = true, .with = {.name = "Ben"}},
        {.kind = LINK_COLLEAGUE, .with = {.uuid = ID "0", .name = "max planck"}},
    };
    const struct contacts_record record = {
        .contact = {.name = "Dana",
                    .card = "RELATED;TYPE=co-worker;VALUE=text:Max Planck\n"},
        .ties = ties,
        .tie_count = sizeof ties / sizeof *ties};
    struct buffer card = {0};
    contacts_write_vcard(&card, &record);
    assert_string_equal(
        buffer_string(&card),
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dana\r\n"
        "RELATED;TYPE=colleague:urn:uuid:" ID "\r\n"
        "RELATED;TYPE=agent;VALUE=text:Tom\\; Field\r\n"
        "RELATED;TYPE=contact;X-TOUCHBASE=\"assistant of\";VALUE=text:Ana\r\n"
        "RELATED;TYPE=contact;X-TOUCHBASE=\"reference\";VALUE=text:Mike\r\n"
        "RELATED;TYPE=contact;X-TOUCHBASE=\"advocate "
        "for\":urn:uuid:6f1d0c1e-5a0b-4c0e\r\n"
        " -9a55-2f1c7b9d0a11\r\n"
        "RELATED;TYPE=contact;X-TOUCHBASE=\"successor of\";VALUE=text:Ben\r\n"
        "RELATED;TYPE=co-worker;VALUE=text:Max Planck\r\n"
        "END:VCARD\r\n");
    struct buffer read = records_of(card.data, card.length, CONTACTS_AUTO);
    const char *ends = strstr(buffer_string(&read), "  card: ");
    assert_non_null(ends);
    read.data[ends - buffer_string(&read)] = '\0';
    assert_string_equal(buffer_string(&read),
                        "1 Dana\n  colleague: " ID "\n  assistant: Tom; Field\n"
                        "  assistant of: Ana\n  reference: Mike\n  advocate for: " ID "\n"
                        "  successor of: Ben\n  colleague: Max Planck\n");
    buffer_free(&read);
    buffer_free(&card);
}

static void lines_are_folded_between_characters(void **state)
{
    (void)state;
    struct buffer name = {0};
    for (int i = 0; i < 100; i++) {
        buffer_add_string(&name, "\xe6\xbc\xa2\xf0\x9f\x98\x80x");
    }
    const struct contact contact = {.name = buffer_string(&name)};
    struct buffer card = {0};
    const struct contacts_record record = {.contact = contact};
    contacts_write_vcard(&card, &record);
    const char *at = buffer_string(&card);
    while (*at != '\0') {
        size_t length = strcspn(at, "\r\n");
        assert_in_range(length, 1, 75);
        assert_true(text_is_utf8(at, length));
        assert_memory_equal(at + length, "\r\n", 2);
        at += length + 2;
    }
    struct buffer read = records_of(card.data, card.length, CONTACTS_AUTO);
    assert_memory_equal(buffer_string(&read) + 2, name.data, name.length);
    buffer_free(&read);
    buffer_free(&card);
    buffer_free(&name);
}

/* All records of a file as one file of 4.0. */
static struct buffer written_again(const char *path)
{
    struct error err;
    struct arena *arena = arena_create();
    struct buffer cards = {0};
    struct contacts_record record;
    struct contacts_reader *reader = contacts_open(path, CONTACTS_AUTO, &err);
    assert_non_null(reader);
    enum contacts_result result;
    while ((result = contacts_next(reader, arena, &record, &err)) != CONTACTS_END) {
        if (result == CONTACTS_RECORD) {
            contacts_write_vcard(&cards, &record);
        }
        assert_int_not_equal(result, CONTACTS_FAILED);
    }
    contacts_close(reader);
    arena_destroy(arena);
    return cards;
}

/* Records without their line numbers and remarks, the cards' lines in any order. */
static void compare_records(const char *path, const struct buffer *cards)
{
    char copy[32];
    struct error err;
    struct arena *arena = arena_create();
    struct contacts_record record;
    struct contacts_record again;
    write_temporary(copy, cards->data, cards->length);
    struct contacts_reader *first = contacts_open(path, CONTACTS_AUTO, &err);
    struct contacts_reader *second = contacts_open(copy, CONTACTS_AUTO, &err);
    enum contacts_result result;
    while ((result = contacts_next(first, arena, &record, &err)) != CONTACTS_END) {
        if (result != CONTACTS_RECORD) {
            continue;
        }
        struct buffer one = {0};
        struct buffer two = {0};
        assert_int_equal(contacts_next(second, arena, &again, &err), CONTACTS_RECORD);
        again.line = record.line;
        again.remark = record.remark;
        assert_int_equal(again.contact.card == NULL, record.contact.card == NULL);
        again.contact.card = record.contact.card = NULL;
        add_record(&one, &record);
        add_record(&two, &again);
        assert_string_equal(buffer_string(&one), buffer_string(&two));
        buffer_free(&one);
        buffer_free(&two);
    }
    assert_int_equal(contacts_next(second, arena, &again, &err), CONTACTS_END);
    contacts_close(first);
    contacts_close(second);
    (void)unlink(copy);
    arena_destroy(arena);
}

static void everything_in_the_corpus_comes_back(void **state)
{
    (void)state;
    static const char *const names[] = {
        "apple-3.0.vcf", "google-3.0.vcf", "outlook-2.1.vcf",   "android-2.1.vcf",
        "broken.vcf",    "google-new.csv", "nextcloud-4.0.vcf", "google-old.csv",
        "outlook.csv",   "linkedin.csv",   "semicolon.csv",     "broken-quote.csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct arena *arena = arena_create();
        const char *path =
            arena_format(arena, "%s/corpus/contacts/%s", getenv("TEST_DATA"), names[i]);
        struct buffer cards = written_again(path);
        compare_records(path, &cards);
        /* And written once more, the bytes are the same. */
        char copy[32];
        write_temporary(copy, cards.data, cards.length);
        struct buffer twice = written_again(copy);
        assert_string_equal(buffer_string(&twice), buffer_string(&cards));
        (void)unlink(copy);
        buffer_free(&twice);
        buffer_free(&cards);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_card),
        cmocka_unit_test(the_least),
        cmocka_unit_test(the_card_that_came_is_given_back),
        cmocka_unit_test(ties_are_related_lines),
        cmocka_unit_test(lines_are_folded_between_characters),
        cmocka_unit_test(everything_in_the_corpus_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
