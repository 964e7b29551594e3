#include "letter.h"

/* Does the sender no longer work there? */

enum { GONE_WITHIN = 4 };

/* A mail that a person wrote speaks of its writer only in the first person: others leave,
 * too. */
static bool is_about_sender(const struct letter *letter, const struct passage *passage,
                            const struct sentence *sentence, const struct mark *mark)
{
    if (letter->automatic || letter->message->jotted)
        return !cue_in(passage, sentence->cues, CUE_OTHER_PERSON);
    const struct mark *me = cue_in(passage, sentence->cues, CUE_I);
    return me && me->at < mark->at + mark->count;
}

/* Is the sender spoken of right before a word: by name, or, where nobody says "I", as
 * "she"? */
static bool follows_sender(const struct letter *letter, const struct passage *passage,
                           const struct sentence *sentence, const struct mark *mark)
{
    struct phrase_match match;
    size_t low = mark->at > GONE_WITHIN ? mark->at - GONE_WITHIN : 0;
    for (size_t at = mark->at; at > low && at > sentence->tokens.first; at--) {
        if (names_sender(letter, &passage->tokens.items[at - 1]))
            return true;
        if (at == mark->at && !letter->first_person &&
            phrase_book_match(letter->language->others, &passage->tokens, at - 1, &match))
            return true;
    }
    return false;
}

/* "Graham Pell left on 31 March" in an answer from Graham Pell; "she died". */
static const struct mark *find_gone(const struct letter *letter,
                                    const struct passage *passage,
                                    const struct sentence *sentence)
{
    for (size_t i = sentence->cues.first; i < sentence->cues.end; i++) {
        const struct mark *mark = &passage->cues.items[i];
        if (mark->kind == CUE_GONE && (letter->automatic || mark->count > 1) &&
            follows_sender(letter, passage, sentence, mark))
            return mark;
    }
    return NULL;
}

static const struct mark *find_left(const struct letter *letter,
                                    const struct passage *passage)
{
    for (size_t i = 0; i < passage->sentence_count; i++) {
        const struct sentence *sentence = &passage->sentences[i];
        const struct mark *mark = cue_in(passage, sentence->cues, CUE_LEFT);
        if (!mark)
            mark = cue_in(passage, sentence->cues, CUE_MOVED);
        if (!mark)
            mark = find_gone(letter, passage, sentence);
        if (mark &&
            (mark->kind == CUE_GONE ||
             is_about_sender(letter, passage, sentence, mark)) &&
            !cue_in(passage, sentence->cues, CUE_IF))
            return mark;
    }
    return NULL;
}

bool left_judge(struct letter *letter, const char **why)
{
    const struct passage *passages[] = {&letter->text, &letter->subject};
    for (size_t i = 0; i < 2; i++) {
        const struct mark *mark = find_left(letter, passages[i]);
        if (!mark)
            continue;
        evidence_add(letter, FIELD_KIND, passages[i], mark->at, mark->at + mark->count,
                     85);
        *why = "no longer there";
        return true;
    }
    return false;
}
