# Tab behind a name offers what the prompt would.
desk sample
sizes 80x24
keys
: "stage pro" Tab Enter : "give gr" Tab
