/* A look in words, and on a terminal of few colours. */
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/near.h"
#include "touchbase/term/style.h"

enum { ANSI = 16, CUBE = 16, GREYS = 232, LAST = 255, WORD_MAX = 32, NAMES = 24 };

static const char *const colour_names[ANSI] = {
    "black",        "red",           "green",       "yellow",         "blue",
    "magenta",      "cyan",          "white",       "bright-black",   "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
};

static const struct {
    unsigned char red, green, blue;
} ansi[ANSI] = {
    {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
    {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
    {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
    {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255},
};

static const int steps[6] = {0, 95, 135, 175, 215, 255};

void colour_rgb(int colour, int rgb[3])
{
    if (colour < ANSI) {
        rgb[0] = ansi[colour].red;
        rgb[1] = ansi[colour].green;
        rgb[2] = ansi[colour].blue;
    } else if (colour < GREYS) {
        rgb[0] = steps[(colour - CUBE) / 36];
        rgb[1] = steps[(colour - CUBE) / 6 % 6];
        rgb[2] = steps[(colour - CUBE) % 6];
    } else {
        rgb[0] = rgb[1] = rgb[2] = 8 + 10 * (colour - GREYS);
    }
}

/* The nearest of the cube and the greys; the first 16 look different everywhere. */
static int nearest(const int wanted[3])
{
    int best = CUBE, least = -1;

    for (int colour = CUBE; colour <= LAST; colour++) {
        int rgb[3], distance = 0;

        colour_rgb(colour, rgb);
        for (int i = 0; i < 3; i++)
            distance += (rgb[i] - wanted[i]) * (rgb[i] - wanted[i]);
        if (least < 0 || distance < least) {
            least = distance;
            best = colour;
        }
    }
    return best;
}

static bool parse_hex(const char *word, int *out)
{
    char *end;
    long value;

    if (strlen(word) != 7 || strspn(word + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    value = strtol(word + 1, &end, 16);
    *out = nearest(
        (const int[]){(int)(value >> 16), (int)(value >> 8 & 255), (int)(value & 255)});
    return true;
}

static bool parse_colour(const char *word, int *out)
{
    if (strcmp(word, "default") == 0) {
        *out = COLOUR_DEFAULT;
        return true;
    }
    if (*word == '#')
        return parse_hex(word, out);
    if (*word != '\0' && strspn(word, "0123456789") == strlen(word)) {
        *out = (int)strtol(word, NULL, 10);
        return *out <= LAST;
    }
    for (int i = 0; i < ANSI; i++) {
        if (strcmp(colour_names[i], word) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

static bool *attribute(struct look *look, const char *word)
{
    if (strcmp(word, "bold") == 0)
        return &look->bold;
    if (strcmp(word, "dim") == 0)
        return &look->dim;
    if (strcmp(word, "reverse") == 0)
        return &look->reverse;
    return strcmp(word, "underline") == 0 ? &look->underline : NULL;
}

static bool not_understood(const char *word, struct error *err)
{
    static const char *const others[] = {"default", "bold",      "dim",
                                         "reverse", "underline", "on"};
    const char *all[NAMES], *meant;
    size_t count = 0;

    for (int i = 0; i < ANSI; i++)
        all[count++] = colour_names[i];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        all[count++] = others[i];
    meant = near_word(word, all, count);
    if (meant != NULL)
        return error_set(err, ERROR_USAGE,
                         "there is no colour \"%s\"; did you mean \"%s\"?", word, meant);
    return error_set(err, ERROR_USAGE,
                     "there is no colour \"%s\"; write a name such as red, a number from "
                     "0 to 255, or #rrggbb",
                     word);
}

struct words {
    struct look look;
    bool behind_on; /* the next colour is the background's */
    bool ink, ground;
};

static bool take_word(struct words *words, const char *word, struct error *err)
{
    bool *flag = attribute(&words->look, word);
    bool *said = words->behind_on ? &words->ground : &words->ink;
    int *colour = words->behind_on ? &words->look.background : &words->look.foreground;

    if (flag != NULL && !words->behind_on) {
        *flag = true;
        return true;
    }
    if (strcmp(word, "on") == 0) {
        if (words->behind_on || words->ground)
            return error_set(err, ERROR_USAGE, "\"on\" is said twice");
        words->behind_on = true;
        return true;
    }
    if (!parse_colour(word, colour))
        return not_understood(word, err);
    if (*said)
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is a second colour; that of the background stands "
                         "behind \"on\"",
                         word);
    *said = true;
    words->behind_on = false;
    return true;
}

bool look_parse(const char *text, struct look *out, struct error *err)
{
    struct words words = {
        .look = {.foreground = COLOUR_DEFAULT, .background = COLOUR_DEFAULT}};

    for (const char *at = text + strspn(text, " \t"); *at != '\0';) {
        size_t length = strcspn(at, " \t");
        char word[WORD_MAX];

        if (length >= sizeof word)
            return error_set(err, ERROR_USAGE, "\"%.40s\" is no colour", at);
        memcpy(word, at, length);
        word[length] = '\0';
        if (!take_word(&words, word, err))
            return false;
        at += length + strspn(at + length, " \t");
    }
    if (words.behind_on)
        return error_set(err, ERROR_USAGE, "behind \"on\" stands a colour");
    *out = words.look;
    return true;
}

enum { GREY_SPREAD = 40, GREY_DARK = 64, GREY_LIGHT = 192 };

/* One of the first 8 by hue; a middle grey is the terminal's own colour. */
static int to_eight(int colour)
{
    int rgb[3], most, least, middle;

    if (colour < 8)
        return colour;
    if (colour > 8 && colour < ANSI)
        return colour - 8;
    colour_rgb(colour, rgb);
    most = least = rgb[0];
    for (int i = 1; i < 3; i++) {
        most = rgb[i] > most ? rgb[i] : most;
        least = rgb[i] < least ? rgb[i] : least;
    }
    if (most - least < GREY_SPREAD)
        return most < GREY_DARK ? 0 : most > GREY_LIGHT ? 7 : COLOUR_DEFAULT;
    middle = (most + least) / 2;
    return (rgb[0] > middle ? 1 : 0) | (rgb[1] > middle ? 2 : 0) |
           (rgb[2] > middle ? 4 : 0);
}

static int reduced(int colour, int colours)
{
    return colour < colours                   ? colour
           : colours >= ANSI && colour < ANSI ? colour
                                              : to_eight(colour);
}

struct look look_reduced(struct look look, int colours)
{
    bool same = look.foreground == look.background;

    look.foreground = reduced(look.foreground, colours);
    look.background = reduced(look.background, colours);
    if (!same && look.foreground == look.background) {
        look.foreground = look.background = COLOUR_DEFAULT;
        look.reverse = !look.reverse;
    }
    return look;
}
