/* A collection on a server: items by version, and servers that misbehave (server.py). */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/arena.h"
#include "touchbase/caldav/collection.h"

struct place {
    struct arena *arena;
    FILE *port; /* what the server says */
    int stop;   /* closing it ends the server */
    pid_t pid;
    unsigned number;
    char certificate[64]; /* of a server that signs for itself; "": without TLS */
};

static void run_server(int input, int output, const char *certificate)
{
    const char *python = getenv("PYTHON");
    const char *data = getenv("TEST_DATA");
    char script[4096];
    (void)snprintf(script, sizeof script, "%s/unit/caldav/server.py",
                   data ? data : "tests");
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    execlp(python ? python : "python3", "python3", script, certificate, (char *)NULL);
    _exit(127);
}

static struct place *new_place(void)
{
    struct place *place = memory_alloc(sizeof *place);
    *place = (struct place){.arena = arena_create()};
    return place;
}

static int start(struct place *place)
{
    int to[2], from[2];
    assert_int_equal(pipe(to), 0);
    assert_int_equal(pipe(from), 0);
    place->pid = fork();
    if (place->pid == 0) {
        close(to[1]);
        run_server(to[0], from[1], place->certificate[0] ? place->certificate : NULL);
    }
    close(to[0]);
    close(from[1]);
    place->stop = to[1];
    place->port = fdopen(from[0], "r");
    char line[16];
    assert_non_null(fgets(line, sizeof line, place->port));
    place->number = (unsigned)strtoul(line, NULL, 10);
    return 0;
}

static int open_place(void **state)
{
    *state = new_place();
    return start(*state);
}

static int open_signed(void **state)
{
    struct place *place = *state = new_place();
    (void)strcpy(place->certificate, "/tmp/touchbase-caldav-XXXXXX");
    int file = mkstemp(place->certificate);
    assert_true(file >= 0);
    close(file);
    const char *name = place->certificate;
    const char *command = arena_format(
        place->arena,
        "cd /tmp && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 "
        "-nodes -days 2 -subj /CN=here -addext subjectAltName=IP:127.0.0.1 -keyout %s "
        "-out %s.crt 2>/dev/null && cat %s.crt >>%s && rm %s.crt",
        name, name, name, name, name);
    assert_int_equal(system(command), 0);
    return start(place);
}

static int close_place(void **state)
{
    struct place *place = *state;
    close(place->stop);
    waitpid(place->pid, NULL, 0);
    fclose(place->port);
    if (place->certificate[0])
        unlink(place->certificate);
    arena_destroy(place->arena);
    free(place);
    return 0;
}

static struct collection opened(struct place *place, const char *folder)
{
    struct caldav_account account = {
        .url =
            arena_format(place->arena, "http://127.0.0.1:%u/%s", place->number, folder),
        .user = "ana",
        .password = "secret"};
    struct collection collection;
    struct error err = {0};
    if (!caldav_open(&account, &collection, &err))
        fail_msg("%s", err.text);
    return collection;
}

static enum collection_result put(struct collection *collection, struct arena *arena,
                                  const char *href, const char *etag, const char *text,
                                  const char **written)
{
    struct error err = {0};
    return collection->ops->put(collection->state, href, etag, text, strlen(text), arena,
                                written, &err);
}

static void items_by_version(void **state)
{
    struct place *place = *state;
    struct collection cal = opened(place, "cal");
    struct error err = {0};
    struct collection_item *items;
    size_t count;
    const char *first = NULL, *second = NULL, *etag = NULL;
    assert_int_equal(put(&cal, place->arena, "a.ics", NULL, "one", &first),
                     COLLECTION_DONE);
    assert_non_null(first);
    assert_int_equal(put(&cal, place->arena, "a.ics", NULL, "two", &second),
                     COLLECTION_CHANGED);
    assert_int_equal(put(&cal, place->arena, "a.ics", first, "two", &second),
                     COLLECTION_DONE);
    assert_int_equal(put(&cal, place->arena, "a.ics", first, "three", &etag),
                     COLLECTION_CHANGED);
    assert_true(cal.ops->list(cal.state, place->arena, &items, &count, &err));
    assert_int_equal(count, 1);
    assert_string_equal(items[0].href, "a.ics");
    assert_string_equal(items[0].etag, second);
    struct buffer text = {0};
    assert_int_equal(cal.ops->fetch(cal.state, "a.ics", place->arena, &text, &etag, &err),
                     COLLECTION_DONE);
    assert_string_equal(buffer_string(&text), "two");
    assert_string_equal(etag, second);
    assert_int_equal(cal.ops->remove(cal.state, "a.ics", first, &err),
                     COLLECTION_CHANGED);
    assert_int_equal(cal.ops->remove(cal.state, "a.ics", second, &err), COLLECTION_DONE);
    assert_int_equal(cal.ops->remove(cal.state, "a.ics", second, &err), COLLECTION_GONE);
    buffer_clear(&text);
    assert_int_equal(cal.ops->fetch(cal.state, "a.ics", place->arena, &text, &etag, &err),
                     COLLECTION_GONE);
    assert_int_equal(text.length, 0);
    buffer_free(&text);
    cal.ops->close(cal.state);
}

/* What the list, an item, a change of it, say of a server's answer. */
static void says(struct place *place, const char *folder, const char *to_list,
                 const char *to_fetch, const char *to_put)
{
    struct collection cal = opened(place, folder);
    struct collection_item *items;
    size_t count;
    struct error list = {0}, fetch = {0}, change = {0};
    struct buffer text = {0};
    const char *etag = NULL;
    if (to_list) {
        assert_false(cal.ops->list(cal.state, place->arena, &items, &count, &list));
        if (!strstr(list.text, to_list))
            fail_msg("%s: %s", folder, list.text);
    }
    if (to_fetch) {
        assert_int_equal(
            cal.ops->fetch(cal.state, "a.ics", place->arena, &text, &etag, &fetch),
            COLLECTION_FAILED);
        if (!strstr(fetch.text, to_fetch))
            fail_msg("%s: %s", folder, fetch.text);
        assert_int_equal(text.length, 0);
    }
    if (to_put) {
        assert_int_equal(
            cal.ops->put(cal.state, "a.ics", NULL, "x", 1, place->arena, &etag, &change),
            COLLECTION_FAILED);
        if (!strstr(change.text, to_put))
            fail_msg("%s: %s", folder, change.text);
    }
    buffer_free(&text);
    cal.ops->close(cal.state);
}

static void what_servers_answer(void **state)
{
    struct place *place = *state;
    says(place, "401/", "name and password (401)", "name and password",
         "name and password");
    says(place, "403/", "(403)", "(403)", "does not let you change");
    says(place, "404/", "has no calendar at", NULL, NULL);
    says(place, "409/", NULL, NULL, "has no calendar at");
    says(place, "415/", NULL, NULL, "does not take such an item");
    says(place, "500/", "trouble of its own (500)", "(500)", "(500)");
    says(place, "507/", NULL, NULL, "no room left");
    says(place, "418/", "answers 418", "answers 418", "answers 418");
    says(place, "moved/", "moved to http://elsewhere.example/cal/", "if you trust that",
         "if you trust that");
    says(place, "page/", "has no calendar at", "version of an item", NULL);
    says(place, "bare/", NULL, "does not say the version", NULL);
}

static void what_answers_break(void **state)
{
    struct place *place = *state;
    says(place, "half/", "broke off", NULL, NULL);
    says(place, "silent/", "broke off", "broke off", "broke off");
    says(place, "broken/", "cannot be read", NULL, NULL);
    says(place, "huge/", "more than a calendar holds", "more than a calendar holds",
         "more than a calendar holds");
    says(place, "endless/", NULL, "more than a calendar holds", NULL);
}

static void digest_when_the_server_wants_it(void **state)
{
    struct place *place = *state;
    struct collection cal = opened(place, "digest/");
    struct buffer text = {0};
    struct error err = {0};
    const char *etag = NULL;
    assert_int_equal(cal.ops->fetch(cal.state, "a.ics", place->arena, &text, &etag, &err),
                     COLLECTION_DONE);
    assert_string_equal(buffer_string(&text), "kept");
    buffer_free(&text);
    cal.ops->close(cal.state);
}

static void nobody_is_there(void **state)
{
    struct place *place = *state;
    struct collection cal = opened(place, "cal/");
    struct collection_item *items;
    size_t count;
    struct error err = {0};
    kill(place->pid, SIGKILL);
    waitpid(place->pid, NULL, 0);
    assert_false(cal.ops->list(cal.state, place->arena, &items, &count, &err));
    assert_non_null(strstr(err.text, "does not answer"));
    cal.ops->close(cal.state);
}

static void who_signed_is_looked_at(void **state)
{
    struct place *place = *state;
    struct caldav_account account = {
        .url = arena_format(place->arena, "https://127.0.0.1:%u/cal/", place->number),
        .user = "ana",
        .password = "secret"};
    struct collection cal;
    struct collection_item *items;
    size_t count;
    struct error err = {0};
    assert_true(caldav_open(&account, &cal, &err));
    assert_false(cal.ops->list(cal.state, place->arena, &items, &count, &err));
    assert_non_null(strstr(err.text, "is not trusted"));
    cal.ops->close(cal.state);
    account.ca_file = place->certificate;
    assert_true(caldav_open(&account, &cal, &err));
    assert_true(cal.ops->list(cal.state, place->arena, &items, &count, &err));
    cal.ops->close(cal.state);
}

static void unsafe_addresses_are_refused(void **state)
{
    static const char *const rows[][2] = {
        {"http://example.org/cal/", "in the clear"},
        {"http://127.0.0.1.example.org/cal/", "in the clear"},
        {"http://localhost.example.org/", "in the clear"},
        {"https://ana:secret@example.org/cal/", "holds a password"},
        {"ftp://example.org/cal/", "begins with https://"},
        {"file:///etc/passwd", ""},
        {"nonsense", "no address"},
        {"", "no address"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct collection collection;
        struct error err = {0};
        assert_false(
            caldav_open(&(struct caldav_account){.url = rows[i][0]}, &collection, &err));
        if (!strstr(err.text, rows[i][1]))
            fail_msg("%s: %s", rows[i][0], err.text);
        assert_null(strstr(err.text, "secret"));
        assert_int_equal(err.code, ERROR_USAGE);
    }
}

static void safe_addresses_are_taken(void **state)
{
    static const char *const rows[] = {"https://example.org/cal",
                                       "http://localhost:5232/a/", "http://[::1]:5232/a/",
                                       "http://127.0.0.1/"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct collection collection;
        struct error err = {0};
        assert_true(
            caldav_open(&(struct caldav_account){.url = rows[i]}, &collection, &err));
        collection.ops->close(collection.state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(items_by_version, open_place, close_place),
        cmocka_unit_test_setup_teardown(what_servers_answer, open_place, close_place),
        cmocka_unit_test_setup_teardown(what_answers_break, open_place, close_place),
        cmocka_unit_test_setup_teardown(digest_when_the_server_wants_it, open_place,
                                        close_place),
        cmocka_unit_test_setup_teardown(nobody_is_there, open_place, close_place),
        cmocka_unit_test_setup_teardown(who_signed_is_looked_at, open_signed,
                                        close_place),
        cmocka_unit_test(unsafe_addresses_are_refused),
        cmocka_unit_test(safe_addresses_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
