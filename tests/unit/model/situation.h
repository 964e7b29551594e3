/* Situations of tests/tables/plans: read from lines, and the plan of one printed in
 * lines. The format is told in tests/tables/plans/README. */
#ifndef TESTS_MODEL_SITUATION_H
#define TESTS_MODEL_SITUATION_H

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/embedded.h"
#include "touchbase/model/plan.h"

enum { SITUATION_TOUCHES = 16, SITUATION_WORDS = 40 };

struct situation {
    struct arena *arena;
    struct plays plays;
    struct contact contact;
    struct absence absence;
    struct absence earlier;
    struct absence others[4];
    struct cover covers[4];
    struct touch touches[SITUATION_TOUCHES];
    struct plan_answer answers[SITUATION_TOUCHES];
    day_number holidays[SITUATION_WORDS];
    int loads[SITUATION_WORDS]; /* of days from now on, without the touches above */
    struct plan_input input;
    bool with_words; /* print the sentences too */
};

/* One line's words; quoted ones may hold blanks. */
struct words {
    const char *words[SITUATION_WORDS];
    int count;
    int at;
};

static void words_split(struct arena *arena, const char *line, struct words *out)
{
    *out = (struct words){0};
    for (line += strspn(line, " "); *line && out->count < SITUATION_WORDS;
         line += strspn(line, " ")) {
        bool quoted = *line == '"';
        line += quoted;
        size_t length = strcspn(line, quoted ? "\"" : " ");
        out->words[out->count++] = arena_copy(arena, line, length);
        line += length + (quoted && line[length]);
    }
}

static const char *words_next(struct words *words)
{
    return words->at < words->count ? words->words[words->at++] : "";
}

static bool words_take(struct words *words, const char *word)
{
    if (words->at >= words->count || strcmp(words->words[words->at], word) != 0)
        return false;
    words->at++;
    return true;
}

static day_number words_day(struct words *words)
{
    day_number day = DAY_NONE;
    if (!day_parse(words_next(words), &day))
        abort();
    return day;
}

/* "10:30" when it comes next. */
static int words_minute(struct words *words)
{
    const char *word = words->at < words->count ? words->words[words->at] : "";
    if (strlen(word) != 5 || word[2] != ':')
        return MINUTE_NONE;
    words->at++;
    return atoi(word) * 60 + atoi(word + 3);
}

static struct wall words_wall(struct words *words)
{
    struct wall wall = {.day = words_day(words)};
    wall.minute = words_minute(words);
    return wall;
}

static void read_cover(struct situation *s, struct absence *absence, struct words *words)
{
    struct cover *cover = &s->covers[absence->cover_count++];
    const char *value = words_next(words);
    if (strchr(value, '@'))
        cover->mail = value;
    else if (*value == '+')
        cover->phone = value;
    else
        cover->name = value;
    if (cover->name && words->at < words->count && strchr(words->words[words->at], '@'))
        cover->mail = words_next(words);
    absence->covers = s->covers;
}

/* left, or a reason ("none"), then what else is known. */
static void read_absence(struct situation *s, struct absence *absence,
                         struct words *words)
{
    const char *what = words_next(words);
    *absence = (struct absence){.kind = READING_OOO,
                                .received_day = s->input.now.day,
                                .first_day = DAY_NONE,
                                .back = DAY_NONE,
                                .back_minute = MINUTE_NONE};
    if (strcmp(what, "left") == 0)
        absence->kind = READING_LEFT;
    else if (strcmp(what, "none") != 0)
        absence->reason = (enum reason)reason_from_name(what);
    if ((int)absence->reason < 0)
        abort();
    while (words->at < words->count) {
        if (words_take(words, "received"))
            absence->received_day = words_day(words);
        else if (words_take(words, "undated"))
            absence->received_day = DAY_NONE;
        else if (words_take(words, "first"))
            absence->first_day = words_day(words);
        else if (words_take(words, "back")) {
            struct wall back = words_wall(words);
            absence->back = back.day;
            absence->back_minute = back.minute;
        } else if (words_take(words, "place"))
            absence->place = words_next(words);
        else if (words_take(words, "whose"))
            absence->whose = words_next(words);
        else if (words_take(words, "id"))
            absence->id = atoi(words_next(words));
        else if (words_take(words, "cover"))
            read_cover(s, absence, words);
        else if (words_take(words, "hospital"))
            absence->hospital = true;
        else
            abort();
    }
}

static void read_touch(struct situation *s, struct words *words)
{
    struct touch *touch = &s->touches[s->input.touch_count++];
    *touch = (struct touch){.id = atoi(words_next(words)), .direction = DIRECTION_OUT};
    touch->channel = (enum channel)channel_from_name(words_next(words));
    if ((int)touch->channel < 0)
        abort();
    touch->due = words_wall(words);
    while (words->at < words->count) {
        if (words_take(words, "promise"))
            touch->promise = true;
        else if (words_take(words, "in"))
            touch->direction = DIRECTION_IN;
        else if (words_take(words, "play"))
            touch->cause = CAUSE_PLAY;
        else if (words_take(words, "return"))
            touch->cause = CAUSE_RETURN;
        else if (words_take(words, "of"))
            touch->absence_id = atoi(words_next(words));
        else if (words_take(words, "opener"))
            touch->opener = words_next(words);
        else if (words_take(words, "was"))
            touch->before_opener = words_next(words);
        else if (words_take(words, "draft"))
            touch->draft = words_next(words);
        else if (words_take(words, "outcome"))
            touch->outcome = (enum outcome)outcome_from_name(words_next(words));
        else if (words_take(words, "moved")) {
            touch->moved = true;
            touch->before_due = words_wall(words);
        } else
            touch->purpose = words_next(words);
    }
}

static void read_answer(struct situation *s, struct words *words)
{
    static const struct {
        const char *name;
        enum choice choice;
    } choices[] = {{"after", CHOICE_AFTER}, {"before", CHOICE_BEFORE},
                   {"cover", CHOICE_COVER}, {"keep", CHOICE_KEEP},
                   {"drop", CHOICE_DROP},   {"done", CHOICE_DONE}};
    struct plan_answer *answer = &s->answers[s->input.answer_count++];
    answer->touch_id = atoi(words_next(words));
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (words_take(words, choices[i].name))
            answer->choice = choices[i].choice;
}

/* All touches on a day, the person's own among them. */
static int situation_load(void *context, day_number day)
{
    const struct situation *s = context;
    int at = (int)(day - s->input.now.day);
    int load = at >= 0 && at < SITUATION_WORDS ? s->loads[at] : 0;
    for (size_t i = 0; i < s->input.touch_count; i++)
        load += s->touches[i].outcome == OUTCOME_NONE && s->touches[i].due.day == day;
    return load;
}

static void read_load(struct situation *s, struct words *words)
{
    day_number day = words_day(words);
    if (day < s->input.now.day || day >= s->input.now.day + SITUATION_WORDS)
        abort();
    s->loads[day - s->input.now.day] = atoi(words_next(words));
}

/* Plays of data/plays.ini. */
static void situation_begin(struct situation *s, struct arena *arena)
{
    const struct embedded_file *file = embedded_find("plays.ini");
    struct ini ini;
    struct error err = {0};
    *s = (struct situation){.arena = arena};
    if (!file || !ini_parse(arena, "plays.ini", file->text, file->size, &ini, &err) ||
        !plays_read(arena, &ini, NULL, &s->plays, &err))
        abort();
    s->contact =
        (struct contact){.id = 1, .name = "Dana Whitfield", .company = "Northwind"};
    s->input = (struct plan_input){.absence = &s->absence,
                                   .contact = &s->contact,
                                   .touches = s->touches,
                                   .answers = s->answers,
                                   .plays = &s->plays,
                                   .now = {day_of(2026, 3, 2), 9 * 60},
                                   .load = situation_load,
                                   .load_context = s};
    s->input.holidays.days = s->holidays;
}

/* One line of a situation; false for a word it does not know. */
static bool situation_line(struct situation *s, const char *line)
{
    struct words words;
    words_split(s->arena, line, &words);
    if (words_take(&words, "now")) {
        s->input.now = words_wall(&words);
    } else if (words_take(&words, "holidays")) {
        while (words.at < words.count)
            s->holidays[s->input.holidays.count++] = words_day(&words);
    } else if (words_take(&words, "contact")) {
        s->contact.do_not_contact = words_take(&words, "do-not-contact");
        s->contact.given = words_take(&words, "given") ? words_next(&words) : NULL;
    } else if (words_take(&words, "absence")) {
        read_absence(s, &s->absence, &words);
    } else if (words_take(&words, "earlier")) {
        read_absence(s, &s->earlier, &words);
        s->input.earlier = &s->earlier;
    } else if (words_take(&words, "other")) {
        struct absence *other = &s->others[s->input.other_count++];
        read_absence(s, other, &words);
        other->state = ABSENCE_FILED;
        s->input.others = s->others;
    } else if (words_take(&words, "touch")) {
        read_touch(s, &words);
    } else if (words_take(&words, "answer")) {
        read_answer(s, &words);
    } else if (words_take(&words, "load")) {
        read_load(s, &words);
    } else if (words_take(&words, "reached")) {
        s->input.reached_utc = 1;
    } else if (words_take(&words, "rule")) {
        const char *name = words_next(&words);
        return rules_set(&s->plays.rules, name, words_next(&words)) == RULES_SET;
    } else {
        s->with_words = words_take(&words, "words");
        return s->with_words;
    }
    return true;
}

static void print_wall(struct buffer *out, const char *before, struct wall wall)
{
    char text[WALL_TEXT_SIZE];
    buffer_add_format(out, "%s%s", before, wall_format(wall, text));
}

static void print_question(struct buffer *out, const struct change *change)
{
    static const char *const names[] = {"none", "back", "promise",
                                        "long", "left", "reached"};
    static const char *const choices[] = {"after", "before", "cover",
                                          "keep",  "drop",   "done"};
    buffer_add_format(out, change->touch_id ? " %s:" : "%s", names[change->question]);
    for (unsigned i = 0; i < 6; i++)
        if (change->choices & (1u << i))
            buffer_add_format(out, " %s", choices[i]);
    if (change->to.day != DAY_NONE)
        print_wall(out, ", after ", change->to);
    if (change->before_leaving.day != DAY_NONE)
        print_wall(out, ", before ", change->before_leaving);
}

static const char *cover_text(const struct cover *cover)
{
    if (cover->name)
        return cover->name;
    return cover->mail ? cover->mail : cover->phone;
}

static void print_change(struct buffer *out, const struct change *change)
{
    static const char signs[] = {'+', '>', '?', '@', '-', 'x'};
    buffer_add_format(out, "%c ", signs[change->kind]);
    if (change->touch_id)
        buffer_add_format(out, "%d ", (int)change->touch_id);
    if (change->question != QUESTION_BACK)
        buffer_add_string(out, channel_name(change->channel));
    if (change->kind != CHANGE_CREATE && change->touch_id)
        print_wall(out, " ", change->from);
    if (change->kind == CHANGE_MOVE && wall_compare(change->from, change->origin) != 0)
        print_wall(out, " origin ", change->origin);
    if (change->kind == CHANGE_ASK)
        print_question(out, change);
    else if (change->to.day != DAY_NONE)
        print_wall(out, change->kind == CHANGE_CREATE ? " " : " -> ", change->to);
    if (change->kind == CHANGE_CREATE || change->cause == CAUSE_RETURN)
        buffer_add_format(out, " %s", cause_name(change->cause));
    if (change->kind != CHANGE_CREATE && change->return_call)
        buffer_add_string(out, " part");
    if (change->restored)
        buffer_add_string(out, " restored");
    if (change->before_opener)
        buffer_add_format(out, " was \"%s\"", change->before_opener);
    if (change->kind == CHANGE_CREATE && change->purpose)
        buffer_add_format(out, " \"%s\"", change->purpose);
    if (change->kind <= CHANGE_MOVE && change->opener)
        buffer_add_format(out, " opener \"%s\"", change->opener);
    if (change->draft)
        buffer_add_string(out, " draft");
    if (change->cover)
        buffer_add_format(out, " cover %s", cover_text(change->cover));
    buffer_add_char(out, '\n');
}

static void print_adopted(struct buffer *out, const struct plan *plan)
{
    for (size_t i = 0; i < plan->adopted_count; i++)
        buffer_add_format(out, i ? " %d" : "= %d", (int)plan->adopted[i]);
    if (plan->adopted_count > 0)
        buffer_add_char(out, '\n');
}

static void situation_print(const struct situation *s, const struct plan *plan,
                            struct buffer *out)
{
    static const char *const verdicts[] = {"starts", "proposes", "confirms", "filed"};
    char day[DAY_TEXT_SIZE];
    buffer_add_string(out, verdicts[plan->verdict]);
    if (plan->replaces)
        buffer_add_string(out, ", replaces");
    if (plan->landing != DAY_NONE)
        buffer_add_format(out, ", landing %s", day_format(plan->landing, day));
    buffer_add_char(out, '\n');
    if (s->with_words)
        buffer_add_format(out, "  %s\n", plan->sentence);
    for (size_t i = 0; i < plan->change_count; i++) {
        print_change(out, &plan->changes[i]);
        if (s->with_words)
            buffer_add_format(out, "  %s\n", plan->changes[i].sentence);
    }
    print_adopted(out, plan);
}

#endif
