#include <string.h>

#include "letter.h"

/* How a reading came about. Looked at only when somebody asks, over what the steps of the
 * reading left behind; they report here only what they throw away. */

enum { WORDS_LONG = 160 }; /* bytes of words that are shown */

/* ---- Rows ---- */

static const char *source_of(const struct message *message, enum evidence_place place)
{
    const char *source = place == EVIDENCE_SUBJECT ? message->subject : message->text;
    return source ? source : "";
}

static int newlines(const char *text, size_t from, size_t end)
{
    int count = 0;
    for (size_t i = from; i < end; i++)
        count += text[i] == '\n';
    return count;
}

/* Rows mostly come as they stand in the text: counting goes on from the one before. */
static int line_at(struct tracing *tracing, size_t offset)
{
    if (offset < tracing->counted)
        tracing->counted = 0, tracing->lines = 0;
    tracing->lines += newlines(tracing->message->text, tracing->counted, offset);
    tracing->counted = offset;
    return tracing->lines + 1;
}

/* Its words as they stand there, the blanks at its end left off; of many the first. */
static void locate(struct tracing *tracing, struct trace_row *row)
{
    const char *source = source_of(tracing->message, row->place);
    size_t length;
    while (row->length > 0 && strchr(" \t\r\n", source[row->start + row->length - 1]))
        row->length--;
    length = row->length > WORDS_LONG ? WORDS_LONG : row->length;
    while (length < row->length &&
           ((unsigned char)source[row->start + length] & 0xc0) == 0x80)
        length--;
    row->words = arena_copy(tracing->arena, source + row->start, length);
    if (row->place != EVIDENCE_TEXT)
        return;
    row->line = line_at(tracing, row->start);
    row->last_line = row->line + newlines(source, row->start, row->start + row->length);
}

void trace_add(struct tracing *tracing, struct trace_row row)
{
    if (tracing->count >= TRACE_ROWS_MAX && row.topic != TRACE_OPEN)
        return;
    if (row.topic != TRACE_DATE) {
        row.role = NULL;
        row.first = row.last = row.other = DAY_NONE;
    }
    if (row.place != EVIDENCE_HEADER && row.topic != TRACE_OPEN)
        locate(tracing, &row);
    tracing->rows = arena_grow(tracing->arena, tracing->rows, tracing->count,
                               tracing->count + 1, sizeof row, &tracing->capacity);
    tracing->rows[tracing->count++] = row;
}

struct trace_row trace_tokens(const struct passage *passage, size_t first, size_t end)
{
    const struct token *from = &passage->tokens.items[first];
    const struct token *last = &passage->tokens.items[end - 1];
    return (struct trace_row){.place = passage->place,
                              .start = from->start,
                              .length = last->start + last->length - from->start};
}

const char *trace_mark(struct arena *arena, const struct passage *passage,
                       const struct mark *mark)
{
    struct trace_row row = trace_tokens(passage, mark->at, mark->at + mark->count);
    return arena_copy(arena, passage->source + row.start, row.length);
}

/* ---- For and against ---- */

static const char *cue_says(enum cue_kind kind, enum trace_topic *topic)
{
    *topic = TRACE_FOR;
    switch (kind) {
    case CUE_AWAY:
        return "somebody is away";
    case CUE_OFF:
        return "somebody may be away: with a day it counts";
    case CUE_CLOSED:
        return "something is closed";
    case CUE_BACK:
        return "a return";
    case CUE_LEFT:
    case CUE_MOVED:
        return "somebody left";
    default:
        break;
    }
    *topic = TRACE_AGAINST;
    switch (kind) {
    case CUE_RECEIPT:
        return "a receipt or a notice of a machine";
    case CUE_NEW_ADDRESS:
        return "an address has changed";
    case CUE_HOURS:
        return "hours, no absence";
    case CUE_BACK_NOW:
        return "somebody is back already";
    default:
        return NULL;
    }
}

static void trace_cues(struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *mark = &passage->cues.items[i];
        struct trace_row row = trace_tokens(passage, mark->at, mark->at + mark->count);
        row.why = cue_says((enum cue_kind)mark->kind, &row.topic);
        if (row.why && (row.topic == TRACE_AGAINST || !sentence->excluded))
            trace_add(letter->tracing, row);
    }
}

static void trace_reasons(struct letter *letter, const struct passage *passage,
                          const struct sentence *sentence)
{
    for (size_t i = sentence->reasons.first; i < sentence->reasons.end; i++) {
        const struct mark *mark = &passage->reasons.items[i];
        struct trace_row row = trace_tokens(passage, mark->at, mark->at + mark->count);
        if (mark->kind == REASON_NONE || sentence->excluded)
            continue;
        row.topic = TRACE_FOR;
        row.why = arena_format(letter->arena, "a reason: %s",
                               reason_name((enum reason)mark->kind));
        trace_add(letter->tracing, row);
    }
}

const char *trace_exclusion(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark **by)
{
    const char *why = exclusion(letter, passage, sentence, by);
    return why ? why : "it does not speak of the sender";
}

static void trace_passed(struct letter *letter, const struct passage *passage,
                         const struct sentence *sentence)
{
    struct trace_row row =
        trace_tokens(passage, sentence->tokens.first, sentence->tokens.end);
    const struct mark *by = NULL;
    row.topic = TRACE_PASSED;
    row.why = trace_exclusion(letter, passage, sentence, &by);
    row.by = by ? trace_mark(letter->arena, passage, by) : NULL;
    trace_add(letter->tracing, row);
}

/* ---- The whole ---- */

static void trace_passage(struct letter *letter, const struct passage *passage,
                          const struct reading *reading)
{
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        if (sentence->excluded)
            trace_passed(letter, passage, sentence);
        trace_cues(letter, passage, sentence);
        trace_reasons(letter, passage, sentence);
        for (size_t k = sentence->mentions.first; k < sentence->mentions.end; k++)
            trace_date(letter, passage, sentence, &passage->mentions.items[k], reading);
    }
}

/* The part of the subject behind "Automatic reply:" is not the sender's. */
static void trace_subject(struct letter *letter)
{
    const struct passage *subject = &letter->subject;
    const char *whole = source_of(letter->message, EVIDENCE_SUBJECT);
    size_t count = subject->tokens.count, end = 0;
    if (count > 0)
        end = subject->tokens.items[count - 1].start +
              subject->tokens.items[count - 1].length;
    while (whole[end] == ' ' || whole[end] == ':')
        end++;
    if (letter->said && whole[end])
        trace_add(letter->tracing,
                  (struct trace_row){.topic = TRACE_CUT,
                                     .place = EVIDENCE_SUBJECT,
                                     .start = end,
                                     .length = strlen(whole) - end,
                                     .why = "the mail that is answered"});
}

static void tell_order(const struct letter *letter, enum date_order setting,
                       struct trace *out)
{
    enum date_order order = letter->said ? letter->dates.order : setting;
    out->order = order == DATE_ORDER_DMY ? "dmy" : order == DATE_ORDER_MDY ? "mdy" : NULL;
    if (!out->order)
        out->order_from = "neither the message nor a setting tells it";
    else if (letter->dates.order_told)
        out->order_from = "other dates of the message";
    else if (letter->language->order != DATE_ORDER_NONE)
        out->order_from = "the language of the message";
    else
        out->order_from = "the setting date_order, or --order";
}

void trace_finish(struct letter *letter, enum date_order setting,
                  const struct reading *reading, struct trace *out)
{
    struct tracing *tracing = letter->tracing;
    trace_subject(letter);
    trace_passage(letter, &letter->text, reading);
    trace_passage(letter, &letter->subject, reading);
    trace_open(letter, reading);
    struct trace_row *rows = arena_array(letter->arena, tracing->count, sizeof *rows);
    size_t count = 0;
    for (int topic = 0; topic < TRACE_TOPIC_COUNT; topic++)
        for (size_t i = 0; i < tracing->count; i++)
            if ((int)tracing->rows[i].topic == topic)
                rows[count++] = tracing->rows[i];
    *out = (struct trace){.rows = rows, .row_count = count};
    tell_order(letter, setting, out);
}
