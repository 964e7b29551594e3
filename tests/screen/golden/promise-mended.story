# The apology is planned, the missed call is closed as missed, and one person's count says so.
now 2026-11-23 09:00
run add --now '2026-11-20 15:00' 'Ana Ruiz, Brío, ana@brio.example, +34 600 000 001'
run touch --now '2026-11-20 15:00' ana '!call' '2026-11-20 15:30' 'the offer'
sizes 120x36 80x24 60x16
keys
g i
Enter
Enter
g d
Enter
