/* A row's values as the fields of a record. */
#include <string.h>

#include "csv_reader.h"
#include "points.h"
#include "vcard_address.h"
#include "zone_names.h"

enum { RANK_PREFERRED = 1, RANK_PLAIN = 2 };

/* A row while it is read. */
struct row {
    struct arena *arena;
    const struct csv_column *columns;
    const char *const *values;
    size_t count;
};

/* The first value of a field, or NULL. */
static const char *value_of(const struct row *row, enum csv_field field)
{
    for (size_t i = 0; i < row->count; i++) {
        if (row->columns[i].field == field && row->values[i] != NULL) {
            return row->values[i];
        }
    }
    return NULL;
}

static char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL) {
        length--;
    }
    size_t blank = strspn(text, " \t\r\n");
    return length > blank ? arena_copy(arena, text + blank, length - blank) : NULL;
}

/* Google packs several values into one: "a ::: b". The index-th, or NULL. */
static const char *piece(struct arena *arena, const char *value, size_t index)
{
    while (value != NULL) {
        const char *end = strstr(value, ":::");
        if (index-- == 0) {
            return trimmed(arena, value,
                           end != NULL ? (size_t)(end - value) : strlen(value));
        }
        value = end != NULL ? end + 3 : NULL;
    }
    return NULL;
}

static const char *first_of(const struct row *row, enum csv_field field)
{
    return piece(row->arena, value_of(row, field), 0);
}

/* The label a column's name gives, else the one in the label column of the same number. A
 * leading "* " is Google's mark of the preferred one. */
static const char *label_of(const struct row *row, const struct csv_column *column,
                            enum csv_field label_field, int *rank)
{
    *rank = RANK_PLAIN;
    if (column->label != NULL) {
        return column->label;
    }
    for (size_t i = 0; i < row->count; i++) {
        const char *label = row->values[i];
        if (row->columns[i].field == label_field &&
            row->columns[i].number == column->number && label != NULL) {
            *rank = label[0] == '*' ? RANK_PREFERRED : RANK_PLAIN;
            label += strspn(label, "* ");
            return points_label(row->arena, label);
        }
    }
    return NULL;
}

/* One field may hold several addresses: no address has a comma or semicolon in it. */
static void add_mails(struct points *points, const char *mails, const char *label,
                      int rank)
{
    while (*mails != '\0') {
        size_t length = strcspn(mails, ";,");
        points_add(points, POINT_MAIL, trimmed(points->arena, mails, length), label,
                   rank);
        mails += length + (mails[length] != '\0');
    }
}

static void add_values(const struct row *row, struct points *points, enum csv_field field,
                       enum csv_field label_field, enum point_kind kind)
{
    for (size_t i = 0; i < row->count; i++) {
        if (row->columns[i].field != field || row->values[i] == NULL) {
            continue;
        }
        int rank;
        const char *label = label_of(row, &row->columns[i], label_field, &rank);
        const char *one;
        for (size_t k = 0; (one = piece(row->arena, row->values[i], k)) != NULL; k++) {
            if (kind == POINT_MAIL) {
                add_mails(points, one, label, rank);
            } else {
                points_add(points, kind, one, label, rank);
            }
        }
    }
}

static bool is_address(enum csv_field field)
{
    return field >= CSV_ADDRESS;
}

static bool same_address(const struct csv_column *a, const struct csv_column *b)
{
    const char *left = a->label != NULL ? a->label : "";
    const char *right = b->label != NULL ? b->label : "";
    return is_address(a->field) && is_address(b->field) && a->number == b->number &&
           strcmp(left, right) == 0;
}

/* Is it the first column of its address? */
static bool leads_address(const struct row *row, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (same_address(&row->columns[i], &row->columns[index])) {
            return false;
        }
    }
    return is_address(row->columns[index].field);
}

static const char *joined(struct arena *arena, const char *lines, const char *line)
{
    return lines == NULL || line == NULL ? (lines != NULL ? lines : line)
                                         : arena_format(arena, "%s\n%s", lines, line);
}

/* The index-th address of the columns that belong to the leading one. False when there is
 * none. */
static bool add_address(const struct row *row, struct points *points, size_t leader,
                        size_t index, struct contact *contact)
{
    const char *parts[ADDRESS_PARTS] = {0};
    const char *whole = NULL;
    bool any = false;
    for (size_t i = leader; i < row->count; i++) {
        const struct csv_column *column = &row->columns[i];
        const char *value = same_address(column, &row->columns[leader])
                                ? piece(row->arena, row->values[i], index)
                                : NULL;
        const char **part =
            column->field >= CSV_BOX ? &parts[column->field - CSV_BOX] : &whole;
        if (value != NULL) {
            *part = joined(row->arena, *part, value);
            any = true;
        }
    }
    int rank;
    const char *label = label_of(row, &row->columns[leader], CSV_ADDRESS_LABEL, &rank);
    const char *lines = address_lines(row->arena, parts);
    bool complete =
        whole != NULL && row->columns[leader].number > 0; /* Google's "Formatted" */
    points_add(points, POINT_ADDRESS, complete ? whole : joined(row->arena, whole, lines),
               label, rank);
    if (contact->city == NULL) {
        contact->city = parts[ADDRESS_LOCALITY];
    }
    return any;
}

static void add_addresses(const struct row *row, struct points *points,
                          struct contact *contact)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t index = 0;
        while (leads_address(row, i) && add_address(row, points, i, index, contact)) {
            index++;
        }
    }
}

static const char *spelled_name(const struct row *row)
{
    static const enum csv_field parts[] = {CSV_GIVEN, CSV_MIDDLE, CSV_FAMILY, CSV_SUFFIX};
    const char *name = NULL;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = first_of(row, parts[i]);
        if (part != NULL) {
            name = name == NULL ? part : arena_format(row->arena, "%s %s", name, part);
        }
    }
    return name;
}

static const char *best_name(const struct row *row, const struct contact *contact)
{
    const char *name = first_of(row, CSV_NAME);
    name = name != NULL ? name : spelled_name(row);
    name = name != NULL ? name : contact->company;
    return name != NULL ? name : contact_first(contact, POINT_MAIL);
}

bool csv_fields(struct arena *arena, const struct csv_column *columns,
                const char *const *values, size_t count, struct zone_names *zones,
                struct contacts_record *out, struct error *err)
{
    struct row row = {arena, columns, values, count};
    struct points points = {.arena = arena};
    struct contact *contact = &out->contact;
    const char *zone = first_of(&row, CSV_ZONE);
    const char *notes = value_of(&row, CSV_NOTES);
    contact->uid = first_of(&row, CSV_UID);
    contact->given = first_of(&row, CSV_GIVEN);
    contact->family = first_of(&row, CSV_FAMILY);
    contact->company = first_of(&row, CSV_COMPANY);
    contact->title = first_of(&row, CSV_TITLE);
    contact->zone = zone != NULL && zone_names_has(zones, zone) ? zone : NULL;
    out->notes = notes != NULL ? trimmed(arena, notes, strlen(notes)) : NULL;
    add_values(&row, &points, CSV_MAIL, CSV_MAIL_LABEL, POINT_MAIL);
    add_values(&row, &points, CSV_PHONE, CSV_PHONE_LABEL, POINT_PHONE);
    add_values(&row, &points, CSV_LINK, CSV_LINK_LABEL, POINT_LINK);
    add_addresses(&row, &points, contact);
    points_finish(&points, contact);
    contact->name = best_name(&row, contact);
    return contact->name != NULL ||
           error_set(err, ERROR_FAILED, "no name, company or mail address in the row");
}
