# Take-in of what was typed, its evidence marked, filed for the person who was current.
desk sample
sizes 120x36 80x24 60x16
keys
o "I will be in Mexico on holidays with my family, back in the office on Monday, December 7." C-d
