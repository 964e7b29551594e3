#include "template.h"

#include <assert.h>
#include <string.h>

#include "name.h"
#include "touchbase/base/buffer.h"

static const char *const variable_names[] = {
    [VARIABLE_FIRST] = "first",         [VARIABLE_NAME] = "name",
    [VARIABLE_COMPANY] = "company",     [VARIABLE_PLACE] = "place",
    [VARIABLE_WITH] = "with",           [VARIABLE_EVENT] = "event",
    [VARIABLE_FIRST_DAY] = "first_day", [VARIABLE_BACK] = "back",
    [VARIABLE_LANDING] = "landing",     [VARIABLE_MATTER] = "matter",
    [VARIABLE_COVER] = "cover",         [VARIABLE_PROMISED] = "promised",
};
static_assert(NAME_COUNT(variable_names) == VARIABLE_COUNT, "a word for each variable");

const char *variable_name(enum variable variable)
{
    return name_at(variable_names, VARIABLE_COUNT, (int)variable);
}

void facts_of_contact(struct arena *arena, const struct contact *contact,
                      struct facts *facts)
{
    facts->values[VARIABLE_NAME] = contact->name;
    facts->values[VARIABLE_FIRST] = contact_called(arena, contact);
    facts->values[VARIABLE_COMPANY] = contact->company;
}

const char *facts_day(struct arena *arena, day_number day)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    if (day == DAY_NONE)
        return NULL;
    struct date date = day_date(day);
    return arena_format(arena, "%s %d %s", weekdays[day_weekday(day)], date.mday,
                        months[date.month - 1]);
}

const char *facts_wall(struct arena *arena, struct wall wall)
{
    const char *day = facts_day(arena, wall.day);
    return day == NULL || wall.minute == MINUTE_NONE
               ? day
               : arena_format(arena, "%s at %02d:%02d", day, wall.minute / 60,
                              wall.minute % 60);
}

/* The variable whose name ends at the next '}' behind *at; -1 when it is unknown or
 * unended. */
static int variable_at(const char **at, char name[32])
{
    size_t length = strcspn(*at, "}");
    size_t kept = length < 31 ? length : 31;
    memcpy(name, *at, kept);
    name[kept] = '\0';
    if ((*at)[length] != '}')
        return -1;
    *at += length + 1;
    return name_find(variable_names, VARIABLE_COUNT, name);
}

static const char *problem_of_variable(struct arena *arena, const char **at)
{
    char name[32];
    const char *start = *at;
    if (variable_at(at, name) >= 0)
        return NULL;
    if (*at == start)
        return "a \"{\" has no \"}\"";
    char *known = arena_format(arena, "there is no {%s}; there are", name);
    for (int i = 0; i < VARIABLE_COUNT; i++)
        known = arena_format(arena, "%s {%s}", known, variable_names[i]);
    return known;
}

static const char *problem_of_escape(char c)
{
    return c && strchr("n\\{}[]", c) ? NULL
                                     : "a \"\\\" must stand before n \\ { } [ or ]";
}

const char *template_problem(struct arena *arena, const char *text)
{
    bool inside = false;
    while (*text) {
        const char *problem = NULL;
        char c = *text++;
        if (c == '\\' && !(problem = problem_of_escape(*text)))
            text++;
        else if (c == '{')
            problem = problem_of_variable(arena, &text);
        else if (c == '}')
            problem = "a \"}\" has no \"{\"";
        else if (c == '[' || c == ']') {
            if (inside == (c == '['))
                problem = inside ? "\"[\" inside \"[\"" : "a \"]\" has no \"[\"";
            inside = c == '[';
        }
        if (problem)
            return problem;
    }
    return inside ? "a \"[\" has no \"]\"" : NULL;
}

/* Appends text up to end (']' or NUL) and returns what stands there; *known gets false
 * for an open variable. */
static const char *fill_run(struct buffer *out, const char *text,
                            const struct facts *facts, bool *known)
{
    char name[32];
    while (*text && *text != '[' && *text != ']') {
        char c = *text++;
        if (c == '\\') {
            buffer_add_char(out, *text == 'n' ? '\n' : *text);
            text++;
        } else if (c == '{') {
            const char *value = facts->values[variable_at(&text, name)];
            buffer_add_string(out, value ? value : "");
            *known = *known && value;
        } else {
            buffer_add_char(out, c);
        }
    }
    return text;
}

static const char *fill_option(struct buffer *out, const char *text,
                               const struct facts *facts)
{
    bool known = true;
    size_t start = out->length;
    text = fill_run(out, text, facts, &known);
    if (!known)
        buffer_remove(out, start, out->length - start);
    return text + 1;
}

const char *template_fill(struct arena *arena, const char *text,
                          const struct facts *facts)
{
    struct buffer out = {0};
    bool known = true;
    while (*text) {
        if (*text == '[')
            text = fill_option(&out, text + 1, facts);
        else
            text = fill_run(&out, text, facts, &known);
    }
    const char *filled =
        known ? arena_copy(arena, buffer_string(&out), out.length) : NULL;
    buffer_free(&out);
    return filled;
}

const char *template_choose(struct arena *arena, const struct wordings *wordings,
                            const struct facts *facts)
{
    for (size_t i = 0; i < wordings->count; i++) {
        const char *filled = template_fill(arena, wordings->texts[i], facts);
        if (filled)
            return filled;
    }
    return NULL;
}
