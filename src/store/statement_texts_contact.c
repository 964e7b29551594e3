/* Statements on contacts. Windows: ?1 and ?2 are the key, ?3 the limit, ?5 the segment's
 * other end, ?6 tomorrow, ?7 and ?8 the floors. Each is one range of the index
 * it names; a statement whose index does not fit fails to prepare. */
#include "statement_texts.h"

#define AT(name) [STATEMENT_##name - STATEMENT_ROW_END]

/* A list row; columns as in contact_read (contacts_read.c). */
#define ROW_FIELDS                                                                 \
    "c.id, c.uuid, c.uid, c.name, c.given, c.family, c.company, c.title, c.city, " \
    "c.zone, c.stage,"                                                             \
    " c.do_not_contact, c.created_utc, c.changed_utc, NULL"
#define DERIVED_FIELDS                                                                   \
    ", c.folded_name, c.clock_utc, c.last_contact_utc, c.next_touch_id, c.next_due_day," \
    " c.next_due_minute, c.next_due_utc,"                                                \
    " (SELECT coalesce(a.first_day, a.received_day) FROM absence a"                      \
    "  WHERE a.contact_id = c.id AND a.state = 1 AND a.kind = 1 AND a.back_order > ?4"   \
    "  ORDER BY a.back_order LIMIT 1),"                                                  \
    " (SELECT nullif(a.back_order, 2147483647) FROM absence a"                           \
    "  WHERE a.contact_id = c.id AND a.state = 1 AND a.kind = 1 AND a.back_order > ?4"   \
    "  ORDER BY a.back_order LIMIT 1),"                                                  \
    " (SELECT t.promise FROM touch t WHERE t.id = c.next_touch_id), c.floor_utc,"        \
    " c.waits_utc FROM contact c "
#define ROWS "SELECT " ROW_FIELDS DERIVED_FIELDS

/* Keys beyond the key: first those equal in the column, then the next; two ranges, since
 * SQLite uses only the first column of a row value that ends in the rowid, and ties may
 * be many. Nothing but the index is read. */
#define KEYS(where, column) "SELECT id, " column " FROM contact " where
#define FORWARD(where, column)                                                        \
    "SELECT * FROM (" KEYS(where, column) " AND " column                              \
                                          " = ?1 AND id > ?2 ORDER BY id LIMIT ?3)"   \
                                          " UNION ALL SELECT * FROM (" KEYS(          \
                                              where, column) " AND " column           \
                                                             " > ?1 ORDER BY " column \
                                                             ", id LIMIT ?3) LIMIT ?3"
#define BACK(where, column)                                                          \
    "SELECT * FROM (" KEYS(                                                          \
        where, column) " AND " column " = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3)" \
                       " UNION ALL SELECT * FROM (" KEYS(                            \
                           where, column) " AND " column " < ?1 ORDER BY " column    \
                                          " DESC, id DESC LIMIT ?3) LIMIT ?3"

/* The same from the beginning of the range: one of them, and prepared in half the time.
 */
#define FIRST(where, column) \
    KEYS(where, column) " AND " column " >= ?1 ORDER BY " column ", id LIMIT ?3"

#define DUE "INDEXED BY contact_due WHERE stage IN (1, 2, 3) AND next_due_utc IS NOT NULL"
#define WAITS \
    "INDEXED BY contact_waits WHERE stage IN (1, 2, 3) AND waits_utc IS NOT NULL"
#define WAITS_ALONE WAITS " AND (next_due_utc IS NULL OR next_due_utc >= ?6)"
#define NOT_WAITING " AND waits_utc IS NULL"
#define NO_NEXT                                                                \
    "INDEXED BY contact_no_next WHERE stage IN (1, 2, 3) AND next_due_utc IS " \
    "NULL" NOT_WAITING
#define PROSPECT_ALL                                                                   \
    "INDEXED BY contact_quiet_prospect WHERE stage IN (1, 2) AND next_due_utc IS NOT " \
    "NULL" NOT_WAITING
#define PROSPECT PROSPECT_ALL " AND +next_due_utc >= ?6"
#define CUSTOMER_ALL                                                             \
    "INDEXED BY contact_quiet_customer WHERE stage = 3 AND next_due_utc IS NOT " \
    "NULL" NOT_WAITING
#define CUSTOMER CUSTOMER_ALL " AND +next_due_utc >= ?6"
#define NOT_QUIET " AND floor_utc >= CASE stage WHEN 3 THEN ?8 ELSE ?7 END"
/* The same as far as they are kept (store/need.h): as of the mark, and those who turned
 * quiet since. */
#define KEPT_PROSPECT_ALL \
    "INDEXED BY contact_need_prospect WHERE need = 1 AND stage IN (1, 2)"
#define KEPT_CUSTOMER_ALL "INDEXED BY contact_need_customer WHERE need = 1 AND stage = 3"
#define TURNED_PROSPECT_ALL \
    "INDEXED BY contact_later_prospect WHERE need = 2 AND stage IN (1, 2)"
#define TURNED_CUSTOMER_ALL \
    "INDEXED BY contact_later_customer WHERE need = 2 AND stage = 3"
#define LATER_ALL "INDEXED BY contact_later WHERE need = 2"
#define NOT_DUE " AND next_due_utc >= ?6"
#define QUIET(where) where NOT_DUE " AND floor_utc < ?5"
/* What contact.waits_utc and contact.floor_utc are to be; of several tags that set a
 * floor the last one counts. */
#define WAITS_SINCE                                                     \
    "(SELECT min(max(w.reached_utc, w.later_utc)) FROM waiting w WHERE" \
    " w.contact_id = contact.id AND w.state = 0)"
#define FLOOR                                                                    \
    "CASE WHEN stage IN (1, 2, 3) AND next_due_utc IS NOT NULL THEN clock_utc +" \
    " 86400 * coalesce((SELECT f.more_days FROM tag_floor f CROSS JOIN tag t"    \
    " ON t.contact_id = contact.id AND t.folded_name = f.folded_name"            \
    " WHERE f.customer = (contact.stage = 3) ORDER BY f.id DESC LIMIT 1), 0)"    \
    " ELSE 0 END"
/* What contact.need is to be, where floor is what floor_utc is to be. */
#define NEED(floor)                                                                  \
    "CASE WHEN stage NOT IN (1, 2, 3) OR next_due_utc IS NULL OR waits_utc NOT NULL" \
    " OR next_due_utc < (SELECT tomorrow_utc FROM need_mark WHERE id = 0) THEN 0"    \
    " WHEN " floor " < CASE stage WHEN 3"                                            \
    " THEN (SELECT quiet_customer_utc FROM need_mark WHERE id = 0)"                  \
    " ELSE (SELECT quiet_prospect_utc FROM need_mark WHERE id = 0) END THEN 1"       \
    " ELSE 2 END"
#define DERIVE_NEED                                                     \
    "UPDATE contact SET (floor_utc, need) = (SELECT made.floor, " NEED( \
        "made.floor") " FROM (SELECT " FLOOR " AS floor) made) WHERE "
#define REST "INDEXED BY contact_rest WHERE stage = 0"
#define OUT "INDEXED BY contact_out WHERE stage IN (4, 5)"
/* Does the index hold anybody? */
#define ANY(where) "EXISTS (SELECT 1 FROM contact " where ")"
#define NAME "INDEXED BY contact_name WHERE true"

const char *const statement_texts_contact[STATEMENT_CONTACT_END - STATEMENT_ROW_END] =
    {
        AT(ROW_END) = "SELECT 0",
        AT(CONTACT_BY_ID) =
            "SELECT c.id, c.uuid, c.uid, c.name, c.given, c.family, c.company, c.title, "
            "c.city, c.zone,"
            " c.stage, c.do_not_contact, c.created_utc, c.changed_utc, "
            "c.card" DERIVED_FIELDS "WHERE id = ?1",
        AT(CONTACT_ROW) = ROWS "WHERE id = ?1",
        /* The same without what other tables say of it. */
        AT(CONTACT_ROW_BARE) =
            "SELECT " ROW_FIELDS ", c.folded_name, c.clock_utc, c.last_contact_utc,"
            " c.next_touch_id, c.next_due_day, c.next_due_minute, c.next_due_utc, NULL, "
            "NULL,"
            " NULL, c.floor_utc, c.waits_utc FROM contact c WHERE id = ?1",
        /* ?2 when today began, ?3 dropped, ?4 today. */
        AT(CALLEE) =
            "SELECT c.name, c.company, c.zone, c.do_not_contact,"
            " EXISTS (SELECT 1 FROM absence a WHERE a.contact_id = c.id AND a.state = 1"
            " AND a.kind = 1 AND a.back_order > ?4"
            " AND coalesce(a.first_day, a.received_day) <= ?4),"
            " EXISTS (SELECT 1 FROM touch t INDEXED BY touch_done WHERE"
            " t.contact_id = c.id AND t.outcome <> 0 AND t.done_utc >= ?2"
            " AND t.channel = 0 AND t.direction = 0 AND t.outcome <> ?3)"
            " FROM contact c WHERE c.id = ?1",
        AT(POINTS_OF) = "SELECT kind, value, label, id FROM point WHERE contact_id = ?1 "
                        "ORDER BY position",
        AT(FIND_UUID) =
            "SELECT id FROM contact WHERE uuid >= ?1 AND uuid < ?1 || 'g' LIMIT ?2",
        AT(FIND_UID) = "SELECT id FROM contact WHERE uid = ?1 ORDER BY id LIMIT ?2",
        AT(FIND_POINT) =
            "SELECT contact_id, value FROM point WHERE match_key = ?1 AND kind = ?2"
            " ORDER BY contact_id",
        /* ?1 the part before a plus, ?3 the rest from the @ on; ',' follows '+'. */
        AT(FIND_PLUS) = "SELECT contact_id, value FROM point WHERE match_key > ?1 || '+'"
                        " AND match_key < ?1 || ',' AND kind = ?2"
                        " AND substr(match_key, -length(?3)) = ?3 ORDER BY contact_id",
        AT(FIND_NAME) =
            "SELECT id FROM contact WHERE folded_name = ?1 ORDER BY id LIMIT ?2",
        AT(FIND_WORDS) = "SELECT rowid FROM search_contact WHERE search_contact MATCH ?1"
                         " ORDER BY rowid LIMIT ?2",
        AT(WINDOW_DUE) = FORWARD(DUE " AND next_due_utc < ?5", "next_due_utc"),
        AT(WINDOW_DUE_BACK) = BACK(DUE, "next_due_utc"),
        AT(WINDOW_DUE_FIRST) = FIRST(DUE " AND next_due_utc < ?5", "next_due_utc"),
        AT(WINDOW_WAITING) = FORWARD(WAITS_ALONE, "waits_utc"),
        AT(WINDOW_WAITING_BACK) = BACK(WAITS_ALONE, "waits_utc"),
        AT(WINDOW_WAITING_FIRST) = FIRST(WAITS_ALONE, "waits_utc"),
        AT(WINDOW_NO_NEXT) = FORWARD(NO_NEXT, "clock_utc"),
        AT(WINDOW_NO_NEXT_BACK) = BACK(NO_NEXT, "clock_utc"),
        AT(WINDOW_NO_NEXT_FIRST) = FIRST(NO_NEXT, "clock_utc"),
        AT(WINDOW_PROSPECT) = FORWARD(PROSPECT " AND floor_utc < ?5", "floor_utc"),
        AT(WINDOW_PROSPECT_BACK) = BACK(PROSPECT, "floor_utc"),
        AT(WINDOW_PROSPECT_FIRST) = FIRST(PROSPECT " AND floor_utc < ?5", "floor_utc"),
        AT(WINDOW_CUSTOMER) = FORWARD(CUSTOMER " AND floor_utc < ?5", "floor_utc"),
        AT(WINDOW_CUSTOMER_BACK) = BACK(CUSTOMER, "floor_utc"),
        AT(WINDOW_CUSTOMER_FIRST) = FIRST(CUSTOMER " AND floor_utc < ?5", "floor_utc"),
        AT(WINDOW_LATER) = FORWARD(DUE NOT_QUIET NOT_WAITING, "next_due_utc"),
        AT(WINDOW_LATER_BACK) =
            BACK(DUE NOT_QUIET NOT_WAITING " AND next_due_utc >= ?5", "next_due_utc"),
        AT(WINDOW_LATER_FIRST) = FIRST(DUE NOT_QUIET NOT_WAITING, "next_due_utc"),
        AT(WINDOW_KEPT_PROSPECT) = FORWARD(QUIET(KEPT_PROSPECT_ALL), "floor_utc"),
        AT(WINDOW_KEPT_PROSPECT_BACK) = BACK(KEPT_PROSPECT_ALL NOT_DUE, "floor_utc"),
        AT(WINDOW_KEPT_PROSPECT_FIRST) = FIRST(QUIET(KEPT_PROSPECT_ALL), "floor_utc"),
        AT(WINDOW_TURNED_PROSPECT) = FORWARD(QUIET(TURNED_PROSPECT_ALL), "floor_utc"),
        AT(WINDOW_TURNED_PROSPECT_BACK) = BACK(TURNED_PROSPECT_ALL NOT_DUE, "floor_utc"),
        AT(WINDOW_TURNED_PROSPECT_FIRST) = FIRST(QUIET(TURNED_PROSPECT_ALL), "floor_utc"),
        AT(WINDOW_KEPT_CUSTOMER) = FORWARD(QUIET(KEPT_CUSTOMER_ALL), "floor_utc"),
        AT(WINDOW_KEPT_CUSTOMER_BACK) = BACK(KEPT_CUSTOMER_ALL NOT_DUE, "floor_utc"),
        AT(WINDOW_KEPT_CUSTOMER_FIRST) = FIRST(QUIET(KEPT_CUSTOMER_ALL), "floor_utc"),
        AT(WINDOW_TURNED_CUSTOMER) = FORWARD(QUIET(TURNED_CUSTOMER_ALL), "floor_utc"),
        AT(WINDOW_TURNED_CUSTOMER_BACK) = BACK(TURNED_CUSTOMER_ALL NOT_DUE, "floor_utc"),
        AT(WINDOW_TURNED_CUSTOMER_FIRST) = FIRST(QUIET(TURNED_CUSTOMER_ALL), "floor_utc"),
        AT(WINDOW_KEPT_LATER) = FORWARD(LATER_ALL NOT_QUIET, "next_due_utc"),
        AT(WINDOW_KEPT_LATER_BACK) =
            BACK(LATER_ALL NOT_QUIET " AND next_due_utc >= ?5", "next_due_utc"),
        AT(WINDOW_KEPT_LATER_FIRST) = FIRST(LATER_ALL NOT_QUIET, "next_due_utc"),
        AT(WINDOW_REST) = FORWARD(REST, "folded_name"),
        AT(WINDOW_REST_BACK) = BACK(REST, "folded_name"),
        AT(WINDOW_REST_FIRST) = FIRST(REST, "folded_name"),
        AT(WINDOW_OUT) = FORWARD(OUT, "folded_name"),
        AT(WINDOW_OUT_BACK) = BACK(OUT, "folded_name"),
        AT(WINDOW_OUT_FIRST) = FIRST(OUT, "folded_name"),
        AT(WINDOW_NAME) = FORWARD(NAME, "folded_name"),
        AT(WINDOW_NAME_BACK) = BACK(NAME, "folded_name"),
        AT(WINDOW_NAME_FIRST) = FIRST(NAME, "folded_name"),
        /* in the order of enum holder in contacts_window.c */
        AT(WINDOW_FILLED) =
            "SELECT " ANY(DUE) ", " ANY(WAITS) ", " ANY(NO_NEXT) ", " ANY(PROSPECT_ALL) ", " ANY(CUSTOMER_ALL) ", " ANY(REST) ", " ANY(
                OUT) ", " ANY(KEPT_PROSPECT_ALL) ", " ANY(TURNED_PROSPECT_ALL
                                                          " AND floor_utc "
                                                          "< ?7") ", " ANY(KEPT_CUSTOMER_ALL) ", " ANY(TURNED_CUSTOMER_ALL
                                                                                                       " AND floor_utc < ?8") ", " ANY(LATER_ALL),
        AT(NEED_MARK) = "SELECT tomorrow_utc, quiet_prospect_utc, quiet_customer_utc"
                        " FROM need_mark WHERE id = 0",
        AT(NEED_MARK_SET) = "UPDATE need_mark SET tomorrow_utc = ?1,"
                            " quiet_prospect_utc = ?2, quiet_customer_utc = ?3",
        AT(NEED_DERIVE) = DERIVE_NEED "id = ?1",
        AT(NEED_PLACE) = "SELECT next_due_utc FROM contact " DUE " AND next_due_utc >= ?1"
                         " ORDER BY next_due_utc LIMIT 1 OFFSET ?2",
        AT(NEED_PLACE_PROSPECT) =
            "SELECT floor_utc FROM contact " TURNED_PROSPECT_ALL
            " AND floor_utc >= ?1 ORDER BY floor_utc LIMIT 1 OFFSET ?2",
        AT(NEED_PLACE_CUSTOMER) =
            "SELECT floor_utc FROM contact " TURNED_CUSTOMER_ALL
            " AND floor_utc >= ?1 ORDER BY floor_utc LIMIT 1 OFFSET ?2",
        AT(NEED_MOVE) =
            "UPDATE contact SET need = 0 WHERE id IN (SELECT id FROM contact " DUE
            " AND next_due_utc >= ?1 AND next_due_utc < ?2 AND need <> 0)",
        AT(NEED_MOVE_PROSPECT) =
            "UPDATE contact SET need = 1 WHERE id IN (SELECT id FROM"
            " contact " TURNED_PROSPECT_ALL " AND floor_utc >= ?1 AND floor_utc < ?2)",
        AT(NEED_MOVE_CUSTOMER) =
            "UPDATE contact SET need = 1 WHERE id IN (SELECT id FROM"
            " contact " TURNED_CUSTOMER_ALL " AND floor_utc >= ?1 AND floor_utc < ?2)",
        AT(NEED_RESET_MARK) = "UPDATE need_mark SET tomorrow_utc = -4611686018427387904,"
                              " quiet_prospect_utc = -4611686018427387904,"
                              " quiet_customer_utc = -4611686018427387904",
        AT(NEED_RESET) =
            "UPDATE contact SET need = 2 WHERE stage IN (1, 2, 3)"
            " AND next_due_utc IS NOT NULL AND waits_utc IS NULL AND need <> 2",
        AT(NEED_WRONG) = "SELECT id, name FROM contact WHERE need <> " NEED(
            "floor_utc") " OR floor_utc <> " FLOOR " OR waits_utc IS NOT " WAITS_SINCE,
        AT(TAG_FLOORS) =
            "SELECT folded_name, customer, more_days FROM tag_floor ORDER BY id",
        AT(TAG_FLOOR_ADD) = "INSERT INTO tag_floor (folded_name, customer, more_days)"
                            " VALUES (?1, ?2, ?3)",
        AT(TAG_FLOOR_LEVEL) = "UPDATE tag_floor SET more_days = 0",
        AT(TAG_FLOOR_CLEAR) = "DELETE FROM tag_floor",
        AT(TAG_FLOOR_DERIVE) =
            DERIVE_NEED "id IN (SELECT t.contact_id FROM tag_floor f CROSS JOIN tag t"
                        " ON t.folded_name = f.folded_name)",
        AT(CONTACT_NAME) = "SELECT name FROM contact WHERE id = ?1",
        AT(CONTACT_DERIVE) =
            "UPDATE contact SET (next_touch_id, next_due_day, next_due_minute, "
            "next_due_utc) "
            "="
            " (SELECT t.id, t.due_day, t.due_minute, t.due_utc FROM touch t WHERE "
            "t.contact_id = ?1"
            "  AND t.outcome = 0 ORDER BY t.due_utc, t.id LIMIT 1),"
            " last_contact_utc = (SELECT max(t.done_utc) FROM touch t"
            "  WHERE t.contact_id = ?1 AND t.contact_made = 1),"
            " clock_utc = coalesce((SELECT max(t.done_utc) FROM touch t"
            "  WHERE t.contact_id = ?1 AND t.contact_made = 1), created_utc),"
            " waits_utc = " WAITS_SINCE " WHERE id = ?1",
        AT(CONTACT_ALL) = "SELECT id FROM contact ORDER BY id",
        AT(CONTACT_STALE) =
            "SELECT c.id, c.name FROM contact c WHERE c.next_touch_id IS NOT"
            " (SELECT t.id FROM touch t WHERE t.contact_id = c.id AND t.outcome = 0"
            "  ORDER BY t.due_utc, t.id LIMIT 1)"
            " OR c.next_due_utc IS NOT (SELECT t.due_utc FROM touch t WHERE t.id = "
            "c.next_touch_id)"
            " OR c.next_due_day IS NOT (SELECT t.due_day FROM touch t WHERE t.id = "
            "c.next_touch_id)"
            " OR c.next_due_minute IS NOT (SELECT t.due_minute FROM touch t WHERE t.id = "
            "c.next_touch_id)"
            " OR c.last_contact_utc IS NOT"
            " (SELECT max(t.done_utc) FROM touch t WHERE t.contact_id = c.id AND "
            "t.contact_made = 1)"
            " OR c.clock_utc IS NOT coalesce(c.last_contact_utc, c.created_utc)",
};
