#include "vcard_address.h"

#include <string.h>

static void add(struct buffer *out, const char *part, const char *separator)
{
    if (part != NULL && part[0] != '\0') {
        buffer_add_format(out, "%s%s", out->length > 0 ? separator : "", part);
    }
}

static bool is_more_than_city(const char *const parts[ADDRESS_PARTS])
{
    for (size_t i = 0; i < ADDRESS_PARTS; i++) {
        if (i != ADDRESS_LOCALITY && parts[i] != NULL) {
            return true;
        }
    }
    return false;
}

char *address_lines(struct arena *arena, const char *const parts[ADDRESS_PARTS])
{
    if (!is_more_than_city(parts)) {
        return NULL;
    }
    struct buffer place = {0};
    add(&place, parts[ADDRESS_LOCALITY], "");
    add(&place, parts[ADDRESS_REGION], ", ");
    add(&place, parts[ADDRESS_CODE], " ");
    struct buffer lines = {0};
    add(&lines, parts[ADDRESS_BOX], "\n");
    add(&lines, parts[ADDRESS_EXTENDED], "\n");
    add(&lines, parts[ADDRESS_STREET], "\n");
    add(&lines, buffer_string(&place), "\n");
    add(&lines, parts[ADDRESS_COUNTRY], "\n");
    char *text = arena_copy(arena, buffer_string(&lines), lines.length);
    buffer_free(&place);
    buffer_free(&lines);
    return text;
}

/* RFC 6350's own example writes newlines of LABEL as \n although parameters have no
 * escapes; RFC 6868 as ^n. */
static char *label_text(struct arena *arena, const char *label)
{
    struct property whole = {.value = label};
    return property_text(arena, &whole, false);
}

char *vcard_address_text(struct arena *arena, const struct property *property, bool old)
{
    const char *label = property_parameter(property, "LABEL");
    char *text = label != NULL ? label_text(arena, label) : NULL;
    if (text != NULL) {
        return text;
    }
    const char *parts[ADDRESS_PARTS];
    for (size_t i = 0; i < ADDRESS_PARTS; i++) {
        parts[i] = property_part(arena, property, i, old);
    }
    return address_lines(arena, parts);
}
