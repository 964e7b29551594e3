/* The search index against a naive scan, and whatever people type. Health and backup too.
 */
#include "fixture.h"

#include <sys/stat.h>

#include "connection.h"
#include "touchbase/base/text.h"
#include "touchbase/store/search.h"

/* Words parted by blanks. */
static struct filter words_of(struct fixture *f, const char *typed)
{
    enum { WORDS_MAX = 8 };
    struct filter_term *terms = arena_array(f->arena, WORDS_MAX, sizeof *terms);
    struct filter filter = {terms, 0};
    for (const char *at = typed + strspn(typed, " "); *at != '\0';
         at += strspn(at, " ")) {
        const char **text = arena_alloc(f->arena, sizeof *text);
        *text = arena_copy(f->arena, at, strcspn(at, " "));
        terms[filter.count++] =
            (struct filter_term){.key = FILTER_WORDS, .texts = text, .text_count = 1};
        at += strcspn(at, " ");
    }
    return filter;
}

static const struct need_context context = {NOW, 0, 0, 0};

static size_t search(struct fixture *f, const char *typed, struct search_found **rows)
{
    struct search_result found;
    struct filter filter = words_of(f, typed);
    struct search *search = search_open(f->store, &filter);
    must(search_best(search, &context, 50, NULL, f->arena, &found, &f->err));
    search_close(search);
    if (rows != NULL)
        *rows = found.rows;
    return found.instead == NULL ? found.count : 0;
}

static void where_words_stand(void **state)
{
    struct fixture *f = *state;
    struct search_found *found;
    begin(f, "add");
    int64_t tanaka = add_contact(f, "田中太郎", STAGE_LEAD);
    add_note(f, tanaka, "Wants the CATALOGUE, naïve price");
    commit(f);
    static const struct {
        const char *typed;
        size_t count;
    } rows[] = {{"太郎", 1},  {"郎太", 0},      {"田", 1},       {"", 0},
                {"  ", 0},    {"\"", 0},        {"mull AND", 0}, {"(", 0},
                {"mull*", 0}, {"NEAR(mull", 0}, {"who:田", 0},   {"catalog", 1},
                {"naive", 1}, {"\xff\xfe", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (search(f, rows[i].typed, NULL) != rows[i].count)
            fail_msg("\"%s\" finds %zu", rows[i].typed, search(f, rows[i].typed, NULL));
    }
    assert_int_equal(search(f, "catalogue", &found), 1);
    assert_int_equal(found[0].fit, SEARCH_TEXT);
    assert_string_equal(found[0].text, "Wants the CATALOGUE, naïve price");
    assert_int_equal(found[0].row.contact.id, tanaka);
}

static void best_first(void **state)
{
    struct fixture *f = *state;
    struct search_found *found;
    begin(f, "add");
    struct contact company = {.name = "Zed", .company = "Ana Works"};
    must(contact_insert(f->store, f->arena, &company, &f->err));
    struct contact title = {.name = "Aa", .title = "Ana", .stage = STAGE_LEAD};
    must(contact_insert(f->store, f->arena, &title, &f->err));
    int64_t rest = add_contact(f, "Maria Ana", STAGE_REST);
    int64_t out = add_contact(f, "Anabel Aa", STAGE_NO);
    int64_t later = add_contact(f, "Ana Later", STAGE_LEAD);
    int64_t due = add_contact(f, "Anabel Zz", STAGE_LEAD);
    int64_t exact = add_contact(f, "Ana", STAGE_REST);
    int64_t noted = add_contact(f, "Aaron", STAGE_LEAD);
    add_note(f, noted, "knows Ana");
    add_touch(f, later, NOW + 86400);
    add_touch(f, due, NOW - 86400);
    commit(f);
    assert_int_equal(search(f, "ana", &found), 8);
    const int64_t order[] = {exact, due, later, rest, company.id, out, title.id, noted};
    for (size_t i = 0; i < 8; i++) {
        if (found[i].row.contact.id != order[i])
            fail_msg("%zu is %s", i, found[i].row.contact.name);
    }
}

static bool always(void *data)
{
    ++*(int *)data;
    return true;
}

static void it_can_be_stopped(void **state)
{
    struct fixture *f = *state;
    struct search_result found;
    int asked = 0;
    struct search_stop stop = {always, &asked};
    begin(f, "add");
    for (int i = 0; i < 3000; i++)
        add_contact(f, "Ana Ruiz", STAGE_REST);
    commit(f);
    struct filter filter = words_of(f, "ana ruiz");
    struct search *search_ = search_open(f->store, &filter);
    must(search_best(search_, &context, 50, &stop, f->arena, &found, &f->err));
    search_close(search_);
    assert_true(asked > 0);
    assert_true(found.stopped);
    assert_int_equal(search(f, "ana", NULL), 50);
}

/* Does each word of query begin a word of text? */
static bool naive_match(struct fixture *f, const char *text, const char *a, const char *b)
{
    const char *folded = text_fold(f->arena, text);
    return text_begins_word(folded, a) && text_begins_word(folded, b);
}

static void random_edits_agree_with_a_scan(void **state)
{
    struct fixture *f = *state;
    static const char *const words[] = {"Ana",   "Ruíz",  "Brío",  "Acme",
                                        "Größe", "naïve", "zwölf", "10"};
    static const char *const queries[] = {"a",    "ru",  "bri", "ac",
                                          "gros", "nai", "zw",  "1"};
    enum { PEOPLE = 30, EDITS = 400, WORDS = 8 };
    uint64_t seed = 5;
    int64_t last = 0;
    begin(f, "people");
    for (int i = 0; i < PEOPLE; i++)
        add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    for (int i = 0; i < EDITS; i++) {
        struct contact *contact = get_contact(f, next_random(&seed) % PEOPLE + 1);
        contact->name = arena_format(f->arena, "%s %s", words[next_random(&seed) % WORDS],
                                     words[next_random(&seed) % WORDS]);
        contact->company =
            next_random(&seed) % 3 ? words[next_random(&seed) % WORDS] : NULL;
        begin(f, "edit");
        must(contact_update(f->store, contact, NULL, &f->err));
        int64_t step = commit(f);
        last = step != 0 ? step : last;
        if (last != 0 && i % 5 == 0)
            undo(f, last);
        if (last != 0 && i % 10 == 0)
            redo(f, last);
        const char *a = queries[next_random(&seed) % WORDS],
                   *b = queries[next_random(&seed) % WORDS];
        size_t expected = 0;
        for (int64_t id = 1; id <= PEOPLE; id++) {
            contact = get_contact(f, id);
            expected +=
                naive_match(f,
                            arena_format(f->arena, "%s %s", contact->name,
                                         contact->company ? contact->company : ""),
                            a, b);
        }
        size_t found = search(f, arena_format(f->arena, "%s %s", a, b), NULL);
        if (found != expected)
            fail_msg("edit %d, \"%s %s\": %zu found, %zu there", i, a, b, found,
                     expected);
        arena_reset(f->arena);
    }
    assert_healthy(f);
}

static void check_finds_and_rebuild_mends(void **state)
{
    struct fixture *f = *state;
    const char **findings;
    size_t count;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    add_touch(f, ana, NOW);
    add_note(f, ana, "words");
    commit(f);
    assert_healthy(f);
    static const char *const damage[] = {"UPDATE contact SET next_touch_id = NULL",
                                         "UPDATE tally SET value = 9 WHERE id = 12",
                                         "DELETE FROM search_contact",
                                         "UPDATE search_contact SET reach = NULL",
                                         "UPDATE search_text SET words = 'other'"};
    for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
        assert_int_equal(sqlite3_exec(f->store->db, damage[i], NULL, NULL, NULL),
                         SQLITE_OK);
        must(store_check(f->store, f->arena, &findings, &count, &f->err));
        if (count == 0)
            fail_msg("not found: %s", damage[i]);
        must(store_rebuild(f->store, &f->err));
        assert_healthy(f);
    }
}

static void a_backup_is_a_desk(void **state)
{
    struct fixture *f = *state;
    struct stat status;
    char copy[128], nowhere[128];
    snprintf(copy, sizeof copy, "%s/copy.db", f->folder);
    snprintf(nowhere, sizeof nowhere, "%s/none/copy.db", f->folder);
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    int64_t step = commit(f);
    assert_false(store_backup(f->store, nowhere, &f->err));
    must(store_backup(f->store, copy, &f->err));
    must(store_backup(f->store, copy, &f->err));
    assert_int_equal(stat(copy, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    store_close(f->store);
    f->store = store_open(copy, STORE_WRITE, &f->err);
    assert_non_null(f->store);
    assert_null(store_read_only(f->store));
    assert_string_equal(get_contact(f, ana)->name, "Ana");
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_healthy(f);
}

#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        desk_test(where_words_stand),
        desk_test(best_first),
        desk_test(it_can_be_stopped),
        desk_test(random_edits_agree_with_a_scan),
        desk_test(check_finds_and_rebuild_mends),
        desk_test(a_backup_is_a_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
