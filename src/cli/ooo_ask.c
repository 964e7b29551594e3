/* Auto-replies shown one after the other on a terminal, each with a question. */
#include <errno.h>
#include <unistd.h>

#include "ooo.h"
#include "stop.h"

/* One line typed on the terminal; its first character, 'q' at its end. */
static char read_answer(int keys)
{
    char line[128];
    ssize_t got;

    do {
        got = read(keys, line, sizeof line);
    } while (got < 0 && errno == EINTR && stop_signal() == 0);
    return got <= 0 ? 'q' : line[0];
}

static void preview(struct output *out, const struct take_in *item, day_number today)
{
    struct arena *arena = arena_create();

    output_print(out, "%s\n\n%s: %s\n", item->message.text,
                 item->has_contact ? item->contact.name : ooo_sender(&item->message),
                 ooo_line(arena, &item->reading, today));
    for (size_t i = 0; i < item->plan.change_count; i++)
        output_print(out, "  %s\n", item->plan.changes[i].sentence);
    if (item->doubt != NULL)
        output_print(out,
                     "Is this %s? %s is nobody's address yet: Enter says yes and adds "
                     "it, n no.\n",
                     item->contact.name, item->doubt);
    output_print(out, "Enter files it, - is no absence, w leaves it under To confirm, q "
                      "leaves: ");
    output_flush(out);
    arena_destroy(arena);
}

enum ooo_answer ooo_ask(struct output *out, int keys, const struct take_in *item,
                        day_number today)
{
    preview(out, item, today);
    switch (read_answer(keys)) {
    case '\n':
        return OOO_FILE;
    case '-':
        return OOO_NO_ABSENCE;
    case 'n':
        return item->doubt != NULL ? OOO_STRANGER : OOO_LEAVE;
    case 'w':
        return OOO_WAIT;
    default:
        return OOO_LEAVE;
    }
}
