#include "touchbase/base/zone.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/file.h"
#include "touchbase/base/fnv.h"
#include "zone_rule.h"

enum { TZIF_LIMIT = 256 * 1024, HEADER_SIZE = 44, OFFSET_LIMIT = 26 * 3600 };

struct period_kind {
    int offset; /* seconds east of UTC */
    int name;   /* offset into names */
};

struct zone {
    struct arena *arena;
    const char *name;
    size_t count;        /* transitions */
    int64_t *at;         /* UTC seconds, ascending */
    unsigned char *kind; /* of the time from at[i] on */
    struct period_kind *kinds;
    size_t kind_count;
    const char *names;     /* abbreviations, NUL after each */
    const char *path;      /* of its file, NULL none */
    struct stat file;      /* as it was read */
    uint64_t bytes;        /* a number for what stood in it */
    struct zone_rule rule; /* for the time behind the last transition */
};

bool zone_name_valid(const char *name)
{
    size_t length = strlen(name);

    if (length == 0 || length >= 64 || name[0] == '/' || name[0] == '-' ||
        strstr(name, "..") != NULL)
        return false;
    for (const char *at = name; *at != '\0'; at++) {
        if (!isalnum((unsigned char)*at) && strchr("_+-/", *at) == NULL)
            return false;
    }
    return true;
}

static int64_t big_endian(const unsigned char *at, int size)
{
    uint64_t value = (at[0] & 0x80) != 0 ? ~(uint64_t)0 : 0;

    for (int i = 0; i < size; i++)
        value = value << 8 | at[i];
    return (int64_t)value;
}

/* RFC 8536 3.1: the six counts of a header. */
struct header {
    size_t isutc, isstd, leap, time, type, chars;
};

static bool read_header(const unsigned char *at, size_t left, struct header *header)
{
    size_t *counts[] = {&header->isutc, &header->isstd, &header->leap,
                        &header->time,  &header->type,  &header->chars};

    if (left < HEADER_SIZE || memcmp(at, "TZif", 4) != 0)
        return false;
    for (int i = 0; i < 6; i++) {
        int64_t count = big_endian(at + 20 + (ptrdiff_t)4 * i, 4);

        if (count < 0 || count > TZIF_LIMIT)
            return false;
        *counts[i] = (size_t)count;
    }
    return true;
}

static size_t body_size(const struct header *header, size_t time_size)
{
    return header->time * time_size + header->time + header->type * 6 + header->chars +
           header->leap * (time_size + 4) + header->isstd + header->isutc;
}

static bool read_body(struct zone *zone, const unsigned char *at,
                      const struct header *header)
{
    if (header->type == 0 || header->type > 256 || header->chars == 0)
        return false;
    zone->count = header->time;
    zone->at = arena_array(zone->arena, header->time, sizeof *zone->at);
    for (size_t i = 0; i < header->time; i++, at += 8) {
        zone->at[i] = big_endian(at, 8);
        if (i > 0 && zone->at[i] <= zone->at[i - 1])
            return false;
    }
    zone->kind = arena_alloc(zone->arena, header->time);
    for (size_t i = 0; i < header->time; i++, at++) {
        if (*at >= header->type)
            return false;
        zone->kind[i] = *at;
    }
    zone->kind_count = header->type;
    zone->kinds = arena_array(zone->arena, header->type, sizeof *zone->kinds);
    for (size_t i = 0; i < header->type; i++, at += 6) {
        int64_t offset = big_endian(at, 4);

        if (at[5] >= header->chars || offset < -OFFSET_LIMIT || offset > OFFSET_LIMIT)
            return false;
        zone->kinds[i].offset = (int)offset;
        zone->kinds[i].name = at[5];
    }
    zone->names = arena_copy(zone->arena, (const char *)at, header->chars);
    return true;
}

/* The footer: a POSIX rule between two newlines (RFC 8536 3.3); empty when there is none.
 */
static bool read_footer(struct zone *zone, const unsigned char *at,
                        const unsigned char *end)
{
    const unsigned char *stop;
    const char *text;

    if (at >= end || *at++ != '\n')
        return false;
    stop = memchr(at, '\n', (size_t)(end - at));
    if (stop == NULL)
        return false;
    text = arena_copy(zone->arena, (const char *)at, (size_t)(stop - at));
    return *text == '\0' || zone_rule_parse(text, &zone->rule);
}

/* Only the second block with its 64-bit times is read; version 1 files are not written
 * any more. */
static bool read_tzif(struct zone *zone, const unsigned char *data, size_t size)
{
    const unsigned char *end = data + size;
    struct header first, second;
    size_t skip;

    if (!read_header(data, size, &first) || data[4] < '2')
        return false;
    skip = HEADER_SIZE + body_size(&first, 4);
    if (skip > size || !read_header(data + skip, size - skip, &second))
        return false;
    data += skip + HEADER_SIZE;
    if (body_size(&second, 8) > (size_t)(end - data))
        return false;
    return read_body(zone, data, &second) &&
           read_footer(zone, data + body_size(&second, 8), end);
}

static const char *zone_folder(void)
{
    const char *folder = getenv("TZDIR");

    return folder == NULL || *folder == '\0' ? "/usr/share/zoneinfo" : folder;
}

static bool load(struct zone *zone, const char *name, struct error *err)
{
    struct buffer data = {0};
    bool loaded;

    zone->path = file_join(zone->arena, zone_folder(), name);
    if (stat(zone->path, &zone->file) != 0)
        zone->file = (struct stat){0};
    loaded = file_read(zone->path, TZIF_LIMIT, &data, err);
    zone->bytes = fnv_on(FNV_START, buffer_string(&data), data.length);
    loaded = loaded &&
             read_tzif(zone, (const unsigned char *)buffer_string(&data), data.length);
    buffer_free(&data);
    return loaded;
}

struct zone *zone_open(const char *name, struct error *err)
{
    struct arena *arena = arena_create();
    struct zone *zone = arena_alloc(arena, sizeof *zone);

    zone->arena = arena;
    zone->name = arena_string(arena, name);
    if (strcmp(name, "UTC") == 0) {
        zone_rule_parse("UTC0", &zone->rule);
        return zone;
    }
    if (!zone_name_valid(name) || !load(zone, name, err)) {
        error_set(err, ERROR_FAILED,
                  "there is no time zone \"%s\" on this machine; a zone is written like "
                  "Europe/Berlin (package tzdata)",
                  name);
        arena_destroy(arena);
        return NULL;
    }
    return zone;
}

void zone_close(struct zone *zone)
{
    if (zone != NULL)
        arena_destroy(zone->arena);
}

bool zone_is_stale(const struct zone *zone)
{
    struct stat file;

    return zone->path != NULL && stat(zone->path, &file) == 0 &&
           (file.st_ino != zone->file.st_ino || file.st_size != zone->file.st_size ||
            file.st_mtim.tv_sec != zone->file.st_mtim.tv_sec ||
            file.st_mtim.tv_nsec != zone->file.st_mtim.tv_nsec);
}

uint64_t zone_fingerprint(const struct zone *zone)
{
    uint64_t number = fnv_on(zone->bytes, zone->name, strlen(zone->name));
    char version[64];
    FILE *file = fopen(file_join(zone->arena, zone_folder(), "tzdata.zi"), "re");

    /* Its first line is "# version 2024b". */
    if (file != NULL && fgets(version, sizeof version, file) != NULL)
        number = fnv_on(number, version, strlen(version));
    if (file != NULL)
        fclose(file);
    return number;
}

const char *zone_name(const struct zone *zone)
{
    return zone->name;
}

/* How many transitions lie at or before utc. */
static size_t transitions_until(const struct zone *zone, int64_t utc)
{
    size_t low = 0;
    size_t high = zone->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (zone->at[middle] <= utc)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const char *period(const struct zone *zone, int64_t utc, int *offset)
{
    size_t passed = transitions_until(zone, utc);
    const struct period_kind *kind;

    if (passed == zone->count && zone->rule.known)
        return zone_rule_at(&zone->rule, utc, offset);
    kind = passed == 0 ? &zone->kinds[0] : &zone->kinds[zone->kind[passed - 1]];
    *offset = kind->offset;
    return zone->names + kind->name;
}

int zone_offset(const struct zone *zone, int64_t utc)
{
    int offset;

    period(zone, utc, &offset);
    return offset;
}

const char *zone_abbreviation(const struct zone *zone, int64_t utc)
{
    int offset;

    return period(zone, utc, &offset);
}

struct wall zone_wall(const struct zone *zone, int64_t utc)
{
    int64_t local = utc + zone_offset(zone, utc);
    int64_t day = local / 86400 - (local % 86400 < 0);

    return (struct wall){(day_number)day, (int)((local - day * 86400) / 60)};
}

enum zone_fit zone_utc(const struct zone *zone, struct wall wall, int64_t *utc)
{
    int minute = wall.minute == MINUTE_NONE ? 0 : wall.minute;
    int64_t local = (int64_t)wall.day * 86400 + (int64_t)minute * 60;
    int before = zone_offset(zone, local - 86400);
    int after = zone_offset(zone, local + 86400);
    bool first = zone_offset(zone, local - before) == before;
    bool second = zone_offset(zone, local - after) == after;

    /* A gap takes the offset before it, an overlap the first occurrence: both are
     * `before`. */
    *utc = !first && second ? local - after : local - before;
    if (before == after || first != second)
        return ZONE_ONCE;
    return first ? ZONE_OVERLAP : ZONE_GAP;
}

static bool take_name(const char *name, char *out, int size)
{
    const char *mark = strstr(name, "zoneinfo/");

    if (mark != NULL)
        name = mark + strlen("zoneinfo/");
    if (!zone_name_valid(name) || strncmp(name, "posix/", 6) == 0 ||
        strncmp(name, "right/", 6) == 0 || (int)strlen(name) >= size)
        return false;
    memcpy(out, name, strlen(name) + 1);
    return true;
}

static bool name_from_file(char *out, int size)
{
    struct buffer text = {0};
    struct error err;
    bool found = false;

    if (file_read("/etc/timezone", 256, &text, &err) && text.length > 0) {
        text.data[strcspn(text.data, "\r\n \t")] = '\0';
        found = take_name(text.data, out, size);
    }
    buffer_free(&text);
    return found;
}

char *zone_system_name(char *out, int size)
{
    const char *variable = getenv("TZ");
    char target[512];
    ssize_t length;

    if (variable != NULL && *variable == ':')
        variable++;
    if (variable != NULL && *variable != '\0' && take_name(variable, out, size)) {
        struct error err;
        struct zone *zone = zone_open(out, &err);

        zone_close(zone);
        if (zone != NULL)
            return out;
    }
    length = readlink("/etc/localtime", target, sizeof target - 1);
    if (length > 0) {
        target[length] = '\0';
        if (strstr(target, "zoneinfo/") != NULL && take_name(target, out, size))
            return out;
    }
    if (!name_from_file(out, size))
        memcpy(out, "UTC", 4);
    return out;
}
