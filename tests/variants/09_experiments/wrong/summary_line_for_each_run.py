"""One line for each row, not for each setting.

caught by: test_summarise_by_hand
says: Each setting that occurs needs exactly one
"""

def summarise(rows):
    lines = []
    for row in rows:
        v = [r["val_accuracy"] for r in rows if (r["hidden_units"], r["epochs"]) == (row["hidden_units"], row["epochs"])]
        lines.append({"hidden_units": row["hidden_units"], "epochs": row["epochs"], "runs": len(v), "mean": np.mean(v), "lowest": min(v), "highest": max(v)})
    return lines
