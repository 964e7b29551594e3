/* What data/demo/library.ini says: items, messages kept for everybody, who is linked. */
#ifndef TOUCHBASE_SRC_DESK_DEMO_LIBRARY_H
#define TOUCHBASE_SRC_DESK_DEMO_LIBRARY_H

#include "touchbase/base/ini.h"
#include "touchbase/desk/desk.h"

/* Inside a step. False and err ("NAME:LINE: ...") at
 * the first that makes no sense. */
bool demo_library(struct desk *desk, struct arena *arena, const struct ini *ini,
                  struct error *err);

#endif
