#include "time_of_day.h"

#include <ctype.h>

bool time_of_day_read(const char **at, int *minute)
{
    const char *text = *at;
    int hour = 0, digits = 0;

    for (; digits < 2 && isdigit((unsigned char)*text); digits++)
        hour = hour * 10 + *text++ - '0';
    if (digits == 0 || text[0] != ':' || text[1] < '0' || text[1] > '5' ||
        !isdigit((unsigned char)text[2]))
        return false;
    *minute = hour * 60 + (text[1] - '0') * 10 + text[2] - '0';
    *at = text + 3;
    return *minute <= 24 * 60;
}
