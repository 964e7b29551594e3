# A day without anything has no Today of its own; gt says so.
sizes 80x24
keys
g t
