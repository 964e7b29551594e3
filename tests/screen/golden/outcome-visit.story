# x on a visit: no mailbox is full there.
desk sample
run touch 'jo lindqvist' visit 2026-11-24 'the new hall'
sizes 80x24
keys
/ "jo lin" Enter x
