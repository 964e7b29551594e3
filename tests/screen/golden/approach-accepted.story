# The proposed approach is accepted; the contact sheet says what was tried.
desk empty
run add 'Jo Lindqvist, Kessler, jo@kessler.example'
run item 'Six ways to cut scrap, less waste'
sh for day in 02 09 16; do id=$($TOUCHBASE --now "2026-11-$day 10:00" touch --json jo call today pricing | sed 's/^{"id":"\([^"]*\)".*/\1/'); $TOUCHBASE --now "2026-11-$day 10:00" done $id --outcome voicemail >said 2>&1; done
run touch jo call today pricing
sizes 120x36 80x24
keys
x v "call mon 10:00 reference Mike Kincaid" Enter Enter
