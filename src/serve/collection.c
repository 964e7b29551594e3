/* A collection of calendar items, asked item by item. */
#include <stdlib.h>
#include <string.h>

#include "touchbase/caldav/collection.h"
#include "touchbase/caldav/password.h"
#include "touchbase/calendar/entries.h"
#include "touchbase/calendar/item.h"
#include "touchbase/calendar/vdir.h"

#include "server.h"

void serve_collection_close(struct server *server)
{
    struct kept_collection *kept = &server->kept;
    if (kept->collection.ops)
        kept->collection.ops->close(kept->collection.state);
    kept->collection.ops = NULL;
    kept->putting = false;
}

static bool open_url(const struct wire_request *request, struct collection *out,
                     struct error *err)
{
    struct buffer password = {0};
    struct caldav_account account = {.url = request->source, .user = request->user};
    bool good = !request->command || caldav_password(request->command, &password, err);
    account.password = request->command ? buffer_string(&password) : NULL;
    good = good && caldav_open(&account, out, err);
    buffer_free(&password);
    return good;
}

static bool open_place(const struct wire_request *request, struct collection *out,
                       struct error *err)
{
    return strstr(request->source, "://") ? open_url(request, out, err)
                                          : vdir_open(request->source, out, err);
}

static bool send_list(struct server *server)
{
    const struct collection *collection = &server->kept.collection;
    struct collection_item *items;
    struct error err = {0};
    size_t count;
    if (!collection->ops->list(collection->state, server->request_arena, &items, &count,
                               &err))
        return server_send_error(server, &err);
    for (size_t i = 0; i < count; i++) {
        const struct wire_request listed = {.id = items[i].href, .etag = items[i].etag};
        if (!wire_put_request(&server->out, WIRE_LISTED, &listed) || !server_send(server))
            return false;
    }
    return server_send_total(server, WIRE_DONE, (int64_t)count);
}

bool serve_collection(struct server *server, const struct wire_request *request)
{
    struct error err = {0};
    serve_collection_close(server);
    server->kept.tasks = request->tasks;
    if (!server_check(request, &err) ||
        !open_place(request, &server->kept.collection, &err))
        return server_send_error(server, &err);
    return send_list(server);
}

static bool send_item(struct server *server, const struct wire_item *item)
{
    size_t begun = wire_begin(&server->out, WIRE_ITEM);
    wire_put_item(&server->out, item);
    wire_end(&server->out, begun);
    return server_send(server);
}

/* The one item a text holds; several are occurrences of one that repeats. */
static void understand(struct server *server, const char *text, struct wire_item *item)
{
    struct entry *entries;
    struct error ignored;
    size_t count;
    item->understood =
        strlen(text) <= COLLECTION_ITEM_MAX &&
        calendar_entries(server->request_arena, text, &entries, &count, &ignored) &&
        count > 0;
    if (item->understood)
        item->entry = entries[0];
}

static struct wire_item none(enum collection_result result)
{
    return (struct wire_item){.result = (int)result,
                              .entry.when = {DAY_NONE, MINUTE_NONE}};
}

bool serve_fetch(struct server *server, const struct wire_request *request)
{
    const struct collection *collection = &server->kept.collection;
    struct buffer text = {0};
    struct error err = {0};
    struct wire_item item = none(COLLECTION_FAILED);
    if (!collection->ops || !request->id)
        return false;
    item.result = (int)collection->ops->fetch(
        collection->state, request->id, server->request_arena, &text, &item.etag, &err);
    if (item.result == (int)COLLECTION_DONE)
        understand(server, buffer_string(&text), &item);
    buffer_free(&text);
    return item.result == (int)COLLECTION_FAILED ? server_send_error(server, &err)
                                                 : send_item(server, &item);
}

/* The reminder follows in a record of its own. */
bool serve_put(struct server *server, const struct wire_request *request)
{
    struct kept_collection *kept = &server->kept;
    if (!kept->collection.ops || !request->id)
        return false;
    buffer_clear(&kept->href);
    buffer_clear(&kept->etag);
    buffer_add_string(&kept->href, request->id);
    if (request->etag)
        buffer_add_string(&kept->etag, request->etag);
    kept->putting = true;
    return true;
}

/* The item as it is there; that is to be the version that will be replaced. */
static enum collection_result fetch_old(struct server *server, const char *etag,
                                        struct buffer *old, struct error *err)
{
    struct kept_collection *kept = &server->kept;
    const char *now = NULL;
    enum collection_result result =
        kept->collection.ops->fetch(kept->collection.state, buffer_string(&kept->href),
                                    server->request_arena, old, &now, err);
    return result == COLLECTION_DONE && strcmp(now, etag) != 0 ? COLLECTION_CHANGED
                                                               : result;
}

static enum collection_result put_merged(struct server *server, const char *text,
                                         const char *etag, const char *old,
                                         struct wire_item *item, struct error *err)
{
    struct kept_collection *kept = &server->kept;
    char *merged = calendar_item_merge(text, old, err);
    enum collection_result result = COLLECTION_FAILED;
    if (merged) {
        result = kept->collection.ops->put(
            kept->collection.state, buffer_string(&kept->href), etag, merged,
            strlen(merged), server->request_arena, &item->etag, err);
    }
    if (result == COLLECTION_DONE)
        understand(server, merged, item);
    free(merged);
    return result;
}

static bool put_text(struct server *server, const char *text, struct wire_item *item,
                     struct error *err)
{
    struct kept_collection *kept = &server->kept;
    const char *etag = kept->etag.length == 0 ? NULL : buffer_string(&kept->etag);
    struct buffer old = {0};
    enum collection_result result =
        etag ? fetch_old(server, etag, &old, err) : COLLECTION_DONE;
    if (result == COLLECTION_DONE)
        result =
            put_merged(server, text, etag, etag ? buffer_string(&old) : NULL, item, err);
    buffer_free(&old);
    item->result = (int)result;
    return result != COLLECTION_FAILED;
}

bool serve_put_reminder(struct server *server, struct wire_record record)
{
    const struct calendar_options options = {
        .kind = server->kept.tasks ? CALENDAR_TASKS : CALENDAR_EVENTS,
        .product = SERVER_PRODUCT,
    };
    struct wire_item item = none(COLLECTION_FAILED);
    struct reminder reminder;
    struct error err = {0};
    size_t length;
    char *text = NULL;
    server->kept.putting = false;
    arena_reset(server->request_arena);
    if (!wire_get_reminder(server->request_arena, record, &reminder))
        return false;
    text = calendar_item_text(&options, &reminder, &length, &err);
    bool done = text && put_text(server, text, &item, &err);
    free(text);
    return done ? send_item(server, &item) : server_send_error(server, &err);
}

bool serve_remove(struct server *server, const struct wire_request *request)
{
    const struct collection *collection = &server->kept.collection;
    struct wire_item item = none(COLLECTION_FAILED);
    struct error err = {0};
    if (!collection->ops || !request->id || !request->etag)
        return false;
    item.result =
        (int)collection->ops->remove(collection->state, request->id, request->etag, &err);
    return item.result == (int)COLLECTION_FAILED ? server_send_error(server, &err)
                                                 : send_item(server, &item);
}
