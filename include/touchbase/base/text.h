/* Text is UTF-8 everywhere. This is the only place that opens utf8proc and the only one
 * that knows display width (wcwidth of the C library, as ncurses uses it) and what may
 * reach a screen (endurance.md 6 and 11). */
#ifndef TOUCHBASE_BASE_TEXT_H
#define TOUCHBASE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"

bool text_is_utf8(const char *text, size_t length);
/* The same text with every byte that is not part of valid UTF-8, and every NUL, as
 * U+FFFD. */
char *text_repair(struct arena *arena, const char *text, size_t length);
/* Windows-1252 (and so Latin-1) bytes as UTF-8. */
char *text_from_latin(struct arena *arena, const char *bytes, size_t length);
/* Decodes one code point at *at and moves *at behind it; U+FFFD and one byte for what is
 * not UTF-8. *at must be before end. */
uint32_t text_next(const char **at, const char *end);
/* Appends one code point. */
void text_append(struct buffer *out, uint32_t code);

/* Folded for comparing and searching: case folded, accents and marks taken off, ł ø đ ß æ
 * œ ı þ ð spelled in plain letters, full-width forms made plain, runs of blanks one
 * blank, none at the ends. */
char *text_fold(struct arena *arena, const char *text);
/* text_fold, byte for byte equal? */
bool text_same_folded(const char *a, const char *b);
/* Does word (already folded) begin any word of folded text? Words are split at anything
 * not a letter or digit, and each Han, kana or Hangul character is a word of its own. */
bool text_begins_word(const char *folded, const char *word);
/* Does each of words begin a word of text, both folded? */
bool text_mentions(const char *text, const char *words);
/* The digits of a phone number with a leading '+' kept ("00" becomes "+"), nothing else.
 */
char *text_phone_digits(struct arena *arena, const char *number);

/* One line for the screen: controls as U+2400 pictures, tabs and newlines as a blank, no
 * bidi controls, joiners, variation selectors, tags; what has no width as U+FFFD; at most
 * 4 marks on a letter. */
void text_screen(struct buffer *out, const char *text, size_t length);
/* The same, newlines kept. */
void text_screen_lines(struct buffer *out, const char *text, size_t length);
/* For whatever is written to a terminal without ncurses: C0 but LF and TAB, DEL, C1, bidi
 * controls and tags become '?'. */
void text_plain(struct buffer *out, const char *text, size_t length);

/* How many bytes from the start are printable ASCII. Each is a character and a column,
 * and a cluster but for the last one, which marks may follow. */
size_t text_ascii_run(const char *text, size_t length);
/* Display columns of text that went through text_screen. */
int text_width(const char *text, size_t length);
/* How many bytes of such text fit into columns (whole clusters only); *used, unless NULL,
 * gets their width. */
size_t text_fit(const char *text, size_t length, int columns, int *used);
/* Appends such text cut or padded with blanks to exactly columns; "…" stands for what was
 * cut. */
void text_pad(struct buffer *out, const char *text, int columns);

/* Grapheme clusters (UAX 29) of raw text: the byte offset behind the cluster at offset,
 * and the start of the one before it. Stay at length and 0. */
size_t text_cluster_next(const char *text, size_t length, size_t offset);
size_t text_cluster_previous(const char *text, size_t length, size_t offset);
/* Is the code point a letter or digit (for word motions and search)? Is it Han, kana or
 * Hangul? */
bool text_is_word(uint32_t code);
bool text_is_cjk(uint32_t code);

#endif
