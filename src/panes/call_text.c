/* The left side of the call sheet: who, when it is there, how to reach them, what was
 * promised, what to say, what happened last. */
#include "call_sheet.h"
#include "shared.h"
#include "timeline_text.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "words.h"

enum { LOW = 12 }; /* in fewer lines what to say comes before what else to know */

static const char *cut(struct arena *arena, const char *words, int columns)
{
    struct buffer fitted = {0};
    const char *line;

    text_pad(&fitted, words, columns > 0 ? columns : 0);
    line = arena_string(arena, buffer_string(&fitted));
    buffer_free(&fitted);
    return line;
}

/* In a line of so many columns; 0: in as many lines as it takes. */
static void add_who(struct timeline_text *out, const struct contact *contact, int columns)
{
    static const char mark[] = "do not contact  ";
    const char *words = arena_format(out->arena, "%s%s%s%s%s", contact->name,
                                     contact->title != NULL ? ", " : "",
                                     contact->title != NULL ? contact->title : "",
                                     contact->company != NULL ? ", " : "",
                                     contact->company != NULL ? contact->company : "");

    if (contact->do_not_contact)
        timeline_head(out, STYLE_WARNING, mark);
    if (columns > 0)
        words = cut(out->arena, words,
                    columns - (contact->do_not_contact ? (int)sizeof mark - 1 : 0));
    timeline_head(out, STYLE_STRONG, words);
    buffer_add_char(&out->text, '\n');
}

static void add_numbers(struct timeline_text *out, const struct contact *contact,
                        size_t chosen, bool only_chosen)
{
    size_t number = 0;

    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];

        if (point->kind != POINT_PHONE)
            continue;
        if (number == chosen || !only_chosen)
            timeline_head(out, number == chosen ? STYLE_STRONG : STYLE_NORMAL,
                          arena_format(out->arena, "%s %s%s%s%s\n",
                                       number == chosen ? ">" : " ", point->value,
                                       point->label != NULL ? " (" : "",
                                       point->label != NULL ? point->label : "",
                                       point->label != NULL ? ")" : ""));
        number++;
    }
    if (number == 0)
        timeline_head(out, STYLE_DIM, "  no number is known\n");
}

static void add_absence(struct timeline_text *out, const struct absence *absence,
                        day_number today)
{
    bool back = absence->state == ABSENCE_ENDED ||
                (absence->back != DAY_NONE && absence->back <= today);

    if (back)
        timeline_head(out, STYLE_AWAY,
                      arena_format(out->arena, "back since %s: ",
                                   shown_weekday(out->arena, absence->back, today)));
    else
        timeline_head(
            out, STYLE_AWAY,
            arena_format(out->arena, "☾ %s: ", shown_back(out->arena, absence, today)));
    buffer_add_format(&out->text, "%s\n", shown_absence(out->arena, absence));
}

/* What has to be known before the first word. */
static void add_facts(struct timeline_text *out, const struct desk *desk,
                      const struct call_brief *brief)
{
    day_number today = desk_today(desk);

    if (brief->has_promise) {
        bool missed = desk_promise_fate(desk, &brief->promise) == PROMISE_MISSED;

        timeline_head(out, STYLE_PROMISE, missed ? "! promise missed, " : "! promised ");
        buffer_add_format(&out->text, "%s: %s\n",
                          shown_wall(out->arena, brief->promise.due, today),
                          shown_touch(out->arena, desk, &brief->promise));
    }
    if (brief->has_absence)
        add_absence(out, &brief->absence, today);
    if (brief->blocker != BLOCKER_NONE)
        buffer_add_format(&out->text, "likely: %s\n", blocker_words(brief->blocker));
    if (brief->gatekeeper != NULL)
        buffer_add_format(&out->text, "answers there: %s\n", brief->gatekeeper);
}

/* A low window has no line to spare. */
static void leave_line(struct timeline_text *out, bool low)
{
    if (!low)
        buffer_add_char(&out->text, '\n');
}

static void add_pace(struct timeline_text *out, const struct touch_warning *warning,
                     bool low)
{
    if (warning->words != NULL) {
        leave_line(out, low);
        timeline_head(out, STYLE_WARNING,
                      arena_format(out->arena, "%s\n", warning->words));
    }
    if (warning->strip != NULL)
        buffer_add_format(&out->text, "%s\n", warning->strip);
}

/* What to say, and how long it takes (rule 15). */
static void add_message(struct timeline_text *out, const struct script_view *say)
{
    const struct script_meter *meter = &say->meter;

    timeline_head(out, STYLE_HEADING, "SAY");
    if (meter->words > 0) {
        buffer_add_format(&out->text, "  %s  ",
                          script_meter_words(out->arena, meter, CHANNEL_CALL));
        timeline_head(out, STYLE_WARNING, script_flags_words(out->arena, meter->flags));
    }
    buffer_add_char(&out->text, '\n');
    timeline_message(out, &say->filled);
}

/* Rule 14: what they said before that, word for word. */
static void add_said(struct timeline_text *out, const struct talk_said *said, bool low)
{
    if (said->count > 0) {
        leave_line(out, low);
        timeline_head(out, STYLE_HEADING, "THEY SAID BEFORE\n");
    }
    for (size_t i = 0; i < said->count; i++)
        buffer_add_format(&out->text, "%s\n", said->lines[i]);
}

static void add_script(struct timeline_text *out, const struct call_brief *brief,
                       const struct call_next *next)
{
    const char *purpose = brief->has_touch ? brief->touch.purpose : NULL;

    add_message(out, &brief->say);
    if (purpose != NULL)
        buffer_add_format(&out->text, "about: %s\n", purpose);
    else if (*brief->say.filled.text == '\0')
        timeline_head(out, STYLE_DIM, "nothing was planned: what does it bring them?\n");
    if (next != NULL)
        timeline_head(out, STYLE_PROMISE, arena_format(out->arena, "%s\n", next->say));
}

bool call_text(const struct shared *shared, const struct call_brief *brief, size_t number,
               bool dialled, const struct call_next *next, struct reader *reader,
               int lines, int columns, struct error *err)
{
    struct timeline_text out = {.arena = arena_create()};
    bool low = lines < LOW, done;

    add_who(&out, &brief->contact, low ? columns : 0);
    if (brief->contact.zone != NULL)
        timeline_local_time(&out, shared->desk, brief->contact.zone);
    add_numbers(&out, &brief->contact, number, dialled);
    if (!low)
        add_facts(&out, shared->desk, brief);
    add_script(&out, brief, next);
    if (low)
        add_facts(&out, shared->desk, brief);
    add_pace(&out, &brief->warning, low);
    leave_line(&out, low);
    done = timeline_part(&out, "LAST\n", shared->desk, brief->contact.id, CALL_LAST, err);
    add_said(&out, &brief->said, low);
    timeline_end(&out, done ? reader : NULL, lines, columns);
    return done;
}
