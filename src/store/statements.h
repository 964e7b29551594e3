/* Every statement of the program. The texts stand in statement_texts*.c; each is prepared
 * on first use and kept, and none stays open between two calls of the room's functions.
 */
#ifndef TOUCHBASE_STORE_STATEMENTS_H
#define TOUCHBASE_STORE_STATEMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "sqlite.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"

enum statement {
    STATEMENT_NONE,
    /* statement_texts_row.c: the four of each journalled table, in the order of enum
       table */
    STATEMENT_CONTACT_INSERT,
    STATEMENT_CONTACT_UPDATE,
    STATEMENT_CONTACT_DELETE,
    STATEMENT_CONTACT_LOAD,
    STATEMENT_POINT_INSERT,
    STATEMENT_POINT_UPDATE,
    STATEMENT_POINT_DELETE,
    STATEMENT_POINT_LOAD,
    STATEMENT_ABSENCE_INSERT,
    STATEMENT_ABSENCE_UPDATE,
    STATEMENT_ABSENCE_DELETE,
    STATEMENT_ABSENCE_LOAD,
    STATEMENT_COVER_INSERT,
    STATEMENT_COVER_UPDATE,
    STATEMENT_COVER_DELETE,
    STATEMENT_COVER_LOAD,
    STATEMENT_EVIDENCE_INSERT,
    STATEMENT_EVIDENCE_UPDATE,
    STATEMENT_EVIDENCE_DELETE,
    STATEMENT_EVIDENCE_LOAD,
    STATEMENT_MESSAGE_INSERT,
    STATEMENT_MESSAGE_UPDATE,
    STATEMENT_MESSAGE_DELETE,
    STATEMENT_MESSAGE_LOAD,
    STATEMENT_TOUCH_INSERT,
    STATEMENT_TOUCH_UPDATE,
    STATEMENT_TOUCH_DELETE,
    STATEMENT_TOUCH_LOAD,
    STATEMENT_NOTE_INSERT,
    STATEMENT_NOTE_UPDATE,
    STATEMENT_NOTE_DELETE,
    STATEMENT_NOTE_LOAD,
    STATEMENT_ROW_END,
    /* statement_texts_contact.c */
    STATEMENT_CONTACT_BY_ID,
    STATEMENT_CONTACT_ROW,
    STATEMENT_POINTS_OF,
    STATEMENT_FIND_UUID,
    STATEMENT_FIND_UID,
    STATEMENT_FIND_POINT,
    STATEMENT_FIND_NAME,
    STATEMENT_FIND_WORDS,
    STATEMENT_WINDOW_DUE,
    STATEMENT_WINDOW_DUE_BACK,
    STATEMENT_WINDOW_DUE_FIRST,
    STATEMENT_WINDOW_NO_NEXT,
    STATEMENT_WINDOW_NO_NEXT_BACK,
    STATEMENT_WINDOW_NO_NEXT_FIRST,
    STATEMENT_WINDOW_PROSPECT,
    STATEMENT_WINDOW_PROSPECT_BACK,
    STATEMENT_WINDOW_PROSPECT_FIRST,
    STATEMENT_WINDOW_CUSTOMER,
    STATEMENT_WINDOW_CUSTOMER_BACK,
    STATEMENT_WINDOW_CUSTOMER_FIRST,
    STATEMENT_WINDOW_LATER,
    STATEMENT_WINDOW_LATER_BACK,
    STATEMENT_WINDOW_LATER_FIRST,
    STATEMENT_WINDOW_REST,
    STATEMENT_WINDOW_REST_BACK,
    STATEMENT_WINDOW_REST_FIRST,
    STATEMENT_WINDOW_OUT,
    STATEMENT_WINDOW_OUT_BACK,
    STATEMENT_WINDOW_OUT_FIRST,
    STATEMENT_WINDOW_NAME,
    STATEMENT_WINDOW_NAME_BACK,
    STATEMENT_WINDOW_NAME_FIRST,
    STATEMENT_WINDOW_FILLED,
    STATEMENT_CONTACT_NAME,
    STATEMENT_CONTACT_DERIVE,
    STATEMENT_CONTACT_ALL,
    STATEMENT_CONTACT_STALE,
    STATEMENT_CONTACT_END,
    /* statement_texts_record.c */
    STATEMENT_TOUCH_BY_ID,
    STATEMENT_TOUCH_FIND,
    STATEMENT_TOUCH_PENDING_OF,
    STATEMENT_TOUCH_DONE_SINCE,
    STATEMENT_TOUCH_OF_ABSENCE,
    STATEMENT_TOUCH_WINDOW,
    STATEMENT_TOUCH_WINDOW_BACK,
    STATEMENT_TOUCH_WINDOW_FIRST,
    STATEMENT_TOUCH_UNTIL,
    STATEMENT_TOUCH_COUNT,
    STATEMENT_TOUCH_IDENTITY,
    STATEMENT_ABSENCE_BY_ID,
    STATEMENT_ABSENCE_OF,
    STATEMENT_ABSENCE_WINDOW,
    STATEMENT_ABSENCE_WINDOW_BACK,
    STATEMENT_ABSENCE_WINDOW_FIRST,
    STATEMENT_ABSENCE_PROPOSED,
    STATEMENT_ABSENCE_COUNT_CURRENT,
    STATEMENT_ABSENCE_COUNT_PROPOSED,
    STATEMENT_COVERS_OF,
    STATEMENT_EVIDENCE_OF,
    STATEMENT_MESSAGE_SEEN,
    STATEMENT_NOTE_BY_ID,
    STATEMENT_NOTE_WINDOW,
    STATEMENT_TIMELINE_TOUCH,
    STATEMENT_TIMELINE_NOTE,
    STATEMENT_TIMELINE_ABSENCE,
    STATEMENT_RECORD_END,
    /* statement_texts_desk.c */
    STATEMENT_BEGIN,
    STATEMENT_BEGIN_LOOK,
    STATEMENT_COMMIT,
    STATEMENT_ROLLBACK,
    STATEMENT_DATA_VERSION,
    STATEMENT_SCHEMA,
    STATEMENT_TALLY_ADD,
    STATEMENT_TALLY_GET,
    STATEMENT_STEP_INSERT,
    STATEMENT_STEP_STATE,
    STATEMENT_STEP_PROGRESS,
    STATEMENT_STEP_UNDONE,
    STATEMENT_STEP_BY_ID,
    STATEMENT_STEP_LAST,
    STATEMENT_STEP_LAST_UNDONE,
    STATEMENT_STEP_WINDOW,
    STATEMENT_STEP_UNFINISHED,
    STATEMENT_CHANGE_INSERT,
    STATEMENT_CHANGE_NEXT,
    STATEMENT_CHANGE_PREVIOUS,
    STATEMENT_CHANGE_AFTER,
    STATEMENT_LATER_CHANGE,
    STATEMENT_LATER_INSERT,
    STATEMENT_CHILDREN_CONTACT,
    STATEMENT_CHILDREN_ABSENCE,
    STATEMENT_CHILDREN_TOUCH,
    STATEMENT_DRAFT_INSERT,
    STATEMENT_DRAFT_UPDATE,
    STATEMENT_DRAFT_DELETE,
    STATEMENT_DRAFT_ALL,
    STATEMENT_SETTING_GET,
    STATEMENT_SETTING_SET,
    STATEMENT_SETTING_DELETE,
    STATEMENT_SEEN_GET,
    STATEMENT_SEEN_ADD,
    STATEMENT_SEEN_ADD_LEFT,
    STATEMENT_SEEN_COUNT,
    STATEMENT_SEEN_TRIM,
    STATEMENT_SEARCH_CONTACT_INSERT,
    STATEMENT_SEARCH_CONTACT_DELETE,
    STATEMENT_SEARCH_CONTACT_GET,
    STATEMENT_SEARCH_CONTACT_EXTRA,
    STATEMENT_SEARCH_TEXT_INSERT,
    STATEMENT_SEARCH_TEXT_DELETE,
    STATEMENT_SEARCH_TEXT_GET,
    STATEMENT_SEARCH_TEXT_EXTRA,
    STATEMENT_SEARCH_CONTACTS,
    STATEMENT_SEARCH_TEXTS,
    STATEMENT_INDEXED_ALL,
    STATEMENT_TALLY_WRONG,
    STATEMENT_INTEGRITY,
    STATEMENT_FOREIGN_KEYS,
    STATEMENT_SEARCH_CONTACT_CHECK,
    STATEMENT_SEARCH_TEXT_CHECK,
    STATEMENT_SEARCH_CONTACT_EMPTY,
    STATEMENT_SEARCH_TEXT_EMPTY,
    STATEMENT_TALLY_RESET,
    STATEMENT_COUNT
};

struct store;

/* The text of a statement. */
const char *statement_text(enum statement statement);
/* Ready to bind; NULL and err. */
sqlite3_stmt *statement_get(struct store *store, enum statement statement,
                            struct error *err);
/* Steps: *row true at a row; at the end false, and the statement is reset. */
bool statement_row(struct store *store, sqlite3_stmt *s, bool *row, struct error *err);
/* Runs one that gives no rows. */
bool statement_run(struct store *store, sqlite3_stmt *s, struct error *err);
/* Resets one that was left before its end. */
void statement_end(sqlite3_stmt *s);
/* Gets, runs. */
bool statement_once(struct store *store, enum statement statement, struct error *err);
/* The number in the first column of the first row; fallback without a row. */
bool statement_number(struct store *store, sqlite3_stmt *s, int64_t fallback,
                      int64_t *number, struct error *err);
void statements_finalize(struct store *store);

/* Binding. A parameter beyond the statement's last is left out. NULL text, id 0, DAY_NONE
 * and MINUTE_NONE are NULL. Text must outlive the next step. */
void bind_number(sqlite3_stmt *s, int index, int64_t number);
void bind_text(sqlite3_stmt *s, int index, const char *text);
void bind_id(sqlite3_stmt *s, int index, int64_t id);

/* Reading, the other way round. */
int64_t column_number(sqlite3_stmt *s, int column);
char *column_text(sqlite3_stmt *s, int column, struct arena *arena);
day_number column_day(sqlite3_stmt *s, int column);
int column_minute(sqlite3_stmt *s, int column);

#endif
