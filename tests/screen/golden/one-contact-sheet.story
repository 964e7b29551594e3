# ... and that person's sheet.
run add 'Ana Ruiz, Brío Ibérica, ana@brio.example, +34 91 555 01 77'
sizes 80x24 60x16
keys
Enter
