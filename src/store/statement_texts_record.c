/* Statements on touches, absences and notes. Windows: ?1 and ?2 are the key, ?3 the
 * limit. */
#include "statement_texts.h"

#define AT(name) [STATEMENT_##name - STATEMENT_CONTACT_END]

/* As touch_read (touches_read.h) reads them. */
#define TOUCH_OWN                                                                  \
    "t.id, t.uuid, t.contact_id, t.channel, t.direction, t.due_day, t.due_minute," \
    " t.zone, t.due_utc, t.done_utc, t.purpose, t.opener, t.draft, t.promise,"     \
    " t.outcome, t.cause, t.absence_id, t.moved, t.before_day, t.before_minute,"   \
    " t.before_opener, t.created_utc, c.name, c.uuid, c.company"
#define TOUCH_COLUMNS                                                                \
    TOUCH_OWN                                                                        \
    ", i.sequence, i.changed_utc,"                                                   \
    " (SELECT k.seconds FROM talk k WHERE k.touch_id = t.id), n.contact_id, n.kind," \
    " se.id, oc.day, se.rule"
#define TOUCH_JOINS                                    \
    " CROSS JOIN contact c ON c.id = t.contact_id"     \
    " LEFT JOIN touch_identity i ON i.touch_id = t.id" \
    " LEFT JOIN naming n ON n.touch_id = t.id"         \
    " LEFT JOIN occurrence oc ON oc.touch_id = t.id"   \
    " LEFT JOIN series se ON se.id = oc.series_id "
#define TOUCHES_IN(table) "SELECT " TOUCH_COLUMNS " FROM " table TOUCH_JOINS
#define TOUCHES TOUCHES_IN("touch t")
/* Many of them in one key: without what is looked up for each in other tables. */
#define TOUCHES_ALONE(table)                                               \
    "SELECT " TOUCH_OWN ", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL" \
    " FROM " table " CROSS JOIN contact c ON c.id = t.contact_id "
/* Letters, cards and postcards with outcome ?4: none (0) or written (14). */
#define POST                                                \
    "WHERE t.channel IN (3, 4, 5) AND t.outcome IN (0, 14)" \
    " AND t.outcome = ?4"

#define CALLS                                                                     \
    "WHERE t.outcome = 0 AND t.promise = 0 AND t.channel = 0 AND t.due_utc >= ?1" \
    " AND t.due_utc < ?2"
#define PROMISED "WHERE t.outcome = 0 AND t.promise = 1 AND t.due_utc < ?1"

/* Columns as in absence_read (absences_read.c). */
#define ABSENCES                                                                        \
    "SELECT a.id, a.uuid, a.contact_id, a.message_id, a.received_utc, a.received_day, " \
    "a.subject,"                                                                        \
    " a.kind, a.first_day, a.back, a.back_minute, a.reason, a.hospital, a.place, "      \
    "a.whose,"                                                                          \
    " a.heard_whole, a.state, a.created_utc, a.questions, a.verbatim, c.name, "         \
    "c.company,"                                                                        \
    " (SELECT d.mail FROM doubt d WHERE d.absence_id = a.id)"                           \
    " FROM absence a CROSS JOIN contact c ON c.id = a.contact_id "

/* Rows beyond the key: those equal in the column, then the next (as in
 * statement_texts_contact.c). */
#define FORWARD(select, where, column, id)                                             \
    "SELECT * FROM (" select where " AND " column " = ?1 AND " id " > ?2 ORDER BY " id \
    " LIMIT ?3) UNION ALL SELECT * FROM (" select where " AND " column                 \
    " > ?1 ORDER BY " column ", " id " LIMIT ?3) LIMIT ?3"
#define BACK(select, where, column, id)                                                \
    "SELECT * FROM (" select where " AND " column " = ?1 AND " id " < ?2 ORDER BY " id \
    " DESC LIMIT ?3) UNION ALL SELECT * FROM (" select where " AND " column            \
    " < ?1 ORDER BY " column " DESC, " id " DESC LIMIT ?3) LIMIT ?3"
/* From the beginning: those behind ?1, whatever their id. */
#define FIRST(select, where, column, id) \
    select where " AND " column " > ?1 ORDER BY " column ", " id " LIMIT ?3"
#define CURRENT "WHERE a.state = 1 AND a.kind = 1"
/* Away on day ?4: begun, and back later. */
#define ON_DAY               \
    " AND a.back_order > ?4" \
    " AND coalesce(a.first_day, a.received_day, a.created_utc / 86400) <= ?4"

#define NOTES "SELECT id, uuid, contact_id, touch_id, written_utc, text FROM note "

/* Columns as in linked_get (links.c). */
#define LINKED "c.id, c.uuid, c.name, c.company"

/* Columns as in waiting_read (waiting.c), the last is how many it stands for. */
#define WAITING(count)                                                                 \
    "SELECT w.id, w.uuid, w.contact_id, w.touch_id, w.caller,"                         \
    " coalesce(w.text, (SELECT n.text FROM note n WHERE n.touch_id = w.touch_id"       \
    " ORDER BY n.id LIMIT 1)), w.kind, w.reached_utc, w.state, w.answered_utc,"        \
    " w.later_utc, w.message_id, c.name, c.uuid, c.company, " count " FROM waiting w " \
    "LEFT JOIN contact c ON c.id = w.contact_id "
/* What waits of the same person, or came with the same words of somebody not known. */
#define SAME_PERSON "o.state = 0 AND o.contact_id = w.contact_id"
#define SAME_CALLER "o.state = 0 AND o.contact_id IS NULL AND o.caller = w.caller"
#define OTHERS_FIRST(same)                                                 \
    " AND NOT EXISTS (SELECT 1 FROM waiting o WHERE " same                 \
    " AND (max(o.reached_utc, o.later_utc), o.id) < (max(w.reached_utc, w" \
    ".later_utc), w.id))"

/* Columns as in item_get (items.c). */
#define ITEMS                                                                         \
    "SELECT i.id, i.uuid, i.title, i.link, i.topic, coalesce(i.channel, -1), i.tags," \
    " i.gain, i.last_day, i.retired, i.created_utc,"                                  \
    " (SELECT count(*) FROM gift g WHERE g.item_id = i.id) FROM item i "

#define GIFTS(index)                                                         \
    "SELECT g.item_id, i.title, g.touch_id, t.done_utc, t.due_utc, c.name "  \
    "FROM gift g INDEXED BY " index " CROSS JOIN item i ON i.id = g.item_id" \
    " CROSS JOIN touch t ON t.id = g.touch_id"                               \
    " CROSS JOIN contact c ON c.id = g.contact_id "

/* Columns as in read_scripts (scripts.c). */
#define SCRIPTS                                                                 \
    "SELECT id, uuid, contact_id, touch_id, channel, text, retired, used_utc, " \
    "created_utc FROM script "

/* Columns as in read_deals (deals.c). */
#define DEALS                                                                       \
    "SELECT d.id, d.uuid, d.contact_id, d.amount, d.state, d.state_utc, d.won_utc," \
    " d.created_utc, c.name FROM deal d CROSS JOIN contact c ON c.id = d.contact_id "
/* What was done to win: touches of mine that happened (none dropped or bounced) with
 * contact until utc, since the last win before ("< ") or until ("<= ") then. */
#define TOUCHES_TO_WIN(contact, before, utc)                                            \
    "(SELECT count(*) FROM touch t INDEXED BY touch_done WHERE t.contact_id = " contact \
    " AND t.outcome <> 0 AND t.done_utc > coalesce((SELECT max(e.won_utc) FROM deal e"  \
    " WHERE e.contact_id = " contact " AND e.won_utc " before utc "), 0)"               \
    " AND t.done_utc <= " utc " AND t.direction = 0 AND t.outcome NOT IN (13, 16))"
#define AGREED                                                             \
    "SELECT href, etag, uuid, content, core, title, day, coalesce(utc, 0)" \
    " FROM agreed "
#define PARTING \
    "SELECT id, touch_id, kind, title, due_day, due_minute, asked_utc FROM parting "

const char *const statement_texts_record[STATEMENT_RECORD_END - STATEMENT_CONTACT_END] = {
    AT(CONTACT_END) = "SELECT 0",
    AT(TOUCH_BY_ID) = TOUCHES "WHERE t.id = ?1",
    AT(TOUCH_FIND) = TOUCHES "WHERE t.uuid >= ?1 AND t.uuid < ?1 || 'g' LIMIT ?2",
    AT(TOUCH_PENDING_OF) = TOUCHES "WHERE t.contact_id = ?1 AND t.outcome = 0"
                                   " ORDER BY t.due_utc, t.id",
    AT(TOUCH_DONE_SINCE) =
        TOUCHES "WHERE t.contact_id = ?1 AND t.outcome <> 0 AND t.done_utc >= ?2"
                " ORDER BY t.done_utc DESC, t.id DESC",
    AT(TOUCH_OF_ABSENCE) = TOUCHES "WHERE t.absence_id = ?1 ORDER BY t.id",
    AT(TOUCH_WINDOW) = FORWARD(TOUCHES, "WHERE t.outcome = 0", "t.due_utc", "t.id"),
    AT(TOUCH_WINDOW_BACK) = BACK(TOUCHES, "WHERE t.outcome = 0", "t.due_utc", "t.id"),
    AT(TOUCH_WINDOW_FIRST) = FIRST(TOUCHES, "WHERE t.outcome = 0", "t.due_utc", "t.id"),
    AT(TOUCH_UNTIL) =
        FORWARD(TOUCHES, "WHERE t.outcome = 0 AND t.due_utc < ?4", "t.due_utc", "t.id"),
    AT(TOUCH_RINGING) =
        TOUCHES "WHERE t.outcome = 0 AND t.due_utc > ?1 AND t.due_utc <= ?2 + ?4"
                " AND t.due_minute IS NOT NULL"
                " AND (t.due_utc <= ?2 OR (t.promise = 1 AND t.due_utc - ?4 > ?1))"
                " ORDER BY t.due_utc, t.id LIMIT ?3",
    AT(TOUCH_PLANNED) =
        "SELECT id, due_day, due_minute, zone, due_utc FROM touch NOT INDEXED"
        " WHERE id > ?1 AND outcome = 0 ORDER BY id LIMIT ?2",
    AT(TOUCH_RENEW) = "UPDATE touch SET due_utc = ?2 WHERE id = ?1",
    AT(TOUCH_COUNT) =
        "SELECT count(*) FROM touch WHERE outcome = 0 AND due_utc >= ?1 AND due_utc < ?2",
    AT(TOUCH_COUNT_UP_TO) =
        "SELECT count(*) FROM (SELECT 1 FROM touch WHERE outcome = 0 AND due_utc >= ?1"
        " AND due_utc < ?2 LIMIT ?3)",
    AT(TOUCH_POST) =
        FORWARD(TOUCHES_IN("touch t INDEXED BY touch_post"), POST, "t.due_utc", "t.id"),
    AT(TOUCH_POST_BACK) =
        BACK(TOUCHES_IN("touch t INDEXED BY touch_post"), POST, "t.due_utc", "t.id"),
    AT(TOUCH_POST_COUNT) =
        "SELECT count(*) FROM (SELECT 1 FROM touch t INDEXED BY touch_post " POST
        " AND t.due_utc < ?1 LIMIT ?3)",
    AT(TOUCH_PROMISED) = TOUCHES_ALONE("touch t INDEXED BY touch_promise") PROMISED
    " ORDER BY t.due_utc, t.id LIMIT ?3",
    AT(TOUCH_PROMISED_COUNT) =
        "SELECT count(*) FROM (SELECT 1 FROM touch t INDEXED BY touch_promise " PROMISED
        " LIMIT ?3)",
    AT(TOUCH_MISSED_COUNT) =
        "SELECT count(*) FROM (SELECT 1 FROM touch t INDEXED BY touch_promise " PROMISED
        " AND t.direction = 0 AND (t.due_minute IS NOT NULL OR t.due_utc < ?2) LIMIT ?3)",
    AT(TOUCH_CALLS) = TOUCHES_ALONE("touch t INDEXED BY touch_call") CALLS
    " ORDER BY t.due_utc, t.id LIMIT ?3",
    AT(TOUCH_CALLS_COUNT) =
        "SELECT count(*) FROM (SELECT 1 FROM touch t INDEXED BY touch_call " CALLS
        " LIMIT ?3)",
    AT(TOUCH_RETURNS) = TOUCHES_ALONE(
        "touch t INDEXED BY touch_return") "WHERE t.outcome = 0 AND t.promise = 0 AND "
                                           "t.channel = 0 AND t.cause = 2"
                                           " AND t.due_utc < ?1 ORDER BY t.due_utc, t.id "
                                           "LIMIT ?3",
    /* Person by person; what a calendar says of them and their last note beside it. */
    AT(TOUCH_PUBLISHED) =
        "SELECT " TOUCH_COLUMNS ", c.title, o.written_utc, o.text,"
        " EXISTS (SELECT 1 FROM absence a WHERE a.contact_id = t.contact_id"
        " AND a.state = 1 AND a.kind = 1)"
        " FROM touch t INDEXED BY touch_next" TOUCH_JOINS
        "LEFT JOIN note o ON o.id = (SELECT l.id FROM note l WHERE l.contact_id ="
        " t.contact_id ORDER BY l.written_utc DESC, l.id DESC LIMIT 1)"
        " WHERE t.outcome = 0 AND (t.contact_id, t.due_utc, t.id) > (?1, ?2, ?4)"
        " AND c.do_not_contact = 0 ORDER BY t.contact_id, t.due_utc, t.id LIMIT ?3",
    AT(TOUCH_ZONE) = "SELECT zone, due_utc FROM touch WHERE outcome = 0 AND zone > ?1"
                     " ORDER BY zone, due_utc LIMIT 1",
    AT(TOUCH_SEQUENCE) =
        "UPDATE touch_identity SET sequence = ?2 WHERE touch_id = ?1 AND sequence < ?2",
    AT(TOUCH_IDENTITY) =
        "INSERT INTO touch_identity (touch_id, sequence, changed_utc) VALUES (?1, 0, ?2)"
        " ON CONFLICT (touch_id) DO UPDATE SET sequence = sequence + 1, changed_utc = ?2",
    AT(TOUCH_IDENTITIES) =
        "UPDATE touch_identity SET sequence = sequence + 1, changed_utc = ?2"
        " WHERE touch_id IN (SELECT id FROM touch WHERE contact_id = ?1 AND outcome = 0)",
    AT(ABSENCE_BY_ID) = ABSENCES "WHERE a.id = ?1",
    AT(ABSENCE_OF) = ABSENCES "WHERE a.contact_id = ?1 AND NOT EXISTS"
                              " (SELECT 1 FROM doubt d WHERE d.absence_id = a.id)"
                              " ORDER BY a.received_utc DESC, a.id DESC",
    AT(ABSENCE_WINDOW) = FORWARD(ABSENCES, CURRENT, "a.back_order", "a.id"),
    AT(ABSENCE_WINDOW_BACK) =
        BACK(ABSENCES, CURRENT " AND a.back_order > ?4", "a.back_order", "a.id"),
    AT(ABSENCE_WINDOW_FIRST) = FIRST(ABSENCES, CURRENT, "a.back_order", "a.id"),
    AT(ABSENCE_ON_DAY) = FORWARD(ABSENCES, CURRENT ON_DAY, "a.back_order", "a.id"),
    AT(ABSENCE_ON_DAY_BACK) = BACK(ABSENCES, CURRENT ON_DAY, "a.back_order", "a.id"),
    AT(ABSENCE_PROPOSED) = ABSENCES
    "WHERE (a.state = 0 OR (a.state IN (1, 3) AND a.questions > 0)) AND a.id > ?1"
    " ORDER BY a.id LIMIT ?3",
    AT(COVERS_OF) =
        "SELECT name, mail, phone, matter, id FROM cover WHERE absence_id = ?1"
        " ORDER BY position",
    AT(EVIDENCE_OF) =
        "SELECT field, place, start, length, words, certainty, id FROM evidence"
        " WHERE absence_id = ?1 ORDER BY position",
    AT(MESSAGE_SEEN) =
        "SELECT coalesce(absence_id, 0) FROM message WHERE message_id = ?1",
    AT(NOTE_BY_ID) = NOTES "WHERE id = ?1",
    AT(NOTE_WINDOW) = NOTES "WHERE contact_id = ?4 AND (written_utc, id) < (?1, ?2)"
                            " ORDER BY written_utc DESC, id DESC LIMIT ?3",
    AT(TIMELINE_TOUCH) =
        "SELECT done_utc, id FROM touch WHERE contact_id = ?4 AND outcome <> 0"
        " AND (done_utc, id) < (?1, ?2) ORDER BY done_utc DESC, id DESC LIMIT ?3",
    AT(TIMELINE_NOTE) = "SELECT written_utc, id FROM note WHERE contact_id = ?4"
                        " AND (written_utc, id) < (?1, ?2)"
                        " ORDER BY written_utc DESC, id DESC LIMIT ?3",
    AT(TIMELINE_ABSENCE) = "SELECT received_utc, id FROM absence a WHERE contact_id = ?4"
                           " AND (received_utc, id) < (?1, ?2) AND NOT EXISTS"
                           " (SELECT 1 FROM doubt d WHERE d.absence_id = a.id)"
                           " ORDER BY received_utc DESC, id DESC LIMIT ?3",
    AT(TIMELINE_MESSAGE) = "SELECT used_utc, id FROM script WHERE contact_id = ?4"
                           " AND used_utc IS NOT NULL AND touch_id IS NULL"
                           " AND (used_utc, id) < (?1, ?2)"
                           " ORDER BY used_utc DESC, id DESC LIMIT ?3",
    AT(DOUBT_OF) = "SELECT id FROM doubt WHERE absence_id = ?1",
    AT(ANSWERS_OF) = "SELECT id, touch_id, question, choice, answered_utc FROM answer"
                     " WHERE absence_id = ?1 ORDER BY id",
    AT(TAGS_OF) = "SELECT name FROM tag WHERE contact_id = ?1 ORDER BY folded_name",
    AT(TAG_FIND) = "SELECT id FROM tag WHERE contact_id = ?1 AND folded_name = ?2",
    /* From one name to the next by the index, whoever bears it; a blob stands behind
       every text. */
    AT(TAG_NAMES) =
        "WITH RECURSIVE name (folded) AS (SELECT min(folded_name) FROM tag WHERE"
        " folded_name >= ?1 AND folded_name < ?1 || x'F48FBFBF' UNION ALL"
        " SELECT (SELECT min(folded_name) FROM tag WHERE folded_name > folded"
        " AND folded_name < ?1 || x'F48FBFBF') FROM name WHERE folded IS NOT NULL"
        " LIMIT ?2 + 1) SELECT (SELECT t.name FROM tag t WHERE t.folded_name = folded"
        " ORDER BY t.contact_id LIMIT 1) FROM name WHERE folded IS NOT NULL LIMIT ?2",
    AT(LINK_SUCCESSOR) = "SELECT " LINKED " FROM link l"
                         " CROSS JOIN contact c ON c.id = l.to_id"
                         " WHERE l.from_id = ?1 AND l.kind = ?2 ORDER BY l.id",
    AT(LINK_ANY) = "SELECT EXISTS (SELECT 1 FROM link WHERE to_id = ?1 AND kind = ?2)",
    /* UNION takes nobody twice, so that it ends whatever the links say. */
    AT(LINK_PREDECESSORS) =
        "WITH RECURSIVE line (id) AS (SELECT ?1 UNION SELECT l.from_id FROM line"
        " CROSS JOIN link l ON l.to_id = line.id AND l.kind = ?2)"
        " SELECT " LINKED " FROM line CROSS JOIN contact c ON c.id = line.id"
        " WHERE c.id <> ?1",
    AT(NAMING_OF) = "SELECT id FROM naming WHERE touch_id = ?1",
    AT(NAMING_USES) =
        "SELECT iif(t.outcome = 0, t.due_utc, t.done_utc), t.outcome, t.contact_id"
        " FROM naming n INDEXED BY naming_contact CROSS JOIN touch t ON t.id = n.touch_id"
        " WHERE n.contact_id = ?1 AND n.kind IN (1, 2) AND t.id <> ?2"
        " ORDER BY n.id DESC LIMIT ?3",
    AT(MENTION_OF) = "SELECT id FROM mention WHERE script_id = ?1",
    AT(MENTION_USES) =
        "SELECT s.used_utc, s.contact_id FROM mention m INDEXED BY mention_contact"
        " CROSS JOIN script s ON s.id = m.script_id WHERE m.contact_id = ?1"
        " AND s.touch_id IS NOT ?2 ORDER BY m.id DESC LIMIT ?3",
    AT(BLOCKER_OF) = "SELECT id, kind, noted_utc FROM blocker WHERE contact_id = ?1",
    AT(LINK_FIND) = "SELECT id FROM link WHERE from_id = ?1 AND to_id = ?2 AND kind = ?3",
    AT(LINKS_OF) =
        "SELECT " LINKED ", l.id, l.kind, 1 FROM link l"
        " CROSS JOIN contact c ON c.id = l.to_id WHERE l.from_id = ?1 UNION ALL"
        " SELECT " LINKED ", l.id, l.kind, 0 FROM link l"
        " CROSS JOIN contact c ON c.id = l.from_id WHERE l.to_id = ?1"
        " ORDER BY 6, 5 LIMIT ?2",
    AT(WAITING_BY_ID) = WAITING("1") "WHERE w.id = ?1",
    AT(WAITING_KNOWN) = "SELECT EXISTS (SELECT 1 FROM waiting WHERE message_id = ?1)",
    AT(WAITING_WINDOW) =
        WAITING("CASE WHEN w.contact_id IS NOT NULL THEN"
                " (SELECT count(*) FROM waiting o WHERE " SAME_PERSON ")"
                " WHEN w.caller IS NOT NULL THEN"
                " (SELECT count(*) FROM waiting o WHERE " SAME_CALLER
                ") ELSE 1 END") "WHERE w.state = 0" OTHERS_FIRST(SAME_PERSON)
            OTHERS_FIRST(
                SAME_CALLER) " ORDER BY max(w.reached_utc, w.later_utc), w.id LIMIT ?1",
    AT(WAITING_OF) = WAITING("1") "WHERE w.state = 0 AND w.contact_id = ?1"
                                  " ORDER BY w.reached_utc, w.id",
    AT(WAITING_CALLER) = WAITING("1") "WHERE w.state = 0 AND w.contact_id IS NULL"
                                      " AND (w.id = ?1 OR w.caller = ?2)"
                                      " ORDER BY w.reached_utc, w.id",
    AT(WAITING_COUNT) =
        "SELECT count(*), coalesce(min(first), 0) FROM (SELECT min(reached_utc) AS first"
        " FROM (SELECT * FROM waiting WHERE state = 0"
        " ORDER BY max(reached_utc, later_utc), id LIMIT ?1)"
        " GROUP BY contact_id, CASE WHEN contact_id IS NULL THEN coalesce(caller, id)"
        " END)",
    AT(ITEM_BY_ID) = ITEMS "WHERE i.id = ?1",
    AT(ITEM_WINDOW) = ITEMS "WHERE i.retired = ?1 AND i.id > ?2 ORDER BY i.id LIMIT ?3",
    AT(ITEM_NOT_GIVEN) = ITEMS
    "WHERE i.retired = 0 AND (i.last_day IS NULL OR i.last_day >= ?2) AND NOT EXISTS"
    " (SELECT 1 FROM gift g WHERE g.contact_id = ?1 AND g.item_id = i.id)"
    " ORDER BY i.id LIMIT ?3",
    AT(GIFT_FIND) = "SELECT id FROM gift WHERE contact_id = ?1 AND item_id = ?2",
    AT(GIFT_ASTRAY) = "SELECT id FROM gift WHERE touch_id = ?1 AND contact_id <> ?2",
    AT(GIFT_OF_TOUCH) = "SELECT item_id FROM gift WHERE touch_id = ?1",
    AT(GIFTS_OF) =
        GIFTS("gift_contact") "WHERE g.contact_id = ?1 ORDER BY g.id DESC LIMIT ?2",
    AT(GIFTS_OF_ITEM) =
        GIFTS("gift_item") "WHERE g.item_id = ?1 ORDER BY g.touch_id DESC LIMIT ?2",
    AT(SCRIPT_BY_ID) = SCRIPTS "WHERE id = ?1",
    AT(SCRIPT_WINDOW) = SCRIPTS "WHERE contact_id IS NULL AND retired = ?1 AND id > ?2"
                                " ORDER BY id LIMIT ?3",
    AT(APPOINTMENT_OF) = "SELECT uid FROM appointment WHERE touch_id = ?1 LIMIT 1",
    AT(APPOINTMENT_FIND) = "SELECT id, touch_id FROM appointment WHERE uid = ?1",
    AT(SCRIPTS_OF) = SCRIPTS "WHERE contact_id = ?1 ORDER BY id DESC LIMIT ?2",
    AT(SCRIPT_OF_TOUCH) =
        SCRIPTS "WHERE touch_id = ?1 AND used_utc IS NOT NULL ORDER BY id DESC LIMIT 1",
    AT(DEALS_OF) = DEALS "WHERE d.contact_id = ?1 ORDER BY d.id DESC LIMIT ?2",
    AT(DEALS_SINCE) = DEALS "WHERE d.state = ?1 AND d.state_utc >= ?2"
                            " ORDER BY d.state_utc DESC, d.id DESC LIMIT ?3",
    AT(WINS) = "SELECT " TOUCHES_TO_WIN(
        "d.contact_id", "< ", "d.won_utc") " FROM deal d"
                                           " INDEXED BY deal_won WHERE d.won_utc IS NOT "
                                           "NULL AND d.state IN (1, 2)"
                                           " ORDER BY d.won_utc DESC LIMIT ?1",
    AT(TOUCHES_SO_FAR) = "SELECT " TOUCHES_TO_WIN("?1", "<= ", "?2"),
    AT(SETTLED_FIND) = "SELECT coalesce(max(settled_utc), 0) FROM settled"
                       " WHERE contact_id = ?1 AND play = ?2 AND cause_id = ?3",

    AT(OCCURRENCE_OF) = "SELECT id FROM occurrence WHERE touch_id = ?1",
    AT(EXCEPTIONS_OF) = "SELECT day, to_day, to_minute FROM exception"
                        " WHERE series_id = ?1 ORDER BY day LIMIT ?2",
    AT(COMING_OF) = "SELECT after_day, days, complete FROM coming WHERE series_id = ?1",
    AT(COMING_SET) = "INSERT INTO coming (series_id, after_day, days, complete)"
                     " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (series_id) DO UPDATE"
                     " SET after_day = ?2, days = ?3, complete = ?4",
    AT(AGREED_OF) = AGREED "WHERE place = ?1 ORDER BY href",
    AT(AGREED_BY_UUID) = AGREED "WHERE place = ?1 AND uuid = ?2 LIMIT 1",
    AT(AGREED_SET) =
        "INSERT INTO agreed (place, href, etag, uuid, content, core, title, day, utc)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (place, href) DO"
        " UPDATE SET etag = ?3, uuid = ?4, content = ?5, core = ?6, title = ?7,"
        " day = ?8, utc = ?9",
    AT(AGREED_FORGET) = "DELETE FROM agreed WHERE place = ?1 AND href = ?2",
    AT(PARTINGS) = PARTING "WHERE id > 0 ORDER BY id LIMIT ?1",
    AT(PARTING_OF) = PARTING "WHERE touch_id = ?1",
    AT(PARTING_COUNT) = "SELECT count(*) FROM parting WHERE id > 0",
    AT(SYNC_LOG_ADD) = "INSERT INTO sync_log (at_utc, words) VALUES (?1, ?2)",
    AT(SYNC_LOG_TRIM) =
        "DELETE FROM sync_log WHERE id <= (SELECT max(id) FROM sync_log) - ?1",
    AT(SYNC_LOG_READ) = "SELECT at_utc, words FROM sync_log"
                        " WHERE id > (SELECT max(id) FROM sync_log) - ?1 ORDER BY id",
};
