/* A key press as the whole program knows it, and its name as keymaps, settings and key
 * scripts write it. */
#ifndef TOUCHBASE_TERM_KEY_H
#define TOUCHBASE_TERM_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"

enum keysym {
    KEYSYM_CHARACTER, /* code holds the code point */
    KEYSYM_ENTER,
    KEYSYM_TAB,
    KEYSYM_ESCAPE,
    KEYSYM_BACKSPACE,
    KEYSYM_DELETE,
    KEYSYM_INSERT,
    KEYSYM_UP,
    KEYSYM_DOWN,
    KEYSYM_LEFT,
    KEYSYM_RIGHT,
    KEYSYM_HOME,
    KEYSYM_END,
    KEYSYM_PAGE_UP,
    KEYSYM_PAGE_DOWN,
    KEYSYM_FUNCTION, /* code holds 1 to 12 */
    KEYSYM_PASTE,    /* a pasted piece: text holds it */
    KEYSYM_MOUSE,    /* code holds an enum mouse, row and column its place */
};

/* What a mouse did, once a screen was told to listen to it. */
enum mouse { MOUSE_PRESS, MOUSE_RELEASE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

enum { KEYMOD_CTRL = 1, KEYMOD_ALT = 2, KEYMOD_SHIFT = 4 };

/* One press. A letter with Ctrl is its lower case with KEYMOD_CTRL; what a terminal
 * cannot tell apart is one key (C-i is Tab, C-m and C-j are Enter, C-[ is Esc, C-h is
 * Backspace). KEYMOD_SHIFT goes with named keys only. */
struct key {
    enum keysym sym;
    uint32_t code;
    unsigned modifiers;
    /* With KEYSYM_PASTE alone: valid UTF-8, newlines as LF, no other control but TAB, a
     * NUL behind length bytes. Belongs to the screen and lives until its next event. */
    const char *text;
    size_t length;
    /* With KEYSYM_MOUSE alone: from 0 at the top left. */
    int row;
    int column;
};

enum { KEY_TEXT_SIZE = 24, KEY_SEQUENCE_MAX = 8 };

/* The press of a character; a control code gives the key it stands for. */
struct key key_of_character(uint32_t code);
/* Same key? Pastes, and what a mouse did, are never the same. */
bool key_same(struct key a, struct key b);
/* A terminal sends Alt and a key as Esc and that key, so that a quick Esc looks like Alt.
 * For a key with Alt that nobody bound: the same without it, to be taken after an Esc. */
struct key key_without_alt(struct key key);
/* Is it a character to be typed into text (no Ctrl, no Alt, no control code)? */
bool key_is_text(struct key key);

/* Reads one name of length bytes: a single character, "Space", "Enter", "Tab", "Esc",
 * "Backspace", "Del", "Ins", "Up", "Down", "Left", "Right", "Home", "End", "PgUp",
 * "PgDn", "F1" to "F12", in front of it any of "C-", "M-", "S-"; or "^X" for "C-x". Case
 * counts for characters only. False when it is none of these. */
bool key_parse(const char *name, size_t length, struct key *key);
/* The name key_parse reads ("Paste" for a paste, "Mouse" for a mouse), into out,
 * returned; of Ctrl and a letter or sign "^X", as they are written everywhere. */
char *key_print(struct key key, char out[KEY_TEXT_SIZE]);

/* Reads a sequence written as one word: a key name ("PgDn"), or characters, ^X and <NAME>
 * in a row ("gg", "g1",
 * "^X^E", "<C-x><C-e>"). The number of keys put into keys (at most KEY_SEQUENCE_MAX), 0
 * when it is no sequence. */
size_t key_parse_sequence(const char *word, size_t length,
                          struct key keys[KEY_SEQUENCE_MAX]);
/* Appends the word key_parse_sequence reads. */
void key_print_sequence(const struct key *keys, size_t count, struct buffer *out);

#endif
