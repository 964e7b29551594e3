/* The reader of auto-replies: a message in, what it says about an absence out, with the
 * words that prove it (design.md section 2, rule 1). Pure: no clock, no files; the
 * present is the message's own date. Nothing is invented: what the words do not carry
 * stays open.
 *
 * The order of reasoning: what the sender says (autoreply/said.c), of whom each sentence
 * speaks (subject.c), is it an absence (kind.c), which word holds which date and what the
 * date is to the absence (governor.c, role.c, period.c), why, whose and where (reason.c,
 * place.c), who covers (cover.c). The language is data: data/phrases/LANG.ini; a further
 * language is a further file. */
#ifndef TOUCHBASE_AUTOREPLY_READER_H
#define TOUCHBASE_AUTOREPLY_READER_H

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/dates/order.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/message.h"
#include "touchbase/model/trace.h"

struct autoreply_reader;

/* Learns to tell the languages there are embedded lexicons of, and no more (some 1 ms and
 * 50 KB): a language's lexicon is read when a message turns out to be in it (some 10 ms
 * and 1 MB each; bench.Treader prints both). NULL and err, which names file and line,
 * when one is broken. The caller closes it. */
struct autoreply_reader *autoreply_open(struct error *err);
void autoreply_close(struct autoreply_reader *reader); /* NULL is allowed */

/* Reads the lexicons of all languages now, those that are read already but once. False
 * and err, which names file and line, when one is broken. */
bool autoreply_read_languages(struct autoreply_reader *reader, struct error *err);

/* Reads one message. Never fails: what is no absence is READING_OTHER with the reason in
 * out->why. A date such as 3/4 is read by the message itself (another date in it that can
 * be read in one way only, a weekday beside it, its language), else by order, and without
 * one left open with out->ambiguous_date.
 *
 * All strings of *out belong to arena; none points into message. Spans of the evidence
 * are byte offsets into message->text or message->subject; they never overlap within one
 * field. message->has_date false: only dates with a year are read.
 *
 * A reader is of one thread: it reads the lexicon of the message's language when it met
 * none in it before. (One that is broken makes the message READING_OTHER, with the file
 * and line in out->why.) Time and memory grow in proportion to the text: some 150 bytes a
 * byte of text in arena, 600 at the worst.
 */
void autoreply_read(struct autoreply_reader *reader, struct arena *arena,
                    const struct message *message, enum date_order order,
                    struct reading *out);

/* The same, and how it came about: the trace's strings belong to arena, its spans are
 * byte offsets into message->text or message->subject. The reading is the one that
 * autoreply_read gives. */
void autoreply_explain(struct autoreply_reader *reader, struct arena *arena,
                       const struct message *message, enum date_order order,
                       struct reading *out, struct trace *trace);

#endif
