# A missed promise stands first on Today, in words.
now 2026-11-23 09:00
run add --now '2026-11-20 15:00' 'Ana Ruiz, Brío, ana@brio.example, +34 600 000 001'
run touch --now '2026-11-20 15:00' ana '!call' '2026-11-20 15:30' 'the offer'
run touch --now '2026-11-20 15:00' ana '!call' '2026-11-23 15:30' 'the second item'
sizes 80x24
keys
g t
