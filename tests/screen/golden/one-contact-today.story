# Today, with one person on the desk and nothing planned.
run add 'Ana Ruiz, Brío Ibérica, ana@brio.example, +34 91 555 01 77'
sizes 120x36 80x24 60x16
keys
g t
