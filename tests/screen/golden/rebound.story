# Rebound keys: the footer shows them, and columns as picked.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[keys]
person.note = I F4
person.got = R
common.help = F1 K
[columns]
prospects = name:20 stage mark next
touches = when name company
end
sizes 120x36 80x24 60x16
keys
