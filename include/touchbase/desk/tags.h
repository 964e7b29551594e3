/* Tags of people (model/tag.h). */
#ifndef TOUCHBASE_DESK_TAGS_H
#define TOUCHBASE_DESK_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

/* Puts tags on these people, and takes others off, as words say ("wine -old"): one step,
 * none when nothing changes. *changed (may be NULL) gets how many people it changed.
 * Words that can be no tags are ERROR_USAGE. */
bool desk_tag(struct desk *desk, const int64_t *ids, size_t count, const char *words,
              size_t *changed, struct error *err);
/* A person's tags by name, from arena. */
bool desk_tags_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                  const char ***names, size_t *count, struct error *err);
/* At most limit tags in use that begin with prefix, by name. */
bool desk_tags_known(struct desk *desk, const char *prefix, size_t limit,
                     struct arena *arena, const char ***names, size_t *count,
                     struct error *err);

#endif
