/* The four statements of each journalled table: all its recorded columns in the order of
 * its row in tables.c, then the derived ones. */
#include "statement_texts.h"

const char *const statement_texts_row[STATEMENT_ROW_END] = {
    [STATEMENT_NONE] = "SELECT 0",

    [STATEMENT_CONTACT_INSERT] =
        "INSERT INTO contact (id, uuid, uid, name, given, family, company, title, city, "
        "zone, stage,"
        " do_not_contact, created_utc, changed_utc, card, folded_name, clock_utc)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
        "?13)",
    [STATEMENT_CONTACT_UPDATE] =
        "UPDATE contact SET uuid = ?2, uid = ?3, name = ?4, given = ?5, family = ?6, "
        "company = ?7,"
        " title = ?8, city = ?9, zone = ?10, stage = ?11, do_not_contact = ?12, "
        "created_utc = ?13,"
        " changed_utc = ?14, card = ?15, folded_name = ?16,"
        " clock_utc = coalesce(last_contact_utc, ?13) WHERE id = ?1",
    [STATEMENT_CONTACT_DELETE] = "DELETE FROM contact WHERE id = ?1",
    [STATEMENT_CONTACT_LOAD] =
        "SELECT id, uuid, uid, name, given, family, company, title, city, zone, stage,"
        " do_not_contact, created_utc, changed_utc, card FROM contact WHERE id = ?1",

    [STATEMENT_POINT_INSERT] =
        "INSERT INTO point (id, contact_id, position, kind, value, label, match_key)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [STATEMENT_POINT_UPDATE] =
        "UPDATE point SET contact_id = ?2, position = ?3, kind = ?4, value = ?5,"
        " label = ?6, match_key = ?7 WHERE id = ?1",
    [STATEMENT_POINT_DELETE] = "DELETE FROM point WHERE id = ?1",
    [STATEMENT_POINT_LOAD] =
        "SELECT id, contact_id, position, kind, value, label FROM point WHERE id = ?1",

    [STATEMENT_ABSENCE_INSERT] = "INSERT INTO absence (id, uuid, contact_id, message_id, "
                                 "received_utc, received_day, subject,"
                                 " kind, first_day, back, back_minute, reason, hospital, "
                                 "place, whose, heard_whole, state,"
                                 " created_utc, questions, verbatim, back_order)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                                 "?12, ?13, ?14, ?15, ?16, ?17, ?18,"
                                 " ?19, ?20, coalesce(?10, 2147483647))",
    [STATEMENT_ABSENCE_UPDATE] =
        "UPDATE absence SET uuid = ?2, contact_id = ?3, "
        "message_id = ?4, received_utc = ?5,"
        " received_day = ?6, subject = ?7, kind = ?8, first_day "
        "= ?9, back = ?10, back_minute = ?11,"
        " reason = ?12, hospital = ?13, place = ?14, whose = "
        "?15, heard_whole = ?16, state = ?17,"
        " created_utc = ?18, questions = ?19, verbatim = ?20, back_order = "
        "coalesce(?10, 2147483647) WHERE id = ?1",
    [STATEMENT_ABSENCE_DELETE] = "DELETE FROM absence WHERE id = ?1",
    [STATEMENT_ABSENCE_LOAD] =
        "SELECT id, uuid, contact_id, message_id, received_utc, "
        "received_day, subject, kind,"
        " first_day, back, back_minute, reason, hospital, place, "
        "whose, heard_whole, state,"
        " created_utc, questions, verbatim FROM absence WHERE id = ?1",

    [STATEMENT_COVER_INSERT] =
        "INSERT INTO cover (id, absence_id, position, name, mail, phone, matter)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [STATEMENT_COVER_UPDATE] =
        "UPDATE cover SET absence_id = ?2, position = ?3, name = ?4, mail = ?5,"
        " phone = ?6, matter = ?7 WHERE id = ?1",
    [STATEMENT_COVER_DELETE] = "DELETE FROM cover WHERE id = ?1",
    [STATEMENT_COVER_LOAD] = "SELECT id, absence_id, position, name, mail, phone, matter "
                             "FROM cover WHERE id = ?1",

    [STATEMENT_EVIDENCE_INSERT] =
        "INSERT INTO evidence (id, absence_id, position, field, place, start, length, "
        "words,"
        " certainty) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [STATEMENT_EVIDENCE_UPDATE] =
        "UPDATE evidence SET absence_id = ?2, position = ?3, field = ?4, place = ?5, "
        "start = ?6,"
        " length = ?7, words = ?8, certainty = ?9 WHERE id = ?1",
    [STATEMENT_EVIDENCE_DELETE] = "DELETE FROM evidence WHERE id = ?1",
    [STATEMENT_EVIDENCE_LOAD] =
        "SELECT id, absence_id, position, field, place, start, length, words,"
        " certainty FROM evidence WHERE id = ?1",

    [STATEMENT_MESSAGE_INSERT] =
        "INSERT INTO message (id, message_id, absence_id, seen_utc)"
        " VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_MESSAGE_UPDATE] = "UPDATE message SET message_id = ?2, absence_id = ?3, "
                                 "seen_utc = ?4 WHERE id = ?1",
    [STATEMENT_MESSAGE_DELETE] = "DELETE FROM message WHERE id = ?1",
    [STATEMENT_MESSAGE_LOAD] =
        "SELECT id, message_id, absence_id, seen_utc FROM message WHERE id = ?1",

    [STATEMENT_TOUCH_INSERT] =
        "INSERT INTO touch (id, uuid, contact_id, channel, direction, due_day, "
        "due_minute, zone,"
        " due_utc, done_utc, purpose, opener, draft, promise, outcome, cause, "
        "absence_id, moved,"
        " before_day, before_minute, before_opener, created_utc, contact_made)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
        "?17, ?18,"
        " ?19, ?20, ?21, ?22, ?23)",
    [STATEMENT_TOUCH_UPDATE] =
        "UPDATE touch SET uuid = ?2, contact_id = ?3, channel = ?4, direction = ?5, "
        "due_day = ?6,"
        " due_minute = ?7, zone = ?8, due_utc = ?9, done_utc = ?10, purpose = ?11, "
        "opener = ?12,"
        " draft = ?13, promise = ?14, outcome = ?15, cause = ?16, absence_id = ?17, "
        "moved = ?18,"
        " before_day = ?19, before_minute = ?20, before_opener = ?21, created_utc = ?22,"
        " contact_made = ?23 WHERE id = ?1",
    [STATEMENT_TOUCH_DELETE] = "DELETE FROM touch WHERE id = ?1",
    [STATEMENT_TOUCH_LOAD] =
        "SELECT id, uuid, contact_id, channel, direction, due_day, due_minute, zone, "
        "due_utc,"
        " done_utc, purpose, opener, draft, promise, outcome, cause, absence_id, moved, "
        "before_day,"
        " before_minute, before_opener, created_utc FROM touch WHERE id = ?1",

    [STATEMENT_NOTE_INSERT] =
        "INSERT INTO note (id, uuid, contact_id, touch_id, written_utc, text)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [STATEMENT_NOTE_UPDATE] = "UPDATE note SET uuid = ?2, contact_id = ?3, touch_id = ?4,"
                              " written_utc = ?5, text = ?6 WHERE id = ?1",
    [STATEMENT_NOTE_DELETE] = "DELETE FROM note WHERE id = ?1",
    [STATEMENT_NOTE_LOAD] = "SELECT id, uuid, contact_id, touch_id, written_utc, text "
                            "FROM note WHERE id = ?1",

    [STATEMENT_LINK_INSERT] =
        "INSERT INTO link (id, uuid, kind, from_id, to_id, created_utc)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [STATEMENT_LINK_UPDATE] = "UPDATE link SET uuid = ?2, kind = ?3, from_id = ?4,"
                              " to_id = ?5, created_utc = ?6 WHERE id = ?1",
    [STATEMENT_LINK_DELETE] = "DELETE FROM link WHERE id = ?1",
    [STATEMENT_LINK_LOAD] = "SELECT id, uuid, kind, from_id, to_id, created_utc "
                            "FROM link WHERE id = ?1",

    [STATEMENT_DOUBT_INSERT] =
        "INSERT INTO doubt (id, absence_id, mail) VALUES (?1, ?2, ?3)",
    [STATEMENT_DOUBT_UPDATE] =
        "UPDATE doubt SET absence_id = ?2, mail = ?3 WHERE id = ?1",
    [STATEMENT_DOUBT_DELETE] = "DELETE FROM doubt WHERE id = ?1",
    [STATEMENT_DOUBT_LOAD] = "SELECT id, absence_id, mail FROM doubt WHERE id = ?1",

    [STATEMENT_ANSWER_INSERT] =
        "INSERT INTO answer (id, absence_id, touch_id, question, choice, answered_utc)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [STATEMENT_ANSWER_UPDATE] =
        "UPDATE answer SET absence_id = ?2, touch_id = ?3, question = ?4, choice = ?5,"
        " answered_utc = ?6 WHERE id = ?1",
    [STATEMENT_ANSWER_DELETE] = "DELETE FROM answer WHERE id = ?1",
    [STATEMENT_ANSWER_LOAD] =
        "SELECT id, absence_id, touch_id, question, choice, answered_utc "
        "FROM answer WHERE id = ?1",

    [STATEMENT_TAG_INSERT] = "INSERT INTO tag (id, contact_id, name, folded_name)"
                             " VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_TAG_UPDATE] =
        "UPDATE tag SET contact_id = ?2, name = ?3, folded_name = ?4 WHERE id = ?1",
    [STATEMENT_TAG_DELETE] = "DELETE FROM tag WHERE id = ?1",
    [STATEMENT_TAG_LOAD] = "SELECT id, contact_id, name FROM tag WHERE id = ?1",

    [STATEMENT_WAITING_INSERT] =
        "INSERT INTO waiting (id, uuid, contact_id, touch_id, caller, text, kind,"
        " reached_utc, state, answered_utc, later_utc, message_id)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    [STATEMENT_WAITING_UPDATE] =
        "UPDATE waiting SET uuid = ?2, contact_id = ?3, touch_id = ?4, caller = ?5,"
        " text = ?6, kind = ?7, reached_utc = ?8, state = ?9, answered_utc = ?10,"
        " later_utc = ?11, message_id = ?12 WHERE id = ?1",
    [STATEMENT_WAITING_DELETE] = "DELETE FROM waiting WHERE id = ?1",
    [STATEMENT_WAITING_LOAD] =
        "SELECT id, uuid, contact_id, touch_id, caller, text, kind, reached_utc, state,"
        " answered_utc, later_utc, message_id FROM waiting WHERE id = ?1",

    [STATEMENT_TALK_INSERT] =
        "INSERT INTO talk (id, touch_id, seconds) VALUES (?1, ?2, ?3)",
    [STATEMENT_TALK_UPDATE] = "UPDATE talk SET touch_id = ?2, seconds = ?3 WHERE id = ?1",
    [STATEMENT_TALK_DELETE] = "DELETE FROM talk WHERE id = ?1",
    [STATEMENT_TALK_LOAD] = "SELECT id, touch_id, seconds FROM talk WHERE id = ?1",
    [STATEMENT_ITEM_INSERT] =
        "INSERT INTO item (id, uuid, title, link, topic, channel, tags, gain, last_day,"
        " retired, created_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [STATEMENT_ITEM_UPDATE] =
        "UPDATE item SET uuid = ?2, title = ?3, link = ?4, topic = ?5, channel = ?6,"
        " tags = ?7, gain = ?8, last_day = ?9, retired = ?10, created_utc = ?11"
        " WHERE id = ?1",
    [STATEMENT_ITEM_DELETE] = "DELETE FROM item WHERE id = ?1",
    [STATEMENT_ITEM_LOAD] =
        "SELECT id, uuid, title, link, topic, channel, tags, gain, last_day, retired,"
        " created_utc FROM item WHERE id = ?1",

    [STATEMENT_GIFT_INSERT] =
        "INSERT INTO gift (id, item_id, contact_id, touch_id) VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_GIFT_UPDATE] =
        "UPDATE gift SET item_id = ?2, contact_id = ?3, touch_id = ?4 WHERE id = ?1",
    [STATEMENT_GIFT_DELETE] = "DELETE FROM gift WHERE id = ?1",
    [STATEMENT_GIFT_LOAD] =
        "SELECT id, item_id, contact_id, touch_id FROM gift WHERE id = ?1",

    [STATEMENT_NAMING_INSERT] =
        "INSERT INTO naming (id, touch_id, contact_id, kind) VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_NAMING_UPDATE] =
        "UPDATE naming SET touch_id = ?2, contact_id = ?3, kind = ?4 WHERE id = ?1",
    [STATEMENT_NAMING_DELETE] = "DELETE FROM naming WHERE id = ?1",
    [STATEMENT_NAMING_LOAD] =
        "SELECT id, touch_id, contact_id, kind FROM naming WHERE id = ?1",
    [STATEMENT_BLOCKER_INSERT] =
        "INSERT INTO blocker (id, contact_id, kind, noted_utc) VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_BLOCKER_UPDATE] =
        "UPDATE blocker SET contact_id = ?2, kind = ?3, noted_utc = ?4 WHERE id = ?1",
    [STATEMENT_BLOCKER_DELETE] = "DELETE FROM blocker WHERE id = ?1",
    [STATEMENT_BLOCKER_LOAD] =
        "SELECT id, contact_id, kind, noted_utc FROM blocker WHERE id = ?1",
    [STATEMENT_SCRIPT_INSERT] =
        "INSERT INTO script (id, uuid, contact_id, touch_id, channel, text, retired,"
        " used_utc, created_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [STATEMENT_SCRIPT_UPDATE] =
        "UPDATE script SET uuid = ?2, contact_id = ?3, touch_id = ?4, channel = ?5,"
        " text = ?6, retired = ?7, used_utc = ?8, created_utc = ?9 WHERE id = ?1",
    [STATEMENT_SCRIPT_DELETE] = "DELETE FROM script WHERE id = ?1",
    [STATEMENT_SCRIPT_LOAD] =
        "SELECT id, uuid, contact_id, touch_id, channel, text, retired, used_utc,"
        " created_utc FROM script WHERE id = ?1",

    [STATEMENT_DEAL_INSERT] =
        "INSERT INTO deal (id, uuid, contact_id, amount, state, state_utc, won_utc,"
        " created_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [STATEMENT_DEAL_UPDATE] =
        "UPDATE deal SET uuid = ?2, contact_id = ?3, amount = ?4, state = ?5,"
        " state_utc = ?6, won_utc = ?7, created_utc = ?8 WHERE id = ?1",
    [STATEMENT_DEAL_DELETE] = "DELETE FROM deal WHERE id = ?1",
    [STATEMENT_DEAL_LOAD] =
        "SELECT id, uuid, contact_id, amount, state, state_utc, won_utc, created_utc"
        " FROM deal WHERE id = ?1",

    [STATEMENT_SETTLED_INSERT] =
        "INSERT INTO settled (id, contact_id, play, cause_id, settled_utc)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
    [STATEMENT_SETTLED_UPDATE] =
        "UPDATE settled SET contact_id = ?2, play = ?3, cause_id = ?4, settled_utc = ?5"
        " WHERE id = ?1",
    [STATEMENT_SETTLED_DELETE] = "DELETE FROM settled WHERE id = ?1",
    [STATEMENT_SETTLED_LOAD] =
        "SELECT id, contact_id, play, cause_id, settled_utc FROM settled WHERE id = ?1",

    [STATEMENT_APPOINTMENT_INSERT] =
        "INSERT INTO appointment (id, uid, touch_id) VALUES (?1, ?2, ?3)",
    [STATEMENT_APPOINTMENT_UPDATE] =
        "UPDATE appointment SET uid = ?2, touch_id = ?3 WHERE id = ?1",
    [STATEMENT_APPOINTMENT_DELETE] = "DELETE FROM appointment WHERE id = ?1",
    [STATEMENT_APPOINTMENT_LOAD] =
        "SELECT id, uid, touch_id FROM appointment WHERE id = ?1",
    [STATEMENT_PARTING_INSERT] =
        "INSERT INTO parting (id, contact_id, touch_id, kind, title, due_day, due_minute,"
        " asked_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [STATEMENT_PARTING_UPDATE] =
        "UPDATE parting SET contact_id = ?2, touch_id = ?3, kind = ?4, title = ?5,"
        " due_day = ?6, due_minute = ?7, asked_utc = ?8 WHERE id = ?1",
    [STATEMENT_PARTING_DELETE] = "DELETE FROM parting WHERE id = ?1",
    [STATEMENT_PARTING_LOAD] =
        "SELECT id, contact_id, touch_id, kind, title, due_day, due_minute, asked_utc"
        " FROM parting WHERE id = ?1",

    [STATEMENT_MENTION_INSERT] =
        "INSERT INTO mention (id, script_id, contact_id) VALUES (?1, ?2, ?3)",
    [STATEMENT_MENTION_UPDATE] =
        "UPDATE mention SET script_id = ?2, contact_id = ?3 WHERE id = ?1",
    [STATEMENT_MENTION_DELETE] = "DELETE FROM mention WHERE id = ?1",
    [STATEMENT_MENTION_LOAD] =
        "SELECT id, script_id, contact_id FROM mention WHERE id = ?1",
    [STATEMENT_SERIES_INSERT] =
        "INSERT INTO series (id, uuid, rule, start_day, start_minute, zone)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [STATEMENT_SERIES_UPDATE] =
        "UPDATE series SET uuid = ?2, rule = ?3, start_day = ?4, start_minute = ?5,"
        " zone = ?6 WHERE id = ?1",
    [STATEMENT_SERIES_DELETE] = "DELETE FROM series WHERE id = ?1",
    [STATEMENT_SERIES_LOAD] =
        "SELECT id, uuid, rule, start_day, start_minute, zone FROM series WHERE id = ?1",
    [STATEMENT_OCCURRENCE_INSERT] =
        "INSERT INTO occurrence (id, touch_id, series_id, day) VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_OCCURRENCE_UPDATE] =
        "UPDATE occurrence SET touch_id = ?2, series_id = ?3, day = ?4 WHERE id = ?1",
    [STATEMENT_OCCURRENCE_DELETE] = "DELETE FROM occurrence WHERE id = ?1",
    [STATEMENT_OCCURRENCE_LOAD] =
        "SELECT id, touch_id, series_id, day FROM occurrence WHERE id = ?1",
    [STATEMENT_EXCEPTION_INSERT] =
        "INSERT INTO exception (id, series_id, day, to_day, to_minute)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
    [STATEMENT_EXCEPTION_UPDATE] =
        "UPDATE exception SET series_id = ?2, day = ?3, to_day = ?4, to_minute = ?5"
        " WHERE id = ?1",
    [STATEMENT_EXCEPTION_DELETE] = "DELETE FROM exception WHERE id = ?1",
    [STATEMENT_EXCEPTION_LOAD] =
        "SELECT id, series_id, day, to_day, to_minute FROM exception WHERE id = ?1",
};
