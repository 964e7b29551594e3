/* A message on its way to a reading: what the sender says, cut into sentences and marked
 * with what a language knows of. Each step of the reasoning (one file each) takes it and
 * adds to the reading. */
#ifndef AUTOREPLY_LETTER_H
#define AUTOREPLY_LETTER_H

#include "language.h"
#include "touchbase/dates/expression.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/message.h"
#include "touchbase/model/trace.h"

/* A phrase of a lexicon found at a token. */
struct mark {
    int kind, value;
    size_t at, count; /* tokens */
};

struct marks {
    struct mark *items;
    size_t count, capacity;
};

/* A date found at a token. */
struct mention {
    size_t at; /* token */
    enum date_outcome outcome;
    struct date_expression date;
};

struct mentions {
    struct mention *items;
    size_t count, capacity;
};

/* A run of tokens with the marks and mentions in it: from first up to, without, end. */
struct range {
    size_t first, end;
};

struct sentence {
    struct range tokens, cues, reasons, mentions;
    uint64_t kinds; /* a bit for each kind of cue in it */
    bool another;   /* it tells of another absence than the one that was chosen */
    bool excluded;  /* it does not speak of the sender's absence: past, another person,
                       hours, a receipt */
};

/* The subject or the text. */
struct passage {
    enum evidence_place place;
    const char *source; /* the whole subject or text */
    struct tokens tokens;
    struct marks cues;    /* enum cue_kind */
    struct marks reasons; /* enum reason */
    struct mentions mentions;
    int *costs; /* how far each token is from the start (role.c); NULL without mentions */
    struct sentence *sentences;
    size_t sentence_count, sentence_capacity;
};

/* A mail address or phone number that the sender names. */
struct point_found {
    bool mail;
    const char *value; /* as struct cover has it */
    size_t start, length;
};

struct letter {
    struct arena *arena;
    const struct message *message;
    const struct language *language;
    struct date_context dates;
    const char *said; /* message->text with all but the sender's own words blanked, offset
                         for offset */
    size_t said_length;
    struct tokens sender; /* the first words of the sender's name */
    struct point_found *points;
    size_t point_count, point_capacity;
    struct passage subject, text;
    bool first_person; /* the sender says "I" */
    bool own_absence;  /* and "I am away" */
    bool automatic;    /* the headers or the subject say that a machine sent it */
    bool notice; /* a machine sent it on its own: a shop, a calendar, a ticket desk */
    bool dated;  /* the message has a date; without one only full dates are read */
    struct evidence *evidence;
    size_t evidence_count, evidence_capacity;
    struct tracing *tracing; /* NULL in a reading that nobody asks to explain */
};

/* said.c: blanks quoted originals, signatures, disclaimers and adverts. */
char *said_text(struct arena *arena, const struct language *language,
                const struct message *message, struct tracing *tracing);
/* said_subject.c: the part of the subject that is the sender's and not the subject that
 * is answered; "" when nothing is. sender holds the words of the sender's name. */
char *said_subject(struct arena *arena, const struct language *language,
                   const struct tokens *sender, const char *subject, bool *automatic);

/* contact.c: the addresses and numbers in what is said. */
void letter_contacts(struct letter *letter);

/* extension.c: a digit; a letter, be it one byte of many. */
bool byte_is_digit(char c);
bool byte_is_alpha(char c);
/* An extension behind a number or alone: " x12", " ext. 210"; returns the
 * byte behind it, at when none is there, with its digits and how many they are. */
size_t read_extension(const struct letter *letter, size_t at, const char **digits,
                      int *count);
/* "Cover = Colin 2231", "call Sheila on 04412": the byte behind a number of a few digits
 * that begins at a byte and is an extension; at when it is none. */
size_t bare_extension(const struct letter *letter, size_t at);

/* passage.c */
void passage_read(struct letter *letter, struct passage *passage,
                  enum evidence_place place, const char *source,
                  const struct tokens *said);
/* mention.c: reads the dates of a passage whose cues and reasons are found. */
void mentions_find(struct letter *letter, struct passage *passage);
/* The date of a sentence that a token is part of, or NULL. */
const struct mention *mention_over(const struct passage *passage,
                                   const struct sentence *sentence, size_t token);
/* Is there a cue of that kind among the cues of a range? The first, or NULL. */
const struct mark *cue_in(const struct passage *passage, struct range cues,
                          enum cue_kind kind);
/* The same of a sentence, at once when it has none. */
const struct mark *cue_of(const struct passage *passage, const struct sentence *sentence,
                          enum cue_kind kind);
/* A word of receipts, of a machine's notice; not what is to be sent to somebody: "direct
 * outage planning to Gail". */
const struct mark *receipt_in(const struct passage *passage, struct range cues);
/* A word of opening hours, of reading mail at certain times, that is not said of the day
 * of a return: "on Monday the 6th we open at the usual hours". */
const struct mark *hours_in(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence);
/* The sentence a token stands in, or NULL. */
const struct sentence *sentence_at(const struct passage *passage, size_t token);
/* The sentence that a byte of the text stands in, or NULL. */
const struct sentence *sentence_of_byte(const struct passage *passage, size_t offset);

/* oneself.c */
/* Is a word one of the sender's names? */
bool names_sender(const struct letter *letter, const struct token *token);
/* Does "I am", "we will be" end right before a token, adverbs passed over? */
bool own_be_before(const struct letter *letter, const struct tokens *tokens, size_t at);
/* "I am away" is a word for oneself, too: does one begin at a token? */
bool begins_with_me(const struct phrase_book *book, const struct tokens *tokens,
                    size_t at);
/* "I am out", "we will all be away": what may say that somebody is away does so behind
 * "I am". */
void judge_off(struct letter *letter, const struct tokens *tokens, struct marks *marks);
/* "I am away", "I'm on leave": does the sender, who says "I", tell of an absence? */
bool tells_own_absence(const struct letter *letter, const struct tokens *tokens,
                       const struct marks *marks);

/* return.c: of words that may tell a return, which do so in a sentence. */
void judge_returns(const struct letter *letter, struct passage *passage,
                   const struct sentence *sentence);

/* list.c: does a line that begins at a token belong to the sentence before it, as a day
 * of a list that this one announces? */
bool list_goes_on(const struct passage *passage, size_t at);

/* presence.c: "im Büro", "ik werk": with a negation behind it away, with the day from
 * which it holds back. */
void judge_presence(const struct letter *letter, struct passage *passage,
                    const struct sentence *sentence);

/* subject.c: does the sender say "I"? */
bool speaks_in_first_person(const struct letter *letter, const struct tokens *tokens);
/* "Joanne Keck (on leave until May)": hides what is said of another in brackets. */
void hide_asides(const struct letter *letter, struct tokens *tokens);
/* Why a sentence does not speak of an absence of the sender, now or to come, in words,
 * and the cue that says so (NULL: none does by itself); NULL when it may speak of one. */
const char *exclusion(const struct letter *letter, const struct passage *passage,
                      const struct sentence *sentence, const struct mark **by);

/* header.c: what the headers alone tell. */
enum header_sign {
    HEADER_NOTHING,
    HEADER_AUTOMATIC,
    HEADER_NOTICE, /* a machine sent it, and it answers nothing */
    HEADER_OTHER
};
enum header_sign headers_judge(const struct message *message, const char **why);
/* Every header that counted. */
void headers_trace(struct tracing *tracing, const struct message *message);

/* trade.c: how many signs tell that a machine sent it in the course of trade, 0 to 3;
 * none in what is jotted. */
int trade_signs(const struct letter *letter);

/* gone.c: has the sender left, with evidence and the reason in words? */
bool left_judge(struct letter *letter, const char **why);

/* hints.c */
/* "Ron is in Cabo until 1 December": what is jotted about a person or answered by a
 * machine in the first person, with an end. */
bool tells_end(const struct letter *letter, const struct passage *passage,
               const struct sentence *sentence);
/* "I'll get to your message on Monday the 31st", in a machine's answer. */
bool promises_day(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence);
/* Does a sentence name a reason by a word that means nothing else? */
bool gives_reason(const struct passage *passage, const struct sentence *sentence);
/* owned.c: does "I", "we", "the office" or the sender's name stand at a sign of an
 * absence or before it in its sentence, or nothing at all? */
bool sign_is_owned(const struct letter *letter, const struct passage *passage,
                   const struct sentence *sentence, const struct mark *mark);

/* kind.c */
enum reading_kind kind_judge(struct letter *letter, const char **why);

/* role.c: what a date is to the absence. */
enum role {
    ROLE_NONE,
    ROLE_SPAN,   /* away on, or from and to */
    ROLE_FIRST,  /* from */
    ROLE_BEYOND, /* from the day after a feast */
    ROLE_SINCE,  /* from, in the past */
    ROLE_LAST,   /* through */
    ROLE_UNTIL,  /* until: the last day or the return */
    ROLE_LENGTH, /* for two weeks */
    ROLE_BACK,
    ROLE_AFTER,  /* back after */
    ROLE_ANSWER, /* the day an answer is promised for */
    ROLE_NEXT,   /* back on the day after the last one */
    ROLE_TIME    /* back at a time of that day */
};

struct event {
    enum role role;
    const struct passage *passage;
    const struct mention *mention;
    int certainty;
};

/* Measures the distances in a passage whose mentions are found. */
void passage_measure(struct letter *letter, struct passage *passage);
enum role role_of(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, const struct mention *mention,
                  int *certainty);

/* The words that gave a date its role. */
struct role_words {
    const struct mark *before;   /* the preposition, NULL when there is none */
    const struct mark *governor; /* the word for being away, back ...; NULL: none */
    bool of_reason;              /* governor is one of the passage's reasons */
    bool at_work;                /* it speaks of being there */
};

struct role_words role_words_of(const struct letter *letter,
                                const struct passage *passage,
                                const struct sentence *sentence,
                                const struct mention *mention);
/* event.c: may it be looked at at all? Without a date of the message only a day named in
 * full may. */
bool date_is_certain(const struct letter *letter, const struct mention *mention);

/* absence.c, reason.c, place.c, whose.c, cover.c: fill their part of the reading, with
 * evidence. */
void period_find(struct letter *letter, struct reading *out);
void reason_find(struct letter *letter, struct reading *out);
/* The same once more when the text tells of several absences: the reason of the chosen
 * one. */
void reason_of_chosen(struct letter *letter, struct reading *out);
void place_find(struct letter *letter, struct reading *out);
void whose_find(struct letter *letter, struct reading *out);
void covers_find(struct letter *letter, struct reading *out);

/* place_name.c: is there a phrase of that kind at a token, which takes *count tokens? A
 * word with a capital that may be of a place's name? The token behind a name that begins
 * at one, at itself when none does: small words ("of", "de") only between its words. */
bool place_word(const struct phrase_book *book, const struct tokens *tokens, size_t at,
                enum place_kind kind, size_t *count);
bool place_name_word(const struct letter *letter, const struct tokens *tokens, size_t at);
size_t place_name(const struct letter *letter, const struct tokens *tokens, size_t at,
                  size_t limit);

/* place_small.c: is it a note without capitals? The token behind a name in small letters
 * that begins at one; at itself when none does. */
bool is_small_note(const struct letter *letter, const struct passage *passage);
size_t small_name(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, size_t at);

/* evidence.c */
enum { CERTAINTY_BAR = 50 }; /* below it a field stays open */
void evidence_add_bytes(struct letter *letter, enum field field,
                        enum evidence_place place, size_t start, size_t length,
                        int certainty);
/* Tokens first up to, without, end. */
void evidence_add(struct letter *letter, enum field field, const struct passage *passage,
                  size_t first, size_t end, int certainty);
/* Drops the evidence of a field. */
void evidence_drop(struct letter *letter, enum field field);
void evidence_add_header(struct letter *letter, enum field field, const char *name,
                         const char *value);
void evidence_finish(struct letter *letter, struct reading *out);

/* trace.c: a trace on its way. */
struct tracing {
    struct arena *arena;
    const struct message *message;
    struct trace_row *rows;
    size_t count, capacity;
    size_t counted; /* bytes of the text whose lines are counted */
    int lines;      /* how many ended there */
};

/* Adds a row; its words are copied from the text or subject, its lines counted. */
void trace_add(struct tracing *tracing, struct trace_row row);
/* A row of tokens first up to, without, end; the words of a mark; why a sentence was
 * passed over. */
struct trace_row trace_tokens(const struct passage *passage, size_t first, size_t end);
const char *trace_mark(struct arena *arena, const struct passage *passage,
                       const struct mark *mark);
const char *trace_exclusion(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark **by);
/* trace_dates.c */
void trace_date(struct letter *letter, const struct passage *passage,
                const struct sentence *sentence, const struct mention *mention,
                const struct reading *reading);
void trace_open(struct letter *letter, const struct reading *reading);
/* What can be told once everything is understood; fills out. setting is the order that
 * was handed in. */
void trace_finish(struct letter *letter, enum date_order setting,
                  const struct reading *reading, struct trace *out);

#endif
