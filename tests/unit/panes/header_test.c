/* The first line of the window, by tests/tables/panes/header.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../table.h"
#include "header.h"

static const struct wall none = {DAY_NONE, MINUTE_NONE};

static struct wall at(int hour, int minute)
{
    return (struct wall){day_of(2026, 11, 21), hour * 60 + minute};
}

/* What else stands in the line. */
static void add_more(struct header *header, const char *more)
{
    struct round_state *round = &header->rounds.state;

    *round = (struct round_state){none, none, none};
    header->rounds.voicemail = VOICEMAIL_NONE;
    if (strcmp(more, "round") == 0)
        round->next = at(16, 30);
    if (strcmp(more, "owed") == 0) {
        *round = (struct round_state){at(14, 0), at(11, 30), at(16, 30)};
        header->rounds.voicemail = 85;
    }
    header->new_day = strcmp(more, "day") == 0 ? "a new day: ^L" : NULL;
    header->read_only = strcmp(more, "read") == 0;
}

static int64_t number(const struct table *table, int cell)
{
    return strtoll(table->cells[cell].text, NULL, 10);
}

static void what_the_line_says(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "panes/header.tsv"); table_next(&table);) {
        struct header header = {.now = at(14, 5), .now_utc = 1795269900};
        const char *line;

        header.counts = (struct desk_counts){.late = number(&table, 1),
                                             .today = number(&table, 2),
                                             .missed = number(&table, 3),
                                             .waiting = number(&table, 4),
                                             .waiting_since_utc =
                                                 header.now_utc - 60 * number(&table, 5),
                                             .to_confirm = number(&table, 6),
                                             .no_next_step = number(&table, 7)};
        add_more(&header, table.cells[8].text);
        line = header_words(table.arena, &header, (int)number(&table, 0));
        if (strcmp(line, table.cells[9].text) != 0)
            fail_msg("line %d:\n%s\nnot\n%s", table.line, line, table.cells[9].text);
        if (number(&table, 0) > 40)
            assert_true(strlen(line) <= (size_t)number(&table, 0));
    }
    assert_true(table.line > 20);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_line_says)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
