#include <stdlib.h>
#include <string.h>

#include "ooo.h"
#include "touchbase/base/buffer.h"

void ooo_page_add(struct ooo_page *page, const struct take_in *item, day_number today)
{
    struct ooo_row *row;

    if (item->reading.kind == READING_OTHER) {
        page->others++;
        return;
    }
    page->rows = arena_grow(page->arena, page->rows, page->count, page->count + 1,
                            sizeof *page->rows, &page->capacity);
    row = &page->rows[page->count++];
    *row = (struct ooo_row){
        .sender = arena_string(page->arena, ooo_sender(&item->message)),
        .line = ooo_line(page->arena, &item->reading, today),
        .back = item->reading.back,
        .left = item->reading.kind == READING_LEFT,
    };
}

/* By day back, those without one last, then by name. */
static int compare_rows(const void *a, const void *b)
{
    const struct ooo_row *left = a, *right = b;
    day_number first = left->back == DAY_NONE ? INT32_MAX : left->back;
    day_number second = right->back == DAY_NONE ? INT32_MAX : right->back;

    if (first != second)
        return first < second ? -1 : 1;
    return strcmp(left->sender, right->sender);
}

enum section {
    SECTION_MISSED,
    SECTION_THIS_WEEK,
    SECTION_AWAY,
    SECTION_LEFT,
    SECTION_COUNT
};

/* This week: Monday to Sunday around today. Missed: back before that, and nobody acted on
 * it. */
static enum section section_of(const struct ooo_row *row, day_number today)
{
    day_number monday = today - (day_number)day_weekday(today);

    if (row->left)
        return SECTION_LEFT;
    if (row->back == DAY_NONE || row->back >= monday + 7)
        return SECTION_AWAY;
    return row->back < monday ? SECTION_MISSED : SECTION_THIS_WEEK;
}

void ooo_page_print(struct ooo_page *page, day_number today, struct buffer *out)
{
    static const char *const titles[SECTION_COUNT] = {
        [SECTION_MISSED] = "MISSED: back before this week",
        [SECTION_THIS_WEEK] = "BACK THIS WEEK",
        [SECTION_AWAY] = "AWAY",
        [SECTION_LEFT] = "LEFT",
    };

    if (page->count > 0)
        qsort(page->rows, page->count, sizeof *page->rows, compare_rows);
    for (int section = 0; section < SECTION_COUNT; section++) {
        size_t shown = 0;

        for (size_t i = 0; i < page->count; i++) {
            if ((int)section_of(&page->rows[i], today) != section)
                continue;
            if (shown++ == 0)
                buffer_add_format(out, "%s\n", titles[section]);
            buffer_add_format(out, "  %s: %s\n", page->rows[i].sender,
                              page->rows[i].line);
        }
    }
    if (page->others > 0)
        buffer_add_format(out, "NO ABSENCE: %zu message%s\n", page->others,
                          page->others == 1 ? "" : "s");
}
