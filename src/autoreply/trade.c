#include <string.h>
#include <strings.h>

#include "letter.h"

/* What tells the mail of a shop, a carrier or a calendar, which a machine sends on its
 * own: a mailbox that reads no answers, prices, words of trade. Its "closed" and "away"
 * are seldom an absence of the sender. */

enum { SIGNS_MAX = 3 };

static bool is_robot(const struct message *message)
{
    static const char *const words[] = {"noreply",    "no-reply",     "no_reply",
                                        "donotreply", "do-not-reply", "notification",
                                        "digest",     "newsletter"};
    const char *mail = message->from.mail ? message->from.mail : "";
    size_t local = strcspn(mail, "@");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strstr(mail, words[i]);
        if (found && (size_t)(found - mail) < local)
            return true;
    }
    return false;
}

static bool is_currency(uint32_t sign)
{
    return sign == '$' || sign == 0xA3 || sign == 0x20AC || sign == 0xA5;
}

/* "$84.00", "12 EUR" is left alone: a sign and a number beside it. */
static int count_prices(const struct tokens *tokens)
{
    int prices = 0;
    for (size_t at = 0; at < tokens->count; at++) {
        if (tokens->items[at].kind != TOKEN_SIGN || !is_currency(tokens->items[at].sign))
            continue;
        bool behind =
            at + 1 < tokens->count && tokens->items[at + 1].kind == TOKEN_NUMBER;
        bool before = at > 0 && tokens->items[at - 1].kind == TOKEN_NUMBER;
        prices += behind || before;
    }
    return prices;
}

int trade_signs(const struct letter *letter)
{
    if (letter->message->jotted)
        return 0;
    int signs = count_prices(&letter->text.tokens) +
                (!letter->automatic && is_robot(letter->message));
    const struct passage *passages[] = {&letter->subject, &letter->text};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < passages[i]->cues.count; k++)
            signs += passages[i]->cues.items[k].kind == CUE_TRADE;
    return signs < SIGNS_MAX ? signs : SIGNS_MAX;
}
