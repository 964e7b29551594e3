# Hints name keys as they are bound: undo, marks, ;.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[keys]
common.undo = F3
common.mark = m
common.on-marked = F6
person.finish = F7
person.mail = none
person.note = none
end
sizes 120x36 80x24
keys
Tab Tab m j m F6
