/* A desk in a folder of its own, for the tests of the store. */
#ifndef TESTS_UNIT_STORE_FIXTURE_H
#define TESTS_UNIT_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/store/contacts.h"
#include "touchbase/store/health.h"
#include "touchbase/store/notes.h"
#include "touchbase/store/steps.h"
#include "touchbase/store/store.h"
#include "touchbase/store/touches.h"

enum { NOW = 1772442000 }; /* 2026-03-02 09:00 UTC */

struct fixture {
    char folder[64];
    char path[96];
    struct store *store;
    struct arena *arena;
    struct error err;
};

#define must(condition)                                  \
    do {                                                 \
        f->err.text[0] = '\0';                           \
        if (!(condition))                                \
            fail_msg("%s: %s", #condition, f->err.text); \
    } while (0)

static inline int fixture_setup_empty(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "/tmp/touchbase-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/desk.db", f->folder);
    f->arena = arena_create();
    *state = f;
    return 0;
}

static inline int fixture_setup(void **state)
{
    fixture_setup_empty(state);
    struct fixture *f = *state;
    f->store = store_open(f->path, STORE_CREATE, &f->err);
    return f->store == NULL;
}

static inline int fixture_teardown(void **state)
{
    struct fixture *f = *state;
    char command[192];
    store_close(f->store);
    arena_destroy(f->arena);
    snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", f->folder, f->folder);
    int status = system(command);
    free(f);
    return status;
}

static inline void fixture_reopen(struct fixture *f)
{
    store_close(f->store);
    f->store = store_open(f->path, STORE_WRITE, &f->err);
    if (f->store == NULL)
        fail_msg("%s", f->err.text);
}

static inline void begin(struct fixture *f, const char *label)
{
    struct step_info info = {
        .label = label, .window = 7, .origin = STEP_HAND, .now_utc = NOW};
    must(store_step_begin(f->store, &info, &f->err));
}

static inline int64_t commit(struct fixture *f)
{
    int64_t id = -1;
    must(store_step_commit(f->store, &id, &f->err));
    return id;
}

static inline int64_t add_contact(struct fixture *f, const char *name, enum stage stage)
{
    struct contact contact = {
        .name = name, .stage = stage, .created_utc = NOW, .changed_utc = NOW};
    must(contact_insert(f->store, f->arena, &contact, &f->err));
    return contact.id;
}

static inline int64_t add_note(struct fixture *f, int64_t contact, const char *text)
{
    struct note note = {.contact_id = contact, .written_utc = NOW, .text = text};
    must(note_file(f->store, f->arena, &note, 0, &f->err));
    return note.id;
}

static inline struct touch plain_touch(int64_t contact, int64_t due_utc)
{
    return (struct touch){.contact_id = contact,
                          .due = {(day_number)(due_utc / 86400), MINUTE_NONE},
                          .due_utc = due_utc,
                          .before_due = {DAY_NONE, MINUTE_NONE},
                          .created_utc = NOW};
}

static inline int64_t add_touch(struct fixture *f, int64_t contact, int64_t due_utc)
{
    struct touch touch = plain_touch(contact, due_utc);
    must(touch_insert(f->store, f->arena, &touch, &f->err));
    return touch.id;
}

static inline struct contact *get_contact(struct fixture *f, int64_t id)
{
    struct contact *contact;
    must(contact_by_id(f->store, id, f->arena, &contact, &f->err));
    return contact;
}

static inline struct touch *get_touch(struct fixture *f, int64_t id)
{
    struct touch *touch;
    must(touch_by_id(f->store, id, f->arena, &touch, &f->err));
    return touch;
}

static inline struct undo_report undo(struct fixture *f, int64_t step)
{
    struct undo_report report;
    must(store_undo(f->store, step, NOW + 60, f->arena, &report, &f->err));
    return report;
}

static inline struct undo_report redo(struct fixture *f, int64_t step)
{
    struct undo_report report;
    must(store_redo(f->store, step, NOW + 120, f->arena, &report, &f->err));
    return report;
}

/* Everything derived is as it should be. */
static inline void assert_healthy(struct fixture *f)
{
    const char **findings;
    size_t count;
    must(store_check(f->store, f->arena, &findings, &count, &f->err));
    if (count > 0)
        fail_msg("%s", findings[0]);
}

/* A small generator of numbers, so that every run is the same. */
static inline uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

#endif
