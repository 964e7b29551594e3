/* A text in an editor. */
#include "outside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"

enum { EDITED_MAX = 4 * 1024 * 1024 };

static const char *editor_command(const char *command)
{
    if (command == NULL)
        command = getenv("VISUAL");
    if (command == NULL || *command == '\0')
        command = getenv("EDITOR");
    return command == NULL || *command == '\0' ? "vi" : command;
}

/* In the runtime folder, which does not reach the disk where there is one. */
static char *write_text(struct arena *arena, const char *text, struct error *err)
{
    char *folder = file_home(arena, FILE_RUNTIME, err);
    size_t length = strlen(text);
    char *path;
    bool written;
    int fd;

    if (folder == NULL || !file_make_folder(folder, err))
        return NULL;
    path = file_join(arena, folder, "note-XXXXXX.md");
    fd = mkstemps(path, 3);
    if (fd < 0) {
        error_set_errno(err, errno, "cannot write %s", path);
        return NULL;
    }
    written = write(fd, text, length) == (ssize_t)length;
    if (close(fd) == 0 && written)
        return path;
    error_set_errno(err, errno, "cannot write %s", path);
    unlink(path);
    return NULL;
}

/* Editors replace the file, so it is opened by its name again and looked at with
 * suspicion. */
static bool read_text(const char *path, struct buffer *out, struct error *err)
{
    struct stat status;

    if (lstat(path, &status) != 0)
        return error_set(err, ERROR_FAILED,
                         "the editor left no file; the text is as it was");
    if (!S_ISREG(status.st_mode) || status.st_uid != geteuid())
        return error_set(
            err, ERROR_FAILED,
            "the editor left something else than a file; the text is as it was");
    if (!file_read(path, EDITED_MAX, out, err))
        return false;
    if (!text_is_utf8(buffer_string(out), out->length) ||
        memchr(buffer_string(out), '\0', out->length) != NULL)
        return error_set(err, ERROR_FAILED,
                         "what the editor saved is no UTF-8 text; the text is as it was");
    if (out->length > 0 && out->data[out->length - 1] == '\n')
        buffer_remove(out, out->length - 1, 1);
    return true;
}

bool outside_edit(struct screen *screen, const char *command, const char *text,
                  struct buffer *out, struct error *err)
{
    struct arena *arena = arena_create();
    char *path = write_text(arena, text, err);
    int status = 0;
    bool done =
        path != NULL && outside_run(screen, editor_command(command), path, &status, err);

    if (done && (!WIFEXITED(status) || WEXITSTATUS(status) != 0))
        done = error_set(err, ERROR_FAILED, "the editor said no; the text is as it was");
    done = done && read_text(path, out, err);
    if (path != NULL) {
        unlink(path);
        unlink(arena_format(arena, "%s~", path));
        unlink(arena_format(arena, "%s/.%s.swp", file_folder(arena, path),
                            file_base_name(path)));
    }
    arena_destroy(arena);
    return done;
}
