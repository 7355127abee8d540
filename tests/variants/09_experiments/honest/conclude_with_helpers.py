"""Helpers of one's own; every run against every run; verdicts in capitals."""

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
    if all(n > o for n in new for o in old):
        return "BETTER"
    if all(n < o for n in new for o in old):
        return "worse"
    return "no_clear_difference"
