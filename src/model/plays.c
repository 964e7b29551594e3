#include "touchbase/model/plays.h"

#include <string.h>

#include "plays_key.h"

static const char *const play_any = "any";

/* "none" and "left" for those that are no reason of their own. */
static const char *play_name(int index)
{
    if (index == PLAY_LEFT)
        return "left";
    return index == REASON_NONE ? "none" : reason_name((enum reason)index);
}

static int play_find(const char *name)
{
    for (int i = 0; i < PLAY_COUNT; i++)
        if (strcmp(play_name(i), name) == 0)
            return i;
    return -1;
}

/* What stands behind "word " in section, or NULL. */
static const char *section_rest(const char *section, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(section, word, length) != 0 || section[length] != ' ')
        return NULL;
    return section + length + strspn(section + length, " \t");
}

static bool bad_section(struct key_reader *reader, const struct ini_entry *entry)
{
    const char *names = "";
    for (int i = 0; i < PLAY_COUNT; i++)
        names = arena_format(reader->arena, "%s %s", names, play_name(i));
    return ini_error(
        reader->err, reader->ini, entry,
        "there is no section [%s]; there are [rules], [next OUTCOME] and [play "
        "NAME], NAME one of any%s",
        entry->section, names);
}

static bool read_rule(struct key_reader *reader, const struct ini_entry *entry)
{
    size_t count = 0;
    const struct rule_row *row = rules_rows(&count);
    switch (rules_set(&reader->out->rules, entry->key, entry->value)) {
    case RULES_SET:
        return key_once(reader, entry);
    case RULES_UNKNOWN:
        return ini_error(reader->err, reader->ini, entry, "there is no rule \"%s\"",
                         entry->key);
    case RULES_BAD_VALUE:
        break;
    }
    while (strcmp(row->name, entry->key) != 0)
        row++;
    return ini_error(reader->err, reader->ini, entry, "%s must be a number from %d to %d",
                     entry->key, row->minimum, row->maximum);
}

static bool read_next(struct key_reader *reader, const struct ini_entry *entry,
                      const char *outcome)
{
    int index = outcome_from_name(outcome);
    if (index <= OUTCOME_NONE || index == OUTCOME_DROPPED)
        return ini_error(reader->err, reader->ini, entry,
                         "[next %s]: \"%s\" is no outcome of a touch", outcome, outcome);
    return key_next(reader, entry, &reader->out->next[index]);
}

/* One entry; of the plays only those named wanted ("any", or NULL for all the others) are
 * read. */
static bool read_entry(struct key_reader *reader, const struct ini_entry *entry, bool any,
                       struct play *common)
{
    const char *play = section_rest(entry->section, "play");
    const char *next = section_rest(entry->section, "next");
    if (play && strcmp(play, play_any) == 0)
        return !any || key_play(reader, entry, common);
    if (any)
        return true;
    if (strcmp(entry->section, "rules") == 0)
        return read_rule(reader, entry);
    if (next)
        return read_next(reader, entry, next);
    if (play && play_find(play) >= 0)
        return key_play(reader, entry, &reader->out->plays[play_find(play)]);
    return bad_section(reader, entry);
}

static bool read_file(struct key_reader *reader, const struct ini *ini, bool any,
                      struct play *common)
{
    reader->ini = ini;
    for (size_t i = 0; ini && i < ini->count; i++)
        if (!read_entry(reader, &ini->entries[i], any, common))
            return false;
    return true;
}

bool plays_read(struct arena *arena, const struct ini *base, const struct ini *own,
                struct plays *out, struct error *err)
{
    struct key_reader reader = {.arena = arena, .out = out, .err = err};
    struct play common = {.landing = 1};
    memset(out, 0, sizeof *out);
    out->rules = rules_default();
    for (int i = 0; i < OUTCOME_COUNT; i++)
        out->next[i].kind = NEXT_NOTHING;
    if (!read_file(&reader, base, true, &common) ||
        !read_file(&reader, own, true, &common))
        return false;
    for (int i = 0; i < PLAY_COUNT; i++) {
        out->plays[i] = common;
        out->plays[i].name = play_name(i);
    }
    return read_file(&reader, base, false, &common) &&
           read_file(&reader, own, false, &common);
}

const struct play *plays_for(const struct plays *plays, enum reading_kind kind,
                             enum reason reason)
{
    return &plays->plays[kind == READING_LEFT ? PLAY_LEFT : (int)reason];
}

day_number offset_day(struct offset offset, day_number day, struct holidays holidays)
{
    if (offset.working && offset.count > 0)
        return day_add_working(day, offset.count, holidays);
    return day + offset.count;
}
