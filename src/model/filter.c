#include "touchbase/model/filter.h"

#include <ctype.h>
#include <string.h>

#include "touchbase/base/near.h"

static const struct {
    const char *name;
    const char *help;
    bool text;
} keys[FILTER_KEY_COUNT] = {
    [FILTER_WORDS] = {"", "", true},
    [FILTER_STAGE] = {"stage", "stage:prospect,customer", false},
    [FILTER_TAG] = {"tag", "tag:wine", true},
    [FILTER_COMPANY] = {"company", "company:\"acme works\"", true},
    [FILTER_CITY] = {"city", "city:lyon", true},
    [FILTER_TITLE] = {"title", "title:buyer", true},
    [FILTER_NAME] = {"name", "name:ana", true},
    [FILTER_MAIL] = {"mail", "mail:none", true},
    [FILTER_PHONE] = {"phone", "phone:0142", true},
    [FILTER_NOTE] = {"note", "note:catalogue", true},
    [FILTER_DUE] = {"due", "due:<fri", false},
    [FILTER_CHANNEL] = {"channel", "channel:call", false},
    [FILTER_NEXT] = {"next", "next:no", false},
    [FILTER_PROMISE] = {"promise", "promise:yes", false},
    [FILTER_QUIET] = {"quiet", "quiet:30d", false},
    [FILTER_AWAY] = {"away", "away:yes", false},
};

const char *filter_key_name(enum filter_key key)
{
    return keys[key].name;
}

const char *filter_key_help(enum filter_key key)
{
    return keys[key].help;
}

bool filter_key_is_text(enum filter_key key)
{
    return keys[key].text;
}

int filter_key_from_name(const char *name, size_t length)
{
    for (int i = FILTER_WORDS + 1; i < FILTER_KEY_COUNT; i++) {
        size_t j = 0;
        while (j < length && keys[i].name[j] == tolower((unsigned char)name[j]))
            j++;
        if (j == length && keys[i].name[j] == '\0')
            return i;
    }
    return -1;
}

/* Bytes of letters before a colon, 0 when the text begins with no KEY:; an address
 * (https://) is none. */
static size_t key_length(const char *text)
{
    size_t length = 0;
    while (isalpha((unsigned char)text[length]))
        length++;
    return text[length] == ':' && text[length + 1] != '/' ? length : 0;
}

static bool unknown_key(const char *text, size_t length, struct arena *arena,
                        struct error *err)
{
    const char *names[FILTER_KEY_COUNT], *typed = arena_copy(arena, text, length);
    for (int i = FILTER_WORDS + 1; i < FILTER_KEY_COUNT; i++)
        names[i - 1] = keys[i].name;
    const char *meant = near_word(typed, names, FILTER_KEY_COUNT - 1);
    if (meant != NULL)
        return error_set(err, ERROR_USAGE, "there is no %s: to look for; %s: is meant?",
                         typed, meant);
    return error_set(
        err, ERROR_USAGE,
        "there is no %s: to look for; in quotes it is a word, Tab shows what "
        "there is",
        typed);
}

/* The end of a piece's value: a blank outside of quotes. */
static const char *value_end(const char *at)
{
    bool quoted = false;
    for (; *at != '\0' && (quoted || !isspace((unsigned char)*at)); at++)
        quoted = quoted != (*at == '"');
    return at;
}

static const char *without_quotes(struct arena *arena, const char *start, const char *end)
{
    char *value = arena_alloc(arena, (size_t)(end - start) + 1);
    size_t length = 0;
    for (; start < end; start++) {
        if (*start != '"')
            value[length++] = *start;
    }
    value[length] = '\0';
    return value;
}

static enum filter_compare take_compare(const char **at)
{
    bool less = **at == '<', more = **at == '>';
    if (!less && !more) {
        *at += **at == '=';
        return FILTER_IS;
    }
    (*at)++;
    if (**at == '=') {
        (*at)++;
        return less ? FILTER_UNTIL : FILTER_FROM_ON;
    }
    return less ? FILTER_BEFORE : FILTER_BEHIND;
}

static bool take_condition(struct arena *arena, const char **at, size_t key_bytes,
                           struct filter_piece *piece, struct error *err)
{
    int key = filter_key_from_name(*at, key_bytes);
    if (key < 0)
        return unknown_key(*at, key_bytes, arena, err);
    piece->key = (enum filter_key)key;
    *at += key_bytes + 1;
    if (!keys[key].text)
        piece->compare = take_compare(at);
    const char *end = value_end(*at);
    piece->quoted = **at == '"';
    piece->value = without_quotes(arena, *at, end);
    *at = end;
    if (*piece->value == '\0')
        return error_set(err, ERROR_USAGE, "%s: wants a value, as in %s; Tab shows some",
                         keys[key].name, keys[key].help);
    return true;
}

static bool negates(const char *text)
{
    unsigned char next = (unsigned char)text[1];
    return text[0] == '-' &&
           (isalpha(next) || next == '"' || next == '#' || next >= 0x80);
}

static bool take_piece(struct arena *arena, const char *text, const char **at,
                       struct filter_piece *piece, struct error *err)
{
    const char *start = *at, *end;
    bool good = true;
    *piece = (struct filter_piece){
        .negated = negates(*at), .value = "", .start = (size_t)(start - text)};
    *at += piece->negated ? 1 : 0;
    size_t key_bytes = key_length(*at);
    bool tag = **at == '#' && (*at)[1] != '\0' && !isspace((unsigned char)(*at)[1]);
    if (key_bytes > 0) {
        good = take_condition(arena, at, key_bytes, piece, err);
    } else {
        piece->key = tag ? FILTER_TAG : FILTER_WORDS;
        *at += tag ? 1 : 0;
        end = value_end(*at);
        piece->quoted = **at == '"';
        piece->value = without_quotes(arena, *at, end);
        *at = end;
    }
    piece->length = (size_t)(*at - start);
    return good;
}

static bool is_number(const struct filter_piece *piece)
{
    return piece->key == FILTER_WORDS && !piece->quoted && !piece->negated &&
           piece->value[strspn(piece->value, "0123456789+()-./")] == '\0' &&
           strpbrk(piece->value, "0123456789") != NULL;
}

/* One number typed in groups. */
static void join_number(struct arena *arena, struct filter_piece *before,
                        const struct filter_piece *piece)
{
    before->value = arena_format(arena, "%s %s", before->value, piece->value);
    before->length = piece->start + piece->length - before->start;
}

bool filter_split(struct arena *arena, const char *text, struct filter_piece **pieces,
                  size_t *count, struct error *err)
{
    const char *at = text;
    struct filter_piece *all = arena_array(arena, FILTER_TERMS_MAX + 1, sizeof *all);
    *pieces = all;
    *count = 0;
    for (;;) {
        while (isspace((unsigned char)*at))
            at++;
        if (*at == '\0')
            return true;
        struct filter_piece *piece = &all[*count];
        if (!take_piece(arena, text, &at, piece, err))
            return false;
        if (*count > 0 && is_number(piece) && is_number(&all[*count - 1]))
            join_number(arena, &all[*count - 1], piece);
        else if (*piece->value != '\0')
            (*count)++;
        if (*count > FILTER_TERMS_MAX)
            return error_set(err, ERROR_USAGE, "at most %d words and conditions",
                             FILTER_TERMS_MAX);
    }
}

struct filter_completing filter_at(const char *text, size_t cursor)
{
    struct filter_completing out = {.key = -1};
    size_t start = 0;
    bool quoted = false;
    for (size_t i = 0; i < cursor; i++) {
        quoted = quoted != (text[i] == '"');
        if (!quoted && isspace((unsigned char)text[i]))
            start = i + 1;
    }
    if (start < cursor && text[start] == '-')
        start++;
    size_t bytes = key_length(text + start);
    out.start = start;
    if (start < cursor && text[start] == '#') {
        out.key = FILTER_TAG;
        out.start = start + 1;
    } else if (bytes > 0 && start + bytes < cursor) {
        out.key = filter_key_from_name(text + start, bytes);
        out.start = start + bytes + 1;
        while (out.start < cursor && strchr("<>=", text[out.start]) != NULL)
            out.start++;
        if (out.start < cursor && text[out.start] == '"') {
            out.start++;
            out.quoted = true;
        }
        for (size_t i = out.start; i < cursor && !out.quoted; i++) {
            if (text[i] == ',')
                out.start = i + 1;
        }
    }
    return out;
}
