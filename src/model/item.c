#include "touchbase/model/item.h"

#include <assert.h>
#include <string.h>

#include "ascii.h"
#include "name.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

static const char *const gain_names[] = {
    [GAIN_NONE] = "",          [GAIN_EARN] = "earn",
    [GAIN_TIME] = "save time", [GAIN_WASTE] = "less waste",
    [GAIN_SOLVE] = "solve",
};
static_assert(NAME_COUNT(gain_names) == GAIN_COUNT, "a word for each gain");

static const char until_word[] = "until ";

const char *gain_name(enum gain gain)
{
    return name_at(gain_names, GAIN_COUNT, (int)gain);
}

int gain_from_name(const char *name)
{
    return *name == '\0' ? -1 : name_find(gain_names, GAIN_COUNT, name);
}

/* The next piece of *line without the blanks around it; *line moves behind its comma, to
 * NULL after the last. */
static const char *next_piece(struct arena *arena, const char **line)
{
    const char *start = *line + strspn(*line, " \t\n");
    size_t length = strcspn(start, ",");
    *line = start[length] == ',' ? start + length + 1 : NULL;
    while (length > 0 && strchr(" \t\n", start[length - 1]))
        length--;
    return text_repair(arena, start, length);
}

static bool is_link(const char *piece)
{
    bool path = strncmp(piece, "/", 1) == 0 || strncmp(piece, "~/", 2) == 0 ||
                strncmp(piece, "./", 2) == 0;
    return (path || strstr(piece, "://") || ascii_begins(piece, "www.")) &&
           !strchr(piece, ' ');
}

/* "#metal #press" as "metal press". */
static const char *read_tags(struct arena *arena, const char *before, const char *piece)
{
    struct buffer tags = {0};
    if (before)
        buffer_add_format(&tags, "%s ", before);
    for (const char *at = piece; *at; at++)
        if (*at != '#')
            buffer_add_char(&tags, *at);
    const char *text = arena_copy(arena, buffer_string(&tags), tags.length);
    buffer_free(&tags);
    return text;
}

static bool read_until(const char *piece, struct item *item, struct error *err)
{
    if (day_parse(piece, &item->last_day))
        return true;
    return error_set(err, ERROR_USAGE, "until what day? Write it like: until 2026-12-24");
}

static void read_words(struct arena *arena, const char *piece, struct item *item)
{
    if (!item->title)
        item->title = piece;
    else
        item->topic =
            item->topic ? arena_format(arena, "%s, %s", item->topic, piece) : piece;
}

static bool read_piece(struct arena *arena, const char *piece, struct item *item,
                       struct error *err)
{
    if (is_link(piece) && !item->link)
        item->link = piece;
    else if (*piece == '#')
        item->tags = read_tags(arena, item->tags, piece);
    else if (ascii_begins(piece, until_word))
        return read_until(piece + strlen(until_word), item, err);
    else if (item->title && channel_from_name(piece) >= 0)
        item->channel = channel_from_name(piece);
    else if (item->title && gain_from_name(piece) >= 0)
        item->gain = (enum gain)gain_from_name(piece);
    else
        read_words(arena, piece, item);
    return true;
}

bool item_read(struct arena *arena, const char *line, struct item *item,
               struct error *err)
{
    item->title = item->link = item->topic = item->tags = NULL;
    item->channel = ITEM_ANY_CHANNEL;
    item->gain = GAIN_NONE;
    item->last_day = DAY_NONE;
    while (line) {
        const char *piece = next_piece(arena, &line);
        if (*piece != '\0' && !read_piece(arena, piece, item, err))
            return false;
    }
    if (item->title)
        return true;
    return error_set(err, ERROR_USAGE,
                     "what is it called? Write it like: Six ways to cut scrap, "
                     "https://example.com/six, less waste, #metal");
}

const char *item_line(struct arena *arena, const struct item *item)
{
    struct buffer line = {0};
    buffer_add_string(&line, item->title);
    if (item->link)
        buffer_add_format(&line, ", %s", item->link);
    if (item->channel != ITEM_ANY_CHANNEL)
        buffer_add_format(&line, ", %s", channel_name((enum channel)item->channel));
    if (item->gain != GAIN_NONE)
        buffer_add_format(&line, ", %s", gain_name(item->gain));
    for (const char *at = item->tags; at && *at;) {
        size_t length = strcspn(at, " ");
        buffer_add_format(&line, "%s#%.*s", at == item->tags ? ", " : " ", (int)length,
                          at);
        at += length + strspn(at + length, " ");
    }
    if (item->last_day != DAY_NONE) {
        char day[DAY_TEXT_SIZE];
        buffer_add_format(&line, ", %s%s", until_word, day_format(item->last_day, day));
    }
    if (item->topic)
        buffer_add_format(&line, ", %s", item->topic);
    const char *text = arena_copy(arena, buffer_string(&line), line.length);
    buffer_free(&line);
    return text;
}

/* Is one of the words of a person's tags among those the item is good for? */
static bool is_meant_for(const struct item *item, const char *const *tags,
                         size_t tag_count)
{
    struct arena *arena = arena_create();
    const char *wanted = text_fold(arena, item->tags);
    bool meant = false;
    for (size_t i = 0; i < tag_count; i++) {
        const char *tag = text_fold(arena, tags[i]);
        size_t length = strlen(tag);
        for (const char *at = wanted; (at = strstr(at, tag)) != NULL; at += length)
            meant = meant || ((at == wanted || at[-1] == ' ') &&
                              (at[length] == ' ' || at[length] == '\0'));
    }
    arena_destroy(arena);
    return meant;
}

bool item_fits(const struct item *item, enum channel channel, day_number today,
               const char *const *tags, size_t tag_count)
{
    return !item->retired && (item->last_day == DAY_NONE || item->last_day >= today) &&
           (item->channel == ITEM_ANY_CHANNEL || item->channel == (int)channel) &&
           (!item->tags || is_meant_for(item, tags, tag_count));
}

const struct item *item_choose(const struct item *items, size_t count,
                               enum channel channel, day_number today,
                               const char *const *tags, size_t tag_count)
{
    const struct item *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!item_fits(&items[i], channel, today, tags, tag_count))
            continue;
        if (items[i].tags)
            return &items[i];
        if (!best)
            best = &items[i];
    }
    return best;
}

bool item_arrives(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_VOICEMAIL:
    case OUTCOME_NO_ANSWER:
    case OUTCOME_GATEKEEPER:
    case OUTCOME_BUSY:
    case OUTCOME_MAILBOX_FULL:
    case OUTCOME_AWAY:
    case OUTCOME_WRONG_NUMBER:
    case OUTCOME_BOUNCED:
    case OUTCOME_DROPPED:
        return false;
    default:
        return true;
    }
}
