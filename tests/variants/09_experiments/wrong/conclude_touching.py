"""Equal values count as a difference.

caught by: test_conclude_by_spread_not_by_size
says: an equal value is no difference
"""

def conclude(rows, before, after):
    def of(setting):
        return [r for r in rows if (r["hidden_units"], r["epochs"]) == tuple(setting)]

    def seeds(setting):
        return len({r["seed"] for r in of(setting)})

    changed = (before[0] != after[0]) + (before[1] != after[1])
    if changed != 1 or seeds(before) < 3 or seeds(after) < 3:
        return "not comparable"
    old = [r["val_accuracy"] for r in of(before)]
    new = [r["val_accuracy"] for r in of(after)]
    if min(new) >= max(old):
        return "better"
    if max(new) < min(old):
        return "worse"
    return "no clear difference"
