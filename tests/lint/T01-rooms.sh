#!/bin/sh
# An include that src/rooms.txt does not allow: another room's door, a foreign header, a private header.
. "$(dirname "$0")/lint.sh"

check() {
    "$PYTHON" "$here/rooms.py" "$1"
}

clean
refuses 'base opens model' append src/base/uuid.c '#include "touchbase/model/touch.h"\n'
refuses 'a public header of model opens store' \
    append include/touchbase/model/touch.h '#include "touchbase/store/touches.h"\n'
refuses 'main.c opens store' append src/main.c '#include "touchbase/store/store.h"\n'
refuses 'serve opens desk' append src/serve/planted.c '#include "touchbase/desk/desk.h"\n'
refuses 'desk opens SQLite' append src/desk/planted.c '#include <sqlite3.h>\n'
refuses 'tui opens curses, with a blank after #' append src/tui/planted.c '#  include  <curses.h>\n'
refuses 'model opens GLib by its folder' append src/model/planted.c '#include <glib/gstdio.h>\n'
refuses 'a public header of store shows SQLite' append include/touchbase/store/planted.h '#include <sqlite3.h>\n'
refuses 'cli reads a private header of base by path' append src/cli/planted.c '#include "../base/zone_rule.h"\n'
refuses 'cli reads a private header of base by name' append src/cli/planted.c '#include "zone_rule.h"\n'
refuses 'a public header opens a private one' append include/touchbase/base/day.h '#include "zone_rule.h"\n'
refuses 'a room without a row' append src/util/planted.c 'int planted(void);\n'
refuses 'a foreign header in quotes' append src/model/planted.c '#include "libical/ical.h"\n'
accepts 'store opens SQLite, model and base' append src/store/planted.c \
    '#include <sqlite3.h>\n#include "touchbase/model/touch.h"\n#include "touchbase/base/day.h"\n'
finish
