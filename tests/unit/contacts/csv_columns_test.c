/* Column names as they are exported, and what they are taken for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "csv_columns.h"

struct name_case {
    const char *name;
    enum csv_field field;
    const char *label;
    int number;
};

static const struct name_case name_cases[] = {
    {"Name", CSV_NAME, NULL, 0},
    {"FULL NAME", CSV_NAME, NULL, 0},
    {"first_name", CSV_GIVEN, NULL, 0},
    {"FirstName", CSV_GIVEN, NULL, 0},
    {" Last-Name ", CSV_FAMILY, NULL, 0},
    {"Given Name", CSV_GIVEN, NULL, 0},
    {"Organization Name", CSV_COMPANY, NULL, 0},
    {"Organization 1 - Name", CSV_COMPANY, NULL, 1},
    {"Company", CSV_COMPANY, NULL, 0},
    {"Position", CSV_TITLE, NULL, 0},
    {"E-mail", CSV_MAIL, NULL, 0},
    {"Email Address", CSV_MAIL, NULL, 0},
    {"E-mail 1 - Value", CSV_MAIL, NULL, 1},
    {"E-mail 12 - Label", CSV_MAIL_LABEL, NULL, 12},
    {"E-mail 2 - Type", CSV_MAIL_LABEL, NULL, 2},
    {"E-mail 2 Address", CSV_MAIL, NULL, 2},
    {"Business Phone 2", CSV_PHONE, "work", 2},
    {"Mobile Phone", CSV_PHONE, "mobile", 0},
    {"Home Fax", CSV_PHONE, "home fax", 0},
    {"Business Street 3", CSV_STREET, "work", 0},
    {"Business Country/Region", CSV_COUNTRY, "work", 0},
    {"Other City", CSV_CITY, "other", 0},
    {"Address 1 - City", CSV_CITY, NULL, 1},
    {"Address 1 - Formatted", CSV_ADDRESS, NULL, 1},
    {"Website 1 - Value", CSV_LINK, NULL, 1},
    {"NOTES", CSV_NOTES, NULL, 0},
    {"Time Zone", CSV_ZONE, NULL, 0},
    {"Notes:", CSV_UNKNOWN, NULL, 0},
    {"", CSV_UNKNOWN, NULL, 0},
    {"E-mail Type", CSV_UNKNOWN, NULL, 0},
    {"Photo", CSV_UNKNOWN, NULL, 0},
    {"a name that is so long that it cannot be any of those that are known to the reader "
     "at all",
     CSV_UNKNOWN, NULL, 0},
};

static void names_are_recognized(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof name_cases / sizeof *name_cases; i++) {
        const struct name_case *c = &name_cases[i];
        struct arena *arena = arena_create();
        const struct csv_column *column = csv_columns(arena, &c->name, 1);
        if (column->field != c->field || column->number != c->number ||
            strcmp(column->label != NULL ? column->label : "",
                   c->label != NULL ? c->label : "") != 0) {
            fail_msg("%s: %d %s %d", c->name, (int)column->field,
                     column->label != NULL ? column->label : "-", column->number);
        }
        assert_int_equal(csv_column_known(c->name), c->field != CSV_UNKNOWN);
        arena_destroy(arena);
    }
}

static void title_is_a_form_of_address_beside_a_job_title(void **state)
{
    (void)state;
    static const char *const names[] = {"Title", "First Name", "Job Title"};
    struct arena *arena = arena_create();
    const struct csv_column *outlook = csv_columns(arena, names, 3);
    assert_int_equal(outlook[0].field, CSV_UNKNOWN);
    assert_int_equal(outlook[2].field, CSV_TITLE);
    const struct csv_column *plain = csv_columns(arena, names, 2);
    assert_int_equal(plain[0].field, CSV_TITLE);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_recognized),
        cmocka_unit_test(title_is_a_form_of_address_beside_a_job_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
