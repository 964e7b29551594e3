#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/mail/mail.h"
#include "touchbase/wire/codec.h"

#include "target.h"

enum { MINUTES_A_DAY = 24 * 60 };

void require(bool holds, const char *property)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", property);
    abort();
}

bool is_day(day_number day)
{
    if (day == DAY_NONE)
        return false;
    struct date date = day_date(day);
    return date.year >= 1 && date.year <= 9999 &&
           day_exists(date.year, date.month, date.mday) &&
           day_of(date.year, date.month, date.mday) == day;
}

static bool is_minute(int minute)
{
    return minute == MINUTE_NONE || (minute >= 0 && minute < MINUTES_A_DAY);
}

/* UTF-8 without a control character; NULL is fine. */
static bool is_line(const char *text)
{
    for (const char *at = text; at && *at; at++)
        if ((unsigned char)*at < ' ' || *at == 127)
            return false;
    return !text || text_is_utf8(text, strlen(text));
}

static bool is_lower(const char *text)
{
    for (const char *at = text; at && *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            return false;
    return true;
}

static void require_address(const struct message_address *address)
{
    require(is_line(address->name), "a name is one clean line");
    require(is_line(address->mail) && is_lower(address->mail),
            "an address is one clean line in lower case");
}

static void require_text(const struct message *message)
{
    const char *text = message->text;
    require(text && strlen(text) == message->text_length, "the text has no NUL in it");
    require(message->text_length <= MAIL_TEXT_MAX, "the text is within its limit");
    require(text_is_utf8(text, message->text_length), "the text is UTF-8");
    for (const char *at = text; *at; at++)
        require((unsigned char)*at >= ' ' || *at == '\n' || *at == '\t',
                "the text has no control characters");
}

void require_message(const struct message *message)
{
    require(message->source && message->id && message->message_id,
            "a message has a source, an id and a Message-ID");
    require(message->header_count <= MAIL_HEADERS_MAX, "the headers are within limits");
    for (size_t i = 0; i < message->header_count; i++)
        require(is_line(message->headers[i].name) && is_line(message->headers[i].value),
                "a header is one clean line");
    require_address(&message->from);
    require_address(&message->reply_to);
    require_address(&message->sender);
    require(is_line(message->subject) && is_line(message->content_type),
            "the subject and the type are clean lines");
    require(message->has_date == (message->date_day != DAY_NONE),
            "a message with a date has its day");
    require(message->date_day == DAY_NONE || is_day(message->date_day),
            "the date is a day");
    require(is_minute(message->date_minute), "the date's minute is one of a day");
    require_text(message);
}

/* The bytes that a span of evidence points at. */
static const char *source_of(const struct message *message,
                             const struct evidence *evidence, size_t *length)
{
    if (evidence->place == EVIDENCE_TEXT) {
        *length = message->text_length;
        return message->text;
    }
    const char *subject = message->subject ? message->subject : "";
    *length = strlen(subject);
    return subject;
}

static void require_evidence(const struct message *message,
                             const struct evidence *evidence)
{
    size_t length;
    require(evidence->field < FIELD_COUNT, "evidence proves a field");
    require(evidence->words != NULL, "evidence has words");
    require(evidence->certainty >= 0 && evidence->certainty <= 100,
            "certainty is 0 to 100");
    if (evidence->place == EVIDENCE_HEADER)
        return;
    const char *source = source_of(message, evidence, &length);
    require(evidence->length > 0 && evidence->start < length &&
                evidence->length <= length - evidence->start,
            "a span lies within its text");
    size_t words = strnlen(source + evidence->start, evidence->length);
    require(strncmp(source + evidence->start, evidence->words, words) == 0 &&
                evidence->words[words] == '\0',
            "the words are those of the span");
}

/* The spans are in order of place and start, so one field's need only be held against the
 * last of it. */
static void require_spans(const struct message *message, const struct reading *reading)
{
    const struct evidence *last[FIELD_COUNT] = {0}, *before = NULL;
    for (size_t i = 0; i < reading->evidence_count; i++) {
        const struct evidence *evidence = &reading->evidence[i];
        require_evidence(message, evidence);
        require(
            !before || before->place < evidence->place ||
                (before->place == evidence->place && before->start <= evidence->start),
            "evidence is in order of place and start");
        before = evidence;
        if (evidence->place == EVIDENCE_HEADER)
            continue;
        const struct evidence *same = last[evidence->field];
        require(!same || same->place != evidence->place ||
                    same->start + same->length <= evidence->start,
                "spans of one field never overlap");
        last[evidence->field] = evidence;
    }
}

static void require_open(const struct reading *reading)
{
    require(reading->first_day == DAY_NONE && reading->back == DAY_NONE &&
                reading->back_minute == MINUTE_NONE && !reading->place &&
                !reading->whose && reading->cover_count == 0 &&
                reading->evidence_count == 0,
            "what is no absence has no fields");
}

static void require_days(const struct reading *reading)
{
    require(reading->first_day == DAY_NONE || is_day(reading->first_day),
            "the first day is a day");
    require(reading->back == DAY_NONE || is_day(reading->back), "the day back is a day");
    require(is_minute(reading->back_minute), "the minute back is one of a day");
    require(reading->back_minute == MINUTE_NONE || reading->back != DAY_NONE,
            "a time back has its day");
    require(reading->first_day == DAY_NONE || reading->back == DAY_NONE ||
                reading->first_day <= reading->back,
            "nobody is back before they are away");
}

static void require_covers(const struct reading *reading)
{
    for (size_t i = 0; i < reading->cover_count; i++) {
        const struct cover *cover = &reading->covers[i];
        require(cover->name || cover->mail || cover->phone,
                "a stand-in has a name, an address or a number");
        require(is_lower(cover->mail), "an address is in lower case");
    }
}

void require_reading(const struct message *message, const struct reading *reading)
{
    require(reading->kind <= READING_LEFT, "a reading is of a kind");
    require(reading->why && *reading->why, "a reading says why");
    require(reading->language && *reading->language, "a reading has a language");
    require(reading->reason < REASON_COUNT, "a reason is one of the list");
    if (reading->kind == READING_OTHER)
        require_open(reading);
    require_days(reading);
    require_covers(reading);
    require_spans(message, reading);
}

void require_same(const struct reading *a, const struct reading *b)
{
    struct buffer first = {0}, second = {0};
    wire_put_reading(&first, a);
    wire_put_reading(&second, b);
    require(first.length == second.length &&
                memcmp(first.data, second.data, first.length) == 0 &&
                strcmp(a->why, b->why) == 0 && strcmp(a->language, b->language) == 0,
            "the same message reads the same twice");
    buffer_free(&first);
    buffer_free(&second);
}
