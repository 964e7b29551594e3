/* A desk in a folder of its own, in Toronto, on Monday 2 March 2026 at nine: the place
 * and the hour of the story that the desk must be able to tell. */
#ifndef TESTS_UNIT_DESK_FIXTURE_H
#define TESTS_UNIT_DESK_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/history.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/take_in.h"

struct fixture {
    char folder[64];
    char path[96];
    char now[24]; /* the desk's clock, "YYYY-MM-DD HH:MM" */
    struct desk *desk;
    struct arena *arena;
    struct error err;
};

#define must(condition)                                  \
    do {                                                 \
        f->err.text[0] = '\0';                           \
        if (!(condition))                                \
            fail_msg("%s: %s", #condition, f->err.text); \
    } while (0)

/* It fails, with that code and these words somewhere in the text. */
#define must_fail(condition, expected, words)                           \
    do {                                                                \
        f->err.text[0] = '\0';                                          \
        f->err.code = (enum error_code)0;                               \
        assert_false(condition);                                        \
        assert_int_equal((int)f->err.code, (int)(expected));            \
        if (strstr(f->err.text, words) == NULL)                         \
            fail_msg("\"%s\" does not say \"%s\"", f->err.text, words); \
    } while (0)

static inline struct desk *open_desk(struct fixture *f, enum desk_mode mode)
{
    struct desk_options options = {.path = f->path, .now = f->now, .mode = mode};
    struct desk *desk = desk_open(&options, &f->err);

    if (desk == NULL)
        fail_msg("%s", f->err.text);
    return desk;
}

/* The same desk at another hour. */
static inline void reopen(struct fixture *f, const char *now)
{
    desk_close(f->desk);
    snprintf(f->now, sizeof f->now, "%s", now);
    f->desk = open_desk(f, DESK_WRITE);
}

static inline int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    const char *base = getenv("TMPDIR"); /* in memory, for a long run */

    snprintf(f->folder, sizeof f->folder, "%s/touchbase-desk-XXXXXX",
             base != NULL && strlen(base) < 32 ? base : "/tmp");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/desk.db", f->folder);
    snprintf(f->now, sizeof f->now, "2026-03-02 09:00");
    setenv("TZ", "America/Toronto", 1);
    setenv("HOME", f->folder, 1);
    setenv("XDG_DATA_HOME", f->folder, 1);
    setenv("XDG_CONFIG_HOME", f->folder, 1);
    tzset();
    f->arena = arena_create();
    f->desk = open_desk(f, DESK_WRITE);
    *state = f;
    return 0;
}

static inline int teardown(void **state)
{
    struct fixture *f = *state;
    char command[192];
    int status;

    desk_close(f->desk);
    arena_destroy(f->arena);
    snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", f->folder, f->folder);
    status = system(command);
    free(f);
    return status;
}

static inline day_number day(const char *text)
{
    day_number number;

    if (!day_parse(text, &number))
        fail_msg("%s is no day", text);
    return number;
}

static inline int64_t add(struct fixture *f, const char *line)
{
    struct contact contact;
    int64_t id = 0;

    must(desk_person_read(f->desk, line, f->arena, &contact, &f->err));
    must(desk_person_add(f->desk, &contact, &id, &f->err));
    assert_true(id > 0);
    return id;
}

static inline struct contact person(struct fixture *f, int64_t id)
{
    struct contact contact;

    must(desk_person_get(f->desk, id, f->arena, &contact, &f->err));
    return contact;
}

static inline int64_t plan(struct fixture *f, int64_t contact_id, const char *line)
{
    struct touch touch;
    struct touch_warning warning;
    int64_t id = 0;

    must(desk_touch_read(f->desk, contact_id, line, f->arena, &touch, &warning, &f->err));
    must(desk_touch_plan(f->desk, &touch, &id, &f->err));
    return id;
}

static inline struct touch touch_of(struct fixture *f, int64_t id)
{
    struct touch touch;

    must(desk_touch_get(f->desk, id, f->arena, &touch, &f->err));
    return touch;
}

static inline void assert_due(struct wall due, const char *expected)
{
    char text[WALL_TEXT_SIZE];

    assert_string_equal(wall_format(due, text), expected);
}

/* The pending touches of a person, one a line: "2026-03-10 10:00 call return pricing". */
static inline const char *pending(struct fixture *f, int64_t contact_id)
{
    struct touch *touches;
    size_t count;
    const char *text = "";
    char due[WALL_TEXT_SIZE];

    must(desk_touches_of(f->desk, contact_id, f->arena, &touches, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(
            f->arena, "%s%s%s %s %s%s%s", text, i == 0 ? "" : "\n",
            wall_format(touches[i].due, due), channel_name(touches[i].channel),
            cause_name(touches[i].cause), touches[i].purpose != NULL ? " " : "",
            touches[i].purpose != NULL ? touches[i].purpose : "");
    return text;
}

static inline void undo_is(struct fixture *f, const char *label)
{
    struct desk_step step = {0};
    enum history_result result = desk_undo(f->desk, true, f->arena, &step, &f->err);

    if (result != HISTORY_DONE)
        fail_msg("undo: %d %s", (int)result, f->err.text);
    assert_string_equal(step.label, label);
}

static inline void redo(struct fixture *f)
{
    struct desk_step step;

    assert_int_equal(desk_redo(f->desk, f->arena, &step, &f->err), HISTORY_DONE);
}

static inline int steps(struct fixture *f)
{
    struct desk_step found[64];
    int count;

    must(desk_history(f->desk, 0, 64, f->arena, found, &count, &f->err));
    return count;
}

static inline struct desk_counts counts(struct fixture *f)
{
    struct desk_counts found;

    must(desk_count(f->desk, &found, &f->err));
    return found;
}

/* An auto-reply as it comes out of a mail file, weighed. */
static inline struct take_in mail(struct fixture *f, const char *id, const char *from,
                                  const char *received, const char *text)
{
    static const struct message_header header = {"Auto-Submitted", "auto-replied"};
    struct take_in item = {.arena = f->arena, .heard_whole = true};

    if (f->desk->reader == NULL)
        f->desk->reader = autoreply_open(&f->err);
    assert_non_null(f->desk->reader);
    item.message = (struct message){
        .source = id,
        .id = id,
        .message_id = id,
        .has_date = true,
        .date_utc = (int64_t)day(received) * 86400 + 50000,
        .date_day = day(received),
        .date_minute = 533,
        .from = {NULL, from},
        .subject = "Automatic reply: second item",
        .headers = &header,
        .header_count = 1,
        .text = text,
        .text_length = strlen(text),
    };
    autoreply_read(f->desk->reader, f->arena, &item.message, DATE_ORDER_NONE,
                   &item.reading);
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    return item;
}

static inline struct take_in_result file(struct fixture *f, struct take_in *item,
                                         enum take_in_how how)
{
    struct take_in_result result;

    must(take_in_file(f->desk, item, how, false, &result, &f->err));
    return result;
}

/* A greeting heard to its end, filed. */
static inline void goes_away(struct fixture *f, int64_t contact_id, const char *greeting)
{
    struct take_in item;

    must(take_in_text(f->desk, greeting, contact_id, f->arena, &item, &f->err));
    item.heard_whole = true;
    file(f, &item, TAKE_IN_ACCEPT);
}

static inline struct absence absence_of(struct fixture *f, int64_t id)
{
    struct absence absence;

    must(desk_absence_get(f->desk, id, f->arena, &absence, &f->err));
    return absence;
}

#endif
