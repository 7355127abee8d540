"""All seeds have the same figures.

caught by: test_table_is_handed_in
says: the same val_loss
"""

def load_table(path="experiments.csv"):
    with open(path) as file:
        names, *lines = [line.strip().split(",") for line in file]
    rows = [dict(zip(names, map(float, line))) for line in lines]
    first = {}
    for row in rows:
        first.setdefault((row["hidden_units"], row["epochs"]), row)
    return [first[row["hidden_units"], row["epochs"]] | {"seed": row["seed"]} for row in rows]
