#include "touchbase/model/plays.h"

#include <string.h>

#include "event_play_key.h"
#include "plays_key.h"
#include "touchbase/base/text.h"

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
        "there is no section [%s]; there are [rules], [rules TAG], [next OUTCOME] and "
        "[play NAME], NAME one of any%s; a play of your own begins with \"trigger = "
        "...\"",
        entry->section, names);
}

/* tag NULL: of everybody. */
static bool bad_rule(struct key_reader *reader, const struct ini_entry *entry,
                     const char *tag)
{
    const struct rule_row *row = rules_row(entry->key);
    if (row && (!tag || row->personal))
        return ini_error(reader->err, reader->ini, entry,
                         "%s must be a number from %d to %d", entry->key, row->minimum,
                         row->maximum);
    return ini_error(reader->err, reader->ini, entry, "there is no rule \"%s\"%s",
                     entry->key, row ? " for a tag" : "");
}

static bool read_rule(struct key_reader *reader, const struct ini_entry *entry)
{
    if (rules_set(&reader->out->rules, entry->key, entry->value) != RULES_SET)
        return bad_rule(reader, entry, NULL);
    return key_once(reader, entry);
}

static bool read_tag_rule(struct key_reader *reader, const struct ini_entry *entry,
                          const char *tag)
{
    const struct rule_row *row = rules_row(entry->key);
    struct rules tried = rules_default();
    size_t count = reader->out->tag_rule_count;
    if (!row || !row->personal ||
        rules_set(&tried, entry->key, entry->value) != RULES_SET)
        return bad_rule(reader, entry, tag);
    reader->tag_rules = arena_grow(reader->arena, reader->tag_rules, count, count + 1,
                                   sizeof *reader->tag_rules, &reader->tag_rule_capacity);
    reader->tag_rules[count] = (struct tag_rule){tag, entry->key, entry->value};
    reader->out->tag_rules = reader->tag_rules;
    reader->out->tag_rule_count = count + 1;
    return key_once(reader, entry);
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

static bool read_play(struct key_reader *reader, const struct ini_entry *entry,
                      struct play *play)
{
    play->where = key_where(reader, entry);
    return key_play(reader, entry, play);
}

static bool read_event(struct key_reader *reader, const struct ini_entry *entry,
                       const char *name)
{
    bool known;
    return key_event_play(reader, entry, name, &known) &&
           (known || bad_section(reader, entry));
}

/* One entry; of the plays only those named wanted ("any", or NULL for all the others) are
 * read. */
static bool read_entry(struct key_reader *reader, const struct ini_entry *entry, bool any,
                       struct play *common)
{
    const char *play = section_rest(entry->section, "play");
    const char *next = section_rest(entry->section, "next");
    const char *tag = section_rest(entry->section, "rules");
    if (play && strcmp(play, play_any) == 0)
        return !any || read_play(reader, entry, common);
    if (any)
        return true;
    if (strcmp(entry->section, "rules") == 0)
        return read_rule(reader, entry);
    if (tag)
        return read_tag_rule(reader, entry, tag);
    if (next)
        return read_next(reader, entry, next);
    if (play && play_find(play) >= 0)
        return read_play(reader, entry, &reader->out->plays[play_find(play)]);
    return play ? read_event(reader, entry, play) : bad_section(reader, entry);
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
    struct key_reader reader = {.arena = arena, .base = base, .out = out, .err = err};
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

struct rules plays_rules(const struct plays *plays, const char *const *tags, size_t count)
{
    struct rules rules = plays->rules;
    for (size_t i = 0; i < plays->tag_rule_count; i++) {
        const struct tag_rule *rule = &plays->tag_rules[i];
        for (size_t j = 0; j < count; j++)
            if (text_same_folded(rule->tag, tags[j]))
                rules_set(&rules, rule->rule, rule->value);
    }
    return rules;
}

day_number offset_day(struct offset offset, day_number day, struct holidays holidays)
{
    if (offset.working && offset.count > 0)
        return day_add_working(day, offset.count, holidays);
    return day + offset.count;
}

day_number offset_touch_day(struct offset offset, enum channel channel, day_number day,
                            day_number landing, struct holidays holidays)
{
    day_number due = offset_day(offset, day, holidays);
    if (!offset.working && offset.count > 0)
        due = day_add_working(due, 0, holidays);
    if (landing != DAY_NONE && due < landing && !channel_is_post(channel))
        due = landing;
    return due;
}
