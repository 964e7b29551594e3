# T: by words; marks stay when another pane has the focus.
desk sample
sizes 80x24
keys
T "a" Enter ^L Tab Tab Space S-Tab
