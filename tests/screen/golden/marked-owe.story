# ; b: what each of the marked people owes, and the day it comes back.
desk sample
sizes 80x24
keys
Space j j Space ; b "the signed order" Enter
