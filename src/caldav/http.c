#include "http.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CONNECT_SECONDS = 10,
    SILENT_SECONDS = 20, /* less than a byte a second for so long ends it */
    ALL_SECONDS = 300
};

struct http {
    CURL *curl;
    const char *host;
    char *ca_file;
    char reason[CURL_ERROR_SIZE]; /* libcurl's own words for the last failure */
};

/* What one answer is written into. */
struct receiving {
    struct buffer *body;
    size_t body_max; /* length that body may reach */
    struct arena *arena;
    struct http_answer *answer;
    bool too_long;
};

static size_t take_body(char *bytes, size_t one, size_t length, void *data)
{
    struct receiving *receiving = data;
    (void)one; /* always 1 */
    receiving->too_long = length > receiving->body_max - receiving->body->length;
    if (receiving->too_long)
        return 0;
    buffer_add(receiving->body, bytes, length);
    return length;
}

/* The value of a header line, when it is the one called name; NULL otherwise. */
static const char *value_of(const char *line, size_t length, const char *name,
                            struct arena *arena)
{
    size_t start = strlen(name);
    if (length <= start || strncasecmp(line, name, start) != 0 || line[start] != ':')
        return NULL;
    start++;
    while (start < length && strchr(" \t", line[start]))
        start++;
    while (length > start && strchr(" \t\r\n", line[length - 1]))
        length--;
    return arena_copy(arena, line + start, length - start);
}

static size_t take_header(char *line, size_t one, size_t length, void *data)
{
    struct receiving *receiving = data;
    (void)one;
    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) /* an answer begins, maybe anew */
        *receiving->answer = (struct http_answer){0};
    const char *etag = value_of(line, length, "ETag", receiving->arena);
    const char *location = value_of(line, length, "Location", receiving->arena);
    if (etag)
        receiving->answer->etag = etag;
    if (location)
        receiving->answer->location = location;
    return length;
}

/* What holds for every request of the connection. */
static void set_limits(struct http *http)
{
    CURL *curl = http->curl;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)SILENT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)ALL_SECONDS);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "touchbase/" TOUCHBASE_VERSION);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->reason);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
}

static void set_account(struct http *http, const struct caldav_account *account)
{
    if (account->ca_file) {
        http->ca_file = memory_string(account->ca_file);
        curl_easy_setopt(http->curl, CURLOPT_CAINFO, http->ca_file);
    }
    if (account->user)
        curl_easy_setopt(http->curl, CURLOPT_USERNAME, account->user);
    if (account->password)
        curl_easy_setopt(http->curl, CURLOPT_PASSWORD, account->password);
    curl_easy_setopt(http->curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
}

struct http *http_open(const struct caldav_account *account, const char *host,
                       struct error *err)
{
    CURL *curl =
        curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_easy_init() : NULL;
    if (!curl) {
        error_set(err, ERROR_FAILED, "cannot speak to %s: libcurl does not start", host);
        return NULL;
    }
    struct http *http = memory_alloc(sizeof *http);
    *http = (struct http){.curl = curl, .host = host};
    set_limits(http);
    set_account(http, account);
    return http;
}

void http_close(struct http *http)
{
    if (!http)
        return;
    curl_easy_cleanup(http->curl);
    curl_global_cleanup();
    free(http->ca_file);
    free(http);
}

static struct curl_slist *headers_of(const struct http_request *request)
{
    /* a server that does not know it leaves a request waiting a second for nothing */
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    for (size_t i = 0; list && request->headers && request->headers[i]; i++) {
        struct curl_slist *longer = curl_slist_append(list, request->headers[i]);
        if (!longer)
            abort();
        list = longer;
    }
    return list;
}

static void set_request(struct http *http, const struct http_request *request,
                        struct receiving *receiving)
{
    CURL *curl = http->curl;
    curl_easy_setopt(curl, CURLOPT_URL, request->url);
    if (request->body) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->length);
    } else {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    }
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->answer_max);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, receiving);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, receiving);
}

static bool tell(const struct http *http, CURLcode code, struct error *err)
{
    const char *host = http->host;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return error_set(err, ERROR_FAILED,
                         "no connection, %s is not found (offline, or a wrong address?)",
                         host);
    case CURLE_COULDNT_CONNECT:
        return error_set(err, ERROR_FAILED, "no connection, %s does not answer", host);
    case CURLE_OPERATION_TIMEDOUT:
        return error_set(err, ERROR_FAILED, "%s took too long to answer", host);
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return error_set(err, ERROR_FAILED, "%s broke off in the middle of its answer",
                         host);
    case CURLE_FILESIZE_EXCEEDED:
        return error_set(err, ERROR_FAILED, "%s answers with more than a calendar holds",
                         host);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return error_set(
            err, ERROR_FAILED,
            "the certificate of %s is not trusted (%s); nothing was sent to it", host,
            http->reason);
    case CURLE_SSL_CONNECT_ERROR:
        return error_set(err, ERROR_FAILED,
                         "no safe connection to %s (%s); nothing was sent to it", host,
                         http->reason);
    default:
        return error_set(err, ERROR_FAILED, "%s: %s", host,
                         http->reason[0] ? http->reason : curl_easy_strerror(code));
    }
}

/* One exchange; the status, or 0 and err. */
static bool exchange(struct http *http, struct receiving *receiving, struct error *err)
{
    http->reason[0] = '\0';
    CURLcode code = curl_easy_perform(http->curl);
    if (code == CURLE_WRITE_ERROR && receiving->too_long)
        code = CURLE_FILESIZE_EXCEEDED;
    if (code != CURLE_OK)
        return tell(http, code, err);
    curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &receiving->answer->status);
    return true;
}

/* Basic was refused by a server that knows Digest (RFC 7616): from now on that. */
static bool turn_to_digest(struct http *http, long status)
{
    long known = 0;
    if (status != 401 ||
        curl_easy_getinfo(http->curl, CURLINFO_HTTPAUTH_AVAIL, &known) != CURLE_OK ||
        !((unsigned long)known & CURLAUTH_DIGEST))
        return false;
    curl_easy_setopt(http->curl, CURLOPT_HTTPAUTH, CURLAUTH_DIGEST);
    return true;
}

bool http_send(struct http *http, const struct http_request *request, struct arena *arena,
               struct http_answer *answer, struct buffer *body, struct error *err)
{
    struct curl_slist *headers = headers_of(request);
    size_t before = body->length;
    struct receiving receiving = {.body = body,
                                  .body_max = before + request->answer_max,
                                  .arena = arena,
                                  .answer = answer};
    set_request(http, request, &receiving);
    curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, headers);
    bool done = exchange(http, &receiving, err);
    if (done && turn_to_digest(http, answer->status)) {
        buffer_remove(body, before, body->length - before);
        done = exchange(http, &receiving, err);
    }
    if (!done)
        buffer_remove(body, before, body->length - before);
    curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, NULL);
    curl_slist_free_all(headers);
    return done;
}
