"""The long cell was stopped before experiment 2.

caught by: test_table_is_handed_in
says: for the setting (1000, 20)
"""

def load_table(path="experiments.csv"):
    with open(path) as file:
        names, *lines = [line.strip().split(",") for line in file]
    rows = [dict(zip(names, map(float, line))) for line in lines]
    return [row for row in rows if row["hidden_units"] == 64]
