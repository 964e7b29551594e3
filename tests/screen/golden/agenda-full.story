# More than a day holds, on a holiday; Monday is over its measure too.
sh mkdir -p touchbase && printf 'day_touches = 2\nholidays = 2026-11-24\n' >touchbase/touchbase.conf
file people.csv
name,company,email
Ana Ruiz,Brío,ana@example.com
Ravi Menon,Acme,ravi@example.com
Zoë Ångström-Featherstonehaugh de la Cruz y Mendoza,A company with a very long name indeed,zoe@example.com
end
run import people.csv
run touch ana@example.com call 'mon 10:00' one
run touch ana@example.com email mon two
run touch ravi@example.com call 'tue 10:00' 'the price of forty pieces, delivered by the end of the year, in euros'
run touch zoe@example.com call 'tue 11:30' offer
run touch zoe@example.com letter tue 'a letter of which the purpose is far too long for any window that people have'
run touch ana@example.com visit 2026-11-20 'what stayed'
sizes 120x36 80x24 60x16
keys
g a 3 Right
