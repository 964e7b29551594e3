#include "number.h"

bool number_read(const char *text, int low, int high, int *out)
{
    long value = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return false;
        value = value * 10 + (*text - '0');
        if (value > high)
            return false;
    }
    if (value < low)
        return false;
    *out = (int)value;
    return true;
}
