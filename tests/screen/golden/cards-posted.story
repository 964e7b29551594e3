# What is written stands under TO POST when the order is taken anew; posting it proposes the next touch.
desk sample
sizes 120x36 80x24
keys
g k w C-l G x
