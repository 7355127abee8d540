"""Compares whatever runs there are.

caught by: test_conclude_refuses_too_few_seeds
says: two runs after the change
"""

def conclude(rows, before, after):
    def of(setting):
        return [r for r in rows if (r["hidden_units"], r["epochs"]) == tuple(setting)]

    def seeds(setting):
        return len({r["seed"] for r in of(setting)})

    changed = (before[0] != after[0]) + (before[1] != after[1])
    if changed != 1 or seeds(before) < 1 or seeds(after) < 1:
        return "not comparable"
    old = [r["val_accuracy"] for r in of(before)]
    new = [r["val_accuracy"] for r in of(after)]
    if min(new) > max(old):
        return "better"
    if max(new) < min(old):
        return "worse"
    return "no clear difference"
