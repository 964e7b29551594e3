# A mistake stays typed, with what is wrong above it.
desk sample
sizes 80x24 60x16
keys
l "stage:boss" Enter
