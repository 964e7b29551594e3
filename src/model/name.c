#include "name.h"

#include <string.h>

const char *name_at(const char *const *names, size_t count, int index)
{
    if (index < 0 || (size_t)index >= count)
        return "";
    return names[index];
}

int name_find(const char *const *names, size_t count, const char *name)
{
    const char *wanted = name ? name : "";
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], wanted) == 0)
            return (int)i;
    return -1;
}
