#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "touchbase/base/file.h"

/* Each test has a folder of its own. */
struct place {
    struct arena *arena;
    char folder[64];
};

static int make_place(void **state)
{
    struct place *place = memory_alloc(sizeof *place);

    strcpy(place->folder, "/tmp/touchbase-file-XXXXXX");
    place->arena = arena_create();
    *state = place;
    return mkdtemp(place->folder) == NULL;
}

static int count_entries(const char *folder)
{
    DIR *directory = opendir(folder);
    int count = 0;

    assert_non_null(directory);
    while (readdir(directory) != NULL)
        count++;
    closedir(directory);
    return count - 2; /* . and .. */
}

static void remove_tree(struct arena *arena, const char *path)
{
    DIR *directory = opendir(path);
    struct dirent *entry;

    while (directory != NULL && (entry = readdir(directory)) != NULL) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            remove_tree(arena, file_join(arena, path, entry->d_name));
    }
    if (directory != NULL)
        closedir(directory);
    remove(path);
}

static int remove_place(void **state)
{
    struct place *place = *state;

    remove_tree(place->arena, place->folder);
    arena_destroy(place->arena);
    free(place);
    return 0;
}

static const char *in(struct place *place, const char *name)
{
    return file_join(place->arena, place->folder, name);
}

static void write_file(const char *path, const char *text)
{
    struct file_write write;
    struct error err = {0};

    if (!file_write_begin(&write, path, &err))
        fail_msg("%s", err.text);
    fputs(text, write.stream);
    if (!file_write_commit(&write, &err))
        fail_msg("%s", err.text);
}

static void assert_content(const char *path, const char *text)
{
    struct buffer content = {0};
    struct error err = {0};

    if (!file_read(path, 1 << 20, &content, &err))
        fail_msg("%s", err.text);
    assert_string_equal(buffer_string(&content), text);
    buffer_free(&content);
}

static void parts_of_a_path(void **state)
{
    struct place *place = *state;
    struct arena *arena = place->arena;

    assert_string_equal(file_join(arena, "a", "b"), "a/b");
    assert_string_equal(file_join(arena, "a/", "b"), "a/b");
    assert_string_equal(file_join(arena, "/", "b"), "/b");
    assert_string_equal(file_join(arena, "a", "/b"), "/b");
    assert_string_equal(file_base_name("/a/b.vcf"), "b.vcf");
    assert_string_equal(file_base_name("b.vcf"), "b.vcf");
    assert_string_equal(file_base_name("/a/"), "");
    assert_string_equal(file_folder(arena, "/a/b.vcf"), "/a");
    assert_string_equal(file_folder(arena, "/b.vcf"), "/");
    assert_string_equal(file_folder(arena, "b.vcf"), ".");
    assert_string_equal(file_folder(arena, "a/b/c"), "a/b");
}

static void the_persons_home(void **state)
{
    struct place *place = *state;

    setenv("HOME", "/home/ana", 1);
    assert_string_equal(file_expand(place->arena, "~/x"), "/home/ana/x");
    assert_string_equal(file_expand(place->arena, "~"), "/home/ana");
    assert_string_equal(file_expand(place->arena, "~other/x"), "~other/x");
    assert_string_equal(file_expand(place->arena, "/~/x"), "/~/x");
    unsetenv("HOME");
    assert_string_equal(file_expand(place->arena, "~/x"), "~/x");
}

static void the_folders_of_the_specification(void **state)
{
    struct place *place = *state;
    struct error err = {0};

    setenv("HOME", "/home/ana", 1);
    setenv("XDG_DATA_HOME", "/data", 1);
    unsetenv("XDG_CONFIG_HOME");
    setenv("XDG_STATE_HOME", "", 1);
    setenv("XDG_RUNTIME_DIR", "relative/is/ignored", 1);
    assert_string_equal(file_home(place->arena, FILE_DATA, &err), "/data/touchbase");
    assert_string_equal(file_home(place->arena, FILE_CONFIG, &err),
                        "/home/ana/.config/touchbase");
    assert_string_equal(file_home(place->arena, FILE_STATE, &err),
                        "/home/ana/.local/state/touchbase");
    assert_string_equal(file_home(place->arena, FILE_RUNTIME, &err),
                        "/home/ana/.local/state/touchbase");
    unsetenv("HOME");
    assert_string_equal(file_home(place->arena, FILE_DATA, &err), "/data/touchbase");
    assert_null(file_home(place->arena, FILE_CONFIG, &err));
    assert_non_null(strstr(err.text, "--db"));
}

static mode_t mode_of(const char *path)
{
    struct stat status;

    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 07777;
}

static void folders_are_made_for_the_person_alone(void **state)
{
    struct place *place = *state;
    struct error err = {0};
    mode_t before = umask(0);

    assert_true(file_make_folder(in(place, "a//b/c/"), &err));
    assert_true(file_make_folder(in(place, "a/b/c"), &err)); /* again */
    umask(before);
    assert_int_equal(mode_of(in(place, "a")), 0700);
    assert_int_equal(mode_of(in(place, "a/b/c")), 0700);
}

static void a_file_in_the_way_of_a_folder(void **state)
{
    struct place *place = *state;
    struct error err = {0};

    write_file(in(place, "file"), "x");
    assert_false(file_make_folder(in(place, "file/below"), &err));
    assert_non_null(strstr(err.text, "cannot make the folder"));
    assert_false(file_make_folder(in(place, "file"), &err));
    assert_false(file_make_folder("", &err));
}

static void reading_up_to_a_limit(void **state)
{
    struct place *place = *state;
    struct buffer out = {0};
    struct error err = {0};

    write_file(in(place, "ten"), "0123456789");
    assert_true(file_read(in(place, "ten"), 10, &out, &err));
    assert_true(file_read(in(place, "ten"), 10, &out, &err)); /* appended */
    assert_string_equal(buffer_string(&out), "01234567890123456789");
    assert_false(file_read(in(place, "ten"), 9, &out, &err));
    assert_non_null(strstr(err.text, "larger than the 9 bytes"));
    write_file(in(place, "none"), "");
    buffer_clear(&out);
    assert_true(file_read(in(place, "none"), 0, &out, &err));
    assert_int_equal(out.length, 0);
    buffer_free(&out);
}

static void what_cannot_be_read_is_named(void **state)
{
    struct place *place = *state;
    struct buffer out = {0};
    struct error err = {0};

    assert_false(file_read(in(place, "missing"), 10, &out, &err));
    assert_int_equal(err.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(err.text, "missing"));
    assert_false(file_read(place->folder, 10, &out, &err));
    assert_int_equal(err.code, ERROR_FAILED);
    assert_non_null(strstr(err.text, "is a folder, not a file"));
    write_file(in(place, "file"), "x");
    assert_false(file_read(in(place, "file/below"), 10, &out, &err));
    assert_int_equal(err.code, ERROR_FAILED);
    assert_int_equal(out.length, 0);
    buffer_free(&out);
}

/* Runs act in a child, so that what it does to standard input, limits or itself stays
 * there. */
static int status_of(void (*act)(struct place *), struct place *place)
{
    pid_t child = fork();
    int status = 0;

    if (child == 0) {
        act(place);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void read_standard_input(struct place *place)
{
    struct buffer out = {0};
    struct error err = {0};
    int ends[2];

    (void)place;
    if (pipe(ends) != 0 || dup2(ends[0], STDIN_FILENO) < 0 ||
        write(ends[1], "piped", 5) != 5)
        _exit(1);
    close(ends[1]);
    if (!file_read("-", 100, &out, &err) || strcmp(buffer_string(&out), "piped") != 0)
        _exit(2);
    if (fcntl(STDIN_FILENO, F_GETFD) < 0)
        _exit(3); /* it was closed */
}

static void standard_input_is_a_dash(void **state)
{
    assert_int_equal(status_of(read_standard_input, *state), 0);
}

static void writing_replaces_whole(void **state)
{
    struct place *place = *state;
    const char *path = in(place, "out.ics");
    struct file_write write;
    struct error err = {0};
    mode_t before = umask(0);

    write_file(path, "old");
    assert_int_equal(mode_of(path), 0600);
    assert_true(file_write_begin(&write, path, &err));
    umask(before);
    fputs("new and longer", write.stream);
    fflush(write.stream);
    assert_content(path, "old"); /* until the commit */
    assert_int_equal(mode_of(write.temporary), 0600);
    assert_true(file_write_commit(&write, &err));
    assert_content(path, "new and longer");
    assert_null(write.stream);
    assert_int_equal(count_entries(place->folder), 1);
}

static void cancelling_leaves_the_old_file(void **state)
{
    struct place *place = *state;
    const char *path = in(place, "out.ics");
    struct file_write write;
    struct error err = {0};

    write_file(path, "old");
    assert_true(file_write_begin(&write, path, &err));
    fputs("half", write.stream);
    file_write_cancel(&write);
    assert_content(path, "old");
    assert_int_equal(count_entries(place->folder), 1);
    file_write_cancel(&write); /* nothing is left to cancel */
}

static void die_while_writing(struct place *place)
{
    struct file_write write;
    struct error err = {0};

    if (!file_write_begin(&write, in(place, "out.ics"), &err))
        _exit(1);
    fputs("half of it", write.stream);
    fflush(write.stream);
    raise(SIGKILL);
}

static void a_kill_leaves_the_old_file(void **state)
{
    struct place *place = *state;
    int status;

    write_file(in(place, "out.ics"), "old");
    status = status_of(die_while_writing, place);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    assert_content(in(place, "out.ics"), "old");
    write_file(in(place, "out.ics"),
               "new"); /* what the dead one left is not in the way */
    assert_content(in(place, "out.ics"), "new");
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit = {bytes, RLIM_INFINITY};

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        _exit(9);
}

static void write_more_than_fits(struct place *place)
{
    struct file_write write;
    struct error err = {0};

    limit_files(8192);
    if (!file_write_begin(&write, in(place, "out.ics"), &err))
        _exit(1);
    for (int i = 0; i < 100000; i++)
        fputs("0123456789", write.stream);
    if (file_write_commit(&write, &err))
        _exit(2);
    if (strstr(err.text, "out.ics") == NULL)
        _exit(3);
}

/* The disk is full for a moment, a write in the middle is lost, then there is room again.
 */
static void write_around_a_full_moment(struct place *place)
{
    struct file_write write;
    struct error err = {0};

    if (!file_write_begin(&write, in(place, "out.ics"), &err))
        _exit(1);
    limit_files(8192);
    for (int i = 0; i < 5000; i++)
        fputs("0123456789", write.stream);
    limit_files(RLIM_INFINITY);
    fputs("the end", write.stream);
    if (file_write_commit(&write, &err))
        _exit(2);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    struct place *place = *state;

    write_file(in(place, "out.ics"), "old");
    assert_int_equal(status_of(write_more_than_fits, place), 0);
    assert_content(in(place, "out.ics"), "old");
    assert_int_equal(status_of(write_around_a_full_moment, place), 0);
    assert_content(in(place, "out.ics"), "old");
    assert_int_equal(count_entries(place->folder), 1);
}

static void places_that_cannot_be_written(void **state)
{
    struct place *place = *state;
    struct file_write write;
    struct error err = {0};

    assert_false(file_write_begin(&write, place->folder, &err));
    assert_non_null(strstr(err.text, "name a file in it"));
    assert_false(file_write_begin(&write, in(place, "no/such/folder/x"), &err));
    assert_non_null(strstr(err.text, "No such file or directory"));
    assert_null(write.stream);
    assert_null(write.temporary);
    assert_int_equal(count_entries(place->folder), 0);
}

static void a_target_that_became_a_folder(void **state)
{
    struct place *place = *state;
    struct file_write write;
    struct error err = {0};

    assert_true(file_write_begin(&write, in(place, "x"), &err));
    assert_int_equal(mkdir(in(place, "x"), 0700), 0);
    assert_false(file_write_commit(&write, &err));
    assert_non_null(strstr(err.text, "cannot replace"));
    assert_int_equal(count_entries(place->folder), 1);
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_PLACE(parts_of_a_path),
        IN_A_PLACE(the_persons_home),
        IN_A_PLACE(the_folders_of_the_specification),
        IN_A_PLACE(folders_are_made_for_the_person_alone),
        IN_A_PLACE(a_file_in_the_way_of_a_folder),
        IN_A_PLACE(reading_up_to_a_limit),
        IN_A_PLACE(what_cannot_be_read_is_named),
        IN_A_PLACE(standard_input_is_a_dash),
        IN_A_PLACE(writing_replaces_whole),
        IN_A_PLACE(cancelling_leaves_the_old_file),
        IN_A_PLACE(a_kill_leaves_the_old_file),
        IN_A_PLACE(a_full_disk_leaves_the_old_file),
        IN_A_PLACE(places_that_cannot_be_written),
        IN_A_PLACE(a_target_that_became_a_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
