# A copy of a kept message, said aloud by the clock.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100'
file hour.txt
Hi {first}, we save {company} an hour a day: could you call me before noon?
end
run message voicemail hour.txt
sizes 80x24
keys
m ^L "save" Tab Enter ^R pass 14s
