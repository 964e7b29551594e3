#include "ascii.h"

int ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool ascii_begins(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if (ascii_lower(*text) != *word)
            return false;
    return true;
}
