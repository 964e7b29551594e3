#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/tui/action.h"
#include "touchbase/tui/list.h"

/* A million rows that nobody holds: row n is "n". Rows of gone are not there; moved
 * stands at to. */
struct rows {
    int64_t count;
    int64_t gone_from; /* rows gone_from to gone_end - 1 are gone */
    int64_t gone_end;
    bool grouped; /* ten rows a group */
    bool broken;
    size_t loaded; /* rows in all */
    size_t largest;
};

static bool is_there(const struct rows *rows, int64_t n)
{
    return n >= 0 && n < rows->count && (n < rows->gone_from || n >= rows->gone_end);
}

static void fill(const struct rows *rows, struct arena *arena, int64_t n,
                 struct list_row *row)
{
    const char **cells = arena_array(arena, 2, sizeof *cells);
    int64_t *key = arena_alloc(arena, sizeof *key);

    *key = n;
    row->id = arena_format(arena, "%lld", (long long)n);
    row->key = key;
    row->group =
        rows->grouped ? arena_format(arena, "group %lld", (long long)(n / 10)) : NULL;
    cells[0] = arena_format(arena, "row %lld", (long long)n);
    row->cells = cells;
    row->dimmed = n % 7 == 3;
}

static bool load(void *context, enum list_from from, const void *key, size_t count,
                 struct arena *arena, struct list_row *out, size_t *found,
                 struct error *err)
{
    struct rows *rows = context;
    bool backward = from == LIST_LAST || from == LIST_BEFORE;
    int64_t n = from == LIST_FIRST ? 0 : from == LIST_LAST ? rows->count - 1 : 0;

    if (rows->broken)
        return error_set(err, ERROR_FAILED, "the rows are broken");
    if (from == LIST_AT || from == LIST_AFTER || from == LIST_BEFORE)
        n = *(const int64_t *)key + (from == LIST_AFTER) - (from == LIST_BEFORE);
    assert_true(count >= 1 && count <= LIST_BATCH_MAX);
    for (*found = 0; *found < count && n >= 0 && n < rows->count;
         n += backward ? -1 : 1) {
        if (is_there(rows, n))
            fill(rows, arena, n, &out[(*found)++]);
    }
    for (size_t i = 0; backward && i < *found / 2; i++) {
        struct list_row row = out[i];

        out[i] = out[*found - 1 - i];
        out[*found - 1 - i] = row;
    }
    rows->loaded += *found;
    rows->largest = count > rows->largest ? count : rows->largest;
    return true;
}

static const void *locate(void *context, const char *id, struct arena *arena)
{
    int64_t *key = arena_alloc(arena, sizeof *key);

    *key = strtoll(id, NULL, 10);
    return is_there(context, *key) ? key : NULL;
}

/* Finds the next row whose number ends with 99. */
static const void *find(void *context, const void *from, bool backward,
                        struct arena *arena)
{
    int64_t *key = arena_alloc(arena, sizeof *key);

    for (*key = *(const int64_t *)from + (backward ? -1 : 1); is_there(context, *key);
         *key += backward ? -1 : 1) {
        if (*key % 100 == 99)
            return key;
    }
    return NULL;
}

static const struct column columns[] = {
    {.least = 6, .most = 14, .share = 1, .priority = 2},
    {.least = 4, .most = 6, .priority = 1},
};

static struct list *make(struct rows *rows, int lines)
{
    struct list_source source = {
        .context = rows, .load = load, .locate = locate, .find = find};
    struct list *list = list_create(&source, columns, 2);
    struct error err;

    list_resize(list, lines);
    assert_true(list_load(list, &err));
    return list;
}

static void act(struct list *list, int action, int count, const char *current)
{
    struct error err;

    assert_true(list_act(list, action, count, &err) & PANE_HANDLED);
    assert_string_equal(list_current(list)->id, current);
}

/* The first cell of the rows on show and which is current: "row 3|row 4<|row 5". */
static void shows(const struct list *list, int lines, const char *expected)
{
    struct canvas *canvas = canvas_create(lines, 12);
    struct buffer text = {0};

    list_draw(list, area_whole(canvas), true, "nothing");
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), expected);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static void moves(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 5);

    (void)state;
    shows(list, 5, " row 0\n row 1\n row 2\n row 3\n row 4\n");
    act(list, ACTION_DOWN, 0, "1");
    act(list, ACTION_DOWN, 10, "11");
    shows(list, 5, " row 7\n row 8\n row 9\n row 10\n row 11\n");
    act(list, ACTION_UP, 3, "8");
    shows(list, 5, " row 7\n row 8\n row 9\n row 10\n row 11\n");
    act(list, ACTION_WINDOW_TOP, 0, "7");
    act(list, ACTION_WINDOW_MIDDLE, 0, "9");
    act(list, ACTION_WINDOW_BOTTOM, 0, "11");
    act(list, ACTION_WINDOW_TOP, 3, "9");
    act(list, ACTION_WINDOW_BOTTOM, 99, "7");
    act(list, ACTION_PAGE_DOWN, 0, "12");
    shows(list, 5, " row 12\n row 13\n row 14\n row 15\n row 16\n");
    act(list, ACTION_HALF_DOWN, 0, "15");
    act(list, ACTION_HALF_UP, 0, "12");
    act(list, ACTION_PAGE_UP, 9, "0");
    shows(list, 5, " row 0\n row 1\n row 2\n row 3\n row 4\n");
    list_destroy(list);
}

static void ends(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 5);

    (void)state;
    assert_true(list_at_first(list));
    assert_false(list_at_last(list));
    act(list, ACTION_LAST, 0, "999999");
    shows(list, 5, " row 999995\n row 999996\n row 999997\n row 999998\n row 999999\n");
    assert_true(list_at_last(list));
    assert_false(list_at_first(list));
    act(list, ACTION_DOWN, 0, "999999");
    act(list, ACTION_UP, 3, "999996");
    act(list, ACTION_PAGE_DOWN, 0, "999999");
    shows(list, 5, " row 999995\n row 999996\n row 999997\n row 999998\n row 999999\n");
    act(list, ACTION_FIRST, 0, "0");
    act(list, ACTION_FIRST, 10, "9");
    act(list, ACTION_LAST, 200, "199");
    act(list, ACTION_UP, 1000, "0");
    act(list, ACTION_UP, 0, "0");
    list_destroy(list);
}

/* A walk over all rows by pages, each seen once, with little in memory. */
static void walk(void **state)
{
    struct rows rows = {.count = 20000};
    struct list *list = make(&rows, 40);
    struct error err;
    int64_t seen = 40;

    (void)state;
    while (!list_at_last(list)) {
        assert_true(list_act(list, ACTION_PAGE_DOWN, 0, &err));
        assert_true(list_window_count(list) <= LIST_BATCH_MAX * 4);
        seen += 40;
    }
    assert_in_range(seen, rows.count, rows.count + 40);
    act(list, ACTION_PAGE_DOWN, 0, "19999");
    assert_true(rows.loaded < (size_t)rows.count * 2);
    act(list, ACTION_UP, 19999, "0");
    act(list, ACTION_DOWN, 19999, "19999");
    list_destroy(list);
}

static void one_key_reads_little(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 30);

    (void)state;
    assert_true(rows.loaded <= 100);
    rows.loaded = 0;
    act(list, ACTION_LAST, 0, "999999");
    assert_true(rows.loaded <= 200);
    rows.loaded = 0;
    act(list, ACTION_UP, 0, "999998");
    assert_int_equal(rows.loaded, 0);
    list_destroy(list);
}

static void same_row_after_reload(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 5);
    struct error err;

    (void)state;
    act(list, ACTION_DOWN, 100, "100");
    act(list, ACTION_UP, 2, "98");
    shows(list, 5, " row 96\n row 97\n row 98\n row 99\n row 100\n");
    rows.gone_from = 90;
    rows.gone_end = 97;
    assert_true(list_load(list, &err));
    assert_string_equal(list_current(list)->id, "98");
    shows(list, 5, " row 97\n row 98\n row 99\n row 100\n row 101\n");
    /* the row itself goes: the next one, then the one before */
    rows.gone_end = 100;
    assert_true(list_load(list, &err));
    assert_string_equal(list_current(list)->id, "100");
    rows.count = 90;
    assert_true(list_load(list, &err));
    assert_string_equal(list_current(list)->id, "89");
    shows(list, 5, " row 85\n row 86\n row 87\n row 88\n row 89\n");
    rows.count = 0;
    assert_true(list_load(list, &err));
    assert_null(list_current(list));
    shows(list, 5, " nothing\n\n\n\n\n");
    assert_int_equal(list_act(list, ACTION_DOWN, 0, &err), PANE_HANDLED);
    rows = (struct rows){.count = 2};
    assert_true(list_load(list, &err));
    shows(list, 5, " row 0\n row 1\n\n\n\n");
    list_destroy(list);
}

static void goes_by_id(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 5);
    struct error err = {.text = ""};

    (void)state;
    assert_true(list_go(list, "500000", &err));
    assert_string_equal(list_current(list)->id, "500000");
    shows(list, 5, " row 499998\n row 499999\n row 500000\n row 500001\n row 500002\n");
    assert_true(list_go(list, "499999", &err));
    assert_false(list_go(list, "1000000", &err));
    assert_string_equal(err.text, "");
    assert_true(list_go(list, "0", &err));
    shows(list, 5, " row 0\n row 1\n row 2\n row 3\n row 4\n");
    list_destroy(list);
}

static void finds(void **state)
{
    struct rows rows = {.count = 350};
    struct list *list = make(&rows, 5);
    struct error err;

    (void)state;
    act(list, ACTION_FIND_NEXT, 0, "99");
    act(list, ACTION_FIND_NEXT, 0, "199");
    act(list, ACTION_FIND_PREVIOUS, 0, "99");
    assert_true(list_act(list, ACTION_FIND_PREVIOUS, 0, &err) & PANE_BELL);
    assert_string_equal(list_current(list)->id, "99");
    list_destroy(list);
}

static void groups(void **state)
{
    struct rows rows = {.count = 1000, .grouped = true};
    struct list *list = make(&rows, 6);

    (void)state;
    shows(list, 6, " group 0\n row 0\n row 1\n row 2\n row 3\n row 4\n");
    act(list, ACTION_DOWN, 10, "10");
    shows(list, 6, " group 0\n row 7\n row 8\n row 9\n group 1\n row 10\n");
    act(list, ACTION_LAST, 0, "999");
    shows(list, 6, " group 99\n row 995\n row 996\n row 997\n row 998\n row 999\n");
    list_resize(list, 2);
    act(list, ACTION_UP, 0, "998");
    shows(list, 2, " row 997\n row 998\n");
    list_destroy(list);
}

static void scroll(struct list *list, int count, const char *current)
{
    struct error err;

    assert_true(list_scroll(list, count, &err));
    assert_string_equal(list_current(list)->id, current);
}

/* What is seen moves, the cursor only with the edge that pushes it. */
static void scrolls(void **state)
{
    struct rows rows = {.count = 1000000}, few = {.count = 3}, none = {.count = 0};
    struct list *list = make(&rows, 5);

    (void)state;
    act(list, ACTION_DOWN, 3, "3");
    scroll(list, 3, "3");
    shows(list, 5, " row 3\n row 4\n row 5\n row 6\n row 7\n");
    scroll(list, 3, "6");
    shows(list, 5, " row 6\n row 7\n row 8\n row 9\n row 10\n");
    scroll(list, -1, "6");
    shows(list, 5, " row 5\n row 6\n row 7\n row 8\n row 9\n");
    scroll(list, -3, "6");
    scroll(list, -3, "4");
    shows(list, 5, " row 0\n row 1\n row 2\n row 3\n row 4\n");
    scroll(list, 900000, "900000");
    act(list, ACTION_LAST, 0, "999999");
    act(list, ACTION_UP, 2, "999997");
    scroll(list, 3, "999997");
    shows(list, 5, " row 999995\n row 999996\n row 999997\n row 999998\n row 999999\n");
    scroll(list, -3, "999996");
    list_destroy(list);
    list = make(&few, 5);
    act(list, ACTION_DOWN, 1, "1");
    scroll(list, 3, "1");
    scroll(list, -3, "1");
    shows(list, 5, " row 0\n row 1\n row 2\n\n\n");
    list_destroy(list);
    list = make(&none, 5);
    assert_true(list_scroll(list, 3, &(struct error){0}));
    list_destroy(list);
}

static void lines_lead_to_rows(void **state)
{
    struct rows rows = {.count = 1000, .grouped = true};
    struct list *list = make(&rows, 6);
    int to = 0;

    (void)state;
    act(list, ACTION_DOWN, 10, "10");
    shows(list, 6, " group 0\n row 7\n row 8\n row 9\n group 1\n row 10\n");
    assert_false(list_rows_to(list, 0, &to));
    assert_true(list_rows_to(list, 1, &to));
    assert_int_equal(to, -3);
    assert_false(list_rows_to(list, 4, &to));
    assert_true(list_rows_to(list, 5, &to));
    assert_int_equal(to, 0);
    assert_false(list_rows_to(list, 6, &to));
    assert_false(list_rows_to(list, -1, &to));
    list_destroy(list);
}

static void styles(void **state)
{
    struct rows rows = {.count = 1000};
    struct list *list = make(&rows, 5);
    struct canvas *canvas = canvas_create(5, 12);
    struct buffer text = {0};

    (void)state;
    list_window_row(list, 1)->marked = true;
    list_draw(list, area_whole(canvas), false, NULL);
    canvas_styles(canvas, &text);
    assert_string_equal(
        buffer_string(&text),
        "0 0 1 strong+here\n0 1 11 normal+here\n1 0 1 strong+mark\n"
        "1 1 11 normal+mark\n2 0 1 strong\n3 0 1 strong+dim\n3 1 11 normal+dim\n"
        "4 0 1 strong\n");
    assert_int_equal(canvas_cell(canvas, 1, 0)->codes[0], '*');
    buffer_free(&text);
    canvas_destroy(canvas);
    list_destroy(list);
}

static void failures(void **state)
{
    struct rows rows = {.count = 1000000};
    struct list *list = make(&rows, 5);
    struct error err;

    (void)state;
    rows.broken = true;
    assert_false(list_load(list, &err));
    assert_string_equal(err.text, "the rows are broken");
    assert_string_equal(list_current(list)->id, "0");
    assert_true(list_act(list, ACTION_LAST, 0, &err) & PANE_FAILED);
    assert_string_equal(list_current(list)->id, "0");
    assert_int_equal(list_act(list, ACTION_TEXT_LEFT, 0, &err), 0);
    list_destroy(list);
}

static void check_window(struct list *list, const struct rows *rows)
{
    int64_t last = -1;

    for (size_t i = 0; i < list_window_count(list); i++) {
        int64_t n = strtoll(list_window_row(list, i)->id, NULL, 10);

        assert_true(is_there(rows, n));
        for (int64_t j = last + 1; last >= 0 && j < n; j++)
            assert_false(is_there(rows, j));
        assert_true(n > last);
        last = n;
    }
}

/* Random moves, resizes and reloads against plain arithmetic. */
static void storm(void **state)
{
    struct rows rows = {.count = 3000};
    struct list *list = make(&rows, 10);
    int64_t current = 0;
    struct error err;

    (void)state;
    srand(3);
    for (int i = 0; i < 20000; i++) {
        int count = rand() % 4 == 0 ? rand() % 1000 : rand() % 3;
        int64_t by = count > 0 ? count : 1;

        switch (rand() % 8) {
        case 0:
        case 1:
            assert_true(list_act(list, ACTION_DOWN, count, &err));
            current = current + by < rows.count ? current + by : rows.count - 1;
            break;
        case 2:
        case 3:
            assert_true(list_act(list, ACTION_UP, count, &err));
            current = current > by ? current - by : 0;
            break;
        case 4:
            assert_true(list_act(list, ACTION_FIRST, count, &err));
            current = by - 1 < rows.count ? by - 1 : rows.count - 1;
            break;
        case 5:
            assert_true(list_act(list, ACTION_LAST, 0, &err));
            current = rows.count - 1;
            break;
        case 6:
            list_resize(list, rand() % 70);
            break;
        default:
            assert_true(list_load(list, &err));
            break;
        }
        assert_int_equal(strtoll(list_current(list)->id, NULL, 10), current);
        if (i % 50 == 0)
            check_window(list, &rows);
    }
    list_destroy(list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves),
        cmocka_unit_test(ends),
        cmocka_unit_test(walk),
        cmocka_unit_test(one_key_reads_little),
        cmocka_unit_test(same_row_after_reload),
        cmocka_unit_test(goes_by_id),
        cmocka_unit_test(finds),
        cmocka_unit_test(groups),
        cmocka_unit_test(scrolls),
        cmocka_unit_test(lines_lead_to_rows),
        cmocka_unit_test(styles),
        cmocka_unit_test(failures),
        cmocka_unit_test(storm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
