/* One connection to one server: requests and answers (RFC 9110) by libcurl, within limits
 * of size and time. What a status means is for the caller. */
#ifndef TOUCHBASE_CALDAV_HTTP_H
#define TOUCHBASE_CALDAV_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/caldav/collection.h"

struct http;

struct http_request {
    const char *method;
    const char *url;
    const char *const *headers; /* "Name: value", NULL behind the last; NULL: none */
    const char *body;           /* NULL: none */
    size_t length;              /* of body, bytes */
    size_t answer_max;          /* bytes */
};

struct http_answer {
    long status;          /* 100 to 599 */
    const char *etag;     /* or NULL; in the arena */
    const char *location; /* of a redirection, or NULL; in the arena */
};

/* NULL and err when libcurl does not start. account's strings live as long as it. host is
 * how messages call the server. */
struct http *http_open(const struct caldav_account *account, const char *host,
                       struct error *err);
void http_close(struct http *http);

/* Sends and waits. The answer's body is appended to body (whatever the status). False and
 * err, and body as it was, when there was no whole answer, or one longer than answer_max.
 */
bool http_send(struct http *http, const struct http_request *request, struct arena *arena,
               struct http_answer *answer, struct buffer *body, struct error *err);

#endif
