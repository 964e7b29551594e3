#!/bin/sh
# A calendar on a server kept in step, and servers that misbehave: a plain word, and nothing lost.
. "$(dirname "$0")/lib.sh"
fresh_desk
mkdir -p "$XDG_CONFIG_HOME/touchbase"
mkfifo "$work/hold" "$work/port"
"$PYTHON" "$TEST_DATA/unit/caldav/server.py" <"$work/hold" >"$work/port" &
server=$!
exec 9>"$work/hold"
read -r port <"$work/port"
printf '#!/bin/sh\necho secret\necho not this\n' >"$work/password"
chmod +x "$work/password"

# place FOLDER: what sync is set to.
place() {
    printf 'sync = http://127.0.0.1:%s/%s/\nsync_user = ana\nsync_password = %s\n' "$port" "$1" "$work/password" \
        >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
}

good touch --json dana call 2026-03-04 10:00 pricing
touch=$(json_value 'rows[0]["id"]')

case_ 'each misbehaviour is a plain word, and the desk stays as it is'
for row in '401|refuses your name and password' '403|does not let you' '415|does not take such an item' \
    '500|has trouble of its own' '404|has no calendar' 'moved|moved to http://elsewhere.example/cal/'; do
    place "${row%|*}"
    run sync
    expect_status 1
    expect_err "${row#*|}"
done
for folder in half broken page huge endless silent; do
    place "$folder"
    run sync
    expect_status 1
    expect_err 127.0.0.1
done
for row in 'busy|1 of the calendar'"'"'s items changed while they were written (412)' 'full|is full: it has no room left' ; do
    place "${row%|*}"
    run sync
    expect_status 1
    expect_err "${row#*|}"
done
good due --json
expect_json "[r['id'] for r in rows] == ['$touch']"
run sync --log
expect_no_out

case_ 'a certificate that nobody knows'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=here \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$work/key" -out "$work/certificate" 2>"$work/openssl"
cat "$work/key" "$work/certificate" >"$work/both"
mkfifo "$work/safe-hold" "$work/safe-port"
"$PYTHON" "$TEST_DATA/unit/caldav/server.py" "$work/both" <"$work/safe-hold" >"$work/safe-port" &
safe=$!
exec 8>"$work/safe-hold"
read -r safe_port <"$work/safe-port"
printf 'sync = https://127.0.0.1:%s/cal/\nsync_user = ana\nsync_password = %s\n' "$safe_port" "$work/password" \
    >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
run sync
expect_status 1
expect_err 'the certificate of 127.0.0.1'
expect_err 'is not trusted'
expect_err 'nothing was sent to it'
exec 8>&-
wait "$safe"

case_ 'a password that cannot be had'
place cal
printf '#!/bin/sh\nexit 1\n' >"$work/password"
run sync
expect_status 1
expect_err 'the command of sync_password failed'
printf '#!/bin/sh\necho wrong\n' >"$work/password"
run sync
expect_err 'refuses your name and password'
printf '#!/bin/sh\necho secret\necho not this\n' >"$work/password"

case_ 'not in the clear to another machine'
printf 'sync = http://example.org/cal/\n' >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
run sync
expect_status 2
expect_err 'in the clear'
place cal

case_ 'what is planned goes there once, what is done goes'
good sync
expect_err '0 taken home, 1 written'
good sync
expect_err '0 written, 0 removed'
good done "$touch"
good sync
expect_err '0 written, 1 removed'

case_ 'the server gone: it says so, and the next run catches up'
good touch --json lena call 2026-03-05 11:00 later
exec 9>&-
wait "$server"
run sync
expect_status 1
expect_err 127.0.0.1
good due --json
expect_json 'len(rows) == 1'
passed
