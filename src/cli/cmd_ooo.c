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
#include "stop.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"

enum {
    INPUT_LIMIT = 64 << 20,
    STATUS_SIGNAL = 128,
    STRANGERS_TOLD = 10, /* of a folder; all are counted in the last line */
};

struct taking {
    struct call *call;
    enum date_order order;
    struct settings settings;
    day_number today;
    struct progress progress;
    int keys; /* the terminal that is asked, -1: nothing is asked */
    bool quit;
    struct ooo_page page; /* of a dry run without --json */
    struct ooo_totals totals;
};

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
    case OOO_STRANGER:
        *failed = !take_in_refuse(taking->call->desk, item, err);
        return !*failed;
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

static bool file_item(struct taking *taking, struct take_in_reader *reader,
                      struct take_in *item, struct error *err)
{
    struct call *call = taking->call;
    bool add = call_has(call, OPTION_ADD);
    struct take_in_result result;
    enum take_in_how how;
    bool failed;

    if (!choose(taking, item, &how, err, &failed))
        return !failed;
    if (!(item->collected ? take_in_file_collected(reader, item, add, &result, err)
                          : take_in_file(call->desk, item, how, add, &result, err)))
        return false;
    ooo_count(&taking->totals, item, &result);
    progress_clear(&taking->progress);
    if (call_has(call, OPTION_JSON))
        ooo_tell_json(call, item, &result);
    else
        ooo_tell_words(&call->out, item, &result);
    if (result.state == TAKE_IN_STRANGER &&
        (!item->collected || taking->totals.strangers <= STRANGERS_TOLD))
        output_talk(&call->out, "%s", result.sentence);
    if (item->doubt != NULL && result.filed)
        output_talk(&call->out, "to confirm: is this %s? %s is nobody's address yet",
                    item->contact.name, item->doubt);
    if (result.questions > 0)
        ooo_tell_questions(&call->out, item);
    return true;
}

static bool take_item(struct taking *taking, struct take_in_reader *reader,
                      struct take_in *item, struct error *err)
{
    taking->totals.read++;
    if (taking->call->desk != NULL)
        return file_item(taking, reader, item, err);
    if (call_has(taking->call, OPTION_JSON))
        ooo_tell_json(taking->call, item, NULL);
    else if (item->trace != NULL)
        ooo_explain(&taking->call->out, item, taking->totals.read == 1);
    else
        ooo_page_add(&taking->page, item);
    return true;
}

static void tell_bad(struct taking *taking, const struct error *err)
{
    progress_clear(&taking->progress);
    output_talk(&taking->call->out, "%s", err->text);
    taking->totals.bad++;
}

/* One message. False when the desk failed, *more false at the end. */
static bool take_one(struct taking *taking, struct take_in_reader *reader,
                     struct arena *arena, bool *more, struct error *err)
{
    struct take_in_progress progress;
    struct take_in item;

    switch (take_in_next(reader, arena, &item, err)) {
    case TAKE_IN_ITEM:
        if (!take_item(taking, reader, &item, err))
            return false;
        break;
    case TAKE_IN_BAD:
        tell_bad(taking, err);
        break;
    case TAKE_IN_FAILED:
        tell_bad(taking, err);
        *more = false;
        break;
    case TAKE_IN_END:
        *more = false;
        break;
    }
    progress = take_in_progress(reader);
    progress_show_left(&taking->progress, progress.position, progress.total, "messages");
    return true;
}

/* What ^C left undone of a source. */
static void tell_stopped(struct taking *taking, const struct take_in_reader *reader)
{
    struct take_in_progress progress = take_in_progress(reader);
    struct output *out = &taking->call->out;

    progress_clear(&taking->progress);
    if (progress.total > 0)
        output_talk(out, "stopped after %" PRId64 " of %" PRId64 " messages",
                    progress.position, progress.total);
    else
        output_talk(out, "stopped after %" PRId64 " messages", progress.position);
    if (taking->call->desk != NULL)
        output_talk(out,
                    "what was filed stays, and is one step to undo; the same command "
                    "goes on from here");
}

/* All messages of one word. False when the desk failed. */
static bool take_source(struct taking *taking, struct take_in_reader *reader,
                        struct error *err)
{
    struct arena *arena = arena_create();
    bool good = true, more = true;

    while (good && more && !taking->quit && stop_signal() == 0 &&
           !output_failed(&taking->call->out)) {
        arena_reset(arena);
        good = take_one(taking, reader, arena, &more, err);
    }
    arena_destroy(arena);
    good = good && take_in_finish(reader, err);
    taking->totals.passed += take_in_progress(reader).passed;
    if (good && more && stop_signal() != 0)
        tell_stopped(taking, reader);
    return good;
}

static bool take_word(struct taking *taking, const char *path, struct error *err)
{
    const struct call *call = taking->call;
    struct buffer bytes = {0};
    struct take_in_source source = {.order = taking->order,
                                    .path = path,
                                    .again = call_has(call, OPTION_AGAIN),
                                    .count = call->out.talk_terminal,
                                    .explain = call_has(call, OPTION_EXPLAIN)};
    struct take_in_reader *reader = NULL;
    bool good = true;

    taking->progress = progress_start(call->out.talk_terminal);
    if (strcmp(path, "-") != 0 || file_read("-", INPUT_LIMIT, &bytes, err)) {
        source.bytes = buffer_string(&bytes);
        source.length = bytes.length;
        reader = take_in_open_source(call->desk, &source, err);
    }
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

    stop_catch();
    for (size_t i = 0;
         good && !taking->quit && stop_signal() == 0 && i < call->word_count; i++)
        good = take_word(taking, call->words[i], err);
    progress_clear(&taking->progress);
    if (call->desk == NULL && !call_has(call, OPTION_JSON) &&
        !call_has(call, OPTION_EXPLAIN))
        print_page(taking);
    if (!call_has(call, OPTION_EXPLAIN) || taking->totals.bad > 0)
        ooo_tell_summary(&call->out, &taking->totals, call->desk == NULL);
    if (stop_signal() != 0)
        call->status = STATUS_SIGNAL + stop_signal();
    else if (taking->totals.bad > 0)
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
               (taking.totals.waiting == 0 || stop_signal() != 0 ||
                show_waiting(call, err));
    if (is_shown(call) && call->word_count == 1)
        return show_screen(call, err);
    if (is_shown(call))
        taking.keys = open("/dev/tty", O_RDONLY | O_CLOEXEC);
    good = take_words(&taking, err);
    if (taking.keys >= 0)
        close(taking.keys);
    return good;
}
