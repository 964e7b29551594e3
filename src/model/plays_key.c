#include "plays_key.h"

#include <assert.h>
#include <string.h>

#include "name.h"
#include "number.h"
#include "template.h"

enum key_type {
    KEY_FLAG,     /* yes, no */
    KEY_WISH,     /* no, or a channel: two members at once */
    KEY_CHANNEL,  /* same, or a channel: two members at once */
    KEY_OFFSET,   /* today, 3 days, 2 working days, 1 week */
    KEY_NUMBER,   /* a whole number */
    KEY_DO,       /* enum next_kind */
    KEY_WORDINGS, /* a text with variables; may stand several times */
};

struct key_row {
    const char *name;
    enum key_type type;
    size_t offset; /* of its member */
    int minimum;
    int maximum;
};

#define PLAY_KEY(member, type, low, high)                       \
    {                                                           \
#member, type, offsetof(struct play, member), low, high \
    }

static const struct key_row play_keys[] = {
    PLAY_KEY(wish, KEY_WISH, 0, 0),
    PLAY_KEY(wish_after, KEY_OFFSET, 0, 0),
    PLAY_KEY(wish_window, KEY_NUMBER, 0, 3650),
    PLAY_KEY(wish_from, KEY_NUMBER, 0, 365),
    PLAY_KEY(wish_hospital, KEY_FLAG, 0, 0),
    PLAY_KEY(wish_purpose, KEY_WORDINGS, 0, 0),
    PLAY_KEY(wish_draft, KEY_WORDINGS, 0, 0),
    PLAY_KEY(answer, KEY_FLAG, 0, 0),
    PLAY_KEY(answer_purpose, KEY_WORDINGS, 0, 0),
    PLAY_KEY(answer_draft, KEY_WORDINGS, 0, 0),
    PLAY_KEY(return_call, KEY_FLAG, 0, 0),
    PLAY_KEY(return_from, KEY_NUMBER, 0, 365),
    PLAY_KEY(return_purpose, KEY_WORDINGS, 0, 0),
    PLAY_KEY(opener, KEY_WORDINGS, 0, 0),
    PLAY_KEY(landing, KEY_NUMBER, 1, 60),
    PLAY_KEY(hold, KEY_FLAG, 0, 0),
    PLAY_KEY(hold_post, KEY_FLAG, 0, 0),
    PLAY_KEY(hold_open, KEY_FLAG, 0, 0),
    PLAY_KEY(find_purpose, KEY_WORDINGS, 0, 0),
    PLAY_KEY(ask_cover, KEY_FLAG, 0, 0),
    PLAY_KEY(cover_purpose, KEY_WORDINGS, 0, 0),
    PLAY_KEY(greet_after, KEY_OFFSET, 0, 0),
    PLAY_KEY(greet_purpose, KEY_WORDINGS, 0, 0),
};

static const struct key_row next_keys[] = {
    {"do", KEY_DO, offsetof(struct next_rule, kind), 0, 0},
    {"channel", KEY_CHANNEL, 0, 0, 0},
    {"after", KEY_OFFSET, offsetof(struct next_rule, after), 0, 0},
    {"purpose", KEY_WORDINGS, offsetof(struct next_rule, purpose), 0, 0},
};

static const char *const do_names[] = {
    [NEXT_TOUCH] = "touch",   [NEXT_NOTHING] = "nothing", [NEXT_ABSENCE] = "absence",
    [NEXT_NUMBER] = "number", [NEXT_ADDRESS] = "address", [NEXT_NO] = "no",
};
static_assert(NAME_COUNT(do_names) == NEXT_KIND_COUNT,
              "a word for each kind of next step");

const struct ini_entry *key_earlier(const struct ini *ini, const struct ini_entry *entry)
{
    for (const struct ini_entry *e = ini->entries; e < entry; e++)
        if (*e->key == *entry->key && strcmp(e->key, entry->key) == 0 &&
            strcmp(e->section, entry->section) == 0)
            return e;
    return NULL;
}

bool key_once(struct key_reader *reader, const struct ini_entry *entry)
{
    const struct ini_entry *first = key_earlier(reader->ini, entry);
    if (!first)
        return true;
    return ini_error(reader->err, reader->ini, entry,
                     "%s stands twice in [%s], first in line %d", entry->key,
                     entry->section, first->line);
}

bool key_bad(struct key_reader *reader, const struct ini_entry *entry, const char *wanted)
{
    return ini_error(reader->err, reader->ini, entry, "%s must be %s, not \"%s\"",
                     entry->key, wanted, entry->value);
}

static bool read_flag(struct key_reader *reader, const struct ini_entry *entry, bool *out)
{
    bool yes = strcmp(entry->value, "yes") == 0;
    if (!yes && strcmp(entry->value, "no") != 0)
        return key_bad(reader, entry, "yes or no");
    *out = yes;
    return true;
}

/* A wish is not a call or a mail: those ask for an answer. */
static bool read_wish(struct key_reader *reader, const struct ini_entry *entry,
                      struct play *play)
{
    int channel = channel_from_name(entry->value);
    play->wish = strcmp(entry->value, "no") != 0;
    if (!play->wish)
        return true;
    if (channel < 0 ||
        (!channel_is_post((enum channel)channel) && channel != CHANNEL_MESSAGE))
        return key_bad(reader, entry, "no, card, letter, postcard or message");
    play->wish_channel = (enum channel)channel;
    return true;
}

static bool read_channel(struct key_reader *reader, const struct ini_entry *entry,
                         struct next_rule *next)
{
    int channel = channel_from_name(entry->value);
    next->same_channel = strcmp(entry->value, "same") == 0;
    if (!next->same_channel && channel < 0)
        return key_bad(reader, entry, "a channel (call, email, card ...) or \"same\"");
    if (!next->same_channel)
        next->channel = (enum channel)channel;
    return true;
}

const char key_offset_words[] =
    "\"today\" or like \"3 working days\", \"30 days\", \"2 weeks\"";

bool key_offset(struct arena *arena, const char *text, struct offset *out)
{
    static const struct {
        const char *words;
        int factor;
        bool working;
    } units[] = {{"working day", 1, true}, {"working days", 1, true},
                 {"day", 1, false},        {"days", 1, false},
                 {"week", 7, false},       {"weeks", 7, false}};
    size_t digits = strspn(text, "0123456789");
    const char *unit = text + digits + strspn(text + digits, " ");
    const char *number = arena_copy(arena, text, digits);
    int count = 0;
    *out = (struct offset){0};
    if (strcmp(text, "today") == 0)
        return true;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].words, unit) != 0 ||
            !number_read(number, 0, 3650 / units[i].factor, &count))
            continue;
        *out = (struct offset){count * units[i].factor, units[i].working};
        return true;
    }
    return false;
}

static bool read_offset(struct key_reader *reader, const struct ini_entry *entry,
                        struct offset *out)
{
    return key_offset(reader->arena, entry->value, out) ||
           key_bad(reader, entry, key_offset_words);
}

static bool read_number(struct key_reader *reader, const struct ini_entry *entry,
                        const struct key_row *row, int *out)
{
    if (number_read(entry->value, row->minimum, row->maximum, out))
        return true;
    return key_bad(reader, entry,
                   arena_format(reader->arena, "a number from %d to %d", row->minimum,
                                row->maximum));
}

static bool read_do(struct key_reader *reader, const struct ini_entry *entry,
                    enum next_kind *out)
{
    int kind = name_find(do_names, NEXT_KIND_COUNT, entry->value);
    if (kind < 0)
        return key_bad(reader, entry, "touch, nothing, absence, number, address or no");
    *out = (enum next_kind)kind;
    return true;
}

bool key_wording(struct key_reader *reader, const struct ini_entry *entry)
{
    const char *problem = template_problem(reader->arena, entry->value);
    return !problem ||
           ini_error(reader->err, reader->ini, entry, "%s: %s", entry->key, problem);
}

const char *key_where(const struct key_reader *reader, const struct ini_entry *entry)
{
    if (reader->ini == reader->base)
        return "built in";
    return arena_format(reader->arena, "%s:%d", reader->ini->name, entry->line);
}

/* The first of a file and section begins the list anew; an empty one leaves it empty. */
static bool read_wording(struct key_reader *reader, const struct ini_entry *entry,
                         struct wordings *out)
{
    if (!key_wording(reader, entry))
        return false;
    if (!key_earlier(reader->ini, entry))
        *out = (struct wordings){0};
    if (!*entry->value)
        return true;
    const char **texts = arena_array(reader->arena, out->count + 1, sizeof *texts);
    for (size_t i = 0; i < out->count; i++)
        texts[i] = out->texts[i];
    texts[out->count] = entry->value;
    *out = (struct wordings){texts, out->count + 1};
    return true;
}

static bool read_value(struct key_reader *reader, const struct ini_entry *entry,
                       const struct key_row *row, void *record)
{
    void *member = (char *)record + row->offset;
    switch (row->type) {
    case KEY_FLAG:
        return read_flag(reader, entry, member);
    case KEY_WISH:
        return read_wish(reader, entry, record);
    case KEY_CHANNEL:
        return read_channel(reader, entry, record);
    case KEY_OFFSET:
        return read_offset(reader, entry, member);
    case KEY_NUMBER:
        return read_number(reader, entry, row, member);
    case KEY_DO:
        return read_do(reader, entry, member);
    case KEY_WORDINGS:
        return read_wording(reader, entry, member);
    }
    return false;
}

static bool read_key(struct key_reader *reader, const struct ini_entry *entry,
                     const struct key_row *rows, size_t count, void *record)
{
    const char *known = "";
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, entry->key) != 0)
            continue;
        if (rows[i].type != KEY_WORDINGS && !key_once(reader, entry))
            return false;
        return read_value(reader, entry, &rows[i], record);
    }
    for (size_t i = 0; i < count; i++)
        known = arena_format(reader->arena, "%s %s", known, rows[i].name);
    return ini_error(reader->err, reader->ini, entry,
                     "there is no key \"%s\" in [%s]; there are%s", entry->key,
                     entry->section, known);
}

bool key_play(struct key_reader *reader, const struct ini_entry *entry, struct play *play)
{
    return read_key(reader, entry, play_keys, NAME_COUNT(play_keys), play);
}

bool key_next(struct key_reader *reader, const struct ini_entry *entry,
              struct next_rule *next)
{
    return read_key(reader, entry, next_keys, NAME_COUNT(next_keys), next);
}
