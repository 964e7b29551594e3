#include "header.h"

#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/model/waiting.h"
#include "words.h"

enum { NAME_COLUMNS = 70 };  /* narrower windows do not say the program's name */
enum { WORDS_COLUMNS = 98 }; /* narrower ones say it in fewer words */
enum { SHORTER = 3 };

/* Words of the header, and shorter ones for it, NULL behind the last; "" is nothing. */
struct piece {
    const char *words[SHORTER + 1];
};

/* What is always looked for, in the order of the line. */
enum { LATE, TODAY, MISSED, WAITING, FIRM };

static const char *const between = "  ";

static int width(const char *words)
{
    return *words == '\0'
               ? 0
               : text_width(words, strlen(words)) + text_width(between, strlen(between));
}

static const char *count_words(struct arena *arena, int64_t number, const char *words)
{
    return number == 0 ? "" : arena_format(arena, "%lld %s", (long long)number, words);
}

static struct piece waiting_piece(struct arena *arena, const struct header *header,
                                  int columns)
{
    const struct desk_counts *counts = &header->counts;
    const char *number, *age;

    if (counts->waiting == 0)
        return (struct piece){{""}};
    number = count_words(arena, counts->waiting, "waiting");
    age = waiting_age(arena, header->now_utc - counts->waiting_since_utc);
    return (struct piece){{arena_format(arena, "%s%s (oldest %s)", number,
                                        columns < WORDS_COLUMNS ? "" : " for you", age),
                           arena_format(arena, "%s %s", number, age), number}};
}

static void firm_pieces(struct arena *arena, const struct header *header, int columns,
                        struct piece pieces[FIRM])
{
    const struct desk_counts *counts = &header->counts;

    memset(pieces, 0, FIRM * sizeof *pieces);
    pieces[LATE].words[0] = count_words(arena, counts->late, "late");
    pieces[TODAY].words[0] = arena_format(arena, "%lld today", (long long)counts->today);
    pieces[MISSED].words[0] =
        count_words(arena, counts->missed,
                    counts->missed == 1 ? "promise missed" : "promises missed");
    pieces[MISSED].words[1] = count_words(arena, counts->missed, "missed");
    pieces[WAITING] = waiting_piece(arena, header, columns);
}

static int firm_width(const struct piece pieces[FIRM])
{
    int columns = 0;

    for (int i = 0; i < FIRM; i++)
        columns += width(pieces[i].words[0]);
    return columns;
}

/* Says a piece in the next shorter words; false when there are none. */
static bool shorten(struct piece *piece)
{
    if (piece->words[0][0] == '\0' || piece->words[1] == NULL)
        return false;
    memmove(piece->words, piece->words + 1, SHORTER * sizeof *piece->words);
    return true;
}

static void fit(struct piece pieces[FIRM], int columns)
{
    static const int dropped[] = {TODAY, WAITING, LATE};
    size_t next = 0;

    while (firm_width(pieces) > columns) {
        if (shorten(&pieces[WAITING]) || shorten(&pieces[MISSED]))
            continue;
        if (next == sizeof dropped / sizeof *dropped)
            break;
        pieces[dropped[next++]].words[0] = "";
    }
}

static const char *clock_words(struct arena *arena, const struct header *header,
                               int columns)
{
    return arena_format(
        arena, "%s%s %s  %s%s%s", columns < NAME_COLUMNS ? "" : "touchbase   ",
        shown_weekday(arena, header->now.day, header->now.day),
        shown_time(arena, header->now.minute), header->new_day != NULL ? between : "",
        header->new_day != NULL ? header->new_day : "",
        header->read_only ? "  READ ONLY" : "");
}

static const char *round_part(struct arena *arena, struct wall due, struct wall missed,
                              struct wall next, day_number today)
{
    const struct round_state state = {due, missed, next};

    return round_words(arena, &state, today);
}

/* Behind the firm ones, as far as there is place. */
static size_t other_pieces(struct arena *arena, const struct header *header,
                           const char *out[])
{
    static const struct wall none = {DAY_NONE, MINUTE_NONE};
    const struct round_state *round = &header->rounds.state;
    const struct desk_counts *counts = &header->counts;
    day_number today = header->now.day;
    size_t count = 0;

    out[count++] = round_part(arena, round->due, none, none, today);
    if (header->rounds.voicemail >= VOICEMAIL_FULL)
        out[count++] = voicemail_words(arena, header->rounds.voicemail);
    out[count++] = round_part(arena, none, round->missed, none, today);
    out[count++] = count_words(arena, counts->to_confirm, "to confirm");
    out[count++] = count_words(arena, counts->no_next_step, "no next step");
    if (!round_is_owed(round))
        out[count++] = round_part(arena, none, none, round->next, today);
    return count;
}

static const char *add(struct arena *arena, const char *line, const char *words)
{
    return *words == '\0' ? line : arena_format(arena, "%s%s%s", line, between, words);
}

const char *header_words(struct arena *arena, const struct header *header, int columns)
{
    const char *line = clock_words(arena, header, columns);
    const char *others[6];
    struct piece pieces[FIRM];
    size_t count = other_pieces(arena, header, others);

    firm_pieces(arena, header, columns, pieces);
    fit(pieces, columns - text_width(line, strlen(line)));
    for (int i = 0; i < FIRM; i++)
        line = add(arena, line, pieces[i].words[0]);
    for (size_t i = 0; i < count; i++) {
        if (text_width(line, strlen(line)) + width(others[i]) <= columns)
            line = add(arena, line, others[i]);
    }
    return line;
}
