/* The files of data/ that the program cannot run without, compiled in by src/embed.cmake.
 */
#ifndef TOUCHBASE_BASE_EMBEDDED_H
#define TOUCHBASE_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *name; /* the path below data/: "schema/0001_initial.sql" */
    const char *text; /* a NUL stands behind size bytes */
    size_t size;      /* bytes */
};

extern const struct embedded_file
    embedded_files[]; /* sorted by name, ends with name NULL */

/* NULL when there is no such file. */
const struct embedded_file *embedded_find(const char *name);

#endif
