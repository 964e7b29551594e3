/* What the program itself remembers (panes, views, last round). Not journalled; each
 * change is one commit. */
#ifndef TOUCHBASE_STORE_SETTINGS_H
#define TOUCHBASE_STORE_SETTINGS_H

#include "touchbase/store/store.h"

/* NULL in *value when it was never set. */
bool setting_get(struct store *store, const char *name, struct arena *arena,
                 const char **value, struct error *err);
/* NULL forgets it. Setting the same value again writes nothing. */
bool setting_set(struct store *store, const char *name, const char *value,
                 struct error *err);
/* Sets a number to value unless it stands between value and most already: of several
 * windows that try the same value one gets *raised true. */
bool setting_raise(struct store *store, const char *name, int64_t value, int64_t most,
                   bool *raised, struct error *err);

#endif
