/* The absences of a folder of auto-replies: one row for each absence of a person. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ooo.h"
#include "touchbase/base/text.h"

/* Hosts that give mail to anybody: the first label of their domain. */
static const char *const public_hosts[] = {
    "aol",   "bluewin", "free",    "freenet",    "gmail",   "gmx",      "googlemail",
    "hey",   "hotmail", "hotmial", "icloud",     "laposte", "libero",   "live",
    "mac",   "mail",    "me",      "msn",        "naver",   "orange",   "outlook",
    "pm",    "posteo",  "proton",  "protonmail", "qq",      "t-online", "web",
    "yahoo", "yandex",  "zoho",    "163",        "126",
};

/* What stands between a firm's name and its country: "co" of "co.uk". */
static const char *const second_levels[] = {"ac",  "co", "com", "edu", "go", "gob",
                                            "gov", "gv", "net", "or",  "org"};

static bool is_one_of(const char *label, size_t length, const char *const *words,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], label, length) == 0)
            return true;
    }
    return false;
}

/* The label before the one that ends at end; its start. */
static const char *label_before(const char *domain, const char *end)
{
    while (end > domain && end[-1] != '.')
        end--;
    return end;
}

char *ooo_firm(struct arena *arena, const char *mail)
{
    const char *at = mail != NULL ? strrchr(mail, '@') : NULL;
    const char *domain = at != NULL ? at + 1 : "";
    const char *top = label_before(domain, domain + strlen(domain));
    const char *end = top > domain ? top - 1 : domain;
    const char *label = label_before(domain, end);
    char *firm;

    if (label > domain && strlen(top) == 2 &&
        is_one_of(label, (size_t)(end - label), second_levels,
                  sizeof second_levels / sizeof *second_levels)) {
        end = label - 1;
        label = label_before(domain, end);
    }
    if (label == end || is_one_of(label, (size_t)(end - label), public_hosts,
                                  sizeof public_hosts / sizeof *public_hosts))
        return arena_string(arena, "");
    firm = arena_copy(arena, label, (size_t)(end - label));
    firm[0] = (char)toupper((unsigned char)firm[0]);
    return firm;
}

/* "Whitfield, Dana" and "Dana Whitfield" are Dana, so is dana.whitfield@; a jotted note
 * is called by its file. */
static char *given_of(struct arena *arena, const struct message *message)
{
    const char *name = message->from.name;
    const char *comma = name != NULL ? strchr(name, ',') : NULL;
    const char *word = message->from.mail != NULL ? message->from.mail : message->id;
    char *given;

    if (comma != NULL && comma[1 + strspn(comma + 1, " ")] != '\0')
        name = comma + 1 + strspn(comma + 1, " ");
    if (name != NULL)
        return arena_copy(arena, name, strcspn(name, " "));
    given = arena_copy(arena, word, strcspn(word, "@._-+#"));
    given[0] = (char)toupper((unsigned char)given[0]);
    return given;
}

static struct absence absence_of(struct arena *arena, const struct take_in *item)
{
    const struct reading *reading = &item->reading;
    struct absence absence = {
        .received_day = item->message.date_day,
        .kind = reading->kind,
        .first_day = reading->first_day,
        .back = reading->back,
        .back_minute = reading->back_minute,
        .reason = reading->reason,
        .hospital = reading->hospital,
        .place = arena_string(arena, reading->place),
        .whose = arena_string(arena, reading->whose),
        .cover_count = reading->cover_count,
    };
    struct cover *covers = arena_array(arena, reading->cover_count, sizeof *covers);

    for (size_t i = 0; i < reading->cover_count; i++) {
        covers[i] = (struct cover){
            .name = arena_string(arena, reading->covers[i].name),
            .mail = arena_string(arena, reading->covers[i].mail),
            .phone = arena_string(arena, reading->covers[i].phone),
        };
    }
    absence.covers = covers;
    return absence;
}

struct ooo_page ooo_page_open(struct arena *arena)
{
    return (struct ooo_page){.arena = arena, .first = DAY_NONE, .last = DAY_NONE};
}

static void count_day(struct ooo_page *page, day_number day)
{
    if (day == DAY_NONE)
        return;
    if (page->first == DAY_NONE || day < page->first)
        page->first = day;
    if (page->last == DAY_NONE || day > page->last)
        page->last = day;
}

void ooo_page_add(struct ooo_page *page, const struct take_in *item)
{
    const struct message *message = &item->message;
    bool nameless = message->from.name == NULL && message->from.mail == NULL;
    const char *sender = nameless ? message->id : ooo_sender(message);

    if (item->reading.kind == READING_OTHER) {
        page->others++;
        return;
    }
    page->messages++;
    count_day(page, message->date_day);
    page->rows = arena_grow(page->arena, page->rows, page->count, page->count + 1,
                            sizeof *page->rows, &page->capacity);
    page->rows[page->count] = (struct ooo_row){
        .who = text_fold(page->arena,
                         message->from.mail != NULL ? message->from.mail : sender),
        .name = arena_string(page->arena, sender),
        .given = given_of(page->arena, message),
        .firm = ooo_firm(page->arena, message->from.mail),
        .utc = message->has_date ? message->date_utc : INT64_MIN,
        .number = page->count,
        .absence = absence_of(page->arena, item),
        .ambiguous = item->reading.ambiguous_date,
    };
    page->count++;
}

/* By person, then as their messages came. */
static int by_person(const void *a, const void *b)
{
    const struct ooo_row *left = a, *right = b;
    int order = strcmp(left->who, right->who);

    if (order != 0)
        return order;
    if (left->utc != right->utc)
        return left->utc < right->utc ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_firms(const struct ooo_page *page)
{
    const char **firms = arena_array(page->arena, page->count, sizeof *firms);
    size_t count = 0, different = 0;

    for (size_t i = 0; i < page->count; i++) {
        if (page->rows[i].firm[0] != '\0')
            firms[count++] = page->rows[i].firm;
    }
    if (count > 0)
        qsort(firms, count, sizeof *firms, by_text);
    for (size_t i = 0; i < count; i++)
        different += i == 0 || strcmp(firms[i], firms[i - 1]) != 0;
    return different;
}

/* What the newest message of an absence leaves out, one before it may have told. */
static void take_over(struct ooo_row *kept, const struct ooo_row *newer)
{
    struct absence before = kept->absence;
    struct absence *now = &kept->absence;

    *kept = *newer;
    if (now->kind != before.kind)
        return;
    if (now->reason == REASON_NONE)
        now->reason = before.reason;
    if (now->place == NULL)
        now->place = before.place;
    if (now->whose == NULL)
        now->whose = before.whose;
    if (now->back == DAY_NONE && before.back != DAY_NONE) {
        now->back = before.back;
        now->back_minute = before.back_minute;
        kept->ambiguous = false;
    }
}

void ooo_page_settle(struct ooo_page *page, size_t *people, size_t *firms)
{
    size_t kept = 0;

    *people = 0;
    if (page->count > 0)
        qsort(page->rows, page->count, sizeof *page->rows, by_person);
    for (size_t i = 0; i < page->count; i++) {
        const struct ooo_row *row = &page->rows[i];
        bool same = kept > 0 && strcmp(page->rows[kept - 1].who, row->who) == 0;

        *people += !same;
        if (same &&
            plan_relate(&page->rows[kept - 1].absence, &row->absence) != PLAN_ANOTHER)
            take_over(&page->rows[kept - 1], row);
        else
            page->rows[kept++] = *row;
    }
    page->count = kept;
    *firms = count_firms(page);
}

/* ---- Lists ---- */

enum {
    WEEK = 7,
    LATELY = 14, /* days a return is still worth a call (rule 2) */
};

/* By day back, those without one last, then by name. */
static int by_back(const void *a, const void *b)
{
    const struct ooo_row *left = *(const struct ooo_row *const *)a;
    const struct ooo_row *right = *(const struct ooo_row *const *)b;
    day_number first = left->absence.back == DAY_NONE ? INT32_MAX : left->absence.back;
    day_number second = right->absence.back == DAY_NONE ? INT32_MAX : right->absence.back;

    if (first != second)
        return first < second ? -1 : 1;
    return strcmp(left->name, right->name);
}

/* Newest first, then by name. */
static int by_age(const void *a, const void *b)
{
    const struct ooo_row *left = *(const struct ooo_row *const *)a;
    const struct ooo_row *right = *(const struct ooo_row *const *)b;

    if (left->absence.received_day != right->absence.received_day)
        return left->absence.received_day > right->absence.received_day ? -1 : 1;
    return strcmp(left->name, right->name);
}

/* This week: Monday to Sunday around today. */
static enum ooo_list list_of(const struct ooo_row *row, day_number today)
{
    const struct absence *absence = &row->absence;
    day_number monday = today - (day_number)day_weekday(today);

    if (absence->kind == READING_LEFT)
        return OOO_LIST_LEFT;
    if (absence->back == DAY_NONE)
        return OOO_LIST_OPEN;
    if (absence->back >= monday + WEEK)
        return OOO_LIST_AWAY;
    if (absence->back >= monday)
        return OOO_LIST_THIS_WEEK;
    return absence->back >= today - LATELY ? OOO_LIST_LATELY : OOO_LIST_BEFORE;
}

static const struct ooo_row **sorted(const struct ooo_row **rows, size_t count, bool back)
{
    if (count > 0)
        qsort(rows, count, sizeof *rows, back ? by_back : by_age);
    return rows;
}

const struct ooo_row **ooo_rows_of(struct arena *arena, const struct ooo_page *page,
                                   enum ooo_list list, day_number today, size_t *count)
{
    const struct ooo_row **rows = arena_array(arena, page->count, sizeof *rows);

    *count = 0;
    for (size_t i = 0; i < page->count; i++) {
        if (list_of(&page->rows[i], today) == list)
            rows[(*count)++] = &page->rows[i];
    }
    return sorted(rows, *count, list <= OOO_LIST_AWAY);
}

const struct ooo_row **ooo_rows_with(struct arena *arena, const struct ooo_page *page,
                                     enum reason reason, size_t *count)
{
    const struct ooo_row **rows = arena_array(arena, page->count, sizeof *rows);

    *count = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct absence *absence = &page->rows[i].absence;

        if (absence->kind == READING_OOO && absence->reason == reason)
            rows[(*count)++] = &page->rows[i];
    }
    return sorted(rows, *count, false);
}
