#include "touchbase/store/answers.h"

#include "rows.h"

enum { ANSWER_CELLS = 6 };

struct stored {
    int64_t id;
    struct plan_answer answer;
};

static bool read_stored(struct store *store, int64_t absence_id, struct arena *arena,
                        struct stored **rows, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_ANSWERS_OF, err);
    size_t capacity = 0;
    bool failed = false;
    *rows = NULL;
    *count = 0;
    if (s == NULL)
        return false;
    bind_number(s, 1, absence_id);
    while (statement_next(store, s, &failed, err)) {
        *rows = arena_grow(arena, *rows, *count, *count + 1, sizeof **rows, &capacity);
        (*rows)[(*count)++] =
            (struct stored){column_number(s, 0),
                            {.touch_id = column_number(s, 1),
                             .question = (enum question)column_number(s, 2),
                             .choice = (enum choice)column_number(s, 3),
                             .answered_utc = column_number(s, 4)}};
    }
    return !failed;
}

bool answers_of(struct store *store, int64_t absence_id, struct arena *arena,
                struct plan_answer **answers, size_t *count, struct error *err)
{
    struct stored *rows;
    if (!read_stored(store, absence_id, arena, &rows, count, err))
        return false;
    *answers = arena_array(arena, *count, sizeof **answers);
    for (size_t i = 0; i < *count; i++)
        (*answers)[i] = rows[i].answer;
    return true;
}

static bool is_answered(const struct stored *row, const struct plan_answer *answers,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (answers[i].touch_id == row->answer.touch_id &&
            answers[i].question == row->answer.question)
            return true;
    }
    return false;
}

static bool remember(struct store *store, int64_t absence_id, const struct stored *rows,
                     size_t row_count, const struct plan_answer *answer, int64_t now_utc,
                     struct error *err)
{
    int64_t id = 0;
    bool changed;
    for (size_t i = 0; i < row_count; i++) {
        if (is_answered(&rows[i], answer, 1))
            id = rows[i].id;
    }
    const struct cell cells[ANSWER_CELLS] = {
        cell_id(id),
        cell_number(absence_id),
        cell_number(answer->touch_id),
        cell_number(answer->question),
        cell_number(answer->choice),
        cell_number(now_utc),
    };
    return id != 0 ? row_update(store, TABLE_ANSWER, cells, &changed, err)
                   : row_insert(store, TABLE_ANSWER, cells, &id, err);
}

bool answers_remember(struct store *store, int64_t absence_id,
                      const struct plan_answer *answers, size_t count, int64_t now_utc,
                      struct error *err)
{
    struct arena *arena = arena_create();
    struct stored *rows;
    size_t row_count;
    bool good = store_may_write(store, err) &&
                read_stored(store, absence_id, arena, &rows, &row_count, err);
    for (size_t i = 0; good && i < count; i++)
        good = answers[i].answered_utc != 0 ||
               remember(store, absence_id, rows, row_count, &answers[i], now_utc, err);
    arena_destroy(arena);
    return good;
}

bool answers_forget(struct store *store, int64_t absence_id,
                    const struct plan_answer *kept, size_t kept_count, struct error *err)
{
    struct arena *arena = arena_create();
    struct stored *rows;
    size_t count;
    bool good = store_may_write(store, err) &&
                read_stored(store, absence_id, arena, &rows, &count, err);
    for (size_t i = 0; good && i < count; i++)
        good = is_answered(&rows[i], kept, kept_count) ||
               row_delete(store, TABLE_ANSWER, rows[i].id, err);
    arena_destroy(arena);
    return good;
}
