/* The reader's lexicons: CPU time and memory of opening it, and of the first message in
 * each language, which reads that language's lexicon; and of the dates alone, which are
 * read each time that a day is typed. The best of some rounds. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/dates/lexicon.h"

enum { ROUNDS = 9, LANGUAGES = 7 };

static const struct {
    const char *language, *text;
} samples[LANGUAGES] = {
    {"en", "I am out of the office until Monday."},
    {"de", "Ich bin bis Montag nicht im B\xC3\xBCro."},
    {"es", "Estar\xC3\xA9 fuera de la oficina hasta el lunes."},
    {"fr", "Je suis absente du bureau et je serai de retour lundi."},
    {"it", "Sono fuori ufficio e non sar\xC3\xB2 in sede fino a luned\xC3\xAC."},
    {"nl", "Ik ben tot maandag niet op kantoor."},
    {"pt", "N\xC3\xA3o estarei no meu escrit\xC3\xB3rio at\xC3\xA9 o dia 9."},
};

struct cost {
    double ms;
    size_t bytes; /* that stay */
};

static double cpu_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static size_t held(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static struct cost now(void)
{
    return (struct cost){cpu_ms(), held()};
}

static void keep_best(struct cost *best, struct cost before, int round)
{
    struct cost after = now();
    double ms = after.ms - before.ms;
    best->ms = round == 0 || ms < best->ms ? ms : best->ms;
    best->bytes = after.bytes - before.bytes;
}

static void read_sample(struct autoreply_reader *reader, int which)
{
    struct arena *arena = arena_create();
    struct message message = {.text = samples[which].text,
                              .text_length = strlen(samples[which].text)};
    struct reading reading;
    autoreply_read(reader, arena, &message, DATE_ORDER_DMY, &reading);
    if (strcmp(reading.language, samples[which].language) != 0) {
        fprintf(stderr, "%s was taken for %s\n", samples[which].language,
                reading.language);
        exit(EXIT_FAILURE);
    }
    arena_destroy(arena);
}

static void measure_reader(struct cost *opened, struct cost languages[LANGUAGES],
                           int round)
{
    struct error err = {0};
    struct cost before = now();
    struct autoreply_reader *reader = autoreply_open(&err);
    if (!reader) {
        fprintf(stderr, "%s\n", err.text);
        exit(EXIT_FAILURE);
    }
    keep_best(opened, before, round);
    for (int i = 0; i < LANGUAGES; i++) {
        before = now();
        read_sample(reader, i);
        keep_best(&languages[i], before, round);
    }
    autoreply_close(reader);
}

static void measure_dates(struct cost dates[LANGUAGES], int round)
{
    struct error err = {0};
    for (int i = 0; i < LANGUAGES; i++) {
        struct cost before = now();
        struct arena *arena = arena_create();
        if (!date_lexicon_open(arena, samples[i].language, &err))
            exit(EXIT_FAILURE);
        keep_best(&dates[i], before, round);
        arena_destroy(arena);
    }
}

int main(void)
{
    struct cost opened = {0}, languages[LANGUAGES] = {{0}}, dates[LANGUAGES] = {{0}};
    struct cost all = {0};
    for (int round = 0; round < ROUNDS; round++) {
        measure_reader(&opened, languages, round);
        measure_dates(dates, round);
    }
    printf("the reader opened     %7.2f ms %7zu KB\n", opened.ms, opened.bytes / 1024);
    for (int i = 0; i < LANGUAGES; i++) {
        printf(
            "first message in %s   %7.2f ms %7zu KB   its dates alone %5.2f ms %4zu KB\n",
            samples[i].language, languages[i].ms, languages[i].bytes / 1024, dates[i].ms,
            dates[i].bytes / 1024);
        all.ms += languages[i].ms;
        all.bytes += languages[i].bytes;
    }
    printf("in all                %7.2f ms %7zu KB\n", opened.ms + all.ms,
           (opened.bytes + all.bytes) / 1024);
    return EXIT_SUCCESS;
}
