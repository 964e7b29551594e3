# ; 7s: each of them a week later, after asking.
desk sample
sizes 80x24
keys
Tab Tab 5 Space ; 7 s
