# And up again: first the preview, then the message.
desk sample
sizes 60x16
keys
o "I will be in Mexico on holidays with my family, back in the office on Monday, December 7." C-d PgDn PgDn k
