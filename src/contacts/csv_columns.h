/* Which column of a CSV is what: the header names of Google Contacts (old and new),
 * Outlook, LinkedIn, and plain ones. The table is in csv_columns.c. */
#ifndef CONTACTS_CSV_COLUMNS_H
#define CONTACTS_CSV_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"

enum csv_field {
    CSV_UNKNOWN,
    CSV_NAME,
    CSV_GIVEN,
    CSV_MIDDLE,
    CSV_FAMILY,
    CSV_SUFFIX,
    CSV_COMPANY,
    CSV_TITLE,
    CSV_NOTES,
    CSV_ZONE,
    CSV_UID,
    CSV_MAIL,
    CSV_PHONE,
    CSV_LINK,
    CSV_MAIL_LABEL, /* of the mail with the same number */
    CSV_PHONE_LABEL,
    CSV_LINK_LABEL,
    CSV_ADDRESS_LABEL,
    CSV_ADDRESS, /* a whole address */
    CSV_BOX,     /* from here on the parts of one, in the order of enum address_part */
    CSV_EXTENDED,
    CSV_STREET,
    CSV_CITY,
    CSV_REGION,
    CSV_CODE,
    CSV_COUNTRY
};

struct csv_column {
    enum csv_field field;
    const char *label; /* what the column's name says of its values: "work", or NULL */
    int number; /* the one in its name, 0 without: what belongs together has the same
                   number */
};

/* Is it one we know? For finding the header row. */
bool csv_column_known(const char *name);
/* The columns of a header row. "Title" beside a "Job Title" is Outlook's word for Mr and
 * Ms, so left out. */
struct csv_column *csv_columns(struct arena *arena, const char *const *names,
                               size_t count);

#endif
