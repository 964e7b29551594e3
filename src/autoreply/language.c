#include "language.h"

#include <string.h>

#include "touchbase/dates/pattern.h"

static const char *const cue_names[CUE_COUNT] = {
    [CUE_NOTHING] = "nothing",
    [CUE_AWAY] = "away",
    [CUE_OFF] = "off",
    [CUE_CLOSED] = "closed",
    [CUE_BACK] = "back",
    [CUE_UNTIL] = "until",
    [CUE_THROUGH] = "through",
    [CUE_FROM] = "from",
    [CUE_THEN] = "then",
    [CUE_SINCE] = "since",
    [CUE_AFTER] = "after",
    [CUE_BEFORE] = "before",
    [CUE_NOT] = "not",
    [CUE_PAST] = "past",
    [CUE_BACK_NOW] = "back now",
    [CUE_BACK_FROM] = "back from",
    [CUE_BACK_ON] = "back on",
    [CUE_LEFT] = "left",
    [CUE_MOVED] = "moved",
    [CUE_RECEIPT] = "receipt",
    [CUE_TRADE] = "trade",
    [CUE_NEW_ADDRESS] = "new address",
    [CUE_HOURS] = "hours",
    [CUE_OTHER_PERSON] = "other person",
    [CUE_PRONOUN] = "pronoun",
    [CUE_IF] = "if",
    [CUE_I] = "i",
    [CUE_AUTO_NOTE] = "auto note",
    [CUE_OWN_CONTACT] = "own contact",
    [CUE_COVER] = "cover",
    [CUE_NO_COVER] = "no cover",
    [CUE_NO_END] = "no end",
    [CUE_ANSWER] = "answer",
    [CUE_GONE] = "gone",
    [CUE_PRESENT] = "present",
    [CUE_THERE] = "there",
};

static const char *const line_names[LINE_COUNT] = {
    [LINE_CLOSING] = "closing",
    [LINE_QUOTE] = "quote",
    [LINE_WROTE] = "wrote",
    [LINE_HEADER_FROM] = "header from",
    [LINE_HEADER_NEXT] = "header next",
    [LINE_DISCLAIMER] = "disclaimer",
    [LINE_ADVERT] = "advert",
    [LINE_AUTO_NOTE] = "auto note",
    [LINE_SUBJECT_REPLY] = "subject reply",
    [LINE_SUBJECT_AUTO] = "subject auto",
    [LINE_SUBJECT_OTHER] = "subject other",
    [LINE_BILINGUAL] = "bilingual",
    [LINE_ABBREVIATION] = "abbreviation",
};

static const char *const place_names[PLACE_COUNT] = {
    [PLACE_THE] = "at the",    [PLACE_AT] = "at",      [PLACE_IN] = "in",
    [PLACE_NOT] = "not place", [PLACE_OF] = "of",      [PLACE_SITE] = "site",
    [PLACE_KNOWN] = "known",   [PLACE_LABEL] = "label"};

static const char *const people_names[PEOPLE_COUNT] = {[PEOPLE_RELATIVE] = "relative",
                                                       [PEOPLE_MINE] = "mine",
                                                       [PEOPLE_ARTICLE] = "article",
                                                       [PEOPLE_WITH] = "with"};

static const char *const contact_names[CONTACT_COUNT] = {[CONTACT_PHONE] = "phone",
                                                         [CONTACT_EXTENSION] =
                                                             "extension",
                                                         [CONTACT_NUMBER] = "number",
                                                         [CONTACT_AT] = "at"};

/* The key of [language] that tells a language. */
static const char COMMON[] = "common";

struct loader {
    const struct ini *ini;
    struct language *language;
    struct error *err;
};

/* "wedding", "wedding weak", "hospital", "nothing". */
static bool reason_key(const char *key, int *reason, int *strength)
{
    char name[32];
    size_t length = strlen(key);
    const char *weak = strstr(key, " weak");
    *strength = weak ? REASON_WEAK : REASON_STRONG;
    if (weak)
        length = (size_t)(weak - key);
    if (length >= sizeof name)
        return false;
    memcpy(name, key, length);
    name[length] = '\0';
    if (strcmp(name, "hospital") == 0) {
        *strength = REASON_HOSPITAL;
        *reason = REASON_ILLNESS;
        return true;
    }
    *reason = strcmp(name, "nothing") == 0 ? (int)REASON_NONE : reason_from_name(name);
    return *reason >= 0;
}

static bool load_reason(const struct loader *loader, const struct ini_entry *entry)
{
    int reason, strength;
    if (!reason_key(entry->key, &reason, &strength))
        return ini_error(loader->err, loader->ini, entry, "unknown reason \"%s\"",
                         entry->key);
    phrase_book_add_list(loader->language->reasons, entry->value, reason, strength);
    return true;
}

static enum date_order order_from_name(const char *name)
{
    return strcmp(name, "dmy") == 0   ? DATE_ORDER_DMY
           : strcmp(name, "mdy") == 0 ? DATE_ORDER_MDY
                                      : DATE_ORDER_NONE;
}

static bool load_language(const struct loader *loader, const struct ini_entry *entry)
{
    struct language *language = loader->language;
    const struct {
        const char *key;
        struct phrase_book *book;
    } lists[] = {{"filler", language->filler},
                 {"join", language->joins},
                 {"own", language->own},
                 {"be", language->be},
                 {"adverb", language->adverbs},
                 {"others", language->others},
                 {"first person", language->first},
                 {"third person", language->third},
                 {"inverted", language->inverted},
                 {"title", language->titles}};
    if (strcmp(entry->key, "order") == 0) {
        language->order = order_from_name(entry->value);
        return true;
    }
    if (strcmp(entry->key, COMMON) == 0) /* language_open read it */
        return true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(entry->key, lists[i].key) != 0)
            continue;
        phrase_book_add_list(lists[i].book, entry->value, 0, 0);
        return true;
    }
    return ini_error(loader->err, loader->ini, entry, "unknown key \"%s\" in [language]",
                     entry->key);
}

static bool load_place(const struct loader *loader, const struct ini_entry *entry)
{
    for (int kind = 0; kind < PLACE_COUNT; kind++) {
        if (strcmp(entry->key, place_names[kind]) != 0)
            continue;
        if (kind == PLACE_KNOWN)
            loader->language->names_known = true;
        bool before = kind == PLACE_AT || kind == PLACE_IN || kind == PLACE_LABEL ||
                      kind == PLACE_THE;
        phrase_book_add_list(before               ? loader->language->places
                             : kind == PLACE_SITE ? loader->language->sites
                                                  : loader->language->no_place,
                             entry->value, kind, 0);
        return true;
    }
    return ini_error(loader->err, loader->ini, entry, "unknown key \"%s\" in [places]",
                     entry->key);
}

/* Closings have a book of their own: they are also common words, and only count at the
 * start of a line. */
static bool load_line(const struct loader *loader, const struct ini_entry *entry)
{
    for (int kind = 0; kind < LINE_COUNT; kind++) {
        if (strcmp(entry->key, line_names[kind]) != 0)
            continue;
        bool start = kind == LINE_CLOSING || kind == LINE_HEADER_FROM ||
                     kind == LINE_HEADER_NEXT || kind == LINE_ABBREVIATION ||
                     kind == LINE_SUBJECT_REPLY || kind == LINE_SUBJECT_AUTO ||
                     kind == LINE_SUBJECT_OTHER;
        phrase_book_add_list(start ? loader->language->closings : loader->language->lines,
                             entry->value, kind, 0);
        return true;
    }
    return ini_error(loader->err, loader->ini, entry, "unknown key \"%s\" in [lines]",
                     entry->key);
}

static bool load_section(const struct loader *loader, const char *section,
                         bool (*load)(const struct loader *loader,
                                      const struct ini_entry *entry))
{
    for (size_t i = 0; i < loader->ini->count; i++)
        if (strcmp(loader->ini->entries[i].section, section) == 0 &&
            !load(loader, &loader->ini->entries[i]))
            return false;
    return true;
}

static bool load_all(struct arena *arena, struct phrase_shelf *shelf,
                     const struct loader *loader)
{
    struct language *language = loader->language;
    language->dates = date_lexicon_read(arena, shelf, loader->ini, loader->err);
    return language->dates && load_section(loader, "language", load_language) &&
           load_section(loader, "reasons", load_reason) &&
           load_section(loader, "places", load_place) &&
           load_section(loader, "lines", load_line) &&
           phrase_book_add_section(language->cues, loader->ini, "cues", cue_names,
                                   CUE_COUNT, loader->err) &&
           phrase_book_add_section(language->people, loader->ini, "people", people_names,
                                   PEOPLE_COUNT, loader->err) &&
           phrase_book_add_section(language->contacts, loader->ini, "contacts",
                                   contact_names, CONTACT_COUNT, loader->err);
}

static void create_books(struct language *language, struct phrase_shelf *shelf)
{
    struct phrase_book **books[] = {
        &language->filler,   &language->joins,    &language->own,   &language->be,
        &language->others,   &language->adverbs,  &language->first, &language->third,
        &language->cues,     &language->reasons,  &language->lines, &language->closings,
        &language->places,   &language->no_place, &language->sites, &language->people,
        &language->contacts, &language->inverted, &language->titles};
    for (size_t i = 0; i < sizeof books / sizeof *books; i++)
        *books[i] = phrase_book_create(shelf);
    phrase_book_pass_over(language->cues, language->adverbs);
}

/* The patterns, and the common words they may stand in. */
static void keep_common(struct arena *scratch, struct ini *ini)
{
    struct ini_entry *kept = arena_array(scratch, ini->count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < ini->count; i++) {
        const struct ini_entry *entry = &ini->entries[i];
        if (strcmp(entry->section, "patterns") == 0 ||
            (strcmp(entry->section, "language") == 0 && strcmp(entry->key, COMMON) == 0))
            kept[count++] = *entry;
    }
    ini->entries = kept;
    ini->count = count;
}

static void load_common(struct phrase_book *common, const struct ini *ini)
{
    for (size_t i = 0; i < ini->count; i++)
        if (strcmp(ini->entries[i].section, "language") == 0)
            phrase_book_add_list(common, ini->entries[i].value, 0, 0);
}

bool language_open(struct arena *arena, const struct embedded_file *file,
                   struct language *language, struct error *err)
{
    struct arena *scratch = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct ini ini;
    const char *base = strrchr(file->name, '/');
    base = base ? base + 1 : file->name;
    *language = (struct language){.file = file,
                                  .code = arena_copy(arena, base, strcspn(base, ".")),
                                  .common = phrase_book_create(shelf)};
    bool good = ini_parse(scratch, file->name, file->text, file->size, &ini, err);
    if (good)
        keep_common(scratch, &ini);
    good = good && patterns_expand(scratch, &ini, err);
    if (good)
        load_common(language->common, &ini);
    phrase_shelf_finish(shelf);
    arena_destroy(scratch);
    return good;
}

bool language_read(struct arena *arena, struct language *language, struct error *err)
{
    if (language->read)
        return true;
    const struct embedded_file *file = language->file;
    struct arena *scratch = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct ini ini;
    struct loader loader = {&ini, language, err};
    create_books(language, shelf);
    language->read = ini_parse(scratch, file->name, file->text, file->size, &ini, err) &&
                     patterns_expand(scratch, &ini, err) &&
                     load_all(arena, shelf, &loader);
    phrase_shelf_finish(shelf);
    arena_destroy(scratch);
    return language->read;
}
