/* The one way into SQLite's header: the preupdate hook must be asked for. */
#ifndef TOUCHBASE_STORE_SQLITE_H
#define TOUCHBASE_STORE_SQLITE_H

#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#endif
