/* Contacts in order: each segment of need is a range of one index, read forwards or
 * backwards from a key. The index gives the keys, and the rows are read by them. */
#include "contacts_read.h"
#include "need.h"
#include "settle.h"

/* What may hold nobody; columns of STATEMENT_WINDOW_FILLED. */
enum holder {
    HOLDER_DUE,
    HOLDER_WAITING,
    HOLDER_NO_NEXT,
    HOLDER_PROSPECT,
    HOLDER_CUSTOMER,
    HOLDER_REST,
    HOLDER_OUT,
    HOLDER_KEPT_PROSPECT,
    HOLDER_TURNED_PROSPECT,
    HOLDER_KEPT_CUSTOMER,
    HOLDER_TURNED_CUSTOMER,
    HOLDER_KEPT_LATER,
    HOLDER_COUNT
};

/* A range of one index. The statement reads forward from a key; one behind it stands the
 * same backward, and behind that, forward from the range's own beginning. */
struct part {
    enum need_segment segment;
    enum statement statement;
    enum holder holder;
};

/* In order of need, for any moment: to find who is going quiet everybody silent is passed
 * who is due, and the other way round. */
static const struct part plain_parts[] = {
    {NEED_DUE, STATEMENT_WINDOW_DUE, HOLDER_DUE},
    {NEED_WAITING, STATEMENT_WINDOW_WAITING, HOLDER_WAITING},
    {NEED_NO_NEXT, STATEMENT_WINDOW_NO_NEXT, HOLDER_NO_NEXT},
    {NEED_QUIET_PROSPECT, STATEMENT_WINDOW_PROSPECT, HOLDER_PROSPECT},
    {NEED_QUIET_CUSTOMER, STATEMENT_WINDOW_CUSTOMER, HOLDER_CUSTOMER},
    {NEED_LATER, STATEMENT_WINDOW_LATER, HOLDER_DUE},
    {NEED_REST, STATEMENT_WINDOW_REST, HOLDER_REST},
    {NEED_OUT, STATEMENT_WINDOW_OUT, HOLDER_OUT},
};

/* The same for a moment at or after the mark (need.h). Who turned quiet since is silent
 * for less long than all who were, so one follows the other. */
static const struct part kept_parts[] = {
    {NEED_DUE, STATEMENT_WINDOW_DUE, HOLDER_DUE},
    {NEED_WAITING, STATEMENT_WINDOW_WAITING, HOLDER_WAITING},
    {NEED_NO_NEXT, STATEMENT_WINDOW_NO_NEXT, HOLDER_NO_NEXT},
    {NEED_QUIET_PROSPECT, STATEMENT_WINDOW_KEPT_PROSPECT, HOLDER_KEPT_PROSPECT},
    {NEED_QUIET_PROSPECT, STATEMENT_WINDOW_TURNED_PROSPECT, HOLDER_TURNED_PROSPECT},
    {NEED_QUIET_CUSTOMER, STATEMENT_WINDOW_KEPT_CUSTOMER, HOLDER_KEPT_CUSTOMER},
    {NEED_QUIET_CUSTOMER, STATEMENT_WINDOW_TURNED_CUSTOMER, HOLDER_TURNED_CUSTOMER},
    {NEED_LATER, STATEMENT_WINDOW_KEPT_LATER, HOLDER_KEPT_LATER},
    {NEED_REST, STATEMENT_WINDOW_REST, HOLDER_REST},
    {NEED_OUT, STATEMENT_WINDOW_OUT, HOLDER_OUT},
};

enum {
    PLAIN_PARTS = sizeof plain_parts / sizeof *plain_parts,
    KEPT_PARTS = sizeof kept_parts / sizeof *kept_parts
};

static const struct part name_part = {NEED_REST, STATEMENT_WINDOW_NAME, HOLDER_REST};

struct window {
    struct store *store;
    const struct need_context *context; /* NULL in the list by name */
    bool backward;
    size_t limit;
    struct arena *arena;
    struct need_key *keys;
    size_t count;
    bool began;                /* a part was read */
    bool asked;                /* which parts hold anybody */
    bool filled[HOLDER_COUNT]; /* the answer */
};

/* Preparing the statement of a part takes longer than reading a screen of it, and most
 * desks have parts without anybody. Not asked for the first part: on most desks that one
 * fills the screen. */
static bool ask_filled(struct window *window, struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(window->store, STATEMENT_WINDOW_FILLED, err);
    if (s == NULL)
        return false;
    bind_number(s, 7, window->context->quiet_prospect_utc);
    bind_number(s, 8, window->context->quiet_customer_utc);
    if (!statement_row(window->store, s, &row, err))
        return false;
    for (int i = 0; i < HOLDER_COUNT; i++)
        window->filled[i] = row && column_number(s, i) != 0;
    statement_end(s);
    window->asked = true;
    return true;
}

/* The first number of a segment, and the one behind its last. */
static void segment_bounds(const struct need_context *context, enum need_segment segment,
                           int64_t *low, int64_t *high)
{
    *low = INT64_MIN;
    *high = INT64_MAX;
    if (context == NULL) /* the list by name, which has no numbers */
        return;
    if (segment == NEED_DUE)
        *high = context->tomorrow_utc;
    else if (segment == NEED_QUIET_PROSPECT)
        *high = context->quiet_prospect_utc;
    else if (segment == NEED_QUIET_CUSTOMER)
        *high = context->quiet_customer_utc;
    else if (segment == NEED_LATER)
        *low = context->tomorrow_utc;
}

static bool by_text(enum need_segment segment)
{
    return segment == NEED_REST || segment == NEED_OUT;
}

/* The key to go on from: the caller's, or the segment's own end. */
static void bind_key(sqlite3_stmt *s, const struct window *window,
                     enum need_segment segment, const struct need_key *from)
{
    int64_t low = INT64_MIN, high = INT64_MAX;
    struct row_key end, key;
    if (by_text(segment)) {
        if (from != NULL)
            bind_text(s, 1, from->text == NULL ? "" : from->text);
        else if (window->backward)
            sqlite3_bind_zeroblob(s, 1, 0); /* a blob stands behind every text */
        else
            bind_text(s, 1, "");
        bind_number(s, 2,
                    from != NULL       ? from->id
                    : window->backward ? INT64_MAX
                                       : INT64_MIN);
        return;
    }
    segment_bounds(window->context, segment, &low, &high);
    end = (struct row_key){window->backward ? high : low, INT64_MIN};
    key = end;
    if (from != NULL)
        key = (struct row_key){from->number, from->id};
    int order = row_key_compare(&key, &end);
    if (window->backward ? order > 0 : order < 0)
        key = end;
    bind_number(s, 1, key.number);
    bind_number(s, 2, key.id);
    bind_number(s, 5, window->backward ? low : high);
}

static bool read_keys(struct window *window, sqlite3_stmt *s, enum need_segment segment,
                      struct error *err)
{
    bool failed = false;
    while (window->count < window->limit &&
           statement_next(window->store, s, &failed, err)) {
        struct need_key *key = &window->keys[window->count++];
        *key =
            (struct need_key){.segment = segment, .text = "", .id = column_number(s, 0)};
        if (by_text(segment))
            key->text = column_text(s, 1, window->arena);
        else
            key->number = column_number(s, 1);
    }
    statement_end(s);
    return !failed;
}

static bool read_part(struct window *window, const struct part *part,
                      const struct need_key *from, struct error *err)
{
    enum statement statement = part->statement + (window->backward ? 1
                                                  : from == NULL   ? 2
                                                                   : 0);
    bool known = !window->began || window->store->statements[statement] != NULL;
    window->began = true;
    if (!known && !window->asked && !ask_filled(window, err))
        return false;
    if (!known && !window->filled[part->holder])
        return true;
    sqlite3_stmt *s = statement_get(window->store, statement, err);
    if (s == NULL)
        return false;
    bind_key(s, window, part->segment, from);
    bind_number(s, 3, (int64_t)(window->limit - window->count));
    if (window->context != NULL) {
        bind_number(s, 6, window->context->tomorrow_utc);
        bind_number(s, 7, window->context->quiet_prospect_utc);
        bind_number(s, 8, window->context->quiet_customer_utc);
    }
    return read_keys(window, s, part->segment, err);
}

static bool open_window(struct window *window, struct store *store,
                        enum window_direction direction, size_t limit,
                        struct arena *arena, struct error *err)
{
    *window = (struct window){.store = store,
                              .backward = direction == WINDOW_BACKWARD,
                              .limit = limit,
                              .arena = arena,
                              .keys = arena_array(arena, limit, sizeof *window->keys)};
    return settle(store, err);
}

/* Is the part before the key's segment in the walk? */
static bool is_passed(const struct window *window, const struct part *part,
                      const struct need_key *from)
{
    if (from == NULL)
        return false;
    return window->backward ? part->segment > from->segment
                            : part->segment < from->segment;
}

static bool read_parts(struct window *window, const struct part *parts, int count,
                       const struct need_key *from, struct error *err)
{
    int by = window->backward ? -1 : 1;
    for (int i = window->backward ? count - 1 : 0;
         i >= 0 && i < count && window->count < window->limit; i += by) {
        bool at_key = from != NULL && from->segment == parts[i].segment;
        if (!is_passed(window, &parts[i], from) &&
            !read_part(window, &parts[i], at_key ? from : NULL, err))
            return false;
    }
    return true;
}

bool contacts_keys(struct store *store, const struct need_context *context,
                   const struct need_key *from, enum window_direction direction,
                   size_t limit, struct arena *arena, struct need_key **keys,
                   size_t *count, struct error *err)
{
    struct window window;
    bool kept;
    if (!open_window(&window, store, direction, limit, arena, err) ||
        !need_is_kept(store, context, &kept, err))
        return false;
    window.context = context;
    if (!read_parts(&window, kept ? kept_parts : plain_parts,
                    kept ? KEPT_PARTS : PLAIN_PARTS, from, err))
        return false;
    *keys = window.keys;
    *count = window.count;
    return true;
}

/* Appends the row of one contact; none when there is no such. */
static bool read_row(struct store *store, enum statement statement,
                     const struct need_context *context, int64_t id, struct arena *arena,
                     struct contact_row *rows, size_t *count, struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_number(s, 4, context != NULL ? context->today : store->today);
    if (!statement_row(store, s, &row, err))
        return false;
    if (row)
        contact_row_read(s, context, arena, &rows[(*count)++]);
    statement_end(s);
    return true;
}

static bool rows_of_keys(struct store *store, const struct need_context *context,
                         const struct need_key *keys, size_t key_count,
                         struct arena *arena, struct contact_row **rows, size_t *count,
                         struct error *err)
{
    *rows = arena_array(arena, key_count, sizeof **rows);
    *count = 0;
    for (size_t i = 0; i < key_count; i++) {
        if (!read_row(store, STATEMENT_CONTACT_ROW, context, keys[i].id, arena, *rows,
                      count, err))
            return false;
    }
    return true;
}

bool contacts_window(struct store *store, const struct need_context *context,
                     const struct need_key *from, enum window_direction direction,
                     size_t limit, struct arena *arena, struct contact_row **rows,
                     size_t *count, struct error *err)
{
    struct need_key *keys;
    size_t found;
    if (!settle(store, err))
        return false;
    bool looking = store_look_begin(store); /* keys and rows are of one moment */
    bool good = contacts_keys(store, context, from, direction, limit, arena, &keys,
                              &found, err) &&
                rows_of_keys(store, context, keys, found, arena, rows, count, err);
    if (looking)
        store_look_end(store);
    return good;
}

bool contacts_by_name(struct store *store, const struct need_key *from,
                      enum window_direction direction, size_t limit, struct arena *arena,
                      struct contact_row **rows, size_t *count, struct error *err)
{
    struct window window;
    if (!open_window(&window, store, direction, limit, arena, err))
        return false;
    bool looking = store_look_begin(store);
    bool good =
        (limit == 0 || read_part(&window, &name_part, from, err)) &&
        rows_of_keys(store, NULL, window.keys, window.count, arena, rows, count, err);
    if (looking)
        store_look_end(store);
    return good;
}

static bool rows_by_ids(struct store *store, enum statement statement,
                        const struct need_context *context, const int64_t *ids,
                        size_t id_count, struct arena *arena, struct contact_row **rows,
                        size_t *count, struct error *err)
{
    if (!settle(store, err))
        return false;
    *rows = arena_array(arena, id_count, sizeof **rows);
    *count = 0;
    for (size_t i = 0; i < id_count; i++) {
        if (!read_row(store, statement, context, ids[i], arena, *rows, count, err))
            return false;
    }
    return true;
}

bool contacts_by_ids(struct store *store, const struct need_context *context,
                     const int64_t *ids, size_t id_count, struct arena *arena,
                     struct contact_row **rows, size_t *count, struct error *err)
{
    return rows_by_ids(store, STATEMENT_CONTACT_ROW, context, ids, id_count, arena, rows,
                       count, err);
}

bool contacts_by_ids_bare(struct store *store, const struct need_context *context,
                          const int64_t *ids, size_t id_count, struct arena *arena,
                          struct contact_row **rows, size_t *count, struct error *err)
{
    return rows_by_ids(store, STATEMENT_CONTACT_ROW_BARE, context, ids, id_count, arena,
                       rows, count, err);
}
