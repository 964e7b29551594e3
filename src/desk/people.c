#include "touchbase/desk/people.h"

#include <ctype.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/store/contacts.h"

enum { FOUND_MAX = 20, ID_PREFIX_MIN = 6, PHONE_DIGITS_MIN = 7 };

bool desk_load_contact(struct desk *desk, int64_t id, struct arena *arena,
                       struct contact *out, struct error *err)
{
    struct contact *found = NULL;

    if (!contact_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND, "this person is not on the desk any more");
    *out = *found;
    return true;
}

bool desk_person_get(struct desk *desk, int64_t id, struct arena *arena,
                     struct contact *out, struct error *err)
{
    return desk_load_contact(desk, id, arena, out, err);
}

static bool is_id_prefix(const char *who)
{
    return strlen(who) >= ID_PREFIX_MIN &&
           who[strspn(who, "0123456789abcdefABCDEF-")] == '\0';
}

static size_t count_digits(const char *text)
{
    size_t digits = 0;

    for (; *text != '\0'; text++)
        digits += isdigit((unsigned char)*text) != 0;
    return digits;
}

static bool is_phone(const char *text, size_t digits)
{
    return count_digits(text) >= digits &&
           text[strspn(text, "+0123456789 ()-./x")] == '\0';
}

/* The ways to mean somebody, the surest first; the first that finds anyone decides. */
static bool find_ids(struct desk *desk, const char *who, struct arena *arena,
                     int64_t **ids, size_t *count, struct error *err)
{
    const struct {
        bool applies;
        enum contact_find by;
    } ways[] = {
        {is_id_prefix(who), FIND_UUID},
        {strchr(who, '@') != NULL, FIND_MAIL},
        {is_phone(who, PHONE_DIGITS_MIN), FIND_PHONE},
        {true, FIND_NAME},
        {true, FIND_WORDS},
    };

    *count = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && *count == 0; i++) {
        if (ways[i].applies && !contacts_find(desk->store, ways[i].by, who, FOUND_MAX,
                                              arena, ids, count, err))
            return false;
    }
    return true;
}

static bool load_all(struct desk *desk, const int64_t *ids, size_t count,
                     struct arena *arena, struct contact **out, struct error *err)
{
    *out = arena_array(arena, count, sizeof **out);
    for (size_t i = 0; i < count; i++) {
        if (!desk_load_contact(desk, ids[i], arena, &(*out)[i], err))
            return false;
    }
    return true;
}

bool desk_person_find(struct desk *desk, const char *who, struct arena *arena,
                      struct contact *out, struct contact **found, size_t *count,
                      struct error *err)
{
    int64_t *ids;
    size_t hits;

    if (found != NULL)
        *count = 0;
    if (!find_ids(desk, who, arena, &ids, &hits, err))
        return false;
    if (hits == 0)
        return error_set(err, ERROR_NOT_FOUND, "nobody on the desk is called \"%s\"",
                         who);
    if (hits == 1)
        return desk_load_contact(desk, ids[0], arena, out, err);
    if (found != NULL) {
        if (!load_all(desk, ids, hits, arena, found, err))
            return false;
        *count = hits;
    }
    return error_set(err, ERROR_AMBIGUOUS,
                     "\"%s\" could be %s%zu people; say more of the name", who,
                     hits == FOUND_MAX ? "more than " : "", hits);
}

/* What the pieces of a typed line become. */
struct line_reader {
    struct arena *arena;
    struct contact *contact;
    struct point *points;
    size_t point_count;
    size_t point_capacity;
    int plain; /* pieces that are no mail, number, stage or zone, so far */
};

static void add_point(struct line_reader *reader, enum point_kind kind, const char *value)
{
    reader->points = arena_grow(reader->arena, reader->points, reader->point_count,
                                reader->point_count + 1, sizeof *reader->points,
                                &reader->point_capacity);
    reader->points[reader->point_count++] = (struct point){.kind = kind, .value = value};
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

static bool read_plain(struct line_reader *reader, const char *piece, struct error *err)
{
    const char **const fields[] = {&reader->contact->name, &reader->contact->company,
                                   &reader->contact->title, &reader->contact->city};

    if (reader->plain == (int)(sizeof fields / sizeof *fields))
        return error_set(
            err, ERROR_USAGE,
            "\"%s\" is one piece too many: name, company, title, city, and any "
            "mails and numbers",
            piece);
    *fields[reader->plain++] = *piece == '\0' ? NULL : piece;
    return true;
}

static bool read_piece(struct line_reader *reader, const char *piece, struct error *err)
{
    if (*piece == '#')
        return read_stage(reader, piece, err);
    if (strchr(piece, '@') != NULL) {
        if (strchr(piece, ' ') != NULL || piece[0] == '@' ||
            strchr(piece, '@')[1] == '\0')
            return error_set(err, ERROR_USAGE, "\"%s\" is no mail address", piece);
        add_point(reader, POINT_MAIL, piece);
        return true;
    }
    if (is_phone(piece, 5)) {
        add_point(reader, POINT_PHONE, piece);
        return true;
    }
    if (strncmp(piece, "https://", 8) == 0 || strncmp(piece, "http://", 7) == 0) {
        add_point(reader, POINT_LINK, piece);
        return true;
    }
    if (is_zone(piece)) {
        reader->contact->zone = piece;
        return true;
    }
    return read_plain(reader, piece, err);
}

static const char *trimmed(struct arena *arena, const char *text, const char *end)
{
    while (text < end && isspace((unsigned char)*text))
        text++;
    while (end > text && isspace((unsigned char)end[-1]))
        end--;
    return arena_copy(arena, text, (size_t)(end - text));
}

bool desk_person_read(struct desk *desk, const char *line, struct arena *arena,
                      struct contact *out, struct error *err)
{
    struct line_reader reader = {.arena = arena, .contact = out};

    (void)desk;
    *out = (struct contact){
        .stage = STAGE_LEAD, .away_until = DAY_NONE, .next_due = {DAY_NONE, MINUTE_NONE}};
    for (const char *at = line;;) {
        const char *end = at + strcspn(at, ",");

        if (!read_piece(&reader, trimmed(arena, at, end), err))
            return false;
        if (*end == '\0')
            break;
        at = end + 1;
    }
    out->points = reader.points;
    out->point_count = reader.point_count;
    if (out->name == NULL)
        return error_set(
            err, ERROR_USAGE,
            "a name comes first: Dana Whitfield, Northwind, dana@northwind.example");
    return true;
}

/* A comma would end the piece early. */
static const char *piece_of(struct arena *arena, const char *text)
{
    char *copy = arena_string(arena, text == NULL ? "" : text);

    for (char *at = copy; *at != '\0'; at++) {
        if (*at == ',' || *at == '\n')
            *at = ' ';
    }
    return copy;
}

char *desk_person_line(struct arena *arena, const struct contact *contact)
{
    const char *const plain[] = {contact->name, contact->company, contact->title,
                                 contact->city};
    size_t count = sizeof plain / sizeof *plain;
    char *line = arena_string(arena, piece_of(arena, plain[0]));

    while (count > 1 && plain[count - 1] == NULL)
        count--;
    for (size_t i = 1; i < count; i++)
        line = arena_format(arena, "%s, %s", line, piece_of(arena, plain[i]));
    for (size_t i = 0; i < contact->point_count; i++) {
        if (contact->points[i].kind != POINT_ADDRESS)
            line = arena_format(arena, "%s, %s", line,
                                piece_of(arena, contact->points[i].value));
    }
    if (contact->zone != NULL)
        line = arena_format(arena, "%s, %s", line, contact->zone);
    return arena_format(arena, "%s, #%s", line, stage_name(contact->stage));
}

bool desk_person_add(struct desk *desk, const struct contact *contact, int64_t *id,
                     struct error *err)
{
    struct arena *arena = arena_create();
    struct contact record = *contact;
    bool done;

    record.id = 0;
    record.uuid = NULL;
    record.created_utc = record.changed_utc = desk_now(desk);
    done = desk_step_begin(desk, err, "new contact %s", record.name);
    done = done &&
           desk_step_end(desk, contact_insert(desk->store, arena, &record, err), err);
    if (done)
        *id = record.id;
    arena_destroy(arena);
    return done;
}

bool desk_person_change(struct desk *desk, const struct contact *contact,
                        struct error *err)
{
    struct contact record = *contact;

    record.changed_utc = desk_now(desk);
    return desk_step_begin(desk, err, "change of %s", record.name) &&
           desk_step_end(desk, contact_update(desk->store, &record, NULL, err), err);
}

/* Points keep the label they had; postal addresses do not fit into a line and stay. */
static void merge_points(struct arena *arena, const struct contact *old,
                         struct contact *new)
{
    struct point *points =
        arena_array(arena, new->point_count + old->point_count, sizeof *points);
    size_t count = 0;

    for (size_t i = 0; i < new->point_count; i++) {
        points[count] = new->points[i];
        for (size_t j = 0; j < old->point_count; j++) {
            if (strcmp(piece_of(arena, old->points[j].value), points[count].value) == 0)
                points[count] = old->points[j];
        }
        count++;
    }
    for (size_t j = 0; j < old->point_count; j++) {
        if (old->points[j].kind == POINT_ADDRESS)
            points[count++] = old->points[j];
    }
    new->points = points;
    new->point_count = count;
}

bool desk_person_edit(struct desk *desk, int64_t id, const char *line, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact old, typed, record;
    bool done = desk_load_contact(desk, id, arena, &old, err) &&
                desk_person_read(desk, line, arena, &typed, err);

    if (done) {
        merge_points(arena, &old, &typed);
        record = old;
        if (strcmp(old.name, typed.name) != 0) /* the parts of a name go with the whole */
            record.given = record.family = NULL;
        record.name = typed.name;
        record.company = typed.company;
        record.title = typed.title;
        record.city = typed.city;
        record.zone = typed.zone;
        record.stage = typed.stage;
        record.points = typed.points;
        record.point_count = typed.point_count;
        done = desk_person_change(desk, &record, err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_bring_into_play(struct desk *desk, int64_t contact_id, struct arena *arena,
                          struct error *err)
{
    struct contact contact;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err))
        return false;
    if (contact.stage != STAGE_REST)
        return true;
    contact.stage = STAGE_LEAD;
    contact.changed_utc = desk_now(desk);
    return contact_update(desk->store, &contact, NULL, err);
}
