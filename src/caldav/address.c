#include "address.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static const char *part(CURLU *parsed, CURLUPart which, struct arena *arena)
{
    char *text = NULL;
    if (curl_url_get(parsed, which, &text, 0) != CURLUE_OK)
        return NULL;
    const char *copy = arena_string(arena, text);
    curl_free(text);
    return copy;
}

/* RFC 6761 6.3, RFC 1122 3.2.1.3, RFC 4291 2.5.3 */
static bool is_this_machine(const char *host)
{
    static const char *const names[] = {"localhost", "[::1]", "[0:0:0:0:0:0:0:1]"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(host, names[i]) == 0)
            return true;
    return strncmp(host, "127.", 4) == 0 && strspn(host, "0123456789.") == strlen(host);
}

static bool check(CURLU *parsed, const char *host, struct arena *arena, struct error *err)
{
    const char *scheme = part(parsed, CURLUPART_SCHEME, arena);
    bool open = scheme && strcmp(scheme, "http") == 0;
    if (!open && !(scheme && strcmp(scheme, "https") == 0))
        return error_set(err, ERROR_USAGE,
                         "a calendar's address begins with https://, not with %s",
                         scheme ? scheme : "that");
    if (part(parsed, CURLUPART_PASSWORD, arena))
        return error_set(err, ERROR_USAGE,
                         "the address of the calendar at %s holds a password: let a "
                         "command give it",
                         host);
    if (open && !is_this_machine(host))
        return error_set(
            err, ERROR_USAGE,
            "http://%s would send your password in the clear: write https://", host);
    return true;
}

static bool take(CURLU *parsed, const char *url, struct arena *arena, struct address *out,
                 struct error *err)
{
    if (curl_url_set(parsed, CURLUPART_URL, url, 0) != CURLUE_OK)
        return error_set(err, ERROR_USAGE, "\"%s\" is no address of a calendar", url);
    const char *host = part(parsed, CURLUPART_HOST, arena);
    const char *port = part(parsed, CURLUPART_PORT, arena);
    if (!host || !check(parsed, host, arena, err))
        return host != NULL ? false
                            : error_set(err, ERROR_USAGE, "\"%s\" names no host", url);
    const char *whole = part(parsed, CURLUPART_URL, arena);
    size_t length = strlen(whole);
    out->url = whole[length - 1] == '/' ? whole : arena_format(arena, "%s/", whole);
    out->host = port ? arena_format(arena, "%s:%s", host, port) : host;
    return true;
}

bool address_read(const char *url, struct arena *arena, struct address *out,
                  struct error *err)
{
    CURLU *parsed = curl_url();
    if (!parsed)
        abort();
    bool done = take(parsed, url, arena, out, err);
    curl_url_cleanup(parsed);
    return done;
}
