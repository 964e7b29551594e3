#include "list_columns.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/near.h"

enum { WORD_MAX = 40 };

/* A mark is never dropped for want of room: it says what colour alone may not. */
static const struct list_column prospects[] = {
    {"mark", "away, no next step, promise", {2, 2, 0, 4, false}, false},
    {"name", "", {10, 24, 3, 5, false}, false},
    {"company", "", {12, 20, 2, 1, false}, false},
    {"next", "the next touch", {8, 8, 0, 3, true}, false},
    {"stage", "lead, prospect, customer", {8, 8, 0, 2, false}, true},
};

static const struct list_column away[] = {
    {"name", "", {12, 18, 2, 5, false}, false},
    {"absence", "place and reason", {8, 24, 3, 2, false}, false},
    {"back", "the day they are back", {15, 15, 0, 4, false}, false},
    {"mark", "ask, card", {4, 4, 0, 1, false}, false},
    {"since", "the first day", {6, 10, 0, 3, false}, true},
};

static const struct list_column touches[] = {
    {"mark", "promise", {1, 1, 0, 4, false}, false},
    {"when", "day or time", {6, 6, 0, 5, false}, false},
    {"channel", "", {5, 9, 0, 3, false}, false},
    {"name", "", {8, 18, 2, 6, false}, false},
    {"purpose", "what it is about", {6, 20, 3, 2, false}, false},
    {"company", "", {8, 18, 2, 1, false}, true},
};

static const struct list_column agenda[] = {
    {"mark", "away, promise", {1, 1, 0, 4, false}, false},
    {"when", "the time, or the day they are back", {6, 6, 0, 5, false}, false},
    {"channel", "or back, away", {5, 9, 0, 3, false}, false},
    {"name", "", {10, 18, 2, 6, false}, false},
    {"purpose", "or the absence", {6, 24, 3, 2, false}, false},
    {"company", "of whom a touch is planned with", {8, 18, 2, 1, false}, true},
};

static const struct list_column cards[] = {
    {"mark", "promise", {1, 1, 0, 4, false}, false},
    {"when", "the day it is due, or that it is done", {8, 11, 0, 5, false}, false},
    {"channel", "card, letter, postcard", {8, 8, 0, 3, false}, false},
    {"name", "", {10, 20, 2, 6, false}, false},
    {"purpose", "what it is for", {6, 30, 3, 2, false}, false},
    {"company", "", {8, 18, 2, 1, false}, true},
};

/* Name and what it is about are one, so that a step of Today has room for its label. */
static const struct list_column today[] = {
    {"mark", "promise", {1, 1, 0, 4, false}, false},
    {"when", "day or time", {8, 12, 0, 5, false}, false},
    {"channel", "or back", {8, 9, 0, 3, false}, false},
    {"words", "the name and what it is about", {10, 60, 1, 6, false}, false},
    {"company", "", {8, 18, 2, 1, false}, true},
};

static const struct list_column found[] = {
    {"mark", "away", {2, 2, 0, 3, false}, false},
    {"name", "", {10, 22, 2, 6, false}, false},
    {"company", "", {6, 16, 1, 2, false}, false},
    {"stage", "", {8, 8, 0, 1, false}, false},
    {"words", "where the words stand, else the city", {20, 20, 4, 5, false}, false},
    {"next", "the next touch", {8, 8, 0, 4, true}, false},
};

static const struct list_column confirm[] = {
    {"name", "", {8, 18, 2, 5, false}, false},
    {"absence", "place and reason", {12, 30, 3, 3, false}, false},
    {"back", "the day they are back", {15, 16, 0, 4, false}, false},
    {"why", "what is open, or the day it came", {15, 18, 1, 3, false}, false},
};

static const struct list_column steps[] = {
    {"when", "day and time", {12, 14, 0, 3, false}, false},
    {"step", "what was done", {30, 60, 1, 5, false}, false},
    {"where", "this window or elsewhere", {11, 11, 0, 2, false}, false},
    {"undone", "", {10, 12, 0, 4, false}, false},
};

static const struct list_column waiting[] = {
    {"age", "how long they have waited", {7, 7, 0, 5, false}, false},
    {"name", "and the company", {10, 30, 1, 6, false}, false},
    {"kind", "call, voicemail, mail, message", {9, 9, 0, 4, false}, false},
    {"count", "how many of them", {3, 3, 0, 4, false}, false},
    {"words", "the first line", {18, 200, 3, 3, false}, false},
    {"later", "until when it is put off", {12, 12, 0, 1, false}, false},
};

static const struct list_column library[] = {
    {"title", "what it is called", {16, 60, 2, 6, false}, false},
    {"theirs", "whether the current person had it", {8, 8, 0, 5, false}, false},
    {"gain", "what it does for them", {10, 10, 0, 4, false}, false},
    {"channel", "how it is sent", {9, 9, 0, 2, false}, false},
    {"tags", "whom it is good for; what a message lacks", {8, 45, 1, 1, false}, false},
    {"given", "how many had it; how long a message takes", {4, 5, 0, 3, false}, false},
};

static const struct list_column calls[] = {
    {"why",
     "missed, promised, call back, is back, due, quiet",
     {9, 9, 0, 5, false},
     false},
    {"name", "with the company", {10, 30, 1, 6, false}, false},
    {"when", "it is due, or they rang", {8, 12, 0, 3, false}, false},
    {"there", "their time", {5, 5, 0, 4, false}, false},
    {"words", "what it is about", {12, 200, 2, 2, false}, false},
};

#define LIST(words, table)                            \
    {                                                 \
        words, table, sizeof(table) / sizeof *(table) \
    }

static const struct list_columns lists[LIST_KINDS] = {
    [LIST_PROSPECTS] = LIST("prospects", prospects),
    [LIST_AWAY] = LIST("away", away),
    [LIST_TOUCHES] = LIST("touches", touches),
    [LIST_AGENDA] = LIST("agenda", agenda),
    [LIST_CARDS] = LIST("cards", cards),
    [LIST_TODAY] = LIST("today", today),
    [LIST_FIND] = LIST("find", found),
    [LIST_CONFIRM] = LIST("to-confirm", confirm),
    [LIST_STEPS] = LIST("history", steps),
    [LIST_WAITING] = LIST("waiting", waiting),
    [LIST_CALLS] = LIST("calls", calls),
    [LIST_LIBRARY] = LIST("library", library),
};

const struct list_columns *list_columns(enum list_kind kind)
{
    return &lists[kind];
}

void list_picks_usual(enum list_kind kind, struct list_picks *out)
{
    *out = (struct list_picks){0};
    for (size_t i = 0; i < lists[kind].count; i++) {
        if (!lists[kind].columns[i].unusual)
            out->picks[out->count++].column = (uint8_t)i;
    }
}

static bool find_list(const char *name, enum list_kind *kind, struct error *err)
{
    const char *names[LIST_KINDS], *meant;

    for (int i = 0; i < LIST_KINDS; i++) {
        names[i] = lists[i].name;
        if (strcmp(names[i], name) == 0) {
            *kind = (enum list_kind)i;
            return true;
        }
    }
    meant = near_word(name, names, LIST_KINDS);
    if (meant == NULL)
        return error_set(err, ERROR_USAGE, "there is no list \"%s\" with columns", name);
    return error_set(err, ERROR_USAGE, "there is no list \"%s\"; did you mean \"%s\"?",
                     name, meant);
}

static bool find_column(const struct list_columns *list, const char *name,
                        struct list_pick *pick, struct error *err)
{
    const char *names[COLUMNS_MAX], *meant;

    for (size_t i = 0; i < list->count; i++) {
        names[i] = list->columns[i].name;
        if (strcmp(names[i], name) == 0) {
            pick->column = (uint8_t)i;
            return true;
        }
    }
    meant = near_word(name, names, list->count);
    if (meant == NULL)
        return error_set(err, ERROR_USAGE, "%s has no column \"%s\"", list->name, name);
    return error_set(err, ERROR_USAGE, "%s has no column \"%s\"; did you mean \"%s\"?",
                     list->name, name, meant);
}

/* "name" or "name:20". */
static bool read_pick(const struct list_columns *list, const char *word, size_t length,
                      struct list_pick *pick, struct error *err)
{
    char name[WORD_MAX], *colon;

    if (length >= sizeof name)
        return error_set(err, ERROR_USAGE, "%s has no column \"%.*s\"", list->name,
                         (int)length, word);
    memcpy(name, word, length);
    name[length] = '\0';
    *pick = (struct list_pick){0};
    colon = strchr(name, ':');
    if (colon != NULL) {
        *colon++ = '\0';
        if (*colon == '\0' || strspn(colon, "0123456789") != strlen(colon) ||
            strlen(colon) > 3)
            return error_set(err, ERROR_USAGE, "behind %s: stands its width, 1 to %d",
                             name, LIST_WIDTH_MAX);
        pick->width = (int)strtol(colon, NULL, 10);
        if (pick->width < 1 || pick->width > LIST_WIDTH_MAX)
            return error_set(err, ERROR_USAGE, "behind %s: stands its width, 1 to %d",
                             name, LIST_WIDTH_MAX);
    }
    return find_column(list, name, pick, err);
}

static bool add_pick(const struct list_columns *list, struct list_picks *picks,
                     struct list_pick pick, struct error *err)
{
    for (size_t i = 0; i < picks->count; i++) {
        if (picks->picks[i].column == pick.column)
            return error_set(err, ERROR_USAGE, "%s shows %s twice", list->name,
                             list->columns[pick.column].name);
    }
    picks->picks[picks->count++] = pick;
    return true;
}

bool list_picks_read(const char *name, const char *text, struct list_picks *picks,
                     struct error *err)
{
    struct list_picks read = {0};
    enum list_kind kind = LIST_PROSPECTS;

    if (!find_list(name, &kind, err))
        return false;
    for (const char *at = text + strspn(text, " \t,"); *at != '\0';) {
        size_t length = strcspn(at, " \t,");
        struct list_pick pick = {0};

        if (!read_pick(&lists[kind], at, length, &pick, err) ||
            !add_pick(&lists[kind], &read, pick, err))
            return false;
        at += length + strspn(at + length, " \t,");
    }
    if (read.count == 0)
        return error_set(err, ERROR_USAGE, "%s needs one column at least", name);
    picks[kind] = read;
    return true;
}

struct column list_pick_column(enum list_kind kind, const struct list_pick *pick)
{
    struct column column = lists[kind].columns[pick->column].column;

    if (pick->width == 0)
        return column;
    column.most = pick->width;
    column.share = 0;
    if (column.least > column.most)
        column.least = column.most;
    return column;
}
