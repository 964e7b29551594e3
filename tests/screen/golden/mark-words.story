# T: by words; marks stay when another pane has the focus.
desk sample
sizes 80x24
keys
T "name:a,ravi" Enter ^L Tab Tab Space S-Tab
