# The fields of take-in and the marks in the message show the keys that change them.
desk sample
sh mkdir -p touchbase
file touchbase/touchbase.conf
[keys]
take-in.first-day = 7
take-in.back-day = F2
take-in.who = W
take-in.answer-1 = none
end
file heard.txt
vm: away till the 14th, sister's wedding in tuscany, ask priya x204
end
sizes 120x36 60x16
keys
Esc gd + "Nobody" Enter o "vm: from monday away till the 14th, sister's wedding in tuscany" C-d
