#!/bin/sh
# An action that a hint of the full screen names ("{undo} takes it back") is one that there is: else the person reads
# ":undo" with no such command.
. "$(dirname "$0")/lint.sh"

check() {
    (cd "$1/src" && grep -oh '"[^"]*"' panes/*.c | grep -o '{[a-z][a-z0-9-]*}' | tr -d '{}' | sort -u) >"$work/named"
    (cd "$1/src" && sed -n 's/.*{[DA][A-Z_0-9 +]*, *"\([a-z0-9-]*\)", *"[a-z-]*",.*/\1/p' panes/actions.c tui/action.c |
        sort -u) >"$work/known"
    [ "$(wc -l <"$work/named")" -gt 10 ] || { echo "no hints were found"; return 1; }
    ! comm -23 "$work/named" "$work/known" | grep .
}

clean
refuses 'a hint names no action' sed -i 's/{undo} takes/{undoo} takes/' src/panes/hints.c
refuses 'an action was renamed' sed -i 's/"add-person"/"add-somebody"/' src/panes/actions.c
finish
