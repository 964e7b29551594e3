# ; s and a day: all moved in one step, still marked, in their old places.
desk sample
sizes 120x36 80x24
keys
Tab Tab V j j V ; s "fri" Enter
