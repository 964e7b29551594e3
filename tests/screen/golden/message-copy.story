# m on a kept message copies it for the current person; the kept one stays as it is.
now 2026-11-24 14:05
file hour.txt
Hi {first}, we save {company} an hour a day: could you call me before noon?
end
run message voicemail hour.txt
run add 'Ravi Menon, Acme'
sizes 80x24
keys
gl m " And bring Jo." ^D Enter
