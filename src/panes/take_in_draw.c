/* The take-in screen: the message with its evidence marked, the fields found, the play as
 * it would run. */
#include <string.h>

#include "sheets.h"
#include "take_in_view.h"
#include "touchbase/base/text.h"
#include "words.h"

/* Narrower than WIDE the fields stand above the message, two to a line. */
enum { WIDE = 100, NARROW_LINES = 5, FIELDS_WIDE = 44, VALUE_COLUMN = 11 };

static const struct {
    const char *key; /* a hint: that of the action that changes it; NULL: not marked */
    enum style style;
} marks[FIELD_COUNT] = {
    [FIELD_FIRST_DAY] = {"{first-day}", STYLE_EVIDENCE_FIRST_DAY},
    [FIELD_BACK] = {"{back-day}", STYLE_EVIDENCE_BACK},
    [FIELD_REASON] = {"{reason}", STYLE_EVIDENCE_REASON},
    [FIELD_PLACE] = {"{place}", STYLE_EVIDENCE_PLACE},
    [FIELD_WHOSE] = {"{with-whom}", STYLE_EVIDENCE_PLACE},
    [FIELD_COVER] = {"{cover}", STYLE_EVIDENCE_COVER},
};

const char *take_in_hint(const struct take_in_view *state, struct arena *arena,
                         const char *words)
{
    struct buffer out = {0};
    const char *text;

    keymap_words(state->shared->keymap, "take-in", words, &out);
    text = arena_string(arena, buffer_string(&out));
    buffer_free(&out);
    return text;
}

/* A text with marks: spans of evidence begin with the key of their field in brackets. */
struct marked {
    const struct take_in_view *state;
    struct buffer text;
    struct reader_span *spans;
    size_t count;
};

static void begin_span(struct marked *out, const struct evidence *evidence)
{
    struct reader_span *span = &out->spans[out->count++];

    span->start = out->text.length;
    span->style = marks[evidence->field].style;
    buffer_add_char(&out->text, '[');
    keymap_words(out->state->shared->keymap, "take-in", marks[evidence->field].key,
                 &out->text);
    buffer_add_char(&out->text, ']');
    /* The words follow; markers of spans that begin within them may lengthen it. */
    span->end = out->text.length + evidence->length;
}

static void add_marked(struct marked *out, const struct reading *reading,
                       enum evidence_place place, const char *text, size_t length)
{
    size_t at = 0;

    for (size_t i = 0; i < reading->evidence_count; i++) {
        const struct evidence *evidence = &reading->evidence[i];

        if (evidence->place != place || marks[evidence->field].key == NULL ||
            evidence->start < at || evidence->start + evidence->length > length)
            continue;
        buffer_add(&out->text, text + at, evidence->start - at);
        begin_span(out, evidence);
        at = evidence->start;
    }
    buffer_add(&out->text, text + at, length - at);
}

void take_in_compose(struct take_in_view *state)
{
    const struct message *message = &state->take_in.message;
    const struct reading *reading = &state->take_in.reading;
    struct marked out = {.state = state};

    out.spans =
        arena_array(state->arena, reading->evidence_count * 2 + 1, sizeof *out.spans);
    if (message->subject != NULL) {
        add_marked(&out, reading, EVIDENCE_SUBJECT, message->subject,
                   strlen(message->subject));
        buffer_add_string(&out.text, "\n\n");
    }
    add_marked(&out, reading, EVIDENCE_TEXT, message->text, message->text_length);
    reader_set(state->reader, buffer_string(&out.text), out.text.length, out.spans,
               out.count);
    state->first_proof = out.count > 0 ? out.spans[0].start : 0;
    state->last_proof = out.count > 0 ? out.spans[out.count - 1].start : 0;
    buffer_free(&out.text);
}

struct rect take_in_message_rect(int rows, int columns)
{
    int preview = take_in_preview_rows(rows);

    if (columns >= WIDE)
        return (struct rect){0, 0, rows - preview - 1, columns - FIELDS_WIDE - 1};
    return (struct rect){NARROW_LINES, 0, rows - NARROW_LINES - preview - 1, columns};
}

/* "vacation ?": the words that prove it may mean something else. */
static const char *with_doubt(struct arena *arena, const struct reading *reading,
                              enum field field, const char *value)
{
    int certainty = evidence_certainty(reading->evidence, reading->evidence_count, field);

    if (value == NULL || certainty == 0 || certainty >= CERTAINTY_SURE)
        return value;
    return arena_format(arena, "%s ?", value);
}

static const char *day_words(struct arena *arena, day_number day, day_number today)
{
    return day == DAY_NONE ? NULL : shown_weekday(arena, day, today);
}

static const char *back_words(struct arena *arena, const struct reading *reading,
                              day_number today)
{
    const char *day = day_words(arena, reading->back, today);

    if (day == NULL && reading->ambiguous_date)
        return "open: a date has two readings";
    if (day == NULL || reading->back_minute == MINUTE_NONE)
        return day;
    return arena_format(arena, "%s %s", day, shown_time(arena, reading->back_minute));
}

static const char *who_words(const struct take_in_view *state, struct arena *arena)
{
    const struct take_in *take_in = &state->take_in;
    const struct message_address *from = &take_in->message.from;

    if (take_in->doubt != NULL)
        return arena_format(arena, "is this %s? %s", take_in->contact.name,
                            take_in->doubt);
    if (take_in->has_contact && take_in->contact.company != NULL)
        return arena_format(arena, "%s, %s", take_in->contact.name,
                            take_in->contact.company);
    if (take_in->has_contact)
        return take_in->contact.name;
    if (from->mail == NULL)
        return take_in_hint(state, arena, "whose is it? {who} finds the person");
    return arena_format(arena, "%s <%s>, new", from->name != NULL ? from->name : "",
                        from->mail);
}

static const char *const kinds[] = {[READING_OTHER] = "no absence",
                                    [READING_OOO] = "out of office",
                                    [READING_LEFT] = "left the company"};

static int width_of(const char *text)
{
    return text_width(text, strlen(text));
}

/* Why it is one, too, where there is room for all of it. */
static const char *kind_words(struct arena *arena, const struct reading *reading,
                              int columns)
{
    const char *kind = kinds[reading->kind], *full;

    if (reading->why == NULL)
        return kind;
    full = arena_format(arena, "%s (%s)", kind, reading->why);
    return width_of(full) <= columns ? full : kind;
}

/* Of what was heard on the phone, rule 1. */
static void draw_greeting(const struct take_in_view *state, struct arena *arena,
                          struct area area)
{
    const struct take_in *take_in = &state->take_in;
    bool wide = area.rect.rows > NARROW_LINES;
    int row = wide ? 9 : NARROW_LINES - 1;
    int second = wide ? row + 1 : row;
    int column = wide ? 0 : area.rect.columns / 2;
    int key =
        area_text(area, row, 0, STYLE_FOOTER_KEY, take_in_hint(state, arena, "{heard}"));

    area_format(area, row, key + 1, STYLE_NORMAL, "heard to the end: %s",
                take_in->heard_whole ? "yes" : "no");
    key = area_text(area, second, column, STYLE_FOOTER_KEY,
                    take_in_hint(state, arena, "{message-left}"));
    area_format(area, second, column + key + 1, STYLE_NORMAL, "message left: %s",
                take_in->message_left ? "yes" : "no");
}

static const char *field_words(const struct take_in_view *state, struct arena *arena,
                               enum field field)
{
    const struct reading *reading = &state->take_in.reading;
    day_number today = desk_today(state->shared->desk);

    if (field == FIELD_FIRST_DAY)
        return day_words(arena, reading->first_day, today);
    if (field == FIELD_BACK)
        return back_words(arena, reading, today);
    return reading_text(arena, reading, field);
}

/* A field: below the one before it in a wide window, else beside or below it. */
static void draw_field(const struct take_in_view *state, struct arena *arena,
                       struct area area, enum field field)
{
    int number = (int)field - FIELD_FIRST_DAY;
    bool wide = area.rect.rows > NARROW_LINES;
    int half = area.rect.columns / 2;
    struct rect place = {wide ? 2 + number : 1 + number / 2, wide ? 0 : number % 2 * half,
                         1, wide ? area.rect.columns : half - 1};
    struct area line = area_part(area, place);
    const char *value = with_doubt(arena, &state->take_in.reading, field,
                                   field_words(state, arena, field));
    int key = area_text(line, 0, 0, STYLE_FOOTER_KEY,
                        take_in_hint(state, arena, marks[field].key));

    area_text(line, 0, key + 1, STYLE_DIM, field_title(field));
    area_field(line, 0, key + VALUE_COLUMN, place.columns - key - VALUE_COLUMN,
               value == NULL ? STYLE_DIM : marks[field].style,
               value == NULL ? "open" : value, false);
}

/* Who it is of and what it is: each in a line of its own where there are many, else
 * beside each other, where a long name leaves room for the other. */
static void draw_who(const struct take_in_view *state, struct arena *arena,
                     struct area area)
{
    const struct reading *reading = &state->take_in.reading;
    const char *who = who_words(state, arena);
    bool wide = area.rect.rows > NARROW_LINES;
    int columns = area.rect.columns;
    int room = wide ? columns : columns - width_of(kinds[reading->kind]) - 2;
    int taken = width_of(who) < room ? width_of(who) : room;
    int column = wide ? 0 : taken + 2;

    area_field(area, 0, 0, taken, STYLE_STRONG, who, false);
    area_text(area, wide ? 1 : 0, column, STYLE_NORMAL,
              kind_words(arena, reading, columns - column));
}

static void draw_fields(const struct take_in_view *state, struct area area)
{
    struct arena *arena = arena_create();

    draw_who(state, arena, area);
    for (int field = FIELD_FIRST_DAY; field < FIELD_COUNT; field++)
        draw_field(state, arena, area, (enum field)field);
    if (state->take_in.message.jotted)
        draw_greeting(state, arena, area);
    arena_destroy(arena);
}

/* The lines within the sheet join its frame, which lies just outside of the area. */
static void draw_rules(struct area area, struct rect message, int preview)
{
    struct rect inside = area.rect;
    struct area frame = {
        area.canvas,
        {inside.row - 1, inside.column - 1, inside.rows + 2, inside.columns + 2}};
    int rule = inside.rows - preview + 1;
    const struct cell *top =
        canvas_cell(area.canvas, inside.row - 1, inside.column + message.columns);

    area_horizontal(frame, rule, 0, inside.columns + 2, STYLE_BORDER_FOCUS);
    if (inside.columns < WIDE)
        return;
    if (top != NULL && top->arms != 0) /* else the title stands there */
        area_vertical(frame, 0, message.columns + 1, rule + 1, STYLE_BORDER_FOCUS);
    else
        area_vertical(frame, 1, message.columns + 1, rule, STYLE_BORDER_FOCUS);
}

void take_in_draw(const struct take_in_view *state, struct area area)
{
    int rows = area.rect.rows;
    int columns = area.rect.columns;
    struct rect message = take_in_message_rect(rows, columns);
    struct rect fields = {0, 0, NARROW_LINES, columns};
    int preview = take_in_preview_rows(rows) + 1;

    if (columns >= WIDE)
        fields = (struct rect){0, message.columns + 2, message.rows, FIELDS_WIDE - 2};
    draw_rules(area, message, preview);
    reader_draw(state->reader, area_part(area, message));
    draw_fields(state, area_part(area, fields));
    take_in_preview_draw(
        state, area_part(area, (struct rect){rows - preview, 0, preview, columns}));
}
