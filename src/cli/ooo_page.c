/* The page of a dry run: what a folder of auto-replies holds for who sells. */
#include <string.h>

#include "ooo.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"
#include "wrapped.h"

/* Columns, two blanks within each. */
enum {
    INDENT = 2,
    DAY = 13,
    NAME = 22,
    FIRM = 16,
    WORDS_AT = INDENT + DAY + NAME + FIRM
};

/* How many rows each part shows. */
enum part { PART_RETURNS, PART_OCCASIONS, PART_AWAY, PART_LEFT, PART_OPEN, PART_COUNT };
struct caps {
    size_t of[PART_COUNT];
};
enum { ROWS_MOST = OOO_PAGE_LINES };

struct printing {
    struct arena *arena;
    const struct ooo_page *page;
    const struct settings *settings;
    day_number today;
    size_t people, firms;
    struct buffer *out;
};

/* ---- Lines ---- */

/* "Mon 9 Mar"; of another year "9 Mar 2025": as wide. */
static const char *short_day(const struct printing *to, day_number day)
{
    const char *words = ooo_day(to->arena, day, to->today);

    if (words == NULL)
        return "";
    return day_date(day).year == day_date(to->today).year ? words
                                                          : strchr(words, ' ') + 1;
}

/* A cell of a row, padded to columns; one that is cut says so. */
static void add_cell(struct buffer *out, const char *text, int columns)
{
    struct buffer shown = {0};

    text_screen(&shown, text, strlen(text));
    text_pad(out, buffer_string(&shown), columns - 2);
    buffer_add_string(out, "  ");
    buffer_free(&shown);
}

static void end_line(struct buffer *out)
{
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        buffer_remove(out, out->length - 1, 1);
    buffer_add_char(out, '\n');
}

static void add_row(struct printing *to, day_number day, const struct ooo_row *row,
                    const char *what)
{
    buffer_add_format(to->out, "%*s", INDENT, "");
    add_cell(to->out, short_day(to, day), DAY);
    add_cell(to->out, row->name, NAME);
    add_cell(to->out, row->firm, FIRM);
    add_cell(to->out, what, PAGE_COLUMNS - WORDS_AT + 2);
    end_line(to->out);
}

static void add_title(struct printing *to, const char *title)
{
    buffer_add_format(to->out, "\n%s\n", title);
}

static void add_more(struct printing *to, size_t count, size_t shown)
{
    if (count > shown)
        buffer_add_format(to->out, "%*sand %zu more\n", INDENT + DAY, "", count - shown);
}

/* ---- The parts of the page ---- */

static const struct ooo_row **rows_of(const struct printing *to, enum ooo_list list,
                                      size_t *count)
{
    return ooo_rows_of(to->arena, to->page, list, to->today, count);
}

static const char *count_words(const struct printing *to, size_t count, const char *one,
                               const char *many)
{
    return arena_format(to->arena, "%zu %s", count, count == 1 ? one : many);
}

/* "9 Mar 2026" */
static const char *long_day(const struct printing *to, day_number day)
{
    return strchr(ooo_day(to->arena, day, DAY_NONE), ' ') + 1;
}

static void add_head(struct printing *to)
{
    const struct ooo_page *page = to->page;
    const char *line = count_words(to, page->messages, "auto-reply", "auto-replies");

    line = arena_format(to->arena, "%s from %s", line,
                        count_words(to, to->people, "person", "people"));
    if (to->firms > 0)
        line = arena_format(to->arena, "%s at %s", line,
                            count_words(to, to->firms, "firm", "firms"));
    if (page->first != DAY_NONE && page->first == page->last)
        line = arena_format(to->arena, "%s, %s", line, long_day(to, page->first));
    else if (page->first != DAY_NONE)
        line = arena_format(to->arena, "%s, %s to %s", line, long_day(to, page->first),
                            long_day(to, page->last));
    wrapped_add(to->out, "", line);
}

static const struct {
    enum reason reason;
    const char *one, *many;
} occasions[] = {
    {REASON_WEDDING, "wedding", "weddings"},
    {REASON_FUNERAL, "funeral", "funerals"},
    {REASON_PARENTAL, "parental leave", "parental leaves"},
    {REASON_ILLNESS, "illness", "illnesses"},
    {REASON_GRADUATION, "graduation", "graduations"},
};
enum { OCCASIONS = sizeof occasions / sizeof *occasions };

/* "my sister's wedding, Tuscany": whose and where, as they wrote it. */
static const char *event_words(const struct printing *to, const struct absence *absence)
{
    if (absence->whose != NULL && absence->place != NULL)
        return arena_format(to->arena, "%s, %s", absence->whose, absence->place);
    if (absence->whose != NULL)
        return absence->whose;
    return absence->place != NULL ? absence->place : "";
}

static void add_occasion(struct printing *to, size_t which, size_t cap)
{
    size_t count;
    const struct ooo_row **rows =
        ooo_rows_with(to->arena, to->page, occasions[which].reason, &count);

    if (count > 0)
        buffer_add_format(
            to->out, "%*s%s\n", INDENT, "",
            count_words(to, count, occasions[which].one, occasions[which].many));
    for (size_t i = 0; i < count && i < cap; i++)
        add_row(to, rows[i]->absence.received_day, rows[i],
                event_words(to, &rows[i]->absence));
    add_more(to, count, cap);
}

static void add_occasions(struct printing *to, size_t cap)
{
    size_t all = 0, count;

    for (size_t i = 0; i < OCCASIONS; i++) {
        ooo_rows_with(to->arena, to->page, occasions[i].reason, &count);
        all += count;
    }
    if (all == 0)
        return;
    add_title(to, all == 1
                      ? "DID ANYBODY WRITE? 1 occasion"
                      : arena_format(to->arena, "DID ANYBODY WRITE? %zu occasions", all));
    for (size_t i = 0; i < OCCASIONS; i++)
        add_occasion(to, i, cap);
}

/* What the play would open the return call with; NULL when it makes none. */
static const char *opener_of(const struct printing *to, const struct ooo_row *row)
{
    const struct contact contact = {
        .name = row->name, .given = row->given, .company = row->firm};
    const struct plan_input input = {
        .absence = &row->absence,
        .contact = &contact,
        .now = {to->today, 0},
        .holidays = to->settings->holidays,
        .plays = &to->settings->plays,
    };
    struct plan plan;

    plan_absence(to->arena, &input, &plan);
    for (size_t i = 0; i < plan.change_count; i++) {
        if (plan.changes[i].return_call)
            return plan.changes[i].opener;
    }
    return NULL;
}

/* What to say stands beside the name when it is short, else below. */
static void add_return(struct printing *to, const struct ooo_row *row)
{
    const char *opener = opener_of(to, row);
    const char *said = opener != NULL ? arena_format(to->arena, "\"%s\"", opener) : "";
    bool beside =
        opener != NULL && text_width(said, strlen(said)) <= PAGE_COLUMNS - WORDS_AT;

    add_row(to, row->absence.back, row, beside ? said : event_words(to, &row->absence));
    if (opener != NULL && !beside)
        wrapped_add(to->out, arena_format(to->arena, "%*s", INDENT + DAY, ""), said);
}

static void add_returns(struct printing *to, enum ooo_list list, const char *title,
                        size_t cap)
{
    size_t count;
    const struct ooo_row **rows = rows_of(to, list, &count);

    if (count == 0)
        return;
    add_title(to, title);
    for (size_t i = 0; i < count && i < cap; i++)
        add_return(to, rows[i]);
    add_more(to, count, cap);
}

static void add_away(struct printing *to, size_t cap)
{
    size_t count;
    const struct ooo_row **rows = rows_of(to, OOO_LIST_AWAY, &count);

    if (count == 0)
        return;
    add_title(to, "AWAY, and back on");
    for (size_t i = 0; i < count && i < cap; i++) {
        const struct absence *absence = &rows[i]->absence;
        const char *reason = reason_name(absence->reason);
        const char *place = absence->place != NULL ? absence->place : "";
        const char *from =
            absence->first_day > to->today
                ? arena_format(to->arena, "from %s ", short_day(to, absence->first_day))
                : "";

        add_row(to, absence->back, rows[i],
                arena_format(to->arena, "%s%s%s%s", from, reason,
                             *reason != '\0' && *place != '\0' ? ", " : "", place));
    }
    add_more(to, count, cap);
}

static const char *successor_words(const struct printing *to,
                                   const struct absence *absence)
{
    const struct cover *cover = absence->covers;

    if (absence->cover_count == 0)
        return "nobody named: ask who took over";
    if (cover->name == NULL)
        return arena_format(to->arena, "ask %s",
                            cover->mail != NULL ? cover->mail : cover->phone);
    return arena_format(to->arena, "ask %s%s%s", cover->name,
                        cover->phone != NULL ? ", " : "",
                        cover->phone != NULL ? cover->phone : "");
}

static void add_left(struct printing *to, size_t cap)
{
    size_t count;
    const struct ooo_row **rows = rows_of(to, OOO_LIST_LEFT, &count);

    if (count == 0)
        return;
    add_title(to, "LEFT, and who took over");
    for (size_t i = 0; i < count && i < cap; i++)
        add_row(to, rows[i]->absence.received_day, rows[i],
                successor_words(to, &rows[i]->absence));
    add_more(to, count, cap);
}

static void add_open(struct printing *to, size_t cap)
{
    size_t count;
    const struct ooo_row **rows = rows_of(to, OOO_LIST_OPEN, &count);

    if (count == 0)
        return;
    add_title(to, "OPEN: when are they back?");
    for (size_t i = 0; i < count && i < cap; i++)
        add_row(to, rows[i]->absence.received_day, rows[i],
                rows[i]->ambiguous ? "two readings: say --order" : "no day was given");
    add_more(to, count, cap);
}

static void add_foot(struct printing *to)
{
    size_t long_ago;

    rows_of(to, OOO_LIST_BEFORE, &long_ago);
    if (long_ago == 0 && to->page->others == 0)
        return;
    buffer_add_char(to->out, '\n');
    if (long_ago > 0)
        buffer_add_format(to->out, "%s back before that.\n",
                          count_words(to, long_ago, "absence was", "absences were"));
    if (to->page->others > 0)
        buffer_add_format(
            to->out, "%s no absence: ooo --explain says why.\n",
            count_words(to, to->page->others, "message was", "messages were"));
}

static void add_page(struct printing *to, const struct caps *caps)
{
    if (to->page->messages > 0)
        add_head(to);
    add_occasions(to, caps->of[PART_OCCASIONS]);
    add_returns(to, OOO_LIST_THIS_WEEK, "BACK THIS WEEK", caps->of[PART_RETURNS]);
    add_returns(to, OOO_LIST_LATELY, "MISSED: back lately, a call is still in time",
                caps->of[PART_RETURNS]);
    add_away(to, caps->of[PART_AWAY]);
    add_left(to, caps->of[PART_LEFT]);
    add_open(to, caps->of[PART_OPEN]);
    add_foot(to);
}

static size_t count_lines(const struct buffer *text)
{
    size_t lines = 0;

    for (size_t i = 0; i < text->length; i++)
        lines += text->data[i] == '\n';
    return lines;
}

/* The page with those caps, instead of what stood in out; how many lines it has. */
static size_t try_page(struct printing *to, const struct caps *caps)
{
    arena_reset(to->arena);
    buffer_clear(to->out);
    add_page(to, caps);
    return count_lines(to->out);
}

/* Every part gets one row more in turn, as long as the whole fits. */
static void fill_page(struct printing *to)
{
    struct caps caps = {{1, 1, 1, 1, 1}};
    bool grows[PART_COUNT] = {true, true, true, true, true};
    bool any = true;

    while (any) {
        any = false;
        for (int part = 0; part < PART_COUNT; part++) {
            if (!grows[part])
                continue;
            caps.of[part]++;
            grows[part] =
                caps.of[part] <= ROWS_MOST && try_page(to, &caps) <= OOO_PAGE_LINES;
            caps.of[part] -= !grows[part];
            any = any || grows[part];
        }
    }
    try_page(to, &caps);
}

void ooo_page_print(struct ooo_page *page, day_number today,
                    const struct settings *settings, bool all, struct buffer *out)
{
    struct caps everything = {{SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX}};
    struct buffer text = {0};
    struct printing to = {.arena = arena_create(),
                          .page = page,
                          .settings = settings,
                          .today = today,
                          .out = &text};

    ooo_page_settle(page, &to.people, &to.firms);
    if (all)
        try_page(&to, &everything);
    else
        fill_page(&to);
    buffer_add(out, buffer_string(&text), text.length);
    buffer_free(&text);
    arena_destroy(to.arena);
}
