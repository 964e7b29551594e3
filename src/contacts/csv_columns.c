#include "csv_columns.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/text.h"

enum { KEY_SIZE = 64 };

/* Names are compared folded, without blanks, hyphens, dots and underlines, and with # for
 * a number: "E-mail 1 - Value" is "email#value". */
struct column_rule {
    const char *key;
    enum csv_field field;
    const char *label;
};

static const struct column_rule rules[] = {
    /* The whole name: plain, Google until 2024. */
    {"name", CSV_NAME, NULL},
    {"fullname", CSV_NAME, NULL},
    {"displayname", CSV_NAME, NULL},
    {"contactname", CSV_NAME, NULL},
    {"contact", CSV_NAME, NULL},
    /* Its parts: plain, Google since 2024, Outlook, LinkedIn; then Google until 2024. */
    {"firstname", CSV_GIVEN, NULL},
    {"middlename", CSV_MIDDLE, NULL},
    {"lastname", CSV_FAMILY, NULL},
    {"givenname", CSV_GIVEN, NULL},
    {"additionalname", CSV_MIDDLE, NULL},
    {"familyname", CSV_FAMILY, NULL},
    {"forename", CSV_GIVEN, NULL},
    {"surname", CSV_FAMILY, NULL},
    {"namesuffix", CSV_SUFFIX, NULL},
    {"suffix", CSV_SUFFIX, NULL},
    /* Work: plain, Outlook, LinkedIn (position); Google. */
    {"company", CSV_COMPANY, NULL},
    {"companyname", CSV_COMPANY, NULL},
    {"organization", CSV_COMPANY, NULL},
    {"organisation", CSV_COMPANY, NULL},
    {"organizationname", CSV_COMPANY, NULL},
    {"organization#name", CSV_COMPANY, NULL},
    {"title", CSV_TITLE, NULL},
    {"jobtitle", CSV_TITLE, NULL},
    {"position", CSV_TITLE, NULL},
    {"organizationtitle", CSV_TITLE, NULL},
    {"organization#title", CSV_TITLE, NULL},
    /* Notes, zone, identity. */
    {"notes", CSV_NOTES, NULL},
    {"note", CSV_NOTES, NULL},
    {"comments", CSV_NOTES, NULL},
    {"comment", CSV_NOTES, NULL},
    {"timezone", CSV_ZONE, NULL},
    {"tz", CSV_ZONE, NULL},
    {"uid", CSV_UID, NULL},
    /* Mail: plain, LinkedIn; Outlook; Google. */
    {"email", CSV_MAIL, NULL},
    {"mail", CSV_MAIL, NULL},
    {"email#", CSV_MAIL, NULL},
    {"emails", CSV_MAIL, NULL},
    {"emailaddress", CSV_MAIL, NULL},
    {"workemail", CSV_MAIL, "work"},
    {"homeemail", CSV_MAIL, "home"},
    {"email#address", CSV_MAIL, NULL},
    {"email#value", CSV_MAIL, NULL},
    {"email#label", CSV_MAIL_LABEL, NULL},
    {"email#type", CSV_MAIL_LABEL, NULL},
    /* Phone: plain; Outlook; Google. */
    {"phone", CSV_PHONE, NULL},
    {"phone#", CSV_PHONE, NULL},
    {"phones", CSV_PHONE, NULL},
    {"phonenumber", CSV_PHONE, NULL},
    {"telephone", CSV_PHONE, NULL},
    {"tel", CSV_PHONE, NULL},
    {"mobile", CSV_PHONE, "mobile"},
    {"cell", CSV_PHONE, "mobile"},
    {"fax", CSV_PHONE, "fax"},
    {"workphone", CSV_PHONE, "work"},
    {"primaryphone", CSV_PHONE, "main"},
    {"businessphone", CSV_PHONE, "work"},
    {"businessphone#", CSV_PHONE, "work"},
    {"mobilephone", CSV_PHONE, "mobile"},
    {"homephone", CSV_PHONE, "home"},
    {"homephone#", CSV_PHONE, "home"},
    {"companymainphone", CSV_PHONE, "work main"},
    {"otherphone", CSV_PHONE, "other"},
    {"carphone", CSV_PHONE, "car"},
    {"pager", CSV_PHONE, "pager"},
    {"businessfax", CSV_PHONE, "work fax"},
    {"homefax", CSV_PHONE, "home fax"},
    {"otherfax", CSV_PHONE, "fax other"},
    {"phone#value", CSV_PHONE, NULL},
    {"phone#label", CSV_PHONE_LABEL, NULL},
    {"phone#type", CSV_PHONE_LABEL, NULL},
    /* Links: plain, LinkedIn; Outlook; Google. */
    {"url", CSV_LINK, NULL},
    {"website", CSV_LINK, NULL},
    {"webpage", CSV_LINK, NULL},
    {"personalwebpage", CSV_LINK, "home"},
    {"website#value", CSV_LINK, NULL},
    {"website#label", CSV_LINK_LABEL, NULL},
    {"website#type", CSV_LINK_LABEL, NULL},
    /* Addresses: plain. */
    {"address", CSV_ADDRESS, NULL},
    {"pobox", CSV_BOX, NULL},
    {"street", CSV_STREET, NULL},
    {"city", CSV_CITY, NULL},
    {"town", CSV_CITY, NULL},
    {"state", CSV_REGION, NULL},
    {"region", CSV_REGION, NULL},
    {"zip", CSV_CODE, NULL},
    {"zipcode", CSV_CODE, NULL},
    {"postcode", CSV_CODE, NULL},
    {"postalcode", CSV_CODE, NULL},
    {"country", CSV_COUNTRY, NULL},
    /* Outlook: "Business Street", "Business Street 2". The number counts lines of one
       address. */
    {"businessaddresspobox", CSV_BOX, "work"},
    {"businesspobox", CSV_BOX, "work"},
    {"businessstreet", CSV_STREET, "work"},
    {"businessstreet#", CSV_STREET, "work"},
    {"businesscity", CSV_CITY, "work"},
    {"businessstate", CSV_REGION, "work"},
    {"businesspostalcode", CSV_CODE, "work"},
    {"businesscountry", CSV_COUNTRY, "work"},
    {"businesscountry/region", CSV_COUNTRY, "work"},
    {"homepobox", CSV_BOX, "home"},
    {"homeaddresspobox", CSV_BOX, "home"},
    {"homestreet", CSV_STREET, "home"},
    {"homestreet#", CSV_STREET, "home"},
    {"homecity", CSV_CITY, "home"},
    {"homestate", CSV_REGION, "home"},
    {"homepostalcode", CSV_CODE, "home"},
    {"homecountry", CSV_COUNTRY, "home"},
    {"homecountry/region", CSV_COUNTRY, "home"},
    {"otherpobox", CSV_BOX, "other"},
    {"otheraddresspobox", CSV_BOX, "other"},
    {"otherstreet", CSV_STREET, "other"},
    {"otherstreet#", CSV_STREET, "other"},
    {"othercity", CSV_CITY, "other"},
    {"otherstate", CSV_REGION, "other"},
    {"otherpostalcode", CSV_CODE, "other"},
    {"othercountry", CSV_COUNTRY, "other"},
    {"othercountry/region", CSV_COUNTRY, "other"},
    /* Google. */
    {"address#label", CSV_ADDRESS_LABEL, NULL},
    {"address#type", CSV_ADDRESS_LABEL, NULL},
    {"address#formatted", CSV_ADDRESS, NULL},
    {"address#pobox", CSV_BOX, NULL},
    {"address#extendedaddress", CSV_EXTENDED, NULL},
    {"address#street", CSV_STREET, NULL},
    {"address#city", CSV_CITY, NULL},
    {"address#region", CSV_REGION, NULL},
    {"address#postalcode", CSV_CODE, NULL},
    {"address#country", CSV_COUNTRY, NULL},
};

/* The key of a name; *number gets the first number in it. False when it is too long to be
 * one. */
static bool make_key(const char *name, char key[KEY_SIZE], int *number)
{
    struct arena *arena = arena_create();
    const char *at = text_fold(arena, name);
    size_t length = 0;
    *number = 0;
    while (*at != '\0' && length < KEY_SIZE - 1) {
        size_t digits = strspn(at, "0123456789");
        if (digits > 0) {
            *number = *number == 0 && digits < 5 ? atoi(at) : *number;
            key[length++] = '#';
            at += digits;
        } else if (strchr(" -._", *at) != NULL) {
            at++;
        } else {
            key[length++] = *at++;
        }
    }
    key[length] = '\0';
    bool fits = *at == '\0';
    arena_destroy(arena);
    return fits;
}

static const struct column_rule *find_rule(const char *key)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].key, key) == 0) {
            return &rules[i];
        }
    }
    return NULL;
}

static struct csv_column column_of(const char *name)
{
    char key[KEY_SIZE];
    int number = 0;
    const struct column_rule *rule = make_key(name, key, &number) ? find_rule(key) : NULL;
    if (rule == NULL) {
        return (struct csv_column){CSV_UNKNOWN, NULL, 0};
    }
    bool line_of_street = rule->field == CSV_STREET && rule->label != NULL;
    return (struct csv_column){rule->field, rule->label, line_of_street ? 0 : number};
}

static bool is_named(const char *name, const char *wanted)
{
    char key[KEY_SIZE];
    int number = 0;
    return make_key(name, key, &number) && strcmp(key, wanted) == 0;
}

bool csv_column_known(const char *name)
{
    return column_of(name).field != CSV_UNKNOWN;
}

struct csv_column *csv_columns(struct arena *arena, const char *const *names,
                               size_t count)
{
    struct csv_column *columns = arena_array(arena, count, sizeof *columns);
    bool outlook = false;
    for (size_t i = 0; i < count; i++) {
        columns[i] = column_of(names[i]);
        outlook = outlook || is_named(names[i], "jobtitle");
    }
    for (size_t i = 0; outlook && i < count; i++) {
        if (is_named(names[i], "title")) {
            columns[i].field = CSV_UNKNOWN;
        }
    }
    return columns;
}
