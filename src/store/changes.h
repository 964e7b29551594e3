/* The journal read back: changes of a step, and what stands in their way. */
#ifndef TOUCHBASE_STORE_CHANGES_H
#define TOUCHBASE_STORE_CHANGES_H

#include "journal.h"
#include "rows.h"

struct change {
    int64_t id;
    int64_t step_id;
    enum table table;
    enum operation operation;
    int64_t first;
    int64_t last;
    const char *before; /* images, NULL for none */
    size_t before_length;
    const char *after;
    size_t after_length;
};

bool step_read(sqlite3_stmt *s, struct arena *arena, struct step *step);
/* The step a statement with one number gives; *found false when it gives none. */
bool step_one(struct store *store, enum statement statement, int64_t number,
              struct arena *arena, struct step *step, bool *found, struct error *err);
bool step_by_id(struct store *store, int64_t id, struct arena *arena, struct step *step,
                bool *found, struct error *err);
/* Is the process of an unfinished step gone? */
bool step_is_left(const struct store *store, const struct step *step);
bool step_set_state(struct store *store, int64_t id, enum step_state state,
                    int64_t progress, struct error *err);

/* The change of a step next above (or below) id `from`. A damaged one is an error. */
bool change_next(struct store *store, int64_t step_id, int64_t from, bool above,
                 struct arena *arena, struct change *change, bool *found,
                 struct error *err);

/* Does a later step that stands keep this change from being undone (or redone)? Then
 * *blocked, with the words of report filled. */
bool change_is_blocked(struct store *store, const struct change *change,
                       struct arena *arena, struct undo_report *report, bool *blocked,
                       struct error *err);
/* "touch of Ana Ruiz": words for a row; cells of it as it was may be NULL. */
bool change_row_words(struct store *store, enum table table, int64_t row,
                      const struct cell *cells, struct arena *arena, const char **words,
                      struct error *err);

#endif
