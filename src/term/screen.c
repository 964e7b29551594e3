#include "touchbase/term/screen.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "screen_ops.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

void screen_locale(void)
{
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

void screen_close(struct screen *screen)
{
    if (screen != NULL)
        screen->ops->close(screen);
}

void screen_size(const struct screen *screen, int *rows, int *columns)
{
    screen->ops->size(screen, rows, columns);
}

void screen_paint(struct screen *screen, const struct canvas *canvas)
{
    screen->ops->paint(screen, canvas);
}

enum screen_event screen_next(struct screen *screen, struct key *key)
{
    return screen->ops->next(screen, key);
}

size_t screen_poll(const struct screen *screen, struct pollfd fds[SCREEN_POLL_MAX])
{
    return screen->ops->poll(screen, fds);
}

int screen_timeout(const struct screen *screen)
{
    return screen->ops->timeout(screen);
}

void screen_leave(struct screen *screen)
{
    screen->ops->leave(screen);
}

void screen_enter(struct screen *screen)
{
    screen->ops->enter(screen);
}

void screen_stop(struct screen *screen)
{
    screen->ops->stop(screen);
}

void screen_forget(struct screen *screen)
{
    screen->ops->forget(screen);
}

void screen_set_theme(struct screen *screen, const struct theme *theme)
{
    screen->ops->set_theme(screen, theme);
}

void screen_set_mouse(struct screen *screen, bool on)
{
    screen->ops->set_mouse(screen, on);
}

void screen_bell(struct screen *screen)
{
    screen->ops->bell(screen);
}

bool screen_copy(struct screen *screen, const char *text, size_t length)
{
    struct buffer plain = {0};
    bool copied;

    if (length > SCREEN_COPY_MAX)
        return false;
    text_plain(&plain, text, length);
    copied = screen->ops->copy(screen, buffer_string(&plain), plain.length);
    buffer_free(&plain);
    return copied;
}

const char *screen_notice(struct screen *screen)
{
    return screen->ops->notice(screen);
}
