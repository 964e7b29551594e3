#include <string.h>

#include "letter.h"

/* Of the trace: the dates that were seen with their roles, and why a field stays open. */

static const struct {
    const char *name, *says;
} roles[] = {
    [ROLE_NONE] = {"none", NULL},
    [ROLE_SPAN] = {"span", "away on it"},
    [ROLE_FIRST] = {"from", "the first day away"},
    [ROLE_BEYOND] = {"beyond", "the first day away is the one behind it"},
    [ROLE_SINCE] = {"since", "away since then"},
    [ROLE_LAST] = {"through", "the last day away"},
    [ROLE_UNTIL] = {"until", "away until then"},
    [ROLE_LENGTH] = {"length", "away for so long"},
    [ROLE_BACK] = {"back", "the day back"},
    [ROLE_AFTER] = {"after", "back when it is over"},
    [ROLE_ANSWER] = {"answer", "an answer is promised for it"},
    [ROLE_TIME] = {"time", "back at that time"},
};

/* "out of the office ... until": what governs a date. */
static const char *governing_words(struct arena *arena, const struct passage *passage,
                                   const struct role_words *by)
{
    const struct mark *before = by->before, *governor = by->governor;
    if (!governor)
        return before ? trace_mark(arena, passage, before) : NULL;
    const char *words = trace_mark(arena, passage, governor);
    bool within = before && before->at >= governor->at &&
                  before->at < governor->at + governor->count;
    if (!before || within)
        return words;
    return arena_format(arena, "%s ... %s", words, trace_mark(arena, passage, before));
}

/* Why a date has no part in the absence. */
static const char *passed_date(struct letter *letter, const struct passage *passage,
                               const struct sentence *sentence,
                               const struct mention *mention, const struct role_words *by)
{
    const struct mark *mark;
    if (mention->outcome == DATE_IMPOSSIBLE)
        return "there is no such day or time";
    if (sentence->excluded)
        return arena_format(letter->arena, "so is its sentence (%s)",
                            trace_exclusion(letter, passage, sentence, &mark));
    if (!date_is_certain(letter, mention))
        return "the message itself has no date, and this names no year";
    if (by->at_work)
        return "it tells of being at work";
    if (mention->date.feast)
        return "a feast names its own days, not those of an absence";
    if (mention->date.form == DATE_TIME)
        return "a time of the day alone";
    return by->governor ? "with these words it tells neither start nor end"
                        : "no word for being away or back stands near it";
}

static bool overlaps(const struct evidence *evidence, const struct trace_row *row)
{
    return evidence->place == row->place && evidence->start < row->start + row->length &&
           row->start < evidence->start + evidence->length;
}

/* The field the words of a date led to, FIELD_KIND when none; the day back before the
 * first day, when they led to both. */
static enum field field_of(const struct letter *letter, const struct trace_row *row)
{
    enum field found = FIELD_KIND;
    for (size_t i = 0; i < letter->evidence_count; i++) {
        const struct evidence *evidence = &letter->evidence[i];
        bool day = evidence->field == FIELD_FIRST_DAY || evidence->field == FIELD_BACK;
        if (day && overlaps(evidence, row) && found != FIELD_BACK)
            found = evidence->field;
    }
    return found;
}

static const char *what_came_of_it(struct letter *letter, const struct trace_row *row,
                                   const struct reading *reading, enum role role)
{
    const char *says = roles[role].says;
    if (row->other != DAY_NONE)
        return arena_format(letter->arena, "%s; it can be read in two ways", says);
    if (row->field != FIELD_KIND || reading->kind != READING_OOO)
        return says;
    bool known = row->first != DAY_NONE && reading->back != DAY_NONE &&
                 row->last <= reading->back &&
                 (reading->first_day == DAY_NONE || row->first >= reading->first_day);
    return arena_format(letter->arena, "%s; %s", says,
                        known
                            ? "other words tell it already"
                            : "it belongs to another absence, or other words go before");
}

void trace_date(struct letter *letter, const struct passage *passage,
                const struct sentence *sentence, const struct mention *mention,
                const struct reading *reading)
{
    const struct date_expression *date = &mention->date;
    size_t count = date->count > 0 ? date->count : 1;
    struct trace_row row = trace_tokens(passage, mention->at, mention->at + count);
    struct role_words by = role_words_of(letter, passage, sentence, mention);
    enum role role = ROLE_NONE;
    bool day = mention->outcome != DATE_IMPOSSIBLE && date->form != DATE_TIME &&
               date->form != DATE_LENGTH;
    row.topic = TRACE_DATE;
    row.first = day ? date->first : DAY_NONE;
    row.last = day ? date->last : DAY_NONE;
    row.other = mention->outcome == DATE_AMBIGUOUS ? date->other : DAY_NONE;
    row.by = governing_words(letter->arena, passage, &by);
    if (!sentence->excluded && date_is_certain(letter, mention))
        role = role_of(letter, passage, sentence, mention, &row.certainty);
    row.role = roles[role].name;
    row.field = field_of(letter, &row);
    if (role == ROLE_NONE) {
        row.certainty = 0;
        row.field = FIELD_KIND;
        row.why = passed_date(letter, passage, sentence, mention, &by);
    } else {
        row.why = what_came_of_it(letter, &row, reading, role);
    }
    trace_add(letter->tracing, row);
}

/* ---- Open fields ---- */

static const char *long_day(struct arena *arena, day_number day)
{
    struct date date = day_date(day);
    return arena_format(arena, "%d %s %d", date.mday, day_month_name(date.month),
                        date.year);
}

/* What begins an absence tells the first day, what ends it the day back, a span both. */
static bool tells(const struct trace_row *row, enum field field)
{
    bool begins = strcmp(row->role, roles[ROLE_FIRST].name) == 0 ||
                  strcmp(row->role, roles[ROLE_BEYOND].name) == 0 ||
                  strcmp(row->role, roles[ROLE_SINCE].name) == 0;
    return strcmp(row->role, roles[ROLE_SPAN].name) == 0 ||
           begins == (field == FIELD_FIRST_DAY);
}

/* A date that would tell the field and could be read in two ways. */
static const struct trace_row *ambiguous_row(const struct tracing *tracing,
                                             enum field field)
{
    for (size_t i = 0; i < tracing->count; i++)
        if (tracing->rows[i].topic == TRACE_DATE && tracing->rows[i].certainty > 0 &&
            tracing->rows[i].other != DAY_NONE && tells(&tracing->rows[i], field))
            return &tracing->rows[i];
    return NULL;
}

static const char *open_day(const struct letter *letter, enum field field)
{
    const struct trace_row *two = ambiguous_row(letter->tracing, field);
    struct range cues = {0, letter->text.cues.count};
    if (two)
        return arena_format(letter->arena, "\"%s\" may be %s or %s: set date_order",
                            two->words, long_day(letter->arena, two->first),
                            long_day(letter->arena, two->other));
    if (field == FIELD_BACK && cue_in(&letter->text, cues, CUE_NO_END))
        return "the message says that no end is known";
    if (!letter->dated)
        return "the message itself has no date, and no day is named in full";
    return field == FIELD_BACK ? "no words tell until when, or when back"
                               : "no words tell from when";
}

static void trace_field(struct letter *letter, enum field field, const char *why)
{
    trace_add(letter->tracing,
              (struct trace_row){.topic = TRACE_OPEN, .field = field, .why = why});
}

void trace_open(struct letter *letter, const struct reading *reading)
{
    if (reading->kind == READING_OTHER)
        trace_field(letter, FIELD_KIND, reading->why);
    if (reading->kind == READING_OOO && reading->first_day == DAY_NONE)
        trace_field(letter, FIELD_FIRST_DAY, open_day(letter, FIELD_FIRST_DAY));
    if (reading->kind == READING_OOO && reading->back == DAY_NONE)
        trace_field(letter, FIELD_BACK, open_day(letter, FIELD_BACK));
    if (reading->kind == READING_OOO && reading->reason == REASON_NONE)
        trace_field(letter, FIELD_REASON, "no words give one");
    if (reading->kind == READING_OOO && !reading->place)
        trace_field(letter, FIELD_PLACE, "no place is named in a sentence about it");
    if (reading->kind == READING_OOO && !reading->whose)
        trace_field(letter, FIELD_WHOSE, "nobody's event and no company is named");
    if (reading->kind != READING_OTHER && reading->cover_count == 0)
        trace_field(letter, FIELD_COVER, "nobody is named to turn to");
}
