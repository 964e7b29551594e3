# ; > and a name: three touches are somebody else's now, one step.
desk sample
sizes 80x24
keys
Tab Tab V j j V ; > "grace" Enter
