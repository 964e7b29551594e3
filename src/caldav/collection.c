#include "touchbase/caldav/collection.h"

#include <stdlib.h>

#include "address.h"
#include "http.h"
#include "multistatus.h"

enum {
    LIST_MAX = 128 << 20, /* bytes: COLLECTION_ITEMS_MAX items of some 600 each */
    REPLY_MAX = 1 << 20   /* of the answer to a change, which nobody reads */
};

struct caldav {
    struct arena *arena;
    struct address address;
    struct http *http;
};

/* Of the answers that are no answer to what was asked. */
static bool tell(const struct caldav *caldav, const struct http_answer *answer,
                 struct error *err)
{
    const char *host = caldav->address.host;
    switch (answer->status) {
    case 401:
        return error_set(err, ERROR_FAILED, "%s refuses your name and password (401)",
                         host);
    case 403:
        return error_set(err, ERROR_FAILED,
                         "%s does not let you change this calendar (403)", host);
    case 404:
    case 409:
    case 410:
        return error_set(err, ERROR_FAILED, "%s has no calendar at %s (%ld)", host,
                         caldav->address.url, answer->status);
    case 415:
        return error_set(err, ERROR_FAILED, "%s does not take such an item (415)", host);
    case 507:
        return error_set(err, ERROR_FAILED, "%s is full: it has no room left (507)",
                         host);
    default:
        break;
    }
    if (answer->status >= 300 && answer->status < 400)
        return error_set(
            err, ERROR_FAILED,
            "%s says that the calendar moved to %s: if you trust that, make it "
            "the calendar's address",
            host, answer->location ? answer->location : "elsewhere");
    if (answer->status >= 500 || answer->status == 429)
        return error_set(err, ERROR_FAILED, "%s has trouble of its own (%ld)", host,
                         answer->status);
    return error_set(err, ERROR_FAILED, "%s answers %ld", host, answer->status);
}

static bool is_done(const struct http_answer *answer)
{
    return answer->status >= 200 && answer->status < 300;
}

/* What became of an item: 412 (RFC 9110 15.5.13) says that its version is another. */
static enum collection_result result_of(const struct caldav *caldav,
                                        const struct http_answer *answer,
                                        struct error *err)
{
    if (is_done(answer))
        return COLLECTION_DONE;
    if (answer->status == 412)
        return COLLECTION_CHANGED;
    if (answer->status == 404 || answer->status == 410)
        return COLLECTION_GONE;
    tell(caldav, answer, err);
    return COLLECTION_FAILED;
}

static const char *item_url(const struct caldav *caldav, const char *href,
                            struct arena *arena)
{
    return arena_format(arena, "%s%s", caldav->address.url, href);
}

static bool list_items(void *state, struct arena *arena, struct collection_item **items,
                       size_t *count, struct error *err)
{
    static const char question[] =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<propfind xmlns=\"DAV:\"><prop><resourcetype/><getetag/></prop></propfind>\n";
    static const char *const headers[] = {
        "Depth: 1", "Content-Type: application/xml; charset=utf-8", NULL};
    struct caldav *caldav = state;
    struct http_request request = {.method = "PROPFIND",
                                   .url = caldav->address.url,
                                   .headers = headers,
                                   .body = question,
                                   .length = sizeof question - 1,
                                   .answer_max = LIST_MAX};
    struct http_answer answer;
    struct buffer body = {0};
    bool done = http_send(caldav->http, &request, arena, &answer, &body, err);
    if (done && answer.status != 207)
        done = is_done(&answer) ? error_set(err, ERROR_FAILED, "%s has no calendar at %s",
                                            caldav->address.host, caldav->address.url)
                                : tell(caldav, &answer, err);
    else if (done && !multistatus_read(buffer_string(&body), body.length, arena, items,
                                       count, err))
        done = error_prefix(err, "%s", caldav->address.host);
    buffer_free(&body);
    return done;
}

static enum collection_result fetch_item(void *state, const char *href,
                                         struct arena *arena, struct buffer *text,
                                         const char **etag, struct error *err)
{
    static const char *const headers[] = {"Accept: text/calendar", NULL};
    struct caldav *caldav = state;
    struct http_request request = {.method = "GET",
                                   .url = item_url(caldav, href, arena),
                                   .headers = headers,
                                   .answer_max = COLLECTION_ITEM_MAX};
    struct http_answer answer;
    size_t before = text->length;
    if (!http_send(caldav->http, &request, arena, &answer, text, err))
        return COLLECTION_FAILED;
    enum collection_result result = result_of(caldav, &answer, err);
    if (result == COLLECTION_DONE && !answer.etag) { /* a MUST of RFC 4791 5.3.4 */
        error_set(err, ERROR_FAILED, "%s does not say the version of an item",
                  caldav->address.host);
        result = COLLECTION_FAILED;
    }
    if (result == COLLECTION_DONE)
        *etag = answer.etag;
    else
        buffer_remove(text, before, text->length - before);
    return result;
}

/* A change that holds for the version etag alone, or, when that is NULL, for no version.
 */
static enum collection_result change(struct caldav *caldav, struct http_request request,
                                     const char *etag, struct arena *arena,
                                     const char **written, struct error *err)
{
    const char *condition =
        etag ? arena_format(arena, "If-Match: %s", etag) : "If-None-Match: *";
    const char *const headers[] = {"Content-Type: text/calendar; charset=utf-8",
                                   condition, NULL};
    struct http_answer answer;
    struct buffer body = {0};
    request.headers = headers;
    request.answer_max = REPLY_MAX;
    bool sent = http_send(caldav->http, &request, arena, &answer, &body, err);
    buffer_free(&body);
    if (!sent)
        return COLLECTION_FAILED;
    *written = answer.etag;
    return result_of(caldav, &answer, err);
}

static enum collection_result put_item(void *state, const char *href, const char *etag,
                                       const char *text, size_t length,
                                       struct arena *arena, const char **written,
                                       struct error *err)
{
    struct caldav *caldav = state;
    struct http_request request = {.method = "PUT",
                                   .url = item_url(caldav, href, arena),
                                   .body = text,
                                   .length = length};
    return change(caldav, request, etag, arena, written, err);
}

static enum collection_result remove_item(void *state, const char *href, const char *etag,
                                          struct error *err)
{
    struct caldav *caldav = state;
    struct arena *arena = arena_create();
    const char *written = NULL;
    struct http_request request = {.method = "DELETE",
                                   .url = item_url(caldav, href, arena)};
    enum collection_result result = change(caldav, request, etag, arena, &written, err);
    arena_destroy(arena);
    return result;
}

static void close_collection(void *state)
{
    struct caldav *caldav = state;
    http_close(caldav->http);
    arena_destroy(caldav->arena);
    free(caldav);
}

bool caldav_open(const struct caldav_account *account, struct collection *out,
                 struct error *err)
{
    static const struct collection_ops ops = {.list = list_items,
                                              .fetch = fetch_item,
                                              .put = put_item,
                                              .remove = remove_item,
                                              .close = close_collection};
    struct caldav *caldav = memory_alloc(sizeof *caldav);
    *caldav = (struct caldav){.arena = arena_create()};
    *out = (struct collection){.ops = &ops, .state = caldav};
    if (address_read(account->url, caldav->arena, &caldav->address, err))
        caldav->http = http_open(account, caldav->address.host, err);
    if (caldav->http)
        return true;
    close_collection(caldav);
    *out = (struct collection){0};
    return false;
}
