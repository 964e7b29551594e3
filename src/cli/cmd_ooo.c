/* Out-of-office replies from files, folders, standard input (design.md section 4, rules 1
 * to 6). */
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ooo.h"
#include "progress.h"
#include "records.h"
#include "screen.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"

enum { INPUT_LIMIT = 64 << 20, REASONS = REASON_COUNT + 1 };

struct taking {
    struct call *call;
    enum date_order order;
    struct settings settings;
    day_number today;
    struct progress progress;
    int keys; /* the terminal that is asked, -1: nothing is asked */
    bool quit;
    struct ooo_page page; /* of a dry run without --json */
    int64_t read, bad, started, waiting, strangers, known, others;
    int64_t proposed[REASONS]; /* of what waits, by reason; the last is who left */
};

/* ---- Telling ---- */

static void tell_json(struct taking *taking, const struct take_in *item,
                      const struct take_in_result *result)
{
    static const char *const states[] = {
        [TAKE_IN_OTHER] = "other",       [TAKE_IN_KNOWN] = "known",
        [TAKE_IN_STRANGER] = "stranger", [TAKE_IN_CONFIRMS] = "confirms",
        [TAKE_IN_REPLACES] = "replaces", [TAKE_IN_NEW] = "new",
    };
    struct json json = {0};

    json_open(&json, NULL, '{');
    ooo_reading_json(&json, &item->message, &item->reading);
    if (item->trace != NULL)
        ooo_explain_json(&json, item);
    if (result != NULL) {
        json_string(&json, "state", states[result->state]);
        json_bool(&json, "filed", result->filed);
        json_bool(&json, "started", result->started);
        json_string(&json, "contact", item->has_contact ? item->contact.name : NULL);
        json_string(&json, "contact_id", item->has_contact ? item->contact.uuid : NULL);
        json_string(&json, "sentence", result->sentence);
    }
    json_close(&json, '}');
    records_print_json(taking->call, &json);
    json_free(&json);
}

static void tell_questions(struct taking *taking, const struct take_in *item)
{
    const struct plan *plan = &item->plan;

    for (size_t i = 0; i < plan->change_count; i++) {
        if (plan->changes[i].kind == CHANGE_ASK)
            output_talk(&taking->call->out, "%s: to confirm: %s", item->contact.name,
                        plan->changes[i].sentence);
    }
}

static void tell_words(struct taking *taking, const struct take_in *item,
                       const struct take_in_result *result)
{
    struct output *out = &taking->call->out;

    if (result->state == TAKE_IN_STRANGER)
        return;
    output_print(out, "%s\n", result->sentence);
    for (size_t i = 0; i < item->plan.change_count; i++) {
        if (result->state == TAKE_IN_NEW || result->state == TAKE_IN_REPLACES)
            output_print(out, "  %s\n", item->plan.changes[i].sentence);
    }
}

static void count_result(struct taking *taking, const struct take_in *item,
                         const struct take_in_result *result)
{
    int reason =
        item->reading.kind == READING_LEFT ? REASON_COUNT : (int)item->reading.reason;

    taking->known += result->state == TAKE_IN_KNOWN || result->state == TAKE_IN_CONFIRMS;
    taking->others += result->state == TAKE_IN_OTHER;
    taking->strangers += result->state == TAKE_IN_STRANGER;
    taking->started += result->started;
    if (!result->filed || result->started)
        return;
    if (item->plan.verdict != PLAN_STARTS && item->plan.verdict != PLAN_PROPOSES)
        return;
    taking->waiting++;
    taking->proposed[reason]++;
}

/* ---- Taking in ---- */

/* What is to be done with one: as given, or as the person at the terminal says. False:
 * pass it by. */
static bool choose(struct taking *taking, struct take_in *item, enum take_in_how *how,
                   struct error *err, bool *failed)
{
    *failed = false;
    *how = item->collected ? TAKE_IN_PROPOSE : TAKE_IN_START;
    if (taking->keys < 0 || item->collected ||
        (item->state != TAKE_IN_NEW && item->state != TAKE_IN_REPLACES))
        return true;
    progress_clear(&taking->progress);
    switch (ooo_ask(&taking->call->out, taking->keys, item, taking->today)) {
    case OOO_FILE:
        *how = TAKE_IN_ACCEPT;
        return true;
    case OOO_WAIT:
        *how = TAKE_IN_PROPOSE;
        return true;
    case OOO_NO_ABSENCE:
        *failed = !take_in_dismiss(taking->call->desk, item, err);
        return false;
    case OOO_LEAVE:
        break;
    }
    taking->quit = true;
    return false;
}

static bool file_item(struct taking *taking, struct take_in *item, struct error *err)
{
    struct call *call = taking->call;
    struct take_in_result result;
    enum take_in_how how;
    bool failed;

    if (!choose(taking, item, &how, err, &failed))
        return !failed;
    if (!take_in_file(call->desk, item, how, call_has(call, OPTION_ADD), &result, err))
        return false;
    count_result(taking, item, &result);
    if (call_has(call, OPTION_JSON))
        tell_json(taking, item, &result);
    else
        tell_words(taking, item, &result);
    if (result.state == TAKE_IN_STRANGER)
        output_talk(&call->out, "%s", result.sentence);
    if (result.questions > 0)
        tell_questions(taking, item);
    return true;
}

static bool take_item(struct taking *taking, struct take_in *item, struct error *err)
{
    taking->read++;
    if (taking->call->desk != NULL)
        return file_item(taking, item, err);
    if (call_has(taking->call, OPTION_JSON))
        tell_json(taking, item, NULL);
    else if (item->trace != NULL)
        ooo_explain(&taking->call->out, item, taking->read == 1);
    else
        ooo_page_add(&taking->page, item);
    return true;
}

static void tell_bad(struct taking *taking, const struct error *err)
{
    progress_clear(&taking->progress);
    output_talk(&taking->call->out, "%s", err->text);
    taking->bad++;
}

/* All messages of one word. False when the desk failed. */
static bool take_source(struct taking *taking, struct take_in_reader *reader,
                        struct error *err)
{
    struct arena *arena = arena_create();
    struct take_in item;
    bool good = true, more = true;

    while (good && more && !taking->quit && !output_failed(&taking->call->out)) {
        arena_reset(arena);
        switch (take_in_next(reader, arena, &item, err)) {
        case TAKE_IN_ITEM:
            good = take_item(taking, &item, err);
            break;
        case TAKE_IN_BAD:
            tell_bad(taking, err);
            break;
        case TAKE_IN_FAILED:
            tell_bad(taking, err);
            more = false;
            break;
        case TAKE_IN_END:
            more = false;
            break;
        }
        progress_show(&taking->progress, taking->read, 0, "messages");
    }
    arena_destroy(arena);
    return good;
}

static bool take_word(struct taking *taking, const char *path, struct error *err)
{
    struct buffer bytes = {0};
    struct take_in_reader *reader = NULL;
    bool explain = call_has(taking->call, OPTION_EXPLAIN);
    bool good = true;

    if (strcmp(path, "-") == 0 && !file_read("-", INPUT_LIMIT, &bytes, err))
        reader = NULL;
    else if (explain)
        reader = take_in_open_explained(taking->order, path, buffer_string(&bytes),
                                        bytes.length, err);
    else
        reader = take_in_open(taking->call->desk, taking->order, path,
                              buffer_string(&bytes), bytes.length, err);
    if (reader == NULL)
        tell_bad(taking, err);
    else
        good = take_source(taking, reader, err);
    take_in_close(reader);
    buffer_free(&bytes);
    return good;
}

/* ---- The whole ---- */

static bool read_settings(struct taking *taking, struct error *err)
{
    const struct call *call = taking->call;
    const char *word = call->values[OPTION_ORDER];
    enum date_order *order = &taking->order;
    struct error none;

    if (!settings_read(call->arena, file_home(call->arena, FILE_CONFIG, &none),
                       &taking->settings, err))
        return false;
    *order = taking->settings.date_order;
    if (word != NULL) {
        *order = strcmp(word, "dmy") == 0   ? DATE_ORDER_DMY
                 : strcmp(word, "mdy") == 0 ? DATE_ORDER_MDY
                                            : DATE_ORDER_NONE;
        return *order != DATE_ORDER_NONE ||
               error_set(err, ERROR_USAGE, "--order is dmy or mdy, not \"%s\"", word);
    }
    return true;
}

static bool read_today(const struct call *call, day_number *today, struct error *err)
{
    struct clock clock;

    if (!clock_open(&clock, call_value(call, OPTION_NOW), err))
        return false;
    *today = clock_today(&clock);
    clock_close(&clock);
    return true;
}

static void tell_waiting(struct taking *taking)
{
    struct output *out = &taking->call->out;

    for (int i = 0; i < REASONS; i++) {
        const char *name = i == REASON_COUNT  ? "left the company"
                           : i == REASON_NONE ? "no reason given"
                                              : reason_name((enum reason)i);

        if (taking->proposed[i] > 0)
            output_talk(out, "to confirm: %s %" PRId64, name, taking->proposed[i]);
    }
}

static void tell_summary(struct taking *taking)
{
    struct output *out = &taking->call->out;

    progress_clear(&taking->progress);
    if (call_has(taking->call, OPTION_EXPLAIN) && taking->bad == 0)
        return;
    if (taking->call->desk == NULL) {
        output_talk(out, "%" PRId64 " read, %" PRId64 " could not be read", taking->read,
                    taking->bad);
        return;
    }
    tell_waiting(taking);
    output_talk(out,
                "%" PRId64 " read: %" PRId64 " started, %" PRId64 " to confirm, %" PRId64
                " known, %" PRId64 " from people not on the desk, %" PRId64
                " no absence; %" PRId64 " could not be read",
                taking->read, taking->started, taking->waiting, taking->known,
                taking->strangers, taking->others, taking->bad);
}

static void print_page(struct taking *taking)
{
    struct buffer text = {0};

    ooo_page_print(&taking->page, taking->today, &taking->settings,
                   call_has(taking->call, OPTION_ALL), &text);
    output_data(&taking->call->out, buffer_string(&text), text.length);
    buffer_free(&text);
}

/* One file, folder or input on a terminal: the take-in screen. False when it cannot be
 * shown there. */
static bool show_screen(struct call *call, struct error *err)
{
    struct buffer bytes = {0};
    struct panes_options options = {.take_in_path = call->words[0]};
    bool shown = strcmp(options.take_in_path, "-") != 0 ||
                 file_read("-", INPUT_LIMIT, &bytes, err);

    options.bytes = buffer_string(&bytes);
    options.length = bytes.length;
    if (shown && !screen_run(call, &options, err)) {
        const char *why = arena_string(call->arena, err->text);

        shown = error_set(err, err->code, "%s; --yes files it without showing it", why);
    }
    buffer_free(&bytes);
    return shown;
}

/* A folder only proposes: it is read through, and what waits is shown in one list. */
static bool is_folder(const struct call *call)
{
    struct stat status;

    return call->word_count == 1 && stat(call->words[0], &status) == 0 &&
           S_ISDIR(status.st_mode);
}

static bool show_waiting(struct call *call, struct error *err)
{
    struct panes_options options = {.only_confirm = true};

    return screen_run(call, &options, err);
}

static bool is_shown(const struct call *call)
{
    return call->out.terminal && !call_has(call, OPTION_DRY_RUN) &&
           !call_has(call, OPTION_EXPLAIN) && !call_has(call, OPTION_YES) &&
           !call_has(call, OPTION_JSON);
}

static bool take_words(struct taking *taking, struct error *err)
{
    struct call *call = taking->call;
    bool good = true;

    taking->progress = progress_start(call->out.talk_terminal);
    for (size_t i = 0; good && !taking->quit && i < call->word_count; i++)
        good = take_word(taking, call->words[i], err);
    if (call->desk == NULL && !call_has(call, OPTION_JSON) &&
        !call_has(call, OPTION_EXPLAIN))
        print_page(taking);
    tell_summary(taking);
    if (taking->bad > 0)
        call->status = ERROR_FAILED;
    return good;
}

bool cmd_ooo(struct call *call, struct error *err)
{
    struct taking taking = {.call = call, .keys = -1, .page = ooo_page_open(call->arena)};
    bool dry = call_has(call, OPTION_DRY_RUN) || call_has(call, OPTION_EXPLAIN);
    bool good;

    if (!read_settings(&taking, err) || !read_today(call, &taking.today, err) ||
        (!dry && call_desk(call, is_shown(call) ? DESK_WINDOW : DESK_WRITE, err) == NULL))
        return false;
    if (is_shown(call) && is_folder(call))
        return take_words(&taking, err) &&
               (taking.waiting == 0 || show_waiting(call, err));
    if (is_shown(call) && call->word_count == 1)
        return show_screen(call, err);
    if (is_shown(call))
        taking.keys = open("/dev/tty", O_RDONLY | O_CLOEXEC);
    good = take_words(&taking, err);
    if (taking.keys >= 0)
        close(taking.keys);
    return good;
}
