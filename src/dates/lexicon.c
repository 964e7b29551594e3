#include "touchbase/dates/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repeating.h"
#include "touchbase/base/embedded.h"
#include "touchbase/dates/pattern.h"

static const char *const plain_names[WORD_PLAIN_COUNT] = {
    [WORD_NOTHING] = "nothing",
    [WORD_NEXT] = "next",
    [WORD_AFTER_NEXT] = "after next",
    [WORD_THIS_AND_NEXT] = "this and next",
    [WORD_DASH] = "dash",
    [WORD_THIS] = "this",
    [WORD_LAST] = "last",
    [WORD_IN] = "in",
    [WORD_FOR] = "for",
    [WORD_LASTING] = "lasting",
    [WORD_FOLLOWING_DAY] = "following day",
    [WORD_END] = "end",
    [WORD_START] = "start",
    [WORD_MIDDLE] = "middle",
    [WORD_OF] = "of",
    [WORD_ARTICLE] = "article",
    [WORD_ON] = "on",
    [WORD_AT] = "at",
    [WORD_AND] = "and",
    [WORD_AFTER] = "after",
    [WORD_WEEK_OF] = "week of",
    [WORD_CALENDAR_WEEK] = "calendar week",
    [WORD_AM] = "am",
    [WORD_PM] = "pm",
    [WORD_OCLOCK] = "o'clock",
    [WORD_SUFFIX] = "suffix",
    [WORD_FROM_NOW] = "from now",
    [WORD_FROM] = "from",
    [WORD_TO] = "to",
    [WORD_THROUGH] = "through",
    [WORD_UNTIL] = "until",
    [WORD_BETWEEN] = "between",
    [WORD_INCLUSIVE] = "inclusive",
    [WORD_DAY_MARK] = "day mark",
    [WORD_DAY_ARTICLE] = "day article",
    [WORD_ALL_WEEK] = "all week",
    [WORD_BACK] = "when back",
    [WORD_DOUBTFUL] = "doubtful",
};

static const char *const unit_names[UNIT_COUNT] = {
    [UNIT_MINUTE] = "minute",       [UNIT_HOUR] = "hour",       [UNIT_DAY] = "day",
    [UNIT_WORKDAY] = "working day", [UNIT_WEEKEND] = "weekend", [UNIT_WEEK] = "week",
    [UNIT_FORTNIGHT] = "fortnight", [UNIT_MONTH] = "month",     [UNIT_YEAR] = "year",
};

static const char *const repeat_names[REPEAT_WORD_COUNT] = {
    [REPEAT_EVERY] = "every",
    [REPEAT_OTHER] = "other",
    [REPEAT_TIMES] = "times",
    [REPEAT_FROM] = "from",
    [REPEAT_LAST] = "last",
    [REPEAT_WORKDAY] = "working day",
    [REPEAT_QUARTER] = "quarter",
    [REPEAT_HALF_YEAR] = "half year",
    [REPEAT_DAILY] = "daily",
    [REPEAT_WEEKLY] = "weekly",
    [REPEAT_FORTNIGHTLY] = "fortnightly",
    [REPEAT_MONTHLY] = "monthly",
    [REPEAT_QUARTERLY] = "quarterly",
    [REPEAT_HALF_YEARLY] = "half yearly",
    [REPEAT_YEARLY] = "yearly",
};

struct loader {
    struct arena *arena;
    struct date_lexicon *lexicon;
    const struct ini *ini;
    struct error *err;
};

static int name_index(const char *name, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

/* A whole number from low to high as the key of an entry. */
static bool number_key(const char *key, int low, int high, int *value)
{
    char *end;
    long number = strtol(key, &end, 10);
    if (end == key || *end || number < low || number > high)
        return false;
    *value = (int)number;
    return true;
}

static bool month_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    return number_key(key, 1, 12, value);
}

static bool weekday_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    if (!number_key(key, 1, 7, value))
        return false;
    *value -= 1;
    return true;
}

static bool count_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    return number_key(key, 0, 999, value);
}

static bool day_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    return number_key(key, -7, 7, value);
}

static bool unit_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    *value = name_index(key, unit_names, UNIT_COUNT);
    return *value >= 0;
}

/* "end of month", "start of week". */
static bool compound_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    static const enum date_word parts[] = {WORD_END, WORD_START, WORD_MIDDLE};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(plain_names[parts[i]]);
        if (strncmp(key, plain_names[parts[i]], length) != 0 ||
            strncmp(key + length, " of ", 4) != 0)
            continue;
        int unit = name_index(key + length + 4, unit_names, UNIT_COUNT);
        *value = compound_value(parts[i], (enum date_unit)unit);
        return unit == UNIT_WEEK || unit == UNIT_MONTH || unit == UNIT_YEAR;
    }
    return false;
}

static bool part_key(struct loader *loader, const char *key, int *value)
{
    (void)loader;
    int hour, minute, used = 0;
    if (sscanf(key, "%2d:%2d%n", &hour, &minute, &used) != 2 || key[used] || hour > 23 ||
        minute > 59)
        return false;
    *value = hour * 60 + minute;
    return true;
}

static bool feast_key(struct loader *loader, const char *key, int *value)
{
    struct date_lexicon *lexicon = loader->lexicon;
    struct feast feast;
    if (!feast_read(key, &feast))
        return false;
    lexicon->feasts = arena_grow(loader->arena, lexicon->feasts, lexicon->feast_count,
                                 lexicon->feast_count + 1, sizeof *lexicon->feasts,
                                 &lexicon->feast_capacity);
    *value = (int)lexicon->feast_count;
    lexicon->feasts[lexicon->feast_count++] = feast;
    return true;
}

/* The sections whose keys are values. */
static const struct {
    const char *section;
    enum date_word kind;
    bool (*key)(struct loader *loader, const char *key, int *value);
} sections[] = {
    {"dates months", WORD_MONTH, month_key},
    {"dates weekdays", WORD_WEEKDAY, weekday_key},
    {"dates numbers", WORD_NUMBER, count_key},
    {"dates ordinals", WORD_ORDINAL, count_key},
    {"dates units", WORD_UNIT, unit_key},
    {"dates days", WORD_DAY, day_key},
    {"dates parts of the day", WORD_PART, part_key},
    {"dates feasts", WORD_FEAST, feast_key},
    {"dates compounds", WORD_COMPOUND, compound_key},
};

static bool load_plain(struct loader *loader, const struct ini_entry *entry)
{
    int kind = name_index(entry->key, plain_names, WORD_PLAIN_COUNT);
    if (kind < 0)
        return ini_error(loader->err, loader->ini, entry, "unknown key \"%s\" in [%s]",
                         entry->key, entry->section);
    struct phrase_book *book = kind == WORD_DOUBTFUL      ? loader->lexicon->doubtful
                               : kind == WORD_DAY_ARTICLE ? loader->lexicon->day_articles
                                                          : loader->lexicon->book;
    phrase_book_add_list(book, entry->value, kind, 0);
    return true;
}

static bool load_entry(struct loader *loader, const struct ini_entry *entry)
{
    if (strcmp(entry->section, "dates words") == 0)
        return load_plain(loader, entry);
    if (strcmp(entry->section, "dates repeats") == 0)
        return true; /* a book of their own */
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (strcmp(entry->section, sections[i].section) != 0)
            continue;
        int value;
        if (!sections[i].key(loader, entry->key, &value))
            return ini_error(loader->err, loader->ini, entry, "\"%s\" is no key of [%s]",
                             entry->key, entry->section);
        phrase_book_add_list(loader->lexicon->book, entry->value, (int)sections[i].kind,
                             value);
        return true;
    }
    return ini_error(loader->err, loader->ini, entry, "unknown section [%s]",
                     entry->section);
}

struct date_lexicon *date_lexicon_read(struct arena *arena, struct phrase_shelf *shelf,
                                       const struct ini *ini, struct error *err)
{
    struct date_lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    lexicon->book = phrase_book_create(shelf);
    lexicon->doubtful = phrase_book_create(shelf);
    lexicon->day_articles = phrase_book_create(shelf);
    lexicon->repeats = phrase_book_create(shelf);
    struct loader loader = {arena, lexicon, ini, err};
    for (size_t i = 0; i < ini->count; i++)
        if (strncmp(ini->entries[i].section, "dates", 5) == 0 &&
            !load_entry(&loader, &ini->entries[i]))
            return NULL;
    if (!phrase_book_add_section(lexicon->repeats, ini, "dates repeats", repeat_names,
                                 REPEAT_WORD_COUNT, err))
        return NULL;
    return lexicon;
}

/* Only what dates are made of: the rest of a language is much more. */
static void keep_dates(struct arena *arena, struct ini *ini)
{
    struct ini_entry *kept = arena_array(arena, ini->count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < ini->count; i++)
        if (strncmp(ini->entries[i].section, "dates", 5) == 0 ||
            strcmp(ini->entries[i].section, "patterns") == 0)
            kept[count++] = ini->entries[i];
    ini->entries = kept;
    ini->count = count;
}

struct date_lexicon *date_lexicon_open(struct arena *arena, const char *language,
                                       struct error *err)
{
    const char *name = arena_format(arena, "phrases/%s.ini", language);
    const struct embedded_file *file = embedded_find(name);
    struct ini ini;
    if (!file) {
        error_set(err, ERROR_FAILED, "there is no lexicon %s", name);
        return NULL;
    }
    if (!ini_parse(arena, name, file->text, file->size, &ini, err))
        return NULL;
    keep_dates(arena, &ini);
    if (!patterns_expand(arena, &ini, err))
        return NULL;
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct date_lexicon *lexicon = date_lexicon_read(arena, shelf, &ini, err);
    phrase_shelf_finish(shelf);
    return lexicon;
}
