# The agenda: how full the days are, who is away and what is planned today.
desk sample
sizes 120x36 80x24 60x16
keys
g a
