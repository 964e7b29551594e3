/* Every record, field by field, and the ways to find it. */
#include "fixture.h"

#include "touchbase/store/absences.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/links.h"
#include "touchbase/store/settings.h"
#include "touchbase/store/timeline.h"

static struct contact full_contact(struct point *points)
{
    points[0] = (struct point){POINT_MAIL, "Ana.Ruiz@Brio.example", "work"};
    points[1] = (struct point){POINT_PHONE, "+49 (170) 123 45 67", NULL};
    points[2] = (struct point){POINT_ADDRESS, "Calle 1\n28001 Madrid", "home"};
    return (struct contact){.uid = "card-1",
                            .name = "Ana Ruíz",
                            .given = "Ana",
                            .family = "Ruíz",
                            .company = "Brío",
                            .title = "Buyer",
                            .city = "Madrid",
                            .zone = "Europe/Madrid",
                            .card = "X-KEEP:this\n",
                            .stage = STAGE_CUSTOMER,
                            .do_not_contact = true,
                            .points = points,
                            .point_count = 3,
                            .created_utc = NOW - 5,
                            .changed_utc = NOW};
}

static size_t find(struct fixture *f, enum contact_find by, const char *text,
                   int64_t *first)
{
    int64_t *ids;
    size_t count;
    must(contacts_find(f->store, by, text, 10, f->arena, &ids, &count, &f->err));
    if (first != NULL)
        *first = count > 0 ? ids[0] : 0;
    return count;
}

static void a_contact_field_by_field(void **state)
{
    struct fixture *f = *state;
    struct point points[3];
    struct contact ana = full_contact(points);
    begin(f, "add");
    must(contact_insert(f->store, f->arena, &ana, &f->err));
    commit(f);
    fixture_reopen(f);
    struct contact *back = get_contact(f, ana.id);
    assert_string_equal(back->uuid, ana.uuid);
    assert_string_equal(back->uid, "card-1");
    assert_string_equal(back->name, "Ana Ruíz");
    assert_string_equal(back->given, "Ana");
    assert_string_equal(back->family, "Ruíz");
    assert_string_equal(back->company, "Brío");
    assert_string_equal(back->title, "Buyer");
    assert_string_equal(back->city, "Madrid");
    assert_string_equal(back->zone, "Europe/Madrid");
    assert_string_equal(back->card, "X-KEEP:this\n");
    assert_int_equal(back->stage, STAGE_CUSTOMER);
    assert_true(back->do_not_contact);
    assert_int_equal(back->created_utc, NOW - 5);
    assert_int_equal(back->changed_utc, NOW);
    assert_int_equal(back->point_count, 3);
    assert_int_equal(back->points[2].kind, POINT_ADDRESS);
    assert_string_equal(back->points[2].value, "Calle 1\n28001 Madrid");
    assert_null(back->points[1].label);
    assert_int_equal(back->next_touch, 0);
    assert_int_equal(back->next_due.day, DAY_NONE);
    assert_int_equal(back->away_until, DAY_NONE);
    assert_int_equal(back->last_contact_utc, 0);
    assert_null(get_contact(f, 99));
}

static void a_contact_needs_a_name(void **state)
{
    struct fixture *f = *state;
    struct contact nobody = {.name = ""},
                   unknown = {.id = 99, .uuid = "x", .name = "Ana"};
    begin(f, "bad");
    assert_false(contact_insert(f->store, f->arena, &nobody, &f->err));
    assert_false(contact_update(f->store, &unknown, NULL, &f->err));
    assert_int_equal(f->err.code, ERROR_NOT_FOUND);
    must(store_step_cancel(f->store, &f->err));
}

static void contacts_are_found(void **state)
{
    struct fixture *f = *state;
    struct point points[3];
    struct contact ana = full_contact(points);
    int64_t id;
    bool added;
    begin(f, "add");
    must(contact_insert(f->store, f->arena, &ana, &f->err));
    int64_t ben = add_contact(f, "Anatol Ruge", STAGE_REST);
    struct point phone = {POINT_PHONE, "0170 1234567", NULL},
                 mail = {POINT_MAIL, "b@x.example", NULL};
    must(contact_add_point(f->store, ana.id, &phone, &added, &f->err));
    assert_false(added);
    must(contact_add_point(f->store, ben, &mail, &added, &f->err));
    assert_true(added);
    commit(f);
    char prefix[7];
    snprintf(prefix, sizeof prefix, "%.6s", ana.uuid);
    assert_int_equal(find(f, FIND_UUID, ana.uuid, &id), 1);
    assert_int_equal(id, ana.id);
    assert_true(find(f, FIND_UUID, prefix, NULL) >= 1);
    prefix[5] = '\0';
    assert_int_equal(find(f, FIND_UUID, prefix, NULL), 0);
    assert_int_equal(find(f, FIND_UUID, "a' OR 1=1", NULL), 0);
    assert_int_equal(find(f, FIND_UID, "card-1", NULL), 1);
    assert_int_equal(find(f, FIND_UID, "card", NULL), 0);
    assert_int_equal(find(f, FIND_MAIL, "ANA.RUIZ@brio.example", &id), 1);
    assert_int_equal(id, ana.id);
    assert_int_equal(find(f, FIND_MAIL, "b@x.example", &id), 1);
    assert_int_equal(id, ben);
    assert_int_equal(find(f, FIND_PHONE, "01701234567", NULL), 1);
    assert_int_equal(find(f, FIND_PHONE, "123-4567", NULL), 1);
    assert_int_equal(find(f, FIND_PHONE, "171 1234567", NULL), 0);
    assert_int_equal(find(f, FIND_PHONE, "34567", NULL), 0);
    assert_int_equal(find(f, FIND_NAME, "ANA  RUIZ", &id), 1);
    assert_int_equal(id, ana.id);
    assert_int_equal(find(f, FIND_WORDS, "an ru", NULL), 2);
    assert_int_equal(find(f, FIND_WORDS, "ru brio", &id), 1);
    assert_int_equal(id, ana.id);
    assert_int_equal(find(f, FIND_WORDS, "madrid", NULL), 0);
    assert_int_equal(find(f, FIND_WORDS, "\" ( *", NULL), 0);
}

static void a_touch_field_by_field(void **state)
{
    struct fixture *f = *state;
    begin(f, "plan");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    struct touch touch = {.contact_id = ana,
                          .channel = CHANNEL_LETTER,
                          .direction = DIRECTION_IN,
                          .due = {20517, 630},
                          .zone = "Europe/Berlin",
                          .due_utc = NOW + 3600,
                          .purpose = "offer",
                          .opener = "How was Mexico?",
                          .draft = "Dear Ana",
                          .promise = true,
                          .cause = CAUSE_RETURN,
                          .moved = true,
                          .before_due = {20510, MINUTE_NONE},
                          .before_opener = "Hello",
                          .created_utc = NOW - 1};
    must(touch_insert(f->store, f->arena, &touch, &f->err));
    commit(f);
    struct touch *back = get_touch(f, touch.id);
    assert_string_equal(back->uuid, touch.uuid);
    assert_string_equal(back->contact, "Ana");
    assert_int_equal(back->channel, CHANNEL_LETTER);
    assert_int_equal(back->direction, DIRECTION_IN);
    assert_int_equal(back->due.day, 20517);
    assert_int_equal(back->due.minute, 630);
    assert_string_equal(back->zone, "Europe/Berlin");
    assert_string_equal(back->purpose, "offer");
    assert_string_equal(back->opener, "How was Mexico?");
    assert_string_equal(back->draft, "Dear Ana");
    assert_true(back->promise);
    assert_int_equal(back->cause, CAUSE_RETURN);
    assert_true(back->moved);
    assert_int_equal(back->before_due.day, 20510);
    assert_int_equal(back->before_due.minute, MINUTE_NONE);
    assert_string_equal(back->before_opener, "Hello");
    assert_int_equal(back->created_utc, NOW - 1);
    struct contact *contact = get_contact(f, ana);
    assert_int_equal(contact->next_touch, touch.id);
    assert_true(contact->next_promise);
    assert_int_equal(contact->next_due.minute, 630);

    struct touch *found;
    size_t count;
    must(touches_find(f->store, touch.uuid, 5, f->arena, &found, &count, &f->err));
    assert_int_equal(count, 1);
    must(touches_find(f->store, "abc", 5, f->arena, &found, &count, &f->err));
    assert_int_equal(count, 0);
    must(touches_find(f->store, "'; DROP", 5, f->arena, &found, &count, &f->err));
    assert_int_equal(count, 0);
}

static void the_next_touch_follows(void **state)
{
    struct fixture *f = *state;
    begin(f, "plan");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    int64_t late = add_touch(f, ana, NOW + 200), soon = add_touch(f, ana, NOW + 100);
    assert_int_equal(get_contact(f, ana)->next_touch, soon);
    commit(f);
    begin(f, "done");
    struct touch *touch = get_touch(f, soon);
    touch->outcome = OUTCOME_REACHED;
    touch->done_utc = NOW + 50;
    must(touch_update(f->store, touch, NULL, &f->err));
    commit(f);
    assert_int_equal(get_contact(f, ana)->next_touch, late);
    assert_int_equal(get_contact(f, ana)->last_contact_utc, NOW + 50);
    begin(f, "an attempt is no contact");
    touch = get_touch(f, late);
    touch->outcome = OUTCOME_BUSY;
    touch->done_utc = NOW + 90;
    must(touch_update(f->store, touch, NULL, &f->err));
    commit(f);
    assert_int_equal(get_contact(f, ana)->next_touch, 0);
    assert_int_equal(get_contact(f, ana)->last_contact_utc, NOW + 50);
    assert_healthy(f);
}

static struct absence full_absence(int64_t contact)
{
    static const struct cover covers[] = {
        {"Tom Field", "tom@x.example", "+491", "orders"},
        {NULL, "desk@x.example", NULL, NULL}};
    static const struct evidence evidence[] = {
        {FIELD_BACK, EVIDENCE_TEXT, 10, 4, "back", 90},
        {FIELD_KIND, EVIDENCE_HEADER, 0, 0, "Auto-Submitted: auto-replied", 100}};
    return (struct absence){.contact_id = contact,
                            .message_id = "1@x.example",
                            .received_utc = NOW,
                            .received_day = 20514,
                            .subject = "Out of office",
                            .verbatim = "I am in Mexico",
                            .kind = READING_OOO,
                            .first_day = 20514,
                            .back = 20521,
                            .back_minute = 540,
                            .reason = REASON_VACATION,
                            .hospital = true,
                            .place = "Mexico",
                            .whose = "with my family",
                            .covers = covers,
                            .cover_count = 2,
                            .evidence = evidence,
                            .evidence_count = 2,
                            .heard_whole = true,
                            .state = ABSENCE_FILED,
                            .created_utc = NOW};
}

static void an_absence_field_by_field(void **state)
{
    struct fixture *f = *state;
    struct absence *back;
    bool seen, changed;
    int64_t known;
    begin(f, "file");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    struct absence absence = full_absence(ana);
    must(absence_insert(f->store, f->arena, &absence, &f->err));
    int64_t step = commit(f);
    must(absence_by_id(f->store, absence.id, f->arena, &back, &f->err));
    assert_string_equal(back->contact, "Ana");
    assert_string_equal(back->message_id, "1@x.example");
    assert_string_equal(back->verbatim, "I am in Mexico");
    assert_string_equal(back->subject, "Out of office");
    assert_string_equal(back->place, "Mexico");
    assert_string_equal(back->whose, "with my family");
    assert_int_equal(back->back, 20521);
    assert_int_equal(back->back_minute, 540);
    assert_int_equal(back->reason, REASON_VACATION);
    assert_true(back->hospital && back->heard_whole);
    assert_int_equal(back->state, ABSENCE_FILED);
    assert_int_equal(back->cover_count, 2);
    assert_string_equal(back->covers[0].matter, "orders");
    assert_null(back->covers[1].name);
    assert_int_equal(back->evidence_count, 2);
    assert_int_equal(back->evidence[0].start, 10);
    assert_string_equal(back->evidence[1].words, "Auto-Submitted: auto-replied");
    must(message_seen(f->store, "1@x.example", &seen, &known, &f->err));
    assert_true(seen && known == absence.id);
    assert_int_equal(get_contact(f, ana)->away_until, 20521);
    assert_int_equal(get_contact(f, ana)->away_from, 20514);
    store_set_today(f->store, 20521);
    assert_int_equal(get_contact(f, ana)->away_until, DAY_NONE);

    begin(f, "correct");
    back->cover_count = 1;
    back->back = DAY_NONE;
    must(absence_update(f->store, back, &changed, &f->err));
    assert_true(changed);
    int64_t second = commit(f);
    begin(f, "again");
    must(absence_update(f->store, back, &changed, &f->err));
    assert_false(changed);
    assert_int_equal(commit(f), 0);
    undo(f, second);
    must(absence_by_id(f->store, absence.id, f->arena, &back, &f->err));
    assert_int_equal(back->cover_count, 2);
    undo(f, step);
    must(message_seen(f->store, "1@x.example", &seen, &known, &f->err));
    assert_false(seen);
    redo(f, step);
    must(message_seen(f->store, "1@x.example", &seen, &known, &f->err));
    assert_true(seen);
    assert_healthy(f);
}

static void lists_of_absences(void **state)
{
    struct fixture *f = *state;
    struct absence *list;
    size_t count;
    int64_t current, proposed;
    const day_number back[] = {30, 10, DAY_NONE, 20, 5};
    begin(f, "file");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    for (int i = 0; i < 5; i++) {
        struct absence absence = full_absence(ana);
        absence.message_id = NULL;
        absence.back = back[i];
        must(absence_insert(f->store, f->arena, &absence, &f->err));
    }
    struct absence open = full_absence(ana);
    open.state = ABSENCE_PROPOSED;
    must(absence_insert(f->store, f->arena, &open, &f->err));
    commit(f);
    must(absences_window(f->store, 10, NULL, WINDOW_FORWARD, 10, f->arena, &list, &count,
                         &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(list[0].back, 20);
    assert_int_equal(list[2].back, DAY_NONE);
    struct row_key key = absence_key(&list[0]);
    must(absences_window(f->store, 10, &key, WINDOW_FORWARD, 1, f->arena, &list, &count,
                         &f->err));
    assert_int_equal(list[0].back, 30);
    must(absences_window(f->store, 10, NULL, WINDOW_BACKWARD, 2, f->arena, &list, &count,
                         &f->err));
    assert_int_equal(list[0].back, DAY_NONE);
    key = absence_key(&list[1]);
    must(absences_window(f->store, 10, &key, WINDOW_BACKWARD, 9, f->arena, &list, &count,
                         &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(list[0].back, 20);
    must(absences_proposed(f->store, 0, 9, f->arena, &list, &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(list[0].id, open.id);
    must(absences_count(f->store, 10, &current, &proposed, &f->err));
    assert_int_equal(current, 3);
    assert_int_equal(proposed, 1);
    must(absences_of(f->store, ana, f->arena, &list, &count, &f->err));
    assert_int_equal(count, 6);
}

static void notes_and_drafts(void **state)
{
    struct fixture *f = *state;
    struct note *notes;
    struct draft *drafts;
    size_t count;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    struct draft draft = {.contact_id = ana,
                          .kind = "note",
                          .started_utc = NOW,
                          .text = "wan",
                          .script_id = 7,
                          .channel = CHANNEL_CARD,
                          .caller = "+49 30 998877",
                          .process = 999999999};
    must(draft_save(f->store, &draft, &f->err));
    int64_t id = draft.id;
    draft.text = "wants the second item";
    draft.cursor = 5;
    must(draft_save(f->store, &draft, &f->err));
    assert_int_equal(draft.id, id);
    must(drafts_left(f->store, f->arena, &drafts, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(drafts[0].text, "wants the second item");
    assert_int_equal(drafts[0].cursor, 5);
    assert_int_equal(drafts[0].script_id, 7);
    assert_int_equal(drafts[0].channel, CHANNEL_CARD);
    assert_string_equal(drafts[0].caller, "+49 30 998877");
    struct draft living = draft;
    living.id = 0;
    living.process = getpid();
    must(draft_save(f->store, &living, &f->err));
    must(drafts_left(f->store, f->arena, &drafts, &count, &f->err));
    assert_int_equal(count, 1);

    begin(f, "cancelled");
    struct note note = {.contact_id = ana, .written_utc = NOW, .text = draft.text};
    must(note_file(f->store, f->arena, &note, draft.id, &f->err));
    must(store_step_cancel(f->store, &f->err));
    must(drafts_left(f->store, f->arena, &drafts, &count, &f->err));
    assert_int_equal(count, 1);
    begin(f, "filed");
    must(note_file(f->store, f->arena, &note, draft.id, &f->err));
    commit(f);
    must(drafts_left(f->store, f->arena, &drafts, &count, &f->err));
    assert_int_equal(count, 0);
    must(draft_delete(f->store, draft.id, &f->err));
    must(draft_save(f->store, &draft, &f->err));
    assert_int_not_equal(draft.id, id);

    begin(f, "more");
    for (int i = 1; i <= 5; i++) {
        struct note more = {
            .contact_id = ana, .written_utc = NOW + i / 2, .text = "more"};
        must(note_file(f->store, f->arena, &more, 0, &f->err));
    }
    commit(f);
    must(notes_window(f->store, ana, NULL, 4, f->arena, &notes, &count, &f->err));
    assert_int_equal(count, 4);
    struct row_key key = {notes[3].written_utc, notes[3].id};
    must(notes_window(f->store, ana, &key, 4, f->arena, &notes, &count, &f->err));
    assert_int_equal(count, 2);
    assert_string_equal(notes[1].text, "wants the second item");
}

static void one_timeline(void **state)
{
    struct fixture *f = *state;
    struct timeline_entry *entries, from;
    size_t count, seen = 0;
    begin(f, "history");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    for (int i = 0; i < 6; i++) {
        struct touch touch = plain_touch(ana, NOW);
        touch.outcome = OUTCOME_REACHED;
        touch.done_utc = NOW + i / 2;
        must(touch_insert(f->store, f->arena, &touch, &f->err));
        struct note note = {.contact_id = ana, .written_utc = NOW + i / 3, .text = "x"};
        must(note_file(f->store, f->arena, &note, 0, &f->err));
    }
    add_touch(f, ana, NOW);
    struct absence absence = full_absence(ana);
    must(absence_insert(f->store, f->arena, &absence, &f->err));
    commit(f);
    do {
        must(timeline_window(f->store, ana, seen ? &from : NULL, 2, f->arena, &entries,
                             &count, &f->err));
        for (size_t i = 0; i < count; i++, seen++) {
            assert_true(seen == 0 || entries[i].utc <= from.utc);
            assert_int_equal(entries[i].touch != NULL, entries[i].kind == TIMELINE_TOUCH);
            assert_int_equal(entries[i].note != NULL, entries[i].kind == TIMELINE_NOTE);
            assert_int_equal(entries[i].absence != NULL,
                             entries[i].kind == TIMELINE_ABSENCE);
            from = entries[i];
        }
    } while (count > 0);
    assert_int_equal(seen, 13);
}

static void succeed(struct fixture *f, int64_t from, int64_t to)
{
    struct link link = {
        .kind = LINK_SUCCESSOR, .from_id = from, .to_id = to, .created_utc = NOW};
    must(link_insert(f->store, f->arena, &link, &f->err));
    assert_true(link.id > 0);
    assert_non_null(link.uuid);
}

/* Ana, then Ben, then Cy: each keeps what was before, marked whose it is, in pages too.
 */
static void a_successor_keeps_the_history(void **state)
{
    struct fixture *f = *state;
    struct timeline_entry *entries, from;
    struct linked *before, after;
    size_t count, seen = 0, of_ana = 0, of_ben = 0;
    bool found;
    begin(f, "people");
    int64_t ana = add_contact(f, "Ana", STAGE_FORMER);
    int64_t ben = add_contact(f, "Ben", STAGE_FORMER);
    int64_t cy = add_contact(f, "Cy", STAGE_LEAD);
    int64_t eve = add_contact(f, "Eve", STAGE_LEAD);
    for (int i = 0; i < 4; i++) {
        add_note(f, ana, "of Ana");
        add_note(f, ben, "of Ben");
        add_note(f, cy, "of Cy");
        add_note(f, eve, "of Eve");
    }
    commit(f);
    begin(f, "links");
    succeed(f, ana, ben);
    succeed(f, ben, cy);
    int64_t step = commit(f);
    must(link_predecessors(f->store, cy, f->arena, &before, &count, &f->err));
    assert_int_equal(count, 2);
    assert_string_equal(before[0].name, "Ben");
    assert_string_equal(before[1].name, "Ana");
    must(link_successor(f->store, ana, f->arena, &after, &found, &f->err));
    assert_true(found && after.contact_id == ben);
    do {
        must(timeline_window(f->store, cy, seen ? &from : NULL, 5, f->arena, &entries,
                             &count, &f->err));
        for (size_t i = 0; i < count; i++, seen++) {
            const char *whose = entries[i].with != NULL ? entries[i].with->name : "Cy";
            assert_string_equal(entries[i].note->text,
                                arena_format(f->arena, "of %s", whose));
            of_ana += strcmp(whose, "Ana") == 0;
            of_ben += strcmp(whose, "Ben") == 0;
            from = entries[i];
        }
    } while (count > 0);
    assert_int_equal(seen, 12);
    assert_true(of_ana == 4 && of_ben == 4);
    must(timeline_window(f->store, ana, NULL, 50, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 4);
    undo(f, step);
    must(timeline_window(f->store, cy, NULL, 50, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 4);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    must(timeline_window(f->store, cy, NULL, 50, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 12);
    assert_healthy(f);
}

static void one_successor_each(void **state)
{
    struct fixture *f = *state;
    begin(f, "people");
    int64_t ana = add_contact(f, "Ana", STAGE_FORMER);
    int64_t ben = add_contact(f, "Ben", STAGE_LEAD);
    int64_t cy = add_contact(f, "Cy", STAGE_LEAD);
    int64_t people = commit(f);
    begin(f, "link");
    succeed(f, ana, ben);
    succeed(f, cy, ben); /* one may take over from several */
    commit(f);
    begin(f, "second");
    struct link second = {
        .kind = LINK_SUCCESSOR, .from_id = ana, .to_id = cy, .created_utc = NOW};
    assert_false(link_insert(f->store, f->arena, &second, &f->err));
    must(store_step_cancel(f->store, &f->err));
    struct undo_report report = undo(f, people);
    assert_int_equal(report.outcome, UNDO_BLOCKED);
    assert_string_equal(report.later, "link");
    assert_non_null(strstr(report.row, "link of Ana"));
}

static void settings_are_remembered(void **state)
{
    struct fixture *f = *state;
    const char *value;
    must(setting_get(f->store, "pane", f->arena, &value, &f->err));
    assert_null(value);
    must(setting_set(f->store, "pane", "notes", &f->err));
    must(setting_set(f->store, "pane", "it's; \"quoted\"", &f->err));
    uint64_t generation = store_generation(f->store, RECORD_SETTING);
    must(setting_set(f->store, "pane", "it's; \"quoted\"", &f->err));
    assert_true(store_generation(f->store, RECORD_SETTING) == generation);
    fixture_reopen(f);
    must(setting_get(f->store, "pane", f->arena, &value, &f->err));
    assert_string_equal(value, "it's; \"quoted\"");
    must(setting_set(f->store, "pane", NULL, &f->err));
    must(setting_get(f->store, "pane", f->arena, &value, &f->err));
    assert_null(value);
}

#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        desk_test(a_contact_field_by_field),
        desk_test(a_contact_needs_a_name),
        desk_test(contacts_are_found),
        desk_test(a_touch_field_by_field),
        desk_test(the_next_touch_follows),
        desk_test(an_absence_field_by_field),
        desk_test(lists_of_absences),
        desk_test(notes_and_drafts),
        desk_test(one_timeline),
        desk_test(a_successor_keeps_the_history),
        desk_test(one_successor_each),
        desk_test(settings_are_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
