/* What servers say a collection holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "multistatus.h"
#include "touchbase/base/arena.h"

#define HEAD "<?xml version=\"1.0\"?>\n<m:multistatus xmlns:m=\"DAV:\">"
#define ITEM(href, etag)                                                        \
    "<m:response><m:href>" href "</m:href><m:propstat><m:prop><m:getetag>" etag \
    "</m:getetag></m:prop></m:propstat></m:response>"
#define TAIL "</m:multistatus>"

static size_t read_list(const char *xml, struct arena *arena,
                        struct collection_item **items, struct error *err)
{
    size_t count = 0;
    bool done = multistatus_read(xml, strlen(xml), arena, items, &count, err);
    assert_int_equal(done, err->text[0] == '\0');
    return count;
}

static void items_without_their_folder(void **state)
{
    static const char xml[] =
        HEAD "<m:response><m:href>/ana/cal/</m:href><m:propstat><m:prop><m:resourcetype>"
             "<m:collection/></m:resourcetype><m:getetag>\"0\"</m:getetag></m:prop>"
             "</m:propstat></m:response>" ITEM("/ana/cal/one.ics", "\"1\"")
                 ITEM("https://host/ana/cal/two%20b.ics", "&quot;2&quot;")
                     ITEM("/ana/cal/sub/", "\"3\"") TAIL;
    struct arena *arena = arena_create();
    struct collection_item *items;
    struct error err = {0};
    (void)state;
    assert_int_equal(read_list(xml, arena, &items, &err), 2);
    assert_string_equal(items[0].href, "one.ics");
    assert_string_equal(items[0].etag, "\"1\"");
    assert_string_equal(items[1].href, "two%20b.ics");
    assert_string_equal(items[1].etag, "\"2\"");
    arena_destroy(arena);
}

static void lists_that_are_refused(void **state)
{
    static const char *const rows[][2] = {
        {"", "cannot be read"},
        {"plain", "cannot be read"},
        {"<html></html>", "cannot be read"},
        {"<multistatus></multistatus>", "cannot be read"}, /* of no namespace */
        {HEAD ITEM("/a.ics", "\"1\""), "cannot be read"},
        {HEAD ITEM("/a.ics", "") TAIL, "version"},
        {HEAD ITEM("/a b.ics", "\"1\"") TAIL, "name"},
        {HEAD ITEM("/a&#10;If-Match: x", "\"1\"") TAIL, "name"},
        {HEAD ITEM("/a.ics", "\"1\"&#13;&#10;X: y") TAIL, "version"},
        {HEAD "<m:response><m:href>/a.ics</m:href></m:response>" TAIL, "version"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_create();
        struct collection_item *items;
        struct error err = {0};
        read_list(rows[i][0], arena, &items, &err);
        if (!err.text[0] || !strstr(err.text, rows[i][1]))
            fail_msg("%s: %s", rows[i][0], err.text);
        arena_destroy(arena);
    }
}

/* Ten entities that each hold ten of the one before: ten thousand million letters. */
static void entities_stay_small(void **state)
{
    struct buffer xml = {0};
    struct arena *arena = arena_create();
    struct collection_item *items;
    struct error err = {0};
    (void)state;
    buffer_add_string(&xml, "<!DOCTYPE m [<!ENTITY e0 \"lol\">");
    for (int i = 1; i <= 10; i++) {
        buffer_add_format(&xml, "<!ENTITY e%d \"", i);
        for (int j = 0; j < 10; j++)
            buffer_add_format(&xml, "&e%d;", i - 1);
        buffer_add_string(&xml, "\">");
    }
    buffer_add_string(&xml, "]>" HEAD ITEM("/&e10;.ics", "\"1\"") TAIL);
    size_t count = read_list(xml.data, arena, &items, &err);
    assert_true(err.text[0] || (count == 1 && strlen(items[0].href) < 100));
    buffer_free(&xml);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_without_their_folder),
        cmocka_unit_test(lists_that_are_refused),
        cmocka_unit_test(entities_stay_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
