#include "touchbase/tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#include "touchbase/base/arena.h"

/* Events taken before the next paint: a flood of keys must not keep the screen from
 * moving. */
enum { DRAIN_MAX = 512 };

struct watch {
    int descriptor;
    short events;
    void (*ready)(void *context, short events);
    void *context;
};

struct loop {
    struct screen *screen;
    struct loop_program program;
    struct canvas *canvas;
    struct watch watches[LOOP_WATCH_MAX];
    size_t watch_count;
    enum loop_result result;
    bool done;
    bool dirty;
    bool stopping;
    bool more; /* the last drain ended before the events did: the next wait must not wait
                */
};

struct loop *loop_create(struct screen *screen, const struct loop_program *program)
{
    struct loop *loop = memory_alloc(sizeof *loop);

    *loop = (struct loop){.screen = screen, .program = *program};
    loop->canvas = canvas_create(0, 0);
    return loop;
}

void loop_destroy(struct loop *loop)
{
    if (loop == NULL)
        return;
    canvas_destroy(loop->canvas);
    free(loop);
}

void loop_repaint(struct loop *loop)
{
    loop->dirty = true;
}

bool loop_is_wanted(const struct loop *loop)
{
    struct pollfd fds[SCREEN_POLL_MAX];
    size_t count = screen_poll(loop->screen, fds);

    return count > 0 && (loop->more || poll(fds, (nfds_t)count, 0) != 0);
}

void loop_leave(struct loop *loop)
{
    loop->done = true;
}

void loop_stop(struct loop *loop)
{
    loop->stopping = true;
}

struct screen *loop_screen(struct loop *loop)
{
    return loop->screen;
}

bool loop_watch(struct loop *loop, int descriptor, short events,
                void (*ready)(void *context, short events), void *context)
{
    if (loop->watch_count == LOOP_WATCH_MAX)
        return false;
    loop->watches[loop->watch_count++] =
        (struct watch){descriptor, events, ready, context};
    return true;
}

void loop_unwatch(struct loop *loop, int descriptor)
{
    size_t kept = 0;

    for (size_t i = 0; i < loop->watch_count; i++) {
        if (loop->watches[i].descriptor != descriptor)
            loop->watches[kept++] = loop->watches[i];
    }
    loop->watch_count = kept;
}

static void resized(struct loop *loop)
{
    int rows, columns;

    screen_size(loop->screen, &rows, &columns);
    canvas_resize(loop->canvas, rows, columns);
    if (loop->program.resized != NULL)
        loop->program.resized(loop->program.context, rows, columns);
    loop->dirty = true;
}

static void paint(struct loop *loop)
{
    loop->dirty = false;
    canvas_clear(loop->canvas);
    loop->program.draw(loop->program.context, loop->canvas);
    screen_paint(loop->screen, loop->canvas);
}

static void stop(struct loop *loop)
{
    loop->stopping = false;
    if (loop->program.save != NULL)
        loop->program.save(loop->program.context);
    screen_stop(loop->screen);
    resized(loop);
}

static void end(struct loop *loop, enum loop_result result)
{
    if (loop->program.save != NULL)
        loop->program.save(loop->program.context);
    loop->result = result;
    loop->done = true;
}

/* False when the script is over or the terminal has nothing more now. */
static bool take_event(struct loop *loop)
{
    struct key key;

    switch (screen_next(loop->screen, &key)) {
    case SCREEN_KEY:
        loop->dirty = true;
        loop->program.key(loop->program.context, &key);
        return true;
    case SCREEN_RESIZED:
        resized(loop);
        return true;
    case SCREEN_PASSED:
        loop->dirty = true;
        if (loop->program.pass != NULL)
            loop->program.pass(loop->program.context,
                               script_screen_record(loop->screen).passed);
        return true;
    case SCREEN_STOP:
        loop->stopping = true;
        return true;
    case SCREEN_HANGUP:
        end(loop, LOOP_HUNG_UP);
        return false;
    case SCREEN_TERMINATED:
        end(loop, LOOP_TERMINATED);
        return false;
    case SCREEN_OVER:
        end(loop, LOOP_LEFT);
        return false;
    case SCREEN_NOTHING:
    default:
        return false;
    }
}

/* A script has no descriptor to wait on: its keys are taken one by one, each with its
 * paint. */
static void drain(struct loop *loop, bool script)
{
    int left = script ? 1 : DRAIN_MAX;

    loop->more = true;
    while (left-- > 0 && !loop->done && loop->more) {
        loop->more = take_event(loop);
        if (loop->stopping && !loop->done)
            stop(loop);
    }
}

static int sooner(int a, int b)
{
    if (a < 0 || b < 0)
        return a < 0 ? b : a;
    return a < b ? a : b;
}

static int program_timeout(const struct loop *loop)
{
    return loop->program.timeout != NULL ? loop->program.timeout(loop->program.context)
                                         : -1;
}

static void call_watches(struct loop *loop, const struct pollfd *fds, size_t count)
{
    for (size_t i = 0; i < count && !loop->done; i++) {
        for (size_t j = 0; fds[i].revents != 0 && j < loop->watch_count; j++) {
            if (loop->watches[j].descriptor != fds[i].fd)
                continue;
            loop->watches[j].ready(loop->watches[j].context, fds[i].revents);
            break;
        }
    }
}

/* Waits for whatever comes first. *script says that there is no terminal to wait on. */
static bool wait_once(struct loop *loop, bool *script, struct error *err)
{
    struct pollfd fds[SCREEN_POLL_MAX + LOOP_WATCH_MAX];
    size_t own = screen_poll(loop->screen, fds), count = own;
    int timeout = sooner(screen_timeout(loop->screen), program_timeout(loop)), ready;

    *script = own == 0;
    if (loop->more)
        timeout = 0;
    for (size_t i = 0; i < loop->watch_count; i++)
        fds[count++] = (struct pollfd){.fd = loop->watches[i].descriptor,
                                       .events = loop->watches[i].events};
    ready = poll(fds, (nfds_t)count, timeout);
    if (ready < 0)
        return errno == EINTR ||
               error_set_errno(err, errno, "cannot wait for the terminal");
    if (ready > 0)
        call_watches(loop, fds + own, count - own);
    if (!loop->done && loop->program.due != NULL && program_timeout(loop) == 0)
        loop->program.due(loop->program.context);
    return true;
}

enum loop_result loop_run(struct loop *loop, struct error *err)
{
    bool script;

    resized(loop);
    for (;;) {
        if (loop->dirty)
            paint(loop);
        if (!wait_once(loop, &script, err))
            return LOOP_FAILED;
        if (script && loop->dirty && !loop->done)
            paint(
                loop); /* what was worked out since the last key is seen before it ends */
        if (!loop->done)
            drain(loop, script);
        if (loop->done)
            return loop->result;
    }
}
