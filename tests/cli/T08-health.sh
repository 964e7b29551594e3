#!/bin/sh
# Backup and check.
. "$(dirname "$0")/lib.sh"
fresh_desk
good touch dana call 2026-03-05 offer

case_ 'a backup is a desk'
run backup copy.db
expect_status 0
expect_no_out
expect_err 'copy.db is a backup of'
[ "$(stat -c %a copy.db)" = 600 ] || fail 'others may read it'
run --db copy.db due --json
expect_json 'len(rows) == 1 and rows[0]["contact"] == "Dana Whitfield"'
good --db copy.db check

case_ 'it replaces an older one'
good note dana later
good backup copy.db
run --db copy.db show dana
expect_out 'later'

case_ 'never the desk itself, never a folder'
run backup "$TOUCHBASE_DB"
expect_status 2
expect_err 'is the desk itself'
ln -s "$TOUCHBASE_DB" link.db
run backup link.db
expect_status 2
mkdir folder
run backup folder
expect_status 1
expect_err 'folder is a folder, not a file'
run backup no/such/place.db
expect_status 1
good check

case_ 'a sound desk'
run check
expect_status 0
expect_no_out
expect_err 'is sound'
run check --json
expect_status 0
expect_no_out

case_ 'findings end with 1, one a line'
cp "$TOUCHBASE_DB" bad.db
"$PYTHON" - <<'END'
import sqlite3
desk = sqlite3.connect("bad.db")
columns = [row[1] for row in desk.execute("PRAGMA table_info(touch)")]
zone = next(name for name in columns if "zone" in name)
for (sql,) in desk.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall():
    raise SystemExit("a trigger would have to be left out")
desk.execute(f"UPDATE touch SET {zone} = 'Mars/Olympus', due_minute = 600")
desk.commit()
END
run --db bad.db check
expect_status 1
expect_out 'there is no zone "Mars/Olympus"'
expect_err 'finding'
run --db bad.db check --json
expect_status 1
expect_json 'all(list(row) == ["finding"] for row in rows) and len(rows) >= 1'

case_ 'a damaged file'
cp "$TOUCHBASE_DB" torn.db
size=$(stat -c %s torn.db)
dd if=/dev/urandom of=torn.db bs=512 seek=$((size / 1024)) count=40 conv=notrunc 2>/dev/null
run --db torn.db check
[ "$status" -ne 0 ] || fail 'nothing was found'
[ "$status" -lt 128 ] || fail 'it crashed'
passed
