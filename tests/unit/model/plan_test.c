/* Rules 1 to 6 by tables: every file of tests/tables/plans is read, each of its
 * situations planned, the whole file printed back, and the two compared. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "situation.h"
#include "touchbase/base/file.h"

/* One file while it is read: its text as it should be comes out again. */
struct table {
    struct arena *arena;
    struct situation situation;
    struct buffer printed;
    int cases;
    bool open;     /* lines of a situation were read */
    bool expected; /* behind "==>": the lines up to the blank one are what is checked */
};

static void table_plan(struct table *table)
{
    struct plan plan;
    plan_absence(table->arena, &table->situation.input, &plan);
    situation_print(&table->situation, &plan, &table->printed);
    table->cases++;
    table->open = false;
    table->expected = true;
}

static void table_line(struct table *table, const char *path, const char *line)
{
    if (!*line)
        table->expected = false;
    if (table->expected)
        return;
    buffer_add_format(&table->printed, "%s\n", line);
    if (!*line || *line == '#')
        return;
    if (!table->open)
        situation_begin(&table->situation, table->arena);
    table->open = true;
    if (strcmp(line, "==>") == 0)
        table_plan(table);
    else if (!situation_line(&table->situation, line))
        fail_msg("%s: cannot read \"%s\"", path, line);
}

static int check_file(const char *path)
{
    struct table table = {.arena = arena_create()};
    struct buffer text = {0};
    struct error err = {0};
    if (!file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    const char *end = buffer_string(&text);
    while (*end) {
        size_t length = strcspn(end, "\n");
        table_line(&table, path, arena_copy(table.arena, end, length));
        end += length + (end[length] == '\n');
    }
    bool same = strcmp(buffer_string(&text), buffer_string(&table.printed)) == 0;
    if (!same)
        fprintf(stderr, "%s as it comes out:\n%s", path, buffer_string(&table.printed));
    assert_true(same);
    int cases = table.cases;
    buffer_free(&text);
    buffer_free(&table.printed);
    arena_destroy(table.arena);
    return cases;
}

static void tables_print_themselves_back(void **state)
{
    (void)state;
    char pattern[4096];
    glob_t files;
    int cases = 0;
    snprintf(pattern, sizeof pattern, "%s/tables/plans/*.txt", getenv("TEST_DATA"));
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++)
        cases += check_file(files.gl_pathv[i]);
    globfree(&files);
    assert_true(cases > 100);
}

/* Plans lines (separated by newlines) in arena. */
static struct plan plan_lines(struct situation *s, struct arena *arena, const char *lines)
{
    struct plan plan;
    situation_begin(s, arena);
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        assert_true(situation_line(s, arena_copy(arena, lines, length)));
        lines += length + (lines[length] == '\n');
    }
    plan_absence(arena, &s->input, &plan);
    return plan;
}

static const char *draft_of(struct arena *arena, const char *lines, enum channel channel)
{
    struct situation *s = arena_alloc(arena, sizeof *s);
    struct plan plan = plan_lines(s, arena, lines);
    for (size_t i = 0; i < plan.change_count; i++)
        if (plan.changes[i].channel == channel && plan.changes[i].draft)
            return plan.changes[i].draft;
    return "";
}

/* Rule 2: their place and company in their words, the open matter, one asked action. */
static void answer_speaks_in_their_words(void **state)
{
    struct arena *arena = *state;
    const char *draft = draft_of(
        arena,
        "absence vacation back 2026-03-09 place Mexico whose \"with my family\"\n"
        "touch 1 call 2026-03-05 10:00 pricing",
        CHANNEL_EMAIL);
    assert_string_equal(
        draft,
        "Hello Dana,\n\nwelcome back. I hope you enjoyed Mexico with your family. This "
        "is "
        "for your return; nothing in it is urgent. It is about pricing.\n\nWhen you are "
        "through your mail: which day suits you for ten minutes on the phone? One line "
        "is enough.\n\nKind regards");
}

static void answer_leaves_out_what_is_not_known(void **state)
{
    struct arena *arena = *state;
    const char *draft = draft_of(arena, "absence none back 2026-03-09", CHANNEL_EMAIL);
    assert_null(strstr(draft, "about"));
    assert_null(strchr(draft, '{'));
    assert_null(strchr(draft, '['));
    assert_non_null(strstr(draft, "welcome back. This is for your return"));
    assert_int_equal(strchr(draft, '?') - strrchr(draft, '?'), 0);
}

/* "turned round" must not touch words that only look alike. */
static void their_words_are_turned_round(void **state)
{
    static const struct {
        const char *whose;
        const char *said;
    } rows[] = {
        {"with my family", "enjoyed Mexico with your family."},
        {"with our team and my wife", "enjoyed Mexico with your team and your wife."},
        {"With Amy and Tommy", "enjoyed Mexico With Amy and Tommy."},
        {"with my family, Mme Roy & me", "with your family, Mme Roy & you."},
        {"my sister's birthday", "enjoyed Mexico. This"},
        {"mit meiner Familie", "enjoyed Mexico. This"},
        {"without my phone", "enjoyed Mexico. This"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *lines = arena_format(
            arena, "absence vacation back 2026-03-09 place Mexico whose \"%s\"",
            rows[i].whose);
        const char *draft = draft_of(arena, lines, CHANNEL_EMAIL);
        if (!strstr(draft, rows[i].said))
            fail_msg("%s: %s", rows[i].whose, draft);
    }
}

static void congratulations_name_only_an_event(void **state)
{
    static const struct {
        const char *absence;
        const char *begin;
    } rows[] = {
        {"wedding back 2026-03-09 whose \"my sister's wedding\"",
         "Congratulations on your sister's wedding, Dana!"},
        {"wedding back 2026-03-09 whose \"our Wedding\"",
         "Congratulations on your Wedding, Dana!"},
        {"wedding back 2026-03-09 whose \"my sister\"", "Congratulations, Dana!"},
        {"wedding back 2026-03-09 whose \"Ann's wedding\"", "Congratulations, Dana!"},
        {"wedding back 2026-03-09", "Congratulations, Dana!"},
        {"graduation back 2026-03-09 whose \"my son's graduation\"",
         "Congratulations on your son's graduation, Dana!"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *lines = arena_format(arena, "absence %s", rows[i].absence);
        const char *draft = draft_of(arena, lines, CHANNEL_CARD);
        if (strncmp(draft, rows[i].begin, strlen(rows[i].begin)) != 0)
            fail_msg("%s: %s", rows[i].absence, draft);
    }
}

static void good_wishes_presume_no_birth(void **state)
{
    static const char *const words[] = {"birth",   "baby",    "child",
                                        "congrat", "newborn", "arrival"};
    struct arena *arena = *state;
    const char *draft = draft_of(
        arena, "absence parental back 2026-09-01 whose \"my baby\"", CHANNEL_CARD);
    assert_non_null(strstr(draft, "Dear Dana"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_null(strstr(draft, words[i]));
}

static void the_given_name_is_used(void **state)
{
    struct arena *arena = *state;
    const char *draft = draft_of(
        arena, "contact given Danuta\nabsence none back 2026-03-09", CHANNEL_EMAIL);
    assert_non_null(strstr(draft, "Hello Danuta,"));
}

/* Makes the changes of plan in s, as the desk would. */
static void apply(struct situation *s, const struct plan *plan)
{
    for (size_t i = 0; i < plan->change_count; i++) {
        const struct change *change = &plan->changes[i];
        struct touch *touch = NULL;
        if (change->kind == CHANGE_CREATE) {
            touch = &s->touches[s->input.touch_count++];
            *touch = (struct touch){.id = 100 + (int64_t)s->input.touch_count,
                                    .channel = change->channel,
                                    .purpose = change->purpose,
                                    .draft = change->draft};
        }
        for (size_t t = 0; t < s->input.touch_count; t++)
            if (change->touch_id && s->touches[t].id == change->touch_id)
                touch = &s->touches[t];
        if (change->kind == CHANGE_DROP)
            touch->outcome = OUTCOME_DROPPED;
        if (change->kind > CHANGE_MOVE)
            continue;
        touch->before_opener = change->before_opener;
        touch->before_due = change->origin;
        touch->moved = change->moved;
        touch->absence_id = change->restored ? 0 : s->absence.id;
        touch->due = change->to;
        touch->opener = change->opener;
        touch->cause = change->cause;
    }
    for (size_t i = 0; i < plan->adopted_count; i++)
        for (size_t t = 0; t < s->input.touch_count; t++)
            if (s->touches[t].id == plan->adopted[i])
                s->touches[t].absence_id = s->absence.id;
}

static size_t made_changes(const struct plan *plan)
{
    size_t made = 0;
    for (size_t i = 0; i < plan->change_count; i++)
        made += plan->changes[i].kind != CHANGE_ASK;
    return made;
}

/* Whatever the situation: asked again after its changes were made, a plan makes and moves
 * nothing. */
static void asked_again_nothing_is_made_twice(void **state)
{
    static const char *const absences[] = {
        "vacation back 2026-03-09 place Mexico",
        "funeral back 2026-03-09",
        "funeral",
        "illness hospital back 2026-03-03",
        "illness back 2026-03-03",
        "holiday back 2026-03-03",
        "wedding back 2026-03-30",
        "left cover sam@north.example",
        "none",
        "none back 2026-02-27 received 2026-02-20",
        "none back 2026-03-02 14:00",
        "parental back 2026-09-01",
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof absences / sizeof *absences; i++) {
        struct situation *s = arena_alloc(arena, sizeof *s);
        struct plan plan = plan_lines(
            s, arena,
            arena_format(arena,
                         "absence %s id 8\nload 2026-03-10 12\n"
                         "load 2026-03-12 11\nload 2026-03-31 12\n"
                         "touch 1 call 2026-03-02 10:00 pricing\n"
                         "touch 2 email 2026-03-04 offer\ntouch 3 letter 2026-03-04\n"
                         "touch 4 call 2026-03-20 promise\ntouch 5 visit 2026-02-20",
                         absences[i]));
        apply(s, &plan);
        s->earlier = s->absence;
        s->input.earlier = &s->earlier;
        plan_absence(arena, &s->input, &plan);
        if (made_changes(&plan) != 0)
            fail_msg("%s: %s", absences[i], plan.changes[0].sentence);
    }
}

/* Rule 6: other days and back again leave every touch as the first days alone would. */
static void days_replaced_and_replaced_back(void **state)
{
    struct arena *arena = *state;
    struct situation *s = arena_alloc(arena, sizeof *s);
    struct plan plan =
        plan_lines(s, arena,
                   "absence vacation back 2026-03-09 place Mexico id 8\n"
                   "load 2026-03-10 11\nload 2026-03-17 12\n"
                   "touch 1 call 2026-03-05 10:00 pricing opener Hello\n"
                   "touch 2 email 2026-03-12 offer\ntouch 3 call 2026-03-30\n"
                   "touch 4 email 2026-03-06 list");
    apply(s, &plan);
    struct touch first[SITUATION_TOUCHES];
    memcpy(first, s->touches, sizeof first);
    static const int backs[] = {16, 9};
    for (size_t i = 0; i < 2; i++) {
        s->earlier = s->absence;
        s->input.earlier = &s->earlier;
        s->absence.id++;
        s->absence.back = day_of(2026, 3, backs[i]);
        plan_absence(arena, &s->input, &plan);
        assert_true(plan.replaces);
        apply(s, &plan);
    }
    for (size_t i = 0; i < s->input.touch_count; i++) {
        if (wall_compare(s->touches[i].due, first[i].due) != 0)
            fail_msg("touch %d", (int)s->touches[i].id);
        assert_int_equal(s->touches[i].cause, first[i].cause);
        assert_int_equal(s->touches[i].moved, first[i].moved);
    }
    assert_int_equal(s->input.touch_count, 5);
}

static void landing_is_what_when_back_means(void **state)
{
    static const struct {
        const char *absence;
        const char *landing;
    } rows[] = {
        {"vacation back 2026-03-09", "2026-03-10"},
        {"vacation back 2026-03-06", "2026-03-09"},
        {"funeral back 2026-03-09", "2026-03-12"},
        {"funeral back 2026-03-05", "2026-03-10"},
        {"vacation back 2026-03-07", "2026-03-09"},
        {"none", ""},
        {"left back 2026-03-09", ""},
        {"none back 2025-12-31", "2026-01-02"},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct situation *s = arena_alloc(arena, sizeof *s);
        char text[DAY_TEXT_SIZE];
        situation_begin(s, arena);
        assert_true(situation_line(s, "holidays 2026-01-01"));
        assert_true(
            situation_line(s, arena_format(arena, "absence %s", rows[i].absence)));
        day_number landing = plan_landing(&s->plays, &s->absence, s->input.holidays);
        assert_string_equal(day_format(landing, text), rows[i].landing);
    }
}

static void messages_relate_by_their_days(void **state)
{
    static const struct {
        const char *on_file;
        const char *later;
        enum plan_relation relation;
    } rows[] = {
        {"vacation back 2026-03-09", "vacation back 2026-03-09", PLAN_SAME},
        {"vacation first 2026-03-02 back 2026-03-09", "vacation back 2026-03-09",
         PLAN_SAME},
        {"vacation back 2026-03-09", "none back 2026-03-09", PLAN_SAME},
        {"vacation back 2026-03-09", "none", PLAN_SAME},
        {"none", "none", PLAN_SAME},
        {"none", "none back 2026-03-09", PLAN_OTHER_DAYS},
        {"vacation back 2026-03-09", "vacation back 2026-03-16", PLAN_OTHER_DAYS},
        {"vacation first 2026-03-02 back 2026-03-09",
         "vacation first 2026-03-03 back 2026-03-09", PLAN_OTHER_DAYS},
        {"none back 2026-03-02 14:00", "none back 2026-03-02 16:00", PLAN_OTHER_DAYS},
        {"none back 2026-03-02 14:00", "none back 2026-03-02", PLAN_SAME},
        {"none received 2026-02-20 back 2026-02-27", "none back 2026-03-09",
         PLAN_ANOTHER},
        {"none first 2026-06-01 back 2026-06-10", "none back 2026-03-09", PLAN_ANOTHER},
        {"none first 2026-06-01 back 2026-06-10", "none first 2026-06-10 back 2026-06-12",
         PLAN_ANOTHER},
        {"vacation back 2026-03-09", "left", PLAN_OTHER_DAYS},
        {"left", "left received 2026-04-01", PLAN_SAME},
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct situation *s = arena_alloc(arena, sizeof *s);
        situation_begin(s, arena);
        situation_line(s, arena_format(arena, "earlier %s", rows[i].on_file));
        situation_line(s, arena_format(arena, "absence %s", rows[i].later));
        if (plan_relate(&s->earlier, &s->absence) != rows[i].relation)
            fail_msg("%s, then %s", rows[i].on_file, rows[i].later);
    }
}

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_print_themselves_back),
        cmocka_unit_test_setup_teardown(answer_speaks_in_their_words, begin, end),
        cmocka_unit_test_setup_teardown(answer_leaves_out_what_is_not_known, begin, end),
        cmocka_unit_test_setup_teardown(their_words_are_turned_round, begin, end),
        cmocka_unit_test_setup_teardown(congratulations_name_only_an_event, begin, end),
        cmocka_unit_test_setup_teardown(good_wishes_presume_no_birth, begin, end),
        cmocka_unit_test_setup_teardown(the_given_name_is_used, begin, end),
        cmocka_unit_test_setup_teardown(asked_again_nothing_is_made_twice, begin, end),
        cmocka_unit_test_setup_teardown(days_replaced_and_replaced_back, begin, end),
        cmocka_unit_test_setup_teardown(landing_is_what_when_back_means, begin, end),
        cmocka_unit_test_setup_teardown(messages_relate_by_their_days, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
