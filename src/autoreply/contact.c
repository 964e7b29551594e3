#include <string.h>

#include "letter.h"
#include "touchbase/base/text.h"

/* Mail addresses and phone numbers in what is said: found in one pass over the bytes,
 * each look around a sign bounded. */

enum {
    LOCAL_MAX = 64,
    DOMAIN_MAX = 255,
    PHONE_MAX = 40,
    PHONE_DIGITS_MIN = 7,
    PHONE_DIGITS_MAX = 16
};

static void add_point(struct letter *letter, bool mail, const char *value, size_t start,
                      size_t length)
{
    letter->points = arena_grow(letter->arena, letter->points, letter->point_count,
                                letter->point_count + 1, sizeof *letter->points,
                                &letter->point_capacity);
    letter->points[letter->point_count++] =
        (struct point_found){mail, value, start, length};
}

static bool is_local(char c)
{
    return byte_is_digit(c) || byte_is_alpha(c) || (c && strchr("._%+-'&", c));
}

static bool is_domain(char c)
{
    return byte_is_digit(c) || byte_is_alpha(c) || c == '.' || c == '-';
}

/* The at sign at a byte, or its spelled-out forms " (at) ", " [at] "; how many bytes it
 * takes, 0 when none. */
static size_t at_sign(const char *said, size_t length, size_t at)
{
    static const char *const forms[] = {" (at) ", " [at] ", "(at)", "[at]", " <at> "};
    if (said[at] == '@')
        return 1;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t size = strlen(forms[i]);
        if (at + size <= length && memcmp(said + at, forms[i], size) == 0)
            return size;
    }
    return 0;
}

static char *lower_mail(struct letter *letter, size_t start, size_t at, size_t sign,
                        size_t end)
{
    const char *said = letter->said;
    char *mail = arena_format(letter->arena, "%.*s@%.*s", (int)(at - start), said + start,
                              (int)(end - at - sign), said + at + sign);
    for (char *c = mail; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c + 32);
    return mail;
}

/* The byte behind the point before: no point reaches back into another. */
static size_t points_end(const struct letter *letter)
{
    if (letter->point_count == 0)
        return 0;
    const struct point_found *last = &letter->points[letter->point_count - 1];
    return last->start + last->length;
}

/* An address around an at sign; returns the byte behind it, at itself when there is none.
 */
static size_t read_mail(struct letter *letter, size_t at, size_t sign)
{
    const char *said = letter->said;
    size_t start = at, end = at + sign, low = points_end(letter);
    while (start > low && at - start < LOCAL_MAX && is_local(said[start - 1]))
        start--;
    while (start < at && (said[start] == '.' || said[start] == '\'' ||
                          said[start] == '-' || (unsigned char)said[start] >= 128))
        start++;
    while (end < letter->said_length && end - at < DOMAIN_MAX && is_domain(said[end]))
        end++;
    while (end > at + sign && !byte_is_digit(said[end - 1]) &&
           !byte_is_alpha(said[end - 1]))
        end--;
    if (start == at || end == at + sign ||
        !memchr(said + at + sign, '.', end - at - sign))
        return at;
    add_point(letter, true, lower_mail(letter, start, at, sign, end), start, end - start);
    return end;
}

/* The separators within a number: how many bytes stand there, 0 when the number ends. */
static size_t separator(const char *said, size_t length, size_t at)
{
    static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x91", "\xE2\x80\x90",
                                       "\xE2\x80\x93", "\xE2\x80\xAF"};
    if (strchr(" -.()/", said[at]) && said[at])
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (at + strlen(wide[i]) <= length &&
            memcmp(said + at, wide[i], strlen(wide[i])) == 0)
            return strlen(wide[i]);
    return 0;
}

struct number {
    size_t start, end;
    int digits;
    int groups[8];
    int group_count;
};

/* "tel. 06\n0000 0281": does a long line end within a number that is none yet? */
static bool is_wrapped(const struct letter *letter, size_t at,
                       const struct number *number)
{
    enum { LONG_LINE = 55 };
    const char *said = letter->said;
    size_t line = at;
    if (number->digits == 0 || number->digits >= PHONE_DIGITS_MIN || said[at] != '\n' ||
        at + 1 >= letter->said_length || !byte_is_digit(said[at + 1]))
        return false;
    while (line > 0 && said[line - 1] != '\n')
        line--;
    return at - line >= LONG_LINE;
}

/* Runs of digits with at most three separating bytes between them. */
static void read_groups(const struct letter *letter, size_t start, struct number *number)
{
    const char *said = letter->said;
    size_t at = start;
    *number = (struct number){.start = start, .end = start};
    while (at < letter->said_length && at - start < PHONE_MAX) {
        int digits = 0;
        while (at < letter->said_length && byte_is_digit(said[at]) && digits < 20) {
            digits++;
            at++;
        }
        if (digits > 0) {
            if (number->group_count == 8)
                return;
            number->groups[number->group_count++] = digits;
            number->digits += digits;
            number->end = at;
        } else if (at > start) {
            return;
        }
        size_t gap = at == start ? 1 : 0, step;
        while (at + gap < letter->said_length && gap <= 4 &&
               (step = separator(said, letter->said_length, at + gap)) > 0)
            gap += step;
        gap += gap == 0 && is_wrapped(letter, at, number);
        if (gap == 0 || gap > 4 ||
            (number->digits >= PHONE_DIGITS_MIN && memchr(said + at, '(', gap)))
            return;
        at += gap;
    }
}

/* 23.06. - 04.07.2025, 5.5.-9.5.: a range whose first day has no year. */
static bool is_dotted_range(const char *said, const struct number *number)
{
    const int *g = number->groups;
    if (number->group_count < 4 || number->group_count > 5 || g[0] > 2 || g[1] > 2 ||
        g[2] > 2 || g[3] > 2 || said[g[0]] != '.' || said[g[0] + 1 + g[1]] != '.')
        return false;
    return number->group_count == 4 || g[4] == 4 || g[4] == 2;
}

/* 31/08/2021, 2027-01-06, 14.03.27: a date, or the beginning of a range of them. */
static bool looks_like_date(const struct letter *letter, const struct number *number)
{
    const int *g = number->groups;
    const char *said = letter->said + number->start;
    said += *said == '('; /* "(11/21-11/25)" */
    if (number->group_count < 3 || *said == '+')
        return false;
    if (number->group_count == 4 && said[g[0]] == '/' && g[0] <= 2 && g[1] <= 2 &&
        g[2] <= 2 && g[3] <= 2)
        return true;
    bool alone = number->group_count == 3;
    bool range = number->group_count == 6 && g[3] <= 2 && g[4] <= 2 && g[5] == g[2];
    if (is_dotted_range(said, number))
        return true;
    bool year_last =
        g[0] <= 2 && g[1] <= 2 && (g[2] == 4 || (g[2] == 2 && (alone || range)));
    bool year_first =
        g[0] == 4 && g[1] <= 2 && g[2] <= 2 && (said[0] == '1' || said[0] == '2');
    bool joined = said[g[0]] == '-' || said[g[0]] == '.' || said[g[0]] == '/';
    return (year_last || year_first) && joined;
}

/* "Tel.", "on", "call" before the number; "no.", "invoice", "#" speak against it. */
static bool word_before(const struct letter *letter, size_t start, int *kind)
{
    const char *said = letter->said;
    size_t end = start, first;
    while (end > 0 && start - end < 6 && !byte_is_alpha(said[end - 1]) &&
           said[end - 1] != '#' && said[end - 1] != '\n')
        end--;
    first = end;
    while (first > 0 && end - first < 16 &&
           (byte_is_alpha(said[first - 1]) || said[first - 1] == '#'))
        first--;
    struct tokens tokens;
    struct phrase_match match;
    tokens_read(letter->arena, said + first, end - first, &tokens);
    if (tokens.count == 0 ||
        !phrase_book_match(letter->language->contacts, &tokens, tokens.count - 1, &match))
        return false;
    *kind = match.kind;
    return true;
}

/* "4300-0190", as they write it in Latin America; "2024-2025" are years. */
static bool is_pair_of_four(const struct letter *letter, const struct number *number)
{
    const char *said = letter->said + number->start;
    bool years = (strncmp(said, "19", 2) == 0 || strncmp(said, "20", 2) == 0) &&
                 (strncmp(said + 5, "19", 2) == 0 || strncmp(said + 5, "20", 2) == 0);
    return number->group_count == 2 && number->groups[0] == 4 && number->groups[1] == 4 &&
           said[4] == '-' && number->end - number->start == 9 && !years;
}

/* "555-0188", jotted: a number of the same town in North America. */
static bool is_local_pair(const struct letter *letter, const struct number *number)
{
    return letter->message->jotted && number->group_count == 2 &&
           number->groups[0] == 3 && number->groups[1] == 4 &&
           letter->said[number->start + 3] == '-' && number->end - number->start == 8;
}

static bool is_phone(const struct letter *letter, const struct number *number)
{
    const char *said = letter->said;
    char before = number->start > 0 ? said[number->start - 1] : ' ';
    bool inside = number->start > 1 && strchr(".-/", before) &&
                  byte_is_digit(said[number->start - 2]); /* the rest of a date */
    char first = said[number->start], after = said[number->end];
    int kind = -1;
    bool word = word_before(letter, number->start, &kind);
    if (inside || byte_is_alpha(before) || byte_is_digit(before) || before == '#' ||
        before == '$' || (byte_is_alpha(after) && after != 'x') ||
        number->digits > PHONE_DIGITS_MAX || number->digits < PHONE_DIGITS_MIN ||
        looks_like_date(letter, number))
        return false;
    if (word && kind == CONTACT_NUMBER) /* "yard no. 01632 960 645" */
        return first == '+' ||
               (first == '0' && number->digits >= 9 && number->group_count > 1 &&
                said[number->start + 1] != '0');
    bool american = number->group_count >= 3 && number->groups[0] == 3 &&
                    number->groups[1] == 3 && number->groups[2] == 4;
    return first == '+' || first == '(' || first == '0' || american ||
           is_pair_of_four(letter, number) || is_local_pair(letter, number) ||
           (word && kind == CONTACT_PHONE) || number->digits >= 9;
}

static size_t read_phone(struct letter *letter, size_t start)
{
    struct number number;
    const char *digits = NULL;
    int count = 0;
    read_groups(letter, start, &number);
    if (!is_phone(letter, &number))
        return start;
    char *raw = arena_copy(letter->arena, letter->said + start, number.end - start);
    const char *value = text_phone_digits(letter->arena, raw);
    if (raw[0] != '+' && value[0] == '+') /* "00" is kept as it was written */
        value = arena_format(letter->arena, "00%s", value + 1);
    size_t end = read_extension(letter, number.end, &digits, &count);
    if (end > number.end)
        value = arena_format(letter->arena, "%sx%.*s", value, count, digits);
    add_point(letter, false, value, start, end - start);
    return end;
}

/* "bleep 118", "x204": a number within the house. */
static size_t read_house_number(struct letter *letter, size_t at)
{
    const char *digits;
    int count;
    size_t end = read_extension(letter, at, &digits, &count);
    if (end == at || count < 2)
        return at;
    /* "Durchwahl 040 66969-533" is a whole number. */
    struct number whole;
    read_groups(letter, end - (size_t)count, &whole);
    if (whole.digits >= PHONE_DIGITS_MIN)
        return at;
    add_point(letter, false, arena_format(letter->arena, "x%.*s", count, digits), at,
              end - at);
    return end;
}

/* "Cover = Colin 2231": the same without a word for it. */
static size_t read_bare_extension(struct letter *letter, size_t at)
{
    size_t end = bare_extension(letter, at);
    if (end > at)
        add_point(
            letter, false,
            arena_format(letter->arena, "x%.*s", (int)(end - at), letter->said + at), at,
            end - at);
    return end;
}

static size_t read_at(struct letter *letter, size_t at)
{
    const char *said = letter->said;
    char c = said[at], before = at > 0 ? said[at - 1] : ' ';
    size_t sign = c == '@' || c == ' ' || c == '(' || c == '['
                      ? at_sign(said, letter->said_length, at)
                      : 0;
    size_t end = at;
    if (sign > 0)
        end = read_mail(letter, at, sign);
    if (end == at && (byte_is_digit(c) || c == '+' || c == '('))
        end = read_phone(letter, at);
    if (end == at && byte_is_digit(c))
        end = read_bare_extension(letter, at);
    if (end == at && byte_is_alpha(c) && !byte_is_alpha(before) &&
        !byte_is_digit(before) && before != '@')
        end = read_house_number(letter, at);
    return end;
}

void letter_contacts(struct letter *letter)
{
    const char *said = letter->said;
    size_t at = 0;
    while (at < letter->said_length) {
        size_t end = read_at(letter, at);
        if (end > at) {
            at = end;
        } else if (byte_is_digit(said[at])) {
            while (at < letter->said_length && byte_is_digit(said[at]))
                at++;
        } else {
            at++;
        }
    }
}
