# :on-marked with a verb behind it; what it takes stands behind that.
desk sample
sizes 80x24
keys
Space j Space : "on-marked stage customer" Enter
