/* Reading auto-replies: 5,000 mails in a folder, three kinds of them in turn (plain,
 * quoted-printable HTML as Outlook sends it, both as alternatives), against GMime parsing
 * the same files alone. Printed are messages a second and the ratio of times (design.md
 * section 7: at most 4), for mail/ alone, mail/ and autoreply/ in one process, and the
 * worker over its pipe. Of a folder the mails in it (*.eml) are read instead, again and
 * again up to as many. Usage: bench_mail_reading [COUNT [FOLDER]] */
#include <dirent.h>
#include <gmime/gmime.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/mail/mail.h"
#include "touchbase/wire/worker.h"

enum { COUNT = 5000, ROUNDS = 5, PATH_SIZE = 128 };

static const char head[] =
    "Return-Path: <>\n"
    "Received: from mail.northwind.example (mail.northwind.example [192.0.2.60])\n"
    "\tby mx1.desk.example with ESMTPS id 8aa8576082\n"
    "\tfor <me@desk.example>; Mon, 02 Mar 2026 09:00:10 -0500\n"
    "From: =?utf-8?Q?Dana_Whitfield?= <dana%d@northwind.example>\n"
    "To: \"Me, Myself\" <me@desk.example>\n"
    "Subject: Automatic reply: Samples %d\n"
    "Date: Mon, 02 Mar 2026 09:00:04 -0500\n"
    "Message-ID: <%d.bench@northwind.example>\n"
    "In-Reply-To: <4d2602acbb4bf634ef2d3080@desk.example>\n"
    "Auto-Submitted: auto-generated\n"
    "X-Auto-Response-Suppress: All\n"
    "MIME-Version: 1.0\n";

static const char plain[] =
    "Content-Type: text/plain; charset=utf-8\n\n"
    "Hello,\n\nThank you for your message. I am out of the office from March 2 and will "
    "be back\n"
    "on Monday, March 9. I will be in Mexico on holidays with my family.\n\n"
    "For anything urgent please contact Lee Novak, lee.novak@northwind.example, "
    "416-555-0133.\n\n"
    "Best regards,\nDana\n--\nDana Whitfield, Northwind\nTel. 416-555-0100\n";

static const char html[] =
    "Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: "
    "quoted-printable\n\n"
    "<html xmlns:o=3D\"urn:schemas-microsoft-com:office:office\"><head>\n"
    "<style><!--\np.MsoNormal, li.MsoNormal {margin:0in; "
    "font-size:11.0pt;}\n--></style></head>\n"
    "<body lang=3D\"EN-US\" link=3D\"#0563C1\"><div class=3D\"WordSection1\">\n"
    "<p class=3D\"MsoNormal\">I am out of the office beginning Monday, March 2 and "
    "returning Mon=\n"
    "day, March 9.<o:p></o:p></p><p class=3D\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n"
    "<table border=3D\"1\"><tr><td>Orders</td><td>Pat Tate, <a "
    "href=3D\"mailto:pat@northwind.e=\n"
    "xample\">pat@northwind.example</a></td><td>(416) 555-0121</td></tr></table>\n"
    "<p class=3D\"MsoNormal\">Dana Whitfield<o:p></o:p></p></div></body></html>\n";

struct place {
    char path[PATH_SIZE];
    int count;
    int files; /* in the folder; they are gone through until count is reached */
    bool given;
    char **names;
};

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void file_path(char *out, size_t size, const struct place *place, int number)
{
    if (place->given)
        snprintf(out, size, "%s/%s", place->path, place->names[number % place->files]);
    else
        snprintf(out, size, "%s/%06d.eml", place->path, number);
}

static int is_mail(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".eml") == 0;
}

static void find_mails(struct place *place, const char *folder)
{
    struct dirent **entries;
    snprintf(place->path, sizeof place->path, "%s", folder);
    place->given = true;
    place->files = scandir(folder, &entries, is_mail, alphasort);
    if (place->files < 1) {
        fprintf(stderr, "no mails in %s\n", folder);
        exit(EXIT_FAILURE);
    }
    place->names = calloc((size_t)place->files, sizeof *place->names);
    for (int i = 0; i < place->files; i++) {
        place->names[i] = strdup(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    place->count = place->count > place->files
                       ? place->count - place->count % place->files
                       : place->files;
}

static void write_body(FILE *file, int number)
{
    if (number % 3 == 0)
        fputs(plain, file);
    else if (number % 3 == 1)
        fputs(html, file);
    else
        fprintf(
            file,
            "Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\n%s\n--b1\n%s\n"
            "--b1--\n",
            plain, html);
}

static void make_mails(struct place *place)
{
    snprintf(place->path, sizeof place->path, "/tmp/touchbase-bench-XXXXXX");
    if (!mkdtemp(place->path))
        exit(EXIT_FAILURE);
    for (int i = 0; i < place->count; i++) {
        char path[PATH_SIZE + NAME_MAX];
        file_path(path, sizeof path, place, i);
        FILE *file = fopen(path, "w");
        if (!file)
            exit(EXIT_FAILURE);
        fprintf(file, head, i, i, i);
        write_body(file, i);
        fclose(file);
    }
}

static void remove_mails(const struct place *place)
{
    char path[PATH_SIZE + NAME_MAX];
    for (int i = 0; i < place->count; i++) {
        file_path(path, sizeof path, place, i);
        unlink(path);
    }
    rmdir(place->path);
}

static void parse_alone(const struct place *place)
{
    for (int i = 0; i < place->count; i++) {
        char path[PATH_SIZE + NAME_MAX];
        file_path(path, sizeof path, place, i);
        GMimeStream *stream = g_mime_stream_file_open(path, "r", NULL);
        GMimeParser *parser = g_mime_parser_new_with_stream(stream);
        GMimeMessage *mail = g_mime_parser_construct_message(parser, NULL);
        if (!mail)
            exit(EXIT_FAILURE);
        g_object_unref(mail);
        g_object_unref(parser);
        g_object_unref(stream);
    }
}

static int read_walk(struct mail_walk *walk, struct arena *arena,
                     struct autoreply_reader *reader)
{
    struct error err = {0};
    int absences = 0;
    while (walk && mail_next(walk)) {
        struct message message;
        struct reading reading = {0};
        arena_reset(arena);
        if (!mail_read(walk, arena, &message, &err))
            exit(EXIT_FAILURE);
        if (reader)
            autoreply_read(reader, arena, &message, DATE_ORDER_NONE, &reading);
        absences += reading.kind == READING_OOO;
    }
    mail_close(walk);
    return absences;
}

/* mail/, and autoreply/ behind it when there is a reader. */
static void read_here(const struct place *place, struct autoreply_reader *reader)
{
    struct error err = {0};
    struct arena *arena = arena_create();
    char path[PATH_SIZE + NAME_MAX];
    int absences = 0;
    for (int i = 0; place->given && i < place->count; i++) {
        file_path(path, sizeof path, place, i);
        absences += read_walk(mail_open(path, &err), arena, reader);
    }
    if (!place->given)
        absences = read_walk(mail_open(place->path, &err), arena, reader);
    arena_destroy(arena);
    if (reader && !place->given && absences != place->count)
        fprintf(stderr, "only %d of %d were understood\n", absences, place->count);
}

/* How many messages the worker read at a path. */
static int64_t ask_worker(struct worker *worker, const char *path, struct arena *arena)
{
    struct error err = {0};
    struct worker_item item = {.kind = WORKER_BAD};
    bool going = worker_read_path(worker, path, 0, &err);
    while (going && item.kind != WORKER_END) {
        arena_reset(arena);
        going = worker_read_next(worker, arena, &item, &err);
    }
    if (!going) {
        fprintf(stderr, "%s\n", err.text);
        exit(EXIT_FAILURE);
    }
    return item.read;
}

static void read_by_worker(const struct place *place, struct worker *worker)
{
    struct arena *arena = arena_create();
    char path[PATH_SIZE + NAME_MAX];
    int64_t read = 0;
    for (int i = 0; place->given && i < place->count; i++) {
        file_path(path, sizeof path, place, i);
        read += ask_worker(worker, path, arena);
    }
    if (!place->given)
        read = ask_worker(worker, place->path, arena);
    arena_destroy(arena);
    if (read == place->count)
        return;
    fprintf(stderr, "the worker read %d of %d\n", (int)read, place->count);
    exit(EXIT_FAILURE);
}

enum stage { STAGE_GMIME, STAGE_MAIL, STAGE_READER, STAGE_WORKER, STAGE_TOTAL };

static void run(enum stage stage, const struct place *place,
                struct autoreply_reader *reader, struct worker *worker)
{
    if (stage == STAGE_GMIME)
        parse_alone(place);
    else if (stage == STAGE_WORKER)
        read_by_worker(place, worker);
    else
        read_here(place, stage == STAGE_READER ? reader : NULL);
}

/* The best of some rounds, the stages in turn. */
static void measure(const struct place *place, double best[STAGE_TOTAL])
{
    struct error err = {0};
    struct autoreply_reader *reader = autoreply_open(&err);
    struct worker *worker = worker_create();
    char program[PATH_MAX];
    if (!reader || !getenv("BUILD"))
        exit(EXIT_FAILURE);
    snprintf(program, sizeof program, "%s/touchbase-worker", getenv("BUILD"));
    worker_set_program(worker, program);
    for (int round = 0; round < ROUNDS; round++) {
        for (int stage = 0; stage < STAGE_TOTAL; stage++) {
            double start = seconds();
            run((enum stage)stage, place, reader, worker);
            double took = seconds() - start;
            if (round == 0 || took < best[stage])
                best[stage] = took;
        }
    }
    worker_destroy(worker);
    autoreply_close(reader);
}

int main(int count, char **arguments)
{
    static const char *const names[] = {"GMime parsing alone", "mail/",
                                        "mail/ and autoreply/", "the worker"};
    struct place place = {.count = count > 1 ? atoi(arguments[1]) : COUNT};
    double best[STAGE_TOTAL] = {0};
    signal(SIGPIPE, SIG_IGN);
    g_mime_init();
    if (count > 2)
        find_mails(&place, arguments[2]);
    else
        make_mails(&place);
    measure(&place, best);
    if (!place.given)
        remove_mails(&place);
    printf("reading %d auto-replies, best of %d rounds\n", place.count, ROUNDS);
    for (int stage = 0; stage < STAGE_TOTAL; stage++)
        printf("%-22s %8.0f messages/s   %5.2fx\n", names[stage],
               (double)place.count / best[stage], best[stage] / best[STAGE_GMIME]);
    return EXIT_SUCCESS;
}
