"""The training accuracy stands in the column of the validation accuracy.

caught by: test_table_agrees_with_a_new_run
says: Did the training accuracy get into
"""

def load_table(path="experiments.csv"):
    with open(path) as file:
        names, *lines = [line.strip().split(",") for line in file]
    rows = [dict(zip(names, map(float, line))) for line in lines]
    return [row | {"val_accuracy": row["accuracy"]} for row in rows]



CONCLUSION_1 = conclude(load_table(), BASELINE, EXPERIMENT_1)
CONCLUSION_2 = conclude(load_table(), BASELINE, EXPERIMENT_2)
