/* Messages from files and from what was typed, before they are weighed. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "take_in_private.h"
#include "touchbase/base/text.h"
#include "touchbase/wire/worker.h"

static bool ask_seen(void *context, const uint64_t *keys, size_t count, bool *seen,
                     struct error *err)
{
    struct desk *desk = context;

    return seen_ask(desk->store, keys, count, seen, err);
}

/* Keys are asked for all the same, so that what is read again is remembered. */
static bool none_seen(void *context, const uint64_t *keys, size_t count, bool *seen,
                      struct error *err)
{
    (void)context;
    (void)keys;
    (void)err;
    for (size_t i = 0; i < count; i++)
        seen[i] = false;
    return true;
}

static bool begin(struct take_in_reader *reader, const struct take_in_source *source,
                  enum date_order order, struct error *err)
{
    struct worker_wishes wishes = {.count = source->count, .context = reader->desk};

    worker_set_explain(reader->worker, source->explain);
    if (strcmp(source->path, "-") == 0)
        return worker_read_bytes(reader->worker, source->path, source->bytes,
                                 source->length, (int)order, err);
    if (reader->desk != NULL)
        wishes.seen = source->again ? none_seen : ask_seen;
    worker_wish(reader->worker, &wishes);
    return worker_read_path(reader->worker, source->path, (int)order, err);
}

struct take_in_reader *take_in_open_source(struct desk *desk,
                                           const struct take_in_source *source,
                                           struct error *err)
{
    struct desk *beside = NULL;
    struct take_in_reader *reader;
    enum date_order order = source->order;

    if (source->apart && (beside = desk_open_beside(desk, err)) == NULL)
        return NULL;
    desk = beside != NULL ? beside : desk;
    reader = memory_alloc(sizeof *reader);
    *reader = (struct take_in_reader){.desk = desk,
                                      .own_worker = desk == NULL,
                                      .beside = beside,
                                      .part_ms = -1,
                                      .mark_words = arena_create()};
    reader->worker = desk != NULL ? desk->worker : worker_create();
    reader->name =
        memory_string(strcmp(source->path, "-") == 0 ? "standard input" : source->path);
    if (order == DATE_ORDER_NONE && desk != NULL)
        order = desk->settings.date_order;
    if (!begin(reader, source, order, err)) {
        take_in_close(reader);
        return NULL;
    }
    return reader;
}

struct take_in_reader *take_in_open(struct desk *desk, enum date_order order,
                                    const char *path, const char *bytes, size_t length,
                                    struct error *err)
{
    const struct take_in_source source = {
        .order = order, .path = path, .bytes = bytes, .length = length};

    return take_in_open_source(desk, &source, err);
}

void take_in_close(struct take_in_reader *reader)
{
    struct error ignored;

    if (reader == NULL)
        return;
    take_in_finish(reader, &ignored);
    arena_destroy(reader->mark_words);
    if (reader->own_worker)
        worker_destroy(reader->worker);
    else
        worker_cancel(reader->worker);
    desk_close_beside(reader->beside);
    free(reader->name);
    free(reader);
}

int take_in_fd(const struct take_in_reader *reader)
{
    return worker_fd(reader->worker);
}

bool take_in_ready(struct take_in_reader *reader)
{
    return worker_read_ready(reader->worker);
}

/* One lock for all that is asked. */
static bool weigh_at_once(struct desk *desk, struct take_in *out, struct error *err)
{
    bool looking = desk_look_begin(desk);
    bool done = take_in_weigh(desk, 0, out, err);

    if (looking)
        desk_look_end(desk);
    return done;
}

enum take_in_next take_in_next(struct take_in_reader *reader, struct arena *arena,
                               struct take_in *out, struct error *err)
{
    struct worker_item item;

    if (!take_in_wait(reader, err) ||
        !worker_read_next(reader->worker, arena, &item, err))
        return TAKE_IN_FAILED;
    if (item.kind == WORKER_END) {
        reader->passed = item.passed;
        return TAKE_IN_END;
    }
    *out = (struct take_in){.arena = arena,
                            .message = item.message,
                            .reading = item.reading,
                            .trace = item.trace,
                            .collected = item.collected,
                            .total = item.total,
                            .key = item.key,
                            .heard_whole = !item.message.jotted};
    if (item.kind == WORKER_BAD) {
        error_set(err, ERROR_FAILED, "%s", item.problem);
        return TAKE_IN_BAD;
    }
    if (reader->desk != NULL && !weigh_at_once(reader->desk, out, err))
        return TAKE_IN_FAILED;
    return TAKE_IN_ITEM;
}

/* "Name: value" lines at the start, From among them: a raw mail was pasted. */
static bool looks_like_mail(const char *text)
{
    bool from = false;

    while (*text != '\0' && *text != '\n') {
        size_t line = strcspn(text, "\n");
        size_t name = 0;

        while (name < line && (isalnum((unsigned char)text[name]) || text[name] == '-'))
            name++;
        if (*text != ' ' && *text != '\t' && (name == 0 || text[name] != ':'))
            return strncmp(text, "From ", 5) == 0 && from;
        from = from || strncmp(text, "From:", 5) == 0;
        text += line + (text[line] == '\n');
    }
    return from;
}

bool take_in_mail(struct desk *desk, const char *bytes, size_t length,
                  struct arena *arena, struct take_in *out, struct error *err)
{
    struct take_in_reader *reader =
        take_in_open(desk, DATE_ORDER_NONE, "-", bytes, length, err);
    enum take_in_next next;

    if (reader == NULL)
        return false;
    next = take_in_next(reader, arena, out, err);
    take_in_close(reader);
    if (next == TAKE_IN_END)
        return error_set(err, ERROR_FAILED,
                         "there is no message in what was handed over");
    return next == TAKE_IN_ITEM;
}

static bool read_mail(struct desk *desk, const char *text, int64_t contact_id,
                      struct arena *arena, struct take_in *out, struct error *err)
{
    if (!take_in_mail(desk, text, strlen(text), arena, out, err))
        return false;
    return contact_id == 0 || out->has_contact ||
           take_in_weigh(desk, contact_id, out, err);
}

/* A first line "received: DATE" says when it was heard. */
static const char *received_line(const char *text, day_number *day)
{
    char date[11];
    size_t length = strcspn(text, "\n");

    if (strncmp(text, "received:", 9) != 0)
        return text;
    for (const char *at = text + 9; at + 10 <= text + length; at++) {
        if (*at == ' ' || *at == '\t')
            continue;
        memcpy(date, at, 10);
        date[10] = '\0';
        if (!day_parse(date, day))
            return text;
        return text + length + (text[length] == '\n');
    }
    return text;
}

static bool open_reader(struct desk *desk, struct error *err)
{
    if (desk->reader == NULL)
        desk->reader = autoreply_open(err);
    return desk->reader != NULL;
}

bool take_in_text(struct desk *desk, const char *text, int64_t contact_id,
                  struct arena *arena, struct take_in *out, struct error *err)
{
    struct message *message = &out->message;
    const char *body;

    if (looks_like_mail(text))
        return read_mail(desk, text, contact_id, arena, out, err);
    if (!open_reader(desk, err))
        return false;
    *out = (struct take_in){.arena = arena};
    *message = (struct message){.source = "what was typed",
                                .id = "-",
                                .jotted = true,
                                .has_date = true,
                                .date_utc = desk_now(desk),
                                .date_day = desk_today(desk),
                                .date_minute = MINUTE_NONE};
    body = received_line(text, &message->date_day);
    message->text = text_repair(arena, body, strlen(body));
    message->text_length = strlen(message->text);
    autoreply_read(desk->reader, arena, message, desk->settings.date_order,
                   &out->reading);
    return take_in_weigh(desk, contact_id, out, err);
}
