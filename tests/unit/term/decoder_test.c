#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "decoder.h"

enum { DELAY = 25 };

/* Feeds bytes at a time and prints the keys that come out, separated by blanks; pastes in
 * brackets. */
static void feed(struct decoder *decoder, const char *bytes, size_t length, int64_t now,
                 struct buffer *out)
{
    struct key key;
    char name[KEY_TEXT_SIZE];

    if (length > 0)
        decoder_feed(decoder, bytes, length, now);
    while (decoder_next(decoder, now, &key)) {
        if (out->length > 0)
            buffer_add_char(out, ' ');
        if (key.sym == KEYSYM_PASTE)
            buffer_add_format(out, "[%s]", key.text);
        else if (key.sym == KEYSYM_MOUSE)
            buffer_add_format(out, "Mouse%u@%d,%d", (unsigned)key.code, key.row,
                              key.column);
        else
            buffer_add_string(out, key_print(key, name));
    }
}

static const struct {
    const char *bytes;
    const char *keys;
} rows[] = {
    {"a", "a"},
    {"gg", "g g"},
    {"\x01\r\x7f\t", "^A Enter Backspace Tab"},
    {"\xc3\xa9\xe6\xbc\xa2\xf0\x9f\x98\x80", "é 漢 😀"},
    {"\033[A\033[B\033[C\033[D", "Up Down Right Left"},
    {"\033OA\033OB\033OC\033OD", "Up Down Right Left"},
    {"\033[H\033[F\033OH\033OF", "Home End Home End"},
    {"\033[1~\033[4~\033[7~\033[8~", "Home End Home End"},
    {"\033[2~\033[3~\033[5~\033[6~", "Ins Del PgUp PgDn"},
    {"\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4"},
    {"\033[[A\033[[E", "F1 F5"},
    {"\033[11~\033[15~\033[17~\033[21~\033[23~\033[24~", "F1 F5 F6 F10 F11 F12"},
    {"\033[Z", "S-Tab"},
    {"\033[1;5A\033[1;3C\033[1;2D\033[1;8H", "C-Up M-Right S-Left C-M-S-Home"},
    {"\033[3;5~\033[15;2~\033[1;5P", "C-Del S-F5 C-F1"},
    {"\033[3^\033[3$\033[3@\033[a\033Oc", "C-Del S-Del C-S-Del S-Up C-Right"},
    {"\033Oj\033Op\033OM", "* 0 Enter"},
    {"\033[27;5;120~\033[97;5u\033[13;5u\033[233;3u", "^X ^A C-Enter M-é"},
    {"\033b\033f\033\x7f\033\r", "M-b M-f M-Backspace M-Enter"},
    {"\033\xc3\xa9", "M-é"},
    {"\033\033[A", "Esc Up"},
    {"\033[I\033[O\033[24;80R\033[?1;2cx", "x"},
    {"\033[<0;3;4M\033[<0;3;40mx", "Mouse0@3,2 Mouse1@39,2 x"},
    {"\033[<64;1;1M\033[<65;300;200M\033[<81;2;3M",
     "Mouse2@0,0 Mouse3@199,299 Mouse3@2,1"},
    {"\033[<1;3;4M\033[<2;3;4m\033[<32;3;4M\033[<0;0;4M\033[<0;3Mx", "x"},
    {"\033[M !\"\033[M#%&\033[M`!!x", "Mouse0@1,0 Mouse1@5,4 Mouse2@0,0 x"},
    {"\033[M\"!!x", "x"},
    {"\033[99~\033[1;5;7;9Ax", "x"},
    {"\xff"
     "a\xc3(",
     "\xef\xbf\xbd a \xef\xbf\xbd ("},
    {"\xc2\x85"
     "a",
     "a"},
    {"\033[200~one\r\ntwo\rthree\nq\033[201~x", "[one\ntwo\nthree\nq] x"},
    {"\033[200~\033[201~", "[]"},
    {"\033[200~a\x01\033[31m\x7f\tb\xff\033[201~", "[a[31m\tb\xef\xbf\xbd]"},
    {"\033[201~x", "x"},
};

static void known_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct decoder decoder;
        struct buffer out = {0};

        decoder_init(&decoder, DELAY);
        feed(&decoder, rows[i].bytes, strlen(rows[i].bytes), 1000, &out);
        assert_string_equal(buffer_string(&out), rows[i].keys);
        assert_int_equal(decoder_timeout(&decoder, 1000), -1);
        buffer_free(&out);
        decoder_free(&decoder);
    }
}

/* Every sequence split at every byte, the rest coming before the delay is over: the same
 * keys. */
static void split_anywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t length = strlen(rows[i].bytes);

        for (size_t cut = 0; cut <= length; cut++) {
            struct decoder decoder;
            struct buffer out = {0};

            decoder_init(&decoder, DELAY);
            feed(&decoder, rows[i].bytes, cut, 1000, &out);
            feed(&decoder, rows[i].bytes + cut, length - cut, 1000 + DELAY - 1, &out);
            assert_string_equal(buffer_string(&out), rows[i].keys);
            buffer_free(&out);
            decoder_free(&decoder);
        }
    }
}

static void byte_by_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct decoder decoder;
        struct buffer out = {0};

        decoder_init(&decoder, DELAY);
        for (size_t j = 0; rows[i].bytes[j] != '\0'; j++)
            feed(&decoder, rows[i].bytes + j, 1, 1000 + (int64_t)j, &out);
        assert_string_equal(buffer_string(&out), rows[i].keys);
        buffer_free(&out);
        decoder_free(&decoder);
    }
}

static void lone_escape_waits(void **state)
{
    struct decoder decoder;
    struct buffer out = {0};

    (void)state;
    decoder_init(&decoder, DELAY);
    feed(&decoder, "\033", 1, 1000, &out);
    assert_int_equal(out.length, 0);
    assert_int_equal(decoder_timeout(&decoder, 1000), DELAY);
    assert_int_equal(decoder_timeout(&decoder, 1010), DELAY - 10);
    feed(&decoder, "", 0, 1000 + DELAY, &out);
    assert_string_equal(buffer_string(&out), "Esc");
    assert_int_equal(decoder_timeout(&decoder, 1100), -1);
    buffer_free(&out);
    decoder_free(&decoder);
}

/* An arrow key torn apart by a slow line gives an Esc, and then nothing: never letters.
 */
static void late_rest_is_dropped(void **state)
{
    static const char *const rests[] = {"[A", "OA", "[1;5C", "[200~pasted\033[201~",
                                        "[[A"};

    (void)state;
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
        struct decoder decoder;
        struct buffer out = {0};

        decoder_init(&decoder, DELAY);
        feed(&decoder, "\033", 1, 1000, &out);
        feed(&decoder, "", 0, 1030, &out);
        feed(&decoder, rests[i], strlen(rests[i]), 1040, &out);
        feed(&decoder, "x", 1, 2000, &out);
        assert_string_equal(buffer_string(&out), i == 3 ? "Esc [pasted] x" : "Esc x");
        buffer_free(&out);
        decoder_free(&decoder);
    }
}

/* Long after an Esc, a bracket is a bracket; soon after it, one alone is too. */
static void typed_brackets(void **state)
{
    struct decoder decoder;
    struct buffer out = {0};

    (void)state;
    decoder_init(&decoder, DELAY);
    feed(&decoder, "\033", 1, 1000, &out);
    feed(&decoder, "", 0, 1030, &out);
    feed(&decoder, "[", 1, 1500, &out);
    feed(&decoder, "\033", 1, 2000, &out);
    feed(&decoder, "", 0, 2030, &out);
    feed(&decoder, "[", 1, 2040, &out);
    feed(&decoder, "", 0, 2200, &out);
    feed(&decoder, "O", 1, 3000, &out);
    assert_string_equal(buffer_string(&out), "Esc [ Esc [ O");
    buffer_free(&out);
    decoder_free(&decoder);
}

static void broken_off(void **state)
{
    struct decoder decoder;
    struct buffer out = {0};

    (void)state;
    decoder_init(&decoder, DELAY);
    feed(&decoder, "\033[12", 4, 1000, &out);
    assert_true(decoder_timeout(&decoder, 1000) > 0);
    feed(&decoder, "", 0, 1000 + DECODER_REST, &out);
    feed(&decoder, "\xe6\xbc", 2, 2000, &out);
    feed(&decoder, "", 0, 2000 + DECODER_REST, &out);
    feed(&decoder, "\033O", 2, 3000, &out);
    feed(&decoder, "", 0, 3000 + DECODER_REST, &out);
    assert_string_equal(buffer_string(&out), "\xef\xbf\xbd \xef\xbf\xbd M-O");
    buffer_free(&out);
    decoder_free(&decoder);
}

static void paste_ends_in_silence(void **state)
{
    struct decoder decoder;
    struct buffer out = {0};

    (void)state;
    decoder_init(&decoder, DELAY);
    feed(&decoder, "\033[200~no end\033[20", 16, 1000, &out);
    assert_int_equal(out.length, 0);
    assert_int_equal(decoder_timeout(&decoder, 1000), DECODER_PASTE_SILENCE);
    feed(&decoder, "q", 1, 1500, &out);
    assert_int_equal(out.length, 0);
    feed(&decoder, "", 0, 1500 + DECODER_PASTE_SILENCE, &out);
    feed(&decoder, "j", 1, 4000, &out);
    assert_string_equal(buffer_string(&out), "[no end[20q] j");
    buffer_free(&out);
    decoder_free(&decoder);
}

static void paste_is_capped(void **state)
{
    struct decoder decoder;
    struct key key;
    static char block[4096];

    (void)state;
    memset(block, 'x', sizeof block);
    decoder_init(&decoder, DELAY);
    decoder_feed(&decoder, "\033[200~", 6, 1000);
    for (int i = 0; i < 300; i++) {
        decoder_feed(&decoder, block, sizeof block, 1000);
        assert_false(decoder_next(&decoder, 1000, &key));
    }
    decoder_feed(&decoder, "\033[201~", 6, 1000);
    assert_true(decoder_next(&decoder, 1000, &key));
    assert_int_equal(key.sym, KEYSYM_PASTE);
    assert_int_equal(key.length, DECODER_PASTE_MAX);
    assert_true(decoder.cut);
    decoder_free(&decoder);
}

/* Noise never hangs the decoder, never makes an invalid key, and never leaves it waiting
 * without a deadline. */
static void noise(void **state)
{
    struct decoder decoder;
    int64_t now = 0;

    (void)state;
    srand(11);
    decoder_init(&decoder, DELAY);
    for (int i = 0; i < 50000; i++) {
        static const char hard[] = "\033\033\033[[O0123456789;~?<$@^AMu\xc3\xe6\xf0\x80";
        char byte =
            rand() % 3 > 0 ? hard[(size_t)rand() % (sizeof hard - 1)] : (char)rand();
        struct key key;

        now += rand() % 40;
        decoder_feed(&decoder, &byte, 1, now);
        while (decoder_next(&decoder, now, &key))
            assert_true(key.sym != KEYSYM_CHARACTER || key.code >= 0x20);
        assert_true(decoder.input.length == 0 || decoder_timeout(&decoder, now) >= 0);
    }
    decoder_free(&decoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_bytes),          cmocka_unit_test(split_anywhere),
        cmocka_unit_test(byte_by_byte),         cmocka_unit_test(lone_escape_waits),
        cmocka_unit_test(late_rest_is_dropped), cmocka_unit_test(typed_brackets),
        cmocka_unit_test(broken_off),           cmocka_unit_test(paste_ends_in_silence),
        cmocka_unit_test(paste_is_capped),      cmocka_unit_test(noise),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
