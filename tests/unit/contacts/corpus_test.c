/* Files as the programs export them, and broken ones: tests/corpus/contacts/X with what
 * is read from it in X.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record_text.h"
#include "touchbase/base/file.h"

static void check(const char *name)
{
    struct arena *arena = arena_create();
    const char *folder = arena_format(arena, "%s/corpus/contacts", getenv("TEST_DATA"));
    struct buffer expected = {0};
    struct buffer read = {0};
    struct error err;
    assert_true(file_read(arena_format(arena, "%s/%s.txt", folder, name), 1 << 20,
                          &expected, &err));
    add_file(&read, file_join(arena, folder, name), CONTACTS_AUTO);
    assert_string_equal(buffer_string(&read), buffer_string(&expected));
    buffer_free(&expected);
    buffer_free(&read);
    arena_destroy(arena);
}

#define CORPUS(function, name)         \
    static void function(void **state) \
    {                                  \
        (void)state;                   \
        check(name);                   \
    }

CORPUS(apple_groups_labels_and_a_group_card, "apple-3.0.vcf")
CORPUS(google_card, "google-3.0.vcf")
CORPUS(outlook_quoted_printable_latin_and_photo, "outlook-2.1.vcf")
CORPUS(android_unfolded_photo_and_agent, "android-2.1.vcf")
CORPUS(nextcloud_uris_preferences_and_zone, "nextcloud-4.0.vcf")
CORPUS(cards_without_end_name_or_begin, "broken.vcf")
CORPUS(google_export_since_2024, "google-new.csv")
CORPUS(google_export_until_2024, "google-old.csv")
CORPUS(outlook_export_in_windows_1252, "outlook.csv")
CORPUS(linkedin_export_with_its_preamble, "linkedin.csv")
CORPUS(semicolons_and_byte_order_mark, "semicolon.csv")
CORPUS(broken_quotes_cost_their_row_only, "broken-quote.csv")

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(apple_groups_labels_and_a_group_card),
        cmocka_unit_test(google_card),
        cmocka_unit_test(outlook_quoted_printable_latin_and_photo),
        cmocka_unit_test(android_unfolded_photo_and_agent),
        cmocka_unit_test(nextcloud_uris_preferences_and_zone),
        cmocka_unit_test(cards_without_end_name_or_begin),
        cmocka_unit_test(google_export_since_2024),
        cmocka_unit_test(google_export_until_2024),
        cmocka_unit_test(outlook_export_in_windows_1252),
        cmocka_unit_test(linkedin_export_with_its_preamble),
        cmocka_unit_test(semicolons_and_byte_order_mark),
        cmocka_unit_test(broken_quotes_cost_their_row_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
