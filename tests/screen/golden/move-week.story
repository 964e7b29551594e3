# 7s: a week later at once, a late one counted from today; what is promised is asked for with the day typed.
desk sample
sizes 80x24
keys
Tab Tab 7 s 8 j 7 s
