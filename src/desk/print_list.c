#include "touchbase/desk/print_list.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "desk_private.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/days.h"
#include "touchbase/desk/scripts.h"

enum { PAGE = 100 };

struct printing {
    struct desk *desk;
    const struct print_options *options;
    struct print_totals *totals;
    struct buffer text;
};

bool print_list_is(const char *path)
{
    size_t length = strlen(path);

    return length > 4 && strcasecmp(path + length - 4, ".txt") == 0;
}

/* The card of a touch: *refused says why there is none, in err. False when the desk could
 * not be read. */
static bool read_card(struct desk *desk, const struct touch *touch, struct arena *arena,
                      struct contact *contact, const char **words, bool *refused,
                      struct error *err)
{
    const char *subject;
    struct script script;

    *refused = false;
    if (!desk_load_contact(desk, touch->contact_id, arena, contact, err) ||
        !desk_script_for(desk, contact->id, touch->id, touch->channel, arena, &script,
                         err))
        return false;
    script.touch_id = touch->id;
    *refused = !desk_may_reach(contact, err) ||
               !desk_script_ready(desk, &script, arena, &subject, words, err);
    return true;
}

static void add_card(struct buffer *out, const struct contact *contact,
                     const char *address, const char *words)
{
    const char *parts[] = {contact->name, contact->company, address, "", words};

    if (out->length > 0)
        buffer_add_string(out, "\f\n");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] == NULL)
            continue;
        text_plain(out, parts[i], desk_text_length(parts[i]));
        buffer_add_char(out, '\n');
    }
}

static void leave_out(struct printing *printing, struct arena *arena,
                      const struct touch *touch, const char *why)
{
    const struct print_options *options = printing->options;

    printing->totals->left_out++;
    if (options->left_out != NULL)
        options->left_out(options->context,
                          arena_format(arena, "%s, %s: %s", touch->contact,
                                       channel_name(touch->channel), why));
}

static bool print_touch(struct printing *printing, const struct touch *touch,
                        struct arena *arena, struct error *err)
{
    struct contact contact;
    const char *words = NULL, *address;
    bool refused;

    if (!read_card(printing->desk, touch, arena, &contact, &words, &refused, err))
        return false;
    address = contact_first(&contact, POINT_ADDRESS);
    if (refused) {
        leave_out(printing, arena, touch, err->text);
    } else if (address == NULL) {
        leave_out(printing, arena, touch, "no postal address is known");
    } else {
        add_card(&printing->text, &contact, address, words);
        printing->totals->written++;
    }
    return true;
}

static bool print_all(struct printing *printing, struct error *err)
{
    struct arena *page = arena_create();
    struct row_key key, *from = NULL;
    struct touch *touches;
    size_t count = PAGE;
    bool good = true;

    while (good && count == PAGE) {
        arena_reset(page);
        good = desk_cards(printing->desk, false, from, WINDOW_FORWARD, PAGE, page,
                          &touches, &count, err);
        for (size_t i = 0; good && i < count; i++)
            good = print_touch(printing, &touches[i], page, err);
        if (good && count > 0) {
            key = desk_touch_key(&touches[count - 1]);
            from = &key;
        }
    }
    arena_destroy(page);
    return good;
}

static bool hand_out(const struct printing *printing, struct error *err)
{
    const struct print_options *options = printing->options;
    const char *bytes = buffer_string(&printing->text);
    struct file_write file;

    if (strcmp(options->path, "-") == 0)
        return options->take(options->context, bytes, printing->text.length, err);
    if (!file_write_begin(&file, options->path, err))
        return false;
    if (fwrite(bytes, 1, printing->text.length, file.stream) == printing->text.length)
        return file_write_commit(&file, err);
    error_set_errno(err, errno, "cannot write %s", options->path);
    file_write_cancel(&file);
    return false;
}

bool desk_print_list(struct desk *desk, const struct print_options *options,
                     struct print_totals *totals, struct error *err)
{
    struct printing printing = {.desk = desk, .options = options, .totals = totals};
    bool done;

    *totals = (struct print_totals){0};
    done = print_all(&printing, err) && hand_out(&printing, err);
    buffer_free(&printing.text);
    return done;
}
