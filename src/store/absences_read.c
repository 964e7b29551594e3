#include "absences_read.h"

#include "settle.h"
#include "spans.h"

/* Columns of ABSENCES in statement_texts_record.c. */
static void absence_read(sqlite3_stmt *s, struct arena *arena, struct absence *absence)
{
    *absence = (struct absence){
        .id = column_number(s, 0),
        .uuid = column_text(s, 1, arena),
        .contact_id = column_number(s, 2),
        .message_id = column_text(s, 3, arena),
        .received_utc = column_number(s, 4),
        .received_day = column_day(s, 5),
        .subject = column_text(s, 6, arena),
        .kind = (enum reading_kind)column_number(s, 7),
        .first_day = column_day(s, 8),
        .back = column_day(s, 9),
        .back_minute = column_minute(s, 10),
        .reason = (enum reason)column_number(s, 11),
        .hospital = column_number(s, 12) != 0,
        .place = column_text(s, 13, arena),
        .whose = column_text(s, 14, arena),
        .heard_whole = column_number(s, 15) != 0,
        .state = (enum absence_state)column_number(s, 16),
        .created_utc = column_number(s, 17),
        .questions = (int32_t)column_number(s, 18),
        .verbatim = column_text(s, 19, arena),
        .contact = column_text(s, 20, arena),
        .company = column_text(s, 21, arena),
        .doubt = column_text(s, 22, arena),
    };
}

static void cover_read(sqlite3_stmt *s, struct arena *arena, struct cover *cover)
{
    *cover = (struct cover){.name = column_text(s, 0, arena),
                            .mail = column_text(s, 1, arena),
                            .phone = column_text(s, 2, arena),
                            .matter = column_text(s, 3, arena)};
}

static void proof_read(sqlite3_stmt *s, struct arena *arena, struct evidence *evidence)
{
    *evidence = (struct evidence){.field = (enum field)column_number(s, 0),
                                  .place = (enum evidence_place)column_number(s, 1),
                                  .start = (size_t)column_number(s, 2),
                                  .length = (size_t)column_number(s, 3),
                                  .words = column_text(s, 4, arena),
                                  .certainty = (int)column_number(s, 5)};
}

static void add_id(struct arena *arena, int64_t **ids, size_t count, int64_t id,
                   size_t *capacity)
{
    if (ids == NULL)
        return;
    *ids = arena_grow(arena, *ids, count, count + 1, sizeof **ids, capacity);
    (*ids)[count] = id;
}

bool covers_read(struct store *store, int64_t id, struct arena *arena,
                 struct cover **covers, int64_t **ids, size_t *count, struct error *err)
{
    size_t capacity = 0, id_capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_COVERS_OF, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    *covers = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *covers =
            arena_grow(arena, *covers, *count, *count + 1, sizeof **covers, &capacity);
        cover_read(s, arena, &(*covers)[*count]);
        add_id(arena, ids, *count, column_number(s, 4), &id_capacity);
        (*count)++;
    }
    return !failed;
}

bool evidence_read(struct store *store, int64_t id, struct arena *arena,
                   struct evidence **evidence, int64_t **ids, size_t *count,
                   struct error *err)
{
    size_t capacity = 0, id_capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_EVIDENCE_OF, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    *evidence = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *evidence = arena_grow(arena, *evidence, *count, *count + 1, sizeof **evidence,
                               &capacity);
        proof_read(s, arena, &(*evidence)[*count]);
        add_id(arena, ids, *count, column_number(s, 6), &id_capacity);
        (*count)++;
    }
    return !failed;
}

static bool read_parts(struct store *store, struct absence *absence, struct arena *arena,
                       struct error *err)
{
    struct cover *covers;
    struct evidence *evidence;
    if (!covers_read(store, absence->id, arena, &covers, NULL, &absence->cover_count,
                     err) ||
        !evidence_read(store, absence->id, arena, &evidence, NULL,
                       &absence->evidence_count, err))
        return false;
    absence->covers = covers;
    absence->evidence = evidence;
    return true;
}

/* Without their parts, which no list shows. */
static bool read_heads(struct store *store, sqlite3_stmt *s, struct arena *arena,
                       struct absence **absences, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *absences = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *absences = arena_grow(arena, *absences, *count, *count + 1, sizeof **absences,
                               &capacity);
        absence_read(s, arena, &(*absences)[(*count)++]);
    }
    return !failed;
}

static bool read_all(struct store *store, sqlite3_stmt *s, struct arena *arena,
                     struct absence **absences, size_t *count, struct error *err)
{
    bool good = read_heads(store, s, arena, absences, count, err);
    for (size_t i = 0; good && i < *count; i++)
        good = read_parts(store, &(*absences)[i], arena, err);
    return good;
}

bool absence_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct absence **absence, struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, STATEMENT_ABSENCE_BY_ID, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return read_all(store, s, arena, absence, &count, err);
}

bool absences_of(struct store *store, int64_t contact_id, struct arena *arena,
                 struct absence **absences, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_ABSENCE_OF, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    return read_all(store, s, arena, absences, count, err);
}

bool absences_window(struct store *store, day_number today, const struct row_key *from,
                     enum window_direction direction, size_t limit, struct arena *arena,
                     struct absence **absences, size_t *count, struct error *err)
{
    bool backward = direction == WINDOW_BACKWARD;
    /* Forward the walk begins behind every absence that is back today. */
    struct row_key key = {backward ? INT64_MAX : today, INT64_MAX};
    bool at_key = from != NULL && (backward || row_key_compare(from, &key) > 0);
    enum statement statement = backward ? STATEMENT_ABSENCE_WINDOW_BACK
                               : at_key ? STATEMENT_ABSENCE_WINDOW
                                        : STATEMENT_ABSENCE_WINDOW_FIRST;
    if (at_key)
        key = *from;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, key.number);
    bind_number(s, 2, key.id);
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, today);
    return read_heads(store, s, arena, absences, count, err);
}

bool absences_on_day(struct store *store, day_number day, const struct row_key *from,
                     enum window_direction direction, size_t limit, struct arena *arena,
                     struct absence **absences, size_t *count, struct error *err)
{
    bool backward = direction == WINDOW_BACKWARD;
    /* Forward the walk begins behind every absence that was over by then. */
    int64_t end = backward ? INT64_MAX : day;
    sqlite3_stmt *s = statement_get(
        store, backward ? STATEMENT_ABSENCE_ON_DAY_BACK : STATEMENT_ABSENCE_ON_DAY, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, from != NULL ? from->number : end);
    bind_number(s, 2, from != NULL ? from->id : INT64_MAX);
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, day);
    return read_heads(store, s, arena, absences, count, err);
}

struct row_key absence_key(const struct absence *absence)
{
    return (struct row_key){absence->back == DAY_NONE ? INT32_MAX : absence->back,
                            absence->id};
}

bool absences_proposed(struct store *store, int64_t after_id, size_t limit,
                       struct arena *arena, struct absence **absences, size_t *count,
                       struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_ABSENCE_PROPOSED, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, after_id);
    bind_number(s, 3, (int64_t)limit);
    return read_all(store, s, arena, absences, count, err);
}

bool absences_count(struct store *store, day_number today, int64_t *current,
                    int64_t *proposed, struct error *err)
{
    int64_t back = 0;
    if (!settle(store, err) ||
        !span_count_below(store, SPAN_AWAY, INT64_C(1) << 32, current, err) ||
        !span_count_below(store, SPAN_AWAY, (int64_t)today + 1, &back, err))
        return false;
    *current -= back;
    return span_count_below(store, SPAN_PROPOSED, 1, proposed, err);
}

bool message_seen(struct store *store, const char *message_id, bool *seen,
                  int64_t *absence_id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_MESSAGE_SEEN, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, message_id);
    if (!statement_number(store, s, -1, absence_id, err))
        return false;
    *seen = *absence_id >= 0;
    if (!*seen)
        *absence_id = 0;
    return true;
}
