#include "timeline_text.h"

#include <string.h>

#include "touchbase/base/zone.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/model/office.h"
#include "touchbase/model/script.h"
#include "words.h"

void timeline_head(struct timeline_text *out, enum style style, const char *words)
{
    struct reader_span *span;

    out->spans = arena_grow(out->arena, out->spans, out->span_count, out->span_count + 1,
                            sizeof *out->spans, &out->span_capacity);
    span = &out->spans[out->span_count++];
    span->start = out->text.length;
    buffer_add_string(&out->text, words);
    span->end = out->text.length;
    span->style = style;
}

/* Lines after the first are set in under it. */
static void add_indented(struct buffer *out, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");

        buffer_add(out, text, length);
        text += length;
        if (*text == '\n') {
            buffer_add_string(out, "\n    ");
            text++;
        }
    }
    buffer_add_char(out, '\n');
}

static void add_absence(struct timeline_text *out, const struct desk *desk,
                        const struct absence *absence)
{
    const char *back = shown_back(out->arena, absence, desk_today(desk));

    timeline_head(out, STYLE_AWAY, "☾ ");
    buffer_add_string(&out->text, shown_absence(out->arena, absence));
    if (*back != '\0')
        buffer_add_format(&out->text, ", %s", back);
    if (absence->state != ABSENCE_FILED)
        buffer_add_format(&out->text, " (%s)", absence_state_name(absence->state));
    buffer_add_char(&out->text, '\n');
}

static void add_said(struct timeline_text *out, const struct script *script)
{
    const char *words = script_body(script->text);

    if (*words == '\0')
        return;
    timeline_head(
        out, STYLE_DIM,
        arena_format(out->arena, "    %s: ", script_said_word(script->channel)));
    add_indented(&out->text, words);
}

static void add_message(struct timeline_text *out, const struct script *script)
{
    const char *subject = script_subject(out->arena, script->text);

    buffer_add_format(&out->text, "%s%s%s\n", channel_name(script->channel),
                      *subject != '\0' ? ": " : "", subject);
    add_said(out, script);
}

static void add_entry(struct timeline_text *out, const struct desk *desk,
                      const struct timeline_entry *entry)
{
    timeline_head(
        out, STYLE_DIM,
        arena_format(out->arena, "%s  ", shown_moment(out->arena, desk, entry->utc)));
    if (entry->with != NULL)
        timeline_head(out, STYLE_DIM,
                      arena_format(out->arena, "with %s: ", entry->with->name));
    switch (entry->kind) {
    case TIMELINE_TOUCH:
        add_indented(&out->text, shown_touch(out->arena, desk, entry->touch));
        if (entry->script != NULL)
            add_said(out, entry->script);
        break;
    case TIMELINE_NOTE:
        add_indented(&out->text, entry->note->text);
        break;
    case TIMELINE_ABSENCE:
        add_absence(out, desk, entry->absence);
        break;
    case TIMELINE_MESSAGE:
        add_message(out, entry->script);
        break;
    }
}

bool timeline_add(struct timeline_text *out, struct desk *desk, int64_t contact_id,
                  size_t limit, struct error *err)
{
    struct timeline_entry *entries;
    size_t count;

    if (!desk_timeline(desk, contact_id, NULL, limit, out->arena, &entries, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        add_entry(out, desk, &entries[i]);
    out->more = count == limit;
    return true;
}

bool timeline_part(struct timeline_text *out, const char *heading, struct desk *desk,
                   int64_t contact_id, size_t limit, struct error *err)
{
    size_t empty;

    timeline_head(out, STYLE_HEADING, heading);
    empty = out->text.length;
    if (!timeline_add(out, desk, contact_id, limit, err))
        return false;
    if (out->text.length == empty)
        timeline_head(out, STYLE_DIM, "nothing yet\n");
    return true;
}

void timeline_local_time(struct timeline_text *out, const struct desk *desk,
                         const char *name)
{
    struct error none;
    struct zone *zone = zone_open(name, &none);
    struct wall there;

    if (zone == NULL)
        return;
    there = zone_wall(zone, desk_now(desk));
    timeline_head(out, STYLE_DIM, "  there   ");
    buffer_add_format(&out->text, "%s %s (%s)", day_weekday_name(day_weekday(there.day)),
                      shown_time(out->arena, there.minute), name);
    if (!office_is_open(desk_settings(desk)->office, there)) {
        buffer_add_string(&out->text, "  ");
        timeline_head(out, STYLE_WARNING,
                      day_weekday(there.day) >= SATURDAY ? "weekend"
                                                         : "outside office hours");
    }
    buffer_add_char(&out->text, '\n');
    zone_close(zone);
}

void timeline_message(struct timeline_text *out, const struct script_filled *filled)
{
    size_t at = 0;

    for (size_t i = 0; i < filled->gap_count; i++) {
        const struct script_gap *gap = &filled->gaps[i];

        buffer_add(&out->text, filled->text + at, gap->start - at);
        timeline_head(
            out, STYLE_WARNING,
            arena_copy(out->arena, filled->text + gap->start, gap->end - gap->start));
        at = gap->end;
    }
    buffer_add_string(&out->text, filled->text + at);
    if (*filled->text != '\0' && filled->text[strlen(filled->text) - 1] != '\n')
        buffer_add_char(&out->text, '\n');
}

void timeline_end(struct timeline_text *out, struct reader *reader, int lines,
                  int columns)
{
    if (reader != NULL) {
        reader_set(reader, buffer_string(&out->text), out->text.length, out->spans,
                   out->span_count);
        reader_resize(reader, lines, columns);
    }
    buffer_free(&out->text);
    arena_destroy(out->arena);
}
