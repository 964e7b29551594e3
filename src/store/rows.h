/* Rows of the journalled tables as plain cells: one way in and out for records, journal
 * and undo. */
#ifndef TOUCHBASE_STORE_ROWS_H
#define TOUCHBASE_STORE_ROWS_H

#include "connection.h"

/* Parents before their children; the numbers stand in step_change.record_table. */
enum table {
    TABLE_CONTACT,
    TABLE_POINT,
    TABLE_ABSENCE,
    TABLE_COVER,
    TABLE_EVIDENCE,
    TABLE_MESSAGE,
    TABLE_TOUCH,
    TABLE_NOTE,
    TABLE_LINK,
    TABLE_ANSWER,
    TABLE_DOUBT,
    TABLE_TAG,
    TABLE_WAITING,
    TABLE_TALK,
    TABLE_ITEM,
    TABLE_GIFT,
    TABLE_SCRIPT,
    TABLE_DEAL,
    TABLE_SETTLED,
    TABLE_APPOINTMENT,
    TABLE_PARTING,
    TABLE_NAMING,
    TABLE_BLOCKER,
    TABLE_MENTION,
    TABLE_SERIES,
    TABLE_OCCURRENCE,
    TABLE_EXCEPTION,
    TABLE_COUNT
};

enum { CELLS_MAX = 24 };

enum cell_type { CELL_NULL, CELL_NUMBER, CELL_TEXT };

struct cell {
    enum cell_type type;
    int64_t number;
    const char *text; /* of CELL_TEXT, not ended by NUL when it points into an image */
    size_t length;
};

struct table_info {
    const char *name;
    enum record_kind kind;
    int cells; /* recorded columns, the id first; the statements' parameters in this order
                */
    int tail;  /* where the last recorded column stands in the table, behind the derived
                  ones; else 0 */
    int contact;           /* cell with the contact's id, -1 none */
    int ignored;           /* cell that alone makes no change (changed_utc), -1 none */
    enum statement insert; /* then update, delete, load */
    /* Binds the derived columns from parameter cells + 1 on; may be NULL. Text lives in
     * the scratch arena. */
    void (*derive)(struct store *store, sqlite3_stmt *s, const struct cell *cells);
};

const struct table_info *table_info(enum table table);
/* The table of that name, or -1. */
int table_from_name(const char *name);

struct cell cell_number(int64_t number);
struct cell cell_id(int64_t id);         /* 0 is NULL */
struct cell cell_text(const char *text); /* NULL is NULL */
struct cell cell_day(day_number day);
struct cell cell_minute(int minute);
bool cell_same(const struct cell *a, const struct cell *b);

/* Inserts; cells[0] NULL lets the desk choose. *id gets the row's id. */
bool row_insert(struct store *store, enum table table, const struct cell *cells,
                int64_t *id, struct error *err);
/* Writes all recorded columns of the row cells[0]. */
bool row_write(struct store *store, enum table table, const struct cell *cells,
               struct error *err);
bool row_delete(struct store *store, enum table table, int64_t id, struct error *err);
/* Strings come from arena. */
bool row_load(struct store *store, enum table table, int64_t id, struct arena *arena,
              struct cell *cells, bool *found, struct error *err);
/* Writes cells when the stored row differs in more than the ignored cell. ERROR_NOT_FOUND
 * without a row. */
bool row_update(struct store *store, enum table table, const struct cell *cells,
                bool *changed, struct error *err);

/* Images: what step_change keeps of a row. */
void image_add(struct buffer *out, const struct cell *cells, int count);
/* Reads one image of count cells from *at, which moves behind it; text points into the
 * image. False when it is damaged. */
bool image_read(const char **at, const char *end, struct cell *cells, int count);
/* FNV-1a over two stretches, as step_change.checksum. */
int64_t image_checksum(const void *a, size_t a_length, const void *b, size_t b_length);

#endif
