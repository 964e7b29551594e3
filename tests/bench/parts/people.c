#include "people.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>

struct names {
    const char *given[8];
    const char *family[8];
    bool family_first;
};

/* Scripts as a desk that sells abroad has them; the first rows are the most frequent. */
static const struct names scripts[] = {
    {{"Mary", "John", "Linda", "Robert", "Karen", "Paul", "Susan", "Mark"},
     {"Carter", "Hughes", "Bennett", "Foster", "Morgan", "Reed", "Price", "Wood"},
     false},
    {{"Jürgen", "Zoë", "François", "Łukasz", "Søren", "Inés", "Çiğdem", "Björn"},
     {"Müller", "Núñez", "Østergård", "Żak", "Lefèvre", "Szabó", "Öztürk", "Ångström"},
     false},
    {{"Ирина", "Олег", "Анна", "Павел", "Мария", "Юрий", "Елена", "Игорь"},
     {"Петрова", "Иванов", "Орлова", "Соколов", "Лебедева", "Козлов", "Волкова",
      "Зайцев"},
     false},
    {{"Ελένη", "Νίκος", "Μαρία", "Πέτρος", "Άννα", "Γιάννης", "Σοφία", "Κώστας"},
     {"Παππάς", "Ρήγα", "Δήμου", "Βλάχος", "Ζώη", "Μακρής", "Κόλλια", "Λέκκας"},
     false},
    {{"伟", "芳", "娜", "敏", "静", "磊", "洋", "艳"},
     {"王", "李", "张", "刘", "陈", "杨", "赵", "黄"},
     true},
    {{"さくら", "健", "美咲", "大輔", "陽子", "翔", "直美", "誠"},
     {"佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村"},
     true},
    {{"سارة", "أحمد", "ليلى", "يوسف", "نور", "كريم", "هدى", "سامي"},
     {"حداد", "منصور", "خوري", "سالم", "نصار", "عيسى", "قاسم", "بدر"},
     false},
};
enum { SCRIPTS = sizeof scripts / sizeof scripts[0], LATIN_SCRIPTS = 2 };

static const char *const companies[] = {
    "Northwind", "Acme Metal",          "Brío Diseño", "Kessler & Söhne",
    "東洋商事",  "Quality Fabricators", "Заря",        "Harbour Lines"};
static const char *const endings[] = {"GmbH", "Inc", "Ltd", "SARL", "AB", "LLC"};
static const char *const titles[] = {"Buyer", "Head of Purchasing", "Owner",
                                     "Production manager", "Office manager"};
static const char *const cities[] = {"Lyon",     "Toronto", "Köln",  "Osaka",
                                     "Montréal", "Porto",   "Αθήνα", "Chicago"};
static const char *const notes[] = {
    "Met at the fair in spring; wants the catalogue, prices for 500 and 1,000 pieces.",
    "Prefers mail. Not before ten.\\nAsks for Lena when she calls herself.",
    "Their press is out of order until June; ask how the new one runs.",
    "Sent the sample sheet in blue and in red, \\\"the blue one is it\\\"."};

uint64_t chance_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

int chance_below(uint64_t *state, int below)
{
    return (int)(chance_next(state) % (uint64_t)below);
}

/* Half of the people have names in plain ASCII. */
static const struct names *choose_script(uint64_t *state)
{
    int which = chance_below(state, 2 * SCRIPTS);
    return &scripts[which < SCRIPTS ? which : 0];
}

/* ASCII family names are numbered by letters ("Carterab"), so that there are enough. */
static void make_name(uint64_t *state, const struct names *names, struct person *person)
{
    const char *given = names->given[chance_below(state, 8)];
    const char *family = names->family[chance_below(state, 8)];
    const char *second = names->given[chance_below(state, 8)];
    snprintf(person->given, sizeof person->given, "%s%s%s", given,
             names->family_first ? "" : " ", second);
    if (isascii((unsigned char)family[0]))
        snprintf(person->family, sizeof person->family, "%s%c%c", family,
                 'a' + chance_below(state, 26), 'a' + chance_below(state, 26));
    else
        snprintf(person->family, sizeof person->family, "%s", family);
    if (names->family_first)
        snprintf(person->name, sizeof person->name, "%s%s", person->family,
                 person->given);
    else
        snprintf(person->name, sizeof person->name, "%s %s", person->given,
                 person->family);
}

static void make_points(uint64_t *state, struct person *person)
{
    int points = 1 + chance_below(state, PERSON_POINTS);
    person->mails =
        points == 3 ? 1 + chance_below(state, 2) : chance_below(state, 10) > 0;
    person->phones = points - person->mails;
    for (int i = 0; i < person->mails; i++)
        snprintf(person->mail[i], sizeof person->mail[i], "p%ld%s@firm%d.example",
                 person->number, i > 0 ? ".home" : "", chance_below(state, 5000));
    for (int i = 0; i < person->phones; i++)
        snprintf(person->phone[i], sizeof person->phone[i], "+%d %d %07d",
                 30 + chance_below(state, 60), 100 + chance_below(state, 900),
                 chance_below(state, 10000000));
}

static uint64_t state_of(uint64_t seed, long number)
{
    return seed * UINT64_C(0xD1342543DE82EF95) + (uint64_t)number;
}

static void make_rest(uint64_t *state, struct person *person)
{
    snprintf(person->company, sizeof person->company, "%s %d %s",
             companies[chance_below(state, 8)], 1 + chance_below(state, 999),
             endings[chance_below(state, 6)]);
    person->title = chance_below(state, 2) == 0 ? titles[chance_below(state, 5)] : NULL;
    person->city = chance_below(state, 3) > 0 ? cities[chance_below(state, 8)] : NULL;
    person->note = chance_below(state, 8) == 0 ? notes[chance_below(state, 4)] : NULL;
    make_points(state, person);
}

void person_make(uint64_t seed, long number, struct person *person)
{
    uint64_t state = state_of(seed, number);
    *person = (struct person){.number = number};
    make_name(&state, choose_script(&state), person);
    make_rest(&state, person);
}

void person_make_mixed(uint64_t seed, long number, int other_letters,
                       struct person *person)
{
    uint64_t state = state_of(seed, number);
    bool other = chance_below(&state, 100) < other_letters;
    int which = other ? LATIN_SCRIPTS + chance_below(&state, SCRIPTS - LATIN_SCRIPTS)
                      : chance_below(&state, 4) == 0;
    *person = (struct person){.number = number};
    make_name(&state, &scripts[which], person);
    make_rest(&state, person);
}
