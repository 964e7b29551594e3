/* What the room knows of each journalled table, and its derived columns. */
#include <assert.h>
#include <string.h>

#include "index_text.h"
#include "rows.h"
#include "touchbase/base/text.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/inbound.h"

enum {
    CONTACT_NAME_CELL = 3,
    POINT_KIND_CELL = 3,
    POINT_VALUE_CELL = 4,
    TAG_NAME_CELL = 2,
    TOUCH_DIRECTION_CELL = 4,
    TOUCH_OUTCOME_CELL = 14
};

/* A cell as a string; one of an image has the next cell behind it. */
static const char *string_of(struct store *store, const struct cell *cell)
{
    return arena_copy(store->scratch, cell->text, cell->length);
}

static void derive_contact(struct store *store, sqlite3_stmt *s, const struct cell *cells)
{
    bind_text(s, 16,
              text_fold(store->scratch, string_of(store, &cells[CONTACT_NAME_CELL])));
}

static void derive_point(struct store *store, sqlite3_stmt *s, const struct cell *cells)
{
    enum point_kind kind = (enum point_kind)cells[POINT_KIND_CELL].number;
    bind_text(s, 7,
              point_match_key(store->scratch, kind,
                              string_of(store, &cells[POINT_VALUE_CELL])));
}

static void derive_touch(struct store *store, sqlite3_stmt *s, const struct cell *cells)
{
    (void)store;
    bind_number(s, 23,
                touch_is_contact((enum direction)cells[TOUCH_DIRECTION_CELL].number,
                                 (enum outcome)cells[TOUCH_OUTCOME_CELL].number));
}

static void derive_tag(struct store *store, sqlite3_stmt *s, const struct cell *cells)
{
    bind_text(s, 4, text_fold(store->scratch, string_of(store, &cells[TAG_NAME_CELL])));
}

static const struct table_info tables[] = {
    [TABLE_CONTACT] = {.name = "contact",
                       .kind = RECORD_CONTACT,
                       .cells = 15,
                       .tail = 21,
                       .contact = 0,
                       .ignored = 13,
                       .insert = STATEMENT_CONTACT_INSERT,
                       .derive = derive_contact},
    [TABLE_POINT] = {.name = "point",
                     .kind = RECORD_CONTACT,
                     .cells = 6,
                     .contact = 1,
                     .ignored = -1,
                     .insert = STATEMENT_POINT_INSERT,
                     .derive = derive_point},
    [TABLE_ABSENCE] = {.name = "absence",
                       .kind = RECORD_ABSENCE,
                       .cells = 20,
                       .tail = 20,
                       .contact = 2,
                       .ignored = -1,
                       .insert = STATEMENT_ABSENCE_INSERT},
    [TABLE_COVER] = {.name = "cover",
                     .kind = RECORD_ABSENCE,
                     .cells = 7,
                     .contact = -1,
                     .ignored = -1,
                     .insert = STATEMENT_COVER_INSERT},
    [TABLE_EVIDENCE] = {.name = "evidence",
                        .kind = RECORD_ABSENCE,
                        .cells = 9,
                        .contact = -1,
                        .ignored = -1,
                        .insert = STATEMENT_EVIDENCE_INSERT},
    [TABLE_MESSAGE] = {.name = "message",
                       .kind = RECORD_ABSENCE,
                       .cells = 4,
                       .contact = -1,
                       .ignored = -1,
                       .insert = STATEMENT_MESSAGE_INSERT},
    [TABLE_TOUCH] = {.name = "touch",
                     .kind = RECORD_TOUCH,
                     .cells = 22,
                     .contact = 2,
                     .ignored = -1,
                     .insert = STATEMENT_TOUCH_INSERT,
                     .derive = derive_touch},
    [TABLE_NOTE] = {.name = "note",
                    .kind = RECORD_NOTE,
                    .cells = 6,
                    .contact = 2,
                    .ignored = -1,
                    .insert = STATEMENT_NOTE_INSERT},
    [TABLE_LINK] = {.name = "link",
                    .kind = RECORD_CONTACT,
                    .cells = 6,
                    .contact = 3,
                    .ignored = -1,
                    .insert = STATEMENT_LINK_INSERT},
    [TABLE_DOUBT] = {.name = "doubt",
                     .kind = RECORD_ABSENCE,
                     .cells = 3,
                     .contact = -1,
                     .ignored = -1,
                     .insert = STATEMENT_DOUBT_INSERT},
    [TABLE_ANSWER] = {.name = "answer",
                      .kind = RECORD_ABSENCE,
                      .cells = 6,
                      .contact = -1,
                      .ignored = -1,
                      .insert = STATEMENT_ANSWER_INSERT},
    [TABLE_TAG] = {.name = "tag",
                   .kind = RECORD_CONTACT,
                   .cells = 3,
                   .contact = 1,
                   .ignored = -1,
                   .insert = STATEMENT_TAG_INSERT,
                   .derive = derive_tag},
    [TABLE_WAITING] = {.name = "waiting",
                       .kind = RECORD_WAITING,
                       .cells = 12,
                       .contact = 2,
                       .ignored = -1,
                       .insert = STATEMENT_WAITING_INSERT},
    [TABLE_TALK] = {.name = "talk",
                    .kind = RECORD_TOUCH,
                    .cells = 3,
                    .contact = -1,
                    .ignored = -1,
                    .insert = STATEMENT_TALK_INSERT},
    [TABLE_ITEM] = {.name = "item",
                    .kind = RECORD_ITEM,
                    .cells = 11,
                    .contact = -1,
                    .ignored = -1,
                    .insert = STATEMENT_ITEM_INSERT},
    [TABLE_GIFT] = {.name = "gift",
                    .kind = RECORD_ITEM,
                    .cells = 4,
                    .contact = 2,
                    .ignored = -1,
                    .insert = STATEMENT_GIFT_INSERT},
    [TABLE_SCRIPT] = {.name = "script",
                      .kind = RECORD_SCRIPT,
                      .cells = 9,
                      .contact = 2,
                      .ignored = -1,
                      .insert = STATEMENT_SCRIPT_INSERT},
    [TABLE_DEAL] = {.name = "deal",
                    .kind = RECORD_DEAL,
                    .cells = 8,
                    .contact = 2,
                    .ignored = -1,
                    .insert = STATEMENT_DEAL_INSERT},
    [TABLE_SETTLED] = {.name = "settled",
                       .kind = RECORD_DEAL,
                       .cells = 5,
                       .contact = 1,
                       .ignored = -1,
                       .insert = STATEMENT_SETTLED_INSERT},
    [TABLE_APPOINTMENT] = {.name = "appointment",
                           .kind = RECORD_TOUCH,
                           .cells = 3,
                           .contact = -1,
                           .ignored = -1,
                           .insert = STATEMENT_APPOINTMENT_INSERT},
    [TABLE_PARTING] = {.name = "parting",
                       .kind = RECORD_TOUCH,
                       .cells = 8,
                       .contact = 1,
                       .ignored = -1,
                       .insert = STATEMENT_PARTING_INSERT},
    [TABLE_NAMING] = {.name = "naming",
                      .kind = RECORD_TOUCH,
                      .cells = 4,
                      .contact = -1,
                      .ignored = -1,
                      .insert = STATEMENT_NAMING_INSERT},
    [TABLE_BLOCKER] = {.name = "blocker",
                       .kind = RECORD_CONTACT,
                       .cells = 4,
                       .contact = 1,
                       .ignored = -1,
                       .insert = STATEMENT_BLOCKER_INSERT},
    [TABLE_MENTION] = {.name = "mention",
                       .kind = RECORD_SCRIPT,
                       .cells = 3,
                       .contact = -1,
                       .ignored = -1,
                       .insert = STATEMENT_MENTION_INSERT},
    [TABLE_SERIES] = {.name = "series",
                      .kind = RECORD_TOUCH,
                      .cells = 6,
                      .contact = -1,
                      .ignored = -1,
                      .insert = STATEMENT_SERIES_INSERT},
    [TABLE_OCCURRENCE] = {.name = "occurrence",
                          .kind = RECORD_TOUCH,
                          .cells = 4,
                          .contact = -1,
                          .ignored = -1,
                          .insert = STATEMENT_OCCURRENCE_INSERT},
    [TABLE_EXCEPTION] = {.name = "exception",
                         .kind = RECORD_TOUCH,
                         .cells = 5,
                         .contact = -1,
                         .ignored = -1,
                         .insert = STATEMENT_EXCEPTION_INSERT},
};

static_assert(sizeof tables / sizeof tables[0] == TABLE_COUNT, "a row for each table");

const struct table_info *table_info(enum table table)
{
    return &tables[table];
}

int table_from_name(const char *name)
{
    for (int i = 0; i < TABLE_COUNT; i++) {
        if (strcmp(tables[i].name, name) == 0)
            return i;
    }
    return -1;
}
