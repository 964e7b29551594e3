/* A folder, or an mbox of several, filed as one step in parts, and remembered
 * (desk/take_in.h). A part is open only while there is something to write: the worker may
 * take its time over a message, and other windows must not wait for it. */
#include <poll.h>

#include "take_in_private.h"
#include "touchbase/base/file.h"

enum {
    PART_MS = 90,           /* a part is open for so long at most */
    PART_BYTES = 512 << 10, /* and takes in so much of changed rows */
};

static bool in_part(const struct take_in_reader *reader)
{
    return reader->step && reader->part_ms >= 0;
}

/* ---- What was read ---- */

static void forget_marks(struct take_in_reader *reader)
{
    arena_reset(reader->mark_words);
    reader->mark_count = 0;
}

static bool write_marks(struct take_in_reader *reader, struct error *err)
{
    struct desk *desk = reader->desk;
    bool written =
        reader->mark_count == 0 || (seen_add(desk->store, reader->marks,
                                             reader->mark_count, desk_today(desk), err) &&
                                    seen_trim(desk->store, SEEN_MOST, err));

    forget_marks(reader);
    return written;
}

/* Marks with what was filed go into the same part. */
static bool mark(struct take_in_reader *reader, const struct take_in *item,
                 const struct take_in_result *result, struct error *err)
{
    const char *message_id = item->message.message_id;

    if (item->key == 0 || result->state == TAKE_IN_STRANGER)
        return true;
    if (result->state == TAKE_IN_OTHER)
        message_id = NULL;
    else if (message_id == NULL)
        return true;
    reader->marks[reader->mark_count++] = (struct seen_mark){
        .key = item->key, .message_id = arena_string(reader->mark_words, message_id)};
    return reader->mark_count < MARKS || write_marks(reader, err);
}

/* ---- The step ---- */

static bool pause_step(struct take_in_reader *reader, struct error *err)
{
    if (!in_part(reader))
        return true;
    reader->part_ms = -1;
    return write_marks(reader, err) && store_step_pause(reader->desk->store, err);
}

static bool resume_step(struct take_in_reader *reader, struct error *err)
{
    if (in_part(reader))
        return true;
    if (!reader->step && !desk_step_begin(reader->desk, err, "reading of %s",
                                          file_base_name(reader->name)))
        return false;
    if (reader->step && !store_step_resume(reader->desk->store, err))
        return false;
    reader->step = true;
    reader->part_ms = clock_ticks_ms();
    return true;
}

/* All that the step brought is taken back. */
static bool give_up(struct take_in_reader *reader, struct error *err)
{
    struct error second;
    bool taken_back = store_step_cancel(reader->desk->store, &second);

    forget_marks(reader);
    reader->step = false;
    reader->part_ms = -1;
    return error_prefix(err, "%s",
                        taken_back ? "nothing came in"
                                   : "what came in so far is one step, to undo or keep");
}

bool take_in_wait(struct take_in_reader *reader, struct error *err)
{
    while (in_part(reader) && !worker_read_ready(reader->worker)) {
        int64_t left = reader->part_ms + PART_MS - clock_ticks_ms();
        struct pollfd waiting = {.fd = worker_fd(reader->worker), .events = POLLIN};

        if (left > 0)
            poll(&waiting, 1, (int)left);
        else if (!pause_step(reader, err))
            return give_up(reader, err);
    }
    return true;
}

static bool part_is_full(const struct take_in_reader *reader)
{
    return in_part(reader) && (clock_ticks_ms() - reader->part_ms >= PART_MS ||
                               store_step_size(reader->desk->store) > PART_BYTES);
}

bool take_in_file_collected(struct take_in_reader *reader, struct take_in *item,
                            bool add_stranger, struct take_in_result *result,
                            struct error *err)
{
    *result = (struct take_in_result){
        .state = item->state, .contact_id = item->has_contact ? item->contact.id : 0};
    if (!take_in_leaves_nothing(item, add_stranger)) {
        if (!resume_step(reader, err))
            return false;
        if (!take_in_file_inside(reader->desk, item, TAKE_IN_PROPOSE, result, err))
            return give_up(reader, err);
    }
    result->sentence = take_in_sentence(item, result);
    if (!mark(reader, item, result, err) ||
        (part_is_full(reader) && !pause_step(reader, err)))
        return give_up(reader, err);
    return true;
}

bool take_in_pause(struct take_in_reader *reader, struct error *err)
{
    return pause_step(reader, err) || give_up(reader, err);
}

bool take_in_finish(struct take_in_reader *reader, struct error *err)
{
    bool step = reader->step;

    if (step && !pause_step(reader, err))
        return give_up(reader, err);
    if (reader->mark_count > 0 && !write_marks(reader, err))
        return step ? give_up(reader, err) : false;
    reader->step = false;
    return !step || store_step_commit(reader->desk->store, NULL, err);
}

struct take_in_progress take_in_progress(const struct take_in_reader *reader)
{
    return (struct take_in_progress){.position = worker_position(reader->worker),
                                     .total = worker_total(reader->worker),
                                     .passed = reader->passed};
}
