/* A desk of its own for a test: in a new folder, with a clock that stands at Monday, 2
 * March 2026, 09:00 in Toronto, without settings of the machine's. */
#ifndef TESTS_UNIT_DESK_FIXTURE_H
#define TESTS_UNIT_DESK_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "desk_private.h"
#include "touchbase/base/file.h"

struct fixture {
    struct arena *arena;
    struct desk *desk;
    char folder[64];
    struct error err;
};

static inline const char *fixture_path(struct fixture *fixture, const char *name)
{
    return arena_format(fixture->arena, "%s/%s", fixture->folder, name);
}

static inline const char *fixture_write(struct fixture *fixture, const char *name,
                                        const char *text)
{
    const char *path = fixture_path(fixture, name);
    FILE *stream = fopen(path, "wb");

    assert_non_null(stream);
    assert_int_equal(fwrite(text, 1, strlen(text), stream), strlen(text));
    assert_int_equal(fclose(stream), 0);
    return path;
}

/* Another handle on the same desk. */
static inline struct desk *fixture_desk(struct fixture *fixture, enum desk_mode mode)
{
    const struct desk_options options = {.path = fixture_path(fixture, "desk.db"),
                                         .now = "2026-03-02 09:00",
                                         .mode = mode};
    struct desk *desk = desk_open(&options, &fixture->err);

    if (desk == NULL)
        fail_msg("%s", fixture->err.text);
    worker_set_program(desk->worker, arena_format(fixture->arena, "%s/touchbase-worker",
                                                  getenv("BUILD")));
    return desk;
}

static inline void fixture_open(struct fixture *fixture, enum desk_mode mode)
{
    *fixture = (struct fixture){.arena = arena_create()};
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/touchbase-desk-test-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    setenv("TZ", "America/Toronto", 1);
    setenv("XDG_CONFIG_HOME", fixture->folder, 1);
    setenv("XDG_RUNTIME_DIR", fixture->folder, 1);
    fixture->desk = fixture_desk(fixture, mode);
}

static inline void fixture_close(struct fixture *fixture)
{
    char command[128];

    desk_close(fixture->desk);
    snprintf(command, sizeof command, "rm -rf '%s'", fixture->folder);
    assert_int_equal(system(command), 0);
    arena_destroy(fixture->arena);
}

#endif
