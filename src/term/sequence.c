#include "sequence.h"

#include <string.h>

enum { PARAMETERS = 3 };

struct csi {
    unsigned parameters[PARAMETERS];
    char final;
};

static const struct {
    char final;
    enum keysym sym;
} finals[] = {
    {'A', KEYSYM_UP},   {'B', KEYSYM_DOWN}, {'C', KEYSYM_RIGHT},
    {'D', KEYSYM_LEFT}, {'H', KEYSYM_HOME}, {'F', KEYSYM_END},
};

/* The keys of "CSI number ~" from number 1 on; functions follow from 11 on. */
static const enum keysym numbered[] = {
    KEYSYM_HOME,    KEYSYM_INSERT,    KEYSYM_DELETE, KEYSYM_END,
    KEYSYM_PAGE_UP, KEYSYM_PAGE_DOWN, KEYSYM_HOME,   KEYSYM_END,
};

static unsigned modifiers_of(unsigned parameter)
{
    unsigned bits = parameter > 0 ? parameter - 1 : 0;

    return (bits & 1 ? KEYMOD_SHIFT : 0u) | (bits & 2 ? KEYMOD_ALT : 0u) |
           (bits & 4 ? KEYMOD_CTRL : 0u);
}

static enum sequence_kind give(struct key *key, enum keysym sym, uint32_t code,
                               unsigned modifiers)
{
    *key = (struct key){.sym = sym, .code = code, .modifiers = modifiers};
    return SEQUENCE_KEY;
}

static enum sequence_kind final_key(char final, unsigned modifiers, struct key *key)
{
    for (size_t i = 0; i < sizeof finals / sizeof finals[0]; i++) {
        if (finals[i].final == final)
            return give(key, finals[i].sym, 0, modifiers);
    }
    if (final >= 'P' && final <= 'S')
        return give(key, KEYSYM_FUNCTION, (uint32_t)(final - 'P') + 1, modifiers);
    return SEQUENCE_OTHER;
}

/* F1 to F12 have the numbers 11 to 24 with gaps at 16 and 22. */
static uint32_t function_of(unsigned number)
{
    if (number >= 11 && number <= 15)
        return number - 10;
    if (number >= 17 && number <= 21)
        return number - 11;
    if (number == 23 || number == 24)
        return number - 12;
    return 0;
}

/* A character with modifiers, as terminals with extended keys report it. */
static enum sequence_kind extended_key(unsigned code, unsigned modifiers, struct key *key)
{
    char letter = (char)code;

    if (code == 0 || code > 0x10ffff)
        return SEQUENCE_OTHER;
    *key = key_of_character(code);
    if (key->sym != KEYSYM_CHARACTER) {
        key->modifiers = modifiers;
    } else if ((modifiers & KEYMOD_CTRL) && code < 0x7f) {
        char name[4] = {'C', '-', letter, '\0'};

        if (!key_parse(name, 3, key))
            return SEQUENCE_OTHER;
        key->modifiers |= modifiers & KEYMOD_ALT;
    } else {
        key->modifiers = modifiers & KEYMOD_ALT;
    }
    return SEQUENCE_KEY;
}

static enum sequence_kind numbered_key(const struct csi *csi, unsigned modifiers,
                                       struct key *key)
{
    unsigned number = csi->parameters[0];

    if (number == 200)
        return SEQUENCE_PASTE;
    if (number == 27)
        return extended_key(csi->parameters[2], modifiers_of(csi->parameters[1]), key);
    if (number >= 1 && number <= sizeof numbered / sizeof numbered[0])
        return give(key, numbered[number - 1], 0, modifiers);
    if (function_of(number) != 0)
        return give(key, KEYSYM_FUNCTION, function_of(number), modifiers);
    return SEQUENCE_OTHER;
}

static enum sequence_kind csi_key(const struct csi *csi, struct key *key)
{
    unsigned modifiers = modifiers_of(csi->parameters[1]);

    switch (csi->final) {
    case '~':
        return numbered_key(csi, modifiers, key);
    case '^': /* rxvt writes modifiers into the final byte */
        return numbered_key(csi, KEYMOD_CTRL, key);
    case '$':
        return numbered_key(csi, KEYMOD_SHIFT, key);
    case '@':
        return numbered_key(csi, KEYMOD_CTRL | KEYMOD_SHIFT, key);
    case 'Z':
        return give(key, KEYSYM_TAB, 0, KEYMOD_SHIFT);
    case 'u':
        return extended_key(csi->parameters[0], modifiers, key);
    case 'a':
    case 'b':
    case 'c':
    case 'd':
        return final_key((char)(csi->final - 'a' + 'A'), KEYMOD_SHIFT, key);
    default:
        break;
    }
    /* anything with a first number but 1 is a report ("CSI 24;80 R"), not a key */
    return csi->parameters[0] > 1 ? SEQUENCE_OTHER
                                  : final_key(csi->final, modifiers, key);
}

/* Reads "1;5" into csi; false when it is not that simple (private reports, mouse). */
static bool read_parameters(const char *bytes, size_t length, struct csi *csi)
{
    size_t index = 0;

    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == ';' || bytes[i] == ':') {
            if (++index == PARAMETERS)
                return false;
        } else if (bytes[i] >= '0' && bytes[i] <= '9') {
            unsigned *parameter = &csi->parameters[index];

            if (*parameter < 0x1000000)
                *parameter = *parameter * 10 + (unsigned)(bytes[i] - '0');
        } else {
            return false;
        }
    }
    return true;
}

/* Button 0 is the left one; 64 and 65 are the wheel, which is only pressed. The bits of
 * Shift, Alt and Ctrl do not matter; motion (32) is never asked for. */
static enum sequence_kind mouse_key(unsigned button, bool released, unsigned column,
                                    unsigned row, struct key *key)
{
    enum mouse what = released ? MOUSE_RELEASE : MOUSE_PRESS;

    button &= ~28u;
    if (button == 64 || button == 65)
        what = button == 64 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
    else if (button != 0)
        return SEQUENCE_OTHER;
    if (row == 0 || column == 0 || (button != 0 && released))
        return SEQUENCE_OTHER;
    *key = (struct key){.sym = KEYSYM_MOUSE,
                        .code = what,
                        .row = (int)row - 1,
                        .column = (int)column - 1};
    return SEQUENCE_KEY;
}

/* CSI M and three bytes: terminals that do not know the numbered form. */
static enum sequence_kind old_mouse(const char *bytes, size_t length, struct key *key,
                                    size_t *used)
{
    unsigned button;

    if (length < 5)
        return SEQUENCE_OPEN;
    *used = 5;
    for (int i = 2; i < 5; i++) {
        if ((unsigned char)bytes[i] < 32)
            return SEQUENCE_OTHER;
    }
    button = (unsigned char)bytes[2] - 32u;
    if ((button & 67u) == 3)
        return mouse_key(0, true, (unsigned char)bytes[3] - 32u,
                         (unsigned char)bytes[4] - 32u, key);
    return mouse_key(button, false, (unsigned char)bytes[3] - 32u,
                     (unsigned char)bytes[4] - 32u, key);
}

static enum sequence_kind decode_csi(const char *bytes, size_t length, struct key *key,
                                     size_t *used)
{
    struct csi csi = {0};
    size_t end = 1;

    if (length > 1 && bytes[1] == '[') { /* Linux console: CSI [ A is F1 */
        *used = 3;
        if (length < 3)
            return SEQUENCE_OPEN;
        if (bytes[2] < 'A' || bytes[2] > 'E')
            return SEQUENCE_OTHER;
        return give(key, KEYSYM_FUNCTION, (uint32_t)(bytes[2] - 'A') + 1, 0);
    }
    if (length > 1 && bytes[1] == 'M')
        return old_mouse(bytes, length, key, used);
    while (end < length && bytes[end] >= 0x20 && bytes[end] < 0x40 && bytes[end] != '$')
        end++;
    if (end == length && end < SEQUENCE_MAX)
        return SEQUENCE_OPEN;
    *used = end == length ? end : end + 1;
    /* not a final byte: the sequence is broken off, and what broke it is decoded anew */
    if (end == length || bytes[end] < 0x20 || bytes[end] > 0x7e) {
        *used = end;
        return SEQUENCE_OTHER;
    }
    csi.final = bytes[end];
    if (bytes[1] == '<' && (csi.final == 'M' || csi.final == 'm'))
        return read_parameters(bytes + 2, end - 2, &csi)
                   ? mouse_key(csi.parameters[0], csi.final == 'm', csi.parameters[1],
                               csi.parameters[2], key)
                   : SEQUENCE_OTHER;
    return read_parameters(bytes + 1, end - 1, &csi) ? csi_key(&csi, key)
                                                     : SEQUENCE_OTHER;
}

static enum sequence_kind decode_ss3(const char *bytes, size_t length, struct key *key,
                                     size_t *used)
{
    static const char keypad[] = "jklmnopqrstuvwxyz";
    static const char typed[] = "*+,-./0123456789=";
    const char *place;

    if (length < 2)
        return SEQUENCE_OPEN;
    *used = 2;
    if (bytes[1] == 'M')
        return give(key, KEYSYM_ENTER, 0, 0);
    if (bytes[1] >= 'a' && bytes[1] <= 'd')
        return final_key((char)(bytes[1] - 'a' + 'A'), KEYMOD_CTRL, key);
    place = bytes[1] == '\0' ? NULL : strchr(keypad, bytes[1]);
    if (place != NULL)
        return give(key, KEYSYM_CHARACTER, (unsigned char)typed[place - keypad], 0);
    return final_key(bytes[1], 0, key);
}

enum sequence_kind sequence_decode(const char *bytes, size_t length, struct key *key,
                                   size_t *used)
{
    *used = 1;
    return bytes[0] == '[' ? decode_csi(bytes, length, key, used)
                           : decode_ss3(bytes, length, key, used);
}
