"""The table has one seed only.

caught by: test_table_is_handed_in
says: the setting (64, 20) with different seeds in the table handed in: 1.
"""

def load_table(path="experiments.csv"):
    with open(path) as file:
        names, *lines = [line.strip().split(",") for line in file]
    rows = [dict(zip(names, map(float, line))) for line in lines]
    return [row for row in rows if row["seed"] == 1]
