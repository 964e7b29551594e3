/* How long a message takes, and what it lacks (rule 15). */
#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/model/script.h"

enum {
    NUMBER_DIGITS = 6,     /* a phone number has that many at least */
    ONLY_NUMBER_WORDS = 12 /* a message of a number has that many beside it at most */
};

/* Beginnings of words, folded. Those of one language may be read in another: that only
 * leaves a flag away. */
static const char *const reasons[] = {
    /* English */
    "because", "so that", "so you", "save", "saving", "earn", "reduc", "lower", "cut ",
    "cuts ", "cutting", "less ", "faster", "help you", "helps you", "increas", "improv",
    "without ", "avoid", "for free", "free of", "free sample", "free trial", "discount",
    "offer", "idea", "result", "solve", "solution", "benefit", "waste", "cheaper",
    "profit", "worth ",
    /* German */
    "weil ", "damit sie", "damit du", "spar", "senk", "weniger", "gunstiger", "schneller",
    "ohne ", "vermeid", "verdien", "gewinn", "steiger", "verbesser", "hilft ihnen",
    "hilft dir", "losung", "angebot", "idee", "vorteil", "nutzen", "kostenlos",
    /* French */
    "parce que", "pour que", "afin ", "economis", "gagn", "redui", "moins", "plus vite",
    "plus rapid", "sans ", "evit", "amelior", "vous aide", "offre", "avantage", "gratuit",
    "remise",
    /* Spanish */
    "porque", "para que", "ahorr", "menos", "mas rapid", "sin ", "ganar", "ganancia",
    "mejor", "le ayud", "te ayud", "solucion", "oferta", "beneficio", "gratis",
    "descuento",
    /* Italian */
    "perche", "risparmi", "guadagn", "ridu", "meno ", "piu veloc", "piu rapid", "senza ",
    "miglior", "la aiut", "ti aiut", "vi aiut", "soluzion", "offerta", "vantaggi",
    "sconto",
    /* Dutch */
    "omdat", "zodat", "bespaar", "bespar", "verlaag", "minder", "sneller", "zonder ",
    "vermijd", "verbeter", "helpt u", "helpt je", "oplossing", "aanbod", "aanbieding",
    "voordeel", "korting",
    /* Portuguese */
    "poup", "economiz", "reduz", "mais rapid", "sem ", "ganh", "melhor", "ajuda a",
    "solucao", "ideia", "vantage", "desconto"};

static const char *const actions[] = {
    /* English */
    "call me", "call us", "call back", "ring me", "ring us", "ring back", "phone me",
    "give me a", "reach me", "reply", "answer", "let me know", "let us know", "tell me",
    "send me", "write me", "write to me", "write back", "mail me", "email me", "text me",
    "please", "can you", "could you", "would you", "will you", "shall we", "can we",
    "could we", "may i", "meet me", "look at", "have a look", "confirm", "sign ", "visit",
    /* German */
    "rufen sie", "ruf mich", "ruckruf", "zuruckruf", "zuruck", "antwort", "bitte",
    "melden sie", "meld", "sagen sie", "schreiben sie", "schreib mir", "schicken sie",
    "konnen sie", "konnten sie", "kannst du", "konntest du", "wurden sie", "wollen wir",
    "lassen sie", "geben sie mir", "schauen sie",
    /* French */
    "rappel", "appelez", "appelle-moi", "repond", "il vous plait", "il te plait",
    "merci de", "dites-moi", "dis-moi", "ecrivez", "ecris-moi", "envoyez", "pouvez-vous",
    "pourriez-vous", "peux-tu", "pourrais-tu", "confirmez", "faites-moi",
    /* Spanish */
    "llame", "llama", "devuelva", "responda", "responde", "conteste", "por favor",
    "digame", "dime", "aviseme", "avisame", "escriba", "escribame", "enviame", "envieme",
    "mandeme", "puede ", "podria", "puedes", "podemos", "hagame saber", "confirme",
    /* Italian */
    "richiam", "mi chiami", "chiamami", "rispond", "per favore", "per cortesia",
    "mi dica", "dimmi", "mi faccia sapere", "fammi sapere", "mi scriva", "scrivimi",
    "mi mandi", "puo ", "potrebbe", "potresti", "puoi", "possiamo", "conferm",
    /* Dutch */
    "bel me", "bel mij", "belt u", "bel terug", "terugbel", "reageer", "alstublieft",
    "alsjeblieft", "graag", "laat me", "laat mij", "laat u", "schrijf", "stuur", "kunt u",
    "kun je", "zou u", "zou je", "zullen we", "bevestig",
    /* Portuguese */
    "ligue", "liga-me", "retorne", "diga-me", "me diga", "avise", "escreva", "envie",
    "pode ", "poderia", "podia"};

bool script_is_spoken(enum channel channel)
{
    return channel == CHANNEL_CALL || channel == CHANNEL_VOICEMAIL ||
           channel == CHANNEL_VISIT;
}

const char *script_said_word(enum channel channel)
{
    return script_is_spoken(channel) ? "said" : "wrote";
}

/* The digits of a phone number that begins here, *at behind it; 0 when it is none. */
static int number_digits(const char **at)
{
    const char *end = *at;
    int digits = 0;
    for (const char *c = *at; *c && strchr("0123456789+-.() ", *c); c++)
        if (*c >= '0' && *c <= '9') {
            digits++;
            end = c + 1;
        }
    if (digits < NUMBER_DIGITS)
        return 0;
    *at = end;
    return digits;
}

struct count {
    int halves; /* of words: a character of Chinese, Japanese or Korean is one */
    int digits; /* of phone numbers */
};

static bool is_joint(uint32_t code)
{
    return code == '\'' || code == 0x2019;
}

static struct count count_words(const char *words)
{
    const char *end = words + strlen(words);
    struct count count = {0};
    bool inside = false;
    while (words < end) {
        int digits = inside || *words == ' ' ? 0 : number_digits(&words);
        count.digits += digits;
        if (digits)
            continue;
        uint32_t code = text_next(&words, end);
        bool cjk = text_is_cjk(code);
        if (cjk)
            count.halves++;
        else if (text_is_word(code) && !inside)
            count.halves += 2;
        inside = !cjk && (text_is_word(code) || (inside && is_joint(code)));
    }
    return count;
}

static bool has_any(const char *folded, const char *const *beginnings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_begins_word(folded, beginnings[i]))
            return true;
    return false;
}

/* What its words lack, however long it is. */
static unsigned weigh(const char *words, bool brings, struct count count)
{
    struct arena *arena = arena_create();
    const char *folded = text_fold(arena, words);
    unsigned flags = 0;
    if (!brings && !has_any(folded, reasons, sizeof reasons / sizeof *reasons))
        flags |= SCRIPT_NO_REASON;
    if (!has_any(folded, actions, sizeof actions / sizeof *actions))
        flags |= SCRIPT_NO_ACTION;
    if (count.digits && (flags & SCRIPT_NO_REASON) &&
        count.halves <= 2 * ONLY_NUMBER_WORDS)
        flags |= SCRIPT_ONLY_NUMBER;
    arena_destroy(arena);
    return flags;
}

struct script_meter script_measure(const char *words, bool brings, enum channel channel)
{
    struct count count = count_words(words);
    int halves = count.halves + 2 * count.digits;
    struct script_meter meter = {.words = (halves + 1) / 2};
    meter.seconds =
        (halves * 60 + 2 * SCRIPT_WORDS_MINUTE - 1) / (2 * SCRIPT_WORDS_MINUTE);
    if (halves == 0)
        return meter;
    if (channel != CHANNEL_CARD && channel != CHANNEL_POSTCARD)
        meter.flags = weigh(words, brings, count);
    if (script_is_spoken(channel) && meter.seconds > SCRIPT_SECONDS)
        meter.flags |= SCRIPT_LONG;
    return meter;
}

const char *script_flag_words(unsigned flag)
{
    switch (flag) {
    case SCRIPT_LONG:
        return "over 20 s";
    case SCRIPT_NO_REASON:
        return "no reason for them";
    case SCRIPT_NO_ACTION:
        return "no action";
    case SCRIPT_ONLY_NUMBER:
        return "only a number";
    default:
        return "";
    }
}

const char *script_flags_words(struct arena *arena, unsigned flags)
{
    const char *words = "";
    for (unsigned flag = SCRIPT_LONG; flag <= SCRIPT_ONLY_NUMBER; flag *= 2)
        if (flags & flag)
            words = arena_format(arena, "%s%s%s", words, *words ? ", " : "",
                                 script_flag_words(flag));
    return words;
}

const char *script_meter_words(struct arena *arena, const struct script_meter *meter,
                               enum channel channel)
{
    const char *of = "";
    if (script_is_spoken(channel))
        of = arena_format(arena, " of %d", SCRIPT_SECONDS);
    return arena_format(arena, "%d s%s, %d word%s", meter->seconds, of, meter->words,
                        meter->words == 1 ? "" : "s");
}
