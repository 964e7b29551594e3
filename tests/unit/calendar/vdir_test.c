/* A folder as a collection: versions, and conditions that hold or do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/file.h"
#include "touchbase/calendar/vdir.h"

struct place {
    struct arena *arena;
    char root[64];
    struct collection folder;
    struct error err;
};

static int open_place(void **state)
{
    struct place *place = memory_alloc(sizeof *place);
    *place = (struct place){.arena = arena_create()};
    (void)snprintf(place->root, sizeof place->root, "/tmp/touchbase-vdir-XXXXXX");
    assert_non_null(mkdtemp(place->root));
    assert_true(vdir_open(place->root, &place->folder, &place->err));
    *state = place;
    return 0;
}

static int close_place(void **state)
{
    struct place *place = *state;
    char command[128];
    (void)snprintf(command, sizeof command, "rm -rf '%s'", place->root);
    int status = system(command);
    place->folder.ops->close(place->folder.state);
    arena_destroy(place->arena);
    free(place);
    return status;
}

static enum collection_result put(struct place *place, const char *href, const char *etag,
                                  const char *text, const char **written)
{
    return place->folder.ops->put(place->folder.state, href, etag, text, strlen(text),
                                  place->arena, written, &place->err);
}

static const char *text_of(struct place *place, const char *href, const char **etag)
{
    struct buffer text = {0};
    assert_int_equal(place->folder.ops->fetch(place->folder.state, href, place->arena,
                                              &text, etag, &place->err),
                     COLLECTION_DONE);
    const char *copy = arena_string(place->arena, buffer_string(&text));
    buffer_free(&text);
    return copy;
}

static size_t list(struct place *place, struct collection_item **items)
{
    size_t count;
    assert_true(place->folder.ops->list(place->folder.state, place->arena, items, &count,
                                        &place->err));
    return count;
}

static void write_beside(struct place *place, const char *name, const char *text)
{
    FILE *file = fopen(file_join(place->arena, place->root, name), "w");
    assert_non_null(file);
    assert_int_not_equal(fputs(text, file), EOF);
    assert_int_equal(fclose(file), 0);
}

static void written_read_removed(void **state)
{
    struct place *place = *state;
    struct collection_item *items;
    const char *first, *second, *read;
    assert_int_equal(put(place, "a.ics", NULL, "one", &first), COLLECTION_DONE);
    assert_int_equal(list(place, &items), 1);
    assert_string_equal(items[0].href, "a.ics");
    assert_string_equal(items[0].etag, first);
    assert_int_equal(put(place, "a.ics", first, "two", &second), COLLECTION_DONE);
    assert_string_not_equal(first, second);
    assert_string_equal(text_of(place, "a.ics", &read), "two");
    assert_string_equal(read, second);
    assert_int_equal(
        place->folder.ops->remove(place->folder.state, "a.ics", second, &place->err),
        COLLECTION_DONE);
    assert_int_equal(list(place, &items), 0);
}

static void conditions(void **state)
{
    struct place *place = *state;
    const char *etag, *there;
    void *folder = place->folder.state;
    assert_int_equal(put(place, "a.ics", "1-1", "x", &etag), COLLECTION_GONE);
    assert_int_equal(put(place, "a.ics", NULL, "mine", &etag), COLLECTION_DONE);
    assert_int_equal(put(place, "a.ics", NULL, "x", &there), COLLECTION_CHANGED);
    write_beside(place, "a.ics", "theirs");
    assert_int_equal(put(place, "a.ics", etag, "x", &there), COLLECTION_CHANGED);
    assert_int_equal(place->folder.ops->remove(folder, "a.ics", etag, &place->err),
                     COLLECTION_CHANGED);
    assert_string_equal(text_of(place, "a.ics", &there), "theirs");
    assert_int_equal(place->folder.ops->remove(folder, "b.ics", etag, &place->err),
                     COLLECTION_GONE);
}

static void names_that_are_no_item(void **state)
{
    static const char *const names[] = {"../a.ics", "a/b.ics", ".a.ics",
                                        "a.txt",    ".ics",    ""};
    struct place *place = *state;
    struct collection_item *items;
    const char *etag;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_int_equal(put(place, names[i], NULL, "x", &etag), COLLECTION_FAILED);
        assert_non_null(strstr(place->err.text, "holds no item"));
    }
    write_beside(place, "displayname", "x");
    write_beside(place, ".touchbase", "x");
    write_beside(place, "a.ics.tmp", "x");
    assert_int_equal(list(place, &items), 0);
}

static void one_that_is_too_long(void **state)
{
    struct place *place = *state;
    struct buffer text = {0};
    const char *etag;
    char *long_text = arena_alloc(place->arena, COLLECTION_ITEM_MAX + 2);
    memset(long_text, 'x', COLLECTION_ITEM_MAX + 1);
    write_beside(place, "a.ics", long_text);
    assert_int_equal(place->folder.ops->fetch(place->folder.state, "a.ics", place->arena,
                                              &text, &etag, &place->err),
                     COLLECTION_FAILED);
    buffer_free(&text);
    assert_int_equal(place->folder.ops->fetch(place->folder.state, "b.ics", place->arena,
                                              &text, &etag, &place->err),
                     COLLECTION_GONE);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(written_read_removed, open_place, close_place),
        cmocka_unit_test_setup_teardown(conditions, open_place, close_place),
        cmocka_unit_test_setup_teardown(names_that_are_no_item, open_place, close_place),
        cmocka_unit_test_setup_teardown(one_that_is_too_long, open_place, close_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
