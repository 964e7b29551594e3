/* A plain main for a target: runs each file that is named, and each file below a folder,
 * through it. So the targets, their seeds and what they once found stay in the
 * ordinary tests, whatever the compiler. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"

#include "target.h"

enum { INPUT_MAX = 1 << 20, DESCRIPTORS = 16 };

static int run_file(const char *path, const struct stat *status, int kind,
                    struct FTW *where)
{
    struct buffer bytes = {0};
    struct error err = {0};
    (void)status;
    (void)where;
    if (kind != FTW_F)
        return 0;
    if (!file_read(path, INPUT_MAX, &bytes, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    printf("%s\n", path); /* the last one printed is the one that failed */
    fflush(stdout);
    LLVMFuzzerTestOneInput((const uint8_t *)buffer_string(&bytes), bytes.length);
    buffer_free(&bytes);
    return 0;
}

int main(int count, char **arguments)
{
    for (int i = 1; i < count; i++)
        if (nftw(arguments[i], run_file, DESCRIPTORS, FTW_PHYS) != 0)
            return EXIT_FAILURE;
    return count > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
