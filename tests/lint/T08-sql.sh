#!/bin/sh
# SQL is written in store alone.
. "$(dirname "$0")/lint.sh"
sql='"[^"]*\b(SELECT|INSERT (OR [A-Z]+ )?INTO|UPDATE [a-z_]+ SET|DELETE FROM|PRAGMA|BEGIN (IMMEDIATE|EXCLUSIVE|TRANSACTION)|ROLLBACK|(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW|VIRTUAL))\b'

check() {
    suspects=$(find "$1/src" "$1/include" -name '*.[ch]' ! -path "$1/src/store/*" -exec grep -lE "$sql" {} +)
    [ -n "$suspects" ] || return 0
    ! "$PYTHON" "$here/code.py" strings $suspects | grep -E "$sql"
}

clean
refuses 'desk selects' append src/desk/planted.c 'const char *planted = "SELECT id FROM contact";\n'
refuses 'cli sets a pragma' append src/cli/planted.c 'run("PRAGMA user_version");\n'
refuses 'panes update' append src/panes/planted.c 'run("UPDATE touch SET due = 1");\n'
accepts 'a card begins' append src/contacts/planted.c 'put("BEGIN:VCARD");\n'
accepts 'a comment says SELECT' append src/desk/planted.c '/* "SELECT" is the job of store */\n'
accepts 'store selects' append src/store/planted.c 'const char *planted = "SELECT id FROM contact";\n'
finish
