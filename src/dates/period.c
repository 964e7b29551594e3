#include "grammar.h"

/* Parts of weeks, months and years. */

enum { FRIDAY_OFFSET = 4, MIDDLE_DAY = 15 };

/* This week, month or year. */
static void whole_of_unit(const struct grammar *grammar, enum date_unit unit,
                          struct date_expression *whole)
{
    day_number today = grammar->context->now.day;
    int year = day_date(today).year;
    grammar_blank(whole);
    if (unit == UNIT_WEEK)
        grammar_found(whole, 0, week_start(today), week_start(today) + 6, DATE_WEEK);
    else if (unit == UNIT_MONTH)
        grammar_found(whole, 0, month_start(today), month_end(today), DATE_MONTH);
    else
        grammar_found(whole, 0, day_of(year, 1, 1), day_of(year, 12, 31), DATE_MONTH);
}

/* The week, month or year a part is taken of: a unit ("the month", "next week"), a
 * month's name, "the week". */
static bool read_whole(const struct grammar *grammar, size_t at,
                       struct date_expression *whole)
{
    size_t start = at, count;
    int unit;
    at = grammar_skip(grammar, at, WORD_OF);
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    if (relative_date(grammar, at, whole) == DATE_FOUND &&
        (whole->form == DATE_WEEK || whole->form == DATE_MONTH)) {
        whole->count += at - start;
        return true;
    }
    if (calendar_date(grammar, at, whole) == DATE_FOUND && whole->form == DATE_MONTH) {
        whole->count += at - start;
        return true;
    }
    if (!grammar_word(grammar, at, WORD_UNIT, &count, &unit) ||
        (unit != UNIT_WEEK && unit != UNIT_MONTH && unit != UNIT_YEAR))
        return false;
    whole_of_unit(grammar, (enum date_unit)unit, whole);
    whole->count = at + count - start;
    return true;
}

/* The end of a week is its Friday; this week's end on a weekend is the next one's. */
static day_number end_of(const struct grammar *grammar,
                         const struct date_expression *whole)
{
    if (whole->form != DATE_WEEK)
        return whole->last;
    day_number friday = whole->first + FRIDAY_OFFSET;
    bool gone =
        grammar->context->now.day > friday && grammar->context->now.day <= whole->last;
    return gone ? friday + 7 : friday;
}

static day_number middle_of(const struct date_expression *whole)
{
    if (whole->form == DATE_WEEK)
        return whole->first + 2;
    return whole->last - whole->first > 31 ? whole->first + 181
                                           : whole->first + MIDDLE_DAY - 1;
}

/* end of March, mid-May, beginning of next week, early June. */
static enum date_outcome part_of_whole(const struct grammar *grammar, size_t at,
                                       struct date_expression *out)
{
    static const enum date_word parts[] = {WORD_END, WORD_START, WORD_MIDDLE};
    size_t start = at;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    for (size_t i = 0; i < 3; i++) {
        struct date_expression whole;
        size_t behind = grammar_skip(grammar, at, parts[i]);
        if (behind == at)
            continue;
        if (token_is_sign(grammar->tokens, behind, '-'))
            behind++;
        if (!read_whole(grammar, behind, &whole))
            return DATE_ABSENT;
        day_number day = parts[i] == WORD_END     ? end_of(grammar, &whole)
                         : parts[i] == WORD_START ? whole.first
                                                  : middle_of(&whole);
        out->approximate = parts[i] != WORD_END;
        out->cycle = whole.cycle;
        return grammar_found(out, behind + whole.count - start, day, day, DATE_DAY);
    }
    return DATE_ABSENT;
}

/* "Monatsende", "fine mese" in one word: the end of this one, the next beginning. */
static enum date_outcome part_in_a_word(const struct grammar *grammar, size_t at,
                                        struct date_expression *out)
{
    struct date_expression whole;
    size_t count;
    int value;
    size_t behind = grammar_skip(grammar, at, WORD_ARTICLE);
    if (!grammar_word(grammar, behind, WORD_COMPOUND, &count, &value))
        return DATE_ABSENT;
    enum date_word part = (enum date_word)(value / UNIT_COUNT);
    enum date_unit unit = (enum date_unit)(value % UNIT_COUNT);
    day_number today = grammar->context->now.day;
    whole_of_unit(grammar, unit, &whole);
    day_number day = part == WORD_END     ? end_of(grammar, &whole)
                     : part == WORD_START ? whole.first
                                          : middle_of(&whole);
    if (day < today || (part == WORD_START && day == today))
        day = unit == UNIT_WEEK ? day + 7
                                : day_add_months(day, unit == UNIT_MONTH ? 1 : 12);
    out->approximate = part != WORD_END;
    return grammar_found(out, behind + count - at, day, day, DATE_DAY);
}

/* the week of 8 September, w/c 8 Sept. */
static enum date_outcome week_of_day(const struct grammar *grammar, size_t at,
                                     struct date_expression *out)
{
    struct date_expression day;
    size_t start = at;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    size_t behind = grammar_skip(grammar, at, WORD_WEEK_OF);
    if (behind == at)
        return DATE_ABSENT;
    /* "la semaine du 8 au 12 septembre": its days are told. */
    const struct tokens *tokens = grammar->tokens;
    bool named = (behind < tokens->count && tokens->items[behind].kind == TOKEN_NUMBER) ||
                 grammar_skip(grammar, behind, WORD_WEEKDAY) > behind;
    if (named && span_date(grammar, behind, &day) == DATE_FOUND) {
        *out = day;
        out->count += behind - start;
        return DATE_FOUND;
    }
    grammar_blank(&day);
    if (weekday_date(grammar, behind, &day) != DATE_FOUND &&
        feast_date(grammar, behind, &day) != DATE_FOUND)
        return DATE_ABSENT;
    day_number monday = week_start(day.first);
    return grammar_found(out, behind + day.count - start, monday, monday + 6, DATE_WEEK);
}

static day_number monday_of_week(const struct grammar *grammar, int week)
{
    day_number today = grammar->context->now.day;
    int year = day_date(today).year;
    day_number monday = day_of_iso_week(year, week);
    return monday + 6 < today && today - monday > 180 ? day_of_iso_week(year + 1, week)
                                                      : monday;
}

/* The number of a week, with or without its word before it; 0 when there is none. */
static int read_week(const struct grammar *grammar, size_t at, bool named, size_t *count)
{
    size_t behind = grammar_skip(grammar, at, WORD_CALENDAR_WEEK), taken;
    int week, unit;
    if (behind == at && grammar_word(grammar, at, WORD_UNIT, &taken, &unit) &&
        unit == UNIT_WEEK)
        behind += taken;
    if (named && behind == at)
        return 0;
    if (behind > at && token_is_sign(grammar->tokens, behind, '.'))
        behind++;
    if (behind >= grammar->tokens->count ||
        grammar->tokens->items[behind].kind != TOKEN_NUMBER ||
        !grammar_count(grammar, behind, &taken, &week) || week > 53)
        return 0;
    *count = behind + taken - at;
    return week;
}

/* The week that goes on from one: "31-33", "31 to 33", "31 and 32", "31/32"; how many
 * tokens that takes, 0 when none does. */
static size_t read_last_week(const struct grammar *grammar, size_t at, int first,
                             int *last)
{
    static const enum date_word joints[] = {WORD_TO, WORD_THROUGH, WORD_UNTIL};
    size_t behind = at, count = 0;
    bool range = token_is_sign(grammar->tokens, at, '-');
    for (size_t i = 0; i < sizeof joints / sizeof *joints && behind == at; i++) {
        behind = grammar_skip(grammar, at, joints[i]);
        range = range || behind > at;
    }
    if (behind == at)
        behind = grammar_skip(grammar, at, WORD_AND);
    if (behind == at && (range || token_is_sign(grammar->tokens, at, '/') ||
                         token_is_sign(grammar->tokens, at, ',')))
        behind++;
    if (behind == at)
        return 0;
    *last =
        read_week(grammar, grammar_skip(grammar, behind, WORD_ARTICLE), false, &count);
    bool follows = *last > 0 && (*last == first + 1 || (range && *last != first));
    return follows ? grammar_skip(grammar, behind, WORD_ARTICLE) + count - at : 0;
}

/* "week 20-24 January" names days, "week 3.5" nothing. */
static bool names_days(const struct grammar *grammar, size_t at)
{
    const struct tokens *tokens = grammar->tokens;
    bool joined = grammar_joined(grammar, at) && grammar_joined(grammar, at + 1) &&
                  grammar->tokens->items[at + 1].kind == TOKEN_NUMBER &&
                  !token_is_sign(tokens, at, ',');
    if (token_is_sign(tokens, at, '.'))
        at++;
    return joined || grammar_skip(grammar, at, WORD_MONTH) > at;
}

/* week 34, KW 34, calendar week 34, weeks 31 to 33. */
static enum date_outcome calendar_week(const struct grammar *grammar, size_t at,
                                       struct date_expression *out)
{
    size_t start = at, count, more;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    int week = read_week(grammar, at, true, &count), next;
    if (week == 0)
        return DATE_ABSENT;
    day_number monday = monday_of_week(grammar, week), last = monday;
    at += count;
    while ((more = read_last_week(grammar, at, week, &next)) > 0) {
        last += 7 * (next > week ? next - week : 0);
        if (next < week) /* over the new year */
            last = day_of_iso_week(day_date(last + 180).year, next);
        week = next;
        at += more;
    }
    if (names_days(grammar, at))
        return DATE_ABSENT;
    return grammar_found(out, at - start, monday, last + 6,
                         last > monday ? DATE_SPAN : DATE_WEEK);
}

static day_number nth_of_month(day_number month, int n, enum weekday weekday)
{
    day_number first = month + ((int)weekday - (int)day_weekday(month) + 7) % 7;
    if (n > 0)
        return first + 7 * (n - 1);
    day_number day = first + 28;
    return day > month_end(month) ? day - 7 : day;
}

/* first week of September, last Friday in March, second Monday of next month. */
static enum date_outcome nth_in_month(const struct grammar *grammar, size_t at,
                                      struct date_expression *out)
{
    size_t start = at, count, taken;
    int n, unit = -1, weekday = (int)MONDAY;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    if (!grammar_word(grammar, at, WORD_ORDINAL, &count, &n)) {
        count = grammar_skip(grammar, at, WORD_LAST) - at;
        n = -1;
    }
    if (count == 0 || n > 5)
        return DATE_ABSENT;
    at += count;
    size_t behind = grammar_skip(grammar, at, WORD_WEEK_OF);
    bool week = behind > at;
    if (!week) {
        week = grammar_word(grammar, at, WORD_UNIT, &taken, &unit) && unit == UNIT_WEEK;
        if (!week && !grammar_word(grammar, at, WORD_WEEKDAY, &taken, &weekday))
            return DATE_ABSENT;
        at += taken;
        behind = grammar_skip(grammar, grammar_skip(grammar, at, WORD_OF), WORD_IN);
    }
    struct date_expression whole;
    if (behind == at || !read_whole(grammar, behind, &whole) || whole.form != DATE_MONTH)
        return DATE_ABSENT;
    day_number day = nth_of_month(whole.first, n, (enum weekday)weekday);
    return grammar_found(out, behind + whole.count - start, day, week ? day + 6 : day,
                         week ? DATE_WEEK : DATE_DAY);
}

/* first fortnight of August, "segunda quincena de agosto": the halves of a month. */
static enum date_outcome half_of_month(const struct grammar *grammar, size_t at,
                                       struct date_expression *out)
{
    size_t start = at, count, taken;
    int n, unit;
    struct date_expression whole;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    if (!grammar_word(grammar, at, WORD_ORDINAL, &count, &n) || n > 2 ||
        !grammar_word(grammar, at + count, WORD_UNIT, &taken, &unit) ||
        unit != UNIT_FORTNIGHT || !read_whole(grammar, at + count + taken, &whole) ||
        whole.form != DATE_MONTH || month_end(whole.first) != whole.last)
        return DATE_ABSENT;
    day_number middle = whole.first + MIDDLE_DAY;
    out->cycle = whole.cycle;
    return grammar_found(out, at + count + taken + whole.count - start,
                         n == 1 ? whole.first : middle, n == 1 ? middle - 1 : whole.last,
                         DATE_SPAN);
}

/* "the day after", "le lendemain de": the token behind it, at when it is none. */
static size_t skip_day_after(const struct grammar *grammar, size_t at,
                             enum date_unit *unit)
{
    size_t count;
    int value;
    size_t behind = grammar_skip(grammar, at, WORD_FOLLOWING_DAY);
    *unit = UNIT_DAY;
    if (behind > at)
        return grammar_skip(grammar, behind, WORD_OF);
    if (!grammar_word(grammar, at, WORD_UNIT, &count, &value) ||
        (value != UNIT_WEEK && value != UNIT_DAY))
        return at;
    *unit = (enum date_unit)value;
    behind = grammar_skip(grammar, at + count, WORD_AFTER);
    return behind > at + count ? behind : at;
}

/* the week after Easter, the day after Whitsun. */
static enum date_outcome unit_after(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    struct date_expression anchor;
    enum date_unit unit;
    size_t noun = grammar_skip(grammar, at, WORD_ARTICLE);
    size_t after = skip_day_after(grammar, noun, &unit);
    if (after == noun) {
        noun = at;
        after = skip_day_after(grammar, at, &unit);
    }
    size_t feast = grammar_skip(grammar, after, WORD_ARTICLE);
    grammar_blank(&anchor);
    if (after == noun || feast_date(grammar, feast, &anchor) != DATE_FOUND)
        return DATE_ABSENT;
    /* A feast that ends on a Monday lies on a weekend. */
    bool weekend = anchor.form == DATE_SPAN && day_weekday(anchor.last) == MONDAY;
    day_number monday = week_start(anchor.last) + (weekend ? 0 : 7);
    size_t count = feast + anchor.count - at;
    if (unit == UNIT_WEEK)
        return grammar_found(out, count, monday, monday + 6, DATE_WEEK);
    return grammar_found(out, count, anchor.last + 1, anchor.last + 1, DATE_DAY);
}

enum date_outcome period_date(const struct grammar *grammar, size_t at,
                              struct date_expression *out)
{
    static date_rule *const rules[] = {part_of_whole, part_in_a_word, week_of_day,
                                       calendar_week, nth_in_month,   half_of_month,
                                       unit_after};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        grammar_blank(out);
        enum date_outcome outcome = rules[i](grammar, at, out);
        if (outcome != DATE_ABSENT)
            return outcome;
    }
    return DATE_ABSENT;
}
