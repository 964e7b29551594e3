/* What was read before is passed by, whatever happened to its name; memory does not grow
 * with a folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "names.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/mail/mail.h"

enum { KEYS_MAX = 64, COUNT_MS = 60000 };

struct place {
    char path[64]; /* a folder of the test's own */
    struct arena *arena;
    uint64_t keys[KEYS_MAX]; /* known */
    size_t count;
    int asked;
    int refuse_at; /* the question that is not answered, 0 none */
};

static int make_place(void **state)
{
    struct place *place = memory_alloc(sizeof *place);
    *place = (struct place){.arena = arena_create()};
    snprintf(place->path, sizeof place->path, "/tmp/touchbase-mail-XXXXXX");
    *state = place;
    return mkdtemp(place->path) ? 0 : -1;
}

static int leave_place(void **state)
{
    struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", place->path);
    arena_destroy(place->arena);
    int result = system(command);
    free(place);
    return result;
}

static char *in_place(struct place *place, const char *name)
{
    return file_join(place->arena, place->path, name);
}

static void put(struct place *place, const char *name, const char *mode,
                const char *bytes)
{
    FILE *file = fopen(in_place(place, name), mode);
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void make_folder(struct place *place, const char *name)
{
    assert_int_equal(0, mkdir(in_place(place, name), 0700));
}

static void move(struct place *place, const char *from, const char *to)
{
    assert_int_equal(0, rename(in_place(place, from), in_place(place, to)));
}

static char *mail(struct place *place, const char *name)
{
    return arena_format(place->arena,
                        "From: %s@b.example\nSubject: about %s\n\nHello from %s.\n", name,
                        name, name);
}

static char *boxed(struct place *place, const char *name)
{
    return arena_format(place->arena, "From x Mon Mar  2 09:00:00 2026\n%s\n",
                        mail(place, name));
}

static bool ask(void *context, const uint64_t *keys, size_t count, bool *seen)
{
    struct place *place = context;
    if (++place->asked == place->refuse_at)
        return false;
    for (size_t i = 0; i < count; i++) {
        seen[i] = false;
        for (size_t j = 0; j < place->count; j++)
            seen[i] = seen[i] || place->keys[j] == keys[i];
    }
    return true;
}

/* Walks and remembers all: the ids and numbers in one line, how many in all behind it. */
static const char *walk(struct place *place, const char *name)
{
    struct error err = {0};
    struct buffer line = {0};
    const struct mail_memory memory = {.ask = ask, .context = place};
    struct mail_walk *walk = mail_open(in_place(place, name), &err);
    if (!walk)
        fail_msg("%s", err.text);
    mail_set_memory(walk, &memory);
    while (mail_next(walk)) {
        buffer_add_format(&line, "%s=%d ", mail_id(walk), (int)mail_number(walk));
        assert_true(place->count < KEYS_MAX);
        if (mail_key(walk) != 0)
            place->keys[place->count++] = mail_key(walk);
    }
    buffer_add_format(&line, "of %d", (int)mail_number(walk));
    mail_close(walk);
    const char *text = arena_string(place->arena, buffer_string(&line));
    buffer_free(&line);
    return text;
}

static void make_maildir(struct place *place, const char *name)
{
    static const char *const parts[] = {"", "/cur", "/new", "/tmp"};
    for (size_t i = 0; i < 4; i++)
        make_folder(place, arena_format(place->arena, "%s%s", name, parts[i]));
}

static void a_maildir(void **state)
{
    struct place *place = *state;
    make_maildir(place, "m");
    put(place, "m/new/1.a", "w", mail(place, "ann"));
    put(place, "m/cur/2.b:2,", "w", mail(place, "bob"));
    put(place, "m/cur/3.c:2,S", "w", mail(place, "cid"));
    assert_string_equal(walk(place, "m"), "1.a=1 2.b=2 3.c=3 of 3");
    assert_string_equal(walk(place, "m"), "of 3");
    /* read, answered, and looked at through another name of the folder */
    move(place, "m/new/1.a", "m/cur/1.a:2,S");
    move(place, "m/cur/3.c:2,S", "m/cur/3.c:2,RS");
    put(place, "m/new/2.d", "w", mail(place, "dan"));
    assert_int_equal(0, symlink(in_place(place, "m"), in_place(place, "link")));
    assert_string_equal(walk(place, "link"), "2.d=3 of 4");
    assert_string_equal(walk(place, "m/cur"), "of 3");
    assert_string_equal(walk(place, "m/new/../"), "of 4");
    /* the same name elsewhere is another message */
    make_maildir(place, "n");
    put(place, "n/cur/1.a:2,S", "w", mail(place, "ann"));
    assert_string_equal(walk(place, "n"), "1.a=1 of 1");
    assert_int_equal(mail_count(in_place(place, "m"), COUNT_MS), 4);
}

static void other_files(void **state)
{
    struct place *place = *state;
    const struct timespec later[2] = {{.tv_sec = 1772442000}, {.tv_sec = 1772442001}};
    make_folder(place, "f");
    make_folder(place, "f/in");
    put(place, "f/a.eml", "w", mail(place, "ann"));
    put(place, "f/in/b.eml", "w", mail(place, "bob"));
    put(place, "f/other.dat", "w", "no message");
    assert_string_equal(walk(place, "f"), "a=1 b=2 of 2");
    assert_string_equal(walk(place, "f"), "of 2");
    assert_int_equal(mail_count(in_place(place, "f"), COUNT_MS), 2);
    put(place, "f/in/b.eml", "a", "More of it.\n");
    assert_string_equal(walk(place, "f"), "b=2 of 2");
    assert_int_equal(0, utimensat(-1, in_place(place, "f/a.eml"), later, 0));
    assert_string_equal(walk(place, "f"), "a=1 of 2");
    /* a file that is named is read whatever was read before */
    assert_string_equal(walk(place, "f/a.eml"), "a=1 of 1");
}

static void a_mailbox(void **state)
{
    struct place *place = *state;
    put(place, "box", "w", boxed(place, "ann"));
    put(place, "box", "a", boxed(place, "bob"));
    put(place, "box", "a", boxed(place, "cid"));
    assert_int_equal(mail_count(in_place(place, "box"), COUNT_MS), 3);
    assert_string_equal(walk(place, "box"), "box#1=1 box#2=2 box#3=3 of 3");
    assert_string_equal(walk(place, "box"), "of 3");
    put(place, "box", "a", boxed(place, "dan"));
    assert_string_equal(walk(place, "box"), "box#4=4 of 4");
    /* one was deleted, one came: what stands elsewhere is known */
    put(place, "box", "w", boxed(place, "ann"));
    put(place, "box", "a", boxed(place, "cid"));
    put(place, "box", "a", boxed(place, "eve"));
    put(place, "box", "a", boxed(place, "dan"));
    assert_string_equal(walk(place, "box"), "box#3=3 of 4");
    /* of a folder, also when it stands alone */
    make_folder(place, "f");
    put(place, "f/one.mbox", "w", boxed(place, "ann"));
    assert_string_equal(walk(place, "f"), "one=1 of 1");
    assert_string_equal(walk(place, "f"), "of 1");
    assert_string_equal(walk(place, "f/one.mbox"), "one=1 of 1");
}

static void no_answer_ends_the_walk(void **state)
{
    struct place *place = *state;
    make_maildir(place, "m");
    put(place, "m/new/1.a", "w", mail(place, "ann"));
    place->refuse_at = 1;
    assert_string_equal(walk(place, "m"), "of 0");
    put(place, "box", "w", boxed(place, "ann"));
    put(place, "box", "a", boxed(place, "bob"));
    place->refuse_at = 2;
    assert_string_equal(walk(place, "box"), "of 0");
    assert_string_equal(walk(place, "box"), "box#1=1 box#2=2 of 2");
}

/* More names than a window holds, on both sides of a Maildir: all of them once, in order,
 * and those of one window are asked for together. */
static void windows(void **state)
{
    enum { COUNT = 2 * NAMES_WINDOW + 100 };
    struct place *place = *state;
    const struct mail_memory memory = {.ask = ask, .context = place};
    struct names names;
    const struct name_entry *entry;
    bool stopped = false;
    char last[32] = "";
    int count = 0;
    make_maildir(place, "m");
    for (int i = 0; i < COUNT; i++) {
        char name[40];
        snprintf(name, sizeof name, "m/%s/%07d.h", i % 3 ? "cur" : "new",
                 (int)(((int64_t)i * 7919) % COUNT));
        put(place, name, "w", "");
    }
    assert_int_equal(mail_count(in_place(place, "m"), COUNT_MS), COUNT);
    assert_true(names_open(&names, in_place(place, "m"), &memory, NULL));
    while ((entry = names_next(&names, in_place(place, "m"), &memory, &stopped))) {
        assert_true(strcmp(entry->name + 4, last) > 0);
        snprintf(last, sizeof last, "%s", entry->name + 4);
        assert_int_equal(atoi(last), count++);
        assert_true(names.count <= NAMES_WINDOW);
    }
    assert_int_equal(count, COUNT);
    assert_int_equal(place->asked, 3);
    names_close(&names);
}

int main(void)
{
#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, leave_place)
    const struct CMUnitTest tests[] = {
        IN_PLACE(a_maildir), IN_PLACE(other_files),
        IN_PLACE(a_mailbox), IN_PLACE(no_answer_ends_the_walk),
        IN_PLACE(windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
