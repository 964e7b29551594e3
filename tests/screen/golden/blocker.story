# Rule 11: the likely blocker is noted; the sheet says it, and what is proposed goes by it.
desk empty
run add 'Jo Lindqvist, Kessler, jo@kessler.example, +1 555 0100'
run item 'Six ways to cut scrap, less waste'
sh for day in 02 09 16; do id=$($TOUCHBASE --now "2026-11-$day 10:00" touch --json jo call today pricing | sed 's/^{"id":"\([^"]*\)".*/\1/'); $TOUCHBASE --now "2026-11-$day 10:00" done $id --outcome voicemail >said 2>&1; done
run touch jo call today pricing
sizes 120x36 80x24 60x16
keys
: "blocker ans" Enter
Enter
