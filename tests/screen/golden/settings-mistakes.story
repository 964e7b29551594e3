# A settings file with mistakes: each is named with its line, the rest counts (I jots a note now).
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
theme = drak
alarm_minutes = 20
[keys]
person.note = I
person.plan = e
person.noet = x
[colours]
late = purpel
[columns]
touches = wen
end
sizes 120x36 80x24 60x16
keys
: "reload" Enter
