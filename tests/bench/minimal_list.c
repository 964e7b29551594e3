/* The floor of a full-screen list: ncurses over a mapped file of lines, fields between
 * tabs, nothing read that is not shown. j, k, the arrows, PgDn, PgUp, End, Home and Tab
 * (which moves like j) move; Enter shows the line over the whole screen and any key comes
 * back; q ends.
 *
 *     minimal_list FILE */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD = 1, FOOT = 1, WIDTH = 30, KEY_LINE_FEED = 10, KEY_TAB = 9 };

struct file {
    const char *start;
    const char *end;
};

struct view {
    struct file file;
    const char *top;     /* line at the head of the page */
    const char *current; /* line under the bar */
};

static const char *line_after(const struct file *file, const char *line)
{
    const char *stop = memchr(line, '\n', (size_t)(file->end - line));
    return stop == NULL || stop + 1 == file->end ? NULL : stop + 1;
}

static const char *line_before(const struct file *file, const char *line)
{
    if (line == file->start)
        return NULL;
    for (line--; line > file->start && line[-1] != '\n';)
        line--;
    return line;
}

static int page_rows(void)
{
    return LINES - HEAD - FOOT;
}

static void draw_line(int row, const char *line, const char *end, bool bar)
{
    int column = 0;
    move(row, 0);
    clrtoeol();
    while (line < end && *line != '\n') {
        const char *stop = line;
        while (stop < end && *stop != '\t' && *stop != '\n')
            stop++;
        mvaddnstr(row, column, line, (int)(stop - line));
        column += WIDTH;
        line = stop + (stop < end && *stop == '\t');
    }
    if (bar)
        mvchgat(row, 0, -1, A_REVERSE, 0, NULL);
}

static void draw_page(const struct view *view)
{
    const char *line = view->top;
    erase();
    mvaddstr(0, 0, "Name");
    mvaddstr(0, WIDTH, "Company");
    mvaddstr(0, 2 * WIDTH, "Reach");
    mvchgat(0, 0, -1, A_BOLD, 0, NULL);
    for (int i = 0; i < page_rows() && line != NULL; i++) {
        draw_line(HEAD + i, line, view->file.end, line == view->current);
        line = line_after(&view->file, line);
    }
    mvaddstr(LINES - 1, 0, "j k move  Enter open  q end");
}

/* Moves the bar; the page follows when it leaves it. */
static void step(struct view *view, int by)
{
    for (; by != 0; by += by < 0 ? 1 : -1) {
        const char *line = by < 0 ? line_before(&view->file, view->current)
                                  : line_after(&view->file, view->current);
        if (line == NULL)
            break;
        view->current = line;
    }
    if (view->current < view->top)
        view->top = view->current;
    const char *last = view->top;
    for (int i = 1; i < page_rows() && last != NULL && last < view->current; i++)
        last = line_after(&view->file, last);
    while (last != NULL && last < view->current) {
        last = line_after(&view->file, last);
        view->top = line_after(&view->file, view->top);
    }
}

static void go_end(struct view *view)
{
    view->current = line_before(&view->file, view->file.end);
    view->top = view->current;
    for (int i = 1; i < page_rows() && view->top > view->file.start; i++)
        view->top = line_before(&view->file, view->top);
}

static void open_line(const struct view *view)
{
    erase();
    draw_line(0, view->current, view->file.end, false);
    refresh();
    getch();
}

static bool press(struct view *view, int key)
{
    switch (key) {
    case 'q':
        return false;
    case 'j':
    case KEY_DOWN:
    case KEY_TAB:
        step(view, 1);
        break;
    case 'k':
    case KEY_UP:
        step(view, -1);
        break;
    case KEY_NPAGE:
        step(view, page_rows());
        break;
    case KEY_PPAGE:
        step(view, -page_rows());
        break;
    case KEY_END:
        go_end(view);
        break;
    case KEY_HOME:
        view->top = view->current = view->file.start;
        break;
    case KEY_LINE_FEED:
        open_line(view);
        break;
    default:
        break;
    }
    return true;
}

static bool map_file(const char *path, struct file *file)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &status) != 0 || status.st_size == 0)
        return false;
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return false;
    file->start = bytes;
    file->end = file->start + status.st_size;
    return true;
}

int main(int argc, char **argv)
{
    struct view view;
    if (argc != 2 || !map_file(argv[1], &view.file))
        return 2;
    view.top = view.current = view.file.start;
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    set_escdelay(25);
    curs_set(0);
    do {
        draw_page(&view);
        refresh();
    } while (press(&view, getch()));
    endwin();
    return 0;
}
