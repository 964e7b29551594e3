# A note being typed, of several lines.
desk sample
sizes 120x36 80x24 60x16
keys
i "the offer came too late" Enter "\"call me when the fair is over\"" Enter "naïve café 王小明"
