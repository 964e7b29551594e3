/* Contacts for the benchmarks, on standard output: vCards of version 3.0 and 4.0 in turn,
 * names in seven scripts, one to three points, some with a title, a city, a note. The
 * same count and seed give the same bytes. With --list one line a person, name, company
 * and first point between tabs, for minimal_list.
 *
 *     make_contacts COUNT [SEED] [--list] */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parts/people.h"

/* Lines are folded behind 75 bytes, never inside a character (RFC 6350 section 3.2). */
static void put_line(const char *line)
{
    size_t length = strlen(line), at = 0;
    while (length - at > 75) {
        size_t part = at == 0 ? 75 : 74;
        while (((unsigned char)line[at + part] & 0xC0) == 0x80)
            part--;
        printf("%s%.*s\r\n", at == 0 ? "" : " ", (int)part, line + at);
        at += part;
    }
    printf("%s%s\r\n", at == 0 ? "" : " ", line + at);
}

static void put(const char *name, const char *value)
{
    char line[4 * PERSON_TEXT];
    if (value == NULL)
        return;
    snprintf(line, sizeof line, "%s:%s", name, value);
    put_line(line);
}

static void put_card(uint64_t seed, const struct person *person)
{
    char text[3 * PERSON_TEXT];
    uint64_t state = seed + (uint64_t)person->number;
    uint64_t high = chance_next(&state), low = chance_next(&state);
    put("BEGIN", "VCARD");
    put("VERSION", person->number % 2 == 0 ? "3.0" : "4.0");
    snprintf(text, sizeof text, "urn:uuid:%08x-%04x-4%03x-8%03x-%012llx",
             (unsigned)(high >> 32), (unsigned)(high >> 16 & 0xFFFF),
             (unsigned)(high & 0xFFF), (unsigned)(low >> 52),
             (unsigned long long)(low & UINT64_C(0xFFFFFFFFFFFF)));
    put("UID", text);
    put("FN", person->name);
    snprintf(text, sizeof text, "%s;%s;;;", person->family, person->given);
    put("N", text);
    put("ORG", person->company);
    put("TITLE", person->title);
    for (int i = 0; i < person->mails; i++)
        put(i == 0 ? "EMAIL;TYPE=work" : "EMAIL;TYPE=home", person->mail[i]);
    for (int i = 0; i < person->phones; i++)
        put(i == 0 ? "TEL;TYPE=work" : "TEL;TYPE=cell", person->phone[i]);
    if (person->city != NULL) {
        snprintf(text, sizeof text, ";;;%s;;;", person->city);
        put("ADR;TYPE=work", text);
    }
    put("NOTE", person->note);
    put("END", "VCARD");
}

static void put_row(const struct person *person)
{
    printf("%s\t%s\t%s\n", person->name, person->company,
           person->mails > 0 ? person->mail[0] : person->phone[0]);
}

int main(int argc, char **argv)
{
    bool list = argc > 2 && strcmp(argv[argc - 1], "--list") == 0;
    int given = list ? argc - 1 : argc;
    long count = given > 1 ? strtol(argv[1], NULL, 10) : 0;
    uint64_t seed = given > 2 ? strtoull(argv[2], NULL, 10) : 1;
    if (count < 1) {
        fprintf(stderr, "usage: make_contacts COUNT [SEED] [--list]\n");
        return 2;
    }
    for (long i = 0; i < count; i++) {
        struct person person;
        person_make(seed, i, &person);
        if (list)
            put_row(&person);
        else
            put_card(seed, &person);
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
