#include "touchbase/desk/filter.h"

#include <string.h>

#include "desk_private.h"
#include "filter_read.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/store/search.h"
#include "touchbase/store/tags.h"

struct desk_filter {
    struct desk *desk;
    struct arena *arena; /* it lies there itself */
    const char *text;
    struct filter filter;
    struct search *search;
    const char **marks;
    size_t mark_count;
};

static void take_marks(struct desk_filter *filter)
{
    size_t count = 0;

    for (size_t i = 0; i < filter->filter.count; i++)
        count += filter->filter.terms[i].text_count;
    filter->marks = arena_array(filter->arena, count, sizeof *filter->marks);
    for (size_t i = 0; i < filter->filter.count; i++) {
        const struct filter_term *term = &filter->filter.terms[i];

        for (size_t j = 0; !term->negated && j < term->text_count; j++)
            filter->marks[filter->mark_count++] = term->texts[j];
    }
}

struct desk_filter *desk_filter_open(struct desk *desk, const char *text,
                                     struct error *err)
{
    struct arena *arena = arena_create();
    struct desk_filter *filter = arena_alloc(arena, sizeof *filter);

    *filter = (struct desk_filter){
        .desk = desk, .arena = arena, .text = arena_string(arena, text)};
    if (!filter_read(desk, text, arena, &filter->filter, err)) {
        arena_destroy(arena);
        return NULL;
    }
    take_marks(filter);
    filter->search = search_open(desk->store, &filter->filter);
    return filter;
}

void desk_filter_close(struct desk_filter *filter)
{
    if (filter == NULL)
        return;
    search_close(filter->search);
    arena_destroy(filter->arena);
}

const char *desk_filter_text(const struct desk_filter *filter)
{
    return filter->text;
}

const char *desk_filter_joined(const struct desk_filter *filter, const char *words,
                               struct arena *arena)
{
    return filter == NULL ? arena_string(arena, words)
                          : arena_format(arena, "%s %s", filter->text, words);
}

bool desk_filter_is_empty(const struct desk_filter *filter)
{
    return filter->filter.count == 0;
}

const char *const *desk_filter_marks(const struct desk_filter *filter, size_t *count)
{
    *count = filter->mark_count;
    return filter->marks;
}

bool desk_filter_find(struct desk_filter *filter, size_t limit,
                      bool (*stop)(void *context), void *context, struct arena *arena,
                      struct desk_findings *out, struct error *err)
{
    struct need_context need = desk_need_context(filter->desk);
    struct search_stop wanted = {stop, context};
    struct search_result result;

    *out = (struct desk_findings){0};
    if (!search_best(filter->search, &need, limit, stop == NULL ? NULL : &wanted, arena,
                     &result, err))
        return false;
    *out = (struct desk_findings){.count = result.count,
                                  .more = result.more,
                                  .stopped = result.stopped,
                                  .instead = result.instead};
    out->rows = arena_array(arena, result.count, sizeof *out->rows);
    for (size_t i = 0; i < result.count; i++)
        out->rows[i] =
            (struct desk_found){.row = result.rows[i].row, .text = result.rows[i].text};
    return true;
}

bool desk_filter_people(struct desk_filter *filter, const struct need_context *context,
                        const struct need_key *from, enum window_direction direction,
                        size_t limit, struct arena *arena, struct contact_row **rows,
                        size_t *count, struct error *err)
{
    return search_window(filter->search, context, from, direction, limit, arena, rows,
                         count, err);
}

bool desk_filter_is_unfinished(const struct desk_filter *filter)
{
    return search_is_unfinished(filter->search);
}

bool desk_filter_go_on(struct desk_filter *filter, const struct need_context *context,
                       bool (*stop)(void *context), void *stopping, struct error *err)
{
    struct search_stop wanted = {stop, stopping};
    return search_go_on(filter->search, context, stop == NULL ? NULL : &wanted, err);
}

bool desk_filter_is_cut(const struct desk_filter *filter)
{
    return search_is_cut(filter->search);
}

bool desk_filter_fits(struct desk_filter *filter, int64_t contact_id, bool *fits,
                      struct error *err)
{
    return desk_filter_fits_row(filter, contact_id, NULL, NULL, fits, err);
}

bool desk_filter_fits_row(struct desk_filter *filter, int64_t contact_id,
                          const struct touch *touch, const char *text, bool *fits,
                          struct error *err)
{
    struct need_context need = desk_need_context(filter->desk);

    return search_fits(filter->search, contact_id, &need, touch, text, fits, err);
}

bool desk_search(struct desk *desk, const char *words, size_t limit,
                 bool (*stop)(void *context), void *context, struct arena *arena,
                 struct contact_row **rows, size_t *count, struct error *err)
{
    struct desk_filter *filter = desk_filter_open(desk, words, err);
    struct desk_findings found = {0};
    bool done = filter != NULL &&
                desk_filter_find(filter, limit, stop, context, arena, &found, err);

    *rows = arena_array(arena, found.count, sizeof **rows);
    *count = found.count;
    for (size_t i = 0; i < found.count; i++)
        (*rows)[i] = found.rows[i].row;
    desk_filter_close(filter);
    return done;
}

/* What is offered goes through here: those that begin with what is typed. */
struct offering {
    const char *typed;
    bool quoted;
    struct arena *arena;
    void (*add)(void *sink, const char *candidate);
    void *sink;
};

static void offer(const struct offering *offering, const char *value)
{
    const char *folded = text_fold(offering->arena, value);
    const char *typed = text_fold(offering->arena, offering->typed);
    bool blank = strpbrk(value, " ,") != NULL;

    if (strncmp(folded, typed, strlen(typed)) != 0)
        return;
    if (offering->quoted || blank)
        value =
            arena_format(offering->arena, "%s%s\" ", offering->quoted ? "" : "\"", value);
    offering->add(offering->sink, value);
}

static void offer_keys(const struct offering *offering)
{
    for (int i = FILTER_WORDS + 1; i < FILTER_KEY_COUNT; i++)
        offer(offering,
              arena_format(offering->arena, "%s:", filter_key_name((enum filter_key)i)));
}

static void offer_values(struct desk *desk, const struct offering *offering,
                         enum filter_key key)
{
    enum { OFFERED_MAX = 30 };
    const char *const *words = filter_value_words(key);
    const char **values = NULL;
    size_t count = 0;
    struct error none;
    bool found = true;

    for (size_t i = 0; words != NULL && words[i] != NULL; i++)
        offer(offering, words[i]);
    if (key == FILTER_TAG)
        found = tags_known(desk->store, offering->typed, OFFERED_MAX, offering->arena,
                           &values, &count, &none);
    else if (key == FILTER_COMPANY || key == FILTER_CITY)
        found = search_values(desk->store, key, offering->typed, OFFERED_MAX,
                              offering->arena, &values, &count, &none);
    for (size_t i = 0; found && i < count; i++)
        offer(offering, values[i]);
    if (filter_key_is_text(key)) {
        offer(offering, "none");
        offer(offering, "any");
    }
    if (key == FILTER_QUIET) {
        offer(offering, "30d");
        offer(offering, "90d");
    }
}

void desk_filter_complete(struct desk *desk, const char *text, size_t cursor,
                          size_t *start, void (*add)(void *sink, const char *candidate),
                          void *sink)
{
    struct filter_completing at = filter_at(text, cursor);
    struct offering offering = {
        .quoted = at.quoted, .arena = arena_create(), .add = add, .sink = sink};

    *start = at.start;
    offering.typed = arena_copy(offering.arena, text + at.start, cursor - at.start);
    if (at.key < 0)
        offer_keys(&offering);
    else
        offer_values(desk, &offering, (enum filter_key)at.key);
    arena_destroy(offering.arena);
}
