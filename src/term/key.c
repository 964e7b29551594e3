#include "touchbase/term/key.h"

#include <stdio.h>
#include <string.h>

#include "touchbase/base/text.h"

static const struct {
    const char *name;
    enum keysym sym;
} key_names[] = {
    {"Enter", KEYSYM_ENTER},  {"Tab", KEYSYM_TAB},
    {"Esc", KEYSYM_ESCAPE},   {"Backspace", KEYSYM_BACKSPACE},
    {"Del", KEYSYM_DELETE},   {"Ins", KEYSYM_INSERT},
    {"Up", KEYSYM_UP},        {"Down", KEYSYM_DOWN},
    {"Left", KEYSYM_LEFT},    {"Right", KEYSYM_RIGHT},
    {"Home", KEYSYM_HOME},    {"End", KEYSYM_END},
    {"PgUp", KEYSYM_PAGE_UP}, {"PgDn", KEYSYM_PAGE_DOWN},
};

enum { KEY_NAME_COUNT = sizeof key_names / sizeof key_names[0], FUNCTION_KEYS = 12 };

static struct key named(enum keysym sym)
{
    return (struct key){.sym = sym};
}

static struct key with_ctrl(uint32_t code)
{
    return (struct key){.code = code, .modifiers = KEYMOD_CTRL};
}

struct key key_of_character(uint32_t code)
{
    switch (code) {
    case 0:
        return with_ctrl(' ');
    case '\b':
    case 0x7f:
        return named(KEYSYM_BACKSPACE);
    case '\t':
        return named(KEYSYM_TAB);
    case '\n':
    case '\r':
        return named(KEYSYM_ENTER);
    case 0x1b:
        return named(KEYSYM_ESCAPE);
    default:
        break;
    }
    if (code < 0x1b)
        return with_ctrl(code + 'a' - 1);
    if (code < 0x20)
        return with_ctrl(code + '@');
    return (struct key){.code = code};
}

bool key_same(struct key a, struct key b)
{
    return a.sym == b.sym && a.sym != KEYSYM_PASTE && a.sym != KEYSYM_MOUSE &&
           a.code == b.code && a.modifiers == b.modifiers;
}

struct key key_without_alt(struct key key)
{
    key.modifiers &= ~(unsigned)KEYMOD_ALT;
    return key;
}

bool key_is_text(struct key key)
{
    return key.sym == KEYSYM_CHARACTER && key.modifiers == 0 && key.code >= 0x20 &&
           (key.code < 0x7f || key.code >= 0xa0);
}

/* The key of Ctrl and a character; false when no terminal can send it. */
static bool control_of(uint32_t code, struct key *key)
{
    if (code == ' ')
        *key = with_ctrl(' ');
    else if (code == '?')
        *key = named(KEYSYM_BACKSPACE);
    else if ((code >= '@' && code <= '_') || (code >= 'a' && code <= 'z'))
        *key = key_of_character(code & 0x1f);
    else
        return false;
    return true;
}

static bool parse_function(const char *name, size_t length, struct key *key)
{
    uint32_t number = 0;

    if (length < 2 || length > 3 || name[0] != 'F' || name[1] == '0')
        return false;
    for (size_t i = 1; i < length; i++) {
        if (name[i] < '0' || name[i] > '9')
            return false;
        number = number * 10 + (uint32_t)(name[i] - '0');
    }
    *key = (struct key){.sym = KEYSYM_FUNCTION, .code = number};
    return number <= FUNCTION_KEYS;
}

static bool parse_name(const char *name, size_t length, struct key *key)
{
    for (size_t i = 0; i < KEY_NAME_COUNT; i++) {
        if (strlen(key_names[i].name) == length &&
            memcmp(key_names[i].name, name, length) == 0) {
            *key = named(key_names[i].sym);
            return true;
        }
    }
    if (length == 5 && memcmp(name, "Space", length) == 0) {
        *key = (struct key){.code = ' '};
        return true;
    }
    return parse_function(name, length, key);
}

static bool parse_character(const char *name, size_t length, struct key *key)
{
    const char *at = name;
    uint32_t code;

    if (length == 0 || !text_is_utf8(name, length))
        return false;
    code = text_next(&at, name + length);
    *key = (struct key){.code = code};
    return at == name + length && key_is_text(*key);
}

static bool parse_bare(const char *name, size_t length, struct key *key)
{
    return parse_character(name, length, key) || parse_name(name, length, key);
}

static unsigned modifier_of(char letter)
{
    switch (letter) {
    case 'C':
        return KEYMOD_CTRL;
    case 'M':
        return KEYMOD_ALT;
    case 'S':
        return KEYMOD_SHIFT;
    default:
        return 0;
    }
}

static bool add_modifiers(struct key *key, unsigned modifiers)
{
    if (key->sym == KEYSYM_CHARACTER) {
        if (modifiers & KEYMOD_SHIFT)
            return false;
        if ((modifiers & KEYMOD_CTRL) && !control_of(key->code, key))
            return false;
        modifiers &= KEYMOD_ALT;
    }
    key->modifiers |= modifiers;
    return true;
}

bool key_parse(const char *name, size_t length, struct key *key)
{
    unsigned modifiers = 0;

    while (length > 2 && name[1] == '-' && modifier_of(name[0]) != 0) {
        modifiers |= modifier_of(name[0]);
        name += 2;
        length -= 2;
    }
    if (length == 2 && name[0] == '^' && control_of((unsigned char)name[1], key))
        return add_modifiers(key, modifiers);
    return parse_bare(name, length, key) && add_modifiers(key, modifiers);
}

static void print_bare(struct key key, char out[KEY_TEXT_SIZE], size_t used)
{
    struct buffer text = {0};

    if (key.sym == KEYSYM_FUNCTION)
        buffer_add_format(&text, "F%u", (unsigned)key.code);
    else if (key.sym == KEYSYM_PASTE)
        buffer_add_string(&text, "Paste");
    else if (key.sym == KEYSYM_MOUSE)
        buffer_add_string(&text, "Mouse");
    else if (key.sym == KEYSYM_CHARACTER && key.code == ' ')
        buffer_add_string(&text, "Space");
    else if (key.sym == KEYSYM_CHARACTER)
        text_append(&text, key.code);
    for (size_t i = 0; i < KEY_NAME_COUNT; i++) {
        if (key_names[i].sym == key.sym)
            buffer_add_string(&text, key_names[i].name);
    }
    snprintf(out + used, KEY_TEXT_SIZE - used, "%s", buffer_string(&text));
    buffer_free(&text);
}

/* Ctrl and a letter or sign that a terminal can send: "^R". */
static bool is_caret(struct key key)
{
    return key.sym == KEYSYM_CHARACTER && key.modifiers == KEYMOD_CTRL &&
           ((key.code >= '@' && key.code <= '_') || (key.code >= 'a' && key.code <= 'z'));
}

char *key_print(struct key key, char out[KEY_TEXT_SIZE])
{
    int used;

    if (is_caret(key)) {
        snprintf(out, KEY_TEXT_SIZE, "^%c",
                 (char)(key.code >= 'a' ? key.code - 0x20 : key.code));
        return out;
    }
    used = snprintf(out, KEY_TEXT_SIZE, "%s%s%s", key.modifiers & KEYMOD_CTRL ? "C-" : "",
                    key.modifiers & KEYMOD_ALT ? "M-" : "",
                    key.modifiers & KEYMOD_SHIFT ? "S-" : "");

    print_bare(key, out, (size_t)used);
    return out;
}

/* The key at the front of a sequence; how many bytes it takes, 0: none. */
static size_t parse_front(const char *word, size_t length, struct key *key)
{
    const char *close =
        length > 2 && word[0] == '<' ? memchr(word + 2, '>', length - 2) : NULL;
    const char *at = word;

    if (close != NULL && key_parse(word + 1, (size_t)(close - word) - 1, key))
        return (size_t)(close - word) + 1;
    if (length >= 2 && word[0] == '^' && key_parse(word, 2, key))
        return 2;
    text_next(&at, word + length);
    return parse_character(word, (size_t)(at - word), key) ? (size_t)(at - word) : 0;
}

size_t key_parse_sequence(const char *word, size_t length,
                          struct key keys[KEY_SEQUENCE_MAX])
{
    size_t count = 0, at = 0;

    if (key_parse(word, length, &keys[0]))
        return 1;
    while (at < length) {
        size_t used = count < KEY_SEQUENCE_MAX
                          ? parse_front(word + at, length - at, &keys[count])
                          : 0;

        if (used == 0)
            return 0;
        at += used;
        count++;
    }
    return count;
}

static bool is_plain(struct key key)
{
    return key_is_text(key) && key.code != ' ' && key.code != '<' && key.code != '^';
}

void key_print_sequence(const struct key *keys, size_t count, struct buffer *out)
{
    char name[KEY_TEXT_SIZE];
    struct buffer word = {0};
    struct key read;

    for (size_t i = 0; i < count; i++) {
        /* a "<" at the end begins no name */
        bool open = i + 1 == count && key_is_text(keys[i]) && keys[i].code == '<';
        bool bare = open || count == 1 || is_plain(keys[i]) || is_caret(keys[i]);

        buffer_add_string(&word, bare ? "" : "<");
        buffer_add_string(&word, key_print(keys[i], name));
        buffer_add_string(&word, bare ? "" : ">");
    }
    if (count > 1 && key_parse(word.data, word.length, &read)) {
        key_print(keys[0], name);
        buffer_add_format(out, "<%s>", name);
        buffer_add(out, word.data + strlen(name), word.length - strlen(name));
    } else {
        buffer_add(out, buffer_string(&word), word.length);
    }
    buffer_free(&word);
}
