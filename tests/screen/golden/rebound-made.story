# What was done names the key that takes it back; empty lists name theirs.
sh mkdir -p touchbase
file touchbase/touchbase.conf
[keys]
common.undo = F3
common.add-person = A
person.take-in = F8
person.note = none
end
sizes 80x24
keys
A "Ruth Bell, ruth@bell.example" Enter t "call fri" Enter
