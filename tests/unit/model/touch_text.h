/* Touches and days as the tables under tests/tables/rules write them:
 *
 *   [!][<]CHANNEL[+N|-N][=OUTCOME][@CAUSE][#ID]     N days from the table's day
 *
 * "!" is a promise, "<" theirs: "call-6=voicemail" is a call of six days ago that ended
 * with a message left. "-" is nothing. */
#ifndef TESTS_UNIT_MODEL_TOUCH_TEXT_H
#define TESTS_UNIT_MODEL_TOUCH_TEXT_H

#include "../table.h"
#include "touchbase/model/touch.h"

enum { TOUCH_TEXTS = 24 };

/* The next word of a cell into word, of size bytes; false behind the last, and for "-".
 */
static inline bool word_next(const char **cell, char *word, size_t size)
{
    size_t length;

    *cell += strspn(*cell, " ");
    length = strcspn(*cell, " ");
    if (length == 0 || length >= size || (length == 1 && **cell == '-'))
        return false;
    memcpy(word, *cell, length);
    word[length] = '\0';
    *cell += length;
    return true;
}

/* What stands behind mark in word, which then ends before it; NULL when it is not there.
 */
static inline char *word_cut(char *word, char mark)
{
    char *at = strchr(word, mark);

    if (at != NULL)
        *at++ = '\0';
    return at;
}

static inline enum cause cause_from_text(const char *text)
{
    for (int i = 0; i < CAUSE_COUNT; i++) {
        if (strcmp(text, cause_name((enum cause)i)) == 0)
            return (enum cause)i;
    }
    fail_msg("no cause: %s", text);
    return CAUSE_HAND;
}

static inline struct touch touch_text(const char *text, day_number day)
{
    char word[64];
    struct touch touch = {.due = {day, MINUTE_NONE}};
    char *id, *cause, *outcome;
    size_t channel;

    for (; *text == '!' || *text == '<'; text++) {
        touch.promise = touch.promise || *text == '!';
        touch.direction = *text == '<' ? DIRECTION_IN : touch.direction;
    }
    snprintf(word, sizeof word, "%s", text);
    id = word_cut(word, '#');
    cause = word_cut(word, '@');
    outcome = word_cut(word, '=');
    touch.id = id != NULL ? strtoll(id, NULL, 10) : 0;
    touch.cause = cause != NULL ? cause_from_text(cause) : CAUSE_HAND;
    touch.outcome =
        outcome != NULL ? (enum outcome)outcome_from_name(outcome) : OUTCOME_NONE;
    channel = strcspn(word, "+-");
    touch.due.day += (day_number)strtol(word + channel, NULL, 10);
    word[channel] = '\0';
    assert_true(channel_from_name(word) >= 0 && (int)touch.outcome >= 0);
    touch.channel = (enum channel)channel_from_name(word);
    return touch;
}

/* All touches of a cell. */
static inline size_t touch_texts(const char *cell, day_number day,
                                 struct touch touches[TOUCH_TEXTS])
{
    char word[64];
    size_t count = 0;

    while (word_next(&cell, word, sizeof word)) {
        assert_true(count < TOUCH_TEXTS);
        touches[count++] = touch_text(word, day);
    }
    return count;
}

/* "2026-03-02", or "-". */
static inline day_number day_text(const char *text)
{
    day_number day = DAY_NONE;

    if (strcmp(text, "-") != 0 && !day_parse(text, &day))
        fail_msg("no day: %s", text);
    return day;
}

static inline size_t day_texts(const char *cell, day_number days[TOUCH_TEXTS])
{
    char word[64];
    size_t count = 0;

    while (word_next(&cell, word, sizeof word)) {
        assert_true(count < TOUCH_TEXTS);
        days[count++] = day_text(word);
    }
    return count;
}

/* "2026-03-02 09:00", a day alone, or "-". */
static inline struct wall wall_text(const char *text)
{
    struct wall wall = {DAY_NONE, MINUTE_NONE};
    char day[11] = "";
    int hour, minute;

    if (strcmp(text, "-") == 0)
        return wall;
    memcpy(day, text, strnlen(text, 10));
    wall.day = day_text(day);
    if (sscanf(text + strlen(day), " %d:%d", &hour, &minute) == 2)
        wall.minute = hour * 60 + minute;
    return wall;
}

#endif
