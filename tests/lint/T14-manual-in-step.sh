#!/bin/sh
# The manual names every command and option that touchbase knows, and no other.
. "$(dirname "$0")/lint.sh"
touchbase=$BUILD/touchbase

# "Commands:" to the empty line; the name is the first word of a line indented by two blanks.
commands_known() {
    "$touchbase" help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }' | sort -u
}

commands_described() {
    awk '/^\.Sh / { on = $2 == "COMMANDS" } on && $1 == ".It" && $2 == "Cm" { print $3 }' "$1" | sort -u
}

options_known() {
    { "$touchbase" help; for name in $(commands_known); do "$touchbase" help "$name"; done; } |
        sed -n 's/^  \(--[a-z-]*\).*/\1/p' | sort -u
}

options_described() {
    grep -o 'Fl Fl [a-z-]*' "$1" | sed 's/Fl Fl /--/' | sort -u
}

check() {
    [ -x "$touchbase" ] || { echo "$touchbase is missing"; return 1; }
    commands_known >"$work/known"
    options_known >>"$work/known"
    { commands_described "$1/data/touchbase.1"; options_described "$1/data/touchbase.1"; } >"$work/described"
    [ -s "$work/known" ] && diff "$work/known" "$work/described"
}

clean
refuses 'a command is not described' sed -i 's/^\.It Cm undo.*/.It Cm forget/' data/touchbase.1
refuses 'an option is not described' sed -i 's/Fl Fl tasks/Fl Fl chores/g' data/touchbase.1
refuses 'a command is described that is none' sed -i 's/^\.It Cm add .*/&\n.It Cm planted/' data/touchbase.1
finish
