# Space and a count: rows are marked, the title counts them, ; asks which verb.
desk sample
sizes 120x36 80x24 60x16
keys
Tab Tab Space j 3 Space ;
