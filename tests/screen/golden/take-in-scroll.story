# A preview longer than its part of a small window is scrolled once the message is read.
desk sample
sizes 60x16
keys
o "I will be in Mexico on holidays with my family, back in the office on Monday, December 7." C-d j j j
