# Two hundred touches are late: who to call now.
sh printf 'name,company,email\n' >people.csv
sh for i in $(seq 100 149); do printf 'Person %s,Alder,a%s@example.com\nPerson %s,Birch,b%s@example.com\n' $i $i $i $i; done >>people.csv
sh for i in $(seq 100 149); do printf 'Person %s,Cedar,c%s@example.com\nPerson %s,Dogwood,d%s@example.com\n' $i $i $i $i; done >>people.csv
run import people.csv
sizes 120x36 80x24 60x16
keys
T "alder" Enter ; t "call 2026-11-20 offer" Enter -
T "birch" Enter ; t "call 2026-11-19 10:00 catalogue" Enter -
T "cedar" Enter ; t "email 2026-11-10 price list" Enter -
T "dogwood" Enter ; t "call 2026-06-05 renewal" Enter - ^L
g c
