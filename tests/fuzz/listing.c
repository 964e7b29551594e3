/* What a server says is in a collection. */
#include <string.h>

#include "multistatus.h"
#include "touchbase/base/arena.h"

#include "target.h"

/* It goes into a request as it is: no blank, no line end, no other folder. */
static void require_token(const char *text)
{
    require(text != NULL && text[0] != '\0', "a name or version is there");
    require(strlen(text) < COLLECTION_NAME_MAX, "it is bounded");
    for (; *text != '\0'; text++)
        require(*text > ' ' && *text <= '~', "it is printable ASCII");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error err = {0};
    struct collection_item *items;
    size_t count;

    if (multistatus_read((const char *)data, size, arena, &items, &count, &err)) {
        require(count <= COLLECTION_ITEMS_MAX, "the items are bounded");
        for (size_t i = 0; i < count; i++) {
            require_token(items[i].href);
            require_token(items[i].etag);
            require(strchr(items[i].href, '/') == NULL, "a name leads nowhere else");
        }
    } else {
        require(err.text[0] != '\0', "what is refused is refused in words");
    }
    arena_destroy(arena);
    return 0;
}
