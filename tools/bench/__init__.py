"""`make bench`: the floor of this machine and the system, in one run, as ratios."""
