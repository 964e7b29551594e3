# What the calendar asks: a promise moved, a task done, a conflict, one deleted; Enter shows both versions, t takes theirs.
now 2026-11-23 09:00
sh mkdir -p touchbase
file touchbase/touchbase.conf
sync = ~/calendar/
calendar_items = tasks
end
run add 'Ana Ruiz, Brío'
run add 'Ben Cole'
run add 'Cem Aydın'
run add 'Dora Lind'
run touch --promise ana call '2026-11-24 15:00' 'the offer'
run touch ben call '2026-11-24 16:00' pricing
run touch cem email '2026-11-25 10:00' 'samples'
run touch dora card '2026-11-26' 'birthday'
run sync
sh sed -i 's/^DUE:.*/DUE:20261126T190000Z\r/' $(grep -l 'the offer' calendar/*.ics)
run sync
sh sed -i 's/^STATUS:.*/STATUS:COMPLETED\r/' $(grep -l 'pricing' calendar/*.ics)
run sync
sh sqlite3 desk.db "UPDATE touch SET purpose = 'old samples' WHERE purpose = 'samples'"
sh sed -i 's/samples/the new samples/' $(grep -l 'samples' calendar/*.ics)
run sync
sh rm $(grep -l 'birthday' calendar/*.ics)
run sync
sizes 120x36 80x24 60x16
keys
g i
Enter t
j Enter
