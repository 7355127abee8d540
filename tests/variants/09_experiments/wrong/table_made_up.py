"""Figures that no run has given.

caught by: test_table_agrees_with_a_new_run
says: Chance explains a difference of up to
"""

def load_table(path="experiments.csv"):
    with open(path) as file:
        names, *lines = [line.strip().split(",") for line in file]
    rows = [dict(zip(names, map(float, line))) for line in lines]
    return [row | {"val_accuracy": row["val_accuracy"] - 0.03} for row in rows]
