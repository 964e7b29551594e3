#include "key.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/fnv.h"
#include "touchbase/mail/mail.h"

static uint64_t add_number(uint64_t key, int64_t number)
{
    return fnv_on(key, &number, sizeof number);
}

/* Spreads the last bytes over all bits (the end of MurmurHash3). 0 stands for no key. */
static uint64_t finish(uint64_t key)
{
    key = (key ^ key >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
    key = (key ^ key >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
    key ^= key >> 33;
    return key == 0 ? 1 : key;
}

uint64_t mail_key_place(const char *path)
{
    char real[PATH_MAX];
    uint64_t key = fnv_on(FNV_START, TOUCHBASE_VERSION, sizeof TOUCHBASE_VERSION);
    if (realpath(path, real) != NULL)
        path = real;
    return fnv_on(key, path, strlen(path) + 1);
}

uint64_t mail_key_maildir(uint64_t place, const char *name)
{
    return finish(fnv_on(place, name, strcspn(name, ":")));
}

uint64_t mail_key_file(uint64_t place, const char *name, const struct stat *status)
{
    uint64_t key = fnv_on(place, name, strlen(name) + 1);
    key = add_number(key, status->st_size);
    key = add_number(key, status->st_mtim.tv_sec);
    return finish(add_number(key, status->st_mtim.tv_nsec));
}

uint64_t mail_key_boxed(uint64_t place, const char *bytes, size_t length)
{
    size_t head = length < MAIL_KEY_HEAD ? length : MAIL_KEY_HEAD;
    return finish(add_number(fnv_on(place, bytes, head), (int64_t)length));
}
