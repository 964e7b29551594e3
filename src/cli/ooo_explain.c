/* Why a message was read as it was: ooo --explain. */
#include <string.h>

#include "ooo.h"
#include "wrapped.h"

static const char *where_words(struct arena *arena, enum evidence_place place, int line,
                               int last)
{
    if (place == EVIDENCE_HEADER)
        return "header";
    if (place == EVIDENCE_SUBJECT)
        return "subject";
    return last > line ? arena_format(arena, "lines %d-%d", line, last)
                       : arena_format(arena, "line %d", line);
}

static int line_of(const struct message *message, const struct evidence *evidence)
{
    int line = 1;

    for (size_t i = 0; i < evidence->start && i < message->text_length; i++)
        line += message->text[i] == '\n';
    return line;
}

static const char *sure_words(int certainty)
{
    return certainty >= 90 ? "sure" : certainty >= 70 ? "likely" : "a guess";
}

/* ---- The fields ---- */

static const char *value_words(struct arena *arena, const struct reading *reading,
                               enum field field)
{
    static const char *const kinds[] = {[READING_OTHER] = "no",
                                        [READING_OOO] = "yes, out of office",
                                        [READING_LEFT] = "left the company"};

    switch (field) {
    case FIELD_KIND:
        return kinds[reading->kind];
    case FIELD_FIRST_DAY:
        return ooo_day(arena, reading->first_day, DAY_NONE);
    case FIELD_BACK:
        if (reading->back == DAY_NONE || reading->back_minute == MINUTE_NONE)
            return ooo_day(arena, reading->back, DAY_NONE);
        return arena_format(arena, "%s %02d:%02d",
                            ooo_day(arena, reading->back, DAY_NONE),
                            reading->back_minute / 60, reading->back_minute % 60);
    default:
        return reading_text(arena, reading, field);
    }
}

static const char *open_words(const struct trace *trace, enum field field)
{
    for (size_t i = 0; i < trace->row_count; i++) {
        if (trace->rows[i].topic == TRACE_OPEN && trace->rows[i].field == field)
            return trace->rows[i].why;
    }
    return NULL;
}

static void add_proofs(struct buffer *out, struct arena *arena,
                       const struct take_in *item, enum field field)
{
    const struct reading *reading = &item->reading;

    for (size_t i = 0; i < reading->evidence_count; i++) {
        const struct evidence *proof = &reading->evidence[i];
        int line = proof->place == EVIDENCE_TEXT ? line_of(&item->message, proof) : 0;

        if (proof->field == field)
            wrapped_add(out, "               ",
                        arena_format(arena, "%s: \"%s\", %s (%d of 100)",
                                     where_words(arena, proof->place, line, line),
                                     proof->words, sure_words(proof->certainty),
                                     proof->certainty));
    }
}

static void add_field(struct buffer *out, struct arena *arena, const struct take_in *item,
                      enum field field)
{
    const char *head = arena_format(arena, "  %-12s ", field_title(field));
    const char *value = value_words(arena, &item->reading, field);
    const char *why = open_words(item->trace, field);

    if (field == FIELD_KIND && item->reading.why != NULL && *item->reading.why != '\0')
        value = arena_format(arena, "%s: %s", value, item->reading.why);
    if (value == NULL)
        value = why != NULL ? arena_format(arena, "open: %s", why) : "open";
    wrapped_add(out, head, value);
    add_proofs(out, arena, item, field);
}

/* ---- What was seen ---- */

static const char *days_words(struct arena *arena, const struct trace_row *row)
{
    const char *first = ooo_day(arena, row->first, DAY_NONE);

    if (first == NULL)
        return "";
    if (row->other != DAY_NONE)
        return arena_format(arena, " = %s or %s", first,
                            ooo_day(arena, row->other, DAY_NONE));
    if (row->last != row->first)
        return arena_format(arena, " = %s to %s", first,
                            ooo_day(arena, row->last, DAY_NONE));
    return arena_format(arena, " = %s", first);
}

static const char *date_words(struct arena *arena, const struct trace_row *row)
{
    const char *by = row->by != NULL ? arena_format(arena, ", by \"%s\"", row->by) : "";
    const char *role = row->certainty > 0 ? "" : "passed over: ";
    const char *led = row->field == FIELD_KIND
                          ? ""
                          : arena_format(arena, "; gives %s", field_title(row->field));

    return arena_format(arena, "\"%s\"%s: %s%s%s%s", row->words, days_words(arena, row),
                        role, row->why, by, led);
}

static const char *row_words(struct arena *arena, const struct trace_row *row)
{
    if (row->topic == TRACE_DATE)
        return date_words(arena, row);
    if (row->topic == TRACE_PASSED && row->by != NULL)
        return arena_format(arena, "%s, by \"%s\": \"%s\"", row->why, row->by,
                            row->words);
    if (row->topic == TRACE_PASSED || row->topic == TRACE_CUT)
        return arena_format(arena, "%s: \"%s\"", row->why, row->words);
    return arena_format(arena, "\"%s\": %s", row->words, row->why);
}

static void add_topic(struct buffer *out, struct arena *arena, const struct trace *trace,
                      enum trace_topic topic, const char *title)
{
    bool any = false;

    for (size_t i = 0; i < trace->row_count; i++) {
        const struct trace_row *row = &trace->rows[i];

        if (row->topic != topic)
            continue;
        if (!any)
            buffer_add_format(out, "\n%s\n", title);
        any = true;
        wrapped_add(
            out,
            arena_format(arena, "  %-12s ",
                         where_words(arena, row->place, row->line, row->last_line)),
            row_words(arena, row));
    }
}

static void add_head(struct buffer *out, struct arena *arena, const struct take_in *item)
{
    const struct message *message = &item->message;
    const char *mail = message->from.mail != NULL && message->from.name != NULL
                           ? arena_format(arena, " <%s>", message->from.mail)
                           : "";

    wrapped_add(out, arena_format(arena, "%s: ", message->id),
                arena_format(arena, "%s%s%s%s", ooo_sender(message), mail,
                             message->subject != NULL ? ", " : "",
                             message->subject != NULL ? message->subject : ""));
    wrapped_add(out, "  sent         ",
                message->date_day != DAY_NONE
                    ? ooo_day(arena, message->date_day, DAY_NONE)
                    : "no date: only days named in full are read");
    wrapped_add(out, "  language     ",
                item->reading.language != NULL ? item->reading.language : "");
    wrapped_add(out, "  3/4 is       ",
                arena_format(arena, "%s (%s)",
                             item->trace->order == NULL               ? "left open"
                             : strcmp(item->trace->order, "dmy") == 0 ? "3 April"
                                                                      : "March 4",
                             item->trace->order_from));
}

static void add_all(struct buffer *out, const struct take_in *item)
{
    static const char *const titles[TRACE_TOPIC_COUNT] = {
        [TRACE_HEADER] = "Headers that counted",
        [TRACE_CUT] = "Left out: not the sender's answer",
        [TRACE_FOR] = "Words for an absence",
        [TRACE_AGAINST] = "Words against one",
        [TRACE_PASSED] = "Sentences passed over",
        [TRACE_DATE] = "Dates",
    };
    struct arena *arena = arena_create();

    add_head(out, arena, item);
    buffer_add_string(out, "\nUnderstood\n");
    for (int field = FIELD_KIND; field < FIELD_COUNT; field++) {
        if (field == FIELD_KIND || item->reading.kind != READING_OTHER)
            add_field(out, arena, item, (enum field)field);
    }
    add_topic(out, arena, item->trace, TRACE_DATE, titles[TRACE_DATE]);
    for (int topic = 0; topic < TRACE_DATE; topic++)
        add_topic(out, arena, item->trace, (enum trace_topic)topic, titles[topic]);
    arena_destroy(arena);
}

void ooo_explain(struct output *out, const struct take_in *item, bool first)
{
    struct buffer text = {0};

    if (!first)
        buffer_add_string(&text, "\n\n");
    add_all(&text, item);
    output_data(out, buffer_string(&text), text.length);
    buffer_free(&text);
}

/* ---- As an object ---- */

static void row_json(struct json *json, const struct trace_row *row)
{
    static const char *const places[] = {[EVIDENCE_TEXT] = "text",
                                         [EVIDENCE_SUBJECT] = "subject",
                                         [EVIDENCE_HEADER] = "header"};

    json_open(json, NULL, '{');
    json_string(json, "topic", trace_topic_name(row->topic));
    if (row->topic != TRACE_OPEN) {
        json_string(json, "place", places[row->place]);
        json_string(json, "words", row->words);
        json_string(json, "by", row->by);
    }
    if (row->line > 0) {
        json_number(json, "line", row->line);
        json_number(json, "last_line", row->last_line);
    }
    json_string(json, "why", row->why);
    if (row->topic == TRACE_OPEN || row->topic == TRACE_DATE)
        json_string(json, "field",
                    row->topic == TRACE_DATE && row->field == FIELD_KIND
                        ? NULL
                        : field_name(row->field));
    if (row->topic == TRACE_DATE) {
        json_string(json, "role", row->role);
        json_day(json, "first", row->first);
        json_day(json, "last", row->last);
        json_day(json, "other", row->other);
        json_number(json, "certainty", row->certainty);
    }
    json_close(json, '}');
}

static void proofs_json(struct json *json, const struct take_in *item)
{
    json_open(json, "found", '[');
    for (size_t i = 0; i < item->reading.evidence_count; i++) {
        const struct evidence *proof = &item->reading.evidence[i];

        json_open(json, NULL, '{');
        json_string(json, "field", field_name(proof->field));
        json_string(json, "words", proof->words);
        json_string(json, "place",
                    proof->place == EVIDENCE_TEXT      ? "text"
                    : proof->place == EVIDENCE_SUBJECT ? "subject"
                                                       : "header");
        if (proof->place == EVIDENCE_TEXT)
            json_number(json, "line", line_of(&item->message, proof));
        json_number(json, "certainty", proof->certainty);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void ooo_explain_json(struct json *json, const struct take_in *item)
{
    json_open(json, "explain", '{');
    json_string(json, "order", item->trace->order);
    json_string(json, "order_from", item->trace->order_from);
    proofs_json(json, item);
    json_open(json, "seen", '[');
    for (size_t i = 0; i < item->trace->row_count; i++)
        row_json(json, &item->trace->rows[i]);
    json_close(json, ']');
    json_close(json, '}');
}
