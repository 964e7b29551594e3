# Ten wins are enough to say what a win takes; of a lead the contact sheet says how far it is (rule 11).
sh for name in Ida Jon Kit Lea Mia Ned Oda Pia Rob Sue; do $TOUCHBASE add "$name Berg" && for day in 02 09 16; do $TOUCHBASE --now "2026-11-$day 10:00" touch --json $name email today offer | sed 's/^{"id":"\([^"]*\)".*/\1/' >id; $TOUCHBASE --now "2026-11-$day 10:00" done $(cat id); case $name in [I-N]*) break ;; esac; done; $TOUCHBASE deal $name 100 won; done >said 2>&1
run add 'Ana Ruiz, Brío'
run touch ana call today offer
sizes 80x24
keys
/ "ana" Enter
