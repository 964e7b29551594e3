/* Statements on steps and journal, drafts, settings, search index and health. */
#include "statement_texts.h"

#define AT(name) [STATEMENT_##name - STATEMENT_RECORD_END]

#define STEPS "SELECT id, label, window, origin, state, made_utc, process FROM step "
#define CHANGES                                                                         \
    "SELECT id, step_id, record_table, operation, first_row, last_row, before, after, " \
    "checksum"                                                                          \
    " FROM step_change "

/* Table span as it should be (its document says the same). */
#define SPANS                                                                        \
    "SELECT kind, level, number >> 6 * level AS number, count(*) AS value FROM"      \
    " (SELECT 0 AS kind, (due_utc - 899 * (due_utc < 0)) / 900 AS number FROM touch" \
    "  WHERE outcome = 0"                                                            \
    "  UNION ALL SELECT 1, back_order FROM absence WHERE state = 1 AND kind = 1"     \
    "  UNION ALL SELECT 2, 0 FROM absence WHERE state = 0 OR (state IN (1, 3) AND"   \
    "  questions > 0)) CROSS JOIN (SELECT 0 AS level UNION ALL SELECT 1 UNION ALL"   \
    "  SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) GROUP BY 1, 2, 3"
#define SPAN_AT "WHERE kind = ?1 AND level = ?2 AND number = ?3"

const char *const statement_texts_desk[STATEMENT_COUNT - STATEMENT_RECORD_END] = {
    AT(RECORD_END) = "SELECT 0",
    AT(BEGIN) = "BEGIN IMMEDIATE",
    AT(BEGIN_LOOK) = "BEGIN",
    AT(COMMIT) = "COMMIT",
    AT(ROLLBACK) = "ROLLBACK",
    AT(DATA_VERSION) = "PRAGMA data_version",
    AT(CHANGE_LAST) = "SELECT coalesce(max(id), 0) FROM step_change",
    AT(CHANGES_ELSEWHERE) =
        "SELECT coalesce(max(id), 0), coalesce(sum(rows), 0) FROM (SELECT c.id AS id,"
        " iif(s.process = ?2, 0, c.last_row - c.first_row + 1) AS rows"
        " FROM step_change c CROSS JOIN step s ON s.id = c.step_id"
        " WHERE c.id > ?1 ORDER BY c.id LIMIT ?3)",
    AT(SCHEMA) = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                 " AND NOT (type = 'table' AND (name GLOB 'search_contact_*'"
                 " OR name GLOB 'search_text_*' OR name = 'sqlite_sequence'))",
    AT(TALLY_ADD) = "UPDATE tally SET value = value + ?2 WHERE id = ?1",
    AT(TALLY_GET) = "SELECT id, value FROM tally",
    AT(STEP_INSERT) = "INSERT INTO step (label, window, origin, state, made_utc, process)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    AT(STEP_STATE) =
        "UPDATE step SET state = ?2, progress = ?3, process = ?4 WHERE id = ?1",
    AT(STEP_PROGRESS) = "SELECT progress FROM step WHERE id = ?1",
    AT(STEP_UNDONE) =
        "UPDATE step SET state = 2, undone_order ="
        " (SELECT coalesce(max(undone_order), 0) + 1 FROM step) WHERE id = ?1",
    AT(STEP_BY_ID) = STEPS "WHERE id = ?1",
    AT(STEP_LAST) =
        STEPS "WHERE state = 1 AND (?1 = -1 OR window = ?1) ORDER BY id DESC LIMIT 1",
    AT(STEP_LAST_UNDONE) =
        STEPS "INDEXED BY step_undone WHERE state = 2 AND (?1 = -1 OR window = ?1)"
              " ORDER BY undone_order DESC LIMIT 1",
    AT(STEP_WINDOW) = STEPS "WHERE state IN (1, 2) AND id < ?1 ORDER BY id DESC LIMIT ?2",
    AT(STEP_WINDOW_BACK) = STEPS "WHERE state IN (1, 2) AND id > ?1 ORDER BY id LIMIT ?2",
    AT(STEP_UNFINISHED) = STEPS "WHERE state IN (0, 3, 4) ORDER BY id",
    AT(CHANGE_INSERT) =
        "INSERT INTO step_change (step_id, record_table, operation, first_row,"
        " last_row, before, after, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    AT(CHANGE_NEXT) = CHANGES "WHERE step_id = ?1 AND id > ?2 ORDER BY id LIMIT 1",
    AT(CHANGE_PREVIOUS) =
        CHANGES "WHERE step_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1",
    AT(CHANGE_AFTER) = "UPDATE step_change SET after = ?2, checksum = ?3 WHERE id = ?1",
    AT(LATER_CHANGE) =
        "SELECT c.first_row, s.label FROM step_change c INDEXED BY step_change_row"
        " CROSS JOIN step s ON s.id = c.step_id"
        " WHERE c.record_table = ?1 AND c.first_row BETWEEN ?2 AND ?3 AND c.id > ?4"
        " AND c.step_id <> ?5 AND s.state <> 2 ORDER BY c.id DESC LIMIT 1",
    AT(LATER_INSERT) =
        "SELECT c.last_row, s.label, c.id, c.step_id, s.state FROM step_change c"
        " INDEXED BY step_change_row CROSS JOIN step s ON s.id = c.step_id"
        " WHERE c.record_table = ?1 AND c.operation = 0"
        " AND c.first_row <= ?2 ORDER BY c.first_row DESC LIMIT 1",
    AT(CHILDREN_CONTACT) =
        "SELECT 1, id FROM point WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 2, id FROM absence WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 6, id FROM touch WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 7, id FROM note WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 8, id FROM link WHERE from_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 8, id FROM link WHERE to_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 11, id FROM tag WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 12, id FROM waiting WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 15, id FROM gift WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 16, id FROM script WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 17, id FROM deal WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 18, id FROM settled WHERE contact_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 20, id FROM parting WHERE contact_id BETWEEN ?1 AND ?2",
    AT(CHILDREN_ABSENCE) =
        "SELECT 6, id FROM touch WHERE absence_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 9, id FROM answer WHERE absence_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 10, id FROM doubt WHERE absence_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 5, id FROM message WHERE absence_id BETWEEN ?1 AND ?2",
    AT(CHILDREN_TOUCH) =
        "SELECT 7, id FROM note WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 9, id FROM answer WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 12, id FROM waiting WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 13, id FROM talk WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 15, id FROM gift WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 16, id FROM script WHERE touch_id BETWEEN ?1 AND ?2"
        " UNION ALL SELECT 20, id FROM parting WHERE touch_id BETWEEN ?1 AND ?2",
    AT(CHILDREN_ITEM) = "SELECT 15, id FROM gift WHERE item_id BETWEEN ?1 AND ?2",
    AT(DRAFT_INSERT) =
        "INSERT INTO draft (id, contact_id, kind, started_utc, text, cursor, process,"
        " touch_id, next, script_id, channel, caller)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    AT(DRAFT_UPDATE) =
        "UPDATE draft SET contact_id = ?2, kind = ?3, started_utc = ?4, text = ?5,"
        " cursor = ?6, process = ?7, touch_id = ?8, next = ?9, script_id = ?10,"
        " channel = ?11, caller = ?12 WHERE id = ?1",
    AT(DRAFT_DELETE) = "DELETE FROM draft WHERE id = ?1",
    AT(DRAFT_ALL) =
        "SELECT id, contact_id, kind, started_utc, text, cursor, process, touch_id, next,"
        " script_id, channel, caller FROM draft ORDER BY id",
    AT(SETTING_GET) = "SELECT value FROM setting WHERE name = ?1",
    AT(SETTING_SET) = "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                      " ON CONFLICT (name) DO UPDATE SET value = ?2",
    AT(SETTING_DELETE) = "DELETE FROM setting WHERE name = ?1",
    AT(SEEN_GET) = "SELECT 1 FROM seen s WHERE s.key = ?1 AND (s.message IS NULL"
                   " OR EXISTS (SELECT 1 FROM message m WHERE m.id = s.message))",
    AT(SEEN_ADD) =
        "INSERT OR REPLACE INTO seen (key, message, day) VALUES (?1, NULL, ?2)",
    AT(SEEN_ADD_LEFT) = "INSERT OR REPLACE INTO seen (key, message, day)"
                        " SELECT ?1, id, ?2 FROM message WHERE message_id = ?3",
    AT(SEEN_COUNT) = "SELECT count(*) FROM seen",
    AT(SEEN_TRIM) = "DELETE FROM seen WHERE key IN"
                    " (SELECT key FROM seen ORDER BY day, key LIMIT ?1)",
    AT(SEARCH_CONTACT_INSERT) =
        "INSERT INTO search_contact (rowid, who, reach) VALUES (?1, ?2, ?3)",
    AT(SEARCH_CONTACT_DELETE) = "DELETE FROM search_contact WHERE rowid = ?1",
    AT(SEARCH_CONTACT_GET) = "SELECT who, reach FROM search_contact WHERE rowid = ?1",
    AT(SEARCH_CONTACT_EXTRA) = "SELECT count(*) FROM search_contact"
                               " WHERE rowid NOT IN (SELECT id FROM contact)",
    AT(SEARCH_TEXT_INSERT) = "INSERT INTO search_text (rowid, words) VALUES (?1, ?2)",
    AT(SEARCH_TEXT_DELETE) = "DELETE FROM search_text WHERE rowid = ?1",
    AT(SEARCH_TEXT_GET) = "SELECT words FROM search_text WHERE rowid = ?1",
    AT(SEARCH_TEXT_EXTRA) =
        "SELECT count(*) FROM search_text WHERE rowid NOT IN"
        " (SELECT 2 * id FROM note UNION ALL SELECT 2 * id + 1 FROM absence)",
    /* Who may fit (search_gather.c), the newest first. */
    AT(SEARCH_CONTACTS) = "SELECT rowid FROM search_contact WHERE search_contact MATCH ?1"
                          " ORDER BY rowid DESC LIMIT ?2",
    AT(SEARCH_TEXTS) =
        "SELECT s.rowid, CASE s.rowid % 2"
        " WHEN 0 THEN (SELECT contact_id FROM note WHERE id = s.rowid / 2)"
        " ELSE (SELECT contact_id FROM absence WHERE id = s.rowid / 2) END"
        " FROM search_text s WHERE search_text MATCH ?1 ORDER BY s.rowid DESC LIMIT ?2",
    AT(SEARCH_TAGGED) =
        "SELECT contact_id FROM tag WHERE folded_name = ?1 ORDER BY contact_id DESC"
        " LIMIT ?2",
    AT(SEARCH_AWAY) = "SELECT contact_id FROM absence INDEXED BY absence_current"
                      " WHERE state = 1 AND kind = 1 AND back_order > ?1 LIMIT ?2",
    AT(SEARCH_DUE) = "SELECT contact_id FROM touch INDEXED BY touch_due"
                     " WHERE outcome = 0 AND due_utc >= ?1 AND due_utc < ?2 LIMIT ?3",
    AT(SEARCH_NAMED) = "SELECT id FROM contact INDEXED BY contact_name"
                       " WHERE folded_name >= ?1 AND folded_name < ?1 || x'F48FBFBF'"
                       " ORDER BY folded_name, id LIMIT ?2",
    AT(SEARCH_PLACES) =
        "SELECT place FROM (SELECT 2 * id AS place, written_utc AS utc FROM note"
        " WHERE contact_id = ?1 UNION ALL SELECT 2 * a.id + 1, a.received_utc FROM"
        " absence a WHERE a.contact_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM doubt d WHERE d.absence_id = a.id)) ORDER BY utc DESC",
    AT(SEARCH_CHANNEL) = "SELECT channel FROM touch WHERE id = ?1",
    AT(SEARCH_VALUES) = "SELECT c.company, c.city FROM search_contact s"
                        " CROSS JOIN contact c ON c.id = s.rowid"
                        " WHERE search_contact MATCH ?1 LIMIT ?2",
    AT(SEARCH_VOCABULARY) = "SELECT term FROM search_word WHERE term >= ?1"
                            " AND term < ?1 || x'F48FBFBF' LIMIT ?2",
    AT(INDEXED_ALL) =
        "SELECT 2 * id AS place FROM note UNION ALL SELECT 2 * id + 1 FROM absence",
    AT(TALLY_WRONG) =
        "SELECT id FROM tally WHERE id < 12 AND value <> (SELECT count(*) FROM contact"
        " WHERE stage = tally.id / 2 AND (next_touch_id IS NOT NULL) = tally.id % 2)"
        " OR id = 12 AND value <> (SELECT count(*) FROM touch WHERE outcome = 0)",
    AT(INTEGRITY) = "PRAGMA integrity_check(20)",
    AT(FOREIGN_KEYS) = "PRAGMA foreign_key_check",
    AT(SEARCH_CONTACT_CHECK) =
        "INSERT INTO search_contact (search_contact, rank) VALUES ('integrity-check', 1)",
    AT(SEARCH_TEXT_CHECK) =
        "INSERT INTO search_text (search_text, rank) VALUES ('integrity-check', 1)",
    AT(SEARCH_CONTACT_EMPTY) = "DELETE FROM search_contact",
    AT(SEARCH_TEXT_EMPTY) = "DELETE FROM search_text",
    AT(TALLY_RESET) = "UPDATE tally SET value = CASE id WHEN 12 THEN (SELECT count(*) "
                      "FROM touch WHERE outcome = 0)"
                      " ELSE (SELECT count(*) FROM contact WHERE stage = tally.id / 2"
                      " AND (next_touch_id IS NOT NULL) = tally.id % 2) END",
    AT(SPAN_MORE) =
        "INSERT INTO span (kind, level, number, value) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (kind, level, number) DO UPDATE SET value = value + ?4",
    AT(SPAN_LESS) = "UPDATE span SET value = value + ?4 " SPAN_AT,
    AT(SPAN_EMPTY) = "DELETE FROM span " SPAN_AT " AND value <= -?4",
    AT(SPAN_SUM) = "SELECT coalesce(sum(value), 0) FROM span WHERE kind = ?1"
                   " AND level = ?2 AND number >= ?3 AND number < ?4",
    AT(SPAN_WRONG) = "SELECT kind, level, number FROM (SELECT * FROM (" SPANS
                     ") EXCEPT SELECT kind, level, number, value FROM span"
                     " UNION ALL SELECT * FROM (SELECT kind, level, number, value"
                     " FROM span EXCEPT " SPANS "))",
    AT(SPAN_CLEAR) = "DELETE FROM span",
    AT(SPAN_FILL) = "INSERT INTO span (kind, level, number, value) " SPANS,
};
