# :set alone: what differs from the defaults.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
alarm_minutes = 20
[keys]
person.note = I
end
sizes 80x24 60x16
keys
: "set theme light" Enter : "set colours.late = red underline" Enter : "set" Enter
