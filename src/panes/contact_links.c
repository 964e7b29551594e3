#include "contact_links.h"

#include "touchbase/desk/agenda.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/references.h"
#include "words.h"

/* "  named 2 times in 90 days, last 12 Nov 10:02", as a warning once that is enough. */
static bool add_uses(struct timeline_text *out, struct desk *desk, int64_t id,
                     const struct tie *tie, struct error *err)
{
    int enough = desk_settings(desk)->plays.rules.reference_uses;
    struct naming_tally tally;
    const char *words;

    if (!desk_naming_tally(desk, id, tie, out->arena, &tally, err))
        return false;
    words = naming_tally_words(out->arena, &tally);
    if (tally.last_utc != 0)
        words = arena_format(out->arena, "%s%slast %s", words,
                             *words != '\0' ? ", " : "named ",
                             shown_moment(out->arena, desk, tally.last_utc));
    if (*words != '\0')
        timeline_head(out, tally.recent >= enough ? STYLE_WARNING : STYLE_DIM,
                      arena_format(out->arena, "  %s", words));
    return true;
}

bool contact_links(struct timeline_text *out, struct desk *desk, int64_t id,
                   struct error *err)
{
    struct tie *ties;
    size_t count;

    if (!desk_links(desk, id, LINKS_READ, out->arena, &ties, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct linked *with = &ties[i].with;

        timeline_head(out, STYLE_DIM, i == 0 ? "  linked  " : "          ");
        buffer_add_format(&out->text, "%zu %s %s%s%s", i + 1, tie_words(&ties[i]),
                          with->name, with->company != NULL ? ", " : "",
                          with->company != NULL ? with->company : "");
        if (!add_uses(out, desk, id, &ties[i], err))
            return false;
        buffer_add_char(&out->text, '\n');
    }
    return true;
}
