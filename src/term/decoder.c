#include "decoder.h"

#include <string.h>

#include "sequence.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

static const char paste_end[] = "\033[201~";

enum { PASTE_END_LENGTH = sizeof paste_end - 1, ESCAPE = 0x1b };

enum step {
    STEP_KEY,     /* a key was decoded */
    STEP_DROPPED, /* bytes were taken that mean nothing */
    STEP_WAIT,    /* more bytes, or wait_ms, needed */
};

void decoder_init(struct decoder *decoder, int escape_delay)
{
    *decoder =
        (struct decoder){.escape_delay = escape_delay, .escaped_ms = -1, .wait_ms = -1};
}

void decoder_free(struct decoder *decoder)
{
    buffer_free(&decoder->input);
    buffer_free(&decoder->paste);
    buffer_free(&decoder->text);
}

void decoder_feed(struct decoder *decoder, const char *bytes, size_t length,
                  int64_t now_ms)
{
    buffer_add(&decoder->input, bytes, length);
    decoder->arrived_ms = now_ms;
}

static void take(struct decoder *decoder, size_t count)
{
    buffer_remove(&decoder->input, 0, count);
}

static enum step wait_for(struct decoder *decoder, int ms)
{
    decoder->wait_ms = decoder->arrived_ms + ms;
    return STEP_WAIT;
}

/* Text as a key carries it: valid UTF-8, CRLF and CR as LF, no other control but TAB. */
static void clean(const char *bytes, size_t length, struct buffer *out)
{
    const char *at = bytes, *end = bytes + length;

    buffer_clear(out);
    buffer_add(out, "", 0);
    while (at < end) {
        uint32_t code = text_next(&at, end);

        if (code == '\r') {
            if (at < end && *at == '\n')
                continue;
            code = '\n';
        }
        if (code == '\n' || code == '\t' || (code >= 0x20 && code < 0x7f) || code >= 0xa0)
            text_append(out, code);
    }
}

static enum step end_paste(struct decoder *decoder, struct key *key)
{
    clean(buffer_string(&decoder->paste), decoder->paste.length, &decoder->text);
    buffer_clear(&decoder->paste);
    decoder->pasting = false;
    *key = (struct key){.sym = KEYSYM_PASTE,
                        .text = buffer_string(&decoder->text),
                        .length = decoder->text.length};
    return STEP_KEY;
}

static void keep_pasted(struct decoder *decoder, size_t count)
{
    size_t room = DECODER_PASTE_MAX - decoder->paste.length;

    if (count > room)
        decoder->cut = true;
    buffer_add(&decoder->paste, buffer_string(&decoder->input),
               count < room ? count : room);
    take(decoder, count);
}

/* Where the end marker begins, or could still begin at the end of the input. */
static size_t find_paste_end(const char *bytes, size_t length, bool *whole)
{
    for (size_t i = 0; i < length; i++) {
        size_t left = length - i < PASTE_END_LENGTH ? length - i : PASTE_END_LENGTH;

        if (memcmp(bytes + i, paste_end, left) == 0) {
            *whole = left == PASTE_END_LENGTH;
            return i;
        }
    }
    *whole = false;
    return length;
}

static enum step paste_step(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    bool whole;
    size_t end =
        find_paste_end(buffer_string(&decoder->input), decoder->input.length, &whole);

    keep_pasted(decoder, end);
    if (whole) {
        take(decoder, PASTE_END_LENGTH);
        return end_paste(decoder, key);
    }
    if (now_ms - decoder->arrived_ms >= DECODER_PASTE_SILENCE) {
        keep_pasted(decoder, decoder->input.length);
        return end_paste(decoder, key);
    }
    return wait_for(decoder, DECODER_PASTE_SILENCE);
}

static enum step lone_escape(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    take(decoder, 1);
    decoder->escaped_ms = now_ms;
    *key = key_of_character(ESCAPE);
    return STEP_KEY;
}

/* Length of the UTF-8 character that the byte begins. */
static size_t expected_length(unsigned char lead)
{
    if (lead >= 0xf0 && lead < 0xf8)
        return 4;
    if (lead >= 0xe0)
        return lead < 0xf0 ? 3 : 1;
    return lead >= 0xc0 ? 2 : 1;
}

static bool is_continued(const char *bytes, size_t length)
{
    for (size_t i = 1; i < length; i++) {
        if (((unsigned char)bytes[i] & 0xc0) != 0x80)
            return false;
    }
    return true;
}

/* The character skip bytes into the input. */
static enum step character_step(struct decoder *decoder, size_t skip, int64_t now_ms,
                                struct key *key)
{
    const char *bytes = decoder->input.data + skip;
    size_t length = decoder->input.length - skip;
    const char *at = bytes;

    if (length < expected_length((unsigned char)bytes[0]) &&
        is_continued(bytes, length) && now_ms - decoder->arrived_ms < DECODER_REST)
        return wait_for(decoder, DECODER_REST);
    *key = key_of_character(text_next(&at, bytes + length));
    if (skip > 0)
        key->modifiers |= KEYMOD_ALT;
    take(decoder, skip + (size_t)(at - bytes));
    return key->sym == KEYSYM_CHARACTER && key->modifiers == 0 && !key_is_text(*key)
               ? STEP_DROPPED
               : STEP_KEY;
}

/* A control sequence whose '[' or 'O' stands skip bytes into the input. */
static enum step sequence_step(struct decoder *decoder, size_t skip, int64_t now_ms,
                               struct key *key)
{
    size_t used;
    enum sequence_kind kind = sequence_decode(decoder->input.data + skip,
                                              decoder->input.length - skip, key, &used);

    if (kind == SEQUENCE_OPEN) {
        if (now_ms - decoder->arrived_ms < DECODER_REST)
            return wait_for(decoder, DECODER_REST);
        take(decoder, decoder->input.length);
        return STEP_DROPPED;
    }
    take(decoder, skip + used);
    decoder->pasting = kind == SEQUENCE_PASTE;
    return kind == SEQUENCE_KEY ? STEP_KEY : STEP_DROPPED;
}

static enum step escape_step(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    const char *bytes = decoder->input.data;

    if (decoder->input.length == 1) {
        if (now_ms - decoder->arrived_ms < decoder->escape_delay)
            return wait_for(decoder, decoder->escape_delay);
        return lone_escape(decoder, now_ms, key);
    }
    if (bytes[1] == ESCAPE)
        return lone_escape(decoder, now_ms, key);
    if (bytes[1] == 'O' && decoder->input.length == 2 &&
        now_ms - decoder->arrived_ms >= DECODER_REST)
        return character_step(decoder, 1, now_ms, key);
    if (bytes[1] == '[' || bytes[1] == 'O')
        return sequence_step(decoder, 1, now_ms, key);
    return character_step(decoder, 1, now_ms, key);
}

/* Is the input the rest of a sequence whose Esc was taken for the key? */
static bool is_rest(const struct decoder *decoder)
{
    const struct buffer *input = &decoder->input;

    if (decoder->escaped_ms < 0 ||
        decoder->arrived_ms - decoder->escaped_ms > DECODER_REST)
        return false;
    if (input->data[0] == '[')
        return input->length == 1 ||
               strchr("0123456789;<[ABCDFHMPQRSZ", input->data[1]) != NULL;
    return input->data[0] == 'O' &&
           (input->length == 1 || strchr("ABCDFHMPQRS", input->data[1]) != NULL);
}

static enum step rest_step(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    if (decoder->input.length == 1) {
        if (now_ms - decoder->arrived_ms < DECODER_REST)
            return wait_for(decoder, DECODER_REST);
        decoder->escaped_ms = -1;
        return character_step(decoder, 0, now_ms, key);
    }
    switch (sequence_step(decoder, 0, now_ms, key)) {
    case STEP_WAIT:
        return STEP_WAIT;
    case STEP_KEY:
    case STEP_DROPPED:
    default:
        decoder->escaped_ms = -1;
        return STEP_DROPPED;
    }
}

static enum step step(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    decoder->wait_ms = -1;
    if (decoder->pasting)
        return paste_step(decoder, now_ms, key);
    if (decoder->input.length == 0)
        return STEP_WAIT;
    if (decoder->input.data[0] == ESCAPE)
        return escape_step(decoder, now_ms, key);
    if (is_rest(decoder))
        return rest_step(decoder, now_ms, key);
    decoder->escaped_ms = -1;
    return character_step(decoder, 0, now_ms, key);
}

bool decoder_next(struct decoder *decoder, int64_t now_ms, struct key *key)
{
    enum step result;

    do
        result = step(decoder, now_ms, key);
    while (result == STEP_DROPPED);
    return result == STEP_KEY;
}

int decoder_timeout(const struct decoder *decoder, int64_t now_ms)
{
    if (decoder->wait_ms < 0)
        return -1;
    return decoder->wait_ms > now_ms ? (int)(decoder->wait_ms - now_ms) : 0;
}
