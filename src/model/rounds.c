#include "touchbase/model/rounds.h"

#include <string.h>

#include "number.h"
#include "time_of_day.h"

static const struct wall no_round = {DAY_NONE, MINUTE_NONE};

/* Keeps them ascending; false when there is no place. */
static bool add_round(struct rounds *rounds, int minute)
{
    int at = rounds->count;

    while (at > 0 && rounds->minutes[at - 1] > minute)
        at--;
    if (at > 0 && rounds->minutes[at - 1] == minute)
        return true;
    if (rounds->count == ROUNDS_MAX)
        return false;
    memmove(&rounds->minutes[at + 1], &rounds->minutes[at],
            (size_t)(rounds->count - at) * sizeof *rounds->minutes);
    rounds->minutes[at] = minute;
    rounds->count++;
    return true;
}

bool rounds_read(const char *text, struct rounds *out)
{
    static const char between[] = " ,";
    struct rounds rounds = {0};

    for (text += strspn(text, between); *text != '\0'; text += strspn(text, between)) {
        int minute;

        if (!time_of_day_read(&text, &minute) || minute == 24 * 60 ||
            (*text != '\0' && strchr(between, *text) == NULL) ||
            !add_round(&rounds, minute))
            return false;
    }
    *out = rounds;
    return true;
}

char *rounds_format(struct arena *arena, const struct rounds *rounds)
{
    char *text = arena_string(arena, "");

    for (int i = 0; i < rounds->count; i++)
        text = arena_format(arena, "%s%s%02d:%02d", text, i > 0 ? " " : "",
                            rounds->minutes[i] / 60, rounds->minutes[i] % 60);
    return text;
}

/* A look shortly before the time is the look of that round. */
static bool is_looked_for(struct wall round, struct wall looked)
{
    int64_t minutes = ((int64_t)round.day - looked.day) * 24 * 60 + round.minute;

    return looked.day != DAY_NONE && minutes - ROUND_EARLY <= looked.minute;
}

/* The last round of a working day that began before a time; no_round: of all those in
 * reach none did. */
static struct wall round_before(const struct rounds *rounds, struct wall time,
                                struct holidays holidays)
{
    enum { REACH = 60 }; /* days off in a row */

    for (day_number day = time.day; day > time.day - REACH; day--) {
        if (!day_is_working(day, holidays))
            continue;
        for (int i = rounds->count - 1; i >= 0; i--) {
            if (day < time.day || rounds->minutes[i] < time.minute)
                return (struct wall){day, rounds->minutes[i]};
        }
    }
    return no_round;
}

static struct wall round_after(const struct rounds *rounds, struct wall looked,
                               struct wall now)
{
    for (int i = 0; i < rounds->count; i++) {
        struct wall round = {now.day, rounds->minutes[i]};

        if (round.minute > now.minute && !is_looked_for(round, looked))
            return round;
    }
    return no_round;
}

struct round_state rounds_state(const struct rounds *rounds, struct wall looked,
                                struct wall now, struct holidays holidays)
{
    struct round_state state = {no_round, no_round, round_after(rounds, looked, now)};
    struct wall last =
        round_before(rounds, (struct wall){now.day, now.minute + 1}, holidays);

    if (!day_is_working(now.day, holidays) || last.day == DAY_NONE ||
        is_looked_for(last, looked))
        return state;
    if (last.day == now.day) {
        state.due = last;
        last = round_before(rounds, last, holidays);
    }
    if (looked.day != DAY_NONE && last.day != DAY_NONE && !is_looked_for(last, looked))
        state.missed = last;
    return state;
}

bool round_is_owed(const struct round_state *state)
{
    return state->due.day != DAY_NONE || state->missed.day != DAY_NONE;
}

/* "16:30", with its weekday when that is not today. */
static char *time_words(struct arena *arena, struct wall round, day_number today)
{
    return arena_format(
        arena, "%s%s%02d:%02d",
        round.day == today ? "" : day_weekday_name(day_weekday(round.day)),
        round.day == today ? "" : " ", round.minute / 60, round.minute % 60);
}

char *round_words(struct arena *arena, const struct round_state *state, day_number today)
{
    const char *missed =
        state->missed.day == DAY_NONE
            ? ""
            : arena_format(arena, "%s missed", time_words(arena, state->missed, today));

    if (state->due.day != DAY_NONE)
        return arena_format(arena, "round %s due%s%s",
                            time_words(arena, state->due, today),
                            *missed != '\0' ? ", " : "", missed);
    if (*missed != '\0')
        return arena_format(arena, "round %s", missed);
    return state->next.day == DAY_NONE
               ? arena_string(arena, "")
               : arena_format(arena, "round %s", time_words(arena, state->next, today));
}

/* The round a look was for: what was due, else the one it came early for. */
static struct wall round_done(const struct round_state *before,
                              const struct round_state *after)
{
    if (before->due.day != DAY_NONE)
        return before->due;
    return wall_compare(before->next, after->next) != 0 ? before->next : no_round;
}

char *round_ticked_words(struct arena *arena, const struct round_state *before,
                         const struct round_state *after)
{
    struct wall done = round_done(before, after);
    const char *what =
        done.day == DAY_NONE
            ? "voicemail and mail looked through"
            : arena_format(arena, "round %s is done", time_words(arena, done, done.day));

    return arena_format(
        arena, "%s%s%s", what, after->next.day != DAY_NONE ? "; the next is at " : "",
        after->next.day != DAY_NONE ? time_words(arena, after->next, after->next.day)
                                    : "");
}

bool voicemail_read(const char *text, int *percent)
{
    size_t digits = strspn(text, "0123456789");
    const char *behind = text + digits + strspn(text + digits, " ");
    char number[4] = "";

    if (digits == 0 || digits >= sizeof number ||
        (*behind != '\0' && strcmp(behind, "%") != 0))
        return false;
    memcpy(number, text, digits);
    return number_read(number, 0, 100, percent);
}

char *voicemail_words(struct arena *arena, int percent)
{
    return arena_format(arena, "voicemail %d%%", percent);
}
