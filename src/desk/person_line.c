#include "person_line.h"

#include <ctype.h>
#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/base/zone.h"
#include "touchbase/desk/people.h"

enum { PLAIN_COUNT = 4, PHONE_DIGITS_LEAST = 5 };

bool person_line_phone(const char *text, size_t digits)
{
    size_t found = 0;

    for (const char *at = text; *at != '\0'; at++)
        found += isdigit((unsigned char)*at) != 0;
    return found >= digits && text[strspn(text, "+0123456789 ()-./x")] == '\0';
}

/* What the pieces of a typed line become. */
struct line_reader {
    struct arena *arena;
    const struct contact *old; /* NULL: a new contact */
    bool *used;                /* of the points of old: in the line */
    struct contact *contact;
    struct point *points;
    size_t point_count;
    size_t point_capacity;
    int plain; /* pieces that are no mail, number, stage or zone, so far */
};

static const char *trimmed(struct arena *arena, const char *text, const char *end)
{
    while (text < end && isspace((unsigned char)*text))
        text++;
    while (end > text && isspace((unsigned char)end[-1]))
        end--;
    return arena_copy(arena, text, (size_t)(end - text));
}

/* A value as it stands in a line, where a comma would end the piece early. */
static const char *piece_of(struct arena *arena, const char *text)
{
    char *copy = arena_string(arena, text == NULL ? "" : text);

    for (char *at = copy; *at != '\0'; at++) {
        if (*at == ',' || *at == '\n')
            *at = ' ';
    }
    return trimmed(arena, copy, copy + strlen(copy));
}

/* Was the piece written from that value? */
static bool is_written(struct arena *arena, const char *value, const char *piece)
{
    return value != NULL && *piece != '\0' && strcmp(piece_of(arena, value), piece) == 0;
}

static void add_point(struct line_reader *reader, const struct point *point)
{
    reader->points = arena_grow(reader->arena, reader->points, reader->point_count,
                                reader->point_count + 1, sizeof *reader->points,
                                &reader->point_capacity);
    reader->points[reader->point_count++] = *point;
}

static bool take_point(struct line_reader *reader, enum point_kind kind,
                       const char *piece)
{
    const struct point point = {kind, piece, NULL};

    add_point(reader, &point);
    return true;
}

static bool read_stage(struct line_reader *reader, const char *piece, struct error *err)
{
    int stage = stage_from_name(piece + 1);

    if (stage < 0)
        return error_set(
            err, ERROR_USAGE,
            "there is no stage \"%s\": rest, lead, prospect, customer, former, no",
            piece + 1);
    reader->contact->stage = (enum stage)stage;
    return true;
}

static bool is_zone(const char *piece)
{
    struct error none;
    struct zone *zone;

    if (strchr(piece, '/') == NULL || !zone_name_valid(piece))
        return false;
    zone = zone_open(piece, &none);
    zone_close(zone);
    return zone != NULL;
}

/* The pieces known by their place: in the contact that is read, and in a list to write
 * from. */
static const char **plain_field(struct contact *contact, int number)
{
    const char **const fields[PLAIN_COUNT] = {&contact->name, &contact->company,
                                              &contact->title, &contact->city};

    return fields[number];
}

static const char *plain_value(const struct contact *contact, int number)
{
    const char *const values[PLAIN_COUNT] = {contact->name, contact->company,
                                             contact->title, contact->city};

    return values[number];
}

static bool read_plain(struct line_reader *reader, const char *piece, struct error *err)
{
    if (reader->plain == PLAIN_COUNT)
        return error_set(
            err, ERROR_USAGE,
            "\"%s\" is one piece too many: name, company, title, city, and any "
            "mails and numbers",
            piece);
    *plain_field(reader->contact, reader->plain++) = *piece == '\0' ? NULL : piece;
    return true;
}

/* The postal addresses among the first end points of old, which do not fit into a line,
 * keep their place. */
static void keep_addresses(struct line_reader *reader, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        if (reader->used[i] || reader->old->points[i].kind != POINT_ADDRESS)
            continue;
        reader->used[i] = true;
        add_point(reader, &reader->old->points[i]);
    }
}

/* A piece that stands where it was written from an old value; whatever it looks like, it
 * is that value. */
static bool take_old(struct line_reader *reader, const char *piece)
{
    const struct contact *old = reader->old;

    if (old == NULL)
        return false;
    if (reader->plain < PLAIN_COUNT &&
        is_written(reader->arena, plain_value(old, reader->plain), piece)) {
        *plain_field(reader->contact, reader->plain) = plain_value(old, reader->plain);
        reader->plain++;
        return true;
    }
    for (size_t i = 0; i < old->point_count; i++) {
        if (reader->used[i] || old->points[i].kind == POINT_ADDRESS ||
            !is_written(reader->arena, old->points[i].value, piece))
            continue;
        keep_addresses(reader, i);
        reader->used[i] = true;
        add_point(reader, &old->points[i]);
        return true;
    }
    if (!is_written(reader->arena, old->zone, piece))
        return false;
    reader->contact->zone = old->zone;
    return true;
}

static bool read_piece(struct line_reader *reader, const char *piece, struct error *err)
{
    if (take_old(reader, piece))
        return true;
    if (*piece == '#')
        return read_stage(reader, piece, err);
    if (strchr(piece, '@') != NULL) {
        if (strchr(piece, ' ') != NULL || piece[0] == '@' ||
            strchr(piece, '@')[1] == '\0')
            return error_set(err, ERROR_USAGE, "\"%s\" is no mail address", piece);
        return take_point(reader, POINT_MAIL, piece);
    }
    if (person_line_phone(piece, PHONE_DIGITS_LEAST))
        return take_point(reader, POINT_PHONE, piece);
    if (strncmp(piece, "https://", 8) == 0 || strncmp(piece, "http://", 7) == 0)
        return take_point(reader, POINT_LINK, piece);
    if (is_zone(piece)) {
        reader->contact->zone = piece;
        return true;
    }
    return read_plain(reader, piece, err);
}

static bool read_line(struct line_reader *reader, const char *line, struct error *err)
{
    for (const char *at = text_repair(reader->arena, line, strlen(line));;) {
        const char *end = at + strcspn(at, ",");

        if (!read_piece(reader, trimmed(reader->arena, at, end), err))
            return false;
        if (*end == '\0')
            break;
        at = end + 1;
    }
    return true;
}

static bool has_name(const struct line_reader *reader, struct error *err)
{
    return reader->contact->name != NULL ||
           error_set(
               err, ERROR_USAGE,
               "a name comes first: Dana Whitfield, Northwind, dana@northwind.example");
}

bool desk_person_read(struct desk *desk, const char *line, struct arena *arena,
                      struct contact *out, struct error *err)
{
    struct line_reader reader = {.arena = arena, .contact = out};

    (void)desk;
    *out = (struct contact){
        .stage = STAGE_LEAD, .away_until = DAY_NONE, .next_due = {DAY_NONE, MINUTE_NONE}};
    if (!read_line(&reader, line, err) || !has_name(&reader, err))
        return false;
    out->points = reader.points;
    out->point_count = reader.point_count;
    return true;
}

/* Numbers, mails and links alone, without a name. */
static bool is_points_only(const struct line_reader *reader)
{
    return reader->plain == 0 && reader->point_count > 0;
}

static bool is_known(const struct contact *old, const struct point *point)
{
    for (size_t i = 0; i < old->point_count; i++) {
        if (old->points[i].kind == point->kind &&
            strcmp(old->points[i].value, point->value) == 0)
            return true;
    }
    return false;
}

/* Each takes the place of the first of its kind, label and all, or comes behind the
 * rest. */
static void replace_points(struct arena *arena, const struct contact *old,
                           const struct line_reader *reader, struct contact *out)
{
    size_t count = old->point_count;
    struct point *points =
        arena_array(arena, count + reader->point_count, sizeof *points);
    bool *taken = arena_array(arena, count + reader->point_count, sizeof *taken);

    for (size_t i = 0; i < count; i++)
        points[i] = old->points[i];
    for (size_t i = 0; i < reader->point_count; i++) {
        size_t at = 0;

        if (is_known(old, &reader->points[i]))
            continue;
        while (at < count && (taken[at] || points[at].kind != reader->points[i].kind))
            at++;
        if (at == count)
            points[count++] = reader->points[i];
        else
            points[at].value = reader->points[i].value;
        taken[at] = true;
    }
    out->name = old->name;
    out->company = old->company;
    out->title = old->title;
    out->city = old->city;
    if (out->zone == NULL)
        out->zone = old->zone;
    out->points = points;
    out->point_count = count;
}

bool person_line_apply(struct arena *arena, const char *line, const struct contact *old,
                       struct contact *out, struct error *err)
{
    struct line_reader reader = {.arena = arena, .old = old, .contact = out};

    reader.used = arena_array(arena, old->point_count, sizeof *reader.used);
    *out = *old;
    out->name = out->company = out->title = out->city = out->zone = NULL;
    if (!read_line(&reader, line, err))
        return false;
    if (is_points_only(&reader)) {
        replace_points(arena, old, &reader, out);
        return true;
    }
    if (!has_name(&reader, err))
        return false;
    if (strcmp(old->name, out->name) != 0) /* the parts of a name go with the whole */
        out->given = out->family = NULL;
    keep_addresses(&reader, old->point_count);
    out->points = reader.points;
    out->point_count = reader.point_count;
    return true;
}

char *desk_person_line(struct arena *arena, const struct contact *contact)
{
    int count = PLAIN_COUNT;
    char *line = arena_string(arena, piece_of(arena, contact->name));

    while (count > 1 && plain_value(contact, count - 1) == NULL)
        count--;
    for (int i = 1; i < count; i++)
        line =
            arena_format(arena, "%s, %s", line, piece_of(arena, plain_value(contact, i)));
    for (size_t i = 0; i < contact->point_count; i++) {
        if (contact->points[i].kind != POINT_ADDRESS)
            line = arena_format(arena, "%s, %s", line,
                                piece_of(arena, contact->points[i].value));
    }
    if (contact->zone != NULL)
        line = arena_format(arena, "%s, %s", line, contact->zone);
    return arena_format(arena, "%s, #%s", line, stage_name(contact->stage));
}
